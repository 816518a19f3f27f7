"""Layers in real QGIS: hits in any coordinate system, areas to search in, rasters that can be used."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    NULL,
    Qgis,
    QgsContrastEnhancement,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsGeometry,
    QgsGraduatedSymbolRenderer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsMultiBandColorRenderer,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsSingleBandGrayRenderer,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QSize
from qgis.PyQt.QtGui import QColor, QImage

from qgis_scrl.contract import AudioPart, Filters, Hit, Phrase, Query, SearchResult
from qgis_scrl.history import AskedQuery
from qgis_scrl.layers import group, hits, search_areas
from qgis_scrl.layers.conversion import ConversionTask, readable
from qgis_scrl.layers.raster_layers import raster_choice, raster_choices
from tests.support.layers import polygons, some_hits

# Oblique Mercator: its axes are turned by 30 degrees against north.
ROTATED = "+proj=omerc +lat_0=0 +lonc=0 +alpha=30 +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m"
PLACES = {
    "geographic": ("EPSG:4326", 9.29, 48.31),
    "web mercator": ("EPSG:3857", 9.29, 48.31),
    "southern UTM": ("EPSG:32723", -43.2, -22.9),
    "rotated": (ROTATED, 1.0, 1.5),
}


@pytest.fixture(autouse=True)
def project(qgis_app: object) -> Iterator[QgsProject]:
    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


AREA = {"type": "Polygon", "coordinates": [[[9, 48], [10, 48], [10, 49], [9, 48]]]}
QUERY = Query((AudioPart("/questions/q.wav"),), Filters(AREA, "2015"), k=50)


def asked(folder: Path = Path("/data/demo.scrl")) -> AskedQuery:
    return AskedQuery(QUERY, str(folder), "2026-11-25T14:03:22", "storage tanks", 3.2, (0.1, 0.5))


def in_crs(crs: str) -> QgsCoordinateReferenceSystem:
    system = QgsCoordinateReferenceSystem(crs)
    if not system.isValid():
        system = QgsCoordinateReferenceSystem.fromProj(crs)
    assert system.isValid()
    return system


def drawing(
    layers: list[QgsVectorLayer], crs: QgsCoordinateReferenceSystem, view: QgsRectangle
) -> QgsMapRendererParallelJob:
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(crs)
    settings.setTransformContext(QgsProject.instance().transformContext())
    settings.setOutputSize(QSize(600, 600))
    settings.setBackgroundColor(QColor("black"))
    settings.setExtent(view)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    return job


def drawn(
    layers: list[QgsVectorLayer], crs: QgsCoordinateReferenceSystem, view: QgsRectangle
) -> QImage:
    job = drawing(layers, crs, view)
    job.waitForFinished()
    assert not job.errors()
    return job.renderedImage()


# --- hits ------------------------------------------------------------------------------------------


def test_a_layer_of_hits_holds_everything_known_about_them() -> None:
    result = some_hits()
    layer = hits.make_hits_layer(result, "Question 14:03:22", asked())
    assert layer.isValid()
    assert layer.featureCount() == 6
    assert layer.crs().authid() == "EPSG:4326"
    first, second = list(layer.getFeatures())[:2]
    assert first["rank"] == 1
    assert (first["score"], first["similarity"]) == (0.9, 0.4)
    assert first["tile_id"] == 5_000_000_000
    assert (first["source"], first["source_path"]) == ("scene.tif", "/images/scene.tif")
    assert first["date"] == QDate(2024, 6, 12)
    assert second["date"] == NULL
    assert first["ground_size_m"] == 200
    assert (first["lon"], first["lat"]) == (result.hits[0].lon, result.hits[0].lat)
    assert [first[name] for name in ("col", "row", "width", "height")] == [10.5, 20, 200, 200]
    assert first["voice_index"] == "/data/demo.scrl"
    assert first["question"] == "storage tanks"
    assert first["asked"] == "2026-11-25T14:03:22"
    assert first.geometry().equals(hits.footprint_of(result.hits[0]))


def test_the_style_is_graduated_by_score_and_labelled_with_the_rank() -> None:
    result = some_hits()
    layer = hits.make_hits_layer(result, "hits")
    renderer = layer.renderer()
    assert isinstance(renderer, QgsGraduatedSymbolRenderer)
    assert renderer.classAttribute() == "score"
    assert len(renderer.ranges()) == 5
    for hit in result.hits:
        assert renderer.rangeForValue(hit.score) is not None, hit
    assert renderer.rangeForValue(0.9).label() == renderer.ranges()[-1].label()
    assert layer.labelsEnabled()
    assert layer.labeling().settings().fieldName == "rank"


def test_a_hit_is_named_in_words_of_any_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hits, "tr", lambda text: text.replace("Rank", "Rang d'ordre"))
    layer = hits.make_hits_layer(some_hits(), "hits")
    context = QgsExpressionContext()
    context.setFeature(next(layer.getFeatures()))
    name = QgsExpression(layer.displayExpression()).evaluate(context)
    assert name == "Rang d'ordre 1, scene.tif"
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert tip.startswith("<b>Rang d'ordre 1, score 0.9</b>")
    assert "scene.tif" in tip


@pytest.mark.parametrize("scores", [(0.5,), (0.5, 0.5), (-0.2, -0.4), (0.123456, 0.123457)])
def test_every_hit_is_drawn_whatever_the_scores(scores: tuple[float, ...]) -> None:
    found = tuple(
        Hit(**{**vars(hit), "score": score})
        for hit, score in zip(some_hits().hits, scores, strict=False)
    )
    layer = hits.make_hits_layer(SearchResult(found, 2, "exact"), "hits")
    for hit in found:
        assert layer.renderer().rangeForValue(hit.score) is not None


def test_loading_the_style_leaves_what_the_layer_remembers() -> None:
    layer = hits.make_hits_layer(some_hits(), "hits", asked())
    assert hits.is_hits_layer(layer)
    assert hits.asked_of(layer) == asked()


def test_no_hit_makes_an_empty_layer() -> None:
    layer = hits.make_hits_layer(SearchResult((), 0, "exact"), "nothing")
    assert layer.isValid()
    assert layer.featureCount() == 0


@pytest.mark.parametrize("name", PLACES)
def test_hits_are_drawn_at_their_place_in_any_crs(name: str, project: QgsProject) -> None:
    crs_text, lon, lat = PLACES[name]
    crs = in_crs(crs_text)
    project.setCrs(crs)
    result = some_hits(lon, lat, 1)
    layer = hits.make_hits_layer(result, "hits")
    to_map = QgsCoordinateTransform(search_areas.wgs84(), crs, project)
    footprint = hits.footprint_of(result.hits[0])
    footprint.transform(to_map)
    view = QgsRectangle(footprint.boundingBox())
    view.scale(3)
    image = drawn([layer], crs, view)
    corner = footprint.asPolygon()[0][1]
    scale = 600 / max(view.width(), view.height())
    centre = view.center()
    x = round(300 + (corner.x() - centre.x()) * scale)
    y = round(300 - (corner.y() - centre.y()) * scale)
    near = [
        image.pixelColor(x + dx, y + dy).lightness() for dx in range(-6, 7) for dy in range(-6, 7)
    ]
    assert max(near) > 100, "nothing was drawn at the corner of the footprint"
    assert image.pixelColor(300, 300).lightness() == 0, "the place itself is covered"


def test_a_selected_hit_still_shows_the_place() -> None:
    layer = hits.make_hits_layer(some_hits(count=1), "hits")
    layer.selectAll()
    view = QgsRectangle(layer.extent())
    view.scale(3)
    image = drawn([layer], search_areas.wgs84(), view)
    assert image.pixelColor(300, 300).lightness() == 0


def test_the_filter_keeps_the_hit_that_sets_the_limit() -> None:
    result = some_hits()
    layer = hits.make_hits_layer(result, "hits")
    hidden: list[QgsFeature] = []
    for number, hit in enumerate(result.hits):
        hits.filter_by_score(layer, hit.score, hidden)
        assert layer.featureCount() == number + 1
    hits.filter_by_score(layer, None, hidden)
    assert layer.featureCount() == 6
    assert not hidden
    assert hits.result_of(layer).hits == result.hits


def test_hits_are_drawn_while_layers_come_and_go(project: QgsProject) -> None:
    """With a filter of QGIS's own on temporary layers it crashes here, within a second."""
    layers = [hits.make_hits_layer(some_hits(), f"hits {number}") for number in range(8)]
    for layer in layers:
        hits.filter_by_score(layer, 0.65, [])
        project.addMapLayer(layer)
    for _ in range(100):
        job = drawing(layers, search_areas.wgs84(), layers[0].extent())
        for _ in range(3):
            other = hits.make_hits_layer(some_hits(), "other", styled=False)
            project.addMapLayer(other)
            project.removeMapLayer(other.id())
        job.waitForFinished()
        assert not job.errors()


