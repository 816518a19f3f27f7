"""Similarities in double precision, and what a stored vector must be; whatever the backend."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

UNIT_TOLERANCE = 0.01
"""How far from 1 the length of a stored vector may be (float16 rounding: below 0.001)."""


def score_margin(embedding_size: int) -> float:
    """Return a bound on the rounding error of scores of unit vectors that were summed in single precision."""
    return embedding_size * 2.0**-23


def double_scores(vectors: NDArray[np.float64], query: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return the scores [N] of N x D vectors in double precision.

    Equal vectors get equal scores wherever they are stored, which a matrix product does not ensure; ties
    can then be broken by the tile id.
    """
    scores: NDArray[np.float64] = np.einsum("ij,j->i", vectors, query.astype(np.float64))
    return scores


def not_of_unit_length(vectors: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Tell which of N vectors are not finite, or of another length than 1."""
    squares = np.einsum("ij,ij->i", vectors, vectors)
    # Negated, so that it is true for what is not a number.
    wrong: NDArray[np.bool_] = ~(np.abs(squares - 1.0) <= 2 * UNIT_TOLERANCE)
    return wrong
