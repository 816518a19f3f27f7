"""``scrl:buildindex``: a voice index of rasters."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingUtils,
)

from ..results import DescribedSource, FailedSource
from .algorithm import BUILDING, INDEX, EngineAlgorithm, tr
from .build_report import add_build_outputs, report_build, tell_left_out, why
from .imagery_parameters import Imagery, ImageryParameters
from .number_lists import BadNumbers, positive_numbers

GROUND_SIZES = "GROUND_SIZES"
OVERLAP = "OVERLAP"


class BuildIndex(EngineAlgorithm):
    """Builds a voice index, or goes on with one that was interrupted."""

    NAME = "buildindex"
    TITLE = "Build voice index"
    GROUP = BUILDING
    TAGS = "embed tiles raster"
    SUMMARY = (
        "Makes imagery searchable by speaking. It is cut into square tiles, and each tile becomes a "
        "vector that can be compared with a spoken sentence. The result is a folder NAME.scrl, which "
        "holds no imagery. The rasters stay as they are.\n\n"
        "Take as ground size the side of what you look for: 50 to 100 m for a tennis court or an "
        "aeroplane, 200 m for a block of houses or a car park, 500 m for an airport or a harbour. Several "
        "sizes in one index find both.\n\n"
        "An interrupted build goes on where it stopped when it is run again with the same parameters."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        ImageryParameters(self).declare()
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
                tr("Overlap of neighbouring tiles (part of the side)"),
                QgsProcessingParameterNumber.Type.Double,
                0.0,
                minValue=0.0,
                maxValue=0.9,
            ),
            tr("0.5 finds what lies across the edge of two tiles, with four times as many tiles."),
        )
        self.add(
            QgsProcessingParameterFolderDestination(INDEX, tr("Voice index")),
            tr("The folder to make; by custom its name ends in .scrl."),
        )
        add_build_outputs(self)

    def checkParameterValues(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Find what can be found wrong before anything is started."""
        # First, for QGIS's own check would only say that a value is incorrect.
        problem = ImageryParameters(self).problem(parameters, context)
        if problem:
            return False, problem
        written = self.parameterAsString(parameters, GROUND_SIZES, context)
        try:
            positive_numbers(written)
        except BadNumbers:
            return False, tr("“{}” are no ground sizes. Write metres: 100, 200.").format(written)
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        """Read the parameters."""
        self._imagery = ImageryParameters(self).read(parameters, context)
        self._sizes = positive_numbers(self.parameterAsString(parameters, GROUND_SIZES, context))
        self._overlap = self.parameterAsDouble(parameters, OVERLAP, context)
        self._index = os.path.abspath(  # noqa: PTH100 - links stay links
            self.parameterAsFileOutput(parameters, INDEX, context)
        )
        return True

    def work(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Let the engine build, and report."""
        sizes = self._sizes or (self._suggested(self._imagery, feedback),)
        answer = self.engine(
            "build_index",
            {
                "index": self._index,
                "inputs": list(self._imagery.inputs),
                "ground_sizes_m": list(sizes),
                "overlap": self._overlap,
                "options": self._imagery.options(),
            },
            feedback,
        )
        outputs = {INDEX: self._index, **report_build(answer, feedback)}
        if self._index.startswith(QgsProcessingUtils.tempFolder()):
            feedback.pushWarning(
                tr("This voice index lies in a temporary folder and is lost when QGIS ends. ")
                + tr("Choose a folder to keep it.")
            )
        return outputs

    def _suggested(self, imagery: Imagery, feedback: QgsProcessingFeedback) -> float:
        """Return the ground size that suits the pixels of the first raster."""
        answer = self.engine(
            "describe_sources",
            {"inputs": list(imagery.inputs), "options": imagery.options()},
            feedback,
        )
        for message in answer["sources"]:
            source = DescribedSource.from_message(message)
            feedback.pushInfo(
                tr("Ground size {:g} m, suggested from the pixels of {} ({:.3g} m).").format(
                    source.suggested_ground_size_m, source.name, source.pixel_size_m
                )
            )
            return source.suggested_ground_size_m
        # None can be read: the first one says why.
        failed = [FailedSource.from_message(message) for message in answer["failed"]]
        tell_left_out(failed, feedback)
        raise QgsProcessingException(why(failed[0]) if failed else tr("No raster was found."))