def test_what_is_selected_stays_so_when_weaker_hits_are_hidden() -> None:
    layer = hits.make_hits_layer(some_hits(), "hits")
    layer.selectAll()
    hits.filter_by_score(layer, 0.65, [])
    assert hits.ranks_of_selection(layer) == [1, 2, 3]


def half_hidden() -> tuple[QgsVectorLayer, list[QgsFeature]]:
    """Return a layer that has hidden three of its six hits, and these."""
    layer = hits.make_hits_layer(some_hits(), "hits")
    hidden: list[QgsFeature] = []
    hits.filter_by_score(layer, 0.65, hidden)
    assert (layer.featureCount(), len(hidden)) == (3, 3)
    return layer, hidden


def test_what_is_hidden_comes_back_into_a_layer_that_was_changed_meanwhile() -> None:
    layer, hidden = half_hidden()
    remark = layer.fields().field("source")
    remark.setName("remark")
    layer.dataProvider().addAttributes([remark])
    layer.dataProvider().deleteAttributes([layer.fields().indexOf("question")])
    layer.updateFields()
    by_hand = QgsFeature(layer.fields())
    by_hand.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 0, 1, 1)))
    layer.dataProvider().addFeatures([by_hand])
    layer.dataProvider().deleteFeatures(hits.features_by_rank(layer, [2]))
    hits.filter_by_score(layer, 0.85, hidden)
    assert layer.featureCount() == 2, "the best hit, and what no score hides"
    hits.filter_by_score(layer, None, hidden)
    assert [hit.rank for hit in hits.result_of(layer).hits] == [1, 3, 4, 5, 6]
    last = next(layer.getFeatures('"rank" = 6'))
    assert last["source"] == some_hits().hits[-1].source
    assert last.fields().names() == layer.fields().names()


