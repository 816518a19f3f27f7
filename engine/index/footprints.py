"""Footprints and centres of rows of the index, from the source and the pixel window alone."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ..imagery.source import Source
from ..imagery.tiling import footprints_4326
from .format import SourceRecord


def centres_of(
    source: Source, windows: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return longitudes and latitudes of the centres of windows (N x 4)."""
    col, row, width, height = windows.T
    return source.georeferencing.to_lonlat(col + width / 2, row + height / 2)


def footprints_of(
    rows: NDArray[np.void], sources: Mapping[int, SourceRecord]
) -> NDArray[np.object_]:
    """Return the polygons (EPSG:4326) of rows, which may be of several sources.

    Args:
        rows: N rows of :data:`engine.index.part.ROW_DTYPE`.
        sources: The sources under their numbers; all that the rows name.
    """
    polygons = np.empty(len(rows), dtype=object)
    numbers = np.asarray(rows["source"])
    for number in np.unique(numbers):
        chosen = np.flatnonzero(numbers == number)
        polygons[chosen] = footprints_4326(sources[int(number)].source, rows["window"][chosen])
    return polygons
