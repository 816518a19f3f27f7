"""Runs inside a fresh QGIS that has just installed the zip: from the first click to the first hits.

For the test of the whole installation (``tests/plugin/test_installation.py``), which starts it through
:func:`tools.qgis_desktop.run_in_qgis`. Everything but the folder of wheels is clicked and spoken.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from qgis.core import QgsGeometry, QgsPointXY, QgsSettings

from .in_qgis import Desktop
from .qgis_demo_script import ask, build, places_of

SET_UP_SECONDS = 900


def run(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Set the engine up, build an index of the demo scene, ask it.

    Args:
        desktop: QGIS with the installed plugin.
        task: "wheels", a folder, empty for the internet; "indexes", where indexes are put; "question",
            what is said, "recording", the sound of it, and "kind", which places answer it.

    Returns:
        "plugin", the folder that it ran from; "offered", what the panel said; "steps", what it did;
        "notes"; "annoy"; "python"; "hits", their number; "right", ranks of those that are right.
    """
    package = importlib.import_module(type(desktop.plugin).__module__.partition(".")[0])
    environment = importlib.import_module(f"{package.__name__}.environment")
    settings = importlib.import_module(f"{package.__name__}.settings")
    record = importlib.import_module(f"{package.__name__}.installation.environment_stamp")
    QgsSettings().setValue("qgis_scrl/index_folder", task["indexes"])
    dock = desktop.dock
    dock.setUserVisible(True)
    panel = dock.setup
    desktop.wait(panel.set_up_button.isVisible, 120, "the offer to set the engine up")
    offered = panel.text.text()
    desktop.say(offered)
    steps: list[str] = []
    panel.installer.progressed.connect(lambda told: steps.append(told.title))
    notes: list[str] = []
    panel.noted.connect(notes.append)
    if task["wheels"]:
        panel.set_up_from(Path(task["wheels"]))
    else:
        desktop.click(panel.set_up_button)
    client = desktop.plugin.client
    desktop.wait(
        lambda: client.state == "ready" or panel.error is not None, SET_UP_SECONDS, "the set-up"
    )
    if panel.error is not None:
        raise RuntimeError(f"{panel.error.text}\n{panel.installer.log.read_text(encoding='utf-8')}")
    scene = environment.resource_path("demo", "scene.tif")
    desktop.open_raster(scene, "scene")
    build(desktop, [200.0, 300.0], lambda *_given: None)
    ask(desktop, task["question"], Path(task["recording"]), None)
    hits = dock.results.result.hits
    places = places_of(task["kind"])
    right = [
        hit.rank
        for hit in hits
        if places is not None
        and places.intersects(QgsGeometry.fromPolygonXY([[QgsPointXY(*p) for p in hit.footprint]]))
    ]
    stamp = record.read_stamp()
    return {
        "plugin": str(Path(str(package.__file__)).parent),
        "scene": str(scene),
        "offered": offered,
        "steps": list(dict.fromkeys(steps)),
        "notes": notes,
        "annoy": stamp.annoy if stamp is not None else None,
        "python": str(environment.find_python(settings.Settings())),
        "hits": len(hits),
        "right": right,
    }
