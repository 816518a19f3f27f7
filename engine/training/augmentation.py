"""What happens to a clip between a mouth and the model: rooms, microphones, noise, codecs.

Numpy on float32 [n] at 16 kHz. Speed and pitch vary already where the speech is synthesised.
"""

from __future__ import annotations

import io

import numpy as np
import soundfile
from scipy.signal import butter, fftconvolve, sosfilt

SAMPLE_RATE = 16_000


def augment(samples: np.ndarray, rng: np.random.Generator, strength: float = 1.0) -> np.ndarray:
    """Return a recording as another room, microphone, noise and codec would have made it.

    Args:
        samples: Clean speech, float32 [n].
        rng: Decides everything.
        strength: Scales how likely each change is; 0 changes only margins and gain.

    Returns:
        float32 [m], peak at most 1.
    """
    samples = add_margins(samples, rng)
    if rng.random() < 0.35 * strength:
        samples = reverberate(samples, float(rng.uniform(0.1, 0.7)), rng)
    if rng.random() < 0.3 * strength:
        samples = colour(samples, rng)
    if rng.random() < 0.6 * strength:
        samples = add_noise(samples, float(rng.uniform(3, 30)), rng)
    if rng.random() < 0.15 * strength:
        samples = telephone_band(samples)
    if rng.random() < 0.1 * strength:
        samples = np.clip(samples * float(rng.uniform(2, 6)), -0.7, 0.7)
    if rng.random() < 0.15 * strength:
        samples = through_codec(samples, rng)
    peak = float(np.abs(samples).max(initial=1e-6))
    return (samples / peak * rng.uniform(0.05, 0.95)).astype(np.float32)


def add_margins(samples: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Cut the silence off both ends, then put up to 0.4 s of it back."""
    said = spoken_part(samples)
    samples = said if said.size else samples
    before, after = (rng.uniform(0.02, 0.4, 2) * SAMPLE_RATE).astype(int)
    return np.pad(samples, (before, after))


def spoken_part(samples: np.ndarray) -> np.ndarray:
    """Cut the silence off both ends of float or int16 [n]; of silence nothing is left."""
    loudness = np.abs(samples.astype(np.float32))
    loud = np.flatnonzero(loudness > 0.02 * loudness.max(initial=1e-6))
    return samples[loud[0] : loud[-1] + 1] if loud.size else samples[:0]


def reverberate(samples: np.ndarray, seconds: float, rng: np.random.Generator) -> np.ndarray:
    """Put speech into a room whose echo falls by 60 dB in ``seconds`` (decaying noise)."""
    n = int(seconds * SAMPLE_RATE)
    response = rng.standard_normal(n) * 10 ** (-3 * np.arange(n) / n)
    response *= rng.uniform(0.05, 0.4) / np.sqrt((response**2).sum() + 1e-9) * 1.5
    response[0] = 1.0
    return fftconvolve(samples, response)[: len(samples) + n // 2].astype(np.float32)


def colour(samples: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Change the frequency response as a cheap microphone does."""
    low, high = rng.uniform(20, 250), rng.uniform(3500, 7800)
    sos = butter(1, [low, high], "bandpass", fs=SAMPLE_RATE, output="sos")
    return np.asarray(sosfilt(sos, samples), dtype=np.float32)


def telephone_band(samples: np.ndarray) -> np.ndarray:
    """Keep 300 to 3400 Hz."""
    sos = butter(4, [300, 3400], "bandpass", fs=SAMPLE_RATE, output="sos")
    return np.asarray(sosfilt(sos, samples), dtype=np.float32)


def add_noise(samples: np.ndarray, snr_db: float, rng: np.random.Generator) -> np.ndarray:
    """Add noise whose spectrum falls as 1/f**a, a between 0 (white) and 2 (brown).

    The signal-to-noise ratio is of the mean powers over the whole recording.
    """
    n = len(samples)
    spectrum = np.fft.rfft(rng.standard_normal(n))
    frequency = np.maximum(np.fft.rfftfreq(n, 1 / SAMPLE_RATE), 30.0)
    noise = np.fft.irfft(spectrum * frequency ** (-rng.uniform(0, 2) / 2), n)
    power = float((samples**2).mean()) / (10 ** (snr_db / 10)) / (float((noise**2).mean()) + 1e-12)
    return (samples + noise * np.sqrt(power)).astype(np.float32)


def through_codec(samples: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Encode and decode with a lossy codec, or to 8 bit mu-law."""
    peak = float(np.abs(samples).max(initial=1e-6))
    scaled = samples / peak * 0.9
    if rng.random() < 0.4:
        mu = 255.0
        compressed = np.sign(scaled) * np.log1p(mu * np.abs(scaled)) / np.log1p(mu)
        steps = np.round(compressed * 127) / 127
        return (np.sign(steps) * np.expm1(np.abs(steps) * np.log1p(mu)) / mu).astype(np.float32)
    kind = ("OGG", "OPUS") if rng.random() < 0.5 else ("MP3", "MPEG_LAYER_III")
    buffer = io.BytesIO()
    soundfile.write(
        buffer, scaled, SAMPLE_RATE, format=kind[0], subtype=kind[1],
        compression_level=float(rng.uniform(0.6, 0.99)),
    )  # fmt: skip
    buffer.seek(0)
    decoded, _ = soundfile.read(buffer, dtype="float32")
    return np.asarray(decoded, dtype=np.float32)
