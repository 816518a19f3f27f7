"""Fitting learns, is seeded, and goes on after a break as if there had been none."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest
import torch

from engine.errors import UsageError
from engine.model.checkpoint import ModelConfig, ScrlNetwork
from engine.training.datasets import CaptionedImage
from engine.training.features import FeatureStore, voice_key
from engine.training.fitting import (
    Log,
    LossWeights,
    Scenes,
    TrainingConfig,
    ValidationSet,
    fit_scrl,
    read_config,
)
from engine.training.synthesis import Clip

KINDS = ("beach", "forest", "parking", "river")
CONFIG = TrainingConfig(
    embedding_size=32, epochs=4, steps_per_epoch=6, batch_size=16, image_views=1,
    augmented_variants=0,
)  # fmt: skip


@pytest.fixture(scope="module")
def material(tmp_path_factory):
    """Images and utterances whose features tell the scene: a small world that can be learned."""
    rng = np.random.default_rng(0)
    tones = {kind: rng.normal(size=384) for kind in KINDS}
    looks = {kind: rng.normal(size=1280) for kind in KINDS}
    images = [
        CaptionedImage("rsicd", f"{kind}_{n}", kind, (f"{kind} number {n}",), "train", "train")
        for kind in KINDS
        for n in range(10)
    ]
    pooled = torch.tensor(
        np.stack([looks[i.kind] + 0.5 * rng.normal(size=1280) for i in images])[:, None],
        dtype=torch.float32,
    )
    clips = [Clip(image.sentences[0], "espeak", "en-us") for image in images]
    store = FeatureStore(tmp_path_factory.mktemp("features"))
    for clip, image in zip(clips, images, strict=True):
        frames = rng.integers(30, 50)
        noise = 0.5 * rng.normal(size=(frames, 384))
        store.append({voice_key(clip, 0): tones[image.kind] + noise})
    validation = ValidationSet(
        tuple(voice_key(clip, 0) for clip in clips), tuple(c.text for c in clips), tuple(images)
    )
    return images, pooled, clips, store, validation


def fit(material, run, config):
    images, pooled, clips, store, validation = material
    run.mkdir(exist_ok=True)
    torch.manual_seed(config.seed)
    network = ScrlNetwork(ModelConfig("test", embedding_size=32), len(Scenes(images).names))
    lines: list[str] = []
    fit_scrl(
        network, images, pooled, clips, store, validation, pooled, config, run,
        Log(run, lines.append), "cpu",
    )  # fmt: skip
    rows = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
    return network.state_dict(), rows


@pytest.fixture(scope="module")
def unbroken(material, tmp_path_factory):
    return fit(material, tmp_path_factory.mktemp("unbroken"), CONFIG)


def test_it_learns(unbroken):
    rows = unbroken[1]
    assert [row["epoch"] for row in rows] == [1, 2, 3, 4]
    assert rows[-1]["val_map"] > 90 > 60 > rows[-1]["contrastive"]
    for term in dataclasses.asdict(LossWeights()):
        assert np.isfinite(rows[-1][term])


def test_a_run_that_was_cut_off_ends_with_the_same_weights(
    material, unbroken, tmp_path, monkeypatch
):
    class Killed(Exception):
        pass

    written = Log.write

    def die_after_two(log, **row):
        written(log, **row)
        if row["epoch"] == 2:
            raise Killed

    monkeypatch.setattr(Log, "write", die_after_two)
    with pytest.raises(Killed):
        fit(material, tmp_path / "run", CONFIG)
    monkeypatch.setattr(Log, "write", written)
    resumed, rows = fit(material, tmp_path / "run", CONFIG)
    assert [row["epoch"] for row in rows] == [1, 2, 3, 4]
    assert rows[-1]["contrastive"] == pytest.approx(unbroken[1][-1]["contrastive"], abs=2e-4)
    for name, value in unbroken[0].items():
        assert torch.allclose(value, resumed[name], atol=1e-5), name


def test_a_term_without_weight_takes_no_part(material, tmp_path):
    config = dataclasses.replace(
        CONFIG, epochs=1, losses=LossWeights(pairwise=0, intra=0, inter=0, scene=0)
    )
    row = fit(material, tmp_path / "run", config)[1][0]
    assert {"contrastive", "intra_agreement", "inter_agreement"} <= row.keys()
    assert not {"pairwise", "intra", "inter", "scene"} & row.keys()


def test_configuration_file(tmp_path):
    file = tmp_path / "config.json"
    file.write_text('{"epochs": 3, "losses": {"inter": 0}}')
    config = read_config(file)
    assert (config.epochs, config.losses.inter, config.losses.intra) == (3, 0, LossWeights().intra)
    file.write_text('{"epoches": 3}')
    with pytest.raises(UsageError, match="epochs"):
        read_config(file)
    with pytest.raises(UsageError):
        read_config(tmp_path / "none.json")


def test_feature_store_survives_a_cut(tmp_path):
    store = FeatureStore(tmp_path)
    first = np.arange(6, dtype=np.float32).reshape(2, 3)
    store.append({"a": first})
    with (tmp_path / "features.bin").open("ab") as file:
        file.write(b"half an array")  # written, but no line names it
    store = FeatureStore(tmp_path)
    store.append({"b": first + 10})
    again = FeatureStore(tmp_path)
    np.testing.assert_array_equal(again["a"], first)
    np.testing.assert_array_equal(again["b"], first + 10)
    assert "c" not in again
