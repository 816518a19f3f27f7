"""A desk for the dock: a window with a map, a layer panel and a message bar, as QGIS gives them.

Everything is QGIS's own but the window around it; the whole of QGIS is in ``test_plugin_lifecycle.py``.
"""

from __future__ import annotations

import functools
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerTreeModel,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsLayerTreeView, QgsMapCanvas, QgsStatusBar
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QMainWindow

from qgis_scrl.contract import methods
from qgis_scrl.dock.controllers.map_view import MapView
from qgis_scrl.dock.dock_widget import VoiceSearchDock
from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.environment import EngineCommand
from qgis_scrl.errors import EngineError
from qgis_scrl.settings import Settings
from tests.support.events import let_pass, wait_until
from tests.support.paths import SCENE


def no_engine() -> EngineCommand:
    raise EngineError("engine-missing", "The engine is not installed.", "Install it.")


def of_the_scene(index: Path, *sizes: float) -> methods.BuildIndexParams:
    """Return what builds an index of the demo scene, with tiles of these sizes in metres."""
    return methods.BuildIndexParams(str(index), (str(SCENE),), sizes)


class DeskInterface(QObject):
    """The part of ``QgisInterface`` that the dock uses, with QGIS's own widgets."""

    currentLayerChanged = pyqtSignal(QgsMapLayer)  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.window.setCentralWidget(self.canvas)
        self.tree = QgsLayerTreeView(self.window)
        project = QgsProject.instance()
        self.model = QgsLayerTreeModel(project.layerTreeRoot(), self)
        self.tree.setModel(self.model)
        self.tree.currentLayerChanged.connect(lambda layer: self.currentLayerChanged.emit(layer))
        self.bridge = QgsLayerTreeMapCanvasBridge(project.layerTreeRoot(), self.canvas)
        self.status_bar = QgsStatusBar(self.window)
        self.layouts: list[str] = []
        self.previews: list[QAction] = []
        self.window.resize(1200, 900)

    def mapCanvas(self) -> QgsMapCanvas:  # noqa: N802
        return self.canvas

    def mainWindow(self) -> QMainWindow:  # noqa: N802
        return self.window

    def statusBarIface(self) -> QgsStatusBar:  # noqa: N802
        return self.status_bar

    def activeLayer(self) -> QgsMapLayer | None:  # noqa: N802
        return self.tree.currentLayer()

    def openLayoutDesigner(self, layout: QgsPrintLayout) -> SimpleNamespace:  # noqa: N802
        self.layouts.append(layout.name())
        window = QMainWindow(self.window)
        preview = QAction(window, objectName="mActionAtlasPreview", checkable=True)
        window.addAction(preview)
        self.previews.append(preview)
        return SimpleNamespace(window=lambda: window)

    def setActiveLayer(self, layer: QgsMapLayer) -> None:  # noqa: N802
        self.tree.setCurrentLayer(layer)


@functools.lru_cache(maxsize=1)
def interface() -> DeskInterface:
    """Return the one interface of this process, as there is one in QGIS."""
    return DeskInterface()


class Desk:
    """The dock on its desk, with the demo scene on the map."""

    def __init__(self, client: EngineClient) -> None:
        self.client = client
        self.settings = Settings()
        self.iface = interface()
        self.canvas = self.iface.canvas
        self.project = QgsProject.instance()
        self.told: list[str] = []
        self.scene = QgsRasterLayer(str(SCENE), "Demo scene")
        self.project.addMapLayer(self.scene)
        self.show_in("EPSG:32632")
        self.dock = VoiceSearchDock(
            client, self.settings, MapView(self.iface), self.iface.mainWindow()
        )
        self.dock.told.connect(lambda text, _level: self.told.append(text))
        self.iface.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.iface.window.show()
        self.dock.show()
        let_pass(0.1)

    def show_in(self, crs: str) -> None:
        """Show the scene in a coordinate system."""
        system = QgsCoordinateReferenceSystem(crs)
        self.project.setCrs(system)
        self.canvas.setDestinationCrs(system)
        extent = self.canvas.mapSettings().layerExtentToOutputExtent(
            self.scene, self.scene.extent()
        )
        self.canvas.setExtent(QgsRectangle(extent))

    def use(self, index: Path | str) -> None:
        """Choose an index and wait until it is known."""
        self.dock.index_bar.choose(str(index))
        wait_until(lambda: self.dock.indexes.info is not None, 60, "what the index holds")
        wait_until(self.dock.speak.button.isEnabled, 60, "being ready")

    def wait_for(self, *states: DockState, seconds: float = 60) -> None:
        """Wait until the dock does one of these."""
        wait_until(lambda: self.dock.state in states, seconds, f"one of {states}")

    def ask(self, recording: Path) -> None:
        """Ask with a recording, and wait for the answer."""
        answers: list[Any] = []
        self.dock.answered.connect(answers.append)
        self.dock.asking.ask_recording(str(recording))
        wait_until(lambda: bool(answers) or self.dock.state is DockState.ERROR, 60, "an answer")
        self.dock.answered.disconnect(answers.append)
        assert answers, self.said

    @property
    def said(self) -> str:
        """What the dock says now."""
        message = self.dock.banner.message
        return f"{message.sentence} {message.next_step}".strip()

    @property
    def failure(self) -> str:
        """The code of the failure that the dock tells of; empty if there is none."""
        return self.dock.banner.message.code

    def clear(self, keep_layers: bool = False) -> None:
        """Leave nothing, or nothing but the project's layers."""
        # As QGIS does before it closes a project: 3.44 asks the project while it draws, in other threads.
        self.canvas.freeze()
        self.canvas.waitWhileRendering()
        self.dock.end()
        self.iface.window.removeDockWidget(self.dock)
        self.dock.setParent(None)
        self.dock.deleteLater()
        if not keep_layers:
            self.project.clear()
        self.canvas.freeze(False)
        let_pass(0.05)
