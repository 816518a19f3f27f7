"""The tiles nearest to a query: the engine chooses how they are found, not the database.

A filtered search through an index of vectors with PostgreSQL's own settings comes back with too few rows and says
nothing of it. So what the filters leave is counted first. Few tiles are scored one by one. Among many, the lists of an
IVFFlat index propose candidates, as many lists as the filters need, and these are scored again in double precision; if
it proposes too few, all tiles are scored after all. HNSW is not used: spoken questions lie beside the pictures, not
among them, and its graph loses some of them altogether (``docs/benchmarks.md``).
"""

from __future__ import annotations

import math
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
"""Up to so many tiles are scored one by one: that takes no longer than looking for the nearest lists."""

PROBED_SHARE = 1 / 32
"""Share of the lists that is looked at where nothing is filtered; ..."""

LEAST_PROBES = 16
"""... but at least so many, ..."""

PROBED_PER_TILE = 32
"""... and lists that hold so many tiles for each one that is wanted."""

MOST_PROBED = 1 / 2
"""Where the filters need a larger share, all tiles are scored one by one."""

#: Rows beyond those wanted, among which rounding may have put one of these.
_MORE = 64
_NOTHING = sql.SQL("NULL")
#: The distance that there is an index for; of unit vectors, the negative cosine.
_NEAR = sql.SQL("vector <#> %(query)s::text::halfvec")
#: The same in single precision, which no index helps with.
_DISTANCE = sql.SQL("(vector::vector <#> %(query)s::text::vector)")
#: Only an index of vectors gives rows in the order of the distance by itself.
_ONLY_LISTS = {"enable_seqscan": "off", "enable_bitmapscan": "off", "enable_sort": "off"}


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
        lists: Of the IVFFlat index; None: there is none, or it is not to be used.
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
        lists: int | None,
        table_of: Callable[[EmbeddedTiles], TileTable],
    ) -> None:
        self._database = database
        self._table = table
        self._chosen = chosen
        self._total = total
        self._query = query
        self._lists = lists
        self._table_of = table_of
        self._used_lists = False
        self._values = {**chosen.values, "query": as_text(query)}

    @property
    def method(self) -> str:
        """``ivfflat`` if it has proposed candidates, else ``exact``."""
        return "ivfflat" if self._used_lists else "exact"

    def best(self, count: int) -> ScoredTiles:
        """Return at least the ``count`` best."""
        probes = self._probes(count)
        rows = None if probes is None else self._proposed(count, probes)
        if rows is None:
            rows = self._exact(count)
        else:
            self._used_lists = True
        return self._scored(rows, count)

    def _probes(self, count: int) -> int | None:
        """Choose the plan by what the filters leave: how many lists to look at, or None to score all tiles."""
        tiles = self._chosen.tiles
        if self._lists is None or tiles <= EXACT_LIMIT:
            return None
        wanted = self._lists * max(PROBED_SHARE, PROBED_PER_TILE * count / self._total)
        # If tiles pass the filter at random, as many as without one remain.
        probes = math.ceil(max(LEAST_PROBES, wanted) * self._total / tiles)
        return probes if probes <= MOST_PROBED * self._lists else None

    def _proposed(self, count: int, probes: int) -> Rows | None:
        """Return more tiles than wanted that the nearest lists propose, None if they come back with too few."""
        # Twice as many: the query is rounded to float16 here, and the order is relaxed.
        wanted = min(2 * count, self._chosen.tiles)
        statement = self._select(sql.SQL("ORDER BY {} LIMIT %(wanted)s").format(_NEAR))
        settings = {
            **_ONLY_LISTS,
            "ivfflat.probes": str(probes),
            "ivfflat.iterative_scan": "relaxed_order",
            "ivfflat.max_probes": str(2 * probes),
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
