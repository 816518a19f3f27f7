"""Questions of parts: recordings, tiles, places, image files, in any blend."""

from __future__ import annotations

import json
import shutil
import sys
import typing
from dataclasses import replace
from pathlib import Path

import pytest
import rasterio
from PIL import Image
from rasterio.windows import Window
from shapely.geometry import Polygon, shape

from engine import cli
from engine.application.query_encoders import ENCODERS
from engine.application.search import score_map, search
from engine.contract.codec import from_json, to_json
from engine.contract.methods import ScoreMapParams, SearchParams
from engine.contract.notices import Notice
from engine.contract.queries import (
    AudioPart,
    Filters,
    ImagePart,
    PlacePart,
    Query,
    QueryPart,
    TextPart,
    TilePart,
)
from engine.errors import (
    FolderNotWritable,
    NotAnImage,
    PartsCancelOut,
    TextEmpty,
    UnknownTile,
    UsageError,
)
from engine.progress import Task
from engine.training.phrases import untaught_things
from tests.support import paths
from tests.support.paths import DEMO

SCENE = str(paths.SCENE)

QUESTION = str(DEMO / "questions" / "11-storagetanks.ogg")


@pytest.fixture(scope="module")
def ask(session, index):
    def call(*parts, **query):
        params = SearchParams(index, Query(tuple(parts), **query))
        return search(session, params, Task())

    return call


@pytest.fixture(scope="module")
def chips(tmp_path_factory) -> dict[str, tuple[str, int]]:
    """Return tiles of the index, cut out of the scene, as files without a place, with their tile."""
    folder = tmp_path_factory.mktemp("chips")
    found = {}
    with rasterio.open(SCENE) as scene:
        # Tiles are numbered row by row; the scene has 6 x 6 of 500 m, at 1 m a pixel.
        for name, tile in (("chip.png", 8), ("chip.jpg", 21), ("chip.tif", 34)):
            window = Window(500 * (tile % 6), 500 * (tile // 6), 500, 500)
            pixels = scene.read([1, 2, 3], window=window).transpose(1, 2, 0)
            Image.fromarray(pixels).save(folder / name)
            found[name] = str(folder / name), tile
    return found


def test_every_kind_of_part_has_an_encoder():
    assert set(ENCODERS) == set(typing.get_args(QueryPart))
    assert {encoder.modality for encoder in ENCODERS.values()} == {"voice", "text", "image"}


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        ("storage tanks", "storagetanks"),
        ("a sandy beach by the sea", "beach"),
        ("FOREST.", "forest"),
    ],
)
def test_a_typed_question_finds_the_place(ask, text, scene):
    found = ask(TextPart(text), k=3)
    places = json.loads((DEMO / "places.geojson").read_text(encoding="utf-8"))["features"]
    there = [shape(each["geometry"]) for each in places if each["properties"]["kind"] == scene]
    assert any(Polygon(found.hits[0].footprint).intersects(place) for place in there)
    assert len(found.understood) == 5
    assert found.notes == ()


def test_typed_and_spoken_words_are_understood_alike(ask):
    spoken, typed = ask(AudioPart(QUESTION)), ask(TextPart("storage tanks"))
    assert {phrase.text for phrase in spoken.understood} & {
        phrase.text for phrase in typed.understood
    }
    assert {hit.tile_id for hit in spoken.hits[:5]} & {hit.tile_id for hit in typed.hits[:5]}
    # Both together are a question, too; what is said counts for the scores.
    assert ask(AudioPart(QUESTION), TextPart("storage tanks"), k=1).hits


def test_a_map_of_scores_says_what_a_search_says(ask, session, index, tmp_path):
    for part in (TextPart("storage tanks"), AudioPart(QUESTION), TilePart(8)):
        found = ask(part, k=36, suppress_overlap=False)
        params = ScoreMapParams(
            index, Query((part,)), str(tmp_path / "map.tif"), str(tmp_path / "map.gpkg")
        )
        made = score_map(session, params, Task())
        for name in ("searched", "notes", "understood", "default_min_score"):
            assert getattr(made, name) == getattr(found, name)
        assert made.best_score == pytest.approx(found.hits[0].score, abs=1e-4)
        likely = sum(hit.score >= found.default_min_score for hit in found.hits)
        assert made.likely_share == pytest.approx(likely / 36)
        with rasterio.open(made.raster) as raster:
            assert raster.shape == (6, 6)
            scores = raster.read(1)
            for hit in found.hits:
                x, y = (hit.window[0] + 250, hit.window[1] + 250)
                with rasterio.open(SCENE) as scene:
                    cell = raster.index(*scene.xy(y, x))
                assert scores[cell] == pytest.approx(hit.score, abs=1e-4)
    untaught = untaught_things("test")
    notes = [
        score_map(
            session, replace(params, query=Query((TextPart(f"find a {thing}"),))), Task()
        ).notes
        for thing in untaught[:4]
    ]
    assert any(Notice("not-taught") in each for each in notes)


