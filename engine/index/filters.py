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
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj import CRS, Transformer
from pyproj.exceptions import ProjError
from shapely.errors import GEOSException

from ..contract.indexes import Bounds
from ..errors import AreaOfSeveralLayers, AreaUnreadable, UnknownSource, UsageError
from ..imagery.proj_data import coordinate_system
from ..paths import exists, expanded, why_missing
from .plan import SourceRecord
from .store import Conditions, StoreInfo

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_POLYGONS = {"Polygon", "MultiPolygon"}
_SEGMENTS = 64
"""A file's polygon gets at least so many points along its extent before it is projected."""
_UNDEFINED_CRS = re.compile(
    r"undefined (cartesian|geographic) (srs|crs|coordinate reference)", re.IGNORECASE
)
"""What a GeoPackage calls a CRS that nobody has set."""
_NEAR_POLE = 89.9
"""From this latitude on, coordinates of some metres are possible: polar projections begin at the pole."""


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
    def from_file(cls, path: Path, layer: LayerChoice | None = None) -> Area:
        """Take all polygons of a layer of a vector file, in whatever CRS it says.

        Args:
            path: The file.
            layer: Which layer, and which of its features; None: the only one with polygons, all of it.

        Raises:
            AreaUnreadable: Missing, not a vector file, no such layer, no polygon, no CRS, or coordinates that are not
                in the CRS.
            AreaOfSeveralLayers: It holds several layers with polygons, and none is named.
        """
        layer = layer or LayerChoice()
        missing = why_missing(path)
        if missing:
            raise AreaUnreadable(path=path, reason=missing)
        try:
            name = _polygon_layer(path, layer)
            if name is None:
                raise AreaUnreadable(path=path, reason="it is empty")
            meta, _, wkb, _ = pyogrio.raw.read(
                path, layer=name, columns=[], force_2d=True, where=layer.subset
            )
            shapes = [g for g in shapely.from_wkb(wkb) if g is not None and not g.is_empty]
        except (DataSourceError, DataLayerError, ValueError) as error:
            reason = "it is not a vector file"
            if layer.subset is not None:
                reason = f"its features cannot be selected by {layer.subset}"
            raise AreaUnreadable(path=path, reason=reason) from error
        except GEOSException as error:
            raise AreaUnreadable(path=path, reason="it is damaged") from error
        shapes = [g for shape in shapes for g in shapely.get_parts(shape)]
        polygons = [g for g in shapes if g.geom_type in _POLYGONS]
        if not polygons:
            reason = f"it holds {shapes[0].geom_type}s, not polygons" if shapes else "it is empty"
            raise AreaUnreadable(path=path, reason=reason)
        if not meta["crs"] or _UNDEFINED_CRS.search(meta["crs"]):
            raise AreaUnreadable(
                path=path,
                reason="it names no CRS (set it in QGIS: Layer > Set CRS, and export)",
            )
        try:
            system = coordinate_system(meta["crs"])
            _check_units(path, system, shapely.total_bounds(polygons))
            geometry = _to_degrees(_joined(np.array(polygons)), system)
        except ProjError as error:
            raise AreaUnreadable(
                path=path, reason="its CRS does not lead to longitude and latitude"
            ) from error
        except GEOSException as error:
            raise AreaUnreadable(
                path=path, reason="its polygons are damaged (Fix geometries in QGIS repairs them)"
            ) from error
        if geometry.is_empty or not np.isfinite(geometry.bounds).all():
            raise AreaUnreadable(path=path, reason="its extent is outside the area of its CRS")
        return cls(geometry, f"{path}|layername={name}" if layer.is_named else str(path))

    def around_the_world(self, bounds: Bounds) -> Area:
        """Return those of the area and its copies one turn to the west and to the east that may touch ``bounds``.

        Footprints across the 180th meridian have longitudes beyond 180.

        Args:
            bounds: West, south, east, north in degrees.
        """
        box = shapely.box(*bounds)
        copies = [shapely.affinity.translate(self.geometry, turn) for turn in (-360, 0, 360)]
        near = [copy for copy in copies if shapely.box(*copy.bounds).intersects(box)]
        west, _, east, _ = self.geometry.bounds
        if east - west > 360:
            return Area(shapely.union_all(near), self.text)
        # No two of them overlap: a union of many corners takes long.
        parts = [part for part in shapely.get_parts(near) if part.geom_type in _POLYGONS]
        return Area(near[0] if len(near) == 1 else shapely.MultiPolygon(parts), self.text)


@dataclass(frozen=True)
class LayerChoice:
    """Which layer of a vector file is meant, as QGIS writes it behind the path.

    Attributes:
        name: Its name; None: not said.
        number: Its number, from 0; None: not said.
        subset: Which of its features: a condition in SQL.
    """

    name: str | None = None
    number: int | None = None
    subset: str | None = None

    @property
    def is_named(self) -> bool:
        """Whether it says which layer."""
        return self.name is not None or self.number is not None


def parse_area(text: str) -> Area:
    """Read what the user gives as area: ``west,south,east,north``, or a vector file.

    A layer of the file may be named as in QGIS: ``file.gpkg|layername=zone``, ``file.gpkg|layerid=1``, both with
    ``|subset="kind" = 'lake'``.

    Raises:
        AreaUnreadable, AreaOfSeveralLayers: It is neither, or no area comes of it.
    """
    numbers = re.split(r"[,\s]+", text.strip())
    if len(numbers) == 4 and not exists(text):
        try:
            west, south, east, north = (float(number) for number in numbers)
        except ValueError:
            pass
        else:
            return Area.from_bounds(west, south, east, north)
    path, choice = _parse_layer(text)
    return Area.from_file(expanded(path), choice)


