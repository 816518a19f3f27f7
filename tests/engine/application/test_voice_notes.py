"""Voice notes: recorded at places, imported with positions, and found by pictures, words and places."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pyogrio
import pyogrio.raw
import pytest
import shapely

from engine import cli, notes_commands
from engine.application import search as tile_search
from engine.application import voice_notes
from engine.contract.methods import METHODS, SearchParams
from engine.contract.queries import (
    AudioPart,
    Filters,
    ImagePart,
    PlacePart,
    Query,
    TextPart,
    TilePart,
)
from engine.contract.voice_notes import (
    AddNoteParams,
    ImportNotesParams,
    NoteParams,
    NotesParams,
    SaveNoteSoundParams,
    SearchNotesParams,
)
from engine.errors import (
    NoQuery,
    NoRecordings,
    NoSpeech,
    NotesBusy,
    NotesOfAnotherModel,
    NotesUnreadable,
    NoteWithoutPosition,
    PositionsUnreadable,
    SilentRecording,
    UnknownNote,
    UsageError,
)
from engine.index.note_positions import find_positions, moment_of, position_in_name
from engine.index.voice_notes import known_digests, read_notes
from engine.progress import Task
from tests.support import paths, sounds

QUESTIONS = sorted(paths.QUESTIONS.glob("*.ogg"))


@pytest.fixture(scope="module")
def imported(session, tmp_path_factory) -> Path:
    """The twelve questions of the demo as notes, recorded far from its scene; tests leave them as they are."""
    folder = tmp_path_factory.mktemp("notes")
    for number, question in enumerate(QUESTIONS):
        shutil.copy(question, folder / f"N10.{number:02}_W20.5_{question.stem}.ogg")
    notes = folder / "notes.gpkg"
    done = voice_notes.import_notes(
        session, ImportNotesParams(str(notes), str(folder), author="Ann"), Task()
    )
    assert len(done.added) == 12
    assert not done.failed
    return notes


def found(session, notes: Path, *parts, index=None, k=3, **filters):
    params = SearchNotesParams(str(notes), Query(parts, Filters(**filters), k), index)
    return voice_notes.search_notes(session, params, Task())


def recordings_of(result) -> list[str]:
    return [hit.recording.split("-")[-1].removesuffix(".ogg") for hit in result.hits]


def test_a_place_finds_the_notes_that_describe_it(session, imported, index):
    """Wherever they were recorded: the picture is compared with the speech (I->V)."""
    tiles = tile_search.search(
        session, SearchParams(index, Query((AudioPart(str(paths.TANKS)),))), Task()
    )
    tile = tiles.hits[0]
    by_tile = found(session, imported, TilePart(tile.tile_id), index=index)
    assert "storagetanks" in recordings_of(by_tile)
    assert by_tile.searched == 12
    here = PlacePart({"type": "Point", "coordinates": [tile.lon, tile.lat]})
    assert recordings_of(found(session, imported, here, index=index)) == recordings_of(by_tile)
    # The pair is the same as when the note is asked with: so are similarity, and score.
    note = next(hit for hit in by_tile.hits if "storagetanks" in hit.recording)
    assert note.similarity == pytest.approx(tile.similarity, abs=2e-3)
    assert note.score == pytest.approx(tile.score, abs=0.01)
    assert by_tile.default_min_score == 0.5
    assert not by_tile.notes


def test_words_find_notes_and_say_that_their_scores_are_similarities(session, imported):
    typed = found(session, imported, TextPart("a beach beside the sea"))
    assert recordings_of(typed)[0] == "beach"
    assert [note.code for note in typed.notes] == ["notes-by-similarity"]
    assert typed.hits[0].score == typed.hits[0].similarity
    assert typed.default_min_score == 0.0
    assert typed.understood
    spoken = found(session, imported, AudioPart(str(paths.HARBOUR)))
    assert recordings_of(spoken)[0] == "port"
    assert spoken.hits[0].similarity > 0.99


def test_conditions_count(session, imported):
    everywhere = found(session, imported, TextPart("a forest"), k=20)
    assert len(everywhere.hits) == 12
    assert [hit.rank for hit in everywhere.hits] == list(range(1, 13))
    some = found(session, imported, TextPart("a forest"), k=20, area="-21,9.99,-20,10.025")
    assert {hit.recording[:6] for hit in some.hits} == {"N10.00", "N10.01", "N10.02"}
    assert some.searched == 3
    assert not found(session, imported, TextPart("a forest"), until="1999").hits
    assert found(session, imported, TextPart("a forest"), since="1999").hits
    high = Query((TextPart("a forest"),), k=20, min_score=0.5)
    params = SearchNotesParams(str(imported), high)
    assert len(voice_notes.search_notes(session, params, Task()).hits) < 12


def test_a_tile_needs_its_index(session, imported):
    with pytest.raises(UsageError, match="--index"):
        found(session, imported, TilePart(1))
    with pytest.raises(NoQuery):
        found(session, imported)


def test_the_file_is_a_geopackage_for_all_and_its_sound_is_the_users(session, imported, tmp_path):
    info = pyogrio.read_info(imported, layer="notes")
    assert (info["geometry_type"], info["crs"], info["features"]) == ("Point", "EPSG:4326", 12)
    assert np.allclose(info["total_bounds"], (-20.5, 10.0, -20.5, 10.11))
    meta, _, shapes, values = pyogrio.raw.read(imported, layer="notes")
    columns = dict(zip(meta["fields"], values, strict=True))
    assert shapely.get_coordinates(shapely.from_wkb(shapes[3])).tolist() == [[-20.5, 10.03]]
    assert set(columns["author"]) == {"Ann"}
    assert columns["time"].dtype.kind == "M"
    assert columns["sound"][0][:4] == b"fLaC"
    if os.name == "posix":
        assert stat.S_IMODE(imported.stat().st_mode) == 0o600
    out = tmp_path / "note.wav"
    out.write_bytes(b"old")
    out.chmod(0o644)
    heard = voice_notes.save_note_sound(
        session, SaveNoteSoundParams(str(imported), 1, str(out)), Task()
    )
    assert heard.seconds == pytest.approx(4.5, abs=0.1)
    if os.name == "posix":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600
    # The copy is as good a question as the recording.
    best = found(session, imported, AudioPart(str(out))).hits[0]
    assert best.note_id == 1
    assert best.similarity > 0.99


def test_a_note_is_added_and_removed_while_others_read(session, tmp_path):
    notes = tmp_path / "field.gpkg"
    params = AddNoteParams(
        str(notes),
        str(paths.AIRPORT),
        11.5,
        48.1,
        "Ann",
        " seen from the road ",
        "2024-05-31T10:15:00+02:00",
    )
    added = voice_notes.add_note(session, params, Task())
    assert (added.lon, added.lat, added.author) == (11.5, 48.1, "Ann")
    assert (added.comment, added.time) == ("seen from the road", "2024-05-31T08:15:00.000Z")
    # As QGIS opens a layer: whoever writes waits for no reader.
    reader = sqlite3.connect(notes, isolation_level=None)
    reader.execute("PRAGMA journal_mode = WAL")
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM notes").fetchone() == (1,)
    second = voice_notes.add_note(
        session, AddNoteParams(str(notes), str(paths.BEACH), -1.0, 50.0), Task()
    )
    assert reader.execute("SELECT count(*) FROM notes").fetchone() == (1,)
    reader.execute("COMMIT")
    assert reader.execute("SELECT count(*) FROM notes").fetchone() == (2,)
    reader.close()
    listed = voice_notes.list_notes(session, NotesParams(str(notes)), Task())
    assert listed.notes == (added, second)
    assert listed.of_another_model == 0
    removed = voice_notes.remove_note(session, NoteParams(str(notes), added.note_id), Task())
    assert removed == added
    assert tuple(pyogrio.read_info(notes, layer="notes")["total_bounds"]) == (
        -1.0,
        50.0,
        -1.0,
        50.0,
    )
    with pytest.raises(UnknownNote):
        voice_notes.remove_note(session, NoteParams(str(notes), added.note_id), Task())
    # An id is never given twice: what names note 2 means no other one later.
    voice_notes.remove_note(session, NoteParams(str(notes), second.note_id), Task())
    again = voice_notes.add_note(session, params, Task())
    assert again.note_id == 3


def test_a_note_that_was_moved_in_qgis_lies_where_it_is_now(session, tmp_path):
    notes = tmp_path / "moved.gpkg"
    voice_notes.add_note(session, AddNoteParams(str(notes), str(paths.BEACH), 0.0, 0.0), Task())
    with sqlite3.connect(notes) as database:
        # As OGR writes it where it writes an envelope.
        head = b"GP\x00\x03" + (4326).to_bytes(4, "little") + np.array([3, 3, 4, 4.0]).tobytes()
        database.execute("UPDATE notes SET geom = ?", (head + shapely.to_wkb(shapely.Point(3, 4)),))
    assert [(n.lon, n.lat) for n in read_notes(notes).notes] == [(3.0, 4.0)]


def test_a_point_without_a_sound_is_no_note(session, imported, tmp_path):
    notes = tmp_path / "more.gpkg"
    shutil.copy(imported, notes)
    pyogrio.raw.write(
        notes, shapely.to_wkb(np.array([shapely.Point(1, 2)])), [np.array(["drawn in QGIS"], dtype=object)],
        ["comment"], layer="notes", driver="GPKG", geometry_type="Point", crs="EPSG:4326", append=True,
    )  # fmt: skip
    assert pyogrio.read_info(notes, layer="notes")["features"] == 13
    assert len(read_notes(notes).notes) == 12


def test_what_another_program_is_writing_is_not_touched(session, imported, tmp_path, monkeypatch):
    from engine.index import voice_notes as files

    monkeypatch.setattr(files, "_PATIENCE_S", 0.05)
    notes = tmp_path / "busy.gpkg"
    shutil.copy(imported, notes)
    other = sqlite3.connect(notes, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotesBusy):
        voice_notes.remove_note(session, NoteParams(str(notes), 1), Task())
    other.execute("ROLLBACK")
    other.close()
    assert len(read_notes(notes).notes) == 12


def test_what_is_no_file_of_notes_is_refused_and_left_as_it_is(session, tmp_path):
    for name, content in (("missing.gpkg", None), ("text.gpkg", b"not a database" * 100)):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(NotesUnreadable):
            voice_notes.list_notes(session, NotesParams(str(path)), Task())
    hits = tmp_path / "hits.gpkg"
    pyogrio.raw.write(
        hits, shapely.to_wkb(np.array([shapely.Point(1, 2)])), [], [], layer="hits", driver="GPKG",
        geometry_type="Point", crs="EPSG:4326",
    )  # fmt: skip
    before = hits.read_bytes()
    with pytest.raises(NotesUnreadable, match="no layer of voice notes"):
        voice_notes.add_note(session, AddNoteParams(str(hits), str(paths.BEACH), 0, 0), Task())
    assert hits.read_bytes() == before
    with pytest.raises(UsageError):
        voice_notes.add_note(
            session, AddNoteParams(str(tmp_path / "n.shp"), str(paths.BEACH), 0, 0), Task()
        )


def test_an_error_that_is_kept_does_not_keep_the_file_locked(imported, tmp_path):
    file = tmp_path / "n.gpkg"
    shutil.copy(imported, file)
    with sqlite3.connect(file) as database:
        database.execute("UPDATE notes SET digest = CAST(x'C3FFFE41' AS TEXT) WHERE fid = 2")
    database.close()
    with pytest.raises(NotesUnreadable, match="UTF-8") as kept:
        known_digests(file)
    other = sqlite3.connect(file, timeout=0)
    other.execute("BEGIN EXCLUSIVE")
    other.close()
    assert kept.value.code == "notes-unreadable"


def test_a_recording_without_speech_makes_no_note_and_no_file(session, tmp_path):
    import soundfile

    notes, recording = tmp_path / "n.gpkg", tmp_path / "silence.wav"
    soundfile.write(recording, sounds.silence(2.0), sounds.RATE)
    with pytest.raises((SilentRecording, NoSpeech)):
        voice_notes.add_note(session, AddNoteParams(str(notes), str(recording), 0, 0), Task())
    with pytest.raises(UsageError, match="not on Earth"):
        voice_notes.add_note(session, AddNoteParams(str(notes), str(paths.BEACH), 0, 95), Task())
    with pytest.raises(UsageError, match="not a time"):
        voice_notes.add_note(
            session, AddNoteParams(str(notes), str(paths.BEACH), 0, 0, time="noon"), Task()
        )
    assert not notes.exists()


def test_notes_of_another_model_are_refused_and_embedded_anew(session, imported, tmp_path):
    notes = tmp_path / "old.gpkg"
    shutil.copy(imported, notes)
    with sqlite3.connect(notes) as database:
        short = np.ones(8, dtype="<f4").tobytes()
        database.execute(
            "UPDATE notes SET model = 'another', embedding = ? WHERE fid < 3", (short,)
        )
    with pytest.raises(NotesOfAnotherModel, match="2 of the 12") as refused:
        found(session, notes, TextPart("a forest"))
    assert "notes reembed" in refused.value.next_step
    params = NotesParams(str(notes))
    assert voice_notes.list_notes(session, params, Task()).of_another_model == 2
    done = voice_notes.reembed_notes(session, params, Task())
    assert (done.reembedded, done.total) == (2, 12)
    before, after = read_notes(imported), read_notes(notes)
    for old, new in zip(before.vectors, after.vectors, strict=True):
        assert float(old @ new) > 0.999
    assert voice_notes.reembed_notes(session, params, Task()).reembedded == 0


# --- positions -------------------------------------------------------------------------------------


def folder_of(tmp_path: Path, *names: str) -> Path:
    folder = tmp_path / "recordings"
    folder.mkdir()
    for name, question in zip(names, QUESTIONS, strict=False):
        shutil.copy(question, folder / name)
    return folder


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("N48.1234_E11.5678_ditch.wav", (11.5678, 48.1234)),
        ("s33.9-w70.6.ogg", (-70.6, -33.9)),
        ("48.1234,11.5678.wav", (11.5678, 48.1234)),
        ("note 3 -33.9,-70.65 old.wav", (-70.65, -33.9)),
    ],
)
def test_names_say_positions(name, place):
    position = position_in_name(Path(name))
    assert (position.lon, position.lat) == place


@pytest.mark.parametrize("name", ["note 1.wav", "20240531_101500.wav", "95.5,11.5.wav", "v1.2.wav"])
def test_other_names_say_none(name):
    with pytest.raises(NoteWithoutPosition):
        position_in_name(Path(name))


def test_a_table_says_positions_times_and_authors(session, tmp_path):
    folder = folder_of(tmp_path, "a.ogg", "b.ogg", "c.ogg", "d.ogg")
    (folder / "d.ogg").write_bytes(b"no sound")
    table = tmp_path / "positions.csv"
    table.write_text(
        "File;X;Y;Time;Author;Comment\n"
        "sub\\A.OGG;691000,5;5334000;2024-05-31T10:00:00Z;Ben;a ditch\n"
        "b.ogg;691100;5334100;;;\n"
        "d.ogg;691100;5334100;;;\n",
        encoding="utf-8-sig",
    )
    notes = tmp_path / "n.gpkg"
    params = ImportNotesParams(str(notes), str(folder), str(table), "EPSG:32632", author="Ann")
    done = voice_notes.import_notes(session, params, Task())
    assert [(n.author, n.comment) for n in done.added] == [("Ben", "a ditch"), ("Ann", "")]
    assert done.added[0].time == "2024-05-31T10:00:00.000Z"
    assert done.added[0].lon == pytest.approx(11.567, abs=0.01)
    assert done.added[0].lat == pytest.approx(48.129, abs=0.01)
    failures = {Path(f.recording).name: f.failure.code for f in done.failed}
    assert failures == {"c.ogg": "note-without-position", "d.ogg": "not-audio"}
    # What was wrong is mended, and the same command again adds it alone.
    with table.open("a", encoding="utf-8") as stream:
        stream.write("c.ogg;691200;5334200;;;\n")
    again = voice_notes.import_notes(session, params, Task())
    assert ([n.recording for n in again.added], again.known) == (["c.ogg"], 2)


def track(path: Path, start: datetime, seconds: list[int]) -> Path:
    points = "".join(
        f'<trkpt lat="{48 + s / 1000}" lon="{11 + s / 1000}"><time>'
        f"{(start + timedelta(seconds=s)).strftime('%Y-%m-%dT%H:%M:%SZ')}</time></trkpt>"
        for s in seconds
    )
    path.write_text(
        '<?xml version="1.0"?><gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">'
        f"<trk><trkseg>{points}</trkseg></trk></gpx>"
    )
    return path


def test_a_track_says_where_the_recorder_was(tmp_path):
    """Between two points it is interpolated; a recorder's clock may be wrong by a known time."""
    start = datetime(2024, 5, 31, 8, 0, 0, tzinfo=UTC)
    file = track(tmp_path / "walk.gpx", start, [0, 100, 200, 2000])

    def named(moment: datetime) -> Path:
        return tmp_path / f"{moment.astimezone():%Y%m%d_%H%M%S}.wav"

    where = find_positions(tmp_path, file)
    for seconds, at in ((150, 0.15), (-30, 0.0), (2000, 2.0), (2050, 2.0)):
        place = where(named(start + timedelta(seconds=seconds)))
        assert (place.lon, place.lat) == pytest.approx((11 + at, 48 + at))
        assert place.time == start + timedelta(seconds=seconds)
    for seconds in (-90, 1000, 2100):
        with pytest.raises(NoteWithoutPosition, match="no point near"):
            where(named(start + timedelta(seconds=seconds)))
    ahead = find_positions(tmp_path, file, clock_offset_s=3600)
    place = ahead(named(start + timedelta(seconds=3700)))
    assert (place.lon, place.time) == (pytest.approx(11.1), start + timedelta(seconds=100))


