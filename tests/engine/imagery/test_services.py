"""Rasters that a server makes of tiles: whose they are."""

from __future__ import annotations

import pytest
import rasterio

from engine.imagery.services import public_service
from engine.imagery.source import describe_source
from tests.support.paths import ROOT
from tests.support.tile_server import TileServer, description


@pytest.mark.parametrize(
    ("address", "service"),
    [
        ("https://tile.openstreetmap.org/${z}/${x}/${y}.png", "OpenStreetMap"),
        ("https://a.tile.openstreetmap.de/${z}/${x}/${y}.png", "OpenStreetMap Germany"),
        ("http://mt${server_num}.google.com/vt/lyrs=s&amp;x=${x}&amp;y=${y}&amp;z=${z}", "Google"),
        ("https://ecn.t0.tiles.virtualearth.net/tiles/a${quadkey}.jpeg?g=1", "Bing Maps"),
        ("https://Services.ArcGISonline.com/arcgis/rest/services/World_Imagery/MapServer/tile/${z}/${y}/${x}", "Esri"),
        ("https://api.mapbox.com/v4/mapbox.satellite/${z}/${x}/${y}.png", "Mapbox"),
        ("http://user:secret@api.maptiler.com/tiles/${z}/${x}/${y}.jpg", "MapTiler"),
        ("https://tiles.example.org/google.com/${z}/${x}/${y}.png", None),
        ("https://notgoogle.com/${z}/${x}/${y}.png", None),
        ("http://127.0.0.1:8000/${z}/${x}/${y}.png", None),
    ],
)  # fmt: skip
def test_who_runs_a_service(tmp_path, address, service):
    path = tmp_path / "service.xml"
    path.write_text(description(address))
    for name in (str(path), description(address)):
        with rasterio.open(name) as dataset:
            assert public_service(dataset) == service


def test_an_ordinary_raster_is_no_service():
    with rasterio.open(ROOT / "resources" / "demo" / "scene.tif") as dataset:
        assert public_service(dataset) is None


def test_a_service_of_the_whole_earth_is_described_with_a_handful_of_tiles(tmp_path):
    with TileServer() as server:
        path = tmp_path / "xyz.xml"
        path.write_text(description(server.address))
        source = describe_source(str(path))
    assert source.width == source.height == 2**26
    assert source.decisions == ()
    assert server.requests < 50
