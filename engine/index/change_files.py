"""Places that have changed as a GeoPackage: the footprint of the later tile, and what is known of both."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import shapely

from ..contract.methods import Change
from ..contract.tiles import TILE_ATTRIBUTES
from ..errors import UsageError
from ..paths import check_folder
from .files import replace_file
from .tile_table import columns_of, write_layer

LAYER = "changes"
SUFFIX = ".gpkg"


def check_output(path: Path) -> None:
    """Make sure that places can be written there, before long work.

    Raises:
        UsageError: The ending of the name is another one.
        FolderNotWritable: There is no folder for it.
    """
    if path.suffix.lower() != SUFFIX:
        raise UsageError(
            problem=f"{path.name} is not the name of a GeoPackage.",
            advice=f"Use the ending {SUFFIX}.",
        )
    check_folder(path.parent, path)


def write_changes(path: Path, changes: Sequence[Change]) -> None:
    """Write places as the layer ``changes``; replaces the file.

    Columns: rank, change, score_before, score_after and score_change (empty without a question), the earlier
    tile's number and date, and the attributes of the later tile.

    Raises:
        DiskFull, FolderNotWritable: It cannot be written; a file that was there stays.
    """
    content = io.BytesIO()
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
    write_layer(content, LAYER, "GPKG", columns, footprints)
    check_folder(path.parent, path)
    replace_file(path, content.getvalue())
