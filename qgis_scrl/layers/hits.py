"""The hits of a question as a polygon layer: made, styled, filtered, read back."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsGraduatedSymbolRenderer,
    QgsPointXY,
    QgsProviderRegistry,
    QgsRendererRange,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, Qt

from ..compat import POLYGON_GEOMETRY
from ..environment import resource_path
from ..paths import exists
from ..results import Hit, Phrase, SearchResult

STYLE = ("styles", "hits.qml")
PROPERTY = "qgis_scrl/"
# Length and precision 0: without them QGIS writes five decimals, a metre of latitude.
_FIELDS = (
    "rank:integer",
    "score:double(0,0)",
    "tile_id:int8",
    "source:string(255)",
    "source_path:string(0)",
    "date:date",
    "ground_size_m:double(0,0)",
    "lon:double(0,0)",
    "lat:double(0,0)",
    "col:double(0,0)",
    "row:double(0,0)",
    "width:double(0,0)",
    "height:double(0,0)",
    "voice_index:string(0)",
    "question:string(255)",
    "asked:string(32)",
)


@dataclass(frozen=True)
class Asked:
    """What a layer of hits remembers of its question.

    Attributes:
        index: Folder of the voice index.
        recording: Sound file of the question; empty if it was not spoken.
        time: When it was asked, ISO 8601.
        like: What the places were to be like; empty if the question was spoken.
    """

    index: str = ""
    recording: str = ""
    time: str = ""
    like: str = ""


def make_hits_layer(
    result: SearchResult, name: str, asked: Asked | None = None, styled: bool = True
) -> QgsVectorLayer:
    """Make a temporary layer of the hits, EPSG:4326, one polygon for each.

    QGIS draws it in whatever coordinate system the project has. Main thread only if it is styled.

    Args:
        result: The answer of the engine.
        name: Name of the layer.
        asked: What it is to remember of the question.
        styled: Whether to give it the style of the plugin.

    Returns:
        The layer, not yet part of a project. Feature ``rank`` has the id ``rank``.
    """
    asked = asked or Asked()
    layer = empty_layer(name)
    add_hits(layer, result.hits, result, asked)
    finish_layer(layer, result, asked, styled)
    return layer


def empty_layer(name: str) -> QgsVectorLayer:
    """Make a temporary layer that hits can be added to."""
    fields = "&".join(f"field={field}" for field in _FIELDS)
    return QgsVectorLayer(f"Polygon?crs=EPSG:4326&{fields}", name, "memory")


def add_hits(
    layer: QgsVectorLayer, some: Sequence[Hit], result: SearchResult, asked: Asked
) -> None:
    """Add some of the hits of an answer: who has a thousand adds them a few at a time."""
    own = layer.fields()
    layer.dataProvider().addFeatures([_feature(own, hit, result, asked) for hit in some])


def finish_layer(
    layer: QgsVectorLayer, result: SearchResult, asked: Asked, styled: bool = True
) -> None:
    """Make a layer that holds its hits ready for a project."""
    layer.updateExtents()
    if styled:
        style_hits(layer, result)
    # Last: loading a style may overwrite a layer's own properties.
    _remember(layer, result, asked)


def style_hits(layer: QgsVectorLayer, result: SearchResult) -> None:
    """Give a layer of hits the style of ``resources/styles/hits.qml``, its classes fitted."""
    layer.loadNamedStyle(str(resource_path(*STYLE)))
    layer.setDisplayExpression("'Rank ' || \"rank\" || ', ' || \"source\"")
    renderer = layer.renderer()
    if isinstance(renderer, QgsGraduatedSymbolRenderer):
        fit_classes(renderer, *result.score_range)
    layer.triggerRepaint()


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
        renderer.addClassRange(QgsRendererRange(low, high, symbol, f"{low:.2f} to {high:.2f}"))


def filter_by_score(layer: QgsVectorLayer, least: float | None) -> None:
    """Show only hits with at least that score; None shows all."""
    # A hair less than asked: the hit that set the limit must stay, whatever the rounding.
    wanted = "" if least is None else f'"score" >= {least - 1e-9:.9f}'
    _set_filter(layer, wanted)


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


def asked_of(layer: QgsVectorLayer) -> Asked:
    """Return what a layer of hits remembers of its question."""
    return Asked(
        index=str(layer.customProperty(PROPERTY + "index", "")),
        recording=str(layer.customProperty(PROPERTY + "recording", "")),
        time=str(layer.customProperty(PROPERTY + "time", "")),
        like=str(layer.customProperty(PROPERTY + "like", "")),
    )


def result_of(layer: QgsVectorLayer) -> SearchResult:
    """Read the answer back from a layer of hits, such as one that was saved with a project.

    Hits that the user has deleted from the layer are left out.
    """
    hits = []
    subset = layer.subsetString()
    _set_filter(layer, "")
    for feature in layer.getFeatures(QgsFeatureRequest()):
        hit = _hit(feature)
        if hit is not None:
            hits.append(hit)
    _set_filter(layer, subset)
    stored = str(layer.customProperty(PROPERTY + "result", "{}"))
    try:
        known = json.loads(stored)
        phrases = tuple(Phrase.from_message(phrase) for phrase in known.get("understood", []))
        threshold = known.get("default_min_score")
        searched, method = int(known.get("searched", 0)), str(known.get("method", ""))
    except (AttributeError, TypeError, ValueError):
        phrases, threshold, searched, method = (), None, 0, ""
    return SearchResult(
        hits=tuple(sorted(hits, key=lambda hit: hit.rank)),
        searched=searched,
        method=method,
        notes=(),
        understood=phrases,
        default_min_score=None if threshold is None else float(threshold),
    )


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


def footprint_of(hit: Hit) -> QgsGeometry:
    """Return the footprint of a hit, EPSG:4326."""
    return QgsGeometry.fromPolygonXY([[QgsPointXY(lon, lat) for lon, lat in hit.footprint]])


def default_name(asked: Asked) -> str:
    """Return the name of the layer of a question: the time at which it was asked."""
    return f"{asked.like or 'Question'} {asked.time[11:19]}"


def kept_file(index: Path) -> Path:
    """Return the GeoPackage beside a voice index in which its hits are kept."""
    return index.parent / f"{index.stem} hits.gpkg"


def _feature(fields: QgsFields, hit: Hit, result: SearchResult, asked: Asked) -> QgsFeature:
    feature = QgsFeature(fields)
    feature.setGeometry(footprint_of(hit))
    day = QDate.fromString(hit.date[:10], Qt.DateFormat.ISODate) if hit.date else QDate()
    feature.setAttributes(
        [
            hit.rank,
            hit.score,
            hit.tile_id,
            hit.source,
            hit.source_path,
            day if day.isValid() else None,
            hit.ground_size_m,
            hit.lon,
            hit.lat,
            *hit.window,
            asked.index,
            result.sounded_like or asked.like,
            asked.time,
        ]
    )
    return feature


def _rank(feature: QgsFeature) -> int | None:
    try:
        rank = feature["rank"]
    except KeyError:
        return None  # The user has deleted the field.
    # Empty, it is None, or a null of Qt's, as the version of QGIS has it.
    return rank if isinstance(rank, int) else None


def _hit(feature: QgsFeature) -> Hit | None:
    """Read a hit from a feature; None if the user has put something else into the layer."""
    geometry = feature.geometry()
    if geometry.isNull() or geometry.type() != POLYGON_GEOMETRY:
        return None
    polygons = geometry.asMultiPolygon() if geometry.isMultipart() else [geometry.asPolygon()]
    if not polygons or not polygons[0]:
        return None
    ring = tuple((point.x(), point.y()) for point in polygons[0][0])
    date = feature["date"]
    try:
        return Hit(
            rank=int(feature["rank"]),
            score=float(feature["score"]),
            tile_id=int(feature["tile_id"]),
            source=str(feature["source"]),
            source_path=str(feature["source_path"]),
            date=date.toString(Qt.DateFormat.ISODate) if isinstance(date, QDate) else None,
            ground_size_m=float(feature["ground_size_m"]),
            lon=float(feature["lon"]),
            lat=float(feature["lat"]),
            footprint=ring,
            window=(
                float(feature["col"]),
                float(feature["row"]),
                float(feature["width"]),
                float(feature["height"]),
            ),
        )
    except (KeyError, TypeError, ValueError):
        return None


def _remember(layer: QgsVectorLayer, result: SearchResult, asked: Asked) -> None:
    """Write into the layer's properties, which are saved with the project, what is not in its rows."""
    layer.setCustomProperty(PROPERTY + "layer", "hits")
    layer.setCustomProperty(PROPERTY + "index", asked.index)
    layer.setCustomProperty(PROPERTY + "recording", asked.recording)
    layer.setCustomProperty(PROPERTY + "time", asked.time)
    layer.setCustomProperty(PROPERTY + "like", asked.like)
    known = {
        "default_min_score": result.default_min_score,
        "searched": result.searched,
        "method": result.method,
        "understood": [{"text": p.text, "score": p.score} for p in result.understood],
    }
    layer.setCustomProperty(PROPERTY + "result", json.dumps(known))
