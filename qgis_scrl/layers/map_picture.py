"""A picture of what raster layers show at a place: an example from imagery that is in no voice index."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage

from ..compat import METRES
from .search_areas import wgs84

#: Finer pixels show nothing more that the model sees.
_FINEST_PIXEL_M = 0.3
_FEWEST_PIXELS, _MOST_PIXELS = 8, 512


def picture_settings(
    layers: Sequence[QgsRasterLayer], place: QgsGeometry, point_side_m: float, project: QgsProject
) -> QgsMapSettings:
    """Return how to draw a square of ground, north up, in the finest resolution that the layers have.

    Args:
        layers: What to draw, the uppermost first.
        place: A point or polygon, EPSG:4326; the square is as large as its longer side.
        point_side_m: Side of the square around a point, in metres.
        project: Gives the transforms.
    """
    centre = place.boundingBox().center()
    # Metres are metres there, whatever the CRS of the map makes of them.
    crs = QgsCoordinateReferenceSystem.fromProj(
        f"+proj=aeqd +lat_0={centre.y():.8f} +lon_0={centre.x():.8f} +datum=WGS84 +units=m +no_defs"
    )
    local = QgsGeometry(place)
    local.transform(QgsCoordinateTransform(wgs84(), crs, project.transformContext()))
    box = local.boundingBox()
    side = max(box.width(), box.height()) or point_side_m
    pixel = max(_FINEST_PIXEL_M, min(map(_pixel_size_m, layers)))
    pixels = max(_FEWEST_PIXELS, min(_MOST_PIXELS, round(side / pixel)))
    middle = box.center()
    settings = QgsMapSettings()
    settings.setDestinationCrs(crs)
    settings.setTransformContext(project.transformContext())
    settings.setLayers(list(layers))
    settings.setBackgroundColor(QColor(Qt.GlobalColor.transparent))
    settings.setOutputSize(QSize(pixels, pixels))
    settings.setExtent(
        QgsRectangle(
            middle.x() - side / 2,
            middle.y() - side / 2,
            middle.x() + side / 2,
            middle.y() + side / 2,
        )
    )
    return settings


def is_blank(picture: QImage) -> bool:
    """Return whether a picture shows nothing at all."""
    alpha = picture.convertToFormat(QImage.Format.Format_Alpha8)
    pixels = alpha.constBits()
    pixels.setsize(alpha.sizeInBytes())
    return not any(bytes(pixels))


def _pixel_size_m(layer: QgsRasterLayer) -> float:
    """Return the side of a pixel; 1 m for a map service, which has none of its own."""
    if not layer.width():
        return 1.0
    to_metres = QgsUnitTypes.fromUnitToUnitFactor(layer.crs().mapUnits(), METRES)
    return float(layer.rasterUnitsPerPixelX() * to_metres)