def test_a_field_of_another_type_costs_its_value_and_no_hit() -> None:
    layer, hidden = half_hidden()
    number = layer.fields().field("rank")
    number.setName("source")
    layer.dataProvider().deleteAttributes([layer.fields().indexOf("source")])
    layer.dataProvider().addAttributes([number])
    layer.updateFields()
    hits.filter_by_score(layer, None, hidden)
    assert layer.featureCount() == 6
    assert hidden == []
    assert next(layer.getFeatures('"rank" = 6'))["tile_id"] == some_hits().hits[-1].tile_id


def test_a_filter_of_the_users_own_hides_no_hit_for_ever() -> None:
    layer, hidden = half_hidden()
    layer.setSubsetString('"rank" <= 2')
    hits.filter_by_score(layer, None, hidden)
    assert layer.featureCount() == 6


def test_a_layer_that_is_being_edited_hides_nothing_and_gets_back_what_is_hidden() -> None:
    layer = hits.make_hits_layer(some_hits(), "hits")
    hidden: list[QgsFeature] = []
    layer.startEditing()
    hits.filter_by_score(layer, 0.65, hidden)
    assert layer.featureCount() == 6
    layer.commitChanges()
    hits.filter_by_score(layer, 0.65, hidden)
    assert layer.featureCount() == 3
    layer.startEditing()
    layer.deleteFeatures(hits.features_by_rank(layer, [2]))
    hits.filter_by_score(layer, None, hidden)
    layer.commitChanges()
    assert [hit.rank for hit in hits.result_of(layer).hits] == [1, 3, 4, 5, 6]


def test_an_answer_is_read_back_from_its_layer() -> None:
    result = some_hits()
    layer = hits.make_hits_layer(result, "hits", asked())
    again = hits.result_of(layer)
    assert again.hits == result.hits
    assert again.understood == result.understood
    assert again.default_min_score == result.default_min_score
    assert (again.searched, again.method) == (result.searched, result.method)


def test_a_layer_that_the_user_has_drawn_in_can_still_be_read() -> None:
    layer = hits.make_hits_layer(some_hits(), "hits")
    drawn_by_hand = QgsFeature(layer.fields())
    drawn_by_hand.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 0, 1, 1)))
    nothing = QgsFeature(layer.fields())
    layer.dataProvider().addFeatures([drawn_by_hand, nothing])
    assert len(hits.result_of(layer).hits) == 6


