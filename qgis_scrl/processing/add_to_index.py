"""``scrl:addtoindex``: more imagery in a voice index that is there already."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingOutputFolder

from ..contract import methods
from ..settings import Settings
from ..translation import tr, tr_later
from .algorithm import BUILDING, INDEX, EngineAlgorithm, Run
from .build_report import add_build_outputs, report_build
from .imagery_parameters import declare_imagery, read_imagery


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
        declare_imagery(self)
        # The same folder again, so that a model can go on with it once the imagery is in.
        self.addOutput(QgsProcessingOutputFolder(INDEX, tr("Voice index")))
        add_build_outputs(self)

    def read(self, run: Run) -> None:
        """Read the imagery."""
        self._index = run.index()
        self._imagery = read_imagery(run)

    def work(self, run: Run) -> dict[str, Any]:
        """Let the engine add, and report."""
        imagery = self._imagery
        params = methods.AddToIndexParams(
            self._index,
            imagery.inputs,
            imagery.options,
            imagery.confirmed,
            imagery.layers,
            Settings().build_cluster,
        )
        report = run.ask(methods.ADD_TO_INDEX, params)
        return {INDEX: self._index, **report_build(report, run.feedback)}
