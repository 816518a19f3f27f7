"""How long work tells of itself and is told to stop; the same for the command line and the wire."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """What long work needs of whoever watches it."""

    def start(self, title: str, total: int, unit: str) -> None:
        """Begin a stage of ``total`` steps (0: unknown), each called ``unit`` ("tile", "clip")."""

    def advance(self, steps: int = 1) -> None:
        """Report ``steps`` more as done."""

    def note(self, text: str) -> None:
        """Say something in passing, such as a source that was left out."""

    def check_cancelled(self) -> None:
        """Raise :class:`engine.errors.Cancelled` if the user has cancelled."""


class SilentProgress:
    """A watcher that shows nothing and never cancels."""

    def start(self, title: str, total: int, unit: str) -> None:
        """Do nothing."""

    def advance(self, steps: int = 1) -> None:
        """Do nothing."""

    def note(self, text: str) -> None:
        """Do nothing."""

    def check_cancelled(self) -> None:
        """Do nothing."""
