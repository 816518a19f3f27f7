from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import numpy as np
import pyogrio.raw
import pytest

from engine.errors import IndexDamaged, IndexMissing, UnknownSource, UsageError
from engine.index.builder import add_to_index
from engine.index.folder import bytes_stored
from engine.index.maintenance import compact_index, index_info, remove_source, verify_index
from engine.index.search import SearchOptions, search
from engine.index.store import open_store
from tests.support.index_contents import tiles_of
from tests.support.killed_process import run_operation
from tests.support.scenes import write_scene


def test_info(index, scenes, encoder):
    info = index_info(index)
    assert info.tiles == open_store(index).info.tiles == sum(s.tiles for s in info.sources)
    assert info.parts == len(list((index / "parts").iterdir()))
    assert info.bytes_on_disk == sum(f.stat().st_size for f in index.rglob("*") if f.is_file())
    assert (info.since, info.until) == (date(2015, 6, 1), date(2015, 6, 1))
    assert [s.crs for s in info.sources] == ["EPSG:32633"] * 2
    assert (info.complete, info.pending_tiles) == (True, 0)
    assert info.ground_sizes_m == (20.0, 40.0)
    assert info.model_checksum == encoder.checksum
    assert info.bounds is not None
    assert 14.99 < info.bounds[0] < info.bounds[2] < 15.01
    with pytest.raises(IndexMissing):
        index_info(scenes)


def test_the_size_is_told_while_a_writer_comes_and_goes(index):
    script = """
import shutil, sys
from pathlib import Path
folder = Path(sys.argv[1])
while True:
    folder.mkdir()
    for number in range(20):
        (folder / str(number)).write_bytes(b"x")
    shutil.rmtree(folder)
"""
    whole = index_info(index).bytes_on_disk
    folder = index / "parts" / "00099.tmp"
    writer = subprocess.Popen([sys.executable, "-c", script, folder])
    try:
        while not folder.exists():
            assert writer.poll() is None
        for _ in range(5000):
            assert whole <= bytes_stored(str(index)) <= whole + 20
    finally:
        writer.kill()
        writer.wait()


@pytest.mark.parametrize(
    ("file", "remedy"),
    [
        ("vectors.npy", "dropped"),
        ("rows.npy", "dropped"),
        ("part.json", "dropped"),
        ("tiles.fgb", "rewritten"),
        ("tree.ann", "rewritten"),
        ("codes.npy", "rewritten"),
        ("cells.npy", "rewritten"),
    ],
)
@pytest.mark.parametrize("damage", ["flipped", "missing", "short"])
def test_verify_and_repair(cells_in_small_parts, index, scenes, encoder, file, remedy, damage):
    before = tiles_of(index)
    target = index / "parts" / "00001" / file
    content = bytearray(target.read_bytes())
    if damage == "missing":
        target.unlink()
    elif damage == "short":
        target.write_bytes(content[:-3])
    else:
        content[len(content) // 2] ^= 0x10
        target.write_bytes(content)
    report = verify_index(index)
    assert [(p.part, p.file, p.remedy) for p in report.problems] == [("00001", file, remedy)]
    assert not report.repaired
    assert verify_index(index).problems  # looking changes nothing
    assert verify_index(index, repair=True).repaired
    assert verify_index(index).problems == ()
    after = tiles_of(index)
    encoder.encoded = 0
    run_operation("build", index, scenes)
    assert tiles_of(index) == before
    assert (after == before) == (remedy == "rewritten")
    assert index_info(index).complete
    assert not (index / "parts" / "00001").exists()


def test_vectors_that_were_written_wrong(index):
    """A checksum cannot know that what it sums up is nonsense."""
    import hashlib
    import json

    file = index / "parts" / "00000" / "vectors.npy"
    vectors = np.load(file, mmap_mode="r+")
    vectors[5] = 0
    vectors.flush()
    part_file = file.with_name("part.json")
    part = json.loads(part_file.read_text())
    part["files"]["vectors.npy"]["sha256"] = hashlib.sha256(file.read_bytes()).hexdigest()
    part_file.write_text(json.dumps(part))
    content = json.loads((index / "index.json").read_text())
    content["parts"][0]["sha256"] = hashlib.sha256(part_file.read_bytes()).hexdigest()
    (index / "index.json").write_text(json.dumps(content))
    assert ["row 5" in p.reason for p in verify_index(index).problems] == [True]


def test_compact_changes_nothing_but_the_parts(index, encoder):
    before, query = tiles_of(index), np.ones(24, dtype=np.float32)
    hits = search(open_store(index), query, SearchOptions(k=30)).hits
    report = compact_index(index)
    assert (report.parts_before > 3, report.parts_after) == (True, 1)
    assert tiles_of(index) == before
    assert search(open_store(index), query, SearchOptions(k=30)).hits == hits
    assert verify_index(index).problems == ()
    assert len(pyogrio.raw.read(index / "tiles.vrt")[2]) == len(before)
    again = compact_index(index)
    assert (again.parts_before, again.parts_after) == (1, 1)
    assert report.bytes_before > 0


def test_compact_copies_no_damage(index):
    file = index / "parts" / "00002" / "vectors.npy"
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    before = (index / "index.json").read_bytes()
    with pytest.raises(IndexDamaged, match="00002"):
        compact_index(index)
    assert (index / "index.json").read_bytes() == before


def test_compact_builds_missing_trees(cells_in_small_parts, tmp_path, scenes, monkeypatch):
    path = tmp_path / "y.scrl"
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "annoy", None)
        run_operation("build", path, scenes)
        assert compact_index(path).parts_after == 1
        assert not list(path.rglob("tree.ann"))
    assert compact_index(path).parts_after == 1
    assert len(list(path.rglob("tree.ann"))) == 1


