"""The soak: QGIS with the plugin and its engine, used for longer than anybody would; what grows is found.

Everything is real: a desktop QGIS on a screen in memory, the dock, the worker with the bundled model. Only the Python of the
engine is started through a script of three lines, so that it can be told to collect its garbage before its memory is measured.
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Any

import rasterio
from rasterio.windows import Window

from tests.support.paths import SCENE
from tools.qgis_desktop import run_in_qgis

#: What memory may grow by, as a share.
GROWTH = 0.05

_TRIM = """import ctypes, gc, pathlib, signal
def _trim(*_):
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    pathlib.Path({sign!r}).touch()
signal.signal(signal.SIGUSR1, _trim)
"""


def run(
    home: Path,
    questions: int,
    builds: int,
    openings: int,
    minutes: float = 24 * 60.0,
    warm_up: int = 200,
    asleep: float = 5.0,
) -> dict[str, Any]:
    """Soak, and return what each part measured.

    Args:
        home: A folder for everything.
        questions: How many are asked after the warm-up.
        builds: How many indexes are built and removed.
        openings: How often the dock is closed and opened.
        minutes: No question is asked later.
        warm_up: Questions before the first measurement.
        asleep: Seconds for which both processes are stopped; QGIS's clock goes on by a day.

    Raises:
        tools.qgis_desktop.CannotRun: No QGIS here, or something in it never came.
    """
    home.mkdir(parents=True, exist_ok=True)
    sign = home / "trimmed"
    hooks = home / "hooks"
    hooks.mkdir(exist_ok=True)
    (hooks / "sitecustomize.py").write_text(_TRIM.format(sign=str(sign)))
    python = home / "python"
    python.write_text(
        f'#!/bin/sh\nexport PYTHONPATH={shlex.quote(str(hooks))}\nexec {shlex.quote(sys.executable)} "$@"\n'
    )
    python.chmod(0o755)
    (home / "indexes").mkdir(exist_ok=True)
    return run_in_qgis(
        "tests.torture.soak_in_qgis:soak",
        {
            "python": str(python),
            "trimmed": str(sign),
            "folder": str(home / "indexes"),
            "raster": str(_corner(home / "corner.tif")),
            "questions": questions,
            "warm_up": warm_up,
            "minutes": minutes,
            "every": 500,
            "builds": builds,
            # More than the engine keeps open.
            "warm_up_builds": 6,
            "openings": openings,
            "asleep": asleep,
            # Longer than the threads of Qt's pool wait for work, or at least until nothing is going on.
            "still": 35.0 if questions > 1_000 else 5.0,
        },
        home,
        # Ten times that, before it counts as hung.
        seconds=6 * min(minutes, 24 * 60.0) + 6_000,
    )


def wrong(told: dict[str, Any], growth: float | None = GROWTH) -> list[str]:
    """Return what has grown in the parts of a soak that must not.

    Args:
        told: What :func:`run` returned.
        growth: What memory may grow by while questions are asked; None: too few for that.
    """
    found = []
    for part, measured in told.items():
        for name in ("qgis_fd", "qgis_task", "engine_fd", "engine_task"):
            if name in measured and measured[name][1] > measured[name][0]:
                more = measured[f"more_{'engine_' * name.startswith('engine')}handles"]
                found.append(f"{part}: {name} {measured[name][0]} -> {measured[name][1]} {more}")
    if growth is not None:
        for name in ("qgis_mb", "engine_mb"):
            before, after = told["ask"][name]
            if after > (1 + growth) * before:
                found.append(f"ask: {name} {before} -> {after}")
    return found


def _corner(path: Path) -> Path:
    """Write a raster of nine tiles of 300 m."""
    with rasterio.open(SCENE) as scene:
        side = round(900 / scene.res[0])
        window = Window(0, 0, side, side)
        profile = {**scene.profile, "width": side, "height": side, "transform": scene.window_transform(window)}  # fmt: skip
        with rasterio.open(path, "w", **profile) as out:
            out.write(scene.read(window=window))
    return path
