"""How long the steps of a search take."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from typing import Literal

from ..contract.methods import Timings

Step = Literal["read", "speech_check", "features", "encoder", "search"]


class Timer:
    """Adds up what each step took."""

    def __init__(self) -> None:
        self._seconds: dict[Step, float] = {}

    @contextlib.contextmanager
    def step(self, name: Step) -> Iterator[None]:
        """Time a block."""
        began = time.perf_counter()
        try:
            yield
        finally:
            spent = time.perf_counter() - began
            self._seconds[name] = self._seconds.get(name, 0.0) + spent

    @property
    def timings(self) -> Timings:
        """What was measured, in milliseconds."""
        return Timings(**{name: round(1000 * spent, 2) for name, spent in self._seconds.items()})
