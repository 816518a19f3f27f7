"""Scenes of several files are one source: true colour, never their masks and single bands."""

from __future__ import annotations

import datetime
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from affine import Affine

from engine.contract.codec import from_json, to_json
from engine.errors import SourceUnreadable
from engine.imagery.reader import read_tiles
from engine.imagery.scenes import compose, composed_of
from engine.imagery.source import Source, describe_source, find_sources
from engine.imagery.source_uris import same_raster
from engine.imagery.tiling import TileSpec
from tests.support.rasters import write_plain

TEN_METRES = Affine(10, 0, 4e5, 0, -10, 5.5e6)


def band(path: Path, value: int, *, count: int = 1, side: int = 60, **how: Any) -> Path:
    """A band of noise around a value."""
    path.parent.mkdir(parents=True, exist_ok=True)
    noise = np.random.default_rng(value).integers(-9, 10, (count, side, side))
    step = 600 / side
    values = (value + noise).astype(how.pop("dtype", "uint16"))
    return write_plain(path, values, transform=TEN_METRES @ Affine.scale(step / 10), **how)


def levels(source: Source) -> list[int]:
    """The means of the three bands shown, as they are stored."""
    assert source.stretch is not None
    return [round((low + high) / 2) for low, high in zip(source.stretch.low, source.stretch.high, strict=True)]  # fmt: skip


# --- Landsat ---------------------------------------------------------------------------------------


def landsat(folder: Path, scene: str = "LC08_L1TP_033033_20150926_20170301_01_T1") -> Path:
    for number in (1, 2, 3, 4, 5, 7, 9):
        band(folder / f"{scene}_B{number}.TIF", 1000 * number, nodata=0)
    band(folder / f"{scene}_B8.TIF", 8000, side=120)
    for mask in ("BQA", "QA_PIXEL", "SAA"):
        band(folder / f"{scene}_{mask}.TIF", 700)
    (folder / f"{scene}_MTL.txt").write_text("GROUP = L1_METADATA_FILE")
    (folder / f"{scene}_ANG.txt").write_text("x")
    return folder


def test_a_landsat_folder_is_one_source(tmp_path: Path) -> None:
    (uri,) = find_sources([str(landsat(tmp_path))])
    source = describe_source(uri)
    assert source.name == "LC08_L1TP_033033_20150926_20170301_01_T1_B[4,3,2].TIF"
    assert levels(source) == pytest.approx([4000, 3000, 2000], abs=3)
    assert source.date == datetime.date(2015, 9, 26)
    assert [said.code for said in source.decisions] == ["scene-composed", "date-from-name"]
    (batch,) = read_tiles(source, TileSpec((300.0,), pixels=16), 0, 4)
    assert len(batch) == 4
    # What is kept in an index leads back to it, and so does the metadata file.
    assert find_sources([uri]) == [uri]
    assert find_sources([str(next(tmp_path.glob("*_MTL.txt")))]) == [uri]
    assert from_json(Source, json.loads(json.dumps(to_json(source)))) == source


def test_bands_of_a_folder_of_several_scenes_are_not_mixed(tmp_path: Path) -> None:
    landsat(tmp_path)
    landsat(tmp_path, "LT05_L1TP_033033_19950926_20170301_01_T1")
    band(tmp_path / "orthophoto.tif", 99, count=3)
    names = [Path(uri).name for uri in find_sources([str(tmp_path)])]
    assert names == [
        "LC08_L1TP_033033_20150926_20170301_01_T1_B[4,3,2].TIF",
        "LT05_L1TP_033033_19950926_20170301_01_T1_B[3,2,1].TIF",
        "orthophoto.tif",
    ]
    assert len(find_sources([str(tmp_path / "*.TIF")])) == 2


