"""Search against a brute-force answer, over indexes with vectors of our choosing."""

from __future__ import annotations

import dataclasses
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import shapely
import shapely.affinity
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.contract.indexes import NO_OPTIONS
from engine.contract.notices import Notice, Stage
from engine.errors import (
    AreaOutside,
    Cancelled,
    IndexDamaged,
    IndexEmpty,
    IndexMissing,
    IndexOfAnotherModel,
    NothingMatchesFilter,
    NoTileThere,
    PartsCancelOut,
    UnknownSource,
    UnknownTile,
    UsageError,
)
from engine.imagery.tiling import TileSpec, footprints_4326
from engine.index.builder import build_index
from engine.index.filters import Area
from engine.index.folder import reader as folder_reader
from engine.index.folder.format import PARTS_FOLDER, IndexFile, write_index
from engine.index.folder.part import part_name, place_part, stage_part
from engine.index.geometry import tiles_at
from engine.index.maintenance import index_info, verify_index
from engine.index.plan import SourceRecord, WorkRange
from engine.index.rows import ROW_DTYPE, days_of
from engine.index.search import SearchOptions, blend_queries, search
from engine.index.store import (
    Conditions,
    Ranking,
    ScoredTiles,
    StoreSettings,
    VectorStore,
    open_store,
)
from engine.index.suppression import Suppression
from engine.index.tiles_layer import write_tiles_layer
from engine.progress import Progress
from tests.support.damage import damaged
from tests.support.scenes import PIXELS, write_scene
from tests.support.synthetic_sources import CHECKSUM, SIDE, SOURCES, make_source


@dataclasses.dataclass(frozen=True)
class Table:
    """What the index holds, as plain arrays."""

    rows: NDArray[np.void]
    vectors: NDArray[np.float16]
    footprints: NDArray[np.object_]
    sources: dict[int, SourceRecord]


