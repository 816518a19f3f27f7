"""Scenes that lie in several files: a Sentinel-2 SAFE, a Landsat folder, a STAC item, loose bands.

Such a scene is one source. It is its true-colour picture if it has one; else its red, green and blue bands are
shown together, under a name that says so: ``/data/LC08_X_B[4,3,2].TIF``.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import rasterio
from rasterio.dtypes import dtype_rev, typename_fwd

from ..paths import exists

_COMPOSED = re.compile(
    r"^(?P<head>.*)\[(?P<names>[^\[\],]+,[^\[\],]+,[^\[\],]+)\](?P<tail>[^\[\]]*)$"
)
_RASTER = r"\.(?:tif|tiff|jp2|img)"
_BAND = re.compile(
    rf"^(?P<scene>|.*[-_.])(?P<token>(?:SR_)?B(?P<code>\d{{1,2}}A?)|red|green|blue)(?P<tail>(?:_\d+m)?{_RASTER})$",
    re.IGNORECASE,
)
# What lies beside the bands of a scene and is no picture of it.
_COMPANION = re.compile(
    r"^(?:(?:SR_|ST_|TOA_)?(?:B\d{1,2}A?|QA|PIXEL|RADSAT|AEROSOL)|ST|QA|SR|MSK|AOT|WVP|SCL|TCI|CLD|SNW|PVI|VAA"
    r"|SAA|SZA|VZA"
    rf"|ANG|BQA|fmask|mask|cloud|red|green|blue|nir\d*|swir\d*|rededge\d*|pan|coastal|cirrus"
    rf"|preview|thumb)(?:[_.-].*)?{_RASTER}$",
    re.IGNORECASE,
)
_TRUE_COLOUR = re.compile(rf"^(?P<scene>|.*[-_.])TCI(?P<tail>(?:_\d+m)?{_RASTER})$", re.IGNORECASE)
_METRES = re.compile(r"_(\d+)m\.", re.IGNORECASE)
_TM_SCENE = re.compile(r"(?<![A-Z0-9])L[TEM]0?[1-7]", re.IGNORECASE)
# Masks of what is usable in Planet's pictures.
_USABLE_DATA_MASK = re.compile(r"_udm2?(?:_[a-z]+)?\.tif$", re.IGNORECASE)
_SENTINEL_2 = re.compile(r"^MTD_MSI(?:L1C|L2A)\.xml$", re.IGNORECASE)
_LANDSAT_METADATA = re.compile(r"^(?P<scene>L.*)_MTL\.(?:txt|xml|json)$", re.IGNORECASE)
_VISUAL = frozenset({"visual", "tci", "true_color", "true-color"})
_LARGEST_ITEMS_BYTES = 16 * 1024 * 1024


@dataclass
class Found:
    """What was found in a folder.

    Attributes:
        scenes: What can be opened in place of the scenes.
        taken: Files that belong to scenes and are none themselves, as absolute paths.
        whole: Whether the folder with all that lies in it is one scene.
    """

    scenes: list[str] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    whole: bool = False


# --- names of several bands ------------------------------------------------------------------------


def compose(paths: Sequence[str]) -> str:
    """Return the name under which three bands are shown together."""
    head = _common(paths)
    tail = _common([path.removeprefix(head)[::-1] for path in paths])[::-1]
    names = [path.removeprefix(head).removesuffix(tail) for path in paths]
    if not all(names) or any(set(name) & set("[],") for name in names):
        head, tail = head[: max(head.rfind("/"), head.rfind(os.sep)) + 1], ""
        names = [path.removeprefix(head) for path in paths]
    return f"{head}[{','.join(names)}]{tail}"


def _common(texts: Sequence[str]) -> str:
    """Return how all texts begin."""
    lowest, highest = min(texts), max(texts)
    length = next((at for at, letter in enumerate(lowest) if letter != highest[at]), len(lowest))
    return lowest[:length]


def composed_of(uri: str) -> tuple[str, ...]:
    """Return the files of a scene that is named after its three bands; none for any other name."""
    match = _COMPOSED.match(uri)
    if match is None or uri.lstrip().startswith("<") or exists(uri):
        return ()
    return tuple(f"{match['head']}{name}{match['tail']}" for name in match["names"].split(","))


def composition(paths: Sequence[str]) -> str:
    """Return a virtual raster (VRT, as text) of the first band of each file.

    Raises:
        rasterio.errors.RasterioError: A file cannot be opened.
    """
    bands = []
    with rasterio.open(paths[0]) as first:
        width, height, crs, transform = first.width, first.height, first.crs, first.transform
    for number, (path, colour) in enumerate(zip(paths, ("Red", "Green", "Blue"), strict=True), 1):
        with rasterio.open(path) as dataset:
            nodata = dataset.nodatavals[0]
            empty = "" if nodata is None else f"<NoDataValue>{nodata!r}</NoDataValue>"
            kind = typename_fwd[dtype_rev[dataset.dtypes[0]]]
            source = (
                f"<SimpleSource><SourceFilename>{escape(path)}</SourceFilename><SourceBand>1</SourceBand>"
                f'<SrcRect xOff="0" yOff="0" xSize="{dataset.width}" ySize="{dataset.height}"/>'
                f'<DstRect xOff="0" yOff="0" xSize="{width}" ySize="{height}"/></SimpleSource>'
            )
        bands.append(
            f'<VRTRasterBand dataType="{kind}" band="{number}">{empty}<ColorInterp>{colour}</ColorInterp>'
            f"{source}</VRTRasterBand>"
        )
    place = ", ".join(repr(value) for value in transform.to_gdal())
    srs = f"<SRS>{escape(crs.to_wkt())}</SRS>" if crs else ""
    return (
        f'<VRTDataset rasterXSize="{width}" rasterYSize="{height}">{srs}'
        f"<GeoTransform>{place}</GeoTransform>{''.join(bands)}</VRTDataset>"
    )


# --- looking into folders --------------------------------------------------------------------------


def scenes_in(folder: Path, files: Sequence[str]) -> Found:
    """Find the scenes whose files lie in a folder.

    Args:
        folder: Absolute.
        files: Names of the files in it.
    """
    if folder.suffix.upper() == ".SAFE" or any(_SENTINEL_2.match(name) for name in files):
        scenes = list(_in_safe(folder))
        if scenes:
            return Found(scenes, whole=True)
    found = Found()
    for name in files:
        if name.lower().endswith(".json"):
            _add_item(folder / name, found)
    names = [name for name in files if str(folder / name) not in found.taken]
    _add_loose(folder, names, found)
    found.taken.update(str(folder / name) for name in files if _USABLE_DATA_MASK.search(name))
    found.taken.difference_update(found.scenes)
    return found


def scene_of_metadata(path: Path) -> list[str]:
    """Return the scenes that a metadata file describes; none if it does not describe any.

    Args:
        path: ``MTD_MSIL2A.xml``, ``..._MTL.txt``, the JSON of a STAC item, ...; absolute.
    """
    if _SENTINEL_2.match(path.name):
        return list(_in_safe(path.parent))
    landsat = _LANDSAT_METADATA.match(path.name)
    found = Found()
    if landsat is not None:
        names = sorted(other.name for other in path.parent.iterdir())
        _add_loose(
            path.parent, [name for name in names if name.startswith(landsat["scene"])], found
        )
    elif path.suffix.lower() in (".json", ".geojson"):
        _add_item(path, found)
    return found.scenes


def _in_safe(folder: Path) -> Iterator[str]:
    """Yield the picture of each granule of a Sentinel-2 product, or the first picture of a Sentinel-1 product."""
    granules: dict[Path, list[Path]] = {}
    for path in sorted(folder.glob("GRANULE/*/IMG_DATA/**/*.jp2")):
        granules.setdefault(folder.joinpath(*path.relative_to(folder).parts[:2]), []).append(path)
    for paths in granules.values():
        found = Found()
        by_place: dict[Path, list[str]] = {}
        for path in paths:
            by_place.setdefault(path.parent, []).append(path.name)
        for place, names in by_place.items():
            _add_loose(place, names, found)
        yield from sorted(found.scenes, key=_metres)[:1]
    radar = sorted(folder.glob("measurement/*.tif*"))
    # Both polarisations show the same ground; the first of the name is the stronger one.
    yield from [str(path) for path in radar if re.search(r"-(?:vv|hh)-", path.name)][:1]


def _metres(path: str) -> int:
    match = _METRES.search(path)
    return int(match[1]) if match else 10


def _add_loose(folder: Path, names: Sequence[str], found: Found) -> None:
    """Add the scenes whose bands lie in files of their own."""
    scenes: dict[str, dict[str, dict[str, str]]] = {}
    pictures: dict[str, list[str]] = {}
    for name in names:
        picture = _TRUE_COLOUR.match(name)
        if picture is not None:
            pictures.setdefault(picture["scene"], []).append(name)
        match = _BAND.match(name)
        if match is not None:
            code = (match["code"] or match["token"]).upper().lstrip("0")
            scenes.setdefault(match["scene"], {}).setdefault(match["tail"], {})[code] = name
    for scene in sorted({*scenes, *pictures}):
        chosen = _chosen(folder, scene, scenes.get(scene, {}), pictures.get(scene, []))
        if chosen is None:
            continue
        found.scenes.append(chosen)
        begin = re.sub(r"(?:SR|ST)_$", "", scene)
        found.taken.update(
            str(folder / name)
            for name in names
            if name.startswith(begin) and _COMPANION.match(name.removeprefix(begin))
        )
    found.taken.difference_update(found.scenes)


def _chosen(
    folder: Path, scene: str, by_tail: dict[str, dict[str, str]], pictures: list[str]
) -> str | None:
    """Return a scene's picture, or the name of its three bands together; None if it has neither."""
    if pictures:
        return str(folder / min(pictures, key=_metres))
    codes = [
        ("RED", "GREEN", "BLUE"),
        ("3", "2", "1") if _TM_SCENE.search(scene) else ("4", "3", "2"),
    ]
    for tail in sorted(by_tail, key=_metres):
        for wanted in codes:
            if all(code in by_tail[tail] for code in wanted):
                return compose([str(folder / by_tail[tail][code]) for code in wanted])
    return None


