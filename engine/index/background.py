"""How the tiles of an index spread, from a sample of them."""

from __future__ import annotations

import numpy as np

from ..model.feedback import Background, background_of
from .store import VectorStore

#: Tiles looked at: 2,000 fix the covariance of a few hundred numbers.
SAMPLE = 2_000
# Empty tiles have ids and are not there, so that more are asked for than their share suggests.
_SPARE = 1.1
_SEED = 5


def sampled_background(store: VectorStore) -> Background:
    """Measure the spread of an index; the same index gives the same.

    Raises:
        IndexDamaged: What was needed is not what was written.
    """
    info = store.info
    firsts = np.array([record.first_tile_id for record in info.sources], dtype=np.int64)
    counts = np.array([record.planned_tiles for record in info.sources], dtype=np.int64)
    total = int(counts.sum())
    rng = np.random.default_rng(_SEED)
    # Places among all planned tiles, then their ids.
    asked = int(_SPARE * SAMPLE * total / max(1, info.tiles))
    places = np.arange(total) if total <= asked else np.unique(rng.integers(total, size=asked))
    ends = np.cumsum(counts)
    source = np.searchsorted(ends, places, side="right")
    wanted = firsts[source] + places - (ends - counts)[source]
    held = [table.columns["tile_id"] for table in store.items(wanted.tolist())]
    ids = np.sort(np.concatenate(held)) if held else np.zeros(0, dtype=np.int64)
    if len(ids) > SAMPLE:
        ids = np.sort(rng.choice(ids, SAMPLE, replace=False))
    if not len(ids):
        return background_of(np.zeros((0, info.settings.embedding_size)))
    return background_of(store.vectors(ids.tolist()))
