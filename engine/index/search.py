"""Search in a voice index: the tiles nearest to a query vector, through filters, best first.

Whatever the backend: it ranks, here candidates become hits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import shapely
from numpy.typing import NDArray

from ..contract.methods import SearchResult
from ..contract.notices import Notice
from ..contract.tiles import Hit, Tile
from ..errors import (
    AreaOutside,
    IndexEmpty,
    NothingMatchesFilter,
    PartsCancelOut,
    UsageError,
)
from ..model.calibration import Calibration
from ..progress import Progress
from .filters import Area, copies_near, matching_sources
from .store import (
    Conditions,
    IdRange,
    Ranking,
    ScoredTiles,
    Selection,
    StoreInfo,
    VectorStore,
    locating_sources,
)
from .suppression import Suppression

_FOOTPRINTS_AT_A_TIME = 256


@dataclass(frozen=True)
class SearchOptions:
    """What a search is given beside the query vector: filters, number and kind of hits.

    Attributes:
        area: The footprint of a hit touches the area.
        since: It was acquired on that day or later.
        until: Or earlier. Tiles without a date meet neither.
        sources: Its source has one of these names or paths; ``*`` and ``?`` stand for any characters.
        ground_sizes_m: It has one of these sides.
        k: Most hits wanted.
        suppress_overlap: Of hits that show the same place only the best stays.
        max_overlap: Part of the smaller tile that two hits may share.
        exact: Compare the query with every tile, without Annoy.
        min_score: Hits have at least this score.
        excluded: Ids of tiles that are no hits.
        tile_ids: Ranges of ids outside of which nothing is looked at; None: everywhere.
        per_source: Most hits of each source; None: no limit.

    Raises:
        UsageError: A value is out of range.
    """

    area: Area | None = None
    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    ground_sizes_m: tuple[float, ...] = ()
    k: int = 20
    suppress_overlap: bool = True
    max_overlap: float = 0.3
    exact: bool = False
    min_score: float | None = None
    excluded: frozenset[int] = frozenset()
    tile_ids: tuple[IdRange, ...] | None = None
    per_source: int | None = None

    def __post_init__(self) -> None:
        if self.k < 1:
            raise UsageError(problem=f"{self.k} hits make no search.", advice="Use -k 1 or more.")
        if self.per_source is not None and self.per_source < 1:
            raise UsageError(
                problem=f"{self.per_source} hits of each raster make no search.",
                advice="Use --per-source 1 or more, or leave it out.",
            )
        if not 0.0 <= self.max_overlap <= 1.0:
            raise UsageError(
                problem=f"An overlap of {self.max_overlap} is not possible.",
                advice="Give a part of the tile between 0 and 1.",
            )
        if self.since is not None and self.until is not None and self.since > self.until:
            raise UsageError(
                problem=f"No day is after {self.since} and before {self.until}.",
                advice="Let --since be the earlier of the two.",
            )

    def conditions(self, info: StoreInfo) -> Conditions:
        """Return what the filters mean for an index.

        Raises:
            UnknownSource: It has no source of that name.
        """
        area = None if self.area is None else self.area.geometry
        if area is not None and info.bounds is not None:
            reach = (*info.bounds[::2], *area.bounds[::2])
            if min(reach) < -180 or max(reach) > 180:
                area = copies_near(area, info.bounds)
        sources = None
        if self.sources:
            sources = matching_sources(info.uri, info.sources, self.sources)
        return Conditions(area, self.since, self.until, sources, self.ground_sizes_m, self.tile_ids)

    def described(self) -> str:
        """Return the filters as text, for messages."""
        sizes = ", ".join(f"{size:g} m" for size in self.ground_sizes_m)
        filters = {
            "area": self.area and self.area.text,
            "since": self.since,
            "until": self.until,
            "source": ", ".join(self.sources),
            "ground size": sizes,
        }
        return "; ".join(f"{name} {value}" for name, value in filters.items() if value)


def search(
    store: VectorStore,
    query: NDArray[np.float32],
    options: SearchOptions | None = None,
    calibration: Calibration | None = None,
    progress: Progress | None = None,
) -> SearchResult:
    """Return the tiles of an index that are most similar to ``query``.

    Args:
        store: The index.
        query: Vector of length D, of any length but zero.
        options: Number of hits, filters and the rest.
        calibration: Turns similarities into scores; None: they are the scores.
        progress: Told of what takes long.

    Raises:
        IndexEmpty: There is nothing to search.
        AreaOutside, UnknownSource, NothingMatchesFilter: The filters leave nothing.
        IndexDamaged: What was needed is not what was written.
    """
    options = options or SearchOptions()
    unit = unit_query(store, query)
    selection = select(store, options, progress)
    ranking = store.nearest(unit, selection, options.exact)
    hits = _best(ranking, _within_reach(store.info, options), calibration)
    notes = (*ranking.notes, *selection_notes(selection))
    return SearchResult(hits, selection.tiles, ranking.method, notes)


def select(
    store: VectorStore, options: SearchOptions, progress: Progress | None = None
) -> Selection:
    """Return the tiles that meet the filters; there is at least one.

    Raises:
        IndexEmpty: There is nothing to search.
        AreaOutside, UnknownSource, NothingMatchesFilter: The filters leave nothing.
    """
    info = store.info
    if not info.tiles:
        raise IndexEmpty(path=info.uri)
    selection = store.select(options.conditions(info), progress)
    if options.area is not None and not selection.in_area:
        with locating_sources(info):
            outlines = [record.source.footprint_4326 for record in info.sources]
        shapely.prepare(options.area.geometry)
        if not shapely.intersects(options.area.geometry, outlines).any():
            raise AreaOutside(index=info.uri, bounds=_readable(info.bounds))
    if not selection.tiles:
        raise NothingMatchesFilter(filters=options.described())
    return selection


def selection_notes(selection: Selection) -> tuple[Notice, ...]:
    """Return what the user should know of what the filters have left out."""
    undated = selection.undated
    return (Notice("undated-left-out", {"tiles": undated}),) if undated else ()


def unit_query(store: VectorStore, query: NDArray[np.floating]) -> NDArray[np.float32]:
    """Return a query to an index with length 1.

    Raises:
        ValueError: It is not one of the index's, or has no direction.
    """
    size = store.info.settings.embedding_size
    vector = np.asarray(query, dtype=np.float64)
    length = float(np.linalg.norm(vector))
    if vector.shape != (size,) or not np.isfinite(length) or length == 0:
        raise ValueError(f"a query is a vector of {size} finite numbers, not all 0")
    return (vector / length).astype(np.float32)


def _within_reach(info: StoreInfo, options: SearchOptions) -> SearchOptions:
    """Return options that want no more hits than the sources may give.

    Otherwise the search for the missing ones would go through the whole index.
    """
    if options.per_source is None:
        return options
    chosen = options.conditions(info).sources
    sources = len(info.sources) if chosen is None else len(chosen)
    return replace(options, k=min(options.k, options.per_source * sources))


def _best(
    ranking: Ranking, options: SearchOptions, calibration: Calibration | None
) -> tuple[Hit, ...]:
    least = -np.inf if options.min_score is None else options.min_score
    if options.min_score is not None and calibration is not None:
        least = calibration.similarity(least)
    wanted = 2 * options.k if options.suppress_overlap else options.k
    wanted += len(options.excluded)
    while True:
        candidates = ranking.best(wanted)
        hits = _hits(candidates, least, options, calibration)
        if len(hits) >= options.k or candidates.floor <= least:
            return hits
        # Suppression or the limit of each source removed some: get more candidates.
        wanted *= 4


def _hits(
    candidates: ScoredTiles,
    least: float,
    options: SearchOptions,
    calibration: Calibration | None,
) -> tuple[Hit, ...]:
    """Return the best candidates that are similar enough, show no place twice, and are not too many of a source."""
    suppression = Suppression(options.max_overlap) if options.suppress_overlap else None
    similarities = candidates.similarities[candidates.similarities >= least]
    of_source: Counter[int] = Counter()
    full: set[int] = set()
    hits: list[Hit] = []
    for start in range(0, len(similarities), _FOOTPRINTS_AT_A_TIME):
        chosen = slice(start, min(start + _FOOTPRINTS_AT_A_TIME, len(similarities)))
        sources = candidates.sources[chosen].tolist()
        if full.issuperset(sources):
            continue
        table = candidates.read(chosen)
        bounds = shapely.bounds(table.footprints)
        tile_ids = candidates.tile_ids[chosen].tolist()
        for i, similarity in enumerate(similarities[chosen].tolist()):
            source = sources[i]
            if source in full or tile_ids[i] in options.excluded:
                continue
            if suppression is not None and not suppression.offer(table.footprints[i], bounds[i]):
                continue
            hits.append(hit_of(table.tile(i), len(hits) + 1, similarity, calibration))
            of_source[source] += 1
            if of_source[source] == options.per_source:
                full.add(source)
            if len(hits) == options.k:
                return tuple(hits)
    return tuple(hits)


def hit_of(tile: Tile, rank: int, similarity: float, calibration: Calibration | None) -> Hit:
    """Return a tile as a hit."""
    # A float16 vector may be slightly longer than 1.
    similarity = min(1.0, similarity)
    score = similarity if calibration is None else calibration.score(similarity)
    return Hit(**vars(tile), rank=rank, score=score, similarity=similarity)


def blend_queries(queries: Sequence[tuple[NDArray[np.float32], float]]) -> NDArray[np.float32]:
    """Return the unit vector (D) of a weighted sum of unit vectors.

    Args:
        queries: Pairs of vector (D) and weight; a negative weight means "unlike this".

    Raises:
        UsageError: No query.
        PartsCancelOut: They cancel each other out.
    """
    if not queries:
        raise UsageError(problem="There is nothing to blend.", advice="Give at least one query.")
    total = np.zeros(len(queries[0][0]), dtype=np.float64)
    for vector, weight in queries:
        wide = vector.astype(np.float64)
        total += weight * wide / np.linalg.norm(wide)
    length = float(np.linalg.norm(total))
    if not np.isfinite(length) or length < 1e-6:
        raise PartsCancelOut
    return (total / length).astype(np.float32)


def _readable(bounds: tuple[float, float, float, float] | None) -> str:
    return "nothing" if bounds is None else ", ".join(f"{value:.5f}" for value in bounds)
