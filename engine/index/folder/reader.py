"""A voice index in a folder, open for search; its parts are memory-mapped."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from ...contract.notices import Notice, Stage, Unit
from ...errors import IndexDamaged, UnknownTile
from ...progress import Progress
from ..rows import Sources
from ..state import IndexFile
from ..store import Conditions, ScoredTiles, Selection, StoreInfo
from ..tile_table import TileTable
from .annoy_trees import annoy_package
from .format import INDEX_FILE, PARTS_FOLDER, read_index
from .part import ROWS_FILE, VECTORS_FILE, Part
from .ranking import FolderRanking, scored_tiles
from .rows import table_of
from .scoring import fast_scores, unit_vectors
from .selection import PartSelection, rows_touching, select_rows

EXACT_LIMIT = 1_000_000
"""With a filter, up to so many tiles are scored exhaustively; beyond that, Annoy proposes candidates."""

_BATCH_ROWS = 8_192
#: Selecting by an area of more corners takes long enough to be told.
_MANY_CORNERS = 20_000
# A number from a message may be any.
_NO_TILE = int(np.iinfo(np.int64).max)

Stamp = tuple[int, int, int]

PlacedVectors = tuple[NDArray[np.int64], NDArray[np.float32]]
"""Places among the tiles that are asked for, and their unit vectors."""


class PartsReader:
    """Reads parts of a voice index.

    Args:
        path: The folder of the index.
        parts: Those that are read, open.
        sources: All sources of the index.
        embedding_size: D of the index.
    """

    def __init__(
        self, path: Path, parts: Sequence[Part], sources: Sources, embedding_size: int
    ) -> None:
        self.path = path
        self.parts = tuple(parts)
        self._sources = sources
        self._embedding_size = embedding_size

    def prepare(self) -> None:
        """Open the cells, or check the vectors of parts that will be scored exhaustively."""
        for part in self.parts:
            if part.cells() is None:
                part.check_vectors()

    def select(self, conditions: Conditions, progress: Progress | None = None) -> Selection:
        """Return exactly the tiles that meet conditions."""
        long = conditions.area is not None and (
            shapely.get_num_coordinates(conditions.area) > _MANY_CORNERS
        )
        told = progress if progress is not None and long else Progress()
        told.start(Stage.SELECTING_TILES, len(self.parts), Unit.PART)
        chosen = []
        for part in self.parts:
            told.check_cancelled()
            chosen.append(select_rows(part, conditions, self._sources))
            told.advance()
        filtered = conditions != Conditions()
        return Selection(
            tiles=sum(map(len, chosen)),
            undated=sum(selection.undated for selection in chosen),
            in_area=sum(selection.in_area for selection in chosen),
            chosen=(chosen, filtered),
        )

    def nearest(
        self, query: NDArray[np.float32], selection: Selection, exact: bool = False
    ) -> FolderRanking:
        """Rank selected tiles; Annoy proposes candidates unless a filter leaves few tiles."""
        chosen, filtered = selection.chosen
        use_cells = not exact and (not filtered or selection.tiles > EXACT_LIMIT)
        notes: list[Notice] = []
        if annoy_package() is None and not exact:
            notes.append(Notice("annoy-missing"))
        elif use_cells:
            for part in self.parts:
                if part.cells() is None and not part.is_small:
                    values = {"part": part.entry.name, "reason": part.cells_problem}
                    notes.append(Notice("trees-unusable", {**values, "index": str(self.path)}))
        return FolderRanking(chosen, query, use_cells, self._table_of, tuple(notes))

    def scores(self, query: NDArray[np.float32], selection: Selection) -> Iterator[ScoredTiles]:
        """Yield every selected tile with its similarity, up to :data:`_BATCH_ROWS` at a time."""
        for chosen in selection.chosen[0]:
            for batch in batches(len(chosen)):
                rows, scores = scored_rows(chosen, query, batch)
                yield scored_tiles(rows, scores, -np.inf, self._table_of)

    def embeddings(
        self, selection: Selection
    ) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        """Yield ids and vectors of selected tiles, up to :data:`_BATCH_ROWS` at a time."""
        for chosen in selection.chosen[0]:
            for batch in batches(len(chosen)):
                yield embedded_rows(chosen, batch)

    def vectors(self, tile_ids: Sequence[int]) -> NDArray[np.float32]:
        """Return the unit vectors [N, D] of tiles."""
        return in_their_places(
            self.vectors_found(tile_ids), tile_ids, self._embedding_size, self.path
        )

    def vectors_found(self, tile_ids: Sequence[int]) -> Iterator[PlacedVectors]:
        """Yield the unit vectors [n, D] of those tiles that these parts hold, with their places in ``tile_ids``."""
        for part, rows, places in self.find(tile_ids):
            yield places, unit_vectors(part.vectors, rows, part.folder / VECTORS_FILE)

    def items(self, tile_ids: Sequence[int] | None = None) -> Iterator[TileTable]:
        """Yield tiles, all or some, up to :data:`_BATCH_ROWS` at a time."""
        if tile_ids is not None:
            for part, rows, _ in self.find(tile_ids):
                yield part.table(rows, self._sources)
            return
        for part in self.parts:
            for batch in batches(len(part.rows)):
                yield part.table(batch, self._sources)

    def items_at(self, place: shapely.Geometry) -> Iterator[TileTable]:
        """Yield the tiles whose footprints touch a place, part by part."""
        for part in self.parts:
            rows = rows_touching(part, place, self._sources)
            if len(rows):
                yield part.table(rows, self._sources)

    def find(
        self, tile_ids: Sequence[int]
    ) -> Iterator[tuple[Part, NDArray[np.int64], NDArray[np.int64]]]:
        """Yield parts with their rows that are wanted, and the places of these in ``tile_ids``."""
        wanted = np.array([max(-1, min(tile, _NO_TILE)) for tile in tile_ids], dtype=np.int64)
        places = np.arange(len(wanted))
        for part in self.parts:
            rows = part.find(wanted[places])
            found = rows >= 0
            if found.any():
                yield part, rows[found], places[found]
                places = places[~found]

    def _table_of(self, rows: NDArray[np.void]) -> TileTable:
        """Return rows of any parts as tiles."""
        return table_of(rows, self._sources, self.path / PARTS_FOLDER / "*" / ROWS_FILE)


class FolderStore(PartsReader):
    """The :class:`engine.index.store.VectorStore` of a folder; opening raises what the backend's may."""

    def __init__(self, path: Path) -> None:
        self._stamp = stamp_of(path)
        file = read_index(path)
        try:
            parts = _parts_of(path, file)
        except IndexDamaged:
            # A writer may have replaced parts since index.json was read.
            self._stamp = stamp_of(path)
            again = read_index(path)
            if again == file:
                raise
            file = again
            parts = _parts_of(path, file)
        super().__init__(path, parts, file.source_by_number(), file.embedding_size)
        self.file = file
        self.info: StoreInfo = file.info(path)

    def is_current(self) -> bool:
        """Tell whether ``index.json`` is still the same file."""
        return self._stamp is not None and self._stamp == stamp_of(self.path)


