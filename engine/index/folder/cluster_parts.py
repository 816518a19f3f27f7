"""What a worker of a Dask cluster does of a search: it keeps some parts of an index open, and answers for them.

Dask calls :func:`answer`; the questions are the functions below it. What they return are rows, not tiles: whoever
asks knows the sources, and makes tiles of those that are shown.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray

from ...contract.notices import Notice
from ...errors import UserError
from ..plan import SourceRecord
from ..rows import ROW_DTYPE
from ..state import PartEntry
from ..store import Conditions, Selection
from .part import Part
from .ranking import Top
from .reader import PartsReader, PlacedVectors, embedded_rows, scored_rows
from .selection import PartSelection, rows_touching, select_rows

#: States of indexes that a worker keeps open; an index that is written has a new one.
_INDEXES = 4
#: Selections that it keeps of each.
_SELECTIONS = 8

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Opening:
    """What a worker needs in order to open parts that it does not have open yet.

    Attributes:
        path: The folder of the index, under the path that the worker has for it.
        embedding_size: D of the index.
        sources: Its sources.
        entries: What ``index.json`` says of the parts.
    """

    path: Path
    embedding_size: int
    sources: tuple[SourceRecord, ...]
    entries: tuple[PartEntry, ...]


@dataclass(frozen=True)
class NotOpen:
    """The answer of a worker that has to be told how to open the parts."""


@dataclass(frozen=True)
class Wanted:
    """Conditions under a name by which workers remember which rows meet them."""

    name: str
    conditions: Conditions


@dataclass(frozen=True)
class PartCount:
    """How many tiles of a part are selected; see :class:`engine.index.store.Selection`."""

    part: str
    tiles: int
    undated: int
    in_area: int


@dataclass(frozen=True)
class Best:
    """The best of some parts; see :class:`engine.index.store.Ranking`."""

    top: Top
    method: str
    notes: tuple[Notice, ...]


class OpenParts(PartsReader):
    """Some parts of an index, and which of their rows have been selected."""

    def __init__(self, index: _OpenIndex, names: Sequence[str]) -> None:
        parts = [index.parts[name] for name in names]
        super().__init__(index.path, parts, index.sources, index.embedding_size)
        self._index = index

    def selected(self, wanted: Wanted) -> list[PartSelection]:
        """Return the rows of each part that meet conditions, which are looked for once."""
        known = self._index.selections.setdefault(wanted.name, {})
        self._index.selections.move_to_end(wanted.name)
        if len(self._index.selections) > _SELECTIONS:
            self._index.selections.popitem(last=False)
        for part in self.parts:
            if part.entry.name not in known:
                known[part.entry.name] = select_rows(part, wanted.conditions, self._sources)
        return [known[part.entry.name] for part in self.parts]

    def touching(self, place: shapely.Geometry) -> NDArray[np.void]:
        """Return the rows whose footprints touch a place."""
        return _joined(
            [part.rows[rows_touching(part, place, self._sources)] for part in self.parts]
        )


class _OpenIndex:
    """One state of an index, as far as this worker has it open."""

    def __init__(self, opening: Opening) -> None:
        self.path = opening.path
        self.embedding_size = opening.embedding_size
        self.sources = {record.number: record for record in opening.sources}
        self.parts: dict[str, Part] = {}
        self.selections: OrderedDict[str, dict[str, PartSelection]] = OrderedDict()


_open: OrderedDict[str, _OpenIndex] = OrderedDict()
# A worker of ours has one thread; somebody else's may have several.
_lock = threading.Lock()


def answer(
    state: str,
    names: Sequence[str],
    opening: Opening | None,
    question: Callable[Concatenate[OpenParts, P], T],
    *arguments: P.args,
    **options: P.kwargs,
) -> T | NotOpen | Notice:
    """Answer a question about some parts; the function that Dask calls.

    Args:
        state: Names the index and the state in which it was opened.
        names: Of the parts.
        opening: How to open them; None: they should be open here.
        question: One of the functions below.
        *arguments: Its arguments.
        **options: Likewise.

    Returns:
        What the question returns; a notice if it fails as a user may be told.
    """
    with _lock:
        try:
            parts = _opened(state, names, opening)
            return NotOpen() if parts is None else question(parts, *arguments, **options)
        except UserError as error:
            return error.notice()


def _opened(state: str, names: Sequence[str], opening: Opening | None) -> OpenParts | None:
    index = _open.get(state)
    if opening is not None:
        if index is None:
            index = _open[state] = _OpenIndex(opening)
        for entry in opening.entries:
            if entry.name not in index.parts:
                index.parts[entry.name] = Part(index.path, entry, index.embedding_size)
    if index is None or any(name not in index.parts for name in names):
        return None
    _open.move_to_end(state)
    if len(_open) > _INDEXES:
        _open.popitem(last=False)
    return OpenParts(index, names)


def prepare(parts: OpenParts) -> None:
    """Do what the first search would have to do beforehand."""
    parts.prepare()


def count_selected(parts: OpenParts, wanted: Wanted) -> list[PartCount]:
    """Count the tiles of each part that meet conditions."""
    return [
        PartCount(chosen.part.entry.name, len(chosen), chosen.undated, chosen.in_area)
        for chosen in parts.selected(wanted)
    ]


def best(
    parts: OpenParts, wanted: Wanted, query: NDArray[np.float32], exact: bool, count: int
) -> Best:
    """Return at least the ``count`` best of the selected tiles, of which there must be one."""
    chosen = parts.selected(wanted)
    filtered = wanted.conditions != Conditions()
    selection = Selection(sum(map(len, chosen)), 0, 0, (chosen, filtered))
    ranking = parts.nearest(query, selection, exact)
    top = ranking.top(count)
    return Best(top, ranking.method, ranking.notes)


def scored(
    parts: OpenParts, wanted: Wanted, query: NDArray[np.float32], batch: slice
) -> tuple[NDArray[np.void], NDArray[np.float32]]:
    """Return a batch of the selected rows of one part, with their similarities."""
    (chosen,) = parts.selected(wanted)
    return scored_rows(chosen, query, batch)


def embedded(
    parts: OpenParts, wanted: Wanted, batch: slice
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return a batch of the ids and vectors of the selected tiles of one part."""
    (chosen,) = parts.selected(wanted)
    return embedded_rows(chosen, batch)


def vectors(parts: OpenParts, tile_ids: Sequence[int]) -> list[PlacedVectors]:
    """Return the vectors of those tiles that are here."""
    return list(parts.vectors_found(tile_ids))


def rows_of(parts: OpenParts, tile_ids: Sequence[int]) -> NDArray[np.void]:
    """Return the rows of those tiles that are here."""
    return _joined([part.rows[rows] for part, rows, _ in parts.find(tile_ids)])


def rows_in(parts: OpenParts, batch: slice) -> NDArray[np.void]:
    """Return a batch of the rows of one part."""
    (part,) = parts.parts
    return np.asarray(part.rows[batch])


def rows_at(parts: OpenParts, place: shapely.Geometry) -> NDArray[np.void]:
    """Return the rows whose footprints touch a place."""
    return parts.touching(place)


def _joined(rows: Sequence[NDArray[np.void]]) -> NDArray[np.void]:
    return np.concatenate(rows) if rows else np.zeros(0, dtype=ROW_DTYPE)
