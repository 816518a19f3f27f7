"""The engine, QGIS's side: starts it, asks it, follows it, and starts it again if it fails.

:class:`EngineClient` never waits: everything happens in slots of a ``QProcess``, in the thread that made the
client. Threads of Processing ask it with :meth:`EngineClient.ask`, which does wait.
The protocol is ``docs/protocol.md``; its types are :mod:`.contract`.
"""

from __future__ import annotations

import atexit
import collections
import queue
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEventLoop, QObject, QProcess, Qt, QThread, QTimer, pyqtSignal

from . import credentials, texts
from .contract import (
    ContractError,
    Handshake,
    Method,
    Notice,
    ProgressReport,
    Stage,
    from_json,
    messages,
    methods,
)
from .environment import EngineCommand, engine_command
from .errors import CANCELLED, EngineError
from .translation import tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingFeedback

#: The tab of QGIS's log.
LOG_TAB = "Voice search"

STOPPED, STARTING, READY, RESTARTING, FAILED = (
    "stopped",
    "starting",
    "ready",
    "restarting",
    "failed",
)

# Levels of Qgis.MessageLevel as numbers, as they go through a signal of Qt 5 and Qt 6.
WARNING, CRITICAL = 1, 2

#: So often is work that goes on where it was sent again: one that brings the engine down each time must end.
MOST_RESUMES = 3

#: What the dock asks by itself, while the user may be busy with something else: for these nobody is asked for a
#: password.
_UNBIDDEN = (methods.INDEX_INFO, methods.THUMBNAILS, methods.SAVED_SEARCHES, methods.WATCH_INDEX)

#: A slot may not hold the window up for longer than this, in seconds.
_SLOT_BUDGET = 0.010
_TICK_MS = 100
_LOG_LINES = 400
#: A thread that waits looks so often, in seconds, whether the user has cancelled.
_POLL = 0.05
#: After so many seconds without a sign of life from the client's own thread, nobody waits for it any more.
_BLOCKED = 300.0
#: Nor, once the user has cancelled, after so many.
_GRACE = 5.0


@dataclass(frozen=True)
class Timing:
    """How patient the client is; in seconds.

    Attributes:
        handshake: For the answer to ``initialize``.
        cancel: After that a cancelled request counts as cancelled, whatever the engine does.
        cancel_hang: After that, without an answer to it, the engine counts as hung.
        restart: The waits before the first, second, ... restart; after the last one it gives up.
        stable: Who has been ready for so long starts with the first wait again.
        end: How long the engine may take to end when it is told to.
    """

    handshake: float = 60.0
    cancel: float = 1.0
    cancel_hang: float = 30.0
    restart: tuple[float, ...] = (0.5, 2.0, 5.0, 15.0, 30.0)
    stable: float = 60.0
    end: float = 2.0


class Request(QObject):
    """A question to the engine; keep a reference to it until it has ended.

    Exactly one of ``finished`` and ``failed`` is emitted, once, never before the method that made
    the request has returned.

    Attributes:
        method: What is asked.
        params: With what.

    Signals:
        progressed(object): A :class:`.contract.ProgressReport`.
        noted(object): A :class:`.contract.Notice`, something said in passing.
        levelled(object): A :class:`.contract.LevelReport`.
        found(object): A :class:`.contract.SearchResult`: what is found with what has been said so far.
        finished(object): The result, of the method's type.
        failed(object): An :class:`EngineError`.
    """

    progressed = pyqtSignal(object)
    noted = pyqtSignal(object)
    levelled = pyqtSignal(object)
    found = pyqtSignal(object)
    finished = pyqtSignal(object)
    failed = pyqtSignal(object)

    def __init__(self, client: EngineClient, method: Method[Any, Any], params: Any) -> None:
        super().__init__()
        self.method = method
        self.params = params
        self._client = client
        self._ended = False
        self._resumes = 0
        self._may_ask = method not in _UNBIDDEN

    @property
    def is_running(self) -> bool:
        """Whether the answer is still to come."""
        return not self._ended

    def cancel(self) -> None:
        """Stop it: ``failed`` with the code ``cancelled`` comes within a second."""
        self._client._cancel(self)

    def stop_recording(self) -> None:
        """Take what has been said so far as the whole question (``record`` only)."""
        self._client._stop_recording(self)

    def _finish(self, raw: Any) -> None:
        try:
            result = from_json(self.method.result, raw, self.method.name)
        except ContractError as error:
            _log(f"The engine's answer to {self.method.name} cannot be read: {error}.")
            self._fail(EngineError("engine-garbage"))
            return
        if not self._ended:
            self._ended = True
            self.finished.emit(result)

    def _fail(self, error: EngineError) -> None:
        if not self._ended:
            self._ended = True
            self.failed.emit(error)


