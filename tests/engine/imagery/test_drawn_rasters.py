"""Properties of all rasters: where tiles lie, what they show, which of them there are."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import rasterio
from hypothesis import example, given, settings
from numpy.typing import NDArray
from pyproj import Geod
from rasterio.warp import transform as gdal_transform
from scipy.ndimage import map_coordinates

from engine.imagery.reader import TileBatch, read_tiles
from engine.imagery.source import Source, SourceOptions, describe_source
from engine.imagery.tiling import TileGrid, TileSpec, footprints_4326
from tests.support.drawn_rasters import BANDS, HEIGHT, WIDTH, Drawing, drawings, write_drawing

GEOD = Geod(ellps="WGS84")
#: How far the valid part may be off: the pixels on the edge of what is empty.
TOLERANCE = 0.1
#: Positions a side at which an image's pixel is compared.
FINE = 3


#: An empty corner beside steep grey: cells of its overviews show both.
MIXED = Drawing(
    driver="GTiff", dtype="float64", bands="grey", crs="EPSG:2056", shape="oblong", void="turned", void_said="not",
    void_value=1e20, place_said="inside", overviews=True, statistics=False, seed=65535,
)  # fmt: skip


@settings(max_examples=60)
@given(drawing=drawings())
@example(MIXED)
@example(replace(MIXED, shape="north-up"))
@example(replace(MIXED, shape="sheared"))
def test_rasters_as_people_have_them(drawing: Drawing) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = write_drawing(drawing, Path(name))
        # A value that the file declares needs no looking for.
        source = describe_source(str(path), SourceOptions())
        pixels = 40 if not drawing.overviews else 16
        spec = TileSpec((40 * source.pixel_size_m,), pixels=pixels)
        grid = TileGrid(source, spec)
        (batch,) = read_tiles(source, spec, 0, len(grid), batch_size=10_000, keep_flat=False)
        check_places(drawing, path, source, batch)
    check_validity(drawing, grid, batch)
    check_pictures(drawing, source, batch)


def check_places(drawing: Drawing, path: Path, source: Source, batch: TileBatch) -> None:
    """Tiles lie to half a pixel where GDAL puts them, and where they were drawn."""
    with rasterio.open(path) as dataset:
        crs, by_gdal = dataset.crs, dataset.transform
    corners = np.array([(0, 0), (1, 0), (1, 1), (0, 1)])
    half = source.pixel_size_m / 2
    for window, footprint in zip(
        batch.windows, footprints_4326(source, batch.windows), strict=True
    ):
        at = window[:2] + corners * window[2:]
        found = np.array(footprint.exterior.coords)[:4]
        for transform, its_crs in ((by_gdal, crs), (drawing.transform, drawing.crs)):
            xy = np.array([transform @ tuple(corner) for corner in at])
            lon, lat = gdal_transform(its_crs, "EPSG:4326", xy[:, 0], xy[:, 1])
            _, _, away = GEOD.inv(lon, lat, found[:, 0], found[:, 1])
            assert np.max(away) < half


def valid_parts(drawing: Drawing, grid: TileGrid) -> NDArray[np.float64]:
    """Part of each planned tile in which something was drawn."""
    shown = drawing.shown()
    parts = []
    for left, top, width, height in grid.windows(0, len(grid)):
        rows = np.clip(np.arange(round(top), round(top + height)), 0, HEIGHT - 1)
        columns = np.clip(np.arange(round(left), round(left + width)), 0, WIDTH - 1)
        parts.append(shown[np.ix_(rows, columns)].mean())
    return np.array(parts)


def check_validity(drawing: Drawing, grid: TileGrid, batch: TileBatch) -> None:
    """No tile that shows enough is lost, none that shows too little is kept."""
    parts = valid_parts(drawing, grid)
    assert set(np.flatnonzero(parts > 0.5 + TOLERANCE)) <= set(batch.numbers.tolist())
    assert set(batch.numbers.tolist()) <= set(np.flatnonzero(parts > 0.5 - TOLERANCE))


def check_pictures(drawing: Drawing, source: Source, batch: TileBatch) -> None:
    """What is shown of the right bands is what was drawn there."""
    wanted_bands = BANDS[drawing.bands].shown
    assert source.bands == tuple(band + 1 for band in wanted_bands)
    values, shown = drawing.values(), drawing.shown()
    pixels = batch.images.shape[1]
    fine = (np.arange(pixels * FINE) + 0.5) / (pixels * FINE)
    for image, (left, top, width, height) in zip(batch.images, batch.windows, strict=True):
        seen = np.flip(image, axis=flipped(source)) if source.georeferencing.mirrored else image
        at = np.meshgrid(top + fine * height - 0.5, left + fine * width - 0.5, indexing="ij")
        inside = averaged(map_coordinates(shown.astype(float), at, order=1, mode="nearest")) == 1.0
        for channel, band in enumerate(wanted_bands):
            plane = np.where(shown, values[band].astype(np.float64), 0.0)
            drawn = averaged(map_coordinates(plane, at, order=1, mode="nearest"))[inside]
            if drawing.dtype != "uint8":
                drawn = np.clip(drawn, *np.percentile(values[band][shown].astype(float), [2, 98]))
            likeness = np.corrcoef(seen[..., channel][inside], drawn)[0, 1]
            assert likeness > 0.99, (channel, likeness)


def averaged(fine: NDArray[np.float64]) -> NDArray[np.float64]:
    """What each pixel of an image averages."""
    side = len(fine) // FINE
    means: NDArray[np.float64] = fine.reshape(side, FINE, side, FINE).mean(axis=(1, 3))
    return means


def flipped(source: Source) -> int:
    return 0 if source.transform[4] > 0 else 1
