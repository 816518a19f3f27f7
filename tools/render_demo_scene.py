"""Render the demo scene: ``python -m tools.render_demo_scene``.

Writes ``scene.tif`` (a cloud-optimised GeoTIFF) and ``places.geojson`` (what lies where) into
``resources/demo``. The scene is drawn by the modules of ``tools/demo_scene``; it shows no real place.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
import rasterio
import rasterio.shutil
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from rasterio.enums import ColorInterp
from rasterio.io import MemoryFile
from rasterio.transform import from_origin
from shapely.geometry import mapping
from shapely.geometry.polygon import orient

from .demo_scene.light import develop
from .demo_scene.scene import SIZE_M, Place, build

CRS = "EPSG:32632"
WEST, NORTH = 520_000.0, 5_352_000.0
TAKEN = "2024:06:12 10:24:00"
PIXEL_M = 1.0
SUPERSAMPLING = 2


def write_scene(picture: NDArray[np.uint8], path: Path, quality: int) -> None:
    """Write the picture as a cloud-optimised GeoTIFF, compressed as JPEG in YCbCr.

    Args:
        picture: (rows, columns, 3).
        path: Where to.
        quality: Of the JPEG compression, 1..100.
    """
    rows, columns, _ = picture.shape
    pixel = SIZE_M / columns
    profile = {
        "driver": "GTiff",
        "width": columns,
        "height": rows,
        "count": 3,
        "dtype": "uint8",
        "crs": CRS,
        "transform": from_origin(WEST, NORTH, pixel, pixel),
        "photometric": "RGB",
    }
    with MemoryFile() as memory:
        with memory.open(**profile) as target:
            target.write(np.moveaxis(picture, 2, 0))
            target.colorinterp = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)
            target.update_tags(
                TIFFTAG_DATETIME=TAKEN,
                TIFFTAG_IMAGEDESCRIPTION="Rendered scene, not a photograph; no real place.",
                TIFFTAG_SOFTWARE="qgis_scrl tools/render_demo_scene.py",
            )
        rasterio.shutil.copy(
            memory.name,
            path,
            driver="COG",
            COMPRESS="JPEG",
            QUALITY=quality,
            OVERVIEW_QUALITY=quality,
            OVERVIEW_RESAMPLING="AVERAGE",
            BLOCKSIZE=512,
        )


def write_places(places: list[Place], path: Path) -> None:
    """Write the outlines as GeoJSON (RFC 7946: EPSG:4326, counter-clockwise rings)."""
    to_degrees = Transformer.from_crs(CRS, "EPSG:4326", always_xy=True)

    def project(points: NDArray[np.float64]) -> NDArray[np.float64]:
        lon, lat = to_degrees.transform(WEST + points[:, 0], NORTH - points[:, 1])
        return np.round(np.column_stack([lon, lat]), 6)

    features = [
        {
            "type": "Feature",
            "properties": {"kind": p.kind, "name": p.name},
            "geometry": mapping(orient(shapely.transform(p.outline.simplify(1.0), project))),
        }
        for p in places
    ]
    collection = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(collection, indent=None, separators=(",", ":")) + "\n")


def main() -> None:
    """Render, write, and say how large the result is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--out", type=Path, default=Path(__file__).parents[1] / "resources" / "demo"
    )
    parser.add_argument("--seed", type=int, default=2021)
    parser.add_argument("--quality", type=int, default=58)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    canvas, places = build(PIXEL_M / SUPERSAMPLING, arguments.seed)
    print(f"painted in {time.monotonic() - started:.0f} s")
    picture = develop(canvas, SUPERSAMPLING)
    scene = arguments.out / "scene.tif"
    write_scene(picture, scene, arguments.quality)
    write_places(places, arguments.out / "places.geojson")
    print(
        f"{scene}: {scene.stat().st_size / 1e6:.2f} MB, {time.monotonic() - started:.0f} s in all"
    )


if __name__ == "__main__":
    main()
