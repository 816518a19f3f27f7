"""Paths that a user has named: looked at where :mod:`pathlib` would raise, and written.

``Path.exists`` raises for a folder that may not be entered and for a name longer than the disk takes,
``Path.expanduser`` for a name that begins with ``~`` and is nobody's home. To whoever only asks, all these
are just not there; :func:`why_missing` says why.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from .contract.codec import is_address
from .errors import DiskFull, FolderNotWritable

_PACKAGE = Path(__file__).resolve().parent
#: Whether pip has installed the engine: its resources are in its package then, else beside it.
IS_INSTALLED_ALONE = (_PACKAGE / "resources").is_dir()
RESOURCES = (_PACKAGE if IS_INSTALLED_ALONE else _PACKAGE.parent) / "resources"
#: What is said of a name that GDAL, QGIS and Annoy cannot take: they take names as text.
NOT_TEXT = "its name is not valid text (UTF-8)"
# Windows: FILE_ATTRIBUTE_RECALL_ON_OPEN and FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS. FILE_ATTRIBUTE_OFFLINE is left out:
# archives on tape have it, too. macOS: SF_DATALESS.
_RECALLED = 0x0004_0000 | 0x0040_0000
_DATALESS = 0x4000_0000
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


def place_of(address: str) -> str | Path:
    """Return where an index is: its path, or its address as it is."""
    return address if is_address(address) else Path(address)


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
            return reason_of(error)
    except ValueError:
        return "its name is not valid text"
    else:
        return ""
    return f"there is no such {what}"


def is_only_in_cloud(found: os.stat_result) -> bool:
    """Tell whether a file is a placeholder, which is downloaded as a whole when it is read: OneDrive, iCloud, ...

    Args:
        found: What ``stat`` says of it: on Windows with attributes, on macOS with flags.
    """
    attributes = getattr(found, "st_file_attributes", 0)
    flags = getattr(found, "st_flags", 0)
    return bool(attributes & _RECALLED or flags & _DATALESS)


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


def reason_of(error: OSError) -> str:
    """Return what the system says of a failure, without paths and numbers."""
    return (error.strerror or str(error) or type(error).__name__).lower()


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the system says about writing ``path`` into what the user can do about it.

    Raises:
        DiskFull: No space left, or the quota is used up.
        FolderNotWritable: No permission, a read-only file system, a file or folder in the way, a name
            too long for the disk, a folder that somebody has removed, ...
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(path=path) from error
        raise FolderNotWritable(path=path, reason=reason_of(error)) from error
