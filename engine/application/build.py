"""From rasters to voice indexes: looked at, estimated, built, added, resumed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..contract.indexes import (
    NO_OPTIONS,
    BuildEstimate,
    BuildReport,
    LayerOptions,
    SourceFailure,
    SourceInfo,
    SourceOptions,
)
from ..contract.methods import (
    AddToIndexParams,
    BuildIndexParams,
    DescribeSourcesParams,
    DescribeSourcesResult,
    EstimateBuildParams,
    IndexParams,
)
from ..contract.notices import Stage, Unit
from ..errors import IndexMissing, UsageError, UserError, error_of
from ..paths import check_folder
from ..progress import Task
from .session import Session

if TYPE_CHECKING:
    from ..imagery import source as imagery
    from ..imagery.tiling import TileSpec
    from ..model.checkpoint import ScrlModel

#: Tiles embedded between two looks at whether to stop: less than a second's work on a laptop.
BATCH_SIZE = 32
#: Tiles in a part of a new index: what is searched while a build runs grows by as many.
PART_TILES = 2048
#: From so many parts on, a finished build merges them, so that searches open fewer files.
MERGE_FROM = 8


def describe_sources(
    _session: Session, params: DescribeSourcesParams, task: Task
) -> DescribeSourcesResult:
    """Look at rasters before they are indexed."""
    from ..imagery.proj_data import crs_name
    from ..imagery.tiling import default_ground_size

    sources, failed = _look_at(params.inputs, params.options, params.layers, task)
    return DescribeSourcesResult(
        sources=tuple(
            SourceInfo(
                uri=source.uri,
                name=source.name,
                crs=crs_name(source.crs_wkt),
                width=source.width,
                height=source.height,
                pixel_size_m=source.pixel_size_m,
                date=source.date,
                bounds=source.bounds_4326,
                suggested_ground_size_m=default_ground_size(source),
            )
            for source in sources
        ),
        failed=_failures(failed),
    )


def estimate_build(session: Session, params: EstimateBuildParams, task: Task) -> BuildEstimate:
    """Say how many tiles a build will have, and about how long it takes."""
    from ..imagery.tiling import TileGrid
    from ..index.store import backend_of

    backend, _ = backend_of(Path())
    identity = session.identity()
    spec = _spec(params.ground_sizes_m, params.overlap, identity.tile_pixels)
    sources, failed = _look_at(params.inputs, params.options, params.layers, task)
    tiles = 0
    for source in sources:
        task.check_cancelled()
        try:
            tiles += len(TileGrid(source, spec))
        except UserError as error:
            failed.append((source.uri, error))
    return BuildEstimate(
        tiles=tiles,
        seconds=tiles / _pace(session, task),
        bytes=tiles * backend.bytes_per_tile(identity.embedding_size),
        failed=_failures(failed),
    )


def build_index(session: Session, params: BuildIndexParams, task: Task) -> BuildReport:
    """Build a voice index; goes on where an interrupted build of the same stopped.

    What an index that is there already was begun with is kept: the size of its parts and, where none
    is given, the ground sizes of its tiles. So it does not matter who began it, QGIS or a terminal.
    """
    from ..index import builder
    from ..index.store import store_info

    path = Path(params.index)
    check_folder(path.parent, path)
    sizes = params.ground_sizes_m
    if not sizes:
        try:
            sizes = store_info(path).settings.tile_spec.ground_sizes_m
        except IndexMissing:
            sizes = (_suggested_ground_size(params.inputs, params.options, params.layers, task),)
    return _write(
        session,
        path,
        task,
        lambda model: builder.build_index(
            path,
            params.inputs,
            model,
            _spec(sizes, params.overlap, model.tile_pixels),
            params.options,
            layers=params.layers,
            part_tiles=PART_TILES,
            batch_size=BATCH_SIZE,
            progress=task,
        ),
    )


def add_to_index(session: Session, params: AddToIndexParams, task: Task) -> BuildReport:
    """Add rasters to a voice index."""
    return _add(session, Path(params.index), params.inputs, params.options, params.layers, task)


def resume_build(session: Session, params: IndexParams, task: Task) -> BuildReport:
    """Go on with what an interrupted build or add has left."""
    from ..index.store import store_info

    path = Path(params.index)
    info = store_info(path)
    unfinished = {work.source for work in info.pending}
    uris = [record.source.uri for record in info.sources if record.number in unfinished]
    if not uris:
        return BuildReport(0, 0, 0, 0.0, (), (), (), info.tiles)
    return _add(session, path, uris, NO_OPTIONS, (), task)


def _add(
    session: Session,
    path: Path,
    inputs: Sequence[str],
    options: SourceOptions,
    layers: Sequence[LayerOptions],
    task: Task,
) -> BuildReport:
    from ..index import builder
    from ..index.store import store_info

    store_info(path)  # A folder that is no index is told before the model is loaded.
    return _write(
        session,
        path,
        task,
        lambda model: builder.add_to_index(
            path, inputs, model, options, layers=layers, batch_size=BATCH_SIZE, progress=task
        ),
    )


def _write(
    session: Session, path: Path, task: Task, run: Callable[[ScrlModel], BuildReport]
) -> BuildReport:
    """Let a build or an addition run, and merge small parts where there are many.

    Raises:
        UserError: No index came of it; the failure of the first source.
    """
    from ..index.maintenance import compact_index
    from ..index.store import store_info

    with session.writing(path, task):
        report = run(session.model(task))
        if report.tiles >= 256 and report.seconds > 0:
            session.tiles_per_second = report.tiles / report.seconds
        try:
            parts = store_info(path).parts
        except IndexMissing:
            if report.failed:
                # Nothing could be read: why is more to the point than that there is no index.
                raise error_of(report.failed[0].failure) from None
            raise
        if parts >= MERGE_FROM and report.parts and not task.is_cancelled:
            compact_index(path, task)
    return report


def _spec(ground_sizes_m: Sequence[float], overlap: float, pixels: int) -> TileSpec:
    from ..imagery.tiling import TileSpec

    return TileSpec(tuple(sorted(set(ground_sizes_m))), overlap=overlap, pixels=pixels)


def _suggested_ground_size(
    inputs: Sequence[str], options: SourceOptions, layers: Sequence[LayerOptions], task: Task
) -> float:
    """Return the ground size that suits the first raster that can be read.

    Raises:
        UserError: None can be read: why not the first.
    """
    from ..imagery.layer_options import layers_by_raster, with_layer
    from ..imagery.source import describe_source, find_sources
    from ..imagery.source_uris import same_raster
    from ..imagery.tiling import default_ground_size

    by_raster = layers_by_raster(layers)
    failure: UserError | None = None
    for uri in find_sources(inputs):
        task.check_cancelled()
        try:
            said = with_layer(options, by_raster.get(same_raster(uri)))
            return float(default_ground_size(describe_source(uri, said)))
        except UserError as error:
            failure = failure or error
    raise failure or UsageError(problem="There is no raster.", advice="Name one.")


def _look_at(
    inputs: Sequence[str], options: SourceOptions, layers: Sequence[LayerOptions], task: Task
) -> tuple[list[imagery.Source], list[tuple[str, UserError]]]:
    """Describe what the inputs name, and say which of it cannot be read."""
    from ..imagery.layer_options import layers_by_raster, with_layer
    from ..imagery.source import describe_source, find_sources
    from ..imagery.source_uris import same_raster

    by_raster = layers_by_raster(layers)
    uris = find_sources(inputs)
    sources: list[imagery.Source] = []
    failed: list[tuple[str, UserError]] = []
    task.start(Stage.READING_SOURCES, len(uris), Unit.SOURCE)
    for uri in uris:
        task.check_cancelled()
        try:
            said = with_layer(options, by_raster.get(same_raster(uri)))
            sources.append(describe_source(uri, said))
        except UserError as error:
            failed.append((uri, error))
        task.advance()
    return sources, failed


def _failures(failed: Sequence[tuple[str, UserError]]) -> tuple[SourceFailure, ...]:
    return tuple(SourceFailure(uri, error.notice()) for uri, error in failed)


def _pace(session: Session, task: Task) -> float:
    """Return tiles a second: of the last build, else as the image encoder alone makes them."""
    if session.tiles_per_second is None:
        model = session.model()
        task.check_cancelled()
        images = np.zeros((8, model.tile_pixels, model.tile_pixels, 3), dtype=np.uint8)
        spent = []
        for _ in range(3):  # The first one warms up; of the others, the quieter moment counts.
            task.check_cancelled()
            began = time.perf_counter()
            model.encode_images(images)
            spent.append(time.perf_counter() - began)
        # Reading goes on beside it, but takes its share of the machine.
        session.tiles_per_second = len(images) / (1.3 * min(spent))
    return session.tiles_per_second
