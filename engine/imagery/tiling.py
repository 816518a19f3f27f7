"""The plan of a source's tiles: squares of ground, numbered, as windows of pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from ..contract.notices import Notice
from ..errors import ImageryError, TooCoarse, TooSmall, UsageError
from .georeferencing import Floats, Georeferencing
from .source import Source

MIN_TILE_PIXELS = 16
#: Tiles of fewer pixels show little of what is asked for (docs/benchmarks.md): they are made, and it is said.
FEW_TILE_PIXELS = 48
# A tile may be stretched by this much if that saves a last row or column of slivers: 76.8 m squares
# of a mosaic in UTM, whose metres are 0.04 % short, stay the squares they were cut as.
_STRETCH_TO_FIT = 1.005
_DEFAULT_TILE_PIXELS = 200
_TABLE_ROWS, _TABLE_COLUMNS = 257, 9
#: More tiles are not counted one row after the other: that takes longer than anybody waits for an estimate.
_COUNTED = 10_000_000


@dataclass(frozen=True)
class TileSpec:
    """How sources are cut into tiles.

    Attributes:
        ground_sizes_m: Sides of the tiles in true metres.
        overlap: Part of the side that neighbours share, 0 to 0.9.
        pixels: Side of the tile's image in pixels.
        min_valid: Part of the tile that must show something, 0 to 1.

    Raises:
        UsageError: If a value is out of range.
    """

    ground_sizes_m: tuple[float, ...]
    overlap: float = 0.0
    pixels: int = 160
    min_valid: float = 0.5

    def __post_init__(self) -> None:
        sizes = self.ground_sizes_m
        if not sizes or not all(math.isfinite(size) and size > 0 for size in sizes):
            raise UsageError(
                problem=f"Ground sizes must be greater than 0 m, not {list(sizes)}.",
                advice="Give one or more, for example --ground-size 100 200.",
            )
        if len(set(sizes)) != len(sizes):
            raise UsageError(
                problem="A ground size is given twice.", advice="Give each ground size once."
            )
        if not 0.0 <= self.overlap <= 0.9:
            raise UsageError(
                problem=f"The overlap {self.overlap} is out of range.",
                advice="Give a share of the tile's side from 0 to 0.9.",
            )
        if self.pixels < MIN_TILE_PIXELS:
            raise UsageError(
                problem=f"Tiles of {self.pixels} pixels are too small.",
                advice=f"Use at least {MIN_TILE_PIXELS}.",
            )
        if not 0.0 <= self.min_valid <= 1.0:
            raise UsageError(
                problem=f"The valid share {self.min_valid} is out of range.",
                advice="Give a number from 0 to 1.",
            )


@dataclass(frozen=True)
class _Rows:
    """All tiles of one ground size, in rows from top to bottom; all arrays [rows], in pixels.

    Attributes:
        ground_size_m: Side of the tiles.
        centre: Middle line of the row.
        cover_y: Height that a tile must at least have for the rows to leave no gap.
        count: Tiles in the row.
        first_x: Centre of the first tile.
        pitch_x: From one centre to the next.
        cover_x: Width that a tile must at least have for the row to leave no gap.
        ends: Number of tiles up to and with the row.
    """

    ground_size_m: float
    centre: Floats
    cover_y: Floats
    count: NDArray[np.int64]
    first_x: Floats
    pitch_x: Floats
    cover_x: Floats
    ends: NDArray[np.int64]


class TileGrid:
    """The numbered tiles that are planned for a source.

    Tiles are numbered from 0: ground size by ground size in the order of the spec, row by row from the
    top, each row from the left; tiles of a row thus follow one another through the raster's blocks.
    Each tile is as wide and high in pixels as makes its sides true metres at its centre, so in
    geographic coordinates or web Mercator tiles change from row to row. The last row and column are
    shifted inward, so that tiles cover the raster and stay inside. The plan takes memory for the rows,
    not for the tiles.

    Args:
        source: The raster.
        spec: How to cut it.

    Attributes:
        left_out: Why ground sizes of the spec have no tiles here, while others have.

    Raises:
        TooSmall: If the raster holds half a tile of no ground size.
        TooCoarse: If tiles of each ground size would be less than 16 pixels wide.
    """

    def __init__(self, source: Source, spec: TileSpec) -> None:
        self.source = source
        self.spec = spec
        left_out: list[ImageryError] = []
        levels: list[_Rows] = []
        lengths = _RowLengths(source.georeferencing)
        for ground_size_m in spec.ground_sizes_m:
            try:
                levels.append(_plan_rows(source, spec, ground_size_m, lengths))
            except (TooSmall, TooCoarse) as error:
                left_out.append(error)
        if not levels:
            raise left_out[0]
        self.left_out = tuple(left_out)
        self._levels = levels
        self._starts = np.cumsum([0, *(level.ends[-1] for level in levels)])

    def __len__(self) -> int:
        return int(self._starts[-1])

    def windows(self, start: int, stop: int) -> Floats:
        """Return the windows of the tiles ``start`` to ``stop - 1``.

        Returns:
            [n, 4]: column and row of the upper left corner, width, height; in pixels, fractional.

        Raises:
            IndexError: If a number is out of range.
        """
        self._check(start, stop)
        pieces = [np.empty((0, 4))]
        for level, first, last in self._parts(start, stop):
            pieces.append(self._level_windows(level, np.arange(first, last)))
        return np.concatenate(pieces)

    def window(self, number: int) -> tuple[float, float, float, float]:
        """Return column, row, width and height of one tile.

        Raises:
            IndexError: If the number is out of range.
        """
        col_off, row_off, width, height = self.windows(number, number + 1)[0].tolist()
        return col_off, row_off, width, height

    def ground_sizes(self, start: int, stop: int) -> NDArray[np.float32]:
        """Return the ground sizes in metres of the tiles ``start`` to ``stop - 1``, [n].

        Raises:
            IndexError: If a number is out of range.
        """
        self._check(start, stop)
        pieces = [np.empty(0, dtype=np.float32)]
        for level, first, last in self._parts(start, stop):
            pieces.append(np.full(last - first, level.ground_size_m, dtype=np.float32))
        return np.concatenate(pieces)

    def ground_size(self, number: int) -> float:
        """Return the ground size in metres of one tile.

        Raises:
            IndexError: If the number is out of range.
        """
        self._check(number, number + 1)
        return next(level.ground_size_m for level, *_ in self._parts(number, number + 1))

    def _check(self, start: int, stop: int) -> None:
        if not 0 <= start <= stop <= len(self):
            raise IndexError(f"tiles {start} to {stop} of {len(self)}")

    def _parts(self, start: int, stop: int) -> list[tuple[_Rows, int, int]]:
        """Return levels with the first and last (exclusive) number inside each that are asked for."""
        parts = []
        for level, begin, end in zip(self._levels, self._starts, self._starts[1:], strict=False):
            first, last = max(start, int(begin)), min(stop, int(end))
            if first < last:
                parts.append((level, first - int(begin), last - int(begin)))
        return parts

    def _level_windows(self, level: _Rows, numbers: NDArray[np.int64]) -> Floats:
        row = np.searchsorted(level.ends, numbers, side="right")
        column = numbers - (level.ends[row] - level.count[row])
        cover_x, cover_y = level.cover_x[row], level.cover_y[row]
        centre_x = level.first_x[row] + column * level.pitch_x[row]
        centre_x = np.minimum(
            centre_x, self.source.width - np.minimum(cover_x, self.source.width) / 2
        )
        centre_y = level.centre[row]
        along_row, along_column = self.source.georeferencing.pixel_lengths(centre_x, centre_y)
        with np.errstate(divide="ignore"):
            width = np.fmax(level.ground_size_m / along_row, cover_x)
            height = np.fmax(level.ground_size_m / along_column, cover_y)
        left = _inside(centre_x, width, self.source.width)
        top = _inside(centre_y, height, self.source.height)
        return np.stack([left, top, width, height], axis=-1)


class _RowLengths:
    """The longest pixel of each row, from a table: it decides how many tiles the row needs."""

    def __init__(self, georeferencing: Georeferencing) -> None:
        self._rows = np.linspace(0.0, georeferencing.height, _TABLE_ROWS)
        columns = np.linspace(0.0, georeferencing.width, _TABLE_COLUMNS)
        col, row = np.meshgrid(columns, self._rows)
        # Lengths are interpolated, not tile sizes: they go like a cosine where sizes go to infinity.
        self._along_row, self._along_column = (
            _longest(lengths) for lengths in georeferencing.pixel_lengths(col, row)
        )

    def along_row(self, rows: Floats) -> Floats:
        """Return metres per pixel along the row, at rows [n]."""
        return np.interp(rows, self._rows, self._along_row)

    def ground_area(self, width: int) -> float:
        """Return the square metres of ``width`` columns, no less than they are."""
        return float(np.trapezoid(width * self._along_row * self._along_column, self._rows))

    def along_column(self, row: float) -> float:
        """Return metres per pixel along the column at a row."""
        return float(np.interp(row, self._rows, self._along_column))


def about_tiles(source: Source, spec: TileSpec) -> int:
    """Return about how many tiles a :class:`TileGrid` has, without planning it: some sources have billions.

    Args:
        source: The raster.
        spec: How to cut it; ground sizes that are too small for its pixels count as none.
    """
    area = _RowLengths(source.georeferencing).ground_area(source.width)
    coarsest = max(_central_lengths(source))
    pitches = [
        size * (1.0 - spec.overlap)
        for size in spec.ground_sizes_m
        if size / coarsest >= MIN_TILE_PIXELS
    ]
    return sum(math.ceil(area / pitch / pitch) for pitch in pitches)


def count_tiles(source: Source, spec: TileSpec) -> int:
    """Return how many tiles a :class:`TileGrid` has; about how many, if they are more than millions.

    Raises:
        TooSmall, TooCoarse: As :class:`TileGrid`.
    """
    about = about_tiles(source, spec)
    return about if about > _COUNTED else len(TileGrid(source, spec))


def few_pixels(source: Source, spec: TileSpec) -> list[Notice]:
    """Return, for each ground size whose tiles of a source have few pixels or too few, that they have.

    Args:
        source: The raster.
        spec: How to cut it.
    """
    coarsest = max(_central_lengths(source))
    return [
        Notice(
            "tiles-of-few-pixels",
            {
                "source": source.name,
                "ground_size_m": size,
                "pixel_m": round(coarsest, 3),
                "pixels": round(size / coarsest, 1),
                "advised_m": _advised(source),
            },
        )
        for size in spec.ground_sizes_m
        if size / coarsest < FEW_TILE_PIXELS
    ]


def _advised(source: Source) -> float:
    """Return a ground size whose tiles have pixels enough, or as many as there are in a small raster."""
    width, height = _central_lengths(source)
    coarsest = max(width, height)
    fitting = min(source.width * width, source.height * height)
    return _rounded_up(max(MIN_TILE_PIXELS * coarsest, min(FEW_TILE_PIXELS * coarsest, fitting)))


def footprint_source_crs(
    source: Source, window: tuple[float, float, float, float]
) -> shapely.Polygon:
    """Return the exact footprint of a window in the source's coordinate system.

    Args:
        source: The raster.
        window: Column, row, width, height in pixels.
    """
    corners = _corners(np.asarray([window], dtype=np.float64))[0]
    x, y = source.georeferencing.to_crs(corners[:, 0], corners[:, 1])
    return shapely.Polygon(np.stack([x, y], axis=-1))


def footprints_4326(source: Source, windows: ArrayLike) -> list[shapely.Polygon]:
    """Return the footprints of windows in EPSG:4326: the corners are exact.

    Args:
        source: The raster.
        windows: [n, 4] column, row, width, height in pixels.
    """
    return source.georeferencing.polygons_4326(_corners(np.asarray(windows, dtype=np.float64)))


def on_earth(source: Source, windows: ArrayLike) -> NDArray[np.bool_]:
    """Tell which windows have all four corners on the Earth: a full disc's rim has others.

    Args:
        source: The raster.
        windows: [n, 4] column, row, width, height in pixels.
    """
    with np.errstate(invalid="ignore"):
        corners = _corners(np.asarray(windows, dtype=np.float64))
        lon, lat = source.georeferencing.to_lonlat(corners[..., 0], corners[..., 1])
    return np.asarray((np.isfinite(lon) & np.isfinite(lat)).all(axis=1), dtype=np.bool_)


def default_ground_size(source: Source) -> float:
    """Return a round ground size in metres that suits the pixels of a source.

    Tiles are then about 200 pixels wide (130 to 320), less if the raster itself is narrower.
    """
    pixel_x, pixel_y = _central_lengths(source)
    wanted = _DEFAULT_TILE_PIXELS * source.pixel_size_m
    fitting = min(source.width * pixel_x, source.height * pixel_y)
    finest = MIN_TILE_PIXELS * 1.25 * max(pixel_x, pixel_y)
    lowest, highest = (math.floor(math.log10(size)) for size in (wanted, max(wanted, finest)))
    candidates = [
        digit * 10.0**power for power in range(lowest - 3, highest + 2) for digit in (1, 2, 5)
    ]
    usable = [size for size in candidates if finest <= size <= max(fitting, finest * 2.5)]
    return min(usable, key=lambda size: abs(math.log(size / wanted)))


def _central_lengths(source: Source) -> tuple[float, float]:
    """Return the metres of a step along a row and of one along a column, in the raster's centre."""
    middle = [source.width / 2], [source.height / 2]
    along_row, along_column = source.georeferencing.pixel_lengths(*middle)
    return float(along_row[0]), float(along_column[0])


