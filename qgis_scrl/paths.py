"""Looking at paths where :mod:`pathlib` would raise: where this user may not look, or what is no path at all.

To whoever only asks, such a file or folder is just not there. The engine's ``paths`` does the same on its side.
"""

from __future__ import annotations

import os
from pathlib import Path


def exists(path: str | Path) -> bool:
    """Say whether there is a file or folder that can be looked at."""
    return os.path.exists(path)  # noqa: PTH110


def is_file(path: str | Path) -> bool:
    """Say whether there is a file that can be looked at."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: str | Path) -> bool:
    """Say whether there is a folder that can be looked at."""
    return os.path.isdir(path)  # noqa: PTH112
