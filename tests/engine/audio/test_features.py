"""The features against computations that share no code with them."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.audio.features import log_mel, mfcc
from tests.support.sounds import RATE, question, silence, tone, white_noise

FFT, HOP, BANDS = 400, 160, 80


def hertz_to_mel(hertz: float) -> float:
    """The scale of Slaney's Auditory Toolbox: linear below 1 kHz, logarithmic above."""
    linear = hertz / (200 / 3)
    return linear if hertz < 1000 else 15 + 27 * np.log(hertz / 1000) / np.log(6.4)


def mel_to_hertz(mel: float) -> float:
    return mel * 200 / 3 if mel < 15 else float(1000 * np.exp((mel - 15) * np.log(6.4) / 27))


def slaney_filters() -> np.ndarray:
    """Triangles of unit area in hertz, [80, 201]."""
    edges = [mel_to_hertz(mel) for mel in np.linspace(0, hertz_to_mel(RATE / 2), BANDS + 2)]
    bins = np.linspace(0, RATE / 2, FFT // 2 + 1)
    filters = np.zeros((BANDS, len(bins)))
    for band in range(BANDS):
        low, centre, high = edges[band : band + 3]
        for column, hertz in enumerate(bins):
            height = min((hertz - low) / (centre - low), (high - hertz) / (high - centre))
            filters[band, column] = max(0.0, height) * 2 / (high - low)
    return filters


def mel_power(samples: np.ndarray) -> np.ndarray:
    """Power in each band, [80, frames], frame by frame with numpy's FFT in float64."""
    mirrored = np.pad(samples.astype(np.float64), FFT // 2, mode="reflect")
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(FFT) / FFT)
    frames = range(0, len(samples) // HOP * HOP, HOP)
    power = [np.abs(np.fft.rfft(mirrored[at : at + FFT] * window)) ** 2 for at in frames]
    return slaney_filters() @ np.array(power).T


def whisper_log_mel(samples: np.ndarray) -> np.ndarray:
    log = np.log10(np.maximum(mel_power(samples), 1e-10))
    return (np.maximum(log, log.max() - 8) + 4) / 4


@pytest.mark.parametrize(
    "samples",
    [question(), tone(440, 1.0), white_noise(1.0, 0.1), question()[:12_345], 1e-3 * question()],
    ids=["speech", "tone", "noise", "odd length", "quiet"],
)
def test_log_mel_equals_an_independent_computation(samples: np.ndarray) -> None:
    samples = samples.astype(np.float32)
    found = log_mel(torch.from_numpy(samples))
    assert found.dtype == torch.float32
    assert found.shape == (1, BANDS, len(samples) // HOP)
    wanted = whisper_log_mel(samples)
    # Where numbers are lost in float32 (80 dB under the maximum) both are at the limit.
    assert np.abs(found[0].numpy() - wanted).max() < 1e-4


def test_mfcc_equals_the_cosine_transform_of_the_log_mel_power() -> None:
    from scipy.fft import dct

    samples = question()
    found = mfcc(torch.from_numpy(samples))
    assert found.shape == (1, 40, len(samples) // HOP)
    wanted = dct(np.log(mel_power(samples) + 1e-6), type=2, norm="ortho", axis=0)[:40]
    assert np.abs(found[0].numpy() - wanted).max() < 1e-3


@pytest.mark.parametrize("features", [log_mel, mfcc])
def test_each_sound_of_a_batch_gets_what_it_gets_alone(features) -> None:
    loud, quiet = torch.from_numpy(question()), torch.from_numpy(0.01 * question())
    together = features(torch.stack([loud, quiet]))
    assert torch.allclose(together[0], features(loud)[0], atol=1e-5)
    assert torch.allclose(together[1], features(quiet)[0], atol=1e-5)


@pytest.mark.parametrize("features", [log_mel, mfcc])
@pytest.mark.parametrize("samples", [silence(1.0), tone(440, 0.01), np.ones(1, dtype=np.float32)])
def test_silence_and_the_shortest_sounds_give_finite_features(features, samples) -> None:
    found = features(torch.from_numpy(samples))
    assert found.shape[-1] >= 1
    assert torch.isfinite(found).all()


@pytest.mark.parametrize("shape", [(0,), (1, 0), (1, 1, 400), ()])
def test_other_shapes_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="samples must be"):
        log_mel(torch.zeros(shape))


def test_gradients_flow_back_to_the_sound() -> None:
    samples = torch.from_numpy(question()).requires_grad_()
    log_mel(samples).sum().backward()
    assert samples.grad is not None
    assert samples.grad.abs().sum() > 0
