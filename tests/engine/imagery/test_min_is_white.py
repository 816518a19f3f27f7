"""Scans whose lowest value is white are shown as positives, as tiles and as questions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from numpy.typing import NDArray
from rasterio.enums import ColorInterp
from rasterio.shutil import copy

from engine.contract.codec import from_json, to_json
from engine.imagery.picture import read_picture
from engine.imagery.reader import read_tiles
from engine.imagery.source import Source, SourceOptions, describe_source
from engine.imagery.tiling import TileSpec
from tests.support.rasters import write_plain

CASES = Path(__file__).parents[4] / "shared" / "cases"
SIDE = 64
SPEC = TileSpec((float(SIDE),), pixels=SIDE)


def ramp(top: int) -> NDArray[Any]:
    """Grey from 0 on the left to ``top`` on the right, with steps down the rows."""
    columns = np.arange(SIDE) * (top + 1) // SIDE
    rows = (np.arange(SIDE) // 16 * top // 16)[:, None]
    return np.clip(columns[None] - rows, 0, top)


def shown(source: Source) -> NDArray[np.float64]:
    (batch,) = read_tiles(source, SPEC, 0, 1)
    image = batch.images[0].astype(np.float64)
    assert (image[..., :1] == image).all()
    return image[..., 0]


def likeness(one: NDArray[Any], other: NDArray[Any]) -> float:
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])


DEPTHS: list[tuple[int, str, dict[str, Any]]] = [
    (1, "uint8", {"nbits": 1}), (3, "uint8", {"nbits": 2}), (15, "uint8", {"nbits": 4}), (255, "uint8", {}),
    (4095, "uint16", {"nbits": 12}), (65535, "uint16", {}),
]  # fmt: skip


@pytest.mark.parametrize(("top", "dtype", "how"), DEPTHS, ids=lambda value: str(value))
def test_the_lowest_value_is_white(
    top: int, dtype: str, how: dict[str, Any], tmp_path: Path
) -> None:
    positive = ramp(top)
    path = tmp_path / "scan.tif"
    write_plain(path, (top - positive)[None].astype(dtype), photometric="MINISWHITE", **how)
    source = describe_source(str(path), SourceOptions(guess_empty=False))
    assert likeness(shown(source), positive) > 0.99
    question = read_picture(str(path), SIDE).astype(np.float64)[..., 0]
    assert likeness(question, positive) > 0.99
    assert np.abs(question - shown(source)).max() <= 1
    # A palette of black and white shows itself.
    said = [decision.code for decision in source.decisions]
    assert ("shown-inverted" in said) == (top > 1)


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_bytes_become_their_complement(dtype: str, tmp_path: Path) -> None:
    top = np.iinfo(dtype).max
    path = write_plain(
        tmp_path / "scan.tif", (top - ramp(top))[None].astype(dtype), photometric="MINISWHITE"
    )
    image = shown(describe_source(str(path), SourceOptions(guess_empty=False)))
    assert image.min() < 4
    assert image.max() > 251
    if dtype == "uint8":
        assert np.abs(image - ramp(top)).max() <= 1


def test_overviews_and_empty_pixels_are_seen_as_they_are_stored(tmp_path: Path) -> None:
    side = 256
    rows, columns = np.mgrid[:side, :side]
    stored = (60 + (rows + columns) % 190).astype(np.uint8)
    stored[:, :64] = 0
    path = write_plain(
        tmp_path / "scan.tif", stored[None], photometric="MINISWHITE", nodata=0, overviews=(2, 4)
    )
    source = describe_source(str(path))
    (batch,) = read_tiles(source, TileSpec((64.0,), pixels=16), 0, 16)
    assert sorted(set(batch.windows[:, 0].astype(int))) == [64, 128, 192]
    (whole,) = read_tiles(source, TileSpec((64.0,), pixels=64), 0, 16)
    assert np.abs(whole.images[0, ..., 0] - (255.0 - stored[:64, 64:128])).max() <= 1


VRT = (
    '<VRTDataset rasterXSize="64" rasterYSize="64"><SRS>EPSG:32633</SRS><GeoTransform>4e5,1,0,5.5e6,0,-1'
    '</GeoTransform><VRTRasterBand dataType="Byte" band="1"><{kind}Source><SourceFilename relativeToVRT="1">scan.tif'
    "</SourceFilename><SourceBand>1</SourceBand>{scale}</{kind}Source></VRTRasterBand></VRTDataset>"
)


@pytest.mark.parametrize("made_by", ["gdal_translate", "gdalbuildvrt", "gdal_translate -scale"])
def test_a_virtual_raster_of_a_scan_is_a_positive_too(made_by: str, tmp_path: Path) -> None:
    path = write_plain(
        tmp_path / "scan.tif", (255 - ramp(255))[None].astype(np.uint8), photometric="MINISWHITE"
    )
    vrt = tmp_path / "scan.vrt"
    if made_by == "gdal_translate":
        copy(path, vrt, driver="VRT")
    elif made_by == "gdalbuildvrt":
        vrt.write_text(VRT.format(kind="Simple", scale=""))
    else:
        turned = "<ScaleOffset>255</ScaleOffset><ScaleRatio>-1</ScaleRatio>"
        vrt.write_text(VRT.format(kind="Complex", scale=turned))
    source = describe_source(str(vrt), SourceOptions(guess_empty=False))
    assert likeness(shown(source), ramp(255)) > 0.99


@pytest.mark.parametrize(
    "how", [{}, {"photometric": "MINISBLACK"}, {"photometric": "PALETTE"}], ids=str
)
def test_other_grey_is_shown_as_it_is(how: dict[str, Any], tmp_path: Path) -> None:
    path = write_plain(tmp_path / "scan.tif", ramp(255)[None].astype(np.uint8), **how)
    if how.get("photometric") == "PALETTE":
        # Colours of its own say what is white: here the highest index is black.
        with rasterio.open(path, "r+") as out:
            out.write_colormap(1, {i: (255 - i, 255 - i, 255 - i, 255) for i in range(256)})
        assert rasterio.open(path).colorinterp == (ColorInterp.palette,)
    source = describe_source(str(path), SourceOptions(guess_empty=False))
    assert not source.inverted
    sign = -1 if how.get("photometric") == "PALETTE" else 1
    assert sign * likeness(shown(source), ramp(255)) > 0.99


def test_it_is_kept_with_the_source(tmp_path: Path) -> None:
    path = write_plain(
        tmp_path / "scan.tif", ramp(255)[None].astype(np.uint8), photometric="MINISWHITE"
    )
    source = describe_source(str(path))
    kept = json.loads(json.dumps(to_json(source)))
    assert from_json(Source, kept) == source
    # An index of before has nothing of it.
    del kept["inverted"]
    assert not from_json(Source, kept).inverted


@pytest.mark.skipif(not CASES.is_dir(), reason="../shared/cases is absent")
def test_the_shared_case() -> None:
    path = CASES / "min-is-white.tif"
    source = describe_source(str(path))
    with rasterio.open(path) as dataset:
        stored = dataset.read(1)
    (batch,) = read_tiles(source, TileSpec((600.0,), pixels=600), 0, 1)
    assert likeness(batch.images[0, ..., 0], stored) < -0.99
    assert [said.code for said in source.decisions] == ["shown-inverted"]
