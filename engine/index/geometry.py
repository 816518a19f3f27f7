"""Geometries from the map: as areas to search in, and as queries for similar tiles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from ..errors import AreaUnreadable, NoTileThere
from .filters import Area, around_the_world, polygons_of, shared_areas
from .store import VectorStore

#: A tile counts as part of a polygon if more than this share of it lies inside.
MOSTLY = 0.5


@dataclass(frozen=True)
class PlaceTiles:
    """The tiles that a place in a query stands for.

    Attributes:
        tile_ids: Their ids.
        vector: Unit vector (D): the tile's own, or the mean of the tiles.
    """

    tile_ids: tuple[int, ...]
    vector: NDArray[np.float32]


def geometry_from_geojson(geometry: Mapping[str, Any]) -> shapely.Geometry:
    """Return a GeoJSON geometry (EPSG:4326), made valid.

    Raises:
        AreaUnreadable: It is not a geometry, is empty, or is not in degrees.
    """
    try:
        shape = shapely.from_geojson(json.dumps(geometry))
    except (shapely.errors.GEOSException, TypeError, ValueError) as error:
        raise _unreadable("it is not a GeoJSON geometry") from error
    if shape is None or shape.is_empty or not np.isfinite(shape.bounds).all():
        raise _unreadable("it is an empty geometry")
    west, south, east, north = shape.bounds
    if south < -90.0 or north > 90.0 or west < -540.0 or east > 540.0:
        raise _unreadable("its coordinates are not longitude and latitude in degrees")
    shape = shapely.force_2d(shape)
    return shape if shape.is_valid else shapely.make_valid(shape)


def area_from_geojson(geometry: Mapping[str, Any]) -> Area:
    """Return a GeoJSON polygon or multipolygon (EPSG:4326) as an area to search in.

    Raises:
        AreaUnreadable: It is none.
    """
    shape = geometry_from_geojson(geometry)
    polygons = polygons_of([shape])
    if not polygons:
        raise _unreadable(f"it is a {shape.geom_type}, not a polygon")
    joined = polygons[0] if len(polygons) == 1 else shapely.union_all(polygons)
    return Area(joined, "from the map")


def tiles_at(store: VectorStore, geometry: Mapping[str, Any]) -> PlaceTiles:
    """Return the tiles that a place in a query stands for.

    A point stands for the smallest tile there; among equals the one whose centre is nearest. A polygon
    stands for all tiles that lie mostly inside; if none does, the smallest tile at a point inside it.

    Args:
        store: The voice index.
        geometry: A GeoJSON point or polygon in EPSG:4326.

    Raises:
        AreaUnreadable: It is neither.
        NoTileThere: The index has no tile there.
    """
    shape = geometry_from_geojson(geometry)
    if shape.area > 0.0:
        inside = [tile for copy in around_the_world(shape) for tile in _mostly_in(store, copy)]
        if inside:
            mean = store.vectors(inside).mean(axis=0, dtype=np.float64)
            length = float(np.linalg.norm(mean))
            if length > 1e-6:
                ids = tuple(sorted(set(inside)))
                return PlaceTiles(ids, np.asarray(mean / length, dtype=np.float32))
    elif shape.geom_type not in ("Point", "MultiPoint"):
        raise _unreadable(f"it is a {shape.geom_type}, not a point or a polygon")
    point = shape.representative_point()
    there = [found for copy in around_the_world(point) for found in _touching(store, copy)]
    if not there:
        raise NoTileThere(index=store.info.uri, lon=point.x, lat=point.y)
    *_, tile_id = min(there)
    return PlaceTiles((tile_id,), store.vectors([tile_id])[0])


def _mostly_in(store: VectorStore, shape: shapely.Geometry) -> Iterator[int]:
    """Yield the ids of the tiles that lie mostly inside a polygon."""
    shapely.prepare(shape)
    for table in store.items_at(shape):
        footprints = table.footprints
        shares = shared_areas(footprints, shape) / shapely.area(footprints)
        yield from table.columns["tile_id"][shares > MOSTLY].tolist()


def _touching(store: VectorStore, point: shapely.Point) -> Iterator[tuple[float, float, int]]:
    """Yield ground size, distance of the centre and id of the tiles at a point."""
    for table in store.items_at(point):
        for tile in table:
            east = (tile.lon - point.x) * float(np.cos(np.radians(point.y)))
            yield tile.ground_size_m, float(np.hypot(east, tile.lat - point.y)), tile.tile_id


def _unreadable(reason: str) -> AreaUnreadable:
    return AreaUnreadable(path="The shape from the map", reason=reason)
