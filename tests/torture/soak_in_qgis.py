"""What the soak does inside a desktop QGIS: the plugin is used for a long time, and must not grow.

Runs in QGIS's own process, through :mod:`tools.in_qgis`; :mod:`.soak` starts it and judges.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import os
import shutil
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path
from typing import Any

import qgis.utils
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtGui import QPixmapCache

from tests.support.paths import QUESTIONS, SCENE
from tests.support.qgis_scenarios import built, started
from tools.in_qgis import PLUGIN, Desktop, NeverHappened

_SENTENCES = (
    "white storage tanks", "an airport with planes", "a beach", "a harbour with boats", "tennis courts in a park",
    "houses among trees", "a baseball field", "a bridge over a river",
)  # fmt: skip
#: Questions after which the user takes the layers of hits off the map.
_CLEAR_EVERY = 20
#: Threads of Qt's pool end after half a minute without work, and files close a little later.
_SETTLE_SECONDS = 90


def soak(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Ask, build, open and close, and sleep, as often as the task says."""
    QgsSettings().setValue("qgis_scrl/python_path", task["python"])
    desktop.open_raster(SCENE, "scene")
    run = _Soak(desktop, task)
    run.begin()
    told = {}
    for phase in (run.ask, run.build, run.open, run.suspend):
        began = time.monotonic()
        name = phase.__name__
        told[name] = {**phase(), "seconds": round(time.monotonic() - began)}
        desktop.say(f"{name}: {told[name]}")
    return told


