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

from .algorithm import BUILDING, EngineAlgorithm, tr
from .output_layers import copy_footprints

OUTPUT = "OUTPUT"
TILES = "TILES"


class IndexFootprints(EngineAlgorithm):
    """Makes a layer of the tiles of a voice index."""

    NAME = "indexfootprints"
    TITLE = "Voice index footprints"
    GROUP = BUILDING
    TAGS = "tiles outline coverage"
    SUMMARY = (
        "Makes a layer with the outline of every tile of a voice index: its number, raster, ground size "
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
        answer = self.engine(
            "write_footprints",
            {
                "index": self.index_path(parameters, context),
                "out": QgsProcessingUtils.generateTempFilename("footprints.gpkg"),
            },
            feedback,
        )
        path = str(answer["path"])
        layer = QgsVectorLayer(path, "footprints", "ogr")
        if not layer.isValid():
            raise QgsProcessingException(
                tr("{} cannot be opened. Check that the disk has space, and try again.").format(
                    path
                )
            )
        output = copy_footprints(self, parameters, OUTPUT, layer, context, feedback)
        feedback.pushInfo(tr("{} tiles.").format(int(answer["tiles"])))
        return {OUTPUT: output, TILES: int(answer["tiles"])}
