"""Runs inside a fresh QGIS: install a zip with QGIS's own installer, load, unload, uninstall.

Started by :mod:`tools.check_zip` through ``qgis --code``.
"""

from __future__ import annotations

import json
import os
import traceback
from pathlib import Path

import pyplugin_installer
import qgis.utils
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTimer
from qgis.PyQt.QtWidgets import QAction, QDockWidget

PLUGIN = "qgis_scrl"


def begin(file: str, result: str) -> None:
    """Begin as soon as QGIS is idle; what is wrong goes to ``result`` as a JSON list of sentences."""
    QTimer.singleShot(2000, lambda: _run(Path(file), Path(result)))


def _run(file: Path, result: Path) -> None:
    try:
        found = _problems(file)
    except Exception:
        found = [traceback.format_exc()]
    result.write_text(json.dumps(found), encoding="utf-8")
    # A window that asks whether to save, or a first-start dialog, must not keep QGIS open.
    os._exit(0)


def _problems(file: Path) -> list[str]:
    found = []
    errors: list[str] = []
    qgis.utils.iface.messageBar().widgetAdded.connect(lambda item: errors.append(item.text()))
    pyplugin_installer.instance().installFromZipFile(str(file))
    folder = Path(qgis.utils.home_plugin_path) / PLUGIN
    if not (folder / "metadata.txt").is_file():
        return [f"QGIS's installer put nothing into {folder}."]
    if PLUGIN not in qgis.utils.active_plugins:
        return ["QGIS has installed it and does not load it.", *errors]
    loaded = Path(qgis.utils.plugins[PLUGIN].__init__.__code__.co_filename).parent
    if loaded != folder:
        return [f"QGIS has loaded {loaded} and not what it has installed."]
    window = qgis.utils.iface.mainWindow()
    # The engine is not there in this empty home: the dock must say so, not fail.
    for dock in _docks(window):
        dock.setUserVisible(True)
    for _ in range(50):
        QCoreApplication.processEvents()
    found += [f"A message is shown: {text}" for text in errors if "Traceback" in text]
    if len(_docks(window)) != 1:
        found.append(f"There are {len(_docks(window))} docks.")
    if not _actions(window):
        found.append("There are no actions.")
    registry = QgsApplication.processingRegistry()
    provider = registry.providerById("scrl")
    if provider is None or not provider.algorithms():
        found.append("There are no algorithms.")
    if not qgis.utils.unloadPlugin(PLUGIN):
        found.append("It cannot be unloaded.")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    if _docks(window) or _actions(window) or registry.providerById("scrl") is not None:
        found.append("Something of it stays when it is unloaded.")
    pyplugin_installer.instance().uninstallPlugin(PLUGIN, quiet=True)
    if folder.exists():
        found.append("It cannot be uninstalled.")
    return found


def _docks(window: object) -> list[QDockWidget]:
    return [d for d in window.findChildren(QDockWidget) if "Scrl" in d.objectName()]  # type: ignore[attr-defined]


def _actions(window: object) -> list[QAction]:
    return [a for a in window.findChildren(QAction) if a.objectName().startswith("Scrl")]  # type: ignore[attr-defined]
