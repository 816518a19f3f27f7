"""Cosine similarity of a query with float16 vectors, fast and in bounded memory.

NumPy converts float16 one number at a time on many processors, which costs ten times what the
product itself costs. The bits of a float16 number, moved into the place of a float32 number, are
that number times 2**-112; so a shift and a mask convert, and the query carries the factor.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

CHUNK_ROWS = 512
"""Rows converted at a time: the buffer stays in the processor's cache."""

_TRUE_ROWS = 8192

UNIT_TOLERANCE = 0.01
"""How far from 1 the length of a stored vector may be (float16 rounding: below 0.001)."""

_SCALE = np.float32(2.0**112)
_MASK = np.array(0x8FFFE000, dtype=np.uint32).view(np.int32)[()]


class NotUnitLength(Exception):
    """A stored vector is not a unit vector: the file is damaged.

    Attributes:
        row: The first such row.
    """

    def __init__(self, row: int) -> None:
        self.row = row
        super().__init__(f"row {row} is not a unit vector")


def score_margin(embedding_size: int) -> float:
    """Return a bound on the rounding error of :func:`fast_scores` for unit vectors."""
    return embedding_size * 2.0**-23


def fast_scores(
    vectors: NDArray[np.float16],
    query: NDArray[np.float32],
    rows: NDArray[np.int64] | None = None,
) -> NDArray[np.float32]:
    """Return the scores of all rows, or of ``rows``, exact to :func:`score_margin`.

    Args:
        vectors: N x D float16, C-contiguous, usually memory-mapped.
        query: Unit vector of length D.
        rows: Row numbers, ascending.
    """
    count, size = (len(vectors) if rows is None else len(rows)), vectors.shape[1]
    bits = vectors.view(np.int16)
    scaled = query.astype(np.float32) * _SCALE
    buffer = np.empty((min(CHUNK_ROWS, max(count, 1)), size), dtype=np.int32)
    scores = np.empty(count, dtype=np.float32)
    for start in range(0, count, CHUNK_ROWS):
        stop = min(start + CHUNK_ROWS, count)
        chunk = buffer[: stop - start]
        np.copyto(chunk, bits[start:stop] if rows is None else bits[rows[start:stop]])
        np.left_shift(chunk, 13, out=chunk)
        np.bitwise_and(chunk, _MASK, out=chunk)
        np.dot(chunk.view(np.float32), scaled, out=scores[start:stop])
    return scores


def true_scores(
    vectors: NDArray[np.float16], query: NDArray[np.float32], rows: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return the scores of ``rows`` in double precision.

    Equal vectors get equal scores wherever they lie, which a matrix product does not promise; ties
    can then be broken by the tile id.

    Raises:
        NotUnitLength: A row is damaged.
    """
    scores = np.empty(len(rows), dtype=np.float64)
    wide_query = query.astype(np.float64)
    for start in range(0, len(rows), _TRUE_ROWS):
        end = start + _TRUE_ROWS
        part = rows[start:end]
        wide = vectors[part].astype(np.float64)
        _check_lengths(np.einsum("ij,ij->i", wide, wide), part)
        scores[start:end] = np.einsum("ij,j->i", wide, wide_query)
    return scores


def unit_vectors(vectors: NDArray[np.float16], rows: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return ``rows`` as float32.

    Raises:
        NotUnitLength: A row is damaged.
    """
    wide: NDArray[np.float32] = vectors[rows].astype(np.float32)
    _check_lengths(np.einsum("ij,ij->i", wide, wide), rows)
    return wide


def check_unit_length(vectors: NDArray[np.float16]) -> None:
    """Look at every vector once.

    Raises:
        NotUnitLength: One is not finite, or its length is not 1.
    """
    bits = vectors.view(np.int16)
    buffer = np.empty((min(CHUNK_ROWS, max(len(vectors), 1)), vectors.shape[1]), dtype=np.int32)
    for start in range(0, len(vectors), CHUNK_ROWS):
        stop = min(start + CHUNK_ROWS, len(vectors))
        chunk = buffer[: stop - start]
        np.copyto(chunk, bits[start:stop])
        np.left_shift(chunk, 13, out=chunk)
        np.bitwise_and(chunk, _MASK, out=chunk)
        wide = chunk.view(np.float32)
        np.multiply(wide, _SCALE, out=wide)
        _check_lengths(np.einsum("ij,ij->i", wide, wide), np.arange(start, stop))


def _check_lengths(squares: NDArray[np.floating], rows: NDArray[np.int64]) -> None:
    wrong = ~(np.abs(squares - 1.0) <= 2 * UNIT_TOLERANCE)  # also true for what is not a number
    if wrong.any():
        raise NotUnitLength(int(rows[int(np.argmax(wrong))]))
