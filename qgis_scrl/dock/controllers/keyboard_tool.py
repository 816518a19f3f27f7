"""A map tool for whoever has no mouse: what a click does at a place, Enter does at the centre of the map."""

from __future__ import annotations

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsVertexMarker
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent

from ...translation import tr
from ..widgets import theme

_CROSS = 24
_LINE = 3


def with_keys(sentence: str) -> str:
    """Return what to do with a tool, and its keys."""
    return f"{sentence} {keys()}"


def keys() -> str:
    """Return which keys such a tool has."""
    return tr("Arrow keys and Enter take the centre of the map; press Esc to cancel.")


class KeyboardTool(QgsMapTool):
    """Marks the centre of the map, which Enter takes; the map moves with the arrow keys as ever.

    Signals:
        escaped(): Esc was pressed: the user wants no more of it.
    """

    escaped = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._centre = QgsVertexMarker(canvas)
        self._centre.setIconType(QgsVertexMarker.IconType.ICON_CROSS)
        self._centre.setColor(theme.ACCENT)
        self._centre.setIconSize(_CROSS)
        self._centre.setPenWidth(_LINE)
        self._centre.hide()

    def take(self, point: QgsPointXY, modifiers: Qt.KeyboardModifiers) -> None:
        """Do what a click does there.

        Args:
            point: In the CRS of the map.
            modifiers: Keys that are held.
        """
        raise NotImplementedError

    def activate(self) -> None:
        """Mark the centre."""
        super().activate()
        self._mark()
        if not self._centre.isVisible():
            self._centre.show()
            self.canvas().extentsChanged.connect(self._mark)

    def deactivate(self) -> None:
        """Leave nothing on the map."""
        # Not isActive(): some versions of QGIS forget the tool before they deactivate it, some after.
        if self._centre.isVisible():
            self._centre.hide()
            self.canvas().extentsChanged.disconnect(self._mark)
        super().deactivate()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take the centre with Enter, leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.take(self.canvas().center(), event.modifiers())
        else:
            super().keyPressEvent(event)

    def end(self) -> None:
        """Leave nothing on the map."""
        if self._centre.scene() is not None:
            self.canvas().scene().removeItem(self._centre)
        self.deleteLater()

    def _mark(self) -> None:
        self._centre.setCenter(self.canvas().center())
