"""A question to a folder, and to the workers of a Dask cluster of which each has its own parts open."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

import numpy as np
from numpy.typing import NDArray

from engine.contract.methods import Cluster
from engine.index.cluster import joined_cluster
from engine.index.cluster_worker import LoadModel
from engine.index.plan import MAX_PART_TILES
from engine.index.store import VectorStore, open_store
from engine.progress import Progress

from .annoy_recall import best_tiles, recall_of
from .large_index import write_large_index
from .tables import Table, number
from .tile_vectors import RealVectors, enlarged

WORKERS = 2
QUESTIONS = 60


@dataclass(frozen=True)
class Asked:
    """The questions to one store.

    Attributes:
        tiles: In the index.
        who: The store.
        recall: Share of the exact best ten that it finds, mean over the questions.
        ms: Of each question.
        first_s: Of the first one, with which parts are opened.
    """

    tiles: int
    who: str
    recall: float
    ms: tuple[float, ...]
    first_s: float


@dataclass(frozen=True)
class ClusterSearchResult:
    """All sizes.

    Attributes:
        asked: Each size and store.
        origin: Where vectors and questions come from.
    """

    asked: tuple[Asked, ...]
    origin: str

    def tables(self) -> tuple[Table, ...]:
        """Return the result as a table."""
        rows = tuple(
            (
                f"{a.tiles:,}",
                a.who,
                number(a.recall, 4),
                number(median(a.ms), 1),
                number(float(np.percentile(a.ms, 95)), 1),
                number(a.first_s, 1),
            )
            for a in self.asked
        )
        return (
            Table(
                "A question to a cluster",
                ("tiles", "asked", "recall@10", "median ms", "95th percentile ms", "first, s"),
                rows,
                (
                    f"{QUESTIONS} real voice queries, ten hits, no filter, in turn; {WORKERS} workers with one thread each "
                    f"on this computer, parts of {MAX_PART_TILES:,} tiles. First: with opening the parts.",
                    f"Tiles: {self.origin}; beyond that number, mixtures of neighbours with a little noise.",
                ),
            ),
        )


def measure_cluster_search(
    vectors: RealVectors,
    model_folder: Path | None,
    model_checksum: str,
    sizes: Sequence[int],
    told: Callable[[str], None] = lambda _text: None,
) -> ClusterSearchResult:
    """Write indexes, and ask the folder and the cluster in turn."""
    queries = vectors.voices[:QUESTIONS]
    asked: list[Asked] = []
    with joined_cluster(
        Cluster(workers=WORKERS), LoadModel(model_folder), model_checksum, Progress(), 300.0
    ) as executor:
        while executor.count(model_checksum) < WORKERS:
            time.sleep(0.1)
        for size in sizes:
            told(f"an index of {size:,} tiles")
            with tempfile.TemporaryDirectory(prefix="qgis-scrl-bench-") as folder:
                path = Path(folder) / "large.scrl"
                chunks = enlarged(vectors.images, size, MAX_PART_TILES)
                length = vectors.images.shape[1]
                write_large_index(path, chunks, size, MAX_PART_TILES, model_checksum, length)
                told(f"questions to {size:,} tiles")
                asked += ask_in_turn(path, executor.address, queries, size)
    return ClusterSearchResult(tuple(asked), vectors.origin)


def ask_in_turn(
    path: Path, scheduler: str, queries: NDArray[np.float32], size: int
) -> tuple[Asked, ...]:
    """Ask an index by its folder and by a cluster."""
    folder = open_store(path)
    stores = {
        "folder": folder,
        f"{WORKERS} workers": open_store(f"{scheduler.replace('tcp', 'dask', 1)}{path.as_posix()}"),
    }
    first = {who: _asked(store, queries[0])[1] for who, store in stores.items()}
    found: dict[str, list[list[int]]] = {who: [] for who in stores}
    times: dict[str, list[float]] = {who: [] for who in stores}
    for query in queries:
        for who, store in stores.items():
            hits, seconds = _asked(store, query)
            found[who].append(hits)
            times[who].append(1e3 * seconds)
    exact = [best_tiles(folder, query, exact=True) for query in queries]
    return tuple(
        Asked(
            size,
            who,
            mean(recall_of(hits, best) for hits, best in zip(found[who], exact, strict=True)),
            tuple(times[who]),
            first[who],
        )
        for who in stores
    )


def _asked(store: VectorStore, query: NDArray[np.float32]) -> tuple[list[int], float]:
    began = time.perf_counter()
    hits = best_tiles(store, query, exact=False)
    return hits, time.perf_counter() - began
