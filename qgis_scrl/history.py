"""The last questions, for "Ask again"; their recordings are kept in the user's profile."""

from __future__ import annotations

import json
import os
import re
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from .contract import AudioPart, ProfilePart, Query, TilePart, from_json, to_json
from .paths import is_file
from .settings import Settings
from .translation import tr

_LIST = "questions.json"
#: How our recordings are called, see :meth:`QuestionHistory.new_recording`.
_OURS = re.compile(r"\d{8}-\d{6}-[0-9a-f]{6}\.wav")
#: A recording that is on no list for so long was of a question that failed, or was given up.
_ABANDONED_SECONDS = 3600


@dataclass(frozen=True)
class AskedQuery:
    """A question as it was asked, or is to be asked: kept in the history, and with the layer of its hits.

    Attributes:
        query: What is looked for, where and when.
        index: Folder of the voice index that is searched; empty: not known yet.
        asked_at: Local time, ISO 8601 to the second.
        name: What it is called: the phrase that was recognised, or the file or place that it is asked with.
        seconds: How long its recording lasts; 0 if there is none.
        peaks: Absolute peaks (0 to 1) of successive stretches of the recording, for its waveform.
    """

    query: Query
    index: str = ""
    asked_at: str = ""
    name: str = ""
    seconds: float = 0.0
    peaks: tuple[float, ...] = ()

    @property
    def time(self) -> str:
        """When it was asked, as a clock shows it."""
        return self.asked_at[11:19]

    @property
    def recording(self) -> str:
        """The sound file of what is said; empty if nothing is."""
        return next((part.path for part in self.query.parts if isinstance(part, AudioPart)), "")

    @property
    def tiles(self) -> tuple[int, ...]:
        """The tiles of the searched index that it is asked with: to find them again is no news."""
        return tuple(
            part.tile_id
            for part in self.query.parts
            if isinstance(part, TilePart) and part.index in (None, self.index)
        )

    @property
    def title(self) -> str:
        """What it is called in lists and on the map."""
        if self.recording:
            return self.name or tr("Spoken question")
        if any(isinstance(part, ProfilePart) for part in self.query.parts):
            return self.name
        return tr("Like {name}").format(name=self.name) if self.name else ""


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
        self._questions: list[AskedQuery] = []

    @property
    def questions(self) -> tuple[AskedQuery, ...]:
        """Those whose files are still there."""
        return tuple(q for q in self._known() if all(is_file(path) for path in q.query.files))

    def new_recording(self) -> Path:
        """Return the path of a sound file to be recorded; its folder exists.

        Raises:
            OSError: The folder cannot be made.
        """
        folder = self._settings.questions_folder
        folder.mkdir(parents=True, exist_ok=True)
        stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
        return folder / f"{stamp}-{uuid.uuid4().hex[:6]}.wav"

    def add(self, question: AskedQuery) -> None:
        """Put a question first; the oldest are forgotten, and their recordings deleted if they are ours.

        Raises:
            OSError: The list cannot be written.
        """
        others = [known for known in self._known() if known.query.parts != question.query.parts]
        questions = [question, *others]
        keep = max(1, self._settings.recording_keep)
        self._questions = questions[:keep]
        self._write()
        kept, forgotten = _files(self._questions), _files(questions[keep:])
        for path in self._recordings():
            if path not in kept and (path in forgotten or _age(path) > _ABANDONED_SECONDS):
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

    def _known(self) -> list[AskedQuery]:
        path = self._settings.questions_folder / _LIST
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            self._questions = [_read(entry) for entry in stored]
        except OSError:
            return self._questions  # Nothing asked yet, or the profile cannot be written to.
        except (KeyError, TypeError, ValueError):
            return []  # A list of another version: begin anew.
        return self._questions

    def _write(self) -> None:
        folder = self._settings.questions_folder
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f"{_LIST}.{os.getpid()}"
        draft.write_text(json.dumps(to_json(self._questions)), encoding="utf-8")
        draft.replace(folder / _LIST)


def _read(entry: Any) -> AskedQuery:
    """Read an entry of the list, also one of the first version's, which knew recordings only.

    Raises:
        KeyError, TypeError, ValueError: It is no question.
    """
    if "path" in entry:
        entry = {
            **entry,
            "query": {"parts": [{"kind": "audio", "path": entry["path"]}]},
            "asked_at": entry["asked"],
            "name": entry["sounded_like"] or ("" if entry["is_ours"] else Path(entry["path"]).name),
        }
    return from_json(AskedQuery, entry)


def _files(questions: Sequence[AskedQuery]) -> set[Path]:
    return {Path(path) for question in questions for path in question.query.files}


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
