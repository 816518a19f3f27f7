"""Which rows of a part meet conditions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.errors import GEOSException

from ..store import Conditions
from .part import ROWS_FILE, Part
from .rows import BAD_FOOTPRINT, NO_DATE, Sources, days_of


@dataclass(frozen=True)
class PartSelection:
    """The tiles of one part that meet conditions.

    Attributes:
        part: The part.
        rows: Row numbers, ascending; None means all.
        undated: Tiles that would meet them if they had a date.
        in_area: Tiles that the area touches, whatever the other conditions.
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
    keep = np.ones(len(rows), dtype=bool)
    in_area = len(rows)
    if conditions.area is not None:
        keep[:] = False
        keep[rows_touching(part, conditions.area, sources)] = True
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


def rows_touching(part: Part, place: shapely.Geometry, sources: Sources) -> NDArray[np.int64]:
    """Return the rows whose footprints touch a place; polygons are made only where boxes do not decide.

    Raises:
        IndexDamaged: A tile at the edge of the place is not what was written.
    """
    none = np.zeros(0, dtype=np.int64)
    try:
        if not shapely.box(*part.entry.bounds).intersects(place):
            return none
        west, south, east, north = place.bounds
        bounds = np.asarray(part.rows["bounds"])
        near = np.flatnonzero(
            (bounds[:, 0] <= east)
            & (bounds[:, 2] >= west)
            & (bounds[:, 1] <= north)
            & (bounds[:, 3] >= south)
        )
        shapely.prepare(place)
        boxes = shapely.box(*bounds[near].T)
        inside = shapely.covers(place, boxes)
        rim = near[~inside]
        rim = rim[shapely.intersects(place, boxes[~inside])]
        if len(rim):
            rim = rim[shapely.intersects(place, part.footprints(rim, sources))]
        return np.sort(np.concatenate([near[inside], rim]))
    except GEOSException as error:
        raise part.damaged(ROWS_FILE, BAD_FOOTPRINT) from error