def test_the_time_of_a_file_is_asked_where_its_name_says_none(tmp_path):
    recording = tmp_path / "99991399_250000 note.wav"
    recording.touch()
    os.utime(recording, (1_000_000_000, 1_000_000_000))
    assert moment_of(recording).timestamp() == 1_000_000_000
    said = moment_of(Path("2024-05-31T10-15-00 note.wav"))
    assert said.replace(tzinfo=None) == datetime(2024, 5, 31, 10, 15)


@pytest.mark.parametrize(
    ("name", "content"),
    [("p.csv", "name,east,north\na.ogg,1,2\n"), ("p.csv", ""), ("p.csv", b"\xff\xfe\x00a"), ("p.gpx", "no track"),
     ("p.kml", "<kml/>"), ("missing.csv", None)],
)  # fmt: skip
def test_positions_that_cannot_be_read(session, tmp_path, name, content):
    folder = folder_of(tmp_path, "a.ogg")
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    notes = tmp_path / "n.gpkg"
    params = ImportNotesParams(str(notes), str(folder), str(file))
    with pytest.raises(PositionsUnreadable):
        voice_notes.import_notes(session, params, Task())
    assert not notes.exists()


def test_a_folder_without_recordings(session, tmp_path):
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(NoRecordings):
            voice_notes.import_notes(
                session, ImportNotesParams(str(tmp_path / "n.gpkg"), str(folder)), Task()
            )


