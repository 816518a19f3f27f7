"""Run targets of the Makefile side by side, each line of output marked with its target.

The first target has the machine's first call; the others get what it leaves of the processors. Ends when all
have ended, with the first exit status that is not 0. Only the standard library.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[1]


def run_side_by_side(targets: list[str]) -> int:
    """Run targets at the same time, print their lines as they come, return the exit status of all."""
    width = max(len(target) for target in targets)
    running = [_start(target, yielding=number > 0) for number, target in enumerate(targets)]
    readers = [
        threading.Thread(target=_print_lines, args=(f"{target:<{width}} | ", process.stdout))
        for target, process in zip(targets, running, strict=True)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    statuses = [process.wait() for process in running]
    for target, status in zip(targets, statuses, strict=True):
        print(f"make {target}: {'passed' if status == 0 else f'failed ({status})'}", flush=True)
    return next((status for status in statuses if status), 0)


def _start(target: str, yielding: bool) -> subprocess.Popen[str]:
    command = [os.environ.get("MAKE", "make"), "--no-print-directory", target]
    if yielding and os.name == "posix":
        command = ["nice", "-n", "15", *command]
    return subprocess.Popen(
        command, cwd=ROOT, text=True, errors="replace",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def _print_lines(prefix: str, lines: IO[str] | None) -> None:
    for line in lines or ():
        sys.stdout.write(prefix + line)
        sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(run_side_by_side(sys.argv[1:]))
