"""One vector that knows both the exact picture and the kind of scene.

The embedding tells one picture from another; the probabilities of the scenes, read off it by the
prototypes that training shares between images and voices, order whole kinds of scenes better. Side by
side they make one unit vector, so that both live in the index and Annoy finds by both.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional


def fuse(embeddings: Tensor, prototypes: Tensor, weight: float, temperature: float) -> Tensor:
    """Append scene probabilities to embeddings.

    With x the embedding and p its scene probabilities, the vector is (sqrt(1 - w) x, sqrt(w) sqrt(p)):
    of unit length, as the entries of p sum to 1. The product of two such vectors is
    (1 - w) cos + w sum_c sqrt(p_c q_c), the second part being Bhattacharyya's coefficient.

    Args:
        embeddings: [n, d], unit length.
        prototypes: [c, d], unit length.
        weight: w, 0 to 1.
        temperature: Divides the similarities to the prototypes.

    Returns:
        [n, d + c], unit length; ``embeddings`` itself if the weight is 0.
    """
    if weight == 0:
        return embeddings
    roots = (embeddings @ prototypes.T / temperature).softmax(dim=-1).sqrt()
    return torch.cat([math.sqrt(1 - weight) * embeddings, math.sqrt(weight) * roots], dim=-1)


def unfuse(vectors: Tensor, embedding_size: int) -> Tensor:
    """Return the embeddings [n, d] in fused vectors [n, d + c]."""
    return functional.normalize(vectors[..., :embedding_size], dim=-1)
