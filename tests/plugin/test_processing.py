"""Every algorithm of the provider ``scrl`` through ``processing.run``: real QGIS, real engine, real raster."""

from __future__ import annotations

import json
import re
import shutil
import struct
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.paths import BEACH, DEMO, QUESTIONS, SCENE, TANKS

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

import processing
import qgis.utils
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsGraduatedSymbolRenderer,
    QgsLayerTreeModel,
    QgsMultiBandColorRenderer,
    QgsPointXY,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFile,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsLayerTreeView
from qgis.PyQt.QtCore import QDate, QEventLoop, QFileInfo

from qgis_scrl import texts
from qgis_scrl.contract import Notice, Query, Stage, TextPart, Unit, methods
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.layers import score_map
from qgis_scrl.layers.changes import style_changes
from qgis_scrl.layers.raster_layers import raster_choice
from qgis_scrl.processing.provider import ScrlProvider
from qgis_scrl.processing.search_by_example import no_example
from qgis_scrl.settings import Settings
from tests.support.events import Told, assert_never_holds_up, wait_until

ALGORITHMS = {
    "buildindex", "addtoindex", "indexfootprints", "searchbyrecording", "searchbytext", "searchbyexample",
    "findchanges", "exploreindex", "searchbyprofile",
    "scoremap", "savesearch", "watchindex", "report", "fetchservice", "importnotes", "searchnotes",
    "searchcatalogue",
}  # fmt: skip


