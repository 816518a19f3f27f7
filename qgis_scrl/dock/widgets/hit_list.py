"""The list of hits: its rows, and how a row is drawn."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from qgis.PyQt.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
)
from qgis.PyQt.QtWidgets import (
    QApplication,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from ...contract import Hit
from ...translation import tr, tr_later
from . import formatting, theme

SORTS: tuple[tuple[str, str], ...] = (
    ("rank", tr_later("Best first")),
    ("distance", tr_later("Nearest first")),
    ("date", tr_later("Newest first")),
    ("source", tr_later("By image")),
)


#: The keys, in every language.
_ANSWER_LETTERS = {True: "Y", False: "N"}
# White letters on them are readable.
_ANSWER_COLOURS = {True: QColor("#1f7a45"), False: QColor("#b3261e")}


class HitModel(QAbstractListModel):
    """The hits that are shown: filtered by score, sorted.

    Signals:
        rearranged(): Other rows, or another order.
    """

    rearranged = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Hit, ...] = ()
        self._rows: list[Hit] = []
        self._least: float | None = None
        self._sort = "rank"
        self._metres: dict[int, float] = {}
        self._thumbnails: dict[int, QPixmap] = {}
        self._labels: dict[int, bool] = {}

    @property
    def rows(self) -> tuple[Hit, ...]:
        """What is shown, in its order."""
        return tuple(self._rows)

    def set_hits(self, hits: Sequence[Hit], least: float | None) -> None:
        """Show other hits."""
        self._all = tuple(hits)
        self._least = least
        self._metres = {}
        self._thumbnails = {}
        self._labels = {}
        self._arrange()

    def set_labels(self, labels: Mapping[int, bool]) -> None:
        """Show which tiles are a yes (True) and which a no."""
        self._labels = dict(labels)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def label(self, hit: Hit) -> bool | None:
        """Return whether a hit is a yes or a no; None if it has no label."""
        return self._labels.get(hit.tile_id)

    def set_least(self, least: float | None) -> None:
        """Show only hits with at least that score."""
        if least != self._least:
            self._least = least
            self._arrange()

    def set_sort(self, sort: str) -> None:
        """Sort by "rank", "distance", "date" or "source"."""
        if sort != self._sort:
            self._sort = sort
            self._arrange()

    def set_distances(self, metres: Mapping[int, float]) -> None:
        """Set the distance of each hit, by rank, from the centre of the map."""
        self._metres = dict(metres)
        if self._sort == "distance":
            self._arrange()
        elif self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def set_thumbnail(self, tile_id: int, image: QImage) -> None:
        """Show the thumbnail of a tile."""
        self._thumbnails[tile_id] = QPixmap.fromImage(image)
        for row, hit in enumerate(self._rows):
            if hit.tile_id == tile_id:
                self.dataChanged.emit(self.index(row), self.index(row))

    def thumbnail(self, tile_id: int) -> QPixmap | None:
        """Return the thumbnail of a tile; None if it is not there yet."""
        return self._thumbnails.get(tile_id)

    def distance(self, hit: Hit) -> float | None:
        """Return how far a hit is from the centre of the map, in metres."""
        metres = self._metres.get(hit.rank)
        return metres if metres is not None and math.isfinite(metres) else None

    def row_of(self, rank: int) -> int:
        """Return the row of the hit of that rank; -1 if it is not shown."""
        return next((row for row, hit in enumerate(self._rows) if hit.rank == rank), -1)

    def hit(self, index: QModelIndex) -> Hit:
        """Return the hit of a row."""
        return self._rows[index.row()]

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Return how many are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the text of a row, or its description for tooltips and screen readers."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        hit = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{hit.rank}. {hit.source}"
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            separator = "\n" if role == Qt.ItemDataRole.ToolTipRole else ", "
            return separator.join(self._description(hit))
        return None

    def details(self, hit: Hit) -> str:
        """Return date, ground size and distance of a hit, as far as they are known."""
        parts = [formatting.day(hit.date) or tr("no date"), formatting.metres(hit.ground_size_m)]
        metres = self.distance(hit)
        if metres is not None:
            parts.append(tr("{distance} away").format(distance=formatting.distance(metres)))
        return " · ".join(parts)

    def _description(self, hit: Hit) -> Iterable[str]:
        score = formatting.number(hit.score, 3)
        yield tr("Rank {rank}, score {score}").format(rank=hit.rank, score=score)
        label = self.label(hit)
        if label is not None:
            yield tr("Your answer: yes") if label else tr("Your answer: no")
        yield hit.source
        day = formatting.day(hit.date)
        yield tr("Acquired: {date}").format(date=day) if day else tr("Acquisition date unknown")
        yield tr("Ground size: {size}").format(size=formatting.metres(hit.ground_size_m))
        metres = self.distance(hit)
        if metres is not None:
            distance = formatting.distance(metres)
            yield tr("Distance from the map centre: {distance}").format(distance=distance)
        yield f"{hit.lat:.6f}, {hit.lon:.6f}"

    def _arrange(self) -> None:
        self.beginResetModel()
        least = self._least
        rows = [hit for hit in self._all if least is None or hit.score >= least - 1e-9]
        orders: dict[str, Callable[[Hit], Any]] = {
            "distance": lambda hit: self._metres.get(hit.rank, math.inf),
            "date": lambda hit: -(hit.date or date.min).toordinal(),
            "source": lambda hit: hit.source.lower(),
        }
        rows.sort(key=lambda hit: hit.rank)
        if self._sort in orders:
            # The sort is stable: ties stay in the order of ranks.
            rows.sort(key=orders[self._sort])
        self._rows = rows
        self.endResetModel()
        self.rearranged.emit()


class HitDelegate(QStyledItemDelegate):
    """Draws a hit: thumbnail, rank, score as a bar, image, date, size, distance, and its answers Y and N.

    Attributes:
        score_range: Scores of an empty and of a full bar.
        shows_answers: Whether hits can be answered.
    """

    def __init__(self, model: HitModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.score_range = (0.0, 1.0)
        self.shows_answers = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # noqa: N802
        """Three lines high."""
        return QSize(0, self.row_height(option.fontMetrics))

    @staticmethod
    def row_height(metrics: QFontMetrics) -> int:
        """Return the height of a row for a font."""
        return int(metrics.height() * 3.5)

    @staticmethod
    def answer_boxes(row: QRect, metrics: QFontMetrics) -> dict[bool, QRect]:
        """Return where the answers yes (True) and no are in a row."""
        side = round(metrics.height() * 1.35)
        margin = max(4, metrics.height() // 4)
        top, right = row.bottom() - margin - side, row.right() - margin
        return {
            False: QRect(right - side, top, side, side),
            True: QRect(right - 2 * side - margin // 2, top, side, side),
        }

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw a row."""
        hit = self._model.hit(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        widget = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        background = QStyleOptionViewItem(option)
        background.text = ""
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, background, painter, widget
        )
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        text = option.palette.color(QPalette.ColorGroup.Active, role)
        ground = option.palette.color(
            QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Base
        )
        quiet = theme.quiet_on(text, ground, 0.75)

        margin = max(4, option.fontMetrics.height() // 4)
        box = option.rect.adjusted(margin, margin, -margin, -margin)
        picture = QRect(box.left(), box.top(), box.height(), box.height())
        self._draw_picture(painter, picture, hit, theme.mixed(ground, text, 0.12), quiet)
        words = QRect(
            picture.right() + 2 * margin,
            box.top(),
            box.right() - picture.right() - 2 * margin,
            box.height(),
        )
        line = words.height() // 3
        first, second, third = (
            QRect(words.left(), words.top() + row * line, words.width(), line) for row in range(3)
        )
        bold = QFont(option.font)
        bold.setBold(True)
        self._draw_score(painter, first, hit, bold, text, ground, chosen)
        if self.shows_answers:
            boxes = self.answer_boxes(option.rect, option.fontMetrics)
            self._draw_answers(painter, boxes, self._model.label(hit), bold, text, quiet)
            for lower in (second, third):
                lower.setRight(boxes[True].left() - margin)
        painter.setFont(option.font)
        painter.setPen(text)
        metrics = option.fontMetrics
        name = metrics.elidedText(hit.source, Qt.TextElideMode.ElideMiddle, second.width())
        painter.drawText(second, int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.setPen(quiet)
        details = metrics.elidedText(
            self._model.details(hit), Qt.TextElideMode.ElideRight, third.width()
        )
        painter.drawText(third, int(Qt.AlignmentFlag.AlignVCenter), details)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(quiet, 1, Qt.PenStyle.DotLine))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _draw_answers(
        self,
        painter: QPainter,
        boxes: Mapping[bool, QRect],
        label: bool | None,
        font: QFont,
        text: QColor,
        quiet: QColor,
    ) -> None:
        """Draw Y and N as buttons; the one that was given is filled, and the letter says which."""
        painter.setFont(font)
        for yes, box in boxes.items():
            given = label is yes
            painter.setBrush(_ANSWER_COLOURS[yes] if given else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(_ANSWER_COLOURS[yes] if given else quiet, 1))
            painter.drawRoundedRect(QRectF(box), 4, 4)
            painter.setPen(QColor("white") if given else text)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), _ANSWER_LETTERS[yes])

    def _draw_picture(
        self, painter: QPainter, box: QRect, hit: Hit, empty: QColor, quiet: QColor
    ) -> None:
        pixmap = self._model.thumbnail(hit.tile_id)
        if pixmap is not None and not pixmap.isNull():
            painter.drawPixmap(box, pixmap)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(empty)
        painter.drawRoundedRect(QRectF(box), 3, 3)
        side = box.height() // 2
        painter.setOpacity(0.5)
        sign = theme.coloured_pixmap(
            "footprints", side, quiet, painter.device().devicePixelRatioF()
        )
        painter.drawPixmap(box.center().x() - side // 2, box.center().y() - side // 2, sign)
        painter.setOpacity(1.0)

    def _draw_score(
        self,
        painter: QPainter,
        box: QRect,
        hit: Hit,
        font: QFont,
        text: QColor,
        ground: QColor,
        chosen: bool,
    ) -> None:
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(text)
        rank_width = (
            max(metrics.horizontalAdvance("88"), metrics.horizontalAdvance(str(hit.rank)))
            + metrics.averageCharWidth()
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), str(hit.rank))
        number = formatting.number(hit.score, 2)
        number_width = metrics.horizontalAdvance("0.00") + metrics.averageCharWidth()
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), number
        )
        track = QRectF(
            box.left() + rank_width,
            box.center().y() - 2.5,
            box.width() - rank_width - number_width,
            6,
        )
        if track.width() < 8:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        empty = theme.mixed(ground, text, 0.15)
        painter.setBrush(empty)
        painter.drawRoundedRect(track, 3, 3)
        lowest, highest = self.score_range
        share = 1.0 if highest <= lowest else (hit.score - lowest) / (highest - lowest)
        # The weakest keeps a stub, so that every bar can be recognised as one.
        filled = QRectF(track)
        filled.setWidth(track.width() * (0.08 + 0.92 * min(1.0, max(0.0, share))))
        painter.setBrush(text if chosen else theme.seen(theme.SCORE, ground, empty))
        painter.drawRoundedRect(filled, 3, 3)


