"""Search areas of public bug reports of other programs: docs/field-reports.md says what came of each."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from pyproj import CRS

from engine.errors import AreaUnreadable
from engine.index.filters import parse_area

CIRCLE = "CURVEPOLYGON (CIRCULARSTRING (9 48,9.05 48.05,9.1 48,9.05 47.95,9 48))"
TRIANGLE = "POLYGON ((9 49,9.1 49,9.1 49.1,9 49))"


def as_file(folder: Path, wkt: str) -> str:
    """A vector file with one geometry of any type."""
    (folder / "area.prj").write_text(CRS("EPSG:4326").to_wkt("WKT1_ESRI"))
    path = folder / "area.csv"
    path.write_text(f'WKT,name\n"{wkt}",area\n')
    return str(path)


@pytest.mark.parametrize(
    ("wkt", "area"),
    [
        (CIRCLE, math.pi * 0.05**2),
        (f"MULTISURFACE ({CIRCLE},{TRIANGLE})", math.pi * 0.05**2 + 0.005),
        (f"GEOMETRYCOLLECTION (POINT (9 48),{TRIANGLE})", 0.005),
    ],
    ids=["curve", "multisurface", "collection"],
)
def test_polygons_of_any_type(wkt: str, area: float, tmp_path: Path) -> None:
    """shapely issue 2159: a crash with MULTISURFACE."""
    found = parse_area(as_file(tmp_path, wkt)).geometry
    assert found.area == pytest.approx(area, rel=0.01)


def test_an_area_that_crosses_itself(tmp_path: Path) -> None:
    """buzzard issue 34: TopologyException."""
    path = tmp_path / "bow.geojson"
    ring = [[9, 48], [9.1, 48.1], [9.1, 48], [9, 48.1], [9, 48]]
    path.write_text(json.dumps({"type": "Polygon", "coordinates": [ring]}))
    found = parse_area(str(path)).geometry
    assert found.is_valid
    assert found.area == pytest.approx(0.005)


def test_a_triangulated_surface_is_no_area(tmp_path: Path) -> None:
    """pyogrio issue 166."""
    wkt = "TIN Z (((9 48 0,9.1 48 0,9.1 48.1 0,9 48 0)))"
    with pytest.raises(AreaUnreadable):
        parse_area(as_file(tmp_path, wkt))
