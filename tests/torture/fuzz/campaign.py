"""Runs many inputs in processes of their own, and keeps what failed under ``build/torture/``."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.paths import ROOT

KEPT = ROOT / "build" / "torture"
#: The module that uses inputs in a process of its own.
CASE = "tests.torture.fuzz.case"
#: No answer for so long, although the kernel ends what computes without end: something waits for ever.
_PATIENCE_SECONDS = 300.0
#: A process is replaced after so many inputs: what one leaves behind must not build up.
_INPUTS_PER_PROCESS = 2_000


@dataclass
class Outcome:
    """What became of the inputs of one target.

    Attributes:
        inputs: How many were used.
        verdicts: How many ended how.
        codes: How many were refused with which code.
        findings: One input of each failure: where it is, and what it did.
        slowest: CPU seconds of the slowest.
        seconds: Wall-clock time of all.
    """

    inputs: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    findings: dict[str, str] = field(default_factory=dict)
    slowest: float = 0.0
    seconds: float = 0.0


class _Process:
    """One process that uses inputs."""

    def __init__(self, seed: int) -> None:
        memory = "/dev/shm"  # noqa: S108 (a folder of our own is made in it)
        place = memory if os.access(memory, os.W_OK) else None
        self.root = Path(tempfile.mkdtemp(prefix="fuzz-", dir=place))
        self.log = (self.root.with_suffix(".log")).open("w+b")
        self.used = 0
        self._process = subprocess.Popen(
            [sys.executable, "-X", "faulthandler", "-m", CASE, str(self.root), str(seed)],
            cwd=Path(__file__).parents[3], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log,
            env={**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(Path(__file__).parents[3])},
        )  # fmt: skip

    def ask(self, target: str, number: int) -> dict[str, Any]:
        """Use one input; returns the answer, or what the end of the process says."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.used += 1
        try:
            self._process.stdin.write(f"{target} {number}\n".encode())
            self._process.stdin.flush()
        except BrokenPipeError:
            return self._ended()
        if not select.select([self._process.stdout], [], [], _PATIENCE_SECONDS)[0]:
            self._process.kill()
            self._process.wait()
            return {"verdict": "timeout", "where": "it waits for ever", "detail": self._said()}
        line = self._process.stdout.readline()
        return json.loads(line) if line else self._ended()

    def _ended(self) -> dict[str, Any]:
        code = self._process.wait()
        if code == -signal.SIGXCPU:
            return {"verdict": "timeout", "where": "it computes for ever", "detail": self._said()}
        name = signal.Signals(-code).name if code < 0 else f"exit {code}"
        frames = [
            line.strip()
            for line in self._said().splitlines()
            if "/engine/" in line or "/torture/" in line
        ]
        where = frames[0] if frames else ""
        return {"verdict": "crash", "where": f"{name} {where}", "detail": self._said()}

    def _said(self) -> str:
        self.log.seek(0)
        return self.log.read()[-6000:].decode(errors="replace")

    def close(self) -> None:
        """End it and remove what it had."""
        self._process.kill()
        self._process.wait()
        self.log.close()
        Path(self.log.name).unlink()
        shutil.rmtree(self.root, ignore_errors=True)


def run(
    targets: Sequence[str], seed: int, count: int, minutes: float, first: int = 0
) -> dict[str, Outcome]:
    """Use inputs ``first`` to ``first + count`` of each target, at most for so many minutes for all of them."""
    outcomes: dict[str, Outcome] = {}
    process: _Process | None = None
    began = time.monotonic()
    for place, name in enumerate(targets):
        outcome = outcomes[name] = Outcome()
        started = time.monotonic()
        # Time is dealt out: what the quick ones leave is for those that follow.
        share = (60 * minutes - (started - began)) / (len(targets) - place)
        for number in range(first, first + count):
            if time.monotonic() - started > share:
                break
            if process is None or process.used >= _INPUTS_PER_PROCESS:
                if process is not None:
                    process.close()
                process = _Process(seed)
            answer = process.ask(name, number)
            outcome.inputs += 1
            outcome.verdicts[answer["verdict"]] += 1
            outcome.slowest = max(outcome.slowest, answer.get("seconds", 0.0))
            if answer["verdict"] == "refused":
                outcome.codes[answer["code"]] += 1
            elif answer["verdict"] != "result":
                where = f"{answer['verdict']}: {answer.get('where', '')}"
                if where not in outcome.findings:
                    outcome.findings[where] = _kept(process.root, name, seed, number, answer)
                if answer["verdict"] in ("crash", "timeout"):
                    process.close()
                    process = None
        outcome.seconds = time.monotonic() - started
        print(f"{name}: {outcome.inputs} inputs, {outcome.seconds:.0f} s", flush=True)
    if process is not None:
        process.close()
    return outcomes


def _kept(root: Path, target: str, seed: int, number: int, answer: dict[str, Any]) -> str:
    """Copy an input to where it can be looked at; returns the folder."""
    folder = KEPT / f"{target}-{seed}-{number}"
    shutil.rmtree(folder, ignore_errors=True)
    if (root / "here").is_dir():
        shutil.copytree(root / "here", folder, symlinks=True, ignore_dangling_symlinks=True)
    folder.mkdir(parents=True, exist_ok=True)
    told = (root / "told").read_text(errors="replace") if (root / "told").exists() else ""
    (folder / "finding.txt").write_text(
        f"{told}\n\n{answer['verdict']}: {answer.get('detail', '')}\n"
    )
    return str(folder.relative_to(ROOT))


def table(outcomes: dict[str, Outcome], about: dict[str, str]) -> str:
    """Return a Markdown table of outcomes."""
    lines = [
        "| target | inputs | results | refused | failed | slowest | refusals |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, outcome in outcomes.items():
        failed = outcome.inputs - outcome.verdicts["result"] - outcome.verdicts["refused"]
        codes = ", ".join(f"`{code}` {n}" for code, n in outcome.codes.most_common(4))
        lines.append(
            f"| {about[name]} | {outcome.inputs:,} | {outcome.verdicts['result']:,} | {outcome.verdicts['refused']:,} "
            f"| {failed} | {outcome.slowest:.1f} s | {codes} |"
        )
    return "\n".join(lines)
