"""Saved searches of a voice index, and of which tiles each has been asked: one JSON file.

It lies beside the folder of the index; of an index that has an address, among the user's own files on this computer.

What has been asked is kept for each raster, as numbers in its grid of tiles, and not as ids of tiles: an index that is
embedded again, or built anew at the same place, begins its ids at 0, and a raster that could not be read is indexed
later with lower ids than others. A raster that has changed since is another one.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from ..contract.codec import ContractError, from_json, is_address, to_json
from ..contract.indexes import searches_file
from ..contract.methods import AskedRaster, SavedSearch
from ..contract.queries import Query
from ..errors import IndexBusy, SearchesUnreadable, UsageError
from ..paths import reason_of, writing
from .files import replace_file
from .plan import SourceRecord, WorkRange, pending_work
from .store import IdRange, StoreInfo

FORMAT = 1
#: In the folder of an index: held while the file is read and replaced.
LOCK_FILE = "searches.lock"
_LOCK_SECONDS = 10.0
_MOST_BYTES = 64_000_000


@dataclass(frozen=True)
class StoredSearch:
    """A saved search; see :class:`engine.contract.methods.SavedSearch`.

    Attributes:
        model: Checksum of the model with which it was saved: another one gives tiles other ids.
        rasters: Of which tiles it has been asked.
    """

    name: str
    query: Query
    model: str
    saved: str
    asked: str | None = None
    rasters: tuple[AskedRaster, ...] = ()

    def described(self) -> SavedSearch:
        """Return what the user is told of it."""
        return SavedSearch(self.name, self.query, self.saved, self.asked)

    def new_tiles(self, info: StoreInfo) -> tuple[IdRange, ...]:
        """Return the ids of the tiles of an index of which it has not been asked; of empty ones, too."""
        known = {each.raster: each.unasked for each in self.rasters}
        pending = _pending(info)
        found = []
        for record in info.sources:
            unasked = known.get(mark_of(record), ((0, record.planned_tiles),))
            if unasked:
                asked = _complement(record, unasked)
                left = _complement(record, [*asked, *pending.get(record.number, ())])
                first = record.first_tile_id
                found += [(first + start, first + stop) for start, stop in left]
        return tuple(found)

    def marked(self, seen: Sequence[AskedRaster]) -> StoredSearch:
        """Return it after an answer about the rasters ``seen``; the same if that is no news."""
        known = {each.raster: each.unasked for each in self.rasters}
        rasters = tuple(
            # What a repair has dropped and a build will restore has been asked before.
            AskedRaster(each.raster, _common(known[each.raster], each.unasked))
            if each.raster in known
            else each
            for each in seen
        )
        return self if rasters == self.rasters else replace(self, rasters=rasters, asked=now())


@dataclass(frozen=True)
class SearchesFile:
    """The content of the file.

    Attributes:
        searches: In the order in which they were saved.
        kind: Tells the file from others.
        format: Version of this layout.
    """

    searches: tuple[StoredSearch, ...] = ()
    kind: Literal["scrl-saved-searches"] = "scrl-saved-searches"
    format: int = FORMAT


def now() -> str:
    """Return the time, ISO 8601."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def read_searches(index: str | Path) -> tuple[StoredSearch, ...]:
    """Return the saved searches of an index; none if there is no file.

    Raises:
        SearchesUnreadable: The file is damaged, too new, or may not be read.
    """
    path = searches_file(index)
    try:
        with path.open("rb") as stream:
            content = stream.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise SearchesUnreadable(path=path, reason="it is too large")
        file = from_json(SearchesFile, json.loads(content), "it:")
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise SearchesUnreadable(path=path, reason=reason_of(error)) from error
    except ContractError as error:
        raise SearchesUnreadable(path=path, reason=str(error)) from error
    except (ValueError, RecursionError) as error:
        raise SearchesUnreadable(path=path, reason="it is not JSON") from error
    if file.format > FORMAT:
        raise SearchesUnreadable(path=path, reason="a later version of qgis_scrl has written it")
    names = [search.name for search in file.searches]
    if len(set(names)) < len(names):
        raise SearchesUnreadable(path=path, reason="two of its searches have the same name")
    if not all(_are_ranges(search.rasters) for search in file.searches):
        raise SearchesUnreadable(path=path, reason="what it says of rasters is out of range")
    return file.searches


