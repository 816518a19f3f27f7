"""``scrl:exploreindex``: what is in a voice index, without a question."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from .. import texts
from ..contract import Notice, methods
from ..layers.groups import ODDITIES as ODDITIES_TABLE
from ..layers.groups import TILES as TILES_TABLE
from ..layers.groups import legend
from ..translation import tr, tr_later
from .algorithm import BUILDING, Run
from .filters import FilteredAlgorithm
from .output_layers import STYLE_GROUPS, STYLE_ODDITIES, copy_layer

GROUPS = "GROUPS"
ODDITIES = "ODDITIES"
OUTPUT = "OUTPUT"
ODD_OUTPUT = "ODD_OUTPUT"
TILES = "TILES"
FOUND = "FOUND"


class ExploreIndex(FilteredAlgorithm):
    """Groups the tiles of a voice index, and finds those that are least like the rest."""

    NAME = "exploreindex"
    TITLE = tr_later("What is in an index")
    GROUP = BUILDING
    TAGS = tr_later("groups clusters outliers overview contents kmeans")
    SUMMARY = tr_later(
        "Shows what is in a voice index without a question. Tiles that look alike are grouped, and each group is "
        "described by phrases; tiles that look least like the rest are listed. The results are a layer of all tiles "
        "with the number and the phrases of their groups, and a layer of the oddities, the oddest first."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add_index()
        whole = QgsProcessingParameterNumber.Type.Integer
        self.add(
            QgsProcessingParameterNumber(
                GROUPS,
                tr("Number of groups"),
                whole,
                methods.ExploreIndexParams.groups,
                minValue=1,
                maxValue=100,
            ),
            tr("At most so many; fewer if there are fewer different tiles."),
        )
        self.add(
            QgsProcessingParameterNumber(
                ODDITIES,
                tr("Number of tiles least like the rest"),
                whole,
                methods.ExploreIndexParams.oddities,
                minValue=0,
                maxValue=1000,
            )
        )
        self.add_filters()
        polygons = QgsProcessing.SourceType.TypeVectorPolygon
        self.add(QgsProcessingParameterFeatureSink(OUTPUT, tr("Tiles with groups"), polygons))
        self.add(
            QgsProcessingParameterFeatureSink(
                ODD_OUTPUT, tr("Least like the rest"), polygons, optional=True
            )
        )
        self.addOutput(QgsProcessingOutputNumber(TILES, tr("Number of tiles")))
        self.addOutput(QgsProcessingOutputNumber(FOUND, tr("Number of groups found")))

    def work(self, run: Run) -> dict[str, Any]:
        """Let the engine group the tiles, and hand on what it has written."""
        file = QgsProcessingUtils.generateTempFilename("groups.gpkg")
        params = methods.ExploreIndexParams(
            run.index(),
            self.parameterAsInt(run.parameters, GROUPS, run.context),
            self.parameterAsInt(run.parameters, ODDITIES, run.context),
            self.filters(run),
            file,
        )
        found = run.ask(methods.EXPLORE_INDEX, params)
        for note in found.notes:
            run.feedback.pushWarning(texts.note(note))
        for group in found.groups:
            tiles = tr("%n tile(s)", n=group.tiles)
            run.feedback.pushInfo(f"{legend(group)} ({tiles})")
        outputs = {
            OUTPUT: copy_layer(run, OUTPUT, _opened(file, TILES_TABLE), STYLE_GROUPS),
            TILES: found.searched,
            FOUND: len(found.groups),
        }
        if run.parameters.get(ODD_OUTPUT):
            oddities = _opened(file, ODDITIES_TABLE)
            outputs[ODD_OUTPUT] = copy_layer(run, ODD_OUTPUT, oddities, STYLE_ODDITIES)
        return outputs


def _opened(file: str, table: str) -> QgsVectorLayer:
    """Return a layer that the engine has written.

    Raises:
        QgsProcessingException: It cannot be opened.
    """
    layer = QgsVectorLayer(f"{file}|layername={table}", table, "ogr")
    if not layer.isValid():
        failure = Notice("footprints-unreadable", {"path": file})
        raise QgsProcessingException(texts.sentence(failure, "processing"))
    return layer