# --- STAC ------------------------------------------------------------------------------------------


def _add_item(path: Path, found: Found) -> None:
    """Add the picture of each STAC item in a file, or its red, green and blue."""
    for item in items_in(path):
        files = _files(_assets(item), path.parent)
        chosen = picture_of_item(item, path.parent)
        if chosen is None:
            continue
        found.scenes.append(chosen)
        found.taken.update(file for file in files.values() if not file.startswith("/vsi"))


def items_in(path: Path) -> list[dict[str, Any]]:
    """Return the STAC items in a file: an item, or a collection of items as searches save it; else none."""
    try:
        if path.stat().st_size > _LARGEST_ITEMS_BYTES:
            return []
        content = path.read_bytes()
        document = json.loads(content) if b"stac_version" in content else None
    except (OSError, ValueError, RecursionError):
        return []
    if not isinstance(document, dict):
        return []
    listed = [document]
    if document.get("type") == "FeatureCollection" and isinstance(document.get("features"), list):
        listed = document["features"]
    return [
        item
        for item in listed
        if isinstance(item, dict) and item.get("type") == "Feature" and "stac_version" in item
    ]


def picture_of_item(item: dict[str, Any], folder: Path) -> str | None:
    """Return what rasterio opens of a STAC item: its picture, or its red, green and blue; None if there is neither.

    Args:
        item: As JSON.
        folder: What local addresses of its assets are relative to.
    """
    assets = _assets(item)
    files = _files(assets, folder)
    return _picture(assets, files) or _colours(assets, files)


