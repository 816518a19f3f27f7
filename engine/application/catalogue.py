"""Imagery that lies elsewhere, found in catalogues."""

from __future__ import annotations

from pathlib import Path

from ..contract.methods import SearchCatalogueParams, SearchCatalogueResult
from ..errors import UsageError
from ..paths import check_folder
from ..progress import Task
from .search import area_of
from .session import Session


def search_catalogue(
    _session: Session, params: SearchCatalogueParams, task: Task
) -> SearchCatalogueResult:
    """Search a STAC catalogue; opens connections to nothing but the catalogue that is named.

    Raises:
        CatalogueUnreadable: It cannot be reached, or is no catalogue.
        UserError: As the method says.
    """
    from ..imagery import catalogue
    from ..index.files import replace_file
    from ..index.filters import parse_since, parse_until

    if params.limit < 1:
        raise UsageError(problem="No images make no search.", advice="Use --limit 1 or more.")
    area = area_of(params.area)
    wanted = catalogue.Wanted(
        None if area is None else area.geometry,
        parse_since(params.since) if params.since else None,
        parse_until(params.until) if params.until else None,
        params.max_cloud,
        params.collections,
        params.limit,
    )
    file = None if params.save is None else Path(params.save)
    if file is not None:
        check_folder(file.parent, file)
    found, items = catalogue.search_catalogue(params.catalogue, wanted, task)
    if file is not None:
        replace_file(file, catalogue.items_document(items).encode())
    return found
