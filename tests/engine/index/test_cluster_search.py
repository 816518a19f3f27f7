"""Searches on a Dask cluster: real schedulers and workers, stopped and killed in the middle of a question."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from engine.errors import ClusterLost, ClusterOfAnotherVersion, ClusterUnreachable, UsageError
from engine.index.builder import build_index
from engine.index.folder.format import read_index
from engine.index.maintenance import compact_index
from engine.index.search import SearchOptions, search
from engine.index.store import Conditions, open_store, open_writer
from tests.support import cluster as processes
from tests.support.scenes import PixelStatistics

pytest.importorskip("distributed", reason="needs requirements/cluster.txt")

from engine.index.folder import cluster_questions, part, ranking
from engine.index.folder.cluster_store import ClusterStore

QUERY = np.random.default_rng(5).normal(size=24).astype(np.float32)


@pytest.fixture(scope="module")
def cluster() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler with two workers: its address and its process."""
    with processes.scheduler() as (address, process), processes.workers(address, 2):
        yield address, process


@pytest.fixture
def address(cluster) -> str:
    assert cluster[1].poll() is None
    return str(cluster[0])


def pids(address: str) -> dict[str, int]:
    """Return the process ids of the workers, at least two, under their addresses."""
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
        found: dict[str, int] = client.run(os.getpid)
        return found


def ids(index: str | Path) -> list[int]:
    options = SearchOptions(k=30, suppress_overlap=False)
    return [hit.tile_id for hit in search(open_store(index), QUERY, options).hits]


def test_a_worker_that_is_killed_in_the_middle_of_a_question_is_replaced(index, address):
    uri = processes.searched_by(address, index)
    expected = ids(index)
    store = open_store(uri)
    assert isinstance(store, ClusterStore)
    store.prepare()
    selection = store.select(Conditions())
    # One that has parts of this index: it takes the question, and never answers.
    victim = next(iter(store._workers.shares(store._parts)))
    victim_pid = pids(address)[victim]
    os.kill(victim_pid, signal.SIGSTOP)
    unit = QUERY / np.linalg.norm(QUERY)
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(lambda: store.nearest(unit, selection, True).best(30))
        threading.Event().wait(0.7)
        assert not asked.done()
        os.kill(victim_pid, signal.SIGKILL)
        best = asked.result(timeout=60)
    assert best.tile_ids[:30].tolist() == expected
    assert len(best.read(slice(0, 30))) == 30
    assert ids(uri) == expected


def small_searches(least_rows: int, scan_least: int, scan_per_hit: int) -> tuple[int, int, int]:
    """Set from how many rows on cells are used, in this process; returns what was set before."""
    before = part.MIN_ROWS, ranking.SCAN_LEAST, ranking.SCAN_PER_HIT
    part.MIN_ROWS, ranking.SCAN_LEAST, ranking.SCAN_PER_HIT = least_rows, scan_least, scan_per_hit
    return before


def test_each_worker_asks_its_own_trees(cells_in_small_parts, index, address):
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
        before = client.run(small_searches, 1, 1, 1)
        try:
            store = open_store(processes.searched_by(address, index))
            every = store.select(Conditions())
            unit = QUERY / np.linalg.norm(QUERY)
            ranked = store.nearest(unit, every)
            best = ranked.best(3)
            truth = store.nearest(unit, every, True)
            all_tiles = truth.best(every.tiles)
        finally:
            client.run(small_searches, *next(iter(before.values())))
    exact = dict(zip(all_tiles.tile_ids.tolist(), all_tiles.similarities.tolist(), strict=True))
    assert (ranked.method, ranked.notes, truth.method) == ("annoy", (), "exact")
    assert len(best.tile_ids) >= 3
    assert best.floor > -np.inf
    assert best.similarities.tolist() == sorted(best.similarities.tolist(), reverse=True)
    np.testing.assert_allclose(
        best.similarities, [exact[tile_id] for tile_id in best.tile_ids.tolist()], atol=1e-12
    )


