"""Places that have changed between two times as a map layer."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsGraduatedSymbolRenderer, QgsVectorLayer

from ..environment import resource_path
from ..translation import tr
from .hits import PROPERTY, STYLE, fit_classes

CHANGE = "change"


def open_changes(file: Path, index: Path) -> QgsVectorLayer | None:
    """Open places that have changed, as the engine has written them; None if QGIS cannot open the file."""
    name = tr("Changes in {index}").format(index=index.stem)
    layer = QgsVectorLayer(f"{file}|layername=changes", name, "ogr")
    if not layer.isValid():
        return None
    style_changes(layer)
    layer.setCustomProperty(PROPERTY + "layer", "changes")
    layer.setCustomProperty(PROPERTY + "index", str(index))
    return layer


def style_changes(layer: QgsVectorLayer) -> None:
    """Give a layer of changes the style of hits, its classes by how far the pictures have moved."""
    layer.loadNamedStyle(str(resource_path(*STYLE)))
    layer.setDisplayExpression('"rank" || \' \' || "source"')
    tip = tr("Rank {rank}, {before} to {after}").format(
        rank="[% rank %]", before="[% date_before %]", after="[% date %]"
    )
    layer.setMapTipTemplate(f"<b>{tip}</b><br>[% source_before %]<br>[% source %]")
    renderer = layer.renderer()
    if isinstance(renderer, QgsGraduatedSymbolRenderer) and layer.featureCount():
        renderer.setClassAttribute(CHANGE)
        column = layer.fields().lookupField(CHANGE)
        fit_classes(renderer, layer.minimumValue(column), layer.maximumValue(column))
    layer.triggerRepaint()
