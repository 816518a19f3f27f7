"""What is in a voice index, for comparing two of them."""

from __future__ import annotations

from pathlib import Path

from engine.contract.tiles import Tile
from engine.index.store import open_store


def files_of(index: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(index)): file.read_bytes()
        for file in sorted(index.rglob("*"))
        if file.is_file() and file.name != "lock"
    }


def tiles_of(index: Path) -> dict[int, tuple[Tile, bytes]]:
    """Id -> attributes and vector: what is the same however the parts are cut."""
    store = open_store(index)
    tiles = {tile.tile_id: tile for table in store.items() for tile in table}
    assert len(tiles) == store.info.tiles
    vectors = store.vectors(list(tiles))
    return {
        tile_id: (tile, vector.tobytes())
        for (tile_id, tile), vector in zip(tiles.items(), vectors, strict=True)
    }
