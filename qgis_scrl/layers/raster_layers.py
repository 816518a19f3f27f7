"""The raster layers of a project as imagery for a voice index."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass, replace

from qgis.core import (
    Qgis,
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsSingleBandGrayRenderer,
)

from ..compat import crs_text, raster_source
from ..contract import LayerOptions
from ..paths import exists
from ..services.service import is_service
from ..translation import tr, tr_later
from .score_map import is_score_map

_EXPORT = tr_later("Right-click the layer and use Export > Save As… to export it to a file first.")
_DOWNLOAD = tr_later(
    "Download an area of it with Download imagery of a map service (scrl:fetchservice) in the Processing toolbox, and "
    "index that."
)
_NOT_FILES = {
    "wms": tr_later("{name} is a web map service (WMS, WMTS or XYZ tiles), not a file."),
    "wcs": tr_later("{name} is a web coverage service (WCS), not a file."),
    "arcgismapserver": tr_later("{name} is an ArcGIS map service, not a file."),
    "postgresraster": tr_later("{name} is a PostGIS raster, not a file."),
    "virtualraster": tr_later("{name} is computed by QGIS, not a file."),
}
_BYTE = Qgis.DataType.Byte
_NOT_A_FILE = tr_later("{name} comes from the data provider {provider}, not from a file.")


@dataclass(frozen=True)
class RasterChoice:
    """A raster layer, and whether the engine can read it.

    Attributes:
        name: Its name.
        path: What the engine reads; empty if it cannot.
        reason: Why not, in one sentence; empty if it can.
        next_step: What to do about it; may be empty.
        crs: Its CRS in the project: EPSG:32632, or WKT.
        options: What the engine must know because the file does not say it: a CRS that the user has assigned.
        shown: The same with the bands and the contrast of its symbology, where the engine can show it so too.
    """

    name: str
    path: str
    reason: str
    next_step: str
    crs: str
    options: tuple[LayerOptions, ...] = ()
    shown: tuple[LayerOptions, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether the engine can read it."""
        return not self.reason

    @property
    def problem(self) -> str:
        """Why the engine cannot read it, and what to do; empty if it can."""
        return f"{self.reason} {self.next_step}".strip()


def raster_choices(project: QgsProject) -> list[RasterChoice]:
    """Return the raster layers of the project, as the layer tree orders them; maps of scores are no imagery."""
    layers = (node.layer() for node in project.layerTreeRoot().findLayers())
    return [
        raster_choice(layer)
        for layer in layers
        if isinstance(layer, QgsRasterLayer) and not is_score_map(layer)
    ]


def raster_choice(layer: QgsRasterLayer) -> RasterChoice:
    """Return whether the engine can read a raster layer, and how."""
    path, reason, next_step = _path_of(layer)
    crs = crs_text(layer.crs())
    assigned = path and crs and layer.crs() != layer.dataProvider().crs()
    options = (LayerOptions(path, crs),) if assigned else ()
    bands, stretch = _symbology(layer) if path else ((), None)
    shown = options
    if bands:
        (told,) = options or (LayerOptions(path),)
        shown = (replace(told, bands=bands, stretch=stretch),)
    return RasterChoice(layer.name(), path, reason, next_step, crs, options, shown)


def _symbology(
    layer: QgsRasterLayer,
) -> tuple[tuple[int, ...], tuple[tuple[float, float], ...] | None]:
    """Return the bands that a layer shows, and the values that are black and white in each.

    No bands: it is shown in another way (palette, pseudocolour, hillshade). None: as its values are.
    """
    renderer = layer.renderer()
    bands: tuple[int, ...]
    contrasts: tuple[QgsContrastEnhancement | None, ...]
    if isinstance(renderer, QgsMultiBandColorRenderer):
        bands = (renderer.redBand(), renderer.greenBand(), renderer.blueBand())
        contrasts = (
            renderer.redContrastEnhancement(),
            renderer.greenContrastEnhancement(),
            renderer.blueContrastEnhancement(),
        )
    elif isinstance(renderer, QgsSingleBandGrayRenderer):
        # grayBand() is deprecated since 3.38.
        bands = (renderer.inputBand() if hasattr(renderer, "inputBand") else renderer.grayBand(),)
        contrasts = (renderer.contrastEnhancement(),)
    else:
        return (), None
    if not all(1 <= band <= layer.bandCount() for band in bands):
        return (), None
    ranges = [_range(contrast) for contrast in contrasts]
    told = [one for one in ranges if one is not None]
    if len(told) == len(ranges):
        return bands, tuple(told)
    if told and all(layer.dataProvider().dataType(band) == _BYTE for band in bands):
        return bands, tuple((0.0, 255.0) if one is None else one for one in ranges)
    return bands, None


def _range(contrast: QgsContrastEnhancement | None) -> tuple[float, float] | None:
    """Return the values that a band shows as black and as white; None if it is not stretched."""
    kinds = QgsContrastEnhancement.ContrastEnhancementAlgorithm
    if contrast is None or contrast.contrastEnhancementAlgorithm() not in (
        kinds.StretchToMinimumMaximum,
        kinds.StretchAndClipToMinimumMaximum,
    ):
        return None
    low, high = contrast.minimumValue(), contrast.maximumValue()
    return (low, high) if math.isfinite(low) and math.isfinite(high) and low < high else None


def _path_of(layer: QgsRasterLayer) -> tuple[str, str, str]:
    """Return what the engine may read; or nothing, why it cannot, and what to do."""
    name = layer.name()
    if not layer.isValid():
        reason = tr("{name} cannot be opened: its file has been moved or deleted.")
        return "", reason.format(name=name), ""
    provider = layer.providerType()
    if provider != "gdal":
        sentence = _NOT_FILES.get(provider, _NOT_A_FILE)
        step = _DOWNLOAD if is_service(layer) else _EXPORT
        return "", tr(sentence).format(name=name, provider=provider), tr(step)
    source = layer.source()
    if source.startswith(("http://", "https://")):
        return source, "", ""
    path, sublayer = raster_source(source)
    if sublayer:
        # A raster in a GeoPackage or NetCDF: only the whole source names it.
        return source, "", ""
    if path.startswith("/vsimem/"):
        reason = tr("{name} exists only in the memory of QGIS.")
        return "", reason.format(name=name), tr(_EXPORT)
    if exists(path):
        # A script may name a file from QGIS's working folder, which is not the engine's.
        path = os.path.abspath(path)  # noqa: PTH100 - links stay links
    return path, "", ""