def _plan_rows(source: Source, spec: TileSpec, ground_size_m: float, lengths: _RowLengths) -> _Rows:
    pixel_x, pixel_y = _central_lengths(source)
    coarsest = max(pixel_x, pixel_y)
    if ground_size_m / coarsest < MIN_TILE_PIXELS:
        raise TooCoarse(
            path=source.uri,
            pixel_m=coarsest,
            ground_size_m=ground_size_m,
            pixels=ground_size_m / coarsest,
            advised_m=_advised(source),
        )
    centre, cover_y = _row_positions(source.height, ground_size_m, spec.overlap, lengths)
    width = float(source.width)
    with np.errstate(divide="ignore"):
        tile_width = ground_size_m / lengths.along_row(centre)
    pitch = tile_width * (1.0 - spec.overlap)
    with np.errstate(invalid="ignore"):
        inside = np.where(tile_width < width, np.floor((width - tile_width) / pitch + 1e-9), 0.0)
        reach = np.where(inside > 0, tile_width + inside * pitch, tile_width)
        stretch = width / reach
    fits = (stretch <= _STRETCH_TO_FIT) & (stretch >= 1.0)
    cover_x = np.where(fits, tile_width * stretch, tile_width)
    pitch = np.where(fits, pitch * stretch, pitch)
    count = (inside + np.where(fits | (tile_width >= width), 1, 2)).astype(np.int64)
    with np.errstate(invalid="ignore"):
        covered = np.minimum(width / cover_x, 1.0) * np.minimum(source.height / cover_y, 1.0)
    count[~(covered >= max(0.5, spec.min_valid) - 1e-9)] = 0
    if not count.any():
        raise TooSmall(
            path=source.uri,
            width_m=source.width * pixel_x,
            height_m=source.height * pixel_y,
            ground_size_m=ground_size_m,
        )
    kept = count > 0
    first_x = np.where(cover_x < width, cover_x / 2, width / 2)
    return _Rows(
        ground_size_m=ground_size_m,
        centre=centre[kept],
        cover_y=cover_y[kept],
        count=count[kept],
        first_x=first_x[kept],
        pitch_x=pitch[kept],
        cover_x=cover_x[kept],
        ends=np.cumsum(count[kept]),
    )


