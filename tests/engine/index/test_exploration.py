"""Groups of tiles that look alike, and tiles that look like no other."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from numpy.typing import NDArray

from engine.contract.indexes import NO_OPTIONS
from engine.contract.tiles import Tile
from engine.errors import Cancelled, FolderNotWritable, UsageError
from engine.imagery.tiling import TileGrid, TileSpec
from engine.index.exploration import MOST_GROUPS, Exploration, explore
from engine.index.exploration_layers import write_exploration
from engine.index.plan import NewSource, PlannedPart, WorkRange
from engine.index.store import (
    Conditions,
    EmbeddedTiles,
    StoreSettings,
    VectorStore,
    open_store,
    open_writer,
)
from engine.progress import Task
from tests.support.memory_store import memory_backend
from tests.support.synthetic_sources import CHECKSUM, make_source

SIZE = 16
COUNT = 500
KINDS = 4
SPEC = TileSpec((20.0,), overlap=0.5)
SOURCE = make_source("/data/plain.tif", "EPSG:32633", (500_000.0, 5_200_000.0), None)
#: A tile of its own kind, and its place once more, half a tile beside it.
ODD = (200, 201)


def vectors_of(count: int) -> tuple[NDArray[np.float16], NDArray[np.int64]]:
    """Vectors of four kinds, each twice as frequent as the next, and one oddity; with the kind of each."""
    rng = np.random.default_rng(3)
    kinds = rng.choice(KINDS, count, p=[8 / 15, 4 / 15, 2 / 15, 1 / 15])
    vectors = np.eye(SIZE)[kinds] + 0.05 * rng.normal(size=(count, SIZE))
    vectors[list(ODD)] = np.eye(SIZE)[KINDS] + 0.02 * rng.normal(size=(len(ODD), SIZE))
    kinds[list(ODD)] = -1
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit.astype(np.float16), kinds


def write(uri: str, vectors: NDArray[np.float16]) -> VectorStore:
    settings = StoreSettings(CHECKSUM, vectors.shape[1], SPEC, ("/data",), NO_OPTIONS, 300)
    grid, count = TileGrid(SOURCE, SPEC), len(vectors)
    assert len(grid) >= count
    with open_writer(uri, settings) as writer:
        writer.plan([NewSource(SOURCE, count, NO_OPTIONS)])
        (record,) = writer.info.sources
        for number, start in enumerate(range(0, count, 300)):
            stop = min(start + 300, count)
            tiles = EmbeddedTiles(
                np.arange(start, stop),
                np.zeros(stop - start, dtype=np.int32),
                grid.windows(start, stop),
                grid.ground_sizes(start, stop),
                vectors[start:stop],
            )
            part = PlannedPart(number, (WorkRange(record.number, start, stop),))
            writer.commit(part, writer.target.write(part, tiles, [record]))
    return open_store(uri)


@pytest.fixture(scope="module", params=["folder", "memory"])
def store(request, tmp_path_factory):
    with memory_backend():
        folder = tmp_path_factory.mktemp("exploration")
        uri = f"memory://{folder}" if request.param == "memory" else str(folder / "x.scrl")
        yield write(uri, vectors_of(COUNT)[0])


@pytest.fixture(scope="module")
def found(store) -> Exploration:
    return explore(store, store.select(Conditions()), KINDS, 5)


def overlap(first: Tile, second: Tile) -> float:
    shapes = [shapely.Polygon(tile.footprint) for tile in (first, second)]
    return float(shapes[0].intersection(shapes[1]).area / min(shape.area for shape in shapes))


def test_each_kind_is_a_group_the_largest_first(found):
    _, kinds = vectors_of(COUNT)
    assert found.tile_ids.tolist() == list(range(COUNT))
    for number, group in enumerate(found.groups, 1):
        members = kinds[found.group_numbers == number]
        members = members[members >= 0]
        assert set(members) == {number - 1}
        assert group.tiles == (found.group_numbers == number).sum()
    assert sum(group.tiles for group in found.groups) == COUNT


def test_a_group_has_a_centre_and_typical_tiles_of_different_places(store, found):
    for number, group in enumerate(found.groups, 1):
        assert np.linalg.norm(group.centroid) == pytest.approx(1, abs=1e-5)
        ids = [tile.tile_id for tile in group.examples]
        assert len(ids) == 4
        scores = store.vectors(ids) @ group.centroid
        assert (np.diff(scores) <= 1e-6).all()
        members = found.tile_ids[found.group_numbers == number]
        assert ids[0] == members[(store.vectors(members.tolist()) @ group.centroid).argmax()]
        assert found.similarities[ids] == pytest.approx(scores, abs=1e-3)
        pairs = [(a, b) for a in group.examples for b in group.examples if a is not b]
        assert max(overlap(a, b) for a, b in pairs) <= 0.3
        assert 0 < len(group.members) <= 256
        assert (group.members @ group.centroid).mean() > 0.9


def test_what_is_least_like_the_rest_comes_first_and_once(store, found):
    assert len(found.oddities) == 5
    # Both show the same place: the neighbour is no second oddity.
    assert [tile.tile_id in ODD for tile in found.oddities] == [True, False, False, False, False]
    assert [tile.rank for tile in found.oddities] == [1, 2, 3, 4, 5]
    likeness = [tile.similarity for tile in found.oddities]
    assert likeness == sorted(likeness)
    assert likeness[0] < 0.5 < likeness[1]
    # So few tiles that the sample is all of them, and no tile its own neighbour.
    vectors = store.vectors(list(range(COUNT)))
    scores = np.sort(vectors @ vectors[found.oddities[0].tile_id])[::-1]
    assert likeness[0] == pytest.approx(scores[1:6].mean(), abs=1e-5)


def test_the_same_tiles_give_the_same_answer(store, found):
    again = explore(store, store.select(Conditions()), KINDS, 5)
    assert again.oddities == found.oddities
    assert (again.group_numbers == found.group_numbers).all()
    assert [group.examples for group in again.groups] == [group.examples for group in found.groups]


def test_only_selected_tiles_are_looked_at(store):
    footprint = next(store.items([0])).footprints[0]
    area = footprint.buffer(footprint.length)
    selection = store.select(Conditions(area=area))
    assert 1 < selection.tiles < COUNT
    found = explore(store, selection, 3, 2)
    touching = {t.tile_id for table in store.items_at(area) for t in table}
    assert set(found.tile_ids.tolist()) == touching
    assert {tile.tile_id for group in found.groups for tile in group.examples} <= touching


def test_few_and_equal_tiles_make_few_groups(tmp_path):
    vectors, _ = vectors_of(COUNT)
    one = write(str(tmp_path / "one.scrl"), vectors[:1])
    found = explore(one, one.select(Conditions()), 12, 5)
    assert [group.tiles for group in found.groups] == [1]
    # There is no rest that it could be unlike, but it is listed as it is.
    assert [tile.similarity for tile in found.oddities] == [1.0]
    same = write(str(tmp_path / "same.scrl"), np.repeat(vectors[:2], 50, axis=0))
    found = explore(same, same.select(Conditions()), 12, 0)
    assert [group.tiles for group in found.groups] == [50, 50]
    assert found.oddities == ()


@pytest.mark.parametrize(("groups", "oddities"), [(0, 5), (MOST_GROUPS + 1, 5), (3, -1)])
def test_numbers_out_of_range_are_told(store, groups, oddities):
    with pytest.raises(UsageError):
        explore(store, store.select(Conditions()), groups, oddities)


def test_it_tells_of_its_progress_and_can_be_cancelled(store):
    class Watched(Task):
        def __init__(self) -> None:
            self.stages: dict[str, list[int]] = {}

        def start(self, stage, total, unit):
            self.stages[stage.value] = [0, total]

        def advance(self, steps=1):
            list(self.stages.values())[-1][0] += steps

    watched = Watched()
    explore(store, store.select(Conditions()), KINDS, 5, watched)
    assert watched.stages == {
        "reading-tiles": [COUNT, COUNT],
        "comparing-tiles": [COUNT, COUNT],
    }

    class Stopped(Watched):
        def advance(self, steps=1):
            super().advance(steps)
            self.is_cancelled = "comparing-tiles" in self.stages

    with pytest.raises(Cancelled):
        explore(store, store.select(Conditions()), KINDS, 5, Stopped())


def test_the_tiles_and_their_groups_become_a_geopackage(store, found, tmp_path):
    path = tmp_path / "groups.gpkg"
    path.write_bytes(b"earlier")
    texts = [f"kind {number}" for number in range(len(found.groups))]
    write_exploration(path, store, found, texts)
    meta, _, shapes, columns = pyogrio.raw.read(path, layer="tiles")
    table = dict(zip(meta["fields"], columns, strict=True))
    assert len(shapes) == COUNT
    assert meta["crs"] == "EPSG:4326"
    assert table["group_number"].tolist() == found.group_numbers[table["tile_id"]].tolist()
    assert table["group_phrases"].tolist() == [f"kind {n - 1}" for n in table["group_number"]]
    meta, _, shapes, columns = pyogrio.raw.read(path, layer="oddities")
    table = dict(zip(meta["fields"], columns, strict=True))
    assert table["rank"].tolist() == [1, 2, 3, 4, 5]
    assert table["tile_id"].tolist() == [tile.tile_id for tile in found.oddities]
    assert shapely.from_wkb(shapes[0]).equals(shapely.Polygon(found.oddities[0].footprint))
    assert [file.name for file in tmp_path.iterdir()] == ["groups.gpkg"]


def test_a_geopackage_that_cannot_be_written_leaves_what_was_there(store, found, tmp_path):
    with pytest.raises(UsageError):
        write_exploration(tmp_path / "groups.txt", store, found, ["x"] * KINDS)
    with pytest.raises(FolderNotWritable):
        write_exploration(Path("/nowhere/groups.gpkg"), store, found, ["x"] * KINDS)
    path = tmp_path / "groups.gpkg"
    path.write_bytes(b"earlier")
    task = Task()
    task.is_cancelled = True
    with pytest.raises(Cancelled):
        write_exploration(path, store, found, ["x"] * KINDS, task)
    assert path.read_bytes() == b"earlier"
    assert [file.name for file in tmp_path.iterdir()] == ["groups.gpkg"]
