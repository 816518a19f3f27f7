"""Which formats of imagery the engine's GDAL reads, and what to say of the others.

QGIS brings a GDAL of its own, often with drivers under licences that no package of Python may ship (ECW, MrSID).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import rasterio

_MAGIC_BYTES = 32


@dataclass(frozen=True)
class Format:
    """A format of rasters.

    Attributes:
        name: As users know it.
        drivers: GDAL's drivers; one of them is enough.
        suffixes: Of its files.
        magic: How its files begin, and at which byte; empty if that does not tell.
        offset: At which byte.
    """

    name: str
    drivers: tuple[str, ...]
    suffixes: tuple[str, ...]
    magic: bytes = b""
    offset: int = 0


_FORMATS = (
    Format("GeoTIFF", ("GTiff",), (".tif", ".tiff", ".gtiff", ".btf")),
    Format("GDAL virtual raster", ("VRT",), (".vrt",)),
    Format("JPEG 2000", ("JP2OpenJPEG", "JP2KAK", "JP2ECW", "JP2MrSID", "JP2Lura"),
           (".jp2", ".j2k", ".jpx"), b"\0\0\0\x0cjP  "),
    Format("ERDAS Imagine", ("HFA",), (".img",)),
    Format("GeoPackage", ("GPKG",), (".gpkg",)),
    Format("MBTiles", ("MBTiles",), (".mbtiles",)),
    Format("NITF", ("NITF",), (".ntf", ".nitf"), b"NITF"),
    Format("ECW", ("ECW",), (".ecw",)),
    Format("MrSID", ("MrSID",), (".sid",), b"msid"),
    Format("HDF4", ("HDF4",), (".hdf", ".h4", ".hdf4"), b"\x0e\x03\x13\x01"),
    Format("HDF5", ("HDF5", "netCDF"), (".h5", ".hdf5"), b"\x89HDF\r\n\x1a\n"),
    Format("netCDF", ("netCDF",), (".nc",), b"CDF"),
    Format("KEA", ("KEA",), (".kea",)),
    Format("FITS", ("FITS",), (".fits", ".fit"), b"SIMPLE  ="),
    Format("MRF", ("MRF",), (".mrf",)),
    Format("ESRI band files", ("EHdr", "ENVI"), (".bil", ".bip", ".bsq")),
    Format("PCI Geomatica", ("PCIDSK",), (".pix",), b"PCIDSK"),
    Format("ER Mapper", ("ERS",), (".ers",)),
    Format("BSB chart", ("BSB",), (".kap",)),
    Format("JPEG", ("JPEG",), (".jpg", ".jpeg"), b"\xff\xd8\xff"),
    Format("PNG", ("PNG",), (".png",), b"\x89PNG"),
    Format("WebP", ("WEBP",), (".webp",), b"WEBP", 8),
    Format("BMP", ("BMP",), (".bmp",)),
    Format("GIF", ("GIF",), (".gif",), b"GIF8"),
    Format("JPEG XL", ("JPEGXL",), (".jxl",), b"\xff\x0a"),
    Format("HEIF", ("HEIF",), (".heic", ".heif"), b"ftyphei", 4),
    Format("AVIF", ("AVIF",), (".avif",), b"ftypavif", 4),
    Format("GRIB", ("GRIB",), (".grb", ".grib", ".grb2"), b"GRIB"),
)  # fmt: skip


@lru_cache(maxsize=1)
def _drivers() -> frozenset[str]:
    with rasterio.Env() as env:
        return frozenset(env.drivers())


def is_readable(format_: Format) -> bool:
    """Tell whether the engine's GDAL has a driver for a format."""
    return bool(_drivers().intersection(format_.drivers))


def readable_suffixes() -> tuple[str, ...]:
    """Return the endings of file names that the engine's GDAL reads, sorted, such as ``.tif``."""
    return tuple(
        sorted(s for format_ in _FORMATS if is_readable(format_) for s in format_.suffixes)
    )


def missing_format(path: Path) -> str | None:
    """Return the name of a file's format if the engine's GDAL has no driver for it; None if it has, or nobody knows.

    Args:
        path: A file. What it begins with tells more than its name: HDF4 and HDF5 are both called ``.hdf``.
    """
    try:
        with path.open("rb") as file:
            begin = file.read(_MAGIC_BYTES)
    except OSError:
        return None
    told = [one for one in _FORMATS if one.magic and begin.startswith(one.magic, one.offset)]
    named = [one for one in _FORMATS if path.suffix.lower() in one.suffixes and not one.magic]
    for format_ in (*told, *named):
        return None if is_readable(format_) else format_.name
    return None
