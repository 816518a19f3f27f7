"""One place at all its dates: the demo scene in three years, once beside its grid of tiles, and once undated."""

from __future__ import annotations

import json
import sys

import numpy as np
import pytest
import rasterio
from rasterio.windows import Window

from engine import cli
from engine.application.build import build_index
from engine.application.changes import tiles_through_time
from engine.application.search import search
from engine.contract.methods import BuildIndexParams, SearchParams, ThroughTimeParams
from engine.contract.queries import NO_QUESTION, Filters, PlacePart, Query, TextPart, TilePart
from engine.errors import AreaUnreadable, NoTileThere, UnknownTile, UsageError
from engine.progress import Task
from tests.support import paths

TANKS = Query((TextPart("storage tanks"),), k=1)
# Column and row in the scene at which the image of a year begins: the grid of its tiles does, too.
BEGINS = {"2021-07-01": (0, 1500), "2012-07-01": (0, 1500), "2018-07-01": (150, 1400), "": (0, 1500)}  # fmt: skip


@pytest.fixture(scope="module")
def dated(session, tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("dates")
    with rasterio.open(paths.SCENE) as scene:
        for day, (column, row) in BEGINS.items():
            window = Window(column, row, 2500, 1500)
            form = {**scene.profile, "width": 2500, "height": 1500}
            form["transform"] = scene.window_transform(window)
            pixels = scene.read(window=window)
            if day == "2012-07-01":
                pixels = np.full_like(pixels, 90) + pixels // 8
            with rasterio.open(folder / f"scene_{day or 'undated'}.tif", "w", **form) as file:
                file.write(pixels)
    index = str(folder / "dates.scrl")
    build_index(session, BuildIndexParams(index, (str(folder),), (500.0, 1500.0)), Task())
    return index


@pytest.fixture(scope="module")
def through_time(session, dated):
    def call(place, query=NO_QUESTION):
        return tiles_through_time(session, ThroughTimeParams(dated, place, query), Task())

    return call


@pytest.fixture(scope="module")
def tanks(session, dated):
    """The best place with tanks in the latest image, 500 m wide."""
    query = Query(TANKS.parts, Filters(since="2021", ground_sizes_m=(500.0,)), k=1)
    return search(session, SearchParams(dated, query), Task()).hits[0]


def test_a_tile_is_found_at_all_dates_the_earliest_first(through_time, tanks):
    found = through_time(TilePart(tanks.tile_id))
    assert [str(tile.date) for tile in found.tiles] == ["2012-07-01", "2018-07-01", "2021-07-01", "None"]  # fmt: skip
    assert found.tiles[2].tile_id == tanks.tile_id
    assert {tile.ground_size_m for tile in found.tiles} == {500.0}
    assert {tile.score for tile in found.tiles} == {None}
    first, beside, same, undated = found.tiles
    assert (first.lon, first.lat) == (same.lon, same.lat) == (undated.lon, undated.lat)
    # The nearest of another grid: at most half a tile away each way.
    assert 0 < abs(beside.lat - same.lat) * 111_320 < 260


def test_each_has_the_score_that_a_search_gives_it(session, dated, through_time, tanks):
    found = through_time(TilePart(tanks.tile_id), TANKS)
    scores = [tile.score for tile in found.tiles]
    assert scores[2] == pytest.approx(tanks.score)
    assert scores[0] < scores[2]
    assert "storage tanks" in {phrase.text for phrase in found.understood}
    assert found.default_min_score is not None
    # Where and when a question was asked does not matter: all dates are wanted.
    elsewhere = Query(TANKS.parts, Filters(until="2012", area="0,0,1,1"))
    assert [t.score for t in through_time(TilePart(tanks.tile_id), elsewhere).tiles] == scores


def test_a_footprint_and_a_point_are_places_too_and_tiles_of_other_sizes_do_not_compare(
    through_time, tanks
):
    footprint = PlacePart({"type": "Polygon", "coordinates": [list(map(list, tanks.footprint))]})
    point = PlacePart({"type": "Point", "coordinates": [tanks.lon, tanks.lat]})
    expected = through_time(TilePart(tanks.tile_id)).tiles
    assert through_time(footprint).tiles == expected
    assert {tile.ground_size_m for tile in through_time(point).tiles} == {500.0}
    west, south = np.array(tanks.footprint).min(axis=0)
    wide = [[west, south], [west + 0.5, south], [west + 0.5, south + 0.5], [west, south]]
    with pytest.raises(NoTileThere):
        through_time(PlacePart({"type": "Polygon", "coordinates": [wide]}))


def test_a_place_that_is_not_there_is_refused(through_time):
    with pytest.raises(UnknownTile, match="999999"):
        through_time(TilePart(999_999))
    with pytest.raises(NoTileThere):
        through_time(PlacePart({"type": "Point", "coordinates": [0.0, 0.0]}))
    with pytest.raises(AreaUnreadable):
        through_time(PlacePart({"type": "LineString", "coordinates": [[0, 0], [1, 1]]}))


@pytest.mark.parametrize("wrong", [[], ["--tile", "1", "--at", "1,2"], ["--at", "here"]])
def test_the_command_wants_one_place(dated, wrong):
    arguments = dict(zip(wrong[::2], wrong[1::2], strict=True))
    tile = int(arguments["--tile"]) if "--tile" in arguments else None
    with pytest.raises(UsageError):
        cli._place(tile, arguments.get("--at"))


def test_the_command_prints_them(dated, tanks, capsys, monkeypatch):
    words = ["index", "through-time", dated, "--at", f"{tanks.lat},{tanks.lon}", "--text", "storage tanks"]  # fmt: skip
    monkeypatch.setattr(sys, "argv", ["engine", *words, "--json"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert not ended.value.code
    tiles = json.loads(capsys.readouterr().out)["tiles"]
    assert [tile["date"] for tile in tiles] == ["2012-07-01", "2018-07-01", "2021-07-01", None]
    assert all(0 <= tile["score"] <= 1 for tile in tiles)
