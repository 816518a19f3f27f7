"""Where the features of the dock meet: chips, answers, doubtful places, maps of scores, groups, reopened projects."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from qgis_scrl.contract import Hit, Label, Query, TilePart
from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.history import AskedQuery
from qgis_scrl.layers import hits, labels, score_map, search_areas
from qgis_scrl.settings import Settings
from qgis_scrl.translation import install_translator
from tests.support.desk import Desk
from tests.support.events import let_pass, wait_until

TANKS = "white storage tanks"
YES, NO = Qt.Key.Key_Y, Qt.Key.Key_N


@pytest.fixture
def mine(demo_index: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(demo_index, tmp_path / "mine.scrl"))


@pytest.fixture
def desk(warm_engine: EngineClient, mine: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk on which a question has been typed and answered."""
    Settings().index_folder = str(tmp_path / "indexes")
    desk = Desk(warm_engine)
    desk.use(mine)
    type_in(desk, TANKS)
    yield desk
    desk.clear()
    for folder in ("labels", "questions"):
        shutil.rmtree(Settings().data_folder / folder, ignore_errors=True)


def answered(desk: Desk, act: Callable[[], object]) -> None:
    """Do something and wait for the answer."""
    act()
    assert desk.dock.state is DockState.SEARCHING, desk.said
    desk.wait_for(DockState.RESULTS, DockState.ERROR)
    assert desk.dock.state is DockState.RESULTS, desk.said


def type_in(desk: Desk, text: str, *, add: bool = False) -> None:
    field = desk.dock.speak.field
    field.clear()
    QTest.keyClicks(field, text)
    modifier = Qt.KeyboardModifier.ControlModifier if add else Qt.KeyboardModifier.NoModifier
    answered(desk, lambda: QTest.keyClick(field, Qt.Key.Key_Return, modifier))


def answer(desk: Desk, row: int, key: Qt.Key) -> int:
    """Answer a hit with Y or N; returns its tile."""
    hit_list = desk.dock.results.list
    hit_list.setCurrentIndex(hit_list.hits.index(row))
    tile = hit_list.hits.rows[row].tile_id
    QTest.keyClick(hit_list, key)
    return int(tile)


def weigh(desk: Desk, number: int, meaning: str) -> None:
    menu = desk.dock.chips.chips[number].menu
    (action,) = [action for action in menu.actions() if action.text().endswith(meaning)]
    answered(desk, action.trigger)


def shown_query(desk: Desk) -> Query:
    asked = desk.dock.answers.asked_query
    assert asked is not None
    return asked.query


def said(desk: Desk) -> dict[int, bool]:
    labelling = desk.dock.labelling.labelling
    assert labelling is not None
    return dict(labelling.by_tile)


# --- chips and answers -----------------------------------------------------------------------------


def test_what_is_made_of_a_question_after_its_doubtful_places_asks_for_hits(desk: Desk) -> None:
    bar = desk.dock.results.labels
    yes = answer(desk, 0, YES)
    answered(desk, bar.doubtful_button.click)
    assert shown_query(desk).doubtful
    weigh(desk, 0, "Double weight")
    assert not shown_query(desk).doubtful
    assert shown_query(desk).labels == (Label(yes, True),)
    answered(desk, desk.dock.chips.undo_button.click)
    assert not shown_query(desk).doubtful
    assert "doubtful" not in desk.said


def test_a_changed_question_goes_on_with_what_was_said_of_its_hits(desk: Desk, mine: Path) -> None:
    yes, no = answer(desk, 0, YES), answer(desk, 1, NO)
    # Without Refine in between.
    type_in(desk, "a river", add=True)
    expected = {yes: True, no: False}
    assert {label.tile_id: label.yes for label in shown_query(desk).labels} == expected
    assert said(desk) == expected
    assert desk.dock.results.labels.counts.text() == "1 yes, 1 no"
    assert no not in [hit.tile_id for hit in desk.dock.results.shown_hits()]
    # What is said is kept with either question.
    kept = labels.labels_file(mine)
    query = "select parts, count(*) from labels group by parts"

    def rows() -> list[int]:
        if not kept.exists():
            return []
        with sqlite3.connect(kept) as database:
            return [count for _, count in database.execute(query)]

    wait_until(lambda: rows() == [2, 2], 10, "both questions' answers in the file")


def test_back_at_a_question_the_bar_counts_what_it_was_asked_with(desk: Desk) -> None:
    first = answer(desk, 0, YES)
    weigh(desk, 0, "Double weight")
    second = answer(desk, 1, YES)
    assert second != first
    weigh(desk, 0, "Normal weight")
    assert {label.tile_id for label in shown_query(desk).labels} == {first, second}
    assert said(desk) == {first: True, second: True}
    # Taken back like any other step.
    desk.dock.labelling.undo()
    assert said(desk) == {first: True}


def test_another_question_begins_without_answers(desk: Desk) -> None:
    answer(desk, 0, YES)
    type_in(desk, "a river")
    assert shown_query(desk).labels == ()
    assert said(desk) == {}


def test_undo_belongs_to_where_the_focus_is(desk: Desk) -> None:
    type_in(desk, "a river", add=True)
    tile = answer(desk, 0, YES)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(desk.dock.results.list, Qt.Key.Key_Z, control)
    assert said(desk) == {}
    assert len(desk.dock.chips.chips) == 2
    assert answer(desk, 0, YES) == tile
    chip = desk.dock.chips.chips[0].weight
    answered(desk, lambda: QTest.keyClick(chip, Qt.Key.Key_Z, control))
    assert len(desk.dock.chips.chips) == 1


