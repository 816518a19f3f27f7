"""The tiles nearest to a query: of the cells that Annoy proposes, or of all; scored exactly, merged."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...contract.notices import Notice
from ..scoring import score_margin
from ..store import ScoredTiles
from ..tile_table import TileTable
from .cells import CellsDamaged, approximate_scores, chosen, code_dtype
from .part import VECTORS_FILE
from .scoring import coarse_scores, fast_scores, true_scores
from .selection import PartSelection

SCAN_SHARE = 1 / 64
"""Share of the rows whose codes are compared; chosen with real voices at up to a million tiles (benchmarks.md)."""

SCAN_LEAST = 2_048
"""But at least so many rows, ..."""

SCAN_PER_HIT = 64
"""... at least so many for each candidate requested, ..."""

SCAN_MOST = 114_688
"""... and of a large index no more than these, to bound the time."""

PART_SHARE = 8
"""A part offers so many times its share of the cells: what is asked for may lie in few parts."""

RESCORED = 128
"""Candidates that are scored from their float16 vectors beside four times as many as are requested."""

TableOf = Callable[[NDArray[np.void]], TileTable]
"""Returns rows of ``rows.npy`` as tiles."""


class FolderRanking:
    """The :class:`engine.index.store.Ranking` of selected rows of all parts."""

    def __init__(
        self,
        selections: Sequence[PartSelection],
        query: NDArray[np.float32],
        use_cells: bool,
        table_of: TableOf,
        notes: tuple[Notice, ...],
    ) -> None:
        self.notes = notes
        self._table_of = table_of
        self._query = query
        self._parts = [_PartRanking(selection, query) for selection in selections if len(selection)]
        self._use_cells = use_cells
        self._used_cells = False

    @property
    def method(self) -> str:
        """``annoy`` if trees have proposed candidates, else ``exact``."""
        return "annoy" if self._used_cells else "exact"

    def best(self, count: int) -> ScoredTiles:
        """Return at least the ``count`` best of all parts."""
        top = self.top(count)
        return scored_tiles(top.rows, top.scores, top.floor, self._table_of)

    def top(self, count: int) -> Top:
        """Return the rows of at least the ``count`` best of all parts."""
        celled = self._parts if self._use_cells else []
        celled = [part for part in celled if part.part.cells() is not None]
        proposed = self._proposed(celled, count)
        if proposed is None:
            return merged(_exact(self._parts, count))
        self._used_cells = True
        others = [part for part in self._parts if part not in celled]
        return merged([*_exact(others, count), proposed])

    def _proposed(self, parts: list[_PartRanking], count: int) -> Top | None:
        """Return the ``count`` best of what cells propose, or None where scoring all costs no more."""
        rows, selected = sum(part.rows for part in parts), sum(map(len, parts))
        scan = max(SCAN_LEAST, min(int(SCAN_SHARE * rows), SCAN_MOST), SCAN_PER_HIT * count)
        # If rows pass the filter at random, as many as without one remain.
        scan = scan * rows // max(selected, 1)
        while 2 * scan < rows and scan < 2 * selected:
            try:
                owners, places, scores = self._scanned(parts, scan)
            except CellsDamaged:
                return None
            if len(places) >= count:
                wanted = min(4 * count + RESCORED, len(places))
                best = np.argpartition(scores, len(scores) - wanted)[-wanted:]
                return _rescored(parts, owners[best], places[best], count)
            scan *= 4
        return None

    def _scanned(
        self, parts: list[_PartRanking], scan: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
        """Compare the codes of the nearest cells, about ``scan`` rows of all parts together.

        Returns:
            For each row that is selected: which of ``parts`` holds it, its number there, its approximate score.

        Raises:
            CellsDamaged: Those of a part are; they are not used again.
        """
        query = self._query.tolist()
        share = min(1.0, PART_SHARE * scan / sum(part.rows for part in parts))
        opened = [part.part.cells() for part in parts]
        offers = [cells.nearest(query, share) for cells in opened if cells is not None]
        owners = np.repeat(np.arange(len(parts)), [len(offer.cells) for offer in offers])
        cells = np.concatenate([offer.cells for offer in offers])
        similarities = np.concatenate([offer.similarities for offer in offers])
        sizes = np.concatenate([offer.sizes for offer in offers])
        nearest = np.argsort(-similarities, kind="stable")
        nearest = nearest[: int(np.searchsorted(np.cumsum(sizes[nearest]), scan)) + 1]
        # Part after part, and in each as the file lies.
        nearest = nearest[np.lexsort((cells[nearest], owners[nearest]))]
        owners, sizes = owners[nearest], sizes[nearest]
        centre_scores = np.float32(np.linalg.norm(self._query)) * similarities[nearest]
        bounds = np.searchsorted(owners, np.arange(len(parts) + 1)).tolist()
        ends = np.concatenate([[0], np.cumsum(sizes)])[bounds]
        # One buffer for all parts: it stays in the cache of the processor.
        buffer = np.empty(int(np.diff(ends).max()), dtype=code_dtype(len(self._query)))
        owned, places, scores = [], [], []
        for owner, (start, stop) in enumerate(itertools.pairwise(bounds)):
            if start == stop:
                continue
            part, of_rows = parts[owner], sizes[start:stop]
            codes = buffer[: ends[owner + 1] - ends[owner]]
            part.part.read_codes(cells[nearest[start:stop]], codes)
            of_cells = np.repeat(centre_scores[start:stop], of_rows)
            selected = part.selected(codes["row"])
            if selected is not None:
                codes, of_cells = chosen(codes, selected), of_cells[selected]
            owned.append(np.full(len(codes), owner))
            places.append(codes["row"].astype(np.int64))
            scores.append(approximate_scores(codes, of_cells, self._query))
        return np.concatenate(owned), np.concatenate(places), np.concatenate(scores)


def _exact(parts: Sequence[_PartRanking], count: int) -> list[Top]:
    """Score all rows; of each part those that may be among the ``count`` best of it and of the parts before it."""
    tops: list[Top] = []
    best = np.zeros(0)
    for part in parts:
        least = float(best.min()) if len(best) == count else -np.inf
        tops.append(part.exact(count, least))
        best = np.sort(np.concatenate([best, tops[-1].scores]))[-count:]
    return tops


def merged(tops: Sequence[Top]) -> Top:
    """Merge the best of several, at least one, down to the highest of their floors; ties by their id."""
    rows = np.concatenate([top.rows for top in tops])
    scores = np.concatenate([top.scores for top in tops])
    floor = max(top.floor for top in tops)
    kept = np.flatnonzero(scores >= floor)
    order = kept[np.lexsort((rows["id"][kept], -scores[kept]))]
    return Top(rows[order], scores[order], floor)


def _rescored(
    parts: Sequence[_PartRanking],
    owners: NDArray[np.int64],
    places: NDArray[np.int64],
    count: int,
) -> Top:
    """Score rows of parts from their vectors; the ``count`` best of them are the best, as far as is known."""
    found = {owner: np.unique(places[owners == owner]) for owner in np.unique(owners).tolist()}
    scores = {owner: parts[owner].true_scores(rows) for owner, rows in found.items()}
    all_scores = np.concatenate(list(scores.values()))
    known = min(count, len(all_scores))
    floor = float(np.partition(all_scores, -known)[-known])
    tops = []
    for owner, rows in found.items():
        above = np.flatnonzero(scores[owner] >= floor)
        if len(above):
            part_rows = np.asarray(parts[owner].part.rows[rows[above]])
            tops.append(Top(part_rows, scores[owner][above], floor))
    return merged(tops)


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
class Top:
    """The best rows of one part or several, with their scores in double precision; as :class:`ScoredTiles`."""

    rows: NDArray[np.void]
    scores: NDArray[np.float64]
    floor: float


class _PartRanking:
    """The selected tiles of one part, scored as far as they are requested."""

    def __init__(self, selection: PartSelection, query: NDArray[np.float32]) -> None:
        self.part = selection.part
        self._chosen = selection.rows
        self._count = len(selection)
        self._query = query
        self._fast: NDArray[np.float32] | None = None
        self._margin = score_margin(len(query))

    def __len__(self) -> int:
        return self._count

    @property
    def rows(self) -> int:
        """Rows of the part, selected or not."""
        return self.part.entry.rows

    def selected(self, rows: NDArray[np.int32]) -> NDArray[np.bool_] | None:
        """Tell which of some rows of the part are selected; None if all rows of it are."""
        if self._chosen is None:
            return None
        places = np.minimum(np.searchsorted(self._chosen, rows), self._count - 1)
        return np.asarray(self._chosen[places] == rows)

    def exact(self, count: int, least: float) -> Top:
        """Return about the ``count`` best of all, or those that score ``least`` if they are fewer.

        May be called again with a larger ``count``.
        """
        self.part.check_vectors()
        if self._fast is None:
            if self._chosen is None:
                self._fast, self._margin = coarse_scores(self.part.vectors, self._query)
            else:
                self._fast = fast_scores(self.part.vectors, self._query, self._chosen)
        # Whatever rounding could have put among the best is scored again in double precision.
        places = np.flatnonzero(self._fast >= least - self._margin)
        if count < len(places):
            last = np.partition(self._fast[places], -count)[-count]
            places = places[self._fast[places] >= last - 2 * self._margin]
        rows = places if self._chosen is None else self._chosen[places]
        scores = self.true_scores(rows)
        floor = least
        if len(rows) == self._count:
            floor = -np.inf
        elif count <= len(rows):
            floor = max(least, float(np.partition(scores, -count)[-count]))
        return Top(np.asarray(self.part.rows[rows]), scores, floor)

    def true_scores(self, rows: NDArray[np.int64]) -> NDArray[np.float64]:
        """Score some rows in double precision."""
        return true_scores(self.part.vectors, self._query, rows, self.part.folder / VECTORS_FILE)
