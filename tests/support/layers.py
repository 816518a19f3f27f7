"""Hits and polygons to be shown."""

from __future__ import annotations

import math
from datetime import date

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsVectorLayer,
)

from qgis_scrl.contract import Hit, Phrase, SearchResult


def some_hits(lon: float = 9.29, lat: float = 48.31, count: int = 6) -> SearchResult:
    """Squares of about 200 m beside each other, the best first."""
    side = 200 / 111_000
    width = side / math.cos(math.radians(lat))
    found = []
    for number in range(count):
        west, south = lon + number * 2 * width, lat
        east, north = west + width, south + side
        found.append(
            Hit(
                rank=number + 1,
                score=0.9 - 0.1 * number,
                similarity=0.4 - 0.05 * number,
                tile_id=5_000_000_000 + number,
                source="scene.tif",
                source_path="/images/scene.tif",
                date=date(2024, 6, 12) if number % 2 == 0 else None,
                ground_size_m=200.0,
                lon=(west + east) / 2,
                lat=(south + north) / 2,
                footprint=(
                    (west, south),
                    (east, south),
                    (east, north),
                    (west, north),
                    (west, south),
                ),
                window=(10.5, 20.0, 200.0, 200.0),
            )
        )
    phrases = (Phrase("storage tanks", 0.7), Phrase("an oil depot", 0.6))
    return SearchResult(tuple(found), 1125, "annoy", (), phrases, 0.55)


def polygons(name: str, *wkts: str, crs: str = "EPSG:4326") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Polygon?crs={crs}", name, "memory")
    features = []
    for wkt in wkts:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer
