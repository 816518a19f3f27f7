"""Builds: who begins one, QGIS or a terminal, does not matter to who continues it."""

from __future__ import annotations

import dataclasses
import json
import shutil
import sys
import threading
from pathlib import Path

import pytest

from engine import cli
from engine.application import build
from engine.application.session import Session
from engine.console import TerminalProgress
from engine.contract.indexes import NO_OPTIONS, SourceOptions
from engine.contract.methods import (
    AddToIndexParams,
    BuildIndexParams,
    EstimateBuildParams,
    ReembedIndexParams,
    ResumeBuildParams,
)
from engine.contract.notices import Stage
from engine.errors import (
    BuildTooLarge,
    Cancelled,
    ExitCode,
    IndexBusy,
    IndexExists,
    ModelMissing,
    NoSources,
)
from engine.handlers import HANDLERS
from engine.imagery.source import describe_source
from engine.index.store import store_info
from engine.progress import Task
from tests.support import paths
from tests.support.impatience import Impatient
from tests.support.scenes import write_scene
from tests.support.tile_server import TileServer, description

SCENE = str(paths.SCENE)


def test_rasters_are_looked_at_again_only_when_they_have_changed(tmp_path, monkeypatch):
    looked_at = []

    def describe(uri, options):
        looked_at.append(uri)
        return describe_source(uri, options)

    monkeypatch.setattr("engine.imagery.source.describe_source", describe)
    scene = write_scene(tmp_path / "a.tif", width=400, height=400)
    session = Session()
    session.tiles_per_second = 100.0

    def tiles(size, options=NO_OPTIONS):
        params = EstimateBuildParams((str(scene),), (size,), 0.0, options)
        return build.estimate_build(session, params, Task()).tiles

    assert (tiles(100.0), tiles(50.0)) == (16, 64)
    assert len(looked_at) == 1
    tiles(100.0, SourceOptions(bands=(2,)))
    assert len(looked_at) == 2
    write_scene(scene, width=800, height=400)
    assert tiles(100.0) == 32
    assert len(looked_at) == 3


@pytest.fixture
def terminal(monkeypatch, capsys):
    """Run a command; returns its exit code and its JSON document."""

    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["engine", *map(str, arguments), "--json"])
        with pytest.raises(SystemExit) as left:
            cli.main()
        out = capsys.readouterr().out
        return int(left.value.code or 0), json.loads(out) if out else None

    return call


def begin(session, path, part_tiles, monkeypatch, tiles=20):
    """Begin a build in QGIS with parts of that size, and cancel it after some tiles."""
    monkeypatch.setattr(build, "PART_TILES", part_tiles)
    monkeypatch.setattr(build, "BATCH_SIZE", 4)
    params = BuildIndexParams(str(path), (SCENE,), (500.0,))
    with pytest.raises(Cancelled):
        build.build_index(session, params, Impatient(tiles))
    monkeypatch.undo()
    done = store_info(path).tiles
    assert 0 < done < 36
    return done


@pytest.mark.parametrize("part_tiles", [8, 16])
def test_a_build_begun_in_qgis_is_continued_in_a_terminal(
    session, terminal, tmp_path, monkeypatch, part_tiles
):
    path = tmp_path / "begun.scrl"
    done = begin(session, path, part_tiles, monkeypatch)
    # From another folder, and with the default sizes: the same command all the same.
    code, report = terminal("index", "build", path, SCENE, "--ground-size", "500")
    assert code == 0
    assert report["tiles"] == 36 - done
    assert report["tiles_in_index"] == 36
    info = store_info(path)
    assert info.settings.part_tiles == part_tiles
    assert not info.pending
    assert terminal("index", "build", path, SCENE, "--ground-size", "500")[1]["tiles"] == 0


def test_an_index_of_another_model_is_embedded_again(session, terminal, tmp_path):
    path = tmp_path / "old.scrl"
    terminal("index", "build", path, SCENE, "--ground-size", "500")
    document = json.loads((path / "index.json").read_text())
    document["model_checksum"] = "0" * 64
    (path / "index.json").write_text(json.dumps(document))
    code, _ = terminal("index", "add", path, SCENE)
    assert code == int(ExitCode.INDEX)
    code, report = terminal("index", "reembed", path)
    assert (code, report["tiles"], report["tiles_in_index"]) == (0, 36, 36)
    assert store_info(path).settings.model_checksum == session.identity().checksum
    again = HANDLERS["reembed_index"](session, ReembedIndexParams(str(path)), Task())
    assert (again.tiles, again.tiles_in_index) == (0, 36)