class _Soak:
    """A long session."""

    def __init__(self, desktop: Desktop, task: dict[str, Any]) -> None:
        self.desktop = desktop
        self.task = task
        self.folder = Path(task["folder"])
        self.index = self.folder / "soak.scrl"
        self.answers = 0
        self.recordings = sorted(QUESTIONS.glob("*.ogg"))
        self.states: list[str] = []

    def begin(self) -> None:
        """Start the engine, and build what is asked."""
        started(self.desktop)
        self.attach()
        built(self.desktop, self.index, str(SCENE), [300.0])

    def attach(self) -> None:
        """Listen to the plugin that is loaded now."""
        self.desktop.plugin = qgis.utils.plugins[PLUGIN]
        self.desktop.dock = self.desktop.plugin.dock
        self.desktop.dock.answered.connect(self._on_answered)
        self.desktop.plugin.client.state_changed.connect(self.states.append)

    def _on_answered(self, _result: Any) -> None:
        self.answers += 1

    # --- the parts of it -------------------------------------------------------------------------

    def ask(self) -> dict[str, Any]:
        """Ask by voice (a recording) and by typing, in turn."""
        for number in range(self.task["warm_up"]):
            self.question(number)
        before = self.measured()
        self.desktop.say(f"after the warm-up: {_short(before)}")
        samples = [before]
        count, asked = self.task["questions"], 0
        deadline = time.monotonic() + 60 * self.task["minutes"]
        while asked < count and time.monotonic() < deadline:
            self.question(self.task["warm_up"] + asked)
            asked += 1
            if asked % self.task["every"] == 0 and asked < count:
                samples.append(self.measured(before, patience=0))
                self.desktop.say(f"{asked} questions: {_short(samples[-1])}")
        samples.append(self.measured(before))
        return {
            "questions": asked,
            **_compared(before, samples[-1]),
            "samples": samples,
        }

    def question(self, number: int) -> None:
        """Ask one question, through what the user would use, and wait for its answer."""
        dock, expected = self.desktop.dock, self.answers + 1
        self.desktop.wait(dock.speak.open_button.isEnabled, 120, "being ready for a question")
        if number % 2:
            dock.speak.recording_chosen.emit(str(self.recorded(number)))
        else:
            # No sentence comes twice: none is found among those that the engine remembers.
            sentence = f"{_SENTENCES[number // 2 % len(_SENTENCES)]} {number}"
            dock.speak.text_entered.emit(sentence, False)
        self.wait_for_answers(expected, f"question {number}")
        if number % _CLEAR_EVERY == _CLEAR_EVERY - 1:
            dock.answers.clear_all()
        self.let_go()

    def recorded(self, number: int) -> Path:
        """Return a recording; every fourth time it is a file that nobody has seen."""
        recording = self.recordings[number // 2 % len(self.recordings)]
        if number % 8 != 1:
            return recording
        new = self.folder / f"question {number}.ogg"
        shutil.copy(recording, new)
        (self.folder / f"question {number - 800}.ogg").unlink(missing_ok=True)
        return new

    def wait_for_answers(self, expected: int, what: str) -> None:
        """Wait until so many answers are shown.

        Raises:
            NeverHappened: The dock tells of a failure instead.
        """
        dock = self.desktop.dock
        self.desktop.wait(
            lambda: self.answers >= expected or dock.state.value == "error", 120, what
        )
        if self.answers < expected:
            raise NeverHappened(f"{what}: {dock.banner.message}")

    def build(self) -> dict[str, Any]:
        """Build small indexes and remove them."""
        for number in range(self.task["warm_up_builds"]):
            self.build_and_remove(number)
        before = self.measured()
        for number in range(self.task["builds"]):
            self.build_and_remove(self.task["warm_up_builds"] + number)
            if number % 20 == 19:
                self.desktop.say(
                    f"{number + 1} builds: {_short(self.measured(before, patience=0))}"
                )
        after = self.measured(before)
        self.desktop.dock.index_bar.choose(str(self.index))
        self.desktop.wait(self.knows_index, 60, "opening the index again")
        return {"builds": self.task["builds"], **_compared(before, after)}

    def build_and_remove(self, number: int) -> None:
        """Build one index, ask it nothing, take it off the list and delete it."""
        index = self.folder / f"small {number}.scrl"
        built(self.desktop, index, self.task["raster"], [300.0])
        self.desktop.dock.indexes.forget()
        shutil.rmtree(index)
        self.let_go()

    def open(self) -> dict[str, Any]:
        """Close and open the dock, now and then with the whole plugin unloaded and loaded."""
        for _ in range(2):
            self.reload()
            self.close_and_open()
        before = self.measured()
        reloads = 0
        for number in range(self.task["openings"]):
            self.close_and_open()
            if number % 10 == 4:
                self.reload()
                reloads += 1
            if number % 50 == 49:
                self.desktop.say(
                    f"{number + 1} openings: {_short(self.measured(before, patience=0))}"
                )
        after = self.measured(before)
        return {"openings": self.task["openings"], "reloads": reloads, **_compared(before, after)}

    def close_and_open(self) -> None:
        """Close the dock and open it."""
        dock = self.desktop.dock
        dock.close()
        self.desktop.wait(lambda: not dock.isVisible(), 30, "closing the dock")
        self.desktop.plugin.type()
        self.desktop.wait(dock.isVisible, 30, "opening the dock")
        self.let_go()

    def reload(self) -> None:
        """Unload the plugin and load it, until its engine is ready and the index is known."""
        self.desktop.dock = self.desktop.plugin = None
        if not qgis.utils.unloadPlugin(PLUGIN):
            raise NeverHappened("the plugin cannot be unloaded")
        self.let_go()
        if not (qgis.utils.loadPlugin(PLUGIN) and qgis.utils.startPlugin(PLUGIN)):
            raise NeverHappened("the plugin cannot be loaded again")
        self.attach()
        started(self.desktop)
        self.desktop.wait(self.knows_index, 60, "opening the index")

    def knows_index(self) -> bool:
        """Whether the index can be asked."""
        info = self.desktop.dock.indexes.info
        return info is not None and Path(info.path) == self.index and self.desktop.dock._warm

    def suspend(self) -> dict[str, Any]:
        """Let the computer sleep while it rests, searches and builds: nothing may be taken for hung."""
        desktop, client = self.desktop, self.desktop.plugin.client
        engine, seconds = client.process_id, self.task["asleep"]
        clock = _Clock(seconds / 2)
        module: Any = importlib.import_module(f"{PLUGIN}.engine_client")
        module.time = clock
        self.states.clear()
        try:
            self.sleep(engine, seconds)
            self.question(1)
            # The engine stops first, so that the question cannot be answered before.
            os.kill(engine, signal.SIGSTOP)
            expected = self.answers + 1
            desktop.dock.speak.recording_chosen.emit(str(self.recordings[0]))
            self.sleep(engine, seconds)
            self.wait_for_answers(expected, "the answer after the sleep")
            self.let_go()
            self.build_asleep(engine, seconds)
            self.question(1)
        finally:
            module.time = time
        if client.process_id != engine or self.states or clock.jumps < 3:
            raise NeverHappened(
                f"{self.states}, engine {engine} {client.process_id}, {clock.jumps} jumps"
            )
        return {"slept": clock.jumps, "hours": round(clock.ahead / 3600)}

    def build_asleep(self, engine: int, seconds: float) -> None:
        """Sleep in the middle of a build."""
        desktop, bar = self.desktop, self.desktop.dock.index_bar
        index = self.folder / "asleep.scrl"
        methods = importlib.import_module(f"{PLUGIN}.contract").methods
        params = methods.BuildIndexParams(str(index), (str(SCENE),), (150.0,), 0.0)
        desktop.dock.indexes.build(methods.BUILD_INDEX, params, index.stem)
        desktop.wait(lambda: bar.progress_bar.value() > 20, 180, "the first tiles")
        self.sleep(engine, seconds)
        assert bar.is_building
        desktop.wait(lambda: not bar.is_building, 500, "the rest of the build")
        desktop.wait(lambda: desktop.dock.indexes.info is not None and desktop.dock.indexes.info.complete, 60, "its end")  # fmt: skip
        desktop.dock.index_bar.choose(str(self.index))
        desktop.wait(self.knows_index, 60, "opening the index again")

    def sleep(self, engine: int, seconds: float) -> None:
        """Stop QGIS and the engine; the computer wakes up after some seconds, which QGIS takes for a day."""
        both = f"{engine} {os.getpid()}"
        subprocess.Popen(["/bin/sh", "-c", f"sleep 0.2; kill -STOP {both}; sleep {seconds}; kill -CONT {both}"])  # fmt: skip
        waking = time.monotonic() + 0.2
        self.desktop.wait(lambda: time.monotonic() - waking > seconds, 60, "waking up")

    # --- measuring -------------------------------------------------------------------------------

    def let_go(self) -> None:
        """Delete what waits for it: this runs inside an event of QGIS's own loop, which would do it afterwards."""
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))

    def collect(self) -> None:
        """Free what nobody needs any more, and what Qt keeps of pictures drawn: up to 10 MB."""
        QPixmapCache.clear()
        for _ in range(3):
            gc.collect()
            self.let_go()
        ctypes.CDLL(None).malloc_trim(0)

    def measured(
        self, before: dict[str, Any] | None = None, patience: float = _SETTLE_SECONDS
    ) -> dict[str, Any]:
        """Measure both processes, when nothing is left to do.

        Args:
            before: Handles and threads are waited for until they are as few as these; None: until they are still.
            patience: So long, in seconds.
        """
        desktop = self.desktop
        desktop.dock.answers.clear_all()
        QgsProject.instance().setDirty(False)
        desktop.iface.messageBar().clearWidgets()
        desktop.wait_for_map()
        self.let_go()
        engine = desktop.plugin.client.process_id
        end = time.monotonic() + patience
        last, still_since = _held(engine), time.monotonic()
        while time.monotonic() < end:
            held = _held(engine)
            if held != last:
                last, still_since = held, time.monotonic()
            if before is None:
                if time.monotonic() - still_since > self.task["still"]:
                    break
            elif all(held[name] <= before[name] for name in held):
                break
            desktop.pause(0.2)
        self.collect()
        sign = Path(self.task["trimmed"])
        sign.unlink(missing_ok=True)
        os.kill(engine, signal.SIGUSR1)
        desktop.wait(sign.exists, 60, "the engine's collecting of garbage")
        return {
            **_held(engine),
            "qgis_mb": _megabytes(os.getpid()),
            "engine_mb": _megabytes(engine),
            "handles": _handles(os.getpid()),
            "engine_handles": _handles(engine),
        }


