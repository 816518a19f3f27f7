"""What has changed in the imagery of a voice index, and one place at all its dates."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..contract.methods import (
    FindChangesParams,
    FindChangesResult,
    ThroughTimeParams,
    ThroughTimeResult,
)
from ..contract.queries import NO_FILTERS, Period, PlacePart, TilePart
from ..errors import UnknownTile, UsageError
from ..paths import place_of
from ..progress import Task
from .search import search_options, understand
from .session import Session

if TYPE_CHECKING:
    import shapely

    from ..index import changes as index_changes
    from ..index.store import VectorStore


def find_changes(session: Session, params: FindChangesParams, task: Task) -> FindChangesResult:
    """Find the places that have changed most between two times.

    Raises:
        UsageError: The filters of the question name dates, a direction is asked of no question, or the two times
            are the same.
        UserError: As the method says.
    """
    from ..index import changes
    from ..index.change_files import write_changes
    from ..index.geopackage import check_geopackage

    query = params.query
    _check(params)
    if params.out is not None:
        check_geopackage(Path(params.out))
    before, after = (_period(period) for period in (params.before, params.after))
    question = understand(session, params.index, query, task) if query.parts else None
    index = session.open_index(place_of(params.index)) if question is None else question.index
    wanted = search_options(query) if question is None else question.options
    options = changes.ChangeOptions(
        before=before,
        after=after,
        conditions=wanted.conditions(index.info),
        k=wanted.k,
        direction=params.direction,
        at_least=params.at_least,
    )
    size = session.model(task).config.embedding_size
    if question is None:
        found = changes.find_changes(index, options, size, progress=task)
    else:
        asked = question.asked
        found = changes.find_changes(index, options, size, asked.vector, asked.calibration, task)
        found = replace(found, notes=question.notes, understood=question.understood)
    if params.out is not None:
        write_changes(Path(params.out), found.changes)
    return found


def tiles_through_time(
    session: Session, params: ThroughTimeParams, task: Task
) -> ThroughTimeResult:
    """Find the tiles of one place at all its dates.

    Raises:
        UnknownTile, NoTileThere, AreaUnreadable: There is no such place in the index.
        UserError: As the method says.
    """
    from ..index import through_time

    if not params.query.parts:
        index = session.open_index(place_of(params.index))
        place = _footprint(session, index, params.place)
        return ThroughTimeResult(through_time.tiles_through_time(index, place))
    question = understand(session, params.index, replace(params.query, filters=NO_FILTERS), task)
    place = _footprint(session, question.index, params.place)
    tiles = through_time.tiles_through_time(
        question.index, place, question.asked.vector, question.asked.calibration
    )
    return ThroughTimeResult(
        tiles, question.notes, question.understood, question.model.default_min_score
    )


def _footprint(
    session: Session, index: VectorStore, place: TilePart | PlacePart
) -> shapely.Geometry:
    """Return the footprint of a tile, or of the smallest tile at a point; a polygon is one itself."""
    from ..index.geometry import geometry_from_geojson, tiles_at

    if isinstance(place, PlacePart):
        shape = geometry_from_geojson(place.geometry)
        if shape.area > 0.0:
            return shape
        (tile_id,) = tiles_at(index, place.geometry).tile_ids
    else:
        tile_id = place.tile_id
        if place.index is not None:
            index = session.open_index(place_of(place.index))
    for table in index.items([tile_id]):
        return table.footprints[0]
    raise UnknownTile(tile_id=tile_id, index=index.info.uri)


def _check(params: FindChangesParams) -> None:
    filters = params.query.filters
    if filters.since is not None or filters.until is not None:
        raise UsageError(
            problem="The two times say which dates are compared.",
            advice="Leave the dates of the filters out.",
        )
    if params.direction != "any" and not params.query.parts:
        raise UsageError(
            problem="Only the score of a question can rise or fall.",
            advice="Say or type what is looked for, or look for any change.",
        )
    if not 0.0 <= params.at_least <= 1.0:
        raise UsageError(
            problem=f"A score cannot change by {params.at_least:g}.",
            advice="Give a number between 0 and 1.",
        )
    if params.before == params.after:
        raise UsageError(
            problem="The two times are the same.", advice="Give an earlier and a later one."
        )


def _period(period: Period) -> index_changes.Period:
    from ..index import changes
    from ..index.filters import parse_since, parse_until

    return changes.Period(
        parse_since(period.since) if period.since else None,
        parse_until(period.until) if period.until else None,
    )