def test_surface_reflectance_with_its_masks(tmp_path: Path) -> None:
    scene = "LC09_L2SP_033033_20220926_20220930_02_T1"
    for number in range(1, 8):
        band(tmp_path / f"{scene}_SR_B{number}.TIF", 1000 * number)
    for mask in ("SR_QA_AEROSOL", "ST_B10", "ST_QA", "QA_PIXEL", "QA_RADSAT"):
        band(tmp_path / f"{scene}_{mask}.TIF", 70)
    (uri,) = find_sources([str(tmp_path)])
    assert levels(describe_source(uri)) == pytest.approx([4000, 3000, 2000], abs=3)


def test_a_band_that_is_named_is_itself(tmp_path: Path) -> None:
    path = next(landsat(tmp_path).glob("*_B5.TIF"))
    assert find_sources([str(path)]) == [str(path)]


def test_a_changed_or_missing_band_is_noticed(tmp_path: Path) -> None:
    (uri,) = find_sources([str(landsat(tmp_path))])
    source = describe_source(uri)
    files = composed_of(uri)
    assert source.size_bytes == sum(Path(file).stat().st_size for file in files)
    os.utime(files[1], (2e9, 2e9))
    with pytest.raises(SourceUnreadable, match="changed"):
        next(read_tiles(source, TileSpec((300.0,), pixels=16), 0, 4))
    Path(files[2]).unlink()
    with pytest.raises(SourceUnreadable):
        describe_source(uri)
    assert find_sources([str(tmp_path)]) != [uri]


# --- Sentinel-2 ------------------------------------------------------------------------------------


def safe(folder: Path, *, picture: bool = True, level: str = "L2A") -> Path:
    root = folder / f"S2A_MSI{level}_20200831T101559_N0214_R122_T32TQM_20200831T131559.SAFE"
    data = root / "GRANULE" / "L2A_T32TQM_A027111_20200831T101559" / "IMG_DATA"
    places = ["R10m", "R20m"] if level == "L2A" else [""]
    for place in places:
        end = f"_{place[1:]}" if place else ""
        for number in (2, 3, 4):
            band(data / place / f"T32TQM_20200831T101559_B0{number}{end}.jp2", 1000 * number,
                 driver="JP2OpenJPEG", side=60 if place != "R20m" else 30)  # fmt: skip
        if picture:
            band(data / place / f"T32TQM_20200831T101559_TCI{end}.jp2", 100, count=3, dtype="uint8",
                 driver="JP2OpenJPEG", side=60 if place != "R20m" else 30)  # fmt: skip
        if level == "L2A":
            band(data / place / f"T32TQM_20200831T101559_WVP{end}.jp2", 9, driver="JP2OpenJPEG")
    quality = data.parent / "QI_DATA"
    band(quality / "MSK_CLDPRB_20m.jp2", 9, driver="JP2OpenJPEG")
    band(quality / "T32TQM_20200831T101559_PVI.jp2", 9, driver="JP2OpenJPEG")
    (root / f"MTD_MSI{level}.xml").write_text("<x/>")
    return root


@pytest.mark.parametrize("level", ["L1C", "L2A"])
def test_a_safe_is_its_true_colour(level: str, tmp_path: Path) -> None:
    root = safe(tmp_path, level=level)
    (uri,) = find_sources([str(tmp_path)])
    end = "_10m" if level == "L2A" else ""
    assert uri.endswith(f"T32TQM_20200831T101559_TCI{end}.jp2")
    assert find_sources([str(root)]) == find_sources([str(root / f"MTD_MSI{level}.xml")]) == [uri]
    source = describe_source(uri)
    assert (source.bands, source.stretch) == ((1, 2, 3), None)
    assert source.date == datetime.date(2020, 8, 31)


@pytest.mark.parametrize("level", ["L1C", "L2A"])
def test_a_safe_without_true_colour_is_its_bands_of_10_metres(level: str, tmp_path: Path) -> None:
    (uri,) = find_sources([str(safe(tmp_path, picture=False, level=level))])
    source = describe_source(uri)
    assert source.pixel_size_m == pytest.approx(10, rel=0.01)
    assert levels(source) == pytest.approx([4000, 3000, 2000], abs=30)


