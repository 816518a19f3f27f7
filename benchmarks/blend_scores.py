"""What are the scores of a question of several parts worth? With the curve of one part as it is, and in shares of the nearest part.

Kinds of RSICD are asked for by their names, or with examples, in pairs and threes; and "like this, but with trees", as in
:mod:`benchmarks.blending`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from engine.index.search import blend_queries
from engine.model.calibration import Calibration
from engine.model.checkpoint import Modality, ScrlModel
from engine.training.datasets import CaptionedImage, load_captions, part_of, read_images, select
from engine.training.phrases import SCENE_WORDS, plural

from .blending import FEWEST, THINGS, Sign, composed
from .tables import Table
from .tile_vectors import embedded

PAIRS, THREES = 200, 150
EXAMPLES = 4
LEAST = 0.5
_EVEN = (1e-4, 1 - 1e-4)

Part = Literal["val", "test_standard"]
Vector = NDArray[np.float32]


@dataclass(frozen=True)
class _Asked:
    """A question: its kind of blend, its parts with their weights, which pictures are asked and which are right."""

    blend: str
    parts: tuple[tuple[Vector, float], ...]
    modality: Modality
    asked: NDArray[np.bool_]
    right: NDArray[np.bool_]


@dataclass(frozen=True)
class BlendScoresResult:
    """What the scores are worth.

    Attributes:
        questions: How many were asked, by kind of blend and part of the pictures.
        figures: By kind of blend and part of the pictures, for the plain curve and for shares of the nearest part: log loss; precision and
            recall, in percent, of the hits with a score of at least 0.5; of the questions whose best hit is right, the percentage that
            find nothing with 0.5; of the questions without their right pictures, the percentage that find something with 0.5.
    """

    questions: dict[str, dict[Part, int]]
    figures: dict[str, dict[Part, tuple[tuple[float, ...], tuple[float, ...]]]]

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables, one for each part of the pictures."""
        names = ("log loss", "precision", "recall", "overlooked", "of absent")
        columns = (
            "question",
            "asked",
            *(f"{name}: {way}" for name in names for way in ("plain", "shares")),
        )
        tables = []
        for part in get_args(Part):
            rows = [
                (
                    blend,
                    str(self.questions[blend][part]),
                    *(
                        _cell(name, value)
                        for name, *values in zip(names, *parts[part], strict=True)
                        for value in values
                    ),
                )
                for blend, parts in self.figures.items()
            ]
            tables.append(Table(f"Scores of a blend, {part}", columns, tuple(rows)))
        return tuple(tables)


def _cell(name: str, value: float) -> str:
    if np.isnan(value):
        return ""
    return f"{value:.3f}" if name == "log loss" else f"{value:.0f}"


def measure_blend_scores(model: ScrlModel, data: Path) -> BlendScoresResult:
    """Measure it on RSICD's validation and test pictures.

    Args:
        model: One that takes typed questions, and is calibrated.
        data: Holds ``rsicd/``.

    Raises:
        DataMissing: The data are not there.
        ModelCannotRead: The model only listens.
    """
    result = BlendScoresResult({}, {})
    for part in get_args(Part):
        images = select(load_captions(data, "rsicd"), part)
        pixels = (each for _, each in read_images(data, images, model.tile_pixels))
        vectors = embedded(model, pixels)
        by_blend: dict[str, list[_Asked]] = {}
        for question in _questions(model, images, vectors):
            by_blend.setdefault(question.blend, []).append(question)
        for blend, asked in by_blend.items():
            result.questions.setdefault(blend, {})[part] = len(asked)
            plain, shares = (_figures(model, vectors, asked, scaled) for scaled in (False, True))
            result.figures.setdefault(blend, {})[part] = plain, shares
    return result


def _questions(
    model: ScrlModel, images: Sequence[CaptionedImage], vectors: Vector
) -> Iterator[_Asked]:
    kinds = np.array([str(image.kind) for image in images])
    common = [kind for kind in SCENE_WORDS if (kinds == kind).sum() >= FEWEST]
    named = {kind: model.encode_text(SCENE_WORDS[kind][0]) for kind in common}
    # Pictures of a part of a kind, or of what it is part of, are neither right nor wrong.
    clear = {
        kind: np.array([not part_of(kind, other) for other in kinds.tolist()]) for kind in common
    }
    chosen = random.Random(0)

    def either(blend: str, some: Sequence[str], *weights: float) -> _Asked:
        wanted = [kind for kind, weight in zip(some, weights, strict=True) if weight == 1]
        asked = np.logical_and.reduce([clear[kind] for kind in some])
        parts = tuple((named[kind], weight) for kind, weight in zip(some, weights, strict=True))
        return _Asked(blend, parts, "text", asked, np.isin(kinds, wanted))

    for kind in common:
        right = kinds == kind
        examples = np.flatnonzero(right)[:EXAMPLES]
        others = clear[kind].copy()
        others[examples] = False
        command = model.encode_text(f"find all the {plural(SCENE_WORDS[kind][-1])}")
        group = tuple((vectors[example], 1.0) for example in examples)
        yield either("A", [kind], 1)
        words = (named[kind], 1.0), (command, 1.0)
        yield _Asked("A, in two ways", words, "text", clear[kind], right)
        yield _Asked("A and an example", ((named[kind], 1.0), group[0]), "text", others, right)
        yield _Asked("four examples", group, "image", others, right)
    for _ in range(PAIRS):
        two = chosen.sample(common, 2)
        yield either("A + B", two, 1, 1)
        yield either("A − B", two, 1, -1)
        yield either("A + ½ B: A", two, 1, 0.5)
    for _ in range(THREES):
        yield either("A + B + C", chosen.sample(common, 3), 1, 1, 1)
    things = {thing: model.encode_text(thing) for thing in THINGS}
    signs: tuple[Sign, ...] = get_args(Sign)
    for sign in signs:
        modality: Modality = "text" if sign == "with" else "image"
        for each in composed(images, sign):
            others = np.ones(len(images), dtype=bool)
            others[each.example] = False
            weight = 1.0 if sign == "with" else -1.0
            pair = (vectors[each.example], 1.0), (things[each.thing], weight)
            yield _Asked(f"an example, {sign} a thing", pair, modality, others, each.right)


def _figures(
    model: ScrlModel, vectors: Vector, questions: Sequence[_Asked], scaled: bool
) -> tuple[float, ...]:
    losses, precisions, recalls = [], [], []
    found = overlooked = absent = 0
    for question in questions:
        blend = blend_queries(question.parts)
        curve = model.calibration(question.modality) or Calibration(10.0, -5.0)
        if scaled:
            curve = curve.of_blend(blend, [part for part, weight in question.parts if weight > 0])
        scores = curve.scores(vectors[question.asked] @ blend)
        right = question.right[question.asked]
        sure = np.clip(scores, *_EVEN)
        losses.append(-np.where(right, np.log(sure), np.log(1 - sure)).mean())
        hits = scores >= LEAST
        if hits.any():
            precisions.append(right[hits].mean())
        recalls.append(hits[right].mean())
        if right[scores.argmax()]:
            found += 1
            overlooked += not hits.any()
        absent += bool(hits[~right].any())
    precision = float(np.mean(precisions)) if precisions else float("nan")
    return (
        float(np.mean(losses)),
        100 * precision,
        100 * float(np.mean(recalls)),
        100 * overlooked / max(1, found),
        100 * absent / len(questions),
    )
