"""What the tests of ``test_qgis_desktop.py`` do inside a desktop QGIS: each function is one session.

They run in QGIS's own process, through ``tools.in_qgis``; what they assert reaches the test as it is.
"""

from __future__ import annotations

import importlib
import math
import os
import shutil
import signal
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import processing  # noqa: F401 - loaded, as in every desktop
import qgis.utils
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsSettings,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QShortcut

from tests.support.paths import BEACH, SCENE, TANKS
from tools.in_qgis import PLUGIN, Desktop
from tools.qgis_demo_script import ask, places_of

TANK_FARM = (9.295722, 48.30112)
# A rotated oblique Mercator over the scene: north is 30 degrees off.
ROTATED = "+proj=omerc +lat_0=48.3 +lonc=9.29 +alpha=30 +gamma=0 +datum=WGS84 +units=m +type=crs"
STARTED = 120


# --- from the microphone to the map ---------------------------------------------------------------


def voice_to_map(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Build through the dock, speak, and look at the pixels of the map."""
    QgsSettings().setValue("qgis_scrl/index_folder", task["folder"])
    desktop.open_raster(Path(task["raster"]), "imagery")
    started(desktop)
    built(desktop, Path(task["folder"]) / "voice.scrl", task["raster"], task["ground_sizes"])
    found = {}
    for name, recording in task["questions"].items():
        clear(desktop)
        before = map_pixels(desktop)
        ask(desktop, name, Path(recording), None)
        after = map_pixels(desktop)
        check_pixels(desktop, before, after)
        found[name] = [[hit.lon, hit.lat] for hit in hits(desktop)]
        layer = desktop.iface.activeLayer()
        assert layer.isTemporary()
        assert layer.renderer().type() == "graduatedSymbol"
        group = QgsProject.instance().layerTreeRoot().findGroup("Voice search")
        assert group.findLayer(layer.id()) is not None
    assert desktop.dock.results.result.method in ("annoy", "exact")
    assert desktop.dock.state.value == "results"
    return {"found": found, "method": desktop.dock.results.result.method}


def coordinate_systems(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Ask in projects of other coordinate systems, of the whole index and of the map's view."""
    canvas = desktop.iface.mapCanvas()
    desktop.open_raster(SCENE, "scene")
    started(desktop)
    index = Path(task["folder"]) / "crs.scrl"
    built(desktop, index, str(SCENE), [300.0])
    expected = None
    rotated = QgsCoordinateReferenceSystem.fromProj(ROTATED)
    assert rotated.isValid()
    systems = [QgsCoordinateReferenceSystem(code) for code in ("EPSG:4326", "EPSG:32733")]
    for crs in [*systems, rotated]:
        QgsProject.instance().setCrs(crs)
        canvas.zoomToFullExtent()
        clear(desktop)
        before = map_pixels(desktop)
        # From a file: through a microphone no two recordings are alike, and the places are what is looked at.
        ask_file(desktop, TANKS)
        answered(desktop)
        check_pixels(desktop, before, map_pixels(desktop))
        ranks = [hit.tile_id for hit in hits(desktop)]
        expected = expected or ranks
        assert ranks == expected
        distances = [desktop.dock.results.list.hits.distance(hit) for hit in hits(desktop)]
        assert all(metres is not None and 0 <= metres < 10_000 for metres in distances), distances
        # Only in view: a window around the tanks.
        centre = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem("EPSG:4326"), crs, QgsProject.instance()
        ).transform(QgsPointXY(*TANK_FARM))
        canvas.setRotation(20)
        canvas.setCenter(centre)
        canvas.zoomScale(6000)
        desktop.wait_for_map()
        choose_area(desktop, "view")
        clear(desktop)
        ask_file(desktop, BEACH)
        answered(desktop)
        view = visible(desktop)
        assert 0 < len(hits(desktop)) < 100
        outside = [hit for hit in hits(desktop) if not footprint(hit).intersects(view)]
        assert not outside, (crs.description(), outside[0], view.asWkt(5))
        choose_area(desktop, "index")
        canvas.setRotation(0)
    assert desktop.dock.state.value == "results"
    return {}


