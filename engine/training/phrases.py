"""The language of analysts: short phrases and commands that captions never use.

Four kinds, all made from lists (``phrases.toml``, ``nouns.txt``, ``words.txt``) and training captions, never from
captions of test images:

* *labelled* phrases name a kind of scene in everyday words: "find all the marinas";
* *open* phrases name anything that can be seen from above: "two old quarries near a railway";
* *words* are things of all kinds, so that an ear learns to spell: "where are the lanterns";
* *reworded* captions put such words into what people wrote about a training image.

A tenth of the expressions is held out (:func:`held_out_words`): no phrase of training contains one, so that a
test can ask with words that were never taught.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

NOUNS_FILE = Path(__file__).with_name("nouns.txt")
WORDS_FILE = Path(__file__).with_name("words.txt")
_WORDS = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8"))
_UNTAUGHT = tomllib.loads(Path(__file__).with_name("untaught.toml").read_text(encoding="utf-8"))
COMMANDS, PLAIN = tuple(_WORDS["commands"]), tuple(_WORDS["plain"])
COLOURS, QUALITIES = tuple(_WORDS["colours"]), tuple(_WORDS["qualities"])
TELLING_QUALITIES = tuple(_WORDS["telling_qualities"])
COUNTS, RELATIONS = tuple(_WORDS["counts"]), tuple(_WORDS["relations"])
SCENE_WORDS: dict[str, tuple[str, ...]] = {
    kind: tuple(words) for kind, words in _WORDS["scene_words"].items()
}
# Expressions that name further kinds of scenes as well.
ALSO: dict[str, tuple[str, ...]] = {word: tuple(kinds) for word, kinds in _WORDS["also"].items()}
NO_PLURAL = frozenset(_WORDS["no_plural"])
# What takes "an": "urban park" and "umbrella", not "university" and "utility".
_VOWEL = re.compile(r"[aeio]|u(?:n[^i]|[lmpr])")
# Where the noun of an expression ends.
_JOINTS = re.compile(r" (?:with|at|over|of|for|on|in|by|to|among|and|spanning) ")


def held_out(expression: str) -> bool:
    """Say whether an expression is kept out of all training phrases: one in ten, by a hash."""
    return hashlib.sha256(f"held out: {expression}".encode()).digest()[0] % 10 == 0


def plural(expression: str) -> str:
    """Return the plural of an expression of :data:`SCENE_WORDS` or of a noun of the vocabulary."""
    if expression in NO_PLURAL:
        return expression
    joint = _JOINTS.search(expression)
    if joint:
        return plural(expression[: joint.start()]) + expression[joint.start() :]
    if expression.endswith(("s", "x", "ch", "sh")):
        return expression + "es"
    if expression.endswith("y") and expression[-2:-1] not in "aeiou":
        return expression[:-1] + "ies"
    return expression + "s"


def vocabulary_phrases() -> tuple[list[str], int]:
    """Return the phrases by which the product says what it understood, and how many of them name kinds.

    These come first; then other things that can be seen from above, and the nouns of the open vocabulary that are
    no word for a kind.
    """
    taught = {plural(word) for words in SCENE_WORDS.values() for word in words}
    within = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in _named()))
    others = {
        word if word.endswith("s") else plural(word) for word in nouns() if not within.search(word)
    }
    others |= set(_WORDS["other_things"])
    others -= taught | set(untaught_things("test"))
    return [*sorted(taught), *sorted(others)], len(taught)


def untaught_things(part: str) -> tuple[str, ...]:
    """Return things of which no kind is one: "validation" or "test"."""
    return tuple(_UNTAUGHT[part])


@dataclass(frozen=True)
class Phrase:
    """Something to say, and the kinds of scenes that it names, if it names any."""

    text: str
    kinds: tuple[str, ...] = ()


def nouns() -> list[str]:
    """Return the open vocabulary."""
    return NOUNS_FILE.read_text(encoding="utf-8").splitlines()


def make_words(captions: Iterable[str], count: int, seed: int) -> list[Phrase]:
    """Return short phrases about ``count`` things of all kinds, one for each.

    Args:
        captions: Training captions.
        count: How many things, at most.
        seed: Decides the choice.
    """
    rng = np.random.default_rng([seed, 2])
    forbidden = _pattern(held_out_words(captions))
    words = WORDS_FILE.read_text(encoding="utf-8").splitlines()
    chosen = [words[i] for i in rng.permutation(len(words))[:count]]
    templates = ("{n}", "{p}", *COMMANDS, *PLAIN)
    weights = np.array([0.35, 0.15, *[0.5 / (len(templates) - 2)] * (len(templates) - 2)])
    drawn = rng.choice(len(templates), len(chosen), p=weights)
    texts = [_filled(templates[i], word) for i, word in zip(drawn, chosen, strict=True)]
    return [Phrase(text) for text in texts if not forbidden.search(text)]


def held_out_words(captions: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return expressions that training never says, and the kinds of scenes they name.

    Args:
        captions: Training captions: what they say cannot be held out.
    """
    said = " " + " | ".join(set(captions)) + " "
    return {
        word: kinds
        for word, kinds in _named().items()
        if held_out(word) and not any(f" {form}" in said for form in {word, plural(word)})
    }


