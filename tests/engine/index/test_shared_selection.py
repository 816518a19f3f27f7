"""How a shared index chooses among its tiles: what the engine decides by itself is what PostGIS would have said."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import numpy as np
import psycopg
import pytest
import shapely
from psycopg import sql

from engine.contract.indexes import NO_OPTIONS
from engine.errors import Cancelled
from engine.imagery.tiling import TileGrid, TileSpec
from engine.index.filters import Area
from engine.index.maintenance import compact_index, verify_index
from engine.index.plan import NewSource
from engine.index.postgis import places, tables
from engine.index.postgis.address import Address
from engine.index.search import SearchOptions
from engine.index.store import (
    Conditions,
    EmbeddedTiles,
    StoreSettings,
    open_store,
    open_writer,
)
from engine.progress import Task
from tests.support.impatience import Impatient
from tests.support.postgis_server import database_uri, shared_index_uri
from tests.support.synthetic_sources import CHECKSUM, SOURCES, make_source

pytestmark = pytest.mark.postgis

SIZE = 8
SPEC = TileSpec((20.0, 50.0), overlap=0.3)
#: Beside those of the other tests, one across the 180th meridian.
ALL_SOURCES = (*SOURCES, ("/data/fiji.tif", "EPSG:32760", (817_400.0, 8_000_000.0), None))


def written() -> str:
    """A shared index of several parts, each of tiles of one or two sources."""
    uri = shared_index_uri()
    settings = StoreSettings(CHECKSUM, SIZE, SPEC, ("/data",), NO_OPTIONS, 300)
    rng = np.random.default_rng(3)
    sources = [make_source(*each) for each in ALL_SOURCES]
    grids = [TileGrid(source, SPEC) for source in sources]
    new = [
        NewSource(source, len(grid), NO_OPTIONS)
        for source, grid in zip(sources, grids, strict=True)
    ]
    with open_writer(uri, settings) as writer:
        for part in writer.plan(new):
            records = {record.number: record for record in writer.info.sources}
            ids, numbers, windows, sizes = [], [], [], []
            for work in part.work:
                grid = grids[work.source]
                # Some tiles were empty.
                kept = np.array([n for n in range(work.start, work.stop) if n % 11])
                ids.append(records[work.source].first_tile_id + kept)
                numbers.append(np.full(len(kept), work.source, dtype=np.int32))
                windows.append(grid.windows(work.start, work.stop)[kept - work.start])
                sizes.append(grid.ground_sizes(work.start, work.stop)[kept - work.start])
            vectors = rng.normal(size=(sum(map(len, ids)), SIZE))
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            tiles = EmbeddedTiles(
                np.concatenate(ids),
                np.concatenate(numbers),
                np.concatenate(windows),
                np.concatenate(sizes),
                vectors.astype(np.float16),
            )
            writer.commit(part, writer.target.write(part, tiles, list(records.values())))
    return uri


@pytest.fixture(scope="module")
def uri() -> str:
    """An index to be read."""
    return written()


@pytest.fixture
def own() -> str:
    """An index to be changed."""
    return written()


@pytest.fixture(autouse=True)
def nothing_known():
    """Of no part is anything kept from another test."""
    places.forget()


def run(uri: str, statement: str, *values: object) -> list[tuple]:
    """Run a statement as the administrator, in the schema of an index."""
    schema = sql.Identifier(Address.parse(uri).schema)
    with psycopg.connect(database_uri(), autocommit=True) as connection:
        cursor = connection.execute(sql.SQL(statement).format(schema=schema), values or None)
        return cursor.fetchall() if cursor.description else []


def touching(uri: str, place: shapely.Geometry) -> set[int]:
    """The tiles whose footprints touch a place, as PostGIS says."""
    shape = shapely.to_wkb(shapely.set_srid(place, 4326), include_srid=True)
    statement = "SELECT tile_id FROM {schema}.tiles WHERE ST_Intersects(footprint, %s::geometry)"
    return {row[0] for row in run(uri, statement, shape)}


def chosen(store: Any, selection: Any) -> set[int]:
    """The tiles of a selection, as they are read."""
    found = [t for ids, _ in store.embeddings(selection) for t in ids.tolist()]
    assert len(found) == len(set(found)) == selection.tiles
    return set(found)


def tile(uri: str, tile_id: int) -> shapely.Geometry:
    """The footprint of a tile."""
    rows = run(uri, "SELECT ST_AsBinary(footprint) FROM {schema}.tiles WHERE tile_id = %s", tile_id)
    return shapely.from_wkb(rows[0][0])


def in_europe(west: float, south: float, east: float, north: float) -> shapely.Geometry:
    """A box in metres about the corner of the first source, roughly."""
    lon, lat = 15.0, 46.95
    return shapely.box(
        lon + west / 76e3, lat + south / 111e3, lon + east / 76e3, lat + north / 111e3
    )


DISC = shapely.affinity.scale(shapely.Point(15.002, 46.951).buffer(1), 0.0016, 0.0011)
AREAS = {
    "box": in_europe(50, -100, 260, 90),
    "thin box": in_europe(50, -300, 51, 300),
    "box inside a tile": in_europe(201, 1, 202, 2),
    "box about everything in Europe": in_europe(-5000, -5000, 5000, 5000),
    "box elsewhere": shapely.box(8, 50, 9, 51),
    "disc": DISC,
    "with a hole": DISC.difference(shapely.affinity.scale(DISC, 0.5, 0.5)),
    "several": shapely.union_all(
        [in_europe(0, -50, 60, 20), in_europe(300, 0, 420, 60), shapely.box(179.9, -19, 180.1, -17)]
    ),
    "triangle": shapely.Polygon([(15.0, 46.948), (15.006, 46.95), (15.001, 46.954)]),
    "turned box": shapely.affinity.rotate(in_europe(50, -100, 260, 90), 20),
}


@pytest.mark.parametrize("name", AREAS)
def test_an_area_chooses_what_postgis_would(uri, name):
    store = open_store(uri)
    selection = store.select(Conditions(area=AREAS[name]))
    expected = touching(uri, AREAS[name])
    assert chosen(store, selection) == expected
    assert selection.in_area == len(expected)
    assert bool(expected) == (name != "box elsewhere")
    # Once more, from memory.
    assert chosen(store, store.select(Conditions(area=AREAS[name]))) == expected


def test_edges_that_just_meet_touch(uri):
    """Boxes that end where a tile begins, to the last bit, and one step before."""
    store = open_store(uri)
    for tile_id in (1, 40, 333):
        west, south, east, north = tile(uri, tile_id).bounds
        meeting = shapely.box(west - 1e-4, south - 1e-4, west, north + 1e-4)
        apart = shapely.box(west - 1e-4, south - 1e-4, np.nextafter(west, -180), north + 1e-4)
        for area in (meeting, apart):
            assert chosen(store, store.select(Conditions(area=area))) == touching(uri, area)
        assert tile_id in touching(uri, meeting) - touching(uri, apart)
        # A corner of the box around a footprint that is turned lies outside of it.
        for x, y in ((west, south), (east, north)):
            area = shapely.box(x - 1e-8, y - 1e-8, x + 1e-8, y + 1e-8)
            assert chosen(store, store.select(Conditions(area=area))) == touching(uri, area)


@pytest.mark.parametrize("bounds", [(179.99, -19, 180.005, -17), (-180, -19, -179.995, -17)])
def test_an_area_across_the_180th_meridian(uri, bounds):
    store = open_store(uri)
    conditions = SearchOptions(area=Area.from_bounds(*bounds)).conditions(store.info)
    expected = touching(uri, conditions.area)
    assert expected
    assert chosen(store, store.select(conditions)) == expected
    (number,) = (r.number for r in store.info.sources if r.source.uri == "/data/fiji.tif")
    fiji = store.select(Conditions(sources=frozenset({number})))
    assert expected <= chosen(store, fiji)


def test_conditions_are_met_together(uri):
    store = open_store(uri)
    half_of_fiji = shapely.box(179.99, -19, 180.0, -17)
    area = shapely.union_all([DISC, half_of_fiji])
    dated = Conditions(
        area=area, since=date(2015, 1, 1), ground_sizes_m=(20.0,), tile_ids=((0, 900), (950, 9000))
    )
    rows = run(
        uri,
        "SELECT tile_id, date, ground_size_m FROM {schema}.tiles WHERE tile_id NOT BETWEEN 900 AND 949",
    )
    near = touching(uri, area)
    selection = store.select(dated)
    expected = {t for t, day, size in rows if t in near and day and day.year >= 2015 and size == 20}
    assert expected
    assert chosen(store, selection) == expected
    assert selection.in_area == len([t for t, _, _ in rows if t in near]) < len(near)
    undated = [t for t, day, size in rows if t in near and day is None and size == 20]
    assert selection.undated == len(undated) > 0


def test_the_engine_decides_without_the_server_where_boxes_say_enough(uri, monkeypatch):
    store: Any = open_store(uri)
    store.select(Conditions(area=AREAS["disc"]))
    asked = []
    real = store._database.fetch

    def counted(statement, values=None, settings=None, progress=None):
        rows = real(statement, values, settings, progress)
        if values and "place" in values:
            asked.append(
                sum(
                    b - a + 1
                    for a, b in zip(values["range_starts"], values["range_lasts"], strict=True)
                )
            )
        elif values and "parts" in values and "range_starts" not in values:
            asked.append(0)
        return rows

    monkeypatch.setattr(store._database, "fetch", counted)
    everything = shapely.box(-181, -90, 181, 90)
    assert store.select(Conditions(area=everything)).tiles == store.info.tiles
    # Only whether its parts are still there.
    assert asked == [0]
    asked.clear()
    disc = store.select(Conditions(area=AREAS["disc"]))
    (still_there, at_edge) = asked
    assert still_there == 0
    assert 0 < at_edge < disc.tiles
    # Of a box, at most the tiles at its four corners; others in the row and the column of a corner are sure.
    asked.clear()
    box = store.select(Conditions(area=in_europe(-5000, -5000, 210, 5000)))
    assert asked == [0]
    assert 0 < box.tiles < store.info.tiles


def note_reading(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the parts that are read from now on."""
    read: list[str] = []
    real = places._read

    def noted(address, entry, content):
        read.append(entry.name)
        return real(address, entry, content)

    monkeypatch.setattr(places, "_read", noted)
    return read


