"""Builds on a Dask cluster: two real workers, a thousand simulated ones, and what an index of a country would take."""

from __future__ import annotations

import contextlib
import dataclasses
import logging
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

import torch
from distributed import Client, Scheduler, SpecCluster, Worker

from engine.contract.indexes import NO_OPTIONS
from engine.contract.methods import Cluster
from engine.imagery.source import describe_source
from engine.imagery.tiling import TileGrid, TileSpec
from engine.index import cluster as engine_cluster
from engine.index.builder import build_index
from engine.index.cluster import DaskExecutor, joined_cluster
from engine.index.cluster_worker import LoadModel, resource_name
from engine.index.folder import bytes_per_tile
from engine.index.folder.format import write_index
from engine.index.folder.transaction import sweep
from engine.index.part_jobs import FinishedPart, PartJob, SerialExecutor, TileEncoder
from engine.index.plan import MAX_PART_TILES, PlannedPart, SourceRecord, WorkRange
from engine.index.state import IndexFile, PartEntry
from engine.index.store import StoreSettings
from engine.progress import Progress
from tools.demo import DEMO

from .tables import Table, number

SCENE = DEMO / "scene.tif"
SPEC = TileSpec((100.0,), overlap=0.5)
PART_TILES = 128
WORKERS = 2
#: Jobs that are out at once, as with so many workers; a thousand real ones do not fit into one computer, so
#: that each of some workers takes a hundred jobs.
SIMULATED = 1000
SIMULATED_WORKERS = 10
#: Seconds that a simulated part takes.
SIMULATED_SECONDS = 30.0
#: Parts that take no time, by which the overhead is measured.
EMPTY_PARTS = 300
#: The index on paper: imagery of 0.5 m of a country, tiles of 100 m side by side.
COUNTRY_TILES = 100_000_000
COUNTRY_WORKERS = 100
PART_SIZES = (2_048, 16_384, MAX_PART_TILES)
#: Dollars that an hour of one processor is taken to cost.
PROCESSOR_HOUR = 0.04


