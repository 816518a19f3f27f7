"""Empty pixels that no file declares: kept out of the stretch and of the tiles; all that shows something stays."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from engine.contract.codec import from_json, to_json
from engine.contract.notices import DECISIONS
from engine.imagery.reader import TileBatch, TileReader, read_tiles
from engine.imagery.source import Source, SourceOptions, describe_source
from engine.imagery.tiling import TileGrid, TileSpec
from tests.support.rasters import write_plain

SIDE = 400
SPEC = TileSpec((40.0,), pixels=32)
LARGEST = {"uint8": 255, "uint16": 10_000, "int16": 10_000, "int32": 100_000, "float32": 1.0}


def ground(dtype: str = "uint8", bands: int = 3, side: int = SIDE, seed: int = 4) -> NDArray[Any]:
    """A picture of hills with noise, of values between a tenth and nine tenths of the largest."""
    rng = np.random.default_rng(seed)
    hills = gaussian_filter(rng.standard_normal((bands, side, side)), (0, 12, 12))
    hills = (hills - hills.min()) / np.ptp(hills)
    noisy = 0.1 + 0.75 * hills + 0.05 * rng.random((bands, side, side))
    return (noisy * LARGEST[dtype]).astype(dtype)


def turned(side: int = SIDE) -> NDArray[np.bool_]:
    """Where a scene that was turned by 20 degrees lies in its frame."""
    row, col = np.mgrid[:side, :side] - side / 2 + 0.5
    angle = np.radians(20)
    x, y = col * np.cos(angle) + row * np.sin(angle), row * np.cos(angle) - col * np.sin(angle)
    return np.asarray((np.abs(x) < 0.37 * side) & (np.abs(y) < 0.37 * side))


def strip(side: int = SIDE) -> NDArray[np.bool_]:
    return np.arange(side)[None, :].repeat(side, 0) >= side // 3


def tiles(source: Source, spec: TileSpec = SPEC, **how: Any) -> dict[int, NDArray[np.uint8]]:
    batches: list[TileBatch] = list(
        read_tiles(source, spec, 0, len(TileGrid(source, spec)), 10_000, **how)
    )
    return {
        int(number): image
        for batch in batches
        for number, image in zip(batch.numbers, batch.images, strict=True)
    }


def filled_part(source: Source, shown: NDArray[np.bool_]) -> NDArray[np.float64]:
    """How much of each planned tile shows something."""
    grid = TileGrid(source, SPEC)
    parts = []
    for left, top, width, height in grid.windows(0, len(grid)):
        rows = slice(max(0, round(top)), round(top + height))
        parts.append(shown[rows, max(0, round(left)) : round(left + width)].mean())
    return np.array(parts)


VOIDS = [
    ("uint8", 0), ("uint8", 255), ("uint8", 128), ("uint16", 0), ("uint16", 65535), ("uint16", 1234),
    ("int16", -9999), ("int16", -32768), ("int16", 0), ("int32", -(2**31)), ("int32", -9999),
    ("float32", -9999.0), ("float32", -3.4028234663852886e38), ("float32", 3.4e38), ("float32", -32767.0),
    ("float32", 0.0), ("float32", 1e20), ("float32", -99999.0), ("float32", 9.969209968386869e36),
    ("float32", float("inf")), ("float32", float("nan")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("dtype", "void", "overviews", "shape"),
    [(*void, (), turned) for void in VOIDS]
    + [(*void, (2, 4), strip) for void in VOIDS[::4]]
    + [("uint8", 0, (2, 4), turned), ("uint8", 0, (), strip), ("float32", -9999.0, (), strip)],
)
def test_void_around_a_scene_is_empty(
    dtype: str, void: float, overviews: tuple[int, ...], shape: Any, tmp_path: Path
) -> None:
    shown, values = shape(), ground(dtype)
    values[:, ~shown] = void
    source = describe_source(str(write_plain(tmp_path / "v.tif", values, overviews=overviews)))
    clean = ground(dtype)[:, shown].astype(float)
    if source.stretch is not None:
        spread = np.ptp(clean, axis=1)
        low, high = np.percentile(clean, [2, 98], axis=1)
        assert np.allclose(source.stretch.low, low, atol=0.04 * spread.max())
        assert np.allclose(source.stretch.high, high, atol=0.04 * spread.max())
    kept, parts = tiles(source), filled_part(source, shown)
    assert set(np.flatnonzero(parts > 0.55)) <= set(kept)
    assert set(kept) <= set(np.flatnonzero(parts > 0.45))
    # Nothing of the void is mixed into what is shown: tiles without any are no other than without void around.
    pure = describe_source(str(write_plain(tmp_path / "p.tif", ground(dtype), overviews=overviews)))
    theirs_all = tiles(dataclasses.replace(pure, stretch=source.stretch))
    for number in np.flatnonzero(parts == 1.0)[:5]:
        mine, theirs = kept[number].astype(float), theirs_all[number].astype(float)
        assert np.corrcoef(mine.ravel(), theirs.ravel())[0, 1] > 0.99


@pytest.mark.parametrize("how", [
    {"compress": "jpeg", "photometric": "ycbcr"}, {"compress": "jpeg", "photometric": "ycbcr", "jpeg_quality": 50},
    {"compress": "webp"}, {"driver": "JP2OpenJPEG", "quality": "15"},
], ids=str)  # fmt: skip
@pytest.mark.parametrize("void", [0, 255])
@pytest.mark.parametrize("overviews", [(), (2, 4)])
def test_lossy_compression_blurs_a_collar_and_does_not_hide_it(
    void: int, overviews: tuple[int, ...], how: dict[str, Any], tmp_path: Path
) -> None:
    shown, values = turned(), ground()
    values[:, ~shown] = void
    layout: dict[str, Any] = {} if "driver" in how else {"tiled": True, "interleave": "pixel"}
    path = write_plain(tmp_path / "v.tif", values, overviews=overviews, **layout, **how)
    source = describe_source(str(path))
    kept, parts = tiles(source), filled_part(source, shown)
    assert set(np.flatnonzero(parts > 0.6)) <= set(kept) <= set(np.flatnonzero(parts > 0.4))
    assert from_json(Source, json.loads(json.dumps(to_json(source)))) == source


@pytest.mark.parametrize(
    "what", ["saturated snow in a corner", "clipped water in a corner", "black roofs"]
)
def test_lossy_compression_makes_no_collars(what: str, tmp_path: Path) -> None:
    layout: dict[str, Any] = {
        "tiled": True,
        "interleave": "pixel",
        "compress": "jpeg",
        "photometric": "ycbcr",
    }
    source = describe_source(str(write_plain(tmp_path / "s.tif", STAYS[what](), **layout)))
    assert not source.empty
    assert len(tiles(source)) == len(TileGrid(source, SPEC))


@pytest.mark.parametrize(("dtype", "void"), [("uint8", 0), ("uint16", 65535), ("float32", -9999.0)])
def test_what_is_beside_the_void_is_not_mixed_with_it(
    dtype: str, void: float, tmp_path: Path
) -> None:
    shown, values = strip(), ground(dtype)
    values[:, ~shown] = void
    source = describe_source(str(write_plain(tmp_path / "v.tif", values, overviews=(2, 4))))
    spec = TileSpec((100.0,), pixels=24, min_valid=0.1)
    pure = describe_source(
        str(write_plain(tmp_path / "p.tif", ground(dtype), overviews=(2, 4))),
        SourceOptions(guess_empty=False),
    )
    whole_tiles = tiles(dataclasses.replace(pure, stretch=source.stretch), spec)
    for number, image in tiles(source, spec).items():
        whole = whole_tiles[number].astype(float)
        left, _, width, _ = TileGrid(source, spec).window(number)
        columns = left + (np.arange(24) + 0.5) * width / 24
        beside = columns > SIDE // 3 + 8
        assert np.abs(image[:, beside] - whole[:, beside]).mean() < 12


# --- what must stay --------------------------------------------------------------------------------


def soft(centre: tuple[int, int], radius: float) -> NDArray[np.float64]:
    """A hill of light with soft edges, 0 to 3."""
    row, col = np.mgrid[:SIDE, :SIDE]
    far = np.hypot(row - centre[0], col - centre[1])
    return np.clip(3.0 - 2.5 * far / radius, 0, 3)


def snow(dtype: str, centre: tuple[int, int]) -> NDArray[Any]:
    top = {"uint8": 255, "uint16": 65535}[dtype]
    bright = ground(dtype).astype(float) + top * soft(centre, 180)
    return np.clip(bright, 0, top).astype(dtype)


def water(dtype: str, centre: tuple[int, int]) -> NDArray[Any]:
    dark = ground(dtype).astype(float) * (1 - soft(centre, 180))
    return np.clip(dark, 0, None).astype(dtype)


def roofs(dtype: str, value: float) -> NDArray[Any]:
    values = ground(dtype)
    for row in range(20, SIDE, 80):
        for col in range(0, SIDE, 80):
            values[:, row : row + 25, col : col + 40] = value
    return values


def classes() -> NDArray[Any]:
    smooth = gaussian_filter(np.random.default_rng(5).standard_normal((1, SIDE, SIDE)), (0, 25, 25))
    return (smooth * 60).round().astype(np.int64).clip(0, 9).astype(np.uint8)


def noisy_water() -> NDArray[Any]:
    values = ground("uint8")
    calm = np.random.default_rng(6).integers(2, 5, (3, SIDE, 180), dtype=np.uint8)
    values[:, :, :180] = calm
    return values


def one_band_only() -> NDArray[Any]:
    values = ground("uint8")
    values[0, :, :150] = 0
    return values


STAYS = {
    "saturated snow in a corner": lambda: snow("uint8", (0, 0)),
    "saturated snow on the border": lambda: snow("uint8", (200, 0)),
    "saturated clouds inside": lambda: snow("uint8", (200, 200)),
    "saturated clouds of 16 bit": lambda: snow("uint16", (30, 200)),
    "clipped water in a corner": lambda: water("uint8", (0, SIDE)),
    "clipped water of 16 bit": lambda: water("uint16", (SIDE, 200)),
    "black roofs": lambda: roofs("uint8", 0),
    "white roofs": lambda: roofs("uint8", 255),
    "black roofs of 16 bit": lambda: roofs("uint16", 0),
    "saturated roofs of 16 bit": lambda: roofs("uint16", 65535),
    "classes": classes,
    "calm water": noisy_water,
    "a band of zeros in part": one_band_only,
    "nothing but a colour": lambda: np.full((3, SIDE, SIDE), 17, np.uint8),
    "nothing but a sentinel": lambda: np.full((1, SIDE, SIDE), -9999, np.int16),
    "two colours": lambda: np.where(strip(), 200, 0).astype(np.uint8)[None],
    "terrain below the sea": lambda: (ground("int16").astype(np.int32) * 2 - 12_000).astype(np.int16),
    "ramp": lambda: np.arange(SIDE * SIDE, dtype=np.uint32).reshape(1, SIDE, SIDE).astype(np.float32),
}  # fmt: skip


@pytest.mark.parametrize("what", STAYS)
def test_what_shows_something_stays(what: str, tmp_path: Path) -> None:
    source = describe_source(str(write_plain(tmp_path / "s.tif", STAYS[what]())))
    assert not source.empty
    assert len(tiles(source)) == len(TileGrid(source, SPEC))


@pytest.mark.parametrize("what", ["classes", "black roofs"])
def test_what_shows_something_stays_beside_a_collar(what: str, tmp_path: Path) -> None:
    """Black roofs inside a scene in a black collar are still roofs."""
    values = STAYS[what]() if what != "classes" else roofs("uint8", 0)
    shown = np.zeros((SIDE, SIDE), bool)
    shown[60:-60, 60:-60] = True
    values[:, ~shown] = 0
    source = describe_source(str(write_plain(tmp_path / "s.tif", values)))
    with TileReader(source) as reader:
        image = reader.read((100, 100, 200, 200), 200, 0.0)
    assert image is not None
    assert (np.abs(image.astype(int) - values[:, 100:300, 100:300].transpose(1, 2, 0)) <= 1).all()
    parts = filled_part(source, shown)
    assert set(np.flatnonzero(parts > 0.6)) <= set(tiles(source))


@pytest.mark.parametrize("turned", [False, True])
def test_a_strip_that_is_hundreds_of_times_as_long_as_wide_has_no_collar(
    turned: bool, tmp_path: Path
) -> None:
    values = np.random.default_rng(0).integers(1, 255, (1, 40, 24_000)).astype(np.uint8)
    # It begins in one colour, as a collar would.
    values[..., :2_000] = 0
    shown = np.swapaxes(values, 1, 2) if turned else values
    source = describe_source(str(write_plain(tmp_path / "strip.tif", shown)))
    assert source.empty.collar is None


def test_bands_that_are_not_shown_tell_water_from_a_collar(tmp_path: Path) -> None:
    values = ground("uint8", bands=4)
    values[:3, ~strip()] = 0
    source = describe_source(
        str(write_plain(tmp_path / "s.tif", values, photometric="RGB", alpha="NO"))
    )
    assert not source.empty


# --- what the user says ----------------------------------------------------------------------------


@pytest.mark.parametrize(("dtype", "value"), [("uint8", 128), ("int16", -5), ("float32", 0.25)])
def test_nodata_of_the_users(dtype: str, value: float, tmp_path: Path) -> None:
    # An area inside, which by itself is as good as any other.
    values = ground(dtype)
    values[:, 80:240, 80:240] = value
    shown = np.ones((SIDE, SIDE), bool)
    shown[80:240, 80:240] = False
    path = str(write_plain(tmp_path / "s.tif", values))
    assert len(tiles(describe_source(path))) == len(TileGrid(describe_source(path), SPEC))
    source = describe_source(path, SourceOptions(nodata=value))
    parts, kept = filled_part(source, shown), set(tiles(source))
    assert set(np.flatnonzero(parts > 0.55)) <= kept <= set(np.flatnonzero(parts > 0.45))
    assert any(decision.code == "nodata-from-option" for decision in source.decisions)


def test_a_value_that_the_type_does_not_have_empties_nothing(tmp_path: Path) -> None:
    path = str(write_plain(tmp_path / "s.tif", ground("uint8")))
    for value in (-9999.0, 0.5, 1e9):
        source = describe_source(path, SourceOptions(nodata=value))
        assert len(tiles(source)) == len(TileGrid(source, SPEC))


def test_guessing_can_be_turned_off_and_what_was_guessed_is_said(tmp_path: Path) -> None:
    values = ground("uint8")
    values[:, ~turned()] = 0
    path = str(write_plain(tmp_path / "s.tif", values))
    left = describe_source(path, SourceOptions(guess_empty=False))
    assert not left.empty
    assert len(tiles(left)) == len(TileGrid(left, SPEC))
    guessed = describe_source(path)
    (said,) = [decision for decision in guessed.decisions if decision.code in DECISIONS]
    assert said.code == "collar-left-out"
    assert said.values["colours"] == ["0 0 0"]
    assert said.values["percent"] == pytest.approx(100 * (1 - turned().mean()), abs=3)
    assert from_json(Source, json.loads(json.dumps(to_json(guessed)))) == guessed


# --- flat tiles ------------------------------------------------------------------------------------


@pytest.mark.parametrize("overviews", [(), (2, 4)])
def test_flat_tiles_are_left_out_when_asked(overviews: tuple[int, ...], tmp_path: Path) -> None:
    values = ground("uint8")
    values[:, 100:300, 100:300] = 90
    path = str(write_plain(tmp_path / "f.tif", values, overviews=overviews))
    source = describe_source(path)
    every, kept = set(tiles(source)), set(tiles(source, keep_flat=False))
    grid = TileGrid(source, SPEC)
    windows = grid.windows(0, len(grid))
    right, bottom = windows[:, 0] + windows[:, 2], windows[:, 1] + windows[:, 3]
    inside = (windows[:, 0] >= 100) & (right <= 300) & (windows[:, 1] >= 100) & (bottom <= 300)
    assert every - kept == set(np.flatnonzero(inside))
    assert len(every - kept) >= 9


def test_what_looks_flat_only_after_the_stretch_stays(tmp_path: Path) -> None:
    values = ground("uint16")
    values[:, :200] = np.random.default_rng(1).integers(0, 60, (3, 200, SIDE))
    values[:, 200:] += 20_000
    source = describe_source(str(write_plain(tmp_path / "w.tif", values)), SourceOptions())
    assert len(tiles(source, keep_flat=False)) == len(TileGrid(source, SPEC))


def test_what_looks_flat_only_in_an_overview_stays(tmp_path: Path) -> None:
    board = (np.indices((1024, 1024)).sum(axis=0) % 2 * 200).astype(np.uint8)
    path = write_plain(tmp_path / "b.tif", board[None], overviews=(2, 4, 8))
    source = describe_source(str(path), SourceOptions(guess_empty=False))
    spec = TileSpec((500.0,), pixels=32)
    assert len(tiles(source, spec, keep_flat=False)) == len(TileGrid(source, spec))


def test_a_flat_rest_of_a_tile_is_flat(tmp_path: Path) -> None:
    values = np.full((1, 100, 100), 70, np.uint8)
    values[0, :, 60:] = 0
    source = describe_source(str(write_plain(tmp_path / "r.tif", values, nodata=0)))
    spec = TileSpec((100.0,), pixels=32)
    assert tiles(source, spec)
    assert not tiles(source, spec, keep_flat=False)