def test_remove_source(index, scenes, encoder):
    before = tiles_of(index)
    report = remove_source(index, "b.tif")
    after = tiles_of(index)
    assert Path(report.source).name == "b.tif"
    assert len(before) - len(after) == report.tiles > 50
    assert {tile: before[tile] for tile in after} == after
    assert {tile.source for tile, _ in after.values()} == {"a_20150601.tif"}
    assert verify_index(index).problems == ()
    assert index_info(index).complete
    with pytest.raises(UnknownSource):
        remove_source(index, "b.tif")
    # It may come back, under new ids.
    add_to_index(index, [str(scenes / "b.tif")], encoder, batch_size=32)
    assert len(tiles_of(index)) == len(before)
    assert not (set(tiles_of(index)) - set(after)) & set(before)


def test_remove_one_of_two_of_a_name(index, scenes, encoder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    scene = write_scene(other / "b.tif", seed=8, west=500_800.0)
    add_to_index(index, [str(scene)], encoder, batch_size=32)
    with pytest.raises(UsageError, match="2 sources"):
        remove_source(index, "b.tif")
    assert remove_source(index, str(scene)).source == str(scene)
    assert [Path(s.uri) for s in index_info(index).sources] == sorted(scenes.iterdir())


def test_remove_all_sources(index):
    remove_source(index, "a_20150601.tif")
    remove_source(index, "b.tif")
    info = index_info(index)
    assert (info.tiles, info.parts, info.sources, info.bounds) == (0, 0, (), None)
    assert verify_index(index).problems == ()


@pytest.mark.parametrize(
    "change",
    [lambda path: compact_index(path), lambda path: verify_index(path, repair=True),
     lambda path: remove_source(path, "a.tif")],
    ids=["compact", "verify", "remove"],
)  # fmt: skip
def test_a_folder_that_is_no_index_stays_as_it_is(tmp_path, change):
    (tmp_path / "photos").mkdir()
    for name in ("photos", "none.scrl"):
        with pytest.raises(IndexMissing):
            change(tmp_path / name)
    assert [(item.name, list(item.iterdir())) for item in tmp_path.iterdir()] == [("photos", [])]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"format_version": 1}', '{"format_version": 1e999}']
)
def test_a_damaged_index_file_does_not_advise_a_repair_that_cannot_help(index, content):
    (index / "index.json").write_text(content)
    for repair in (False, True):
        with pytest.raises(IndexDamaged) as caught:
            verify_index(index, repair)
        assert "verify" not in caught.value.next_step
        assert str(index) in caught.value.next_step


def test_impossible_numbers_in_the_index_file_are_damage(index):
    raw = json.loads((index / "index.json").read_text())
    impossible: list[dict[str, object]] = [
        {"overlap": 7}, {"ground_sizes_m": []}, {"pixels": float("inf")},
    ]  # fmt: skip
    for spec in impossible:
        (index / "index.json").write_text(
            json.dumps({**raw, "tile_spec": {**raw["tile_spec"], **spec}})
        )
        with pytest.raises(IndexDamaged):
            index_info(index)
