"""A voice index of any size without its rasters: true parts, with vectors of our choosing."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS

from engine.imagery.source import Source
from engine.imagery.tiling import TileGrid, TileSpec
from engine.index.footprints import centres_of, footprints_of
from engine.index.format import PARTS_FOLDER, IndexFile, PartEntry, SourceRecord, WorkRange
from engine.index.part import NO_DATE, ROW_DTYPE, TileRows, part_name, write_part
from engine.index.transaction import commit

GROUND_SIZE_M = 100.0


def write_large_index(
    path: Path,
    chunks: Iterable[NDArray[np.float16]],
    count: int,
    part_tiles: int,
    model_checksum: str,
    embedding_size: int,
) -> None:
    """Write a voice index of ``count`` tiles side by side, a part for each chunk of vectors.

    Args:
        path: The folder, not there yet.
        chunks: N x D unit vectors for each part, ``count`` in all.
        count: Tiles.
        part_tiles: What ``index.json`` says of the size of parts.
        model_checksum: The model that the vectors are said to be of.
        embedding_size: D.
    """
    spec = TileSpec((GROUND_SIZE_M,))
    source = _ground_of(count)
    if len(TileGrid(source, spec)) < count:
        raise RuntimeError("the ground has too few tiles")
    grid = TileGrid(source, spec)
    sources = {0: SourceRecord(0, 0, count, "{}", source)}
    path.mkdir(parents=True)
    entries: list[PartEntry] = []
    start = 0
    for vectors in chunks:
        stop = start + len(vectors)
        rows = np.zeros(len(vectors), dtype=ROW_DTYPE)
        rows["id"] = np.arange(start, stop)
        rows["window"] = grid.windows(start, stop)
        rows["ground_size"] = GROUND_SIZE_M
        rows["date"] = NO_DATE
        rows["lon"], rows["lat"] = centres_of(source, rows["window"])
        footprints = footprints_of(rows, sources)
        rows["bounds"] = shapely.bounds(footprints)
        tiles = TileRows(rows, vectors, footprints)
        work = [WorkRange(0, start, stop)]
        name = part_name(len(entries))
        entries.append(write_part(path / PARTS_FOLDER, name, tiles, sources, work, model_checksum))
        start = stop
    if start != count:
        raise ValueError(f"{start} vectors for {count} tiles")
    index = IndexFile(
        model_checksum=model_checksum,
        embedding_size=embedding_size,
        tile_spec=spec,
        part_tiles=part_tiles,
        inputs=(),
        build_options="{}",
        sources=tuple(sources.values()),
        parts=tuple(entries),
        next_source=1,
        next_tile_id=count,
        next_part=len(entries),
    )
    commit(path, index)


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
