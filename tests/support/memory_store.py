"""A second backend, in memory and by brute force: what is above stores must work over any of them.

Registered as ``memory://NAME`` while :func:`memory_backend` is entered.
"""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.contract.indexes import VerifyReport
from engine.contract.notices import Notice
from engine.contract.tiles import TILE_ATTRIBUTES, Tile
from engine.errors import IndexExists, IndexLocked, IndexMissing, UnknownTile
from engine.imagery.source import Source
from engine.imagery.tiling import footprints_4326
from engine.index.plan import (
    NewSource,
    PlannedPart,
    SourceRecord,
    WorkRange,
    cut_into_parts,
    pending_work,
)
from engine.index.store import (
    BACKENDS,
    Conditions,
    EmbeddedTiles,
    ScoredTiles,
    Selection,
    StoreInfo,
    StoreSettings,
)
from engine.index.tile_table import TileTable, columns_of, ring_of
from engine.progress import Progress

#: A tile, the number of its source, its vector.
Row = tuple[Tile, int, NDArray[np.float16]]


@dataclasses.dataclass(frozen=True)
class State:
    settings: StoreSettings
    sources: tuple[SourceRecord, ...] = ()
    tiles: tuple[Row, ...] = ()
    done: tuple[WorkRange, ...] = ()
    next_source: int = 0
    next_tile_id: int = 0
    next_part: int = 0

    def info(self, uri: str) -> StoreInfo:
        bounds = None
        if self.tiles:
            west, south, east, north = shapely.total_bounds(
                [shapely.Polygon(tile.footprint) for tile, _, _ in self.tiles]
            ).tolist()
            bounds = (west, south, east, north)
        pending = pending_work(self.sources, self.done)
        parts = int(bool(self.tiles))
        return StoreInfo(
            uri, 1, self.settings, self.sources, len(self.tiles), parts, bounds, pending
        )


class MemoryBackend:
    def __init__(self) -> None:
        self.states: dict[str, State] = {}
        self.locked: set[str] = set()

    def state(self, uri: str) -> State:
        if uri not in self.states:
            raise IndexMissing(path=uri)
        return self.states[uri]

    def info(self, uri: str) -> StoreInfo:
        return self.state(uri).info(uri)

    def bytes_per_tile(self, embedding_size: int) -> int:
        return 2 * embedding_size

    def bytes_stored(self, uri: str) -> int:
        return sum(vector.nbytes for _, _, vector in self.state(uri).tiles)

    def tiles_of_sources(self, uri: str) -> dict[int, int]:
        numbers = [number for _, number, _ in self.state(uri).tiles]
        return {number: numbers.count(number) for number in set(numbers)}

    def verify(self, uri: str, progress: Progress) -> VerifyReport:
        return VerifyReport(1, len(self.state(uri).tiles), (), False)

    def open(self, uri: str) -> MemoryStore:
        return MemoryStore(self, uri)

    @contextlib.contextmanager
    def write(self, uri: str, settings: StoreSettings | None) -> Iterator[MemoryWriter]:
        state = self.states.get(uri)
        if state is None and settings is None:
            raise IndexMissing(path=uri)
        if state is not None and settings is not None and state.settings.differences(settings):
            raise IndexExists(path=uri, difference=state.settings.differences(settings))
        if uri in self.locked:
            raise IndexLocked(path=uri, pid="this")
        self.locked.add(uri)
        try:
            yield MemoryWriter(self, uri, state or State(settings))  # type: ignore[arg-type]
        finally:
            self.locked.discard(uri)


