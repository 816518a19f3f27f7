"""From rasters to a voice index: planned, embedded part by part, resumed where it was interrupted."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

import numpy as np
import shapely
from numpy.typing import NDArray

from ..contract.notices import Notice, Stage, Unit
from ..errors import (
    FolderNotWritable,
    ImageryError,
    IndexExists,
    IndexLocked,
    IndexOfAnotherModel,
    UserError,
)
from ..imagery.dataset import gdal_settings, open_dataset, signature
from ..imagery.reader import TileBatch, prefetch, read_tiles
from ..imagery.source import SourceOptions, describe_source, find_sources
from ..imagery.source_uris import local_path, same_raster
from ..imagery.tiling import TileGrid, TileSpec
from ..paths import exists, expanded, is_folder, writing
from ..progress import Progress, SilentProgress
from .compaction import joined, without_sources
from .footprints import centres_of, footprints_of
from .format import (
    INDEX_FILE,
    MAX_PART_ROWS,
    PARTS_FOLDER,
    TEMPORARY_SUFFIX,
    IndexFile,
    SourceRecord,
    WorkRange,
    canonical_json,
    read_index,
)
from .part import ROW_DTYPE, TileRows, days_of, part_name, write_part
from .transaction import (
    LOCK_FILE,
    TILES_LAYER_FILE,
    WRITER_FILE,
    commit,
    locked,
    sweep,
    writable_index,
)

PART_TILES = 8192
BATCH_SIZE = 64


class TileEncoder(Protocol):
    """What a build needs of the model."""

    @property
    def checksum(self) -> str:
        """Names the weights: vectors of different weights cannot be compared."""

    @property
    def embedding_size(self) -> int:
        """D, the length of a vector."""

    @property
    def tile_pixels(self) -> int:
        """Side of the images, in pixels."""

    def encode_images(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return N x D unit vectors of N x P x P x 3 images."""


@dataclass(frozen=True)
class BuildReport:
    """What a build did.

    Attributes:
        tiles: Tiles embedded by this run.
        skipped_empty: Tiles left out because they show (almost) nothing.
        parts: Parts written.
        failed: Sources that could not be read, or not to their end, and why. What could be read of
            them is in the index; the same command tries the rest again.
        seconds: Time it took.
        skipped_sources: Sources that were complete and unchanged.
        reindexed_sources: Sources that had changed on disk and were indexed anew.
    """

    tiles: int
    skipped_empty: int
    parts: int
    failed: tuple[tuple[str, UserError], ...]
    seconds: float
    skipped_sources: tuple[str, ...]
    reindexed_sources: tuple[str, ...]


