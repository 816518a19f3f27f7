"""Imagery of map services, downloaded through QGIS's own providers from a server on this machine that fails as it is told."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

import processing
from osgeo import gdal
from processing.gui.AlgorithmDialog import AlgorithmDialog
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsAuthManager,
    QgsAuthMethodConfig,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsBrowserGuiModel
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QApplication

from qgis_scrl.dock.dialogs.new_index_dialog import NewIndexDialog
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.processing.provider import ScrlProvider
from qgis_scrl.services import fetching
from qgis_scrl.services.download import LEDGER, CannotDownload, Download, Report
from qgis_scrl.services.service import Block, grid_of, identity_of, terms_of
from tests.support.desk import Desk
from tests.support.events import Heartbeat, wait_until
from tests.support.paths import ROOT, SCENE

KINDS = ("xyz", "wms", "wmts")
#: How often QGIS asks at most for a tile that fails: newer ones repeat the request at once, until they are cancelled.
ASKED = 1 if Qgis.QGIS_VERSION_INT < 32600 else 4
WEB = QgsCoordinateReferenceSystem("EPSG:3857")
#: Zoom level 16 has pixels of 2.389 units, here about 1.6 m.
RESOLUTION_M = 1.65
TILE = 256 * 2.388657133911758
WORLD = 20037508.342789244


class Server:
    """The server's process, and layers of it."""

    def __init__(self, port: str) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self._layers = 0

    def layer(self, kind: str, habit: str = "well", more: str = "") -> QgsRasterLayer:
        # Another address for each layer: QGIS keeps tiles in memory.
        self._layers += 1
        here = f"{self.address}/{habit}/{self._layers}"
        uri = {
            "xyz": f"type=xyz&url={here}/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmin=0&zmax=17",
            "wms": f"crs=EPSG:3857&format=image/png&layers=scene&styles&url={here}/wms",
            "wmts": "crs=EPSG:3857&format=image/png&layers=scene&styles=default&tileMatrixSet=web&"
            f"url={here}/wmts?SERVICE%3DWMTS%26REQUEST%3DGetCapabilities",
        }[kind]
        layer = QgsRasterLayer(uri + more, f"{kind} {habit}", "wms")
        assert layer.isValid()
        self.log()
        return layer

    def log(self) -> list[dict[str, Any]]:
        """Return the requests that have come since it was asked last."""
        with urllib.request.urlopen(f"{self.address}/log", timeout=60) as answer:  # noqa: S310
            return [json.loads(line) for line in answer.read().decode().splitlines()]