def make_table(count: int, size: int, seed: int, distinct: int | None = None) -> Table:
    """Tiles at random places of two sizes; with ``distinct``, vectors (and so scores) repeat."""
    rng = np.random.default_rng(seed)
    share = -(-count // len(SOURCES))
    sources = {
        number: SourceRecord(number, number * share, share, NO_OPTIONS, make_source(*values))
        for number, values in enumerate(SOURCES)
    }
    rows = np.zeros(count, dtype=ROW_DTYPE)
    rows["id"] = np.arange(count)
    rows["source"] = rows["id"] // share
    rows["ground_size"] = rng.choice([20.0, 50.0], size=count)
    rows["window"][:, 2:] = rows["ground_size"][:, None]
    rows["window"][:, :2] = rng.uniform(0, SIDE - 50, size=(count, 2)).round()
    footprints = np.empty(count, dtype=object)
    for number, record in sources.items():
        chosen = np.flatnonzero(rows["source"] == number)
        footprints[chosen] = footprints_4326(record.source, rows["window"][chosen])
        rows["date"][chosen] = days_of(record.source.date)
    rows["bounds"] = shapely.bounds(footprints)
    rows["lon"], rows["lat"] = shapely.get_coordinates(shapely.centroid(footprints)).T
    vectors = rng.normal(size=(distinct or count, size)) + 0.4
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    picked = vectors if distinct is None else vectors[rng.integers(0, distinct, size=count)]
    return Table(rows, picked.astype(np.float16), footprints, sources)


def write_table(path: Path, table: Table, parts: int, seed: int = 0) -> None:
    """Write the tiles into parts, dealt out at random."""
    path.mkdir()
    owner = np.random.default_rng(seed).integers(0, parts, size=len(table.rows))
    entries = []
    for number in np.unique(owner):
        chosen = np.flatnonzero(owner == number)
        rows, vectors = table.rows[chosen], table.vectors[chosen]
        work = [WorkRange(n, 0, 1) for n in np.unique(rows["source"]).tolist()]
        name = part_name(int(number))
        staging = path / PARTS_FOLDER / f"{name}.tmp"
        entries.append(stage_part(staging, name, rows, vectors, table.sources, work, CHECKSUM))
        place_part(staging, name)
    write_index(
        path,
        dataclasses.replace(
            IndexFile.begin(
                StoreSettings(
                    model_checksum=CHECKSUM,
                    embedding_size=table.vectors.shape[1],
                    tile_spec=TileSpec((20.0, 50.0), pixels=16),
                    inputs=(),
                    options=NO_OPTIONS,
                    part_tiles=8192,
                )
            ),
            sources=tuple(table.sources.values()),
            parts=tuple(entries),
        ),
    )


@contextmanager
def opened(table: Table, parts: int) -> Iterator[VectorStore]:
    memory = Path("/dev/shm")  # noqa: S108 (a folder of our own is made in it)
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        write_table(Path(folder) / "x.scrl", table, parts)
        yield open_store(Path(folder) / "x.scrl", CHECKSUM)


def brute_force(table: Table, query: NDArray, options: SearchOptions) -> tuple[list[int], int]:
    """Ids of the hits and number of tiles searched, one tile at a time."""
    unit = (query.astype(np.float64) / np.linalg.norm(query.astype(np.float64))).astype(np.float32)
    scored = []
    for i, row in enumerate(table.rows):
        source = table.sources[int(row["source"])].source
        if options.area is not None and not table.footprints[i].intersects(options.area.geometry):
            continue
        if options.since is not None and (source.date is None or source.date < options.since):
            continue
        if options.until is not None and (source.date is None or source.date > options.until):
            continue
        if options.sources and not {source.uri, source.name} & set(options.sources):
            continue
        if options.ground_sizes_m and row["ground_size"] not in options.ground_sizes_m:
            continue
        vector = table.vectors[i].astype(np.float64)
        # Same products, same order of adding: ties between equal vectors are exact.
        score = np.einsum("ij,j->i", vector[None], unit.astype(np.float64))[0]
        scored.append((-score, int(row["id"]), table.footprints[i], int(row["source"])))
    scored.sort(key=lambda item: item[:2])
    kept: list[tuple[float, int, shapely.Polygon, int]] = []
    for item in scored:
        if len(kept) == options.k or (
            options.min_score is not None and -item[0] < options.min_score
        ):
            break
        if options.per_source == sum(item[3] == other[3] for other in kept):
            continue
        if options.suppress_overlap and any(
            item[2].intersection(other[2]).area
            > options.max_overlap * min(item[2].area, other[2].area)
            for other in kept
        ):
            continue
        kept.append(item)
    return [item[1] for item in kept], len(scored)


WHOLE = (15.0, 46.94, 15.01, 46.96)


@st.composite
def areas(draw: st.DrawFn) -> Area:
    """A triangle or a box near the first two sources."""
    longitudes, latitudes = st.floats(14.999, 15.009), st.floats(46.947, 46.956)
    points = [(draw(longitudes), draw(latitudes)) for _ in range(3)]
    shape = shapely.Polygon(points)
    if draw(st.booleans()) or shape.area < 1e-12:
        west, south, east, north = shapely.MultiPoint(points).bounds
        return Area.from_bounds(west, south, max(east, west + 1e-6), max(north, south + 1e-6))
    return Area(shape, "a triangle")


@st.composite
def options_of_search(draw: st.DrawFn) -> SearchOptions:
    days = st.sampled_from(
        [None, date(2014, 5, 1), date(2014, 5, 2), date(2016, 1, 1), date(2016, 9, 30)]
    )
    since, until = draw(days), draw(days)
    if since is not None and until is not None and since > until:
        since, until = until, since
    return SearchOptions(
        k=draw(st.integers(1, 30)),
        area=draw(st.none() | areas()),
        since=since,
        until=until,
        sources=draw(
            st.sampled_from([(), (), ("north.tif",), ("/data/plan.tif", "/data/2014/north.tif")])
        ),
        ground_sizes_m=draw(st.sampled_from([(), (), (20.0,), (20.0, 50.0)])),
        suppress_overlap=draw(st.booleans()),
        max_overlap=draw(st.sampled_from([0.0, 0.3, 0.8, 1.0])),
        exact=draw(st.booleans()),
        min_score=draw(st.sampled_from([None, None, 0.2])),
        per_source=draw(st.sampled_from([None, None, 1, 2, 5])),
    )


@settings(max_examples=80)
@given(
    count=st.integers(3, 250),
    parts=st.integers(1, 4),
    distinct=st.none() | st.integers(1, 6),
    seed=st.integers(0, 1000),
    options=options_of_search(),
)
def test_search_equals_brute_force(count, parts, distinct, seed, options):
    table = make_table(count, 12, seed, distinct)
    query = np.random.default_rng(seed + 1).normal(size=12).astype(np.float32) + 0.4
    expected, searched = brute_force(table, query, options)
    with opened(table, parts) as index:
        if not searched:
            with pytest.raises((NothingMatchesFilter, AreaOutside)):
                search(index, query, options)
            return
        result = search(index, query, options)
    assert [hit.tile_id for hit in result.hits] == expected
    assert [hit.rank for hit in result.hits] == list(range(1, len(expected) + 1))
    assert result.searched == searched
    for hit in result.hits:
        row = table.rows[hit.tile_id]
        assert shapely.Polygon(hit.footprint).equals(table.footprints[hit.tile_id])
        assert hit.window == tuple(row["window"])
        assert (hit.lon, hit.lat) == (row["lon"], row["lat"])
        assert (hit.source, hit.date) == (
            table.sources[int(row["source"])].source.name,
            table.sources[int(row["source"])].source.date,
        )


@settings(max_examples=40)
@given(
    count=st.integers(1, 60),
    max_overlap=st.floats(0, 1),
    seed=st.integers(0, 1000),
)
def test_no_two_hits_overlap_more_than_allowed(count, max_overlap, seed):
    table = make_table(count, 6, seed)
    options = SearchOptions(k=count, max_overlap=max_overlap)
    with opened(table, 1) as index:
        hits = search(index, np.ones(6, dtype=np.float32), options).hits
    for i, one in enumerate(hits):
        for other in hits[i + 1 :]:
            first, second = shapely.Polygon(one.footprint), shapely.Polygon(other.footprint)
            shared = first.intersection(second).area
            assert shared <= max_overlap * min(first.area, second.area) + 1e-15


def test_hits_that_were_refused_are_made_up_for(tmp_path, encoder):
    """However many neighbours show the same place, the next ones come up until there are enough."""
    scene = write_scene(tmp_path / "scene.tif", seed=4)
    path = tmp_path / "x.scrl"
    build_index(
        path,
        [str(scene)],
        encoder,
        TileSpec((40.0,), overlap=0.85, pixels=PIXELS),
        part_tiles=2048,
        batch_size=32,
    )
    index = open_store(path)
    for tile in range(0, 300, 60):
        query = index.vectors([tile])[0]
        every = [hit.tile_id for hit in search(index, query, SearchOptions(k=1000)).hits]
        for k in range(1, len(every) + 1):
            some = search(index, query, SearchOptions(k=k)).hits
            assert [hit.tile_id for hit in some] == every[:k]


def test_a_limit_of_each_raster_looks_for_no_more_than_there_can_be(large, monkeypatch):
    table, index = large
    rankings = []
    nearest = index.nearest

    def watched(*arguments):
        rankings.append(Watched(nearest(*arguments)))
        return rankings[-1]

    monkeypatch.setattr(index, "nearest", watched)
    for query in queries(5):
        options = SearchOptions(k=1000, per_source=3, exact=True)
        found = [hit.tile_id for hit in search(index, query, options).hits]
        assert found == brute_force(table, query, options)[0]
        assert len(found) == 3 * len(table.sources)
    # Three of each of three: nine hits are all that there can be, and no search for the other 991 begins.
    assert all(ranking.most < 1000 for ranking in rankings)


def test_a_limit_of_each_raster_that_leaves_nothing_is_refused():
    with pytest.raises(UsageError, match="--per-source 1 or more"):
        SearchOptions(per_source=0)


class Watched:
    """A ranking of an index that remembers how far it was asked for."""

    def __init__(self, ranking: Ranking) -> None:
        self._ranking = ranking
        self.most = 0

    def best(self, count: int) -> ScoredTiles:
        self.most = max(self.most, count)
        return self._ranking.best(count)

    def __getattr__(self, name: str) -> object:
        return getattr(self._ranking, name)


@pytest.fixture(scope="module")
def large() -> Iterator[tuple[Table, VectorStore]]:
    """12,000 tiles in two parts, so that trees pay; clustered, as embeddings are."""
    table = make_table(12_000, 32, seed=3)
    rng = np.random.default_rng(4)
    centres = rng.normal(size=(40, 32))
    vectors = centres[rng.integers(0, 40, size=12_000)] + 0.5 * rng.normal(size=(12_000, 32))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    table = dataclasses.replace(table, vectors=vectors.astype(np.float16))
    with opened(table, 2) as index:
        yield table, index


def queries(count: int) -> NDArray[np.float32]:
    rng = np.random.default_rng(4)
    centres = rng.normal(size=(40, 32))
    return (centres[:count] + 0.5 * rng.normal(size=(count, 32))).astype(np.float32)


def test_annoy_finds_what_exact_search_finds(large):
    _, index = large
    found = 0
    for query in queries(30):
        quick = search(index, query, SearchOptions(k=10, suppress_overlap=False))
        exact = search(index, query, SearchOptions(k=10, suppress_overlap=False, exact=True))
        assert (quick.method, exact.method) == ("annoy", "exact")
        assert quick.notes == ()
        found += len({h.tile_id for h in quick.hits} & {h.tile_id for h in exact.hits})
    assert found >= 0.99 * 300


@pytest.mark.parametrize("suppress", [False, True])
def test_annoy_with_a_filter_that_leaves_many(large, monkeypatch, suppress):
    monkeypatch.setattr(folder_reader, "EXACT_LIMIT", 100)
    _, index = large
    options = SearchOptions(k=10, sources=("/data/2*",), suppress_overlap=suppress)
    found, methods = 0, set()
    for query in queries(20):
        quick = search(index, query, options)
        exact = search(index, query, dataclasses.replace(options, exact=True))
        assert quick.searched == exact.searched == 8000
        assert {Path(hit.source_path).parent.parent.name for hit in quick.hits} == {"data"}
        methods.add(quick.method)
        found += len({h.tile_id for h in quick.hits} & {h.tile_id for h in exact.hits})
    assert "annoy" in methods
    assert found >= 0.98 * 200


def test_without_annoy(large, monkeypatch):
    _, index = large
    monkeypatch.setitem(sys.modules, "annoy", None)
    again = open_store(index.info.uri, CHECKSUM)
    query = queries(1)[0]
    result = search(again, query, SearchOptions(k=10))
    assert result.method == "exact"
    assert result.notes == (Notice("annoy-missing"),)
    assert result.hits == search(index, query, SearchOptions(k=10, exact=True)).hits


def test_index_built_without_annoy(tmp_path, monkeypatch):
    table = make_table(4200, 8, seed=1)
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "annoy", None)
        write_table(tmp_path / "x.scrl", table, 1)
    assert not list(tmp_path.rglob("tree.ann"))
    assert not list(tmp_path.rglob("codes.npy"))
    result = search(open_store(tmp_path / "x.scrl"), np.ones(8, dtype=np.float32))
    assert len(result.hits) > 5
    values = {
        "part": "00000",
        "reason": "it was built without Annoy",
        "index": str(tmp_path / "x.scrl"),
    }
    assert result.notes == (Notice("trees-unusable", values),)


