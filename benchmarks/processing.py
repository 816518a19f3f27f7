"""Twenty recordings in one Processing batch, against twenty searches on one worker of the engine."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from engine.errors import MissingDependency
from tools.demo import demo_questions
from tools.qgis_desktop import CannotRun, run_in_qgis
from tools.qgis_profile import make_profile, profile_environment

from .tables import Table, number

RECORDINGS = 20
_SECONDS = 900.0
# A model's log says of each of its steps: "OK. Execution took 0.235 s (1 output)."
_STEP = re.compile(r"took ([\d.]+)\s*s")


@dataclass(frozen=True)
class ProcessingResult:
    """Seconds for all recordings; the engine starts with the first one, except where it is said otherwise.

    Attributes:
        recordings: Number of recordings.
        worker: Asked of a worker of the engine, without QGIS.
        batch: Asked by Processing, in threads, as its batch dialog does, in a desktop QGIS.
        model: Asked by a model with a step for each recording, in one call of ``qgis_process``.
        warm_worker: Of a worker that has been asked before.
        warm_batch: Of Processing that has been asked before; in turns with ``warm_worker``.
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
            ("qgis_process, one call", self.model, self.worker),
            ("one worker, warm", self.warm_worker, self.warm_worker),
            ("Processing batch, warm", self.warm_batch, self.warm_worker),
        )
        return (
            Table(
                f"{self.recordings} recordings in Processing",
                ("", "seconds", "ratio to one worker"),
                tuple((name, number(s), number(s / base)) for name, s, base in rows),
                (
                    "Warm: the engine has been asked before, else it starts with the first recording.",
                ),
            ),
        )


def measure_processing(index: Path) -> ProcessingResult:
    """Ask a worker, Processing in a desktop QGIS, and a model in ``qgis_process``.

    Args:
        index: A voice index of the bundled model.

    Raises:
        MissingDependency: QGIS or Xvfb is not installed, or QGIS failed.
    """
    with tempfile.TemporaryDirectory(prefix="scrl-") as folder:
        home = Path(folder)
        # No recording is asked twice, for the engine remembers what it has heard.
        names = ("worker", "batch", "model", "warm_worker", "warm_batch")
        recordings = {name: _copies(home / name) for name in names}
        model = home / "batch.model3"
        task = {"index": str(index), "model_file": str(model), **recordings}
        try:
            times = run_in_qgis("benchmarks.processing_script", task, home, seconds=_SECONDS)
            in_model = _run_model(home, model, RECORDINGS)
        except CannotRun as error:
            raise MissingDependency(name="A QGIS that runs", advice=str(error)) from error
    return ProcessingResult(recordings=RECORDINGS, model=in_model, **times)


def _copies(folder: Path) -> list[str]:
    folder.mkdir()
    known = [question.recording for question in demo_questions()]
    chosen = [known[i % len(known)] for i in range(RECORDINGS)]
    return [str(shutil.copy(path, folder / f"{i}-{path.name}")) for i, path in enumerate(chosen)]


def _run_model(home: Path, file: Path, steps: int) -> float:
    """Run a model in ``qgis_process``; returns the seconds that its steps took, without QGIS's own start."""
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        raise CannotRun("qgis_process is not installed.")
    make_profile(home)
    environment = {**profile_environment(home), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [program, "run", str(file)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
    )
    took = [float(seconds) for seconds in _STEP.findall(done.stdout + done.stderr)]
    if done.returncode or len(took) < steps:
        raise CannotRun(f"The model failed: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return sum(took[:steps])