@dataclass
class _Sent:
    """A request that the engine has; times are those of ``time.monotonic``."""

    request: Request
    deadline: float
    #: The configurations of QGIS that its addresses name.
    named: tuple[str, ...] = ()
    cancel_deadline: float | None = None


class EngineClient(QObject):
    """The engine, as the plugin sees it.

    Args:
        parent: Qt's owner.
        command: Says how the engine is started.
        timing: How patient it is.

    Signals:
        state_changed: The new state: "stopped", "starting", "ready", "restarting" or "failed".
        message: A sentence for the user and its ``Qgis.MessageLevel`` as a number.
    """

    state_changed = pyqtSignal(str)
    message = pyqtSignal(str, int)
    # What another thread wants to be done in the client's own.
    _posted = pyqtSignal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        command: Callable[[], EngineCommand] = engine_command,
        timing: Timing | None = None,
    ) -> None:
        super().__init__(parent)
        self._command = command
        self._timing = timing or Timing()
        self._state = STOPPED
        self._handshake: Handshake | None = None
        self._process: QProcess | None = None
        self._decoder = messages.LineDecoder()
        self._next_id = 1
        self._handshake_id: int | None = None
        self._queue: collections.deque[Request] = collections.deque()
        self._sent: dict[int, _Sent] = {}
        # Cancelled here and not yet answered there: id -> when the engine counts as hung.
        self._abandoned: dict[int, float] = {}
        # The configurations of QGIS of which this engine process knows what they stand for.
        self._given: set[str] = set()
        self._is_unlocking = False
        self._failures = 0
        self._ready_since = 0.0
        self._log: collections.deque[str] = collections.deque(maxlen=_LOG_LINES)
        self._log_rest = b""
        self._last_tick = time.monotonic()
        self._handshake_deadline = 0.0
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._drain_timer = _single_shot(self, self._drain)
        self._restart_timer = _single_shot(self, self._launch)
        self._start_timer = _single_shot(self, self.start)
        self._unlock_timer = _single_shot(self, self._unlock_for_queue)
        self._posted.connect(self._do, Qt.ConnectionType.QueuedConnection)

    # --- what the plugin uses ---------------------------------------------------------------------

    @property
    def state(self) -> str:
        """One of "stopped", "starting", "ready", "restarting" and "failed"."""
        return self._state

    @property
    def handshake(self) -> Handshake | None:
        """What the engine says of itself; None unless it is ready."""
        return self._handshake

    @property
    def running_requests(self) -> tuple[Request, ...]:
        """All requests that are waiting for their answer, the oldest first."""
        return (*(sent.request for sent in self._sent.values()), *self._queue)

    @property
    def log(self) -> str:
        """The last lines that the engine has written to its log."""
        return "\n".join(self._log)

    @property
    def process_id(self) -> int:
        """The engine's process number; 0 if it does not run."""
        return int(self._process.processId()) if self._process is not None else 0

    def start(self) -> None:
        """Start the engine, unless it runs or is about to."""
        if self._state in (STOPPED, FAILED):
            self._failures = 0
            self._launch()

    def stop(self) -> None:
        """End the engine; running requests fail as cancelled."""
        self._start_timer.stop()
        self._restart_timer.stop()
        self._let_go(gently=True)
        self._set_state(STOPPED)
        self._fail_all(EngineError(CANCELLED))

    def restart(self) -> None:
        """End the engine and start it again, as after a change of settings; builds go on."""
        self._restart_timer.stop()
        self._failures = 0
        self._let_go(gently=True)
        self._end_sent(EngineError("engine-restarted"), count=False)
        self._launch()

    def request(self, method: Method[methods.Params, Any], params: methods.Params) -> Request:
        """Ask the engine; it is started if it does not run.

        Args:
            method: One of :mod:`.contract.methods`.
            params: Its parameters.

        Returns:
            The request, whose signals tell the rest; they come later, never from inside this call.
        """
        return self._enqueue(Request(self, method, params))

    def _request_of_the_user(
        self, method: Method[methods.Params, Any], params: methods.Params
    ) -> Request:
        request = Request(self, method, params)
        request._may_ask = True
        return self._enqueue(request)

    def _enqueue(self, request: Request) -> Request:
        self._queue.append(request)
        if self._state == READY:
            self._send_queue()
        elif self._state in (STOPPED, FAILED):
            # Later: whoever asks must be able to connect before a failure to start is told.
            self._start_timer.start(0)
        return request

    def unlock(self) -> bool:
        """Let QGIS ask the user for its master password, unless it knows it; returns whether it does now.

        For requests of the dock's own that have failed with :data:`.credentials.LOCKED`.
        """
        if not self._is_unlocking:
            self._unlock()
        return not credentials.is_locked()

    def ask(
        self,
        method: Method[methods.Params, methods.Result],
        params: methods.Params,
        feedback: QgsProcessingFeedback | None = None,
    ) -> methods.Result:
        """Ask the engine and wait for the answer; for Processing algorithms, from any thread.

        In the client's own thread, Qt's events are dealt with meanwhile, except for the user's input.

        Args:
            method: One of :mod:`.contract.methods`.
            params: Its parameters.
            feedback: Is told of the progress, and asked whether to stop.

        Raises:
            EngineError: The engine's, or one of :data:`.texts.PLUGIN_FAILURES`; ``cancelled`` if the feedback
                was cancelled.
        """
        wait = _Wait(self, lambda: self._request_of_the_user(method, params), feedback)
        result: methods.Result = wait.answer()
        return result

    def post(self, work: Callable[[], object]) -> None:
        """Let the client's thread do something soon; from any thread."""
        self._posted.emit(work)

    def _do(self, work: Callable[[], object]) -> None:
        work()

    # --- starting and ending ----------------------------------------------------------------------

    def _launch(self) -> None:
        try:
            command = self._command()
        except EngineError as error:
            self._give_up(error)
            return
        process = QProcess(self)
        process.setWorkingDirectory(command.working_folder)
        process.setProcessEnvironment(command.environment)
        process.started.connect(lambda: self._on_started(process))
        process.readyReadStandardOutput.connect(lambda: self._on_output(process))
        process.readyReadStandardError.connect(lambda: self._on_log(process))
        process.errorOccurred.connect(lambda error: self._on_error(process, error))
        process.finished.connect(lambda code, status: self._on_finished(process, code, status))
        self._process = process
        _watch_until_it_ends(process)
        self._decoder = messages.LineDecoder()
        self._log_rest = b""
        self._handshake_id = None
        self._handshake_deadline = time.monotonic() + self._timing.handshake
        self._set_state(STARTING)
        self._watch()
        process.start(command.program, list(command.arguments))

    def _on_started(self, process: QProcess) -> None:
        if not self._is_current(process):
            return
        self._handshake_id = self._new_id()
        params = methods.InitializeParams(methods.PROTOCOL, "QGIS")
        initialize = methods.INITIALIZE.name
        process.write(messages.encode_request(self._handshake_id, initialize, params))

    def _on_error(self, process: QProcess, error: QProcess.ProcessError) -> None:
        # All others are followed by `finished`.
        if self._is_current(process) and error == QProcess.ProcessError.FailedToStart:
            reason = process.errorString()
            self._let_go(gently=False)
            self._give_up(EngineError(Notice("engine-not-started", {"reason": reason})))

    def _on_finished(self, process: QProcess, code: int, _status: QProcess.ExitStatus) -> None:
        if not self._is_current(process):
            return
        # What it said before it died still counts: an answer is an answer.
        self._on_output(process)
        self._on_log(process)
        while self._is_current(process) and self._drain_some(process):
            continue
        if not self._is_current(process):
            return
        failure = Notice("engine-stopped")
        if self._state == STARTING:
            reason = self._log[-1] if self._log else str(code)
            failure = Notice("engine-ended-at-start", {"reason": reason})
        self._failed(failure, f"it ended with code {code}")

    def _is_current(self, process: QProcess) -> bool:
        """Whether this is the engine, and not one that has been parted with."""
        return process is self._process

    def _let_go(self, gently: bool) -> None:
        """Part with the process: nothing of it is heard any more, and it ends soon."""
        self._tick.stop()
        self._handshake = None
        self._given.clear()
        self._unlock_timer.stop()
        process, self._process = self._process, None
        self._abandoned.clear()
        if process is not None:
            _retire(process, self._timing.end if gently else 0.0)

    def _failed(self, failure: Notice, details: str) -> None:
        """Deal with an engine that has crashed, hangs or talks rubbish: start it again, or give up."""
        error = EngineError(failure)
        _log(f"{error.message} ({details})")
        if self._state == READY and time.monotonic() - self._ready_since > self._timing.stable:
            self._failures = 0
        self._let_go(gently=False)
        self._failures += 1
        if self._failures > len(self._timing.restart):
            self._end_sent(error, count=True)
            self._give_up(error)
            return
        # First the state: who hears of a failed request may look at it, or ask again.
        self._restart_timer.start(round(1000 * self._timing.restart[self._failures - 1]))
        self._set_state(RESTARTING)
        again = tr("{problem} It is starting again.").format(problem=error.message)
        self.message.emit(again, WARNING)
        self._end_sent(error, count=True)

    def _give_up(self, error: EngineError) -> None:
        self._restart_timer.stop()
        self._set_state(FAILED)
        self.message.emit(error.text, CRITICAL)
        self._fail_all(error)

    def _end_sent(self, error: EngineError, count: bool) -> None:
        """Fail what the engine was working at; builds wait for the next engine instead."""
        lost, self._sent = self._sent, {}
        resumed = []
        for sent in lost.values():
            request = sent.request
            if sent.cancel_deadline is not None:
                request._fail(EngineError(CANCELLED))
            elif request.method.may_be_resent and request._resumes < MOST_RESUMES:
                request._resumes += count
                resumed.append(request)
            else:
                request._fail(error)
        self._queue.extendleft(reversed(resumed))
        for request in resumed:
            request.noted.emit(Notice("engine-restarted"))

    def _fail_all(self, error: EngineError) -> None:
        requests, self._sent = self.running_requests, {}
        self._queue.clear()
        for request in requests:
            request._fail(error)

    # --- talking ----------------------------------------------------------------------------------

    def _new_id(self) -> int:
        number, self._next_id = self._next_id, self._next_id + 1
        return number

    def _send_queue(self) -> None:
        waiting = []
        while self._queue and self._process is not None and self._state == READY:
            request = self._queue.popleft()
            number = self._new_id()
            try:
                line = messages.encode_request(number, request.method.name, request.params)
                named = credentials.configurations(line, request.params)
                if named and self._waits_for_user(request, named):
                    waiting.append(request)
                    continue
                before = self._credentials(named)
            except EngineError as error:
                self._fail_later(request, error)
                continue
            except (TypeError, ValueError) as error:
                # A bug of ours; the user is told all the same.
                what = f"{request.method.name}: {error}"
                self._fail_later(request, EngineError(Notice("bug", {"what": what})))
                continue
            timeout = request.method.timeout_s
            self._sent[number] = _Sent(request, time.monotonic() + timeout, tuple(named))
            self._process.write(before + line)
            self._watch()
        self._queue.extendleft(reversed(waiting))

    def _waits_for_user(self, request: Request, named: list[str]) -> bool:
        """Tell whether a request waits until the user has said QGIS's master password; has them asked if so.

        Raises:
            EngineError: There is nothing to wait for.
        """
        new = [authcfg for authcfg in named if authcfg not in self._given]
        for authcfg in new:
            credentials.check(authcfg)
        if not new or not credentials.is_locked():
            return False
        asked = self._is_unlocking or self._unlock_timer.isActive()
        if request._may_ask and not asked:
            # Later: it is a dialog, and whoever asks the engine is in the middle of something.
            self._unlock_timer.start(0)
            asked = True
        return asked

    def _unlock_for_queue(self) -> None:
        if self._queue:  # They may have been cancelled.
            self._unlock()

    def _unlock(self) -> None:
        self._is_unlocking = True
        try:
            credentials.unlock()
        finally:
            self._is_unlocking = False
        if sip.isdeleted(self):
            return  # The dialog was open while QGIS ended.
        for request in self._queue:
            # Whoever has said no is not asked again for the same.
            request._may_ask = False
        self._send_queue()

    def _credentials(self, named: list[str]) -> bytes:
        """Return the lines that tell the engine what configurations stand for that it does not know."""
        lines = b""
        for authcfg in named:
            if authcfg not in self._given:
                params = methods.UseCredentialsParams(authcfg, credentials.parameters(authcfg))
                # Its answer says nothing: where it is not understood, the request itself fails.
                lines += messages.encode_request(
                    self._new_id(), methods.USE_CREDENTIALS.name, params
                )
        self._given.update(named)
        return lines

    def _fail_later(self, request: Request, error: EngineError) -> None:
        # Bound to the client, so that nothing fires once it is gone.
        timer = _single_shot(self, lambda: request._fail(error))
        timer.timeout.connect(timer.deleteLater)
        timer.start(0)

    def _number_of(self, request: Request) -> int | None:
        return next((n for n, sent in self._sent.items() if sent.request is request), None)

    def _cancel(self, request: Request) -> None:
        if request in self._queue:
            self._queue.remove(request)
            self._fail_later(request, EngineError(CANCELLED))
            return
        number = self._number_of(request)
        if number is None or self._process is None:
            return
        sent = self._sent[number]
        if sent.cancel_deadline is None:
            sent.cancel_deadline = time.monotonic() + self._timing.cancel
            self._notify(messages.CANCEL, number)

    def _stop_recording(self, request: Request) -> None:
        number = self._number_of(request)
        if number is not None:
            self._notify(messages.STOP_RECORDING, number)

    def _notify(self, name: str, number: int) -> None:
        if self._process is not None:
            self._process.write(messages.encode_notification(name, messages.Target(number)))

    # --- listening --------------------------------------------------------------------------------

    def _on_output(self, process: QProcess) -> None:
        if not self._is_current(process):
            return
        self._decoder.feed(bytes(process.readAllStandardOutput()))
        if not self._drain_timer.isActive():
            self._drain()

    def _drain(self) -> None:
        """Take messages for a few milliseconds, then let the window live before the rest."""
        if self._process is not None and self._drain_some(self._process):
            self._drain_timer.start(0)

    def _drain_some(self, process: QProcess) -> bool:
        """Take messages until the time is up; returns whether there may be more."""
        until = time.monotonic() + _SLOT_BUDGET
        while self._is_current(process):
            try:
                message = self._decoder.next()
                if message is None:
                    return False
                self._take(message)
            except messages.NotAMessage as rubbish:
                self._failed(Notice("engine-garbage"), f"it sent {str(rubbish)!r}")
                return False
            if time.monotonic() > until:
                return True
        return False

    def _take(self, message: messages.EngineMessage) -> None:
        if message.id is not None and message.id == self._handshake_id:
            self._take_handshake(message)
            return
        if isinstance(message, messages.ErrorResponse) and message.id is None:
            _log(f"The engine: {message.text}")
            return
        number = message.id
        if not isinstance(number, int) or not 1 <= number < self._next_id:
            raise messages.NotAMessage(f"an answer to request {number}, which was never made")
        if isinstance(message, (messages.Response, messages.ErrorResponse)):
            self._abandoned.pop(number, None)
            sent = self._sent.pop(number, None)
            # Too late, or twice: the request has ended already.
            if sent is None:
                return
            if isinstance(message, messages.Response):
                sent.request._finish(message.result)
            else:
                error = EngineError(message.failure, message.text)
                if error.code in credentials.REFUSED:
                    self._given.difference_update(sent.named)
                sent.request._fail(error)
            return
        sent = self._sent.get(number)
        if sent is None:
            return
        sent.deadline = time.monotonic() + sent.request.method.timeout_s
        if sent.cancel_deadline is not None:
            return
        if isinstance(message, messages.Progress):
            sent.request.progressed.emit(message.report)
        elif isinstance(message, messages.Note):
            sent.request.noted.emit(message.notice)
        elif isinstance(message, messages.Found):
            sent.request.found.emit(message.result)
        else:
            sent.request.levelled.emit(message.report)

    def _take_handshake(self, message: messages.EngineMessage) -> None:
        self._handshake_id = None
        if isinstance(message, messages.ErrorResponse):
            self._failed(Notice("engine-refused"), message.text)
            return
        if not isinstance(message, messages.Response):
            raise messages.NotAMessage("progress of the handshake")
        try:
            handshake = from_json(Handshake, message.result)
        except ContractError as error:
            raise messages.NotAMessage(f"an incomplete answer to the handshake: {error}") from error
        if handshake.protocol != methods.PROTOCOL:
            details = f"it speaks protocol {handshake.protocol}, the plugin {methods.PROTOCOL}"
            self._failed(Notice("engine-refused"), details)
            return
        self._handshake = handshake
        self._ready_since = time.monotonic()
        self._set_state(READY)
        self._send_queue()

    def _on_log(self, process: QProcess) -> None:
        if not self._is_current(process):
            return
        data = self._log_rest + bytes(process.readAllStandardError())
        *lines, self._log_rest = data.split(b"\n")
        said = [line.decode("utf-8", "replace").rstrip() for line in lines if line.strip()]
        self._log.extend(said)
        # One entry for all of them: a flood of lines must not become a flood of widgets.
        if said:
            _log("\n".join(said[-_LOG_LINES:]))

    # --- patience ---------------------------------------------------------------------------------

    def _watch(self) -> None:
        """Look at the clock from now on, until nothing is waited for."""
        if not self._tick.isActive():
            self._last_tick = time.monotonic()
            self._tick.start()

    def _on_tick(self) -> None:
        now = time.monotonic()
        # The computer slept, or QGIS was busy itself: that is not the engine's fault.
        pause, self._last_tick = now - self._last_tick - _TICK_MS / 1000, now
        if pause > 1.0:
            self._grant(pause)
        if self._state == STARTING:
            if now > self._handshake_deadline:
                self._hangs(self._timing.handshake)
            return
        for number, sent in list(self._sent.items()):
            if sent.cancel_deadline is not None:
                if now > sent.cancel_deadline:
                    self._sent.pop(number, None)
                    self._abandoned[number] = now + self._timing.cancel_hang
                    sent.request._fail(EngineError(CANCELLED))
            elif now > sent.deadline:
                self._hangs(sent.request.method.timeout_s)
                return
        if any(now > deadline for deadline in self._abandoned.values()):
            self._hangs(self._timing.cancel_hang)
        elif not self._sent and not self._abandoned:
            # An idle engine must not wake QGIS ten times a second.
            self._tick.stop()

    def _hangs(self, seconds: float) -> None:
        self._failed(Notice("engine-hangs", {"seconds": seconds}), "it hangs")

    def _grant(self, seconds: float) -> None:
        self._handshake_deadline += seconds
        for sent in self._sent.values():
            sent.deadline += seconds
            if sent.cancel_deadline is not None:
                sent.cancel_deadline += seconds
        self._abandoned = {n: deadline + seconds for n, deadline in self._abandoned.items()}

    def _set_state(self, state: str) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)


