"""Waiting in tests: the event loop of Qt goes on meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, QTimer

from qgis_scrl.engine_client import Request
from qgis_scrl.errors import EngineError


def wait_until(condition: Callable[[], bool], seconds: float = 30, what: str = "it") -> None:
    """Let Qt work until a condition holds.

    Raises:
        AssertionError: It does not within that time.
    """
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"{what} did not come within {seconds} s"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.002)


def let_pass(seconds: float) -> None:
    """Let Qt work for some time."""
    deadline = time.monotonic() + seconds
    wait_until(lambda: time.monotonic() >= deadline, seconds + 5)


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
        self._last, self._waited = now, waited

    def stop(self) -> float:
        """End it; returns the longest gap in seconds."""
        self._timer.stop()
        return self.longest_gap


#: Longest time for which a slot of the plugin may hold the window up.
LONGEST_SLOT = 0.05


def shortest_gap(work: Callable[[], None], rounds: int = 3) -> float:
    """Do something up to three times; returns the longest gap of the best round, in seconds.

    Another process on the same machine can hold any round up, but what the plugin itself does is in
    all of them.
    """
    best = float("inf")
    for _ in range(rounds):
        heart = Heartbeat()
        work()
        best = min(best, heart.stop())
        if best < LONGEST_SLOT:
            break
    return best
