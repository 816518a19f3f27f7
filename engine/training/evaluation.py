"""The benchmark: spoken questions against test images, as the image-voice papers report it.

Every number comes from the product's own path: a recording is read, checked and trimmed, embedded
as a search would do it, and ranked against all images of the test part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from ..audio.recording import Recording, read_recording
from ..audio.speech import check_speech
from ..model.checkpoint import Modality, ScrlModel
from ..progress import Progress
from .augmentation import add_noise, reverberate, telephone_band
from .clip_assignment import SpokenPhrase, plan_test_commands, plan_untaught_commands
from .datasets import (
    DATASETS,
    FEWEST_OF_A_KIND,
    MORE,
    CaptionedImage,
    Part,
    SpokenSentence,
    load_captions,
    load_voices,
    overlaps,
    read_images,
    select,
    shows,
    unique_sentences,
)
from .metrics import mean_average_precision, precision_at, precision_by_kind, recall_at

# The row of the third set: it has no test part, and what nobody chose on are the speakers and the wordings.
MORE_TEST = "kinds of more"
# The "sound" of questions that are typed.
TYPED = "typed"
# (data set, part, how the papers call it)
TESTS: tuple[tuple[str, Part, str], ...] = (
    ("ucm", "test_80_20", "UCM 80/20"),
    ("rsicd", "test_standard", "RSICD standard"),
    ("rsicd", "test_80_20", "RSICD 80/20"),
)


@dataclass(frozen=True)
class Result:
    """Retrieval in one direction on one test; all figures in percent.

    Attributes:
        test: "UCM 80/20", "RSICD standard", "RSICD 80/20" or "kinds of more".
        questions: Which recordings: "all", "unseen sentences", "speaker NAME", "commands",
            "held-out words".
        sound: "clean", or what was done to it; "typed": it was not spoken.
        direction: "V->I" or "I->V".
        queries: How many.
        items: How many are ranked.
        map: Class-level mean average precision over the full ranking.
        map_150: The same over the first 150 (RSICD only).
        p1: Class-level precision at 1; p5 and p10 likewise. For "kinds of more", p10 is the mean over its kinds
            (:func:`~engine.training.metrics.precision_by_kind`).
        r1: Paired recall at 1, duplicate sentences counted as right; r5 and r10 likewise; None for
            commands, which no image is paired with.
    """

    test: str
    questions: str
    sound: str
    direction: str
    queries: int
    items: int
    map: float
    map_150: float | None
    p1: float
    p5: float
    p10: float
    r1: float | None
    r5: float | None
    r10: float | None


Change = Callable[[np.ndarray, np.random.Generator], np.ndarray]
# Seconds in which the echo of the reverberant room falls by 60 dB.
ROOM_SECONDS = 0.5


def sounds(noise_db: Sequence[float]) -> dict[str, Change | None]:
    """Return what is done to the recordings, by its name."""
    changes: dict[str, Change | None] = {"clean": None}
    for level in noise_db:
        changes[f"{level:g} dB noise"] = lambda x, rng, level=level: add_noise(x, level, rng)  # type: ignore[misc]
    changes["telephone"] = lambda x, _rng: telephone_band(x)
    changes["room"] = lambda x, rng: reverberate(x, ROOM_SECONDS, rng)
    return changes


def evaluate(
    model: ScrlModel,
    data: Path,
    progress: Progress,
    noise_db: Sequence[float] = (10.0,),
    by_speaker: bool = True,
    speech: Path | None = None,
) -> list[Result]:
    """Measure a model on all tests; if it reads, with the same questions typed as well.

    Args:
        model: What to measure.
        data: Holds ``rsicd/``, ``ucm/`` and ``voices/``; with ``speech``, also ``more/``.
        progress: Told of images and recordings.
        noise_db: Signal-to-noise ratios to repeat the whole of each test with.
        by_speaker: Also report each speaker.
        speech: Folder of synthesised clips: commands whose clips it holds are asked as well
            (:func:`~engine.training.clip_assignment.plan_test_commands`), also for the validation images of
            the third set.

    Raises:
        DataMissing: A part of the data is not there.
    """
    captions = {name: load_captions(data, name) for name in DATASETS}
    known = {s for name in DATASETS for s in unique_sentences(select(captions[name], "train"))}
    voices = load_voices(data)
    tested = {
        (image.dataset, image.image): image
        for dataset, part, _ in TESTS
        for image in select(captions[dataset], part)
    }
    image_vectors = dict(
        zip(tested, embed_images(model, data, list(tested.values()), progress), strict=True)
    )
    tests = [
        (name, images, np.stack([image_vectors[dataset, image.image] for image in images]))
        for dataset, part, name in TESTS
        for images in [select(captions[dataset], part)]
    ]
    results = []
    for sound, change in sounds(noise_db).items():
        voice_vectors = embed_voices(model, voices, progress, change, sound)
        for name, images, vectors in tests:
            asked = _asked(voices, images)
            groups = {"all": asked}
            if change is None:
                groups["unseen sentences"] = [i for i in asked if voices[i].sentence not in known]
                if by_speaker:
                    for speaker in sorted({voices[i].speaker for i in asked}):
                        groups[f"speaker {speaker}"] = [
                            i for i in asked if voices[i].speaker == speaker
                        ]
            for questions, rows in groups.items():
                if rows:
                    results += measure(
                        name, questions, sound, images, vectors,
                        [voices[i].sentence for i in rows], voice_vectors[rows],
                        with_map_150=images[0].dataset == "rsicd",
                    )  # fmt: skip
    if model.reads:
        typed = embed_texts(model, [voice.sentence for voice in voices])
        for name, images, vectors in tests:
            rows = _asked(voices, images)
            results += measure(
                name, "all", TYPED, images, vectors, [voices[i].sentence for i in rows],
                typed[rows], with_map_150=images[0].dataset == "rsicd",
            )  # fmt: skip
    if speech is not None and speech.is_dir():
        captions[MORE] = load_captions(data, MORE)
        labelled = [image for image in select(captions[MORE], "val") if image.kind is not None]
        tests.append((MORE_TEST, labelled, embed_images(model, data, labelled, progress)))
        everything = [image for images in captions.values() for image in images]
        for questions, phrases in zip(
            ("commands", "held-out words"), plan_test_commands(everything), strict=True
        ):
            results += measure_commands(model, questions, phrases, speech, tests, progress)
    return results


def _asked(voices: Sequence[SpokenSentence], images: Sequence[CaptionedImage]) -> list[int]:
    """Return the rows of the recordings whose sentence a caption of ``images``, all of one set, has."""
    sentences = {text for image in images for text in image.sentences}
    return [
        row
        for row, voice in enumerate(voices)
        if voice.dataset == images[0].dataset and voice.sentence in sentences
    ]


def measure_commands(
    model: ScrlModel,
    questions: str,
    phrases: Sequence[SpokenPhrase],
    speech: Path,
    tests: Sequence[tuple[str, Sequence[CaptionedImage], np.ndarray]],
    progress: Progress,
) -> list[Result]:
    """Measure commands that name a kind of scene, on each test that has it.

    Args:
        model: The model.
        questions: What to call them.
        phrases: What is said.
        speech: Folder of the clips; those it lacks are not asked.
        tests: Name, images and their vectors.
        progress: Told of every recording.
    """
    there = [phrase for phrase in phrases if phrase.clip.path(speech).is_file()]
    if not there:
        return []
    spoken = [
        SpokenSentence(phrase.clip.path(speech), "", phrase.clip.voice, phrase.phrase.text)
        for phrase in there
    ]
    asked_as = {"clean": embed_voices(model, spoken, progress, None, questions)}
    if model.reads:
        asked_as[TYPED] = embed_texts(model, [phrase.phrase.text for phrase in there])
    return [
        result
        for sound, vectors in asked_as.items()
        for result in _command_results(questions, sound, there, vectors, tests)
    ]


def _command_results(
    questions: str,
    sound: str,
    there: Sequence[SpokenPhrase],
    vectors: np.ndarray,
    tests: Sequence[tuple[str, Sequence[CaptionedImage], np.ndarray]],
) -> list[Result]:
    results = []
    for name, images, image_vectors in tests:
        asked = [phrase.phrase.kinds for phrase in there]
        relevant = shows(images, asked)
        rows = np.flatnonzero(relevant.any(axis=1))
        if not len(rows):
            continue
        scores, relevant = vectors[rows] @ image_vectors.T, relevant[rows]
        result = _result((name, questions, sound, "V->I"), scores, relevant)
        if name == MORE_TEST:
            by_kind = precision_by_kind(
                scores, relevant, [asked[row] for row in rows],
                np.array([image.kind for image in images]), FEWEST_OF_A_KIND,
            )  # fmt: skip
            result = replace(result, p10=100 * float(np.mean(list(by_kind.values()))))
        results.append(result)
    return results


@dataclass(frozen=True)
class Honesty:
    """How often an answer says what it should, or should not.

    Attributes:
        questions: What was asked, and of what.
        modality: "voice" or "text".
        says: What was counted: "not taught", "score of 0.5", "no score of 0.5".
        asked: How many questions.
        percent: Share of them to which the answer says so.
    """

    questions: str
    modality: Modality
    says: str
    asked: int
    percent: float


def evaluate_honesty(
    model: ScrlModel, data: Path, speech: Path, progress: Progress
) -> list[Honesty]:
    """Measure whether answers say that the model was not taught a thing, or that the thing is not there.

    Args:
        model: What to measure.
        data: Holds ``rsicd/``, ``ucm/``, ``more/`` and ``voices/``.
        speech: Folder of synthesised clips: questions whose clips it lacks are not asked.
        progress: Told of images and recordings.

    Raises:
        DataMissing: A part of the data is not there.
    """
    captions = {name: load_captions(data, name) for name in (*DATASETS, MORE)}
    everything = [image for images in captions.values() for image in images]
    known, _ = plan_test_commands(everything)
    asked: dict[str, list[SpokenSentence]] = {"captions": load_voices(data)[::4]}
    kinds: list[tuple[str, ...]] = []
    for questions, phrases in (("commands", known), ("untaught things", plan_untaught_commands())):
        there = [phrase for phrase in phrases if phrase.clip.path(speech).is_file()]
        asked[questions] = [
            SpokenSentence(each.clip.path(speech), "", each.clip.voice, each.phrase.text)
            for each in there
        ]
        if questions == "commands":
            kinds = [each.phrase.kinds for each in there]
    images = [
        image
        for name, part in (("rsicd", "test_standard"), (MORE, "val"))
        for image in select(captions[name], part)  # type: ignore[arg-type]
        if image.kind is not None
    ]
    seen = embed_images(model, data, images, progress)
    rows: list[Honesty] = []
    modalities: tuple[Modality, ...] = ("voice", "text") if model.reads else ("voice",)
    for modality in modalities:
        vectors = {
            questions: embed_voices(model, sentences, progress, None, questions)
            if modality == "voice"
            else embed_texts(model, [each.sentence for each in sentences])
            for questions, sentences in asked.items()
            if sentences
        }
        for questions, each in vectors.items():
            told = [not model.knows(vector, modality) for vector in each]
            rows.append(
                Honesty(questions, modality, "not taught", len(told), 100 * float(np.mean(told)))
            )
        calibration = model.calibration(modality)
        if calibration is not None and "commands" in vectors:
            half = calibration.similarity(0.5)
            rows += _best_scores(vectors["commands"], kinds, images, seen, modality, half)
    return rows


def _best_scores(
    questions: np.ndarray,
    kinds: Sequence[tuple[str, ...]],
    images: Sequence[CaptionedImage],
    seen: np.ndarray,
    modality: Modality,
    half: float,
) -> list[Honesty]:
    """Return how often the best score is 0.5 where the thing is there, and is not where it is not."""
    right, unclear = shows(images, kinds), overlaps(images, kinds)
    answered = right.any(axis=1)
    similar = np.where(unclear, -1.0, questions @ seen.T)[answered]
    present = similar.max(axis=1) >= half
    absent = np.where(right[answered], -1.0, similar).max(axis=1) < half
    return [
        Honesty(f"commands, {where}", modality, says, len(share), 100 * float(share.mean()))
        for where, says, share in (
            ("thing in the images", "score of 0.5", present),
            ("thing not in the images", "no score of 0.5", absent),
        )
    ]


def embed_texts(model: ScrlModel, texts: Sequence[str]) -> np.ndarray:
    """Return unit vectors, float32 [n, d], of typed questions as a search would embed them."""
    return np.stack([model.encode_text(text) for text in texts])


def embed_images(
    model: ScrlModel, data: Path, images: Sequence[CaptionedImage], progress: Progress
) -> np.ndarray:
    """Return unit vectors, float32 [n, d], of data set images."""
    progress.start("Embedding images", len(images), "image")
    vectors = np.zeros((len(images), model.embedding_size), dtype=np.float32)
    rows: list[int] = []
    pixels: list[np.ndarray] = []
    for position, array in read_images(data, images, model.tile_pixels):
        rows.append(position)
        pixels.append(array)
        if len(rows) == 32 or position == len(images) - 1:
            vectors[rows] = model.encode_images(np.stack(pixels))
            progress.advance(len(rows))
            progress.check_cancelled()
            rows, pixels = [], []
    return vectors


def embed_voices(
    model: ScrlModel,
    voices: Sequence[SpokenSentence],
    progress: Progress,
    change: Callable[[np.ndarray, np.random.Generator], np.ndarray] | None = None,
    sound: str = "clean",
) -> np.ndarray:
    """Return unit vectors, float32 [n, d], of recordings as a search would embed them.

    Args:
        model: The model.
        voices: The recordings.
        progress: Told of every recording.
        change: What happens to the samples first, such as noise; seeded by the file's name.
        sound: What to call it.
    """
    progress.start(f"Embedding questions ({sound})", len(voices), "recording")
    vectors = []
    for voice in voices:
        recording = read_recording(voice.path)
        if change is not None:
            rng = np.random.default_rng(list(voice.path.name.encode()))
            recording = Recording(change(recording.samples, rng), recording.origin)
        vectors.append(model.encode_voice(check_speech(recording).samples))
        progress.advance()
        progress.check_cancelled()
    return np.stack(vectors)


def measure(
    test: str,
    questions: str,
    sound: str,
    images: Sequence[CaptionedImage],
    image_vectors: np.ndarray,
    sentences: Sequence[str],
    voice_vectors: np.ndarray,
    with_map_150: bool,
) -> list[Result]:
    """Measure both directions of one group of questions.

    A question's kind of scene is that of most images that carry its sentence (the first in the
    alphabet of equals); an image is right for it if it shows the same kind of scene, and is its
    pair if it carries the sentence.
    """
    scenes = np.array([image.scene for image in images])
    paired = np.array([[text in image.sentences for image in images] for text in sentences])
    asked = np.array(
        [
            min(Counter(scenes[row]).items(), key=lambda item: (-item[1], item[0]))[0]
            for row in paired
        ]
    )
    relevant = asked[:, None] == scenes[None, :]
    scores = voice_vectors @ image_vectors.T
    return [
        _result((test, questions, sound, direction), s, r, p, with_map_150)
        for direction, s, r, p in (
            ("V->I", scores, relevant, paired),
            ("I->V", scores.T, relevant.T, paired.T),
        )
    ]


def _result(
    names: tuple[str, str, str, str],
    scores: np.ndarray,
    relevant: np.ndarray,
    paired: np.ndarray | None = None,
    with_map_150: bool = False,
) -> Result:
    """Measure rankings [queries, items]; ``names`` are test, questions, sound and direction."""
    figures: dict[str, Any] = {
        "map": 100 * mean_average_precision(scores, relevant),
        "map_150": 100 * mean_average_precision(scores, relevant, 150) if with_map_150 else None,
    }
    for n in (1, 5, 10):
        figures[f"p{n}"] = 100 * precision_at(scores, relevant, n)
        figures[f"r{n}"] = None if paired is None else 100 * recall_at(scores, paired, n)
    return Result(*names, len(scores), scores.shape[1], **figures)
