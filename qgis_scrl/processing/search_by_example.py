"""``scrl:searchbyexample``: a place on the map as the question."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterPoint,
)

from .algorithm import SEARCHING, tr
from .geojson import WGS84, geometries, question_parts
from .search import SearchAlgorithm

POINT = "POINT"
PLACES = "PLACES"


class SearchByExample(SearchAlgorithm):
    """Finds the tiles that look like a place on the map."""

    NAME = "searchbyexample"
    TITLE = "Search by example"
    GROUP = SEARCHING
    TAGS = "find query similar like place"
    SUMMARY = (
        "Finds the places that look like one on the map. A point means the smallest tile there, a polygon "
        "the mean of the tiles that lie mostly inside it; several together are blended. The "
        "place has to be covered by the voice index."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add_index()
        self.add(
            QgsProcessingParameterPoint(POINT, tr("A place on the map"), optional=True),
            tr("More of what is seen there."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                PLACES,
                tr("Points or polygons as examples"),
                [
                    QgsProcessing.SourceType.TypeVectorPoint,
                    QgsProcessing.SourceType.TypeVectorPolygon,
                ],
                optional=True,
            ),
            tr("A layer, or its selected features; a few of them."),
        )
        self.declare_filters()

    def checkParameterValues(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Find what can be found wrong before anything is started."""
        good, text = super().checkParameterValues(parameters, context)
        if good and not parameters.get(POINT) and not parameters.get(PLACES):
            return False, tr(
                "There is no example. Click a point on the map, or choose points or polygons."
            )
        return good, text

    def work(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Let the engine search, and report."""
        shapes = []
        if parameters.get(POINT):
            point = self.parameterAsPoint(parameters, POINT, context, WGS84)
            shapes.append(QgsGeometry.fromPointXY(point))
        source = self.parameterAsSource(parameters, PLACES, context)
        if source is not None:
            shapes += geometries(source, context, feedback)
        return self.search(question_parts(shapes), "", parameters, context, feedback)
