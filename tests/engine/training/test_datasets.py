"""Splits, sentences and relations of the captioned image sets."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch

from engine.errors import DataMissing
from engine.training.clip_assignment import Utterance
from engine.training.datasets import (
    DATASETS,
    CaptionedImage,
    Part,
    load_captions,
    load_voices,
    normalise_sentence,
    read_images,
    related,
    select,
    unique_sentences,
)
from engine.training.sampling import Scenes, Sentences, UtteranceSampler
from tests.support.shared_data import DATA, needs_shared

LEARNED: tuple[Part, ...] = ("train", "val")


def image(name: str, scene: str, *sentences: str, dataset: str = "rsicd") -> CaptionedImage:
    return CaptionedImage(dataset, name, scene, sentences, "train", "train")


@pytest.mark.parametrize(
    ("caption", "spoken"),
    [
        ("many planes are parked .", "many planes are parked"),
        ("A road , two  trees.", "a road, two trees"),
        ("it is a river", "it is a river"),
    ],
)
def test_captions_become_what_one_says(caption, spoken):
    assert normalise_sentence(caption) == spoken


@needs_shared
@pytest.mark.parametrize("dataset", DATASETS)
def test_no_test_image_is_trained_or_chosen_on(dataset):
    images = load_captions(DATA, dataset)
    learned = {i.image for part in LEARNED for i in select(images, part)}
    assert not {i.image for i in select(images, "train")} & {i.image for i in select(images, "val")}
    assert not learned & {i.image for i in select(images, "test_80_20")}
    standard = {i.image for i in select(images, "test_standard")}
    assert bool(learned & standard) == (dataset == "ucm")  # UCM is tested on its 80/20 split only
    assert len(select(images, "test_80_20")) == {"ucm": 420, "rsicd": 2010}[dataset]


@needs_shared
def test_test_voices_speak_sentences_of_test_images():
    tests: dict[str, Part] = {"rsicd": "test_standard", "ucm": "test_80_20"}
    for dataset, part in tests.items():
        sentences = set(unique_sentences(select(load_captions(DATA, dataset), part)))
        spoken = [v for v in load_voices(DATA) if v.dataset == dataset]
        assert len(spoken) > 600
        assert sum(v.sentence in sentences for v in spoken) == len(spoken)


@needs_shared
def test_images_are_read_as_square_rgb():
    images = [load_captions(DATA, name)[0] for name in DATASETS]
    read = dict(read_images(DATA, images, 96))
    assert [read[i].shape for i in range(2)] == [(96, 96, 3)] * 2
    assert all(read[i].dtype == np.uint8 and read[i].std() > 5 for i in range(2))


def test_missing_data_are_named(tmp_path):
    with pytest.raises(DataMissing, match=r"rsicd/captions\.jsonl"):
        load_captions(tmp_path, "rsicd")
    with pytest.raises(DataMissing, match="--data"):
        load_voices(tmp_path)


def test_images_that_share_a_sentence_are_positives_of_each_other():
    images = [
        image("a", "beach", "waves", "sand"),
        image("b", "beach", "sand"),
        image("c", "pond", "water"),
    ]
    sentences = Sentences(images)
    sand = torch.tensor([sentences.names.index("sand")] * 3)
    assert sentences.positive(sand, torch.arange(3)).tolist() == [[True, True, False]] * 3


def test_relations_between_the_sets_are_known_only_where_names_say_so():
    images = [
        image("a", "airport", "x"),
        image("b", "airplane", "y", dataset="ucm"),
        image("c", "parking", "z"),
        image("d", "parkinglot", "w", dataset="ucm"),
        image("e", "beach", "v"),
    ]
    rows = torch.arange(5)
    scenes = Scenes(images)
    relations = scenes.relations(rows, torch.eye(5, dtype=torch.bool))
    assert bool(relations.unknown[0, 1])
    assert not relations.same_scene[0, 1]
    assert bool(relations.same_scene[2, 3])
    assert not relations.unknown[2, 3]
    assert not relations.unknown[0, 4]
    assert scenes.allowed(rows).sum(dim=1).tolist() == [3, 2, 3, 2, 3]
    assert related("airport", "runway")
    assert not related("beach", "airport")
    assert dataclasses.replace(images[3]).kind == "parking"


def test_a_labelled_phrase_is_right_for_every_image_of_its_kind():
    images = [
        CaptionedImage("rsicd", f"{n}", kind, (f"caption {n}",), "train", "train")
        for n, kind in enumerate(["port", "port", "beach", "beach"])
    ]
    scenes = Scenes(images)
    utterances = [Utterance(f"caption {n}", f"caption {n}") for n in range(4)]
    utterances += [Utterance("find the marinas", kinds=("port",)), Utterance("anything else")]
    table = UtteranceSampler(utterances, images, scenes)
    rng = np.random.default_rng(0)
    rows = np.arange(4)
    said, relations = table.draw(rows, 1.0, rng)
    assert said.tolist() == [4, 4, 2, 3]  # beaches have no phrase: their captions are said
    assert relations.positive.tolist() == [
        [True, True, False, False],
        [True, True, False, False],
        [False, False, True, False],
        [False, False, False, True],
    ]
    assert set(table.draw_open(10, rng).tolist()) == {5}
    assert table.draw(rows, 0.0, rng)[0].tolist() == [0, 1, 2, 3]


def test_what_nobody_speaks_is_not_drawn():
    images = [
        CaptionedImage("ucm", f"{n}", "beach", (f"a {n}", f"b {n}"), "train", "train")
        for n in (0, 1)
    ]
    utterances = [Utterance(text, text) for text in ("a 0", "b 0", "a 1", "b 1")]
    usable = np.array([False, True, False, False])
    table = UtteranceSampler(utterances, images, Scenes(images), usable)
    assert table.images.tolist() == [0]
    said, _ = table.draw(table.images, 0.5, np.random.default_rng(0))
    assert said.tolist() == [1]
