"""What every backend promises, and what is above backends promises over each of them.

A new backend is a line in :data:`BACKENDS_UNDER_TEST`.
"""

from __future__ import annotations

import dataclasses
import functools
import pickle
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from numpy.typing import NDArray

from engine.contract.indexes import NO_OPTIONS, SourceOptions
from engine.contract.tiles import Tile
from engine.errors import (
    Cancelled,
    IndexExists,
    IndexLocked,
    IndexMissing,
    IndexOfAnotherModel,
    ReembeddingIncomplete,
    UnknownTile,
    UsageError,
)
from engine.imagery.source import Source
from engine.imagery.tiling import TileGrid, TileSpec
from engine.index import folder
from engine.index.builder import add_to_index, build_index, reembed_index
from engine.index.filters import Area
from engine.index.geometry import tiles_at
from engine.index.maintenance import compact_index, index_info, remove_source, verify_index
from engine.index.plan import NewSource, PlannedPart, SourceRecord, WorkRange
from engine.index.search import SearchOptions, search
from engine.index.store import (
    Backend,
    Conditions,
    EmbeddedTiles,
    StoreSettings,
    VectorStore,
    VectorStoreWriter,
    open_store,
    open_writer,
    store_info,
)
from engine.index.tiles_layer import write_tiles_layer
from engine.progress import Task
from tests.support import cluster as processes
from tests.support.impatience import Impatient
from tests.support.memory_store import memory_backend
from tests.support.postgis_server import shared_index_uri
from tests.support.scenes import PIXELS, PixelStatistics, write_scene
from tests.support.synthetic_sources import CHECKSUM, SOURCES, make_source

FOLDER: Backend = folder
SIZE = 12
SPEC = TileSpec((20.0, 50.0), pixels=PIXELS)
SETTINGS = StoreSettings(CHECKSUM, SIZE, SPEC, ("/data",), NO_OPTIONS, 150)
BACKENDS_UNDER_TEST: dict[str, Callable[[Path], str]] = {
    "folder": lambda folder: str(folder / "x.scrl"),
    "memory": lambda folder: f"memory://{folder}",
    "postgis": lambda folder: shared_index_uri(),
}
BACKENDS_AS_PARAMETERS = [
    pytest.param(name, marks=pytest.mark.postgis) if name == "postgis" else name
    for name in BACKENDS_UNDER_TEST
]


@pytest.fixture(scope="module", autouse=True)
def registered() -> Iterator[None]:
    with memory_backend():
        yield


@pytest.fixture(params=BACKENDS_AS_PARAMETERS)
def uri(request, tmp_path) -> str:
    """The address of an index that is not there yet."""
    return BACKENDS_UNDER_TEST[request.param](tmp_path)


@functools.cache
def grid_of(source: Source) -> TileGrid:
    return TileGrid(source, SPEC)


def new_source(number: int) -> NewSource:
    source = make_source(*SOURCES[number])
    return NewSource(source, len(grid_of(source)), NO_OPTIONS)


def embedded(record: SourceRecord, start: int, stop: int) -> EmbeddedTiles:
    """Tiles of a source's grid, less every fifth, with vectors that follow from their ids."""
    grid = grid_of(record.source)
    numbers = np.array([number for number in range(start, stop) if number % 5])
    ids = record.first_tile_id + numbers
    vectors = np.stack([vector_of(tile_id) for tile_id in ids.tolist()])
    sources = np.full(len(ids), record.number, dtype=np.int32)
    windows, sizes = grid.windows(start, stop), grid.ground_sizes(start, stop)
    return EmbeddedTiles(ids, sources, windows[numbers - start], sizes[numbers - start], vectors)


def vector_of(tile_id: int) -> NDArray[np.float16]:
    vector = np.random.default_rng(tile_id).normal(size=SIZE) + 0.4
    unit: NDArray[np.float16] = (vector / np.linalg.norm(vector)).astype(np.float16)
    return unit


def make(writer: VectorStoreWriter, part: PlannedPart) -> None:
    """Make a part of one or several ranges, and commit it."""
    records = {record.number: record for record in writer.info.sources}
    pieces = [embedded(records[w.source], w.start, w.stop) for w in part.work]
    columns = zip(*(dataclasses.astuple(piece) for piece in pieces), strict=True)
    tiles = EmbeddedTiles(*map(np.concatenate, columns))
    writer.commit(part, writer.target.write(part, tiles, list(records.values())))


