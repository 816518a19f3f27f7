"""Which rasters may make GDAL open a connection: those that the user has named, and no file that merely says so.

A few lines of XML under the name of a raster (a VRT, the description of a WMS) can make GDAL ask a server. In a
folder of imagery from somebody else that would tell a stranger who looks at it, and when. So GDAL gets no access to
the web for a local file, unless that file openly names an address (:func:`web_address`), and a build takes such a
file only if it was named itself (:func:`check_named`).
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Sequence
from pathlib import Path

from ..errors import SourceOnWeb
from .scenes import composed_of
from .source_uris import is_far, local_path, was_named

_LARGEST_BYTES = 64 * 1024 * 1024
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ROOT = re.compile(r"<(?![?!])([\w:]+)")
#: What a VRT is made of; its metadata and its CRS may name addresses that nobody opens.
_PARTS = re.compile(r"<(?:SourceFilename|SourceDataset)\b[^>]*>([^<]+)<")
#: Any text of an element, and any link.
_TEXTS = re.compile(r">\s*([^<>\s][^<>]*)<|\bhref\s*=\s*[\"']([^\"']+)[\"']")


def web_address(uri: str) -> str | None:
    """Return an address on the web from which a raster is read; None if it is read from this computer alone.

    Args:
        uri: What rasterio opens. Files are looked into, and the virtual rasters of which they are made.
    """
    return _address(uri, frozenset())


def _address(uri: str, seen: frozenset[str]) -> str | None:
    files = composed_of(uri)
    if files:
        return next(filter(None, (_address(file, seen) for file in files)), None)
    if uri.lstrip().startswith("<"):
        return _in_text(uri, Path(), seen)
    path = local_path(uri)
    if path is None:
        # A name of GDAL's own for a service, or a file in an archive.
        return uri if is_far(uri) or not uri.startswith("/vsi") else None
    try:
        stamp = path.stat()
        text = _xml(path, stamp.st_mtime_ns, stamp.st_size)
    except (OSError, ValueError):
        return None  # Reported when it is opened.
    return _in_text(text, path.parent, seen | {str(path)}) if text else None


@functools.lru_cache(maxsize=256)
def _xml(path: Path, _modified: int, _size: int) -> str:
    """Return what a file says that is read as XML; "" of any other."""
    with path.open("rb") as stream:
        start = stream.read(64)
        if not start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
            return ""
        return (start + stream.read(_LARGEST_BYTES)).decode("utf-8", "surrogateescape")


def _in_text(text: str, folder: Path, seen: frozenset[str]) -> str | None:
    """Return the first address that XML names, itself or by the virtual rasters that it names."""
    text = _COMMENT.sub("", text)
    root = _ROOT.search(text)
    if root is None:
        return None
    if root[1] != "VRTDataset":
        named = (html.unescape(either or other) for either, other in _TEXTS.findall(text))
        return next((name for name in named if is_far(name)), None)
    for part in _PARTS.findall(text):
        name = html.unescape(part).strip()
        if is_far(name):
            return name
        if name.startswith("<") or name.lower().endswith(".vrt"):
            inner = name if name.startswith("<") else str(folder / name)
            found = None if inner in seen else _address(inner, seen | {inner})
            if found is not None:
                return found
    return None


def check_named(uri: str, inputs: Sequence[str]) -> None:
    """Refuse a raster that is read from the web and that the user has not named, but a folder that holds it.

    Args:
        uri: What rasterio opens, as :func:`.source_uris.find_sources` gives it.
        inputs: What the user has named.

    Raises:
        SourceOnWeb: It is such a one.
    """
    address = web_address(uri)
    if address is not None and not was_named(uri, inputs):
        raise SourceOnWeb(path=uri, address=_short(address))


def _short(address: str) -> str:
    """Return an address in one line of a message, without what may be a secret."""
    found = re.search(r"https?://[^\s?<>\"']+", address)
    return (found[0] if found else address.strip())[:200]
