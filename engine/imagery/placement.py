"""Rasters without a geotransform that say by GCPs or RPCs where they lie: warped, as QGIS and gdalwarp do it."""

from __future__ import annotations

import math

import numpy as np
import rasterio
import rasterio.shutil
from rasterio.control import GroundControlPoint
from rasterio.enums import ColorInterp
from rasterio.io import MemoryFile
from rasterio.transform import GCPTransformer
from rasterio.vrt import WarpedVRT

from ..contract.notices import Notice
from .georeferencing import distances_m

#: What RPCs lead to.
RPC_CRS = "EPSG:4326"
_ENOUGH_GCPS = 3
# From so many points on GDAL takes a polynomial of the second order.
_SECOND_ORDER_GCPS = 6


def is_placed(dataset: rasterio.DatasetReader) -> bool:
    """Tell whether a raster has GCPs or RPCs and nothing better."""
    return dataset.transform.is_identity and (
        len(dataset.gcps[0]) >= _ENOUGH_GCPS or dataset.rpcs is not None
    )


def by_gcps(dataset: rasterio.DatasetReader) -> bool:
    """Tell whether a raster for which :func:`is_placed` holds is placed by GCPs, which GDAL prefers to RPCs."""
    return len(dataset.gcps[0]) >= _ENOUGH_GCPS


def warped(dataset: rasterio.DatasetReader, crs: str) -> str:
    """Return a virtual raster (VRT, as text) that is the raster in its place.

    GDAL's default transformation and resampling; bands are those of the raster and, unless it declares what is
    empty, an alpha band that is 0 outside of it. GDAL warps block by block as they are read.

    Args:
        dataset: A raster for which :func:`is_placed` holds.
        crs: CRS of its GCPs; of the result, where it has RPCs.

    Raises:
        rasterio.errors.RasterioError: It cannot be warped.
    """
    has_own = dataset.nodata is not None or ColorInterp.alpha in dataset.colorinterp
    with (
        WarpedVRT(
            dataset,
            src_crs=crs if by_gcps(dataset) else RPC_CRS,
            crs=crs,
            add_alpha=not has_own,
        ) as result,
        MemoryFile(ext=".vrt") as file,
    ):
        rasterio.shutil.copy(result, file.name, driver="VRT")
        return bytes(file.getbuffer()).decode()


def placement_decision(dataset: rasterio.DatasetReader, crs: str) -> Notice:
    """Return by what a raster is placed, and how exactly.

    Args:
        dataset: A raster for which :func:`is_placed` holds.
        crs: CRS of its GCPs.
    """
    if by_gcps(dataset):
        points = dataset.gcps[0]
        method = (
            "second-order polynomial"
            if len(points) >= _SECOND_ORDER_GCPS
            else "affine (first-order polynomial)"
        )
        values = {"count": len(points), "method": method, "rms_m": _rms_m(points, crs)}
        return Notice("placed-by-gcps", values)
    errors = [getattr(dataset.rpcs, name) for name in ("err_bias", "err_rand")]
    known = [error for error in errors if error is not None and error > 0]
    if not known:
        return Notice("placed-by-rpcs-of-unknown-accuracy", {"height_m": 0.0})
    return Notice("placed-by-rpcs", {"height_m": 0.0, "error_m": round(math.hypot(*known), 3)})


def _rms_m(points: list[GroundControlPoint], crs: str) -> float:
    """Return the root mean square distance in metres from where GCPs are to where the polynomial puts them."""
    with GCPTransformer(points) as transformer:
        x, y = transformer.xy(
            [point.row for point in points], [point.col for point in points], offset="ul"
        )
    metres = distances_m(
        crs,
        np.array([(point.x, point.y) for point in points]),
        np.stack([np.asarray(x), np.asarray(y)], axis=-1),
    )
    return round(float(np.sqrt(np.mean(metres**2))), 3)
