"""Hits and footprints as outputs of Processing: a sink that the user chose, styled once it is loaded."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsFeatureSink,
    QgsFields,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsVectorLayer,
)

from ..contract import SearchResult
from ..environment import resource_path
from ..history import AskedQuery
from ..layers import footprints, hits
from ..translation import tr

# GeoPackages number their features themselves; a copied number would collide with theirs.
OWN_ID_FIELD = "fid"


class StyleHits(QgsProcessingLayerPostProcessorInterface):
    """Gives a loaded layer of hits the style that the dock's layers have."""

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Style the layer; in the main thread."""
        if isinstance(layer, QgsVectorLayer):
            hits.style_hits(layer, hits.result_of(layer))


class StyleFootprints(QgsProcessingLayerPostProcessorInterface):
    """Gives a loaded layer of footprints its style."""

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Style the layer; in the main thread."""
        if isinstance(layer, QgsVectorLayer):
            layer.loadNamedStyle(str(resource_path(*footprints.STYLE)))
            layer.triggerRepaint()


# QGIS keeps only a pointer. They know nothing of a run, so one of each lives as long as the module.
_STYLE_HITS = StyleHits()
_STYLE_FOOTPRINTS = StyleFootprints()


def write_hits(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    output: str,
    result: SearchResult,
    asked: AskedQuery,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> str:
    """Write the hits into the sink ``output``; returns its id.

    Raises:
        QgsProcessingException: The sink cannot be written.
    """
    layer = hits.make_hits_layer(result, "hits", asked, styled=False)
    return _copy(algorithm, parameters, output, layer, _STYLE_HITS, context, feedback)


def copy_footprints(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    output: str,
    layer: QgsVectorLayer,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> str:
    """Copy the footprints into the sink ``output``; returns its id.

    Raises:
        QgsProcessingException: The sink cannot be written.
    """
    return _copy(algorithm, parameters, output, layer, _STYLE_FOOTPRINTS, context, feedback)


def _copy(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    output: str,
    layer: QgsVectorLayer,
    style: QgsProcessingLayerPostProcessorInterface,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> str:
    kept = [i for i, field in enumerate(layer.fields()) if field.name() != OWN_ID_FIELD]
    fields = QgsFields()
    for i in kept:
        fields.append(layer.fields()[i])
    sink, destination = algorithm.parameterAsSink(
        parameters, output, context, fields, layer.wkbType(), layer.crs()
    )
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, output))
    total = max(1, layer.featureCount())
    for number, feature in enumerate(layer.getFeatures()):
        if feedback.isCanceled():
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
        feedback.setProgress(100 * (number + 1) / total)
    # Out of the buffer and into the file: whoever reads the output next must find all of it.
    sink.flushBuffer()
    del sink
    if context.willLoadLayerOnCompletion(destination):
        context.layerToLoadOnCompletionDetails(destination).setPostProcessor(style)
    return str(destination)
