"""Saved searches of an index that grows: what is new is told once, and nothing is lost on the way."""

from __future__ import annotations

import json
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, urlsplit

import pyogrio
import pytest
import rasterio
from rasterio.windows import Window
from rasterio.windows import transform as transform_of

from engine import cli
from engine.application import watching
from engine.application.build import add_to_index, build_index
from engine.application.search import search
from engine.contract.codec import from_json, to_json
from engine.contract.indexes import index_identity, searches_file, user_data_folder
from engine.contract.methods import (
    METHODS,
    AddToIndexParams,
    AskedRaster,
    BuildIndexParams,
    IndexParams,
    MarkSeenParams,
    RemoveSearchParams,
    RenameSearchParams,
    SaveSearchParams,
    SearchParams,
    WatchIndexParams,
)
from engine.contract.notices import Notice
from engine.contract.queries import Filters, ImagePart, Label, Query, TextPart, TilePart
from engine.errors import (
    FolderNotWritable,
    IndexMissing,
    IndexOfAnotherModel,
    SearchesUnreadable,
    SearchExists,
    TextEmpty,
    UnknownSearch,
    UsageError,
)
from engine.index.copies import copy_index
from engine.index.folder.format import read_index, write_index
from engine.index.maintenance import remove_source
from engine.index.saved_searches import mark_of, read_searches
from engine.progress import Task
from tests.support import paths
from tests.support.postgis_server import shared_index_uri

TANKS = Query((TextPart("storage tanks"),))
FOREST = Query((TextPart("a forest"),))
SIDE = 500


def cut(path: Path, columns: slice) -> Path:
    """Write some columns of the demo scene, each a tile wide, as a raster of its own."""
    window = Window(columns.start * SIDE, 0, (columns.stop - columns.start) * SIDE, 3000)
    with rasterio.open(paths.SCENE) as scene:
        profile = {
            "driver": "GTiff", "width": window.width, "height": window.height, "count": 3, "dtype": "uint8",
            "crs": scene.crs, "transform": transform_of(window, scene.transform),
        }  # fmt: skip
        with rasterio.open(path, "w", **profile) as raster:
            raster.write(scene.read([1, 2, 3], window=window))
    return path


@pytest.fixture(scope="module")
def pieces(session, index, tmp_path_factory) -> tuple[Path, Path]:
    """Two halves of the demo scene; the tanks are in the second."""
    folder = tmp_path_factory.mktemp("pieces")
    best = search(session, SearchParams(index, TANKS), Task()).hits[0]
    halves = [slice(0, 3), slice(3, 6)]
    if best.window[0] < 3 * SIDE:
        halves.reverse()
    first, second = halves
    return cut(folder / "first.tif", first), cut(folder / "second.tif", second)


@pytest.fixture(scope="module")
def small(session, pieces, tmp_path_factory) -> Path:
    """An index of the first half, to be copied."""
    path = tmp_path_factory.mktemp("small") / "town.scrl"
    build_index(session, BuildIndexParams(str(path), (str(pieces[0]),), (float(SIDE),)), Task())
    return path


@pytest.fixture
def town(small, tmp_path) -> str:
    return str(shutil.copytree(small, tmp_path / "town.scrl"))


@pytest.fixture
def save(session, town):
    def call(name: str, query: Query = TANKS):
        return watching.save_search(session, SaveSearchParams(town, name, query), Task())

    return call


@pytest.fixture
def watch(session, town):
    def call(mark: bool = True):
        found = watching.watch_index(session, WatchIndexParams(town), Task())
        if mark:
            told = tuple(each.name for each in found.searches if each.failure is None)
            watching.mark_seen(session, MarkSeenParams(town, told, found.seen), Task())
        return {each.name: each for each in found.searches}

    return call


@pytest.fixture
def grow(session, town, pieces):
    def call(*rasters: Path):
        params = AddToIndexParams(town, tuple(map(str, rasters or pieces[1:])))
        return add_to_index(session, params, Task())

    return call


