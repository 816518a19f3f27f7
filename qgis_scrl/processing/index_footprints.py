"""``scrl:indexfootprints``: where a voice index has tiles."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from .. import texts
from ..contract import Notice, Unit, methods
from ..translation import tr, tr_later
from .algorithm import BUILDING, EngineAlgorithm, Run
from .output_layers import STYLE_FOOTPRINTS, copy_layer

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

    def work(self, run: Run) -> dict[str, Any]:
        """Let the engine write the footprints, and hand them on."""
        params = methods.WriteFootprintsParams(
            run.index(),
            QgsProcessingUtils.generateTempFilename("footprints.gpkg"),
        )
        written = run.ask(methods.WRITE_FOOTPRINTS, params)
        layer = QgsVectorLayer(written.path, "footprints", "ogr")
        if not layer.isValid():
            failure = Notice("footprints-unreadable", {"path": written.path})
            raise QgsProcessingException(texts.sentence(failure, "processing"))
        output = copy_layer(run, OUTPUT, layer, STYLE_FOOTPRINTS)
        run.feedback.pushInfo(texts.count(Unit.TILE, written.tiles))
        return {OUTPUT: output, TILES: written.tiles}
