"""The raster layers of a project as imagery for a voice index."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsProject, QgsRasterLayer

from ..compat import crs_text, raster_source
from ..contract import LayerOptions
from ..translation import tr, tr_later

_EXPORT = tr_later("Right-click the layer and use Export > Save As… to export it to a file first.")
_NOT_FILES = {
    "wms": tr_later("{name} is a web map service (WMS, WMTS or XYZ tiles), not a file."),
    "wcs": tr_later("{name} is a web coverage service (WCS), not a file."),
    "arcgismapserver": tr_later("{name} is an ArcGIS map service, not a file."),
    "postgresraster": tr_later("{name} is a PostGIS raster, not a file."),
    "virtualraster": tr_later("{name} is computed by QGIS, not a file."),
}
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
    """

    name: str
    path: str
    reason: str
    next_step: str
    crs: str
    options: tuple[LayerOptions, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether the engine can read it."""
        return not self.reason

    @property
    def problem(self) -> str:
        """Why the engine cannot read it, and what to do; empty if it can."""
        return f"{self.reason} {self.next_step}".strip()


def raster_choices(project: QgsProject) -> list[RasterChoice]:
    """Return the raster layers of the project, as the layer tree orders them."""
    layers = (node.layer() for node in project.layerTreeRoot().findLayers())
    return [raster_choice(layer) for layer in layers if isinstance(layer, QgsRasterLayer)]


def raster_choice(layer: QgsRasterLayer) -> RasterChoice:
    """Return whether the engine can read a raster layer, and how."""
    path, reason, next_step = _path_of(layer)
    crs = crs_text(layer.crs())
    assigned = path and crs and layer.crs() != layer.dataProvider().crs()
    options = (LayerOptions(path, crs),) if assigned else ()
    return RasterChoice(layer.name(), path, reason, next_step, crs, options)


def _path_of(layer: QgsRasterLayer) -> tuple[str, str, str]:
    """Return what the engine may read; or nothing, why it cannot, and what to do."""
    name = layer.name()
    if not layer.isValid():
        reason = tr("{name} cannot be opened: its file has been moved or deleted.")
        return "", reason.format(name=name), ""
    provider = layer.providerType()
    if provider != "gdal":
        sentence = _NOT_FILES.get(provider, _NOT_A_FILE)
        return "", tr(sentence).format(name=name, provider=provider), tr(_EXPORT)
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
    return path, "", ""