def test_parts_are_read_once_whoever_asks_and_kept_within_bounds(uri, monkeypatch):
    read = note_reading(monkeypatch)
    area = Conditions(area=AREAS["disc"])
    first = open_store(uri).select(area)
    assert read
    once = list(read)
    assert len(set(once)) == len(once)
    assert open_store(uri).select(area).tiles == first.tiles
    assert read == once
    monkeypatch.setattr(places, "MOST_BYTES", 1)
    places.forget()
    monkeypatch.setattr(places, "_TILES_AT_ONCE", 1)
    for _ in range(2):
        store = open_store(uri)
        assert chosen(store, store.select(area)) == touching(uri, AREAS["disc"])
    assert read == 3 * once
    assert places._KEPT._bytes == 0


def test_only_parts_that_may_hold_what_is_wanted_are_read(uri, monkeypatch):
    read = note_reading(monkeypatch)
    store = open_store(uri)
    parts: dict[str, set[int]] = {}
    of_source: dict[int, set[str]] = {}
    for tile_id, part, source in run(uri, "SELECT tile_id, part, source FROM {schema}.tiles_1"):
        parts.setdefault(str(part), set()).add(tile_id)
        of_source.setdefault(source, set()).add(str(part))
    assert len(parts) > 2
    for name, ids in parts.items():
        for tile_id in (min(ids), max(ids)):
            places.forget()
            read.clear()
            selection = store.select(Conditions(tile_ids=((tile_id, tile_id + 1),)))
            assert chosen(store, selection) == {tile_id}
            assert (read, selection.in_area) == ([name], 1)
    for source, names in of_source.items():
        places.forget()
        read.clear()
        selection = store.select(Conditions(sources=frozenset({source})))
        assert selection.tiles > 0
        assert (set(read), selection.in_area) == (names, store.info.tiles)
    read.clear()
    assert store.select(Conditions(tile_ids=())).tiles == 0
    assert read == []


def test_parts_that_do_not_fit_do_not_push_out_the_others(uri, monkeypatch):
    monkeypatch.setattr(places, "_TILES_AT_ONCE", 1)
    read = note_reading(monkeypatch)
    dated = Conditions(since=date(1990, 1, 1))
    expected = open_store(uri).select(dated).tiles
    every = list(read)
    assert len(every) > 2
    monkeypatch.setattr(places, "MOST_BYTES", places._KEPT._bytes - 1)
    places.forget()
    for times in (1, 2):
        read.clear()
        assert open_store(uri).select(dated).tiles == expected
        assert len(read) == (len(every) if times == 1 else 1)
        assert 0 < places._KEPT._bytes <= places.MOST_BYTES
    # What others have asked gives way.
    uri = written()
    for times in (1, 2):
        read.clear()
        assert open_store(uri).select(dated).tiles == expected
        assert len(read) == (len(every) if times == 1 else 1)
        assert 0 < places._KEPT._bytes <= places.MOST_BYTES


def test_writing_places_is_told_and_can_be_stopped_between_parts(own):
    def missing() -> int:
        return run(own, "SELECT count(*) FROM {schema}.parts WHERE places IS NULL")[0][0]

    run(own, "UPDATE {schema}.parts SET places = NULL")
    before = missing()
    with open_writer(own) as opened:
        writer: Any = opened
        with pytest.raises(Cancelled):
            writer.fill_places(Impatient(0))
        assert missing() == before - 1 > 1
        watched = Impatient(before)
        writer.fill_places(watched)
    assert (missing(), watched.left) == (0, 1)


def test_a_search_can_be_stopped_while_tiles_are_selected(uri):
    store = open_store(uri)
    with pytest.raises(Cancelled):
        store.select(Conditions(area=AREAS["disc"]), Impatient(0))
    assert store.select(Conditions(area=AREAS["disc"])).tiles


def test_tables_of_the_version_before_are_searched_and_brought_up_to_date(own):
    expected = touching(own, AREAS["disc"])
    run(own, "ALTER TABLE {schema}.parts DROP COLUMN places")
    run(own, "UPDATE {schema}.layout SET version = 1")
    store = open_store(own)
    assert chosen(store, store.select(Conditions(area=AREAS["disc"]))) == expected
    assert verify_index(own).problems == ()
    compact_index(own)
    assert run(own, "SELECT version FROM {schema}.layout") == [(tables.LAYOUT,)]
    assert run(own, "SELECT count(*) FROM {schema}.parts WHERE places IS NULL") == [(0,)]
    # Whoever opened it before goes on.
    assert chosen(store, store.select(Conditions(area=AREAS["triangle"]))) == touching(
        own, AREAS["triangle"]
    )
    # A part that has none is read from its rows.
    run(own, "UPDATE {schema}.parts SET places = NULL")
    places.forget()
    store = open_store(own)
    assert chosen(store, store.select(Conditions(area=AREAS["disc"]))) == expected


def test_places_that_are_wrong_are_found_and_written_again(own):
    tiles = open_store(own).info.tiles
    # The northern edge of its first tile.
    run(own, "UPDATE {schema}.parts SET places = set_byte(places, 46, 7) WHERE part = 2")
    ((first,),) = run(own, "SELECT min(tile_id) FROM {schema}.tiles_1 WHERE part = 2")
    inside = tile(own, first).centroid.buffer(1e-6)
    (problem,) = verify_index(own).problems
    assert (problem.part, problem.file, problem.remedy) == ("2", "parts", "rewritten")
    store = open_store(own)
    assert first not in chosen(store, store.select(Conditions(area=inside)))
    verify_index(own, repair=True)
    assert verify_index(own).problems == ()
    store = open_store(own)
    assert store.info.tiles == tiles
    # What was read of it before is not used any more.
    assert first in touching(own, inside)
    for area in (inside, DISC):
        assert chosen(store, store.select(Conditions(area=area))) == touching(own, area)