def batches(count: int) -> Iterator[slice]:
    """Yield which of so many rows are read together."""
    for start in range(0, count, _BATCH_ROWS):
        yield slice(start, min(start + _BATCH_ROWS, count))


def scored_rows(
    chosen: PartSelection, query: NDArray[np.float32], batch: slice
) -> tuple[NDArray[np.void], NDArray[np.float32]]:
    """Return some of the selected rows of a part, with their similarity.

    Raises:
        IndexDamaged: A vector of the part is not of unit length.
    """
    part = chosen.part
    part.check_vectors()
    if chosen.rows is None:
        # Neighbours in the file need not be picked one by one.
        return np.asarray(part.rows[batch]), fast_scores(part.vectors[batch], query)
    rows = chosen.rows[batch]
    return np.asarray(part.rows[rows]), fast_scores(part.vectors, query, rows)


def embedded_rows(
    chosen: PartSelection, batch: slice
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return the ids and unit vectors of some of the selected rows of a part.

    Raises:
        IndexDamaged: A row is not a unit vector.
    """
    part = chosen.part
    rows = np.arange(batch.start, batch.stop) if chosen.rows is None else chosen.rows[batch]
    vectors = unit_vectors(part.vectors, rows, part.folder / VECTORS_FILE)
    return np.asarray(part.rows["id"][rows]), vectors


def in_their_places(
    found: Iterable[PlacedVectors], tile_ids: Sequence[int], embedding_size: int, index: str | Path
) -> NDArray[np.float32]:
    """Return the unit vectors [N, D] of tiles that were found in several parts.

    Raises:
        UnknownTile: One was not found.
    """
    vectors = np.empty((len(tile_ids), embedding_size), dtype=np.float32)
    missing = np.ones(len(tile_ids), dtype=bool)
    for places, some in found:
        missing[places] = False
        vectors[places] = some
    if missing.any():
        raise UnknownTile(tile_id=tile_ids[int(missing.argmax())], index=index)
    return vectors


def _parts_of(path: Path, file: IndexFile) -> tuple[Part, ...]:
    return tuple(Part(path, entry, file.embedding_size) for entry in file.parts)


def stamp_of(path: Path) -> Stamp | None:
    """Return what changes whenever ``index.json`` is written; None if it is not there."""
    try:
        found = os.stat(path / INDEX_FILE)  # noqa: PTH116 (of a path that pathlib cannot look at)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
