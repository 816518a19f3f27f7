"""The wire, QGIS's side: starts the engine, asks it, follows it, and starts it again if it fails.

:class:`EngineClient` lives on the main thread and never waits: everything happens in slots of a
``QProcess``. :func:`call_and_wait` asks one question from a thread of a Processing algorithm.
The protocol is ``docs/protocol.md``.
"""

from __future__ import annotations

import atexit
import collections
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QProcess, QTimer, pyqtSignal

from .environment import EngineCommand, engine_command
from .errors import CANCELLED, EngineError
from .wire import (
    PROTOCOL,
    Answer,
    Decoder,
    Failure,
    Handshake,
    LevelReport,
    Message,
    NotAMessage,
    Note,
    Progress,
    ProgressReport,
    encode_notification,
    encode_request,
)

if TYPE_CHECKING:
    from qgis.core import QgsProcessingFeedback

    from .settings import Settings

__all__ = [
    "EngineClient",
    "EngineError",
    "Handshake",
    "LevelReport",
    "ProgressReport",
    "Request",
    "Timing",
    "call_and_wait",
]

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

#: Work that goes on where it was when the engine comes back: the same request is sent again.
RESUMABLE = frozenset({"build_index", "add_to_index", "resume_build"})
#: So often, for a build that brings the engine down each time must end.
MOST_RESUMES = 3

_NEXT_STEP_RETRY = "Try again; if it happens again, see the log (View > Panels > Log Messages)."
#: A slot may not hold the window up for longer than this, in seconds.
_SLOT_BUDGET = 0.010
_TICK_MS = 100
_LOG_LINES = 400


@dataclass(frozen=True)
class Timing:
    """How patient the client is; in seconds.

    Attributes:
        handshake: For the answer to ``initialize``.
        silence: By method: the longest time without a sign of life (answer, progress, level).
        silence_otherwise: For all other methods.
        cancel: After that a cancelled request counts as cancelled, whatever the engine does.
        cancel_hang: After that, without an answer to it, the engine counts as hung.
        restart: The waits before the first, second, ... restart; after the last one it gives up.
        stable: Who has been ready for so long starts with the first wait again.
        end: How long the engine may take to end when it is told to.
    """

    handshake: float = 60.0
    silence: Mapping[str, float] = field(
        default_factory=lambda: {
            # These may load the model first, on a slow disk.
            "warm_up": 180.0,
            "search": 120.0,
            "diagnostics": 180.0,
            "estimate_build": 300.0,
            "record": 60.0,
            "test_microphone": 60.0,
            # These plant trees, ask slow servers, or copy large files between two reports.
            "build_index": 600.0,
            "add_to_index": 600.0,
            "resume_build": 600.0,
            "describe_sources": 300.0,
            "compact_index": 600.0,
            "verify_index": 300.0,
            "remove_source": 600.0,
            "write_footprints": 300.0,
        }
    )
    silence_otherwise: float = 60.0
    cancel: float = 1.0
    cancel_hang: float = 30.0
    restart: tuple[float, ...] = (0.5, 2.0, 5.0, 15.0, 30.0)
    stable: float = 60.0
    end: float = 2.0

    def silence_of(self, method: str) -> float:
        """Return the longest silence allowed to a request of this method."""
        return self.silence.get(method, self.silence_otherwise)


class Request(QObject):
    """A question to the engine; keep a reference to it until it has ended.

    Exactly one of ``finished`` and ``failed`` is emitted, once, never before the method that made
    the request has returned.

    Attributes:
        method: What is asked.
        params: With what.
    """

    progressed = pyqtSignal(object)
    noted = pyqtSignal(str)
    levelled = pyqtSignal(object)
    finished = pyqtSignal(object)
    failed = pyqtSignal(object)

    def __init__(self, client: EngineClient, method: str, params: dict[str, Any]) -> None:
        super().__init__()
        self.method = method
        self.params = params
        self._client = client
        self._ended = False
        self._resumes = 0

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

    def _finish(self, result: dict[str, Any]) -> None:
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
    cancel_deadline: float | None = None


