"""Which tiles of a state are meant: as the engine knows it, and as SQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from psycopg import sql

_LARGEST_ID = int(np.iinfo(np.int64).max)

#: Rows of ranges of ids, in the order of the ranges; OFFSET 0 keeps the planner from beginning anywhere else.
_IN_RANGES = """
    unnest(%(range_parts)s::int[], %(range_starts)s::bigint[], %(range_lasts)s::bigint[]) AS r (of_part, first, last)
    CROSS JOIN LATERAL (
        SELECT t.* FROM {table} t WHERE t.part = r.of_part AND t.tile_id BETWEEN r.first AND r.last OFFSET 0
    ) AS chosen
"""
#: With these, rows of ranges are looked up in the primary key.
BY_KEY: Mapping[str, str] = {
    "enable_seqscan": "off",
    "enable_bitmapscan": "off",
    "enable_hashjoin": "off",
    "enable_mergejoin": "off",
}


@dataclass(frozen=True)
class Ranges:
    """Ranges of ids of parts, both ends included.

    Attributes:
        parts: int64 [N].
        starts: int64 [N].
        lasts: int64 [N].
    """

    parts: NDArray[np.int64]
    starts: NDArray[np.int64]
    lasts: NDArray[np.int64]

    def values(self) -> dict[str, Any]:
        """Return the values of the parameters of :func:`rows_in_ranges`."""
        return {
            "range_parts": self.parts.tolist(),
            "range_starts": self.starts.tolist(),
            "range_lasts": self.lasts.tolist(),
        }


@dataclass(frozen=True)
class Filter:
    """Tiles of a state.

    Attributes:
        parts: Parts that hold any, ascending, with their numbers of tiles.
        some: Of those parts of which not all tiles are meant, the ids of those that are, ascending.
    """

    parts: Mapping[int, int]
    some: Mapping[int, NDArray[np.int64]] = field(default_factory=dict)

    @property
    def tiles(self) -> int:
        """How many."""
        return sum(self.parts.values())

    def condition(self) -> tuple[sql.Composable, dict[str, Any]]:
        """Return the condition for a row of the table that it is one of them, to be asked of rows one by one."""
        in_parts = sql.SQL("part = ANY(%(parts)s::int[])")
        values: dict[str, Any] = {"parts": list(self.parts)}
        if not self.some:
            return in_parts, values
        ranges = ranges_of(self.some)
        spans = zip(ranges.starts.tolist(), ranges.lasts.tolist(), strict=True)
        values["ids"] = "{" + ",".join(f"[{first},{last}]" for first, last in spans) + "}"
        values["whole"] = [part for part in self.parts if part not in self.some]
        # Read once: as text, it would be cast for every row.
        chosen: sql.Composable = sql.SQL("tile_id <@ %(ids)s::int8multirange")
        if values["whole"]:
            chosen = sql.SQL("(part = ANY(%(whole)s::int[]) OR {})").format(chosen)
        return sql.SQL("{} AND {}").format(in_parts, chosen), values

    def ranges(self) -> Ranges:
        """Return the ranges of ids that hold them and no other tile of their part."""
        whole = np.array([part for part in self.parts if part not in self.some], dtype=np.int64)
        some = ranges_of(self.some)
        return Ranges(
            np.concatenate([whole, some.parts]),
            np.concatenate([np.full(len(whole), -_LARGEST_ID), some.starts]),
            np.concatenate([np.full(len(whole), _LARGEST_ID), some.lasts]),
        )

    def pages(self, part: int, size: int) -> Iterator[Ranges]:
        """Yield the ranges of so many tiles each of a part of which not all are meant."""
        ids = self.some[part]
        for start in range(0, len(ids), size):
            yield ranges_of({part: ids[slice(start, start + size)]})


def rows_in_ranges(table: sql.Composable) -> sql.Composed:
    """Return what stands behind FROM for the rows of ranges, which are called ``chosen``."""
    return sql.SQL(_IN_RANGES).format(table=table)


def place_condition(place: shapely.Geometry) -> tuple[sql.Composable, dict[str, Any]]:
    """Return the condition that a footprint touches a place (EPSG:4326)."""
    shape = shapely.to_wkb(shapely.set_srid(shapely.force_2d(place), 4326), include_srid=True)
    return sql.SQL("ST_Intersects(footprint, %(place)s::bytea::geometry)"), {"place": shape}


def ranges_of(some: Mapping[int, NDArray[np.int64]]) -> Ranges:
    """Return ids of parts as ranges without gaps: an id in a gap may be one of another part."""
    if not some:
        nothing = np.zeros(0, dtype=np.int64)
        return Ranges(nothing, nothing, nothing)
    ids = np.concatenate(list(some.values()))
    parts = np.repeat(list(some), [len(each) for each in some.values()]).astype(np.int64)
    begins = (np.diff(ids, prepend=ids[:1]) != 1) | (np.diff(parts, prepend=parts[:1]) != 0)
    starts = np.flatnonzero(begins)
    return Ranges(parts[starts], ids[starts], ids[np.append(starts[1:], len(ids)) - 1])
