"""How much of the encoder's speed is left when a voice index is built."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from engine.imagery.reader import read_tiles
from engine.imagery.source import describe_source
from engine.imagery.tiling import TileGrid, TileSpec
from engine.index import part_jobs
from engine.index.builder import build_index
from engine.index.part_jobs import FinishedPart, PartJob, SerialExecutor, TileEncoder
from engine.index.plan import PlannedPart, SourceRecord
from engine.index.store import EmbeddedTiles, PartTarget
from engine.progress import Progress
from tools.demo import DEMO

from .annoy_recall import PART_TILES
from .measuring import Stopwatch, seconds_of
from .tables import Table, number

AIM = 0.85
#: Tiles embedded at a time: as many as when the published figures were measured.
BATCH_SIZE = 64
SCENE = DEMO / "scene.tif"
SPEC = TileSpec((200.0, 300.0), overlap=0.6)


@dataclass(frozen=True)
class BuildResult:
    """Speed of the whole build beside that of the bare encoder.

    Times are seconds, one for each round; a round is a pass of the encoder and a build.

    Attributes:
        tiles: Tiles embedded in each pass and each build.
        encoder: The encoder alone, on prepared batches in memory.
        build: The whole of ``build_index``: planning, reading, resampling, embedding, writing.
        reading: Reading and resampling in the build; runs in a thread of its own.
        embedding: The encoder in the build.
        writing: Writing the parts in the build: vectors, rows, footprints, cells and their trees.
        ratio: Tiles per second of the build over those of the encoder, by the medians.
        round_ratios: The same within each round.
        encoder_cpu: CPU seconds of the encoder alone, which other programs change less.
        build_cpu: The same of the whole build.
        build_megapixels: Source pixels covered by the tiles, in millions.
    """

    tiles: int
    encoder: tuple[float, ...]
    build: tuple[float, ...]
    reading: tuple[float, ...]
    embedding: tuple[float, ...]
    writing: tuple[float, ...]
    ratio: float
    round_ratios: tuple[float, ...]
    encoder_cpu: tuple[float, ...]
    build_cpu: tuple[float, ...]
    build_megapixels: float

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""
        whole, bare = median(self.build), median(self.encoder)
        whole_cpu, bare_cpu = median(self.build_cpu), median(self.encoder_cpu)
        reading, embedding, writing = map(median, (self.reading, self.embedding, self.writing))
        speed = Table(
            "Building a voice index",
            ("", "seconds", "tiles per second", "ratio", "CPU, ms a tile", "ratio"),
            (
                (
                    "bare encoder, prepared batches",
                    number(bare),
                    number(self.tiles / bare, 1),
                    "1",
                    number(1e3 * bare_cpu / self.tiles),
                    "1",
                ),
                (
                    "whole build",
                    number(whole),
                    number(self.tiles / whole, 1),
                    number(self.ratio, 3),
                    number(1e3 * whole_cpu / self.tiles),
                    number(bare_cpu / whole_cpu, 3),
                ),
            ),
            (
                f"Medians of {len(self.build)} rounds, encoder and build in turn, "
                f"{self.tiles:,} tiles of the demo scene ({self.build_megapixels:,.0f} million source "
                f"pixels). Ratio of each round: {number(min(self.round_ratios), 3)} to "
                f"{number(max(self.round_ratios), 3)}. Aim: {AIM} or better.",
            ),
        )
        rest = whole - embedding - writing
        split = Table(
            "Where the time of the build goes",
            ("", "seconds", "share of the build"),
            tuple(
                (name, number(seconds), number(seconds / whole, 3))
                for name, seconds in (
                    ("embedding", embedding),
                    ("writing the parts (with cells and trees)", writing),
                    ("all else (planning, waiting for the first tiles)", rest),
                    ("reading and resampling, beside the embedding", reading),
                )
            ),
            ("The first three add up; reading runs in another thread at the same time.",),
        )
        return speed, split


class _TimedEncoder:
    """The model, measured.

    Args:
        encoder: What embeds.
        watch: Told of every call.
    """

    def __init__(self, encoder: TileEncoder, watch: Stopwatch) -> None:
        self._encoder = encoder
        self._watch = watch

    @property
    def checksum(self) -> str:
        return self._encoder.checksum

    @property
    def embedding_size(self) -> int:
        return self._encoder.embedding_size

    @property
    def tile_pixels(self) -> int:
        return self._encoder.tile_pixels

    def encode_images(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        with self._watch.running():
            return self._encoder.encode_images(images)


class _TimedTarget:
    """Where parts go, measured.

    Args:
        target: Where they go.
        watch: Told of every part.
    """

    def __init__(self, target: PartTarget, watch: Stopwatch) -> None:
        self._target = target
        self._watch = watch

    def write(
        self, part: PlannedPart, tiles: EmbeddedTiles, sources: Sequence[SourceRecord]
    ) -> Any:
        with self._watch.running():
            return self._target.write(part, tiles, sources)


class _TimedWriting(SerialExecutor):
    """The default executor; the writing of parts is measured.

    Args:
        watch: Told of every part.
    """

    def __init__(self, watch: Stopwatch) -> None:
        self._watch = watch

    def run(
        self, jobs: Sequence[PartJob], encoder: TileEncoder, progress: Progress
    ) -> Generator[FinishedPart, None, None]:
        timed = [replace(job, target=_TimedTarget(job.target, self._watch)) for job in jobs]
        return super().run(timed, encoder, progress)


def measure_build(
    encoder: TileEncoder, rounds: int = 5, scene: Path = SCENE, spec: TileSpec = SPEC
) -> BuildResult:
    """Build an index of ``scene`` and run the bare encoder on the same tiles, in turn.

    Args:
        encoder: The model; its tiles decide the pixels.
        rounds: Passes of each.
        scene: The raster.
        spec: How it is cut; its pixels are replaced by the encoder's.
    """
    spec = TileSpec(spec.ground_sizes_m, spec.overlap, encoder.tile_pixels, spec.min_valid)
    batches, source_pixels = _prepared(scene, spec)
    tiles = sum(len(batch) for batch in batches)
    # Not measured: the first pass is slower, for it plans the kernels and takes its memory.
    encoder.encode_images(batches[0])
    passes, builds = [], []
    passes_cpu, builds_cpu = [], []
    watches: list[tuple[Stopwatch, Stopwatch, Stopwatch]] = []
    for _ in range(rounds):
        begun = time.process_time()
        passes.append(seconds_of(_encode_all, encoder, batches)[0])
        passes_cpu.append(time.process_time() - begun)
        watches.append((Stopwatch(), Stopwatch(), Stopwatch()))
        begun = time.process_time()
        builds.append(_build(encoder, scene, spec, tiles, *watches[-1]))
        builds_cpu.append(time.process_time() - begun)
    reading, embedding, writing = zip(*watches, strict=True)
    return BuildResult(
        tiles=tiles,
        encoder=tuple(passes),
        build=tuple(builds),
        reading=tuple(watch.seconds for watch in reading),
        embedding=tuple(watch.seconds for watch in embedding),
        writing=tuple(watch.seconds for watch in writing),
        ratio=median(passes) / median(builds),
        round_ratios=tuple(bare / whole for bare, whole in zip(passes, builds, strict=True)),
        encoder_cpu=tuple(passes_cpu),
        build_cpu=tuple(builds_cpu),
        build_megapixels=source_pixels / 1e6,
    )


def _prepared(scene: Path, spec: TileSpec) -> tuple[list[NDArray[np.uint8]], float]:
    """Return the tiles of a scene as batches, and how many source pixels they cover."""
    source = describe_source(str(scene))
    batches, pixels = [], 0.0
    for batch in read_tiles(source, spec, 0, len(TileGrid(source, spec)), BATCH_SIZE):
        batches.append(batch.images)
        pixels += float(batch.windows[:, 2] @ batch.windows[:, 3])
    return batches, pixels


def _encode_all(encoder: TileEncoder, batches: list[NDArray[np.uint8]]) -> None:
    for batch in batches:
        encoder.encode_images(batch)


def _build(
    encoder: TileEncoder,
    scene: Path,
    spec: TileSpec,
    tiles: int,
    reading: Stopwatch,
    embedding: Stopwatch,
    writing: Stopwatch,
) -> float:
    with (
        tempfile.TemporaryDirectory() as folder,
        patch.object(part_jobs, "read_tiles", reading.around_items(part_jobs.read_tiles)),
    ):
        timed = _TimedEncoder(encoder, embedding)
        path = Path(folder) / "bench.scrl"
        executor = _TimedWriting(writing)
        seconds, report = seconds_of(
            build_index,
            path,
            [str(scene)],
            timed,
            spec,
            part_tiles=PART_TILES,
            batch_size=BATCH_SIZE,
            executor=executor,
        )
    if report.tiles != tiles:
        raise RuntimeError(f"the build embedded {report.tiles} tiles, the encoder {tiles}")
    return seconds