def build_index(
    path: Path,
    inputs: Sequence[str],
    encoder: TileEncoder,
    tile_spec: TileSpec,
    source_options: SourceOptions | None = None,
    *,
    part_tiles: int = PART_TILES,
    batch_size: int = BATCH_SIZE,
    progress: Progress | None = None,
) -> BuildReport:
    """Build the voice index ``path`` of the rasters that ``inputs`` name.

    The same call on an unfinished index goes on where it stopped, and on a finished one does nothing.

    Args:
        path: The folder, ``NAME.scrl``; made if missing.
        inputs: Files, folders, patterns, addresses.
        encoder: The model.
        tile_spec: How tiles are cut; its pixels are those of the encoder.
        source_options: What the user says of the sources.
        part_tiles: Most tiles planned into one part.
        batch_size: Tiles embedded at a time.
        progress: Told of every batch; asked before every tile, also in the thread that reads, whether
            to stop.

    Raises:
        NoSources: Nothing was found.
        IndexExists: An index made otherwise, or something else, lies there.
        IndexLocked: Another process writes it.
        IndexDamaged, IndexFormatTooNew: What lies there cannot be continued.
        DiskFull, FolderNotWritable: Finished parts stay.
        Cancelled: Finished parts stay.
    """
    began = time.monotonic()
    progress = progress or SilentProgress()
    options = source_options or SourceOptions()
    if tile_spec.pixels != encoder.tile_pixels:
        raise ValueError(f"tiles of {tile_spec.pixels} pixels, encoder of {encoder.tile_pixels}")
    if not 0 < part_tiles <= MAX_PART_ROWS:
        raise ValueError(f"part_tiles must be 1 to {MAX_PART_ROWS}")
    wanted = IndexFile(
        model_checksum=encoder.checksum,
        embedding_size=encoder.embedding_size,
        tile_spec=tile_spec,
        part_tiles=part_tiles,
        inputs=tuple(sorted({_absolute_input(name) for name in inputs})),
        build_options=_options_key(options),
    )
    _check_place(path, wanted)
    uris = find_sources(inputs)
    made = not exists(path)
    with writing(path):
        path.mkdir(parents=True, exist_ok=True)
    try:
        with locked(path):
            index = _check_place(path, wanted)
            sweep(path, index)
            run = _Run(path, index or wanted, encoder, batch_size, progress)
            run.plan(uris, options, explicit_options=False)
            return run.execute(began)
    except IndexLocked:
        made = False  # Another process was quicker: the folder and the lock in it are its own.
        raise
    finally:
        if made and not exists(path / INDEX_FILE):
            # Nothing came of it: leave no empty folder behind.
            with contextlib.suppress(OSError):
                (path / LOCK_FILE).unlink(missing_ok=True)
                path.rmdir()


def add_to_index(
    path: Path,
    inputs: Sequence[str],
    encoder: TileEncoder,
    source_options: SourceOptions | None = None,
    *,
    batch_size: int = BATCH_SIZE,
    progress: Progress | None = None,
) -> BuildReport:
    """Add rasters to the voice index ``path``; those that it holds unchanged are not embedded again.

    A source that has changed on disk, or for which ``source_options`` now say something else, is
    indexed anew. What an interrupted build or add left undone is done too.

    Raises:
        IndexMissing: There is no index.
        IndexOfAnotherModel: It was built with other weights.
        NoSources, IndexLocked, IndexDamaged, IndexFormatTooNew, DiskFull, FolderNotWritable,
        Cancelled: As for :func:`build_index`.
    """
    began = time.monotonic()
    options = source_options or SourceOptions()
    _check_model(path, read_index(path), encoder)
    uris = find_sources(inputs)
    with writable_index(path) as index:
        _check_model(path, index, encoder)
        run = _Run(path, index, encoder, batch_size, progress or SilentProgress())
        run.plan(uris, options, explicit_options=options != SourceOptions())
        return run.execute(began)


@dataclass(frozen=True)
class _Event:
    """What the reader says: a batch of a range, its failure, or its end."""

    part: int
    work: WorkRange
    batch: TileBatch | None = None
    error: UserError | None = None


@dataclass
class _Gathered:
    """The tiles of the part under construction."""

    rows: list[NDArray[np.void]] = field(default_factory=list)
    vectors: list[NDArray[np.float16]] = field(default_factory=list)
    images: list[NDArray[np.uint8]] = field(default_factory=list)
    waiting: int = 0
    finished: list[WorkRange] = field(default_factory=list)


