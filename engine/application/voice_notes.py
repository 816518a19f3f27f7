"""Voice notes: recordings at places, which pictures, words and other notes can be compared with."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ..contract.audio import RecordingInfo
from ..contract.methods import ReadRecordingParams, SearchNotesResult
from ..contract.notices import Notice, Stage, Unit
from ..contract.voice_notes import (
    AddNoteParams,
    ImportNotesParams,
    ImportNotesResult,
    ListNotesResult,
    NoteFailure,
    NoteHit,
    NoteParams,
    NotesParams,
    ReembedNotesResult,
    SaveNoteSoundParams,
    SearchNotesParams,
    VoiceNote,
)
from ..errors import (
    NoQuery,
    NoRecordings,
    NoSpeech,
    NotAudio,
    NotesOfAnotherModel,
    NotesUnreadable,
    NoteWithoutPosition,
    RecordingTooLong,
    SilentRecording,
    UsageError,
)
from ..paths import check_folder, is_folder, place_of, reason_of, why_missing, writing
from ..progress import Task
from .query_encoders import Asked, encode_query
from .recording import hear, read_recording
from .search import PHRASES, search_options
from .session import Session
from .timing import Timer

if TYPE_CHECKING:
    from ..audio.recording import Recording
    from ..index.note_positions import Position
    from ..index.search import SearchOptions
    from ..index.voice_notes import NewNote

#: Recordings are known by these, also some that cannot be read: they are named among the failures.
RECORDING_SUFFIXES = (
    ".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif", ".aiff", ".au", ".caf", ".w64", ".m4a", ".aac", ".3gp",
    ".amr", ".wma",
)  # fmt: skip


def add_note(session: Session, params: AddNoteParams, task: Task) -> VoiceNote:
    """Add a recording to a GeoPackage of notes, at a place.

    Raises:
        UsageError: The place or the time is none, or the name is not that of a GeoPackage.
        UserError: As the method says.
    """
    from ..index.note_positions import Position, moment_of, read_moment
    from ..index.voice_notes import add_notes, make_notes_file

    path, recording = Path(params.notes), Path(params.recording)
    if not (abs(params.lon) <= 180 and abs(params.lat) <= 90):
        raise UsageError(
            problem=f"Longitude {params.lon:g}, latitude {params.lat:g} is not on Earth.",
            advice="Give degrees: --lon from -180 to 180, --lat from -90 to 90.",
        )
    hear(session, recording, Timer())
    moment = moment_of(recording) if params.time is None else read_moment(params.time)
    place = Position(params.lon, params.lat, moment, params.author.strip(), params.comment.strip())
    session.model(task)
    new = _embedded(session, recording, place, _digest(recording))
    make_notes_file(path)
    return add_notes(path, [new])[0]


def import_notes(session: Session, params: ImportNotesParams, task: Task) -> ImportNotesResult:
    """Add a folder of recordings to a GeoPackage of notes; those that it holds already are left out.

    Each is written when it is done: what has been imported stays if the import ends early.

    Raises:
        NoRecordings: There is none in the folder.
        PositionsUnreadable: The file of positions is none.
        UserError: As the method says; what is wrong with one recording is in the result.
    """
    from ..index.note_positions import find_positions
    from ..index.voice_notes import add_notes, known_digests, make_notes_file

    path, folder = Path(params.notes), Path(params.folder)
    recordings = _recordings(folder)
    positions = find_positions(
        folder,
        None if params.positions is None else Path(params.positions),
        params.crs,
        params.clock_offset_s,
    )
    make_notes_file(path)
    known = set(known_digests(path))
    session.model(task)
    added: list[VoiceNote] = []
    failed: list[NoteFailure] = []
    repeated = 0
    task.start(Stage.READING_NOTES, len(recordings), Unit.NOTE)
    for recording in recordings:
        task.check_cancelled()
        try:
            digest = _digest(recording)
            if digest in known:
                repeated += 1
            else:
                place = _completed(positions(recording), recording, params.author.strip())
                new = _embedded(session, recording, place, digest)
                added += add_notes(path, [new])
                known.add(digest)
        except (
            NotAudio,
            RecordingTooLong,
            SilentRecording,
            NoSpeech,
            NoteWithoutPosition,
            UsageError,
        ) as error:
            failed.append(NoteFailure(str(recording), error.notice()))
        task.advance()
    return ImportNotesResult(tuple(added), repeated, tuple(failed))


def list_notes(session: Session, params: NotesParams, _task: Task) -> ListNotesResult:
    """List the notes of a GeoPackage.

    Raises:
        UserError: As the method says.
    """
    from ..index.voice_notes import read_notes

    stored = read_notes(Path(params.notes))
    others = stored.of_another_model(session.identity().checksum)
    return ListNotesResult(stored.notes, len(others))


def search_notes(session: Session, params: SearchNotesParams, task: Task) -> SearchNotesResult:
    """Find the notes nearest to a question.

    Raises:
        NoQuery: The question has no part.
        NotesOfAnotherModel: Some notes must be embedded anew first.
        UserError: As the method says.
    """
    import numpy as np

    from ..index.voice_notes import read_notes

    query, path = params.query, Path(params.notes)
    if not query.parts:
        raise NoQuery
    options = search_options(query)
    stored = read_notes(path)
    others = stored.of_another_model(session.identity().checksum)
    if others:
        raise NotesOfAnotherModel(path=path, count=len(others), total=len(stored.notes))
    index = None if params.index is None else session.open_index(place_of(params.index))
    model = session.model(task)
    encoded = encode_query(query.parts, Asked(session, index, task, Timer()), of_notes=True)
    chosen = [i for i, note in enumerate(stored.notes) if _meets(note, options)]
    hits: list[NoteHit] = []
    if chosen:
        similarities = np.clip(
            np.stack([stored.vectors[i] for i in chosen]) @ encoded.vector, -1, 1
        )
        scores = similarities
        if encoded.calibration is not None:
            scores = encoded.calibration.scores(similarities)
        for place in np.argsort(-similarities, kind="stable")[: options.k].tolist():
            score = float(scores[place])
            if options.min_score is None or score >= options.min_score:
                note = stored.notes[chosen[place]]
                similarity = float(similarities[place])
                hits.append(
                    NoteHit(**vars(note), rank=len(hits) + 1, score=score, similarity=similarity)
                )
    words = encoded.words
    understood = () if words is None else tuple(model.understood(words, PHRASES, encoded.modality))
    if encoded.calibration is None:
        return SearchNotesResult(
            tuple(hits), len(chosen), (Notice("notes-by-similarity"),), understood
        )
    return SearchNotesResult(tuple(hits), len(chosen), (), understood, model.default_min_score)


def save_note_sound(session: Session, params: SaveNoteSoundParams, task: Task) -> RecordingInfo:
    """Write the sound of a note into a WAV file that only the user may read.

    Raises:
        UnknownNote: There is no such note.
        UserError: As the method says.
    """
    from ..audio.recording import write_recording

    out = Path(params.out)
    check_folder(out.parent, out)
    sound = _stored_sound(Path(params.notes), params.note_id)
    with writing(out):
        # Whatever the umask: the file is the user's own before anything is in it.
        out.unlink(missing_ok=True)
        os.close(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    write_recording(out, sound)
    return read_recording(session, ReadRecordingParams(str(out)), task)


def remove_note(_session: Session, params: NoteParams, _task: Task) -> VoiceNote:
    """Delete a note with its sound, and return what it was.

    Raises:
        UnknownNote: There is no such note.
        UserError: As the method says.
    """
    from ..index.voice_notes import remove_note as remove

    return remove(Path(params.notes), params.note_id)


def reembed_notes(session: Session, params: NotesParams, task: Task) -> ReembedNotesResult:
    """Embed the notes of another model anew, from their sound; one that was interrupted goes on.

    Raises:
        UserError: As the method says.
    """
    from ..audio.speech import check_speech
    from ..index.voice_notes import read_notes, replace_vector

    path = Path(params.notes)
    model = session.model(task)
    stored = read_notes(path)
    others = stored.of_another_model(model.checksum)
    task.start(Stage.READING_NOTES, len(others), Unit.NOTE)
    for note_id in others:
        task.check_cancelled()
        speech = check_speech(_stored_sound(path, note_id))
        replace_vector(path, note_id, model.checksum, model.encode_voice(speech.samples))
        task.advance()
    return ReembedNotesResult(len(others), len(stored.notes))


def _recordings(folder: Path) -> list[Path]:
    """Return the recordings of a folder by name.

    Raises:
        NoRecordings: There is none, or no such folder.
    """
    found: list[Path] = []
    if is_folder(folder):
        try:
            found = sorted(
                path for path in folder.iterdir() if path.suffix.lower() in RECORDING_SUFFIXES
            )
        except OSError as error:
            raise NoRecordings(folder=f"{folder} ({reason_of(error)})") from error
    if not found:
        why = why_missing(folder, "folder")
        raise NoRecordings(folder=f"{folder} ({why})" if why else folder)
    return found


def _digest(recording: Path) -> str:
    """Return the SHA-256 of a file.

    Raises:
        NotAudio: It cannot be read.
    """
    from ..index.files import sha256_of

    try:
        return sha256_of(recording)
    except OSError as error:
        raise NotAudio(path=recording, reason=reason_of(error)) from error


def _completed(position: Position, recording: Path, author: str) -> Position:
    """Return a position with the time of the recording, and with the author, where it does not say them."""
    from ..index.note_positions import moment_of

    time = position.time or moment_of(recording)
    return replace(position, time=time, author=position.author or author)


def _embedded(session: Session, recording: Path, place: Position, digest: str) -> NewNote:
    """Return a recording as a note.

    Raises:
        NotAudio, RecordingTooLong, SilentRecording, NoSpeech: Nobody speaks in it.
    """
    import soundfile

    from ..audio.recording import SAMPLE_RATE
    from ..index.voice_notes import NewNote

    heard = hear(session, recording, Timer())
    model = session.model()
    sound = io.BytesIO()
    soundfile.write(sound, heard.whole.samples, SAMPLE_RATE, format="FLAC", subtype="PCM_16")
    note = VoiceNote(
        note_id=0,
        lon=place.lon,
        lat=place.lat,
        time=_utc(place.time),
        author=place.author,
        comment=place.comment,
        seconds=round(heard.whole.seconds, 2),
        recording=recording.name,
    )
    vector = model.encode_voice(heard.speech.samples)
    return NewNote(note, sound.getvalue(), digest, model.checksum, vector)


def _utc(moment: datetime | None) -> str:
    """Return a time as a GeoPackage keeps it."""
    utc = (moment or datetime.now()).astimezone(UTC)
    return utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _stored_sound(path: Path, note_id: int) -> Recording:
    """Return the sound of a note.

    Raises:
        NotesUnreadable: It is damaged.
        UnknownNote: There is no such note.
    """
    import soundfile

    from ..audio.recording import Recording
    from ..index.voice_notes import sound_of

    try:
        samples, _rate = soundfile.read(io.BytesIO(sound_of(path, note_id)), dtype="float32")
    except soundfile.SoundFileError as error:
        raise NotesUnreadable(
            path=path, reason=f"the sound of note {note_id} is damaged"
        ) from error
    return Recording(samples, f"{path.name}, note {note_id}")


def _meets(note: VoiceNote, options: SearchOptions) -> bool:
    """Tell whether a note was recorded in the area and in the period that are wanted."""
    import shapely

    day = datetime.fromisoformat(note.time).astimezone().date() if note.time else None
    if options.since is not None and (day is None or day < options.since):
        return False
    if options.until is not None and (day is None or day > options.until):
        return False
    area = options.area
    return area is None or bool(shapely.intersects_xy(area.geometry, note.lon, note.lat))