def write_full(uri: str) -> str:
    """An index of three sources: two with a date, one in another coordinate system without."""
    with open_writer(uri, SETTINGS) as writer:
        for part in writer.plan([new_source(number) for number in range(3)]):
            make(writer, part)
    return uri


@pytest.fixture
def full(uri: str) -> str:
    """An index to be changed."""
    return write_full(uri)


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """A Dask cluster of two workers: the address of its scheduler."""
    pytest.importorskip("distributed", reason="needs requirements/cluster.txt")
    with processes.scheduler() as (address, _), processes.workers(address, 2, checksum=CHECKSUM):
        yield address


@pytest.fixture(scope="module", params=[*BACKENDS_AS_PARAMETERS, "dask"])
def kept(request, registered, tmp_path_factory) -> str:
    """An index to be read; what a cluster searches is written as a folder."""
    if request.param == "dask":
        index = write_full(str(tmp_path_factory.mktemp("kept") / "x.scrl"))
        return processes.searched_by(request.getfixturevalue("cluster"), index)
    return write_full(BACKENDS_UNDER_TEST[request.param](tmp_path_factory.mktemp("kept")))


def tiles_in(store: VectorStore) -> dict[int, Tile]:
    found = [tile for table in store.items() for tile in table]
    tiles = {tile.tile_id: tile for tile in found}
    assert len(tiles) == len(found) == store.info.tiles
    return tiles


def polygon(tile: Tile) -> shapely.Polygon:
    return shapely.Polygon(tile.footprint)


# --- reading ----------------------------------------------------------------------------------------


def test_an_index_says_what_it_holds(kept):
    info, store = store_info(kept), open_store(kept, CHECKSUM)
    assert store.info == info
    assert info.settings == SETTINGS
    assert [record.source.uri for record in info.sources] == [uri for uri, *_ in SOURCES]
    assert info.pending == ()
    tiles = tiles_in(store)
    planned = sum(record.planned_tiles for record in info.sources)
    assert 0.7 * planned < len(tiles) < planned
    expected = shapely.total_bounds([polygon(tile) for tile in tiles.values()])
    assert info.bounds is not None
    np.testing.assert_allclose(info.bounds, expected)
    report = index_info(kept, CHECKSUM)
    assert report.model_matches
    assert report.tiles == sum(source.tiles for source in report.sources) == len(tiles)
    assert report.bytes_on_disk >= 2 * SIZE * len(tiles)


def test_tiles_are_those_that_were_written(kept):
    store = open_store(kept)
    records = {record.source.uri: record for record in store.info.sources}
    for tile_id, tile in tiles_in(store).items():
        record = records[tile.source_path]
        grid, number = grid_of(record.source), tile_id - record.first_tile_id
        assert tile.window == grid.window(number)
        assert tile.ground_size_m == grid.ground_size(number)
        assert (tile.source, tile.date) == (record.source.name, record.source.date)
        assert polygon(tile).contains(shapely.Point(tile.lon, tile.lat))


def test_some_tiles_and_their_vectors(kept):
    store = open_store(kept)
    tiles = tiles_in(store)
    wanted = list(tiles)[::7][::-1]
    some = [tile for table in store.items([*wanted, 10**6, -1, 10**30]) for tile in table]
    assert {tile.tile_id: tile for tile in some} == {tile_id: tiles[tile_id] for tile_id in wanted}
    vectors = store.vectors(wanted)
    assert vectors.dtype == np.float32
    np.testing.assert_array_equal(vectors, np.stack([vector_of(t) for t in wanted]))
    for unknown in (10**6, 10**30):
        with pytest.raises(UnknownTile, match=str(unknown)):
            store.vectors([wanted[0], unknown])


