"""A screen reader's eyes and ears: AT-SPI, from another process than the one that shows the dock."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gi
import pytest

from tests.support.paths import ROOT

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

#: A busy machine takes its time; what hangs takes longer.
PATIENCE = 300


@dataclass(frozen=True)
class Heard:
    """An event, as a screen reader gets it.

    Attributes:
        kind: Such as ``object:property-change:accessible-name``.
        role: Of the control that it came from.
        name: Of the control, when the event came.
        description: Of the control, likewise.
        focused: Whether the control had the focus: only then a screen reader speaks.
    """

    kind: str
    role: str
    name: str
    description: str
    focused: bool


class Reader:
    """What a screen reader knows of one process.

    Attributes:
        heard: All events so far.
    """

    KINDS = (
        "object:property-change:accessible-name",
        "object:property-change:accessible-description",
        "object:state-changed:focused",
    )

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.heard: list[Heard] = []
        self._context = GLib.MainContext.default()
        self._listener = Atspi.EventListener.new(self._on_event)
        for kind in self.KINDS:
            self._listener.register(kind)

    def _on_event(self, event: Any) -> None:
        try:
            source = event.source
            has_focus = source.get_state_set().contains(Atspi.StateType.FOCUSED)
            told = (source.get_role_name(), source.get_name(), source.get_description())
        except GLib.Error:
            return  # It is gone by now.
        self.heard.append(Heard(event.type, *told, has_focus))

    def wait(self, condition: Callable[[], Any], what: str) -> Any:
        """Listen until something is true, and return it."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            while self._context.pending():
                self._context.iteration(False)
            try:
                found = condition()
            except GLib.Error:
                found = None  # What was looked at is gone; it is looked for anew.
            if found:
                return found
            assert self.process.poll() is None, "the application has ended"
            time.sleep(0.05)
        there = [(one.get_role_name(), one.get_name()) for one in walk(self.application())]
        raise AssertionError(f"{what} did not come; there is {there}")

    @contextlib.contextmanager
    def engine_asleep(self) -> Iterator[None]:
        """Let the engine do nothing meanwhile: what is said before it answers is heard before the answer.

        Qt tells that a description has changed, not to what; whoever asks late hears only the last one.
        """
        process = self.process.pid
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
        (engine,) = (int(child) for child in children.split())
        os.kill(engine, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(engine, signal.SIGCONT)

    def press_enter(self) -> None:
        """Press Enter where the focus is."""
        if self.process.stdin is not None:
            self.process.stdin.write("Enter\n")
            self.process.stdin.flush()

    def application(self) -> Any:
        """Return the application; None while it is not there."""
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for number in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(number)
            if child is not None and child.get_process_id() == self.process.pid:
                # What was there when it was first looked at is not what is there now.
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

    def find(self, name: str, role: str = "") -> Any:
        """Return the control of this name that is shown; None if there is none."""
        for control in walk(self.application()):
            if control.get_name() == name and role in ("", control.get_role_name()):
                return control
        return None


def walk(control: Any) -> Iterator[Any]:
    """Go through all that is shown, from the outside to the inside; what goes away meanwhile is passed over."""
    if control is None:
        return
    yield control
    try:
        children = [control.get_child_at_index(n) for n in range(control.get_child_count())]
        shown = [one for one in children if one is not None and has(one, Atspi.StateType.SHOWING)]
    except GLib.Error:
        return
    for child in shown:
        yield from walk(child)


def has(control: Any, state: Any) -> bool:
    """Whether a control is in a state."""
    return bool(control.get_state_set().contains(state))


def start_bus() -> None:
    """Start the bus of accessibility, where it is not there, and write its address on the screen's root window.

    Qt 5 that has to ask for the address may set itself up before the answer comes, and then never connects
    (``QSpiAccessibleBridge``: its timer comes before ``connectA11yBus``): on a busy machine most runs were deaf. What
    stands on the root window it reads at once. The bus's launcher writes it there if it knows the screen, so that the
    session of D-Bus must be started inside that of Xvfb.
    """
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    session.call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
        Gio.DBusCallFlags.NONE, -1, None,
    )  # fmt: skip
    # And the registry, on which applications enter themselves.
    Atspi.get_desktop(0).get_child_count()


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Somebody who looks at the dock with an index through AT-SPI."""
    index = tmp_path_factory.mktemp("index") / "town.scrl"
    start_bus()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.accessibility.app", str(index)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        text=True,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "xcb",
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LANG": "C.UTF-8",
        },
    )
    reader = Reader(process)
    try:
        reader.wait(lambda: reader.find("Ready.", "label"), "the dock")
        yield reader
    finally:
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
