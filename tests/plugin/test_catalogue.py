"""STAC catalogues in QGIS: the algorithm and the dialog, with a real server, and an index built of what they find."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.support.catalogue_server import CatalogueServer
from tests.support.paths import SCENE

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

import processing
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialog

from qgis_scrl.dock.dialogs.catalogue_dialog import CatalogueDialog
from qgis_scrl.dock.dialogs.new_index_dialog import NewIndexDialog
from qgis_scrl.dock.widgets import formatting
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.processing.provider import ScrlProvider
from qgis_scrl.settings import Settings
from tests.support.desk import Desk
from tests.support.events import let_pass, wait_until

#: To look at the dialog: the folder that its picture is put into.
PICTURES = os.environ.get("QGIS_SCRL_PICTURES", "")


@pytest.fixture(scope="module")
def server(qgis_app: QgsApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with a catalogue of three images."""
    web = tmp_path_factory.mktemp("web")
    options = {"format": "COG", "creationOptions": ["BLOCKSIZE=256"]}
    gdal.Translate(str(web / "a.tif"), str(SCENE), srcWin=[0, 0, 800, 800], **options).FlushCache()
    for name in "bc":
        (web / f"{name}.tif").write_bytes((web / "a.tif").read_bytes())
    catalogue = CatalogueServer(web)
    yield catalogue.start()
    catalogue.end()


