"""What has changed between two times: the demo scene, and the same nine years later with one place built over."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio

from engine import cli
from engine.application.build import build_index
from engine.application.changes import find_changes
from engine.contract.methods import BuildIndexParams, FindChangesParams
from engine.contract.notices import Notice
from engine.contract.queries import NO_QUESTION, Filters, Period, Query, TextPart
from engine.errors import NothingToCompare, UsageError
from engine.progress import Task
from tests.support import paths

SIDE = 500
# Row and column of tiles: tanks lie in the first, where they are built; the second is woods and fields.
TANKS, BUILT_OVER = (3, 4), (1, 2)
BEFORE, AFTER = Period("2012", "2012"), Period("2021", "2021")
TANKS_TYPED = Query((TextPart("storage tanks"),))


def _tile(cell: tuple[int, int]) -> tuple[slice, slice]:
    row, column = cell
    return slice(row * SIDE, (row + 1) * SIDE), slice(column * SIDE, (column + 1) * SIDE)


@pytest.fixture(scope="module")
def two_times(session, tmp_path_factory) -> str:
    """An index of the scene in 2012 and in a browner 2021."""
    folder = tmp_path_factory.mktemp("changes")
    with rasterio.open(paths.SCENE) as scene:
        pixels, profile = scene.read(), scene.profile
    later = pixels.copy()
    later[(slice(None), *_tile(BUILT_OVER))] = pixels[(slice(None), *_tile(TANKS))]
    browner = later * np.array([1.1, 0.95, 0.8])[:, None, None] + 6
    for year, image in ((2012, pixels), (2021, browner.clip(0, 255).astype(np.uint8))):
        with rasterio.open(folder / f"scene_{year}-07-01.tif", "w", **profile) as file:
            file.write(image)
    index = str(folder / "two.scrl")
    build_index(session, BuildIndexParams(index, (str(folder),), (float(SIDE),)), Task())
    return index


@pytest.fixture(scope="module")
def find(session, two_times):
    def call(query: Query = NO_QUESTION, before=BEFORE, after=AFTER, **more):
        params = FindChangesParams(two_times, before, after, query, **more)
        return find_changes(session, params, Task())

    return call


def _cell(tile) -> tuple[int, int]:
    column, row, width, _height = tile.window
    return round(row / width), round(column / width)


def test_the_place_that_was_built_over_has_changed_most(find):
    found = find()
    assert found.compared == 36
    assert [change.rank for change in found.changes] == list(range(1, 21))
    first, second = found.changes[:2]
    assert _cell(first.before) == _cell(first.after) == BUILT_OVER
    assert (str(first.before.date), str(first.after.date)) == ("2012-07-01", "2021-07-01")
    assert first.change > 1.5 * second.change
    assert first.score_before is first.score_after is None


def test_a_question_finds_where_its_score_has_risen_and_where_it_has_fallen(find):
    found = find(TANKS_TYPED, direction="rose", at_least=0.3)
    assert [_cell(change.after) for change in found.changes] == [BUILT_OVER]
    (change,) = found.changes
    assert change.score_before < 0.3 < 0.6 < change.score_after
    assert "storage tanks" in {phrase.text for phrase in found.understood}
    # The other way round in time.
    gone = find(TANKS_TYPED, AFTER, BEFORE, direction="fell", at_least=0.3)
    assert [_cell(change.after) for change in gone.changes] == [BUILT_OVER]
    assert not find(TANKS_TYPED, direction="fell", at_least=0.3).changes


def test_only_so_many_in_an_area_and_what_is_not_known(find):
    found = find(replace(NO_QUESTION, k=3))
    assert len(found.changes) == 3
    tile = found.changes[0].after
    here = f"{tile.lon - 0.001},{tile.lat - 0.001},{tile.lon + 0.001},{tile.lat + 0.001}"
    assert [c.after.tile_id for c in find(Query((), Filters(area=here))).changes] == [tile.tile_id]
    assert Notice("not-taught") in find(Query((TextPart("an accordion"),))).notes


def test_what_cannot_be_compared_is_refused(find, tmp_path):
    with pytest.raises(NothingToCompare, match="2013-01-01 to 2013-12-31"):
        find(before=Period("2013", "2013"))
    for wrong in (
        {"query": Query((), Filters(since="2012"))},
        {"direction": "rose"},
        {"query": TANKS_TYPED, "at_least": 2.0},
        {"before": AFTER},
        {"out": str(tmp_path / "changes.shp")},
        {"before": Period("yesterday")},
    ):
        with pytest.raises(UsageError):
            find(**wrong)


def test_the_command_prints_and_writes_them(two_times, tmp_path, capsys, monkeypatch):
    out = tmp_path / "changes.gpkg"
    words = ["index", "changes", two_times, "--before", "2010..2012", "--after", "2021-07"]
    words += ["--text", "storage tanks", "--rose", "0.3", "--out", str(out)]
    monkeypatch.setattr(sys, "argv", ["engine", *words, "--json"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert not ended.value.code
    document = json.loads(capsys.readouterr().out)
    assert document["compared"] == 36
    assert len(document["changes"]) == 1
    layer = pyogrio.read_info(out)
    assert layer["layer_name"] == "changes"
    assert layer["features"] == 1
    columns = dict(zip(layer["fields"], pyogrio.raw.read(out, read_geometry=False)[3], strict=True))
    assert columns["score_change"][0] > 0.3
    assert str(columns["date_before"][0])[:10] == "2012-07-01"
    assert Path(columns["source"][0]).stem == "scene_2021-07-01"