CONDITIONS = {
    "none": (Conditions(), lambda _tile: True),
    "since": (
        Conditions(since=date(2015, 1, 1)),
        lambda tile: tile.date is not None and tile.date >= date(2015, 1, 1),
    ),
    "until": (
        Conditions(until=date(2014, 5, 1)),
        lambda tile: tile.date is not None and tile.date <= date(2014, 5, 1),
    ),
    "sources": (
        Conditions(sources=frozenset({0, 2})),
        lambda tile: tile.source_path in (SOURCES[0][0], SOURCES[2][0]),
    ),
    "size": (Conditions(ground_sizes_m=(50.0, 7.0)), lambda tile: tile.ground_size_m == 50.0),
    "area": (
        Conditions(area=shapely.box(15.001, 46.949, 15.003, 46.951)),
        lambda tile: polygon(tile).intersects(shapely.box(15.001, 46.949, 15.003, 46.951)),
    ),
    "nothing": (Conditions(area=shapely.box(8, 50, 9, 51)), lambda _tile: False),
    "ids": (
        Conditions(tile_ids=((3, 20), (150, 400))),
        lambda tile: 3 <= tile.tile_id < 20 or 150 <= tile.tile_id < 400,
    ),
    "no ids": (Conditions(tile_ids=()), lambda _tile: False),
    "ids in an area": (
        Conditions(
            area=shapely.box(15.001, 46.949, 15.003, 46.951), tile_ids=((0, 288), (304, 900))
        ),
        lambda tile: (
            (tile.tile_id < 288 or 304 <= tile.tile_id < 900)
            and polygon(tile).intersects(shapely.box(15.001, 46.949, 15.003, 46.951))
        ),
    ),
    "all": (
        Conditions(
            area=shapely.Point(15.0025, 46.95).buffer(0.001),
            since=date(2000, 1, 1),
            until=date(2020, 1, 1),
            sources=frozenset({0, 1}),
            ground_sizes_m=(20.0,),
        ),
        lambda tile: (
            tile.ground_size_m == 20.0
            and polygon(tile).intersects(shapely.Point(15.0025, 46.95).buffer(0.001))
        ),
    ),
}


@pytest.mark.parametrize("name", CONDITIONS)
def test_conditions_select_exactly(kept, name):
    conditions, meets = CONDITIONS[name]
    store = open_store(kept)
    tiles = tiles_in(store)
    expected = {tile_id for tile_id, tile in tiles.items() if meets(tile)}
    selection = store.select(conditions)
    assert selection.tiles == len(expected)
    assert bool(expected) == (name not in ("nothing", "no ids"))
    undated = sum(tile.date is None for tile in tiles.values())
    assert selection.undated == (undated if name in ("since", "until") else 0)
    query = vector_of(1).astype(np.float32)
    scored = list(store.scores(query, selection))
    found = [tile_id for batch in scored for tile_id in batch.tile_ids.tolist()]
    assert len(found) == len(expected)
    assert set(found) == expected


def test_every_tile_is_scored(kept):
    store = open_store(kept)
    query = vector_of(4711).astype(np.float32)
    count = 0
    for batch in store.scores(query, store.select(Conditions())):
        expected = [vector_of(t).astype(np.float64) @ query for t in batch.tile_ids.tolist()]
        np.testing.assert_allclose(batch.similarities, expected, atol=1e-5)
        assert batch.floor == -np.inf
        table = batch.read(slice(1, 3))
        assert [tile.tile_id for tile in table] == batch.tile_ids[1:3].tolist()
        count += len(batch.tile_ids)
    assert count == store.info.tiles


@pytest.mark.parametrize("name", CONDITIONS)
def test_the_vectors_of_selected_tiles_are_read_in_one_order(kept, name):
    store = open_store(kept)
    selection = store.select(CONDITIONS[name][0])
    found = []
    for ids, vectors in store.embeddings(selection):
        assert vectors.dtype == np.float32
        np.testing.assert_allclose(vectors, [vector_of(t) for t in ids.tolist()])
        found += ids.tolist()
    assert len(found) == len(set(found)) == selection.tiles
    assert found == [t for ids, _ in store.embeddings(selection) for t in ids.tolist()]
    query = vector_of(1).astype(np.float32)
    assert set(found) == {
        t for batch in store.scores(query, selection) for t in batch.tile_ids.tolist()
    }


