"""The image of a hit as a layer of the project, from a file and from a web server."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

from osgeo import gdal
from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from qgis_scrl.contract import Hit
from tests.support.catalogue_server import CatalogueServer
from tests.support.desk import Desk
from tests.support.events import wait_until
from tests.support.paths import SCENE


def images(desk: Desk) -> list[QgsRasterLayer]:
    return [each for each in desk.project.mapLayers().values() if isinstance(each, QgsRasterLayer)]


def test_a_key_adds_the_image_of_a_hit_once(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)
    desk.dock.asking.ask_text("storage tanks")
    wait_until(lambda: desk.dock.answers.layer is not None, 60, "an answer")
    desk.project.removeMapLayers([layer.id() for layer in images(desk)])
    hits = desk.dock.results.list
    hits.setCurrentIndex(hits.hits.index(0))
    QTest.keyClick(hits, Qt.Key.Key_I)
    wait_until(lambda: bool(images(desk)), 30, "the image")
    (layer,) = images(desk)
    assert layer.isValid()
    assert layer.name() == SCENE.name
    tree = desk.project.layerTreeRoot()
    order = [each.name() for each in tree.layerOrder()]
    assert order[-1] == SCENE.name  # below the hits
    tree.findLayer(layer.id()).setItemVisibilityChecked(False)
    QTest.keyClick(hits, Qt.Key.Key_I)
    assert images(desk) == [layer]
    assert tree.findLayer(layer.id()).isVisible()


def test_images_of_a_web_server_are_opened_there(
    desk: Desk, demo_index: Path, tmp_path: Path
) -> None:
    desk.use(demo_index)
    desk.dock.asking.ask_text("storage tanks")
    wait_until(lambda: desk.dock.answers.layer is not None, 60, "an answer")
    desk.project.removeMapLayers([layer.id() for layer in images(desk)])
    gdal.Translate(str(tmp_path / "a.tif"), str(SCENE), format="COG").FlushCache()
    server = CatalogueServer(tmp_path)
    try:
        address = server.start()
        result = desk.dock.results.result
        assert result is not None
        hit: Hit = result.hits[0]
        far = replace(hit, source="a.tif", source_path=f"/vsicurl/{address}/a.tif")
        desk.dock.images.open(far)
        wait_until(lambda: bool(images(desk)), 30, "the image")
        assert images(desk)[0].isValid()
        desk.dock.images.open(replace(far, source="b.tif", source_path=f"/vsicurl/{address}/b.tif"))
        wait_until(lambda: "b.tif" in " ".join(desk.told), 60, "what is wrong")
        assert len(images(desk)) == 1
    finally:
        server.end()
