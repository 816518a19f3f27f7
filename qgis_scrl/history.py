"""Questions as they are asked, and the last ones for "Ask again"; their files are kept in the user's profile."""

from __future__ import annotations

import contextlib
import json
import os
import re
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from .contract import (
    AudioPart,
    ProfilePart,
    Query,
    QueryPart,
    TextPart,
    TilePart,
    from_json,
    to_json,
)
from .paths import is_file, make_private
from .settings import Settings
from .translation import tr

_LIST = "questions.json"
#: How our recordings and pictures are called, see :meth:`QuestionHistory.new_file`.
_OURS = re.compile(r"\d{8}-\d{6}-[0-9a-f]{6}\.(wav|png)")
_LONGEST_TITLE = 80
#: Beside a file of a question that the user keeps: an empty file, so that every window of QGIS knows.
_MARK = ".kept"
#: A file of ours that is on no list for so long was of a question that failed, or was given up.
_ABANDONED_SECONDS = 3600


@dataclass(frozen=True)
class PartDetails:
    """What the user is told of a part of a question, beyond what is looked for.

    Attributes:
        name: The phrase that was recognised, or the file or place that is asked with.
        seconds: How long its recording lasts; 0 if there is none.
        peaks: Absolute peaks (0 to 1) of successive stretches of the recording, for its waveform.
    """

    name: str = ""
    seconds: float = 0.0
    peaks: tuple[float, ...] = ()


