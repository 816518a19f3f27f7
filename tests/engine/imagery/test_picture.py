"""Pictures as questions: any layout, any depth, any shape; and files that are none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from PIL import Image
from rasterio.enums import ColorInterp

from engine.errors import NotAnImage
from engine.imagery.picture import read_picture

PIXELS = 32
RED, GREEN = (200, 40, 40), (40, 200, 40)


def blocks(width: int = 64, height: int = 64) -> np.ndarray:
    """Return an image [height, width, 3], its left half red, its right half green."""
    image = np.empty((height, width, 3), dtype=np.uint8)
    image[:, : width // 2], image[:, width // 2 :] = RED, GREEN
    return image


def write_tiff(path: Path, bands: np.ndarray, **profile: object) -> Path:
    count, height, width = bands.shape
    colours = profile.pop("colorinterp", None)
    with rasterio.open(
        path, "w", driver="GTiff", width=width, height=height, count=count, dtype=bands.dtype, **profile
    ) as raster:  # fmt: skip
        raster.write(bands)
        if colours is not None:
            raster.colorinterp = colours
    return path


def assert_halves(image: np.ndarray, tolerance: float = 4) -> None:
    assert image.shape == (PIXELS, PIXELS, 3)
    assert image.dtype == np.uint8
    # The edge between them is soft.
    assert np.abs(image[:, : PIXELS // 2 - 3].astype(float) - RED).max() <= tolerance
    assert np.abs(image[:, PIXELS // 2 + 3 :].astype(float) - GREEN).max() <= tolerance


@pytest.mark.parametrize("ending", ["png", "jpg", "tif", "bmp", "webp"])
@pytest.mark.parametrize("size", [(64, 64), (20, 20), (700, 700)], ids=str)
def test_pictures_of_every_kind(tmp_path, ending, size):
    path = tmp_path / f"chip.{ending}"
    Image.fromarray(blocks(*size)).save(path, quality=95)
    assert_halves(read_picture(str(path), PIXELS), 40 if ending in ("jpg", "webp") else 4)


@pytest.mark.parametrize(("width", "height"), [(160, 64), (64, 160), (65, 64), (4000, 50)], ids=str)
def test_of_a_picture_that_is_not_square_the_middle_counts(tmp_path, width, height):
    image = np.zeros((height, width, 3), dtype=np.uint8)
    side = min(width, height)
    top, left = (height - side) // 2, (width - side) // 2
    image[top : top + side, left : left + side] = blocks(side, side)
    path = tmp_path / "wide.png"
    Image.fromarray(image).save(path)
    assert_halves(_inner(read_picture(str(path), PIXELS)), 12)


def _inner(image: np.ndarray) -> np.ndarray:
    """Return the image with its outermost pixels, into which what was cut off may shine, repaired."""
    inner = image.copy()
    inner[0], inner[-1] = inner[1], inner[-2]
    inner[:, 0], inner[:, -1] = inner[:, 1], inner[:, -2]
    return inner


def test_sixteen_bits_are_stretched_as_rasters_are(tmp_path):
    deep = blocks().transpose(2, 0, 1).astype(np.uint16) * 20 + 300
    image = read_picture(str(write_tiff(tmp_path / "deep.tif", deep)), PIXELS)
    assert image.min() < 5
    assert image.max() > 250
    assert image[5, 5, 0] > image[5, 5, 1]
    assert image[5, -5, 1] > image[5, -5, 0]


def test_a_grey_picture_is_grey(tmp_path):
    path = tmp_path / "grey.png"
    Image.fromarray(blocks()[..., 0]).save(path)
    image = read_picture(str(path), PIXELS)
    assert (image[..., 0] == image[..., 1]).all()
    assert abs(int(image[5, 5, 2]) - RED[0]) <= 4


def test_a_palette_is_looked_up(tmp_path):
    path = tmp_path / "palette.png"
    Image.fromarray(blocks()).convert("P", palette=Image.Palette.ADAPTIVE).save(path)
    assert_halves(read_picture(str(path), PIXELS))


def test_bands_are_told_by_their_meaning(tmp_path):
    red, green, blue = blocks().transpose(2, 0, 1)
    meanings = (ColorInterp.blue, ColorInterp.green, ColorInterp.red, ColorInterp.undefined)
    path = write_tiff(
        tmp_path / "bgrn.tif", np.stack([blue, green, red, red]), colorinterp=meanings
    )
    assert_halves(read_picture(str(path), PIXELS))


@pytest.mark.parametrize("georeferenced", [False, True])
def test_what_is_transparent_has_the_colour_of_the_rest(tmp_path, georeferenced):
    image = np.dstack([blocks(), np.full((64, 64), 255, dtype=np.uint8)])
    image[:, :32, 3] = 0
    image[:, :32, :3] = 0
    if georeferenced:
        place = {"crs": "EPSG:32632", "transform": rasterio.transform.from_origin(5e5, 5e6, 1, 1)}
        meanings = (ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha)
        path = write_tiff(
            tmp_path / "x.tif", image.transpose(2, 0, 1), colorinterp=meanings, **place
        )
    else:
        path = tmp_path / "x.png"
        Image.fromarray(image).save(path)
    found = read_picture(str(path), PIXELS)
    assert np.abs(found.astype(float) - GREEN).max() <= 4


def test_one_pixel_is_a_picture(tmp_path):
    Image.fromarray(np.full((1, 1, 3), 77, dtype=np.uint8)).save(tmp_path / "dot.png")
    assert (read_picture(str(tmp_path / "dot.png"), PIXELS) == 77).all()


def _nothing(path: Path) -> None:
    pass


def _folder(path: Path) -> None:
    path.mkdir()


def _text(path: Path) -> None:
    path.write_text("no picture")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _half(path: Path) -> None:
    write_tiff(path, np.random.default_rng(0).integers(0, 255, (3, 64, 64), dtype=np.uint8))
    path.write_bytes(path.read_bytes()[:3000])


def _transparent(path: Path) -> None:
    Image.fromarray(np.zeros((8, 8, 4), dtype=np.uint8)).save(path)


def _complex(path: Path) -> None:
    write_tiff(path, np.ones((1, 8, 8), dtype=np.complex64))


def _alpha(path: Path) -> None:
    write_tiff(path, np.ones((1, 8, 8), dtype=np.uint8), colorinterp=(ColorInterp.alpha,))


@pytest.mark.parametrize(
    "make", [_nothing, _folder, _text, _empty, _half, _transparent, _complex, _alpha]
)
def test_what_is_no_picture_is_told(tmp_path, make):
    path = tmp_path / "odd.png"
    make(path)
    with pytest.raises(NotAnImage) as caught:
        read_picture(str(path), PIXELS)
    assert caught.value.values["path"] == str(path)
    assert caught.value.values["reason"]
    assert "it " not in caught.value.message.split(":")[0]
