"""A shared index in PostgreSQL: published, pulled, asked by many, and what goes wrong with a server."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import psycopg
import pytest
import shapely
from psycopg import sql

from engine.errors import (
    Cancelled,
    IndexExists,
    IndexFormatTooNew,
    IndexLocked,
    IndexMissing,
    IndexOfAnotherModel,
    NoRightOnServer,
    ServerRefuses,
    ServerUnreachable,
    UsageError,
    WouldRemoveSources,
)
from engine.index import postgis
from engine.index.builder import add_to_index, build_index
from engine.index.copies import copy_index
from engine.index.maintenance import remove_source, verify_index
from engine.index.postgis import ranking, tables, writer
from engine.index.postgis.address import Address
from engine.index.postgis.reader import vector_indexes
from engine.index.postgis.selection import Filter
from engine.index.store import Conditions, open_store, open_writer, store_info
from engine.progress import Task
from tests.support.impatience import Impatient
from tests.support.postgis_server import database_uri, shared_index_uri
from tests.support.scenes import PixelStatistics, write_scene

from .test_store_contract import tiles_in

pytestmark = pytest.mark.postgis


@pytest.fixture
def shared() -> str:
    """The address of a shared index that is not there yet."""
    return shared_index_uri()


def run(statement: str | sql.Composed, *values: object) -> list[tuple]:
    """Run a statement as the administrator."""
    with psycopg.connect(database_uri(), autocommit=True) as connection:
        cursor = connection.execute(statement, values or None)
        return cursor.fetchall() if cursor.description else []


def content(uri: str | Path) -> tuple:
    """All that an index says of its tiles."""
    store = open_store(uri)
    tiles = tiles_in(store)
    return tiles, store.vectors(sorted(tiles)).tobytes(), store.info.sources, store.info.settings


# --- published and pulled ---------------------------------------------------------------------------


def test_an_index_is_published_and_pulled_to_the_bit(index, shared, tmp_path, scenes, encoder):
    report = copy_index(index, shared)
    assert (report.parts, report.copied) == (store_info(index).parts,) * 2
    assert content(shared) == content(index)
    assert verify_index(shared).problems == ()
    # Nothing is copied twice; what is added is copied alone.
    assert copy_index(index, shared).copied == 0
    write_scene(scenes / "c.tif", seed=3, west=500_400.0)
    parts = store_info(index).parts
    add_to_index(index, [str(scenes)], encoder, batch_size=16)
    assert copy_index(index, shared).copied == store_info(index).parts - parts > 0
    assert content(shared) == content(index)
    pulled = tmp_path / "pulled.scrl"
    assert copy_index(shared, pulled).copied == store_info(index).parts
    assert content(pulled) == content(index)
    assert copy_index(shared, pulled).copied == 0
    assert verify_index(pulled).problems == ()
    # The copy is an index like any other.
    remove_source(pulled, "c.tif")
    with pytest.raises(WouldRemoveSources, match=r"c\.tif"):
        copy_index(pulled, shared)
    # All that is left of it is there already.
    assert copy_index(pulled, shared, replace=True).copied == 0
    assert content(shared) == content(pulled)
    assert not [tile for tile in tiles_in(open_store(shared)).values() if tile.source == "c.tif"]


def test_a_shared_index_can_be_added_to_directly(index, shared, scenes, encoder):
    copy_index(index, shared)
    write_scene(scenes / "c.tif", seed=3, west=500_400.0)
    for uri in (shared, index):
        add_to_index(uri, [str(scenes)], encoder, batch_size=16)
    assert tiles_in(open_store(shared)) == tiles_in(open_store(index))


def test_the_index_of_another_model_lies_beside_the_old_one_until_it_is_whole(
    index, shared, tmp_path, scenes, spec
):
    copy_index(index, shared)
    before = content(shared)
    old = open_store(shared)
    other = PixelStatistics(checksum="b" * 64, seed=9)
    new = tmp_path / "new.scrl"
    build_index(new, [str(scenes)], other, spec, part_tiles=60, batch_size=16)
    with pytest.raises(Cancelled):
        copy_index(new, shared, progress=Impatient(2))
    assert content(shared) == before
    # What had been copied is not copied again.
    assert 0 < copy_index(new, shared).copied < store_info(new).parts
    assert content(shared) == content(new)
    with pytest.raises(IndexOfAnotherModel):
        open_store(shared, PixelStatistics().checksum)
    # Who opened it before can finish.
    assert tiles_in(old) == before[0]
    with pytest.raises(IndexExists, match="another model"):
        copy_index(shared, index)


def test_what_has_left_the_index_is_deleted_in_the_end(index, shared, monkeypatch, tmp_path):
    copy_index(index, shared)
    old = open_store(shared)
    remove_source(index, "b.tif")
    copy_index(index, shared, replace=True)
    assert len(tiles_in(old)) > len(tiles_in(open_store(shared)))
    monkeypatch.setattr(writer, "KEPT", writer.KEPT * 0)
    with open_writer(shared):
        pass
    schema = Address.parse(shared).schema
    rows = run(sql.SQL("SELECT count(*) FROM {}.tiles_1").format(sql.Identifier(schema)))
    assert rows == [(store_info(shared).tiles,)]
    with pytest.raises(Exception, match="changed since"):
        list(old.items())


PUBLISH = """
import sys
from engine.index.copies import copy_index
from engine.progress import Task
class Slow(Task):
    def advance(self, amount=1):
        super().advance(amount)
        print("part", flush=True)
        sys.stdin.readline()
