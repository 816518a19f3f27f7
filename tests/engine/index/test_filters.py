from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pyogrio.raw
import pytest
import shapely
from pyproj import Transformer

from engine.errors import AreaOfSeveralLayers, AreaUnreadable, UsageError
from engine.index.filters import Area, copies_near, parse_area, parse_since, parse_until
from tests.support.damage import damaged


def write_vector(
    path: Path,
    shapes: list[shapely.Geometry],
    crs: str | None,
    kind: str = "Polygon",
    layer: str | None = None,
) -> Path:
    pyogrio.raw.write(
        path,
        shapely.to_wkb(np.array(shapes, dtype=object)),
        [np.arange(len(shapes))],
        ["number"],
        geometry_type=kind,
        crs=crs,
        layer=layer,
        append=layer is not None and path.exists(),
        driver={
            ".gpkg": "GPKG",
            ".geojson": "GeoJSON",
            ".shp": "ESRI Shapefile",
            ".fgb": "FlatGeobuf",
        }[path.suffix],
    )
    return path


def test_dates():
    assert (parse_since("2015"), parse_until("2015")) == (date(2015, 1, 1), date(2015, 12, 31))
    assert (parse_since("2016-02"), parse_until("2016-02")) == (
        date(2016, 2, 1),
        date(2016, 2, 29),
    )
    assert parse_since("2015-06-30") == parse_until(" 2015-06-30 ") == date(2015, 6, 30)
    for wrong in ("", "15", "2015-13", "2015-02-30", "June", "2015-06-30T10", "0000", "2015-00"):
        with pytest.raises(UsageError, match="is not a date"):
            parse_until(wrong)
    with pytest.raises(UsageError, match="is not a date"):
        parse_since("2015-02-30")


def test_area_of_four_numbers():
    assert parse_area("8,50,9,51").geometry.equals(shapely.box(8, 50, 9, 51))
    assert parse_area("-8.5 50, 9 51").geometry.bounds == (-8.5, 50, 9, 51)
    assert parse_area("170,-20,-170,-10").geometry.bounds == (170, -20, 190, -10)
    for wrong in ("8,51,9,50", "8,50,8,51", "8,50,9,95", "nan,50,9,51", "500000,5e6,500100,5.1e6"):
        with pytest.raises(AreaUnreadable):
            parse_area(wrong)


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".shp"])
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32633", "EPSG:3857", "EPSG:31468"])
def test_area_of_a_vector_file(tmp_path, suffix, crs):
    if suffix == ".geojson" and crs != "EPSG:4326":
        pytest.skip("GeoJSON is in EPSG:4326")
    wanted = [shapely.box(12.5, 47, 12.6, 47.1), shapely.box(12.7, 47, 12.8, 47.1)]
    to_crs = Transformer.from_crs("EPSG:4326", crs, always_xy=True)
    moved = [
        shapely.transform(shapely.segmentize(s, 0.002), to_crs.transform, interleaved=False)
        for s in wanted
    ]
    area = parse_area(str(write_vector(tmp_path / f"area{suffix}", moved, crs)))
    expected = shapely.union_all(wanted)
    assert area.geometry.symmetric_difference(expected).area < 1e-4 * expected.area
    assert not area.geometry.intersects(shapely.Point(12.65, 47.05))


def test_long_edges_are_curves_in_degrees(tmp_path):
    box = shapely.box(200_000, 6_600_000, 800_000, 6_700_000)
    area = parse_area(str(write_vector(tmp_path / "wide.gpkg", [box], "EPSG:32633")))
    to_degrees = Transformer.from_crs("EPSG:32633", "EPSG:4326", always_xy=True)
    for x, inside in ((500_000, 6_600_300), (350_000, 6_699_700)):
        assert area.geometry.contains(shapely.Point(to_degrees.transform(x, inside)))
    assert not area.geometry.contains(shapely.Point(to_degrees.transform(500_000, 6_599_700)))


