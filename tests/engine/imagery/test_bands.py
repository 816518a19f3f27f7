"""Which bands are shown as red, green and blue."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.enums import ColorInterp

from engine.contract.notices import DECISIONS
from engine.imagery.source import Source, SourceOptions, describe_source
from engine.texts import DECISIONS as TEXTS
from tests.support.rasters import write_plain

CASES = Path(__file__).parents[4] / "shared" / "cases"
R, G, B, A, U, NIR, GREY = (
    ColorInterp[name] for name in ("red", "green", "blue", "alpha", "undefined", "nir", "gray")
)


def stack(
    folder: Path,
    names: list[str | None],
    *,
    file: str = "stack.tif",
    colours: tuple[ColorInterp, ...] | None = None,
    tags: dict[str, str] | None = None,
    band_tags: list[dict[str, str]] | None = None,
    dtype: str = "uint16",
    **how: Any,
) -> Source:
    values = np.random.default_rng(1).integers(1, 250, (len(names), 64, 64)).astype(dtype)
    path = write_plain(folder / file, values, tags=tags, **how)
    with rasterio.open(path, "r+") as out:
        for band, name in enumerate(names, start=1):
            if name is not None:
                out.set_band_description(band, name)
            if band_tags is not None:
                out.update_tags(band, **band_tags[band - 1])
        if colours is not None:
            out.colorinterp = colours
    return describe_source(str(path))


def decision(source: Source) -> str | None:
    codes = [said.code for said in source.decisions if said.code.startswith("bands")]
    assert len(codes) <= 1
    return codes[0] if codes else None


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Blue", "Green", "Red", "NIR"], (3, 2, 1)),
        (["blue", "green", "red"], (3, 2, 1)),
        (["B", "G", "R", "N"], (3, 2, 1)),
        (["NIR", "Red", "Green", "Blue"], (2, 3, 4)),
        (["B02", "B03", "B04", "B08"], (3, 2, 1)),
        (["B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B11", "B12"], (4, 3, 2)),
        (["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B8A", "B9", "B10", "B11", "B12"], (4, 3, 2)),
        (["B2", "B3", "B4", "B8"], (3, 2, 1)),
        (["B4, central wavelength 665 nm", "B3, central wavelength 560 nm", "B2, central wavelength 490 nm",
          "B8, central wavelength 842 nm"], (1, 2, 3)),
        (["SR_B1", "SR_B2", "SR_B3", "SR_B4", "SR_B5", "SR_B6", "SR_B7"], (4, 3, 2)),
        (["SR_B1", "SR_B2", "SR_B3", "SR_B4", "SR_B5", "SR_B7"], (3, 2, 1)),
        (["coastal_blue", "blue", "green_i", "green", "yellow", "red", "rededge", "nir"], (6, 4, 2)),
        (["Coastal Aerosol", "Blue", "Green", "Red", "Red Edge", "NIR"], (4, 3, 2)),
        (["Band 1 - Blue", "Band 2 - Green", "Band 3 - Red", "Band 4 - Near infrared"], (3, 2, 1)),
        (["Vegetation red edge", "Red", "Green", "Blue"], (2, 3, 4)),
        (["Rouge", "Vert", "Bleu"], (1, 2, 3)),
        (["Red", "Green", "Blue", "NIR"], (1, 2, 3)),
        (["blue", "green", "red", "nir"], (3, 2, 1)),
        (["Coastal", "Blue", "Green", "Yellow", "Red", "RedEdge", "NIR1", "NIR2"], (5, 3, 2)),
        (["Blue (490nm)", "Green (560nm)", "Red (665nm)", "NIR (842nm)"], (3, 2, 1)),
        (["B8A", "B04", "B03", "B02"], (2, 3, 4)),
        (["B04: Red", "B03: Green", "B02: Blue", "B08: NIR"], (1, 2, 3)),
        (["S2_B02", "S2_B03", "S2_B04", "S2_B08"], (3, 2, 1)),
        (["T32TQM_20200831T101559_B02_10m", "T32TQM_20200831T101559_B03_10m", "T32TQM_20200831T101559_B04_10m"], (3, 2, 1)),
        (["LC08_L1TP_033033_B2", "LC08_L1TP_033033_B3", "LC08_L1TP_033033_B4", "LC08_L1TP_033033_B5"], (3, 2, 1)),
        (["LT05_L1TP_033033_B1", "LT05_L1TP_033033_B2", "LT05_L1TP_033033_B3", "LT05_L1TP_033033_B4"], (3, 2, 1)),
        (["Landsat 8 Band 1", "Landsat 8 Band 2", "Landsat 8 Band 3", "Landsat 8 Band 4"], (4, 3, 2)),
        (["Landsat 5 Band 4", "Landsat 5 Band 3", "Landsat 5 Band 2", "Landsat 5 Band 1"], (2, 3, 4)),
        (["sur_refl_b01", "sur_refl_b02", "sur_refl_b03", "sur_refl_b04", "sur_refl_b05"], (1, 4, 3)),
        (["azul", "verde", "vermelho"], (3, 2, 1)),
        # Nothing that tells.
        (["Band 1", "Band 2", "Band 3", "Band 4"], (1, 2, 3)),
        (["Band_1", "Band_2", "Band_3", "Band_4", "Band_5", "Band_6", "Band_7"], (1, 2, 3)),
        (["B1", "B2", "B3", "B4"], (1, 2, 3)),
        (["dem", "slope", "aspect"], (1, 2, 3)),
        (["NIR", "Red", "Green"], (1, 2, 3)),
        (["B11", "B8", "B4"], (1, 2, 3)),
        ([None, None, None, None], (1, 2, 3)),
    ],
)  # fmt: skip
def test_names_tell_the_colours(
    names: list[str | None], expected: tuple[int, ...], tmp_path: Path
) -> None:
    source = stack(tmp_path, names)
    assert source.bands == expected
    says_nothing = names[0] in (None, "Band 1", "Band_1", "B1", "dem", "NIR", "B11")
    told = "bands-first" if expected == (1, 2, 3) and says_nothing else "bands-by-name"
    assert decision(source) == told


def test_names_win_over_the_interpretation_that_programs_write_by_default(tmp_path: Path) -> None:
    source = stack(tmp_path, ["Blue", "Green", "Red"], colours=(R, G, B), dtype="uint8")
    assert source.bands == (3, 2, 1)


@pytest.mark.parametrize(
    ("colours", "expected"),
    [((B, G, R, A), (3, 2, 1)), ((R, G, B, U), (1, 2, 3)), ((NIR, R, G, B), (2, 3, 4)), ((A, R, G, B), (2, 3, 4)),
     ((GREY, A), (1,))],
)  # fmt: skip
def test_the_interpretation_tells_without_names_and_is_no_decision(
    colours: tuple[ColorInterp, ...], expected: tuple[int, ...], tmp_path: Path
) -> None:
    source = stack(tmp_path, [None] * len(colours), colours=colours, dtype="uint8")
    assert source.bands == expected
    assert decision(source) is None


def test_an_alpha_band_is_no_colour_of_a_stack_that_says_nothing(tmp_path: Path) -> None:
    source = stack(tmp_path, [None] * 4, colours=(A, U, U, U), dtype="uint8")
    assert source.bands == (2, 3, 4)


@pytest.mark.parametrize(
    ("tags", "unit"),
    [
        ([450.0, 550.0, 665.0, 840.0], "Nanometers"),
        ([0.45, 0.55, 0.665, 0.84], "Micrometers"),
        ([0.45, 0.55, 0.665, 0.84], ""),
        ([450.0, 550.0, 665.0, 840.0], ""),
    ],
)
def test_wavelengths_tell(tags: list[float], unit: str, tmp_path: Path) -> None:
    band_tags = [{"wavelength": str(tag), "wavelength_units": unit} for tag in tags]
    source = stack(tmp_path, [None] * 4, band_tags=band_tags)
    assert source.bands == (3, 2, 1)
    assert decision(source) == "bands-by-wavelength"


def test_of_many_wavelengths_the_nearest_are_taken(tmp_path: Path) -> None:
    lengths = np.arange(400, 1000, 12)
    source = stack(
        tmp_path, [None] * len(lengths), band_tags=[{"wavelength": str(n)} for n in lengths]
    )
    assert np.abs(lengths[np.array(source.bands) - 1] - (660, 560, 480)).max() <= 6


def envi(folder: Path, extra: str) -> Source:
    path = write_plain(folder / "e.img", np.ones((5, 64, 64), np.uint16), driver="ENVI")
    header = path.with_suffix(".hdr")
    header.write_text(header.read_text() + extra)
    return describe_source(str(path))


def test_default_bands_and_wavelengths_of_envi_headers(tmp_path: Path) -> None:
    lengths = "wavelength units = Nanometers\nwavelength = {450, 550, 665, 840, 1600}\n"
    assert envi(tmp_path, lengths).bands == (3, 2, 1)
    told = envi(tmp_path, lengths + "default bands = {4, 2, 1}\n")
    assert told.bands == (4, 2, 1)
    assert decision(told) == "bands-by-header"
    assert envi(tmp_path, "default bands = {9, 2, 1}\n").bands == (1, 2, 3)


def test_common_names_of_stac_in_the_metadata(tmp_path: Path) -> None:
    names = ["nir", "red", "green", "blue"]
    each = [{"eo:common_name": name} for name in names]
    assert stack(tmp_path, [None] * 4, band_tags=each).bands == (2, 3, 4)
    listed = json.dumps([{"name": f"B{i}", "common_name": name} for i, name in enumerate(names)])
    assert stack(tmp_path, [None] * 4, tags={"eo:bands": listed}).bands == (2, 3, 4)
    waves = json.dumps([{"center_wavelength": wave} for wave in (0.84, 0.66, 0.56, 0.48)])
    assert stack(tmp_path, [None] * 4, tags={"bands": waves}).bands == (2, 3, 4)
    assert stack(tmp_path, [None] * 4, tags={"bands": "[1"}).bands == (1, 2, 3)


@pytest.mark.parametrize(
    ("file", "count", "expected"),
    [
        ("S2A_MSIL2A_20200831T101559_stack.tif", 12, (4, 3, 2)),
        ("T32TQM_20200831T101559.tif", 10, (3, 2, 1)),
        ("LC08_L2SP_033033_20150926_stack.tif", 7, (4, 3, 2)),
        ("LT05_L2SP_033033_19950926_stack.tif", 6, (3, 2, 1)),
        ("LE07_L2SP_033033_20050926_stack.tif", 6, (3, 2, 1)),
        ("20200831_101559_0f17_3B_AnalyticMS_SR.tif", 4, (3, 2, 1)),
        ("20220831_101559_0f17_3B_AnalyticMS_SR_8b.tif", 8, (6, 4, 2)),
        ("23FEB08155345-M2AS-012345678910_01_P001.TIF", 8, (5, 3, 2)),
        ("m_4709963_se_14_1_20150926.tif", 4, (1, 2, 3)),
        ("S2B_MSIL1C_20200831T101559.tif", 13, (4, 3, 2)),
        ("LC09_L1TP_033033_20220926_stack.tif", 11, (4, 3, 2)),
        ("PSScene_psorthotile_analytic_BGRN.tif", 4, (3, 2, 1)),
        ("orthophoto.tif", 4, (1, 2, 3)),
        ("orthophoto.tif", 12, (1, 2, 3)),
    ],
)
def test_stacks_of_known_products(
    file: str, count: int, expected: tuple[int, ...], tmp_path: Path
) -> None:
    source = stack(tmp_path, [None] * count, file=file)
    assert source.bands == expected
    assert decision(source) == ("bands-first" if file.startswith("ortho") else "bands-by-product")


def test_landsat_5_is_told_by_its_name(tmp_path: Path) -> None:
    names: list[str | None] = [f"B{band}" for band in range(1, 8)]
    assert stack(tmp_path, names, file="LT05_L1TP_033033.tif").bands == (3, 2, 1)
    assert stack(tmp_path, names, file="LC08_L1TP_033033.tif").bands == (4, 3, 2)


def test_the_users_choice_wins_and_every_decision_has_a_text(tmp_path: Path) -> None:
    stack(tmp_path, ["Blue", "Green", "Red", "NIR"])
    told = describe_source(str(tmp_path / "stack.tif"), SourceOptions(bands=(4, 3, 2)))
    assert told.bands == (4, 3, 2)
    assert decision(told) == "bands-from-option"
    for said in told.decisions:
        assert set(said.values) == set(DECISIONS[said.code])
        assert TEXTS[said.code].format(**said.values)


@pytest.mark.skipif(not CASES.is_dir(), reason="../shared/cases is absent")
def test_the_shared_case() -> None:
    source = describe_source(str(CASES / "blue-green-red-nir.tif"))
    assert source.bands == (3, 2, 1)
    assert source.decisions[0].values == {"bands": [3, 2, 1], "names": ["Red", "Green", "Blue"]}
