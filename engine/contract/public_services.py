"""Public tile servers whose terms of use usually forbid bulk download."""

from __future__ import annotations

#: End of the host's name -> who runs it.
_OWNERS = {
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


def owner_of(host: str) -> str | None:
    """Return who runs the public server of a name; None if it is not known as one."""
    name = host.lower()
    for end, owner in _OWNERS.items():
        if name == end or name.endswith(f".{end}"):
            return owner
    return None
