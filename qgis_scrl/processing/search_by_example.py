"""``scrl:searchbyexample``: a place on the map, or an image, as the question."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsGeometry,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterPoint,
)

from ..contract import ImagePart, QueryPart
from ..translation import tr, tr_later
from .algorithm import SEARCHING, Run
from .geojson import WGS84, geometries, place_parts
from .search import SearchAlgorithm

POINT = "POINT"
PLACES = "PLACES"
IMAGE = "IMAGE"


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
        self.add(
            QgsProcessingParameterPoint(POINT, tr("A place on the map"), optional=True),
            tr("Finds more of what can be seen there."),
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
        self.add(
            QgsProcessingParameterFile(
                IMAGE,
                tr("Image as example"),
                fileFilter=tr(
                    "Images (*.png *.jpg *.jpeg *.tif *.tiff *.jp2 *.webp);;All files (*.*)"
                ),
                optional=True,
            ),
            tr("An aerial picture of what you are looking for, seen from above."),
        )
        self.declare_filters()

    def read(self, run: Run) -> None:
        """Read the filters."""
        super().read(run)
        if not any(run.parameters.get(name) for name in (POINT, PLACES, IMAGE)):
            raise QgsProcessingException(no_example())

    def work(self, run: Run) -> dict[str, Any]:
        """Let the engine search, and report."""
        shapes = []
        if run.parameters.get(POINT):
            point = self.parameterAsPoint(run.parameters, POINT, run.context, WGS84)
            shapes.append(QgsGeometry.fromPointXY(point))
        source = self.parameterAsSource(run.parameters, PLACES, run.context)
        if source is not None:
            shapes += geometries(source, run.context, run.feedback)
        parts: tuple[QueryPart, ...] = place_parts(shapes)
        image = run.path(IMAGE)
        if image:
            # First: it gives the question its name.
            parts = (ImagePart(image), *parts)
        if not parts:
            raise QgsProcessingException(no_example())
        return self.search(run, parts, Path(image).name)


def no_example() -> str:
    """Return what to say where no example was chosen."""
    return tr("No example is selected. Click a point on the map, or choose features or an image.")
