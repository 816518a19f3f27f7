"""Questions about parts of an index, asked of the workers of a Dask cluster; each worker has its own parts.

A worker that dies is replaced: what it was asked is asked of those that are left.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import queue
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from distributed import Client, Future

from ...contract.notices import Notice
from ...errors import ClusterLost, error_of
from ...progress import Progress
from ..cluster import DaskExecutor, connected, leave
from ..state import PartEntry
from .cluster_parts import NotOpen, Opening, answer

#: How long each try to connect may take: somebody waits for an answer.
_CONNECT_SECONDS = (1, 2, 4)
#: How long to wait for a worker when there is none; a process that has died is started again within seconds.
_PATIENCE_SECONDS = 30.0
#: How long the workers that were seen are taken to be there; after it new ones are noticed.
_FRESH_SECONDS = 5.0
#: While an answer is awaited, how often to look whether its worker is still there.
_LOOK_SECONDS = 0.25
#: How long a worker may take to hand over an answer.
_RESULT_SECONDS = 10
#: How often the same may fail for other reasons than that a worker has gone.
_TRIES = 3
#: Questions that wait at each worker, so that it need not wait for the next one.
_AHEAD = 2
#: Before the jobs of a build.
_PRIORITY = 10

_clients: dict[str, Client] = {}
_clients_lock = threading.Lock()


def _client_of(address: str) -> Client:
    """Return a connection to a scheduler, which all indexes there share.

    Raises:
        ClusterUnreachable: It does not answer.
    """
    with _clients_lock:
        client = _clients.get(address)
        if client is None or client.status != "running":
            if client is not None:
                leave(client)
            client = _clients[address] = connected(address, Progress(), _CONNECT_SECONDS)
        return client


@dataclass(frozen=True)
class Question:
    """What some parts are asked.

    Attributes:
        parts: Their names.
        ask: A function of :mod:`.cluster_parts`.
        arguments: Its arguments.
    """

    parts: tuple[str, ...]
    ask: Callable[..., Any]
    arguments: tuple[Any, ...] = ()


@dataclass
class _Asked:
    """A question, or the part of it that one worker has.

    Attributes:
        number: Of the question.
        worker: Whom it is asked.
        failures: How often it has failed.
    """

    number: int
    question: Question
    worker: str
    failures: int = 0


class Workers:
    """The workers of a cluster, for one state of an index.

    Args:
        address: Of the scheduler.
        model_checksum: The model of the index, which the workers must have.
        state: Names the index and its state.
        parts: All parts of it, under their names.
        opening: Returns how a worker opens some of them.
    """

    def __init__(
        self,
        address: str,
        model_checksum: str,
        state: str,
        parts: Mapping[str, PartEntry],
        opening: Callable[[Sequence[PartEntry]], Opening],
    ) -> None:
        self._address = address
        self._checksum = model_checksum
        self._state = state
        self._parts = parts
        self._opening = opening
        self._seen: tuple[str, ...] = ()
        self._seen_at = -_FRESH_SECONDS
        self._owners: dict[str, str] = {}
        self._lock = threading.Lock()

    @property
    def count(self) -> int:
        """How many workers there were when they were last looked for."""
        return len(self._seen)

    def shares(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return which of some parts each worker has, under its address.

        Raises:
            ClusterUnreachable, ClusterLost, ClusterWithoutWorkers, ClusterOfAnotherVersion.
        """
        if time.monotonic() - self._seen_at >= _FRESH_SECONDS:
            self.look(wait=True)
        with self._lock:
            shares: dict[str, list[str]] = {}
            for name in names:
                shares.setdefault(self._owners[name], []).append(name)
        return {worker: tuple(parts) for worker, parts in shares.items()}

    def look(self, wait: bool = False) -> frozenset[str]:
        """Return the workers that are there now; if ``wait``, there is at least one.

        Raises:
            ClusterUnreachable, ClusterLost; with ``wait`` also ClusterWithoutWorkers, ClusterOfAnotherVersion.
        """
        executor = DaskExecutor(_client_of(self._address), self._address, None, _PATIENCE_SECONDS)
        if wait:
            executor.wait_for_workers(self._checksum, Progress())
        workers = tuple(sorted(executor.workers(self._checksum)[0]))
        with self._lock:
            if workers and workers != self._seen:
                self._owners = _owners(self._parts.values(), workers)
            if workers:
                self._seen, self._seen_at = workers, time.monotonic()
        return frozenset(workers)

    def ask_all(
        self, names: Iterable[str], ask: Callable[..., Any], *arguments: Any, **options: Any
    ) -> Iterator[Any]:
        """Ask each worker about those of some parts that it has; yields their answers in any order.

        Args:
            names: Of the parts.
            ask: A function of :mod:`.cluster_parts`.
            *arguments: Its arguments.
            **options: Those of :meth:`ask`.
        """
        shares = self.shares(names).values()
        questions = [Question(share, ask, arguments) for share in shares]
        return self.ask(questions, **options)

    def ask(self, questions: Iterable[Question], progress: Progress | None = None) -> Iterator[Any]:
        """Yield the answers to questions, in their order.

        A question about several parts has several answers if its worker is lost meanwhile.

        Raises:
            ClusterUnreachable, ClusterLost, ClusterWithoutWorkers, ClusterOfAnotherVersion: It cannot be answered.
            UserError: What a worker could not do.
            Cancelled.
        """
        return _Run(self, questions, progress or Progress()).answers()

    def submit(self, asked: _Asked, open_first: bool) -> Future:
        """Ask a worker."""
        question = asked.question
        opening = None
        if open_first:
            opening = self._opening([self._parts[name] for name in question.parts])
        return _client_of(self._address).submit(
            answer,
            self._state,
            question.parts,
            opening,
            question.ask,
            *question.arguments,
            workers=[asked.worker],
            allow_other_workers=False,
            priority=_PRIORITY,
            pure=False,
        )

    def check(self, error: BaseException) -> None:
        """Raise ClusterLost if the scheduler has gone."""
        client = _clients.get(self._address)
        if client is None or client.status != "running":
            raise ClusterLost(address=self._address) from error


