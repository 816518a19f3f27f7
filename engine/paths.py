"""Looking at what a user has named, where :mod:`pathlib` would raise.

``Path.exists`` raises for a folder that may not be entered and for a name longer than the disk takes,
``Path.expanduser`` for a name that begins with ``~`` and is nobody's home. To whoever only asks, all these
are just not there; :func:`why_missing` says why.
"""

from __future__ import annotations

import os
from pathlib import Path

from .errors import FolderNotWritable


def exists(path: str | Path) -> bool:
    """Tell whether there is a file or folder that can be looked at."""
    return os.path.exists(path)  # noqa: PTH110


def is_folder(path: str | Path) -> bool:
    """Tell whether there is a folder that can be looked at."""
    return os.path.isdir(path)  # noqa: PTH112


def expanded(path: str | Path) -> Path:
    """Return a path with ``~`` and ``~name`` replaced, where they are somebody's home."""
    return Path(os.path.expanduser(path))  # noqa: PTH111


def why_missing(path: str | Path, what: str = "file") -> str:
    """Return why a path cannot be looked at, as the end of a sentence; nothing if it can.

    Args:
        path: The path.
        what: What the user meant it to be, "file" or "folder".
    """
    try:
        os.stat(path)  # noqa: PTH116
    except OSError as error:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            return str(error.strerror).lower()
    except ValueError:
        return "its name is not valid text"
    else:
        return ""
    return f"there is no such {what}"


def check_folder(folder: Path, path: Path) -> None:
    """Refuse to write ``path`` where there is no folder for it.

    Args:
        folder: Where it would lie.
        path: What is to be written, for the message.

    Raises:
        FolderNotWritable: There is none, or it may not be entered.
    """
    if not is_folder(folder):
        raise FolderNotWritable(
            path=path, reason=why_missing(folder, "folder") or f"{folder} is not a folder"
        )
