"""A voice index in a folder that the workers of a Dask cluster search, each its own parts; it can only be read.

Addresses are ``dask://HOST:PORT/FOLDER``, or ``dask+tls://`` for a scheduler with TLS: the scheduler, and the
folder, under one path for workers and engine.
``docs/cluster.md`` says how to run it. What Dask is not needed for is read from the folder here.
"""

from __future__ import annotations

import dataclasses
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

from ...contract.indexes import VerifyReport
from ...errors import MissingDependency, UsageError
from ...progress import Progress
from .. import folder
from ..dask_packages import install_command
from ..store import StoreInfo, StoreSettings, VectorStoreWriter

if TYPE_CHECKING:
    from .cluster_store import ClusterStore


@dataclass(frozen=True)
class ClusterAddress:
    """An address, taken apart.

    Attributes:
        uri: As the user gave it.
        scheduler: Address of the scheduler, as Dask has it.
        folder: Of the index.
    """

    uri: str
    scheduler: str
    folder: Path

    @classmethod
    def parse(cls, uri: str) -> ClusterAddress:
        """Take an address apart.

        Raises:
            UsageError: It lacks the scheduler or the folder.
        """
        parts = urlsplit(uri)
        path = Path(url2pathname(parts.path))
        try:
            complete = parts.hostname is not None and parts.port is not None and len(path.parts) > 1
        except ValueError:  # a port that is no number
            complete = False
        if not complete:
            raise UsageError(
                problem=f"{uri} does not name a scheduler and a voice index.",
                advice="Write it as dask://HOST:PORT/FOLDER, with the absolute path of the folder NAME.scrl.",
            )
        protocol = "tls" if parts.scheme.endswith("+tls") else "tcp"
        return cls(uri, f"{protocol}://{parts.netloc}", path)


def _folder_of(uri: str) -> str:
    return str(ClusterAddress.parse(uri).folder)


def info(uri: str) -> StoreInfo:
    """Describe the index, by its ``index.json`` alone."""
    return dataclasses.replace(folder.info(_folder_of(uri)), uri=uri)


def bytes_per_tile(embedding_size: int) -> int:
    """Return the approximate size of a tile on disk in bytes."""
    return folder.bytes_per_tile(embedding_size)


def bytes_stored(uri: str) -> int:
    """Return the size of all files in the folder."""
    return folder.bytes_stored(_folder_of(uri))


def tiles_of_sources(uri: str) -> dict[int, int]:
    """Return the number of tiles under the number of each source that has any."""
    return folder.tiles_of_sources(_folder_of(uri))


def verify(uri: str, progress: Progress) -> VerifyReport:
    """Compare every file with its checksum, here and not on the cluster."""
    return folder.verify(_folder_of(uri), progress)


def open(uri: str) -> ClusterStore:
    """Open the index for search; the workers are asked with the first question.

    Raises:
        MissingDependency: Dask is not installed.
    """
    address = ClusterAddress.parse(uri)
    try:
        from .cluster_store import ClusterStore
    except ModuleNotFoundError as error:
        advice = f"Install it: {install_command()}"
        raise MissingDependency(name=error.name, advice=advice) from error
    return ClusterStore(address.scheduler, address.folder, uri)


def write(uri: str, settings: StoreSettings | None) -> AbstractContextManager[VectorStoreWriter]:
    """Refuse to write.

    Raises:
        UsageError: Always.
    """
    raise UsageError(
        problem="A voice index cannot be changed through the cluster that searches it.",
        advice=f"Give its folder instead: {_folder_of(uri)}.",
    )
