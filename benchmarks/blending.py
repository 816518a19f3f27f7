"""How are a picture and words best blended? "Like this, but with trees", "like this, but without".

Composed retrieval of remote sensing images (RSCIR; Psomas et al. 2024) with RSICD's captions as second labels: an example of a
scene without the thing (or with it), the name of the thing typed, and right are all pictures of the same scene whose captions
name it (or do not).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import numpy as np

from engine.model.calibration import Calibration
from engine.model.checkpoint import ScrlModel
from engine.model.logistic import probabilities
from engine.training.datasets import CaptionedImage, load_captions, read_images, select
from engine.training.metrics import mean_average_precision

from .tables import Table
from .tile_vectors import embedded

#: What captions name beside the scene: as it is typed, and as it is found in a caption.
THINGS = {
    "trees": r"trees?", "a river": r"rivers?", "a road": r"roads?", "cars": r"cars?", "a pond": r"ponds?",
    "houses": r"houses?", "a lawn": r"lawns?", "a bridge": r"bridges?", "a swimming pool": r"swimming pools?",
    "a parking lot": r"parking lots?", "a playground": r"playgrounds?", "boats": r"boats?|ships?",
    "mountains": r"mountains?", "a railway": r"railways?",
}  # fmt: skip
WEIGHTS = (0.06, 0.12, 0.25, 0.5, 1.0, 2.0)
# At so few right pictures chance decides; so many examples of a scene and thing are asked with.
FEWEST, EXAMPLES = 5, 4
# Captions that must agree that the thing is there.
AGREEING = 2

Scores = np.ndarray
Sign = Literal["with", "without"]
# Similarity to the picture and to the words, each [questions, pictures]; weight of the words, negative for "without".
Blend = Callable[[Scores, Scores, float], Scores]


@dataclass(frozen=True)
class Composed:
    """A question: a picture, a thing, and which pictures are right."""

    example: int
    thing: str
    right: np.ndarray


@dataclass(frozen=True)
class BlendingResult:
    """What each way of blending finds.

    Attributes:
        questions: How many were asked, by part and sign.
        chosen: The weight of the words by sign and way, best in mAP on validation pictures.
        figures: mAP and P@10 in percent, by sign, way and part.
    """

    questions: dict[str, dict[str, int]]
    chosen: dict[str, dict[str, float]]
    figures: dict[str, dict[str, dict[str, tuple[float, float]]]]

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""
        tables = []
        for sign, ways in self.figures.items():
            rows = [
                (
                    way,
                    f"{self.chosen[sign][way]:g}" if way in self.chosen[sign] else "",
                    *(f"{value:.1f}" for part in parts.values() for value in part),
                )
                for way, parts in ways.items()
            ]
            counts = ", ".join(f"{part} {each[sign]}" for part, each in self.questions.items())
            head = [f"{part} {figure}" for part in self.questions for figure in ("mAP", "P@10")]
            tables.append(
                Table(
                    f"Like this, but {sign} ...",
                    ("way", "weight of the words", *head),
                    tuple(rows),
                    (
                        f"Questions: {counts}. Percent; the weight of each way is the best of "
                        f"{', '.join(map(str, WEIGHTS))} in mAP on the validation pictures.",
                    ),
                )
            )
        return tuple(tables)


def measure_blending(model: ScrlModel, data: Path) -> BlendingResult:
    """Measure it on RSICD: weights chosen on validation pictures, reported on those and on test pictures.

    Args:
        model: One that takes typed questions.
        data: Holds ``rsicd/``.

    Raises:
        DataMissing: The data are not there.
        ModelCannotRead: The model only listens.
    """
    signs: tuple[Sign, ...] = get_args(Sign)
    ways = {**_ways(model), "the picture alone": None, "the words alone": None}
    result = BlendingResult({}, {sign: {} for sign in signs}, {})
    result.figures.update({sign: {way: {} for way in ways} for sign in signs})
    words = {thing: model.encode_text(thing) for thing in THINGS}
    parts: tuple[Literal["val", "test_standard"], ...] = ("val", "test_standard")
    for part in parts:
        images = select(load_captions(data, "rsicd"), part)
        pixels = (each for _, each in read_images(data, images, model.tile_pixels))
        vectors = embedded(model, pixels)
        result.questions[part] = {}
        for sign in signs:
            asked = composed(images, sign)
            result.questions[part][sign] = len(asked)
            alike = vectors[[each.example for each in asked]] @ vectors.T
            named = np.stack([words[each.thing] for each in asked]) @ vectors.T
            signed = 1 if sign == "with" else -1
            for way, blend in ways.items():
                if blend is None:
                    scores = alike if way == "the picture alone" else signed * named
                    result.figures[sign][way][part] = _figures(scores, asked)
                    continue
                measured = {w: _figures(blend(alike, named, signed * w), asked) for w in WEIGHTS}
                if part == "val":
                    result.chosen[sign][way] = max(measured, key=lambda w: measured[w][0])
                result.figures[sign][way][part] = measured[result.chosen[sign][way]]
    return result


def composed(images: Sequence[CaptionedImage], sign: Sign) -> list[Composed]:
    """Return "like this, but with (or without) that" of pictures, and which of them are right."""
    kinds = np.array([image.kind for image in images])
    asked = []
    for thing, pattern in THINGS.items():
        found = re.compile(rf"\b(?:{pattern})\b")
        count = np.array([sum(bool(found.search(s)) for s in image.sentences) for image in images])
        for kind in sorted(set(kinds)):
            there, lacking = (kinds == kind) & (count >= AGREEING), (kinds == kind) & (count == 0)
            if there.sum() < FEWEST or lacking.sum() < FEWEST:
                continue
            right, other = (there, lacking) if sign == "with" else (lacking, there)
            examples = np.flatnonzero(other)[:EXAMPLES]
            asked += [Composed(int(example), thing, right) for example in examples]
    return asked


def _figures(scores: Scores, asked: Sequence[Composed]) -> tuple[float, float]:
    """Return mAP and P@10 in percent; the example itself is no answer."""
    scores = scores.copy()
    scores[np.arange(len(asked)), [each.example for each in asked]] = -np.inf
    right = np.stack([each.right for each in asked])
    best = np.argsort(-scores, axis=1)[:, :10]
    # Where fewer than ten are right, precision at their number.
    most = np.minimum(right.sum(axis=1), 10)
    hit = np.take_along_axis(right, best, axis=1) & (np.arange(10) < most[:, None])
    precision = (hit.sum(axis=1) / most).mean()
    return 100 * mean_average_precision(scores, right), 100 * float(precision)


def _ways(model: ScrlModel) -> dict[str, Blend]:
    looks, text = model.calibration("image"), model.calibration("text")

    def log_odds(similarity: Scores, calibration: Calibration | None) -> Scores:
        if calibration is None:
            return similarity
        return calibration.slope * similarity + calibration.offset

    def probability(similarity: Scores, calibration: Calibration | None) -> Scores:
        return probabilities(log_odds(similarity, calibration))

    def product(alike: Scores, named: Scores, w: float) -> Scores:
        told = probability(named, text)
        return np.log(probability(alike, looks)) + abs(w) * np.log(told if w > 0 else 1 - told)

    def standard(similarity: Scores) -> Scores:
        mean, spread = similarity.mean(axis=1, keepdims=True), similarity.std(axis=1, keepdims=True)
        return (similarity - mean) / spread

    def log_rank(similarity: Scores) -> Scores:
        return np.log1p(np.argsort(np.argsort(-similarity, axis=1), axis=1))

    return {
        "sum of vectors": lambda alike, named, w: alike + w * named,
        "sum of vectors, each by its spread over the index": lambda alike, named, w: (
            standard(alike) + w * standard(named)
        ),
        "sum of calibrated scores": lambda alike, named, w: (
            probability(alike, looks) + w * probability(named, text)
        ),
        "sum of calibrated log-odds": lambda alike, named, w: (
            log_odds(alike, looks) + w * log_odds(named, text)
        ),
        "product of calibrated scores": product,
        "product of ranks": lambda alike, named, w: -(log_rank(alike) + w * log_rank(named)),
    }