@pytest.mark.parametrize("damage", ["missing", "short", "empty", "branches", "leaves", "zeros"])
def test_damaged_trees_cost_speed_only(tmp_path, damage):
    """Annoy follows a damaged branch to a segmentation fault; it must not get that far."""
    path = tmp_path / "x.scrl"
    table = make_table(6000, 8, seed=1)
    write_table(path, table, 1)
    query = np.ones(8, dtype=np.float32)
    assert search(open_store(path), query).method == "annoy"
    tree = path / "parts" / "00000" / "tree.ann"
    content = bytearray(tree.read_bytes())
    if damage == "missing":
        tree.unlink()
    elif damage == "short":
        tree.write_bytes(content[:-44])
    elif damage == "empty":
        tree.write_bytes(b"")
    elif damage == "zeros":
        tree.write_bytes(bytes(len(content)))
    else:
        start = len(content) - 3000 if damage == "branches" else 4000
        content[start : start + 2000] = b"\x11" * 2000
        tree.write_bytes(content)
    result = search(open_store(path), query)
    assert result.method == "exact"
    (note,) = result.notes
    assert (note.code, note.values["part"]) == ("trees-unusable", "00000")
    assert [h.tile_id for h in result.hits] == brute_force(table, query, SearchOptions())[0]


@pytest.mark.parametrize("value", [0.0, np.nan, np.inf, 3.0])
def test_damaged_vectors_are_found(tmp_path, value):
    path = tmp_path / "x.scrl"
    write_table(path, make_table(300, 8, seed=1), 2)
    file = path / "parts" / "00001" / "vectors.npy"
    damaged = np.load(file, mmap_mode="r+")
    damaged[7] = value
    damaged.flush()
    index = open_store(path)
    with pytest.raises(IndexDamaged, match=r"vectors\.npy is damaged.*row 7.*--repair"):
        search(index, np.ones(8, dtype=np.float32))
    tile = int(np.load(file.with_name("rows.npy"))["id"][7])
    with pytest.raises(IndexDamaged):
        index.vectors([tile])


