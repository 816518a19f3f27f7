"""Who may write a voice index, and how a change becomes visible: whole or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from ..errors import FolderNotWritable, IndexLocked
from ..paths import NOT_TEXT, writing
from .format import (
    PARTS_FOLDER,
    TEMPORARY_SUFFIX,
    IndexFile,
    PartEntry,
    read_index,
    remove_folder,
    replace_file,
    write_index,
)
from .part import TILES_FILE

LOCK_FILE = "lock"
WRITER_FILE = "lock.pid"
TILES_LAYER_FILE = "tiles.vrt"


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Be the only writer of the index in the folder ``path``.

    The system gives the lock back when the process ends, however it ends.

    Raises:
        IndexLocked: Another process is writing.
        FolderNotWritable, DiskFull: The lock cannot be taken.
    """
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        raise FolderNotWritable(path=path, reason=NOT_TEXT) from error
    lock = FileLock(path / LOCK_FILE, timeout=0)
    with writing(path):
        try:
            lock.acquire()
        except Timeout as error:
            raise IndexLocked(path=path, pid=_writer_of(path)) from error
    try:
        with writing(path):
            (path / WRITER_FILE).write_text(str(os.getpid()))
        yield
    finally:
        with contextlib.suppress(OSError):
            (path / WRITER_FILE).unlink(missing_ok=True)
        lock.release()


@contextlib.contextmanager
def writable_index(path: Path) -> Iterator[IndexFile]:
    """Be the only writer of the index in the folder ``path``, and get its state, tidied up.

    Raises:
        IndexMissing, IndexUnreadable, IndexDamaged, IndexFormatTooNew: There is none to write.
        IndexLocked: Another process is writing.
        FolderNotWritable, DiskFull: It cannot be written.
    """
    # Before the lock, which would leave its file in a folder that is none of ours.
    read_index(path)
    with locked(path):
        index = read_index(path)
        sweep(path, index)
        yield index


def commit(path: Path, index: IndexFile) -> None:
    """Make ``index`` the state of the index, then tidy up behind it.

    Raises:
        DiskFull, FolderNotWritable: The old state stays.
    """
    write_index(path, index)
    sweep(path, index)


def sweep(path: Path, index: IndexFile | None) -> None:
    """Bring everything else in line with ``index.json``; every writer does it before and after.

    ``tiles.vrt`` is written if it is not that of the index: a writer killed right after it had
    replaced ``index.json`` leaves an old one, and perhaps nothing else to do. Then temporary files
    go, and parts that ``index.json`` does not name.

    Args:
        path: The folder of the index.
        index: What its ``index.json`` says; None if there is none yet.

    Raises:
        DiskFull, FolderNotWritable: ``tiles.vrt`` cannot be written.
    """
    if index is not None:
        layer, content = path / TILES_LAYER_FILE, _tiles_layer(index.parts).encode()
        if not layer.is_file() or layer.read_bytes() != content:
            replace_file(layer, content)
    named = set() if index is None else {part.name for part in index.parts}
    parts = path / PARTS_FOLDER
    if parts.is_dir():
        for folder in parts.iterdir():
            if folder.name not in named:
                remove_folder(folder)
    for leftover in path.glob(f"*{TEMPORARY_SUFFIX}"):
        with contextlib.suppress(OSError):
            leftover.unlink()


def _tiles_layer(parts: tuple[PartEntry, ...]) -> str:
    lines = ["<OGRVRTDataSource>"]
    if parts:
        lines.append('  <OGRVRTUnionLayer name="tiles">')
        for part in parts:
            file = f"{PARTS_FOLDER}/{part.name}/{TILES_FILE}"
            lines += [
                '    <OGRVRTLayer name="tiles">',
                f'      <SrcDataSource relativeToVRT="1">{file}</SrcDataSource>',
                "    </OGRVRTLayer>",
            ]
        west, south, east, north = (
            function(part.bounds[i] for part in parts)
            for i, function in enumerate((min, min, max, max))
        )
        # Said here so that QGIS need not open every part to learn it.
        lines += [
            "    <GeometryType>wkbPolygon</GeometryType>",
            "    <LayerSRS>EPSG:4326</LayerSRS>",
            "    <FieldStrategy>FirstLayer</FieldStrategy>",
            f"    <FeatureCount>{sum(part.rows for part in parts)}</FeatureCount>",
            f"    <ExtentXMin>{west!r}</ExtentXMin>",
            f"    <ExtentYMin>{south!r}</ExtentYMin>",
            f"    <ExtentXMax>{east!r}</ExtentXMax>",
            f"    <ExtentYMax>{north!r}</ExtentYMax>",
            "  </OGRVRTUnionLayer>",
        ]
    lines.append("</OGRVRTDataSource>")
    return "\n".join(lines) + "\n"


def _writer_of(path: Path) -> str:
    try:
        return (path / WRITER_FILE).read_text().strip() or "unknown"
    except OSError:
        return "unknown"