def test_loose_bands_are_one_scene(tmp_path: Path) -> None:
    for number in (2, 3, 4, 8):
        band(tmp_path / f"B0{number}.tif", 1000 * number)
    band(tmp_path / "SCL.tif", 5)
    for colour, value in (("red", 300), ("green", 200), ("blue", 100), ("nir", 400)):
        band(tmp_path / f"flight_{colour}.tif", value)
    band(tmp_path / "flight_dsm.tif", 500)
    uris = find_sources([str(tmp_path)])
    shown = {Path(uri).name for uri in uris}
    assert shown == {"B0[4,3,2].tif", "flight_[red,green,blue].tif", "flight_dsm.tif"}
    by_name = {Path(uri).name: levels(describe_source(uri)) for uri in uris if "[" in uri}
    assert by_name["flight_[red,green,blue].tif"] == pytest.approx([300, 200, 100], abs=3)


def test_masks_of_planet_pictures_are_left_out(tmp_path: Path) -> None:
    scene = "20200831_101559_0f17_3B"
    band(tmp_path / f"{scene}_AnalyticMS.tif", 500, count=4)
    for mask in ("AnalyticMS_DN_udm", "udm2", "udm2_clip"):
        band(tmp_path / f"{scene}_{mask}.tif", 12, count=1)
    assert [Path(uri).name for uri in find_sources([str(tmp_path)])] == [f"{scene}_AnalyticMS.tif"]


# --- STAC ------------------------------------------------------------------------------------------


def item(folder: Path, assets: dict[str, Any], name: str = "item.json") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(
        json.dumps({"type": "Feature", "stac_version": "1.0.0", "id": "x", "assets": assets})
    )
    return path


def test_a_stac_item_is_its_picture(tmp_path: Path) -> None:
    for name, count in (
        ("visual", 3),
        ("B04", 1),
        ("B03", 1),
        ("B02", 1),
        ("SCL", 1),
        ("thumb", 3),
    ):
        band(tmp_path / f"{name}.tif", 100, count=count, dtype="uint8")
    path = item(
        tmp_path,
        {
            "thumbnail": {"href": "./thumb.tif", "roles": ["thumbnail"]},
            "red": {"href": "./B04.tif", "eo:bands": [{"common_name": "red"}]},
            "scl": {"href": "SCL.tif", "roles": ["data"]},
            "visual": {"href": "visual.tif", "roles": ["visual"]},
        },
    )
    assert find_sources([str(path)]) == [str(tmp_path / "visual.tif")]
    # Bands that the item does not list are a scene by themselves.
    (tmp_path / "B03.tif").unlink()
    (tmp_path / "B02.tif").unlink()
    assert find_sources([str(tmp_path)]) == [str(tmp_path / "visual.tif")]


def test_a_stac_item_without_a_picture_is_its_colours(tmp_path: Path) -> None:
    names = {"b1": "blue", "b2": "green", "b3": "red", "b4": "nir"}
    for number, key in enumerate(names, start=1):
        band(tmp_path / "data" / f"{key}_sr.tif", 100 * number)
    band(tmp_path / "data" / "cloud.tif", 7)
    path = item(
        tmp_path,
        {
            **{key: {"href": f"data/{key}_sr.tif", "eo:bands": [{"name": key, "common_name": name}]}
               for key, name in names.items()},
            "cloud": {"href": "data/cloud.tif"},
            "missing": {"href": "data/none.tif", "eo:bands": [{"common_name": "red"}]},
        },
    )  # fmt: skip
    (uri,) = find_sources([str(tmp_path)])
    assert find_sources([str(path)]) == [uri]
    assert Path(uri).name == "b[3,2,1]_sr.tif"
    assert levels(describe_source(uri)) == pytest.approx([300, 200, 100], abs=3)


