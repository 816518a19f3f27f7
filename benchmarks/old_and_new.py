"""Do builds take longer than they did? `python -m benchmarks.old_and_new OLD_CHECKOUT` asks both, in turn."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tools.plugin_metadata import ROOT

from .build import SCENE
from .tables import Table, number

SCRIPT = Path(__file__).with_name("old_and_new_script.py")


def main() -> None:
    """Let the engine of an old checkout and this one build the demo scene in turn, and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=Path, help="checkout of an earlier commit (git worktree add)")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument(
        "--busy",
        action="store_true",
        help="beside a program that takes a core, such as a QGIS that draws",
    )
    parser.add_argument(
        "--ground-size",
        type=float,
        nargs="+",
        default=[60.0, 100.0],
        metavar="M",
        help="of the tiles",
    )
    chosen = parser.parse_args()
    engines = [_started(folder, chosen.ground_size) for folder in (chosen.old.resolve(), ROOT)]
    for engine in engines:
        _build(engine)  # What is done only once does not count.
    rounds: list[tuple[list[float], list[float]]] = []
    with _busy() if chosen.busy else contextlib.nullcontext():
        for number_of_round in range(chosen.rounds):
            # Whoever comes second may find a warmer processor.
            order = (0, 1) if number_of_round % 2 == 0 else (1, 0)
            took = {which: _build(engines[which]) for which in order}
            rounds.append((took[0], took[1]))
            print(f"round {number_of_round + 1}: old {took[0]}, new {took[1]}", file=sys.stderr)
    print(_table(rounds, chosen.busy).text())
    print(f"Load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.")


@contextlib.contextmanager
def _busy() -> Iterator[None]:
    """Keep a core at work meanwhile."""
    program = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        program.kill()
        program.wait()


def _table(rounds: list[tuple[list[float], list[float]]], busy: bool) -> Table:
    rows = []
    for name, column in (("wall", 0), ("CPU", 1)):
        old, new = ([engine[column] for engine in engines] for engines in zip(*rounds, strict=True))
        ratios = [a / b for a, b in zip(old, new, strict=True)]
        rows.append((
            name, number(median(old)), number(median(new)), number(median(old) / median(new), 3),
            f"{min(ratios):.3f} to {max(ratios):.3f}",
        ))  # fmt: skip
    columns = ("", "old, s", "new, s", "old / new", "rounds")
    tiles = f"{rounds[0][0][2]:,.0f} tiles by the old one, {rounds[0][1][2]:,.0f} by the new one."
    title = "Builds by two versions" + (", beside a program that takes a core" if busy else "")
    return Table(title, columns, tuple(rows), (f"Medians; {tiles}",))


def _started(checkout: Path, ground_sizes: list[float]) -> subprocess.Popen[str]:
    # Passive, as the engine's own programs of all versions.
    environment = {"OMP_WAIT_POLICY": "PASSIVE", **os.environ, "PYTHONPATH": str(checkout)}
    return subprocess.Popen(
        [sys.executable, SCRIPT, SCENE, *map(str, ground_sizes)],
        cwd=checkout, env=environment, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip


def _build(engine: subprocess.Popen[str]) -> list[float]:
    """Return wall and CPU seconds of a build, and its tiles."""
    if engine.stdin is None or engine.stdout is None:
        raise TypeError("its input and output are pipes")
    print("build", file=engine.stdin, flush=True)
    took: list[float] = json.loads(engine.stdout.readline())
    return took


if __name__ == "__main__":
    main()
