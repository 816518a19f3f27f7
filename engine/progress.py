"""How long work tells of itself and is told to stop; the same for a terminal and for QGIS."""

from __future__ import annotations

from .contract.audio import LevelReport
from .contract.methods import SearchResult
from .contract.notices import Notice, Stage, Unit
from .errors import Cancelled


class Progress:
    """What long work needs of whoever watches it. This one shows nothing and is never cancelled.

    Attributes:
        is_cancelled: Whether the user has cancelled.
    """

    is_cancelled = False

    def start(self, stage: Stage | str, total: int, unit: Unit | str) -> None:
        """Begin a stage of ``total`` steps (0: unknown); bare text is for training alone."""

    def advance(self, steps: int = 1) -> None:
        """Report ``steps`` more as done."""

    def note(self, notice: Notice | str) -> None:
        """Say something in passing, such as a source that was left out."""

    def check_cancelled(self) -> None:
        """Raise :class:`engine.errors.Cancelled` if the user has cancelled."""
        if self.is_cancelled:
            raise Cancelled


class Task(Progress):
    """A request at work: its progress, and the wishes of whoever asked.

    Attributes:
        stop_wanted: Whether a recording is to stop and take what has been said.
    """

    stop_wanted = False

    def level(self, report: LevelReport) -> None:
        """Tell what the microphone hears."""

    def found(self, result: SearchResult) -> None:
        """Tell what a question finds as far as it has been spoken."""
