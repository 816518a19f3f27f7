"""What augmentation does to sound is what it says."""

from __future__ import annotations

import numpy as np
import pytest

from engine.training.augmentation import (
    SAMPLE_RATE,
    add_margins,
    add_noise,
    augment,
    reverberate,
    telephone_band,
    through_codec,
)


def tone(hertz: float, seconds: float = 1.0) -> np.ndarray:
    t = np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return (0.5 * np.sin(2 * np.pi * hertz * t)).astype(np.float32)


def power(x: np.ndarray) -> float:
    return float((x.astype(np.float64) ** 2).mean())


@pytest.mark.parametrize("snr", [0.0, 10.0, 25.0])
def test_noise_has_the_ratio_asked_for(snr):
    clean = tone(440)
    noisy = add_noise(clean, snr, np.random.default_rng(0))
    assert 10 * np.log10(power(clean) / power(noisy - clean)) == pytest.approx(snr, abs=0.1)


def test_telephone_band_keeps_its_middle_and_drops_the_rest():
    assert power(telephone_band(tone(1000))) == pytest.approx(power(tone(1000)), rel=0.1)
    for hertz in (80, 6000):
        assert power(telephone_band(tone(hertz))) < 0.01 * power(tone(hertz))


def test_a_room_lengthens_and_keeps_the_direct_sound():
    click = np.zeros(1600, dtype=np.float32)
    click[100] = 1.0
    heard = reverberate(click, 0.3, np.random.default_rng(0))
    assert len(heard) > len(click)
    assert int(np.abs(heard).argmax()) == 100
    assert power(heard[200:1600]) > 0


def test_margins_replace_silence():
    padded = np.concatenate([np.zeros(30_000), tone(300), np.zeros(30_000)]).astype(np.float32)
    out = add_margins(padded, np.random.default_rng(0))
    assert SAMPLE_RATE <= len(out) <= SAMPLE_RATE * 1.81


@pytest.mark.parametrize("seed", range(6))
def test_codecs_keep_what_is_said(seed):
    clean = tone(500)
    coded = through_codec(clean, np.random.default_rng(seed))
    spectrum = np.abs(np.fft.rfft(coded[: len(clean)]))
    assert np.fft.rfftfreq(min(len(coded), len(clean)), 1 / SAMPLE_RATE)[
        spectrum.argmax()
    ] == pytest.approx(500, abs=5)
    assert not np.array_equal(coded[: len(clean)], clean)


def test_augmentation_is_seeded_varied_and_within_range():
    clean = tone(440, 2.0)
    versions = [augment(clean, np.random.default_rng(seed)) for seed in range(20)]
    again = [augment(clean, np.random.default_rng(seed)) for seed in range(20)]
    for one, two in zip(versions, again, strict=True):
        np.testing.assert_array_equal(one, two)
        assert one.dtype == np.float32
        assert np.abs(one).max() <= 1
    assert len({len(version) for version in versions}) > 10
