"""The tiles nearest to a query: the engine chooses how they are found, not the database.

A filtered search through HNSW with PostgreSQL's own settings comes back with too few rows and says nothing of it. So
what the filters leave is counted first. Few tiles are scored one by one. Among many, HNSW proposes candidates, with
iterative scans that go on until there are enough, and these are scored again in double precision; if it proposes too
few, all tiles are scored after all.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from psycopg import sql

from ...contract.notices import Notice
from ...errors import IndexDamaged
from ..scoring import double_scores, not_of_unit_length, score_margin
from ..store import EmbeddedTiles, ScoredTiles
from ..tile_table import TileTable
from .database import Database, Rows
from .rows import COLUMNS, VECTOR, chosen_tiles, tiles_of
from .selection import Filter

EXACT_LIMIT = 10_000
"""Up to so many tiles are scored one by one: that takes no longer than HNSW would."""

MAX_SCAN_TUPLES = 40_000
"""So many tiles are looked at in HNSW at most; where more would be needed, all are scored one by one."""

EF_PER_TILE = 4
"""Size of HNSW's list of candidates, for each tile wanted; ..."""

EF_RANGE = (200, 1000)
"""... never less, for recall, or more, which pgvector does not allow."""

#: Rows beyond those wanted, among which rounding may have put one of these.
_MORE = 64
_NOTHING = sql.SQL("NULL")
#: The distance that HNSW has an index for; of unit vectors, the negative cosine.
_NEAR = sql.SQL("vector <#> %(query)s::text::halfvec")
#: The same in single precision, which no index helps with.
_DISTANCE = sql.SQL("(vector::vector <#> %(query)s::text::vector)")
#: Only HNSW gives rows in the order of the distance by itself.
_ONLY_HNSW = {"enable_seqscan": "off", "enable_bitmapscan": "off", "enable_sort": "off"}


def as_text(query: NDArray[np.float32]) -> str:
    """Return a query as pgvector reads it, every digit of it."""
    return f"[{','.join(map(repr, query.astype(np.float64).tolist()))}]"


def distance() -> sql.Composable:
    """Return the negative similarity of a row and ``%(query)s`` in single precision."""
    return _DISTANCE


class PostgisRanking:
    """The :class:`engine.index.store.Ranking` of the tiles that meet a filter.

    Args:
        database: Where they are.
        table: The table of their generation, quoted.
        chosen: Which tiles.
        total: Tiles of the index.
        query: Unit vector (D).
        use_hnsw: Whether there is an HNSW index, and it may be used.
        table_of: Returns tiles with what follows from their sources.
    """

    notes: tuple[Notice, ...] = ()

    def __init__(
        self,
        database: Database,
        table: sql.Composable,
        chosen: Filter,
        total: int,
        query: NDArray[np.float32],
        use_hnsw: bool,
        table_of: Callable[[EmbeddedTiles], TileTable],
    ) -> None:
        self._database = database
        self._table = table
        self._chosen = chosen
        self._total = total
        self._query = query
        self._use_hnsw = use_hnsw
        self._table_of = table_of
        self._used_hnsw = False
        self._values = {**chosen.values, "query": as_text(query)}

    @property
    def method(self) -> str:
        """``hnsw`` if it has proposed candidates, else ``exact``."""
        return "hnsw" if self._used_hnsw else "exact"

    def best(self, count: int) -> ScoredTiles:
        """Return at least the ``count`` best."""
        rows = self._proposed(count) if self._uses_hnsw(count) else None
        if rows is None:
            rows = self._exact(count)
        else:
            self._used_hnsw = True
        return self._scored(rows, count)

    def _uses_hnsw(self, count: int) -> bool:
        """Choose the plan by what the filters leave: so many tiles that HNSW need not be searched far."""
        tiles = self._chosen.tiles
        if not self._use_hnsw or tiles <= EXACT_LIMIT:
            return False
        looked_at = 2 * count * self._total / tiles
        return looked_at <= MAX_SCAN_TUPLES

    def _proposed(self, count: int) -> Rows | None:
        """Return more tiles than wanted that HNSW proposes, None if it comes back with too few."""
        # Twice as many: the query is rounded to float16 here, and the order is relaxed.
        wanted = min(2 * count, self._chosen.tiles)
        ef = max(EF_RANGE[0], min(EF_RANGE[1], EF_PER_TILE * count))
        statement = self._select(sql.SQL("ORDER BY {} LIMIT %(wanted)s").format(_NEAR))
        settings = {
            **_ONLY_HNSW,
            "hnsw.iterative_scan": "relaxed_order",
            "hnsw.ef_search": str(ef),
            "hnsw.max_scan_tuples": str(MAX_SCAN_TUPLES),
        }
        values = {**self._values, "wanted": wanted}
        rows = self._database.fetch(statement, values, settings)
        return rows if len(rows) >= min(count, self._chosen.tiles) else None

    def _exact(self, count: int) -> Rows:
        """Return the best, and whatever rounding could have put among them."""
        if count >= self._chosen.tiles:
            return self._database.fetch(self._select(sql.SQL("")), self._values)
        margin = 2 * score_margin(len(self._query))
        statement = self._select(
            sql.SQL("ORDER BY {} LIMIT %(wanted)s").format(_DISTANCE), _DISTANCE
        )
        wanted = count + _MORE
        while True:
            rows = self._database.fetch(statement, {**self._values, "wanted": wanted})
            if len(rows) < wanted or rows[-1][-1] > rows[count - 1][-1] + margin:
                return rows
            wanted *= 4

    def _select(self, rest: sql.Composable, more: sql.Composable = _NOTHING) -> sql.Composed:
        return sql.SQL(
            "SELECT {columns}, {vector}, {more} FROM {table} WHERE {where} {rest}"
        ).format(
            columns=COLUMNS,
            vector=VECTOR,
            more=more,
            table=self._table,
            where=self._chosen.where,
            rest=rest,
        )

    def _scored(self, rows: Rows, count: int) -> ScoredTiles:
        """Score rows in double precision and sort them; the best ``count`` are the best, as far as is known."""
        tiles = tiles_of(rows, len(self._query))
        wide = tiles.vectors.astype(np.float64).reshape(len(rows), len(self._query))
        wrong = not_of_unit_length(wide)
        if wrong.any():
            uri = self._database.address.uri
            reason = (
                f"the vector of tile {tiles.tile_ids[int(wrong.argmax())]} is not a unit vector"
            )
            raise IndexDamaged(path=uri, reason=reason, index=uri)
        scores = double_scores(wide, self._query)
        floor = -np.inf
        if len(rows) < self._chosen.tiles:
            floor = float(np.partition(scores, -min(count, len(scores)))[-min(count, len(scores))])
        kept = np.flatnonzero(scores >= floor)
        order = kept[np.lexsort((tiles.tile_ids[kept], -scores[kept]))]
        best = chosen_tiles(tiles, order)
        return scored_tiles(best, scores[order], floor, self._table_of)


def scored_tiles(
    tiles: EmbeddedTiles,
    scores: NDArray[np.floating],
    floor: float,
    table_of: Callable[[EmbeddedTiles], TileTable],
) -> ScoredTiles:
    """Return tiles with their scores; what follows from their sources is computed on request."""
    return ScoredTiles(
        tiles.tile_ids,
        scores,
        tiles.sources,
        tiles.windows,
        floor,
        lambda chosen: table_of(chosen_tiles(tiles, chosen)),
    )
