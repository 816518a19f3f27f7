"""An index that version 0.1 of the engine has built: it opens, answers as it did, and can be added to.

``version_1.zip`` holds the index of two rasters in three parts, and the hits of a question that was asked of it
then. The rasters are not there any more, which no search minds.
"""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path

import numpy as np
import pyogrio
import pytest

from engine.contract.codec import to_json
from engine.contract.indexes import SourceOptions
from engine.index.builder import add_to_index
from engine.index.folder.format import as_bytes, read_index
from engine.index.maintenance import compact_index, index_info, verify_index
from engine.index.search import SearchOptions, search
from engine.index.store import open_store
from tests.support.index_contents import tiles_of
from tests.support.scenes import PixelStatistics, write_scene

ZIP = Path(__file__).with_name("version_1.zip")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    with zipfile.ZipFile(ZIP) as archive:
        archive.extractall(tmp_path)
    return tmp_path / "version-1.scrl"


def test_it_answers_as_it_did(old):
    expected = json.loads((old.parent / "hits.json").read_text())
    store = open_store(old, PixelStatistics().checksum)
    hits = search(store, np.ones(24, dtype=np.float32), SearchOptions(k=5)).hits
    assert [hit.tile_id for hit in hits] == [hit["tile_id"] for hit in expected]
    for hit, then in zip(hits, expected, strict=True):
        assert (hit.similarity, hit.source) == (then["similarity"], then["source"])
        assert (hit.date and hit.date.isoformat()) == then["date"]
        assert (hit.lon, hit.lat, list(hit.window)) == (then["lon"], then["lat"], then["window"])
        np.testing.assert_allclose(hit.footprint, then["footprint"], atol=1e-9)


def test_it_says_what_it_holds_and_is_sound(old):
    info = index_info(old)
    assert (info.format_version, info.tiles, info.parts, info.complete) == (1, 74, 3, True)
    assert [source.date for source in info.sources] == [date(2015, 6, 1), None]
    assert open_store(old).info.settings.options == SourceOptions(bands=(1, 2, 3))
    assert verify_index(old).problems == ()


def test_its_index_file_is_written_as_it_was(old):
    """Later versions have added fields; they change nothing of what older ones read."""
    then = json.loads((old / "index.json").read_text())
    now = json.loads(as_bytes(read_index(old)))
    added = to_json(SourceOptions())
    for options in (now["build"]["options"], *(source["options"] for source in now["sources"])):
        assert all(
            options.pop(name) == added[name] for name in added.keys() - {"crs", "bands", "date"}
        )
    for source in now["sources"]:
        for name in source["source"].keys() - then["sources"][0]["source"].keys():
            found = source["source"].pop(name)
            assert not (any(found.values()) if isinstance(found, dict) else found)
    assert now == then


def test_it_can_be_added_to_and_compacted(old, tmp_path):
    before = tiles_of(old)
    names = list(pyogrio.read_info(old / "tiles.vrt")["fields"])
    scene = write_scene(tmp_path / "c.tif", 60, 60, seed=3, west=500_300.0)
    report = add_to_index(old, [str(scene)], PixelStatistics(), batch_size=32)
    assert report.tiles > 0
    assert report.failed == ()
    after = tiles_of(old)
    assert {tile: after[tile] for tile in before} == before
    # One layer still shows old and new parts alike.
    assert sorted(pyogrio.read_info(old / "tiles.vrt")["fields"]) == sorted(names)
    for part in (old / "parts").iterdir():
        assert sorted(pyogrio.read_info(part / "tiles.fgb")["fields"]) == sorted(names)
    assert compact_index(old).parts_after == 1
    assert tiles_of(old) == after
    assert verify_index(old).problems == ()
