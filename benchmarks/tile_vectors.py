"""Vectors of real images, and as many more like them as a large index needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.audio.recording import read_recording
from engine.audio.speech import check_speech
from engine.imagery.reader import read_tiles
from engine.imagery.source import describe_source
from engine.imagery.tiling import TileGrid, TileSpec
from engine.training.datasets import DATASETS, load_captions, load_voices, read_images
from tools.demo import DEMO, demo_questions

from .measuring import CACHE

if TYPE_CHECKING:
    from engine.model.checkpoint import ScrlModel

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
MAX_IMAGES = 3000
MAX_VOICES = 200
NEIGHBOURS = 8
NOISE_SHARE = 0.5
_BATCH = 64
_SEED = 7
_DEMO_TILES = TileSpec((100.0, 150.0, 200.0, 300.0), overlap=0.5)


@dataclass(frozen=True)
class RealVectors:
    """What the model makes of real images and real voices.

    Attributes:
        images: M x D float32, unit length.
        voices: Q x D float32, unit length.
        origin: Where they come from, for the report.
    """

    images: NDArray[np.float32]
    voices: NDArray[np.float32]
    origin: str


def real_vectors(
    model: ScrlModel,
    data: Path = DATA,
    max_images: int = MAX_IMAGES,
    max_voices: int = MAX_VOICES,
    cache: Path = CACHE,
    first_voice: int = 0,
) -> RealVectors:
    """Embed images and voices of ``data``, or of the demo where it is absent; kept in ``cache``.

    ``first_voice`` voices are passed over, unless they are those of the demo, which are few.
    """
    where = "shared" if (data / "voices").is_dir() else "demo"
    images = cached(
        cache / f"images-{where}-{max_images}-{model.checksum}.npy",
        lambda: embedded(model, _images(model, data, where, max_images)),
    )
    voices = cached(
        cache / f"voices-{where}-{first_voice}-{max_voices}-{model.checksum}.npy",
        lambda: np.stack(
            [_voice(model, path) for path in _recordings(data, where, first_voice, max_voices)]
        ),
    )
    named = "images of RSICD and UC Merced" if where == "shared" else "tiles of the demo scene"
    spoken = "test speakers" if where == "shared" else "demo questions"
    origin = f"{len(images):,} {named}; {len(voices)} recordings of the {spoken}"
    return RealVectors(images, voices, origin)


def enlarged(
    base: NDArray[np.float32], count: int, chunk: int, seed: int = _SEED
) -> Iterator[NDArray[np.float16]]:
    """Yield ``count`` unit vectors in chunks: the real ones and mixtures of them, in random order.

    A mixture lies at a random place between a real vector and one of its :data:`NEIGHBOURS` nearest
    ones, off the line by noise of :data:`NOISE_SHARE` times the median distance of nearest
    neighbours. That keeps the clusters of real imagery, which uniform vectors would not have.

    Args:
        base: M x D real unit vectors.
        count: Vectors wanted; if less than M, so many of the real ones.
        chunk: Vectors at a time; only the last chunk has fewer.
        seed: Of the random numbers.
    """
    rng = np.random.default_rng(seed)
    real = np.full(count, -1)
    if count < len(base):
        real[:] = rng.permutation(len(base))[:count]
    else:
        real[rng.permutation(count)[: len(base)]] = np.arange(len(base))
    neighbours, distance = _neighbours(base)
    deviation = NOISE_SHARE * distance / np.sqrt(base.shape[1])
    for start in range(0, count, chunk):
        of_chunk = real[start : start + chunk]
        size = len(of_chunk)
        first = rng.integers(len(base), size=size)
        second = neighbours[first, rng.integers(neighbours.shape[1], size=size)]
        share = rng.random((size, 1), dtype=np.float32)
        noise = rng.standard_normal((size, base.shape[1]), dtype=np.float32)
        vectors = share * base[first] + (1 - share) * base[second] + np.float32(deviation) * noise
        known = of_chunk >= 0
        vectors[known] = base[of_chunk[known]]
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        yield vectors.astype(np.float16)


def _neighbours(base: NDArray[np.float32]) -> tuple[NDArray[np.int64], float]:
    """Return the nearest others of each vector, and the median distance to the very nearest."""
    scores = base @ base.T
    np.fill_diagonal(scores, -2.0)
    wanted = min(NEIGHBOURS, len(base) - 1)
    nearest = np.argpartition(-scores, wanted - 1, axis=1)[:, :wanted]
    distance = np.sqrt(np.maximum(0.0, 2.0 - 2.0 * scores.max(axis=1)))
    return nearest, float(np.median(distance))


def cached(path: Path, make: Callable[[], NDArray[np.float32]]) -> NDArray[np.float32]:
    """Return what is kept in a file; make it and keep it if there is none."""
    if path.is_file():
        kept: NDArray[np.float32] = np.load(path, allow_pickle=False)
        return kept
    made = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp.npy")
    np.save(temporary, made, allow_pickle=False)
    temporary.replace(path)
    return made


def embedded(model: ScrlModel, images: Iterable[NDArray[np.uint8]]) -> NDArray[np.float32]:
    """Return the vectors [n, D] of images."""
    vectors: list[NDArray[np.float32]] = []
    batch: list[NDArray[np.uint8]] = []
    for image in images:
        batch.append(image)
        if len(batch) == _BATCH:
            vectors.append(model.encode_images(np.stack(batch)))
            batch = []
    if batch:
        vectors.append(model.encode_images(np.stack(batch)))
    return np.concatenate(vectors)


def _images(model: ScrlModel, data: Path, where: str, most: int) -> Iterator[NDArray[np.uint8]]:
    if where == "demo":
        spec = TileSpec(_DEMO_TILES.ground_sizes_m, _DEMO_TILES.overlap, model.tile_pixels)
        source = describe_source(str(DEMO / "scene.tif"))
        found = 0
        for batch in read_tiles(source, spec, 0, len(TileGrid(source, spec))):
            yield from batch.images[: most - found]
            found += len(batch)
            if found >= most:
                return
        return
    captioned = [image for dataset in DATASETS for image in load_captions(data, dataset)]
    chosen = np.random.default_rng(_SEED).permutation(len(captioned))[:most]
    for _, image in read_images(data, [captioned[i] for i in chosen], model.tile_pixels):
        yield image


def _recordings(data: Path, where: str, first: int, most: int) -> list[Path]:
    if where == "demo":
        return [question.recording for question in demo_questions()][:most]
    voices = load_voices(data)
    chosen = np.random.default_rng(_SEED).permutation(len(voices))[first : first + most]
    return [voices[i].path for i in chosen]


def _voice(model: ScrlModel, path: Path) -> NDArray[np.float32]:
    vector: NDArray[np.float32] = model.encode_voice(check_speech(read_recording(path)).samples)
    return vector
