"""Questions to a voice index."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ..contract.codec import GeoJson
from ..contract.methods import Phrase, ScoreMapParams, ScoreMapResult, SearchParams, SearchResult
from ..contract.notices import Notice
from ..contract.queries import Query
from ..paths import check_folder, place_of
from ..progress import Task
from .labels import LabelledQuery, labelled_query
from .query_encoders import Asked
from .session import Session
from .timing import Timer

if TYPE_CHECKING:
    from ..index.filters import Area
    from ..index.score_map import ScoreMapFiles
    from ..index.search import SearchOptions
    from ..index.store import VectorStore
    from ..model.checkpoint import ScrlModel
    from .query_encoders import Vector

Answer = TypeVar("Answer", SearchResult, ScoreMapResult)

#: Phrases that say what was understood.
PHRASES = 5
#: What labels have made of a question lies where no tile is, and Annoy's trees, which divide tiles, propose less
#: well for it: an index of at most so many tiles is compared whole.
EXACT_IF_LEARNED = 250_000


@dataclass(frozen=True)
class Question:
    """A question to an open index, understood: can be answered by hits, and by a map.

    Attributes:
        index: The index.
        options: Its filters, number and kind of hits.
        asked: Its vectors, and what its labels have made of them.
        doubtful: Whether the tiles are wanted whose labels would teach most.
        model: The model that made them.
        timer: Of all that it takes to answer it.
    """

    index: VectorStore
    options: SearchOptions
    asked: LabelledQuery
    doubtful: bool
    model: ScrlModel
    timer: Timer

    def explained(self, answer: Answer) -> Answer:
        """Return an answer with what was understood, and with what the user should know of the question."""
        return replace(
            answer,
            notes=(*self.notes, *answer.notes),
            understood=self.understood,
            default_min_score=self.model.default_min_score,
            timings_ms=self.timer.timings,
        )

    @property
    def understood(self) -> tuple[Phrase, ...]:
        """The phrases nearest to what was said or typed."""
        encoded = self.asked.encoded
        if encoded.words is None:
            return ()
        return tuple(self.model.understood(encoded.words, PHRASES, encoded.modality))

    @property
    def notes(self) -> tuple[Notice, ...]:
        """What the user should know of the question, whatever the index."""
        words = self.asked.encoded.words
        # An example shows what a word may not; so does a yes.
        if words is None or self.asked.encoded.has_example or self.asked.labels.yes:
            return ()
        known = self.model.knows(words, self.asked.encoded.modality)
        return () if known else (Notice("not-taught"),)


def understand(
    session: Session, index: str, query: Query, task: Task, spoken: tuple[str, Vector] | None = None
) -> Question:
    """Open the index that a question is asked of, and encode it.

    Args:
        session: Has the index and the model.
        index: The index.
        query: The question.
        task: Asked whether to stop.
        spoken: The vector of a recording that is still being made, under the path that it will have.

    Raises:
        NoQuery: The question has no part.
        UserError: As the method says.
    """
    options = search_options(query)
    opened = session.open_index(place_of(index))
    timer = Timer()
    asked = labelled_query(query, Asked(session, opened, task, timer, spoken))
    task.check_cancelled()
    if asked.is_learned and opened.info.tiles <= EXACT_IF_LEARNED:
        options = replace(options, exact=True)
    options = replace(options, excluded=asked.labels.no_of_index)
    return Question(opened, options, asked, query.doubtful, session.model(), timer)


def search(session: Session, params: SearchParams, task: Task) -> SearchResult:
    """Find the tiles nearest to a question.

    Raises:
        NoQuery: The question has no part.
        UserError: As the method says.
    """
    if params.out is not None:
        check_output(Path(params.out))
    question = understand(session, params.index, params.query, task)
    return find(question, None if params.out is None else Path(params.out), task)


def find(question: Question, out: Path | None, task: Task) -> SearchResult:
    """Find the tiles nearest to a question that is understood; write them into ``out``."""
    from ..index.doubtful import doubtful_tiles
    from ..index.hit_files import write_hits
    from ..index.search import search as search_store
    from ..model.feedback import UNCALIBRATED

    index, asked, options = question.index, question.asked, question.options
    with question.timer.step("search"):
        if question.doubtful:
            even = asked.calibration or UNCALIBRATED
            known = asked.labels.of_index
            found = doubtful_tiles(index, asked.vector, even, known, options, task)
        else:
            found = search_store(index, asked.vector, options, asked.calibration, task)
    task.check_cancelled()
    if out is not None:
        write_hits(out, found.hits)
    return question.explained(found)


def score_map(session: Session, params: ScoreMapParams, task: Task) -> ScoreMapResult:
    """Write the score of every tile as a raster and as points.

    Raises:
        NoQuery: The question has no part.
        UserError: As the method says.
    """
    files = check_map_output(params.raster, params.points)
    return colour(understand(session, params.index, params.query, task), files, task)


def colour(question: Question, files: ScoreMapFiles, task: Task) -> ScoreMapResult:
    """Write the score of every tile for a question that is understood."""
    from ..index.score_map import write_score_map

    with question.timer.step("search"):
        written = write_score_map(
            question.index,
            question.asked.vector,
            files,
            question.options,
            question.asked.calibration,
            question.model.default_min_score,
            task,
        )
    return question.explained(written)


def check(session: Session, params: SearchParams) -> None:
    """Refuse whatever can be refused before the question has been spoken, and load the model.

    Raises:
        UserError: As :func:`search`.
    """
    if params.out is not None:
        check_output(Path(params.out))
    search_options(params.query)
    session.open_index(place_of(params.index))
    session.model()


def check_output(path: Path) -> None:
    """Make sure that hits can be written there, before a long search.

    Raises:
        UsageError: The ending of the name names no format.
        FolderNotWritable: There is no folder for it.
    """
    from ..index.hit_files import writer_for

    writer_for(path)
    check_folder(path.parent, path)


def check_map_output(raster: str | None, points: str | None) -> ScoreMapFiles:
    """Make sure that a map of scores can be written there, before a long search.

    Raises:
        UsageError: The ending of a name names no format, or there is no name.
        FolderNotWritable: There is no folder for it.
    """
    from ..index.score_map import ScoreMapFiles

    files = ScoreMapFiles(
        None if raster is None else Path(raster), None if points is None else Path(points)
    )
    for path in (files.raster, files.points):
        if path is not None:
            check_folder(path.parent, path)
    return files


def search_options(query: Query) -> SearchOptions:
    """Return number, filters and kind of the hits that a question wants.

    Raises:
        UserError: A filter cannot be read, or a value is out of range.
    """
    from ..index.filters import parse_since, parse_until
    from ..index.search import SearchOptions

    filters = query.filters
    return SearchOptions(
        k=query.k,
        area=area_of(filters.area),
        since=parse_since(filters.since) if filters.since else None,
        until=parse_until(filters.until) if filters.until else None,
        sources=filters.sources,
        ground_sizes_m=filters.ground_sizes_m,
        suppress_overlap=query.suppress_overlap,
        exact=query.exact,
        min_score=query.min_score,
        per_source=query.per_source,
    )


def area_of(area: GeoJson | str | None) -> Area | None:
    """Return where hits may be, as filters say it: as text, or as GeoJSON.

    Raises:
        AreaUnreadable, AreaOfSeveralLayers: It cannot be read.
    """
    from ..index.filters import parse_area
    from ..index.geometry import area_from_geojson

    if area is None:
        return None
    return parse_area(area) if isinstance(area, str) else area_from_geojson(area)
