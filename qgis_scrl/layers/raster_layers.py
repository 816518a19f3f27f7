"""The raster layers of a project as imagery for a voice index."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer

from ..compat import crs_text, raster_source

_EXPORT = "Export it first: right-click the layer, Export > Save As..., then choose the file."


@dataclass(frozen=True)
class RasterChoice:
    """A raster layer, and whether the engine can read it.

    Attributes:
        layer_id: The layer.
        name: Its name.
        path: What the engine is told to read; empty if it cannot.
        reason: Why not, as what follows its name in a sentence; empty if it can.
        next_step: What to do about it; may be empty.
        crs: Its coordinate system as the project knows it: EPSG:32632, or WKT.
        pixel_size: Of a pixel, in units of its coordinate system.
    """

    layer_id: str
    name: str
    path: str
    reason: str
    next_step: str
    crs: str
    pixel_size: float

    @property
    def usable(self) -> bool:
        """Whether the engine can read it."""
        return not self.reason

    @property
    def problem(self) -> str:
        """Why the engine cannot read it, and what to do; empty if it can."""
        return f"{self.name} {self.reason}. {self.next_step}".strip() if self.reason else ""


def raster_choices(project: QgsProject) -> list[RasterChoice]:
    """Return the raster layers of the project, as the layer tree orders them."""
    found: list[RasterChoice] = []
    for node in project.layerTreeRoot().findLayers():
        layer = node.layer()
        if isinstance(layer, QgsRasterLayer):
            found.append(raster_choice(layer))
    return found


def raster_choice(layer: QgsRasterLayer) -> RasterChoice:
    """Say whether the engine can read a raster layer, and how."""
    path, reason, next_step = _path_of(layer)
    return RasterChoice(
        layer_id=layer.id(),
        name=layer.name(),
        path=path,
        reason=reason,
        next_step=next_step,
        crs=crs_text(layer.crs()),
        pixel_size=float(layer.rasterUnitsPerPixelX()) if layer.isValid() else 0.0,
    )


def _path_of(layer: QgsRasterLayer) -> tuple[str, str, str]:
    """Return what the engine may read; or nothing, why it cannot, and what to do."""
    if not layer.isValid():
        return "", "cannot be opened any more: its file is gone or has moved", ""
    provider = layer.providerType()
    if provider != "gdal":
        kind = {
            "wms": "a map service (WMS, WMTS or XYZ tiles)",
            "wcs": "a coverage service (WCS)",
            "arcgismapserver": "an ArcGIS map service",
            "postgresraster": "a PostGIS raster",
            "virtualraster": "computed by QGIS",
        }.get(provider, f"of the kind {provider}")
        return "", f"is {kind}, not a file", _EXPORT
    source = layer.source()
    if source.startswith(("http://", "https://")):
        return source, "", ""
    path, sublayer = raster_source(source)
    if sublayer:
        return (
            source,
            "",
            "",
        )  # A raster in a GeoPackage or NetCDF: only the whole address names it.
    if path.startswith("/vsimem/"):
        return "", "is kept in QGIS's memory only", _EXPORT
    return path, "", ""


def is_raster(layer: QgsMapLayer | None) -> bool:
    """Return whether a layer is a raster."""
    return isinstance(layer, QgsRasterLayer)
