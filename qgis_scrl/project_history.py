"""All questions of a project: saved with it, found by words, kept or forgotten.

The list of :mod:`qgis_scrl.history` is the user's: the last few questions of whatever project. This one belongs to
the project, and travels with it; recordings and pictures stay in the profile of whoever asked.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from .contract import QueryPart, SearchResult, from_json, to_json
from .history import AskedQuery, unweighted

_SCOPE, _KEY = "qgis_scrl", "questions"
#: Of those that are not kept. A question takes about 1 kB of the project.
MOST = 500
#: Entries read at a time after a project was opened: to read all takes up to half a second.
_AT_A_TIME = 20
#: Longer areas, as JSON, are left out: a coast line has megabytes.
_LONGEST_AREA = 20_000


@dataclass(frozen=True)
class HistoryEntry:
    """A question of the project.

    Attributes:
        asked: The question, with its filters and labels.
        hits: How many places were found.
        heard: Phrases that were recognised in it.
        kept: Whether it stays, with its recording, however many others follow.
        whole: Whether its area is known: a very detailed one is not saved.
    """

    asked: AskedQuery
    hits: int
    heard: tuple[str, ...] = ()
    kept: bool = False
    whole: bool = True

    @property
    def yes(self) -> int:
        """How many of its labels are a yes."""
        return sum(label.yes for label in self.asked.query.labels)

    @property
    def no(self) -> int:
        """How many of its labels are a no."""
        return len(self.asked.query.labels) - self.yes

    @cached_property
    def text(self) -> str:
        """As it is saved: the waveforms of its recordings apart, a digit for each peak."""
        peaks = [_digits(details.peaks) for _, details in self.asked.parts]
        return json.dumps({"entry": to_json(_with_peaks(self, ())), "peaks": peaks})

    @staticmethod
    def read(text: str) -> HistoryEntry:
        """Read what :attr:`text` has written.

        Raises:
            AttributeError, KeyError, TypeError, ValueError: It is no question.
        """
        stored = json.loads(text)
        return _with_peaks(
            from_json(HistoryEntry, stored["entry"]), [_peaks(digits) for digits in stored["peaks"]]
        )

    def is_of(self, asked: AskedQuery) -> bool:
        """Return whether it is this question, asked of the same index, with whatever weights, filters and labels."""
        return _key(self.asked) == _key(asked.of_any_index)

    def matches(self, words: str) -> bool:
        """Return whether all these words, or parts of words, are found in it; letter case does not matter."""
        return all(word in self._words for word in words.casefold().split())

    @cached_property
    def _words(self) -> str:
        asked = self.asked
        return "\n".join((asked.title, *asked.sentences, *self.heard, asked.index)).casefold()


class ProjectHistory(QObject):
    """The questions of the project that is open, the newest first.

    Signals:
        changed(): There are others.
    """

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._entries: tuple[HistoryEntry, ...] = ()
        #: What has not been read yet, the newest first; all is older than the entries.
        self._unread: list[str] = []
        self._timer = QTimer(self, interval=0, timeout=self._read_some)
        project.readProject.connect(self._read)
        project.cleared.connect(self._read)
        self._read()

    @property
    def entries(self) -> tuple[HistoryEntry, ...]:
        """The questions, the newest first."""
        while self._unread:
            self._read_some()
        return self._entries

    def add(self, asked: AskedQuery, result: SearchResult) -> None:
        """Put a question first; it takes the place of the same one with other weights, filters and labels."""
        if not asked.query.parts or asked.query.doubtful:
            return  # Doubtful places are a look aside.
        asked = asked.of_any_index
        area = asked.query.filters.area
        whole = area is None or len(json.dumps(to_json(area))) <= _LONGEST_AREA
        if not whole:
            filters = replace(asked.query.filters, area=None)
            asked = replace(asked, query=replace(asked.query, filters=filters))
        former = [entry for entry in self.entries if entry.is_of(asked)]
        if not asked.query.labels and former:
            asked = _labelled(asked, former[0].asked)
        heard = tuple(phrase.text for phrase in result.understood)
        kept = any(entry.kept for entry in former)
        entry = HistoryEntry(asked, len(result.hits), heard, kept, whole)
        self._set((entry, *(other for other in self.entries if other not in former)))

    def label(self, asked: AskedQuery) -> None:
        """Take over the labels of a question."""
        self._set(
            replace(entry, asked=_labelled(entry.asked, asked)) if entry.is_of(asked) else entry
            for entry in self.entries
        )

    def keep(self, entry: HistoryEntry, kept: bool = True) -> None:
        """Keep an entry however many others follow; or (False) no longer."""
        self._set(replace(each, kept=kept) if each == entry else each for each in self.entries)

    def remove(self, entry: HistoryEntry) -> int:
        """Take an entry out; says where it was."""
        place = self.entries.index(entry)
        self._set(each for each in self.entries if each != entry)
        return place

    def restore(self, entry: HistoryEntry, place: int) -> None:
        """Put an entry back where it was."""
        self._set((*self.entries[:place], entry, *self.entries[place:]))

    def end(self) -> None:
        """Let go of the project."""
        self._timer.stop()
        self._project.readProject.disconnect(self._read)
        self._project.cleared.disconnect(self._read)

    def _set(self, entries: Iterable[HistoryEntry]) -> None:
        new = _bounded(tuple(entries))
        if new != self._entries:
            self._entries = new
            self._project.writeEntry(_SCOPE, _KEY, [entry.text for entry in new])
            self.changed.emit()

    def _read(self, *_document: object) -> None:
        self._entries = ()
        self._unread = list(self._project.readListEntry(_SCOPE, _KEY)[0])
        self._timer.start()
        self.changed.emit()

    def _read_some(self) -> None:
        some, self._unread = self._unread[:_AT_A_TIME], self._unread[_AT_A_TIME:]
        for text in some:
            # Of another version, or changed by hand: the others can be read.
            with contextlib.suppress(AttributeError, KeyError, TypeError, ValueError):
                self._entries = (*self._entries, HistoryEntry.read(text))
        if not self._unread:
            self._timer.stop()
            if some:
                self.changed.emit()


def _bounded(entries: tuple[HistoryEntry, ...]) -> tuple[HistoryEntry, ...]:
    spare = [entry for entry in entries if not entry.kept][MOST:]
    return tuple(entry for entry in entries if entry not in spare) if spare else entries


def _labelled(asked: AskedQuery, other: AskedQuery) -> AskedQuery:
    return replace(asked, query=replace(asked.query, labels=other.query.labels))


def _key(asked: AskedQuery) -> tuple[str, tuple[QueryPart, ...]]:
    return asked.index, unweighted(asked)


def _with_peaks(entry: HistoryEntry, peaks: Sequence[tuple[float, ...]]) -> HistoryEntry:
    """Return an entry whose parts have these peaks, as many as there are."""
    missing = ((),) * len(entry.asked.query.parts)
    parts = [
        (part, replace(details, peaks=heights))
        for (part, details), heights in zip(entry.asked.parts, (*peaks, *missing))
    ]
    return replace(entry, asked=entry.asked.of_parts(parts)) if parts else entry


def _digits(peaks: Sequence[float]) -> str:
    return "".join(f"{round(9 * min(1.0, max(0.0, peak)))}" for peak in peaks)


def _peaks(digits: str) -> tuple[float, ...]:
    return tuple(int(digit) / 9 for digit in digits)
