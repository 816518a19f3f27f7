"""Which rows of a part meet conditions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.errors import GEOSException

from ..boxes import BoxGroups, overlapping
from ..chosen_rows import Rows, chosen_rows
from ..rows import Sources
from ..store import Conditions
from .part import ROWS_FILE, Part
from .rows import BAD_FOOTPRINT


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
    columns = Rows(
        np.asarray(rows["id"]), rows["source"], rows["ground_size"], np.asarray(rows["date"])
    )
    chosen = chosen_rows(conditions, columns, lambda: rows_touching(part, conditions.area, sources))
    numbers = None if chosen.keep.all() else np.flatnonzero(chosen.keep)
    return PartSelection(part, numbers, chosen.undated, chosen.in_area)


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
        bounds = np.asarray(part.rows["bounds"])
        near = np.flatnonzero(overlapping(bounds, place.bounds))
        inside, rim = (near[chosen] for chosen in BoxGroups(bounds[near]).touched(place))
        if len(rim):
            rim = rim[shapely.intersects(place, part.footprints(rim, sources))]
        return np.sort(np.concatenate([inside, rim]))
    except GEOSException as error:
        raise part.damaged(ROWS_FILE, BAD_FOOTPRINT) from error