@contextlib.contextmanager
def changing_searches(index: str | Path) -> Iterator[list[StoredSearch]]:
    """Give the saved searches of an index to whoever changes them, who is alone meanwhile; then write what is new.

    Raises:
        IndexBusy: Another process has been at it for ten seconds.
        SearchesUnreadable: The file cannot be read; it stays as it is.
        DiskFull, FolderNotWritable: It cannot be written; the old one stays.
    """
    path = searches_file(index)
    with writing(path):
        if is_address(str(index)):
            path.parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock(path.with_suffix(".lock"), timeout=_LOCK_SECONDS)
        else:
            lock = FileLock(Path(index) / LOCK_FILE, timeout=_LOCK_SECONDS)
        try:
            lock.acquire()
        except Timeout as error:
            raise IndexBusy(path=path) from error
    try:
        before = read_searches(index)
        searches = list(before)
        yield searches
        if tuple(searches) != before:
            _write(path, SearchesFile(tuple(searches)))
    finally:
        lock.release()


def _write(path: Path, file: SearchesFile) -> None:
    document = to_json(file)
    # What could not be read again would be lost.
    from_json(SearchesFile, document, "saved searches")
    content = (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
    if len(content) > _MOST_BYTES:
        raise UsageError(
            problem=f"The saved searches would take {len(content) / 1e6:.0f} MB.",
            advice="Use an area with fewer corners, or remove searches that are no longer needed.",
        )
    replace_file(path, content)


# --- what has been asked ----------------------------------------------------------------------------


def asked_rasters(info: StoreInfo) -> tuple[AskedRaster, ...]:
    """Return what a search has been asked of that was asked of all that an index holds."""
    pending = _pending(info)
    return tuple(
        AskedRaster(mark_of(record), tuple(pending.get(record.number, ())))
        for record in info.sources
    )


def _pending(info: StoreInfo) -> dict[int, list[IdRange]]:
    """Return what of the grid of each source is planned and not read yet, under its number."""
    pending: dict[int, list[IdRange]] = {}
    for work in info.pending:
        pending.setdefault(work.source, []).append((work.start, work.stop))
    return pending


def mark_of(record: SourceRecord) -> str:
    """Return what tells a raster of an index, as it was indexed, from others.

    It stays when the raster is embedded again, or is moved with its times; it becomes another one with the content of
    the file, or with CRS, bands or contrast.
    """
    source = record.source
    stamped = source.modified > 0
    looks = [
        source.name if stamped else source.uri,
        # Nobody knows when a remote raster has changed: whoever adds it anew has a reason.
        None if stamped else record.first_tile_id,
        source.size_bytes,
        source.modified,
        record.planned_tiles,
        source.crs_wkt,
        *source.transform,
        *source.bands,
        to_json(source.stretch),
        source.inverted,
    ]
    return hashlib.blake2b(json.dumps(looks).encode(), digest_size=10).hexdigest()


def check_seen(seen: Sequence[AskedRaster]) -> None:
    """Refuse what no answer can have said.

    Raises:
        UsageError: It is out of range.
    """
    if not _are_ranges(seen):
        raise UsageError(
            problem="What has been seen is out of range.", advice="Pass on what watch_index said."
        )


def _are_ranges(rasters: Sequence[AskedRaster]) -> bool:
    """Tell whether all that is unasked are ranges of numbers, ascending and apart."""
    for each in rasters:
        bounds = [bound for span in each.unasked for bound in span]
        if any(a >= b for a, b in zip([-1, *bounds], bounds, strict=False)):
            return False
    return True


def _complement(record: SourceRecord, ranges: Sequence[IdRange]) -> list[IdRange]:
    """Return the numbers of a raster's grid that are in none of the ranges."""
    taken = [WorkRange(record.number, start, stop) for start, stop in ranges]
    return [(work.start, work.stop) for work in pending_work([record], taken)]


def _common(ranges: Sequence[IdRange], others: Sequence[IdRange]) -> tuple[IdRange, ...]:
    """Return what is in both."""
    both = ((max(a, c), min(b, d)) for a, b in ranges for c, d in others)
    return tuple((start, stop) for start, stop in both if start < stop)
