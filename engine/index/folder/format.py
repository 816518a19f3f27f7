"""The two JSON files of a voice index in a folder.

``docs/index-format.md`` is the specification; this module reads and writes what it says.
"""

from __future__ import annotations

import errno
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...contract.indexes import Bounds
from ...errors import (
    IndexFileDamaged,
    IndexFormatTooNew,
    IndexMissing,
    IndexUnreadable,
    UsageError,
)
from ...imagery.source import Source
from ...imagery.tiling import TileSpec
from ...paths import reason_of
from ..files import replace_file
from ..plan import SourceRecord, WorkRange, canonical_json, pending_work
from ..store import StoreInfo, StoreSettings

FORMAT_VERSION = 1
INDEX_FILE = "index.json"
PART_FILE = "part.json"
PARTS_FOLDER = "parts"

_PART_NAME = re.compile(r"\d{5,9}")


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
    bounds: Bounds
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
    bounds: Bounds
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
        settings: What the index was begun with.
        sources: In the order in which they were planned.
        parts: The complete parts.
        empty_work: Ranges that were read and held no tile worth a row.
        next_source: Number of the next source.
        next_tile_id: First id of the next source.
        next_part: Number of the next part.
    """

    settings: StoreSettings
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
        return pending_work(
            self.sources, (*self.empty_work, *(w for part in self.parts for w in part.work))
        )

    def info(self, path: Path) -> StoreInfo:
        """Return what it says of the index in the folder ``path``."""
        return StoreInfo(
            uri=str(path),
            format_version=FORMAT_VERSION,
            settings=self.settings,
            sources=self.sources,
            tiles=self.rows,
            parts=len(self.parts),
            bounds=self.bounds,
            pending=self.pending_work(),
        )

    def to_json(self) -> bytes:
        """Return the bytes of ``index.json``."""
        settings = self.settings
        return _dump(
            {
                "format_version": FORMAT_VERSION,
                "model_checksum": settings.model_checksum,
                "embedding_size": settings.embedding_size,
                "tile_spec": settings.tile_spec.to_dict(),
                "build": {
                    "part_tiles": settings.part_tiles,
                    "inputs": list(settings.inputs),
                    "options": json.loads(settings.options),
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
            settings=StoreSettings(
                model_checksum=str(raw["model_checksum"]),
                embedding_size=int(raw["embedding_size"]),
                tile_spec=TileSpec.from_dict(raw["tile_spec"]),
                inputs=tuple(str(text) for text in raw["build"]["inputs"]),
                options=canonical_json(raw["build"]["options"]),
                part_tiles=int(raw["build"]["part_tiles"]),
            ),
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


def _dump(value: dict[str, Any]) -> bytes:
    # A path may hold bytes that are no UTF-8: as an escape, which JSON has too.
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode(
        "utf-8", "backslashreplace"
    )


def _work_to_json(work: tuple[WorkRange, ...]) -> list[list[int]]:
    return [[w.source, w.start, w.stop] for w in work]


def _work_from_json(raw: Any) -> tuple[WorkRange, ...]:
    return tuple(WorkRange(int(source), int(start), int(stop)) for source, start, stop in raw)


def _bounds_from_json(raw: Any) -> Bounds:
    west, south, east, north = (float(value) for value in raw)
    return west, south, east, north