def test_a_map_that_has_no_file_or_folder_is_refused_before_the_question_is_heard(
    session, index, tmp_path
):
    query = Query((AudioPart(str(tmp_path / "no recording.wav")),))
    with pytest.raises(UsageError):
        score_map(session, ScoreMapParams(index, query), Task())
    raster = str(tmp_path / "none" / "map.tif")
    with pytest.raises(FolderNotWritable):
        score_map(session, ScoreMapParams(index, query, raster), Task())


def test_what_the_model_was_not_taught_is_told(ask):
    asked = [ask(TextPart(f"find a {thing}"), k=1) for thing in untaught_things("test")]
    told = [Notice("not-taught") in found.notes for found in asked]
    assert sum(told) >= 25
    # An example shows what a word may not.
    untaught = untaught_things("test")[told.index(True)]
    assert Notice("not-taught") not in ask(TextPart(untaught), TilePart(3), k=1).notes
    assert Notice("not-taught") not in ask(AudioPart(QUESTION), k=1).notes


def test_phrases_that_only_come_close_are_not_said_to_be_understood(ask):
    def nearest(text):
        return ask(TextPart(text), k=1).understood[0]

    known = ("white storage tanks", "tennis courts in a park", "wind turbines", "a field of cattle")
    assert [nearest(text).likely for text in known] == [True] * len(known)
    # Things that no phrase of the vocabulary names: how many the title calls closest, not understood.
    asked = {thing: nearest(f"find a {thing}") for thing in untaught_things("test")}
    strangers = [
        thing
        for thing, phrase in asked.items()
        if not any(word[:4] in phrase.text for word in thing.split())
    ]
    assert len(strangers) >= 10
    told = [not asked[thing].likely for thing in strangers]
    assert sum(told) / len(told) >= 0.7
    assert ask(AudioPart(QUESTION), k=1).understood[0].likely


@pytest.mark.parametrize("text", ["", "?!", "石油"])
def test_a_text_without_a_word_is_told(ask, text):
    with pytest.raises(TextEmpty) as caught:
        ask(TextPart(text))
    assert "storage tanks" in caught.value.next_step


@pytest.mark.parametrize("name", ["chip.png", "chip.jpg", "chip.tif"])
def test_an_image_file_finds_the_tile_that_it_shows(ask, chips, name):
    path, tile = chips[name]
    found = ask(ImagePart(path), k=3)
    assert found.hits[0].tile_id == tile
    assert found.hits[0].similarity > (0.8 if name.endswith("jpg") else 0.95)
    assert found.understood == ()
    # Its scores are those of the tile itself as the question: one calibration for both.
    alike = ask(TilePart(tile), k=1).hits[0]
    assert found.hits[0].score == pytest.approx(alike.score, abs=0.1)


def test_an_image_file_blends_with_everything_else(ask, chips):
    path, tile = chips["chip.png"]
    mixed = ask(ImagePart(path), AudioPart(QUESTION, 0.01), k=1)
    assert mixed.hits[0].tile_id == tile
    assert mixed.understood
    away = ask(AudioPart(QUESTION), ImagePart(path, -1.0), k=36, suppress_overlap=False)
    alone = ask(AudioPart(QUESTION), k=36, suppress_overlap=False)
    rank = {hit.tile_id: hit.rank for hit in away.hits}
    assert rank[tile] > {hit.tile_id: hit.rank for hit in alone.hits}[tile]


def test_a_blend_matches_what_one_of_its_parts_matches(ask):
    """Its scores were all below 0.5, and the dock said that no place matched well."""
    tanks, river = TextPart("storage tanks"), TextPart("a river")
    best = {part: ask(part, k=1).hits[0] for part in (tanks, river)}
    assert all(hit.score > 0.5 for hit in best.values())
    either = ask(tanks, river)
    assert either.hits[0].score > 0.5
    assert {hit.tile_id for hit in best.values()} <= {
        hit.tile_id for hit in either.hits if hit.score > 0.5
    }
    without = ask(tanks, replace(river, weight=-1.0)).hits[0]
    assert without.tile_id == best[tanks].tile_id
    assert without.score == pytest.approx(best[tanks].score, abs=0.1)
    # The same said twice is no more certain.
    twice = ask(tanks, tanks).hits[0]
    assert twice.score == pytest.approx(best[tanks].score, abs=1e-4)


