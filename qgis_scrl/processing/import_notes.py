"""``scrl:importnotes``: a folder of recordings becomes voice notes on the map."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from .. import texts
from ..compat import crs_text
from ..contract import methods, voice_notes
from ..translation import tr, tr_later
from .algorithm import SEARCHING, EngineAlgorithm, Run

FOLDER = "FOLDER"
POSITIONS = "POSITIONS"
CRS = "CRS"
CLOCK_OFFSET = "CLOCK_OFFSET"
AUTHOR = "AUTHOR"
NOTES = "NOTES"
ADDED = "ADDED"
KINDS = tr_later("GeoPackage (*.gpkg)")


class ImportNotes(EngineAlgorithm):
    """Adds a folder of recordings to a GeoPackage of voice notes."""

    NAME = "importnotes"
    TITLE = tr_later("Import voice notes")
    GROUP = SEARCHING
    TAGS = tr_later("notes recordings field gps gpx csv memo")
    SUMMARY = tr_later(
        "Adds a folder of recordings to a GeoPackage of voice notes, each at the place where it was recorded. Places "
        "come from a CSV file with the columns file, lon, lat (or x, y), from a GPX track by the time of the "
        "recording, or from names such as N48.1234_E11.5678.wav. The sound is copied into the GeoPackage; recordings "
        "that it holds already are left out."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add(
            QgsProcessingParameterFile(
                FOLDER, tr("Folder of recordings"), QgsProcessingParameterFile.Behavior.Folder
            )
        )
        self.add(
            QgsProcessingParameterFile(
                POSITIONS,
                tr("Positions"),
                fileFilter=tr("CSV or GPX files (*.csv *.gpx);;All files (*.*)"),
                optional=True,
            ),
            tr("Empty: the only CSV or GPX file of the folder, else the names of the recordings."),
        )
        self.add(QgsProcessingParameterString(AUTHOR, tr("Author"), optional=True))
        self.add_advanced(
            QgsProcessingParameterCrs(CRS, tr("CRS of the columns x and y"), optional=True)
        )
        self.add_advanced(
            QgsProcessingParameterNumber(
                CLOCK_OFFSET,
                tr("Seconds that the recorder's clock is ahead of the GPX track's"),
                QgsProcessingParameterNumber.Type.Double,
                0.0,
            )
        )
        self.add(QgsProcessingParameterFileDestination(NOTES, tr("Voice notes"), tr(KINDS)))
        self.addOutput(QgsProcessingOutputFile(NOTES, tr("Voice notes")))
        self.addOutput(QgsProcessingOutputNumber(ADDED, tr("Number of new notes")))

    def work(self, run: Run) -> dict[str, Any]:
        """Let the engine read the recordings."""
        file = run.algorithm.parameterAsFileOutput(run.parameters, NOTES, run.context)
        crs = self.parameterAsCrs(run.parameters, CRS, run.context)
        params = voice_notes.ImportNotesParams(
            str(Path(file).absolute()),
            run.path(FOLDER),
            run.path(POSITIONS) or None,
            crs_text(crs) or "EPSG:4326",
            self.parameterAsDouble(run.parameters, CLOCK_OFFSET, run.context),
            run.text(AUTHOR),
        )
        done = run.ask(methods.IMPORT_NOTES, params)
        for failed in done.failed:
            run.feedback.reportError(
                f"{failed.recording}: {texts.sentence(failed.failure, 'processing')}"
            )
        run.feedback.pushInfo(
            tr("%n note(s) added; {known} were there already.", n=len(done.added)).format(
                known=done.known
            )
        )
        return {NOTES: params.notes, ADDED: len(done.added)}
