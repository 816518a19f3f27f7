"""What has changed between two times: places ranked by how far their picture has moved, or by how a score has.

Season, light and camera move every tile, most of them alike. What all have in common is predicted away: a linear map
from the vectors of the earlier time to those of the later one, fitted to all places by ridge regression; what it
does not explain is the change of a place. This is the chronochrome detector (Schaum and Stocker 1997), on embeddings
instead of spectra.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from scipy.spatial import cKDTree

from ..contract.methods import Change, FindChangesResult
from ..contract.notices import Stage, Unit
from ..contract.tiles import Tile
from ..errors import NothingToCompare
from ..model.calibration import Calibration
from ..progress import Progress
from .store import Conditions, ScoredTiles, VectorStore
from .suppression import Suppression

# Chosen on pasted things in NAIP imagery: 1, 10 and 100 found 74, 76 and 64 % of those half a tile wide.
_RIDGE = 10.0
# Pairs that the map is fitted to; more change nothing.
_FITTED_PAIRS = 20_000
# Centres of tiles that show the same place lie closer than this share of their side.
_SAME_PLACE = 0.25
_METRES_PER_DEGREE = 111_320.0
_PAIRS_AT_A_TIME = 8_192

Direction = Literal["any", "rose", "fell"]
Vector = NDArray[np.float32]


@dataclass(frozen=True)
class Period:
    """From a first to a last day, both included; None: open."""

    since: date | None
    until: date | None

    def __str__(self) -> str:
        return f"{self.since or '...'} to {self.until or '...'}"


@dataclass(frozen=True)
class ChangeOptions:
    """What is compared.

    Attributes:
        before: Tiles of that time are compared ...
        after: ... with those of this time that show the same place.
        conditions: What both must meet beside that; its own dates are not looked at.
        k: Most changes wanted.
        direction: With a question: in which direction its score has moved.
        at_least: And how far, 0 to 1.
        max_overlap: Part of the smaller tile that two changes may share.
    """

    before: Period
    after: Period
    conditions: Conditions = field(default_factory=Conditions)
    k: int = 20
    direction: Direction = "any"
    at_least: float = 0.0
    max_overlap: float = 0.3


@dataclass(frozen=True)
class _Seen:
    """The tiles of one time.

    Attributes:
        tile_ids: int64 [N].
        similarities: To the question, [N]; without one they mean nothing.
        centres: Longitude and latitude, [N, 2].
        ground_sizes_m: [N].
    """

    tile_ids: NDArray[np.int64]
    similarities: NDArray[np.floating]
    centres: NDArray[np.float64]
    ground_sizes_m: NDArray[np.float64]


def find_changes(
    store: VectorStore,
    options: ChangeOptions,
    embedding_size: int,
    question: Vector | None = None,
    calibration: Calibration | None = None,
    progress: Progress | None = None,
) -> FindChangesResult:
    """Return the places that have changed most.

    Args:
        store: The index.
        options: What is compared.
        embedding_size: How many of the entries of a vector are the embedding; what follows, the probabilities of
            scenes, jumps where a picture lies between two scenes.
        question: Unit vector (D); None: places are ranked by how far their picture has moved.
        calibration: Turns its similarities into scores.
        progress: Told of the tiles that are looked at.

    Raises:
        NothingToCompare: No place was seen at both times.
        IndexDamaged: What was needed is not what was written.
    """
    progress = progress or Progress()
    asked = question
    if asked is None:
        asked = np.zeros(store.info.settings.embedding_size, dtype=np.float32)
    progress.start(Stage.SELECTING_TILES, 0, Unit.TILE)
    before, after = (
        _seen(store, options.conditions, period, asked, progress)
        for period in (options.before, options.after)
    )
    earlier, later = _same_places(before, after)
    if not len(later):
        raise NothingToCompare(
            index=store.info.uri, before=str(options.before), after=str(options.after)
        )
    moved = _unexplained(
        store, before.tile_ids[earlier], after.tile_ids[later], embedding_size, progress
    )
    # So that a number can be read: 1 is what the middle one of all places has moved.
    moved /= max(float(np.median(moved)), 1e-9)
    scores: tuple[NDArray[np.floating], ...] = ()
    ranked, kept = moved, np.ones(len(moved), dtype=bool)
    if question is not None:
        scores = tuple(
            similarities if calibration is None else calibration.scores(similarities)
            for similarities in (before.similarities[earlier], after.similarities[later])
        )
        difference = scores[1] - scores[0]
        ranked = {"any": np.abs(difference), "rose": difference, "fell": -difference}[
            options.direction
        ]
        kept = ranked >= max(options.at_least, 0.0 if options.direction == "any" else 1e-9)
    order = np.flatnonzero(kept)
    order = order[np.lexsort((after.tile_ids[later[order]], -ranked[order]))]
    suppression = Suppression(options.max_overlap)
    changes: list[Change] = []
    for start in range(0, len(order), options.k * 4):
        chosen = order[slice(start, start + options.k * 4)]
        firsts, lasts = (
            _tiles(store, ids)
            for ids in (before.tile_ids[earlier[chosen]], after.tile_ids[later[chosen]])
        )
        for pair in chosen:
            tile = lasts[int(after.tile_ids[later[pair]])]
            outline = shapely.Polygon(tile.footprint)
            if not suppression.offer(outline, np.array(outline.bounds)):
                continue
            changes.append(
                Change(
                    rank=len(changes) + 1,
                    before=firsts[int(before.tile_ids[earlier[pair]])],
                    after=tile,
                    change=float(moved[pair]),
                    score_before=float(scores[0][pair]) if scores else None,
                    score_after=float(scores[1][pair]) if scores else None,
                )
            )
            if len(changes) == options.k:
                return FindChangesResult(tuple(changes), len(later))
    return FindChangesResult(tuple(changes), len(later))


def _seen(
    store: VectorStore,
    conditions: Conditions,
    period: Period,
    question: Vector,
    progress: Progress,
) -> _Seen:
    of_then = replace(conditions, since=period.since, until=period.until)
    ids: list[NDArray[np.int64]] = [np.empty(0, dtype=np.int64)]
    similar: list[NDArray[np.floating]] = [np.empty(0)]
    centres: list[NDArray[np.float64]] = [np.empty((0, 2))]
    sizes: list[NDArray[np.float64]] = [np.empty(0)]
    for batch in store.scores(question, store.select(of_then, progress)):
        progress.check_cancelled()
        columns = _columns(batch)
        ids.append(batch.tile_ids)
        similar.append(batch.similarities)
        centres.append(np.stack([columns["lon"], columns["lat"]], axis=1))
        sizes.append(columns["ground_size_m"])
    return _Seen(*(np.concatenate(each) for each in (ids, similar, centres, sizes)))


def _columns(batch: ScoredTiles) -> dict[str, NDArray]:
    return dict(batch.read(slice(None)).columns)


def _same_places(before: _Seen, after: _Seen) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return pairs of places in ``before`` and ``after``: of equal size, nearest to each other."""
    earlier: list[NDArray[np.int64]] = [np.empty(0, dtype=np.int64)]
    later: list[NDArray[np.int64]] = [np.empty(0, dtype=np.int64)]
    for size in np.unique(after.ground_sizes_m):
        then = np.flatnonzero(before.ground_sizes_m == size)
        now = np.flatnonzero(after.ground_sizes_m == size)
        if not len(then):
            continue
        # On the sphere distances of any two places compare; a degree of longitude shrinks to the poles.
        tree = cKDTree(_on_sphere(before.centres[then]))
        far = np.radians(_SAME_PLACE * size / _METRES_PER_DEGREE)
        distances, nearest = tree.query(_on_sphere(after.centres[now]), distance_upper_bound=far)
        found = np.isfinite(distances)
        earlier.append(then[nearest[found]])
        later.append(now[found])
    return np.concatenate(earlier), np.concatenate(later)