class _Run:
    """One run of build or add, holding the lock."""

    def __init__(
        self,
        path: Path,
        index: IndexFile,
        encoder: TileEncoder,
        batch_size: int,
        progress: Progress,
    ) -> None:
        self.path = path
        self.index = index
        self.encoder = encoder
        self.batch_size = batch_size
        self.progress = progress
        self.failed: dict[str, UserError] = {}
        self.skipped: list[str] = []
        self.reindexed: list[str] = []
        self.left_out: set[int] = set()
        self.tiles = 0
        self.skipped_empty = 0
        self.parts = 0

    # --- planning ---------------------------------------------------------------------------------

    def plan(self, uris: Sequence[str], options: SourceOptions, explicit_options: bool) -> None:
        """Give every new or changed source its number and tile ids, and write that down."""
        known = {record.source.uri: record for record in self.index.sources}
        # A raster that the index knows by another name, through a link, is not a new one.
        names = {same_raster(uri): uri for uri in known}
        uris = [names.get(same_raster(uri), uri) for uri in uris]
        unfinished = {work.source for work in self.index.pending_work()}
        others = [r.source.uri for r in self.index.sources if r.number in unfinished]
        key, named = _options_key(options), set(uris)
        added: list[SourceRecord] = []
        replaced: set[int] = set()
        next_source, next_tile_id = self.index.next_source, self.index.next_tile_id
        self.progress.start(Stage.READING_SOURCES, len(uris), Unit.SOURCE)
        for uri in dict.fromkeys([*uris, *others]):
            self.progress.check_cancelled()
            record = known.get(uri)
            said = key
            if record is not None and not (uri in named and explicit_options):
                said = record.options
            try:
                if record is not None and said == record.options and not _has_changed(record):
                    if record.number not in unfinished:
                        self.skipped.append(uri)
                    self.progress.advance()
                    continue
                source = describe_source(uri, _options_from_key(said))
                grid = TileGrid(source, self.index.tile_spec)
            except ImageryError as error:
                self._fail(uri, error)
                if record is not None:
                    self.left_out.add(record.number)
                self.progress.advance()
                continue
            if record is not None:
                replaced.add(record.number)
                self.reindexed.append(uri)
                self.progress.note(Notice("source-reindexed", {"source": source.name}))
            for reason in grid.left_out:
                self.progress.note(reason.notice())
            added.append(SourceRecord(next_source, next_tile_id, len(grid), said, source))
            next_source += 1
            next_tile_id += len(grid)
            self.progress.advance()
        if not added:
            return
        index = self.index
        if replaced:
            index = without_sources(self.path, index, frozenset(replaced))
        self.index = dataclasses.replace(
            index,
            sources=(*index.sources, *added),
            next_source=next_source,
            next_tile_id=next_tile_id,
        )
        commit(self.path, self.index)

    # --- reading and embedding --------------------------------------------------------------------

    def execute(self, began: float) -> BuildReport:
        """Read, embed and write all pending work."""
        pending = [w for w in self.index.pending_work() if w.source not in self.left_out]
        plans = _plan_parts(pending, self.index.part_tiles)
        self.progress.start(Stage.EMBEDDING_TILES, sum(map(len, pending)), Unit.TILE)
        sources = self.index.source_by_number()
        reader = self._read(plans, sources)
        events = prefetch(reader)
        try:
            gathered, part, advanced = _Gathered(), 0, 0
            for event in events:
                self.progress.check_cancelled()
                if event.part != part:
                    self._finish_part(gathered, sources)
                    gathered, part = _Gathered(), event.part
                if event.batch is not None:
                    self._gather(gathered, event.batch, sources[event.work.source])
                    advanced += len(event.batch.numbers)
                    self.progress.advance(len(event.batch.numbers))
                    continue
                # The range has ended: what it left out counts as done.
                self.progress.advance(len(event.work) - advanced)
                advanced = 0
                if event.error is None:
                    gathered.finished.append(event.work)
                else:
                    self._fail(sources[event.work.source].source.uri, event.error)
            if plans:
                self._finish_part(gathered, sources)
        finally:
            # Stops the reading thread, also when the writing failed or the user cancelled.
            close = getattr(events, "close", None)
            if close is not None:
                close()
        return BuildReport(
            tiles=self.tiles,
            skipped_empty=self.skipped_empty,
            parts=self.parts,
            failed=tuple(self.failed.items()),
            seconds=time.monotonic() - began,
            skipped_sources=tuple(self.skipped),
            reindexed_sources=tuple(self.reindexed),
        )

    def _read(
        self, plans: Sequence[Sequence[WorkRange]], sources: dict[int, SourceRecord]
    ) -> Iterator[_Event]:
        for part, plan in enumerate(plans):
            for work in plan:
                try:
                    for batch in read_tiles(
                        sources[work.source].source,
                        self.index.tile_spec,
                        work.start,
                        work.stop,
                        self.batch_size,
                        # Tiles that are empty make no batch, after which one could ask.
                        self.progress.check_cancelled,
                    ):
                        yield _Event(part, work, batch=batch)
                except ImageryError as error:
                    yield _Event(part, work, error=error)
                else:
                    yield _Event(part, work)

    def _gather(self, gathered: _Gathered, batch: TileBatch, record: SourceRecord) -> None:
        rows = np.zeros(len(batch.numbers), dtype=ROW_DTYPE)
        rows["id"] = record.first_tile_id + batch.numbers
        rows["source"] = record.number
        rows["window"] = batch.windows
        rows["ground_size"] = batch.ground_sizes_m
        gathered.rows.append(rows)
        gathered.images.append(batch.images)
        gathered.waiting += len(batch.images)
        # Full batches, even when the sources have a handful of tiles each.
        if gathered.waiting >= self.batch_size:
            self._embed(gathered, everything=False)

    def _embed(self, gathered: _Gathered, everything: bool) -> None:
        if not gathered.waiting:
            return
        images = (
            gathered.images[0] if len(gathered.images) == 1 else np.concatenate(gathered.images)
        )
        start = 0
        while len(images) - start >= self.batch_size or (everything and start < len(images)):
            self.progress.check_cancelled()
            end = start + self.batch_size
            batch = images[start:end]
            gathered.vectors.append(_as_unit_float16(self.encoder.encode_images(batch)))
            start += len(batch)
        gathered.images = [images[start:]] if start < len(images) else []
        gathered.waiting = len(images) - start

    def _finish_part(self, gathered: _Gathered, sources: dict[int, SourceRecord]) -> None:
        """Write what was gathered; the rows of a range that failed are left out."""
        self._embed(gathered, everything=True)
        finished = joined(gathered.finished)
        if not finished:
            return
        rows = np.concatenate([np.zeros(0, dtype=ROW_DTYPE), *gathered.rows])
        keep = np.zeros(len(rows), dtype=bool)
        for work in finished:
            first = sources[work.source].first_tile_id
            keep |= (rows["id"] >= first + work.start) & (rows["id"] < first + work.stop)
        order = np.flatnonzero(keep)[np.argsort(rows["id"][keep], kind="stable")]
        planned = sum(len(work) for work in finished)
        if len(order):
            vectors = np.concatenate(gathered.vectors)[order]
            tiles = _complete(rows[order], vectors, sources)
            entry = write_part(
                self.path / PARTS_FOLDER,
                part_name(self.index.next_part),
                tiles,
                sources,
                finished,
                self.index.model_checksum,
            )
            self.index = dataclasses.replace(
                self.index,
                parts=(*self.index.parts, entry),
                next_part=self.index.next_part + 1,
            )
            self.parts += 1
        else:
            self.index = dataclasses.replace(
                self.index, empty_work=joined((*self.index.empty_work, *finished))
            )
        commit(self.path, self.index)
        self.tiles += len(order)
        self.skipped_empty += planned - len(order)

    def _fail(self, uri: str, error: UserError) -> None:
        if uri not in self.failed:
            self.failed[uri] = error
            self.progress.note(error.notice())