@dataclass(frozen=True)
class AskedQuery:
    """A question as it was asked, or is to be asked: kept in the history, and with the layer of its hits.

    Attributes:
        query: What is looked for, where and when.
        index: Folder of the voice index that is searched; empty: not known yet.
        asked_at: Local time, ISO 8601 to the second.
        name: Of its first part, as are ``seconds`` and ``peaks``: see :class:`PartDetails`.
        others: The same of its further parts.
        finds_examples: Whether the tiles that it is asked with are hits, too: those of a group stand for the others.
    """

    query: Query
    index: str = ""
    asked_at: str = ""
    name: str = ""
    seconds: float = 0.0
    peaks: tuple[float, ...] = ()
    others: tuple[PartDetails, ...] = ()
    finds_examples: bool = False

    @property
    def parts(self) -> tuple[tuple[QueryPart, PartDetails], ...]:
        """Its parts, each with its details."""
        known = (PartDetails(self.name, self.seconds, self.peaks), *self.others)
        missing = (PartDetails(),) * len(self.query.parts)
        return tuple(zip(self.query.parts, known + missing))

    def of_parts(self, parts: Sequence[tuple[QueryPart, PartDetails]]) -> AskedQuery:
        """Return the same question with these parts, at least one."""
        _, first = parts[0]
        query = replace(self.query, parts=tuple(part for part, _ in parts))
        others = tuple(details for _, details in parts[1:])
        return replace(
            self,
            query=query,
            name=first.name,
            seconds=first.seconds,
            peaks=first.peaks,
            others=others,
        )

    @property
    def time(self) -> str:
        """When it was asked, as a clock shows it."""
        return self.asked_at[11:19]

    @property
    def recording(self) -> str:
        """The sound file of what is said; empty if nothing is."""
        return next((part.path for part in self.query.parts if isinstance(part, AudioPart)), "")

    @property
    def spoken(self) -> PartDetails:
        """What is told of its recording."""
        of_recordings = (more for part, more in self.parts if isinstance(part, AudioPart))
        return next(of_recordings, PartDetails())

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was typed, and what was understood of what was said."""
        return tuple(
            part.text if isinstance(part, TextPart) else details.name
            for part, details in self.parts
            if isinstance(part, (AudioPart, TextPart))
        )

    @property
    def tiles(self) -> tuple[int, ...]:
        """The tiles of the searched index that it is asked with and that are no hits: to find them is no news."""
        if self.finds_examples:
            return ()
        return tuple(
            part.tile_id
            for part in self.query.parts
            if isinstance(part, TilePart) and part.index in (None, self.index)
        )

    @property
    def of_any_index(self) -> AskedQuery:
        """The same question, asked of whatever index: its tiles are those of the index that it was asked of."""
        parts = tuple(
            replace(part, index=part.index or self.index) if isinstance(part, TilePart) else part
            for part in self.query.parts
        )
        return replace(self, query=replace(self.query, parts=parts))

    @property
    def typed(self) -> AskedQuery | None:
        """The same question with what was heard typed, for when the recording is gone; None if nothing was heard."""
        parts: list[tuple[QueryPart, PartDetails]] = []
        for part, details in self.parts:
            if not isinstance(part, AudioPart):
                parts.append((part, details))
            elif details.name:
                parts.append((TextPart(details.name, part.weight), PartDetails()))
            else:
                return None
        return self.of_parts(parts) if self.recording else None

    @property
    def missing_files(self) -> tuple[str, ...]:
        """The files that it is asked with and that are not there any more."""
        return tuple(path for path in self.query.files if not is_file(path))

    @property
    def title(self) -> str:
        """What it is called in lists and on the map."""
        title = ""
        for part, details in self.parts:
            name = part_title(part, details)
            if name:
                sign = "− " if part.weight < 0 else "+ " if title else ""
                title = f"{title} {sign}{name}".lstrip()
        return title or (tr("Like examples") if self.query.parts else "")


def part_title(part: QueryPart, details: PartDetails) -> str:
    """Return what a part of a question is called; empty if nothing is known of it."""
    if isinstance(part, TextPart):
        return part.text
    if isinstance(part, AudioPart):
        return details.name or tr("Spoken question")
    if isinstance(part, ProfilePart):
        return details.name
    return tr("Like {name}").format(name=details.name) if details.name else ""


def shortened(title: str) -> str:
    """Return the title of a question as a message, or the name of a layer, has room for it."""
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


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
        return tuple(question for question in self._known() if not question.missing_files)

    def new_file(self, suffix: str) -> Path:
        """Return the path of a file to be made for a question: ``.wav`` or ``.png``; its folder exists.

        Raises:
            OSError: The folder cannot be made.
        """
        folder = self._settings.questions_folder
        make_private(folder)  # what was said, and pictures of places
        stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
        return folder / f"{stamp}-{uuid.uuid4().hex[:6]}{suffix}"

    def add(self, question: AskedQuery) -> None:
        """Put a question first; the oldest are forgotten, and their files deleted if they are ours.

        It takes the place of the same question with other weights.

        Raises:
            OSError: The list cannot be written.
        """
        others = [known for known in self._known() if unweighted(known) != unweighted(question)]
        questions = [question, *others]
        keep = max(1, self._settings.recording_keep)
        self._questions = questions[:keep]
        self._write()
        kept, forgotten = _files(self._questions), _files(questions[keep:])
        for path in self._own_files():
            unwanted = path in forgotten or _age(path) > _ABANDONED_SECONDS
            if path not in kept and unwanted and not _mark(path).exists():
                _delete(path)

    def clear(self) -> int:
        """Forget all questions and delete all files of ours.

        Returns:
            How many could not be deleted.

        Raises:
            OSError: The list cannot be written.
        """
        self._questions = []
        if self._settings.questions_folder.is_dir():
            self._write()
        return sum(not _delete(path) for path in self._own_files())

    def keep(self, question: AskedQuery, kept: bool = True) -> None:
        """Never delete the files of a question by themselves, or (False) delete them as those of any other.

        Raises:
            OSError: That cannot be written down.
        """
        for path in _files([question]) & set(self._own_files()):
            if kept:
                _mark(path).touch()
            else:
                _mark(path).unlink(missing_ok=True)

    def forget(self, questions: Sequence[AskedQuery], needed: Sequence[AskedQuery]) -> None:
        """Take questions off the list, and delete their files if they are ours.

        Args:
            questions: The questions, with whatever weights.
            needed: Others, whose files stay.

        Raises:
            OSError: The list cannot be written.
        """
        doomed = [unweighted(question) for question in questions]
        known = self._known()
        self._questions = [each for each in known if unweighted(each) not in doomed]
        if len(self._questions) < len(known):
            self._write()
        spare = _files([*self._questions, *needed])
        for path in (_files(questions) - spare) & set(self._own_files()):
            _delete(path)

    def recordings(self) -> list[Path]:
        """Return the recordings that we have made, those of kept questions, too."""
        return [path for path in self._own_files() if path.suffix == ".wav"]

    def delete_recordings(self) -> int:
        """Delete all recordings that we have made; says how many could not be deleted."""
        return sum(not _delete(path) for path in self.recordings())

    def _own_files(self) -> list[Path]:
        """Return the files that we have made: never one of the user's own."""
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
        make_private(folder)
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


def unweighted(question: AskedQuery) -> tuple[QueryPart, ...]:
    """Return the parts of a question as if all counted the same: what tells questions apart."""
    return tuple(replace(part, weight=1.0) for part in question.query.parts)


def _files(questions: Sequence[AskedQuery]) -> set[Path]:
    return {Path(path) for question in questions for path in question.query.files}


def _age(path: Path) -> float:
    """Return for how many seconds a file has been there; 0 if it is gone."""
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0


def _mark(path: Path) -> Path:
    return path.with_name(path.name + _MARK)


def _delete(path: Path) -> bool:
    """Delete a file; says whether it is gone: Windows keeps one that is being played."""
    try:
        path.unlink()
    except OSError:
        if path.exists():
            return False
    with contextlib.suppress(OSError):
        _mark(path).unlink(missing_ok=True)
    return True
