"""The dock in real QGIS with the real engine and the demo scene: every state, every control."""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDataProvider,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsTask,
    QgsVector,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent, QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget

from qgis_scrl import texts
from qgis_scrl.answers import is_calibrated
from qgis_scrl.contract import (
    AudioPart,
    Microphone,
    Query,
    SearchResult,
    SourceOptions,
    Stage,
    indexes,
    methods,
)  # fmt: skip
from qgis_scrl.dock.controllers import index_controller
from qgis_scrl.dock.dialogs.index_details_dialog import IndexDetailsDialog, common_folder
from qgis_scrl.dock.dialogs.new_index_dialog import NewIndexDialog
from qgis_scrl.dock.widgets import formatting, theme
from qgis_scrl.dock.widgets.status_banner import DockState, status_message
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.history import AskedQuery, QuestionHistory
from qgis_scrl.layers import group, hits
from qgis_scrl.layers.raster_layers import raster_choice
from qgis_scrl.options_page import OptionsPage
from qgis_scrl.settings import Settings
from tests.support.desk import Desk, of_the_scene
from tests.support.events import (
    Told,
    assert_never_holds_up,
    let_pass,
    owes_answers,
    wait_until,
)
from tests.support.paths import BALL_FIELD, HARBOUR, SCENE


@pytest.fixture
def mine(demo_index: Path, tmp_path: Path) -> Path:
    """A copy of it, beside which and in which tests may write."""
    return Path(shutil.copytree(demo_index, tmp_path / "mine.scrl"))


@pytest.fixture
def desk(warm_engine: EngineClient, tmp_path: Path) -> Iterator[Desk]:
    Settings().index_folder = str(tmp_path / "indexes")
    desk = Desk(warm_engine)
    yield desk
    desk.clear()
    shutil.rmtree(Settings().questions_folder, ignore_errors=True)


@pytest.fixture
def asked(desk: Desk, demo_index: Path) -> Desk:
    """A desk on which one question has been answered."""
    desk.use(demo_index)
    desk.ask(BALL_FIELD)
    return desk


def shown_layer(desk: Desk) -> QgsVectorLayer:
    layer = desk.dock.answers.layer
    assert layer is not None
    return layer


def shown_result(desk: Desk) -> SearchResult:
    result = desk.dock.answers.result
    assert result is not None
    return result


def open_dialog(kind: type[QDialog]) -> Any:
    found = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, kind) and widget.isVisible()
    ]
    assert len(found) == 1, found
    return found[0]


def running(client: EngineClient) -> list[str]:
    return [request.method.name for request in client.running_requests]


def kinds(result: SearchResult) -> list[str]:
    """Say what truly lies at the centre of each hit, from the demo's own map of it."""
    places = QgsVectorLayer(str(SCENE.parent / "places.geojson"), "places", "ogr")
    features = list(places.getFeatures())
    found = []
    for hit in result.hits:
        footprint = hits.footprint_of(hit)
        found.append(",".join(f["kind"] for f in features if f.geometry().intersects(footprint)))
    return found


# --- states ----------------------------------------------------------------------------------------


def test_without_an_index_the_dock_says_how_to_make_one(desk: Desk) -> None:
    desk.wait_for(DockState.EMPTY)
    assert desk.dock.banner.message == status_message(DockState.EMPTY)
    assert not desk.dock.speak.button.isEnabled()
    assert desk.dock.speak.button.toolTip()
    QTest.mouseClick(desk.dock.banner.button, Qt.MouseButton.LeftButton)
    open_dialog(NewIndexDialog).reject()


def test_the_engine_starts_with_the_dock_and_not_before(engine_python: Path) -> None:
    client = EngineClient()
    desk = Desk(client)
    try:
        assert client.state in ("starting", "ready")
        desk.dock.hide()
        client.stop()
        wait_until(lambda: client.state == "stopped", 10)
        desk.dock.show()
        assert desk.dock.state is DockState.STARTING
        assert desk.dock.banner.message == status_message(DockState.STARTING)
        assert not desk.dock.speak.button.isEnabled()
        desk.wait_for(DockState.EMPTY)
    finally:
        desk.clear()
        client.stop()


def test_with_an_index_it_is_ready(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)
    desk.wait_for(DockState.READY)
    assert desk.dock.banner.message == status_message(DockState.READY)
    summary = desk.dock.index_bar.summary.text()
    assert all(part in summary for part in ("225", formatting.metres(200), "2024"))
    assert desk.dock.speak.button.isEnabled()


def test_a_question_ends_in_a_list_a_layer_and_a_map(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)
    states: list[DockState] = []
    desk.dock.state_changed.connect(states.append)
    desk.ask(BALL_FIELD)
    assert states == [DockState.SEARCHING, DockState.RESULTS]
    result = desk.dock.answers.result
    assert result is not None
    assert any("baseballfield" in kind for kind in kinds(result)[:3])
    layer = shown_layer(desk)
    assert hits.result_of(layer).hits == tuple(desk.dock.results.shown_hits())
    desk.dock.results.least.setValue(0)
    wait_until(lambda: hits.result_of(layer).hits == result.hits, 5, "all hits")
    assert layer.name().startswith("Question ")
    own = group.find_group(desk.project)
    assert own is not None
    assert own.findLayer(layer.id())
    assert desk.iface.activeLayer() is layer
    assert desk.dock.speak.waveform.peaks
    assert desk.dock.results.keep_button.isEnabled()


def test_the_map_changes_where_the_best_hit_is(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)

    def drawn() -> QImage:
        desk.canvas.refresh()
        desk.canvas.waitWhileRendering()
        let_pass(0.2)
        desk.canvas.waitWhileRendering()
        return desk.canvas.grab().toImage()

    desk.canvas.setParallelRenderingEnabled(True)
    before = drawn()
    desk.ask(HARBOUR)
    after = drawn()
    result = desk.dock.answers.result
    assert result is not None
    box = hits.footprint_of(result.hits[0]).boundingBox()
    layer = shown_layer(desk)
    on_map = desk.canvas.mapSettings().layerExtentToOutputExtent(layer, box)
    to_pixel = desk.canvas.getCoordinateTransform()
    changed = 0
    for corner in (QPointF(on_map.xMinimum(), on_map.yMaximum()),):
        at = to_pixel.transform(corner.x(), corner.y())
        ratio = desk.canvas.devicePixelRatioF()
        for dx in range(-5, 6):
            for dy in range(-5, 6):
                x, y = round(at.x() * ratio) + dx, round(at.y() * ratio) + dy
                changed += before.pixel(x, y) != after.pixel(x, y)
    assert changed > 20


def test_the_window_never_freezes_while_it_searches(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)
    desk.ask(BALL_FIELD)  # What Qt and QGIS do once only is not the search's.

    def search() -> None:
        desk.ask(HARBOUR)
        let_pass(0.5)

    assert_never_holds_up(search)


@pytest.mark.timeout(700)  # On a busy machine the index takes its time.
def test_the_window_never_freezes_while_a_thousand_places_are_found(
    desk: Desk, tmp_path: Path
) -> None:
    index = tmp_path / "fine.scrl"
    Told(desk.client.request(methods.BUILD_INDEX, of_the_scene(index, 75))).wait(500)
    desk.use(index)
    desk.dock.filters.hits.setValue(1000)
    desk.ask(BALL_FIELD)
    assert len(shown_result(desk).hits) == 1000

    def search() -> None:
        desk.ask(HARBOUR)
        let_pass(0.5)

    assert_never_holds_up(search)


def test_the_window_never_freezes_while_an_index_is_built(desk: Desk, tmp_path: Path) -> None:
    numbers = itertools.count()
    (tmp_path / "indexes").mkdir()

    def build() -> None:
        index = tmp_path / "indexes" / f"{next(numbers)}.scrl"
        desk.dock.indexes.build(methods.BUILD_INDEX, of_the_scene(index, 200), index.stem)
        wait_until(lambda: not desk.dock.indexes.is_building, 120, "the build")
        assert "225" in desk.told[-1], desk.told
        wait_until(desk.dock.speak.button.isEnabled, 20)
        desk.ask(BALL_FIELD)

    assert_never_holds_up(build)


