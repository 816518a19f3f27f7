"""``scrl:scoremap``: the score of every tile of a voice index."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterRasterDestination,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from .. import texts
from ..contract import Notice, Query, methods
from ..layers.score_map import Scale
from ..translation import LocaleFloat, tr, tr_later
from .algorithm import SEARCHING, Run
from .output_layers import STYLE_SCORES, copy_layer, style_score_points, style_when_loaded
from .question import EXAMPLES, RECORDING, TEXT, QuestionAlgorithm, phrases_of

OUTPUT = "OUTPUT"
POINTS = "POINTS"
TILES = "TILES"
BEST = "BEST"
UNDERSTOOD = "UNDERSTOOD"


class ScoreMap(QuestionAlgorithm):
    """Makes a raster, and points, of the score of every tile."""

    NAME = "scoremap"
    TITLE = tr_later("Map of scores")
    GROUP = SEARCHING
    TAGS = tr_later("heat map heatmap score raster probability all tiles query")
    SUMMARY = tr_later(
        "Colours the whole map: computes the score of every tile of a voice index for a question that is typed, "
        "recorded, shown by examples, or a combination of these. The result is a raster (GeoTIFF) in the CRS of the "
        "indexed rasters, or in EPSG:4326 if they have several; a cell is as large as the step between the smallest "
        "tiles and has the best score of the tiles there. Points have the score of each single tile."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add_index()
        self.add_text(optional=True)
        self.add_recording(optional=True)
        self.add_examples()
        self.add_filters()
        self.add(QgsProcessingParameterRasterDestination(OUTPUT, tr("Map of scores")))
        self.add(
            QgsProcessingParameterFeatureSink(
                POINTS,
                tr("Scores of tiles (points)"),
                QgsProcessing.SourceType.TypeVectorPoint,
                optional=True,
                createByDefault=False,
            )
        )
        self.addOutput(QgsProcessingOutputNumber(TILES, tr("Number of tiles")))
        self.addOutput(QgsProcessingOutputNumber(BEST, tr("Best score")))
        self.addOutput(QgsProcessingOutputString(UNDERSTOOD, tr("Heard as")))

    def read(self, run: Run) -> None:
        """Read the filters."""
        super().read(run)
        if not any(run.parameters.get(name) for name in (TEXT, RECORDING, *EXAMPLES)):
            raise QgsProcessingException(_no_question())

    def work(self, run: Run) -> dict[str, Any]:
        """Let the engine score every tile, and report."""
        parts = self.parts(run)
        if not parts:
            raise QgsProcessingException(_no_question())
        raster = str(self.parameterAsOutputLayer(run.parameters, OUTPUT, run.context))
        points = ""
        if run.parameters.get(POINTS):
            points = QgsProcessingUtils.generateTempFilename("scores.fgb")
        params = methods.ScoreMapParams(
            run.index(), Query(parts, self.filters(run)), raster, points or None
        )
        result = run.ask(methods.SCORE_MAP, params)
        self.tell_understood(result.notes, result.understood, run.feedback)
        self._tell(result, run)
        style_when_loaded(run, raster, STYLE_SCORES)
        outputs = {
            OUTPUT: raster,
            TILES: result.searched,
            BEST: result.best_score,
            UNDERSTOOD: phrases_of(result.understood),
        }
        if points:
            layer = QgsVectorLayer(points, "scores", "ogr")
            if not layer.isValid():
                failure = Notice("score-map-unreadable", {"path": points})
                raise QgsProcessingException(texts.sentence(failure, "processing"))
            scale = Scale(result.best_score, result.default_min_score or 0.0)
            outputs[POINTS] = copy_layer(run, POINTS, layer, style_score_points(scale))
        return outputs

    def _tell(self, result: methods.ScoreMapResult, run: Run) -> None:
        run.feedback.pushInfo(
            tr("%n tile(s); the best score is {score:.3f}.", n=result.searched).format(
                score=LocaleFloat(result.best_score)
            )
        )
        if result.likely_share is not None:
            run.feedback.pushInfo(
                tr(
                    "{percent:.1f}% of them have a score of {limit:.3f} or more; those below it are more likely wrong."
                ).format(
                    percent=LocaleFloat(100 * result.likely_share),
                    limit=LocaleFloat(result.default_min_score or 0.0),
                )
            )


def _no_question() -> str:
    return tr("There is no question. Type what to look for, or choose a recording or an example.")
