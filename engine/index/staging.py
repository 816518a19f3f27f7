"""Parts on their way from workers that do not reach the folder of the index: through a folder or an object store.

The worker writes a part on its own disk and uploads the files; whoever commits downloads them, compares them with
their checksums and deletes them. Addresses are those of fsspec; credentials come from the environment, on each side
from its own.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import shutil
import socket
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import fsspec
from fsspec.implementations.local import LocalFileSystem

from ..errors import StagingUnusable
from ..paths import writing
from .files import remove_folder, sha256_of, sync_file, sync_folder
from .plan import PlannedPart, SourceRecord
from .store import EmbeddedTiles, FileTarget

#: Object stores whose fsspec driver is that of obstore.
_OBJECT_STORES = ("s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl")


class DamagedUpload(Exception):
    """What was downloaded is not what the worker has written."""


@dataclass(frozen=True)
class UploadedPart:
    """A part in the staging storage.

    Attributes:
        written: What the target of the index needs to commit it.
        address: The folder of its files.
        checksums: SHA-256 of each file, under its path in that folder.
    """

    written: Any
    address: str
    checksums: dict[str, str]


@dataclass(frozen=True)
class StagingTarget:
    """A :class:`engine.index.store.PartTarget` that uploads what it has written.

    Attributes:
        target: That of the index.
        address: Folder of the run in the staging storage.
    """

    target: FileTarget
    address: str

    def write(
        self, part: PlannedPart, tiles: EmbeddedTiles, sources: Sequence[SourceRecord]
    ) -> UploadedPart:
        """Write a part on this computer's disk and upload it.

        Raises:
            DiskFull, FolderNotWritable: The disk of this computer, in the folder for temporary files.
            StagingUnusable: It cannot be uploaded.
        """
        temporary = Path(tempfile.gettempdir())
        with writing(temporary), tempfile.TemporaryDirectory(prefix="qgis_scrl-part-") as folder:
            written = self.target.elsewhere(Path(folder)).write(part, tiles, sources)
            address = f"{self.address}/{part.number}-{uuid.uuid4().hex[:8]}"
            with _using(self.address):
                return UploadedPart(written, address, _upload(Path(folder), address))


def run_address(staging: str, target: FileTarget) -> str:
    """Return the folder in the staging storage that belongs to an index alone: its only writer may empty it."""
    index = f"{socket.gethostname()}:{target.parts.absolute()}"
    return f"{staging.rstrip('/')}/qgis_scrl-{hashlib.sha256(index.encode()).hexdigest()[:16]}"


def download(part: UploadedPart, target: FileTarget) -> None:
    """Bring a part to the index, where it waits to be committed, and delete it from the staging storage.

    Raises:
        DamagedUpload: It is not what the worker has written; nothing of it stays in the index.
        StagingUnusable: It cannot be downloaded.
        DiskFull, FolderNotWritable: It cannot be written here.
    """
    folders = {target.parts / PurePosixPath(name).parts[0] for name in part.checksums}
    try:
        for name, checksum in part.checksums.items():
            file = target.parts / name
            with writing(file):
                file.parent.mkdir(parents=True, exist_ok=True)
                with _using(part.address):
                    system, path = file_system(f"{part.address}/{name}")
                    with system.open(path, "rb") as source, file.open("wb") as copy:
                        shutil.copyfileobj(source, copy, 1 << 20)
                sync_file(file)
                if sha256_of(file) != checksum:
                    raise DamagedUpload(f"{part.address}/{name} does not match its checksum")
        for folder in folders:
            sync_folder(folder)
    except BaseException:
        for folder in folders:
            remove_folder(folder)
        raise
    empty(part.address)


def empty(address: str) -> None:
    """Delete a folder of the staging storage, if it is there.

    Raises:
        StagingUnusable: It cannot be deleted.
    """
    with _using(address):
        system, path = file_system(address)
        with contextlib.suppress(FileNotFoundError):
            system.rm(path, recursive=True)


def check(address: str) -> None:
    """Write, read and delete a small file, to fail before the work begins.

    Raises:
        StagingUnusable: One of these cannot be done.
    """
    probe = f"{address}/probe-{uuid.uuid4().hex[:8]}"
    with _using(address):
        system, path = file_system(probe)
        _make_folder(system, path)
        system.pipe_file(path, b"qgis_scrl")
        if system.cat_file(path) != b"qgis_scrl":
            raise StagingUnusable(address=address, reason="it does not return what was written")
        system.rm_file(path)


def file_system(address: str) -> tuple[Any, str]:
    """Return fsspec's file system of an address, and the path in it."""
    if address.partition("://")[0] in _OBJECT_STORES:
        _use_obstore()
    system, path = fsspec.core.url_to_fs(address)
    return system, str(path)


@functools.cache
def _use_obstore() -> None:
    """Let object stores be used through obstore, which brings no other packages."""
    from obstore.fsspec import register

    for scheme in _OBJECT_STORES:
        register(scheme)


def _upload(folder: Path, address: str) -> dict[str, str]:
    """Upload all files in a folder, and return the checksums under their paths."""
    system, root = file_system(address)
    checksums = {}
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = file.relative_to(folder).as_posix()
        _make_folder(system, f"{root}/{name}")
        system.put_file(str(file), f"{root}/{name}")
        checksums[name] = sha256_of(file)
    return checksums


def _make_folder(system: Any, path: str) -> None:
    if isinstance(system, LocalFileSystem):  # object stores have no folders
        system.makedirs(system._parent(path), exist_ok=True)


@contextlib.contextmanager
def _using(address: str) -> Iterator[None]:
    """Turn whatever a storage driver raises into what the user can do about it."""
    try:
        yield
    except StagingUnusable:
        raise
    except Exception as error:  # each driver has its own
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise StagingUnusable(address=address, reason=reason.rstrip(".")) from error