def _complete(
    rows: NDArray[np.void], vectors: NDArray[np.float16], sources: dict[int, SourceRecord]
) -> TileRows:
    """Fill in what follows from source and window: date, centre, bounds, footprint."""
    for number in np.unique(rows["source"]):
        chosen = np.flatnonzero(rows["source"] == number)
        source = sources[int(number)].source
        rows["date"][chosen] = days_of(source.date)
        rows["lon"][chosen], rows["lat"][chosen] = centres_of(source, rows["window"][chosen])
    footprints = footprints_of(rows, sources)
    rows["bounds"] = shapely.bounds(footprints)
    return TileRows(rows, vectors, footprints)


def _plan_parts(pending: Sequence[WorkRange], part_tiles: int) -> list[list[WorkRange]]:
    """Cut the work into parts of ``part_tiles`` tiles, the last one smaller.

    A build that was killed has written the first parts of this same list, so that cutting what is
    left gives the parts that it would have written.
    """
    plans: list[list[WorkRange]] = []
    room = 0
    for work in pending:
        start = work.start
        while start < work.stop:
            if not room:
                plans.append([])
                room = part_tiles
            stop = min(work.stop, start + room)
            plans[-1].append(WorkRange(work.source, start, stop))
            room -= stop - start
            start = stop
    return plans