@pytest.fixture(scope="module")
def server(qgis_app: QgsApplication) -> Iterator[Server]:
    python = str(ROOT / ".venv" / "bin" / "python")
    command = [python, "-m", "tests.support.map_server", str(SCENE)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield Server(process.stdout.readline().strip())
    finally:
        process.kill()
        process.wait()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_FIRST_PAUSE_S", 0.02)


def middle() -> QgsRectangle:
    """Return the tile in the middle of the scene."""
    scene = QgsRasterLayer(str(SCENE), "scene")
    project = QgsProject.instance()
    box = QgsCoordinateTransform(scene.crs(), WEB, project).transformBoundingBox(scene.extent())
    column = (box.center().x() + WORLD) // TILE
    row = (WORLD - box.center().y()) // TILE
    left, top = column * TILE - WORLD, WORLD - row * TILE
    return QgsRectangle(left, top - TILE, left + TILE, top)


def one_tile() -> QgsRectangle:
    return middle().buffered(-50)


def nine_tiles() -> QgsRectangle:
    return middle().buffered(50)


def download(
    layer: QgsRasterLayer, folder: Path, area: QgsRectangle, said: list[str] | None = None
) -> Report:
    made = Download(layer, grid_of(layer, area, RESOLUTION_M), folder, rate=500)
    return made.run(said=(said if said is not None else list[str]()).append)


def ledger(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
    return found


def difference(raster: str, shift: int = 0) -> float:
    """Return how far the colours in the middle of a raster are from those of the scene, per pixel."""
    found = gdal.Open(raster)
    west, pixel, _, north, _, _ = found.GetGeoTransform()
    box = one_tile().buffered(-40)
    left, top = int((box.xMinimum() - west) / pixel), int((north - box.yMaximum()) / pixel)
    side = int(box.width() / pixel)
    corner = west + (left + shift) * pixel, north - top * pixel
    bounds = (corner[0], corner[1] - side * pixel, corner[0] + side * pixel, corner[1])
    true = gdal.Warp(
        "",
        str(SCENE),
        format="MEM",
        dstSRS="EPSG:3857",
        outputBounds=bounds,
        width=side,
        height=side,
    )
    seen = found.GetRasterBand(2).ReadRaster(left, top, side, side)
    pairs = zip(seen, true.GetRasterBand(2).ReadRaster(), strict=True)
    return sum(abs(one - other) for one, other in pairs) / side**2


@pytest.mark.parametrize("kind", KINDS)
def test_imagery_arrives_whole_and_in_its_place(server: Server, tmp_path: Path, kind: str) -> None:
    layer = server.layer(kind)
    grid = grid_of(layer, nine_tiles(), RESOLUTION_M)
    report = download(layer, tmp_path / "city imagery", nine_tiles())
    asked = server.log()
    assert report.raster == str(tmp_path / "city imagery" / "city imagery.vrt")
    assert not report.left_out
    assert not report.stopped
    # Each tile once, and as many as were announced.
    assert len(asked) == report.requests == grid.requests == len({one["path"] for one in asked})
    assert all("QGIS" in one["agent"] for one in asked)
    exact, *shifted = (difference(report.raster, shift) for shift in (0, -3, 3))
    assert exact < 12
    assert all(value > 1.2 * exact for value in shifted)
    found = gdal.Open(report.raster)
    assert found.RasterCount == 4
    corner = found.GetRasterBand(4).ReadRaster(0, 0, 1, 1)
    assert corner == (b"\xff" if kind == "wms" else b"\x00"), (
        "nothing was asked for outside of the area"
    )
    told = ledger(tmp_path / "city imagery")
    assert told["ground_resolution_m"] == pytest.approx(1.6, abs=0.1)
    assert told["service"]["address"].startswith(server.address)
    assert set(told["blocks"].values()) == {"done"}
    # Again: nothing is asked for, and the raster stays as it is.
    before = Path(report.raster).stat().st_mtime_ns
    again = download(layer, tmp_path / "city imagery", nine_tiles())
    assert (again.kept, again.requests, server.log()) == (report.done, 0, [])
    assert Path(again.raster).stat().st_mtime_ns == before


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("habit", ["busy", "overloaded", "half"])
def test_what_fails_at_first_is_asked_for_again(
    server: Server, tmp_path: Path, kind: str, habit: str
) -> None:
    layer = server.layer(kind, habit)
    report = download(layer, tmp_path / "city", one_tile())
    first, *_, second = server.log()
    assert report.done == 1
    assert not report.left_out
    assert difference(report.raster) < 12
    # Retry-After: 1
    repeated_by_qgis = ASKED > 1 and kind != "wms"
    assert second["at"] - first["at"] > (1.0 if habit == "busy" and not repeated_by_qgis else 0.0)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("habit", "why"),
    [
        ("down", "503"),
        ("always-busy", "429"),
        ("wordy", "not an image"),
        ("half-jpeg", "incomplete"),
    ],
)
def test_what_cannot_be_had_whole_is_left_out(
    server: Server, tmp_path: Path, kind: str, habit: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A WMS gives the whole picture the second time; of tiles, QGIS keeps the half one, unless it is cancelled.
    whole_next_time = habit == "half-jpeg" and (kind == "wms" or ASKED > 1)
    monkeypatch.setattr(fetching, "TRIES", 1 if whole_next_time else 2)
    layer = server.layer(kind, habit)
    said: list[str] = []
    report = download(layer, tmp_path / "city", one_tile(), said)
    assert (report.done, report.raster) == (0, "")
    (reason,) = report.left_out.values()
    assert why in reason
    assert reason in said[0]
    assert len(server.log()) <= ASKED * fetching.TRIES
    assert [file.name for file in (tmp_path / "city").iterdir()] == [LEDGER]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("habit", ["well", "down"])
def test_replies_are_looked_at_in_another_thread(
    server: Server, tmp_path: Path, kind: str, habit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Processing runs it."""
    monkeypatch.setattr(fetching, "TRIES", 1)
    layer = server.layer(kind, habit)
    grid = grid_of(layer, one_tile(), RESOLUTION_M)
    work = Download(layer, grid, tmp_path / "city", rate=100)
    reports: list[Report] = []
    thread = threading.Thread(target=lambda: reports.append(work.run()))
    thread.start()
    wait_until(lambda: not thread.is_alive(), 60, "the download")
    (report,) = reports
    assert report.requests == 1
    assert report.done == (habit == "well")
    assert ["503" in reason for reason in report.left_out.values()] == [True] * (habit == "down")
    wait_until(lambda: not fetching._listeners, 10, "letting go")


def test_a_service_that_asks_for_a_long_pause_is_left_alone(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LONGEST_PAUSE_S", 0.5)
    report = download(server.layer("xyz", "busy"), tmp_path / "city", nine_tiles())
    assert "pause" in report.stopped
    assert len(server.log()) <= ASKED


@pytest.mark.parametrize("kind", KINDS)
def test_an_expired_token_stops_the_download_and_a_new_one_goes_on(
    server: Server, tmp_path: Path, auth_manager: QgsAuthManager, kind: str
) -> None:
    layer = server.layer(kind, "expired")
    report = download(layer, tmp_path / "city", nine_tiles())
    assert "token" in report.stopped
    assert len(server.log()) <= ASKED
    # The same address with another token: that is the same service.
    with_token = QgsRasterLayer(layer.source().replace(".png", ".png?token%3Dgood"), "x", "wms")
    if kind == "xyz":
        assert identity_of(with_token) == identity_of(layer)
    configuration = QgsAuthMethodConfig("Basic")
    configuration.setName("token")
    configuration.setConfig("username", "analyst")
    configuration.setConfig("password", "good")
    assert auth_manager.storeAuthenticationConfig(configuration)
    signed_in = QgsRasterLayer(layer.source() + f"&authcfg={configuration.id()}", "x", "wms")
    server.log()
    report = download(signed_in, tmp_path / "city", nine_tiles())
    assert {one["token"] for one in server.log()} != {""}
    assert report.done > 0
    assert not report.left_out


def test_tiles_that_do_not_exist_are_empty(server: Server, tmp_path: Path) -> None:
    layer = server.layer("xyz", "missing")
    report = download(layer, tmp_path / "city", nine_tiles())
    assert report.done > 0
    assert not report.left_out
    found = gdal.Open(report.raster)
    alpha = found.GetRasterBand(4).ReadRaster()
    assert 0 < sum(map(bool, alpha)) < 9 * 256 * 256
    # Nothing at all, far from the scene.
    away = QgsRectangle(0, 0, 100, 100)
    report = download(server.layer("xyz"), tmp_path / "sea", away)
    assert report.empty > 0
    assert (report.done, report.raster, report.left_out) == (0, "", {})


def test_a_service_that_is_down_is_not_asked_for_every_block(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "TRIES", 1)
    layer = server.layer("xyz", "down")
    report = download(layer, tmp_path / "city", middle().buffered(12 * TILE))
    assert "503" in report.stopped
    assert len(report.left_out) == 5
    assert len(server.log()) <= ASKED * 5


def test_requests_come_one_at_a_time_and_not_too_fast(server: Server, tmp_path: Path) -> None:
    layer = server.layer("xyz")
    grid = grid_of(layer, nine_tiles(), RESOLUTION_M)
    Download(layer, grid, tmp_path / "city", rate=10).run()
    times = [one["at"] for one in server.log()]
    assert len(times) == 9
    # Ten a second: eight gaps of a tenth.
    assert times[-1] - times[0] > 0.75


def test_a_folder_of_something_else_is_not_touched(server: Server, tmp_path: Path) -> None:
    layer = server.layer("xyz")
    (tmp_path / "photo.jpg").write_text("mine")
    with pytest.raises(CannotDownload, match="other files"):
        download(layer, tmp_path, one_tile())
    download(layer, tmp_path / "city", one_tile())
    with pytest.raises(CannotDownload, match="another service"):
        download(layer, tmp_path / "city", nine_tiles())
    with pytest.raises(CannotDownload, match="another service"):
        download(server.layer("xyz"), tmp_path / "city", one_tile())
    (tmp_path / "city" / LEDGER).write_text("{")
    with pytest.raises(CannotDownload):
        download(layer, tmp_path / "city", one_tile())
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(CannotDownload, match="Choose another folder"):
        download(layer, tmp_path / "taken" / "city", one_tile())


def test_a_block_that_was_deleted_comes_again(server: Server, tmp_path: Path) -> None:
    layer = server.layer("wms")
    report = download(layer, tmp_path / "city", one_tile())
    (file, *_) = (tmp_path / "city").glob("*.tif")
    file.unlink()
    again = download(layer, tmp_path / "city", one_tile())
    assert file.exists()
    assert (again.done, again.kept) == (report.done, report.done - 1)


def test_the_ground_resolution_is_that_on_the_ground(server: Server) -> None:
    layer = server.layer("xyz")
    near_the_equator, far_north = (QgsRectangle(0, y, 1000, y + 1000) for y in (0, 8_399_737))
    # 60 degrees north: half as large.
    assert grid_of(layer, near_the_equator, 2.4).pixel == pytest.approx(2.3887, abs=1e-3)
    assert grid_of(layer, far_north, 2.4).pixel == pytest.approx(4.7773, abs=1e-3)
    assert grid_of(layer, far_north, 2.4).ground_resolution_m == pytest.approx(2.39, abs=0.02)
    # Never finer than the service: level 17.
    assert grid_of(layer, near_the_equator, 0.1).ground_resolution_m == pytest.approx(
        1.19, abs=0.02
    )
    assert grid_of(server.layer("wms"), far_north, 3.0).pixel == pytest.approx(6.0, abs=0.03)
    grid = grid_of(layer, nine_tiles(), RESOLUTION_M)
    assert grid.requests == 9
    assert sum(len(list(grid.pieces_of(block))) for block in grid.blocks()) == 9
    assert grid.block_count == len(list(grid.blocks()))
    assert Block(3, -2).name == "column 3 row -2"


def test_terms_are_those_of_the_service(server: Server) -> None:
    stated = str(terms_of(server.layer("wms")))
    assert "Fees: free of charge" in stated
    assert "Access Constraints: Only for tests" in stated
    assert "Only for tests" in str(terms_of(server.layer("wmts")))
    layer = server.layer("xyz")
    assert str(terms_of(layer)) == "The service states no terms: ask its owner."
    metadata = layer.metadata()
    metadata.setRights(["© the mapmaker"])
    layer.setMetadata(metadata)
    assert str(terms_of(layer)) == "© the mapmaker"
    public = QgsRasterLayer(
        "type=xyz&url=https://tile.openstreetmap.org/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=19",
        "OSM",
        "wms",
    )
    assert terms_of(public).owner == "OpenStreetMap"
    assert "forbid bulk download" in str(terms_of(public))


# --- through Processing -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def provider(qgis_app: QgsApplication, qgis_processing: None) -> Iterator[ScrlProvider]:
    made = ScrlProvider()
    assert QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider("scrl")


@pytest.fixture
def in_project() -> Iterator[Any]:
    yield QgsProject.instance().addMapLayer
    QgsProject.instance().removeAllMapLayers()


def parameters(layer: QgsRasterLayer, folder: Path, **more: Any) -> dict[str, Any]:
    box = nine_tiles()
    extent = f"{box.xMinimum()},{box.xMaximum()},{box.yMinimum()},{box.yMaximum()} [EPSG:3857]"
    return {
        "LAYER": layer, "EXTENT": extent, "RESOLUTION": RESOLUTION_M, "FOLDER": str(folder), "RATE": 50,
        "CONFIRMED": True, **more,
    }  # fmt: skip


def test_processing_says_first_what_it_would_do(
    provider: ScrlProvider, server: Server, in_project: Any, tmp_path: Path
) -> None:
    layer = in_project(server.layer("wms"))
    with pytest.raises(QgsProcessingException) as refused:
        processing.run("scrl:fetchservice", parameters(layer, tmp_path / "city", CONFIRMED=False))
    for part in ("1 request", "MB", "m per pixel", "Only for tests", "Nothing was downloaded"):
        assert part in str(refused.value)
    assert server.log() == []
    assert not (tmp_path / "city").exists()
    # Many are asked about once more.
    whole = parameters(
        layer, tmp_path / "city", EXTENT="-1e6,1e6,5e6,7e6 [EPSG:3857]", RESOLUTION=10
    )
    with pytest.raises(QgsProcessingException, match="a lot for one service"):
        processing.run("scrl:fetchservice", whole)
    assert server.log() == []
    scene = in_project(QgsRasterLayer(str(SCENE), "scene"))
    with pytest.raises(QgsProcessingException, match="Files can be indexed as they are"):
        processing.run("scrl:fetchservice", parameters(scene, tmp_path / "city"))


def test_processing_downloads_what_can_be_indexed(
    provider: ScrlProvider, server: Server, in_project: Any, tmp_path: Path
) -> None:
    layer = in_project(server.layer("xyz"))
    result = processing.run("scrl:fetchservice", parameters(layer, tmp_path / "city"))
    # Newer QGIS does not tell those from the ones for a map that shows the layer.
    assert result["REQUESTS"] == 9 or (result["REQUESTS"] > 9 and ASKED > 1)
    assert result["LEFT_OUT"] == 0
    built = processing.run(
        "scrl:buildindex",
        {"INPUTS": [result["RASTER"]], "GROUND_SIZES": "200", "INDEX": str(tmp_path / "city.scrl")},
    )
    # 1.22 km on a side: six tiles of 200 m, whatever block they lie in.
    assert built["TILES"] == 36
    assert built["LEFT_OUT"] == 0


def test_processing_names_what_is_missing(
    provider: ScrlProvider,
    server: Server,
    in_project: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fetching, "TRIES", 1)
    layer = in_project(server.layer("xyz", "half"))
    result = processing.run("scrl:fetchservice", parameters(layer, tmp_path / "city"))
    assert result["LEFT_OUT"] > 0
    expired = in_project(server.layer("xyz", "expired"))
    with pytest.raises(QgsProcessingException, match=r"token.*kept.*again"):
        processing.run("scrl:fetchservice", parameters(expired, tmp_path / "other"))


def test_it_can_be_cancelled_and_the_window_does_not_freeze(
    provider: ScrlProvider, server: Server, in_project: Any, tmp_path: Path
) -> None:
    layer = in_project(server.layer("xyz", "slow"))
    algorithm = QgsApplication.processingRegistry().algorithmById("scrl:fetchservice").create()
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    ended: list[tuple[bool, dict[str, Any]]] = []
    wanted = parameters(layer, tmp_path / "city")
    task = QgsProcessingAlgRunnerTask(algorithm, wanted, context, feedback)
    task.executed.connect(lambda well, results: ended.append((well, results)))
    heart = Heartbeat()
    QgsApplication.taskManager().addTask(task)
    wait_until((tmp_path / "city" / LEDGER).exists, 10)
    wait_until(lambda: bool(server.log()), 10)
    feedback.cancel()
    wait_until(lambda: bool(ended), 2)
    longest = heart.stop()
    QCoreApplication.processEvents()
    assert not list((tmp_path / "city").glob("*.tif"))
    assert longest < 0.5, "the log is read in this thread, nothing else is waited for"


# --- from the dock ----------------------------------------------------------------------------------


def test_the_new_index_dialog_leads_to_the_download(
    provider: ScrlProvider,
    server: Server,
    warm_engine: EngineClient,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = Desk(warm_engine)
    monkeypatch.setattr(type(desk.iface), "browserModel", QgsBrowserGuiModel, raising=False)
    for name, module in list(sys.modules.items()):
        if name.startswith("processing.") and hasattr(module, "iface"):
            monkeypatch.setattr(module, "iface", desk.iface)
    dialog = NewIndexDialog(desk.client, desk.settings, desk.project)
    assert dialog.download_button.isHidden()
    dialog.reject()
    layer = server.layer("wms")
    desk.project.addMapLayer(layer)
    desk.settings.index_folder = str(tmp_path)
    desk.dock.indexes.new_index()
    (dialog,) = (one for one in desk.dock.findChildren(NewIndexDialog) if one.isVisible())
    assert dialog.download_button.isVisible()
    assert dialog.download_button.toolTip()
    (row,) = (one for one in dialog._items() if layer.name() in one.text())
    assert "scrl:fetchservice" in row.toolTip()
    dialog.download_button.click()
    assert not dialog.isVisible()
    shown = (one for one in QApplication.topLevelWidgets() if isinstance(one, AlgorithmDialog))
    (download,) = (one for one in shown if one.isVisible())
    fields = download.mainWidget().wrappers
    assert fields["LAYER"].parameterValue() == layer.id()
    assert fields["FOLDER"].parameterValue() == str(tmp_path / "wms well imagery")
    raster = tmp_path / "city.vrt"
    gdal.Translate(str(raster), str(SCENE), format="VRT")
    download.algorithmFinished.emit(True, {"RASTER": str(raster)})
    download.reject()
    wait_until(
        lambda: any(
            str(raster) in one.inputs
            for one in desk.dock.findChildren(NewIndexDialog)
            if one.isVisible()
        ),
        10,
    )
    for one in desk.dock.findChildren(NewIndexDialog):
        one.reject()
    desk.clear()
