"""Reports of hits: an HTML page, from the dock and from Processing, and a print layout with a page for each."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateTransform,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsPrintLayout,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices, QImage
from qgis.PyQt.QtWidgets import QFileDialog

from qgis_scrl.contract import methods
from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.layers import hits, search_areas
from qgis_scrl.processing.provider import ScrlProvider
from qgis_scrl.settings import Settings
from tests.support.desk import Desk
from tests.support.events import wait_until

TANKS = "white storage tanks"


@pytest.fixture
def desk(warm_engine: EngineClient, demo_index: Path) -> Iterator[Desk]:
    """A desk on which a question has been answered."""
    Settings().hits = 6
    desk = Desk(warm_engine)
    desk.use(demo_index)
    desk.dock.asking.ask_text(TANKS)
    wait_until(lambda: desk.dock.state is not DockState.SEARCHING, 60, "an answer")
    desk.dock.results.least.setValue(0)
    yield desk
    desk.clear()
    for name in ("questions", "report pictures"):
        shutil.rmtree(Settings().data_folder / name, ignore_errors=True)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened in the browser."""
    found: list[str] = []

    def remember(url: QUrl) -> bool:
        found.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", remember)
    return found


def text_of(page: Path) -> str:
    """Return what a page says, without its pictures and style."""
    text = re.sub(r"(?s)<style>.*?</style>|data:image[^\"]*", "", page.read_text(encoding="utf-8"))
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())


def test_the_hits_that_are_shown_become_a_page(
    desk: Desk, opened: list[str], tmp_path: Path
) -> None:
    shown = desk.dock.results.shown_hits()
    assert len(shown) == 6
    desk.dock.labelling._on_answered(shown[:1], True)
    button, menu = desk.dock.results.report_button, desk.dock.results.report_menu
    assert button.isEnabled()
    menu.actions()[0].trigger()
    (dialog,) = desk.dock.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == f"{TANKS}.html"
    dialog.close()
    out = tmp_path / "tanks.html"
    desk.dock.reporting.write_page(str(out))
    assert desk.dock.state is DockState.SEARCHING
    wait_until(lambda: bool(opened), 60, "a report")
    assert opened == [str(out)]
    assert f"The report was saved to {out}." in desk.told
    assert desk.dock.state is DockState.RESULTS
    page = out.read_text(encoding="utf-8")
    assert page.count("<img ") == page.count('src="data:image/jpeg;base64,') == 6
    text = text_of(out)
    for words in (TANKS, "Voice index", "demo.scrl", "Model", "scrl-", "Tiles searched 225", "Places 6",
                  "typed “white storage tanks”", "(EPSG:32632)", "1 yes, 0 no", "2024-06-12"):  # fmt: skip
        assert words in text, words


def test_a_report_without_pictures_is_no_plain_success(
    desk: Desk, opened: list[str], tmp_path: Path
) -> None:
    told: list[tuple[str, int]] = []
    desk.dock.reporting.told.connect(lambda text, level: told.append((text, level)))
    for missing in (0, 1, 3):
        desk.dock.reporting._on_page(methods.WrittenReport(str(tmp_path / "r.html"), 6, missing))
    levels = [level for _text, level in told]
    assert levels == [
        Qgis.MessageLevel.Success,
        Qgis.MessageLevel.Warning,
        Qgis.MessageLevel.Warning,
    ]
    assert "1 place in the report has no picture" in told[1][0]
    assert "3 places in the report have no picture" in told[2][0]
    assert "Relocate…" in told[2][0]


def test_a_report_that_cannot_be_written_is_told_and_can_be_cancelled(
    desk: Desk, opened: list[str], tmp_path: Path
) -> None:
    desk.dock.reporting.write_page(str(tmp_path / "none" / "r.html"))
    wait_until(lambda: desk.dock.state is DockState.ERROR, 60, "a failure")
    assert desk.failure == "folder-not-writable"
    desk.dock.rest()
    desk.dock.reporting.write_page(str(tmp_path / "r.html"))
    desk.dock.cancel()
    assert desk.dock.state is DockState.RESULTS
    assert opened == []


