"""Places on the map as the contract takes them: GeoJSON in longitude and latitude."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingUtils,
)

from ..compat import POLYGON_GEOMETRY
from ..contract import GeoJson, PlacePart
from ..layers.search_areas import densified, unwrapped
from ..translation import tr

WGS84 = QgsCoordinateReferenceSystem("EPSG:4326")
DECIMALS = 9
LONGEST_IN_MESSAGE = 100_000
"""A longer area goes to the engine as a file: bulk never travels inside a message."""

MOST_PLACES = 50


def area_of(
    source: QgsProcessingFeatureSource | None,
    extent: QgsGeometry | None,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> QgsGeometry | None:
    """Return where hits may lie (EPSG:4326): inside the polygons, the extent, or both; None: anywhere.

    Raises:
        QgsProcessingException: There is no polygon, or nothing lies in both.
    """
    if extent is not None:
        extent = unwrapped(extent)
    if source is None:
        return extent
    shapes = [
        shape for shape in geometries(source, context, feedback) if shape.type() == POLYGON_GEOMETRY
    ]
    if not shapes:
        raise QgsProcessingException(
            tr("The area layer has no polygon, or none is selected. Draw or select one.")
        )
    area = QgsGeometry.unaryUnion(shapes)
    if extent is not None:
        area = area.intersection(extent)
        if area.isEmpty():
            raise QgsProcessingException(
                tr("The extent and the polygons do not overlap. Leave one of them out.")
            )
    return area


def as_filter(area: QgsGeometry | None) -> GeoJson | str | None:
    """Return an area as GeoJSON, or the path of a file that holds it if it is large."""
    if area is None:
        return None
    text = area.asJson(DECIMALS)
    if len(text) <= LONGEST_IN_MESSAGE:
        geometry: GeoJson = json.loads(text)
        return geometry
    path = Path(QgsProcessingUtils.generateTempFilename("area.geojson"))
    feature = f'{{"type":"Feature","properties":{{}},"geometry":{text}}}'
    path.write_text(f'{{"type":"FeatureCollection","features":[{feature}]}}', encoding="utf-8")
    return str(path)


def geometries(
    source: QgsProcessingFeatureSource,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Iterator[QgsGeometry]:
    """Yield what a layer (or its selection) shows, mended and in EPSG:4326.

    Raises:
        QgsProcessingException: The layer has no CRS, or not the right one.
    """
    if not source.sourceCrs().isValid():
        raise QgsProcessingException(
            tr("{layer} has no CRS. Set it: right-click the layer, Layer CRS.").format(
                layer=source.sourceName()
            )
        )
    transform = QgsCoordinateTransform(source.sourceCrs(), WGS84, context.transformContext())
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    for feature in source.getFeatures(request):
        if feedback.isCanceled():
            return
        if not feature.hasGeometry():
            continue
        shape = densified(feature.geometry())
        try:
            shape.transform(transform)
        except QgsCsException as error:
            raise QgsProcessingException(
                tr(
                    "A feature of {layer} is outside the area of the layer's CRS; the assigned CRS is probably "
                    "wrong."
                ).format(layer=source.sourceName())
            ) from error
        shape = unwrapped(shape)
        yield shape if shape.isGeosValid() else shape.makeValid()


def place_parts(shapes: Iterable[QgsGeometry]) -> tuple[PlacePart, ...]:
    """Return each point and polygon as a part of a question.

    Raises:
        QgsProcessingException: There are too many.
    """
    parts: list[PlacePart] = []
    for shape in shapes:
        for single in shape.asGeometryCollection():
            geometry = json.loads(single.asJson(DECIMALS))
            if geometry["type"] in ("Point", "Polygon"):
                parts.append(PlacePart(geometry))
            if len(parts) > MOST_PLACES:
                raise QgsProcessingException(
                    tr("More than {limit} places are too many. Select a few.").format(
                        limit=MOST_PLACES
                    )
                )
    return tuple(parts)
