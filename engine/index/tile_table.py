"""Many tiles at once, as columns; the same columns as features of a layer."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio.raw
import shapely
from numpy.typing import NDArray

from ..contract.tiles import TILE_ATTRIBUTES, Attribute, Ring, Tile, tile_from_attributes

_DTYPES = {"integer": "int64", "real": "float64", "text": "object", "date": "datetime64[D]"}


@dataclass(frozen=True)
class TileTable:
    """N tiles.

    Attributes:
        columns: N values under the name of every attribute of a tile; dates as datetime64[D].
        footprints: N polygons in EPSG:4326.
    """

    columns: Mapping[str, NDArray]
    footprints: NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.footprints)

    def __iter__(self) -> Iterator[Tile]:
        return map(self.tile, range(len(self)))

    def tile(self, number: int) -> Tile:
        """Return one of them, from 0."""
        values = {a.name: self.columns[a.name].item(number) for a in TILE_ATTRIBUTES}
        return tile_from_attributes(values, ring_of(self.footprints[number]))


def ring_of(footprint: shapely.Polygon) -> Ring:
    """Return the outer ring of a footprint."""
    return tuple((x, y) for x, y in shapely.get_coordinates(footprint.exterior).tolist())


def columns_of(tiles: Sequence[Tile], attributes: Sequence[Attribute]) -> dict[str, NDArray]:
    """Return the values of tiles or hits under the names of attributes."""
    return {
        a.name: np.array([_value(a, tile) for tile in tiles], dtype=_DTYPES[a.type])
        for a in attributes
    }


def write_layer(
    target: Path | io.BytesIO,
    layer: str,
    driver: str,
    columns: Mapping[str, NDArray],
    shapes: NDArray[np.object_],
    append: bool = False,
    layer_options: dict[str, str] | None = None,
    geometry_type: str = "Polygon",
) -> None:
    """Write columns and shapes, the footprints or others, as a layer in EPSG:4326."""
    pyogrio.raw.write(
        target,
        shapely.to_wkb(shapes),
        [np.ascontiguousarray(values) for values in columns.values()],
        list(columns),
        layer=layer,
        driver=driver,
        geometry_type=geometry_type,
        crs="EPSG:4326",
        append=append,
        layer_options=layer_options,
    )


def _value(attribute: Attribute, tile: Tile) -> object:
    value = attribute.of(tile)
    return "NaT" if attribute.type == "date" and value is None else value
