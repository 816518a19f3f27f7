"""Paths that cannot be looked at, that are too long, or that are no text: a message each, never a bug."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
import soundfile  # noqa: F401 (read_recording imports it when the door is closed)

from engine.audio.recording import read_recording
from engine.console import bug_report
from engine.errors import (
    AreaUnreadable,
    FolderNotWritable,
    IndexMissing,
    IndexUnreadable,
    ModelMissing,
    NoSources,
    NotAudio,
    SourceUnreadable,
    UnknownSource,
)
from engine.imagery.source import describe_source, find_sources
from engine.imagery.tiling import TileSpec
from engine.index.builder import add_to_index, build_index
from engine.index.filters import parse_area
from engine.index.hit_files import write_hits
from engine.index.maintenance import remove_source
from engine.index.search import SearchOptions, search
from engine.index.store import open_store, store_info
from engine.model.checkpoint import load_model
from engine.paths import is_only_in_cloud
from tests.support.paths import ROOT
from tests.support.scenes import PIXELS, PixelStatistics, write_scene

NOT_TEXT = os.fsdecode(b"b\xff")
LONG = "x" * 300
SPEC = TileSpec((40.0,), pixels=PIXELS)
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no such names")


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder that this process may not enter."""
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0)
    user = os.geteuid()
    if user == 0:  # to whom no door is closed
        os.seteuid(65534)
    yield folder
    os.seteuid(user)
    folder.chmod(0o700)


def test_a_folder_that_may_not_be_entered(closed: Path) -> None:
    raster = str(closed / "a.tif")
    assert find_sources([raster]) == [raster]
    with pytest.raises(SourceUnreadable, match="permission denied"):
        describe_source(raster)
    with pytest.raises(NotAudio, match="permission denied"):
        read_recording(closed / "a.wav")
    with pytest.raises(AreaUnreadable, match="permission denied"):
        parse_area(str(closed / "a.gpkg"))
    with pytest.raises(FolderNotWritable, match="permission denied"):
        write_hits(closed / "a.csv", [])
    with pytest.raises(IndexUnreadable, match="permission denied"):
        store_info(closed / "a.scrl")
    with pytest.raises(FolderNotWritable, match="permission denied"):
        build_index(
            closed / "a.scrl", [raster], PixelStatistics(), SPEC, part_tiles=2048, batch_size=32
        )
    with pytest.raises(ModelMissing):
        load_model(closed / "model")


def test_names_that_no_disk_takes(tmp_path: Path) -> None:
    write_scene(tmp_path / "a.tif")
    raster = str(tmp_path / f"{LONG}.tif")
    assert find_sources([raster]) == [raster]
    with pytest.raises(SourceUnreadable, match="too long"):
        describe_source(raster)
    with pytest.raises(AreaUnreadable, match="too long"):
        parse_area(LONG)
    with pytest.raises(IndexMissing):
        store_info(tmp_path / LONG)
    with pytest.raises(FolderNotWritable, match="too long"):
        build_index(
            tmp_path / LONG,
            [str(tmp_path / "a.tif")],
            PixelStatistics(),
            SPEC,
            part_tiles=2048,
            batch_size=32,
        )
    with pytest.raises(FolderNotWritable, match="too long"):
        write_hits(tmp_path / LONG / "a.csv", [])
    with pytest.raises(ModelMissing):
        load_model(tmp_path / LONG)


@LINUX
def test_a_path_longer_than_gdal_takes(tmp_path: Path) -> None:
    """Other sources are indexed; GDAL has room for 2,048 letters, Linux for 4,096."""
    folder = tmp_path.joinpath(*["d" * 200] * 12)
    folder.mkdir(parents=True)
    write_scene(tmp_path / "a.tif")
    (folder / "a.tif").write_bytes((tmp_path / "a.tif").read_bytes())
    (folder / "b.gpkg").write_bytes(b"")
    assert find_sources([str(folder)]) == [str(folder / "a.tif")]
    inputs = [str(tmp_path / "a.tif"), str(folder / "a.tif")]
    report = build_index(
        tmp_path / "x.scrl", inputs, PixelStatistics(), SPEC, part_tiles=2048, batch_size=32
    )
    assert report.tiles
    (failed,) = report.failed
    assert (failed.source, failed.failure.code) == (str(folder / "a.tif"), "source-unreadable")


def test_a_tilde_that_is_nobodys_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_scene(tmp_path / "~old.tif")
    path = tmp_path / "x.scrl"
    build_index(path, ["~old.tif"], PixelStatistics(), SPEC, part_tiles=2048, batch_size=32)
    store = open_store(path)
    query = store.vectors([0])[0]
    assert search(store, query, SearchOptions(sources=("~old.tif",))).hits
    with pytest.raises(UnknownSource):
        search(store, query, SearchOptions(sources=("~new.tif",)))
    with pytest.raises(AreaUnreadable):
        parse_area("~new.gpkg")
    remove_source(path, "~old.tif")


