"""Layers of public bug reports of QGIS and its plugins: docs/field-reports.md says what came of each."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

import processing
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from qgis_scrl.contract import methods
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.layers import search_areas
from qgis_scrl.layers.raster_layers import raster_choice, raster_choices
from qgis_scrl.processing.provider import ScrlProvider
from tests.support.events import Told
from tests.support.paths import SCENE

SIDE = 400


@pytest.fixture(autouse=True)
def project(qgis_app: QgsApplication) -> Iterator[QgsProject]:
    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


@pytest.fixture(scope="module")
def provider(qgis_app: QgsApplication, qgis_processing: None) -> Iterator[ScrlProvider]:
    registry = QgsApplication.processingRegistry()
    made = ScrlProvider()
    assert registry.addProvider(made)
    yield made
    registry.removeProvider("scrl")


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corner of the scene."""
    path = tmp_path_factory.mktemp("rasters") / "piece.tif"
    gdal.Translate(str(path), str(SCENE), srcWin=[0, 0, SIDE, SIDE]).FlushCache()
    return path


def described(client: EngineClient, path: str) -> Any:
    """What the engine says of a raster under the name that the dock and Processing give it."""
    request = client.request(methods.DESCRIBE_SOURCES, methods.DescribeSourcesParams((path,)))
    (source,) = Told(request).wait(60).result.sources
    return source


def check_found(client: EngineClient, layer: QgsRasterLayer) -> None:
    """The engine finds what QGIS shows: so many pixels, in the same place."""
    assert layer.isValid()
    choice = raster_choice(layer)
    assert choice.usable
    source = described(client, choice.path)
    assert (source.width, source.height) == (layer.width(), layer.height())
    assert source.crs == layer.crs().authid()
    extent = QgsGeometry.fromRect(layer.extent()).densifyByCount(20)
    extent.transform(search_areas.to_wgs84(layer.crs(), QgsProject.instance()))
    box = extent.boundingBox()
    wanted = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    assert source.bounds == pytest.approx(wanted, abs=1e-5)


def test_one_raster_of_a_geopackage(warm_engine: EngineClient, piece: Path, tmp_path: Path) -> None:
    """QGIS issue 41860: a GeoPackage with several raster layers."""
    path = str(tmp_path / "rasters.gpkg")
    for table, window in (("eins", [0, 0, SIDE, SIDE]), ("zwei", [100, 50, 200, 150])):
        gdal.Translate(
            path, str(piece), format="GPKG", srcWin=window,
            creationOptions=[f"RASTER_TABLE={table}", "APPEND_SUBDATASET=YES"],
        ).FlushCache()  # fmt: skip
    check_found(warm_engine, QgsRasterLayer(f"GPKG:{path}:zwei", "two"))


def test_a_project_that_was_moved_with_its_rasters(
    warm_engine: EngineClient, project: QgsProject, piece: Path, tmp_path: Path
) -> None:
    """QGIS issue 31296: relative paths of rasters in a GeoPackage."""
    folder = tmp_path / "old"
    folder.mkdir()
    path = str(folder / "rasters.gpkg")
    for table in ("eins", "zwei"):
        options = [f"RASTER_TABLE={table}", "APPEND_SUBDATASET=YES"]
        gdal.Translate(path, str(piece), format="GPKG", creationOptions=options).FlushCache()
    shutil.copy(piece, folder)
    for source in (f"GPKG:{path}:zwei", str(folder / piece.name)):
        project.addMapLayer(QgsRasterLayer(source, source[-8:]))
    assert project.write(str(folder / "project.qgs"))
    project.clear()
    folder.rename(tmp_path / "new")
    assert project.read(str(tmp_path / "new" / "project.qgs"))
    layers = list(project.mapLayers().values())
    assert len(layers) == 2
    for layer in layers:
        assert str(tmp_path / "new") in raster_choice(layer).path
        check_found(warm_engine, layer)


def test_a_raster_in_an_archive(warm_engine: EngineClient, piece: Path, tmp_path: Path) -> None:
    """QGIS issue 57845: algorithms of GRASS fail with layers from archives."""
    with zipfile.ZipFile(tmp_path / "all of it.zip", "w") as archive:
        archive.write(piece, "Süd Ost/Bild ä.tif")
    layer = QgsRasterLayer(f"/vsizip/{tmp_path}/all of it.zip/Süd Ost/Bild ä.tif", "zipped")
    check_found(warm_engine, layer)


def test_a_layer_with_open_options(warm_engine: EngineClient, piece: Path) -> None:
    """QGIS Raster Attribute Table plugin, issue 33: what QGIS calls the source is given to GDAL."""
    check_found(warm_engine, QgsRasterLayer(f"{piece}|option:NUM_THREADS=2", "options"))


