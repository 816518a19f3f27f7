"""Search areas: parts of the map as GeoJSON in EPSG:4326, as requests to the engine have them."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ..compat import POLYGON_GEOMETRY
from ..translation import tr
from .hits import is_hits_layer

#: A side of the map view gets so many points, so that it stays straight on the map, not on the globe.
_POINTS_A_SIDE = 16
_DIGITS = 8
#: An area with more corners than this is simplified: it is a filter, not a cadastre.
MOST_CORNERS = 20_000


class NoArea(Exception):
    """There is no such area.

    Args:
        code: Names the reason.
        sentence: The reason, translated.
        next_step: What to do about it, translated.
    """

    def __init__(self, code: str, sentence: str, next_step: str) -> None:
        super().__init__(f"{sentence} {next_step}")
        self.code = code
        self.sentence = sentence
        self.next_step = next_step


def _beyond_crs() -> NoArea:
    return NoArea(
        "beyond-crs",
        tr("The area extends beyond the valid extent of its CRS."),
        tr("Zoom in, or search the whole index."),
    )


def wgs84() -> QgsCoordinateReferenceSystem:
    """Return EPSG:4326."""
    return QgsCoordinateReferenceSystem("EPSG:4326")


def to_wgs84(crs: QgsCoordinateReferenceSystem, project: QgsProject) -> QgsCoordinateTransform:
    """Return the transform from a CRS to EPSG:4326."""
    return QgsCoordinateTransform(crs, wgs84(), project.transformContext())


def view_area(view: QgsMapSettings, project: QgsProject) -> dict[str, Any]:
    """Return the visible part of the map, which may be rotated.

    Raises:
        NoArea: The map shows nothing that lies on the globe.
    """
    corners = [QgsPointXY(point) for point in view.visiblePolygon()]
    polygon = QgsGeometry.fromPolygonXY([corners])
    crs = view.destinationCrs()
    if not crs.isValid():
        raise NoArea(
            "no-project-crs",
            tr("The project has no CRS."),
            tr("Set the project CRS, or search the whole index."),
        )
    if polygon.isEmpty() or not math.isfinite(polygon.area()) or polygon.area() <= 0:
        raise NoArea(
            "empty-map",
            tr("The map is empty."),
            tr("Zoom to a layer, or search the whole index."),
        )
    if crs.isGeographic():
        # Zoomed far out, the view is larger than the globe; else it may lie across the 180th meridian.
        most = 180 if polygon.boundingBox().width() > 360 else 540
        globe = QgsGeometry.fromRect(QgsRectangle(-most, -90, most, 90))
        polygon = polygon.intersection(globe)
    return _as_geojson([_projected(polygon, crs, project)])


def place(shape: QgsGeometry, view: QgsMapSettings, project: QgsProject) -> QgsGeometry:
    """Return a point or polygon of the map in EPSG:4326.

    Raises:
        NoArea: The map has no CRS, or the place lies beyond the valid extent of it.
    """
    crs = view.destinationCrs()
    if not crs.isValid():
        raise NoArea(
            "no-project-crs",
            tr("The project has no CRS."),
            tr("Set the project CRS, then show the place again."),
        )
    if shape.type() == POLYGON_GEOMETRY:
        return _projected(shape, crs, project)
    point = QgsGeometry(shape)
    try:
        point.transform(to_wgs84(crs, project))
    except QgsCsException as error:
        raise _beyond_crs() from error
    if not point.boundingBox().isFinite():
        raise _beyond_crs()
    return point


def from_geojson(geometry: dict[str, Any]) -> QgsGeometry:
    """Return a GeoJSON point or polygon as a geometry: QGIS reads them itself since 3.36 only."""
    if geometry["type"] == "Point":
        return QgsGeometry.fromPointXY(QgsPointXY(*geometry["coordinates"][:2]))
    rings = [[QgsPointXY(*corner[:2]) for corner in ring] for ring in geometry["coordinates"]]
    return QgsGeometry.fromPolygonXY(rings)


def selected_features(project: QgsProject, active: Any) -> QgsVectorLayer:
    """Return the polygon layer whose selected features are to be searched.

    That is the active layer if polygons are selected in it, else the only other one with a
    selection. Hits count only if their layer is active: the list of results selects them.

    Raises:
        NoArea: No polygon, or those of several layers, are selected.
    """
    if _has_selected_polygons(active):
        return active
    others = [
        layer
        for layer in project.mapLayers().values()
        if _has_selected_polygons(layer) and not is_hits_layer(layer)
    ]
    if len(others) == 1:
        return others[0]
    if others:
        names = ", ".join(layer.name() for layer in others)
        raise NoArea(
            "several-selections",
            tr("Polygons are selected in several layers: {layers}.").format(layers=names),
            tr("Click the layer that you want to use in the Layers panel."),
        )
    raise NoArea(
        "no-selection",
        tr("No polygon feature is selected."),
        tr("Select one or more polygons on the map, or choose another search area."),
    )


class AreaReader:
    """Reads the polygons of a layer a few at a time, so that QGIS stays responsive.

    Args:
        layer: A polygon layer.
        project: Gives the transforms.
        selected_only: Whether only its selected features count.

    Raises:
        NoArea: It is not a polygon layer, or has no CRS.
    """

    def __init__(
        self, layer: QgsVectorLayer, project: QgsProject, selected_only: bool = False
    ) -> None:
        self.name = layer.name()
        if not layer.isValid() or layer.geometryType() != POLYGON_GEOMETRY:
            raise NoArea(
                "not-polygons",
                tr("{layer} is not a polygon layer.").format(layer=self.name),
                tr("Choose a polygon layer."),
            )
        if not layer.crs().isValid():
            raise NoArea(
                "no-layer-crs",
                tr("{layer} has no CRS.").format(layer=self.name),
                tr("Right-click the layer and use Layer CRS > Set Layer CRS… to set it."),
            )
        self._crs = layer.crs()
        self._project = project
        request = QgsFeatureRequest().setSubsetOfAttributes([])
        if selected_only:
            request.setFilterFids(layer.selectedFeatureIds())
        self._features: Iterator[Any] = iter(layer.getFeatures(request))
        self._polygons: list[QgsGeometry] = []
        self._corners = 0

    def read(self, most: int) -> bool:
        """Read at most so many features; returns whether all have been read.

        Raises:
            NoArea: A polygon lies beyond the valid extent of the CRS.
        """
        for _ in range(most):
            feature = next(self._features, None)
            if feature is None:
                return True
            geometry = feature.geometry()
            if not geometry.isEmpty():
                polygon = _projected(geometry, self._crs, self._project)
                self._polygons.append(polygon)
                self._corners += polygon.constGet().nCoordinates()
        return False

    def area(self) -> dict[str, Any]:
        """Return the polygons that have been read.

        Raises:
            NoArea: There are none.
        """
        if not self._polygons:
            raise NoArea(
                "no-polygons",
                tr("{layer} contains no polygons.").format(layer=self.name),
                tr("Add a polygon, or choose another search area."),
            )
        return _as_geojson(self._polygons, thin=self._corners > MOST_CORNERS)


def _has_selected_polygons(layer: Any) -> bool:
    return (
        isinstance(layer, QgsVectorLayer)
        and layer.geometryType() == POLYGON_GEOMETRY
        and layer.selectedFeatureCount() > 0
    )


def _projected(
    geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem, project: QgsProject
) -> QgsGeometry:
    """Return a geometry in EPSG:4326, with points along its sides.

    Raises:
        NoArea: It lies beyond the valid extent of the CRS.
    """
    projected = densified(geometry)
    transform = to_wgs84(crs, project)
    try:
        projected.transform(transform)
        back = QgsGeometry(projected)
        back.transform(transform, Qgis.TransformDirection.Reverse)
    except QgsCsException as error:
        raise _beyond_crs() from error
    # Some projections return wrong coordinates instead of failing, but not the same way back.
    extent, again = geometry.boundingBox(), back.boundingBox()
    most = 0.01 * max(extent.width(), extent.height()) + 1e-9
    there = extent.buffered(most).contains(again) and again.buffered(most).contains(extent)
    if (
        not there
        or not again.isFinite()
        or projected.isEmpty()
        or not projected.boundingBox().isFinite()
    ):
        raise _beyond_crs()
    return unwrapped(projected)


def densified(geometry: QgsGeometry) -> QgsGeometry:
    """Return a copy with points along its sides, so that they stay where they are when it is projected."""
    extent = geometry.boundingBox()
    longest = max(extent.width(), extent.height())
    if longest > 0 and geometry.constGet().nCoordinates() <= 1000:
        return geometry.densifyByDistance(longest / _POINTS_A_SIDE)
    return QgsGeometry(geometry)


def unwrapped(geometry: QgsGeometry) -> QgsGeometry:
    """Return a geometry in degrees with longitudes beyond 180 where it crosses that meridian.

    Transforms return longitudes from -180 to 180 and split geometries that cross it.
    """
    width = geometry.boundingBox().width()
    if width <= 180:
        return geometry
    whole = QgsGeometry(geometry)
    for number, corner in enumerate(geometry.vertices()):
        if corner.x() < 0:
            corner.setX(corner.x() + 360)
            whole.moveVertex(corner, number)
    return whole if whole.boundingBox().width() < width else geometry


def _as_geojson(polygons: list[QgsGeometry], thin: bool = False) -> dict[str, Any]:
    collected = polygons[0] if len(polygons) == 1 else QgsGeometry.collectGeometry(polygons)
    if thin:
        box = collected.boundingBox()
        collected = collected.simplify(max(box.width(), box.height()) / 4000)
    document: dict[str, Any] = json.loads(collected.asJson(_DIGITS))
    return document
