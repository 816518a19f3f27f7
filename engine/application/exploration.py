"""What a voice index holds, without a question."""

from __future__ import annotations

from pathlib import Path

from ..contract.methods import ExploreIndexParams, ExploreIndexResult, TileGroup
from ..contract.queries import Query
from ..paths import place_of
from ..progress import Task
from .search import search_options
from .session import Session

#: Phrases that describe a group.
PHRASES = 3


def explore_index(session: Session, params: ExploreIndexParams, task: Task) -> ExploreIndexResult:
    """Group the tiles of an index by what they look like, and find those that are least like the rest.

    Raises:
        UserError: As the method says.
    """
    from ..index.exploration import check_counts, explore
    from ..index.exploration_layers import write_exploration
    from ..index.geopackage import check_geopackage
    from ..index.search import select, selection_notes

    check_counts(params.groups, params.oddities)
    if params.out is not None:
        check_geopackage(Path(params.out))
    options = search_options(Query((), params.filters))
    index = session.open_index(place_of(params.index))
    model = session.model(task)
    selection = select(index, options, task)
    found = explore(index, selection, params.groups, params.oddities, task)
    groups = tuple(
        TileGroup(
            number=number,
            tiles=group.tiles,
            share=group.tiles / selection.tiles,
            phrases=tuple(model.described(group.members, PHRASES)),
            examples=group.examples,
        )
        for number, group in enumerate(found.groups, 1)
    )
    if params.out is not None:
        texts = [group.description for group in groups]
        write_exploration(Path(params.out), index, found, texts, task)
    return ExploreIndexResult(groups, found.oddities, selection.tiles, selection_notes(selection))