class HitList(QListView):
    """The list of hits; arrow keys move through it, Enter zooms to the hit, M searches for more like it.

    T shows it through time, I adds its image. Y and N answer whether it is what is looked for; U, Backspace and
    Ctrl+Z take the last answer back.

    Attributes:
        can_ask: Whether a search can be started now.

    Signals:
        opened(object): Double-clicked, or Enter: zoom to this :class:`Hit`.
        alike_wanted(object): Find more places like this :class:`Hit`.
        notes_wanted(object): Find the voice notes that fit this :class:`Hit`.
        answered(object, object): These hits (a tuple of :class:`Hit`) are a yes (True), a no (False), or (None)
            neither.
        undo_wanted(): Take the last answer back.
        time_wanted(object): Show the place of this :class:`Hit` at all dates.
        image_wanted(object): Add the image of this :class:`Hit` to the project.
    """

    opened = pyqtSignal(object)
    alike_wanted = pyqtSignal(object)
    notes_wanted = pyqtSignal(object)
    answered = pyqtSignal(object, object)
    undo_wanted = pyqtSignal()
    time_wanted = pyqtSignal(object)
    image_wanted = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = HitModel(self)
        self.setModel(self.hits)
        self.painter = HitDelegate(self.hits, self)
        self.setItemDelegate(self.painter)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(tr("Places found"))
        self.setToolTip("")
        self.setMinimumHeight(HitDelegate.row_height(self.fontMetrics()) * 2)
        self.activated.connect(lambda index: self.opened.emit(self.hits.hit(index)))
        self.can_ask = True
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)

    def current_hit(self) -> Hit | None:
        """Return the hit that keys and menu act on; None if none is selected."""
        index = self.currentIndex()
        if index.isValid() and self.selectionModel().isSelected(index):
            return self.hits.hit(index)
        chosen = self.selectedIndexes()
        return self.hits.hit(chosen[0]) if chosen else None

    def want_alike(self) -> None:
        """Request a search for more places like the current hit."""
        hit = self.current_hit()
        if hit is not None and self.can_ask:
            self.alike_wanted.emit(hit)

    def want_time(self) -> None:
        """Request the tiles of all dates at the current hit."""
        hit = self.current_hit()
        if hit is not None:
            self.time_wanted.emit(hit)

    def want_image(self) -> None:
        """Request the image of the current hit as a layer."""
        hit = self.current_hit()
        if hit is not None:
            self.image_wanted.emit(hit)

    @property
    def can_answer(self) -> bool:
        """Whether hits can be answered with yes and no."""
        return self.painter.shows_answers

    @can_answer.setter
    def can_answer(self, can: bool) -> None:
        self.painter.shows_answers = can
        self.viewport().update()

    def answer(self, yes: bool) -> None:
        """Say of the selected hits whether they are what is looked for; of a single one, go on to the next."""
        chosen = tuple(self.hits.hit(index) for index in self.selectedIndexes())
        if not chosen or not self.can_answer:
            return
        self.answered.emit(chosen, yes)
        following = self.hits.row_of(chosen[0].rank) + 1
        if len(chosen) == 1 and following < self.hits.rowCount():
            self.setCurrentIndex(self.hits.index(following))

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the list from QGIS's shortcuts while the list has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and _key_of(event) is not None:
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Do what the menu does."""
        key = _key_of(event)
        if key == "alike":
            self.want_alike()
        elif key == "copy":
            self.copy_coordinates()
        elif key in ("yes", "no"):
            self.answer(key == "yes")
        elif key == "undo":
            self.undo_wanted.emit()
        elif key == "time":
            self.want_time()
        elif key == "image":
            self.want_image()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Let the buttons Y and N of a row be pressed, and say what they do; the row itself stays as it is."""
        kinds = QEvent.Type
        if event.type() in (kinds.MouseButtonPress, kinds.MouseButtonDblClick, kinds.ToolTip):
            hit, yes = self._answer_at(event.pos())
            if hit is not None and event.type() == kinds.ToolTip:
                QToolTip.showText(event.globalPos(), _answer_tip(yes), self.viewport())
                return True
            if hit is not None and event.button() == Qt.MouseButton.LeftButton:
                self.answered.emit((hit,), yes)
                return True
        return bool(super().viewportEvent(event))

    def _answer_at(self, position: QPoint) -> tuple[Hit | None, bool]:
        """Return the hit whose button Y (True) or N is there; None if none is."""
        index = self.indexAt(position)
        if index.isValid() and self.can_answer:
            boxes = self.painter.answer_boxes(self.visualRect(index), self.fontMetrics())
            for yes, box in boxes.items():
                if box.contains(position):
                    return self.hits.hit(index), yes
        return None, False

    def copy_coordinates(self) -> None:
        """Put the centre of the current hit on the clipboard: latitude, longitude."""
        hit = self.current_hit()
        if hit is not None:
            QApplication.clipboard().setText(f"{hit.lat:.6f}, {hit.lon:.6f}")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Show the menu of the current hit; the Menu key also ends up here."""
        hit = self.current_hit()
        if hit is None:
            return
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = event.globalPos()
        if by_key:
            row = self.visualRect(self.hits.index(self.hits.row_of(hit.rank)))
            at = self.viewport().mapToGlobal(row.center())
        self.menu_for(hit).popup(at)

    def menu_for(self, hit: Hit) -> QMenu:
        """Return the menu of a hit."""
        menu = self._menu
        menu.clear()
        icon = theme.themed_icon("zoom", menu)
        zoom = menu.addAction(icon, _with_key(tr("Zoom to place"), Qt.Key.Key_Enter))
        zoom.setToolTip(tr("Zoom the map to this place"))
        zoom.triggered.connect(lambda _on=False: self.opened.emit(hit))
        icon = theme.themed_icon("like-this", menu)
        alike = menu.addAction(icon, _with_key(tr("More like this"), Qt.Key.Key_M))
        alike.setToolTip(tr("Search for places that look like this one"))
        alike.setEnabled(self.can_ask)
        alike.triggered.connect(lambda _on=False: self.alike_wanted.emit(hit))
        time = menu.addAction(_with_key(tr("Through time"), Qt.Key.Key_T))
        time.setToolTip(tr("Show this place at all dates of the voice index"))
        time.triggered.connect(lambda _on=False: self.time_wanted.emit(hit))
        image = menu.addAction(_with_key(tr("Add its image as a layer"), Qt.Key.Key_I))
        image.setToolTip(tr("Add the whole raster of this place to the project"))
        image.triggered.connect(lambda _on=False: self.image_wanted.emit(hit))
        fitting = menu.addAction(tr("Which notes fit here?"))
        fitting.setToolTip(tr("Rank your voice notes by how well they describe this place"))
        fitting.setEnabled(self.can_ask)
        fitting.triggered.connect(lambda _on=False: self.notes_wanted.emit(hit))
        if self.can_answer:
            menu.addSeparator()
            for yes, text, key in (
                (True, tr("Yes, this is it"), Qt.Key.Key_Y),
                (False, tr("No, this is not it"), Qt.Key.Key_N),
            ):
                entry = menu.addAction(_with_key(text, key))
                entry.setToolTip(_answer_tip(yes))
                entry.setCheckable(True)
                entry.setChecked(self.hits.label(hit) is yes)
                entry.triggered.connect(lambda _on=False, yes=yes: self.answered.emit((hit,), yes))
            remove = menu.addAction(tr("Remove the answer"))
            remove.setToolTip(tr("This place is neither a yes nor a no"))
            remove.setEnabled(self.hits.label(hit) is not None)
            remove.triggered.connect(lambda _on=False: self.answered.emit((hit,), None))
        menu.addSeparator()
        position = f"{hit.lat:.5f}, {hit.lon:.5f}"
        text = tr("Copy coordinates ({position})").format(position=position)
        copy = menu.addAction(_with_key(text, QKeySequence.StandardKey.Copy))
        copy.setToolTip(tr("Latitude and longitude of the centre (WGS 84)"))
        copy.triggered.connect(lambda _on=False: self.copy_coordinates())
        return menu

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the font and the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumHeight(HitDelegate.row_height(self.fontMetrics()) * 2)
            self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Two rows; it grows into what room there is.

        The dock's scroll area takes the hint as the minimum height, because labels that wrap derive
        their height from their width: a larger hint would push Keep and Clear all out of sight.
        """
        return QSize(super().sizeHint().width(), HitDelegate.row_height(self.fontMetrics()) * 2)

    def ranks_selected(self) -> list[int]:
        """Return the ranks of the selected hits."""
        return sorted(self.hits.hit(index).rank for index in self.selectedIndexes())

    def visible_hits(self) -> list[Hit]:
        """Return the visible hits, and some below."""
        first = self.indexAt(self.viewport().rect().topLeft())
        start = first.row() if first.isValid() else 0
        height = max(1, HitDelegate.row_height(self.fontMetrics()))
        count = self.viewport().height() // height + 2
        end = start + 2 * count
        return list(self.hits.rows[start:end])


def _with_key(text: str, key: Qt.Key | QKeySequence.StandardKey) -> str:
    """Return the text of a menu entry with its key, as the system names it."""
    return f"{text}\t{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}"


def _answer_tip(yes: bool) -> str:
    return (
        tr("Yes: more like this when you press Refine (Y)")
        if yes
        else tr("No: nothing like this when you press Refine (N)")
    )


def _key_of(event: QEvent) -> str | None:
    """Return what a key means in the list: "alike", "time", "image", "copy", "yes", "no", "undo", or None."""
    if not isinstance(event, QKeyEvent):
        return None
    if event.matches(QKeySequence.StandardKey.Copy):
        return "copy"
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    plain = event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
    )
    return _KEYS.get(event.key()) if plain else None


_KEYS = {
    Qt.Key.Key_M: "alike",
    Qt.Key.Key_T: "time",
    Qt.Key.Key_I: "image",
    Qt.Key.Key_Y: "yes",
    Qt.Key.Key_N: "no",
    Qt.Key.Key_U: "undo",
    Qt.Key.Key_Backspace: "undo",
}
