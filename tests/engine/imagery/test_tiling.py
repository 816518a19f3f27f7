"""The plan of tiles, on sources that are described but not written."""

from __future__ import annotations

import dataclasses
import tracemalloc

import numpy as np
import pytest
import shapely
from affine import Affine
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pyproj import CRS, Geod

from engine.contract.codec import from_json, to_json
from engine.errors import TooCoarse, TooSmall, UsageError
from engine.imagery.georeferencing import Georeferencing
from engine.imagery.source import Source
from engine.imagery.tiling import (
    TileGrid,
    TileSpec,
    about_tiles,
    count_tiles,
    default_ground_size,
    few_pixels,
    footprint_source_crs,
    footprints_4326,
)
from engine.texts import text_of

GEOD = Geod(ellps="WGS84")


def source_of(crs: str, transform: Affine, width: int, height: int) -> Source:
    wkt = CRS.from_user_input(crs).to_wkt()
    affine = tuple(transform)[:6]
    pixel = Georeferencing(wkt, affine, width, height).pixel_size_m
    return Source("nowhere.tif", 1, 1.0, wkt, affine, width, height, (1,), None, None, pixel)


def utm(width: int, height: int, pixel: float = 1.0) -> Source:
    return source_of("EPSG:32633", Affine(pixel, 0, 5e5, 0, -pixel, 5.5e6), width, height)


# Coordinate system, where in it, and metres (roughly) of one of its units there.
PLACES = {
    "utm": ("EPSG:32633", 450_000.0, 5_000_000.0, 1.0),
    "degrees": ("EPSG:4326", 20.0, 62.0, 111_000.0),
    "mercator": ("EPSG:3857", 2_000_000.0, 9_000_000.0, 0.4),
    "feet": ("EPSG:2263", 987_000.0, 211_000.0, 0.3048),
    "polar": ("EPSG:3413", -1_200_000.0, -900_000.0, 1.0),
}


@st.composite
def sources(draw: st.DrawFn) -> Source:
    crs, x, y, unit = PLACES[draw(st.sampled_from(sorted(PLACES)))]
    pixel = draw(st.floats(0.2, 30)) / unit
    turn = draw(st.sampled_from([0.0, 0.0, 17.0, 45.0, 90.0, 211.0]))
    up = draw(st.sampled_from([-1, -1, 1]))
    stretch = draw(st.sampled_from([1.0, 1.0, 1.4]))
    transform = (
        Affine.translation(x, y) @ Affine.rotation(turn) @ Affine.scale(pixel * stretch, up * pixel)
    )
    return source_of(crs, transform, draw(st.integers(20, 3000)), draw(st.integers(20, 3000)))


@settings(max_examples=60)
@given(
    source=sources(),
    tile_pixels=st.floats(35, 700),
    overlap=st.sampled_from([0.0, 0.0, 0.25, 0.5, 0.8]),
)
def test_tiles_cover_the_raster_and_stay_inside(
    source: Source, tile_pixels: float, overlap: float
) -> None:
    spec = TileSpec((tile_pixels * source.pixel_size_m * 1.3,), overlap=overlap)
    try:
        grid = TileGrid(source, spec)
    except (TooSmall, TooCoarse):
        assume(False)
    assume(len(grid) < 1200)
    windows = grid.windows(0, len(grid))
    left, top, width, height = windows.T
    # Windows of a hundredth of a pixel more, so that rounding leaves no gaps of 1e-12.
    boxes = shapely.box(left - 0.01, top - 0.01, left + width + 0.01, top + height + 0.01)
    raster = shapely.box(0, 0, source.width, source.height)
    assert raster.difference(shapely.union_all(boxes)).area == 0
    wide, tall = width <= source.width, height <= source.height
    assert (left[wide] >= 0).all()
    assert (top[tall] >= 0).all()
    assert ((left + width)[wide] <= source.width + 1e-6).all()
    assert ((top + height)[tall] <= source.height + 1e-6).all()
    # What is larger than the raster lies around its middle.
    assert np.allclose((left + width / 2)[~wide], source.width / 2)
    assert np.allclose((top + height / 2)[~tall], source.height / 2)