@dataclass(frozen=True)
class ClusterResult:
    """What was measured.

    Attributes:
        tiles: Tiles of each build.
        serial: Seconds of the builds of one process with one thread.
        parallel: Those on the workers.
        overhead_s: Processor time of one part in which nothing is done: client, scheduler and worker together.
        simulated_s: How long the simulated parts took, all together.
        efficiency: Share of that in which the simulated workers were at work.
        commits: Seconds of a commit into an index of so many parts.
        tile_bytes: Of a tile on disk.
    """

    tiles: int
    serial: tuple[float, ...]
    parallel: tuple[float, ...]
    overhead_s: float
    simulated_s: float
    efficiency: float
    commits: dict[int, float]
    tile_bytes: int

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""
        alone, together = median(self.serial), median(self.parallel)
        rate = self.tiles / alone
        speed = Table(
            f"Two workers, {self.tiles} tiles in parts of {PART_TILES}",
            ("", "seconds, in turn", "tiles per second", "speed-up"),
            (
                ("one process, one thread", _row(self.serial), number(rate, 1), "1"),
                (
                    "two workers, one thread each",
                    _row(self.parallel),
                    number(self.tiles / together, 1),
                    number(alone / together),
                ),
            ),
        )
        scheduler = Table(
            f"{SIMULATED:,} jobs at once on {SIMULATED_WORKERS} simulated workers, the real scheduler",
            ("parts", "seconds a part", "seconds", "workers at work"),
            (
                (
                    f"{EMPTY_PARTS:,}",
                    "0",
                    f"{1000 * self.overhead_s:.1f} ms of a processor a part",
                    "",
                ),
                (
                    f"{SIMULATED:,}",
                    f"{SIMULATED_SECONDS:g}",
                    number(self.simulated_s, 1),
                    f"{100 * self.efficiency:.0f} %",
                ),
            ),
        )
        hours = COUNTRY_TILES / rate / COUNTRY_WORKERS / 3600
        rows = []
        for size in PART_SIZES:
            parts = -(-COUNTRY_TILES // size)
            commit = self.commits[parts]
            rows.append(
                (
                    f"{size:,}",
                    f"{parts:,}",
                    number(size / rate / 60, 1),
                    number(1000 * commit, 0),
                    # A commit writes all entries: the mean one half of them.
                    number(parts * commit / 2 / 3600),
                    number(parts * self.overhead_s / 3600),
                )
            )
        country = Table(
            f"On paper: {COUNTRY_TILES:,} tiles on {COUNTRY_WORKERS} workers as fast as this one: {hours:,.0f} hours, "
            f"{hours * COUNTRY_WORKERS * PROCESSOR_HOUR:,.0f} dollars at {PROCESSOR_HOUR} a processor-hour, "
            f"{COUNTRY_TILES * self.tile_bytes / 1e9:,.0f} GB",
            (
                "tiles a part", "parts", "minutes a part", "last commit, ms", "commits, hours",
                "handing out, hours",
            ),
            tuple(rows),
        )  # fmt: skip
        return speed, scheduler, country


def _row(seconds: Sequence[float]) -> str:
    return ", ".join(number(each, 1) for each in seconds)


def measure_cluster(model: Any, rounds: int, model_folder: Path | None) -> ClusterResult:
    """Run all that is measured; a round is a build of one process and one of the workers."""
    tiles = len(TileGrid(describe_source(str(SCENE)), SPEC))
    serial, parallel = [], []
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        with joined_cluster(
            Cluster(workers=WORKERS), LoadModel(model_folder), model.checksum, Progress(), 300.0
        ) as executor:
            while executor.count(model.checksum) < WORKERS:
                time.sleep(0.1)
            for _ in range(rounds):
                serial.append(_seconds_of_build(model, SerialExecutor()))
                parallel.append(_seconds_of_build(model, executor))
    finally:
        torch.set_num_threads(threads)
    overhead, simulated, efficiency = _simulated(model)
    parts = [-(-COUNTRY_TILES // size) for size in PART_SIZES]
    return ClusterResult(
        tiles=tiles,
        serial=tuple(serial),
        parallel=tuple(parallel),
        overhead_s=overhead,
        simulated_s=simulated,
        efficiency=efficiency,
        commits={count: _seconds_of_commit(count) for count in parts},
        tile_bytes=bytes_per_tile(model.embedding_size),
    )


def _seconds_of_build(model: TileEncoder, executor: SerialExecutor | DaskExecutor) -> float:
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        build_index(
            Path(folder) / "x.scrl",
            [str(SCENE)],
            model,
            SPEC,
            part_tiles=PART_TILES,
            batch_size=32,
            executor=executor,
        )
        return time.perf_counter() - began


class _Nowhere:
    """The target of parts that are not made."""

    def write(self, *_arguments: object) -> None:
        raise NotImplementedError


def _simulated(model: TileEncoder) -> tuple[float, float, float]:
    """Return the overhead of a part, the seconds that the simulated parts take, and how busy the workers were."""
    with _simulated_workers(model.checksum) as executor:

        def run(count: int, each: float) -> None:
            jobs = [
                PartJob(PlannedPart(i, (WorkRange(0, i, i + 1),)), (), SPEC, _Nowhere(), 32)
                for i in range(count)
            ]

            def pretend(job: PartJob, _topic: str) -> FinishedPart:
                time.sleep(each)
                return FinishedPart(job.part, None, 0, ())

            with patch.object(engine_cluster, "run_on_worker", pretend):
                for _ in executor.run(jobs, model, Progress()):
                    pass

        # Processor time, which other programs on the machine do not change: all of it is in this process.
        before = time.process_time()
        run(EMPTY_PARTS, 0.0)
        overhead = (time.process_time() - before) / EMPTY_PARTS
        began = time.perf_counter()
        run(SIMULATED, SIMULATED_SECONDS)
        taken = time.perf_counter() - began
        return overhead, taken, SIMULATED_SECONDS / taken


class _ManyWorkers(DaskExecutor):
    """Takes each place for a job for a worker."""

    def workers(self, model_checksum: str) -> tuple[dict[str, str], dict[str, str]]:
        """Return a name for each place, after asking the scheduler as always."""
        fitting, _ = super().workers(model_checksum)
        places = SIMULATED // SIMULATED_WORKERS
        return {f"{name}/{i}": what for name, what in fitting.items() for i in range(places)}, {}


@contextlib.contextmanager
def _simulated_workers(checksum: str) -> Iterator[DaskExecutor]:
    """Run a scheduler and workers, all in this process: their jobs only wait."""
    places = SIMULATED // SIMULATED_WORKERS
    options = {
        "nthreads": places,
        "resources": {resource_name(checksum): places},
        "memory_limit": 0,
        "dashboard": False,
    }
    with (
        SpecCluster(
            workers={i: {"cls": Worker, "options": options} for i in range(SIMULATED_WORKERS)},
            scheduler={
                "cls": Scheduler,
                "options": {"host": "127.0.0.1", "port": 0, "dashboard_address": "127.0.0.1:0"},
            },
            silence_logs=logging.ERROR,
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        client.wait_for_workers(SIMULATED_WORKERS)
        yield _ManyWorkers(client, cluster.scheduler_address)


def _seconds_of_commit(parts: int) -> float:
    """Return how long it takes to name one more part in an index of so many."""
    settings = StoreSettings("0" * 16, 256, SPEC, (str(SCENE),), NO_OPTIONS, MAX_PART_TILES)
    source = SourceRecord(0, 0, parts, NO_OPTIONS, describe_source(str(SCENE)))
    entries = tuple(
        PartEntry(
            f"{i:05d}", 1, (9.123456789, 48.1, 9.2, 48.2), (WorkRange(0, i, i + 1),), "0" * 64
        )
        for i in range(parts)
    )
    index = dataclasses.replace(IndexFile.begin(settings), sources=(source,), parts=entries)
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        write_index(Path(folder), index)
        sweep(Path(folder), index)
        return time.perf_counter() - began
