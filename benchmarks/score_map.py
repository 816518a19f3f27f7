"""What the score of every tile costs, as a raster and as points, beside one exact search."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from engine.index.score_map import ScoreMapFiles, write_score_map
from engine.index.search import SearchOptions, search
from engine.index.store import open_store

from .measuring import seconds_of
from .tables import Table, number
from .tile_vectors import RealVectors


@dataclass(frozen=True)
class ScoreMapTimes:
    """Seconds for one question to an open index; medians over the rounds.

    Attributes:
        tiles: Tiles in the index.
        rounds: Questions that were asked.
        search_seconds: Of an exact search of twenty hits.
        raster_seconds: Of the map as a raster.
        points_seconds: Of the map as points (FlatGeobuf); None: not measured, which takes minutes.
        raster_ratio: The raster over the search.
        raster_bytes: Size of the raster's file.
    """

    tiles: int
    rounds: int
    search_seconds: float
    raster_seconds: float
    points_seconds: float | None
    raster_ratio: float
    raster_bytes: int

    def tables(self) -> tuple[Table, ...]:
        """Return the result as a table."""
        return (
            Table(
                "A map of scores",
                ("tiles", "exact search, s", "raster, s", "raster / search", "raster, MB", "points, s"),
                (
                    (
                        f"{self.tiles:,}",
                        number(self.search_seconds, 3),
                        number(self.raster_seconds, 3),
                        number(self.raster_ratio, 1),
                        number(self.raster_bytes / 1e6, 1),
                        number(self.points_seconds, 1),
                    ),
                ),
                (
                    f"Medians of {self.rounds} real voice queries to an open index, without the model's part: the "
                    "search compares every tile (20 hits, overlaps kept); the raster is scored, gridded, compressed and "
                    "on the disk.",
                ),
            ),
        )  # fmt: skip


def measure_score_map(
    vectors: RealVectors, index: Path, rounds: int, with_points: bool
) -> ScoreMapTimes:
    """Ask ``rounds`` questions, each as a search and as a map.

    Args:
        vectors: Of the questions.
        index: The voice index.
        rounds: Questions; one more before, unmeasured.
        with_points: Whether to write points, too.
    """
    store = open_store(index)
    options = SearchOptions(exact=True, suppress_overlap=False)
    searches, rasters, points = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        raster = ScoreMapFiles(Path(folder) / "map.tif")
        layer = ScoreMapFiles(points=Path(folder) / "map.fgb")
        for turn in range(rounds + 1):
            query = vectors.voices[turn % len(vectors.voices)]
            searched, _ = seconds_of(search, store, query, options)
            mapped, _ = seconds_of(write_score_map, store, query, raster)
            if turn:
                searches.append(searched)
                rasters.append(mapped)
            elif with_points:
                points.append(seconds_of(write_score_map, store, query, layer)[0])
        size = (Path(folder) / "map.tif").stat().st_size
    return ScoreMapTimes(
        tiles=store.info.tiles,
        rounds=rounds,
        search_seconds=median(searches),
        raster_seconds=median(rasters),
        points_seconds=median(points) if points else None,
        raster_ratio=median(rasters) / median(searches),
        raster_bytes=size,
    )
