"""``scrl:searchcatalogue``: images of a STAC catalogue, which an index can be built of where they lie."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, Qt

from ..contract import methods
from ..layers.catalogue_images import footprint_of, found_in_words
from ..paths import exists
from ..translation import tr, tr_later
from .algorithm import BUILDING, EngineAlgorithm, Run
from .filters import EXTENT, SINCE, UNTIL, read_days
from .geojson import WGS84, area_of, as_filter
from .output_layers import STYLE_FOOTPRINTS, copy_layer

CATALOGUE = "CATALOGUE"
MAX_CLOUD = "MAX_CLOUD"
COLLECTIONS = "COLLECTIONS"
LIMIT = "LIMIT"
OUTPUT = "OUTPUT"
LIST = "LIST"
IMAGES = "IMAGES"
WITHOUT_PICTURE = "WITHOUT_PICTURE"
#: As QGIS's memory provider reads them.
_FIELDS = (
    "item:string", "collection:string", "date:date", "cloud:double", "size:int8", "pixel_size_m:double", "uri:string",
)  # fmt: skip


class SearchCatalogue(EngineAlgorithm):
    """Makes a layer and a list of the images of a catalogue."""

    NAME = "searchcatalogue"
    TITLE = tr_later("Search a catalogue (STAC)")
    GROUP = BUILDING
    TAGS = tr_later("stac catalog satellite cog cloud download online")
    SUMMARY = tr_later(
        "Searches a STAC catalogue, an API or a static one, for images by area, date and clouds. The results are a "
        "layer with the footprint of each image and its address, which QGIS opens as a raster, and a list (JSON) from "
        "which Build voice index and Add imagery to voice index read the images where they lie. Nothing but "
        "descriptions is downloaded here.\n\n"
        "Connections are opened only to the catalogue that you name, and to where its links lead. The licences that "
        "the catalogue names are in the log: check that they allow what you intend."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add(
            QgsProcessingParameterString(CATALOGUE, tr("Address of the catalogue")),
            tr("That of a STAC API or of a static catalogue, or a file catalog.json."),
        )
        self.add(QgsProcessingParameterExtent(EXTENT, tr("Only inside this extent"), optional=True))
        for name, title in ((SINCE, tr("Acquired since")), (UNTIL, tr("Acquired until"))):
            self.add(
                QgsProcessingParameterDateTime(
                    name, title, QgsProcessingParameterDateTime.Type.Date, optional=True
                )
            )
        number = QgsProcessingParameterNumber
        self.add(
            number(
                MAX_CLOUD,
                tr("Maximum cloud cover (percent)"),
                number.Type.Double,
                None,
                optional=True,
                minValue=0.0,
                maxValue=100.0,
            ),
            tr("Images that do not say how many clouds they have are kept."),
        )
        self.add(
            QgsProcessingParameterString(COLLECTIONS, tr("Only these collections"), optional=True),
            tr("IDs, separated by commas. Empty: all."),
        )
        self.add(
            number(
                LIMIT,
                tr("Maximum number of images"),
                number.Type.Integer,
                methods.SearchCatalogueParams.limit,
                minValue=1,
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                OUTPUT, tr("Footprints of images"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )
        self.add(
            QgsProcessingParameterFileDestination(
                LIST, tr("List of images"), tr("STAC items (*.json)")
            ),
            tr("The input of Build voice index and Add imagery to voice index."),
        )
        for name, title in (
            (IMAGES, tr("Number of images")),
            (WITHOUT_PICTURE, tr("Number of items without a picture")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def read(self, run: Run) -> None:
        """Read what is wanted, all but the area."""
        catalogue = run.text(CATALOGUE).strip()
        if not catalogue:
            raise QgsProcessingException(
                tr("Enter the address of a catalogue, such as https://stac.example.net.")
            )
        if exists(catalogue):
            catalogue = os.path.abspath(catalogue)  # noqa: PTH100 - links stay links
        since, until = read_days(run)
        cloud = None
        if run.parameters.get(MAX_CLOUD) not in (None, ""):
            cloud = self.parameterAsDouble(run.parameters, MAX_CLOUD, run.context)
        saved = self.parameterAsFileOutput(run.parameters, LIST, run.context)
        self._params = methods.SearchCatalogueParams(
            catalogue,
            since=since,
            until=until,
            max_cloud=cloud,
            collections=tuple(
                name.strip() for name in run.text(COLLECTIONS).split(",") if name.strip()
            ),
            limit=self.parameterAsInt(run.parameters, LIMIT, run.context),
            save=os.path.abspath(saved),  # noqa: PTH100 - links stay links
        )

    def work(self, run: Run) -> dict[str, Any]:
        """Let the engine search, and make a layer of what it has found."""
        extent = None
        if run.parameters.get(EXTENT):
            extent = self.parameterAsExtentGeometry(run.parameters, EXTENT, run.context, WGS84)
        area = as_filter(area_of(None, extent, run.context, run.feedback))
        params = replace(self._params, area=area)
        found = run.ask(methods.SEARCH_CATALOGUE, params)
        told = run.feedback.pushInfo if found.images else run.feedback.pushWarning
        told(tr("%n image(s) found.", n=len(found.images)))
        for sentence in found_in_words(found):
            run.feedback.pushInfo(sentence)
        output = copy_layer(run, OUTPUT, _layer_of(found), STYLE_FOOTPRINTS)
        return {
            OUTPUT: output,
            LIST: params.save,
            IMAGES: len(found.images),
            WITHOUT_PICTURE: found.without_picture,
        }


def _layer_of(found: methods.SearchCatalogueResult) -> QgsVectorLayer:
    """Return the images as a layer in memory."""
    fields = "".join(f"&field={field}" for field in _FIELDS)
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:4326{fields}", "images", "memory")
    features = []
    for image in found.images:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(footprint_of(image))
        day = image.date and QDate.fromString(image.date.isoformat(), Qt.DateFormat.ISODate)
        feature.setAttributes([
            image.item, image.collection, day, image.cloud_percent, image.size_bytes, image.pixel_size_m, image.uri,
        ])  # fmt: skip
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer
