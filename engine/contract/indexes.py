"""Imagery and voice indexes: what is asked of them, and how they are described."""

from __future__ import annotations

import hashlib
import json
import math
import os
import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Optional, Union
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from .codec import AbsolutePath, is_address, is_shared
from .notices import Notice

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees, EPSG:4326."""


#: Of a shared index whose address names no other.
DEFAULT_SCHEMA = "scrl"
#: What libpq may be given that is shown nowhere.
SECRETS = ("password", "sslpassword")
#: The part of an address that names an authentication configuration of QGIS, by its id, which is no secret.
AUTHCFG = "authcfg"


def shared_address(address: str) -> str:
    """Return the address of a shared index as it is kept and compared: with its schema, without any password.

    Raises:
        ValueError: It is no address.
    """
    parts = urlsplit(address)
    options = parse_qsl(parts.query, keep_blank_values=True)
    schema = dict(options).get("schema") or DEFAULT_SCHEMA
    kept = [(name, value) for name, value in options if name not in (*SECRETS, "schema")]
    user, at, host = parts.netloc.rpartition("@")
    query = urlencode([*kept, ("schema", schema)], quote_via=quote)
    netloc = user.partition(":")[0] + at + host
    return urlunsplit(parts._replace(netloc=netloc, query=query, fragment=""))


def shown_index(index: str) -> str:
    """Return an index as messages name it: a path as it is, an address without any password."""
    return shared_address(index) if is_shared(index) else index


def auth_configuration(address: str) -> str:
    """Return the id of QGIS's authentication configuration that an address names; empty if it names none."""
    try:
        options = dict(parse_qsl(urlsplit(address).query))
    except ValueError:
        return ""
    return options.get(AUTHCFG, "") if is_shared(address) else ""


def has_password(address: str) -> bool:
    """Tell whether the address of a shared index holds a password."""
    parts = urlsplit(address)
    named = any(name in SECRETS for name, _ in parse_qsl(parts.query, keep_blank_values=True))
    return named or ":" in parts.netloc.rpartition("@")[0]


def index_name(address: str) -> str:
    """Return what an index is called: its folder without the ending, or the schema of a shared one."""
    if not is_shared(address):
        return Path(address).stem
    return dict(parse_qsl(urlsplit(address).query)).get("schema") or DEFAULT_SCHEMA


def searches_file(index: Union[str, Path]) -> Path:
    """Return the file that holds the saved searches of an index.

    It lies beside the index's folder. Of an index that has an address it is one of the user's own, on this computer,
    whoever the user is to the server.
    """
    address = str(index)
    if not is_address(address):
        path = Path(os.path.abspath(index))  # noqa: PTH100 (links stay links)
        return path.with_name(f"{path.stem} searches.json")
    mark = hashlib.blake2b(json.dumps(index_identity(address)).encode(), digest_size=5).hexdigest()
    # A schema may hold what a file's name may not.
    name = re.sub(r"[^\w-]+", "_", index_name(address))[:60]
    return user_data_folder() / "searches" / f"{name} {mark} searches.json"


def user_data_folder() -> Path:
    """Return the folder for what the user keeps on this computer, where QGIS's ``GenericDataLocation`` is, too."""
    if sys.platform == "win32":
        data = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        data = Path.home() / "Library" / "Application Support"
    else:
        named = os.environ.get("XDG_DATA_HOME", "")
        # A relative one is not valid, says the standard.
        data = named if named.startswith("/") else Path.home() / ".local" / "share"
    return Path(data) / "qgis_scrl"


def index_identity(index: str) -> tuple[str, ...]:
    """Return what all ways to write the path or the address of an index have in common, however it is connected to."""
    if not is_address(index):
        return (os.path.normcase(os.path.abspath(index)),)  # noqa: PTH100 (links stay links)
    try:
        parts = urlsplit(index)
    except ValueError:
        return (index,)
    if not is_shared(index):
        return (urlunsplit(parts._replace(netloc=parts.netloc.lower())),)
    options = dict(parse_qsl(parts.query))
    user, _, servers = parts.netloc.rpartition("@")
    # libpq takes the name of the user where none of a database is given.
    database = options.get("dbname") or unquote(parts.path.strip("/") or user.partition(":")[0])
    rest = [options.get(name, "") for name in ("hostaddr", "service")]
    return (_hosts(servers, options), database, index_name(index), *rest)


def _hosts(servers: str, options: dict[str, str]) -> str:
    """Return the hosts of an address, each with its port if that is not the usual one; options win, as with libpq."""
    split = [re.fullmatch(r"(.*?)(?::(\d*))?", server) for server in servers.split(",")]
    named = [(unquote(each[1]), each[2] or "") for each in split if each]
    hosts = options["host"].split(",") if options.get("host") else [host for host, _ in named]
    ports = options["port"].split(",") if options.get("port") else [port for _, port in named]
    ports = ports * len(hosts) if len(ports) == 1 else ports
    found = []
    for number, host in enumerate(hosts):
        port = ports[number] if number < len(ports) else ""
        # That of a socket is a path.
        name = host if host.startswith(("/", "@")) else host.lower()
        found.append(name if port in ("", "5432") else f"{name}:{port}")
    return ",".join(found)


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
        from_layer: Which of these (``crs``, ``bands``, ``stretch``) are those of a layer in QGIS, or (``date``) of an
            item in a catalogue.
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


