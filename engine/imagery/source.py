"""One raster as the rest of the engine knows it: where it lies, which bands are used, from when."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property

import rasterio
import shapely
from rasterio.errors import RasterioError

from ..contract.indexes import NO_OPTIONS, SourceOptions
from ..contract.notices import Notice
from ..errors import NoCrs, NoGeotransform, NotOnEarth, SourceUnreadable, UsageError, WrongCrs
from ..paths import is_only_in_cloud
from .bands import choose_bands, examine_pixels, palette_of
from .dataset import (
    fingerprint,
    gdal_settings,
    open_dataset,
    prj_beside,
    reported_as_unreadable,
    signature,
)
from .dates import find_acquisition_date
from .empty import NOTHING_EMPTY, EmptyPixels
from .georeferencing import AffineCoefficients, CannotBeLocated, Georeferencing, leads_to_lonlat
from .placement import RPC_CRS, by_gcps, is_placed, placement_decision, warped
from .proj_data import body_of, coordinate_system, crs_name, same_crs
from .scenes import composed_of
from .services import public_service
from .source_uris import find_sources, local_path, source_name

_IN_CLOUD = (
    "it is only in the cloud, and reading it would download all of it; let this computer keep it first (in the file "
    "manager: Always keep on this device, or Keep downloaded)"
)
__all__ = ["Source", "SourceOptions", "Stretch", "describe_source", "find_sources", "open_source"]


@dataclass(frozen=True)
class Stretch:
    """Which pixel values become black and white.

    Attributes:
        low: Per band used: the value shown as 0.
        high: Per band used: the value shown as 255, always greater than ``low``.
    """

    low: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True)
class Source:
    """A raster that can be cut into tiles.

    Attributes:
        uri: What rasterio opens.
        size_bytes: Size of its files; 0 where that is unknown (http).
        modified: Time of their last change, seconds since 1970; 0 where unknown.
        crs_wkt: Coordinate system.
        transform: Affine coefficients a, b, c, d, e, f from pixels to the coordinate system.
        width: Columns.
        height: Rows.
        bands: One band number (grey or palette) or three (red, green, blue), from 1.
        stretch: How values become 0..255; None if they already are (8 bit, palette).
        date: Acquisition date, if known.
        pixel_size_m: Side of the pixel in the centre, in true metres.
        empty: Which pixels are empty besides those that the file declares.
        decisions: What was decided where the metadata leave a choice: codes of
            :data:`engine.contract.notices.DECISIONS`.
        inverted: Whether the smallest value is white.
        fingerprint: Of what decides where its pixels lie and which are valid; "" where that is unknown.
    """

    uri: str
    size_bytes: int
    modified: float
    crs_wkt: str
    transform: AffineCoefficients
    width: int
    height: int
    bands: tuple[int, ...]
    stretch: Stretch | None
    date: datetime.date | None
    pixel_size_m: float
    empty: EmptyPixels = NOTHING_EMPTY
    decisions: tuple[Notice, ...] = ()
    inverted: bool = False
    fingerprint: str = ""

    @property
    def name(self) -> str:
        """File name, with the table or subdataset where there is one."""
        return source_name(self.uri)

    @property
    def is_warped(self) -> bool:
        """Whether its pixels are those of the file warped to its GCPs or by its RPCs."""
        return any(decision.code.startswith("placed-by-") for decision in self.decisions)

    @cached_property
    def georeferencing(self) -> Georeferencing:
        """How the pixels lie on the Earth."""
        return Georeferencing(self.crs_wkt, self.transform, self.width, self.height)

    @cached_property
    def footprint_4326(self) -> shapely.Polygon:
        """Outline in EPSG:4326."""
        return self.georeferencing.outline_4326()

    @property
    def bounds_4326(self) -> tuple[float, float, float, float]:
        """West, south, east, north in EPSG:4326; east may exceed 180 across the 180th meridian."""
        west, south, east, north = self.footprint_4326.bounds
        return west, south, east, north


def describe_source(uri: str, options: SourceOptions = NO_OPTIONS) -> Source:
    """Open a raster once and decide all that its tiles depend on.

    Args:
        uri: What rasterio opens, as :func:`find_sources` gives it.
        options: What the user says of it.

    Raises:
        SourceUnreadable: If it is missing, no raster, or its values cannot be shown.
        NoGeotransform: If it does not say where it lies.
        NoCrs: If neither it nor ``options`` names a coordinate system that leads to EPSG:4326.
        NotOnEarth: If its coordinate system is that of another celestial body.
        WrongCrs: If it lies nowhere on the Earth in the one that is named.
        BadBands: If ``options.bands`` cannot be used.
        UsageError: If ``options.crs`` is no coordinate system.
    """
    _check_on_disk(uri)
    with (
        gdal_settings(uri),
        ExitStack() as stack,
        open_dataset(uri) as original,
        reported_as_unreadable(uri),
    ):
        place = _located(original, uri, options)
        dataset = original
        if place.vrt is not None:
            dataset = stack.enter_context(rasterio.open(place.vrt))
        # What bands and dates are is said by the raster itself: a warped one has the same bands.
        choice = choose_bands(original, uri, options.bands)
        bands = choice.bands
        appearance = examine_pixels(
            dataset, bands, _told_empty(options), local_path(uri) is not None
        )
        ends, stretched = _stretch_told(options, len(bands))
        if stretched is None or palette_of(dataset, bands) is not None:
            ends, stretched = appearance.ends, None
        date, dated = _dated(original, uri, options)
        files = composed_of(uri)
        if files:
            names = [source_name(file) for file in files]
            shown: Notice | None = Notice("scene-composed", {"files": names})
        elif "bands" in options.from_layer and options.bands is not None:
            shown = Notice("bands-from-layer", {"bands": list(bands)})
        else:
            shown = choice.decision
        service = public_service(dataset)
        told = (
            Notice("public-service", {"service": service}) if service is not None else None,
            shown,
            stretched,
            *appearance.decisions,
        )
        decisions = (
            *place.decisions,
            *(notice for notice in told if notice is not None),
            *_said_of_empty(appearance.empty, options),
            *dated,
        )
        size_bytes, modified = signature(original)
        found = fingerprint(original)
        width, height = dataset.width, dataset.height
    return Source(
        uri=uri,
        size_bytes=size_bytes,
        modified=modified,
        crs_wkt=place.crs_wkt,
        transform=place.transform,
        width=width,
        height=height,
        bands=bands,
        stretch=None if ends is None else Stretch(*ends),
        date=date,
        pixel_size_m=place.pixel_size_m,
        empty=appearance.empty,
        decisions=decisions,
        inverted=appearance.inverted,
        fingerprint=found,
    )


def _check_on_disk(uri: str) -> None:
    """Refuse a raster of which the disk has the name only: reading a tile would download it as a whole.

    Raises:
        SourceUnreadable: It, or one of its files, is such a one.
    """
    for file in composed_of(uri) or (uri,):
        path = local_path(file)
        with contextlib.suppress(OSError, ValueError):
            if path is not None and is_only_in_cloud(path.stat()):
                raise SourceUnreadable(path=uri, reason=_IN_CLOUD)


def has_changed(source: Source) -> bool:
    """Tell whether the files of a raster have changed since it was described.

    Raises:
        SourceUnreadable: They cannot be opened any more.
    """
    if local_path(source.uri) is None:
        return False  # nothing to compare, and a request per remote source takes long
    with gdal_settings(source.uri), open_dataset(source.uri) as dataset:
        if signature(dataset) != (source.size_bytes, source.modified):
            return True
        # Older indexes have none.
        return bool(source.fingerprint) and fingerprint(dataset) != source.fingerprint


@contextlib.contextmanager
def open_source(
    source: Source, overview_level: int | None = None
) -> Iterator[rasterio.DatasetReader]:
    """Open a raster as it was described, warped where GCPs or RPCs place it; call inside ``gdal_settings``.

    Args:
        source: The raster.
        overview_level: Number of the overview to open instead of the full resolution.

    Raises:
        SourceUnreadable: If it is missing or no raster.
    """
    if not source.is_warped:
        with open_dataset(source.uri, overview_level) as dataset:
            yield dataset
        return
    level = {} if overview_level is None else {"overview_level": overview_level}
    with open_dataset(source.uri) as original, reported_as_unreadable(source.uri):
        dataset = rasterio.open(warped(original, source.crs_wkt), **level)
    with dataset:
        yield dataset


def _stretch_told(
    options: SourceOptions, bands: int
) -> tuple[tuple[tuple[float, ...], tuple[float, ...]] | None, Notice | None]:
    """Return what becomes black and white, and the decision; None where nothing usable is said."""
    ranges = options.stretch or ()
    if len(ranges) == 1:
        ranges = ranges * bands
    if len(ranges) != bands or not all(low < high for low, high in ranges):
        return None, None
    code = "stretch-from-layer" if "stretch" in options.from_layer else "stretch-from-option"
    text = [f"{low:g} to {high:g}" for low, high in ranges]
    return (
        (tuple(low for low, _ in ranges), tuple(high for _, high in ranges)),
        Notice(code, {"ranges": text}),
    )


def _told_empty(options: SourceOptions) -> EmptyPixels | None:
    """Return which pixels the user calls empty; None if they are to be looked for."""
    if options.nodata is not None:
        return EmptyPixels(values=(options.nodata,))
    return None if options.guess_empty else NOTHING_EMPTY


def _said_of_empty(empty: EmptyPixels, options: SourceOptions) -> Iterator[Notice]:
    if options.nodata is not None:
        yield Notice("nodata-from-option", {"value": options.nodata})
        return
    if empty.values:
        yield Notice("nodata-guessed", {"values": list(empty.values)})
    if empty.beyond is not None:
        yield Notice("nodata-beyond", {"limit": empty.beyond})
    if empty.collar is not None:
        part = float(empty.collar.grid().mean())
        colours = [" ".join(f"{value:g}" for value in colour) for colour in empty.collar.colours]
        yield Notice("collar-left-out", {"colours": colours, "percent": round(100 * part, 1)})


def _dated(
    dataset: rasterio.DatasetReader, uri: str, options: SourceOptions
) -> tuple[datetime.date | None, tuple[Notice, ...]]:
    """Return the acquisition date, and where it is from."""
    told = options.date
    if told is not None and "date" in options.from_layer:
        return told, (Notice("date-from-catalogue", {"date": told.isoformat()}),)
    if told is not None:
        return told, (Notice("date-from-option", {"date": told.isoformat()}),)
    items = {**dataset.tags(), **dataset.tags(ns="IMAGERY")}
    found = find_acquisition_date(items, source_name(uri))
    if found is None:
        return None, ()
    date = found.date.isoformat()
    if found.item is None:
        return found.date, (Notice("date-from-name", {"date": date}),)
    return found.date, (Notice("date-from-item", {"date": date, "item": found.item}),)


@dataclass(frozen=True)
class _Place:
    """Where a raster lies: in which coordinate system, how, and if it has to be warped the VRT that does it."""

    crs_wkt: str
    transform: AffineCoefficients
    pixel_size_m: float
    vrt: str | None
    decisions: tuple[Notice, ...]


def _transform(dataset: rasterio.DatasetReader, uri: str) -> AffineCoefficients:
    a, b, c, d, e, f = (float(value) for value in dataset.transform[:6])
    if dataset.transform.is_identity or a * e - b * d == 0.0:
        raise NoGeotransform(path=uri)
    return a, b, c, d, e, f


def _located(dataset: rasterio.DatasetReader, uri: str, options: SourceOptions) -> _Place:
    """Decide in which coordinate system a raster lies on the Earth, and where there.

    The file's own wins, unless ``options`` say otherwise, or it puts the raster nowhere: metres that are labelled
    degrees. After it comes that of a ``.prj`` beside the raster.
    """
    placed = is_placed(dataset)
    transform = dataset.transform[:6] if placed else _transform(dataset, uri)
    given = None if options.crs is None else _crs_said(options.crs, uri)
    candidates: list[tuple[str, Notice | None]] = []
    own = _own_crs(dataset, uri)
    if own is not None:
        candidates.append((own, None))
    else:
        beside = _crs_of_prj(uri)
        if beside is not None:
            own, file = beside
            said = {"crs": crs_name(own), "file": file}
            candidates.append((own, Notice("crs-from-prj", said)))
    if given is not None:
        told = given, _said_of_crs(given, own, options)
        candidates = [told] if options.crs_wins else [*candidates, told]
    if not candidates:
        raise NoCrs(path=uri)
    for wkt, decision in candidates:
        vrt, width, height = None, dataset.width, dataset.height
        if placed:
            vrt = warped(dataset, wkt)
            with rasterio.open(vrt) as result:
                transform, width, height = _transform(result, uri), result.width, result.height
        with contextlib.suppress(CannotBeLocated):
            size = Georeferencing(wkt, transform, width, height).pixel_size_m
            said_of_place = placement_decision(dataset, wkt) if placed else None
            decisions = tuple(item for item in (decision, said_of_place) if item is not None)
            return _Place(wkt, transform, size, vrt, decisions)
    raise WrongCrs(path=uri)


def _said_of_crs(given: str, own: str | None, options: SourceOptions) -> Notice | None:
    """Return the decision for a coordinate system that is not the raster's; None where both are the same."""
    code = "crs-from-layer" if "crs" in options.from_layer else "crs-from-option"
    if own is None:
        return Notice(f"{code}-only", {"crs": crs_name(given)})
    if same_crs(given, own):
        return None
    return Notice(code, {"crs": crs_name(given), "own": crs_name(own)})


