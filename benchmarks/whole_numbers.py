"""The encoders in whole numbers, as they ship, beside the same in floating point: time, and what it costs in accuracy."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from engine.audio.recording import SAMPLE_RATE
from engine.model.checkpoint import SLICE_TILES, ScrlModel
from engine.progress import Progress
from engine.training.datasets import load_captions, load_voices, select
from engine.training.evaluation import embed_images, embed_texts, embed_voices, measure

from .encoders import QUESTION_SECONDS, cpu_and_clock, demo_speech
from .tables import Table, number

#: A tile by itself, and as many as a thread embeds at a time.
BATCHES = (1, SLICE_TILES)
_NAMES = ("whole numbers", "floating point")
_TEST = ("rsicd", "test_standard")


@dataclass(frozen=True)
class WholeNumbersResult:
    """Both, whole numbers first.

    Attributes:
        tile_ms: CPU of a tile in milliseconds on one thread, by batch size; the least of the rounds.
        question_ms: CPU of a question, likewise.
        cosine: Of the test images' vectors, mean and lowest; None without data.
        map: mAP of the test: by questions ("typed", "spoken"), V->I and I->V in percent.
    """

    tile_ms: dict[int, tuple[float, float]]
    question_ms: tuple[float, float]
    cosine: tuple[float, float] | None
    map: dict[str, tuple[tuple[float, float], tuple[float, float]]]

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""
        times = [
            (f"a tile, {batch} at a time", *milliseconds)
            for batch, milliseconds in self.tile_ms.items()
        ]
        times.append((f"a question of {QUESTION_SECONDS} s", *self.question_ms))
        tables = [
            Table(
                "Encoders in whole numbers and in floating point, one thread",
                ("", *(f"{name}, CPU ms" for name in _NAMES), "ratio"),
                tuple(
                    (what, number(whole, 2), number(floating, 2), number(whole / floating, 2))
                    for what, whole, floating in times
                ),
            )
        ]
        if self.cosine is not None:
            mean, lowest = self.cosine
            tables.append(
                Table(
                    "RSICD standard test, mAP",
                    (
                        "questions",
                        *(f"{name}, {way}" for name in _NAMES for way in ("V->I", "I->V")),
                    ),
                    tuple(
                        (questions, *(number(figure, 2) for pair in both for figure in pair))
                        for questions, both in self.map.items()
                    ),
                    (f"Cosine of the vectors of one image: {mean:.4f}, lowest {lowest:.4f}.",),
                )
            )
        return tuple(tables)


def measure_whole_numbers(
    model: ScrlModel, floating: ScrlModel, rounds: int, data: Path
) -> WholeNumbersResult:
    """Measure both in turn; restores the number of threads.

    Args:
        model: As it ships.
        floating: The same without whole numbers.
        rounds: Of the times.
        data: Holds ``rsicd/`` and ``voices/``; without it accuracy is left out.
    """
    models = (model, floating)
    samples = demo_speech()[: QUESTION_SECONDS * SAMPLE_RATE]
    pixels = np.random.default_rng(0).integers(
        0, 255, (4 * max(BATCHES), model.tile_pixels, model.tile_pixels, 3), dtype=np.uint8
    )
    before = torch.get_num_threads()
    tiles: dict[int, list[tuple[float, ...]]] = {batch: [] for batch in BATCHES}
    questions: list[tuple[float, ...]] = []
    torch.set_num_threads(1)
    try:
        for turn in range(rounds + 1):  # The first is not counted.
            asked = tuple(
                cpu_and_clock(functools.partial(each.encode_voice, samples))[0] for each in models
            )
            if turn:
                questions.append(asked)
            for batch in BATCHES:
                took = tuple(
                    cpu_and_clock(functools.partial(_embed, each, pixels, batch))[0] / len(pixels)
                    for each in models
                )
                if turn:
                    tiles[batch].append(took)
    finally:
        torch.set_num_threads(before)
    cosine, accuracy = _accuracy(models, data) if (data / _TEST[0]).is_dir() else (None, {})
    return WholeNumbersResult(
        {batch: _least(times) for batch, times in tiles.items()},
        _least(questions),
        cosine,
        accuracy,
    )


def _embed(model: ScrlModel, pixels: np.ndarray, batch: int) -> None:
    for begin in range(0, len(pixels), batch):
        model.encode_images(pixels[begin : begin + batch])


def _least(times: list[tuple[float, ...]]) -> tuple[float, float]:
    whole, floating = (1e3 * min(each) for each in zip(*times, strict=True))
    return whole, floating


def _accuracy(
    models: tuple[ScrlModel, ScrlModel], data: Path
) -> tuple[tuple[float, float], dict[str, tuple[tuple[float, float], tuple[float, float]]]]:
    dataset, part = _TEST
    images = select(load_captions(data, dataset), part)  # type: ignore[arg-type]
    sentences = {text for image in images for text in image.sentences}
    voices = [
        voice
        for voice in load_voices(data)
        if voice.dataset == dataset and voice.sentence in sentences
    ]
    asked = [voice.sentence for voice in voices]
    progress = Progress()
    vectors = [embed_images(model, data, images, progress) for model in models]
    products = (vectors[0] * vectors[1]).sum(axis=1)
    figures: dict[str, list[tuple[float, float]]] = {"typed": [], "spoken": []}
    for model, seen in zip(models, vectors, strict=True):
        for questions, heard in (
            ("typed", embed_texts(model, asked)),
            ("spoken", embed_voices(model, voices, progress)),
        ):
            there, back = measure(dataset, "all", questions, images, seen, asked, heard, False)
            figures[questions].append((there.map, back.map))
    return (
        (float(products.mean()), float(products.min())),
        {questions: (both[0], both[1]) for questions, both in figures.items()},
    )