def _as_unit_float16(vectors: NDArray[np.float32]) -> NDArray[np.float16]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    if not (np.isfinite(lengths) & (lengths > 0)).all():
        raise ValueError("the encoder returned a vector without a direction")
    return (vectors / lengths).astype(np.float16)


def _has_changed(record: SourceRecord) -> bool:
    """Tell whether the files of a source are others than when it was described.

    Raises:
        SourceUnreadable: They cannot be opened any more.
    """
    if local_path(record.source.uri) is None:
        return False  # nothing to compare, and asking a server for every source takes long
    with gdal_settings(), open_dataset(record.source.uri) as dataset:
        found = signature(dataset)
    return found != (record.source.size_bytes, record.source.modified)


def _options_key(options: SourceOptions) -> str:
    return canonical_json(dataclasses.asdict(options))


def _options_from_key(key: str) -> SourceOptions:
    raw = json.loads(key)
    return SourceOptions(
        crs=raw["crs"],
        bands=None if raw["bands"] is None else tuple(int(band) for band in raw["bands"]),
        date=None if raw["date"] is None else date.fromisoformat(raw["date"]),
    )


def _absolute_input(name: str) -> str:
    if local_path(name) != Path(name):
        return name
    return os.path.abspath(expanded(name))  # noqa: PTH100 (links stay links)


def _check_place(path: Path, wanted: IndexFile) -> IndexFile | None:
    """Return the index that a build may continue, None where it begins.

    Raises:
        IndexExists: Neither.
    """
    if exists(path) and not is_folder(path):
        raise FolderNotWritable(path=path, reason="a file of that name is in the way")
    if not exists(path / INDEX_FILE):
        ours = {PARTS_FOLDER, LOCK_FILE, WRITER_FILE, TILES_LAYER_FILE}
        with writing(path):
            strange = [
                item.name
                for item in (path.iterdir() if is_folder(path) else ())
                if item.name not in ours and item.suffix != TEMPORARY_SUFFIX
            ]
        if strange:
            raise IndexExists(path=path, difference=f"it holds {min(strange)}")
        return None
    found = read_index(path)
    differences = []
    if found.model_checksum != wanted.model_checksum:
        differences.append("with another model")
    if found.tile_spec != wanted.tile_spec:
        differences.append("with other tiles")
    if found.part_tiles != wanted.part_tiles:
        differences.append(f"with parts of {found.part_tiles} tiles")
    if found.build_options != wanted.build_options:
        differences.append("with other bands, CRS or date")
    if found.inputs != wanted.inputs:
        differences.append("from other imagery")
    if differences:
        raise IndexExists(path=path, difference=", ".join(differences))
    return found


def _check_model(path: Path, index: IndexFile, encoder: TileEncoder) -> None:
    if index.model_checksum != encoder.checksum:
        raise IndexOfAnotherModel(
            path=path, index_model=index.model_checksum[:12], loaded_model=encoder.checksum[:12]
        )
