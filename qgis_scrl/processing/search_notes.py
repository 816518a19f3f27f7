"""``scrl:searchnotes``: voice notes that describe a place, or what is said or typed."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)

from ..contract import PlacePart, Query, methods, voice_notes
from ..layers.notes import answer_layer
from ..translation import tr, tr_later
from .algorithm import INDEX, SEARCHING, Run
from .import_notes import KINDS, NOTES
from .output_layers import STYLE_NOTES, copy_layer
from .question import QuestionAlgorithm

HITS = "HITS"
OUTPUT = "OUTPUT"
FOUND = "FOUND"


class SearchNotes(QuestionAlgorithm):
    """Ranks voice notes by how well they describe what is asked with."""

    NAME = "searchnotes"
    TITLE = tr_later("Search voice notes")
    GROUP = SEARCHING
    TAGS = tr_later("notes recordings field memo which fit here")
    SUMMARY = tr_later(
        "Ranks voice notes by how well they describe a place of a voice index, a picture, or what is said or typed. "
        "Notes that were recorded elsewhere count, too: somebody may have described a place like this. The result is a "
        "layer with a point for each note, best first, in EPSG:4326."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add(QgsProcessingParameterFile(NOTES, tr("Voice notes"), fileFilter=tr(KINDS)))
        self.add(
            QgsProcessingParameterFile(
                INDEX,
                tr("Voice index"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            tr("Needed for places: the notes are compared with its tiles there."),
        )
        self.add_text(optional=True)
        self.add_recording(optional=True)
        self.add_examples()
        self.add(
            QgsProcessingParameterNumber(
                HITS,
                tr("Maximum number of notes"),
                QgsProcessingParameterNumber.Type.Integer,
                20,
                minValue=1,
            )
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                OUTPUT, tr("Notes that fit"), QgsProcessing.SourceType.TypeVectorPoint
            )
        )
        self.addOutput(QgsProcessingOutputNumber(FOUND, tr("Number of notes that fit")))

    def read(self, run: Run) -> None:
        """There are no filters."""

    def work(self, run: Run) -> dict[str, Any]:
        """Ask the engine, and write its answer."""
        index, parts = run.index(), self.parts(run)
        if not index and any(isinstance(part, PlacePart) for part in parts):
            raise QgsProcessingException(
                tr("Choose the voice index that the places are compared in.")
            )
        query = Query(parts, k=self.parameterAsInt(run.parameters, HITS, run.context))
        params = voice_notes.SearchNotesParams(run.path(NOTES), query, index or None)
        found = run.ask(methods.SEARCH_NOTES, params)
        self.tell_understood(found.notes, found.understood, run.feedback)
        destination = copy_layer(run, OUTPUT, answer_layer(found.hits), STYLE_NOTES)
        return {OUTPUT: destination, FOUND: len(found.hits)}
