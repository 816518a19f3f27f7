"""Which bands of a raster are shown, which of its pixels are valid, and how values become 0..255."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, MaskFlags, Resampling
from rasterio.windows import Window

from ..contract.notices import Notice
from ..errors import BadBands, SourceUnreadable
from .band_meaning import BandChoice, bands_by_meaning
from .empty import (
    BEYOND_ALL_SENSORS,
    NOTHING_EMPTY,
    Collar,
    EmptyMask,
    EmptyPixels,
    find_collar,
    find_sentinels,
    is_apart,
    spread_by_one,
)
from .overviews import overviews_to_use
from .source_uris import CANNOT_OPEN, is_sidecar, source_name

Bytes: TypeAlias = NDArray[np.uint8]
Mask: TypeAlias = NDArray[np.bool_]

# 2 and 98 % are QGIS's own defaults: an analyst sees the tile as the model does.
_LOW_PERCENT, _HIGH_PERCENT = 2.0, 98.0
_SAMPLE_SIDE = 1024
_MASK_SAMPLE_SIDE = 64
_WHOLE_READ_PIXELS = 4096 * 4096
_SAMPLE_WINDOWS, _SAMPLE_WINDOW_SIDE = 8, 256
#: More virtual rasters inside each other nobody makes.
_DEEPEST = 4


def choose_bands(
    dataset: rasterio.DatasetReader, uri: str, requested: tuple[int, ...] | None
) -> BandChoice:
    """Return the band (grey, palette) or the three bands (red, green, blue) to show.

    Args:
        dataset: The open raster.
        uri: Its name, in errors and as a hint at what its bands are.
        requested: The user's choice, one or three numbers from 1; None to choose by
            :func:`.band_meaning.bands_by_meaning`.

    Raises:
        BadBands: If the choice is not one or three existing bands.
        SourceUnreadable: If the values are complex numbers.
    """
    count = dataset.count
    if requested is not None:
        if len(requested) not in (1, 3) or not all(1 <= band <= count for band in requested):
            raise BadBands(path=uri, count=count, bands=" ".join(map(str, requested)) or "none")
        bands = tuple(requested)
        choice = BandChoice(bands, Notice("bands-from-option", {"bands": list(bands)}))
    else:
        choice = bands_by_meaning(dataset, source_name(uri))
        if not choice.bands:
            raise BadBands(path=uri, count=count, bands="an alpha band alone")
    # rasterio has names for complex types that numpy does not know.
    kinds = [dataset.dtypes[band - 1] for band in choice.bands]
    if any(kind.startswith("complex") for kind in kinds):
        raise SourceUnreadable(path=uri, reason="its pixel values are complex numbers")
    return choice


class BandReader:
    """Reads integer windows of the chosen bands as RGB or grey bytes with a mask.

    Args:
        dataset: The open raster, or one of its overviews.
        bands: One or three band numbers.
        low: Per band: the value shown as 0; None if values are 0..255 already.
        high: Per band: the value shown as 255.
        full: The raster itself, if ``dataset`` is one of its overviews.
        empty: Which pixels are empty besides those that the file declares.
        inverted: Whether the smallest value is white.
    """

    def __init__(
        self,
        dataset: rasterio.DatasetReader,
        bands: tuple[int, ...],
        low: tuple[float, ...] | None = None,
        high: tuple[float, ...] | None = None,
        full: rasterio.DatasetReader | None = None,
        empty: EmptyPixels = NOTHING_EMPTY,
        inverted: bool = False,
    ) -> None:
        self.dataset = dataset
        self._bands = bands
        self._dtypes = [np.dtype(dataset.dtypes[band - 1]) for band in bands]
        self.palette = palette_of(dataset, bands)
        self._tables: list[Bytes | None] = [None] * len(bands)
        self._low, self._high = low, high
        self._inverted = inverted
        self._of_one_type = len(set(self._dtypes)) == 1
        if low is not None and high is not None and self._of_one_type:
            self._tables = [
                _lookup_table(dtype, *ends)
                for dtype, ends in zip(self._dtypes, zip(low, high, strict=True), strict=True)
            ]
        self._masked_bands, self._alpha_band = _where_validity_is(dataset, bands)
        self._mask_dataset = dataset
        if (
            full is not None
            and self._masked_bands
            and _mask_is_nowhere(dataset, self._masked_bands)
        ):
            # A mask written after the overviews has none itself, and GDAL then calls all valid.
            self._mask_dataset = full
        self._may_be_nan = any(dtype.kind == "f" for dtype in self._dtypes)
        self._given_empty = empty
        self._empty = (
            EmptyMask(empty, self._dtypes, dataset.width, dataset.height) if empty else None
        )
        self._is_overview = full is not None

    @contextmanager
    def reopened(self) -> Iterator[BandReader]:
        """Open the same raster once more, to read a little of it."""
        with rasterio.open(self.dataset.name) as again:
            yield BandReader(again, self._bands, empty=self._given_empty)

    @property
    def other_bands(self) -> list[int]:
        """Numbers of the bands that are neither shown nor say how transparent the others are."""
        return [
            band
            for band, meaning in enumerate(self.dataset.colorinterp, start=1)
            if band not in self._bands and meaning != ColorInterp.alpha
        ]

    @property
    def has_mask(self) -> bool:
        """Whether any pixel can be invalid."""
        return bool(
            self._masked_bands
            or self._alpha_band is not None
            or self._may_be_nan
            or self._empty is not None
            or (self.palette is not None and (self.palette[:, 3] == 0).any())
        )

    def values(
        self, window: Window, shape: tuple[int, int], resampling: Resampling = Resampling.nearest
    ) -> tuple[NDArray[np.generic], Mask | None]:
        """Read the values as they are stored.

        Args:
            window: Whole pixels, inside the raster.
            shape: Rows and columns to return; fewer than in the window to read it decimated.
            resampling: How, in that case.

        Returns:
            Values [bands, rows, columns] and where they are valid [rows, columns]; None instead
            of the second where all are.
        """
        values, valid, _ = self._read(window, shape, resampling)
        return values, valid

    def _read(
        self, window: Window, shape: tuple[int, int], resampling: Resampling
    ) -> tuple[NDArray[np.generic], Mask | None, bool]:
        """Read as :meth:`values`; and tell whether there is both, pixels that show something and undeclared voids."""
        where = {"window": window, "boundless": False}
        # rasterio reads bands of several types (a virtual raster of bytes and 16 bit) one by one only.
        together = [list(self._bands)] if self._of_one_type else [[band] for band in self._bands]
        pieces = [
            self.dataset.read(bands, out_shape=(len(bands), *shape), resampling=resampling, **where)
            for bands in together
        ]
        values = pieces[0] if self._of_one_type else np.concatenate(pieces)
        valid: Mask | None = None
        if self._masked_bands:
            masks = self._mask_dataset.read_masks(
                self._masked_bands,
                out_shape=(len(self._masked_bands), *shape),
                window=self._in_mask_dataset(window),
            )
            # A pixel is empty where every band is: water may well be 0 in one band.
            valid = (masks > 0).any(axis=0)
        if self._alpha_band is not None:
            alpha = self.dataset.read(self._alpha_band, out_shape=shape, **where)
            # Half transparent counts as something, also because programs label near infrared as
            # alpha when they write four bands without saying what they are.
            opaque = alpha > 0
            valid = opaque if valid is None else valid & opaque
        undeclared: Mask | None = None
        if self._may_be_nan:
            # Not a number is not below it either.
            undeclared = ~(np.abs(values) < BEYOND_ALL_SENSORS).all(axis=0)
        if self._empty is not None:
            empty = self._empty.of(values, window)
            if empty is not None:
                if self._is_overview or shape != (window.height, window.width):
                    # Who makes an overview without knowing of them mixes them with their neighbours.
                    empty = spread_by_one(empty)
                undeclared = empty if undeclared is None else undeclared | empty
        has_both = False
        if undeclared is not None and undeclared.any():
            shown = ~undeclared if valid is None else valid & ~undeclared
            has_both = bool(shown.any() and (valid is None or (valid & undeclared).any()))
            valid = shown
        if valid is not None and valid.all():
            valid = None
        return values, valid, has_both

    def _in_mask_dataset(self, window: Window) -> Window:
        """Return a window of ``dataset`` in pixels of the raster whose masks are read."""
        if self._mask_dataset is self.dataset:
            return window
        across = self._mask_dataset.width / self.dataset.width
        down = self._mask_dataset.height / self.dataset.height
        return Window(
            window.col_off * across,
            window.row_off * down,
            window.width * across,
            window.height * down,
        )

    def picture(
        self, window: Window, shape: tuple[int, int] | None = None
    ) -> tuple[Bytes, Mask | None, bool]:
        """Read bytes to show.

        Args:
            window: Whole pixels, inside the raster.
            shape: Rows and columns to return, if not those of the window.

        Returns:
            Bytes [1 or 3, rows, columns]; where they are valid [rows, columns], None where all are; whether pixels of
            an overview may stand for such as are empty, undeclared, and for others, and have been taken for empty.
        """
        if shape is None:
            shape = (int(window.height), int(window.width))
        resampling = Resampling.nearest if self.palette is not None else Resampling.average
        values, valid, has_both = self._read(window, shape, resampling)
        is_mixed = has_both and self._is_overview
        if self.palette is not None:
            colours = self.palette[np.clip(values[0], 0, len(self.palette) - 1)]
            if (self.palette[:, 3] == 0).any():
                opaque = colours[..., 3] > 0
                valid = opaque if valid is None else valid & opaque
            return np.ascontiguousarray(np.moveaxis(colours[..., :3], -1, 0)), valid, is_mixed
        if self._low is None:
            shown = values.astype(np.uint8, copy=False)
        else:
            shown = np.stack([self._to_bytes(band, plane) for band, plane in enumerate(values)])
        return ~shown if self._inverted else shown, valid, is_mixed

    def _to_bytes(self, band: int, values: NDArray[np.generic]) -> Bytes:
        table = self._tables[band]
        if table is not None:
            if values.dtype.kind == "i":
                values = values.view(f"u{values.dtype.itemsize}")
            shown: Bytes = table[values]
            return shown
        if self._low is None or self._high is None:
            return values.astype(np.uint8, copy=False)
        return _stretched(values, self._low[band], self._high[band])


def palette_of(dataset: rasterio.DatasetReader, bands: tuple[int, ...]) -> Bytes | None:
    """Return the colours [entries, 4] (RGBA) if the only band is one of palette indices."""
    if len(bands) != 1 or dataset.colorinterp[bands[0] - 1] != ColorInterp.palette:
        return None
    try:
        colours = dataset.colormap(bands[0])
    except ValueError:
        return None
    table = np.zeros((max(256, max(colours, default=0) + 1), 4), dtype=np.uint8)
    for index, colour in colours.items():
        table[index] = colour
    return table


def minimum_is_white(
    dataset: rasterio.DatasetReader, bands: tuple[int, ...], depth: int = _DEEPEST
) -> bool:
    """Tell whether the only band is one of grey values of which the smallest is white.

    So says TIFF's photometric interpretation. Of one bit GDAL makes a palette, as gdalwarp does of any depth;
    gdalbuildvrt forgets it, so that the first part of a virtual raster is asked, and its first part if that is one,
    ``depth`` deep: virtual rasters may name each other.
    """
    if depth == 0 or len(bands) != 1 or dataset.colorinterp[bands[0] - 1] == ColorInterp.palette:
        return False
    if dataset.tags(ns="IMAGE_STRUCTURE").get("MINISWHITE", "").upper() == "YES":
        return True
    parts = [file for file in dataset.files if file != dataset.name and not is_sidecar(file)]
    if dataset.driver != "VRT" or not parts or "ComplexSource" in str(dataset.tags(ns="xml:VRT")):
        return False
    try:
        with rasterio.open(parts[0]) as part:
            return part.count == dataset.count and minimum_is_white(part, bands, depth - 1)
    except CANNOT_OPEN:
        return False


@dataclass(frozen=True)
class Appearance:
    """How the pixels of a raster are shown.

    Attributes:
        ends: Per band, which values become black and white: low and high, low < high; None if the values are bytes to
            be shown as they are.
        empty: Which pixels are empty besides those that the file declares.
        inverted: Whether the smallest value is white.
        has_wrong_overviews: Whether its overviews are of another picture.
    """

    ends: tuple[tuple[float, ...], tuple[float, ...]] | None
    empty: EmptyPixels = NOTHING_EMPTY
    inverted: bool = False
    has_wrong_overviews: bool = False

    @property
    def decisions(self) -> tuple[Notice, ...]:
        """What is worth telling of it, besides what is empty."""
        told = {"shown-inverted": self.inverted, "overviews-ignored": self.has_wrong_overviews}
        return tuple(Notice(code) for code, is_so in told.items() if is_so)


def examine_pixels(
    dataset: rasterio.DatasetReader,
    bands: tuple[int, ...],
    empty: EmptyPixels | None = None,
    is_near: bool = True,
) -> Appearance:
    """Decide from a sample of a raster how it is shown.

    Bytes stay as they are. Else the 2nd and 98th percentile of the valid pixels of each band, read from
    a small overview or, where there is none, from windows spread over the raster.

    Args:
        dataset: The open raster, full resolution.
        bands: One or three band numbers.
        empty: Which pixels are empty besides those that the file declares; None to look for them.
        is_near: Whether the raster lies on this computer, where looking into many places costs little.
    """
    with ExitStack() as stack:
        usable = overviews_to_use(dataset, bands)
        level = _overview_for_sampling(dataset, bands, usable)
        smaller = None
        if level is not None:
            smaller = stack.enter_context(rasterio.open(dataset.name, overview_level=level))
        ends = _fixed_ends(dataset, bands)
        is_palette = palette_of(dataset, bands) is not None
        sample = None
        if ends is None and not is_palette and not _are_bytes(dataset, bands):
            sample = (
                _sample(dataset, bands) if smaller is None else _sample(smaller, bands, dataset)
            )
        if empty is None:
            empty = NOTHING_EMPTY if sample is None else find_sentinels(sample)
            if not is_palette:
                empty = replace(empty, collar=_collar(dataset, bands, smaller, empty, is_near))
    if sample is not None:
        kept = sample[~empty.in_sample(sample)]
        pairs = [_ends(_without_extreme(kept[:, band])) for band in range(len(bands))]
        ends = tuple(low for low, _ in pairs), tuple(high for _, high in pairs)
    return Appearance(
        ends,
        empty,
        minimum_is_white(dataset, bands),
        has_wrong_overviews=len(usable) < len(dataset.overviews(bands[0])),
    )


def _are_bytes(dataset: rasterio.DatasetReader, bands: tuple[int, ...]) -> bool:
    return all(dataset.dtypes[band - 1] == "uint8" for band in bands)


def _fixed_ends(
    dataset: rasterio.DatasetReader, bands: tuple[int, ...]
) -> tuple[tuple[float, ...], tuple[float, ...]] | None:
    """Return black and white of bytes of which fewer than 8 bits are used."""
    if palette_of(dataset, bands) is not None or not _are_bytes(dataset, bands):
        return None
    bits = [int(dataset.tags(band, ns="IMAGE_STRUCTURE").get("NBITS", 8)) for band in bands]
    if all(count == 8 for count in bits):
        return None
    return (0.0,) * len(bands), tuple(float(2**count - 1) for count in bits)


def _collar(
    dataset: rasterio.DatasetReader,
    bands: tuple[int, ...],
    smaller: rasterio.DatasetReader | None,
    empty: EmptyPixels,
    is_near: bool,
) -> Collar | None:
    reader = BandReader(dataset, bands, empty=empty)
    coarse = None if smaller is None else BandReader(smaller, bands, full=dataset, empty=empty)
    try:
        return find_collar(reader, coarse, is_near)
    except CANNOT_OPEN:
        # A damaged block costs the tiles on it, not the raster: it is reported when they are read.
        return None


def _without_extreme(values: NDArray[Any]) -> NDArray[Any]:
    """Return values [pixels] without the largest that the type has, if it lies far from all others.

    It is saturated, or fills holes; either way it says nothing about the others.
    """
    if values.dtype.kind not in "iu" or values.dtype.itemsize == 1:
        return values
    others = values[values < np.iinfo(values.dtype).max]
    if 0 < len(others) < len(values) and is_apart(
        float(np.iinfo(values.dtype).max), others[:, None]
    ):
        return others
    return values


def _overview_for_sampling(
    dataset: rasterio.DatasetReader, bands: tuple[int, ...], usable: list[int]
) -> int | None:
    wanted = max(dataset.width, dataset.height) / _SAMPLE_SIDE
    factors = dataset.overviews(bands[0])
    fitting = [level for level in usable if factors[level] <= max(wanted, 1)]
    return fitting[-1] if fitting else None


def _sample(
    dataset: rasterio.DatasetReader,
    bands: tuple[int, ...],
    full: rasterio.DatasetReader | None = None,
) -> NDArray[np.generic]:
    """Return valid values [pixels, bands] of a raster, or of an overview of the raster ``full``."""
    reader = BandReader(dataset, bands, full=full)
    width, height = dataset.width, dataset.height
    if width * height <= _WHOLE_READ_PIXELS:
        shrink = max(1.0, max(width, height) / _SAMPLE_SIDE)
        shape = (max(1, round(height / shrink)), max(1, round(width / shrink)))
        pieces = [reader.values(Window(0, 0, width, height), shape)]
    else:
        pieces = []
        across, down = min(_SAMPLE_WINDOW_SIDE, width), min(_SAMPLE_WINDOW_SIDE, height)
        for row in np.linspace(0, height - down, _SAMPLE_WINDOWS).astype(int):
            for col in np.linspace(0, width - across, _SAMPLE_WINDOWS).astype(int):
                window = Window(int(col), int(row), across, down)
                pieces.append(reader.values(window, (down, across)))
    values = [
        values.reshape(len(bands), -1).T if valid is None else values[:, valid].T
        for values, valid in pieces
    ]
    return np.concatenate(values)


def _ends(values: NDArray[np.generic]) -> tuple[float, float]:
    if values.size == 0:
        return 0.0, 1.0
    exact = values.astype(np.float64)
    low, high = (float(end) for end in np.percentile(exact, [_LOW_PERCENT, _HIGH_PERCENT]))
    if low == high:
        low, high = float(exact.min()), float(exact.max())
    if low == high:
        # A constant band is shown as middle grey.
        margin = max(0.5, abs(low) * 1e-6)
        low, high = low - margin, high + margin
    return low, high


def _stretched(values: NDArray[np.generic], low: float, high: float) -> Bytes:
    scaled = (values.astype(np.float64) - low) * (255.0 / (high - low))
    shown: Bytes = np.nan_to_num(np.clip(np.rint(scaled), 0, 255), nan=0.0).astype(np.uint8)
    return shown


def _lookup_table(dtype: np.dtype, low: float, high: float) -> Bytes | None:
    """Return what each value of a small integer type becomes, or None for the other types."""
    if dtype.kind not in "iu" or dtype.itemsize > 2:
        return None
    unsigned = np.arange(2 ** (8 * dtype.itemsize)).astype(f"u{dtype.itemsize}")
    return _stretched(unsigned.view(dtype), low, high)


def _mask_is_nowhere(dataset: rasterio.DatasetReader, bands: list[int]) -> bool:
    """Tell whether the mask of an overview, if it is one for all bands, calls everything valid."""
    if not any(MaskFlags.per_dataset in dataset.mask_flag_enums[band - 1] for band in bands):
        return False
    shape = min(dataset.height, _MASK_SAMPLE_SIDE), min(dataset.width, _MASK_SAMPLE_SIDE)
    return bool((dataset.read_masks(bands[0], out_shape=shape) > 0).all())


def _where_validity_is(
    dataset: rasterio.DatasetReader, bands: tuple[int, ...]
) -> tuple[list[int], int | None]:
    """Return bands whose masks must be read, and the alpha band if it must be read besides."""
    masked: list[int] = []
    alpha_in_mask = False
    for band in bands:
        flags = dataset.mask_flag_enums[band - 1]
        if MaskFlags.all_valid in flags:
            continue
        alpha_in_mask = alpha_in_mask or MaskFlags.alpha in flags
        if MaskFlags.per_dataset in flags:
            # One mask for all bands: read it once.
            if not masked:
                masked = [band]
        else:
            masked.append(band)
    alpha = [
        band
        for band, meaning in enumerate(dataset.colorinterp, start=1)
        if meaning == ColorInterp.alpha and band not in bands
    ]
    if alpha_in_mask:
        # The mask that GDAL derives from alpha is the alpha band itself.
        return [], alpha[-1] if alpha else None
    return masked, alpha[-1] if alpha else None