@pytest.fixture
def run(monkeypatch, capsys):
    def call(*arguments) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["engine", "watch", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        captured = capsys.readouterr()
        return int(left.value.code or 0), captured.out, captured.err

    return call


def test_what_is_new_is_found_once(session, town, save, watch, grow):
    saved = save(" tanks ")
    assert (saved.name, saved.asked) == ("tanks", None)
    before = {t.tile_id for table in session.open_index(Path(town)).items() for t in table}
    assert watch()["tanks"].hits == ()
    grow()
    found = watch()["tanks"]
    assert found.hits
    assert found.searched == 18
    assert all(hit.score >= 0.5 and hit.tile_id not in before for hit in found.hits)
    whole = search(session, SearchParams(town, TANKS), Task())
    new = [h for h in whole.hits if h.score >= 0.5 and h.tile_id not in before]
    assert [h.tile_id for h in found.hits] == [h.tile_id for h in new]
    assert found.failure is None
    again = watch()["tanks"]
    assert (again.hits, again.searched) == ((), 0)
    listed = watching.saved_searches(session, IndexParams(town), Task()).searches
    assert listed[0].asked is not None
    assert listed[0].query == TANKS


def test_an_answer_that_did_not_arrive_is_given_again(save, watch, grow):
    save("tanks")
    grow()
    first = watch(mark=False)["tanks"]
    assert watch()["tanks"] == first
    assert watch()["tanks"].hits == ()


def test_where_nothing_is_new_neither_model_nor_tiles_are_read(session, save, watch, monkeypatch):
    save("tanks")

    def read(*_arguments):
        raise AssertionError("was read")

    monkeypatch.setattr(session, "model", read)
    monkeypatch.setattr(session, "open_index", read)
    assert watch()["tanks"].hits == ()


def test_a_search_knows_only_what_came_after_it(save, watch, grow):
    save("tanks")
    grow()
    save("later")
    found = watch()
    assert found["tanks"].hits
    assert found["later"].hits == ()


def test_threshold_and_filters_count(save, watch, grow, session, town, pieces):
    save("all", Query(TANKS.parts, min_score=0.0, k=1, suppress_overlap=False, per_source=1))
    save("none", Query(TANKS.parts, min_score=1.0))
    save("old", Query(TANKS.parts, Filters(since="2090")))
    save("elsewhere", Query(TANKS.parts, Filters(area="0,0,1,1")))
    save("first", Query(TANKS.parts, Filters(sources=("first.tif",))))
    save("to come", Query(TANKS.parts, Filters(sources=("second*",))))
    grow()
    few = watching.watch_index(session, WatchIndexParams(town, most=5), Task()).searches[0]
    assert (len(few.hits), few.notes[-1]) == (5, Notice("new-hits-left-out", {"hits": 5}))
    found = watch()
    # All that is new is told, not only the best, nor the best of each raster.
    assert len(found["all"].hits) == 18
    for name in ("none", "old", "elsewhere", "first"):
        assert (name, found[name].hits, found[name].failure) == (name, (), None)
    assert found["to come"].hits


def test_an_area_is_copied_from_its_file(save, tmp_path, town):
    area = tmp_path / "area.geojson"
    ring = [[9.2, 48.2], [9.4, 48.2], [9.4, 48.4], [9.2, 48.4], [9.2, 48.2]]
    area.write_text(json.dumps({"type": "Polygon", "coordinates": [ring]}))
    saved = save("there", Query(TANKS.parts, Filters(area=str(area))))
    assert saved.query.filters.area["type"] == "Polygon"
    area.unlink()
    assert read_searches(Path(town))[0].query.filters.area == saved.query.filters.area


def test_a_changed_raster_is_new_and_a_removed_one_is_forgotten(
    session, town, save, watch, grow, tmp_path, pieces
):
    changing = tmp_path / "changing.tif"
    shutil.copy2(pieces[0], changing)
    grow(changing)
    save("tanks")
    assert grow(changing).tiles == 0
    assert watch()["tanks"].searched == 0
    shutil.copy(pieces[1], changing)
    grow(changing)
    assert watch()["tanks"].hits
    remove_source(town, str(changing))
    assert watch()["tanks"].hits == ()
    assert len(read_searches(Path(town))[0].rasters) == 1
    grow(changing)
    assert watch()["tanks"].hits


def test_a_raster_that_was_unreadable_is_asked_when_it_comes(
    session, town, save, watch, grow, pieces
):
    """Its ids are lower than those of tiles that were there before."""
    grow()
    file = Path(town)
    whole = read_index(file)
    late = whole.sources[0]
    part = next(part for part in whole.parts if part.work[0].source == late.number)
    without = tuple(each for each in whole.parts if each is not part)
    write_index(file, type(whole)(**{**vars(whole), "parts": without}))
    save("forest", Query(FOREST.parts, min_score=0.0))
    assert watch()["forest"].searched == 0
    write_index(file, whole)
    found = watch()["forest"]
    assert found.searched == part.rows
    assert {hit.source for hit in found.hits} == {"first.tif"}
    # What a repair drops has been asked before.
    write_index(file, type(whole)(**{**vars(whole), "parts": without}))
    watch()
    write_index(file, whole)
    assert watch()["forest"].searched == 0


def test_an_index_that_was_made_anew_is_not_new(session, town, save, watch, grow, pieces):
    """As `index reembed` leaves it: tile ids begin at 0 again, and those of a raster may be others."""
    grow()
    save("forest", Query(FOREST.parts, min_score=0.0))
    save("like", Query((TilePart(0),), labels=(Label(1, True),)))
    saved = searches_file(Path(town))
    model = session.identity().checksum
    saved.write_text(saved.read_text().replace(model, "1" * len(model)))
    shutil.rmtree(town)
    inputs = tuple(map(str, reversed(pieces)))
    build_index(session, BuildIndexParams(town, inputs, (float(SIDE),)), Task())
    found = watch()
    assert found["forest"].searched == found["like"].searched == 0
    assert found["like"].failure is None
    # What is added then is asked about, but not with ids that mean other tiles by now.
    document = json.loads(saved.read_text())
    for each in document["searches"]:
        each["rasters"] = []
    saved.write_text(json.dumps(document))
    found = watch()
    assert found["forest"].hits
    assert found["like"].failure.code == "search-tiles-renumbered"


def test_what_tells_a_raster_from_others(town, tmp_path):
    record = read_index(Path(town)).sources[0]
    source = record.source
    mark = mark_of(record)
    moved = replace(source, uri=str(tmp_path / source.name))
    assert mark_of(replace(record, source=moved, first_tile_id=99, number=9)) == mark
    for other in (
        replace(source, modified=source.modified + 1),
        replace(source, size_bytes=1),
        replace(source, bands=(3, 2, 1)),
        replace(source, uri="/other.tif"),
    ):
        assert mark_of(replace(record, source=other)) != mark
    assert mark_of(replace(record, planned_tiles=9)) != mark
    # When a remote raster has changed is not known: added anew, it is new.
    remote = replace(record, source=replace(source, uri="https://a/x.tif", modified=0.0))
    assert mark_of(replace(remote, first_tile_id=99)) != mark_of(remote)


def test_an_index_of_another_model_is_refused_and_stays_new(session, town, save, watch, grow):
    save("tanks")
    grow()
    file = Path(town) / "index.json"
    document = json.loads(file.read_text())
    file.write_text(json.dumps({**document, "model_checksum": "0" * 64}))
    with pytest.raises(IndexOfAnotherModel):
        watch()
    with pytest.raises(IndexOfAnotherModel):
        save("other")
    file.write_text(json.dumps(document))
    assert watch()["tanks"].hits


def test_a_picture_that_is_gone_is_told_and_asked_when_it_is_back(save, watch, grow, tmp_path):
    picture = tmp_path / "chip.tif"
    shutil.copy(paths.SCENE, picture)
    save("chip", Query((ImagePart(str(picture)),), min_score=0.0))
    save("tanks")
    away = picture.rename(tmp_path / "away.tif")
    grow()
    found = watch()
    assert found["tanks"].hits
    assert found["chip"].failure.code == "search-file-gone"
    assert found["chip"].failure.values == {"name": "chip", "path": str(picture)}
    away.rename(picture)
    found = watch()
    assert found["tanks"].hits == ()
    assert len(found["chip"].hits) > 0


def test_every_failure_that_is_told_in_place_is_one_of_the_method():
    assert {"search-file-gone", "search-tiles-renumbered", "unknown-tile"} <= set(
        METHODS["watch_index"].failures
    )


def test_names(session, town, save):
    save("tanks")
    with pytest.raises(SearchExists):
        save("tanks", FOREST)
    replacing = SaveSearchParams(town, "tanks", FOREST, replace=True)
    assert watching.save_search(session, replacing, Task()).query == FOREST
    assert len(read_searches(Path(town))) == 1
    with pytest.raises(UsageError):
        save("  ")
    with pytest.raises(TextEmpty):
        save("nothing", Query((TextPart("!"),)))
    remove = RemoveSearchParams(town, "tanks")
    assert watching.remove_search(session, remove, Task()).query == FOREST
    with pytest.raises(UnknownSearch):
        watching.remove_search(session, remove, Task())
    assert watching.saved_searches(session, IndexParams(town), Task()).searches == ()


def test_a_folder_that_is_no_index_has_no_searches(session, tmp_path):
    with pytest.raises(IndexMissing):
        watching.saved_searches(session, IndexParams(str(tmp_path)), Task())
    with pytest.raises(IndexMissing):
        watching.watch_index(session, WatchIndexParams(str(tmp_path)), Task())


def _ranges(value):
    def change(document):
        document["searches"][0]["rasters"][0]["unasked"] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(kind="scrl-search-profile"),
        lambda d: d.update(format=2),
        lambda d: d["searches"].append(d["searches"][0]),
        lambda d: d["searches"][0].update(query=3),
        lambda d: d["searches"][0]["query"].update(parts=[{"kind": "image", "path": "chip.png"}]),
        _ranges([[3, 2]]),
        _ranges([[-1, 2]]),
        _ranges([[0, 4], [2, 6]]),
        _ranges([[0, 4, 5]]),
    ],
)
def test_a_damaged_file_is_told_and_left_as_it_is(session, town, save, watch, grow, change):
    save("tanks")
    file = searches_file(Path(town))
    document = json.loads(file.read_text())
    change(document)
    file.write_text(json.dumps(document))
    _nothing_works(session, town, save, watch, file)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\x00", b"[" * 100_000])
def test_a_file_that_is_no_document_is_told_and_left_as_it_is(session, town, save, watch, content):
    file = searches_file(Path(town))
    file.write_bytes(content)
    _nothing_works(session, town, save, watch, file)


def _nothing_works(session, town, save, watch, file):
    before = file.read_bytes()
    remove = RemoveSearchParams(town, "tanks")
    for call in (
        watch,
        lambda: save("forest", FOREST),
        lambda: watching.remove_search(session, remove, Task()),
        lambda: watching.saved_searches(session, IndexParams(town), Task()),
    ):
        with pytest.raises(SearchesUnreadable) as told:
            call()
        assert told.value.values["path"] == file
    assert file.read_bytes() == before


def test_what_cannot_be_written_is_told_and_stays_new(town, save, watch, grow):
    save("tanks")
    grow()
    file = searches_file(Path(town))
    before = file.read_bytes()
    blocked = file.with_name(f"{file.name}.tmp")
    blocked.mkdir()
    for call in (watch, lambda: save("forest", FOREST)):
        with pytest.raises(FolderNotWritable):
            call()
    assert file.read_bytes() == before
    blocked.rmdir()
    assert watch()["tanks"].hits


def test_an_answer_travels(session, town, save, grow):
    save("tanks")
    grow()
    for name in ("saved_searches", "watch_index"):
        answer = getattr(watching, name)(session, METHODS[name].params(town), Task())
        assert from_json(METHODS[name].result, json.loads(json.dumps(to_json(answer)))) == answer
    wrong = MarkSeenParams(town, ("tanks",), (AskedRaster("x", ((5, 2),)),))
    with pytest.raises(UsageError):
        watching.mark_seen(session, wrong, Task())


# --- the command line ------------------------------------------------------------------------------


def test_the_command_line_keeps_asking(run, town, grow, tmp_path):
    code, out, err = run("add", town, "oil/tanks", "--text", "storage tanks", "--min-score", "0.6")
    assert code == 0, err
    assert "Saved the search oil/tanks" in out
    assert run("add", town, "woods", "--text", "a forest", "--min-score", "1")[0] == 0
    code, out, _ = run("list", town)
    assert "storage tanks" in out
    assert "not yet" in out
    assert run("run", town)[:2] == (0, "Nothing new.\n")
    assert run("run", town, "--quiet") == (0, "", "")
    grow()
    folder = tmp_path / "new"
    code, _, err = run("run", town, "--out", folder)
    assert code == 6
    folder.mkdir()
    code, out, _ = run("run", town, "--out", folder, "--quiet")
    assert code == 0
    assert "oil/tanks: " in out
    assert "woods" not in out
    written = list(folder.iterdir())
    assert [file.name.startswith("oil_tanks 20") for file in written] == [True]
    assert pyogrio.read_info(written[0])["features"] >= 1
    assert run("run", town, "--quiet") == (0, "", "")
    code, out, _ = run("remove", town, "woods", "--json")
    assert json.loads(out)["name"] == "woods"
    code, _, err = run("remove", town, "woods")
    assert code == 3
    assert "watch list" in err


def test_the_command_line_answers_as_json(run, town, grow):
    run("add", town, "tanks", "--text", "storage tanks")
    grow()
    code, out, _ = run("run", town, "--json")
    assert code == 0
    (found,) = json.loads(out)["searches"]
    assert found["name"] == "tanks"
    assert found["hits"]["features"][0]["properties"]["score"] >= 0.5
    assert found["error"] is None
    assert run("run", town, "--json", "--quiet")[:2] == (0, "")


def test_hits_that_could_not_be_saved_are_shown_and_stay_new(
    run, town, grow, tmp_path, monkeypatch
):
    run("add", town, "tanks", "--text", "storage tanks")
    grow()

    def fail(path, _hits):
        raise FolderNotWritable(path=path, reason="no")

    with monkeypatch.context() as context:
        context.setattr("engine.index.hit_files.write_hits", fail)
        code, out, _ = run("run", town, "--out", tmp_path)
        assert code == 6
        assert "tanks: " in out
    assert "tanks: " in run("run", town)[1]
    assert run("run", town)[1] == "Nothing new.\n"


def test_files_of_two_runs_stand_beside_each_other(run, town, grow, pieces, tmp_path):
    run("add", town, "tanks", "--text", "storage tanks")
    grow()
    run("run", town, "--out", tmp_path)
    again = tmp_path / "again.tif"
    shutil.copy(pieces[1], again)
    grow(again)
    run("run", town, "--out", tmp_path)
    assert len(list(tmp_path.glob("tanks *.gpkg"))) == 2


def test_a_search_that_cannot_be_asked_does_not_cost_the_others(run, town, grow, tmp_path):
    picture = tmp_path / "chip.tif"
    shutil.copy(paths.SCENE, picture)
    assert run("add", town, "chip", "--image", picture)[0] == 0
    run("add", town, "tanks", "--text", "storage tanks")
    picture.unlink()
    grow()
    code, out, _ = run("run", town, "--quiet")
    assert code == 7
    assert f"{picture}, which is gone" in out
    assert "tanks: " in out
    code, out, _ = run("run", town, "--quiet", "--json")
    assert json.loads(out)["searches"][0]["error"]["code"] == "search-file-gone"


def test_a_search_that_was_removed_comes_back_with_what_it_had_been_asked_of(
    session, town, save, watch, grow
):
    save("tanks")
    grow()
    removed = watching.remove_search(session, RemoveSearchParams(town, "tanks"), Task())
    assert not watch()
    again = SaveSearchParams(town, removed.name, removed.query, seen=removed.seen)
    watching.save_search(session, again, Task())
    # What had come before it was removed is still new to it; saved without that, nothing would be.
    assert watch()["tanks"].hits
    assert not watch()["tanks"].hits
    wrong = replace(again, replace=True, seen=(AskedRaster("x", ((5, 2),)),))
    with pytest.raises(UsageError):
        watching.save_search(session, wrong, Task())


def test_a_search_is_renamed_and_keeps_what_it_has_been_asked_of(session, town, save, watch, grow):
    def rename(name: str, new_name: str):
        return watching.rename_search(session, RenameSearchParams(town, name, new_name), Task())

    save("tanks")
    save("forest", FOREST)
    grow()
    assert rename("tanks", " Tanks of the harbour ").name == "Tanks of the harbour"
    assert watch()["Tanks of the harbour"].hits
    assert rename("forest", "forest").name == "forest"
    for error, name, new_name in (
        (UnknownSearch, "tanks", "other"),
        (SearchExists, "forest", "Tanks of the harbour"),
        (UsageError, "forest", " "),
    ):
        with pytest.raises(error):
            rename(name, new_name)
    assert [search.name for search in read_searches(Path(town))] == [
        "Tanks of the harbour",
        "forest",
    ]


# --- indexes that have an address -------------------------------------------------------------------


@pytest.mark.postgis
def test_searches_of_a_shared_index_are_the_user_s_own(
    session, town, pieces, run, monkeypatch, tmp_path
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "clara"))
    shared = shared_index_uri("town of all")
    copy_index(town, shared)

    def watch():
        found = watching.watch_index(session, WatchIndexParams(shared), Task())
        told = tuple(each.name for each in found.searches if each.failure is None)
        watching.mark_seen(session, MarkSeenParams(shared, told, found.seen), Task())
        return {each.name: each for each in found.searches}

    code, out, _ = run("list", shared)
    assert code == 0
    assert str(searches_file(shared)) in "".join(out.split("\n"))
    watching.save_search(session, SaveSearchParams(shared, "tanks", TANKS), Task())
    with pytest.raises(SearchExists):
        watching.save_search(session, SaveSearchParams(shared, "tanks", TANKS), Task())
    code, out, _ = run("list", shared)
    assert (code, str(searches_file(shared)) in "".join(out.split("\n"))) == (0, True)
    assert searches_file(shared).parent == tmp_path / "clara" / "qgis_scrl" / "searches"
    assert searches_file(shared).name.startswith("town_of_all ")
    assert not searches_file(town).exists()
    assert watch()["tanks"].hits == ()
    # Ben is another user of the same server.
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "ben"))
    assert watching.saved_searches(session, IndexParams(shared), Task()).searches == ()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "clara"))
    add_to_index(session, AddToIndexParams(shared, tuple(map(str, pieces[1:]))), Task())
    hits = watch()["tanks"].hits
    assert hits
    assert {hit.source for hit in hits} == {pieces[1].name}
    assert watch()["tanks"].hits == ()
    renamed = RenameSearchParams(shared, "tanks", "big tanks")
    assert watching.rename_search(session, renamed, Task()).name == "big tanks"
    removed = watching.remove_search(session, RemoveSearchParams(shared, "big tanks"), Task())
    assert removed.seen
    with pytest.raises(UnknownSearch, match="big tanks"):
        watching.remove_search(session, RemoveSearchParams(shared, "big tanks"), Task())