def test_areas_that_are_none(tmp_path):
    line = shapely.LineString([(8, 50), (9, 51)])
    files = {
        "lines": write_vector(tmp_path / "line.gpkg", [line], "EPSG:4326", "LineString"),
        "points": write_vector(tmp_path / "p.gpkg", [shapely.Point(8, 50)], "EPSG:4326", "Point"),
        "crs": write_vector(tmp_path / "nocrs.shp", [shapely.box(8, 50, 9, 51)], None),
        "missing": tmp_path / "missing.gpkg",
        "text": tmp_path / "text.gpkg",
        "empty": write_vector(tmp_path / "empty.gpkg", [], "EPSG:4326"),
    }
    files["text"].write_text("not a vector file")
    reasons = {
        "lines": "no polygons, only LineString",
        "points": "no polygons, only Point",
        "crs": "no CRS",
        "missing": "no such file",
        "text": "not a vector file",
        "empty": "no features",
    }
    for name, file in files.items():
        with pytest.raises(AreaUnreadable, match=reasons[name]):
            parse_area(str(file))


@pytest.mark.parametrize("name", ["a.fgb", "a.shp", "a.gpkg"])
def test_damaged_files_are_no_areas_or_read_as_far_as_they_go(tmp_path, name):
    boxes = [shapely.box(west, 40, west + 0.5, 41) for west in range(5)]
    path = write_vector(tmp_path / name, boxes, "EPSG:4326")
    whole = path.read_bytes()
    rng = np.random.default_rng(0)
    outcomes = set()
    for attempt in range(60):
        content = damaged(whole, rng, [1, 3, 20])
        path.write_bytes(content[: rng.integers(0, len(whole))] if attempt % 5 == 0 else content)
        try:
            parse_area(str(path))
            outcomes.add("read")
        except AreaUnreadable:
            outcomes.add("refused")
    assert outcomes == {"read", "refused"}


@pytest.mark.parametrize("lost", [float("nan"), float("inf")])
def test_polygons_with_lost_numbers_are_no_areas(tmp_path, lost):
    polygon = shapely.Polygon([(8, 50), (9, 50), (lost, 51), (8, 51)])
    path = write_vector(tmp_path / "lost.gpkg", [polygon], "EPSG:4326")
    with pytest.raises(AreaUnreadable, match="invalid"):
        parse_area(str(path))


def test_broken_polygons_are_mended(tmp_path):
    bow_tie = shapely.Polygon([(8, 50), (9, 51), (9, 50), (8, 51)])
    area = parse_area(str(write_vector(tmp_path / "bow.gpkg", [bow_tie], "EPSG:4326")))
    assert area.geometry.is_valid
    assert area.geometry.area == pytest.approx(0.5)


def test_around_the_world():
    area = Area.from_bounds(170, -20, -170, -10)
    everywhere = copies_near(area.geometry, (-360, -90, 360, 90))
    for x in (175, 185, -175, -185):
        assert everywhere.contains(shapely.Point(x, -15))
    assert not everywhere.contains(shapely.Point(0, -15))


# --- layers -----------------------------------------------------------------------------------------

LEFT, RIGHT = shapely.box(8, 50, 9, 51), shapely.box(10, 50, 11, 51)


@pytest.fixture
def layers(tmp_path) -> Path:
    """Two layers with polygons, and others without."""
    path = tmp_path / "layers.gpkg"
    write_vector(path, [shapely.Point(1, 1)], "EPSG:4326", "Point", "places")
    write_vector(path, [LEFT], "EPSG:4326", "Polygon", "left zone")
    write_vector(path, [shapely.LineString([(1, 1), (2, 2)])], "EPSG:4326", "Unknown", "lines")
    write_vector(path, [RIGHT, LEFT], "EPSG:4326", "Unknown", "Right")
    return path


def test_a_layer_is_named_as_in_qgis(layers):
    for named, expected in (
        ("|layername=left zone", LEFT),
        ("|layername=LEFT ZONE", LEFT),
        ("|layerid=1|geometrytype=Polygon", LEFT),
        ("|layername=Right|subset=number = 0", RIGHT),
        ("|layername=Right|subset=number IN (0, 1) OR '|' = ''", RIGHT.union(LEFT)),
    ):
        assert parse_area(f"{layers}{named}").geometry.equals(expected), named


