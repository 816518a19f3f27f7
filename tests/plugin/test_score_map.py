"""The whole map in colours: from the button to the layer, its threshold, its end, and what a project keeps."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.layers import group, score_map
from qgis_scrl.layers.raster_layers import raster_choices
from qgis_scrl.score_map_files import ScoreMapFiles
from qgis_scrl.settings import Settings
from tests.support.desk import Desk
from tests.support.events import assert_never_holds_up, let_pass, wait_until
from tests.support.paths import BEACH, TANKS


@pytest.fixture
def desk(warm_engine: EngineClient, demo_index: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk on which a question has been asked."""
    made = Desk(warm_engine)
    made.use(demo_index)
    made.ask(TANKS)
    yield made
    made.clear()
    for file in made.settings.score_maps_folder.glob("*"):
        file.unlink()


def colour(desk: Desk) -> QgsRasterLayer:
    """Press the button, and return the layer that comes."""
    before = set(desk.project.mapLayers())
    QTest.mouseClick(desk.dock.results.map_button, Qt.MouseButton.LeftButton)
    assert desk.dock.state is DockState.SEARCHING
    desk.wait_for(DockState.RESULTS, DockState.ERROR)
    assert desk.dock.state is DockState.RESULTS, desk.said
    (added,) = set(desk.project.mapLayers()) - before
    layer = desk.project.mapLayer(added)
    assert isinstance(layer, QgsRasterLayer)
    return layer


