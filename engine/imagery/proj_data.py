"""Where pyproj finds PROJ's data, the list of coordinate systems above all.

The wheels of the package index bring the data along. The packages of a Linux distribution put them
beside the system's Python, and pyproj looks beside the Python that runs, which in an environment on top
of the system's is another place (Debian's pyproj 3.7 in a venv, without the program ``proj``).
"""

from __future__ import annotations

import sys
from pathlib import Path

import pyproj.datadir
from pyproj import CRS
from pyproj.exceptions import DataDirError

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