def _single_shot(owner: QObject, work: Callable[[], object]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(work)
    return timer


def _log(text: str) -> None:
    QgsMessageLog.logMessage(text, LOG_TAB, Qgis.MessageLevel.Info, False)


class _Wait:
    """A thread that waits for an answer; ``begin`` makes the request, in the client's thread."""

    def __init__(
        self,
        client: EngineClient,
        begin: Callable[[], Request],
        feedback: QgsProcessingFeedback | None,
    ) -> None:
        self._client = client
        self._begin_request = begin
        self._feedback = feedback
        self._request: Request | None = None
        self._stage: Stage | None = None
        self._is_over = False
        # What the request tells, as the name of its signal and what it brought.
        self._told: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()

    def answer(self) -> Any:
        """Return the result.

        Raises:
            EngineError: There is none.
        """
        self._client.post(self._begin)
        try:
            if self._client.thread() is not QThread.currentThread():
                return self._follow(lambda: self._told.get(timeout=_POLL))
            loop, awake = QEventLoop(), QTimer()
            awake.start(round(1000 * _POLL))
            flags = (
                QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
                | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
            )

            def next_told() -> tuple[str, Any]:
                if self._told.empty():
                    loop.processEvents(flags)
                return self._told.get_nowait()

            return self._follow(next_told)
        finally:
            self._is_over = True

    def _follow(self, next_told: Callable[[], tuple[str, Any]]) -> Any:
        heard, cancelled_at = time.monotonic(), None
        while True:
            now = time.monotonic()
            try:
                name, told = next_told()
                heard = now
            except queue.Empty:
                name, told = "", None
                if now - heard > 1.0:
                    self._client.post(self._is_alive)
            if name == "finished":
                return told
            if name == "failed":
                raise told
            if cancelled_at is None:
                self._report(told)
                if self._feedback is not None and self._feedback.isCanceled():
                    cancelled_at = now
                    self._client.post(self._cancel)
            elif now - cancelled_at > _GRACE:
                # The client's thread may be waiting for this one.
                raise EngineError(CANCELLED)
            if now - heard > _BLOCKED:
                self._client.post(self._cancel)
                raise EngineError(Notice("engine-hangs", {"seconds": _BLOCKED}))

    # In the client's thread.

    def _begin(self) -> None:
        if self._is_over:
            return
        self._request = request = self._begin_request()
        for name in ("progressed", "noted", "finished", "failed"):
            getattr(request, name).connect(lambda told, name=name: self._told.put((name, told)))

    def _cancel(self) -> None:
        if self._request is not None:
            self._request.cancel()

    def _is_alive(self) -> None:
        self._told.put(("alive", None))

    # In the thread that waits.

    def _report(self, told: Any) -> None:
        feedback = self._feedback
        if feedback is None:
            return
        if isinstance(told, Notice):
            feedback.pushInfo(texts.note(told))
        elif isinstance(told, ProgressReport):
            if told.stage is not self._stage:
                self._stage = told.stage
                feedback.setProgressText(texts.stage(told.stage))
            feedback.setProgress(told.percent)


# --- processes that are ending --------------------------------------------------------------------

# All that have been started and have not ended. A QProcess that is deleted while its program runs
# waits for it and freezes the window, so one that is told to end has no parent, and is kept here.
_running: set[QProcess] = set()


def ending_processes() -> int:
    """Return how many engines have been told to end and have not yet."""
    return sum(not sip.isdeleted(process) and process.parent() is None for process in _running)


def _watch_until_it_ends(process: QProcess) -> None:
    """End the engine when QGIS ends and nobody has unloaded the plugin, as in ``qgis_process``."""
    if not _running:
        atexit.register(_end_all)
    _running.add(process)


def _forget(process: QProcess) -> None:
    _running.discard(process)
    if not _running:
        atexit.unregister(_end_all)
    # Qt itself may be deleting it, when QGIS ends.
    if not sip.isdeleted(process):
        process.deleteLater()


def _end_all() -> None:
    """End what is still there when QGIS itself ends, and no event loop follows."""
    for process in list(_running):
        if sip.isdeleted(process) or process.state() == QProcess.ProcessState.NotRunning:
            continue
        process.blockSignals(True)
        process.closeWriteChannel()
        if not process.waitForFinished(1000):
            process.kill()
            process.waitForFinished(1000)


def _retire(process: QProcess, patience: float) -> None:
    """End the program without waiting for it: its input is closed, and soon it is killed."""
    for signal in (
        process.started,
        process.readyReadStandardOutput,
        process.readyReadStandardError,
        process.errorOccurred,
        process.finished,
    ):
        signal.disconnect()
    process.setParent(None)
    if process.state() == QProcess.ProcessState.NotRunning:
        _forget(process)
        return
    process.finished.connect(lambda *_ended: _forget(process))
    # Read on: a program that blocks on a full pipe could not end by itself.
    process.readyReadStandardOutput.connect(process.readAllStandardOutput)
    process.readyReadStandardError.connect(process.readAllStandardError)
    process.closeWriteChannel()
    if patience <= 0.0:
        process.kill()
        return
    _single_shot(process, process.kill).start(round(1000 * patience))
