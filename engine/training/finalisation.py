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
from .fitting import SpokenValidation, command_precision, rank_captions
from .phrases import vocabulary_phrases

WEIGHTS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
TEMPERATURES = (0.05, 0.07, 0.1, 0.14, 0.2)


def choose_fusion(
    captions: Tensor,
    commands: Tensor,
    images: Tensor,
    prototypes: Tensor,
    validation: SpokenValidation,
) -> tuple[float, float, dict[str, float]]:
    """Return weight and temperature of the best fusion, and what validation measured with it.

    Args:
        captions: Embeddings of the spoken validation captions, [q, d].
        commands: Embeddings of the spoken commands, [r, d].
        images: Embeddings of the validation images, [n, d].
        prototypes: [c, d], unit length.
        validation: What was asked and what is right.
    """
    best: tuple[float, float, dict[str, float]] | None = None
    for weight, temperature in itertools.product(WEIGHTS, TEMPERATURES):
        fused = [fuse(x, prototypes, weight, temperature) for x in (captions, commands, images)]
        measured = rank_captions(
            (fused[0] @ fused[2].T).numpy(), validation.sentences, validation.images
        )
        if len(commands):
            precision = command_precision(
                (fused[1] @ fused[2].T).numpy(), validation.kinds, validation.images
            )
            measured |= {
                "val_p10": round(precision, 2),
                "score": round((measured["score"] + precision) / 2, 2),
            }
        if best is None or measured["score"] > best[2]["score"]:
            best = (weight, temperature, measured)
    if best is None:
        raise ValueError("nothing to choose from")
    return best


def calibrate(
    captions: Tensor, commands: Tensor, images: Tensor, validation: SpokenValidation
) -> tuple[Calibration, Calibration]:
    """Return the calibrations of spoken questions and of questions made of tiles.

    Args:
        captions: Vectors of the spoken validation captions, fused.
        commands: Vectors of the spoken commands, fused.
        images: Vectors of the validation images, fused.
        validation: What was asked and what is right.
    """
    kinds = np.array([image.kind for image in validation.images])
    by_sentence = {text: image.kind for image in validation.images for text in image.sentences}
    asked = [by_sentence[text] for text in validation.sentences] + list(validation.kinds)
    voices = torch.cat([captions, commands])
    datasets = np.array([image.dataset for image in validation.images])
    spoken: list[tuple[np.ndarray, np.ndarray]] = []
    tiles: list[tuple[np.ndarray, np.ndarray]] = []
    for dataset in np.unique(datasets):
        columns = np.flatnonzero(datasets == dataset)
        there = kinds[columns]
        rows = np.flatnonzero(np.isin(asked, there))
        vectors = images[torch.from_numpy(columns)]
        similar = (voices[torch.from_numpy(rows)] @ vectors.T).numpy()
        spoken.append((similar, np.array(asked)[rows][:, None] == there[None, :]))
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
    captions: Tensor,
    commands: Tensor,
    images: Tensor,
    vocabulary: Tensor,
    validation: SpokenValidation,
) -> tuple[ModelConfig, dict[str, float]]:
    """Complete a trained network in place.

    Args:
        network: Trained.
        scenes: Names of its prototypes.
        captions: Embeddings of the spoken validation captions.
        commands: Embeddings of the spoken commands.
        images: Embeddings of the validation images.
        vocabulary: Embeddings of :func:`~engine.training.phrases.vocabulary_phrases`.
        validation: What was asked and what is right.

    Returns:
        The configuration to store beside the weights, and what validation measured.
    """
    prototypes = functional.normalize(network.prototypes.detach(), dim=-1).cpu()
    weight, temperature, measured = choose_fusion(
        captions, commands, images, prototypes, validation
    )
    fused = [fuse(x, prototypes, weight, temperature) for x in (captions, commands, images)]
    voice, tile = calibrate(fused[0], fused[1], fused[2], validation)
    network.vocabulary = vocabulary.to(network.prototypes.device)
    config = dataclasses.replace(
        network.config,
        scenes=tuple(scenes),
        scene_weight=weight,
        scene_temperature=temperature,
        voice_calibration=voice,
        tile_calibration=tile,
        vocabulary=tuple(vocabulary_phrases()),
    )
    network.config = config
    return config, {**measured, "scene_weight": weight, "scene_temperature": temperature}


def embedded_images(network: ScrlNetwork, pooled: Tensor, device: str) -> Tensor:
    """Return embeddings of the trunk's pooled features [n, 1, 1280] on the CPU."""
    network.eval()
    with torch.inference_mode():
        seen = functional.normalize(network.image.projection(pooled[:, 0].to(device)), dim=-1)
    return seen.cpu().clone()
