"""From rasters to voice indexes: looked at, estimated, built, added, resumed."""

from __future__ import annotations

import math
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from ..contract.indexes import (
    BuildEstimate,
    BuildReport,
    LayerOptions,
    SourceFailure,
    SourceInfo,
)
from ..contract.methods import (
    AddToIndexParams,
    BuildIndexParams,
    Cluster,
    DescribeSourcesParams,
    DescribeSourcesResult,
    EstimateBuildParams,
    ReembedIndexParams,
    ResumeBuildParams,
)
from ..contract.notices import Notice, Stage, Unit
from ..errors import (
    BuildTooLarge,
    IndexMissing,
    UsageError,
    UserError,
    error_of,
)
from ..paths import check_folder, exists, place_of
from ..progress import Task
from .cluster import chosen_executor
from .session import Session

if TYPE_CHECKING:
    from ..imagery.source import Source
    from ..imagery.tiling import TileSpec
    from ..index.builder import Approval

#: Tiles embedded between two looks at whether to stop: less than a second's work on a laptop.
BATCH_SIZE = 32
#: Tiles in a part of a new index: what is searched while a build runs grows by as many.
PART_TILES = 2048
#: From so many parts on, a finished build merges them, so that searches open fewer files.
MERGE_FROM = 8
#: A build that takes longer is not begun before the user has confirmed it.
LONG_SECONDS = 86_400.0
#: Every computer does so many tiles in a day.
FEW_TILES = 20_000


#: Whatever names imagery: inputs, options, and what layers say.
_Imagery: TypeAlias = (
    DescribeSourcesParams | EstimateBuildParams | BuildIndexParams | AddToIndexParams
)


def describe_sources(
    session: Session, params: DescribeSourcesParams, task: Task
) -> DescribeSourcesResult:
    """Look at rasters before they are indexed."""
    from ..imagery.proj_data import crs_name
    from ..imagery.tiling import default_ground_size

    sources, failed = _look_at(session, params, task)
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
                decisions=source.decisions,
            )
            for source in sources
        ),
        failed=tuple(failed),
    )


def estimate_build(session: Session, params: EstimateBuildParams, task: Task) -> BuildEstimate:
    """Say how many tiles a build will have, and about how long it takes."""
    from ..imagery.tiling import count_tiles, few_pixels
    from ..index.store import backend_of

    backend, _ = backend_of(Path())
    identity = session.identity()
    spec = _spec(params.ground_sizes_m, params.overlap, identity.tile_pixels)
    sources, failed = _look_at(session, params, task)
    tiles = 0
    coarse: dict[float, Notice] = {}
    for source in sources:
        task.check_cancelled()
        try:
            tiles += count_tiles(source, spec)
        except UserError as error:
            failed.append(SourceFailure(source.uri, error.notice()))
            continue
        for note in few_pixels(source, spec):
            size = note.values["ground_size_m"]
            coarse[size] = min(coarse.get(size, note), note, key=lambda each: each.values["pixels"])
    return BuildEstimate(
        tiles=tiles,
        seconds=tiles / _pace(session, task),
        bytes=tiles * backend.bytes_per_tile(identity.embedding_size),
        failed=tuple(failed),
        notes=tuple(coarse.values()),
    )


def build_index(session: Session, params: BuildIndexParams, task: Task) -> BuildReport:
    """Build a voice index; goes on where an interrupted build of the same stopped.

    What an index that is there already was begun with is kept: the size of its parts and, where none
    is given, the ground sizes of its tiles. So it does not matter who began it, QGIS or a terminal.
    """
    from ..index import builder
    from ..index.plan import MAX_PART_TILES
    from ..index.store import store_info

    path = place_of(params.index)
    if isinstance(path, Path):
        check_folder(path.parent, path)
    part_tiles = PART_TILES if params.part_tiles is None else params.part_tiles
    if not 0 < part_tiles <= MAX_PART_TILES:
        raise UsageError(
            problem=f"A part cannot have {part_tiles} tiles.",
            advice=f"Choose a number from 1 to {MAX_PART_TILES}.",
        )
    sizes = params.ground_sizes_m
    if not sizes:
        try:
            sizes = store_info(path).settings.tile_spec.ground_sizes_m
        except IndexMissing:
            sizes = (_suggested_ground_size(session, params, task),)
    return _write(
        session,
        path,
        task,
        params.confirmed,
        params.cluster,
        lambda model, **how: builder.build_index(
            path,
            params.inputs,
            model,
            _spec(sizes, params.overlap, model.tile_pixels),
            params.options,
            layers=_layers(params),
            part_tiles=part_tiles,
            **how,
        ),
    )


def add_to_index(session: Session, params: AddToIndexParams, task: Task) -> BuildReport:
    """Add rasters to a voice index."""
    from ..index import builder
    from ..index.store import store_info

    path = place_of(params.index)
    store_info(path)  # A folder that is no index is told before the model is loaded.
    return _write(
        session,
        path,
        task,
        params.confirmed,
        params.cluster,
        lambda model, **how: builder.add_to_index(
            path, params.inputs, model, params.options, layers=_layers(params), **how
        ),
    )


def resume_build(session: Session, params: ResumeBuildParams, task: Task) -> BuildReport:
    """Go on with what an interrupted build or add has left."""
    from ..index.store import store_info

    path = place_of(params.index)
    info = store_info(path)
    unfinished = {work.source for work in info.pending}
    uris = [record.source.uri for record in info.sources if record.number in unfinished]
    if not uris:
        return BuildReport(0, 0, 0, 0.0, (), (), (), info.tiles)
    # Whoever began it has been asked.
    again = AddToIndexParams(params.index, tuple(uris), confirmed=True, cluster=params.cluster)
    return add_to_index(session, again, task)


