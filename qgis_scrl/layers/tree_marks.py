"""The marks beside layers in QGIS's layer tree (temporary, filtered, ...), used again when a layer has gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from qgis.core import (
    QgsLayerNotesUtils,
    QgsLayerTree,
    QgsLayerTreeLayer,
    QgsLayerTreeNode,
    QgsMapLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from .hits import PROPERTY

#: What of QGIS makes a mark, and the layers that it marks.
_MARKED: dict[str, Callable[[Any], bool]] = {
    "QgsLayerTreeViewMemoryIndicatorProvider": lambda layer: layer.providerType() == "memory",
    "QgsLayerTreeViewNotesIndicatorProvider": QgsLayerNotesUtils.layerHasNotes,
    "QgsLayerTreeViewTemporalIndicatorProvider": lambda layer: (
        layer.temporalProperties() is not None and layer.temporalProperties().isActive()
    ),
    "QgsLayerTreeViewFilterIndicatorProvider": lambda layer: bool(layer.subsetString()),
}


class TreeMarks(QObject):
    """Keeps the marks of our layers that leave the layer tree, and gives them to such as are about to come.

    QGIS (3.22) makes up to four marks for a layer of hits and lets go of none of them when the layer has gone: 4 kB a
    question. Where a layer has its marks already when it comes, QGIS takes these.

    Args:
        view: QGIS's layer tree.
        tree: What it shows.
        parent: Owner.
    """

    def __init__(self, view: Any, tree: QgsLayerTree, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._tree = tree
        self._free: defaultdict[str, list[Any]] = defaultdict(list)
        tree.willRemoveChildren.connect(self._on_removal)

    def end(self) -> None:
        """Leave the layer tree alone."""
        self._tree.willRemoveChildren.disconnect(self._on_removal)
        self._free.clear()

    def give(self, node: QgsLayerTreeLayer, layer: QgsMapLayer) -> None:
        """Give a layer the marks that it will have, as far as there are any; before its node comes into the tree."""
        for maker, applies in _MARKED.items():
            free = self._free[maker]
            # What QGIS has deleted meanwhile is none.
            while free and sip.isdeleted(free[-1]):
                free.pop()
            if free and applies(layer):
                self._view.addIndicator(node, free.pop())

    def _on_removal(self, parent: QgsLayerTreeNode, first: int, last: int) -> None:
        for node in parent.children()[first : last + 1]:
            if QgsLayerTree.isGroup(node):
                self._on_removal(node, 0, len(node.children()) - 1)
                continue
            # Those of others are not given to anybody, and would pile up here.
            if node.layer() is None or not node.layer().customProperty(PROPERTY + "layer", ""):
                continue
            for mark in self._view.indicators(node):
                maker = mark.parent()
                name = "" if maker is None else maker.metaObject().className()
                if name in _MARKED:
                    self._view.removeIndicator(node, mark)
                    self._free[name].append(mark)
