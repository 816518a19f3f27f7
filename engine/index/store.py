"""Vector stores: what a search reads and a build writes, whatever the backend.

A backend is chosen by the scheme of the index's address (``BACKENDS``); a plain path is a folder. What a
search makes of candidates (calibration, threshold, suppression, notes) is above: :mod:`.search`.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol, cast, runtime_checkable
from urllib.parse import urlsplit
from urllib.request import url2pathname

import numpy as np
import shapely
from numpy.typing import NDArray

from ..contract.indexes import Bounds, SourceOptions, VerifyReport
from ..contract.notices import Notice
from ..errors import IndexFileDamaged, IndexOfAnotherModel, MissingDependency, UsageError
from ..imagery.georeferencing import CannotBeLocated
from ..imagery.source import Source
from ..imagery.tiling import TileSpec
from ..progress import Progress
from .plan import NewSource, PlannedPart, SourceRecord, WorkRange
from .tile_table import TileTable


@dataclass(frozen=True)
class StoreSettings:
    """The settings of a new index; a build resumes an index with the same settings.

    Attributes:
        model_checksum: The model that makes every vector.
        embedding_size: D, the length of a vector.
        tile_spec: Ground sizes, overlap and pixels of the tiles.
        inputs: The inputs of the first build.
        options: CRS, bands and date for rasters with missing metadata.
        part_tiles: Maximum number of tiles per part; that of the index is kept.
    """

    model_checksum: str
    embedding_size: int
    tile_spec: TileSpec
    inputs: tuple[str, ...]
    options: SourceOptions
    part_tiles: int

    def differences(self, other: StoreSettings) -> str:
        """Return how other settings differ, as the end of a sentence; empty if they do not."""
        different = {
            "with another model": self.model_checksum != other.model_checksum,
            "with other tiles": self.tile_spec != other.tile_spec,
            "with another CRS, date, nodata value or other bands": self.options != other.options,
            "from other imagery": self.inputs != other.inputs,
        }
        return ", ".join(text for text, differs in different.items() if differs)


@dataclass(frozen=True)
class StoreInfo:
    """Description of an index, without access to its tiles.

    Attributes:
        uri: Where it is, for messages.
        format_version: Of its files or tables.
        settings: Those of its first build.
        sources: In the order in which they were planned.
        tiles: Tiles that can be searched.
        parts: Number of parts.
        bounds: Extent of its tiles, None if it has none; beyond 180 degrees across the 180th meridian.
        pending: What is planned and not read yet.
    """

    uri: str
    format_version: int
    settings: StoreSettings
    sources: tuple[SourceRecord, ...]
    tiles: int
    parts: int
    bounds: Bounds | None
    pending: tuple[WorkRange, ...]


# --- reading ----------------------------------------------------------------------------------------

#: The ids ``start <= id < stop``.
IdRange = tuple[int, int]


@dataclass(frozen=True)
class Conditions:
    """The filters of :class:`.search.SearchOptions` for one index; all must be met, none by default.

    Attributes:
        area: Polygon or multipolygon (EPSG:4326) that the footprint touches.
        sources: Numbers of sources.
        tile_ids: Ranges ``(start, stop)`` of ids; to the other conditions there are no tiles but these.
    """

    area: shapely.Geometry | None = None
    since: date | None = None
    until: date | None = None
    sources: frozenset[int] | None = None
    ground_sizes_m: tuple[float, ...] = ()
    tile_ids: tuple[IdRange, ...] | None = None


@dataclass(frozen=True)
class Selection:
    """The tiles that meet conditions.

    Attributes:
        tiles: How many.
        undated: Tiles that would meet them if they had a date.
        in_area: Tiles that the area touches, whatever the conditions but ``tile_ids``.
        chosen: Which tiles, as the store that made it needs it.
    """

    tiles: int
    undated: int
    in_area: int
    chosen: Any


@dataclass(frozen=True)
class ScoredTiles:
    """Tiles with their cosine similarity to a query.

    Attributes:
        tile_ids: int64 [N].
        similarities: [N].
        sources: int32 [N], numbers of their sources.
        windows: float64 [N, 4]: column, row, width, height in pixels of their sources.
        floor: No tile that is more similar is missing, as far as is known; -inf: none is missing.
        read: Returns some of the tiles themselves.
    """

    tile_ids: NDArray[np.int64]
    similarities: NDArray[np.floating]
    sources: NDArray[np.int32]
    windows: NDArray[np.float64]
    floor: float
    read: Callable[[slice], TileTable]


class Ranking(Protocol):
    """Tiles in the order of their similarity to a query, computed as far as they are requested."""

    @property
    def method(self) -> str:
        """``annoy`` if trees have proposed candidates, which were scored exactly, else ``exact``."""

    @property
    def notes(self) -> tuple[Notice, ...]:
        """What the user should know of how it is made: codes of ``contract.notices.NOTES``."""

    def best(self, count: int) -> ScoredTiles:
        """Return at least the ``count`` best, as far as there are so many; ties by their id."""


class VectorStore(Protocol):
    """An index, open for search; shows the state that it had when it was opened.

    Whatever reads tiles or vectors raises IndexDamaged if they are not what was written.
    """

    @property
    def info(self) -> StoreInfo:
        """Description of the index."""

    def is_current(self) -> bool:
        """Tell whether nothing has been written since it was opened."""

    def prepare(self) -> None:
        """Do now what the first search would have to do beforehand."""

    def select(self, conditions: Conditions, progress: Progress | None = None) -> Selection:
        """Return exactly the tiles that meet conditions.

        ``progress`` is told of work that takes long (an area of many corners), and may cancel it.
        """

    def nearest(
        self, query: NDArray[np.float32], selection: Selection, exact: bool = False
    ) -> Ranking:
        """Rank selected tiles by their similarity to a unit vector (D).

        If ``exact``, it is compared with every one of them; else the store decides.
        """

    def scores(self, query: NDArray[np.float32], selection: Selection) -> Iterator[ScoredTiles]:
        """Yield every selected tile with its similarity (float32), in batches of any order."""

    def embeddings(
        self, selection: Selection
    ) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        """Yield the ids [N] and unit vectors [N, D] of selected tiles, in batches, always in the same order."""

    def vectors(self, tile_ids: Sequence[int]) -> NDArray[np.float32]:
        """Return the unit vectors [N, D] of tiles.

        Raises:
            UnknownTile: The index does not hold one.
        """

    def items(self, tile_ids: Sequence[int] | None = None) -> Iterator[TileTable]:
        """Yield all tiles, or those of some ids that the index holds, in batches of any order."""

    def items_at(self, place: shapely.Geometry) -> Iterator[TileTable]:
        """Yield the tiles whose footprints touch a point or a polygon (EPSG:4326), in batches."""


# --- writing ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class EmbeddedTiles:
    """N tiles with their vectors, ids ascending.

    Attributes:
        tile_ids: int64 [N].
        sources: int32 [N], numbers of their sources.
        windows: float64 [N, 4]: column, row, width, height in pixels.
        ground_sizes_m: float32 [N].
        vectors: float16 [N, D], unit length.
    """

    tile_ids: NDArray[np.int64]
    sources: NDArray[np.int32]
    windows: NDArray[np.float64]
    ground_sizes_m: NDArray[np.float32]
    vectors: NDArray[np.float16]


class PartTarget(Protocol):
    """Where a part job puts what it has made; can be pickled, and needs neither lock nor index."""

    def write(
        self, part: PlannedPart, tiles: EmbeddedTiles, sources: Sequence[SourceRecord]
    ) -> Any:
        """Write at least one tile as a part, and return what :meth:`VectorStoreWriter.commit` needs.

        Args:
            part: The part's number, and the work that was done for it.
            tiles: Its tiles.
            sources: The sources that the work names.

        Raises:
            DiskFull, FolderNotWritable: The incomplete part is removed.
        """


@runtime_checkable
class FileTarget(PartTarget, Protocol):
    """A target that writes files, which may also be written on a machine that does not reach it, and brought here."""

    @property
    def parts(self) -> Path:
        """Where the parts are, each a folder; :meth:`write` makes another one."""

    def elsewhere(self, folder: Path) -> FileTarget:
        """Return the same target in another, empty folder.

        What its :meth:`write` returns can be committed once the folder's content lies in :attr:`parts`.
        """


class VectorStoreWriter(Protocol):
    """The only writer of an index.

    Whatever changes the index raises DiskFull or FolderNotWritable if the change cannot be written, and
    IndexDamaged if a part that must be rewritten is damaged; the last committed state stays.
    """

    @property
    def info(self) -> StoreInfo:
        """Description of the index as of the last commit."""

    @property
    def target(self) -> PartTarget:
        """Where part jobs put what they have made."""

    def plan(
        self,
        added: Sequence[NewSource] = (),
        replaced: frozenset[int] = frozenset(),
        postponed: frozenset[int] = frozenset(),
    ) -> tuple[PlannedPart, ...]:
        """Give new sources their numbers and tile ids, write that down, and plan the parts to be made.

        Args:
            added: New sources.
            replaced: Numbers of sources that are taken out, with their tiles.
            postponed: Numbers of sources whose work is left for another time.
        """

    def commit(self, part: PlannedPart, written: Any) -> None:
        """Make a part that was planned, or rather the work that was done for it, one of the index.

        Args:
            part: The part's number and the work that was done.
            written: What :meth:`PartTarget.write` returned; None if all tiles of the work are empty.
        """

    def remove_sources(self, numbers: frozenset[int]) -> None:
        """Take sources and their tiles out of the index."""

    def relocate(
        self, sources: Mapping[int, Source], inputs: tuple[str, ...], progress: Progress
    ) -> None:
        """Give sources other addresses, all at once or none; their tiles and vectors stay.

        Args:
            sources: Under their numbers: the same rasters at their new places.
            inputs: What the first build would be asked to index now.
            progress: Told of every part that has to be written, and asked before it whether to stop.
        """

    def compact(self, progress: Progress) -> None:
        """Merge small parts, and write those again that lack what makes searching fast."""

    def successor(self, settings: StoreSettings) -> AbstractContextManager[VectorStoreWriter]:
        """Be the only writer of what is to take this index's place, for example with another model.

        One that was begun with the same settings is continued, any other is thrown away.
        """

    def succeed(self) -> None:
        """Let the successor take the place of this index, all at once or not at all."""

    def repair(self, progress: Progress) -> VerifyReport:
        """Verify; write damaged parts again whose vectors are sound, drop the others."""


# --- backends ---------------------------------------------------------------------------------------


class Backend(Protocol):
    """A kind of store. Addresses are as the user gave them, without a scheme if it is a path.

    What all of it may raise: IndexMissing, IndexUnreadable, IndexFormatTooNew, IndexDamaged; writing
    also IndexLocked, DiskFull, FolderNotWritable.
    """

    def info(self, uri: str) -> StoreInfo:
        """Describe an index."""

    def bytes_per_tile(self, embedding_size: int) -> int:
        """Return the approximate size of a stored tile in bytes."""

    def bytes_stored(self, uri: str) -> int:
        """Return the size of all that is stored."""

    def tiles_of_sources(self, uri: str) -> dict[int, int]:
        """Return the number of tiles under the number of each source that has any."""

    def verify(self, uri: str, progress: Progress) -> VerifyReport:
        """Compare all that is stored with its checksums."""

    def open(self, uri: str) -> VectorStore:
        """Open an index for search."""

    def write(
        self, uri: str, settings: StoreSettings | None
    ) -> AbstractContextManager[VectorStoreWriter]:
        """Be the only writer of an index.

        Args:
            uri: Where it is.
            settings: Those of a new index if there is none; None: it must exist.

        Raises:
            IndexExists: An index with different settings, or something else, is there.
        """


@contextmanager
def locating_sources(info: StoreInfo) -> Iterator[None]:
    """Ask the sources of an index where they lie.

    Raises:
        IndexFileDamaged: One lies nowhere.
    """
    try:
        yield
    except CannotBeLocated as error:
        reason = f"a raster in it lies nowhere ({error})"
        raise IndexFileDamaged(path=info.uri, reason=reason, index=info.uri) from error


#: Scheme -> module of this package that is a :class:`Backend`, or the backend itself.
BACKENDS: dict[str, str | Backend] = {
    "file": ".folder",
    "postgresql": ".postgis",
    "dask": ".folder.cluster_backend",
    "dask+tls": ".folder.cluster_backend",
}

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")


def backend_of(uri: str | Path) -> tuple[Backend, str]:
    """Return the backend of an index and the address that it understands.

    Raises:
        UsageError: No backend has that scheme.
        MissingDependency: It needs a package that is not installed.
    """
    address = str(uri)
    match = _SCHEME.match(address)
    scheme = match[1].lower() if match else "file"
    if match and scheme == "file":
        address = url2pathname(urlsplit(address).path)
    backend = BACKENDS.get(scheme)
    if backend is None:
        known = ", ".join(f"{name}://" for name in BACKENDS)
        raise UsageError(
            problem=f"Voice indexes with {scheme}:// are not supported.",
            advice=f"Give the path of a folder, or an address that begins with {known}.",
        )
    if isinstance(backend, str):
        try:
            backend = cast(Backend, importlib.import_module(backend, __package__))
        except ModuleNotFoundError as error:
            advice = "Set up the engine again: in QGIS, Settings > Options > Voice search."
            raise MissingDependency(name=error.name, advice=advice) from error
    return backend, address


def store_info(uri: str | Path) -> StoreInfo:
    """Describe an index without opening its parts.

    Raises:
        IndexMissing, IndexUnreadable, IndexFormatTooNew, IndexDamaged: It cannot be described.
    """
    backend, address = backend_of(uri)
    return backend.info(address)


def open_store(uri: str | Path, model_checksum: str | None = None) -> VectorStore:
    """Open an index for search.

    Args:
        uri: The folder ``NAME.scrl``, or an address with the scheme of a backend.
        model_checksum: The model that makes the queries; None if it does not matter.

    Raises:
        IndexMissing, IndexUnreadable, IndexFormatTooNew, IndexDamaged: It cannot be opened.
        IndexOfAnotherModel: Its vectors cannot be compared with that model's.
        UsageError: No backend has that scheme.
    """
    backend, address = backend_of(uri)
    store = backend.open(address)
    if model_checksum is not None:
        check_model(store.info, model_checksum)
    return store


def open_writer(
    uri: str | Path, settings: StoreSettings | None = None
) -> AbstractContextManager[VectorStoreWriter]:
    """Be the only writer of an index; see :meth:`Backend.write`."""
    backend, address = backend_of(uri)
    return backend.write(address, settings)


def check_model(info: StoreInfo, model_checksum: str) -> None:
    """Refuse an index of another model.

    Raises:
        IndexOfAnotherModel: It is.
    """
    found = info.settings.model_checksum
    if found != model_checksum:
        raise IndexOfAnotherModel(
            path=info.uri, index_model=found[:12], loaded_model=model_checksum[:12]
        )
