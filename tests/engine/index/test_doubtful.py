"""Which tiles are asked about: near the boundary, each another, none twice; and the spread of an index."""

from __future__ import annotations

import math

import numpy as np
import pytest

from benchmarks.large_index import write_large_index
from engine.errors import IndexEmpty, NothingMatchesFilter
from engine.index.background import SAMPLE, sampled_background
from engine.index.doubtful import doubtful_tiles
from engine.index.search import SearchOptions, search
from engine.index.store import open_store
from engine.model.calibration import Calibration

SIZE = 64
QUERY = np.eye(SIZE, dtype=np.float32)[0]
#: Even at a similarity of 0.5.
EVEN = Calibration(20.0, -10.0)
PLAIN = SearchOptions(k=4, suppress_overlap=False)


def at(similarity: float, axis: int) -> np.ndarray:
    """Return a unit vector of that similarity to the query that is unlike those of other axes."""
    vector = np.zeros(SIZE)
    vector[0], vector[axis] = similarity, math.sqrt(1 - similarity**2)
    return vector


@pytest.fixture
def store(tmp_path):
    """Tile i has the similarity i / 60 and looks like no other, but 30, 31 and 32, which look alike."""
    vectors = np.stack([at(i / 60, 1 + i) for i in range(60)])
    vectors[31], vectors[32] = at(31 / 60, 31), at(32 / 60, 31)
    path = tmp_path / "x.scrl"
    write_large_index(path, [vectors.astype(np.float16)], 60, 60, "c" * 16, SIZE)
    return open_store(path)


def asked(store, labelled=(), options=PLAIN):
    return [hit.tile_id for hit in doubtful_tiles(store, QUERY, EVEN, labelled, options).hits]


def test_the_nearest_to_the_boundary_come_first_and_none_that_looks_like_one(store):
    # 30 is even; 31 and 32 look like it, and are asked about when nothing else is left.
    assert asked(store)[0] == 30
    assert set(asked(store)) == {30, 29, 28, 33}
    everything = asked(store, options=SearchOptions(k=60, suppress_overlap=False))
    assert sorted(everything) == list(range(60))
    # So do the two best.
    assert everything[-3:] == [31, 32, 59]


def test_what_is_labelled_is_left_out_with_what_looks_like_it(store):
    assert set(asked(store, (30,))) == {29, 28, 33, 27}
    # A label of a tile that is gone.
    assert set(asked(store, (30, 999))) == {29, 28, 33, 27}


def test_its_hits_say_how_likely_they_are_right(store):
    hits = doubtful_tiles(store, QUERY, EVEN, (), PLAIN).hits
    assert [hit.rank for hit in hits] == [1, 2, 3, 4]
    assert hits[0].score == pytest.approx(0.5, abs=1e-3)
    assert all(0.2 < hit.score < 0.8 for hit in hits)


def test_filters_that_leave_nothing_are_told(store):
    with pytest.raises(NothingMatchesFilter):
        asked(store, options=SearchOptions(ground_sizes_m=(7.0,)))


def test_hits_that_are_excluded_are_made_up_for(store):
    best = [hit.tile_id for hit in search(store, QUERY, PLAIN).hits]
    assert best == [59, 58, 57, 56]
    no = frozenset(range(40, 60))
    options = SearchOptions(k=4, suppress_overlap=False, excluded=no)
    assert [hit.tile_id for hit in search(store, QUERY, options).hits] == [39, 38, 37, 36]
    every = SearchOptions(excluded=frozenset(range(60)))
    assert search(store, QUERY, every).hits == ()


def test_the_spread_of_a_large_index_is_that_of_a_sample(tmp_path):
    count = 3 * SAMPLE
    rng = np.random.default_rng(0)
    vectors = rng.normal(size=(count, 8)) * np.linspace(2, 0.5, 8)
    vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float16)
    path = tmp_path / "large.scrl"
    write_large_index(path, [vectors[:4000], vectors[4000:]], count, 4000, "c" * 16, 8)
    found = sampled_background(open_store(path))
    again = sampled_background(open_store(path))
    assert np.array_equal(found.whitening, again.whitening)
    assert found.mean == pytest.approx(vectors.astype(np.float64).mean(axis=0), abs=0.05)


def test_an_empty_index_has_no_spread_and_nothing_doubtful(tmp_path):
    path = tmp_path / "empty.scrl"
    write_large_index(path, [], 0, 60, "c" * 16, SIZE)
    store = open_store(path)
    assert sampled_background(store).whitening.tolist() == np.eye(SIZE).tolist()
    with pytest.raises(IndexEmpty):
        doubtful_tiles(store, QUERY, EVEN)
