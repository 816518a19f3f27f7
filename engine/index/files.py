"""Atomic, durable file writes: written, synchronised, renamed."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pyogrio.errors import DataLayerError, DataSourceError

from ..errors import DiskFull, FolderNotWritable
from ..paths import writing

TEMPORARY_SUFFIX = ".tmp"
# With less free space than this, a GDAL failure means a full disk: GDAL removes the incomplete file.
_FULL_BYTES = 16_000_000

_NO_SUCH_CALL = {errno.EINVAL, errno.EBADF, errno.ENOSYS, errno.ENOTSUP}


def replace_file(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``: after a crash the file is either the old one or the new one.

    Raises:
        DiskFull, FolderNotWritable: It could not be written; the old one stays.
    """
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


@contextlib.contextmanager
def written_by_gdal(path: Path) -> Iterator[Path]:
    """Give pyogrio a file to write, which then takes the place of ``path``, in one rename, if all went well.

    Raises:
        DiskFull, FolderNotWritable: It could not be written; a file that was there stays.
    """
    # Beside the target, so that one rename replaces it atomically.
    with writing(path), tempfile.TemporaryDirectory(prefix=".new-", dir=path.parent) as folder:
        file = Path(folder) / path.name
        try:
            yield file
        except (DataSourceError, DataLayerError) as error:
            # GDAL's message does not give the cause.
            if shutil.disk_usage(folder).free < _FULL_BYTES:
                raise DiskFull(path=path) from error
            raise FolderNotWritable(path=path, reason=str(error).rstrip(".")) from error
        os.replace(file, path)  # noqa: PTH105 (says which file it could not replace)


def write_durably(path: Path, *chunks: bytes | memoryview) -> str:
    """Write a file, wait until it is on the disk, and return its SHA-256.

    A link of that name is replaced: what it leads to is not ours to write.
    """
    digest = hashlib.sha256()
    path.unlink(missing_ok=True)
    with path.open("xb") as stream:
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


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file that never changes another name, or copy it where the disk knows no such names."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
        sync_file(target)


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


def check_no_link(folder: Path) -> None:
    """Refuse to write, and to clean up, in a folder of an index that is a link (or junction) to somewhere else.

    Raises:
        FolderNotWritable: It is one.
    """
    real = os.path.realpath(folder)
    if os.path.normcase(real) != os.path.normcase(
        Path(os.path.realpath(folder.parent)) / folder.name
    ):
        raise FolderNotWritable(path=folder, reason=f"it is a link to {real}")


def remove_folder(path: Path) -> None:
    """Remove a folder as far as it can be; what stays is swept at the next write.

    A reader that has a part mapped keeps Windows from removing it. Of a link the link goes, and what it leads to stays.
    """
    if path.is_symlink():
        with contextlib.suppress(OSError):
            path.unlink()
    shutil.rmtree(path, ignore_errors=True)
