"""Hits, footprints and maps of scores as outputs of Processing: where the user chose, styled once they are loaded."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from qgis.core import (
    QgsFeatureSink,
    QgsFields,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..layers import changes, footprints, groups, hits, notes, score_map
from ..translation import tr
from .algorithm import Run

# GeoPackages number their features themselves; a copied number would collide with theirs.
OWN_ID_FIELD = "fid"


class _Style(QgsProcessingLayerPostProcessorInterface):
    """Gives a loaded layer the style that the dock's layers have; in the main thread."""

    def __init__(
        self, style: Callable[[Any], None], kind: type[QgsMapLayer] = QgsVectorLayer
    ) -> None:
        super().__init__()
        self._style = style
        self._kind = kind

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Style the layer."""
        if isinstance(layer, self._kind):
            self._style(layer)


# QGIS keeps only a pointer. They know nothing of a run, so one of each lives as long as the module.
STYLE_HITS = _Style(lambda layer: hits.style_hits(layer, hits.result_of(layer)))
STYLE_FOOTPRINTS = _Style(footprints.style_footprints)
STYLE_NOTES = _Style(notes.style_notes)
STYLE_CHANGES = _Style(changes.style_changes)
STYLE_SCORES = _Style(score_map.style_score_layer, QgsRasterLayer)


@functools.cache
def style_score_points(scale: score_map.Scale) -> _Style:
    """Return what styles the points of a map of scores; it stays, too."""
    return _Style(lambda layer: score_map.style_score_points(layer, scale))


STYLE_GROUPS = _Style(groups.style_groups)
STYLE_ODDITIES = _Style(groups.style_oddities)


def copy_layer(run: Run, output: str, layer: QgsVectorLayer, style: _Style) -> str:
    """Copy a layer into the sink ``output``; returns its id.

    Args:
        run: The values of the parameters.
        output: Name of the sink.
        layer: What is copied.
        style: Given to the copy if it is loaded.

    Raises:
        QgsProcessingException: The sink cannot be written.
    """
    kept = [i for i, field in enumerate(layer.fields()) if field.name() != OWN_ID_FIELD]
    fields = QgsFields()
    for i in kept:
        fields.append(layer.fields()[i])
    sink, destination = run.algorithm.parameterAsSink(
        run.parameters, output, run.context, fields, layer.wkbType(), layer.crs()
    )
    if sink is None:
        raise QgsProcessingException(run.algorithm.invalidSinkError(run.parameters, output))
    total = max(1, layer.featureCount())
    for number, feature in enumerate(layer.getFeatures()):
        if run.feedback.isCanceled():
            break
        attributes = feature.attributes()
        feature.setFields(fields, True)
        feature.setAttributes([attributes[i] for i in kept])
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(
                tr(
                    "The output cannot be written: {reason} Choose another location or format."
                ).format(reason=sink.lastError())
            )
        run.feedback.setProgress(100 * (number + 1) / total)
    # Out of the buffer and into the file: whoever reads the output next must find all of it.
    sink.flushBuffer()
    del sink
    style_when_loaded(run, destination, style)
    return str(destination)


def style_when_loaded(run: Run, destination: str, style: _Style) -> None:
    """Style an output if it is loaded."""
    if run.context.willLoadLayerOnCompletion(destination):
        run.context.layerToLoadOnCompletionDetails(destination).setPostProcessor(style)
