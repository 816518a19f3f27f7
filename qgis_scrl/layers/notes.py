"""Voice notes as a map layer: points of a GeoPackage, which the engine writes and QGIS shows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    QgsEditorWidgetSetup,
    QgsFeature,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..contract import NoteHit, VoiceNote
from .group import add_layer, our_layers
from .hits import PROPERTY

TABLE = "notes"
KIND = "notes"
_HIDDEN = ("sound", "embedding", "digest", "model")
#: QGIS's name of the widget of a field that no form shows.
_NO_WIDGET = "Hidden"
_FIELDS = (
    "rank:integer", "score:double(0,0)", "similarity:double(0,0)", "note_id:int8", "time:string(0)",
    "author:string(0)", "comment:string(0)", "seconds:double(0,0)", "recording:string(0)",
)  # fmt: skip


def open_notes(file: Path) -> QgsVectorLayer | None:
    """Open a file of voice notes as a layer with the plugin's style; None if it is none."""
    layer = QgsVectorLayer(f"{file}|layername={TABLE}", file.stem, "ogr")
    if not layer.isValid() or layer.fields().indexOf("sound") < 0:
        return None
    style_notes(layer)
    for name in _HIDDEN:
        # Nobody reads sound, or vectors, in a form.
        layer.setEditorWidgetSetup(
            layer.fields().indexOf(name), QgsEditorWidgetSetup(_NO_WIDGET, {})
        )
    layer.setCustomProperty(PROPERTY + "layer", KIND)
    layer.setCustomProperty(PROPERTY + "notes", str(file))
    return layer


def style_notes(layer: QgsVectorLayer) -> None:
    """Give a layer of notes its style, its map tips and its names."""
    symbol = QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": "#ff2e93", "outline_color": "white", "size": "3.2"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.setDisplayExpression('coalesce(nullif("comment", \'\'), "recording")')
    layer.setMapTipTemplate(
        '<b>[% coalesce(nullif("comment", \'\'), "recording") %]</b><br>'
        '[% "author" %] [% "time" %]<br>[% round("seconds", 1) %] s'
    )
    layer.triggerRepaint()


def notes_layer(project: QgsProject, file: Path) -> QgsVectorLayer | None:
    """Return the layer of the project that shows a file of notes; None if there is none."""
    for layer in our_layers(project):
        shown = str(layer.customProperty(PROPERTY + "notes", ""))
        if shown == str(file) and isinstance(layer, QgsVectorLayer):
            return layer
    return None


def show_notes(project: QgsProject, file: Path) -> QgsVectorLayer | None:
    """Show a file of notes on the map as it is now; None if it cannot be opened."""
    layer = notes_layer(project, file)
    if layer is None:
        layer = open_notes(file)
        if layer is not None:
            add_layer(project, layer)
    else:
        layer.dataProvider().reloadData()
        layer.updateExtents()
        layer.triggerRepaint()
    return layer


def place_of(note: VoiceNote) -> QgsGeometry:
    """Return where a note was recorded (EPSG:4326)."""
    return QgsGeometry.fromPointXY(QgsPointXY(note.lon, note.lat))


def answer_layer(found: Sequence[NoteHit]) -> QgsVectorLayer:
    """Return a layer of the notes that answer a question."""
    fields = "&".join(f"field={field}" for field in _FIELDS)
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326&{fields}", TABLE, "memory")
    features = []
    for note in found:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(place_of(note))
        for field in layer.fields():
            feature[field.name()] = getattr(note, field.name())
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer
