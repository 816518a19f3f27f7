"""Search in a voice index: the tiles nearest to a query vector, through filters, best first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from ..errors import (
    AreaOutside,
    IndexDamaged,
    IndexEmpty,
    IndexOfAnotherModel,
    NothingMatchesFilter,
    PartsCancelOut,
    UnknownTile,
    UsageError,
)
from ..model.calibration import Calibration
from .annoy_trees import AnnoyTrees, annoy_package
from .filters import Area, Filters, Selection, matching_sources, select_rows
from .format import IndexFile, read_index
from .maintenance import index_bounds
from .part import ROWS_FILE, VECTORS_FILE, Part, RowsDamaged, checked_footprints, date_of
from .scoring import NotUnitLength, fast_scores, score_margin, true_scores
from .suppression import Suppression

EXACT_LIMIT = 1_000_000
"""With a filter, up to so many tiles are scored one by one; beyond that, Annoy proposes."""

SEARCH_K = 4_096
"""Vectors that Annoy looks at in a part, at least; smaller parts are scored one by one."""

SEARCH_K_SHARE = 8
"""And at least one in so many of the part: 8,192 of 65,536 found 99.9 % of the best 80."""

SEARCH_K_PER_HIT = 64
"""And at least so many for every candidate wanted."""

_FOOTPRINTS_AT_A_TIME = 256


@dataclass(frozen=True)
class SearchOptions:
    """What is asked beside the question itself.

    Attributes:
        k: Most hits wanted.
        area: Hits touch this area.
        since: Hits were acquired on that day or later.
        until: Or earlier.
        sources: Hits are of sources with one of these names or paths (``*`` and ``?`` allowed).
        ground_sizes_m: Hits have one of these sides.
        suppress_overlap: Of hits that show the same place only the best stays.
        max_overlap: Part of the smaller tile that two hits may share.
        exact: Compare the query with every tile, without Annoy.
        min_score: Hits have at least this score.

    Raises:
        UsageError: A value is out of range.
    """

    k: int = 20
    area: Area | None = None
    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    ground_sizes_m: tuple[float, ...] | None = None
    suppress_overlap: bool = True
    max_overlap: float = 0.3
    exact: bool = False
    min_score: float | None = None

    def __post_init__(self) -> None:
        if self.k < 1:
            raise UsageError(problem=f"{self.k} hits make no search.", advice="Use -k 1 or more.")
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

    @property
    def filters(self) -> Filters:
        """The conditions among the options."""
        return Filters(self.area, self.since, self.until, self.sources, self.ground_sizes_m or ())


@dataclass(frozen=True)
class Hit:
    """A tile that answers the question.

    Attributes:
        rank: From 1.
        score: How likely it shows the right kind of place, 0 to 1; without a calibration the similarity.
        similarity: Cosine similarity with the query.
        tile_id: Names the tile in this index, for good.
        source: Name of the raster.
        source_path: Its path or address.
        date: When it was acquired, if known.
        ground_size_m: Side of the tile.
        lon: Longitude of its centre, EPSG:4326.
        lat: Latitude of its centre.
        footprint: Its outline, EPSG:4326.
        window: Column, row, width, height in pixels of the raster.
    """

    rank: int
    score: float
    similarity: float
    tile_id: int
    source: str
    source_path: str
    date: date | None
    ground_size_m: float
    lon: float
    lat: float
    footprint: shapely.Polygon
    window: tuple[float, float, float, float]


@dataclass(frozen=True)
class SearchResult:
    """The answer.

    Attributes:
        hits: Best first; at most ``k``.
        searched: Tiles that pass the filters.
        method: "annoy" if trees proposed candidates (scored exactly afterwards), else "exact".
        notes: What the user should know: missing trees, tiles without a date.
    """

    hits: tuple[Hit, ...]
    searched: int
    method: str
    notes: tuple[str, ...]


class VoiceIndex:
    """A voice index, open for search; parts are memory-mapped.

    It shows the state in which the index was when it was opened.

    Args:
        path: The folder.
        file: What its ``index.json`` says.
        parts: Its parts.
    """

    def __init__(self, path: Path, file: IndexFile, parts: Sequence[Part]) -> None:
        self.path = path
        self.file = file
        self.parts = tuple(parts)
        self._sources = file.source_by_number()

    @classmethod
    def open(cls, path: Path, model_checksum: str | None = None) -> VoiceIndex:
        """Open the index in the folder ``path``.

        Args:
            path: ``NAME.scrl``.
            model_checksum: The model that makes the queries; None if it does not matter.

        Raises:
            IndexMissing, IndexUnreadable, IndexFormatTooNew, IndexDamaged: It cannot be opened.
            IndexOfAnotherModel: Its vectors cannot be compared with that model's.
        """
        file = read_index(path)
        if model_checksum is not None and model_checksum != file.model_checksum:
            raise IndexOfAnotherModel(
                path=path, index_model=file.model_checksum[:12], loaded_model=model_checksum[:12]
            )
        try:
            parts = [Part(path, entry, file.embedding_size) for entry in file.parts]
        except IndexDamaged:
            # A writer may have replaced parts since index.json was read.
            again = read_index(path)
            if again == file:
                raise
            file = again
            parts = [Part(path, entry, file.embedding_size) for entry in file.parts]
        return cls(path, file, parts)

    def __len__(self) -> int:
        return sum(part.entry.rows for part in self.parts)

    def vector_of_tile(self, tile_id: int) -> NDArray[np.float32]:
        """Return the vector (D) of a tile, to ask for its like.

        Raises:
            UnknownTile: The index does not hold it.
            IndexDamaged: Its vector is none.
        """
        for part in self.parts:
            row = part.row_of(tile_id)
            if row is not None:
                vector: NDArray[np.float32] = part.vectors[row].astype(np.float32)
                try:
                    true_scores(part.vectors, vector, np.array([row]))
                except NotUnitLength as error:
                    raise part.damaged(VECTORS_FILE, str(error)) from error
                return vector
        raise UnknownTile(tile_id=tile_id, index=self.path)

    def search(
        self,
        query: NDArray[np.float32],
        options: SearchOptions | None = None,
        calibration: Calibration | None = None,
    ) -> SearchResult:
        """Return the tiles most similar to ``query``.

        Args:
            query: Vector of length D, of any length but zero.
            options: Number of hits, filters and the rest.
            calibration: Turns similarities into scores; None: they are the scores.

        Raises:
            IndexEmpty: There is nothing to search.
            AreaOutside, UnknownSource, NothingMatchesFilter: The filters leave nothing.
            IndexDamaged: Vectors that were needed are not what was written.
        """
        options = options or SearchOptions()
        unit = _unit(query, self.file.embedding_size)
        if not len(self):
            raise IndexEmpty(path=self.path)
        selections = self._select(options.filters)
        searched = sum(
            part.entry.rows if chosen.rows is None else len(chosen.rows)
            for part, chosen in zip(self.parts, selections, strict=True)
        )
        if not searched:
            raise NothingMatchesFilter(filters=options.filters)
        use_trees = not options.exact and (not options.filters.active or searched > EXACT_LIMIT)
        rankings = [
            _PartRanking(part, chosen.rows, unit, use_trees)
            for part, chosen in zip(self.parts, selections, strict=True)
            if chosen.rows is None or len(chosen.rows)
        ]
        hits = self._best(rankings, options, calibration)
        return SearchResult(
            hits=hits,
            searched=searched,
            method="annoy" if any(ranking.used_trees for ranking in rankings) else "exact",
            notes=self._notes(options, selections, use_trees),
        )

    def _select(self, filters: Filters) -> list[Selection]:
        wanted = None
        if filters.sources:
            wanted = matching_sources(self.path, self._sources, filters.sources)
        area = filters.area
        bounds = index_bounds(self.file)
        if area is not None and bounds is not None:
            reach = (*bounds[::2], *area.geometry.bounds[::2])
            if min(reach) < -180 or max(reach) > 180:
                filters = Filters(
                    area.around_the_world(),
                    filters.since,
                    filters.until,
                    filters.sources,
                    filters.ground_sizes_m,
                )
        selections = [select_rows(part, filters, self._sources, wanted) for part in self.parts]
        if filters.area is not None and not any(chosen.in_area for chosen in selections):
            outlines = [record.source.footprint_4326 for record in self.file.sources]
            if not shapely.intersects(filters.area.geometry, outlines).any():
                raise AreaOutside(index=self.path, bounds=_readable(bounds))
        return selections

    def _best(
        self,
        rankings: Sequence[_PartRanking],
        options: SearchOptions,
        calibration: Calibration | None,
    ) -> tuple[Hit, ...]:
        least = options.min_score
        if least is not None and calibration is not None:
            least = calibration.similarity(least)
        wanted = 2 * options.k if options.suppress_overlap else options.k
        while True:
            candidates = _merged([ranking.top(wanted) for ranking in rankings], least)
            hits = self._hits(candidates, options, calibration)
            if len(hits) >= options.k or candidates.complete:
                return hits
            # Suppression refused some: look further.
            wanted *= 4

    def _hits(
        self, candidates: _Candidates, options: SearchOptions, calibration: Calibration | None
    ) -> tuple[Hit, ...]:
        suppression = Suppression(options.max_overlap) if options.suppress_overlap else None
        hits: list[Hit] = []
        for start in range(0, len(candidates.scores), _FOOTPRINTS_AT_A_TIME):
            end = start + _FOOTPRINTS_AT_A_TIME
            rows = candidates.rows[start:end]
            try:
                footprints = checked_footprints(rows, self._sources)
            except RowsDamaged as error:
                raise IndexDamaged(
                    path=self.path / "parts" / "*" / ROWS_FILE, reason=str(error), index=self.path
                ) from error
            for i, (row, footprint) in enumerate(zip(rows, footprints, strict=True)):
                if suppression is not None and not suppression.offer(footprint, row["bounds"]):
                    continue
                # A float16 vector may be a trace longer than 1.
                similarity = min(1.0, float(candidates.scores[start + i]))
                score = similarity if calibration is None else calibration.score(similarity)
                hits.append(self._hit(len(hits) + 1, score, similarity, row, footprint))
                if len(hits) == options.k:
                    return tuple(hits)
        return tuple(hits)

    def _hit(
        self, rank: int, score: float, similarity: float, row: np.void, footprint: shapely.Polygon
    ) -> Hit:
        source = self._sources[int(row["source"])].source
        col, top, width, height = row["window"].tolist()
        return Hit(
            rank=rank,
            score=score,
            similarity=similarity,
            tile_id=int(row["id"]),
            source=source.name,
            source_path=source.uri,
            date=date_of(int(row["date"])),
            ground_size_m=float(row["ground_size"]),
            lon=float(row["lon"]),
            lat=float(row["lat"]),
            footprint=footprint,
            window=(col, top, width, height),
        )

    def _notes(
        self, options: SearchOptions, selections: Sequence[Selection], use_trees: bool
    ) -> tuple[str, ...]:
        notes = []
        if annoy_package() is None and not options.exact:
            notes.append(
                "The package annoy is not installed: the query was compared with every tile, "
                "which is exact and takes longer in a large index."
            )
        elif use_trees:
            notes += [
                f"Part {part.entry.name} {part.trees_problem}: it was searched tile by tile; "
                f"`python -m engine index verify {self.path} --repair` or `index compact` mends it."
                for part in self.parts
                if part.trees() is None
            ]
        undated = sum(chosen.undated for chosen in selections)
        if undated:
            notes.append(f"{undated} tiles without a date were left out.")
        return tuple(notes)


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


@dataclass(frozen=True)
class _Candidates:
    """Tiles in the order of their score, ties by their id.

    Attributes:
        rows: Rows of ``rows.npy``.
        scores: Their scores in double precision.
        complete: Whether there are no further candidates.
    """

    rows: NDArray[np.void]
    scores: NDArray[np.float64]
    complete: bool


@dataclass(frozen=True)
class _Top:
    """The best of one part.

    Attributes:
        rows: Rows of ``rows.npy``.
        scores: Their scores.
        floor: No tile of the part that scores more than this is missing (as far as is known).
    """

    rows: NDArray[np.void]
    scores: NDArray[np.float64]
    floor: float


class _PartRanking:
    """The tiles of one part in the order of their score, as far as they are asked for."""

    def __init__(
        self,
        part: Part,
        chosen: NDArray[np.int64] | None,
        query: NDArray[np.float32],
        use_trees: bool,
    ) -> None:
        self.part = part
        self.used_trees = False
        self._chosen = chosen
        self._count = part.entry.rows if chosen is None else len(chosen)
        self._query = query
        self._trees: AnnoyTrees | None = part.trees() if use_trees else None
        self._fast: NDArray[np.float32] | None = None

    def top(self, count: int) -> _Top:
        """Return about the ``count`` best; asked again, for more.

        Raises:
            IndexDamaged: A vector is damaged.
        """
        try:
            rows = self._proposed(count) if self._trees is not None else None
            if rows is not None:
                return self._scored(rows, whole=False)
            return self._exact(count)
        except NotUnitLength as error:
            raise self.part.damaged(VECTORS_FILE, str(error)) from error

    def _proposed(self, count: int) -> NDArray[np.int64] | None:
        """Return ``count`` rows that Annoy proposes, or None where scoring all costs no more."""
        trees = self._trees
        if trees is None:
            return None
        rows = self.part.entry.rows
        # How many to ask for so that enough pass the filter, if they pass at random.
        ask = count if self._chosen is None else int(1.5 * count * rows / self._count) + 1
        search_k = max(SEARCH_K, rows // SEARCH_K_SHARE, SEARCH_K_PER_HIT * ask)
        while search_k < rows and search_k < 2 * self._count:
            found = trees.nearest(self._query, ask, search_k)
            if self._chosen is not None:
                places = np.searchsorted(self._chosen, found)
                places = np.minimum(places, len(self._chosen) - 1)
                found = found[self._chosen[places] == found]
            if len(found) >= count:
                self.used_trees = True
                return found
            ask, search_k = 4 * ask, 4 * search_k
        return None

    def _exact(self, count: int) -> _Top:
        self.part.check_vectors()
        if self._fast is None:
            self._fast = fast_scores(self.part.vectors, self._query, self._chosen)
        if count >= self._count:
            places = np.arange(self._count)
            return self._scored(places if self._chosen is None else self._chosen, whole=True)
        # Whatever rounding could have put among the best is scored again in double precision.
        last = np.partition(self._fast, self._count - count)[self._count - count]
        margin = 2 * score_margin(len(self._query))
        places = np.flatnonzero(self._fast >= last - margin)
        rows = places if self._chosen is None else self._chosen[places]
        found = self._scored(rows, whole=len(rows) == self._count)
        if len(rows) == self._count:
            return found
        floor = float(np.partition(found.scores, len(rows) - count)[len(rows) - count])
        return _Top(found.rows, found.scores, floor)

    def _scored(self, rows: NDArray[np.int64], whole: bool) -> _Top:
        scores = true_scores(self.part.vectors, self._query, rows)
        floor = -np.inf if whole else float(scores.min())
        return _Top(np.asarray(self.part.rows[rows]), scores, floor)


def _merged(tops: Sequence[_Top], min_score: float | None) -> _Candidates:
    """Merge the best of all parts, down to where the best of one of them is not known."""
    rows = np.concatenate([top.rows for top in tops])
    scores = np.concatenate([top.scores for top in tops])
    floor = max(top.floor for top in tops)
    complete = bool(np.isneginf(floor))
    lowest = floor
    if min_score is not None and min_score >= floor:
        lowest, complete = min_score, True
    kept = np.flatnonzero(scores >= lowest)
    order = kept[np.lexsort((rows["id"][kept], -scores[kept]))]
    return _Candidates(rows[order], scores[order], complete)


def _unit(query: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    vector = np.asarray(query, dtype=np.float64)
    length = float(np.linalg.norm(vector))
    if vector.shape != (size,) or not np.isfinite(length) or length == 0:
        raise ValueError(f"a query is a vector of {size} finite numbers, not all 0")
    return (vector / length).astype(np.float32)


def _readable(bounds: tuple[float, float, float, float] | None) -> str:
    return "nothing" if bounds is None else ", ".join(f"{value:.5f}" for value in bounds)
