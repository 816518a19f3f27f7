"""A tile and a hit: one list of attributes drives rows, files, layers and messages.

A new attribute of a tile is a field of :class:`Tile` and an entry of :data:`ATTRIBUTES`; GeoPackage, GeoJSON,
CSV, FlatGeobuf, the layers in QGIS and the messages follow.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Optional

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Tile:
    """A square of ground: a row of a voice index.

    Attributes:
        tile_id: Names the tile in its index, until that is embedded again or built anew.
        source: Name of its raster.
        source_path: Path or address of its raster.
        date: When it was acquired, if known.
        ground_size_m: Its side in metres on the ground.
        lon: Longitude of its centre, degrees, EPSG:4326.
        lat: Latitude of its centre.
        footprint: Its outline: a closed ring of longitude and latitude.
        window: Column, row, width, height in pixels of its raster.
    """

    tile_id: int
    source: str
    source_path: str
    date: Optional[datetime.date]
    ground_size_m: float
    lon: float
    lat: float
    footprint: Ring
    window: tuple[float, float, float, float]


@dataclass(frozen=True)
class Hit(Tile):
    """A tile that answers a question.

    Attributes:
        rank: From 1.
        score: How likely it shows what was asked for, 0 to 1; of a model whose scores are not calibrated,
            the similarity.
        similarity: Cosine similarity to the question.
    """

    rank: int
    score: float
    similarity: float


@dataclass(frozen=True)
class OddTile(Tile):
    """A tile that looks least like the rest of an index.

    Attributes:
        rank: From 1, the oddest first.
        similarity: Mean cosine similarity to the tiles of a sample that are most like it.
    """

    rank: int
    similarity: float


@dataclass(frozen=True)
class DatedTile(Tile):
    """A place as it was at one time.

    Attributes:
        score: How likely it shows what was asked for, as of a :class:`Hit`; None: nothing was asked for.
    """

    score: Optional[float]


AttributeType = Literal["integer", "real", "text", "date"]


@dataclass(frozen=True)
class Attribute:
    """A column of every table of tiles or hits.

    Attributes:
        name: Its name in files, layers and messages.
        type: What it holds.
        hits_only: Whether tiles without a question do not have it.
        item: Its position in ``window``; None: it is the field of that name.
    """

    name: str
    type: AttributeType
    hits_only: bool = False
    item: Optional[int] = None

    def of(self, tile: Tile) -> Any:
        """Return its value; dates as :class:`datetime.date` or None."""
        return getattr(tile, self.name) if self.item is None else tile.window[self.item]


ATTRIBUTES = (
    Attribute("rank", "integer", hits_only=True),
    Attribute("score", "real", hits_only=True),
    Attribute("similarity", "real", hits_only=True),
    Attribute("tile_id", "integer"),
    Attribute("source", "text"),
    Attribute("source_path", "text"),
    Attribute("date", "date"),
    Attribute("ground_size_m", "real"),
    Attribute("lon", "real"),
    Attribute("lat", "real"),
    Attribute("col", "real", item=0),
    Attribute("row", "real", item=1),
    Attribute("width", "real", item=2),
    Attribute("height", "real", item=3),
)
TILE_ATTRIBUTES = tuple(attribute for attribute in ATTRIBUTES if not attribute.hits_only)
#: What a table of tiles and the groups that they belong to has before the attributes of a tile.
GROUP_ATTRIBUTES = (
    Attribute("group_number", "integer"),
    Attribute("group_phrases", "text"),
    Attribute("group_similarity", "real"),
)
ODDITY_ATTRIBUTES = (
    Attribute("rank", "integer"),
    Attribute("similarity", "real"),
    *TILE_ATTRIBUTES,
)


def tile_from_attributes(values: Mapping[str, Any], footprint: Ring) -> Tile:
    """Read a tile back from a row of a table; see :func:`hit_from_attributes`."""
    return Tile(**_fields(TILE_ATTRIBUTES, values), footprint=footprint)


def hit_from_attributes(values: Mapping[str, Any], footprint: Sequence[Sequence[float]]) -> Hit:
    """Read a hit back from a row of a table.

    Args:
        values: The row: a value under the name of every attribute.
        footprint: Its polygon's outer ring.

    Raises:
        KeyError, TypeError, ValueError: The row is not that of a hit.
    """
    ring = tuple((float(point[0]), float(point[1])) for point in footprint)
    return Hit(**_fields(ATTRIBUTES, values), footprint=ring)


def _fields(attributes: Sequence[Attribute], values: Mapping[str, Any]) -> dict[str, Any]:
    fields = {a.name: _CONVERT[a.type](values[a.name]) for a in attributes if a.item is None}
    fields["window"] = tuple(float(values[a.name]) for a in attributes if a.item is not None)
    return fields


_CONVERT: dict[AttributeType, Callable[[Any], Any]]
_CONVERT = {"integer": int, "real": float, "text": str, "date": lambda day: day}
