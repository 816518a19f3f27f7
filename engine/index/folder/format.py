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
from ...contract.indexes import Bounds
from ...errors import (
    IndexDamaged,
    IndexFileDamaged,
    IndexFormatTooNew,
    IndexMissing,
    IndexUnreadable,
    UsageError,
)
from ...imagery.georeferencing import leads_to_lonlat
from ...paths import reason_of
from ..files import replace_file
from ..plan import MAX_PART_TILES, WorkRange
from ..state import FORMAT_VERSION, IndexFile

INDEX_FILE = "index.json"
PART_FILE = "part.json"
PARTS_FOLDER = "parts"

_MOST_SIZE = 65_536
_MOST_TILES = 2**62
_PART_NAME = re.compile(r"\d{5,9}")


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
        nodes_sha256: SHA-256 of the file behind its first ``cells`` nodes: the branches, which are
            checked before every use because Annoy does not validate them.
        cells: Number of cells; 0 of a part in format version 1, whose trees are over its vectors.
    """

    trees: int
    seed: int
    nodes_sha256: str
    cells: int = 0


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
