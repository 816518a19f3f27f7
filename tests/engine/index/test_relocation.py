"""Imagery that lies elsewhere than when it was indexed."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pyogrio.raw
import pytest
import rasterio

from engine.contract.indexes import BuildReport, SourceOptions
from engine.errors import (
    Cancelled,
    IndexExists,
    IndexOfAnotherModel,
    SourceMoved,
    UnknownSource,
)
from engine.index.builder import add_to_index, build_index
from engine.index.folder.annoy_trees import annoy_package
from engine.index.maintenance import index_info, verify_index
from engine.index.relocation import moved_path, relocate
from engine.index.store import open_store, store_info
from engine.progress import Progress
from tests.support.impatience import Impatient
from tests.support.index_contents import tiles_of
from tests.support.scenes import PixelStatistics, write_scene


@pytest.fixture
def moved(scenes: Path, index: Path) -> Path:
    """The folder to which the scenes of the index have been moved."""
    return scenes.rename(scenes.with_name("elsewhere"))


def uris(index: Path) -> list[str]:
    return [source.uri for source in index_info(index).sources]


def vectors_of(index: Path) -> dict[int, bytes]:
    store = open_store(index)
    ids = [tile for table in store.items() for tile in table.columns["tile_id"].tolist()]
    return {tile: row.tobytes() for tile, row in zip(ids, store.vectors(ids), strict=True)}


@pytest.mark.parametrize(
    ("uri", "old", "new", "expected"),
    [
        ("/data/a/x.tif", "/data/a", "/mnt/b", "/mnt/b/x.tif"),
        ("/data/a/x.tif", "/data/a/", "/mnt/b/", "/mnt/b/x.tif"),
        ("/data/a/x.tif", "/data/a/x.tif", "/mnt/y.tif", "/mnt/y.tif"),
        ("/data/ab/x.tif", "/data/a", "/mnt/b", None),
        ("/more/data/a/x.tif", "/data/a", "/mnt/b", None),
        ("/data/a/x.tif", "/", "/mnt/b", "/mnt/b/data/a/x.tif"),
        (r"D:\img\a\x.tif", "D:", "E:", r"E:\img\a\x.tif"),
        (r"D:\img\a\x.tif", "d:/IMG", r"E:\img", r"E:\img\a\x.tif"),
        (r"D:\img\a\x.tif", r"D:\img", "/mnt/img", "/mnt/img/a/x.tif"),
        (r"\\nas\share\x.tif", r"\\NAS\share", "Z:", r"Z:\x.tif"),
        ("/data/A/x.tif", "/data/a", "/mnt/b", None),
        ("GPKG:/data/a.gpkg:table", "/data", "/mnt", "GPKG:/mnt/a.gpkg:table"),
        ("GPKG:/data/a.gpkg:table", "/data/a.gpkg", "/mnt/b.gpkg", "GPKG:/mnt/b.gpkg:table"),
        ('NETCDF:"/data/a.nc":t', "/data", "/mnt", 'NETCDF:"/mnt/a.nc":t'),
        ("/vsizip//data/a.zip/x.tif", "/data", "/mnt", "/vsizip//mnt/a.zip/x.tif"),
        ("/vsizip/vsicurl/https://a.org/x.zip/x.tif", "https://a.org", "https://b.org",
         "/vsizip/vsicurl/https://b.org/x.zip/x.tif"),
        ("/vsicurl/https://old.org/a/x.tif", "https://old.org", "https://new.org",
         "/vsicurl/https://new.org/a/x.tif"),
        ("/data/LC08_B[4,3,2].TIF", "/data", "/mnt", "/mnt/LC08_B[4,3,2].TIF"),
    ],
)  # fmt: skip
def test_the_beginning_of_a_path_is_replaced(uri, old, new, expected):
    assert moved_path(uri, old, new) == expected


def test_nothing_is_embedded_again_and_all_that_names_the_place_follows(
    cells_in_small_parts, index, scenes, moved
):
    before, encoder = vectors_of(index), PixelStatistics()
    tiles = tiles_of(index)
    report = relocate(index, str(scenes), str(moved), encoder)
    assert [(r.source, r.new) for r in report.relocated] == [
        (str(scenes / name), str(moved / name)) for name in ("a_20150601.tif", "b.tif")
    ]
    assert report.failed == ()
    assert uris(index) == [str(moved / "a_20150601.tif"), str(moved / "b.tif")]
    assert 2 < encoder.encoded <= 16
    assert vectors_of(index) == before
    assert len(tiles_of(index)) == len(tiles)
    assert verify_index(index).problems == ()
    # The layer of footprints in the index, and trees that need not be made again.
    _, _, _, (paths,) = pyogrio.raw.read(
        index / "tiles.vrt", columns=["source_path"], read_geometry=False
    )
    assert set(paths) == set(uris(index))
    if annoy_package() is not None:
        assert all((part / "tree.ann").is_file() for part in (index / "parts").iterdir())
    # The same build goes on from the new place, and has nothing to do.
    spec = store_info(index).settings.tile_spec
    again = build_index(index, [str(moved)], encoder, spec, part_tiles=8192, batch_size=64)
    assert (again.tiles, len(again.skipped_sources)) == (0, 2)


def test_what_is_not_the_same_raster_keeps_its_path(index, scenes, moved):
    write_scene(moved / "a_20150601.tif", seed=99)  # other pixels
    report = relocate(index, str(scenes), str(moved), PixelStatistics())
    (failed,) = report.failed
    assert failed.source == str(scenes / "a_20150601.tif")
    assert failed.failure.code == "source-differs"
    assert "pixels" in failed.failure.values["difference"]
    assert uris(index) == [str(scenes / "a_20150601.tif"), str(moved / "b.tif")]


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        ({"width": 152}, "152 x 160 pixels, not 160 x 160"),
        ({"west": 500_040.0}, "lies elsewhere"),
        ({"pixel": 1.01}, "lies elsewhere"),
        ({"crs": "EPSG:32634"}, "another CRS"),
        ({"empty_rows": 160}, "pixels"),
    ],
)
def test_size_position_and_pixels_are_compared(index, scenes, moved, change, difference):
    write_scene(moved / "a_20150601.tif", seed=1, **change)
    report = relocate(
        index, str(scenes / "a_20150601.tif"), str(moved / "a_20150601.tif"), PixelStatistics()
    )
    (failed,) = report.failed
    assert difference in failed.failure.values["difference"]
    assert report.relocated == ()
    assert uris(index)[0] == str(scenes / "a_20150601.tif")


def test_missing_and_taken_places(index, scenes, moved):
    (moved / "a_20150601.tif").unlink()
    report = relocate(index, str(scenes), str(moved), PixelStatistics())
    assert [f.failure.code for f in report.failed] == ["source-unreadable"]
    # b.tif is another source of the index.
    taken = relocate(index, str(scenes / "a_20150601.tif"), str(moved / "b.tif"), PixelStatistics())
    assert "as another one" in taken.failed[0].failure.values["difference"]
    with pytest.raises(UnknownSource):
        relocate(index, "/nowhere", str(moved), PixelStatistics())
    with pytest.raises(IndexOfAnotherModel):
        relocate(index, str(scenes), str(moved), PixelStatistics("b" * 64))


def test_cancelling_changes_nothing(index, scenes, moved):
    class Questioned(Progress):
        def __init__(self, most: int) -> None:
            self.asked, self.most = 0, most

        def check_cancelled(self) -> None:
            self.asked += 1
            if self.asked > self.most:
                raise Cancelled

    before = (index / "index.json").read_bytes()
    counted = Questioned(1000)
    copy = shutil.copytree(index, index.with_name("copy.scrl"))
    relocate(copy, str(scenes), str(moved), PixelStatistics(), counted)
    assert counted.asked > 3
    for most in range(counted.asked):
        with pytest.raises(Cancelled):
            relocate(index, str(scenes), str(moved), PixelStatistics(), Questioned(most))
        assert (index / "index.json").read_bytes() == before
    assert verify_index(index).problems == ()


def test_an_interrupted_build_is_relocated_and_continued(tmp_path, scenes, spec, encoder):
    index = tmp_path / "x.scrl"
    with pytest.raises(Cancelled):
        build_index(
            index,
            [str(scenes)],
            encoder,
            spec,
            part_tiles=60,
            batch_size=16,
            progress=Impatient(150),
        )
    whole = tmp_path / "whole.scrl"
    build_index(whole, [str(scenes)], encoder, spec, part_tiles=60, batch_size=16)
    moved = scenes.rename(tmp_path / "elsewhere")
    assert len(relocate(index, str(scenes), str(moved), encoder).relocated) == 2
    build_index(index, [str(moved)], encoder, spec, batch_size=16, part_tiles=8192)
    assert not store_info(index).pending
    assert vectors_of(index) == vectors_of(whole)


# --- adding from the new place ----------------------------------------------------------------------


def refused(report: BuildReport) -> list[tuple[str, str, str]]:
    assert {failed.failure.code for failed in report.failed} <= {"source-moved"}
    return [
        (failed.source, failed.failure.values["old"], failed.failure.values["new"])
        for failed in report.failed
    ]


def test_adding_from_the_new_place_offers_to_relocate(index, scenes, moved, encoder):
    write_scene(moved / "new.tif", seed=7, west=500_400.0)
    encoder.encoded = 0
    report = add_to_index(index, [str(moved)], encoder, batch_size=64)
    assert refused(report) == [
        (str(moved / name), str(scenes), str(moved)) for name in ("a_20150601.tif", "b.tif")
    ]
    # The others are indexed.
    assert uris(index)[2:] == [str(moved / "new.tif")]
    assert report.tiles == encoder.encoded > 50
    # What is offered can be done.
    _, old, new = refused(report)[0]
    assert len(relocate(index, old, new, encoder).relocated) == 2
    assert add_to_index(index, [str(moved)], encoder, batch_size=64).failed == ()


def test_imagery_with_a_crs_that_the_user_gave_is_recognised_without_it(tmp_path, encoder, spec):
    scene = write_scene(tmp_path / "a.tif", crs=None)
    index = tmp_path / "x.scrl"
    given = SourceOptions(crs="EPSG:32633")
    build_index(index, [str(scene)], encoder, spec, given, part_tiles=8192, batch_size=64)
    (tmp_path / "new").mkdir()
    scene.rename(tmp_path / "new" / "a.tif")
    report = add_to_index(index, [str(tmp_path / "new")], encoder, batch_size=64)
    assert refused(report) == [
        (str(tmp_path / "new" / "a.tif"), str(tmp_path), str(tmp_path / "new"))
    ]


def test_only_what_is_the_same_and_gone_is_taken_for_moved(index, scenes, tmp_path, encoder):
    copies = tmp_path / "copies"
    copies.mkdir()
    # A copy, whose original is still there; and one of that name that lies elsewhere.
    shutil.copy(scenes / "b.tif", copies)
    write_scene(copies / "a_20150601.tif", seed=1, west=500_600.0)
    (scenes / "a_20150601.tif").unlink()
    report = add_to_index(index, [str(copies)], encoder, batch_size=64)
    assert report.failed == ()
    assert uris(index)[2:] == [str(copies / "a_20150601.tif"), str(copies / "b.tif")]


def test_building_from_the_new_place_offers_to_relocate(index, moved, scenes, encoder, spec):
    with pytest.raises(SourceMoved) as error:
        build_index(index, [str(moved)], encoder, spec, part_tiles=8192, batch_size=64)
    assert error.value.values["old"] == str(scenes)
    assert f'index relocate "{index}" "{scenes}" "{moved}"' in error.value.next_step
    # An index of other imagery, or of other tiles, is what it was before.
    other = write_scene(moved / "other.tif", seed=5)
    with pytest.raises(IndexExists):
        build_index(index, [str(other)], encoder, spec, part_tiles=8192, batch_size=64)


def test_a_build_of_a_folder_in_which_imagery_has_moved(tmp_path, encoder, spec):
    data = tmp_path / "data"
    (data / "2015").mkdir(parents=True)
    write_scene(data / "2015" / "a.tif", seed=1)
    write_scene(data / "b.tif", seed=2, west=500_200.0)
    index = tmp_path / "x.scrl"
    build_index(index, [str(data)], encoder, spec, part_tiles=8192, batch_size=64)
    (data / "2015").rename(data / "year 2015")
    report = build_index(index, [str(data)], encoder, spec, part_tiles=8192, batch_size=64)
    assert refused(report) == [
        (str(data / "year 2015" / "a.tif"), str(data / "2015"), str(data / "year 2015"))
    ]


def test_a_table_of_a_geopackage_moves_with_its_file(tmp_path, encoder, spec):
    scene = write_scene(tmp_path / "scene.tif", seed=4, crs="EPSG:3857", west=1e6, north=6e6)
    package = tmp_path / "maps.gpkg"
    with rasterio.open(scene) as source:
        pixels = source.read()
        profile = {**source.profile, "driver": "GPKG", "nodata": None, "RASTER_TABLE": "one"}
    for name in ("blockxsize", "blockysize", "tiled", "compress", "interleave"):
        profile.pop(name, None)
    with rasterio.open(package, "w", **profile) as out:
        out.write(np.maximum(pixels, 1))
    index = tmp_path / "x.scrl"
    build_index(index, [str(package)], encoder, spec, part_tiles=8192, batch_size=64)
    package.rename(tmp_path / "renamed.gpkg")
    report = relocate(index, str(package), str(tmp_path / "renamed.gpkg"), encoder)
    assert report.failed == ()
    assert "renamed.gpkg" in uris(index)[0]
