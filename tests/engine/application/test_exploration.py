"""What an index of real imagery holds, with the model that ships."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pyogrio
import pytest

from engine import cli
from engine.application.exploration import explore_index
from engine.application.search import search
from engine.contract.codec import to_json
from engine.contract.methods import ExploreIndexParams, SearchParams
from engine.contract.queries import Filters, Query, TextPart, TilePart
from engine.errors import AreaOutside, FolderNotWritable, NothingMatchesFilter, UsageError
from engine.progress import Task
from tests.support.paths import DEMO


@pytest.fixture(scope="module")
def found(session, index):
    return explore_index(session, ExploreIndexParams(index, groups=6, oddities=4), Task())


def run(arguments: list[str], monkeypatch, capsys) -> str:
    monkeypatch.setattr(sys, "argv", ["engine", "index", "explore", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert not ended.value.code
    return str(capsys.readouterr().out)


def test_the_groups_of_the_demo_scene_are_what_it_shows(found):
    assert found.searched == sum(group.tiles for group in found.groups) == 36
    assert [group.number for group in found.groups] == list(range(1, len(found.groups) + 1))
    sizes = [group.tiles for group in found.groups]
    assert sizes == sorted(sizes, reverse=True)
    assert sum(group.share for group in found.groups) == pytest.approx(1)
    said = " ".join(group.description for group in found.groups)
    kinds = json.loads((DEMO / "places.geojson").read_text(encoding="utf-8"))["features"]
    assert {"forest", "beach"} <= {each["properties"]["kind"] for each in kinds}
    assert any(word in said for word in ("trees", "forests", "woods"))
    assert any(word in said for word in ("beach", "sand", "shore"))
    assert len(found.oddities) == 4


def test_phrases_are_of_what_the_model_was_taught(found, session):
    model = session.model()
    taught = model.config.vocabulary[: model.config.taught]
    for group in found.groups:
        assert len({phrase.text for phrase in group.phrases}) == 3
        assert {phrase.text for phrase in group.phrases} <= set(taught)
        assert all(-1 <= phrase.score <= 1 for phrase in group.phrases)


def test_pictures_of_two_kinds_get_a_phrase_for_each(session, index):
    model = session.model()
    store = session.open_index(Path(index))
    both = []
    for text in ("a dense forest", "an airport with many planes"):
        query = Query((TextPart(text),), k=1)
        hit = search(session, SearchParams(index, query), Task()).hits[0]
        both.append(hit.tile_id)
    vectors = store.vectors(both)
    together = {phrase.text for phrase in model.described(vectors, 4)}
    for vector in vectors:
        assert together & {phrase.text for phrase in model.described(vector[None], 8)}


def test_a_group_is_a_question(found, session, index):
    group = found.groups[0]
    parts = tuple(TilePart(tile.tile_id) for tile in group.examples)
    query = Query(parts, k=group.tiles, suppress_overlap=False)
    hits = search(session, SearchParams(index, query), Task()).hits
    assert {tile.tile_id for tile in group.examples} <= {
        hit.tile_id for hit in hits[: 2 * len(parts)]
    }


def test_filters_are_those_of_a_search(session, index):
    def explore(filters: Filters, **values):
        params = ExploreIndexParams(index, filters=filters, **values)
        return explore_index(session, params, Task())

    west = explore(Filters(area="9.2697,48.2939,9.29,48.3208"), groups=3)
    assert 0 < west.searched < 36
    assert all(t.lon < 9.295 for group in west.groups for t in group.examples)
    with pytest.raises(NothingMatchesFilter):
        explore(Filters(since="2030"))
    with pytest.raises(AreaOutside):
        explore(Filters(area="0,0,1,1"))


def test_what_cannot_be_done_is_told_before_anything_is_read(session, index, tmp_path):
    for out, error in ((tmp_path / "x.txt", UsageError), ("/nowhere/x.gpkg", FolderNotWritable)):
        with pytest.raises(error):
            explore_index(session, ExploreIndexParams(index, out=str(out)), Task())
    with pytest.raises(UsageError):
        explore_index(session, ExploreIndexParams(index, groups=0), Task())


def test_the_command_line_prints_and_writes_it(found, index, tmp_path, monkeypatch, capsys):
    out = tmp_path / "groups.gpkg"
    arguments = [index, "--groups", "6", "--oddities", "4", "--out", str(out)]
    text = run(arguments, monkeypatch, capsys)
    assert f"{len(found.groups)} groups of 36 tiles" in text
    assert found.groups[0].phrases[0].text in text
    assert "Least like the rest" in text
    assert f"Saved to {out}" in text
    columns = pyogrio.raw.read(out, layer="tiles")[3]
    assert len(columns[0]) == 36
    assert set(columns[1]) == {group.description for group in found.groups}
    assert json.loads(run([*arguments[:-2], "--json"], monkeypatch, capsys)) == to_json(found)
