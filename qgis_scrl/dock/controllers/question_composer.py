"""The question that is shown, and its changes: parts are added, weighed, corrected, removed; and undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...contract import AudioPart, Query, QueryPart, TextPart, TilePart
from ...history import AskedQuery, PartDetails
from ..widgets.question_chips import QuestionChips

_MOST_UNDONE = 50


class QuestionComposer(QObject):
    """Knows the question whose chips are shown.

    It does not ask: what it makes of a question is asked by whoever listens, and comes back with :meth:`show`.

    Signals:
        changed(object): Ask this :class:`AskedQuery` instead of the one that is shown.
        cleared(): The last part was removed: there is no question any more.
    """

    changed = pyqtSignal(object)
    cleared = pyqtSignal()

    def __init__(self, chips: QuestionChips, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chips = chips
        self._now: AskedQuery | None = None
        self._past: list[AskedQuery] = []
        chips.weighed.connect(self._weigh)
        chips.removed.connect(self._remove)
        chips.undo_wanted.connect(self.undo)

    def show(self, asked: AskedQuery) -> None:
        """Show a question that is, or was, asked; the one before it can be had back."""
        # Doubtful places are a look aside: what is made of the question next asks for hits.
        asked = replace(asked, query=replace(asked.query, doubtful=False))
        if not asked.query.parts:
            self._become(None)  # It is not known what these hits were found with.
        elif self.shows(asked):
            self.amend(asked)
        else:
            self._become(asked)

    @property
    def question(self) -> AskedQuery | None:
        """The question that is shown; None if there is none."""
        return self._now

    @property
    def is_adding(self) -> bool:
        """Whether what is spoken next is one more part of the question that is shown."""
        return self._now is not None and self._chips.is_adding

    def shows(self, asked: AskedQuery) -> bool:
        """Return whether this is the question that is shown."""
        return self._now is not None and self._now.query.parts == asked.query.parts

    def amend(self, asked: AskedQuery) -> None:
        """Show a question in place of the one that is shown, which could not be asked."""
        self._now = asked
        self._refresh()

    def label(self, asked: AskedQuery) -> None:
        """Take over the labels of the question that is shown: what is made of it is asked with them, too."""
        if self._now is not None and self.shows(asked):
            query = replace(self._now.query, labels=asked.query.labels)
            self._now = replace(self._now, query=query)

    def forget(self) -> None:
        """Show no question, and forget the former ones: they were asked of another index."""
        self._now, self._past = None, []
        self._refresh()

    def composed(self, asked: AskedQuery, add: bool = False) -> AskedQuery:
        """Return the question to ask when one has been spoken, typed or shown.

        Args:
            asked: What has been spoken, typed or shown.
            add: Whether it is one more part of the question that is shown, as it is while Add is pressed.
        """
        shown = self._now
        if shown is None or not (add or self._chips.is_adding):
            return asked
        self._chips.add_button.setChecked(False)
        index = asked.index or shown.index
        added = [(_of_index(part, index, shown.index), details) for part, details in asked.parts]
        return shown.of_parts([*shown.parts, *added])

    def corrected(self, sentence: str) -> AskedQuery:
        """Return the question with a sentence in place of what was heard, or typed if nothing was."""
        typed = TextPart(sentence)
        if self._now is None:
            return AskedQuery(Query((typed,)))
        parts = self._now.parts
        kind = AudioPart if any(_is_wanted(part, AudioPart) for part, _ in parts) else TextPart
        corrected: list[tuple[QueryPart, PartDetails]] = []
        done = False
        for part, details in parts:
            if not _is_wanted(part, kind):
                corrected.append((part, details))
            elif not done:
                corrected.append((replace(typed, weight=part.weight), PartDetails()))
                done = True
        return self._now.of_parts(corrected)

    def undo(self) -> None:
        """Ask the former question again."""
        if self._past:
            self._now = self._past.pop()
            self._refresh()
            self.changed.emit(self._now)

    def _become(self, asked: AskedQuery | None) -> None:
        if self._now is not None:
            self._past = [*self._past, self._now][-_MOST_UNDONE:]
        self._now = asked
        self._refresh()

    def _refresh(self) -> None:
        self._chips.show_question(self._now, bool(self._past))

    def _weigh(self, number: int, weight: float) -> None:
        if self._now is not None:
            parts = list(self._now.parts)
            part, details = parts[number]
            parts[number] = replace(part, weight=weight), details
            self._change(parts)

    def _remove(self, number: int) -> None:
        if self._now is not None:
            self._change([part for n, part in enumerate(self._now.parts) if n != number])

    def _change(self, parts: Sequence[tuple[QueryPart, PartDetails]]) -> None:
        if self._now is not None and parts:
            self.changed.emit(self._now.of_parts(parts))
        else:
            self._become(None)
            self.cleared.emit()


def _is_wanted(part: QueryPart, kind: type) -> bool:
    return isinstance(part, kind) and part.weight > 0


def _of_index(part: QueryPart, index: str, searched: str) -> QueryPart:
    """Return a part that is asked of another index than the one that it was made for."""
    if isinstance(part, TilePart) and part.index is None and index != searched:
        return replace(part, index=index)
    return part
