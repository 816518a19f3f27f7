"""Whether the overviews of a raster show what the raster shows.

An ``.ovr`` file stays behind when its raster is replaced, and pixels are edited after overviews were built; GDAL then
shows the old picture wherever less than the full resolution is asked for.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.windows import Window
from scipy.ndimage import maximum_filter, minimum_filter

from .source_uris import CANNOT_OPEN, local_path

# What is compared: windows of so many pixels of the finest overview a side, in rows and columns of so many.
_SIDE, _WINDOWS = 24, 3
# An average, or a pixel picked, lies between the least and the greatest of those that it stands for. Compression and
# filters that overshoot may put it outside by this part of the spread of all.
_TOLERANCE = 0.1
# Part of the pixels for which that must hold.
_LEAST_ALIKE = 0.8


def overviews_to_use(dataset: rasterio.DatasetReader, bands: tuple[int, ...]) -> list[int]:
    """Return the numbers of the overviews of a raster; none if they are of another picture.

    Args:
        dataset: The open raster, full resolution.
        bands: Bands that are shown.
    """
    factors = dataset.overviews(bands[0])
    levels = list(range(len(factors)))
    if not levels or local_path(str(dataset.name)) is None:
        # Behind a slow line a look at them costs more than it is worth.
        return levels
    with rasterio.open(dataset.name, overview_level=0) as smaller:
        return levels if _are_alike(dataset, smaller, bands) else []


def _are_alike(
    full: rasterio.DatasetReader, smaller: rasterio.DatasetReader, bands: tuple[int, ...]
) -> bool:
    across, down = full.width / smaller.width, full.height / smaller.height
    within: list[NDArray[np.bool_]] = []
    for y in np.linspace(0, max(smaller.height - _SIDE, 0), _WINDOWS).astype(int):
        for x in np.linspace(0, max(smaller.width - _SIDE, 0), _WINDOWS).astype(int):
            width, height = min(_SIDE, smaller.width - x), min(_SIDE, smaller.height - y)
            window = Window(int(x), int(y), width, height)
            left, top = int(x * across), int(y * down)
            source = Window(
                left, top, min(round(width * across), full.width - left), min(round(height * down), full.height - top)
            )  # fmt: skip
            within.append(_within(full, source, smaller, window, bands))
    found = np.concatenate(within)
    return not found.size or bool(found.mean() >= _LEAST_ALIKE)


def _within(
    full: rasterio.DatasetReader,
    source: Window,
    smaller: rasterio.DatasetReader,
    window: Window,
    bands: tuple[int, ...],
) -> NDArray[np.bool_]:
    """Tell for each valid pixel of a window whether it lies between those of the full resolution around it."""
    nothing = np.zeros(0, dtype=np.bool_)
    try:
        values: NDArray[Any] = full.read(list(bands), window=source).astype(np.float32)
        shown: NDArray[Any] = smaller.read(list(bands), window=window).astype(np.float32)
        valid = full.read_masks(bands[0], window=source, out_shape=shown.shape[1:]) > 0
    except CANNOT_OPEN:
        # A damaged block is reported when its tiles are read.
        return nothing
    valid &= np.isfinite(shown).all(axis=0)
    if not valid.any() or not np.isfinite(values).any():
        return nothing
    rows = _places(values.shape[1], shown.shape[1])
    columns = _places(values.shape[2], shown.shape[2])
    around = (
        1,
        2 * -(-values.shape[1] // shown.shape[1]) + 1,
        2 * -(-values.shape[2] // shown.shape[2]) + 1,
    )
    least = minimum_filter(values, size=around)[:, rows][:, :, columns]
    most = maximum_filter(values, size=around)[:, rows][:, :, columns]
    away = _TOLERANCE * np.nanmax(np.nanmax(values, axis=(1, 2)) - np.nanmin(values, axis=(1, 2)))
    alike = ((shown >= least - away) & (shown <= most + away)) | ~np.isfinite(least + most)
    whole: NDArray[np.bool_] = alike.all(axis=0)[valid]
    return whole


def _places(pixels: int, count: int) -> NDArray[np.intp]:
    """Return the pixel in the middle of each of ``count`` parts of an axis."""
    return np.minimum(((np.arange(count) + 0.5) * pixels / count).astype(np.intp), pixels - 1)
