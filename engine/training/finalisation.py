"""From trained weights to the model that ships: fusion, readable scores, vocabulary. Chosen on validation data."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from ..model.calibration import Calibration, fit_calibration
from ..model.checkpoint import ModelConfig, ScrlNetwork, nearest_cosines
from ..model.familiarity import Familiarity, fit_familiarity
from ..model.fusion import fuse
from .datasets import CaptionedImage, overlaps, rows_by_dataset, shows
from .fitting import Embedded, SpokenValidation, measure
from .phrases import vocabulary_phrases

WEIGHTS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
TEMPERATURES = (0.05, 0.07, 0.1, 0.14, 0.2)
# Scores are of what is shown: so many of the best for each question.
BEST = 10
# In so few answers about things that are not there may a hit have a score of 0.5 or more.
FALSE_HITS = 0.09
# So few known questions may be answered with "I do not know this well".
FALSE_ALARMS = 0.04


@dataclass(frozen=True)
class Questions:
    """The validation questions in one modality, unit vectors [n, d] on the CPU.

    Attributes:
        captions: Of validation images.
        commands: That name kinds of scenes.
        untaught: Commands that name things of no kind (``untaught.toml``).
    """

    captions: Tensor
    commands: Tensor
    untaught: Tensor

    @property
    def known(self) -> Tensor:
        """Those that name something taught."""
        return torch.cat([self.captions, self.commands])


def choose_fusion(
    embedded: Sequence[Embedded], prototypes: Tensor, validation: SpokenValidation
) -> tuple[float, float, list[dict[str, float]]]:
    """Return weight and temperature of the best fusion, and what validation measured with it.

    Args:
        embedded: The validation questions, once in each modality, and the images; the mean of the scores counts.
        prototypes: [c, d], unit length.
        validation: What was asked and what is right.
    """
    measured = (
        (
            weight,
            temperature,
            [measure(fused(x, prototypes, weight, temperature), validation) for x in embedded],
        )
        for weight, temperature in itertools.product(WEIGHTS, TEMPERATURES)
    )
    return max(measured, key=lambda choice: sum(each["score"] for each in choice[2]))


def fused(embedded: Embedded, prototypes: Tensor, weight: float, temperature: float) -> Embedded:
    """Fuse the vectors of questions and images (:func:`engine.model.fusion.fuse`)."""
    return Embedded(*(fuse(vectors, prototypes, weight, temperature) for vectors in embedded))


def calibrate(
    asked: Tensor,
    named: Sequence[Sequence[str]],
    images: Tensor,
    pictured: Sequence[CaptionedImage],
    false_hits: float = FALSE_HITS,
) -> tuple[Calibration, dict[str, float]]:
    """Return what turns similarities into scores, and how it does on what it was fitted to.

    Every question is asked twice of each data set that can answer it: as it is, and without the images that are
    right, as where the thing is not in the imagery. The score is then the probability that one of the ten best hits
    is right when nobody knows whether the thing is there, or less: at most ``false_hits`` of the answers about things
    that are not there reach 0.5. Images of kinds that overlap in meaning are left out.

    Args:
        asked: Questions, fused, [n, d].
        named: The kinds that each of them names.
        images: Fused, [m, d].
        pictured: What these are of.
        false_hits: In this share of the answers about things that are not there a hit may have 0.5 or more.

    Returns:
        The calibration, and ``present`` and ``absent``: the share of questions with a best score of 0.5 or more where
        the thing is there, and below it where it is not.
    """
    right, unclear = shows(pictured, named), overlaps(pictured, named)
    similar = (asked @ images.T).numpy()
    pairs: list[tuple[np.ndarray, np.ndarray]] = []
    best: dict[str, list[float]] = {"present": [], "absent": []}
    for columns in rows_by_dataset(pictured).values():
        for row in np.flatnonzero(right[:, columns].any(axis=1)):
            for situation, left in best.items():
                out = unclear[row, columns]
                if situation == "absent":
                    out = out | right[row, columns]
                kept = columns[~out]
                if len(kept) < BEST:
                    continue
                top = kept[np.argsort(-similar[row, kept])[:BEST]]
                pairs.append((similar[row, top], right[row, top]))
                left.append(float(similar[row, top[0]]))
    fitted = fit_calibration(
        np.concatenate([similarities for similarities, _ in pairs]),
        np.concatenate([each for _, each in pairs]),
    )
    # Of what is shown by default, little may be wrong where the thing is not there at all.
    odds = fitted.slope * np.quantile(best["absent"], 1 - false_hits) + fitted.offset
    fitted = replace(fitted, offset=fitted.offset - max(0.0, float(odds)))
    scores = {name: np.array([fitted.score(x) for x in each]) for name, each in best.items()}
    measured = {
        "present": round(100 * float((scores["present"] >= 0.5).mean()), 1),
        "absent": round(100 * float((scores["absent"] < 0.5).mean()), 1),
    }
    return fitted, measured


def familiarise(
    questions: Questions, vocabulary: Tensor, taught: int, prototypes: Tensor
) -> tuple[Familiarity, dict[str, float]]:
    """Return what tells questions for untaught things, and the share of them and of the others that it tells.

    Args:
        questions: Not fused.
        vocabulary: [v, d], the ``taught`` first of which name kinds.
        taught: How many these are.
        prototypes: [c, d], unit length.
    """
    parts = [
        nearest_cosines(each, vocabulary, taught, prototypes).numpy()
        for each in (questions.untaught, questions.captions, questions.commands)
        if len(each)
    ]
    groups = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    fitted = fit_familiarity(np.concatenate(parts), groups, FALSE_ALARMS)
    told = [
        round(100 * float(np.mean([fitted.probability(*row) < 0.5 for row in part])), 1)
        for part in parts
    ]
    return fitted, {"untaught_told": told[0], "false_alarms": max(told[1:])}


def finalise(
    network: ScrlNetwork,
    scenes: Sequence[str],
    asked: dict[str, Questions],
    images: Tensor,
    vocabulary: Tensor,
    validation: SpokenValidation,
) -> tuple[ModelConfig, dict[str, float]]:
    """Complete a trained network in place.

    Args:
        network: Trained.
        scenes: Names of its prototypes.
        asked: The validation questions by modality, "voice" and perhaps "text", by this network.
        images: The validation images, by this network, [m, d].
        vocabulary: Embeddings of :func:`~engine.training.phrases.vocabulary_phrases`.
        validation: What was asked and what is right.

    Returns:
        The configuration to store beside the weights, and what validation measured.
    """
    prototypes = functional.normalize(network.prototypes.detach(), dim=-1).cpu()
    embedded = [Embedded(each.captions, each.commands, images) for each in asked.values()]
    weight, temperature, figures_by_modality = choose_fusion(embedded, prototypes, validation)
    measured = dict(figures_by_modality[list(asked).index("voice")])
    by_sentence = {
        text: (image.kind,)
        for image in validation.images
        if image.kind is not None
        for text in image.sentences
    }
    named = [by_sentence[text] for text in validation.sentences] + list(validation.kinds)
    seen = fuse(images, prototypes, weight, temperature)
    phrases, taught = vocabulary_phrases()
    calibrations, familiarities = {}, {}
    for modality, questions in asked.items():
        words = fuse(questions.known, prototypes, weight, temperature)
        calibrations[modality], figures = calibrate(words, named, seen, validation.images)
        if len(questions.untaught):
            familiarities[modality], more = familiarise(questions, vocabulary, taught, prototypes)
            figures |= more
        measured |= {f"{modality}_{name}": value for name, value in figures.items()}
    # A tile as the question: some of the images ask for all, themselves included, as a tile of an index does.
    some = [i for i, image in enumerate(validation.images) if image.kind is not None][::5]
    own_kinds = [(str(validation.images[i].kind),) for i in some]
    tile, figures = calibrate(seen[some], own_kinds, seen, validation.images, false_hits=1.0)
    measured |= {f"tile_{name}": value for name, value in figures.items()}
    network.vocabulary = vocabulary.to(network.prototypes.device)
    network.config = replace(
        network.config,
        scenes=tuple(scenes),
        scene_weight=weight,
        scene_temperature=temperature,
        voice_calibration=calibrations["voice"],
        text_calibration=calibrations.get("text"),
        tile_calibration=tile,
        vocabulary=tuple(phrases),
        taught=taught,
        voice_familiarity=familiarities.get("voice"),
        text_familiarity=familiarities.get("text"),
    )
    return network.config, {**measured, "scene_weight": weight, "scene_temperature": temperature}