class _Clock:
    """Python's clock on a computer where it goes on while the computer sleeps, as on Windows: a day each time."""

    def __init__(self, gap: float) -> None:
        self._gap = gap
        self._last = time.monotonic()
        self.ahead = 0.0
        self.jumps = 0

    def monotonic(self) -> float:
        """Return seconds."""
        now = time.monotonic()
        if now - self._last > self._gap:
            self.ahead += 86_400.0
            self.jumps += 1
        self._last = now
        return now + self.ahead


def _held(engine: int) -> dict[str, int]:
    """Count the handles and threads of both processes."""
    counts = {}
    for name, pid in (("qgis", os.getpid()), ("engine", engine)):
        for what in ("fd", "task"):
            counts[f"{name}_{what}"] = len(list(Path(f"/proc/{pid}/{what}").iterdir()))
    # Listing the own ones takes one.
    return counts


def _handles(pid: int) -> dict[str, int]:
    """Return what the handles of a process lead to, with their number."""
    found: Counter[str] = Counter()
    for link in Path(f"/proc/{pid}/fd").iterdir():
        try:
            found[str(link.readlink()).partition(":[")[0]] += 1
        except OSError:
            continue
    return dict(found)


def _megabytes(pid: int) -> float:
    """Return the memory of a process that lies in no file: what files share depends on who else has them open."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Anonymous:"):
            return round(int(line.split()[1]) / 1024, 1)
    return 0.0


def _compared(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    names = ("qgis_mb", "engine_mb", "qgis_fd", "qgis_task", "engine_fd", "engine_task")
    told: dict[str, Any] = {name: [before[name], after[name]] for name in names}
    for name in ("handles", "engine_handles"):
        more = Counter(after[name])
        more.subtract(before[name])
        told[f"more_{name}"] = {what: count for what, count in more.items() if count > 0}
    return told


def _short(sample: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in sample.items() if not isinstance(value, dict)}