# --- the command line, and the contract -------------------------------------------------------------


@pytest.fixture
def run(monkeypatch, capsys):
    def call(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["engine", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        captured = capsys.readouterr()
        return int(left.value.code or 0), captured.out, captured.err

    return call


@pytest.mark.parametrize("command", [c.name for c in notes_commands.notes_app.registered_commands])
def test_commands_are_described(run, command):
    code, out, _ = run("notes", command, "--help")
    assert code == 0
    assert f"Usage: python -m engine notes {command}" in out


def test_the_whole_way_in_a_terminal(run, index, tmp_path):
    folder = folder_of(tmp_path, "N48.3_E9.27.ogg", "no place.ogg")
    notes, sound = tmp_path / "n.gpkg", tmp_path / "note.wav"
    code, out, _ = run("notes", "import", notes, folder, "--json")
    assert code == 7
    done = json.loads(out)
    assert [note["recording"] for note in done["added"]] == ["N48.3_E9.27.ogg"]
    assert done["failed"][0]["code"] == "note-without-position"
    code, out, _ = run(
        "notes", "add", notes, paths.TANKS, "--lon", "9.28", "--lat", "48.3", "--author", "Ann",
        "--comment", "tanks", "--json",
    )  # fmt: skip
    assert (code, json.loads(out)["note_id"]) == (0, 2)
    code, out, _ = run("notes", "list", notes)
    assert code == 0
    assert "2 voice notes" in out
    code, out, _ = run("search", index, "--voice", paths.TANKS, "-k", "1", "--json")
    hit = json.loads(out)["features"][0]["properties"]
    code, out, _ = run(
        "notes", "search", notes, "--index", index, f"--place={hit['lon']},{hit['lat']}", "--json"
    )
    assert code == 0
    assert json.loads(out)["hits"][0]["comment"] == "tanks"
    code, out, _ = run("notes", "search", notes, "--text", "an airport", "--json")
    assert json.loads(out)["hits"][0]["recording"] == "N48.3_E9.27.ogg"
    code, _, _ = run("notes", "export", notes, "2", "--out", sound)
    assert code == 0
    code, out, _ = run("search", index, "--voice", sound, "-k", "1", "--json")
    assert json.loads(out)["features"][0]["properties"]["tile_id"] == hit["tile_id"]
    code, out, _ = run("notes", "remove", notes, "2", "--json")
    assert json.loads(out)["comment"] == "tanks"
    code, out, _ = run("notes", "reembed", notes)
    assert "0 of 1" in out
    for wrong, expected in ((("search", notes), 3), (("search", notes, "--place", "here"), 2),
                            (("export", notes, "9", "--out", sound), 3)):  # fmt: skip
        assert run("notes", *wrong)[0] == expected


def test_failures_are_in_the_contract():
    for error, names in (
        (NotesOfAnotherModel, ["search_notes"]), (UnknownNote, ["save_note_sound", "remove_note"]),
        (NoRecordings, ["import_notes"]), (PositionsUnreadable, ["import_notes"]),
        (NotesUnreadable, ["add_note", "import_notes", "list_notes", "search_notes", "reembed_notes"]),
    ):  # fmt: skip
        for name in names:
            assert error.code in METHODS[name].failures


def test_a_picture_can_be_asked_with_without_an_index(session, imported):
    result = found(session, imported, ImagePart(str(paths.SCENE)))
    assert len(result.hits) == 3
    assert all(0 <= hit.score <= 1 for hit in result.hits)
