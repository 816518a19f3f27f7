"""``scrl:searchbyrecording``: a recorded sentence as the question."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
)

from .algorithm import SEARCHING, tr
from .search import SearchAlgorithm

RECORDING = "RECORDING"


class SearchByRecording(SearchAlgorithm):
    """Finds the tiles that look like what is said in a recording."""

    NAME = "searchbyrecording"
    TITLE = "Search by recording"
    GROUP = SEARCHING
    TAGS = "find query sound audio"
    SUMMARY = (
        "Finds the places that look like what is said in a sound file. Say in one sentence what is to be "
        "seen from above: “white storage tanks beside a river”. The result is a layer with a polygon "
        "for each hit, the best first, in longitude and latitude.\n\n"
        "The voice search dock listens to the microphone; this algorithm is for models, batches and "
        "scripts."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add_index()
        self.add(
            QgsProcessingParameterFile(
                RECORDING,
                tr("Recorded question"),
                fileFilter=tr("Sound files (*.wav *.flac *.ogg *.opus *.mp3);;All files (*.*)"),
            ),
            tr("One spoken English sentence, 30 seconds at most."),
        )
        self.declare_filters()

    def work(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Let the engine search, and report."""
        path = os.path.abspath(  # noqa: PTH100 - links stay links
            self.parameterAsFile(parameters, RECORDING, context)
        )
        part = {"kind": "recording", "path": path}
        return self.search([part], path, parameters, context, feedback)