copy_index(sys.argv[1], sys.argv[2], progress=Slow())
"""


def test_a_publish_that_is_killed_is_invisible_and_goes_on(index, shared):
    total = store_info(index).parts
    assert total > 4
    process = subprocess.Popen(
        [sys.executable, "-c", PUBLISH, str(index), shared],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    for _ in range(3):
        assert process.stdout.readline() == "part\n"
        with pytest.raises(IndexMissing):
            open_store(shared)
        with pytest.raises(IndexLocked, match="postgres"):
            copy_index(index, shared)
        if _ < 2:
            process.stdin.write("\n")
            process.stdin.flush()
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdin.close()
    process.stdout.close()
    for _ in range(100):  # The server notices that the connection is gone.
        try:
            report = copy_index(index, shared)
            break
        except IndexLocked:
            time.sleep(0.1)
    assert report.copied == total - 3
    assert content(shared) == content(index)
    assert verify_index(shared).problems == ()


def test_two_analysts_ask_while_a_third_publishes(index, shared, scenes, encoder, tmp_path):
    copy_index(index, shared)
    states = {frozenset(tiles_in(open_store(index)))}
    write_scene(scenes / "c.tif", seed=3, west=500_400.0)
    grown = tmp_path / "grown.scrl"
    copy_index(shared, grown)
    add_to_index(grown, [str(scenes)], encoder, batch_size=16)
    states.add(frozenset(tiles_in(open_store(grown))))
    assert len(states) == 2
    # All of a state, but nothing that the engine could decide by the boxes of whole parts.
    west, south, east, north = store_info(grown).bounds or (0.0, 0.0, 0.0, 0.0)
    middle, corner = ((west + east) / 2, (south + north) / 2), (east + 1, north + 1)
    everywhere = shapely.Polygon(
        [(west - 1, south - 1), (east + 1, south - 1), corner, (west - 1, north + 1)],
        [[(middle[0] + x * 1e-12, middle[1] + y * 1e-12) for x, y in ((0, 0), (0, 1), (1, 0))]],
    )
    done = threading.Event()
    seen: list[frozenset[int]] = []
    problems: list[BaseException] = []

    def ask() -> None:
        query = np.full(24, 24**-0.5, dtype=np.float32)
        try:
            while True:
                last = done.is_set()
                store = open_store(shared)
                found = frozenset(
                    t
                    for b in store.scores(query, store.select(Conditions()))
                    for t in b.tile_ids.tolist()
                )
                best = store.nearest(query, store.select(Conditions())).best(10**6)
                assert frozenset(best.tile_ids.tolist()) == found
                selected = store.select(Conditions(area=everywhere))
                best = store.nearest(query, selected).best(10**6)
                assert frozenset(best.tile_ids.tolist()) == found
                assert len(found) == store.info.tiles
                seen.append(found)
                if last:
                    return
        except BaseException as error:
            problems.append(error)

    analysts = [threading.Thread(target=ask) for _ in range(2)]
    for analyst in analysts:
        analyst.start()
    for source in (grown, index, grown):
        copy_index(source, shared, replace=True)
    done.set()
    for analyst in analysts:
        analyst.join()
    assert not problems
    assert set(seen) <= states
    assert frozenset(tiles_in(open_store(grown))) in seen


# --- how the nearest are found ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def clusters() -> str:
    """A shared index of 3,000 tiles whose lists of vectors are used, for any limit is set to less."""
    from benchmarks.large_index import write_large_index

    size = 48
    rng = np.random.default_rng(5)
    centres = rng.normal(size=(40, size))
    vectors = centres[rng.integers(40, size=3000)] + 0.5 * rng.normal(size=(3000, size))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    uri = shared_index_uri()
    chunks = np.split(vectors.astype(np.float16), 3)
    write_large_index(uri, chunks, 3000, 1000, "e" * 64, size)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "LISTS_FROM", 100)
        with open_writer(uri) as made:
            made.compact(Task())
    return uri


def some_queries(store, count=8):
    ids = list(range(0, 3000, 3000 // count))
    noise = np.random.default_rng(6).normal(size=(len(ids), 48)) * 0.05
    queries = store.vectors(ids) + noise.astype(np.float32)
    return queries / np.linalg.norm(queries, axis=1, keepdims=True)


def corner(store, share):
    west, south, east, north = store.info.bounds
    return shapely.box(west, south, west + share * (east - west), north)


@pytest.mark.parametrize(("share", "method"), [(1.0, "ivfflat"), (0.5, "ivfflat"), (0.02, "exact")])
def test_what_filters_leave_decides_how_tiles_are_found(clusters, monkeypatch, share, method):
    monkeypatch.setattr(ranking, "EXACT_LIMIT", 200)
    monkeypatch.setattr(ranking, "LEAST_PROBES", 8)
    store = open_store(clusters)
    conditions = Conditions() if share == 1.0 else Conditions(area=corner(store, share))
    selection = store.select(conditions)
    allowed = {t for ids, _ in store.embeddings(selection) for t in ids.tolist()}
    right = total = 0
    for query in some_queries(store):
        rank = store.nearest(query, selection)
        found = rank.best(10)
        assert rank.method == method
        truth = store.nearest(query, selection, exact=True)
        expected = truth.best(10)
        assert truth.method == "exact"
        assert set(found.tile_ids.tolist()) <= allowed
        assert len(found.tile_ids) >= 10
        assert (np.diff(found.similarities) <= 0).all()
        wanted = set(expected.tile_ids[:10].tolist())
        right += len(wanted & set(found.tile_ids[:10].tolist()))
        total += 10
    assert right / total >= 0.99


def test_short_answers_of_the_lists_are_made_whole(clusters, monkeypatch):
    monkeypatch.setattr(ranking, "EXACT_LIMIT", 10)
    monkeypatch.setattr(ranking, "LIST_COST", 0.0)
    # So little is looked at that a filtered search comes back with too few.
    store = open_store(clusters)
    area = corner(store, 0.03)
    selection = store.select(Conditions(area=area))
    assert 30 < selection.tiles < 200
    query = some_queries(store)[0]
    rank: Any = store.nearest(query, selection)
    short = []
    real = rank._database.fetch

    def limited(statement, values=None, settings=None, progress=None):
        if settings is not None and "ivfflat.probes" in settings:
            settings = {**settings, "ivfflat.iterative_scan": "off", "ivfflat.probes": "1"}
        rows = real(statement, values, settings, progress)
        if settings is not None:
            short.append(len(rows))
        return rows

    monkeypatch.setattr(rank._database, "fetch", limited)
    found = rank.best(30)
    assert short
    assert short[0] < 30
    expected = store.nearest(query, selection, exact=True).best(30)
    np.testing.assert_array_equal(found.tile_ids[:30], expected.tile_ids[:30])
    assert rank.method == "exact"


def test_the_server_uses_the_index_that_the_engine_wants(clusters):
    store = open_store(clusters)
    selection = store.select(Conditions())
    rank: Any = store.nearest(some_queries(store)[0], selection)
    plans = []
    real = rank._database.fetch

    def explained(statement, values=None, settings=None, progress=None):
        plan = real(sql.SQL("EXPLAIN ") + statement, values, settings, progress)
        plans.append("\n".join(row[0] for row in plan))
        return real(statement, values, settings, progress)

    rank._database.fetch = explained
    rank._proposed(10, 8)
    rank._exact(10)
    assert "_vector_idx" not in plans[1]
    assert "_vector_idx" in plans[0]
    assert "Sort" not in plans[0]
    # What a filter leaves is looked up by its ids, and nothing else is read.
    narrow: Any = store.nearest(
        some_queries(store)[0], store.select(Conditions(area=corner(store, 0.1)))
    )
    plans.clear()
    narrow._database.fetch = explained
    narrow._exact(10)
    (plan,) = plans
    assert "_pkey" in plan
    assert "Seq Scan" not in plan
    assert "st_intersects" not in plan
    assert "_vector_idx" not in plan


@pytest.mark.parametrize(
    ("tiles", "probes"),
    [(1_000_000, 32), (500_000, 63), (200_000, 157), (100_000, None), (9_000, None)],
)
def test_the_cheaper_plan_is_taken(tiles, probes):
    """Of a million tiles in a thousand lists: the fewer a filter leaves, the more lists, until ids are cheaper."""
    nothing: Any = None
    chosen = Filter({1: tiles})
    query = np.full(4, 0.5, dtype=np.float32)
    rank = ranking.PostgisRanking(
        nothing, nothing, chosen, 1_000_000, query, 1000, nothing, nothing
    )
    assert rank._probes(10) == probes
    without = ranking.PostgisRanking(
        nothing, nothing, chosen, 1_000_000, query, None, nothing, nothing
    )
    assert without._probes(10) is None


def test_an_index_that_has_grown_gets_more_lists_and_one_of_hnsw_is_replaced(clusters):
    made: Any
    with open_writer(clusters) as made:
        generation = made.generation()
        database, table = made._database, tables.tiles_table(generation)
        (first,) = vector_indexes(database, generation)
        with made._changing() as connection:
            connection.execute(
                database.named("DROP INDEX {schema}.{index}", index=sql.Identifier(first))
            )
            for how in (
                "hnsw (vector halfvec_ip_ops)",
                "ivfflat (vector halfvec_ip_ops) WITH (lists = 20)",
            ):
                statement = "CREATE INDEX ON {schema}.{table} USING " + how
                connection.execute(database.named(statement, table=table))
        assert sorted(map(str, vector_indexes(database, generation).values())) == ["20", "None"]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(writer, "LISTS_FROM", 100)
            made.compact(Task())
        assert list(vector_indexes(database, generation).values()) == [55]


# --- names, rights and failures ---------------------------------------------------------------------


def test_names_are_no_sql(tmp_path, encoder, spec):
    nasty = """it's "{1}" $$; DROP SCHEMA public --"""
    uri = shared_index_uri(nasty)
    scene = tmp_path / "o'; DROP TABLE tiles; --%s {x}.tif"
    write_scene(scene, seed=1)
    local = tmp_path / "x.scrl"
    build_index(local, [str(scene)], encoder, spec, part_tiles=60, batch_size=16)
    copy_index(local, uri)
    assert content(uri) == content(local)
    assert Address.parse(uri).schema == nasty
    names = run(sql.SQL("SELECT DISTINCT source FROM {}.tiles").format(sql.Identifier(nasty)))
    assert names == [(scene.name,)]
    remove_source(uri, scene.name)
    assert store_info(uri).tiles == 0


