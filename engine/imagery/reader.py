"""Tiles of a source as images, in batches, with bounded memory."""

from __future__ import annotations

import math
import os
import queue
import threading
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Any, TypeVar

import numpy as np
import rasterio
from numpy.typing import NDArray
from PIL import Image
from rasterio.windows import Window

from ..errors import SourceUnreadable
from .bands import BandReader, Bytes, Mask
from .dataset import gdal_settings, open_dataset, reported_as_unreadable, signature
from .overviews import overviews_to_use
from .source import Source, open_source
from .tiling import TileGrid, TileSpec, on_earth

Item = TypeVar("Item")

# A window without overview and larger than this is read decimated, so that a tile of 10 km in a
# raster of 10 cm does not take all memory.
_LARGEST_READ_SIDE = 4096
# One thread cannot resample as fast as an encoder of eight threads embeds; reading alone takes a third of the time.
_RESAMPLING_THREADS = min(4, os.cpu_count() or 1)
# Pieces that wait for these threads are larger than the images made of them; the largest do not wait.
_PIECES_AHEAD = 2 * _RESAMPLING_THREADS
_LARGE_PIECE_BYTES = 4_000_000
_VALID_TOLERANCE = 1e-6
# Where an overview mixes what is empty with what is not, a window is read as finely as this side in pixels allows.
_MIXED_READ_SIDE = 1024
# Side in pixels of what is looked at in full resolution of a window that has one colour in an overview.
_LOOK_SIDE = 256
# Below this a pixel's value would be made of rounding errors.
_LEAST_WEIGHT = 0.02


@dataclass(frozen=True)
class TileBatch:
    """Tiles that show something.

    Attributes:
        numbers: int64 [n], numbers in the :class:`TileGrid`, ascending.
        windows: float64 [n, 4]: column, row, width, height in pixels of the raster.
        ground_sizes_m: float32 [n].
        images: uint8 [n, pixels, pixels, 3], RGB. Rows run as in the raster, unless that would show
            the ground as in a mirror. Empty pixels have the mean colour of the others.
    """

    numbers: NDArray[np.int64]
    windows: NDArray[np.float64]
    ground_sizes_m: NDArray[np.float32]
    images: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.numbers)


def read_tiles(
    source: Source,
    spec: TileSpec,
    start: int,
    stop: int,
    batch_size: int = 64,
    check_cancelled: Callable[[], None] | None = None,
    keep_flat: bool = True,
) -> Iterator[TileBatch]:
    """Read planned tiles, without those of which too little is valid or a corner is not on the Earth.

    Args:
        source: The raster, as :func:`describe_source` described it.
        spec: How it is cut.
        start: Number of the first tile in the :class:`TileGrid`.
        stop: Number after the last tile.
        batch_size: Most tiles in a batch; only the last batch has fewer.
        check_cancelled: Called before each tile; whatever it raises ends the reading.
        keep_flat: Whether tiles are kept whose pixels all have the same value: they show nothing, or something
            of which nothing can be seen.

    Yields:
        Batches of at least one tile.

    Raises:
        SourceUnreadable: If the source is missing, broken, or not what was described.
        TooSmall: As :class:`TileGrid`.
        TooCoarse: As :class:`TileGrid`.
        IndexError: If ``start`` or ``stop`` is out of range.
    """
    grid = TileGrid(source, spec)
    grid.windows(stop, stop)
    with TileReader(source) as reader, _resampling_threads() as pool:
        kept: list[int] = []
        images: list[Future[Bytes]] = []
        windows: list[NDArray[np.float64]] = []
        for begin in range(start, stop, batch_size):
            end = min(begin + batch_size, stop)
            planned = grid.windows(begin, end)
            whole = on_earth(source, planned)
            with gdal_settings(source.uri):
                for number, window in zip(range(begin, end), planned, strict=True):
                    if check_cancelled is not None:
                        check_cancelled()
                    if not whole[number - begin]:
                        continue
                    piece = reader.piece(
                        tuple(window.tolist()), spec.pixels, spec.min_valid, keep_flat
                    )
                    if piece is not None:
                        kept.append(number)
                        images.append(pool.submit(reader.image, piece, spec.pixels))
                        windows.append(window)
                        large = piece.values.nbytes > _LARGE_PIECE_BYTES
                        ahead = 0 if large else _PIECES_AHEAD
                        if len(images) > ahead:
                            images[-1 - ahead].result()
                reader.check_unchanged()
            while len(kept) >= batch_size or (kept and end == stop):
                yield _batch(grid, kept[:batch_size], windows[:batch_size], images[:batch_size])
                del kept[:batch_size], windows[:batch_size], images[:batch_size]


