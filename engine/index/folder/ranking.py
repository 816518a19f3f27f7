"""The tiles nearest to a query: part by part, with Annoy where that pays, merged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...contract.notices import Notice
from ..scoring import score_margin
from ..store import ScoredTiles
from ..tile_table import TileTable
from .part import VECTORS_FILE
from .scoring import fast_scores, true_scores
from .selection import PartSelection

SEARCH_K = 4_096
"""Minimum number of vectors that Annoy inspects in a part; smaller parts are scored exhaustively."""

SEARCH_K_SHARE = 8
"""And at least this fraction (1/8) of the part: 8,192 of 65,536 found 99.9 % of the best 80."""

SEARCH_K_PER_HIT = 64
"""And at least so many for each candidate requested."""

TableOf = Callable[[NDArray[np.void]], TileTable]
"""Returns rows of ``rows.npy`` as tiles."""


class FolderRanking:
    """The :class:`engine.index.store.Ranking` of selected rows of all parts."""

    def __init__(
        self,
        selections: Sequence[PartSelection],
        query: NDArray[np.float32],
        use_trees: bool,
        table_of: TableOf,
        notes: tuple[Notice, ...],
    ) -> None:
        self.notes = notes
        self._table_of = table_of
        self._parts = [
            _PartRanking(selection, query, use_trees) for selection in selections if len(selection)
        ]

    @property
    def method(self) -> str:
        """``annoy`` if trees have proposed candidates, else ``exact``."""
        return "annoy" if any(part.used_trees for part in self._parts) else "exact"

    def best(self, count: int) -> ScoredTiles:
        """Merge the best of all parts, down to the highest of their floors."""
        tops = [part.top(count) for part in self._parts]
        rows = np.concatenate([top.rows for top in tops])
        scores = np.concatenate([top.scores for top in tops])
        floor = max(top.floor for top in tops)
        kept = np.flatnonzero(scores >= floor)
        order = kept[np.lexsort((rows["id"][kept], -scores[kept]))]
        return scored_tiles(rows[order], scores[order], floor, self._table_of)


def scored_tiles(
    rows: NDArray[np.void], scores: NDArray[np.floating], floor: float, table_of: TableOf
) -> ScoredTiles:
    """Return rows with their scores; the tiles themselves are read on request."""
    return ScoredTiles(
        rows["id"],
        scores,
        rows["source"],
        rows["window"],
        floor,
        lambda chosen: table_of(rows[chosen]),
    )


@dataclass(frozen=True)
class _Top:
    """The best rows of one part, with their scores in double precision; as :class:`ScoredTiles`."""

    rows: NDArray[np.void]
    scores: NDArray[np.float64]
    floor: float


class _PartRanking:
    """The tiles of one part in the order of their score, computed as far as they are requested."""

    def __init__(
        self, selection: PartSelection, query: NDArray[np.float32], use_trees: bool
    ) -> None:
        self.used_trees = False
        self._part = selection.part
        self._chosen = selection.rows
        self._count = len(selection)
        self._query = query
        self._trees = self._part.trees() if use_trees else None
        self._fast: NDArray[np.float32] | None = None

    def top(self, count: int) -> _Top:
        """Return about the ``count`` best; may be called again with a larger ``count``."""
        rows = self._proposed(count)
        return self._exact(count) if rows is None else self._scored(rows, len(rows))

    def _proposed(self, count: int) -> NDArray[np.int64] | None:
        """Return ``count`` rows that Annoy proposes, or None where scoring all costs no more."""
        if self._trees is None:
            return None
        rows = self._part.entry.rows
        # Request enough that, if rows pass the filter at random, ``count`` of them do.
        ask = count if self._chosen is None else int(1.5 * count * rows / self._count) + 1
        search_k = max(SEARCH_K, rows // SEARCH_K_SHARE, SEARCH_K_PER_HIT * ask)
        while search_k < rows and search_k < 2 * self._count:
            nearest = self._trees.get_nns_by_vector(self._query.tolist(), ask, search_k)
            found = np.array(nearest, dtype=np.int64)
            if self._chosen is not None:
                places = np.searchsorted(self._chosen, found)
                places = np.minimum(places, len(self._chosen) - 1)
                found = found[self._chosen[places] == found]
            if len(found) >= count:
                self.used_trees = True
                return found
            ask, search_k = 4 * ask, 4 * search_k
        return None

    def _exact(self, count: int) -> _Top:
        self._part.check_vectors()
        if self._fast is None:
            self._fast = fast_scores(self._part.vectors, self._query, self._chosen)
        if count >= self._count:
            places = np.arange(self._count)
        else:
            # Whatever rounding could have put among the best is scored again in double precision.
            last = np.partition(self._fast, -count)[-count]
            places = np.flatnonzero(self._fast >= last - 2 * score_margin(len(self._query)))
        return self._scored(places if self._chosen is None else self._chosen[places], count)

    def _scored(self, rows: NDArray[np.int64], known: int) -> _Top:
        """Score rows; the best ``known`` of them are the best of the part, as far as is known."""
        file = self._part.folder / VECTORS_FILE
        scores = true_scores(self._part.vectors, self._query, rows, file)
        whole = len(rows) == self._count
        floor = -np.inf if whole else float(np.partition(scores, -known)[-known])
        return _Top(np.asarray(self._part.rows[rows]), scores, floor)
