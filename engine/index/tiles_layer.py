"""All footprints of a voice index in one GeoPackage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from ..contract.notices import Stage, Unit
from ..contract.tiles import TILE_ATTRIBUTES
from ..progress import Progress
from .geopackage import Features, check_geopackage, write_geopackage
from .store import VectorStore
from .tile_table import columns_of

LAYER = "tiles"


def write_tiles_layer(path: Path, store: VectorStore, progress: Progress | None = None) -> int:
    """Write the footprints of all tiles (EPSG:4326) as the layer ``tiles``; replaces the file.

    Args:
        path: A ``.gpkg``; its folder must exist.
        store: The voice index.
        progress: Advanced after every batch; checked for cancellation.

    Returns:
        The number of tiles.

    Raises:
        UsageError: The ending of the name is another one.
        IndexDamaged: A tile is not what was written.
        DiskFull, FolderNotWritable: It cannot be written; a file that was there stays.
        Cancelled: A file that was there stays.
    """
    progress = progress or Progress()
    check_geopackage(path)
    progress.start(Stage.WRITING_FOOTPRINTS, store.info.tiles, Unit.TILE)
    write_geopackage(path, {LAYER: _all_tiles(store, progress)})
    return store.info.tiles


def _all_tiles(store: VectorStore, progress: Progress) -> Iterator[Features]:
    for table in store.items():
        progress.check_cancelled()
        yield table.columns, table.footprints
        progress.advance(len(table))
    if not store.info.tiles:
        yield columns_of([], TILE_ATTRIBUTES), np.zeros(0, dtype=object)
