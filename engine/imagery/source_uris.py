"""From what a user names (files, folders, patterns, web addresses) to a list of rasters."""

from __future__ import annotations

import glob
import os
import re
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

import rasterio
from rasterio._err import CPLE_BaseError
from rasterio.errors import NotGeoreferencedWarning, RasterioError

from ..errors import NoSources
from ..paths import exists, expanded, is_folder
from .gdal_options import NO_WEB
from .scenes import composed_of, scene_of_metadata, scenes_in

# What rasterio raises: its own, what it lets through of GDAL as it is, and a ValueError, by which it refuses
# odd names and layouts.
CANNOT_OPEN = (RasterioError, CPLE_BaseError, ValueError)

# What a folder is searched for: formats of imagery. rasterio's own list also holds formats of
# elevation grids, vector data and documents, which nobody wants to find in a folder of orthophotos.
RASTER_SUFFIXES = frozenset(
    {
        ".tif", ".tiff", ".gtiff", ".btf", ".vrt", ".jp2", ".j2k", ".jpx", ".img", ".gpkg", ".mbtiles",
        ".ntf", ".nitf", ".ecw", ".sid", ".mrf", ".nc", ".h5", ".hdf", ".bil", ".bip", ".bsq", ".pix",
        ".ers", ".kap", ".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif",
    }
)  # fmt: skip
# Pictures are taken from a folder only if something beside them says where they lie.
_PICTURE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif"})
# What a header, a world file or statistics may lie beside.
_RASTERS_WITH_SIDECARS = RASTER_SUFFIXES | {".dat", ".raw", ".flt", ".bin", ".envi"}
_CONTAINER_SUFFIXES = frozenset({".gpkg", ".nc", ".h5", ".hdf"})
_SIDECAR = re.compile(
    r"(\.aux\.xml|\.aux|\.ovr|\.msk|\.rrd|\.prj|\.qpj|\.tab|\.map|\.imd|\.rpb|\.hdr|\.(?:tif|jpe?g|png|jp2|tiff)\.xml"
    r"|\.(?:tf|tif|tiff|jp|jpe?g|j2|jp2|pn|png|bi|bip|bp|bs|gi|gif|bmp|webp|img|si|sid)w"
    r"|\.wld|\.j[gp]w|\.[bp]gw|\.[bp]pw|\.gfw)$",
    re.IGNORECASE,
)
_PLAIN_CONNECTION = re.compile(r"^[A-Za-z][A-Za-z0-9_]+:(?!//|\\)")
# A raster described in XML instead of by the name of a file that holds the XML, as QGIS takes it for a layer.
_WRITTEN_OUT = re.compile(r"\s*<(\w+)")
_WEB = re.compile(r"^(https?|ftp)://", re.IGNORECASE)
_FAR = re.compile(
    r"(?:https?|ftp|s3|gs)://|/vsi(?:curl|s3|gs|az|adls|oss|swift|webhdfs|hdfs)(?:_streaming)?[/?]",
    re.IGNORECASE,
)


def find_sources(inputs: Sequence[str]) -> list[str]:
    """List the rasters that the inputs name.

    Args:
        inputs: Files, folders (searched with all their subfolders), patterns such as
            ``scenes/**/*.tif``, http(s) addresses, and GDAL's own names (``GPKG:file:table``,
            ``/vsizip/...``). A file that holds several rasters gives each.

    Returns:
        What rasterio opens, sorted and without duplicates; local files as absolute paths. A file that is
        named but missing is in the list, so that the others are read before it is reported.

    Raises:
        NoSources: If nothing was found.
    """
    found: dict[str, str] = {}
    for name in inputs:
        for uri in _without_parts(list(_expand(name))):
            found.setdefault(same_raster(uri), uri)
    if not found:
        raise NoSources(inputs=", ".join(inputs) if inputs else "an empty list")
    return sorted(found.values())


def _without_parts(uris: list[str]) -> list[str]:
    """Return what one input names without the rasters of which a virtual raster among them is made."""
    if len(uris) < 2:
        return uris
    parts: set[str] = set()
    for uri in uris:
        if uri.lower().endswith(".vrt"):
            parts |= {same_raster(file) for file in _files_of(uri)} - {same_raster(uri)}
    return [uri for uri in uris if uri.lower().endswith(".vrt") or same_raster(uri) not in parts]


