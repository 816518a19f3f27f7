"""All footprints of a voice index in one GeoPackage."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyogrio.raw
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError

from ..errors import DiskFull, FolderNotWritable, UsageError
from ..paths import check_folder, writing
from ..progress import Progress, SilentProgress
from .part import NO_DATE, ROW_DTYPE
from .search import VoiceIndex

LAYER = "tiles"
_ROWS_AT_A_TIME = 8192
# So much may be free again when GDAL has failed for want of room: it takes back what it had begun.
_FULL_BYTES = 16_000_000


def write_tiles_layer(path: Path, index: VoiceIndex, progress: Progress | None = None) -> int:
    """Write the footprints of all tiles (EPSG:4326) as the layer ``tiles``; replaces the file.

    Args:
        path: A ``.gpkg``; its folder must exist.
        index: The voice index.
        progress: Told of the tiles; asked whether to stop.

    Returns:
        The number of tiles.

    Raises:
        UsageError: The ending of the name is another one.
        IndexDamaged: A tile is not what was written.
        DiskFull, FolderNotWritable: It cannot be written; a file that was there stays.
        Cancelled: A file that was there stays.
    """
    progress = progress or SilentProgress()
    if path.suffix.lower() != ".gpkg":
        raise UsageError(
            problem=f"{path.name} is not the name of a GeoPackage.", advice="Use the ending .gpkg."
        )
    check_folder(path.parent, path)
    progress.start("Writing footprints", len(index), "tile")
    # Beside the target, so that it appears whole, in one rename.
    with (
        writing(path),
        tempfile.TemporaryDirectory(prefix=".tiles-", dir=path.parent) as folder,
    ):
        file = Path(folder) / path.name
        try:
            for rows, footprints in _chunks(index):
                progress.check_cancelled()
                _append(file, rows, footprints, index)
                progress.advance(len(rows))
            if not file.exists():
                nothing = np.zeros(0, dtype=ROW_DTYPE), np.zeros(0, dtype=object)
                _append(file, *nothing, index)
        except (DataSourceError, DataLayerError) as error:
            # GDAL says what it could not do, and not why.
            if shutil.disk_usage(folder).free < _FULL_BYTES:
                raise DiskFull(path=path) from error
            raise FolderNotWritable(path=path, reason=str(error).rstrip(".")) from error
        os.replace(file, path)  # noqa: PTH105 (says which file it could not replace)
    return len(index)


def _chunks(index: VoiceIndex) -> Iterator[tuple[NDArray[np.void], NDArray[np.object_]]]:
    """Yield rows and their footprints."""
    sources = index.file.source_by_number()
    for part in index.parts:
        for start in range(0, len(part.rows), _ROWS_AT_A_TIME):
            chosen = slice(start, start + _ROWS_AT_A_TIME)
            yield np.asarray(part.rows[chosen]), part.footprints(chosen, sources)


def _append(
    file: Path, rows: NDArray[np.void], footprints: NDArray[np.object_], index: VoiceIndex
) -> None:
    sources = index.file.source_by_number()
    names = [sources[number].source for number in rows["source"].tolist()]
    days = rows["date"].astype("int64")
    dates = np.where(days == NO_DATE, np.datetime64("NaT", "D"), days.astype("datetime64[D]"))
    fields = {
        "tile_id": np.ascontiguousarray(rows["id"]),
        "source": np.array([source.name for source in names], dtype=object),
        "source_path": np.array([source.uri for source in names], dtype=object),
        "date": dates,
        "ground_size_m": np.ascontiguousarray(rows["ground_size"]),
        "lon": np.ascontiguousarray(rows["lon"]),
        "lat": np.ascontiguousarray(rows["lat"]),
    }
    pyogrio.raw.write(
        file,
        shapely.to_wkb(footprints),
        list(fields.values()),
        list(fields),
        layer=LAYER,
        driver="GPKG",
        geometry_type="Polygon",
        crs="EPSG:4326",
        append=file.exists(),
    )
