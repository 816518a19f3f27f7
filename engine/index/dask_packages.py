"""How Dask is installed, which is no part of every installation."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

#: The packages that a cluster takes beside those of the engine; not there if pip has installed the engine.
REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements" / "cluster.txt"
_PACKAGE = "qgis_scrl"
_EXTRA = "cluster"


def install_command() -> str:
    """Return the command that installs them into this Python."""
    pip = f'"{sys.executable}" -m pip install'
    if REQUIREMENTS.is_file():
        return f'{pip} -r "{REQUIREMENTS}"'
    return f"{pip} {' '.join(_of_the_extra())}"


def _of_the_extra() -> list[str]:
    """Return what the installed package names for its extra: the package itself is in no registry."""
    try:
        required = metadata.requires(_PACKAGE) or []
    except metadata.PackageNotFoundError:
        required = []
    mark = f'extra == "{_EXTRA}"'
    named = [line.partition(";")[0].strip() for line in required if mark in line]
    return [f'"{name}"' for name in named] or ['"dask[distributed]"', "bokeh", "obstore"]
