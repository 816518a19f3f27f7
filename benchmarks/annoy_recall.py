"""Annoy against the exact search: what it misses, what it saves, what it costs."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from engine.index.maintenance import compact_index, index_info
from engine.index.search import SearchOptions, search
from engine.index.store import VectorStore, open_store

from .large_index import write_large_index
from .measuring import MIB, Memory, Stopwatch, in_child, seconds_of
from .tables import Table, number
from .tile_vectors import RealVectors, enlarged

K = 10
#: Tiles in a part of an index "as built": those with which the published figures were measured.
PART_TILES = 8192
MEMORY_QUERIES = 20


@dataclass(frozen=True)
class FreshSearch:
    """A process that opens the index, asks once, then some more.

    Attributes:
        first_ms: Opening the index and the first question, checks of the files included.
        memory: Of the process after all questions.
    """

    first_ms: float
    memory: Memory


@dataclass(frozen=True)
class AnnoyResult:
    """Annoy beside the exact search in one index.

    Attributes:
        tiles: Tiles in the index.
        layout: "as built" (parts of 8,192 tiles) or "compacted" (of up to 65,536).
        parts: Parts in it.
        recall: Share of the exact best ten that are among Annoy's, mean over the questions.
        lowest_recall: Of the worst question.
        by_annoy: Share of the questions in which Annoy proposed at all.
        exact_ms: Median time of an exact search.
        annoy_ms: Median time with Annoy.
        ratio: ``annoy_ms`` over ``exact_ms``.
        tree_seconds: What of ``write_seconds`` the trees cost: the difference to the same without Annoy.
        write_seconds: Writing or compacting the index, with the trees.
        tree_bytes: Trees on disk.
        vector_bytes: Vectors on disk.
        index_bytes: The whole index on disk.
        exact_fresh: A process of its own that searches exactly.
        annoy_fresh: One that searches with Annoy.
    """

    tiles: int
    layout: str
    parts: int
    recall: float
    lowest_recall: float
    by_annoy: float
    exact_ms: float
    annoy_ms: float
    ratio: float
    tree_seconds: float
    write_seconds: float
    tree_bytes: int
    vector_bytes: int
    index_bytes: int
    exact_fresh: FreshSearch
    annoy_fresh: FreshSearch


@dataclass(frozen=True)
class AnnoyReport:
    """All sizes and layouts.

    Attributes:
        results: One for each index.
        questions: Questions asked of each.
        origin: Where vectors and questions come from.
    """

    results: tuple[AnnoyResult, ...]
    questions: int
    origin: str

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""
        answers = Table(
            "Annoy against exact search",
            (
                "tiles",
                "layout",
                "parts",
                "recall@10",
                "lowest",
                "asked by Annoy",
                "exact, ms",
                "Annoy, ms",
                "Annoy / exact",
            ),
            tuple(
                (
                    f"{r.tiles:,}",
                    r.layout,
                    str(r.parts),
                    number(r.recall, 4),
                    number(r.lowest_recall, 1),
                    number(r.by_annoy, 2),
                    number(r.exact_ms),
                    number(r.annoy_ms),
                    number(r.ratio, 3),
                )
                for r in self.results
            ),
            (
                f"{self.questions} real voice queries, ten hits, no filter, overlaps kept; medians "
                "over the queries, exact and Annoy in turn on an open index.",
                f"Tiles: {self.origin}. Beyond that number, tiles are mixtures of two real image "
                "vectors that are near neighbours, with a little noise, normalised.",
            ),
        )
        costs = Table(
            "What Annoy costs",
            (
                "tiles",
                "layout",
                "trees built in, s",
                "share of writing",
                "trees, MiB",
                "vectors, MiB",
                "index, MiB",
                "peak memory exact, MiB",
                "peak memory Annoy, MiB",
                "ratio",
                "first search exact, ms",
                "first search Annoy, ms",
            ),
            tuple(
                (
                    f"{r.tiles:,}",
                    r.layout,
                    number(r.tree_seconds, 1),
                    number(r.tree_seconds / r.write_seconds, 2),
                    number(r.tree_bytes / MIB, 1),
                    number(r.vector_bytes / MIB, 1),
                    number(r.index_bytes / MIB, 1),
                    number(r.exact_fresh.memory.peak / MIB, 0),
                    number(r.annoy_fresh.memory.peak / MIB, 0),
                    number(r.annoy_fresh.memory.peak / r.exact_fresh.memory.peak, 2),
                    number(r.exact_fresh.first_ms, 0),
                    number(r.annoy_fresh.first_ms, 0),
                )
                for r in self.results
            ),
            (
                "Peak memory of a fresh process that opens the index and asks "
                f"{min(MEMORY_QUERIES, self.questions)} questions, mapped files included (the "
                "system takes those back when it needs to); without any search it is "
                f"{number(self.results[0].exact_fresh.memory.before / MIB, 0)} MiB. First search: "
                "opening the index and one question in a fresh process, all checks included. "
                "Compacted: the times are those of `index compact`.",
            ),
        )
        return answers, costs


def measure_annoy(
    vectors: RealVectors,
    model_checksum: str,
    sizes: Sequence[int],
    part_tiles: int = PART_TILES,
    told: Callable[[str], None] = lambda _text: None,
) -> AnnoyReport:
    """Write an index of each size, as built and compacted, and ask it the real questions.

    Args:
        vectors: Of real images and voices.
        model_checksum: Of the model that made them.
        sizes: Numbers of tiles.
        part_tiles: Tiles in a part as built.
        told: Called with what is being done.
    """
    results = []
    for size in sizes:
        folder = Path(tempfile.mkdtemp(prefix="qgis-scrl-bench-"))
        try:
            # The same without Annoy: what trees cost is the difference.
            path, plain = folder / "large.scrl", folder / "plain.scrl"

            def write(target: Path, size: int = size) -> float:
                mixing = Stopwatch()
                chunks = mixing.around_items(enlarged)(vectors.images, size, part_tiles)
                length = vectors.images.shape[1]
                seconds, _ = seconds_of(
                    write_large_index, target, chunks, size, part_tiles, model_checksum, length
                )
                return seconds - mixing.seconds

            told(f"writing an index of {size:,} tiles")
            seconds = write(path)
            with _without_annoy():
                plain_seconds = write(plain)
            told(f"asking {size:,} tiles")
            results.append(
                _measured(path, plain, vectors.voices, "as built", seconds, plain_seconds)
            )
            told(f"compacting {size:,} tiles")
            seconds, report = seconds_of(compact_index, path)
            if report.parts_after < report.parts_before:
                with _without_annoy():
                    plain_seconds, _ = seconds_of(compact_index, plain)
                told(f"asking {size:,} tiles")
                results.append(
                    _measured(path, plain, vectors.voices, "compacted", seconds, plain_seconds)
                )
        finally:
            shutil.rmtree(folder)
    return AnnoyReport(tuple(results), len(vectors.voices), vectors.origin)


def _without_annoy() -> AbstractContextManager[object]:
    """Hide the package, as where it is not installed."""
    return patch.dict(sys.modules, {"annoy": None})


def best_tiles(store: VectorStore, query: NDArray[np.float32], exact: bool) -> list[int]:
    """Return the ids of the :data:`K` best tiles."""
    found = search(store, query, SearchOptions(k=K, suppress_overlap=False, exact=exact))
    return [hit.tile_id for hit in found.hits]


def recall_of(found: Sequence[int], exact: Sequence[int]) -> float:
    """Return the share of the exact answer that was found, 0 to 1."""
    return len(set(found) & set(exact)) / len(exact)


def _measured(
    path: Path,
    plain: Path,
    voices: NDArray[np.float32],
    layout: str,
    seconds: float,
    plain_seconds: float,
) -> AnnoyResult:
    store = open_store(path)
    used = [
        search(store, query, SearchOptions(k=K, suppress_overlap=False)).method == "annoy"
        for query in voices
    ]
    best_tiles(store, voices[0], exact=True)
    recalls: list[float] = []
    times: dict[bool, list[float]] = {True: [], False: []}
    for turn, query in enumerate(voices):
        answers = {}
        # Now this one first, now the other: the second finds the vectors in the cache.
        for exact in (True, False) if turn % 2 else (False, True):
            spent, answers[exact] = seconds_of(best_tiles, store, query, exact)
            times[exact].append(1e3 * spent)
        recalls.append(recall_of(answers[False], answers[True]))
    exact_ms, annoy_ms = median(times[True]), median(times[False])
    info = store.info
    index_bytes = index_info(path).bytes_on_disk
    return AnnoyResult(
        tiles=info.tiles,
        layout=layout,
        parts=info.parts,
        recall=mean(recalls),
        lowest_recall=min(recalls),
        by_annoy=mean(used),
        exact_ms=exact_ms,
        annoy_ms=annoy_ms,
        ratio=annoy_ms / exact_ms,
        tree_seconds=seconds - plain_seconds,
        write_seconds=seconds,
        tree_bytes=index_bytes - index_info(plain).bytes_on_disk,
        vector_bytes=2 * info.tiles * info.settings.embedding_size,
        index_bytes=index_bytes,
        exact_fresh=_fresh(path, voices, exact=True),
        annoy_fresh=_fresh(path, voices, exact=False),
    )


def _fresh(path: Path, voices: NDArray[np.float32], exact: bool) -> FreshSearch:
    first_ms, memory = in_child(open_and_ask, path, voices[:MEMORY_QUERIES], exact)
    return FreshSearch(first_ms, memory)


def open_and_ask(path: Path, voices: NDArray[np.float32], exact: bool) -> float:
    """Search in a process of its own; return the milliseconds up to the first answer."""
    began = time.perf_counter()
    store = open_store(path)
    best_tiles(store, voices[0], exact)
    first_ms = 1e3 * (time.perf_counter() - began)
    for query in voices[1:]:
        best_tiles(store, query, exact)
    return first_ms
