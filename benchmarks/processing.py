"""Twenty recordings in one Processing batch, against twenty searches on one worker of the engine."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.application.build import build_index
from engine.application.session import Session
from engine.contract.methods import BuildIndexParams
from engine.errors import MissingDependency
from engine.progress import Task
from tools.demo import DEMO, demo_questions
from tools.qgis_desktop import CannotRun, run_in_qgis
from tools.qgis_profile import ROOT, make_profile, profile_environment

from .tables import Table, number

RECORDINGS = 20
_SECONDS = 900.0
# So a model's log ends: "Model processed OK. Executed 20 algorithms total in 4.964 s."
_TOTAL = re.compile(r"Executed (\d+) algorithms total in ([\d.]+)\s*s")


@dataclass(frozen=True)
class ProcessingResult:
    """Seconds for all recordings, the best of all rounds.

    Attributes:
        recordings: Number of recordings.
        worker: Asked of a worker of the engine, without QGIS, from its start on.
        batch: Asked by Processing, in threads, as its batch dialog does, in a desktop QGIS whose engine
            does not run yet.
        model: Asked by a model with a step for each recording, in one call of ``qgis_process``; without
            QGIS's own start.
        warm_worker: Of a worker that has been asked before; one round.
        warm_batch: Of Processing that has been asked before, in turns with ``warm_worker``.
    """

    recordings: int
    worker: float
    batch: float
    model: float
    warm_worker: float
    warm_batch: float

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""
        rows = (
            ("one worker", self.worker, self.worker),
            ("Processing batch", self.batch, self.worker),
            ("model in one call of qgis_process", self.model, self.worker),
            ("one worker, warm", self.warm_worker, self.warm_worker),
            ("Processing batch, warm", self.warm_batch, self.warm_worker),
        )
        return (
            Table(
                f"{self.recordings} recordings in Processing",
                ("", "seconds", "ratio to one worker"),
                tuple((name, number(s), number(s / base)) for name, s, base in rows),
                ("The engine starts with the first recording; warm: it has been asked before.",),
            ),
        )


def measure_processing(rounds: int = 3) -> ProcessingResult:
    """Ask a worker, Processing in a desktop QGIS, and a model in ``qgis_process``, of the demo scene.

    Args:
        rounds: How often each is measured; the best counts, for nothing but the machine's other work
            makes one slower.

    Raises:
        MissingDependency: QGIS or Xvfb is not installed, or QGIS failed.
    """
    with tempfile.TemporaryDirectory(prefix="scrl-") as folder:
        home = Path(folder)
        index, model = str(home / "scene.scrl"), home / "batch.model3"
        params = BuildIndexParams(index, (str(DEMO / "scene.tif"),), (100.0,))
        build_index(Session(), params, Task())
        recordings = _copies(home / "recordings")
        task = {
            "index": index,
            "python": sys.executable,
            "rounds": rounds,
            "recordings": recordings,
            # The engine remembers what it has heard.
            "fresh_recordings": _copies(home / "fresh"),
            "model_file": str(model),
        }
        try:
            times = run_in_qgis("benchmarks.processing_script", task, home, seconds=_SECONDS)
            in_model = []
            for _ in range(rounds):
                times["worker"].append(_run_worker(index, recordings))
                in_model.append(_run_model(home, model))
        except CannotRun as error:
            raise MissingDependency(name="A QGIS that runs", advice=str(error)) from error
    return ProcessingResult(
        recordings=RECORDINGS,
        worker=min(times["worker"]),
        batch=min(times["batch"]),
        model=min(in_model),
        warm_worker=times["warm_worker"],
        warm_batch=times["warm_batch"],
    )


def _copies(folder: Path) -> list[str]:
    folder.mkdir()
    known = [question.recording for question in demo_questions()]
    chosen = [known[i % len(known)] for i in range(RECORDINGS)]
    return [str(shutil.copy(path, folder / f"{i}-{path.name}")) for i, path in enumerate(chosen)]


def _run_worker(index: str, recordings: Sequence[str]) -> float:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.worker", index],
        cwd=ROOT, input="\n".join(recordings), stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return sum(map(float, done.stdout.split()))


def _run_model(home: Path, file: Path) -> float:
    """Run a model in ``qgis_process``; returns the seconds that its steps took."""
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        raise CannotRun("qgis_process is not installed.")
    make_profile(home)
    environment = {**profile_environment(home), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [program, "run", str(file)],
        env=environment, capture_output=True, text=True, timeout=_SECONDS,
    )  # fmt: skip
    total = _TOTAL.search(done.stdout)
    if done.returncode or total is None or int(total[1]) != RECORDINGS:
        raise CannotRun(f"The model failed: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return float(total[2])
