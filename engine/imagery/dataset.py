"""Opening rasters: bounded memory, patience with servers, and our errors instead of GDAL's."""

from __future__ import annotations

import contextlib
import hashlib
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from urllib.parse import urlsplit

import rasterio
from rasterio.errors import NotGeoreferencedWarning, RasterioError

from ..errors import FormatNotReadable, SourceUnreadable
from ..paths import NOT_TEXT, why_missing
from .formats import missing_format
from .scenes import composed_of, composition
from .source_uris import CANNOT_OPEN, is_sidecar, local_path

# GDAL's own default is 5 % of the machine's memory, which is too little for a row of tiles on a small
# machine and needlessly much on a large one.
BLOCK_CACHE_BYTES = 512 * 1024 * 1024

_GDAL_OPTIONS = {
    "GDAL_CACHEMAX": BLOCK_CACHE_BYTES,
    "GDAL_HTTP_CONNECTTIMEOUT": 20,
    "GDAL_HTTP_TIMEOUT": 120,
    "GDAL_HTTP_MAX_RETRY": 3,
    "GDAL_HTTP_RETRY_DELAY": 1,
    # A description of a map service may name any folder for it; a build reads every tile once.
    "GDAL_ENABLE_WMS_CACHE": False,
    "VSI_CACHE": True,
    "VSI_CACHE_SIZE": 32 * 1024 * 1024,
}


@contextmanager
def gdal_settings() -> Iterator[None]:
    """Bound GDAL's block cache and silence its advice for the time of the block.

    Enter it around calls into rasterio only, never across a ``yield`` of a generator: the settings
    belong to the thread, and would leak into whoever consumes the generator.
    """
    with rasterio.Env(**_GDAL_OPTIONS), warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        warnings.simplefilter("ignore", rasterio.errors.NodataShadowWarning)
        yield


@contextmanager
def reported_as_unreadable(uri: str) -> Iterator[None]:
    """Turn whatever GDAL raises into :class:`SourceUnreadable`.

    Args:
        uri: The source, for the message.

    Raises:
        SourceUnreadable: If the block raised an error of rasterio or of the operating system.
        FormatNotReadable: If it did for want of a driver.
    """
    try:
        yield
    except (*CANNOT_OPEN, OSError) as error:
        path = local_path(uri)
        reason = "" if path is None else why_missing(path) or _why_header(path)
        missing = None if path is None or reason else missing_format(path)
        if missing is not None:
            raise FormatNotReadable(path=uri, format=missing) from error
        raise SourceUnreadable(path=uri, reason=reason or _reason(error, uri)) from error


def open_dataset(uri: str, overview_level: int | None = None) -> rasterio.DatasetReader:
    """Open a raster for reading; call inside :func:`gdal_settings`.

    Args:
        uri: What rasterio opens.
        overview_level: Number of the overview to open instead of the full resolution.

    Raises:
        SourceUnreadable: If it is missing or no raster.
        FormatNotReadable: If GDAL has no driver for it.
    """
    extra = {} if overview_level is None else {"overview_level": overview_level}
    with reported_as_unreadable(uri), _without_sidecars() if _is_far_tiff(uri) else nullcontext():
        files = composed_of(uri)
        dataset = rasterio.open(composition(files) if files else uri, **extra)
        if dataset.count == 0:
            subdatasets = len(dataset.subdatasets)
            dataset.close()
            reason = (
                f"it contains {subdatasets} rasters; give one of them"
                if subdatasets
                else "it has no bands"
            )
            raise SourceUnreadable(path=uri, reason=reason)
    return dataset


def _is_far_tiff(uri: str) -> bool:
    return uri.startswith("/vsicurl/") and urlsplit(uri).path.lower().endswith((".tif", ".tiff"))


