"""``scrl:searchbyexample``: a place on the map, or an image, as the question."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingException

from ..contract import QueryPart
from ..translation import tr, tr_later
from .algorithm import SEARCHING, Run
from .question import EXAMPLES
from .search import SearchAlgorithm


class SearchByExample(SearchAlgorithm):
    """Finds the tiles that look like a place on the map, or like an image."""

    NAME = "searchbyexample"
    TITLE = tr_later("Search by example")
    GROUP = SEARCHING
    TAGS = tr_later("find query similar like place picture image chip")
    SUMMARY = tr_later(
        "Finds places that look like a place on the map, or like an image. A point stands for the smallest "
        "tile there, a polygon for the mean of the tiles that are mostly inside it; several examples are "
        "combined. A place has to be covered by the voice index; an image need not be, and need not be "
        "georeferenced."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add_index()
        self.add_examples()
        self.declare_filters()

    def read(self, run: Run) -> None:
        """Read the filters."""
        super().read(run)
        if not any(run.parameters.get(name) for name in EXAMPLES):
            raise QgsProcessingException(no_example())

    def parts(self, run: Run) -> tuple[QueryPart, ...]:
        """Return the examples."""
        found = super().parts(run)
        if not found:
            raise QgsProcessingException(no_example())
        return found


def no_example() -> str:
    """Return what to say where no example was chosen."""
    return tr("No example is selected. Click a point on the map, or choose features or an image.")
