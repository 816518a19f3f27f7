"""A voice index in a folder as the source and the target of a copy."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...contract.indexes import CopyReport
from ...contract.notices import Stage, Unit
from ...errors import IndexExists, IndexMissing
from ...progress import Progress
from ..copies import Snapshot, check_nothing_lost, checksum_of
from ..state import IndexFile, PartEntry
from ..store import EmbeddedTiles
from .format import read_index
from .part import Part
from .reader import FolderStore
from .writer import folder_writer


class FolderSnapshot:
    """The :class:`engine.index.copies.Snapshot` of a folder; its parts are memory-mapped."""

    def __init__(self, path: Path) -> None:
        self.uri = str(path)
        self._store = FolderStore(path)
        self._checksums: dict[str, str] = {}

    @property
    def index(self) -> IndexFile:
        """The state that was opened."""
        return self._store.file

    def tiles(self, entry: PartEntry) -> EmbeddedTiles:
        """Return the tiles of a part."""
        return _tiles_of(next(part for part in self._store.parts if part.entry == entry))

    def checksum(self, entry: PartEntry) -> str:
        """Return the checksum of the tiles of a part, computed once."""
        if entry.name not in self._checksums:
            self._checksums[entry.name] = checksum_of(self.tiles(entry))
        return self._checksums[entry.name]


def mirror(path: Path, snapshot: Snapshot, replace: bool, progress: Progress) -> CopyReport:
    """Pull an index: each part is committed as it comes, so that an interrupted pull goes on."""
    try:
        found: IndexFile | None = read_index(path)
    except IndexMissing:
        found = None
    if found is not None:
        check_nothing_lost(str(path), found, snapshot, replace)
        if found.model_checksum != snapshot.index.model_checksum:
            raise IndexExists(path=path, difference="with another model")
    settings = None if found else snapshot.index.info("").settings
    with folder_writer(path, settings) as writer:
        known = _known_parts(path, writer.index)
        wanted = {snapshot.checksum(entry): entry for entry in snapshot.index.parts}
        kept = tuple(entry for checksum, entry in known.items() if checksum in wanted)
        writer.begin_copy(snapshot.index, kept)
        missing = [entry for checksum, entry in wanted.items() if checksum not in known]
        progress.start(Stage.COPYING_PARTS, len(missing), Unit.PART)
        for entry in missing:
            progress.check_cancelled()
            writer.copy_part(snapshot.tiles(entry), entry.work)
            progress.advance()
        return CopyReport(str(path), len(wanted), len(missing), writer.index.rows, "")


def _known_parts(path: Path, index: IndexFile) -> dict[str, PartEntry]:
    """Return the parts of an index under the checksums of their tiles."""
    parts = (Part(path, entry, index.embedding_size) for entry in index.parts)
    return {checksum_of(_tiles_of(part)): part.entry for part in parts}


def _tiles_of(part: Part) -> EmbeddedTiles:
    part.check_vectors()
    rows = part.rows
    return EmbeddedTiles(
        np.array(rows["id"]),
        np.array(rows["source"]),
        np.array(rows["window"]),
        np.array(rows["ground_size"]),
        np.asarray(part.vectors),
    )
