"""Voice notes: recordings that belong to places, and what is asked of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .codec import AbsolutePath
from .notices import Notice
from .queries import Query


@dataclass(frozen=True)
class VoiceNote:
    """A recording that belongs to a place: a point of the layer ``notes`` of a GeoPackage.

    Attributes:
        note_id: Names the note in its file, for good.
        lon: Longitude, degrees, EPSG:4326.
        lat: Latitude.
        time: When it was recorded, ISO 8601, UTC.
        author: Who recorded it; may be empty.
        comment: What was written beside it; may be empty.
        seconds: How long it lasts.
        recording: Name of the file that it came from.
    """

    note_id: int
    lon: float
    lat: float
    time: str
    author: str
    comment: str
    seconds: float
    recording: str


@dataclass(frozen=True)
class NoteHit(VoiceNote):
    """A voice note that answers a question.

    Attributes:
        rank: From 1.
        score: How likely it describes what was asked with, 0 to 1; where scores are not calibrated, the similarity.
        similarity: Cosine similarity to the question.
    """

    rank: int
    score: float
    similarity: float


@dataclass(frozen=True)
class AddNoteParams:
    """A recording that becomes a voice note.

    Attributes:
        notes: The GeoPackage; made if there is none.
        recording: WAV, FLAC, OGG or MP3; it is copied into the GeoPackage.
        time: When it was recorded, ISO 8601; without a time zone: this computer's. None: when the file was written.
    """

    notes: AbsolutePath
    recording: AbsolutePath
    lon: float
    lat: float
    author: str = ""
    comment: str = ""
    time: Optional[str] = None


@dataclass(frozen=True)
class ImportNotesParams:
    """A folder of recordings that become voice notes.

    Attributes:
        notes: The GeoPackage; made if there is none.
        folder: The recordings; folders in it do not count.
        positions: Where they were recorded: a ``.csv`` with the columns ``file`` and ``lon``, ``lat`` (or ``x``,
            ``y``), perhaps ``time``, ``author``, ``comment``; or a ``.gpx`` with a track of those times. None: the only
            CSV or else the only GPX file of the folder, else the names of the recordings.
        crs: Of ``x`` and ``y``.
        clock_offset_s: Seconds that the recorder's clock is ahead of that of the GPX file.
        author: Who recorded them, where the CSV does not say.
    """

    notes: AbsolutePath
    folder: AbsolutePath
    positions: Optional[AbsolutePath] = None
    crs: str = "EPSG:4326"
    clock_offset_s: float = 0.0
    author: str = ""


@dataclass(frozen=True)
class NoteFailure:
    """A recording that could not become a voice note, and why."""

    recording: str
    failure: Notice


@dataclass(frozen=True)
class ImportNotesResult:
    """What became of a folder of recordings.

    Attributes:
        added: The new notes.
        known: Recordings that are in the GeoPackage already.
        failed: Recordings that could not be imported.
    """

    added: tuple[VoiceNote, ...]
    known: int
    failed: tuple[NoteFailure, ...]


@dataclass(frozen=True)
class NotesParams:
    """A GeoPackage of voice notes."""

    notes: AbsolutePath


@dataclass(frozen=True)
class ListNotesResult:
    """The notes of a GeoPackage.

    Attributes:
        notes: In the order of their ids.
        of_another_model: How many of them another model has embedded; they cannot be searched.
    """

    notes: tuple[VoiceNote, ...]
    of_another_model: int


@dataclass(frozen=True)
class SearchNotesParams:
    """A question to voice notes.

    Attributes:
        notes: The GeoPackage.
        query: Its parts, area, dates, number of hits and least score count.
        index: The voice index that its tiles and places are in; None: it has none.
    """

    notes: AbsolutePath
    query: Query
    index: Optional[AbsolutePath] = None


@dataclass(frozen=True)
class NoteParams:
    """A note of a GeoPackage."""

    notes: AbsolutePath
    note_id: int


@dataclass(frozen=True)
class SaveNoteSoundParams:
    """A note whose sound is wanted as a WAV file, which only the user may read."""

    notes: AbsolutePath
    note_id: int
    out: AbsolutePath


@dataclass(frozen=True)
class ReembedNotesResult:
    """How many notes were embedded anew with the model in use, of how many."""

    reembedded: int
    total: int
