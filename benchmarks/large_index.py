"""A voice index of any size without its rasters: true parts, with vectors of our choosing."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pyproj import CRS

from engine.contract.indexes import NO_OPTIONS
from engine.imagery.source import Source
from engine.imagery.tiling import TileGrid, TileSpec
from engine.index.plan import NewSource, PlannedPart, WorkRange
from engine.index.store import EmbeddedTiles, StoreSettings, open_writer

GROUND_SIZE_M = 100.0


def write_large_index(
    path: str | Path,
    chunks: Iterable[NDArray[np.float16]],
    count: int,
    part_tiles: int,
    model_checksum: str,
    embedding_size: int,
) -> None:
    """Write a voice index of ``count`` tiles side by side, a part for each chunk of vectors.

    Args:
        path: The folder, or the address of a shared index; not there yet.
        chunks: N x D unit vectors for each part, ``count`` in all.
        count: Tiles.
        part_tiles: What ``index.json`` says of the size of parts.
        model_checksum: The model that the vectors are said to be of.
        embedding_size: D.
    """
    spec = TileSpec((GROUND_SIZE_M,))
    source = _ground_of(count)
    grid = TileGrid(source, spec)
    if len(grid) < count:
        raise RuntimeError("the ground has too few tiles")
    settings = StoreSettings(model_checksum, embedding_size, spec, (), NO_OPTIONS, part_tiles)
    start = 0
    with open_writer(path, settings) as writer:
        writer.plan([NewSource(source, count, NO_OPTIONS)])
        (record,) = writer.info.sources
        for number, vectors in enumerate(chunks):
            stop = start + len(vectors)
            tiles = EmbeddedTiles(
                tile_ids=np.arange(start, stop),
                sources=np.full(stop - start, record.number, dtype=np.int32),
                windows=grid.windows(start, stop),
                ground_sizes_m=grid.ground_sizes(start, stop),
                vectors=vectors,
            )
            part = PlannedPart(number, (WorkRange(record.number, start, stop),))
            writer.commit(part, writer.target.write(part, tiles, [record]))
            start = stop
    if start != count:
        raise ValueError(f"{start} vectors for {count} tiles")


def _ground_of(count: int) -> Source:
    """Return a raster that exists on paper only, with room for ``count`` tiles."""
    # A hundredth more than the plane needs: far from the central meridian a true metre of UTM is
    # longer than its pixel, so that fewer tiles fit.
    side = int(GROUND_SIZE_M * 1.01 * (math.ceil(math.sqrt(count)) + 1))
    return Source(
        uri="/benchmark/without-pixels.tif",
        size_bytes=0,
        modified=0.0,
        crs_wkt=CRS("EPSG:32632").to_wkt(),
        transform=(1.0, 0.0, 500_000.0 - side / 2, 0.0, -1.0, 5_400_000.0),
        width=side,
        height=side,
        bands=(1, 2, 3),
        stretch=None,
        date=None,
        pixel_size_m=1.0,
    )
