"""What an index holds, without a question: groups of tiles that look alike, and tiles that look like no other.

Groups are those of k-means on unit vectors (spherical k-means: Dhillon and Modha, Machine Learning 42, 2001), seeded
with k-means++ (Arthur and Vassilvitskii, SODA 2007), on a random sample; then every tile joins the group whose
centroid is most similar. Vectors are read in slices: of each tile only its id and three numbers are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.cluster.vq import ClusterError, kmeans2

from ..contract.notices import Stage, Unit
from ..contract.tiles import OddTile, Tile
from ..errors import UsageError
from ..progress import Progress
from .store import Selection, VectorStore
from .suppression import Suppression

MOST_GROUPS = 100
MOST_ODDITIES = 1000
#: Tiles of the sample for each group; faiss takes at most half as many (``max_points_per_centroid``).
_SAMPLE_PER_GROUP = 512
#: k-means finds a local optimum: the best of so many starts is taken.
_STARTS = 4
_ITERATIONS = 25
#: Centroids that move less than this (Euclidean distance) have arrived.
_ARRIVED = 1e-4
_REFERENCES = 512
_NEIGHBOURS = 5
_EXAMPLES = 4
_MEMBERS = 256
_MAX_OVERLAP = 0.3
_FOOTPRINTS_AT_A_TIME = 256
_SEED = 20240612


@dataclass(frozen=True)
class Group:
    """Tiles that look alike.

    Attributes:
        centroid: Unit vector (D).
        tiles: How many there are.
        members: Unit vectors [M, D] of some of them, spread evenly.
        examples: Those most similar to the centroid, the most similar first; no two show the same place.
    """

    centroid: NDArray[np.float32]
    tiles: int
    members: NDArray[np.float32]
    examples: tuple[Tile, ...]


@dataclass(frozen=True)
class Exploration:
    """What selected tiles show.

    Attributes:
        groups: The largest first.
        oddities: The oddest first; no two show the same place.
        tile_ids: int64 [N], of all selected tiles, ascending.
        group_numbers: int16 [N], the group of each, from 1.
        similarities: float32 [N], of each to the centroid of its group.
    """

    groups: tuple[Group, ...]
    oddities: tuple[OddTile, ...]
    tile_ids: NDArray[np.int64]
    group_numbers: NDArray[np.int16]
    similarities: NDArray[np.float32]


def check_counts(groups: int, oddities: int) -> None:
    """Refuse numbers that make no groups or no list.

    Raises:
        UsageError: A number is out of range.
    """
    if not 1 <= groups <= MOST_GROUPS:
        raise UsageError(
            problem=f"Tiles cannot be divided into {groups} groups.",
            advice=f"Choose a number of groups from 1 to {MOST_GROUPS}.",
        )
    if not 0 <= oddities <= MOST_ODDITIES:
        raise UsageError(
            problem=f"{oddities} tiles that are least like the rest cannot be listed.",
            advice=f"Choose a number from 0 to {MOST_ODDITIES}.",
        )


def explore(
    store: VectorStore,
    selection: Selection,
    groups: int = 12,
    oddities: int = 10,
    progress: Progress | None = None,
) -> Exploration:
    """Group selected tiles by what they look like, and find those that are least like the rest.

    The same tiles give the same answer. How odd a tile is: its mean similarity to the tiles of a random sample that
    are most like it (distance to the k nearest neighbours: Angiulli and Pizzuti, PKDD 2002; a sample finds the same
    outliers as all do, in linear time: Sugiyama and Borgwardt, NIPS 2013). Several neighbours, for the same odd place
    may be there more than once, at other dates or in overlapping tiles.

    Args:
        store: The voice index.
        selection: Its tiles that are looked at; at least one.
        groups: At most so many; fewer if there are not so many different vectors.
        oddities: How many are wanted.
        progress: Told of the tiles that have been read, and asked whether to stop.

    Raises:
        UsageError: A number is out of range.
        IndexDamaged: What was needed is not what was written.
    """
    check_counts(groups, oddities)
    told = progress or Progress()
    rng = np.random.default_rng(_SEED)
    wanted = max(groups * _SAMPLE_PER_GROUP, _REFERENCES)
    sample_ids, sample = _sample(store, selection, wanted, rng, told)
    centroids = _centroids(sample, groups, rng, told)
    chosen = rng.permutation(len(sample))[:_REFERENCES]
    references = _References(sample_ids[chosen], sample[chosen])
    tiles = _compared(store, selection, centroids, references, told)

    counts = np.bincount(tiles.nearest, minlength=len(centroids))
    by_size = np.argsort(-counts, kind="stable")[: np.count_nonzero(counts)]
    numbers = np.zeros(len(centroids), dtype=np.int16)
    numbers[by_size] = np.arange(1, len(by_size) + 1)
    found = []
    for number in by_size.tolist():
        members = np.flatnonzero(tiles.nearest == number)
        typical = members[np.argsort(-tiles.similarities[members], kind="stable")]
        examples = _apart(store, tiles.ids[typical], _EXAMPLES, told)
        spread = members[:: -(-len(members) // _MEMBERS)]
        vectors = store.vectors(tiles.ids[spread].tolist())
        found.append(Group(centroids[number], len(members), vectors, tuple(examples)))
    return Exploration(
        groups=tuple(found),
        oddities=_oddities(store, tiles, oddities, told),
        tile_ids=tiles.ids,
        group_numbers=numbers[tiles.nearest],
        similarities=tiles.similarities,
    )


class _References:
    """A sample of tiles that every tile is compared with.

    Args:
        ids: int64 [R].
        vectors: Unit vectors [R, D].
    """

    def __init__(self, ids: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        order = np.argsort(ids)
        self._ids, self._vectors = ids[order], vectors[order]
        self._neighbours = min(_NEIGHBOURS, len(ids) - 1)

    def likeness(self, ids: NDArray[np.int64], vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the mean similarity [N] of tiles to those most like them; 1 if there is no other tile."""
        if not self._neighbours:
            return np.ones(len(ids), dtype=np.float32)
        scores = vectors @ self._vectors.T
        # No tile is its own neighbour.
        places = np.minimum(np.searchsorted(self._ids, ids), len(self._ids) - 1)
        own = np.flatnonzero(self._ids[places] == ids)
        scores[own, places[own]] = -np.inf
        total = np.zeros(len(ids), dtype=np.float32)
        rows = np.arange(len(ids))
        # For so few, faster than a partition.
        for _ in range(self._neighbours):
            best = scores.argmax(axis=1)
            total += scores[rows, best]
            scores[rows, best] = -np.inf
        total /= self._neighbours
        return total


