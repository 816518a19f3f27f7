"""Maintenance of the parts of a voice index: rewritten, merged, rid of sources, verified."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...contract.indexes import IndexProblem
from ...contract.notices import Stage, Unit
from ...errors import IndexDamaged
from ...progress import Progress
from ..files import TEMPORARY_SUFFIX
from ..plan import MAX_PART_TILES, joined
from ..state import IndexFile, PartEntry
from .format import PART_FILE, PARTS_FOLDER
from .part import (
    ROWS_FILE,
    VECTORS_FILE,
    Part,
    can_have_cells,
    part_name,
    place_part,
    stage_part,
    stage_with_new_layer,
)


def replace_parts(
    path: Path,
    index: IndexFile,
    entries: Sequence[PartEntry],
    drop_sources: frozenset[int] = frozenset(),
) -> IndexFile:
    """Write one new part with the rows of ``entries``, less those of ``drop_sources``.

    Args:
        path: The folder of the index.
        index: Its state; the new state is returned and not yet committed.
        entries: Parts that together have no more rows than a part may hold.
        drop_sources: Numbers of sources whose rows are left out.

    Raises:
        IndexDamaged: The vectors or rows of an old part are not those that were written.
        DiskFull, FolderNotWritable: Nothing has changed.
    """
    rows, vectors = [], []
    for entry in entries:
        part = Part(path, entry, index.embedding_size)
        for file, reason in part.wrong_files():
            # Damage must not be copied under a fresh checksum.
            if file in (VECTORS_FILE, ROWS_FILE):
                raise part.damaged(file, reason)
        keep = ~np.isin(part.rows["source"], list(drop_sources))
        rows.append(part.rows[keep])
        vectors.append(part.vectors[keep])
    all_rows, all_vectors = np.concatenate(rows), np.concatenate(vectors)
    order = np.argsort(all_rows["id"], kind="stable")
    work = [w for entry in entries for w in entry.work if w.source not in drop_sources]
    remaining = tuple(part for part in index.parts if part not in entries)
    if not len(order):
        empty_work = joined([*index.empty_work, *work])
        return dataclasses.replace(index, parts=remaining, empty_work=empty_work)
    name = part_name(index.next.part)
    staging = path / PARTS_FOLDER / (name + TEMPORARY_SUFFIX)
    sources, model = index.source_by_number(), index.model_checksum
    new = stage_part(staging, name, all_rows[order], all_vectors[order], sources, work, model)
    place_part(staging, name)
    following = dataclasses.replace(index.next, part=index.next.part + 1)
    return dataclasses.replace(index, parts=(*remaining, new), next=following)


def without_sources(path: Path, index: IndexFile, numbers: frozenset[int]) -> IndexFile:
    """Return the index without some sources, their rows taken out of all parts; not yet committed.

    Raises:
        IndexDamaged, DiskFull, FolderNotWritable: Nothing has changed.
    """
    for entry in index.parts:
        if any(work.source in numbers for work in entry.work):
            index = replace_parts(path, index, [entry], numbers)
    return index.without(numbers)


def with_new_layer(path: Path, index: IndexFile, entry: PartEntry) -> IndexFile:
    """Return the index with a part written again whose sources have other names now; not yet committed.

    Raises:
        IndexDamaged, DiskFull, FolderNotWritable: Nothing has changed.
    """
    name = part_name(index.next.part)
    staging = path / PARTS_FOLDER / (name + TEMPORARY_SUFFIX)
    part = Part(path, entry, index.embedding_size)
    new = stage_with_new_layer(staging, name, part, index.source_by_number())
    place_part(staging, name)
    return dataclasses.replace(
        index,
        parts=tuple(new if other == entry else other for other in index.parts),
        next=dataclasses.replace(index.next, part=index.next.part + 1),
    )


def groups_to_merge(path: Path, index: IndexFile) -> list[list[PartEntry]]:
    """Return the parts to merge, in the order of their tiles; a part alone only for its cells."""
    without = {
        entry.name
        for entry in index.parts
        if can_have_cells(entry.rows)
        and not Part(path, entry, index.embedding_size).has_complete_cells()
    }
    groups: list[list[PartEntry]] = []
    for entry in sorted(index.parts, key=lambda entry: entry.work):
        if entry.rows > MAX_PART_TILES // 2 and entry.name not in without:
            continue
        if groups and sum(e.rows for e in groups[-1]) + entry.rows <= MAX_PART_TILES:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return [group for group in groups if len(group) > 1 or group[0].name in without]


def find_problems(path: Path, index: IndexFile, progress: Progress) -> tuple[IndexProblem, ...]:
    """Compare every file with its checksum, every vector with the unit length, all ids with each other."""
    problems: list[IndexProblem] = []
    progress.start(Stage.VERIFYING_PARTS, len(index.parts), Unit.PART)
    seen = np.zeros(0, dtype=np.int64)
    for entry in index.parts:
        progress.check_cancelled()
        found, ids = _problems_of_part(path, index, entry)
        twice = np.intersect1d(seen, ids)
        if len(twice):
            reason = f"tile {twice[0]} is also in another part"
            found.append(IndexProblem(entry.name, ROWS_FILE, reason, "dropped"))
        seen = np.union1d(seen, ids)
        problems += found
        progress.advance()
    return tuple(problems)


def repaired(path: Path, index: IndexFile, problems: Sequence[IndexProblem]) -> IndexFile:
    """Return the index without damaged parts, those whose vectors are sound written again; not yet committed.

    Raises:
        DiskFull, FolderNotWritable: Nothing has changed.
    """
    damaged = {problem.part for problem in problems}
    dropped = {problem.part for problem in problems if problem.remedy == "dropped"}
    entries = [entry for entry in index.parts if entry.name in damaged - dropped]
    parts = tuple(entry for entry in index.parts if entry.name not in dropped)
    index = dataclasses.replace(index, parts=parts)
    for entry in entries:
        index = replace_parts(path, index, [entry])
    return index


def _problems_of_part(
    path: Path, index: IndexFile, entry: PartEntry
) -> tuple[list[IndexProblem], NDArray[np.int64]]:
    """Return what is wrong with a part, and its ids as far as they can be trusted."""
    problems: list[IndexProblem] = []
    ids = np.zeros(0, dtype=np.int64)
    try:
        part = Part(path, entry, index.embedding_size)
        for file, reason in part.wrong_files():
            remedy = "dropped" if file in (VECTORS_FILE, ROWS_FILE) else "rewritten"
            problems.append(IndexProblem(entry.name, file, reason, remedy))
        if part.file.model_checksum != index.model_checksum:
            raise part.damaged(PART_FILE, "it was built with another model")
        if all(problem.remedy != "dropped" for problem in problems):
            ids = np.asarray(part.rows["id"])
            known = np.isin(part.rows["source"], [record.number for record in index.sources])
            if (np.diff(ids) <= 0).any() or not known.all():
                reason = "its rows are out of order or have an unknown source"
                problems.append(IndexProblem(entry.name, ROWS_FILE, reason, "dropped"))
            part.check_vectors()
    except IndexDamaged as error:
        file = Path(error.values["path"]).name
        problems.append(IndexProblem(entry.name, file, error.values["reason"], "dropped"))
    return problems, ids
