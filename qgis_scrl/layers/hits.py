"""The hits of a question as a polygon layer: made, styled, filtered, read back."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsGraduatedSymbolRenderer,
    QgsMapLayer,
    QgsPointXY,
    QgsProviderRegistry,
    QgsRendererRange,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate

from ..answers import score_range
from ..compat import POLYGON_GEOMETRY
from ..contract import Hit, Query, SearchResult, Tile, from_json, tiles, to_json
from ..environment import resource_path
from ..history import AskedQuery, shortened
from ..paths import exists
from ..question_words import tell_layer
from ..translation import LocaleFloat, tr

STYLE = ("styles", "hits.qml")
PROPERTY = "qgis_scrl/"
# Length and precision 0: without them QGIS writes five decimals, a metre of latitude.
_TYPES = {"integer": "int8", "real": "double(0,0)", "text": "string(0)", "date": "date"}
_QUESTION_FIELDS = ("voice_index", "question", "asked")
_FIELDS = (
    *(f"{attribute.name}:{_TYPES[attribute.type]}" for attribute in tiles.ATTRIBUTES),
    *(f"{name}:{_TYPES['text']}" for name in _QUESTION_FIELDS),
)
_FIRST_MOMENT = 'coalesce(to_datetime("date"), make_datetime(1, 1, 1, 0, 0, 0))'
_LAST_MOMENT = (
    "coalesce(to_datetime(\"date\") + to_interval('1 day'), make_datetime(9999, 1, 1, 0, 0, 0))"
)
_UNKNOWN = AskedQuery(Query(()))


def make_hits_layer(
    result: SearchResult, name: str, asked: AskedQuery = _UNKNOWN, styled: bool = True
) -> QgsVectorLayer:
    """Make a temporary layer of the hits, EPSG:4326, one polygon for each.

    QGIS draws it in whatever coordinate system the project has. Main thread only if it is styled.

    Args:
        result: The answer of the engine.
        name: Name of the layer.
        asked: The question, which the layer is to remember.
        styled: Whether to give it the style of the plugin.

    Returns:
        The layer, not yet part of a project. Feature ``rank`` has the id ``rank``.
    """
    layer = empty_layer(name)
    add_hits(layer, result.hits, asked)
    finish_layer(layer, result, asked, styled)
    return layer


def empty_layer(name: str) -> QgsVectorLayer:
    """Make a temporary layer that hits can be added to."""
    fields = "&".join(f"field={field}" for field in _FIELDS)
    return QgsVectorLayer(f"Polygon?crs=EPSG:4326&{fields}", name, "memory")


def add_hits(layer: QgsVectorLayer, some: Sequence[Hit], asked: AskedQuery) -> None:
    """Add some of the hits of an answer: who has a thousand adds them a few at a time."""
    own = layer.fields()
    layer.dataProvider().addFeatures([_feature(own, hit, asked) for hit in some])


def finish_layer(
    layer: QgsVectorLayer, result: SearchResult, asked: AskedQuery, styled: bool = True
) -> None:
    """Make a layer that holds its hits ready for a project."""
    layer.updateExtents()
    if styled:
        style_hits(layer, result)
    # Last: loading a style may overwrite a layer's own properties, which are saved with the project.
    kept = replace(result, hits=(), notes=())
    layer.setCustomProperty(PROPERTY + "layer", "hits")
    layer.setCustomProperty(PROPERTY + "asked", json.dumps(to_json(asked)))
    layer.setCustomProperty(PROPERTY + "result", json.dumps(to_json(kept)))
    tell_layer(layer, asked)


def style_hits(layer: QgsVectorLayer, result: SearchResult) -> None:
    """Give a layer of hits the style of ``resources/styles/hits.qml``, its classes fitted."""
    layer.loadNamedStyle(str(resource_path(*STYLE)))
    rank = QgsExpression.quotedString(tr("Rank"))
    layer.setDisplayExpression(f"{rank} || ' ' || \"rank\" || ', ' || \"source\"")
    # The words are not in the style, which is the same in every language.
    tip = tr("Rank {rank}, score {score}").format(rank="[% rank %]", score="[% round(score, 3) %]")
    layer.setMapTipTemplate(f"<b>{tip}</b><br>[% source %]<br>[% date %]")
    renderer = layer.renderer()
    if isinstance(renderer, QgsGraduatedSymbolRenderer):
        fit_classes(renderer, *score_range(result))
    _follow_time(layer)
    layer.triggerRepaint()


def _follow_time(layer: QgsVectorLayer) -> None:
    """Let hits follow QGIS's temporal controller by the days of their imagery; what has none is always shown."""
    if layer.fields().lookupField("date") < 0:
        return
    properties = layer.temporalProperties()
    # Expressions: QGIS compares a field of days with the times of its controller as texts.
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
    properties.setStartExpression(_FIRST_MOMENT)
    properties.setEndExpression(_LAST_MOMENT)
    properties.setIsActive(True)