def reembed_index(session: Session, params: ReembedIndexParams, task: Task) -> BuildReport:
    """Embed the rasters of an index of another model with the session's."""
    from ..index import builder
    from ..index.store import store_info

    path = place_of(params.index)
    store_info(path)  # A folder that is no index is told before the model is loaded.
    return _write(
        session, path, task, params.confirmed, params.cluster, partial(builder.reembed_index, path)
    )


def _approval(
    session: Session, path: str | Path, task: Task, confirmed: bool, workers: int
) -> Approval | None:
    """Return what refuses more than a day's work and more than the disk holds, unless that has been confirmed.

    A worker is taken to be as fast as this computer.
    """
    from ..index.store import backend_of

    if confirmed:
        return None

    def approve(tiles: int) -> None:
        backend, _ = backend_of(path)
        size = tiles * backend.bytes_per_tile(session.identity().embedding_size)
        free = _free_bytes(path)
        # Few tiles are no day's work on any computer: the pace need not be measured.
        seconds = tiles / _pace(session, task) / workers if tiles > FEW_TILES else 0.0
        if seconds > LONG_SECONDS or size > free:
            seconds = seconds or tiles / _pace(session, task) / workers
            raise BuildTooLarge(
                tiles=tiles, days=seconds / 86_400, size_gb=size / 1e9, free_gb=free / 1e9
            )

    return approve


def _write(
    session: Session,
    path: str | Path,
    task: Task,
    confirmed: bool,
    cluster: Cluster | None,
    run: Callable[..., BuildReport],
) -> BuildReport:
    """Let the model embed what is to be written, and merge small parts where there are many.

    Args:
        session: Has the model.
        path: The index.
        task: Told of all, and asked whether to stop.
        confirmed: Whether more than a day's work, and more than the disk holds, is wanted.
        cluster: Who makes the parts.
        run: Takes the model, and ``batch_size``, ``progress``, ``executor`` and ``approve`` as the functions of
            ``builder`` do.

    Raises:
        UserError: No index came of it; the failure of the first source.
    """
    from ..index.maintenance import compact_index
    from ..index.store import store_info

    with session.writing(path, task):
        with chosen_executor(session, cluster, task) as executor:
            workers = 1 if executor is None else executor.count(session.identity().checksum)
            report = run(
                session.model(task),
                batch_size=BATCH_SIZE,
                progress=task,
                executor=executor,
                approve=_approval(session, path, task, confirmed, workers),
            )
        if report.tiles >= 256 and report.seconds > 0 and cluster is None:
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


def _free_bytes(path: str | Path) -> float:
    """Return how much room there is for what is not there yet; nobody knows that of a database."""
    if isinstance(path, str):
        return math.inf
    return shutil.disk_usage(next(p for p in (path, *path.absolute().parents) if exists(p))).free


def _spec(ground_sizes_m: Sequence[float], overlap: float, pixels: int) -> TileSpec:
    from ..imagery.tiling import TileSpec

    return TileSpec(tuple(sorted(set(ground_sizes_m))), overlap=overlap, pixels=pixels)


def _suggested_ground_size(session: Session, imagery: _Imagery, task: Task) -> float:
    """Return the ground size that suits the first raster that can be read.

    Raises:
        UserError: None can be read: why not the first.
    """
    from ..imagery.source import find_sources
    from ..imagery.tiling import default_ground_size

    failure: UserError | None = None
    for _, found in _described(session, find_sources(imagery.inputs), imagery, task):
        if not isinstance(found, UserError):
            return float(default_ground_size(found))
        failure = failure or found
    raise failure or UsageError(problem="There is no raster.", advice="Name one.")


def _look_at(
    session: Session, imagery: _Imagery, task: Task
) -> tuple[list[Source], list[SourceFailure]]:
    """Describe what the inputs name, and say which of it cannot be read."""
    from ..imagery.source import find_sources

    uris = find_sources(imagery.inputs)
    sources: list[Source] = []
    failed: list[SourceFailure] = []
    task.start(Stage.READING_SOURCES, len(uris), Unit.SOURCE)
    for uri, found in _described(session, uris, imagery, task):
        if isinstance(found, UserError):
            failed.append(SourceFailure(uri, found.notice()))
        else:
            sources.append(found)
        task.advance()
    return sources, failed


def _described(
    session: Session, uris: Sequence[str], imagery: _Imagery, task: Task
) -> Iterator[tuple[str, Source | UserError]]:
    """Describe rasters one after the other; of one that cannot be read, yield why."""
    from ..imagery.layer_options import layers_by_raster, with_layer
    from ..imagery.source_uris import same_raster
    from ..imagery.web_access import check_named

    by_raster = layers_by_raster(_layers(imagery))
    for uri in uris:
        task.check_cancelled()
        try:
            check_named(uri, imagery.inputs)
            source = session.describe(
                uri, with_layer(imagery.options, by_raster.get(same_raster(uri)))
            )
        except UserError as error:
            yield uri, error
        else:
            yield uri, source


def _layers(imagery: _Imagery) -> tuple[LayerOptions, ...]:
    """Return what catalogues and layers in QGIS say of single rasters."""
    from ..imagery.catalogue import dated_by_items

    return (*dated_by_items(imagery.inputs), *imagery.layers)


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
