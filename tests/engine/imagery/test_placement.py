"""Where rasters lie: whose CRS counts, what GCPs and RPCs say, and which bodies are not the Earth."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.control import GroundControlPoint
from rasterio.rpc import RPC

from engine.contract.indexes import LayerOptions, SourceOptions
from engine.errors import NotOnEarth, UsageError
from engine.imagery.dataset import gdal_settings
from engine.imagery.layer_options import as_described, layers_by_raster, with_layer
from engine.imagery.proj_data import body_of
from engine.imagery.reader import read_tiles
from engine.imagery.source import Source, describe_source, open_source
from engine.imagery.source_uris import same_raster
from engine.imagery.tiling import TileGrid, TileSpec
from tests.support.rasters import positions, write_plain
from tests.support.shared_data import DATA

CASE = DATA.parent / "cases" / "placed-by-gcps.tif"
MOON = 'GEOGCS["GCS_Moon_2000",DATUM["D_Moon_2000",SPHEROID["Moon_2000_IAU_IAG",1737400.0,0.0]],PRIMEM["Reference_Meridian",0.0],UNIT["Degree",0.0174532925199433]]'
MARS = "+proj=eqc +R=3396190 +units=m +no_defs"
GREY = np.arange(64 * 64, dtype=np.uint8).reshape(1, 64, 64)


def decisions(source: Source) -> dict[str, dict[str, Any]]:
    return {decision.code: decision.values for decision in source.decisions}


# --- whose CRS -------------------------------------------------------------------------------------


def test_a_crs_that_wins_is_used_in_place_of_the_files_own(tmp_path):
    path = str(write_plain(tmp_path / "a.tif", GREY, crs="EPSG:32633"))
    source = describe_source(path, SourceOptions(crs="EPSG:32632", crs_wins=True))
    assert source.georeferencing.to_crs(0, 0) == (4e5, 5.5e6)
    assert rasterio.CRS.from_wkt(source.crs_wkt) == rasterio.CRS.from_epsg(32632)
    assert decisions(source)["crs-from-option"] == {"crs": "EPSG:32632", "own": "EPSG:32633"}
    west = describe_source(path).bounds_4326[0]
    assert source.bounds_4326[0] == pytest.approx(west - 6.0)


def test_a_crs_that_does_not_win_leaves_the_files_own(tmp_path):
    path = str(write_plain(tmp_path / "a.tif", GREY))
    assert describe_source(path, SourceOptions(crs="EPSG:32632")) == describe_source(path)
    same = describe_source(path, SourceOptions(crs="EPSG:32633", crs_wins=True))
    assert not [code for code in decisions(same) if code.startswith("crs-")]


@pytest.mark.parametrize("wins", [False, True])
def test_a_crs_for_a_file_without_one_is_a_decision(tmp_path, wins):
    path = str(write_plain(tmp_path / "a.tif", GREY, crs=None))
    source = describe_source(path, SourceOptions(crs="EPSG:32632", crs_wins=wins))
    assert decisions(source)["crs-from-option-only"] == {"crs": "EPSG:32632"}


def test_a_prj_beside_a_tiff_without_crs_is_read(tmp_path):
    path = write_plain(tmp_path / "a.tif", GREY, crs=None)
    prj = rasterio.CRS.from_epsg(32632).to_wkt(version="WKT1_ESRI")
    path.with_suffix(".prj").write_text(prj)
    source = describe_source(str(path))
    assert decisions(source)["crs-from-prj"] == {"crs": "EPSG:32632", "file": "a.prj"}
    own = describe_source(str(write_plain(tmp_path / "b.tif", GREY, crs="EPSG:32632")))
    assert source.bounds_4326 == pytest.approx(own.bounds_4326)
    # The file's own CRS is not replaced by it.
    (tmp_path / "b.prj").write_text(rasterio.CRS.from_epsg(32633).to_wkt())
    assert describe_source(own.uri).bounds_4326 == own.bounds_4326


# --- layers ----------------------------------------------------------------------------------------


def test_a_layers_crs_bands_and_stretch_are_those_of_its_source(tmp_path):
    path = str(write_plain(tmp_path / "a.tif", positions(64, 64)))
    layer = LayerOptions(path, "EPSG:32632", (3, 2, 1), ((0.0, 100.0),))
    told = with_layer(SourceOptions(crs="EPSG:4326"), layers_by_raster([layer])[same_raster(path)])
    source = describe_source(path, told)
    assert source.bands == (3, 2, 1)
    assert source.stretch is not None
    assert (source.stretch.low, source.stretch.high) == ((0.0,) * 3, (100.0,) * 3)
    assert decisions(source)["crs-from-layer"] == {"crs": "EPSG:32632", "own": "EPSG:32633"}
    assert decisions(source)["bands-from-layer"] == {"bands": [3, 2, 1]}
    assert decisions(source)["stretch-from-layer"] == {"ranges": ["0 to 100"] * 3}
    # Described so, it says nothing new.
    assert as_described(layer, source) == LayerOptions(path)
    assert with_layer(told, as_described(layer, source)) == told


@pytest.mark.parametrize("ranges", [((5.0, 5.0),), ((0.0, 9.0), (0.0, 9.0))])
def test_a_stretch_that_fits_no_bands_is_left_alone(tmp_path, ranges):
    path = str(write_plain(tmp_path / "a.tif", positions(64, 64)))
    assert describe_source(path, SourceOptions(stretch=ranges)) == describe_source(path)


# --- other bodies ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("crs", "body"),
    [
        (MOON, "the Moon"),
        (MARS, "Mars"),
        ("+proj=longlat +R=2574700 +no_defs", "Titan"),
        ("+proj=longlat +R=100000 +no_defs", "a body of 100 km radius"),
        ("EPSG:4326", None),
        ("EPSG:27700", None),
        ("+proj=longlat +R=6371229 +no_defs", None),
        ("EPSG:3857", None),
        ("nonsense", None),
    ],
)
def test_bodies_are_told_by_name_or_radius(crs, body):
    assert body_of(crs) == body


@pytest.mark.parametrize(
    "options", [{}, {"crs": "EPSG:4326"}, {"crs": "EPSG:4326", "crs_wins": True}]
)
@pytest.mark.parametrize(("crs", "body"), [(MOON, "the Moon"), (MARS, "Mars")])
def test_imagery_of_another_body_is_refused(tmp_path, crs, body, options):
    path = write_plain(tmp_path / "a.tif", GREY, crs=crs, transform=Affine(0.1, 0, 9, 0, -0.1, 5))
    with pytest.raises(NotOnEarth) as caught:
        describe_source(str(path), SourceOptions(**options))
    assert caught.value.values == {"path": str(path), "body": body}


def test_a_crs_of_another_body_cannot_be_given(tmp_path):
    path = str(write_plain(tmp_path / "a.tif", GREY, crs=None))
    with pytest.raises(NotOnEarth):
        describe_source(path, SourceOptions(crs=MOON))
    with pytest.raises(UsageError):
        describe_source(path, SourceOptions(crs="nonsense"))


# --- GCPs and RPCs ---------------------------------------------------------------------------------


def by_gcps(path: Path, points: list[tuple[float, float, float, float]], **profile: Any) -> Path:
    values = positions(200, 150, "uint8", 1)
    gcps = [GroundControlPoint(row=row, col=col, x=x, y=y) for col, row, x, y in points]
    with rasterio.open(
        path, "w", driver="GTiff", width=200, height=150, count=3, dtype="uint8", **profile
    ) as out:
        out.gcps = (gcps, rasterio.CRS.from_epsg(32632))
        out.write(values)
    return path


def turned(count: int, error: float = 0.0) -> list[tuple[float, float, float, float]]:
    """Return points of a raster that is turned by 20 degrees, some of them off."""
    place = Affine.translation(521_500, 5_351_500) @ Affine.rotation(20) @ Affine.scale(3, -3)
    spots = [(0, 0), (200, 0), (200, 150), (0, 150), (100, 75), (50, 20), (150, 110), (30, 120)]
    return [
        (col, row, (place @ (col, row))[0] + error * (-1) ** number, (place @ (col, row))[1])
        for number, (col, row) in enumerate(spots[:count])
    ]


def gdalwarp(path: Path, target: Path, *options: str) -> Path:
    subprocess.run(["gdalwarp", "-q", *options, str(path), str(target)], check=True)
    return target


def check_against_gdalwarp(source: Source, path: Path, tmp_path: Path, *options: str) -> None:
    with rasterio.open(gdalwarp(path, tmp_path / "warped.tif", "-dstalpha", *options)) as warped:
        assert (source.width, source.height) == (warped.width, warped.height)
        half = abs(warped.transform.a) / 2
        assert source.transform == pytest.approx(tuple(warped.transform)[:6], abs=half / 100)
        shown = warped.read()
        size = 32 * source.pixel_size_m
        spec = TileSpec((size,), pixels=32, min_valid=1.0)
        seen = 0
        for batch in read_tiles(source, spec, 0, len_of(source, spec)):
            for window, image in zip(batch.windows, batch.images, strict=True):
                col, row, width, height = window
                there = shown[:, round(row) : round(row + height), round(col) : round(col + width)]
                assert (there[3] > 0).mean() > 0.97
                assert abs(image.mean(axis=(0, 1)) - there[:3].mean(axis=(1, 2))).max() < 2.0
                seen += 1
        assert seen > 3


def len_of(source: Source, spec: TileSpec) -> int:
    return len(TileGrid(source, spec))


@pytest.mark.skipif(not CASE.is_file(), reason="needs shared/cases")
def test_the_case_lies_where_gdalwarp_puts_it(tmp_path):
    source = describe_source(str(CASE))
    check_against_gdalwarp(source, CASE, tmp_path)
    said = decisions(source)["placed-by-gcps"]
    assert (said["count"], said["rms_m"]) == (5, 0.0)


@pytest.mark.parametrize(("count", "method"), [(4, "affine"), (8, "second-order")])
@pytest.mark.parametrize("tiled", [False, True])
def test_gcps_of_a_turned_raster(tmp_path, count, method, tiled):
    how = {"tiled": True, "blockxsize": 32, "blockysize": 32, "nodata": 199} if tiled else {}
    path = by_gcps(tmp_path / "a.tif", turned(count), **how)
    source = describe_source(str(path))
    check_against_gdalwarp(source, path, tmp_path)
    said = decisions(source)["placed-by-gcps"]
    assert said["count"] == count
    assert said["method"].startswith(method)
    assert said["rms_m"] == pytest.approx(0.0, abs=0.001)


def test_gcps_say_how_exact_they_are(tmp_path):
    source = describe_source(str(by_gcps(tmp_path / "a.tif", turned(4, error=6.0))))
    # Of four alternating errors an affine transformation takes up nothing.
    assert decisions(source)["placed-by-gcps"]["rms_m"] == pytest.approx(6.0, rel=0.01)


def test_overviews_are_used_where_a_raster_is_warped(tmp_path):
    path = by_gcps(tmp_path / "a.tif", turned(4))
    with rasterio.open(path, "r+") as dataset:
        dataset.build_overviews([2, 4], rasterio.enums.Resampling.average)
    source = describe_source(str(path))
    with gdal_settings(source.uri), open_source(source) as dataset:
        assert dataset.overviews(1) == [2, 4]
    with gdal_settings(source.uri), open_source(source, 0) as smaller:
        assert source.width // 2 <= smaller.width <= source.width // 2 + 1
        assert smaller.read(4).any()


def rpcs(path: Path, **errors: float) -> Path:
    one, line, sample = ([0.0] * 20 for _ in range(3))
    one[0], line[2], sample[1] = 1.0, -1.0, 1.0
    rpc = RPC(
        height_off=0.0, height_scale=500.0, lat_off=48.0, lat_scale=0.01, line_den_coeff=one,
        line_num_coeff=line, line_off=75.0, line_scale=75.0, long_off=11.0, long_scale=0.01,
        samp_den_coeff=one, samp_num_coeff=sample, samp_off=100.0, samp_scale=100.0, **errors,
    )  # fmt: skip
    with rasterio.open(
        path, "w", driver="GTiff", width=200, height=150, count=3, dtype="uint8"
    ) as out:
        out.rpcs = rpc
        out.write(positions(200, 150, "uint8", 1))
    return path


def test_rpcs_place_a_raster(tmp_path):
    path = rpcs(tmp_path / "a.tif")
    source = describe_source(str(path))
    check_against_gdalwarp(source, path, tmp_path, "-rpc", "-t_srs", "EPSG:4326")
    assert source.bounds_4326 == pytest.approx((10.99, 47.99, 11.01, 48.01), abs=2e-4)
    assert decisions(source)["placed-by-rpcs-of-unknown-accuracy"] == {"height_m": 0.0}
    source = describe_source(str(rpcs(tmp_path / "b.tif", err_bias=3.0, err_rand=4.0)))
    assert decisions(source)["placed-by-rpcs"] == {"height_m": 0.0, "error_m": 5.0}


def test_rpcs_may_lie_in_a_file_beside_the_raster(tmp_path):
    inside = rpcs(tmp_path / "a.tif")
    with rasterio.open(inside) as dataset:
        told = dataset.tags(ns="RPC")
    path = write_plain(
        tmp_path / "b.tif", positions(200, 150, "uint8", 1), crs=None, transform=None
    )
    lines = []
    for name, value in told.items():
        numbers = value.split()
        several = [f"{name}_{at}: {number}" for at, number in enumerate(numbers, 1)]
        lines += several if len(numbers) > 1 else [f"{name}: {value}"]
    (tmp_path / "b_RPC.TXT").write_text("\n".join(lines) + "\n")
    source = describe_source(str(path))
    check_against_gdalwarp(source, inside, tmp_path, "-rpc", "-t_srs", "EPSG:4326")
