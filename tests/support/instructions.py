"""A Python that is told to do without some of the processor's instructions."""

from __future__ import annotations

import os
import subprocess
import sys

from .paths import ROOT


def printed_with(instructions: str, script: str) -> list[str]:
    """Return the lines that a script prints in a process of its own.

    Args:
        instructions: What oneDNN may use of x86, as its ``ONEDNN_MAX_CPU_ISA`` has it; "DEFAULT": all there are.
        script: In Python.
    """
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "ONEDNN_MAX_CPU_ISA": instructions},
    )
    return done.stdout.splitlines()
