"""The language that training teaches, and what it keeps for tests."""

from __future__ import annotations

import dataclasses
from collections import Counter

import numpy as np
import pytest

from engine.training.clip_assignment import plan_test_commands, plan_utterances, plan_voices
from engine.training.config import TrainingConfig
from engine.training.datasets import (
    DATASETS,
    MORE,
    RELATED_SCENES,
    CaptionedImage,
    load_captions,
    related,
    select,
    unique_sentences,
)
from engine.training.phrases import (
    ALSO,
    SCENE_WORDS,
    TELLING_QUALITIES,
    forbidden_pattern,
    held_out_words,
    known_words,
    make_phrases,
    make_words,
    nouns,
    plural,
    reword,
    spoken_commands,
    untaught_things,
    vocabulary_phrases,
)
from engine.training.synthesis import KOKORO_TEST, Cast
from tests.support.shared_data import DATA, needs_shared

CAPTIONS = [
    "many boats are in a harbor",
    "two storage tanks near a road",
    "a dense residential area",
]
IMAGES = [
    CaptionedImage("rsicd", f"{split}{n}", "port", (f"{text} {n}", text), split, split)
    for split in ("train", "val")
    for n, text in enumerate(CAPTIONS)
]
CONFIG = TrainingConfig(phrases=4000)


@pytest.fixture(scope="module")
def phrases():
    return make_phrases(CAPTIONS, 4000, 1)


def test_no_phrase_holds_a_held_out_word(phrases):
    held = held_out_words(CAPTIONS)
    assert 40 < len(held) < 120
    assert not set(held) & set(known_words(CAPTIONS))
    pattern = forbidden_pattern(CAPTIONS)
    for word in held:
        assert pattern.search(f"show me {plural(word)}"), word
    assert not [phrase.text for phrase in phrases if pattern.search(phrase.text)]
    utterances = plan_utterances(IMAGES, CONFIG)
    captions = {utterance.sentence for utterance in utterances}
    assert not [x.text for x in utterances if pattern.search(x.text) and x.text not in captions]


def test_what_captions_say_is_not_held_out():
    word = next(iter(held_out_words(CAPTIONS)))
    assert word not in held_out_words([f"there is a {word}"])
    assert word not in held_out_words([f"some {plural(word)} here"])


def test_phrases_differ_and_two_fifths_are_labelled(phrases):
    assert len({phrase.text for phrase in phrases}) == len(phrases) > 3000
    share = np.mean([bool(phrase.kinds) for phrase in phrases])
    assert 0.3 < share < 0.5
    assert {kind for phrase in phrases for kind in phrase.kinds} == set(SCENE_WORDS)
    # What is said of a kind does not make another one of it: a round farm is of another kind.
    labelled = [phrase.text for phrase in phrases if "farmland" in phrase.kinds]
    assert len(labelled) > 10
    assert not [text for text in labelled if set(text.split()) & set(TELLING_QUALITIES)]
    assert make_phrases(CAPTIONS, 4000, 1) == phrases
    assert make_phrases(CAPTIONS, 4000, 2) != phrases


def test_words_are_named_once_each_and_none_is_held_out():
    words = make_words(CAPTIONS, 3000, 1)
    pattern = forbidden_pattern(CAPTIONS)
    assert 2900 < len(words) <= 3000
    assert not [word.text for word in words if pattern.search(word.text) or word.kinds]
    # Who asks for fewer gets the first of them, so that the others can be kept for a test.
    assert make_words(CAPTIONS, 200, 1) == words[: len(make_words(CAPTIONS, 200, 1))]
    utterances = [x for x in plan_utterances(IMAGES, CONFIG) if x.cast == "word_cast"]
    assert len(utterances) > 10_000
    silent = dataclasses.replace(CONFIG, words=0)
    assert not [x for x in plan_utterances(IMAGES, silent) if x.cast == "word_cast"]


def test_every_lesson_is_spoken_by_its_cast():
    config = dataclasses.replace(
        CONFIG, phrases=400, words=50, caption_cast=Cast(flite=1), reworded_cast=Cast(espeak=1),
        phrase_cast=Cast(espeak=2), word_cast=Cast(hibari=1),
    )  # fmt: skip
    voices = plan_voices(IMAGES, config)
    spoken: dict[str, list[str]] = {}
    for clip in voices.training:
        spoken.setdefault(clip.text, []).append(clip.engine)
    wanted = {
        "caption_cast": ["flite"], "reworded_cast": ["espeak"],
        "phrase_cast": ["espeak", "espeak"], "word_cast": ["hibari"],
    }  # fmt: skip
    assert {utterance.cast for utterance in voices.utterances} == set(wanted)
    assert all(spoken[utterance.text] == wanted[utterance.cast] for utterance in voices.utterances)


