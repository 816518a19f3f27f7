"""Builds on a Dask cluster: real schedulers and workers, killed, cut off and filled up on the way."""

from __future__ import annotations

import functools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.contract.indexes import BuildReport
from engine.contract.methods import Cluster
from engine.contract.notices import Notice, Stage, Unit
from engine.errors import (
    Cancelled,
    ClusterLost,
    ClusterOfAnotherVersion,
    ClusterPartsLost,
    ClusterUnreachable,
    ClusterWithoutWorkers,
    StagingUnusable,
    UsageError,
)
from engine.imagery.tiling import TileSpec
from engine.index.builder import build_index
from engine.index.maintenance import verify_index
from engine.index.part_jobs import Executor, FinishedPart, PartJob, TileEncoder
from engine.index.store import store_info
from engine.progress import Progress
from tests.support import cluster as processes
from tests.support import object_store
from tests.support.index_contents import files_of, tiles_of
from tests.support.paths import ROOT
from tests.support.scenes import PIXELS, PixelStatistics, write_scene

pytest.importorskip("distributed", reason="needs requirements/cluster.txt")

import psutil

from engine.index import cluster as dask_cluster
from engine.index.cluster import DaskExecutor, joined_cluster
from engine.index.staging import file_system

SPEC = TileSpec((20.0, 40.0), overlap=0.25, pixels=PIXELS)
CHECKSUM = PixelStatistics().checksum


class Watched(Progress):
    """Keeps what it is told, and does something when the first tiles are done."""

    def __init__(self, then: Callable[[], None] = lambda: None) -> None:
        self.done = 0
        self.total = 0
        self.notes: list[Notice] = []
        self._unit: Unit | str = Unit.SOURCE
        self._then = then

    def start(self, stage: Stage | str, total: int, unit: Unit | str) -> None:
        self.done, self.total, self._unit = 0, total, unit

    def advance(self, steps: int = 1) -> None:
        self.done += steps
        if self._unit == Unit.TILE:
            then, self._then = self._then, lambda: None
            then()

    def note(self, notice: Notice | str) -> None:
        if isinstance(notice, Notice):
            self.notes.append(notice)

    def codes(self) -> list[str]:
        return [note.code for note in self.notes]


@pytest.fixture(scope="module")
def s3_port() -> int:
    """Where the S3 server of a test is going to be: the workers know it from the beginning."""
    return processes.free_port()


@pytest.fixture(scope="module")
def address(s3_port: int) -> Iterator[str]:
    """A scheduler with two workers."""
    with (
        processes.scheduler() as (address, _),
        processes.workers(address, 2, None, **object_store.environment(s3_port)),
    ):
        yield address


def build(
    path: Path,
    scenes: Path,
    cluster: Cluster | None = None,
    progress: Watched | None = None,
    encoder: PixelStatistics | None = None,
    wrap: Callable[[DaskExecutor], Executor] = lambda executor: executor,
    patience_s: float = 30.0,
) -> BuildReport:
    progress = progress or Watched()
    encoder = encoder or PixelStatistics()
    run = functools.partial(
        build_index, path, [str(scenes)], encoder, SPEC,
        part_tiles=60, batch_size=16, progress=progress,
    )  # fmt: skip
    if cluster is None:
        return run()
    with joined_cluster(
        cluster, processes.SlowStatistics, encoder.checksum, progress, patience_s
    ) as executor:
        return run(executor=wrap(executor))


def pids(address: str, least: int) -> list[int]:
    """Return the process ids of at least so many workers."""
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(least, timeout=30)
        return list(client.run(os.getpid).values())


def test_the_index_is_the_serial_one_byte_for_byte(tmp_path, scenes, address):
    serial, parallel = tmp_path / "serial.scrl", tmp_path / "parallel.scrl"
    expected = build(serial, scenes)
    progress = Watched()
    report = build(parallel, scenes, Cluster(address), progress)
    assert files_of(parallel) == files_of(serial)
    assert (report.tiles, report.parts) == (expected.tiles, expected.parts)
    assert report.parts >= 4
    assert progress.done == progress.total
    (joined,) = [note for note in progress.notes if note.code == "cluster-joined"]
    assert joined.values["address"] == address
    assert "/status" in joined.values["dashboard"]


def test_a_cluster_of_this_computer(tmp_path, scenes):
    serial, parallel = tmp_path / "serial.scrl", tmp_path / "parallel.scrl"
    build(serial, scenes)
    build(parallel, scenes, Cluster(workers=1))
    assert files_of(parallel) == files_of(serial)