@dataclass(frozen=True)
class _Compared:
    """All selected tiles, by id: which centroid is nearest, how similar it and the nearest references are."""

    ids: NDArray[np.int64]
    nearest: NDArray[np.int16]
    similarities: NDArray[np.float32]
    likeness: NDArray[np.float32]


def _sample(
    store: VectorStore,
    selection: Selection,
    wanted: int,
    rng: np.random.Generator,
    progress: Progress,
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return ids and vectors of selected tiles that are picked at random, at most ``wanted``."""
    progress.start(Stage.READING_TILES, selection.tiles, Unit.TILE)
    picked = np.zeros(selection.tiles, dtype=bool)
    picked[rng.permutation(selection.tiles)[:wanted]] = True
    ids, vectors, start = [], [], 0
    for batch_ids, batch in store.embeddings(selection):
        progress.check_cancelled()
        chosen = picked[slice(start, start + len(batch_ids))]
        ids.append(batch_ids[chosen])
        vectors.append(batch[chosen])
        start += len(batch_ids)
        progress.advance(len(batch_ids))
    return np.concatenate(ids), np.concatenate(vectors)


def _centroids(
    sample: NDArray[np.float32], groups: int, rng: np.random.Generator, progress: Progress
) -> NDArray[np.float32]:
    """Return the unit vectors [G, D] of the centroids of at most so many groups of a sample [N, D]."""
    # k-means++ cannot choose more starting points than there are different ones.
    groups = min(groups, len(np.unique(sample, axis=0)))
    best, highest = sample[:1], -np.inf
    for _ in range(_STARTS):
        centroids, _ = kmeans2(sample, groups, iter=1, minit="++", rng=rng)
        for _ in range(_ITERATIONS):
            progress.check_cancelled()
            before = centroids
            try:
                centroids, _ = kmeans2(sample, before, iter=1, minit="matrix", missing="raise")
            except ClusterError:
                break  # One has become empty: those before are as good as it gets.
            if np.linalg.norm(centroids - before, axis=1).max() < _ARRIVED:
                break
        centroids = _unit(centroids)
        agreement = float((sample @ centroids.T).max(axis=1).mean(dtype=np.float64))
        if agreement > highest:
            best, highest = centroids, agreement
    return best


def _unit(centroids: NDArray[np.floating]) -> NDArray[np.float32]:
    """Return means of unit vectors at unit length; one of vectors that cancel each other out describes nothing."""
    lengths = np.linalg.norm(centroids, axis=1, keepdims=True)
    kept = lengths[:, 0] > 1e-6
    return np.asarray(centroids[kept] / lengths[kept], dtype=np.float32)


def _compared(
    store: VectorStore,
    selection: Selection,
    centroids: NDArray[np.float32],
    references: _References,
    progress: Progress,
) -> _Compared:
    progress.start(Stage.COMPARING_TILES, selection.tiles, Unit.TILE)
    ids = np.empty(selection.tiles, dtype=np.int64)
    nearest = np.empty(selection.tiles, dtype=np.int16)
    similarities, likeness = (np.empty(selection.tiles, dtype=np.float32) for _ in range(2))
    start = 0
    for batch_ids, vectors in store.embeddings(selection):
        progress.check_cancelled()
        batch = slice(start, start + len(batch_ids))
        scores = vectors @ centroids.T
        ids[batch] = batch_ids
        nearest[batch] = scores.argmax(axis=1)
        # A float16 vector may be slightly longer than 1.
        similarities[batch] = np.minimum(scores.max(axis=1), 1.0)
        likeness[batch] = np.minimum(references.likeness(batch_ids, vectors), 1.0)
        start = batch.stop
        progress.advance(len(batch_ids))
    order = np.argsort(ids)
    return _Compared(ids[order], nearest[order], similarities[order], likeness[order])


def _oddities(
    store: VectorStore, tiles: _Compared, count: int, progress: Progress
) -> tuple[OddTile, ...]:
    oddest = tiles.ids[np.argsort(tiles.likeness, kind="stable")]
    found = _apart(store, oddest, count, progress)
    places = np.searchsorted(tiles.ids, [tile.tile_id for tile in found])
    likeness = tiles.likeness[places].tolist()
    return tuple(
        OddTile(**vars(tile), rank=rank, similarity=similarity)
        for rank, (tile, similarity) in enumerate(zip(found, likeness, strict=True), 1)
    )


def _apart(
    store: VectorStore, tile_ids: NDArray[np.int64], count: int, progress: Progress
) -> list[Tile]:
    """Return the first of some tiles, at most ``count``, of which no two show the same place."""
    suppression = Suppression(_MAX_OVERLAP)
    found: list[Tile] = []
    for start in range(0, len(tile_ids), _FOOTPRINTS_AT_A_TIME):
        if len(found) >= count:
            break
        progress.check_cancelled()
        wanted = tile_ids[slice(start, start + _FOOTPRINTS_AT_A_TIME)].tolist()
        for tile, footprint in _in_order(store, wanted):
            if len(found) < count and suppression.offer(footprint, np.array(footprint.bounds)):
                found.append(tile)
    return found


def _in_order(store: VectorStore, tile_ids: list[int]) -> Iterator[tuple[Tile, shapely.Polygon]]:
    """Yield tiles and their footprints in the order of their ids in a list."""
    places = {tile_id: place for place, tile_id in enumerate(tile_ids)}
    rows = [
        (places[table.columns["tile_id"].item(row)], table, row)
        for table in store.items(tile_ids)
        for row in range(len(table))
    ]
    for _, table, row in sorted(rows, key=lambda found: found[0]):
        yield table.tile(row), table.footprints[row]