class EngineClient(QObject):
    """The engine, as the plugin sees it.

    Args:
        settings: The plugin's settings; None reads them at every start.
        parent: Qt's owner.
        command: Says how the engine is started; None takes :func:`.environment.engine_command`.
        timing: How patient it is.

    Signals:
        state_changed: The new state: "stopped", "starting", "ready", "restarting" or "failed".
        message: A sentence for the user and its ``Qgis.MessageLevel`` as a number.
    """

    state_changed = pyqtSignal(str)
    message = pyqtSignal(str, int)

    def __init__(
        self,
        settings: Settings | None = None,
        parent: QObject | None = None,
        *,
        command: Callable[[], EngineCommand] | None = None,
        timing: Timing | None = None,
    ) -> None:
        super().__init__(parent)
        self._command = command or (lambda: engine_command(settings))
        self._timing = timing or Timing()
        self._state = STOPPED
        self._handshake: Handshake | None = None
        self._process: QProcess | None = None
        self._decoder = Decoder()
        self._next_id = 1
        self._handshake_id: int | None = None
        self._queue: collections.deque[Request] = collections.deque()
        self._sent: dict[int, _Sent] = {}
        # Cancelled here and not yet answered there: id -> when the engine counts as hung.
        self._abandoned: dict[int, float] = {}
        self._failures = 0
        self._ready_since = 0.0
        self._log: collections.deque[str] = collections.deque(maxlen=_LOG_LINES)
        self._log_rest = b""
        self._last_tick = time.monotonic()
        self._handshake_deadline = 0.0
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._drain_timer = QTimer(self)
        self._drain_timer.setSingleShot(True)
        self._drain_timer.timeout.connect(self._drain)
        self._restart_timer = QTimer(self)
        self._restart_timer.setSingleShot(True)
        self._restart_timer.timeout.connect(self._launch)
        self._start_timer = QTimer(self)
        self._start_timer.setSingleShot(True)
        self._start_timer.timeout.connect(self.start)

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
        error = EngineError(CANCELLED, "The engine was stopped.")
        self._set_state(STOPPED)
        self._fail_all(error)

    def restart(self) -> None:
        """End the engine and start it again, as after a change of settings; builds go on."""
        self._restart_timer.stop()
        self._failures = 0
        self._let_go(gently=True)
        self._end_sent(
            EngineError("engine-stopped", "The engine was restarted.", "Ask again."), count=False
        )
        self._launch()

    def request(
        self,
        method: str,
        params: dict[str, Any] | None = None,
    ) -> Request:
        """Ask the engine; it is started if it does not run.

        Args:
            method: A method of ``docs/protocol.md``.
            params: Its parameters.

        Returns:
            The request, whose signals tell the rest; they come later, never from inside this call.
        """
        request = Request(self, method, dict(params or {}))
        self._queue.append(request)
        if self._state == READY:
            self._send_queue()
        elif self._state in (STOPPED, FAILED):
            # Later: whoever asks must be able to connect before a failure to start is told.
            self._start_timer.start(0)
        return request

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
        self._decoder = Decoder()
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
        params = {"protocol": PROTOCOL, "client": "QGIS"}
        process.write(encode_request(self._handshake_id, "initialize", params))

    def _on_error(self, process: QProcess, error: QProcess.ProcessError) -> None:
        # All others are followed by `finished`.
        if self._is_current(process) and error == QProcess.ProcessError.FailedToStart:
            reason = process.errorString()
            self._let_go(gently=False)
            self._give_up(
                EngineError(
                    "engine-missing",
                    f"The engine of the voice search cannot be started ({reason}).",
                    "Check its Python in Settings > Options > Voice search.",
                )
            )

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
        if self._state == STARTING:
            said = f" ({self._log[-1]})" if self._log else ""
            sentence = f"The engine of the voice search ended while it was starting{said}"
        else:
            sentence = "The engine of the voice search stopped unexpectedly"
        self._failed("engine-stopped", sentence, f"it ended with code {code}")

    def _is_current(self, process: QProcess) -> bool:
        """Whether this is the engine, and not one that has been parted with."""
        return process is self._process

    def _let_go(self, gently: bool) -> None:
        """Part with the process: nothing of it is heard any more, and it ends soon."""
        self._tick.stop()
        self._handshake = None
        process, self._process = self._process, None
        self._abandoned.clear()
        if process is not None:
            _retire(process, self._timing.end if gently else 0.0)

    def _failed(self, code: str, sentence: str, details: str) -> None:
        """Deal with an engine that has crashed, hangs or talks rubbish: start it again, or give up."""
        QgsMessageLog.logMessage(f"{sentence}: {details}.", LOG_TAB, Qgis.MessageLevel.Info)
        if self._state == READY and time.monotonic() - self._ready_since > self._timing.stable:
            self._failures = 0
        self._let_go(gently=False)
        self._failures += 1
        if self._failures > len(self._timing.restart):
            self._end_sent(EngineError(code, f"{sentence}.", _NEXT_STEP_RETRY), count=True)
            self._give_up(EngineError(code, f"{sentence}.", _NEXT_STEP_RETRY))
            return
        # First the state: who hears of a failed request may look at it, or ask again.
        self._restart_timer.start(round(1000 * self._timing.restart[self._failures - 1]))
        self._set_state(RESTARTING)
        self.message.emit(f"{sentence}; it is starting again.", WARNING)
        self._end_sent(EngineError(code, f"{sentence}.", "Try again."), count=True)

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
                request._fail(_cancelled())
            elif request.method in RESUMABLE and request._resumes < MOST_RESUMES:
                request._resumes += count
                resumed.append(request)
            else:
                request._fail(error)
        self._queue.extendleft(reversed(resumed))
        for request in resumed:
            request.noted.emit("The engine stopped; the build goes on as soon as it is back.")

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
        while self._queue and self._process is not None and self._state == READY:
            request = self._queue.popleft()
            number = self._new_id()
            try:
                line = encode_request(number, request.method, request.params)
            except (TypeError, ValueError) as error:
                # A bug of ours; the user is told all the same.
                self._fail_later(request, EngineError("bug", f"{request.method}: {error}."))
                continue
            patience = self._timing.silence_of(request.method)
            self._sent[number] = _Sent(request, time.monotonic() + patience)
            self._process.write(line)
            self._watch()

    def _fail_later(self, request: Request, error: EngineError) -> None:
        # Bound to the client, so that nothing fires once it is gone.
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: request._fail(error))
        timer.timeout.connect(timer.deleteLater)
        timer.start(0)

    def _number_of(self, request: Request) -> int | None:
        return next((n for n, sent in self._sent.items() if sent.request is request), None)

    def _cancel(self, request: Request) -> None:
        if request in self._queue:
            self._queue.remove(request)
            self._fail_later(request, _cancelled())
            return
        number = self._number_of(request)
        if number is None or self._process is None:
            return
        sent = self._sent[number]
        if sent.cancel_deadline is None:
            sent.cancel_deadline = time.monotonic() + self._timing.cancel
            self._process.write(encode_notification("$/cancelRequest", {"id": number}))

    def _stop_recording(self, request: Request) -> None:
        number = self._number_of(request)
        if number is not None and self._process is not None:
            self._process.write(encode_notification("$/stopRecording", {"id": number}))

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
            except NotAMessage as rubbish:
                self._failed(
                    "engine-garbage",
                    "The engine of the voice search sent something that cannot be understood",
                    f"it sent {str(rubbish)!r}",
                )
                return False
            if time.monotonic() > until:
                return True
        return False

    def _take(self, message: Message) -> None:
        if message.id is not None and message.id == self._handshake_id:
            self._take_handshake(message)
            return
        if message.id is None:
            QgsMessageLog.logMessage(
                f"The engine: {message.error.text}", LOG_TAB, Qgis.MessageLevel.Info
            )
            return
        if message.id >= self._next_id or message.id < 1:
            raise NotAMessage(f"an answer to request {message.id}, which was never made")
        if isinstance(message, (Answer, Failure)):
            self._abandoned.pop(message.id, None)
            sent = self._sent.pop(message.id, None)
            # Too late, or twice: the request has ended already.
            if sent is None:
                return
            if isinstance(message, Answer):
                sent.request._finish(message.result)
            else:
                sent.request._fail(message.error)
            return
        sent = self._sent.get(message.id)
        if sent is None:
            return
        sent.deadline = time.monotonic() + self._timing.silence_of(sent.request.method)
        if sent.cancel_deadline is not None:
            return
        if isinstance(message, Progress):
            sent.request.progressed.emit(message.report)
        elif isinstance(message, Note):
            sent.request.noted.emit(message.text)
        else:
            sent.request.levelled.emit(message.report)

    def _take_handshake(self, message: Message) -> None:
        self._handshake_id = None
        refusal = "The engine of the voice search does not fit this version of the plugin"
        if isinstance(message, Failure):
            self._failed("engine-refused", refusal, message.error.text)
            return
        if not isinstance(message, Answer):
            raise NotAMessage("progress of the handshake")
        handshake = Handshake.from_message(message.result)
        if handshake.protocol != PROTOCOL:
            details = f"it speaks protocol {handshake.protocol}, the plugin {PROTOCOL}"
            self._failed("engine-refused", refusal, details)
            return
        self._handshake = handshake
        self._ready_since = time.monotonic()
        self._set_state(READY)
        self._send_queue()

    def _on_log(self, process: QProcess) -> None:
        if not self._is_current(process):
            return
        *lines, self._log_rest = (self._log_rest + bytes(process.readAllStandardError())).split(
            b"\n"
        )
        texts = [line.decode("utf-8", "replace").rstrip() for line in lines]
        texts = [text for text in texts if text]
        self._log.extend(texts)
        # One entry for all of them: a flood of lines must not become a flood of widgets.
        if texts:
            QgsMessageLog.logMessage(
                "\n".join(texts[-_LOG_LINES:]), LOG_TAB, Qgis.MessageLevel.Info, False
            )

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
                self._hangs(f"The engine did not start within {self._timing.handshake:.0f} s")
            return
        for number, sent in list(self._sent.items()):
            if sent.cancel_deadline is not None:
                if now > sent.cancel_deadline:
                    self._sent.pop(number, None)
                    self._abandoned[number] = now + self._timing.cancel_hang
                    sent.request._fail(_cancelled())
            elif now > sent.deadline:
                patience = self._timing.silence_of(sent.request.method)
                self._hangs(f"The engine has not answered for {patience:.0f} s")
                return
        if any(now > deadline for deadline in self._abandoned.values()):
            self._hangs("The engine does not stop what was cancelled")
        elif not self._sent and not self._abandoned:
            # An idle engine must not wake QGIS ten times a second.
            self._tick.stop()

    def _hangs(self, sentence: str) -> None:
        self._failed("engine-hangs", sentence, "it hangs")

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