def test_several_polygon_layers_are_refused_with_their_names(layers):
    with pytest.raises(AreaOfSeveralLayers) as refused:
        parse_area(str(layers))
    assert refused.value.values["layers"] == "left zone, Right"
    assert f"{layers}|layername=left zone" in refused.value.next_step
    for wrong in ("|layername=zone", "|layerid=9"):
        with pytest.raises(AreaUnreadable, match="places, left zone, lines, Right"):
            parse_area(f"{layers}{wrong}")
    with pytest.raises(AreaUnreadable, match="cannot be selected by nonsense = 1"):
        parse_area(f"{layers}|layername=Right|subset=nonsense = 1")
    with pytest.raises(AreaUnreadable, match="no polygons, only Point"):
        parse_area(f"{layers}|layername=places")


def test_the_only_polygon_layer_is_found_among_others(tmp_path):
    path = tmp_path / "one.gpkg"
    write_vector(path, [shapely.Point(1, 1)], "EPSG:4326", "Point", "places")
    write_vector(path, [shapely.LineString([(1, 1), (2, 2)])], "EPSG:4326", "Unknown", "lines")
    write_vector(path, [RIGHT], "EPSG:4326", "Unknown", "zone")
    assert parse_area(str(path)).geometry.equals(RIGHT)


def test_a_file_whose_name_looks_like_a_layer_is_a_file(tmp_path):
    path = write_vector(tmp_path / "a|layername=b.gpkg", [LEFT], "EPSG:4326")
    assert parse_area(str(path)).geometry.equals(LEFT)


# --- degrees and metres -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shape", "crs", "reason"),
    [
        (shapely.box(500_000, 5_300_000, 500_900, 5_300_900), "EPSG:4326", "is degree, but its coordinates .* are not"),
        (shapely.box(900_000, 100, 900_500, 600), "EPSG:4258", "is degree, but its coordinates .* are not"),
        (LEFT, "EPSG:32632", "are degrees, but the unit of its CRS WGS 84 / UTM zone 32N is metre"),
        (LEFT, "EPSG:3857", "are degrees"),
        (shapely.box(-99, 30, -98, 31), "EPSG:2276", "is US survey foot"),
    ],
)  # fmt: skip
def test_coordinates_that_are_not_in_the_unit_of_the_crs_are_refused(tmp_path, shape, crs, reason):
    with pytest.raises(AreaUnreadable, match=reason):
        parse_area(str(write_vector(tmp_path / "a.gpkg", [shape], crs)))


def test_small_and_large_numbers_that_are_right(tmp_path):
    # A hut at the South Pole, in metres from it.
    pole = parse_area(
        str(write_vector(tmp_path / "pole.gpkg", [shapely.box(5, 5, 80, 80)], "EPSG:3031"))
    )
    assert pole.geometry.bounds[3] < -89.99
    # A site with a CRS of its own, which begins there.
    site = "+proj=tmerc +lat_0=48 +lon_0=9 +k=1 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +type=crs"
    local = parse_area(str(write_vector(tmp_path / "site.gpkg", [shapely.box(1, 1, 80, 80)], site)))
    assert local.geometry.distance(shapely.Point(9, 48)) < 0.001
    # Grads: a quarter of the globe is 100.
    grads = parse_area(
        str(write_vector(tmp_path / "grads.gpkg", [shapely.box(3, 53, 4, 54)], "EPSG:4807"))
    )
    assert grads.geometry.distance(shapely.Point(2.337 + 3.15, 48.15)) < 0.1


def test_the_world_may_be_the_area_of_an_index_across_the_180th_meridian():
    world = copies_near(shapely.box(-180, -90, 180, 90), (170, -10, 190, 10))
    assert world.intersects(shapely.Point(188, 0))
    twice = copies_near(shapely.box(-200, -20, 200, 20), (-180, -90, 540, 90))
    assert twice.contains(shapely.Point(190, 0))
