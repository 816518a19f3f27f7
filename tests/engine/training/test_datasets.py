"""Splits, sentences and relations of the captioned image sets."""

from __future__ import annotations

import dataclasses
from collections import Counter

import numpy as np
import pytest
import torch

from engine.errors import DataMissing
from engine.training.clip_assignment import Utterance
from engine.training.datasets import (
    DATASETS,
    FEWEST_OF_A_KIND,
    MORE,
    PART_OF,
    CaptionedImage,
    Part,
    load_captions,
    load_voices,
    normalise_sentence,
    place_of,
    read_images,
    related,
    rows_by_dataset,
    select,
    shows,
    unique_sentences,
)
from engine.training.sampling import Scenes, Sentences, UtteranceSampler, balanced_weights, batches
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
    # Of each source of the third set: some are as small as 50 px.
    images += {image.source: image for image in load_captions(DATA, MORE)}.values()
    read = dict(read_images(DATA, images, 96))
    assert [read[i].shape for i in range(len(images))] == [(96, 96, 3)] * 11
    assert all(x.dtype == np.uint8 and x.std() > 5 for x in read.values())


@pytest.fixture(scope="module")
def more():
    if not DATA.is_dir():
        pytest.skip("the data of ../shared/data are not here (CI has them)")
    return load_captions(DATA, MORE)


def test_the_third_set_has_a_tenth_to_validate_on_of_every_kind(more):
    training, validating = select(more, "train"), select(more, "val")
    assert len(training) + len(validating) == len(more) == 14_947
    assert 0.08 < len(validating) / len(more) < 0.14
    assert not select(more, "test_standard")
    assert not select(more, "test_80_20")
    of_kind = Counter(image.kind for image in validating)
    for kind, count in Counter(image.kind for image in more).items():
        assert of_kind[kind] >= min(FEWEST_OF_A_KIND, count // 4), kind
    assert max(of_kind[kind] / n for kind, n in Counter(i.kind for i in more).items()) < 0.4
    sources = {image.source for image in more}
    assert {image.source for image in validating} == sources
    assert len(sources) == 9


def test_no_place_is_both_trained_and_chosen_on(more):
    places = [{place_of(image.image) for image in select(more, part)} for part in LEARNED]
    assert not places[0] & places[1]
    # What looks alike: a crop and its scene, two crops of one scene, two tiles that overlap.
    for one, other in (
        ("vhrchip/playground_0000", "vhr"), ("solar/solarroof_0067", "solar/solarroof_0359"),
        ("pools/swimmingpool_0481", "pools/swimmingpool_0881"),
    ):  # fmt: skip
        place = place_of(f"{one}.webp")
        assert any(
            place_of(image.image) == place
            for image in more
            if image.image.startswith(f"{other}/" if "/" not in other else f"{other}.")
        ), one
    crops = [image for image in more if image.source == "vhrchip"]
    scenes = {place_of(image.image) for image in more if image.source == "vhr"}
    assert sum(place_of(crop.image) in scenes for crop in crops) > 0.99 * len(crops)


def test_scenes_without_a_label_say_what_they_show(more):
    unlabelled = [image for image in more if image.kind is None]
    assert {image.source for image in unlabelled} == {"vhr"}
    assert len(unlabelled) == 511
    assert all(image.shown and image.sentences for image in unlabelled)
    assert all(image.shown == {image.kind} for image in more if image.kind is not None)
    labelled = rows_by_dataset(more)[MORE]
    assert len(labelled) == len(more) - 511
    found = shows(more, [("lake", "pond"), ()])
    assert found.sum(axis=1).tolist() == [500, 0]


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
    # An airport does not compete with the related airplane, which its set does not know; a beach does.
    assert scenes.names == ["airplane", "airport", "beach", "parking"]
    assert scenes.allowed(rows).tolist() == [
        [False, True, True, True],
        [True, False, True, True],
        [False, True, True, True],
        [True, False, True, True],
        [True, True, True, True],
    ]
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


def more_image(name: str, kind: str | None, source: str, *sentences: str) -> CaptionedImage:
    return CaptionedImage(MORE, name, kind, sentences, "train", "train", source)


def test_images_without_captions_are_asked_for_by_the_names_of_their_kind():
    images = [
        more_image("a", "lake", "nwpu"),
        image("b", "pond", "a pond"),
        more_image("c", "ship", "vhrchip"),
        more_image("d", None, "vhr", "two ships"),
    ]
    utterances = [
        Utterance("find lakes", kinds=("pond", "lake")),
        Utterance("a pond", "a pond"),
        Utterance("two ships", "two ships"),
    ]
    table = UtteranceSampler(utterances, images, Scenes(images))
    assert table.images.tolist() == [0, 1, 3]  # nobody names ships
    said, relations = table.draw(table.images, 0.0, np.random.default_rng(0))
    assert said.tolist() == [0, 1, 2]
    # An expression of two kinds is right for both.
    assert relations.positive.tolist() == [
        [True, True, False],
        [False, True, False],
        [False, False, True],
    ]


def test_an_image_without_a_label_is_of_no_scene_and_unlike_only_what_it_does_not_show():
    images = [
        more_image("a", None, "vhr", "two ships and one bridge"),
        more_image("b", None, "vhr", "one ship"),
        more_image("c", "ship", "vhrchip"),
        more_image("d", "port", "nwpu"),
        more_image("e", "desert", "nwpu"),
    ]
    scenes = Scenes(images)
    relations = scenes.relations(torch.arange(5), torch.eye(5, dtype=torch.bool))
    assert scenes.names == ["desert", "port", "ship"]
    assert relations.same_scene.int().tolist()[:2] == [[0] * 5] * 2
    assert relations.unknown[0].tolist() == [False, False, True, True, False]
    assert torch.equal(relations.unknown, relations.unknown.T)


def test_a_general_kind_is_not_unlike_its_parts_even_in_one_set():
    kinds = ("residential", "denseresidential", "mediumresidential", "lake")
    images = [more_image(kind, kind, "nwpu") for kind in kinds]
    scenes, rows = Scenes(images), torch.arange(4)
    unknown = scenes.relations(rows, torch.eye(4, dtype=torch.bool)).unknown
    assert unknown.tolist() == [
        [False, True, True, False],
        [True, False, False, False],
        [True, False, False, False],
        [False, False, False, False],
    ]
    assert scenes.names == ["denseresidential", "lake", "mediumresidential", "residential"]
    assert scenes.allowed(rows).sum(dim=1).tolist() == [2, 3, 3, 4]
    assert all(related(kind, general) for kind, general in PART_OF.items())


def test_thirty_roundabouts_count_beside_seven_hundred_forests():
    images = [more_image(f"{n}", "forest", "treecover") for n in range(900)]
    images += [more_image(f"r{n}", "roundabout", "nwpu") for n in range(36)]
    weights = balanced_weights(images, {"nwpu": 2.0})
    assert weights.sum() == pytest.approx(1)
    assert weights[:900].sum() == pytest.approx(30 / (30 + 2 * 6))
    drawn = batches(weights, 64, np.random.default_rng(1))
    counts = np.bincount(np.concatenate([next(drawn) for _ in range(200)]), minlength=936)
    assert counts[900:].sum() / counts.sum() == pytest.approx(12 / 42, abs=0.05)
    again = batches(weights, 64, np.random.default_rng(1))
    first = next(again)
    assert np.array_equal(first, next(batches(weights, 64, np.random.default_rng(1))))
    assert len(set(first.tolist())) == 64
    # Fewer images than a batch holds: some come twice.
    assert len(next(batches(np.full(3, 1 / 3), 8, np.random.default_rng(0)))) == 8