def _named() -> dict[str, tuple[str, ...]]:
    """Return all expressions, and the kinds of scenes they name: first their own."""
    return {
        word: (kind, *ALSO.get(word, ())) for kind, words in SCENE_WORDS.items() for word in words
    }


def spoken_commands(words: Mapping[str, tuple[str, ...]], per_word: int, seed: int) -> list[Phrase]:
    """Return ``per_word`` commands for each expression, drawn by the expression and the seed."""
    phrases = []
    for word, kinds in words.items():
        rng = np.random.default_rng([seed, *word.encode()])
        templates = rng.choice(COMMANDS, per_word, replace=False)
        phrases += [Phrase(_filled(str(template), word), kinds) for template in templates]
    return phrases


def known_words(captions: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the expressions that training may say, and the kinds of scenes they name."""
    out = held_out_words(captions)
    return {word: kinds for word, kinds in _named().items() if word not in out}


def make_phrases(captions: Sequence[str], count: int, seed: int) -> list[Phrase]:
    """Return about ``count`` different phrases, two fifths of them labelled.

    Args:
        captions: Training captions.
        count: How many.
        seed: Decides the choice.
    """
    rng = np.random.default_rng(seed)
    forbidden = _pattern(held_out_words(captions))
    known = list(known_words(captions).items())
    labelled = [
        Phrase(_labelled(word, rng), kinds)
        for word, kinds in known
        for _ in range(max(1, round(0.4 * count / len(known))))
    ]
    vocabulary = [word for word in nouns() if not forbidden.search(word)]
    vocabulary += [word for word, _ in known]
    free = [Phrase(_open(vocabulary, rng)) for _ in range(count - len(labelled))]
    seen: set[str] = set()
    kept = []
    for phrase in [*labelled, *free]:
        if phrase.text not in seen and not forbidden.search(phrase.text):
            seen.add(phrase.text)
            kept.append(phrase)
    return kept


def reword(sentence: str, rng: np.random.Generator, forbidden: re.Pattern[str]) -> str | None:
    """Return a caption in other words, or None if no word of it is known."""
    changed = sentence
    for pattern, choices in _WORDS["rewordings"].items():
        if rng.random() < 0.8:
            choice = choices[rng.integers(len(choices))]
            changed = re.sub(rf"\b{pattern}\b", choice, changed, count=1)
    return None if changed == sentence or forbidden.search(changed) else changed


def forbidden_pattern(captions: Iterable[str]) -> re.Pattern[str]:
    """Return what finds a held-out expression in a sentence."""
    return _pattern(held_out_words(captions))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    forms = sorted({form for word in words for form in (word, plural(word))})
    return re.compile(rf"\b({'|'.join(map(re.escape, forms))})\b" if forms else r"(?!)")


def _article(word: str) -> str:
    if word in NO_PLURAL:
        return word
    return f"{'an' if _VOWEL.match(word) else 'a'} {word}"


def _filled(template: str, word: str) -> str:
    return template.format(n=word, s=_article(word), p=plural(word))


def _labelled(word: str, rng: np.random.Generator) -> str:
    """Return a phrase about ``word`` and nothing that would be another kind of scene."""
    draw = rng.random()
    if draw < 0.5:
        return _filled(_one(COMMANDS, rng), word)
    if draw < 0.8:
        return _filled(_one(PLAIN, rng), word)
    described = f"{_one((*COLOURS, *QUALITIES), rng)} {plural(word)}"
    return f"{_one(('', 'show me ', 'find '), rng)}{described}"


def _open(vocabulary: Sequence[str], rng: np.random.Generator) -> str:
    word, other = (vocabulary[i] for i in rng.integers(len(vocabulary), size=2))
    draw = rng.random()
    if draw < 0.25:
        return _filled(_one(COMMANDS, rng), word)
    if draw < 0.45:
        return _filled(_one(PLAIN, rng), word)
    if draw < 0.6:
        return f"{_one(COUNTS, rng)} {plural(word)}"
    adjective = _one((*COLOURS, *QUALITIES, *TELLING_QUALITIES), rng)
    if draw < 0.7:
        return f"{_one(('', 'show me ', 'find '), rng)}{adjective} {plural(word)}"
    first = f"{_one(('a', 'one', adjective), rng)} {word}" if rng.random() < 0.6 else plural(word)
    relation = _one(RELATIONS, rng)
    return f"{_one(('', '', 'find ', 'show me '), rng)}{first} {relation} {_article(other)}"


def _one(choices: Sequence[str], rng: np.random.Generator) -> str:
    return choices[int(rng.integers(len(choices)))]
