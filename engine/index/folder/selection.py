"""Which rows of a part meet conditions."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.errors import GEOSException

from ..rows import NO_DATE, Sources, days_of
from ..store import Conditions, IdRange
from .part import ROWS_FILE, Part
from .rows import BAD_FOOTPRINT

#: So many tiles, about, are compared with an area together.
_GROUP = 64


@dataclass(frozen=True)
class PartSelection:
    """The tiles of one part that meet conditions.

    Attributes:
        part: The part.
        rows: Row numbers, ascending; None means all.
        undated: Tiles that would meet them if they had a date.
        in_area: Tiles that the area touches, whatever the conditions but ``tile_ids``.
    """

    part: Part
    rows: NDArray[np.int64] | None
    undated: int
    in_area: int

    def __len__(self) -> int:
        return len(self.part.rows) if self.rows is None else len(self.rows)


def select_rows(part: Part, conditions: Conditions, sources: Sources) -> PartSelection:
    """Return the tiles of a part that meet conditions; raises as :func:`rows_touching`."""
    rows = part.rows
    if conditions == Conditions():
        return PartSelection(part, None, 0, len(rows))
    keep = np.ones(len(rows), dtype=bool)
    if conditions.tile_ids is not None:
        keep = _within(np.asarray(rows["id"]), conditions.tile_ids)
        if not keep.any():
            # Comparing every part with an area takes long, and few parts hold what is new.
            return PartSelection(part, np.zeros(0, dtype=np.int64), 0, 0)
    in_area = int(keep.sum())
    if conditions.area is not None:
        touching = np.zeros(len(rows), dtype=bool)
        touching[rows_touching(part, conditions.area, sources)] = True
        keep &= touching
        in_area = int(keep.sum())
    if conditions.sources is not None:
        keep &= np.isin(rows["source"], list(conditions.sources))
    if conditions.ground_sizes_m:
        sizes = np.asarray(conditions.ground_sizes_m, dtype=np.float32)
        keep &= np.isclose(rows["ground_size"][:, None], sizes, rtol=1e-4, atol=0).any(axis=1)
    undated = 0
    if conditions.since is not None or conditions.until is not None:
        days = np.asarray(rows["date"])
        undated = int((keep & (days == NO_DATE)).sum())
        keep &= days != NO_DATE
        if conditions.since is not None:
            keep &= days >= days_of(conditions.since)
        if conditions.until is not None:
            keep &= days <= days_of(conditions.until)
    return PartSelection(part, None if keep.all() else np.flatnonzero(keep), undated, in_area)


def _within(ids: NDArray[np.int64], ranges: Sequence[IdRange]) -> NDArray[np.bool_]:
    """Return which ids lie in any of the ranges."""
    within = np.zeros(len(ids), dtype=bool)
    for start, stop in ranges:
        within |= (ids >= start) & (ids < stop)
    return within


def rows_touching(part: Part, place: shapely.Geometry, sources: Sources) -> NDArray[np.int64]:
    """Return the rows whose footprints touch a place; polygons are made only where boxes do not decide.

    Raises:
        IndexDamaged: A tile at the edge of the place is not what was written.
    """
    none = np.zeros(0, dtype=np.int64)
    try:
        # Of many corners, every comparison with a place that is not prepared takes long.
        shapely.prepare(place)
        if not shapely.intersects(place, shapely.box(*part.entry.bounds)):
            return none
        west, south, east, north = place.bounds
        bounds = np.asarray(part.rows["bounds"])
        near = np.flatnonzero(
            (bounds[:, 0] <= east)
            & (bounds[:, 2] >= west)
            & (bounds[:, 1] <= north)
            & (bounds[:, 3] >= south)
        )
        inside, rim = (near[chosen] for chosen in _inside_or_at_rim(place, bounds[near]))
        if len(rim):
            rim = rim[shapely.intersects(place, part.footprints(rim, sources))]
        return np.sort(np.concatenate([inside, rim]))
    except GEOSException as error:
        raise part.damaged(ROWS_FILE, BAD_FOOTPRINT) from error


def _inside_or_at_rim(
    place: shapely.Geometry, bounds: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return which boxes [n, 4] lie inside a place, and which others touch it.

    Neighbours are looked at together first: most of them lie inside or outside as a whole, and comparing every box with
    a place of a million corners takes long.
    """
    nothing = np.zeros(0, dtype=np.int64)
    if not len(bounds):
        return nothing, nothing
    corners = bounds[:, :2]
    start, reach = corners.min(axis=0), np.ptp(corners, axis=0)
    side = max(1, math.isqrt(len(bounds) // _GROUP))
    cells = np.minimum((corners - start) / np.where(reach > 0, reach, 1.0) * side, side - 1)
    cell = cells[:, 0].astype(np.int64) * side + cells[:, 1].astype(np.int64)
    order = np.argsort(cell, kind="stable")
    starts = np.flatnonzero(np.diff(cell[order], prepend=-1))
    lower = np.minimum.reduceat(bounds[order, :2], starts)
    upper = np.maximum.reduceat(bounds[order, 2:], starts)
    groups = shapely.box(*lower.T, *upper.T)
    whole = shapely.covers(place, groups)
    partly = ~whole
    partly[partly] = shapely.intersects(place, groups[partly])
    sizes = np.diff(starts, append=len(order))
    inside, one_by_one = (order[np.repeat(chosen, sizes)] for chosen in (whole, partly))
    boxes = shapely.box(*bounds[one_by_one].T)
    covered = shapely.covers(place, boxes)
    others = ~covered
    others[others] = shapely.intersects(place, boxes[others])
    return np.concatenate([inside, one_by_one[covered]]), one_by_one[others]
