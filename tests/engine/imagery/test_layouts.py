"""Tiles of real rasters in every layout: where they lie, what they show, what they leave out."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import shapely
from affine import Affine
from pyproj import Geod
from rasterio.warp import transform as warp

from engine.contract.codec import from_json, to_json
from engine.imagery.reader import TileBatch, read_tiles
from engine.imagery.source import Source, describe_source
from engine.imagery.tiling import TileGrid, TileSpec, footprint_source_crs, footprints_4326
from tests.support.rasters import HEIGHT, LAYOUTS, WIDTH, Layout, write_layout

PIXELS = 48
by_name = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
# JPEG 2000 has no nodata value.
can_be_empty = [layout for layout in LAYOUTS if layout.suffix != ".jp2"]


def tiles_of(source: Source, spec: TileSpec) -> TileBatch:
    """All tiles of a small source as one batch."""
    (batch,) = read_tiles(source, spec, 0, len(TileGrid(source, spec)), batch_size=10_000)
    return batch


def decoded(source: Source, images: np.ndarray, channel: int) -> np.ndarray:
    """Positions in pixels that the images' channel encodes; NaN where the stretch saturates."""
    shown = images[..., channel].astype(float)
    if source.stretch is None:
        return shown / 2
    low, high = source.stretch.low, source.stretch.high
    band = min(channel, len(low) - 1)
    values = low[band] + shown / 255 * (high[band] - low[band])
    return np.where((shown > 0) & (shown < 255), values / 2, np.nan)


@by_name
def test_pixels_lie_where_the_window_says(layout: Layout, tmp_path: Path) -> None:
    source = describe_source(str(write_layout(layout, tmp_path)))
    spec = TileSpec((layout.ground_size_m,), overlap=0.3, pixels=PIXELS)
    batch = tiles_of(source, spec)
    assert len(batch) == len(TileGrid(source, spec))
    images = batch.images if layout.flip is None else np.flip(batch.images, axis=1 + layout.flip)
    steps = (np.arange(PIXELS) + 0.5) / PIXELS
    compared = 0
    for axis, channel in ((0, layout.columns_in), (1, layout.rows_in)):
        if channel is None:
            continue
        found = decoded(source, images, channel)
        # Position of each image pixel's centre, counted in centres of raster pixels.
        wanted = batch.windows[:, [axis]] + steps * batch.windows[:, [axis + 2]] - 0.5
        wanted = wanted[:, np.newaxis, :] if axis == 0 else wanted[:, :, np.newaxis]
        error = np.abs(found - wanted)
        compared += int(np.isfinite(error).sum())
        assert np.nanmax(error) <= 0.5
    assert compared > 0.4 * batch.images[..., 0].size


@by_name
def test_footprints_are_the_windows_on_the_ground(layout: Layout, tmp_path: Path) -> None:
    source = describe_source(str(write_layout(layout, tmp_path)))
    batch = tiles_of(source, TileSpec((layout.ground_size_m,), pixels=PIXELS))
    geod = Geod(ellps="WGS84")
    footprints = footprints_4326(source, batch.windows)
    for window, footprint in zip(batch.windows, footprints, strict=True):
        left, top, width, height = window
        corners = [
            (left, top),
            (left + width, top),
            (left + width, top + height),
            (left, top + height),
        ]
        xy = [layout.transform @ corner for corner in corners]
        exact = footprint_source_crs(source, tuple(window))
        assert exact.equals_exact(shapely.Polygon(xy), 1e-9 * max(map(abs, xy[0])))
        lon, lat = warp(layout.crs, "EPSG:4326", *zip(*xy, strict=True))
        found = np.array(footprint.exterior.coords)[:4]
        assert np.allclose((found[:, 0] - lon + 180) % 360 - 180, 0, atol=1e-8)
        assert np.allclose(found[:, 1], lat, atol=1e-8)
        assert np.ptp(found[:, 0]) < 1
        assert -180 <= footprint.centroid.x <= 180
        for start, end in ((0, 1), (1, 2), (2, 3), (3, 0)):
            side = geod.inv(*found[start], *found[end])[2]
            assert side == pytest.approx(layout.ground_size_m, rel=0.01)
    assert source.footprint_4326.buffer(1e-6).covers(shapely.union_all(footprints))


