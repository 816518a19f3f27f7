"""Each SCRL term on its own, against its definition and its purpose."""

from __future__ import annotations

import math

import pytest
import torch
from torch.nn.functional import normalize

from engine.model import losses
from engine.model.losses import Relations

N, D = 8, 16


def unit(seed: int, n: int = N) -> torch.Tensor:
    generator = torch.Generator().manual_seed(seed)
    return normalize(torch.randn(n, D, generator=generator), dim=-1)


def relations(scenes: list[int], unknown: torch.Tensor | None = None) -> Relations:
    scene = torch.tensor(scenes)
    n = len(scenes)
    nothing = torch.zeros(n, n, dtype=torch.bool)
    return Relations(
        positive=torch.eye(n, dtype=torch.bool),
        same_scene=scene[:, None] == scene[None, :],
        unknown=nothing if unknown is None else unknown,
    )


SCENES = [0, 0, 0, 1, 1, 2, 2, 2]


def descend(term, steps: int = 300) -> tuple[torch.Tensor, torch.Tensor]:
    """Minimise a term over free voice and image vectors, from a random start."""
    free = [torch.nn.Parameter(unit(1)), torch.nn.Parameter(unit(2))]
    optimiser = torch.optim.Adam(free, lr=0.05)
    for _ in range(steps):
        loss = term(*(normalize(x, dim=-1) for x in free))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return normalize(free[0], dim=-1).detach(), normalize(free[1], dim=-1).detach()


def test_pairwise_is_the_mean_cosine_distance():
    v, u = unit(1), unit(2)
    expected = sum(1 - float(v[i] @ u[i]) for i in range(N)) / N
    assert float(losses.pairwise_loss(v, u)) == pytest.approx(expected, abs=1e-6)
    assert float(losses.pairwise_loss(v, v)) == pytest.approx(0, abs=1e-6)


def test_contrastive_equals_its_formula_row_by_row():
    v, u, t = unit(1), unit(2), 0.1
    positive = torch.eye(N, dtype=torch.bool)
    positive[0, 1] = positive[3, 5] = True
    unknown = torch.zeros(N, N, dtype=torch.bool)
    unknown[2, 6] = True
    relation = Relations(positive, positive, unknown)

    def one_way(scores: torch.Tensor, right: torch.Tensor, left_out: torch.Tensor) -> float:
        total = 0.0
        for i in range(N):
            kept = [j for j in range(N) if not left_out[i, j]]
            denominator = sum(math.exp(float(scores[i, j]) / t) for j in kept)
            targets = [j for j in range(N) if right[i, j]]
            logs = [math.log(math.exp(float(scores[i, j]) / t) / denominator) for j in targets]
            total -= sum(logs) / len(logs)
        return total / N

    expected = (
        one_way(v @ u.T, positive, unknown) + one_way((v @ u.T).T, positive.T, unknown.T)
    ) / 2
    assert float(losses.contrastive_loss(v, u, relation, t)) == pytest.approx(expected, rel=1e-5)


def test_contrastive_pairs_up_and_does_not_collapse():
    v, u = descend(lambda v, u: losses.contrastive_loss(v, u, relations(SCENES), 0.1))
    scores = v @ u.T
    assert bool((scores.argmax(dim=1) == torch.arange(N)).all())
    assert float((v @ v.T - torch.eye(N)).max()) < 0.9


def test_pairwise_alone_may_collapse_which_is_why_the_contrastive_term_is_there():
    everything = normalize(torch.ones(N, D), dim=-1)
    assert float(losses.pairwise_loss(everything, everything)) == pytest.approx(0, abs=1e-6)
    collapsed = float(losses.contrastive_loss(everything, everything, relations(SCENES), 0.1))
    assert collapsed == pytest.approx(math.log(N), rel=1e-4)


@pytest.mark.parametrize("side", [0, 1])
def test_intra_modality_orders_each_modality_by_scene(side):
    relation = relations(SCENES)
    ends = descend(lambda v, u: losses.intra_modality_loss((v, u)[side], relation, 0.1))
    similarity = ends[side] @ ends[side].T
    others = ~torch.eye(N, dtype=torch.bool)
    lowest_like = float(similarity[relation.same_scene & others].min())
    assert lowest_like > float(similarity[~relation.same_scene].max())


