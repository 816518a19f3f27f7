"""Does void come back as a hit? The demo scene inside void that no metadata declare, and its twelve questions.

A tile of nothing has a vector too, and may be more like a question than a score of 0.5 asks for. Each variant is an
index of the turned scene in a frame of one value; what is counted are the hits over 0.5 that show less than the least
valid part of a tile. One variant is built without looking for empty pixels, to show what there would be to find.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.windows import Window

from engine.application.build import BATCH_SIZE, PART_TILES
from engine.audio.recording import read_recording
from engine.audio.speech import check_speech
from engine.contract.indexes import NO_OPTIONS, SourceOptions
from engine.imagery.tiling import TileGrid, TileSpec
from engine.index.builder import build_index
from engine.index.search import SearchOptions, search
from engine.index.store import open_store
from engine.model.checkpoint import ScrlModel
from tools.demo import DEMO, demo_questions

from .tables import Table

GROUND_SIZE_M, OVERLAP = 200.0, 0.5
LEAST_SCORE = 0.5
SIDE = 1500
_FRAME = 1.6
_TURNED_DEGREES = 17.0
# What a rounded window is off, and a blurred edge.
_ROUNDED = 0.02
_JPEG = {"compress": "jpeg", "photometric": "ycbcr", "tiled": True, "interleave": "pixel"}
# From bytes to what the types usually hold.
_SCALE = {"uint8": 1.0, "uint16": 40.0, "int16": 40.0, "float32": 1 / 255}


@dataclass(frozen=True)
class Variant:
    """Void of one kind.

    Attributes:
        name: What it is called.
        void: Value of each band, or of all.
        dtype: Type of the raster.
        how: Creation options.
        options: What is said of it when the index is built.
    """

    name: str
    void: float | tuple[float, ...]
    dtype: str = "uint8"
    how: dict[str, Any] = field(default_factory=dict)
    options: SourceOptions = NO_OPTIONS


VARIANTS = (
    Variant("black", 0),
    Variant("white", 255),
    Variant("odd colour", (17, 200, 90)),
    Variant("black, JPEG", 0, how=_JPEG),
    Variant("white, JPEG", 255, how=_JPEG),
    Variant("16 bit, 0", 0, "uint16"),
    Variant("16 bit, 65535", 65535, "uint16"),
    Variant("int16, -32768", -32768, "int16"),
    Variant("float, -9999", -9999, "float32"),
    Variant("float, 0", 0, "float32"),
)
#: Void is taken for ground: what the others are measured against.
CONTROL = Variant("black, nothing looked for", 0, options=SourceOptions(guess_empty=False, keep_flat=True))  # fmt: skip


@dataclass(frozen=True)
class VoidHits:
    """What was found in an index of one variant.

    Attributes:
        variant: Its name.
        tiles: Tiles kept.
        lost: Tiles left out that show enough.
        hits: Hits over 0.5 of all questions.
        void_hits: How many of them show less than the least valid part.
    """

    variant: str
    tiles: int
    lost: int
    hits: int
    void_hits: int


@dataclass(frozen=True)
class VoidResult:
    """All variants."""

    variants: tuple[VoidHits, ...]

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""
        rows = tuple(
            (found.variant, str(found.tiles), str(found.lost), str(found.hits), str(found.void_hits),
             f"{100 * found.void_hits / found.hits if found.hits else 0:.1f} %")
            for found in self.variants
        )  # fmt: skip
        columns = ("Void", "Tiles", "Lost", "Hits over 0.5", "Void", "Share")
        return (Table("Void among the hits of twelve questions", columns, rows),)


def measure_void_hits(
    model: ScrlModel, variants: tuple[Variant, ...] = (CONTROL, *VARIANTS), side: int = SIDE
) -> VoidResult:
    """Build an index of each variant and ask it the twelve questions of the demo.

    Args:
        model: Makes the vectors.
        variants: Kinds of void.
        side: Pixels of the part of the demo scene that is shown, of 1 m.
    """
    recordings = [read_recording(question.recording) for question in demo_questions()]
    queries = [model.encode_voice(check_speech(recording).samples) for recording in recordings]
    with tempfile.TemporaryDirectory() as folder:
        found = [_measured(model, variant, side, queries, Path(folder)) for variant in variants]
    return VoidResult(tuple(found))


def write_in_void(path: Path, variant: Variant, side: int) -> NDArray[np.bool_]:
    """Write a part of the demo scene, turned, in a frame of void; return where the scene is."""
    with rasterio.open(DEMO / "scene.tif") as scene:
        at = (scene.width - side) // 2
        values = scene.read(window=Window(at, at, side, side))
        place = scene.window_transform(Window(at, at, side, side))
        crs = scene.crs
    whole = round(side * _FRAME)
    margin = (whole - side) // 2
    y, x = np.mgrid[:whole, :whole] - whole / 2 + 0.5
    angle = np.radians(_TURNED_DEGREES)
    along, across = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
    shown = (np.abs([x, y, along, across]) < side / 2).all(axis=0)
    framed = np.zeros((3, whole, whole), dtype=variant.dtype)
    inner = slice(margin, margin + side)
    framed[:, inner, inner] = (values * _SCALE[variant.dtype]).astype(variant.dtype)
    framed[:, ~shown] = np.broadcast_to(np.array(variant.void, dtype=variant.dtype), 3)[:, None]
    with rasterio.open(
        path, "w", driver="GTiff", width=whole, height=whole, count=3, dtype=variant.dtype, crs=crs,
        transform=place @ place.translation(-margin, -margin), **variant.how,
    ) as out:  # fmt: skip
        out.write(framed)
    return np.asarray(shown, dtype=np.bool_)


def _measured(
    model: ScrlModel,
    variant: Variant,
    side: int,
    queries: list[NDArray[np.float32]],
    folder: Path,
) -> VoidHits:
    raster, index = folder / "scene.tif", folder / f"{variant.name}.scrl"
    shown = write_in_void(raster, variant, side)
    spec = TileSpec((GROUND_SIZE_M,), overlap=OVERLAP, pixels=model.tile_pixels)
    build_index(
        index,
        [str(raster)],
        model,
        spec,
        variant.options,
        part_tiles=PART_TILES,
        batch_size=BATCH_SIZE,
    )
    store = open_store(index, model.checksum)
    everything = SearchOptions(k=store.info.tiles, suppress_overlap=False, exact=True)
    ranked = [
        search(store, query, everything, model.calibration("voice")).hits for query in queries
    ]
    kept = np.array([_shown_part(shown, hit.window) for hit in ranked[0]])
    planned = TileGrid(store.info.sources[0].source, spec)
    all_parts = np.array(
        [_shown_part(shown, window) for window in planned.windows(0, len(planned))]
    )
    over = np.array(
        [
            _shown_part(shown, hit.window)
            for hits in ranked
            for hit in hits
            if hit.score > LEAST_SCORE
        ]
    )
    enough, void = spec.min_valid + _ROUNDED, spec.min_valid - _ROUNDED
    return VoidHits(
        variant=variant.name,
        tiles=len(kept),
        lost=int((all_parts > enough).sum() - (kept > enough).sum()),
        hits=len(over),
        void_hits=int((over < void).sum()),
    )


def _shown_part(shown: NDArray[np.bool_], window: Sequence[float]) -> float:
    left, top, width, height = (round(value) for value in window)
    return float(shown[max(0, top) : top + height, max(0, left) : left + width].mean())
