"""GeoPackages of many tiles: written in batches, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from numpy.typing import NDArray

from ..errors import UsageError
from ..paths import check_folder
from .files import written_by_gdal
from .tile_table import write_layer

#: N values under the name of every attribute, and N polygons in EPSG:4326.
Features = tuple[Mapping[str, NDArray], NDArray]


def check_geopackage(path: Path) -> None:
    """Make sure that a GeoPackage can be written there, before long work.

    Raises:
        UsageError: The ending of the name is another one.
        FolderNotWritable: There is no folder for it.
    """
    if path.suffix.lower() != ".gpkg":
        raise UsageError(
            problem=f"{path.name} is not the name of a GeoPackage.", advice="Use the ending .gpkg."
        )
    check_folder(path.parent, path)


def write_geopackage(path: Path, layers: Mapping[str, Iterable[Features]]) -> None:
    """Write layers of polygons (EPSG:4326); replaces the file.

    Args:
        path: A ``.gpkg``; its folder must exist.
        layers: Batches of features under the name of each layer; at least one, which may be empty. Whatever they raise
            ends the writing.

    Raises:
        UsageError: The ending of the name is another one.
        DiskFull, FolderNotWritable: It cannot be written; a file that was there stays.
    """
    check_geopackage(path)
    with written_by_gdal(path) as file:
        for layer, batches in layers.items():
            for number, (columns, footprints) in enumerate(batches):
                write_layer(file, layer, "GPKG", columns, footprints, append=number > 0)
