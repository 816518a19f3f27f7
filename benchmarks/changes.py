"""Is a change found through the seasons? Pictures of things pasted into one of three NAIP dates of one place.

Real imagery of North Dakota in August 2009, September 2015 and August 2020, in other light and colours; in the last one some
places are built over. All places are ranked by how far they have moved since an earlier date.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import rasterio

from engine.application.build import build_index
from engine.application.session import Session
from engine.contract.methods import BuildIndexParams
from engine.index.changes import ChangeOptions, Period, find_changes
from engine.progress import Task
from engine.training.datasets import MORE, load_captions, read_images, select
from engine.training.metrics import mean_average_precision

from .small_things import shrunk
from .tables import Table

KINDS = frozenset({
    "storagetanks", "residential", "denseresidential", "solarroof", "port", "parking", "airport", "windturbine",
    "industrial", "pond", "baseballfield", "circularfarmland",
})  # fmt: skip
THINGS, SHARES = 24, (0.5, 1.0)
TILE_PIXELS, GROUND_SIZE_M = 40, 200.0
# A day on which nothing was flown, so that the changed picture has a date of its own.
CHANGED = date(2020, 9, 1)
DATES = (date(2009, 8, 18), date(2015, 9, 26), date(2020, 8, 31))


@dataclass(frozen=True)
class ChangesResult:
    """How well pasted things stand out.

    Attributes:
        places: How many were compared.
        figures: Average precision in percent of the distance of the embeddings and of what the product ranks by, by
            share of the tile's side and earlier date.
    """

    places: int
    figures: dict[float, dict[str, tuple[float, float]]]

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""
        rows = tuple(
            (f"{share:.0%}", day, f"{plain:.1f}", f"{ours:.1f}")
            for share, by_date in self.figures.items()
            for day, (plain, ours) in by_date.items()
        )
        return (
            Table(
                "Changes between two dates",
                (
                    "side of the thing, share of the tile's",
                    "since",
                    "distance of the pictures",
                    "beyond what all moved",
                ),
                rows,
                (
                    f"Average precision in percent: {THINGS} pasted things among {self.places} places; by chance "
                    f"{100 * THINGS / self.places:.1f}.",
                ),
            ),
        )


def measure_changes(session: Session, data: Path) -> ChangesResult:
    """Measure it.

    Args:
        session: Holds the model.
        data: Holds ``naip/``, ``rsicd/`` and ``more/``.

    Raises:
        DataMissing: A part of the data is not there.
    """
    model = session.model()
    figures: dict[float, dict[str, tuple[float, float]]] = {}
    places = 0
    for share in SHARES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            changed = _paste(data, share, folder / f"changed_{CHANGED:%Y%m%d}.tif")
            inputs = (*map(str, sorted((data / "naip").glob("*.tif"))), str(folder))
            path = folder / "index.scrl"
            build_index(session, BuildIndexParams(str(path), inputs, (GROUND_SIZE_M,)), Task())
            store = session.open_index(path)
            figures[share] = {}
            for day in DATES:
                options = ChangeOptions(
                    Period(day, day), Period(CHANGED, CHANGED), k=store.info.tiles, max_overlap=1.0
                )
                found = find_changes(store, options, model.config.embedding_size)
                places = found.compared
                cells = [
                    tuple(round(x / TILE_PIXELS) for x in change.after.window[:2])
                    for change in found.changes
                ]
                right = np.array([cell in changed for cell in cells])
                size = model.config.embedding_size
                first, last = (
                    store.vectors([getattr(change, when).tile_id for change in found.changes])[
                        :, :size
                    ]
                    for when in ("before", "after")
                )
                plain = -(first * last).sum(axis=1) / (
                    np.linalg.norm(first, axis=1) * np.linalg.norm(last, axis=1)
                )
                ours = np.array([change.change for change in found.changes])
                figures[share][str(day)] = (
                    100 * mean_average_precision(plain[None], right[None]),
                    100 * mean_average_precision(ours[None], right[None]),
                )
    return ChangesResult(places, figures)


def _paste(data: Path, share: float, target: Path) -> set[tuple[int, int]]:
    """Write the last date with things pasted into the middle of tiles; return their columns and rows."""
    with rasterio.open(next((data / "naip").glob("*2020*.tif"))) as source:
        pixels, profile = source.read(), source.profile
    things = [
        image
        for name in ("rsicd", MORE)
        for image in select(load_captions(data, name), "val")
        if image.kind in KINDS
    ]
    rng = np.random.default_rng(3)
    things = [things[i] for i in rng.permutation(len(things))[:THINGS]]
    rows, columns = (length // TILE_PIXELS for length in pixels.shape[1:])
    cells = [divmod(int(i), columns) for i in rng.permutation(rows * columns)[:THINGS]]
    size = round(share * TILE_PIXELS)
    margin = (TILE_PIXELS - size) // 2
    for (row, column), (_, thing) in zip(cells, read_images(data, things, 160), strict=True):
        small = shrunk(thing, size).round().astype(np.uint8)
        top, left = row * TILE_PIXELS + margin, column * TILE_PIXELS + margin
        pixels[:3, top : top + size, left : left + size] = small.transpose(2, 0, 1)
    with rasterio.open(target, "w", **profile) as file:
        file.write(pixels)
    return {(column, row) for row, column in cells}