def _parse_layer(text: str) -> tuple[str, LayerChoice]:
    """Split what QGIS calls the source of a vector layer into the file and the layer in it."""
    if "|" not in text or exists(text):
        return text, LayerChoice()
    # A subset may hold any character, and comes last.
    rest, _, subset = text.partition("|subset=")
    path, *options = rest.split("|")
    said = {
        key.strip().lower(): value
        for key, _, value in (option.partition("=") for option in options)
    }
    number = said.get("layerid", "")
    return path, LayerChoice(
        name=said.get("layername"),
        number=int(number) if number.isdigit() else None,
        subset=subset or None,
    )


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
                area = self.area.around_the_world(info.bounds).geometry
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


def _polygon_layer(path: Path, choice: LayerChoice) -> str | None:
    """Return the layer to read: the one that is named, else the only one with polygons, else the first.

    Raises:
        AreaUnreadable: There is no layer of that name.
        AreaOfSeveralLayers: Several have polygons, and none is named.
    """
    layers = [(str(name), str(kind)) for name, kind in pyogrio.list_layers(path)]
    if not layers:
        return None
    names = [name for name, _ in layers]
    if choice.name is not None:
        # As in QGIS, whatever the case.
        meant = [name for name in names if name.lower() == choice.name.lower()]
        meant = [name for name in meant if name == choice.name] or meant
        if not meant:
            reason = f"it has no layer {choice.name} (its layers are {', '.join(names)})"
            raise AreaUnreadable(path=path, reason=reason)
        return meant[0]
    if choice.number is not None:
        if choice.number >= len(names):
            reason = f"it has no layer number {choice.number} (its layers are {', '.join(names)})"
            raise AreaUnreadable(path=path, reason=reason)
        return names[choice.number]
    sure = {name for name, kind in layers if "Polygon" in kind or "Surface" in kind}
    # Of any geometry: what is in them decides, but only where there is a choice.
    open_ = [name for name, kind in layers if kind in ("Unknown", "GeometryCollection")]
    if len(sure) + len(open_) > 1:
        sure.update(name for name in open_ if _holds_polygons(path, name))
    elif open_:
        return open_[0]
    if len(sure) > 1:
        listed = [name for name in names if name in sure]
        raise AreaOfSeveralLayers(path=path, layers=", ".join(listed), example=listed[0])
    return next(iter(sure), names[0])


def _holds_polygons(path: Path, layer: str) -> bool:
    _, _, wkb, _ = pyogrio.raw.read(path, layer=layer, columns=[], force_2d=True)
    kinds = {part.geom_type for part in shapely.get_parts(shapely.from_wkb(wkb)) if part}
    return bool(kinds & _POLYGONS)


def _check_units(path: Path, system: CRS, bounds: NDArray[np.float64]) -> None:
    """Refuse metres whose CRS is in degrees, and degrees whose CRS is in metres.

    Raises:
        AreaUnreadable: The coordinates are not in the unit of the CRS.
    """
    west, south, east, north = bounds.tolist()
    if not np.isfinite(bounds).all():
        return
    extent = f"{west:.10g}, {south:.10g}, {east:.10g}, {north:.10g}"
    correct = "assign the CRS that they are in (QGIS: Layer > Set CRS, and export)"
    if system.is_geographic:
        # In grads a right angle is 100.
        turn = 2 * np.pi / system.axis_info[0].unit_conversion_factor
        if max(abs(west), abs(east)) > 1.5 * turn + 1 or max(abs(south), abs(north)) > turn / 4 + 1:
            raise AreaUnreadable(
                path=path,
                reason=f"the unit of its CRS {system.name} is {system.axis_info[0].unit_name}, but its coordinates "
                f"({extent}) are not: {correct}",
            )
        return
    if max(abs(west), abs(east)) > 360 or max(abs(south), abs(north)) > 90:
        return
    if system.area_of_use is None:
        return  # a CRS of one site, which may begin there
    to_degrees = Transformer.from_crs(system, "EPSG:4326", always_xy=True)
    lon, lat = to_degrees.transform((west + east) / 2, (south + north) / 2)
    if not np.isfinite([lon, lat]).all() or abs(lat) < _NEAR_POLE:
        raise AreaUnreadable(
            path=path,
            reason=f"its coordinates ({extent}) are degrees, but the unit of its CRS {system.name} is "
            f"{system.axis_info[0].unit_name}: {correct}",
        )


def _joined(polygons: NDArray[np.object_]) -> shapely.Geometry:
    """Return polygons as one geometry, broken ones mended."""
    broken = ~shapely.is_valid(polygons)
    if broken.any():
        polygons[broken] = shapely.make_valid(polygons[broken])
    # Both take long for many corners.
    return polygons[0] if len(polygons) == 1 else shapely.union_all(polygons)


def _to_degrees(geometry: shapely.Geometry, system: CRS) -> shapely.Geometry:
    if not system.is_geographic:
        # A straight edge of a projected polygon is a curve in degrees.
        west, south, east, north = geometry.bounds
        longest = max(east - west, north - south) / _SEGMENTS
        if longest > 0:
            geometry = shapely.segmentize(geometry, longest)
    transformer = Transformer.from_crs(system, "EPSG:4326", always_xy=True)
    moved = shapely.transform(geometry, transformer.transform, interleaved=False)
    if shapely.equals_exact(moved, geometry, 0.0):
        return moved  # in degrees already, and known to be valid
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
