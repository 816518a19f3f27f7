"""Voice indexes as they are: described, verified, compacted, their tiles as layers and pictures."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from ..capabilities import model_identity
from ..contract.indexes import (
    CompactReport,
    CopyReport,
    IndexInfo,
    RelocateReport,
    RemoveReport,
    Thumbnail,
    VerifyReport,
    WrittenFile,
)
from ..contract.methods import (
    CopyIndexParams,
    IndexParams,
    RelocateParams,
    RemoveSourceParams,
    ThumbnailsParams,
    ThumbnailsResult,
    VerifyIndexParams,
    WriteFootprintsParams,
)
from ..errors import UserError
from ..paths import check_folder, place_of
from ..progress import Task
from .session import Session

_log = logging.getLogger(__name__)


def index_info(session: Session, params: IndexParams, _task: Task) -> IndexInfo:
    """Say what a voice index holds."""
    from ..index import maintenance

    identity = model_identity()
    info = maintenance.index_info(place_of(params.index), identity.checksum if identity else None)
    if info.model_matches and session.lasting:
        # Whoever asks about an index will soon ask it something.
        threading.Thread(
            target=_prepare, args=(session, place_of(params.index)), daemon=True
        ).start()
    return info


def _prepare(session: Session, path: str | Path) -> None:
    """Open an index and check it as a search would, so that the first one need not."""
    try:
        index = session.open_index(path)
        index.prepare()
        session.background(index)
    except UserError as error:
        # The search will tell it, to somebody who listens.
        _log.debug("%s cannot be prepared: %s", path, error)


def verify_index(session: Session, params: VerifyIndexParams, task: Task) -> VerifyReport:
    """Compare a voice index with its checksums."""
    from ..index import maintenance

    path = place_of(params.index)
    if not params.repair:
        return maintenance.verify_index(path, False, task)
    with session.writing(path, task):
        return maintenance.verify_index(path, True, task)


def compact_index(session: Session, params: IndexParams, task: Task) -> CompactReport:
    """Merge small parts."""
    from ..index import maintenance

    path = place_of(params.index)
    with session.writing(path, task):
        return maintenance.compact_index(path, task)


def copy_index(session: Session, params: CopyIndexParams, task: Task) -> CopyReport:
    """Make an index like another one: publish it, or pull it."""
    from ..index import copies

    target = place_of(params.target)
    if isinstance(target, Path):
        check_folder(target.parent, target)
    with session.writing(target, task):
        return copies.copy_index(place_of(params.source), target, params.replace, task)


def remove_source(session: Session, params: RemoveSourceParams, task: Task) -> RemoveReport:
    """Take a raster out of a voice index."""
    from ..index import maintenance

    path = place_of(params.index)
    with session.writing(path, task):
        return maintenance.remove_source(path, params.source, task)


def relocate_index(session: Session, params: RelocateParams, task: Task) -> RelocateReport:
    """Write down where the rasters of a voice index lie now."""
    from ..index.relocation import relocate

    path = place_of(params.index)
    model = session.model(task)
    with session.writing(path, task):
        return relocate(path, params.old, params.new, model, task)


def write_footprints(_session: Session, params: WriteFootprintsParams, task: Task) -> WrittenFile:
    """Write all footprints into a GeoPackage."""
    from ..index.store import open_store
    from ..index.tiles_layer import write_tiles_layer

    # Of whatever model: footprints are none of its business.
    tiles = write_tiles_layer(Path(params.out), open_store(params.index), task)
    return WrittenFile(params.out, tiles)


def thumbnails(session: Session, params: ThumbnailsParams, task: Task) -> ThumbnailsResult:
    """Write tiles as small pictures."""
    from ..imagery.thumbnails import Window, write_thumbnails

    folder = Path(params.folder)
    check_folder(folder, folder)
    index = session.open_index(place_of(params.index))
    sources = {record.source.uri: record.source for record in index.info.sources}
    wanted: dict[str, dict[int, Window]] = {}
    for table in index.items(params.tile_ids):
        for tile in table:
            wanted.setdefault(tile.source_path, {})[tile.tile_id] = tile.window
    pixels = max(16, min(1024, params.pixels))
    written: dict[int, Path] = {}
    for uri, windows in wanted.items():
        written |= write_thumbnails(sources[uri], windows, folder, pixels, task.check_cancelled)
    return ThumbnailsResult(tuple(Thumbnail(tile, str(path)) for tile, path in written.items()))