@pytest.fixture
def unanswering() -> Iterator[str]:
    """The address of somebody who takes calls and says nothing."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


# --- Processing ------------------------------------------------------------------------------------


class Feedback(QgsProcessingFeedback):
    """Keeps what is said."""

    def __init__(self) -> None:
        super().__init__(False)
        self.said: list[str] = []

    def pushInfo(self, info: str) -> None:  # noqa: N802
        self.said.append(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self.said.append(warning)


@pytest.fixture
def run(warm_engine: EngineClient, qgis_processing: None) -> Iterator[object]:
    provider = ScrlProvider(warm_engine)
    QgsApplication.processingRegistry().addProvider(provider)

    def call(
        name: str, feedback: Feedback | None = None, **parameters: object
    ) -> dict[str, object]:
        context = QgsProcessingContext()
        return processing.run(
            f"scrl:{name}", parameters, context=context, feedback=feedback or Feedback()
        )

    yield call
    QgsApplication.processingRegistry().removeProvider(provider)


def test_what_is_found_is_a_layer_and_a_list_that_is_indexed(
    run, server: str, tmp_path: Path
) -> None:
    feedback = Feedback()
    saved = tmp_path / "list.json"
    found = run(
        "searchcatalogue",
        feedback,
        CATALOGUE=f"{server}/api",
        EXTENT="10.9,11.06,47.9,48.1 [EPSG:4326]",
        SINCE="2019-01-01",
        MAX_CLOUD=20,
        COLLECTIONS=" ortho, other ",
        OUTPUT=str(tmp_path / "images.gpkg"),
        LIST=str(saved),
    )
    assert found["IMAGES"] == 1
    assert found["LIST"] == str(saved)
    layer = QgsVectorLayer(str(found["OUTPUT"]), "images", "ogr")
    (feature,) = layer.getFeatures()
    told = [feature[name] for name in ("item", "collection", "cloud", "size", "pixel_size_m")]
    assert told == ["a", "ortho", 3.0, 4096, 1.0]
    assert feature["date"] == QDate(2019, 5, 4)
    box = feature.geometry().boundingBox()
    assert (box.xMinimum(), box.yMaximum()) == pytest.approx((11.0, 48.05))
    image = QgsRasterLayer(feature["uri"], "image")
    assert image.isValid()
    assert image.bandCount() == 3
    assert any("CC-BY-4.0" in said for said in feedback.said)
    index = tmp_path / "far.scrl"
    built = run("buildindex", INPUTS=[str(saved)], GROUND_SIZES="200", INDEX=str(index))
    assert built["TILES"] > 0
    assert built["LEFT_OUT"] == 0
    again = run("addtoindex", INDEX=str(index), CATALOGUE_LIST=str(saved))
    assert again["EMBEDDED"] == 0, "it is there"
    (footprint, *_) = QgsVectorLayer(str(index / "tiles.vrt"), "tiles", "ogr").getFeatures()
    assert footprint["date"].toString("yyyy-MM-dd") == "2019-05-04"


def test_images_without_date_clouds_or_outline_are_in_the_layer(run, tmp_path: Path) -> None:
    item: dict[str, Any] = {
        "type": "Feature", "stac_version": "1.0.0", "id": "bare", "geometry": None, "links": [],
        "properties": {"datetime": None, "start_datetime": "2020-01-01T00:00:00Z", "end_datetime": "2020-01-02T00:00:00Z"},
        "assets": {"visual": {"href": str(SCENE)}},
    }  # fmt: skip
    path = tmp_path / "bare.json"
    path.write_text(json.dumps(item))
    feedback = Feedback()
    found = run(
        "searchcatalogue", feedback, CATALOGUE=str(path), OUTPUT=str(tmp_path / "bare.gpkg"),
        LIST=str(tmp_path / "list.json"),
    )  # fmt: skip
    (feature,) = QgsVectorLayer(str(found["OUTPUT"]), "images", "ogr").getFeatures()
    assert feature["item"] == "bare"
    assert feature.geometry().isEmpty()
    assert feature["date"] == QDate(2020, 1, 1)
    assert any("names no licence" in said for said in feedback.said)


def test_what_cannot_be_searched_is_told(run, server: str, tmp_path: Path) -> None:
    files = {"OUTPUT": str(tmp_path / "x.gpkg"), "LIST": str(tmp_path / "list.json")}
    with pytest.raises(QgsProcessingException, match=r"404.*Check the address"):
        run("searchcatalogue", CATALOGUE=f"{server}/none.json", **files)
    with pytest.raises(QgsProcessingException, match="Enter the address"):
        run("searchcatalogue", CATALOGUE=" ", **files)
    with pytest.raises(QgsProcessingException, match="Swap the two dates"):
        run("searchcatalogue", CATALOGUE=server, SINCE="2020-01-02", UNTIL="2020-01-01", **files)
    assert not (tmp_path / "list.json").exists()


# --- the dialog ------------------------------------------------------------------------------------


@pytest.fixture
def desk(warm_engine: EngineClient, tmp_path: Path) -> Iterator[Desk]:
    Settings().index_folder = str(tmp_path / "indexes")
    made = Desk(warm_engine)
    yield made
    made.clear()


def opened(kind: type[QDialog]) -> Any:
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def picture(dialog: QDialog, name: str) -> None:
    if PICTURES:
        dialog.grab().save(f"{PICTURES}/{name}.png")


def searched(dialog: CatalogueDialog) -> None:
    """Press Search, and wait for what comes of it."""
    QTest.mouseClick(dialog.search_button, Qt.MouseButton.LeftButton)
    wait_until(dialog.search_button.isVisible, 60, "the answer")


def shown(dialog: CatalogueDialog, row: int, column: int) -> str:
    return str(dialog.found.index(row, column).data())


def tick(dialog: CatalogueDialog, row: int, state: Qt.CheckState) -> None:
    dialog.found.setData(dialog.found.index(row, 0), state, Qt.ItemDataRole.CheckStateRole)


def names(dialog: CatalogueDialog) -> str:
    return "".join(image.item for image in dialog.checked)


def test_images_are_chosen_added_and_indexed_with_their_dates(
    desk: Desk, server: str, tmp_path: Path
) -> None:
    desk.project.removeMapLayer(desk.scene)
    desk.dock.indexes.new_index()
    builder = opened(NewIndexDialog)
    QTest.mouseClick(builder.catalogue_button, Qt.MouseButton.LeftButton)
    dialog = opened(CatalogueDialog)
    assert not dialog.search_button.isEnabled(), "no address yet"
    dialog.address.setEditText(f"{server}/api")
    dialog.area.setCurrentIndex(dialog.area.findData("all"))
    searched(dialog)
    assert "3" in dialog.status.text()
    assert names(dialog) == "cba", "all, the newest first"
    assert "CC-BY-4.0" in dialog.notes.text()
    assert formatting.size(3 * 4096) in dialog.selected.text()
    texts = [shown(dialog, 2, column) for column in range(6)]
    assert texts == [formatting.day("2019-05-04"), "3%", "ortho", "4 kB", "1 m", "a"]
    assert shown(dialog, 0, 1) == "unknown"
    dialog.images.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert names(dialog) == "cab", "by number: unknown, 3, 80"
    QTest.mouseClick(dialog.none_button, Qt.MouseButton.LeftButton)
    assert names(dialog) == ""
    assert not dialog.add_button.isEnabled()
    QTest.mouseClick(dialog.all_button, Qt.MouseButton.LeftButton)
    dialog.images.setCurrentIndex(dialog.found.index(1, 4))
    QTest.keyClick(dialog.images, Qt.Key.Key_Space)
    assert len(dialog.checked) == 2
    tick(dialog, 0, Qt.CheckState.Unchecked)
    tick(dialog, 1, Qt.CheckState.Checked)
    tick(dialog, 2, Qt.CheckState.Unchecked)
    picture(dialog, "catalogue")
    QTest.keyClick(dialog.images, Qt.Key.Key_Return)
    assert builder.inputs == [f"/vsicurl/{server}/a.tif"]
    assert [layer.date for layer in builder.layers] == [date(2019, 5, 4)]
    assert builder.name.text() == "a"
    wait_until(builder.build_button.isEnabled, 60, "the estimate")
    QTest.mouseClick(builder.build_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not desk.dock.indexes.is_building, 120, "the build")
    wait_until(lambda: desk.dock.indexes.info is not None, 60)
    info = desk.dock.indexes.info
    assert info is not None
    assert info.tiles > 0
    assert info.sources[0].date == date(2019, 5, 4)
    assert desk.settings.recent_catalogues == (f"{server}/api",)
    # A hit's image opens from where it lies.
    assert QgsRasterLayer(info.sources[0].uri, "image").isValid()


@pytest.fixture
def dialog(desk: Desk) -> Iterator[CatalogueDialog]:
    made = CatalogueDialog(
        desk.client, desk.settings, desk.canvas.mapSettings(), desk.project, desk.iface.window
    )
    made.show()
    yield made
    made.reject()


def test_conditions_limit_what_is_found(desk: Desk, dialog: CatalogueDialog, server: str) -> None:
    dialog.address.setEditText(f"{server}/catalog.json")
    dialog.area.setCurrentIndex(dialog.area.findData("all"))
    dialog.limit_cloud.setChecked(True)
    dialog.cloud.setValue(20)
    searched(dialog)
    assert names(dialog) == "ca"
    dialog.until.setDate(QDate(2019, 12, 31))
    searched(dialog)
    assert names(dialog) == "a"
    dialog.since.setDate(QDate(2020, 12, 31))
    QTest.keyClick(dialog.since, Qt.Key.Key_Return)
    assert dialog.status.text() == "The first date is after the last date."
    assert names(dialog) == "a", "what was found stays"
    dialog.since.clear()
    dialog.until.clear()
    dialog.limit_cloud.setChecked(False)
    dialog.limit.setValue(2)
    searched(dialog)
    assert len(dialog.checked) == 2
    assert "There may be more" in dialog.notes.text()
    dialog.collections.setText("none, other")
    searched(dialog)
    assert names(dialog) == ""
    assert "larger area" in dialog.status.text()
    assert not dialog.add_button.isEnabled()


def test_the_map_is_the_area(desk: Desk, server: str) -> None:
    # 11.1 to 11.15 degrees east: only image c.
    desk.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    desk.canvas.setExtent(QgsRectangle(11.11, 48.01, 11.12, 48.02))
    view = desk.canvas.mapSettings()
    dialog = CatalogueDialog(desk.client, desk.settings, view, desk.project, desk.iface.window)
    dialog.show()
    dialog.address.setEditText(f"{server}/api")
    assert dialog.area.currentData() == "view"
    searched(dialog)
    assert names(dialog) == "c"
    dialog.reject()
    view.setDestinationCrs(QgsCoordinateReferenceSystem())
    dialog = CatalogueDialog(desk.client, desk.settings, view, desk.project, desk.iface.window)
    dialog.show()
    dialog.address.setEditText(f"{server}/api")
    searched(dialog)
    assert "Whole catalogue" in dialog.status.text()
    dialog.reject()


def test_what_is_wrong_is_told_in_the_dialog(dialog: CatalogueDialog, server: str) -> None:
    dialog.address.setEditText(f"{server}/none.json")
    searched(dialog)
    assert "404" in dialog.status.text()
    assert "Check the address" in dialog.status.text()
    assert dialog._settings.recent_catalogues == ()
    assert dialog.search_button.isEnabled()


def test_a_search_is_stopped_and_holds_nobody_up(dialog: CatalogueDialog, unanswering: str) -> None:
    dialog.address.setEditText(f"{unanswering}/api")
    QTest.keyClick(dialog.address, Qt.Key.Key_Return)
    assert dialog.busy.isVisible()
    assert dialog.cancel_button.isVisible()
    let_pass(0.3)
    QTest.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    assert not dialog.busy.isVisible()
    assert dialog.status.text() == "The search was stopped."
    assert dialog.search_button.isVisible()


def test_the_last_five_catalogues_are_remembered(qgis_app: QgsApplication) -> None:
    settings = Settings()
    for number in range(6):
        settings.remember_catalogue(f"https://example.org/{number}")
    settings.remember_catalogue("https://example.org/3")
    assert [address[-1] for address in settings.recent_catalogues] == list("35421")
