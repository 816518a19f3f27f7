"""Which rows meet conditions, whatever the store they lie in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .rows import NO_DATE, days_of
from .store import Conditions, IdRange


@dataclass(frozen=True)
class Rows:
    """What conditions but the area look at, of N tiles.

    Attributes:
        ids: int64 [N].
        sources: int32 [N], numbers of their sources.
        ground_sizes_m: float32 [N].
        days: int32 [N], their dates as :func:`engine.index.rows.days_of`.
    """

    ids: NDArray[np.int64]
    sources: NDArray[np.int32]
    ground_sizes_m: NDArray[np.float32]
    days: NDArray[np.int32]

    def some(self, numbers: NDArray[np.int64]) -> Rows:
        """Return those of some numbers."""
        return Rows(
            self.ids[numbers],
            self.sources[numbers],
            self.ground_sizes_m[numbers],
            self.days[numbers],
        )

    @property
    def nbytes(self) -> int:
        """Memory in bytes."""
        columns = (self.ids, self.sources, self.ground_sizes_m, self.days)
        return sum(column.nbytes for column in columns)


@dataclass(frozen=True)
class ChosenRows:
    """Those of N rows that meet conditions.

    Attributes:
        keep: bool [N].
        undated: Rows that would meet them if they had a date.
        in_area: Rows that the area touches, whatever the conditions but ``tile_ids``.
    """

    keep: NDArray[np.bool_]
    undated: int
    in_area: int


def chosen_rows(
    conditions: Conditions, rows: Rows, touching: Callable[[], NDArray[np.int64]]
) -> ChosenRows:
    """Return the rows that meet conditions.

    Args:
        conditions: The conditions.
        rows: The rows.
        touching: Returns the numbers of the rows that the area touches; asked if there are both.
    """
    ids, days = rows.ids, rows.days
    keep = np.ones(len(ids), dtype=bool)
    if conditions.tile_ids is not None:
        keep = _within(ids, conditions.tile_ids)
        if not keep.any():
            # Comparing tiles with an area takes long, and few parts hold what is new.
            return ChosenRows(keep, 0, 0)
    if conditions.area is not None:
        near = np.zeros(len(ids), dtype=bool)
        near[touching()] = True
        keep &= near
    in_area = int(keep.sum())
    if conditions.sources is not None:
        keep &= np.isin(rows.sources, list(conditions.sources))
    if conditions.ground_sizes_m:
        sizes = np.asarray(conditions.ground_sizes_m, dtype=np.float32)
        keep &= np.isclose(rows.ground_sizes_m[:, None], sizes, rtol=1e-4, atol=0).any(axis=1)
    undated = 0
    if conditions.since is not None or conditions.until is not None:
        undated = int((keep & (days == NO_DATE)).sum())
        keep &= days != NO_DATE
        if conditions.since is not None:
            keep &= days >= days_of(conditions.since)
        if conditions.until is not None:
            keep &= days <= days_of(conditions.until)
    return ChosenRows(keep, undated, in_area)


def _within(ids: NDArray[np.int64], ranges: Sequence[IdRange]) -> NDArray[np.bool_]:
    """Return which ids lie in any of the ranges."""
    within = np.zeros(len(ids), dtype=bool)
    for start, stop in ranges:
        within |= (ids >= start) & (ids < stop)
    return within