@pytest.mark.parametrize(
    "content", ["", "[1]", '{"stac_version": 1}', '{"type": "FeatureCollection"}']
)
def test_other_json_is_nothing(content: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(content)
    band(tmp_path / "a.tif", 9)
    assert find_sources([str(tmp_path)]) == [str(tmp_path / "a.tif")]


# --- names and parts -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "paths",
    [
        ("/d/x_B4.tif", "/d/x_B3.tif", "/d/x_B2.tif"),
        ("/d/a.tif", "/d/sub/b.tif", "/e/c.jp2"),
        ("/d/r.tif", "/d/rr.tif", "/d/rrr.tif"),
        ("/vsicurl/https://h/x/B04.tif", "/vsicurl/https://h/x/B03.tif", "/vsicurl/https://h/x/B02.tif"),
    ],
)  # fmt: skip
def test_names_of_three_files_lead_back_to_them(paths: tuple[str, ...]) -> None:
    assert composed_of(compose(paths)) == paths


def test_other_names_are_no_three_files(tmp_path: Path) -> None:
    odd = band(tmp_path / "odd[1,2,3].tif", 9)
    assert composed_of(str(odd)) == ()
    assert find_sources([str(odd)]) == [str(odd)]
    assert composed_of("/a/x[1].tif") == ()
    assert same_raster("/a/x[1,2,3].tif") != same_raster("/a/x[1,2,4].tif")


def test_a_virtual_raster_and_its_parts_are_one(tmp_path: Path) -> None:
    for name in ("west", "east"):
        band(tmp_path / f"{name}.tif", 9)
    vrt = tmp_path / "mosaic.vrt"
    source = "".join(
        f'<SimpleSource><SourceFilename relativeToVRT="1">{name}.tif</SourceFilename><SourceBand>1</SourceBand>'
        f'<DstRect xOff="{60 * at}" yOff="0" xSize="60" ySize="60"/></SimpleSource>'
        for at, name in enumerate(("west", "east"))
    )
    vrt.write_text(
        f'<VRTDataset rasterXSize="120" rasterYSize="60"><SRS>EPSG:32633</SRS><GeoTransform>4e5,10,0,5.5e6,0,-10'
        f'</GeoTransform><VRTRasterBand dataType="UInt16" band="1">{source}</VRTRasterBand></VRTDataset>'
    )
    band(tmp_path / "other.tif", 9)
    expected = [str(vrt), str(tmp_path / "other.tif")]
    assert find_sources([str(tmp_path)]) == find_sources([str(tmp_path / "*")]) == expected
    # Who names a part means it.
    part = str(tmp_path / "west.tif")
    assert find_sources([str(vrt), part]) == [str(vrt), part]


# --- what lies beside ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raster", "sidecar"),
    [("scene.img", "scene.hdr"), ("scene.bil", "scene.hdr"), ("scene.dat", "scene.hdr"), ("scene", "scene.hdr"),
     ("scene.img", "scene.img.hdr"), ("scene.tif", "scene.tfw"), ("scene.tif", "scene.tif.aux.xml"),
     ("scene.tif", "scene.tif.ovr"), ("scene.tif", "scene.prj")],
)  # fmt: skip
def test_a_sidecar_that_is_named_leads_to_its_raster(
    raster: str, sidecar: str, tmp_path: Path
) -> None:
    (tmp_path / raster).write_bytes(b"x")
    (tmp_path / sidecar).write_bytes(b"x")
    assert find_sources([str(tmp_path / sidecar)]) == [str(tmp_path / raster)]


def test_a_header_of_a_real_raster(tmp_path: Path) -> None:
    write_plain(tmp_path / "e.dat", np.ones((3, 64, 64), np.uint16), driver="ENVI")
    (uri,) = find_sources([str(tmp_path / "e.hdr")])
    assert describe_source(uri).width == 64


def test_a_header_alone_is_told(tmp_path: Path) -> None:
    path = tmp_path / "scene.hdr"
    path.write_text("BYTEORDER I\n")
    (uri,) = find_sources([str(path)])
    with pytest.raises(SourceUnreadable) as caught:
        describe_source(uri)
    assert "header" in caught.value.values["reason"]