@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize("name", ["none", "size"])
def test_a_ranking_is_complete_down_to_its_floor(kept, name, exact):
    store = open_store(kept)
    query = vector_of(99).astype(np.float32)
    selection = store.select(CONDITIONS[name][0])
    ids = [t for batch in store.scores(query, selection) for t in batch.tile_ids.tolist()]
    truth = {t: float(vector_of(t).astype(np.float64) @ query.astype(np.float64)) for t in ids}
    order = sorted(ids, key=lambda t: (-truth[t], t))
    ranking = store.nearest(query, selection, exact)
    # So few tiles are compared one by one, whatever the backend.
    assert ranking.notes == ()
    for count in (1, 10, 40, len(ids), 10 * len(ids)):
        best = ranking.best(count)
        assert len(best.tile_ids) >= min(count, len(ids))
        assert best.tile_ids.tolist() == order[: len(best.tile_ids)]
        np.testing.assert_allclose(
            best.similarities, [truth[t] for t in best.tile_ids.tolist()], atol=1e-12
        )
        above = {t for t in ids if truth[t] > best.floor}
        assert above <= set(best.tile_ids.tolist())
        assert (best.floor == -np.inf) == (len(best.tile_ids) == len(ids))
        table = best.read(slice(0, 2))
        assert [tile.tile_id for tile in table] == best.tile_ids[:2].tolist()
    assert ranking.method == "exact"


@pytest.mark.parametrize(
    "place",
    [
        shapely.Point(15.0025, 46.951),
        shapely.box(15.001, 46.949, 15.004, 46.952),
        shapely.Polygon([(15.0, 46.95), (15.003, 46.95), (15.0, 46.953)]),
        shapely.Point(8, 50),
    ],
)
def test_tiles_at_a_place(kept, place):
    store = open_store(kept)
    expected = {t for t, tile in tiles_in(store).items() if polygon(tile).intersects(place)}
    found = [tile.tile_id for table in store.items_at(place) for tile in table]
    assert len(found) == len(set(found))
    assert set(found) == expected
    assert bool(expected) == (place.bounds[0] > 10)


def test_an_open_store_shows_the_state_in_which_it_was_opened(full):
    store = open_store(full)
    store.prepare()
    before = tiles_in(store)
    assert store.is_current()
    with open_writer(full) as writer:
        writer.plan([new_source(0)])
    assert not store.is_current()
    assert tiles_in(store) == before
    assert open_store(full).is_current()


def test_what_is_not_there_or_of_another_model(uri, full):
    with pytest.raises(IndexOfAnotherModel):
        open_store(full, "d" * 64)
    for use in (open_store, store_info, index_info, verify_index):
        with pytest.raises(IndexMissing):
            use(uri + "-none")
    with pytest.raises(IndexMissing), open_writer(uri + "-none"):
        pass


def test_the_scheme_chooses_the_backend(tmp_path):
    with open_writer(tmp_path / "x y.scrl", SETTINGS) as writer:
        writer.plan([new_source(0)])
    address = (tmp_path / "x y.scrl").as_uri()
    assert address.startswith("file://")
    assert store_info(address) == store_info(tmp_path / "x y.scrl")
    for unknown in ("ftp://example.org/x.scrl", "PostGIS://x"):
        with pytest.raises(UsageError, match=unknown.partition(":")[0].lower()):
            open_store(unknown)


# --- writing ----------------------------------------------------------------------------------------


