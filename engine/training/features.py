"""What the frozen parts of the encoders compute, kept on disk: computed once, read in every epoch.

The store is two files: ``features.bin`` (float16, appended) and ``entries.jsonl`` (a line for each
array, written after its data). A run that was cut off goes on where it stopped; data without a line
are overwritten.
"""

from __future__ import annotations

import copy
import json
import math
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import numpy as np
import soundfile
import torch
from torch.nn import functional

from ..audio.features import log_mel, mfcc
from ..model.image_encoder import ImageEncoder, fold_batch_norm
from ..model.voice_encoder import SpeechEncoder
from ..progress import Progress
from .augmentation import augment
from .config import TrainingConfig
from .datasets import CaptionedImage, read_images
from .precision import autocast
from .synthesis import Clip

# Utterances of similar length that go through an encoder together.
BATCH = 16
# Names how images are changed: features of other changes are not taken for these.
VIEWS = "b"

Item = TypeVar("Item")
Result = TypeVar("Result")


class FeatureStore:
    """Arrays of float16 by name, in one file that is only ever appended to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._data = folder / "features.bin"
        self._lines = folder / "entries.jsonl"
        # Offset in values, and shape.
        self._entries: dict[str, tuple[int, list[int]]] = {}
        if self._lines.is_file():
            for line in self._lines.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                self._entries[row["key"]] = row["offset"], row["shape"]
        ends = (offset + math.prod(shape) for offset, shape in self._entries.values())
        self._end = max(ends, default=0)
        self._map: np.ndarray | None = None

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def append(self, arrays: dict[str, np.ndarray]) -> None:
        """Add arrays, stored as float16."""
        self._data.touch()
        with self._data.open("r+b") as data, self._lines.open("a", encoding="utf-8") as lines:
            data.seek(2 * self._end)
            for key, array in arrays.items():
                data.write(np.ascontiguousarray(array, dtype=np.float16).tobytes())
                self._entries[key] = self._end, list(array.shape)
                self._end += array.size
            data.flush()
            for key in arrays:
                offset, shape = self._entries[key]
                lines.write(json.dumps({"key": key, "offset": offset, "shape": shape}) + "\n")
        self._map = None

    def __getitem__(self, key: str) -> np.ndarray:
        if self._map is None:
            self._map = np.memmap(self._data, np.float16, "r", shape=(self._end,))
        offset, shape = self._entries[key]
        return self._map[offset : offset + math.prod(shape)].reshape(shape)


def voice_key(clip: Clip, variant: int) -> str:
    """Name a clip as augmented the ``variant``-th way; 0 is as synthesised."""
    return f"{clip.key}/{variant}"


def load_clip(clip: Clip, cache: Path, variant: int) -> np.ndarray:
    """Read a clip and augment it; the same variant always gives the same samples."""
    samples, _ = soundfile.read(clip.path(cache), dtype="float32")
    if variant == 0:
        return samples
    rng = np.random.default_rng([int(clip.key[:12], 16), variant])
    return augment(samples, rng)


def pad_batch(arrays: Sequence[np.ndarray]) -> tuple[torch.Tensor, torch.Tensor]:
    """Stack arrays [t_i, ...] of different lengths to [b, t, ...] with zeros; lengths int [b]."""
    lengths = [len(array) for array in arrays]
    shape = (len(arrays), max(lengths), *arrays[0].shape[1:])
    out = np.zeros(shape, dtype=np.float32)
    for row, array in enumerate(arrays):
        out[row, : len(array)] = array
    return torch.from_numpy(out), torch.tensor(lengths)


def compute_voice_features(
    clips: Sequence[Clip],
    variant: int,
    cache: Path,
    stores: Mapping[int, FeatureStore],
    speech: SpeechEncoder | None,
    progress: Progress,
) -> None:
    """Run the frozen blocks of the speech encoder over clips that a store lacks.

    Args:
        clips: Spoken sentences; those whose files exist are used.
        variant: Which augmented version of each.
        cache: Folder of the clips.
        stores: By number of blocks; each receives what comes out of so many, [frames, 384] at 50
            frames a second, under :func:`voice_key`.
        speech: The encoder; None stores MFCC [frames, 40] at 100 frames a second instead, under 0.
        progress: Told of every clip.
    """
    wanted = [
        clip
        for clip in clips
        if any(voice_key(clip, variant) not in store for store in stores.values())
        and clip.path(cache).is_file()
    ]
    progress.start("Computing voice features", len(wanted), "clip")
    device = next(speech.parameters()).device if speech is not None else torch.device("cpu")
    chunk = 16 * BATCH
    groups = [wanted[i : i + chunk] for i in range(0, len(wanted), chunk)]

    def load(group: list[Clip]) -> list[tuple[str, np.ndarray]]:
        loaded = [(voice_key(clip, variant), load_clip(clip, cache, variant)) for clip in group]
        return sorted(loaded, key=lambda item: len(item[1]))

    for loaded in ahead(load, groups):
        for start in range(0, len(loaded), BATCH):
            batch = loaded[start : start + BATCH]
            if speech is None:
                arrays = {key: mfcc(torch.from_numpy(x))[0].T.numpy() for key, x in batch}
                stores[0].append(arrays)
            else:
                mels = [log_mel(torch.from_numpy(x))[0].T.numpy() for _, x in batch]
                padded, lengths = pad_batch(mels)
                frames = ((lengths + 1) // 2).to(device)
                done = 0
                # What is kept has eleven bits; bfloat16 loses little more and, where the processor has it, costs half.
                with torch.inference_mode(), autocast(device):
                    x = speech.stem(padded.transpose(1, 2).to(device))
                    for part in sorted(stores):
                        x = speech.run(x, frames, done, part)
                        done = part
                        out = x.float().cpu().numpy()
                        stores[part].append(
                            {
                                key: out[row, : int(frames[row])]
                                for row, (key, _) in enumerate(batch)
                            }
                        )
            progress.advance(len(batch))
            progress.check_cancelled()


def ahead(load: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """Yield ``load(item)`` of each item, the next one being loaded in a thread meanwhile."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        waiting: Future[Result] | None = None
        for item in items:
            following = pool.submit(load, item)
            if waiting is not None:
                yield waiting.result()
            waiting = following
        if waiting is not None:
            yield waiting.result()


