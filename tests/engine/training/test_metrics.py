"""Metrics against definitions written out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.training.metrics import (
    mean_average_precision,
    precision_at,
    precision_by_kind,
    recall_at,
)


def average_precision(relevance: list[bool]) -> float:
    """Mean, over the right answers, of the precision at each of them."""
    found, total = 0, 0.0
    for rank, right in enumerate(relevance, start=1):
        if right:
            found += 1
            total += found / rank
    return total / found if found else 0.0


@st.composite
def rankings(draw):
    shape = draw(st.tuples(st.integers(1, 6), st.integers(1, 12)))
    order = [draw(st.permutations(range(shape[1]))) for _ in range(shape[0])]
    relevant = draw(hnp.arrays(bool, shape))
    return np.array(order, dtype=float), relevant


@settings(max_examples=60)
@given(rankings(), st.integers(1, 12))
def test_metrics_equal_their_definitions(ranking, k):
    scores, relevant = ranking
    rows = [relevant[q][np.argsort(-scores[q])].tolist() for q in range(len(scores))]
    answerable = [row for row in rows if any(row)]
    assert precision_at(scores, relevant, k) == pytest.approx(
        np.mean([np.mean(row[:k]) for row in rows])
    )
    if not answerable:
        assert np.isnan(mean_average_precision(scores, relevant))
        return
    expected = np.mean([average_precision(row) for row in answerable])
    assert mean_average_precision(scores, relevant) == pytest.approx(expected)
    expected_k = np.mean([average_precision(row[:k]) for row in answerable])
    assert mean_average_precision(scores, relevant, k) == pytest.approx(expected_k)
    assert recall_at(scores, relevant, k) == pytest.approx(
        np.mean([any(row[:k]) for row in answerable])
    )


def test_a_known_ranking():
    scores = np.array([[4.0, 3.0, 2.0, 1.0]])
    relevant = np.array([[True, False, True, False]])
    assert mean_average_precision(scores, relevant) == pytest.approx((1 + 2 / 3) / 2)
    assert mean_average_precision(scores, relevant, at=1) == 1
    assert precision_at(scores, relevant, 4) == 0.5


def test_random_scores_have_the_precision_of_chance():
    rng = np.random.default_rng(0)
    relevant = rng.random((200, 600)) < 0.05
    assert mean_average_precision(rng.random((200, 600)), relevant) == pytest.approx(0.05, abs=0.02)


def test_precision_by_kind_counts_kinds_alike_and_small_ones_by_their_number():
    kinds = np.array(["pond"] * 12 + ["ship"] * 5 + ["palace"] * 2)
    asked = [("pond", "lake"), ("pond",), ("ship",), ("palace",)]
    relevant = np.array([[kind in named for kind in kinds] for named in asked])
    scores = relevant.astype(float)
    scores[1] = -scores[1]  # the seven others come first, then three ponds
    scores[2, 12] = -1  # one ship is not among the first five
    found = precision_by_kind(scores, relevant, asked, kinds, fewest=5)
    assert found == {"pond": pytest.approx((1 + 0.3) / 2), "ship": pytest.approx(0.8)}
