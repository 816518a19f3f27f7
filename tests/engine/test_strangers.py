"""Files from strangers, in which everything fits but what they say: found by `make torture`, kept small."""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import sqlite3
import struct
from pathlib import Path

import numpy as np
import pytest
import shapely
import soundfile

from engine.audio.recording import read_recording
from engine.contract.codec import ContractError, from_json
from engine.contract.methods import IndexParams
from engine.contract.voice_notes import VoiceNote
from engine.errors import AreaUnreadable, IndexFileDamaged, ModelDamaged, NotAudio, NotesUnreadable
from engine.imagery.source_uris import find_sources
from engine.index.filters import parse_area
from engine.index.folder.annoy_trees import load_trees, write_trees
from engine.index.folder.cells import CellsDamaged
from engine.index.folder.format import TreeRecord, read_index
from engine.index.tile_table import write_layer
from engine.index.voice_notes import NewNote, add_notes, make_notes_file, read_notes, sound_of
from engine.model.checkpoint import default_model_folder, load_model
from engine.model.files import CONFIG

ROWS, SIZE = 600, 8
NODE = 12 + 4 * SIZE


@pytest.fixture
def trees(tmp_path: Path) -> Path:
    vectors = np.random.default_rng(0).normal(size=(ROWS, SIZE))
    path = tmp_path / "tree.ann"
    write_trees(path, vectors.astype(np.float32))
    return path


def loaded(path: Path):
    branches = path.read_bytes()[ROWS * NODE :]
    return load_trees(path, SIZE, TreeRecord(8, 0, hashlib.sha256(branches).hexdigest(), ROWS))


@pytest.mark.parametrize("rows", [1, 5, 9, 10, 11, 100])
def test_trees_as_annoy_writes_them_are_used(tmp_path, rows):
    vectors = np.random.default_rng(rows).normal(size=(rows, SIZE)).astype(np.float32)
    path = tmp_path / "tree.ann"
    record, _ = write_trees(path, vectors) or pytest.skip("needs Annoy")
    assert load_trees(path, SIZE, record).get_nns_by_vector(vectors[0].tolist(), 1) == [0]


@pytest.mark.parametrize("child", ["beyond the file", "before it", "itself", "its parent"])
def test_trees_that_lead_astray_are_not_used(trees, child):
    """Annoy follows them: it crashed, or searched for ever."""
    assert loaded(trees).get_n_items() == ROWS
    data = bytearray(trees.read_bytes())
    split = next(
        n
        for n in range(ROWS, len(data) // NODE)
        if struct.unpack_from("<i", data, n * NODE)[0] > SIZE + 2
    )
    wrong = {"beyond the file": 10**6, "before it": -5, "itself": split, "its parent": split + 1}[
        child
    ]
    struct.pack_into("<i", data, split * NODE + 4, wrong)
    trees.write_bytes(data)
    with pytest.raises(CellsDamaged, match="branch"):
        loaded(trees)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.gpkg"
    make_notes_file(path)
    note = VoiceNote(0, 8.0, 50.0, "2024-05-01T10:00:00Z", "Ann", "", 2.0, "a.ogg")
    add_notes(path, [NewNote(note, b"fLaC", "d", "m", np.full(4, 0.5, dtype=np.float32))])
    return path


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE notes SET seconds = 'long'", "UPDATE notes SET embedding = 'abcd'", "UPDATE notes SET embedding = 7",
        "UPDATE notes SET author = x'00ff'", "UPDATE notes SET time = 5", "UPDATE notes SET seconds = 9e999",
        "UPDATE notes SET embedding = x'0000807f'", "ALTER TABLE notes RENAME TO kept; CREATE VIEW notes AS SELECT * FROM kept",
        "ALTER TABLE notes RENAME TO kept; CREATE VIEW notes AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
        "SELECT k.* FROM kept k, n",
        "ALTER TABLE notes RENAME COLUMN author TO a; ALTER TABLE notes ADD COLUMN author AS (hex(zeroblob(400000000)))",
    ],
)  # fmt: skip
def test_notes_of_other_types_or_without_end_are_refused(notes, change):
    with contextlib.closing(sqlite3.connect(notes)) as database:
        database.executescript(f"PRAGMA legacy_alter_table = ON; {change}")
    with pytest.raises(NotesUnreadable):
        read_notes(notes)


