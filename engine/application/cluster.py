"""Builds on many machines: the cluster that one uses, and the processes of one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..contract.methods import Cluster
from ..errors import ClusterPackagesMissing
from ..index.dask_packages import install_command
from ..progress import Task
from .session import Session

if TYPE_CHECKING:
    from ..index.cluster import DaskExecutor


@contextlib.contextmanager
def chosen_executor(
    session: Session, cluster: Cluster | None, task: Task
) -> Iterator[DaskExecutor | None]:
    """Give the cluster that is asked for; None: the engine's own process makes the parts.

    Raises:
        ClusterPackagesMissing: Dask is not installed.
        UserError: The cluster cannot be used.
    """
    if cluster is None:
        yield None
        return
    with _needing_dask():
        from ..index.cluster import joined_cluster
        from ..index.cluster_worker import LoadModel
    checksum = session.identity().checksum
    with joined_cluster(cluster, LoadModel(session.model_folder), checksum, task) as executor:
        yield executor


def run_workers(
    address: str,
    processes: int | None,
    model_folder: Path | None,
    ports: tuple[int, int] | None = None,
) -> None:
    """Run the workers of this computer until the scheduler ends, or this process is told to.

    Raises:
        ClusterPackagesMissing: Dask is not installed.
        ModelMissing, ModelDamaged: There is no model to work with.
        ClusterUnreachable: The scheduler does not answer.
        UsageError: There are too few ports for them.
    """
    with _needing_dask():
        from ..index.cluster_worker import LoadModel, log_to_terminal, serve_worker
    checksum = Session(model_folder).identity().checksum
    log_to_terminal()
    serve_worker(address, LoadModel(model_folder), checksum, processes, ports)


def run_scheduler(host: str | None, port: int, dashboard: str) -> None:
    """Run a scheduler until this process is told to end.

    Raises:
        ClusterPackagesMissing: Dask is not installed.
        ClusterUnreachable: It cannot listen there.
    """
    with _needing_dask():
        from ..index.cluster_worker import log_to_terminal, serve_scheduler
    log_to_terminal()
    serve_scheduler(host, port, dashboard)


@contextlib.contextmanager
def _needing_dask() -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        raise ClusterPackagesMissing(command=install_command()) from error
