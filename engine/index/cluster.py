"""Part jobs on many machines: an executor that hands them to the workers of a Dask cluster.

Imported only by who wants one: Dask is an optional package. Each worker has one job at a time, and the next one is
handed out when a job is done, so that workers may come and go while a build runs. What they have written is committed
here, by the one writer of the index.
"""

from __future__ import annotations

import contextlib
import dataclasses
import logging
import math
import os
import queue
import time
import uuid
from collections import Counter, deque
from collections.abc import Callable, Generator, Hashable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass, field

from distributed import Client, Future, KilledWorker, Nanny, Scheduler, SpecCluster
from distributed.comm import CommClosedError

from ..contract.methods import Cluster
from ..contract.notices import Notice
from ..errors import (
    ClusterLost,
    ClusterOfAnotherVersion,
    ClusterPartsLost,
    ClusterUnreachable,
    ClusterWithoutWorkers,
    StagingUnusable,
    UsageError,
    UserError,
    error_of,
)
from ..progress import Progress
from .cluster_worker import (
    JOIN_SECONDS,
    WorkerFailure,
    check_certificates,
    identity_in,
    resource_name,
    run_on_worker,
    worker_options,
)
from .part_jobs import FinishedPart, PartJob, TileEncoder
from .staging import DamagedUpload, StagingTarget, UploadedPart, check, download, empty, run_address
from .store import FileTarget

#: So long a build waits for the first worker, and for another one when the last has gone.
PATIENCE_SECONDS = 60.0
#: Between two looks at which workers there are.
_LOOK_SECONDS = 1.0
#: Between two looks at whether to stop.
_TICK_SECONDS = 0.1
#: How often a job is handed out that fails for reasons of its own.
_TRIES = 2
#: How long each try to connect may take.
_CONNECT_SECONDS = (1, 2, 4, 8, 16)
#: How long the scheduler may take to say which workers it has.
_ASK_SECONDS = 30
#: How long a worker may take to hand over what a job has returned.
_RESULT_SECONDS = 30
#: Processes of this computer, each with one thread: so many for each processor, or a few.
_MOST_A_PROCESSOR, _A_FEW = 4, 16
_log = logging.getLogger(__name__)


@contextlib.contextmanager
def joined_cluster(
    cluster: Cluster,
    load: Callable[[], TileEncoder],
    model_checksum: str,
    progress: Progress,
    patience_s: float = PATIENCE_SECONDS,
) -> Iterator[DaskExecutor]:
    """Join a cluster, or start one on this computer, for as long as a build takes.

    Args:
        cluster: Which one.
        load: Loads the model, in each of the processes that are started here.
        model_checksum: The model that the workers must have.
        progress: Told of the cluster, and asked whether to stop.
        patience_s: How long to wait for workers.

    Raises:
        ClusterUnreachable, ClusterWithoutWorkers, ClusterOfAnotherVersion: It cannot be used.
        UsageError: Neither address nor number of workers is given, or both are, or more than the computer can use.
        Cancelled.
    """
    most = max(_A_FEW, _MOST_A_PROCESSOR * (os.cpu_count() or 1))
    if not 0 <= cluster.workers <= most:
        raise UsageError(
            problem=f"This computer cannot use {cluster.workers} workers.",
            advice=f"Give at most {most}; one for each processor is best (--workers).",
        )
    if (cluster.scheduler is None) == (cluster.workers == 0):
        raise UsageError(
            problem="A build runs on one cluster.",
            advice="Give either the address of a scheduler (--cluster) or a number of workers (--workers).",
        )
    with contextlib.ExitStack() as stack:
        if cluster.scheduler is None:
            # Its own processes: nobody else may hand them work.
            options = worker_options(load, model_checksum, cluster.workers)
            local = stack.enter_context(
                SpecCluster(
                    workers={},
                    scheduler={
                        "cls": Scheduler,
                        "options": {
                            "host": "127.0.0.1",
                            "port": 0,
                            "dashboard_address": "127.0.0.1:0",
                        },
                    },
                    worker={
                        "cls": Nanny,
                        "options": {
                            **options,
                            "host": "127.0.0.1",
                            "silence_logs": logging.WARNING,
                        },
                    },
                    silence_logs=logging.ERROR,
                )
            )
            local.scale(cluster.workers)
            address = local.scheduler_address
            patience_s = max(patience_s, JOIN_SECONDS)  # they are about to come
        else:
            address = cluster.scheduler
        client = connected(address, progress, _CONNECT_SECONDS)
        stack.callback(leave, client)
        executor = DaskExecutor(client, address, cluster.staging, patience_s)
        workers = executor.wait_for_workers(model_checksum, progress)
        progress.note(
            Notice(
                "cluster-joined",
                {"address": address, "count": workers, "dashboard": client.dashboard_link or ""},
            )
        )
        _log.info("cluster %s, %d workers, %s", address, workers, client.dashboard_link)
        yield executor


