"""Vector files are read without the web, and rasters keep theirs, whether or not both have the same GDAL."""

from __future__ import annotations

from pathlib import Path

import pyogrio
import pytest
from rasterio.env import get_gdal_config

from engine.imagery.gdal_options import NO_WEB, NOT_A_PROXY
from engine.index import vector_files

AREA = """{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry":
    {"type": "Polygon", "coordinates": [[[9, 48], [10, 48], [10, 49], [9, 48]]]}}]}"""


def test_reading_vectors_leaves_the_web_to_rasters(tmp_path: Path) -> None:
    """With Debian's GDAL, which both share, this failed: a raster on a web server was "not readable"."""
    area = tmp_path / "area.geojson"
    area.write_text(AREA)
    assert len(vector_files.list_layers(area)) == 1
    assert len(vector_files.read(area)[2]) == 1
    assert {name: get_gdal_config(name) for name in NO_WEB} == dict.fromkeys(NO_WEB)


@pytest.mark.parametrize("shared", [False, True])
def test_vectors_are_read_without_the_web(monkeypatch: pytest.MonkeyPatch, shared: bool) -> None:
    if vector_files.SHARES_GDAL and not shared:
        pytest.skip("rasterio and pyogrio share GDAL here")
    monkeypatch.setattr(vector_files, "SHARES_GDAL", shared)
    ask = get_gdal_config if shared else pyogrio.get_gdal_config_option
    monkeypatch.setattr(pyogrio, "list_layers", lambda _path: ask("GDAL_HTTP_PROXY"))
    assert vector_files.list_layers("area.vrt") == NOT_A_PROXY
