"""The dock and its dialogs with the keyboard alone: no step needs a mouse, and the focus is where one goes on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

from qgis.core import QgsCoordinateTransform, QgsPointXY
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget

from qgis_scrl.contract import Hit, Query, TextPart
from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.history import AskedQuery
from qgis_scrl.layers.search_areas import wgs84
from qgis_scrl.plugin import HISTORY_SHORTCUT, SPEAK_SHORTCUT, TYPE_SHORTCUT
from tests.support.desk import Desk
from tests.support.events import let_pass, wait_until

#: What AltGr makes a sign of on keyboards that many have: German, French, Polish, Spanish, US international.
ALT_GR = set("QEMACLNOSXZWRTYUIPD")


@pytest.fixture
def desk(warm_engine: EngineClient) -> Iterator[Desk]:
    desk = Desk(warm_engine)
    desk.iface.window.activateWindow()
    yield desk
    desk.clear()
    for folder in ("labels", "questions"):
        shutil.rmtree(desk.settings.data_folder / folder, ignore_errors=True)


@pytest.fixture
def index(dated_index: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(dated_index, tmp_path / "dated.scrl"))


@pytest.fixture
def asked(desk: Desk, index: Path) -> Desk:
    """A desk on which one question has been typed and answered."""
    desk.use(index)
    type_question(desk, "storage tanks")
    return desk


def type_question(desk: Desk, text: str) -> None:
    field = desk.dock.speak.field
    desk.dock.type()
    answers: list[object] = []
    desk.dock.answered.connect(answers.append)
    field.setText(text)  # Key by key, the completion would pop up and hold the keys.
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait_until(lambda: bool(answers), 60, "an answer")
    desk.dock.answered.disconnect(answers.append)


def key(
    key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> QWidget | None:
    """Press a key where the focus is; returns where it is then."""
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)
    return QApplication.focusWidget()


def front(window: QWidget) -> None:
    """Give a window the keys, as a window manager does when it is opened."""
    window.activateWindow()
    wait_until(lambda: QApplication.activeWindow() is window, 10, "the window")


def said(desk: Desk) -> dict[int, bool]:
    labelling = desk.dock.labelling.labelling
    assert labelling is not None
    return dict(labelling.by_tile)


def on_canvas(desk: Desk, hit: Hit) -> QPoint:
    """Return where a hit is on the map, in pixels."""
    to_map = QgsCoordinateTransform(wgs84(), desk.project.crs(), desk.project)
    point = desk.canvas.getCoordinateTransform().transform(
        to_map.transform(QgsPointXY(hit.lon, hit.lat))
    )
    return QPoint(round(point.x()), round(point.y()))


def alone_at(desk: Desk, hits: tuple[Hit, ...]) -> list[Hit]:
    """Return hits at whose centre no better one is shown."""
    found = [hit for hit in hits if desk.dock.answers.hit_at(QgsPointXY(hit.lon, hit.lat)) is hit]
    assert len(found) >= 2
    return found


# --- the way through ---------------------------------------------------------------------------------


def test_from_a_question_to_saved_searches_with_keys_only(asked: Desk) -> None:
    dock, hit_list = asked.dock, asked.dock.results.list
    hit_list.setFocus(Qt.FocusReason.TabFocusReason)
    hit_list.setCurrentIndex(hit_list.hits.index(0))
    first, second = hit_list.hits.rows[:2]
    assert key(Qt.Key.Key_Y) is hit_list
    assert key(Qt.Key.Key_N) is hit_list
    assert said(asked) == {first.tile_id: True, second.tile_id: False}
    refine = dock.results.labels.ask_button
    refine.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Space)
    asked.wait_for(DockState.SEARCHING)
    asked.wait_for(DockState.RESULTS)
    assert QApplication.focusWidget() is refine

    dock.history.open()
    history = dock.history.dialog
    assert history is not None
    front(history)
    wait_until(lambda: history.current is not None, 10, "the question")
    assert QApplication.focusWidget() is history.list
    history.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert key(Qt.Key.Key_Down) is history.list
    # The button cannot be pressed while it is asked: Space must not hit what comes next.
    history.ask_button.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Space)
    asked.wait_for(DockState.SEARCHING)
    assert QApplication.focusWidget() is history.list
    asked.wait_for(DockState.RESULTS)
    wait_until(lambda: history.current is not None, 10, "the question")
    assert QApplication.focusWidget() is history.list
    key(Qt.Key.Key_Escape)
    assert dock.history.dialog is None

    keep = dock.results.keep_asking_button
    front(dock.window())
    keep.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Space)
    searches = dock.searches.dialog
    assert searches is not None
    front(searches)
    assert QApplication.focusWidget() is searches.name

    def names() -> list[str]:
        return [search.name for search in searches.searches]

    def keep_asking(name: str) -> None:
        searches.name.selectAll()
        QTest.keyClicks(searches.name, name)
        key(Qt.Key.Key_Return)
        wait_until(lambda: name in names(), 30, name)

    keep_asking("tanks")
    keep_asking("more tanks")
    keep_asking("all tanks")
    searches.list.setFocus(Qt.FocusReason.TabFocusReason)
    searches.list.setCurrentItem(searches.list.topLevelItem(1))
    key(Qt.Key.Key_F2)
    (editor,) = searches.list.findChildren(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "two")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    wait_until(lambda: names() == ["tanks", "two", "all tanks"], 30, "the new name")
    assert searches.current is not None
    assert searches.current.name == "two"
    assert QApplication.focusWidget() is searches.list
    # What is removed leaves its neighbour selected, not the first.
    key(Qt.Key.Key_Delete)
    wait_until(lambda: names() == ["tanks", "all tanks"], 30, "one less")
    assert searches.current is not None
    assert searches.current.name == "all tanks"
    key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: sorted(names()) == ["all tanks", "tanks", "two"], 30, "it is back")
    assert searches.current is not None
    assert searches.current.name == "two"
    assert QApplication.focusWidget() is searches.list
    # A name that is taken leaves what was selected.
    searches.list.currentItem().setText(0, "tanks")
    wait_until(lambda: "another name" in searches.status.text(), 30, "what is wrong")
    assert searches.current is not None
    assert searches.current.name == "two"
    key(Qt.Key.Key_Escape)
    assert dock.searches.dialog is None


def test_saved_searches_without_a_question_begin_in_the_list(desk: Desk, index: Path) -> None:
    desk.use(index)
    desk.dock.searches.open()
    dialog = desk.dock.searches.dialog
    assert dialog is not None
    front(dialog)
    assert QApplication.focusWidget() is dialog.list


def test_through_time_leads_back_to_the_hit_and_takes_no_keys_from_a_new_question(
    asked: Desk,
) -> None:
    hit_list = asked.dock.results.list
    hit_list.setFocus(Qt.FocusReason.TabFocusReason)
    hit_list.setCurrentIndex(hit_list.hits.index(0))
    key(Qt.Key.Key_T)
    panel = asked.dock.time.panel
    assert panel is not None
    wait_until(lambda: len(panel.tiles) == 3, 60, panel.status.text())
    assert QApplication.focusWidget() is panel.strip
    panel.strip.setCurrentRow(1)
    key(Qt.Key.Key_Left)
    assert panel.strip.currentRow() == 0
    # Asked another question, the strip tells its scores; the focus stays in the field.
    type_question(asked, "a forest")
    let_pass(0.5)
    wait_until(lambda: len(panel.tiles) == 3, 60, panel.status.text())
    assert QApplication.focusWidget() is asked.dock.speak.field
    hit_list.setFocus(Qt.FocusReason.TabFocusReason)
    hit_list.setCurrentIndex(hit_list.hits.index(0))
    key(Qt.Key.Key_T)
    wait_until(lambda: QApplication.focusWidget() is panel.strip, 60, "the strip")
    key(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is hit_list


def test_notes_are_listed_played_and_deleted_with_keys_only(
    asked: Desk,
    field_notes: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "copy.gpkg"
    file.write_bytes(field_notes.read_bytes())
    asked.settings.notes_file = str(file)
    asked.dock.index_bar.notes_button.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Space)
    dialog = asked.dock.notes.dialog
    assert dialog is not None
    front(dialog)
    wait_until(lambda: dialog.list.count() == 4, 30, "the notes")
    assert QApplication.focusWidget() is dialog.list
    assert dialog.list.currentRow() == 0
    key(Qt.Key.Key_Down)
    played: list[str] = []

    def play(path: str) -> bool:
        played.append(path)
        return True

    # There is no loudspeaker here.
    monkeypatch.setattr(asked.dock.notes.player, "play", play)
    key(Qt.Key.Key_Return)
    wait_until(lambda: bool(played), 60, "the note")
    # The buttons cannot be pressed while the engine is at work.
    for button in (dialog.search_button, dialog.all_button):
        wait_until(button.isEnabled, 60, dialog.status.text())
        button.setFocus(Qt.FocusReason.TabFocusReason)
        key(Qt.Key.Key_Space)
        assert QApplication.focusWidget() is dialog.list
        wait_until(button.isEnabled, 60, dialog.status.text())
    dialog.list.setCurrentRow(1)
    kept = dialog.list.item(2).text()
    key(Qt.Key.Key_Delete)
    wait_until(lambda: bool(dialog.findChildren(QMessageBox)), 10, "the question")
    (box,) = dialog.findChildren(QMessageBox)
    box.button(QMessageBox.StandardButton.Yes).click()
    wait_until(lambda: dialog.list.count() == 3, 60, "one less")
    assert dialog.list.currentItem().text() == kept
    front(dialog)
    key(Qt.Key.Key_Escape)
    assert asked.dock.notes.dialog is None


def test_dialogs_that_compare_keep_the_focus(desk: Desk, index: Path) -> None:
    desk.use(index)
    desk.dock.comparing.open()
    changes = desk.dock.comparing.dialog
    assert changes is not None
    front(changes)
    changes.find_button.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is changes.list
    wait_until(lambda: not changes.is_busy, 60, "changes")
    key(Qt.Key.Key_Escape)
    desk.dock.exploring.open()
    explore = desk.dock.exploring.dialog
    assert explore is not None
    front(explore)
    wait_until(lambda: not explore.is_busy, 60, "groups")
    explore.tabs.setCurrentIndex(1)
    explore.explore_button.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is explore.odd_list
    wait_until(lambda: not explore.is_busy, 60, "groups")


# --- on the map --------------------------------------------------------------------------------------


def test_a_place_is_shown_with_the_arrow_keys_and_enter(asked: Desk) -> None:
    button = asked.dock.speak.example_button
    button.setFocus(Qt.FocusReason.TabFocusReason)
    tool = asked.canvas.mapTool()
    key(Qt.Key.Key_Space)
    wait_until(lambda: QApplication.focusWidget() is asked.canvas, 10, "the map")
    assert "Enter" in asked.said
    answers: list[object] = []
    asked.dock.answered.connect(answers.append)
    key(Qt.Key.Key_Return)
    wait_until(lambda: bool(answers) or asked.dock.state is DockState.ERROR, 60, "an answer")
    assert answers, asked.said
    assert asked.canvas.mapTool() is tool
    assert QApplication.focusWidget() is button


def test_esc_leaves_the_map_for_a_note(desk: Desk, index: Path, tmp_path: Path) -> None:
    desk.use(index)
    dialog = desk.dock.notes.open()
    front(dialog)
    desk.dock.notes.use(str(tmp_path / "new.gpkg"))
    dialog.fitting_button.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Space)
    wait_until(lambda: QApplication.focusWidget() is desk.canvas, 10, "the map")
    key(Qt.Key.Key_Escape)
    wait_until(lambda: QApplication.focusWidget() is dialog.fitting_button, 10, "the button")
    assert not dialog.fitting_button.isChecked()


def test_hits_are_answered_on_the_map_until_esc(asked: Desk) -> None:
    pan = QgsMapToolPan(asked.canvas)
    asked.canvas.setMapTool(pan)
    menu = asked.dock.results.labels
    menu.map_action.trigger()
    assert menu.map_action.isChecked()
    viewport = asked.canvas.viewport()
    first, second = alone_at(asked, asked.dock.results.shown_hits())[:2]
    left, right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(viewport, left, none, on_canvas(asked, first))
    assert said(asked) == {first.tile_id: True}
    assert asked.dock.results.list.ranks_selected() == [first.rank]
    QTest.mouseClick(viewport, right, none, on_canvas(asked, second))
    assert said(asked) == {first.tile_id: True, second.tile_id: False}
    QTest.mouseClick(viewport, left, shift, on_canvas(asked, first))
    assert said(asked)[first.tile_id] is False
    # As many steps back as there were, on the map and in the list.
    asked.canvas.setFocus()
    QTest.keyClick(asked.canvas, Qt.Key.Key_U)
    assert said(asked) == {first.tile_id: True, second.tile_id: False}
    QTest.keyClick(asked.dock.results.list, Qt.Key.Key_Backspace)
    assert said(asked) == {first.tile_id: True}
    menu.undo_action.trigger()
    assert said(asked) == {}
    # Beside all squares nothing happens, and the status bar says why.
    QTest.mouseClick(viewport, left, none, QPoint(1, 1))
    assert said(asked) == {}
    assert "No place was found here" in asked.iface.status_bar.currentMessage()
    QTest.keyClick(asked.canvas, Qt.Key.Key_Escape)
    assert asked.canvas.mapTool() is pan
    assert not menu.map_action.isChecked()
    QTest.mouseClick(viewport, left, none, on_canvas(asked, first))
    assert said(asked) == {}
    asked.canvas.unsetMapTool(pan)


def test_esc_stops_a_search_before_it_leaves_the_map(asked: Desk) -> None:
    bar = asked.dock.results.labels
    bar.map_action.trigger()
    asked.dock.asking.ask(AskedQuery(Query((TextPart("a forest"),))))
    assert asked.dock.state is DockState.SEARCHING
    asked.dock.cancel()
    assert asked.dock.state is not DockState.SEARCHING
    assert bar.map_action.isChecked()
    asked.dock.cancel()
    assert not bar.map_action.isChecked()


def test_another_tool_takes_the_place_of_answering(asked: Desk) -> None:
    bar, pan = asked.dock.results.labels, QgsMapToolPan(asked.canvas)
    asked.canvas.setMapTool(pan)
    bar.map_action.trigger()
    asked.dock.speak.example_button.click()
    assert not bar.map_action.isChecked()
    asked.dock.cancel()
    assert asked.canvas.mapTool() is pan
    asked.canvas.unsetMapTool(pan)


def test_a_tool_that_is_left_follows_the_map_no_more(asked: Desk) -> None:
    canvas, action = asked.canvas, asked.dock.results.labels.map_action
    # Where no tool was active before, QGIS forgets ours before it deactivates it.
    canvas.unsetMapTool(canvas.mapTool())
    before = canvas.receivers(canvas.extentsChanged)
    action.trigger()
    assert canvas.receivers(canvas.extentsChanged) == before + 1
    action.trigger()
    assert canvas.mapTool() is None
    assert canvas.receivers(canvas.extentsChanged) == before


def test_no_shortcut_is_a_sign_that_is_typed_with_alt_gr() -> None:
    for shortcut in (SPEAK_SHORTCUT, TYPE_SHORTCUT, HISTORY_SHORTCUT):
        modifiers, letter = shortcut.rsplit("+", 1)
        assert modifiers != "Ctrl+Alt" or letter not in ALT_GR, shortcut
