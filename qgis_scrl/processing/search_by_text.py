"""``scrl:searchbytext``: a typed sentence as the question."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingException

from ..translation import tr, tr_later
from .algorithm import SEARCHING, Run
from .question import TEXT
from .search import SearchAlgorithm


class SearchByText(SearchAlgorithm):
    """Finds the tiles that look like what is typed."""

    NAME = "searchbytext"
    TITLE = tr_later("Search by text")
    GROUP = SEARCHING
    TAGS = tr_later("find query words typed sentence phrase")
    SUMMARY = tr_later(
        "Finds places that match a typed description. Describe in English what can be seen from above: "
        "“white storage tanks beside a river”. The result is a layer with a polygon for each hit, best first, "
        "in EPSG:4326."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add_index()
        self.add_text()
        self.declare_filters()

    def read(self, run: Run) -> None:
        """Read the filters."""
        super().read(run)
        if not run.parameters.get(TEXT, "").strip():
            raise QgsProcessingException(tr("Type what to look for, in English."))
