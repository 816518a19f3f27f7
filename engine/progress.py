"""How long work tells of itself and is told to stop; the same for a terminal and for QGIS."""

from __future__ import annotations

from typing import Protocol

from .contract.audio import LevelReport
from .contract.notices import Notice, Stage, Unit


class Progress(Protocol):
    """What long work needs of whoever watches it. Bare text is for training alone."""

    def start(self, stage: Stage | str, total: int, unit: Unit | str) -> None:
        """Begin a stage of ``total`` steps (0: unknown)."""

    def advance(self, steps: int = 1) -> None:
        """Report ``steps`` more as done."""

    def note(self, notice: Notice | str) -> None:
        """Say something in passing, such as a source that was left out."""

    def check_cancelled(self) -> None:
        """Raise :class:`engine.errors.Cancelled` if the user has cancelled."""


class Task(Progress, Protocol):
    """A request at work: its progress, and the wishes of whoever asked."""

    @property
    def is_cancelled(self) -> bool:
        """Whether it has been cancelled."""

    @property
    def stop_wanted(self) -> bool:
        """Whether a recording is to stop and take what has been said."""

    def level(self, report: LevelReport) -> None:
        """Tell what the microphone hears."""


class SilentProgress:
    """A task that shows nothing and is never cancelled."""

    is_cancelled = stop_wanted = False

    def start(self, stage: Stage | str, total: int, unit: Unit | str) -> None:
        """Do nothing."""

    def advance(self, steps: int = 1) -> None:
        """Do nothing."""

    def note(self, notice: Notice | str) -> None:
        """Do nothing."""

    def check_cancelled(self) -> None:
        """Do nothing."""

    def level(self, report: LevelReport) -> None:
        """Do nothing."""