def _files(assets: dict[str, dict[str, Any]], folder: Path) -> dict[str, str]:
    files = {key: _href(folder, asset) for key, asset in assets.items()}
    return {key: file for key, file in files.items() if file is not None}


def _assets(item: dict[str, Any]) -> dict[str, dict[str, Any]]:
    assets = item.get("assets")
    if not isinstance(assets, dict):
        return {}
    return {str(key): asset for key, asset in assets.items() if isinstance(asset, dict)}


def _href(folder: Path, asset: dict[str, Any]) -> str | None:
    """Return what can be opened of an asset; None if it is no raster, or not there."""
    href = asset.get("href")
    if not isinstance(href, str):
        return None
    parts = urlsplit(href)
    if parts.scheme in ("http", "https"):
        return f"/vsicurl/{href}"
    if parts.scheme == "s3":
        return f"/vsis3/{parts.netloc}{parts.path}"
    name = unquote(parts.path) if parts.scheme == "file" else href
    path = os.path.abspath(folder / name)  # noqa: PTH100 (links stay links)
    return path if exists(path) else None


def _roles(asset: dict[str, Any]) -> list[str]:
    roles = asset.get("roles")
    return [role for role in roles if isinstance(role, str)] if isinstance(roles, list) else []


def _names(asset: dict[str, Any]) -> list[str]:
    """Return the common names of an asset's bands."""
    listed = [asset.get(key) for key in ("eo:bands", "bands")]
    bands = [band for each in listed if isinstance(each, list) for band in each]
    names = [
        band.get("common_name") or band.get("eo:common_name")
        for band in bands
        if isinstance(band, dict)
    ]
    return [name for name in names if isinstance(name, str)]


def _is_preview(key: str, asset: dict[str, Any]) -> bool:
    return key in ("thumbnail", "overview", "preview") or bool(
        {"thumbnail", "overview"} & set(_roles(asset))
    )


def _picture(assets: dict[str, dict[str, Any]], files: dict[str, str]) -> str | None:
    """Return the file of an item that shows red, green and blue by itself."""
    full = {key: file for key, file in files.items() if not _is_preview(key, assets[key])}
    for key, file in full.items():
        if key.lower() in _VISUAL or "visual" in _roles(assets[key]):
            return file
    for key, file in full.items():
        if {"red", "green", "blue"} <= set(_names(assets[key])):
            return file
    return None


def _colours(assets: dict[str, dict[str, Any]], files: dict[str, str]) -> str | None:
    chosen = []
    for colour in ("red", "green", "blue"):
        fitting = [
            file
            for key, file in files.items()
            if _names(assets[key]) == [colour] or (key == colour and not _names(assets[key]))
        ]
        chosen += fitting[:1]
    return compose(chosen) if len(chosen) == 3 else None