def connected(address: str, progress: Progress, tries: Sequence[float]) -> Client:
    """Connect to a scheduler, which may be about to start.

    Args:
        address: Of the scheduler.
        progress: Asked before each try whether to stop.
        tries: How long each try may take, in seconds.

    Raises:
        ClusterUnreachable: It does not answer.
        Cancelled.
    """
    # What it says of lost connections is said in plain words here.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    check_certificates(address, "client")
    # Each try blocks: the first ones are short, so that the user can cancel.
    for seconds in tries:
        progress.check_cancelled()
        try:
            return Client(address, timeout=seconds, set_as_default=False)
        except (OSError, TimeoutError, CommClosedError) as error:
            failure: Exception = error
        except ValueError as error:  # no such address
            failure = error
            break
    reason = (str(failure).splitlines() or [""])[0] or "it does not answer"
    raise ClusterUnreachable(address=address, reason=reason.rstrip(".")) from failure


def leave(client: Client) -> None:
    """Let go of a cluster, which may have ended."""
    with contextlib.suppress(Exception):  # it is left for good
        client.close(timeout=2)


class DaskExecutor:
    """The :class:`engine.index.part_jobs.Executor` that uses a Dask cluster.

    Args:
        client: Connected to its scheduler.
        address: Of the scheduler, for messages.
        staging: Through what parts come back; None: workers reach the target of the jobs under its path.
        patience_s: How long to wait for workers.
    """

    def __init__(
        self,
        client: Client,
        address: str,
        staging: str | None = None,
        patience_s: float = PATIENCE_SECONDS,
    ) -> None:
        self.client = client
        self.address = address
        self.patience_s = patience_s
        self._staging = staging

    def workers(self, model_checksum: str) -> tuple[dict[str, str], dict[str, str]]:
        """Return the workers of the cluster: those that can do jobs, and those of other versions or models.

        Returns:
            Twice: what they run, under their addresses.

        Raises:
            ClusterLost: The scheduler does not answer.
        """
        # Not scheduler_info(): its cache is overwritten, every other second, by an answer without workers.
        scheduler = self.client.scheduler
        if self.client.status != "running" or scheduler is None:
            raise ClusterLost(address=self.address)
        try:
            answer = self.client.sync(
                scheduler.identity, n_workers=-1, callback_timeout=_ASK_SECONDS
            )
        except (OSError, TimeoutError, ValueError, RuntimeError, CommClosedError) as error:
            raise ClusterLost(address=self.address) from error
        found = answer["workers"]
        wanted = resource_name(model_checksum)
        fitting, others = {}, {}
        for address, worker in found.items():
            identity = identity_in(worker["resources"])
            if identity == wanted:
                fitting[address] = identity
            elif identity is not None:
                others[address] = identity
        return fitting, others

    def count(self, model_checksum: str) -> int:
        """Return how many workers can do jobs now, at least 1."""
        return max(1, len(self.workers(model_checksum)[0]))

    def wait_for_workers(self, model_checksum: str, progress: Progress) -> int:
        """Wait until the cluster has a worker that can do jobs, and return how many it has.

        Raises:
            ClusterOfAnotherVersion: All that it has run another version of the engine, or another model.
            ClusterWithoutWorkers: It has none.
            ClusterLost, Cancelled.
        """
        end = time.monotonic() + self.patience_s
        while True:
            progress.check_cancelled()
            fitting, others = self.workers(model_checksum)
            own = resource_name(model_checksum)
            if others:
                theirs = ", ".join(sorted(set(others.values())))
                if not fitting:
                    raise ClusterOfAnotherVersion(address=self.address, workers=theirs, own=own)
                values = {"count": len(others), "workers": theirs, "own": own}
                progress.note(Notice("cluster-workers-differ", values))
            if fitting:
                return len(fitting)
            if time.monotonic() > end:
                raise ClusterWithoutWorkers(address=self.address)
            time.sleep(_TICK_SECONDS)

    def run(
        self, jobs: Sequence[PartJob], encoder: TileEncoder, progress: Progress
    ) -> Generator[FinishedPart, None, None]:
        """Yield what becomes of the jobs, as they are done.

        Raises:
            ClusterLost, ClusterWithoutWorkers: What was not yielded is not done.
            ClusterPartsLost: Some jobs cannot be done; all others have been yielded.
            DiskFull, FolderNotWritable, StagingUnusable: No worker can write, or this computer cannot.
            Cancelled.
        """
        if not jobs:
            return
        with contextlib.ExitStack() as stack:
            staging = None
            if self._staging is not None:
                target = jobs[0].target  # that of all
                if not isinstance(target, FileTarget):
                    raise UsageError(
                        problem="This kind of voice index needs no staging storage.",
                        advice="Leave out --staging: workers write into it directly.",
                    )
                address = run_address(self._staging, target)
                check(address)
                empty(address)  # of a build that was killed
                stack.callback(_try_to_empty, address)
                staging = StagingTarget(target, address)
            yield from _Run(self, jobs, encoder.checksum, progress, staging).finished()


