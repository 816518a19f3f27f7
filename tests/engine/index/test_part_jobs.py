"""Part jobs run anywhere, in any order, and one that dies costs itself only."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any

import pytest

from engine.contract.indexes import NO_OPTIONS, BuildReport
from engine.errors import DiskFull
from engine.imagery.source import describe_source
from engine.imagery.tiling import TileGrid, TileSpec
from engine.index.builder import build_index
from engine.index.folder import writer as folder_writer
from engine.index.maintenance import verify_index
from engine.index.part_jobs import (
    Executor,
    FinishedPart,
    PartJob,
    SerialExecutor,
    TileEncoder,
    run_job,
)
from engine.index.plan import NewSource
from engine.index.store import StoreSettings, open_writer, store_info
from engine.progress import Progress
from tests.support.index_contents import files_of, tiles_of
from tests.support.paths import ROOT
from tests.support.scenes import PIXELS, PixelStatistics

SPEC = TileSpec((20.0, 40.0), overlap=0.25, pixels=PIXELS)
PART_TILES = 60


class JobLost(Exception):
    """A process has died."""


class OneProcessEach:
    """Runs every job in a process of its own, the last one first; some may be killed.

    Args:
        prepare: Called in the process before the job.
    """

    def __init__(self, prepare: Callable[[PartJob], None] = lambda _job: None) -> None:
        self._prepare = prepare

    def run(
        self, jobs: Sequence[PartJob], encoder: TileEncoder, progress: Progress
    ) -> Generator[FinishedPart, None, None]:
        lost = []
        for job in reversed(jobs):
            context = multiprocessing.get_context("fork")
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=self._work, args=(sender, job, encoder))
            process.start()
            sender.close()
            try:
                finished = receiver.recv()
            except EOFError:
                lost.append(job.part.number)
            else:
                yield finished
            process.join()
        if lost:
            raise JobLost(f"jobs {lost} died")

    def _work(self, sender: Any, job: PartJob, encoder: TileEncoder) -> None:
        self._prepare(job)
        sender.send(run_job(job, encoder))


def killer(victim: int, event: str, place: str) -> Callable[[PartJob], None]:
    """Return what kills the process of one job when it touches such a file."""

    def prepare(job: PartJob) -> None:
        def watch(happened: str, arguments: tuple[Any, ...]) -> None:
            if happened == event and place in str(arguments[0]):
                os.kill(os.getpid(), signal.SIGKILL)

        if job.part.number == victim:
            sys.addaudithook(watch)

    return prepare


def build(
    path: Path,
    scenes: Path,
    encoder: PixelStatistics | None = None,
    executor: Executor | None = None,
) -> BuildReport:
    encoder = encoder or PixelStatistics()
    return build_index(
        path, [str(scenes)], encoder, SPEC, part_tiles=PART_TILES, batch_size=16, executor=executor
    )


@pytest.mark.parametrize(
    ("event", "place"),
    [
        ("os.mkdir", "00001-"),  # before anything is written
        ("open", "rows.npy"),
        ("open", "tiles.fgb"),
        ("open", "part.json"),
        ("none", ""),  # not at all
    ],
)
def test_a_process_that_dies_in_a_job_costs_that_job(tmp_path, scenes, event, place):
    unbroken, broken = tmp_path / "unbroken.scrl", tmp_path / "broken.scrl"
    whole = build(unbroken, scenes)
    assert whole.parts >= 4
    if event == "none":
        assert build(broken, scenes, executor=OneProcessEach()).tiles == whole.tiles
        assert tiles_of(broken) == tiles_of(unbroken)
        return
    with pytest.raises(JobLost, match="1"):
        build(broken, scenes, executor=OneProcessEach(killer(1, event, place)))
    # The others are there, under the numbers that were planned for them.
    assert verify_index(broken).problems == ()
    kept = tiles_of(broken)
    named = {folder.name for folder in (broken / "parts").iterdir() if "-" not in folder.name}
    assert named == {folder.name for folder in (unbroken / "parts").iterdir()} - {"00001"}
    assert sum(work.tiles for work in store_info(broken).pending) == PART_TILES
    encoder = PixelStatistics()
    report = build(broken, scenes, encoder)
    assert report.parts == 1
    assert report.tiles == encoder.encoded == whole.tiles - len(kept)
    after = tiles_of(broken)
    assert after == tiles_of(unbroken)
    assert {tile: after[tile] for tile in kept} == kept
    assert verify_index(broken).problems == ()
    # What the dead process had begun is gone; the number of its part is not given again.
    names = sorted(folder.name for folder in (broken / "parts").iterdir())
    assert "00001" not in names
    assert all(name.isdigit() for name in names)
    assert store_info(broken).pending == ()


def test_serial_is_the_default_and_gives_the_same_files(tmp_path, scenes):
    one, other = tmp_path / "one.scrl", tmp_path / "other.scrl"
    build(one, scenes)
    build(other, scenes, executor=SerialExecutor())
    assert files_of(one) == files_of(other)


def test_a_job_is_plain_data_and_needs_no_index(tmp_path, scenes, encoder):
    """It runs in a process that knows nothing else, beside a folder that is no index yet."""
    path = tmp_path / "x.scrl"
    settings = StoreSettings(
        encoder.checksum, encoder.embedding_size, SPEC, (), NO_OPTIONS, PART_TILES
    )
    source = describe_source(str(scenes / "b.tif"))
    with open_writer(path, settings) as writer:
        part = writer.plan([NewSource(source, len(TileGrid(source, SPEC)), NO_OPTIONS)])[1]
        job = PartJob(part, writer.info.sources, SPEC, writer.target, 16)
    before = files_of(path)
    script = (
        "import pickle, sys; from engine.index.part_jobs import run_job;"
        "job, encoder = pickle.load(sys.stdin.buffer);"
        "finished = [run_job(job, encoder), run_job(job, encoder)];"
        "pickle.dump(finished, sys.stdout.buffer)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        input=pickle.dumps((job, encoder)),
        capture_output=True,
        check=True,
    )
    once, twice = pickle.loads(done.stdout)  # noqa: S301
    thrice = run_job(job, encoder)
    # The same, under names of their own: who does a job again does not disturb who did it first.
    assert once.written.entry == twice.written.entry == thrice.written.entry
    assert (once.part, once.tiles) == (twice.part, twice.tiles)
    assert once.part == part
    assert 0 < once.tiles <= PART_TILES
    assert encoder.encoded == once.tiles
    # Nothing but the part itself has been written, and nobody reads it.
    written = files_of(path)
    assert {name: written[name] for name in before} == before
    staged = {folder.name for folder in (path / "parts").iterdir()}
    assert staged == {finished.written.folder for finished in (once, twice, thrice)}
    assert {name.split("/")[1] for name in written.keys() - before.keys()} == staged
    assert store_info(path).tiles == 0
    with open_writer(path) as writer:
        assert writer.plan()[1] == part
    assert not list((path / "parts").iterdir())


def test_a_commit_that_fails_lets_go_of_the_jobs(tmp_path, scenes, monkeypatch):
    closed = []

    class Watched(SerialExecutor):
        def run(
            self, jobs: Sequence[PartJob], encoder: TileEncoder, progress: Progress
        ) -> Generator[FinishedPart, None, None]:
            try:
                yield from super().run(jobs, encoder, progress)
            finally:
                closed.append(len(jobs))

    def full(*_arguments: object) -> None:
        raise DiskFull(path="x")

    path = tmp_path / "x.scrl"
    with monkeypatch.context() as patch:
        patch.setattr(folder_writer, "place_part", full)
        with pytest.raises(DiskFull):
            build(path, scenes, executor=Watched())
    assert closed[0] >= 4
    assert store_info(path).tiles == 0
    assert build(path, scenes).parts >= 4


def test_a_source_that_fails_in_another_process(tmp_path, scenes):
    """What went wrong comes back as plain data; the rest of the part is kept."""
    unbroken, broken = tmp_path / "unbroken.scrl", tmp_path / "broken.scrl"
    build(unbroken, scenes)
    source = scenes / "a_20150601.tif"

    def hide(_job: PartJob) -> None:
        source.rename(scenes / "elsewhere") if source.exists() else None

    report = build(broken, scenes, executor=OneProcessEach(hide))
    (failed,) = report.failed
    assert (failed.source, failed.failure.code) == (str(source), "source-unreadable")
    (scenes / "elsewhere").rename(source)
    again = build(broken, scenes)
    assert again.failed == ()
    assert tiles_of(broken) == tiles_of(unbroken)
