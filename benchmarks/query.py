"""Where the time of one spoken question goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import torch

from engine.audio.recording import read_recording
from engine.audio.speech import check_speech
from engine.index.search import search
from engine.index.store import open_store
from engine.model.checkpoint import ScrlModel
from engine.model.voice_encoder import SpeechEncoder, VoiceEncoder
from tools.demo import demo_questions

from .measuring import seconds_of
from .tables import Table, number

STEPS = (
    "reading and resampling the file",
    "speech check (VAD)",
    "features",
    "voice encoder",
    "search",
)


@dataclass(frozen=True)
class QueryResult:
    """Time of a question, in milliseconds; medians over recordings and rounds.

    Attributes:
        recordings: Different recordings asked.
        rounds: Times that each was asked.
        tiles: Tiles in the index.
        speech_seconds: Median length of the speech in them.
        steps_ms: The parts of a question, under their names.
        total_ms: A whole question.
        speech_encoder_ms: One pass of the bare pretrained speech encoder over the same features;
            None if the model has none.
        total_ratio: A whole question over that pass.
        encoder_ratio: The whole voice encoder over that pass.
    """

    recordings: int
    rounds: int
    tiles: int
    speech_seconds: float
    steps_ms: dict[str, float]
    total_ms: float
    speech_encoder_ms: float | None
    total_ratio: float | None
    encoder_ratio: float | None

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""
        bare = self.speech_encoder_ms
        timed = [
            *self.steps_ms.items(),
            ("whole question", self.total_ms),
            ("bare pretrained speech encoder, for comparison", bare),
        ]
        return (
            Table(
                "One spoken question",
                ("", "ms", "share of the question", "ratio to the bare speech encoder"),
                tuple(
                    (
                        name,
                        number(ms, 1),
                        number(ms / self.total_ms, 3),
                        number(None if bare is None else ms / bare, 2),
                    )
                    for name, ms in timed
                    if ms is not None
                ),
                (
                    f"Medians over {self.recordings} recordings ({self.speech_seconds:.1f} s of "
                    f"speech each) asked {self.rounds} times of an open index of {self.tiles:,} "
                    "tiles (20 hits, overlapping ones merged), model loaded.",
                ),
            ),
        )


def measure_query(
    model: ScrlModel,
    index: Path,
    recordings: Sequence[Path] | None = None,
    rounds: int = 5,
) -> QueryResult:
    """Ask each recording ``rounds`` times and measure every step.

    Args:
        model: Makes the query vectors.
        index: The voice index to search, made with this model.
        recordings: Spoken questions; those of the demo if None.
        rounds: How often each is asked; once more before, unmeasured.
    """
    files = list(recordings or [question.recording for question in demo_questions()])
    store = open_store(index, model.checksum)
    # As pretrained, in floating point; what its weights are makes no difference to the time.
    bare = SpeechEncoder().eval() if isinstance(model.network.voice, VoiceEncoder) else None
    asked: list[tuple[float, ...]] = []
    bare_times: list[float] = []
    speech_seconds: list[float] = []
    for turn in range(rounds + 1):
        for file in files:
            read_time, recording = seconds_of(read_recording, file)
            check_time, speech = seconds_of(check_speech, recording)
            with torch.inference_mode():
                feature_time, features = seconds_of(model.voice_features, speech.samples)
                encoder_time, query = seconds_of(model.encode_features, features)
                bare_time = 0.0
                if bare is not None:
                    bare_time, _ = seconds_of(bare, features)
            search_time, _ = seconds_of(search, store, query)
            if turn:
                asked.append((read_time, check_time, feature_time, encoder_time, search_time))
                bare_times.append(bare_time)
                speech_seconds.append(speech.seconds)
    steps = [1e3 * median(times) for times in zip(*asked, strict=True)]
    total = 1e3 * median(sum(times) for times in asked)
    bare_ms = None if bare is None else 1e3 * median(bare_times)
    return QueryResult(
        recordings=len(files),
        rounds=rounds,
        tiles=store.info.tiles,
        speech_seconds=median(speech_seconds),
        steps_ms=dict(zip(STEPS, steps, strict=True)),
        total_ms=total,
        speech_encoder_ms=bare_ms,
        total_ratio=None if bare_ms is None else total / bare_ms,
        encoder_ratio=None if bare_ms is None else steps[3] / bare_ms,
    )