def _own_crs(dataset: rasterio.DatasetReader, uri: str) -> str | None:
    crs = dataset.crs
    if is_placed(dataset):
        if not by_gcps(dataset):
            return str(coordinate_system(RPC_CRS).to_wkt())
        crs = dataset.gcps[1]
    if crs:
        # The older dialect of WKT cannot say everything; it is what is left for the odd CRS.
        for version in ("WKT2_2019", None):
            try:
                wkt = str(crs.to_wkt(version=version))
            except (RasterioError, ValueError):
                continue
            _check_on_earth(wkt, uri)
            if leads_to_lonlat(wkt):
                return wkt
    return None


def _crs_of_prj(uri: str) -> tuple[str, str] | None:
    """Return the coordinate system of the ``.prj`` file beside a raster, and the name of the file."""
    path = local_path(uri)
    text = "" if path is None else prj_beside(path)
    if path is None or not text:
        return None
    _check_on_earth(text, uri)
    if not leads_to_lonlat(text):
        return None
    return str(coordinate_system(text).to_wkt()), path.with_suffix(".prj").name


def _check_on_earth(crs: str, uri: str) -> None:
    body = body_of(crs)
    if body is not None:
        raise NotOnEarth(path=uri, body=body)


def _crs_said(text: str, uri: str) -> str:
    _check_on_earth(text, uri)
    if not leads_to_lonlat(text):
        raise UsageError(
            problem=f"{text} is not a CRS with known coordinates on the Earth.",
            advice="Give an authority code such as EPSG:32633, WKT, or a .prj file.",
        )
    return str(coordinate_system(text).to_wkt())
