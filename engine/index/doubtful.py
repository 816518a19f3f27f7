"""The tiles whose labels would teach a question most."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import shapely
from numpy.typing import NDArray

from ..contract.methods import SearchResult
from ..contract.tiles import Hit
from ..model.calibration import Calibration
from ..progress import Progress
from .search import SearchOptions, hit_of, select, selection_notes
from .store import ScoredTiles, VectorStore
from .suppression import Suppression

# Of the tiles nearest to the boundary so many are looked at for each hit wanted, and at most so many at all.
_CANDIDATES_PER_HIT, _MOST_CANDIDATES = 10, 4_000
#: Cosine similarity above which two tiles teach the same.
ALIKE = 0.95


def doubtful_tiles(
    store: VectorStore,
    query: NDArray[np.float32],
    calibration: Calibration,
    labelled: Collection[int] = (),
    options: SearchOptions | None = None,
    progress: Progress | None = None,
) -> SearchResult:
    """Return tiles of which the question knows least whether they are right, the most doubtful first.

    Uncertainty sampling: Lewis and Gale, "A sequential algorithm for training text classifiers", SIGIR 1994. Tiles that
    look like a labelled one or like one before them are left out, as long as there are others: a batch of labels
    that are all the same teaches one thing (Brinker, "Incorporating diversity in active learning with support vector
    machines", ICML 2003).

    Args:
        store: The index.
        query: Unit vector [D].
        calibration: Says where a tile is as likely right as wrong.
        labelled: Ids of tiles that need no label any more.
        options: Filters and number of tiles; no threshold counts here.
        progress: Told of what takes long, and asked whether to stop.

    Raises:
        UserError: As :func:`engine.index.search.search`.
    """
    options = options or SearchOptions()
    selection = select(store, options, progress)
    even = calibration.similarity(0.5)
    wanted = min(_MOST_CANDIDATES, _CANDIDATES_PER_HIT * options.k) + len(labelled)
    nearest: list[tuple[float, int, float]] = []
    for batch in store.scores(query, selection):
        if progress is not None:
            progress.check_cancelled()
        nearest = _merged(nearest, batch, even, wanted)
    taken = frozenset(labelled)
    candidates = [row for row in nearest if row[1] not in taken]
    hits = _diverse(store, candidates, taken, options, calibration)
    return SearchResult(hits, selection.tiles, "exact", selection_notes(selection))


def _merged(
    nearest: list[tuple[float, int, float]], batch: ScoredTiles, even: float, wanted: int
) -> list[tuple[float, int, float]]:
    """Return the tiles nearest to the boundary so far: distance to it, id, similarity."""
    distances = np.abs(batch.similarities.astype(np.float64) - even)
    if len(distances) > wanted:
        chosen = np.argpartition(distances, wanted - 1)[:wanted]
    else:
        chosen = np.arange(len(distances))
    rows = zip(
        distances[chosen].tolist(),
        batch.tile_ids[chosen].tolist(),
        batch.similarities[chosen].tolist(),
        strict=True,
    )
    return sorted([*nearest, *rows])[:wanted]


def _diverse(
    store: VectorStore,
    candidates: list[tuple[float, int, float]],
    labelled: frozenset[int],
    options: SearchOptions,
    calibration: Calibration,
) -> tuple[Hit, ...]:
    """Return candidates, in their order, that neither overlap nor look like another or like a labelled tile."""
    if not candidates:
        return ()
    similar = {tile_id: similarity for _, tile_id, similarity in candidates}
    places = {
        tile_id: (table, row)
        for table in store.items([*similar, *labelled])
        for row, tile_id in enumerate(table.columns["tile_id"].tolist())
    }
    # A label may be of a source that has been taken out since.
    known = [tile_id for tile_id in sorted(labelled) if tile_id in places]
    suppression = Suppression(options.max_overlap)

    def overlaps(tile_id: int) -> bool:
        table, row = places[tile_id]
        footprint = table.footprints[row]
        return not suppression.offer(footprint, shapely.bounds(footprint))

    for tile_id in known:
        overlaps(tile_id)
    vectors = store.vectors([*known, *similar])
    seen = np.empty((len(known) + options.k, vectors.shape[1]), dtype=np.float32)
    seen[: len(known)] = vectors[: len(known)]
    count = len(known)
    chosen: list[int] = []
    alike: list[int] = []
    for tile_id, vector in zip(similar, vectors[slice(len(known), None)], strict=True):
        if len(chosen) == options.k:
            break
        if float((seen[:count] @ vector).max(initial=-1.0)) > ALIKE:
            alike.append(tile_id)
        elif not (options.suppress_overlap and overlaps(tile_id)):
            seen[count] = vector
            count += 1
            chosen.append(tile_id)
    for tile_id in alike:
        if len(chosen) == options.k:
            break
        if not (options.suppress_overlap and overlaps(tile_id)):
            chosen.append(tile_id)
    hits = []
    for rank, tile_id in enumerate(chosen, 1):
        table, row = places[tile_id]
        hits.append(hit_of(table.tile(row), rank, similar[tile_id], calibration))
    return tuple(hits)