def test_a_tile_larger_than_all_there_is_makes_no_tiles() -> None:
    source = source_of("EPSG:32633", Affine(1, 0, 400_000, 0, -1, 5_500_000), 200, 200)
    assert about_tiles(source, TileSpec((1e300,))) <= 1
    with pytest.raises(TooSmall):
        count_tiles(source, TileSpec((1e300,)))


@pytest.mark.parametrize("up", [-1, 1])
def test_rows_beyond_a_pole_are_no_tiles_without_end(up: int) -> None:
    # A grid of the whole Earth whose last rows lie behind the pole, as when someone has written its centres as corners.
    source = source_of("EPSG:4326", Affine(1, 0, -75, 0, up, -40 * up), 150, 140)
    ground_size = 32 * source.pixel_size_m
    grid = TileGrid(source, TileSpec((ground_size,)))
    windows = grid.windows(0, len(grid))
    assert 5 < len(grid) < 100
    assert np.isfinite(windows).all()
    # What lies on the Earth has the size that it should.
    before_the_pole = windows[:, 1] + windows[:, 3] < 128
    assert before_the_pole.any()
    heights = windows[before_the_pole, 3] * 111_000
    assert heights == pytest.approx(ground_size, rel=0.05)


@settings(max_examples=60)
@given(source=sources(), tile_pixels=st.floats(35, 300))
def test_sides_are_true_metres(source: Source, tile_pixels: float) -> None:
    ground_size = tile_pixels * source.pixel_size_m * 1.3
    try:
        grid = TileGrid(source, TileSpec((ground_size,)))
    except (TooSmall, TooCoarse):
        assume(False)
    numbers = sorted({0, len(grid) // 3, len(grid) // 2, len(grid) - 1})
    for number in numbers:
        left, top, width, height = grid.window(number)
        middle_x, middle_y = left + width / 2, top + height / 2
        for ends in (
            ((left, middle_y), (left + width, middle_y)),
            ((middle_x, top), (middle_x, top + height)),
        ):
            (lon1, lon2), (lat1, lat2) = source.georeferencing.to_lonlat(
                [ends[0][0], ends[1][0]], [ends[0][1], ends[1][1]]
            )
            # Tiles may be stretched by half a percent to save a row of slivers.
            assert GEOD.inv(lon1, lat1, lon2, lat2)[2] == pytest.approx(ground_size, rel=0.008)


@settings(max_examples=60)
@given(source=sources(), data=st.data())
def test_footprints_are_the_affine_of_the_window(source: Source, data: st.DataObject) -> None:
    offsets = st.floats(-50, 3000)
    window = (
        data.draw(offsets),
        data.draw(offsets),
        data.draw(st.floats(1, 500)),
        data.draw(st.floats(1, 500)),
    )
    ring = np.array(footprint_source_crs(source, window).exterior.coords)[:4]
    inverse = ~Affine(*source.transform)
    col, row = inverse @ (ring[:, 0], ring[:, 1])
    left, top, width, height = window
    assert np.allclose(col, [left, left + width, left + width, left], atol=1e-4)
    assert np.allclose(row, [top, top, top + height, top + height], atol=1e-4)
    (polygon,) = footprints_4326(source, [window])
    assert polygon.is_valid
    lon, lat = source.georeferencing.to_lonlat(col, row)
    assert np.allclose(np.array(polygon.exterior.coords)[:4], np.stack([lon, lat], -1), atol=1e-9)


@settings(max_examples=20)
@given(source=sources(), data=st.data())
def test_any_stretch_of_numbers_gives_the_same_windows(source: Source, data: st.DataObject) -> None:
    sizes = (70 * source.pixel_size_m, 25 * source.pixel_size_m, 140 * source.pixel_size_m)
    try:
        grid = TileGrid(source, TileSpec(sizes, overlap=0.2))
    except (TooSmall, TooCoarse):
        assume(False)
    start = data.draw(st.integers(0, len(grid)))
    stop = data.draw(st.integers(start, len(grid)))
    everything = grid.windows(0, len(grid))
    assert everything.shape == (len(grid), 4)
    assert np.array_equal(grid.windows(start, stop), everything[start:stop])
    assert np.array_equal(
        grid.ground_sizes(start, stop), grid.ground_sizes(0, len(grid))[start:stop]
    )
    again = TileGrid(dataclasses.replace(source), TileSpec(sizes, overlap=0.2))
    assert np.array_equal(again.windows(0, len(again)), everything)


def test_numbers_run_by_ground_size_then_row() -> None:
    grid = TileGrid(utm(1000, 500), TileSpec((100.0, 250.0)))
    sizes = grid.ground_sizes(0, len(grid))
    assert len(grid) == 10 * 5 + 4 * 2
    assert (sizes == np.repeat([100.0, 250.0], [50, 8])).all()
    assert grid.ground_size(49) == 100.0
    assert grid.ground_size(50) == 250.0
    windows = grid.windows(0, 50)
    order = np.lexsort((windows[:, 0], windows[:, 1].round(3)))
    assert (order == np.arange(50)).all()
    with pytest.raises(IndexError):
        grid.window(len(grid))


def test_metres_of_web_mercator_and_degrees_are_not_taken_for_true() -> None:
    # At 60 degrees north web Mercator shows everything about twice too large.
    mercator = source_of("EPSG:3857", Affine(1, 0, 1e6, 0, -1, 8_399_738), 2000, 2000)
    assert mercator.pixel_size_m == pytest.approx(0.5, rel=0.01)
    width, height = TileGrid(mercator, TileSpec((100.0,))).window(0)[2:]
    assert width == pytest.approx(200, rel=0.01)
    assert height == pytest.approx(200, rel=0.01)
    degrees = source_of("EPSG:4326", Affine(1e-5, 0, 10, 0, -1e-5, 60.01), 2000, 2000)
    width, height = TileGrid(degrees, TileSpec((100.0,))).window(0)[2:]
    assert width / height == pytest.approx(2, rel=0.01)


def test_tiles_of_a_tall_geographic_raster_change_from_row_to_row() -> None:
    source = source_of("EPSG:4326", Affine(0.01, 0, 0, 0, -0.01, 80), 1000, 8000)
    grid = TileGrid(source, TileSpec((40_000.0,)))
    windows = grid.windows(0, len(grid))
    top, bottom = windows[0], windows[-1]
    assert top[2] == pytest.approx(36 / np.cos(np.radians(79.8)), rel=0.01)
    assert bottom[2] == pytest.approx(36, rel=0.01)
    per_row = np.unique(windows[:, 1].round(3), return_counts=True)[1]
    assert per_row[0] < 6 < 25 < per_row[-1]


def test_a_raster_around_the_world_has_no_tiles_where_a_row_is_shorter_than_half_a_tile() -> None:
    source = source_of("EPSG:4326", Affine(0.5, 0, -180, 0, -0.5, 90), 720, 360)
    assert source.bounds_4326 == pytest.approx((-180, -90, 180, 90))
    grid = TileGrid(source, TileSpec((1_000_000.0,)))
    windows = grid.windows(0, len(grid))
    assert np.isfinite(windows).all()
    assert len(grid) < 520
    middles = windows[:, 1] + windows[:, 3] / 2
    assert middles.min() < 20
    assert middles.max() > 340


def test_a_raster_around_a_pole_has_bounds_up_to_the_pole() -> None:
    source = source_of("EPSG:3031", Affine(1000, 0, -3e6, 0, -1000, 3e6), 6000, 6000)
    west, south, east, north = source.bounds_4326
    assert (west, south, east) == (-180, -90, 180)
    assert -66 < north < -50
    shifted = source_of("EPSG:4326", Affine(0.5, 0, 0, 0, -0.5, 60), 720, 240)
    assert shifted.bounds_4326 == pytest.approx((-180, -60, 180, 60))


@pytest.mark.parametrize(("crs", "pole"), [("EPSG:3413", 90.0), ("EPSG:3031", -90.0)])
@settings(max_examples=40)
@given(
    column=st.floats(-90, 90), row=st.floats(-90, 90), turn=st.floats(0, 360), up=st.sampled_from([-1, 1])
)  # fmt: skip
def test_footprints_around_a_pole_are_whole(
    crs: str, pole: float, column: float, row: float, turn: float, up: int
) -> None:
    """Before, the ring of such a tile crossed itself, and every search that met it ended."""
    assume(abs(abs(column) - 50) > 0.1 and abs(abs(row) - 50) > 0.1)
    transform = Affine.rotation(turn) @ Affine.scale(100, up * 100) @ Affine.translation(-500, -500)
    source = source_of(crs, transform, 1000, 1000)
    (footprint,) = footprints_4326(source, [(450 + column, 450 + row, 100.0, 100.0)])
    assert footprint.is_valid
    inside = abs(column) < 50 and abs(row) < 50
    west, south, east, north = footprint.bounds
    assert (pole in (south, north)) == inside
    assert (east - west == pytest.approx(360)) == inside


def test_a_sliver_is_taken_up_by_the_neighbours() -> None:
    # 21 x 256 pixels; metres of UTM are 0.04 % short, so true metres need 255.9 pixels.
    source = source_of("EPSG:32611", Affine(0.3, 0, 480_000, 0, -0.3, 3.76e6), 5376, 5120)
    windows = TileGrid(source, TileSpec((76.8,))).windows(0, 420)
    assert np.allclose(windows[:, :2] % 256 % 255.99, 0, atol=0.011)
    assert np.allclose(windows[:, 2:], 256, atol=0.001)


def test_half_a_tile_gives_one_tile_around_the_raster() -> None:
    grid = TileGrid(utm(1000, 60), TileSpec((100.0,)))
    windows = grid.windows(0, len(grid))
    assert len(grid) == 10
    assert np.allclose(windows[:, 1] + windows[:, 3] / 2, 30)
    assert (windows[:, 1] < -19).all()
    (window,) = TileGrid(utm(80, 80), TileSpec((100.0,))).windows(0, 1)
    assert window == pytest.approx([-10, -10, 100, 100], abs=0.1)


@pytest.mark.parametrize("size", [(1000, 49), (49, 1000), (70, 70)])
def test_less_than_half_a_tile_is_too_small(size: tuple[int, int]) -> None:
    with pytest.raises(TooSmall) as caught:
        TileGrid(utm(*size), TileSpec((100.0,)))
    assert "smaller --ground-size" in caught.value.next_step


def test_a_handful_of_pixels_is_too_coarse() -> None:
    with pytest.raises(TooCoarse) as caught:
        TileGrid(utm(1000, 1000, pixel=10.0), TileSpec((159.0,)))
    # Not the least that would do: tiles that show something.
    assert caught.value.values["advised_m"] == pytest.approx(490)
    assert len(TileGrid(utm(1000, 1000, pixel=10.0), TileSpec((161.0,)))) > 3000


@pytest.mark.parametrize(
    ("size", "pixels"), [(64.0, 6.4), (200.0, 20.0), (479.0, 47.9), (490.0, None), (2000.0, None)]
)
def test_tiles_of_few_pixels_are_told_with_a_size_that_works(
    size: float, pixels: float | None
) -> None:
    source = utm(1000, 1000, pixel=10.0)
    notes = few_pixels(source, TileSpec((size,)))
    found = [note.values["pixels"] for note in notes]
    assert found == pytest.approx([] if pixels is None else [pixels], abs=0.1)
    for note in notes:
        advised = TileSpec((note.values["advised_m"],))
        assert few_pixels(source, advised) == []
        assert len(TileGrid(source, advised))
        assert f"at least {note.values['advised_m']:.0f} m" in text_of(note)


def test_a_small_raster_is_advised_a_size_that_it_has_tiles_of() -> None:
    source = utm(30, 40, pixel=10.0)
    (note,) = few_pixels(source, TileSpec((200.0,)))
    assert note.values["advised_m"] == pytest.approx(310)
    assert len(TileGrid(source, TileSpec((310.0,)))) > 0


def test_ground_sizes_that_fit_are_kept_and_the_others_named() -> None:
    grid = TileGrid(utm(300, 300), TileSpec((10.0, 100.0, 1000.0)))
    assert set(grid.ground_sizes(0, len(grid))) == {100.0}
    assert [type(error) for error in grid.left_out] == [TooCoarse, TooSmall]
    assert TileGrid(utm(300, 300), TileSpec((100.0,))).left_out == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"ground_sizes_m": ()},
        {"ground_sizes_m": (0.0,)},
        {"ground_sizes_m": (float("nan"),)},
        {"ground_sizes_m": (50.0, 50.0)},
        {"overlap": 0.95},
        {"overlap": -0.1},
        {"pixels": 4},
        {"min_valid": 1.5},
    ],
)
def test_impossible_specs_are_refused(wrong: dict) -> None:
    with pytest.raises(UsageError):
        TileSpec(**{"ground_sizes_m": (100.0,), **wrong})


