"""Every method of the engine: its parameters, its result, how it can fail, how long it may be silent."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, Optional, TypeVar, Union

from .audio import Microphone, MicrophoneTest, RecordingInfo
from .codec import AbsolutePath, GeoJson
from .engine import Diagnostics, Handshake
from .indexes import (
    NO_OPTIONS,
    BuildEstimate,
    BuildReport,
    CompactReport,
    CopyReport,
    IndexInfo,
    LayerOptions,
    RelocateReport,
    RemoveReport,
    SourceFailure,
    SourceInfo,
    SourceOptions,
    Thumbnail,
    VerifyReport,
    WrittenFile,
    WrittenReport,
)
from .notices import Notice
from .queries import NO_FILTERS, NO_QUESTION, Filters, Label, Period, PlacePart, Query, TilePart
from .tiles import DatedTile, Hit, OddTile, Tile
from .voice_notes import (
    AddNoteParams,
    ImportNotesParams,
    ImportNotesResult,
    ListNotesResult,
    NoteHit,
    NoteParams,
    NotesParams,
    ReembedNotesResult,
    SaveNoteSoundParams,
    SearchNotesParams,
    VoiceNote,
)

#: Version of the protocol: plugin and engine must speak the same.
PROTOCOL = 2

Params = TypeVar("Params")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Nothing:
    """No parameters, or no result."""


@dataclass(frozen=True)
class InitializeParams:
    """Who asks: the version of the protocol that it speaks, and its name for the log."""

    protocol: int
    client: str = ""


@dataclass(frozen=True)
class UseCredentialsParams:
    """What an authentication configuration of QGIS stands for; it is kept in memory, and only there.

    Attributes:
        authcfg: The id of the configuration, as in the addresses that name it.
        parameters: What libpq connects with: of user, password, sslcert, sslkey, sslrootcert and sslpassword.
    """

    authcfg: str
    parameters: dict[str, str] = field(repr=False)


@dataclass(frozen=True)
class WarmUpResult:
    """The engine, ready for the first question.

    Attributes:
        seconds: How long that took.
        raster_suffixes: How the names of files end that its GDAL reads, such as ``.tif``.
    """

    seconds: float
    raster_suffixes: tuple[str, ...] = ()


@dataclass(frozen=True)
class DescribeSourcesParams:
    """Which rasters: files, folders, patterns, addresses; and what the user and layers in QGIS say of them."""

    inputs: tuple[str, ...]
    options: SourceOptions = NO_OPTIONS
    layers: tuple[LayerOptions, ...] = ()


@dataclass(frozen=True)
class DescribeSourcesResult:
    """The rasters that can be read, and those that cannot."""

    sources: tuple[SourceInfo, ...]
    failed: tuple[SourceFailure, ...]


@dataclass(frozen=True)
class EstimateBuildParams:
    """A build before it begins, as in :class:`BuildIndexParams`."""

    inputs: tuple[str, ...]
    ground_sizes_m: tuple[float, ...]
    overlap: float = 0.0
    options: SourceOptions = NO_OPTIONS
    layers: tuple[LayerOptions, ...] = ()


@dataclass(frozen=True)
class Cluster:
    """Who makes the parts of a build instead of the engine's own process.

    Attributes:
        scheduler: Address of a Dask scheduler, such as ``tcp://host:8786``; None: a cluster on this computer.
        workers: Processes of the cluster on this computer.
        staging: Folder or address through which parts come back from workers that do not reach the folder of the
            index, such as ``s3://bucket/prefix``; None: they all reach it under its path.
    """

    scheduler: Optional[str] = None
    workers: int = 0
    staging: Optional[str] = None


@dataclass(frozen=True)
class BuildIndexParams:
    """A build; the same one again goes on where it was interrupted.

    Attributes:
        index: Folder of the voice index.
        inputs: Files, folders, patterns, addresses.
        ground_sizes_m: Sides of the tiles in metres; empty: one that suits the first raster.
        overlap: Share of the side that neighbours have in common.
        options: What the user says of the rasters.
        confirmed: Whether the user wants it even if it takes more than a day, or more room than there is.
        layers: What layers in QGIS say of single rasters.
        cluster: Who makes its parts; None: the engine's own process.
        part_tiles: Most tiles of a part of a new index; None: the engine chooses.
    """

    index: AbsolutePath
    inputs: tuple[str, ...]
    ground_sizes_m: tuple[float, ...] = ()
    overlap: float = 0.0
    options: SourceOptions = NO_OPTIONS
    confirmed: bool = False
    layers: tuple[LayerOptions, ...] = ()
    cluster: Optional[Cluster] = None
    part_tiles: Optional[int] = None


@dataclass(frozen=True)
class AddToIndexParams:
    """More rasters for an index; as :class:`BuildIndexParams`."""

    index: AbsolutePath
    inputs: tuple[str, ...]
    options: SourceOptions = NO_OPTIONS
    confirmed: bool = False
    layers: tuple[LayerOptions, ...] = ()
    cluster: Optional[Cluster] = None


@dataclass(frozen=True)
class ResumeBuildParams:
    """A voice index that is not finished, and who makes the parts that are left."""

    index: AbsolutePath
    cluster: Optional[Cluster] = None


@dataclass(frozen=True)
class IndexParams:
    """A voice index."""

    index: AbsolutePath


@dataclass(frozen=True)
class CopyIndexParams:
    """An index that is to become like another one: published in a database, or pulled from it.

    Attributes:
        source: Folder or address of the one that is read.
        target: Folder or address of the one that is written; made if missing.
        replace: Whether rasters that only the target holds may be lost.
    """

    source: AbsolutePath
    target: AbsolutePath
    replace: bool = False


@dataclass(frozen=True)
class ReembedIndexParams:
    """A voice index of another model; who embeds its tiles anew, as in :class:`BuildIndexParams`.

    Attributes:
        index: Folder of the voice index.
        confirmed: Whether more than a day's work, or more than the disk holds, is wanted.
        cluster: As in :class:`BuildIndexParams`.
    """

    index: AbsolutePath
    confirmed: bool = False
    cluster: Optional[Cluster] = None


@dataclass(frozen=True)
class VerifyIndexParams:
    """A voice index, and whether what is damaged in it is to be dropped or rewritten."""

    index: AbsolutePath
    repair: bool = False


@dataclass(frozen=True)
class RemoveSourceParams:
    """A raster of a voice index: its path, or its file name."""

    index: AbsolutePath
    source: str


@dataclass(frozen=True)
class RelocateParams:
    """A voice index whose rasters lie elsewhere now.

    Attributes:
        index: Folder of the voice index.
        old: How their paths began: a drive, a folder; or the whole path of one.
        new: How they begin now.
    """

    index: AbsolutePath
    old: str
    new: str


@dataclass(frozen=True)
class ListMicrophonesResult:
    """The input devices."""

    microphones: tuple[Microphone, ...]


@dataclass(frozen=True)
class SearchParams:
    """A question to a voice index.

    Attributes:
        index: Folder of the voice index.
        out: Also write the hits to this file: ``.gpkg``, ``.geojson`` or ``.csv``.
    """

    index: AbsolutePath
    query: Query
    out: Optional[AbsolutePath] = None


@dataclass(frozen=True)
class RecordParams:
    """A recording to be made.

    Attributes:
        save: The WAV file to write.
        device: Number or part of the name of a microphone; None: the system's default.
        hold: Whether it goes on until ``$/stopRecording``, not until silence.
        search: The question that will be asked of an index with it: one of its parts is this recording. What the index
            finds with what has been said so far comes as ``$/found``, until the recording ends.
        adaptive: Whether it ends after a shorter silence where the question sounds complete.
    """

    save: AbsolutePath
    device: Optional[Union[int, str]] = None
    hold: bool = False
    search: Optional[SearchParams] = None
    adaptive: bool = True


@dataclass(frozen=True)
class TestMicrophoneParams:
    """How long which microphone is listened to."""

    device: Optional[Union[int, str]] = None
    seconds: float = 3.0


# Not a test: its name begins as those of pytest do.
TestMicrophoneParams.__test__ = False  # type: ignore[attr-defined]


@dataclass(frozen=True)
class ReadRecordingParams:
    """A sound file that is to be a question."""

    path: AbsolutePath


@dataclass(frozen=True)
class Phrase:
    """A phrase of the bundled vocabulary near to what was said or typed.

    Attributes:
        score: Its cosine similarity with that.
        likely: Whether it likely says the same; False: it is only the closest that there is.
    """

    text: str
    score: float
    likely: bool = True


@dataclass(frozen=True)
class Timings:
    """How long the steps of a search took, in milliseconds."""

    read: float = 0.0
    speech_check: float = 0.0
    features: float = 0.0
    encoder: float = 0.0
    search: float = 0.0


@dataclass(frozen=True)
class SearchResult:
    """The answer to a question.

    Attributes:
        hits: Best first.
        searched: Tiles that passed the filters.
        method: "annoy" if trees proposed candidates (scored exactly afterwards), else "exact".
        understood: Phrases nearest to what was heard; empty if nothing was spoken.
        default_min_score: Below it a hit is more likely wrong than right; 0: the scores of the model are
            not calibrated.
        timings_ms: How long its steps took.
    """

    hits: tuple[Hit, ...]
    searched: int
    method: str
    notes: tuple[Notice, ...] = ()
    understood: tuple[Phrase, ...] = ()
    default_min_score: Optional[float] = None
    timings_ms: Timings = Timings()


@dataclass(frozen=True)
class FindChangesParams:
    """Two times of the imagery of a voice index that are compared, place by place.

    Attributes:
        index: Folder of the voice index.
        before: The earlier time.
        after: The later one.
        query: Where (its filters, without dates), how many (``k``), and what is looked for: places where its
            score has risen or fallen; without parts: where the picture has changed most.
        direction: In which direction the score has moved.
        at_least: How far it has, 0 to 1.
        out: Also write the places to this GeoPackage.
    """

    index: AbsolutePath
    before: Period
    after: Period
    query: Query = NO_QUESTION
    direction: Literal["any", "rose", "fell"] = "any"
    at_least: float = 0.0
    out: Optional[AbsolutePath] = None


@dataclass(frozen=True)
class SearchCatalogueParams:
    """What is wanted of a STAC catalogue.

    Attributes:
        catalogue: Address of a STAC API, or address or path of a static catalogue.
        area: As in :class:`~engine.contract.queries.Filters`; None: everywhere.
        since: Acquired on that day or later; as in filters.
        until: Or earlier.
        max_cloud: Most clouds, in percent; images that do not say how many they have are kept.
        collections: Ids of the collections to look in; empty: all.
        limit: Most images wanted.
        save: Also write the items to this JSON file, which a build takes as imagery.
    """

    catalogue: str
    area: Optional[Union[GeoJson, str]] = None
    since: Optional[str] = None
    until: Optional[str] = None
    max_cloud: Optional[float] = None
    collections: tuple[str, ...] = ()
    limit: int = 100
    save: Optional[AbsolutePath] = None


@dataclass(frozen=True)
class CatalogueImage:
    """A picture that a catalogue names.

    Attributes:
        item: Id of its item.
        collection: Id of its collection.
        uri: What a build takes, and GDAL opens.
        date: Acquired on that day.
        cloud_percent: How much of it clouds cover.
        footprint: Corners of its outline, or of the box around it, longitude and latitude.
        size_bytes: Of its file; None: the catalogue does not say.
        pixel_size_m: Of its file; likewise.
    """

    item: str
    collection: Optional[str]
    uri: str
    date: Optional[datetime.date]
    cloud_percent: Optional[float]
    footprint: tuple[tuple[float, float], ...]
    size_bytes: Optional[int] = None
    pixel_size_m: Optional[float] = None


@dataclass(frozen=True)
class SearchCatalogueResult:
    """What was found.

    Attributes:
        images: In the order of the catalogue.
        without_picture: How many items fit and have no picture in red, green and blue.
        more: Whether there may be more images than were wanted.
        terms: Licences of the collections, as the catalogue names them.
        unreadable: How many entries of a static catalogue could not be read.
    """

    images: tuple[CatalogueImage, ...]
    without_picture: int = 0
    more: bool = False
    terms: tuple[str, ...] = ()
    unreadable: int = 0


@dataclass(frozen=True)
class Change:
    """A place at two times.

    Attributes:
        rank: From 1.
        before: The tile of the earlier time.
        after: That of the later one.
        change: How far its picture has moved beyond what all places have, in terms of the middle one of all.
        score_before: How likely it showed what is looked for; None: nothing is.
        score_after: How likely it does.
    """

    rank: int
    before: Tile
    after: Tile
    change: float
    score_before: Optional[float] = None
    score_after: Optional[float] = None


@dataclass(frozen=True)
class FindChangesResult:
    """Places that have changed.

    Attributes:
        changes: Most changed first.
        compared: How many tiles of the later time have one of the earlier time at their place.
    """

    changes: tuple[Change, ...]
    compared: int
    notes: tuple[Notice, ...] = ()
    understood: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class ThroughTimeParams:
    """A place whose tiles of all dates are wanted.

    Attributes:
        index: Folder of the voice index.
        place: A tile; or a place: a footprint, or a point, which stands for the smallest tile there. Its weight does
            not count.
        query: Whose scores the tiles get: its parts and labels count. Without parts they get none.
    """

    index: AbsolutePath
    place: Union[TilePart, PlacePart]
    query: Query = NO_QUESTION


@dataclass(frozen=True)
class ThroughTimeResult:
    """A place through time.

    Attributes:
        tiles: Of each date the tile that fits the place best, of a comparable size; the earliest first. Of tiles
            without a date one of each raster, last.
        default_min_score: As in :class:`SearchResult`.
    """

    tiles: tuple[DatedTile, ...]
    notes: tuple[Notice, ...] = ()
    understood: tuple[Phrase, ...] = ()
    default_min_score: Optional[float] = None


@dataclass(frozen=True)
class ScoreMapParams:
    """A question of which every tile's score is wanted.

    Attributes:
        index: Folder of the voice index.
        query: Its filters count; number of hits, threshold and overlap do not.
        raster: The ``.tif`` to write.
        points: The ``.gpkg`` or ``.fgb`` to write: the centres of the tiles.
    """

    index: AbsolutePath
    query: Query
    raster: Optional[AbsolutePath] = None
    points: Optional[AbsolutePath] = None


@dataclass(frozen=True)
class ScoreMapResult:
    """A map of scores.

    Attributes:
        raster: The GeoTIFF: in each cell the best score of the tiles there, in the CRS that the rasters share, or in
            EPSG:4326; its metadata are ``best_score`` and ``default_min_score``.
        points: The layer of points.
        searched: Tiles that passed the filters: each has its score.
        best_score: Of all tiles.
        likely_share: Share of the tiles with at least ``default_min_score``, 0 to 1; None: not calibrated.
        cells: Columns and rows of the raster; (0, 0) without.
        understood: As in :class:`SearchResult`.
        default_min_score: As in :class:`SearchResult`.
        timings_ms: How long its steps took.
    """

    raster: Optional[str]
    points: Optional[str]
    searched: int
    best_score: float
    likely_share: Optional[float] = None
    cells: tuple[int, int] = (0, 0)
    notes: tuple[Notice, ...] = ()
    understood: tuple[Phrase, ...] = ()
    default_min_score: Optional[float] = None
    timings_ms: Timings = Timings()


@dataclass(frozen=True)
class ExploreIndexParams:
    """A voice index whose contents are to be seen without a question.

    Attributes:
        index: Folder of the voice index.
        groups: Into how many groups its tiles are divided, at most.
        oddities: How many of the tiles that are least like the rest are wanted.
        filters: Only tiles that meet these conditions are looked at.
        out: Also write the tiles with their groups, and the oddities, to this GeoPackage.
    """

    index: AbsolutePath
    groups: int = 12
    oddities: int = 10
    filters: Filters = NO_FILTERS
    out: Optional[AbsolutePath] = None


@dataclass(frozen=True)
class TileGroup:
    """Tiles that look alike.

    Attributes:
        number: From 1, the largest group first.
        tiles: How many there are.
        share: Of all tiles that were looked at, 0 to 1.
        phrases: Phrases of the bundled vocabulary that describe it, the nearest first.
        examples: The tiles that are most typical of it, the most typical first; no two show the same place.
    """

    number: int
    tiles: int
    share: float
    phrases: tuple[Phrase, ...]
    examples: tuple[Tile, ...]

    @property
    def description(self) -> str:
        """Its phrases as one text."""
        return ", ".join(phrase.text for phrase in self.phrases)


@dataclass(frozen=True)
class ExploreIndexResult:
    """What a voice index holds.

    Attributes:
        groups: The largest first; together they hold every tile that was looked at.
        oddities: Tiles that look least like the rest, the oddest first; no two show the same place.
        searched: Tiles that passed the filters.
    """

    groups: tuple[TileGroup, ...]
    oddities: tuple[OddTile, ...]
    searched: int
    notes: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class SaveProfileParams:
    """A question that is to become a search profile.

    Attributes:
        index: The voice index that its labels belong to.
        query: Its parts and labels count.
        out: The file to write: ``.scrlprofile``.
        name: What the profile is called.
        question: What the question was called, for whoever reads the file.
    """

    index: AbsolutePath
    query: Query
    out: AbsolutePath
    name: str
    question: str = ""


@dataclass(frozen=True)
class SavedProfile:
    """A search profile that was written, and from how many labels it was made."""

    path: AbsolutePath
    name: str
    yes: int
    no: int


@dataclass(frozen=True)
class AskedRaster:
    """Of which tiles of a raster a saved search has been asked.

    Attributes:
        raster: Tells this raster, as it was indexed, from others and from what it becomes when it is changed.
        unasked: Tiles of which it has not been asked: ranges (from, to before) of their numbers in the raster.
    """

    raster: str
    unasked: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class SaveSearchParams:
    """A question that is to be asked of whatever is added to a voice index from now on.

    Attributes:
        index: The voice index.
        name: What the search is called; names it in the index.
        query: The question. Its ``min_score`` decides what is found (None: the model's default), all that is found is
            told: ``k`` and ``doubtful`` do not count.
        replace: Whether one of that name is replaced.
        seen: What it counts as asked of, such as what ``remove_search`` has told, which undoes that; None: all that the
            index holds.
    """

    index: AbsolutePath
    name: str
    query: Query
    replace: bool = False
    seen: Optional[tuple[AskedRaster, ...]] = None


@dataclass(frozen=True)
class SavedSearch:
    """A question that is asked of whatever is added to a voice index.

    Attributes:
        saved: When it was saved, ISO 8601.
        asked: When it was last asked of new tiles; None: not yet.
        seen: Of which tiles it has been asked; only where it was removed.
    """

    name: str
    query: Query
    saved: str
    asked: Optional[str] = None
    seen: Optional[tuple[AskedRaster, ...]] = None


@dataclass(frozen=True)
class SavedSearchesResult:
    """The saved searches of a voice index, in the order in which they were saved."""

    searches: tuple[SavedSearch, ...]


@dataclass(frozen=True)
class RemoveSearchParams:
    """A saved search that is no longer wanted."""

    index: AbsolutePath
    name: str


@dataclass(frozen=True)
class RenameSearchParams:
    """A saved search that is to be called otherwise."""

    index: AbsolutePath
    name: str
    new_name: str


@dataclass(frozen=True)
class WatchIndexParams:
    """A voice index whose saved searches are asked, and how many new hits of each are wanted at most."""

    index: AbsolutePath
    most: int = 10_000


@dataclass(frozen=True)
class NewHits:
    """What a saved search finds among the tiles of which it had not been asked.

    Attributes:
        name: Of the search.
        hits: Best first.
        searched: New tiles that passed its filters.
        failure: Why it could not be asked; it will be asked of the same tiles again.
    """

    name: str
    hits: tuple[Hit, ...] = ()
    searched: int = 0
    notes: tuple[Notice, ...] = ()
    failure: Optional[Notice] = None


@dataclass(frozen=True)
class WatchIndexResult:
    """What is new in a voice index, for each of its saved searches.

    Attributes:
        searches: In the order in which they were saved.
        seen: For ``mark_seen``, once the hits have reached the user.
    """

    searches: tuple[NewHits, ...]
    seen: tuple[AskedRaster, ...] = ()


@dataclass(frozen=True)
class MarkSeenParams:
    """An answer of ``watch_index`` that has reached the user.

    Attributes:
        index: The voice index.
        names: The searches that were answered.
        seen: As in that answer.
    """

    index: AbsolutePath
    names: tuple[str, ...]
    seen: tuple[AskedRaster, ...]


@dataclass(frozen=True)
class ExportLabelsParams:
    """Labels that are to be used for training elsewhere.

    Attributes:
        index: The voice index that they belong to.
        labels: The labels.
        question: What they answer; names the category.
        out: The file to write: ``.gpkg``, footprints with their labels; or ``.json``, COCO, with a folder of pictures
            beside it.
    """

    index: AbsolutePath
    labels: tuple[Label, ...]
    question: str
    out: AbsolutePath


@dataclass(frozen=True)
class ReportWords:
    """What a report says beside its contents, in the language of whoever reads it.

    Attributes:
        language: Its code, as HTML has it.
        pictures_missing: With the numbers ``{missing}`` and ``{places}``.
    """

    language: str = "en"
    map: str = "Map"
    hits: str = "Places"
    score: str = "Score"
    similarity: str = "Similarity"
    yes: str = "Yes"
    no: str = "No"
    no_picture: str = "No picture: the raster has been moved or deleted"
    pictures_missing: str = (
        "Without a picture, because their rasters have been moved or deleted: "
        "{missing} of {places} places."
    )
    no_date: str = "no date"
    made_with: str = "Made with qgis_scrl"


@dataclass(frozen=True)
class WriteReportParams:
    """Hits that are to become a page.

    Attributes:
        index: The voice index that they come from.
        hits: In the order in which they are shown.
        out: The ``.html`` to write.
        title: Of the page.
        facts: What is known of the question: names and values.
        labels: What the user has said of tiles.
        crs: Coordinate system in which places are told beside longitude and latitude; None: none.
        calibrated: Whether scores are probabilities; else similarities are shown.
        words: What the page says beside that.
    """

    index: AbsolutePath
    hits: tuple[Hit, ...]
    out: AbsolutePath
    title: str
    facts: tuple[tuple[str, str], ...] = ()
    labels: tuple[Label, ...] = ()
    crs: Optional[str] = None
    calibrated: bool = True
    words: ReportWords = ReportWords()


@dataclass(frozen=True)
class SearchNotesResult:
    """The voice notes that answer a question.

    Attributes:
        hits: Best first.
        searched: Notes that met the conditions.
        understood: As in :class:`SearchResult`.
        default_min_score: Below it a hit is more likely wrong than right; 0: the scores are similarities.
    """

    hits: tuple[NoteHit, ...]
    searched: int
    notes: tuple[Notice, ...] = ()
    understood: tuple[Phrase, ...] = ()
    default_min_score: float = 0.0


@dataclass(frozen=True)
class ThumbnailsParams:
    """Tiles that are to be written as pictures.

    Attributes:
        index: Folder of the voice index.
        tile_ids: Which tiles; one whose raster is gone is left out of the result.
        folder: Where the PNG files go.
        pixels: Their side.
    """

    index: AbsolutePath
    tile_ids: tuple[int, ...]
    folder: AbsolutePath
    pixels: int = 96


@dataclass(frozen=True)
class ThumbnailsResult:
    """The pictures that were written."""

    thumbnails: tuple[Thumbnail, ...]


@dataclass(frozen=True)
class WriteFootprintsParams:
    """A voice index whose footprints are to be written into a GeoPackage."""

    index: AbsolutePath
    out: AbsolutePath


@dataclass(frozen=True)
class Method(Generic[Params, Result]):
    """A method of the engine.

    Attributes:
        does: One sentence, for ``docs/protocol.md``.
        failures: Codes of what it may fail with, beside ``cancelled`` and ``bug``.
        timeout_s: Longest time without a sign of life (answer, progress, level).
        may_be_resent: Whether it goes on where it was when the engine comes back after a crash: the same
            request is sent again.
    """

    name: str
    params: type[Params]
    result: type[Result]
    does: str
    failures: tuple[str, ...] = ()
    timeout_s: float = 60.0
    may_be_resent: bool = False


_OPEN = (
    "index-missing",
    "index-unreadable",
    "index-format-too-new",
    "index-damaged",
    "index-file-damaged",
    "server-unreachable",
    "server-refuses",
    "credentials-unknown",
    "extension-missing",
    "no-right-on-server",
    "missing-dependency",
)
_MODEL = ("model-missing", "model-damaged", "missing-dependency", "coordinate-systems-missing")
_WRITE = ("folder-not-writable", "disk-full")
_CHANGE = (*_OPEN, *_WRITE, "index-locked", "index-busy")
_SOURCES = (
    "no-sources", "source-unreadable", "format-not-readable", "no-crs", "wrong-crs", "not-on-earth",
    "no-geotransform", "source-on-web", "bad-bands", "source-too-small", "source-too-coarse",
)  # fmt: skip
_CLUSTER = (
    "cluster-packages-missing", "cluster-unreachable", "cluster-without-workers", "cluster-of-another-version",
    "cluster-lost", "cluster-parts-lost", "staging-unusable",
)  # fmt: skip
_SOUND = ("not-audio", "recording-too-long", "silent-recording", "no-speech")
_SELECTED = (
    "usage", "area-outside", "area-unreadable", "area-of-several-layers", "nothing-matches-filter",
    "unknown-source", "index-empty", "index-of-another-model", *_OPEN, *_WRITE, *_MODEL,
)  # fmt: skip
_ENCODED = (
    "usage", "no-query", "parts-cancel-out", *_SOUND, "text-empty", "model-cannot-read", "not-an-image",
    "unknown-tile", "no-tile-there", "profile-unreadable", "profile-of-another-model", "index-of-another-model",
    *_OPEN, *_WRITE, *_MODEL,
)  # fmt: skip
_SEARCHES = ("searches-unreadable",)
_NOTES = ("notes-unreadable", "notes-busy")
_ASKED = tuple(dict.fromkeys((*_ENCODED, *_SELECTED)))

INITIALIZE = Method(
    "initialize", InitializeParams, Handshake,
    "Says who the engine is; answers at once, without loading torch.", ("protocol-mismatch",),
)  # fmt: skip
WARM_UP = Method(
    "warm_up", Nothing, WarmUpResult,
    "Loads the model and answers a test question with it.", _MODEL, 180.0,
)  # fmt: skip
USE_CREDENTIALS = Method(
    "use_credentials", UseCredentialsParams, Nothing,
    "Says with what to connect where an address has ``authcfg=ID``, until the engine ends or a server refuses it. "
    "Requests that come later find it done.", ("usage",),
)  # fmt: skip
SHUTDOWN = Method("shutdown", Nothing, Nothing, "Ends the worker.")
DESCRIBE_SOURCES = Method(
    "describe_sources", DescribeSourcesParams, DescribeSourcesResult,
    "Looks at rasters before they are indexed.", ("usage", *_SOURCES, *_MODEL), 300.0,
)  # fmt: skip
ESTIMATE_BUILD = Method(
    "estimate_build", EstimateBuildParams, BuildEstimate,
    "Says how many tiles a build will have, and about how long it takes.",
    ("usage", *_SOURCES, *_MODEL), 300.0,
)  # fmt: skip
BUILD_INDEX = Method(
    "build_index", BuildIndexParams, BuildReport,
    "Builds a voice index; goes on where an interrupted build of the same stopped. An index of many parts is "
    "compacted at the end.",
    (
        "usage", "index-exists", "index-of-another-model", "source-moved", "build-too-large", *_CHANGE, *_SOURCES,
        *_MODEL, *_CLUSTER,
    ),
    600.0, True,
)  # fmt: skip
ADD_TO_INDEX = Method(
    "add_to_index", AddToIndexParams, BuildReport,
    "Adds rasters to a voice index; what it holds unchanged is not read again.",
    (
        "usage", "index-of-another-model", "source-moved", "build-too-large", *_CHANGE, *_SOURCES, *_MODEL, *_CLUSTER,
    ),
    600.0, True,
)  # fmt: skip
RESUME_BUILD = Method(
    "resume_build", ResumeBuildParams, BuildReport,
    "Goes on with what an interrupted build or add has left, with the index's own rasters.",
    ("usage", "index-of-another-model", *_CHANGE, *_SOURCES, *_MODEL, *_CLUSTER), 600.0, True,
)  # fmt: skip
REEMBED_INDEX = Method(
    "reembed_index", ReembedIndexParams, BuildReport,
    "Embeds the rasters of an index of another model with this one; the index is replaced when all is done. Goes on "
    "where an interrupted one stopped.",
    ("usage", "reembedding-incomplete", "build-too-large", *_CHANGE, *_MODEL, *_CLUSTER), 600.0, True,
)  # fmt: skip
INDEX_INFO = Method(
    "index_info", IndexParams, IndexInfo, "Says what a voice index holds.", (*_OPEN, "coordinate-systems-missing"),
)  # fmt: skip
VERIFY_INDEX = Method(
    "verify_index", VerifyIndexParams, VerifyReport,
    "Compares a voice index with its checksums.", _CHANGE, 300.0,
)  # fmt: skip
COMPACT_INDEX = Method(
    "compact_index", IndexParams, CompactReport, "Merges small parts.", _CHANGE, 600.0,
)  # fmt: skip
COPY_INDEX = Method(
    "copy_index", CopyIndexParams, CopyReport,
    "Publishes an index in a database, or pulls it from there: copies the parts that are missing, then shows them all "
    "at once.",
    ("usage", "index-exists", "would-remove-sources", *_CHANGE), 600.0, True,
)  # fmt: skip
REMOVE_SOURCE = Method(
    "remove_source", RemoveSourceParams, RemoveReport,
    "Takes a raster out of a voice index; the raster itself stays.",
    ("usage", "unknown-source", *_CHANGE), 600.0,
)  # fmt: skip
RELOCATE_INDEX = Method(
    "relocate_index", RelocateParams, RelocateReport,
    "Replaces the beginning of the rasters' paths, of those that are still what was indexed: by size, "
    "position and some "
    "tiles.",
    ("unknown-source", "source-unreadable", "source-differs", "index-of-another-model", *_CHANGE, *_MODEL), 600.0,
)  # fmt: skip
LIST_MICROPHONES = Method(
    "list_microphones", Nothing, ListMicrophonesResult,
    "Lists the microphones; while one is recording, those of the last time.",
    ("no-microphone", "missing-dependency"),
)  # fmt: skip
RECORD = Method(
    "record", RecordParams, RecordingInfo,
    "Records one spoken question into a WAV file, until silence or ``$/stopRecording``.",
    ("no-microphone", "microphone-busy", "missing-dependency", *_SOUND, *_WRITE),
)  # fmt: skip
TEST_MICROPHONE = Method(
    "test_microphone", TestMicrophoneParams, MicrophoneTest,
    "Listens for some seconds and says how the microphone is heard.",
    ("no-microphone", "microphone-busy", "missing-dependency"),
)  # fmt: skip
READ_RECORDING = Method(
    "read_recording", ReadRecordingParams, RecordingInfo,
    "Checks that a sound file is a question.", (*_SOUND, "missing-dependency"),
)  # fmt: skip
SEARCH = Method(
    "search", SearchParams, SearchResult,
    "Finds the tiles nearest to a question.", _ASKED, 120.0,
)  # fmt: skip
SEARCH_CATALOGUE = Method(
    "search_catalogue", SearchCatalogueParams, SearchCatalogueResult,
    "Searches a STAC catalogue for images that a build can read where they lie.",
    (
        "catalogue-unreadable", "area-unreadable", "area-of-several-layers", "usage", "missing-dependency",
        "folder-not-writable", "disk-full",
    ), 600.0,
)  # fmt: skip
FIND_CHANGES = Method(
    "find_changes", FindChangesParams, FindChangesResult,
    "Finds the places that have changed most between two times, or where the score of a question has.",
    ("nothing-to-compare", *_ASKED), 300.0,
)  # fmt: skip
THROUGH_TIME = Method(
    "tiles_through_time", ThroughTimeParams, ThroughTimeResult,
    "Finds the tiles of one place at all its dates, with their scores for a question.",
    tuple(dict.fromkeys((*_ENCODED, "area-unreadable"))),
)  # fmt: skip
SCORE_MAP = Method(
    "score_map", ScoreMapParams, ScoreMapResult,
    "Writes the score of every tile as a raster and as points.", ("map-too-large", *_ASKED), 300.0,
)  # fmt: skip
EXPLORE_INDEX = Method(
    "explore_index", ExploreIndexParams, ExploreIndexResult,
    "Groups the tiles of a voice index by what they look like, and finds those that are least like the rest.",
    _SELECTED, 300.0,
)  # fmt: skip
SAVE_PROFILE = Method(
    "save_profile", SaveProfileParams, SavedProfile,
    "Saves what a question and its labels have become as a search profile.", _ENCODED,
)  # fmt: skip
SAVE_SEARCH = Method(
    "save_search", SaveSearchParams, SavedSearch,
    "Saves a question, to be asked of whatever is added to a voice index from now on.",
    ("search-exists", *_SEARCHES, "index-busy", *_ASKED),
)  # fmt: skip
SAVED_SEARCHES = Method(
    "saved_searches", IndexParams, SavedSearchesResult,
    "Lists the saved searches of a voice index.", (*_SEARCHES, *_OPEN),
)  # fmt: skip
REMOVE_SEARCH = Method(
    "remove_search", RemoveSearchParams, SavedSearch,
    "Removes a saved search, and returns it with all that saves it again.",
    ("unknown-search", *_SEARCHES, "index-busy", *_OPEN, *_WRITE),
)  # fmt: skip
RENAME_SEARCH = Method(
    "rename_search", RenameSearchParams, SavedSearch,
    "Gives a saved search another name; of which tiles it has been asked stays known.",
    ("usage", "unknown-search", "search-exists", *_SEARCHES, "index-busy", *_OPEN, *_WRITE),
)  # fmt: skip
WATCH_INDEX = Method(
    "watch_index", WatchIndexParams, WatchIndexResult,
    "Asks the saved searches of the tiles of which they have not been asked. They count as asked only after "
    "``mark_seen``.",
    ("search-file-gone", "search-tiles-renumbered", *_SEARCHES, *_ASKED), 300.0,
)  # fmt: skip
MARK_SEEN = Method(
    "mark_seen", MarkSeenParams, Nothing,
    "Says that an answer of ``watch_index`` has reached the user.",
    ("usage", *_SEARCHES, "index-busy", *_OPEN, *_WRITE),
)  # fmt: skip
EXPORT_LABELS = Method(
    "export_labels", ExportLabelsParams, WrittenFile,
    "Writes labels for training: footprints, or pictures as COCO describes them.",
    ("usage", "no-labels", "unknown-tile", "index-of-another-model", *_OPEN, *_WRITE, *_MODEL), 300.0,
)  # fmt: skip
ADD_NOTE = Method(
    "add_note", AddNoteParams, VoiceNote,
    "Adds a recording to a GeoPackage of voice notes, at a place.", ("usage", *_NOTES, *_SOUND, *_WRITE, *_MODEL),
)  # fmt: skip
IMPORT_NOTES = Method(
    "import_notes", ImportNotesParams, ImportNotesResult,
    "Adds a folder of recordings to a GeoPackage of voice notes; those that it holds already are left out.",
    ("usage", "no-recordings", "positions-unreadable", "note-without-position", *_NOTES, *_SOUND, *_WRITE, *_MODEL),
    300.0,
)  # fmt: skip
LIST_NOTES = Method(
    "list_notes", NotesParams, ListNotesResult, "Lists the voice notes of a GeoPackage.", (*_NOTES, *_MODEL),
)  # fmt: skip
SEARCH_NOTES = Method(
    "search_notes", SearchNotesParams, SearchNotesResult,
    "Finds the voice notes nearest to a question, such as the picture of a tile.",
    ("notes-of-another-model", *_NOTES, *_ASKED), 120.0,
)  # fmt: skip
SAVE_NOTE_SOUND = Method(
    "save_note_sound", SaveNoteSoundParams, RecordingInfo,
    "Writes the sound of a voice note into a WAV file, to be played or asked with.",
    ("unknown-note", *_NOTES, *_SOUND, *_WRITE, "missing-dependency"),
)  # fmt: skip
REMOVE_NOTE = Method(
    "remove_note", NoteParams, VoiceNote,
    "Deletes a voice note with its sound, for good, and returns what it was.", ("unknown-note", *_NOTES, *_WRITE),
)  # fmt: skip
REEMBED_NOTES = Method(
    "reembed_notes", NotesParams, ReembedNotesResult,
    "Embeds the voice notes of another model anew, from their sound.", (*_NOTES, *_SOUND, *_WRITE, *_MODEL), 300.0,
)  # fmt: skip
THUMBNAILS = Method(
    "thumbnails", ThumbnailsParams, ThumbnailsResult,
    "Writes tiles as small pictures.", ("index-of-another-model", *_OPEN, *_WRITE, *_MODEL),
)  # fmt: skip
WRITE_REPORT = Method(
    "write_report", WriteReportParams, WrittenReport,
    "Writes hits as one HTML page with pictures, which opens without a network.",
    ("usage", "coordinate-systems-missing", *_OPEN, *_WRITE), 300.0,
)  # fmt: skip
WRITE_FOOTPRINTS = Method(
    "write_footprints", WriteFootprintsParams, WrittenFile,
    "Writes the footprints of all tiles into a GeoPackage.", ("usage", *_OPEN, *_WRITE), 300.0,
)  # fmt: skip
DIAGNOSTICS = Method(
    "diagnostics", Nothing, Diagnostics, "Makes the page for a bug report.", (), 180.0,
)  # fmt: skip

METHODS: dict[str, Method[Any, Any]] = {
    method.name: method for method in list(globals().values()) if isinstance(method, Method)
}
#: Every failure that a request can meet. Its values are those that its sentence in :mod:`engine.errors` names.
FAILURES = frozenset(
    ("cancelled", "bad-request", "bug", *(c for m in METHODS.values() for c in m.failures))
)
