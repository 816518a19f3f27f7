"""``scrl:report``: hits as one HTML page with pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..contract import Hit, Query, methods
from ..errors import not_written
from ..history import AskedQuery
from ..layers.hits import asked_of, hit_of
from ..layers.report_layout import make_layout, pictures_of
from ..layers.search_areas import wgs84
from ..reports import missing_pictures, report_params
from ..translation import tr, tr_later
from .algorithm import SEARCHING, EngineAlgorithm, Run

HITS = "HITS"
TITLE = "TITLE"
CRS = "CRS"
LAYOUT = "LAYOUT"
OUTPUT = "OUTPUT"
PLACES = "PLACES"


class Report(EngineAlgorithm):
    """Makes an HTML page of a layer of hits."""

    NAME = "report"
    TITLE = tr_later("Report of places found")
    GROUP = SEARCHING
    TAGS = tr_later("html page print pictures thumbnails hits share document")
    SUMMARY = tr_later(
        "Writes places that a search has found as one HTML page: the question, a map, and for each place its picture, "
        "score, position, date and raster. Everything is inside the file: it opens without a network, can be sent and "
        "printed. Pictures are read from the rasters of the voice index, where these still lie."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add(
            QgsProcessingParameterFeatureSource(
                HITS, tr("Places found"), [QgsProcessing.SourceType.TypeVectorPolygon]
            ),
            tr("A layer that a search has made, or its selected features."),
        )
        self.add(
            QgsProcessingParameterString(TITLE, tr("Title"), optional=True),
            tr("Empty: the question."),
        )
        self.add_advanced(
            QgsProcessingParameterCrs(CRS, tr("Coordinate system of positions"), optional=True),
            tr(
                "Positions are given in it beside longitude and latitude. Empty: that of the project."
            ),
        )
        self.add(
            QgsProcessingParameterFileDestination(OUTPUT, tr("Report"), tr("HTML pages (*.html)"))
        )
        self.add_advanced(
            QgsProcessingParameterBoolean(
                LAYOUT, tr("Also add a print layout to the project"), False
            ),
            tr(
                "An atlas with a page for each place. Its pictures are put into a folder beside the report; the layer "
                "must be in the project."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber(PLACES, tr("Number of places")))

    def read(self, run: Run) -> None:
        """Read the hits.

        Raises:
            QgsProcessingException: There are none, or nobody knows where they come from.
        """
        source = self.parameterAsSource(run.parameters, HITS, run.context)
        self._found: list[Hit] = []
        if source is None:
            return  # QGIS says so itself.
        request = QgsFeatureRequest()
        request.setDestinationCrs(wgs84(), run.context.transformContext())
        asked = AskedQuery(Query(()))
        for feature in source.getFeatures(request):
            hit = hit_of(feature)
            if hit is not None:
                self._found.append(hit)
                asked = _asked_in(feature)
        self._found.sort(key=lambda hit: hit.rank)
        if not self._found:
            raise QgsProcessingException(
                tr(
                    "This layer holds no places that a search has found. Choose the layer of a search."
                )
            )
        layer = self.parameterAsVectorLayer(run.parameters, HITS, run.context)
        known = asked_of(layer) if layer is not None else asked
        self._asked = known if known.query.parts else asked
        if not self._asked.index:
            raise QgsProcessingException(
                tr(
                    "This layer does not say which voice index its places are from. Search again, and make the report "
                    "of the new layer."
                )
            )
        crs = self.parameterAsCrs(run.parameters, CRS, run.context)
        project = run.context.project()
        if not crs.isValid() and project is not None:
            crs = project.crs()
        self._crs = crs
        self._layout = None
        if run.flag(LAYOUT):
            if layer is None or project is None or project.mapLayer(layer.id()) is None:
                raise QgsProcessingException(
                    tr(
                        "A print layout shows a layer of the project. Add the layer to the project first."
                    )
                )
            self._layout = project, layer

    def work(self, run: Run) -> dict[str, Any]:
        """Let the engine write the page."""
        out = self.parameterAsFileOutput(run.parameters, OUTPUT, run.context)
        params = report_params(self._asked, self._found, Path(out).absolute(), self._crs)
        self._title = run.text(TITLE).strip() or params.title
        written = run.ask(methods.WRITE_REPORT, replace(params, title=self._title))
        missing = missing_pictures(written)
        if missing:
            run.feedback.pushWarning(missing)
        if self._layout is not None:
            self._pictures = Path(out).absolute().with_name(f"{Path(out).stem} pictures")
            try:
                self._pictures.mkdir(exist_ok=True)
            except OSError as error:
                raise not_written(self._pictures, error) from error
            run.ask(methods.THUMBNAILS, pictures_of(self._asked, self._found, self._pictures))
        return {OUTPUT: written.path, PLACES: written.tiles}

    def postProcessAlgorithm(  # noqa: N802
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Make the layout: in the main thread, as QGIS calls this."""
        if self._layout is not None and not feedback.isCanceled():
            project, layer = self._layout
            layout = make_layout(project, layer, self._asked, self._title, self._pictures)
            project.layoutManager().addLayout(layout)
            feedback.pushInfo(
                tr("The layout “{name}” was added to the project.").format(name=layout.name())
            )
        return {}


def _asked_in(feature: QgsFeature) -> AskedQuery:
    """Return what the attributes of a hit say of its question: a layer that Processing made says no more."""
    values = dict(zip(feature.fields().names(), feature.attributes()))
    index, question, asked = (
        str(values.get(name) or "") for name in ("voice_index", "question", "asked")
    )
    return AskedQuery(Query(()), index, asked, question)
