"""What the engine knows of the tiles of a part to choose among them: kept here.

PostGIS compares footprints one by one, and has to fetch each row, with its vector, to do so: a second for half a
million tiles. So the attributes and boxes of all tiles of a part are also kept in one value beside its checksum. An
engine that is asked with conditions reads it once, as parts never change, and leaves to PostGIS only the footprints at
the edge of an area, about which their boxes do not say enough.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

import numpy as np
from psycopg import sql

from ...errors import IndexDamaged
from ...progress import Progress
from ..boxes import BoxGroups
from ..chosen_rows import Rows
from ..rows import NO_DATE
from ..state import PartEntry
from .database import Database
from .tables import HAS_PLACES, tiles_table

MOST_BYTES = 512 * 2**20
"""So much of the parts that were asked last is kept, by all open indexes together: some eight million tiles."""

#: Parts of so many tiles are read from the server together.
_TILES_AT_ONCE = 500_000
_LAYOUT = np.dtype(
    [
        ("id", ">i8"),
        ("source", ">i4"),
        ("ground_size", ">f4"),
        ("day", ">i4"),
        ("bounds", ">f8", (4,)),
    ]
)
_OF_PART = """
    (SELECT string_agg(
        int8send(tile_id) || int4send(source) || float4send(ground_size_m)
        || int4send(coalesce(date - '1970-01-01'::date, {no_date}))
        || float8send(ST_XMin(footprint)) || float8send(ST_YMin(footprint))
        || float8send(ST_XMax(footprint)) || float8send(ST_YMax(footprint)),
        ''::bytea ORDER BY tile_id)
    FROM {{schema}}.{{tiles}} t WHERE t.part = {part})
"""


def places_of_part(database: Database, generation: int, part: str) -> sql.Composed:
    """Return the expression that makes the value of a part out of its rows.

    Args:
        database: Where they are.
        generation: The number of their table.
        part: The part, as an expression in SQL.
    """
    statement = _OF_PART.format(no_date=NO_DATE, part=part)
    return database.named(statement, tiles=tiles_table(generation))


@dataclass(frozen=True)
class PartPlaces:
    """The tiles of a part, ids ascending.

    Attributes:
        rows: What conditions look at.
        boxes: Around their footprints.
    """

    rows: Rows
    boxes: BoxGroups

    @classmethod
    def from_bytes(cls, content: bytes) -> PartPlaces:
        """Read what the server has sent."""
        sent = np.frombuffer(content, dtype=_LAYOUT)
        rows = Rows(
            sent["id"].astype(np.int64),
            sent["source"].astype(np.int32),
            sent["ground_size"].astype(np.float32),
            sent["day"].astype(np.int32),
        )
        return cls(rows, BoxGroups(sent["bounds"].astype(np.float64)))

    @property
    def nbytes(self) -> int:
        """Memory in bytes."""
        return self.rows.nbytes + self.boxes.nbytes


class _Kept:
    """The parts that were asked last, of all indexes; threads may use it at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._parts: OrderedDict[tuple[str, PartEntry], PartPlaces] = OrderedDict()
        self._bytes = 0

    def get(self, key: tuple[str, PartEntry]) -> PartPlaces | None:
        with self._lock:
            found = self._parts.get(key)
            if found is not None:
                self._parts.move_to_end(key)
            return found

    def clear(self) -> None:
        with self._lock:
            self._parts.clear()
            self._bytes = 0

    def put(
        self, key: tuple[str, PartEntry], places: PartPlaces, asked: Set[tuple[str, PartEntry]]
    ) -> None:
        """Keep a part, unless it has no room beside the others that are asked now.

        Parts are asked in the same order again and again: if each took the place of the one that is asked next, none
        would be found.
        """
        with self._lock:
            if key in self._parts or places.nbytes > MOST_BYTES:
                return
            while self._bytes + places.nbytes > MOST_BYTES:
                oldest = next(iter(self._parts))
                if oldest in asked:
                    return
                self._bytes -= self._parts.pop(oldest).nbytes
            self._parts[key] = places
            self._bytes += places.nbytes


_KEPT = _Kept()


def forget() -> None:
    """Forget all parts: the next question reads them again."""
    _KEPT.clear()


def read_places(
    database: Database,
    generation: int,
    layout: int,
    entries: Sequence[PartEntry],
    progress: Progress | None = None,
) -> Iterator[tuple[PartEntry, PartPlaces]]:
    """Yield parts with their tiles; those that are not known yet are read, some at a time.

    Args:
        database: Where they are.
        generation: The number of their table.
        layout: Of the tables: older ones hold no such value; it is made for this once.
        entries: The parts.
        progress: Asked whether to stop.

    Raises:
        IndexDamaged: What is there are not the tiles of the part.
    """
    uri = database.address.uri
    asked = {(uri, entry) for entry in entries}
    for entry in entries:
        _KEPT.get((uri, entry))  # so that those of others go first
    for some in _together(entries):
        known: dict[PartEntry, PartPlaces] = {}
        for entry in some:
            if (kept := _KEPT.get((uri, entry))) is not None:
                known[entry] = kept
        missing = [entry for entry in some if entry not in known]
        if missing:
            made = places_of_part(database, generation, "p.part")
            written = sql.SQL("coalesce(p.places, {made})").format(made=made)
            rows = database.fetch(
                database.named(
                    "SELECT p.part, {places} FROM {schema}.parts p WHERE p.part = ANY(%(parts)s::int[])",
                    places=written if layout >= HAS_PLACES else made,
                ),
                {"parts": [int(entry.name) for entry in missing]},
                progress=progress,
            )
            found: dict[int, bytes] = dict(rows)
            for entry in missing:
                places = _read(uri, entry, found.get(int(entry.name)))
                _KEPT.put((uri, entry), places, asked)
                known[entry] = places
        for entry in some:
            if progress is not None:
                progress.check_cancelled()
            yield entry, known[entry]


def _read(uri: str, entry: PartEntry, content: bytes | None) -> PartPlaces:
    if content is None or len(content) != entry.rows * _LAYOUT.itemsize:
        reason = f"tiles of part {entry.name} are missing"
        raise IndexDamaged(path=uri, reason=reason, index=uri)
    return PartPlaces.from_bytes(content)


def _together(entries: Sequence[PartEntry]) -> Iterator[list[PartEntry]]:
    some: list[PartEntry] = []
    for entry in entries:
        if some and sum(each.rows for each in some) + entry.rows > _TILES_AT_ONCE:
            yield some
            some = []
        some.append(entry)
    if some:
        yield some
