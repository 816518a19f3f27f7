"""New parts from the rows of old ones, without embedding anything again."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from .footprints import footprints_of
from .format import PARTS_FOLDER, IndexFile, PartEntry, WorkRange
from .part import ROWS_FILE, VECTORS_FILE, Part, TileRows, part_name, write_part


def joined(work: Iterable[WorkRange]) -> tuple[WorkRange, ...]:
    """Return the same work in order, ranges that touch made one."""
    result: list[WorkRange] = []
    for item in sorted(work, key=lambda w: (w.source, w.start)):
        last = result[-1] if result else None
        if last is not None and last.source == item.source and last.stop >= item.start:
            result[-1] = WorkRange(item.source, last.start, max(last.stop, item.stop))
        else:
            result.append(item)
    return tuple(result)


def replace_parts(
    path: Path, index: IndexFile, entries: Sequence[PartEntry], drop_sources: frozenset[int]
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
    sources = index.source_by_number()
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
    all_rows, all_vectors = all_rows[order], all_vectors[order]
    work = joined(w for e in entries for w in e.work if w.source not in drop_sources)
    old = {entry.name for entry in entries}
    remaining = tuple(part for part in index.parts if part.name not in old)
    if not len(all_rows):
        return dataclasses.replace(
            index, parts=remaining, empty_work=joined((*index.empty_work, *work))
        )
    new = write_part(
        path / PARTS_FOLDER,
        part_name(index.next_part),
        TileRows(all_rows, all_vectors, footprints_of(all_rows, sources)),
        sources,
        work,
        index.model_checksum,
    )
    return dataclasses.replace(index, parts=(*remaining, new), next_part=index.next_part + 1)


def without_sources(path: Path, index: IndexFile, numbers: frozenset[int]) -> IndexFile:
    """Return the index without some sources, their rows taken out of all parts; not yet committed.

    Raises:
        IndexDamaged, DiskFull, FolderNotWritable: Nothing has changed.
    """
    for entry in index.parts:
        if any(work.source in numbers for work in entry.work):
            index = replace_parts(path, index, [entry], numbers)
    return dataclasses.replace(
        index,
        sources=tuple(record for record in index.sources if record.number not in numbers),
        empty_work=tuple(work for work in index.empty_work if work.source not in numbers),
    )
