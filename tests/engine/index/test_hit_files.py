from __future__ import annotations

import csv
import errno
import json
import os
import tempfile
from datetime import date
from pathlib import Path

import numpy as np
import pyogrio
import pyogrio.raw
import pytest
import shapely
from PIL import Image

from engine.contract.tiles import ATTRIBUTES, Hit
from engine.errors import DiskFull, FolderNotWritable, UsageError
from engine.imagery.source import describe_source
from engine.imagery.thumbnails import write_thumbnails
from engine.index import files as index_files
from engine.index.hit_files import write_hits
from engine.index.store import open_store
from engine.index.tiles_layer import write_tiles_layer

FIELDS = [attribute.name for attribute in ATTRIBUTES]


def make_hits() -> list[Hit]:
    clockwise = ((8.0, 50.0), (8.0, 50.01), (8.01, 50.01), (8.01, 50.0), (8.0, 50.0))
    other = ((-0.1, -33.0), (0.1, -33.0), (0.1, -33.2), (-0.1, -33.2), (-0.1, -33.0))
    return [
        Hit(2**40, "ä, ö.tif", '/d/"x"/ä, ö.tif', date(2015, 6, 1), 100.0, 8.005, 50.005,
            clockwise, (0.0, 1.5, 200.0, 200.0), rank=1, score=0.75, similarity=0.5),
        Hit(7, "b.tif", "/d/b.tif", None, 200.0, 0.0, -33.1,
            other, (5.0, 5.0, 400.0, 400.0), rank=2, score=-0.25, similarity=-0.25),
    ]  # fmt: skip


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".json"])
def test_vector_files(tmp_path, suffix):
    path, hits = tmp_path / f"hits{suffix}", make_hits()
    write_hits(path, hits)
    meta, _, wkb, fields = pyogrio.raw.read(path)
    assert list(meta["fields"]) == FIELDS
    assert meta["crs"] == "EPSG:4326"
    columns = dict(zip(meta["fields"], fields, strict=True))
    assert columns["tile_id"].tolist() == [2**40, 7]
    assert columns["source_path"].tolist() == [hit.source_path for hit in hits]
    assert columns["score"].tolist() == [0.75, -0.25]
    dates = columns["date"].astype("datetime64[D]")
    assert dates[0] == np.datetime64("2015-06-01")
    assert np.isnat(dates[1])
    for shape, hit in zip(shapely.from_wkb(wkb), hits, strict=True):
        assert shape.normalize().equals_exact(shapely.Polygon(hit.footprint).normalize(), 1e-6)


def test_geojson_is_rfc_7946(tmp_path):
    write_hits(tmp_path / "hits.geojson", make_hits())
    content = json.loads((tmp_path / "hits.geojson").read_text(encoding="utf-8"))
    assert content["type"] == "FeatureCollection"
    assert "crs" not in content
    for feature in content["features"]:
        ring = shapely.LinearRing(feature["geometry"]["coordinates"][0])
        assert ring.is_ccw
    assert content["features"][0]["properties"]["date"] == "2015-06-01"
    assert content["features"][1]["properties"]["date"] is None


def test_csv(tmp_path):
    write_hits(tmp_path / "hits.CSV", make_hits())
    with (tmp_path / "hits.CSV").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == [*FIELDS, "footprint"]
    assert rows[0]["source"] == "ä, ö.tif"
    assert [row["date"] for row in rows] == ["2015-06-01", ""]
    assert shapely.from_wkt(rows[0]["footprint"]).equals(shapely.Polygon(make_hits()[0].footprint))


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".csv"])
def test_no_hits_and_replacing(tmp_path, suffix):
    path = tmp_path / f"hits{suffix}"
    write_hits(path, make_hits())
    write_hits(path, [])
    if suffix == ".csv":
        assert len(path.read_text().splitlines()) == 1
    else:
        assert len(pyogrio.raw.read(path)[2]) == 0
    assert list(tmp_path.iterdir()) == [path]


def test_where_nothing_can_be_written(tmp_path, monkeypatch):
    with pytest.raises(UsageError, match=r"\.gpkg, \.geojson or \.csv"):
        write_hits(tmp_path / "hits.xyz", make_hits())
    with pytest.raises(FolderNotWritable):
        write_hits(tmp_path / "none" / "hits.gpkg", make_hits())
    write_hits(tmp_path / "hits.csv", make_hits())
    before = (tmp_path / "hits.csv").read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(index_files.os, "fsync", full)
    with pytest.raises(DiskFull):
        write_hits(tmp_path / "hits.csv", [])
    assert (tmp_path / "hits.csv").read_bytes() == before
    assert [Path(f).name for f in tmp_path.iterdir()] == ["hits.csv"]


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".csv"])
def test_a_folder_in_the_way_and_a_name_too_long(tmp_path, suffix):
    """Whatever the system says of a write is told as it is, and is no bug of ours."""
    (tmp_path / f"folder{suffix}").mkdir()
    with pytest.raises(FolderNotWritable, match="directory"):
        write_hits(tmp_path / f"folder{suffix}", make_hits())
    with pytest.raises(FolderNotWritable, match="too long"):
        write_hits(tmp_path / ("x" * 300 + suffix), make_hits())
    assert [item.name for item in tmp_path.iterdir()] == [f"folder{suffix}"]


def test_a_full_disk_for_temporary_files_does_not_matter(small_disk, tmp_path, monkeypatch):
    (small_disk / "ballast").write_bytes(bytes((1 << 20) - (8 << 10)))
    monkeypatch.setattr(tempfile, "tempdir", str(small_disk))
    write_hits(tmp_path / "hits.gpkg", make_hits())
    assert len(pyogrio.raw.read(tmp_path / "hits.gpkg")[2]) == 2


def test_footprints_on_a_full_disk(small_disk, index):
    store = open_store(index)
    (small_disk / "tiles.gpkg").write_bytes(b"what was there")
    for room in (10, 60, 110):
        (small_disk / "ballast").write_bytes(bytes((1 << 20) - (room << 10)))
        with pytest.raises(DiskFull):
            write_tiles_layer(small_disk / "tiles.gpkg", store)
        assert (small_disk / "tiles.gpkg").read_bytes() == b"what was there"
    (small_disk / "ballast").unlink()
    assert write_tiles_layer(small_disk / "tiles.gpkg", store) == store.info.tiles
    assert pyogrio.read_info(small_disk / "tiles.gpkg")["features"] == store.info.tiles
    assert [item.name for item in small_disk.iterdir()] == ["tiles.gpkg"]


def test_thumbnails_on_a_full_disk(small_disk, scenes, monkeypatch):
    source = describe_source(str(scenes / "a_20150601.tif"))
    windows = {7: (0.0, 0.0, 40.0, 40.0), 8: (40.0, 0.0, 40.0, 40.0)}

    def write() -> dict[int, Path]:
        return write_thumbnails(source, windows, small_disk, 64, lambda: None)

    (small_disk / "ballast").write_bytes(bytes((1 << 20) - (4 << 10)))
    with pytest.raises(DiskFull):
        write()
    (small_disk / "ballast").unlink()
    assert write() == {name: small_disk / f"{name}.png" for name in windows}
    if hasattr(errno, "EDQUOT"):
        # A quota that is used up, of which a test has none.
        def refuse(*_arguments: object, **_options: object) -> None:
            raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT))

        monkeypatch.setattr(Image.Image, "save", refuse)
        with pytest.raises(DiskFull):
            write()
