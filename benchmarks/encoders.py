"""What the two encoders cost by themselves: a question of four seconds, a tile."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import numpy as np
import torch

from engine.audio.recording import SAMPLE_RATE, read_recording
from engine.model.checkpoint import ScrlModel
from engine.model.voice_encoder import SpeechEncoder, VoiceEncoder
from tools.demo import demo_questions

from .tables import Table, number

QUESTION_SECONDS = 4
BATCHES = (1, 32)
THREADS = (1, 2)


@dataclass(frozen=True)
class TileTime:
    """Milliseconds a tile, of CPU and on the clock, for a batch size and a number of threads."""

    batch: int
    threads: int
    cpu_ms: float
    ms: float


@dataclass(frozen=True)
class EncodersResult:
    """Medians over rounds.

    Attributes:
        question_cpu_ms: CPU of a question from samples to vector, by number of threads.
        question_ms: The same on the clock.
        bare_cpu_ms: CPU of one pass of the bare pretrained speech encoder over the same features; empty
            if the model has none.
        tiles: What a tile takes.
    """

    question_cpu_ms: dict[int, float]
    question_ms: dict[int, float]
    bare_cpu_ms: dict[int, float]
    tiles: tuple[TileTime, ...]

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""
        questions = tuple(
            (
                str(threads),
                number(cpu, 1),
                number(self.question_ms[threads], 1),
                number(self.bare_cpu_ms.get(threads), 1),
                number(cpu / self.bare_cpu_ms[threads] if self.bare_cpu_ms else None, 2),
            )
            for threads, cpu in self.question_cpu_ms.items()
        )
        first = self.tiles[0].ms
        tiles = tuple(
            (
                str(tile.batch),
                str(tile.threads),
                number(tile.cpu_ms, 2),
                number(tile.ms, 2),
                number(tile.ms / first, 2),
            )
            for tile in self.tiles
        )
        return (
            Table(
                f"A question of {QUESTION_SECONDS} s, from samples to vector",
                ("threads", "CPU, ms", "clock, ms", "bare speech encoder, CPU ms", "ratio"),
                questions,
            ),
            Table(
                "The image encoder",
                ("batch", "threads", "CPU, ms a tile", "ms a tile", "ratio"),
                tiles,
            ),
        )


def measure_encoders(model: ScrlModel, rounds: int = 5) -> EncodersResult:
    """Measure both encoders with one thread and with two; restores the number of threads.

    Args:
        model: What to measure.
        rounds: Rounds of everything; questions and single tiles are repeated ten times in each.
    """
    samples = demo_speech()[: QUESTION_SECONDS * SAMPLE_RATE]
    pixels = np.random.default_rng(0).integers(
        0, 255, (max(BATCHES), model.tile_pixels, model.tile_pixels, 3), dtype=np.uint8
    )
    # As pretrained, in floating point; what its weights are makes no difference to the time.
    bare = SpeechEncoder().eval() if isinstance(model.network.voice, VoiceEncoder) else None
    before = torch.get_num_threads()
    question_cpu: dict[int, list[float]] = {threads: [] for threads in THREADS}
    question: dict[int, list[float]] = {threads: [] for threads in THREADS}
    bare_cpu: dict[int, list[float]] = {threads: [] for threads in THREADS}
    tiles: dict[tuple[int, int], list[tuple[float, float]]] = {
        (batch, threads): [] for batch in BATCHES for threads in THREADS
    }
    try:
        with torch.inference_mode():
            features = model.voice_features(samples)
            for turn in range(rounds + 1):  # The first is not counted.
                for threads in THREADS:
                    torch.set_num_threads(threads)
                    for _ in range(10):
                        cpu, seconds = cpu_and_clock(lambda: model.encode_voice(samples))
                        alone = 0.0 if bare is None else cpu_and_clock(lambda: bare(features))[0]
                        if turn:
                            question_cpu[threads].append(cpu)
                            question[threads].append(seconds)
                            bare_cpu[threads].append(alone)
                    for batch in BATCHES:
                        for _ in range(10 if batch == 1 else 1):
                            cpu, seconds = cpu_and_clock(
                                functools.partial(model.encode_images, pixels[:batch])
                            )
                            if turn:
                                tiles[batch, threads].append((cpu / batch, seconds / batch))
    finally:
        torch.set_num_threads(before)
    return EncodersResult(
        {threads: 1e3 * median(times) for threads, times in question_cpu.items()},
        {threads: 1e3 * median(times) for threads, times in question.items()},
        {t: 1e3 * median(times) for t, times in bare_cpu.items()} if bare is not None else {},
        tuple(
            TileTime(*key, *(1e3 * median(times) for times in zip(*both, strict=True)))
            for key, both in tiles.items()
        ),
    )


def demo_speech() -> np.ndarray:
    """Return the demo's questions one after the other, float32 [n], 16 kHz."""
    return np.concatenate([read_recording(q.recording).samples for q in demo_questions()])


def cpu_and_clock(work: Callable[[], object]) -> tuple[float, float]:
    """Return the CPU seconds of this process that a call takes, and its seconds."""
    cpu, clock = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - clock