def _without_sidecars() -> rasterio.Env:
    """Return settings with which a file is opened alone: GDAL asks a server for a dozen files beside each."""
    return rasterio.Env(GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR")


def signature(dataset: rasterio.DatasetReader) -> tuple[int, float]:
    """Return size in bytes and time of the last change of the files behind a dataset.

    A virtual raster counts with the files it names. Sidecars do not count: QGIS writes
    ``.aux.xml`` files with statistics beside rasters that it shows; what they say of position and validity is in
    :func:`fingerprint`. What is not a local file gives (0, 0.0).
    """
    return _signature(str(dataset.name), tuple(str(file) for file in dataset.files))


def fingerprint(dataset: rasterio.DatasetReader) -> str:
    """Return a short hash of all that decides where the pixels of a dataset lie and which of them are valid.

    That is what GDAL says of them, wherever it is from (the file, a world file, ``.aux.xml``), a ``.prj`` beside
    it, and size and time of an external mask. Statistics do not count. What is not a local file gives "".
    """
    path = local_path(str(dataset.name))
    if path is None and not str(dataset.name).startswith("<VRT"):
        return ""
    points, points_crs = dataset.gcps
    parts: list[object] = [
        tuple(dataset.transform)[:6],
        _stable_wkt(dataset.crs),
        (dataset.width, dataset.height, dataset.nodatavals),
        [[flag.value for flag in flags] for flags in dataset.mask_flag_enums],
        [meaning.value for meaning in dataset.colorinterp],
        [(p.row, p.col, p.x, p.y, p.z) for p in points],
        _stable_wkt(points_crs),
        dataset.rpcs.to_dict() if dataset.rpcs else None,
        "" if path is None or dataset.crs or points_crs else prj_beside(path),
    ]
    for mask in sorted(file for file in map(str, dataset.files) if file.lower().endswith(".msk")):
        with contextlib.suppress(OSError):
            found = Path(mask).stat()
            parts.append((found.st_size, found.st_mtime))
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _stable_wkt(crs: rasterio.CRS | None) -> str:
    """Return WKT in the dialect that later versions of GDAL write as earlier ones did, where it can say the CRS."""
    if not crs:
        return ""
    for version in ("WKT1_GDAL", None):
        with contextlib.suppress(RasterioError, ValueError):
            return str(crs.to_wkt(version=version))
    return ""


def prj_beside(path: Path) -> str:
    """Return the CRS, as WKT, in the ``.prj`` file beside a raster; "" if there is none."""
    for file in (path.with_suffix(".prj"), path.with_suffix(".PRJ")):
        with contextlib.suppress(OSError):
            return file.read_text(encoding="utf-8-sig", errors="replace").strip()
    return ""


def _signature(uri: str, files: tuple[str, ...]) -> tuple[int, float]:
    main = local_path(uri)
    paths = {Path(file) for file in files if not is_sidecar(file)}
    if main is not None:
        paths.add(main)
    size, modified = 0, 0.0
    for path in paths:
        if path.is_file():
            found = path.stat()
            size += found.st_size
            modified = max(modified, found.st_mtime)
    return size, modified


def _why_header(path: Path) -> str:
    """Return why GDAL can do nothing with a header; nothing of any other file."""
    if path.suffix.lower() == ".hdr" and is_sidecar(path.name):
        return "it is a header, and the raster that it describes is not in the same folder"
    return ""


def _reason(error: BaseException, uri: str) -> str:
    """Return GDAL's own words in one line, without the path and the final full stop."""
    if isinstance(error, UnicodeEncodeError):
        return f"{NOT_TEXT}; rename it"
    cause = error.__cause__
    text = str(error)
    if cause is not None and ("previous exception" in text or not text):
        text = str(cause)
    text = re.sub(r"\s+", " ", text).replace(uri, "it").strip().rstrip(".")
    if "not recognized as" in text:
        return "it is not in a format that GDAL can read"
    for name in ("it", Path(uri).name):
        text = re.sub(rf"^(['\"`]?){re.escape(name)}\1(: |, )", "", text)
    refused = re.search(r"HTTP response code: (401|403)", text)
    if refused:
        return f"its server does not let you in ({refused[1]}); if its link has expired, search the catalogue again"
    if "IReadBlock failed" in text or "TIFFReadDirectory" in text:
        return f"it is damaged or incomplete ({text})"
    return text or "GDAL gave no reason"
