"""Runs one operation on an index many times over, each time killed at another moment.

``python -m tests.support.killed_process OPERATION INDEX SCENES STEP TEMPLATE``

Every touch of the file system below the index that Python makes is a moment. Every STEPth moment
gets a folder INDEX-MOMENT.scrl (a copy of TEMPLATE, or nothing for -) and a process that kills
itself with SIGKILL right before it, until the operation ends first; that moment is printed.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

from engine.imagery.tiling import TileSpec
from engine.index.builder import add_to_index, build_index
from engine.index.maintenance import compact_index, remove_source
from engine.index.relocation import relocate

from .scenes import PIXELS, PixelStatistics

SPEC = TileSpec((20.0, 40.0), overlap=0.25, pixels=PIXELS)
PART_TILES = 60
BATCH_SIZE = 16
_TOUCHES = {"open", "os.rename", "os.mkdir", "os.rmdir", "os.remove"}


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
            if event in _TOUCHES and str(arguments[0]).startswith(str(index)):
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


def main() -> None:
    """Operate on copies ``INDEX-<moment>`` until the operation outruns its killer."""
    operation, index, scenes, step, template = sys.argv[1:6]
    moment = 1
    while True:
        copy = Path(f"{index}-{moment:04d}.scrl")
        if template != "-":
            os.system(f"cp -r '{template}' '{copy}'")  # noqa: S605
        if not run_killed(operation, copy, Path(scenes), moment):
            break
        moment += int(step)
    print(moment)


if __name__ == "__main__":
    main()
