"""A map of scores as a raster layer: every tile in the colour of its score, nothing below a threshold."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass

from osgeo import gdal
from qgis.core import (
    QgsColorRampShader,
    QgsGraduatedSymbolRenderer,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsProject,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRendererRange,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..contract import from_json, to_json
from ..history import AskedQuery
from ..question_words import tell_layer
from ..translation import LocaleFloat, tr, tr_later
from .hits import PROPERTY

KIND = "scores"
#: Colours of the ramp "plasma" (van der Walt and Smith), which people with any colour vision can order.
_COLOURS = ("#7e03a8", "#cc4778", "#f89540", "#f0f921")
_OPACITY = 180
_WORDS = (
    tr_later("Unlikely"), tr_later("Perhaps"), tr_later("Likely"), tr_later("Very likely"),
)  # fmt: skip
#: Of a model whose scores are not probabilities.
_SIMILAR = (
    tr_later("Least similar"), tr_later("Less similar"), tr_later("Similar"), tr_later("Most similar"),
)  # fmt: skip
#: Where "perhaps", "likely" and "very likely" begin, between the score that is as likely right as wrong and 1.
_SHARES = (0.0, 0.4, 0.8)


@dataclass(frozen=True)
class Scale:
    """What the scores of a map mean.

    Attributes:
        best: The best score of the map.
        likely: The score from which on a tile is likely right; 0: the scores are not calibrated.
    """

    best: float = 1.0
    likely: float = 0.0

    @property
    def least(self) -> float:
        """The threshold at first: a weak map says more than an empty one."""
        return self.likely if 0 < self.likely <= self.best else max(0.0, 0.8 * self.best)

    @property
    def top(self) -> float:
        """The highest threshold that makes sense."""
        return 1.0 if self.likely else max(self.best, 0.01)

    def limits(self, least: float) -> list[tuple[float, str]]:
        """Return where each class begins, and its word; the first ones may lie below the threshold."""
        if self.likely:
            rest = [self.likely + share * (1.0 - self.likely) for share in _SHARES]
            return list(zip([-math.inf, *rest], map(tr, _WORDS)))
        step = max(self.best - least, 0.0) / len(_SIMILAR)
        return [(least + number * step, tr(word)) for number, word in enumerate(_SIMILAR)]


def make_score_layer(file: str, asked: AskedQuery) -> QgsRasterLayer | None:
    """Open a map of scores, styled, not yet part of a project.

    Args:
        file: The GeoTIFF that the engine has written.
        asked: The question, which the layer is to remember.

    Returns:
        The layer, or None if QGIS cannot open the file.
    """
    options = QgsRasterLayer.LayerOptions(False)  # its own style follows
    layer = QgsRasterLayer(file, layer_name(asked), "gdal", options)
    if not layer.isValid():
        return None
    style_score_layer(layer)
    layer.setCustomProperty(PROPERTY + "asked", json.dumps(to_json(asked)))
    tell_layer(layer, asked)
    return layer


def layer_name(asked: AskedQuery) -> str:
    """Return the name of the map of a question: what was asked, and when."""
    return tr("Scores: {question}").format(question=f"{asked.title} {asked.time}".strip())


def style_score_layer(layer: QgsRasterLayer) -> None:
    """Make a raster layer a map of scores, whose threshold is the one that its file suggests."""
    scale = _scale_in(layer.source())
    layer.setCustomProperty(PROPERTY + "layer", KIND)
    layer.setCustomProperty(PROPERTY + "best", scale.best)
    layer.setCustomProperty(PROPERTY + "likely", scale.likely)
    set_least(layer, scale.least)


def is_score_map(layer: object) -> bool:
    """Return whether a layer is a map of scores, also one of a project that was opened again."""
    return (
        isinstance(layer, QgsRasterLayer) and layer.customProperty(PROPERTY + "layer", "") == KIND
    )


def score_maps(project: QgsProject) -> list[QgsRasterLayer]:
    """Return the maps of scores of a project."""
    return [layer for layer in project.mapLayers().values() if is_score_map(layer)]


def map_of(project: QgsProject, asked: AskedQuery) -> QgsRasterLayer | None:
    """Return the map of a question; None if there is none."""
    return next((layer for layer in score_maps(project) if is_of(layer, asked)), None)


def is_of(layer: QgsMapLayer, asked: AskedQuery) -> bool:
    """Return whether a map is that of a question."""
    try:
        return (
            from_json(AskedQuery, json.loads(layer.customProperty(PROPERTY + "asked", ""))) == asked
        )
    except ValueError:
        return False


def scale_of(layer: QgsRasterLayer) -> Scale:
    """Return what the scores of a map mean."""
    return Scale(_number(layer, "best", 1.0), _number(layer, "likely", 0.0))


def least_of(layer: QgsRasterLayer) -> float:
    """Return the threshold of a map."""
    return _number(layer, "least", scale_of(layer).least)


def set_least(layer: QgsRasterLayer, least: float) -> None:
    """Colour only cells with at least that score; nothing is computed anew."""
    layer.setCustomProperty(PROPERTY + "least", least)
    items = [_item(least - 1e-6, QColor(0, 0, 0, 0), tr("Below {limit:.2f}: not coloured"), least)]
    limits = scale_of(layer).limits(least)
    ends = [*(limit for limit, _ in limits[1:]), math.inf]
    for (begin, word), end, name in zip(limits, ends, _COLOURS):
        if end <= least + 1e-9:
            continue
        colour = QColor(name)
        colour.setAlpha(_OPACITY)
        items.append(_item(end - 1e-6, colour, f"{word} (≥ {{limit:.2f}})", max(begin, least)))
    ramp = QgsColorRampShader()
    ramp.setColorRampType(QgsColorRampShader.Type.Discrete)
    ramp.setColorRampItemList(items)
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(ramp)
    layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader))
    layer.triggerRepaint()


def style_score_points(layer: QgsVectorLayer, scale: Scale) -> None:
    """Give a layer of points the colours and words of a map of scores."""
    limits = [(max(begin, -1.0), word) for begin, word in scale.limits(scale.least)]
    ends = [*(limit for limit, _ in limits[1:]), max(1.0, scale.best)]
    renderer = QgsGraduatedSymbolRenderer("score")
    for (begin, word), end, name in zip(limits, ends, _COLOURS):
        symbol = QgsMarkerSymbol.createSimple({"color": name, "outline_style": "no", "size": "1.6"})
        label = _label(f"{word} (≥ {{limit:.2f}})", max(begin, 0.0))
        renderer.addClassRange(QgsRendererRange(begin, end, symbol, label))
    layer.setRenderer(renderer)
    layer.triggerRepaint()


def _label(template: str, limit: float) -> str:
    return template.format(limit=LocaleFloat(limit))


def _item(end: float, colour: QColor, label: str, limit: float) -> QgsColorRampShader.ColorRampItem:
    return QgsColorRampShader.ColorRampItem(end, colour, _label(label, limit))


def _scale_in(file: str) -> Scale:
    """Return what the engine has written into the metadata of a map."""
    dataset = gdal.OpenEx(file, gdal.OF_RASTER)
    found = dataset.GetMetadata() if dataset is not None else {}
    try:
        return Scale(float(found["best_score"]), float(found["default_min_score"]))
    except (KeyError, ValueError):
        return Scale()


def _number(layer: QgsRasterLayer, name: str, otherwise: float) -> float:
    try:
        return float(layer.customProperty(PROPERTY + name, otherwise))
    except (TypeError, ValueError):
        return otherwise
