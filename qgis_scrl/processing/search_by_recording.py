"""``scrl:searchbyrecording``: a recorded sentence as the question."""

from __future__ import annotations

from typing import Any

from ..translation import tr_later
from .algorithm import SEARCHING
from .search import SearchAlgorithm


class SearchByRecording(SearchAlgorithm):
    """Finds the tiles that look like what is said in a recording."""

    NAME = "searchbyrecording"
    TITLE = tr_later("Search by recording")
    GROUP = SEARCHING
    TAGS = tr_later("find query sound audio")
    SUMMARY = tr_later(
        "Finds places that match what is said in an audio file. Describe in one sentence what can be seen "
        "from above: “white storage tanks beside a river”. The result is a layer with a polygon for each hit, "
        "best first, in EPSG:4326.\n\n"
        "The voice search dock listens to the microphone; this algorithm is for models, batches and "
        "scripts."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add_index()
        self.add_recording()
        self.declare_filters()