def _row_positions(
    height: int, ground_size_m: float, overlap: float, lengths: _RowLengths
) -> tuple[Floats, Floats]:
    """Return the middle lines and least heights of the rows, in pixels."""
    middle = lengths.along_column(height / 2)

    def rows_from(row: float) -> float:
        # Beyond a pole, where grids of the whole Earth may end, all rows lie at the pole.
        return ground_size_m / (lengths.along_column(row) or middle)

    def tile_height(top: float) -> float:
        # The height depends on the centre, which depends on the height; it varies slowly.
        tall = rows_from(top)
        for _ in range(3):
            tall = rows_from(min(top + tall / 2, height))
        return tall

    tall = ground_size_m / middle
    if tall >= height:
        return np.array([height / 2]), np.array([tall])
    tops, talls = [0.0], [tile_height(0.0)]
    while tops[-1] + talls[-1] < height:
        if height / (tops[-1] + talls[-1]) <= _STRETCH_TO_FIT:
            stretch = height / (tops[-1] + talls[-1])
            tops = [top * stretch for top in tops]
            talls = [tall * stretch for tall in talls]
            break
        tops.append(tops[-1] + talls[-1] * (1.0 - overlap))
        talls.append(tile_height(tops[-1]))
    heights = np.minimum(talls, height)
    centre = np.minimum(np.array(tops) + heights / 2, height - heights / 2)
    return centre, heights


