"""Kills runs at random moments, resumes them, and compares the result with that of a run that nobody has killed.

A run is named by its command and by how its result is read (:data:`RUNS`): one more line adds a run by another executor,
or into another kind of store.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rasterio
from rasterio.windows import Window

from engine.index.maintenance import index_info, verify_index
from tests.support.index_contents import tiles_of
from tests.support.paths import ROOT, SCENE

_TICKS = os.sysconf("SC_CLK_TCK")
_HANGS_SECONDS = 1_800.0


@dataclass(frozen=True)
class Run:
    """A run that is killed.

    Attributes:
        command: Its arguments, of the address of an index and a raster.
        address: Where the result goes, of a folder and a name that is new.
        contents: What is compared, of that address.
        valid: Whether what a kill has left is valid, or nothing yet.
    """

    command: Callable[[str, Path], list[str]]
    address: Callable[[Path, str], str]
    contents: Callable[[str], Any]
    valid: Callable[[str], bool]


def _is_valid_folder(address: str) -> bool:
    return not (Path(address) / "index.json").exists() or verify_index(address).problems == ()


#: Parts of 16 tiles, so that a kill finds some finished.
_SMALL_PARTS = "import sys; from engine.application import build; build.PART_TILES = 16; from engine.cli import main; sys.argv[0] = 'engine'; main()"
RUNS = {
    "serial": Run(
        command=lambda address, raster: [
            sys.executable, "-c", _SMALL_PARTS, "index", "build", address, str(raster), "--ground-size", "150",
        ],
        address=lambda folder, name: str(folder / f"{name}.scrl"),
        contents=lambda address: (tiles_of(Path(address)), index_info(address).complete),
        valid=_is_valid_folder,
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Kills:
    """What became of the kills of a run.

    Attributes:
        killed: Runs that were killed.
        equal: Resumed ones whose result is that of a run without a kill.
        failures: What was wrong with the others.
    """

    killed: int
    equal: int
    failures: tuple[str, ...]


def kill_and_resume(name: str, seed: int, count: int, minutes: float) -> Kills:
    """Kill a run ``count`` times, or until the time is over; each is resumed once, to its end.

    A moment is a share of the processor time that the run without a kill has taken: that of a busy machine is the same.
    """
    run, rng = RUNS[name], random.Random(f"{seed} {name}")
    deadline = time.monotonic() + 60 * minutes
    killed = equal = 0
    failures: list[str] = []
    with tempfile.TemporaryDirectory(prefix="kill-") as temporary:
        folder = Path(temporary)
        raster = _small_raster(folder / "scene.tif")
        whole = run.address(folder, "whole")
        seconds = _run(run.command(whole, raster), None)
        expected = run.contents(whole)
        for number in range(count):
            if time.monotonic() > deadline:
                break
            address = run.address(folder, f"killed{number}")
            moment = rng.uniform(0.0, 1.0)
            _run(run.command(address, raster), moment * seconds)
            killed += 1
            if not run.valid(address):
                failures.append(f"kill {number} at {moment:.3f}: not valid")
            _run(run.command(address, raster), None)
            if run.contents(address) == expected:
                equal += 1
            else:
                failures.append(f"kill {number} at {moment:.3f}: not equal")
    return Kills(killed, equal, tuple(failures))


def _small_raster(path: Path) -> Path:
    with rasterio.open(SCENE) as scene:
        window = Window(0, 0, 2000, 2000)
        profile = {
            **scene.profile,
            "width": 2000,
            "height": 2000,
            "transform": scene.window_transform(window),
        }
        with rasterio.open(path, "w", **profile) as out:
            out.write(scene.read(window=window))
    return path


def _run(command: list[str], cpu_seconds: float | None) -> float:
    """Run to the end, or kill all its processes when they have taken so much time; returns what they took."""
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    began, used = time.monotonic(), 0.0
    try:
        while process.poll() is None:
            used = max(used, _cpu_seconds(process.pid))
            if cpu_seconds is not None and used >= cpu_seconds:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                return used
            if time.monotonic() - began > _HANGS_SECONDS:
                raise TimeoutError(command)
            time.sleep(0.002)
        assert process.stderr is not None
        if process.returncode != 0:
            raise RuntimeError(process.stderr.read().decode(errors="replace"))
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return used


def _cpu_seconds(session: int) -> float:
    """Return the processor time of all processes of a session."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[3]) == session:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / _TICKS
