"""What the layer panel's context menu offers for layers that know their question."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .compat import RASTER_LAYER, VECTOR_LAYER
from .dock.controllers.history_controller import HistoryController
from .layers.group import knows_question
from .translation import tr


class LayerMenu:
    """Adds *Ask this question again* and *Show its question* to layers of hits and maps of scores.

    Args:
        iface: QGIS's interface.
        history: Does what is chosen.
        icon: Of the actions.
    """

    def __init__(self, iface: Any, history: HistoryController, icon: QIcon) -> None:
        self._iface = iface
        self._project = QgsProject.instance()
        self._actions: list[QAction] = []
        for text, action in (
            (tr("Ask this question again"), history.ask_question_of),
            (tr("Show its question"), history.show_question_of),
        ):
            # QGIS gives an action for one type of layers only.
            for kind in (VECTOR_LAYER, RASTER_LAYER):
                item = QAction(icon, text, iface.mainWindow())
                item.triggered.connect(lambda _on=False, act=action: act(iface.activeLayer()))
                iface.addCustomActionForLayerType(item, "", kind, False)
                self._actions.append(item)
        self._add_to(self._project.mapLayers().values())
        self._project.layersAdded.connect(self._add_to)

    def _add_to(self, layers: Any) -> None:
        for layer in layers:
            if knows_question(layer):
                for item in self._actions:
                    self._iface.addCustomActionForLayer(item, layer)

    def end(self) -> None:
        """Take the actions away."""
        self._project.layersAdded.disconnect(self._add_to)
        for item in self._actions:
            self._iface.removeCustomActionForLayerType(item)
            item.deleteLater()
        self._actions = []
