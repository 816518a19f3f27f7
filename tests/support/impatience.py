"""A task that somebody cancels in the middle."""

from __future__ import annotations

from engine.errors import Cancelled
from engine.progress import Task


class Impatient(Task):
    """Cancelled after some tiles.

    Args:
        tiles: So many are waited for.
    """

    def __init__(self, tiles: int) -> None:
        self.left = tiles

    def advance(self, steps: int = 1) -> None:
        self.left -= steps

    def check_cancelled(self) -> None:
        if self.left < 0:
            raise Cancelled
