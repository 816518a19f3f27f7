"""The tiles of a state that meet conditions, part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from ..chosen_rows import ChosenRows, Rows, chosen_rows
from ..plan import SourceRecord
from ..state import PartEntry
from ..store import Conditions, Selection
from .places import PartPlaces
from .selection import Filter

#: Degrees. What the state says of a part may have been computed elsewhere, with another PROJ than its footprints.
_SLACK = 1e-9


class Choice:
    """Becomes a selection: :meth:`look_at` every part of :attr:`looked_at`, then :meth:`settle` what is at the edge.

    Args:
        conditions: What is chosen by.
        entries: The parts of the state.
        sources: Its sources.
    """

    def __init__(
        self,
        conditions: Conditions,
        entries: Sequence[PartEntry],
        sources: Sequence[SourceRecord],
    ) -> None:
        self._conditions = conditions
        self._entries = entries
        self._undated = self._in_area = 0
        self._ids: dict[int, list[NDArray[np.int64]]] = {}
        self._whole: set[int] = set()
        #: Parts whose tiles have to be looked at, and those tiles of them that an area may touch.
        self.looked_at: Sequence[PartEntry] = self._in_question(sources)
        self.edge: dict[int, Rows] = {}
        if conditions.area is not None:
            self._compare_parts(conditions.area)

    def _in_question(self, sources: Sequence[SourceRecord]) -> list[PartEntry]:
        """Return the parts that may hold tiles of the sources, and with the ids, that are wanted."""
        conditions = self._conditions
        entries = list(self._entries)
        if conditions.tile_ids is not None:
            first = {record.number: record.first_tile_id for record in sources}
            wanted = np.array(conditions.tile_ids, dtype=np.int64).reshape(-1, 2)
            entries = [
                entry
                for entry in entries
                if any(
                    work.source not in first  # of an index that is damaged
                    or (
                        (wanted[:, 0] < first[work.source] + work.stop)
                        & (wanted[:, 1] > first[work.source] + work.start)
                    ).any()
                    for work in entry.work
                )
            ]
        elif conditions.sources is not None and conditions.area is None:
            # With an area it has to be known whether there is anything of other sources.
            entries = [
                entry
                for entry in entries
                if not conditions.sources.isdisjoint(work.source for work in entry.work)
            ]
            self._in_area += sum(entry.rows for entry in self._entries)
            self._in_area -= sum(entry.rows for entry in entries)
        return entries

    def _compare_parts(self, area: shapely.Geometry) -> None:
        """Look at no tile of parts that the area does not touch, or that lie in it as a whole."""
        shapely.prepare(area)
        nothing_else = self._conditions == Conditions(area=area)
        looked_at = []
        for entry in self.looked_at:
            west, south, east, north = entry.bounds
            box = shapely.box(west - _SLACK, south - _SLACK, east + _SLACK, north + _SLACK)
            if not shapely.intersects(area, box):
                continue
            if nothing_else and shapely.covers(area, box):
                self._whole.add(int(entry.name))
                self._in_area += entry.rows
            else:
                looked_at.append(entry)
        self.looked_at = looked_at

    def look_at(self, entry: PartEntry, places: PartPlaces) -> None:
        """Choose among the tiles of a part."""
        part = int(entry.name)

        def touched() -> NDArray[np.int64]:
            surely, perhaps = places.boxes.touched(self._conditions.area)
            if len(perhaps):
                self.edge[part] = places.rows.some(np.sort(perhaps))
            return surely

        self._add(part, places.rows, chosen_rows(self._conditions, places.rows, touched))

    def settle(self, touching: Mapping[int, NDArray[np.int64]]) -> None:
        """Choose among the tiles at the edge, of which these ids touch the area."""
        for part, rows in self.edge.items():
            some = rows.some(np.flatnonzero(np.isin(rows.ids, touching[part])))
            every = np.arange(len(some.ids))
            self._add(part, some, chosen_rows(self._conditions, some, every.view))

    def _add(self, part: int, rows: Rows, chosen: ChosenRows) -> None:
        self._undated += chosen.undated
        self._in_area += chosen.in_area
        if chosen.keep.any():
            self._ids.setdefault(part, []).append(rows.ids[chosen.keep])

    def selection(self) -> Selection:
        """Return what has been chosen."""
        counts: dict[int, int] = {}
        some: dict[int, NDArray[np.int64]] = {}
        for entry in self._entries:
            part = int(entry.name)
            if part in self._whole:
                counts[part] = entry.rows
            elif part in self._ids:
                ids = self._ids[part][0]
                if len(self._ids[part]) > 1:
                    ids = np.sort(np.concatenate(self._ids[part]), kind="stable")
                counts[part] = len(ids)
                if len(ids) < entry.rows:
                    some[part] = ids
        chosen = Filter(dict(sorted(counts.items())), some)
        return Selection(chosen.tiles, self._undated, self._in_area, chosen)
