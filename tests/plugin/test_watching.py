"""The dock says what saved searches find in imagery that has been added to the chosen index."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit

from qgis_scrl.contract import AudioPart, Query, TextPart, methods, searches_file
from qgis_scrl.dock.dialogs.saved_searches_dialog import SavedSearchesDialog
from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.history import AskedQuery, QuestionHistory
from qgis_scrl.layers import group
from tests.support.desk import Desk
from tests.support.events import answer, let_pass, wait_until
from tests.support.paths import BEACH, SCENE
from tests.support.postgis_in_qgis import shared_index_for_qgis

QUESTION = Query((TextPart("a beach by the sea"),), min_score=0.4)


@pytest.fixture
def town(warm_engine: EngineClient, town: Path) -> Path:
    """With two saved searches."""
    never = Query((TextPart("storage tanks"),), min_score=1.0)
    for name, query in (("beaches", QUESTION), ("never", never)):
        params = methods.SaveSearchParams(str(town), name, query)
        answer(warm_engine, methods.SAVE_SEARCH, params)
    return town


def test_new_places_are_told_after_a_build_and_shown(desk: Desk, town: Path) -> None:
    line = desk.dock.new_places
    desk.use(town)
    let_pass(0.3)
    assert not line.isVisible()
    params = methods.AddToIndexParams(str(town), (str(SCENE),))
    desk.dock.indexes.build(methods.ADD_TO_INDEX, params, "town")
    wait_until(line.isVisible, 60, "new places")
    assert "new place" in line.label.text()
    assert "“beaches”" in line.label.text()
    # Not shown yet, it is still new the next time.
    desk.dock.index_bar.choose("")
    wait_until(lambda: not line.isVisible(), 10)
    desk.use(town)
    wait_until(line.isVisible, 60, "new places again")
    line.show_button.click()
    assert not line.isVisible()
    wait_until(lambda: desk.dock.watching._found is None, 10, "the layer")
    layers = [each for each in group.our_layers(desk.project) if each.name() == "New: beaches"]
    assert layers[0].featureCount() > 0
    feature = next(layers[0].getFeatures())
    assert feature["question"] == "beaches"
    assert feature["source"] == SCENE.name
    # They are listed, and their question can be asked again.
    wait_until(lambda: desk.dock.answers.layer is layers[0], 10, "the list")
    assert desk.dock.answers.asked_query is not None
    assert desk.dock.answers.asked_query.query == QUESTION
    wait_until(lambda: desk.dock._engine_requests.running("mark-seen") is None, 10)
    found = answer(desk.client, methods.WATCH_INDEX, methods.WatchIndexParams(str(town)))
    assert [each.hits for each in found.searches] == [(), ()]


def test_saved_searches_that_cannot_be_read_are_told_and_cost_nothing_else(
    desk: Desk, town: Path
) -> None:
    (town.parent / "town searches.json").write_text("{")
    desk.use(town)
    wait_until(lambda: any("saved searches" in text for text in desk.told), 30, "what is wrong")
    assert not desk.dock.new_places.isVisible()
    assert desk.dock.speak.button.isEnabled()


def saved(desk: Desk, index: Path) -> list[str]:
    found = answer(desk.client, methods.SAVED_SEARCHES, methods.IndexParams(str(index)))
    return [search.name for search in found.searches]


def ask(desk: Desk, query: Query) -> None:
    before = desk.dock.answers.layer
    desk.dock.asking.ask(AskedQuery(query))
    wait_until(lambda: desk.dock.answers.layer not in (None, before), 60, "an answer")


def listed(dialog: SavedSearchesDialog) -> list[str]:
    return [search.name for search in dialog.searches]


@pytest.fixture
def dialog(desk: Desk, town: Path) -> SavedSearchesDialog:
    desk.use(town)
    ask(desk, Query((TextPart("a forest"),)))
    desk.dock.results.keep_asking_button.click()
    dialog = desk.dock.searches.dialog
    assert dialog is not None
    wait_until(lambda: listed(dialog) == ["beaches", "never"], 60, "the saved searches")
    return dialog


def test_the_question_is_kept_with_its_words_as_name(
    desk: Desk, town: Path, dialog: SavedSearchesDialog
) -> None:
    assert dialog.name.text() == "a forest"
    assert dialog.name.hasFocus() or not dialog.isActiveWindow()
    desk.dock.results.least.setValue(100)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    wait_until(lambda: listed(dialog) == ["beaches", "never", "a forest"], 60, "another one")
    assert dialog.current is not None
    assert dialog.current.query.min_score == pytest.approx(desk.dock.results.least_score)
    assert "a forest" in dialog.status.text()
    # Once more is refused, with what to do.
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    wait_until(lambda: "another name" in dialog.status.text(), 60, "what is wrong")
    assert saved(desk, town) == ["beaches", "never", "a forest"]
    ask(desk, Query((TextPart("a harbour"),)))
    assert dialog.name.text() == "a harbour"


def test_a_search_is_asked_renamed_removed_and_brought_back(
    desk: Desk, town: Path, dialog: SavedSearchesDialog
) -> None:
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    desk.wait_for(DockState.SEARCHING)
    desk.wait_for(DockState.RESULTS)
    assert desk.dock.speak.field.text() == "a beach by the sea"
    dialog.rename_button.click()
    (editor,) = dialog.list.findChildren(QLineEdit)
    editor.setText("coast")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    wait_until(lambda: listed(dialog) == ["coast", "never"], 60, "the new name")
    dialog.remove_button.click()
    wait_until(lambda: listed(dialog) == ["never"], 60, "one less")
    assert saved(desk, town) == ["never"]
    dialog.undo_button.click()
    wait_until(lambda: listed(dialog) == ["never", "coast"], 60, "it is back")
    assert not dialog.undo_button.isEnabled()
    wait_until(lambda: dialog.current is not None and dialog.current.name == "coast", 10)
    # A name that is taken is not given.
    dialog.list.topLevelItem(1).setText(0, "never")
    wait_until(lambda: "another name" in dialog.status.text(), 60, "what is wrong")
    assert dialog.list.topLevelItem(1).text(0) == "coast"
    desk.dock.index_bar.choose("")
    assert desk.dock.searches.dialog is None


def test_a_recording_of_the_history_is_copied_beside_the_index(
    desk: Desk, town: Path, dialog: SavedSearchesDialog
) -> None:
    file = QuestionHistory(desk.settings).new_file(".wav")
    shutil.copy(BEACH, file)
    try:
        ask(desk, Query((AudioPart(str(file)),)))
        dialog.name.setText("spoken")
        dialog.keep_button.click()
        wait_until(lambda: "spoken" in listed(dialog), 60, "the search")
    finally:
        file.unlink(missing_ok=True)
    (part,) = dialog.searches[-1].query.parts
    assert isinstance(part, AudioPart)
    assert Path(part.path).parent == town.parent / "town searches"
    assert Path(part.path).is_file()


@pytest.mark.postgis
def test_the_searches_of_a_shared_index_are_kept_on_this_computer(
    desk: Desk, town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = shared_index_for_qgis("town")
    # An engine takes this process's environment over when it starts.
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    desk.client.restart()
    published = methods.CopyIndexParams(str(town), address)
    assert answer(desk.client, methods.COPY_INDEX, published).copied > 0
    desk.use(address)
    file = QuestionHistory(desk.settings).new_file(".wav")
    shutil.copy(BEACH, file)
    try:
        ask(desk, Query((AudioPart(str(file)),)))
        desk.dock.results.keep_asking_button.click()
        dialog = desk.dock.searches.dialog
        assert dialog is not None
        dialog.name.setText("spoken")
        desk.dock.results.least.setValue(0)
        dialog.keep_button.click()
        wait_until(lambda: listed(dialog) == ["spoken"], 60, "the search")
    finally:
        file.unlink(missing_ok=True)
    (part,) = dialog.searches[0].query.parts
    assert isinstance(part, AudioPart)
    assert Path(part.path).is_file()
    folder = tmp_path / "data" / "qgis_scrl" / "searches"
    assert Path(part.path).parent.parent == folder == searches_file(address).parent
    desk.dock.index_bar.choose("")
    added = methods.AddToIndexParams(address, (str(SCENE),))
    answer(desk.client, methods.ADD_TO_INDEX, added)
    desk.use(address)
    wait_until(desk.dock.new_places.isVisible, 60, "new places")
    assert "“spoken”" in desk.dock.new_places.label.text()
