"""Sounds for the tests: one spoken question, and sounds that are none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

RATE = 16_000
DATA = Path(__file__).parents[1] / "data"
QUESTION_FLAC = DATA / "storage_tanks.flac"
QUESTION_OGG = DATA / "storage_tanks_48000.ogg"
QUESTION_MP3 = DATA / "storage_tanks_stereo_44100.mp3"

Samples = NDArray[np.float32]


def question() -> Samples:
    """The spoken question, 2.65 s at 16 kHz, its peak at 0.5."""
    samples, rate = soundfile.read(QUESTION_FLAC, dtype="float32")
    assert rate == RATE
    return (samples * (0.5 / np.abs(samples).max())).astype(np.float32)


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE), dtype=np.float32)


def tone(frequency: float, seconds: float = 3.0, level: float = 0.3, rate: int = RATE) -> Samples:
    time = np.arange(round(seconds * rate)) / rate
    return (level * np.sin(2 * np.pi * frequency * time)).astype(np.float32)


def white_noise(seconds: float, rms: float, seed: int = 0) -> Samples:
    noise = np.random.default_rng(seed).standard_normal(round(seconds * RATE))
    return (rms * noise).astype(np.float32)


def pink_noise(seconds: float, rms: float, seed: int = 0) -> Samples:
    count = round(seconds * RATE)
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(count))
    noise = np.fft.irfft(spectrum / np.sqrt(np.maximum(1, np.arange(len(spectrum)))), count)
    return (rms * noise / noise.std()).astype(np.float32)


def chords(seconds_each: float = 0.5, decay: float = 2.0) -> Samples:
    """Four triads of plucked strings with eight harmonics, as a keyboard plays them."""
    time = np.arange(round(seconds_each * RATE)) / RATE
    triads = [(261.6, 329.6, 392.0), (220.0, 261.6, 329.6), (174.6, 220.0, 261.6), (196, 247, 294)]
    played = [
        sum(
            np.sin(2 * np.pi * pitch * harmonic * time) / harmonic
            for pitch in triad
            for harmonic in range(1, 9)
        )
        * np.exp(-decay * time)
        for triad in triads * 2
    ]
    music = np.concatenate(played)
    return (0.3 * music / np.abs(music).max()).astype(np.float32)


def likeness(found: Samples, wanted: Samples) -> float:
    """The largest normalised cross-correlation of two sounds over all shifts, 0 to 1."""
    from scipy.signal import correlate

    product = correlate(found.astype(np.float64), wanted.astype(np.float64), method="fft")
    return float(np.abs(product).max() / (np.linalg.norm(found) * np.linalg.norm(wanted)))
