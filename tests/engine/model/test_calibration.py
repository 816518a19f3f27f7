"""Scores say how likely a tile is right."""

from __future__ import annotations

import numpy as np
import pytest

from engine.model.calibration import Calibration, fit_calibration


def test_it_finds_the_probabilities_that_made_the_data():
    rng = np.random.default_rng(0)
    true = Calibration(14.0, -7.0)
    similarity = rng.uniform(-0.2, 1.0, 40_000)
    right = rng.random(40_000) < [true.score(x) for x in similarity]
    fitted = fit_calibration(similarity, right)
    assert fitted.slope == pytest.approx(true.slope, rel=0.05)
    assert fitted.similarity(0.5) == pytest.approx(0.5, abs=0.01)
    sure = similarity > fitted.similarity(0.8)
    assert right[sure].mean() > 0.8


def test_perfectly_separable_data_has_a_finite_answer():
    fitted = fit_calibration(np.array([0.1, 0.2, 0.8, 0.9]), np.array([False, False, True, True]))
    assert np.isfinite([fitted.slope, fitted.offset]).all()
    assert 0.2 < fitted.similarity(0.5) < 0.8


def test_a_blend_counts_what_is_like_one_of_its_parts():
    calibration = Calibration(10.0, -8.0)
    one, other, third = np.eye(3)
    blend = (one + other) / np.sqrt(2)
    tile = 0.9 * one + np.sqrt(1 - 0.9**2) * third
    scaled = calibration.of_blend(blend, [one, other])
    assert scaled.score(tile @ blend) == pytest.approx(calibration.score(0.9))
    # Not wanted, and not there: as if it had not been said.
    unlike = (one - other) / np.sqrt(2)
    scaled = calibration.of_blend(unlike, [one])
    assert scaled.score(tile @ unlike) == pytest.approx(calibration.score(0.9))
    # Parts that mean the same are one part.
    assert calibration.of_blend(one, [one, one]) == calibration
    # What is left of parts that cancel each other out is not believed.
    assert calibration.of_blend(third, [0.01 * third]).slope == pytest.approx(20.0)


@pytest.mark.parametrize("score", [0.0, 0.1, 0.5, 0.9, 1.0])
def test_score_and_similarity_undo_each_other(score):
    calibration = Calibration(20.0, -11.0)
    assert calibration.score(calibration.similarity(score)) == pytest.approx(score, abs=2e-4)
