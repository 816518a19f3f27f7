"""All questions of a project: saved with it, found by words, kept or forgotten.

The list of :mod:`qgis_scrl.history` is the user's: the last few questions of whatever project. This one belongs to
the project, and travels with it; recordings and pictures stay in the profile of whoever asked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .contract import QueryPart, SearchResult, from_json, to_json
from .history import AskedQuery, unweighted

_SCOPE, _KEY = "qgis_scrl", "questions"
#: Of those that are not kept. A question takes about 3 kB of the project.
MOST = 500
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

    def is_of(self, asked: AskedQuery) -> bool:
        """Return whether it is this question, asked of the same index, with whatever weights, filters and labels."""
        return _key(self.asked) == _key(asked.of_any_index)

    def matches(self, words: str) -> bool:
        """Return whether all these words, or parts of words, are found in it; letter case does not matter."""
        found = "\n".join((self.asked.title, *self.asked.sentences, *self.heard, self.asked.index))
        return all(word in found.casefold() for word in words.casefold().split())


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
        project.readProject.connect(self._read)
        project.cleared.connect(self._read)
        self._read()

    @property
    def entries(self) -> tuple[HistoryEntry, ...]:
        """The questions, the newest first."""
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
        former = [entry for entry in self._entries if entry.is_of(asked)]
        if not asked.query.labels and former:
            asked = _labelled(asked, former[0].asked)
        heard = tuple(phrase.text for phrase in result.understood)
        kept = any(entry.kept for entry in former)
        entry = HistoryEntry(asked, len(result.hits), heard, kept, whole)
        self._set((entry, *(other for other in self._entries if other not in former)))

    def label(self, asked: AskedQuery) -> None:
        """Take over the labels of a question."""
        self._set(
            replace(entry, asked=_labelled(entry.asked, asked)) if entry.is_of(asked) else entry
            for entry in self._entries
        )

    def keep(self, entry: HistoryEntry, kept: bool = True) -> None:
        """Keep an entry however many others follow; or (False) no longer."""
        self._set(replace(each, kept=kept) if each == entry else each for each in self._entries)

    def remove(self, entry: HistoryEntry) -> int:
        """Take an entry out; says where it was."""
        place = self._entries.index(entry)
        self._set(each for each in self._entries if each != entry)
        return place

    def restore(self, entry: HistoryEntry, place: int) -> None:
        """Put an entry back where it was."""
        self._set((*self._entries[:place], entry, *self._entries[place:]))

    def end(self) -> None:
        """Let go of the project."""
        self._project.readProject.disconnect(self._read)
        self._project.cleared.disconnect(self._read)

    def _set(self, entries: Iterable[HistoryEntry]) -> None:
        new = _bounded(tuple(entries))
        if new != self._entries:
            self._entries = new
            self._project.writeEntry(_SCOPE, _KEY, json.dumps(to_json(new)))
            self.changed.emit()

    def _read(self, *_document: object) -> None:
        stored = self._project.readEntry(_SCOPE, _KEY, "[]")[0]
        try:
            self._entries = from_json(tuple[HistoryEntry, ...], json.loads(stored))
        except (TypeError, ValueError):
            self._entries = ()  # Of another version, or changed by hand: begin anew.
        self.changed.emit()


def _bounded(entries: tuple[HistoryEntry, ...]) -> tuple[HistoryEntry, ...]:
    spare = [entry for entry in entries if not entry.kept][MOST:]
    return tuple(entry for entry in entries if entry not in spare) if spare else entries


def _labelled(asked: AskedQuery, other: AskedQuery) -> AskedQuery:
    return replace(asked, query=replace(asked.query, labels=other.query.labels))


def _key(asked: AskedQuery) -> tuple[str, tuple[QueryPart, ...]]:
    return asked.index, unweighted(asked)
