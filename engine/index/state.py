"""The state of an index: the document that names its settings, sources and complete parts.

A folder keeps it as ``index.json`` (``docs/index-format.md``), a database as a row; whoever replaces it commits.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..contract.indexes import Bounds, SourceOptions
from ..imagery.source import Source
from ..imagery.tiling import TileSpec
from .plan import (
    NewSource,
    PlannedPart,
    SourceRecord,
    WorkRange,
    cut_into_parts,
    joined,
    pending_work,
)
from .store import StoreInfo, StoreSettings

FORMAT_VERSION = 2


@dataclass(frozen=True)
class PartEntry:
    """A complete part as ``index.json`` names it.

    Attributes:
        name: Its folder under ``parts/``.
        rows: Number of tiles.
        bounds: West, south, east, north in degrees, EPSG:4326.
        work: What was read to make it; tiles that were empty have no row.
        sha256: Of its ``part.json``.
    """

    name: str
    rows: int
    bounds: Bounds
    work: tuple[WorkRange, ...]
    sha256: str


@dataclass(frozen=True)
class BuildRecord:
    """The parameters of the first build; as :class:`~engine.index.store.StoreSettings`."""

    part_tiles: int
    inputs: tuple[str, ...]
    options: SourceOptions


@dataclass(frozen=True)
class NextNumbers:
    """The next free number of a source, id of a tile, number of a part."""

    source: int = 0
    tile_id: int = 0
    part: int = 0


@dataclass(frozen=True)
class IndexFile:
    """What describes an index: ``index.json`` of a folder, the same document in a database.

    See :class:`~engine.index.store.StoreSettings` and ``StoreInfo``.

    Attributes:
        parts: The complete parts.
        empty_work: Ranges that were read and are empty (almost no valid pixels).
    """

    format_version: int
    model_checksum: str
    embedding_size: int
    tile_spec: TileSpec
    build: BuildRecord
    sources: tuple[SourceRecord, ...]
    parts: tuple[PartEntry, ...]
    empty_work: tuple[WorkRange, ...]
    next: NextNumbers

    @classmethod
    def begin(cls, settings: StoreSettings) -> IndexFile:
        """Return what a new index says."""
        model, size, spec = settings.model_checksum, settings.embedding_size, settings.tile_spec
        build = BuildRecord(settings.part_tiles, settings.inputs, settings.options)
        return cls(FORMAT_VERSION, model, size, spec, build, (), (), (), NextNumbers())

    @property
    def rows(self) -> int:
        """Tiles in the index."""
        return sum(part.rows for part in self.parts)

    @property
    def bounds(self) -> Bounds | None:
        """West, south, east, north in EPSG:4326 of all tiles; None if there is none."""
        if not self.parts:
            return None
        west, south, east, north = zip(*(part.bounds for part in self.parts), strict=True)
        return min(west), min(south), max(east), max(north)

    def source_by_number(self) -> dict[int, SourceRecord]:
        """Return the sources under their numbers."""
        return {record.number: record for record in self.sources}

    def pending_work(self) -> tuple[WorkRange, ...]:
        """Return the ranges that no part covers yet, source after source."""
        done = (*self.empty_work, *(work for part in self.parts for work in part.work))
        return pending_work(self.sources, done)

    def with_sources(self, added: Sequence[NewSource]) -> IndexFile:
        """Return it with new sources, which get the next numbers and tile ids."""
        records = list(self.sources)
        number, tile_id = self.next.source, self.next.tile_id
        for new in added:
            tiles = new.planned_tiles
            records.append(SourceRecord(number, tile_id, tiles, new.options, new.source))
            number, tile_id = number + 1, tile_id + tiles
        following = NextNumbers(number, tile_id, self.next.part)
        return dataclasses.replace(self, sources=tuple(records), next=following)

    def planned_parts(self, postponed: frozenset[int]) -> tuple[PlannedPart, ...]:
        """Return the parts to be made, without the work of some sources.

        Their numbers start at the next one, which each commit advances. So a run that continues an interrupted one
        plans the rest of the same parts.
        """
        pending = [work for work in self.pending_work() if work.source not in postponed]
        return cut_into_parts(pending, self.build.part_tiles, self.next.part)

    def with_part(self, part: PlannedPart, entry: PartEntry | None) -> IndexFile:
        """Return it with the work of a part done; ``entry`` is None if all tiles are empty."""
        number = max(self.next.part, part.number + 1)
        index = dataclasses.replace(self, next=dataclasses.replace(self.next, part=number))
        if entry is None:
            empty = joined([*index.empty_work, *part.work])
            return dataclasses.replace(index, empty_work=empty)
        # In the order of their numbers: they may be finished in any order.
        parts = sorted((*index.parts, entry), key=lambda each: int(each.name))
        return dataclasses.replace(index, parts=tuple(parts))

    def without(self, numbers: frozenset[int]) -> IndexFile:
        """Return it without some sources; their tiles must have been taken out of its parts."""
        return dataclasses.replace(
            self,
            sources=tuple(record for record in self.sources if record.number not in numbers),
            empty_work=tuple(work for work in self.empty_work if work.source not in numbers),
        )

    def relocated(self, sources: Mapping[int, Source], inputs: tuple[str, ...]) -> IndexFile:
        """Return it with sources that lie elsewhere, under their numbers."""
        records = tuple(
            dataclasses.replace(record, source=sources.get(record.number, record.source))
            for record in self.sources
        )
        build = dataclasses.replace(self.build, inputs=inputs)
        return dataclasses.replace(self, sources=records, build=build)

    def info(self, uri: str | Path) -> StoreInfo:
        """Return what it says of the index at ``uri``."""
        return StoreInfo(
            uri=str(uri),
            format_version=self.format_version,
            settings=StoreSettings(
                model_checksum=self.model_checksum,
                embedding_size=self.embedding_size,
                tile_spec=self.tile_spec,
                inputs=self.build.inputs,
                options=self.build.options,
                part_tiles=self.build.part_tiles,
            ),
            sources=self.sources,
            tiles=self.rows,
            parts=len(self.parts),
            bounds=self.bounds,
            pending=self.pending_work(),
        )