def test_spec_survives_json() -> None:
    spec = TileSpec((100.0, 200.0), 0.25, 224, 0.7)
    assert from_json(TileSpec, to_json(spec)) == spec


@pytest.mark.parametrize(
    ("pixel", "width", "expected"),
    [
        (0.3, 5000, 50.0),
        (0.5, 5000, 100.0),
        (1.0, 5000, 200.0),
        (10.0, 10980, 2000.0),
        (1.0, 60, 50.0),
    ],
)
def test_default_ground_size_is_round_and_fits(pixel: float, width: int, expected: float) -> None:
    source = utm(width, width, pixel)
    assert default_ground_size(source) == pytest.approx(expected)
    assert len(TileGrid(source, TileSpec((default_ground_size(source),)))) > 0


@pytest.mark.parametrize(
    ("crs", "transform", "columns", "rows"),
    [
        ("EPSG:32633", Affine(1, 0, 5e5, 0, -9, 5.5e6), 200, 300),
        ("EPSG:32633", Affine(9, 0, 5e5, 0, -1, 5.5e6), 300, 200),
        ("EPSG:32633", Affine(0.01, 0, 5e5, 0, -5e3, 5.5e6), 20_000_000, 40),
        # Seconds on the ice: pixels of 3 m by 31 m.
        ("EPSG:4326", Affine(1 / 3600, 0, -40.0, 0, -1 / 3600, 84.0), 220, 600),
    ],
    ids=["tall", "wide", "extreme", "far north"],
)
def test_default_ground_size_fits_pixels_that_are_no_squares(
    crs: str, transform: Affine, columns: int, rows: int
) -> None:
    source = source_of(crs, transform, columns, rows)
    assert len(TileGrid(source, TileSpec((default_ground_size(source),)))) > 0


