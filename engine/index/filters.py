"""What a search is limited to: areas, dates, sources."""

from __future__ import annotations

import calendar
import fnmatch
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pyogrio
import pyogrio.raw
import shapely
import shapely.affinity
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj import Transformer
from pyproj.exceptions import ProjError
from shapely.errors import GEOSException

from ..errors import AreaUnreadable, UnknownSource, UsageError
from ..imagery.proj_data import coordinate_system
from ..paths import exists, expanded, why_missing
from .plan import SourceRecord

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_EMPTY = "it contains no features"
_SEGMENTS = 64
"""Minimum number of vertices along the extent of a projected polygon before it is transformed."""


@dataclass(frozen=True)
class Area:
    """Where hits may be.

    Attributes:
        geometry: Polygon or multipolygon in EPSG:4326.
        text: How the user specified it, for messages.
    """

    geometry: shapely.Geometry
    text: str

    @classmethod
    def from_bounds(cls, west: float, south: float, east: float, north: float) -> Area:
        """Make a rectangle; ``west > east`` means across the 180th meridian.

        Raises:
            AreaUnreadable: The values are out of range.
        """
        text = f"{west},{south},{east},{north}"
        values = np.array([west, south, east, north])
        if not np.isfinite(values).all() or not -90 <= south < north <= 90:
            raise AreaUnreadable(path=text, reason="south must be less than north, from -90 to 90")
        if max(abs(west), abs(east)) > 360 or west == east:
            raise AreaUnreadable(path=text, reason="west and east must differ, from -360 to 360")
        return cls(shapely.box(west, south, east if east > west else east + 360, north), text)

    @classmethod
    def from_file(cls, path: Path) -> Area:
        """Take all polygons of a vector file, in any CRS.

        Raises:
            AreaUnreadable: Missing, not a vector file, no polygon, or no CRS.
        """

        def unreadable(reason: str) -> AreaUnreadable:
            return AreaUnreadable(path=path, reason=reason)

        missing = why_missing(path)
        if missing:
            raise unreadable(missing)
        try:
            layer = _polygon_layer(path)
            if layer is None:
                raise unreadable(_EMPTY)
            meta, _, wkb, _ = pyogrio.raw.read(path, layer=layer, columns=[], force_2d=True)
            shapes = shapely.from_wkb(wkb)
            polygons = polygons_of(shapes)
        except (DataSourceError, DataLayerError, ValueError) as error:
            raise unreadable("it is not a vector file") from error
        except GEOSException as error:
            raise unreadable("its geometries cannot be read") from error
        if not polygons:
            kinds = {g.geom_type for g in shapes if g is not None and not g.is_empty}
            raise unreadable(f"it has no polygons, only {min(kinds)}" if kinds else _EMPTY)
        if not meta["crs"]:
            raise unreadable("it has no CRS (in QGIS, set the layer CRS and export the layer)")
        try:
            geometry = _to_degrees(shapely.union_all(shapely.make_valid(polygons)), meta["crs"])
        except ProjError as error:
            raise unreadable("its CRS cannot be transformed to EPSG:4326") from error
        except GEOSException as error:
            raise unreadable("its polygons are invalid (use Fix geometries in QGIS)") from error
        if geometry.is_empty or not np.isfinite(geometry.bounds).all():
            raise unreadable("its extent is outside the area of its CRS")
        return cls(geometry, str(path))


def polygons_of(shapes: Iterable[shapely.Geometry | None]) -> list[shapely.Polygon]:
    """Return the polygons that geometries are or contain, at any depth."""
    polygons = []
    for shape in shapes:
        if shape is None or shape.is_empty:
            continue
        if shape.geom_type == "Polygon":
            polygons.append(shape)
        else:
            polygons += polygons_of(getattr(shape, "geoms", ()))
    return polygons


def around_the_world(shape: shapely.Geometry) -> list[shapely.Geometry]:
    """Return a geometry and its copies one turn to the west and to the east.

    Footprints across the 180th meridian have longitudes beyond 180.
    """
    return [shapely.affinity.translate(shape, turn) for turn in (0, -360, 360)]


def parse_area(text: str) -> Area:
    """Read an area: ``west,south,east,north``, or the path of a vector file.

    Raises:
        AreaUnreadable: It is neither.
    """
    numbers = re.split(r"[,\s]+", text.strip())
    if len(numbers) == 4 and not exists(text):
        try:
            west, south, east, north = (float(number) for number in numbers)
        except ValueError:
            return Area.from_file(expanded(text))
        return Area.from_bounds(west, south, east, north)
    return Area.from_file(expanded(text))


def parse_since(text: str) -> date:
    """Read ``2015``, ``2015-06`` or ``2015-06-30`` as its first day.

    Raises:
        UsageError: It is not a date.
    """
    return _days(text)[0]


def parse_until(text: str) -> date:
    """Read ``2015``, ``2015-06`` or ``2015-06-30`` as its last day.

    Raises:
        UsageError: It is not a date.
    """
    return _days(text)[1]


def matching_sources(
    index: str, sources: Sequence[SourceRecord], patterns: Sequence[str]
) -> frozenset[int]:
    """Return the numbers of the sources whose name or path fits one of the patterns.

    Raises:
        UnknownSource: A pattern fits none.
    """
    numbers: set[int] = set()
    for pattern in patterns:
        absolute = str(expanded(pattern).absolute())
        fitting = {
            record.number
            for record in sources
            if any(
                text == wanted or fnmatch.fnmatchcase(text, wanted)
                for text in (record.source.name, record.source.uri)
                for wanted in (pattern, absolute)
            )
        }
        if not fitting:
            raise UnknownSource(source=pattern, index=index)
        numbers |= fitting
    return frozenset(numbers)


def _polygon_layer(path: Path) -> str | None:
    """Return the layer to read: the first with polygons, else the first."""
    layers = [(str(name), str(kind)) for name, kind in pyogrio.list_layers(path)]
    polygons = [name for name, kind in layers if "Polygon" in kind or "Unknown" in kind]
    return next(iter([*polygons, *(name for name, _ in layers)]), None)


def _to_degrees(geometry: shapely.Geometry, crs: str) -> shapely.Geometry:
    system = coordinate_system(crs)
    if not system.is_geographic:
        # A straight edge of a projected polygon is a curve in degrees.
        west, south, east, north = geometry.bounds
        longest = max(east - west, north - south) / _SEGMENTS
        if longest > 0:
            geometry = shapely.segmentize(geometry, longest)
    transformer = Transformer.from_crs(system, "EPSG:4326", always_xy=True)
    moved = shapely.transform(geometry, transformer.transform, interleaved=False)
    return moved if moved.is_valid else shapely.make_valid(moved)


def _days(text: str) -> tuple[date, date]:
    """Return the first and the last day that a date means."""
    match = _DATE.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError
        year, month, day = match.groups()
        first = date(int(year), int(month or 1), int(day or 1))
        if day:
            return first, first
        last_month = first.replace(month=int(month or 12))
        return first, last_month.replace(day=calendar.monthrange(first.year, last_month.month)[1])
    except ValueError as error:
        raise UsageError(
            problem=f"{text!r} is not a date.", advice="Write 2015, 2015-06 or 2015-06-30."
        ) from error
