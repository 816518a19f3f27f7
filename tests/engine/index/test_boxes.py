"""Footprints compared with a place by their boxes."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from engine.index.boxes import BoxGroups, rectangle_of


def footprints(turn: float, count: int = 40) -> np.ndarray:
    """A grid of squares of side 1 that touch each other, turned by so many degrees about the origin, and some larger ones."""
    x, y = (each.ravel().astype(float) for each in np.meshgrid(np.arange(count), np.arange(count)))
    small = shapely.box(x, y, x + 1, y + 1)
    large = shapely.box(x[::7], y[::7], x[::7] + 3, y[::7] + 3)
    both = np.concatenate([small, large])
    angle = np.radians(turn)
    matrix = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    turned: np.ndarray = shapely.transform(both, lambda points: points @ matrix.T)
    return turned


RING = shapely.Point(15, 20).buffer(14)
PLACES = {
    "box": shapely.box(3, 3, 20.5, 30),
    "box that meets edges": shapely.box(5, 5, 20, 30),
    "box inside a tile": shapely.box(7.2, 7.2, 7.4, 7.4),
    "thin box across all": shapely.box(-100, 7.2, 100, 7.3),
    "box about all": shapely.box(-100, -100, 100, 100),
    "box elsewhere": shapely.box(500, 500, 501, 501),
    "corners turned": shapely.Polygon([(20.5, 3), (20.5, 30), (3, 30), (3, 3)]),
    "circle": RING,
    "with a hole": RING.difference(shapely.Point(15, 20).buffer(6)),
    "two": shapely.MultiPolygon([shapely.box(1, 1, 4, 4), shapely.box(20, 20, 33, 25)]),
    "point": shapely.Point(10.5, 10.5),
    "corner of tiles": shapely.Point(10, 10),
    "triangle": shapely.Polygon([(0, 0), (37, 5), (11, 29)]),
}


@pytest.mark.parametrize("turn", [0.0, 1.5, 30.0])
@pytest.mark.parametrize("name", PLACES)
def test_what_is_sure_is_right_and_nothing_is_missed(name, turn):
    place = PLACES[name]
    tiles = footprints(turn)
    sure, perhaps = BoxGroups(shapely.bounds(tiles)).touched(place)
    truth = set(np.flatnonzero(shapely.intersects(place, tiles)).tolist())
    assert len(set(sure.tolist()) | set(perhaps.tolist())) == len(sure) + len(perhaps)
    assert set(sure.tolist()) <= truth <= set(sure.tolist()) | set(perhaps.tolist())
    if rectangle_of(place) and turn < 10:
        # At most the tiles at the four corners.
        assert len(perhaps) <= 4 * 12


def test_a_box_without_end_is_one_like_others():
    bounds = np.array([[0.0, 0, 1, 1], [-np.inf, 0, 1, 1], [np.nan] * 4, [5, 5, 6, 6]])
    sure, perhaps = BoxGroups(bounds).touched(shapely.box(-1, -1, 2, 2))
    assert {0} <= set(sure.tolist()) | set(perhaps.tolist()) <= {0, 1}


def test_no_boxes():
    sure, perhaps = BoxGroups(np.zeros((0, 4))).touched(PLACES["circle"])
    assert len(sure) == len(perhaps) == 0


def test_rectangles():
    assert rectangle_of(PLACES["corners turned"]) == (3, 3, 20.5, 30)
    for name in ("circle", "with a hole", "two", "point", "triangle"):
        assert rectangle_of(PLACES[name]) is None
    turned = shapely.Polygon([(0, 1), (1, 0), (2, 1), (1, 2)])
    assert rectangle_of(turned) is None
    assert rectangle_of(shapely.Polygon([(0, 0), (1, 0), (1, 0), (0, 0)])) is None