def _cancelled() -> EngineError:
    return EngineError(CANCELLED, "Cancelled; what was finished stays.")


# --- processes that are ending --------------------------------------------------------------------

# A QProcess that is deleted while its program runs waits for it and freezes the window, so it is
# kept until the program has ended.
_ending: set[QProcess] = set()


def ending_processes() -> int:
    """Return how many engines have been told to end and have not yet."""
    return len(_ending)


def _end_all() -> None:
    """End what is still there when QGIS itself ends, and no event loop follows."""
    for process in list(_ending):
        if not sip.isdeleted(process) and process.state() != QProcess.ProcessState.NotRunning:
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
        process.deleteLater()
        return
    _ending.add(process)
    atexit.register(_end_all)

    def forget(*_ended: object) -> None:
        _ending.discard(process)
        if not _ending:
            atexit.unregister(_end_all)
        # Qt itself may be deleting it, when QGIS ends.
        if not sip.isdeleted(process):
            process.deleteLater()

    process.finished.connect(forget)
    # Read on: a program that blocks on a full pipe could not end by itself.
    process.readyReadStandardOutput.connect(process.readAllStandardOutput)
    process.readyReadStandardError.connect(process.readAllStandardError)
    process.closeWriteChannel()
    if patience <= 0.0:
        process.kill()
        return
    timer = QTimer(process)
    timer.setSingleShot(True)
    timer.timeout.connect(process.kill)
    timer.start(round(1000 * patience))