def test_the_plan_of_a_huge_raster_is_small_and_quick() -> None:
    source = source_of("EPSG:4326", Affine(3e-6, 0, 9, 0, -3e-6, 52), 100_000, 100_000)
    tracemalloc.start()
    grid = TileGrid(source, TileSpec((30.0,), overlap=0.5))
    number = len(grid)
    last = grid.window(number - 1)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert number > 1_500_000
    assert last[0] + last[2] == pytest.approx(100_000)
    assert peak < 5_000_000


@pytest.mark.parametrize(
    ("source", "sizes", "overlap"),
    [
        (utm(20_000, 30_000), (100.0,), 0.0),
        (utm(20_000, 30_000), (100.0, 250.0), 0.5),
        (utm(8_000, 9_000, 2.0), (200.0, 10.0), 0.2),  # the second is too small for the pixels
        (source_of("EPSG:4326", Affine(1e-4, 0, 10, 0, -1e-4, 70), 60_000, 90_000), (500.0,), 0.0),
        (source_of("EPSG:3857", Affine(10, 0, 0, 0, -10, 15e6), 50_000, 90_000), (1000.0,), 0.1),
    ],
)
def test_about_as_many_tiles_as_are_planned(source, sizes, overlap):
    spec = TileSpec(sizes, overlap=overlap)
    planned = len(TileGrid(source, spec))
    assert about_tiles(source, spec) == pytest.approx(planned, rel=0.06)
    assert count_tiles(source, spec) == planned


def test_the_tiles_of_the_whole_earth_are_counted_without_planning_a_row():
    pixel = 2 * 20037508.34 / 2**26
    world = source_of(
        "EPSG:3857", Affine(pixel, 0, -20037508.34, 0, -pixel, 20037508.34), 2**26, 2**26
    )
    tracemalloc.start()
    count = count_tiles(world, TileSpec((20.0,)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # 510 million square kilometres, less what lies beyond 85 degrees.
    assert count == pytest.approx(5.08e14 / 20.0**2, rel=0.02)
    assert peak < 2_000_000
