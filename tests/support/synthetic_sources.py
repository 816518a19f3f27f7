"""Sources without a raster behind them: where their tiles would lie, and when they were taken."""

from __future__ import annotations

from datetime import date

from pyproj import CRS

from engine.imagery.source import Source

CHECKSUM = "c" * 64


SIDE = 400


SOURCES = (
    ("/data/2014/north.tif", "EPSG:32633", (500_000.0, 5_200_000.0), date(2014, 5, 1)),
    ("/data/2016/north.tif", "EPSG:32633", (500_200.0, 5_200_100.0), date(2016, 9, 30)),
    ("/data/plan.tif", "EPSG:32634", (50_000.0, 5_210_000.0), None),
)


def make_source(uri: str, crs: str, corner: tuple[float, float], day: date | None) -> Source:
    return Source(
        uri=uri,
        size_bytes=0,
        modified=0.0,
        crs_wkt=CRS(crs).to_wkt(),
        transform=(1.0, 0.0, corner[0], 0.0, -1.0, corner[1]),
        width=SIDE,
        height=SIDE,
        bands=(1, 2, 3),
        stretch=None,
        date=day,
        pixel_size_m=1.0,
    )
