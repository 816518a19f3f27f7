"""From rasters to a voice index: planned, built part by part, resumed after an interruption."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ..contract.indexes import (
    NO_OPTIONS,
    BuildReport,
    LayerOptions,
    SourceDecisions,
    SourceFailure,
    SourceOptions,
)
from ..contract.notices import Notice, Stage, Unit
from ..errors import (
    ImageryError,
    IndexExists,
    ReembeddingIncomplete,
    SourceMoved,
    TooCoarse,
    VoiceIndexError,
)
from ..imagery.layer_options import as_described, layers_by_raster, with_layer
from ..imagery.source import Source, describe_source, find_sources, has_changed
from ..imagery.source_uris import local_path, same_raster
from ..imagery.tiling import TileGrid, TileSpec, about_tiles, few_pixels
from ..imagery.web_access import check_named
from ..paths import expanded
from ..progress import Progress
from .part_jobs import Executor, FinishedPart, PartJob, SerialExecutor, TileEncoder
from .plan import MAX_PART_TILES, NewSource, PlannedPart, SourceRecord
from .relocation import lost_sources, moved_from
from .store import StoreSettings, VectorStoreWriter, check_model, open_writer, store_info

#: Is told about how many tiles a build is going to read; raises if that is too much.
Approval = Callable[[int], None]
#: Decisions about a source that are also told while a build runs, under the code of the note: before the build is
#: approved, and once the source has tiles.
_NOTES_BEFORE_APPROVAL = {"public-service": "tiles-of-public-service"}
_NOTES_OF_ADDED = {"crs-from-option": "crs-replaced", "crs-from-layer": "crs-replaced"}


def build_index(
    uri: str | Path,
    inputs: Sequence[str],
    encoder: TileEncoder,
    tile_spec: TileSpec,
    source_options: SourceOptions = NO_OPTIONS,
    *,
    layers: Sequence[LayerOptions] = (),
    part_tiles: int,
    batch_size: int,
    progress: Progress | None = None,
    executor: Executor | None = None,
    approve: Approval | None = None,
) -> BuildReport:
    """Build a voice index of the rasters that ``inputs`` name.

    The same call on an unfinished index goes on where it stopped, and on a finished one does nothing.

    Args:
        uri: The folder, ``NAME.scrl``; made if missing.
        inputs: Files, folders, patterns, addresses.
        encoder: The model.
        tile_spec: Ground sizes, overlap and pixels of the tiles; the pixels are those of the encoder.
        source_options: CRS, bands and date for rasters with missing metadata.
        layers: What layers in QGIS say of single sources.
        part_tiles: Maximum number of tiles per part of a new index; an existing one keeps its own.
        batch_size: Tiles embedded at a time.
        progress: Advanced after every batch; checked for cancellation before every tile, also in the
            thread that reads.
        executor: Runs the part jobs; one after the other in this process by default.
        approve: Asked before anything is planned; what it raises ends the build.

    Raises:
        NoSources: Nothing was found.
        SourceMoved: The index that is there was built from the same imagery at another place.
        IndexExists: An index with different settings, or something else, is there.
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
    with contextlib.ExitStack() as stack:
        try:
            writer = stack.enter_context(open_writer(uri, settings))
        except IndexExists:
            moved = _moved_imagery(uri, settings, uris)
            if moved is None:
                raise
            raise moved from None
        run = _Run(writer, encoder, progress or Progress(), began, approve)
        parts = run.plan(uris, source_options, explicit_options=False, layers=layers, inputs=inputs)
        return run.execute(parts, batch_size, executor or SerialExecutor())


