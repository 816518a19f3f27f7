"""Attributes of a tile that a search needs beside its vector, as rows; where its footprint lies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np
from numpy.typing import NDArray

from ..contract.tiles import TILE_ATTRIBUTES
from ..imagery.tiling import footprints_4326
from .plan import SourceRecord
from .store import EmbeddedTiles

ROW_DTYPE = np.dtype(
    [
        ("id", "<i8"),
        ("source", "<i4"),
        ("window", "<f8", (4,)),
        ("ground_size", "<f4"),
        ("date", "<i4"),
        ("lon", "<f8"),
        ("lat", "<f8"),
        ("bounds", "<f8", (4,)),
    ]
)

NO_DATE = int(np.iinfo(np.int32).min)
_EPOCH = date(1970, 1, 1)

Sources = Mapping[int, SourceRecord]
"""The sources of an index under their numbers."""


def days_of(value: date | None) -> int:
    """Return a date as ``rows.npy`` holds it."""
    return NO_DATE if value is None else (value - _EPOCH).days


def rows_of(tiles: EmbeddedTiles, sources: Sources) -> NDArray[np.void]:
    """Return N rows of :data:`ROW_DTYPE`; their bounds are left to who writes them."""
    rows = np.zeros(len(tiles.tile_ids), dtype=ROW_DTYPE)
    rows["id"] = tiles.tile_ids
    rows["source"] = tiles.sources
    rows["window"] = tiles.windows
    rows["ground_size"] = tiles.ground_sizes_m
    for number in np.unique(tiles.sources).tolist():
        chosen = np.flatnonzero(tiles.sources == number)
        source = sources[number].source
        col, row, width, height = tiles.windows[chosen].T
        rows["date"][chosen] = days_of(source.date)
        rows["lon"][chosen], rows["lat"][chosen] = source.georeferencing.to_lonlat(
            col + width / 2, row + height / 2
        )
    return rows


def footprints_of(rows: NDArray[np.void], sources: Sources) -> NDArray[np.object_]:
    """Return the polygons (EPSG:4326) of N rows, from source and window alone."""
    polygons = np.empty(len(rows), dtype=object)
    numbers = np.asarray(rows["source"])
    for number in np.unique(numbers):
        chosen = np.flatnonzero(numbers == number)
        polygons[chosen] = footprints_4326(sources[int(number)].source, rows["window"][chosen])
    return polygons


def columns_of(rows: NDArray[np.void], sources: Sources) -> dict[str, NDArray]:
    """Return the attributes of N tiles as columns."""
    # Names of sources are computed from their paths: once for each, not for each tile.
    numbers, place = np.unique(rows["source"], return_inverse=True)
    named = [sources[number].source for number in numbers.tolist()]
    days = rows["date"].astype("int64")
    columns = {
        "tile_id": rows["id"],
        "source": np.array([source.name for source in named], dtype=object)[place],
        "source_path": np.array([source.uri for source in named], dtype=object)[place],
        "date": np.where(days == NO_DATE, np.datetime64("NaT", "D"), days.astype("datetime64[D]")),
        "ground_size_m": rows["ground_size"],
        "lon": rows["lon"],
        "lat": rows["lat"],
        **dict(zip(("col", "row", "width", "height"), rows["window"].T, strict=True)),
    }
    return {attribute.name: columns[attribute.name] for attribute in TILE_ATTRIBUTES}
