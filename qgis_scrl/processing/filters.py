"""What several algorithms are limited to: an area, dates, rasters, ground sizes."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
)

from ..contract import Filters
from ..translation import tr
from .algorithm import EngineAlgorithm, Run
from .geojson import WGS84, area_of, as_filter
from .number_lists import ground_sizes

AREA = "AREA"
EXTENT = "EXTENT"
SINCE = "SINCE"
UNTIL = "UNTIL"
SOURCES = "SOURCES"
GROUND_SIZES = "GROUND_SIZES"


class FilteredAlgorithm(EngineAlgorithm):
    """An algorithm that looks only at tiles that meet conditions."""

    def add_filters(self) -> None:
        """Add where and when."""
        self.add(
            QgsProcessingParameterFeatureSource(
                AREA,
                tr("Only inside these polygons"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
            tr("A polygon layer in any CRS, or its selected features."),
        )
        self.add(QgsProcessingParameterExtent(EXTENT, tr("Only inside this extent"), optional=True))
        for name, title in ((SINCE, tr("Acquired since")), (UNTIL, tr("Acquired until"))):
            self.add(
                QgsProcessingParameterDateTime(
                    name, title, QgsProcessingParameterDateTime.Type.Date, optional=True
                )
            )
        self.add_advanced(
            QgsProcessingParameterString(SOURCES, tr("Only these rasters"), optional=True),
            tr("File names, separated by commas; * stands for any characters."),
        )
        self.add_advanced(
            QgsProcessingParameterString(
                GROUND_SIZES, tr("Only tiles of these ground sizes (metres)"), optional=True
            ),
            tr("Numbers: 100, 200."),
        )

    def read(self, run: Run) -> None:
        """Read the filters, all but the area."""
        since, until = read_days(run)
        self._filters = Filters(
            since=since,
            until=until,
            sources=tuple(name.strip() for name in run.text(SOURCES).split(",") if name.strip()),
            ground_sizes_m=ground_sizes(run.text(GROUND_SIZES)),
        )

    def filters(self, run: Run) -> Filters:
        """Return the conditions; reads the layer of the area."""
        extent = None
        if run.parameters.get(EXTENT):
            extent = self.parameterAsExtentGeometry(run.parameters, EXTENT, run.context, WGS84)
        source = self.parameterAsSource(run.parameters, AREA, run.context)
        area = area_of(source, extent, run.context, run.feedback)
        return replace(self._filters, area=as_filter(area))


def read_days(run: Run) -> tuple[str | None, str | None]:
    """Return the first and the last day of acquisition, ISO 8601; None where none is given.

    Raises:
        QgsProcessingException: The first one is later than the last one.
    """
    since, until = run.day(SINCE), run.day(UNTIL)
    if since and until and since > until:
        raise QgsProcessingException(
            tr("“{since}” is later than “{until}”. Swap the two dates.").format(
                since=tr("Acquired since"), until=tr("Acquired until")
            )
        )
    return since.isoformat() if since else None, until.isoformat() if until else None
