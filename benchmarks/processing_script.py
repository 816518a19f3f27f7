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

from qgis_scrl.contract import AudioPart, Query, SearchParams, messages, methods
from qgis_scrl.environment import clean_environment, engine_command
from tools.in_qgis import Desktop

SEARCH = "scrl:searchbyrecording"


class Worker:
    """A worker of the engine, asked without QGIS."""

    def __init__(self) -> None:
        command = engine_command()
        environment = clean_environment()
        self._process = subprocess.Popen(
            [command.program, *command.arguments],
            cwd=command.working_folder,
            env={name: environment.value(name) for name in environment.keys()},  # noqa: SIM118
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._asked = 0
        self._ask(methods.INITIALIZE.name, methods.InitializeParams(methods.PROTOCOL, "benchmark"))

    def search(self, index: str, recording: str) -> None:
        """Ask, and wait for the answer."""
        query = Query((AudioPart(recording),))
        self._ask(methods.SEARCH.name, SearchParams(index, query))

    def _ask(self, method: str, params: Any) -> None:
        self._asked += 1
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise RuntimeError("the worker has no pipes")
        stdin.write(messages.encode_request(self._asked, method, params))
        stdin.flush()
        while True:
            message = messages.decode_engine_message(stdout.readline())
            if isinstance(message, messages.ErrorResponse):
                raise RuntimeError(message.text)
            if isinstance(message, messages.Response):
                return

    def end(self) -> None:
        """End it."""
        self._process.communicate(timeout=30)


def run(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Ask everything; returns the seconds of each way."""
    index = task["index"]
    began = time.perf_counter()
    worker = Worker()
    for recording in task["worker"]:
        worker.search(index, recording)
    in_worker = time.perf_counter() - began
    began = time.perf_counter()
    for recording in task["batch"]:
        _run_algorithm(desktop, index, recording)
    in_batch = time.perf_counter() - began
    # In turns, so that whatever else the machine does holds up both.
    warm_worker = warm_batch = 0.0
    for one, other in zip(task["warm_worker"], task["warm_batch"], strict=True):
        began = time.perf_counter()
        worker.search(index, one)
        between = time.perf_counter()
        _run_algorithm(desktop, index, other)
        warm_worker += between - began
        warm_batch += time.perf_counter() - between
    worker.end()
    _write_model(task["model_file"], index, task["model"])
    return {
        "worker": in_worker,
        "batch": in_batch,
        "warm_worker": warm_worker,
        "warm_batch": warm_batch,
    }


def _run_algorithm(desktop: Desktop, index: str, recording: str) -> None:
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