def test_an_address_has_one_file_however_it_is_written(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    one = searches_file("postgresql://clara@db.example.com/imagery?schema=city")
    same = (
        "postgresql://clara:secret@DB.example.com:5432/imagery?schema=city&sslmode=verify-full",
        "postgresql://db.example.com/imagery?authcfg=7q2wq4x&schema=city",
        "postgresql:///imagery?host=db.example.com&schema=city",
        "postgresql:///imagery?host=DB.example.com&schema=city",
        "postgresql://db.example.com/imagery?port=5432&schema=city",
        "postgresql:///?host=db.example.com&port=5432&dbname=imagery&schema=city",
        "postgresql://db.example.com/%69magery?schema=city",
    )
    assert {searches_file(each) for each in same} == {one}
    for ours, theirs in (
        ("postgresql://h:5433/db", "postgresql://h/db?port=5433"),
        ("postgresql://h:5433/db", "postgresql:///db?host=H&port=5433"),
        ("postgresql://h/my%2Ddb", "postgresql://h/my-db"),
        ("postgresql://[::1]:5432/db", "postgresql://[::1]/db"),
        ("postgresql://a:5432,b:5433/db", "postgresql://A,B/db?port=5432,5433"),
        ("postgresql://%2Frun%2FPG/db", "postgresql:///db?host=/run/PG"),
        ("dask://H:1/data/town.scrl", "dask://h:1/data/town.scrl"),
        ("DASK+TLS://H:1/data/town.scrl", "dask+tls://h:1/data/town.scrl"),
    ):
        assert searches_file(ours) == searches_file(theirs)
    others = (
        "postgresql://clara@db.example.com/imagery?schema=country",
        "postgresql://clara@db.example.com/other?schema=city",
        "postgresql://clara@db.example.com:5433/imagery?schema=city",
        "postgresql://clara@db2.example.com/imagery?schema=city",
        "dask://db.example.com:8786/imagery/city.scrl",
        "dask://db.example.com:8786/other/city.scrl",
        "dask://db.example.com:8786/other/City.scrl",
        "dask+tls://db.example.com:8786/other/city.scrl",
        "postgresql://db.example.com,db2.example.com/imagery?schema=city",
        "postgresql:///imagery?host=/run/PG&schema=city",
        "postgresql:///imagery?host=/run/pg&schema=city",
        "postgresql://[::1]/imagery?schema=city",
    )
    assert len({searches_file(each) for each in others} | {one}) == len(others) + 1
    assert "secret" not in str(searches_file(same[0]))
    nasty = searches_file("postgresql://x/y?schema=..%2F..%2Fetc%00%22%3C")
    assert nasty.parent == one.parent
    assert len(searches_file(f"postgresql://x/y?schema={'ü' * 300}").name.encode()) < 200
    # A saved search may name what is no address.
    broken = "postgresql://[::1/imagery"
    assert index_identity(broken) == (broken,)
    # Without the name of a database libpq takes that of the user.
    assert searches_file("postgresql://anna@x") != searches_file("postgresql://ben@x")


def test_a_data_folder_that_is_relative_is_none(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", "data")
    assert user_data_folder() == tmp_path / ".local" / "share" / "qgis_scrl"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert user_data_folder() == tmp_path / "data" / "qgis_scrl"


@pytest.mark.postgis
def test_tiles_of_the_index_are_known_however_its_address_is_written(
    session, town, pieces, monkeypatch, tmp_path
):
    """Their ids mean others under another model; no message holds the password."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    shared = shared_index_uri()
    copy_index(town, shared)
    parts = urlsplit(shared)
    password = os.environ["PGPASSWORD"]
    port = f"port={parts.port}&host={parts.hostname}"
    written = shared.replace(parts.netloc, f"{parts.username}:{quote(password)}@")
    written = written.replace("?", f"?{port}&")
    assert searches_file(written) == searches_file(shared)
    query = Query((TilePart(0, shared),), labels=(Label(1, True, shared),))
    watching.save_search(session, SaveSearchParams(shared, "like", query), Task())
    file = searches_file(shared)
    model = session.identity().checksum
    file.write_text(file.read_text().replace(model, "1" * len(model)))
    add_to_index(session, AddToIndexParams(shared, tuple(map(str, pieces[1:]))), Task())
    (found,) = watching.watch_index(session, WatchIndexParams(written), Task()).searches
    assert found.failure is not None
    assert found.failure.code == "search-tiles-renumbered"
    assert password not in str(found.failure)
