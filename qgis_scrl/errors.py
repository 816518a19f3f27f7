"""What can go wrong, as the user is told it."""

from __future__ import annotations

CANCELLED = "cancelled"


class EngineError(Exception):
    """A failure with a stable code, one sentence that says what is wrong, and the next step.

    Args:
        code: As in ``engine/errors.py``; or of our own: ``engine-missing``, ``engine-stopped``,
            ``engine-hangs``, ``engine-garbage``, ``engine-refused``, ``cancelled``, ``bug``.
        message: The sentence.
        next_step: What the user can do about it; may be empty.
        log: A file with more for a bug report, if there is one.
    """

    def __init__(
        self,
        code: str,
        message: str,
        next_step: str = "",
        log: str | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.next_step = next_step
        self.log = log

    @property
    def text(self) -> str:
        """Both sentences together."""
        return f"{self.message} {self.next_step}".strip()

    @property
    def is_cancelled(self) -> bool:
        """Whether the user wanted it so: nothing to report."""
        return self.code == CANCELLED
