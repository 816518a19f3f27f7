from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.imagery.tiling import TileSpec
from engine.index.builder import build_index
from engine.index.folder import part
from tests.support.scenes import PIXELS, PixelStatistics, write_scene


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in memory where there is one: waiting for the disk is what these tests do most."""
    memory = Path("/dev/shm")  # noqa: S108 (a folder of our own is made in it)
    if not os.access(memory, os.W_OK):
        yield tmp_path_factory.mktemp("index")
        return
    with tempfile.TemporaryDirectory(dir=memory, prefix="voice-index-") as folder:
        yield Path(folder)


@pytest.fixture
def cells_in_small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts get cells whatever their size."""
    monkeypatch.setattr(part, "MIN_ROWS", 1)


@pytest.fixture
def encoder() -> PixelStatistics:
    return PixelStatistics()


@pytest.fixture
def spec() -> TileSpec:
    return TileSpec((20.0, 40.0), overlap=0.25, pixels=PIXELS)


@pytest.fixture
def scenes(tmp_path: Path) -> Path:
    """Two neighbouring scenes: 2015 with a date, and one without that is partly empty."""
    folder = tmp_path / "scenes"
    folder.mkdir()
    write_scene(folder / "a_20150601.tif", seed=1)
    write_scene(folder / "b.tif", seed=2, west=500_200.0, empty_rows=60)
    return folder


@pytest.fixture
def index(tmp_path: Path, scenes: Path, encoder: PixelStatistics, spec: TileSpec) -> Path:
    """A finished index of the two scenes in several parts."""
    path = tmp_path / "x.scrl"
    build_index(path, [str(scenes)], encoder, spec, part_tiles=60, batch_size=16)
    return path


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MiB of our own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("needs the right to mount a tmpfs")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)
