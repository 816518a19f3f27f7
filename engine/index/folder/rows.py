"""The rows of ``rows.npy``: attributes of a tile that a search needs beside its vector."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import numpy as np
import shapely
import shapely.errors
from numpy.typing import NDArray

from ...contract.tiles import TILE_ATTRIBUTES
from ...imagery.georeferencing import CannotBeLocated
from ...imagery.tiling import footprints_4326
from ..plan import SourceRecord
from ..store import EmbeddedTiles
from ..tile_table import TileTable
from .format import damaged

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

BAD_FOOTPRINT = "a tile has an invalid footprint"
NO_DATE = int(np.iinfo(np.int32).min)
_EPOCH = date(1970, 1, 1)
_FIRST_DAY, _LAST_DAY = ((day - _EPOCH).days for day in (date.min, date.max))

Sources = Mapping[int, SourceRecord]
"""The sources of an index under their numbers."""


def days_of(value: date | None) -> int:
    """Return a date as ``rows.npy`` holds it."""
    return NO_DATE if value is None else (value - _EPOCH).days


def rows_of(tiles: EmbeddedTiles, sources: Sources) -> NDArray[np.void]:
    """Return N rows of :data:`ROW_DTYPE`; their bounds are left to :func:`.part.stage_part`."""
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


def table_of(rows: NDArray[np.void], sources: Sources, file: Path) -> TileTable:
    """Return N rows of ``file`` as tiles.

    Raises:
        IndexDamaged: A row is not what was written.
    """
    footprints = checked_footprints(rows, sources, file)
    return TileTable(columns_of(rows, sources), footprints)


def checked_footprints(rows: NDArray[np.void], sources: Sources, file: Path) -> NDArray[np.object_]:
    """Return the polygons (EPSG:4326) of N rows of ``file`` that are used for the first time.

    Raises:
        IndexDamaged: A row has no source, an id or a date out of range, or no finite footprint.
    """
    days = rows["date"]
    if ((days != NO_DATE) & ((days < _FIRST_DAY) | (days > _LAST_DAY))).any():
        raise damaged(file, "a tile has an invalid date")
    for number in np.unique(rows["source"]).tolist():
        record = sources.get(number)
        places = rows["id"][rows["source"] == number] - (record.first_tile_id if record else 0)
        if record is None or (places < 0).any() or (places >= record.planned_tiles).any():
            raise damaged(file, f"a tile ID is outside the range of source {number}")
    try:
        with np.errstate(all="ignore"):
            footprints = footprints_of(rows, sources)
    except (shapely.errors.GEOSException, CannotBeLocated) as error:
        raise damaged(file, BAD_FOOTPRINT) from error
    if not np.isfinite(shapely.bounds(footprints)).all():
        raise damaged(file, BAD_FOOTPRINT)
    return footprints