def test_a_build_begun_in_a_terminal_is_continued_in_qgis(session, terminal, tmp_path, monkeypatch):
    path = tmp_path / "begun.scrl"
    seen = []

    def impatient(_self, steps=1):
        seen.append(steps)

    def check(_self):
        if sum(seen) > 20:
            raise Cancelled

    monkeypatch.setattr(build, "PART_TILES", 8)
    monkeypatch.setattr(build, "BATCH_SIZE", 4)
    monkeypatch.setattr(TerminalProgress, "advance", impatient)
    monkeypatch.setattr(TerminalProgress, "check_cancelled", check)
    code, _ = terminal("index", "build", path, SCENE, "--ground-size", "500")
    assert code == 130
    monkeypatch.undo()
    done = store_info(path).tiles
    assert 0 < done < 36
    params = BuildIndexParams(str(path), (SCENE,), (500.0,))
    report = HANDLERS["build_index"](session, params, Task())
    assert report.tiles == 36 - done
    assert report.tiles_in_index == 36


def test_what_the_index_was_begun_with_is_kept_where_nothing_is_said(session, index):
    params = BuildIndexParams(index, (SCENE,))
    assert build.build_index(session, params, Task()).tiles == 0
    with pytest.raises(IndexExists):
        build.build_index(session, BuildIndexParams(index, (SCENE,), (400.0,)), Task())


def test_the_suggested_ground_size_is_that_of_the_first_raster(session, tmp_path):
    path = tmp_path / "suggested.scrl"
    params = BuildIndexParams(str(path), (str(tmp_path / "missing.tif"), SCENE), (), 0.0)
    begun = Impatient(2)  # of sources; then of tiles
    with pytest.raises(Cancelled):
        build.build_index(session, params, begun)
    assert store_info(path).settings.tile_spec.ground_sizes_m == (200.0,)
    with pytest.raises(NoSources):
        build.build_index(
            session, BuildIndexParams(str(tmp_path / "none.scrl"), (str(tmp_path),)), begun
        )


def test_parts_are_merged_whoever_builds(session, terminal, tmp_path, monkeypatch):
    monkeypatch.setattr(build, "PART_TILES", 4)
    path = tmp_path / "merged.scrl"
    _, report = terminal("index", "build", path, SCENE, "--ground-size", "500")
    assert report["parts"] == 9
    assert store_info(path).parts == 1


def test_an_index_is_written_by_one_at_a_time(session, index):
    first, second = Task(), Task()
    with session.writing(Path(index), first):
        with pytest.raises(IndexBusy), session.writing(Path(index), second):
            pytest.fail("both write")
        # One that has been cancelled is waited for.
        first.is_cancelled = True
        threading.Timer(0.1, lambda: setattr(second, "is_cancelled", True)).start()
        with pytest.raises(Cancelled), session.writing(Path(index), second):
            pytest.fail("both write")
    with session.writing(Path(index), Task()):
        pass


def test_resuming_and_adding_what_is_there_does_nothing(session, index):
    resumed = build.resume_build(session, ResumeBuildParams(index), Task())
    added = build.add_to_index(session, AddToIndexParams(index, (SCENE,)), Task())
    for report in (resumed, added):
        assert (report.tiles, report.tiles_in_index) == (0, 36)


def test_a_session_with_another_model_says_which_it_is(session, tmp_path):
    assert session.identity().checksum == session.model().checksum
    with pytest.raises(ModelMissing):
        Session(tmp_path).identity()


def test_loading_the_model_is_told_once(tmp_path):
    class Stages(Task):
        def __init__(self):
            self.begun = []

        def start(self, stage, total, unit):
            self.begun.append(stage)

    fresh, task = Session(), Stages()
    fresh.model(task)
    fresh.model(task)
    assert task.begun == [Stage.LOADING_MODEL]
    fresh.close()
    assert fresh.model(task) is not None
    assert task.begun == [Stage.LOADING_MODEL] * 2