def test_what_is_no_image_is_told(ask):
    with pytest.raises(NotAnImage):
        ask(ImagePart(QUESTION))


def test_negative_weights_are_allowed_for_every_kind(ask, chips):
    centre = {"type": "Point", "coordinates": [9.2902, 48.3073]}
    unlike: list[QueryPart] = [
        TilePart(3),
        PlacePart(centre),
        ImagePart(chips["chip.tif"][0]),
        AudioPart(QUESTION),
        TextPart("a harbour"),
    ]
    for part in unlike:
        assert ask(TilePart(8), replace(part, weight=-0.5), k=1).hits
        assert ask(replace(part, weight=-1.0), k=1).hits


def test_parts_that_cancel_each_other_out_are_told(ask, chips):
    parts: list[QueryPart]
    parts = [
        TilePart(3), AudioPart(QUESTION), TextPart("river"), ImagePart(chips["chip.png"][0])
    ]  # fmt: skip
    for part in parts:
        with pytest.raises(PartsCancelOut):
            ask(part, replace(part, weight=-1.0))


def test_a_part_with_another_weight_is_not_encoded_again(ask):
    ask(AudioPart(QUESTION), TextPart("a river"))
    again = ask(AudioPart(QUESTION, 2.0), TextPart("a river", -0.5))
    assert again.hits
    assert (again.timings_ms.features, again.timings_ms.encoder) == (0, 0)


def test_a_picture_that_has_changed_is_read_again(ask, chips, tmp_path):
    for name in ("chip.png", "chip.tif"):
        chip, tile = chips[name]
        (tmp_path / "picture").write_bytes(Path(chip).read_bytes())
        assert ask(ImagePart(str(tmp_path / "picture")), k=1).hits[0].tile_id == tile


def test_understood_is_of_the_speech_alone(ask, chips):
    alone = ask(AudioPart(QUESTION))
    assert len(alone.understood) == 5
    for other in (TilePart(3, weight=5.0), ImagePart(chips["chip.png"][0], -2.0)):
        assert ask(AudioPart(QUESTION), other).understood == alone.understood
    # What is not wanted is not said to be looked for, and its scores are those of pictures.
    unwanted = ask(TilePart(3), AudioPart(QUESTION, -0.2), k=1)
    assert unwanted.understood == ()


def test_the_command_line_answers_as_the_worker_does(ask, index, chips, monkeypatch, capsys):
    path, _ = chips["chip.png"]
    expected = ask(
        AudioPart(QUESTION, 2.0), TextPart("tanks", 0.5), TilePart(3, weight=-0.5),
        ImagePart(path, 0.25), k=7, per_source=5,
    )  # fmt: skip
    arguments = [
        "--voice",
        QUESTION,
        "--text",
        "tanks",
        "--like",
        "3",
        "--image",
        path,
        "--weight",
        "2",
        "0.5",
        "-0.5",
        "0.25",
    ]
    arguments += ["-k", "7", "--per-source", "5"]
    monkeypatch.setattr(sys, "argv", ["engine", "search", index, *arguments, "--json"])
    with pytest.raises(SystemExit):
        cli.main()
    answer = json.loads(capsys.readouterr().out)
    hits = [feature["properties"] for feature in answer["features"]]
    assert [hit["tile_id"] for hit in hits] == [hit.tile_id for hit in expected.hits]
    assert len(hits) == 5  # of one raster
    for name in ("score", "similarity"):
        told = [getattr(hit, name) for hit in expected.hits]
        assert [hit[name] for hit in hits] == pytest.approx(told, abs=1e-3)
    assert answer["understood"] == to_json(expected.understood)


def test_a_tile_of_another_index_is_a_question(ask, session, index, tmp_path):
    other = str(tmp_path / "other.scrl")
    shutil.copytree(index, other)
    assert ask(TilePart(8, other), k=1).hits == ask(TilePart(8), k=1).hits
    with pytest.raises(UnknownTile) as caught:
        ask(TilePart(999, other))
    assert caught.value.values["index"] == Path(other)


def test_a_question_can_be_kept_and_asked_again(ask, session, index, chips):
    area = {"type": "Polygon", "coordinates": [[[9, 48], [10, 48], [10, 49], [9, 48]]]}
    filters = Filters(area, "2020", "2024-06", ("scene*",), (500.0,))
    query = Query((ImagePart(chips["chip.jpg"][0]), TilePart(1, weight=-0.25)), filters, 3, 0.01)
    again = from_json(Query, json.loads(json.dumps(to_json(query))))
    assert again == query
    hits = search(session, SearchParams(index, again), Task()).hits
    assert hits == search(session, SearchParams(index, query), Task()).hits