def _on_sphere(centres: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return longitude and latitude [N, 2] as points [N, 3] on a sphere of radius 1."""
    lon, lat = np.radians(centres).T
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def _unexplained(
    store: VectorStore,
    before: NDArray[np.int64],
    after: NDArray[np.int64],
    embedding_size: int,
    progress: Progress,
) -> NDArray[np.float64]:
    """Return how far each pair of tiles has moved beyond what all places have, [N]."""
    progress.start(Stage.COMPARING_TILES, len(before), Unit.TILE)
    rng = np.random.default_rng(0)
    fitted = np.sort(rng.permutation(len(before))[:_FITTED_PAIRS])
    first, last = (_embeddings(store, ids[fitted], embedding_size) for ids in (before, after))
    ones = np.ones((len(first), 1))
    known = np.hstack([first, ones])
    factor = cho_factor(known.T @ known + _RIDGE * np.eye(known.shape[1]))
    weights = cho_solve(factor, known.T @ (last - first))
    moved = np.empty(len(before))
    for start in range(0, len(before), _PAIRS_AT_A_TIME):
        progress.check_cancelled()
        part = slice(start, start + _PAIRS_AT_A_TIME)
        first, last = (_embeddings(store, ids[part], embedding_size) for ids in (before, after))
        rest = last - first - first @ weights[:-1] - weights[-1]
        moved[part] = np.linalg.norm(rest, axis=1)
        progress.advance(len(first))
    return moved


def _embeddings(
    store: VectorStore, tile_ids: NDArray[np.int64], embedding_size: int
) -> NDArray[np.float64]:
    """Return the unit embeddings [N, embedding_size] in the vectors of tiles."""
    vectors = store.vectors(tile_ids.tolist())[:, :embedding_size].astype(np.float64)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def _tiles(store: VectorStore, tile_ids: NDArray[np.int64]) -> dict[int, Tile]:
    return {tile.tile_id: tile for table in store.items(tile_ids.tolist()) for tile in table}
