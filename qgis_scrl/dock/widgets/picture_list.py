"""A list whose rows show the pictures of some tiles beside a text."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QIcon, QImage, QPainter, QPixmap
from qgis.PyQt.QtWidgets import QListView, QListWidget, QListWidgetItem

from . import theme

_PICTURE = 60
_GAP = 3


class PictureList(QListWidget):
    """Rows of pictures, side by side, and text.

    Args:
        name: For screen readers.
        pictures: Most pictures of a row.
    """

    def __init__(self, name: str, pictures: int) -> None:
        super().__init__()
        self._pictures: dict[int, QImage] = {}
        self.setAccessibleName(name)
        self.setIconSize(_strip_size(pictures))
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def selected_row(self) -> int:
        """The row that is selected; -1 if none is."""
        chosen = self.selectedItems()
        return int(self.row(chosen[0])) if chosen else -1

    @property
    def missing(self) -> list[int]:
        """The tiles that have no picture yet, first those that come first in their rows."""
        places: dict[int, int] = {}
        for row in range(self.count()):
            for place, tile_id in enumerate(self._tiles_of(self.item(row))):
                if tile_id not in self._pictures:
                    places[tile_id] = min(place, places.get(tile_id, place))
        return sorted(places, key=lambda tile_id: places[tile_id])

    def set_rows(self, rows: Sequence[tuple[str, str, Sequence[int]]]) -> None:
        """Show rows of text, description and the tiles that are to be seen in them."""
        self.clear()
        for text, description, tile_ids in rows:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, list(tile_ids))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, description)
            item.setToolTip(description)
            self.addItem(item)
            if any(tile_id in self._pictures for tile_id in tile_ids):
                item.setIcon(self._strip(tile_ids))
            else:
                blank = QPixmap(_strip_size(len(tile_ids)))
                blank.fill(Qt.GlobalColor.transparent)
                item.setIcon(QIcon(blank))

    def set_picture(self, tile_id: int, image: QImage) -> None:
        """Show the picture of a tile; an empty one stands for a tile whose raster is gone."""
        self._pictures[tile_id] = image
        for row in range(self.count()):
            tile_ids = self._tiles_of(self.item(row))
            if tile_id in tile_ids:
                self.item(row).setIcon(self._strip(tile_ids))

    @staticmethod
    def _tiles_of(item: QListWidgetItem) -> list[int]:
        return list(item.data(Qt.ItemDataRole.UserRole))

    def _strip(self, tile_ids: Sequence[int]) -> QIcon:
        """Return the pictures of some tiles side by side."""
        ratio = max(1.0, self.devicePixelRatioF())
        size = _strip_size(len(tile_ids))
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place, tile_id in enumerate(tile_ids):
            box = QRectF(place * (_PICTURE + _GAP), 0, _PICTURE, _PICTURE)
            image = self._pictures.get(tile_id)
            if image is None or image.isNull():
                painter.fillRect(box, theme.muted(self, 0.12))
            else:
                painter.drawImage(box, image)
        painter.end()
        icon = QIcon(pixmap)
        # The colours of a picture say something: no tint when it is selected.
        icon.addPixmap(pixmap, QIcon.Mode.Selected)
        return icon


def _strip_size(pictures: int) -> QSize:
    return QSize(pictures * (_PICTURE + _GAP) - _GAP, _PICTURE)
