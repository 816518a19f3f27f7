"""Scores of tiles as a raster: the grid that suits the tiles, and the best score in each of its cells.

A tile is a parallelogram in the coordinate system of its raster, exactly so, and nearly so in any other. The cells
whose centres it holds are its own; a tile that holds none has the cell of its centre.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import rasterio
from numpy.typing import NDArray
from pyproj import CRS
from rasterio.io import MemoryFile
from rasterio.transform import from_origin

from ..errors import ScoreMapTooLarge
from ..imagery.georeferencing import Floats
from ..imagery.proj_data import coordinate_system
from ..imagery.source import Source

MAX_CELLS = 100_000_000
"""Most cells of a map: 400 MB while it is made."""

LARGE_CELLS = 4_000_000
"""From so many cells on, the file is a Cloud Optimized GeoTIFF: it has overviews."""

NODATA = -9999.0

_WGS84 = "EPSG:4326"
# Sides that differ by less are made equal: many programs want square cells.
_SQUARE = 1.02
_AT_A_TIME = 1_000_000


@dataclass(frozen=True)
class Outlines:
    """N tiles in one coordinate system; all arrays [N, 2], x and y.

    Attributes:
        crs: The coordinate system.
        corner: Where the window of the tile begins.
        along: From there to the end of its first row of pixels.
        down: From there to the end of its first column.
    """

    crs: CRS
    corner: Floats
    along: Floats
    down: Floats

    @property
    def lower(self) -> Floats:
        """Smallest x and y of each tile."""
        return self.corner + np.minimum(self.along, 0) + np.minimum(self.down, 0)

    @property
    def upper(self) -> Floats:
        """Largest x and y of each tile."""
        return self.corner + np.maximum(self.along, 0) + np.maximum(self.down, 0)


@dataclass(frozen=True)
class Grid:
    """Cells of a raster, rows from the top.

    Attributes:
        crs: Its coordinate system.
        west: Left edge.
        north: Upper edge.
        width: Of a cell.
        height: Of a cell.
        columns: Cells in a row.
        rows: Rows of cells.
    """

    crs: CRS
    west: float
    north: float
    width: float
    height: float
    columns: int
    rows: int


def outlines_of(
    sources: NDArray[np.int32], windows: Floats, source_of: Mapping[int, Source]
) -> Outlines:
    """Return the tiles in the coordinate system that their rasters share, or in EPSG:4326 if they share none.

    Args:
        sources: Number of each tile's source, [N].
        windows: [N, 4] column, row, width, height in pixels.
        source_of: The sources under their numbers.
    """
    numbers = np.unique(sources).tolist()
    systems = {source_of[number].crs_wkt for number in numbers}
    known = [coordinate_system(wkt) for wkt in systems]
    shared = known[0] if all(crs == known[0] for crs in known) else None
    corners = np.empty((len(sources), 3, 2))
    for number in numbers:
        chosen = np.flatnonzero(sources == number) if len(numbers) > 1 else slice(None)
        col, row, width, height = windows[chosen].T
        columns, rows = np.stack([col, col + width, col], 1), np.stack([row, row, row + height], 1)
        ground = source_of[number].georeferencing
        place = ground.to_crs if shared is not None else ground.to_unbroken_lonlat
        corners[chosen, :, 0], corners[chosen, :, 1] = place(columns, rows)
    crs = CRS(_WGS84) if shared is None else shared
    corner = corners[:, 0]
    along, down = corners[:, 1] - corner, corners[:, 2] - corner
    if crs.is_geographic:
        # Two coasts of the Pacific are near each other.
        east = np.where(corner[:, 0] < 0, corner[:, 0] + 360, corner[:, 0])
        if np.ptp(east) < np.ptp(corner[:, 0]) - 1e-9:
            corner = np.stack([east, corner[:, 1]], axis=1)
    return Outlines(crs, corner, along, down)


def grid_of(outlines: Outlines, overlap: float) -> Grid:
    """Return the grid of N tiles: its cells are as large as the steps between the smallest of them.

    Args:
        outlines: The tiles.
        overlap: Share of the side that neighbours share.

    Raises:
        ScoreMapTooLarge: It would have more than :data:`MAX_CELLS` cells.
    """
    (ax, ay), (dx, dy) = outlines.along.T, outlines.down.T
    area = np.abs(ax * dy - ay * dx)
    # The sides of the largest rectangle of the grid's directions that the tile holds: of a tile that is not turned,
    # its own. So every tile holds the centre of a cell.
    width, height = (
        (1.0 - overlap) * float(np.min(area / (np.abs(across[0]) + np.abs(across[1]))))
        for across in ((ay, dy), (ax, dx))
    )
    if max(width, height) < _SQUARE * min(width, height):
        width = height = min(width, height)
    west, south = outlines.lower.min(axis=0).tolist()
    east, north = outlines.upper.max(axis=0).tolist()
    # A hair less: what ends where a cell ends begins no other.
    columns, rows = (
        max(1, math.ceil(length / side - 1e-6))
        for length, side in ((east - west, width), (north - south, height))
    )
    if columns * rows > MAX_CELLS:
        raise ScoreMapTooLarge(cells=columns * rows, most=MAX_CELLS)
    return Grid(outlines.crs, west, north, width, height, columns, rows)


def best_scores(
    grid: Grid,
    outlines: Outlines,
    scores: NDArray[np.float32],
    check_cancelled: Callable[[], None] = lambda: None,
) -> NDArray[np.float32]:
    """Return the best score of the tiles in each cell, [rows, columns]; :data:`NODATA` where there is none.

    Args:
        grid: The cells.
        outlines: N tiles.
        scores: Their scores, [N].
        check_cancelled: Called now and then.
    """
    cells = np.full(grid.rows * grid.columns, -np.inf, dtype=np.float32)
    # In cells from the upper left corner: the centre of the first one is at 0.5, 0.5.
    size, origin = np.array([grid.width, -grid.height]), np.array([grid.west, grid.north])
    corner = (outlines.corner - origin) / size
    along, down = outlines.along / size, outlines.down / size
    most = np.array([grid.columns, grid.rows]) - 1
    centre = np.clip((corner + (along + down) / 2).astype(np.int64), 0, most)
    np.maximum.at(cells, centre[:, 1] * grid.columns + centre[:, 0], scores)
    first, last = (
        # The hair lets a tile that begins, but for rounding, in the middle of a cell have it.
        np.ceil(corner + edge(along, 0) + edge(down, 0) - 0.5 - 1e-9).astype(np.int64)
        for edge in (np.minimum, np.maximum)
    )
    first, last = np.maximum(first, 0), np.minimum(last - 1, most)
    counts = np.maximum(last - first + 1, 0)
    turned = ~np.isclose(along[:, 1], 0, atol=1e-6) | ~np.isclose(down[:, 0], 0, atol=1e-6)
    kinds, kind = np.unique(
        np.where(turned, 1, 0) + 2 * (counts[:, 0] + (grid.columns + 1) * counts[:, 1]),
        return_inverse=True,
    )
    by_kind = np.split(np.argsort(kind, kind="stable"), np.cumsum(np.bincount(kind))[:-1])
    for code, tiles in zip(kinds.tolist(), by_kind, strict=True):
        high, wide = divmod(code // 2, grid.columns + 1)
        if wide * high <= 1:
            continue  # The cell of its centre.
        step_y, step_x = np.divmod(np.arange(wide * high), wide)
        step = max(1, _AT_A_TIME // (wide * high))
        for start in range(0, len(tiles), step):
            check_cancelled()
            some = tiles[slice(start, start + step)]
            x, y = first[some, :1] + step_x, first[some, 1:] + step_y
            which, values = y * grid.columns + x, np.broadcast_to(scores[some, None], x.shape)
            if code % 2:
                inside = _holds(corner[some], along[some], down[some], x + 0.5, y + 0.5)
                which, values = which[inside], values[inside]
            np.maximum.at(cells, which.ravel(), values.ravel())
    cells[np.isneginf(cells)] = NODATA
    return cells.reshape(grid.rows, grid.columns)


def geotiff(grid: Grid, scores: NDArray[np.float32], tags: Mapping[str, str]) -> bytes:
    """Return a GeoTIFF of one band of scores; a Cloud Optimized GeoTIFF if it is large.

    Args:
        grid: The cells.
        scores: [rows, columns].
        tags: Metadata of the file.
    """
    large = scores.size >= LARGE_CELLS
    tiled = min(grid.rows, grid.columns) >= 512
    layout = (
        {"driver": "COG", "overview_resampling": "average"}
        if large
        else {"driver": "GTiff", **({"tiled": True, "blockxsize": 512, "blockysize": 512} if tiled else {})}
    )  # fmt: skip
    # In memory: GDAL may not report a full disk.
    with MemoryFile() as file:
        with file.open(
            **layout,
            width=grid.columns,
            height=grid.rows,
            count=1,
            dtype="float32",
            crs=rasterio.CRS.from_wkt(grid.crs.to_wkt()),
            transform=from_origin(grid.west, grid.north, grid.width, grid.height),
            nodata=NODATA,
            compress="deflate",
            predictor="yes" if large else 3,
        ) as raster:
            raster.write(scores, 1)
            raster.set_band_description(1, "score")
            raster.update_tags(**tags)
        return bytes(file.getbuffer())


def _holds(corner: Floats, along: Floats, down: Floats, x: Floats, y: Floats) -> NDArray[np.bool_]:
    """Tell which positions [n, m] lie in the parallelograms [n, 2]: from the corner up to the other edges."""
    (ax, ay), (dx, dy) = along[:, :, None].swapaxes(0, 1), down[:, :, None].swapaxes(0, 1)
    x, y = x - corner[:, :1], y - corner[:, 1:]
    area = ax * dy - ay * dx
    row, column = (x * dy - y * dx) / area, (y * ax - x * ay) / area
    return np.asarray((row >= 0) & (row < 1) & (column >= 0) & (column < 1), dtype=np.bool_)
