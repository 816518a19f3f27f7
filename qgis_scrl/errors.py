"""What can go wrong: a code with values, put into words by :mod:`qgis_scrl.texts`."""

from __future__ import annotations

import errno
from pathlib import Path

from . import texts
from .contract import Notice
from .translation import tr

CANCELLED = "cancelled"


class EngineError(Exception):
    """A failure of the engine's, or on the way to it.

    Args:
        failure: Code and values, of :data:`.contract.methods.FAILURES` or :data:`.texts.FAILURES`; a bare
            code if there are no values.
        message: What is wrong, in one sentence, for codes that the plugin's table does not hold.
        next_step: What the user can do about it, likewise.

    Attributes:
        notice: Code and values.
        log: A file with more for a bug report; None if there is none.
    """

    def __init__(self, failure: Notice | str, message: str = "", next_step: str = "") -> None:
        self.notice = Notice(failure) if isinstance(failure, str) else failure
        super().__init__(message or str(self.notice))
        self._message = message
        self._next_step = next_step
        self.log = self.notice.values.get("log")

    @property
    def code(self) -> str:
        """The code of the failure."""
        return self.notice.code

    @property
    def message(self) -> str:
        """What is wrong, in one sentence."""
        return texts.message(self.notice, self._message)

    @property
    def next_step(self) -> str:
        """What the user can do about it in the dock; may be empty."""
        return texts.next_step(self.notice, otherwise=self._next_step)

    @property
    def text(self) -> str:
        """Both sentences together, as the dock says them."""
        return f"{self.message} {self.next_step}".strip()

    @property
    def in_processing(self) -> str:
        """Both sentences together, as Processing says them."""
        step = texts.next_step(self.notice, "processing", self._next_step)
        return f"{self.message} {step}".strip()

    @property
    def is_cancelled(self) -> bool:
        """Whether the user wanted it so: nothing to report."""
        return self.code == CANCELLED


def reason_of(error: OSError) -> str:
    """Return what the system says of a failure, as a part of a sentence."""
    said = str(error.strerror or error) or tr("unknown reason")
    # "Permission denied", but neither "I/O error" nor a noun further on.
    return said[:1].lower() + said[1:] if said[1:2].islower() else said


def not_written(path: str | Path, error: OSError, code: str = "folder-not-writable") -> EngineError:
    """Return the failure of a file or folder that cannot be written.

    Args:
        path: The file or folder.
        error: What the system says.
        code: Of a failure with ``path`` and ``reason``; a full disk has a failure of its own instead of the default.
    """
    if code == "folder-not-writable" and error.errno in (
        errno.ENOSPC,
        getattr(errno, "EDQUOT", errno.ENOSPC),
    ):
        return EngineError(Notice("disk-full", {"path": str(path)}))
    return EngineError(Notice(code, {"path": str(path), "reason": reason_of(error)}))