def test_each_worker_has_its_share_and_keeps_it(index):
    parts = read_index(index).parts
    workers = [f"tcp://10.0.0.{number}:4000" for number in range(3)]
    before = cluster_questions._owners(parts, workers)
    assert before == cluster_questions._owners(parts, workers[::-1])
    assert set(before) == {entry.name for entry in parts}
    share = sum(entry.rows for entry in parts) / len(workers)
    for worker in workers:
        rows = sum(entry.rows for entry in parts if before[entry.name] == worker)
        assert rows < share + max(entry.rows for entry in parts)
    (alone,) = set(cluster_questions._owners(parts, workers[:1]).values())
    assert alone == workers[0]


def test_an_open_index_outlives_its_parts(index, address):
    store = open_store(processes.searched_by(address, index))
    store.prepare()
    before = {tile.tile_id for table in store.items() for tile in table}
    names = {path.name for path in (index / "parts").iterdir()}
    compact_index(index)
    assert not names & {path.name for path in (index / "parts").iterdir()}
    assert not store.is_current()
    assert {tile.tile_id for table in store.items() for tile in table} == before
    assert ids(processes.searched_by(address, index)) == ids(index)


def test_it_cannot_be_written(index, address):
    uri = processes.searched_by(address, index)
    with pytest.raises(UsageError, match="cannot be changed") as refused:
        open_writer(uri)
    assert str(index) in refused.value.next_step


@pytest.mark.parametrize(
    "uri",
    [
        "dask:///data/x.scrl",
        "dask://host/data/x.scrl",
        "dask://host:1",
        "dask://host:x/y",
        "dask+tls://host/data/x.scrl",
    ],
)
def test_an_address_that_lacks_something(uri):
    with pytest.raises(UsageError, match="scheduler"):
        open_store(uri)


def test_workers_with_another_model_are_not_asked(tmp_path, scenes, spec, address):
    other = PixelStatistics(checksum="b" * 64)
    build_index(tmp_path / "x.scrl", [str(scenes)], other, spec, part_tiles=60, batch_size=16)
    store = open_store(processes.searched_by(address, tmp_path / "x.scrl"))
    with pytest.raises(ClusterOfAnotherVersion):
        store.select(Conditions())


def certificate(folder: Path) -> dict[str, str]:
    """Make one that signs itself; returns what the environment of those who shall trust it names."""
    key, file = folder / "key.pem", folder / "certificate.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    made = ["-keyout", str(key), "-out", str(file), "-days", "2"]
    command = ["openssl", "req", "-x509", "-nodes", "-newkey", "rsa:2048", *subject, *made]
    subprocess.run(command, check=True, capture_output=True)
    settings = {"CA_FILE": file}
    for role in ("SCHEDULER", "WORKER", "CLIENT"):
        settings |= {f"{role}__CERT": file, f"{role}__KEY": key}
    prefix = "DASK_DISTRIBUTED__COMM__TLS__"
    return {prefix + name: str(path) for name, path in settings.items()}


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs the program openssl")
def test_a_scheduler_with_tls(tmp_path, index, monkeypatch):
    import dask

    trusted = certificate(tmp_path)
    with (
        processes.scheduler("tls", **trusted) as (address, _),
        processes.workers(address, 1, None, "a" * 64, **trusted),
    ):
        uri = processes.searched_by(address, index)
        monkeypatch.setattr(cluster_questions, "_CONNECT_SECONDS", (1,))
        with pytest.raises(ClusterUnreachable, match="TLS"):
            ids(uri)
        monkeypatch.setattr(cluster_questions, "_CONNECT_SECONDS", (5, 30))
        names = {
            name.removeprefix("DASK_").replace("__", ".").lower(): trusted[name] for name in trusted
        }
        with dask.config.set(names):
            assert ids(uri) == ids(index)


def test_the_scheduler_dies(index, address, cluster, monkeypatch):
    """The last test: it ends the cluster of the others."""
    monkeypatch.setattr(cluster_questions, "_CONNECT_SECONDS", (1,))
    uri = processes.searched_by(address, index)
    assert ids(uri) == ids(index)
    cluster[1].kill()
    cluster[1].wait()
    with pytest.raises((ClusterLost, ClusterUnreachable)):
        ids(uri)
