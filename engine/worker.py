"""``python -m engine worker``: requests of QGIS's, answered over the standard streams (``docs/protocol.md``).

One line in, one thread; answers go out as they are ready. Only messages ever reach standard output:
whatever else is printed, by Python or by a C library, goes to standard error. The worker ends when
its standard input closes, and takes running work with it: an index is whole at every moment.
"""

from __future__ import annotations

import contextlib
import faulthandler
import importlib
import logging
import os
import signal
import sys
import threading
import time
from typing import Any, BinaryIO, NoReturn

from .application.session import Session
from .console import bug_report
from .contract import messages, methods
from .contract.audio import LevelReport
from .contract.codec import ContractError, from_json
from .contract.messages import NotAMessage, RequestId, RpcCode
from .contract.methods import METHODS, Method, Nothing
from .contract.notices import Notice, ProgressReport, Stage, Unit
from .errors import BadRequest, Cancelled, UserError
from .handlers import HANDLERS
from .progress import Task

#: After so long a request that was cancelled is answered, whether its work has stopped or not.
CANCEL_SECONDS = 0.8
#: At most ten progress messages a second for each request.
PROGRESS_SECONDS = 0.1
#: How long running work may take to leave things tidy when the worker ends.
END_SECONDS = 1.0

#: They need no package, and answer at once.
_AT_ONCE = (methods.INITIALIZE, methods.USE_CREDENTIALS)

_log = logging.getLogger(__name__)


