"""Whether a question names something that the model was taught to see."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .logistic import fit_logistic, probability


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
        return probability(
            self.taught * taught + self.other * other + self.scene * scene + self.offset
        )


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
    penalties = np.array([penalty, penalty, penalty, 0.0])
    weights = fit_logistic(x, known.astype(np.float64), np.zeros(4), share, penalties)
    odds = x @ weights
    sorts = np.unique(groups[known])
    least = min(float(np.quantile(odds[groups == sort], false_alarms)) for sort in sorts)
    taught, other, scene = (float(weight) for weight in weights[:3])
    return Familiarity(taught, other, scene, float(weights[3]) - least)