def pixel_value(text: str) -> Optional[float]:
    """Return the value of pixels that a user has written; None if it is not a finite number."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


@dataclass(frozen=True)
class LayerOptions:
    """What a layer in QGIS says of its raster; it wins over the file and over :class:`SourceOptions`.

    Attributes:
        source: Path or address of the raster.
        crs: CRS of the layer.
        bands: One (grey) or three (red, green, blue) band numbers of its symbology, from 1.
        stretch: The values shown as black and as white, for each of these bands, or one pair for all.
        date: Acquisition date of the item that names the raster in a catalogue; that of :class:`SourceOptions` wins.
    """

    source: str
    crs: Optional[str] = None
    bands: Optional[tuple[int, ...]] = None
    stretch: Optional[tuple[tuple[float, float], ...]] = None
    date: Optional[date] = None


@dataclass(frozen=True)
class SourceFailure:
    """A raster that was left out, and why."""

    source: str
    failure: Notice


@dataclass(frozen=True)
class Raster:
    """What is known of a raster, indexed or not.

    Attributes:
        uri: Its path or address.
        name: Its file name.
        crs: Authority and code of its coordinate system, or its name.
        pixel_size_m: Side of a pixel in metres on the ground.
        date: Acquisition date, if known.
        bounds: Where it lies.
    """

    uri: str
    name: str
    crs: str
    pixel_size_m: float
    date: Optional[date]
    bounds: Bounds


@dataclass(frozen=True)
class SourceInfo(Raster):
    """A raster before it is indexed: its size in pixels, and the side of tiles that suits it."""

    width: int
    height: int
    suggested_ground_size_m: float
    decisions: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class SourceDecisions:
    """What was decided about a raster, where its metadata leave a choice: codes of :data:`~.notices.DECISIONS`."""

    source: str
    decisions: tuple[Notice, ...]


@dataclass(frozen=True)
class IndexedSource(Raster):
    """A raster of a voice index: its tiles that can be searched, and whether all of it is indexed."""

    tiles: int
    complete: bool
    decisions: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class IndexInfo:
    """What a voice index holds.

    Attributes:
        model_checksum: The model that made its vectors.
        model_matches: Whether the engine's model is that one.
        embedding_size: Length of its vectors.
        tiles: Tiles that can be searched.
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
        decisions: Of rasters that were indexed by this run, if anything had to be decided.
    """

    tiles: int
    skipped_empty: int
    parts: int
    seconds: float
    skipped_sources: tuple[str, ...]
    reindexed_sources: tuple[str, ...]
    failed: tuple[SourceFailure, ...]
    tiles_in_index: int
    decisions: tuple[SourceDecisions, ...] = ()


@dataclass(frozen=True)
class BuildEstimate:
    """What a build would take, about: tiles of all rasters that can be read, time, and room on the disk.

    Attributes:
        notes: Of each ground size whose tiles would have few pixels, that they have; of the coarsest raster.
    """

    tiles: int
    seconds: float
    bytes: int
    failed: tuple[SourceFailure, ...]
    notes: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class IndexProblem:
    """A file of a part that is not as it was written.

    Attributes:
        part: Name of the part.
        file: Its name.
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
    """How an index compares with its checksums: what was looked at, what is wrong, and whether it has been repaired."""

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
class CopyReport:
    """An index that is like another one now.

    Attributes:
        index: Where it is, without any password.
        parts: Its parts.
        copied: Those that it lacked.
        tiles: Its tiles.
        statements: What an administrator has to run for others to read a shared index; empty if nothing.
    """

    index: str
    parts: int
    copied: int
    tiles: int
    statements: str = ""


@dataclass(frozen=True)
class RemoveReport:
    """The raster that was taken out of an index, and how many tiles went with it."""

    source: str
    tiles: int


@dataclass(frozen=True)
class RelocatedSource:
    """A raster of an index that has been found at another place.

    Attributes:
        source: Its path or address until now.
        new: The one that the index names from now on.
    """

    source: str
    new: str


@dataclass(frozen=True)
class RelocateReport:
    """What became of the rasters below a path that has changed.

    Attributes:
        relocated: Those that have been found, and are what was indexed.
        failed: Those that keep their old path, under that path, and why.
    """

    relocated: tuple[RelocatedSource, ...]
    failed: tuple[SourceFailure, ...]


@dataclass(frozen=True)
class Thumbnail:
    """A tile as a small picture: a PNG file."""

    tile_id: int
    path: AbsolutePath


@dataclass(frozen=True)
class WrittenFile:
    """A file that was written, and how many tiles are in it."""

    path: AbsolutePath
    tiles: int


@dataclass(frozen=True)
class WrittenReport(WrittenFile):
    """A report that was written.

    Attributes:
        without_picture: How many of its tiles have no picture: their rasters have been moved or deleted.
    """

    without_picture: int = 0
