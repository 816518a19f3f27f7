"""STAC catalogues in QGIS: the algorithm and the dialog, with a real server, and an index built of what they find."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.catalogue_server import CatalogueServer
from tests.support.paths import SCENE

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

import processing
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate

from qgis_scrl.engine_client import EngineClient
from qgis_scrl.processing.provider import ScrlProvider


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
    item = {
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
