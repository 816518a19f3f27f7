"""``scrl:indexfootprints``: where a voice index has tiles."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from .. import texts
from ..contract import Notice, Unit, methods
from ..translation import tr, tr_later
from .algorithm import BUILDING, EngineAlgorithm
from .output_layers import copy_footprints

OUTPUT = "OUTPUT"
TILES = "TILES"


class IndexFootprints(EngineAlgorithm):
    """Makes a layer of the tiles of a voice index."""

    NAME = "indexfootprints"
    TITLE = tr_later("Voice index footprints")
    GROUP = BUILDING
    TAGS = tr_later("tiles outline coverage")
    SUMMARY = tr_later(
        "Creates a layer with the footprint of every tile of a voice index: its ID, raster, ground size "
        "and acquisition date."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add_index()
        self.add(
            QgsProcessingParameterFeatureSink(
                OUTPUT, tr("Footprints"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )
        self.addOutput(QgsProcessingOutputNumber(TILES, tr("Number of tiles")))

    def work(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Let the engine write the footprints, and hand them on."""
        params = methods.WriteFootprintsParams(
            self.index_path(parameters, context),
            QgsProcessingUtils.generateTempFilename("footprints.gpkg"),
        )
        written = self.ask(methods.WRITE_FOOTPRINTS, params, feedback)
        layer = QgsVectorLayer(written.path, "footprints", "ogr")
        if not layer.isValid():
            failure = Notice("footprints-unreadable", {"path": written.path})
            raise QgsProcessingException(texts.sentence(failure, "processing"))
        output = copy_footprints(self, parameters, OUTPUT, layer, context, feedback)
        feedback.pushInfo(texts.count(Unit.TILE, written.tiles))
        return {OUTPUT: output, TILES: written.tiles}
