"""What a user's yes and no to tiles make of a question: another vector, and what its similarities mean.

A question with labels stays what every question is, a unit vector with a calibration: nothing behind it, Annoy
included, knows the difference.

Labels are compared in whitened coordinates. Directions in which the tiles of an index differ anyway say little about
what is asked for; measured by the spread of the index itself (a linear discriminant needs no more of the tiles that
nobody has labelled: Hariharan, Malik, Ramanan, "Discriminative decorrelation for clustering and classification",
ECCV 2012), a few labels are worth many more.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import PartsCancelOut
from .calibration import Calibration
from .logistic import fit_logistic

#: From so many labels on, with both signs among them, a classifier is fitted.
CLASSIFIER_FROM = 8
# Of the mean of the yes, and of the mean of the no, in the shift of a question; chosen on validation pictures, as
# all numbers here (docs/benchmarks.md).
YES_WEIGHT, NO_WEIGHT = 1.0, 1.0
# Precision of the classifier's prior: of its weights in whitened coordinates, and of its offset.
WEIGHT_PRECISION, OFFSET_PRECISION = 0.01, 0.05
# Of the factor of the slope of a shifted question, which is at least so much: a few labels say where the scores are
# even, hardly how steep they are.
SLOPE_PRECISION, _LEAST_SLOPE = 10.0, 0.2
#: How far the covariance of an index is shrunk towards that of a sphere.
SHRINKAGE = 0.5
#: What similarities mean for a model that does not say: the curve that a calibration is fitted from.
UNCALIBRATED = Calibration(10.0, -5.0)


@dataclass(frozen=True)
class Background:
    """How the tiles of an index spread.

    Attributes:
        mean: Of their vectors, [D].
        whitening: The symmetric root of the inverse of their covariance, shrunk and scaled to a mean variance of 1,
            [D, D].
        colouring: Its inverse.
    """

    mean: NDArray[np.float64]
    whitening: NDArray[np.float64]
    colouring: NDArray[np.float64]


def background_of(vectors: NDArray[np.floating]) -> Background:
    """Measure the spread of some tiles.

    Args:
        vectors: Of tiles chosen at random, [n, D]; with fewer than two, or all the same, every direction counts the
            same.
    """
    size = vectors.shape[1]
    variance = 0.0
    if len(vectors) > 1:
        wide = vectors.astype(np.float64)
        covariance = np.cov(wide, rowvar=False).reshape(size, size)
        variance = float(np.trace(covariance)) / size
    if variance < 1e-12:
        return Background(np.zeros(size), np.eye(size), np.eye(size))
    spread = (1 - SHRINKAGE) * covariance / variance + SHRINKAGE * np.eye(size)
    values, axes = np.linalg.eigh(spread)
    roots = np.sqrt(values)
    return Background(wide.mean(axis=0), (axes / roots) @ axes.T, (axes * roots) @ axes.T)


@dataclass(frozen=True)
class Learned:
    """A question after its labels.

    Attributes:
        vector: Unit vector, float32 [D].
        calibration: From the similarity to it to the probability that a tile is a yes.
    """

    vector: NDArray[np.float32]
    calibration: Calibration


def learn(
    question: NDArray[np.float32],
    calibration: Calibration,
    tiles: NDArray[np.float32],
    yes: NDArray[np.bool_],
    background: Background,
) -> Learned:
    """Return what labels make of a question: few shift it, more make a classifier of it.

    Args:
        question: Unit vector [D].
        calibration: What similarities to it mean.
        tiles: Unit vectors of the labelled tiles, [n, D], n at least 1.
        yes: Whether each shows what is meant, [n].
        background: The spread of the index.
    """
    vector = shift(question, tiles, yes, background)
    shifted = Learned(vector, recalibrate(vector, calibration, tiles, yes))
    if len(yes) < CLASSIFIER_FROM or yes.all() or not yes.any():
        return shifted
    return classify(shifted, tiles, yes, background)


def shift(
    question: NDArray[np.float32],
    tiles: NDArray[np.float32],
    yes: NDArray[np.bool_],
    background: Background,
) -> NDArray[np.float32]:
    """Return the question moved towards the yes and away from the no, float32 [D], unit length.

    Rocchio ("Relevance feedback in information retrieval", 1971): a q + b mean(yes) - c mean(no); here the means are
    taken from the mean of the index and turned by the inverse of its covariance, and their sum counts as much as the
    question. Without a yes it counts less: n no say where not to look, and one that is near what is meant must not
    spoil the question.
    """
    moved = np.zeros(len(question))
    for weight, chosen in ((YES_WEIGHT, yes), (-NO_WEIGHT, ~yes)):
        if chosen.any():
            moved += weight * (tiles[chosen].astype(np.float64).mean(axis=0) - background.mean)
    moved = background.whitening @ (background.whitening @ moved)
    length = float(np.linalg.norm(moved))
    vector = question.astype(np.float64)
    if length > 1e-9:  # A yes and a no to twice the same picture say nothing.
        vector += moved / length * (1.0 if yes.any() else len(yes) / (len(yes) + 1))
    return _unit(vector)


def classify(
    question: Learned,
    tiles: NDArray[np.float32],
    yes: NDArray[np.bool_],
    background: Background,
) -> Learned:
    """Fit a logistic regression whose prior is a question: without labels it would say what that says.

    The log-odds w x + b of a tile x being a yes have the prior w ~ N(slope q, (precision S)^-1), with S the shrunk
    covariance of the index, and b ~ N(offset, 1 / precision). What is most probable after the labels lies in the
    space of question and labels (the representer theorem), so that the fit costs milliseconds whatever D is.
    """
    calibration = question.calibration
    white = tiles.astype(np.float64) @ background.whitening
    prior = calibration.slope * (background.colouring @ question.vector.astype(np.float64))
    axes, _ = np.linalg.qr(np.concatenate([prior[None], white]).T)
    features = np.concatenate([white @ axes, np.ones((len(white), 1))], axis=1)
    start = np.append(prior @ axes, calibration.offset)
    precisions = np.append(np.full(axes.shape[1], WEIGHT_PRECISION), OFFSET_PRECISION)
    fitted = fit_logistic(
        features, yes.astype(np.float64), start, penalties=precisions, prior=start
    )
    weights = background.whitening @ (axes @ fitted[:-1])
    return Learned(_unit(weights), Calibration(float(np.linalg.norm(weights)), float(fitted[-1])))


def recalibrate(
    vector: NDArray[np.float32],
    calibration: Calibration,
    tiles: NDArray[np.float32],
    yes: NDArray[np.bool_],
) -> Calibration:
    """Return what similarities to a shifted question mean: Platt scaling on its labels, with the old curve as prior."""
    similar = tiles.astype(np.float64) @ vector.astype(np.float64)
    features = np.stack([calibration.slope * similar, np.ones(len(similar))], axis=1)
    start = np.array([1.0, calibration.offset])
    precisions = np.array([SLOPE_PRECISION, OFFSET_PRECISION])
    steeper, offset = fit_logistic(
        features, yes.astype(np.float64), start, penalties=precisions, prior=start
    )
    return Calibration(calibration.slope * max(_LEAST_SLOPE, float(steeper)), float(offset))


def _unit(vector: NDArray[np.float64]) -> NDArray[np.float32]:
    length = float(np.linalg.norm(vector))
    if length < 1e-9:
        raise PartsCancelOut
    return (vector / length).astype(np.float32)
