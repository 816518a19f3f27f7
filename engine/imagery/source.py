"""One raster as the rest of the engine knows it: where it lies, which bands are used, from when."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import rasterio
import shapely
from rasterio.errors import RasterioError

from ..contract.indexes import NO_OPTIONS, SourceOptions
from ..contract.notices import Notice
from ..errors import NoCrs, NoGeotransform, UsageError, WrongCrs
from .bands import choose_bands, examine_pixels
from .dataset import gdal_settings, open_dataset, reported_as_unreadable, signature
from .dates import find_acquisition_date
from .empty import NOTHING_EMPTY, EmptyPixels
from .georeferencing import AffineCoefficients, CannotBeLocated, Georeferencing, leads_to_lonlat
from .proj_data import coordinate_system
from .scenes import composed_of
from .services import public_service
from .source_uris import find_sources, local_path, source_name

__all__ = ["Source", "SourceOptions", "Stretch", "describe_source", "find_sources"]


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

    @property
    def name(self) -> str:
        """File name, with the table or subdataset where there is one."""
        return source_name(self.uri)

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
        WrongCrs: If it lies nowhere on the Earth in the one that is named.
        BadBands: If ``options.bands`` cannot be used.
        UsageError: If ``options.crs`` is no coordinate system.
    """
    with gdal_settings(), open_dataset(uri) as dataset, reported_as_unreadable(uri):
        transform = _transform(dataset, uri)
        crs_wkt, pixel_size_m = _located(dataset, transform, uri, options.crs)
        choice = choose_bands(dataset, uri, options.bands)
        bands = choice.bands
        appearance = examine_pixels(
            dataset, bands, _told_empty(options), local_path(uri) is not None
        )
        date, dated = _dated(dataset, uri, options.date)
        files = composed_of(uri)
        if files:
            names = [source_name(file) for file in files]
            chosen: tuple[Notice, ...] = (Notice("scene-composed", {"files": names}),)
        else:
            chosen = () if choice.decision is None else (choice.decision,)
        pictured = appearance.decisions
        service = public_service(dataset)
        served = () if service is None else (Notice("public-service", {"service": service}),)
        decisions = (
            *served, *chosen, *pictured, *_said_of_empty(appearance.empty, options), *dated,
        )  # fmt: skip
        size_bytes, modified = signature(dataset)
        width, height = dataset.width, dataset.height
    return Source(
        uri=uri,
        size_bytes=size_bytes,
        modified=modified,
        crs_wkt=crs_wkt,
        transform=transform,
        width=width,
        height=height,
        bands=bands,
        stretch=None if appearance.ends is None else Stretch(*appearance.ends),
        date=date,
        pixel_size_m=pixel_size_m,
        empty=appearance.empty,
        decisions=decisions,
        inverted=appearance.inverted,
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
    dataset: rasterio.DatasetReader, uri: str, told: datetime.date | None
) -> tuple[datetime.date | None, tuple[Notice, ...]]:
    """Return the acquisition date, and where it is from."""
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


def _transform(dataset: rasterio.DatasetReader, uri: str) -> AffineCoefficients:
    a, b, c, d, e, f = (float(value) for value in dataset.transform[:6])
    if dataset.transform.is_identity or a * e - b * d == 0.0:
        raise NoGeotransform(path=uri)
    return a, b, c, d, e, f


def _located(
    dataset: rasterio.DatasetReader,
    transform: AffineCoefficients,
    uri: str,
    fallback: str | None,
) -> tuple[str, float]:
    """Return the coordinate system in which the raster lies on the Earth, and its pixel size there.

    The file's own wins, unless it is none or puts the raster nowhere: metres that are labelled degrees.
    """
    own = _own_crs(dataset)
    if own is None and fallback is None:
        raise NoCrs(path=uri)
    for named, read in ((own, str), (fallback, _crs_said)):
        if named is None:
            continue
        wkt = read(named)
        with contextlib.suppress(CannotBeLocated):
            return wkt, Georeferencing(wkt, transform, dataset.width, dataset.height).pixel_size_m
    raise WrongCrs(path=uri)


def _own_crs(dataset: rasterio.DatasetReader) -> str | None:
    if dataset.crs:
        # The older dialect of WKT cannot say everything; it is what is left for the odd CRS.
        for version in ("WKT2_2019", None):
            try:
                wkt = str(dataset.crs.to_wkt(version=version))
            except (RasterioError, ValueError):
                continue
            if leads_to_lonlat(wkt):
                return wkt
    return None


def _crs_said(text: str) -> str:
    if not leads_to_lonlat(text):
        raise UsageError(
            problem=f"{text} is not a CRS with known coordinates on the Earth.",
            advice="Give an authority code such as EPSG:32633, or WKT.",
        )
    return str(coordinate_system(text).to_wkt())
