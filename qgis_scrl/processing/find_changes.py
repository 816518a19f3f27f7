"""``scrl:findchanges``: what has changed between two times."""

from __future__ import annotations

from typing import Any, Literal

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from .. import texts
from ..contract import Filters, Notice, Period, Query, TextPart, methods
from ..settings import MOST_HITS
from ..translation import tr, tr_later
from .algorithm import SEARCHING, EngineAlgorithm, Run
from .geojson import WGS84, area_of, as_filter
from .output_layers import STYLE_CHANGES, copy_layer

BEFORE = "BEFORE"
AFTER = "AFTER"
TEXT = "TEXT"
DIRECTION = "DIRECTION"
AT_LEAST = "AT_LEAST"
HITS = "HITS"
EXTENT = "EXTENT"
OUTPUT = "OUTPUT"
FOUND = "FOUND"
COMPARED = "COMPARED"

#: As the contract names them, in the order of the list.
DIRECTIONS: tuple[Literal["any", "rose", "fell"], ...] = ("any", "rose", "fell")


class FindChanges(EngineAlgorithm):
    """Finds the places of an index that have changed most between two times."""

    NAME = "findchanges"
    TITLE = tr_later("Find changes")
    GROUP = SEARCHING
    TAGS = tr_later("change detection difference time date before after")
    SUMMARY = tr_later(
        "Compares two times of the imagery in a voice index, place by place. Without a question it finds the "
        "places whose picture has changed most, beyond what season and light have changed everywhere; with a "
        "question, where its score has risen or fallen: “wetland” in 2020 and none in 2009. The result is a "
        "layer with a polygon for each place, most changed first, in EPSG:4326."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add_index()
        when = tr(
            "A year, a month or a day: 2009, 2009-08, 2009-08-18. From one to another: 2009..2012."
        )
        self.add(QgsProcessingParameterString(BEFORE, tr("Earlier time")), when)
        self.add(QgsProcessingParameterString(AFTER, tr("Later time")), when)
        self.add(
            QgsProcessingParameterString(TEXT, tr("What to look for"), optional=True),
            tr("A word, a phrase or a sentence in English. Empty: any change of the picture."),
        )
        self.add(
            QgsProcessingParameterEnum(
                DIRECTION,
                tr("The score of the question has"),
                [tr("risen or fallen"), tr("risen"), tr("fallen")],
                defaultValue=0,
            )
        )
        self.add(
            QgsProcessingParameterNumber(
                AT_LEAST,
                tr("By at least"),
                QgsProcessingParameterNumber.Type.Double,
                0.0,
                minValue=0.0,
                maxValue=1.0,
            ),
            tr("A score is between 0 and 1; 0.3 is a clear change."),
        )
        self.add(
            QgsProcessingParameterNumber(
                HITS,
                tr("Number of places"),
                QgsProcessingParameterNumber.Type.Integer,
                20,
                minValue=1,
                maxValue=MOST_HITS,
            )
        )
        self.add(QgsProcessingParameterExtent(EXTENT, tr("Only inside this extent"), optional=True))
        self.add(
            QgsProcessingParameterFeatureSink(
                OUTPUT, tr("Changes"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )
        self.addOutput(QgsProcessingOutputNumber(FOUND, tr("Number of changes found")))
        self.addOutput(QgsProcessingOutputNumber(COMPARED, tr("Number of places compared")))

    def read(self, run: Run) -> None:
        """Read the two times."""
        self._before, self._after = _period(run.text(BEFORE)), _period(run.text(AFTER))

    def work(self, run: Run) -> dict[str, Any]:
        """Let the engine compare, and hand the places on."""
        extent = None
        if run.parameters.get(EXTENT):
            extent = self.parameterAsExtentGeometry(run.parameters, EXTENT, run.context, WGS84)
        area = area_of(None, extent, run.context, run.feedback)
        text = run.text(TEXT).strip()
        query = Query(
            (TextPart(text),) if text else (),
            Filters(area=as_filter(area)),
            self.parameterAsInt(run.parameters, HITS, run.context),
        )
        out = QgsProcessingUtils.generateTempFilename("changes.gpkg")
        params = methods.FindChangesParams(
            run.index(),
            self._before,
            self._after,
            query,
            DIRECTIONS[self.parameterAsEnum(run.parameters, DIRECTION, run.context)],
            self.parameterAsDouble(run.parameters, AT_LEAST, run.context),
            out,
        )
        found = run.ask(methods.FIND_CHANGES, params)
        for note in found.notes:
            run.feedback.pushWarning(texts.note(note))
        layer = QgsVectorLayer(out, "changes", "ogr")
        if not layer.isValid():
            failure = Notice("footprints-unreadable", {"path": out})
            raise QgsProcessingException(texts.sentence(failure, "processing"))
        run.feedback.pushInfo(
            tr("%n change(s) in {compared} places.", n=len(found.changes)).format(
                compared=found.compared
            )
        )
        return {
            OUTPUT: copy_layer(run, OUTPUT, layer, STYLE_CHANGES),
            FOUND: len(found.changes),
            COMPARED: found.compared,
        }


def _period(text: str) -> Period:
    """Read a time; what is no date the engine refuses."""
    period = Period.read(text)
    if period == Period():
        raise QgsProcessingException(tr("Give an earlier and a later time, such as 2009 and 2020."))
    return period
