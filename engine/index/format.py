"""The two JSON files of a voice index, and how files come to the disk whole.

``docs/index-format.md`` is the specification; this module reads and writes what it says.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import (
    IndexFileDamaged,
    IndexFormatTooNew,
    IndexMissing,
    IndexUnreadable,
    UsageError,
)
from ..imagery.source import Source
from ..imagery.tiling import TileSpec
from ..paths import reason_of, writing

FORMAT_VERSION = 1
INDEX_FILE = "index.json"
PART_FILE = "part.json"
PARTS_FOLDER = "parts"
TEMPORARY_SUFFIX = ".tmp"

MAX_PART_ROWS = 65_536
"""Most rows that a part may hold."""

_NO_SUCH_CALL = {errno.EINVAL, errno.EBADF, errno.ENOSYS, errno.ENOTSUP}
_PART_NAME = re.compile(r"\d{5,9}")


@dataclass(frozen=True)
class WorkRange:
    """The tiles ``start <= number < stop`` of the tile grid of one source."""

    source: int
    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start


@dataclass(frozen=True)
class SourceRecord:
    """A source that the index holds, or is to hold.

    Attributes:
        number: Names the source inside the index; never given twice.
        first_tile_id: The tile ``i`` of the source's grid has the id ``first_tile_id + i``.
        planned_tiles: Tiles in the grid, empty ones included.
        options: How the source was asked to be read, as canonical JSON.
        source: Path, size, CRS, stretch and the rest.
    """

    number: int
    first_tile_id: int
    planned_tiles: int
    options: str
    source: Source


@dataclass(frozen=True)
class PartEntry:
    """A complete part as ``index.json`` names it.

    Attributes:
        name: Its folder under ``parts/``.
        rows: Number of tiles.
        bounds: West, south, east, north in degrees, EPSG:4326.
        work: What was read to make it; tiles that were empty have no row.
        checksum: SHA-256 of its ``part.json``.
    """

    name: str
    rows: int
    bounds: tuple[float, float, float, float]
    work: tuple[WorkRange, ...]
    checksum: str


@dataclass(frozen=True)
class FileRecord:
    """Size in bytes and SHA-256 of one file of a part."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class TreeRecord:
    """The Annoy trees of a part.

    Attributes:
        trees: Number of trees.
        seed: Seed of Annoy's random numbers.
        nodes_sha256: SHA-256 of the file behind its first ``rows`` nodes: the branches, which are
            checked before every use because Annoy follows them blindly.
    """

    trees: int
    seed: int
    nodes_sha256: str


@dataclass(frozen=True)
class PartFile:
    """What ``part.json`` says."""

    rows: int
    embedding_size: int
    model_checksum: str
    bounds: tuple[float, float, float, float]
    work: tuple[WorkRange, ...]
    tree: TreeRecord | None
    files: tuple[FileRecord, ...]

    def to_json(self) -> bytes:
        """Return the bytes of ``part.json``."""
        return _dump(
            {
                "format_version": FORMAT_VERSION,
                "rows": self.rows,
                "embedding_size": self.embedding_size,
                "model_checksum": self.model_checksum,
                "bounds": list(self.bounds),
                "work": _work_to_json(self.work),
                "tree": None
                if self.tree is None
                else {
                    "trees": self.tree.trees,
                    "seed": self.tree.seed,
                    "nodes_sha256": self.tree.nodes_sha256,
                },
                "files": {f.name: {"size": f.size, "sha256": f.sha256} for f in self.files},
            }
        )

    @classmethod
    def from_json(cls, content: bytes) -> PartFile:
        """Read the bytes of ``part.json``.

        Raises:
            ValueError, KeyError, TypeError: They are not what they should be.
        """
        raw = json.loads(content)
        tree = raw["tree"]
        return cls(
            rows=int(raw["rows"]),
            embedding_size=int(raw["embedding_size"]),
            model_checksum=str(raw["model_checksum"]),
            bounds=_bounds_from_json(raw["bounds"]),
            work=_work_from_json(raw["work"]),
            tree=None
            if tree is None
            else TreeRecord(int(tree["trees"]), int(tree["seed"]), str(tree["nodes_sha256"])),
            files=tuple(
                FileRecord(str(name), int(f["size"]), str(f["sha256"]))
                for name, f in raw["files"].items()
            ),
        )


