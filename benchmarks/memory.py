"""Peak memory of building a voice index of a raster of 100,000 x 100,000 pixels."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.windows import Window

from engine.contract.notices import Stage, Unit
from engine.errors import Cancelled
from engine.imagery.tiling import TileSpec
from engine.progress import Task
from tools.demo import DEMO

from .measuring import CACHE, Memory, in_child
from .tables import Table, number

GIB = 2**30
LIMIT_BYTES = GIB
SIDE = 100_000
BLOCK = 512
PATCHES = 24


@dataclass(frozen=True)
class MemoryRun:
    """One build in a process of its own.

    Attributes:
        ground_size_m: Side of the tiles; the pixels are 1 m.
        tiles: Tiles embedded before the build was stopped or ended.
        planned: Tiles in the whole raster.
        seconds: Time it took.
        memory: Of that process, the model included.
    """

    ground_size_m: float
    tiles: int
    planned: int
    seconds: float
    memory: Memory


@dataclass(frozen=True)
class MemoryResult:
    """Both builds.

    Attributes:
        side: Pixels of the raster along its side.
        runs: Coarse tiles read from an overview over the whole raster; fine ones at full
            resolution along its first rows.
        within_limit: Whether all stay under 1 GiB.
    """

    side: int
    runs: tuple[MemoryRun, ...]
    within_limit: bool

    def tables(self) -> tuple[Table, ...]:
        """Return the result as a table."""
        return (
            Table(
                f"Memory: a raster of {self.side:,} x {self.side:,} pixels",
                ("tile", "tiles read", "tiles in all", "seconds", "peak memory, GiB", "of 1 GiB"),
                tuple(
                    (
                        f"{run.ground_size_m:,.0f} px",
                        f"{run.tiles:,}",
                        f"{run.planned:,}",
                        number(run.seconds, 0),
                        number(run.memory.peak / GIB),
                        number(run.memory.peak / LIMIT_BYTES),
                    )
                    for run in self.runs
                ),
                (
                    "Tiled BigTIFF with overviews, three bands, JPEG; imagery in its first rows "
                    "and in patches, the rest sparse (read as black, and embedded). Each build in "
                    "a process of its own, model and libraries included; the fine one is stopped "
                    "after its first rows.",
                ),
            ),
        )


def measure_memory(
    model_folder: Path | None = None,
    side: int = SIDE,
    coarse_m: float = 2000.0,
    fine_m: float = 200.0,
    fine_tiles: int = 1200,
    cache: Path = CACHE,
) -> MemoryResult:
    """Build indexes of a huge raster in processes of their own.

    Args:
        model_folder: The model; None takes the bundled one.
        side: Pixels of the raster along its side.
        coarse_m: Ground size of the build that covers the whole raster.
        fine_m: Ground size of the build at full resolution.
        fine_tiles: After so many tiles the latter is stopped.
        cache: Where the raster is kept for the next time.
    """
    raster = cache / f"huge-{side}.tif"
    if not raster.is_file():
        # A process of its own: GDAL's cache is not to stay in this one.
        in_child(write_huge_raster, raster, side)
    runs = []
    for ground_size, most in ((coarse_m, None), (fine_m, fine_tiles)):
        (tiles, planned, seconds), memory = in_child(
            _build_in_child, raster, model_folder, ground_size, most
        )
        runs.append(MemoryRun(ground_size, tiles, planned, seconds, memory))
    return MemoryResult(
        side, tuple(runs), within_limit=all(run.memory.peak < LIMIT_BYTES for run in runs)
    )


def write_huge_raster(path: Path, side: int) -> None:
    """Write a sparse raster of 1 m pixels: the demo scene along the first rows and in patches."""
    with rasterio.open(DEMO / "scene.tif") as scene:
        picture = scene.read()
    size = min(2 * BLOCK, side)
    rng = np.random.default_rng(3)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp.tif")
    with rasterio.open(
        temporary,
        "w",
        driver="GTiff",
        width=side,
        height=side,
        count=3,
        dtype="uint8",
        crs="EPSG:32632",
        transform=rasterio.Affine(1, 0, 500_000 - side / 2, 0, -1, 5_400_000),
        tiled=True,
        blockxsize=BLOCK,
        blockysize=BLOCK,
        compress="jpeg",
        photometric="ycbcr",
        interleave="pixel",
        BIGTIFF="YES",
        SPARSE_OK="TRUE",
    ) as raster:
        places = [(column, 0) for column in range(0, side, size)]
        blocks = max(1, side // size)
        places += [
            (int(x) * size, int(y) * size) for x, y in rng.integers(blocks, size=(PATCHES, 2))
        ]
        for column, row in places:
            width, height = min(size, side - column), min(size, side - row)
            top, left = (int(rng.integers(picture.shape[1] - size)) for _ in range(2))
            raster.write(
                picture[:, top : top + height, left : left + width],
                window=Window(column, row, width, height),
            )
    options = {
        "SPARSE_OK_OVERVIEW": "TRUE",
        "COMPRESS_OVERVIEW": "JPEG",
        "PHOTOMETRIC_OVERVIEW": "YCBCR",
        "INTERLEAVE_OVERVIEW": "PIXEL",
        "GDAL_TIFF_OVR_BLOCKSIZE": BLOCK,
    }
    # Nearest: the quickest over ten thousand million pixels, and how it looks does not matter.
    with rasterio.Env(**options), rasterio.open(temporary, "r+") as raster:
        raster.build_overviews([2, 4, 8, 16, 32], Resampling.nearest)
    temporary.replace(path)


class _StopAfter(Task):
    """Cancels a build after ``most`` tiles, and counts them."""

    def __init__(self, most: int | None) -> None:
        self.tiles = 0
        self.planned = 0
        self._most = most

    def start(self, stage: Stage | str, total: int, unit: Unit | str) -> None:
        if unit is Unit.TILE:
            self.planned = total

    def advance(self, steps: int = 1) -> None:
        if self.planned:
            self.tiles += steps

    def check_cancelled(self) -> None:
        if self._most is not None and self.tiles >= self._most:
            raise Cancelled()


def _build_in_child(
    raster: Path, model_folder: Path | None, ground_size_m: float, most: int | None
) -> tuple[int, int, float]:
    """Return tiles embedded, tiles planned, seconds."""
    # Imported here, so that the parent need not hold torch twice.
    from engine.index.builder import build_index
    from engine.model.checkpoint import load_model

    from .annoy_recall import PART_TILES
    from .build import BATCH_SIZE

    model = load_model(model_folder)
    spec = TileSpec((ground_size_m,), pixels=model.tile_pixels)
    watcher = _StopAfter(most)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        try:
            build_index(
                Path(folder) / "huge.scrl",
                [str(raster)],
                model,
                spec,
                progress=watcher,
                part_tiles=PART_TILES,
                batch_size=BATCH_SIZE,
            )
        except Cancelled:
            if most is None:
                raise
    return watcher.tiles, watcher.planned, time.monotonic() - began