def test_planning_gives_numbers_and_ids(uri):
    with open_writer(uri, SETTINGS) as writer:
        parts = writer.plan([new_source(0), new_source(1)])
        first, second = writer.info.sources
        assert second.first_tile_id == first.first_tile_id + first.planned_tiles
        assert second.number != first.number
        assert [part.number for part in parts] == list(range(len(parts)))
        assert len(parts) == -(-(first.planned_tiles + second.planned_tiles) // 150) > 3
        assert all(sum(work.tiles for work in part.work) == 150 for part in parts[:-1])
        # The same plan again: nothing has been done.
        assert writer.plan() == parts
        assert writer.plan(postponed=frozenset({first.number}))[0].work[0].source == second.number
    # It is written down.
    info = store_info(uri)
    assert info.sources == (first, second)
    assert sum(work.tiles for work in info.pending) == first.planned_tiles + second.planned_tiles
    with open_writer(uri) as writer:
        assert writer.plan() == parts


def test_parts_may_come_in_any_order_and_some_never(uri):
    with open_writer(uri, SETTINGS) as writer:
        parts = writer.plan([new_source(0), new_source(1)])
        make(writer, parts[2])
        make(writer, parts[0])
    info = store_info(uri)
    done = {work for part in (parts[0], parts[2]) for work in part.work}
    assert sum(work.tiles for work in info.pending) == sum(
        work.tiles for part in parts for work in part.work if work not in done
    )
    with open_writer(uri) as writer:
        rest = writer.plan()
        # No number that may be in use somewhere is given again.
        assert min(part.number for part in rest) > parts[2].number
        for part in rest:
            make(writer, part)
    store = open_store(uri)
    assert store.info.pending == ()
    assert set(tiles_in(store)) == {
        tile_id
        for record in store.info.sources
        for tile_id in embedded(record, 0, record.planned_tiles).tile_ids.tolist()
    }


def test_what_is_not_committed_leaves_no_trace(uri):
    with open_writer(uri, SETTINGS) as writer:
        parts = writer.plan([new_source(0)])
        record = writer.info.sources[0]
        writer.target.write(parts[0], embedded(record, 0, 150), [record])
        assert writer.info.tiles == 0
    assert store_info(uri).tiles == 0
    with open_writer(uri) as writer:
        assert writer.plan() == parts
        make(writer, parts[0])
    assert verify_index(uri).problems == ()


def test_work_that_is_empty_is_done(uri):
    with open_writer(uri, SETTINGS) as writer:
        first, *rest = writer.plan([new_source(0)])
        writer.commit(first, None)
        assert writer.plan() == tuple(rest)
        for part in rest:
            make(writer, part)
    assert store_info(uri).pending == ()


def test_half_a_part(uri):
    """A range that could not be read to its end is left out, and is planned again."""
    with open_writer(uri, SETTINGS) as writer:
        part = writer.plan([new_source(0)])[0]
        done, left = WorkRange(0, 0, 90), WorkRange(0, 90, 150)
        make(writer, PlannedPart(part.number, (done,)))
        assert writer.plan()[0].work[0].start == left.start
        assert writer.plan()[0].number > part.number


def test_a_target_is_plain_data(uri):
    with open_writer(uri, SETTINGS) as writer:
        for part in writer.plan([new_source(0)]):
            (record,) = pickle.loads(pickle.dumps(writer.info.sources))  # noqa: S301
            target = pickle.loads(pickle.dumps(writer.target))  # noqa: S301
            (work,) = part.work
            written = target.write(part, embedded(record, work.start, work.stop), [record])
            writer.commit(part, pickle.loads(pickle.dumps(written)))  # noqa: S301
    assert len(tiles_in(open_store(uri))) > 100


def test_removed_sources_are_gone_and_their_ids_are_not_used_again(full):
    before = open_store(full)
    tiles = tiles_in(before)
    report = remove_source(full, "plan.tif")
    after = open_store(full)
    gone = {t for t, tile in tiles.items() if tile.source == "plan.tif"}
    assert report.tiles == len(gone) > 100
    assert tiles_in(after) == {t: tile for t, tile in tiles.items() if t not in gone}
    assert after.info.pending == ()
    with open_writer(full) as writer:
        for part in writer.plan([new_source(2)]):
            make(writer, part)
    again = tiles_in(open_store(full))
    assert len(again) == len(tiles)
    assert not (again.keys() - tiles_in(after).keys()) & tiles.keys()


def test_a_source_may_replace_another(full):
    before = tiles_in(open_store(full))
    with open_writer(full) as writer:
        old = writer.info.sources[1]
        parts = writer.plan([new_source(1)], replaced=frozenset({old.number}))
        assert old not in writer.info.sources
        assert len(writer.info.sources) == 3
        for part in parts:
            make(writer, part)
    after = tiles_in(open_store(full))
    assert len(after) == len(before)
    assert {t for t in before if t not in after} == {
        t for t, tile in before.items() if tile.source_path == SOURCES[1][0]
    }


def test_sources_get_other_addresses(full):
    before = tiles_in(open_store(full))
    vectors = open_store(full).vectors(list(before))
    first, second, third = store_info(full).sources
    moved = {
        first.number: dataclasses.replace(first.source, uri="/new/north.tif"),
        third.number: dataclasses.replace(third.source, uri="/new/map.tif", size_bytes=7),
    }
    with open_writer(full) as writer:
        writer.relocate(moved, ("/new",), Task())
        assert writer.info.settings.inputs == ("/new",)
    store = open_store(full)
    info = store.info
    assert info.sources == (
        dataclasses.replace(first, source=moved[first.number]),
        second,
        dataclasses.replace(third, source=moved[third.number]),
    )
    assert info.settings == dataclasses.replace(SETTINGS, inputs=("/new",))
    names = {
        SOURCES[0][0]: ("north.tif", "/new/north.tif"),
        SOURCES[2][0]: ("map.tif", "/new/map.tif"),
    }
    expected = {}
    for tile_id, tile in before.items():
        name, uri = names.get(tile.source_path, (tile.source, tile.source_path))
        expected[tile_id] = dataclasses.replace(tile, source=name, source_path=uri)
    assert tiles_in(store) == expected
    np.testing.assert_array_equal(store.vectors(list(before)), vectors)
    assert verify_index(full).problems == ()


def test_compaction_changes_no_tile(full):
    before = open_store(full)
    tiles, vectors = tiles_in(before), before.vectors(list(tiles_in(before)))
    report = compact_index(full)
    assert report.parts_after == store_info(full).parts <= report.parts_before
    after = open_store(full)
    assert tiles_in(after) == tiles
    np.testing.assert_array_equal(after.vectors(list(tiles)), vectors)
    assert verify_index(full).problems == ()
    assert verify_index(full, repair=True).problems == ()


def test_one_writer_at_a_time(full):
    with open_writer(full), pytest.raises(IndexLocked), open_writer(full):
        pass
    with open_writer(full):
        pass


def test_an_index_that_was_begun_otherwise(full):
    for change in (
        {"model_checksum": "d" * 64},
        {"tile_spec": TileSpec((30.0,), pixels=PIXELS)},
        {"inputs": ("/other",)},
        {"options": SourceOptions(crs="EPSG:4326")},
    ):
        other = dataclasses.replace(SETTINGS, **change)
        with pytest.raises(IndexExists), open_writer(full, other):
            pass
    # Parts of another size are no other index: its own are kept.
    with open_writer(full, dataclasses.replace(SETTINGS, part_tiles=7)) as writer:
        assert writer.info.settings == SETTINGS


# --- above stores -----------------------------------------------------------------------------------


def test_search_equals_brute_force(kept):
    store = open_store(kept)
    tiles = tiles_in(store)
    query = vector_of(8).astype(np.float32)
    scores = {t: float(vector_of(t).astype(np.float64) @ query) for t in tiles}
    order = sorted(tiles, key=lambda t: (-scores[t], t))
    every = search(store, query, SearchOptions(k=50, suppress_overlap=False))
    assert [hit.tile_id for hit in every.hits] == order[:50]
    assert every.searched == len(tiles)
    left: list[int] = []
    for tile_id in order:
        one = polygon(tiles[tile_id])
        if all(
            one.intersection(polygon(tiles[other])).area
            <= 0.3 * min(one.area, polygon(tiles[other]).area)
            for other in left
        ):
            left.append(tile_id)
        if len(left) == 50:
            break
    hits = search(store, query, SearchOptions(k=50)).hits
    assert [hit.tile_id for hit in hits] == left
    assert [hit.rank for hit in hits] == list(range(1, 51))
    assert hits[0].footprint == tiles[left[0]].footprint
    best = search(store, query, SearchOptions(k=1000, min_score=0.8, suppress_overlap=False)).hits
    assert {hit.tile_id for hit in best} == {t for t in tiles if scores[t] >= 0.8}
    undated = search(store, query, SearchOptions(since=date(2000, 1, 1)))
    assert [note.code for note in undated.notes] == ["undated-left-out"]
    area = Area.from_bounds(15.001, 46.949, 15.002, 46.95)
    named = SearchOptions(area=area, sources=("/data/2014/*",))
    assert {hit.source_path for hit in search(store, query, named).hits} == {SOURCES[0][0]}


def test_places_and_layers(kept, tmp_path):
    store = open_store(kept)
    tiles = tiles_in(store)
    (tile_id,) = tiles_at(store, {"type": "Point", "coordinates": (15.0025, 46.951)}).tile_ids
    assert tiles[tile_id].ground_size_m == 20.0
    box = shapely.geometry.mapping(shapely.box(15.001, 46.949, 15.004, 46.952))
    assert len(tiles_at(store, box).tile_ids) > 20
    assert write_tiles_layer(tmp_path / "tiles.gpkg", store) == len(tiles)
    assert pyogrio.read_info(tmp_path / "tiles.gpkg")["features"] == len(tiles)


def test_an_index_is_embedded_again_with_another_model(uri, scenes, spec, encoder, tmp_path):
    def tiles_of(uri: str | Path) -> tuple[dict[int, Tile], NDArray[np.float32]]:
        store = open_store(uri)
        tiles = tiles_in(store)
        return tiles, store.vectors(sorted(tiles))

    said = SourceOptions(date=date(2011, 2, 3))
    inputs = [str(scenes / "b.tif")]
    build_index(uri, inputs, encoder, spec, part_tiles=60, batch_size=16)
    added = [str(scenes / "a_20150601.tif")]
    add_to_index(uri, added, encoder, said, batch_size=16)
    before, old_vectors = tiles_of(uri)
    other = PixelStatistics(checksum="b" * 64, seed=9)

    def reembed(progress: Task | None = None) -> int:
        return reembed_index(uri, other, batch_size=16, progress=progress).tiles

    # Until all is done the index is what it was, and can be searched with its own model.
    with pytest.raises(Cancelled):
        reembed(Impatient(150))
    assert tiles_of(uri)[0] == before
    open_store(uri, encoder.checksum)
    other.encoded = 0
    (scenes / "b.tif").rename(tmp_path / "away.tif")
    with pytest.raises(ReembeddingIncomplete) as incomplete:
        reembed()
    assert incomplete.value.values["source"] == str(scenes / "b.tif")
    open_store(uri, encoder.checksum)
    (tmp_path / "away.tif").rename(scenes / "b.tif")
    reembed()
    # The part that was finished when it was cancelled is not made again.
    assert other.encoded <= len(before) - 60
    after, vectors = tiles_of(uri)
    assert after == before
    assert store_info(uri).settings == dataclasses.replace(
        store_info(uri).settings, model_checksum=other.checksum, inputs=tuple(inputs)
    )
    assert [r.options for r in store_info(uri).sources][1] == said
    expected = tmp_path / "expected.scrl"
    build_index(expected, inputs, other, spec, part_tiles=60, batch_size=16)
    add_to_index(expected, added, other, said, batch_size=16)
    assert np.array_equal(vectors, tiles_of(expected)[1])
    assert not np.array_equal(vectors, old_vectors)
    assert not verify_index(uri).problems
    # Nothing is left to do, and nothing of it is left over.
    other.encoded = 0
    assert reembed() == other.encoded == 0
    add_to_index(uri, [str(scenes)], other, batch_size=16)


def test_a_source_that_was_taken_out_meanwhile_is_not_embedded_again(uri, scenes, spec, encoder):
    build_index(uri, [str(scenes)], encoder, spec, part_tiles=60, batch_size=16)
    other = PixelStatistics(checksum="b" * 64, seed=9)
    with pytest.raises(Cancelled):
        reembed_index(uri, other, batch_size=16, progress=Impatient(150))
    gone, kept = (record.source for record in store_info(uri).sources)
    remove_source(uri, gone.uri)
    reembed_index(uri, other, batch_size=16)
    assert [record.source.uri for record in store_info(uri).sources] == [kept.uri]
    assert {tile.source_path for tile in tiles_in(open_store(uri, other.checksum)).values()} == {
        kept.uri
    }


def test_a_build_is_cancelled_continued_and_added_to(uri, scenes, spec, encoder):
    def build(progress: Task) -> int:
        return build_index(
            uri, [str(scenes)], encoder, spec, part_tiles=60, batch_size=16, progress=progress
        ).tiles

    with pytest.raises(Cancelled):
        build(Impatient(150))
    begun = store_info(uri)
    assert begun.tiles >= 60
    assert begun.pending
    encoder.encoded = 0
    assert build(Task()) == encoder.encoded
    assert not store_info(uri).pending
    write_scene(scenes / "c.tif", seed=3, west=500_400.0)
    report = add_to_index(uri, [str(scenes)], encoder, batch_size=16)
    assert len(report.skipped_sources) == 2
    assert report.tiles_in_index == store_info(uri).tiles == len(tiles_in(open_store(uri)))


@pytest.mark.parametrize("other", BACKENDS_AS_PARAMETERS[1:])
def test_backends_hold_the_same(tmp_path, scenes, spec, other):
    uris = [BACKENDS_UNDER_TEST[name](tmp_path) for name in ("folder", other)]
    for uri in uris:
        build_index(uri, [str(scenes)], PixelStatistics(), spec, part_tiles=60, batch_size=32)
    stores = [open_store(uri) for uri in uris]
    tiles = [tiles_in(store) for store in stores]
    query = np.ones(24, dtype=np.float32)
    assert all(other == tiles[0] for other in tiles)
    first, *others = [search(store, query).hits for store in stores]
    for hits in others:
        assert [hit.tile_id for hit in hits] == [hit.tile_id for hit in first]