def image_key(image: CaptionedImage, view: int, config: TrainingConfig) -> str:
    """Name an image seen in one way, after the frozen part of the trunk."""
    start = Path(config.start_weights).stem if config.start_weights else "imagenet"
    trunk = f"{config.image_encoder}/{config.image_pixels}/{config.image_part}/{start}"
    return f"{image.dataset}/{image.image}/{VIEWS}{view}/{trunk}"


def augment_view(pixels: np.ndarray, view: int, rng: np.random.Generator) -> np.ndarray:
    """Return an aerial image, uint8 [side, side, 3], as another flight or another sensor would show it.

    Args:
        pixels: uint8 [side, side, 3].
        view: 0: as it is; 1 to 7: turned by quarters and mirrored, and changed as ``rng`` says.
        rng: Decides where it is cropped, by how much else it is turned, how coarse it is, and its colours.
    """
    if view == 0:
        return pixels
    # An image from above has no up.
    turned = np.rot90(pixels, view % 4)
    if view >= 4:
        turned = turned[:, ::-1]
    seen = torch.from_numpy(np.ascontiguousarray(turned)).permute(2, 0, 1)[None].float()
    seen = _cropped(seen, rng)
    if rng.random() < 0.3:
        seen = _coarser(seen, float(rng.uniform(0.3, 0.7)))
    return _recoloured(seen[0].permute(1, 2, 0).numpy(), rng)


def _cropped(seen: torch.Tensor, rng: np.random.Generator) -> torch.Tensor:
    """Return a square that keeps 70 to 100 % of the side of [1, 3, side, side], half the time at any angle.

    What the corners of a turned square reach outside is the mirror image of what is inside.
    """
    part = rng.uniform(0.7, 1.0)
    angle = rng.uniform(-np.pi / 4, np.pi / 4) if rng.random() < 0.5 else 0.0
    left, top = rng.uniform(part - 1, 1 - part, 2)
    cosine, sine = part * np.cos(angle), part * np.sin(angle)
    place = torch.tensor([[[cosine, -sine, left], [sine, cosine, top]]], dtype=torch.float32)
    grid = functional.affine_grid(place, list(seen.shape), align_corners=False)
    return functional.grid_sample(seen, grid, padding_mode="reflection", align_corners=False)


def _coarser(seen: torch.Tensor, share: float) -> torch.Tensor:
    """Return [1, 3, side, side] with the resolution of a coarser sensor: ``share`` of the pixels of a side."""
    side = seen.shape[-1]
    for size in (round(side * share), side):
        seen = functional.interpolate(seen, size=(size, size), mode="bilinear", antialias=True)
    return seen


def _recoloured(pixels: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Vary brightness, contrast, colour balance, saturation and haze of [side, side, 3] as between flights."""
    mean = pixels.mean()
    gain = rng.uniform(0.7, 1.3) * rng.uniform(0.9, 1.1, 3)
    coloured = (pixels - mean) * gain + mean * rng.uniform(0.75, 1.25)
    if rng.random() < 0.15:
        grey = coloured.mean(axis=2, keepdims=True)
        coloured = grey + (coloured - grey) * rng.uniform(0, 0.7)
    haze = rng.uniform(0, 0.3) if rng.random() < 0.3 else 0.0
    return np.clip(coloured * (1 - haze) + 200 * haze, 0, 255).astype(np.uint8)


def compute_image_features(
    data: Path,
    images: Sequence[CaptionedImage],
    views: int,
    config: TrainingConfig,
    encoder: ImageEncoder,
    store: FeatureStore,
    progress: Progress,
) -> None:
    """Run the frozen first parts of the trunk over images that the store lacks.

    Args:
        data: The data folder.
        images: Which images.
        views: How many of the eight orientations of each, from 0.
        config: Says which trunk, how many of its parts are frozen, and the side of the input.
        encoder: Provides the trunk.
        store: Receives what the frozen parts give, [c, h, w], under :func:`image_key`.
        progress: Told of every image.
    """
    wanted = [image for image in images if image_key(image, views - 1, config) not in store]
    progress.start("Computing image features", len(wanted), "image")
    device = next(encoder.parameters()).device
    frozen = copy.deepcopy(encoder.trunk).eval()
    frozen.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    fold_batch_norm(frozen)
    for position, array in read_images(data, wanted, config.image_pixels):
        image = wanted[position]
        seed = zlib.crc32(f"{image.dataset}/{image.image}".encode())
        rngs = [np.random.default_rng([seed, view]) for view in range(views)]
        seen = np.stack([augment_view(array, view, rngs[view]) for view in range(views)])
        batch = torch.from_numpy(seen).to(device).permute(0, 3, 1, 2)
        with torch.inference_mode():
            out = frozen(encoder.normalise(batch), 0, config.image_part).cpu().numpy()
        store.append({image_key(image, view, config): out[view] for view in range(views)})
        progress.advance()
        progress.check_cancelled()
