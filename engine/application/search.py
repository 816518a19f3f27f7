"""Questions to a voice index."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..contract.methods import SearchParams, SearchResult
from ..contract.notices import Notice
from ..contract.queries import Filters, Query
from ..paths import check_folder
from ..progress import Task
from .labels import labelled_query
from .query_encoders import Asked
from .session import Session
from .timing import Timer

if TYPE_CHECKING:
    from ..index.filters import Area
    from ..index.search import SearchOptions

#: Phrases that say what was understood.
PHRASES = 5
#: What labels have made of a question lies where no tile is, and Annoy's trees, which divide tiles, propose less well for it:
#: an index of at most so many tiles is compared whole.
EXACT_IF_LEARNED = 250_000


def search(session: Session, params: SearchParams, task: Task) -> SearchResult:
    """Find the tiles nearest to a question.

    Raises:
        NoQuery: The question has no part.
        UserError: As the method says.
    """
    from ..index.doubtful import doubtful_tiles
    from ..index.hit_files import write_hits
    from ..index.search import search as search_store
    from ..model.feedback import UNCALIBRATED

    query = params.query
    if params.out is not None:
        check_output(Path(params.out))
    options = _options(query)
    index = session.open_index(Path(params.index))
    timer = Timer()
    asked = labelled_query(query, Asked(session, index, task, timer))
    encoded = asked.encoded
    task.check_cancelled()
    model = session.model()
    with timer.step("search"):
        if query.doubtful:
            even = asked.calibration or UNCALIBRATED
            known = asked.labels.of_index
            found = doubtful_tiles(index, asked.vector, even, known, options, task)
        else:
            few = index.info.tiles <= EXACT_IF_LEARNED
            options = replace(
                options,
                excluded=asked.labels.no_of_index,
                exact=options.exact or (asked.is_learned and few),
            )
            found = search_store(index, asked.vector, options, asked.calibration, task)
    task.check_cancelled()
    if params.out is not None:
        write_hits(Path(params.out), found.hits)
    understood = () if encoded.words is None else model.understood(encoded.words, PHRASES)
    notes = found.notes
    # An example shows what a word may not; so does a yes.
    if (
        encoded.words is not None
        and not encoded.has_example
        and not asked.labels.yes
        and not model.knows(encoded.words, encoded.modality)
    ):
        notes = (Notice("not-taught"), *notes)
    return replace(
        found,
        notes=notes,
        understood=tuple(understood),
        default_min_score=model.default_min_score,
        timings_ms=timer.timings,
    )


def check(session: Session, params: SearchParams) -> None:
    """Refuse whatever can be refused before the question has been spoken, and load the model.

    Raises:
        UserError: As :func:`search`.
    """
    if params.out is not None:
        check_output(Path(params.out))
    _options(params.query)
    session.open_index(Path(params.index))
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


def _options(query: Query) -> SearchOptions:
    from ..index.filters import parse_since, parse_until
    from ..index.search import SearchOptions

    filters = query.filters
    return SearchOptions(
        k=query.k,
        area=_area(filters),
        since=parse_since(filters.since) if filters.since else None,
        until=parse_until(filters.until) if filters.until else None,
        sources=filters.sources,
        ground_sizes_m=filters.ground_sizes_m,
        suppress_overlap=query.suppress_overlap,
        exact=query.exact,
        min_score=query.min_score,
    )


def _area(filters: Filters) -> Area | None:
    from ..index.filters import parse_area
    from ..index.geometry import area_from_geojson

    if filters.area is None:
        return None
    if isinstance(filters.area, str):
        return parse_area(filters.area)
    return area_from_geojson(filters.area)