def test_the_hits_become_a_layout_with_a_page_for_each(desk: Desk, tmp_path: Path) -> None:
    assert desk.project.write(str(tmp_path / "project.qgz"))
    desk.dock.results.report_menu.actions()[1].trigger()
    wait_until(lambda: desk.project.layoutManager().printLayouts(), 60, "a layout")
    (layout,) = desk.project.layoutManager().printLayouts()
    assert desk.iface.layouts[-1:] == [layout.name()] == [f"Report: {TANKS}"]
    assert desk.iface.previews[-1].isChecked()
    assert isinstance(layout, QgsPrintLayout)
    (folder,) = (tmp_path / "project report pictures").iterdir()
    assert len(list(folder.glob("*.png"))) == 6
    atlas = layout.atlas()
    atlas.beginRender()
    assert atlas.count() == 6
    assert atlas.first()
    result = desk.dock.answers.result
    assert result is not None
    found = result.hits
    items = layout.items()
    (map_item,) = [item for item in items if isinstance(item, QgsLayoutItemMap)]
    labels = [item.currentText() for item in items if isinstance(item, QgsLayoutItemLabel)]
    said = "\n".join(labels)
    assert TANKS in labels
    assert "Page 1 of 6" in labels
    assert f"Score: {round(100 * found[0].score)} %" in said
    assert "Date: 2024-06-12" in said
    (picture,) = [i for i in items if isinstance(i, QgsLayoutItemPicture) and i.id() == "picture"]
    place = hits.footprint_of(found[0])
    shown = map_item.extent()
    for rank, hit in enumerate(found, 1):
        picture.refreshPicture()
        assert Path(picture.evaluatedPath()) == folder / f"{hit.tile_id}.png", rank
        assert not picture.isMissingImage()
        atlas.next()
    assert map_item.extent() != shown, "the map follows"
    to_map = QgsCoordinateTransform(search_areas.wgs84(), map_item.crs(), desk.project)
    box = to_map.transformBoundingBox(place.boundingBox())
    assert shown.contains(box)
    assert 2 < shown.height() / box.height() < 4, "what lies around tells where it is"
    size = map_item.rect()
    assert (round(size.width()), round(size.height())) == (183, 155)
    atlas.endRender()
    atlas.first()
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 80
    image_file = os.environ.get("REPORT_PAGE", str(tmp_path / "page.png"))
    assert (
        QgsLayoutExporter(layout).exportToImage(image_file, settings)
        == QgsLayoutExporter.ExportResult.Success
    )
    image = QImage(image_file)
    assert image.width() > image.height()
    colours = {image.pixel(x, y) for x in range(60, 260, 10) for y in range(120, 340, 10)}
    assert len(colours) > 50, "the thumbnail is printed"
    # A second one has another name, and its own pictures.
    desk.dock.reporting.make_layout()
    wait_until(lambda: len(desk.project.layoutManager().printLayouts()) == 2, 60, "another")
    assert desk.iface.layouts[-1] == f"Report: {TANKS} (2)"


def test_what_was_typed_is_not_evaluated_in_a_layout(desk: Desk) -> None:
    from qgis_scrl.layers.report_layout import make_layout

    layer, asked = desk.dock.answers.layer, desk.dock.answers.asked_query
    assert layer is not None
    assert asked is not None
    nasty = "[% 1 + 1 %] 'tanks'"
    folder = Settings().data_folder / "it's" / "1"
    layout = make_layout(desk.project, layer, asked, nasty, folder)
    assert nasty in [
        item.currentText() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)
    ]
    layout.atlas().beginRender()
    layout.atlas().first()
    (picture,) = [
        i for i in layout.items() if isinstance(i, QgsLayoutItemPicture) and i.id() == "picture"
    ]
    picture.refreshPicture()
    assert Path(picture.evaluatedPath()).parent == folder


# --- Processing ------------------------------------------------------------------------------------


@pytest.fixture
def run(warm_engine: EngineClient) -> Iterator[object]:
    import processing

    provider = ScrlProvider(warm_engine)
    QgsApplication.processingRegistry().addProvider(provider)

    def call(name: str, **parameters: object) -> dict[str, object]:
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
        context.setProject(QgsProject.instance())
        return processing.run(f"scrl:{name}", parameters, context=context, feedback=feedback)

    yield call
    QgsApplication.processingRegistry().removeProvider(provider)


def test_a_layer_of_a_search_becomes_a_page_in_processing(
    run, demo_index: Path, tmp_path: Path
) -> None:
    found = run(
        "searchbytext",
        INDEX=str(demo_index),
        TEXT=TANKS,
        HITS=4,
        OUTPUT=str(tmp_path / "hits.gpkg"),
    )
    layer = QgsVectorLayer(str(found["OUTPUT"]), "hits", "ogr")
    out = tmp_path / "report.html"
    written = run("report", HITS=layer, CRS="EPSG:3857", OUTPUT=str(out))
    assert written["PLACES"] == 4
    with pytest.raises(QgsProcessingException, match="Add the layer to the project"):
        run("report", HITS=layer, LAYOUT=True, OUTPUT=str(out))
    text = text_of(out)
    assert text.startswith(TANKS)
    assert "(EPSG:3857)" in text
    assert out.read_text(encoding="utf-8").count("<img ") == 4
    layer.selectByExpression('"rank" = 2')
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    QgsProject.instance().addMapLayer(layer)
    written = run("report", HITS=selected, TITLE="Mine & <yours>", OUTPUT=str(out))
    assert written["PLACES"] == 1
    assert text_of(out).startswith("Mine &amp; &lt;yours&gt;")
    assert not QgsProject.instance().layoutManager().printLayouts()
    run("report", HITS=layer, TITLE="Mine", LAYOUT=True, OUTPUT=str(out))
    (layout,) = QgsProject.instance().layoutManager().printLayouts()
    assert layout.name() == "Report: Mine"
    assert len(list((tmp_path / "report pictures").glob("*.png"))) == 4
    QgsProject.instance().clear()


def test_a_layer_of_something_else_is_refused(run, tmp_path: Path) -> None:
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=rank:int", "fields", "memory")
    with pytest.raises(QgsProcessingException, match="no places that a search has found"):
        run("report", HITS=layer, OUTPUT=str(tmp_path / "r.html"))