def add_to_index(
    uri: str | Path,
    inputs: Sequence[str],
    encoder: TileEncoder,
    source_options: SourceOptions = NO_OPTIONS,
    *,
    layers: Sequence[LayerOptions] = (),
    batch_size: int,
    progress: Progress | None = None,
    executor: Executor | None = None,
    approve: Approval | None = None,
) -> BuildReport:
    """Add rasters to a voice index; those that it contains unchanged are not embedded again.

    A source that has changed on disk, or whose ``source_options`` have changed, is indexed again. Pending
    work of an interrupted build or add is completed too.

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
        run = _Run(writer, encoder, progress or Progress(), began, approve)
        explicit = source_options != NO_OPTIONS
        parts = run.plan(
            uris, source_options, explicit_options=explicit, layers=layers, inputs=inputs
        )
        return run.execute(parts, batch_size, executor or SerialExecutor())


def reembed_index(
    uri: str | Path,
    encoder: TileEncoder,
    *,
    batch_size: int,
    progress: Progress | None = None,
    executor: Executor | None = None,
    approve: Approval | None = None,
) -> BuildReport:
    """Embed what an index of another model holds with this one: the same rasters, tiles and options.

    The index stays as it is until all is done, then its content is replaced at once. The same call goes on where
    an interrupted one stopped; an index of this model is left alone.

    Raises:
        ReembeddingIncomplete: Some rasters cannot be read; what was embedded is kept for the next time.
        IndexMissing, IndexLocked, IndexDamaged, IndexFormatTooNew, DiskFull, FolderNotWritable, Cancelled.
    """
    began = time.monotonic()
    with open_writer(uri) as writer:
        info = writer.info
        if info.settings.model_checksum == encoder.checksum:
            return BuildReport(0, 0, 0, 0.0, (), (), (), info.tiles)
        settings = dataclasses.replace(
            info.settings,
            model_checksum=encoder.checksum,
            embedding_size=encoder.embedding_size,
            tile_spec=dataclasses.replace(info.settings.tile_spec, pixels=encoder.tile_pixels),
        )
        said = {record.source.uri: record.options for record in info.sources}
        with writer.successor(settings) as successor:
            begun = successor.info.sources
            gone = frozenset(record.number for record in begun if record.source.uri not in said)
            if gone:
                successor.remove_sources(gone)
            run = _Run(successor, encoder, progress or Progress(), began, approve)
            parts = run.plan(list(said), info.settings.options, explicit_options=False, said=said)
            report = run.execute(parts, batch_size, executor or SerialExecutor())
        if report.failed:
            raise ReembeddingIncomplete(
                index=info.uri,
                count=len(report.failed),
                total=len(said),
                source=report.failed[0].source,
            )
        writer.succeed()
    return report


class _Run:
    """One run of build or add: it plans, hands out jobs, and is the one that commits."""

    def __init__(
        self,
        writer: VectorStoreWriter,
        encoder: TileEncoder,
        progress: Progress,
        began: float,
        approve: Approval | None,
    ) -> None:
        self._writer = writer
        self._encoder = encoder
        self._progress = progress
        self._began = began
        self._approve = approve
        self._decisions: list[SourceDecisions] = []
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
        said: Mapping[str, SourceOptions] | None = None,
        inputs: Sequence[str] | None = None,
    ) -> tuple[PlannedPart, ...]:
        """Give every new or changed source its number and tile ids, and every part its number.

        ``said`` are options of single sources, which win over ``options``; ``inputs`` is what the user has named,
        None if that is ``uris``.
        """
        info = self._writer.info
        known = {record.source.uri: record for record in info.sources}
        lost = lost_sources(info)
        # A raster that the index knows by another name, through a link, is not a new one.
        names = {same_raster(uri): uri for uri in known}
        uris = [names.get(same_raster(uri), uri) for uri in uris]
        unfinished = {work.source for work in info.pending}
        others = [r.source.uri for r in info.sources if r.number in unfinished]
        named = set(uris)
        by_raster = layers_by_raster(layers)
        described: list[tuple[Source, SourceOptions, SourceRecord | None]] = []
        added: list[NewSource] = []
        replaced: set[int] = set()
        unreadable: set[int] = set()
        self._progress.start(Stage.READING_SOURCES, len(uris), Unit.SOURCE)
        for uri in dict.fromkeys([*uris, *others]):
            self._progress.check_cancelled()
            record = known.get(uri)
            chosen = (said or {}).get(uri, options)
            if record is not None and not (uri in named and explicit_options):
                chosen = record.options
            layer = by_raster.get(same_raster(uri))
            if layer is not None and record is not None and chosen == record.options:
                # What a layer says no otherwise than the file has been understood is no news.
                layer = as_described(layer, record.source)
            chosen = with_layer(chosen, layer)
            try:
                if record is None or chosen != record.options or has_changed(record.source):
                    moved = None if record else moved_from(uri, info.uri, lost)
                    if moved is not None:
                        raise moved
                    if record is None and inputs is not None:
                        check_named(uri, inputs)
                    source = describe_source(uri, chosen)
                    described.append((source, chosen, record))
                    self._note_decisions(source, _NOTES_BEFORE_APPROVAL)
                elif record.number not in unfinished:
                    self._skipped.append(uri)
            except ImageryError as error:
                self._fail(SourceFailure(uri, error.notice()))
                if record is not None:
                    unreadable.add(record.number)
            self._progress.advance()
        spec = info.settings.tile_spec
        if self._approve is not None:
            anew = unreadable | {record.number for _, _, record in described if record}
            left = sum(work.tiles for work in info.pending if work.source not in anew)
            self._approve(left + sum(about_tiles(source, spec) for source, _, _ in described))
        coarse: set[float] = set()
        for source, chosen, record in described:
            self._progress.check_cancelled()
            try:
                grid = TileGrid(source, spec)
            except ImageryError as error:
                self._fail(SourceFailure(source.uri, error.notice()))
                if record is not None:
                    unreadable.add(record.number)
                continue
            if record is not None:
                replaced.add(record.number)
                self._reindexed.append(source.uri)
                self._progress.note(Notice("source-reindexed", {"source": source.name}))
            self._note_decisions(source, _NOTES_OF_ADDED)
            for note in few_pixels(source, spec):
                # Once for each size: the next raster is likely of the same kind.
                if note.values["ground_size_m"] not in coarse:
                    coarse.add(note.values["ground_size_m"])
                    self._progress.note(note)
            for reason in grid.left_out:
                if not isinstance(reason, TooCoarse):  # That has just been told.
                    self._progress.note(reason.notice())
            if source.decisions:
                self._decisions.append(SourceDecisions(source.uri, source.decisions))
            added.append(NewSource(source, len(grid), chosen))
        return self._writer.plan(added, frozenset(replaced), frozenset(unreadable))

    def execute(
        self, parts: Sequence[PlannedPart], batch_size: int, executor: Executor
    ) -> BuildReport:
        """Have the parts made, commit each as it comes, and return what has been done."""
        info, target = self._writer.info, self._writer.target
        records = {record.number: record for record in info.sources}
        jobs = []
        for part in parts:
            sources = tuple(records[number] for number in sorted({w.source for w in part.work}))
            jobs.append(PartJob(part, sources, info.settings.tile_spec, target, batch_size))
        planned = sum(work.tiles for part in parts for work in part.work)
        self._progress.start(Stage.EMBEDDING_TILES, planned, Unit.TILE)
        # Closing ends the executor's remaining work when a commit fails.
        with contextlib.closing(
            executor.run(jobs, self._encoder, self._progress)
        ) as finished_parts:
            for finished in finished_parts:
                self._commit(finished)
        return BuildReport(
            tiles=self._tiles,
            skipped_empty=self._skipped_empty,
            parts=self._parts,
            seconds=time.monotonic() - self._began,
            skipped_sources=tuple(self._skipped),
            reindexed_sources=tuple(self._reindexed),
            failed=tuple(SourceFailure(*item) for item in self._failed.items()),
            tiles_in_index=self._writer.info.tiles,
            decisions=tuple(self._decisions),
        )

    def _commit(self, finished: FinishedPart) -> None:
        for failure in finished.failed:
            self._fail(failure)
        if not finished.part.work:
            return
        self._writer.commit(finished.part, finished.written)
        self._parts += finished.written is not None
        self._tiles += finished.tiles
        self._skipped_empty += sum(work.tiles for work in finished.part.work) - finished.tiles

    def _note_decisions(self, source: Source, notes: Mapping[str, str]) -> None:
        """Tell during the build what was decided about a source, where ``notes`` has a note for it."""
        for decision in source.decisions:
            if decision.code in notes:
                values = {"source": source.name, **decision.values}
                self._progress.note(Notice(notes[decision.code], values))

    def _fail(self, failure: SourceFailure) -> None:
        if failure.source not in self._failed:
            self._failed[failure.source] = failure.failure
            self._progress.note(failure.failure)


def _moved_imagery(
    uri: str | Path, settings: StoreSettings, uris: Sequence[str]
) -> SourceMoved | None:
    """Return the failure of a build that differs from the index by nothing but the place of its imagery."""
    try:
        info = store_info(uri)
    except VoiceIndexError:
        return None
    same_place = dataclasses.replace(settings, inputs=info.settings.inputs)
    if info.settings.differences(same_place):
        return None
    lost = lost_sources(info)
    return next((m for one in uris if (m := moved_from(one, info.uri, lost))), None)


def _absolute_input(name: str) -> str:
    if local_path(name) != Path(name):
        return name
    return os.path.abspath(expanded(name))  # noqa: PTH100 (links stay links)