# --- more than a day, or than the disk holds --------------------------------------------------------


@pytest.fixture
def service(tmp_path):
    """A tile service of the whole Earth, as a file."""
    with TileServer() as server:
        path = tmp_path / "xyz.xml"
        path.write_text(description(server.address))
        yield str(path), server


def test_a_service_of_the_whole_earth_is_asked_about(session, terminal, tmp_path, service):
    name, server = service
    path = tmp_path / "earth.scrl"
    with pytest.raises(BuildTooLarge) as refused:
        build.build_index(session, BuildIndexParams(str(path), (name,)), Task())
    values = refused.value.values
    assert values["tiles"] > 10**10
    assert values["days"] > 1000
    assert values["size_gb"] > 1000
    assert "days of work" in refused.value.message
    assert not path.exists()
    assert server.requests < 100
    code, answer = terminal("index", "build", path, name, "--ground-size", "20")
    assert code == 4
    assert answer["error"]["code"] == "build-too-large"
    assert "--yes" in answer["error"]["next_step"]
    estimate = build.estimate_build(session, EstimateBuildParams((name,), (20.0,)), Task())
    assert estimate.tiles > 10**12


def test_adding_is_asked_about_too_and_what_is_there_stays(session, tmp_path, service, index):
    name, _ = service
    path = tmp_path / "copy.scrl"
    shutil.copytree(index, path)
    before = (path / "index.json").read_bytes()
    params = AddToIndexParams(str(path), (name,))
    with pytest.raises(BuildTooLarge):
        build.add_to_index(session, params, Task())
    assert (path / "index.json").read_bytes() == before


def test_a_slow_computer_is_asked_about_until_it_is_confirmed(session, tmp_path, monkeypatch):
    monkeypatch.setattr(build, "FEW_TILES", 10)
    monkeypatch.setattr(session, "tiles_per_second", 36 / (2.5 * 86_400))
    params = BuildIndexParams(str(tmp_path / "slow.scrl"), (SCENE,), (500.0,))
    with pytest.raises(BuildTooLarge) as refused:
        build.build_index(session, params, Task())
    assert refused.value.values["days"] == pytest.approx(2.5, rel=0.1)
    confirmed = dataclasses.replace(params, confirmed=True)
    assert build.build_index(session, confirmed, Task()).tiles == 36
    # What is done need not be confirmed again.
    assert build.build_index(session, params, Task()).tiles == 0


def test_a_disk_that_is_too_small_is_asked_about(session, tmp_path, monkeypatch):
    monkeypatch.setattr(build, "_free_bytes", lambda _path: 1000)
    params = BuildIndexParams(str(tmp_path / "full.scrl"), (SCENE,), (500.0,))
    with pytest.raises(BuildTooLarge) as refused:
        build.build_index(session, params, Task())
    assert refused.value.values["free_gb"] < refused.value.values["size_gb"]


# --- moved imagery ----------------------------------------------------------------------------------


def test_moved_imagery_is_relocated_in_a_terminal(session, terminal, tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    shutil.copy(SCENE, old / "scene.tif")
    path = tmp_path / "moved.scrl"
    build.build_index(session, BuildIndexParams(str(path), (str(old),), (500.0,)), Task())
    old.rename(new)
    code, report = terminal("index", "add", path, new)
    assert code == 7
    (failed,) = report["failed"]
    assert failed["code"] == "source-moved"
    assert f'index relocate "{path}" "{old}" "{new}"' in failed["next_step"]
    code, report = terminal("index", "relocate", path, old, new)
    assert (code, report["failed"]) == (0, [])
    assert report["relocated"] == [
        {"source": str(old / "scene.tif"), "new": str(new / "scene.tif")}
    ]
    assert terminal("index", "add", path, new)[1]["skipped_sources"] == [str(new / "scene.tif")]
    code, report = terminal("index", "relocate", path, new, tmp_path / "nowhere")
    assert code == 4
    assert [one["code"] for one in report["failed"]] == ["source-unreadable"]
    assert store_info(path).sources[0].source.uri == str(new / "scene.tif")
    assert terminal("index", "relocate", path, old, new)[1]["error"]["code"] == "unknown-source"
