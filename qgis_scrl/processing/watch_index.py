"""``scrl:watchindex``: the saved searches of a voice index, asked of what has been added to it."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)

from .. import texts
from ..contract import Query, TextPart, Unit, methods
from ..history import AskedQuery, now
from ..layers.hits import add_hits, empty_layer
from ..translation import tr, tr_later
from .algorithm import SEARCHING, EngineAlgorithm, Run
from .output_layers import STYLE_HITS, copy_layer

OUTPUT = "OUTPUT"
FOUND = "FOUND"


class WatchIndex(EngineAlgorithm):
    """Finds what the saved searches of an index look for among the tiles that have come since they were last asked."""

    NAME = "watchindex"
    TITLE = tr_later("New places for saved searches")
    GROUP = SEARCHING
    TAGS = tr_later("watch monitor new alert saved search keep asking")
    SUMMARY = tr_later(
        "Asks the saved searches of a voice index of the imagery that has been added since they were last asked. The "
        "result is a layer with a polygon for each new place, in EPSG:4326; the attribute “question” is the "
        "name of its search. What it has found once is not found again. Searches are saved with “Save search”."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add_index()
        self.add(
            QgsProcessingParameterFeatureSink(
                OUTPUT, tr("New places"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )
        self.addOutput(QgsProcessingOutputNumber(FOUND, tr("Number of new places")))

    def work(self, run: Run) -> dict[str, Any]:
        """Ask the engine, write the hits, and only then let them count as seen."""
        index = run.index()
        found = run.ask(methods.WATCH_INDEX, methods.WatchIndexParams(index))
        if not found.searches:
            raise QgsProcessingException(
                tr("{index} has no saved searches. Save one with “Save search”.").format(
                    index=index
                )
            )
        layer = empty_layer("new")
        for each in found.searches:
            # The name of the search stands for its question.
            named = Query((TextPart(each.name),))
            add_hits(layer, each.hits, AskedQuery(named, index, now(), each.name))
            self._tell(run, each)
        layer.updateExtents()
        destination = copy_layer(run, OUTPUT, layer, STYLE_HITS)
        if not run.feedback.isCanceled():
            told = tuple(each.name for each in found.searches if each.failure is None)
            run.ask(methods.MARK_SEEN, methods.MarkSeenParams(index, told, found.seen))
        return {OUTPUT: destination, FOUND: sum(len(each.hits) for each in found.searches)}

    def _tell(self, run: Run, found: methods.NewHits) -> None:
        for note in found.notes:
            run.feedback.pushWarning(texts.note(note))
        if found.failure is not None:
            run.feedback.reportError(texts.sentence(found.failure, "processing"))
            return
        run.feedback.pushInfo(
            tr("{name}: %n new place(s) in {tiles}.", n=len(found.hits)).format(
                name=found.name, tiles=texts.count(Unit.TILE, found.searched)
            )
        )
