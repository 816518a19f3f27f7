"""How Dask is installed, which is no part of every installation."""

from __future__ import annotations

import sys
from pathlib import Path

#: The packages that a cluster takes beside those of the engine.
REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements" / "cluster.txt"


def install_command() -> str:
    """Return the command that installs them into this Python."""
    return f'"{sys.executable}" -m pip install -r "{REQUIREMENTS}"'
