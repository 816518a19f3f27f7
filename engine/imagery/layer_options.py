"""What layers in QGIS say of their rasters, made part of what the user says of them."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pyproj.exceptions import CRSError

from ..contract.indexes import LayerOptions, SourceOptions
from .proj_data import same_crs
from .source import Source
from .source_uris import for_gdal, same_raster


def layers_by_raster(layers: Sequence[LayerOptions]) -> dict[str, LayerOptions]:
    """Return layers under what :func:`.source_uris.same_raster` says of their sources."""
    return {same_raster(for_gdal(layer.source)): layer for layer in layers}


def with_layer(options: SourceOptions, layer: LayerOptions | None) -> SourceOptions:
    """Return the options of one source, of which a layer may say something else."""
    if layer is None:
        return options
    values: dict[str, Any] = {"crs": layer.crs, "bands": layer.bands, "stretch": layer.stretch}
    if options.date is None:
        values["date"] = layer.date
    said = {name: value for name, value in values.items() if value is not None}
    return replace(
        options,
        **said,
        crs_wins=options.crs_wins or "crs" in said,
        from_layer=tuple(sorted({*options.from_layer, *said})),
    )


def as_described(layer: LayerOptions, source: Source) -> LayerOptions:
    """Return what a layer says otherwise than a source has been described already."""
    if layer.crs is not None:
        with contextlib.suppress(CRSError):
            if same_crs(layer.crs, source.crs_wkt):
                layer = replace(layer, crs=None)
    if layer.bands == source.bands:
        layer = replace(layer, bands=None)
    if layer.date == source.date:
        layer = replace(layer, date=None)
    if layer.stretch is not None and source.stretch is not None:
        ranges = tuple(zip(source.stretch.low, source.stretch.high, strict=True))
        if layer.stretch in (ranges, ranges[:1]):
            layer = replace(layer, stretch=None)
    return layer
