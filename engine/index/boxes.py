"""Footprints compared with a place by their boxes, many at a time: few need to be looked at themselves."""

from __future__ import annotations

import functools
import math

import numpy as np
import shapely
from numpy.typing import NDArray

from ..contract.indexes import Bounds

#: So many boxes, about, are compared with a place together.
_GROUP = 32
_POLYGON_BYTES = 350


class BoxGroups:
    """N boxes, neighbours together: most groups lie inside or outside a place as a whole.

    Args:
        bounds: float64 [N, 4]: west, south, east, north of the box around each footprint, which is in one piece.
    """

    def __init__(self, bounds: NDArray[np.float64]) -> None:
        cell = _cells(bounds) if len(bounds) else np.zeros(0, dtype=np.int64)
        self._order = np.argsort(cell, kind="stable").astype(np.int32)
        starts = np.flatnonzero(np.diff(cell[self._order], prepend=-1))
        self._sizes = np.diff(starts, append=len(bounds))
        self._bounds = bounds
        self._groups = np.zeros((0, 4))
        if len(bounds):
            lower = np.fmin.reduceat(bounds[self._order, :2], starts)
            upper = np.fmax.reduceat(bounds[self._order, 2:], starts)
            self._groups = np.concatenate([lower, upper], axis=1)

    @property
    def nbytes(self) -> int:
        """Memory in bytes, about."""
        kept = (self._order, self._sizes, self._bounds, self._groups)
        return sum(each.nbytes for each in kept) + _POLYGON_BYTES * len(self._groups)

    @functools.cached_property
    def _polygons(self) -> NDArray[np.object_]:
        polygons: NDArray[np.object_] = shapely.box(*self._groups.T)
        return polygons

    def touched(self, place: shapely.Geometry) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the numbers of the footprints that surely touch a place, and of those that may, each in any order."""
        rectangle = rectangle_of(place)
        limits = place.bounds if rectangle is None else rectangle
        near = overlapping(self._groups, limits)
        inside = near & _inside(self._groups, limits)
        if rectangle is None:
            # Of many corners, every comparison with a place that is not prepared takes long.
            shapely.prepare(place)
            inside[inside] = shapely.covers(place, self._polygons[inside])
            partly = near & ~inside
            near[partly] = shapely.intersects(place, self._polygons[partly])
        sure = self._members(inside)
        others = self._members(near & ~inside)
        others = others[overlapping(self._bounds[others], limits)]
        compare = _beside_rectangle if rectangle else _beside_any
        certain, possible = compare(place, self._bounds[others])
        return np.concatenate([sure, others[certain]]), others[possible]

    def _members(self, groups: NDArray[np.bool_]) -> NDArray[np.int64]:
        return self._order[np.repeat(groups, self._sizes)].astype(np.int64)


def _cells(bounds: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the numbers of the cells of a grid in which boxes begin; as many boxes wide as high, about."""
    if not np.isfinite(bounds).all():
        return np.zeros(len(bounds), dtype=np.int64)  # of an index that is damaged
    corners = bounds[:, :2]
    reach = np.ptp(corners, axis=0)
    # Boxes side by side from west to east, and from south to north.
    across, along = 1.0 + reach / np.maximum((bounds[:, 2:] - corners).mean(axis=0), 1e-12)
    wanted = max(1.0, len(bounds) / _GROUP)
    columns = max(1, round(min(wanted, math.sqrt(wanted * across / along))))
    rows = max(1, round(wanted / columns))
    shares = (corners - corners.min(axis=0)) / np.where(reach > 0, reach, 1.0)
    column, row = np.minimum(shares * (columns, rows), (columns - 1, rows - 1)).astype(np.int64).T
    return column * rows + row


def rectangle_of(place: shapely.Geometry) -> Bounds | None:
    """Return the bounds of a place that fills them; None if it does not."""
    if shapely.get_num_coordinates(place) != 5 or place.area == 0.0:
        return None
    box = shapely.box(*place.bounds)
    if not shapely.equals_exact(shapely.normalize(place), shapely.normalize(box), 0.0):
        return None
    west, south, east, north = place.bounds
    return west, south, east, north


def overlapping(bounds: NDArray[np.float64], limits: Bounds) -> NDArray[np.bool_]:
    """Return which boxes [N, 4] have a point in common with another one."""
    west, south, east, north = limits
    touching: NDArray[np.bool_] = (
        (bounds[:, 0] <= east)
        & (bounds[:, 2] >= west)
        & (bounds[:, 1] <= north)
        & (bounds[:, 3] >= south)
    )
    return touching


def _inside(bounds: NDArray[np.float64], limits: Bounds) -> NDArray[np.bool_]:
    west, south, east, north = limits
    inside: NDArray[np.bool_] = (
        (bounds[:, 0] >= west)
        & (bounds[:, 2] <= east)
        & (bounds[:, 1] >= south)
        & (bounds[:, 3] <= north)
    )
    return inside


def _beside_rectangle(
    place: shapely.Geometry, bounds: NDArray[np.float64]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which footprints surely touch a rectangle, and which may, of boxes that do.

    One that does not reach beyond the rectangle to the north and south touches it: its westernmost and its
    easternmost point lie in it, or on both sides of it and the footprint leads from one to the other. Likewise to
    the west and east. What is left lies at a corner.
    """
    west, south, east, north = place.bounds
    across = (bounds[:, 0] >= west) & (bounds[:, 2] <= east)
    along = (bounds[:, 1] >= south) & (bounds[:, 3] <= north)
    return across | along, ~(across | along)


def _beside_any(
    place: shapely.Geometry, bounds: NDArray[np.float64]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which footprints surely touch a prepared place, and which may."""
    boxes = shapely.box(*bounds.T)
    covered = shapely.covers(place, boxes)
    possible = ~covered
    possible[possible] = shapely.intersects(place, boxes[possible])
    return covered, possible
