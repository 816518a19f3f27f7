"""Schedulers and workers of a Dask cluster, each in a process of its own, as an administrator would start them."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .paths import ROOT
from .scenes import PixelStatistics

#: Python code of a worker without weights.
_WORKER = (
    "import sys; from engine.index.cluster_worker import log_to_terminal, serve_worker;"
    "from tests.support.cluster import SlowStatistics;"
    "ports = tuple(map(int, sys.argv[4].split(':'))) if sys.argv[4] else None;"
    "log_to_terminal(); serve_worker(sys.argv[1], SlowStatistics, sys.argv[3], int(sys.argv[2]), ports)"
)


class SlowStatistics(PixelStatistics):
    """Takes its time, so that something can happen in the middle."""

    def encode_images(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        time.sleep(0.05)
        return super().encode_images(images)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _listens(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def running(
    *arguments: str, output: int | None = None, **environment: str
) -> Iterator[subprocess.Popen[bytes]]:
    """Run Python in a process group of its own, and end all of it in the end."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1", **environment},
        stdout=output,
        stderr=output,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextlib.contextmanager
def scheduler(
    protocol: str = "tcp", **environment: str
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Run a scheduler with what it shall find in its environment; its address and its process, once it listens."""
    port = str(free_port())
    host = "127.0.0.1" if protocol == "tcp" else f"{protocol}://127.0.0.1"
    options = ["--host", host, "--port", port, "--dashboard", "127.0.0.1:0"]
    with running(
        "-m", "engine", "cluster-scheduler", *options, output=None, **environment
    ) as process:
        while not _listens(int(port)):
            assert process.poll() is None, "the scheduler has ended"
            time.sleep(0.1)
        yield f"{protocol}://127.0.0.1:{port}", process


@contextlib.contextmanager
def workers(
    address: str,
    processes: int = 1,
    temporary: Path | None = None,
    checksum: str = "a" * 64,
    ports: str = "",
    **environment: str,
) -> Iterator[subprocess.Popen[bytes]]:
    """Run workers that embed with :class:`SlowStatistics`.

    Args:
        address: Of their scheduler.
        processes: How many.
        temporary: Their folder for temporary files; Dask's own go elsewhere.
        checksum: The model that they say they have.
        ports: The first and the last port where they may listen, as of ``--ports``.
        **environment: What else they find in their environment.
    """
    if temporary is not None:
        environment["TMPDIR"] = str(temporary)
    environment["DASK_TEMPORARY_DIRECTORY"] = "/tmp"  # noqa: S108
    command = ("-c", _WORKER, address, str(processes), checksum, ports)
    with running(*command, output=None, **environment) as process:
        yield process


def searched_by(address: str, index: str | Path) -> str:
    """Return the address of an index in a folder that the cluster of a scheduler searches."""
    scheme = {"tcp": "dask", "tls": "dask+tls"}[address.partition(":")[0]]
    return f"{scheme}:{address.partition(':')[2]}{Path(index).as_posix()}"
