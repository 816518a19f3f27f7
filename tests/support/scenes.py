"""Small real GeoTIFFs, and an encoder that needs no weights.

The encoder is a second implementation of the builder's protocol: what the builder promises
(resuming, bookkeeping, same bytes) does not depend on what the vectors mean.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.transform import from_origin

PIXELS = 16
SIZE = 24


class PixelStatistics:
    """Means over a grid of cells, projected to D dimensions; the same image, the same vector."""

    def __init__(self, checksum: str = "a" * 64, seed: int = 5) -> None:
        self.checksum = checksum
        self.embedding_size = SIZE
        self.tile_pixels = PIXELS
        self.encoded = 0
        rng = np.random.default_rng(seed)
        self._projection = rng.normal(size=(4 * 4 * 3, SIZE)).astype(np.float32)

    def encode_images(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        count = len(images)
        cells = images.reshape(count, 4, PIXELS // 4, 4, PIXELS // 4, 3).mean(axis=(2, 4))
        # A sum per image, so that a vector does not depend on its neighbours in the batch.
        flat = cells.reshape(count, -1).astype(np.float32) - 127.3
        vectors = (flat[:, :, None] * self._projection).sum(axis=1)
        self.encoded += count
        unit: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit


def write_scene(
    path: Path,
    width: int = 160,
    height: int = 160,
    west: float = 500_000.0,
    north: float = 5_200_000.0,
    seed: int = 0,
    crs: str | None = "EPSG:32633",
    pixel: float = 1.0,
    empty_rows: int = 0,
    tags: dict[str, str] | None = None,
    compress: str = "none",
) -> Path:
    """Write an RGB GeoTIFF of blocks of random colours; ``empty_rows`` at the top are nodata."""
    rng = np.random.default_rng(seed)
    small = rng.integers(1, 255, size=(3, -(-height // 8), -(-width // 8)), dtype=np.uint8)
    image = small.repeat(8, axis=1).repeat(8, axis=2)[:, :height, :width]
    image[:, :empty_rows] = 0
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=width,
        height=height,
        count=3,
        dtype="uint8",
        crs=crs,
        transform=from_origin(west, north, pixel, pixel),
        nodata=0,
        photometric="RGB",
        tiled=True,
        blockxsize=64,
        blockysize=64,
        compress=compress,
    ) as dataset:
        dataset.write(image)
        dataset.update_tags(**(tags or {}))
    return path
