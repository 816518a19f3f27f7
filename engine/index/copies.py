"""Copies of an index in another store: only the parts that it lacks are copied, and all is shown at once."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np

from ..contract.indexes import CopyReport
from ..errors import UsageError, WouldRemoveSources
from ..progress import Progress
from .state import IndexFile, PartEntry
from .store import EmbeddedTiles, backend_of


class Snapshot(Protocol):
    """An index as it is copied: whatever is written meanwhile, it stays what it was."""

    @property
    def uri(self) -> str:
        """Where it is, for messages."""

    @property
    def index(self) -> IndexFile:
        """Its state."""

    def tiles(self, entry: PartEntry) -> EmbeddedTiles:
        """Return the tiles of a part, ids ascending.

        Raises:
            IndexDamaged: They are not what was written.
        """

    def checksum(self, entry: PartEntry) -> str:
        """Return what :func:`checksum_of` returns for the tiles of a part."""


@runtime_checkable
class CopyingBackend(Protocol):
    """A :class:`engine.index.store.Backend` whose indexes can be copied from and to another one."""

    def snapshot(self, uri: str) -> Snapshot:
        """Return an index to be copied."""

    def mirror(self, uri: str, snapshot: Snapshot, replace: bool, progress: Progress) -> CopyReport:
        """Make an index like another one; goes on where an interrupted copy stopped.

        Args:
            uri: Where it is, or is to be.
            snapshot: The other one.
            replace: Whether sources that only this one holds may be lost.
            progress: Told of every part, and asked before it whether to stop.

        Raises:
            WouldRemoveSources: They may not.
            IndexExists: It cannot become like that one.
        """


def copy_index(
    source: str | Path, target: str | Path, replace: bool = False, progress: Progress | None = None
) -> CopyReport:
    """Make the index ``target`` like ``source``; ids, windows and vectors stay the same to the bit.

    Raises:
        IndexMissing, IndexUnreadable, IndexFormatTooNew, IndexDamaged: ``source`` cannot be read.
        WouldRemoveSources: ``target`` holds sources that ``source`` does not, and ``replace`` is not set.
        IndexExists, IndexLocked, DiskFull, FolderNotWritable: ``target`` cannot be written.
        Cancelled: What has been copied is kept for the next time.
    """
    backends = []
    for place in (source, target):
        backend, address = backend_of(place)
        if not isinstance(backend, CopyingBackend):
            raise UsageError(
                problem=f"{place} cannot be copied.",
                advice="Give the folder of a voice index, or the address of a shared one.",
            )
        backends.append((backend, address))
    (reads, from_address), (writes, to_address) = backends
    return writes.mirror(to_address, reads.snapshot(from_address), replace, progress or Progress())


def checksum_of(tiles: EmbeddedTiles) -> str:
    """Return the SHA-256 of what an index says of tiles, the same whatever the backend."""
    digest = hashlib.sha256()
    columns = (
        (tiles.tile_ids, "<i8"),
        (tiles.sources, "<i4"),
        (tiles.windows, "<f8"),
        (tiles.ground_sizes_m, "<f4"),
        (tiles.vectors, "<f2"),
    )
    for values, kind in columns:
        digest.update(np.ascontiguousarray(values, dtype=kind).tobytes())
    return digest.hexdigest()


def check_nothing_lost(uri: str, index: IndexFile, snapshot: Snapshot, replace: bool) -> None:
    """Refuse to make an index like another one that lacks some of its sources.

    Raises:
        WouldRemoveSources: It does, and that is not wanted.
    """
    kept = {record.source.uri for record in snapshot.index.sources}
    lost = [record.source.uri for record in index.sources if record.source.uri not in kept]
    if lost and not replace:
        raise WouldRemoveSources(path=uri, source=snapshot.uri, count=len(lost), example=lost[0])