def coloured(layer: QgsRasterLayer) -> int:
    """Count the cells that are drawn."""
    provider = layer.dataProvider()
    block = layer.renderer().block(1, layer.extent(), provider.xSize(), provider.ySize())
    cells = range(block.width() * block.height())
    return sum(block.color(cell // block.width(), cell % block.width()) >> 24 > 0 for cell in cells)


def words(layer: QgsRasterLayer) -> list[str]:
    """Return the legend, as the layer panel shows it."""
    ramp = layer.renderer().shader().rasterShaderFunction()
    return [item.label for item in ramp.colorRampItemList()]


def test_the_whole_map_is_coloured(desk: Desk) -> None:
    button = desk.dock.results.map_button
    assert button.isEnabled()
    assert button.toolTip()
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not desk.dock.results.map_least.isVisible()
    best = desk.dock.answers.result.hits[0]  # type: ignore[union-attr]
    layer = colour(desk)
    assert "225" in desk.said
    node = desk.project.layerTreeRoot().findLayer(layer.id())
    assert node.isVisible()
    assert node.parent() is group.find_group(desk.project)
    assert layer.name().startswith("Scores: ")
    assert score_map.scale_of(layer).best == pytest.approx(best.score, abs=1e-4)
    assert words(layer)[1:] == ["Perhaps (≥ 0.50)", "Likely (≥ 0.70)", "Very likely (≥ 0.90)"]
    assert "not coloured" in words(layer)[0]
    assert 0 < coloured(layer) < 225
    # It is no imagery, and there is one of a question.
    assert layer.name() not in [choice.name for choice in raster_choices(desk.project)]
    desk.project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)
    desk.dock.answers.map_scores()
    assert score_map.score_maps(desk.project) == [layer]
    assert desk.project.layerTreeRoot().findLayer(layer.id()).isVisible()


def test_its_threshold_follows_the_slider_without_a_new_search(desk: Desk) -> None:
    layer = colour(desk)
    slider = desk.dock.results.map_least
    assert slider.isVisible()
    assert slider.accessibleName()
    seen = [coloured(layer)]
    for value in (4, 150):
        slider.setValue(value)
        assert not desk.client.running_requests or desk.dock.state is not DockState.SEARCHING
        wait_until(lambda: score_map.least_of(layer) == pytest.approx(value / 200), 5)  # noqa: B023
        seen.append(coloured(layer))
    assert seen[1] > seen[0] > seen[2]
    assert words(layer)[1:] == ["Likely (≥ 0.75)", "Very likely (≥ 0.90)"]
    slider.setFocus()
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(slider, press)
    wait_until(lambda: score_map.least_of(layer) < 0.75, 5)


def test_it_belongs_to_its_question(desk: Desk) -> None:
    first, tanks = desk.dock.answers.layer, colour(desk)
    desk.ask(BEACH)
    root = desk.project.layerTreeRoot()
    assert not root.findLayer(tanks.id()).isVisible()
    assert not desk.dock.results.map_least.isVisible()
    beach = colour(desk)
    assert coloured(beach) != coloured(tanks)
    desk.iface.setActiveLayer(first)
    assert desk.dock.results.map_least.isVisible()
    assert not root.findLayer(beach.id()).isVisible()
    assert root.findLayer(tanks.id()).isVisible()


def test_removed_it_leaves_nothing(desk: Desk) -> None:
    layer = colour(desk)
    desk.dock.results.map_least.setValue(60)
    desk.project.removeMapLayer(layer.id())
    wait_until(lambda: not desk.dock.results.map_least.isVisible(), 5)
    let_pass(0.2)  # for the timer of the slider
    assert desk.dock.state is DockState.RESULTS
    assert colour(desk).isValid()
    QTest.mouseClick(desk.dock.results.clear_button, Qt.MouseButton.LeftButton)
    assert score_map.score_maps(desk.project) == []
    desk.wait_for(DockState.READY)
    assert not desk.dock.results.map_button.isEnabled()
    assert not desk.dock.results.map_least.isVisible()


def test_escape_gives_it_up(desk: Desk) -> None:
    layers = set(desk.project.mapLayers())
    QTest.mouseClick(desk.dock.results.map_button, Qt.MouseButton.LeftButton)
    desk.dock.cancel()
    assert desk.dock.state is DockState.RESULTS
    let_pass(1.0)
    assert set(desk.project.mapLayers()) == layers
    # The same if its hits are taken away meanwhile.
    QTest.mouseClick(desk.dock.results.map_button, Qt.MouseButton.LeftButton)
    desk.project.removeMapLayer(desk.dock.answers.layer.id())  # type: ignore[union-attr]
    desk.wait_for(DockState.READY)


def test_a_failure_says_what_to_do_and_can_be_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    taken = tmp_path / "a file"
    taken.touch()
    with monkeypatch.context() as patch:
        patch.setattr(Settings, "score_maps_folder", taken)
        QTest.mouseClick(desk.dock.results.map_button, Qt.MouseButton.LeftButton)
        desk.wait_for(DockState.ERROR)
        assert desk.failure == "folder-not-writable"
    QTest.mouseClick(desk.dock.banner.button, Qt.MouseButton.LeftButton)
    desk.wait_for(DockState.RESULTS)
    wait_until(lambda: len(score_map.score_maps(desk.project)) == 1, 30)


def test_a_saved_project_has_it_again(desk: Desk, tmp_path: Path) -> None:
    layer = colour(desk)
    desk.dock.results.map_least.setValue(120)
    wait_until(lambda: score_map.least_of(layer) == pytest.approx(0.6), 5)
    seen, file = coloured(layer), Path(layer.source())
    desk.dock.answers.keep()
    wait_until(lambda: not group.is_temporary(desk.dock.answers.layer), 20)
    project = str(tmp_path / "saved.qgz")
    assert desk.project.write(project)
    desk.project.clear()
    assert desk.project.read(project)
    desk.scene = desk.project.mapLayersByName("Demo scene")[0]
    (again,) = score_map.score_maps(desk.project)
    assert coloured(again) == seen
    assert score_map.least_of(again) == pytest.approx(0.6)
    desk.iface.setActiveLayer(group.hits_layers(desk.project)[0])
    assert desk.dock.results.map_least.value() == 120
    # Its file stays, however old; one that no project was saved with does not.
    abandoned = file.with_name("abandoned.tif")
    abandoned.touch()
    for path in (file, abandoned):
        os.utime(path, (time.time() - 30 * 86_400,) * 2)
    ScoreMapFiles(desk.settings).new_file()
    assert file.exists()
    assert not abandoned.exists()


def test_the_window_never_freezes_while_the_map_is_coloured(desk: Desk) -> None:
    def again() -> None:
        for layer in score_map.score_maps(desk.project):
            desk.project.removeMapLayer(layer.id())
        colour(desk)

    assert_never_holds_up(again)


def test_scores_that_are_not_probabilities_are_coloured_by_their_range() -> None:
    scale = score_map.Scale(best=0.3, likely=0.0)
    assert scale.least == pytest.approx(0.24)
    assert scale.top == 0.3
    limits = scale.limits(scale.least)
    assert [word for _, word in limits] == [
        "Least similar",
        "Less similar",
        "Similar",
        "Most similar",
    ]
    assert limits[0][0] == pytest.approx(0.24)
    # A map without a likely place shows the best that there is.
    assert score_map.Scale(best=0.2, likely=0.5).least == pytest.approx(0.16)
