"""The last questions: recordings kept in the user's profile, for "Ask again"."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from .paths import is_file
from .settings import Settings

_LIST = "questions.json"
#: How our recordings are called, see :meth:`QuestionHistory.new_recording`.
_OURS = re.compile(r"\d{8}-\d{6}-[0-9a-f]{6}\.wav")
#: A recording that is on no list for so long was of a question that failed, or was given up.
_ABANDONED_SECONDS = 3600


@dataclass(frozen=True)
class Question:
    """A recording that was, or is to be, asked.

    Attributes:
        path: The sound file.
        asked: When, local time, ISO 8601 to the second.
        seconds: How long it lasts; 0 if not known yet.
        peaks: Absolute peaks (0 to 1) of successive stretches, for its waveform.
        sounded_like: The phrase of the vocabulary nearest to it; empty before it is asked.
        is_ours: Whether the file was recorded by us, and is deleted when it is forgotten.
    """

    path: str
    asked: str
    seconds: float = 0.0
    peaks: tuple[float, ...] = ()
    sounded_like: str = ""
    is_ours: bool = True

    @property
    def time(self) -> str:
        """When it was asked, as a clock shows it."""
        return self.asked[11:19]

    @property
    def name(self) -> str:
        """What it is called in lists."""
        if self.sounded_like:
            return self.sounded_like
        return "Spoken question" if self.is_ours else Path(self.path).name

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Question:
        """Read a question of the list on disk.

        Raises:
            KeyError, TypeError, ValueError: It is no question.
        """
        return cls(
            path=str(stored["path"]),
            asked=str(stored["asked"]),
            seconds=float(stored["seconds"]),
            peaks=tuple(float(peak) for peak in stored["peaks"]),
            sounded_like=str(stored["sounded_like"]),
            is_ours=bool(stored["is_ours"]),
        )


@dataclass(frozen=True)
class TileQuestion:
    """A place found, as the next question: more like this.

    Attributes:
        index: Folder of the voice index that the place was found in.
        tile_id: The tile.
        name: What it is called in sentences and on the map.
        asked: When, local time, ISO 8601 to the second.
    """

    index: str
    tile_id: int
    name: str
    asked: str


def now() -> str:
    """Return the local time, ISO 8601 to the second."""
    return datetime.now().isoformat(timespec="seconds")


class QuestionHistory:
    """The questions asked last, the newest first; survives QGIS.

    Several windows of QGIS share one list, and the options forget it: what is on the disk counts.

    Args:
        settings: Say where and how many.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._questions: list[Question] = []

    @property
    def questions(self) -> tuple[Question, ...]:
        """Those whose sound is still there."""
        return tuple(q for q in self._known() if is_file(q.path))

    def new_recording(self) -> Path:
        """Return the path of a sound file to be recorded; its folder exists.

        Raises:
            OSError: The folder cannot be made.
        """
        folder = self._settings.questions_folder
        folder.mkdir(parents=True, exist_ok=True)
        stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
        return folder / f"{stamp}-{uuid.uuid4().hex[:6]}.wav"

    def add(self, question: Question) -> None:
        """Put a question first; the oldest are forgotten, and deleted if they are ours.

        Raises:
            OSError: The list cannot be written.
        """
        others = [known for known in self._known() if known.path != question.path]
        questions = [question, *others]
        keep = max(1, self._settings.recording_keep)
        self._questions = questions[:keep]
        self._write()
        kept = {Path(known.path) for known in self._questions}
        doomed = [Path(known.path) for known in questions[keep:] if known.is_ours]
        for path in self._recordings():
            if path not in kept and (path in doomed or _age(path) > _ABANDONED_SECONDS):
                _delete(path)

    def clear(self) -> int:
        """Forget all questions and delete all recordings of ours.

        Returns:
            How many could not be deleted.

        Raises:
            OSError: The list cannot be written.
        """
        self._questions = []
        if self._settings.questions_folder.is_dir():
            self._write()
        return sum(not _delete(path) for path in self._recordings())

    def _recordings(self) -> list[Path]:
        """Return the files that we have recorded: never one of the user's own."""
        folder = self._settings.questions_folder
        if not folder.is_dir():
            return []
        return [path for path in folder.iterdir() if _OURS.fullmatch(path.name)]

    def _known(self) -> list[Question]:
        path = self._settings.questions_folder / _LIST
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            self._questions = [Question.from_json(entry) for entry in stored]
        except OSError:
            return self._questions  # Nothing asked yet, or the profile cannot be written to.
        except (KeyError, TypeError, ValueError):
            return []  # A list of another version: begin anew.
        return self._questions

    def _write(self) -> None:
        folder = self._settings.questions_folder
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f"{_LIST}.{os.getpid()}"
        content = [dataclasses.asdict(question) for question in self._questions]
        draft.write_text(json.dumps(content), encoding="utf-8")
        draft.replace(folder / _LIST)


def _age(path: Path) -> float:
    """Return for how many seconds a file has been there; 0 if it is gone."""
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0


def _delete(path: Path) -> bool:
    """Delete a file; says whether it is gone: Windows keeps one that is being played."""
    try:
        path.unlink()
    except OSError:
        return not path.exists()
    return True
