"""Retrieval metrics, from a matrix of scores and a matrix of right answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np


def ranked_relevance(scores: np.ndarray, relevant: np.ndarray) -> np.ndarray:
    """Sort each row's relevance by falling score; ties keep their order.

    Args:
        scores: [queries, items].
        relevant: bool [queries, items].
    """
    order = np.argsort(-scores, axis=1, kind="stable")
    return np.take_along_axis(relevant, order, axis=1)


def mean_average_precision(
    scores: np.ndarray, relevant: np.ndarray, at: int | None = None
) -> float:
    """Return mean average precision over the queries that have a right answer.

    Args:
        scores: [queries, items].
        relevant: bool [queries, items].
        at: Look at this many items only; the mean is then over the right answers among them, as the
            code of the image-voice papers has it (a query with none among them counts 0).
    """
    hits = ranked_relevance(scores, relevant)[:, :at].astype(np.float64)
    precision = np.cumsum(hits, axis=1) / np.arange(1, hits.shape[1] + 1)
    found = hits.sum(axis=1)
    average = (precision * hits).sum(axis=1) / np.maximum(found, 1)
    answerable = relevant.any(axis=1)
    return float(average[answerable].mean()) if answerable.any() else float("nan")


def precision_at(scores: np.ndarray, relevant: np.ndarray, k: int) -> float:
    """Return the mean share of right answers among the first ``k``."""
    return float(ranked_relevance(scores, relevant)[:, :k].mean())


def recall_at(scores: np.ndarray, relevant: np.ndarray, k: int) -> float:
    """Return the share of queries with a right answer among the first ``k``.

    This is the R@K of cross-modal retrieval (Karpathy and Fei-Fei 2015), over the queries that have
    a right answer.
    """
    answerable = relevant.any(axis=1)
    hits = ranked_relevance(scores[answerable], relevant[answerable])[:, :k]
    return float(hits.any(axis=1).mean()) if answerable.any() else float("nan")


def precision_by_kind(
    scores: np.ndarray,
    relevant: np.ndarray,
    asked: Sequence[Sequence[str]],
    kinds: np.ndarray,
    fewest: int,
) -> dict[str, float]:
    """Return P@10 of each kind of image, the mean over the questions that name it.

    Where fewer than ten images are right, precision at their number.

    Args:
        scores: [queries, items].
        relevant: bool [queries, items].
        asked: The kinds that each query names.
        kinds: [items], the kind of each item.
        fewest: Kinds with fewer items are left out.
    """
    found = {}
    for kind, count in Counter(kinds.tolist()).items():
        rows = [row for row, named in enumerate(asked) if kind in named]
        if rows and count >= fewest:
            each = [
                precision_at(scores[[row]], relevant[[row]], min(10, int(relevant[row].sum())))
                for row in rows
            ]
            found[kind] = float(np.mean(each))
    return found
