"""From rasters to a voice index: planned, made part by part, continued where it was interrupted."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Sequence
from pathlib import Path

from ..contract.indexes import (
    NO_OPTIONS,
    BuildReport,
    LayerOptions,
    SourceFailure,
    SourceOptions,
)
from ..contract.notices import Notice, Stage, Unit
from ..errors import ImageryError
from ..imagery.dataset import fingerprint, gdal_settings, open_dataset, signature
from ..imagery.layer_options import as_described, layers_by_raster, with_layer
from ..imagery.source import Source, describe_source, find_sources
from ..imagery.source_uris import local_path, same_raster
from ..imagery.tiling import TileGrid, TileSpec
from ..paths import expanded
from ..progress import Progress, SilentProgress
from .part_jobs import Executor, FinishedPart, PartJob, SerialExecutor, TileEncoder
from .plan import MAX_PART_TILES, NewSource, PlannedPart, SourceRecord
from .store import StoreSettings, VectorStoreWriter, check_model, open_writer

PART_TILES = 8192
BATCH_SIZE = 64


def build_index(
    uri: str | Path,
    inputs: Sequence[str],
    encoder: TileEncoder,
    tile_spec: TileSpec,
    source_options: SourceOptions = NO_OPTIONS,
    *,
    layers: Sequence[LayerOptions] = (),
    part_tiles: int = PART_TILES,
    batch_size: int = BATCH_SIZE,
    progress: Progress | None = None,
    executor: Executor | None = None,
) -> BuildReport:
    """Build a voice index of the rasters that ``inputs`` name.

    The same call on an unfinished index goes on where it stopped, and on a finished one does nothing.

    Args:
        uri: The folder, ``NAME.scrl``; made if missing.
        inputs: Files, folders, patterns, addresses.
        encoder: The model.
        tile_spec: How tiles are cut; its pixels are those of the encoder.
        source_options: What the user says of the sources.
        layers: What layers in QGIS say of single sources.
        part_tiles: Most tiles planned into one part of a new index; one that was begun keeps its own.
        batch_size: Tiles embedded at a time.
        progress: Told of every batch; asked before every tile, also in the thread that reads, whether
            to stop.
        executor: Runs the part jobs; one after the other in this process by default.

    Raises:
        NoSources: Nothing was found.
        IndexExists: An index begun otherwise, or something else, is there.
        IndexLocked: Another process writes it.
        IndexDamaged, IndexFormatTooNew: What is there cannot be continued.
        DiskFull, FolderNotWritable: Finished parts stay.
        Cancelled: Finished parts stay.
    """
    began = time.monotonic()
    if tile_spec.pixels != encoder.tile_pixels:
        raise ValueError(f"tiles of {tile_spec.pixels} pixels, encoder of {encoder.tile_pixels}")
    if not 0 < part_tiles <= MAX_PART_TILES:
        raise ValueError(f"part_tiles must be 1 to {MAX_PART_TILES}")
    settings = StoreSettings(
        model_checksum=encoder.checksum,
        embedding_size=encoder.embedding_size,
        tile_spec=tile_spec,
        inputs=tuple(sorted({_absolute_input(name) for name in inputs})),
        options=source_options,
        part_tiles=part_tiles,
    )
    uris = find_sources(inputs)
    with open_writer(uri, settings) as writer:
        run = _Run(writer, progress or SilentProgress())
        parts = run.plan(uris, source_options, explicit_options=False, layers=layers)
        run.execute(parts, encoder, batch_size, executor or SerialExecutor())
        return run.report(time.monotonic() - began)


def add_to_index(
    uri: str | Path,
    inputs: Sequence[str],
    encoder: TileEncoder,
    source_options: SourceOptions = NO_OPTIONS,
    *,
    layers: Sequence[LayerOptions] = (),
    batch_size: int = BATCH_SIZE,
    progress: Progress | None = None,
    executor: Executor | None = None,
) -> BuildReport:
    """Add rasters to a voice index; those that it holds unchanged are not embedded again.

    A source that has changed on disk, or for which ``source_options`` now say something else, is
    indexed again. What an interrupted build or add left undone is done too.

    Raises:
        IndexMissing: There is no index.
        IndexOfAnotherModel: It was built with other weights.
        NoSources, IndexLocked, IndexDamaged, IndexFormatTooNew, DiskFull, FolderNotWritable,
        Cancelled: As for :func:`build_index`.
    """
    began = time.monotonic()
    uris = find_sources(inputs)
    with open_writer(uri) as writer:
        check_model(writer.info, encoder.checksum)
        run = _Run(writer, progress or SilentProgress())
        explicit = source_options != NO_OPTIONS
        parts = run.plan(uris, source_options, explicit_options=explicit, layers=layers)
        run.execute(parts, encoder, batch_size, executor or SerialExecutor())
        return run.report(time.monotonic() - began)


class _Run:
    """One run of build or add: it plans, hands out jobs, and is the one that commits."""

    def __init__(self, writer: VectorStoreWriter, progress: Progress) -> None:
        self._writer = writer
        self._progress = progress
        self._failed: dict[str, Notice] = {}
        self._skipped: list[str] = []
        self._reindexed: list[str] = []
        self._tiles = self._skipped_empty = self._parts = 0

    def plan(
        self,
        uris: Sequence[str],
        options: SourceOptions,
        explicit_options: bool,
        layers: Sequence[LayerOptions] = (),
    ) -> tuple[PlannedPart, ...]:
        """Give every new or changed source its number and tile ids, and every part its number."""
        info = self._writer.info
        known = {record.source.uri: record for record in info.sources}
        # A raster that the index knows by another name, through a link, is not a new one.
        names = {same_raster(uri): uri for uri in known}
        uris = [names.get(same_raster(uri), uri) for uri in uris]
        unfinished = {work.source for work in info.pending}
        others = [r.source.uri for r in info.sources if r.number in unfinished]
        named = set(uris)
        by_raster = layers_by_raster(layers)
        added: list[NewSource] = []
        replaced: set[int] = set()
        unreadable: set[int] = set()
        self._progress.start(Stage.READING_SOURCES, len(uris), Unit.SOURCE)
        for uri in dict.fromkeys([*uris, *others]):
            self._progress.check_cancelled()
            record = known.get(uri)
            said = options
            if record is not None and not (uri in named and explicit_options):
                said = record.options
            layer = by_raster.get(same_raster(uri))
            if layer is not None and record is not None and said == record.options:
                # What a layer says no otherwise than the file has been understood is no news.
                layer = as_described(layer, record.source)
            said = with_layer(said, layer)
            try:
                if record is not None and said == record.options and not _has_changed(record):
                    if record.number not in unfinished:
                        self._skipped.append(uri)
                    self._progress.advance()
                    continue
                source = describe_source(uri, said)
                grid = TileGrid(source, info.settings.tile_spec)
            except ImageryError as error:
                self._fail(SourceFailure(uri, error.notice()))
                if record is not None:
                    unreadable.add(record.number)
                self._progress.advance()
                continue
            if record is not None:
                replaced.add(record.number)
                self._reindexed.append(uri)
                self._progress.note(Notice("source-reindexed", {"source": source.name}))
            self._tell_of_crs(source)
            for reason in grid.left_out:
                self._progress.note(reason.notice())
            added.append(NewSource(source, len(grid), said))
            self._progress.advance()
        return self._writer.plan(added, frozenset(replaced), frozenset(unreadable))

    def execute(
        self,
        parts: Sequence[PlannedPart],
        encoder: TileEncoder,
        batch_size: int,
        executor: Executor,
    ) -> None:
        """Have the parts made, and commit each as it comes."""
        info, target = self._writer.info, self._writer.target
        records = {record.number: record for record in info.sources}
        jobs = []
        for part in parts:
            sources = tuple(records[number] for number in sorted({w.source for w in part.work}))
            jobs.append(PartJob(part, sources, info.settings.tile_spec, target, batch_size))
        planned = sum(len(work) for part in parts for work in part.work)
        self._progress.start(Stage.EMBEDDING_TILES, planned, Unit.TILE)
        # Closing lets go of what the executor still has in hand when a commit fails.
        with contextlib.closing(executor.run(jobs, encoder, self._progress)) as finished_parts:
            for finished in finished_parts:
                self._commit(finished)

    def report(self, seconds: float) -> BuildReport:
        """Return what has been done."""
        return BuildReport(
            tiles=self._tiles,
            skipped_empty=self._skipped_empty,
            parts=self._parts,
            seconds=seconds,
            skipped_sources=tuple(self._skipped),
            reindexed_sources=tuple(self._reindexed),
            failed=tuple(SourceFailure(*item) for item in self._failed.items()),
            tiles_in_index=self._writer.info.tiles,
        )

    def _tell_of_crs(self, source: Source) -> None:
        for decision in source.decisions:
            if decision.code in ("crs-from-option", "crs-from-layer"):
                values = {"source": source.name, **decision.values}
                self._progress.note(Notice("crs-replaced", values))

    def _commit(self, finished: FinishedPart) -> None:
        for failure in finished.failed:
            self._fail(failure)
        if not finished.part.work:
            return
        self._writer.commit(finished.part, finished.written)
        self._parts += finished.written is not None
        self._tiles += finished.tiles
        self._skipped_empty += sum(map(len, finished.part.work)) - finished.tiles

    def _fail(self, failure: SourceFailure) -> None:
        if failure.source not in self._failed:
            self._failed[failure.source] = failure.failure
            self._progress.note(failure.failure)


def _has_changed(record: SourceRecord) -> bool:
    """Tell whether the files of a source are others than when it was described.

    Raises:
        SourceUnreadable: They cannot be opened any more.
    """
    if local_path(record.source.uri) is None:
        return False  # nothing to compare, and asking a server for every source takes long
    with gdal_settings(), open_dataset(record.source.uri) as dataset:
        if signature(dataset) != (record.source.size_bytes, record.source.modified):
            return True
        # Older indexes have none.
        known = record.source.fingerprint
        return bool(known) and fingerprint(dataset) != known


def _absolute_input(name: str) -> str:
    if local_path(name) != Path(name):
        return name
    return os.path.abspath(expanded(name))  # noqa: PTH100 (links stay links)
