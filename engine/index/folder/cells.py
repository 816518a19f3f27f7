"""Cells of neighbouring vectors of a part; what each vector differs from its cell's centre in eight bits.

Annoy's trees over the centres of the cells propose cells, their codes propose rows; what is proposed is scored from
the float16 vectors. Voices lie beside the pictures, not among them, so a question looks into many cells: how many
follows from the recall measured with real voices (``docs/benchmarks.md``). An inverted file with scalar quantisation,
as in Jegou, Douze, Schmid, "Product Quantization for Nearest Neighbor Search", 2011, section IV.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

MIN_ROWS = 4_096
"""Smaller parts have no cells and are scored whole."""

CELL_ROWS = 64
"""Rows of a cell on average."""

SEARCH_K = 4
"""Cells that Annoy inspects for each one that is offered."""

_SEED = 20_210_601
_ROUNDS = 8
_SAMPLE = 64  # rows for each centre that is looked for
_BLOCK = 1_024
_LARGEST = 127


def code_dtype(embedding_size: int) -> np.dtype:
    """Return the type of a record of ``codes.npy``.

    The vector of ``row`` is about its cell's centre and ``scale * code``.
    """
    return np.dtype([("row", "<i4"), ("scale", "<f4"), ("code", "i1", (embedding_size,))])


@dataclass(frozen=True)
class NewCells:
    """The cells of N vectors.

    Attributes:
        centres: K x D float32, unit length.
        starts: K + 1 int32: cell ``i`` is ``codes[starts[i]:starts[i + 1]]``.
        codes: N records of :func:`code_dtype`.
    """

    centres: NDArray[np.float32]
    starts: NDArray[np.int32]
    codes: NDArray[np.void]


def divide(vectors: NDArray[np.float16]) -> NewCells:
    """Divide N x D unit vectors into cells: k-means on the sphere, first into groups, then each into cells."""
    wide = vectors.astype(np.float32)
    rng = np.random.default_rng(_SEED)
    group_of = _clustered(wide, round((len(wide) / CELL_ROWS) ** 0.5), rng)
    order, sizes = [], []
    for group in range(int(group_of.max()) + 1):
        members = np.flatnonzero(group_of == group)
        if len(members):
            cell_of = _clustered(wide[members], round(len(members) / CELL_ROWS), rng)
            order.append(members[np.argsort(cell_of, kind="stable")])
            counts = np.bincount(cell_of)
            sizes.append(counts[counts > 0])
    rows = np.concatenate(order)
    starts = np.concatenate([[0], *sizes]).cumsum()
    rest = wide[rows]
    centres = _unit(np.add.reduceat(rest, starts[:-1], axis=0))
    rest -= np.repeat(centres, np.diff(starts), axis=0)
    codes = np.empty(len(rows), dtype=code_dtype(vectors.shape[1]))
    scale = np.maximum(np.abs(rest).max(axis=1) / _LARGEST, np.finfo(np.float32).tiny)
    codes["row"], codes["scale"] = rows, scale
    codes["code"] = np.rint(rest / scale[:, None])
    return NewCells(centres, starts.astype(np.int32), codes)


def approximate_scores(
    codes: NDArray[np.void], centre_scores: NDArray[np.float32], query: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return the scores of N records as far as eight bits tell them; N ``centre_scores`` are those of their cells."""
    scores = np.empty(len(codes), dtype=np.float32)
    buffer = np.empty((min(_BLOCK, len(codes)), len(query)), dtype=np.float32)
    for start in range(0, len(codes), _BLOCK):
        stop = min(start + _BLOCK, len(codes))
        wide = buffer[: stop - start]
        np.copyto(wide, codes["code"][start:stop])
        np.dot(wide, query, out=scores[start:stop])
    scores = scores * codes["scale"] + centre_scores
    # A damaged record is no reason to prefer it.
    scores[~np.isfinite(scores)] = -np.inf
    return scores


