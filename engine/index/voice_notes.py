"""Voice notes: points of a GeoPackage, each with its sound, and with the vector that a model has made of it.

The sound lies in the file, so that the file can be copied as a whole. GDAL makes the empty GeoPackage; rows are changed
through SQLite, in transactions: QGIS may show the layer meanwhile, and a file that is shown cannot be replaced.
"""

from __future__ import annotations

import contextlib
import itertools
import math
import os
import sqlite3
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray

from ..contract.voice_notes import VoiceNote
from ..errors import (
    DiskFull,
    FolderNotWritable,
    NotesBusy,
    NotesUnreadable,
    UnknownNote,
    UserError,
)
from ..paths import exists, why_missing
from .files import written_by_gdal
from .geopackage import check_geopackage
from .tile_table import write_layer

LAYER = "notes"
#: How long another program that is changing the file is waited for.
_PATIENCE_S = 10.0
#: Beside number and geometry.
COLUMNS = (
    "time",
    "author",
    "comment",
    "seconds",
    "recording",
    "sound",
    "digest",
    "model",
    "embedding",
)
#: Head of a geometry in a GeoPackage (OGC 12-128r19, 2.1.3): magic, version 0, little-endian, EPSG:4326.
_GEOMETRY_HEAD = struct.pack("<2sBBi", b"GP", 0, 1, 4326)
#: The type of a point in WKB; with height or measure, a multiple of 1,000 more.
_POINT = 1
#: Bytes of the envelope behind the head, by what bits 1 to 3 of its fourth byte say.
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)
#: A file may come from a stranger. No note's sound is longer than this, ...
_MOST_BYTES = 100_000_000
#: ... and a hundred thousand notes take a tenth of these steps of SQLite's: views and triggers can go on for ever.
_MOST_STEPS = 50_000_000
_STEPS_AT_ONCE = 1_000_000


@dataclass(frozen=True)
class NewNote:
    """A note that is to be written.

    Attributes:
        note: What is told of it; its id does not count.
        sound: A FLAC file.
        digest: SHA-256 of the recording that it came from.
        model: Checksum of the model.
        vector: Unit vector (D) of its speech.
    """

    note: VoiceNote
    sound: bytes
    digest: str
    model: str
    vector: NDArray[np.float32]


@dataclass(frozen=True)
class StoredNotes:
    """N notes as they lie in a file.

    Attributes:
        notes: What is told of them, in the order of their ids.
        models: Checksums of the models that have embedded them.
        vectors: What these have made, float32, each of the length of its model.
    """

    notes: tuple[VoiceNote, ...]
    models: tuple[str, ...]
    vectors: tuple[NDArray[np.float32], ...]

    def of_another_model(self, checksum: str) -> tuple[int, ...]:
        """Return the ids of the notes that another model has embedded."""
        pairs = zip(self.notes, self.models, strict=True)
        return tuple(note.note_id for note, model in pairs if model != checksum)


def make_notes_file(path: Path) -> None:
    """Make an empty GeoPackage for notes, which only the user may read, unless there is a file.

    Raises:
        UsageError: The ending of the name is not ``.gpkg``.
        DiskFull, FolderNotWritable: It cannot be written.
    """
    check_geopackage(path)
    if exists(path):
        return
    fields = {
        "time": np.array([], dtype="datetime64[ms]"),
        **{name: np.array([], dtype=object) for name in ("author", "comment")},
        "seconds": np.array([], dtype=np.float64),
        **{name: np.array([], dtype=object) for name in ("recording", "digest", "model")},
    }
    with written_by_gdal(path) as file:
        write_layer(
            file, LAYER, "GPKG", fields, np.array([], dtype=object), geometry_type="Point",
            # Its triggers need functions that only GDAL has; notes are few.
            layer_options={"SPATIAL_INDEX": "NO", "GEOMETRY_NAME": "geom", "FID": "fid"},
        )  # fmt: skip
        with contextlib.closing(sqlite3.connect(file)) as database, database:
            database.execute("ALTER TABLE notes ADD COLUMN sound BLOB")
            database.execute("ALTER TABLE notes ADD COLUMN embedding BLOB")
        os.chmod(file, 0o600)  # noqa: PTH101