@by_name
def test_tiles_cover_the_raster_and_stay_inside(layout: Layout, tmp_path: Path) -> None:
    source = describe_source(str(write_layout(layout, tmp_path)))
    batch = tiles_of(source, TileSpec((layout.ground_size_m,), pixels=PIXELS))
    boxes = [shapely.box(x, y, x + w, y + h) for x, y, w, h in batch.windows]
    raster = shapely.box(0, 0, WIDTH, HEIGHT)
    assert raster.difference(shapely.union_all(boxes).buffer(1e-3)).area == 0
    assert all(raster.buffer(1e-6).covers(box) for box in boxes)


@pytest.mark.parametrize("layout", can_be_empty, ids=lambda layout: layout.name)
def test_tiles_that_are_more_than_half_empty_are_left_out(layout: Layout, tmp_path: Path) -> None:
    source = describe_source(str(write_layout(layout, tmp_path, hole=True)))
    spec = TileSpec((layout.ground_size_m,), overlap=0.6, pixels=PIXELS)
    grid = TileGrid(source, spec)
    windows = grid.windows(0, len(grid))
    filled = np.clip(windows[:, 0] + windows[:, 2] - WIDTH // 3, 0, windows[:, 2]) / windows[:, 2]
    batch = tiles_of(source, spec)
    # One pixel of tolerance: GDAL may count a pixel on the border either way.
    slack = 1 / windows[:, 2].min()
    assert set(np.flatnonzero(filled > 0.5 + slack)) <= set(batch.numbers)
    assert set(batch.numbers) <= set(np.flatnonzero(filled > 0.5 - slack))
    assert 0 < len(batch) < len(grid)


@pytest.mark.parametrize(
    "layout",
    [layout for layout in can_be_empty if layout.columns_in is not None],
    ids=lambda layout: layout.name,
)
def test_empty_pixels_do_not_bleed(layout: Layout, tmp_path: Path) -> None:
    assert layout.columns_in is not None
    source = describe_source(str(write_layout(layout, tmp_path, hole=True)))
    batch = tiles_of(source, TileSpec((layout.ground_size_m,), overlap=0.6, pixels=PIXELS))
    images = batch.images if layout.flip is None else np.flip(batch.images, axis=1 + layout.flip)
    found = decoded(source, images, layout.columns_in)
    steps = (np.arange(PIXELS) + 0.5) / PIXELS
    wanted = batch.windows[:, [0]] + steps * batch.windows[:, [2]] - 0.5
    seen = wanted[:, np.newaxis, :] > WIDTH // 3
    error = np.where(seen, np.abs(found - wanted[:, np.newaxis, :]), np.nan)
    # Beside the hole the filter has pixels on one side only, which moves it by less than one pixel.
    assert np.nanmax(error) <= 1.0


def test_sources_survive_json(tmp_path: Path) -> None:
    for layout in LAYOUTS:
        source = describe_source(str(write_layout(layout, tmp_path)))
        assert from_json(Source, json.loads(json.dumps(to_json(source)))) == source


@pytest.mark.parametrize(
    ("name", "bands"),
    [("utm-rgb", (1, 2, 3)), ("bgra", (3, 2, 1)), ("palette", (1,)), ("feet-int16-one-band", (1,))],
)
def test_bands_are_chosen_by_their_meaning(
    name: str, bands: tuple[int, ...], tmp_path: Path
) -> None:
    layout = next(layout for layout in LAYOUTS if layout.name == name)
    assert describe_source(str(write_layout(layout, tmp_path))).bands == bands


def test_rotated_raster_has_rotated_footprints(tmp_path: Path) -> None:
    layout = next(layout for layout in LAYOUTS if layout.name == "rotated")
    source = describe_source(str(write_layout(layout, tmp_path)))
    footprint = footprint_source_crs(source, (10, 20, 30, 30))
    assert footprint.area == pytest.approx(15 * 15)
    assert footprint.envelope.area > 1.8 * footprint.area
    assert footprint.exterior.coords[0] == pytest.approx(layout.transform @ (10, 20))
    assert Affine(*source.transform) == layout.transform