class Feedback(QgsProcessingFeedback):
    """Keeps what is said, and cancels when it is told to, while tiles are embedded.

    Attributes:
        said: Everything that was pushed.
        percents: All progress of the stage that came last.
    """

    def __init__(self, cancel_at: float | None = None) -> None:
        super().__init__(False)
        self.said: list[str] = []
        self.percents: list[float] = []
        self._is_embedding = False
        self._cancel_at = cancel_at
        self.progressChanged.connect(self._on_progress)

    def _on_progress(self, percent: float) -> None:
        self.percents.append(percent)
        if self._cancel_at is not None and percent >= self._cancel_at and self._is_embedding:
            self.cancel()

    def setProgressText(self, text: str) -> None:  # noqa: N802
        self._is_embedding = text == texts.stage(Stage.EMBEDDING_TILES)
        self.percents.clear()

    def pushInfo(self, info: str) -> None:  # noqa: N802
        self.said.append(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self.said.append(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        self.said.append(error)

    @property
    def text(self) -> str:
        return "\n".join(self.said)


@pytest.fixture(scope="module")
def provider(qgis_app: QgsApplication, qgis_processing: None) -> Iterator[ScrlProvider]:
    registry = QgsApplication.processingRegistry()
    made = ScrlProvider()
    assert registry.addProvider(made)
    yield made
    registry.removeProvider("scrl")


@pytest.fixture(scope="module")
def built(provider: ScrlProvider, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A voice index of the demo scene, built through Processing."""
    index = tmp_path_factory.mktemp("processing") / "scene.scrl"
    layer = QgsRasterLayer(str(SCENE), "the scene")
    QgsProject.instance().addMapLayer(layer)
    feedback = Feedback()
    result = processing.run(
        "scrl:buildindex",
        {"INPUTS": [layer.id()], "GROUND_SIZES": "200, 300", "OVERLAP": 0.5, "INDEX": str(index)},
        feedback=feedback,
    )
    QgsProject.instance().removeMapLayer(layer.id())
    assert result["INDEX"] == str(index)
    assert result["TILES"] == result["EMBEDDED"] > 500
    assert result["LEFT_OUT"] == 0
    assert max(feedback.percents) > 50
    assert texts.count(Unit.TILE, result["TILES"]) in feedback.text
    return index


@pytest.fixture
def index(built: Path, tmp_path: Path) -> Path:
    """A copy of it, that a test may change."""
    return Path(shutil.copytree(built, tmp_path / "copy.scrl"))


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corner of the scene, small enough to be quick."""
    path = tmp_path_factory.mktemp("rasters") / "piece.tif"
    gdal.Translate(str(path), str(SCENE), srcWin=[0, 0, 800, 800]).FlushCache()
    return path


def run(name: str, parameters: dict[str, Any], feedback: Feedback | None = None) -> dict[str, Any]:
    return processing.run(f"scrl:{name}", parameters, feedback=feedback or Feedback())


def refused(name: str, parameters: dict[str, Any]) -> str:
    with pytest.raises(QgsProcessingException) as caught:
        run(name, parameters)
    return str(caught.value)


def advice(code: str, **values: Any) -> str:
    """What Processing advises to do about a failure."""
    return texts.next_step(Notice(code, values), "processing")


def says(text: str, code: str, **values: Any) -> bool:
    """Whether a text tells a failure and what Processing advises to do about it."""
    return texts.sentence(Notice(code, values), "processing") in text


def place(kind: str) -> QgsGeometry:
    """Where the places of a kind truly lie, EPSG:4326."""
    found = [
        QgsGeometry.fromPolygonXY([[QgsPointXY(*p) for p in f["geometry"]["coordinates"][0]]])
        for f in json.loads((DEMO / "places.geojson").read_text())["features"]
        if f["properties"]["kind"] == kind
    ]
    return QgsGeometry.unaryUnion(found)


# --- the provider ---------------------------------------------------------------------------------


def test_names_that_models_and_scripts_rely_on(provider):
    assert provider.id() == "scrl"
    assert {algorithm.name() for algorithm in provider.algorithms()} == ALGORITHMS


@pytest.mark.parametrize("name", sorted(ALGORITHMS))
def test_every_algorithm_explains_itself(provider, name):
    algorithm = provider.algorithm(name)
    assert len(algorithm.shortHelpString()) > 80
    assert algorithm.shortDescription().endswith(".")
    assert "voice" in algorithm.tags()
    assert QFileInfo(algorithm.svgIconPath()).exists()
    assert not algorithm.icon().isNull()
    flags = algorithm.flags()
    for flag in ("FlagSupportsBatch", "FlagCanCancel"):
        assert flags & getattr(QgsProcessingAlgorithm.Flag, flag)
    assert not flags & QgsProcessingAlgorithm.Flag.FlagHideFromModeler
    for parameter in algorithm.parameterDefinitions():
        assert parameter.description()
        assert re.fullmatch("[A-Z_]+", parameter.name())


def test_the_provider_comes_and_goes(qgis_app, qgis_processing, provider):
    registry = QgsApplication.processingRegistry()
    assert registry.algorithmById("scrl:buildindex") is not None
    provider.refreshAlgorithms()
    assert len(provider.algorithms()) == len(ALGORITHMS)


# --- building -------------------------------------------------------------------------------------


def test_building_again_does_nothing(index):
    feedback = Feedback()
    parameters = {"INPUTS": [str(SCENE)], "GROUND_SIZES": "200 300", "OVERLAP": 0.5}
    result = run("buildindex", {**parameters, "INDEX": str(index)}, feedback)
    assert result["EMBEDDED"] == 0
    assert texts.count(Unit.SOURCE, 1) in feedback.text


def test_the_ground_size_is_suggested_from_the_pixels(provider, piece, tmp_path):
    feedback = Feedback()
    result = run(
        "buildindex", {"INPUTS": [str(piece)], "INDEX": str(tmp_path / "s.scrl")}, feedback
    )
    assert "Ground size 200 m, suggested by the pixel size of piece.tif (1 m)" in feedback.text
    assert result["TILES"] == 16


def test_a_folder_of_rasters_and_a_temporary_index(provider, piece):
    feedback = Feedback()
    result = run(
        "buildindex",
        {"FOLDER": str(piece.parent), "GROUND_SIZES": "400", "INDEX": "TEMPORARY_OUTPUT"},
        feedback,
    )
    assert "Choose a folder to keep it." in feedback.text
    assert Path(result["INDEX"], "index.json").is_file()
    assert result["TILES"] == 4


def test_another_index_in_the_way_is_kept(index):
    text = refused(
        "buildindex", {"INPUTS": [str(SCENE)], "GROUND_SIZES": "100", "INDEX": str(index)}
    )
    assert says(text, "index-exists", path=str(index))
    assert "“Add imagery to voice index”" in text


def test_what_is_wrong_is_said_before_anything_starts(provider, tmp_path):
    index = str(tmp_path / "no.scrl")
    assert "No imagery is selected." in refused("buildindex", {"INPUTS": [], "INDEX": index})
    good = {"INPUTS": [str(SCENE)], "INDEX": index}
    assert "is not a list of ground sizes" in refused(
        "buildindex", {**good, "GROUND_SIZES": "large"}
    )
    assert "is not a list of ground sizes" in refused("buildindex", {**good, "GROUND_SIZES": "-5"})
    assert "is not a list of bands" in refused("buildindex", {**good, "BANDS": "1, 2"})
    missing = {"INPUTS": [str(tmp_path / "none.tif")], "INDEX": index}
    assert "none.tif cannot be opened as a raster." in refused("buildindex", missing)
    assert not Path(index).exists()


def test_nothing_can_be_indexed(provider, piece, tmp_path):
    parameters = {"INPUTS": [str(piece)], "INDEX": str(tmp_path / "no.scrl")}
    text = refused("buildindex", {**parameters, "GROUND_SIZES": "10000"})
    assert advice("source-too-small") in text
    assert "piece.tif covers" in text
    text = refused("buildindex", {**parameters, "GROUND_SIZES": "2"})
    assert "piece.tif" in text
    assert "ground size of at least" in text
    assert not (tmp_path / "no.scrl").exists()
    nowhere = {**parameters, "INDEX": str(tmp_path / "none" / "no.scrl")}
    assert "there is no such folder" in refused("buildindex", nowhere)


def test_a_raster_that_is_no_file_on_this_computer_is_refused_in_one_sentence(provider, tmp_path):
    uri = "type=xyz&url=https://example.invalid/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=19&zmin=0"
    layer = QgsRasterLayer(uri, "street map", "wms")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    text = refused("buildindex", {"INPUTS": [layer.id()], "INDEX": str(tmp_path / "no.scrl")})
    assert raster_choice(layer).problem in text
    QgsProject.instance().removeMapLayer(layer.id())


def test_a_raster_without_coordinate_system_is_left_out_and_the_rest_indexed(
    provider, piece, tmp_path
):
    nameless = tmp_path / "nameless.tif"
    whole = gdal.Open(str(piece))
    bare = gdal.GetDriverByName("GTiff").Create(str(nameless), 800, 800, 3)
    bare.SetGeoTransform(whole.GetGeoTransform())
    bare.WriteArray(whole.ReadAsArray())
    del whole, bare
    feedback = Feedback()
    result = run(
        "buildindex",
        {
            "INPUTS": [str(piece), str(nameless)],
            "GROUND_SIZES": "400",
            "INDEX": str(tmp_path / "mixed.scrl"),
        },
        feedback,
    )
    assert (result["TILES"], result["LEFT_OUT"]) == (4, 1)
    assert says(feedback.text, "no-crs", path="nameless.tif")
    result = run(
        "addtoindex",
        {"INDEX": result["INDEX"], "INPUTS": [str(nameless)], "CRS": "EPSG:32632"},
    )
    assert (result["TILES"], result["LEFT_OUT"]) == (8, 0)


def test_a_coordinate_system_of_the_users_own_is_understood_by_the_engine(
    provider, piece, tmp_path
):
    """QGIS numbers them, and only QGIS knows the numbers."""
    # A profile of tests has no list of them.
    shutil.copy(
        QgsApplication.qgisMasterDatabaseFilePath(), QgsApplication.qgisUserDatabaseFilePath()
    )
    mine = QgsCoordinateReferenceSystem("PROJ:+proj=tmerc +lon_0=9.1 +x_0=1 +ellps=GRS80 +units=m")
    assert mine.saveAsUserCrs("Mine") >= 100000
    assert mine.authid().startswith("USER:")
    nameless = tmp_path / "nameless.tif"
    bare = gdal.GetDriverByName("GTiff").Create(str(nameless), 400, 400, 3)
    bare.SetGeoTransform((5000, 1, 0, 5_350_000, 0, -1))
    bare.WriteArray(gdal.Open(str(piece)).ReadAsArray()[:, :400, :400])
    del bare
    given = {"INPUTS": [str(nameless)], "GROUND_SIZES": "200", "CRS": mine}
    result = run("buildindex", {**given, "INDEX": str(tmp_path / "mine.scrl")})
    assert (result["TILES"], result["LEFT_OUT"]) == (4, 0)
    layer = QgsRasterLayer(str(nameless), "nameless")
    layer.setCrs(mine)
    assert QgsCoordinateReferenceSystem(raster_choice(layer).crs).isValid()
    assert "USER" not in raster_choice(layer).crs


def test_the_crs_of_a_layer_is_the_one_that_is_used(provider, piece, tmp_path):
    """Whatever its file says; a file that is named is read as it is."""
    layer = QgsRasterLayer(str(piece), "moved")
    own = layer.crs().authid()
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32631"))
    QgsProject.instance().addMapLayer(layer)
    found = {}
    for name, given in (("layer", layer), ("file", str(piece))):
        index = tmp_path / f"{name}.scrl"
        run("buildindex", {"INPUTS": [given], "GROUND_SIZES": "400", "INDEX": str(index)})
        (entry,) = json.loads((index / "index.json").read_text())["sources"]
        found[name] = QgsCoordinateReferenceSystem.fromWkt(entry["source"]["crs_wkt"]).authid()
    QgsProject.instance().removeMapLayer(layer.id())
    assert found == {"layer": "EPSG:32631", "file": own}


def test_layers_can_be_indexed_as_the_map_shows_them(provider, piece, tmp_path):
    layer = QgsRasterLayer(str(piece), "false colours")
    renderer = QgsMultiBandColorRenderer(layer.dataProvider(), 3, 1, 2)
    layer.setRenderer(renderer)
    QgsProject.instance().addMapLayer(layer)
    shown = {}
    for as_shown in (False, True):
        index = tmp_path / f"{as_shown}.scrl"
        given = {"INPUTS": [layer], "GROUND_SIZES": "400", "INDEX": str(index)}
        run("buildindex", {**given, "AS_SHOWN": as_shown})
        (entry,) = json.loads((index / "index.json").read_text())["sources"]
        shown[as_shown] = entry["source"]["bands"]
    QgsProject.instance().removeMapLayer(layer.id())
    assert shown == {False: [1, 2, 3], True: [3, 1, 2]}


def test_adding_a_raster_embeds_only_that(provider, index, piece):
    before = len(list((index / "parts").iterdir()))
    result = run("addtoindex", {"INDEX": str(index), "INPUTS": [str(SCENE), str(piece)]})
    assert result["INDEX"] == str(index)
    assert result["TILES"] > result["EMBEDDED"] > 0
    assert len(list((index / "parts").iterdir())) > before


def test_the_log_says_what_was_decided_and_the_options_change_it(provider, tmp_path):
    raster = tmp_path / "collar_2021-06-12.tif"
    gdal.Translate(str(raster), str(SCENE), srcWin=[0, 0, 800, 800], metadataOptions=["X=Y"])
    with_collar = gdal.Open(str(raster), gdal.GA_Update)
    pixels = with_collar.ReadAsArray()
    pixels[:, :400] = 0
    with_collar.WriteArray(pixels)
    del with_collar
    given = {"INPUTS": [str(raster)], "GROUND_SIZES": "200"}

    def build(name: str, **more: Any) -> tuple[dict[str, Any], str]:
        feedback = Feedback()
        parameters = {**given, **more, "INDEX": str(tmp_path / f"{name}.scrl")}
        return run("buildindex", parameters, feedback), feedback.text

    result, told = build("guessed")
    assert result["TILES"] == 8
    assert f"{raster}: Acquired 2021-06-12, according to the file name." in told
    assert re.search(r"The border of one single colour \(0 0 0; (49|50|51)% of the raster\)", told)
    assert not re.search(r"--\w", told)
    result, told = build("value", NODATA="0")
    assert result["TILES"] == 8
    assert "Pixels of value 0 are empty, as given when it was added." in told
    for name, more, tiles in (("none", {}, 8), ("all", {"KEEP_FLAT": True}, 16)):
        result, told = build(name, NODATA="none", **more)
        assert result["TILES"] == tiles
        assert "border" not in told
    text = refused("buildindex", {**given, "NODATA": "black", "INDEX": str(tmp_path / "no.scrl")})
    assert "“black” is not a value of pixels." in text


def test_a_build_of_days_can_be_confirmed(provider):
    values = {"tiles": 1, "days": 2.0, "size_gb": 3.0, "free_gb": 4.0}
    advice = texts.next_step(Notice("build-too-large", values), "processing")
    for name in ("buildindex", "addtoindex"):
        confirmed = provider.algorithm(name).parameterDefinition("CONFIRMED")
        assert f"tick “{confirmed.description()}”" in advice


def test_a_cancelled_build_stops_in_the_middle(provider, tmp_path):
    index = tmp_path / "cancelled.scrl"
    parameters = {
        "INPUTS": [str(SCENE)],
        "GROUND_SIZES": "100",
        "OVERLAP": 0.5,
        "INDEX": str(index),
    }
    feedback = Feedback(cancel_at=3)
    result = run("buildindex", parameters, feedback)
    assert feedback.isCanceled()
    assert 3 <= max(feedback.percents) < 100
    assert not result.get("TILES")
    assert texts.message(Notice("cancelled")) in feedback.text


# --- footprints -----------------------------------------------------------------------------------


def test_footprints_as_a_layer_and_as_a_file(built, tmp_path):
    result = run("indexfootprints", {"INDEX": str(built), "OUTPUT": "TEMPORARY_OUTPUT"})
    layer = result["OUTPUT"]
    assert layer.featureCount() == result["TILES"] > 500
    assert layer.crs().authid() == "EPSG:4326"
    names = [field.name() for field in layer.fields()]
    assert "fid" not in names
    assert {"source", "ground_size_m", "date"} <= set(names)
    for suffix in (".gpkg", ".geojson", ".shp"):
        path = tmp_path / f"footprints{suffix}"
        run("indexfootprints", {"INDEX": str(built), "OUTPUT": str(path)})
        written = QgsVectorLayer(str(path), "written", "ogr")
        assert written.featureCount() == result["TILES"]
        assert abs(written.extent().xMinimum() - layer.extent().xMinimum()) < 1e-6


# --- maps of scores -------------------------------------------------------------------------------


def test_a_map_of_scores_shows_what_a_search_finds(built, tmp_path):
    path = tmp_path / "map.tif"
    asked = {"INDEX": str(built), "TEXT": "storage tanks"}
    feedback = Feedback()
    result = run("scoremap", {**asked, "OUTPUT": str(path), "POINTS": "TEMPORARY_OUTPUT"}, feedback)
    found = run("searchbytext", {**asked, "HITS": 5, "OUTPUT": "TEMPORARY_OUTPUT"})
    best = min(found["OUTPUT"].getFeatures(), key=lambda feature: feature["rank"])
    assert result["BEST"] == pytest.approx(best["score"], abs=1e-4)
    assert result["UNDERSTOOD"] == found["UNDERSTOOD"]
    assert texts.count(Unit.TILE, result["TILES"]) in feedback.text
    layer = QgsRasterLayer(str(path), "map")
    assert layer.crs().authid() == "EPSG:32632"
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), layer.crs(), QgsProject.instance()
    )
    centre = transform.transform(QgsPointXY(best["lon"], best["lat"]))
    value, there = layer.dataProvider().sample(centre, 1)
    assert there
    assert value == pytest.approx(best["score"], abs=1e-4)
    points = result["POINTS"]
    assert points.featureCount() == result["TILES"]
    scores = {feature["tile_id"]: feature["score"] for feature in points.getFeatures()}
    assert scores[best["tile_id"]] == pytest.approx(best["score"], abs=1e-4)
    assert max(scores.values()) == pytest.approx(result["BEST"], abs=1e-6)


def test_a_map_of_scores_of_any_question_inside_an_area(built, tmp_path):
    questions = (
        {"RECORDING": str(TANKS)}, {"POINT": "9.29,48.31 [EPSG:4326]"}, {"TEXT": "a forest", "RECORDING": str(BEACH)},
    )  # fmt: skip
    whole = None
    for number, question in enumerate(questions):
        path = tmp_path / f"map {number}.tif"
        result = run("scoremap", {"INDEX": str(built), **question, "OUTPUT": str(path)})
        whole = whole or result["TILES"]
        assert result["TILES"] == whole
        assert "POINTS" not in result
        inside = {**question, "EXTENT": "9.28,9.29,48.30,48.31 [EPSG:4326]"}
        some = run("scoremap", {"INDEX": str(built), **inside, "OUTPUT": str(path)})
        assert 0 < some["TILES"] < whole
    with pytest.raises(QgsProcessingException, match="There is no question"):
        run("scoremap", {"INDEX": str(built), "TEXT": " ", "OUTPUT": str(tmp_path / "map.tif")})


def test_a_loaded_map_of_scores_is_styled(built, tmp_path, monkeypatch):
    # Without a window: the one that pytest-qgis plays is none that QGIS 3.44 takes.
    monkeypatch.setattr("processing.gui.Postprocessing.iface", None, raising=False)
    parameters = {
        "INDEX": str(built), "TEXT": "storage tanks", "OUTPUT": str(tmp_path / "map.tif"),
        "POINTS": str(tmp_path / "points.gpkg"),
    }  # fmt: skip
    processing.runAndLoadResults("scrl:scoremap", parameters)
    layers = list(QgsProject.instance().mapLayers().values())
    (raster,) = [layer for layer in layers if isinstance(layer, QgsRasterLayer)]
    assert score_map.is_score_map(raster)
    assert score_map.least_of(raster) == 0.5
    (points,) = [layer for layer in layers if isinstance(layer, QgsVectorLayer)]
    assert isinstance(points.renderer(), QgsGraduatedSymbolRenderer)
    QgsProject.instance().clear()


def test_what_is_in_an_index_as_layers_and_as_files(built, tmp_path):
    feedback = Feedback()
    parameters = {"INDEX": str(built), "GROUPS": 5, "ODDITIES": 3, "GROUND_SIZES": "200"}
    outputs = {"OUTPUT": "TEMPORARY_OUTPUT", "ODD_OUTPUT": "TEMPORARY_OUTPUT"}
    result = run("exploreindex", {**parameters, **outputs}, feedback)
    tiles = list(result["OUTPUT"].getFeatures())
    assert result["FOUND"] == 5
    assert {feature["ground_size_m"] for feature in tiles} == {200.0}
    assert {feature["group_number"] for feature in tiles} == {1, 2, 3, 4, 5}
    assert result["TILES"] == len(tiles)
    for number in range(1, 6):
        of_group = [feature for feature in tiles if feature["group_number"] == number]
        (phrases,) = {feature["group_phrases"] for feature in of_group}
        assert f"{number}: {phrases} ({texts.count(Unit.TILE, len(of_group))})" in feedback.text
    odd = list(result["ODD_OUTPUT"].getFeatures())
    assert [feature["rank"] for feature in odd] == [1, 2, 3]
    file = tmp_path / "groups.gpkg"
    alone = run(
        "exploreindex",
        {**parameters, "OUTPUT": str(file), "EXTENT": "9.27,9.29,48.29,48.32 [EPSG:4326]"},
    )
    assert "ODD_OUTPUT" not in alone
    assert 0 < QgsVectorLayer(str(file), "written", "ogr").featureCount() < len(tiles)


def test_an_area_without_tiles_has_no_groups(built):
    text = refused(
        "exploreindex",
        {"INDEX": str(built), "EXTENT": "0,1,0,1 [EPSG:4326]", "OUTPUT": "TEMPORARY_OUTPUT"},
    )
    assert "outside" in text


# --- searching ------------------------------------------------------------------------------------


def test_a_recording_finds_the_right_place(built):
    feedback = Feedback()
    result = run(
        "searchbyrecording",
        {"INDEX": str(built), "RECORDING": str(TANKS), "HITS": 5, "OUTPUT": "TEMPORARY_OUTPUT"},
        feedback,
    )
    layer = result["OUTPUT"]
    features = sorted(layer.getFeatures(), key=lambda feature: feature["rank"])
    assert result["FOUND"] == len(features) == 5
    assert [feature["rank"] for feature in features] == [1, 2, 3, 4, 5]
    assert any(f.geometry().intersects(place("storagetanks")) for f in features[:3])
    best = features[0]
    assert best["score"] >= features[-1]["score"]
    assert best["source"] == "scene.tif"
    assert best["voice_index"] == str(built)
    assert best["date"] == QDate(2024, 6, 12)
    assert layer.crs().authid() == "EPSG:4326"
    assert result["UNDERSTOOD"] in feedback.text


def test_the_filters_filter(built):
    harbour = place("port").boundingBox()
    common = {"INDEX": str(built), "RECORDING": str(BEACH), "OUTPUT": "TEMPORARY_OUTPUT"}
    layer = run("searchbyrecording", {**common, "HITS": 50, "EXTENT": extent(harbour)})["OUTPUT"]
    box = QgsGeometry.fromRect(harbour)
    assert 0 < layer.featureCount() < 50
    assert all(feature.geometry().intersects(box) for feature in layer.getFeatures())
    sizes = run("searchbyrecording", {**common, "GROUND_SIZES": "300"})["OUTPUT"]
    assert {feature["ground_size_m"] for feature in sizes.getFeatures()} == {300.0}
    assert run("searchbyrecording", {**common, "MIN_SCORE": 0.999})["FOUND"] == 0
    few = run("searchbyrecording", {**common, "PER_RASTER": 3})
    assert few["FOUND"] == 3  # of one raster
    dated = {**common, "SINCE": "2024-06-01", "UNTIL": "2024-06-30", "SOURCES": "sc*.tif"}
    assert run("searchbyrecording", dated)["FOUND"] == 20
    assert advice("nothing-matches-filter") in refused(
        "searchbyrecording", {**common, "SINCE": "2025-01-01"}
    )
    assert "Swap the two dates" in refused(
        "searchbyrecording", {**common, "SINCE": "2025-01-01", "UNTIL": "2024-01-01"}
    )
    text = refused("searchbyrecording", {**common, "SOURCES": "moon.tif"})
    assert says(text, "unknown-source", source="moon.tif", index=str(built))


def extent(box: QgsRectangle) -> str:
    numbers = (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
    return ",".join(map(str, numbers)) + " [EPSG:4326]"


def moved(geometry: QgsGeometry, crs: str) -> QgsGeometry:
    """Return a geometry (EPSG:4326) in another coordinate system."""
    there = QgsGeometry(geometry)
    degrees, wanted = QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(crs)
    there.transform(QgsCoordinateTransform(degrees, wanted, QgsProject.instance()))
    return there


def layer_of(geometries: list[QgsGeometry], crs: str, kind: str = "Polygon") -> QgsVectorLayer:
    """A layer of the project with these geometries (EPSG:4326) in another coordinate system."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "drawn", "memory")
    features = []
    for geometry in geometries:
        feature = QgsFeature()
        feature.setGeometry(moved(geometry, crs))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


@pytest.mark.parametrize("crs", ["EPSG:32632", "EPSG:3857", "EPSG:4326", "EPSG:32733"])
def test_the_area_may_be_a_layer_or_its_selection(built, crs):
    harbour, airport = place("port"), place("airport")
    layer = layer_of([harbour, airport], crs)
    QgsProject.instance().addMapLayer(layer)
    common = {"INDEX": str(built), "RECORDING": str(BEACH), "OUTPUT": "TEMPORARY_OUTPUT"}
    both = run("searchbyrecording", {**common, "HITS": 200, "AREA": layer.id()})["OUTPUT"]
    near_both = QgsGeometry.unaryUnion([harbour, airport]).buffer(1e-5, 4)
    assert all(feature.geometry().intersects(near_both) for feature in both.getFeatures())
    layer.selectByIds([2])
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    one = run("searchbyrecording", {**common, "HITS": 200, "AREA": selected})["OUTPUT"]
    assert 0 < one.featureCount() < both.featureCount()
    assert all(f.geometry().intersects(airport.buffer(1e-5, 4)) for f in one.getFeatures())
    layer.removeSelection()
    text = refused("searchbyrecording", {**common, "AREA": selected})
    QgsProject.instance().removeMapLayer(layer.id())
    assert "Draw or select one" in text


def test_a_large_area_goes_to_the_engine_as_a_file(built):
    round_area = place("port").buffer(0.002, 5000)
    assert len(round_area.asJson(9)) > 100_000
    layer = layer_of([round_area], "EPSG:4326")
    common = {"INDEX": str(built), "RECORDING": str(BEACH), "OUTPUT": "TEMPORARY_OUTPUT"}
    found = run("searchbyrecording", {**common, "AREA": layer})["OUTPUT"]
    assert found.featureCount() > 0
    assert all(feature.geometry().intersects(round_area) for feature in found.getFeatures())


def test_an_area_elsewhere_and_two_that_do_not_meet(built):
    common = {"INDEX": str(built), "RECORDING": str(BEACH), "OUTPUT": "TEMPORARY_OUTPUT"}
    sahara = QgsRectangle(20, 20, 21, 21)
    text = refused("searchbyrecording", {**common, "EXTENT": extent(sahara)})
    assert says(text, "area-outside", index=str(built))
    assert "“Voice index footprints”" in text
    both = {"EXTENT": extent(sahara), "AREA": layer_of([place("port")], "EPSG:4326")}
    assert "do not overlap" in refused("searchbyrecording", {**common, **both})
    nowhere = layer_of([place("port")], "EPSG:4326")
    nowhere.setCrs(QgsCoordinateReferenceSystem())
    text = refused("searchbyrecording", {**common, "AREA": nowhere})
    assert "drawn has no CRS" in text
    assert "Set it" in text


def test_a_typed_question_finds_the_place(built):
    common = {"INDEX": str(built), "HITS": 5, "OUTPUT": "TEMPORARY_OUTPUT"}
    result = run("searchbytext", {**common, "TEXT": "a beach by the sea"})
    first = next(f for f in result["OUTPUT"].getFeatures() if f["rank"] == 1)
    assert first.geometry().intersects(place("beach"))
    assert result["UNDERSTOOD"]
    assert "in English" in refused("searchbytext", {**common, "TEXT": "  "})
    assert says(refused("searchbytext", {**common, "TEXT": "?!"}), "text-empty", question="?!")


def test_changes_between_two_times_are_found(provider, tmp_path):
    folder = tmp_path / "imagery"
    folder.mkdir()
    # The corner of the scene, and nine years later with another part of the scene in one place.
    before, after = folder / "corner_2012-07-01.tif", folder / "corner_2021-07-01.tif"
    for path in (before, after):
        gdal.Translate(str(path), str(SCENE), srcWin=[0, 0, 1000, 1000]).FlushCache()
    other = gdal.Open(str(SCENE)).ReadAsArray(2000, 1500, 200, 200)
    changed = gdal.Open(str(after), gdal.GA_Update)
    changed.WriteArray(other, 400, 600)
    changed = None
    index = str(tmp_path / "two.scrl")
    run("buildindex", {"INPUTS": [str(before), str(after)], "GROUND_SIZES": "200", "INDEX": index})
    common = {"INDEX": index, "BEFORE": "2012", "AFTER": "2020..2021", "OUTPUT": "TEMPORARY_OUTPUT"}
    result = run("findchanges", {**common, "HITS": 3})
    assert (result["FOUND"], result["COMPARED"]) == (3, 25)
    first = next(f for f in result["OUTPUT"].getFeatures() if f["rank"] == 1)
    assert (round(first["col"]), round(first["row"])) == (400, 600)
    assert first["date_before"] == QDate(2012, 7, 1)
    style_changes(result["OUTPUT"])
    renderer = result["OUTPUT"].renderer()
    assert renderer.classAttribute() == "change"
    assert renderer.ranges()[-1].upperValue() >= first["change"]
    spoken = run("findchanges", {**common, "TEXT": "a forest", "DIRECTION": 2, "AT_LEAST": 0.9})
    assert spoken["FOUND"] <= 1
    assert says(
        refused("findchanges", {**common, "BEFORE": "2013"}),
        "nothing-to-compare",
        index=index, before="2013-01-01 to 2013-12-31", after="2020-01-01 to 2021-12-31",
    )  # fmt: skip
    assert "earlier and a later time" in refused("findchanges", {**common, "AFTER": " .. "})


def test_a_profile_finds_what_its_question_had_become(built, provider, tmp_path):
    path = tmp_path / "beaches.scrlprofile"
    query = Query((TextPart("a beach by the sea"),))
    params = methods.SaveProfileParams(str(built), query, str(path), "beaches")
    assert (
        Told(provider.client.request(methods.SAVE_PROFILE, params)).wait(60).result.name
        == "beaches"
    )
    common = {"INDEX": str(built), "HITS": 5, "OUTPUT": "TEMPORARY_OUTPUT"}
    result = run("searchbyprofile", {**common, "PROFILE": str(path)})
    first = next(f for f in result["OUTPUT"].getFeatures() if f["rank"] == 1)
    assert first.geometry().intersects(place("beach"))
    path.write_text("{}")
    text = refused("searchbyprofile", {**common, "PROFILE": str(path)})
    assert "cannot be used as a search profile" in text


def test_saved_searches_find_what_is_new_once(provider, tmp_path):
    first, second = tmp_path / "first.tif", tmp_path / "second.tif"
    gdal.Translate(str(first), str(SCENE), srcWin=[0, 0, 400, 400]).FlushCache()
    gdal.Translate(str(second), str(SCENE)).FlushCache()
    index = str(tmp_path / "town.scrl")
    run("buildindex", {"INPUTS": [str(first)], "GROUND_SIZES": "400", "INDEX": index})
    watch = {"INDEX": index, "OUTPUT": "TEMPORARY_OUTPUT"}
    assert "no saved searches" in refused("watchindex", watch)
    saved = {"INDEX": index, "SEARCH": "beaches", "TEXT": "a beach by the sea", "MIN_SCORE": 0.4}
    assert run("savesearch", saved)["SEARCH"] == "beaches"
    assert says(refused("savesearch", saved), "search-exists", index=index, name="beaches")
    assert run("savesearch", {**saved, "REPLACE": True})["SEARCH"] == "beaches"
    assert "no question" in refused("savesearch", {"INDEX": index, "SEARCH": "nothing"})
    assert run("watchindex", watch)["FOUND"] == 0
    run("addtoindex", {"INDEX": index, "INPUTS": [str(second)]})
    # An output that cannot be written does not make it old.
    wrong = {**watch, "OUTPUT": str(tmp_path / "none" / "new.gpkg")}
    refused("watchindex", wrong)
    feedback = Feedback()
    result = run("watchindex", watch, feedback)
    assert result["FOUND"] == result["OUTPUT"].featureCount() > 0
    assert f"beaches: {result['FOUND']} new place" in feedback.text
    found = list(result["OUTPUT"].getFeatures())
    assert {f["question"] for f in found} == {"beaches"}
    assert {f["source"] for f in found} == {"second.tif"}
    best = next(f for f in found if f["rank"] == 1)
    assert best.geometry().intersects(place("beach"))
    assert run("watchindex", watch)["FOUND"] == 0


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32632", "EPSG:3857"])
def test_a_point_on_the_map_finds_its_like(built, crs):
    point = moved(place("forest").pointOnSurface(), crs).asPoint()
    result = run(
        "searchbyexample",
        {
            "INDEX": str(built),
            "POINT": f"{point.x()},{point.y()} [{crs}]",
            "HITS": 5,
            "OUTPUT": "TEMPORARY_OUTPUT",
        },
    )
    first = next(f for f in result["OUTPUT"].getFeatures() if f["rank"] == 1)
    assert first["score"] > 0.95  # the example itself
    assert first.geometry().intersects(place("forest"))
    assert result["UNDERSTOOD"] == ""


def test_polygons_and_points_of_layers_are_examples(built):
    common = {"INDEX": str(built), "HITS": 10, "OUTPUT": "TEMPORARY_OUTPUT"}
    forest = place("forest")
    drawn = layer_of([forest], "EPSG:32632", "MultiPolygon")
    hits = run("searchbyexample", {**common, "PLACES": drawn})["OUTPUT"]
    best = [f for f in hits.getFeatures() if f["rank"] <= 3]
    assert all(f.geometry().intersects(forest) for f in best)
    points = [p.pointOnSurface() for p in place("farmland").asGeometryCollection()]
    assert run("searchbyexample", {**common, "PLACES": layer_of(points, "EPSG:4326", "Point")})[
        "FOUND"
    ]


@pytest.fixture
def chip(tmp_path: Path) -> Path:
    """A picture of the forest without a place on the Earth."""
    forest = moved(place("forest").pointOnSurface(), "EPSG:32632").asPoint()
    window = [forest.x() - 100, forest.y() + 100, forest.x() + 100, forest.y() - 100]
    piece = tmp_path / "piece.tif"
    gdal.Translate(str(piece), str(SCENE), projWin=window).FlushCache()
    path = tmp_path / "forest.png"
    gdal.Translate(str(path), str(piece), format="PNG", noData="none").FlushCache()
    Path(f"{path}.aux.xml").unlink(missing_ok=True)
    return path


def test_an_image_is_an_example_alone_and_with_a_place(built, chip):
    common = {"INDEX": str(built), "IMAGE": str(chip), "HITS": 5, "OUTPUT": "TEMPORARY_OUTPUT"}
    result = run("searchbyexample", common)
    hits = list(result["OUTPUT"].getFeatures())
    assert len(hits) == 5
    assert sum(f.geometry().intersects(place("forest")) for f in hits) >= 3
    assert hits[0]["question"].endswith("forest.png")
    assert result["UNDERSTOOD"] == ""
    point = place("port").pointOnSurface().asPoint()
    both = {**common, "POINT": f"{point.x()},{point.y()} [EPSG:4326]"}
    mixed = [f["tile_id"] for f in run("searchbyexample", both)["OUTPUT"].getFeatures()]
    assert mixed != [f["tile_id"] for f in hits]


def test_examples_that_are_none(built):
    common = {"INDEX": str(built), "OUTPUT": "TEMPORARY_OUTPUT"}
    no_image = {**common, "IMAGE": str(DEMO / "places.geojson")}
    assert advice("not-an-image") in refused("searchbyexample", no_image)
    assert no_example() in refused("searchbyexample", common)
    text = refused("searchbyexample", {**common, "POINT": "20,20 [EPSG:4326]"})
    assert "Traceback" not in text
    many = [QgsGeometry.fromPointXY(QgsPointXY(9.28 + i * 1e-4, 48.31)) for i in range(60)]
    layer = layer_of(many, "EPSG:4326", "Point")
    assert "More than 50 places" in refused("searchbyexample", {**common, "PLACES": layer})


def test_questions_that_are_none(built, tmp_path):
    common = {"INDEX": str(built), "OUTPUT": "TEMPORARY_OUTPUT"}
    silence = tmp_path / "silence.wav"
    with wave.open(str(silence), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(struct.pack("<h", 0) * 32_000)
    text = refused("searchbyrecording", {**common, "RECORDING": str(silence)})
    assert advice("silent-recording") in text
    assert "--" not in text
    no_sound = {**common, "RECORDING": str(DEMO / "places.geojson")}
    assert advice("not-audio") in refused("searchbyrecording", no_sound)


def test_no_index_there(provider, tmp_path):
    text = refused(
        "searchbyrecording",
        {"INDEX": str(tmp_path), "RECORDING": str(TANKS), "OUTPUT": "TEMPORARY_OUTPUT"},
    )
    assert says(text, "index-missing", path=str(tmp_path))
    assert "“Build voice index”" in text
    assert "python -m" not in text


def test_the_engine_is_missing(provider, built, monkeypatch):
    provider.client.stop()
    monkeypatch.setattr(Settings, "python_path", "/nowhere/python")
    text = refused("indexfootprints", {"INDEX": str(built), "OUTPUT": "TEMPORARY_OUTPUT"})
    assert says(text, "engine-python-unusable", path="/nowhere/python")


# --- in the house of Processing -------------------------------------------------------------------


def test_loaded_layers_have_the_style_of_the_plugin(built, monkeypatch):
    # Newer QGIS hands the window's layer tree to C++, which takes no mock of pytest-qgis.
    tree = QgsLayerTreeView()
    tree.setModel(QgsLayerTreeModel(QgsProject.instance().layerTreeRoot()))
    monkeypatch.setattr(qgis.utils.iface, "layerTreeView", lambda: tree, raising=False)
    loaded = processing.runAndLoadResults(
        "scrl:searchbyrecording",
        {"INDEX": str(built), "RECORDING": str(TANKS), "OUTPUT": "TEMPORARY_OUTPUT"},
        feedback=Feedback(),
    )
    layer = QgsProject.instance().mapLayer(loaded["OUTPUT"])
    renderer = layer.renderer()
    assert isinstance(renderer, QgsGraduatedSymbolRenderer)
    scores = [feature["score"] for feature in layer.getFeatures()]
    ranges = renderer.ranges()
    assert ranges[0].lowerValue() <= min(scores)
    assert ranges[-1].upperValue() >= max(scores)
    assert layer.labelsEnabled()
    footprints = processing.runAndLoadResults(
        "scrl:indexfootprints",
        {"INDEX": str(built), "OUTPUT": "TEMPORARY_OUTPUT"},
        feedback=Feedback(),
    )
    outlines = QgsProject.instance().mapLayer(footprints["OUTPUT"])
    assert outlines.renderer().symbol().symbolLayerCount() >= 1
    explored = processing.runAndLoadResults(
        "scrl:exploreindex",
        {"INDEX": str(built), "GROUPS": 4, "OUTPUT": "TEMPORARY_OUTPUT"},
        feedback=Feedback(),
    )
    grouped = QgsProject.instance().mapLayer(explored["OUTPUT"])
    categories = grouped.renderer().categories()
    assert [category.value() for category in categories] == [1, 2, 3, 4]
    phrases = {feature["group_phrases"] for feature in grouped.getFeatures()}
    assert {category.label()[3:] for category in categories} == phrases
    QgsProject.instance().clear()


def test_a_model_builds_and_then_searches(provider, piece, tmp_path):
    model = QgsProcessingModelAlgorithm("voice", "voice", "models")
    recording = QgsProcessingParameterFile("question", "question")
    model.addModelParameter(recording, QgsProcessingModelParameter("question"))
    build = QgsProcessingModelChildAlgorithm("scrl:buildindex")
    build.setChildId("build")
    static = QgsProcessingModelChildParameterSource.fromStaticValue
    build.addParameterSources("INPUTS", [static([str(piece)])])
    build.addParameterSources("GROUND_SIZES", [static("200")])
    build.addParameterSources("INDEX", [static(str(tmp_path / "model.scrl"))])
    model.addChildAlgorithm(build)
    search = QgsProcessingModelChildAlgorithm("scrl:searchbyrecording")
    search.setChildId("search")
    search.addParameterSources(
        "INDEX", [QgsProcessingModelChildParameterSource.fromChildOutput("build", "INDEX")]
    )
    search.addParameterSources(
        "RECORDING", [QgsProcessingModelChildParameterSource.fromModelParameter("question")]
    )
    search.addParameterSources("HITS", [static(3)])
    output = QgsProcessingModelOutput("hits")
    output.setChildOutputName("OUTPUT")
    output.setChildId("search")
    search.setModelOutputs({"hits": output})
    model.addChildAlgorithm(search)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = Feedback()
    results, good = model.run(
        {"question": str(TANKS), "search:hits": "TEMPORARY_OUTPUT"}, context, feedback
    )
    assert good, feedback.text
    layer = QgsProcessingUtils.mapLayerFromString(results["search:hits"], context)
    assert layer.featureCount() == 3


def test_all_runs_share_one_engine_that_stays_warm(provider, built):
    """In the main thread and in the threads of Processing; a batch, a model and a script are many runs."""
    numbers = []
    for _ in range(2):
        run("searchbyrecording", {**search_of(built), "OUTPUT": "TEMPORARY_OUTPUT"})
        numbers.append(provider.client.process_id)
        in_background("scrl:searchbyrecording", search_of(built))
        numbers.append(provider.client.process_id)
    assert len(set(numbers)) == 1
    assert provider.client.state == "ready"
    assert provider.client.running_requests == ()


def search_of(index: Path) -> dict[str, Any]:
    return {"INDEX": str(index), "RECORDING": str(TANKS), "OUTPUT": "memory:hits"}


def in_background(name: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """Run an algorithm as the toolbox does: in a thread, while the main thread goes round."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
    context, feedback = QgsProcessingContext(), Feedback()
    context.setProject(QgsProject.instance())
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    loop, outcome = QEventLoop(), []

    def on_executed(good: bool, results: dict[str, Any]) -> None:
        outcome.append((good, results))
        loop.quit()

    task.executed.connect(on_executed)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    good, results = outcome[0]
    assert good, feedback.text
    return results


def test_the_provider_ends_its_own_engine_and_no_other(qgis_processing, engine_python):
    own, lent = ScrlProvider(), EngineClient()
    guest = ScrlProvider(lent)
    for client in (own.client, lent):
        client.start()
    wait_until(lambda: own.client.state == lent.state == "ready", 60)
    own.unload()
    guest.unload()
    assert own.client.state == "stopped"
    assert lent.state == "ready"
    lent.stop()


def test_in_the_background_the_window_goes_on(built):
    def search() -> None:
        assert in_background("scrl:searchbyrecording", search_of(built))["FOUND"] == 20

    # Far more than a slot may take, for QGIS itself does something here.
    assert_never_holds_up(search, 0.25)


def test_voice_notes_are_imported_and_searched(provider, built, tmp_path):
    folder = tmp_path / "field"
    folder.mkdir()
    for number, question in enumerate(sorted(QUESTIONS.glob("*.ogg"))[:4]):
        shutil.copy(question, folder / f"N10.{number}_E20.5 {question.name}")
    # Another one: of what is there already nothing is asked.
    shutil.copy(sorted(QUESTIONS.glob("*.ogg"))[5], folder / "lost.ogg")
    notes = str(tmp_path / "notes.gpkg")
    feedback = Feedback()
    imported = run(
        "importnotes", {"FOLDER": str(folder), "AUTHOR": "Ann", "NOTES": notes}, feedback
    )
    assert imported["ADDED"] == 4
    assert any("lost.ogg has no position" in text for text in feedback.said)
    beach = moved(place("beach").pointOnSurface(), "EPSG:32632").asPoint()
    asked = {
        "NOTES": notes,
        "POINT": f"{beach.x()},{beach.y()} [EPSG:32632]",
        "OUTPUT": "TEMPORARY_OUTPUT",
    }
    found = run("searchnotes", {**asked, "INDEX": str(built), "HITS": 3})
    rows = list(found["OUTPUT"].getFeatures())
    assert [row["rank"] for row in rows] == [1, 2, 3]
    assert "beach" in rows[0]["recording"]
    assert rows[0]["author"] == "Ann"
    assert rows[0].geometry().asPoint().y() == pytest.approx(10.2)
    assert found["FOUND"] == 3
    typed = run("searchnotes", {"NOTES": notes, "TEXT": "an airport", "OUTPUT": "TEMPORARY_OUTPUT"})
    assert "airport" in next(typed["OUTPUT"].getFeatures())["recording"]
    assert "voice index" in refused("searchnotes", asked)
    assert says(
        refused("importnotes", {"FOLDER": str(tmp_path), "NOTES": notes}),
        "no-recordings",
        folder=tmp_path,
    )
