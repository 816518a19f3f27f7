"""Hits as GeoPackage, GeoJSON (RFC 7946) or CSV, with their footprints in EPSG:4326."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from ..contract.tiles import ATTRIBUTES, Hit
from ..errors import UsageError
from ..paths import check_folder, exists
from .files import replace_file
from .tile_table import columns_of, write_layer

LAYER = "hits"
# With these a spreadsheet begins a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_hits(path: Path, hits: Sequence[Hit]) -> None:
    """Write hits to ``path``: ``.gpkg``, ``.geojson`` (or ``.json``) or ``.csv``; replaces the file.

    Raises:
        UsageError: The file extension is another one.
        DiskFull, FolderNotWritable: It cannot be written; a file that was there stays.
    """
    check_folder(path.parent, path)
    replace_file(path, writer_for(path)(hits))


def write_new_hits(folder: Path, name: str, hits: Sequence[Hit]) -> Path:
    """Write hits as a new GeoPackage ``NAME DATE TIME.gpkg``, and return its path; no file is replaced.

    Args:
        folder: Where it goes; must exist.
        name: What the hits are called; letters that file names cannot have are replaced.
        hits: The hits.

    Raises:
        DiskFull, FolderNotWritable: It cannot be written.
    """
    plain = re.sub(r'[\x00-\x1f<>:"/\\|?*]', "_", name)[:100].strip(". ") or "search"
    stem = f"{plain} {datetime.now():%Y-%m-%d %H%M%S}"
    names = itertools.chain([stem], (f"{stem} ({number})" for number in itertools.count(2)))
    path = next(file for each in names if not exists(file := folder / f"{each}.gpkg"))
    write_hits(path, hits)
    return path


def writer_for(path: Path) -> Callable[[Sequence[Hit]], bytes]:
    """Return what makes the content of a file of that name; call it before a long search.

    Raises:
        UsageError: The file extension is not supported.
    """
    writers = {
        ".gpkg": hits_as_geopackage,
        ".geojson": hits_as_geojson,
        ".json": hits_as_geojson,
        ".csv": hits_as_csv,
    }
    if path.suffix.lower() not in writers:
        raise UsageError(
            problem=f"The ending of {path.name} names no format.",
            advice="Use .gpkg, .geojson or .csv.",
        )
    return writers[path.suffix.lower()]


def hits_as_geopackage(hits: Sequence[Hit]) -> bytes:
    """Return a GeoPackage with the layer ``hits``."""
    return _as_layer(hits, "GPKG")


def hits_as_geojson(hits: Sequence[Hit]) -> bytes:
    """Return a GeoJSON FeatureCollection after RFC 7946: EPSG:4326, rings counter-clockwise."""
    return _as_layer(hits, "GeoJSON", RFC7946="YES")


def hits_as_csv(hits: Sequence[Hit]) -> bytes:
    """Return a CSV table; the column ``footprint`` holds WKT.

    A text that a spreadsheet would run as a formula, such as a file named ``=cmd|...``, gets an apostrophe in front.
    """
    content = io.StringIO(newline="")
    table = csv.writer(content)
    table.writerow([*(attribute.name for attribute in ATTRIBUTES), "footprint"])
    for hit, footprint in zip(hits, _footprints(hits), strict=True):
        values = [attribute.of(hit) for attribute in ATTRIBUTES]
        text = ["" if value is None else _harmless(value) for value in values]
        table.writerow([*text, shapely.to_wkt(footprint, rounding_precision=9)])
    return content.getvalue().encode()


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _as_layer(hits: Sequence[Hit], driver: str, **layer_options: str) -> bytes:
    content, columns = io.BytesIO(), columns_of(hits, ATTRIBUTES)
    write_layer(content, LAYER, driver, columns, _footprints(hits), layer_options=layer_options)
    return content.getvalue()


def _footprints(hits: Sequence[Hit]) -> NDArray[np.object_]:
    return np.array([shapely.Polygon(hit.footprint) for hit in hits], dtype=object)