def chosen(records: NDArray[np.void], mask: NDArray[np.bool_]) -> NDArray[np.void]:
    """Return those of N records that ``mask`` [N] names."""
    return _bytes(records)[mask].reshape(-1).view(records.dtype)


def _bytes(records: NDArray[np.void]) -> NDArray[np.uint8]:
    """View records as bytes: NumPy copies records field by field, which takes several times as long."""
    return records.view(np.uint8).reshape(len(records), records.dtype.itemsize)


class CellsDamaged(Exception):
    """The cells cannot be used; the vectors still can."""


@dataclass(frozen=True)
class Offer:
    """Cells that a part offers.

    Attributes:
        cells: Their numbers.
        similarities: Cosines of their centres and the question.
        sizes: Numbers of rows.
    """

    cells: NDArray[np.int64]
    similarities: NDArray[np.float32]
    sizes: NDArray[np.int32]


@dataclass(frozen=True)
class Cells:
    """The cells of a part, open for search.

    Attributes:
        trees: ``annoy.AnnoyIndex`` over the centres.
        starts: As in :class:`NewCells`.
        codes: The records, memory-mapped.
    """

    trees: Any
    starts: NDArray[np.int32]
    codes: NDArray[np.void]

    def nearest(self, query: list[float], share: float) -> Offer:
        """Return a share of the cells, about those nearest to a question."""
        count = math.ceil(share * (len(self.starts) - 1))
        found, distances = self.trees.get_nns_by_vector(query, count, SEARCH_K * count, True)
        cells = np.array(found, dtype=np.int64)
        sizes = self.starts[cells + 1] - self.starts[cells]
        # Annoy's angular distance is that of unit vectors.
        return Offer(cells, 1 - np.square(distances, dtype=np.float32) / 2, sizes)

    def read(self, cells: NDArray[np.int64], into: NDArray[np.void]) -> None:
        """Read the records of some cells from the file.

        Args:
            cells: Their numbers.
            into: As many records as they have.

        Raises:
            CellsDamaged: One is not of a row of the part.
        """
        spans = zip(self.starts[cells].tolist(), self.starts[cells + 1].tolist(), strict=True)
        whole = _bytes(self.codes)
        np.concatenate([whole[start:stop] for start, stop in spans], out=_bytes(into))
        if (into["row"].view(np.uint32) >= len(self.codes)).any():
            raise CellsDamaged("a record has no row")


def valid_starts(starts: NDArray[np.int32], rows: int) -> bool:
    """Tell whether ``starts`` divide ``rows`` records into cells, none of them empty."""
    return bool(
        len(starts) > 1 and starts[0] == 0 and starts[-1] == rows and (np.diff(starts) > 0).all()
    )


def _clustered(
    vectors: NDArray[np.float32], clusters: int, rng: np.random.Generator
) -> NDArray[np.int64]:
    """Return the number of its cluster for each vector: Lloyd's algorithm with cosine similarity."""
    clusters = max(1, clusters)
    sample = vectors[rng.permutation(len(vectors))[: _SAMPLE * clusters]]
    centres = sample[:clusters].copy()
    for _ in range(_ROUNDS):
        nearest = _nearest(sample, centres)
        members = sparse.csr_matrix(
            (np.ones(len(sample), dtype=np.float32), (nearest, np.arange(len(sample)))),
            shape=(clusters, len(sample)),
        )
        sums = members @ sample
        alive = np.bincount(nearest, minlength=clusters) > 0
        centres[alive] = _unit(sums[alive])
    return _nearest(vectors, centres)


def _nearest(vectors: NDArray[np.float32], centres: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the number of the nearest centre for each vector."""
    nearest = np.empty(len(vectors), dtype=np.int64)
    for start in range(0, len(vectors), _BLOCK):
        stop = start + _BLOCK
        np.argmax(vectors[start:stop] @ centres.T, axis=1, out=nearest[start:stop])
    return nearest


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, np.finfo(np.float32).tiny), dtype=np.float32)
