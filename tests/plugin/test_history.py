"""The questions of a project: listed, found by words, asked again, kept, forgotten; and layers that know theirs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsLayerNotesUtils, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMessageBox, QPushButton

from qgis_scrl.contract import AudioPart, Filters, Label, PlacePart, Query, SearchResult, TextPart
from qgis_scrl.dock.dialogs.history_dialog import HistoryDialog
from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.history import AskedQuery, PartDetails, QuestionHistory
from qgis_scrl.layers import group, hits
from qgis_scrl.project_history import MOST, ProjectHistory
from qgis_scrl.settings import Settings
from tests.support.desk import Desk
from tests.support.events import let_pass, wait_until
from tests.support.paths import BALL_FIELD

TANKS = "white storage tanks"
NOTHING = SearchResult((), 0, "")
POLYGON = {"type": "Polygon", "coordinates": [[[9.0, 48.0], [9.1, 48.0], [9.1, 48.1], [9.0, 48.0]]]}


def asked(text: str, index: str = "/x/demo.scrl", **changes: Any) -> AskedQuery:
    return AskedQuery(replace(Query((TextPart(text),)), **changes), index, "2026-03-01T12:00:00")


@pytest.fixture
def questions() -> Iterator[ProjectHistory]:
    history = ProjectHistory(QgsProject.instance())
    yield history
    history.end()
    QgsProject.instance().clear()


@pytest.fixture
def files() -> Iterator[QuestionHistory]:
    yield QuestionHistory(Settings())
    shutil.rmtree(Settings().questions_folder, ignore_errors=True)


@pytest.fixture
def desk(warm_engine: EngineClient, demo_index: Path) -> Iterator[Desk]:
    desk = Desk(warm_engine)
    desk.use(demo_index)
    yield desk
    desk.clear()
    shutil.rmtree(Settings().questions_folder, ignore_errors=True)


def type_in(desk: Desk, text: str) -> None:
    desk.dock.asking.ask_text(text)
    wait_until(lambda: desk.dock.state is not DockState.SEARCHING, 60, "an answer")
    assert desk.dock.state is DockState.RESULTS, desk.said


def opened(desk: Desk) -> HistoryDialog:
    desk.dock.speak.history_button.click()
    dialog = desk.dock.history.dialog
    assert dialog is not None
    return dialog


def titles(dialog: HistoryDialog) -> list[str]:
    return [cell(dialog, row, 0) for row in range(dialog.list.questions.rowCount())]


def cell(dialog: HistoryDialog, row: int, column: int) -> str:
    return str(dialog.list.model().index(row, column).data())


# --- what the project knows ------------------------------------------------------------------------


def test_questions_travel_with_the_project(questions: ProjectHistory, tmp_path: Path) -> None:
    project = QgsProject.instance()
    first = asked("a river", filters=Filters(POLYGON, since="2015"), labels=(Label(3, True),))
    questions.add(first, NOTHING)
    questions.add(asked(TANKS), NOTHING)
    questions.keep(questions.entries[1])
    before = questions.entries
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert not questions.entries
    assert project.read(str(tmp_path / "p.qgz"))
    assert questions.entries == before
    assert questions.entries[1].asked == first
    assert [entry.kept for entry in questions.entries] == [False, True]


def test_a_question_that_is_weighed_or_answered_stays_one(questions: ProjectHistory) -> None:
    questions.add(asked(TANKS), NOTHING)
    questions.add(asked("a river"), NOTHING)
    heavier = replace(asked(TANKS), query=Query((TextPart(TANKS, 0.5),)))
    questions.add(heavier, NOTHING)
    assert [entry.asked.title for entry in questions.entries] == [TANKS, "a river"]
    questions.label(asked("a river", labels=(Label(1, True), Label(2, False))))
    assert (questions.entries[1].yes, questions.entries[1].no) == (1, 1)
    questions.add(asked("a river"), NOTHING)
    assert questions.entries[0].yes == 1, "what was said of it is known"
    questions.add(asked("a river", "/y/other.scrl"), NOTHING)
    questions.add(asked("a lake", doubtful=True), NOTHING)
    assert len(questions.entries) == 3, "of another index it is another one; doubtful ones are none"


def test_the_oldest_go_but_not_those_that_are_kept(questions: ProjectHistory) -> None:
    questions.add(asked("kept"), NOTHING)
    questions.keep(questions.entries[0])
    for number in range(MOST + 2):
        questions.add(asked(f"no. {number}"), NOTHING)
    assert len(questions.entries) == MOST + 1
    assert questions.entries[-1].asked.title == "kept"
    assert questions.entries[-2].asked.title == "no. 2"


def test_words_find_chips_phrases_and_indexes(questions: ProjectHistory) -> None:
    spoken = AskedQuery(
        Query((AudioPart("/r.wav"), TextPart("beside a River", -1.0))),
        "/x/harbour.scrl",
        name="docks",
    )
    questions.add(spoken, NOTHING)
    (entry,) = questions.entries
    for words in ("", "DOCK", "river dock", "harb", "besid  harbour"):
        assert entry.matches(words), words
    assert not entry.matches("docks airport")


def test_an_area_of_many_corners_is_not_saved(questions: ProjectHistory) -> None:
    corners = [[number / 1e5, 48.123456] for number in range(2000)]
    coast = {"type": "Polygon", "coordinates": [corners]}
    questions.add(asked(TANKS, filters=Filters(coast, until="2020")), NOTHING)
    (entry,) = questions.entries
    assert not entry.whole
    assert entry.asked.query.filters == Filters(until="2020")


def test_places_and_damaged_entries_do_no_harm(questions: ProjectHistory) -> None:
    place = AskedQuery(Query((PlacePart(POLYGON),)), "/x/demo.scrl", name="no. 3")
    questions.add(place, NOTHING)
    assert questions.entries[0].is_of(place)
    QuestionHistory(Settings()).forget([place], [])
    whole = questions.entries
    texts = ["{", "[]", '{"entry": {}, "peaks": []}', whole[0].text, '{"entry": 3, "peaks": 4}']
    QgsProject.instance().writeEntry("qgis_scrl", "questions", texts)
    questions._read()
    assert questions.entries == whole


def test_waveforms_are_saved_roughly(questions: ProjectHistory) -> None:
    asked = AskedQuery(Query((AudioPart("/r.wav"),)), "/x", peaks=(0.0, 0.5, 1.0, 0.123))
    both = asked.of_parts([*asked.parts, (TextPart("a"), PartDetails())])
    questions.add(both, NOTHING)
    questions._read()
    (entry,) = questions.entries
    assert entry.asked.peaks == pytest.approx((0.0, 0.5, 1.0, 0.123), abs=0.06)
    assert entry.asked.others == (PartDetails(),)


def test_a_long_history_is_read_in_slices_and_a_question_rewrites_little(
    questions: ProjectHistory,
) -> None:
    for number in range(60):
        questions.add(asked(f"no. {number}"), NOTHING)
    before = questions.entries
    questions._read()
    assert len(questions._entries) == 0, "not at once"
    wait_until(lambda: not questions._unread, 10, "all")
    assert questions._entries == before
    questions._read()
    questions.add(asked("newest"), NOTHING)
    assert questions.entries[1:] == before, "nothing is lost that was not read yet"


# --- recordings ------------------------------------------------------------------------------------


def a_recording(files: QuestionHistory, name: str) -> AskedQuery:
    path = files.new_file(".wav")
    shutil.copy(BALL_FIELD, path)
    return AskedQuery(Query((AudioPart(str(path)),)), "/x/demo.scrl", name=name)


def test_a_kept_recording_outlives_others_until_all_are_deleted(files: QuestionHistory) -> None:
    Settings().recording_keep = 2
    spoken = [a_recording(files, f"no. {number}") for number in range(4)]
    files.add(spoken[0])
    files.keep(spoken[0])
    for each in spoken[1:]:
        files.add(each)
    there = [bool(not each.missing_files) for each in spoken]
    assert there == [True, False, True, True]
    files.keep(spoken[0], False)
    files.add(asked("another"))
    assert spoken[2].missing_files, "pushed out"
    files.keep(spoken[3])
    assert len(files.recordings()) == 2
    assert files.delete_recordings() == 0
    assert files.recordings() == []
    assert not list(Settings().questions_folder.glob("*.kept"))


def test_forgetting_deletes_a_recording_unless_another_question_needs_it(
    files: QuestionHistory,
) -> None:
    one, two = a_recording(files, "one"), a_recording(files, "two")
    both = one.of_parts([*one.parts, (TextPart("a river"), PartDetails())])
    for each in (one, two, both):
        files.add(each)
    files.forget([one, two], [both])
    assert not one.missing_files
    assert two.missing_files
    assert [each.title for each in files.questions] == [both.title]


# --- the dialog ------------------------------------------------------------------------------------


def test_questions_are_listed_found_asked_again_and_their_layer_shown(desk: Desk) -> None:
    type_in(desk, TANKS)
    first = desk.dock.answers.layer
    assert first is not None
    desk.dock.labelling._on_answered(desk.dock.results.shown_hits()[:1], True)
    type_in(desk, "a river")
    dialog = opened(desk)
    assert titles(dialog) == ["a river", TANKS]
    assert cell(dialog, 1, 1) == "1 yes, 0 no"
    assert cell(dialog, 1, 2) == "demo"
    assert cell(dialog, 1, 4) == "20"
    dialog.list.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert titles(dialog) == [TANKS, "a river"]
    dialog.list.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    QTest.keyClicks(dialog.filter, "STOR tank")
    assert titles(dialog) == [TANKS]
    assert dialog.status.text() == "1 of 2 questions"
    assert "typed “white storage tanks”" in dialog.details.text()
    QTest.mouseClick(dialog.layer_button, Qt.MouseButton.LeftButton)
    assert desk.iface.activeLayer() is first
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    wait_until(lambda: desk.dock.answers.layer not in (None, first), 60, "another answer")
    assert titles(dialog) == [TANKS]
    asked_again = desk.dock.answers.asked_query
    assert asked_again is not None
    assert [label.yes for label in asked_again.query.labels] == [True], "asked with its answers"
    group.clear(desk.project)
    let_pass(0.1)
    assert not dialog.layer_button.isEnabled()
    dialog.close()


def test_a_forgotten_question_comes_back_until_the_dialog_closes(desk: Desk) -> None:
    type_in(desk, TANKS)
    type_in(desk, "a river")
    dialog = opened(desk)
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_K)
    let_pass(0.05)
    assert cell(dialog, 0, 6) == "Kept"
    for _ in range(2):
        QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
        let_pass(0.05)
    assert titles(dialog) == []
    assert "No question has been asked" in dialog.status.text()
    for _ in range(2):
        QTest.keyClick(dialog.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    let_pass(0.05)
    assert titles(dialog) == ["a river", TANKS]
    assert not dialog.undo_button.isEnabled()
    assert len(QuestionHistory(Settings()).questions) == 2
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    dialog.close()
    let_pass(0.05)
    assert len(QuestionHistory(Settings()).questions) == 1, "recent questions forget it, too"


def test_without_its_recording_a_question_says_so_and_is_asked_as_text(desk: Desk) -> None:
    files = desk.dock.asking._store
    spoken = a_recording(files, "")
    desk.dock.asking.ask(replace(spoken, index=""))
    wait_until(lambda: desk.dock.state is not DockState.SEARCHING, 60, "an answer")
    dialog = opened(desk)
    assert cell(dialog, 0, 5) == "there"
    assert not dialog.play_button.isHidden()
    assert dialog.typed_button.isHidden()
    QTest.mouseClick(dialog.delete_button, Qt.MouseButton.LeftButton)
    (box,) = dialog.findChildren(QMessageBox)
    assert "Delete 1 recording, " in box.text()
    (delete,) = [each for each in box.findChildren(QPushButton) if each.text() == "Delete"]
    QTest.mouseClick(delete, Qt.MouseButton.LeftButton)
    let_pass(0.05)
    assert files.recordings() == []
    assert cell(dialog, 0, 5) == "deleted"
    assert "has been deleted" in dialog.details.text()
    assert not dialog.ask_button.isEnabled()
    assert dialog.current is not None
    heard = dialog.current.asked.name
    QTest.mouseClick(dialog.typed_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: desk.dock.state is not DockState.SEARCHING, 60, "an answer")
    assert desk.dock.speak.field.text() == heard
    QTest.mouseClick(dialog.delete_button, Qt.MouseButton.LeftButton)
    assert "no recordings" in dialog.status.text()
    dialog.close()


def test_of_an_index_that_is_gone_it_is_asked_in_the_one_that_is_chosen(desk: Desk) -> None:
    desk.dock.history.questions.add(asked(TANKS, "/gone/old.scrl"), NOTHING)
    dialog = opened(desk)
    let_pass(0.05)
    QTest.mouseClick(dialog.ask_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: desk.dock.state is DockState.RESULTS, 60, "an answer")
    again = desk.dock.answers.asked_query
    assert again is not None
    assert again.index == desk.dock.index_bar.index
    dialog.close()


def test_a_layer_says_its_question_in_words_also_when_kept(desk: Desk, tmp_path: Path) -> None:
    result = SearchResult((), 0, "")
    question = asked(TANKS, str(tmp_path / "<b>.scrl"), filters=Filters(POLYGON, since="2015"))
    layer = hits.make_hits_layer(result, "name", question)
    assert f"Question: {TANKS}" in layer.metadata().abstract()
    assert "9.0000°E to 9.1000°E" in layer.metadata().abstract()
    assert "2015 to …" in layer.metadata().abstract()
    assert "&lt;b&gt;" in QgsLayerNotesUtils.layerNotes(layer)
    type_in(desk, TANKS)
    shown = desk.dock.answers.layer
    assert shown is not None
    file = tmp_path / "kept.gpkg"
    done: list[str] = []
    task = group.write_task(shown, file, "kept")
    task.writeComplete.connect(done.append)
    QgsApplication.taskManager().addTask(task)
    wait_until(lambda: bool(done), 30, "the file")
    assert group.turn_into_kept(shown, file, "kept")
    assert f"Question: {TANKS}" in shown.metadata().abstract()
    assert TANKS in QgsLayerNotesUtils.layerNotes(shown)
    assert group.knows_question(shown)
    assert not group.knows_question(desk.scene)
    desk.dock.history.show_question_of(shown)
    dialog = desk.dock.history.dialog
    assert dialog is not None
    assert dialog.current is not None
    assert dialog.current.asked.title == TANKS
    desk.dock.history.show_question_of(layer)
    assert TANKS in dialog.details.text()
    desk.dock.history.ask_question_of(shown)
    wait_until(lambda: desk.dock.answers.layer not in (None, shown), 60, "another answer")
    dialog.close()
