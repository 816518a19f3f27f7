"""A voice index in a folder, searched by the workers of a Dask cluster: their answers become one here."""

from __future__ import annotations

import dataclasses
import hashlib
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from ...contract.notices import Notice, Stage, Unit
from ...progress import Progress
from ..state import PartEntry
from ..store import Conditions, ScoredTiles, Selection, StoreInfo
from ..tile_table import TileTable
from . import cluster_parts
from .cluster_parts import Best, Opening, Wanted
from .cluster_questions import Question, Workers
from .format import PARTS_FOLDER, as_bytes, read_index
from .part import ROWS_FILE
from .ranking import merged, scored_tiles
from .reader import batches, in_their_places, stamp_of
from .rows import table_of


class ClusterStore:
    """The :class:`engine.index.store.VectorStore` of a folder whose parts are open on many machines.

    Besides what a store may raise, whatever reads tiles raises ClusterUnreachable, ClusterLost, ClusterWithoutWorkers
    or ClusterOfAnotherVersion if the cluster does not answer.

    Args:
        scheduler: Address of the scheduler.
        path: The folder, here and for the workers.
        uri: The address of the index, for messages.
    """

    def __init__(self, scheduler: str, path: Path, uri: str) -> None:
        self._stamp = stamp_of(path)
        file = read_index(path)
        self.info: StoreInfo = dataclasses.replace(file.info(path), uri=uri)
        self._path = path
        self._sources = file.source_by_number()
        self._parts = {entry.name: entry for entry in file.parts}
        size = file.embedding_size

        def opening(entries: Sequence[PartEntry]) -> Opening:
            return Opening(path, size, file.sources, tuple(entries))

        # The same for all who have opened this state: workers keep its parts open once.
        state = hashlib.sha256(str(path).encode() + as_bytes(file)).hexdigest()
        self._workers = Workers(scheduler, file.model_checksum, state, self._parts, opening)

    def is_current(self) -> bool:
        """Tell whether ``index.json`` is still the same file."""
        return self._stamp is not None and self._stamp == stamp_of(self._path)

    def prepare(self) -> None:
        """Let each worker open its parts."""
        for _ in self._workers.ask_all(self._parts, cluster_parts.prepare):
            pass

    def select(self, conditions: Conditions, progress: Progress | None = None) -> Selection:
        """Return exactly the tiles that meet conditions; which ones, only the workers know."""
        told = progress or Progress()
        told.start(Stage.SELECTING_TILES, len(self._parts), Unit.PART)
        wanted = Wanted(uuid.uuid4().hex, conditions)
        found = {}
        for counts in self._workers.ask_all(
            self._parts, cluster_parts.count_selected, wanted, progress=told
        ):
            found.update({count.part: count for count in counts})
            told.advance(len(counts))
        tiles = {name: found[name].tiles for name in self._parts if found[name].tiles}
        return Selection(
            tiles=sum(tiles.values()),
            undated=sum(count.undated for count in found.values()),
            in_area=sum(count.in_area for count in found.values()),
            chosen=(wanted, tiles),
        )

    def nearest(
        self, query: NDArray[np.float32], selection: Selection, exact: bool = False
    ) -> ClusterRanking:
        """Rank selected tiles; each worker decides as a folder does for as many tiles as it has."""
        return ClusterRanking(self, query, selection, exact)

    def best(
        self, query: NDArray[np.float32], selection: Selection, exact: bool, count: int
    ) -> tuple[ScoredTiles, list[Best]]:
        """Return at least the ``count`` best of selected tiles, of which there must be one, and where they are from."""
        wanted, tiles = selection.chosen
        answers = list(
            self._workers.ask_all(tiles, cluster_parts.best, wanted, query, exact, count)
        )
        top = merged([answer.top for answer in answers])
        return scored_tiles(top.rows, top.scores, top.floor, self._table_of), answers

    def scores(self, query: NDArray[np.float32], selection: Selection) -> Iterator[ScoredTiles]:
        """Yield every selected tile with its similarity, in batches."""
        wanted, tiles = selection.chosen
        questions = (
            Question((name,), cluster_parts.scored, (wanted, query, batch))
            for name, count in tiles.items()
            for batch in batches(count)
        )
        for rows, scores in self._workers.ask(questions):
            yield scored_tiles(rows, scores, -np.inf, self._table_of)

    def embeddings(
        self, selection: Selection
    ) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        """Yield ids and vectors of selected tiles, in batches, part after part."""
        wanted, tiles = selection.chosen
        questions = (
            Question((name,), cluster_parts.embedded, (wanted, batch))
            for name, count in tiles.items()
            for batch in batches(count)
        )
        yield from self._workers.ask(questions)

    def vectors(self, tile_ids: Sequence[int]) -> NDArray[np.float32]:
        """Return the unit vectors [N, D] of tiles."""
        answers = self._workers.ask_all(self._parts, cluster_parts.vectors, tuple(tile_ids))
        found = (placed for answer in answers for placed in answer)
        size = self.info.settings.embedding_size
        return in_their_places(found, tile_ids, size, self.info.uri)

    def items(self, tile_ids: Sequence[int] | None = None) -> Iterator[TileTable]:
        """Yield tiles, all or some, in batches."""
        if tile_ids is not None:
            answers = self._workers.ask_all(self._parts, cluster_parts.rows_of, tuple(tile_ids))
        else:
            answers = self._workers.ask(
                Question((name,), cluster_parts.rows_in, (batch,))
                for name, entry in self._parts.items()
                for batch in batches(entry.rows)
            )
        return self._tables(answers)

    def items_at(self, place: shapely.Geometry) -> Iterator[TileTable]:
        """Yield the tiles whose footprints touch a place, part by part."""
        shapely.prepare(place)
        return self._tables(
            self._workers.ask(
                Question((name,), cluster_parts.rows_at, (place,))
                for name, entry in self._parts.items()
                if shapely.intersects(place, shapely.box(*entry.bounds))
            )
        )

    def _tables(self, answers: Iterator[NDArray[np.void]]) -> Iterator[TileTable]:
        for rows in answers:
            if len(rows):
                yield self._table_of(rows)

    def _table_of(self, rows: NDArray[np.void]) -> TileTable:
        """Return rows of any parts as tiles."""
        return table_of(rows, self._sources, self._path / PARTS_FOLDER / "*" / ROWS_FILE)


class ClusterRanking:
    """The :class:`engine.index.store.Ranking` of what the workers rank; see :meth:`ClusterStore.best`."""

    def __init__(
        self,
        store: ClusterStore,
        query: NDArray[np.float32],
        selection: Selection,
        exact: bool,
    ) -> None:
        self._store = store
        self._query = query
        self._selection = selection
        self._exact = exact
        self._answers: list[Best] = []

    @property
    def method(self) -> str:
        """``annoy`` if the trees of any worker have proposed candidates, else ``exact``."""
        used = any(answer.method == "annoy" for answer in self._answers)
        return "annoy" if used else "exact"

    @property
    def notes(self) -> tuple[Notice, ...]:
        """What workers have said of how they ranked, each note once."""
        notes: list[Notice] = []
        for answer in self._answers:
            notes += [note for note in answer.notes if note not in notes]
        return tuple(notes)

    def best(self, count: int) -> ScoredTiles:
        """Merge the best of all workers, down to the highest of their floors."""
        scored, self._answers = self._store.best(self._query, self._selection, self._exact, count)
        return scored
