"""What :mod:`benchmarks.processing` runs inside QGIS: the same recordings for a worker and for Processing."""

from __future__ import annotations

import subprocess
import time
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProject,
)

from tools.in_qgis import Desktop
from tools.qgis_profile import ROOT

SEARCH = "scrl:searchbyrecording"


class Worker:
    """A worker without QGIS.

    Args:
        python: Of the engine's environment.
        index: The voice index that is asked.
    """

    def __init__(self, python: str, index: str) -> None:
        self._process = subprocess.Popen(
            [python, "-m", "benchmarks.worker", index],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def search(self, recording: str) -> float:
        """Return the seconds that a search took; of the first one, with the start of the engine."""
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise RuntimeError("the worker has no pipes")
        print(recording, file=stdin, flush=True)
        return float(stdout.readline())

    def end(self) -> None:
        """End it."""
        self._process.communicate(timeout=60)


def run(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Ask everything; returns the seconds of each way."""
    index, python, recordings = task["index"], task["python"], task["recordings"]
    cold: dict[str, list[float]] = {"worker": [], "batch": []}
    for _ in range(task["rounds"]):
        worker = Worker(python, index)
        cold["worker"].append(sum(map(worker.search, recordings)))
        worker.end()
        desktop.plugin.client.stop()
        began = time.perf_counter()
        for recording in recordings:
            _run_algorithm(index, recording)
        cold["batch"].append(time.perf_counter() - began)
    # In turns, so that whatever else the machine does holds up both.
    worker = Worker(python, index)
    worker.search(recordings[0])
    desktop.plugin.client.stop()
    _run_algorithm(index, recordings[0])
    warm_worker = warm_batch = 0.0
    for recording in task["fresh_recordings"]:
        warm_worker += worker.search(recording)
        began = time.perf_counter()
        _run_algorithm(index, recording)
        warm_batch += time.perf_counter() - began
    worker.end()
    _write_model(task["model_file"], index, recordings)
    return {**cold, "warm_worker": warm_worker, "warm_batch": warm_batch}


def _run_algorithm(index: str, recording: str) -> None:
    """Run the search as a row of Processing's batch dialog: in a thread."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(SEARCH)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    parameters = {"INDEX": index, "RECORDING": recording, "OUTPUT": "memory:hits"}
    runner = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    outcome: list[bool] = []
    runner.executed.connect(lambda good, _results: outcome.append(good))
    QgsApplication.taskManager().addTask(runner)
    while not outcome:
        QgsApplication.processEvents()
        time.sleep(0.001)
    if not outcome[0]:
        raise RuntimeError(feedback.textLog())


def _write_model(file: str, index: str, recordings: list[str]) -> None:
    """Write a model with a step for each recording."""
    model = QgsProcessingModelAlgorithm("batch", "batch", "models")
    static = QgsProcessingModelChildParameterSource.fromStaticValue
    for number, recording in enumerate(recordings):
        child = QgsProcessingModelChildAlgorithm(SEARCH)
        child.setChildId(f"search{number}")
        child.addParameterSources("INDEX", [static(index)])
        child.addParameterSources("RECORDING", [static(recording)])
        model.addChildAlgorithm(child)
    if not model.toFile(file):
        raise RuntimeError(f"{file} cannot be written")