@pytest.mark.parametrize("file", ["vectors.npy", "rows.npy", "part.json"])
@pytest.mark.parametrize("damage", ["missing", "short", "header"])
def test_damaged_files_are_found_when_opened(tmp_path, file, damage):
    path = tmp_path / "x.scrl"
    write_table(path, make_table(30, 8, seed=1), 1)
    target = path / "parts" / "00000" / file
    content = target.read_bytes()
    if damage == "missing":
        target.unlink()
    else:
        target.write_bytes(content[:-1] if damage == "short" else b"\0" * 30 + content[30:])
    with pytest.raises(IndexDamaged, match=file.replace(".", r"\.")):
        open_store(path)


def test_rows_of_no_source_are_found(tmp_path):
    path = tmp_path / "x.scrl"
    write_table(path, make_table(30, 8, seed=1), 1)
    rows = np.load(path / "parts" / "00000" / "rows.npy", mmap_mode="r+")
    rows["source"][:] = 77
    rows.flush()
    with pytest.raises(IndexDamaged):
        search(open_store(path), np.ones(8, dtype=np.float32))


def test_rows_with_flipped_bits_are_found_or_do_no_harm(index, tmp_path):
    """Whoever uses them says that the index is damaged, or the damage does not matter to the question."""
    query = open_store(index).vectors([0])[0]
    west, south, east, north = index_info(index).bounds or (0.0,) * 4
    area = Area.from_bounds(west, south, east, north)
    middle = (west + east) / 2, (south + north) / 2
    point = {"type": "Point", "coordinates": middle}
    uses = [
        lambda opened: search(opened, query, SearchOptions(k=500, suppress_overlap=False)),
        lambda opened: search(opened, query, SearchOptions(area=area)),
        lambda opened: search(opened, query, SearchOptions(since=date(2015, 1, 1))),
        lambda opened: tiles_at(opened, point),
        lambda opened: tiles_at(opened, shapely.geometry.mapping(area.geometry)),
        lambda opened: write_tiles_layer(tmp_path / "tiles.gpkg", opened),
    ]
    target = index / "parts" / "00001" / "rows.npy"
    whole = target.read_bytes()
    rng = np.random.default_rng(0)
    outcomes = set()
    for _ in range(60):
        content = damaged(whole, rng, [1, 5, 200])
        target.write_bytes(content)
        assert bytes(content) == whole or verify_index(index).problems
        for number, use in enumerate(uses):
            try:
                use(open_store(index))
                outcomes.add((number, "answered"))
            except IndexDamaged:
                outcomes.add((number, "damaged"))
            except (NothingMatchesFilter, NoTileThere, UnknownTile):
                outcomes.add((number, "nothing"))
    assert {(number, "damaged") for number in range(len(uses))} <= outcomes


