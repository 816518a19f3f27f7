"""Where pyproj finds PROJ's data, the list of coordinate systems above all.

The wheels of the package index bring the data along. The packages of a Linux distribution put them
beside the system's Python, and pyproj looks beside the Python that runs, which in an environment on top
of the system's is another place (Debian's pyproj 3.7 in a venv, without the program ``proj``).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pyproj.datadir
from pyproj import CRS
from pyproj.exceptions import CRSError, DataDirError

from ..errors import CoordinateSystemsMissing


def complete_proj_data() -> None:
    """Point pyproj at the data beside the system's Python, if it finds none itself.

    Finds nothing where there is nothing; :func:`check_proj_data` then says so.
    """
    try:
        pyproj.datadir.get_data_dir()
    except DataDirError:
        base = Path(sys.base_prefix)
        for folder in (base / "share" / "proj", base / "Library" / "share" / "proj"):
            if (folder / "proj.db").is_file():
                pyproj.datadir.set_data_dir(str(folder))
                return


def check_proj_data() -> None:
    """Refuse to go on without the list of coordinate systems.

    Raises:
        CoordinateSystemsMissing: pyproj finds none.
    """
    try:
        pyproj.datadir.get_data_dir()
    except DataDirError as error:
        raise CoordinateSystemsMissing() from error


def coordinate_system(text: str) -> CRS:
    """Return the coordinate system of WKT, or of an authority code.

    Raises:
        CoordinateSystemsMissing: pyproj finds none at all.
        pyproj.exceptions.CRSError: It is none.
    """
    check_proj_data()
    return CRS.from_user_input(text)


def crs_name(wkt: str) -> str:
    """Return the authority and code of a coordinate system, or its name."""
    crs = coordinate_system(wkt)
    authority = crs.to_authority()
    return f"{authority[0]}:{authority[1]}" if authority else str(crs.name)


def same_crs(one: str, other: str) -> bool:
    """Tell whether two texts name the same coordinate system.

    Raises:
        CoordinateSystemsMissing: pyproj finds none at all.
        pyproj.exceptions.CRSError: One of them is none.
    """
    first, second = coordinate_system(one), coordinate_system(other)
    if first.equals(second, ignore_axis_order=True):
        return True
    code = first.to_authority()
    return code is not None and code == second.to_authority()


_BODIES_KM = {
    "Mercury": 2439.7,
    "Venus": 6051.8,
    "the Moon": 1737.4,
    "Mars": 3396.19,
    "Ceres": 487.0,
    "Io": 1829.4,
    "Europa": 1562.6,
    "Ganymede": 2632.3,
    "Callisto": 2410.3,
    "Titan": 2575.0,
    "Pluto": 1188.3,
}
_EARTH_KM = 6378.137
_BODY_NAME = re.compile(
    r"(?<![a-z])(Mercury|Venus|Moon|Mars|Ceres|Vesta|Europa|Ganymede|Callisto|Titan|Pluto)(?![a-z])",
    re.IGNORECASE,
)


def body_of(crs: str) -> str | None:
    """Return the name of the celestial body of a coordinate system; None for the Earth, and where it is unknown.

    Ellipsoids and spheres of the Earth, old ones included, have a radius within 1 % of each other.
    """
    try:
        known = coordinate_system(crs)
    except CRSError:
        return None
    if known.ellipsoid is None:
        return None
    radius_km = known.ellipsoid.semi_major_metre / 1000
    if abs(radius_km / _EARTH_KM - 1) < 0.01:
        return None
    names = [known.name, known.ellipsoid.name, known.datum.name if known.datum else ""]
    for name in filter(None, map(_BODY_NAME.search, names)):
        body = name[1].capitalize()
        return "the Moon" if body == "Moon" else body
    body, nearest = min(_BODIES_KM.items(), key=lambda item: abs(item[1] - radius_km))
    return body if abs(nearest / radius_km - 1) < 0.005 else f"a body of {radius_km:.0f} km radius"