class _Run:
    """Questions that are being asked."""

    def __init__(self, workers: Workers, questions: Iterable[Question], progress: Progress) -> None:
        self._workers = workers
        self._questions = enumerate(questions)
        self._progress = progress
        self._running: dict[Future, _Asked] = {}
        self._done: queue.SimpleQueue[Future] = queue.SimpleQueue()
        #: Answers by the number of their questions; and how many are still to come.
        self._answers: dict[int, list[Any]] = {}
        self._open: Counter[int] = Counter()

    def answers(self) -> Iterator[Any]:
        """Yield the answers in the order of the questions."""
        try:
            for number in itertools.count():
                self._fill()
                if number not in self._answers:
                    return
                while self._open[number]:
                    self._step()
                yield from self._answers.pop(number)
        finally:
            for future in self._running:
                with contextlib.suppress(Exception):  # the scheduler may have gone
                    future.cancel()

    def _fill(self) -> None:
        """Ask the next questions, as far as the workers have nothing to do."""
        while len(self._running) < _AHEAD * max(1, self._workers.count):
            following = next(self._questions, None)
            if following is None:
                return
            number, question = following
            self._answers[number] = []
            self._ask(number, question)

    def _ask(self, number: int, question: Question, failures: int = 0) -> None:
        for worker, parts in self._workers.shares(question.parts).items():
            share = Question(parts, question.ask, question.arguments)
            self._open[number] += 1
            self._submit(_Asked(number, share, worker, failures))

    def _submit(self, asked: _Asked, open_first: bool = False) -> None:
        future = self._workers.submit(asked, open_first)
        self._running[future] = asked
        future.add_done_callback(self._done.put)

    def _step(self) -> None:
        """Wait a moment for an answer, and take it."""
        self._progress.check_cancelled()
        try:
            future = self._done.get(timeout=_LOOK_SECONDS)
        except queue.Empty:
            self._replace_lost()
            return
        asked = self._running.pop(future, None)
        if asked is None:
            return  # its worker was taken to be lost
        try:
            result = future.result(timeout=_RESULT_SECONDS)
        except Exception as error:
            # A worker has gone with its answer, or the scheduler has, or there is a bug there.
            self._workers.check(error)
            if asked.failures + 1 >= _TRIES:
                raise
            self._again(asked, asked.failures + 1)
            return
        if isinstance(result, NotOpen):
            self._submit(asked, open_first=True)
        elif isinstance(result, Notice):
            raise error_of(result)
        else:
            self._open[asked.number] -= 1
            self._answers[asked.number].append(result)

    def _replace_lost(self) -> None:
        """Ask others what workers have been asked that are not there any more."""
        present = self._workers.look()
        lost = [future for future, asked in self._running.items() if asked.worker not in present]
        for future in lost:
            asked = self._running.pop(future)
            future.cancel()
            self._again(asked, asked.failures)

    def _again(self, asked: _Asked, failures: int) -> None:
        self._workers.look(wait=True)
        self._open[asked.number] -= 1
        self._ask(asked.number, asked.question, failures)


def _owners(parts: Iterable[PartEntry], workers: Sequence[str]) -> dict[str, str]:
    """Return which worker has each part: by rendezvous hashing, no worker more than its share and one part.

    Most parts stay where they are when a worker comes or goes; see Thaler and Ravishankar, "Using name-based mappings
    to increase hit rates", IEEE/ACM Transactions on Networking 6 (1), 1998.
    """
    largest_first = sorted(parts, key=lambda part: (-part.rows, part.name))
    share = sum(part.rows for part in largest_first) / len(workers)
    rows: Counter[str] = Counter()
    owners = {}
    for part in largest_first:
        free = [worker for worker in workers if rows[worker] < share]
        owner = max(free, key=lambda worker: _weight(worker, part.name))
        owners[part.name] = owner
        rows[owner] += part.rows
    return owners


def _weight(worker: str, part: str) -> bytes:
    return hashlib.blake2b(f"{worker} {part}".encode(), digest_size=8).digest()
