"""What an index holds, as layers of a GeoPackage: every tile with its group, and the oddities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import shapely

from ..contract.notices import Stage, Unit
from ..contract.tiles import GROUP_ATTRIBUTES, ODDITY_ATTRIBUTES
from ..progress import Progress
from .exploration import Exploration
from .geopackage import Features, write_geopackage
from .store import VectorStore
from .tile_table import columns_of

TILES, ODDITIES = "tiles", "oddities"
_BATCH = 8192


def write_exploration(
    path: Path,
    store: VectorStore,
    found: Exploration,
    descriptions: Sequence[str],
    progress: Progress | None = None,
) -> None:
    """Write the layers ``tiles`` and ``oddities`` (EPSG:4326); replaces the file.

    Args:
        path: A ``.gpkg``; its folder must exist.
        store: The voice index.
        found: What was found in it.
        descriptions: The phrases of each group, as text.
        progress: Advanced after every batch; checked for cancellation.

    Raises:
        UsageError: The ending of the name is another one.
        IndexDamaged: A tile is not what was written.
        DiskFull, FolderNotWritable: It cannot be written; a file that was there stays.
        Cancelled: A file that was there stays.
    """
    told = progress or Progress()
    told.start(Stage.WRITING_FOOTPRINTS, len(found.tile_ids), Unit.TILE)
    odd = columns_of(found.oddities, ODDITY_ATTRIBUTES)
    outlines = np.array([shapely.Polygon(tile.footprint) for tile in found.oddities], dtype=object)
    layers = {
        TILES: _tiles_with_groups(store, found, descriptions, told),
        ODDITIES: iter([(odd, outlines)]),
    }
    write_geopackage(path, layers)


def _tiles_with_groups(
    store: VectorStore, found: Exploration, descriptions: Sequence[str], progress: Progress
) -> Iterator[Features]:
    texts = np.array(descriptions, dtype=object)
    for start in range(0, len(found.tile_ids), _BATCH):
        for table in store.items(found.tile_ids[slice(start, start + _BATCH)].tolist()):
            progress.check_cancelled()
            places = np.searchsorted(found.tile_ids, table.columns["tile_id"])
            numbers = found.group_numbers[places]
            values = (
                numbers.astype(np.int64),
                texts[numbers - 1],
                found.similarities[places].astype(np.float64),
            )
            groups = dict(zip((a.name for a in GROUP_ATTRIBUTES), values, strict=True))
            yield {**groups, **table.columns}, table.footprints
            progress.advance(len(table))
