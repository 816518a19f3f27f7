"""The demo as it runs inside QGIS: what a newcomer would do with the mouse and the voice."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

from qgis.core import QgsGeometry, QgsPointXY, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog

from . import walk_through_script
from .in_qgis import Desktop

PLACES = Path(__file__).resolve().parents[1] / "resources" / "demo" / "places.geojson"
RIGHT_AMONG = 3
ANSWERED = 3


def run(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Build, ask, take pictures.

    Args:
        desktop: QGIS with the plugin.
        task: As :func:`tools.qgis_demo.run` writes it.
    """
    pictures, folder = [], Path(task["pictures"])
    QgsSettings().setValue("qgis_scrl/index_folder", task["indexes"])
    QgsSettings().setValue("qgis_scrl/tour_was_shown", "true")

    def picture(name: str, of: Any = None, always: bool = True) -> None:
        if always or task["all_pictures"]:
            pictures.append(str(desktop.picture(folder / f"qgis-{name}.png", of)))

    if task["all_pictures"]:
        pictures.append(picture_of_set_up(desktop, task)["picture"])
    raster = Path(task["raster"])
    desktop.hide_docks("Browser")
    desktop.say(f"QGIS opens {raster.name}.")
    desktop.open_raster(raster, raster.stem)
    dock = desktop.dock
    dock.setUserVisible(True)
    desktop.window.resizeDocks([dock], [400], Qt.Orientation.Horizontal)
    desktop.wait(lambda: desktop.plugin.client.state == "ready", 120, "starting the engine")
    picture("1-empty", always=False)
    picture("14-demo", dock, False)

    build(desktop, task["ground_sizes"], picture)
    if task["all_pictures"]:
        dock.tour.begin()
        picture("15-tour", dock)
        dock.tour.leave()
    for number, (text, recording, kind) in enumerate(task["questions"]):
        ask(desktop, text, Path(recording), picture if number == 0 else None)
        desktop.iface.mapCanvas().zoomToFullExtent()
        wait_for_pictures(desktop)
        picture("hits" if task["all_pictures"] else f"hits-{kind or 'yours'}")
        tell(desktop, kind)
        if number == 0:
            look_at_best(desktop)
            picture("5-hit", always=False)
            say_yes_and_no(desktop, kind)
            wait_for_pictures(desktop)
            picture("6-yes-and-no")
            tell(desktop, kind)
            colour_map(desktop)
            picture("7-score-map")
            if task["all_pictures"]:
                walk_through_script.run(desktop, task, picture)
    return {"pictures": pictures}


