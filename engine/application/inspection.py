"""Voice indexes as they are: described, verified, compacted, their tiles as layers and pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..capabilities import model_identity
from ..contract.indexes import (
    CompactReport,
    IndexedSource,
    IndexInfo,
    IndexProblem,
    RemoveReport,
    Thumbnail,
    VerifyReport,
    WrittenFile,
)
from ..contract.methods import (
    IndexParams,
    RemoveSourceParams,
    ThumbnailsParams,
    ThumbnailsResult,
    VerifyIndexParams,
    WriteFootprintsParams,
)
from ..paths import check_folder
from ..progress import Task
from .session import Session


def index_info(_session: Session, params: IndexParams, _task: Task) -> IndexInfo:
    """Say what a voice index holds."""
    from ..index import maintenance

    identity = model_identity()
    info = maintenance.index_info(Path(params.index))
    checksum = identity and identity.checksum
    return IndexInfo(
        **{**vars(info), "sources": tuple(IndexedSource(**vars(s)) for s in info.sources)},
        format_version=1,
        model_matches=checksum == info.model_checksum,
    )


def verify_index(session: Session, params: VerifyIndexParams, task: Task) -> VerifyReport:
    """Compare a voice index with its checksums."""
    from ..index import maintenance

    path = Path(params.index)
    if not params.repair:
        return _report(maintenance.verify_index(path, False, task))
    with session.writing(path, task):
        return _report(maintenance.verify_index(path, True, task))


def compact_index(session: Session, params: IndexParams, task: Task) -> CompactReport:
    """Merge small parts."""
    from ..index import maintenance

    path = Path(params.index)
    with session.writing(path, task):
        return CompactReport(**vars(maintenance.compact_index(path, task)))


def remove_source(session: Session, params: RemoveSourceParams, task: Task) -> RemoveReport:
    """Take a raster out of a voice index."""
    from ..index import maintenance

    path = Path(params.index)
    with session.writing(path, task):
        return RemoveReport(**vars(maintenance.remove_source(path, params.source, task)))


def write_footprints(_session: Session, params: WriteFootprintsParams, task: Task) -> WrittenFile:
    """Write all footprints into a GeoPackage."""
    from ..index.search import VoiceIndex
    from ..index.tiles_layer import write_tiles_layer

    # Of whatever model: footprints are none of its business.
    tiles = write_tiles_layer(Path(params.out), VoiceIndex.open(Path(params.index)), task)
    return WrittenFile(params.out, tiles)


def thumbnails(session: Session, params: ThumbnailsParams, task: Task) -> ThumbnailsResult:
    """Write tiles as small pictures."""
    from ..imagery.thumbnails import Window, write_thumbnails

    folder = Path(params.folder)
    check_folder(folder, folder)
    index = session.open_index(Path(params.index))
    sources = index.file.source_by_number()
    wanted: dict[int, dict[int, Window]] = {}
    for tile_id in params.tile_ids:
        for part in index.parts:
            row = part.row_of(tile_id)
            if row is not None:
                left, top, width, height = part.rows["window"][row].tolist()
                of_source = wanted.setdefault(int(part.rows["source"][row]), {})
                of_source[tile_id] = (left, top, width, height)
                break
    pixels = max(16, min(1024, params.pixels))
    written: dict[int, Path] = {}
    for number, windows in wanted.items():
        written |= write_thumbnails(
            sources[number].source, windows, folder, pixels, task.check_cancelled
        )
    return ThumbnailsResult(tuple(Thumbnail(tile, str(path)) for tile, path in written.items()))


def _report(report: Any) -> VerifyReport:
    problems = tuple(IndexProblem(**vars(problem)) for problem in report.problems)
    return VerifyReport(**{**vars(report), "problems": problems})