def test_inter_modality_orders_the_images_of_others():
    relation = relations(SCENES)
    v, u = descend(lambda v, u: losses.inter_modality_loss(v, u, relation, 0.1))
    similarity = v @ u.T
    others = ~torch.eye(N, dtype=torch.bool)
    lowest_like = float(similarity[relation.same_scene & others].min())
    assert lowest_like > float(similarity[~relation.same_scene].max())


def test_inter_modality_does_not_depend_on_the_own_pair():
    relation = relations([0, 0, 1, 1])
    v = torch.eye(4, D)
    u = torch.zeros(4, D)
    u[:, 4:8] = torch.eye(4)
    base = float(losses.inter_modality_loss(v, u, relation, 0.1))
    moved = u.clone()
    moved[0, 0] = 1.0  # only the score of voice 0 with its own image changes
    assert float(losses.inter_modality_loss(v, moved, relation, 0.1)) == pytest.approx(base)


def test_agreement_terms_vanish_when_the_modalities_agree():
    v = unit(1)
    assert float(losses.intra_agreement_loss(v, v)) == pytest.approx(0, abs=1e-9)
    assert float(losses.inter_agreement_loss(v, v)) == pytest.approx(0, abs=1e-9)
    assert float(losses.intra_agreement_loss(v, unit(2))) > 0.01
    assert float(losses.inter_agreement_loss(v, unit(2))) > 0.01


def test_intra_agreement_ignores_a_common_rotation():
    v = unit(1)
    q, _ = torch.linalg.qr(torch.randn(D, D, generator=torch.Generator().manual_seed(3)))
    assert float(losses.intra_agreement_loss(v @ q, v)) == pytest.approx(0, abs=1e-9)
    assert float(losses.inter_agreement_loss(v @ q, v)) > 0.01


def test_unknown_relations_teach_nothing():
    """Moving only the score of an unknown pair changes no term."""
    scenes = [0, 0, 1, 1]
    unknown = torch.zeros(4, 4, dtype=torch.bool)
    unknown[0, 3] = unknown[3, 0] = True
    masked, plain = relations(scenes, unknown), relations(scenes)
    v = torch.eye(4, D)
    u = torch.zeros(4, D)
    u[:, 4:8] = torch.eye(4)
    moved = u.clone()
    moved[3, 0] = 1.0  # the score of voice 0 and image 3
    for term in (losses.contrastive_loss, losses.inter_modality_loss):
        assert float(term(v, moved, masked, 0.1)) == pytest.approx(float(term(v, u, masked, 0.1)))
        assert float(term(v, moved, plain, 0.1)) > float(term(v, u, plain, 0.1)) + 0.1
    turned = v.clone()
    turned[3, 0] = 1.0  # voices 0 and 3 become alike
    intra = losses.intra_modality_loss
    assert float(intra(turned, masked, 0.1)) == pytest.approx(float(intra(v, masked, 0.1)))
    assert float(intra(turned, plain, 0.1)) > float(intra(v, plain, 0.1)) + 0.1


def test_scene_loss_is_cross_entropy_over_the_scenes_of_the_own_data_set():
    v, prototypes = unit(1), unit(5, 4)
    scene = torch.tensor([0, 0, 0, 1, 1, 2, 2, 2])
    allowed = torch.ones(N, 4, dtype=torch.bool)
    allowed[:3, 3] = False
    total = 0.0
    for i in range(N):
        exponentials = [
            math.exp(float(v[i] @ prototypes[c]) / 0.1) for c in range(4) if allowed[i, c]
        ]
        own = math.exp(float(v[i] @ prototypes[scene[i]]) / 0.1)
        total -= math.log(own / sum(exponentials))
    found = float(losses.scene_loss(v, prototypes, scene, allowed, 0.1))
    assert found == pytest.approx(total / N, rel=1e-5)


def test_a_batch_without_any_like_pair_gives_zero_not_nan():
    relation = relations(list(range(N)))
    assert float(losses.intra_modality_loss(unit(1), relation, 0.1)) == 0
    assert float(losses.inter_modality_loss(unit(1), unit(2), relation, 0.1)) == 0
