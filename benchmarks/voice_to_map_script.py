"""What :mod:`benchmarks.voice_to_map` runs inside QGIS: speak, and stop the time of every stage."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsSettings,
)

from tools.in_qgis import Desktop

LOUD = 0.05
"""Of the loudest so far: quieter is no speech any more."""

PEAK_SECONDS = 0.02
ENGINE_STAGES = ("read", "speech_check", "features", "encoder", "search")


class Stopwatch:
    """Notes when what happened to one question, in seconds of ``time.perf_counter``.

    Attributes:
        last_loud: The speaker was last heard.
        recorded: The recording has ended.
        answered: The answer has arrived.
        added: The layer is in the project.
        drawn: The map is drawn with it.
        outlined: Places found with what had been said so far have come for the last time; 0: none have.
        engine_ms: What the engine says of its own stages.
    """

    def __init__(self) -> None:
        self.last_loud = self.recorded = self.answered = self.added = self.drawn = 0.0
        self.outlined = 0.0
        self.engine_ms: dict[str, float] = {}
        self._loudest = 0.0

    def hear(self, report: Any) -> None:
        """Take a level of the microphone."""
        now = time.perf_counter()
        if report.state != "speaking":
            return
        self._loudest = max(self._loudest, *report.peaks, 0.0)
        for age, peak in enumerate(reversed(report.peaks)):
            if peak > LOUD * self._loudest:
                self.last_loud = max(self.last_loud, now - age * PEAK_SECONDS)
                return

    def find(self, _result: Any) -> None:
        """Places have been found with what has been said so far."""
        self.outlined = time.perf_counter()

    def record(self, _message: Any) -> None:
        """The recording has ended."""
        self.recorded = time.perf_counter()

    def answer(self, result: Any) -> None:
        """The answer has arrived."""
        self.answered = time.perf_counter()
        self.engine_ms = vars(result.timings_ms)

    def add(self, _layers: Any) -> None:
        """The layer is in the project."""
        self.added = time.perf_counter()

    def draw(self) -> None:
        """The map is drawn; what is drawn before the layer is there does not count."""
        if self.added and not self.drawn:
            self.drawn = time.perf_counter()

    def stages_ms(self) -> dict[str, float]:
        """Return the stages, in milliseconds."""
        engine = {name: float(self.engine_ms.get(name, 0.0)) for name in ENGINE_STAGES}
        return {
            "end-of-speech wait": 1000 * (self.recorded - self.last_loud),
            **engine,
            "transport": 1000 * (self.answered - self.recorded) - sum(engine.values()),
            "layer": 1000 * (self.added - self.answered),
            "rendering": 1000 * (self.drawn - self.added),
            **({"outlined": 1000 * (self.outlined - self.last_loud)} if self.outlined else {}),
        }


def run(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Ask every recording through the microphone; returns ``times_ms``, two dictionaries for each.

    Each is asked without searching while it is spoken, then with.
    """
    dock, client = desktop.dock, desktop.plugin.client
    dock.setUserVisible(True)
    desktop.wait(lambda: client.state == "ready", 120, "starting the engine")
    dock.index_bar.choose(task["index"])
    desktop.wait(lambda: dock.indexes.info is not None, 60, "opening the index")
    _look_at_all(desktop)
    times = []
    for recording in task["recordings"]:
        pair = []
        for early in (False, True):
            QgsSettings().setValue("qgis_scrl/search_while_speaking", str(early).lower())
            pair.append(_ask(desktop, Path(recording)).stages_ms())
            dock.answers.clear_all()
            desktop.pause(0.5)
            desktop.wait_for_map()
        times.append(pair)
    return {"times_ms": times}


def _ask(desktop: Desktop, recording: Path) -> Stopwatch:
    dock, client = desktop.dock, desktop.plugin.client
    watch, project = Stopwatch(), QgsProject.instance()
    canvas = desktop.iface.mapCanvas()
    request = client.request

    def watched(method: Any, params: Any) -> Any:
        """Ask as always; the watch hears of the answer before anybody else."""
        asked = request(method, params)
        if method.name == "record":
            asked.levelled.connect(watch.hear)
            asked.found.connect(watch.find)
            asked.finished.connect(watch.record)
        elif method.name == "search":
            asked.finished.connect(watch.answer)
        return asked

    client.request = watched
    project.layersAdded.connect(watch.add)
    canvas.mapCanvasRefreshed.connect(watch.draw)
    desktop.wait(dock.speak.button.isEnabled, 60, "being ready for a question")
    desktop.click(dock.speak.button)
    desktop.wait(lambda: bool(dock.speak.time_left.text()), 60, "opening the microphone")
    desktop.play(recording)
    desktop.wait(lambda: watch.drawn or dock.state.value == "error", 90, "the answer on the map")
    client.request = request
    project.layersAdded.disconnect(watch.add)
    canvas.mapCanvasRefreshed.disconnect(watch.draw)
    if not watch.drawn:
        raise RuntimeError(dock.banner.message.sentence)
    return watch


def _look_at_all(desktop: Desktop) -> None:
    """Show all of the index on the map, in its own coordinate system."""
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    bounds = QgsReferencedRectangle(QgsRectangle(*desktop.dock.indexes.info.bounds), degrees)
    desktop.iface.mapCanvas().setReferencedExtent(bounds)
    desktop.wait_for_map()