def test_a_worker_is_killed(tmp_path, scenes, address):
    serial, parallel = tmp_path / "serial.scrl", tmp_path / "parallel.scrl"
    write_scene(scenes / "c.tif", width=320, height=320, seed=3, west=501_000.0)
    expected = build(serial, scenes)
    victim = pids(address, 2)[0]
    killed = []

    def kill() -> None:
        os.kill(victim, signal.SIGKILL)
        killed.append(victim)

    progress = Watched(kill)
    report = build(parallel, scenes, Cluster(address), progress)
    assert killed
    assert report.tiles == expected.tiles
    assert files_of(parallel) == files_of(serial)
    assert progress.done == progress.total
    assert victim not in pids(address, 2)  # its nanny has started another one


def test_the_scheduler_is_killed(tmp_path, scenes):
    serial, broken = tmp_path / "serial.scrl", tmp_path / "broken.scrl"
    write_scene(scenes / "c.tif", width=320, height=320, seed=3, west=501_000.0)
    build(serial, scenes)
    with processes.scheduler() as (address, scheduler), processes.workers(address, 1) as workers:
        with pytest.raises(ClusterLost, match="continues where it stopped"):
            build(broken, scenes, Cluster(address), Watched(scheduler.kill))
        # What was committed is there, whole; nothing hinders whoever goes on.
        assert verify_index(broken).problems == ()
        assert store_info(broken).pending
        assert workers.wait(60) == 0
    build(broken, scenes)
    assert tiles_of(broken) == tiles_of(serial)
    assert store_info(broken).pending == ()


def test_a_source_that_cannot_be_read_there(tmp_path, scenes, address):
    serial, parallel = tmp_path / "serial.scrl", tmp_path / "parallel.scrl"
    build(serial, scenes)
    source, hidden = scenes / "a_20150601.tif", scenes / "hidden"

    class Hiding:
        def __init__(self, executor: DaskExecutor) -> None:
            self.executor = executor

        def run(
            self, jobs: Sequence[PartJob], encoder: TileEncoder, progress: Progress
        ) -> Generator[FinishedPart, None, None]:
            source.rename(hidden)
            return self.executor.run(jobs, encoder, progress)

    report = build(parallel, scenes, Cluster(address), wrap=Hiding)
    (failed,) = report.failed
    assert (failed.source, failed.failure.code) == (str(source), "source-unreadable")
    assert report.tiles > 0
    hidden.rename(source)
    assert build(parallel, scenes, Cluster(address)).failed == ()
    assert tiles_of(parallel) == tiles_of(serial)


def test_cancelled(tmp_path, scenes, address):
    write_scene(scenes / "c.tif", width=480, height=480, seed=3, west=501_000.0)
    path = tmp_path / "x.scrl"
    progress = Watched()
    progress._then = lambda: setattr(progress, "is_cancelled", True)
    with pytest.raises(Cancelled):
        build(path, scenes, Cluster(address), progress)
    assert verify_index(path).problems == ()
    assert store_info(path).pending
    # The workers stop what nobody waits for any more, and take the next build.
    progress = Watched()
    build(path, scenes, Cluster(address), progress)
    serial = tmp_path / "serial.scrl"
    build(serial, scenes)
    assert tiles_of(path) == tiles_of(serial)


def test_parts_come_back_through_a_folder(tmp_path, scenes, address):
    serial, parallel = tmp_path / "serial.scrl", tmp_path / "parallel.scrl"
    build(serial, scenes)
    staging = tmp_path / "staging"
    build(parallel, scenes, Cluster(address, staging=str(staging)))
    assert files_of(parallel) == files_of(serial)
    assert not [file for file in staging.rglob("*") if file.is_file()]


def test_a_worker_whose_disk_is_full(tmp_path, scenes, address, small_disk):
    serial, parallel = tmp_path / "serial.scrl", tmp_path / "parallel.scrl"
    write_scene(scenes / "c.tif", width=320, height=320, seed=3, west=501_000.0)
    build(serial, scenes)
    with processes.workers(address, 1, temporary=small_disk):
        pids(address, 3)
        with (small_disk / "ballast").open("wb") as ballast:
            ballast.write(bytes((1 << 20) - (8 << 10)))
        progress = Watched()
        staged = Cluster(address, staging=str(tmp_path / "staging"))
        report = build(parallel, scenes, staged, progress)
    assert progress.codes().count("cluster-worker-left-out") == 1
    assert report.failed == ()
    assert files_of(parallel) == files_of(serial)


def test_parts_come_back_through_an_object_store(tmp_path, scenes, address, s3_port, monkeypatch):
    serial, parallel = tmp_path / "serial.scrl", tmp_path / "parallel.scrl"
    build(serial, scenes)
    for name, value in object_store.environment(s3_port).items():
        monkeypatch.setenv(name, value)
    with object_store.bucket(s3_port) as bucket:
        build(parallel, scenes, Cluster(address, staging=f"{bucket}/builds"))
        assert files_of(parallel) == files_of(serial)
        system, path = file_system(f"{bucket}/builds")
        assert system.find(path) == []
        with pytest.raises(StagingUnusable, match="no-such-bucket"):
            build(tmp_path / "y.scrl", scenes, Cluster(address, staging="s3://no-such-bucket/x"))


