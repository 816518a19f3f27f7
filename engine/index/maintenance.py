"""What keeps a voice index in order: info, verify, compact, remove a source."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
from pathlib import Path

import numpy as np

from ..contract.indexes import (
    CompactReport,
    IndexedSource,
    IndexInfo,
    IndexProblem,
    RemoveReport,
    VerifyReport,
)
from ..contract.notices import Stage, Unit
from ..errors import IndexDamaged, UnknownSource, UsageError
from ..imagery.proj_data import coordinate_system
from ..paths import expanded
from ..progress import Progress, SilentProgress
from .annoy_trees import annoy_package
from .compaction import replace_parts, without_sources
from .format import (
    FORMAT_VERSION,
    MAX_PART_ROWS,
    PART_FILE,
    PARTS_FOLDER,
    IndexFile,
    PartEntry,
    PartFile,
    SourceRecord,
    read_index,
)
from .part import ROWS_FILE, VECTORS_FILE, Part
from .scoring import NotUnitLength, check_unit_length
from .transaction import commit, writable_index


def index_info(path: Path, model_checksum: str | None = None) -> IndexInfo:
    """Describe the voice index in the folder ``path``.

    Args:
        path: ``NAME.scrl``.
        model_checksum: The model that makes the queries, if there is one.

    Raises:
        IndexMissing, IndexUnreadable, IndexFormatTooNew, IndexDamaged: It cannot be described.
    """
    index = read_index(path)
    pending = index.pending_work()
    unfinished = {work.source for work in pending}
    tiles = _tiles_by_source(path, index)
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
        )
        for record in index.sources
    )
    dates = [record.source.date for record in index.sources if record.source.date is not None]
    return IndexInfo(
        path=str(path),
        tiles=index.rows,
        parts=len(index.parts),
        bytes_on_disk=_bytes_on_disk(path),
        format_version=FORMAT_VERSION,
        model_checksum=index.model_checksum,
        model_matches=index.model_checksum == model_checksum,
        embedding_size=index.embedding_size,
        ground_sizes_m=index.tile_spec.ground_sizes_m,
        overlap=index.tile_spec.overlap,
        sources=sources,
        since=min(dates, default=None),
        until=max(dates, default=None),
        bounds=index_bounds(index),
        complete=not pending,
        pending_tiles=sum(len(work) for work in pending),
    )


def index_bounds(index: IndexFile) -> tuple[float, float, float, float] | None:
    """Return west, south, east, north in EPSG:4326 of all tiles, None if there is none."""
    if not index.parts:
        return None
    bounds = np.array([part.bounds for part in index.parts])
    west, south = bounds[:, :2].min(axis=0).tolist()
    east, north = bounds[:, 2:].max(axis=0).tolist()
    return west, south, east, north


def verify_index(
    path: Path, repair: bool = False, progress: Progress | None = None
) -> VerifyReport:
    """Compare every file of the index with its checksum, and every vector with the unit length.

    Args:
        path: The folder of the index.
        repair: Rewrite parts whose vectors are sound, drop the others from ``index.json``: the same
            ``build`` or ``add`` makes those again.
        progress: Told of every part.

    Raises:
        IndexMissing, IndexUnreadable, IndexFormatTooNew, IndexDamaged: ``index.json`` itself cannot be read.
        IndexLocked, DiskFull, FolderNotWritable: Only with ``repair``.
    """
    progress = progress or SilentProgress()
    if not repair:
        index = read_index(path)
        return VerifyReport(len(index.parts), index.rows, _problems(path, index, progress), False)
    with writable_index(path) as index:
        problems = _problems(path, index, progress)
        repaired = index
        for name in dict.fromkeys(problem.part for problem in problems):
            entry = next(part for part in index.parts if part.name == name)
            if all(p.remedy == "rewritten" for p in problems if p.part == name):
                repaired = replace_parts(path, repaired, [entry], frozenset())
            else:
                repaired = dataclasses.replace(
                    repaired, parts=tuple(p for p in repaired.parts if p.name != name)
                )
        if problems:
            commit(path, repaired)
        return VerifyReport(len(index.parts), index.rows, problems, bool(problems))


def compact_index(path: Path, progress: Progress | None = None) -> CompactReport:
    """Merge small parts into parts of up to 65,536 rows; build trees where they are missing.

    Each merger is visible at once and whole; a crash between two leaves a valid index.

    Raises:
        IndexMissing, IndexUnreadable, IndexFormatTooNew, IndexDamaged, IndexLocked, DiskFull, FolderNotWritable.
    """
    progress = progress or SilentProgress()
    with writable_index(path) as index:
        parts_before, bytes_before = len(index.parts), _bytes_on_disk(path)
        groups = _groups_to_merge(path, index)
        progress.start(Stage.MERGING_PARTS, sum(len(group) for group in groups), Unit.PART)
        for group in groups:
            progress.check_cancelled()
            index = replace_parts(path, index, group, frozenset())
            commit(path, index)
            progress.advance(len(group))
        return CompactReport(parts_before, len(index.parts), bytes_before, _bytes_on_disk(path))


def remove_source(path: Path, source: str, progress: Progress | None = None) -> RemoveReport:
    """Take a source and its tiles out of the index.

    Args:
        path: The folder of the index.
        source: Path of the source as ``info`` prints it, or its file name.
        progress: Asked before the work whether to stop.

    Raises:
        UnknownSource: The index does not hold it.
        UsageError: Several sources have that file name.
        IndexMissing, IndexUnreadable, IndexFormatTooNew, IndexDamaged, IndexLocked, DiskFull, FolderNotWritable.
    """
    progress = progress or SilentProgress()
    with writable_index(path) as index:
        record = _find_source(path, index, source)
        progress.check_cancelled()
        before = index.rows
        index = without_sources(path, index, frozenset({record.number}))
        commit(path, index)
        return RemoveReport(record.source.uri, before - index.rows)


def _find_source(path: Path, index: IndexFile, source: str) -> SourceRecord:
    wanted = {source, str(expanded(source).absolute())}
    found = [record for record in index.sources if record.source.uri in wanted]
    found = found or [record for record in index.sources if record.source.name == source]
    if not found:
        raise UnknownSource(source=source, index=path)
    if len(found) > 1:
        raise UsageError(
            problem=f"{len(found)} sources of {path} are called {source}.",
            advice=f"Give the whole path, for example {found[0].source.uri}.",
        )
    return found[0]


def _problems(path: Path, index: IndexFile, progress: Progress) -> tuple[IndexProblem, ...]:
    problems: list[IndexProblem] = []
    progress.start(Stage.VERIFYING_PARTS, len(index.parts), Unit.PART)
    seen = np.zeros(0, dtype=np.int64)
    for entry in index.parts:
        progress.check_cancelled()
        found, ids = _problems_of_part(path, index, entry)
        twice = np.intersect1d(seen, ids)
        if len(twice):
            reason = f"tile {twice[0]} is in another part too"
            found = [*found, IndexProblem(entry.name, ROWS_FILE, reason, "dropped")]
        seen = np.union1d(seen, ids)
        problems += found
        progress.advance()
    return tuple(problems)


def _problems_of_part(
    path: Path, index: IndexFile, entry: PartEntry
) -> tuple[list[IndexProblem], np.ndarray]:
    nothing = np.zeros(0, dtype=np.int64)
    try:
        part = Part(path, entry, index.embedding_size)
    except IndexDamaged as error:
        file = Path(str(error.values["path"])).name
        return [IndexProblem(entry.name, file, str(error.values["reason"]), "dropped")], nothing
    problems = [
        IndexProblem(
            entry.name,
            file,
            reason,
            "dropped" if file in (VECTORS_FILE, ROWS_FILE) else "rewritten",
        )
        for file, reason in part.wrong_files()
    ]
    if part.file.model_checksum != index.model_checksum:
        problems.append(IndexProblem(entry.name, PART_FILE, "another model made it", "dropped"))
    if any(problem.remedy == "dropped" for problem in problems):
        return problems, nothing
    try:
        check_unit_length(part.vectors)
    except NotUnitLength as error:
        problems.append(IndexProblem(entry.name, VECTORS_FILE, str(error), "dropped"))
    ids = np.asarray(part.rows["id"])
    known = np.isin(part.rows["source"], [record.number for record in index.sources])
    if (np.diff(ids) <= 0).any() or not known.all():
        reason = "its rows are out of order or of no source of the index"
        problems.append(IndexProblem(entry.name, ROWS_FILE, reason, "dropped"))
    return problems, ids


def _groups_to_merge(path: Path, index: IndexFile) -> list[list[PartEntry]]:
    """Return the parts to merge, in the order of their tiles; a part alone only for its trees."""
    can_plant = annoy_package() is not None
    ordered = sorted(index.parts, key=lambda entry: (entry.work[0].source, entry.work[0].start))
    treeless = {e.name for e in ordered if can_plant and _part_file(path, e).tree is None}
    groups: list[list[PartEntry]] = []
    for entry in ordered:
        if entry.rows > MAX_PART_ROWS // 2 and entry.name not in treeless:
            continue
        if groups and sum(e.rows for e in groups[-1]) + entry.rows <= MAX_PART_ROWS:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return [group for group in groups if len(group) > 1 or group[0].name in treeless]


def _part_file(path: Path, entry: PartEntry) -> PartFile:
    file = path / PARTS_FOLDER / entry.name / PART_FILE
    try:
        return PartFile.from_json(file.read_bytes())
    except (OSError, ValueError, KeyError, TypeError, json.JSONDecodeError) as error:
        raise IndexDamaged(path=file, reason="it cannot be read", index=path) from error


def _tiles_by_source(path: Path, index: IndexFile) -> dict[int, int]:
    counts: dict[int, int] = {}
    for entry in index.parts:
        holders = {work.source for work in entry.work}
        if len(holders) == 1:
            numbers, tiles = list(holders), [entry.rows]
        else:
            rows = Part(path, entry, index.embedding_size).rows
            found, totals = np.unique(rows["source"], return_counts=True)
            numbers, tiles = found.tolist(), totals.tolist()
        for number, count in zip(numbers, tiles, strict=True):
            counts[number] = counts.get(number, 0) + count
    return counts


def _bytes_on_disk(path: Path) -> int:
    total = 0
    for folder, _, names in os.walk(path):
        for name in names:
            # A writer may remove files and whole parts while they are being counted.
            with contextlib.suppress(OSError):
                total += (Path(folder) / name).stat().st_size
    return total


def crs_name(wkt: str) -> str:
    """Return the authority and code of a coordinate system, or its name."""
    crs = coordinate_system(wkt)
    authority = crs.to_authority()
    return f"{authority[0]}:{authority[1]}" if authority else crs.name
