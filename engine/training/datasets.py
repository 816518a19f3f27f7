"""The captioned image sets: RSICD and UC Merced, their splits and their sentences.

The layout is that of ``../shared/DATA.md``: a folder per set with ``captions.jsonl`` and
``images.zip``, and ``voices/`` with recorded test questions.

Splits. Image-voice papers use two partitions of RSICD whose test parts overlap each other's training
parts. So that one model can be judged honestly on both, it is trained only on images that *both*
count as training (:func:`select`); the published numbers it stands beside had more data.
"""

from __future__ import annotations

import io
import json
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import rasterio
from rasterio.io import MemoryFile

from ..errors import DataMissing

DATASETS = ("rsicd", "ucm")
Part = Literal["train", "val", "test_standard", "test_80_20"]


# Scenes of UC Merced that RSICD has under another name.
SAME_SCENE = {
    "agricultural": "farmland",
    "baseballdiamond": "baseballfield",
    "harbor": "port",
    "parkinglot": "parking",
}
# Scenes that overlap in meaning: between the two sets, nobody says whether an "airplane" of one is
# unlike an "airport" of the other, so such pairs teach nothing.
RELATED_SCENES = (
    {"airport", "airplane", "runway"},
    {"viaduct", "overpass", "freeway", "intersection", "bridge", "parking", "railwaystation"},
    {
        "buildings", "commercial", "center", "industrial", "denseresidential", "mobilehomepark",
        "square", "school", "church", "resort", "mediumresidential", "sparseresidential",
    },
    {
        "park", "golfcourse", "meadow", "playground", "tenniscourt", "stadium", "chaparral",
        "forest", "bareland", "desert", "mountain", "sparseresidential", "farmland", "school",
    },
    {"pond", "river", "beach", "port", "bridge", "resort", "golfcourse", "park"},
)  # fmt: skip


@dataclass(frozen=True)
class CaptionedImage:
    """One image with its scene and what people wrote about it."""

    dataset: str
    image: str
    scene: str
    sentences: tuple[str, ...]
    split: str
    split_80_20: str

    @property
    def kind(self) -> str:
        """The scene under the name that both sets share."""
        return SAME_SCENE.get(self.scene, self.scene)


@dataclass(frozen=True)
class SpokenSentence:
    """A recording of a sentence: one line of ``voices/manifest.jsonl``."""

    path: Path
    dataset: str
    speaker: str
    sentence: str


def normalise_sentence(caption: str) -> str:
    """Return the words of a caption as one speaks them: lower case, single spaces, no full stop."""
    return " ".join(caption.lower().replace(" .", "").replace(" ,", ",").split()).rstrip(". ")


def load_captions(data: Path, dataset: str) -> list[CaptionedImage]:
    """Read ``captions.jsonl`` of one set.

    Raises:
        DataMissing: The file is not there.
    """
    return [
        CaptionedImage(
            dataset=dataset,
            image=row["image"],
            scene=row["scene"],
            sentences=tuple(normalise_sentence(text) for text in row["captions"]),
            split=row["split"],
            split_80_20=row["split_80_20"],
        )
        for row in _rows(data, f"{dataset}/captions.jsonl")
    ]


def _rows(data: Path, name: str) -> list[dict[str, Any]]:
    with _existing(data, name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _existing(data: Path, name: str) -> Path:
    if not (data / name).is_file():
        raise DataMissing(path=data, missing=name)
    return data / name


def in_part(image: CaptionedImage, part: Part) -> bool:
    """Say whether an image belongs to a part.

    Training takes what no test part holds; validation comes from the same images. UCM is only ever
    tested on its 80/20 split, so its standard test part is free for training.
    """
    if part == "test_standard":
        return image.split == "test"
    if part == "test_80_20":
        return image.split_80_20 == "test"
    if image.split_80_20 == "test" or (image.split == "test" and image.dataset != "ucm"):
        return False
    return (image.split == "val") == (part == "val")


def related(kind: str, other: str) -> bool:
    """Say whether two different kinds of scene overlap in meaning."""
    return kind != other and any(kind in group and other in group for group in RELATED_SCENES)


def select(images: Iterable[CaptionedImage], part: Part) -> list[CaptionedImage]:
    """Return the images of one part, in their order."""
    return [image for image in images if in_part(image, part)]


def unique_sentences(images: Iterable[CaptionedImage]) -> list[str]:
    """Return the different sentences of some images, sorted."""
    return sorted({text for image in images for text in image.sentences})


def rows_by_dataset(images: Sequence[CaptionedImage]) -> list[np.ndarray]:
    """Return the positions, int [n], of the images of each data set in turn."""
    names = np.array([image.dataset for image in images])
    return [np.flatnonzero(names == name) for name in np.unique(names)]


def load_voices(data: Path) -> list[SpokenSentence]:
    """Read ``voices/manifest.jsonl``: the test questions, never to be trained on.

    Raises:
        DataMissing: The manifest is not there.
    """
    return [
        SpokenSentence(
            path=data / "voices" / row["file"],
            dataset=row["dataset"],
            speaker=row["speaker"],
            sentence=normalise_sentence(row["caption"]),
        )
        for row in _rows(data, "voices/manifest.jsonl")
    ]


def read_images(
    data: Path, images: Sequence[CaptionedImage], pixels: int
) -> Iterator[tuple[int, np.ndarray]]:
    """Read the images, resampled to a square.

    Args:
        data: The data folder.
        images: Which ones, of any set.
        pixels: Side in pixels.

    Yields:
        Position in ``images`` and the pixels, uint8 [pixels, pixels, 3].

    Raises:
        DataMissing: ``images.zip`` of a set is not there.
    """
    archives: dict[str, zipfile.ZipFile] = {}
    with ExitStack() as opened:
        for position, image in enumerate(images):
            if image.dataset not in archives:
                path = _existing(data, f"{image.dataset}/images.zip")
                archives[image.dataset] = opened.enter_context(zipfile.ZipFile(path))
            yield position, decode_image(archives[image.dataset].read(image.image), pixels)


def decode_image(content: bytes, pixels: int) -> np.ndarray:
    """Decode an image file held in memory and resample it to a square, uint8 [pixels, pixels, 3].

    Through rasterio, with the same resampling that tiles get, so that training sees what the
    product sees.
    """
    # Photographs of a training set have no position, and rasterio says so of every one.
    warnings.filterwarnings("ignore", category=rasterio.errors.NotGeoreferencedWarning)
    with MemoryFile(io.BytesIO(content)) as memory, memory.open() as raster:
        shrinking = raster.width > pixels
        resampling = (
            rasterio.enums.Resampling.average if shrinking else rasterio.enums.Resampling.cubic
        )
        array = raster.read((1, 2, 3), out_shape=(3, pixels, pixels), resampling=resampling)
    return np.ascontiguousarray(array.transpose(1, 2, 0))
