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
from typing import NoReturn

import numpy as np
from numpy.typing import NDArray
from psycopg import sql

from ...contract.notices import Notice
from ...errors import IndexDamaged
from ..scoring import UNIT_TOLERANCE, double_scores, not_of_unit_length, score_margin
from ..store import EmbeddedTiles, ScoredTiles
from ..tile_table import TileTable
from .database import Database, Rows
from .rows import COLUMNS, VECTOR, chosen_tiles, tiles_of
from .selection import BY_KEY, Filter, rows_in_ranges

EXACT_LIMIT = 10_000
"""Up to so many tiles are scored one by one, whatever lists there are: these would save nothing."""

LIST_COST = 1 / 2
"""Comparing a tile of a list costs so much of what it costs to look up and score one; the cheaper plan is taken."""

PROBED_SHARE = 1 / 32
"""Share of the lists that is looked at where nothing is filtered; ..."""

LEAST_PROBES = 16
"""... but at least so many, ..."""

PROBED_PER_TILE = 32
"""... and lists that hold so many tiles for each one that is wanted."""

SCANNED_SHARE = 1 / 2
"""A larger share of all tiles is read from one end of the table to the other, not by its primary key."""

#: Rows beyond those wanted, among which rounding may have put one of these.
_MORE = 1000
#: The distance that there is an index for; of unit vectors, the negative cosine.
_NEAR = sql.SQL("vector <#> %(query)s::text::halfvec")
#: The same in single precision, which no index helps with.
_DISTANCE = sql.SQL("(vector::vector <#> %(query)s::text::vector)")
#: The first without its index.
_ROUGH = sql.SQL("(vector <#> %(query)s::text::halfvec) + 0")
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
        missing: Raises what is to be said where tiles that were chosen are not there.
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
        missing: Callable[[], NoReturn],
    ) -> None:
        self._missing = missing
        self._database = database
        self._table = table
        self._chosen = chosen
        self._total = total
        self._query = query
        self._lists = lists
        self._table_of = table_of
        self._used_lists = False

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
        compared = self._total * probes / self._lists
        return probes if LIST_COST * compared <= tiles else None

    def _proposed(self, count: int, probes: int) -> Rows | None:
        """Return more tiles than wanted that the nearest lists propose, None if they come back with too few."""
        # Twice as many: the query is rounded to float16 here, and the order is relaxed.
        wanted = min(2 * count, self._chosen.tiles)
        where, values = self._chosen.condition()
        statement = sql.SQL(
            "SELECT {columns}, {vector} FROM {table} WHERE {where} ORDER BY {near} LIMIT %(wanted)s"
        ).format(columns=COLUMNS, vector=VECTOR, table=self._table, where=where, near=_NEAR)
        settings = {
            **_ONLY_LISTS,
            "ivfflat.probes": str(probes),
            "ivfflat.iterative_scan": "relaxed_order",
            "ivfflat.max_probes": str(2 * probes),
        }
        values |= {"query": as_text(self._query), "wanted": wanted}
        rows = self._database.fetch(statement, values, settings)
        return rows if len(rows) >= min(count, self._chosen.tiles) else None

    def _exact(self, count: int) -> Rows:
        """Return the best, and whatever rounding could have put among them."""
        if self._chosen.tiles > SCANNED_SHARE * self._total or not self._chosen.some:
            where, values = self._chosen.condition()
            rows = sql.SQL("{table} WHERE {where}").format(table=self._table, where=where)
            settings: dict[str, str] = {}
        else:
            rows, values = rows_in_ranges(self._table), self._chosen.ranges().values()
            settings = dict(BY_KEY)
        if count >= self._chosen.tiles:
            statement = sql.SQL("SELECT {columns}, {vector} FROM {rows}").format(
                columns=COLUMNS, vector=VECTOR, rows=rows
            )
            return self._all_of(self._database.fetch(statement, values, settings), count)
        # With the query in float16, as the vectors are, this takes half of the time.
        rounded = self._query.astype(np.float16).astype(np.float32)
        lost = float(np.linalg.norm(self._query.astype(np.float64) - rounded))
        margin = 2 * (score_margin(len(self._query)) + lost * (1 + UNIT_TOLERANCE))
        statement = sql.SQL(
            "WITH near AS MATERIALIZED"
            " (SELECT part, tile_id, {rough} AS distance FROM {rows} ORDER BY 3 LIMIT %(most)s)"
            " SELECT {columns}, {vector}, (SELECT count(*) FROM near) FROM near JOIN {table} USING (part, tile_id)"
            " WHERE distance <= %(margin)s + (SELECT max(distance) FROM"
            " (SELECT distance FROM near ORDER BY 1 LIMIT %(count)s) AS best)"
        ).format(rough=_ROUGH, rows=rows, columns=COLUMNS, vector=VECTOR, table=self._table)
        values |= {"query": as_text(rounded), "margin": margin, "count": count}
        most = count + _MORE
        while True:
            found = self._database.fetch(statement, {**values, "most": most}, settings)
            if not found or len(found) < found[0][-1] or found[0][-1] < most:
                return self._all_of(found, count)
            most *= 4

    def _all_of(self, rows: Rows, count: int) -> Rows:
        """Return rows, if they are as many as there must be."""
        if len(rows) < min(count, self._chosen.tiles):
            self._missing()
        return rows

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
