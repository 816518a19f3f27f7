"""The raster layers of a project as imagery for a voice index."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer

from ..compat import crs_text, raster_source


@dataclass(frozen=True)
class RasterChoice:
    """A raster layer, and whether the engine can read it.

    Attributes:
        layer_id: The layer.
        name: Its name.
        path: What the engine is told to read; empty if it cannot.
        problem: Why not, a sentence; empty if it can.
        crs: Its coordinate system as the project knows it: EPSG:32632, or WKT.
        pixel_size: Of a pixel, in units of its coordinate system.
    """

    layer_id: str
    name: str
    path: str
    problem: str
    crs: str
    pixel_size: float

    @property
    def usable(self) -> bool:
        """Whether the engine can read it."""
        return not self.problem


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
    path, problem = _path_of(layer)
    return RasterChoice(
        layer_id=layer.id(),
        name=layer.name(),
        path=path,
        problem=problem,
        crs=crs_text(layer.crs()),
        pixel_size=float(layer.rasterUnitsPerPixelX()) if layer.isValid() else 0.0,
    )


def _path_of(layer: QgsRasterLayer) -> tuple[str, str]:
    """Return what the engine may read, or why it cannot."""
    if not layer.isValid():
        return "", f"{layer.name()} cannot be opened any more: its file is gone or has moved."
    provider = layer.providerType()
    if provider != "gdal":
        kind = {
            "wms": "a map service (WMS, WMTS or XYZ tiles)",
            "wcs": "a coverage service (WCS)",
            "arcgismapserver": "an ArcGIS map service",
            "postgresraster": "a PostGIS raster",
            "virtualraster": "computed by QGIS",
        }.get(provider, f"of the kind {provider}")
        return "", (
            f"{layer.name()} is {kind}, not a file. Export it first: right-click the layer, "
            "Export > Save As..., then choose the file."
        )
    source = layer.source()
    if source.startswith(("http://", "https://")):
        return source, ""
    path, sublayer = raster_source(source)
    if sublayer:
        return source, ""  # A raster in a GeoPackage or NetCDF: only the whole address names it.
    if path.startswith("/vsimem/"):
        return "", (
            f"{layer.name()} is kept in QGIS's memory only. Export it first: right-click the layer, "
            "Export > Save As..., then choose the file."
        )
    return path, ""


def is_raster(layer: QgsMapLayer | None) -> bool:
    """Return whether a layer is a raster."""
    return isinstance(layer, QgsRasterLayer)
