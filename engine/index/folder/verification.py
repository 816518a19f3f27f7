"""Whether a voice index in a folder is what was written, and what can be done if not."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ...contract.indexes import IndexProblem
from ...contract.notices import Stage, Unit
from ...errors import IndexDamaged
from ...progress import Progress
from .compaction import replace_parts
from .format import PART_FILE, IndexFile, PartEntry
from .part import ROWS_FILE, VECTORS_FILE, Part
from .scoring import NotUnitLength, check_unit_length


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
            reason = f"tile {twice[0]} is in another part too"
            found = [*found, IndexProblem(entry.name, ROWS_FILE, reason, "dropped")]
        seen = np.union1d(seen, ids)
        problems += found
        progress.advance()
    return tuple(problems)


def repaired(path: Path, index: IndexFile, problems: Sequence[IndexProblem]) -> IndexFile:
    """Return the index without damaged parts, those whose vectors are sound written again; not yet committed.

    Raises:
        DiskFull, FolderNotWritable: Nothing has changed.
    """
    entries = {entry.name: entry for entry in index.parts}
    for name in dict.fromkeys(problem.part for problem in problems):
        if all(p.remedy == "rewritten" for p in problems if p.part == name):
            index = replace_parts(path, index, [entries[name]], frozenset())
        else:
            parts = tuple(part for part in index.parts if part.name != name)
            index = dataclasses.replace(index, parts=parts)
    return index


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
