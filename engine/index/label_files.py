"""Labelled tiles as training data: footprints in a GeoPackage, or pictures as COCO describes them."""

from __future__ import annotations

import io
import json
import os
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from ..contract.notices import Stage, Unit
from ..contract.tiles import TILE_ATTRIBUTES, Tile
from ..errors import UsageError
from ..imagery.source import Source
from ..imagery.thumbnails import Window, write_thumbnails
from ..paths import check_folder, writing
from ..progress import Progress
from .files import replace_file
from .tile_table import columns_of, write_layer

LAYER = "labels"
# Chips have the pixels of their raster, within these limits.
_LEAST_PIXELS, _MOST_PIXELS = 32, 1024


@dataclass(frozen=True)
class LabelledTile:
    """A tile, whether it shows what was looked for, and its raster."""

    tile: Tile
    yes: bool
    source: Source


def write_labels(
    path: Path, tiles: Sequence[LabelledTile], question: str, progress: Progress
) -> int:
    """Write labelled tiles; replaces the file.

    Args:
        path: A ``.gpkg``: the layer ``labels``; or a ``.json``: COCO, its pictures in the folder ``NAME_chips``
            beside it.
        tiles: The tiles.
        question: What the labels answer.
        progress: Advanced after each picture; checked for cancellation.

    Returns:
        How many were written: a tile whose raster cannot be read is left out of COCO.

    Raises:
        UsageError: The ending of the name is another one.
        DiskFull, FolderNotWritable, Cancelled: A file that was there stays.
    """
    check_folder(path.parent, path)
    suffix = path.suffix.lower()
    if suffix == ".gpkg":
        replace_file(path, _geopackage(tiles, question))
        return len(tiles)
    if suffix == ".json":
        return _write_coco(path, tiles, question, progress)
    raise UsageError(
        problem=f"The ending of {path.name} names no format for labels.",
        advice="Use .gpkg for footprints or .json for COCO with pictures.",
    )


def _geopackage(tiles: Sequence[LabelledTile], question: str) -> bytes:
    columns = columns_of([each.tile for each in tiles], TILE_ATTRIBUTES)
    columns["label"] = np.array([_word(each.yes) for each in tiles], dtype=object)
    columns["question"] = np.array([question] * len(tiles), dtype=object)
    footprints = np.array([shapely.Polygon(each.tile.footprint) for each in tiles], dtype=object)
    content = io.BytesIO()
    write_layer(content, LAYER, "GPKG", columns, footprints)
    return content.getvalue()


def _write_coco(
    path: Path, tiles: Sequence[LabelledTile], question: str, progress: Progress
) -> int:
    folder = path.with_name(f"{path.stem}_chips")
    progress.start(Stage.OTHER, len(tiles), Unit.TILE)
    with (
        writing(folder),
        tempfile.TemporaryDirectory(prefix=".chips-", dir=path.parent) as temporary,
    ):
        chips = _write_chips(Path(temporary), tiles, progress)
        document = _coco(tiles, chips, folder.name, question)
        folder.mkdir(exist_ok=True)
        # Chips before the file that names them: whoever reads it finds them all.
        for chip, _ in chips.values():
            os.replace(chip, folder / chip.name)  # noqa: PTH105 (says which file it could not replace)
    replace_file(path, (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode())
    return len(chips)


def _write_chips(
    folder: Path, tiles: Sequence[LabelledTile], progress: Progress
) -> dict[int, tuple[Path, int]]:
    """Write a picture of each tile that can be read; return it and its side under the tile's place in ``tiles``."""
    groups: dict[tuple[str, int], dict[int, Window]] = defaultdict(dict)
    sources = {each.source.uri: each.source for each in tiles}
    for place, each in enumerate(tiles):
        side = round(max(each.tile.window[2:]))
        pixels = min(_MOST_PIXELS, max(_LEAST_PIXELS, side))
        groups[each.source.uri, pixels][place] = each.tile.window
    chips: dict[int, tuple[Path, int]] = {}
    for (uri, pixels), windows in groups.items():
        written = write_thumbnails(sources[uri], windows, folder, pixels, progress.check_cancelled)
        progress.advance(len(windows))
        chips |= {place: (chip, pixels) for place, chip in written.items()}
    return dict(sorted(chips.items()))


def _coco(
    tiles: Sequence[LabelledTile],
    chips: dict[int, tuple[Path, int]],
    folder: str,
    question: str,
) -> dict[str, Any]:
    """Return the document: https://cocodataset.org/#format-data; a no is a picture without an annotation."""
    images, annotations = [], []
    for place, (chip, pixels) in chips.items():
        each, number = tiles[place], place + 1
        images.append(
            {
                "id": number, "file_name": f"{folder}/{chip.name}", "width": pixels, "height": pixels,
                "date_captured": each.tile.date.isoformat() if each.tile.date else "",
                # Not COCO's own:
                "label": _word(each.yes), "tile_id": each.tile.tile_id, "source": each.tile.source,
                "footprint": each.tile.footprint, "ground_size_m": each.tile.ground_size_m,
            }
        )  # fmt: skip
        if each.yes:
            corners = [0, 0, pixels, 0, pixels, pixels, 0, pixels]
            annotations.append(
                {
                    "id": number, "image_id": number, "category_id": 1, "bbox": [0, 0, pixels, pixels],
                    "area": pixels * pixels, "segmentation": [corners], "iscrowd": 0,
                }
            )  # fmt: skip
    return {
        "info": {
            "description": f"Labels of the question: {question}",
            "date_created": datetime.now().astimezone().isoformat(timespec="seconds"),
        },
        "images": images,
        "annotations": annotations,
        "categories": [{"id": 1, "name": question or "yes", "supercategory": "place"}],
    }


def _word(yes: bool) -> str:
    return "yes" if yes else "no"
