"""How a question is asked in the dock: typed, spoken, shown, dropped, and put together of several parts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from qgis_scrl.contract import SearchResult
from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.history import AskedQuery, QuestionHistory
from qgis_scrl.settings import Settings
from tests.support.desk import Desk
from tests.support.events import wait_until

ENTER = Qt.Key.Key_Return
TANKS = "white storage tanks"


@pytest.fixture
def desk(warm_engine: EngineClient, demo_index: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk on which the index of the demo scene is chosen."""
    Settings().index_folder = str(tmp_path / "indexes")
    desk = Desk(warm_engine)
    desk.use(demo_index)
    yield desk
    desk.clear()
    shutil.rmtree(Settings().questions_folder, ignore_errors=True)


def answer(desk: Desk) -> SearchResult:
    """Wait for the answer to the question that has just been asked."""
    assert desk.dock.state is DockState.SEARCHING, desk.said
    wait_until(lambda: desk.dock.state is not DockState.SEARCHING, 60, "an answer")
    assert desk.dock.state is DockState.RESULTS, desk.said
    result = desk.dock.answers.result
    assert result is not None
    return result


def type_in(desk: Desk, text: str, *, add: bool = False) -> SearchResult:
    """Type a question, press Enter and wait for the answer."""
    field = desk.dock.speak.field
    field.clear()
    QTest.keyClicks(field, text)
    modifier = Qt.KeyboardModifier.ControlModifier if add else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(field, ENTER, modifier)
    return answer(desk)


def history() -> tuple[AskedQuery, ...]:
    return QuestionHistory(Settings()).questions


# --- typed -----------------------------------------------------------------------------------------


def test_a_typed_question_is_answered_and_named_for_its_sentence(desk: Desk) -> None:
    field = desk.dock.speak.field
    QTest.keyClicks(field, f"  {TANKS} ")
    QTest.keyClick(field, ENTER)
    assert f"Searching for {TANKS}" in desk.said
    assert field.isEnabled(), "whoever types goes on typing"
    result = answer(desk)
    assert result.hits
    assert any("tank" in phrase.text for phrase in result.understood)
    layer = desk.dock.answers.layer
    assert layer is not None
    assert layer.name().startswith(f"{TANKS} ")
    assert next(layer.getFeatures())["question"] == TANKS
    assert not desk.dock.speak.play_button.isVisible(), "nothing was spoken"


def test_a_typed_question_is_completed_and_asked_again_from_the_history(desk: Desk) -> None:
    first = type_in(desk, TANKS)
    assert [asked.title for asked in history()] == [TANKS]
    completer = desk.dock.speak.field.completer()
    completer.setCompletionPrefix("Tank")
    assert completer.currentCompletion() == TANKS
    type_in(desk, "a river")
    desk.dock.speak.recent.chosen.emit(history()[1])
    assert answer(desk).hits == first.hits
    assert desk.dock.speak.field.text() == TANKS


def test_what_the_model_was_not_taught_is_said_of_typed_questions_too(desk: Desk) -> None:
    result = type_in(desk, "a volcano")
    assert "not-taught" in [note.code for note in result.notes]
    assert "not taught" in desk.said


def test_escape_clears_the_field_and_nothing_blank_is_asked(desk: Desk) -> None:
    field = desk.dock.speak.field
    QTest.keyClicks(field, "   ")
    QTest.keyClick(field, ENTER)
    assert desk.dock.state is DockState.READY
    QTest.keyClicks(field, "harbour")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_what_is_typed_during_a_search_takes_its_place(desk: Desk) -> None:
    field = desk.dock.speak.field
    QTest.keyClicks(field, "a river")
    QTest.keyClick(field, ENTER)
    field.clear()
    type_in(desk, TANKS)
    assert [asked.title for asked in history()] == [TANKS]


def test_without_an_index_the_field_says_why_nothing_can_be_typed(desk: Desk) -> None:
    field = desk.dock.speak.field
    assert field.isEnabled()
    assert "Enter" in field.toolTip()
    desk.dock.index_bar.choose("")
    assert not field.isEnabled()
    assert "index" in field.toolTip()


def test_the_shortcut_puts_the_cursor_into_the_field(desk: Desk) -> None:
    QApplication.setActiveWindow(desk.iface.window)
    desk.dock.type()
    wait_until(desk.dock.speak.field.hasFocus, 5, "the focus")