def test_opening_what_is_not_there(tmp_path):
    with pytest.raises(IndexMissing):
        open_store(tmp_path / "none.scrl")
    write_table(tmp_path / "x.scrl", make_table(30, 8, seed=1), 1)
    with pytest.raises(IndexOfAnotherModel, match=r"cccccccccccc.*dddddddddddd"):
        open_store(tmp_path / "x.scrl", "d" * 64)


def test_searching_nothing(tmp_path):
    empty = make_table(30, 8, seed=1)
    empty = dataclasses.replace(
        empty, rows=empty.rows[:0], vectors=empty.vectors[:0], footprints=empty.footprints[:0]
    )
    write_table(tmp_path / "x.scrl", empty, 1)
    with pytest.raises(IndexEmpty):
        search(open_store(tmp_path / "x.scrl"), np.ones(8, dtype=np.float32))


def test_filters_that_leave_nothing(large):
    _, index = large
    query = queries(1)[0]
    with pytest.raises(AreaOutside, match=r"covers 1[45]\."):
        search(index, query, SearchOptions(area=Area.from_bounds(8, 50, 9, 51)))
    with pytest.raises(UnknownSource, match="south"):
        search(index, query, SearchOptions(sources=("south.tif",)))
    with pytest.raises(NothingMatchesFilter, match="since 2030-01-01"):
        search(index, query, SearchOptions(since=date(2030, 1, 1)))
    with pytest.raises(NothingMatchesFilter, match="33 m"):
        search(index, query, SearchOptions(ground_sizes_m=(33.0,)))
    for wrong in ({"k": 0}, {"max_overlap": 1.5}):
        with pytest.raises(UsageError):
            SearchOptions(**wrong)
    with pytest.raises(UsageError):
        SearchOptions(since=date(2016, 1, 1), until=date(2015, 1, 1))