def test_a_password_is_told_to_nobody(shared):
    secret = "s3cr3t!%"  # noqa: S105
    parts = urlsplit(shared)
    quoted = "s3cr3t%21%25"
    uri = parts._replace(netloc=f"nobody:{quoted}@{parts.hostname}:{parts.port}").geturl()
    address = Address.parse(f"{uri}&password={quoted}")
    assert address.parameters["password"] == secret
    assert "s3cr3t" not in address.uri + repr(address)
    with pytest.raises(ServerRefuses) as refused:
        open_store(uri)
    assert "s3cr3t" not in str(refused.value)
    with pytest.raises(UsageError, match="called"):
        open_store(uri.replace("schema=", "schema=%25s"))
    with pytest.raises(UsageError) as broken:
        open_store(f"{uri}&nosuchoption=1")
    assert "s3cr3t" not in str(broken.value)


def test_a_server_that_is_not_there():
    with pytest.raises(ServerUnreachable, match=r"127\.0\.0\.1:1/x"):
        open_store("postgresql://a@127.0.0.1:1/x?schema=y")


def test_a_connection_that_is_lost_is_made_again(index, shared):
    copy_index(index, shared)
    store = open_store(shared)
    before = tiles_in(store)
    run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE application_name = 'qgis_scrl' AND pid <> pg_backend_pid()"
    )
    assert tiles_in(store) == before


