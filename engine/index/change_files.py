"""Places that have changed as a GeoPackage: the footprint of the later tile, and what is known of both."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import shapely

from ..contract.methods import Change
from ..contract.tiles import TILE_ATTRIBUTES
from .geopackage import write_geopackage
from .tile_table import columns_of

LAYER = "changes"


def write_changes(path: Path, changes: Sequence[Change]) -> None:
    """Write places as the layer ``changes``; replaces the file.

    Columns: rank, change, score_before, score_after and score_change (empty without a question), the earlier
    tile's number and date, and the attributes of the later tile.

    Raises:
        UsageError: The ending of the name is another one.
        DiskFull, FolderNotWritable: It cannot be written; a file that was there stays.
    """
    before, after = ([getattr(change, name) for change in changes] for name in ("before", "after"))
    scores = {
        name: np.array([getattr(change, name) for change in changes], dtype=np.float64)
        for name in ("score_before", "score_after")
    }
    earlier = columns_of(before, TILE_ATTRIBUTES)
    columns = {
        "rank": np.array([change.rank for change in changes], dtype=np.int64),
        "change": np.array([change.change for change in changes], dtype=np.float64),
        **scores,
        "score_change": scores["score_after"] - scores["score_before"],
        "tile_id_before": earlier["tile_id"],
        "source_before": earlier["source"],
        "date_before": earlier["date"],
        **columns_of(after, TILE_ATTRIBUTES),
    }
    footprints = np.array([shapely.Polygon(tile.footprint) for tile in after], dtype=object)
    write_geopackage(path, {LAYER: [(columns, footprints)]})
