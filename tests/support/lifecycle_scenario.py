"""Runs inside a desktop QGIS: load and unload the plugin again and again, and look what stays."""

from __future__ import annotations

import gc
from typing import Any

import qgis.utils
from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QShortcut

PLUGIN = "qgis_scrl"


def _left(window: Any) -> dict[str, Any]:
    """Count everything of ours that QGIS holds."""
    registry = QgsApplication.processingRegistry()
    actions = [a for a in window.findChildren(QAction) if a.objectName().startswith("Scrl")]
    raster_menu = qgis.utils.iface.rasterMenu()
    menus = [a.text() for a in raster_menu.actions() if a.text().replace("&", "") == "Voice Search"]
    widgets = [w for w in QApplication.allWidgets() if type(w).__module__.startswith(PLUGIN)]
    return {
        "docks": [
            dock.objectName()
            for dock in window.findChildren(QDockWidget)
            if "Scrl" in dock.objectName()
        ],
        "actions": [action.objectName() for action in actions],
        "menus": menus,
        "providers": [p.id() for p in registry.providers() if p.id() == "scrl"],
        "algorithms": [a.id() for a in registry.algorithms() if a.id().startswith("scrl:")],
        "layers": len(QgsProject.instance().mapLayers()),
        "shortcuts": len(
            [
                s
                for s in window.findChildren(QShortcut)
                if type(s.parent()).__module__.startswith(PLUGIN)
            ]
        ),
        "widgets": sorted({type(widget).__name__ for widget in widgets}),
        "tasks": QgsApplication.taskManager().count(),
    }


def reload_ten_times(desktop: Any, task: dict[str, Any]) -> dict[str, Any]:
    """Load and unload ten times; once with the engine, a layer and a build that goes on."""
    window = desktop.window
    said: list[str] = []
    log = QgsApplication.messageLog()
    # The signal has overloads; the one with tag and level is meant.
    log.messageReceived[str, str, Qgis.MessageLevel].connect(
        lambda text, tag, level: said.append(f"{tag}: {text}") if int(level) > 0 else None
    )
    report: dict[str, Any] = {"left": [], "loaded": [], "processes": [], "shared": []}
    processes: list[int] = []
    for number in range(10):
        plugin = qgis.utils.plugins[PLUGIN]
        if number % 3 == 0:
            plugin.dock.setUserVisible(True)
            desktop.wait(lambda p=plugin: p.client.state == "ready", 90, "the engine")
            processes.append(plugin.client.process_id)
            # One engine for the dock and for Processing.
            report["shared"].append(plugin._provider.client is plugin.client)
        if number == 3:
            # Of the plugin that is loaded now.
            from qgis_scrl.contract import from_json, methods

            params = from_json(methods.BuildIndexParams, task["build"])
            plugin.dock.indexes.build(methods.BUILD_INDEX, params, "small")
            desktop.wait(
                lambda p=plugin: p.dock.index_bar.progress_bar.value() > 0, 90, "some progress"
            )
        report["loaded"].append(_left(window))
        plugin = None
        if not qgis.utils.unloadPlugin(PLUGIN):
            raise RuntimeError("the plugin cannot be unloaded")
        desktop.pause(0.3)
        gc.collect()
        # This runs inside QGIS's event loop, which would do it when we return.
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
        desktop.pause(0.1)
        report["left"].append(_left(window))
        if not (qgis.utils.loadPlugin(PLUGIN) and qgis.utils.startPlugin(PLUGIN)):
            raise RuntimeError("the plugin cannot be loaded again")
        desktop.pause(0.1)
    # It is loaded now; once more without, for the processes.
    qgis.utils.unloadPlugin(PLUGIN)
    desktop.pause(3.0)
    report["processes"] = processes
    report["said"] = said
    return report
