"""Logistic regression: measured numbers to probabilities."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

# Where a float still tells the probability from 0 and from 1.
_MOST_ODDS = 30.0


def probability(odds: float) -> float:
    """Return the probability that log-odds stand for."""
    return 1 / (1 + math.exp(-max(-_MOST_ODDS, min(_MOST_ODDS, odds))))


def probabilities(odds: NDArray[np.floating]) -> NDArray[np.floating]:
    """Return the probabilities that log-odds stand for, in the same shape and type."""
    return 1 / (1 + np.exp(-np.clip(odds, -_MOST_ODDS, _MOST_ODDS)))


def fit_logistic(
    features: NDArray[np.float64],
    true: NDArray[np.float64],
    start: NDArray[np.float64],
    counts: NDArray[np.float64] | float = 1.0,
    penalties: NDArray[np.float64] | float = 0.0,
    prior: NDArray[np.float64] | float = 0.0,
    steps: int = 100,
) -> NDArray[np.float64]:
    """Return the weights of the log-odds by maximum likelihood (Newton's method).

    With penalties it is the most probable weights under a normal prior, whose precisions these are.

    Args:
        features: [n, k]; a column of ones makes one of the weights the offset.
        true: [n], 0 or 1.
        start: Weights to begin with, [k].
        counts: What each row counts, [n].
        penalties: Of half the squared distance of each weight from ``prior``, [k].
        prior: Weights that are expected without data, [k].
        steps: At most so many.
    """

    def loss(candidate: NDArray[np.float64]) -> float:
        odds = features @ candidate
        likelihood = np.sum(counts * (np.logaddexp(0, odds) - true * odds))
        return float(likelihood + np.sum(penalties * (candidate - prior) ** 2) / 2)

    size = len(start)
    weights = start
    for _ in range(steps):
        p = probabilities(features @ weights)
        gradient = features.T @ (counts * (p - true)) + penalties * (weights - prior)
        curvature = (features * (counts * p * (1 - p))[:, None]).T @ features
        curvature += np.diag(np.broadcast_to(penalties, size) + 1e-6)
        step = np.linalg.solve(curvature, gradient)
        # Where hardly a row is in doubt, a whole step goes too far.
        while loss(weights - step) > loss(weights) and np.abs(step).max() > 1e-8:
            step = step / 2
        weights = weights - step
        if np.abs(step).max() < 1e-8:
            break
    return weights
