"""One place through time: the strip of its dates, its pictures, and the map's time that follows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

from qgis.core import (
    QgsDateTimeRange,
    QgsFeatureRequest,
    QgsRasterLayer,
    QgsTemporalNavigationObject,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QPoint, Qt
from qgis.PyQt.QtTest import QTest

from qgis_scrl.contract import Query, TextPart
from qgis_scrl.dock.widgets.time_panel import TimePanel
from qgis_scrl.history import AskedQuery
from tests.support.desk import Desk
from tests.support.events import wait_until

DAYS = ("2012-07-01", "2018-07-01", "2021-07-01")
QUESTION = Query((TextPart("storage tanks"),))


@pytest.fixture
def panel(desk: Desk, dated_index: Path) -> TimePanel:
    """The strip of the best place with tanks, opened with the keyboard."""
    desk.use(dated_index)
    desk.dock.asking.ask(AskedQuery(QUESTION))
    wait_until(lambda: desk.dock.answers.layer is not None, 60, "an answer")
    hit_list = desk.dock.results.list
    hit_list.setCurrentIndex(hit_list.hits.index(0))
    QTest.keyClick(hit_list, Qt.Key.Key_T)
    panel = desk.dock.time.panel
    assert panel is not None
    wait_until(lambda: len(panel.tiles) == 3, 60, panel.status.text())
    return panel


def shown_days(desk: Desk) -> QgsDateTimeRange:
    return desk.canvas.mapSettings().temporalRange()


def drawn_years(layer: QgsVectorLayer, range_: QgsDateTimeRange) -> set[int]:
    """Return the years of the hits that a map of this time shows; 0: those of no year."""
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    properties = layer.temporalProperties()
    assert properties.isActive()
    shown = QgsFeatureRequest().setFilterExpression(properties.createFilterString(context, range_))
    days = [feature["date"] for feature in layer.getFeatures(shown)]
    return {day.year() if isinstance(day, QDate) and day.isValid() else 0 for day in days}


def test_a_hit_is_shown_at_all_dates_with_scores_and_pictures(desk: Desk, panel: TimePanel) -> None:
    hit = desk.dock.results.list.current_hit()
    assert hit is not None
    assert [str(tile.date) for tile in panel.tiles] == list(DAYS)
    shown = next(tile for tile in panel.tiles if tile.tile_id == hit.tile_id)
    assert shown.score == pytest.approx(hit.score)
    row = panel.tiles.index(shown)
    assert f"{hit.score:.0%}"[:-1] in panel.strip.item(row).text()
    assert hit.source in panel.strip.item(row).toolTip()
    assert "3 date" in panel.status.text()

    def has_pictures() -> bool:
        icons = [panel.strip.item(number).icon() for number in range(3)]
        images = [icon.pixmap(panel.strip.iconSize()).toImage() for icon in icons]
        return all(len({image.pixel(x, x) for x in range(0, 90, 3)}) > 5 for image in images)

    wait_until(has_pictures, 60, "pictures")


def test_the_maps_time_and_layers_follow_and_are_put_back(
    desk: Desk, panel: TimePanel, dated_index: Path
) -> None:
    layer = desk.dock.answers.layer
    assert layer is not None
    hit = desk.dock.results.list.current_hit()
    assert hit is not None
    assert shown_days(desk).begin().date().toPyDate() == hit.date
    assert drawn_years(layer, shown_days(desk)) == {hit.date.year}
    # A raster that came to the map later is dated when another place is looked at.
    oldest = QgsRasterLayer(str(dated_index.parent / f"scene_{DAYS[0]}.tif"), "2012")
    desk.project.addMapLayer(oldest)
    QTest.keyClick(desk.dock.results.list, Qt.Key.Key_T)
    wait_until(oldest.temporalProperties().isActive, 60, "a dated raster")
    panel.strip.setFocus()
    QTest.keyClick(panel.strip, Qt.Key.Key_Home)
    QTest.keyClick(panel.strip, Qt.Key.Key_Right)
    assert panel.current == panel.tiles[1]
    assert shown_days(desk).begin().date().toPyDate() == date(2018, 7, 1)
    assert not oldest.temporalProperties().isVisibleInTemporalRange(shown_days(desk))
    QTest.keyClick(panel.strip, Qt.Key.Key_Left)
    assert oldest.temporalProperties().isVisibleInTemporalRange(shown_days(desk))
    assert drawn_years(layer, shown_days(desk)) <= {2012}
    (first, *_) = layer.getFeatures()
    layer.dataProvider().changeAttributeValues({first.id(): {first.fieldNameIndex("date"): None}})
    assert 0 in drawn_years(layer, shown_days(desk))
    far = desk.canvas.extent().width()
    QTest.keyClick(panel.strip, Qt.Key.Key_Return)
    assert desk.canvas.extent().width() < far
    QTest.keyClick(panel.strip, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert shown_days(desk).isInfinite()
    assert not oldest.temporalProperties().isActive()


def test_the_temporal_controller_follows_where_there_is_one(desk: Desk, panel: TimePanel) -> None:
    panel.close()
    controller = QgsTemporalNavigationObject()
    desk.canvas.setTemporalController(controller)
    mode = controller.navigationMode()
    QTest.keyClick(desk.dock.results.list, Qt.Key.Key_T)
    wait_until(lambda: controller.navigationMode() != mode, 60, "the controller")
    panel.strip.setCurrentRow(0)
    assert controller.temporalExtents().begin().date().toPyDate() == date(2012, 7, 1)
    assert shown_days(desk).begin().date().toPyDate() == date(2012, 7, 1)
    panel.close()
    assert controller.navigationMode() == mode
    assert controller.temporalExtents().isInfinite()
    assert shown_days(desk).isInfinite()
    desk.canvas.setTemporalController(None)


def test_a_place_is_clicked_and_the_question_is_asked_of_it_when_there_is_one(
    desk: Desk, dated_index: Path
) -> None:
    desk.use(dated_index)
    desk.dock.index_bar.time_action.trigger()
    assert desk.dock.time.is_picking
    desk.dock.cancel()
    assert not desk.dock.time.is_picking
    assert desk.dock.time.panel is None
    desk.dock.index_bar.time_action.trigger()
    transform = desk.canvas.getCoordinateTransform()
    pixel = transform.transform(520_700.0, 5_350_200.0).toQPointF().toPoint()
    QTest.mouseClick(desk.canvas.viewport(), Qt.MouseButton.LeftButton, pos=pixel)
    panel = desk.dock.time.panel
    assert panel is not None
    wait_until(lambda: len(panel.tiles) == 3, 60, "the place")
    assert {tile.score for tile in panel.tiles} == {None}
    desk.dock.asking.ask(AskedQuery(QUESTION))
    wait_until(lambda: any(tile.score is not None for tile in panel.tiles), 60, "scores")
    # Nothing is there.
    desk.dock.index_bar.time_action.trigger()
    QTest.mouseClick(desk.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    wait_until(lambda: "no tile" in panel.status.text(), 60, "what is wrong")
    assert panel.tiles == ()
    desk.dock.index_bar.choose("")
    assert not panel.isVisible()
