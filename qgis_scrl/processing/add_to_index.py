"""``scrl:addtoindex``: more imagery in a voice index that is there already."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFolder,
)

from ..contract import methods
from ..translation import tr, tr_later
from .algorithm import BUILDING, INDEX, EngineAlgorithm
from .build_report import add_build_outputs, report_build
from .imagery_parameters import ImageryParameters


class AddToIndex(EngineAlgorithm):
    """Adds rasters to a voice index."""

    NAME = "addtoindex"
    TITLE = tr_later("Add imagery to voice index")
    GROUP = BUILDING
    TAGS = tr_later("append update tiles raster")
    SUMMARY = tr_later(
        "Adds rasters to a voice index. Rasters that it already contains are skipped, unless the file has "
        "changed. The tiles have the ground sizes and the overlap of the index."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add_index()
        ImageryParameters(self).declare()
        # The same folder again, so that a model can go on with it once the imagery is in.
        self.addOutput(QgsProcessingOutputFolder(INDEX, tr("Voice index")))
        add_build_outputs(self)

    def checkParameterValues(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Find what can be found wrong before anything is started."""
        # First, for QGIS's own check would only say that a value is incorrect.
        problem = ImageryParameters(self).problem(parameters, context)
        if problem:
            return False, problem
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        """Read the parameters."""
        self._index = self.index_path(parameters, context)
        self._imagery = ImageryParameters(self).read(parameters, context)
        return True

    def work(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Let the engine add, and report."""
        params = methods.AddToIndexParams(self._index, self._imagery.inputs, self._imagery.options)
        report = self.ask(methods.ADD_TO_INDEX, params, feedback)
        return {INDEX: self._index, **report_build(report, feedback)}
