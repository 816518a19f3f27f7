"""The differences between the versions of QGIS and Qt, in one place."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsMapLayerProxyModel,
    QgsMapLayerType,
    QgsPalLayerSettings,
    QgsProviderRegistry,
    QgsScaleBarSettings,
    QgsTemporalNavigationObject,
    QgsTextFormat,
    QgsUnitTypes,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QObject, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices

# Qgis.GeometryType came with 3.30, Qgis.LayerFilter with 3.34.
if hasattr(Qgis, "GeometryType"):
    POLYGON_GEOMETRY: Any = Qgis.GeometryType.Polygon
else:
    POLYGON_GEOMETRY = QgsWkbTypes.GeometryType.PolygonGeometry

if hasattr(Qgis, "LayerFilter"):
    POLYGON_LAYERS: Any = Qgis.LayerFilter.PolygonLayer
else:
    POLYGON_LAYERS = QgsMapLayerProxyModel.Filter.PolygonLayer


# Qgis.LayerType came with 3.30.
if hasattr(Qgis, "LayerType"):
    VECTOR_LAYER: Any = Qgis.LayerType.Vector
    RASTER_LAYER: Any = Qgis.LayerType.Raster
else:
    VECTOR_LAYER = QgsMapLayerType.VectorLayer
    RASTER_LAYER = QgsMapLayerType.RasterLayer

# The unit's enumeration moved with 3.30.
if hasattr(Qgis, "DistanceUnit"):
    METRES: Any = Qgis.DistanceUnit.Meters
else:
    METRES = QgsUnitTypes.DistanceUnit.DistanceMeters

# Qgis.LabelPlacement came with 3.26.
if hasattr(Qgis, "LabelPlacement"):
    OVER_POINT: Any = Qgis.LabelPlacement.OverPoint
else:
    OVER_POINT = QgsPalLayerSettings.Placement.OverPoint

# The unit of layouts moved with 3.30, too; the way in which a scale bar fits itself with 3.40.
if hasattr(Qgis, "LayoutUnit"):
    MILLIMETRES: Any = Qgis.LayoutUnit.Millimeters
else:
    MILLIMETRES = QgsUnitTypes.LayoutUnit.LayoutMillimeters
if hasattr(Qgis, "ScaleBarSegmentSizeMode"):
    FIT_WIDTH: Any = Qgis.ScaleBarSegmentSizeMode.FitWidth
else:
    FIT_WIDTH = QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth


def set_text_format(label: Any, text_format: QgsTextFormat) -> None:
    """Give a label of a layout a font; before 3.24 it had no format of its own."""
    if hasattr(label, "setTextFormat"):
        label.setTextFormat(text_format)
    else:
        font = text_format.font()
        font.setPointSizeF(text_format.size())
        label.setFont(font)


# The mode moved with 3.36.
if hasattr(Qgis, "TemporalNavigationMode"):
    FIXED_RANGE: Any = Qgis.TemporalNavigationMode.FixedRange
else:
    FIXED_RANGE = QgsTemporalNavigationObject.NavigationMode.FixedRange


# A set of flags is a class of its own in Qt 5 and the enumeration itself in Qt 6.
NO_ORIENTATION: Any = Qt.Orientations() if hasattr(Qt, "Orientations") else Qt.Orientation(0)


def drop_modifiers(event: Any) -> Any:
    """Return the keys that are held while something is dropped; Qt 6 renamed the method."""
    return event.modifiers() if hasattr(event, "modifiers") else event.keyboardModifiers()


# Its own enumeration came with 3.36.
if hasattr(Qgis, "CrsWktVariant"):
    _WKT: Any = Qgis.CrsWktVariant.Preferred
else:
    _WKT = QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED


def crs_text(crs: QgsCoordinateReferenceSystem) -> str:
    """Return a coordinate system as another program understands it; empty if it is none.

    The numbers of those that the user has defined are known to QGIS alone.
    """
    authority, _, _ = crs.authid().partition(":")
    if authority and authority.upper() not in ("USER", "CUSTOM", "INTERNAL", "QGIS"):
        return str(crs.authid())
    return str(crs.toWkt(_WKT)) if crs.isValid() else ""


class SoundPlayer(QObject):
    """Plays a sound file: with QtMultimedia where it is installed, else with the system's player.

    QGIS on some Linux distributions comes without QtMultimedia.

    Signals:
        started(str): Path of what is now being played.
        stopped(): It has come to its end, was stopped, or cannot be played.
    """

    started = pyqtSignal(str)
    stopped = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player: Any = None
        self._output: Any = None
        self._multimedia: Any = None
        self._path = ""

    @property
    def playing(self) -> str:
        """Path of what is being played; empty if nothing is."""
        return self._path

    def play(self, path: str) -> bool:
        """Begin to play; returns False if no player was found."""
        self.stop()
        if not Path(path).is_file():
            return False
        if not self._ready():
            return bool(QDesktopServices.openUrl(QUrl.fromLocalFile(path)))
        url = QUrl.fromLocalFile(path)
        if hasattr(self._player, "setSource"):  # Qt 6
            self._player.setSource(url)
        else:
            self._player.setMedia(self._multimedia.QMediaContent(url))
        self._path = path
        self._player.play()
        self.started.emit(path)
        return True

    def stop(self) -> None:
        """Stop playing."""
        if self._path:
            self._path = ""
            self._player.stop()
            self.stopped.emit()

    def _ready(self) -> bool:
        if self._player is not None:
            return True
        # QGIS passes QtMultimedia on since 3.32 only; before that there is but Qt 5's own.
        for module in ("qgis.PyQt.QtMultimedia", "PyQt5.QtMultimedia"):
            try:
                self._multimedia = importlib.import_module(module)
                break
            except ImportError:
                continue
        else:
            return False
        self._player = self._multimedia.QMediaPlayer(self)
        if hasattr(self._player, "setAudioOutput"):  # Qt 6
            self._output = self._multimedia.QAudioOutput(self)
            self._player.setAudioOutput(self._output)
        status = self._player.mediaStatusChanged
        status.connect(self._on_status)
        return True

    def _on_status(self, status: Any) -> None:
        ended = self._multimedia.QMediaPlayer.MediaStatus
        if status in (ended.EndOfMedia, ended.InvalidMedia) and self._path:
            self._path = ""
            self.stopped.emit()


def raster_source(source: str) -> tuple[str, str]:
    """Return what GDAL opens for the source of a raster layer, and which raster in it; empty: the only one.

    QGIS 3.22 calls ``/vsimem/`` and ``/vsicurl/`` a part of the path; QGIS 3.40 takes them off. Both
    tell an archive apart from the raster in it.
    """
    decoded = QgsProviderRegistry.instance().decodeUri("gdal", source)
    parts = (str(decoded.get(key) or "") for key in ("vsiPrefix", "path", "vsiSuffix"))
    layer = decoded.get("layerName")
    return "".join(parts) or source, layer if isinstance(layer, str) else ""