def _files_of(uri: str) -> list[str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.Env(**NO_WEB), rasterio.open(uri) as dataset:
                return [_absolute(Path(file)) for file in dataset.files]
    except CANNOT_OPEN:
        return []


def for_gdal(name: str) -> str:
    """Return what GDAL opens for a web address, and any other name as it is."""
    return f"/vsicurl/{name}" if _WEB.match(name) else name


def is_far(name: str) -> bool:
    """Tell whether a name leads to another computer: an address, or one of GDAL's file systems for the web."""
    return _FAR.search(name) is not None


def was_named(uri: str, inputs: Sequence[str]) -> bool:
    """Tell whether inputs name a raster itself, or the list that names it, and not only a folder or a pattern."""
    wanted = same_raster(uri)
    return any(
        wanted == same_raster(found)
        for name in inputs
        if not _is_search(name)
        for found in _expand(name)
    )


def _is_search(name: str) -> bool:
    path = expanded(name)
    return is_folder(path) or (glob.has_magic(name) and not exists(path) and not is_far(name))


def same_raster(uri: str) -> str:
    """Return what is equal for two names of the same raster: of a file and of a link to it."""
    files = composed_of(uri)
    if files:
        return "\n".join(same_raster(file) for file in files)
    path = None if "\0" in uri else local_path(uri)
    inner = uri.rsplit(":", 1)[-1] if _PLAIN_CONNECTION.match(uri) else ""
    try:
        return uri if path is None else os.path.realpath(path) + "\n" + inner
    except ValueError:
        return uri  # no name that a disk knows, as whoever opens it says


def is_sidecar(name: str) -> bool:
    """Tell whether a file belongs to a raster beside it: overviews, masks, statistics, position."""
    return _SIDECAR.search(name) is not None


def local_path(uri: str) -> Path | None:
    """Return the file behind a URI, or None if it lies elsewhere or inside an archive.

    Of a scene of several files it is the first one.
    """
    if uri.startswith(("/vsi", "<")) or "://" in uri:
        return None
    files = composed_of(uri)
    if files:
        return local_path(files[0])
    if _PLAIN_CONNECTION.match(uri) and not exists(uri):
        # DRIVER:"/a/b.nc":variable, GPKG:/a/b.gpkg:table, GTIFF_DIR:2:/a/b.tif
        for part in sorted(re.split(r":(?!\\)", uri), key=len, reverse=True):
            candidate = Path(part.strip('"'))
            if candidate.is_absolute() or candidate.suffix:
                return candidate
        return None
    return Path(uri)


def source_name(uri: str) -> str:
    """Return the file name of a URI, with the table or subdataset where there is one."""
    if written_out := _WRITTEN_OUT.match(uri):
        return written_out[1]
    if uri.startswith("/vsicurl/"):
        parts = urlsplit(uri.removeprefix("/vsicurl/"))
        return unquote(parts.path.rstrip("/").rsplit("/", 1)[-1]) or parts.netloc
    if composed_of(uri):
        folder = max(uri.rfind(sign, 0, uri.index("[")) for sign in ("/", os.sep))
        return uri[slice(folder + 1, None)]
    path = local_path(uri)
    if path is None:
        return uri.rstrip("/").rsplit("/", 1)[-1]
    if _PLAIN_CONNECTION.match(uri) and not exists(uri):
        return f"{path.name}:{uri.rsplit(':', 1)[-1]}"
    return path.name


def _expand(name: str) -> Iterator[str]:
    if _WEB.match(name):
        yield for_gdal(name)
        return
    if _WRITTEN_OUT.match(name) and not exists(expanded(name)):
        yield name
        return
    path = expanded(name)
    if is_folder(path):
        yield from _in_folder(Path(_absolute(path)))
    elif exists(path):
        yield from _named(Path(_absolute(path)))
    elif (
        composed_of(name)
        or name.startswith("/vsi")
        or "://" in name
        or _PLAIN_CONNECTION.match(name)
    ):
        yield name
    elif glob.has_magic(name):
        yield from _matching(str(path))
    else:
        yield _absolute(path)


def _named(path: Path) -> Iterator[str]:
    """Yield the rasters of a file that is named: those that it describes, or beside which it lies."""
    if is_sidecar(path.name):
        raster = raster_beside(path)
        if raster is not None or path.suffix.lower() == ".hdr":
            yield raster or str(path)
        return
    scenes = scene_of_metadata(path)
    yield from scenes or _inside(str(path))


def raster_beside(path: Path) -> str | None:
    """Return the raster to which a sidecar belongs; None if there is none beside it.

    Args:
        path: ``scene.hdr``, ``scene.tif.aux.xml``, ``scene.tfw``, ...; absolute.
    """
    name = path.name
    while _SIDECAR.search(name):
        name = _SIDECAR.sub("", name)
        whole = path.with_name(name)
        # scene.img.hdr and scene.tif.ovr are named after the whole name of the raster.
        if name and whole.is_file() and not is_sidecar(name):
            return str(whole)
    beside = [
        other
        for other in sorted(path.parent.glob(f"{glob.escape(name)}.*"))
        if other.suffix.lower() in _RASTERS_WITH_SIDECARS and other.stem == name and other.is_file()
    ]
    return str(beside[0]) if beside else None


def _matching(pattern: str) -> Iterator[str]:
    suffix = Path(pattern).suffix.lower()
    files: dict[Path, list[str]] = {}
    for match in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207 (a pattern may be absolute)
        path = Path(_absolute(Path(match)))
        if is_folder(path):
            # `**` already goes into folders; `scenes/*` means what lies in them too.
            if "**" not in pattern:
                yield from _in_folder(path)
        elif not is_sidecar(match) and (
            path.suffix.lower() in RASTER_SUFFIXES or path.suffix.lower() == suffix
        ):
            files.setdefault(path.parent, []).append(path.name)
    for folder, names in files.items():
        scenes = scenes_in(folder, names)
        yield from scenes.scenes
        for name in names:
            path = folder / name
            if str(path) not in scenes.taken and str(path) not in scenes.scenes:
                yield from _inside(str(path))


def _in_folder(folder: Path) -> Iterator[str]:
    taken: set[str] = set()
    for here, folders, files in os.walk(folder):
        # A voice index holds a tiles.vrt, which is no raster; hidden folders hold caches.
        folders[:] = sorted(
            name for name in folders if not name.endswith(".scrl") and not name.startswith(".")
        )
        scenes = scenes_in(Path(here), sorted(files))
        taken |= scenes.taken
        yield from scenes.scenes
        if scenes.whole:
            folders.clear()
            continue
        for name in sorted(files):
            path = Path(here) / name
            if str(path) not in taken and str(path) not in scenes.scenes and _is_imagery(path):
                yield from _inside(str(path))


def _is_imagery(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix not in RASTER_SUFFIXES or path.name.startswith(".") or is_sidecar(path.name):
        return False
    if suffix in _PICTURE_SUFFIXES:
        world_files = (f"{suffix}w", f".{suffix[1]}{suffix[-1]}w", ".wld")
        return exists(f"{path}.aux.xml") or any(
            exists(path.with_suffix(world)) for world in world_files
        )
    if suffix == ".vrt":
        try:
            with path.open("rb") as file:
                return b"<VRTDataset" in file.read(4096)
        except OSError:
            return True  # a link to nowhere, or not ours to read: reported like any other raster
    if suffix == ".gpkg":
        return bool(_subdatasets(str(path)))
    return True


def _inside(uri: str) -> list[str]:
    """Return the rasters in a file that can hold several, else the file itself."""
    if Path(uri).suffix.lower() not in _CONTAINER_SUFFIXES:
        return [uri]
    subdatasets = _subdatasets(uri)
    return subdatasets if len(subdatasets) > 1 else [uri]


def _subdatasets(uri: str) -> list[str]:
    """Return the rasters in a container: [uri] if just one, [] if none or not readable."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.Env(**NO_WEB), rasterio.open(uri) as dataset:
                return [str(name) for name in dataset.subdatasets] or [uri]
    except CANNOT_OPEN:
        return []


def _absolute(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 (resolve() would follow links the user chose)
