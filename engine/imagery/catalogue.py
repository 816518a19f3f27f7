"""STAC catalogues: which images they name, and where those can be read.

Nothing is downloaded but descriptions: a build reads the images themselves by ranges, where they lie. Searching is
pystac-client's; what of an item is a picture is decided as for items on disk (:mod:`.scenes`).
"""

from __future__ import annotations

import json
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

#: A server that says 429 or 503 is asked again after 1, 2, 4 ... seconds, or when it says.
RETRIES, TIMEOUT_SECONDS = 4, 30.0
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
    without_picture, looked_at, more = 0, 0, False
    progress.start(Stage.SEARCHING_CATALOGUE, 0, Unit.OTHER)
    for item in _items(address, wanted):
        progress.check_cancelled()
        progress.advance()
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
    return SearchCatalogueResult(tuple(images), without_picture, more, tuple(terms)), documents


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


def _items(address: str, wanted: Wanted) -> Iterator[pystac.Item]:
    """Yield the items of a catalogue; those of an API are chosen by the server, as far as it can.

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

    reading = StacApiIO(timeout=TIMEOUT_SECONDS, max_retries=RETRIES)
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # What a catalogue does not say of itself is no news to the user.
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
                    limit=min(100, wanted.limit),
                )
                yield from found.items()
                return
            root.set_self_href(address)
            yield from root.get_items(recursive=True)
        except APIError as error:
            raise CatalogueUnreadable(catalogue=address, reason=_why(error)) from error
        except (pystac.STACError, pystac.STACTypeError, OSError, ValueError, KeyError, TypeError,
                AttributeError, RecursionError) as error:  # fmt: skip
            # pystac takes what it is given at its word: documents of other kinds end in any of these.
            reason = "it is not a STAC catalogue" if exists(address) else _short(error)
            raise CatalogueUnreadable(catalogue=address, reason=reason) from error


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


def _why(error: Exception) -> str:
    status = getattr(error, "status_code", None)
    if status in (401, 403):
        return f"its server does not let you in ({status})"
    if status == 404:
        return "there is nothing at that address (404)"
    return f"its server answers {status}" if status else _short(error)


def _short(error: BaseException) -> str:
    """Return the first line of what went wrong, without what libraries wrap around it."""
    inner = error.__cause__ or error
    return (str(inner).strip().splitlines() or [type(inner).__name__])[0][:200].rstrip(".")
