"""One place through time: a strip of pictures, the earliest first, in a panel below the map."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QImage, QPixmap
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...contract import DatedTile
from ...translation import tr
from . import formatting, theme
from .announcing import LiveLabel

#: Side of a picture, and how many average letters a date takes below it.
PICTURE = 96
_LETTERS = 14


class TimePanel(QgsDockWidget):
    """Shows the tiles of a place; left and right go through time, Enter zooms to the place, Esc closes.

    Attributes:
        strip: The list; its rows are the tiles.

    Signals:
        tile_chosen(object): This :class:`DatedTile` is the current one.
        tile_opened(object): Zoom to this :class:`DatedTile`.
    """

    tile_chosen = pyqtSignal(object)
    tile_opened = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Through Time"), parent)
        self.setObjectName("ScrlTimePanel")
        self._tiles: tuple[DatedTile, ...] = ()
        self.status = LiveLabel()
        theme.selectable(self.status)
        self.status.setAccessibleName(tr("Status"))
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.strip = QListWidget()
        self.strip.setAccessibleName(tr("The place at each date, the earliest first"))
        self.strip.setViewMode(QListView.ViewMode.IconMode)
        self.strip.setFlow(QListView.Flow.LeftToRight)
        self.strip.setWrapping(False)
        self.strip.setMovement(QListView.Movement.Static)
        self.strip.setResizeMode(QListView.ResizeMode.Adjust)
        self.strip.setUniformItemSizes(True)
        self.strip.setIconSize(QSize(PICTURE, PICTURE))
        self.strip.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.strip.currentRowChanged.connect(self._on_current)
        self.strip.itemActivated.connect(self._on_activated)
        content = QWidget()
        gap = theme.gap(self)
        theme.pack(
            QVBoxLayout(content), self.status, self.strip, wide=self.strip, spacing=gap, margin=gap
        )
        self.setWidget(content)
        self._fit()

    @property
    def tiles(self) -> tuple[DatedTile, ...]:
        """What is shown."""
        return self._tiles

    @property
    def current(self) -> DatedTile | None:
        """The tile that is chosen; None if there is none."""
        row = self.strip.currentRow()
        return self._tiles[row] if 0 <= row < len(self._tiles) else None

    def say(self, text: str) -> None:
        """Say what is shown, or why nothing is."""
        self.status.setText(text)

    def show_tiles(self, tiles: Sequence[DatedTile], chosen: int, calibrated: bool) -> None:
        """Show the tiles of a place.

        Args:
            tiles: The earliest first.
            chosen: Which of them is the current one at first.
            calibrated: Whether their scores are probabilities.
        """
        self._tiles = ()
        self.strip.clear()
        blank = QPixmap(PICTURE, PICTURE)
        blank.fill(Qt.GlobalColor.transparent)
        for tile in tiles:
            item = QListWidgetItem(QIcon(blank), _text(tile, calibrated))
            description = _description(tile, calibrated)
            item.setToolTip("\n".join(description))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(description))
            item.setTextAlignment(int(Qt.AlignmentFlag.AlignHCenter))
            self.strip.addItem(item)
        self._tiles = tuple(tiles)
        self.strip.setCurrentRow(chosen)

    def set_picture(self, tile_id: int, image: QImage) -> None:
        """Show the picture of a tile."""
        pixmap = QPixmap.fromImage(image)
        icon = QIcon(pixmap)
        # Its colours say something: no tint when it is selected.
        icon.addPixmap(pixmap, QIcon.Mode.Selected)
        for row, tile in enumerate(self._tiles):
            if tile.tile_id == tile_id:
                self.strip.item(row).setIcon(icon)

    def event(self, event: QEvent) -> bool:
        """Keep Esc from QGIS's shortcuts, and close with it."""
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed or event.type() == QEvent.Type.ShortcutOverride:
            if event.key() != Qt.Key.Key_Escape:
                return bool(super().event(event))
            event.accept()
            if pressed:
                self.close()
            return True
        return bool(super().event(event))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        width = max(PICTURE, metrics.averageCharWidth() * _LETTERS) + 16
        height = PICTURE + 2 * metrics.height() + 16
        self.strip.setGridSize(QSize(width, height))
        bar = self.strip.horizontalScrollBar().sizeHint().height()
        self.strip.setMinimumHeight(height + bar + 2 * self.strip.frameWidth())

    def _on_current(self, _row: int) -> None:
        if self.current is not None:
            self.tile_chosen.emit(self.current)

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.tile_opened.emit(self._tiles[self.strip.row(item)])


def _text(tile: DatedTile, calibrated: bool) -> str:
    day = formatting.day(tile.date) or tr("no date")
    return day if tile.score is None else f"{day}\n{_score(tile.score, calibrated)}"


def _score(score: float, calibrated: bool) -> str:
    return formatting.percent(score) if calibrated else formatting.number(score, 2)


def _description(tile: DatedTile, calibrated: bool) -> list[str]:
    day = formatting.day(tile.date)
    lines = [
        tr("Acquired: {date}").format(date=day) if day else tr("Acquisition date unknown"),
        tile.source,
        tr("Ground size: {size}").format(size=formatting.metres(tile.ground_size_m)),
    ]
    if tile.score is not None:
        score = _score(tile.score, calibrated)
        lines.append(tr("Score for the question: {score}").format(score=score))
    return lines
