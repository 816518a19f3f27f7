"""One library of approximate search, built and asked in its own process; see :mod:`benchmarks.ann`.

Runs in ``.venv-ann``, beside the engine's environment and without it::

    python benchmarks/ann_peers.py FOLDER LIBRARY

FOLDER holds ``vectors.npy`` (N x D float16, unit length), ``queries.npy`` (Q x D float32) and ``exact.npy`` (Q x 10,
the rows that exact search finds). What was measured is printed as one line of JSON. One thread.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

K = 10
_CHUNK = 8192

Ask = Callable[[int], Callable[[Any], Any]]
"""Takes a setting, returns a function from a query [D] to the rows it finds."""


def measured(folder: Path, library: str) -> dict[str, Any]:
    """Build the index of a library over the vectors, then ask it with each setting."""
    vectors = np.load(folder / "vectors.npy", mmap_mode="r")
    queries = np.load(folder / "queries.npy")
    exact = np.load(folder / "exact.npy")
    before, wall, cpu = _private_bytes(), time.perf_counter(), time.process_time()
    build, settings = LIBRARIES[library]
    file = folder / f"{library}.bin"
    ask, save = build(vectors)
    built = {"seconds": time.perf_counter() - wall, "cpu_seconds": time.process_time() - cpu}
    answers = []
    for name, value in settings:
        find = ask(value)
        find(queries[0])
        recalls, times, cpu_times = [], [], []
        for query, wanted in zip(queries, exact, strict=True):
            wall, cpu = time.perf_counter(), time.process_time()
            found = find(query)
            cpu_times.append(1e3 * (time.process_time() - cpu))
            times.append(1e3 * (time.perf_counter() - wall))
            recalls.append(len({*map(int, found)} & {*wanted.tolist()}) / K)
        answers.append(
            {
                "setting": f"{name} {value}",
                "recall": float(np.mean(recalls)),
                "lowest": min(recalls),
                "ms": float(np.median(times)),
                "cpu_ms": float(np.median(cpu_times)),
            }
        )
    memory = _private_bytes() - before
    save(str(file))
    size = file.stat().st_size
    file.unlink()
    return {**built, "memory": memory, "bytes": size, "answers": answers}


def _chunks(vectors: Any) -> Iterator[tuple[int, Any]]:
    for start in range(0, len(vectors), _CHUNK):
        yield start, vectors[start : start + _CHUNK].astype(np.float32)


def _sample(vectors: Any, count: int) -> Any:
    rows = np.random.default_rng(5).permutation(len(vectors))[:count]
    return vectors[np.sort(rows)].astype(np.float32)


def _hnswlib(vectors: Any) -> tuple[Ask, Callable[[str], None]]:
    import hnswlib

    index = hnswlib.Index(space="ip", dim=vectors.shape[1])
    index.init_index(max_elements=len(vectors), ef_construction=100, M=16, random_seed=1)
    index.set_num_threads(1)
    for start, chunk in _chunks(vectors):
        index.add_items(chunk, np.arange(start, start + len(chunk)))

    def ask(ef: int) -> Callable[[Any], Any]:
        index.set_ef(ef)
        return lambda query: index.knn_query(query, k=K, num_threads=1)[0][0]

    return ask, index.save_index


def _usearch(vectors: Any) -> tuple[Ask, Callable[[str], None]]:
    from usearch.index import Index

    index = Index(
        ndim=vectors.shape[1], metric="ip", dtype="f16", connectivity=16, expansion_add=100
    )
    for start, chunk in _chunks(vectors):
        index.add(np.arange(start, start + len(chunk)), chunk.astype(np.float16), threads=1)

    def ask(expansion: int) -> Callable[[Any], Any]:
        index.expansion_search = expansion
        return lambda query: index.search(query.astype(np.float16), K, threads=1).keys

    return ask, index.save


def _faiss_hnsw(vectors: Any) -> tuple[Ask, Callable[[str], None]]:
    import faiss

    faiss.omp_set_num_threads(1)
    index = faiss.IndexHNSWFlat(vectors.shape[1], 16, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efConstruction = 100
    for _, chunk in _chunks(vectors):
        index.add(chunk)

    def ask(ef: int) -> Callable[[Any], Any]:
        index.hnsw.efSearch = ef
        return lambda query: index.search(query[None], K)[1][0]

    return ask, lambda path: faiss.write_index(index, path)


def _faiss_ivf_pq(vectors: Any) -> tuple[Ask, Callable[[str], None]]:
    import faiss

    faiss.omp_set_num_threads(1)
    size, lists = vectors.shape[1], _lists(len(vectors))
    pieces = next(p for p in range(size // 6, 0, -1) if size % p == 0)
    quantiser = faiss.IndexFlatIP(size)
    index = faiss.IndexIVFPQ(quantiser, size, lists, pieces, 8, faiss.METRIC_INNER_PRODUCT)
    return _inverted(faiss, index, vectors, lists, rescored=True)


def _faiss_ivf_sq8(vectors: Any) -> tuple[Ask, Callable[[str], None]]:
    import faiss

    faiss.omp_set_num_threads(1)
    size, lists = vectors.shape[1], _lists(len(vectors))
    eight_bits = faiss.ScalarQuantizer.QT_8bit
    index = faiss.IndexIVFScalarQuantizer(
        faiss.IndexFlatIP(size), size, lists, eight_bits, faiss.METRIC_INNER_PRODUCT
    )
    return _inverted(faiss, index, vectors, lists, rescored=False)


def _inverted(
    faiss: Any, index: Any, vectors: Any, lists: int, rescored: bool
) -> tuple[Ask, Callable[[str], None]]:
    """Train and fill an inverted file; ``rescored``: 200 candidates are scored from ``vectors``, as ours are."""
    index.train(_sample(vectors, 40 * lists))
    for _, chunk in _chunks(vectors):
        index.add(chunk)

    def ask(probes: int) -> Callable[[Any], Any]:
        index.nprobe = probes
        if not rescored:
            return lambda query: index.search(query[None], K)[1][0]

        def find(query: Any) -> Any:
            rows = index.search(query[None], 200)[1][0]
            rows = np.sort(rows[rows >= 0])
            scores = vectors[rows].astype(np.float32) @ query
            return rows[np.argsort(-scores)[:K]]

        return find

    return ask, lambda path: faiss.write_index(index, path)


def _annoy(vectors: Any) -> tuple[Ask, Callable[[str], None]]:
    import annoy

    index = annoy.AnnoyIndex(vectors.shape[1], "angular")
    index.set_seed(1)
    for start, chunk in _chunks(vectors):
        for row, vector in enumerate(chunk.tolist(), start):
            index.add_item(row, vector)
    index.build(32, n_jobs=1)

    def ask(search_k: int) -> Callable[[Any], Any]:
        return lambda query: index.get_nns_by_vector(query.tolist(), K, search_k)

    def save(path: str) -> None:
        index.save(path)

    return ask, save


def _lists(count: int) -> int:
    return int(4 * count**0.5)


def _private_bytes() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"^RssAnon:\s+(\d+) kB$", status, re.MULTILINE)
    return 1024 * int(found[1]) if found else 0


_GRAPH = [("ef", 32), ("ef", 64), ("ef", 128), ("ef", 256)]
_LISTS = [("probes", 8), ("probes", 16), ("probes", 32), ("probes", 64)]
LIBRARIES = {
    "hnswlib": (_hnswlib, _GRAPH),
    "usearch": (_usearch, _GRAPH),
    "faiss-hnsw": (_faiss_hnsw, _GRAPH),
    "faiss-ivf-pq": (_faiss_ivf_pq, _LISTS),
    "faiss-ivf-sq8": (_faiss_ivf_sq8, _LISTS),
    "annoy": (_annoy, [("search_k", 4096), ("search_k", 16384), ("search_k", 65536)]),
}

if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]), sys.argv[2])))
