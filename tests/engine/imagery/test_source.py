"""Finding rasters and deciding what their tiles depend on."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from engine.errors import (
    BadBands,
    NoCrs,
    NoGeotransform,
    NoSources,
    SourceUnreadable,
    UsageError,
    WrongCrs,
)
from engine.imagery.dates import acquisition_date, first_date
from engine.imagery.reader import read_tiles
from engine.imagery.source import SourceOptions, describe_source, find_sources
from engine.imagery.tiling import TileSpec
from tests.support import range_server
from tests.support.rasters import positions, write_plain

GREY = np.full((1, 64, 64), 9, np.uint8)


def grey(path: Path, **how: Any) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    return str(write_plain(path, GREY, **how))


# --- finding ---------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.tif", "a.TIFF", "deep/er/c.tif", ".hidden/d.tif", "old.scrl/e.tif"):
        grey(tmp_path / name)
    grey(tmp_path / "placed.png", driver="PNG")
    (tmp_path / "photo.png").write_bytes((tmp_path / "placed.png").read_bytes())
    for name in ("b.tif.ovr", "b.tif.aux.xml", "b.tfw", "b.tif.msk", "notes.txt", "roads.shp"):
        (tmp_path / name).write_text("x")
    (tmp_path / "tiles.vrt").write_text("<OGRVRTDataSource/>")
    return tmp_path


def names(found: list[str], folder: Path) -> list[str]:
    return [str(Path(uri).relative_to(folder)) for uri in found]


def test_a_folder_gives_its_rasters_and_nothing_else(folder: Path) -> None:
    found = find_sources([str(folder)])
    assert names(found, folder) == ["a.TIFF", "b.tif", "deep/er/c.tif", "placed.png"]


def test_patterns_files_and_duplicates(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (folder / "link.tif").symlink_to(folder / "b.tif")
    assert names(find_sources(["**/*.tif"]), folder) == ["b.tif", "deep/er/c.tif", "old.scrl/e.tif"]
    assert names(find_sources(["b.*", "./b.tif", str(folder / "b.tif")]), folder) == ["b.tif"]
    assert names(find_sources(["deep/*"]), folder) == ["deep/er/c.tif"]
    # What the shell makes of b.tif* names sidecars too.
    assert names(find_sources(["b.tif", "b.tif.ovr", "b.tif.aux.xml"]), folder) == ["b.tif"]
    grey(folder / "odd[1].tif")
    assert names(find_sources(["odd[1].tif"]), folder) == ["odd[1].tif"]


def test_a_missing_file_does_not_stop_the_others(folder: Path) -> None:
    missing = str(folder / "gone.tif")
    found = find_sources([missing, str(folder / "b.tif")])
    assert names(found, folder) == ["b.tif", "gone.tif"]
    with pytest.raises(SourceUnreadable, match="no such file"):
        describe_source(missing)


@pytest.mark.parametrize("inputs", [[], ["nothing/*.tif"], ["."]])
def test_nothing_found(inputs: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoSources):
        find_sources(inputs)


def test_a_geopackage_gives_each_raster_table(tmp_path: Path) -> None:
    path = tmp_path / "maps.gpkg"
    values = np.full((3, 300, 300), 120, np.uint8)
    for number, table in enumerate(("old", "new")):
        write_plain(
            path, values, crs="EPSG:3857", transform=Affine(1, 0, 1e6, 0, -1, 6e6), driver="GPKG",
            RASTER_TABLE=table, APPEND_SUBDATASET="YES" if number else "NO",
        )  # fmt: skip
    found = find_sources([str(tmp_path)])
    assert found == find_sources([str(path)]) == find_sources(found)
    assert [uri.rsplit(":", 1)[-1] for uri in found] == ["new", "old"]
    sources = [describe_source(uri) for uri in found]
    assert [source.name for source in sources] == ["maps.gpkg:new", "maps.gpkg:old"]
    assert all(source.size_bytes == path.stat().st_size for source in sources)
    (batch,) = read_tiles(sources[0], TileSpec((60.0,), pixels=32), 0, 1)
    assert np.abs(batch.images.astype(int) - 120).max() <= 2


def test_a_geopackage_without_rasters_is_left_out_of_a_folder(tmp_path: Path) -> None:
    from pyogrio.raw import write

    write(
        tmp_path / "roads.gpkg", geometry=np.array([b"\x01\x01\x00\x00\x00" + bytes(16)], dtype=object),
        field_data=[], fields=[], geometry_type="Point", crs="EPSG:4326", driver="GPKG",
    )  # fmt: skip
    grey(tmp_path / "a.tif")
    assert names(find_sources([str(tmp_path)]), tmp_path) == ["a.tif"]
    with pytest.raises(SourceUnreadable):
        describe_source(find_sources([str(tmp_path / "roads.gpkg")])[0])


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    script = str(Path(range_server.__file__))
    with subprocess.Popen(
        [sys.executable, script], cwd=tmp_path, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.terminate()


def test_a_web_address_is_read_like_a_file(server: str, tmp_path: Path) -> None:
    path = write_plain(tmp_path / "scene 20200831.tif", positions(200, 200), tiled=True)
    (uri,) = find_sources([f"{server}/scene%2020200831.tif"])
    source = describe_source(uri)
    assert source.name == "scene 20200831.tif"
    assert source.date == datetime.date(2020, 8, 31)
    assert (source.size_bytes, source.modified) == (0, 0.0)
    (near,) = read_tiles(describe_source(str(path)), TileSpec((50.0,), pixels=32), 0, 16)
    (far,) = read_tiles(source, TileSpec((50.0,), pixels=32), 0, 16)
    assert np.array_equal(near.images, far.images)
    with pytest.raises(SourceUnreadable):
        describe_source(f"/vsicurl/{server}/none.tif")


# --- what is refused -------------------------------------------------------------------------------


def test_no_coordinate_system_and_the_way_out(tmp_path: Path) -> None:
    path = grey(tmp_path / "nowhere.tif", crs=None)
    with pytest.raises(NoCrs, match="--crs"):
        describe_source(path)
    source = describe_source(path, SourceOptions(crs="EPSG:32719"))
    assert source.bounds_4326[0] == pytest.approx(-70, abs=1)
    assert source.bounds_4326[1] == pytest.approx(-40.6, abs=1)
    with pytest.raises(UsageError, match="EPSG:12"):
        describe_source(path, SourceOptions(crs="EPSG:12"))


def test_the_files_own_coordinate_system_wins(tmp_path: Path) -> None:
    path = grey(tmp_path / "own.tif")
    assert describe_source(path, SourceOptions(crs="EPSG:32719")) == describe_source(path)


def test_a_local_coordinate_system_counts_as_none(tmp_path: Path) -> None:
    path = grey(tmp_path / "site.tif", crs='LOCAL_CS["building site",UNIT["metre",1]]')
    with pytest.raises(NoCrs):
        describe_source(path)


def test_no_position(tmp_path: Path) -> None:
    path = grey(tmp_path / "photo.tif", transform=None)
    with pytest.raises(NoGeotransform, match="Georeferencer"):
        describe_source(path)
    (tmp_path / "photo.tfw").write_text("2\n0\n0\n-2\n400001\n5500000\n")
    assert describe_source(path).transform == (2, 0, 400_000, 0, -2, 5_500_001)


def test_a_centre_off_the_earth_is_refused(tmp_path: Path) -> None:
    path = grey(tmp_path / "off.tif", crs="EPSG:3035", transform=Affine(1, 0, 1e12, 0, -1, 1e12))
    for options in (SourceOptions(), SourceOptions(crs="EPSG:32633")):
        with pytest.raises(WrongCrs):
            describe_source(path, options)


def test_metres_labelled_degrees_and_the_way_out(tmp_path: Path) -> None:
    path = grey(tmp_path / "wrong.tif", crs="EPSG:4326")
    with pytest.raises(WrongCrs, match=r"--crs"):
        describe_source(path)
    right = describe_source(path, SourceOptions(crs="EPSG:32719"))
    assert (
        right.bounds_4326
        == describe_source(grey(tmp_path / "right.tif", crs="EPSG:32719")).bounds_4326
    )
    with pytest.raises(UsageError, match="EPSG:12"):
        describe_source(path, SourceOptions(crs="EPSG:12"))


@pytest.mark.parametrize("content", [b"", b"hello", b"II*\x00\xff\xff\xff\xff"])
def test_what_is_no_raster(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "no.tif"
    path.write_bytes(content)
    with pytest.raises(SourceUnreadable) as caught:
        describe_source(str(path))
    assert str(path) not in caught.value.values["reason"]


def test_bands_of_several_types_are_shown(tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    shown = rng.integers(0, 256, (3, 64, 64))
    write_plain(tmp_path / "bytes.tif", shown[:1].astype(np.uint8))
    write_plain(tmp_path / "int16.tif", (shown[1:2] * 100 - 9000).astype(np.int16))
    write_plain(tmp_path / "float.tif", (shown[2:] / 255).astype(np.float32))
    bands = "".join(
        f"""<VRTRasterBand dataType="{kind}" band="{band}"><SimpleSource>
        <SourceFilename relativeToVRT="1">{file}.tif</SourceFilename><SourceBand>1</SourceBand>
        </SimpleSource></VRTRasterBand>"""
        for band, (kind, file) in enumerate(
            [("Byte", "bytes"), ("Int16", "int16"), ("Float32", "float")], start=1
        )
    )
    path = tmp_path / "mixed.vrt"
    path.write_text(
        f"""<VRTDataset rasterXSize="64" rasterYSize="64"><SRS>EPSG:32633</SRS>
        <GeoTransform>400000, 1, 0, 5500000, 0, -1</GeoTransform>{bands}</VRTDataset>"""
    )
    (batch,) = read_tiles(describe_source(str(path)), TileSpec((64.0,), pixels=64), 0, 1)
    for band in range(3):
        expected = np.clip((shown[band] - 5) * 255 / 245, 0, 255)
        assert np.abs(batch.images[0, ..., band].astype(float) - expected).mean() < 6


def test_complex_numbers_are_refused(tmp_path: Path) -> None:
    path = write_plain(tmp_path / "radar.tif", np.ones((1, 9, 9), np.complex64))
    with pytest.raises(SourceUnreadable, match="complex"):
        describe_source(str(path))


# --- bands and stretch -----------------------------------------------------------------------------


@pytest.mark.parametrize("bands", [(), (1, 2), (5,), (0,), (1, 2, 9), (1, 2, 3, 4)])
def test_bands_that_are_not_there(bands: tuple[int, ...], tmp_path: Path) -> None:
    path = write_plain(tmp_path / "four.tif", np.ones((4, 64, 64), np.uint8))
    with pytest.raises(BadBands) as caught:
        describe_source(str(path), SourceOptions(bands=bands))
    assert caught.value.values["count"] == 4


def test_bands_asked_for_are_shown(tmp_path: Path) -> None:
    values = np.stack([np.full((64, 64), value, np.uint8) for value in (10, 20, 30, 40)])
    path = str(write_plain(tmp_path / "four.tif", values))
    for bands, colour in (((4, 1, 2), (40, 10, 20)), ((3,), (30, 30, 30)), (None, (10, 20, 30))):
        source = describe_source(path, SourceOptions(bands=bands))
        (batch,) = read_tiles(source, TileSpec((30.0,), pixels=16), 0, 1)
        assert (batch.images == colour).all()


def test_near_infrared_that_is_labelled_alpha_leaves_no_holes(tmp_path: Path) -> None:
    # GDAL calls the fourth band of bytes alpha unless told otherwise.
    values = np.stack([np.full((64, 64), value, np.uint8) for value in (10, 20, 30, 3)])
    path = write_plain(tmp_path / "rgbn.tif", values)
    with rasterio.open(path) as written:
        assert written.colorinterp[3] == ColorInterp.alpha
    (batch,) = read_tiles(describe_source(str(path)), TileSpec((30.0,), pixels=16), 0, 9)
    assert (batch.images == (10, 20, 30)).all()


def test_two_bands_show_the_first_as_grey(tmp_path: Path) -> None:
    path = write_plain(tmp_path / "two.tif", np.stack([GREY[0], GREY[0] * 0 + 255]))
    with rasterio.open(path, "r+") as out:
        out.colorinterp = (ColorInterp.gray, ColorInterp.alpha)
    assert describe_source(str(path)).bands == (1,)


@pytest.mark.parametrize("dtype", ["uint16", "int16", "int32", "float32"])
def test_the_stretch_ignores_outliers_and_empty_pixels(dtype: str, tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    values = rng.integers(1000, 2000, (3, 400, 400)).astype(dtype)
    values[:, :200] = 7
    values[:, 300, :40] = 30_000
    source = describe_source(str(write_plain(tmp_path / "s.tif", values, nodata=7)))
    assert source.stretch is not None
    assert source.stretch.low == pytest.approx((1020,) * 3, abs=15)
    assert source.stretch.high == pytest.approx((1980,) * 3, abs=15)


def test_the_stretch_ignores_nan(tmp_path: Path) -> None:
    values = np.linspace(0, 1, 160_000, dtype=np.float32).reshape(1, 400, 400)
    values[:, ::2] = np.nan
    source = describe_source(str(write_plain(tmp_path / "n.tif", values)))
    assert source.stretch is not None
    assert source.stretch.low[0] == pytest.approx(0.02, abs=0.005)
    assert source.stretch.high[0] == pytest.approx(0.98, abs=0.005)


@pytest.mark.parametrize(("dtype", "value"), [("uint16", 0), ("float64", 1e17), ("int32", -5)])
def test_a_constant_band_is_middle_grey(dtype: str, value: float, tmp_path: Path) -> None:
    source = describe_source(
        str(write_plain(tmp_path / "c.tif", np.full((1, 64, 64), value, dtype)))
    )
    (batch,) = read_tiles(source, TileSpec((30.0,), pixels=16), 0, 1)
    assert np.abs(batch.images.astype(int) - 128).max() <= 1


def test_a_band_with_few_values_besides_one_is_stretched_to_its_ends(tmp_path: Path) -> None:
    values = np.zeros((1, 200, 200), np.uint16)
    values[0, :3, :3] = 4000
    source = describe_source(str(write_plain(tmp_path / "few.tif", values)))
    assert source.stretch is not None
    assert (source.stretch.low, source.stretch.high) == ((0.0,), (4000.0,))


def test_an_empty_raster_has_no_tiles(tmp_path: Path) -> None:
    path = write_plain(tmp_path / "empty.tif", np.zeros((3, 64, 64), np.uint16), nodata=0)
    source = describe_source(str(path))
    assert list(read_tiles(source, TileSpec((30.0,)), 0, 9)) == []


def test_one_bit_is_black_and_white(tmp_path: Path) -> None:
    values = np.ones((1, 64, 64), np.uint8)
    source = describe_source(str(write_plain(tmp_path / "bit.tif", values, NBITS=1)))
    (batch,) = read_tiles(source, TileSpec((30.0,), pixels=16), 0, 1)
    assert (batch.images == 255).all()


def test_the_stretch_of_a_large_raster_is_sampled(tmp_path: Path) -> None:
    path = tmp_path / "large.tif"
    with rasterio.open(
        path, "w", driver="GTiff", width=20_000, height=20_000, count=1, dtype="uint16", nodata=0,
        tiled=True, compress="deflate", SPARSE_OK=True, crs="EPSG:32633",
        transform=Affine(1, 0, 4e5, 0, -1, 5.5e6),
    ) as out:  # fmt: skip
        values = np.random.default_rng(3).integers(500, 900, (1, 1024, 20_000), dtype=np.uint16)
        out.write(values, window=Window(0, 0, 20_000, 1024))
    source = describe_source(str(path))
    assert source.stretch is not None
    assert source.stretch.low[0] == pytest.approx(508, abs=5)
    assert source.stretch.high[0] == pytest.approx(892, abs=5)


def test_palette_colours_are_mixed_not_their_numbers(tmp_path: Path) -> None:
    # Entries 0 and 200 side by side: mixing the numbers would show entry 100.
    values = np.zeros((1, 64, 64), np.uint8)
    values[0, :, ::2] = 200
    path = write_plain(tmp_path / "p.tif", values)
    with rasterio.open(path, "r+") as out:
        out.write_colormap(1, {0: (0, 0, 0, 255), 100: (0, 255, 0, 255), 200: (200, 0, 100, 255)})
    (batch,) = read_tiles(describe_source(str(path)), TileSpec((60.0,), pixels=16), 0, 1)
    assert np.abs(batch.images.astype(int) - (100, 0, 50)).max() <= 12


# --- dates -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("m_4709963_se_14_1_20090818.tif", "2009-08-18"),
        ("m_4709963_se_14_1_20150926_20160115.tif", "2015-09-26"),
        ("city 2015-09-26.tif", "2015-09-26"),
        ("2015_09_26_city.tif", "2015-09-26"),
        ("T32TQM_20200831T101559_TCI.jp2", "2020-08-31"),
        ("T32_20200831T101559.tif", "2020-08-31"),
        ("LC08_L1TP_033033_20150926_20170301_01_T1_B4.TIF", "2015-09-26"),
        ("20200831101559_scene.tif", "2020-08-31"),
        ("img_12345_2015.09.26.tif", "2015-09-26"),
        ("20151399_20150926.tif", "2015-09-26"),
        ("orthophoto_2015.tif", None),
        ("4709963.tif", None),
        ("id_98765432.tif", None),
        ("18500101.tif", None),
        ("29991231.tif", None),
        ("20150230.tif", None),
        ("2015-09_26.tif", None),
        ("120150926.tif", None),
        ("city.tif", None),
    ],
)
def test_dates_in_file_names(name: str, expected: str | None) -> None:
    found = first_date(name)
    assert (None if found is None else found.isoformat()) == expected


@pytest.mark.parametrize(
    ("tags", "imagery", "name", "expected"),
    [
        ({"TIFFTAG_DATETIME": "2015:09:26 10:15:59"}, {}, "a.tif", "2015-09-26"),
        ({}, {"ACQUISITIONDATETIME": "2014-03-02 09:10:11"}, "a_20200101.tif", "2014-03-02"),
        ({"acquisitionDateTime": "2013-03-02T09:10:11Z"}, {}, "a.tif", "2013-03-02"),
        (
            {"DATE_ACQUIRED": "2012-01-31", "TIFFTAG_DATETIME": "2020:01:01 0:0:0"},
            {},
            "a",
            "2012-01-31",
        ),
        # The program wrote the file in 2021; its name says when it was flown.
        ({"TIFFTAG_DATETIME": "2021:05:05 10:15:59"}, {}, "m_20090818.tif", "2009-08-18"),
        ({"TIFFTAG_DATETIME": "0000:00:00 00:00:00"}, {}, "m.tif", None),
        ({"TIFFTAG_DATETIME": "yesterday"}, {}, "20090818.tif", "2009-08-18"),
        ({}, {}, "a.tif", None),
    ],
)
def test_dates_in_metadata(
    tags: dict[str, str], imagery: dict[str, str], name: str, expected: str | None
) -> None:
    found = acquisition_date(tags, imagery, name)
    assert (None if found is None else found.isoformat()) == expected


def test_dates_of_real_files(tmp_path: Path) -> None:
    tagged = grey(tmp_path / "t.tif", tags={"TIFFTAG_DATETIME": "2011:02:03 04:05:06"})
    assert describe_source(tagged).date == datetime.date(2011, 2, 3)
    with rasterio.open(tagged, "r+") as out:
        out.update_tags(ns="IMAGERY", ACQUISITIONDATETIME="2010-01-02 03:04:05")
    assert describe_source(tagged).date == datetime.date(2010, 1, 2)
    told = describe_source(tagged, SourceOptions(date=datetime.date(1999, 9, 9)))
    assert told.date == datetime.date(1999, 9, 9)


def test_size_and_time_are_those_of_the_file(tmp_path: Path) -> None:
    path = grey(tmp_path / "a.tif")
    os.utime(path, (1.5e9 + 0.25, 1.5e9 + 0.25))
    source = describe_source(path)
    assert (source.size_bytes, source.modified) == (Path(path).stat().st_size, 1.5e9 + 0.25)
