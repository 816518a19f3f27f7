"""``scrl:savesearch``: a question that is to be asked of whatever is added to a voice index."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..contract import Query, methods
from ..translation import tr, tr_later
from .algorithm import SEARCHING, Run
from .question import QuestionAlgorithm

SEARCH = "SEARCH"
MIN_SCORE = "MIN_SCORE"
REPLACE = "REPLACE"


class SaveSearch(QuestionAlgorithm):
    """Saves a question for a voice index."""

    NAME = "savesearch"
    TITLE = tr_later("Save search")
    GROUP = SEARCHING
    TAGS = tr_later("watch monitor new alert saved search keep asking")
    SUMMARY = tr_later(
        "Saves a question beside a voice index, in the file “NAME searches.json”, to be asked of the imagery "
        "that is added from now on; “New places for saved searches” asks it. The searches of an index that has "
        "an address (a shared one, or one that a cluster searches) are your own, on this computer. "
        "A recording or a search profile must stay where it is; an area is copied."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add_index()
        self.add(QgsProcessingParameterString(SEARCH, tr("Name of the search")))
        self.add_text(optional=True)
        self.add_recording(optional=True)
        self.add_profile(optional=True)
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
            tr("Empty: 0.5, at which a place is as likely right as wrong."),
        )
        self.add_advanced(
            QgsProcessingParameterBoolean(REPLACE, tr("Replace a search of the same name"), False)
        )
        self.addOutput(QgsProcessingOutputString(SEARCH, tr("Name of the search")))

    def work(self, run: Run) -> dict[str, Any]:
        """Let the engine save it."""
        least = None
        if run.parameters.get(MIN_SCORE) not in (None, ""):
            least = self.parameterAsDouble(run.parameters, MIN_SCORE, run.context)
        query = Query(self.parts(run), self.filters(run), min_score=least)
        params = methods.SaveSearchParams(run.index(), run.text(SEARCH), query, run.flag(REPLACE))
        return {SEARCH: run.ask(methods.SAVE_SEARCH, params).name}
