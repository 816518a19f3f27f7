"""What all searches share: filters in, a layer of hits and what was understood out."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
)

from .. import texts
from ..answers import score_range, sounded_like
from ..contract import Query, SearchParams, SearchResult, Unit, methods
from ..history import AskedQuery, now
from ..layers.hits import make_hits_layer
from ..settings import MOST_HITS
from ..translation import LocaleFloat, tr
from .algorithm import Run
from .output_layers import STYLE_HITS, copy_layer
from .question import QuestionAlgorithm, phrases_of

HITS = "HITS"
PER_RASTER = "PER_RASTER"
MIN_SCORE = "MIN_SCORE"
MERGE = "MERGE"
EXACT = "EXACT"
OUTPUT = "OUTPUT"
FOUND = "FOUND"
UNDERSTOOD = "UNDERSTOOD"


class SearchAlgorithm(QuestionAlgorithm):
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
        self.add_filters()
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
            QgsProcessingParameterNumber(
                PER_RASTER,
                tr("Most hits of each raster"),
                QgsProcessingParameterNumber.Type.Integer,
                optional=True,
                minValue=1,
                maxValue=MOST_HITS,
            ),
            tr("Empty: no limit. 1 shows the best place of each raster."),
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

    def work(self, run: Run) -> dict[str, Any]:
        """Ask the engine, write the hits, tell what was found; return the outputs."""
        parts = self.parts(run)
        query = Query(
            parts=parts,
            filters=self.filters(run),
            k=self.parameterAsInt(run.parameters, HITS, run.context),
            min_score=None
            if run.parameters.get(MIN_SCORE) in (None, "")
            else self.parameterAsDouble(run.parameters, MIN_SCORE, run.context),
            suppress_overlap=run.flag(MERGE),
            exact=run.flag(EXACT),
            per_source=None
            if run.parameters.get(PER_RASTER) in (None, "")
            else self.parameterAsInt(run.parameters, PER_RASTER, run.context),
        )
        index = run.index()
        result = run.ask(methods.SEARCH, SearchParams(index, query))
        self._tell(result, run.feedback)
        asked = AskedQuery(query, index, now(), sounded_like(result) or self.name_of_question(run))
        layer = make_hits_layer(result, "hits", asked, styled=False)
        return {
            OUTPUT: copy_layer(run, OUTPUT, layer, STYLE_HITS),
            FOUND: len(result.hits),
            UNDERSTOOD: phrases_of(result.understood),
        }

    def _tell(self, result: SearchResult, feedback: QgsProcessingFeedback) -> None:
        self.tell_understood(result.notes, result.understood, feedback)
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