class Outlet:
    """Standard output, for messages only; several threads write whole lines."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def write(self, line: bytes) -> None:
        """Send a line; if nobody reads any more, the worker ends."""
        try:
            with self._lock:
                self._stream.write(line)
                self._stream.flush()
        except (OSError, ValueError):
            _leave(0)


class RunningTask(Task):
    """A request at work: its progress goes out, cancelling comes in, and it is answered once."""

    def __init__(self, id: RequestId, outlet: Outlet) -> None:
        self.id = id
        self._outlet = outlet
        self._lock = threading.Lock()
        self._answered = False
        self._stage, self._unit = Stage.OTHER, Unit.OTHER
        self._done = self._total = 0
        self._began = self._told = 0.0

    # --- what the application uses ----------------------------------------------------------------

    def start(self, stage: Stage | str, total: int, unit: Unit | str) -> None:
        """Begin a stage."""
        self._stage = stage if isinstance(stage, Stage) else Stage.OTHER
        self._unit = unit if isinstance(unit, Unit) else Unit.OTHER
        self._total, self._done = total, 0
        self._began = time.monotonic()
        self._tell()

    def advance(self, steps: int = 1) -> None:
        """Report ``steps`` more as done."""
        self._done += steps
        finished = self._total > 0 and self._done >= self._total
        if finished or time.monotonic() - self._told >= PROGRESS_SECONDS:
            self._tell()

    def note(self, notice: Notice | str) -> None:
        """Say something in passing."""
        if isinstance(notice, Notice):
            self._notify(messages.Note(self.id, notice))

    def level(self, report: LevelReport) -> None:
        """Tell what the microphone hears."""
        self._notify(messages.Level(self.id, report))

    def found(self, result: methods.SearchResult) -> None:
        """Tell what a question finds as far as it has been spoken."""
        self._notify(messages.Found(self.id, result))

    # --- what the worker uses ---------------------------------------------------------------------

    def answer(self, line: bytes) -> None:
        """Send the answer, unless it has been given."""
        with self._lock:
            first, self._answered = not self._answered, True
            if first:
                self._outlet.write(line)

    def cancel(self) -> None:
        """Ask the work to stop; the answer comes within a second, even if the work does not."""
        if self.is_cancelled:
            return
        self.is_cancelled = True
        timer = threading.Timer(CANCEL_SECONDS, self.answer, [_failed(self.id, Cancelled())])
        timer.daemon = True
        timer.start()

    def _tell(self) -> None:
        now = time.monotonic()
        self._told = now
        passed = now - self._began
        rate = self._done / passed if self._done and passed > 0 else None
        left = (self._total - self._done) / rate if rate and self._total else None
        report = ProgressReport(
            stage=self._stage,
            unit=self._unit,
            done=self._done,
            total=self._total,
            rate=None if rate is None else round(rate, 3),
            seconds_left=None if left is None else round(max(0.0, left), 1),
        )
        self._notify(messages.Progress(self.id, report))

    def _notify(self, event: messages.Notification) -> None:
        line = messages.encode_event(event)
        # The lock: no word of a request after its answer.
        with self._lock:
            if not self._answered:
                self._outlet.write(line)


class Worker:
    """Takes requests until there are no more.

    Args:
        source: Where lines come from.
        target: Where messages go.
    """

    def __init__(self, source: BinaryIO, target: BinaryIO) -> None:
        self._source = source
        self._outlet = Outlet(target)
        self._session = Session(lasting=True)
        self._lock = threading.Lock()
        self._running: dict[RequestId, RunningTask] = {}
        self._threads: set[threading.Thread] = set()

    def run(self) -> None:
        """Take lines until the input closes or ``shutdown`` comes; then stop running work."""
        for line in iter(self._source.readline, b""):
            if line.strip() and not self._take(line):
                break
        with self._lock:
            tasks, threads = list(self._running.values()), list(self._threads)
        for task in tasks:
            task.cancel()
        deadline = time.monotonic() + END_SECONDS
        for thread in threads:
            thread.join(max(0.0, deadline - time.monotonic()))

    def _take(self, line: bytes) -> bool:
        """Deal with one line; returns whether to go on."""
        try:
            request = messages.decode_request(line)
            if request.id is None:
                self._notified(request)
            elif request.method == methods.SHUTDOWN.name:
                self._outlet.write(messages.encode_response(request.id, Nothing()))
                return False
            else:
                self._begin(request.id, request)
        except NotAMessage as error:
            _log.warning("%s", error)
            refusal = BadRequest(problem=error.problem)
            self._outlet.write(_failed(error.id, refusal, error.code))
        return True

    def _notified(self, request: messages.Request) -> None:
        """Deal with a notification; one that is not understood is not answered."""
        try:
            target = from_json(messages.Target, request.params, "params", strict=True).id
        except ContractError as error:
            _log.warning("%s: %s", request.method, error)
            return
        with self._lock:
            task = self._running.get(target)
        if task is None:
            return
        if request.method == messages.CANCEL:
            task.cancel()
        elif request.method == messages.STOP_RECORDING:
            task.stop_wanted = True
        else:
            _log.warning("unknown notification %s", request.method)

    def _begin(self, id: RequestId, request: messages.Request) -> None:
        """Run a request in a thread.

        Raises:
            NotAMessage: It cannot be run.
        """
        method = METHODS.get(request.method)
        if method is None:
            problem = f"There is no method {request.method}."
            raise NotAMessage(problem, RpcCode.UNKNOWN_METHOD, id)
        try:
            params = from_json(method.params, request.params, "params", strict=True)
        except ContractError as error:
            raise NotAMessage(f"{error}.", RpcCode.INVALID_PARAMS, id) from error
        task = RunningTask(id, self._outlet)
        thread = threading.Thread(
            target=self._run, args=(task, method, params), name=method.name, daemon=True
        )
        with self._lock:
            if id in self._running:
                raise NotAMessage(f"Request {id} is still running.", id=id)
            self._running[id] = task
            self._threads.add(thread)
        thread.start()
        if method is methods.USE_CREDENTIALS:
            # The next line may be a request that needs it. It takes no time.
            thread.join()

    def _run(self, task: RunningTask, method: Method[Any, Any], params: Any) -> None:
        """Run one request to its answer; nothing that it raises goes further."""
        try:
            if method not in _AT_ONCE:
                _import_shared_packages()
            result = HANDLERS[method.name](self._session, params, task)
            line = messages.encode_response(task.id, result)
        except (Cancelled, UserError) as error:
            line = _failed(task.id, error)
        except BaseException as error:
            _log.exception("a bug")
            line = _failed(task.id, bug_report(error), RpcCode.BUG)
        with self._lock:
            self._running.pop(task.id, None)
            self._threads.discard(threading.current_thread())
        task.answer(line)


def _import_shared_packages() -> None:
    """Import, in one thread, the packages that several requests need.

    Two threads of which one imports a package and the other a part of it (``pyproj.exceptions``) may wait for each
    other; Python then gives one of them half a package. So it was with a build and a question that were sent again
    to an engine that had just been started again.
    """
    with _importing:
        for name in ("numpy", "pyproj", "rasterio", "shapely", "pyogrio"):
            with contextlib.suppress(ImportError):  # Whoever needs it says so.
                importlib.import_module(name)


_importing = threading.Lock()


def _failed(
    id: RequestId | None, error: UserError | Cancelled, code: RpcCode = RpcCode.USER
) -> bytes:
    return messages.encode_error(id, code, error.notice(), error.message)


def main() -> NoReturn:
    """Run the worker on the standard streams of this process; does not return."""
    source, target = _take_streams()
    level = os.environ.get("QGIS_SCRL_LOG_LEVEL", "info").upper()
    logging.basicConfig(
        stream=sys.stderr,
        level="WARNING",  # of the libraries
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    ours = logging.getLogger(__name__.rpartition(".")[0])
    ours.setLevel(level if level in ("DEBUG", "INFO", "WARNING", "ERROR") else "INFO")
    logging.captureWarnings(True)
    # A crash in a C library leaves the Python lines that led to it in QGIS's log.
    faulthandler.enable(sys.stderr)
    # Ctrl-C in the terminal that QGIS was started from is meant for QGIS.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        Worker(source, target).run()
    except BaseException:
        _log.exception("the worker ends")
        _leave(1)
    _leave(0)


def _take_streams() -> tuple[BinaryIO, BinaryIO]:
    """Return the input and output of the wire, and keep everybody else away from them."""
    sys.stdout.flush()
    source = os.fdopen(os.dup(0), "rb")
    target = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 (for good)
    sys.stdout = sys.stderr
    return source, target


def _leave(code: int) -> NoReturn:
    """End at once, whatever threads are doing: they hold nothing that a kill would harm."""
    logging.shutdown()
    sys.stderr.flush()
    os._exit(code)
