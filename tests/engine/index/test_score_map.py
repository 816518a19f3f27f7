"""Maps of scores against a brute-force answer, over every backend: rasters cell by cell, points one by one."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from numpy.typing import NDArray
from pyproj import CRS

from engine.contract.indexes import NO_OPTIONS
from engine.contract.notices import Notice, Stage
from engine.contract.tiles import ATTRIBUTES
from engine.errors import (
    AreaOutside,
    Cancelled,
    DiskFull,
    FolderNotWritable,
    IndexEmpty,
    NothingMatchesFilter,
    ScoreMapTooLarge,
    UsageError,
)
from engine.imagery.source import Source
from engine.imagery.tiling import TileGrid, TileSpec, footprint_source_crs, footprints_4326
from engine.index import score_grid
from engine.index.filters import Area
from engine.index.plan import NewSource, PlannedPart, WorkRange
from engine.index.score_grid import NODATA
from engine.index.score_map import ScoreMapFiles, write_score_map
from engine.index.search import SearchOptions, search
from engine.index.store import EmbeddedTiles, StoreSettings, VectorStore, open_store, open_writer
from engine.model.calibration import Calibration
from engine.progress import Progress
from tests.support.memory_store import memory_backend
from tests.support.synthetic_sources import CHECKSUM, SOURCES, make_source

SIZE = 8
QUERY = np.ones(SIZE, dtype=np.float32)
OF_40_M = TileSpec((40.0,))
CALIBRATION = Calibration(12.0, -6.0)

NORTH, _, PLAN = (make_source(*values) for values in SOURCES)
#: Its tiles begin somewhere in those of the first.
SECOND = make_source("/data/2016/north.tif", "EPSG:32633", (500_213.0, 5_200_107.0), None)
TURNED = dataclasses.replace(
    NORTH, uri="/data/turned.tif", transform=(0.8, 0.6, 500_100.0, 0.6, -0.8, 5_200_050.0)
)
MERCATOR = dataclasses.replace(
    NORTH,
    uri="/data/mercator.tif",
    crs_wkt=CRS("EPSG:3857").to_wkt(),
    transform=(1.5, 0.0, 1_670_000.0, 0.0, -1.5, 5_930_000.0),
)


def degrees(uri: str, west: float, north: float) -> Source:
    return dataclasses.replace(
        NORTH, uri=uri, crs_wkt=CRS("EPSG:4326").to_wkt(),
        transform=(1e-5, 0.0, west, 0.0, -1e-5, north), pixel_size_m=1.0,
    )  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def registered() -> Iterator[None]:
    with memory_backend():
        yield


Make = Callable[..., VectorStore]


@pytest.fixture(params=["folder", "memory"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    """Return what makes an index of the planned tiles of sources, less every seventh."""

    def made(sources: Sequence[Source], spec: TileSpec = OF_40_M) -> VectorStore:
        here = tmp_path / "x.scrl"
        uri = str(here) if request.param == "folder" else f"memory://{here}"
        settings = StoreSettings(CHECKSUM, SIZE, spec, ("/data",), NO_OPTIONS, 500)
        with open_writer(uri, settings) as writer:
            grids = [TileGrid(source, spec) for source in sources]
            writer.plan(
                [
                    NewSource(source, len(grid), NO_OPTIONS)
                    for source, grid in zip(sources, grids, strict=True)
                ]
            )
            for number, (record, grid) in enumerate(zip(writer.info.sources, grids, strict=True)):
                places = np.array([place for place in range(len(grid)) if place % 7 != 3])
                ids = record.first_tile_id + places
                vectors = np.random.default_rng(number).normal(size=(len(ids), SIZE)) + 0.5
                vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
                tiles = EmbeddedTiles(
                    ids, np.full(len(ids), record.number, dtype=np.int32),
                    grid.windows(0, len(grid))[places], grid.ground_sizes(0, len(grid))[places],
                    vectors.astype(np.float16),
                )  # fmt: skip
                part = PlannedPart(number, (WorkRange(record.number, 0, len(grid)),))
                writer.commit(part, writer.target.write(part, tiles, [record]))
        return open_store(uri)

    return made


def tiles_of(
    store: VectorStore, in_crs_of_source: bool
) -> list[tuple[int, shapely.Polygon, float]]:
    """Id, exact footprint and similarity of every tile, one at a time."""
    sources = {record.source.uri: record.source for record in store.info.sources}
    found = []
    for table in store.items():
        for tile in table:
            source = sources[tile.source_path]
            outline = (
                footprint_source_crs(source, tile.window)
                if in_crs_of_source
                else footprints_4326(source, [tile.window])[0]
            )
            vector = store.vectors([tile.tile_id])[0].astype(np.float64)
            found.append((tile.tile_id, outline, float(vector @ QUERY) / np.sqrt(SIZE)))
    return found


def map_of(
    store: VectorStore, folder: Path, **options: object
) -> tuple[NDArray, rasterio.DatasetReader]:
    write_score_map(store, QUERY, ScoreMapFiles(folder / "map.tif"), SearchOptions(**options))  # type: ignore[arg-type]
    with rasterio.open(folder / "map.tif") as raster:
        return raster.read(1), raster


def check_cells(
    store: VectorStore, folder: Path, in_crs_of_source: bool, slack: float
) -> rasterio.DatasetReader:
    """Compare a raster with the tiles: every cell, but those whose centres lie on an edge."""
    cells, raster = map_of(store, folder)
    tiles = tiles_of(store, in_crs_of_source)
    rows, columns = np.indices(cells.shape)
    x, y = raster.transform @ (columns.ravel() + 0.5, rows.ravel() + 0.5)
    best = np.full(cells.size, NODATA)
    unsure = np.zeros(cells.size, dtype=bool)
    for _, outline, similarity in tiles:
        inside = shapely.contains_xy(outline, x, y)
        best[inside] = np.maximum(best[inside], similarity)
        unsure |= shapely.dwithin(outline.exterior, shapely.points(x, y), slack)
        # Whatever lies elsewhere: no tile is lost.
        place = raster.index(outline.centroid.x, outline.centroid.y)
        assert cells[place] >= similarity - 1e-4
    assert unsure.mean() < 0.5  # tiles of one raster may begin in the middle of those of another
    assert np.allclose(cells.ravel()[~unsure], best[~unsure], atol=1e-4)
    assert (cells != NODATA).any()
    assert raster.nodata == NODATA
    return raster


def test_side_by_side_tiles_are_the_cells(make: Make, tmp_path: Path) -> None:
    store = make([NORTH])
    cells, raster = map_of(store, tmp_path)
    assert cells.shape == (10, 10)  # 400 m in tiles of 40 m
    assert raster.crs == rasterio.CRS.from_epsg(32633)
    assert raster.transform[:6] == pytest.approx((40.0, 0, 500_000, 0, -40.0, 5_200_000))
    expected = np.full(100, NODATA)
    for tile_id, _, similarity in tiles_of(store, True):
        expected[tile_id] = similarity
    assert np.allclose(cells, expected.reshape(10, 10), atol=1e-4)


@pytest.mark.parametrize(
    ("sources", "spec", "in_crs_of_source", "slack", "crs"),
    [
        ([NORTH, SECOND], TileSpec((40.0,)), True, 1e-3, 32633),
        ([NORTH], TileSpec((20.0, 50.0), overlap=0.5), True, 1e-3, 32633),
        ([TURNED], TileSpec((30.0,)), True, 1e-3, 32633),
        ([TURNED, NORTH], TileSpec((25.0, 60.0)), True, 1e-3, 32633),
        ([MERCATOR], TileSpec((50.0,)), True, 1e-3, 3857),
        # In another system than their rasters', sides of tiles are straight to some centimetres.
        ([NORTH, PLAN], TileSpec((60.0,)), False, 1e-6, 4326),
        ([degrees("/a.tif", 15.0, 47.0)], TileSpec((40.0,)), False, 1e-8, 4326),
    ],
)  # fmt: skip
def test_every_cell_has_the_best_score_of_the_tiles_that_hold_its_centre(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    sources: list[Source], spec: TileSpec, in_crs_of_source: bool, slack: float, crs: int,
) -> None:  # fmt: skip
    monkeypatch.setattr(score_grid, "_AT_A_TIME", 100)
    if PLAN in sources:
        monkeypatch.setattr(score_grid, "MAX_CELLS", 10**9)
        near = dataclasses.replace(
            PLAN, transform=(1.0, 0.0, 45_500.0, 0.0, -1.0, 5_219_900.0)
        )  # beside NORTH, in the next zone
        sources = [near if source is PLAN else source for source in sources]
    raster = check_cells(make(sources, spec), tmp_path, in_crs_of_source, slack)
    assert raster.crs == rasterio.CRS.from_epsg(crs)


def test_two_coasts_of_the_pacific_are_one_map(make: Make, tmp_path: Path) -> None:
    store = make([degrees("/west.tif", 179.99, 10.0), degrees("/east.tif", -179.998, 10.0)])
    cells, raster = map_of(store, tmp_path)
    assert raster.bounds.left == pytest.approx(179.99)
    assert 180.005 < raster.bounds.right < 180.01
    assert cells.size < 10_000


def test_it_takes_the_filters_of_a_search_and_its_scores(make: Make, tmp_path: Path) -> None:
    store = make([NORTH, PLAN])
    files = ScoreMapFiles(tmp_path / "map.tif", tmp_path / "map.fgb")
    options = SearchOptions(k=1000, since=SOURCES[0][3], suppress_overlap=False, exact=True)
    found = search(store, QUERY, options, CALIBRATION)
    made = write_score_map(store, QUERY, files, options, CALIBRATION, threshold=0.4)
    assert made.searched == found.searched == len(found.hits)
    assert made.notes == (Notice("undated-left-out", {"tiles": 86}),) == found.notes
    assert made.best_score == pytest.approx(found.hits[0].score, abs=1e-4)
    likely = sum(hit.score >= 0.4 for hit in found.hits) / len(found.hits)
    assert 0 < likely < 1
    assert made.likely_share == pytest.approx(likely)
    with rasterio.open(tmp_path / "map.tif") as raster:
        cells = raster.read(1)
        assert made.cells == (raster.width, raster.height)
        assert raster.descriptions == ("score",)
        assert float(raster.tags()["best_score"]) == pytest.approx(made.best_score, abs=1e-5)
        assert float(raster.tags()["default_min_score"]) == 0.4
    assert np.sort(cells[cells != NODATA]) == pytest.approx(
        sorted(hit.score for hit in found.hits), abs=1e-4
    )
    area = Area.from_bounds(15.0, 46.9, 15.002, 47.0)
    some = write_score_map(store, QUERY, files, SearchOptions(area=area))
    assert 0 < some.searched < made.searched
    with pytest.raises(AreaOutside):
        write_score_map(store, QUERY, files, SearchOptions(area=Area.from_bounds(1, 1, 2, 2)))
    with pytest.raises(NothingMatchesFilter):
        write_score_map(store, QUERY, files, SearchOptions(ground_sizes_m=(7.0,)))


@pytest.mark.parametrize("ending", ["gpkg", "fgb"])
def test_points_are_hits_without_a_rank(
    make: Make, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.index.score_map._POINTS_AT_A_TIME", 60)
    store = make([NORTH, SECOND], TileSpec((20.0, 50.0)))
    path = tmp_path / f"points.{ending}"
    path.write_bytes(b"what was there")
    made = write_score_map(store, QUERY, ScoreMapFiles(points=path), None, CALIBRATION)
    assert made.raster is None
    assert made.cells == (0, 0)
    meta, _, wkb, fields = pyogrio.raw.read(path)
    assert list(meta["fields"]) == [each.name for each in ATTRIBUTES if each.name != "rank"]
    assert meta["crs"] == "EPSG:4326"
    columns = dict(zip(meta["fields"], fields, strict=True))
    assert len(wkb) == made.searched == store.info.tiles
    places = shapely.get_coordinates(shapely.from_wkb(wkb))
    assert np.allclose(places, np.stack([columns["lon"], columns["lat"]], axis=1))
    known = {
        tile_id: (outline, similarity) for tile_id, outline, similarity in tiles_of(store, False)
    }
    assert sorted(columns["tile_id"]) == sorted(known)
    for tile_id, score, similarity, place in zip(
        columns["tile_id"], columns["score"], columns["similarity"], places, strict=True
    ):
        outline, expected = known[tile_id]
        assert similarity == pytest.approx(expected, abs=1e-4)
        assert score == pytest.approx(CALIBRATION.score(similarity), abs=1e-5)
        assert outline.contains(shapely.Point(place))


def test_a_large_one_is_cloud_optimized(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = TileSpec((20.0,), overlap=0.9)
    store = make([NORTH], spec)
    plain, _ = map_of(store, tmp_path)
    monkeypatch.setattr(score_grid, "LARGE_CELLS", 1000)
    cells, _ = map_of(store, tmp_path)
    assert np.array_equal(cells, plain)
    with rasterio.open(tmp_path / "map.tif") as raster:
        assert raster.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert raster.nodata == NODATA
        assert "best_score" in raster.tags()


def test_tiles_too_far_apart_are_no_raster_but_points(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make([NORTH, PLAN])
    monkeypatch.setattr(score_grid, "MAX_CELLS", 10_000)
    with pytest.raises(ScoreMapTooLarge) as caught:
        write_score_map(store, QUERY, ScoreMapFiles(tmp_path / "map.tif"))
    assert "--heatmap FILE.gpkg" in caught.value.next_step
    assert caught.value.values["cells"] > 10_000
    assert list(tmp_path.glob("map*")) == []
    write_score_map(store, QUERY, ScoreMapFiles(points=tmp_path / "map.gpkg"))


class Impatient(Progress):
    def __init__(self) -> None:
        self.stages: list[str] = []
        self.done = 0

    def start(self, stage: Stage | str, total: int, unit: object) -> None:
        self.stages.append(stage)
        self.total = total

    def advance(self, steps: int = 1) -> None:
        self.done += steps
        self.is_cancelled = True


@pytest.mark.parametrize("name", ["map.tif", "map.gpkg"])
def test_cancelled_it_leaves_what_was_there(make: Make, tmp_path: Path, name: str) -> None:
    store = make([NORTH, SECOND], TileSpec((20.0,)))
    path = tmp_path / name
    path.write_bytes(b"what was there")
    files = ScoreMapFiles(path) if name.endswith("tif") else ScoreMapFiles(points=path)
    progress = Impatient()
    with pytest.raises(Cancelled):
        write_score_map(store, QUERY, files, progress=progress)
    assert path.read_bytes() == b"what was there"
    assert progress.stages == [Stage.SCORING_TILES]
    assert 0 < progress.done < progress.total == store.info.tiles
    assert {item.name for item in tmp_path.iterdir()} <= {name, "x.scrl"}


def test_on_a_full_disk(make: Make, small_disk: Path) -> None:
    store = make([NORTH], TileSpec((20.0,), overlap=0.8))
    (small_disk / "ballast").write_bytes(bytes((1 << 20) - (8 << 10)))
    for files in (
        ScoreMapFiles(small_disk / "map.tif"), ScoreMapFiles(points=small_disk / "map.gpkg"),
    ):  # fmt: skip
        with pytest.raises(DiskFull):
            write_score_map(store, QUERY, files)
    assert [item.name for item in small_disk.iterdir()] == ["ballast"]
    with pytest.raises(FolderNotWritable):
        write_score_map(store, QUERY, ScoreMapFiles(small_disk / "none" / "map.tif"))


def test_names_that_name_no_format() -> None:
    for wrong in (
        lambda: ScoreMapFiles(),
        lambda: ScoreMapFiles(Path("map.png")),
        lambda: ScoreMapFiles(points=Path("map.tif")),
    ):
        with pytest.raises(UsageError):
            wrong()


def test_an_empty_index_has_no_map(tmp_path: Path) -> None:
    settings = StoreSettings(CHECKSUM, SIZE, TileSpec((40.0,)), (), NO_OPTIONS, 500)
    with open_writer(tmp_path / "x.scrl", settings) as writer:
        writer.plan([NewSource(NORTH, 100, NO_OPTIONS)])
    with pytest.raises(IndexEmpty):
        write_score_map(open_store(tmp_path / "x.scrl"), QUERY, ScoreMapFiles(tmp_path / "map.tif"))
