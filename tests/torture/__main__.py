"""``python -m tests.torture [fuzz|kill|monkey|soak] --seed N --minutes M --count N``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path


def main() -> int:
    """Run what is asked for; returns 1 if anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("what", nargs="?", default="all", choices=("all", *_PARTS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--count", type=int, default=10_000, help="inputs for each target")
    parser.add_argument("--kills", type=int, default=20, help="kills of each run")
    parser.add_argument("--runs", nargs="*", help="that are killed; all by default")
    parser.add_argument("--turns", type=int, default=20_000, help="of the monkey")
    parser.add_argument("--questions", type=int, default=10_000, help="of the soak")
    parser.add_argument("--builds", type=int, default=200, help="of the soak")
    parser.add_argument("--openings", type=int, default=500, help="of the dock, in the soak")
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--targets", nargs="*", help="of the fuzzing; all by default")
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}")
    parts = (part for name, part in _PARTS.items() if arguments.what in (name, "all"))
    return max(part(arguments) for part in parts)


def _fuzz(arguments: argparse.Namespace) -> int:
    from .fuzz import campaign
    from .fuzz.targets import TARGETS

    names = arguments.targets or list(TARGETS)
    outcomes = campaign.run(
        names, arguments.seed, arguments.count, arguments.minutes, arguments.first
    )
    print(campaign.table(outcomes, {name: TARGETS[name].about for name in TARGETS}))
    for name, outcome in outcomes.items():
        print(f"{name}: {outcome.seconds:.0f} s", dict(outcome.verdicts))
        for where, folder in outcome.findings.items():
            print(f"    {where}\n        {folder}")
    return int(any(outcome.findings for outcome in outcomes.values()))


def _kill(arguments: argparse.Namespace) -> int:
    from .kill import RUNS, CannotRun, kill_and_resume

    failed = False
    names = arguments.runs or list(RUNS)
    minutes = arguments.minutes / len(names)
    for name in names:
        try:
            kills = kill_and_resume(name, arguments.seed, arguments.kills, minutes)
        except CannotRun as reason:
            print(f"{name}: not run: {reason}")
            continue
        count = sum(kills.killed.values())
        told = ", ".join(f"{what} {times}" for what, times in sorted(kills.killed.items()))
        print(
            f"{name}: {count} kills ({told}); equal after the same command: {kills.equal} of {count}"
        )
        print("\n".join(kills.failures))
        failed |= bool(kills.failures) or kills.equal != count
    return int(failed)


def _monkey(arguments: argparse.Namespace) -> int:
    from tools.qgis_desktop import CannotRun

    from . import monkey

    with tempfile.TemporaryDirectory(prefix="monkey-") as home:
        try:
            told = monkey.run(Path(home), arguments.seed, arguments.turns, arguments.minutes)
        except CannotRun as reason:
            print(f"monkey: {reason}")
            return int("is not installed" not in str(reason))
    print(f"monkey: {told['turns']} turns, the longest {told['longest_s']} s")
    print("\n".join(told["found"]) or "monkey: nothing was found")
    return int(bool(told["found"]))


def _soak(arguments: argparse.Namespace) -> int:
    from tools.qgis_desktop import CannotRun

    from . import soak

    # On its own it asks all questions, however long they take.
    minutes = arguments.minutes if arguments.what == "all" else 24 * 60.0
    with tempfile.TemporaryDirectory(prefix="soak-") as home:
        try:
            told = soak.run(
                Path(home), arguments.questions, arguments.builds, arguments.openings, minutes
            )
        except CannotRun as reason:
            print(f"soak: {reason}")
            return int("is not installed" not in str(reason))
    grown = soak.wrong(told)
    print("\n".join(grown) or "soak: nothing has grown")
    return int(bool(grown))


_PARTS = {"fuzz": _fuzz, "kill": _kill, "monkey": _monkey, "soak": _soak}

if __name__ == "__main__":
    sys.exit(main())