def test_tiles_without_a_date_are_counted(large):
    _, index = large
    result = search(index, queries(1)[0], SearchOptions(since=date(2000, 1, 1)))
    assert result.searched == 8000
    assert result.notes == (Notice("undated-left-out", {"tiles": 4000}),)


def test_area_across_the_180th_meridian(tmp_path):
    """Fiji: footprints beyond 180 are found by areas written either way."""
    source = make_source("/data/fiji.tif", "EPSG:32760", (818_000.0, 8_140_000.0), None)
    record = SourceRecord(0, 0, 40, NO_OPTIONS, source)
    table = make_table(40, 8, seed=1)
    rows = table.rows.copy()
    rows["source"] = 0
    rows["window"][:, 0] = np.linspace(0, 3000, 40)
    footprints = np.array(footprints_4326(source, rows["window"]), dtype=object)
    rows["bounds"] = shapely.bounds(footprints)
    assert (abs(rows["bounds"]) > 180).any()
    assert (rows["bounds"][:, 0] > 0).any()
    table = Table(rows, table.vectors, footprints, {0: record})
    write_table(tmp_path / "x.scrl", table, 1)
    index = open_store(tmp_path / "x.scrl")
    query = np.ones(8, dtype=np.float32)
    box = shapely.box(179.99, -20, 180.005, -10)
    turned = [shapely.affinity.translate(box, turn) for turn in (-360, 0, 360)]
    expected = shapely.intersects(footprints[:, None], turned).any(axis=1)
    assert 5 < expected.sum() < 35
    for area in (
        *(Area(shape, "") for shape in turned[:2]),
        Area.from_bounds(179.99, -20, -179.995, -10),
    ):
        options = SearchOptions(k=100, suppress_overlap=False, area=area)
        hits = search(index, query, options).hits
        assert {hit.tile_id for hit in hits} == set(np.flatnonzero(expected).tolist())


def test_a_tile_around_a_pole(tmp_path, encoder):
    scene = write_scene(
        tmp_path / "ice.tif", 300, 300, west=-15_000, north=15_000, crs="EPSG:3413", pixel=100
    )
    path = tmp_path / "ice.scrl"
    build_index(
        path,
        [str(scene)],
        encoder,
        TileSpec((10_000.0,), overlap=0.5, pixels=PIXELS),
        part_tiles=2048,
        batch_size=32,
    )
    index = open_store(path)
    (tile,) = tiles_at(index, {"type": "Point", "coordinates": (77.0, 89.999)}).tile_ids
    result = search(index, index.vectors([tile])[0])
    assert result.hits[0].tile_id == tile
    assert max(lat for _, lat in result.hits[0].footprint) == 90.0
    wedge = Area.from_bounds(60, 89.99, 120, 90)
    above_russia = SearchOptions(area=wedge, k=100, suppress_overlap=False)
    found = search(index, index.vectors([0])[0], above_russia).hits
    assert tile in {hit.tile_id for hit in found}
    assert write_tiles_layer(tmp_path / "ice.gpkg", index) == index.info.tiles