# --- what goes wrong ------------------------------------------------------------------------------


def engine_killed(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Kill the engine during a build, a recording and a search; everything goes on."""
    dock = desktop.dock
    desktop.open_raster(SCENE, "scene")
    started(desktop)
    index = Path(task["folder"]) / "killed.scrl"
    begin_build(desktop, index, str(SCENE), [100.0], overlap=0.5)
    desktop.wait(lambda: dock.index_bar.progress_bar.value() > 100, 180, "the first tiles")
    kill_engine(desktop)
    desktop.wait(lambda: desktop.plugin.client.state != "ready", 10, "noticing the crash")
    desktop.wait(lambda: not dock.index_bar.is_building, 500, "going on with the build")
    desktop.wait(lambda: is_complete(desktop), 30, "its end")
    tiles = dock.index_bar.summary.text()

    desktop.wait(dock.speak.button.isEnabled, STARTED, "being ready")
    desktop.click(dock.speak.button)
    desktop.wait(lambda: bool(dock.speak.time_left.text()), 60, "listening")
    kill_engine(desktop)
    failed(desktop)
    assert not dock.speak.is_listening
    assert dock.banner.message.code == "engine-stopped"
    assert dock.banner.button.isVisible()
    desktop.wait(lambda: desktop.plugin.client.state == "ready", STARTED, "the restart")

    ask_file(desktop, TANKS)
    desktop.wait(lambda: searching(desktop), 60, "searching")
    kill_engine(desktop)
    failed(desktop)
    told = f"{dock.banner.message.sentence} {dock.banner.message.next_step}"
    desktop.wait(lambda: desktop.plugin.client.state == "ready", STARTED, "the restart")
    desktop.click(dock.banner.button)
    answered(desktop)
    assert near_tanks(desktop)
    return {"tiles": tiles, "told": told}


def index_removed(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Take the folder of the index away while it is open."""
    dock = desktop.dock
    desktop.open_raster(SCENE, "scene")
    started(desktop)
    index = Path(task["folder"]) / "removed.scrl"
    built(desktop, index, str(SCENE), [300.0])
    ask_file(desktop, TANKS)
    answered(desktop)
    layer = desktop.iface.activeLayer()
    shutil.rmtree(index)
    ask_file(desktop, TANKS)
    failed(desktop)
    told = f"{dock.banner.message.sentence} {dock.banner.message.next_step}"
    # What was found before stays on the map.
    assert layer.isValid()
    assert layer.featureCount() > 0
    # And building it again at the same place mends it.
    built(desktop, index, str(SCENE), [300.0])
    ask_file(desktop, TANKS)
    answered(desktop)
    assert near_tanks(desktop)
    return {"told": told}


# --- coming and going -----------------------------------------------------------------------------


def reload(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Unload and load the plugin ten times; nothing of it may stay behind."""
    messages: list[tuple[str, str, int]] = []
    log = QgsApplication.messageLog()

    def on_message(text: str, tag: str, level: int) -> None:
        messages.append((text, tag, int(level)))

    log.messageReceived[str, str, Qgis.MessageLevel].connect(on_message)
    started(desktop)
    here = traces(desktop)
    assert all(count > 0 for count in here.values()), here
    for turn in range(10):
        worker = desktop.plugin.client.process_id
        assert qgis.utils.unloadPlugin(PLUGIN)
        desktop.dock = None
        gone(desktop, turn)
        if worker:
            desktop.wait(partial(has_ended, worker), 10, "the end of the engine")
        assert qgis.utils.loadPlugin(PLUGIN)
        assert qgis.utils.startPlugin(PLUGIN)
        desktop.plugin = qgis.utils.plugins[PLUGIN]
        desktop.dock = desktop.plugin.dock
        assert traces(desktop) == here
        if turn % 3 == 0:
            # Sometimes with a running engine, sometimes without.
            started(desktop)
    log.messageReceived[str, str, Qgis.MessageLevel].disconnect(on_message)
    bad = [m for m in messages if m[2] in (1, 2) and (PLUGIN in m[0] or "Voice" in m[1])]
    assert not bad, bad
    return {}


def gone(desktop: Desktop, turn: int) -> None:
    """Wait until nothing of the plugin is left in QGIS."""
    for _ in range(100):
        if not any(traces(desktop).values()):
            return
        desktop.pause(0.1)
        # This function runs inside an event of QGIS's own loop; only that would delete otherwise.
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    raise AssertionError(f"left behind in turn {turn}: {traces(desktop)}")


def traces(desktop: Desktop) -> dict[str, int]:
    """Count what the plugin has put into QGIS."""
    window = desktop.window
    registry = QgsApplication.processingRegistry()
    docks = [d for d in window.findChildren(QDockWidget) if d.objectName().startswith("Scrl")]
    actions = [a for a in window.findChildren(QAction) if a.objectName().startswith("Scrl")]
    menus = [a for a in desktop.iface.rasterMenu().actions() if "Voice" in a.text()]
    return {
        "docks": len(docks),
        "actions": len(actions),
        "menus": len(menus),
        "providers": sum(provider.id() == "scrl" for provider in registry.providers()),
        "shortcuts": sum(
            "Voice" in type(s.parent()).__name__ for s in window.findChildren(QShortcut)
        ),
    }


def killed_qgis(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Tell the engine's process number, then die as in a crash."""
    started(desktop)
    Path(task["file"]).write_text(str(desktop.plugin.client.process_id))
    os.kill(os.getpid(), signal.SIGKILL)
    return {}


# --- two QGIS -------------------------------------------------------------------------------------


def first_of_two(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Build something long, and meanwhile wait for the other one."""
    dock = desktop.dock
    desktop.open_raster(SCENE, "scene")
    started(desktop)
    begin_build(desktop, Path(task["index"]), str(SCENE), [100.0], overlap=0.7)
    desktop.wait(lambda: dock.index_bar.progress_bar.value() > 50, 180, "the first tiles")
    Path(task["building"]).touch()
    desktop.wait(lambda: Path(task["refused"]).exists(), 300, "the other one")
    assert dock.index_bar.is_building
    dock.index_bar.cancel_button.click()
    desktop.wait(lambda: not dock.index_bar.is_building, 10, "stopping")
    return {}


def second_of_two(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Try to build the same index, and search another one that both can search."""
    dock = desktop.dock
    desktop.open_raster(SCENE, "scene")
    started(desktop)
    desktop.wait(lambda: Path(task["building"]).exists(), 300, "the other one")
    told: list[str] = []
    dock.told.connect(lambda sentence, _level: told.append(sentence))
    begin_build(desktop, Path(task["index"]), str(SCENE), [100.0], overlap=0.7)
    desktop.wait(lambda: told, 60, "being told")
    Path(task["refused"]).touch()
    dock.index_bar.choose(task["shared"])
    desktop.wait(lambda: is_complete(desktop), 60, "opening the other index")
    ask_file(desktop, TANKS)
    answered(desktop)
    assert near_tanks(desktop)
    return {"told": told[0]}


# --- a raster that is no local file ---------------------------------------------------------------


def not_a_local_file(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Offer a map service, and a raster in memory, for an index."""
    from qgis.core import QgsRasterLayer
    from qgis.PyQt.QtWidgets import QDialog

    started(desktop)
    uri = "type=xyz&url=https://example.invalid/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=19&zmin=0"
    QgsProject.instance().addMapLayer(QgsRasterLayer(uri, "street map", "wms"))
    gdal.Translate("/vsimem/piece.tif", str(SCENE), srcWin=[0, 0, 200, 200]).FlushCache()
    QgsProject.instance().addMapLayer(QgsRasterLayer("/vsimem/piece.tif", "in memory"))
    desktop.click(desktop.dock.index_bar.new_button)
    dialogs = [d for d in desktop.window.findChildren(QDialog) if d.isVisible()]
    dialog: Any = next(d for d in dialogs if type(d).__name__ == "NewIndexDialog")
    lines = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    tips = [dialog.list.item(row).toolTip() for row in range(dialog.list.count())]
    assert not dialog.build_button.isEnabled()
    said = dialog.estimate.text()
    dialog.reject()
    return {"lines": lines, "tips": tips, "said": said}


# --- steps ----------------------------------------------------------------------------------------


def started(desktop: Desktop) -> None:
    """Show the dock, which starts the engine."""
    desktop.dock.setUserVisible(True)
    desktop.wait(lambda: desktop.plugin.client.state == "ready", STARTED, "starting the engine")


def begin_build(
    desktop: Desktop, index: Path, raster: str, sizes: list[float], overlap: float = 0.0
) -> None:
    """Begin a build as the dialog does."""
    index.parent.mkdir(parents=True, exist_ok=True)
    package = type(desktop.plugin).__module__.partition(".")[0]
    methods = importlib.import_module(f"{package}.contract").methods
    params = methods.BuildIndexParams(str(index), (raster,), tuple(sizes), overlap)
    desktop.dock.indexes.build(methods.BUILD_INDEX, params, index.stem)


def built(desktop: Desktop, index: Path, raster: str, sizes: list[float]) -> None:
    """Build an index and wait for its end."""
    bar = desktop.dock.index_bar
    begin_build(desktop, index, raster, sizes)
    desktop.wait(lambda: not bar.is_building, 500, "building")
    desktop.wait(lambda: is_complete(desktop), 30, "reading the index")


def is_complete(desktop: Desktop) -> bool:
    """Whether the chosen index is known, and nothing is left to do for its build."""
    info = desktop.dock.indexes.info
    return info is not None and info.complete


def ask_file(desktop: Desktop, recording: Path) -> None:
    """Ask with a sound file, as if it had been opened or dropped."""
    desktop.wait(desktop.dock.speak.open_button.isEnabled, STARTED, "being ready for a question")
    desktop.dock.speak.recording_chosen.emit(str(recording))
    assert desktop.dock.state.value == "searching", desktop.dock.banner.message


def searching(desktop: Desktop) -> bool:
    """Whether the engine has been asked to search."""
    return any(r.method.name == "search" for r in desktop.plugin.client.running_requests)


def answered(desktop: Desktop) -> None:
    """Wait for an answer that is on the map."""
    desktop.wait(lambda: desktop.dock.state.value in ("results", "error"), 90, "the answer")
    saying = desktop.dock.banner.message
    assert desktop.dock.state.value == "results", saying
    desktop.wait_for_map()


def failed(desktop: Desktop) -> None:
    """Wait until the dock says that something went wrong."""
    desktop.wait(lambda: desktop.dock.state.value == "error", 60, "telling of the failure")
    saying = desktop.dock.banner.message
    assert saying.sentence.endswith("."), saying
    assert "Traceback" not in saying.sentence


def kill_engine(desktop: Desktop) -> None:
    """As the system does when memory runs out."""
    os.kill(desktop.plugin.client.process_id, signal.SIGKILL)


def has_ended(number: int) -> bool:
    """Whether a process is not there, or a zombie."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True


def clear(desktop: Desktop) -> None:
    """Take earlier hits off the map."""
    drawn: list[bool] = []
    canvas = desktop.iface.mapCanvas()
    on_drawn = partial(drawn.append, True)
    canvas.mapCanvasRefreshed.connect(on_drawn)
    before = len(QgsProject.instance().mapLayers())
    desktop.dock.answers.clear_all()
    if len(QgsProject.instance().mapLayers()) < before:
        # QGIS draws a while later.
        desktop.wait(lambda: drawn, 30, "drawing the map without hits")
    canvas.mapCanvasRefreshed.disconnect(on_drawn)
    desktop.wait_for_map()


def choose_area(desktop: Desktop, area: str) -> None:
    """Choose where to search."""
    panel = desktop.dock.filters
    panel.area.setCurrentIndex(panel.area.findData(area))


def hits(desktop: Desktop) -> list[Any]:
    """The hits of the last answer, best first."""
    return list(desktop.dock.results.result.hits)


def footprint(hit: Any) -> QgsGeometry:
    """The footprint of a hit, EPSG:4326."""
    return QgsGeometry.fromPolygonXY([[QgsPointXY(*point) for point in hit.footprint]])


def near_tanks(desktop: Desktop) -> bool:
    """Whether one of the best hits is at the tank farm."""
    tanks = places_of("storagetanks")
    return any(footprint(hit).intersects(tanks) for hit in hits(desktop)[:5])


def visible(desktop: Desktop) -> QgsGeometry:
    """What the map shows, EPSG:4326, a pixel larger."""
    settings = desktop.iface.mapCanvas().mapSettings()
    corners = [QgsPointXY(point) for point in settings.visiblePolygon()]
    view = QgsGeometry.fromPolygonXY([corners])
    side = max(view.boundingBox().width(), view.boundingBox().height())
    view = view.densifyByDistance(side / 20).buffer(settings.mapUnitsPerPixel(), 4)
    to_degrees = QgsCoordinateTransform(
        settings.destinationCrs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance()
    )
    view.transform(to_degrees)
    return view


# --- pixels ---------------------------------------------------------------------------------------


def map_pixels(desktop: Desktop) -> np.ndarray:
    """What the map shows, H x W x 3."""
    desktop.iface.messageBar().clearWidgets()
    desktop.wait_for_map()
    desktop.pause(0.3)
    image = desktop.iface.mapCanvas().grab().toImage()
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    rows = np.frombuffer(bits, dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)[..., :3].copy()


def check_pixels(desktop: Desktop, before: np.ndarray, after: np.ndarray) -> None:
    """The map has changed along the outlines of the hits that are shown, and far from them not."""
    assert before.shape == after.shape
    changed = np.abs(before.astype(int) - after.astype(int)).max(axis=2) > 24
    height, width = changed.shape
    near = np.zeros_like(changed)
    shown = desktop.dock.results.shown_hits()
    assert shown
    for hit in shown:
        ring = pixels_of(desktop, footprint(hit))
        along = [(x, y) for x, y in ring if 4 <= x < width - 4 and 4 <= y < height - 4]
        hit_pixels = [
            changed[round(y) - 3 : round(y) + 4, round(x) - 3 : round(x) + 4].any()
            for x, y in along
        ]
        if along:
            assert np.mean(hit_pixels) > 0.95, (hit.rank, np.mean(hit_pixels))
        for x, y in ring:
            # The rank is written at a corner, inside or beside it.
            left, top = max(0, round(x) - 45), max(0, round(y) - 45)
            near[top : max(0, round(y) + 45), left : max(0, round(x) + 45)] = True
    stray = np.argwhere(changed & ~near)
    assert not len(stray), (len(stray), stray.min(axis=0), stray.max(axis=0), changed.shape)


def pixels_of(desktop: Desktop, shape: QgsGeometry) -> list[tuple[float, float]]:
    """Points along the outline of a polygon (EPSG:4326), in pixels of the map."""
    canvas = desktop.iface.mapCanvas()
    settings = canvas.mapSettings()
    dense = shape.densifyByCount(15)
    dense.transform(
        QgsCoordinateTransform(
            QgsCoordinateReferenceSystem("EPSG:4326"),
            settings.destinationCrs(),
            QgsProject.instance(),
        )
    )
    to_pixel = settings.mapToPixel()
    points = [to_pixel.transform(QgsPointXY(v.x(), v.y())) for v in dense.vertices()]
    assert all(math.isfinite(point.x()) for point in points)
    return [(point.x(), point.y()) for point in points]