def _try_to_empty(address: str) -> None:
    try:
        empty(address)
    except StagingUnusable as error:  # the next build of this index empties it
        _log.warning("%s", error)


@dataclass
class _Attempt:
    """A job.

    Attributes:
        failures: How often it has failed for reasons of its own.
        workers: Those that it may be given to now; None: all.
    """

    job: PartJob
    failures: int = 0
    workers: frozenset[str] | None = None


@dataclass
class _Told:
    """Tiles that have been reported as done, part by part; a job that is done again is not counted twice."""

    progress: Progress
    done: Counter[int] = field(default_factory=Counter)

    def tell(self, part: int, tiles: int) -> None:
        """Report that a part is so far."""
        more = tiles - self.done[part]
        if more > 0:
            self.done[part] = tiles
            self.progress.advance(more)


class _Run:
    """One run of jobs."""

    def __init__(
        self,
        executor: DaskExecutor,
        jobs: Sequence[PartJob],
        model_checksum: str,
        progress: Progress,
        staging: StagingTarget | None,
    ) -> None:
        self._executor = executor
        self._client = executor.client
        self._checksum = model_checksum
        self._resources = {resource_name(model_checksum): 1}
        self._progress = progress
        self._staging = staging
        self._topic = f"qgis_scrl-{uuid.uuid4().hex[:12]}"
        self._total = len(jobs)
        self._waiting = deque(_Attempt(job) for job in jobs)
        self._running: dict[Hashable, tuple[Future, _Attempt]] = {}
        self._done: queue.SimpleQueue[Future] = queue.SimpleQueue()
        self._reports: queue.SimpleQueue[tuple[int, int]] = queue.SimpleQueue()
        self._told = _Told(progress)
        self._free: set[str] = set()
        self._left_out: dict[str, Notice] = {}
        self._lost: list[str] = []
        self._numbers = iter(range(1 << 62))
        self._last_seen = time.monotonic()
        self._next_look = -math.inf

    def finished(self) -> Generator[FinishedPart, None, None]:
        """Yield what becomes of the jobs."""
        self._executor.wait_for_workers(self._checksum, self._progress)
        self._client.subscribe_topic(self._topic, self._on_report)
        try:
            while self._waiting or self._running:
                self._progress.check_cancelled()
                self._look_at_cluster()
                self._hand_out()
                self._tell()
                try:
                    future = self._done.get(timeout=_TICK_SECONDS)
                except queue.Empty:
                    continue
                finished = self._result_of(future)
                if finished is not None:
                    yield finished
        finally:
            self._let_go()
        if self._lost:
            raise ClusterPartsLost(
                count=len(self._lost), total=self._total, reason=self._lost[0].rstrip(".")
            )

    def _look_at_cluster(self) -> None:
        """Find out which workers can be given jobs.

        Raises:
            ClusterLost: The scheduler is gone.
            ClusterWithoutWorkers: There has been no worker for too long.
            UserError: Those that there are cannot write: why the first cannot.
        """
        if self._client.status != "running":
            raise ClusterLost(address=self._executor.address)
        now = time.monotonic()
        if now < self._next_look:
            return
        self._next_look = now + _LOOK_SECONDS
        fitting, _ = self._executor.workers(self._checksum)
        self._free = set(fitting) - set(self._left_out)
        for key, (future, attempt) in list(self._running.items()):
            # Its workers have all gone; others may have come.
            if attempt.workers is not None and attempt.workers.isdisjoint(fitting):
                del self._running[key]
                self._client.cancel([future], force=True)
                self._waiting.append(attempt)
        if self._free:
            self._last_seen = now
        elif fitting and not self._running:
            raise error_of(next(iter(self._left_out.values())))
        elif not fitting and now - self._last_seen > self._executor.patience_s:
            raise ClusterWithoutWorkers(address=self._executor.address)

    def _hand_out(self) -> None:
        """Give as many jobs to the cluster as there are workers for them."""
        while self._waiting and len(self._running) < len(self._free):
            attempt = self._waiting.popleft()
            job = attempt.job
            if self._staging is not None:
                job = dataclasses.replace(job, target=self._staging)
            attempt.workers = frozenset(self._free) if self._left_out else None
            future = self._client.submit(
                run_on_worker,
                job,
                self._topic,
                key=f"{self._topic}-{job.part.number}-{next(self._numbers)}",
                resources=self._resources,
                workers=None if attempt.workers is None else sorted(attempt.workers),
                pure=False,
            )
            self._running[future.key] = future, attempt
            future.add_done_callback(self._done.put)

    def _result_of(self, future: Future) -> FinishedPart | None:
        """Return what a job has made; None if it has to be done again, or is lost."""
        if future.key not in self._running:
            return None  # taken back
        _, attempt = self._running.pop(future.key)
        try:
            result = future.result(timeout=_RESULT_SECONDS)
        except KilledWorker as error:
            # Several processes have died of it: it is given to no other one.
            attempt.failures = _TRIES
            self._do_again(attempt, error)
            return None
        except (CancelledError, Exception) as error:
            # The scheduler has gone, or a worker with its result, or a bug there: the other jobs go on.
            self._do_again(attempt, error)
            return None
        if isinstance(result, WorkerFailure):
            self._leave_out(result)
            self._waiting.appendleft(attempt)
            return None
        part: FinishedPart = result
        if self._staging is not None and isinstance(part.written, UploadedPart):
            try:
                download(part.written, self._staging.target)
            except DamagedUpload as error:
                self._do_again(attempt, error)
                return None
            part = dataclasses.replace(part, written=part.written.written)
        planned = sum(work.tiles for work in attempt.job.part.work)
        self._told.tell(attempt.job.part.number, planned)
        return part

    def _do_again(self, attempt: _Attempt, error: BaseException) -> None:
        """Do a job once more, or give it up."""
        if self._client.status != "running":
            raise ClusterLost(address=self._executor.address) from error
        attempt.failures += 1
        _log.warning("part %d: %r", attempt.job.part.number, error)
        if attempt.failures < _TRIES:
            self._waiting.append(attempt)
            return
        first_line = (str(error).splitlines() or [""])[0]
        reason = f"{type(error).__name__}: {first_line}"
        if isinstance(error, KilledWorker):
            reason = f"part {attempt.job.part.number} has ended every worker that it was given to"
        self._lost.append(reason)

    def _leave_out(self, failure: WorkerFailure) -> None:
        """Give a worker that cannot write no more jobs."""
        if failure.worker in self._left_out:
            return
        self._left_out[failure.worker] = failure.failure
        self._free.discard(failure.worker)
        values = {"worker": failure.worker, "reason": _sentence(failure.failure)}
        self._progress.note(Notice("cluster-worker-left-out", values))

    def _on_report(self, event: tuple[float, dict[str, int]]) -> None:
        """Take what a worker says of its job; called in the thread of the client."""
        report = event[1]
        self._reports.put((report["part"], report["tiles"]))

    def _tell(self) -> None:
        while not self._reports.empty():
            self._told.tell(*self._reports.get())

    def _let_go(self) -> None:
        """End what is still running there."""
        with contextlib.suppress(Exception):  # the scheduler may have gone, and its workers with it
            if self._client.status == "running":
                self._client.unsubscribe_topic(self._topic)
                self._client.cancel([future for future, _ in self._running.values()], force=True)


def _sentence(failure: Notice) -> str:
    error: UserError = error_of(failure)
    return error.message
