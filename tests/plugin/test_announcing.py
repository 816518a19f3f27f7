"""What changes by itself is told to whoever cannot see it: as the description of what has the focus."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from qgis_scrl.dock.widgets.announcing import LiveLabel
from qgis_scrl.dock.widgets.status_banner import DockState, StatusBanner
from tests.support.events import wait_until


def shown(*parts: QWidget) -> QWidget:
    window = QWidget()
    layout = QVBoxLayout(window)
    for part in parts:
        layout.addWidget(part)
    window.show()
    window.activateWindow()
    parts[0].setFocus()
    wait_until(lambda: QApplication.focusWidget() is parts[0], 10, "the focus")
    return window


def test_a_new_state_becomes_the_description_of_what_has_the_focus(qgis_app: object) -> None:
    field, other, banner = QLineEdit(), QLineEdit(), StatusBanner()
    field.setAccessibleDescription("a field")
    window = shown(field, other, banner)
    banner.show_state(DockState.SEARCHING)
    assert field.accessibleDescription() == "Searching… Press Esc to cancel."
    assert other.accessibleDescription() == ""
    banner.show_state(DockState.READY)
    assert field.accessibleDescription().startswith("Ready.")
    other.setFocus()
    assert field.accessibleDescription() == "a field", "as it was"
    assert other.accessibleDescription() == ""
    window.close()


def test_a_label_of_a_dialog_is_spoken_when_it_changes(qgis_app: object) -> None:
    field, status = QLineEdit(), LiveLabel("nothing yet")
    window = shown(field, status)
    assert field.accessibleDescription() == ""
    status.setText("4 notes")
    assert field.accessibleDescription() == "4 notes"
    window.close()


def test_other_windows_are_left_alone_and_what_is_gone_does_no_harm(qgis_app: object) -> None:
    field, banner = QLineEdit(), StatusBanner()
    window, elsewhere = shown(field), shown(banner)
    window.activateWindow()
    field.setFocus()
    wait_until(lambda: QApplication.focusWidget() is field, 10, "the focus")
    banner.show_state(DockState.ERROR)
    assert field.accessibleDescription() == ""
    elsewhere.close()
    lone, mine = QLineEdit(), StatusBanner()
    both = shown(lone, mine)
    mine.show_state(DockState.SEARCHING)
    sip.delete(lone)
    mine.show_state(DockState.READY)
    both.close()
    window.close()
