"""One part of a voice index: written once, whole, and never changed."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import shapely
import shapely.errors
from numpy.lib import format as npy_format
from numpy.typing import NDArray

from ..contract.tiles import TILE_ATTRIBUTES
from ..errors import IndexDamaged
from ..paths import reason_of, writing
from .annoy_trees import AnnoyTrees, TreesDamaged, annoy_package, write_trees
from .footprints import footprints_of
from .format import (
    MAX_PART_ROWS,
    PART_FILE,
    TEMPORARY_SUFFIX,
    FileRecord,
    PartEntry,
    PartFile,
    SourceRecord,
    WorkRange,
    remove_folder,
    sha256_of,
    sync_folder,
    write_durably,
)
from .scoring import NotUnitLength, check_unit_length
from .tile_table import write_layer

VECTORS_FILE = "vectors.npy"
ROWS_FILE = "rows.npy"
TREE_FILE = "tree.ann"
TILES_FILE = "tiles.fgb"

ROW_DTYPE = np.dtype(
    [
        ("id", "<i8"),
        ("source", "<i4"),
        ("window", "<f8", (4,)),
        ("ground_size", "<f4"),
        ("date", "<i4"),
        ("lon", "<f8"),
        ("lat", "<f8"),
        ("bounds", "<f8", (4,)),
    ]
)
"""A row of ``rows.npy``: what search has to know of a tile, beside its vector."""

#: What ``tiles.fgb`` calls some attributes; and what it leaves out, for the footprint tells it.
_STORED_NAMES = {"tile_id": "id", "col": "col_off", "row": "row_off"}
_NOT_STORED = {"lon", "lat"}

NO_DATE = int(np.iinfo(np.int32).min)
_EPOCH = date(1970, 1, 1)
_FIRST_DAY, _LAST_DAY = ((day - _EPOCH).days for day in (date.min, date.max))


@dataclass(frozen=True)
class TileRows:
    """Tiles of one part, in ascending order of their id.

    Attributes:
        rows: N rows of :data:`ROW_DTYPE`.
        vectors: N x D float16, unit length.
        footprints: N polygons in EPSG:4326.
    """

    rows: NDArray[np.void]
    vectors: NDArray[np.float16]
    footprints: NDArray[np.object_]


def days_of(value: date | None) -> int:
    """Return a date as ``rows.npy`` holds it."""
    return NO_DATE if value is None else (value - _EPOCH).days


def columns_of_rows(
    rows: NDArray[np.void], sources: Mapping[int, SourceRecord]
) -> dict[str, NDArray]:
    """Return what rows say, under the names of the attributes of a tile.

    Args:
        rows: N rows of :data:`ROW_DTYPE`.
        sources: The sources under their numbers; all that the rows name.
    """
    named = [sources[number].source for number in rows["source"].tolist()]
    days = rows["date"].astype("int64")
    columns = {
        "tile_id": rows["id"],
        "source": np.array([source.name for source in named], dtype=object),
        "source_path": np.array([source.uri for source in named], dtype=object),
        "date": np.where(days == NO_DATE, np.datetime64("NaT", "D"), days.astype("datetime64[D]")),
        "ground_size_m": rows["ground_size"],
        "lon": rows["lon"],
        "lat": rows["lat"],
        **dict(zip(("col", "row", "width", "height"), rows["window"].T, strict=True)),
    }
    return {attribute.name: columns[attribute.name] for attribute in TILE_ATTRIBUTES}


class RowsDamaged(Exception):
    """A row cannot be what was written."""


def checked_footprints(
    rows: NDArray[np.void], sources: Mapping[int, SourceRecord]
) -> NDArray[np.object_]:
    """Return the polygons (EPSG:4326) of rows that are used for the first time.

    Args:
        rows: N rows of :data:`ROW_DTYPE`.
        sources: All sources of the index under their numbers.

    Raises:
        RowsDamaged: A row is of no source, not one of its tiles, of no date, or nowhere.
    """
    days = rows["date"]
    if ((days != NO_DATE) & ((days < _FIRST_DAY) | (days > _LAST_DAY))).any():
        raise RowsDamaged("a tile has a date that is none")
    for number in np.unique(rows["source"]).tolist():
        record = sources.get(number)
        places = rows["id"][rows["source"] == number] - (record.first_tile_id if record else 0)
        if record is None or (places < 0).any() or (places >= record.planned_tiles).any():
            raise RowsDamaged(f"a tile of source {number} is not one of its tiles")
    try:
        with np.errstate(all="ignore"):
            footprints = footprints_of(rows, sources)
    except shapely.errors.GEOSException as error:
        raise RowsDamaged("a tile lies nowhere on the Earth") from error
    if not np.isfinite(shapely.bounds(footprints)).all():
        raise RowsDamaged("a tile lies nowhere on the Earth")
    return footprints


def part_name(number: int) -> str:
    """Return the folder name of a part."""
    return f"{number:05d}"


def write_part(
    folder: Path,
    name: str,
    tiles: TileRows,
    sources: Mapping[int, SourceRecord],
    work: Sequence[WorkRange],
    model_checksum: str,
) -> PartEntry:
    """Write the part ``name`` under ``folder`` (``NAME.scrl/parts``): whole, or not at all.

    It is written under a temporary name and renamed at the end; naming it in ``index.json`` is the
    caller's.

    Raises:
        DiskFull, FolderNotWritable: What was begun is removed.
    """
    count, size = tiles.vectors.shape
    if not 0 < count <= MAX_PART_ROWS:
        raise ValueError(f"a part holds 1 to {MAX_PART_ROWS} rows, not {count}")
    temporary = folder / (name + TEMPORARY_SUFFIX)
    with writing(folder / name):
        try:
            folder.mkdir(exist_ok=True)
            remove_folder(temporary)
            temporary.mkdir()
            files = [
                _write_array(temporary / VECTORS_FILE, tiles.vectors),
                _write_array(temporary / ROWS_FILE, tiles.rows),
                _write_tiles(temporary / TILES_FILE, tiles, sources),
            ]
            trees = write_trees(temporary / TREE_FILE, tiles.vectors)
            if trees is not None:
                files.append(trees[1])
            bounds = _bounds_of(tiles.rows)
            content = PartFile(
                rows=count,
                embedding_size=size,
                model_checksum=model_checksum,
                bounds=bounds,
                work=tuple(work),
                tree=None if trees is None else trees[0],
                files=tuple(files),
            ).to_json()
            checksum = write_durably(temporary / PART_FILE, content)
            sync_folder(temporary)
            # A folder of that name is what a build left that was killed before it could name it.
            remove_folder(folder / name)
            temporary.rename(folder / name)
            sync_folder(folder)
        except OSError:
            remove_folder(temporary)
            raise
    return PartEntry(name, count, bounds, tuple(work), checksum)


class Part:
    """A complete part, memory-mapped.

    Args:
        index: The folder of the index.
        entry: What ``index.json`` says of the part.
        embedding_size: D of the index.

    Attributes:
        rows: N rows of :data:`ROW_DTYPE`, ids ascending.
        vectors: N x D float16.
        trees_problem: Why the trees cannot be used, or None.

    Raises:
        IndexDamaged: A file is missing or has not the size and form that it should have. Contents
            are checked by :meth:`check_vectors` before they are used, and in full by ``verify``.
    """

    def __init__(self, index: Path, entry: PartEntry, embedding_size: int) -> None:
        self.index = index
        self.entry = entry
        self.folder = index / "parts" / entry.name
        self.file = self._read_part_file()
        if self.file.embedding_size != embedding_size or self.file.rows != entry.rows:
            raise self.damaged(PART_FILE, "it does not belong to this index")
        shape = (entry.rows, embedding_size)
        self.vectors: NDArray[np.float16] = self._map(VECTORS_FILE, np.dtype("<f2"), shape)
        self.rows: NDArray[np.void] = self._map(ROWS_FILE, ROW_DTYPE, (entry.rows,))
        self.trees_problem: str | None = None
        self._trees: AnnoyTrees | None = None
        self._vectors_checked = False

    def damaged(self, file: str, reason: str) -> IndexDamaged:
        """Return the error that says what is wrong with a file of this part."""
        return IndexDamaged(path=self.folder / file, reason=reason, index=self.index)

    def trees(self) -> AnnoyTrees | None:
        """Return the trees, or None (then :attr:`trees_problem` says why)."""
        if self._trees is None and self.trees_problem is None:
            if self.file.tree is None:
                self.trees_problem = "it was built without Annoy"
            elif annoy_package() is None:
                self.trees_problem = "Annoy is not installed"
            else:
                try:
                    self._trees = AnnoyTrees(
                        self.folder / TREE_FILE,
                        self.entry.rows,
                        self.file.embedding_size,
                        self.file.tree,
                    )
                except TreesDamaged as error:
                    self.trees_problem = f"its file is damaged: {error}"
        return self._trees

    def check_vectors(self) -> None:
        """Look at every vector, once for as long as the part is open.

        Raises:
            IndexDamaged: One is not a unit vector.
        """
        if self._vectors_checked:
            return
        try:
            check_unit_length(self.vectors)
        except NotUnitLength as error:
            raise self.damaged(VECTORS_FILE, str(error)) from error
        self._vectors_checked = True

    def row_of(self, tile_id: int) -> int | None:
        """Return the row of a tile, or None."""
        row = int(np.searchsorted(self.rows["id"], tile_id))
        found = row < len(self.rows) and int(self.rows["id"][row]) == tile_id
        return row if found else None

    def footprints(
        self, numbers: NDArray[np.int64] | slice, sources: Mapping[int, SourceRecord]
    ) -> NDArray[np.object_]:
        """Return the polygons (EPSG:4326) of rows.

        Args:
            numbers: Which rows.
            sources: All sources of the index under their numbers.

        Raises:
            IndexDamaged: A row is not what was written.
        """
        try:
            return checked_footprints(np.asarray(self.rows[numbers]), sources)
        except RowsDamaged as error:
            raise self.damaged(ROWS_FILE, str(error)) from error

    def wrong_files(self) -> list[tuple[str, str]]:
        """Compare every file with its checksum: (file, what is wrong) of those that differ."""
        wrong = []
        for record in self.file.files:
            path = self.folder / record.name
            try:
                if path.stat().st_size != record.size:
                    wrong.append((record.name, "its size is wrong"))
                elif sha256_of(path) != record.sha256:
                    wrong.append((record.name, "it does not match its checksum"))
            except OSError as error:
                wrong.append((record.name, reason_of(error)))
        return wrong

    def _read_part_file(self) -> PartFile:
        try:
            content = (self.folder / PART_FILE).read_bytes()
        except OSError as error:
            raise self.damaged(PART_FILE, reason_of(error)) from error
        if hashlib.sha256(content).hexdigest() != self.entry.checksum:
            raise self.damaged(PART_FILE, "it does not match its checksum")
        try:
            return PartFile.from_json(content)
        except (ValueError, KeyError, TypeError) as error:
            raise self.damaged(PART_FILE, f"an entry is missing or wrong ({error})") from error

    def _map(self, name: str, dtype: np.dtype, shape: tuple[int, ...]) -> NDArray:
        path = self.folder / name
        expected = {record.name: record.size for record in self.file.files}.get(name)
        try:
            if path.stat().st_size != expected:
                raise self.damaged(name, "its size is wrong")
            array = np.load(path, mmap_mode="r", allow_pickle=False)
        except OSError as error:
            raise self.damaged(name, reason_of(error)) from error
        except IndexDamaged:
            raise
        except Exception as error:
            # numpy reads the header as Python, and raises whatever Python's parser does.
            raise self.damaged(name, "its header is not that of an array") from error
        if array.dtype != dtype or array.shape != shape or not array.flags.c_contiguous:
            raise self.damaged(name, "it holds another array than it should")
        return array


def _bounds_of(rows: NDArray[np.void]) -> tuple[float, float, float, float]:
    bounds = rows["bounds"]
    west, south = bounds[:, :2].min(axis=0)
    east, north = bounds[:, 2:].max(axis=0)
    return float(west), float(south), float(east), float(north)


def _write_array(path: Path, array: NDArray) -> FileRecord:
    # Not numpy.save: it says neither that the disk is full nor waits for the disk.
    header = io.BytesIO()
    whole = np.ascontiguousarray(array)
    npy_format.write_array_header_1_0(header, npy_format.header_data_from_array_1_0(whole))
    checksum = write_durably(path, header.getvalue(), whole.tobytes())
    return FileRecord(path.name, path.stat().st_size, checksum)


def _write_tiles(path: Path, tiles: TileRows, sources: Mapping[int, SourceRecord]) -> FileRecord:
    columns = columns_of_rows(tiles.rows, sources)
    stored = {
        _STORED_NAMES.get(name, name): values
        for name, values in columns.items()
        if name not in _NOT_STORED
    }
    # Into memory first: GDAL is silent about a full disk until it is too late to tell.
    content = io.BytesIO()
    options = {"SPATIAL_INDEX": "YES"}
    write_layer(content, "tiles", "FlatGeobuf", stored, tiles.footprints, layer_options=options)
    checksum = write_durably(path, content.getvalue())
    return FileRecord(path.name, path.stat().st_size, checksum)
