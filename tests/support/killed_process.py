"""Runs one operation on an index many times over, each time killed at another moment.

``python -m tests.support.killed_process OPERATION INDEX SCENES STEP TEMPLATE``

Every touch of the file system below the index that Python makes is a moment. Every STEPth moment
gets a folder INDEX-MOMENT.scrl (a copy of TEMPLATE, or nothing for -) and a process that kills
itself with SIGKILL right before it, until the operation ends first; that moment is printed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.imagery.tiling import TileSpec
from engine.index.builder import add_to_index, build_index
from engine.index.maintenance import compact_index, remove_source
from engine.index.relocation import relocate

from .paths import ROOT
from .scenes import PIXELS, PixelStatistics

SPEC = TileSpec((20.0, 40.0), overlap=0.25, pixels=PIXELS)
PART_TILES = 60
BATCH_SIZE = 16
TOUCHES = {"open", "os.rename", "os.mkdir", "os.rmdir", "os.remove"}


def run_operation(operation: str, index: Path, scenes: Path) -> None:
    encoder = PixelStatistics()
    if operation == "build":
        build_index(
            index, [str(scenes)], encoder, SPEC, part_tiles=PART_TILES, batch_size=BATCH_SIZE
        )
    elif operation == "add":
        add_to_index(index, [str(scenes)], encoder, batch_size=BATCH_SIZE)
    elif operation == "compact":
        compact_index(index)
    elif operation == "remove":
        remove_source(index, "b.tif")
    elif operation == "relocate":
        relocate(index, str(scenes), f"{scenes}-moved", encoder)
    else:
        raise ValueError(operation)


def run_killed(operation: str, index: Path, scenes: Path, moment: int) -> bool:
    """Run in a process of its own; tell whether it was killed before it ended."""
    pid = os.fork()
    if pid == 0:
        count = 0

        def watch(event: str, arguments: tuple[Any, ...]) -> None:
            nonlocal count
            if event in TOUCHES and str(arguments[0]).startswith(str(index)):
                count += 1
                if count == moment:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        try:
            run_operation(operation, index, scenes)
        except BaseException as error:
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if status not in (0, -signal.SIGKILL):
        raise RuntimeError(f"{operation} failed at moment {moment}: {status}")
    return status != 0


def at_every(run: Callable[[str, Path, Path, int], bool]) -> None:
    """Operate on copies ``INDEX-<moment>``, as the command line says, until the operation is not stopped any more."""
    operation, index, scenes, step, template = sys.argv[1:6]
    moment = 1
    while True:
        copy = Path(f"{index}-{moment:04d}.scrl")
        if template != "-":
            os.system(f"cp -r '{template}' '{copy}'")  # noqa: S605
        if not run(operation, copy, Path(scenes), moment):
            break
        moment += int(step)
    print(moment)


def left_behind(
    program: str,
    name: str,
    step: int,
    operation: str,
    folder: Path,
    scenes: Path,
    template: Path | None,
) -> list[Path]:
    """Return the indexes ``NAME-*`` that a program like this one leaves behind.

    Args:
        program: The module.
        name: Begins the names of the indexes.
        step: Moments from one to the next.
        operation: What is done.
        folder: Where the indexes go.
        scenes: The imagery.
        template: The index that is operated on; None: a new one.
    """
    arguments = [operation, str(folder / name), str(scenes), str(step), str(template or "-")]
    done = subprocess.run(
        [sys.executable, "-m", program, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return sorted(folder.glob(f"{name}-*.scrl"))


if __name__ == "__main__":
    at_every(run_killed)
