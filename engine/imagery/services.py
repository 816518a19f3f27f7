"""Rasters that a server makes of tiles, and whose terms of use are known."""

from __future__ import annotations

import re

import rasterio

from ..contract.public_services import owner_of

#: GDAL's drivers for services: a description of a few lines may stand for the whole Earth.
_DRIVERS = frozenset({"WMS", "WMTS", "WCS", "PLMosaic", "EEDAI", "OGCAPI"})
_ADDRESS = re.compile(r"(?:https?://|//)(?:[^/@\s<>\"']*@)?(?P<host>[^/:\s<>\"'?]+)", re.IGNORECASE)
_LONGEST_DESCRIPTION = 1024 * 1024


def public_service(dataset: rasterio.DatasetReader) -> str | None:
    """Return who runs the public tile server behind a raster; None if none is known to."""
    if dataset.driver not in _DRIVERS:
        return None
    described = str(dataset.name)
    if not described.lstrip().startswith("<"):
        try:
            with open(described, encoding="utf-8", errors="replace") as file:  # noqa: PTH123 (any text)
                described = file.read(_LONGEST_DESCRIPTION)
        except (OSError, ValueError):
            pass  # an address itself
    for match in _ADDRESS.finditer(described):
        owner = owner_of(match["host"].replace("${server_num}", "0"))
        if owner is not None:
            return owner
    return None
