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
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsProperty,
    QgsRasterLayer,
)

from ..compat import crs_text
from ..contract import LayerOptions, SourceOptions
from ..layers.raster_layers import raster_choice
from ..paths import exists
from ..translation import tr
from .algorithm import EngineAlgorithm, Run
from .number_lists import band_numbers, empty_pixels

INPUTS = "INPUTS"
FOLDER = "FOLDER"
CATALOGUE_LIST = "CATALOGUE_LIST"
CRS = "CRS"
BANDS = "BANDS"
DATE = "DATE"
NODATA = "NODATA"
KEEP_FLAT = "KEEP_FLAT"
AS_SHOWN = "AS_SHOWN"
CONFIRMED = "CONFIRMED"
#: What a list of a catalogue is saved as.
_LIST = "json"
#: How the names of files with STAC items end.
_ITEMS = (".json", ".geojson")


@dataclass(frozen=True)
class Imagery:
    """What is to be indexed.

    Attributes:
        inputs: Files, folders and GDAL names, as the engine takes them.
        options: What the user says of rasters with missing metadata.
        confirmed: Whether it is to be indexed even if that takes more than a day, or more room than there is.
        layers: What layers of the project say otherwise than their files.
    """

    inputs: tuple[str, ...]
    options: SourceOptions
    confirmed: bool
    layers: tuple[LayerOptions, ...]


def declare_imagery(algorithm: EngineAlgorithm) -> None:
    """Add the imagery parameters to an algorithm."""
    add, advanced = algorithm.add, algorithm.add_advanced
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
    add(
        QgsProcessingParameterFile(
            CATALOGUE_LIST,
            tr("Images of a catalogue (STAC)"),
            extension=_LIST,
            optional=True,
        ),
        tr(
            "A list saved by Search a catalogue (STAC), or other STAC items. The images are read where they lie, with "
            "the dates that the list names."
        ),
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
    advanced(
        QgsProcessingParameterString(NODATA, tr("Value of empty pixels"), optional=True),
        tr(
            "For rasters that do not declare it, or declare it wrongly: 0, -9999. Empty: found automatically; none: "
            "no pixels are empty but those that the raster declares."
        ),
    )
    advanced(
        QgsProcessingParameterBoolean(KEEP_FLAT, tr("Keep tiles of one single colour"), False),
        tr("They show nothing, and are left out otherwise."),
    )
    advanced(
        QgsProcessingParameterBoolean(
            AS_SHOWN, tr("Use the bands and contrast of the layers"), False
        ),
        tr(
            "Layers are indexed in the colours in which the map shows them. Otherwise, bands and contrast are chosen "
            "automatically."
        ),
    )
    advanced(
        QgsProcessingParameterBoolean(
            CONFIRMED, tr("Build even if it takes more than a day or the free disk"), False
        ),
    )


def read_imagery(run: Run) -> Imagery:
    """Return what was chosen.

    Raises:
        QgsProcessingException: Nothing was chosen, or something that the engine cannot read.
    """
    context = run.context
    as_shown = run.flag(AS_SHOWN)
    values = _items(run.parameters.get(INPUTS), context)
    chosen = [_input(value, context, as_shown) for value in values]
    inputs = [path for path, _ in chosen]
    inputs += [path for path in (run.path(FOLDER), run.path(CATALOGUE_LIST)) if path]
    if not inputs:
        raise QgsProcessingException(
            tr("No imagery is selected. Choose raster layers or files, or a folder of rasters.")
        )
    crs = None
    # An empty text would make PROJ complain on the terminal.
    if run.parameters.get(CRS):
        crs = crs_text(run.algorithm.parameterAsCrs(run.parameters, CRS, context)) or None
    nodata, guess_empty = empty_pixels(run.text(NODATA))
    return Imagery(
        inputs=tuple(dict.fromkeys(inputs)),
        options=SourceOptions(
            crs=crs,
            bands=band_numbers(run.text(BANDS)) or None,
            date=run.day(DATE),
            nodata=nodata,
            guess_empty=guess_empty,
            keep_flat=run.flag(KEEP_FLAT),
        ),
        confirmed=run.flag(CONFIRMED),
        layers=tuple(layer for _, layers in chosen for layer in layers),
    )


def _items(value: Any, context: QgsProcessingContext) -> list[Any]:
    """Return the single values of a parameter with several layers."""
    if isinstance(value, QgsProperty):
        value, _ = value.value(context.expressionContext())
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _input(
    value: Any, context: QgsProcessingContext, as_shown: bool
) -> tuple[str, tuple[LayerOptions, ...]]:
    """Return what the engine reads, and what a layer of the project says of it."""
    if isinstance(value, QgsProperty):
        value, _ = value.value(context.expressionContext())
    layer, file = value if isinstance(value, QgsMapLayer) else None, ""
    if layer is None:
        text = str(value)
        if exists(text):
            file = os.path.abspath(text)  # noqa: PTH100 - links stay links
        if file.lower().endswith(_ITEMS):
            # Some versions of GDAL would open all images that it names.
            return file, ()
        hint = QgsProcessingUtils.LayerHint.Raster
        layer = QgsProcessingUtils.mapLayerFromString(text, context, True, hint)
        if layer is None:
            raise QgsProcessingException(
                tr("{path} cannot be opened as a raster. Check that the file exists.").format(
                    path=text
                )
            )
    if not isinstance(layer, QgsRasterLayer):
        raise QgsProcessingException(
            tr("{layer} is not a raster layer. Choose layers with imagery.").format(
                layer=layer.name()
            )
        )
    choice = raster_choice(layer)
    if not choice.usable:
        raise QgsProcessingException(choice.problem)
    if file:
        return file, ()
    return choice.path, choice.shown if as_shown else choice.options