@dataclass(frozen=True)
class IndexFile:
    """What ``index.json`` says.

    Attributes:
        model_checksum: The model that made every vector.
        embedding_size: D, the length of a vector.
        tile_spec: Ground sizes, overlap and pixels of the tiles.
        part_tiles: Most tiles that a build plans into one part.
        inputs: What the first build was asked to index.
        build_options: How it was asked to read it, as canonical JSON.
        sources: In the order in which they were planned.
        parts: The complete parts.
        empty_work: Ranges that were read and held no tile worth a row.
        next_source: Number of the next source.
        next_tile_id: First id of the next source.
        next_part: Number of the next part.
    """

    model_checksum: str
    embedding_size: int
    tile_spec: TileSpec
    part_tiles: int
    inputs: tuple[str, ...]
    build_options: str
    sources: tuple[SourceRecord, ...] = ()
    parts: tuple[PartEntry, ...] = ()
    empty_work: tuple[WorkRange, ...] = ()
    next_source: int = 0
    next_tile_id: int = 0
    next_part: int = 0

    @property
    def rows(self) -> int:
        """Tiles in the index."""
        return sum(part.rows for part in self.parts)

    def source_by_number(self) -> dict[int, SourceRecord]:
        """Return the sources under their numbers."""
        return {record.number: record for record in self.sources}

    def pending_work(self) -> list[WorkRange]:
        """Return the ranges that no part covers yet, source after source."""
        done: dict[int, list[WorkRange]] = {}
        for work in (*self.empty_work, *(w for part in self.parts for w in part.work)):
            done.setdefault(work.source, []).append(work)
        pending = []
        for record in self.sources:
            start = 0
            for work in sorted(done.get(record.number, []), key=lambda w: w.start):
                if work.start > start:
                    pending.append(WorkRange(record.number, start, work.start))
                start = max(start, work.stop)
            if start < record.planned_tiles:
                pending.append(WorkRange(record.number, start, record.planned_tiles))
        return pending

    def to_json(self) -> bytes:
        """Return the bytes of ``index.json``."""
        return _dump(
            {
                "format_version": FORMAT_VERSION,
                "model_checksum": self.model_checksum,
                "embedding_size": self.embedding_size,
                "tile_spec": self.tile_spec.to_dict(),
                "build": {
                    "part_tiles": self.part_tiles,
                    "inputs": list(self.inputs),
                    "options": json.loads(self.build_options),
                },
                "sources": [
                    {
                        "number": r.number,
                        "first_tile_id": r.first_tile_id,
                        "planned_tiles": r.planned_tiles,
                        "options": json.loads(r.options),
                        "source": r.source.to_dict(),
                    }
                    for r in self.sources
                ],
                "parts": [
                    {
                        "name": p.name,
                        "rows": p.rows,
                        "bounds": list(p.bounds),
                        "work": _work_to_json(p.work),
                        "sha256": p.checksum,
                    }
                    for p in self.parts
                ],
                "empty_work": _work_to_json(self.empty_work),
                "next": {
                    "source": self.next_source,
                    "tile_id": self.next_tile_id,
                    "part": self.next_part,
                },
            }
        )

    @classmethod
    def from_json(cls, content: bytes) -> IndexFile:
        """Read the bytes of ``index.json`` (format version already checked).

        Raises:
            ValueError, KeyError, TypeError: They are not what they should be.
        """
        raw = json.loads(content)
        parts = tuple(
            PartEntry(
                name=str(p["name"]),
                rows=int(p["rows"]),
                bounds=_bounds_from_json(p["bounds"]),
                work=_work_from_json(p["work"]),
                checksum=str(p["sha256"]),
            )
            for p in raw["parts"]
        )
        for part in parts:
            # The name becomes a path: an index from elsewhere must not lead out of its folder.
            if not is_part_name(part.name):
                raise ValueError(f"{part.name!r} is not the name of a part")
        return cls(
            model_checksum=str(raw["model_checksum"]),
            embedding_size=int(raw["embedding_size"]),
            tile_spec=TileSpec.from_dict(raw["tile_spec"]),
            part_tiles=int(raw["build"]["part_tiles"]),
            inputs=tuple(str(text) for text in raw["build"]["inputs"]),
            build_options=canonical_json(raw["build"]["options"]),
            sources=tuple(
                SourceRecord(
                    number=int(s["number"]),
                    first_tile_id=int(s["first_tile_id"]),
                    planned_tiles=int(s["planned_tiles"]),
                    options=canonical_json(s["options"]),
                    source=Source.from_dict(s["source"]),
                )
                for s in raw["sources"]
            ),
            parts=parts,
            empty_work=_work_from_json(raw["empty_work"]),
            next_source=int(raw["next"]["source"]),
            next_tile_id=int(raw["next"]["tile_id"]),
            next_part=int(raw["next"]["part"]),
        )


def canonical_json(value: Any) -> str:
    """Return JSON text that is the same for equal values."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), default=str)


def is_part_name(name: str) -> bool:
    """Tell whether ``name`` can be the folder of a part."""
    return _PART_NAME.fullmatch(name) is not None


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
    except (FileNotFoundError, NotADirectoryError) as error:
        raise IndexMissing(path=path) from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise IndexMissing(path=path) from error
        raise IndexUnreadable(path=path / INDEX_FILE, reason=reason_of(error)) from error
    try:
        version = int(json.loads(content)["format_version"])
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise IndexFileDamaged(
            path=path / INDEX_FILE, reason="it is not the JSON of a voice index", index=path
        ) from error
    if version > FORMAT_VERSION:
        raise IndexFormatTooNew(path=path, found=version, known=FORMAT_VERSION)
    try:
        return IndexFile.from_json(content)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, UsageError) as error:
        raise IndexFileDamaged(
            path=path / INDEX_FILE, reason=f"an entry is missing or wrong ({error})", index=path
        ) from error


def write_index(path: Path, index: IndexFile) -> None:
    """Replace ``index.json`` in one rename.

    Raises:
        DiskFull, FolderNotWritable: It could not be written; the old one stays.
    """
    replace_file(path / INDEX_FILE, index.to_json())


def replace_file(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``: after a crash the file is the old one or the new one, whole."""
    temporary = path.with_name(path.name + TEMPORARY_SUFFIX)
    with writing(path):
        try:
            write_durably(temporary, content)
            temporary.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def write_durably(path: Path, *chunks: bytes | memoryview) -> str:
    """Write a file, wait until it is on the disk, and return its SHA-256."""
    digest = hashlib.sha256()
    with path.open("wb") as stream:
        for chunk in chunks:
            stream.write(chunk)
            digest.update(chunk)
        stream.flush()
        os.fsync(stream.fileno())
    return digest.hexdigest()


def sync_file(path: Path) -> None:
    """Wait until a file that a library wrote is on the disk."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(path: Path) -> None:
    """Wait until the names in a folder are on the disk.

    Windows has no such call, and some network drives and FUSE file systems refuse it.
    """
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SUCH_CALL:
            raise
    finally:
        os.close(descriptor)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def remove_folder(path: Path) -> None:
    """Remove a folder as far as it can be; what stays is swept at the next write.

    A reader that has a part mapped keeps Windows from removing it.
    """
    shutil.rmtree(path, ignore_errors=True)


def _dump(value: dict[str, Any]) -> bytes:
    # A path may hold bytes that are no UTF-8: as an escape, which JSON has too.
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode(
        "utf-8", "backslashreplace"
    )


def _work_to_json(work: tuple[WorkRange, ...]) -> list[list[int]]:
    return [[w.source, w.start, w.stop] for w in work]


def _work_from_json(raw: Any) -> tuple[WorkRange, ...]:
    return tuple(WorkRange(int(source), int(start), int(stop)) for source, start, stop in raw)


def _bounds_from_json(raw: Any) -> tuple[float, float, float, float]:
    west, south, east, north = (float(value) for value in raw)
    return west, south, east, north
