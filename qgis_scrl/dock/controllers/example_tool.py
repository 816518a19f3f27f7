"""The map tool with which a place is shown as an example: a click takes a point, dragging takes a box."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, QRect, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from ...compat import POLYGON_GEOMETRY
from ..widgets import theme
from .keyboard_tool import KeyboardTool

_LINE = 2


class ExampleTool(KeyboardTool):
    """Takes one place.

    Signals:
        picked(object, bool): A :class:`QgsGeometry`, point or polygon, in the CRS of the map; True: Ctrl was held.
    """

    picked = pyqtSignal(object, bool)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._begin: QPoint | None = None
        self._band = QgsRubberBand(canvas, POLYGON_GEOMETRY)
        self._band.setColor(theme.ACCENT)
        self._band.setFillColor(theme.faint(theme.ACCENT, 0.15))
        self._band.setWidth(_LINE)

    def take(self, point: QgsPointXY, modifiers: Qt.KeyboardModifiers) -> None:
        """Take a point."""
        adding = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        self.picked.emit(QgsGeometry.fromPointXY(point), adding)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        """Begin a box."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin = event.pos()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        """Show the box."""
        if self._begin is not None:
            self._band.setToGeometry(self._shape(self._begin, event.pos()), None)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        """Take the box, or the point if there is hardly one."""
        if self._begin is None or event.button() != Qt.MouseButton.LeftButton:
            return
        shape = self._shape(self._begin, event.pos())
        self._reset()
        adding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self.picked.emit(shape, adding)

    def deactivate(self) -> None:
        """Take the box off the map."""
        self._reset()
        super().deactivate()

    def end(self) -> None:
        """Leave nothing on the map."""
        self.canvas().scene().removeItem(self._band)
        super().end()

    def _reset(self) -> None:
        self._begin = None
        self._band.reset(POLYGON_GEOMETRY)

    def _shape(self, begin: QPoint, end: QPoint) -> QgsGeometry:
        box = QRect(begin, end).normalized()
        if min(box.width(), box.height()) <= QApplication.startDragDistance():
            return QgsGeometry.fromPointXY(self.toMapCoordinates(end))
        corners = (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft())
        # Corner by corner: the map may be rotated.
        return QgsGeometry.fromPolygonXY([[self.toMapCoordinates(corner) for corner in corners]])