class MemoryStore:
    def __init__(self, backend: MemoryBackend, uri: str) -> None:
        self._backend, self._uri = backend, uri
        self._state = backend.state(uri)
        self.info = self._state.info(uri)

    def is_current(self) -> bool:
        return self._backend.states.get(self._uri) is self._state

    def prepare(self) -> None:
        pass

    def select(self, conditions: Conditions, progress: Progress | None = None) -> Selection:
        chosen, undated, in_area = [], 0, 0
        for place, (tile, number, _) in enumerate(self._state.tiles):
            ranges = conditions.tile_ids
            if ranges is not None and not any(a <= tile.tile_id < b for a, b in ranges):
                continue
            footprint = shapely.Polygon(tile.footprint)
            if conditions.area is not None and not footprint.intersects(conditions.area):
                continue
            in_area += 1
            if conditions.sources is not None and number not in conditions.sources:
                continue
            sizes = conditions.ground_sizes_m
            if sizes and not np.isclose(tile.ground_size_m, sizes, rtol=1e-4, atol=0).any():
                continue
            since, until = conditions.since, conditions.until
            if tile.date is None and (since or until):
                undated += 1
                continue
            if (since and tile.date < since) or (until and tile.date > until):  # type: ignore[operator]
                continue
            chosen.append(place)
        return Selection(len(chosen), undated, in_area, chosen)

    def nearest(
        self, query: NDArray[np.float32], selection: Selection, exact: bool = False
    ) -> MemoryRanking:
        return MemoryRanking(*self._scores(query, selection))

    def scores(self, query: NDArray[np.float32], selection: Selection) -> Iterator[ScoredTiles]:
        rows, scores = self._scores(query, selection)
        for start in range(0, len(rows), 100):
            end = start + 100
            yield scored(rows[start:end], scores[start:end].astype(np.float32), -np.inf)

    def embeddings(
        self, selection: Selection
    ) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        rows = [self._state.tiles[place] for place in selection.chosen]
        for start in range(0, len(rows), 100):
            batch = rows[start : start + 100]
            ids = np.array([tile.tile_id for tile, _, _ in batch], dtype=np.int64)
            yield ids, np.array([vector for _, _, vector in batch], dtype=np.float32)

    def vectors(self, tile_ids: Sequence[int]) -> NDArray[np.float32]:
        known = {tile.tile_id: vector for tile, _, vector in self._state.tiles}
        for tile_id in tile_ids:
            if tile_id not in known:
                raise UnknownTile(tile_id=tile_id, index=self._uri)
        return np.array([known[tile_id] for tile_id in tile_ids], dtype=np.float32)

    def items(self, tile_ids: Sequence[int] | None = None) -> Iterator[TileTable]:
        tiles = [tile for tile, _, _ in self._state.tiles]
        yield table(tiles if tile_ids is None else [t for t in tiles if t.tile_id in tile_ids])

    def items_at(self, place: shapely.Geometry) -> Iterator[TileTable]:
        yield table(
            [
                tile
                for tile, _, _ in self._state.tiles
                if shapely.Polygon(tile.footprint).intersects(place)
            ]
        )

    def _scores(
        self, query: NDArray[np.float32], selection: Selection
    ) -> tuple[list[Row], NDArray[np.float64]]:
        rows = [self._state.tiles[place] for place in selection.chosen]
        vectors = np.array([vector for _, _, vector in rows], dtype=np.float64)
        vectors = vectors.reshape(len(rows), len(query))
        return rows, vectors @ query.astype(np.float64)


class MemoryRanking:
    method = "exact"
    notes: tuple[Notice, ...] = ()

    def __init__(self, rows: list[Row], scores: NDArray[np.float64]) -> None:
        order = sorted(range(len(rows)), key=lambda i: (-scores[i], rows[i][0].tile_id))
        self._rows, self._scores = [rows[i] for i in order], scores[order]

    def best(self, count: int) -> ScoredTiles:
        floor = -np.inf if count >= len(self._rows) else float(self._scores[count - 1])
        return scored(self._rows[:count], self._scores[:count], floor)


class MemoryTarget:
    def write(
        self, part: PlannedPart, tiles: EmbeddedTiles, sources: Sequence[SourceRecord]
    ) -> list[Row]:
        records = {record.number: record for record in sources}
        written = []
        for number in np.unique(tiles.sources).tolist():
            chosen, source = np.flatnonzero(tiles.sources == number), records[number].source
            windows = tiles.windows[chosen]
            middle = windows[:, :2] + windows[:, 2:] / 2
            centres = zip(*source.georeferencing.to_lonlat(*middle.T), strict=True)
            footprints = footprints_4326(source, windows)
            for i, centre, footprint in zip(chosen, centres, footprints, strict=True):
                col, row, width, height = tiles.windows[i].tolist()
                tile = Tile(
                    tile_id=int(tiles.tile_ids[i]),
                    source=source.name,
                    source_path=source.uri,
                    date=source.date,
                    ground_size_m=float(tiles.ground_sizes_m[i]),
                    lon=float(centre[0]),
                    lat=float(centre[1]),
                    footprint=ring_of(footprint),
                    window=(col, row, width, height),
                )
                written.append((tile, number, tiles.vectors[i]))
        return written


