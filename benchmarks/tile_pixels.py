"""How many pixels of a tile it takes to show what is asked for: images made as coarse as a coarse raster is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.model.checkpoint import ScrlModel
from engine.training.datasets import (
    DATASETS,
    load_captions,
    read_images,
    select,
    shows,
    unique_sentences,
)
from engine.training.evaluation import embed_texts
from engine.training.phrases import known_words, spoken_commands

from .tables import Table, number

SIDES = (8, 16, 24, 32, 48, 64, 96, 128)
IMAGES = 600
#: Hits that are counted.
BEST = 10


@dataclass(frozen=True)
class TilePixelsResult:
    """Precision of the ten best hits (%) by the side of the image in pixels, and how many questions and images."""

    precision: dict[int, float]
    questions: int
    images: int

    def tables(self) -> tuple[Table, ...]:
        """Return the result as a table."""
        return (
            Table(
                "Pixels of a tile",
                ("side in pixels", "P@10 %"),
                tuple((str(side), number(share, 1)) for side, share in self.precision.items()),
                (
                    f"{self.questions} typed commands for kinds that ten or more of {self.images} validation "
                    "images of RSICD show; the images are averaged to that side and enlarged again.",
                ),
            ),
        )


def measure_tile_pixels(model: ScrlModel, data: Path, images: int = IMAGES) -> TilePixelsResult:
    """Ask typed questions for kinds of places of images with fewer and fewer pixels.

    Args:
        model: What to measure.
        data: Holds ``rsicd/`` and ``ucm/``.
        images: How many validation images, at most.

    Raises:
        DataMissing: A part of the data is not there.
    """
    everything = [image for name in DATASETS for image in load_captions(data, name)]
    known = known_words(unique_sentences(select(everything, "train")))
    commands = spoken_commands(known, 1, 11)
    pictured = [
        image
        for image in select(everything, "val")
        if image.dataset == "rsicd" and image.kind is not None
    ]
    rng = np.random.default_rng(0)
    chosen = [pictured[i] for i in rng.permutation(len(pictured))[:images]]
    right = shows(chosen, [command.kinds for command in commands])
    asked = np.flatnonzero(right.sum(axis=1) >= BEST)
    questions = embed_texts(model, [commands[row].text for row in asked])
    whole = np.stack([pixels for _, pixels in read_images(data, chosen, model.tile_pixels)])
    precision = {
        side: _precision(questions, model.encode_images(coarse(whole, side)), right[asked])
        for side in (*SIDES, model.tile_pixels)
    }
    return TilePixelsResult(precision, len(asked), len(chosen))


def coarse(images: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """Return images (uint8 [n, p, p, 3]) as a raster shows them that has ``side`` pixels in their place."""
    full = images.shape[1]
    if side >= full:
        return images
    return np.stack(
        [
            np.asarray(
                Image.fromarray(image)
                .resize((side, side), Image.Resampling.BOX)
                .resize((full, full), Image.Resampling.BICUBIC)
            )
            for image in images
        ]
    )


def _precision(
    questions: NDArray[np.float32], seen: NDArray[np.float32], right: NDArray[np.bool_]
) -> float:
    best = np.argsort(-(questions @ seen.T), axis=1)[:, :BEST]
    return 100 * float(np.take_along_axis(right, best, axis=1).mean())
