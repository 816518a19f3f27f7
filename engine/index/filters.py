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
from . import vector_files
from .plan import SourceRecord

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_EMPTY = "it contains no features"
_SEGMENTS = 64
"""Minimum number of vertices along the extent of a projected polygon before it is transformed."""

_UNDEFINED_CRS = re.compile(
    r"undefined (cartesian|geographic) (srs|crs|coordinate reference)", re.IGNORECASE
)
"""What a GeoPackage calls a CRS that nobody has set."""
_NEAR_POLE = 89.9
"""From this latitude on, coordinates of some metres are possible: polar projections begin at the pole."""


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
    def from_file(cls, path: Path, layer: LayerChoice | None = None) -> Area:
        """Take all polygons of a layer of a vector file, in any CRS.

        Args:
            path: The file.
            layer: Which layer, and which of its features; None: the only one with polygons, all of it.

        Raises:
            AreaUnreadable: Missing, not a vector file, no such layer, no polygon, no CRS, or coordinates that are
                not in the unit of the CRS.
            AreaOfSeveralLayers: It has several layers with polygons, and none is named.
        """

        def unreadable(reason: str) -> AreaUnreadable:
            return AreaUnreadable(path=path, reason=reason)

        layer = layer or LayerChoice()
        missing = why_missing(path)
        if missing:
            raise unreadable(missing)
        try:
            name = _polygon_layer(path, layer)
            if name is None:
                raise unreadable(_EMPTY)
            meta, _, wkb, _ = vector_files.read(
                path, layer=name, columns=[], force_2d=True, where=layer.subset
            )
            shapes = _shapes_of(wkb)
            polygons = polygons_of(shapes)
        except (DataSourceError, DataLayerError, ValueError, UnboundLocalError) as error:
            # UnboundLocalError: pyogrio's, of a CRS that is not UTF-8.
            if layer.subset is not None:
                raise unreadable(f"its features cannot be selected by {layer.subset}") from error
            raise unreadable("it is not a vector file") from error
        except GEOSException as error:
            raise unreadable("its geometries cannot be read") from error
        if not polygons:
            kinds = {g.geom_type for g in shapes if g is not None and not g.is_empty}
            raise unreadable(f"it has no polygons, only {min(kinds)}" if kinds else _EMPTY)
        if not meta["crs"] or _UNDEFINED_CRS.search(meta["crs"]):
            raise unreadable("it has no CRS (in QGIS, set the layer CRS and export the layer)")
        try:
            system = coordinate_system(meta["crs"])
            problem = _unit_problem(system, shapely.total_bounds(polygons))
            if problem:
                raise unreadable(problem)
            geometry = _to_degrees(_joined(np.array(polygons)), system)
        except ProjError as error:
            raise unreadable("its CRS cannot be transformed to EPSG:4326") from error
        except GEOSException as error:
            raise unreadable("its polygons are invalid (use Fix geometries in QGIS)") from error
        if geometry.is_empty or not np.isfinite(geometry.bounds).all():
            raise unreadable("its extent is outside the area of its CRS")
        return cls(geometry, f"{path}|layername={name}" if layer.is_named else str(path))


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


def shared_areas(footprints: NDArray[np.object_], shape: shapely.Geometry) -> NDArray[np.float64]:
    """Return the area that each footprint shares with a shape; one may cross itself, if its raster is distorted."""
    try:
        shared = shapely.intersection(footprints, shape)
    except GEOSException:
        shared = shapely.intersection(shapely.buffer(footprints, 0), shapely.buffer(shape, 0))
    areas: NDArray[np.float64] = shapely.area(shared)
    return areas


def around_the_world(shape: shapely.Geometry) -> list[shapely.Geometry]:
    """Return a geometry and its copies one turn to the west and to the east.

    Footprints across the 180th meridian have longitudes beyond 180.
    """
    return [shapely.affinity.translate(shape, turn) for turn in (0, -360, 360)]


def copies_near(shape: shapely.Geometry, bounds: Bounds) -> shapely.Geometry:
    """Return those of :func:`around_the_world` that may touch ``bounds``, as one geometry."""
    box = shapely.box(*bounds)
    near = [copy for copy in around_the_world(shape) if shapely.box(*copy.bounds).intersects(box)]
    west, _, east, _ = shape.bounds
    if len(near) == 1:
        return near[0]
    if east - west > 360 or not near:
        return shapely.union_all(near)
    # No two of them overlap: a union of many vertices takes long.
    return shapely.MultiPolygon(polygons_of(near))


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


def _polygon_layer(path: Path, choice: LayerChoice) -> str | None:
    """Return the layer to read: the one that is named, else the only one with polygons, else the first.

    Raises:
        AreaUnreadable: There is no layer of that name.
        AreaOfSeveralLayers: Several have polygons, and none is named.
    """
    layers = [(str(name), str(kind)) for name, kind in vector_files.list_layers(path)]
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
    _, _, wkb, _ = vector_files.read(path, layer=layer, columns=[], force_2d=True)
    return bool(polygons_of(_shapes_of(wkb)))


def _shapes_of(wkb: NDArray[np.object_] | None) -> NDArray[np.object_]:
    """Return the geometries that pyogrio has read: none of a table without a column for them."""
    return shapely.from_wkb(np.zeros(0, dtype=object) if wkb is None else wkb)


def _unit_problem(system: CRS, bounds: NDArray[np.float64]) -> str:
    """Return what is wrong with coordinates in metres whose CRS is in degrees, or the reverse; else nothing."""
    west, south, east, north = bounds.tolist()
    if not np.isfinite(bounds).all():
        return ""
    extent = f"{west:.10g}, {south:.10g}, {east:.10g}, {north:.10g}"
    unit = f"the unit of its CRS {system.name} is {system.axis_info[0].unit_name}"
    correct = "assign the right CRS (in QGIS, set the layer CRS and export the layer)"
    if system.is_geographic:
        # In grads a right angle is 100.
        turn = 2 * np.pi / system.axis_info[0].unit_conversion_factor
        if max(abs(west), abs(east)) > 1.5 * turn + 1 or max(abs(south), abs(north)) > turn / 4 + 1:
            return f"{unit}, but its coordinates ({extent}) are not: {correct}"
        return ""
    if max(abs(west), abs(east)) > 360 or max(abs(south), abs(north)) > 90:
        return ""
    if system.area_of_use is None:
        return ""  # a CRS of one site, which may begin there
    to_degrees = Transformer.from_crs(system, "EPSG:4326", always_xy=True)
    lon, lat = to_degrees.transform((west + east) / 2, (south + north) / 2)
    if not np.isfinite([lon, lat]).all() or abs(lat) < _NEAR_POLE:
        return f"its coordinates ({extent}) are degrees, but {unit}: {correct}"
    return ""


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
