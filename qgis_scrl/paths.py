"""Looking at paths where :mod:`pathlib` would raise: where this user may not look, or what is no path at all.

To whoever only asks, such a file or folder is just not there. The engine's ``paths`` does the same on its side.
"""

from __future__ import annotations

import contextlib
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


def make_private(folder: Path) -> None:
    """Make a folder, if it is not there, that only its user may look into; Windows keeps profiles private by itself.

    Raises:
        OSError: It cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix":
        # One of an earlier version may be open to all; one on a disk that knows no modes stays as it is.
        with contextlib.suppress(OSError):
            folder.chmod(0o700)