def test_ranks_and_features_find_each_other() -> None:
    layer = hits.make_hits_layer(some_hits(), "hits")
    layer.selectByIds(hits.features_by_rank(layer, [2, 5]))
    assert hits.ranks_of_selection(layer) == [2, 5]
    assert hits.features_by_rank(layer, []) == []
    drawn_by_hand = QgsFeature(layer.fields())
    drawn_by_hand.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 0, 1, 1)))
    layer.dataProvider().addFeatures([drawn_by_hand])
    layer.selectAll()
    assert hits.ranks_of_selection(layer) == [1, 2, 3, 4, 5, 6]
    assert hits.features_by_rank(layer, [2, 5]) == [2, 5]


def test_a_layer_that_an_earlier_version_kept_still_shows_its_hits() -> None:
    """It has no similarity, and of its question it knows the recording, not the filters."""
    layer = hits.make_hits_layer(some_hits(), "hits")
    layer.dataProvider().deleteAttributes([layer.fields().indexOf("similarity")])
    layer.updateFields()
    layer.removeCustomProperty("qgis_scrl/asked")
    for name, value in {
        "index": "/data/demo.scrl",
        "recording": "/questions/q.wav",
        "time": "2026-11-25T14:03:22",
        "like": "",
        "result": '{"default_min_score": 0.55, "searched": 1125, "method": "annoy", '
        '"understood": [{"text": "storage tanks", "score": 0.7}]}',
    }.items():
        layer.setCustomProperty(f"qgis_scrl/{name}", value)
    again = hits.result_of(layer)
    assert [hit.tile_id for hit in again.hits] == [hit.tile_id for hit in some_hits().hits]
    assert [hit.similarity for hit in again.hits] == [hit.score for hit in some_hits().hits]
    assert again.default_min_score == 0.55
    assert again.understood == (Phrase("storage tanks", 0.7),)
    was = hits.asked_of(layer)
    assert (was.index, was.asked_at) == ("/data/demo.scrl", "2026-11-25T14:03:22")
    assert was.query.parts == (), "to ask it elsewhere or of other years would not be the same"


@pytest.mark.parametrize("stored", ["", "{", "[]", '{"query": {}}', '{"query": {"parts": 3}}'])
def test_broken_properties_leave_the_hits(stored: str) -> None:
    layer = hits.make_hits_layer(some_hits(), "hits", asked())
    layer.setCustomProperty("qgis_scrl/asked", stored)
    layer.setCustomProperty("qgis_scrl/result", stored)
    assert hits.result_of(layer).hits == some_hits().hits
    assert hits.asked_of(layer).query.parts == ()


# --- the group -------------------------------------------------------------------------------------


def test_clearing_leaves_kept_layers_and_the_users_own(project: QgsProject, tmp_path: Path) -> None:
    own = QgsVectorLayer("Point?crs=EPSG:4326", "mine", "memory")
    project.addMapLayer(own)
    kept = hits.make_hits_layer(some_hits(), "kept", asked())
    temporary = hits.make_hits_layer(some_hits(), "temporary", asked())
    for layer in (kept, temporary):
        group.add_layer(project, layer)
    file = tmp_path / "demo hits.gpkg"
    task = group.write_task(kept, file, "kept")
    assert task.run()
    assert group.turn_into_kept(kept, file, "kept")
    assert group.clear(project) == 1
    assert {layer.name() for layer in project.mapLayers().values()} == {"mine", "kept"}
    assert group.clear(project, kept_too=True) == 1
    assert group.find_group(project) is None
    assert file.exists()


