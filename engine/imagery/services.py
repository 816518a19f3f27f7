"""Rasters that a server makes of tiles, and whose terms of use are known."""

from __future__ import annotations

import re

import rasterio

#: GDAL's drivers for services: a description of a few lines may stand for the whole Earth.
_DRIVERS = frozenset({"WMS", "WMTS", "WCS", "PLMosaic", "EEDAI", "OGCAPI"})
_ADDRESS = re.compile(r"(?:https?://|//)(?:[^/@\s<>\"']*@)?(?P<host>[^/:\s<>\"'?]+)", re.IGNORECASE)
#: End of the host's name -> who runs it.
_PUBLIC = {
    "openstreetmap.org": "OpenStreetMap",
    "openstreetmap.fr": "OpenStreetMap France",
    "openstreetmap.de": "OpenStreetMap Germany",
    "opentopomap.org": "OpenTopoMap",
    "google.com": "Google",
    "googleapis.com": "Google",
    "virtualearth.net": "Bing Maps",
    "bing.com": "Bing Maps",
    "azure.com": "Azure Maps",
    "arcgisonline.com": "Esri",
    "arcgis.com": "Esri",
    "mapbox.com": "Mapbox",
    "maptiler.com": "MapTiler",
    "thunderforest.com": "Thunderforest",
    "stadiamaps.com": "Stadia Maps",
    "stamen.com": "Stadia Maps",
    "cartocdn.com": "CARTO",
    "here.com": "HERE",
    "tomtom.com": "TomTom",
    "planet.com": "Planet",
    "yandex.net": "Yandex",
    "autonavi.com": "AutoNavi",
}
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
        host = match["host"].lower().replace("${server_num}", "0")
        for end, name in _PUBLIC.items():
            if host == end or host.endswith(f".{end}"):
                return name
    return None
