"""From trained weights to the model that ships: fusion, readable scores, vocabulary. Chosen on validation data."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from ..model.calibration import Calibration, fit_calibration
from ..model.checkpoint import ModelConfig, ScrlNetwork
from ..model.fusion import fuse
from .datasets import rows_by_dataset, shows
from .fitting import Embedded, SpokenValidation, measure
from .phrases import vocabulary_phrases

WEIGHTS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
TEMPERATURES = (0.05, 0.07, 0.1, 0.14, 0.2)


def choose_fusion(
    embedded: Embedded, prototypes: Tensor, validation: SpokenValidation
) -> tuple[float, float, dict[str, float]]:
    """Return weight and temperature of the best fusion, and what validation measured with it.

    Args:
        embedded: Of the validation questions and images.
        prototypes: [c, d], unit length.
        validation: What was asked and what is right.
    """
    measured = (
        (weight, temperature, measure(fused(embedded, prototypes, weight, temperature), validation))
        for weight, temperature in itertools.product(WEIGHTS, TEMPERATURES)
    )
    return max(measured, key=lambda choice: choice[2]["score"])


def fused(embedded: Embedded, prototypes: Tensor, weight: float, temperature: float) -> Embedded:
    """Fuse the vectors of questions and images (:func:`engine.model.fusion.fuse`)."""
    return Embedded(*(fuse(vectors, prototypes, weight, temperature) for vectors in embedded))


def calibrate(embedded: Embedded, validation: SpokenValidation) -> tuple[Calibration, Calibration]:
    """Return the calibrations of spoken questions and of questions made of tiles.

    Args:
        embedded: Of the validation questions and images, fused.
        validation: What was asked and what is right.
    """
    kinds = np.array([image.kind or "" for image in validation.images])
    by_sentence = {
        text: (image.kind,)
        for image in validation.images
        if image.kind is not None
        for text in image.sentences
    }
    asked = [by_sentence[text] for text in validation.sentences] + list(validation.kinds)
    right = shows(validation.images, asked)
    voices = torch.cat([embedded.captions, embedded.commands])
    spoken: list[tuple[np.ndarray, np.ndarray]] = []
    tiles: list[tuple[np.ndarray, np.ndarray]] = []
    for columns in rows_by_dataset(validation.images).values():
        there = kinds[columns]
        rows = np.flatnonzero(right[:, columns].any(axis=1))
        vectors = embedded.images[torch.from_numpy(columns)]
        similar = (voices[torch.from_numpy(rows)] @ vectors.T).numpy()
        spoken.append((similar, right[np.ix_(rows, columns)]))
        others = ~np.eye(len(columns), dtype=bool)
        among = (vectors @ vectors.T).numpy()
        tiles.append((among[others], (there[:, None] == there[None, :])[others]))
    return _fitted(spoken), _fitted(tiles)


def _fitted(parts: Sequence[tuple[np.ndarray, np.ndarray]]) -> Calibration:
    return fit_calibration(
        np.concatenate([similar.ravel() for similar, _ in parts]),
        np.concatenate([right.ravel() for _, right in parts]),
    )


def finalise(
    network: ScrlNetwork,
    scenes: Sequence[str],
    embedded: Embedded,
    vocabulary: Tensor,
    validation: SpokenValidation,
) -> tuple[ModelConfig, dict[str, float]]:
    """Complete a trained network in place.

    Args:
        network: Trained.
        scenes: Names of its prototypes.
        embedded: Of the validation questions and images, by this network.
        vocabulary: Embeddings of :func:`~engine.training.phrases.vocabulary_phrases`.
        validation: What was asked and what is right.

    Returns:
        The configuration to store beside the weights, and what validation measured.
    """
    prototypes = functional.normalize(network.prototypes.detach(), dim=-1).cpu()
    weight, temperature, measured = choose_fusion(embedded, prototypes, validation)
    voice, tile = calibrate(fused(embedded, prototypes, weight, temperature), validation)
    network.vocabulary = vocabulary.to(network.prototypes.device)
    network.config = dataclasses.replace(
        network.config,
        scenes=tuple(scenes),
        scene_weight=weight,
        scene_temperature=temperature,
        voice_calibration=voice,
        tile_calibration=tile,
        vocabulary=tuple(vocabulary_phrases()),
    )
    return network.config, {**measured, "scene_weight": weight, "scene_temperature": temperature}
