"""Folders that a program copies to a server as they change: OneDrive, iCloud Drive, Dropbox, Google Drive.

An index there works, but each build is uploaded, and a file that is being uploaded is locked for moments. What
differs between systems is seen through arguments, so that all can be tested on any of them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

#: Set by OneDrive on Windows, to its folders.
_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
#: Where macOS keeps them, below the home folder.
_ON_MACOS = {("library", "mobile documents"): "iCloud Drive"}
_CLOUD_STORAGE = ("library", "cloudstorage")
#: Names that folders of such programs begin with, wherever they lie: "OneDrive - Contoso", "Dropbox (Personal)".
_NAMES = ("OneDrive", "Dropbox", "Google Drive", "GoogleDrive", "Nextcloud", "iCloudDrive")


def synchronised_by(folder: str, system: str, variables: Mapping[str, str], home: str) -> str:
    """Return the name of the program that synchronises a folder; empty if none is known to.

    Args:
        folder: Absolute.
        system: As ``sys.platform``.
        variables: The environment.
        home: The user's home folder.
    """
    kind = PureWindowsPath if system == "win32" else PurePosixPath
    parts = _parts(kind(folder))
    if system == "win32":
        for name in _ONEDRIVE:
            place = variables.get(name, "")
            if place and parts[: len(_parts(kind(place)))] == _parts(kind(place)):
                return "OneDrive"
    own = _parts(kind(home))
    if not home or parts[: len(own)] != own:
        return ""
    inside = parts[slice(len(own), None)]
    for below, program in _ON_MACOS.items() if system == "darwin" else ():
        if inside[: len(below)] == below:
            return program
    if system == "darwin" and inside[:2] == _CLOUD_STORAGE:
        inside = inside[2:]
    return next((name for name in _NAMES if inside and _is_of(inside[0], name.lower())), "")


def synchronised_here(folder: Path) -> str:
    """Return what :func:`synchronised_by` says of a folder of this computer."""
    return synchronised_by(str(folder), sys.platform, os.environ, str(Path.home()))


def _is_of(folder: str, name: str) -> bool:
    return folder == name or folder.startswith((f"{name} ", f"{name}-"))


def _parts(path: PurePath) -> tuple[str, ...]:
    return tuple(part.lower() for part in path.parts)
