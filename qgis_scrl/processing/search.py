"""What both searches share: filters in, a layer of hits and what was understood out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import (
    QgsGeometry,
    QgsProcessing,
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
from ..contract import Filters, Query, QueryPart, SearchParams, SearchResult, Unit, methods
from ..history import AskedQuery, now
from ..layers.hits import make_hits_layer
from ..settings import MOST_HITS
from ..translation import LocaleFloat, tr
from .algorithm import INDEX, EngineAlgorithm, Run
from .geojson import WGS84, area_of, as_filter
from .number_lists import ground_sizes
from .output_layers import STYLE_HITS, copy_layer

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

    def read(self, run: Run) -> None:
        """Read the filters, all but the area."""
        since, until = run.day(SINCE), run.day(UNTIL)
        if since and until and since > until:
            raise QgsProcessingException(
                tr("“{since}” is later than “{until}”. Swap the two dates.").format(
                    since=tr("Acquired since"), until=tr("Acquired until")
                )
            )
        self._filters = Filters(
            since=since.isoformat() if since else None,
            until=until.isoformat() if until else None,
            sources=tuple(name.strip() for name in run.text(SOURCES).split(",") if name.strip()),
            ground_sizes_m=ground_sizes(run.text(GROUND_SIZES)),
        )

    def search(self, run: Run, parts: tuple[QueryPart, ...], name: str = "") -> dict[str, Any]:
        """Ask the engine, write the hits, tell what was found; return the outputs.

        Args:
            run: The values of the parameters.
            parts: The parts of the question.
            name: What the question is called if nothing is recognised in it.
        """
        query = Query(
            parts=parts,
            filters=replace(self._filters, area=as_filter(self._area(run))),
            k=self.parameterAsInt(run.parameters, HITS, run.context),
            min_score=None
            if run.parameters.get(MIN_SCORE) in (None, "")
            else self.parameterAsDouble(run.parameters, MIN_SCORE, run.context),
            suppress_overlap=run.flag(MERGE),
            exact=run.flag(EXACT),
        )
        index = run.path(INDEX)
        result = run.ask(methods.SEARCH, SearchParams(index, query))
        self._tell(result, run.feedback)
        asked = AskedQuery(query, index, now(), sounded_like(result) or name)
        layer = make_hits_layer(result, "hits", asked, styled=False)
        return {
            OUTPUT: copy_layer(run, OUTPUT, layer, STYLE_HITS),
            FOUND: len(result.hits),
            UNDERSTOOD: _phrases(result),
        }

    def _area(self, run: Run) -> QgsGeometry | None:
        extent = None
        if run.parameters.get(EXTENT):
            extent = self.parameterAsExtentGeometry(run.parameters, EXTENT, run.context, WGS84)
        source = self.parameterAsSource(run.parameters, AREA, run.context)
        return area_of(source, extent, run.context, run.feedback)

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
