"""*What is in here?*: the dialog, its pictures, its layers and its questions, with the real engine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsRectangle,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QListWidgetItem

from qgis_scrl.contract import Query, TilePart, methods
from qgis_scrl.dock.dialogs.explore_dialog import MOST_GROUPS, ExploreDialog
from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.history import AskedQuery, QuestionHistory
from qgis_scrl.layers import group, hits
from qgis_scrl.layers.groups import NUMBER, make_groups_layer, set_categories
from qgis_scrl.settings import Settings
from tests.support.desk import Desk
from tests.support.events import Told, assert_never_holds_up, wait_until

TWO_TILES = AskedQuery(Query((TilePart(1), TilePart(2))), "/x.scrl")


@pytest.fixture
def desk(warm_engine: EngineClient, tmp_path: Path) -> Iterator[Desk]:
    Settings().index_folder = str(tmp_path / "indexes")
    desk = Desk(warm_engine)
    yield desk
    desk.clear()
    shutil.rmtree(Settings().questions_folder, ignore_errors=True)


@pytest.fixture
def dialog(desk: Desk, demo_index: Path) -> ExploreDialog:
    """The dialog, with all that it shows."""
    desk.use(demo_index)
    QTest.mouseClick(desk.dock.index_bar.explore_button, Qt.MouseButton.LeftButton)
    dialog = desk.dock.exploring.dialog
    assert dialog is not None
    assert not dialog.isModal()
    wait_until(lambda: not dialog.is_busy, 60, "groups")
    assert dialog.result is not None, dialog.status.text()
    return dialog


def ask(desk: Desk) -> None:
    wait_until(lambda: desk.dock.state in (DockState.RESULTS, DockState.ERROR), 60, "an answer")
    assert desk.dock.state is DockState.RESULTS, desk.said


def colours_in_first_picture(item: QListWidgetItem) -> int:
    image = item.icon().pixmap(240, 60).toImage()
    return len({image.pixel(x, y) for x in range(0, 56, 4) for y in range(0, 56, 4)})


def test_groups_and_oddities_are_listed_with_pictures(desk: Desk, dialog: ExploreDialog) -> None:
    result = dialog.result
    assert result is not None
    assert result.searched == sum(each.tiles for each in result.groups) == 225
    assert dialog.group_list.count() == len(result.groups) == 12
    assert dialog.odd_list.count() == len(result.oddities) == 10
    first = result.groups[0]
    text = dialog.group_list.item(0).text()
    assert first.phrases[0].text in text
    assert str(first.tiles) in text
    assert "225" in dialog.status.text()
    wait_until(lambda: not dialog.wanted_pictures(), 60, "pictures")
    for shown, count in ((dialog.group_list, 4), (dialog.odd_list, 1)):
        image = shown.item(0).icon().pixmap(shown.iconSize()).toImage()
        assert image.width() >= count * 60
        # A picture of the ground, not one colour; what comes first may be calm water.
        assert max(colours_in_first_picture(shown.item(n)) for n in range(3)) > 20


def test_a_group_is_asked_as_a_question_and_kept_as_any_other(
    desk: Desk, dialog: ExploreDialog
) -> None:
    assert dialog.result is not None
    chosen = dialog.result.groups[2]
    dialog.group_list.setCurrentRow(2)
    dialog.group_list.setFocus()
    QTest.keyClick(dialog.group_list, Qt.Key.Key_Return)
    assert dialog.isVisible()
    ask(desk)
    result, layer = desk.dock.answers.result, desk.dock.answers.layer
    assert result is not None
    assert layer is not None
    examples = {tile.tile_id for tile in chosen.examples}
    # They stand for the group: the best hits are among them, not taken away.
    assert result.hits[0].tile_id in examples
    assert examples <= {hit.tile_id for hit in result.hits[:12]}
    asked = hits.asked_of(layer)
    assert asked.query.parts == tuple(
        TilePart(tile.tile_id, asked.index) for tile in chosen.examples
    )
    assert "group 3" in layer.name()
    (kept,) = QuestionHistory(desk.settings).questions
    assert kept.query.parts == asked.query.parts
    # Asked again from the list, it finds the same.
    desk.dock.asking.ask_again(kept)
    wait_until(lambda: desk.dock.answers.layer not in (None, layer), 60, "another answer")
    again = desk.dock.answers.result
    assert again is not None
    assert [hit.tile_id for hit in again.hits] == [hit.tile_id for hit in result.hits]


def test_tiles_of_a_hit_are_left_out_but_not_those_of_a_group() -> None:
    assert TWO_TILES.tiles == (1, 2)
    assert AskedQuery(TWO_TILES.query, TWO_TILES.index, finds_examples=True).tiles == ()


def test_an_oddity_is_shown_on_the_map_and_asked_for(desk: Desk, dialog: ExploreDialog) -> None:
    assert dialog.result is not None
    dialog.tabs.setCurrentIndex(1)
    desk.canvas.setExtent(QgsRectangle(0, 0, 10, 10))
    rect = dialog.odd_list.visualItemRect(dialog.odd_list.item(1))
    QTest.mouseClick(dialog.odd_list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    place = hits.footprint_of(dialog.result.oddities[1])
    to_map = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"),
        desk.canvas.mapSettings().destinationCrs(),
        desk.project,
    )
    place.transform(to_map)
    wait_until(lambda: desk.canvas.extent().contains(place.boundingBox()), 10, "the map")
    far = desk.canvas.extent().width()
    QTest.keyClick(dialog.odd_list, Qt.Key.Key_Return)
    wait_until(lambda: desk.canvas.extent().width() < far, 10, "a closer look")
    QTest.mouseClick(dialog.alike_button, Qt.MouseButton.LeftButton)
    ask(desk)
    result = desk.dock.answers.result
    assert result is not None
    assert dialog.result.oddities[1].tile_id not in {hit.tile_id for hit in result.hits}


def test_groups_become_layers_and_again_the_same_ones(desk: Desk, dialog: ExploreDialog) -> None:
    for _ in range(2):
        QTest.mouseClick(dialog.layers_button, Qt.MouseButton.LeftButton)
        wait_until(lambda: not dialog.is_busy and len(group.our_layers(desk.project)) == 2, 60)
    layers = {
        layer.customProperty("qgis_scrl/layer"): layer for layer in group.our_layers(desk.project)
    }
    assert set(layers) == {"groups", "oddities"}
    tiles = layers["groups"]
    assert tiles.featureCount() == 225
    assert layers["oddities"].featureCount() == 10
    renderer = tiles.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    assert dialog.result is not None
    labels = [category.label() for category in renderer.categories()]
    assert labels == [f"{each.number}: {each.description}" for each in dialog.result.groups]
    counts = [0] * 12
    for feature in tiles.getFeatures():
        counts[feature[NUMBER] - 1] += 1
    assert counts == [each.tiles for each in dialog.result.groups]
    # Footprints are another layer; each button replaces its own.
    desk.dock.index_bar.footprints_action.trigger()
    assert len(group.our_layers(desk.project)) == 3
    assert desk.dock.results.clear_button.isEnabled()
    desk.dock.answers.clear_all()
    assert group.our_layers(desk.project) == []


def test_only_the_map_view_is_looked_at_and_the_number_of_groups_is_the_users(
    desk: Desk, dialog: ExploreDialog
) -> None:
    centre = desk.canvas.extent().center()
    desk.canvas.setExtent(
        QgsRectangle(centre.x() - 300, centre.y() - 300, centre.x() + 300, centre.y() + 300)
    )
    dialog.in_view.setChecked(True)
    dialog.groups.setValue(3)
    QTest.mouseClick(dialog.explore_button, Qt.MouseButton.LeftButton)
    assert dialog.is_busy
    assert dialog.cancel_button.isVisible()
    wait_until(lambda: not dialog.is_busy, 60, "groups")
    assert dialog.result is not None
    assert dialog.result.searched < 100
    assert dialog.group_list.count() == 3
    desk.canvas.setExtent(QgsRectangle(0, 0, 100, 100))
    QTest.mouseClick(dialog.explore_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not dialog.is_busy, 60, "an answer")
    assert "extent" in dialog.status.text() or "area" in dialog.status.text()
    assert dialog.group_list.count() == 3  # What was found stays.


def test_comparing_can_be_stopped(desk: Desk, dialog: ExploreDialog) -> None:
    QTest.mouseClick(dialog.explore_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    assert not dialog.is_busy
    assert dialog.status.text() == "Stopped."
    assert dialog.group_list.count() == 12


def test_closed_it_waits_for_nothing_and_another_index_closes_it(
    desk: Desk, dialog: ExploreDialog, demo_index: Path, tmp_path: Path
) -> None:
    QTest.mouseClick(desk.dock.index_bar.explore_button, Qt.MouseButton.LeftButton)
    assert desk.dock.exploring.dialog is dialog  # It comes to the front; there is no second one.
    other = Path(shutil.copytree(demo_index, tmp_path / "other.scrl"))
    desk.use(other)
    assert desk.dock.exploring.dialog is None
    QTest.mouseClick(desk.dock.index_bar.explore_button, Qt.MouseButton.LeftButton)
    again = desk.dock.exploring.dialog
    assert again is not None
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert desk.dock.exploring.dialog is None
    wait_until(
        lambda: methods.EXPLORE_INDEX not in [r.method for r in desk.client.running_requests], 10
    )


def test_the_window_never_freezes_while_tiles_are_compared(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)

    def explore() -> None:
        desk.dock.index_bar.explore_button.click()
        dialog = desk.dock.exploring.dialog
        assert dialog is not None
        wait_until(lambda: not dialog.is_busy and not dialog.wanted_pictures(), 60, "groups")
        dialog.close()

    assert_never_holds_up(explore)


def test_everything_has_a_name_and_an_explanation(dialog: ExploreDialog) -> None:
    for widget in (dialog.groups, dialog.group_list, dialog.odd_list, dialog.busy, dialog.status):
        assert widget.accessibleName()
    ours = [b for b in dialog.findChildren(QAbstractButton) if b.toolTip()]
    assert {dialog.ask_button, dialog.zoom_button, dialog.layers_button} <= set(ours)
    item = dialog.group_list.item(0)
    assert "225" not in item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Group 1" in item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert not any(b.isDefault() for b in ours if hasattr(b, "isDefault"))


def test_every_group_looks_different_on_the_map(
    warm_engine: EngineClient, demo_index: Path, tmp_path: Path
) -> None:
    file = tmp_path / "groups.gpkg"
    params = methods.ExploreIndexParams(str(demo_index), groups=5, oddities=0, out=str(file))
    found = Told(warm_engine.request(methods.EXPLORE_INDEX, params)).wait(60).result
    layer = make_groups_layer(file, demo_index, found.groups)
    assert layer is not None
    set_categories(layer, [(number, str(number)) for number in range(1, MOST_GROUPS + 1)])
    looks = [
        tuple(
            category.symbol().symbolLayer(1).properties()[key]
            for key in ("color", "style", "outline_style")
        )
        for category in layer.renderer().categories()
    ]
    assert len(set(looks)) == MOST_GROUPS
    without_colour = [look[1:] for look in looks[:16]]
    assert len(set(without_colour)) == 16, "more than a search finds unless somebody asks for it"
    assert layer.labelsEnabled()
    assert layer.labeling().settings().fieldName == NUMBER
    assert make_groups_layer(tmp_path / "nothing.gpkg", demo_index, found.groups) is None
