"""Training from pixels and samples themselves, changed anew each time they are drawn: for a graphics card.

Where :mod:`~engine.training.features` keeps what frozen parts compute, here nothing is frozen and nothing kept:
all pictures and all clips lie in the memory of the device as they are.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import soundfile
import torch
from torch import Tensor
from torch.nn import functional

from ..audio.features import HOP_LENGTH, SAMPLE_RATE, log_mel
from ..model.checkpoint import ScrlNetwork
from ..model.image_encoder import ImageEncoder
from ..progress import Progress
from .augmentation import spoken_part
from .clip_assignment import Utterance
from .datasets import CaptionedImage, read_images
from .fitting import Frames
from .precision import autocast
from .synthesis import Clip

# Clips of similar length that go through the speech encoder together.
GROUP = 128
# Seconds: of silence before and after what is said, and the longest that is heard of a clip.
LEAST_MARGIN, MOST_MARGIN, LONGEST = 0.02, 0.4, 9.0
FULL_SCALE = 32767


class ImagePixels:
    """Pictures on a device, each time seen in another way.

    Args:
        images: Which.
        pixels: uint8 [n, 3, side, side], where they are trained on.
    """

    def __init__(self, images: Sequence[CaptionedImage], pixels: Tensor) -> None:
        self.images, self._pixels = images, pixels

    @classmethod
    def read(
        cls,
        data: Path,
        images: Sequence[CaptionedImage],
        side: int,
        device: str,
        progress: Progress,
    ) -> ImagePixels:
        """Read pictures into the memory of ``device``.

        Raises:
            DataMissing: ``images.zip`` of a set is not there.
        """
        pixels = torch.empty(len(images), 3, side, side, dtype=torch.uint8)
        progress.start("Reading images", len(images), "image")
        for position, array in read_images(data, images, side):
            pixels[position] = torch.from_numpy(array).permute(2, 0, 1)
            progress.advance()
            progress.check_cancelled()
        return cls(images, pixels.to(device))

    def batch(self, rows: np.ndarray, views: np.ndarray) -> Tensor:
        """Return pictures ``rows`` as the trunk takes them, float32 [n, 3, side, side]; view 0 is as it is."""
        device = self._pixels.device
        seen = self._pixels[torch.from_numpy(rows).to(device)].float()
        changed = torch.from_numpy(views > 0).to(device)
        if bool((views > 0).any()):
            seen = torch.where(changed[:, None, None, None], look(seen), seen)
        return ImageEncoder.normalise(seen).to(memory_format=torch.channels_last)


def look(pixels: Tensor) -> Tensor:
    """Return aerial pictures as other flights and other sensors would show them, by torch's generator.

    Args:
        pixels: float32 [n, 3, side, side], 0 to 255.

    Returns:
        The same shape: each turned and mirrored, cropped, of another resolution, colour and haze.
    """
    n, side, device = len(pixels), pixels.shape[-1], pixels.device

    def uniform(low: float, high: float, *shape: int) -> Tensor:
        return torch.empty(n, *shape, device=device).uniform_(low, high)

    def some(share: float) -> Tensor:
        return torch.rand(n, device=device) < share

    # Quarters of a turn for most, any angle for the others. What a turned square reaches outside is mirrored.
    angle = uniform(0, 2 * math.pi)
    quarters = some(0.6)
    angle = torch.where(quarters, torch.round(angle / (math.pi / 2)) * (math.pi / 2), angle)
    part = torch.exp(uniform(math.log(0.6), math.log(1.05)))
    part = torch.where(quarters, part, 0.8 * part)
    mirror = torch.where(some(0.5), -1.0, 1.0)
    left, top = ((1 - part).clamp(min=0) * uniform(-1, 1) for _ in range(2))
    cosine, sine = part * torch.cos(angle), part * torch.sin(angle)
    place = torch.stack(
        [torch.stack([cosine * mirror, -sine, left], 1), torch.stack([sine * mirror, cosine, top], 1)],
        dim=1,
    )  # fmt: skip
    grid = functional.affine_grid(place, list(pixels.shape), align_corners=False)
    seen = functional.grid_sample(pixels, grid, padding_mode="reflection", align_corners=False)
    # Coarser, as other sensors are: one size for all that are, so that few shapes occur.
    size = 8 * int(torch.randint(round(0.25 * side / 8), round(0.75 * side / 8) + 1, ()))
    coarse = functional.interpolate(seen, size=(size, size), mode="bilinear", antialias=True)
    coarse = functional.interpolate(coarse, size=(side, side), mode="bilinear")
    seen = torch.where(some(0.25)[:, None, None, None], coarse, seen)
    mean = seen.mean(dim=(1, 2, 3), keepdim=True)
    gain = uniform(0.7, 1.3, 1, 1, 1) * uniform(0.88, 1.12, 3, 1, 1)
    seen = (seen - mean) * gain + mean * uniform(0.75, 1.25, 1, 1, 1)
    grey = torch.where(some(0.12), torch.rand(n, device=device), 0.0)[:, None, None, None]
    seen = seen * (1 - grey) + seen.mean(dim=1, keepdim=True) * grey
    haze = torch.where(some(0.3), uniform(0, 0.3), 0.0)[:, None, None, None]
    return (seen * (1 - haze) + 200 * haze).clamp(0, 255)


class VoiceSamples:
    """Clips on a device, each time heard in another room, by another microphone.

    Args:
        utterances: What is said.
        clips: Who says it.
        samples: int16 [total], all clips one after another, where they are trained on.
        lengths: How many samples each clip has, int [clips].
    """

    def __init__(
        self,
        utterances: Sequence[Utterance],
        clips: Sequence[Clip],
        samples: Tensor,
        lengths: np.ndarray,
    ) -> None:
        number = {utterance.text: i for i, utterance in enumerate(utterances)}
        self._samples, self._lengths = samples, lengths
        self._starts = np.cumsum(lengths) - lengths
        self._rows: list[list[int]] = [[] for _ in utterances]
        for row, clip in enumerate(clips):
            if clip.text in number and lengths[row]:
                self._rows[number[clip.text]].append(row)
        self.usable = np.array([bool(rows) for rows in self._rows])

    @classmethod
    def read(
        cls,
        utterances: Sequence[Utterance],
        clips: Sequence[Clip],
        cache: Path,
        device: str,
        progress: Progress,
    ) -> VoiceSamples:
        """Read those clips that exist into the memory of ``device``."""
        there = [clip for clip in clips if clip.path(cache).is_file()]
        progress.start("Reading speech", len(there), "clip")
        parts = []
        for clip in there:
            samples, _ = soundfile.read(clip.path(cache), dtype="int16")
            parts.append(spoken_part(samples))
            progress.advance()
            progress.check_cancelled()
        lengths = np.array([len(part) for part in parts], dtype=np.int64)
        everything = np.concatenate(parts) if parts else np.zeros(0, np.int16)
        return cls(utterances, there, torch.from_numpy(everything).to(device), lengths)

    def frames(
        self, network: ScrlNetwork, said: np.ndarray, rng: np.random.Generator
    ) -> Iterator[Frames]:
        """Hear one clip of each of the utterances ``said`` int [n], in groups of similar length."""
        chosen = np.array([self._rows[row][rng.integers(len(self._rows[row]))] for row in said])
        order = np.argsort(self._lengths[chosen], kind="stable")
        device = self._samples.device
        for start in range(0, len(order), GROUP):
            rows = order[start : start + GROUP]
            sound, lengths = self._draw(chosen[rows])
            with torch.no_grad():
                mel = log_mel(change(sound, lengths))
            halved = (lengths // HOP_LENGTH + 1) // 2
            with autocast(device):
                with torch.no_grad():
                    stem = network.voice.speech.stem(mel)
                yield Frames(rows, network.voice.upper(stem, halved, 0), halved)

    def _draw(self, clips: np.ndarray) -> tuple[Tensor, Tensor]:
        """Return clips between margins and at another pace, float32 [n, t] and lengths int [n]."""
        device, n = self._samples.device, len(clips)
        pace = torch.empty(n, device=device).uniform_(0.92, 1.08)
        margins = torch.empty(2, n, device=device).uniform_(LEAST_MARGIN, MOST_MARGIN) * SAMPLE_RATE
        length = torch.from_numpy(self._lengths[clips]).to(device)
        lengths = (margins.sum(dim=0) + length / pace).long().clamp(max=int(LONGEST * SAMPLE_RATE))
        # Few lengths, and a frame that Whisper's window can mirror at the end.
        longest = -(-int(lengths.max()) // 4000) * 4000
        at = (torch.arange(longest, device=device)[None, :] - margins[0][:, None]) * pace[:, None]
        left = at.floor()
        inside = (left >= 0) & (left < (length - 1)[:, None])
        first = torch.from_numpy(self._starts[clips]).to(device)[:, None]
        index = torch.where(inside, first + left.long(), 0)
        share = at - left
        sound = self._samples[index] * (1 - share) + self._samples[(index + 1)] * share
        return torch.where(inside, sound / FULL_SCALE, 0.0), lengths


def change(sound: Tensor, lengths: Tensor) -> Tensor:
    """Return recordings as other rooms, microphones, noise and codecs would have made them, by torch's generator.

    What :func:`~engine.training.augmentation.augment` does to one recording, to many at once; of codecs, mu-law alone.

    Args:
        sound: float32 [n, t].
        lengths: How many of the t samples count, int [n].

    Returns:
        float32 [n, t], zero from ``lengths`` on.
    """
    n, t, device = *sound.shape, sound.device

    def uniform(low: float, high: float) -> Tensor:
        return torch.empty(n, 1, device=device).uniform_(low, high)

    def some(share: float) -> Tensor:
        return torch.rand(n, 1, device=device) < share

    frequency = torch.fft.rfftfreq(t, 1 / SAMPLE_RATE, device=device)[None, :]
    spectrum = torch.fft.rfft(sound)
    # A room: noise that falls by 60 dB in up to 0.7 s.
    seconds = torch.arange(t, device=device)[None, :] / SAMPLE_RATE
    echo = torch.randn(n, t, device=device) * 10 ** (-3 * seconds / uniform(0.1, 0.7))
    echo = echo * uniform(0.05, 0.4) * 1.5 / echo.square().sum(dim=1, keepdim=True).sqrt()
    spectrum = torch.where(some(0.35), spectrum * (1 + torch.fft.rfft(echo)), spectrum)
    # A cheap microphone falls off slowly at both ends of its band, a telephone steeply.
    microphone = _band(frequency, uniform(20, 250), uniform(3500, 7800), 1)
    spectrum = torch.where(some(0.3), spectrum * microphone, spectrum)
    noise = torch.fft.rfft(torch.randn(n, t, device=device))
    noise = noise * frequency.clamp(min=30) ** (-uniform(0, 1))
    level = uniform(3, 30)
    power, other = (x.abs().square().sum(dim=1, keepdim=True) for x in (spectrum, noise))
    # The speech fills a part of the recording, the noise all of it.
    louder = (power * t / lengths[:, None] / (other + 1e-9) / 10 ** (level / 10)).sqrt()
    spectrum = torch.where(some(0.6), spectrum + noise * louder, spectrum)
    telephone = _band(frequency, 300.0, 3400.0, 4)
    spectrum = torch.where(some(0.15), spectrum * telephone, spectrum)
    sound = torch.fft.irfft(spectrum, n=t)
    sound = sound / sound.abs().amax(dim=1, keepdim=True).clamp(min=1e-6)
    sound = torch.where(some(0.1), (sound * uniform(2, 6)).clamp(-0.7, 0.7), sound)
    compressed = torch.sign(sound) * torch.log1p(255 * sound.abs()) / math.log(256)
    steps = torch.round(compressed * 127) / 127
    coded = torch.sign(steps) * torch.expm1(steps.abs() * math.log(256)) / 255
    sound = torch.where(some(0.08), coded, sound) * uniform(0.05, 0.95)
    return sound * (torch.arange(t, device=device)[None, :] < lengths[:, None])


def _band(frequency: Tensor, low: Tensor | float, high: Tensor | float, order: int) -> Tensor:
    """Return the gain of a Butterworth band pass at frequencies [1, f], without its phase."""
    below = (1 + (low / frequency.clamp(min=1)) ** (2 * order)) ** -0.5
    return below * (1 + (frequency / high) ** (2 * order)) ** -0.5
