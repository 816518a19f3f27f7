"""What both searches share: filters in, a layer of hits and what was understood out."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from .. import texts
from ..answers import score_range, sounded_like
from ..contract import Filters, GeoJson, Query, QueryPart, SearchParams, SearchResult, Unit, methods
from ..history import AskedQuery, now
from ..settings import MOST_HITS
from ..translation import LocaleFloat, tr
from .algorithm import EngineAlgorithm
from .geojson import WGS84, area_of, as_filter
from .number_lists import BadNumbers, bad_ground_sizes, positive_numbers
from .output_layers import write_hits

HITS = "HITS"
AREA = "AREA"
EXTENT = "EXTENT"
SINCE = "SINCE"
UNTIL = "UNTIL"
SOURCES = "SOURCES"
GROUND_SIZES = "GROUND_SIZES"
MIN_SCORE = "MIN_SCORE"
MERGE = "MERGE"
EXACT = "EXACT"
OUTPUT = "OUTPUT"
FOUND = "FOUND"
UNDERSTOOD = "UNDERSTOOD"


class SearchAlgorithm(EngineAlgorithm):
    """A search; subclasses add the question."""

    def declare_filters(self) -> None:
        """Declare the filters and the outputs."""
        self.add(
            QgsProcessingParameterNumber(
                HITS,
                tr("Number of hits"),
                QgsProcessingParameterNumber.Type.Integer,
                20,
                minValue=1,
                maxValue=MOST_HITS,
            )
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                AREA,
                tr("Only inside these polygons"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
            tr("A polygon layer in any CRS, or its selected features."),
        )
        self.add(QgsProcessingParameterExtent(EXTENT, tr("Only inside this extent"), optional=True))
        for name, title in ((SINCE, tr("Acquired since")), (UNTIL, tr("Acquired until"))):
            self.add(
                QgsProcessingParameterDateTime(
                    name, title, QgsProcessingParameterDateTime.Type.Date, optional=True
                )
            )
        self.add_advanced(
            QgsProcessingParameterString(SOURCES, tr("Only these rasters"), optional=True),
            tr("File names, separated by commas; * stands for any characters."),
        )
        self.add_advanced(
            QgsProcessingParameterString(
                GROUND_SIZES, tr("Only tiles of these ground sizes (metres)"), optional=True
            ),
            tr("Numbers: 100, 200."),
        )
        self.add_advanced(
            QgsProcessingParameterNumber(
                MIN_SCORE,
                tr("Minimum score"),
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=-1.0,
                maxValue=1.0,
            ),
            tr(
                "Empty: all hits. The score is the probability that a hit is right, 0 to 1; 0.5 is a good start."
            ),
        )
        self.add_advanced(
            QgsProcessingParameterBoolean(
                MERGE, tr("Keep only the best of hits that show the same place"), True
            )
        )
        self.add_advanced(
            QgsProcessingParameterBoolean(
                EXACT, tr("Compare with every tile (slower in large indexes)"), False
            )
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                OUTPUT, tr("Hits"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )
        self.addOutput(QgsProcessingOutputNumber(FOUND, tr("Number of hits found")))
        self.addOutput(QgsProcessingOutputString(UNDERSTOOD, tr("Heard as")))

    def checkParameterValues(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Find what can be found wrong before anything is started."""
        good, text = super().checkParameterValues(parameters, context)
        if not good:
            return good, text
        try:
            self._query((), None, parameters, context)
        except QgsProcessingException as error:
            return False, str(error)
        return True, ""

    def search(
        self,
        parts: tuple[QueryPart, ...],
        name: str,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Ask the engine, write the hits, tell what was found; return the outputs.

        Args:
            parts: The parts of the question.
            name: What the question is called if nothing is recognised in it.
            parameters: The values of the parameters.
            context: Of this run.
            feedback: Told of the progress and of the hits.
        """
        area = area_of(
            self.parameterAsSource(parameters, AREA, context),
            self.parameterAsExtentGeometry(parameters, EXTENT, context, WGS84)
            if parameters.get(EXTENT)
            else None,
            context,
            feedback,
        )
        index = self.index_path(parameters, context)
        query = self._query(parts, as_filter(area), parameters, context)
        result = self.ask(methods.SEARCH, SearchParams(index, query), feedback)
        self._tell(result, feedback)
        asked = AskedQuery(query, index, now(), sounded_like(result) or name)
        return {
            OUTPUT: write_hits(self, parameters, OUTPUT, result, asked, context, feedback),
            FOUND: len(result.hits),
            UNDERSTOOD: _phrases(result),
        }

    def _query(
        self,
        parts: tuple[QueryPart, ...],
        area: GeoJson | str | None,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> Query:
        """Return the question with its filters.

        Raises:
            QgsProcessingException: The parameters make no filters.
        """
        written = self.parameterAsString(parameters, GROUND_SIZES, context)
        try:
            sizes = positive_numbers(written)
        except BadNumbers as error:
            raise QgsProcessingException(bad_ground_sizes(written)) from error
        since, until = self.day(parameters, SINCE, context), self.day(parameters, UNTIL, context)
        if since and until and since > until:
            raise QgsProcessingException(
                tr("“{since}” is later than “{until}”. Swap the two dates.").format(
                    since=tr("Acquired since"), until=tr("Acquired until")
                )
            )
        names = self.parameterAsString(parameters, SOURCES, context).split(",")
        least = parameters.get(MIN_SCORE)
        return Query(
            parts=parts,
            filters=Filters(
                area=area,
                since=since.isoformat() if since else None,
                until=until.isoformat() if until else None,
                sources=tuple(name.strip() for name in names if name.strip()),
                ground_sizes_m=sizes,
            ),
            k=self.parameterAsInt(parameters, HITS, context),
            min_score=None
            if least in (None, "")
            else self.parameterAsDouble(parameters, MIN_SCORE, context),
            suppress_overlap=self.parameterAsBool(parameters, MERGE, context),
            exact=self.parameterAsBool(parameters, EXACT, context),
        )

    def _tell(self, result: SearchResult, feedback: QgsProcessingFeedback) -> None:
        for note in result.notes:
            feedback.pushWarning(texts.note(note))
        if result.understood:
            feedback.pushInfo(tr("Heard as: {phrases}").format(phrases=_phrases(result)))
        if not result.hits:
            feedback.pushWarning(
                tr(
                    "No hits among %n tile(s). Reduce the minimum score, or rephrase the question.",
                    n=result.searched,
                )
            )
            return
        feedback.pushInfo(
            tr(
                "%n hit(s) among {tiles} ({method}); the best score is {score:.3f}.",
                n=len(result.hits),
            ).format(
                tiles=texts.count(Unit.TILE, result.searched),
                method=result.method,
                score=LocaleFloat(score_range(result)[1]),
            )
        )
        limit = result.default_min_score
        if limit:  # 0: the model's scores are not calibrated.
            likely = sum(hit.score >= limit for hit in result.hits)
            feedback.pushInfo(
                tr(
                    "%n of them with a score of {limit:.3f} or more; hits below it are more likely wrong.",
                    n=likely,
                ).format(limit=LocaleFloat(limit))
            )


def _phrases(result: SearchResult) -> str:
    return "; ".join(phrase.text for phrase in result.understood)
