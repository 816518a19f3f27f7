"""The imagery parameters of building and adding: raster layers, files or a folder, and what is known of them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsProperty,
)

from ..compat import crs_text
from ..contract import SourceOptions
from ..layers.raster_layers import is_raster, raster_choice
from ..paths import exists
from ..translation import tr
from .algorithm import EngineAlgorithm
from .number_lists import BadNumbers, whole_numbers

INPUTS = "INPUTS"
FOLDER = "FOLDER"
CRS = "CRS"
BANDS = "BANDS"
DATE = "DATE"


@dataclass(frozen=True)
class Imagery:
    """What is to be indexed.

    Attributes:
        inputs: Files, folders and GDAL names, as the engine takes them.
        options: What the user says of rasters with missing metadata.
    """

    inputs: tuple[str, ...]
    options: SourceOptions


class ImageryParameters:
    """Declares and reads the imagery of an algorithm."""

    def __init__(self, algorithm: EngineAlgorithm) -> None:
        self._algorithm = algorithm

    def declare(self) -> None:
        """Add the parameters to the algorithm."""
        add, advanced = self._algorithm.add, self._algorithm.add_advanced
        add(
            QgsProcessingParameterMultipleLayers(
                INPUTS, tr("Raster layers"), QgsProcessing.SourceType.TypeRaster, optional=True
            ),
            tr("Raster layers or files on this computer, in any CRS."),
        )
        add(
            QgsProcessingParameterFile(
                FOLDER,
                tr("Folder of rasters"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            tr("All rasters in this folder and its subfolders are added."),
        )
        advanced(
            QgsProcessingParameterCrs(CRS, tr("CRS of rasters without one"), optional=True),
            tr("Used only for rasters that have no CRS."),
        )
        advanced(
            QgsProcessingParameterString(BANDS, tr("Bands to use"), optional=True),
            tr("One band number, or three for red, green and blue: 3, 2, 1. Empty: automatic."),
        )
        advanced(
            QgsProcessingParameterDateTime(
                DATE,
                tr("Acquisition date of rasters without one"),
                QgsProcessingParameterDateTime.Type.Date,
                optional=True,
            ),
        )

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str | None:
        """Return what is wrong with the parameters in one sentence, None if nothing is."""
        try:
            self.read(parameters, context)
        except QgsProcessingException as error:
            return str(error)
        return None

    def read(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Imagery:
        """Return what was chosen.

        Raises:
            QgsProcessingException: Nothing was chosen, or something that the engine cannot read.
        """
        algorithm = self._algorithm
        inputs = [_input(value, context) for value in _items(parameters.get(INPUTS), context)]
        folder = algorithm.path(parameters, FOLDER, context)
        if folder:
            inputs.append(folder)
        if not inputs:
            raise QgsProcessingException(
                tr("No imagery is selected. Choose raster layers or files, or a folder of rasters.")
            )
        # An empty text would make PROJ complain on the terminal.
        given = bool(parameters.get(CRS))
        crs = algorithm.parameterAsCrs(parameters, CRS, context) if given else None
        try:
            bands = whole_numbers(algorithm.parameterAsString(parameters, BANDS, context))
        except BadNumbers as error:
            raise QgsProcessingException(
                tr(
                    "“{text}” is not a list of bands. Enter one band number, or three: 3, 2, 1."
                ).format(text=error)
            ) from error
        return Imagery(
            inputs=tuple(dict.fromkeys(inputs)),
            options=SourceOptions(
                crs=(crs_text(crs) or None) if crs is not None else None,
                bands=bands or None,
                date=algorithm.day(parameters, DATE, context),
            ),
        )


def _items(value: Any, context: QgsProcessingContext) -> list[Any]:
    """Return the single values of a parameter with several layers."""
    if isinstance(value, QgsProperty):
        value, _ = value.value(context.expressionContext())
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _input(value: Any, context: QgsProcessingContext) -> str:
    if isinstance(value, QgsProperty):
        value, _ = value.value(context.expressionContext())
    layer, file = value if isinstance(value, QgsMapLayer) else None, ""
    if layer is None:
        text = str(value)
        if exists(text):
            file = os.path.abspath(text)  # noqa: PTH100 - links stay links
        hint = QgsProcessingUtils.LayerHint.Raster
        layer = QgsProcessingUtils.mapLayerFromString(text, context, True, hint)
        if layer is None:
            raise QgsProcessingException(
                tr("{path} cannot be opened as a raster. Check that the file exists.").format(
                    path=text
                )
            )
    if not is_raster(layer):
        raise QgsProcessingException(
            tr("{layer} is not a raster layer. Choose layers with imagery.").format(
                layer=layer.name()
            )
        )
    choice = raster_choice(layer)
    if not choice.usable:
        raise QgsProcessingException(choice.problem)
    return file or choice.path