def fit_classes(renderer: QgsGraduatedSymbolRenderer, lowest: float, highest: float) -> None:
    """Spread the classes of a graduated renderer evenly from the lowest to the highest score.

    QGIS's own classification rounds its limits, so that the best hit may fall outside.
    """
    symbols = [entry.symbol().clone() for entry in renderer.ranges()]
    if not symbols:
        return
    lowest = math.floor(lowest * 1000) / 1000
    highest = max(math.ceil(highest * 1000) / 1000, lowest + 0.001)
    step = (highest - lowest) / len(symbols)
    renderer.deleteAllClasses()
    for number, symbol in enumerate(symbols):
        low, high = lowest + number * step, lowest + (number + 1) * step
        if number == len(symbols) - 1:
            high = highest
        label = tr("{low:.2f} to {high:.2f}").format(low=LocaleFloat(low), high=LocaleFloat(high))
        renderer.addClassRange(QgsRendererRange(low, high, symbol, label))


def filter_by_score(layer: QgsVectorLayer, least: float | None, hidden: list[QgsFeature]) -> None:
    """Show only hits with at least that score; None shows all.

    Args:
        layer: A layer of hits. One that is being edited hides none.
        least: The score.
        hidden: The hits that a temporary layer has given away for it, changed in place. Such a layer gets no filter:
            QGIS works it out with the variables of the project while it draws, in another thread, and crashes if a
            layer comes or goes meanwhile (found by the soak, docs/reliability.md).
    """
    # A hair less than asked: the hit that set the limit must stay, whatever the rounding.
    lowest = None if least is None else least - 1e-9
    if layer.providerType() == "memory":
        _set_filter(layer, "")
        _move_weaker(layer, -math.inf if lowest is None else lowest, hidden)
    else:
        _set_filter(layer, "" if lowest is None else f'"score" >= {lowest:.9f}')


def _move_weaker(layer: QgsVectorLayer, lowest: float, hidden: list[QgsFeature]) -> None:
    """Move hits with less than a score from a layer to those that are hidden, and all others back."""
    provider, editing = layer.dataProvider(), layer.isEditable()
    weaker = [] if editing else [each for each in layer.getFeatures() if _score(each) < lowest]
    back = [feature for feature in hidden if _score(feature) >= lowest]
    if not weaker and not back:
        return
    if back and provider.addFeatures([_fitted(each, provider.fields()) for each in back])[0]:
        hidden[:] = [feature for feature in hidden if _score(feature) < lowest]
    ids = [feature.id() for feature in weaker]
    selected = set(layer.selectedFeatureIds()).difference(ids)
    if provider.deleteFeatures(ids):
        hidden[:] = sorted(hidden + weaker, key=_score, reverse=True)
    layer.updateExtents()
    if not editing:
        layer.reload()  # Open tables of it show what is there now, and nothing is selected any more.
        layer.selectByIds(list(selected))
    layer.triggerRepaint()


def _fitted(feature: QgsFeature, fields: QgsFields) -> QgsFeature:
    """Return a feature for a layer whose fields the user may have changed meanwhile: QGIS takes all values, or none."""
    if feature.fields() == fields:
        return feature
    fitted = QgsFeature(fields)
    fitted.setGeometry(feature.geometry())
    for field in feature.fields():
        there = fields.lookupField(field.name())
        if there >= 0 and (fields[there].type(), fields[there].length()) == (field.type(), field.length()):  # fmt: skip
            fitted.setAttribute(there, feature[field.name()])
    return fitted


def _score(feature: QgsFeature) -> float:
    """Return the score of a hit; infinity for what the user has drawn, which no score hides."""
    try:
        score = feature["score"]
    except KeyError:
        return math.inf
    return float(score) if isinstance(score, (int, float)) else math.inf


def _set_filter(layer: QgsVectorLayer, wanted: str) -> None:
    if layer.subsetString() == wanted:
        return
    if layer.providerType() == "ogr":
        path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path")
        # QGIS opens the file anew for it, and crashes if it is gone.
        if not path or not exists(path):
            return
    layer.setSubsetString(wanted)


def is_hits_layer(layer: object) -> bool:
    """Return whether a layer holds hits of ours, also one that was kept and loaded again."""
    return isinstance(layer, QgsVectorLayer) and bool(
        layer.customProperty(PROPERTY + "layer", "") == "hits"
    )


def asked_of(layer: QgsMapLayer) -> AskedQuery:
    """Return the question of a layer of hits or a map of scores; without parts if an earlier version kept the layer."""
    try:
        return from_json(AskedQuery, json.loads(_property(layer, "asked")))
    except ValueError:
        return replace(
            _UNKNOWN,
            index=_property(layer, "index"),
            asked_at=_property(layer, "time"),
            name=_property(layer, "like"),
        )


def result_of(layer: QgsVectorLayer) -> SearchResult:
    """Read the answer back from a layer of hits, such as one that was saved with a project.

    Hits that the user has deleted from the layer are left out, and those that a temporary layer has given away
    (:func:`filter_by_score`).
    """
    subset = layer.subsetString()
    _set_filter(layer, "")
    hits = [hit for hit in map(hit_of, layer.getFeatures()) if hit is not None]
    _set_filter(layer, subset)
    try:
        known = json.loads(_property(layer, "result") or "{}")
        result = from_json(SearchResult, {"hits": [], **known})
    except (TypeError, ValueError):
        result = SearchResult((), 0, "")
    return replace(result, hits=tuple(sorted(hits, key=lambda hit: hit.rank)))


def features_by_rank(layer: QgsVectorLayer, ranks: Sequence[int]) -> list[int]:
    """Return the ids of the features with these ranks."""
    wanted = set(ranks)
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(["rank"], layer.fields())
    return [f.id() for f in layer.getFeatures(request) if _rank(f) in wanted]


def ranks_of_selection(layer: QgsVectorLayer) -> list[int]:
    """Return the ranks of the selected hits, best first; what the user has drawn has none."""
    ranks = (_rank(feature) for feature in layer.selectedFeatures())
    return sorted(rank for rank in ranks if rank is not None)


def footprint_of(tile: Tile) -> QgsGeometry:
    """Return the footprint of a tile, such as a hit, EPSG:4326."""
    return QgsGeometry.fromPolygonXY([[QgsPointXY(lon, lat) for lon, lat in tile.footprint]])


def default_name(asked: AskedQuery) -> str:
    """Return the name of the layer of a question: what it is, and the time at which it was asked."""
    spoken = asked.recording and len(asked.query.parts) == 1
    name = tr("Question") if spoken else shortened(asked.title)
    if asked.query.doubtful:
        name = tr("Doubtful: {question}").format(question=name)
    return f"{name} {asked.time}"


def kept_file(index: Path) -> Path:
    """Return the GeoPackage beside a voice index in which its hits are kept."""
    return index.parent / f"{index.stem} hits.gpkg"


def _feature(fields: QgsFields, hit: Hit, asked: AskedQuery) -> QgsFeature:
    feature = QgsFeature(fields)
    feature.setGeometry(footprint_of(hit))
    values = [_qt_value(attribute.of(hit)) for attribute in tiles.ATTRIBUTES]
    feature.setAttributes([*values, asked.index, asked.title, asked.asked_at])
    return feature


def _qt_value(value: Any) -> Any:
    return QDate(value.year, value.month, value.day) if isinstance(value, date) else value


def _rank(feature: QgsFeature) -> int | None:
    try:
        rank = feature["rank"]
    except KeyError:
        return None  # The user has deleted the field.
    # Empty, it is None, or a null of Qt's, as the version of QGIS has it.
    return rank if isinstance(rank, int) else None


def hit_of(feature: QgsFeature) -> Hit | None:
    """Read a hit from a feature; None if the user has put something else into the layer."""
    geometry = feature.geometry()
    if geometry.isNull() or geometry.type() != POLYGON_GEOMETRY:
        return None
    polygons = geometry.asMultiPolygon() if geometry.isMultipart() else [geometry.asPolygon()]
    if not polygons or not polygons[0]:
        return None
    ring = tuple((point.x(), point.y()) for point in polygons[0][0])
    values = dict(zip(feature.fields().names(), feature.attributes()))
    day = values.get("date")
    values["date"] = day.toPyDate() if isinstance(day, QDate) and day.isValid() else None
    # A layer that an earlier version kept does not have it.
    values.setdefault("similarity", values.get("score"))
    try:
        return tiles.hit_from_attributes(values, ring)
    except (KeyError, TypeError, ValueError):
        return None


def _property(layer: QgsMapLayer, name: str) -> str:
    return str(layer.customProperty(PROPERTY + name, ""))