def test_the_group_is_found_whatever_it_is_called(project: QgsProject, tmp_path: Path) -> None:
    """Its name is in the language of whoever made the project, or the user's own."""
    made = group.voice_search_group(project)
    made.setName("Sprachsuche")
    project.layerTreeRoot().insertGroup(0, "Voice search")
    project.write(str(tmp_path / "saved.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "saved.qgz"))
    assert group.voice_search_group(project).name() == "Sprachsuche"
    assert len(project.layerTreeRoot().findGroups(True)) == 2


def test_the_group_of_an_earlier_version_is_found_by_its_name(project: QgsProject) -> None:
    old = project.layerTreeRoot().insertGroup(0, "Voice search")
    assert group.find_group(project) == old
    assert group.voice_search_group(project) == old


def test_a_group_inside_another_is_found_and_cleared(project: QgsProject) -> None:
    layer = hits.make_hits_layer(some_hits(), "hits", asked())
    group.add_layer(project, layer)
    made = group.voice_search_group(project)
    outer = project.layerTreeRoot().addGroup("mine")
    outer.addChildNode(made.clone())
    project.layerTreeRoot().removeChildNode(made)
    assert group.voice_search_group(project).parent() == outer
    group.clear(project)
    assert group.find_group(project) is None
    assert outer.parent() == project.layerTreeRoot()


def test_a_kept_layer_comes_back_with_the_project(project: QgsProject, tmp_path: Path) -> None:
    result = some_hits()
    layer = hits.make_hits_layer(result, "Tanks at the river", asked(tmp_path / "demo.scrl"))
    group.add_layer(project, layer)
    file = hits.kept_file(tmp_path / "demo.scrl")
    assert group.is_temporary(layer)
    assert group.write_task(layer, file, "first").run()
    assert group.turn_into_kept(layer, file, "first")
    assert not group.is_temporary(layer)
    # A second question goes into the same file and leaves the first alone.
    other = hits.make_hits_layer(some_hits(count=2), "other", asked())
    assert group.write_task(other, file, "second").run()
    path = str(tmp_path / "saved.qgz")
    assert project.write(path)
    project.clear()
    assert project.read(path)
    (again,) = group.hits_layers(project)
    assert again.name() == "Tanks at the river"
    assert again.featureCount() == 6
    assert isinstance(again.renderer(), QgsGraduatedSymbolRenderer)
    assert hits.result_of(again).hits == result.hits
    assert hits.asked_of(again) == asked(tmp_path / "demo.scrl")


def test_a_file_that_cannot_be_opened_leaves_the_layer_as_it_was(tmp_path: Path) -> None:
    layer = hits.make_hits_layer(some_hits(), "hits", asked())
    (tmp_path / "broken.gpkg").write_text("no database")
    assert not group.turn_into_kept(layer, tmp_path / "broken.gpkg", "hits")
    assert layer.featureCount() == 6


def test_kept_hits_whose_file_is_gone_are_left_alone(project: QgsProject, tmp_path: Path) -> None:
    """QGIS itself would crash if such a layer were given another filter."""
    layer = hits.make_hits_layer(some_hits(), "hits", asked())
    project.addMapLayer(layer)
    file = tmp_path / "hits.gpkg"
    assert group.write_task(layer, file, "hits").run()
    assert group.turn_into_kept(layer, file, "hits")
    hits.filter_by_score(layer, 0.65, [])
    assert layer.featureCount() == 3
    assert len(hits.result_of(layer).hits) == 6
    assert layer.featureCount() == 3, "the filter is as it was"
    file.unlink()
    hits.filter_by_score(layer, 0.85, [])
    hits.filter_by_score(layer, None, [])
    assert "0.64" in layer.subsetString()
    assert len(hits.result_of(layer).hits) <= 3


def test_a_layer_without_ranks_is_no_answer() -> None:
    layer = hits.make_hits_layer(some_hits(), "hits", asked())
    layer.dataProvider().deleteAttributes([layer.fields().indexOf("rank")])
    layer.updateFields()
    layer.selectAll()
    assert hits.result_of(layer).hits == ()
    assert hits.ranks_of_selection(layer) == []
    assert hits.features_by_rank(layer, [1]) == []


def test_only_one_question_is_seen_at_a_time(project: QgsProject) -> None:
    layers = [hits.make_hits_layer(some_hits(), f"q{n}", asked()) for n in range(3)]
    for layer in layers:
        group.add_layer(project, layer)
    group.hide_others(project, layers[1], asked())
    root = project.layerTreeRoot()
    assert [root.findLayer(layer.id()).isVisible() for layer in layers] == [False, True, False]


# --- areas -----------------------------------------------------------------------------------------


@contextmanager
def no_area(code: str) -> Iterator[None]:
    """Expect a reason, by its code, with a sentence and a next step."""
    with pytest.raises(search_areas.NoArea) as failure:
        yield
    assert failure.value.code == code
    assert failure.value.sentence
    assert failure.value.next_step


def view_of(
    crs: QgsCoordinateReferenceSystem, extent: QgsRectangle, turned: float = 0
) -> QgsMapSettings:
    settings = QgsMapSettings()
    settings.setDestinationCrs(crs)
    settings.setOutputSize(QSize(400, 400))
    settings.setExtent(extent)
    settings.setRotation(turned)
    return settings


def as_geometry(area: dict[str, object]) -> QgsGeometry:
    assert area["type"] in ("Polygon", "MultiPolygon")
    polygons = area["coordinates"] if area["type"] == "MultiPolygon" else [area["coordinates"]]
    assert isinstance(polygons, list)
    return QgsGeometry.fromMultiPolygonXY(
        [[[QgsPointXY(*point[:2]) for point in ring] for ring in rings] for rings in polygons]
    )


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("turned", [0, 35])
def test_the_map_view_becomes_an_area(name: str, turned: float, project: QgsProject) -> None:
    crs_text, lon, lat = PLACES[name]
    crs = in_crs(crs_text)
    centre = QgsCoordinateTransform(search_areas.wgs84(), crs, project).transform(
        QgsPointXY(lon, lat)
    )
    half = 0.01 if crs.isGeographic() else 1000
    extent = QgsRectangle(
        centre.x() - half, centre.y() - half, centre.x() + half, centre.y() + half
    )
    area = as_geometry(search_areas.view_area(view_of(crs, extent, turned), project))
    assert area.isGeosValid()
    assert area.contains(QgsGeometry.fromPointXY(QgsPointXY(lon, lat)))
    box = area.boundingBox()
    assert box.width() < 0.1
    assert box.height() < 0.1


def test_a_view_of_the_whole_world_stays_on_the_globe(project: QgsProject) -> None:
    view = view_of(in_crs("EPSG:4326"), QgsRectangle(-500, -300, 500, 300))
    box = as_geometry(search_areas.view_area(view, project)).boundingBox()
    assert box.xMinimum() >= -180
    assert box.yMaximum() <= 90


@pytest.mark.parametrize("crs", ["EPSG:3832", "EPSG:3460", "EPSG:4326"])
def test_a_view_across_the_180th_meridian_is_as_narrow_as_it_looks(
    crs: str, project: QgsProject
) -> None:
    """Of Fiji. The engine knows longitudes beyond 180; points at -179 would span the whole globe."""
    if crs == "EPSG:4326":
        extent = QgsRectangle(178, -18, 182, -15)
    else:
        there = QgsCoordinateTransform(search_areas.wgs84(), in_crs(crs), project)
        west, east = (there.transform(QgsPointXY(lon, -17)) for lon in (178, -178))
        extent = QgsRectangle(west.x(), west.y() - 150_000, east.x(), west.y() + 150_000)
    area = as_geometry(search_areas.view_area(view_of(in_crs(crs), extent), project))
    assert area.isGeosValid()
    box = area.boundingBox()
    assert 177 < box.xMinimum() < 179
    assert 181 < box.xMaximum() < 183


def test_polygons_across_the_180th_meridian_stay_whole(project: QgsProject) -> None:
    there = QgsCoordinateTransform(search_areas.wgs84(), in_crs("EPSG:3832"), project)
    shape = QgsGeometry.fromWkt(
        "POLYGON Z((178 -18 5, 182 -18 5, 182 -15 5, 178 -15 5, 178 -18 5))"
    )
    shape.transform(there)
    area = read_all(
        search_areas.AreaReader(polygons("Fiji", shape.asWkt(), crs="EPSG:3832"), project)
    )
    box = area.boundingBox()
    assert 177 < box.xMinimum() < 179
    assert 181 < box.xMaximum() < 183


def test_a_view_that_is_nowhere_says_what_to_do(project: QgsProject) -> None:
    # The globe seen from space: the corners of the view are beside it.
    ball = in_crs("+proj=ortho +lat_0=40 +lon_0=10 +datum=WGS84")
    view = view_of(ball, QgsRectangle(-1e7, -1e7, 1e7, 1e7))
    with no_area("beyond-crs"):
        search_areas.view_area(view, project)
    with no_area("no-project-crs"):
        search_areas.view_area(
            view_of(QgsCoordinateReferenceSystem(), QgsRectangle(0, 0, 1, 1)), project
        )


SQUARE = "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))"
OTHER = "POLYGON((5 5, 6 5, 6 6, 5 6, 5 5))"


def read_all(reader: search_areas.AreaReader) -> QgsGeometry:
    while not reader.read(1):
        pass
    return as_geometry(reader.area())


def test_a_polygon_layer_becomes_an_area(project: QgsProject) -> None:
    layer = polygons("parks", SQUARE, OTHER)
    assert read_all(search_areas.AreaReader(layer, project)).area() == pytest.approx(2)


def test_only_the_selected_polygons_count(project: QgsProject) -> None:
    layer = polygons("parks", SQUARE, OTHER)
    project.addMapLayer(layer)
    layer.selectByIds([2])
    chosen = search_areas.selected_features(project, None)
    assert chosen is layer
    area = read_all(search_areas.AreaReader(layer, project, selected_only=True))
    assert area.boundingBox().xMinimum() == pytest.approx(5)


def test_a_selection_that_is_not_clear_says_what_to_do(project: QgsProject) -> None:
    with no_area("no-selection"):
        search_areas.selected_features(project, None)
    first, second = polygons("parks", SQUARE), polygons("lakes", OTHER)
    for layer in (first, second):
        project.addMapLayer(layer)
        layer.selectAll()
    with no_area("several-selections"):
        search_areas.selected_features(project, None)
    assert search_areas.selected_features(project, second) is second


def test_hits_are_no_selection_unless_their_layer_is_active(project: QgsProject) -> None:
    layer = hits.make_hits_layer(some_hits(), "hits", asked())
    group.add_layer(project, layer)
    layer.selectByIds([1])
    with no_area("no-selection"):
        search_areas.selected_features(project, None)
    assert search_areas.selected_features(project, layer) is layer


def test_layers_without_polygons_or_crs_say_what_to_do(project: QgsProject) -> None:
    with no_area("not-polygons"):
        search_areas.AreaReader(QgsVectorLayer("Point?crs=EPSG:4326", "points", "memory"), project)
    nowhere = polygons("nowhere", SQUARE)
    nowhere.setCrs(QgsCoordinateReferenceSystem())
    with no_area("no-layer-crs"):
        search_areas.AreaReader(nowhere, project)
    reader = search_areas.AreaReader(polygons("empty"), project)
    assert reader.read(10)
    with no_area("no-polygons"):
        reader.area()


# --- rasters ---------------------------------------------------------------------------------------


def make_raster(
    path: str, driver: str = "GTiff", bands: int = 3, kind: int = gdal.GDT_Byte, values: Any = None
) -> str:
    raster = gdal.GetDriverByName(driver).Create(path, 8, 8, bands, kind)
    raster.SetGeoTransform((500_000, 1, 0, 5_000_000, 0, -1))
    raster.SetProjection(in_crs("EPSG:32632").toWkt())
    if values is not None:
        raster.WriteArray(values)
    raster.FlushCache()
    return path


def test_a_local_raster_can_be_used(tmp_path: Path) -> None:
    path = make_raster(str(tmp_path / "scene of today.tif"))
    choice = raster_choice(QgsRasterLayer(path, "Today"))
    assert choice.usable
    assert choice.path == path
    assert choice.crs == "EPSG:32632"


def test_a_file_named_from_the_working_folder_is_found_by_the_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_raster(str(tmp_path / "scene.tif"))
    monkeypatch.chdir(tmp_path)
    assert raster_choice(QgsRasterLayer("scene.tif", "Here")).path == path


def test_of_an_archive_the_raster_is_told_that_is_shown(tmp_path: Path) -> None:
    scene = make_raster(str(tmp_path / "scene.tif"))
    with zipfile.ZipFile(tmp_path / "scenes.zip", "w") as archive:
        for name in ("first.tif", "second.tif"):
            archive.write(scene, name)
    source = f"/vsizip/{tmp_path}/scenes.zip/second.tif"
    choice = raster_choice(QgsRasterLayer(source, "Second"))
    assert choice.usable
    assert choice.path == source


def stretched(low: float, high: float) -> QgsContrastEnhancement:
    contrast = QgsContrastEnhancement(Qgis.DataType.UInt16)
    kinds = QgsContrastEnhancement.ContrastEnhancementAlgorithm
    contrast.setContrastEnhancementAlgorithm(kinds.StretchToMinimumMaximum)
    contrast.setMinimumValue(low)
    contrast.setMaximumValue(high)
    return contrast


def test_bands_and_contrast_are_those_that_the_layer_shows(tmp_path: Path) -> None:
    path = make_raster(str(tmp_path / "stack.tif"), bands=4, kind=gdal.GDT_UInt16)
    layer = QgsRasterLayer(path, "Stack")
    renderer = QgsMultiBandColorRenderer(layer.dataProvider(), 4, 3, 2)
    renderer.setRedContrastEnhancement(stretched(10, 900))
    renderer.setGreenContrastEnhancement(stretched(20, 800))
    renderer.setBlueContrastEnhancement(stretched(30, 700))
    layer.setRenderer(renderer)
    assert raster_choice(layer).options == ()
    (shown,) = raster_choice(layer).shown
    assert (shown.source, shown.crs, shown.bands) == (path, None, (4, 3, 2))
    assert shown.stretch == ((10, 900), (20, 800), (30, 700))
    # A CRS that the user has assigned is told with them.
    layer.setCrs(in_crs("EPSG:32633"))
    (shown,) = raster_choice(layer).shown
    assert (shown.crs, shown.bands) == ("EPSG:32633", (4, 3, 2))
    # One band without contrast: these are no bytes, so that nobody can say what its black is.
    renderer = layer.renderer().clone()
    renderer.setBlueContrastEnhancement(QgsContrastEnhancement(Qgis.DataType.UInt16))
    layer.setRenderer(renderer)
    assert raster_choice(layer).shown[0].stretch is None
    layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), 4, 3, -1))
    assert raster_choice(layer).shown == raster_choice(layer).options


def test_a_grey_band_is_told_and_other_symbologies_are_not(tmp_path: Path) -> None:
    path = make_raster(str(tmp_path / "grey.tif"), bands=2)
    layer = QgsRasterLayer(path, "Grey")
    grey = QgsSingleBandGrayRenderer(layer.dataProvider(), 2)
    layer.setRenderer(grey)
    (shown,) = raster_choice(layer).shown
    assert (shown.bands, shown.stretch) == ((2,), None)
    grey = grey.clone()
    grey.setContrastEnhancement(stretched(5, 200))
    layer.setRenderer(grey)
    assert raster_choice(layer).shown[0].stretch == ((5, 200),)
    layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, None))
    assert raster_choice(layer).shown == ()


WITH_HDF4 = pytest.mark.skipif(
    gdal.GetDriverByName("HDF4Image") is None, reason="this GDAL has no driver for HDF4"
)


@WITH_HDF4
def test_what_only_qgis_reads_is_converted(tmp_path: Path) -> None:
    values = np.arange(192, dtype=np.uint8).reshape(3, 8, 8)
    source = make_raster(str(tmp_path / "scene.hdf"), "HDF4Image", values=values)
    assert readable(source)
    assert not readable(str(tmp_path / "nothing.hdf"))
    (tmp_path / "scene.tif").write_bytes(b"precious")
    gone = str(tmp_path / "gone.hdf")
    task = ConversionTask([source, gone], tmp_path)
    assert task.run()
    assert task.written == {source: str(tmp_path / "scene (2).tif")}
    assert list(task.failures) == [gone]
    assert (tmp_path / "scene.tif").read_bytes() == b"precious"
    converted = gdal.Open(task.written[source])
    assert (converted.ReadAsArray() == values).all()
    assert converted.GetGeoTransform() == (500_000, 1, 0, 5_000_000, 0, -1)
    assert converted.GetMetadata("IMAGE_STRUCTURE")["LAYOUT"] == "COG"
    assert not list(tmp_path.glob("*.part"))


