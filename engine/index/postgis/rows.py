"""Tiles as rows of a table: written with COPY, read with their vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from psycopg import sql

from ...errors import IndexDamaged
from ..rows import NO_DATE, Sources, columns_of, footprints_of, rows_of
from ..store import EmbeddedTiles
from ..tile_table import TileTable
from .database import Connection, Database
from .tables import tiles_table

#: What is read of a tile without its vector, in this order.
COLUMNS = sql.SQL('tile_id, source, col, "row", width, height, ground_size_m')
#: Its vector, as pgvector sends it: two numbers of 16 bits, then D in float16, high byte first.
VECTOR = sql.SQL("halfvec_send(vector)")
_HEAD = 4
_COPY = """
    COPY {schema}.{tiles} (part, tile_id, source, col, "row", width, height, ground_size_m, date, footprint, vector)
    FROM STDIN (FORMAT binary)
"""
_TYPES = (
    "int4",
    "int8",
    "int4",
    "float8",
    "float8",
    "float8",
    "float8",
    "float4",
    "date",
    "bytea",
    "bytea",
)


def write_rows(
    database: Database,
    connection: Connection,
    generation: int,
    part: int,
    tiles: EmbeddedTiles,
    sources: Sources,
) -> NDArray[np.float64]:
    """Write the tiles of a part, and return the bounds (west, south, east, north) of all of them."""
    rows = rows_of(tiles, sources)
    footprints = footprints_of(rows, sources)
    shapes = shapely.to_wkb(shapely.set_srid(footprints, 4326), include_srid=True)
    days = rows["date"].astype("int64")
    dates = days.astype("datetime64[D]").astype(object)
    columns = (
        tiles.tile_ids.tolist(),
        tiles.sources.tolist(),
        *tiles.windows.T.tolist(),
        tiles.ground_sizes_m.tolist(),
        [None if day == NO_DATE else date for day, date in zip(days, dates, strict=True)],
        shapes.tolist(),
        _sent(tiles.vectors),
    )
    statement = database.named(_COPY, tiles=tiles_table(generation))
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        copy.set_types(_TYPES)
        for row in zip(*columns, strict=True):
            copy.write_row((part, *row))
    bounds: NDArray[np.float64] = shapely.total_bounds(footprints)
    return bounds


def vectors_of(sent: Sequence[bytes], size: int) -> NDArray[np.float16]:
    """Return the N x D vectors that the server has sent."""
    whole = np.frombuffer(b"".join(sent), dtype=np.uint8).reshape(len(sent), _HEAD + 2 * size)
    vectors: NDArray[np.float16] = (
        np.ascontiguousarray(whole[:, _HEAD:]).view(">f2").astype(np.float16)
    )
    return vectors


def tiles_of(rows: Sequence[Sequence[Any]], size: int) -> EmbeddedTiles:
    """Return rows of :data:`COLUMNS`, with or without :data:`VECTOR` behind them, as tiles."""
    columns = list(zip(*rows, strict=True)) if rows else [()] * 8
    vectors = columns[7] if len(columns) > 7 else ()
    return EmbeddedTiles(
        np.array(columns[0], dtype=np.int64),
        np.array(columns[1], dtype=np.int32),
        np.array(columns[2:6], dtype=np.float64).T.reshape(len(rows), 4),
        np.array(columns[6], dtype=np.float32),
        vectors_of(vectors, size) if vectors else np.zeros((len(rows), 0), dtype=np.float16),
    )


def chosen_tiles(tiles: EmbeddedTiles, chosen: NDArray[Any] | slice) -> EmbeddedTiles:
    """Return some of N tiles."""
    return EmbeddedTiles(
        tiles.tile_ids[chosen],
        tiles.sources[chosen],
        tiles.windows[chosen],
        tiles.ground_sizes_m[chosen],
        tiles.vectors[chosen],
    )


def table_of(tiles: EmbeddedTiles, sources: Sources, uri: str) -> TileTable:
    """Return tiles with what follows from their sources.

    Raises:
        IndexDamaged: A source is not one of the index.
    """
    unknown = set(np.unique(tiles.sources).tolist()) - sources.keys()
    if unknown:
        reason = f"a tile has the unknown source {min(unknown)}"
        raise IndexDamaged(path=uri, reason=reason, index=uri)
    rows = rows_of(tiles, sources)
    return TileTable(columns_of(rows, sources), footprints_of(rows, sources))


def _sent(vectors: NDArray[np.float16]) -> list[bytes]:
    """Return N x D vectors as the server wants them."""
    count, size = vectors.shape
    whole = np.zeros((count, 2 + size), dtype=">u2")
    whole[:, 0] = size
    whole[:, 2:] = vectors.astype(">f2").view(">u2")
    return [row.tobytes() for row in whole]