def listening(process: psutil.Process) -> set[tuple[str, int]]:
    """Return addresses and ports where a process listens."""
    return {
        (found.laddr.ip, found.laddr.port)
        for found in process.net_connections("tcp")
        if found.status == psutil.CONN_LISTEN
    }


def test_workers_listen_at_the_ports_that_a_firewall_lets_through(tmp_path, scenes):
    first = processes.free_port()
    ports = (first, min(first + 20, 65_535))
    with (
        processes.scheduler() as (address, _),
        processes.workers(address, 1, ports=f"{ports[0]}:{ports[1]}") as workers,
    ):
        build(tmp_path / "x.scrl", scenes, Cluster(address))
        nanny = psutil.Process(workers.pid)
        found = set().union(*map(listening, (nanny, *nanny.children(recursive=True))))
        assert len([port for _, port in found if ports[0] <= port <= ports[1]]) >= 2
        # What lies outside of them are the pages of the worker, for this computer alone.
        assert {host for host, port in found if not ports[0] <= port <= ports[1]} <= {"127.0.0.1"}


def test_too_few_ports_for_the_workers(tmp_path):
    command = [sys.executable, "-m", "engine", "cluster-worker", "tcp://127.0.0.1:1"]
    for given, said in (("9000:9002", "3 ports"), ("9000", "no range"), ("9:1", "no range")):
        ended = subprocess.run(
            [*command, "--processes", "2", "--ports", given],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (ended.returncode, said in ended.stderr) == (2, True), ended.stderr


def test_a_cluster_that_cannot_be_used(tmp_path, scenes, address, monkeypatch):
    path = tmp_path / "x.scrl"
    # Another model there: both are named.
    with pytest.raises(ClusterOfAnotherVersion) as other:
        build(path, scenes, Cluster(address), encoder=PixelStatistics(checksum="b" * 64))
    assert f"model {'a' * 12}" in other.value.message
    assert f"model {'b' * 12}" in other.value.message
    with monkeypatch.context() as patch:
        patch.setattr(dask_cluster, "_CONNECT_SECONDS", (1,))
        with pytest.raises(ClusterUnreachable, match="cluster-scheduler"):
            build(path, scenes, Cluster(f"tcp://127.0.0.1:{processes.free_port()}"))
    with pytest.raises(ClusterUnreachable):
        build(path, scenes, Cluster("nonsense://x"))
    with pytest.raises(UsageError):
        build(path, scenes, Cluster(address, workers=2))
    with pytest.raises(UsageError):
        build(path, scenes, Cluster())
    # Each is a process: so many would fill the memory before the first has started.
    for many in (-1, 2**40):
        with pytest.raises(UsageError, match="cannot use"):
            build(path, scenes, Cluster(workers=many))
    with (
        processes.scheduler() as (empty, _),
        pytest.raises(ClusterWithoutWorkers, match="cluster-worker"),
    ):
        build(path, scenes, Cluster(empty), patience_s=0.2)
    assert not path.exists()


class Poison(PixelStatistics):
    """Ends the process in which it embeds."""

    def encode_images(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        os.kill(os.getpid(), signal.SIGKILL)
        return super().encode_images(images)


@pytest.mark.slow
def test_what_ends_every_worker_is_given_up(tmp_path, scenes):
    with (
        joined_cluster(Cluster(workers=1), Poison, CHECKSUM, Watched(), 60.0) as executor,
        pytest.raises(ClusterPartsLost, match="ended every worker"),
    ):
        build_index(
            tmp_path / "x.scrl", [str(scenes)], PixelStatistics(), SPEC,
            part_tiles=60, batch_size=16, executor=executor,
        )  # fmt: skip


@pytest.mark.slow
def test_the_command_line_with_the_model_that_ships(tmp_path):
    """Scheduler, worker and build as in docs/cluster.md."""
    from tests.support.paths import SCENE

    def engine(*arguments: str) -> str:
        done = subprocess.run(
            [processes.sys.executable, "-m", "engine", "index", "build", *arguments],
            cwd=ROOT, capture_output=True, text=True, check=False,
            env={**os.environ, "OMP_NUM_THREADS": "1"},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stderr

    serial, parallel = tmp_path / "serial.scrl", tmp_path / "parallel.scrl"
    imagery = (str(SCENE), "--ground-size", "500", "--part-tiles", "12")
    engine(str(serial), *imagery)
    with (
        processes.scheduler() as (address, scheduler),
        processes.running("-m", "engine", "cluster-worker", address, "--processes", "1") as worker,
    ):
        said = engine(str(parallel), *imagery, "--cluster", address)
        scheduler.terminate()
        assert scheduler.wait(30) == 0
        began = time.monotonic()
        assert worker.wait(60) == 0, time.monotonic() - began
    assert f"Dask cluster {address} with 1 worker" in said
    assert files_of(parallel) == files_of(serial)
