"""Coarse scores of float16 vectors: never further off than they say."""

from __future__ import annotations

import numpy as np
import pytest

from engine.index.folder.scoring import coarse_scores, fast_scores
from engine.index.scoring import double_scores, score_margin


def unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


@pytest.fixture(params=[24, 324])
def near_ties(request) -> tuple[np.ndarray, np.ndarray]:
    """Vectors [N, D], many of whose scores differ by less than float16 can tell, and a query [D]."""
    rng = np.random.default_rng(request.param)
    query = unit(rng.standard_normal(request.param))
    spread = rng.uniform(0, 2e-3, (3000, 1)) * rng.standard_normal((3000, request.param))
    near = unit(query + 0.5 * unit(rng.standard_normal(request.param)) + spread)
    far = unit(rng.standard_normal((3000, request.param)))
    vectors = np.concatenate([near, far, -near[:5]]).astype(np.float16)
    return vectors, query.astype(np.float32)


def test_scores_are_not_further_off_than_they_say(near_ties):
    vectors, query = near_ties
    true = double_scores(vectors.astype(np.float64), query)
    coarse, margin = coarse_scores(vectors, query)
    assert np.abs(coarse - true).max() <= margin < 2e-3
    # They are coarse: the margin of the fast ones would not do.
    assert np.abs(coarse - true).max() > score_margin(len(query))
    assert np.abs(fast_scores(vectors, query) - true).max() <= score_margin(len(query))


def test_what_may_be_among_the_best_is_within_the_margin(near_ties):
    vectors, query = near_ties
    true = double_scores(vectors.astype(np.float64), query)
    coarse, margin = coarse_scores(vectors, query)
    best = np.argsort(-true)[:10]
    last = np.sort(coarse)[-10]
    assert (coarse[best] >= last - 2 * margin).all()
    assert not (coarse >= last - 2 * margin).all()
