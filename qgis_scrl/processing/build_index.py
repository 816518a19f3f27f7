"""``scrl:buildindex``: a voice index of rasters."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsProcessingException,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingUtils,
)

from ..contract import methods
from ..settings import Settings
from ..translation import tr, tr_later
from .algorithm import BUILDING, INDEX, EngineAlgorithm, Run
from .build_report import add_build_outputs, report_build, tell_left_out, why
from .imagery_parameters import declare_imagery, read_imagery
from .number_lists import ground_sizes

GROUND_SIZES = "GROUND_SIZES"
OVERLAP = "OVERLAP"


class BuildIndex(EngineAlgorithm):
    """Builds a voice index, or goes on with one that was interrupted."""

    NAME = "buildindex"
    TITLE = tr_later("Build voice index")
    GROUP = BUILDING
    TAGS = tr_later("embed tiles raster")
    SUMMARY = tr_later(
        "Makes imagery searchable by voice. The rasters are divided into square tiles, and each tile is "
        "embedded as a vector that can be compared with a spoken sentence. The result is a folder NAME.scrl "
        "without any imagery. The rasters are not changed.\n\n"
        "Choose the ground size by what you are looking for: 50 to 100 m for a tennis court or an aeroplane, "
        "200 m for a block of houses or a car park, 500 m for an airport or a harbour. An index may combine "
        "several sizes.\n\n"
        "An interrupted build resumes where it stopped when it is run again with the same parameters."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        declare_imagery(self)
        self.add(
            QgsProcessingParameterString(
                GROUND_SIZES,
                tr("Ground sizes of the tiles (metres; empty: suggested)"),
                optional=True,
            ),
            tr("One or more numbers: 100, 200. Empty: suggested from the pixel size."),
        )
        self.add(
            QgsProcessingParameterNumber(
                OVERLAP,
                tr("Overlap of neighbouring tiles (fraction of the side)"),
                QgsProcessingParameterNumber.Type.Double,
                0.0,
                minValue=0.0,
                maxValue=0.9,
            ),
            tr("0.5 also finds objects on the edge of two tiles, with four times as many tiles."),
        )
        self.add(
            QgsProcessingParameterFolderDestination(INDEX, tr("Voice index")),
            tr("Folder to create; its name usually ends in .scrl."),
        )
        add_build_outputs(self)

    def read(self, run: Run) -> None:
        """Read the imagery and how it is divided into tiles."""
        self._imagery = read_imagery(run)
        self._sizes = ground_sizes(run.text(GROUND_SIZES))
        self._overlap = self.parameterAsDouble(run.parameters, OVERLAP, run.context)
        self._index = os.path.abspath(  # noqa: PTH100 - links stay links
            self.parameterAsFileOutput(run.parameters, INDEX, run.context)
        )

    def work(self, run: Run) -> dict[str, Any]:
        """Let the engine build, and report."""
        sizes = self._sizes or (self._suggested(run),)
        imagery = self._imagery
        params = methods.BuildIndexParams(
            self._index,
            imagery.inputs,
            sizes,
            self._overlap,
            imagery.options,
            imagery.confirmed,
            imagery.layers,
            Settings().build_cluster,
        )
        report = run.ask(methods.BUILD_INDEX, params)
        outputs = {INDEX: self._index, **report_build(report, run.feedback)}
        if self._index.startswith(QgsProcessingUtils.tempFolder()):
            run.feedback.pushWarning(
                tr(
                    "This voice index is in a temporary folder and is deleted when QGIS is closed. "
                    "Choose a folder to keep it."
                )
            )
        return outputs

    def _suggested(self, run: Run) -> float:
        """Return the ground size that suits the pixels of the first raster."""
        imagery = self._imagery
        params = methods.DescribeSourcesParams(imagery.inputs, imagery.options, imagery.layers)
        found = run.ask(methods.DESCRIBE_SOURCES, params)
        for source in found.sources:
            run.feedback.pushInfo(
                tr(
                    "Ground size {size:g} m, suggested by the pixel size of {name} ({pixel:.3g} m)."
                ).format(
                    size=source.suggested_ground_size_m,
                    name=source.name,
                    pixel=source.pixel_size_m,
                )
            )
            return source.suggested_ground_size_m
        # None can be read: the first one says why.
        tell_left_out(found.failed, run.feedback)
        raise QgsProcessingException(
            why(found.failed[0]) if found.failed else tr("No raster was found.")
        )
