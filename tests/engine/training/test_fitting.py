"""Fitting learns, is seeded, and goes on after a break as if there had been none."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from engine.errors import UsageError
from engine.model.checkpoint import ModelConfig, ScrlNetwork
from engine.model.image_encoder import ImageEncoder
from engine.training.clip_assignment import Utterance
from engine.training.config import LossWeights, TrainingConfig, read_config
from engine.training.datasets import CaptionedImage
from engine.training.features import FeatureStore, augment_view, image_key, voice_key
from engine.training.fitting import (
    Embedded,
    ImageFeatures,
    Log,
    SpokenValidation,
    TextHead,
    VoiceFeatures,
    embed_voices,
    fit_images,
    fit_voice,
    measure,
    term_values,
)
from engine.training.pretrained import load_start_weights
from engine.training.sampling import Scenes
from engine.training.synthesis import Cast, Clip
from tests.support.shared_data import DATA

KINDS = ("beach", "forest", "parking", "river")
CONFIG = TrainingConfig(
    embedding_size=32, epochs=4, steps_per_epoch=6, batch_size=16, image_views=1, speech_part=3,
    image_head_factor=1.0,
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
        np.stack([looks[str(i.kind)] + 0.5 * rng.normal(size=1280) for i in images])[:, None],
        dtype=torch.float32,
    )
    utterances = [Utterance(image.sentences[0], image.sentences[0]) for image in images]
    utterances += [Utterance(f"find the {kind}", kinds=(kind,)) for kind in KINDS]
    utterances += [Utterance("something else"), Utterance("never spoken", kinds=("beach",))]
    meant = [str(image.kind) for image in images] + [*KINDS, "none"]
    tones["none"] = rng.normal(size=384)
    clips = [Clip(utterance.text, "espeak", "en-us") for utterance in utterances]
    store = FeatureStore(tmp_path_factory.mktemp("features"))
    for clip, kind in zip(clips, meant, strict=False):
        frames = rng.integers(12, 20)
        for variant in (0, 1):
            noise = 0.5 * rng.normal(size=(frames, 384))
            store.append({voice_key(clip, variant): tones[kind] + noise})
    spoken = [voice_key(clip, 0) for clip in clips]
    validation = SpokenValidation(
        tuple(spoken[: len(images)]),
        tuple(image.sentences[0] for image in images),
        tuple(spoken[len(images) : len(images) + len(KINDS)]),
        tuple((kind,) for kind in KINDS),
        tuple(images),
    )
    texts = torch.nn.functional.normalize(
        torch.tensor(np.stack([tones[kind] for kind in [*meant, "beach"]]), dtype=torch.float32),
        dim=-1,
    )
    return images, pooled, utterances, clips, store, texts, validation


def fit(material, run, config):
    images, pooled, utterances, clips, store, texts, validation = material
    run.mkdir(exist_ok=True)
    torch.manual_seed(config.seed)
    network = ScrlNetwork(ModelConfig("test", embedding_size=32), len(Scenes(images).names))
    with torch.inference_mode():
        targets = TextHead(32).eval()(texts).clone()
    lines: list[str] = []
    fit_voice(
        network, images, pooled, utterances, VoiceFeatures(utterances, clips, store, config),
        (targets, texts), validation, pooled, store, config, Log(run, lines.append),
    )  # fmt: skip
    rows = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
    return network, rows


@pytest.fixture(scope="module")
def unbroken(material, tmp_path_factory):
    return fit(material, tmp_path_factory.mktemp("unbroken"), CONFIG)


def test_it_learns(unbroken):
    rows = unbroken[1]
    assert [row["epoch"] for row in rows] == [1, 2, 3, 4]
    assert rows[-1]["val_map"] > 90 > 60 > rows[-1]["contrastive"]
    for term, weight in dataclasses.asdict(LossWeights()).items():
        assert (term in rows[-1]) == (weight > 0)
        assert np.isfinite(rows[-1].get(term, 0.0))


def test_a_run_that_was_cut_off_ends_with_the_same_weights(material, tmp_path, monkeypatch):
    class Killed(Exception):
        pass

    config = dataclasses.replace(CONFIG, epochs=3, steps_per_epoch=2)
    unbroken, expected = fit(material, tmp_path / "unbroken", config)
    written = Log.write

    def die_after_one(log, **row):
        written(log, **row)
        if row["epoch"] == 1:
            raise Killed

    monkeypatch.setattr(Log, "write", die_after_one)
    with pytest.raises(Killed):
        fit(material, tmp_path / "run", config)
    monkeypatch.setattr(Log, "write", written)
    resumed, rows = fit(material, tmp_path / "run", config)
    assert [row["epoch"] for row in rows] == [1, 2, 3]
    assert rows[-1]["contrastive"] == pytest.approx(expected[-1]["contrastive"], abs=2e-4)
    again = resumed.state_dict()
    for name, value in unbroken.state_dict().items():
        assert torch.allclose(value, again[name], atol=1e-4), name


def test_a_term_without_weight_takes_no_part(material, tmp_path):
    config = dataclasses.replace(
        CONFIG,
        epochs=1,
        steps_per_epoch=1,
        losses=LossWeights(pairwise=0, intra=0, inter=0, scene=0, distillation=0),
    )
    row = fit(material, tmp_path / "run", config)[1][0]
    assert {"contrastive", "intra_agreement", "inter_agreement"} <= row.keys()
    assert "language" in row
    assert not {"pairwise", "intra", "inter", "scene", "distillation"} & row.keys()


def test_only_the_upper_blocks_of_the_speech_encoder_learn(material, unbroken):
    torch.manual_seed(CONFIG.seed)
    kinds = len(Scenes(material[0]).names)
    fresh = ScrlNetwork(ModelConfig("test", embedding_size=32), kinds).state_dict()
    for name, value in unbroken[0].voice.speech.named_parameters():
        upper = name.startswith(("blocks.3.", "norm."))
        assert torch.equal(value, fresh[f"voice.speech.{name}"]) != upper, name


def test_commands_are_understood(material, unbroken):
    validation, store = material[-1], material[4]
    asked = embed_voices(unbroken[0], [store[key] for key in validation.commands], CONFIG)
    heard = embed_voices(unbroken[0], [store[key] for key in validation.voices], CONFIG)
    nearest = (asked @ heard.T).argmax(dim=1)
    assert [validation.images[i].kind for i in nearest] == list(KINDS)


def test_configuration_file(tmp_path):
    file = tmp_path / "config.json"
    file.write_text('{"epochs": 3, "losses": {"inter": 0}}')
    config = read_config(file)
    assert (config.epochs, config.losses.inter, config.losses.intra) == (3, 0, LossWeights().intra)
    file.write_text('{"caption_cast": {"espeak": 2}}')
    assert read_config(file).caption_cast == Cast(espeak=2)
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


def test_validation_asks_the_third_set_by_commands_alone():
    def more(name, kind, *sentences):
        return CaptionedImage("more", name, kind, sentences, "val", "train", "vhr")

    images = [
        CaptionedImage("rsicd", f"p{n}", "pond", (f"p {n}",), "val", "train") for n in range(5)
    ]
    images += [more(f"l{n}", "lake") for n in range(5)]
    images += [more(f"s{n}", "ship") for n in range(4)]  # too few to count
    images += [more("scene", None, "p 0")]  # a caption that RSICD has, too, and no label
    vectors = torch.eye(3)
    seen = vectors[[0] * 5 + [1] * 5 + [2] * 4 + [1]]
    asked = SpokenValidation(
        (), ("p 0",), (), (("pond", "lake"), ("lake",), ("ship",)), tuple(images)
    )
    # Lakes are found by one question of two, ponds and captions always; ships never.
    embedded = Embedded(vectors[[0]], vectors[[0, 1, 0]], seen)
    measured = measure(embedded, asked)
    assert measured["val_map"] == measured["val_map_rsicd"] == 100
    assert measured["val_p10_rsicd"] == 100
    assert measured["val_p10_more"] == pytest.approx(75, abs=26)
    assert not {"val_map_more", "val_r10_more"} & measured.keys()
    assert measured["val_p10"] == pytest.approx((100 + measured["val_p10_more"]) / 2)
    captions = 0.75 * 100 + 0.25 * measured["val_r10_rsicd"]
    rsicd = (captions + 100) / 2
    assert measured["score"] == pytest.approx((rsicd + measured["val_p10_more"]) / 2, abs=0.01)
    only_commands = dataclasses.replace(asked, sentences=())
    assert "val_map" not in measure(Embedded(vectors[:0], vectors[[0, 1, 0]], seen), only_commands)


def test_images_without_a_label_take_part_in_no_term_with_labels():
    images = [
        CaptionedImage(
            "more", f"{n}", kind, ("a ship",) if kind is None else (), "train", "train", "x"
        )
        for n, kind in enumerate(["ship", "ship", "lake", "lake", None, None])
    ]
    scenes = Scenes(images)
    torch.manual_seed(0)
    questions, seen = torch.nn.functional.normalize(torch.randn(2, 6, 8), dim=-1)
    prototypes = torch.randn(2, 8)

    def terms(rows):
        relations = scenes.relations(torch.tensor(rows), torch.eye(len(rows), dtype=torch.bool))
        return term_values(
            questions[rows], seen[rows], relations, scenes, np.array(rows), prototypes, CONFIG
        )

    everything, labelled = terms([0, 1, 2, 3, 4, 5]), terms([0, 1, 2, 3])
    for name in ("intra", "inter", "scene"):
        assert everything[name] == pytest.approx(float(labelled[name]), abs=1e-6)
    for name in ("contrastive", "pairwise", "intra_agreement"):
        assert float(everything[name]) != pytest.approx(float(labelled[name]), abs=1e-4)


WEIGHTS = DATA.parent / "weights" / "aerial-lite0.safetensors"


def test_start_weights_fill_trunk_projection_and_text_head(tmp_path):
    image, text = ImageEncoder(64), TextHead(64)
    given = nn.ModuleDict({"trunk": image.trunk, "projection": image.projection, "text": text})
    file = tmp_path / "start.safetensors"
    save_file({key: value.half() for key, value in given.state_dict().items()}, file)
    other, other_text = ImageEncoder(64), TextHead(64)
    load_start_weights(file, other, other_text)
    for mine, theirs in ((image, other), (text, other_text)):
        for name, value in mine.state_dict().items():
            torch.testing.assert_close(theirs.state_dict()[name], value, rtol=1e-3, atol=1e-3)
    with pytest.raises(UsageError, match="size mismatch"):
        load_start_weights(file, ImageEncoder(32), TextHead(32))
    file.write_bytes(b"nothing of the kind")
    with pytest.raises(UsageError, match="start_weights"):
        load_start_weights(file, other, other_text)
    with pytest.raises(UsageError, match="none"):
        load_start_weights(tmp_path / "none", other, other_text)


@pytest.mark.skipif(not WEIGHTS.is_file(), reason="the weights of ../shared/weights are not here")
def test_the_shared_weights_fit():
    image, text = ImageEncoder(256), TextHead(256)
    fresh = image.trunk.state_dict()["parts.0.1.running_mean"].clone()
    load_start_weights(WEIGHTS, image, text)
    assert not torch.equal(image.trunk.state_dict()["parts.0.1.running_mean"], fresh)
    assert all(bool(value.isfinite().all()) for value in image.state_dict().values())


def test_views_of_a_place_differ_and_are_seeded():
    rng = np.random.default_rng(0)
    place = rng.integers(0, 256, (64, 64, 3), dtype=np.uint8)
    plain = augment_view(place, 0, np.random.default_rng(1))
    assert np.array_equal(plain, place)
    views = [augment_view(place, 3, np.random.default_rng(seed)) for seed in range(40)]
    assert all(view.shape == place.shape and view.dtype == np.uint8 for view in views)
    assert np.array_equal(views[5], augment_view(place, 3, np.random.default_rng(5)))
    assert len({view.tobytes() for view in views}) == 40
    # Some are coarser: neighbouring pixels are alike.
    steps = np.array(
        [np.abs(np.diff(view.astype(float), axis=0)).mean() / view.std() for view in views]
    )
    assert 5 <= (steps < 0.7 * np.median(steps)).sum() <= 20
    # A place of one colour has no seam, wherever it is turned and cropped.
    flat = np.full((64, 64, 3), 100, dtype=np.uint8)
    assert all(
        np.ptp(augment_view(flat, 5, np.random.default_rng(s)), axis=(0, 1)).max() <= 1
        for s in range(20)
    )


def test_features_of_other_start_weights_have_other_names():
    image = CaptionedImage("ucm", "a.jpg", "beach", ("sand",), "train", "train")
    other = dataclasses.replace(CONFIG, start_weights="somewhere/aerial-lite0.safetensors")
    assert image_key(image, 1, CONFIG) != image_key(image, 1, other)


def test_images_of_both_sorts_of_sets_are_fitted_together(tmp_path):
    config = dataclasses.replace(
        CONFIG, image_pixels=32, image_part=17, head_steps=8, image_epochs=1, polish_steps=0, batch_size=8,
    )  # fmt: skip
    images = [
        CaptionedImage("ucm", f"u{n}", kind, (f"a {kind}",), "train", "train")
        for n, kind in enumerate(["beach", "forest"] * 3)
    ]
    images += [
        CaptionedImage("more", f"m{n}", "lake", (), "train", "train", "nwpu") for n in range(5)
    ]
    images += [CaptionedImage("more", "v", None, ("two ships",), "train", "train", "vhr")]
    torch.manual_seed(0)
    network = ScrlNetwork(ModelConfig("test", embedding_size=32, image_pixels=32), 3)
    store = FeatureStore(tmp_path / "features")
    with torch.inference_mode():
        out = network.image.eval().trunk(torch.randn(len(images), 3, 32, 32), 0, config.image_part)
    for image, seen in zip(images, out.numpy(), strict=True):
        store.append({image_key(image, 0, config): seen})
    features = ImageFeatures(images, store, config)
    utterances = [Utterance("a beach", "a beach"), Utterance("a forest", "a forest")]
    utterances += [Utterance("find a lake", kinds=("lake",)), Utterance("two ships", "two ships")]
    utterances += [Utterance("anything else")]
    texts = torch.nn.functional.normalize(torch.randn(5, 384), dim=-1)
    asked = SpokenValidation((), ("a beach",), (), (("lake",),), tuple(images))
    before = [x.detach().clone() for x in network.image.projection.parameters()]
    fit_images(
        network, TextHead(32), features, utterances, texts, features, asked,
        (texts[:1], texts[2:3]), config, Log(tmp_path, lambda _: None),
    )  # fmt: skip
    rows = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert [row["stage"] for row in rows] == ["image heads"] * 4 + ["images"]
    assert {"val_map_ucm", "val_p10_more", "scene", "contrastive"} <= rows[-1].keys()
    assert all(np.isfinite(row["contrastive"]) for row in rows)
    after = list(network.image.projection.parameters())
    assert not any(torch.equal(old, new) for old, new in zip(before, after, strict=True))