def read_notes(path: Path) -> StoredNotes:
    """Return the notes of a file; points without a sound are none.

    Raises:
        NotesUnreadable: It is no GeoPackage of notes.
        NotesBusy: Another program keeps it.
    """
    with _opened(path) as database:
        rows = database.execute(
            "SELECT fid, geom, time, author, comment, seconds, recording, model, embedding FROM notes "
            "WHERE sound IS NOT NULL AND geom IS NOT NULL AND embedding IS NOT NULL ORDER BY fid"
        ).fetchall()
    notes, models, vectors = [], [], []
    for fid, geometry, time, author, comment, seconds, recording, model, embedding in rows:
        lon, lat = _place(geometry, path)
        texts = [text or "" for text in (time, author, comment, recording, model)]
        lasted = seconds or 0.0
        if (
            not isinstance(lasted, int | float)
            or not math.isfinite(lasted)
            or not all(isinstance(text, str) for text in texts)
        ):
            raise NotesUnreadable(path=path, reason=f"note {fid} is damaged")
        when, who, what, file, checksum = texts
        notes.append(VoiceNote(fid, lon, lat, when, who, what, float(lasted), file))
        models.append(checksum)
        vectors.append(_vector(embedding, path))
    return StoredNotes(tuple(notes), tuple(models), tuple(vectors))


def known_digests(path: Path) -> frozenset[str]:
    """Return the SHA-256 of the recordings that a file holds.

    Raises:
        NotesUnreadable, NotesBusy: As :func:`read_notes`.
    """
    with _opened(path) as database:
        # At once: a statement that stays half read keeps the file locked for as long as an error is kept.
        rows = database.execute("SELECT digest FROM notes").fetchall()
    return frozenset(digest for (digest,) in rows)


def add_notes(path: Path, new: Sequence[NewNote]) -> tuple[VoiceNote, ...]:
    """Write notes, all or none, and return them with their ids.

    Raises:
        NotesUnreadable, NotesBusy: As :func:`read_notes`.
        DiskFull, FolderNotWritable: They cannot be written.
    """
    written = []
    with _opened(path) as database:
        for each in new:
            note = each.note
            cursor = database.execute(
                "INSERT INTO notes (geom, time, author, comment, seconds, recording, sound, digest, model, embedding) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    _GEOMETRY_HEAD + shapely.to_wkb(shapely.Point(note.lon, note.lat), byte_order=1),
                    note.time, note.author, note.comment, note.seconds, note.recording,
                    each.sound, each.digest, each.model, _blob(each.vector),
                ),
            )  # fmt: skip
            told = {**vars(note), "note_id": int(cursor.lastrowid or 0)}
            written.append(VoiceNote(**told))
        _update_extent(database, path)
    return tuple(written)


def sound_of(path: Path, note_id: int) -> bytes:
    """Return the sound of a note: a FLAC file.

    Raises:
        UnknownNote: There is no such note.
        NotesUnreadable, NotesBusy: As :func:`read_notes`.
    """
    with _opened(path) as database:
        row = database.execute("SELECT sound FROM notes WHERE fid = ?", (note_id,)).fetchone()
    if row is None or row[0] is None:
        raise UnknownNote(path=path, note_id=note_id)
    if not isinstance(row[0], bytes):
        raise NotesUnreadable(path=path, reason=f"the sound of note {note_id} is damaged")
    return row[0]


def remove_note(path: Path, note_id: int) -> VoiceNote:
    """Delete a note, overwrite its sound with zeros, and return what it was.

    Raises:
        UnknownNote: There is no such note.
        NotesUnreadable, NotesBusy, DiskFull, FolderNotWritable: As :func:`add_notes`.
    """
    found = [note for note in read_notes(path).notes if note.note_id == note_id]
    if not found:
        raise UnknownNote(path=path, note_id=note_id)
    with _opened(path) as database:
        database.execute("PRAGMA secure_delete = ON")
        database.execute("DELETE FROM notes WHERE fid = ?", (note_id,))
        _update_extent(database, path)
    return found[0]