@contextmanager
def _resampling_threads() -> Iterator[ThreadPoolExecutor]:
    pool = ThreadPoolExecutor(_RESAMPLING_THREADS, "resampling")
    try:
        yield pool
    finally:
        # After an error or a stop nobody wants what waits.
        pool.shutdown(cancel_futures=True)


def _batch(
    grid: TileGrid,
    numbers: list[int],
    windows: list[NDArray[np.float64]],
    images: list[Future[Bytes]],
) -> TileBatch:
    sizes = grid.ground_sizes(numbers[0], numbers[-1] + 1)
    return TileBatch(
        numbers=np.array(numbers, dtype=np.int64),
        windows=np.stack(windows),
        ground_sizes_m=sizes[np.array(numbers) - numbers[0]],
        images=np.stack([image.result() for image in images]),
    )


class TileReader:
    """Reads fractional windows of one source as square images.

    Use it as a context manager, and its methods inside :func:`gdal_settings`.

    Args:
        source: The raster.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._stack = ExitStack()
        self._levels: list[Level] = []

    def __enter__(self) -> TileReader:
        with gdal_settings(self._source.uri), ExitStack() as stack:
            self._full = stack.enter_context(open_source(self._source))
            # A warped raster does not name all of the files that the raster itself has.
            self._own = (
                stack.enter_context(open_dataset(self._source.uri))
                if self._source.is_warped
                else self._full
            )
            self.check_unchanged()
            with reported_as_unreadable(self._source.uri):
                full = self._level(self._full)
                self._levels = [full]
                for level in overviews_to_use(self._full, self._source.bands):
                    smaller = stack.enter_context(open_source(self._source, level))
                    overview = self._level(smaller)
                    # Overviews of another program's making may not know what is empty.
                    if overview.reader.has_mask == full.reader.has_mask:
                        self._levels.append(overview)
            self._mirrored = self._source.georeferencing.mirrored
            self._flip_axis = 0 if self._source.transform[4] > 0 else 1
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def check_unchanged(self) -> None:
        """Compare the file with what was described.

        Raises:
            SourceUnreadable: If it is gone or has changed.
        """
        source, dataset = self._source, self._full
        with reported_as_unreadable(source.uri):
            found = signature(self._own)
        if found == (0, 0.0) and source.size_bytes > 0:
            raise SourceUnreadable(path=source.uri, reason="the file no longer exists")
        if (
            found != (source.size_bytes, source.modified)
            or (dataset.width, dataset.height) != (source.width, source.height)
            or max(source.bands) > dataset.count
        ):
            raise SourceUnreadable(path=source.uri, reason="it has changed since it was indexed")

    def read(
        self,
        window: tuple[float, float, float, float],
        pixels: int,
        min_valid: float,
        keep_flat: bool = True,
    ) -> Bytes | None:
        """Read one window as an image [pixels, pixels, 3]; the rest as :meth:`piece`."""
        piece = self.piece(window, pixels, min_valid, keep_flat)
        return None if piece is None else self.image(piece, pixels)

    def piece(
        self,
        window: tuple[float, float, float, float],
        pixels: int,
        min_valid: float,
        keep_flat: bool = True,
    ) -> Piece | None:
        """Read what an image of one window is made of.

        Args:
            window: Column, row, width, height in pixels of the raster; may lie partly outside.
            pixels: Side of the image.
            min_valid: Part of the window that must be valid.
            keep_flat: Whether a window is read of which all pixels have the same value.

        Returns:
            None if less is valid, or all is the same.

        Raises:
            SourceUnreadable: If the raster cannot be read.
        """
        if not all(math.isfinite(value) for value in window):
            return None
        with reported_as_unreadable(self._source.uri):
            level = self._best_level(min(window[2], window[3]) / pixels)
            piece = level.read(window, pixels)
            if piece is not None and piece.is_mixed:
                finest = self._finest_level(max(window[2], window[3]), level)
                if finest is not level:
                    level, piece = finest, finest.read(window, pixels)
            if piece is None or piece.valid_part < min_valid - _VALID_TOLERANCE:
                return None
            if not keep_flat and piece.is_flat and self._is_flat(window, level, pixels):
                return None
        return piece

    def image(self, piece: Piece, pixels: int) -> Bytes:
        """Return the image [pixels, pixels, 3] of a piece; any thread may ask."""
        image = square_image(piece, pixels)
        if self._mirrored:
            image = np.flip(image, axis=self._flip_axis)
        return np.ascontiguousarray(image)

    def _is_flat(
        self, window: tuple[float, float, float, float], level: Level, pixels: int
    ) -> bool:
        """Tell whether all values in a window are the same, which look the same once they are stretched."""
        if not level.is_flat(window, pixels):
            return False
        full = self._levels[0]
        if level is full:
            return True
        # Averages are the same where the pixels are not: look into the middle.
        left, top, width, height = window
        across, down = min(width, _LOOK_SIDE), min(height, _LOOK_SIDE)
        middle = (left + (width - across) / 2, top + (height - down) / 2, across, down)
        return full.is_flat(middle, _LOOK_SIDE)

    def _level(self, dataset: rasterio.DatasetReader) -> Level:
        stretch = self._source.stretch
        low, high = (None, None) if stretch is None else (stretch.low, stretch.high)
        return Level(
            reader=BandReader(
                dataset,
                self._source.bands,
                low,
                high,
                None if dataset is self._full else self._full,
                self._source.empty,
                self._source.inverted,
            ),
            shrink_x=self._source.width / dataset.width,
            shrink_y=self._source.height / dataset.height,
        )

    def _best_level(self, shrink: float) -> Level:
        """Return the coarsest level that still has a pixel for each pixel of the image."""
        fitting = [
            level for level in self._levels if max(level.shrink_x, level.shrink_y) <= shrink * 1.01
        ]
        return max(fitting, key=lambda level: level.shrink_x, default=self._levels[0])

    def _finest_level(self, side: float, otherwise: Level) -> Level:
        """Return the finest level in which a window of so many pixels of the raster is not large."""
        fitting = [
            level
            for level in self._levels
            if side <= _MIXED_READ_SIDE * min(level.shrink_x, level.shrink_y)
        ]
        return min([*fitting, otherwise], key=lambda level: level.shrink_x)


@dataclass(frozen=True)
class Piece:
    """Pixels around a window.

    Attributes:
        values: uint8 [1 or 3, rows, columns].
        valid: [rows, columns]; None if all are.
        box: Left, top, right, bottom of the window in these pixels, inside them.
        valid_part: Part of the window that is valid.
        is_mixed: Whether an overview was read whose pixels mix what is empty, undeclared, with what is not.
    """

    values: Bytes
    valid: Mask | None
    box: tuple[float, float, float, float]
    valid_part: float
    is_mixed: bool = False

    @property
    def inner(self) -> tuple[slice, slice]:
        """Rows and columns that the window touches."""
        left, top, right, bottom = self.box
        return slice(int(top), math.ceil(bottom)), slice(int(left), math.ceil(right))

    @property
    def is_flat(self) -> bool:
        """Whether the window has one colour."""
        return _is_one_colour(self.values[:, *self.inner], _inside(self.valid, self.inner))


def _inside(valid: Mask | None, inner: tuple[slice, slice]) -> Mask | None:
    return None if valid is None else valid[inner]


def _is_one_colour(values: NDArray[Any], valid: Mask | None) -> bool:
    """Tell whether valid pixels of [bands, rows, columns] are all the same."""
    if valid is None:
        # Nearly always the line in the middle shows that it is not so.
        line = values[:, values.shape[1] // 2]
        return not (line != line[:, :1]).any() and bool((values == values[:, :1, :1]).all())
    shown = values[:, valid]
    return bool((shown == shown[:, :1]).all())


@dataclass(frozen=True)
class Level:
    """The raster or one of its overviews.

    Attributes:
        reader: What reads it.
        shrink_x: Columns of the raster for each of its columns.
        shrink_y: Rows likewise.
    """

    reader: BandReader
    shrink_x: float
    shrink_y: float

    def read(self, window: tuple[float, float, float, float], pixels: int) -> Piece | None:
        """Read the pixels around a window; None if it lies outside."""
        columns, rows = self._spans(window, pixels)
        if columns.stop <= columns.start or rows.stop <= rows.start:
            return None
        values, valid, is_mixed = self.reader.picture(
            _window_of(columns, rows), (rows.samples, columns.samples)
        )
        if rows.outside or columns.outside:
            valid = np.ones(values.shape[1:], dtype=bool) if valid is None else valid
            padding = (rows.padding, columns.padding)
            values = np.pad(values, ((0, 0), *padding))
            valid = np.pad(valid, padding)
        box = (columns.box[0], rows.box[0], columns.box[1], rows.box[1])
        part = 1.0
        if valid is not None:
            across = _coverage(columns.box, valid.shape[1])
            down = _coverage(rows.box, valid.shape[0])
            part = float(down @ valid @ across) / float(down.sum() * across.sum())
        return Piece(values, valid, box, part, is_mixed)

    def is_flat(self, window: tuple[float, float, float, float], pixels: int) -> bool:
        """Tell whether all valid values in a window, as they are stored, are the same."""
        columns, rows = self._spans(window, pixels)
        whole = _window_of(columns, rows)
        values, valid = self.reader.values(whole, (rows.samples, columns.samples))
        box = (columns.box[0], rows.box[0], columns.box[1], rows.box[1])
        padding = columns.padding[0], rows.padding[0]
        left, right = (max(0.0, end - padding[0]) for end in (box[0], box[2]))
        top, bottom = (max(0.0, end - padding[1]) for end in (box[1], box[3]))
        inner = slice(int(top), math.ceil(bottom)), slice(int(left), math.ceil(right))
        return _is_one_colour(values[:, *inner], _inside(valid, inner))

    def _spans(self, window: tuple[float, float, float, float], pixels: int) -> tuple[_Span, _Span]:
        """Return what to read for a window, across and down."""
        return (
            _Span(window[0], window[2], self.shrink_x, self.reader.dataset.width, pixels),
            _Span(window[1], window[3], self.shrink_y, self.reader.dataset.height, pixels),
        )


def _window_of(columns: _Span, rows: _Span) -> Window:
    return Window(columns.start, rows.start, columns.stop - columns.start, rows.stop - rows.start)


class _Span:
    """One axis of a read: which whole pixels to read for a fractional interval.

    Args:
        offset: Start of the interval in pixels of the raster.
        length: Its length.
        shrink: Pixels of the raster for one of the level read.
        limit: Pixels of that level.
        pixels: Pixels of the image that will be made of it.
    """

    def __init__(
        self, offset: float, length: float, shrink: float, limit: int, pixels: int
    ) -> None:
        first, last = offset / shrink, (offset + length) / shrink
        # What the resampling filter looks at beyond the interval: two pixels when growing, the
        # pixels of one image pixel when shrinking.
        margin = math.ceil(max((last - first) / pixels, 1.0)) + 1
        self.start = min(max(math.floor(first) - margin, 0), limit)
        self.stop = max(min(math.ceil(last) + margin, limit), 0)
        whole = max(self.stop - self.start, 0)
        self.samples = min(whole, _LARGEST_READ_SIDE)
        scale = self.samples / whole if whole else 1.0
        begin, end = (first - self.start) * scale, (last - self.start) * scale
        before = max(0, math.ceil(-begin - 1e-6))
        after = max(0, math.ceil(end - self.samples - 1e-6))
        self.padding = (before, after)
        self.outside = before > 0 or after > 0
        self.box = (
            max(begin + before, 0.0),
            min(end + before, float(self.samples + before + after)),
        )


def _coverage(interval: tuple[float, float], count: int) -> NDArray[np.float64]:
    """Return how much of each of ``count`` pixels an interval covers."""
    edges = np.arange(count, dtype=np.float64)
    return np.clip(np.minimum(edges + 1, interval[1]) - np.maximum(edges, interval[0]), 0.0, 1.0)


def square_image(piece: Piece, pixels: int) -> Bytes:
    """Return the window of a piece as an image [pixels, pixels, 3].

    Pillow's filters widen when shrinking, so each image pixel averages all that it covers.
    """
    left, top, right, bottom = piece.box
    grows = right - left < pixels and bottom - top < pixels
    if piece.valid is None:
        method = Image.Resampling.BICUBIC if grows else Image.Resampling.BILINEAR
        bands = [Image.fromarray(values) for values in piece.values]
        # The same as band by band, in four fifths of the time.
        whole = bands[0] if len(bands) == 1 else Image.merge("RGB", bands)
        return _coloured(np.atleast_3d(_resized(whole, pixels, method, piece.box)))
    image = np.empty((pixels, pixels, len(piece.values)), dtype=np.uint8)
    # Empty pixels must not bleed into their neighbours: average the valid ones only.
    weight = piece.valid.astype(np.float32)
    weights = _resized(Image.fromarray(weight), pixels, Image.Resampling.BILINEAR, piece.box)
    known = weights > _LEAST_WEIGHT
    for channel, values in enumerate(piece.values):
        weighted = Image.fromarray(values * weight)
        sums = _resized(weighted, pixels, Image.Resampling.BILINEAR, piece.box)
        averages = sums[known] / weights[known]
        image[known, channel] = np.clip(np.rint(averages), 0, 255)
        image[~known, channel] = round(float(averages.mean())) if averages.size else 0
    return _coloured(image)


def _coloured(image: Bytes) -> Bytes:
    return np.repeat(image, 3, axis=2) if image.shape[2] == 1 else image


def _resized(
    image: Image.Image,
    side: int,
    method: Image.Resampling,
    box: tuple[float, float, float, float],
) -> NDArray[Any]:
    # Without Pillow's reducing_gap: it is faster, and off by up to a pixel of the raster.
    # A copy, since what Pillow lends cannot be written to.
    return np.array(image.resize((side, side), method, box=box))


@dataclass(frozen=True)
class _End:
    """Says through the queue that nothing more comes, and why if something went wrong."""

    error: BaseException | None


def prefetch(iterator: Iterator[Item], depth: int = 2) -> Generator[Item, None, None]:
    """Run an iterator in a thread, so that it works while its items are used.

    The thread starts with the first item asked for and ends with the iterator, or when the consumer closes the
    generator. The iterator is run and closed in that thread alone.

    Args:
        iterator: What produces the items.
        depth: Most items that wait.

    Yields:
        The items, in order.

    Raises:
        BaseException: Whatever the iterator raises, after the items before it.
    """
    items: queue.Queue[Item | _End] = queue.Queue(maxsize=max(1, depth))
    stopped = threading.Event()
    thread = threading.Thread(
        target=_produce, args=(iterator, items, stopped), name="prefetch", daemon=True
    )
    thread.start()
    try:
        while True:
            item = items.get()
            if isinstance(item, _End):
                if item.error is not None:
                    raise item.error
                return
            yield item
    finally:
        stopped.set()
        thread.join()


def _produce(
    iterator: Iterator[Item], items: queue.Queue[Item | _End], stopped: threading.Event
) -> None:
    error: BaseException | None = None
    try:
        for item in iterator:
            if not _put(item, items, stopped):
                break
        close = getattr(iterator, "close", None)
        if close is not None:
            close()
    except BaseException as raised:
        # Raised again in the consumer's thread.
        error = raised
    _put(_End(error), items, stopped)


def _put(item: Item | _End, items: queue.Queue[Item | _End], stopped: threading.Event) -> bool:
    """Wait until there is room; return False if the consumer has stopped."""
    while not stopped.is_set():
        try:
            items.put(item, timeout=0.1)
        except queue.Full:
            continue
        return True
    return False
