"""The two JSON files of a voice index in a folder.

``docs/index-format.md`` is the specification; this module implements it.
"""

from __future__ import annotations

import errno
import json
import re
from dataclasses import dataclass
from pathlib import Path

from ...contract.codec import ContractError, from_json, to_json
from ...contract.indexes import Bounds, SourceOptions
from ...errors import (
    IndexDamaged,
    IndexFileDamaged,
    IndexFormatTooNew,
    IndexMissing,
    IndexUnreadable,
    UsageError,
)
from ...imagery.georeferencing import leads_to_lonlat
from ...imagery.tiling import TileSpec
from ...paths import reason_of
from ..files import replace_file
from ..plan import MAX_PART_TILES, SourceRecord, WorkRange, pending_work
from ..store import StoreInfo, StoreSettings

FORMAT_VERSION = 1
INDEX_FILE = "index.json"
PART_FILE = "part.json"
PARTS_FOLDER = "parts"

_MOST_SIZE = 65_536
_MOST_TILES = 2**62
_PART_NAME = re.compile(r"\d{5,9}")


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
class FileRecord:
    """Size in bytes and SHA-256 of one file of a part."""

    size: int
    sha256: str


@dataclass(frozen=True)
class TreeRecord:
    """The Annoy trees of a part.

    Attributes:
        trees: Number of trees.
        seed: Seed of Annoy's random numbers.
        nodes_sha256: SHA-256 of the file behind its first ``rows`` nodes: the branches, which are
            checked before every use because Annoy does not validate them.
    """

    trees: int
    seed: int
    nodes_sha256: str


@dataclass(frozen=True)
class PartFile:
    """What ``part.json`` says."""

    format_version: int
    rows: int
    embedding_size: int
    model_checksum: str
    bounds: Bounds
    work: tuple[WorkRange, ...]
    tree: TreeRecord | None
    files: dict[str, FileRecord]


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
    """What ``index.json`` says; see :class:`~engine.index.store.StoreSettings` and ``StoreInfo``.

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

    def info(self, path: Path) -> StoreInfo:
        """Return what it says of the index in the folder ``path``."""
        return StoreInfo(
            uri=str(path),
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


def damaged(file: Path, reason: str) -> IndexDamaged:
    """Return the error for a file of a part, ``NAME.scrl/parts/PART/FILE``."""
    return IndexDamaged(path=file, reason=reason, index=file.parents[2])


def read_index(path: Path) -> IndexFile:
    """Read ``index.json`` of the voice index in the folder ``path``.

    Raises:
        IndexMissing: There is none.
        IndexFormatTooNew: A later version wrote it.
        IndexUnreadable: The system does not let it be read.
        IndexDamaged: It is not what was written.
    """
    try:
        content = (path / INDEX_FILE).read_bytes()
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG):
            raise IndexMissing(path=path) from error
        raise IndexUnreadable(path=path / INDEX_FILE, reason=reason_of(error)) from error
    try:
        raw = json.loads(content)
        version = int(raw["format_version"])
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise IndexFileDamaged(
            path=path / INDEX_FILE, reason="it is not the index.json of a voice index", index=path
        ) from error
    if version > FORMAT_VERSION:
        raise IndexFormatTooNew(path=path, found=version, known=FORMAT_VERSION)
    try:
        index = from_json(IndexFile, raw, INDEX_FILE)
        for part in index.parts:
            # The name becomes a path: an index from elsewhere must not lead out of its folder.
            if not _PART_NAME.fullmatch(part.name):
                raise ContractError(f"{part.name!r} is not the name of a part")
        _check_numbers(index)
    except (ContractError, UsageError) as error:
        raise IndexFileDamaged(
            path=path / INDEX_FILE, reason=f"an entry is missing or wrong ({error})", index=path
        ) from error
    return index


def _check_numbers(index: IndexFile) -> None:
    """Refuse values that no builder writes; an index may come from a stranger.

    Raises:
        ContractError: There is one.
    """
    if not 0 < index.embedding_size <= _MOST_SIZE:
        raise ContractError(f"vectors of {index.embedding_size} numbers are not possible")
    numbers = {record.number for record in index.sources}
    if len(numbers) != len(index.sources):
        raise ContractError("two sources have the same number")
    for record in index.sources:
        source = record.source
        if (
            min(record.number, record.first_tile_id, record.planned_tiles) < 0
            or min(source.width, source.height) < 1
        ):
            raise ContractError(f"source {record.number} is out of range")
        if record.first_tile_id + record.planned_tiles > _MOST_TILES:
            raise ContractError(f"source {record.number} is out of range")
    # Sources share few coordinate systems, and what is known of one is kept.
    for crs in {record.source.crs_wkt for record in index.sources}:
        if not leads_to_lonlat(crs):
            raise ContractError("the CRS of a source is unknown")
    done = [work for part in index.parts for work in part.work]
    for work in (*index.empty_work, *done):
        if work.source not in numbers or not 0 <= work.start <= work.stop <= _MOST_TILES:
            raise ContractError("a range of tiles is out of range")
    if len({part.name for part in index.parts}) != len(index.parts):
        raise ContractError("a part is named twice")
    if (
        any(not 0 < part.rows <= MAX_PART_TILES for part in index.parts)
        or min(vars(index.next).values()) < 0
    ):
        raise ContractError("a number of tiles is out of range")


def write_index(path: Path, index: IndexFile) -> None:
    """Replace ``index.json`` in one rename.

    Raises:
        DiskFull, FolderNotWritable: It could not be written; the old one stays.
    """
    replace_file(path / INDEX_FILE, as_bytes(index))


def as_bytes(document: IndexFile | PartFile) -> bytes:
    """Return the bytes of ``index.json`` or ``part.json``."""
    text = json.dumps(to_json(document), indent=1, ensure_ascii=False) + "\n"
    # A path may hold bytes that are no UTF-8: as an escape, which JSON has too.
    return text.encode("utf-8", "backslashreplace")
