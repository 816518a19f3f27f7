"""Yes and no in the dock, in real QGIS with the real engine: said, shown, kept, undone, asked with, saved."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpressionContextUtils,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from qgis_scrl.contract import AudioPart, Label, ProfilePart
from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.labelling import Labelling
from qgis_scrl.layers import group, hits, labels
from qgis_scrl.settings import Settings
from tests.support.desk import Desk
from tests.support.events import wait_until
from tests.support.layers import some_hits
from tests.support.paths import BALL_FIELD


@pytest.fixture
def mine(demo_index: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(demo_index, tmp_path / "mine.scrl"))


@pytest.fixture
def desk(warm_engine: EngineClient, tmp_path: Path) -> Iterator[Desk]:
    Settings().index_folder = str(tmp_path / "indexes")
    desk = Desk(warm_engine)
    yield desk
    desk.clear()
    for folder in ("labels", "questions"):
        shutil.rmtree(Settings().data_folder / folder, ignore_errors=True)


@pytest.fixture
def asked(desk: Desk, mine: Path) -> Desk:
    """A desk on which one question has been answered."""
    desk.use(mine)
    desk.ask(BALL_FIELD)
    return desk


def press(
    desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(desk.dock.results.list, key, modifier)


def select(desk: Desk, row: int) -> int:
    """Select a row; returns its tile."""
    model = desk.dock.results.list.hits
    desk.dock.results.list.setCurrentIndex(model.index(row))
    return model.rows[row].tile_id


def said(desk: Desk) -> dict[int, bool]:
    labelling = desk.dock.labelling.labelling
    assert labelling is not None
    return dict(labelling.by_tile)


def kept(file: Path) -> dict[int, str]:
    """Return what the file says, read by another program."""
    if not file.exists():
        return {}
    with sqlite3.connect(file) as database:
        return dict(database.execute("select tile_id, label from labels"))


def answered_again(desk: Desk, act: object) -> None:
    answers: list[object] = []
    desk.dock.answered.connect(answers.append)
    act()  # type: ignore[operator]
    wait_until(lambda: bool(answers) or desk.dock.state is DockState.ERROR, 60, "an answer")
    desk.dock.answered.disconnect(answers.append)
    assert answers, desk.said


# --- what is said -----------------------------------------------------------------------------------


def test_steps_can_be_taken_back(qgis_app) -> None:
    first, second = some_hits().hits[:2]
    labelling = Labelling([Label(9, False)])
    assert labelling.label([first, second], True)
    assert not labelling.label([first], True)  # It is one already.
    assert labelling.label([first], False)
    assert (labelling.yes, labelling.no) == (1, 2)
    assert labelling.labels[-1] == Label(first.tile_id, False)
    assert labelling.clear()
    assert labelling.labels == ()
    assert set(labelling.undo()) == {9, first.tile_id, second.tile_id}
    assert labelling.undo() == (first.tile_id,)
    assert labelling.by_tile[first.tile_id] is True
    labelling.undo()
    assert labelling.labels == (Label(9, False),)
    assert not labelling.can_undo
    assert labelling.undo() == ()


def test_keys_answer_and_go_on(asked: Desk) -> None:
    bar = asked.dock.results.labels
    assert bar.isVisible()
    assert not bar.ask_button.isEnabled()
    assert bar.doubtful_button.isEnabled()
    first = select(asked, 0)
    press(asked, Qt.Key.Key_Y)
    second = asked.dock.results.list.current_hit()
    assert second is not None
    assert second.rank == 2
    press(asked, Qt.Key.Key_N)
    assert said(asked) == {first: True, second.tile_id: False}
    assert bar.counts.text() == "1 yes, 1 no"
    assert bar.ask_button.isEnabled()
    model = asked.dock.results.list.hits
    spoken = model.data(model.index(0), int(Qt.ItemDataRole.AccessibleTextRole))
    assert "Your answer: yes" in spoken
    for key, modifier in (
        (Qt.Key.Key_U, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
    ):
        press(asked, key, modifier)
    assert said(asked) == {}
    assert "then press Refine" in bar.counts.text()


def test_several_are_answered_at_once(asked: Desk) -> None:
    asked.dock.results.list.selectAll()
    press(asked, Qt.Key.Key_N)
    shown = asked.dock.results.shown_hits()
    assert said(asked) == {hit.tile_id: False for hit in shown}
    asked.dock.labelling.undo()
    assert said(asked) == {}


def test_buttons_of_a_row_answer_it_and_select_nothing(asked: Desk) -> None:
    hit_list = asked.dock.results.list
    hit = hit_list.hits.rows[1]
    row = hit_list.visualRect(hit_list.hits.index(1))
    boxes = hit_list.painter.answer_boxes(row, hit_list.fontMetrics())
    assert row.contains(boxes[True])
    assert row.contains(boxes[False])
    assert not boxes[True].intersects(boxes[False])
    before = hit_list.ranks_selected()
    button = Qt.MouseButton.LeftButton
    QTest.mouseClick(hit_list.viewport(), button, pos=boxes[True].center())
    assert said(asked) == {hit.tile_id: True}
    QTest.mouseClick(hit_list.viewport(), button, pos=boxes[False].center())
    assert said(asked) == {hit.tile_id: False}
    assert hit_list.ranks_selected() == before
    # Beside them a click selects.
    QTest.mouseClick(hit_list.viewport(), button, pos=row.center())
    assert hit_list.ranks_selected() == [hit.rank]


def test_the_menu_answers(asked: Desk) -> None:
    hit_list = asked.dock.results.list
    hit = hit_list.hits.rows[0]

    def entry(text: str):
        menu = hit_list.menu_for(hit)
        return next(action for action in menu.actions() if text in action.text())

    entry("Yes, this is it").trigger()
    assert said(asked) == {hit.tile_id: True}
    assert entry("Yes, this is it").isChecked()
    assert not entry("No, this is not it").isChecked()
    entry("Remove the answer").trigger()
    assert said(asked) == {}


# --- asking with it ---------------------------------------------------------------------------------


def test_asking_again_sends_what_was_said(asked: Desk) -> None:
    first, second = select(asked, 0), asked.dock.results.list.hits.rows[1].tile_id
    press(asked, Qt.Key.Key_Y)
    press(asked, Qt.Key.Key_N)
    before = asked.dock.answers.layer
    answered_again(asked, asked.dock.results.labels.ask_button.click)
    result = asked.dock.answers.result
    assert result is not None
    found = [hit.tile_id for hit in result.hits]
    assert second not in found
    assert first in found
    # The question that its layer remembers has them, and so has the list.
    layer = asked.dock.answers.layer
    assert layer is not None
    assert layer is not before
    query = hits.asked_of(layer).query
    assert query.labels == (Label(first, True), Label(second, False))
    assert isinstance(query.parts[0], AudioPart)
    assert asked.dock.results.labels.counts.text() == "1 yes, 1 no"
    assert asked.dock.results.list.hits.label(result.hits[found.index(first)]) is True
    # The first answer's layer still knows it, too.
    asked.iface.setActiveLayer(before)
    assert asked.dock.answers.layer is before
    assert said(asked) == {first: True, second: False}
    # Questions that are kept for asking again are of any index: they have none.
    assert asked.dock.asking._store.questions[0].query.labels == ()


def test_doubtful_places_are_shown_and_asked_about(asked: Desk) -> None:
    tile = select(asked, 0)
    press(asked, Qt.Key.Key_Y)
    answered_again(asked, asked.dock.results.labels.doubtful_button.click)
    shown = asked.dock.results.shown_hits()
    assert tile not in [hit.tile_id for hit in shown]
    assert len(shown) == 20  # Whatever their scores.
    assert "doubtful" in asked.said
    assert "Refine" in asked.said
    assert "not the best matches" in asked.said, "or they would look like an answer"
    layer = asked.dock.answers.layer
    assert layer is not None
    assert layer.name().startswith("Doubtful: ")
    select(asked, 0)
    press(asked, Qt.Key.Key_N)
    answered_again(asked, asked.dock.results.labels.ask_button.click)
    layer = asked.dock.answers.layer
    assert layer is not None
    query = hits.asked_of(layer).query
    assert not query.doubtful
    assert len(query.labels) == 2


def test_another_question_has_labels_of_its_own(asked: Desk) -> None:
    select(asked, 0)
    press(asked, Qt.Key.Key_Y)
    hit = asked.dock.results.list.hits.rows[0]
    wait_until(lambda: drawn(asked) == 1, 20, "the answer on the map")
    first = asked.dock.answers.layer
    answered_again(asked, lambda: asked.dock.results.list.alike_wanted.emit(hit))
    assert said(asked) == {}
    # The map shows what was said of the places that are listed, and nothing else.
    assert drawn(asked) == 0
    assert labels_layer(asked).featureCount() == 1
    asked.iface.setActiveLayer(first)
    wait_until(lambda: drawn(asked) == 1, 20, "the answer to the first question")


def drawn(desk: Desk) -> int:
    """Return how many labels the map shows."""
    if not any(layer.name().startswith("Answers of ") for layer in group.our_layers(desk.project)):
        return 0
    layer, context = labels_layer(desk), QgsRenderContext()
    renderer = layer.renderer().clone()
    context.expressionContext().appendScopes(
        QgsExpressionContextUtils.globalProjectLayerScopes(layer)
    )
    renderer.startRender(context, layer.fields())
    shown = 0
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        shown += renderer.willRenderFeature(feature, context)
    renderer.stopRender(context)
    return shown


# --- the layer --------------------------------------------------------------------------------------


def labels_layer(desk: Desk) -> QgsVectorLayer:
    found = [
        layer for layer in group.our_layers(desk.project)
        if layer.customProperty(hits.PROPERTY + "layer") == "labels"
    ]  # fmt: skip
    assert len(found) == 1
    return found[0]


def test_labels_are_kept_beside_the_index_and_shown(asked: Desk, mine: Path) -> None:
    file = labels.labels_file(mine)
    first, second = select(asked, 0), asked.dock.results.list.hits.rows[1].tile_id
    press(asked, Qt.Key.Key_Y)
    press(asked, Qt.Key.Key_N)
    wait_until(lambda: kept(file) == {first: "yes", second: "no"}, 20, "what was said in the file")
    assert not list(mine.parent.glob(".*labels*"))
    layer = labels_layer(asked)
    own = group.find_group(asked.project)
    assert own is not None
    assert own.findLayer(layer.id())
    renderer = layer.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    pens = {each.value(): each.symbol().symbolLayer(1).penStyle() for each in renderer.categories()}
    assert pens["yes"] != pens["no"]  # Not by the colour alone.
    assert {each.label() for each in renderer.categories()} == {"Yes", "No"}
    assert layer.labelsEnabled()
    press(asked, Qt.Key.Key_U)
    wait_until(lambda: kept(file) == {first: "yes"}, 20, "what was undone")
    asked.dock.labelling.clear()
    wait_until(lambda: kept(file) == {}, 20, "what was cleared")
    asked.dock.labelling.undo()
    wait_until(lambda: kept(file) == {first: "yes"}, 20, "what was brought back")
    # The rows are where the hits are.
    (row,) = layer.getFeatures()
    assert row["question"]
    hit = next(hit for hit in asked.dock.results.shown_hits() if hit.tile_id == first)
    assert row.geometry().equals(hits.footprint_of(hit))


def test_what_was_said_in_an_earlier_session_is_still_there(
    asked: Desk, mine: Path, warm_engine: EngineClient
) -> None:
    file = labels.labels_file(mine)
    first = select(asked, 0)
    press(asked, Qt.Key.Key_Y)
    wait_until(lambda: kept(file) == {first: "yes"}, 20, "what was said in the file")
    asked.dock.labelling._known.clear()
    asked.dock.labelling._hits.clear()
    asked.project.removeMapLayer(labels_layer(asked).id())
    answered_again(asked, lambda: asked.dock.results.repeat_button.click())
    assert said(asked) == {first: True}
    assert asked.dock.results.labels.counts.text() == "1 yes, 0 no"
    # Taken back and brought back, its row is as before, whoever knows its place still.
    asked.dock.labelling._hits.clear()
    asked.dock.labelling.clear()
    wait_until(lambda: kept(file) == {}, 20, "what was cleared")
    asked.dock.labelling.undo()
    wait_until(lambda: kept(file) == {first: "yes"}, 20, "what was brought back")


def test_beside_an_index_that_cannot_be_written_the_profile_keeps_them(
    asked: Desk, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write everywhere: a folder that does not exist is one that nobody can write to.
    nowhere = Path("/proc/no such folder")
    monkeypatch.setattr(labels, "labels_file", lambda index: nowhere / "labels.gpkg")
    first = select(asked, 0)
    press(asked, Qt.Key.Key_Y)
    file = labels.fallback_file(mine, Settings())
    wait_until(lambda: kept(file) == {first: "yes"}, 20, "what was said in the profile")
    wait_until(lambda: bool(asked.told), 5, "being told")
    assert str(file) in asked.told[-1]


def test_a_file_that_is_no_file_of_labels_stays_and_is_told(asked: Desk, mine: Path) -> None:
    file = labels.labels_file(mine)
    file.write_text("mine")
    other = labels.fallback_file(mine, Settings())
    other.parent.mkdir(parents=True, exist_ok=True)
    other.write_text("mine, too")
    first = select(asked, 0)
    press(asked, Qt.Key.Key_Y)
    wait_until(lambda: bool(asked.told), 20, "being told")
    assert "could not be saved" in asked.told[-1]
    assert file.read_text() == "mine"
    # It can be asked with all the same.
    assert said(asked) == {first: True}
    answered_again(asked, asked.dock.results.labels.ask_button.click)


def test_what_is_said_last_is_kept_when_the_dock_goes(asked: Desk, mine: Path) -> None:
    first = select(asked, 0)
    press(asked, Qt.Key.Key_Y)
    asked.dock.labelling.end()
    assert kept(labels.labels_file(mine)) == {first: "yes"}


# --- profiles and training data ---------------------------------------------------------------------


def test_a_profile_is_saved_and_asked_with(asked: Desk, tmp_path: Path) -> None:
    first = select(asked, 0)
    press(asked, Qt.Key.Key_Y)
    path = tmp_path / "ball fields.scrlprofile"
    asked.dock.labelling.save_profile(str(path))
    wait_until(path.exists, 20, "the profile")
    wait_until(lambda: any(str(path) in text for text in asked.told), 5, "being told")
    document = json.loads(path.read_text(encoding="utf-8"))
    assert (document["name"], document["yes"], document["no"]) == ("ball fields", 1, 0)
    answered_again(asked, lambda: asked.dock.speak.profile_chosen.emit(str(path)))
    layer = asked.dock.answers.layer
    assert layer is not None
    assert hits.asked_of(layer).query.parts == (ProfilePart(str(path)),)
    assert layer.name().startswith("ball fields ")
    assert asked.dock.results.shown_hits()[0].tile_id == first
    assert asked.dock.asking._store.questions[0].title == "ball fields"


def test_a_profile_of_another_model_is_told(asked: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.scrlprofile"
    asked.dock.labelling.save_profile(str(path))
    wait_until(path.exists, 20, "the profile")
    document = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**document, "model": "other"}), encoding="utf-8")
    asked.dock.asking.ask_profile(str(path))
    asked.wait_for(DockState.ERROR)
    assert asked.failure == "profile-of-another-model"
    assert "save a new search profile" in asked.said


def test_labels_are_exported(asked: Desk, tmp_path: Path) -> None:
    select(asked, 0)
    press(asked, Qt.Key.Key_Y)
    path = tmp_path / "training.json"
    asked.dock.labelling.export(str(path))
    wait_until(path.exists, 30, "the labels")
    wait_until(lambda: any(str(path) in text for text in asked.told), 5, "being told")
    document = json.loads(path.read_text(encoding="utf-8"))
    assert [each["label"] for each in document["images"]] == ["yes"]
    assert (tmp_path / document["images"][0]["file_name"]).is_file()
