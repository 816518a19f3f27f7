"""Labels as a map layer: a GeoPackage beside the voice index, a row for each labelled tile of each question."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsVectorLayer,
)

from ..contract import Hit, to_json
from ..environment import resource_path
from ..history import AskedQuery, now
from ..settings import Settings
from ..translation import tr
from .hits import PROPERTY, footprint_of

TABLE = "labels"
YES, NO = "yes", "no"
_FIELDS = (
    "tile_id:int8", "label:string(0)", "question:string(0)", "source:string(0)", "source_path:string(0)",
    "ground_size_m:double(0,0)", "lon:double(0,0)", "lat:double(0,0)", "labelled:string(0)", "parts:string(0)",
)  # fmt: skip

#: So many are written without QGIS standing still (measured: about 30 ms).
_ROWS_AT_A_TIME = 50
_OF_TILE = ("tile_id", "source", "source_path", "ground_size_m", "lon", "lat")


def labels_file(index: Path) -> Path:
    """Return the GeoPackage beside a voice index that holds its labels."""
    return index.parent / f"{index.stem} labels.gpkg"


def fallback_file(index: Path, settings: Settings) -> Path:
    """Return the GeoPackage in the user's profile for an index beside which nothing can be written."""
    # Indexes of one name lie in different folders.
    mark = hashlib.sha256(str(index).encode()).hexdigest()[:8]
    return settings.data_folder / "labels" / f"{index.stem} {mark} labels.gpkg"


def empty_layer() -> QgsVectorLayer:
    """Return a layer without labels that a new file is written from."""
    fields = "&".join(f"field={field}" for field in _FIELDS)
    return QgsVectorLayer(f"Polygon?crs=EPSG:4326&{fields}", TABLE, "memory")


def open_labels(file: Path, index: Path) -> QgsVectorLayer | None:
    """Open a file of labels as a layer with the plugin's style; None if it is none."""
    name = tr("Answers of {index}").format(index=index.stem)
    layer = QgsVectorLayer(f"{file}|layername={TABLE}", name, "ogr")
    if not layer.isValid() or layer.fields().indexOf("parts") < 0:
        return None
    style_labels(layer)
    layer.setCustomProperty(PROPERTY + "layer", "labels")
    layer.setCustomProperty(PROPERTY + "index", str(index))
    return layer


def style_labels(layer: QgsVectorLayer) -> None:
    """Give a layer of labels the style of ``resources/styles/labels.qml``."""
    layer.loadNamedStyle(str(resource_path("styles", "labels.qml")))
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        # The words are not in the style, which is the same in every language.
        for value, text in ((YES, tr("Yes")), (NO, tr("No"))):
            number = renderer.categoryIndexForValue(value)
            renderer.updateCategoryLabel(number, text)
    layer.triggerRepaint()


def question_key(asked: AskedQuery) -> str:
    """Return what tells questions apart whatever they are called."""
    return json.dumps(to_json(asked.query.parts), sort_keys=True)


def labels_in(layer: QgsVectorLayer, asked: AskedQuery) -> dict[int, bool]:
    """Return the labels of a question, in the order in which they were given."""
    rows = sorted(
        layer.getFeatures(_lean(_of_question(asked), layer)), key=lambda row: str(row["labelled"])
    )
    return {int(row["tile_id"]): row["label"] == YES for row in rows}


def show_labels_of(layer: QgsVectorLayer, asked: AskedQuery | None) -> None:
    """Draw the labels of one question only; None: those of none. What the file holds stays."""
    key = "" if asked is None else question_key(asked)
    wanted = f'if("parts" = {QgsExpression.quotedValue(key)}, "label", NULL)'
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer) and renderer.classAttribute() != wanted:
        renderer.setClassAttribute(wanted)
        layer.triggerRepaint()


def write_labels(
    layer: QgsVectorLayer,
    asked: AskedQuery,
    labels: Mapping[int, bool],
    hits: Mapping[int, Hit],
    removed: dict[int, QgsFeature],
) -> Iterator[bool]:
    """Make the rows of a question say what is labelled now, a few at a time; what is right already is left as it is.

    It may be given up after any step, and done anew from the beginning.

    Args:
        layer: As :func:`open_labels` returns it.
        asked: The question.
        labels: Whether each labelled tile is a yes.
        hits: Tiles under their ids, as far as they are known.
        removed: Rows of this question that have been taken out, for tiles that are not known any more; kept up to date.

    Yields:
        Whether the file could be written; after a False nothing more is to be done.
    """
    provider = layer.dataProvider()
    right: set[int] = set()
    wrong: list[int] = []
    for row in layer.getFeatures(_lean(_of_question(asked), layer)):
        tile_id = int(row["tile_id"])
        fits = tile_id in labels and (row["label"] == YES) is labels[tile_id]
        # Of a step that was given up there may be two.
        if fits and tile_id not in right:
            right.add(tile_id)
        else:
            wrong.append(row.id())
    for some in _slices(wrong):
        rows = layer.getFeatures(QgsFeatureRequest().setFilterFids(some))
        removed.update({int(row["tile_id"]): QgsFeature(row) for row in rows})
        yield True
    new = [t for t in labels if t not in right and (t in hits or t in removed)]
    # First what is new: whatever fails, nothing is lost.
    for some in _slices(new):
        features = [
            _feature(layer, hits.get(tile_id), removed.get(tile_id), labels[tile_id], asked)
            for tile_id in some
        ]
        yield bool(provider.addFeatures(features)[0])
    for some in _slices(wrong):
        yield bool(provider.deleteFeatures(some))
    layer.triggerRepaint()


def _slices(numbers: Sequence[int]) -> Iterator[list[int]]:
    for begin in range(0, len(numbers), _ROWS_AT_A_TIME):
        yield list(numbers[slice(begin, begin + _ROWS_AT_A_TIME)])


def _lean(request: QgsFeatureRequest, layer: QgsVectorLayer) -> QgsFeatureRequest:
    """Return a request that reads no more of a row than what its label is."""
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return request.setSubsetOfAttributes(["tile_id", "label", "labelled", "parts"], layer.fields())


def _of_question(asked: AskedQuery) -> QgsFeatureRequest:
    parts = QgsExpression.quotedValue(question_key(asked))
    return QgsFeatureRequest().setFilterExpression(f'"parts" = {parts}')


def _feature(
    layer: QgsVectorLayer,
    hit: Hit | None,
    earlier: QgsFeature | None,
    yes: bool,
    asked: AskedQuery,
) -> QgsFeature:
    """Return the row of a label, of a hit or, if that is not known any more, of an earlier row."""
    feature = QgsFeature(layer.fields())
    values = {
        "label": YES if yes else NO, "question": asked.title, "labelled": now(), "parts": question_key(asked),
    }  # fmt: skip
    if hit is not None:
        feature.setGeometry(footprint_of(hit))
        values.update({name: getattr(hit, name) for name in _OF_TILE})
    elif earlier is not None:
        feature.setGeometry(earlier.geometry())
        values.update({name: earlier[name] for name in _OF_TILE})
    for name, value in values.items():
        feature[name] = value
    return feature
