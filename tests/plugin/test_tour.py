"""The tour: five hints beside what they are about, once, with keys alone, and not in anybody's way."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QWidget

from qgis_scrl.dock.controllers.tour_controller import TourController
from qgis_scrl.dock.widgets.tour_panel import Outline
from tests.support.desk import Desk
from tests.support.events import let_pass, wait_until


def heading(desk: Desk) -> str:
    panel = desk.dock.tour.panel
    return f"{panel.count.text()}: {panel.title.text()}" if panel.isVisible() else ""


def where(widget: QWidget, desk: Desk) -> int:
    """Return how far down in the dock the top of a widget is."""
    return widget.mapTo(desk.dock.widget().widget(), widget.rect().topLeft()).y()


def outline(desk: Desk) -> Outline:
    (found,) = desk.dock.findChildren(Outline)
    return found


def test_it_comes_with_the_first_index_and_never_again(desk: Desk, demo_index: Path) -> None:
    desk.settings.tour_was_shown = False
    let_pass(0.1)
    assert heading(desk) == "", "not in an empty dock"
    desk.dock.speak.field.setFocus()
    focus = desk.iface.window.focusWidget()
    desk.use(demo_index)
    assert heading(desk) == "1 of 5: Speak or type"
    assert desk.iface.window.focusWidget() is focus, "it takes no keys away"
    desk.dock.tour.panel.skip_button.click()
    desk.dock.index_bar.choose("")
    desk.use(demo_index)
    assert heading(desk) == ""


def test_every_hint_stands_beside_what_it_is_about(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)
    tour, panel = desk.dock.tour, desk.dock.tour.panel
    tour.begin()
    dock = desk.dock
    sections = (dock.speak, dock.results, dock.speak, dock.results, dock.filters)
    shown = (dock.speak.button, dock.results.hint, dock.speak.example_button, dock.results.hint)
    for number, section in enumerate(sections):
        assert heading(desk).startswith(f"{number + 1} of 5")
        assert panel.title.text() in panel.accessibleName()
        assert panel.text.text() in panel.next_button.accessibleDescription()
        assert panel.back_button.isEnabled() == (number > 0)
        anchor = shown[number] if number < len(shown) else dock.filters
        wait_until(functools.partial(around, outline(desk), anchor), 10, anchor.accessibleName())
        wait_until(functools.partial(beside, panel, section, desk), 10, "a bubble beside it")
        panel.next_button.click()
    assert heading(desk) == ""
    assert not outline(desk).isVisible()


def beside(panel: QWidget, section: QWidget, desk: Desk) -> bool:
    """Whether a bubble begins where a part of the dock ends, or the other way round."""
    top, other_top = where(panel, desk), where(section, desk)
    return top >= other_top + section.height() - 1 or top + panel.height() <= other_top + 1


def around(frame: Outline, anchor: QWidget) -> bool:
    corner = anchor.mapTo(frame.parentWidget(), anchor.rect().topLeft())
    return frame.isVisible() and frame.geometry().adjusted(
        3, 3, -3, -3
    ) == anchor.rect().translated(corner)


def test_hints_point_at_what_a_search_has_brought(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)
    desk.dock.tour.begin()
    desk.dock.tour.panel.next_button.click()
    wait_until(lambda: around(outline(desk), desk.dock.results.hint), 10)
    desk.dock.asking.ask_text("a forest")
    wait_until(lambda: around(outline(desk), desk.dock.results.least), 60, "the slider")


def test_it_is_gone_through_with_the_keyboard(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)
    QApplication.setActiveWindow(desk.iface.window)
    desk.dock.index_bar.tour_action.trigger()
    panel = desk.dock.tour.panel

    def key(key: Qt.Key, to: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, to)

    assert QApplication.focusWidget() is panel.next_button
    key(Qt.Key.Key_Space)
    assert heading(desk).startswith("2 of 5")
    assert QApplication.focusWidget() is panel.next_button
    key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is panel.skip_button
    key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is panel.back_button
    key(Qt.Key.Key_Space)
    assert heading(desk).startswith("1 of 5")
    # Back is disabled there; the keys do not get lost.
    assert QApplication.focusWidget() is panel.next_button
    key(Qt.Key.Key_Escape)
    assert heading(desk) == ""
    assert desk.dock.speak.isAncestorOf(QApplication.focusWidget())


def test_every_part_of_the_dock_is_where_it_was_after_the_tour(
    desk: Desk, demo_index: Path
) -> None:
    desk.use(demo_index)
    tour: TourController = desk.dock.tour
    let_pass(0.1)
    before = [where(part, desk) for part in (desk.dock.speak, desk.dock.banner, desk.dock.filters)]
    tour.begin()
    for _ in range(5):
        tour.panel.next_button.click()
    let_pass(0.1)
    wait_until(
        lambda: (
            before
            == [
                where(part, desk) for part in (desk.dock.speak, desk.dock.banner, desk.dock.filters)
            ]
        ),
        10,
        "the parts as before",
    )
