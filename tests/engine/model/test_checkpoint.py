"""Storing and loading the model, and the one that ships."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from engine.errors import ModelDamaged, ModelMissing
from engine.model.calibration import Calibration
from engine.model.checkpoint import (
    ModelConfig,
    ScrlNetwork,
    default_model_folder,
    load_model,
    save_model,
)
from engine.model.files import CARD, CONFIG, WEIGHTS

LIMIT_BYTES = 20_000_000


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(default_model_folder(), tmp_path / "model"))


@pytest.mark.parametrize("kind", ["pretrained", "paper"])
def test_saving_and_loading_keeps_the_vectors(tmp_path, kind):
    torch.manual_seed(0)
    config = ModelConfig("test", voice_encoder=kind, embedding_size=64, image_pixels=64)
    network = ScrlNetwork(config, scenes=5).eval()
    images = np.random.default_rng(0).integers(0, 256, (3, 64, 64, 3), dtype=np.uint8)
    with torch.inference_mode():
        before = network.image(torch.from_numpy(images).permute(0, 3, 1, 2)).numpy()
    save_model(network, config, tmp_path)
    loaded = load_model(tmp_path)
    assert loaded.config == config
    after = loaded.encode_images(images)
    assert np.all((before * after).sum(axis=1) > 0.97)
    assert after.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(after, axis=1), 1, atol=1e-5)
    question = loaded.encode_voice(np.random.default_rng(1).normal(0, 0.1, 24_000))
    assert question.shape == (64,)
    assert np.linalg.norm(question) == pytest.approx(1, abs=1e-5)


def test_bundled_model_is_small_and_has_its_card():
    folder = default_model_folder()
    assert sum(file.stat().st_size for file in folder.iterdir()) <= LIMIT_BYTES
    card = (folder / CARD).read_text(encoding="utf-8").lower()
    for topic in ("licence", "training data", "metrics", "limits", "intended use", "speakers"):
        assert topic in card, topic
    kinds = {str(tensor.dtype) for tensor in load_file(folder / WEIGHTS).values()}
    assert kinds <= {"torch.int8", "torch.float16", "torch.float32"}


def test_images_embed_alike_alone_and_in_a_batch(model):
    pixels = model.tile_pixels
    images = np.random.default_rng(0).integers(0, 256, (5, pixels, pixels, 3), dtype=np.uint8)
    together = model.encode_images(images)
    alone = np.concatenate([model.encode_images(images[i : i + 1]) for i in range(5)])
    np.testing.assert_allclose(together, alone, atol=1e-4)


def test_loudness_does_not_change_a_question(model):
    samples = np.random.default_rng(0).normal(0, 0.1, 32_000).astype(np.float32)
    quiet = model.encode_voice(samples * 0.01)
    # Not the very same: sums of rounded numbers fall to one side or the other.
    assert float(quiet @ model.encode_voice(samples)) > 0.999


def test_checksum_names_the_weights(model, copy):
    assert load_model(copy).checksum == model.checksum
    config = json.loads((copy / CONFIG).read_text())
    config["name"] = "another"
    (copy / CONFIG).write_text(json.dumps(config))
    assert load_model(copy).checksum != model.checksum


def test_missing_model(tmp_path):
    with pytest.raises(ModelMissing, match="--model"):
        load_model(tmp_path)


@pytest.mark.parametrize("damage", ["cut", "garbage", "config", "newer", "lacking"])
def test_damaged_model(copy, damage):
    weights, config = copy / WEIGHTS, copy / CONFIG
    if damage == "cut":
        weights.write_bytes(weights.read_bytes()[:100_000])
    elif damage == "garbage":
        weights.write_bytes(b"x" * 5000)
    elif damage == "config":
        config.write_text("{")
    elif damage == "newer":
        config.write_text(json.dumps({**json.loads(config.read_text()), "format": 99}))
    else:
        from safetensors.torch import save_file

        tensors = load_file(weights)
        save_file({name: t for name, t in tensors.items() if "projection" not in name}, weights)
    with pytest.raises(ModelDamaged) as caught:
        load_model(copy)
    assert str(copy) in caught.value.message
    assert caught.value.next_step


@pytest.mark.parametrize(
    "change",
    [None, [], {"scene_weight": 2}, {"scene_weight": None}, {"scene_temperature": 0}],
    ids=str,
)
def test_odd_configurations_are_damage(copy, change):
    config = json.loads((copy / CONFIG).read_text())
    odd = {**config, **change} if isinstance(change, dict) else change
    (copy / CONFIG).write_text(json.dumps(odd))
    with pytest.raises(ModelDamaged):
        load_model(copy)


def test_fusion_calibration_and_vocabulary_are_kept(tmp_path):
    config = ModelConfig(
        "fused", embedding_size=64, scenes=("beach", "forest", "port"), scene_weight=0.3,
        voice_calibration=Calibration(12.0, -6.0), tile_calibration=Calibration(9.0, -5.0),
        vocabulary=("beaches", "woods", "marinas", "car parks"),
    )  # fmt: skip
    torch.manual_seed(0)
    network = ScrlNetwork(config)
    network.vocabulary = torch.nn.functional.normalize(torch.randn(4, 64), dim=-1)
    save_model(network, config, tmp_path)
    loaded = load_model(tmp_path)
    assert loaded.config == config
    assert loaded.embedding_size == 64 + 3
    samples = np.random.default_rng(1).normal(0, 0.1, 24_000).astype(np.float32)
    question = loaded.encode_voice(samples)
    assert question.shape == (67,)
    assert np.linalg.norm(question) == pytest.approx(1, abs=1e-5)
    said = loaded.understood(question)
    assert [phrase.score for phrase in said] == sorted((p.score for p in said), reverse=True)
    with torch.inference_mode():
        alone = loaded.network.voice(loaded.voice_features(samples))[0]
    nearest = int((network.vocabulary @ alone).argmax())
    assert said[0].text == config.vocabulary[nearest]
    assert loaded.default_min_score == 0.5
