"""The stamp of the managed environment: what it was made of, and whether that still holds."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from ..contract import from_json, to_json
from ..environment import STAMP, can_run, managed_environment, python_of

#: Raised when an environment must be looked at again, whatever the packages say.
FORMAT = 1


class EnvironmentState(Enum):
    """How the managed environment is."""

    MISSING = "missing"
    UNFINISHED = "unfinished"
    BROKEN = "broken"
    OUTDATED = "outdated"
    READY = "ready"


@dataclass(frozen=True)
class Stamp:
    """Written last, when all has been checked: without it an environment is not used.

    Attributes:
        format: :data:`FORMAT` of then.
        lock: Name of the file of pinned packages.
        checksum: Its SHA-256.
        python: Version of the environment's Python.
        annoy: "source", "prebuilt" or "" (exact search).
        plugin: The plugin's version.
    """

    format: int
    lock: str
    checksum: str
    python: str
    annoy: str
    plugin: str

    @property
    def has_cuda(self) -> bool:
        """Whether it was made for NVIDIA cards."""
        return self.lock.endswith("-cuda.txt")


def read_stamp(environment: Path | None = None) -> Stamp | None:
    """Return the stamp; None if there is none that can be read."""
    path = (environment or managed_environment()) / STAMP
    try:
        return from_json(Stamp, json.loads(path.read_bytes()))
    except (OSError, ValueError):
        return None


def write_stamp(environment: Path, stamp: Stamp) -> None:
    """Say that the environment is whole; raises OSError."""
    path = environment / STAMP
    unfinished = path.with_suffix(".part")
    unfinished.write_text(json.dumps(to_json(stamp), indent=1), encoding="utf-8")
    unfinished.replace(path)


def remove_stamp(environment: Path) -> None:
    """Say that the environment is being changed; raises OSError."""
    (environment / STAMP).unlink(missing_ok=True)


def state_of(checksums: dict[str, str], environment: Path | None = None) -> EnvironmentState:
    """Return how the managed environment is, without starting anything.

    Args:
        checksums: SHA-256 of each file of pinned packages of this plugin, by name.
        environment: Its folder; None: the managed one.
    """
    folder = environment or managed_environment()
    if not folder.is_dir():
        return EnvironmentState.MISSING
    stamp = read_stamp(folder)
    if stamp is None:
        return EnvironmentState.UNFINISHED
    if not can_run(python_of(folder)):
        return EnvironmentState.BROKEN
    if stamp.format != FORMAT or checksums.get(stamp.lock) != stamp.checksum:
        return EnvironmentState.OUTDATED
    return EnvironmentState.READY


def size_of(folder: Path) -> int:
    """Return how many bytes a folder takes; slow where it holds many files."""
    return sum(
        _size(Path(place) / name) for place, _folders, names in os.walk(folder) for name in names
    )


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0  # It is being moved or removed.
