"""What has changed between two dates of a voice index: asked for, and listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ... import texts
from ...contract import Change, IndexedSource, Period, index_name, methods
from ...help import Topic
from ...history import AskedQuery, shortened
from ...settings import MOST_HITS
from ...translation import tr
from ..widgets import formatting, theme
from ..widgets.focus import focus_kept
from ..widgets.picture_list import PictureList
from .tiles_dialog import TilesDialog

#: A change of a score by so much is clear.
_CLEAR = 0.3
#: In the order in which they are offered.
_DIRECTIONS: tuple[Literal["", "any", "rose", "fell"], ...] = ("", "rose", "fell", "any")


class ChangesDialog(TilesDialog):
    """Asks for two dates and lists what has changed; the map and the dock stay usable.

    Args:
        index: Folder of the voice index.
        sources: Its rasters, whose dates are offered.

    Attributes:
        result: What is listed; None if nothing is.

    Signals:
        find_wanted(): Find what has changed, as the fields say.
        cancel_wanted(): Stop that.
        place_shown(object, bool): Show this :class:`Change` on the map; zoom close to it if the second is True.
        time_wanted(object): Show this :class:`Change` at all dates.
        layer_wanted(): Add what is listed to the map.
    """

    topic = Topic.CHANGES

    find_wanted = pyqtSignal()
    cancel_wanted = pyqtSignal()
    place_shown = pyqtSignal(object, bool)
    time_wanted = pyqtSignal(object)
    layer_wanted = pyqtSignal()

    result: methods.FindChangesResult | None

    def __init__(
        self, index: str, sources: Sequence[IndexedSource], parent: QWidget | None = None
    ) -> None:
        super().__init__(index, parent)
        self.setWindowTitle(tr("What has changed in {name}?").format(name=index_name(index)))
        self.asked: AskedQuery | None = None

        self.before = _times(tr("Earlier date"), tr("Imagery of this time is compared"))
        self.after = _times(tr("Later date"), tr("with imagery of this time at the same places"))
        for text, period in _periods(sources):
            for times in (self.before, self.after):
                times.addItem(text, period)
        self.before.setCurrentIndex(0)
        self.after.setCurrentIndex(self.after.count() - 1)
        self.what = QComboBox()
        self.what.addItems(
            [
                tr("the picture has changed most"),
                tr("the score of the question has risen"),
                tr("the score of the question has fallen"),
                tr("the score of the question has risen or fallen"),
            ]
        )
        self.what.setToolTip(
            tr(
                "Season and light, which change every place, are left out of the account. A score that has risen: "
                "no wetland then, wetland now"
            )
        )
        self.what.setAccessibleName(tr("What has changed"))
        self.at_least = QDoubleSpinBox()
        self.at_least.setRange(0.0, 1.0)
        self.at_least.setSingleStep(0.05)
        self.at_least.setValue(_CLEAR)
        self.at_least.setToolTip(tr("A score is between 0 and 1; 0.3 is a clear change"))
        self.at_least.setAccessibleName(tr("Least change of the score"))
        self.most = QSpinBox()
        self.most.setRange(1, MOST_HITS)
        self.most.setValue(20)
        self.most.setToolTip(tr("So many places are listed at most"))
        self.most.setAccessibleName(tr("Number of places"))
        self.in_view = QCheckBox(tr("Only what the map shows"))
        self.in_view.setToolTip(tr("Look only at tiles in the current extent of the map"))
        self.question = theme.MutedLabel()
        form = QFormLayout()
        form.addRow(tr("&Earlier:"), self.before)
        form.addRow(tr("&Later:"), self.after)
        form.addRow(tr("Places &where:"), self.what)
        form.addRow("", self.question)
        form.addRow(tr("&By at least:"), self.at_least)
        form.addRow(tr("&Number of places:"), self.most)
        form.addRow("", self.in_view)

        self.find_button = theme.button(
            tr("Find changes"), tr("Compare the two dates, place by place"), self.find_wanted.emit
        )
        self.cancel_button = theme.button(
            tr("Cancel"),
            tr("Stop comparing tiles"),
            self.cancel_wanted.emit,
            name=tr("Stop comparing tiles"),
        )
        self.list = PictureList(tr("Places that have changed, before and after"), 2)
        self.zoom_button = theme.button(
            tr("Zoom to place"),
            tr("Zoom the map to the selected place (Enter)"),
            self._zoom,
        )
        self.time_button = theme.button(
            tr("Through time"),
            tr("Show the selected place at all dates of the voice index"),
            self._want_time,
        )
        self.layer_button = theme.button(
            tr("Add as layer"),
            tr("Add the places that are listed to the map"),
            self.layer_wanted.emit,
            icon="add-layers",
        )
        find = theme.pack(QHBoxLayout(), self.find_button, self.cancel_button)
        find.addStretch(1)
        bottom = theme.pack(
            QHBoxLayout(),
            self.zoom_button,
            self.time_button,
            self.layer_button,
            self.close_box,
            wide=self.close_box,
        )
        theme.pack(
            QVBoxLayout(self), form, find, self.busy, self.status, self.list, bottom,
            wide=self.list, margin=None,
        )  # fmt: skip
        self.what.currentIndexChanged.connect(self._enable)
        self.before.currentIndexChanged.connect(self._enable)
        self.after.currentIndexChanged.connect(self._enable)
        self.list.itemSelectionChanged.connect(self._on_selected)
        self.list.itemActivated.connect(lambda _item: self._zoom())
        self.show_question(None)
        if self.before.count() < 2:
            self.status.setText(
                tr(
                    "This index has imagery of one date only. Add imagery of another date to compare them."
                )
            )
        self.resize(self.fontMetrics().size(0, "x" * 70 + "\n" * 34))

    @property
    def direction(self) -> Literal["", "any", "rose", "fell"]:
        """In which direction the score of the question is to have moved; empty: the picture counts."""
        return _DIRECTIONS[self.what.currentIndex()]

    @property
    def periods(self) -> tuple[Period, Period]:
        """The earlier and the later time."""
        return self.before.currentData(), self.after.currentData()

    def show_question(self, asked: AskedQuery | None) -> None:
        """Offer a question whose score may have changed; None: there is none."""
        self.asked = asked
        if asked is None:
            self.question.setText(tr("Ask a question in the dock to compare its scores."))
            self.what.setCurrentIndex(0)
        else:
            text = tr("The question: {question}").format(question=shortened(asked.title))
            self.question.setText(text)
        self._enable()

    def show_result(self, result: methods.FindChangesResult) -> None:
        """List places."""
        self.result = result
        self.list.set_rows(
            [
                (_text(change), _description(change), (change.before.tile_id, change.after.tile_id))
                for change in result.changes
            ]
        )
        if result.changes:
            text = tr("%n change(s) in {compared} places.", n=len(result.changes))
            lines = [text.format(compared=formatting.number(result.compared))]
        else:
            lines = [tr("Nothing has changed so much. Try a smaller change, or other dates.")]
        lines += [texts.note(note) for note in result.notes]
        self.end(" ".join(lines))
        self.list.setCurrentRow(0)

    @property
    def _change(self) -> Change | None:
        row = self.list.selected_row
        return self.result.changes[row] if self.result is not None and row >= 0 else None

    def _enable(self) -> None:
        with focus_kept(self, self.list):
            free = not self._is_busy
            self.busy.setVisible(not free)
            self.cancel_button.setVisible(not free)
            two = (
                self.before.count() > 1 and self.before.currentIndex() != self.after.currentIndex()
            )
            self.find_button.setEnabled(free and two)
            self.at_least.setEnabled(bool(self.direction))
            for row in range(1, self.what.count()):
                self.what.model().item(row).setEnabled(self.asked is not None)
            for button in (self.zoom_button, self.time_button):
                button.setEnabled(self._change is not None)
            self.layer_button.setEnabled(free and bool(self.result and self.result.changes))

    def _on_selected(self) -> None:
        self._enable()
        self._show_timer.start()

    def _show_place(self) -> None:
        if self._change is not None:
            self.place_shown.emit(self._change, False)

    def _zoom(self) -> None:
        self._show_timer.stop()
        if self._change is not None:
            self.place_shown.emit(self._change, True)

    def _want_time(self) -> None:
        if self._change is not None:
            self.time_wanted.emit(self._change)


def _times(name: str, tip: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(tip)
    return made


def _periods(sources: Sequence[IndexedSource]) -> list[tuple[str, Period]]:
    """Return the times of the imagery: each day, and each year that has several, in order."""
    days = sorted({source.date for source in sources if source.date is not None})
    found: list[tuple[str, Period]] = []
    for year in sorted({day.year for day in days}):
        of_year = [day for day in days if day.year == year]
        if len(of_year) > 1:
            text = tr("{year} (%n date(s))", n=len(of_year)).format(year=year)
            found.append((text, Period(str(year), str(year))))
        found += [
            (formatting.day(day), Period(day.isoformat(), day.isoformat())) for day in of_year
        ]
    return found


def _text(change: Change) -> str:
    days = " → ".join(
        formatting.day(tile.date) or tr("no date") for tile in (change.before, change.after)
    )
    return f"{change.rank}. {_measure(change)}\n{days} · {formatting.metres(change.after.ground_size_m)}"


def _measure(change: Change) -> str:
    if change.score_before is not None and change.score_after is not None:
        return tr("Score {before} → {after}").format(
            before=formatting.percent(change.score_before),
            after=formatting.percent(change.score_after),
        )
    return tr("Changed {times} times as much as most places").format(
        times=formatting.number(change.change, 1)
    )


def _description(change: Change) -> str:
    place = f"{change.after.lat:.5f}, {change.after.lon:.5f}"
    return f"{_measure(change)}\n{change.before.source} → {change.after.source}\n{place}"
