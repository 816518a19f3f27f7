"""Waiting in tests: the event loop of Qt goes on meanwhile."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, QTimer

from qgis_scrl.contract import Method
from qgis_scrl.engine_client import EngineClient, Request
from qgis_scrl.errors import EngineError

#: How many times longer than on a quiet machine anything may take: only what hangs takes longer.
BUSY = 20
#: And no longer than so many seconds more: a few waits in vain must not take the time of all other tests.
MUCH_LONGER = 300


def wait_until(condition: Callable[[], bool], seconds: float = 30, what: str = "it") -> None:
    """Let Qt work until a condition holds; no test tells a slow machine from a quick one.

    Args:
        condition: Asked again and again.
        seconds: It holds long before, on a quiet machine. A busy one has :data:`BUSY` times as long
            (at most :data:`MUCH_LONGER` seconds more), and while the whole machine stands still no time passes.
        what: For the message.

    Raises:
        AssertionError: It never holds.
    """
    left, last = min(BUSY * seconds, seconds + MUCH_LONGER), time.monotonic()
    while not condition():
        assert left > 0, f"{what} did not come"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.002)
        now = time.monotonic()
        left, last = left - min(now - last, 0.1), now


def let_pass(seconds: float) -> None:
    """Let Qt work for some time: that it draws, or for a test that nothing happens.

    What is to happen is waited for (:func:`wait_until`): it may take longer.
    """
    deadline, rounds = time.monotonic() + seconds, itertools.count()
    # However slow the machine is, one event leads to the next: a size to a layout to a picture.
    wait_until(lambda: next(rounds) >= 10 and time.monotonic() >= deadline, seconds + 5)


def owes_answers(client: EngineClient) -> bool:
    """Whether the engine has still to answer, be it to what was cancelled long ago."""
    return bool(client.running_requests or client._abandoned)


class Told:
    """Notes everything that a request tells.

    Attributes:
        results: What ``finished`` brought.
        errors: What ``failed`` brought.
        progress: What ``progressed`` brought.
        notes: What ``noted`` brought.
        levels: What ``levelled`` brought.
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        self.results: list[Any] = []
        self.errors: list[EngineError] = []
        self.progress: list[Any] = []
        self.notes: list[Any] = []
        self.levels: list[Any] = []
        request.finished.connect(self.results.append)
        request.failed.connect(self.errors.append)
        request.progressed.connect(self.progress.append)
        request.noted.connect(self.notes.append)
        request.levelled.connect(self.levels.append)

    @property
    def ended(self) -> bool:
        """Whether the answer has come."""
        return bool(self.results or self.errors)

    def wait(self, seconds: float = 60) -> Told:
        """Wait for the answer."""
        wait_until(lambda: self.ended, seconds, f"the answer to {self.request.method.name}")
        return self

    @property
    def result(self) -> Any:
        """The result; fails if there is none."""
        assert not self.errors, self.errors[0].text
        return self.results[0]

    @property
    def code(self) -> str:
        """The code of the error; fails if there is none."""
        assert not self.results, self.results[0]
        return self.errors[0].code


def answer(client: EngineClient, method: Method[Any, Any], params: Any) -> Any:
    """Ask an engine and return its result; fails if there is none."""
    return Told(client.request(method, params)).wait(120).result


def _waited_for_processor() -> float:
    """Return for how many seconds this thread could have run and had no processor; 0 if unknown."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0


class Heartbeat(QObject):
    """Measures how long the event loop is held up.

    A timer of 1 ms beats on the main thread; the longest time between two beats is the longest time
    for which the window did not react. Time for which Linux let this thread wait for a processor,
    because others had them all, is not the plugin's and not counted.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest_gap = 0.0
        self._passed = self._held_up = 0.0
        self._last = time.perf_counter()
        self._waited = _waited_for_processor()
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, waited = time.perf_counter(), _waited_for_processor()
        gap = now - self._last - (waited - self._waited)
        self.longest_gap = max(self.longest_gap, gap)
        self._passed += gap
        self._held_up += gap if gap > LONGEST_SLOT else 0.0
        self._last, self._waited = now, waited

    def stop(self) -> float:
        """End it; returns the longest gap in seconds."""
        self._timer.stop()
        return self.longest_gap

    @property
    def share_held_up(self) -> float:
        """The share of the time that lay in gaps which can be noticed."""
        return self._held_up / max(self._passed, 1e-9)


#: Longest time for which a slot of the plugin may hold the window up.
LONGEST_SLOT = 0.05


def assert_never_holds_up(
    work: Callable[[], object], longest: float = LONGEST_SLOT, rounds: int = 12
) -> None:
    """Do something up to twelve times, until it has once not held up the event loop for longer.

    Another process on the same machine can hold any round up, but what the plugin itself does is in
    all of them: one round without a long gap shows that it does not hold up the window.
    """
    gaps: list[float] = []
    while len(gaps) < rounds:
        heart = Heartbeat()
        work()
        gaps.append(heart.stop())
        if gaps[-1] < longest:
            return
    told = ", ".join(f"{1000 * gap:.0f}" for gap in gaps)
    raise AssertionError(f"the event loop was held up every time, for {told} ms")
