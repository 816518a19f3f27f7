"""A row of ``rows.npy``: what search has to know of a tile, beside its vector."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import shapely
import shapely.errors
from numpy.typing import NDArray

from ...contract.tiles import TILE_ATTRIBUTES
from ...imagery.tiling import footprints_4326
from ..plan import SourceRecord
from ..store import EmbeddedTiles

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
_FIRST_DAY, _LAST_DAY = ((day - _EPOCH).days for day in (date.min, date.max))

Sources = Mapping[int, SourceRecord]
"""The sources of an index under their numbers."""


@dataclass(frozen=True)
class TileRows:
    """Tiles of one part, in ascending order of their id.

    Attributes:
        rows: N rows of :data:`ROW_DTYPE`.
        vectors: N x D float16, unit length.
        footprints: N polygons in EPSG:4326.
    """

    rows: NDArray[np.void]
    vectors: NDArray[np.float16]
    footprints: NDArray[np.object_]


class RowsDamaged(Exception):
    """A row cannot be what was written."""


def days_of(value: date | None) -> int:
    """Return a date as ``rows.npy`` holds it."""
    return NO_DATE if value is None else (value - _EPOCH).days


def rows_of(tiles: EmbeddedTiles, sources: Sources) -> TileRows:
    """Fill in what follows from source and window: date, centre, bounds, footprint."""
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
    footprints = footprints_of(rows, sources)
    rows["bounds"] = shapely.bounds(footprints)
    return TileRows(rows, tiles.vectors, footprints)


def footprints_of(rows: NDArray[np.void], sources: Sources) -> NDArray[np.object_]:
    """Return the polygons (EPSG:4326) of N rows, from source and window alone."""
    polygons = np.empty(len(rows), dtype=object)
    numbers = np.asarray(rows["source"])
    for number in np.unique(numbers):
        chosen = np.flatnonzero(numbers == number)
        polygons[chosen] = footprints_4326(sources[int(number)].source, rows["window"][chosen])
    return polygons


def columns_of(rows: NDArray[np.void], sources: Sources) -> dict[str, NDArray]:
    """Return what N rows say, under the names of the attributes of a tile."""
    named = [sources[number].source for number in rows["source"].tolist()]
    days = rows["date"].astype("int64")
    columns = {
        "tile_id": rows["id"],
        "source": np.array([source.name for source in named], dtype=object),
        "source_path": np.array([source.uri for source in named], dtype=object),
        "date": np.where(days == NO_DATE, np.datetime64("NaT", "D"), days.astype("datetime64[D]")),
        "ground_size_m": rows["ground_size"],
        "lon": rows["lon"],
        "lat": rows["lat"],
        **dict(zip(("col", "row", "width", "height"), rows["window"].T, strict=True)),
    }
    return {attribute.name: columns[attribute.name] for attribute in TILE_ATTRIBUTES}


def checked_footprints(rows: NDArray[np.void], sources: Sources) -> NDArray[np.object_]:
    """Return the polygons (EPSG:4326) of N rows that are used for the first time.

    Raises:
        RowsDamaged: A row is of no source, not one of its tiles, of no date, or nowhere.
    """
    days = rows["date"]
    if ((days != NO_DATE) & ((days < _FIRST_DAY) | (days > _LAST_DAY))).any():
        raise RowsDamaged("a tile has a date that is none")
    for number in np.unique(rows["source"]).tolist():
        record = sources.get(number)
        places = rows["id"][rows["source"] == number] - (record.first_tile_id if record else 0)
        if record is None or (places < 0).any() or (places >= record.planned_tiles).any():
            raise RowsDamaged(f"a tile of source {number} is not one of its tiles")
    try:
        with np.errstate(all="ignore"):
            footprints = footprints_of(rows, sources)
    except shapely.errors.GEOSException as error:
        raise RowsDamaged("a tile has an impossible footprint") from error
    if not np.isfinite(shapely.bounds(footprints)).all():
        raise RowsDamaged("a tile has an impossible footprint")
    return footprints
