"""One place at all its dates: of each date the tile that fits the place best, with its score."""

from __future__ import annotations

from datetime import date

import numpy as np
import shapely
from numpy.typing import NDArray

from ..contract.tiles import DatedTile, Tile
from ..errors import NoTileThere
from ..model.calibration import Calibration
from .filters import around_the_world, shared_areas
from .search import hit_of
from .store import VectorStore

#: A tile compares with a place if its side is at most so many times longer or shorter.
_COMPARABLE = 2.0


def tiles_through_time(
    store: VectorStore,
    place: shapely.Polygon,
    question: NDArray[np.float32] | None = None,
    calibration: Calibration | None = None,
) -> tuple[DatedTile, ...]:
    """Return the tile of each date that covers the middle of a place and has most in common with it.

    Of tiles without a date one of each raster is returned: nobody knows which of them belong together.

    Args:
        store: The index.
        place: A footprint, EPSG:4326.
        question: Unit vector (D); None: tiles have no scores.
        calibration: Turns its similarities into scores.

    Returns:
        The earliest first, those without a date last, by the names of their rasters.

    Raises:
        NoTileThere: No tile of a comparable size is there.
        IndexDamaged: What was needed is not what was written.
    """
    best: dict[date | str, tuple[float, int]] = {}
    tiles: dict[int, Tile] = {}
    for copy in around_the_world(place):
        for table in store.items_at(copy.centroid):
            areas = shapely.area(table.footprints)
            shared = shared_areas(table.footprints, copy)
            # Intersection over union: position and size in one number.
            fits = shared / (areas + copy.area - shared)
            sides = np.sqrt(areas / copy.area)
            for number in np.flatnonzero((sides <= _COMPARABLE) & (sides >= 1 / _COMPARABLE)):
                tile = table.tile(int(number))
                time = tile.date or tile.source_path
                offer = -float(fits[number]), tile.tile_id
                if time not in best or offer < best[time]:
                    best[time] = offer
                    tiles[tile.tile_id] = tile
    if not best:
        middle = place.centroid
        raise NoTileThere(index=store.info.uri, lon=middle.x, lat=middle.y)
    chosen = sorted(
        (tiles[tile_id] for _, tile_id in best.values()),
        key=lambda tile: (tile.date or date.max, tile.source, tile.tile_id),
    )
    if question is None:
        return tuple(DatedTile(**vars(tile), score=None) for tile in chosen)
    similarities = store.vectors([tile.tile_id for tile in chosen]) @ question
    return tuple(
        DatedTile(**vars(tile), score=hit_of(tile, 1, float(similarity), calibration).score)
        for tile, similarity in zip(chosen, similarities, strict=True)
    )
