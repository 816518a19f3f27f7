"""The tour: five hints, beside the parts of the dock that they are about; shown once, and when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ...settings import Settings
from ...translation import tr
from ..widgets.filters_panel import FiltersPanel
from ..widgets.results_panel import ResultsPanel
from ..widgets.speak_panel import SpeakPanel
from ..widgets.tour_panel import Outline, TourPanel


@dataclass(frozen=True)
class Hint:
    """A hint of the tour.

    Attributes:
        title: What it is about, translated.
        text: What to know of it, translated.
        section: The part of the dock that it stands beside.
        anchors: What it points at: the first of these that is seen, else the section.
        below: Whether it stands below the section; otherwise above.
    """

    title: str
    text: str
    section: QWidget
    anchors: tuple[QWidget, ...]
    below: bool


class TourController(QObject):
    """Shows the hints one after the other.

    Args:
        page: The page of the dock that all parts are on; its layout is a ``QVBoxLayout``.
        scroll: The scroll area around it.
        speak: Its part for questions.
        filters: Its part for filters.
        results: Its part for hits.
        settings: Know whether the tour has been shown.

    Attributes:
        panel: The bubble.
    """

    def __init__(
        self,
        page: QWidget,
        scroll: QScrollArea,
        speak: SpeakPanel,
        filters: FiltersPanel,
        results: ResultsPanel,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._scroll = scroll
        self._settings = settings
        self._hints = _hints(speak, filters, results)
        self._number = -1
        self._is_new = False
        self.panel = TourPanel(page)
        self._outline = Outline(page)
        self._settle = QTimer(self, singleShot=True, interval=0, timeout=self._follow)
        self.panel.back_wanted.connect(lambda: self._show(self._number - 1))
        self.panel.next_wanted.connect(lambda: self._show(self._number + 1))
        self.panel.skipped.connect(self.leave)
        page.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Whether a hint is shown."""
        return self._number >= 0

    def offer(self) -> None:
        """Begin, if the user has never seen it; the keys stay where they are."""
        if not self._settings.tour_was_shown and not self.is_on:
            self._settings.tour_was_shown = True
            self._show(0)

    def begin(self) -> None:
        """Begin because the user wants it: with the keys on Next."""
        self._settings.tour_was_shown = True
        self._show(0)
        self.panel.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Show no hint."""
        if not self.is_on:
            return
        had_focus = self.panel.isAncestorOf(self._page.window().focusWidget())
        section = self._hints[self._number].section
        self._number = -1
        self.panel.setVisible(False)
        self._outline.setVisible(False)
        if had_focus:
            # Where the last hint was, not at whatever Qt takes for the next.
            first = section.nextInFocusChain()
            while not (first.isVisible() and first.isEnabled() and first.focusPolicy()):
                first = first.nextInFocusChain()
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, number: int) -> None:
        if not 0 <= number < len(self._hints):
            self.leave()
            return
        self._number, self._is_new = number, True
        hint = self._hints[number]
        focused = self._page.window().focusWidget()
        layout = self._page.layout()
        if not isinstance(layout, QVBoxLayout):
            return
        layout.removeWidget(self.panel)
        layout.insertWidget(layout.indexOf(hint.section) + int(hint.below), self.panel)
        buttons = (self.panel.back_button, self.panel.next_button, self.panel.skip_button)
        for before, after in zip((_last_of(hint.section), *buttons), buttons):
            QWidget.setTabOrder(before, after)
        self.panel.show_hint(number + 1, len(self._hints), hint.title, hint.text)
        if focused in buttons:
            kept = (
                focused if focused.isEnabled() and focused.isVisibleTo(self.panel) else buttons[1]
            )
            kept.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settle.start()

    def _follow(self) -> None:
        """Point at what the hint is about, where it is now."""
        if not self.is_on:
            return
        hint = self._hints[self._number]
        anchor = next((one for one in hint.anchors if one.isVisible()), hint.section)
        self.panel.point_at(anchor, hint.below)
        if not hint.section.isVisible():
            self._outline.setVisible(False)
            return
        self._outline.surround(anchor)
        if self._is_new:
            self._is_new = False
            self._scroll.ensureWidgetVisible(anchor)
            self._scroll.ensureWidgetVisible(self.panel)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the parts of the dock when they move."""
        if self.is_on and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._settle.start()
        return bool(super().eventFilter(watched, event))


def _last_of(section: QWidget) -> QWidget:
    """Return the last widget of a part of the dock that Tab reaches."""
    last, one = section, section.nextInFocusChain()
    while section.isAncestorOf(one):
        if one.focusPolicy():
            last = one
        one = one.nextInFocusChain()
    return last


def _hints(speak: SpeakPanel, filters: FiltersPanel, results: ResultsPanel) -> Sequence[Hint]:
    return (
        Hint(
            tr("Speak or type"),
            tr(
                "Press Speak and say in English what you are looking for, such as “white storage tanks beside a "
                "river”. Or type it and press Enter."
            ),
            speak,
            (speak.button,),
            True,
        ),
        Hint(
            tr("How sure, and how many"),
            tr(
                "The slider above the list hides places with a low score, at once and without a new search. How many "
                "places are searched for at most is set under Filters."
            ),
            results,
            (results.least, results.hint),
            False,
        ),
        Hint(
            tr("Show an example"),
            tr(
                "What is hard to say can be shown: press Show me one and click it on the map, or drag a box around it."
            ),
            speak,
            (speak.example_button,),
            True,
        ),
        Hint(
            tr("Yes and no"),
            tr(
                "Answer places of the list with Y (yes) or N (no), then press Refine: the search learns what you mean."
            ),
            results,
            (results.list, results.hint),
            False,
        ),
        Hint(
            tr("Only here, only then"),
            tr(
                "Under Filters the search is limited to the map extent, to polygons or to dates of the imagery."
            ),
            filters,
            (),
            True,
        ),
    )
