"""Maintenance of a voice index: info, verify, compact, remove a source."""

from __future__ import annotations

from pathlib import Path

from ..contract.indexes import (
    CompactReport,
    IndexedSource,
    IndexInfo,
    RemoveReport,
    VerifyReport,
)
from ..errors import UnknownSource, UsageError
from ..imagery.proj_data import crs_name
from ..paths import expanded
from ..progress import Progress
from .plan import SourceRecord
from .store import StoreInfo, backend_of, locating_sources, open_writer


def index_info(uri: str | Path, model_checksum: str | None = None) -> IndexInfo:
    """Describe a voice index.

    Args:
        uri: ``NAME.scrl``.
        model_checksum: The model that makes the queries, if there is one.

    Raises:
        IndexMissing, IndexUnreadable, IndexFormatTooNew, IndexDamaged: It cannot be described.
    """
    backend, address = backend_of(uri)
    info, tiles = backend.info(address), backend.tiles_of_sources(address)
    unfinished = {work.source for work in info.pending}
    with locating_sources(info):
        sources = tuple(
            IndexedSource(
                name=record.source.name,
                uri=record.source.uri,
                tiles=tiles.get(record.number, 0),
                complete=record.number not in unfinished,
                date=record.source.date,
                crs=crs_name(record.source.crs_wkt),
                pixel_size_m=record.source.pixel_size_m,
                bounds=record.source.bounds_4326,
                decisions=record.source.decisions,
            )
            for record in info.sources
        )
    dates = [record.source.date for record in info.sources if record.source.date is not None]
    return IndexInfo(
        path=info.uri,
        format_version=info.format_version,
        model_checksum=info.settings.model_checksum,
        model_matches=info.settings.model_checksum == model_checksum,
        embedding_size=info.settings.embedding_size,
        tiles=info.tiles,
        parts=info.parts,
        bytes_on_disk=backend.bytes_stored(address),
        ground_sizes_m=info.settings.tile_spec.ground_sizes_m,
        overlap=info.settings.tile_spec.overlap,
        bounds=info.bounds,
        since=min(dates, default=None),
        until=max(dates, default=None),
        complete=not info.pending,
        pending_tiles=sum(work.tiles for work in info.pending),
        sources=sources,
    )


def verify_index(
    uri: str | Path, repair: bool = False, progress: Progress | None = None
) -> VerifyReport:
    """Compare all that the index holds with its checksums, and every vector with the unit length.

    Args:
        uri: ``NAME.scrl``.
        repair: Write damaged parts again whose vectors are sound, drop the others: the same ``build``
            or ``add`` restores those.
        progress: Advanced after every part.

    Raises:
        IndexMissing, IndexUnreadable, IndexFormatTooNew, IndexDamaged: It cannot be opened at all.
        IndexLocked, DiskFull, FolderNotWritable: Only with ``repair``.
    """
    progress = progress or Progress()
    if not repair:
        backend, address = backend_of(uri)
        return backend.verify(address, progress)
    with open_writer(uri) as writer:
        return writer.repair(progress)


def compact_index(uri: str | Path, progress: Progress | None = None) -> CompactReport:
    """Merge small parts into parts of up to 65,536 tiles; build Annoy trees where they are missing.

    Each merged part is committed at once; a crash in between leaves a valid index.

    Raises:
        IndexMissing, IndexUnreadable, IndexFormatTooNew, IndexDamaged, IndexLocked, DiskFull, FolderNotWritable.
    """
    backend, address = backend_of(uri)
    with open_writer(uri) as writer:
        parts, bytes_before = writer.info.parts, backend.bytes_stored(address)
        writer.compact(progress or Progress())
        bytes_after = backend.bytes_stored(address)
        return CompactReport(parts, writer.info.parts, bytes_before, bytes_after)


def remove_source(uri: str | Path, source: str, progress: Progress | None = None) -> RemoveReport:
    """Take a source and its tiles out of the index.

    Args:
        uri: ``NAME.scrl``.
        source: Path of the source as ``info`` prints it, or its file name.
        progress: Checked for cancellation before the work.

    Raises:
        UnknownSource: The index does not hold it.
        UsageError: Several sources have that file name.
        IndexMissing, IndexUnreadable, IndexFormatTooNew, IndexDamaged, IndexLocked, DiskFull, FolderNotWritable.
    """
    with open_writer(uri) as writer:
        before = writer.info
        record = _find_source(before, source)
        (progress or Progress()).check_cancelled()
        writer.remove_sources(frozenset({record.number}))
        return RemoveReport(record.source.uri, before.tiles - writer.info.tiles)


def _find_source(info: StoreInfo, source: str) -> SourceRecord:
    wanted = {source, str(expanded(source).absolute())}
    found = [record for record in info.sources if record.source.uri in wanted]
    found = found or [record for record in info.sources if record.source.name == source]
    if not found:
        raise UnknownSource(source=source, index=info.uri)
    if len(found) > 1:
        raise UsageError(
            problem=f"{len(found)} sources of {info.uri} are called {source}.",
            advice=f"Give the whole path, for example {found[0].source.uri}.",
        )
    return found[0]