def test_readers_read_and_do_not_write(index, shared):
    copy_index(index, shared)
    schema = Address.parse(shared).schema
    reader = f"reader_{os.getpid()}_{schema[-6:]}"
    run(sql.SQL("CREATE ROLE {} LOGIN PASSWORD 'x'").format(sql.Identifier(reader)))
    parts = urlsplit(shared)
    uri = parts._replace(netloc=f"{reader}:x@{parts.hostname}:{parts.port}").geturl()
    with pytest.raises(NoRightOnServer, match=f"{schema}_reader"):
        open_store(uri)
    run(
        sql.SQL("GRANT {} TO {}").format(sql.Identifier(f"{schema}_reader"), sql.Identifier(reader))
    )
    assert tiles_in(open_store(uri)) == tiles_in(open_store(shared))
    with pytest.raises(NoRightOnServer, match=f"{schema}_writer"):
        remove_source(uri, "b.tif")
    run(
        sql.SQL("GRANT {} TO {}").format(sql.Identifier(f"{schema}_writer"), sql.Identifier(reader))
    )
    remove_source(uri, "b.tif")
    # What one writer has made, another can change.
    copy_index(index, shared)
    assert content(shared) == content(index)


def user_of(shared: str, name: str) -> str:
    """Make a user without any rights, and return how they address a shared index."""
    run(sql.SQL("CREATE ROLE {} LOGIN PASSWORD 'x'").format(sql.Identifier(name)))
    parts = urlsplit(shared)
    return parts._replace(netloc=f"{name}:x@{parts.hostname}:{parts.port}").geturl()


