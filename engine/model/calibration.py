"""From similarities to scores that people can read: 0.5 means as likely right as wrong."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .logistic import fit_logistic, probabilities, probability

# Far enough from 0 and 1 to have a similarity, and to be printed as what they are: not certain.
_LEAST, _MOST = 1e-4, 1 - 1e-4
# Of a part to its blend. What is left of parts that nearly cancel each other out must not be taken for certain.
_LEAST_OF_PART = 0.5


@dataclass(frozen=True)
class Calibration:
    """Platt scaling (Platt 1999): the probability that a tile shows the right kind of place.

    Fitted on validation questions and images, where one image in about thirty is right.

    Attributes:
        slope: Of the log-odds over the similarity; positive.
        offset: Log-odds at similarity 0.
    """

    slope: float
    offset: float

    def score(self, similarity: float) -> float:
        """Return the probability, 0 to 1, of a cosine similarity."""
        return probability(self.slope * similarity + self.offset)

    def scores(self, similarities: NDArray[np.floating]) -> NDArray[np.floating]:
        """Return the probabilities of cosine similarities, in the same shape and type."""
        return probabilities(self.slope * similarities + self.offset)

    def of_blend(
        self, blend: NDArray[np.floating], parts: Sequence[NDArray[np.floating]]
    ) -> Calibration:
        """Return what similarities to a blend of questions mean, if this is what those to one question mean.

        What is as similar to one part as a right tile is, and says nothing of the others, is less similar to their
        blend, by the similarity of that part to it: by the square root of n for n parts that have nothing to do with
        each other. So similarities count as shares of that of the part nearest to the blend. Parts that mean the
        same, such as the tiles of a group, change nothing.

        Args:
            blend: Unit vector [D].
            parts: Unit vectors [D] of the parts that are looked for, at least one.
        """
        nearest = max(float(blend @ part) for part in parts)
        return Calibration(self.slope / min(1.0, max(nearest, _LEAST_OF_PART)), self.offset)

    def similarity(self, score: float) -> float:
        """Return the cosine similarity that has this score."""
        bounded = min(max(score, _LEAST), _MOST)
        return (math.log(bounded / (1 - bounded)) - self.offset) / self.slope


def fit_calibration(
    similarities: NDArray[np.floating], right: NDArray[np.bool_], steps: int = 60
) -> Calibration:
    """Fit by maximum likelihood (Newton's method).

    Args:
        similarities: Of pairs of question and tile, any shape.
        right: Whether the tile is right, the same shape.
        steps: At most so many.
    """
    x = np.stack([similarities.ravel(), np.ones(similarities.size)], axis=1).astype(np.float64)
    y = right.ravel().astype(np.float64)
    weights = fit_logistic(x, y, np.array([10.0, -5.0]), steps=steps)
    return Calibration(float(weights[0]), float(weights[1]))
