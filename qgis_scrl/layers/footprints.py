"""The footprints of all tiles of a voice index as a map layer."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsVectorLayer

from ..environment import resource_path
from ..translation import tr
from .hits import PROPERTY

FILE = "tiles.vrt"


def make_footprints_layer(index: Path, source: Path | None = None) -> QgsVectorLayer | None:
    """Open the footprints of a voice index; nothing is copied, so this takes milliseconds.

    Args:
        index: Folder of the voice index.
        source: Another file with its footprints, written by the engine.

    Returns:
        The layer, or None if the index has no footprints that QGIS can open.
    """
    path = source or index / FILE
    if not path.is_file():
        return None
    name = tr("Footprints of {index}").format(index=index.stem)
    layer = QgsVectorLayer(str(path), name, "ogr")
    if not layer.isValid():
        return None
    style_footprints(layer)
    layer.setReadOnly(True)  # They belong to the index: editing them would break it.
    layer.setCustomProperty(PROPERTY + "layer", "footprints")
    layer.setCustomProperty(PROPERTY + "index", str(index))
    return layer


def style_footprints(layer: QgsVectorLayer) -> None:
    """Give a layer of footprints the style of ``resources/styles/footprints.qml``."""
    layer.loadNamedStyle(str(resource_path("styles", "footprints.qml")))
    layer.triggerRepaint()
