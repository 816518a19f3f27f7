"""Voice notes in GeoPackages, and the positions that they are imported with."""

from __future__ import annotations

import contextlib
import random
import sqlite3
from pathlib import Path

import numpy as np

from engine.contract.voice_notes import VoiceNote
from engine.errors import UserError
from engine.index.note_positions import find_positions
from engine.index.voice_notes import (
    COLUMNS,
    NewNote,
    add_notes,
    known_digests,
    make_notes_file,
    read_notes,
    remove_note,
    replace_vector,
    sound_of,
)

from .areas import _blob
from .mutators import HOSTILE, break_bytes, break_xml
from .target import Target, Wrong

_SQL = (
    ("ALTER TABLE notes RENAME TO kept", "CREATE VIEW notes AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
     "SELECT x AS fid, k.geom, k.time, k.author, k.comment, k.seconds, k.recording, k.sound, k.digest, k.model, k.embedding FROM n, kept k"),
    ("ALTER TABLE notes RENAME TO kept", "CREATE VIEW notes AS SELECT a.* FROM kept a, kept b, kept c, kept d, kept e, kept f, kept g, "
     "kept h, kept i, kept j, kept k, kept l, kept m, kept n, kept o, kept p, kept q, kept r, kept s, kept t, kept u, kept v"),
    ("CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END",),
    ("CREATE TRIGGER t BEFORE INSERT ON notes BEGIN SELECT RAISE(ABORT, 'no'); END",),
    ("CREATE TRIGGER t AFTER DELETE ON notes BEGIN DELETE FROM notes; END",),
    ("CREATE TRIGGER t AFTER INSERT ON notes BEGIN INSERT INTO notes (sound) WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 "
     "FROM n) SELECT x FROM n; END",),
    ("ALTER TABLE notes RENAME COLUMN sound TO s", "ALTER TABLE notes ADD COLUMN sound AS (zeroblob(900000000))"),
    ("ALTER TABLE notes RENAME COLUMN author TO a", "ALTER TABLE notes ADD COLUMN author AS (hex(zeroblob(400000000)))"),
    ("ALTER TABLE notes RENAME TO kept", "CREATE VIEW notes AS SELECT *, load_extension('x') AS y FROM kept"),
    ("DROP TABLE gpkg_contents",), ("PRAGMA journal_mode = WAL",), ("CREATE TEMP TABLE notes (fid)",),
    ("CREATE INDEX i ON notes (abs(-9223372036854775808))",),
)  # fmt: skip
_COLUMNS = ("geom", *COLUMNS)


class Notes(Target):
    """GeoPackages of voice notes."""

    def __init__(self, samples: Path) -> None:
        file = samples / "notes.gpkg"
        file.unlink(missing_ok=True)
        make_notes_file(file)
        vector = np.full(16, 0.25, dtype=np.float32)
        self._new = [
            NewNote(VoiceNote(0, 8.0 + n, 50.0, "2024-05-01T10:00:00Z", "Ann", "", 2.0, f"{n}.ogg"), b"fLaC" + bytes(50), f"{n}", "m", vector)
            for n in range(3)
        ]  # fmt: skip
        add_notes(file, self._new)
        self._content = file.read_bytes()

    def write(self, rng: random.Random, folder: Path) -> str:
        """Break tables, values, geometries or pages."""
        file = folder / "notes.gpkg"
        file.write_bytes(self._content)
        kind = rng.choice(("sql", "values", "values", "geometry", "bytes", "bytes"))
        if kind == "bytes":
            file.write_bytes(break_bytes(rng, self._content))
            return kind
        with contextlib.closing(sqlite3.connect(file)) as database:
            if kind == "sql":
                database.execute("PRAGMA legacy_alter_table = ON")
                for statement in rng.choice(_SQL):
                    with contextlib.suppress(sqlite3.Error):
                        database.execute(statement)
            elif kind == "geometry":
                database.execute("UPDATE notes SET geom = ? WHERE fid = 2", (_blob(rng),))
            else:
                for _ in range(rng.choice((1, 2, 4))):
                    _set_value(rng, database)
            with contextlib.suppress(sqlite3.Error):
                database.commit()
        return kind

    def use(self, folder: Path) -> None:
        """List, read, add and remove."""
        file = folder / "notes.gpkg"
        uses = (
            lambda: read_notes(file), lambda: known_digests(file), lambda: sound_of(file, 2),
            lambda: replace_vector(file, 1, "n", np.zeros(16, dtype=np.float32)), lambda: add_notes(file, self._new[:1]),
            lambda: remove_note(file, 1),
        )  # fmt: skip
        refused = None
        for use in uses:
            try:
                use()
            except UserError as error:
                refused = error
        if file.stat().st_size > 50_000_000:
            raise Wrong("the file has grown")
        if refused is not None:
            raise refused


