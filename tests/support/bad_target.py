"""A target that fails in every way in turn, to see that the campaign of :mod:`tests.torture.fuzz` notices."""

from __future__ import annotations

import ctypes
import random
from pathlib import Path

from engine.errors import NoQuery
from tests.torture.fuzz import case, targets
from tests.torture.fuzz.target import Target


class Bad(Target):
    """Ends well, in a sentence, with a bug, a crash, never, without memory, outside of its folder, and well again."""

    cpu_seconds = 1

    def __init__(self, samples: Path) -> None:
        """Make nothing."""

    def write(self, rng: random.Random, folder: Path) -> str:
        """Write which way it is."""
        drawn = rng.random()
        number = next(n for n in range(100) if random.Random(f"1 bad {n}").random() == drawn)
        (folder / "way").write_text(f"{number}")
        return f"way {number}"

    def use(self, folder: Path) -> None:
        """Fail so."""
        way = int((folder / "way").read_text())
        if way == 1:
            raise NoQuery
        if way == 2:
            raise KeyError(way)
        if way == 3:
            ctypes.string_at(0)
        while way == 4:
            pass
        if way == 5:
            bytearray(10**11)
        if way == 6:
            (folder.parents[1] / "beside").write_text("x")


class _Entry:
    def made(self, samples: Path) -> Target:
        """Return it."""
        return Bad(samples)


if __name__ == "__main__":
    targets.TARGETS["bad"] = _Entry()  # type: ignore[assignment]
    case.main()
