"""A shared index in PostgreSQL: what its plans find of the exact answer, how fast, and what a tile costs there."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psycopg
import shapely
from numpy.typing import NDArray

from engine.index.filters import Area
from engine.index.maintenance import compact_index, index_info
from engine.index.postgis import places
from engine.index.search import SearchOptions, search
from engine.index.store import VectorStore, open_store
from tools.postgis import server

from .large_index import write_large_index
from .tables import Table, number
from .tile_vectors import RealVectors, enlarged

K = 10
#: The filters: a share of the index from the west, and an ellipse of a few dozen corners.
FILTERS = {"none": 1.0, "wide": 0.5, "tenth": 0.1, "narrow": 0.02, "ellipse": 0.5}
PART_TILES = 65_536
#: Questions to an index of so many tiles; scoring all of a large one takes seconds.
QUESTIONS = {200_000: 60, math.inf: 20}


@dataclass(frozen=True)
class FilterResult:
    """The questions with one filter.

    Attributes:
        name: Of the filter.
        tiles: What it leaves.
        recall: Share of the exact best ten that are found, mean over the questions.
        lowest_recall: Of the worst question.
        by_lists: Share of the questions in which the lists of the vectors proposed.
        outside: Hits that do not meet the filter.
        first_ms: Of the first search with an area by an engine that knows nothing of the index.
        cpu_ms: Of a whole search, of this process and the server's together: what a busy machine does not stretch.
        median_ms: Of a whole search, what the filter leaves included.
        p95_ms: Likewise, of the slowest in twenty.
        exact_ms: Median of an exact search.
    """

    name: str
    tiles: int
    recall: float
    lowest_recall: float
    by_lists: float
    outside: int
    first_ms: float
    cpu_ms: float
    median_ms: float
    p95_ms: float
    exact_ms: float


@dataclass(frozen=True)
class SharedIndexResult:
    """One size.

    Attributes:
        tiles: Tiles in the index.
        copy_seconds: Copying them to the server.
        list_seconds: Making the index of the vectors.
        bytes_per_tile: Of tables and indexes.
        filters: The questions, filter by filter.
    """

    tiles: int
    copy_seconds: float
    list_seconds: float
    bytes_per_tile: float
    filters: tuple[FilterResult, ...]


@dataclass(frozen=True)
class SharedIndexReport:
    """All sizes."""

    results: tuple[SharedIndexResult, ...]
    origin: str

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""
        answers = Table(
            "Shared index: lists and exact scoring",
            ("tiles", "filter", "tiles left", "recall@10", "lowest", "by lists", "outside", "first, ms", "CPU, ms", "p50, ms", "p95, ms", "exact p50, ms"),
            tuple(
                (
                    f"{r.tiles:,}", f.name, f"{f.tiles:,}", number(f.recall, 4), number(f.lowest_recall, 1),
                    number(f.by_lists, 2), str(f.outside), number(f.first_ms, 1), number(f.cpu_ms, 1), number(f.median_ms, 1), number(f.p95_ms, 1),
                    number(f.exact_ms, 1),
                )
                for r in self.results
                for f in r.filters
            ),
            (
                f"{min(QUESTIONS.values())} to {max(QUESTIONS.values())} real voice queries, ten hits, overlaps kept; none of "
                f"the recordings was used to choose a setting. Tiles: {self.origin}.",
            ),
        )  # fmt: skip
        costs = Table(
            "Shared index: what it costs",
            ("tiles", "copied in, s", "lists made in, s", "bytes per tile"),
            tuple(
                (f"{r.tiles:,}", number(r.copy_seconds, 1), number(r.list_seconds, 1), number(r.bytes_per_tile, 0))
                for r in self.results
            ),
        )  # fmt: skip
        return answers, costs


def measure_shared_index(
    vectors: RealVectors,
    model_checksum: str,
    sizes: Sequence[int],
    told: Callable[[str], None] = lambda _text: None,
) -> SharedIndexReport:
    """Write an index of each size to the server of ``make postgis``, and ask it the real questions.

    Args:
        vectors: Of real images and voices.
        model_checksum: Of the model that made them.
        sizes: Numbers of tiles.
        told: Called with what is being done.
    """
    results = []
    with server() as running:
        os.environ["PGPASSWORD"] = running.password
        with psycopg.connect(running.address, autocommit=True) as connection:
            for extension in ("postgis", "vector"):
                connection.execute(f"CREATE EXTENSION {extension}")
        for size in sizes:
            told(f"shared index of {size:,} tiles ...")
            uri = f"{running.address}?schema=tiles_{size}"
            results.append(_measure(uri, vectors, model_checksum, size, running.pid))
    return SharedIndexReport(tuple(results), vectors.origin)


def _measure(
    uri: str, vectors: RealVectors, model_checksum: str, size: int, server_pid: int
) -> SharedIndexResult:
    began = time.perf_counter()
    parts = enlarged(vectors.images, size, PART_TILES)
    write_large_index(uri, parts, size, PART_TILES, model_checksum, vectors.images.shape[1])
    copied = time.perf_counter()
    compact_index(uri)
    made = time.perf_counter()
    store = open_store(uri)
    store.prepare()
    asked = next(count for most, count in QUESTIONS.items() if size <= most)
    filters = tuple(
        _with_filter(store, vectors.voices[:asked], name, share, server_pid)
        for name, share in FILTERS.items()
    )
    return SharedIndexResult(
        size, copied - began, made - copied, index_info(uri).bytes_on_disk / size, filters
    )


def _with_filter(
    store: VectorStore, queries: NDArray[np.float32], name: str, share: float, server_pid: int
) -> FilterResult:
    area = None if share == 1.0 else _area(store, name, share)
    options = SearchOptions(k=K, suppress_overlap=False, area=area)
    exactly = SearchOptions(k=K, suppress_overlap=False, area=area, exact=True)
    # As a new process would find it.
    places.forget()
    began = time.perf_counter()
    search(store, queries[0], options)
    first = time.perf_counter() - began
    recalls, fast, slow, methods, answers = [], [], [], [], []
    outside = tiles = 0
    cpu = -_cpu_seconds(server_pid)
    for query in queries:
        began = time.perf_counter()
        answers.append(search(store, query, options))
        fast.append(time.perf_counter() - began)
    cpu += _cpu_seconds(server_pid)
    for query, found in zip(queries, answers, strict=True):
        began = time.perf_counter()
        truth = search(store, query, exactly)
        slow.append(time.perf_counter() - began)
        wanted = {hit.tile_id for hit in truth.hits}
        recalls.append(len(wanted & {hit.tile_id for hit in found.hits}) / len(wanted))
        methods.append(found.method == "ivfflat")
        tiles = found.searched
        if area is not None:
            shapes = [shapely.Polygon(hit.footprint) for hit in found.hits]
            outside += int((~shapely.intersects(area.geometry, shapes)).sum())
    return FilterResult(
        name,
        tiles,
        float(np.mean(recalls)),
        min(recalls),
        float(np.mean(methods)),
        outside,
        1e3 * first,
        1e3 * cpu / len(queries),
        1e3 * float(np.median(fast)),
        1e3 * float(np.percentile(fast, 95)),
        1e3 * float(np.median(slow)),
    )


def _area(store: VectorStore, name: str, share: float) -> Area:
    """Return an area that leaves about such a share of an index."""
    west, south, east, north = store.info.bounds or (0.0, 0.0, 0.0, 0.0)
    width, height = east - west, north - south
    if name != "ellipse":
        return Area.from_bounds(west - 1, south - 1, west + share * width, north + 1)
    half = math.sqrt(share / math.pi)
    disc = shapely.Point(west + width / 2, south + height / 2).buffer(1.0)
    return Area(shapely.affinity.scale(disc, half * width, half * height), "an ellipse")


def _cpu_seconds(server_pid: int) -> float:
    """Return the CPU time of this process, and of the server's that run or have ended."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue  # It has ended meanwhile.
        if int(stat.parent.name) == server_pid:
            ticks += sum(map(int, fields[11:15]))
        elif int(fields[1]) == server_pid:
            ticks += sum(map(int, fields[11:13]))
    return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")
