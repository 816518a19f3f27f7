"""What both searches share: filters in, a layer of hits and what was understood out."""

from __future__ import annotations

from dataclasses import dataclass
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
from qgis.PyQt.QtCore import QDateTime, Qt

from ..layers.hits import Asked
from ..results import SearchResult
from ..settings import MOST_HITS
from .algorithm import EngineAlgorithm, tr
from .geojson import WGS84, area_of, as_wire_area
from .number_lists import BadNumbers, positive_numbers
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


@dataclass(frozen=True)
class Filters:
    """What is asked beside the question; None and empty mean no filter.

    Attributes:
        hits: Most hits wanted.
        since: Acquired on that day or later, ``2015-06-30``.
        until: Or earlier.
        sources: Names of rasters, with ``*`` and ``?``.
        ground_sizes_m: Sides of tiles.
        min_score: Lowest score.
        merge: Of hits that show the same place only the best stays.
        exact: Without Annoy.
    """

    hits: int
    since: str | None
    until: str | None
    sources: tuple[str, ...]
    ground_sizes_m: tuple[float, ...]
    min_score: float | None
    merge: bool
    exact: bool

    def params(self) -> dict[str, Any]:
        """Return them as the wire's ``search`` takes them."""
        return {
            "k": self.hits,
            "since": self.since,
            "until": self.until,
            "sources": list(self.sources) or None,
            "ground_sizes_m": list(self.ground_sizes_m) or None,
            "min_score": self.min_score,
            "suppress_overlap": self.merge,
            "exact": self.exact,
        }


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
            tr("A layer in any coordinate system, or its selected features."),
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
            tr("File names, separated by commas; * stands for any letters."),
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
                tr("Lowest score"),
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=-1.0,
                maxValue=1.0,
            ),
            tr(
                "Empty: all hits. A score says how likely a hit is right, 0 to 1; 0.5 is a good start."
            ),
        )
        self.add_advanced(
            QgsProcessingParameterBoolean(
                MERGE, tr("Of hits that show the same place, keep only the best"), True
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
        self.addOutput(QgsProcessingOutputString(UNDERSTOOD, tr("What was understood")))

    def checkParameterValues(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Find what can be found wrong before anything is started."""
        good, text = super().checkParameterValues(parameters, context)
        if not good:
            return good, text
        try:
            self.read_filters(parameters, context)
        except QgsProcessingException as error:
            return False, str(error)
        return True, ""

    def read_filters(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Filters:
        """Return the filters.

        Raises:
            QgsProcessingException: They are no filters.
        """
        written = self.parameterAsString(parameters, GROUND_SIZES, context)
        try:
            sizes = positive_numbers(written)
        except BadNumbers as error:
            raise QgsProcessingException(
                tr("“{}” are no ground sizes. Write metres: 100, 200.").format(written)
            ) from error
        since, until = self.day(parameters, SINCE, context), self.day(parameters, UNTIL, context)
        if since and until and since > until:
            raise QgsProcessingException(
                tr("No day is after {} and before {}. Exchange the two dates.").format(since, until)
            )
        names = self.parameterAsString(parameters, SOURCES, context).split(",")
        least = parameters.get(MIN_SCORE)
        return Filters(
            hits=self.parameterAsInt(parameters, HITS, context),
            since=since,
            until=until,
            sources=tuple(name.strip() for name in names if name.strip()),
            ground_sizes_m=sizes,
            min_score=None
            if least in (None, "")
            else self.parameterAsDouble(parameters, MIN_SCORE, context),
            merge=self.parameterAsBool(parameters, MERGE, context),
            exact=self.parameterAsBool(parameters, EXACT, context),
        )

    def search(
        self,
        parts: list[dict[str, Any]],
        recording: str,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Ask the engine, write the hits, tell what was found; return the outputs.

        Args:
            parts: The parts of the question, as the wire takes them.
            recording: Sound file of the question; empty if it was not spoken.
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
        answer = self.engine(
            "search",
            {
                "index": index,
                "parts": parts,
                "area": as_wire_area(area),
                **self.read_filters(parameters, context).params(),
            },
            feedback,
        )
        result = SearchResult.from_message(answer)
        self._tell(result, feedback)
        now = QDateTime.currentDateTime().toString(Qt.DateFormat.ISODate)
        asked = Asked(index=index, recording=recording, time=now)
        return {
            OUTPUT: write_hits(self, parameters, OUTPUT, result, asked, context, feedback),
            FOUND: len(result.hits),
            UNDERSTOOD: "; ".join(phrase.text for phrase in result.understood),
        }

    def _tell(self, result: SearchResult, feedback: QgsProcessingFeedback) -> None:
        for note in result.notes:
            feedback.pushWarning(note)
        if result.understood:
            feedback.pushInfo(
                tr("Understood: {}").format("; ".join(phrase.text for phrase in result.understood))
            )
        if not result.hits:
            feedback.pushWarning(
                tr("No hit among {} tiles. Lower the lowest score, or ask in other words.").format(
                    result.searched
                )
            )
            return
        feedback.pushInfo(
            tr("{} hits among {} tiles ({}); the best score is {:.3f}.").format(
                len(result.hits), result.searched, result.method, result.score_range[1]
            )
        )
        limit = result.default_min_score
        if limit:  # 0: the model's scores are not calibrated.
            likely = sum(hit.score >= limit for hit in result.hits)
            feedback.pushInfo(
                tr(
                    "{} of them have a score of {:.3f} or more; below it a hit is more likely wrong."
                ).format(likely, limit)
            )
