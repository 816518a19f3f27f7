"""The processes of a Dask cluster: workers that make parts, and the scheduler that hands them out.

A worker holds the model and offers a resource that names the version of the engine and the model: no other worker
is given a job. It takes one job at a time, with one thread; a computer runs one process for each of its processors.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from dask.system import CPU_COUNT
from distributed import Nanny, Scheduler, Worker, WorkerPlugin, get_worker
from distributed.core import Status
from distributed.security import Security
from distributed.system import MEMORY_LIMIT

from .. import __version__
from ..contract.notices import Notice
from ..errors import Cancelled, ClusterUnreachable, MachineError, UsageError
from ..progress import Progress
from .part_jobs import FinishedPart, PartJob, TileEncoder, run_job

#: How long a worker may take to start: to load its model, on a busy machine, and to find its scheduler.
JOIN_SECONDS = 300
_PLUGIN = "qgis_scrl"
#: A worker tells how far it is about so often.
_REPORT_SECONDS = 1.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class WorkerFailure:
    """A job that a worker could not do for a reason that lies with that worker: another one may do it.

    Attributes:
        worker: Its address.
        failure: What is wrong with it.
    """

    worker: str
    failure: Notice


@dataclass(frozen=True)
class LoadModel:
    """Loads the model of a worker; sent to its process.

    Attributes:
        folder: Of the model; None for the bundled one.
    """

    folder: Path | None

    def __call__(self) -> TileEncoder:
        """Load the model: onto a GPU where there is one; the processes of a computer share its GPUs."""
        import torch

        from ..model.checkpoint import load_model

        torch.set_num_threads(1)
        gpus = torch.cuda.device_count() if torch.cuda.is_available() else 0
        return load_model(self.folder, f"cuda:{os.getpid() % gpus}" if gpus else "cpu")


class EncoderPlugin(WorkerPlugin):
    """Holds the model of a worker.

    Args:
        load: Loads it.
    """

    name = _PLUGIN

    def __init__(self, load: Callable[[], TileEncoder]) -> None:
        self._load = load

    def setup(self, worker: Worker) -> None:
        """Load the model, once for the life of the process."""
        self.encoder = self._load()


def resource_name(model_checksum: str) -> str:
    """Return the resource that workers offer which do the same as this computer would."""
    return f"{_PLUGIN} {__version__} with model {model_checksum[:12]}"


def identity_in(resources: dict[str, Any]) -> str | None:
    """Return version and model of a worker as a text, from the resources that it offers; None: it is not ours."""
    return next((name for name in resources if name.startswith(f"{_PLUGIN} ")), None)


def worker_options(
    load: Callable[[], TileEncoder], model_checksum: str, processes: int
) -> dict[str, Any]:
    """Return the arguments of :class:`distributed.Nanny` for each of the worker processes of this computer."""
    return {
        "nthreads": 1,
        "resources": {resource_name(model_checksum): 1},
        "plugins": [EncoderPlugin(load)],
        "memory_limit": MEMORY_LIMIT // processes,
        "death_timeout": JOIN_SECONDS,
    }


def run_on_worker(job: PartJob, topic: str) -> FinishedPart | WorkerFailure:
    """Run one job in this process, which is that of a worker; the function that Dask calls."""
    worker = get_worker()
    plugin = cast(EncoderPlugin, worker.plugins[_PLUGIN])
    progress = _JobProgress(worker, topic, job.part.number)
    try:
        return run_job(job, plugin.encoder, progress)
    except (
        MachineError
    ) as error:  # a full disk, a folder that is not there, storage that it cannot reach
        _log.warning("part %d: %s", job.part.number, error)
        return WorkerFailure(worker.address, error.notice())


class _JobProgress(Progress):
    """Tells whoever builds how far a job is, and ends it when nobody wants it any more."""

    def __init__(self, worker: Worker, topic: str, part: int) -> None:
        self._worker = worker
        self._key = worker.get_current_task()
        self._topic = topic
        self._part = part
        self._done = 0
        self._told = time.monotonic()

    def advance(self, steps: int = 1) -> None:
        self._done += steps
        if time.monotonic() - self._told >= _REPORT_SECONDS:
            self._told = time.monotonic()
            report = {"part": self._part, "tiles": self._done}
            self._worker.loop.add_callback(self._worker.log_event, self._topic, report)

    def check_cancelled(self) -> None:
        # Dask does not stop a thread: the task is only marked.
        task = self._worker.state.tasks.get(self._key)
        if task is None or task.state == "cancelled" or self._worker.status != Status.running:
            raise Cancelled


def check_certificates(address: str, role: str) -> None:
    """Check that Dask's configuration names the certificates that an address takes.

    Args:
        address: Of a scheduler; those without ``tls://`` take none.
        role: ``client``, ``worker`` or ``scheduler``.

    Raises:
        ClusterUnreachable: They are missing, or cannot be read.
    """
    if not address.lower().startswith("tls://"):
        return
    try:
        complete = Security().get_connection_args(role)["ssl_context"] is not None
    except (OSError, ValueError) as error:
        raise ClusterUnreachable(address=address, reason=f"a TLS file: {error}") from error
    if not complete:
        names = f"CA_FILE, ...{role.upper()}__CERT and ...{role.upper()}__KEY"
        reason = f"TLS takes certificates: set DASK_DISTRIBUTED__COMM__TLS__{names}"
        raise ClusterUnreachable(address=address, reason=reason)


def serve_worker(
    address: str,
    load: Callable[[], TileEncoder],
    model_checksum: str,
    processes: int | None = None,
    ports: tuple[int, int] | None = None,
) -> None:
    """Run the workers of this computer until the scheduler ends, or this process is told to.

    Args:
        address: Of the scheduler.
        load: Loads the model, in each of the processes.
        model_checksum: The model that it loads.
        processes: How many; None: as many as there are processors.
        ports: The first and the last port that they may listen at, two for each; None: any that is free.

    Raises:
        ClusterUnreachable: The scheduler does not answer within five minutes.
        UsageError: There are fewer ports than they need.
    """
    count = processes or CPU_COUNT
    if ports is not None and ports[1] - ports[0] + 1 < 2 * count:
        raise UsageError(
            problem=f"{ports[0]}:{ports[1]} are {max(0, ports[1] - ports[0] + 1)} ports, and {count} worker "
            f"processes listen at {2 * count}.",
            advice="Give more of them with --ports FIRST:LAST, or fewer processes with --processes.",
        )
    check_certificates(address, "worker")

    async def serve() -> None:
        options = worker_options(load, model_checksum, count)
        # Their pages have no password, and nobody else needs them.
        options["dashboard_address"] = "127.0.0.1:0"
        if ports is not None:
            options["port"] = options["worker_port"] = f"{ports[0]}:{ports[1]}"
        nannies = [Nanny(address, **options) for _ in range(count)]
        try:
            await asyncio.gather(*nannies)
        except (OSError, TimeoutError, ValueError) as error:
            await _close(nannies)
            reason = (str(error).splitlines() or [""])[0] or "it does not answer"
            raise ClusterUnreachable(address=address, reason=reason.rstrip(".")) from error
        await _until_signal(asyncio.gather(*(nanny.finished() for nanny in nannies)))
        await _close(nannies)

    asyncio.run(serve())


def serve_scheduler(host: str | None, port: int, dashboard: str) -> None:
    """Run a Dask scheduler until this process is told to end.

    Args:
        host: Where it listens: an address of this computer, or one with a scheme, such as ``tls://0.0.0.0``;
            None: everywhere.
        port: At which port.
        dashboard: Address of the dashboard, such as ``:8787``.

    Raises:
        ClusterUnreachable: It cannot listen there.
    """
    check_certificates(host or "", "scheduler")

    async def serve() -> None:
        scheduler = Scheduler(host=host, port=port, dashboard_address=dashboard)
        try:
            await scheduler
        except (OSError, ValueError) as error:
            at = f"{host or ''}:{port}"
            raise ClusterUnreachable(address=at, reason=str(error).rstrip(".")) from error
        _log.info("scheduler at %s", scheduler.address)
        await _until_signal(scheduler.finished())
        await scheduler.close()

    asyncio.run(serve())


async def _close(nannies: list[Nanny]) -> None:
    await asyncio.gather(*(nanny.close(timeout=5) for nanny in nannies), return_exceptions=True)


async def _until_signal(finished: Awaitable[Any] | Coroutine[Any, Any, Any]) -> None:
    """Wait until ``finished`` is, or somebody ends this process with Ctrl-C or SIGTERM."""
    loop, asked = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(asked.set))
    waiting = {asyncio.ensure_future(finished), asyncio.ensure_future(asked.wait())}
    _, left = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for each in left:
        each.cancel()


def log_to_terminal() -> None:
    """Show what Dask and the engine say of themselves; the level is that of QGIS_SCRL_LOG_LEVEL."""
    level = os.environ.get("QGIS_SCRL_LOG_LEVEL", "info").upper()
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
