from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pyogrio
import pyogrio.raw
import pytest
import rasterio
import shapely
from filelock import FileLock

from engine.contract.indexes import BuildReport, LayerOptions, SourceOptions
from engine.contract.notices import Notice, Stage, Unit
from engine.errors import (
    Cancelled,
    DiskFull,
    FolderNotWritable,
    IndexDamaged,
    IndexExists,
    IndexFormatTooNew,
    IndexLocked,
    IndexMissing,
    IndexOfAnotherModel,
    NoSources,
)
from engine.imagery.tiling import TileGrid, TileSpec
from engine.index import files as index_files
from engine.index.builder import add_to_index, build_index
from engine.index.folder import writer as folder_writer
from engine.index.folder.format import read_index
from engine.index.folder.reader import FolderStore
from engine.index.maintenance import index_info, verify_index
from engine.index.search import search
from engine.index.store import open_store
from engine.progress import Task
from tests.support.index_contents import tiles_of
from tests.support.scenes import PixelStatistics, write_scene


class Watcher(Task):
    """Calls back when tiles advance; adds up what it is told."""

    def __init__(self, at_advance: Callable[[int], None] | None = None) -> None:
        self.totals: dict[Stage | str, int] = {}
        self.done = 0
        self.notes: list[Notice | str] = []
        self._at_advance = at_advance
        self.stage: Stage | str = ""

    def start(self, stage: Stage | str, total: int, unit: Unit | str) -> None:
        self.stage, self.done = stage, 0
        self.totals[stage] = total

    def advance(self, steps: int = 1) -> None:
        self.done += steps
        if self._at_advance is not None and self.stage is Stage.EMBEDDING_TILES:
            self._at_advance(self.done)

    def note(self, notice: Notice | str) -> None:
        self.notes.append(notice)


def build(path: Path, inputs: Path | list[Path], **options) -> BuildReport:
    names = [str(item) for item in (inputs if isinstance(inputs, list) else [inputs])]
    values = {
        "encoder": PixelStatistics(),
        "tile_spec": TileSpec((20.0, 40.0), overlap=0.25, pixels=16),
        "part_tiles": 60,
        "batch_size": 16,
        **options,
    }
    return build_index(path, names, **values)


def test_rows_say_where_the_tiles_lie(index, scenes, encoder):
    file = read_index(index)
    opened = FolderStore(index)
    assert opened.info.tiles == file.rows > 200
    assert len(opened.parts) >= 4
    for part in opened.parts:
        assert part.vectors.dtype == np.float16
        assert (np.diff(part.rows["id"]) > 0).all()
        meta, _, wkb, fields = pyogrio.raw.read(part.folder / "tiles.fgb")
        columns = dict(zip(meta["fields"], fields, strict=True))
        assert pyogrio.read_info(part.folder / "tiles.fgb")["capabilities"]["fast_spatial_filter"]
        assert sorted(columns["id"]) == part.rows["id"].tolist()
        places = np.searchsorted(part.rows["id"], columns["id"])
        bounds = shapely.bounds(shapely.from_wkb(wkb))
        np.testing.assert_allclose(bounds, part.rows["bounds"][places], atol=1e-12)
        np.testing.assert_array_equal(columns["width"], part.rows["window"][places, 2])
        for row in part.rows:
            record = file.source_by_number()[int(row["source"])]
            grid = TileGrid(record.source, file.tile_spec)
            number = int(row["id"]) - record.first_tile_id
            np.testing.assert_allclose(row["window"], grid.window(number))
            assert row["ground_size"] == grid.ground_size(number)
            assert row["bounds"][0] < row["lon"] < row["bounds"][2]
            assert row["bounds"][1] < row["lat"] < row["bounds"][3]
    layer = pyogrio.raw.read(index / "tiles.vrt")
    assert len(layer[2]) == file.rows
    assert pyogrio.read_info(index / "tiles.vrt")["features"] == file.rows
    layer = pyogrio.raw.read(index / "tiles.vrt", bbox=(15.0028, 46.95, 15.0029, 46.96))
    assert 0 < len(layer[2]) < file.rows


