"""The last questions: recordings kept in the user's profile, for "Ask again"."""

from __future__ import annotations

import dataclasses
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from .settings import Settings

_LIST = "questions.json"


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


class QuestionStore:
    """The questions asked last, the newest first; survives QGIS.

    Args:
        settings: Say where and how many.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._questions = self._read()

    @property
    def questions(self) -> tuple[Question, ...]:
        """Those whose sound is still there."""
        return tuple(q for q in self._questions if Path(q.path).is_file())

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
        """Put a question first; the oldest are forgotten, and deleted if they are ours."""
        others = [known for known in self._questions if known.path != question.path]
        self._questions = [question, *others]
        keep = max(1, self._settings.recording_keep)
        for forgotten in self._questions[keep:]:
            self._delete(forgotten)
        self._questions = self._questions[:keep]
        self._write()

    def clear(self) -> None:
        """Forget all questions and delete our recordings."""
        for question in self._questions:
            self._delete(question)
        self._questions = []
        self._write()

    def _delete(self, question: Question) -> None:
        path = Path(question.path)
        # Never a file of the user's own, whatever the list on disk says.
        if question.is_ours and path.parent == self._settings.questions_folder:
            path.unlink(missing_ok=True)

    def _read(self) -> list[Question]:
        path = self._settings.questions_folder / _LIST
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            return [Question.from_json(entry) for entry in stored]
        except (OSError, KeyError, TypeError, ValueError):
            return []  # Nothing asked yet, or a list of another version: begin anew.

    def _write(self) -> None:
        folder = self._settings.questions_folder
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / (_LIST + ".new")
        content = [dataclasses.asdict(question) for question in self._questions]
        draft.write_text(json.dumps(content), encoding="utf-8")
        draft.replace(folder / _LIST)
