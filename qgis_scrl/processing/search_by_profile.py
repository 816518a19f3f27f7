"""``scrl:searchbyprofile``: a search profile as the question."""

from __future__ import annotations

from typing import Any

from ..translation import tr_later
from .algorithm import SEARCHING
from .search import SearchAlgorithm


class SearchByProfile(SearchAlgorithm):
    """Finds the tiles that a saved question, with what it has learned from yes and no, looks for."""

    NAME = "searchbyprofile"
    TITLE = tr_later("Search by profile")
    GROUP = SEARCHING
    TAGS = tr_later("find query profile saved question classifier labels feedback")
    SUMMARY = tr_later(
        "Finds places with a search profile: a question that has learned from answers with yes and no, saved in the "
        "voice search dock as a file NAME.scrlprofile. It works with every voice index of the model it was made "
        "with. The score is the probability that a place is a yes. The result is a layer with a polygon for each "
        "hit, best first, in EPSG:4326."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add_index()
        self.add_profile()
        self.declare_filters()
