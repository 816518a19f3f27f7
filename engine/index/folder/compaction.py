"""New parts from the rows of old ones, without embedding anything again."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ...contract.codec import from_json
from ...errors import IndexDamaged
from ..files import TEMPORARY_SUFFIX
from ..plan import MAX_PART_TILES
from .annoy_trees import annoy_package
from .format import (
    PART_FILE,
    PARTS_FOLDER,
    IndexFile,
    PartEntry,
    PartFile,
    ranges_of,
    spans_of,
)
from .part import (
    ROWS_FILE,
    VECTORS_FILE,
    Part,
    part_name,
    place_part,
    stage_part,
    stage_with_new_layer,
)
from .rows import TileRows, footprints_of


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
    work = [w for e in entries for w in e.ranges if w.source not in drop_sources]
    old = {entry.name for entry in entries}
    remaining = tuple(part for part in index.parts if part.name not in old)
    if not len(all_rows):
        return dataclasses.replace(
            index, parts=remaining, empty_work=spans_of([*ranges_of(index.empty_work), *work])
        )
    name = part_name(index.next.part)
    staging = path / PARTS_FOLDER / (name + TEMPORARY_SUFFIX)
    tiles = TileRows(all_rows, all_vectors, footprints_of(all_rows, sources))
    new = stage_part(staging, name, tiles, sources, work, index.model_checksum)
    place_part(staging, name)
    following = dataclasses.replace(index.next, part=index.next.part + 1)
    return dataclasses.replace(index, parts=(*remaining, new), next=following)


def without_sources(path: Path, index: IndexFile, numbers: frozenset[int]) -> IndexFile:
    """Return the index without some sources, their rows taken out of all parts; not yet committed.

    Raises:
        IndexDamaged, DiskFull, FolderNotWritable: Nothing has changed.
    """
    for entry in index.parts:
        if any(work.source in numbers for work in entry.ranges):
            index = replace_parts(path, index, [entry], numbers)
    return dataclasses.replace(
        index,
        sources=tuple(record for record in index.sources if record.number not in numbers),
        empty_work=tuple(span for span in index.empty_work if span[0] not in numbers),
    )


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
    """Return the parts to merge, in the order of their tiles; a part alone only for its trees."""
    has_annoy = annoy_package() is not None
    ordered = sorted(index.parts, key=lambda entry: entry.work)
    treeless = {e.name for e in ordered if has_annoy and _part_file(path, e).tree is None}
    groups: list[list[PartEntry]] = []
    for entry in ordered:
        if entry.rows > MAX_PART_TILES // 2 and entry.name not in treeless:
            continue
        if groups and sum(e.rows for e in groups[-1]) + entry.rows <= MAX_PART_TILES:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return [group for group in groups if len(group) > 1 or group[0].name in treeless]


def _part_file(path: Path, entry: PartEntry) -> PartFile:
    file = path / PARTS_FOLDER / entry.name / PART_FILE
    try:
        return from_json(PartFile, json.loads(file.read_bytes()), PART_FILE)
    except (OSError, ValueError) as error:
        raise IndexDamaged(path=file, reason="it cannot be read", index=path) from error