def test_who_may_make_no_roles_gets_the_statements(index, shared, tmp_path, scenes, spec):
    schema = Address.parse(shared).schema
    maker, second = f"maker_{schema[-6:]}", f"second_{schema[-6:]}"
    uri, other_uri = user_of(shared, maker), user_of(shared, second)
    with pytest.raises(NoRightOnServer, match=f"no schema {schema}; an administrator"):
        copy_index(index, uri)
    run(sql.SQL("GRANT CREATE ON DATABASE postgres TO {}").format(sql.Identifier(maker)))
    report = copy_index(index, uri)
    assert content(uri) == content(index)
    for statement in report.statements.split(";\n"):
        run(statement.rstrip(";"))
    assert copy_index(index, uri).statements == ""
    # Another writer may change what the first has made alone: here the view, and the table of the old model.
    writer = sql.Identifier(f"{schema}_writer")
    run(sql.SQL("GRANT {} TO {}").format(writer, sql.Identifier(second)))
    new = tmp_path / "new.scrl"
    other = PixelStatistics(checksum="b" * 64, seed=9)
    build_index(new, [str(scenes)], other, spec, part_tiles=60, batch_size=16)
    assert copy_index(new, other_uri).statements == ""
    assert content(uri) == content(new)


def test_the_schema_that_an_administrator_has_made_needs_no_other_right(index, shared):
    schema = Address.parse(shared).schema
    uri = user_of(shared, f"guest_{schema[-6:]}")
    reader, writer = (sql.Identifier(f"{schema}_{kind}") for kind in ("reader", "writer"))
    run(sql.SQL("CREATE ROLE {}; CREATE ROLE {}").format(reader, writer))
    run(sql.SQL("CREATE SCHEMA {} AUTHORIZATION {}").format(sql.Identifier(schema), writer))
    run(sql.SQL("GRANT {} TO {}").format(writer, sql.Identifier(f"guest_{schema[-6:]}")))
    assert copy_index(index, uri).statements == ""
    assert content(uri) == content(index)