# --- answers and maps of scores --------------------------------------------------------------------


def test_the_map_of_a_refined_question_shows_what_it_has_learned(desk: Desk) -> None:
    answer(desk, 0, YES)
    no = answer(desk, 1, NO)
    excluded = next(hit for hit in desk.dock.results.shown_hits() if hit.tile_id == no)
    answered(desk, desk.dock.results.map_button.click)
    (plain,) = score_map.score_maps(desk.project)
    answered(desk, desk.dock.results.labels.ask_button.click)
    assert not desk.dock.results.map_least.isVisible(), "the map is of the question as it was"
    answered(desk, desk.dock.results.map_button.click)
    assert desk.dock.results.map_least.isVisible()
    (refined,) = [each for each in score_map.score_maps(desk.project) if each is not plain]
    best = desk.dock.results.shown_hits()[0]

    def value(layer: QgsRasterLayer, hit: Hit) -> float:
        to_map = QgsCoordinateTransform(search_areas.wgs84(), layer.crs(), desk.project)
        there = to_map.transform(QgsPointXY(hit.lon, hit.lat))
        found, _ = layer.dataProvider().sample(there, 1)
        return float(found)

    assert value(refined, best) == pytest.approx(best.score, abs=0.01)
    assert not value(refined, excluded) >= 0.5
    assert value(plain, excluded) >= 0.5


# --- the keyboard ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ask_button", "map_button", "repeat_button"])
def test_a_button_that_searches_keeps_the_focus(desk: Desk, name: str) -> None:
    QApplication.setActiveWindow(desk.iface.window)
    answer(desk, 0, YES)
    panel = desk.dock.results
    button = panel.labels.ask_button if name == "ask_button" else getattr(panel, name)
    button.setFocus()
    answered(desk, lambda: QTest.keyClick(button, Qt.Key.Key_Space))
    assert desk.iface.window.focusWidget() is button


def test_the_focus_stays_where_the_user_puts_it_during_a_search(desk: Desk) -> None:
    QApplication.setActiveWindow(desk.iface.window)
    button, field = desk.dock.results.repeat_button, desk.dock.speak.field
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not field.hasFocus(), "what is typed now would be asked"
    field.setFocus()
    desk.wait_for(DockState.RESULTS)
    assert desk.iface.window.focusWidget() is field


# --- groups ----------------------------------------------------------------------------------------


def test_the_chips_of_a_group_say_what_they_are_and_each_can_go(desk: Desk) -> None:
    desk.dock.index_bar.explore_button.click()
    dialog = desk.dock.exploring.dialog
    assert dialog is not None
    wait_until(lambda: not dialog.is_busy, 60, "groups")
    assert dialog.ask_button.isEnabled(), "the largest group is selected"
    answered(desk, dialog.ask_button.click)
    dialog.close()
    first, *others = desk.dock.chips.chips
    assert first.text.text().startswith("like group 1 (")
    assert {chip.text.text() for chip in others} == {"an example"}
    answered(desk, first.remove.click)
    layer = desk.dock.answers.layer
    assert layer is not None
    assert layer.name().startswith("Like examples ")


def test_a_question_without_parts_has_no_title(qgis_app: object) -> None:
    assert AskedQuery(Query(())).title == ""
    assert AskedQuery(Query((TilePart(1),))).title == "Like examples"


# --- a project that is opened again ----------------------------------------------------------------


def test_a_temporary_layer_of_a_reopened_project_says_what_became_of_it(
    desk: Desk, tmp_path: Path
) -> None:
    file = str(tmp_path / "project.qgz")
    name = desk.dock.answers.layer.name()  # type: ignore[union-attr]
    project = QgsProject.instance()
    desk.canvas.freeze()
    desk.canvas.waitWhileRendering()
    project.write(file)
    project.clear()
    let_pass(0.05)
    project.read(file)
    desk.canvas.freeze(False)
    (layer,) = project.mapLayersByName(name)
    assert isinstance(layer, QgsVectorLayer)
    assert hits.is_hits_layer(layer)
    desk.iface.setActiveLayer(layer)
    assert "no places any more" in desk.said
    assert "Search again" in desk.said
    answered(desk, desk.dock.results.repeat_button.click)
    assert desk.dock.results.shown_hits()


# --- words and room --------------------------------------------------------------------------------


def test_no_two_buttons_promise_the_same(desk: Desk) -> None:
    dock = desk.dock
    panel = dock.results
    texts = [
        panel.labels.ask_button.text(),
        panel.repeat_button.text(),
        panel.alike_button.text(),
        dock.speak.again_button.toolTip().split(":")[0],
    ]
    assert texts == ["Refine", "Search again", "More like this", "Ask again"]
    icons = [
        button.icon_name
        for button in (
            panel.labels.ask_button, panel.repeat_button, panel.alike_button, dock.speak.again_button
        )
    ]  # fmt: skip
    assert len(set(icons)) == 4


@pytest.mark.parametrize("language", ["de", "fr"])
def test_nothing_is_cut_in_a_narrow_dock(
    warm_engine: EngineClient, mine: Path, tmp_path: Path, language: str
) -> None:
    install_translator(language)
    Settings().index_folder = str(tmp_path / "indexes")
    desk = Desk(warm_engine)
    try:
        desk.dock.setFloating(True)
        desk.dock.resize(300, 900)
        desk.use(mine)
        type_in(desk, TANKS)
        assert desk.dock.results.hidden_button.isVisible()
        let_pass(0.1)
        scroll = desk.dock.widget()
        assert scroll.horizontalScrollBar().maximum() == 0
    finally:
        desk.clear()