def test_an_unreadable_recording_says_so_and_the_next_one_works(
    desk: Desk, demo_index: Path, tmp_path: Path
) -> None:
    desk.use(demo_index)
    broken = tmp_path / "broken.wav"
    broken.write_text("no sound")
    desk.dock.asking.ask_recording(str(broken))
    desk.wait_for(DockState.ERROR)
    assert desk.failure == "not-audio"
    assert desk.dock.banner.button.isVisible()
    shutil.copy(BALL_FIELD, tmp_path / "good.ogg")
    broken.unlink()
    shutil.copy(BALL_FIELD, broken)  # The content decides, not the name.
    QTest.mouseClick(desk.dock.banner.button, Qt.MouseButton.LeftButton)
    desk.wait_for(DockState.RESULTS)


def test_an_index_that_is_gone_says_so(desk: Desk, demo_index: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.scrl"
    shutil.copytree(demo_index, copy)
    desk.use(copy)
    shutil.rmtree(copy)
    desk.dock.asking.ask_recording(str(BALL_FIELD))
    desk.wait_for(DockState.ERROR)
    assert desk.failure == "index-missing"


def test_an_engine_killed_in_a_search_comes_back_and_the_retry_works(
    engine_python: Path, demo_index: Path
) -> None:
    client = EngineClient()
    desk = Desk(client)
    try:
        wait_until(lambda: client.state == "ready", 60)
        desk.use(demo_index)
        desk.dock.asking.ask_recording(str(BALL_FIELD))
        os.kill(client.process_id, signal.SIGKILL)
        desk.wait_for(DockState.ERROR)
        assert desk.failure == "engine-stopped"
        wait_until(lambda: client.state == "ready", 60)
        assert desk.dock.state is DockState.ERROR, "the failure stays to be read"
        QTest.mouseClick(desk.dock.banner.button, Qt.MouseButton.LeftButton)
        desk.wait_for(DockState.RESULTS)
    finally:
        desk.clear()
        client.stop()


def test_escape_gives_a_search_up(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)
    desk.dock.asking.ask_recording(str(BALL_FIELD))
    assert desk.dock.state is DockState.SEARCHING
    QApplication.setActiveWindow(desk.iface.window)
    QTest.keyClick(desk.iface.window, Qt.Key.Key_Escape)
    desk.wait_for(DockState.READY, seconds=2)
    wait_until(lambda: not owes_answers(desk.client), 30, "the answer, too late")
    assert desk.dock.answers.layer is None, "the answer that came too late is not shown"


def test_a_test_of_the_microphone_that_is_stopped_is_over(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)
    desk.dock.asking.test_microphone()
    assert desk.dock.state is DockState.LISTENING
    QTest.mouseClick(desk.dock.speak.button, Qt.MouseButton.LeftButton)
    assert desk.dock.state is DockState.READY
    assert not desk.dock.speak.is_listening


def test_the_microphone_cannot_be_tested_in_the_middle_of_a_search(
    desk: Desk, demo_index: Path
) -> None:
    def can_be_tested() -> bool:
        desk.dock.speak._fill_microphones()
        return desk.dock.speak._microphone_menu.actions()[-1].isEnabled()

    desk.use(demo_index)
    desk.dock.speak.set_microphones([Microphone(0, "one", True, 48_000)], "")
    assert can_be_tested()
    desk.dock.asking.ask_recording(str(BALL_FIELD))
    assert desk.dock.state is DockState.SEARCHING
    assert not can_be_tested()
    desk.wait_for(DockState.RESULTS)
    assert can_be_tested()


def test_hits_of_one_index_are_not_shown_under_the_name_of_another(
    desk: Desk, demo_index: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.scrl"
    shutil.copytree(demo_index, other)
    desk.use(demo_index)
    desk.dock.asking.ask_recording(str(BALL_FIELD))
    assert desk.dock.state is DockState.SEARCHING
    desk.dock.index_bar.choose(str(other))
    assert desk.dock.state is DockState.READY
    wait_until(lambda: not owes_answers(desk.client), 30, "all answers")
    assert desk.dock.answers.layer is None
    desk.ask(BALL_FIELD)


# --- results ---------------------------------------------------------------------------------------


def test_the_list_and_the_layer_select_each_other(asked: Desk) -> None:
    results, layer = asked.dock.results, shown_layer(asked)
    results.list.setCurrentIndex(results.list.hits.index(2))
    rank = results.list.hits.rows[2].rank
    assert hits.ranks_of_selection(layer) == [rank]
    others = [row.rank for row in results.list.hits.rows[:2]]
    layer.selectByIds(hits.features_by_rank(layer, others))
    assert results.list.ranks_selected() == others
    layer.removeSelection()
    assert results.list.ranks_selected() == []


def test_choosing_a_hit_moves_the_map_there(asked: Desk) -> None:
    before = QgsRectangle(asked.canvas.extent())
    QTest.keyClick(asked.dock.results.list, Qt.Key.Key_Down)
    QTest.keyClick(asked.dock.results.list, Qt.Key.Key_Down)
    wait_until(lambda: asked.canvas.extent() != before, 5, "a move of the map")
    chosen = asked.dock.results.list.ranks_selected()
    layer = shown_layer(asked)
    box = asked.canvas.mapSettings().layerExtentToOutputExtent(layer, layer.boundingBoxOfSelected())
    assert len(chosen) == 1
    assert asked.canvas.extent().contains(box)


def test_the_slider_filters_list_and_layer_without_a_new_search(asked: Desk) -> None:
    results, layer = asked.dock.results, shown_layer(asked)
    total = len(shown_result(asked).hits)
    results.least.setValue(0)
    wait_until(lambda: layer.featureCount() == total, 5)
    results.least.setValue(150)
    shown = len(results.shown_hits())
    assert 0 < shown < total
    wait_until(lambda: layer.featureCount() == shown, 5, "the layer to follow")
    assert [int(count) for count in re.findall(r"\d+", results.count.text())] == [shown, total]
    assert "search" not in running(asked.client)


def test_the_selection_survives_sorting_and_filtering(asked: Desk) -> None:
    results = asked.dock.results
    results.least.setValue(0)
    results.list.setCurrentIndex(results.list.hits.index(0))
    for sort in ("distance", "date", "source", "rank"):
        results.sort.setCurrentIndex(results.sort.findData(sort))
        assert results.list.ranks_selected() == [1], sort
    results.least.setValue(100)
    assert results.list.ranks_selected() == [1]


def test_sorting_by_distance_is_by_distance(asked: Desk) -> None:
    results = asked.dock.results
    results.sort.setCurrentIndex(results.sort.findData("distance"))

    def metres() -> list[float]:
        return [results.list.hits.distance(hit) or -1.0 for hit in results.shown_hits()]

    wait_until(lambda: min(metres()) > 0, 5, "the distances")
    wait_until(lambda: metres() == sorted(metres()), 5, "the order")
    first = results.shown_hits()[0]
    asked.canvas.setCenter(asked.canvas.extent().center())
    asked.canvas.zoomByFactor(0.5)
    let_pass(0.3)
    assert results.list.hits.distance(first) is not None


def test_sorted_by_distance_what_is_selected_stays_so_when_the_map_moves(asked: Desk) -> None:
    results = asked.dock.results
    results.sort.setCurrentIndex(results.sort.findData("distance"))
    let_pass(0.3)
    chosen = results.shown_hits()[-1].rank
    results.list.setCurrentIndex(results.list.hits.index(results.list.hits.row_of(chosen)))
    asked.canvas.setCenter(asked.canvas.extent().center() + QgsVector(150, 150))
    asked.canvas.refresh()
    let_pass(0.5)
    assert results.list.ranks_selected() == [chosen]
    current = results.list.current_hit()
    assert current is not None
    assert current.rank == chosen
    assert results.alike_button.isEnabled()


def test_pictures_come_for_what_is_in_sight(asked: Desk) -> None:
    model = asked.dock.results.list.hits
    wait_until(lambda: model.thumbnail(model.rows[0].tile_id) is not None, 20, "a picture")
    picture = model.thumbnail(model.rows[0].tile_id)
    assert picture is not None
    assert picture.width() >= 96


def test_with_a_profile_that_cannot_be_written_to_the_answer_is_shown_all_the_same(
    desk: Desk, demo_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = tmp_path / "profile"
    profile.write_text("no folder")
    monkeypatch.setattr(Settings, "data_folder", property(lambda _self: profile))
    desk.use(demo_index)
    desk.dock.asking.ask_recording(str(BALL_FIELD))
    desk.wait_for(DockState.RESULTS, seconds=20)
    assert desk.dock.results.list.hits.rows


def test_pictures_do_not_pile_up(desk: Desk, demo_index: Path) -> None:
    shutil.rmtree(desk.settings.data_folder / "thumbnails", ignore_errors=True)
    desk.use(demo_index)
    desk.ask(BALL_FIELD)
    model = desk.dock.results.list.hits
    wait_until(lambda: model.thumbnail(model.rows[0].tile_id) is not None, 20, "a picture")
    folder = Path(desk.dock.answers._pictures.path())
    assert list(folder.glob("*.png"))
    assert not (desk.settings.data_folder / "thumbnails").exists()
    desk.dock.answers._pictures.remove()
    assert not folder.exists()


def test_keeping_writes_a_geopackage_beside_the_index(
    desk: Desk, mine: Path, tmp_path: Path
) -> None:
    desk.use(mine)
    desk.ask(BALL_FIELD)
    layer, total = shown_layer(desk), len(shown_result(desk).hits)
    desk.dock.results.least.setValue(150)
    layer.setName("Ball fields | for the report")
    QTest.mouseClick(desk.dock.results.keep_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not group.is_temporary(layer), 20, "keeping")
    assert (tmp_path / "mine hits.gpkg").is_file()
    assert not desk.dock.results.keep_button.isEnabled()
    assert layer.name() == "Ball fields | for the report"
    desk.dock.results.least.setValue(0)
    wait_until(lambda: layer.featureCount() == total, 5, "all hits, also those that were hidden")
    desk.dock.results.list.setCurrentIndex(desk.dock.results.list.hits.index(1))
    assert len(layer.selectedFeatureIds()) == 1
    QTest.mouseClick(desk.dock.results.clear_button, Qt.MouseButton.LeftButton)
    assert desk.project.mapLayer(layer.id()) is not None, "what is kept stays"


def test_keeping_two_questions_of_one_name_keeps_both(desk: Desk, mine: Path) -> None:
    desk.use(mine)
    kept = []
    for question in (BALL_FIELD, HARBOUR):
        desk.ask(question)
        layer = shown_layer(desk)
        layer.setName("For the report")
        desk.dock.answers.keep()
        wait_until(lambda: not group.is_temporary(shown_layer(desk)), 20, "keeping")
        kept.append((layer, [hit.tile_id for hit in shown_result(desk).hits]))
    for layer, tiles in kept:
        hits.filter_by_score(layer, None, [])
        assert [feature["tile_id"] for feature in layer.getFeatures()] == tiles


def test_hits_that_are_being_edited_are_not_kept_until_that_is_over(desk: Desk, mine: Path) -> None:
    desk.use(mine)
    desk.ask(BALL_FIELD)
    layer = shown_layer(desk)
    desk.dock.results.least.setValue(0)
    wait_until(lambda: layer.featureCount() == len(shown_result(desk).hits), 5, "all hits")
    layer.startEditing()
    layer.deleteFeature(hits.features_by_rank(layer, [2])[0])
    QTest.mouseClick(desk.dock.results.keep_button, Qt.MouseButton.LeftButton)
    assert len(desk.told) == 1
    assert layer.name() in desk.told[0]
    assert group.is_temporary(layer)
    layer.commitChanges()
    QTest.mouseClick(desk.dock.results.keep_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not group.is_temporary(layer), 20, "keeping")
    ranks = [feature["rank"] for feature in layer.getFeatures()]
    assert ranks == [hit.rank for hit in shown_result(desk).hits if hit.rank != 2]


def test_after_editing_the_map_hides_what_the_list_hides(asked: Desk) -> None:
    layer, results = shown_layer(asked), asked.dock.results
    results.least.setValue(0)
    let_pass(0.1)
    layer.startEditing()
    results.least.setValue(150)
    let_pass(0.1)
    layer.rollBack()
    wait_until(lambda: layer.featureCount() == len(results.shown_hits()), 5, "the filter")


def test_unloading_while_hits_are_being_kept_does_no_harm(
    warm_engine: EngineClient, mine: Path, tmp_path: Path
) -> None:
    desk = Desk(warm_engine)
    desk.use(mine)
    desk.ask(BALL_FIELD)
    desk.dock.answers.keep()
    (task,) = desk.dock.answers._keeping.values()
    desk.dock.end()
    desk.iface.window.removeDockWidget(desk.dock)
    desk.dock.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    assert sip.isdeleted(desk.dock)
    wait_until(
        lambda: sip.isdeleted(task) or task.status() == QgsTask.TaskStatus.Complete, 20, "the file"
    )
    let_pass(0.1)
    assert (tmp_path / "mine hits.gpkg").is_file()
    desk.project.clear()


def test_unloading_gives_back_what_the_slider_hides(
    warm_engine: EngineClient, demo_index: Path
) -> None:
    desk = Desk(warm_engine)
    desk.use(demo_index)
    desk.ask(BALL_FIELD)
    layer, found = shown_layer(desk), len(shown_result(desk).hits)
    assert layer.featureCount() < found
    desk.clear(keep_layers=True)
    assert layer.featureCount() == found
    desk.project.clear()


def test_a_layer_that_was_edited_meanwhile_hides_what_the_list_hides(asked: Desk) -> None:
    layer, results = shown_layer(asked), asked.dock.results
    results.least.setValue(0)
    wait_until(lambda: layer.featureCount() == len(shown_result(asked).hits), 5, "all hits")
    layer.startEditing()
    results.least.setValue(150)
    let_pass(0.1)
    shown = len(results.shown_hits())
    asked.ask(HARBOUR)
    layer.rollBack()
    assert layer.featureCount() > shown
    asked.iface.setActiveLayer(layer)
    wait_until(lambda: layer.featureCount() == shown, 5, "the filter")


def test_hits_that_the_user_has_made_permanent_are_told_as_kept(
    asked: Desk, tmp_path: Path
) -> None:
    layer, file = shown_layer(asked), tmp_path / "elsewhere.gpkg"
    temporary = asked.dock.results.kept.text()
    assert temporary
    task = group.write_task(layer, file, "mine")
    assert task.run()
    shown = layer.featureCount()
    assert shown < len(shown_result(asked).hits)
    # As "Make Permanent..." of the layer panel does it.
    layer.setDataSource(f"{file}|layername=mine", layer.name(), "ogr")
    assert len(shown_result(asked).hits) == shown, "what was hidden is not in that file"
    assert asked.dock.results.kept.text() not in ("", temporary)
    assert not asked.dock.results.keep_button.isEnabled()


def test_clearing_takes_every_temporary_layer_away(asked: Desk) -> None:
    asked.ask(HARBOUR)
    assert len(group.hits_layers(asked.project)) == 2
    assert asked.dock.results.clear_button.isEnabled()
    QTest.mouseClick(asked.dock.results.clear_button, Qt.MouseButton.LeftButton)
    assert group.hits_layers(asked.project) == []
    assert group.find_group(asked.project) is None
    asked.wait_for(DockState.READY)
    assert not asked.dock.results.list.isVisible()
    wait_until(lambda: not asked.dock.results.clear_button.isEnabled(), 2)


def test_an_earlier_question_is_listed_again_when_its_layer_is_clicked(asked: Desk) -> None:
    first, answer = shown_layer(asked), asked.dock.answers.result
    asked.ask(HARBOUR)
    assert asked.dock.answers.result != answer
    assert not asked.project.layerTreeRoot().findLayer(first.id()).isVisible()
    asked.iface.setActiveLayer(first)
    assert asked.dock.answers.result == answer
    assert asked.project.layerTreeRoot().findLayer(first.id()).isVisible()


def test_removing_the_layer_by_hand_empties_the_list(asked: Desk) -> None:
    asked.project.removeMapLayer(shown_layer(asked).id())
    assert asked.dock.answers.layer is None
    asked.wait_for(DockState.READY)
    asked.ask(HARBOUR)
    asked.project.clear()
    asked.wait_for(DockState.READY)


# --- how sure it is ----------------------------------------------------------------------------------


def test_weak_hits_are_hidden_and_it_says_so(asked: Desk) -> None:
    """With the real model: its scores are calibrated, 0.5 means as likely right as wrong."""
    result, results = shown_result(asked), asked.dock.results
    assert is_calibrated(result)
    assert result.default_min_score == 0.5
    likely = [hit for hit in result.hits if hit.score >= 0.5]
    weaker = len(result.hits) - len(likely)
    assert likely
    assert weaker
    assert list(results.shown_hits()) == likely
    assert shown_layer(asked).featureCount() == len(likely)
    sentence, step = asked.dock.banner.message.sentence, asked.dock.banner.message.next_step
    assert f"{len(likely)} " in sentence
    assert f"{weaker} " in step
    assert results.hidden_button.isVisible()
    QTest.mouseClick(results.hidden_button, Qt.MouseButton.LeftButton)
    assert len(results.shown_hits()) == len(result.hits)
    assert not results.hidden_button.isVisible()
    wait_until(lambda: shown_layer(asked).featureCount() == len(result.hits), 5)


def test_as_many_as_were_asked_for_are_called_the_best_of_perhaps_more(asked: Desk) -> None:
    result, answers = shown_result(asked), asked.dock.answers
    assert answers.asked_query is not None
    k = answers.asked_query.query.k
    first = result.hits[0]

    def said(count: int, score: float) -> tuple[str, str]:
        hits = tuple(replace(first, rank=n + 1, score=score) for n in range(count))
        message = answers.saying_for(replace(result, hits=hits))
        return message.sentence, message.next_step

    assert said(k, 0.9)[0] == f"The {k} best places found."
    assert "There may be more" in said(k, 0.9)[1]
    assert said(k - 1, 0.9)[0] == f"{k - 1} places found."
    assert "more" not in said(k - 1, 0.9)[1]


def test_an_answer_that_is_none_has_not_the_colour_of_success(asked: Desk) -> None:
    result, banner = shown_result(asked), asked.dock.banner
    weak = replace(result, hits=tuple(hit for hit in result.hits if hit.score < 0.5))
    assert weak.hits
    colours = []
    for answer in (result, weak):
        banner.show_state(DockState.RESULTS, asked.dock.answers.saying_for(answer))
        colours.append(banner.grab().toImage().pixelColor(1, 1))
    ground = theme.ground_of(banner)
    assert colours == [
        theme.seen(colour, ground, theme.mixed(ground, colour, 0.14))
        for colour in (theme.GOOD, theme.SCORE)
    ]


def test_what_was_understood_is_what_was_said(asked: Desk) -> None:
    assert asked.dock.recognised_phrases.isVisible()
    text = asked.dock.recognised_phrases.phrases.accessibleDescription()
    assert "baseball" in text or "ball field" in text, text


# --- more like this ----------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["key", "menu", "button"])
def test_more_places_like_one_are_found(asked: Desk, how: str) -> None:
    results = asked.dock.results
    assert not results.alike_button.isEnabled(), "nothing is chosen yet"
    model = results.list.hits
    results.list.setCurrentIndex(model.index(0))
    one = model.rows[0]
    answers: list[SearchResult] = []
    asked.dock.answered.connect(answers.append)
    if how == "key":
        QTest.keyClick(results.list, Qt.Key.Key_M)
    elif how == "menu":
        menu = results.list.menu_for(one)
        (action,) = [a for a in menu.actions() if a.text().startswith("More like this")]
        action.trigger()
    else:
        QTest.mouseClick(results.alike_button, Qt.MouseButton.LeftButton)
    assert asked.dock.state is DockState.SEARCHING
    assert not results.alike_button.isEnabled(), "one question at a time"
    assert "no. 1" in asked.said
    wait_until(lambda: bool(answers) or asked.dock.state is DockState.ERROR, 30)
    assert answers, asked.said
    found = answers[0].hits
    assert one.tile_id not in [hit.tile_id for hit in found], "it is known already"
    assert [hit.rank for hit in found] == list(range(1, len(found) + 1))
    assert len(found) == asked.dock.filters.hits.value()
    assert any("baseballfield" in kind for kind in kinds(answers[0])[:3])
    layer = shown_layer(asked)
    assert layer.name().startswith("Like no. 1 ")
    assert next(layer.getFeatures())["question"] == "Like no. 1"
    assert not asked.dock.speak.play_button.isVisible(), "nothing was spoken"
    assert not asked.dock.recognised_phrases.isVisible()
    assert len(group.hits_layers(asked.project)) == 2


def test_the_menu_copies_the_coordinates(asked: Desk) -> None:
    hit_list = asked.dock.results.list
    hit_list.setCurrentIndex(hit_list.hits.index(1))
    QTest.keyClick(hit_list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    hit = hit_list.hits.rows[1]
    assert QApplication.clipboard().text() == f"{hit.lat:.6f}, {hit.lon:.6f}"


# --- where and when --------------------------------------------------------------------------------


def centre_of(desk: Desk, share: float) -> QgsRectangle:
    box = QgsRectangle(desk.scene.extent())
    box.scale(share)
    return box


@pytest.mark.parametrize("crs", ["EPSG:32632", "EPSG:4326", "EPSG:3857"])
def test_searching_the_map_view_finds_only_what_it_shows(
    desk: Desk, demo_index: Path, crs: str
) -> None:
    desk.use(demo_index)
    desk.show_in(crs)
    desk.canvas.zoomByFactor(0.3)
    desk.dock.filters.area.setCurrentIndex(desk.dock.filters.area.findData("view"))
    desk.ask(HARBOUR)
    settings = desk.canvas.mapSettings()
    layer = shown_layer(desk)
    for feature in layer.getFeatures():
        box = settings.layerExtentToOutputExtent(layer, feature.geometry().boundingBox())
        assert desk.canvas.extent().intersects(box)


def test_searching_inside_selected_polygons_and_a_layer(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632", "district", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(centre_of(desk, 0.3)))
    layer.dataProvider().addFeature(feature)
    desk.project.addMapLayer(layer)
    where = desk.dock.filters
    where.area.setCurrentIndex(where.area.findData("selection"))
    desk.dock.asking.ask_recording(str(BALL_FIELD))
    desk.wait_for(DockState.ERROR)
    assert desk.failure == "no-selection"
    layer.selectAll()
    QTest.mouseClick(desk.dock.banner.button, Qt.MouseButton.LeftButton)
    desk.wait_for(DockState.RESULTS)
    selected = shown_result(desk).hits
    where.area.setCurrentIndex(where.area.findData("layer"))
    where.layer.setLayer(layer)
    desk.ask(BALL_FIELD)
    assert shown_result(desk).hits == selected
    assert 0 < len(selected) < 40


def test_full_stops_in_the_name_of_a_layer_end_no_sentence(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "St. Gallen, no. 2", "memory")
    desk.project.addMapLayer(layer)
    where = desk.dock.filters
    where.area.setCurrentIndex(where.area.findData("layer"))
    where.layer.setLayer(layer)
    desk.dock.asking.ask_recording(str(BALL_FIELD))
    desk.wait_for(DockState.ERROR)
    message = desk.dock.banner.message
    assert "St. Gallen, no. 2" in message.sentence
    assert message.sentence.endswith(".")
    assert message.next_step


def test_an_area_without_imagery_says_so(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)
    desk.canvas.setExtent(QgsRectangle(600_000, 5_600_000, 601_000, 5_601_000))
    desk.dock.filters.area.setCurrentIndex(desk.dock.filters.area.findData("view"))
    desk.dock.asking.ask_recording(str(BALL_FIELD))
    desk.wait_for(DockState.ERROR)
    assert desk.failure == "area-outside"


def test_dates_and_the_number_of_places_are_asked_for(desk: Desk, demo_index: Path) -> None:
    from qgis.PyQt.QtCore import QDate

    desk.use(demo_index)
    where = desk.dock.filters
    where.hits.setValue(3)
    desk.ask(BALL_FIELD)
    assert len(shown_result(desk).hits) == 3
    where.since.setDate(QDate(2025, 1, 1))
    assert formatting.day("2025-01-01") in where.full_title
    desk.dock.asking.ask_recording(str(BALL_FIELD))
    desk.wait_for(DockState.ERROR)
    assert desk.failure == "nothing-matches-filter"
    where.until.setDate(QDate(2020, 1, 1))
    desk.dock.asking.ask_recording(str(BALL_FIELD))
    assert desk.dock.banner.message == where.problem


# --- asking again ----------------------------------------------------------------------------------


def test_earlier_questions_can_be_asked_again_and_survive_qgis(
    asked: Desk, demo_index: Path
) -> None:
    asked.ask(HARBOUR)
    recent = asked.dock.speak.recent
    recent.fill()
    rows = recent.findChildren(QWidget, options=Qt.FindChildOption.FindChildrenRecursively)
    assert rows
    assert recent.count == 2
    answers: list[SearchResult] = []
    asked.dock.answered.connect(answers.append)
    recent._rows[1].ask.click()
    wait_until(lambda: bool(answers), 60, "the answer")
    assert any("baseballfield" in kind for kind in kinds(answers[0])[:3])
    other = Desk(asked.client)
    assert other.dock.speak.recent.count == 2
    other.dock.end()
    other.dock.deleteLater()


def test_questions_forgotten_in_the_options_are_not_offered_any_more(
    desk: Desk, demo_index: Path
) -> None:
    desk.use(demo_index)
    store = QuestionHistory(desk.settings)
    recording = store.new_file(".wav")
    shutil.copy(BALL_FIELD, recording)
    query = Query((AudioPart(str(recording)),))
    desk.dock.asking.ask_again(AskedQuery(query, seconds=2.0, peaks=(0.5,)))
    desk.wait_for(DockState.RESULTS)
    page = OptionsPage(desk.client, desk.settings)
    page.forget.click()
    assert not recording.exists()
    assert not page.forget.isEnabled()
    # Now, and not whenever Python collects it: it has no parent, as it has in QGIS.
    wait_until(lambda: "list_microphones" not in running(desk.client), 30, "its question")
    page.deleteLater()
    QTest.mouseClick(desk.dock.speak.again_button, Qt.MouseButton.LeftButton)
    assert desk.dock.speak.recent.count == 0
    assert desk.dock.speak.recent.hint.isVisible()
    desk.dock.speak.recent.close()
    QTest.mouseClick(desk.dock.speak.play_button, Qt.MouseButton.LeftButton)
    assert not desk.dock.speak.play_button.isEnabled()


@pytest.fixture(scope="module")
def chip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture of the ball field that does not say where it was taken."""
    places = QgsVectorLayer(str(SCENE.parent / "places.geojson"), "places", "ogr")
    field = next(f for f in places.getFeatures() if f["kind"] == "baseballfield").geometry()
    scene = QgsRasterLayer(str(SCENE), "scene")
    field.transform(QgsCoordinateTransform(places.crs(), scene.crs(), QgsProject.instance()))
    centre = field.centroid().asPoint()
    corners = (centre.x() - 100, centre.y() + 100, centre.x() + 100, centre.y() - 100)
    chip = tmp_path_factory.mktemp("pictures") / "chip.png"
    gdal.Translate(str(chip), str(SCENE), format="PNG", projWin=corners)
    Path(f"{chip}.aux.xml").unlink()
    return chip


def drop(desk: Desk, *paths: Path | str) -> bool:
    """Drag files onto the dock and let them go; says whether the dock takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    position, copy, left = QPoint(5, 5), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(position, copy, data, left, Qt.KeyboardModifier.NoModifier)
    enter.ignore()
    desk.dock.dragEnterEvent(enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(position), copy, data, left, Qt.KeyboardModifier.NoModifier)
        desk.dock.dropEvent(event)
    return enter.isAccepted()


def test_a_sound_file_can_be_dropped(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)
    assert drop(desk, HARBOUR)
    desk.wait_for(DockState.RESULTS)
    assert desk.dock.speak.play_button.isVisible()


@pytest.mark.parametrize("how", ["drop", "button"])
def test_a_picture_finds_places_that_look_like_it(
    desk: Desk, demo_index: Path, chip: Path, how: str
) -> None:
    desk.use(demo_index)
    if how == "drop":
        assert drop(desk, chip)
    else:
        desk.dock.speak.open_button.setFocus()
        QTest.keyClick(desk.dock.speak.open_button, Qt.Key.Key_Space)
        menu = desk.dock.speak.files_menu
        wait_until(menu.isVisible, 5, "the menu")
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        (dialog,) = desk.dock.findChildren(QFileDialog)
        dialog.setDirectory(str(chip.parent))
        dialog.selectFile(str(chip))
        dialog.accept()
    wait_until(lambda: desk.dock.state is not DockState.READY, 5, "the search")
    assert chip.name in desk.said
    desk.wait_for(DockState.RESULTS, DockState.ERROR)
    result = shown_result(desk)
    assert "baseballfield" in kinds(result)[0]
    layer = shown_layer(desk)
    assert chip.name in layer.name()
    assert chip.name in next(layer.getFeatures())["question"]
    assert not desk.dock.speak.play_button.isVisible(), "nothing was spoken"
    assert not desk.dock.recognised_phrases.isVisible()
    # It is one of the questions that can be asked again.
    recent = desk.dock.speak.recent
    assert recent.count == 1
    recent.fill()
    assert not recent._rows[0].play.isVisibleTo(recent)
    answers: list[SearchResult] = []
    desk.dock.answered.connect(answers.append)
    desk.dock.filters.hits.setValue(5)
    recent._rows[0].ask.click()
    wait_until(lambda: bool(answers), 30, "the answer")
    assert answers[0].hits == result.hits[:5]


def test_what_cannot_be_asked_with_says_so(desk: Desk, demo_index: Path, tmp_path: Path) -> None:
    desk.use(demo_index)
    notes, picture = tmp_path / "notes.txt", tmp_path / "picture.png"
    notes.write_text("no picture")
    picture.write_text("no picture either")
    for dropped in ((notes,), (tmp_path,), (HARBOUR, picture)):
        told = len(desk.told)
        assert drop(desk, *dropped)
        wait_until(lambda: len(desk.told) > told, 5, "a message")  # noqa: B023
        assert desk.dock.state is DockState.READY
    assert "notes.txt" in desk.told[0]
    drop(desk, picture)
    desk.wait_for(DockState.ERROR)
    assert desk.failure == "not-an-image"
    assert "picture.png" in desk.said
    assert not drop(desk), "text, or what a browser drags"


# --- a layer asks itself again ---------------------------------------------------------------------


def test_a_layer_of_a_reopened_project_repeats_its_search(
    desk: Desk, mine: Path, demo_index: Path, tmp_path: Path
) -> None:
    desk.use(mine)
    recording = Path(shutil.copy(BALL_FIELD, tmp_path / "ball field.ogg"))
    desk.canvas.zoomByFactor(0.5)
    desk.dock.filters.area.setCurrentIndex(desk.dock.filters.area.findData("view"))
    desk.dock.filters.hits.setValue(7)
    desk.ask(recording)
    found, query = shown_result(desk).hits, hits.asked_of(shown_layer(desk)).query
    assert query.filters.area
    assert query.k == 7
    desk.dock.answers.keep()
    wait_until(lambda: not group.is_temporary(shown_layer(desk)), 20, "keeping")
    project = str(tmp_path / "saved.qgz")
    assert desk.project.write(project)
    desk.project.clear()
    assert not desk.dock.results.repeat_button.isEnabled()
    # Another index and other filters are chosen meanwhile.
    desk.use(demo_index)
    desk.dock.filters.area.setCurrentIndex(0)
    desk.dock.filters.hits.setValue(20)
    assert desk.project.read(project)
    desk.scene = desk.project.mapLayersByName("Demo scene")[0]
    (layer,) = group.hits_layers(desk.project)
    desk.iface.setActiveLayer(layer)
    answers: list[SearchResult] = []
    desk.dock.answered.connect(answers.append)
    QTest.mouseClick(desk.dock.results.repeat_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: bool(answers) or desk.dock.state is DockState.ERROR, 30)
    assert answers, desk.said
    assert answers[0].hits == found
    again = hits.asked_of(shown_layer(desk))
    assert (again.query, again.index) == (query, str(mine))
    recording.unlink()
    QTest.mouseClick(desk.dock.results.repeat_button, Qt.MouseButton.LeftButton)
    desk.wait_for(DockState.ERROR)
    assert desk.failure == "question-gone"
    assert "ball field.ogg" in desk.said
    assert len(shown_result(desk).hits) == len(found), "they stay"


# --- building --------------------------------------------------------------------------------------


def test_an_index_is_built_from_the_dialog_and_asked(desk: Desk, tmp_path: Path) -> None:
    desk.wait_for(DockState.EMPTY)
    QTest.mouseClick(desk.dock.index_bar.new_button, Qt.MouseButton.LeftButton)
    dialog = open_dialog(NewIndexDialog)
    wait_until(lambda: "225" in dialog.estimate.text(), 60, "the estimate")
    assert dialog.sizes.sizes == (200.0,), "the suggested size is ticked"
    assert not dialog.warning.isVisible()
    dialog.sizes.set_sizes((25.0, 200.0))
    wait_until(dialog.warning.isVisible, 60, "the warning of few pixels")
    assert "only 25 pixels" in dialog.warning.text()
    dialog.sizes.set_sizes((200.0,))
    wait_until(lambda: "225" in dialog.estimate.text(), 60, "the estimate")
    assert not dialog.warning.isVisible()
    assert dialog.name.text() == "scene"
    dialog.name.setText("")
    assert dialog.estimate.text() == dialog.problem != ""
    assert not dialog.build_button.isEnabled()
    dialog.name.setText("town")
    wait_until(dialog.build_button.isEnabled, 60)
    QTest.mouseClick(dialog.build_button, Qt.MouseButton.LeftButton)
    assert desk.dock.indexes.is_building
    wait_until(lambda: not desk.dock.indexes.is_building, 120, "the build")
    assert any("town" in text and "225" in text for text in desk.told), desk.told
    wait_until(desk.dock.speak.button.isEnabled, 20)
    assert desk.dock.index_bar.index == str(tmp_path / "indexes" / "town.scrl")
    desk.ask(BALL_FIELD)


def test_a_build_can_be_stopped_asked_meanwhile_and_continued(desk: Desk, tmp_path: Path) -> None:
    index = tmp_path / "indexes" / "fine.scrl"
    index.parent.mkdir()
    desk.dock.indexes.build(methods.BUILD_INDEX, of_the_scene(index, 50), "fine")
    bar = desk.dock.index_bar
    wait_until(lambda: bar.progress_bar.value() > 100, 120, "some progress")
    assert bar.progress_text.text().count("·") == 2, "the rate, and the time left"
    QTest.mouseClick(bar.cancel_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not desk.dock.indexes.is_building, 10, "the end of the build")
    assert "fine" in desk.told[-1]
    wait_until(lambda: desk.dock.indexes.info is not None, 20)
    info = desk.dock.indexes.info
    assert info is not None
    assert not info.complete
    assert formatting.number(info.pending_tiles) in bar.summary.text()
    assert bar.continue_button.isVisible()
    QTest.mouseClick(bar.continue_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: desk.dock.indexes.is_building, 5)
    QTest.mouseClick(bar.cancel_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not desk.dock.indexes.is_building, 10)


def test_files_are_offered_that_the_engine_can_read(desk: Desk) -> None:
    desk.wait_for(DockState.EMPTY)
    desk.client.state_changed.emit("ready")  # As after its start: this engine had started before.
    wait_until(lambda: bool(desk.dock.indexes.raster_suffixes), 60, "what it can read")
    desk.dock.indexes.new_index()
    dialog = open_dialog(NewIndexDialog)
    dialog._add_files()
    chooser = open_dialog(QFileDialog)
    rasters, everything = chooser.nameFilters()
    patterns = re.findall(r"\*\.\w+", rasters)
    assert patterns == [f"*{suffix}" for suffix in desk.dock.indexes.raster_suffixes]
    assert {"*.tif", "*.vrt", "*.jp2"} <= set(patterns)
    # No package of Python may ship its driver.
    assert "*.sid" not in patterns
    assert "(*)" in everything
    chooser.reject()
    dialog.reject()


def test_a_format_without_a_driver_is_told_before_the_build(desk: Desk, tmp_path: Path) -> None:
    desk.wait_for(DockState.EMPTY)
    desk.dock.indexes.new_index()
    dialog = open_dialog(NewIndexDialog)
    mrsid = tmp_path / "aerial.sid"
    mrsid.write_bytes(b"msid" + bytes(100))
    dialog.add_paths([str(mrsid)])
    wait_until(lambda: "MrSID" in dialog.problems.text(), 60, "why it is skipped")
    assert "GeoTIFF" in dialog.problems.text(), "what to do"
    dialog.reject()


def test_while_many_layers_are_read_the_dialog_says_so(desk: Desk, tmp_path: Path) -> None:
    desk.wait_for(DockState.EMPTY)
    many = 40
    gdal.Translate(str(tmp_path / "0.vrt"), str(SCENE), format="VRT")
    for number in range(many):
        path = tmp_path / f"{number}.vrt"
        if number:
            shutil.copy(tmp_path / "0.vrt", path)
        desk.project.addMapLayer(QgsRasterLayer(str(path), path.stem))
    desk.dock.indexes.new_index()
    dialog = open_dialog(NewIndexDialog)
    assert dialog.sizes.sizes == ()
    said = [dialog.estimate.text()]
    assert said == ["Reading the images…"]

    def is_estimated() -> bool:
        text = dialog.estimate.text()
        if text != said[-1]:
            said.append(text)
        return text.startswith("About ")

    wait_until(is_estimated, 120, "the estimate")
    reading = [text for text in said if text.startswith(f"{texts.stage(Stage.READING_SOURCES)}: ")]
    assert len(reading) > 1
    assert all(f"of {many + 1}" in text for text in reading), said
    assert not any("Select at least one" in text for text in said), said
    dialog.sizes.set_sizes(())
    assert dialog.estimate.text() == "Select at least one ground size."
    dialog.reject()


def test_empty_pixels_and_flat_tiles_are_as_the_dialog_says(desk: Desk) -> None:
    desk.wait_for(DockState.EMPTY)
    desk.dock.indexes.new_index()
    dialog = open_dialog(NewIndexDialog)
    assert dialog.options == SourceOptions()
    assert dialog.params.options == dialog.options

    def choose(choice: str) -> None:
        dialog.empty.setCurrentIndex(dialog.empty.findData(choice))

    choose("value")
    assert not dialog.nodata.isHidden()
    for wrong in ("", "black", "nan", "1e999"):
        dialog.nodata.setText(wrong)
        assert "value of empty pixels" in dialog.problem
        assert not dialog.build_button.isEnabled()
    for right, value in (("-9999", -9999.0), ("0,5", 0.5)):
        dialog.nodata.setText(right)
        assert dialog.options == SourceOptions(nodata=value)
        assert "value of empty pixels" not in dialog.problem
    choose("none")
    assert dialog.nodata.isHidden()
    dialog.keep_flat.setChecked(True)
    assert dialog.params.options == SourceOptions(guess_empty=False, keep_flat=True)
    choose("guess")
    dialog.keep_flat.setChecked(False)
    assert dialog.options == SourceOptions()
    dialog.reject()


def test_layers_that_are_no_files_are_offered_with_the_reason(desk: Desk) -> None:
    desk.wait_for(DockState.EMPTY)
    url = "type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png&zmax=19&zmin=0"
    layer = QgsRasterLayer(url, "Street map", "wms")
    desk.project.addMapLayer(layer)
    desk.dock.indexes.new_index()
    dialog = open_dialog(NewIndexDialog)
    choice = raster_choice(layer)
    assert not choice.usable
    (street,) = [item for item in dialog._items() if item.text() == choice.reason]
    assert street.toolTip() == choice.problem
    assert dialog.inputs == [str(SCENE)]
    dialog.reject()


def nameless_layer(file: Path, crs: str) -> QgsRasterLayer:
    """A layer whose file names no coordinate system; the user has told QGIS."""
    raster = gdal.GetDriverByName("GTiff").Create(str(file), 400, 400, 3)
    raster.SetGeoTransform((500_000, 1, 0, 5_350_000, 0, -1))
    for band in (1, 2, 3):
        raster.GetRasterBand(band).Fill(60 * band)
    del raster
    layer = QgsRasterLayer(str(file), file.stem)
    layer.setCrs(QgsCoordinateReferenceSystem(crs))
    return layer


def test_the_crs_that_the_user_has_assigned_to_a_layer_is_used(desk: Desk, tmp_path: Path) -> None:
    desk.wait_for(DockState.EMPTY)
    desk.project.removeAllMapLayers()
    for name, crs in (("one", "EPSG:32632"), ("two", "EPSG:32633")):
        desk.project.addMapLayer(nameless_layer(tmp_path / f"{name}.tif", crs))
    wrong = QgsRasterLayer(str(SCENE), "wrong")
    assert wrong.crs() == QgsCoordinateReferenceSystem("EPSG:32632")
    wrong.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    desk.project.addMapLayer(wrong)
    desk.dock.indexes.new_index()
    dialog = open_dialog(NewIndexDialog)
    wait_until(lambda: bool(re.search(r"\d", dialog.estimate.text())), 60, "the estimate")
    assert not dialog.problems.text()
    assert dialog.options.crs is None
    params = dialog.params
    assert {Path(layer.source).stem: layer.crs for layer in params.layers} == {
        "one": "EPSG:32632", "two": "EPSG:32633", "scene": "EPSG:32633",
    }  # fmt: skip
    (two,) = (item for item in dialog._items() if item.text() == "two")
    two.setCheckState(Qt.CheckState.Unchecked)
    assert len(dialog.layers) == 2
    dialog.reject()


def test_what_the_engine_cannot_read_is_converted_by_qgis_and_indexed(
    desk: Desk, tmp_path: Path
) -> None:
    desk.wait_for(DockState.EMPTY)
    if gdal.GetDriverByName("HDF4Image") is None:
        pytest.skip("QGIS's GDAL has no driver for HDF4")
    desk.client.state_changed.emit("ready")  # As after its start: this engine had started before.
    wait_until(lambda: bool(desk.dock.indexes.raster_suffixes), 60, "what it can read")
    if ".hdf" in desk.dock.indexes.raster_suffixes:
        pytest.skip("the engine's GDAL has a driver for HDF4")
    desk.project.removeAllMapLayers()
    scene = tmp_path / "old satellite.hdf"
    piece = gdal.Translate("/vsimem/piece.tif", str(SCENE), srcWin=[0, 0, 400, 400])
    hdf = gdal.GetDriverByName("HDF4Image").Create(str(scene), 400, 400, 3)
    hdf.SetGeoTransform(piece.GetGeoTransform())
    hdf.SetProjection(piece.GetProjection())
    hdf.WriteArray(piece.ReadAsArray())
    del hdf
    layer = QgsRasterLayer(str(scene), "Old satellite")
    assert layer.isValid()
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    desk.project.addMapLayer(layer)
    desk.dock.indexes.new_index()
    dialog = open_dialog(NewIndexDialog)
    wait_until(dialog.convert_button.isVisible, 60, "the offer")
    assert "HDF4" in dialog.problems.text()
    assert not dialog.build_button.isEnabled()
    dialog._convert(str(tmp_path))
    assert not dialog.build_button.isEnabled()
    wait_until(lambda: bool(re.search(r"\d", dialog.estimate.text())), 60, "the estimate")
    wait_until(dialog.build_button.isEnabled, 60)
    assert dialog.inputs == [str(tmp_path / "old satellite.tif")]
    # What the layer says still counts.
    assert [(x.source, x.crs) for x in dialog.layers] == [(dialog.inputs[0], "EPSG:32633")]
    assert not dialog.convert_button.isVisible()
    assert not dialog.problems.text()
    dialog.reject()


def test_the_symbology_of_layers_can_be_taken(desk: Desk) -> None:
    desk.wait_for(DockState.EMPTY)
    desk.dock.indexes.new_index()
    dialog = open_dialog(NewIndexDialog)
    assert dialog.as_shown.isVisible()
    assert dialog.layers == ()
    dialog.as_shown.setChecked(True)
    (layer,) = dialog.layers
    assert (layer.source, layer.bands) == (str(SCENE), (1, 2, 3))
    dialog.reject()


def test_a_layer_whose_file_is_gone_says_so_in_the_dialog(desk: Desk, tmp_path: Path) -> None:
    desk.wait_for(DockState.EMPTY)
    copy = tmp_path / "soon gone.tif"
    shutil.copy(SCENE, copy)
    layer = QgsRasterLayer(str(copy), "Gone. For good")
    desk.project.addMapLayer(layer)
    copy.unlink()
    layer.setDataSource(str(copy), layer.name(), "gdal", QgsDataProvider.ProviderOptions())
    desk.dock.indexes.new_index()
    dialog = open_dialog(NewIndexDialog)
    reason = raster_choice(layer).reason
    assert layer.name() in reason
    assert reason in [item.text() for item in dialog._items()]
    dialog.reject()


def test_an_answer_that_comes_after_the_details_are_closed_does_no_harm(
    desk: Desk, demo_index: Path
) -> None:
    desk.use(demo_index)
    info = desk.dock.indexes.info
    assert info is not None
    dialog = IndexDetailsDialog(desk.client, info)
    dialog.show()
    dialog._remove_source("no such image", "no such image")
    (request,) = [r for r in desk.client.running_requests if r.method is methods.REMOVE_SOURCE]
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    assert sip.isdeleted(dialog)
    request.finished.emit(indexes.RemoveReport("no such image", 0))


def test_footprints_and_details_are_shown(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)
    desk.dock.index_bar.footprints_action.trigger()
    desk.dock.index_bar.footprints_action.trigger()
    (layer,) = group.our_layers(desk.project)
    assert layer.featureCount() == 225
    assert not hits.is_hits_layer(layer)
    desk.dock.index_bar.details_action.trigger()
    dialog = open_dialog(IndexDetailsDialog)
    assert dialog.table.item(0, 0).text() == "scene.tif"
    QTest.mouseClick(dialog.verify_button, Qt.MouseButton.LeftButton)
    checking = dialog.status.text()
    wait_until(lambda: dialog.status.text() != checking and not dialog.busy.isVisible(), 60, "it")
    assert dialog._info == desk.dock.indexes.info
    dialog.reject()


def town_index(desk: Desk, tmp_path: Path) -> tuple[Path, Path]:
    """Build an index of a part of the scene whose name tells a date; returns it and the raster."""
    raster = tmp_path / "old" / "town_2021-06-12.tif"
    raster.parent.mkdir()
    # Without the tags, among which there is a date.
    gdal.Translate(str(raster), str(SCENE), srcWin=[0, 0, 600, 600], metadataOptions=["X=Y"])
    index = tmp_path / "town.scrl"
    params = methods.BuildIndexParams(str(index), (str(raster),), (200,))
    Told(desk.client.request(methods.BUILD_INDEX, params)).wait(120)
    return index, raster


def test_details_say_what_was_decided_about_an_image(desk: Desk, tmp_path: Path) -> None:
    index, _raster = town_index(desk, tmp_path)
    desk.use(index)
    desk.dock.index_bar.details_action.trigger()
    dialog = open_dialog(IndexDetailsDialog)
    (source,) = dialog._info.sources
    codes = [notice.code for notice in source.decisions]
    assert "date-from-name" in codes
    assert dialog.table.item(0, 5).text() == str(len(codes))
    assert "select" in dialog.decisions.text()
    dialog.table.selectRow(0)
    assert dialog.decisions.isVisible()
    assert dialog.decisions.text().splitlines() == [texts.note(d) for d in source.decisions]
    assert "2021-06-12" in dialog.decisions.text()
    dialog.reject()


def test_an_image_without_decisions_says_nothing_of_them(desk: Desk, mine: Path) -> None:
    desk.use(mine)
    info = desk.dock.indexes.info
    assert info is not None
    plain = replace(info, sources=tuple(replace(s, decisions=()) for s in info.sources))
    dialog = IndexDetailsDialog(desk.client, plain)
    dialog.show()
    dialog.table.selectRow(0)
    assert not dialog.decisions.isVisible()
    assert dialog.table.item(0, 5).text() == ""
    dialog.reject()


def test_an_index_of_another_model_is_embedded_again_with_a_click(
    desk: Desk, demo_index: Path, tmp_path: Path
) -> None:
    index = tmp_path / "old.scrl"
    shutil.copytree(demo_index, index)
    document = json.loads((index / "index.json").read_text())
    document["model_checksum"] = "0" * 64
    (index / "index.json").write_text(json.dumps(document))
    desk.use(index)
    bar = desk.dock.index_bar
    wait_until(bar.reembed_button.isVisible, 60, "the offer")
    assert not bar.explore_button.isEnabled()
    assert not bar.continue_button.isVisible()
    assert "different model" in bar.summary.text()
    QTest.mouseClick(bar.reembed_button, Qt.MouseButton.LeftButton)
    assert desk.dock.indexes.is_building
    wait_until(lambda: not desk.dock.indexes.is_building, 120, "the embedding")
    wait_until(lambda: "different model" not in bar.summary.text(), 30)
    assert not bar.reembed_button.isVisible()
    assert bar.explore_button.isEnabled()
    wait_until(desk.dock.speak.button.isEnabled, 20)
    desk.ask(BALL_FIELD)


def test_moved_imagery_is_relocated_in_the_details(desk: Desk, tmp_path: Path) -> None:
    index, raster = town_index(desk, tmp_path)
    desk.use(index)
    desk.dock.index_bar.details_action.trigger()
    dialog = open_dialog(IndexDetailsDialog)
    QTest.mouseClick(dialog.relocate_button, Qt.MouseButton.LeftButton)
    assert dialog.status.text() == "All images of this index are where they were."

    def relocate_to(folder: Path) -> list[str]:
        QTest.mouseClick(dialog.relocate_button, Qt.MouseButton.LeftButton)
        chooser = open_dialog(QFileDialog)
        assert dialog._info.sources[0].uri.startswith(chooser.windowTitle().split("was ")[1])
        chooser.reject()
        chooser.fileSelected.emit(str(folder))
        wait_until(dialog.relocate_button.isEnabled, 60, "the end of the relocation")
        return list(dialog.status.text().splitlines())

    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    new = raster.parent.rename(tmp_path / "new")
    none, why = relocate_to(nowhere)
    assert none.startswith("0 ")
    assert str(raster) in why
    assert str(nowhere) in why, "where it was looked for"
    assert relocate_to(new) == ["1 image relocated."]
    assert dialog._info.sources[0].uri == str(new / raster.name)
    wait_until(lambda: dialog._info == desk.dock.indexes.info, 60, "the dock knows it, too")
    dialog.reject()


@pytest.mark.parametrize(
    ("files", "folder"),
    [
        ([], ""),
        (["/a/b/x.tif"], "/a/b"),
        (["/a/b/x.tif", "/a/b/xy.tif", "/a/b/c/x.tif"], "/a/b"),
        (["/a/b1/x.tif", "/a/b2/x.tif"], "/a"),
        (["/a/x.tif", "/b/x.tif"], "/"),
        (["D:\\a\\x.tif", "D:\\a\\b\\x.tif"], "D:\\a"),
        (["D:\\x.tif", "E:\\x.tif"], "D:"),
    ],
)
def test_the_folder_of_missing_images_is_found_on_any_system(files: list[str], folder: str) -> None:
    assert common_folder(files) == folder


def test_footprints_that_qgis_cannot_open_are_written_anew(
    desk: Desk, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (mine / "tiles.vrt").unlink()
    desk.use(mine)
    profile = tmp_path / "profile"
    profile.write_text("no folder")
    monkeypatch.setattr(Settings, "data_folder", property(lambda _self: profile))
    desk.dock.index_bar.footprints_action.trigger()
    assert desk.dock.state is DockState.ERROR
    assert desk.failure == "footprints-not-written"
    profile.unlink()
    QTest.mouseClick(desk.dock.banner.button, Qt.MouseButton.LeftButton)
    wait_until(lambda: bool(group.our_layers(desk.project)), 30, "the footprints")
    assert group.our_layers(desk.project)[0].featureCount() == 225
    desk.wait_for(DockState.READY)


def test_the_dialog_goes_on_when_the_engine_comes_back(engine_python: Path) -> None:
    client = EngineClient()
    desk = Desk(client)
    try:
        wait_until(lambda: client.state == "ready", 60)
        desk.dock.indexes.new_index()
        dialog = open_dialog(NewIndexDialog)
        wait_until(lambda: "describe_sources" in running(client), 20, "a question of the dialog's")
        os.kill(client.process_id, signal.SIGKILL)
        wait_until(lambda: client.state != "ready", 20, "the crash")
        assert "225" not in dialog.estimate.text()
        wait_until(lambda: "225" in dialog.estimate.text(), 60, "the estimate")
        assert dialog.build_button.isEnabled()
        dialog.reject()
    finally:
        desk.clear()
        client.stop()


def test_a_build_that_fails_says_why(desk: Desk, tmp_path: Path) -> None:
    nothing, gone = tmp_path / "nothing.scrl", (str(tmp_path / "gone.tif"),)
    params = methods.BuildIndexParams(str(nothing), gone, (200,))
    desk.dock.indexes.build(methods.BUILD_INDEX, params, "nothing")
    wait_until(lambda: not desk.dock.indexes.is_building, 60)
    assert desk.told, "the message bar says it"
    assert "python -m" not in " ".join(desk.told)
    reason = desk.said
    let_pass(1.0)
    assert desk.said == reason, "the reason stays to be read"
    assert desk.dock.index_bar.index == "", "what was never written is not chosen"
    assert desk.settings.recent_indexes == ()


def test_what_a_build_decided_is_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged: list[str] = []
    monkeypatch.setattr(index_controller, "log", logged.append)
    raster = tmp_path / "town_2021-06-12.tif"
    gdal.Translate(str(raster), str(SCENE), srcWin=[0, 0, 600, 600], metadataOptions=["X=Y"])
    params = methods.BuildIndexParams(str(tmp_path / "town.scrl"), (str(raster),), (200,))
    desk.dock.indexes.build(methods.BUILD_INDEX, params, "town")
    wait_until(lambda: not desk.dock.indexes.is_building, 60)
    assert "see Details" in desk.told[-1]
    assert any(str(raster) in line and "2021-06-12" in line for line in logged), logged


def test_a_build_of_days_is_asked_about(desk: Desk, earth: Path, tmp_path: Path) -> None:
    index = tmp_path / "earth.scrl"
    params = methods.BuildIndexParams(str(index), (str(earth),), (20,))

    def asked() -> QMessageBox:
        wait_until(lambda: not desk.dock.indexes.is_building, 120, "the refusal")
        return open_dialog(QMessageBox)

    desk.dock.indexes.build(methods.BUILD_INDEX, params, "earth")
    box = asked()
    assert "earth" in box.text()
    assert re.search(r"days of work and [\d.,]+ GB", box.informativeText())
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert not desk.dock.indexes.is_building
    assert not index.exists()
    assert desk.settings.recent_indexes == ()
    desk.dock.indexes.build(methods.BUILD_INDEX, params, "earth")
    asked().button(QMessageBox.StandardButton.Yes).click()
    assert desk.dock.indexes.is_building
    (request,) = [r for r in desk.client.running_requests if r.method is methods.BUILD_INDEX]
    assert request.params == replace(params, confirmed=True)
    wait_until(index.exists, 120, "the build")
    QTest.mouseClick(desk.dock.index_bar.cancel_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not desk.dock.indexes.is_building, 60)


def test_a_build_that_fails_leaves_the_index_that_was_chosen(
    desk: Desk, demo_index: Path, tmp_path: Path
) -> None:
    desk.use(demo_index)
    gone = (str(tmp_path / "gone.tif"),)
    params = methods.BuildIndexParams(str(tmp_path / "no.scrl"), gone, (200,))
    desk.dock.indexes.build(methods.BUILD_INDEX, params, "no")
    wait_until(lambda: not desk.dock.indexes.is_building, 60)
    assert desk.dock.index_bar.index == str(demo_index)
    desk.ask(BALL_FIELD)


@pytest.mark.timeout(700)
def test_hits_can_be_asked_from_what_is_done_so_far(desk: Desk, tmp_path: Path) -> None:
    """Small tiles take several parts; the first is asked while the others come."""
    index = tmp_path / "slow.scrl"
    desk.dock.indexes.build(methods.BUILD_INDEX, of_the_scene(index, 200, 30), "slow")
    wait_until(desk.dock.speak.button.isEnabled, 500, "the first part")
    assert desk.dock.indexes.is_building
    desk.ask(BALL_FIELD)
    assert desk.dock.indexes.is_building, "it goes on"
    result = shown_result(desk)
    assert result.hits
    assert result.searched < desk.dock.index_bar.progress_bar.maximum()
    QTest.mouseClick(desk.dock.index_bar.cancel_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not desk.dock.indexes.is_building, 10)
    assert desk.dock.state is DockState.RESULTS, "its hits stay"


def test_an_index_removed_while_open_says_so(desk: Desk, demo_index: Path, tmp_path: Path) -> None:
    copy = tmp_path / "soon gone.scrl"
    shutil.copytree(demo_index, copy)
    desk.use(copy)
    shutil.rmtree(copy)
    desk.dock.indexes.refresh()
    desk.wait_for(DockState.ERROR)
    assert desk.failure == "index-gone"
    desk.dock.index_bar.choose(str(demo_index))
    desk.wait_for(DockState.READY)


def test_an_index_that_is_gone_can_be_taken_off_the_list(
    desk: Desk, demo_index: Path, tmp_path: Path
) -> None:
    desk.use(demo_index)
    copy = tmp_path / "copy.scrl"
    shutil.copytree(demo_index, copy)
    desk.use(copy)
    moved = copy.rename(tmp_path / "on another disk.scrl")
    desk.dock.indexes.refresh()
    desk.wait_for(DockState.ERROR)
    assert desk.failure == "index-gone"
    # Plugged in again, it is chosen as it was.
    moved.rename(copy)
    bar = desk.dock.index_bar
    bar.choice.activated.emit(bar.choice.currentIndex())
    desk.wait_for(DockState.READY)
    shutil.rmtree(copy)
    desk.dock.indexes.refresh()
    desk.wait_for(DockState.ERROR)
    QTest.mouseClick(desk.dock.banner.button, Qt.MouseButton.LeftButton)
    assert str(copy) not in desk.settings.recent_indexes
    assert bar.choice.findData(str(copy)) < 0
    desk.wait_for(DockState.EMPTY)
    assert desk.dock.banner.message != status_message(DockState.EMPTY), "there are others"