def test_suppression_across_the_180th_meridian():
    suppression = Suppression(0.3)
    west, east = shapely.box(179.98, 0, 180.04, 1), shapely.box(-180.03, 0, -179.95, 1)
    beside = shapely.box(-179.96, 0, -179.9, 1)
    assert [suppression.offer(p, np.array(p.bounds)) for p in (west, east, beside)] == [
        True,
        False,
        True,
    ]


def test_like_and_blend(large):
    table, index = large
    one = index.vectors([17])[0]
    np.testing.assert_array_equal(one, table.vectors[17].astype(np.float32))
    assert search(index, one).hits[0].tile_id == 17
    with pytest.raises(UnknownTile, match="12000"):
        index.vectors([12_000])
    other = index.vectors([4711])[0]
    blend = blend_queries([(one, 1.0), (other, 1.0)])
    assert np.linalg.norm(blend) == pytest.approx(1.0)
    assert blend @ one == pytest.approx(blend @ other, abs=1e-3)
    np.testing.assert_allclose(blend_queries([(3 * one, 0.5)]), one, atol=1e-3)
    with pytest.raises(PartsCancelOut):
        blend_queries([(one, 1.0), (one, -1.0)])
    with pytest.raises(UsageError):
        blend_queries([])


def test_nonsense_queries_are_bugs(large):
    _, index = large
    for wrong in (np.zeros(32), np.full(32, np.nan), np.ones(31)):
        with pytest.raises(ValueError, match="32"):
            search(index, wrong.astype(np.float32))


def test_an_area_of_many_corners_is_exact_and_told(tmp_path):
    """A ragged coast with lakes: neighbours that are decided together are decided as each alone."""
    rng = np.random.default_rng(3)
    turn = np.linspace(0, 2 * np.pi, 30_000, endpoint=False)
    far = 0.004 * (1 + 0.2 * np.sin(23 * turn) + 0.05 * rng.random(len(turn)))
    coast = shapely.Polygon(
        np.stack([15.004 + far * np.cos(turn), 46.951 + far * np.sin(turn)], axis=-1)
    )
    lakes = shapely.MultiPoint(rng.normal((15.004, 46.951), 0.001, size=(20, 2))).buffer(0.0003)
    area = coast.difference(lakes)
    assert shapely.get_num_coordinates(area) > 20_000
    table = make_table(9000, 4, seed=11)
    path = tmp_path / "x.scrl"
    write_table(path, table, 2)

    class Told(Progress):
        def __init__(self) -> None:
            self.stages: list[tuple[Stage, int]] = []
            self.parts = 0

        def start(self, stage, total, unit):
            self.stages.append((stage, total))

        def advance(self, steps=1):
            self.parts += steps

        def check_cancelled(self):
            if self.parts == 1 and len(self.stages) == 2:
                raise Cancelled

    store, told = open_store(path), Told()
    selection = store.select(Conditions(area=area), told)
    expected = shapely.intersects(area, table.footprints)
    found = [
        t
        for batch in store.scores(np.full(4, 0.5, np.float32), selection)
        for t in batch.tile_ids.tolist()
    ]
    assert sorted(found) == table.rows["id"][expected].tolist()
    assert 1000 < len(found) < 8000
    assert told.stages == [(Stage.SELECTING_TILES, 2)]
    assert told.parts == 2
    told.parts = 0
    with pytest.raises(Cancelled):
        store.select(Conditions(area=area), told)
    # Work that is done at once is not told.
    store.select(Conditions(area=shapely.box(*WHOLE)), told)
    assert len(told.stages) == 2


def test_footprints_that_cross_themselves_are_compared_all_the_same() -> None:
    # As of a raster that is distorted beyond use; GEOS cannot intersect these two as they are.
    one = shapely.Polygon([(5, 3), (3, 1), (1, 0), (0, 0)])
    other = shapely.Polygon([(2, 5), (3, 0), (4, 4), (5, 1)])
    suppression = Suppression(0.3)
    assert suppression.offer(one, np.array(one.bounds))
    assert suppression.offer(other, np.array(other.bounds))
    assert not suppression.offer(one, np.array(one.bounds))
