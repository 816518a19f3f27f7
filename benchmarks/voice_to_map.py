"""From the end of speech to hits drawn on the map, in a desktop QGIS with a warm engine."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from engine.errors import MissingDependency
from tools.demo import demo_questions
from tools.qgis_desktop import CannotRun, run_in_qgis

from .tables import Table, number

TILES = 100_000
WAIT = "end-of-speech wait"
# In the order in which they happen; the names of the engine's own timings are the keys.
STAGES = {
    WAIT: WAIT,
    "read": "reading the recording",
    "speech_check": "speech check (VAD)",
    "features": "features",
    "encoder": "voice encoder",
    "search": "search",
    "transport": "transport, and the engine's rest",
    "layer": "layer made, styled and added",
    "rendering": "rendering",
}
_SECONDS_A_QUESTION = 20.0
_SECONDS_TO_START = 240.0


@dataclass(frozen=True)
class Spread:
    """Times of one stage, in milliseconds.

    Attributes:
        median: Half of them are shorter.
        p95: 95 of 100 are shorter.
    """

    median: float
    p95: float


@dataclass(frozen=True)
class VoiceToMapResult:
    """Where the time goes between the last word and the map.

    Attributes:
        questions: Questions spoken into the microphone.
        tiles: Tiles in the index.
        stages: By their name in :data:`STAGES`.
        total: From the end of the recording to the drawn map: all but the wait.
        with_wait: From the end of speech.
        early: Whether the index was searched while the question was spoken.
        outlined: From the end of speech to the last places that were found meanwhile; None if none were.
    """

    questions: int
    tiles: int
    stages: dict[str, Spread]
    total: Spread
    with_wait: Spread
    early: bool = False
    outlined: Spread | None = None

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""
        rows = [(STAGES[name], spread) for name, spread in self.stages.items()]
        rows.append(("all but the wait", self.total))
        rows.append(("from the end of speech", self.with_wait))
        how = "searched while it is spoken" if self.early else "searched when it is over"
        if self.outlined is not None:
            rows.append(("places outlined meanwhile, from the end of speech", self.outlined))
        return (
            Table(
                f"From the end of speech to hits on the map, {how}",
                ("", "median ms", "95th percentile ms"),
                tuple((name, number(s.median, 1), number(s.p95, 1)) for name, s in rows),
                (
                    f"{self.questions} questions spoken into a virtual microphone, one after the "
                    f"other; desktop QGIS on a screen in memory, warm engine, {self.tiles:,} tiles, "
                    "20 hits. Nothing else is on the map: QGIS keeps pictures of other layers.",
                ),
            ),
        )


@dataclass(frozen=True)
class VoiceToMapResults:
    """Both ways, alternating in one run."""

    late: VoiceToMapResult
    early: VoiceToMapResult

    def tables(self) -> tuple[Table, ...]:
        """Return the results as tables."""
        return (*self.late.tables(), *self.early.tables())


def measure_voice_to_map(
    index: Path, tiles: int, rounds: int = 5, recordings: Sequence[Path] | None = None
) -> VoiceToMapResults:
    """Speak each question ``rounds`` times, and once before, unmeasured.

    Args:
        index: A voice index of the bundled model.
        tiles: Tiles in it.
        rounds: How often each question is spoken.
        recordings: The questions; those of the demo if None.

    Raises:
        MissingDependency: QGIS, Xvfb or PulseAudio is not installed, or QGIS failed.
    """
    files = list(recordings or [question.recording for question in demo_questions()])
    asked = [str(files[0]), *(str(file) for _ in range(rounds) for file in files)]
    with tempfile.TemporaryDirectory(prefix="scrl-") as home:
        try:
            outcome = run_in_qgis(
                "benchmarks.voice_to_map_script",
                {"index": str(index), "recordings": asked},
                Path(home),
                seconds=_SECONDS_TO_START + 2 * _SECONDS_A_QUESTION * len(asked),
            )
        except CannotRun as error:
            raise MissingDependency(name="A QGIS that runs", advice=str(error)) from error
    late, early = zip(*outcome["times_ms"][1:], strict=True)
    return VoiceToMapResults(summarise(late, tiles), summarise(early, tiles, early=True))


def summarise(
    times_ms: Sequence[Mapping[str, float]], tiles: int, early: bool = False
) -> VoiceToMapResult:
    """Return the spread of each stage and of their sums.

    Args:
        times_ms: For each question the stages of :data:`STAGES`.
        tiles: Tiles in the index.
        early: Whether the index was searched while the questions were spoken.
    """
    sums = [sum(times[name] for name in STAGES if name != WAIT) for times in times_ms]
    outlined = [times["outlined"] for times in times_ms if "outlined" in times]
    return VoiceToMapResult(
        questions=len(times_ms),
        tiles=tiles,
        stages={name: _spread([times[name] for times in times_ms]) for name in STAGES},
        total=_spread(sums),
        with_wait=_spread(
            [whole + times[WAIT] for whole, times in zip(sums, times_ms, strict=True)]
        ),
        early=early,
        outlined=_spread(outlined) if outlined else None,
    )


def _spread(values: Sequence[float]) -> Spread:
    ordered = sorted(values)
    # The smallest that is not exceeded by 95 of 100.
    return Spread(median(ordered), ordered[max(0, math.ceil(0.95 * len(ordered)) - 1)])
