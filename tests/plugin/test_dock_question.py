"""How a question is asked in the dock: typed, spoken, shown, dropped, and put together of several parts."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsPointXY, QgsRasterLayer
from qgis.gui import QgsMapTool, QgsMapToolPan
from qgis.PyQt.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDropEvent, QImage, QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QShortcut

from qgis_scrl.contract import (
    AudioPart,
    ImagePart,
    PlacePart,
    QueryPart,
    SearchResult,
    TextPart,
    TilePart,
)
from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.history import AskedQuery, QuestionHistory
from qgis_scrl.layers import hits, search_areas
from qgis_scrl.settings import Settings
from tests.support.desk import Desk
from tests.support.events import wait_until
from tests.support.paths import BALL_FIELD, SCENE

LEFT = Qt.MouseButton.LeftButton
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


# --- put together ----------------------------------------------------------------------------------


def chips(desk: Desk) -> list[str]:
    """Return what the chips say, with their weights."""
    return [f"{chip.weight.text()} {chip.text.text()}" for chip in desk.dock.chips.chips]


def weigh(desk: Desk, number: int, meaning: str) -> SearchResult:
    """Choose a weight in the menu of a chip."""
    menu = desk.dock.chips.chips[number].menu
    (action,) = [action for action in menu.actions() if action.text().endswith(meaning)]
    action.trigger()
    return answer(desk)


def remove(desk: Desk, number: int) -> None:
    QTest.mouseClick(desk.dock.chips.chips[number].remove, LEFT)


def tiles(result: SearchResult) -> list[int]:
    return [hit.tile_id for hit in result.hits]


def asked_parts(desk: Desk) -> tuple[QueryPart, ...]:
    """Return what the layer of the hits says that it was found with."""
    layer = desk.dock.answers.layer
    assert layer is not None
    return hits.asked_of(layer).query.parts


def test_before_the_first_question_there_are_no_chips(desk: Desk) -> None:
    assert not desk.dock.chips.isVisible()
    type_in(desk, TANKS)
    assert desk.dock.chips.isVisible()
    assert chips(desk) == [f"×1 {TANKS}"]
    assert not desk.dock.chips.undo_button.isVisible()


def test_a_part_is_added_weighed_and_removed_and_each_change_undone(desk: Desk) -> None:
    alone = type_in(desk, TANKS)
    both = type_in(desk, "a river", add=True)
    assert chips(desk) == [f"×1 {TANKS}", "×1 a river"]
    assert tiles(both) != tiles(alone)
    assert f"{TANKS} + a river" in hits_layer_name(desk)
    unlike = weigh(desk, 1, "Not this")
    assert chips(desk) == [f"×1 {TANKS}", "not a river"]
    assert tiles(unlike) != tiles(both)
    assert asked_parts(desk) == (TextPart(TANKS), TextPart("a river", -1.0))
    remove(desk, 1)
    assert answer(desk).hits == alone.hits
    assert chips(desk) == [f"×1 {TANKS}"]
    for expected in (unlike, both, alone):
        QTest.mouseClick(desk.dock.chips.undo_button, LEFT)
        assert answer(desk).hits == expected.hits
    assert not desk.dock.chips.undo_button.isVisible()


def hits_layer_name(desk: Desk) -> str:
    layer = desk.dock.answers.layer
    assert layer is not None
    return str(layer.name())


def test_what_is_being_typed_survives_a_change_of_the_question(desk: Desk) -> None:
    QApplication.setActiveWindow(desk.iface.window)
    field = desk.dock.speak.field
    type_in(desk, TANKS)
    desk.dock.chips.add_button.click()
    assert field.hasFocus()
    assert field.text() == "", "there is room for what is added"
    QTest.keyClicks(field, "a riv")
    weigh(desk, 0, "Double weight")
    assert field.text() == "a riv"
    QTest.keyClicks(field, "er")
    QTest.keyClick(field, ENTER)
    answer(desk)
    assert chips(desk) == [f"×2 {TANKS}", "×1 a river"]


def test_another_weight_is_no_other_question_in_the_history(desk: Desk) -> None:
    type_in(desk, TANKS)
    type_in(desk, "a river", add=True)
    weigh(desk, 0, "Double weight")
    assert [[part.weight for part in asked.query.parts] for asked in history()] == [[2, 1], [1]]


def test_the_last_chip_removed_clears_the_question_and_undo_brings_it_back(desk: Desk) -> None:
    first = type_in(desk, TANKS)
    remove(desk, 0)
    assert desk.dock.state is DockState.READY
    assert desk.dock.answers.result is None
    assert desk.dock.speak.field.text() == ""
    assert chips(desk) == []
    assert not desk.dock.chips.add_button.isVisible()
    QTest.mouseClick(desk.dock.chips.undo_button, LEFT)
    assert answer(desk).hits == first.hits


def test_speech_is_added_and_told_as_what_was_heard_in_it_alone(desk: Desk) -> None:
    type_in(desk, TANKS)
    desk.dock.chips.add_button.click()
    assert "add" in desk.dock.speak.field.placeholderText()
    desk.ask(BALL_FIELD)
    typed, spoken = desk.dock.chips.chips
    assert typed.text.text() == TANKS
    assert spoken.text.text().startswith("heard: ")
    assert "ball" in spoken.text.text()
    assert not desk.dock.chips.add_button.isChecked(), "the next question stands alone"
    type_in(desk, "a river")
    assert chips(desk) == ["×1 a river"]


def test_a_phrase_that_is_clicked_takes_the_place_of_what_was_heard(desk: Desk) -> None:
    desk.ask(BALL_FIELD)
    (spoken,) = desk.dock.chips.chips
    assert spoken.text.text().startswith("heard: ")
    type_in(desk, "a car park", add=True)
    result = desk.dock.answers.result
    assert result is not None
    phrase = result.understood[1].text
    desk.dock.recognised_phrases.phrases.linkActivated.emit("1")
    answer(desk)
    assert asked_parts(desk) == (TextPart(phrase), TextPart("a car park"))


def test_more_like_this_is_a_chip_and_can_be_added(desk: Desk) -> None:
    type_in(desk, TANKS)
    panel = desk.dock.results
    panel.list.setCurrentIndex(panel.list.hits.index(0))
    tile = panel.list.hits.rows[0].tile_id
    desk.dock.chips.add_button.click()
    panel.alike_button.click()
    result = answer(desk)
    assert chips(desk) == [f"×1 {TANKS}", "×1 like no. 1"]
    assert tile not in tiles(result), "it is known already"
    assert asked_parts(desk) == (TextPart(TANKS), TilePart(tile))
    (kept, _) = history()
    assert kept.query.parts[1] == TilePart(tile, desk.dock.index_bar.index)


def test_the_layer_that_is_clicked_shows_its_question(desk: Desk) -> None:
    type_in(desk, TANKS)
    first = desk.dock.answers.layer
    type_in(desk, "a river")
    desk.iface.setActiveLayer(first)
    assert chips(desk) == [f"×1 {TANKS}"]
    type_in(desk, "trees", add=True)
    assert chips(desk) == [f"×1 {TANKS}", "×1 trees"]


def test_chips_are_worked_with_the_keyboard(desk: Desk) -> None:
    QApplication.setActiveWindow(desk.iface.window)
    # As QGIS has them: they delete features, and take edits back.
    theirs: list[str] = []
    shortcuts = [QShortcut(QKeySequence(keys), desk.iface.window) for keys in ("Del", "Ctrl+Z")]
    for shortcut in shortcuts:
        shortcut.activated.connect(functools.partial(theirs.append, shortcut.key().toString()))
    type_in(desk, TANKS)
    type_in(desk, "a river", add=True)
    desk.dock.chips.chips[1].weight.setFocus()
    QTest.keyClick(desk.dock.chips.chips[1].weight, Qt.Key.Key_Space)
    menu = desk.dock.chips.chips[1].menu
    wait_until(menu.isVisible, 5, "the menu")
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, ENTER)
    answer(desk)
    assert chips(desk)[1] == "×2 a river"
    # Without a window manager the menu stays the active window.
    assert desk.iface.window.focusWidget() is desk.dock.chips.chips[1].weight, "to weigh once more"
    QApplication.setActiveWindow(desk.iface.window)
    QTest.keyClick(desk.dock.chips.chips[1].weight, Qt.Key.Key_Delete)
    answer(desk)
    assert chips(desk) == [f"×1 {TANKS}"]
    QTest.keyClick(desk.dock.chips.chips[0].weight, "z", Qt.KeyboardModifier.ControlModifier)
    answer(desk)
    assert len(chips(desk)) == 2
    assert theirs == []
    for shortcut in shortcuts:
        shortcut.setParent(None)


def test_parts_that_cancel_each_other_out_say_so_and_stay_to_be_changed(desk: Desk) -> None:
    type_in(desk, TANKS)
    field = desk.dock.speak.field
    field.setText(TANKS)
    QTest.keyClick(field, ENTER, Qt.KeyboardModifier.ControlModifier)
    answer(desk)
    menu = desk.dock.chips.chips[1].menu
    menu.actions()[-1].trigger()
    desk.wait_for(DockState.ERROR)
    assert desk.failure == "parts-cancel-out"
    remove(desk, 1)
    answer(desk)


def test_chips_go_with_the_index(desk: Desk) -> None:
    type_in(desk, TANKS)
    desk.dock.index_bar.choose("")
    assert not desk.dock.chips.isVisible()


# --- shown -----------------------------------------------------------------------------------------


def at(desk: Desk, east: float, north: float) -> QPoint:
    """Return where on the canvas a place of the scene is, given as shares of its width and height."""
    box = desk.canvas.mapSettings().layerExtentToOutputExtent(desk.scene, desk.scene.extent())
    x, y = box.xMinimum() + east * box.width(), box.yMinimum() + north * box.height()
    point = desk.canvas.getCoordinateTransform().transform(x, y)
    return QPoint(round(point.x()), round(point.y()))


def show_one(desk: Desk) -> QgsMapTool:
    """Press Show me one; returns the tool that was active before."""
    former = QgsMapToolPan(desk.canvas)
    desk.canvas.setMapTool(former)
    QTest.mouseClick(desk.dock.speak.example_button, LEFT)
    assert desk.canvas.mapTool() is not former
    assert "Click a place" in desk.said
    assert "Click a place" in desk.iface.status_bar.currentMessage()
    return former


def click(desk: Desk, east: float, north: float, *, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(desk.canvas.viewport(), LEFT, modifier, at(desk, east, north))


def drag(desk: Desk, begin: tuple[float, float], end: tuple[float, float]) -> None:
    viewport = desk.canvas.viewport()
    QTest.mousePress(viewport, LEFT, Qt.KeyboardModifier.NoModifier, at(desk, *begin))
    QTest.mouseMove(viewport, at(desk, *end))
    QTest.mouseRelease(viewport, LEFT, Qt.KeyboardModifier.NoModifier, at(desk, *end))


def test_a_click_on_the_map_finds_the_like_of_the_tile_there(desk: Desk) -> None:
    former = show_one(desk)
    click(desk, 0.3, 0.7)
    result = answer(desk)
    assert "this place" in desk.dock.chips.chips[0].text.text()
    (part,) = asked_parts(desk)
    assert isinstance(part, PlacePart)
    assert part.geometry["type"] == "Point"
    place = search_areas.from_geojson(part.geometry)
    assert hits.footprint_of(result.hits[0]).contains(place), "it is most like itself"
    assert desk.canvas.mapTool() is former
    assert not desk.dock.speak.example_button.isChecked()
    assert desk.iface.status_bar.currentMessage() == ""


def test_a_box_on_the_map_finds_the_like_of_what_lies_in_it(desk: Desk) -> None:
    show_one(desk)
    drag(desk, (0.2, 0.2), (0.5, 0.5))
    answer(desk)
    (part,) = asked_parts(desk)
    assert isinstance(part, PlacePart)
    box = search_areas.from_geojson(part.geometry).boundingBox()
    to_wgs84 = search_areas.to_wgs84(desk.scene.crs(), desk.project)
    scene = to_wgs84.transformBoundingBox(desk.scene.extent())
    assert box.width() / scene.width() == pytest.approx(0.3, abs=0.02)
    assert (box.center().y() - scene.yMinimum()) / scene.height() == pytest.approx(0.35, abs=0.02)


def test_a_click_on_a_hit_means_that_hit_and_ctrl_adds_it(desk: Desk) -> None:
    result = type_in(desk, TANKS)
    show_one(desk)
    hit = result.hits[0]
    where = QgsGeometry.fromPointXY(QgsPointXY(hit.lon, hit.lat))
    to_map = QgsCoordinateTransform(
        search_areas.wgs84(), desk.canvas.mapSettings().destinationCrs(), desk.project
    )
    where.transform(to_map)
    on_canvas = desk.canvas.getCoordinateTransform().transform(where.asPoint())
    position = QPoint(round(on_canvas.x()), round(on_canvas.y()))
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(desk.canvas.viewport(), LEFT, ctrl, position)
    answer(desk)
    assert asked_parts(desk) == (TextPart(TANKS), TilePart(hit.tile_id))


def test_a_place_in_no_index_is_asked_with_what_the_map_shows_there(
    desk: Desk, tmp_path: Path
) -> None:
    """On a copy of the scene far from the index: what was drawn is found where it lies in the scene."""
    elsewhere = tmp_path / "elsewhere.tif"
    left, top = desk.scene.extent().xMinimum() + 50_000, desk.scene.extent().yMaximum() + 50_000
    size = desk.scene.extent().width()
    gdal.Translate(str(elsewhere), str(SCENE), outputBounds=[left, top, left + size, top - size])
    layer = QgsRasterLayer(str(elsewhere), "elsewhere")
    desk.project.addMapLayer(layer)
    near = desk.scene
    desk.scene = layer
    desk.canvas.setExtent(layer.extent())
    desk.canvas.waitWhileRendering()
    show_one(desk)
    # The middle of a tile: the scene has 15 x 15 of 200 m, numbered row by row from the north-west.
    click(desk, 4.5 / 15, 1 - 9.5 / 15)
    result = answer(desk)
    (part,) = asked_parts(desk)
    assert isinstance(part, ImagePart)
    picture = QImage(part.path)
    assert picture.width() == picture.height() == 200, "a tile of 200 m, at 1 m a pixel"
    assert "this place" in desk.dock.chips.chips[0].text.text()
    assert result.hits[0].tile_id in (9 * 15 + 4, 9 * 15 + 5), "the tile that it shows"
    (kept,) = history()
    assert kept.query.files == (part.path,)
    assert Path(part.path).parent == Settings().questions_folder
    assert not desk.dock.chips.undo_button.isVisible(), "there was no other question before"
    desk.scene = near


def test_where_the_map_shows_nothing_it_says_what_to_do(desk: Desk) -> None:
    far = desk.scene.extent()
    far.setXMinimum(far.xMinimum() + 50_000)
    far.setXMaximum(far.xMaximum() + 50_000)
    desk.canvas.setExtent(far)
    show_one(desk)
    QTest.mouseClick(desk.canvas.viewport(), LEFT, pos=desk.canvas.rect().center())
    desk.wait_for(DockState.ERROR)
    assert desk.failure == "no-tile-there"
    assert "where the map shows imagery" in desk.said
    assert list(Settings().questions_folder.glob("*.png")) == []


def test_escape_leaves_the_tool(desk: Desk) -> None:
    former = show_one(desk)
    QApplication.setActiveWindow(desk.iface.window)
    QTest.keyClick(desk.iface.window, Qt.Key.Key_Escape)
    wait_until(lambda: desk.canvas.mapTool() is former, 5, "the former tool")
    assert desk.dock.state is DockState.READY
    assert not desk.dock.speak.example_button.isChecked()
    assert not desk.dock._escape.isEnabled(), "Esc is others' again"


def test_another_tool_and_the_end_take_the_tool_away(desk: Desk) -> None:
    show_one(desk)
    other = QgsMapToolPan(desk.canvas)
    desk.canvas.setMapTool(other)
    assert desk.canvas.mapTool() is other
    assert not desk.dock.speak.example_button.isChecked()
    items = len(desk.canvas.scene().items())
    former = show_one(desk)
    desk.dock.examples.end()
    assert desk.canvas.mapTool() is former
    assert len(desk.canvas.scene().items()) == items - 2, "the box and the cross"
    desk.dock.examples.end = lambda: None  # type: ignore[method-assign]


# --- dropped ---------------------------------------------------------------------------------------


def drop(desk: Desk, path: Path, modifiers: Qt.KeyboardModifiers) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, modifiers
    )
    desk.dock.dropEvent(event)
    wait_until(lambda: desk.dock.state is DockState.SEARCHING, 5, "the search")
    answer(desk)


def test_a_picture_that_is_dropped_with_ctrl_is_added(desk: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "chip.png"
    gdal.Translate(str(picture), str(SCENE), format="PNG", srcWin=[200, 200, 200, 200])
    type_in(desk, TANKS)
    drop(desk, picture, Qt.KeyboardModifier.ControlModifier)
    assert asked_parts(desk) == (TextPart(TANKS), ImagePart(str(picture)))
    assert chips(desk) == [f"×1 {TANKS}", "×1 chip.png"]
    drop(desk, picture, Qt.KeyboardModifier.NoModifier)
    assert asked_parts(desk) == (ImagePart(str(picture)),)
    desk.dock.chips.add_button.click()
    drop(desk, BALL_FIELD, Qt.KeyboardModifier.NoModifier)
    assert [type(part) for part in asked_parts(desk)] == [ImagePart, AudioPart]
