"""STAC catalogues: which images they name, and where those can be read.

Nothing is downloaded but descriptions: a build reads the images themselves by ranges, where they lie. Searching is
pystac-client's; what of an item is a picture is decided as for items on disk (:mod:`.scenes`).
"""

from __future__ import annotations

import json
import re
import time
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely
from shapely.errors import GEOSException

from ..contract.indexes import LayerOptions
from ..contract.methods import CatalogueImage, SearchCatalogueResult
from ..contract.notices import Stage, Unit
from ..errors import CatalogueUnreadable, MissingDependency
from ..paths import exists, expanded
from ..progress import Progress
from .scenes import items_in, picture_of_item

if TYPE_CHECKING:
    import pystac
    from urllib3 import Retry

#: A server that says 429 or 503 is asked again after 1, 2, 4 ... seconds, or when it says, but never later than this.
RETRIES, TIMEOUT_SECONDS, LONGEST_WAIT_SECONDS = 4, 30.0, 20.0
BUSY = (429, 502, 503, 504)
#: Items in one answer of an API.
PAGE = 100
ITEM_SEARCH = "item-search"
#: Of a static catalogue, every item is looked at; more than so many take longer than anybody waits.
MOST_LOOKED_AT = 20_000


@dataclass(frozen=True)
class Wanted:
    """Conditions that images must meet, all of them.

    Attributes:
        area: They touch this, EPSG:4326; None: anywhere.
        since: Acquired on that day or later. Items without a date meet neither.
        until: Or earlier.
        max_cloud: Most clouds, in percent; items that do not say how many they have are kept.
        collections: Ids of their collections; empty: any.
        limit: Most images wanted.
    """

    area: shapely.Geometry | None = None
    since: date | None = None
    until: date | None = None
    max_cloud: float | None = None
    collections: tuple[str, ...] = ()
    limit: int = 100


def search_catalogue(
    address: str, wanted: Wanted, progress: Progress
) -> tuple[SearchCatalogueResult, list[dict[str, Any]]]:
    """Return the images of a catalogue that are wanted, and their items as JSON.

    Args:
        address: Of a STAC API, or of a static catalogue, collection or item; or the path of such a file.
        wanted: What is wanted of them.
        progress: Advanced with every item; asked whether to stop.

    Raises:
        CatalogueUnreadable: It cannot be reached, or is no catalogue.
        MissingDependency: pystac-client is not installed.
    """
    images: list[CatalogueImage] = []
    documents: list[dict[str, Any]] = []
    terms: dict[str, None] = {}
    without_picture, unreadable, looked_at, more = 0, 0, 0, False
    progress.start(Stage.SEARCHING_CATALOGUE, 0, Unit.OTHER)
    for item in _items(address, wanted, progress):
        progress.check_cancelled()
        progress.advance()
        if item is None:
            unreadable += 1
            continue
        looked_at += 1
        if looked_at > MOST_LOOKED_AT:
            more = True
            break
        if not _fits(item, wanted):
            continue
        item.make_asset_hrefs_absolute()
        document = item.to_dict(transform_hrefs=False)
        uri = picture_of_item(document, Path())
        if uri is None:
            without_picture += 1
            continue
        if len(images) == wanted.limit:
            more = True
            break
        images.append(_image(item, uri))
        documents.append(document)
        terms.update(dict.fromkeys(_terms(item)))
    found = SearchCatalogueResult(tuple(images), without_picture, more, tuple(terms), unreadable)
    return found, documents


def items_document(documents: Sequence[dict[str, Any]]) -> str:
    """Return items as a collection of items, JSON, which :func:`.source_uris.find_sources` takes."""
    return json.dumps({"type": "FeatureCollection", "features": list(documents)}, indent=1) + "\n"


def dated_by_items(inputs: Sequence[str]) -> tuple[LayerOptions, ...]:
    """Return when the rasters were acquired that files with STAC items among ``inputs`` name."""
    dated = []
    for name in inputs:
        path = expanded(name)
        if path.suffix.lower() not in (".json", ".geojson") or not exists(path):
            continue
        for item in items_in(path):
            uri, day = picture_of_item(item, path.absolute().parent), _day_of(item)
            if uri is not None and day is not None:
                dated.append(LayerOptions(uri, date=day))
    return tuple(dated)


