"""Who says what: the utterances of a training, the clips that speak them, and the spoken validation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .config import CASTS, TrainingConfig
from .datasets import CaptionedImage, select, unique_sentences
from .phrases import (
    Phrase,
    forbidden_pattern,
    held_out_words,
    known_words,
    make_phrases,
    make_words,
    reword,
    spoken_commands,
    untaught_things,
)
from .synthesis import KOKORO_TEST, KOKORO_VALIDATION, Cast, Clip, plan_clips

# How many validation sentences each data set contributes; natural voices are slow to make.
VALIDATION_SENTENCES = {"rsicd": 80, "ucm": 40}
# Commands for each kind of scene, to choose on and to test with.
VALIDATION_COMMANDS, TEST_COMMANDS = 2, 4
HELD_OUT_COMMANDS = 2


@dataclass(frozen=True)
class Utterance:
    """Something that is said in training.

    Attributes:
        text: The words.
        sentence: The caption that it is, or says in other words; None for a phrase.
        kinds: The kinds of scenes that a labelled phrase names.
        cast: Who speaks it: a field of the configuration.
    """

    text: str
    sentence: str | None = None
    kinds: tuple[str, ...] = ()
    cast: str = "caption_cast"


@dataclass(frozen=True)
class SpokenPhrase:
    """A phrase in somebody's voice."""

    phrase: Phrase
    clip: Clip


@dataclass(frozen=True)
class Voices:
    """What a training hears.

    Attributes:
        utterances: Everything that is said.
        training: Clips that say it.
        validation: Captions of validation images, by speakers that are not trained on.
        commands: Commands by the same speakers.
        untaught: Commands that name things of no kind, by the same speakers.
    """

    utterances: tuple[Utterance, ...]
    training: tuple[Clip, ...]
    validation: tuple[Clip, ...]
    commands: tuple[SpokenPhrase, ...]
    untaught: tuple[SpokenPhrase, ...]


def plan_utterances(images: Sequence[CaptionedImage], config: TrainingConfig) -> list[Utterance]:
    """Return all that training says: captions, captions in other words, phrases."""
    sentences = unique_sentences(select(images, "train"))
    utterances = [Utterance(text, sentence=text) for text in sentences]
    if not config.phrases:
        return utterances
    rng = np.random.default_rng([config.seed, 1])
    forbidden = forbidden_pattern(sentences)
    for text in sentences:
        other = reword(text, rng, forbidden)
        if other is not None:
            utterances.append(Utterance(other, sentence=text, cast="reworded_cast"))
    phrases = make_phrases(sentences, config.phrases, config.seed)
    utterances += [Utterance(x.text, kinds=x.kinds, cast="phrase_cast") for x in phrases]
    said = {utterance.text for utterance in utterances}
    words = make_words(sentences, config.words, config.seed)
    utterances += [Utterance(x.text, cast="word_cast") for x in words if x.text not in said]
    return utterances


def plan_voices(images: Sequence[CaptionedImage], config: TrainingConfig) -> Voices:
    """Choose who says what; depends on nothing but the captions and the configuration."""
    utterances = plan_utterances(images, config)
    training = [
        clip
        for name in CASTS
        for clip in plan_clips(
            [utterance.text for utterance in utterances if utterance.cast == name],
            config.seed,
            getattr(config, name),
        )
    ]
    rng = np.random.default_rng(config.seed)
    chosen: list[str] = []
    for dataset, count in VALIDATION_SENTENCES.items():
        texts = unique_sentences([i for i in select(images, "val") if i.dataset == dataset])
        picks = rng.choice(len(texts), min(count, len(texts)), replace=False)
        chosen += [texts[k] for k in sorted(picks)]
    validation = plan_clips(chosen, config.seed, Cast(kokoro=1), KOKORO_VALIDATION)
    commands = [
        phrase
        for words in _by_kind(known_words(unique_sentences(select(images, "train"))))
        for phrase in spoken_commands(_some(words, VALIDATION_COMMANDS, config.seed), 1, 11)
    ]
    return Voices(
        tuple(utterances),
        tuple(training),
        tuple(validation),
        tuple(_spoken(commands, config.seed, KOKORO_VALIDATION)),
        tuple(_spoken(_untaught("validation", 14), config.seed, KOKORO_VALIDATION)),
    )


def plan_test_commands(
    images: Sequence[CaptionedImage],
) -> tuple[list[SpokenPhrase], list[SpokenPhrase]]:
    """Return test commands in known words and in held-out words, by the test speakers.

    The templates are those of training; what is unseen is the combination, and the held-out words.
    """
    sentences = unique_sentences(select(images, "train"))
    known = [
        phrase
        for words in _by_kind(known_words(sentences))
        for phrase in spoken_commands(_some(words, TEST_COMMANDS, 7), 1, 12)
    ]
    held = spoken_commands(held_out_words(sentences), HELD_OUT_COMMANDS, 13)
    return _spoken(known, 2, KOKORO_TEST), _spoken(held, 2, KOKORO_TEST)


def plan_untaught_commands() -> list[SpokenPhrase]:
    """Return test commands that name things of no kind, by the test speakers."""
    return _spoken(_untaught("test", 15), 2, KOKORO_TEST)


def _untaught(part: str, seed: int) -> list[Phrase]:
    return spoken_commands(dict.fromkeys(untaught_things(part), ()), 1, seed)


def _by_kind(words: dict[str, tuple[str, ...]]) -> list[dict[str, tuple[str, ...]]]:
    own = sorted({kinds[0] for kinds in words.values()})
    return [{word: kinds for word, kinds in words.items() if kinds[0] == kind} for kind in own]


def _some(words: dict[str, tuple[str, ...]], count: int, seed: int) -> dict[str, tuple[str, ...]]:
    names = sorted(words)
    picks = np.random.default_rng(seed).permutation(len(names))[:count]
    return {names[i]: words[names[i]] for i in picks}


def _spoken(phrases: Sequence[Phrase], seed: int, voices: Sequence[str]) -> list[SpokenPhrase]:
    return [
        SpokenPhrase(phrase, plan_clips([phrase.text], seed, Cast(kokoro=1), voices)[0])
        for phrase in phrases
    ]
