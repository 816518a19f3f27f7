"""Labels move a question to what is meant: against an optimiser of SciPy's, and on data that is known."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import minimize

from engine.errors import PartsCancelOut
from engine.model.calibration import Calibration
from engine.model.feedback import (
    CLASSIFIER_FROM,
    OFFSET_PRECISION,
    WEIGHT_PRECISION,
    Learned,
    background_of,
    classify,
    learn,
    shift,
)

SIZE = 24
CALIBRATION = Calibration(10.0, -6.0)


def units(rng: np.random.Generator, count: int, towards: np.ndarray | None = None) -> np.ndarray:
    """Return unit vectors, near a direction or anywhere; the first axes vary more, as in an index."""
    vectors = rng.normal(size=(count, SIZE)) * np.linspace(3, 0.5, SIZE)
    if towards is not None:
        vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True) + 0.8 * towards
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture
def world():
    """Return a background, tiles of which the first hundred are meant, and a question that is wrong."""
    rng = np.random.default_rng(3)
    meant = np.eye(SIZE)[SIZE - 3]
    tiles = np.concatenate([units(rng, 100, meant), units(rng, 900)])
    question = units(rng, 1)[0]
    return background_of(tiles), tiles, question


def test_whitening_makes_a_sphere_of_what_it_was_measured_on():
    rng = np.random.default_rng(0)
    vectors = rng.normal(size=(5_000, 6)) * [5, 3, 1, 1, 0.5, 0.1]
    background = background_of(vectors)
    covariance = np.cov(vectors, rowvar=False)
    shrunk = (covariance / np.trace(covariance) * 6 + np.eye(6)) / 2
    assert background.whitening @ shrunk @ background.whitening == pytest.approx(
        np.eye(6), abs=1e-9
    )
    assert background.whitening @ background.colouring == pytest.approx(np.eye(6), abs=1e-9)
    assert background.mean == pytest.approx(vectors.mean(axis=0))


@pytest.mark.parametrize("count", [0, 1, 3])
def test_an_index_of_hardly_a_tile_has_no_direction(count):
    background = background_of(np.ones((count, 5), dtype=np.float32))
    assert background.whitening.tolist() == np.eye(5).tolist()


def test_rocchio_without_a_spread_is_that_of_the_books():
    rng = np.random.default_rng(1)
    question, tiles = units(rng, 1)[0], units(rng, 5)
    yes = np.array([True, True, False, True, False])
    plain = background_of(np.zeros((0, SIZE)))
    moved = tiles[yes].mean(axis=0) - tiles[~yes].mean(axis=0)
    expected = question + moved / np.linalg.norm(moved)
    expected /= np.linalg.norm(expected)
    assert shift(question, tiles, yes, plain) == pytest.approx(expected, abs=1e-6)


def test_a_no_alone_moves_a_question_less_than_a_yes(world):
    background, tiles, question = world
    one = tiles[:1]
    no = shift(question, one, np.array([False]), background)
    yes = shift(question, one, np.array([True]), background)
    assert float(no @ tiles[0]) < float(question @ tiles[0]) < float(yes @ tiles[0])
    assert float(question @ no) > float(question @ yes) > 0


def test_what_says_yes_and_no_to_the_same_says_nothing(world):
    background, tiles, question = world
    twice = np.repeat(tiles[:1], 2, axis=0)
    moved = shift(question, twice, np.array([True, False]), background)
    assert moved == pytest.approx(question, abs=1e-6)


def test_a_question_that_its_labels_cancel_out_is_told():
    question = np.eye(3, dtype=np.float32)[0]
    plain = background_of(np.zeros((0, 3)))
    with pytest.raises(PartsCancelOut):
        shift(question, np.stack([-question]), np.array([True]), plain)


def test_the_classifier_is_the_most_probable_one(world):
    """Against L-BFGS on all D weights in the coordinates of the vectors themselves, written from the formula."""
    background, tiles, question = world
    chosen = np.r_[0:9, 300:317]
    yes = chosen < 100
    labelled = tiles[chosen].astype(np.float64)
    found = classify(Learned(question, CALIBRATION), tiles[chosen], yes, background)

    precision = background.colouring @ background.colouring
    mean = CALIBRATION.slope * question.astype(np.float64)

    def loss(weights: np.ndarray) -> float:
        odds = labelled @ weights[:-1] + weights[-1]
        away = weights[:-1] - mean
        prior = WEIGHT_PRECISION * away @ precision @ away
        prior += OFFSET_PRECISION * (weights[-1] - CALIBRATION.offset) ** 2
        return float(np.logaddexp(0, np.where(yes, -odds, odds)).sum() + prior / 2)

    start = np.append(mean, CALIBRATION.offset)
    best = minimize(
        loss, start, method="L-BFGS-B", options={"maxiter": 5000, "maxfun": 10**6, "ftol": 1e-13}
    )
    slope = np.linalg.norm(best.x[:-1])
    assert found.vector == pytest.approx(best.x[:-1] / slope, abs=2e-3)
    assert found.calibration.slope == pytest.approx(slope, rel=5e-3)
    assert found.calibration.offset == pytest.approx(best.x[-1], abs=0.02)
    mine = np.append(
        found.calibration.slope * found.vector.astype(np.float64), found.calibration.offset
    )
    assert loss(mine) <= best.fun + 1e-4


def test_labels_find_what_the_question_does_not_name(world):
    background, tiles, question = world
    labelled = np.r_[0:5, 500:505]
    found = learn(question, CALIBRATION, tiles[labelled], labelled < 100, background)
    assert (np.argsort(-(tiles @ question))[:10] < 100).mean() < 0.5
    assert (np.argsort(-(tiles @ found.vector))[:10] < 100).all()
    assert np.linalg.norm(found.vector) == pytest.approx(1, abs=1e-6)
    # What the user said is what the scores say.
    scores = [found.calibration.score(float(tile @ found.vector)) for tile in tiles[labelled]]
    assert min(scores[:5]) > 0.5 > max(scores[5:])


@pytest.mark.parametrize("yes", [True, False])
@pytest.mark.parametrize("count", [1, CLASSIFIER_FROM, 40])
def test_labels_of_one_sign_are_enough(world, yes, count):
    background, tiles, question = world
    labelled = tiles[:count]
    found = learn(question, CALIBRATION, labelled, np.full(count, yes), background)
    before, after = (labelled @ question).mean(), (labelled @ found.vector).mean()
    assert (after > before) == yes
    assert 0 < found.calibration.slope < 1e3
    # Two hundred more change it no more than some.
    assert np.isfinite(found.vector).all()


def test_labels_that_contradict_each_other_have_an_answer(world):
    background, tiles, question = world
    same = np.repeat(tiles[:1], 10, axis=0)
    found = learn(question, CALIBRATION, same, np.arange(10) % 2 == 0, background)
    assert found.calibration.score(float(tiles[0] @ found.vector)) == pytest.approx(0.5, abs=0.1)