@LINUX
def test_names_that_are_no_text(tmp_path: Path) -> None:
    """Other sources are indexed, the index can be read again, and a report of a bug can be written."""
    good, bad = tmp_path / "a.tif", tmp_path / f"{NOT_TEXT}.tif"
    write_scene(good)
    bad.write_bytes(good.read_bytes())
    path = tmp_path / "x.scrl"
    report = build_index(
        path, [str(bad), str(good)], PixelStatistics(), SPEC, part_tiles=2048, batch_size=32
    )
    assert report.tiles
    (failed,) = report.failed
    assert (failed.source, failed.failure.code) == (str(bad), "source-unreadable")
    assert "rename" in failed.failure.values["reason"]
    assert str(bad) in store_info(path).settings.inputs
    json.loads((path / "index.json").read_text(encoding="utf-8"))
    assert not build_index(
        path, [str(bad), str(good)], PixelStatistics(), SPEC, part_tiles=2048, batch_size=32
    ).tiles
    with pytest.raises(FolderNotWritable, match="not valid text"):
        build_index(
            tmp_path / NOT_TEXT,
            [str(good)],
            PixelStatistics(),
            SPEC,
            part_tiles=2048,
            batch_size=32,
        )
    assert not (tmp_path / NOT_TEXT).exists()
    path.rename(tmp_path / NOT_TEXT)
    store = open_store(tmp_path / NOT_TEXT)
    assert search(store, store.vectors([0])[0]).hits
    with pytest.raises(FolderNotWritable, match="not valid text"):
        add_to_index(tmp_path / NOT_TEXT, [str(good)], PixelStatistics(), batch_size=32)
    (tmp_path / f"{NOT_TEXT}.wav").write_bytes(b"RIFF")
    with pytest.raises(NotAudio, match="rename"):
        read_recording(tmp_path / f"{NOT_TEXT}.wav")


@LINUX
def test_a_bug_with_such_a_name_is_reported(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    log = bug_report(ValueError(f"{NOT_TEXT} is odd")).values["log"]
    assert "is odd" in log.read_text(encoding="utf-8")


@LINUX
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_names_without_letters_for_the_terminal(tmp_path, encoding) -> None:
    for name in (NOT_TEXT, "ü日"):
        answer = subprocess.run(
            [sys.executable, "-m", "engine", "index", "info", str(tmp_path / name), "--json"],
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=False,
        )
        assert answer.returncode == 5
        assert "Traceback" not in answer.stderr.decode(encoding)
        assert name in json.loads(answer.stdout)["error"]["message"]


@pytest.mark.parametrize("json_option", [(), ("--json",)])
def test_a_console_of_windows_is_told_what_it_can_show(tmp_path, json_option) -> None:
    """Its encoding knows neither the lines of tables nor letters from elsewhere."""
    write_scene(tmp_path / "ü日.tif")
    index = tmp_path / "ü日.scrl"
    build_index(
        index, [str(tmp_path / "ü日.tif")], PixelStatistics(), SPEC, part_tiles=64, batch_size=32
    )
    for path, code in ((index, 0), (tmp_path / "ñ日.scrl", 5)):
        answer = subprocess.run(
            [sys.executable, "-m", "engine", "index", "info", str(path), *json_option],
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
            capture_output=True,
            check=False,
        )
        assert answer.returncode == code, answer.stderr
        said = answer.stdout.decode("cp1252") + answer.stderr.decode("cp1252")
        assert "Traceback" not in said
        if json_option:
            assert "日" in json.dumps(json.loads(answer.stdout), ensure_ascii=False)
        else:
            assert ("ü" if code == 0 else "ñ") in said
            assert r"\u65e5" in said


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({"st_file_attributes": 0x0040_0220}, True),  # OneDrive: sparse, reparse point, recall on data access
        ({"st_file_attributes": 0x0004_1020}, True),  # recall on open
        ({"st_file_attributes": 0x0008_0020}, False),  # pinned: always on this device
        ({"st_file_attributes": 0x0000_1020}, False),  # offline: a tape
        ({"st_flags": 0x4000_0000}, True),  # macOS: dataless
        ({"st_flags": 0x0000_8000}, False),  # macOS: hidden
        ({}, False),  # Linux
    ],
)  # fmt: skip
def test_placeholders_of_files_that_are_in_the_cloud_only(found, expected) -> None:
    assert is_only_in_cloud(cast(os.stat_result, SimpleNamespace(**found))) is expected


def test_a_raster_that_is_only_in_the_cloud_is_not_downloaded_by_a_look_at_it(
    tmp_path, monkeypatch
) -> None:
    path = str(tmp_path / "a.tif")
    write_scene(tmp_path / "a.tif")
    monkeypatch.setattr("engine.imagery.source.is_only_in_cloud", lambda _found: True)
    monkeypatch.setattr("engine.imagery.source.open_dataset", lambda *_: pytest.fail("was opened"))
    with pytest.raises(SourceUnreadable, match="only in the cloud"):
        describe_source(path)


def test_a_name_with_a_zero_byte() -> None:
    (name,) = find_sources(["/tmp/a\0b.tif"])  # noqa: S108
    with pytest.raises(SourceUnreadable):
        describe_source(name)


@LINUX
def test_links_to_nowhere_are_left_out_of_a_folder_of_rasters(tmp_path: Path) -> None:
    write_scene(tmp_path / "a.tif")
    for name in ("b.tif", "c.vrt", "d.gpkg", "e.png"):
        (tmp_path / name).symlink_to(tmp_path / f"nowhere-{name}")
    report = build_index(
        tmp_path / "x.scrl",
        [str(tmp_path)],
        PixelStatistics(),
        SPEC,
        part_tiles=2048,
        batch_size=32,
    )
    assert report.tiles
    assert {Path(failed.source).name for failed in report.failed} == {"b.tif", "c.vrt"}
    (tmp_path / "a.tif").unlink()
    (tmp_path / "b.tif").unlink()
    (tmp_path / "c.vrt").unlink()
    with pytest.raises(NoSources):
        find_sources([str(tmp_path)])
