"""The lock of a voice index in a folder, and the cleanup of leftover files."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from ...errors import FolderNotWritable, IndexLocked
from ...paths import NOT_TEXT, writing
from ..files import TEMPORARY_SUFFIX, check_no_link, remove_folder, replace_file
from ..state import IndexFile
from .format import PARTS_FOLDER
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
            replace_file(path / WRITER_FILE, str(os.getpid()).encode())
        yield
    finally:
        with contextlib.suppress(OSError):
            (path / WRITER_FILE).unlink(missing_ok=True)
        lock.release()


def sweep(path: Path, index: IndexFile | None, kept: str | None = None) -> None:
    """Make the folder consistent with ``index.json``; every writer does so before and after.

    ``tiles.vrt`` is written if it is not that of the index: a writer killed right after it had
    replaced ``index.json`` leaves an old one, and perhaps nothing else to do. Then temporary files
    go, and parts that ``index.json`` does not name.

    Args:
        path: The folder of the index.
        index: Its state; None for a new index.
        kept: Suffix of the parts under construction.

    Raises:
        DiskFull, FolderNotWritable: ``tiles.vrt`` cannot be written, or the parts lie behind a link.
    """
    # All that is not named goes: behind a link that would be the files of somebody who got this index.
    check_no_link(path / PARTS_FOLDER)
    if index is not None:
        layer, content = path / TILES_LAYER_FILE, _tiles_layer(index).encode()
        if not layer.is_file() or layer.read_bytes() != content:
            replace_file(layer, content)
    named = set() if index is None else {part.name for part in index.parts}
    parts = path / PARTS_FOLDER
    if parts.is_dir():
        for folder in parts.iterdir():
            if folder.name not in named and not (kept and folder.name.endswith(kept)):
                remove_folder(folder)
    for leftover in path.glob(f"*{TEMPORARY_SUFFIX}"):
        with contextlib.suppress(OSError):
            leftover.unlink()


def _tiles_layer(index: IndexFile) -> str:
    lines = ["<OGRVRTDataSource>"]
    if index.bounds is not None:
        lines.append('  <OGRVRTUnionLayer name="tiles">')
        for part in index.parts:
            file = f"{PARTS_FOLDER}/{part.name}/{TILES_FILE}"
            lines += [
                '    <OGRVRTLayer name="tiles">',
                f'      <SrcDataSource relativeToVRT="1">{file}</SrcDataSource>',
                "    </OGRVRTLayer>",
            ]
        west, south, east, north = index.bounds
        # Given here so that QGIS need not open every part.
        lines += [
            "    <GeometryType>wkbPolygon</GeometryType>",
            "    <LayerSRS>EPSG:4326</LayerSRS>",
            "    <FieldStrategy>FirstLayer</FieldStrategy>",
            f"    <FeatureCount>{index.rows}</FeatureCount>",
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
