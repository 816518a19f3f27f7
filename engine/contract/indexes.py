"""Imagery and voice indexes: what is asked of them, and how they are described."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Optional

from .codec import AbsolutePath
from .notices import Notice

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees, EPSG:4326."""


@dataclass(frozen=True)
class SourceOptions:
    """What the user says of rasters with missing metadata.

    Attributes:
        crs: CRS of rasters that have none, or whose extent is outside the area of their own; anything
            that PROJ reads, such as ``EPSG:32633``.
        crs_wins: Whether ``crs`` is used in place of the CRS that rasters have.
        bands: One (grey) or three (red, green, blue) band numbers, from 1.
        date: Acquisition date of rasters that do not have one.
        nodata: Value of empty pixels that rasters do not declare, or declare wrongly; nothing is guessed then.
        guess_empty: Whether empty pixels that are not declared are looked for: values such as -9999, and areas of one
            exact colour around the image.
        keep_flat: Whether tiles of one single colour are kept.
        stretch: The values shown as black and as white, for each band that is shown, or one pair for all.
        from_layer: Which of these (``crs``, ``bands``, ``stretch``) are those of a layer in QGIS.
    """

    crs: Optional[str] = None
    bands: Optional[tuple[int, ...]] = None
    date: Optional[date] = None
    nodata: Optional[float] = None
    guess_empty: bool = True
    keep_flat: bool = False
    crs_wins: bool = False
    stretch: Optional[tuple[tuple[float, float], ...]] = None
    from_layer: tuple[str, ...] = ()


NO_OPTIONS = SourceOptions()


@dataclass(frozen=True)
class LayerOptions:
    """What a layer in QGIS says of its raster; it wins over the file and over :class:`SourceOptions`.

    Attributes:
        source: Path or address of the raster.
        crs: CRS of the layer.
        bands: One (grey) or three (red, green, blue) band numbers of its symbology, from 1.
        stretch: The values shown as black and as white, for each of these bands, or one pair for all.
    """

    source: str
    crs: Optional[str] = None
    bands: Optional[tuple[int, ...]] = None
    stretch: Optional[tuple[tuple[float, float], ...]] = None


@dataclass(frozen=True)
class SourceFailure:
    """A raster that was left out, and why."""

    source: str
    failure: Notice


@dataclass(frozen=True)
class SourceInfo:
    """A raster before it is indexed.

    Attributes:
        uri: Its path or address.
        name: Its file name.
        crs: Authority and code of its coordinate system, or its name.
        width: In pixels.
        height: In pixels.
        pixel_size_m: Side of a pixel in metres on the ground.
        date: Acquisition date, if known.
        bounds: Where it lies.
        suggested_ground_size_m: Side of tiles that suits it.
    """

    uri: str
    name: str
    crs: str
    width: int
    height: int
    pixel_size_m: float
    date: Optional[date]
    bounds: Bounds
    suggested_ground_size_m: float


@dataclass(frozen=True)
class IndexedSource:
    """A raster of a voice index.

    Attributes:
        uri: Its path or address.
        name: Its file name.
        tiles: Its tiles that can be searched.
        complete: Whether all of it is indexed.
        date: Acquisition date, if known.
        pixel_size_m: Side of a pixel in metres on the ground.
        crs: Authority and code of its coordinate system, or its name.
        bounds: Where it lies.
    """

    uri: str
    name: str
    tiles: int
    complete: bool
    date: Optional[date]
    pixel_size_m: float
    crs: str
    bounds: Bounds


@dataclass(frozen=True)
class IndexInfo:
    """What a voice index holds.

    Attributes:
        path: Its folder.
        format_version: Of its files.
        model_checksum: The model that made its vectors.
        model_matches: Whether the engine's model is that one.
        embedding_size: Length of its vectors.
        tiles: Tiles that can be searched.
        parts: Number of parts.
        bytes_on_disk: Size of all its files.
        ground_sizes_m: Sides of the tiles.
        overlap: Share of the side that neighbours have in common.
        bounds: Where its tiles lie; None if it has none.
        since: Earliest acquisition date of a source, if any has one.
        until: The latest.
        complete: Whether nothing is left to do for a build.
        pending_tiles: Tiles planned and not read yet.
        sources: In the order in which they were added.
    """

    path: str
    format_version: int
    model_checksum: str
    model_matches: bool
    embedding_size: int
    tiles: int
    parts: int
    bytes_on_disk: int
    ground_sizes_m: tuple[float, ...]
    overlap: float
    bounds: Optional[Bounds]
    since: Optional[date]
    until: Optional[date]
    complete: bool
    pending_tiles: int
    sources: tuple[IndexedSource, ...]


@dataclass(frozen=True)
class BuildReport:
    """What a build did.

    Attributes:
        tiles: Tiles embedded by this run.
        skipped_empty: Tiles left out because they show (almost) nothing.
        parts: Parts written, before small ones were merged.
        seconds: Time it took.
        skipped_sources: Rasters that were complete and unchanged.
        reindexed_sources: Rasters that had changed on disk and were indexed anew.
        failed: Rasters that could not be read, or not to their end. What could be read of them is in the
            index; the same build tries the rest again.
        tiles_in_index: Tiles that the index holds now.
    """

    tiles: int
    skipped_empty: int
    parts: int
    seconds: float
    skipped_sources: tuple[str, ...]
    reindexed_sources: tuple[str, ...]
    failed: tuple[SourceFailure, ...]
    tiles_in_index: int


@dataclass(frozen=True)
class BuildEstimate:
    """What a build would take.

    Attributes:
        tiles: Tiles of all rasters that can be read.
        seconds: Time, about.
        bytes: Room on the disk, about.
        failed: Rasters that cannot be read.
    """

    tiles: int
    seconds: float
    bytes: int
    failed: tuple[SourceFailure, ...]


@dataclass(frozen=True)
class IndexProblem:
    """Something in an index that is not as it was written.

    Attributes:
        part: Name of the part.
        file: Name of the file in it.
        reason: What is wrong.
        remedy: What a repair does, or did: "dropped" (the same build makes it again) or "rewritten" (the
            vectors are sound, so that nothing has to be embedded again).
    """

    part: str
    file: str
    reason: str
    remedy: str


@dataclass(frozen=True)
class VerifyReport:
    """How an index compares with its checksums.

    Attributes:
        parts: Parts looked at.
        tiles: Tiles in them.
        problems: Empty if all is well.
        repaired: Whether they have been dealt with.
    """

    parts: int
    tiles: int
    problems: tuple[IndexProblem, ...]
    repaired: bool


@dataclass(frozen=True)
class CompactReport:
    """What a compaction did: parts and bytes before and after."""

    parts_before: int
    parts_after: int
    bytes_before: int
    bytes_after: int


@dataclass(frozen=True)
class RemoveReport:
    """The raster that was taken out of an index, and how many tiles went with it."""

    source: str
    tiles: int


@dataclass(frozen=True)
class Thumbnail:
    """A tile as a small picture.

    Attributes:
        tile_id: The tile.
        path: A PNG file.
    """

    tile_id: int
    path: AbsolutePath


@dataclass(frozen=True)
class WrittenFile:
    """A file that was written, and how many tiles are in it."""

    path: AbsolutePath
    tiles: int
