"""A picture as a question: any file that GDAL reads, georeferenced or not, as one square image."""

from __future__ import annotations

from ..errors import BadBands, NotAnImage, SourceUnreadable
from .bands import BandReader, Bytes, choose_bands, examine_pixels
from .dataset import gdal_settings, open_dataset, reported_as_unreadable
from .empty import NOTHING_EMPTY
from .reader import Level, square_image


def read_picture(path: str, pixels: int) -> Bytes:
    """Read a picture as a tile is read: the same bands, stretch and treatment of empty pixels.

    Of one that is not square, the square in its middle counts: a tile is square, squeezing would change
    the shapes of things, and a border would be something that no tile shows.

    Args:
        path: The file.
        pixels: Side of the image.

    Returns:
        uint8 [pixels, pixels, 3], RGB; rows run as in the file.

    Raises:
        NotAnImage: It is missing or not a picture, or shows nothing.
    """
    try:
        with gdal_settings(path), open_dataset(path) as dataset, reported_as_unreadable(path):
            bands = choose_bands(dataset, path, None).bands
            look = examine_pixels(dataset, bands, NOTHING_EMPTY)
            low, high = look.ends or (None, None)
            side = float(min(dataset.width, dataset.height))
            left, top = (dataset.width - side) / 2, (dataset.height - side) / 2
            reader = BandReader(dataset, bands, low, high, inverted=look.inverted)
            level = Level(reader, 1.0, 1.0)
            piece = level.read((left, top, side, side), pixels)
    except SourceUnreadable as error:
        raise NotAnImage(path=path, reason=error.values["reason"]) from error
    except BadBands as error:
        raise NotAnImage(path=path, reason="it has only an alpha band") from error
    if piece is None or not piece.valid_part:
        raise NotAnImage(path=path, reason="all its pixels are transparent or nodata")
    return square_image(piece, pixels)
