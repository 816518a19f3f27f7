"""Which share of a tile must a thing fill to be found?

Crops around objects (VHR-10, wind turbines) are pasted into tiles of land or water where nothing is, at several sizes, and
asked for in words among other such tiles.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from engine.model.checkpoint import ScrlModel
from engine.training.datasets import MORE, CaptionedImage, load_captions, read_images, select
from engine.training.phrases import SCENE_WORDS, plural

from .tables import Table
from .tile_vectors import embedded

SHARES = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1.0)
SOURCES = ("vhrchip", "turbine")
# Where nothing stands; ships lie on water.
LAND, WATER = ("farmland", "meadow", "bareland", "desert"), ("beach", "river", "pond")
ON_WATER = frozenset({"ship", "port"})
EMPTY_TILES, THINGS, EXPRESSIONS, BEST = 400, 20, 4, 10


@dataclass(frozen=True)
class SmallThingsResult:
    """How often things of each size are found.

    Attributes:
        found: By kind, percent for each of :data:`SHARES`: the tile is among the ten best of 401.
    """

    found: dict[str, list[float]]

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""
        rows = [
            (kind, *(f"{value:.0f}" for value in values))
            for kind, values in sorted(self.found.items())
        ]
        means = np.mean(list(self.found.values()), axis=0)
        rows.append(("mean", *(f"{value:.0f}" for value in means)))
        return (
            Table(
                "Small things",
                ("side of the thing, share of the tile's", *(f"{s:.0%}" for s in SHARES)),
                tuple(rows),
                (
                    f"Percent of pasted things whose tile is among the {BEST} best of {EMPTY_TILES} tiles with nothing and "
                    f"itself, asked for in {EXPRESSIONS} typed commands; validation images.",
                ),
            ),
        )


def measure_small_things(model: ScrlModel, data: Path) -> SmallThingsResult:
    """Measure it.

    Args:
        model: One that takes typed questions.
        data: Holds ``rsicd/`` and ``more/``.

    Raises:
        DataMissing: A part of the data is not there.
        ModelCannotRead: The model only listens.
    """
    things = [
        image
        for image in select(load_captions(data, MORE), "val")
        if image.source in SOURCES and image.kind is not None
    ]
    rsicd = load_captions(data, "rsicd")
    grounds = [*select(rsicd, "val"), *select(rsicd, "test_standard")]
    empty = {
        name: _read(model, data, [image for image in grounds if image.kind in kinds][:EMPTY_TILES])
        for name, kinds in (("land", LAND), ("water", WATER))
    }
    vectors = {name: embedded(model, tiles) for name, tiles in empty.items()}
    found: dict[str, list[float]] = {}
    for kind in sorted({str(image.kind) for image in things}):
        crops = _read(model, data, [image for image in things if image.kind == kind][:THINGS])
        if len(crops) < 5:
            continue
        ground = "water" if kind in ON_WATER else "land"
        words = SCENE_WORDS[kind][:EXPRESSIONS]
        asked = np.stack([model.encode_text(f"find all the {plural(word)}") for word in words])
        others = asked @ vectors[ground].T
        # The similarity that puts a tile among the best.
        least = np.sort(others, axis=1)[:, -BEST]
        rng = np.random.default_rng(zlib.crc32(kind.encode()))
        found[kind] = []
        for share in SHARES:
            tiles = [
                _paste(crop, empty[ground][rng.integers(len(empty[ground]))], share, rng)
                for crop in crops
            ]
            similar = asked @ embedded(model, tiles).T
            found[kind].append(100 * float((similar >= least[:, None]).mean()))
    return SmallThingsResult(found)


def _paste(
    crop: np.ndarray, ground: np.ndarray, share: float, rng: np.random.Generator
) -> np.ndarray:
    """Return ``ground``, uint8 [side, side, 3], with the crop somewhere in it, its edges blended."""
    side = ground.shape[0]
    size = max(2, round(share * side))
    small = shrunk(crop, size)
    edge = np.minimum(np.arange(size), np.arange(size)[::-1]) + 1
    soft = np.clip(np.minimum.outer(edge, edge) / max(1, size / 10), 0, 1)[..., None]
    top, left = rng.integers(0, side - size + 1, 2)
    out = ground.astype(np.float32)
    place = out[top : top + size, left : left + size]
    out[top : top + size, left : left + size] = soft * small + (1 - soft) * place
    return np.clip(out, 0, 255).astype(np.uint8)


def shrunk(picture: np.ndarray, side: int) -> np.ndarray:
    """Return a picture, uint8 [h, w, 3], at another size, float32 [side, side, 3]."""
    return functional.interpolate(
        torch.from_numpy(picture).permute(2, 0, 1)[None].float(),
        size=(side, side), mode="bilinear", antialias=True,
    )[0].permute(1, 2, 0).numpy()  # fmt: skip


def _read(model: ScrlModel, data: Path, images: Sequence[CaptionedImage]) -> np.ndarray:
    return np.stack([pixels for _, pixels in read_images(data, images, model.tile_pixels)])
