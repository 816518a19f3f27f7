"""What the plugin reads out of an answer, beyond its fields."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from .contract import Phrase, SearchResult
from .translation import tr


def score_range(result: SearchResult) -> tuple[float, float]:
    """Return the lowest and the highest score of the hits; (0, 0) without hits."""
    scores = [hit.score for hit in result.hits]
    return (min(scores), max(scores)) if scores else (0.0, 0.0)


def is_calibrated(result: SearchResult) -> bool:
    """Return whether a score is a probability, not a cosine similarity."""
    return bool(result.default_min_score)


def scale(result: SearchResult) -> tuple[float, float]:
    """Return the scores of an empty and of a full bar.

    A probability means the same in every answer. A cosine similarity does not: there the weakest and the
    best hit are the ends.
    """
    return (0.0, 1.0) if is_calibrated(result) else score_range(result)


def sounded_like(result: SearchResult) -> str:
    """Return the phrase nearest to what was heard, with a question mark if it only comes close; empty if none is."""
    if not result.understood:
        return ""
    nearest = result.understood[0]
    return nearest.text if nearest.likely else f"{nearest.text}?"


def understood_title(phrases: Sequence[Phrase], spoken: bool = False) -> str:
    """Return what these phrases are: what was heard or understood, or else only the closest that there are."""
    if phrases and not phrases[0].likely:
        return tr("Closest known phrases")
    return tr("Heard as") if spoken else tr("Understood as")


def without_tiles(result: SearchResult, tile_ids: Collection[int], most: int) -> SearchResult:
    """Return the answer without some tiles, and with at most so many hits; ranks go on from 1."""
    others = [hit for hit in result.hits if hit.tile_id not in tile_ids][:most]
    ranked = tuple(replace(hit, rank=number) for number, hit in enumerate(others, 1))
    return replace(result, hits=ranked)
