"""Reading tiles: to half a pixel, through overviews, past the border, and when the file goes wrong."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine
from hypothesis import example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from rasterio.windows import Window

from engine.errors import Cancelled, SourceUnreadable
from engine.imagery import reader as reader_module
from engine.imagery.dataset import gdal_settings
from engine.imagery.reader import Piece, TileReader, prefetch, read_tiles, square_image
from engine.imagery.source import Source, Stretch, describe_source
from engine.imagery.tiling import TileGrid, TileSpec, footprint_source_crs, footprints_4326
from tests.support.paths import ROOT
from tests.support.rasters import positions, write_plain

SHARED = ROOT.parent / "shared" / "data"
SIDE = 1000
SCALE = 32


@pytest.fixture(scope="module", params=["plain", "overviews", "strips"])
def position_source(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Source:
    path = tmp_path_factory.mktemp("positions") / f"{request.param}.tif"
    layout: dict[str, Any] = (
        {} if request.param == "strips" else {"tiled": True, "blockxsize": 128, "blockysize": 64}
    )
    overviews = (2, 4, 8) if request.param == "overviews" else ()
    values = positions(SIDE, SIDE, scale=SCALE)
    return describe_source(str(write_plain(path, values, overviews=overviews, **layout)))


@settings(max_examples=40)
@given(
    left=st.floats(0, 900),
    top=st.floats(0, 900),
    part=st.floats(0.03, 1),
    aspect=st.floats(0.5, 2),
    pixels=st.integers(50, 200),
    across=st.floats(0, 1),
    down=st.floats(0, 1),
)
@example(left=0.5, top=0.25, part=0.99, aspect=1.0, pixels=50, across=0.3, down=0.7)
@example(left=0.0, top=0.0, part=1.0, aspect=1.0, pixels=74, across=0.0, down=0.0)
@example(left=333.3, top=10.75, part=0.05, aspect=1.0, pixels=200, across=0.0, down=1.0)
def test_pixels_match_the_fractional_window_to_half_a_pixel(
    position_source: Source,
    left: float,
    top: float,
    part: float,
    aspect: float,
    pixels: int,
    across: float,
    down: float,
) -> None:
    width = max(16.0, part * (SIDE - left))
    height = min(max(16.0, width * aspect), SIDE - top)
    # Where the centre of one image pixel lies, counted in centres of raster pixels. Not one of the
    # outermost, which have no neighbours beyond the raster's border to average with.
    column, row = (2 + round(place * (pixels - 5)) for place in (across, down))
    x = left + (column + 0.5) / pixels * width - 0.5
    y = top + (row + 0.5) / pixels * height - 0.5
    # A byte would be too coarse to tell half a pixel in a wide window, so stretch over what the
    # pixel is made of and no more.
    reach = 2.2 * max(width, height) / pixels + 10
    stretch = Stretch(
        (SCALE * (x - reach), SCALE * (y - reach), 0.0),
        (SCALE * (x + reach), SCALE * (y + reach), 255.0),
    )
    with (
        TileReader(dataclasses.replace(position_source, stretch=stretch)) as reader,
        gdal_settings(position_source.uri),
    ):
        image = reader.read((left, top, width, height), pixels, 0.0)
    assert image is not None
    shown = image[row, column].astype(float) / 255
    # Pillow's filter is off by up to a twelfth of a pixel of what it shrinks, here of an overview.
    tolerance = max(0.5, 0.1 * max(width, height) / pixels)
    assert x - reach + shown[0] * 2 * reach == pytest.approx(x, abs=tolerance)
    assert y - reach + shown[1] * 2 * reach == pytest.approx(y, abs=tolerance)


def test_shrinking_averages_instead_of_picking(tmp_path: Path) -> None:
    # A chessboard of single pixels is grey from afar; picking pixels would give black or white.
    board = (np.indices((512, 512)).sum(axis=0) % 2 * 255).astype(np.uint8)
    source = describe_source(str(write_plain(tmp_path / "board.tif", board[np.newaxis])))
    (batch,) = read_tiles(source, TileSpec((510.0,), pixels=32), 0, 1)
    assert np.abs(batch.images.astype(int) - 127).max() <= 12


def test_overviews_are_used(tmp_path: Path) -> None:
    path = write_plain(tmp_path / "o.tif", np.zeros((1, 1024, 1024), np.uint8), overviews=(2, 4, 8))
    with rasterio.open(path, "r+", overview_level=1) as overview:
        overview.write(np.full((1, 256, 256), 200, np.uint8))
    source = describe_source(str(path))

    def shown(pixels: int) -> float:
        with TileReader(source) as reader, gdal_settings(source.uri):
            image = reader.read((100.0, 100.0, 640.0, 640.0), pixels, 0.5)
        assert image is not None
        return float(image.mean())

    assert shown(160) == 200  # shrinks by 4: the second overview
    assert shown(200) == 0  # shrinks by 3.2: the first
    assert shown(640) == 0


def test_beside_an_undeclared_void_overviews_are_not_used_unless_the_window_is_large(
    tmp_path: Path,
) -> None:
    values = np.random.default_rng(0).integers(90, 110, (1, 1600, 3200)).astype(np.int16)
    values[..., :400] = -9999
    path = write_plain(tmp_path / "void.tif", values, overviews=(2, 4))
    with rasterio.open(path, "r+") as full:
        # The overviews go on to show 100 here; where they are compared with the raster nothing is changed.
        full.write(np.full((1, 600, 1000), 900, np.int16), window=Window(500, 100, 1000, 600))
    stretch = Stretch((0.0,), (1000.0,))
    source = dataclasses.replace(describe_source(str(path)), stretch=stretch)
    assert source.empty.values == (-9999.0,)

    def shown(left: float, side: float) -> float:
        with TileReader(source) as reader, gdal_settings(source.uri):
            image = reader.read((left, 100.0, side, side), round(side / 2), 0.1)
        assert image is not None
        # The middle of what was changed, as far as the window shows it.
        column = round((750 - left) / 2)
        return float(image[50:250, column - 20 : column + 20].mean() / 255 * 1000)

    assert shown(200.0, 600.0) == pytest.approx(900, abs=5)
    assert shown(600.0, 600.0) == pytest.approx(100, abs=5)
    # Of so many pixels in full resolution the first overview has to do.
    assert shown(200.0, 1400.0) == pytest.approx(100, abs=5)


def test_outside_counts_as_empty(tmp_path: Path) -> None:
    values = np.full((3, 60, 400), 90, np.uint8)
    source = describe_source(str(write_plain(tmp_path / "strip.tif", values)))
    spec = TileSpec((100.0,), pixels=50, min_valid=0.55)
    (batch,) = read_tiles(source, spec, 0, len(TileGrid(source, spec)))
    assert len(batch) == 4
    # What lies outside has the colour of the rest, not black.
    assert (batch.images == 90).all()
    demanding = dataclasses.replace(spec, min_valid=0.5)
    with TileReader(source) as reader, gdal_settings(source.uri):
        assert reader.read(tuple(batch.windows[0]), 50, 0.61) is None
        assert reader.read(tuple(batch.windows[0]), 50, 0.59) is not None
        assert reader.read((1000.0, 0.0, 100.0, 100.0), 50, demanding.min_valid) is None


def test_min_valid_decides_and_the_rest_is_filled_with_the_mean(tmp_path: Path) -> None:
    values = np.full((3, 100, 100), 80, np.uint8)
    values[:, :, 60:] = 0
    path = write_plain(tmp_path / "part.tif", values, nodata=0)
    source = describe_source(str(path))
    for min_valid, expected in ((0.5, 1), (0.59, 1), (0.61, 0), (1.0, 0)):
        spec = TileSpec((99.96,), pixels=50, min_valid=min_valid)
        batches = list(read_tiles(source, spec, 0, 1))
        assert sum(len(batch) for batch in batches) == expected
        assert all((batch.images == 80).all() for batch in batches)


def test_water_that_is_zero_in_one_band_is_not_empty(tmp_path: Path) -> None:
    values = np.zeros((3, 100, 100), np.uint8)
    values[2] = 30
    source = describe_source(str(write_plain(tmp_path / "water.tif", values, nodata=0)))
    (batch,) = read_tiles(source, TileSpec((50.0,), pixels=32), 0, 4)
    assert (batch.images == (0, 0, 30)).all()


def test_batches_number_what_is_valid(tmp_path: Path) -> None:
    values = np.full((1, 200, 400), 50, np.uint8)
    values[:, :100, :100] = 0
    source = describe_source(str(write_plain(tmp_path / "n.tif", values, nodata=0)))
    spec = TileSpec((50.0,), pixels=16)
    grid = TileGrid(source, spec)
    batches = list(read_tiles(source, spec, 0, len(grid), batch_size=5))
    numbers = np.concatenate([batch.numbers for batch in batches])
    assert [len(batch) for batch in batches] == [5, 5, 5, 5, 5, 3]
    assert set(range(len(grid))) - set(numbers) == {0, 1, 8, 9}
    assert (np.diff(numbers) > 0).all()
    for batch in batches:
        assert batch.numbers.dtype == np.int64
        assert batch.images.shape == (len(batch), 16, 16, 3)
        assert batch.images.dtype == np.uint8
        assert batch.ground_sizes_m.dtype == np.float32
        for number, window in zip(batch.numbers, batch.windows, strict=True):
            assert tuple(window) == grid.window(int(number))
    middle = list(read_tiles(source, spec, 7, 12, batch_size=5))
    assert np.concatenate([batch.numbers for batch in middle]).tolist() == [7, 10, 11]
    with pytest.raises(IndexError):
        next(read_tiles(source, spec, 0, len(grid) + 1))


def test_overviews_that_know_nothing_of_the_mask_are_not_used(tmp_path: Path) -> None:
    # So wide that the stretch, too, is found in an overview.
    values = np.full((3, 128, 2048), 90, dtype=np.uint16)
    values[:, :, 1024:] = np.arange(1000, 2024)
    path = write_plain(tmp_path / "late.tif", values, overviews=(2, 4))
    mask = np.full((128, 2048), 255, dtype=np.uint8)
    mask[:, :1024] = 0
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(path, "r+") as late:
        late.write_mask(mask)  # after the overviews, which therefore have none
    source = describe_source(str(path))
    assert source.stretch is not None
    assert min(source.stretch.low) > 1000
    spec = TileSpec((128.0,), pixels=16)
    grid = TileGrid(source, spec)
    (batch,) = read_tiles(source, spec, 0, len(grid))
    assert len(grid) == 16
    assert len(batch) == 8
    assert batch.windows[:, 0].min() == pytest.approx(1024, abs=1)


@pytest.mark.parametrize(
    ("crs", "reach"),
    [("+proj=geos +h=35785831 +lon_0=0 +sweep=y +ellps=WGS84", 5.6e6),
     ("+proj=ortho +lat_0=40 +lon_0=170 +ellps=WGS84", 6.5e6)],
    ids=["geostationary", "orthographic"],
)  # fmt: skip
def test_tiles_on_the_rim_of_a_full_disc_are_left_out(
    crs: str, reach: float, tmp_path: Path
) -> None:
    step = 2 * reach / 600
    values = np.full((3, 600, 600), 9, dtype=np.uint8)
    path = write_plain(
        tmp_path / "disc.tif", values, crs=crs, transform=Affine(step, 0, -reach, 0, -step, reach)
    )
    source = describe_source(str(path))
    spec = TileSpec((1_000_000.0,), pixels=16)
    grid = TileGrid(source, spec)
    batches = list(read_tiles(source, spec, 0, len(grid)))
    footprints = [f for batch in batches for f in footprints_4326(source, batch.windows)]
    assert 20 < len(footprints) < len(grid)
    assert np.isfinite(shapely.bounds(footprints)).all()
    assert all(footprint.is_valid for footprint in footprints)


def test_a_tile_of_a_huge_window_is_read_decimated(tmp_path: Path) -> None:
    path = tmp_path / "wide.tif"
    with rasterio.open(
        path, "w", driver="GTiff", width=9000, height=9000, count=1, dtype="uint8", tiled=True,
        crs="EPSG:32633", transform=Affine(0.1, 0, 5e5, 0, -0.1, 5.5e6), compress="deflate", SPARSE_OK=True,
    ) as out:  # fmt: skip
        out.write(np.full((1, 9000, 4500), 200, np.uint8), window=Window(0, 0, 4500, 9000))
    source = describe_source(str(path))
    (batch,) = read_tiles(source, TileSpec((899.0,), pixels=90), 0, 1)
    assert (batch.images[0, :, :44] == 200).all()
    assert (batch.images[0, :, 46:] == 0).all()


# --- files that go wrong ---------------------------------------------------------------------------


@pytest.fixture
def scene(tmp_path: Path) -> Source:
    rng = np.random.default_rng(1)
    values = rng.integers(1, 255, (3, 600, 600), dtype=np.uint8)
    path = write_plain(
        tmp_path / "scene.tif", values, tiled=True, blockxsize=64, blockysize=64, compress="deflate"
    )
    return describe_source(str(path))


SCENE_SPEC = TileSpec((50.0,), pixels=32)


def test_a_file_that_vanishes_in_the_middle_is_reported(scene: Source) -> None:
    tiles = read_tiles(scene, SCENE_SPEC, 0, 144, batch_size=16)
    assert len(next(tiles)) == 16
    Path(scene.uri).unlink()
    with pytest.raises(SourceUnreadable, match="no longer exists"):
        list(tiles)
    with pytest.raises(SourceUnreadable, match="no such file"):
        next(read_tiles(scene, SCENE_SPEC, 0, 144))


def test_a_file_that_breaks_in_the_middle_is_reported(scene: Source) -> None:
    # The first blocks stay whole; size and time too, as on a failing disk.
    path = Path(scene.uri)
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : -20_000] = b"\x55" * (len(content) - len(content) // 2 - 20_000)
    path.write_bytes(content)
    os.utime(path, (scene.modified, scene.modified))
    tiles = read_tiles(scene, SCENE_SPEC, 0, 144, batch_size=16)
    assert len(next(tiles)) == 16
    with pytest.raises(SourceUnreadable, match=r"cannot be read"):
        list(tiles)


def test_a_truncated_file_is_reported(scene: Source) -> None:
    path = Path(scene.uri)
    path.write_bytes(path.read_bytes()[:100_000])
    with pytest.raises(SourceUnreadable):
        list(read_tiles(scene, SCENE_SPEC, 0, 144))


def test_a_file_that_changed_is_reported(scene: Source) -> None:
    path = Path(scene.uri)
    tiles = read_tiles(scene, SCENE_SPEC, 0, 144, batch_size=16)
    next(tiles)
    os.utime(path, (scene.modified + 10, scene.modified + 10))
    with pytest.raises(SourceUnreadable, match="changed"):
        list(tiles)
    with pytest.raises(SourceUnreadable, match="changed"):
        next(read_tiles(scene, SCENE_SPEC, 0, 144))


def test_statistics_that_qgis_writes_beside_the_file_are_no_change(scene: Source) -> None:
    Path(f"{scene.uri}.aux.xml").write_text(
        '<PAMDataset><PAMRasterBand band="1"><Metadata>'
        '<MDI key="STATISTICS_MEAN">9</MDI></Metadata></PAMRasterBand></PAMDataset>'
    )
    assert sum(len(batch) for batch in read_tiles(scene, SCENE_SPEC, 0, 144)) == 144
    assert describe_source(scene.uri) == scene


def test_a_virtual_raster_counts_with_its_parts(scene: Source, tmp_path: Path) -> None:
    vrt = tmp_path / "mosaic.vrt"
    bands = "".join(
        f'<VRTRasterBand dataType="Byte" band="{band}"><SimpleSource><SourceFilename>{scene.uri}'
        f"</SourceFilename><SourceBand>{band}</SourceBand></SimpleSource></VRTRasterBand>"
        for band in (1, 2, 3)
    )
    transform = ", ".join(map(str, Affine(*scene.transform).to_gdal()))
    vrt.write_text(
        f'<VRTDataset rasterXSize="600" rasterYSize="600"><SRS>EPSG:32633</SRS>'
        f"<GeoTransform>{transform}</GeoTransform>{bands}</VRTDataset>"
    )
    source = describe_source(str(vrt))
    assert source.size_bytes == vrt.stat().st_size + scene.size_bytes
    (direct,) = read_tiles(scene, SCENE_SPEC, 0, 20)
    (virtual,) = read_tiles(source, SCENE_SPEC, 0, 20)
    assert np.array_equal(direct.images, virtual.images)
    os.utime(scene.uri, (2e9, 2e9))
    with pytest.raises(SourceUnreadable, match="changed"):
        next(read_tiles(source, SCENE_SPEC, 0, 20))


def test_tiles_are_the_windows_read_one_by_one(scene: Source) -> None:
    spec = TileSpec((60.0,), 0.5, 32)
    tiles = list(read_tiles(scene, spec, 0, len(TileGrid(scene, spec)), 7))
    assert sum(len(batch) for batch in tiles) > 50
    with TileReader(scene) as reader, gdal_settings(scene.uri):
        for batch in tiles:
            for window, image in zip(batch.windows.tolist(), batch.images, strict=True):
                assert (reader.read(tuple(window), 32, 0.5) == image).all()


@pytest.mark.parametrize("side", [20.3, 90.4])
def test_three_bands_at_once_are_resampled_as_one_by_one(side: float) -> None:
    values = np.random.default_rng(2).integers(0, 256, (3, 100, 100), dtype=np.uint8)
    together = Piece(values, None, (1.7, 2.2, side, side), 1.0)
    image = square_image(together, 32)
    for channel in range(3):
        alone = dataclasses.replace(together, values=values[channel : channel + 1])
        assert (square_image(alone, 32)[..., 0] == image[..., channel]).all()


def test_what_fails_while_resampling_is_raised(
    scene: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    def scarce(piece: Piece, pixels: int) -> NDArray[np.uint8]:
        made.append(pixels)
        if len(made) == 10:
            raise MemoryError("ten")
        return square_image(piece, pixels)

    monkeypatch.setattr(reader_module, "square_image", scarce)
    before = threading.active_count()
    spec = TileSpec((60.0,), 0.5, 32)
    with pytest.raises(MemoryError, match="ten"):
        list(read_tiles(scene, spec, 0, len(TileGrid(scene, spec)), 64))
    assert len(made) < 64
    assert threading.active_count() == before


def test_reading_stops_when_cancelled(scene: Source) -> None:
    asked = 0

    def cancel_at_the_fortieth() -> None:
        nonlocal asked
        asked += 1
        if asked == 40:
            raise Cancelled

    tiles = prefetch(
        read_tiles(scene, SCENE_SPEC, 0, 144, 16, check_cancelled=cancel_at_the_fortieth)
    )
    assert len(next(tiles)) == 16
    assert len(next(tiles)) == 16
    with pytest.raises(Cancelled):
        next(tiles)


# --- prefetch --------------------------------------------------------------------------------------


def prefetch_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "prefetch"]


def test_prefetch_gives_the_same_tiles(scene: Source) -> None:
    plain = list(read_tiles(scene, SCENE_SPEC, 0, 144, batch_size=10))
    ahead = list(prefetch(read_tiles(scene, SCENE_SPEC, 0, 144, batch_size=10)))
    assert len(ahead) == len(plain) == 15
    for one, other in zip(plain, ahead, strict=True):
        assert np.array_equal(one.images, other.images)
        assert np.array_equal(one.windows, other.windows)
    assert not prefetch_threads()


def test_prefetch_works_while_items_are_used() -> None:
    begun = [threading.Event() for _ in range(10)]

    def items() -> Iterator[int]:
        for number, event in enumerate(begun):
            event.set()
            yield number

    for number in prefetch(items()):
        # The next one is made although nobody has asked for it yet.
        assert all(event.wait(300) for event in begun[: number + 2])


def test_prefetch_raises_after_the_items_before() -> None:
    def broken() -> Iterator[int]:
        yield 1
        yield 2
        raise SourceUnreadable(path="x.tif", reason="broken")

    items = prefetch(broken())
    assert [next(items), next(items)] == [1, 2]
    with pytest.raises(SourceUnreadable):
        next(items)
    assert not prefetch_threads()


def test_prefetch_ends_its_thread_when_the_consumer_stops() -> None:
    made, closed = 0, threading.Event()

    def endless() -> Iterator[int]:
        nonlocal made
        try:
            while True:
                made += 1
                yield made
        finally:
            closed.set()

    items = prefetch(endless(), depth=3)
    next(items)
    items.close()
    assert closed.is_set()
    assert not prefetch_threads()
    # One given out, three waiting, one in the hand.
    assert made <= 5


# --- real and huge ---------------------------------------------------------------------------------


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data is absent")
def test_tiles_of_the_ucm_mosaic_are_its_cells() -> None:
    source = describe_source(str(SHARED / "ucm" / "mosaic_test.tif"))
    spec = TileSpec((76.8,))
    truth = json.loads((SHARED / "ucm" / "mosaic_test_truth.geojson").read_text())
    cells = shapely.from_geojson([json.dumps(cell["geometry"]) for cell in truth["features"]])
    assert len(TileGrid(source, spec)) == len(cells) == 420
    (batch,) = read_tiles(source, spec, 0, 63, batch_size=63)
    footprints = [footprint_source_crs(source, tuple(window)) for window in batch.windows]
    nearest = shapely.STRtree(cells).nearest(shapely.centroid(footprints))
    assert len(set(nearest)) == 63
    shared = shapely.intersection(cells[nearest], footprints)
    assert (shapely.area(shared) > 0.99 * shapely.area(cells[nearest])).all()
    assert batch.images.std(axis=(1, 2, 3)).min() > 1


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data is absent")
def test_naip_scenes_have_dates_and_agree_on_the_place() -> None:
    sources = [describe_source(str(path)) for path in sorted((SHARED / "naip").glob("*.tif"))]
    assert [str(source.date) for source in sources] == ["2009-08-18", "2015-09-26", "2020-08-31"]
    for source in sources:
        assert source.bands == (1, 2, 3)
        assert source.stretch is None
        assert source.pixel_size_m == pytest.approx(5.002, abs=0.001)
        spec = TileSpec((800.0,))
        total = sum(
            len(batch) for batch in read_tiles(source, spec, 0, len(TileGrid(source, spec)))
        )
        assert total == len(TileGrid(source, spec)) == 30


HUGE = """
import sys
import numpy as np, rasterio
from rasterio.windows import Window
path, side = sys.argv[1], 100_000
with rasterio.open(path, "w", driver="GTiff", width=side, height=side, count=3, dtype="uint8",
        crs="EPSG:32633", transform=(0.3, 0, 4e5, 0, -0.3, 5.5e6), tiled=True, blockxsize=512,
        blockysize=512, compress="zstd", zstd_level=1, SPARSE_OK=True, BIGTIFF="YES", photometric="RGB") as out:
    row = np.random.default_rng(0).integers(1, 255, (3, 8, side // 8), dtype=np.uint8)
    row = row.repeat(64, axis=1).repeat(8, axis=2)
    out.write(row, window=Window(0, 49_664, side, 512))
"""

READ_HUGE = """
import sys
path = sys.argv[1]
from benchmarks.measuring import peak_memory
from engine.imagery.reader import read_tiles, prefetch
from engine.imagery.source import describe_source
from engine.imagery.tiling import TileGrid, TileSpec
source = describe_source(path)
spec = TileSpec((300.0,))
grid = TileGrid(source, spec)
count = sum(len(batch) for batch in prefetch(read_tiles(source, spec, 49 * 100, 50 * 100)))
count += sum(len(batch) for batch in prefetch(read_tiles(source, spec, len(grid) - 60, len(grid))))
print(len(grid), count, peak_memory())
"""


def test_a_raster_of_100_000_pixels_square_needs_little_memory(tmp_path: Path) -> None:
    # Written by another process: what writing needs does not count.
    for code in (HUGE, READ_HUGE):
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "huge.tif")],
            cwd=ROOT, capture_output=True, text=True, timeout=3000, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    planned, read, peak = map(int, done.stdout.split())
    assert planned >= 10_000
    assert read == 160
    # The whole build, with the model, must stay under 1 GiB.
    assert peak < 0.85 * 2**30
