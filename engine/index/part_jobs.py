"""Part jobs: from ranges of tiles to a finished part, and who runs them.

A job is plain data that can be pickled and sent to another process or machine. It needs no lock and
writes no index: :mod:`.builder` plans the jobs and commits what they have made, part by part.
"""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ..contract.indexes import SourceFailure
from ..errors import ImageryError
from ..imagery.reader import TileBatch, prefetch, read_tiles
from ..imagery.tiling import TileSpec
from ..progress import Progress
from .plan import PlannedPart, SourceRecord, WorkRange, joined
from .store import EmbeddedTiles, PartTarget


class TileEncoder(Protocol):
    """What a build needs of the model."""

    @property
    def checksum(self) -> str:
        """Names the weights: vectors of different weights cannot be compared."""

    @property
    def embedding_size(self) -> int:
        """D, the length of a vector."""

    @property
    def tile_pixels(self) -> int:
        """Side of the images, in pixels."""

    def encode_images(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return N x D unit vectors of N x P x P x 3 images."""


@dataclass(frozen=True)
class PartJob:
    """What has to be done for one part.

    Attributes:
        part: Its number, and the ranges to read.
        sources: The sources of these ranges.
        tile_spec: Ground sizes, overlap and pixels of the tiles.
        target: Where the part goes.
        batch_size: Tiles embedded at a time.
    """

    part: PlannedPart
    sources: tuple[SourceRecord, ...]
    tile_spec: TileSpec
    target: PartTarget
    batch_size: int


@dataclass(frozen=True)
class FinishedPart:
    """What has been done for one part.

    Attributes:
        part: Its number, and the ranges that were read to their end.
        written: What the target made of their tiles; None if all are empty.
        tiles: How many tiles it has.
        failed: Sources of which a range could not be read to its end: none of its tiles is in the part.
    """

    part: PlannedPart
    written: Any
    tiles: int
    failed: tuple[SourceFailure, ...]


class Executor(Protocol):
    """Runs part jobs, here or elsewhere; commits nothing."""

    def run(
        self, jobs: Sequence[PartJob], encoder: TileEncoder, progress: Progress
    ) -> Generator[FinishedPart, None, None]:
        """Yield what becomes of the jobs, in any order.

        A job that is lost with its process costs that job only: what else has been finished is yielded
        before the loss is raised, and the same build does the lost work again.

        Raises:
            Cancelled, DiskFull, FolderNotWritable: Jobs that were not yielded are not done.
        """


class SerialExecutor:
    """One job after the other in this process; reading runs ahead, also into the next job."""

    def run(
        self, jobs: Sequence[PartJob], encoder: TileEncoder, progress: Progress
    ) -> Generator[FinishedPart, None, None]:
        """Yield what becomes of the jobs, in order."""
        # Closing stops the reading thread, also when writing failed or the user cancelled.
        with contextlib.closing(prefetch(_read_all(jobs, progress))) as events:
            for job in jobs:
                yield _Part(job, encoder, progress).make(events)


def run_job(job: PartJob, encoder: TileEncoder, progress: Progress | None = None) -> FinishedPart:
    """Run one job: what another process or machine is given to do.

    Raises:
        DiskFull, FolderNotWritable: The part cannot be written; nothing of it stays.
    """
    (finished,) = SerialExecutor().run([job], encoder, progress or Progress())
    return finished


@dataclass(frozen=True)
class _Event:
    """What the reader yields: a batch of a range, its failure, or its end; or the end of the job."""

    work: WorkRange | None
    batch: TileBatch | None = None
    error: ImageryError | None = None


def _read_all(jobs: Iterable[PartJob], progress: Progress) -> Iterator[_Event]:
    for job in jobs:
        sources = {record.number: record for record in job.sources}
        for work in job.part.work:
            try:
                for batch in read_tiles(
                    sources[work.source].source,
                    job.tile_spec,
                    work.start,
                    work.stop,
                    job.batch_size,
                    # Empty tiles yield no batch after which cancellation could be checked.
                    progress.check_cancelled,
                    keep_flat=sources[work.source].options.keep_flat,
                ):
                    yield _Event(work, batch=batch)
            except ImageryError as error:
                yield _Event(work, error=error)
            else:
                yield _Event(work)
        yield _Event(None)


class _Part:
    """The part under construction."""

    def __init__(self, job: PartJob, encoder: TileEncoder, progress: Progress) -> None:
        self._job = job
        self._encoder = encoder
        self._progress = progress
        self._sources = {record.number: record for record in job.sources}
        # Ids, sources, windows and ground sizes of batches.
        self._columns: list[tuple[NDArray, NDArray, NDArray, NDArray]] = []
        self._vectors: list[NDArray[np.float16]] = []
        self._images: list[NDArray[np.uint8]] = []

    def make(self, events: Iterator[_Event]) -> FinishedPart:
        """Embed and write what is read for the job, without the tiles of a range that failed."""
        finished: list[WorkRange] = []
        failed: list[SourceFailure] = []
        advanced = 0
        for event in events:
            self._progress.check_cancelled()
            work = event.work
            if work is None:
                break
            if event.batch is not None:
                self._add(work.source, event.batch)
                advanced += len(event.batch)
                self._progress.advance(len(event.batch))
                continue
            # The end of the range: its empty tiles are done too.
            self._progress.advance(work.tiles - advanced)
            advanced = 0
            if event.error is None:
                finished.append(work)
            else:
                uri = self._sources[work.source].source.uri
                failed.append(SourceFailure(uri, event.error.notice()))
        self._embed(1)
        return self._written(joined(finished), tuple(failed))

    def _add(self, number: int, batch: TileBatch) -> None:
        ids = self._sources[number].first_tile_id + batch.numbers
        numbers = np.full(len(batch), number, dtype=np.int32)
        self._columns.append((ids, numbers, batch.windows, batch.ground_sizes_m))
        self._images.append(batch.images)
        # Full batches, even when the sources have a handful of tiles each.
        self._embed(self._job.batch_size)

    def _embed(self, least: int) -> None:
        """Embed images in batches as long as there are ``least`` of them."""
        if sum(map(len, self._images)) < least:
            return
        images = np.concatenate(self._images)
        while len(images) >= least:
            self._progress.check_cancelled()
            batch, images = np.split(images, [self._job.batch_size])
            self._vectors.append(_as_unit_float16(self._encoder.encode_images(batch)))
        self._images = [images]

    def _written(
        self, work: tuple[WorkRange, ...], failed: tuple[SourceFailure, ...]
    ) -> FinishedPart:
        """Write the tiles of the ranges that were read to their end."""
        part = PlannedPart(self._job.part.number, work)
        ids = np.concatenate([np.zeros(0, dtype=np.int64), *(ids for ids, *_ in self._columns)])
        keep = np.zeros(len(ids), dtype=bool)
        for source, start, stop in work:
            first = self._sources[source].first_tile_id
            keep |= (ids >= first + start) & (ids < first + stop)
        if not keep.any():
            return FinishedPart(part, None, 0, failed)
        order = np.flatnonzero(keep)[np.argsort(ids[keep], kind="stable")]
        columns = (*zip(*self._columns, strict=True), self._vectors)
        tiles = EmbeddedTiles(*(np.concatenate(column)[order] for column in columns))
        written = self._job.target.write(part, tiles, self._job.sources)
        return FinishedPart(part, written, len(order), failed)


def _as_unit_float16(vectors: NDArray[np.float32]) -> NDArray[np.float16]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    if not (np.isfinite(lengths) & (lengths > 0)).all():
        raise ValueError("the encoder returned a vector without a direction")
    return (vectors / lengths).astype(np.float16)
