"""Fusion and calibration are chosen on validation data, and say what they promise."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn import functional

from engine.model.checkpoint import ModelConfig, ScrlNetwork
from engine.model.familiarity import fit_familiarity
from engine.training.datasets import CaptionedImage, overlaps
from engine.training.finalisation import (
    BEST,
    FALSE_ALARMS,
    FALSE_HITS,
    Questions,
    calibrate,
    finalise,
)
from engine.training.fitting import SpokenValidation
from engine.training.phrases import vocabulary_phrases

KINDS = ("beach", "forest", "port", "river")
SIZE = 24


def make_world(noise: float):
    rng = torch.Generator().manual_seed(3)
    prototypes = functional.normalize(torch.randn(len(KINDS), SIZE, generator=rng), dim=-1)
    images, seen, heard = [], [], []
    for n in range(80):
        kind = n % len(KINDS)
        images.append(
            CaptionedImage("rsicd", f"{n}", KINDS[kind], (f"caption {n}",), "val", "train")
        )
        own = prototypes[kind] + noise * torch.randn(SIZE, generator=rng)
        seen.append(own)
        heard.append(own + noise * torch.randn(SIZE, generator=rng))
    commands = prototypes + 0.3 * torch.randn(len(KINDS), SIZE, generator=rng)
    vectors = [
        functional.normalize(x, dim=-1) for x in (torch.stack(seen), torch.stack(heard), commands)
    ]
    validation = SpokenValidation(
        (),
        tuple(image.sentences[0] for image in images),
        (),
        tuple((kind,) for kind in KINDS),
        tuple(images),
    )
    return prototypes, vectors, validation


@pytest.fixture(scope="module")
def world():
    """Scenes are clear, single images are not: fusion has something to gain."""
    return make_world(0.7)


@pytest.fixture(scope="module")
def clear_world():
    return make_world(0.15)


def test_finish_completes_the_model(world):
    prototypes, (seen, heard, commands), validation = world
    network = ScrlNetwork(ModelConfig("test", embedding_size=SIZE), len(KINDS))
    with torch.no_grad():
        network.prototypes.copy_(prototypes * 3)
    phrases, taught = vocabulary_phrases()
    rng = torch.Generator().manual_seed(5)
    # Taught phrases lie near the prototypes, the others anywhere; so do questions for other things.
    near = prototypes.repeat(taught // len(KINDS) + 1, 1)[:taught]
    vocabulary = functional.normalize(
        torch.cat([near, torch.randn(len(phrases) - taught, SIZE, generator=rng)]), dim=-1
    )
    untaught = vocabulary[taught : taught + 40]
    spoken = Questions(heard, commands, untaught)
    typed = Questions(prototypes[[i % len(KINDS) for i in range(80)]], prototypes, untaught)
    config, measured = finalise(
        network, KINDS, {"voice": spoken, "text": typed}, seen, vocabulary, validation
    )
    assert config.scenes == KINDS
    assert config.scene_weight > 0
    assert measured["val_p10"] > 60
    assert network.config is config
    assert torch.equal(network.vocabulary, vocabulary)
    assert (config.vocabulary, config.taught) == (tuple(phrases), taught)
    for name in ("voice_calibration", "text_calibration", "tile_calibration"):
        assert getattr(config, name).slope > 0
    assert measured["text_present"] > 90
    assert measured["voice_false_alarms"] <= 100 * FALSE_ALARMS + 2
    assert measured["text_untaught_told"] > 60


def test_scores_are_probabilities_of_what_is_shown(clear_world):
    _, (seen, heard, _), validation = clear_world
    named = [(str(image.kind),) for image in validation.images]
    calibration, measured = calibrate(heard, named, seen, validation.images)
    similar = (heard @ seen.T).numpy()
    kinds = np.array([image.kind for image in validation.images])
    right, unclear = kinds[:, None] == kinds[None, :], overlaps(validation.images, named)
    scores, truth = [], []
    for row in range(len(similar)):
        for kept in (np.flatnonzero(~unclear[row]), np.flatnonzero(~unclear[row] & ~right[row])):
            top = kept[np.argsort(-similar[row, kept])[:BEST]]
            scores += [calibration.score(x) for x in similar[row, top]]
            truth += right[row, top].tolist()
    likely = np.array(scores) >= 0.5
    assert np.mean(np.array(truth)[likely]) > 0.75
    assert np.mean(np.array(truth)[~likely]) < 0.35
    assert measured["absent"] >= 100 * (1 - FALSE_HITS) - 2


def test_few_known_questions_are_taken_for_unknown():
    rng = np.random.default_rng(0)
    groups = np.repeat([1, 2, 0], [150, 50, 60])
    cosines = rng.normal(0.5, 0.1, (260, 3))
    cosines[groups > 0, 0] += 0.3
    cosines[groups == 2, 0] -= 0.1  # a harder sort, of which there are few
    cosines[groups == 0, 1] += 0.3
    fitted = fit_familiarity(cosines, groups, false_alarms=0.02)
    told = np.array([fitted.probability(*row) < 0.5 for row in cosines])
    assert max(told[groups == 1].mean(), told[groups == 2].mean()) <= 0.03
    assert told[groups == 0].mean() > 0.8
    assert fitted.taught > 0 > fitted.other
