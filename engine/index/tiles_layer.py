"""All footprints of a voice index in one GeoPackage."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..contract.notices import Stage, Unit
from ..contract.tiles import TILE_ATTRIBUTES
from ..errors import UsageError
from ..paths import check_folder
from ..progress import Progress
from .files import written_by_gdal
from .store import VectorStore
from .tile_table import columns_of, write_layer

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
    if path.suffix.lower() != ".gpkg":
        raise UsageError(
            problem=f"{path.name} is not the name of a GeoPackage.", advice="Use the ending .gpkg."
        )
    check_folder(path.parent, path)
    progress.start(Stage.WRITING_FOOTPRINTS, store.info.tiles, Unit.TILE)
    with written_by_gdal(path) as file:
        for table in store.items():
            progress.check_cancelled()
            write_layer(file, LAYER, "GPKG", table.columns, table.footprints, file.exists())
            progress.advance(len(table))
        if not file.exists():
            columns = columns_of([], TILE_ATTRIBUTES)
            write_layer(file, LAYER, "GPKG", columns, np.zeros(0, dtype=object))
    return store.info.tiles
