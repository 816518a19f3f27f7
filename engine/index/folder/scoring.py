"""Cosine similarity of a query with float16 vectors, fast and in bounded memory.

NumPy converts float16 one number at a time, which costs ten times what the product itself costs; torch has the
processor convert eight or more at once, and multiplies float16 as it reads them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..scoring import UNIT_TOLERANCE, double_scores, not_of_unit_length, score_margin
from .format import damaged

CHUNK_ROWS = 1024
"""Rows converted at a time: the buffer stays in the cache of the processor."""

_TRUE_ROWS = 8192


def coarse_scores(
    vectors: NDArray[np.float16], query: NDArray[np.float32]
) -> tuple[NDArray[np.float32], float]:
    """Return the scores of all rows, rounded as float16 is, and how far off they may be.

    That is the least that comparing every row can cost: not much more than reading them. torch sums float16 in single
    precision unless it is told otherwise, which nothing here does.

    Args:
        vectors: N x D float16 of unit length, C-contiguous, usually memory-mapped.
        query: Unit vector of length D.
    """
    import torch

    rounded = query.astype(np.float16)
    product = torch.mv(torch.from_numpy(vectors), torch.from_numpy(rounded))
    scores: NDArray[np.float32] = product.float().numpy()  # NumPy compares those faster
    longest = 1 + UNIT_TOLERANCE
    of_query = longest * float(np.linalg.norm(query - rounded.astype(np.float32)))
    of_scores = longest * float(np.finfo(np.float16).eps) / 2
    return scores, of_query + of_scores + score_margin(len(query))


def fast_scores(
    vectors: NDArray[np.float16],
    query: NDArray[np.float32],
    rows: NDArray[np.int64] | None = None,
) -> NDArray[np.float32]:
    """Return the scores of all rows, or of ``rows``, exact to :func:`~engine.index.scoring.score_margin`.

    Args:
        vectors: N x D float16, C-contiguous, usually memory-mapped.
        query: Unit vector of length D.
        rows: Row numbers, ascending.
    """
    wide_query = query.astype(np.float32)
    scores = np.empty(len(vectors) if rows is None else len(rows), dtype=np.float32)
    for chosen, chunk in _converted(vectors, rows):
        np.dot(chunk, wide_query, out=scores[chosen])
    return scores


def true_scores(
    vectors: NDArray[np.float16], query: NDArray[np.float32], rows: NDArray[np.int64], file: Path
) -> NDArray[np.float64]:
    """Return the scores of ``rows`` of ``file`` in double precision.

    Raises:
        IndexDamaged: A row is not a unit vector.
    """
    scores = np.empty(len(rows), dtype=np.float64)
    for start in range(0, len(rows), _TRUE_ROWS):
        end = start + _TRUE_ROWS
        part = rows[start:end]
        wide = vectors[part].astype(np.float64)
        _check_lengths(wide, part, file)
        scores[start:end] = double_scores(wide, query)
    return scores


def unit_vectors(
    vectors: NDArray[np.float16], rows: NDArray[np.int64], file: Path
) -> NDArray[np.float32]:
    """Return ``rows`` of ``file`` as float32.

    Raises:
        IndexDamaged: A row is not a unit vector.
    """
    wide: NDArray[np.float32] = vectors[rows].astype(np.float32)
    _check_lengths(wide, rows, file)
    return wide


def check_unit_length(vectors: NDArray[np.float16], file: Path) -> None:
    """Check every vector of ``file``.

    Raises:
        IndexDamaged: One is not finite, or its length is not 1.
    """
    for chosen, chunk in _converted(vectors):
        _check_lengths(chunk, np.arange(len(vectors))[chosen], file)


def _converted(
    vectors: NDArray[np.float16], rows: NDArray[np.int64] | None = None
) -> Iterator[tuple[slice, NDArray[np.float32]]]:
    """Yield which of the rows come next, and those as float32, in a buffer that is used again."""
    # Imported here: most commands look at an index without scoring anything, and torch takes a second.
    import torch

    count = len(vectors) if rows is None else len(rows)
    buffer = np.empty((min(CHUNK_ROWS, count), vectors.shape[1]), dtype=np.float32)
    wide = torch.from_numpy(buffer)
    for start in range(0, count, CHUNK_ROWS):
        chosen = slice(start, min(start + CHUNK_ROWS, count))
        size = chosen.stop - start
        chunk = vectors[chosen] if rows is None else vectors[rows[chosen]]
        wide[:size].copy_(torch.from_numpy(chunk))
        yield chosen, buffer[:size]


def _check_lengths(vectors: NDArray[np.floating], rows: NDArray[np.int64], file: Path) -> None:
    wrong = not_of_unit_length(vectors)
    if wrong.any():
        raise damaged(file, f"row {rows[int(np.argmax(wrong))]} is not a unit vector")