def replace_vector(path: Path, note_id: int, model: str, vector: NDArray[np.float32]) -> None:
    """Give a note the vector of another model.

    Raises:
        NotesUnreadable, NotesBusy, DiskFull, FolderNotWritable: As :func:`add_notes`.
    """
    with _opened(path) as database:
        database.execute(
            "UPDATE notes SET model = ?, embedding = ? WHERE fid = ?",
            (model, _blob(vector), note_id),
        )


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Give the database of a file of notes, in one transaction: what fails changes nothing."""
    missing = why_missing(path)
    if missing:
        raise NotesUnreadable(path=path, reason=missing)
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=_PATIENCE_S)) as database, database:
            steps = itertools.count(1)
            database.set_progress_handler(
                lambda: next(steps) * _STEPS_AT_ONCE > _MOST_STEPS, _STEPS_AT_ONCE
            )
            database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST_BYTES)
            database.execute("PRAGMA trusted_schema = OFF")
            kind = database.execute(
                "SELECT type FROM sqlite_master WHERE name = 'notes' COLLATE NOCASE"
            ).fetchone()
            if kind == ("view",):
                raise NotesUnreadable(path=path, reason="its voice notes are a view, not a table")
            has = {row[1] for row in database.execute("PRAGMA table_info(notes)")}
            if not has.issuperset(COLUMNS):
                raise NotesUnreadable(path=path, reason="it has no layer of voice notes")
            yield database
    except sqlite3.Error as error:
        raise _failure(path, error) from error
    except UnicodeDecodeError as error:
        raise NotesUnreadable(path=path, reason="a text in it is not UTF-8") from error


def _failure(path: Path, error: sqlite3.Error) -> UserError:
    """Return what an error of SQLite means to the user; the lowest byte of its code says the kind."""
    kind = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if kind in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return NotesBusy(path=path)
    if kind == sqlite3.SQLITE_FULL:
        return DiskFull(path=path)
    if kind == sqlite3.SQLITE_READONLY:
        return FolderNotWritable(path=path, reason="it is write-protected")
    return NotesUnreadable(path=path, reason=str(error))


def _update_extent(database: sqlite3.Connection, path: Path) -> None:
    """Write what the layer covers, from which QGIS takes its extent, and when it was changed."""
    places = [_place(blob, path) for (blob,) in database.execute("SELECT geom FROM notes") if blob]
    xs, ys = zip(*places, strict=True) if places else ((None,), (None,))
    # No note, no extent: NULL.
    bounds = (None,) * 4 if not places else (min(xs), min(ys), max(xs), max(ys))
    database.execute(
        "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?, "
        "last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = 'notes'",
        bounds,
    )


def _place(blob: bytes, path: Path) -> tuple[float, float]:
    """Return longitude and latitude of a point in a GeoPackage.

    Raises:
        NotesUnreadable: It is none.
    """
    try:
        start = len(_GEOMETRY_HEAD) + _ENVELOPE_BYTES[(blob[3] >> 1) & 7]
        order: Literal["little", "big"] = "little" if blob[start] else "big"
        # Nothing but a point goes to GEOS: collections that are nested without end overflow its stack.
        kind = blob[start:][1:5]
        if (int.from_bytes(kind, order) & 0x0FFFFFFF) % 1000 != _POINT:
            raise TypeError
        point = shapely.from_wkb(blob[start:])
        place = float(point.x), float(point.y)
    except (AttributeError, IndexError, TypeError, shapely.errors.ShapelyError) as error:
        raise NotesUnreadable(path=path, reason="a geometry in it is no point") from error
    if not np.isfinite(place).all():
        raise NotesUnreadable(path=path, reason="a point in it is nowhere")
    return place


def _blob(vector: NDArray[np.float32]) -> bytes:
    return np.ascontiguousarray(vector, dtype="<f4").tobytes()


def _vector(blob: bytes, path: Path) -> NDArray[np.float32]:
    if not isinstance(blob, bytes) or len(blob) % 4:
        raise NotesUnreadable(path=path, reason="an embedding in it is damaged")
    vector = np.frombuffer(blob, dtype="<f4").astype(np.float32)
    if not np.isfinite(vector).all():
        raise NotesUnreadable(path=path, reason="an embedding in it is damaged")
    return vector
