"""All footprints of a voice index in one GeoPackage."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import numpy as np
from pyogrio.errors import DataLayerError, DataSourceError

from ..contract.notices import Stage, Unit
from ..contract.tiles import TILE_ATTRIBUTES
from ..errors import DiskFull, FolderNotWritable, UsageError
from ..paths import check_folder, writing
from ..progress import Progress
from .store import VectorStore
from .tile_table import columns_of, write_layer

LAYER = "tiles"
# With less free space than this, a GDAL failure means a full disk: GDAL removes the incomplete file.
_FULL_BYTES = 16_000_000


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
    # Beside the target, so that one rename replaces it atomically.
    with (
        writing(path),
        tempfile.TemporaryDirectory(prefix=".tiles-", dir=path.parent) as folder,
    ):
        file = Path(folder) / path.name
        try:
            for table in store.items():
                progress.check_cancelled()
                write_layer(file, LAYER, "GPKG", table.columns, table.footprints, file.exists())
                progress.advance(len(table))
            if not file.exists():
                columns = columns_of([], TILE_ATTRIBUTES)
                write_layer(file, LAYER, "GPKG", columns, np.zeros(0, dtype=object))
        except (DataSourceError, DataLayerError) as error:
            # GDAL's message does not give the cause.
            if shutil.disk_usage(folder).free < _FULL_BYTES:
                raise DiskFull(path=path) from error
            raise FolderNotWritable(path=path, reason=str(error).rstrip(".")) from error
        os.replace(file, path)  # noqa: PTH105 (says which file it could not replace)
    return store.info.tiles