def test_tables_of_a_later_version(index, shared):
    copy_index(index, shared)
    schema = sql.Identifier(Address.parse(shared).schema)
    run(sql.SQL("UPDATE {}.layout SET version = 99").format(schema))
    for use in (open_store, store_info, lambda uri: copy_index(index, uri)):
        with pytest.raises(IndexFormatTooNew, match="99"):
            use(shared)


def test_damage_is_found_and_repaired(index, shared):
    copy_index(index, shared)
    schema = sql.Identifier(Address.parse(shared).schema)
    run(sql.SQL("UPDATE {}.tiles_1 SET vector = vector + vector WHERE part = 2").format(schema))
    problems = verify_index(shared).problems
    assert [problem.part for problem in problems] == ["2"]
    verify_index(shared, repair=True)
    assert verify_index(shared).problems == ()
    assert copy_index(index, shared).copied == 1
    assert content(shared) == content(index)


def test_the_layer_for_qgis_shows_the_same_tiles(index, shared):
    copy_index(index, shared)
    schema = sql.Identifier(Address.parse(shared).schema)
    rows = run(
        sql.SQL(
            "SELECT tile_id, source, source_path, date, ground_size_m, ST_AsBinary(footprint) FROM {}.tiles"
        ).format(schema)
    )
    tiles = tiles_in(open_store(shared))
    assert len(rows) == len(tiles)
    for tile_id, source, path, day, size, shape in rows:
        tile = tiles[tile_id]
        assert (source, path, day, size) == (
            tile.source,
            tile.source_path,
            tile.date,
            tile.ground_size_m,
        )
        assert shapely.from_wkb(shape) == shapely.Polygon(tile.footprint)
    assert {row[3] for row in rows} == {date(2015, 6, 1), None}
    kind = run(
        "SELECT type, srid FROM geometry_columns WHERE f_table_schema = %s AND f_table_name = 'tiles'",
        Address.parse(shared).schema,
    )
    assert kind == [("POLYGON", 4326)]


def test_sizes_are_about_what_is_promised(clusters):
    tiles = store_info(clusters).tiles
    assert 0.5 < postgis.bytes_stored(clusters) / tiles / postgis.bytes_per_tile(48) < 2