def _items(address: str, wanted: Wanted, progress: Progress) -> Iterator[pystac.Item | None]:
    """Yield the items of a catalogue; those of an API are chosen by the server, as far as it can.

    None stands for a part of a static catalogue that cannot be read.

    Raises:
        CatalogueUnreadable: It cannot be reached, or is no catalogue.
        MissingDependency: pystac-client is not installed; all else works without it.
    """
    try:
        import pystac
        from pystac_client import Client
        from pystac_client.exceptions import APIError
        from pystac_client.stac_api_io import StacApiIO
    except ImportError as error:
        advice = "Install it: `python -m pip install pystac-client`."
        raise MissingDependency(name="pystac-client", advice=advice) from error

    reading = StacApiIO(timeout=TIMEOUT_SECONDS, max_retries=_retries(progress))
    # What documents of other kinds end in: pystac takes what it is given at its word.
    broken = (
        APIError, pystac.STACError, pystac.STACTypeError, OSError, ValueError, KeyError, TypeError, AttributeError,
        RecursionError,
    )  # fmt: skip
    with warnings.catch_warnings():
        # What a catalogue does not say of itself is no news to the user.
        warnings.simplefilter("ignore")
        try:
            root = pystac.read_file(address, stac_io=reading)
            if isinstance(root, pystac.Item):
                yield root
                return
            if not isinstance(root, pystac.Catalog):
                raise CatalogueUnreadable(catalogue=address, reason="it is not a STAC catalogue")
            conforms = root.extra_fields.get("conformsTo")
            if isinstance(conforms, list) and any(ITEM_SEARCH in str(each) for each in conforms):
                days = None
                if wanted.since or wanted.until:
                    ends = (day and day.isoformat() for day in (wanted.since, wanted.until))
                    days = "/".join(end or ".." for end in ends)
                found = Client.open(address, stac_io=reading).search(
                    method="GET",
                    collections=list(wanted.collections) or None,
                    bbox=None if wanted.area is None else wanted.area.bounds,
                    datetime=days,
                    limit=PAGE,
                )
                yield from found.items()
                return
            root.set_self_href(address)
            catalogues = [root]
            while catalogues:
                for link in catalogues.pop(0).get_links():
                    if link.rel not in (pystac.RelType.ITEM, pystac.RelType.CHILD):
                        continue
                    progress.check_cancelled()
                    try:
                        target = link.resolve_stac_object(root=root).target
                    except broken:
                        progress.check_cancelled()
                        yield None
                        continue
                    if isinstance(target, pystac.Catalog):
                        catalogues.append(target)
                    elif isinstance(target, pystac.Item):
                        yield target
        except broken as error:
            progress.check_cancelled()  # which pystac-client takes for a failure of the server
            reason = "it is not a STAC catalogue" if exists(address) else _why(error)
            raise CatalogueUnreadable(catalogue=address, reason=reason) from error


def _retries(progress: Progress) -> Retry:
    """Return how a busy server is asked again: waiting is bounded, and can be cancelled."""
    from urllib3 import Retry

    class Patient(Retry):
        def sleep(self, response: Any = None) -> None:
            told = self.get_retry_after(response) if response is not None else None
            wait = self.get_backoff_time() if told is None else told
            until = time.monotonic() + min(wait, LONGEST_WAIT_SECONDS)
            while time.monotonic() < until:
                progress.check_cancelled()
                time.sleep(0.1)

    return Patient(total=RETRIES, backoff_factor=1.0, status_forcelist=BUSY)


def _fits(item: pystac.Item, wanted: Wanted) -> bool:
    if wanted.collections and item.collection_id not in wanted.collections:
        return False
    cloud = _number(item.properties.get("eo:cloud_cover"))
    if wanted.max_cloud is not None and cloud is not None and cloud > wanted.max_cloud:
        return False
    if wanted.since or wanted.until:
        day = _day(item)
        if day is None or day < (wanted.since or day) or day > (wanted.until or day):
            return False
    outline = _outline(item)
    return wanted.area is None or (
        outline is not None and bool(shapely.intersects(wanted.area, outline))
    )


def _image(item: pystac.Item, uri: str) -> CatalogueImage:
    outline = _outline(item)
    corners: tuple[tuple[float, float], ...] = ()
    if outline is not None:
        shape = outline if outline.geom_type == "Polygon" else shapely.envelope(outline)
        ring = shapely.get_exterior_ring(shape)
        corners = tuple((float(x), float(y)) for x, y in shapely.get_coordinates(ring))
    asset = next((each for each in item.assets.values() if uri.endswith(each.href)), None)
    size = None if asset is None else _number(asset.extra_fields.get("file:size"))
    pixel = None if asset is None else _number(asset.extra_fields.get("gsd"))
    return CatalogueImage(
        item.id,
        item.collection_id,
        uri,
        _day(item),
        _number(item.properties.get("eo:cloud_cover")),
        corners,
        None if size is None else int(size),
        pixel if pixel is not None else _number(item.properties.get("gsd")),
    )


def _terms(item: pystac.Item) -> Iterator[str]:
    licence = item.properties.get("license")
    collection = None if licence else item.get_collection()
    if collection is not None:
        licence = collection.license
    if isinstance(licence, str) and licence:
        yield licence


def _outline(item: pystac.Item) -> shapely.Geometry | None:
    """Return where an item says it lies; None if it says so nowhere, or wrongly."""
    try:
        if item.geometry is not None:
            return shapely.geometry.shape(item.geometry)
        return None if item.bbox is None else shapely.box(*item.bbox[:2], *item.bbox[-2:][:2])
    except (GEOSException, ValueError, TypeError, AttributeError, KeyError, IndexError):
        return None


def _day(item: pystac.Item) -> date | None:
    when = item.datetime or item.common_metadata.start_datetime
    return None if when is None else when.date()


def _day_of(item: dict[str, Any]) -> date | None:
    properties = item.get("properties")
    if not isinstance(properties, dict):
        return None
    when = properties.get("datetime") or properties.get("start_datetime")
    try:
        return datetime.fromisoformat(when).date() if isinstance(when, str) else None
    except ValueError:
        return None


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _why(error: BaseException) -> str:
    status = getattr(error, "status_code", None)
    if status is None and error.__cause__ is not None:
        status = getattr(error.__cause__, "status_code", None)
    busy = re.search(r"too many (\d+) error responses", str(error))
    if busy:
        return f"its server is busy (it answers {busy[1]} again and again); try later"
    if status in (401, 403):
        return f"its server does not let you in ({status})"
    if status == 404:
        return "there is nothing at that address (404)"
    if status:
        return f"its server answers {status}"
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if "Max retries exceeded" in str(error):
        return "its server cannot be reached"
    return _short(error)


def _short(error: BaseException) -> str:
    """Return the first line of what went wrong, without what libraries wrap around it."""
    inner = error.__cause__ or error
    return (str(inner).strip().splitlines() or [type(inner).__name__])[0][:200].rstrip(".")
