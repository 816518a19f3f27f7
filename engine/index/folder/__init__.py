"""A voice index as a folder of files, memory-mapped, with Annoy: the default backend, which needs nothing.

``docs/index-format.md`` specifies the files. Parts, rows and trees are internal: :mod:`engine.index.store` is
the interface.
"""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from contextlib import AbstractContextManager
from pathlib import Path

from ...contract.indexes import CopyReport, VerifyReport
from ...progress import Progress
from ..copies import Snapshot
from ..store import StoreInfo, StoreSettings
from .annoy_trees import annoy_package
from .copies import FolderSnapshot
from .copies import mirror as mirror_index
from .format import read_index
from .maintenance import find_problems
from .part import Part
from .reader import FolderStore
from .writer import FolderWriter, folder_writer

# Of one tile beside its vector: its row and its footprint.
_ROW_BYTES = 460
# And with Annoy, beside its code: row and scale, its share of the centres and of the trees.
_CELL_BYTES = 40


def info(uri: str) -> StoreInfo:
    """Describe the index in a folder, by its ``index.json`` alone."""
    path = Path(uri)
    return read_index(path).info(path)


def bytes_per_tile(embedding_size: int) -> int:
    """Return the approximate size of a tile on disk in bytes."""
    cells = 0 if annoy_package() is None else embedding_size + _CELL_BYTES
    return 2 * embedding_size + _ROW_BYTES + cells


def bytes_stored(uri: str) -> int:
    """Return the size of all files in a folder."""
    total = 0
    for folder, _, names in os.walk(uri):
        for name in names:
            # A writer may remove files and whole parts while they are being counted.
            with contextlib.suppress(OSError):
                total += (Path(folder) / name).stat().st_size
    return total


def tiles_of_sources(uri: str) -> dict[int, int]:
    """Return the number of tiles under the number of each source that has any."""
    path = Path(uri)
    index = read_index(path)
    counts: Counter[int] = Counter()
    for entry in index.parts:
        sources = {work.source for work in entry.work}
        if len(sources) == 1:
            counts[sources.pop()] += entry.rows
        else:
            counts.update(Part(path, entry, index.embedding_size).rows["source"].tolist())
    return counts


def verify(uri: str, progress: Progress) -> VerifyReport:
    """Compare every file with its checksum, and every vector with the unit length."""
    path = Path(uri)
    index = read_index(path)
    return VerifyReport(len(index.parts), index.rows, find_problems(path, index, progress), False)


def open(uri: str) -> FolderStore:
    """Open the index in a folder for search."""
    return FolderStore(Path(uri))


def write(uri: str, settings: StoreSettings | None) -> AbstractContextManager[FolderWriter]:
    """Be the only writer of the index in a folder."""
    return folder_writer(Path(uri), settings)


def snapshot(uri: str) -> FolderSnapshot:
    """Return the index in a folder to be published."""
    return FolderSnapshot(Path(uri))


def mirror(uri: str, snapshot: Snapshot, replace: bool, progress: Progress) -> CopyReport:
    """Pull an index into a folder."""
    return mirror_index(Path(uri), snapshot, replace, progress)
