"""Fusion and calibration are chosen on validation data, and say what they promise."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn import functional

from engine.model.checkpoint import ModelConfig, ScrlNetwork
from engine.model.fusion import fuse
from engine.training.datasets import CaptionedImage
from engine.training.finalisation import finalise
from engine.training.fitting import Embedded, SpokenValidation
from engine.training.phrases import vocabulary_phrases

KINDS = ("beach", "forest", "port", "river")
SIZE = 24


@pytest.fixture(scope="module")
def world():
    """Scenes are clear, single images are not: fusion has something to gain."""
    rng = torch.Generator().manual_seed(3)
    prototypes = functional.normalize(torch.randn(len(KINDS), SIZE, generator=rng), dim=-1)
    images, seen, heard = [], [], []
    for n in range(80):
        kind = n % len(KINDS)
        images.append(
            CaptionedImage("rsicd", f"{n}", KINDS[kind], (f"caption {n}",), "val", "train")
        )
        own = prototypes[kind] + 0.7 * torch.randn(SIZE, generator=rng)
        seen.append(own)
        heard.append(own + 0.7 * torch.randn(SIZE, generator=rng))
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


def test_finish_completes_the_model(world):
    prototypes, (seen, heard, commands), validation = world
    network = ScrlNetwork(ModelConfig("test", embedding_size=SIZE), len(KINDS))
    with torch.no_grad():
        network.prototypes.copy_(prototypes * 3)
    vocabulary = functional.normalize(torch.randn(len(vocabulary_phrases()), SIZE), dim=-1)
    config, measured = finalise(
        network, KINDS, Embedded(heard, commands, seen), vocabulary, validation
    )
    assert config.scenes == KINDS
    assert config.scene_weight > 0
    assert measured["val_p10"] > 60
    assert network.config is config
    assert torch.equal(network.vocabulary, vocabulary)

    fused = [
        fuse(x, prototypes, config.scene_weight, config.scene_temperature) for x in (heard, seen)
    ]
    similar = (fused[0] @ fused[1].T).numpy()
    kinds = np.array([image.kind for image in validation.images])
    right = kinds[:, None] == kinds[None, :]
    assert config.voice_calibration is not None
    scores = np.vectorize(config.voice_calibration.score)(similar)
    # What is scored about 0.5 is right about half the time.
    middling = (scores > 0.35) & (scores < 0.65)
    assert right[middling].mean() == pytest.approx(scores[middling].mean(), abs=0.12)