def test_every_expression_belongs_to_one_kind_and_names_others_that_are_related():
    forms: dict[str, set[str]] = {}
    for kind, words in SCENE_WORDS.items():
        assert len(words) >= 8, kind
        for word in words:
            forms.setdefault(word, set()).add(kind)
            forms.setdefault(plural(word), set()).add(kind)
    assert not {form: kinds for form, kinds in forms.items() if len(kinds) > 1}
    for word, kinds in ALSO.items():
        (own,) = forms[word]
        assert all(related(own, kind) for kind in kinds), word
        assert set(kinds) <= set(SCENE_WORDS)


def test_words_that_were_held_out_before_still_are():
    # Of each kind of the model before that had any: no test of it may become easier.
    held = set(held_out_words([]))
    for word in (
        "boat basin",
        "creek",
        "golf links",
        "market square",
        "plantation",
        "steep slopes",
    ):
        assert word in held


@needs_shared
def test_the_table_names_the_kinds_of_all_sets_and_what_is_known_of_them():
    images = [image for name in (*DATASETS, MORE) for image in load_captions(DATA, name)]
    kinds = {image.kind for image in images if image.kind is not None}
    assert kinds == set(SCENE_WORDS)
    assert {kind for group in RELATED_SCENES for kind in group} == kinds
    training = unique_sentences(select(images, "train"))
    known = Counter(kind for named in known_words(training).values() for kind in named)
    assert all(known[kind] >= 6 for kind in kinds)
    # No caption says what is held out, and an expression that holds such a word would never be said.
    forbidden = forbidden_pattern(training)
    assert not [word for word in known_words(training) if forbidden.search(word)]


def test_rewording_keeps_the_caption_and_changes_the_words():
    rng = np.random.default_rng(0)
    nothing = forbidden_pattern([])
    said = {reword("many boats are in a harbor near a road", rng, nothing) for _ in range(40)} - {
        None
    }
    assert len(said) > 10
    assert all(" are in a " in text for text in said if text)
    assert reword("nothing of this is known", rng, nothing) is None


def test_test_commands_are_spoken_by_test_speakers_alone():
    known, held = plan_test_commands(IMAGES)
    voices = {name for x in (*known, *held) for name in x.clip.voice.split("+")}
    assert voices == set(KOKORO_TEST)
    trained = {clip.voice for clip in plan_voices(IMAGES, CONFIG).training}
    assert not trained & voices
    out = held_out_words(["many boats are in a harbor", *CAPTIONS])
    assert {x.phrase.kinds for x in held} <= set(out.values())


def test_commands_are_drawn_by_the_word_alone():
    wood = {"wood": ("forest",)}
    both = spoken_commands({"marina": ("port",)} | wood, 2, 5)
    assert spoken_commands(wood, 2, 5) == both[2:]
    assert {phrase.kinds for phrase in both} == {("port",), ("forest",)}


def test_plurals():
    told = {"church": "churches", "factory": "factories", "quay": "quays", "woods": "woods"}
    told |= {"PV": "PV", "body of water": "bodies of water", "rotary": "rotaries"}
    told |= {"pier with ships": "piers with ships", "place of worship": "places of worship"}
    assert {word: plural(word) for word in told} == told


def test_articles():
    words = {
        w: (k,) for k in ("park",) for w in ("urban park", "university", "undamaged house", "PV")
    }
    said = {x.text for x in spoken_commands(words, 25, 1)}
    assert {"show me an urban park", "show me a university", "show me an undamaged house"} <= said
    assert "show me PV" in said


def test_vocabularies_are_large_and_clean():
    assert 2000 < len(nouns()) == len(set(nouns()))
    bundled, taught = vocabulary_phrases()
    assert 600 < taught < 1000
    assert taught + 1500 < len(bundled) == len(set(bundled)) < 3000
    assert "roundabouts" in bundled[:taught]
    # What tests ask for as untaught must not be there to compare with.
    assert not set(untaught_things("test")) & set(bundled)
    assert "quarries" in bundled[taught:]


def test_untaught_things_are_no_kinds():
    named = {
        form for words in SCENE_WORDS.values() for word in words for form in (word, plural(word))
    }
    validation, test = untaught_things("validation"), untaught_things("test")
    assert len(set(validation)) == len(set(test)) == 50
    assert not set(validation) & set(test)
    assert not named & {*validation, *test}