def _set_value(rng: random.Random, database: sqlite3.Connection) -> None:
    value = rng.choice((*HOSTILE, b"", b"\xff\xfe", b"GP", bytes(1_000), b"x" * 5))
    if isinstance(value, bool | list | dict) or (isinstance(value, int) and abs(value) >= 2**63):
        value = str(value)[:500]
    column = rng.choice(_COLUMNS)
    with contextlib.suppress(sqlite3.Error, UnicodeEncodeError):
        if isinstance(value, str) and rng.random() < 0.3:
            database.execute(f"UPDATE notes SET {column} = CAST(x'C3FFFE41' AS TEXT) WHERE fid = 2")  # noqa: S608
        else:
            database.execute(f"UPDATE notes SET {column} = ? WHERE fid = 2", (value,))  # noqa: S608


_TABLE = "file,lon,lat,time,author,comment\na.wav,8.5,50.1,2024-05-01T10:00:00Z,Ann,here\nb.wav,8.6,50.2,,Ben,\n"
_TRACK = (
    '<?xml version="1.0"?>\n<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>'
    '<trkpt lat="50.1" lon="8.5"><time>2024-05-01T10:00:00Z</time></trkpt>'
    '<trkpt lat="50.2" lon="8.6"><time>2024-05-01T10:04:00Z</time></trkpt></trkseg></trk></gpx>'
)


class Positions(Target):
    """CSV files and GPX tracks."""

    def __init__(self, samples: Path) -> None:
        self._secret = samples / "secret.txt"
        self._secret.write_text("8.123456")

    def write(self, rng: random.Random, folder: Path) -> str:
        """Break cells, or the XML."""
        for name in ("a.wav", "b.wav", "20240501-100200.wav"):
            (folder / name).write_bytes(b"")
        if rng.random() < 0.5:
            (folder / "p.gpx").write_bytes(break_xml(rng, _TRACK, str(self._secret)))
            return "gpx"
        cells = _TABLE.replace("\n", ",\n,").split(",")
        for _ in range(rng.choice((1, 2, 4))):
            cells[rng.randrange(len(cells))] = str(rng.choice(HOSTILE))[:3_000]
        text = ",".join(cells).replace(",\n,", "\n").encode("utf-8", "replace")
        (folder / "p.csv").write_bytes(break_bytes(rng, text) if rng.random() < 0.3 else text)
        return "csv"

    def use(self, folder: Path) -> None:
        """Look for the positions of recordings."""
        positions = find_positions(folder, next(folder.glob("p.*")))
        refused, found = None, []
        for recording in sorted(folder.glob("*.wav")):
            try:
                found.append(positions(recording))
            except UserError as error:
                refused = error
        if not all(abs(place.lon) <= 180 and abs(place.lat) <= 90 for place in found):
            raise Wrong("a position that is nowhere on the Earth")
        # A table says nothing of the recording that the track knows, and the other way round.
        if not found and refused is not None:
            raise refused