def test_report_and_progress_add_up(tmp_path, scenes):
    watcher = Watcher()
    report = build(tmp_path / "x.scrl", scenes, progress=watcher)
    planned = sum(record.planned_tiles for record in read_index(tmp_path / "x.scrl").sources)
    assert report.tiles + report.skipped_empty == planned == watcher.done
    assert watcher.totals[Stage.EMBEDDING_TILES] == planned
    assert report.skipped_empty > 20
    assert report.parts == len(read_index(tmp_path / "x.scrl").parts)
    assert report.failed == ()


def test_same_build_again_does_nothing(index, scenes, encoder):
    before = {f: f.stat().st_mtime_ns for f in index.rglob("*") if f.name != "lock"}
    encoder.encoded = 0
    report = build(index, scenes, encoder=encoder)
    assert (report.tiles, report.parts, encoder.encoded) == (0, 0, 0)
    assert len(report.skipped_sources) == 2
    assert before == {f: f.stat().st_mtime_ns for f in index.rglob("*") if f.name != "lock"} | {
        f: t for f, t in before.items() if f == index
    }


def test_add_embeds_only_what_is_new(index, scenes, encoder):
    before = tiles_of(index)
    new = write_scene(scenes / "c_2017-03-04.tif", seed=3, west=500_400.0)
    encoder.encoded = 0
    report = add_to_index(index, [str(scenes)], encoder, batch_size=16)
    after = tiles_of(index)
    assert report.tiles == encoder.encoded == len(after) - len(before) > 100
    assert len(report.skipped_sources) == 2
    assert {tile: after[tile] for tile in before} == before
    assert [s.date for s in index_info(index).sources] == [
        date(2015, 6, 1),
        None,
        date(2017, 3, 4),
    ]
    encoder.encoded = 0
    again = add_to_index(index, [str(new)], encoder, batch_size=32)
    assert (again.tiles, encoder.encoded) == (0, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_add_through_a_link_adds_nothing(index, scenes, tmp_path, encoder):
    (tmp_path / "link").symlink_to(scenes)
    (tmp_path / "link.tif").symlink_to(scenes / "b.tif")
    before = index_info(index)
    for name in ("link", "link.tif"):
        report = add_to_index(index, [str(tmp_path / name)], encoder, batch_size=32)
        assert not report.tiles
        assert report.skipped_sources
    assert index_info(index) == before


def test_changed_source_is_indexed_anew(index, scenes, encoder):
    before = tiles_of(index)
    write_scene(scenes / "b.tif", seed=9, west=500_200.0)
    report = add_to_index(index, [str(scenes / "b.tif")], encoder, batch_size=32)
    after = tiles_of(index)
    assert [Path(uri).name for uri in report.reindexed_sources] == ["b.tif"]
    first_new = read_index(index).sources[-1].first_tile_id
    assert {tile for tile in after if tile < first_new} < set(before)
    assert report.tiles == len([tile for tile in after if tile >= first_new]) > 100
    assert [s.name for s in index_info(index).sources] == ["a_20150601.tif", "b.tif"]
    assert verify_index(index).problems == ()


def test_other_options_said_for_a_source(index, scenes, encoder):
    dated = SourceOptions(date=date(2001, 1, 1))
    assert add_to_index(index, [str(scenes / "b.tif")], encoder, batch_size=32).tiles == 0
    report = add_to_index(index, [str(scenes / "b.tif")], encoder, dated, batch_size=32)
    assert len(report.reindexed_sources) == 1
    assert index_info(index).since == date(2001, 1, 1)
    # Said once, it stays said.
    assert add_to_index(index, [str(scenes / "b.tif")], encoder, batch_size=32).tiles == 0
    assert add_to_index(index, [str(scenes / "b.tif")], encoder, dated, batch_size=32).tiles == 0


def test_small_sources_share_parts(tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(12):
        write_scene(folder / f"s{number:02d}.tif", 45, 45, west=500_000 + 100 * number, seed=number)
    encoder = PixelStatistics()
    report = build(tmp_path / "x.scrl", folder, encoder=encoder, part_tiles=1000)
    assert report.parts == 1
    assert report.tiles >= 12 * 4
    assert all(source.tiles >= 4 for source in index_info(tmp_path / "x.scrl").sources)


def test_empty_source_is_done_once(tmp_path):
    scene = write_scene(tmp_path / "empty.tif", empty_rows=160)
    report = build(tmp_path / "x.scrl", scene)
    assert (report.tiles, report.parts) == (0, 0)
    assert report.skipped_empty > 0
    assert index_info(tmp_path / "x.scrl").complete
    assert build(tmp_path / "x.scrl", scene).skipped_empty == 0


def test_source_that_vanishes_in_the_middle(tmp_path, scenes):
    """All that was read before is kept, all else is finished, the same command does the rest."""
    whole = tmp_path / "whole.scrl"
    last = write_scene(scenes / "c.tif", seed=3, west=500_400.0)
    build(whole, scenes)
    kept = tmp_path / "kept.tif"
    large = scenes / "a_20150601.tif"

    def vanish(done: int) -> None:
        if done >= 64 and large.exists():
            shutil.copy2(large, kept)
            large.unlink()

    path = tmp_path / "x.scrl"
    report = build(path, scenes, progress=Watcher(vanish), batch_size=4)
    (failed,) = report.failed
    assert (failed.source, failed.failure.code) == (str(large), "source-unreadable")
    info = index_info(path)
    tiles = {source.name: (source.tiles, source.complete) for source in info.sources}
    assert tiles["c.tif"] == (index_info(whole).sources[2].tiles, True)
    assert tiles["b.tif"][1]
    assert not tiles["a_20150601.tif"][1]
    assert tiles["a_20150601.tif"][0] > 0
    assert not info.complete
    # Without the file the same command says so again, and does no harm.
    assert [f.source for f in build(path, scenes, batch_size=4).failed] == [str(large)]
    shutil.copy2(kept, large)
    report = build(path, scenes, batch_size=4)
    assert report.failed == ()
    assert tiles_of(path) == tiles_of(whole)
    assert last.exists()


def test_damaged_block_in_a_source(tmp_path, scenes):
    """One unreadable block costs one range of tiles, not the source and not the others."""
    broken = write_scene(scenes / "a_20150601.tif", seed=1, compress="deflate")
    with rasterio.open(broken) as dataset:
        offset = int(dataset.get_tag_item("BLOCK_OFFSET_1_1", "TIFF", bidx=1))
    with broken.open("rb+") as stream:
        stream.seek(offset)
        stream.write(b"\xff" * 40)
    report = build(tmp_path / "x.scrl", scenes, part_tiles=20)
    assert [Path(failed.source).name for failed in report.failed] == [broken.name]
    tiles = {source.name: source for source in index_info(tmp_path / "x.scrl").sources}
    assert tiles["b.tif"].complete
    assert tiles[broken.name].tiles > 0
    assert not tiles[broken.name].complete


def test_what_was_read_of_a_range_that_failed_is_not_written_with_others(tmp_path, scenes):
    """The range is read again, and its first tiles would be there twice."""
    whole = tmp_path / "whole.scrl"
    broken = write_scene(scenes / "a_20150601.tif", seed=1, compress="deflate")
    build(whole, scenes, part_tiles=1000)
    sound = broken.read_bytes(), broken.stat()
    with rasterio.open(broken) as dataset:
        offset = int(dataset.get_tag_item("BLOCK_OFFSET_2_2", "TIFF", bidx=1))
    with broken.open("rb+") as stream:
        stream.seek(offset)
        stream.write(b"\xff" * 40)
    path = tmp_path / "x.scrl"
    report = build(path, scenes, part_tiles=1000, batch_size=4)
    assert [Path(failed.source).name for failed in report.failed] == [broken.name]
    tiles = {source.name: source.tiles for source in index_info(path).sources}
    assert tiles["b.tif"] > 0
    assert tiles[broken.name] == 0
    broken.write_bytes(sound[0])
    os.utime(broken, ns=(sound[1].st_atime_ns, sound[1].st_mtime_ns))
    build(path, scenes, part_tiles=1000)
    assert verify_index(path).problems == ()
    assert index_info(path).tiles == index_info(whole).tiles


def test_unreadable_source_beside_good_ones(tmp_path, scenes):
    (scenes / "bad.tif").write_bytes(b"this is no raster")
    report = build(tmp_path / "x.scrl", scenes)
    (failed,) = report.failed
    assert (Path(failed.source).name, failed.failure.code) == ("bad.tif", "source-unreadable")
    assert len(index_info(tmp_path / "x.scrl").sources) == 2


def test_nothing_readable_leaves_nothing(tmp_path):
    bad = tmp_path / "bad.tif"
    bad.write_bytes(b"this is no raster")
    report = build(tmp_path / "x.scrl", bad)
    assert len(report.failed) == 1
    assert not (tmp_path / "x.scrl").exists()


def test_cancel_keeps_finished_parts(tmp_path, scenes):
    path = tmp_path / "x.scrl"

    class Canceller(Watcher):
        def check_cancelled(self) -> None:
            if self.done >= 150:
                raise Cancelled

    with pytest.raises(Cancelled):
        build(path, scenes, progress=Canceller())
    info = index_info(path)
    assert info.tiles >= 60
    assert not info.complete
    encoder = PixelStatistics()
    build(path, scenes, encoder=encoder)
    assert index_info(path).complete
    assert encoder.encoded == index_info(path).tiles - info.tiles


def test_cancel_in_the_midst_of_empty_tiles(tmp_path):
    write_scene(tmp_path / "empty.tif", 400, 400, empty_rows=400)

    class Canceller(Watcher):
        asked = 0

        def check_cancelled(self) -> None:
            self.asked += self.stage is Stage.EMBEDDING_TILES
            if self.asked > 20:
                raise Cancelled

    watcher = Canceller()
    with pytest.raises(Cancelled):
        build(tmp_path / "x.scrl", tmp_path / "empty.tif", progress=watcher, part_tiles=1000)
    assert watcher.totals[Stage.EMBEDDING_TILES] > 100
    assert watcher.asked < 30


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such call")
def test_a_network_drive_that_cannot_wait_for_its_folders(tmp_path, scenes, monkeypatch):
    wait = os.fsync

    def refuse_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        wait(descriptor)

    monkeypatch.setattr(index_files.os, "fsync", refuse_folders)
    assert build(tmp_path / "x.scrl", scenes).tiles
    assert not verify_index(tmp_path / "x.scrl").problems


def test_place_taken(index, scenes, tmp_path):
    other = write_scene(tmp_path / "other.tif", seed=7)
    with pytest.raises(IndexExists, match="other imagery"):
        build(index, other)
    with pytest.raises(IndexExists, match="another model"):
        build(index, scenes, encoder=PixelStatistics("b" * 64))
    with pytest.raises(IndexExists, match="other tiles"):
        build(index, scenes, tile_spec=TileSpec((30.0,), pixels=16))
    with pytest.raises(IndexExists, match="other bands"):
        build(index, scenes, source_options=SourceOptions(bands=(3, 2, 1)))
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "holiday.jpg").write_bytes(b"")
    with pytest.raises(IndexExists, match=r"holiday\.jpg"):
        build(folder, scenes)
    assert list(folder.iterdir()) == [folder / "holiday.jpg"]


def test_wrong_index(index, scenes, tmp_path, encoder):
    with pytest.raises(IndexMissing):
        add_to_index(tmp_path / "none.scrl", [str(scenes)], encoder, batch_size=32)
    with pytest.raises(IndexOfAnotherModel, match="bbbbbbbbbbbb"):
        add_to_index(index, [str(scenes)], PixelStatistics("b" * 64), batch_size=32)
    with pytest.raises(NoSources):
        add_to_index(index, [str(tmp_path / "nothing" / "*.tif")], encoder, batch_size=32)
    with pytest.raises(NoSources):
        build(tmp_path / "new.scrl", tmp_path / "nothing-*.tif")
    assert not (tmp_path / "new.scrl").exists()
    content = json.loads((index / "index.json").read_text())
    (index / "index.json").write_text(json.dumps({**content, "format_version": 99}))
    with pytest.raises(IndexFormatTooNew, match="99"):
        add_to_index(index, [str(scenes)], encoder, batch_size=32)
    for damaged in ('{"format_version": 1}', "[]", "", '{"format_version": 1, "parts": 7'):
        (index / "index.json").write_text(damaged)
        with pytest.raises(IndexDamaged):
            build(index, scenes)
    content["parts"][0]["name"] = "../../elsewhere"
    (index / "index.json").write_text(json.dumps(content))
    with pytest.raises(IndexDamaged):
        open_store(index)


def test_who_comes_second_leaves_the_lock_of_the_first(tmp_path, scenes, monkeypatch):
    """Both have found no folder; without the file of the lock a third one would write beside the first."""
    path = tmp_path / "x.scrl"
    path.mkdir()
    with FileLock(path / "lock"):
        monkeypatch.setattr(folder_writer, "exists", lambda _path: False)
        with pytest.raises(IndexLocked):
            build(path, scenes)
        assert (path / "lock").exists()


def test_file_in_the_way(tmp_path, scenes):
    (tmp_path / "x.scrl").write_text("")
    with pytest.raises(FolderNotWritable):
        build(tmp_path / "x.scrl", scenes)
    with pytest.raises(FolderNotWritable):
        build(tmp_path / "x.scrl" / "y.scrl", scenes)


def test_disk_full_for_real(small_disk, tmp_path, scenes):
    """The parts that found room stay; with more room the same command goes on."""
    whole = tmp_path / "whole.scrl"
    build(whole, scenes)
    path = small_disk / "x.scrl"
    (small_disk / "ballast").write_bytes(bytes((1 << 20) - (100 << 10)))
    with pytest.raises(DiskFull):
        build(path, scenes)
    assert verify_index(path).problems == ()
    assert 0 < index_info(path).tiles < index_info(whole).tiles
    (small_disk / "ballast").unlink()
    build(path, scenes)
    assert tiles_of(path) == tiles_of(whole)


def test_read_only_disk_for_real(small_disk, scenes, encoder):
    path = small_disk / "x.scrl"
    build(path, scenes)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(FolderNotWritable, match="read-only"):
        add_to_index(path, [str(scenes)], encoder, batch_size=32)
    with pytest.raises(FolderNotWritable, match="read-only"):
        build(small_disk / "y.scrl", scenes)
    assert search(open_store(path), np.ones(24, dtype=np.float32)).hits


@pytest.mark.parametrize(
    ("number", "expected"),
    [(errno.ENOSPC, DiskFull), (errno.EROFS, FolderNotWritable), (errno.EACCES, FolderNotWritable)],
)
def test_every_write_may_fail(tmp_path, scenes, monkeypatch, number, expected):
    """A fault injected at each write in turn; what was finished is kept, and it resumes."""
    whole = tmp_path / "whole.scrl"
    build(whole, scenes)
    write, count = index_files.os.fsync, 0

    def failing(descriptor: int) -> None:
        nonlocal count
        count += 1
        if count % 17 == 0:
            raise OSError(number, os.strerror(number))
        write(descriptor)

    monkeypatch.setattr(index_files.os, "fsync", failing)
    path = tmp_path / "x.scrl"
    for _ in range(30):
        try:
            build(path, scenes)
        except expected:
            continue
        break
    else:
        pytest.fail("it never finished")
    assert count > 34
    assert tiles_of(path) == tiles_of(whole)
    assert verify_index(path).problems == ()


# --- corrected georeferencing ----------------------------------------------------------------------


def _another_crs(path: Path) -> None:
    """As QGIS writes it where the user sets a CRS: into the sidecar."""
    path.with_suffix(".png.aux.xml").write_text(
        "<PAMDataset><SRS>EPSG:32632</SRS></PAMDataset>", encoding="utf-8"
    )


def _moved(path: Path) -> None:
    path.with_suffix(".wld").write_text("1\n0\n0\n-1\n500100.5\n5499999.5\n")


def _nodata(path: Path) -> None:
    sidecar = path.with_suffix(".png.aux.xml")
    band = '<PAMRasterBand band="1"><NoDataValue>0</NoDataValue></PAMRasterBand>'
    text = sidecar.read_text().replace("</PAMDataset>", f"{band}</PAMDataset>")
    sidecar.write_text(text, encoding="utf-8")


def _mask(path: Path) -> None:
    with rasterio.open(path, "r+") as dataset:
        mask = np.full(dataset.shape, 255, np.uint8)
        mask[:50] = 0
        dataset.write_mask(mask)
    assert path.with_suffix(".png.msk").is_file()


def _statistics(path: Path) -> None:
    sidecar = path.with_suffix(".png.aux.xml")
    band = '<PAMRasterBand band="1"><Metadata><MDI key="STATISTICS_MEAN">7</MDI></Metadata></PAMRasterBand>'
    text = sidecar.read_text().replace("</PAMDataset>", f"{band}</PAMDataset>")
    sidecar.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("write", ["build", "add"])
@pytest.mark.parametrize(
    ("correct", "anew"),
    [(_another_crs, True), (_moved, True), (_nodata, True), (_mask, True), (_statistics, False)],
)
def test_a_source_whose_georeferencing_is_corrected_is_indexed_anew(
    tmp_path, encoder, spec, correct, anew, write
):
    path = tmp_path / "a.png"
    values = np.random.default_rng(1).integers(1, 255, (3, 200, 200), dtype=np.uint8)
    with rasterio.open(path, "w", driver="PNG", width=200, height=200, count=3, dtype="uint8") as o:
        o.write(values)
    path.with_suffix(".wld").write_text("1\n0\n0\n-1\n500000.5\n5499999.5\n")
    path.with_suffix(".png.aux.xml").write_text("<PAMDataset><SRS>EPSG:32633</SRS></PAMDataset>")
    index = tmp_path / "x.scrl"
    build_index(index, [str(path)], encoder, spec, part_tiles=2048, batch_size=32)
    before = path.stat()
    correct(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    if write == "build":
        report = build_index(index, [str(path)], encoder, spec, part_tiles=2048, batch_size=32)
    else:
        report = add_to_index(index, [str(path)], encoder, batch_size=32)
    assert report.reindexed_sources == ((str(path),) if anew else ())
    assert (report.tiles > 0) == anew
    # Once is enough.
    assert not add_to_index(index, [str(path)], encoder, batch_size=32).reindexed_sources


def test_an_index_without_fingerprints_is_not_indexed_anew(tmp_path, index, scenes, encoder):
    said = json.loads((index / "index.json").read_text())
    for record in said["sources"]:
        assert record["source"].pop("fingerprint")
    (index / "index.json").write_text(json.dumps(said))
    assert not add_to_index(index, [str(scenes)], encoder, batch_size=32).reindexed_sources


def test_a_layers_crs_is_used_loudly_and_no_reason_to_index_anew(tmp_path, index, scenes, encoder):
    path = str(scenes / "b.tif")
    with rasterio.open(path) as dataset:
        own = f"EPSG:{dataset.crs.to_epsg()}"
    same = [LayerOptions(path, own)]
    assert not add_to_index(index, [path], encoder, layers=same, batch_size=32).reindexed_sources
    watcher = Watcher()
    layers = [LayerOptions(path, "EPSG:32631")]
    report = add_to_index(index, [path], encoder, layers=layers, progress=watcher, batch_size=32)
    assert report.reindexed_sources == (path,)
    values = {"source": "b.tif", "crs": "EPSG:32631", "own": own}
    assert Notice("crs-replaced", values) in watcher.notes
    assert index_info(index).sources[-1].crs == "EPSG:32631"
    assert not add_to_index(index, [path], encoder, layers=layers, batch_size=32).reindexed_sources
    assert not add_to_index(index, [path], encoder, batch_size=32).reindexed_sources
