"""The terms that SCRL is learned by, each on its own, each a scalar to minimise.

Written V for voice embeddings [n, d] and U for image embeddings [n, d], both of unit length; row i
of one is paired with row i of the other. A :class:`Relations` says who is like whom. The formulas,
the paper's wording and where we depart from it are in ``docs/method.md``.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional


@dataclass(frozen=True)
class Relations:
    """Who is like whom in a batch of n pairs.

    Attributes:
        positive: bool [n, n]; pair j would be a right answer to pair i: the same image or sentence.
            The diagonal is true.
        same_scene: bool [n, n]; both show the same kind of scene.
        unknown: bool [n, n]; related, but not known how (an airport of one set, an aeroplane of
            the other): never used, neither as like nor as unlike.
    """

    positive: Tensor
    same_scene: Tensor
    unknown: Tensor

    def to(self, device: torch.device) -> Relations:
        """Return the same on another device."""
        return Relations(
            self.positive.to(device), self.same_scene.to(device), self.unknown.to(device)
        )


def pairwise_loss(voices: Tensor, images: Tensor) -> Tensor:
    """Pairwise relationship: a voice lies where its own image lies; mean cosine distance."""
    return (1 - (voices * images).sum(dim=-1)).mean()


def contrastive_loss(
    voices: Tensor, images: Tensor, relations: Relations, temperature: float
) -> Tensor:
    """Multi-positive InfoNCE, both directions.

    For every row the log-probabilities of its positives are averaged (Khosla et al. 2020, equation
    2, across modalities). It keeps the other terms from collapsing to one point.
    """
    logits = voices @ images.T / temperature
    logits = logits.masked_fill(relations.unknown & ~relations.positive, float("-inf"))
    both = (
        _mean_log_probability(logits, relations.positive),
        _mean_log_probability(logits.T, relations.positive.T),
    )
    return -(both[0] + both[1]) / 2


def _mean_log_probability(logits: Tensor, target: Tensor) -> Tensor:
    """Mean over rows (that have a target) of the mean log-softmax over their targets."""
    log_probability = logits.log_softmax(dim=1).masked_fill(~target, 0.0)
    count = target.sum(dim=1)
    rows = count > 0
    if not rows.any():
        return logits.new_zeros(())
    return (log_probability.sum(dim=1)[rows] / count[rows]).mean()


def intra_modality_loss(embeddings: Tensor, relations: Relations, temperature: float) -> Tensor:
    """Intra-modality relationship, with labels: like scenes lie together within one modality.

    Supervised contrastive learning (Khosla et al. 2020) over the other rows of the batch.
    """
    n = embeddings.shape[0]
    itself = torch.eye(n, dtype=torch.bool, device=embeddings.device)
    logits = embeddings @ embeddings.T / temperature
    logits = logits.masked_fill(itself | relations.unknown, float("-inf"))
    return -_mean_log_probability(logits, relations.same_scene & ~itself & ~relations.unknown)


def intra_agreement_loss(voices: Tensor, images: Tensor) -> Tensor:
    """Intra-modality relationship, without labels: both modalities agree on who is like whom.

    Mean squared difference of the two similarity matrices V V' and U U'.
    """
    return functional.mse_loss(voices @ voices.T, images @ images.T)


def inter_modality_loss(
    voices: Tensor, images: Tensor, relations: Relations, temperature: float
) -> Tensor:
    """Non-paired inter-modality relationship, with labels.

    A voice ranks the *other* images of its kind of scene before those of other scenes, and an image
    the other voices; its own partner takes no part.
    """
    own = torch.eye(voices.shape[0], dtype=torch.bool, device=voices.device)
    logits = voices @ images.T / temperature
    logits = logits.masked_fill(own | relations.unknown, float("-inf"))
    target = relations.same_scene & ~own & ~relations.unknown
    both = (_mean_log_probability(logits, target), _mean_log_probability(logits.T, target.T))
    return -(both[0] + both[1]) / 2


def inter_agreement_loss(voices: Tensor, images: Tensor) -> Tensor:
    """Non-paired inter-modality relationship, without labels.

    The similarity of a voice and another pair's image equals what the modalities themselves say of
    these two pairs: mean squared difference of V U' and the mean of V V' and U U' (held fixed), off
    the diagonal.
    """
    n = voices.shape[0]
    others = ~torch.eye(n, dtype=torch.bool, device=voices.device)
    within = ((voices @ voices.T + images @ images.T) / 2).detach()
    return functional.mse_loss((voices @ images.T)[others], within[others])


def scene_loss(
    embeddings: Tensor, prototypes: Tensor, scene: Tensor, allowed: Tensor, temperature: float
) -> Tensor:
    """Classify scenes by prototypes that both modalities share; cross-entropy.

    Args:
        embeddings: [n, d].
        prototypes: [c, d], unit length.
        scene: int [n], the right prototype.
        allowed: bool [n, c]; the scenes that the row's own data set tells apart.
        temperature: Divides the similarities.
    """
    logits = (embeddings @ prototypes.T / temperature).masked_fill(~allowed, float("-inf"))
    return functional.cross_entropy(logits, scene)


def distillation_loss(learned: Tensor, taught: Tensor, same: Tensor, temperature: float) -> Tensor:
    """Learn a teacher's vectors: each its own, and told from those of the other rows.

    Half the mean cosine distance times ten (which brings it to the size of the other half), and half
    InfoNCE of the rows over the teacher's vectors.

    Args:
        learned: [n, d], unit length.
        taught: [n, d], unit length.
        same: bool [n, n]; rows whose teacher says the same are no negatives of each other.
        temperature: Of InfoNCE.
    """
    n = learned.shape[0]
    others = same & ~torch.eye(n, dtype=torch.bool, device=learned.device)
    logits = (learned @ taught.T / temperature).masked_fill(others, float("-inf"))
    told_apart = functional.cross_entropy(logits, torch.arange(n, device=learned.device))
    return 5 * (1 - (learned * taught).sum(dim=-1)).mean() + 0.5 * told_apart
