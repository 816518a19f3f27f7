"""What a script of ours needs inside a desktop QGIS: wait, look, click, play, take a picture.

:func:`begin` is called by QGIS (``qgis --code``), started by :func:`tools.qgis_desktop.run_in_qgis`.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import qgis.utils
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QEventLoop, QProcess, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow, QWidget

from .qgis_desktop import DONE, PROBLEM, TASK

PLUGIN = "qgis_scrl"


class NeverHappened(Exception):
    """What the script waited for did not come."""


class Desktop:
    """QGIS with the plugin.

    Attributes:
        iface: QGIS's interface.
        window: Its main window.
        plugin: The plugin.
        dock: Its dock, shown.
    """

    def __init__(self, size: tuple[int, int]) -> None:
        self.iface: Any = qgis.utils.iface
        self.window: QMainWindow = self.iface.mainWindow()
        self.window.resize(*size)
        self.window.move(0, 0)
        if PLUGIN not in qgis.utils.plugins:
            raise NeverHappened(f"the plugin was not loaded: {_messages(self.window)}")
        self.plugin: Any = qgis.utils.plugins[PLUGIN]
        self.dock: Any = self.plugin.dock
        self._players: list[QProcess] = []

    # --- waiting ---------------------------------------------------------------------------------

    def wait(self, condition: Callable[[], Any], seconds: float, what: str) -> None:
        """Let QGIS go on until ``condition`` is true.

        Args:
            condition: Asked again and again.
            seconds: It is true before, on a quiet machine; a busy one has ten times as long.
            what: For the message.

        Raises:
            NeverHappened: It was not.
        """
        for _ in range(round(10 * seconds / 0.02)):
            if condition():
                return
            self.pause(0.02)
        raise NeverHappened(f"{what} did not happen")

    def pause(self, seconds: float) -> None:
        """Let QGIS go on for a while."""
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()

    def wait_for_map(self, seconds: float = 60) -> None:
        """Wait until the map is drawn."""
        self.pause(0.1)  # A change of a layer starts the drawing a little later.
        self.wait(lambda: not self.iface.mapCanvas().isDrawing(), seconds, "drawing the map")

    # --- doing -----------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Print a line for whoever started the script."""
        print(f"| {text}", flush=True)

    def open_raster(self, path: Path, name: str) -> QgsRasterLayer:
        """Add a raster to the project and look at all of it.

        Raises:
            NeverHappened: QGIS cannot open it.
        """
        layer = QgsRasterLayer(str(path), name)
        if not layer.isValid():
            raise NeverHappened(f"QGIS cannot open {path}")
        QgsProject.instance().addMapLayer(layer)
        QgsProject.instance().setCrs(layer.crs())
        self.iface.mapCanvas().setExtent(layer.extent())
        self.wait_for_map()
        return layer

    def click(self, widget: QWidget) -> None:
        """Click a widget with the left button."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        """Press a key in a widget."""
        QTest.keyClick(widget, key)

    def play(self, recording: Path) -> None:
        """Begin to play a sound file into the microphone."""
        player = QProcess()
        player.start("paplay", ["--device=desk", "--latency-msec=50", str(recording)])
        self._players.append(player)

    def hide_docks(self, *names: str) -> None:
        """Hide docks of QGIS's own, to leave room for the map."""
        for name in names:
            dock = self.window.findChild(QDockWidget, name)
            if dock is not None:
                dock.hide()

    def picture(self, file: Path, of: QWidget | None = None) -> Path:
        """Save a picture of the window, or of one widget of it, when the map is drawn."""
        self.iface.messageBar().clearWidgets()
        self.wait_for_map()
        self.pause(0.3)
        file.parent.mkdir(parents=True, exist_ok=True)
        if not (of or self.window).grab().save(str(file)):
            raise NeverHappened(f"{file} could not be written")
        return file

    def end(self) -> None:
        """Close QGIS as a user would, and save nothing."""
        for player in self._players:
            player.kill()
            player.waitForFinished(1000)
        # QGIS would ask about tasks, unsaved changes and temporary layers, and nobody is there to answer. A
        # task that was just cancelled is over a moment later.
        tasks = QgsApplication.taskManager()
        self.wait(lambda: not tasks.countActiveTasks(), 60, "the end of all tasks")
        QgsProject.instance().clear()
        QgsProject.instance().setDirty(False)
        self.iface.actionExit().trigger()


def begin() -> None:
    """Run the script when QGIS has opened its window."""
    # The event loop of QGIS must run first; the plugin's own start is not over either.
    QTimer.singleShot(500, _run)


def _run() -> None:
    described = json.loads(Path(os.environ[TASK]).read_text(encoding="utf-8"))
    home = Path(described["home"])
    try:
        width, height = described["size"]
        if described["zip"]:
            _install(described["zip"])
        desktop = Desktop((width, height))
        module, _, function = described["script"].partition(":")
        script = getattr(importlib.import_module(module), function or "run")
        result = script(desktop, described["task"])
        (home / DONE).write_text(json.dumps(result or {}), encoding="utf-8")
        desktop.end()
    except BaseException:
        # Nothing may stay open that waits for a user who is not there.
        (home / PROBLEM).write_text(traceback.format_exc(), encoding="utf-8")
        window = qgis.utils.iface.mainWindow()
        window.grab().save(str(home / "problem.png"))
        sys.stdout.flush()
        os._exit(1)


def _install(file: str) -> None:
    """Install a zip as QGIS does it for "Install from ZIP"."""
    import pyplugin_installer

    pyplugin_installer.instance().installFromZipFile(file)


def _messages(window: QMainWindow) -> str:
    errors = getattr(qgis.utils, "plugins_metadata_parser", {})
    return f"known: {sorted(errors)}; started in {QgsApplication.qgisSettingsDirPath()}"