def test_a_note_in_collections_without_end_is_no_point(notes):
    """GEOS would follow them until its stack overflows."""
    nested = struct.pack("<BII", 1, 7, 1) * 100_000 + struct.pack("<BI2d", 1, 1, 8.0, 50.0)
    with contextlib.closing(sqlite3.connect(notes)) as database, database:
        blob = b"GP\0\1" + struct.pack("<i", 4326) + nested
        database.execute("UPDATE notes SET geom = ?", (blob,))
    with pytest.raises(NotesUnreadable, match="no point"):
        read_notes(notes)


def test_a_file_of_notes_whose_schema_is_no_text_is_refused(notes):
    content = notes.read_bytes()
    assert b"CREATE TABLE" in content
    notes.write_bytes(content.replace(b"CREATE TABLE", b"CREATE T\x9fBLE"))
    with pytest.raises(NotesUnreadable):
        read_notes(notes)


def test_notes_with_a_text_that_is_no_text_are_refused(notes):
    with contextlib.closing(sqlite3.connect(notes)) as database, database:
        database.execute("UPDATE notes SET author = CAST(x'9fc3' AS TEXT)")
    with pytest.raises(NotesUnreadable):
        read_notes(notes)


def test_an_area_whose_crs_is_no_text_is_refused(tmp_path):
    area = tmp_path / "a.shp"
    shapes = np.array([shapely.box(4, 40, 5, 41)])
    write_layer(
        area, "zones", "ESRI Shapefile", {"n": np.array([1])}, shapes, geometry_type="MultiPolygon"
    )
    projection = area.with_suffix(".prj")
    broken = projection.read_bytes().replace(b"Greenwich", b"Gre\xdcwich")
    assert b"\xdc" in broken
    projection.write_bytes(broken)
    with pytest.raises(AreaUnreadable):
        parse_area(str(area))


def test_a_recording_of_a_thousand_channels_is_none(tmp_path):
    sound = tmp_path / "a.wav"
    soundfile.write(sound, np.zeros((100, 1_000), dtype=np.float32), 16_000)
    with pytest.raises(NotAudio, match="number of channels, 1000"):
        read_recording(sound)


def test_a_sound_that_is_a_number_is_none(notes):
    """``bytes`` would have made so many zeros of it."""
    with contextlib.closing(sqlite3.connect(notes)) as database, database:
        database.execute("UPDATE notes SET sound = 2000000000")
    with pytest.raises(NotesUnreadable, match="sound"):
        sound_of(notes, 1)


def test_a_layer_without_geometries_is_no_area(tmp_path):
    path = tmp_path / "a.gpkg"
    write_layer(path, "zones", "GPKG", {}, np.array([shapely.box(8, 50, 9, 51)]))
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.execute("DELETE FROM gpkg_geometry_columns")
        database.execute("UPDATE gpkg_contents SET data_type = 'attributes'")
    with pytest.raises(AreaUnreadable):
        parse_area(str(path))


@pytest.mark.parametrize(
    "change",
    [
        {"embedding_size": "large"}, {"embedding_size": 2**40}, {"image_pixels": -1}, {"taught": 10**6}, {"voice_calibration": {"slope": "x", "offset": 0.0}},
        {"vocabulary": 5}, {"scenes": None}, {"voice_encoder": "other"}, {"format": "2"},
    ],
)  # fmt: skip
def test_a_configuration_of_other_types_makes_no_model(tmp_path, change):
    folder = Path(shutil.copytree(default_model_folder(), tmp_path / "model"))
    config = json.loads((folder / CONFIG).read_text())
    (folder / CONFIG).write_text(json.dumps({**config, **change}))
    with pytest.raises(ModelDamaged):
        load_model(folder)


@pytest.mark.parametrize("content", ["[" * 100_000, '{"format_version":' * 5_000])
def test_an_index_file_that_is_nested_without_end_is_damaged(tmp_path, content):
    (tmp_path / "index.json").write_text(content)
    with pytest.raises(IndexFileDamaged):
        read_index(tmp_path)


def test_half_a_surrogate_pair_is_no_path_and_no_raster(tmp_path):
    with pytest.raises(ContractError, match="absolute path"):
        from_json(IndexParams, {"index": "/data/\ud800.scrl"})
    # What a disk holds that is not UTF-8 is.
    assert from_json(IndexParams, {"index": "/data/\udcff.scrl"})
    assert find_sources([f"{tmp_path}/\ud800.tif"])
