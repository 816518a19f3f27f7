"""Whether a question names something that the model was taught to see."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Familiarity:
    """Logistic regression on how near a question is to what was taught, and to what was not.

    A model knows some seventy kinds of places. Asked for another thing it finds something all the same, and its
    similarities do not show it; but the question itself is nearer to the words for other things than to those
    for the kinds.

    Attributes:
        taught: Weight of the highest cosine with a phrase that names a taught kind.
        other: Weight of the highest cosine with another phrase.
        scene: Weight of the highest cosine with a scene prototype.
        offset: Log-odds when all of these are 0; chosen so that few known questions fall under 0.5.
    """

    taught: float
    other: float
    scene: float
    offset: float

    def probability(self, taught: float, other: float, scene: float) -> float:
        """Return the probability that a question with these highest cosines names something taught."""
        odds = self.taught * taught + self.other * other + self.scene * scene + self.offset
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def fit_familiarity(
    cosines: NDArray[np.floating],
    groups: NDArray[np.integer],
    false_alarms: float,
    penalty: float = 1e-3,
) -> Familiarity:
    """Fit by maximum likelihood, then move the threshold to where few known questions fall below it.

    Args:
        cosines: [n, 3]: the highest with taught phrases, with others, and with prototypes.
        groups: int [n]: 0 for questions that name nothing taught; from 1 on, sorts of questions that do.
        false_alarms: Share of the known questions of each sort that may be taken for unknown.
        penalty: Of the squared weights: a few hundred questions are not many.
    """
    known = groups > 0
    x = np.concatenate([cosines, np.ones((len(cosines), 1))], axis=1).astype(np.float64)
    # Both sides count the same, however many questions each has.
    share = np.where(known, 0.5 / max(1, known.sum()), 0.5 / max(1, (~known).sum()))
    weights = np.zeros(4)
    for _ in range(100):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (share * (p - known)) + penalty * np.array([*weights[:3], 0])
        curvature = (x * (share * p * (1 - p))[:, None]).T @ x + penalty * np.diag([1, 1, 1, 1e-6])
        step = np.linalg.solve(curvature, gradient)
        weights = weights - step
        if np.abs(step).max() < 1e-9:
            break
    odds = x @ weights
    sorts = np.unique(groups[known])
    least = min(float(np.quantile(odds[groups == sort], false_alarms)) for sort in sorts)
    taught, other, scene = (float(weight) for weight in weights[:3])
    return Familiarity(taught, other, scene, float(weights[3]) - least)