def picture_of_set_up(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Take a picture of what the dock shows on a computer without the engine.

    Args:
        desktop: QGIS with the plugin.
        task: "pictures", the folder for it.
    """
    package = type(desktop.plugin).__module__.partition(".")[0]
    panels = importlib.import_module(f"{package}.dock.widgets.setup_panel")
    settings = importlib.import_module(f"{package}.settings")
    panel = panels.SetupPanel(settings.Settings(), parent=desktop.window)
    panel.setWindowFlag(Qt.WindowType.Window)
    panel.resize(400, 340)
    panel.show()
    made = desktop.picture(Path(task["pictures"]) / "qgis-0-set-up.png", panel)
    panel.end()
    panel.close()
    panel.deleteLater()
    return {"picture": str(made)}


def build(desktop: Desktop, ground_sizes: list[float], picture: Any) -> None:
    """Build a voice index of the layers of the project, through the dialog."""
    dock = desktop.dock
    desktop.click(dock.index_bar.new_button)
    desktop.wait(lambda: _dialog(desktop) is not None, 10, "opening the dialog")
    dialog: Any = _dialog(desktop)
    if ground_sizes:
        dialog.sizes.set_sizes(ground_sizes)
    desktop.wait(lambda: "tiles" in dialog.estimate.text(), 120, "the estimate")
    desktop.say(f"New index: {dialog.estimate.text()}")
    picture("2-new-index", dialog, False)
    name = Path(dialog.params.index).stem
    desktop.click(dialog.build_button)
    bar = dock.index_bar
    desktop.wait(lambda: bar.progress_bar.value() > 0, 180, "the first tiles")
    picture("3-building", None, False)
    desktop.wait(lambda: not bar.is_building, 400, "building")
    desktop.wait(lambda: dock.indexes.info and dock.indexes.info.complete, 30, "reading the index")
    desktop.say(f"Voice index {name}: {bar.summary.text()}")


def ask(desktop: Desktop, text: str, recording: Path, picture: Any) -> None:
    """Press the large button, say something, wait for the answer."""
    dock = desktop.dock
    answers: list[Any] = []
    dock.answered.connect(answers.append)
    desktop.wait(dock.speak.button.isEnabled, 60, "being ready for a question")
    desktop.click(dock.speak.button)
    desktop.wait(lambda: bool(dock.speak.time_left.text()), 60, "opening the microphone")
    desktop.say(f"Saying into the microphone: “{text}”")
    desktop.play(recording)
    desktop.wait(lambda: dock.speak.level.is_speaking, 30, "hearing it")
    if picture is not None:
        desktop.pause(1.0)
        # Not when the map is drawn: the speaker would have finished.
        picture("4-listening", dock, False)
    desktop.wait(lambda: answers or dock.state.value == "error", 60, "the answer")
    dock.answered.disconnect(answers.append)
    if not answers:
        raise RuntimeError(f"{dock.banner.message.sentence} {dock.banner.message.next_step}")
    desktop.wait_for_map()


def wait_for_pictures(desktop: Desktop) -> None:
    """Wait until the hits that are seen in the list have their pictures."""
    shown = desktop.dock.results.list
    desktop.wait(
        lambda: all(shown.hits.thumbnail(hit.tile_id) is not None for hit in shown.visible_hits()),
        60,
        "the pictures of hits",
    )


def tell(desktop: Desktop, kind: str) -> None:
    """Say what was found and, where the right places are known, whether it is one of them."""
    result = desktop.dock.results.result
    if result.understood:
        desktop.say("Heard as: " + ", ".join(phrase.text for phrase in result.understood[:3]))
    right = places_of(kind)
    ranks = [
        hit.rank
        for hit in result.hits[:RIGHT_AMONG]
        if right is not None and right.intersects(_footprint(hit))
    ]
    among = f"; right: {', '.join(map(str, ranks)) or 'none'} of the first {RIGHT_AMONG}"
    desktop.say(
        f"{len(result.hits)} hits among {result.searched} tiles{among if right is not None else ''}"
    )


def say_yes_and_no(desktop: Desktop, kind: str) -> None:
    """Answer some hits with the keys Y and N, and ask again."""
    panel, right = desktop.dock.results, places_of(kind)
    listed = panel.list.model()
    hits = [panel.list.hits.hit(listed.index(row, 0)) for row in range(listed.rowCount())]
    # Of a raster of the user's own, nobody knows: the best is believed.
    is_right = [
        hit.rank == 1 if right is None else right.intersects(_footprint(hit)) for hit in hits
    ]
    panel.list.setFocus()
    for yes, key in ((True, Qt.Key.Key_Y), (False, Qt.Key.Key_N)):
        for row in [row for row in range(len(hits)) if is_right[row] is yes][:ANSWERED]:
            panel.list.setCurrentIndex(listed.index(row, 0))
            desktop.press(panel.list, key)
    desktop.say(f"Answering hits: {panel.labels.counts.text()}. Asking again.")
    answers: list[Any] = []
    desktop.dock.answered.connect(answers.append)
    desktop.click(panel.labels.ask_button)
    desktop.wait(lambda: answers, 60, "the answer")
    desktop.dock.answered.disconnect(answers.append)
    desktop.iface.mapCanvas().zoomToFullExtent()
    desktop.pause(2.5)  # Until the hit that was answered last has stopped flashing.
    desktop.wait_for_map()


def colour_map(desktop: Desktop) -> None:
    """Colour every place of the map by its score."""
    panel = desktop.dock.results
    desktop.click(panel.map_button)
    desktop.wait(panel.map_least.isVisible, 60, "colouring the map")
    desktop.wait_for_map()
    desktop.say(desktop.dock.banner.message.sentence)


def look_at_best(desktop: Desktop) -> None:
    """Choose the first hit in the list with the keyboard, and zoom close to it."""
    hit_list = desktop.dock.results.list
    hit_list.setFocus()
    hit_list.setCurrentIndex(hit_list.model().index(0, 0))
    desktop.press(hit_list, Qt.Key.Key_Return)
    desktop.pause(2.5)  # Until it has stopped flashing.


def places_of(kind: str) -> QgsGeometry | None:
    """Return where the places of a kind truly lie in the demo scene, EPSG:4326; None if unknown."""
    shapes = [
        QgsGeometry.fromPolygonXY([[QgsPointXY(*p) for p in f["geometry"]["coordinates"][0]]])
        for f in json.loads(PLACES.read_text(encoding="utf-8"))["features"]
        if f["properties"]["kind"] == kind
    ]
    return QgsGeometry.unaryUnion(shapes) if shapes else None


def _footprint(hit: Any) -> QgsGeometry:
    return QgsGeometry.fromPolygonXY([[QgsPointXY(*p) for p in hit.footprint]])


def _dialog(desktop: Desktop) -> QDialog | None:
    for dialog in desktop.window.findChildren(QDialog):
        if dialog.isVisible() and dialog.metaObject().className() == "NewIndexDialog":
            return dialog
    return None