def test_boxes_are_those_of_the_footprints_to_the_bit(uri):
    """Else a tile whose box ends at the edge of an area would be decided wrongly."""
    store: Any = open_store(uri)
    shapes = dict(run(uri, "SELECT tile_id, ST_AsBinary(footprint) FROM {schema}.tiles"))
    entries = store.state.index.parts
    for _, part in places.read_places(
        store._database, store.state.generation, store.state.layout, entries
    ):
        expected = shapely.bounds(shapely.from_wkb([shapes[t] for t in part.rows.ids.tolist()]))
        np.testing.assert_array_equal(part.boxes._bounds, expected)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7])
def test_the_best_of_some_tiles_are_exact(uri, share):
    """By the primary key where a filter leaves few, by the whole table where it leaves most."""
    store = open_store(uri)
    ids = np.sort(np.concatenate([i for i, _ in store.embeddings(store.select(Conditions()))]))
    rng = np.random.default_rng(1)
    wanted = np.sort(rng.choice(ids, int(share * len(ids)), replace=False)).tolist()
    selection = store.select(Conditions(tile_ids=tuple((t, t + 1) for t in wanted)))
    assert chosen(store, selection) == set(wanted)
    vectors = store.vectors(wanted).astype(np.float64)
    for _ in range(5):
        drawn = rng.normal(size=SIZE)
        query = (drawn / np.linalg.norm(drawn)).astype(np.float32)
        scores = vectors @ query
        order = sorted(range(len(wanted)), key=lambda i: (-scores[i], wanted[i]))
        for count in (1, 7, len(wanted) - 1, len(wanted), len(wanted) + 5):
            best = store.nearest(query, selection).best(count)
            expected = [wanted[i] for i in order[: len(best.tile_ids)]]
            assert best.tile_ids.tolist() == expected
            assert len(best.tile_ids) >= min(count, len(wanted))


def test_ties_beyond_what_is_looked_at_first_are_all_found(own, monkeypatch):
    """Thousands of equal vectors: none of them may be cut off by chance."""
    from engine.index.postgis import ranking

    monkeypatch.setattr(ranking, "_MORE", 3)
    run(
        own,
        "UPDATE {schema}.tiles_1 SET vector = %s::halfvec",
        json.dumps([1.0] + [0.0] * (SIZE - 1)),
    )
    store = open_store(own)
    query = np.eye(SIZE, dtype=np.float32)[0]
    for area in (None, DISC):
        selection = store.select(Conditions(area=area))
        best = store.nearest(query, selection, exact=True).best(5)
        assert best.tile_ids.tolist() == sorted(chosen(store, selection))
        assert best.floor in (-np.inf, 1.0)


def test_a_state_that_has_been_swept_is_told(own):
    from engine.errors import IndexUnreadable
    from engine.index.maintenance import remove_source

    store = open_store(own)
    selection = store.select(Conditions(area=DISC))
    query = np.eye(SIZE, dtype=np.float32)[0]
    assert len(store.nearest(query, selection, exact=True).best(5).tile_ids) >= 5
    with pytest.MonkeyPatch.context() as patch:
        import datetime

        from engine.index.postgis import writer

        patch.setattr(writer, "KEPT", datetime.timedelta(0))
        for record in store.info.sources[:3]:
            remove_source(own, record.source.uri)
        compact_index(own)
        with open_writer(own) as made:
            made.compact(Task())
    with pytest.raises(IndexUnreadable, match="ask again"):
        store.nearest(query, selection, exact=True).best(5)
    with pytest.raises(IndexUnreadable, match="ask again"):
        store.select(Conditions(area=DISC))
