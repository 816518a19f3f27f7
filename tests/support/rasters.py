"""Real rasters in odd layouts whose pixels say where they are."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.enums import ColorInterp

WIDTH, HEIGHT = 120, 100


@dataclass(frozen=True)
class Layout:
    """How a raster lies and what its bands hold.

    ``columns_in`` and ``rows_in`` name the channel of the tile (0 red, 1 green, 2 blue) in which the
    pixel's column or row is encoded; ``flip`` is the axis along which a tile must be turned to show
    the ground as seen from above.
    """

    name: str
    crs: str
    transform: Affine
    dtype: str
    bands: tuple[str, ...]
    ground_size_m: float
    nodata: float | None = None
    colorinterp: tuple[ColorInterp, ...] | None = None
    palette: bool = False
    flip: int | None = None
    columns_in: int | None = 0
    rows_in: int | None = 1
    suffix: str = ".tif"
    options: dict[str, Any] = field(default_factory=dict)
    internal_mask: bool = False


def _degrees(lon: float, lat: float, step: float) -> Affine:
    return Affine.translation(lon, lat) @ Affine.scale(step, -step)


R, G, B, A = ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha
U = ColorInterp.undefined
_ROTATED = Affine.translation(500_000, 5_400_000) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5)

LAYOUTS = [
    Layout("utm-rgb", "EPSG:32633", Affine(0.5, 0, 4e5, 0, -0.5, 5.5e6), "uint8",
           ("col", "row", "7"), 17.0, colorinterp=(R, G, B)),
    Layout("utm-rgbn-uint8-undefined-fourth", "EPSG:26914", Affine(5, 0, 485900, 0, -5, 5209247),
           "uint8", ("col", "row", "9", "200"), 150.0, colorinterp=(ColorInterp.gray, U, U, U), nodata=255),
    Layout("geographic-uint16-four-bands", "EPSG:4326", _degrees(11.0, 60.0, 1e-5), "uint16",
           ("col", "row", "900", "4"), 24.0, nodata=65535),
    Layout("web-mercator-north", "EPSG:3857", Affine(2, 0, 1e6, 0, -2, 9.2e6), "uint8",
           ("col", "row", "1"), 25.0),
    Layout("rotated", "EPSG:32632", _ROTATED, "uint8", ("col", "row", "3"), 14.0),
    Layout("south-up", "EPSG:32733", Affine(1, 0, 5e5, 0, 1, 7e6), "uint8",
           ("col", "row", "3"), 33.0, flip=0),
    Layout("mirrored-east", "EPSG:32733", Affine(-1, 0, 5e5, 0, -1, 7e6), "uint8",
           ("col", "row", "3"), 33.0, flip=1),
    Layout("feet-int16-one-band", "EPSG:2263", Affine(3, 0, 987000, 0, -3, 211000), "int16",
           ("col",), 30.0, nodata=-9999, rows_in=None),
    Layout("palette", "EPSG:3035", Affine(10, 0, 4321000, 0, -10, 3210000), "uint8",
           ("row",), 300.0, palette=True, columns_in=None, rows_in=1),
    Layout("polar-float32-nan", "EPSG:3031", Affine(30, 0, -2_400_000, 0, -30, 1_000_000),
           "float32", ("col", "row", "5"), 900.0),
    Layout("bgra", "EPSG:25832", Affine(0.2, 0, 6e5, 0, -0.2, 5.7e6), "uint8",
           ("7", "row", "col", "opaque"), 6.0, colorinterp=(B, G, R, A)),
    Layout("masked-tiled-int32", "EPSG:2154", Affine(4, 0, 7e5, 0, -4, 6.6e6), "int32",
           ("col", "row", "8"), 120.0, internal_mask=True,
           options={"tiled": True, "blockxsize": 32, "blockysize": 48, "compress": "deflate"}),
    Layout("longitudes-beyond-180", "EPSG:4326", _degrees(200.0, -20.0, 0.001), "uint8",
           ("col", "row", "3"), 3000.0),
    Layout("across-the-date-line", "EPSG:3832", Affine(50, 0, 3_340_000, 0, -50, -2e6), "float64",
           ("col", "row", "3"), 1500.0),
    Layout("jpeg2000-grey", "EPSG:32633", Affine(0.5, 0, 4e5, 0, -0.5, 5.5e6), "uint8",
           ("row",), 17.0, columns_in=None, rows_in=0, suffix=".jp2",
           options={"driver": "JP2OpenJPEG", "QUALITY": "100", "REVERSIBLE": "YES"}),
]  # fmt: skip


def band_values(what: str, dtype: str, width: int, height: int) -> NDArray[Any]:
    """Return what a band holds: twice the column or row of each pixel, or a constant."""
    col, row = np.meshgrid(np.arange(width), np.arange(height))
    if what == "opaque":
        return np.full((height, width), 255, dtype=dtype)
    return {"col": col * 2, "row": row * 2}.get(
        what, np.full_like(col, int(what) if what.isdigit() else 0)
    ).astype(dtype)


def write_layout(
    layout: Layout, folder: Path, width: int = WIDTH, height: int = HEIGHT, hole: bool = False
) -> Path:
    """Write a raster in a layout; with ``hole``, its left third is empty in the layout's own way."""
    values = np.stack([band_values(what, layout.dtype, width, height) for what in layout.bands])
    path = folder / f"{layout.name}{layout.suffix}"
    empty = np.zeros((height, width), dtype=bool)
    empty[:, : width // 3] = hole
    nodata = layout.nodata
    if layout.colorinterp is not None and A in layout.colorinterp:
        values[layout.colorinterp.index(A)][empty] = 0
    elif layout.dtype.startswith("float"):
        values[:, empty] = math.nan
    elif not layout.internal_mask:
        if nodata is None and hole:
            nodata = 251
        values[:, empty] = nodata if nodata is not None else 0
    profile = {"driver": "GTiff", **layout.options}
    with (
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True),
        rasterio.open(
            path, "w", width=width, height=height, count=len(values), dtype=layout.dtype,
            crs=layout.crs, transform=layout.transform, nodata=nodata, **profile,
        ) as out,
    ):  # fmt: skip
        if layout.palette:
            # A palette that is no ramp by itself: mixing the indices instead of the colours would show.
            out.write_colormap(1, {i: (40, i, 255 - i, 255) for i in range(256)})
        if layout.colorinterp is not None:
            out.colorinterp = layout.colorinterp
        out.write(values)
        if layout.internal_mask:
            out.write_mask(~empty)
    return path


