"""The map as the dock sees it: where it looks, what is active on it, and how hits are shown."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsMapLayer,
    QgsMapSettings,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QAction, QApplication, QMainWindow, QWidget

from ...compat import POLYGON_GEOMETRY
from ...layers.search_areas import to_wgs84, wgs84
from ..widgets import theme

#: A hit takes about so much of the map's width after zooming to it: what lies around it tells where.
_SHARE = 0.25
#: Zoomed close, about so much.
_CLOSE_SHARE = 0.7
_FLASH_FROM = QColor(255, 46, 147, 220)
_FLASH_TO = QColor(255, 46, 147, 0)
_FLASHES = 2
_FLASH_MS = 350
#: How dim places are that may turn out to be others, and how wide their outlines are, in pixels.
_DIM = 0.7
_PROVISIONAL_WIDTH = 2


class MapView(QObject):
    """QGIS's map canvas and layer panel.

    Args:
        iface: QGIS's interface.

    Attributes:
        provisional_places: How many places are outlined that may turn out to be others.

    Signals:
        moved(): The map shows another place.
        layer_activated(object): The user has clicked this layer in the layer panel; may be None.
    """

    moved = pyqtSignal()
    layer_activated = pyqtSignal(object)

    def __init__(self, iface: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._canvas: QgsMapCanvas = iface.mapCanvas()
        self._former_tool: QgsMapTool | None = None
        self._taken: QgsMapTool | None = None
        self._former_focus: QWidget | None = None
        # No layer: these places come and go while somebody speaks.
        self._provisional = QgsRubberBand(self._canvas, POLYGON_GEOMETRY)
        self._provisional.setStrokeColor(theme.faint(theme.ACCENT, _DIM))
        self._provisional.setFillColor(theme.faint(theme.ACCENT, 0.0))
        self._provisional.setLineStyle(Qt.PenStyle.DashLine)
        self._provisional.setWidth(_PROVISIONAL_WIDTH)
        self.provisional_places = 0
        self._canvas.extentsChanged.connect(self.moved)
        iface.currentLayerChanged.connect(self._on_current_layer)

    @property
    def canvas(self) -> QgsMapCanvas:
        """The canvas, for map tools."""
        return self._canvas

    @property
    def window(self) -> QMainWindow:
        """QGIS's main window, for panels and dialogs."""
        return self._iface.mainWindow()

    def take_tool(self, tool: QgsMapTool, hint: str) -> None:
        """Make a map tool the active one, with the keys; show in the status bar what to do with it."""
        active, focus = self._canvas.mapTool(), QApplication.focusWidget()
        # One of ours that is replaced does not come back.
        if active is not self._taken:
            self._former_tool = active
        self._taken = tool
        if focus is not self._canvas:
            self._former_focus = focus
        self._canvas.setMapTool(tool)
        self._canvas.window().activateWindow()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hint(hint)

    def give_back_tool(self, tool: QgsMapTool) -> None:
        """Make the map tool that was active before this one the active one, unless another one is."""
        if self._canvas.mapTool() is not tool:
            return
        former, self._former_tool, self._taken = self._former_tool, None, None
        if former is None or sip.isdeleted(former):
            self._canvas.unsetMapTool(tool)
        else:
            self._canvas.setMapTool(former)
        focus, self._former_focus = self._former_focus, None
        if focus is not None and not sip.isdeleted(focus) and self._canvas.hasFocus():
            focus.window().activateWindow()
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def hint(self, text: str) -> None:
        """Show in the status bar what to do."""
        self._iface.statusBarIface().showMessage(text)

    def clear_hint(self) -> None:
        """Take the hint off the status bar."""
        self._iface.statusBarIface().clearMessage()

    def raster_layers(self) -> list[QgsRasterLayer]:
        """Return the raster layers that the map shows, the uppermost first; else the active one, if it is one."""
        shown = [layer for layer in self._canvas.layers() if isinstance(layer, QgsRasterLayer)]
        active = self.active_layer()
        return shown or ([active] if isinstance(active, QgsRasterLayer) else [])

    def settings(self) -> QgsMapSettings:
        """Return what the map shows."""
        return self._canvas.mapSettings()

    def active_layer(self) -> QgsMapLayer | None:
        """Return the layer that is active in the layer panel."""
        layer: QgsMapLayer | None = self._iface.activeLayer()
        return layer

    def open_layout(self, layout: QgsPrintLayout) -> None:
        """Open a print layout of the project in its own window, with the first page of its atlas in view."""
        designer = self._iface.openLayoutDesigner(layout)
        preview = designer.window().findChild(QAction, "mActionAtlasPreview")
        # QGIS has no interface for it; without, texts would show their expressions.
        if preview is not None and layout.atlas().enabled() and not preview.isChecked():
            preview.trigger()

    def activate(self, layer: QgsVectorLayer) -> None:
        """Make a layer the active one, so that clicks on the map select its features."""
        self._iface.setActiveLayer(layer)

    def centre_wgs84(self, project: QgsProject) -> QgsPointXY | None:
        """Return the centre of the map in EPSG:4326; None if it lies nowhere on the globe."""
        crs = self._canvas.mapSettings().destinationCrs()
        if not crs.isValid():
            return None
        try:
            centre = to_wgs84(crs, project).transform(self._canvas.center())
        except QgsCsException:
            return None
        return centre if math.isfinite(centre.x()) and math.isfinite(centre.y()) else None

    def redraw(self) -> None:
        """Draw the map anew: QGIS does not by itself when a program takes layers away."""
        self._canvas.refresh()

    def show_all(self, layer: QgsMapLayer, anyway: bool = False) -> None:
        """Move the map so that all of a layer is seen, unless some of it is; ``anyway``: even then."""
        extent = self._canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent())
        if not extent.isEmpty() and (anyway or not self._canvas.extent().intersects(extent)):
            self._canvas.setExtent(extent.buffered(max(extent.width(), extent.height()) * 0.05))
            self._canvas.refresh()

    def show(self, footprints: Sequence[QgsGeometry], move: bool, close: bool = False) -> None:
        """Flash footprints (EPSG:4326) on the map.

        Args:
            footprints: What to show.
            move: Whether the map moves there if they are out of sight or too small.
            close: Whether it zooms close in any case.
        """
        crs = self._canvas.mapSettings().destinationCrs()
        transform = QgsCoordinateTransform(wgs84(), crs, QgsProject.instance().transformContext())
        seen = []
        for footprint in footprints:
            shape = QgsGeometry(footprint)
            try:
                if crs.isValid():
                    shape.transform(transform)
            except QgsCsException:
                continue  # Nowhere on this map: there is nothing to flash.
            if shape.boundingBox().isFinite():
                seen.append(shape)
        if not seen:
            return
        extent = QgsRectangle(seen[0].boundingBox())
        for shape in seen[1:]:
            extent.combineExtentWith(shape.boundingBox())
        moved = (move or close) and self._move_to(extent, close)
        # After the move has begun to be drawn, the flash is where the eye is.
        QTimer.singleShot(120 if moved else 0, lambda: self._flash(seen))

    def outline(self, footprints: Sequence[QgsGeometry]) -> None:
        """Outline places that may turn out to be others, instead of those before; the map does not move.

        Args:
            footprints: Polygons, EPSG:4326; none: nothing is outlined any more.
        """
        self._provisional.reset(POLYGON_GEOMETRY)
        self.provisional_places = 0
        for footprint in footprints:
            try:
                self._provisional.addGeometry(footprint, wgs84(), False)
            except QgsCsException:
                continue  # Nowhere on this map.
            self.provisional_places += 1
        self._provisional.updatePosition()
        self._provisional.update()

    def _flash(self, shapes: Sequence[QgsGeometry]) -> None:
        self._canvas.flashGeometries(
            list(shapes),
            self._canvas.mapSettings().destinationCrs(),
            _FLASH_FROM,
            _FLASH_TO,
            _FLASHES,
            _FLASH_MS,
        )

    def _move_to(self, extent: QgsRectangle, close: bool) -> bool:
        """Zoom to an extent, unless it is seen well already; return whether the map moved."""
        view = self._canvas.extent()
        side = max(extent.width(), extent.height())
        if side <= 0 or view.isEmpty():
            return False
        share = max(extent.width() / view.width(), extent.height() / view.height())
        if not close and view.contains(extent) and 0.08 <= share <= 0.9:
            return False
        wanted = _CLOSE_SHARE if close else _SHARE
        self._canvas.setExtent(extent.buffered(side * (1 / wanted - 1) / 2))
        self._canvas.refresh()
        return True

    def _on_current_layer(self, layer: QgsMapLayer | None) -> None:
        # Qt cannot connect QGIS's signal to ours: their arguments have different types.
        self.layer_activated.emit(layer)

    def end(self) -> None:
        """Let go of QGIS's signals."""
        self._canvas.extentsChanged.disconnect(self.moved)
        if not sip.isdeleted(self._provisional):
            self._canvas.scene().removeItem(self._provisional)
        self._iface.currentLayerChanged.disconnect(self._on_current_layer)
