"""Our index beside other libraries of approximate search: recall against time, memory, size, building."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from unittest.mock import patch

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray

from engine.index.folder import ranking
from engine.index.maintenance import index_info
from engine.index.plan import MAX_PART_TILES
from engine.index.store import VectorStore, open_store
from tools.own_environment import make_environment

from .annoy_recall import MEMORY_QUERIES, best_tiles, open_and_ask, recall_of
from .large_index import write_large_index
from .measuring import MIB, in_child
from .tables import Table, number
from .tile_vectors import RealVectors, enlarged

PEERS = Path(__file__).with_name("ann_peers.py")
#: Graphs take three to five minutes to build at a million vectors, and all of the memory at ten.
GRAPHS = ("hnswlib", "usearch", "faiss-hnsw")
OTHERS = ("faiss-ivf-pq", "faiss-ivf-sq8", "annoy")
GRAPH_LIMIT = 2_000_000
OURS = "qgis_scrl"
#: Shares of the tiles whose codes ours compares; the middle one is what is shipped.
SHARES = (1 / 256, 1 / 128, ranking.SCAN_SHARE, 1 / 32)
READS = 15
#: Settings of ours were chosen while looking at the recordings before this one.
FIRST_VOICE = 400


@dataclass(frozen=True)
class Answers:
    """One library with one setting.

    Attributes:
        setting: What was set.
        recall: Share of the exact best ten that it finds, mean over the questions.
        lowest: Of the worst question.
        ms: Median time of a question.
        cpu_ms: Median processor time of one, which other processes disturb less.
    """

    setting: str
    recall: float
    lowest: float
    ms: float
    cpu_ms: float


@dataclass(frozen=True)
class LibraryResult:
    """One library over the same vectors.

    Attributes:
        tiles: Vectors.
        library: Its name.
        seconds: Building the index; of ours with rows and footprints, in parts as large as `index compact` makes them.
        cpu_seconds: Processor time of that.
        bytes: The index on disk; of ours everything, the float16 vectors and footprints included.
        memory: Bytes of memory that the system cannot take back; of ours, of a whole process that searches.
        answers: With each setting.
    """

    tiles: int
    library: str
    seconds: float
    cpu_seconds: float
    bytes: int
    memory: int
    answers: tuple[Answers, ...]


@dataclass(frozen=True)
class ExactScan:
    """Exact search beside reading the vectors.

    Attributes:
        tiles: Vectors.
        search_ms: Median processor time of an exact search.
        read_ms: Median processor time of reading every vector from memory once (NumPy's maximum).
        peak: Most bytes resident of a process that opens the index and asks, mapped files included.
    """

    tiles: int
    search_ms: float
    read_ms: float
    peak: int


@dataclass(frozen=True)
class AnnReport:
    """All sizes.

    Attributes:
        results: Of each size and library.
        scans: Of each size.
        questions: Questions asked of each.
        origin: Where vectors and questions come from.
        load: Of the machine, when it was over.
    """

    results: tuple[LibraryResult, ...]
    scans: tuple[ExactScan, ...]
    questions: int
    origin: str
    load: float

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""
        plot = Table(
            "Recall against time",
            ("tiles", "library", "setting", "recall@10", "lowest", "ms", "CPU, ms"),
            tuple(
                (
                    f"{r.tiles:,}",
                    r.library,
                    a.setting,
                    number(a.recall, 4),
                    number(a.lowest, 1),
                    number(a.ms),
                    number(a.cpu_ms),
                )
                for r in self.results
                for a in r.answers
            ),
            (
                f"{self.questions} real voice queries, ten hits, one at a time, one thread; medians over the queries; none of "
                "the recordings was used to choose a setting of ours. "
                f"{OURS}: a whole search, hits with their places; the libraries: row numbers. "
                f"Load of the machine at the end {self.load:.1f}.",
                f"Tiles: {self.origin}; beyond that number, mixtures of neighbours with a little noise.",
            ),
        )
        costs = Table(
            "What the indexes cost",
            ("tiles", "library", "built in, s", "CPU, s", "bytes a tile", "memory, MiB"),
            tuple(
                (
                    f"{r.tiles:,}",
                    r.library,
                    number(r.seconds, 0),
                    number(r.cpu_seconds, 0),
                    number(r.bytes / r.tiles, 0),
                    number(r.memory / MIB, 0),
                )
                for r in self.results
            ),
            (
                f"{OURS}: everything, with float16 vectors, rows and footprints of the tiles; its memory is what a whole "
                "process that searches cannot give back. The libraries: their index alone; faiss-ivf-pq scores its "
                "200 best from a file of float16 vectors that is not counted.",
            ),
        )
        scans = Table(
            "Exact search beside reading the vectors",
            ("tiles", "search, CPU ms", "reading, CPU ms", "ratio", "peak memory of a search, MiB"),
            tuple(
                (
                    f"{s.tiles:,}",
                    number(s.search_ms, 1),
                    number(s.read_ms, 1),
                    number(s.search_ms / s.read_ms),
                    number(s.peak / MIB, 0),
                )
                for s in self.scans
            ),
            ("One thread, in turn. Peak memory: not exact, mapped files included.",),
        )
        return plot, costs, scans


def measure_ann(
    vectors: RealVectors,
    model_checksum: str,
    sizes: Sequence[int],
    libraries: Sequence[str] | None = None,
    told: Callable[[str], None] = lambda _text: None,
) -> AnnReport:
    """Build every index over the same vectors and ask the same questions of all.

    Args:
        vectors: Of real images and voices.
        model_checksum: Of the model that made them.
        sizes: Numbers of tiles.
        libraries: Some of :data:`GRAPHS` and :data:`OTHERS`; None leaves out the graphs above :data:`GRAPH_LIMIT`.
        told: Called with what is being done.
    """
    results: list[LibraryResult] = []
    scans: list[ExactScan] = []
    for size in sizes:
        folder = Path(tempfile.mkdtemp(prefix="qgis-scrl-bench-"))
        try:
            told(f"{OURS}, {size:,} tiles")
            result, scan = _ours(folder, vectors, model_checksum, size)
            results.append(result)
            scans.append(scan)
            chosen = libraries
            if chosen is None:
                chosen = OTHERS if size > GRAPH_LIMIT else (*GRAPHS, *OTHERS)
            for library in chosen:
                told(f"{library}, {size:,} tiles")
                results.append(_peer(folder, library, size))
        finally:
            shutil.rmtree(folder)
    questions, load = len(vectors.voices), os.getloadavg()[0]
    return AnnReport(tuple(results), tuple(scans), questions, vectors.origin, load)


def _ours(
    folder: Path, vectors: RealVectors, model_checksum: str, size: int
) -> tuple[LibraryResult, ExactScan]:
    """Measure ours; leave vectors, queries and exact answers in ``folder`` for the libraries."""
    length = vectors.images.shape[1]
    plain = open_memmap(folder / "vectors.npy", "w+", np.float16, (size, length))
    start = 0
    for chunk in enlarged(vectors.images, size, MAX_PART_TILES):
        plain[start : start + len(chunk)] = chunk
        start += len(chunk)
    plain.flush()

    def chunks() -> Iterator[NDArray[np.float16]]:
        for begin in range(0, size, MAX_PART_TILES):
            yield np.array(plain[begin : begin + MAX_PART_TILES])

    path = folder / "ours.scrl"
    wall, cpu = time.perf_counter(), time.process_time()
    write_large_index(path, chunks(), size, MAX_PART_TILES, model_checksum, length)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    store = open_store(path)
    queries = vectors.voices
    wanted = [best_tiles(store, query, exact=True) for query in queries]
    np.save(folder / "queries.npy", queries)
    np.save(folder / "exact.npy", np.array(wanted))
    answers = []
    for share in SHARES:
        with patch.object(ranking, "SCAN_SHARE", share):
            answers.append(_asked(store, queries, wanted, f"1/{round(1 / share)} of the codes"))
    search, read = [], []
    for query in queries[:READS]:
        search.append(_cpu_ms(best_tiles, store, query, True))
        read.append(_cpu_ms(plain.reshape(-1).view(np.uint32).max))
    _, memory = in_child(open_and_ask, path, queries[:MEMORY_QUERIES], False)
    result = LibraryResult(
        size, OURS, wall, cpu, index_info(path).bytes_on_disk, memory.private or 0, tuple(answers)
    )
    return result, ExactScan(size, median(search), median(read), memory.peak)


def _asked(
    store: VectorStore, queries: NDArray[np.float32], wanted: Sequence[Sequence[int]], setting: str
) -> Answers:
    best_tiles(store, queries[0], exact=False)
    recalls, times, cpu_times = [], [], []
    for query, exact in zip(queries, wanted, strict=True):
        wall, cpu = time.perf_counter(), time.process_time()
        found = best_tiles(store, query, exact=False)
        cpu_times.append(1e3 * (time.process_time() - cpu))
        times.append(1e3 * (time.perf_counter() - wall))
        recalls.append(recall_of(found, exact))
    return Answers(setting, mean(recalls), min(recalls), median(times), median(cpu_times))


def _cpu_ms(function: Callable[..., object], *args: object) -> float:
    began = time.process_time()
    function(*args)
    return 1e3 * (time.process_time() - began)


def _peer(folder: Path, library: str, size: int) -> LibraryResult:
    """Build and ask a library in an environment of its own."""
    command = [str(make_environment("ann")), str(PEERS), str(folder), library]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{library} has failed:\n{done.stderr[-3000:]}")
    found = json.loads(done.stdout)
    answers = tuple(Answers(**answer) for answer in found.pop("answers"))
    return LibraryResult(tiles=size, library=library, answers=answers, **found)