def write_plain(
    path: Path,
    values: NDArray[Any],
    *,
    crs: str | None = "EPSG:32633",
    transform: Affine | None = Affine(1, 0, 4e5, 0, -1, 5.5e6),  # noqa: B008 (immutable)
    tags: dict[str, str] | None = None,
    overviews: tuple[int, ...] = (),
    **profile: Any,
) -> Path:
    """Write a GeoTIFF with the given values [bands, rows, columns]."""
    count, height, width = values.shape
    position = {} if transform is None else {"transform": transform}
    with rasterio.open(
        path, "w", **{"driver": "GTiff", **profile}, width=width, height=height, count=count,
        dtype=values.dtype, crs=crs, **position,
    ) as out:  # fmt: skip
        out.write(values)
        out.update_tags(**(tags or {}))
    if overviews:
        with rasterio.open(path, "r+") as out:
            out.build_overviews(list(overviews), rasterio.enums.Resampling.average)
    return path


def positions(width: int, height: int, dtype: str = "uint16", scale: int = 16) -> NDArray[Any]:
    """Return [3, rows, columns]: column and row times ``scale``, and a constant."""
    col, row = np.meshgrid(np.arange(width), np.arange(height))
    return np.stack([col * scale, row * scale, np.full_like(col, 77)]).astype(dtype)
