"""When a spoken question counts as over: how long that takes, and how often it is too early."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np

from engine.audio.completeness import sounds_complete
from engine.audio.recording import SAMPLE_RATE, read_recording
from engine.audio.speech import (
    MARGIN_SECONDS,
    PAUSE_SECONDS,
    WINDOW,
    EndOfSpeech,
    _in_detector_thread,
    _shared_detector,
    _WholeRecording,
    find_speech,
)

from .tables import Table, number

RECORDINGS = 1_000
#: Sound comes in pieces of this many samples, as from the microphone.
BLOCK = SAMPLE_RATE // 10
#: Ending so much before the last word's end is no early end: a soft last sound.
TOLERANCE_SECONDS = 0.25
#: The pause that a speaker who looks for a word makes, where there was none.
HESITATION_SECONDS = 0.65

Samples = np.ndarray
Judge = Callable[[Samples], bool]


@dataclass(frozen=True)
class EndRow:
    """One way to find the end, under one condition.

    Attributes:
        condition: What was heard.
        rule: How the end was found.
        recordings: How many.
        early: How many were ended before their last word.
        wait_s: Median wait after the last word of those that were not.
    """

    condition: str
    rule: str
    recordings: int
    early: int
    wait_s: float


@dataclass(frozen=True)
class EndOfSpeechResult:
    """All of them."""

    rows: tuple[EndRow, ...]

    def tables(self) -> tuple[Table, ...]:
        """Return the result as a table."""
        return (
            Table(
                "The end of a question",
                ("", "recordings", "ended early", "%", "median wait s"),
                tuple(
                    (
                        f"{row.condition}, {row.rule}",
                        f"{row.recordings:,}",
                        str(row.early),
                        number(100 * row.early / row.recordings, 2),
                        number(row.wait_s),
                    )
                    for row in self.rows
                ),
                (
                    "Recordings of the test speakers, fed as from a microphone, in blocks of 0.1 s. The last word ends where "
                    "the detector hears its end in the whole recording. Hesitation: "
                    f"{HESITATION_SECONDS} s of silence at the quietest moment of the middle third, which no recording has.",
                ),
            ),
        )


def measure_end_of_speech(data: Path, recordings: int = RECORDINGS) -> EndOfSpeechResult:
    """Listen to recordings of the test speakers until their end is found.

    Args:
        data: Holds ``voices/manifest.jsonl``.
        recordings: At most so many of them, evenly spread.
    """
    lines = (data / "voices" / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    chosen = lines[:: max(1, -(-len(lines) // recordings))]
    files = [data / "voices" / json.loads(line)["file"] for line in chosen]
    rules: dict[str, Judge | None] = {f"{PAUSE_SECONDS} s": None, "adaptive": sounds_complete}
    found: dict[tuple[str, str], list[float | None]] = {}
    for at, file in enumerate(files):
        for condition, sound, last in _heard(file, np.random.default_rng(at)):
            probabilities = _in_detector_thread(_probabilities, sound)
            for rule, judge in rules.items():
                wait = _in_detector_thread(_wait, sound, last, judge, probabilities)
                found.setdefault((condition, rule), []).append(wait)
    return EndOfSpeechResult(
        tuple(
            EndRow(
                condition,
                rule,
                len(waits),
                sum(wait is None for wait in waits),
                median([wait for wait in waits if wait is not None]),
            )
            for (condition, rule), waits in found.items()
        )
    )


def _heard(file: Path, rng: np.random.Generator) -> Iterator[tuple[str, Samples, int]]:
    """Yield conditions, sounds and the samples at which the last word ends."""
    spoken = read_recording(file).samples
    bounds = find_speech(spoken)
    if bounds is None:
        return
    last = min(len(spoken), bounds[1]) - int(MARGIN_SECONDS * SAMPLE_RATE)
    lead, tail = int(0.5 * SAMPLE_RATE), int(1.5 * SAMPLE_RATE)

    def room(sound: Samples, rms: float) -> Samples:
        whole = np.concatenate([np.zeros(lead), sound, np.zeros(tail)])
        return (whole + rng.normal(0.0, rms, len(whole))).astype(np.float32)

    loud = float(np.sqrt(np.mean(np.square(spoken))))
    yield "quiet room", room(spoken, 0.001 * loud), lead + last
    yield "noise 15 dB below", room(spoken, 10 ** (-15 / 20) * loud), lead + last
    third = len(spoken) // 3
    stretches = np.lib.stride_tricks.sliding_window_view(spoken[third : 2 * third], 640)[::160]
    gap = third + int(stretches.std(axis=1).argmin()) * 160 + 320
    pause = np.zeros(int(HESITATION_SECONDS * SAMPLE_RATE))
    hesitating = np.concatenate([spoken[:gap], pause, spoken[gap:]])
    yield "hesitation", room(hesitating, 0.001 * loud), lead + last + len(pause)


def _probabilities(sound: Samples) -> _WholeRecording:
    """Return the detector for a sound, which has heard all its windows: an eighth of the time of one after the other."""
    leveller = EndOfSpeech(detector=_shared_detector())
    windows = sound[: len(sound) // WINDOW * WINDOW].reshape(-1, WINDOW)
    return _WholeRecording(np.concatenate([leveller.level(window) for window in windows]))


def _wait(
    sound: Samples, last: int, judge: Judge | None, probabilities: _WholeRecording
) -> float | None:
    """Return the wait in seconds after the last word; None where the end came before it."""
    listener = EndOfSpeech(sounds_complete=judge, detector=probabilities)
    for at in range(0, len(sound), BLOCK):
        if listener.feed(sound[at : at + BLOCK]) == "finished":
            end = listener.end or 0
            if end < last - TOLERANCE_SECONDS * SAMPLE_RATE:
                return None
            return (min(at + BLOCK, len(sound)) - last) / SAMPLE_RATE
    return (len(sound) - last) / SAMPLE_RATE
