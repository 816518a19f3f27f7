"""Saved searches: kept for an index, and asked of the tiles that have come since."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from ..contract.indexes import index_identity, shown_index
from ..contract.methods import (
    IndexParams,
    MarkSeenParams,
    NewHits,
    Nothing,
    RemoveSearchParams,
    RenameSearchParams,
    SavedSearch,
    SavedSearchesResult,
    SaveSearchParams,
    WatchIndexParams,
    WatchIndexResult,
)
from ..contract.notices import Notice, Stage, Unit
from ..contract.queries import Query, TilePart
from ..errors import (
    AreaOutside,
    IndexEmpty,
    NothingMatchesFilter,
    SearchExists,
    SearchFileGone,
    SearchTilesRenumbered,
    UnknownSearch,
    UnknownSource,
    UsageError,
    UserError,
)
from ..paths import exists
from ..progress import Task
from .labels import labelled_query
from .query_encoders import Asked
from .search import find, search_options, understand
from .session import Session
from .timing import Timer

if TYPE_CHECKING:
    from ..index.saved_searches import StoredSearch
    from ..index.store import IdRange


def save_search(session: Session, params: SaveSearchParams, task: Task) -> SavedSearch:
    """Save a question; what the index holds by now counts as asked, unless something else is said.

    Raises:
        UsageError: It has no name, or no answer has said what it is to count as asked of.
        SearchExists: There is one of that name, which is not to be replaced.
        UserError: As a search: a question that cannot be asked is not saved.
    """
    from ..index.saved_searches import (
        StoredSearch,
        asked_rasters,
        changing_searches,
        check_seen,
        now,
    )

    name = _name(params.name)
    check_seen(params.seen or ())
    index = session.open_index(params.index)
    query = _lasting(params.query)
    labelled_query(query, Asked(session, index, task, Timer()))
    task.check_cancelled()
    model = index.info.settings.model_checksum
    rasters = asked_rasters(index.info) if params.seen is None else params.seen
    search = StoredSearch(name, query, model, now(), rasters=rasters)
    with changing_searches(params.index) as searches:
        others = [other for other in searches if other.name != name]
        if len(others) < len(searches) and not params.replace:
            raise SearchExists(index=shown_index(params.index), name=name)
        searches[:] = [*others, search]
    return search.described()


def saved_searches(session: Session, params: IndexParams, task: Task) -> SavedSearchesResult:
    """List the saved searches of an index.

    Raises:
        SearchesUnreadable: Their file is damaged.
        UserError: There is no such index.
    """
    from ..index.saved_searches import read_searches
    from ..index.store import store_info

    # A folder that is no index has none, which is not to be told as an empty list.
    store_info(params.index)
    return SavedSearchesResult(tuple(search.described() for search in read_searches(params.index)))


def remove_search(session: Session, params: RemoveSearchParams, task: Task) -> SavedSearch:
    """Remove a saved search.

    Raises:
        UnknownSearch: There is none of that name.
    """
    from ..index.saved_searches import changing_searches
    from ..index.store import store_info

    store_info(params.index)
    with changing_searches(params.index) as searches:
        for search in searches:
            if search.name == params.name:
                searches.remove(search)
                return replace(search.described(), seen=search.rasters)
        raise UnknownSearch(index=shown_index(params.index), name=params.name)


def rename_search(session: Session, params: RenameSearchParams, task: Task) -> SavedSearch:
    """Give a saved search another name.

    Raises:
        UsageError: The new name is empty.
        UnknownSearch: There is none of that name.
        SearchExists: There is one of the new name.
    """
    from ..index.saved_searches import changing_searches
    from ..index.store import store_info

    name = _name(params.new_name)
    store_info(params.index)
    with changing_searches(params.index) as searches:
        names = [search.name for search in searches]
        if params.name not in names:
            raise UnknownSearch(index=shown_index(params.index), name=params.name)
        if name in names and name != params.name:
            raise SearchExists(index=shown_index(params.index), name=name)
        number = names.index(params.name)
        searches[number] = replace(searches[number], name=name)
        return searches[number].described()


def _name(text: str) -> str:
    name = text.strip()
    if not name:
        raise UsageError(problem="The search has no name.", advice="Give it one.")
    return name


def watch_index(session: Session, params: WatchIndexParams, task: Task) -> WatchIndexResult:
    """Ask the saved searches of the tiles of which they have not been asked.

    Where nothing is new, neither tiles nor the model are read. What concerns one search only is told in its place, so
    that it does not cost the answers of the others.

    Raises:
        IndexOfAnotherModel: None of them can be asked.
        UserError: As the method says.
    """
    from ..index.saved_searches import asked_rasters, read_searches
    from ..index.store import check_model, store_info

    # First: what is committed while the searches are asked stays new.
    info = store_info(params.index)
    searches = [(search, search.new_tiles(info)) for search in read_searches(params.index)]
    found = {search.name: NewHits(search.name) for search, _ in searches}
    waiting = [(search, tiles) for search, tiles in searches if tiles]
    if waiting:
        check_model(info, session.identity().checksum)
        session.model(task)
        task.start(Stage.SCORING_TILES, len(waiting), Unit.OTHER)
        for search, tiles in waiting:
            task.check_cancelled()
            try:
                found[search.name] = _new_hits(session, params, search, tiles, task)
            except UserError as error:
                found[search.name] = NewHits(search.name, failure=error.notice())
            task.advance()
    return WatchIndexResult(tuple(found.values()), asked_rasters(info))


def mark_seen(session: Session, params: MarkSeenParams, task: Task) -> Nothing:
    """Note that the hits of some saved searches have reached the user.

    Raises:
        UserError: It cannot be noted: the same hits will be new again.
    """
    from ..index.saved_searches import changing_searches, check_seen, read_searches
    from ..index.store import store_info

    check_seen(params.seen)
    store_info(params.index)

    def marked(search: StoredSearch) -> StoredSearch:
        return search.marked(params.seen) if search.name in params.names else search

    # Most nights nothing is new, and then nothing need be writable.
    if any(marked(search) is not search for search in read_searches(params.index)):
        with changing_searches(params.index) as searches:
            searches[:] = map(marked, searches)
    return Nothing()


def _new_hits(
    session: Session,
    params: WatchIndexParams,
    search: StoredSearch,
    tiles: tuple[IdRange, ...],
    task: Task,
) -> NewHits:
    """Ask a saved search of some tiles.

    Raises:
        SearchFileGone: A recording, picture or profile that it asks with is gone.
        SearchTilesRenumbered: It names tiles that have other ids by now.
        UserError: As a search.
    """
    index, query = params.index, search.query
    for path in query.files:
        if not exists(path):
            raise SearchFileGone(name=search.name, path=path)
    if search.model != session.identity().checksum and _names_tiles(query, index):
        raise SearchTilesRenumbered(name=search.name, index=shown_index(index))
    question = understand(session, index, query, task)
    least = query.min_score
    if least is None:
        least = question.model.default_min_score
    options = replace(question.options, tile_ids=tiles, k=params.most, min_score=least)
    try:
        answer = find(replace(question, options=options), None, task)
    except (AreaOutside, IndexEmpty, NothingMatchesFilter, UnknownSource):
        # What is new lies elsewhere; what comes next need not.
        return NewHits(search.name)
    notes = answer.notes
    if len(answer.hits) == params.most:
        notes = (*notes, Notice("new-hits-left-out", {"hits": params.most}))
    return NewHits(search.name, answer.hits, answer.searched, notes)


def _names_tiles(query: Query, index: str) -> bool:
    """Tell whether a question refers to tiles of an index by their ids."""
    named = [part.index for part in query.parts if isinstance(part, TilePart)]
    named += [label.index for label in query.labels]
    asked = index_identity(index)
    return any(path is None or index_identity(path) == asked for path in named)


def _lasting(query: Query) -> Query:
    """Return a question as it can be asked any time: the area in a file is copied out of it.

    Raises:
        UserError: A filter cannot be read, or a value is out of range.
    """
    import shapely

    area = search_options(query).area
    if area is not None:
        geometry = json.loads(shapely.to_geojson(area.geometry))
        query = replace(query, filters=replace(query.filters, area=geometry))
    # What is left out by a limit of each raster would count as told.
    return replace(query, doubtful=False, per_source=None)