def _longest(lengths: Floats) -> Floats:
    """Return the longest of each row [rows, columns] -> [rows], where nothing is known the nearest."""
    known = np.isfinite(lengths)
    longest = np.where(known, lengths, -1.0).max(axis=1)
    rows = np.flatnonzero(known.any(axis=1))
    filled: Floats = np.interp(np.arange(len(lengths)), rows, longest[rows])
    return filled


def _inside(centre: Floats, side: Floats, limit: int) -> Floats:
    """Return starts of intervals around centres, shifted into 0..limit; centred if longer."""
    return np.where(
        side <= limit,
        np.clip(centre - side / 2, 0.0, np.maximum(limit - side, 0.0)),
        (limit - side) / 2,
    )


def _corners(windows: Floats) -> Floats:
    """Return corners [n, 4, 2] of windows [n, 4], from the upper left clockwise in pixels."""
    left, top, width, height = windows.T
    right, bottom = left + width, top + height
    return np.stack(
        [
            np.stack([left, top], -1),
            np.stack([right, top], -1),
            np.stack([right, bottom], -1),
            np.stack([left, bottom], -1),
        ],
        axis=1,
    )


def _rounded_up(value: float) -> float:
    """Return the next number of two digits: 163.2 becomes 170."""
    unit = 10.0 ** (math.floor(math.log10(value)) - 1)
    return math.ceil(value / unit - 1e-9) * unit
