"""Yes and no: the same Query asked again with labels, doubtful tiles, profiles, training data."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import numpy as np
import pyogrio.raw
import pytest
import shapely
from PIL import Image

from engine import cli
from engine.application.labels import export_labels, save_profile
from engine.application.search import search
from engine.contract.codec import from_json, to_json
from engine.contract.methods import ExportLabelsParams, SaveProfileParams, SearchParams
from engine.contract.notices import Notice
from engine.contract.queries import Filters, Label, ProfilePart, Query, TextPart, TilePart
from engine.errors import (
    FolderNotWritable,
    NoLabels,
    NoQuery,
    ProfileOfAnotherModel,
    UnknownTile,
    UsageError,
)
from engine.index.background import sampled_background
from engine.progress import Task
from engine.training.phrases import untaught_things

QUESTION = TextPart("storage tanks")


@pytest.fixture(scope="module")
def ask(session, index):
    def call(*parts, **query):
        params = SearchParams(index, Query(tuple(parts or (QUESTION,)), **query))
        return search(session, params, Task())

    return call


def ids(found) -> list[int]:
    return [hit.tile_id for hit in found.hits]


@pytest.fixture
def run(monkeypatch, capsys):
    def call(*arguments) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["engine", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        captured = capsys.readouterr()
        return int(left.value.code or 0), captured.out, captured.err

    return call


def test_a_query_that_an_earlier_version_stored_has_no_labels():
    stored = to_json(Query((QUESTION,)))
    del stored["labels"], stored["doubtful"]
    assert from_json(Query, stored) == Query((QUESTION,))
    labelled = Query((ProfilePart("/a.scrlprofile"),), labels=(Label(3, True),), doubtful=True)
    assert from_json(Query, json.loads(json.dumps(to_json(labelled)))) == labelled
    assert labelled.files == ("/a.scrlprofile",)


def test_a_no_does_not_come_back_and_a_yes_may(ask):
    before = ids(ask(k=5))
    after = ask(
        k=36, labels=(Label(before[0], True), Label(before[1], False)), suppress_overlap=False
    )
    assert before[1] not in ids(after)
    assert after.hits[0].tile_id == before[0]
    assert len(after.hits) == 35
    assert [hit.rank for hit in after.hits] == list(range(1, 36))


def test_labels_turn_a_question_into_another(ask):
    """Asked for tanks, the user wants a forest: with one label of each sign, and with enough for a classifier."""
    forest, tanks = ids(ask(TextPart("a forest"), k=4)), ids(ask(k=4))
    assert not set(forest) & set(ids(ask(k=4)))
    few = ask(k=4, labels=(Label(forest[0], True), Label(tanks[0], False)))
    assert forest[0] in ids(few)
    assert tanks[0] not in ids(few)
    many = (*(Label(tile, True) for tile in forest), *(Label(tile, False) for tile in tanks))
    found = ask(k=6, labels=many)
    assert set(ids(found)[:4]) == set(forest)
    assert found.hits[3].score > 0.5 > found.hits[4].score


def test_the_last_label_of_a_tile_counts(ask, index):
    tile = ids(ask(k=1))[0]
    changed = ask(labels=(Label(tile, False), Label(tile, True)))
    assert changed.hits == ask(labels=(Label(tile, True),)).hits
    # The path of the searched index means that index.
    same = ask(labels=(Label(tile, True, index),))
    assert ids(same) == ids(changed)


def test_labels_of_another_index_count_and_exclude_nothing(ask, index, tmp_path):
    other = str(tmp_path / "other.scrl")
    shutil.copytree(index, other)
    tile = ids(ask(k=1))[0]
    found = ask(k=36, labels=(Label(tile, False, other),), suppress_overlap=False)
    assert tile in ids(found)
    assert found.hits[0].score < ask(k=1).hits[0].score
    with pytest.raises(UnknownTile):
        ask(labels=(Label(999, True, other),))
    with pytest.raises(UnknownTile):
        ask(labels=(Label(999, True),))


def test_a_yes_is_an_example_for_what_was_not_taught(ask):
    told = next(
        thing for thing in untaught_things("test")
        if Notice("not-taught") in ask(TextPart(f"find a {thing}"), k=1).notes
    )  # fmt: skip
    part = TextPart(f"find a {told}")
    assert Notice("not-taught") in ask(part, labels=(Label(3, False),)).notes
    assert Notice("not-taught") not in ask(part, labels=(Label(3, True),)).notes


def test_labels_alone_are_no_question(session, index):
    with pytest.raises(NoQuery):
        search(session, SearchParams(index, Query((), labels=(Label(3, True),))), Task())


def test_the_spread_of_an_index_is_measured_once(session, index):
    store = session.open_index(Path(index))
    assert session.background(store) is session.background(store)
    again = sampled_background(store)
    assert np.array_equal(again.whitening, session.background(store).whitening)


# --- doubtful ones ---------------------------------------------------------------------------------


def test_doubtful_tiles_lie_around_the_boundary(ask):
    plain = ask(k=36, suppress_overlap=False)
    found = ask(k=5, doubtful=True, suppress_overlap=False)
    scores = {hit.tile_id: hit.score for hit in plain.hits}
    assert found.method == "exact"
    assert [hit.rank for hit in found.hits] == [1, 2, 3, 4, 5]
    assert all(hit.score == pytest.approx(scores[hit.tile_id], abs=1e-4) for hit in found.hits)
    distance = {tile: abs(np.log(score / (1 - score))) for tile, score in scores.items()}
    assert found.hits[0].tile_id == min(distance, key=distance.__getitem__)
    assert ids(found) != ids(ask(k=5))


def test_what_is_labelled_is_not_doubtful(ask):
    first = ids(ask(k=3, doubtful=True))
    labels = tuple(Label(tile, False) for tile in first)
    again = ask(k=36, doubtful=True, labels=labels, suppress_overlap=False)
    assert not set(first) & set(ids(again))
    assert len(again.hits) == 36 - len(first)


def test_filters_count_for_doubtful_tiles(ask):
    centre = {"type": "Point", "coordinates": [9.2902, 48.3073]}
    area = shapely.to_geojson(shapely.from_geojson(json.dumps(centre)).buffer(0.001))
    found = ask(k=36, doubtful=True, filters=Filters(json.loads(area)))
    assert 0 < found.searched < 36
    assert len(found.hits) <= found.searched


# --- profiles --------------------------------------------------------------------------------------


@pytest.fixture
def profile(session, index, ask, tmp_path) -> Path:
    path = tmp_path / "tanks.scrlprofile"
    best = ids(ask(k=10))
    labels = tuple(Label(tile, place < 4) for place, tile in enumerate(best))
    query = Query((QUESTION,), labels=labels)
    saved = save_profile(
        session, SaveProfileParams(index, query, str(path), "Tanks", "storage tanks"), Task()
    )
    assert (saved.name, saved.yes, saved.no) == ("Tanks", 4, 6)
    return path


def test_a_profile_asks_what_its_question_and_labels_asked(ask, profile):
    best = ids(ask(k=10))
    labels = tuple(Label(tile, place < 4) for place, tile in enumerate(best))
    labelled = ask(k=20, labels=labels, suppress_overlap=False)
    alone = ask(ProfilePart(str(profile)), k=36, suppress_overlap=False)
    no = {label.tile_id for label in labels if not label.yes}
    kept = [hit for hit in alone.hits if hit.tile_id not in no][:20]
    assert [hit.tile_id for hit in kept] == ids(labelled)
    assert [hit.score for hit in kept] == pytest.approx([h.score for h in labelled.hits], abs=1e-4)
    assert alone.understood == ()
    assert alone.notes == ()


def test_a_profile_blends_and_learns_on(ask, profile):
    part = ProfilePart(str(profile))
    assert ask(part, TilePart(3, weight=0.5), k=1).hits
    assert ids(ask(part, k=1)) == ids(ask(part, k=1, labels=(Label(ids(ask(part, k=1))[0], True),)))


def test_a_profile_of_another_model_is_refused(ask, profile):
    document = json.loads(profile.read_text())
    profile.write_text(json.dumps({**document, "model": "0" * len(document["model"])}))
    with pytest.raises(ProfileOfAnotherModel):
        ask(ProfilePart(str(profile)))


def test_a_profile_that_cannot_be_written_leaves_the_old_one(session, index, profile, tmp_path):
    before = profile.read_bytes()
    query = Query((QUESTION,))
    for name, path, problem in (
        (" ", profile, UsageError),
        ("a", tmp_path / "tanks.json", UsageError),
        ("a", tmp_path / "no" / "tanks.scrlprofile", FolderNotWritable),
    ):
        with pytest.raises(problem):
            save_profile(session, SaveProfileParams(index, query, str(path), name), Task())
    assert profile.read_bytes() == before


# --- training data ---------------------------------------------------------------------------------

LABELS = (Label(8, True), Label(21, False), Label(3, True))


def test_labels_become_footprints(session, index, tmp_path):
    path = tmp_path / "labels.gpkg"
    params = ExportLabelsParams(index, LABELS, "storage tanks", str(path))
    assert export_labels(session, params, Task()).tiles == 3
    meta, _, geometry, columns = pyogrio.raw.read(path, layer="labels")
    table = dict(zip(meta["fields"].tolist(), columns, strict=True))
    said = dict(zip(table["tile_id"].tolist(), table["label"].tolist(), strict=True))
    assert said == {8: "yes", 21: "no", 3: "yes"}
    assert set(table["question"]) == {"storage tanks"}
    assert meta["crs"] == "EPSG:4326"
    assert all(shapely.from_wkb(each).area > 0 for each in geometry)


def test_labels_become_coco(session, index, tmp_path):
    path = tmp_path / "tanks.json"
    params = ExportLabelsParams(index, LABELS, "storage tanks", str(path))
    assert export_labels(session, params, Task()).tiles == 3
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["categories"][0]["name"] == "storage tanks"
    images = {each["id"]: each for each in document["images"]}
    assert {each["tile_id"]: each["label"] for each in images.values()} == {
        8: "yes",
        21: "no",
        3: "yes",
    }
    for each in images.values():
        with Image.open(tmp_path / each["file_name"]) as chip:
            assert chip.size == (each["width"], each["height"]) == (500, 500)
    # A no is a picture on which nothing is annotated.
    annotated = {images[each["image_id"]]["tile_id"] for each in document["annotations"]}
    assert annotated == {8, 3}
    assert document["annotations"][0]["bbox"] == [0, 0, 500, 500]
    assert not list(tmp_path.glob(".chips*"))


def test_what_cannot_be_exported_is_told(session, index, tmp_path):
    def export(labels, name):
        params = ExportLabelsParams(index, labels, "q", str(tmp_path / name))
        return export_labels(session, params, Task())

    with pytest.raises(NoLabels):
        export((), "a.gpkg")
    with pytest.raises(UnknownTile):
        export((Label(999, True),), "a.gpkg")
    with pytest.raises(UsageError):
        export(LABELS, "a.txt")
    with pytest.raises(FolderNotWritable):
        export(LABELS, "no/a.gpkg")
    assert not list(tmp_path.iterdir())


# --- the command line ------------------------------------------------------------------------------


def test_the_command_line_takes_labels_and_profiles(run, ask, index, tmp_path):
    best = ids(ask(k=4))
    labels = (Label(best[0], True), Label(best[2], True), Label(best[1], False))
    profile = tmp_path / "tanks.scrlprofile"
    code, out, err = run(
        "search", index, "--text", QUESTION.text, "--yes", f"{best[0]},{best[2]}", "--no", best[1],
        "--save-profile", profile, "--json",
    )  # fmt: skip
    assert code == 0, err
    hits = [each["properties"]["tile_id"] for each in json.loads(out)["features"]]
    assert hits == ids(ask(labels=labels))
    code, out, _ = run("search", index, "--profile", profile, "-k", "1", "--json")
    assert code == 0
    assert json.loads(out)["features"][0]["properties"]["tile_id"] == hits[0]
    code, out, _ = run("search", index, "--text", "tanks", "--doubtful", "--yes", best[0], "--json")
    assert best[0] not in [each["properties"]["tile_id"] for each in json.loads(out)["features"]]
    code, out, _ = run(
        "labels", "export", index, "--yes", "8,3", "--no", 21, "--question", "tanks",
        "--out", tmp_path / "x.gpkg", "--json",
    )  # fmt: skip
    assert code == 0
    assert json.loads(out)["tiles"] == 3


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--yes", "twelve"], "not a tile ID"),
        (["--yes", "3", "--no", "3"], "--yes and with --no"),
        (["--yes", "-3"], "not a tile ID"),
    ],
)
def test_labels_that_make_no_sense_are_told(run, index, options, told):
    code, _, err = run("search", index, "--text", "tanks", *options)
    assert code == 2
    assert told in err


def test_a_profile_that_cannot_be_saved_does_not_cost_the_answer(run, index, tmp_path):
    out_of_place = tmp_path / "no" / "a.scrlprofile"
    asked = ("search", index, "--text", "tanks", "--save-profile", out_of_place)
    code, out, err = run(*asked)
    assert code == 6
    assert "20 hits" in out
    assert "cannot be written" in err
    code, out, _ = run(*asked, "--json")
    assert code == 6
    assert json.loads(out)["error"]["code"] == "folder-not-writable"