@WITH_HDF4
def test_a_cancelled_conversion_leaves_nothing(tmp_path: Path) -> None:
    source = make_raster(str(tmp_path / "scene.hdf"), "HDF4Image")
    task = ConversionTask([source], tmp_path)
    task.cancel()
    assert not task.run()
    assert (task.written, task.failures) == ({}, {})
    assert [file.name for file in tmp_path.iterdir()] == ["scene.hdf"]


def test_a_map_service_says_how_to_make_a_file_of_it(project: QgsProject) -> None:
    layer = QgsRasterLayer(
        "type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png&zmax=19&zmin=0", "Street map", "wms"
    )
    project.addMapLayer(layer)
    (choice,) = raster_choices(project)
    assert not choice.usable
    assert choice.reason.startswith("Street map ")
    assert choice.next_step
    assert choice.problem == f"{choice.reason} {choice.next_step}"


def test_a_raster_in_memory_says_so(qgis_app: object) -> None:
    path = make_raster("/vsimem/only_here.tif")
    choice = raster_choice(QgsRasterLayer(path, "Computed"))
    assert not choice.usable
    assert choice.reason.startswith("Computed ")
    assert choice.next_step
    gdal.Unlink(path)


def test_a_raster_whose_file_is_gone_says_so(tmp_path: Path) -> None:
    choice = raster_choice(QgsRasterLayer(str(tmp_path / "gone.tif"), "Gone"))
    assert not choice.usable
    assert choice.problem == choice.reason
    assert choice.reason.startswith("Gone ")
