"""Rasters of public bug reports of other programs: docs/field-reports.md says what came of each."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from numpy.typing import NDArray
from pyproj import Transformer
from rasterio.enums import ColorInterp, Resampling
from rasterio.shutil import copy
from rasterio.windows import Window

from engine.errors import SourceUnreadable
from engine.imagery.reader import TileBatch, read_tiles
from engine.imagery.source import Source, describe_source
from engine.imagery.source_uris import find_sources
from engine.imagery.tiling import TileGrid, TileSpec
from tests.support import range_server
from tests.support.paths import SCENE

SIDE = 256
TILE = 64
#: Columns on the left in which there is nothing, where a report is about empty pixels: more than half of a tile.
EMPTY = 90
R, G, B, A = ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha
with rasterio.open(SCENE) as _scene:
    _window = Window(1000, 1000, SIDE, SIDE)
    PHOTO: NDArray[np.uint8] = _scene.read(window=_window)
    PLACE: Affine = _scene.window_transform(_window)
    CRS = _scene.crs
SHOWN = np.ones((SIDE, SIDE), dtype=bool)
SHOWN[:, :EMPTY] = False


def written(path: Path, values: NDArray[Any], transform: Affine = PLACE, **profile: Any) -> str:
    """Write bands; ``meanings``, ``mask`` and ``tags`` besides what rasterio takes."""
    extra = {name: profile.pop(name, None) for name in ("meanings", "mask", "tags")}
    with (
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True),
        rasterio.open(
            path, "w", **{"driver": "GTiff", "crs": CRS, "dtype": values.dtype, **profile},
            count=len(values), height=values.shape[1], width=values.shape[2], transform=transform,
        ) as out,
    ):  # fmt: skip
        if extra["meanings"]:
            out.colorinterp = extra["meanings"]
        out.write(values)
        if extra["mask"] is not None:
            out.write_mask(extra["mask"])
        out.update_tags(**(extra["tags"] or {}))
    return str(path)


def tiles_of(source: Source, pixels: int = TILE) -> TileBatch:
    spec = TileSpec((TILE * source.pixel_size_m,), pixels=pixels)
    (batch,) = read_tiles(source, spec, 0, len(TileGrid(source, spec)), batch_size=1000)
    return batch


def likeness(batch: TileBatch, wanted: NDArray[Any], shown: NDArray[np.bool_] = SHOWN) -> float:
    """Least correlation of a tile with the pixels that it lies on, of those that are ``shown``."""
    found = []
    for image, window in zip(batch.images, batch.windows, strict=True):
        left, top, width, height = (round(value) for value in window)
        inside = shown[top : top + height, left : left + width]
        pixels = wanted[:, top : top + height, left : left + width]
        found += [
            np.corrcoef(image[..., band][inside], plane[inside])[0, 1]
            for band, plane in enumerate(pixels)
        ]
    return float(min(found))


def check(
    uri: str, wanted: NDArray[Any] = PHOTO, empty: bool = True, least: float = 0.99
) -> Source:
    """The tiles show what they should, and those that are more than half empty are left out."""
    source = describe_source(uri)
    batch = tiles_of(source)
    assert len(batch) == (12 if empty else 16)
    assert likeness(batch, wanted, SHOWN if empty else np.ones_like(SHOWN)) > least
    assert np.allclose(source.transform, tuple(PLACE)[:6])
    return source


def stretched(values: NDArray[Any]) -> NDArray[np.float64]:
    """What the stretch makes of values, before rounding."""
    shown = values[..., EMPTY:].reshape(len(values), -1)
    low, high = np.nanpercentile(shown, [2, 98], axis=1)[:, :, None, None]
    return np.clip((values - low) / (high - low), 0, 1)


# --- where pixels lie -------------------------------------------------------------------------------


def test_a_grid_that_names_the_centre_of_its_corner(tmp_path: Path) -> None:
    """rasterio issue 528: half a pixel."""
    rows = "\n".join(" ".join(map(str, row)) for row in PHOTO[0])
    head = f"ncols {SIDE}\nnrows {SIDE}\nxllcenter 500000\nyllcenter 5300000\ncellsize 1\n"
    (tmp_path / "grid.asc").write_text(head + rows)
    (tmp_path / "grid.prj").write_text(CRS.to_wkt(version="WKT1_ESRI"))
    source = describe_source(str(tmp_path / "grid.asc"))
    assert source.transform == (1, 0, 499_999.5, 0, -1, 5_300_000 + SIDE - 0.5)


def test_pixels_that_are_points(tmp_path: Path) -> None:
    """rasterio issue 528, in a GeoTIFF."""
    tags = {"AREA_OR_POINT": "Point"}
    check(written(tmp_path / "point.tif", PHOTO, photometric="RGB", tags=tags), empty=False)


def test_a_raster_written_from_the_south_shows_the_same_picture(tmp_path: Path) -> None:
    """rasterio issue 1661: the band is flipped."""
    upside_down = PLACE @ Affine.translation(0, SIDE) @ Affine.scale(1, -1)
    north = tiles_of(describe_source(written(tmp_path / "north.tif", PHOTO, photometric="RGB")))
    path = written(tmp_path / "south.tif", PHOTO[:, ::-1], upside_down, photometric="RGB")
    south = tiles_of(describe_source(path))
    rows = {
        round(SIDE - top - height): row for row, (_, top, _, height) in enumerate(south.windows)
    }
    assert set(rows) == {round(top) for top in north.windows[:, 1]}
    of_south = {
        (round(x), round(SIDE - y - h)): image
        for image, (x, y, _, h) in zip(south.images, south.windows, strict=True)
    }
    for image, (x, y, _, _) in zip(north.images, north.windows, strict=True):
        assert np.array_equal(image, of_south[round(x), round(y)])


def test_a_raster_across_the_180th_meridian_is_as_narrow_as_it_is(tmp_path: Path) -> None:
    """rasterio issue 2222: it went around the Earth."""
    place = Affine(100, 0, 350_000, 0, -100, 7_700_000)
    path = written(tmp_path / "chukotka.tif", PHOTO, place, crs="EPSG:32601", photometric="RGB")
    west, south, east, north = describe_source(path).bounds_4326
    corners = [place @ (x, y) for x in (0, SIDE) for y in (0, SIDE)]
    xs, ys = zip(*corners, strict=True)
    lon, lat = Transformer.from_crs("EPSG:32601", 4326, always_xy=True).transform(xs, ys)
    turned = [value + 360 * (value < 0) for value in lon]
    assert (west % 360, east % 360) == pytest.approx((min(turned), max(turned)), abs=1e-3)
    assert east - west < 2
    assert (south, north) == pytest.approx((min(lat), max(lat)), abs=0.05)


# --- which pixels are empty ------------------------------------------------------------------------


def hidden() -> NDArray[np.uint8]:
    """The photo with something else where nothing is to be seen."""
    noise = np.random.default_rng(1).integers(1, 200, PHOTO.shape, dtype=np.uint8)
    return np.where(SHOWN, PHOTO, noise).astype(np.uint8)


ALPHA = np.where(SHOWN, 255, 0).astype(np.uint8)[None]


@pytest.mark.parametrize("nodata", [None, 255], ids=["rasterio-1178", "mapnik-3714"])
def test_alpha_counts_whatever_else_there_is(nodata: int | None, tmp_path: Path) -> None:
    """rasterio issue 1178: alpha is the fifth band. mapnik issue 3714: a nodata value takes its place."""
    values = np.concatenate([hidden(), PHOTO[:1], ALPHA])
    meanings = (R, G, B, ColorInterp.undefined, A)
    check(written(tmp_path / "five.tif", values, meanings=meanings, nodata=nodata))


def test_overviews_that_blur_alpha_and_nodata(tmp_path: Path) -> None:
    """GDAL issue 13703: alpha is 254 where there is something, and 255 is empty."""
    values = np.concatenate([np.where(SHOWN, PHOTO, 255), np.minimum(ALPHA, 254)]).astype(np.uint8)
    path = written(tmp_path / "blurred.tif", values, meanings=(R, G, B, A), nodata=255)
    with rasterio.open(path, "r+") as dataset:
        dataset.build_overviews([2, 4], Resampling.lanczos)
    check(path)
    assert len(tiles_of(describe_source(path), TILE // 2)) == 12


def test_not_a_number_under_a_mask(tmp_path: Path) -> None:
    """rasterio issue 1632."""
    values = PHOTO.astype(np.float64)
    values[:, 100:120, 150:170] = np.nan
    source = describe_source(written(tmp_path / "masked.tif", values, mask=SHOWN))
    batch = tiles_of(source)
    assert len(batch) == 12
    shown = SHOWN & np.isfinite(values[0])
    assert likeness(batch, stretched(values), shown) > 0.99


@pytest.mark.parametrize("nodata", ["-9999", "-1.7e308", "256", "nan"])
def test_a_nodata_value_that_the_type_does_not_have_empties_nothing(
    nodata: str, tmp_path: Path
) -> None:
    """rasterio issue 282: it was taken for the nearest value that the type has, black."""
    values = PHOTO.copy()
    values[:, 50:58, 50:58] = 0
    path = written(tmp_path / "bytes.tif", values, photometric="RGB")
    virtual = tmp_path / "declared.vrt"
    copy(path, virtual, driver="VRT")
    said = virtual.read_text().replace(
        "<ColorInterp>", f"<NoDataValue>{nodata}</NoDataValue><ColorInterp>"
    )
    virtual.write_text(said)
    check(str(virtual), values, empty=False)


def test_several_transparent_colours_of_a_palette(tmp_path: Path) -> None:
    """GDAL issue 1190: alpha in colour tables. Of several, GDAL's mask knows nothing."""
    numbers = (PHOTO[:1] // 2).astype(np.uint8)
    numbers[:, :, :EMPTY] = 200
    numbers[:, : SIDE // 2, :EMPTY] = 201
    colours = {i: (i * 2 % 256, 255 - i, 60, 0 if i in (200, 201) else 255) for i in range(256)}
    path = tmp_path / "palette.png"
    with rasterio.open(
        path, "w", driver="PNG", width=SIDE, height=SIDE, count=1, dtype="uint8", crs=CRS, transform=PLACE
    ) as out:  # fmt: skip
        out.write(numbers)
        out.write_colormap(1, colours)
    with rasterio.open(path) as dataset:
        assert (dataset.dataset_mask() == 255).all()
    table = np.array([colours[i][:2] for i in range(256)])
    check(str(path), np.moveaxis(table[numbers[0]], -1, 0))


@pytest.mark.parametrize("nodata", [None, 0, 255])
def test_blocks_that_were_never_written(nodata: int | None, tmp_path: Path) -> None:
    """geotiff.js issue 304: sparse files."""
    path = tmp_path / "sparse.tif"
    with rasterio.open(
        path, "w", driver="GTiff", width=2 * SIDE, height=SIDE, count=3, dtype="uint8", crs=CRS, transform=PLACE,
        tiled=True, blockxsize=128, blockysize=128, SPARSE_OK=True, photometric="RGB", nodata=nodata,
    ) as out:  # fmt: skip
        out.write(PHOTO, window=Window(0, 0, SIDE, SIDE))
    assert path.stat().st_size < 1.2 * PHOTO.nbytes
    batch = tiles_of(describe_source(str(path)))
    assert len(batch) == 16
    assert likeness(batch, PHOTO, np.ones_like(SHOWN)) > 0.99


# --- what is shown ---------------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", ["complex64", "complex_int16"])
def test_radar_as_complex_numbers_is_refused_in_a_sentence(dtype: str, tmp_path: Path) -> None:
    """rioxarray issue 352: data type 'complex_int16' not understood."""
    path = written(tmp_path / "slc.tif", PHOTO[:1].astype(np.complex64), dtype=dtype)
    with pytest.raises(SourceUnreadable, match="complex"):
        describe_source(path)


def test_scale_and_offset_change_nothing_of_the_picture(tmp_path: Path) -> None:
    """rasterio issue 2219: they were not applied. Each band is stretched, which they do not change."""
    values = np.stack([PHOTO[0] * 40.0 - 1000, PHOTO[1] * 20.0, PHOTO[2] * 10.0 + 500]).astype(
        np.int16
    )
    path = written(tmp_path / "scaled.tif", values)
    with rasterio.open(path, "r+") as dataset:
        dataset.scales, dataset.offsets = (1 / 40, 1 / 20, 1 / 10), (25, 0, -50)
    low, high = np.percentile(PHOTO.reshape(3, -1), [2, 98], axis=1)[:, :, None, None]
    check(path, np.clip((PHOTO - low) / (high - low), 0, 1), empty=False)


def test_one_bit_of_which_zero_is_white(tmp_path: Path) -> None:
    """Mapwarper issue 117: a black image."""
    black = (PHOTO[:1] < np.median(PHOTO[0])).astype(np.uint8)
    path = written(
        tmp_path / "scan.tif", black, nbits=1, photometric="MINISWHITE", compress="CCITTFAX4"
    )
    check(path, 255 * (1 - black.astype(int)), empty=False)


@pytest.mark.parametrize(
    "resampling", [Resampling.nearest, Resampling.average, Resampling.cubic, Resampling.gauss]
)
def test_overviews_are_used_unless_they_are_of_another_picture(
    resampling: Resampling, tmp_path: Path
) -> None:
    """rasterio issue 2183: broken overviews. Here: those of an earlier version of the file."""
    path = tmp_path / "scene.tif"
    with rasterio.Env(TIFF_USE_OVR=True):
        written(path, PHOTO[:, ::-1, ::-1], photometric="RGB")
        with rasterio.open(path, "r+") as dataset:
            dataset.build_overviews([2, 4], resampling)
    fresh = describe_source(str(path))
    assert "overviews-ignored" not in [told.code for told in fresh.decisions]
    left = tmp_path / "left.ovr"
    shutil.copy(tmp_path / "scene.tif.ovr", left)
    written(path, PHOTO, photometric="RGB")
    shutil.copy(left, tmp_path / "scene.tif.ovr")
    source = describe_source(str(path))
    assert "overviews-ignored" in [told.code for told in source.decisions]
    averages = PHOTO.reshape(3, SIDE // 4, 4, SIDE // 4, 4).mean(axis=(2, 4))
    batch = tiles_of(source, TILE // 4)
    for image, window in zip(batch.images, batch.windows, strict=True):
        left_, top, width, height = (round(value / 4) for value in window)
        wanted = averages[:, top : top + height, left_ : left_ + width]
        assert np.corrcoef(np.moveaxis(image, -1, 0).ravel(), wanted.ravel())[0, 1] > 0.98


# --- files and names -------------------------------------------------------------------------------


def halves(folder: Path) -> tuple[str, str]:
    middle = SIDE // 2
    return (
        written(folder / "west.tif", PHOTO[:, :, :middle], photometric="RGB"),
        written(folder / "east.tif", PHOTO[:, :, middle:], PLACE @ Affine.translation(middle, 0), photometric="RGB"),
    )  # fmt: skip


def mosaic(folder: Path, parts: str) -> Path:
    """A virtual raster of two halves that lie in a folder beside it."""
    bands = "".join(
        f'<VRTRasterBand dataType="Byte" band="{band}"><ColorInterp>{name}</ColorInterp>'
        + "".join(
            f'<SimpleSource><SourceFilename relativeToVRT="1">{parts}/{half}.tif</SourceFilename>'
            f'<SourceBand>{band}</SourceBand><SrcRect xOff="0" yOff="0" xSize="{SIDE // 2}" ySize="{SIDE}"/>'
            f'<DstRect xOff="{x}" yOff="0" xSize="{SIDE // 2}" ySize="{SIDE}"/></SimpleSource>'
            for half, x in (("west", 0), ("east", SIDE // 2))
        )
        + "</VRTRasterBand>"
        for band, name in enumerate(("Red", "Green", "Blue"), start=1)
    )
    place = ", ".join(map(repr, PLACE.to_gdal()))
    path = folder / "mosaic.vrt"
    path.write_text(
        f'<VRTDataset rasterXSize="{SIDE}" rasterYSize="{SIDE}"><SRS>{CRS.to_string()}</SRS>'
        f"<GeoTransform>{place}</GeoTransform>{bands}</VRTDataset>",
        encoding="utf-8",
    )
    return path


def test_a_mosaic_that_lacks_a_part_is_told_with_the_part(tmp_path: Path) -> None:
    """xarray-spatial issue 1799: what is missing was shown as zeros."""
    (tmp_path / "parts").mkdir()
    _, east = halves(tmp_path / "parts")
    path = str(mosaic(tmp_path, "parts"))
    check(path, empty=False)
    Path(east).unlink()
    with pytest.raises(SourceUnreadable, match=r"east\.tif"):
        tiles_of(describe_source(path))


@pytest.mark.parametrize("name", ["Müller", "Mu\u0308ller", "東京", "GPKG:a", "[1] *"])
def test_names_in_any_script(name: str, tmp_path: Path) -> None:
    """MapServer issue 5995: umlauts, and relative paths."""
    folder = tmp_path / name
    folder.mkdir()
    halves(folder)
    (uri,) = find_sources([str(mosaic(tmp_path, name))])
    check(uri, empty=False)
    assert len(find_sources([str(folder / "west.tif")])) == 1


@pytest.mark.parametrize("part", [0.5, 0.9])
def test_a_file_that_was_cut_off_is_told_so(part: float, tmp_path: Path) -> None:
    """rasterio issue 1334."""
    path = Path(
        written(
            tmp_path / "cut.tif", PHOTO, photometric="RGB", tiled=True, blockxsize=64, blockysize=64
        )
    )
    content = path.read_bytes()
    path.write_bytes(content[: int(part * len(content))])
    with pytest.raises(SourceUnreadable, match="damaged or incomplete"):
        tiles_of(describe_source(str(path)))


def test_each_raster_of_a_geopackage(tmp_path: Path) -> None:
    """QGIS issue 41860: several rasters in one file."""
    path = tmp_path / "rasters.gpkg"
    source = written(
        tmp_path / "rgba.tif", np.concatenate([hidden(), ALPHA]), meanings=(R, G, B, A)
    )
    copy(source, path, driver="GPKG", RASTER_TABLE="eins", TILE_FORMAT="PNG")
    copy(
        source, path, driver="GPKG", RASTER_TABLE="zwei", TILE_FORMAT="PNG", APPEND_SUBDATASET="YES"
    )  # fmt: skip
    uris = find_sources([str(path)])
    names = [describe_source(uri).name.lower() for uri in uris]
    assert names == ["rasters.gpkg:eins", "rasters.gpkg:zwei"]
    for uri in uris:
        check(uri)


def test_each_variable_of_a_netcdf_file(tmp_path: Path) -> None:
    """rasterio issue 2868: the file itself has no bands."""
    source = written(tmp_path / "rgb.tif", PHOTO, photometric="RGB")
    path = tmp_path / "cube.nc"
    copy(source, path, driver="netCDF")
    uris = find_sources([str(path)])
    assert len(uris) == 3
    for uri, band in zip(uris, PHOTO, strict=True):
        batch = tiles_of(describe_source(uri))
        assert likeness(batch, band[None], np.ones_like(SHOWN)) > 0.99


def test_a_virtual_raster_that_is_written_out(tmp_path: Path) -> None:
    """QGIS takes the XML itself as the source of a layer."""
    (tmp_path / "parts").mkdir()
    halves(tmp_path / "parts")
    said = (
        mosaic(tmp_path, "parts")
        .read_text()
        .replace('relativeToVRT="1">', f'relativeToVRT="0">{tmp_path}/')
    )
    (uri,) = find_sources([said])
    assert check(uri, empty=False).name == "VRTDataset"


def test_one_strip_as_large_as_the_raster(tmp_path: Path) -> None:
    """BigTIFF, band after band, each in one compressed strip."""
    path = written(
        tmp_path / "strip.tif", PHOTO, BIGTIFF="YES", blockysize=SIDE, compress="deflate", interleave="band",
        photometric="RGB",
    )  # fmt: skip
    check(path, empty=False)


@pytest.mark.parametrize("habit", ["busy", "plain"], ids=["GEDTM30-7", "geolens-1528"])
def test_servers_that_are_busy_or_know_no_ranges(habit: str, tmp_path: Path) -> None:
    """GEDTM30 issue 7: partial reads fail with 503. geolens issue 1528: HEAD is refused, there are no ranges."""
    source = written(tmp_path / "rgb.tif", PHOTO, photometric="RGB")
    copy(source, tmp_path / "cog.tif", driver="COG", BLOCKSIZE=128)
    server = subprocess.Popen(
        [sys.executable, "-u", range_server.__file__, habit], cwd=tmp_path, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert server.stdout is not None
        port = server.stdout.readline().strip()
        (uri,) = find_sources([f"http://127.0.0.1:{port}/cog.tif"])
        check(uri, empty=False)
    finally:
        server.kill()
        server.communicate()
