"""The cells of a part: what they propose is nearly all that exact search finds, and damage costs only speed."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import annoy
import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks.large_index import write_large_index
from benchmarks.tile_vectors import enlarged, real_vectors
from engine.contract.notices import Notice
from engine.index.folder.cells import CELL_ROWS, approximate_scores, divide, valid_starts
from engine.index.maintenance import compact_index, verify_index
from engine.index.search import SearchOptions, SearchResult, search
from engine.index.store import VectorStore, open_store

MODEL = "c" * 16
SIZE = 16


def clustered(count: int, seed: int = 3) -> NDArray[np.float16]:
    rng = np.random.default_rng(seed)
    centres = rng.normal(size=(60, SIZE))
    vectors = centres[rng.integers(0, 60, size=count)] + 0.4 * rng.normal(size=(count, SIZE))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float16)


def written(path: Path, vectors: NDArray[np.float16], part_tiles: int) -> Path:
    chunks = [vectors[i : i + part_tiles] for i in range(0, len(vectors), part_tiles)]
    write_large_index(path, chunks, len(vectors), part_tiles, MODEL, vectors.shape[1])
    return path


def asked(store: VectorStore, query: NDArray[np.float32], exact: bool = False) -> SearchResult:
    return search(store, query, SearchOptions(k=10, suppress_overlap=False, exact=exact))


def ids(result: SearchResult) -> list[int]:
    return [hit.tile_id for hit in result.hits]


def test_spoken_questions_find_what_exact_search_finds(model, tmp_path):
    """Real voices, and tiles as the model makes them of real imagery."""
    real = real_vectors(model, tmp_path / "none", max_images=128, cache=tmp_path / "cache")
    count = 16_000
    vectors = np.concatenate([*enlarged(real.images, count, 8_000)])
    store = open_store(written(tmp_path / "x.scrl", vectors, 8_000))
    common = 0
    for query in real.voices:
        quick, exact = asked(store, query), asked(store, query, exact=True)
        assert (quick.method, exact.method) == ("annoy", "exact")
        true = vectors.astype(np.float64) @ query.astype(np.float64)
        assert sorted(ids(exact)) == sorted(np.argsort(-true, kind="stable")[:10].tolist())
        # What is found has its exact score, and stands in the order of it.
        scores = [hit.similarity for hit in quick.hits]
        np.testing.assert_allclose(scores, true[ids(quick)], atol=1e-6)
        assert scores == sorted(scores, reverse=True)
        same = {h.tile_id: h.similarity for h in exact.hits}
        assert all(same[h.tile_id] == h.similarity for h in quick.hits if h.tile_id in same)
        common += len({*ids(quick)} & same.keys())
    assert common >= 0.99 * 10 * len(real.voices)


def test_cells_hold_every_row_once_beside_its_neighbours():
    vectors = clustered(5_000)
    cells = divide(vectors)
    assert valid_starts(cells.starts, 5_000)
    assert 0.5 < (len(cells.starts) - 1) * CELL_ROWS / 5_000 < 2
    assert sorted(cells.codes["row"].tolist()) == list(range(5_000))
    sizes = np.diff(cells.starts)
    own = np.repeat(cells.centres, sizes, axis=0)
    wide = vectors[cells.codes["row"]].astype(np.float32)
    assert (own * wide).sum(axis=1).mean() > 0.85 > 0.3 > (cells.centres @ wide.T).mean()
    query = wide[7]
    scores = approximate_scores(cells.codes, own @ query, query)
    assert np.abs(scores - wide @ query).max() < 0.01
    again = divide(vectors)
    assert again.codes.tobytes() == cells.codes.tobytes()


def test_small_parts_have_no_cells(tmp_path):
    store_path = written(tmp_path / "x.scrl", clustered(8_000), 4_000)
    assert not list(store_path.rglob("tree.ann"))
    result = asked(open_store(store_path), clustered(1)[0].astype(np.float32))
    assert (result.method, result.notes) == ("exact", ())
    assert compact_index(store_path).parts_after == 1
    assert len(list(store_path.rglob("codes.npy"))) == 1
    assert asked(open_store(store_path), clustered(1)[0].astype(np.float32)).method == "annoy"


@pytest.mark.parametrize(
    ("file", "damage"),
    [
        ("codes.npy", "missing"),
        ("codes.npy", "short"),
        ("codes.npy", "rows"),
        ("codes.npy", "scales"),
        ("cells.npy", "missing"),
        ("cells.npy", "beyond"),
        ("cells.npy", "order"),
        ("tree.ann", "missing"),
    ],
)
def test_damaged_cells_cost_speed_only(tmp_path, file, damage):
    path = written(tmp_path / "x.scrl", clustered(6_000), 6_000)
    target = path / "parts" / "00000" / file
    query = clustered(1, seed=9)[0].astype(np.float32)
    expected = ids(asked(open_store(path), query, exact=True))
    if damage == "missing":
        target.unlink()
    elif damage == "short":
        target.write_bytes(target.read_bytes()[:-7])
    else:
        content = np.load(target, mmap_mode="r+")
        if damage == "rows":
            content["row"] = 6_000
        elif damage == "scales":
            content["scale"] = np.nan
        elif damage == "beyond":
            content[-1] = 2**30
        else:
            content[5] = -3
        content.flush()
    result = asked(open_store(path), query)
    if damage == "scales":
        # Candidates are worth nothing then, their scores are still exact.
        assert len(result.hits) == 10
    else:
        assert (ids(result), result.method) == (expected, "exact")
    if damage not in ("rows", "scales"):
        assert [note.code for note in result.notes] == ["trees-unusable"]
    (problem,) = verify_index(path).problems
    assert (problem.file, problem.remedy) == (file, "rewritten")
    assert verify_index(path, repair=True).repaired
    assert verify_index(path).problems == ()
    assert asked(open_store(path), query).method == "annoy"


def test_trees_of_version_1_are_passed_over_until_compacted(tmp_path):
    vectors = clustered(6_000)
    path = as_version_1(written(tmp_path / "x.scrl", vectors, 6_000), vectors)
    query = clustered(1, seed=9)[0].astype(np.float32)
    result = asked(open_store(path), query)
    true = vectors.astype(np.float64) @ query.astype(np.float64)
    assert (ids(result), result.method) == (np.argsort(-true)[:10].tolist(), "exact")
    reason = "it was built by an earlier version"
    values = {"part": "00000", "reason": reason, "index": str(path)}
    assert result.notes == (Notice("trees-unusable", values),)
    assert verify_index(path).problems == ()
    compact_index(path)
    assert json.loads((path / "index.json").read_text())["format_version"] == 2
    assert verify_index(path).problems == ()
    after = asked(open_store(path), query)
    assert (after.method, after.notes) == ("annoy", ())
    assert len({*ids(after)} & {*ids(result)}) >= 9


def as_version_1(path: Path, vectors: NDArray[np.float16]) -> Path:
    """Make of an index with one part what the version before the cells would have written."""
    folder = path / "parts" / "00000"
    trees = annoy.AnnoyIndex(SIZE, "angular")
    for row, vector in enumerate(vectors.tolist()):
        trees.add_item(row, vector)
    trees.build(4, n_jobs=1)
    for name in ("cells.npy", "codes.npy", "tree.ann"):
        (folder / name).unlink()
    trees.save(str(folder / "tree.ann"))
    content = (folder / "tree.ann").read_bytes()
    part = json.loads((folder / "part.json").read_text())
    branches = content[len(vectors) * (12 + 4 * SIZE) :]
    part["format_version"] = 1
    part["tree"] = {"trees": 4, "seed": 1, "nodes_sha256": hashlib.sha256(branches).hexdigest()}
    del part["files"]["cells.npy"], part["files"]["codes.npy"]
    checksum = hashlib.sha256(content).hexdigest()
    part["files"]["tree.ann"] = {"size": len(content), "sha256": checksum}
    (folder / "part.json").write_text(json.dumps(part))
    index = json.loads((path / "index.json").read_text())
    index["format_version"] = 1
    index["parts"][0]["sha256"] = hashlib.sha256((folder / "part.json").read_bytes()).hexdigest()
    (path / "index.json").write_text(json.dumps(index))
    return path
