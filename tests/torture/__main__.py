"""``python -m tests.torture [fuzz|kill|faults|soak] --seed N --minutes M --count N``."""

from __future__ import annotations

import argparse
import sys


def main() -> int:
    """Run what is asked for; returns 1 if anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("what", nargs="?", default="all", choices=("all", "fuzz", "kill"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--count", type=int, default=10_000, help="inputs for each target")
    parser.add_argument("--kills", type=int, default=20, help="kills of each run")
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--targets", nargs="*", help="of the fuzzing; all by default")
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}")
    parts = {"fuzz": _fuzz, "kill": _kill}
    return max(part(arguments) for name, part in parts.items() if arguments.what in (name, "all"))


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
    from .kill import RUNS, kill_and_resume

    failed = False
    for name in RUNS:
        kills = kill_and_resume(
            name, arguments.seed, min(arguments.count, arguments.kills), arguments.minutes
        )
        print(
            f"{name}: killed {kills.killed} times at random moments and resumed; equal: {kills.equal} of {kills.killed}"
        )
        print("\n".join(kills.failures))
        failed |= bool(kills.failures)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
