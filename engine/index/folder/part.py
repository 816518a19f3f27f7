"""One part of a voice index: written once and never changed."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import shapely
from numpy.lib import format as npy_format
from numpy.typing import NDArray

from ...contract.codec import ContractError, from_json
from ...errors import IndexDamaged
from ...paths import exists, reason_of, writing
from ..files import link_or_copy, remove_folder, sha256_of, sync_folder, write_durably
from ..plan import MAX_PART_TILES, WorkRange, joined
from ..rows import ROW_DTYPE, Sources, columns_of, footprints_of
from ..state import FORMAT_VERSION, PartEntry
from ..tile_table import TileTable, write_layer
from .annoy_trees import annoy_package, load_trees, write_trees
from .cells import MIN_ROWS, Cells, CellsDamaged, code_dtype, divide, valid_starts
from .format import (
    PART_FILE,
    PARTS_FOLDER,
    FileRecord,
    PartFile,
    TreeRecord,
    as_bytes,
    damaged,
)
from .rows import checked_footprints, table_of
from .scoring import check_unit_length

VECTORS_FILE = "vectors.npy"
ROWS_FILE = "rows.npy"
TREE_FILE = "tree.ann"
CELLS_FILE = "cells.npy"
CODES_FILE = "codes.npy"
TILES_FILE = "tiles.fgb"
_FILE_NAME = re.compile(r"\w+\.\w+")

#: What ``tiles.fgb`` calls some attributes, and what it leaves out because it follows from the footprint.
_STORED_NAMES = {"tile_id": "id", "col": "col_off", "row": "row_off"}
_NOT_STORED = {"lon", "lat"}


def part_name(number: int) -> str:
    """Return the folder name of a part."""
    return f"{number:05d}"


def can_have_cells(rows: int) -> bool:
    """Tell whether a part of so many rows is written with cells here."""
    return rows >= MIN_ROWS and annoy_package() is not None


def stage_part(
    staging: Path,
    name: str,
    rows: NDArray[np.void],
    vectors: NDArray[np.float16],
    sources: Sources,
    work: Sequence[WorkRange],
    model_checksum: str,
) -> PartEntry:
    """Write the files of a part into the folder ``staging``, which is made for it.

    The N ``rows`` of :data:`ROW_DTYPE` (ids ascending; their bounds are filled in) belong to the N x D unit
    vectors; ``name`` is the one that :func:`place_part` will give the part.

    Raises:
        DiskFull, FolderNotWritable: The incomplete part is removed.
    """
    count, size = vectors.shape
    if not 0 < count <= MAX_PART_TILES:
        raise ValueError(f"a part holds 1 to {MAX_PART_TILES} rows, not {count}")
    footprints = footprints_of(rows, sources)
    rows["bounds"] = shapely.bounds(footprints)
    west, south, east, north = shapely.total_bounds(footprints).tolist()
    with writing(staging.with_name(name)):
        try:
            staging.parent.mkdir(exist_ok=True)
            remove_folder(staging)
            staging.mkdir()
            files = {
                VECTORS_FILE: _write_array(staging / VECTORS_FILE, vectors),
                ROWS_FILE: _write_array(staging / ROWS_FILE, rows),
                TILES_FILE: _write_tiles(
                    staging / TILES_FILE, columns_of(rows, sources), footprints
                ),
            }
            trees = None
            if can_have_cells(count):
                cells = divide(vectors)
                files[CELLS_FILE] = _write_array(staging / CELLS_FILE, cells.starts)
                files[CODES_FILE] = _write_array(staging / CODES_FILE, cells.codes)
                trees, files[TREE_FILE] = write_trees(staging / TREE_FILE, cells.centres)
            content = PartFile(
                format_version=FORMAT_VERSION,
                rows=count,
                embedding_size=size,
                model_checksum=model_checksum,
                bounds=(west, south, east, north),
                work=joined(work),
                tree=trees,
                files=files,
            )
            checksum = write_durably(staging / PART_FILE, as_bytes(content))
            sync_folder(staging)
        except OSError:
            remove_folder(staging)
            raise
    return PartEntry(name, count, content.bounds, content.work, checksum)


def stage_with_new_layer(staging: Path, name: str, part: Part, sources: Sources) -> PartEntry:
    """Write a part again into the folder ``staging``, with a new layer of footprints.

    All other files are the same ones, and keep their checksums: damage stays what it is.

    Raises:
        IndexDamaged: A file is missing, or the rows are not what was written.
        DiskFull, FolderNotWritable: What was begun is removed.
    """
    columns = columns_of(np.asarray(part.rows), sources)
    footprints = part.footprints(slice(None), sources)
    others = [file for file in part.file.files if file != TILES_FILE]
    for file in others:
        if not exists(part.folder / file):
            raise part.damaged(file, "there is no such file")
    with writing(staging.with_name(name)):
        try:
            remove_folder(staging)
            staging.mkdir()
            for file in others:
                link_or_copy(part.folder / file, staging / file)
            layer = _write_tiles(staging / TILES_FILE, columns, footprints)
            content = dataclasses.replace(part.file, files={**part.file.files, TILES_FILE: layer})
            checksum = write_durably(staging / PART_FILE, as_bytes(content))
            sync_folder(staging)
        except OSError:
            remove_folder(staging)
            raise
    return dataclasses.replace(part.entry, name=name, sha256=checksum)


def place_part(staging: Path, name: str) -> None:
    """Give a staged part its name, beside the folder where it was staged; naming it in ``index.json`` is next.

    Raises:
        DiskFull, FolderNotWritable: It is removed.
    """
    final = staging.with_name(name)
    with writing(final):
        try:
            # A folder of that name is what a build left that was killed before it could name it.
            remove_folder(final)
            staging.rename(final)
            sync_folder(final.parent)
        except OSError:
            remove_folder(staging)
            raise


class Part:
    """A complete part, memory-mapped.

    Args:
        index: The folder of the index.
        entry: What ``index.json`` says of the part.
        embedding_size: D of the index.

    Attributes:
        rows: N rows of :data:`ROW_DTYPE`, ids ascending.
        vectors: N x D float16.
        cells_problem: Why the cells cannot be used, or None.

    Raises:
        IndexDamaged: A file is missing or has the wrong size or form. The methods raise it where the rows or
            vectors that they use are not what was written; ``verify`` checks the whole contents.
    """

    def __init__(self, index: Path, entry: PartEntry, embedding_size: int) -> None:
        self.entry = entry
        self.folder = index / PARTS_FOLDER / entry.name
        self.file = self._read_part_file()
        if self.file.embedding_size != embedding_size or self.file.rows != entry.rows:
            raise self.damaged(PART_FILE, "it does not belong to this index")
        shape = (entry.rows, embedding_size)
        self.vectors: NDArray[np.float16] = self._map(VECTORS_FILE, np.dtype("<f2"), shape)
        self.rows: NDArray[np.void] = self._map(ROWS_FILE, ROW_DTYPE, (entry.rows,))
        self.cells_problem: str | None = None
        self._cells: Cells | None = None
        self._vectors_checked = False

    def damaged(self, file: str, reason: str) -> IndexDamaged:
        """Return the error that says what is wrong with a file of this part."""
        return damaged(self.folder / file, reason)

    @property
    def is_small(self) -> bool:
        """Whether it has too few rows for cells."""
        return self.entry.rows < MIN_ROWS

    @property
    def has_cells(self) -> bool:
        """Whether it was written with cells."""
        return self.file.tree is not None and self.file.tree.cells > 0

    def has_complete_cells(self) -> bool:
        """Tell whether it has cells, and their files are there."""
        files = (CELLS_FILE, CODES_FILE, TREE_FILE)
        return self.has_cells and all(exists(self.folder / file) for file in files)

    def cells(self) -> Cells | None:
        """Return the cells, or None; then :attr:`cells_problem` says why, unless the part is small."""
        if self._cells is None and self.cells_problem is None and not self.is_small:
            if self.file.tree is None:
                self.cells_problem = "it was built without Annoy"
            elif not self.has_cells:
                self.cells_problem = "it was built by an earlier version"
            elif annoy_package() is None:
                self.cells_problem = "Annoy is not installed"
            else:
                try:
                    self._cells = self._open_cells(self.file.tree)
                except (CellsDamaged, IndexDamaged) as error:
                    self.cells_problem = f"its file is damaged: {error}"
        return self._cells

    def read_codes(self, cells: NDArray[np.int64], into: NDArray[np.void]) -> None:
        """Read the records of some cells, which must be open, into as many.

        Raises:
            CellsDamaged: They are not what was written; :meth:`cells` returns None from now on.
        """
        opened = self.cells()
        if opened is None:
            raise CellsDamaged(self.cells_problem)
        try:
            opened.read(cells, into)
        except CellsDamaged as error:
            self._cells, self.cells_problem = None, f"its file is damaged: {error}"
            raise

    def check_vectors(self) -> None:
        """Check that every vector has unit length, once for as long as the part is open."""
        if not self._vectors_checked:
            check_unit_length(self.vectors, self.folder / VECTORS_FILE)
            self._vectors_checked = True

    def find(self, tile_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the rows of tiles [N]; -1 for those that it does not hold."""
        first, last = int(self.rows["id"][0]), int(self.rows["id"][-1])
        rows = np.full(len(tile_ids), -1)
        near = np.flatnonzero((tile_ids >= first) & (tile_ids <= last))
        if len(near):
            own = np.asarray(self.rows["id"])
            places = np.minimum(np.searchsorted(own, tile_ids[near]), len(own) - 1)
            rows[near] = np.where(own[places] == tile_ids[near], places, -1)
        return rows

    def table(self, rows: NDArray[np.int64] | slice, sources: Sources) -> TileTable:
        """Return some rows as tiles."""
        return table_of(np.asarray(self.rows[rows]), sources, self.folder / ROWS_FILE)

    def footprints(self, rows: NDArray[np.int64] | slice, sources: Sources) -> NDArray[np.object_]:
        """Return the polygons (EPSG:4326) of some rows."""
        return checked_footprints(np.asarray(self.rows[rows]), sources, self.folder / ROWS_FILE)

    def wrong_files(self) -> list[tuple[str, str]]:
        """Compare every file with its checksum: (file, what is wrong) of those that differ."""
        wrong = []
        for name, record in self.file.files.items():
            path = self.folder / name
            try:
                if path.stat().st_size != record.size:
                    wrong.append((name, "its size is wrong"))
                elif sha256_of(path) != record.sha256:
                    wrong.append((name, "it does not match its checksum"))
            except OSError as error:
                wrong.append((name, reason_of(error)))
        return wrong

    def _open_cells(self, record: TreeRecord) -> Cells:
        """Open the files of the cells; raises CellsDamaged and IndexDamaged."""
        rows, size = self.entry.rows, self.file.embedding_size
        starts = np.array(self._map(CELLS_FILE, np.dtype("<i4"), (record.cells + 1,)))
        if not valid_starts(starts, rows):
            raise CellsDamaged("its cells are not those of the part")
        codes = self._map(CODES_FILE, code_dtype(size), (rows,))
        return Cells(load_trees(self.folder / TREE_FILE, size, record), starts, codes)

    def _read_part_file(self) -> PartFile:
        try:
            content = (self.folder / PART_FILE).read_bytes()
        except OSError as error:
            raise self.damaged(PART_FILE, reason_of(error)) from error
        if hashlib.sha256(content).hexdigest() != self.entry.sha256:
            raise self.damaged(PART_FILE, "it does not match its checksum")
        try:
            file = from_json(PartFile, json.loads(content), PART_FILE)
            for name in file.files:
                # It becomes a path, from which is copied.
                if not _FILE_NAME.fullmatch(name):
                    raise ContractError(f"{name!r} is not the name of a file of a part")
        except (ValueError, RecursionError) as error:
            raise self.damaged(PART_FILE, f"an entry is missing or wrong ({error})") from error
        return file

    def _map(self, name: str, dtype: np.dtype, shape: tuple[int, ...]) -> NDArray:
        path = self.folder / name
        record = self.file.files.get(name)
        try:
            if record is None or path.stat().st_size != record.size:
                raise self.damaged(name, "its size is wrong")
            # Copy-on-write, though nobody writes: torch warns of arrays that cannot be written.
            array = np.load(path, mmap_mode="c", allow_pickle=False)
        except OSError as error:
            raise self.damaged(name, reason_of(error)) from error
        except IndexDamaged:
            raise
        except Exception as error:
            # numpy reads the header as Python, and raises whatever Python's parser does.
            raise self.damaged(name, "it is not a NumPy array file") from error
        if array.dtype != dtype or array.shape != shape or not array.flags.c_contiguous:
            raise self.damaged(name, "it contains an array of another shape or type")
        # A plain view: each slice of a numpy.memmap costs a microsecond or two more.
        return array.view(np.ndarray)


def _write_array(path: Path, array: NDArray) -> FileRecord:
    # Not numpy.save, which neither reports a full disk nor synchronises.
    header = io.BytesIO()
    whole = np.ascontiguousarray(array)
    npy_format.write_array_header_1_0(header, npy_format.header_data_from_array_1_0(whole))
    checksum = write_durably(path, header.getvalue(), whole.tobytes())
    return FileRecord(path.stat().st_size, checksum)


def _write_tiles(
    path: Path, columns: dict[str, NDArray], footprints: NDArray[np.object_]
) -> FileRecord:
    stored = {
        _STORED_NAMES.get(name, name): values
        for name, values in columns.items()
        if name not in _NOT_STORED
    }
    # Into memory first: GDAL may not report a full disk.
    content = io.BytesIO()
    options = {"SPATIAL_INDEX": "YES"}
    write_layer(content, "tiles", "FlatGeobuf", stored, footprints, layer_options=options)
    checksum = write_durably(path, content.getvalue())
    return FileRecord(path.stat().st_size, checksum)
