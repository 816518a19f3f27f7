"""Which tiles may be hits at all: area, dates, sources, ground sizes."""

from __future__ import annotations

import calendar
import fnmatch
import re
from collections.abc import Sequence
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
from .store import Conditions, StoreInfo

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_POLYGONS = {"Polygon", "MultiPolygon"}
_SEGMENTS = 64
"""A file's polygon gets at least so many points along its extent before it is projected."""


@dataclass(frozen=True)
class Area:
    """Where hits may lie.

    Attributes:
        geometry: Polygon or multipolygon in EPSG:4326.
        text: What the user said, for messages.
    """

    geometry: shapely.Geometry
    text: str

    @classmethod
    def from_bounds(cls, west: float, south: float, east: float, north: float) -> Area:
        """Make a rectangle; ``west > east`` means across the 180th meridian.

        Raises:
            AreaUnreadable: These are no degrees.
        """
        text = f"{west},{south},{east},{north}"
        values = np.array([west, south, east, north])
        if not np.isfinite(values).all() or not -90 <= south < north <= 90:
            raise AreaUnreadable(path=text, reason="south and north must be ascending degrees")
        if max(abs(west), abs(east)) > 360 or west == east:
            raise AreaUnreadable(path=text, reason="west and east must be different degrees")
        return cls(shapely.box(west, south, east if east > west else east + 360, north), text)

    @classmethod
    def from_file(cls, path: Path) -> Area:
        """Take all polygons of a vector file, in whatever coordinate system it says.

        Raises:
            AreaUnreadable: Missing, not a vector file, no polygon, or no coordinate system.
        """
        missing = why_missing(path)
        if missing:
            raise AreaUnreadable(path=path, reason=missing)
        try:
            layer = _polygon_layer(path)
            if layer is None:
                raise AreaUnreadable(path=path, reason="it is empty")
            meta, _, wkb, _ = pyogrio.raw.read(path, layer=layer, columns=[], force_2d=True)
            shapes = [g for g in shapely.from_wkb(wkb) if g is not None and not g.is_empty]
        except (DataSourceError, DataLayerError, ValueError) as error:
            raise AreaUnreadable(path=path, reason="it is not a vector file") from error
        except GEOSException as error:
            raise AreaUnreadable(path=path, reason="it is damaged") from error
        shapes = [g for shape in shapes for g in shapely.get_parts(shape)]
        polygons = [g for g in shapes if g.geom_type in _POLYGONS]
        if not polygons:
            reason = f"it holds {shapes[0].geom_type}s, not polygons" if shapes else "it is empty"
            raise AreaUnreadable(path=path, reason=reason)
        if not meta["crs"]:
            raise AreaUnreadable(
                path=path,
                reason="it names no coordinate system (set it in QGIS: Layer > Set CRS, and export)",
            )
        try:
            geometry = _to_degrees(shapely.union_all(shapely.make_valid(polygons)), meta["crs"])
        except ProjError as error:
            raise AreaUnreadable(
                path=path, reason="its coordinate system does not lead to longitude and latitude"
            ) from error
        except GEOSException as error:
            raise AreaUnreadable(
                path=path, reason="its polygons are damaged (Fix geometries in QGIS repairs them)"
            ) from error
        if geometry.is_empty or not np.isfinite(geometry.bounds).all():
            raise AreaUnreadable(path=path, reason="its extent is outside the area of its CRS")
        return cls(geometry, str(path))

    def around_the_world(self) -> Area:
        """Return the area with its copies one turn to the west and to the east.

        Footprints across the 180th meridian have longitudes beyond 180.
        """
        copies = [shapely.affinity.translate(self.geometry, turn) for turn in (-360, 0, 360)]
        return Area(shapely.union_all(copies), self.text)


def parse_area(text: str) -> Area:
    """Read what the user gives as area: ``west,south,east,north``, or the path of a vector file.

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
        UsageError: It is no date.
    """
    year, month, day = _parse_date(text)
    return _make_date(text, year, 1 if month is None else month, 1 if day is None else day)


def parse_until(text: str) -> date:
    """Read ``2015``, ``2015-06`` or ``2015-06-30`` as its last day.

    Raises:
        UsageError: It is no date.
    """
    year, month, day = _parse_date(text)
    first = _make_date(text, year, 12 if month is None else month, 1)
    last = calendar.monthrange(first.year, first.month)[1]
    return _make_date(text, first.year, first.month, last if day is None else day)


@dataclass(frozen=True)
class Filters:
    """Conditions that a tile must meet, all of them.

    Attributes:
        area: Its footprint touches the area.
        since: It was acquired on that day or later.
        until: Or earlier. Tiles without a date meet neither.
        sources: Its source has one of these names or paths; ``*`` and ``?`` stand for any characters.
        ground_sizes_m: It has one of these sides.
    """

    area: Area | None = None
    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    ground_sizes_m: tuple[float, ...] = ()

    def conditions(self, info: StoreInfo) -> Conditions:
        """Return what they mean for an index.

        Raises:
            UnknownSource: It holds no source of a name.
        """
        area = None if self.area is None else self.area.geometry
        if self.area is not None and info.bounds is not None:
            reach = (*info.bounds[::2], *self.area.geometry.bounds[::2])
            if min(reach) < -180 or max(reach) > 180:
                area = self.area.around_the_world().geometry
        sources = None
        if self.sources:
            sources = matching_sources(info.uri, info.sources, self.sources)
        return Conditions(area, self.since, self.until, sources, self.ground_sizes_m)

    def described(self) -> str:
        """Return what the user has asked for, for messages."""
        said = []
        if self.area is not None:
            said.append(f"area {self.area.text}")
        if self.since is not None:
            said.append(f"since {self.since}")
        if self.until is not None:
            said.append(f"until {self.until}")
        if self.sources:
            said.append(f"source {', '.join(self.sources)}")
        if self.ground_sizes_m:
            said.append(f"ground size {', '.join(f'{size:g} m' for size in self.ground_sizes_m)}")
        return "; ".join(said)


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
    layers = pyogrio.list_layers(path)
    if not len(layers):
        return None
    named = [(str(name), str(kind)) for name, kind in layers]
    with_polygons = [name for name, kind in named if "Polygon" in kind or "Unknown" in kind]
    return with_polygons[0] if with_polygons else named[0][0]


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


def _parse_date(text: str) -> tuple[int, int | None, int | None]:
    match = _DATE.fullmatch(text.strip())
    if match is None:
        raise _no_date(text)
    year, month, day = (None if group is None else int(group) for group in match.groups())
    return year or 0, month, day


def _make_date(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise _no_date(text) from error


def _no_date(text: str) -> UsageError:
    return UsageError(
        problem=f"{text!r} is not a date.",
        advice="Write 2015, 2015-06 or 2015-06-30.",
    )