class MemoryWriter:
    def __init__(self, backend: MemoryBackend, uri: str, state: State) -> None:
        self._backend, self._uri, self._state = backend, uri, state
        self.target = MemoryTarget()

    @property
    def info(self) -> StoreInfo:
        return self._state.info(self._uri)

    def plan(
        self,
        added: Sequence[NewSource] = (),
        replaced: frozenset[int] = frozenset(),
        postponed: frozenset[int] = frozenset(),
    ) -> tuple[PlannedPart, ...]:
        if replaced:
            self.remove_sources(replaced)
        for new in added:
            state = self._state
            record = SourceRecord(
                state.next_source, state.next_tile_id, new.planned_tiles, new.options, new.source
            )
            self._change(
                sources=(*state.sources, record),
                next_source=state.next_source + 1,
                next_tile_id=state.next_tile_id + new.planned_tiles,
            )
        pending = [work for work in self.info.pending if work.source not in postponed]
        return cut_into_parts(pending, self._state.settings.part_tiles, self._state.next_part)

    def commit(self, part: PlannedPart, written: Any) -> None:
        self._change(
            tiles=(*self._state.tiles, *(written or ())),
            done=(*self._state.done, *part.work),
            next_part=max(self._state.next_part, part.number + 1),
        )

    def remove_sources(self, numbers: frozenset[int]) -> None:
        self._change(
            sources=tuple(r for r in self._state.sources if r.number not in numbers),
            tiles=tuple(row for row in self._state.tiles if row[1] not in numbers),
            done=tuple(work for work in self._state.done if work.source not in numbers),
        )

    def relocate(
        self, sources: Mapping[int, Source], inputs: tuple[str, ...], progress: Progress
    ) -> None:
        state = self._state
        tiles = [
            (
                dataclasses.replace(tile, source=new.name, source_path=new.uri)
                if (new := sources.get(number)) is not None
                else tile,
                number,
                vector,
            )
            for tile, number, vector in state.tiles
        ]
        self._change(
            settings=dataclasses.replace(state.settings, inputs=inputs),
            tiles=tuple(tiles),
            sources=tuple(
                dataclasses.replace(r, source=sources.get(r.number, r.source))
                for r in state.sources
            ),
        )

    def compact(self, progress: Progress) -> None:
        pass

    @contextlib.contextmanager
    def successor(self, settings: StoreSettings) -> Iterator[MemoryWriter]:
        uri = f"{self._uri}.successor"
        begun = self._backend.states.get(uri)
        if begun is not None and begun.settings.differences(settings):
            del self._backend.states[uri]
        with self._backend.write(uri, settings) as writer:
            yield writer

    def succeed(self) -> None:
        self._state = self._backend.states.pop(f"{self._uri}.successor")
        self._change()

    def repair(self, progress: Progress) -> VerifyReport:
        return self._backend.verify(self._uri, progress)

    def _change(self, **changes: Any) -> None:
        self._state = dataclasses.replace(self._state, **changes)
        self._backend.states[self._uri] = self._state


def table(tiles: Sequence[Tile]) -> TileTable:
    footprints = np.array([shapely.Polygon(tile.footprint) for tile in tiles], dtype=object)
    return TileTable(columns_of(tiles, TILE_ATTRIBUTES), footprints)


def scored(rows: Sequence[Row], scores: NDArray[np.floating], floor: float) -> ScoredTiles:
    tiles = [tile for tile, _, _ in rows]
    return ScoredTiles(
        np.array([tile.tile_id for tile in tiles], dtype=np.int64),
        scores,
        np.array([number for _, number, _ in rows], dtype=np.int32),
        np.array([tile.window for tile in tiles], dtype=np.float64).reshape(len(tiles), 4),
        floor,
        lambda chosen: table(tiles[chosen]),
    )


@contextlib.contextmanager
def memory_backend() -> Iterator[None]:
    BACKENDS["memory"] = MemoryBackend()
    try:
        yield
    finally:
        del BACKENDS["memory"]
