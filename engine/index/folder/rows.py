"""The rows of ``rows.npy``, checked before they become tiles."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import shapely
import shapely.errors
from numpy.typing import NDArray

from ...imagery.georeferencing import CannotBeLocated
from ..rows import NO_DATE, Sources, columns_of, days_of, footprints_of
from ..tile_table import TileTable
from .format import damaged

BAD_FOOTPRINT = "a tile has an invalid footprint"
_FIRST_DAY, _LAST_DAY = days_of(date.min), days_of(date.max)


def table_of(rows: NDArray[np.void], sources: Sources, file: Path) -> TileTable:
    """Return N rows of ``file`` as tiles.

    Raises:
        IndexDamaged: A row is not what was written.
    """
    footprints = checked_footprints(rows, sources, file)
    return TileTable(columns_of(rows, sources), footprints)


def checked_footprints(rows: NDArray[np.void], sources: Sources, file: Path) -> NDArray[np.object_]:
    """Return the polygons (EPSG:4326) of N rows of ``file`` that are used for the first time.

    Raises:
        IndexDamaged: A row has no source, an id or a date out of range, or no finite footprint.
    """
    days = rows["date"]
    if ((days != NO_DATE) & ((days < _FIRST_DAY) | (days > _LAST_DAY))).any():
        raise damaged(file, "a tile has an invalid date")
    for number in np.unique(rows["source"]).tolist():
        record = sources.get(number)
        places = rows["id"][rows["source"] == number] - (record.first_tile_id if record else 0)
        if record is None or (places < 0).any() or (places >= record.planned_tiles).any():
            raise damaged(file, f"a tile ID is outside the range of source {number}")
    try:
        with np.errstate(all="ignore"):
            footprints = footprints_of(rows, sources)
    except (shapely.errors.GEOSException, CannotBeLocated) as error:
        raise damaged(file, BAD_FOOTPRINT) from error
    if not np.isfinite(shapely.bounds(footprints)).all():
        raise damaged(file, BAD_FOOTPRINT)
    return footprints