def test_a_virtual_raster_without_a_file(warm_engine: EngineClient, piece: Path) -> None:
    """What QGIS keeps as the source of a layer may be the XML of a VRT."""
    said = str(gdal.BuildVRT("", [str(piece)]).GetMetadata("xml:VRT")[0])
    check_found(warm_engine, QgsRasterLayer(said, "virtual"))


def test_layers_of_other_providers_are_refused_in_a_sentence(
    provider: ScrlProvider, project: QgsProject, piece: Path, tmp_path: Path
) -> None:
    """QGIS issue 66858: algorithms fail with layers that are no file. EnMAP-Box issue 865: XYZ tiles."""
    base = QgsRasterLayer(str(piece), "base")
    box = base.extent()
    extent = f"{box.xMinimum()},{box.yMinimum()},{box.xMaximum()},{box.yMaximum()}"
    computed = (
        f'?crs=EPSG:32632&extent={extent}&width={SIDE}&height={SIDE}&formula="base@1" %2B 1'
        f"&base:uri={piece}&base:provider=gdal"
    )
    tiles = "type=xyz&url=http://127.0.0.1:9/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=19&zmin=0"
    layers = [
        QgsRasterLayer(computed, "computed", "virtualraster"),
        QgsRasterLayer(tiles, "tiles", "wms"),
    ]
    project.addMapLayers(layers)
    choices = {choice.name: choice for choice in raster_choices(project)}
    for layer in layers:
        assert layer.isValid()
        choice = choices[layer.name()]
        assert not choice.usable
        assert choice.reason.startswith(f"{layer.name()} ")
        assert choice.next_step
        with pytest.raises(QgsProcessingException) as caught:
            processing.run(
                "scrl:buildindex", {"INPUTS": [layer.id()], "INDEX": str(tmp_path / "no.scrl")}
            )
        assert choice.problem in str(caught.value)


def test_a_layer_of_any_name_is_built_from(
    provider: ScrlProvider, project: QgsProject, piece: Path, tmp_path: Path
) -> None:
    """QGIS issue 53856: slashes in names. 45965: ß."""
    layer = QgsRasterLayer(str(piece), 'Straße 1/2: "heute" * ?')
    project.addMapLayer(layer)
    index = tmp_path / "any name.scrl"
    result = processing.run(
        "scrl:buildindex", {"INPUTS": [layer.id()], "GROUND_SIZES": "200", "INDEX": str(index)}
    )
    assert (result["TILES"], result["LEFT_OUT"]) == (4, 0)
    # By its name, as scripts do.
    again = processing.run("scrl:addtoindex", {"INPUTS": [layer.name()], "INDEX": str(index)})
    assert (again["TILES"], again["EMBEDDED"]) == (4, 0)


def area_of(layer: QgsVectorLayer) -> QgsGeometry:
    reader = search_areas.AreaReader(layer, QgsProject.instance())
    while not reader.read(1):
        pass
    rings = reader.area()["coordinates"]
    return QgsGeometry.fromWkt(
        "POLYGON("
        + ",".join("(" + ",".join(f"{x} {y}" for x, y in ring) + ")" for ring in rings)
        + ")"
    )


def test_the_filter_of_a_layer_counts(tmp_path: Path) -> None:
    """QGIS pull request 36044: the subset string was ignored."""
    path = tmp_path / "zones.geojson"
    memory = QgsVectorLayer("Polygon?crs=EPSG:4326&field=kind:string", "zones", "memory")
    for kind, x in (("lake", 9), ("town", 12)):
        feature = QgsFeature(memory.fields())
        feature["kind"] = kind
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({x} 48,{x + 1} 48,{x + 1} 49,{x} 48))"))
        memory.dataProvider().addFeatures([feature])
    processing.run("native:savefeatures", {"INPUT": memory, "OUTPUT": str(path)})
    layer = QgsVectorLayer(f"{path}|subset=\"kind\" = 'town'", "towns", "ogr")
    assert layer.isValid()
    box = area_of(layer).boundingBox()
    assert (box.xMinimum(), box.xMaximum()) == pytest.approx((12, 13))


def test_curves_are_an_area() -> None:
    """shapely issue 2159: MULTISURFACE."""
    layer = QgsVectorLayer("CurvePolygon?crs=EPSG:4326", "round", "memory")
    feature = QgsFeature()
    circle = "CURVEPOLYGON(CIRCULARSTRING(9 48,9.05 48.05,9.1 48,9.05 47.95,9 48))"
    feature.setGeometry(QgsGeometry.fromWkt(circle))
    layer.dataProvider().addFeatures([feature])
    assert area_of(layer).area() == pytest.approx(3.14159 * 0.05**2, rel=0.01)
