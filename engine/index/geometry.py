"""Places on the map as areas to search in, and as questions: what looks like this place?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
import shapely.affinity
from numpy.typing import NDArray

from ..errors import AreaUnreadable, NoTileThere
from .filters import Area
from .search import VoiceIndex

#: A tile counts as part of a polygon if more than this share of it lies inside.
MOSTLY = 0.5
_AREAS = {"Polygon", "MultiPolygon"}


@dataclass(frozen=True)
class PlaceTiles:
    """The tiles that a place means.

    Attributes:
        tile_ids: Their ids.
        vector: Unit vector (D): the tile's own, or the mean of the tiles.
    """

    tile_ids: tuple[int, ...]
    vector: NDArray[np.float32]


@dataclass(frozen=True)
class _Found:
    """A tile at a place: size, distance of its centre, id, vector; compared in this order."""

    ground_size_m: float
    distance: float
    tile_id: int
    vector: NDArray[np.float32]

    @property
    def order(self) -> tuple[float, float, int]:
        return self.ground_size_m, self.distance, self.tile_id


def geometry_from_geojson(geometry: Mapping[str, Any]) -> shapely.Geometry:
    """Return a GeoJSON geometry (EPSG:4326) as it is, made valid.

    Raises:
        AreaUnreadable: It is none, is empty, or lies nowhere on the Earth.
    """
    try:
        shape = shapely.from_geojson(json.dumps(geometry))
    except (shapely.errors.GEOSException, TypeError, ValueError) as error:
        raise _unreadable("it is not a GeoJSON geometry") from error
    if shape is None or shape.is_empty or not np.isfinite(shape.bounds).all():
        raise _unreadable("it is empty")
    west, south, east, north = shape.bounds
    if south < -90.0 or north > 90.0 or west < -540.0 or east > 540.0:
        raise _unreadable("its coordinates are not degrees")
    shape = shapely.force_2d(shape)
    return shape if shape.is_valid else shapely.make_valid(shape)


def area_from_geojson(geometry: Mapping[str, Any]) -> Area:
    """Return a GeoJSON polygon or multipolygon (EPSG:4326) as an area to search in.

    Raises:
        AreaUnreadable: It is none.
    """
    shape = geometry_from_geojson(geometry)
    polygons = [part for part in shapely.get_parts([shape]) if part.geom_type in _AREAS]
    polygons = [
        inner for part in polygons for inner in shapely.get_parts([part]) if not inner.is_empty
    ]
    if not polygons:
        raise _unreadable(f"it is a {shape.geom_type}, not a polygon")
    return Area(shapely.union_all(polygons), "from the map")


def tiles_at(index: VoiceIndex, geometry: Mapping[str, Any]) -> PlaceTiles:
    """Return the tiles that a place means as a question.

    A point means the smallest tile there; among equals the one whose centre is nearest. A polygon
    means all tiles that lie mostly inside; if none does, the smallest tile at a point inside it.

    Args:
        index: The voice index.
        geometry: A GeoJSON point or polygon in EPSG:4326.

    Raises:
        AreaUnreadable: It is neither.
        NoTileThere: The index has no tile there.
    """
    shape = geometry_from_geojson(geometry)
    if shape.area > 0.0:
        inside = [found for copy in _around_the_world(shape) for found in _mostly_in(index, copy)]
        if inside:
            mean = np.mean([found.vector for found in inside], axis=0, dtype=np.float64)
            length = float(np.linalg.norm(mean))
            if length > 1e-6:
                ids = tuple(sorted({found.tile_id for found in inside}))
                return PlaceTiles(ids, np.asarray(mean / length, dtype=np.float32))
    elif shape.geom_type not in ("Point", "MultiPoint"):
        raise _unreadable(f"it is a {shape.geom_type}, not a point or a polygon")
    point = shape.representative_point()
    there = [found for copy in _around_the_world(point) for found in _touching(index, copy)]
    if not there:
        raise NoTileThere(index=index.path, lon=point.x, lat=point.y)
    best = min(there, key=lambda found: found.order)
    return PlaceTiles((best.tile_id,), best.vector)


def _around_the_world(shape: shapely.Geometry) -> Iterator[shapely.Geometry]:
    """Yield the shape and its copies one turn away: footprints go on beyond 180 degrees."""
    yield shape
    for turn in (-360.0, 360.0):
        yield shapely.affinity.translate(shape, turn)


def _near(index: VoiceIndex, shape: shapely.Geometry) -> Iterator[tuple[int, NDArray[np.int64]]]:
    """Yield parts by their number with the rows whose boxes meet the box of the shape."""
    west, south, east, north = shape.bounds
    for number, part in enumerate(index.parts):
        box = part.entry.bounds
        if box[0] > east or box[2] < west or box[1] > north or box[3] < south:
            continue
        bounds = np.asarray(part.rows["bounds"])
        rows = np.flatnonzero(
            (bounds[:, 0] <= east)
            & (bounds[:, 2] >= west)
            & (bounds[:, 1] <= north)
            & (bounds[:, 3] >= south)
        )
        if len(rows):
            yield number, rows


def _mostly_in(index: VoiceIndex, shape: shapely.Geometry) -> Iterator[_Found]:
    sources = index.file.source_by_number()
    shapely.prepare(shape)
    for number, rows in _near(index, shape):
        part = index.parts[number]
        footprints = part.footprints(rows, sources)
        shares = shapely.area(shapely.intersection(footprints, shape)) / shapely.area(footprints)
        for row in rows[shares > MOSTLY].tolist():
            yield _found(index, number, row, 0.0)


def _touching(index: VoiceIndex, point: shapely.Point) -> Iterator[_Found]:
    sources = index.file.source_by_number()
    for number, rows in _near(index, point):
        part = index.parts[number]
        footprints = part.footprints(rows, sources)
        for row in rows[shapely.intersects(footprints, point)].tolist():
            centre = part.rows[row]
            east = float(centre["lon"] - point.x) * float(np.cos(np.radians(point.y)))
            yield _found(index, number, row, float(np.hypot(east, centre["lat"] - point.y)))


def _found(index: VoiceIndex, part: int, row: int, distance: float) -> _Found:
    values = index.parts[part].rows[row]
    tile_id = int(values["id"])
    return _Found(float(values["ground_size"]), distance, tile_id, index.vector_of_tile(tile_id))


def _unreadable(reason: str) -> AreaUnreadable:
    return AreaUnreadable(path="The shape from the map", reason=reason)