# --- one question from a thread -------------------------------------------------------------------


def call_and_wait(
    method: str,
    params: dict[str, Any],
    feedback: QgsProcessingFeedback | None = None,
    settings: Settings | None = None,
    *,
    command: EngineCommand | None = None,
    timing: Timing | None = None,
) -> dict[str, Any]:
    """Ask an engine of one's own and wait for the answer; for Processing algorithms.

    Works in any thread and without an event loop, as in ``qgis_process``.

    Args:
        method: A method of ``docs/protocol.md``.
        params: Its parameters.
        feedback: Is told of the progress, and asked whether to stop.
        settings: The plugin's settings; None reads them.
        command: How the engine is started; None takes :func:`.environment.engine_command`.
        timing: How patient it is.

    Returns:
        The result.

    Raises:
        EngineError: The engine's, or one of ``engine-missing``, ``engine-stopped``,
            ``engine-hangs``, ``engine-garbage``, ``engine-refused``, ``cancelled``.
    """
    return _Call(command or engine_command(settings), timing or Timing(), feedback).ask(
        method, params
    )


class _Call:
    """One engine for one question."""

    POLL_MS = 50

    def __init__(
        self,
        command: EngineCommand,
        timing: Timing,
        feedback: QgsProcessingFeedback | None,
    ) -> None:
        self._timing = timing
        self._feedback = feedback
        self._command = command
        self._decoder = Decoder()
        self._log: collections.deque[str] = collections.deque(maxlen=20)
        self._title = ""

    def ask(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        self._process = process = QProcess()
        process.setWorkingDirectory(self._command.working_folder)
        process.setProcessEnvironment(self._command.environment)
        process.start(self._command.program, list(self._command.arguments))
        if not process.waitForStarted(round(1000 * self._timing.handshake)):
            raise EngineError(
                "engine-missing",
                f"The engine of the voice search cannot be started ({process.errorString()}).",
                "Check its Python in Settings > Options > Voice search.",
            )
        try:
            try:
                handshake = Handshake.from_message(
                    self._answer(
                        "initialize",
                        {"protocol": PROTOCOL, "client": "QGIS Processing"},
                        1,
                        self._timing.handshake,
                    )
                )
            except EngineError as error:
                if error.code != "protocol-mismatch":
                    raise
                raise EngineError("engine-refused", error.message, error.next_step) from error
            if handshake.protocol != PROTOCOL:
                raise EngineError(
                    "engine-refused",
                    "The engine of the voice search does not fit this version of the plugin.",
                    "Install the plugin again.",
                )
            return self._answer(method, params, 2, self._timing.silence_of(method))
        except NotAMessage as rubbish:
            raise EngineError(
                "engine-garbage",
                f"The engine of the voice search sent something that cannot be understood: {rubbish}.",
                _NEXT_STEP_RETRY,
            ) from rubbish
        finally:
            process.closeWriteChannel()
            if not process.waitForFinished(round(1000 * self._timing.end)):
                process.kill()
                process.waitForFinished(round(1000 * self._timing.end))

    def _answer(
        self, method: str, params: dict[str, Any], number: int, patience: float
    ) -> dict[str, Any]:
        self._process.write(encode_request(number, method, params))
        deadline = time.monotonic() + patience
        cancelled = False
        while True:
            for message in self._messages():
                if message.id not in (number, None):
                    raise NotAMessage(f"an answer to request {message.id}, which was not made")
                if isinstance(message, Answer):
                    return message.result
                if isinstance(message, Failure):
                    raise message.error
                if not cancelled:
                    deadline = time.monotonic() + patience
                    self._report(message)
            if not cancelled and self._feedback is not None and self._feedback.isCanceled():
                cancelled = True
                deadline = time.monotonic() + self._timing.cancel
                self._process.write(encode_notification("$/cancelRequest", {"id": number}))
            if time.monotonic() > deadline:
                if cancelled:
                    raise _cancelled()
                raise EngineError(
                    "engine-hangs",
                    f"The engine has not answered for {patience:.0f} s.",
                    _NEXT_STEP_RETRY,
                )
            if not self._process.waitForReadyRead(self.POLL_MS) and (
                self._process.state() == QProcess.ProcessState.NotRunning
            ):
                # Its last words may have come with its end.
                for message in self._messages():
                    if isinstance(message, Answer) and message.id == number:
                        return message.result
                    if isinstance(message, Failure) and message.id == number:
                        raise message.error
                said = f" ({self._log[-1]})" if self._log else ""
                raise EngineError(
                    "engine-stopped",
                    f"The engine of the voice search stopped unexpectedly{said}.",
                    _NEXT_STEP_RETRY,
                )

    def _messages(self) -> Iterable[Message]:
        errors = bytes(self._process.readAllStandardError()).decode("utf-8", "replace")
        self._log.extend(line for line in errors.splitlines() if line.strip())
        self._decoder.feed(bytes(self._process.readAllStandardOutput()))
        while True:
            message = self._decoder.next()
            if message is None:
                return
            yield message

    def _report(self, message: Message) -> None:
        if self._feedback is None:
            return
        if isinstance(message, Note):
            self._feedback.pushInfo(message.text)
        elif isinstance(message, Progress):
            report = message.report
            if report.title != self._title:
                self._title = report.title
                self._feedback.setProgressText(report.title)
            self._feedback.setProgress(report.percent)
