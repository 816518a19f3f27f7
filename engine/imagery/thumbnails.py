"""Tiles as small pictures, for lists of hits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image

from ..errors import SourceUnreadable
from ..paths import writing
from .dataset import gdal_settings
from .reader import TileReader
from .source import Source

Window = tuple[float, float, float, float]


def write_thumbnails(
    source: Source,
    windows: Mapping[int, Window],
    folder: Path,
    pixels: int,
    check_cancelled: Callable[[], None],
) -> dict[int, Path]:
    """Write a PNG for each window of one raster.

    Args:
        source: The raster.
        windows: Column, row, width, height in its pixels, under the name of the picture.
        folder: Where the pictures go; must exist.
        pixels: Side of a picture.
        check_cancelled: Called before each; whatever it raises ends the work.

    Returns:
        The pictures; those of a raster that is gone or has changed are missing.

    Raises:
        FolderNotWritable, DiskFull: A picture cannot be written.
    """
    written: dict[int, Path] = {}
    try:
        with TileReader(source) as reader:
            for name, window in windows.items():
                check_cancelled()
                with gdal_settings(source.uri):
                    image = reader.read(window, pixels, 0.0)
                if image is not None:
                    written[name] = _write(folder / f"{name}.png", Image.fromarray(image))
    except SourceUnreadable:
        # The list shows what there is; the hits themselves are as good as before.
        return written
    return written


def _write(path: Path, picture: Image.Image) -> Path:
    with writing(path):
        # Lightly compressed: it is looked at once, and the user waits for it.
        picture.save(path, format="PNG", compress_level=1)
    return path
