"""The whole of a voice index as an answer: every tile's score, as a raster and as points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from ..contract.methods import ScoreMapResult
from ..contract.notices import Stage, Unit
from ..contract.tiles import ATTRIBUTES
from ..errors import UsageError
from ..model.calibration import Calibration
from ..progress import Progress
from .files import replace_file, written_by_gdal
from .score_grid import best_scores, geotiff, grid_of, outlines_of
from .search import SearchOptions, select, selection_notes, unit_query
from .store import ScoredTiles, VectorStore
from .tile_table import write_layer

LAYER = "scores"
RASTERS = (".tif", ".tiff")
#: Driver of each ending, and whether it can add to a layer that it has begun.
POINTS = {".gpkg": ("GPKG", True), ".fgb": ("FlatGeobuf", False)}
#: Every attribute of a hit but its rank: nobody has sorted them.
POINT_ATTRIBUTES = tuple(attribute for attribute in ATTRIBUTES if attribute.name != "rank")
_POINTS_AT_A_TIME = 65_536


@dataclass(frozen=True)
class ScoreMapFiles:
    """Where a map of scores goes.

    Attributes:
        raster: A ``.tif``; None: no raster.
        points: A ``.gpkg`` or ``.fgb``; None: no points.

    Raises:
        UsageError: There is neither, or the ending of a name is another one.
    """

    raster: Path | None = None
    points: Path | None = None

    def __post_init__(self) -> None:
        for path, endings in ((self.raster, RASTERS), (self.points, tuple(POINTS))):
            if path is not None and path.suffix.lower() not in endings:
                raise UsageError(
                    problem=f"The ending of {path.name} names no format of a map of scores.",
                    advice="Use .tif for a raster, .gpkg or .fgb for points.",
                )
        if self.raster is None and self.points is None:
            raise UsageError(
                problem="There is no file for the map of scores.",
                advice="Name a .tif for a raster, or a .gpkg or .fgb for points.",
            )


@dataclass
class _Scored:
    """Slices of the tiles that have been scored, as far as the raster needs them."""

    scores: list[NDArray[np.float32]] = field(default_factory=list)
    sources: list[NDArray[np.int32]] = field(default_factory=list)
    windows: list[NDArray[np.float64]] = field(default_factory=list)


def write_score_map(
    store: VectorStore,
    query: NDArray[np.float32],
    files: ScoreMapFiles,
    options: SearchOptions | None = None,
    calibration: Calibration | None = None,
    threshold: float | None = None,
    progress: Progress | None = None,
) -> ScoreMapResult:
    """Compare a query with every tile that meets the filters, and write all scores into files.

    It takes some 200 bytes of memory a tile. The filters are those of a search; number of hits, threshold and overlap
    of :class:`SearchOptions` do not matter here.

    Args:
        store: The index.
        query: Vector of length D, of any length but zero.
        files: Where the raster and the points go; what is there is replaced.
        options: The filters.
        calibration: Turns similarities into scores; None: they are the scores.
        threshold: The score from which on a tile is likely right; None or 0: unknown.
        progress: Advanced after every slice of tiles; asked whether to stop.

    Raises:
        IndexEmpty: There is nothing to score.
        AreaOutside, UnknownSource, NothingMatchesFilter: The filters leave nothing.
        ScoreMapTooLarge: The raster would have too many cells.
        IndexDamaged: What was needed is not what was written.
        DiskFull, FolderNotWritable: A file cannot be written; one that was there stays.
        Cancelled: The same.
    """
    progress = progress or Progress()
    options = options or SearchOptions()
    unit = unit_query(store, query)
    selection = select(store, options, progress)
    progress.start(Stage.SCORING_TILES, selection.tiles, Unit.TILE)
    scored = _Scored()

    def batches() -> Iterator[tuple[ScoredTiles, NDArray[np.float32]]]:
        for batch in store.scores(unit, selection):
            progress.check_cancelled()
            # A float16 vector may be slightly longer than 1.
            similarities = np.minimum(batch.similarities, np.float32(1.0))
            scores = similarities if calibration is None else calibration.scores(similarities)
            scored.scores.append(scores.astype(np.float32))
            if files.raster is not None:
                scored.sources.append(batch.sources.copy())
                scored.windows.append(batch.windows.copy())
            yield batch, scores
            progress.advance(len(scores))

    if files.points is not None:
        _write_points(files.points, batches())
    else:
        for _ in batches():
            pass
    scores = np.concatenate(scored.scores)
    best = float(scores.max())
    cells = (0, 0)
    if files.raster is not None:
        info = store.info
        source_of = {record.number: record.source for record in info.sources}
        outlines = outlines_of(
            np.concatenate(scored.sources), np.concatenate(scored.windows), source_of
        )
        grid = grid_of(outlines, info.settings.tile_spec.overlap)
        raster = best_scores(grid, outlines, scores, progress.check_cancelled)
        tags = {"best_score": f"{best:.6f}", "default_min_score": f"{threshold or 0.0:.6f}"}
        replace_file(files.raster, geotiff(grid, raster, tags))
        cells = (grid.columns, grid.rows)
    return ScoreMapResult(
        raster=None if files.raster is None else str(files.raster),
        points=None if files.points is None else str(files.points),
        searched=selection.tiles,
        best_score=best,
        likely_share=float(np.mean(scores >= threshold)) if threshold else None,
        cells=cells,
        notes=selection_notes(selection),
    )


def _write_points(path: Path, batches: Iterator[tuple[ScoredTiles, NDArray[np.float32]]]) -> None:
    """Write the centres (EPSG:4326) of scored tiles with their attributes as the layer ``scores``."""
    driver, can_append = POINTS[path.suffix.lower()]
    waiting: list[dict[str, NDArray]] = []

    def write(file: Path) -> None:
        if not waiting:
            return
        columns = {
            attribute.name: np.concatenate([each[attribute.name] for each in waiting])
            for attribute in POINT_ATTRIBUTES
        }
        centres = shapely.points(columns["lon"], columns["lat"])
        write_layer(file, LAYER, driver, columns, centres, file.exists(), geometry_type="Point")
        waiting.clear()

    with written_by_gdal(path) as file:
        for batch, scores in batches:
            table = batch.read(slice(0, len(scores)))
            own = {"score": scores, "similarity": np.minimum(batch.similarities, 1.0)}
            doubles = {name: values.astype(np.float64) for name, values in own.items()}
            waiting.append({**table.columns, **doubles})
            if can_append and sum(len(each["score"]) for each in waiting) >= _POINTS_AT_A_TIME:
                write(file)
        write(file)
