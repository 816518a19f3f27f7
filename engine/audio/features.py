"""Features of sound: the log-mel spectrogram of Whisper, and MFCC for the paper-like encoder."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from torchaudio.transforms import MFCC, MelSpectrogram

SAMPLE_RATE = 16_000
FFT_SIZE = 400
HOP_LENGTH = 160
MEL_BANDS = 80
MFCC_COEFFICIENTS = 40


@lru_cache(maxsize=4)
def _mel_spectrogram(device: torch.device) -> MelSpectrogram:
    """Return torchaudio's mel spectrogram with Whisper's parameters on ``device``."""
    from torchaudio.transforms import MelSpectrogram

    # Kept for later calls, some of which may want gradients, even if this one does not.
    with torch.inference_mode(False):
        return MelSpectrogram(
            SAMPLE_RATE,
            n_fft=FFT_SIZE,
            hop_length=HOP_LENGTH,
            n_mels=MEL_BANDS,
            power=2.0,
            norm="slaney",
            mel_scale="slaney",
        ).to(device)


@lru_cache(maxsize=4)
def _mfcc(device: torch.device) -> MFCC:
    """Return torchaudio's MFCC on the same mel spectrogram parameters on ``device``."""
    from torchaudio.transforms import MFCC

    with torch.inference_mode(False):
        return MFCC(
            SAMPLE_RATE,
            n_mfcc=MFCC_COEFFICIENTS,
            log_mels=True,
            melkwargs={
                "n_fft": FFT_SIZE,
                "hop_length": HOP_LENGTH,
                "n_mels": MEL_BANDS,
                "norm": "slaney",
                "mel_scale": "slaney",
            },
        ).to(device)


def _as_batch(samples: torch.Tensor) -> torch.Tensor:
    """Return ``samples`` as float32 [b, n], at least one frame of samples long.

    Raises:
        ValueError: ``samples`` has neither one nor two dimensions, or holds no sample.
    """
    if samples.ndim not in (1, 2) or samples.numel() == 0:
        raise ValueError(f"samples must be [n] or [b, n] with n > 0, not {tuple(samples.shape)}")
    batch = samples.to(torch.float32).reshape(-1, samples.shape[-1])
    # The transform mirrors half a window at both ends, for which the sound must be longer than it.
    missing = FFT_SIZE - batch.shape[-1]
    return torch.nn.functional.pad(batch, (0, missing)) if missing > 0 else batch


def log_mel(samples: torch.Tensor) -> torch.Tensor:
    """Compute the log-mel spectrogram that Whisper's encoder takes, on the sound's true length.

    80 bands on the Slaney scale, windows of 25 ms every 10 ms, power, the last frame dropped, log10
    limited to 80 dB below the loudest value of each utterance, then shifted and scaled to about
    [-1, 1] (Radford et al. 2022, "Robust Speech Recognition via Large-Scale Weak Supervision",
    ``whisper/audio.py``). Differentiable; runs on the device of ``samples``.

    Args:
        samples: Sound in [-1, 1] at 16 kHz, float32 [n] or [b, n].

    Returns:
        float32 [b, 80, n // 160], b = 1 for a single sound. In a batch of padded sounds the
        padding counts as silence.

    Raises:
        ValueError: Another shape, or no sample.
    """
    batch = _as_batch(samples)
    power = _mel_spectrogram(batch.device)(batch)[..., :-1]
    log = power.clamp(min=1e-10).log10()
    log = torch.maximum(log, log.amax(dim=(-2, -1), keepdim=True) - 8.0)
    return (log + 4.0) / 4.0


def mfcc(samples: torch.Tensor) -> torch.Tensor:
    """Compute mel-frequency cepstral coefficients, the input of the paper-like encoder.

    Args:
        samples: Sound in [-1, 1] at 16 kHz, float32 [n] or [b, n].

    Returns:
        float32 [b, 40, n // 160], the frames of :func:`log_mel`.

    Raises:
        ValueError: Another shape, or no sample.
    """
    batch = _as_batch(samples)
    return _mfcc(batch.device)(batch)[..., :-1]
