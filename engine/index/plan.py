"""The work of a build, divided into parts: plain data that every store keeps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..contract.indexes import SourceOptions
from ..imagery.source import Source

#: Most tiles in a part.
MAX_PART_TILES = 65_536


class WorkRange(NamedTuple):
    """The tiles ``start <= number < stop`` of the tile grid of one source."""

    source: int
    start: int
    stop: int

    @property
    def tiles(self) -> int:
        """How many."""
        return self.stop - self.start


@dataclass(frozen=True)
class SourceRecord:
    """A source that an index holds, or is to hold.

    Attributes:
        number: Names the source inside the index; never given twice.
        first_tile_id: The tile ``i`` of the source's grid has the id ``first_tile_id + i``.
        planned_tiles: Tiles in the grid, empty ones included.
        options: The user's CRS, bands and date for it.
        source: Path, size, CRS, stretch and the rest.
    """

    number: int
    first_tile_id: int
    planned_tiles: int
    options: SourceOptions
    source: Source


@dataclass(frozen=True)
class NewSource:
    """A source before the index has given it a number and tile ids; as :class:`SourceRecord`."""

    source: Source
    planned_tiles: int
    options: SourceOptions


@dataclass(frozen=True)
class PlannedPart:
    """Work that becomes one part.

    Attributes:
        number: The part's, given when it is planned: parts may be finished in any order.
        work: The ranges to read.
    """

    number: int
    work: tuple[WorkRange, ...]


def joined(work: Iterable[WorkRange]) -> tuple[WorkRange, ...]:
    """Return the same work in order, ranges that touch made one."""
    result: list[WorkRange] = []
    for source, start, stop in sorted(work):
        if result and result[-1].source == source and result[-1].stop >= start:
            last = result.pop()
            start, stop = last.start, max(last.stop, stop)
        result.append(WorkRange(source, start, stop))
    return tuple(result)


def pending_work(
    sources: Sequence[SourceRecord], done: Iterable[WorkRange]
) -> tuple[WorkRange, ...]:
    """Return what of the sources' grids is not done, source after source."""
    by_source: dict[int, list[WorkRange]] = {}
    for work in joined(done):
        by_source.setdefault(work.source, []).append(work)
    pending = []
    for record in sources:
        start = 0
        for work in by_source.get(record.number, []):
            if work.start > start:
                pending.append(WorkRange(record.number, start, work.start))
            start = work.stop
        if start < record.planned_tiles:
            pending.append(WorkRange(record.number, start, record.planned_tiles))
    return tuple(pending)


def cut_into_parts(
    pending: Iterable[WorkRange], part_tiles: int, first_number: int
) -> tuple[PlannedPart, ...]:
    """Divide work into parts of ``part_tiles`` tiles, the last one smaller, numbered in order.

    A build that was interrupted has finished the first parts of this same list, so that cutting what is
    left gives the parts, and the numbers, that it would have made.
    """
    plans: list[list[WorkRange]] = []
    room = 0
    for work in pending:
        start = work.start
        while start < work.stop:
            if not room:
                plans.append([])
                room = part_tiles
            stop = min(work.stop, start + room)
            plans[-1].append(WorkRange(work.source, start, stop))
            room -= stop - start
            start = stop
    return tuple(PlannedPart(first_number + i, tuple(plan)) for i, plan in enumerate(plans))
