"""*What has changed?*: two dates of an index compared in the dialog, listed, on the map, and with a question."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

from osgeo import gdal
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from qgis_scrl.contract import Period, Query, TextPart, methods
from qgis_scrl.dock.dialogs.changes_dialog import ChangesDialog
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.history import AskedQuery
from qgis_scrl.layers import group
from tests.support.desk import Desk
from tests.support.events import Told, wait_until
from tests.support.paths import SCENE

SIDE = 500
# Column and row of tiles: tanks lie in the first, and are pasted into the second for the later date.
TANKS, BUILT_OVER = (4, 3), (2, 1)
QUESTION = Query((TextPart("storage tanks"),))


@pytest.fixture(scope="session")
def changed_index(warm_engine: EngineClient, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo scene on two days of 2012, and in 2021 with tanks where there were none."""
    folder = tmp_path_factory.mktemp("changed")
    scene = gdal.Open(str(SCENE))
    x, y = (cell * SIDE for cell in TANKS)
    tanks = scene.ReadAsArray(x, y, SIDE, SIDE)
    for day in ("2012-05-01", "2012-07-01", "2021-07-01"):
        file = str(folder / f"scene_{day}.tif")
        gdal.Translate(file, scene).FlushCache()
        if day == "2021-07-01":
            later = gdal.Open(file, gdal.GA_Update)
            later.WriteArray(tanks, *(cell * SIDE for cell in BUILT_OVER))
            later.FlushCache()
    index = folder / "changed.scrl"
    params = methods.BuildIndexParams(str(index), (str(folder),), (float(SIDE),))
    assert Told(warm_engine.request(methods.BUILD_INDEX, params)).wait(120).result.tiles == 108
    return index


@pytest.fixture
def dialog(desk: Desk, changed_index: Path) -> ChangesDialog:
    desk.use(changed_index)
    desk.dock.index_bar.changes_action.trigger()
    dialog = desk.dock.comparing.dialog
    assert dialog is not None
    return dialog


def find(dialog: ChangesDialog) -> methods.FindChangesResult:
    dialog.result = None
    QTest.mouseClick(dialog.find_button, Qt.MouseButton.LeftButton)
    assert dialog.cancel_button.isVisible()
    wait_until(lambda: not dialog.is_busy, 60, "changes")
    assert dialog.result is not None, dialog.status.text()
    return dialog.result


def is_built_over(change) -> bool:
    column, row, width, _height = change.after.window
    return (round(column / width), round(row / width)) == BUILT_OVER


def test_dates_of_the_index_are_offered_and_the_first_and_last_compared(
    desk: Desk, dialog: ChangesDialog
) -> None:
    assert dialog.before.count() == dialog.after.count() == 4
    assert "2012" in dialog.before.itemText(0)
    assert dialog.before.itemData(0) == Period("2012", "2012")
    assert dialog.periods == (Period("2012", "2012"), Period("2021-07-01", "2021-07-01"))
    assert not dialog.what.model().item(1).isEnabled()
    dialog.most.setValue(5)
    result = find(dialog)
    assert is_built_over(result.changes[0])
    assert dialog.list.count() == 5
    assert "36" in dialog.status.text()
    wait_until(lambda: not dialog.list.missing, 60, "pictures")
    # The same time twice cannot be compared.
    dialog.before.setCurrentIndex(dialog.after.currentIndex())
    assert not dialog.find_button.isEnabled()


def test_places_are_shown_on_the_map_through_time_and_as_a_layer(
    desk: Desk, dialog: ChangesDialog
) -> None:
    find(dialog)
    far = desk.canvas.extent().width()
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert desk.canvas.extent().width() < far
    dialog.time_button.click()
    panel = desk.dock.time.panel
    assert panel is not None
    wait_until(lambda: len(panel.tiles) == 3, 60, "all dates")
    for _ in range(2):
        dialog.layer_button.click()
        wait_until(lambda: not dialog.is_busy, 60, "the layer")
    layers = [each for each in group.our_layers(desk.project) if "Changes" in each.name()]
    assert len(layers) == 1
    assert isinstance(layers[0], QgsVectorLayer)
    assert layers[0].featureCount() == 20


def test_the_score_of_the_question_has_risen(desk: Desk, dialog: ChangesDialog) -> None:
    desk.dock.asking.ask(AskedQuery(QUESTION))
    wait_until(lambda: dialog.asked is not None, 60, "an answer")
    dialog.what.setCurrentIndex(1)
    assert dialog.direction == "rose"
    (change,) = find(dialog).changes
    assert is_built_over(change)
    assert "→" in dialog.list.item(0).text()
    dialog.what.setCurrentIndex(2)
    assert dialog.direction == "fell"
    dialog.at_least.setValue(0.9)
    assert not find(dialog).changes
    assert "smaller change" in dialog.status.text()
    desk.dock.index_bar.choose("")
    assert desk.dock.comparing.dialog is None


def test_comparing_is_stopped(desk: Desk, dialog: ChangesDialog) -> None:
    QTest.mouseClick(dialog.find_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    assert dialog.status.text() == "Stopped."
    assert dialog.find_button.isEnabled()
