"""Non-maximum suppression: of overlapping hits the best one is kept."""

from __future__ import annotations

import numpy as np
import shapely
import shapely.affinity
from numpy.typing import NDArray

from .filters import shared_areas

_NEAR_SEAM = 179.0


class Suppression:
    """Greedy non-maximum suppression (Neubeck and Van Gool, ICPR 2006) over footprints.

    Hits are offered from the best to the worst. One is refused if it shares more than
    ``max_overlap`` of the smaller of the two areas with one that was accepted before, so that a
    small tile inside a large one counts as the same place.

    Args:
        max_overlap: Part of the smaller tile, 0 (they may just touch) to 1 (nothing is refused).
    """

    def __init__(self, max_overlap: float) -> None:
        self._max_overlap = max_overlap
        self._polygons: list[shapely.Polygon] = []
        self._bounds = np.empty((0, 4))

    def offer(self, polygon: shapely.Polygon, bounds: NDArray[np.float64]) -> bool:
        """Accept or refuse the next hit.

        Args:
            polygon: Its footprint.
            bounds: West, south, east, north of the footprint.
        """
        # A footprint at the 180th meridian may be written with longitudes of either side.
        turns = (0.0, -360.0, 360.0) if max(-bounds[0], bounds[2]) > _NEAR_SEAM else (0.0,)
        for turn in turns:
            moved = polygon if not turn else shapely.affinity.translate(polygon, turn)
            if self._overlaps(moved, bounds + np.array([turn, 0.0, turn, 0.0])):
                return False
        count = len(self._polygons)
        if count == len(self._bounds):
            grown = np.empty((max(64, 2 * count), 4))
            grown[:count] = self._bounds[:count]
            self._bounds = grown
        self._bounds[count] = bounds
        self._polygons.append(polygon)
        return True

    def _overlaps(self, polygon: shapely.Polygon, bounds: NDArray[np.float64]) -> bool:
        others = self._bounds[: len(self._polygons)]
        near = np.flatnonzero(
            (others[:, 0] < bounds[2])
            & (others[:, 2] > bounds[0])
            & (others[:, 1] < bounds[3])
            & (others[:, 3] > bounds[1])
        )
        if not len(near):
            return False
        rivals = np.array([self._polygons[i] for i in near], dtype=object)
        shared = shared_areas(rivals, polygon)
        smaller = np.minimum(shapely.area(rivals), shapely.area(polygon))
        return bool((shared > self._max_overlap * smaller).any())
