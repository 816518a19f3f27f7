"""Pixels that show nothing although their file does not say so: sentinel values and collars.

A *sentinel* is a value that no sensor gives (-9999, -32768, -3.4e38). A *collar* is an area of one exact colour
that reaches the raster's border: what a program put around a scene that it turned, or between the scenes of a mosaic.
Both are looked for once, when a raster is described; in doubt a pixel is valid.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

if TYPE_CHECKING:
    from .bands import BandReader

Mask: TypeAlias = NDArray[np.bool_]
Values: TypeAlias = NDArray[Any]
Colour: TypeAlias = tuple[float, ...]

#: What no sensor measures, whatever the unit.
BEYOND_ALL_SENSORS = 1e30
# Values from here on are fill values where others are at most a tenth of it.
_BEYOND = 1e9
_SENTINELS = (
    *(-9999.0, -99999.0, -999999.0, -9999.9, -999.0, -999.9, -9998.0, -8888.0, -7777.0),
    *(-32768.0, -32767.0, -32766.0),
)  # fmt: skip
# A sentinel lies farther than this from the other values, in parts of their spread.
_LEAST_GAP = 0.2

# Colours are looked for on a grid of at most so many cells a side: of each one pixel, which of a large raster
# without overviews costs a block each.
_CELLS, _CELLS_OF_LARGE = 256, 128
_WHOLE_READ_PIXELS = 4096 * 4096
# The corner of a collar, in pixels.
_PATCH = 8
_PATCHES_A_SIDE = 8
# A collar covers at least this part of the raster, and this part of its border: less around a corner.
_LEAST_AREA, _LEAST_BORDER, _LEAST_BORDER_AT_CORNER = 0.002, 0.1, 0.02
_MOST_COLOURS = 4
# Where the edge of a collar is looked at, and how widely.
_EDGE_WINDOWS, _EDGE_WINDOW_SIDE = 24, 256
# Beside a collar lies something else. Beside saturated snow or clouds, or deep water, lies almost the same.
_MOST_ALIKE = 0.4
_ALIKE_BYTES, _ALIKE_PART = 8.0, 0.03
# Lossy compression, of bytes in practice, leaves a collar its one colour, but for the blocks beside the picture: what
# is tried in turn, in multiples of what is almost the same.
_LEAST_EXACT, _TOLERANCES = 0.8, (0, 1, 2)
# In pictures, neighbours differ; in classes and drawings, areas of one colour are what is shown.
_MOST_FLAT = 0.7
_LEAST_PAIRS = 64
# A collar is one in the other bands too, but for stray pixels.
_MOST_OTHER_BANDS, _MOST_VARYING = 16, 0.05


@dataclass(frozen=True)
class Collar:
    """Areas of exact colours that reach the border.

    Attributes:
        colours: One value per band shown, for each colour.
        width: Cells of the grid in which the areas are drawn, across.
        height: Cells down.
        cells: Which cells the areas touch: base64 of zlib of packed bits, row by row.
        tolerances: How far from each colour its pixels may be, per band shown; none if they have it exactly. Where
            lossy compression has been at work they are not, beside the picture.
    """

    colours: tuple[Colour, ...]
    width: int
    height: int
    cells: str
    tolerances: tuple[Colour, ...] = ()

    def ranges(self) -> list[tuple[Colour, Colour]]:
        """Return each colour with its tolerance."""
        exact = tuple((0.0,) * len(colour) for colour in self.colours)
        return list(zip(self.colours, self.tolerances or exact, strict=True))

    def grid(self) -> Mask:
        """Return the cells, [height, width]."""
        packed = np.frombuffer(zlib.decompress(base64.b64decode(self.cells)), dtype=np.uint8)
        count = self.width * self.height
        return np.unpackbits(packed, count=count).astype(bool).reshape(self.height, self.width)


@dataclass(frozen=True)
class EmptyPixels:
    """Which pixels of a raster are empty besides those that its file declares.

    Attributes:
        values: A pixel is empty where every band shown has one of these.
        beyond: A pixel is empty where a band shown is at least so far from zero.
        collar: A pixel is empty where it has the colour of a collar, inside it.
    """

    values: tuple[float, ...] = ()
    beyond: float | None = None
    collar: Collar | None = None

    def __bool__(self) -> bool:
        return bool(self.values) or self.beyond is not None or self.collar is not None

    def in_sample(self, sample: Values) -> Mask:
        """Return which pixels of a sample [pixels, bands] are empty, or could be by their colour."""
        found = np.zeros(len(sample), dtype=bool)
        exact = (0.0,) * sample.shape[1]
        colours = [((value,) * sample.shape[1], exact) for value in self.values]
        for colour, tolerance in (*colours, *(self.collar.ranges() if self.collar else ())):
            known = [exactly(value, sample.dtype) for value in colour]
            if None not in known:
                found |= _equal(sample.T, known, tolerance)
        if self.beyond is not None:
            found |= ~((sample < self.beyond) & (sample > -self.beyond)).all(axis=1)
        return found


NOTHING_EMPTY = EmptyPixels()


class EmptyMask:
    """Finds empty pixels in what was read.

    Args:
        empty: Which they are.
        dtypes: Types of the bands shown.
        width: Columns of the raster, or of its overview.
        height: Rows likewise.
    """

    def __init__(
        self, empty: EmptyPixels, dtypes: Sequence[np.dtype], width: int, height: int
    ) -> None:
        self._values = [
            exact
            for value in empty.values
            if None not in (exact := [exactly(value, dtype) for dtype in dtypes])
        ]
        self._beyond = empty.beyond
        self._colours = [
            (
                [exactly(value, dtype) for value, dtype in zip(colour, dtypes, strict=True)],
                tolerance,
            )
            for colour, tolerance in (empty.collar.ranges() if empty.collar else ())
        ]
        self._grid = empty.collar.grid() if empty.collar else None
        self._width, self._height = width, height

    def of(self, values: Values, window: Window) -> Mask | None:
        """Return where values [bands, rows, columns] of a window are empty; None: nowhere."""
        found: Mask | None = None
        for exact in self._values:
            found = _either(found, _equal(values, exact))
        if self._beyond is not None:
            within = np.all((values < self._beyond) & (values > -self._beyond), axis=0)
            found = _either(found, np.logical_not(within))
        inside = self._inside(window, values.shape[1:])
        if inside is not None:
            for exact, tolerance in self._colours:
                found = _either(found, _equal(values, exact, tolerance) & inside)
        return found if found is not None and found.any() else None

    def _inside(self, window: Window, shape: tuple[int, ...]) -> Mask | None:
        """Return which pixels lie in cells of a collar; None: none does."""
        if self._grid is None:
            return None
        rows = _cells_of(window.row_off, window.height, shape[0], self._height, len(self._grid))
        across = self._grid.shape[1]
        columns = _cells_of(window.col_off, window.width, shape[1], self._width, across)
        inside = self._grid[slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)]
        if not inside.any():
            return None
        return inside[np.ix_(rows - rows[0], columns - columns[0])]


def _cells_of(offset: float, length: float, count: int, limit: int, cells: int) -> NDArray[np.intp]:
    """Return the cell of each of ``count`` pixels along an axis."""
    centres = offset + (np.arange(count) + 0.5) * (length / count)
    return np.clip((centres * (cells / limit)).astype(np.intp), 0, cells - 1)


def _either(one: Mask | None, other: Mask) -> Mask:
    return other if one is None else one | other


def _equal(values: Values, exact: Sequence[Any] | Values, tolerance: Sequence[float] = ()) -> Mask:
    """Tell where values [bands, ...] are a colour, or at most ``tolerance`` from it."""
    found = np.ones(values.shape[1:], dtype=np.bool_)
    for plane, value, away in zip(values, exact, tolerance or (0.0,) * len(values), strict=True):
        found &= (
            np.abs(plane.astype(np.float32) - np.float32(value)) <= away if away else plane == value
        )
    return found


def exactly(value: float, dtype: np.dtype) -> Any:
    """Return a value as a number of a type; None if the type does not have it."""
    if dtype.kind in "iu":
        limits = np.iinfo(dtype)
        return (
            dtype.type(value) if value == int(value) and limits.min <= value <= limits.max else None
        )
    return dtype.type(value)


def spread_by_one(mask: Mask) -> Mask:
    """Return a mask [rows, columns] with the neighbours of what is in it."""
    wide = mask.copy()
    wide[1:] |= mask[:-1]
    wide[:-1] |= mask[1:]
    tall = wide.copy()
    wide[:, 1:] |= tall[:, :-1]
    wide[:, :-1] |= tall[:, 1:]
    return wide


# --- sentinels ------------------------------------------------------------------------------------


def find_sentinels(sample: Values) -> EmptyPixels:
    """Find the sentinel values in a sample of pixels.

    Args:
        sample: [pixels, bands], without what the file declares empty.

    Returns:
        Nothing where there is nothing else than sentinels.
    """
    dtype = sample.dtype
    if dtype.kind == "u" or dtype.itemsize == 1 or not sample.size:
        return EmptyPixels()
    beyond = None
    size = np.abs(sample.astype(np.float64)).max(axis=1)
    huge = ~(size < _BEYOND)
    if huge.any() and not huge.all() and (size[~huge] <= _BEYOND / 10).all():
        beyond = _BEYOND
        sample = sample[~huge]
    found = []
    for value in _SENTINELS:
        exact = exactly(value, dtype)
        if exact is None:
            continue
        pixels = (sample == exact).all(axis=1)
        if pixels.any() and not pixels.all() and is_apart(value, sample[~pixels]):
            found.append(value)
            sample = sample[~pixels]
    return EmptyPixels(tuple(found), beyond)


def is_apart(value: float, others: Values) -> bool:
    """Tell whether a value lies far from all others [pixels, bands], in every band."""
    exact = others.astype(np.float64)
    low, high = np.percentile(exact, [1, 99], axis=0)
    gap = _LEAST_GAP * np.maximum(high - low, 1e-9)
    return bool(((value < low - gap) | (value > high + gap)).all())


# --- collars --------------------------------------------------------------------------------------


def find_collar(reader: BandReader, coarse: BandReader | None, everywhere: bool) -> Collar | None:
    """Find areas of one exact colour that reach the border.

    Args:
        reader: The raster in full resolution.
        coarse: An overview of it, to look at instead of the whole raster.
        everywhere: Whether to look along the whole border and not in the corners only, which of a raster
            behind a slow line costs too much.
    """
    dataset = reader.dataset
    if min(dataset.width, dataset.height) < 4 * _PATCH:
        return None
    if coarse is None and not _is_plain_somewhere(reader, everywhere):
        return None
    values, valid = _overview(coarse or reader)
    if min(valid.shape) < 2:
        # So long and narrow that one line of cells is all of it: nothing reaches inwards.
        return None
    found: dict[Colour, Colour] = {}
    cells: Mask = np.zeros(valid.shape, dtype=np.bool_)
    for colour in _border_colours(values, valid):
        here = _equal(values, colour)
        area = _reaching_inwards(here & valid)
        if not area.any():
            continue
        alike = _alike(values[:, valid & ~here])
        for times in _TOLERANCES if values.dtype == np.uint8 else _TOLERANCES[:1]:
            tolerance = tuple(times * away for away in alike)
            wider = _equal(values, colour, tolerance)
            reaching = _reaching_inwards(wider & valid)
            if here[reaching].mean() < _LEAST_EXACT:
                break
            if _is_collar(reader, colour, tolerance, alike, _edge_windows(reader, reaching, valid)):
                found[tuple(float(value) for value in colour)] = tolerance
                cells |= reaching
                break
    if not found:
        return None
    height, width = cells.shape
    packed = zlib.compress(np.packbits(spread_by_one(cells)).tobytes(), 9)
    return Collar(
        tuple(found),
        width,
        height,
        base64.b64encode(packed).decode(),
        tuple(found.values()) if any(map(any, found.values())) else (),
    )


def _is_plain_somewhere(reader: BandReader, everywhere: bool) -> bool:
    """Tell whether the raster has one colour at a place on its border."""
    width, height = reader.dataset.width - _PATCH, reader.dataset.height - _PATCH
    steps = np.linspace(0.0, 1.0, _PATCHES_A_SIDE if everywhere else 2)
    ends = (0.0, 1.0)
    for x, y in sorted(
        {(x, y) for x in steps for y in ends} | {(x, y) for x in ends for y in steps}
    ):
        window = Window(round(x * width), round(y * height), _PATCH, _PATCH)
        values, valid = reader.values(window, (_PATCH, _PATCH))
        if valid is None and (values == values[:, :1, :1]).all():
            return True
    return False


def _overview(reader: BandReader) -> tuple[Values, Mask]:
    """Return the raster picked at every so many pixels: values [bands, rows, columns], and where valid."""
    width, height = reader.dataset.width, reader.dataset.height
    is_small = width * height <= _WHOLE_READ_PIXELS
    shrink = max(1.0, max(width, height) / (_CELLS if is_small else _CELLS_OF_LARGE))
    shape = max(1, int(height / shrink)), max(1, int(width / shrink))
    if is_small:
        values, valid = reader.values(Window(0, 0, width, height), shape)
        return values, np.ones(shape, dtype=bool) if valid is None else valid
    known = np.ones(shape, dtype=bool)
    lines = []
    for row in range(shape[0]):
        # With the dataset goes its part of the block cache: each pixel has brought a whole block into memory.
        with reader.reopened() as again:
            line = []
            for column in range(shape[1]):
                window = Window(int((column + 0.5) * shrink), int((row + 0.5) * shrink), 1, 1)
                pixel, valid = again.values(window, (1, 1))
                line.append(pixel[:, 0, 0])
                known[row, column] = valid is None
        lines.append(np.stack(line, axis=1))
    return np.stack(lines, axis=1), known


def _border_colours(values: Values, valid: Mask) -> list[Values]:
    """Return the most frequent colours of cells on the border whose neighbours inwards have them too."""
    found = []
    for turned, known in ((values, valid), (np.swapaxes(values, 1, 2), valid.T)):
        for outer, inner in ((0, 1), (-1, -2)):
            same = (turned[:, outer] == turned[:, inner]).all(axis=0) & known[outer] & known[inner]
            found.append(turned[:, outer][:, same])
    colours, counts = np.unique(np.concatenate(found, axis=1), axis=1, return_counts=True)
    order = np.argsort(-counts)[:_MOST_COLOURS]
    return [colours[:, at] for at in order if counts[at] >= 3]


def _reaching_inwards(mask: Mask) -> Mask:
    """Return those connected areas of cells that are large and take up a good part of the border."""
    border = np.concatenate([mask[0], mask[-1], mask[:, 0], mask[:, -1]])
    if border.mean() < _LEAST_BORDER_AT_CORNER or mask.mean() < _LEAST_AREA:
        return np.zeros_like(mask)
    labels = _labelled(mask)
    count = int(labels.max()) + 1
    border = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    touching = np.bincount(border, minlength=count) / len(border)
    at_corner = np.isin(np.arange(count), labels[:: len(labels) - 1, :: labels.shape[1] - 1])
    wide = touching >= np.where(at_corner, _LEAST_BORDER_AT_CORNER, _LEAST_BORDER)
    wide &= np.bincount(labels.ravel(), minlength=count) >= _LEAST_AREA * mask.size
    wide[0] = False
    reaching: Mask = wide[labels]
    return reaching


def _labelled(mask: Mask) -> NDArray[np.intp]:
    """Return the number of the connected area of each cell, from 1; 0 outside the mask.

    As ``scipy.ndimage.label``, whose import takes longer than all else that is done with a raster before it is read.
    """
    parents = [0]

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    labels = np.zeros(mask.shape, dtype=np.intp)
    above: list[tuple[int, int, int]] = []
    for row, cells in enumerate(mask):
        edges = np.flatnonzero(np.diff(cells.astype(np.int8), prepend=0, append=0)).tolist()
        here = []
        for start, stop in zip(edges[::2], edges[1::2], strict=True):
            # Cells touch at their corners, too.
            met = [number for first, last, number in above if first <= stop and last >= start]
            number = root(met[0]) if met else len(parents)
            if not met:
                parents.append(number)
            for other in met[1:]:
                parents[root(other)] = number
            labels[row, start:stop] = number
            here.append((start, stop, number))
        above = here
    return np.array([root(number) for number in range(len(parents))])[labels]


def _alike(others: Values) -> Colour:
    """Return up to which difference values [bands, pixels] are almost the same, per band."""
    if others.dtype == np.uint8 or not others.size:
        return (_ALIKE_BYTES,) * len(others)
    low, high = np.percentile(others.astype(np.float64), [2, 98], axis=1)
    return tuple((_ALIKE_PART * (high - low)).tolist())


def _is_collar(
    reader: BandReader,
    colour: Values,
    tolerance: Colour,
    alike: Colour,
    windows: Sequence[Window],
) -> bool:
    """Tell whether areas of a colour end like a collar: abruptly, beside a picture, the same in every band.

    Args:
        reader: The raster in full resolution.
        colour: Value of each band shown.
        tolerance: Which differences from it are none.
        alike: Which differences beyond that are small.
        windows: Where the areas end.
    """
    close = beside = flat = pairs = 0
    almost = tuple(away + small for away, small in zip(tolerance, alike, strict=True))
    for window in windows:
        values, known = reader.values(window, (int(window.height), int(window.width)))
        inside = _equal(values, colour, tolerance)
        shown = ~inside if known is None else ~inside & known
        if _varies(reader, window, inside):
            return False
        edge = spread_by_one(inside) & shown
        close += int((_equal(values, colour, almost) & edge).sum())
        beside += int(edge.sum())
        both = shown[:, 1:] & shown[:, :-1]
        flat += int(((values[:, :, 1:] == values[:, :, :-1]).all(axis=0) & both).sum())
        pairs += int(both.sum())
    if beside < _PATCH or pairs < _LEAST_PAIRS:
        return False
    return close <= _MOST_ALIKE * beside and flat <= _MOST_FLAT * pairs


def _varies(reader: BandReader, window: Window, inside: Mask) -> bool:
    """Tell whether bands that are not shown differ where those that are shown have one colour."""
    others = reader.other_bands[:_MOST_OTHER_BANDS]
    if not others or not inside.any():
        return False
    values = reader.dataset.read(others, window=window)[:, inside]
    return bool((values != values[:, :1]).mean() > _MOST_VARYING)


def _edge_windows(reader: BandReader, area: Mask, valid: Mask) -> list[Window]:
    """Return windows in full resolution around places where an area of cells ends."""
    rows, columns = np.nonzero(area & spread_by_one(~area & valid))
    if not len(rows):
        return []
    width, height = reader.dataset.width, reader.dataset.height
    cell_x, cell_y = width / area.shape[1], height / area.shape[0]
    across = min(width, _EDGE_WINDOW_SIDE, max(2 * _PATCH, round(3 * cell_x)))
    down = min(height, _EDGE_WINDOW_SIDE, max(2 * _PATCH, round(3 * cell_y)))
    windows = []
    for at in np.unique(np.linspace(0, len(rows) - 1, _EDGE_WINDOWS).astype(int)):
        left = round((columns[at] + 0.5) * cell_x - across / 2)
        top = round((rows[at] + 0.5) * cell_y - down / 2)
        left, top = min(max(left, 0), width - across), min(max(top, 0), height - down)
        windows.append(Window(left, top, across, down))
    return windows
