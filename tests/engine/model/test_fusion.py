"""Fused vectors are unit vectors whose product is the weighted sum of both similarities."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from engine.model.fusion import fuse, unfuse


def unit(*shape: int) -> torch.Tensor:
    return functional.normalize(
        torch.randn(*shape, generator=torch.Generator().manual_seed(shape[0])), dim=-1
    )


@pytest.mark.parametrize("weight", [0.1, 0.5, 1.0])
def test_product_is_cosine_and_bhattacharyya(weight):
    voices, images, prototypes = unit(3, 16), unit(5, 16), unit(7, 16)
    product = fuse(voices, prototypes, weight, 0.1) @ fuse(images, prototypes, weight, 0.1).T
    p, q = ((x @ prototypes.T / 0.1).softmax(dim=-1) for x in (voices, images))
    expected = (1 - weight) * voices @ images.T + weight * (p[:, None] * q[None]).sqrt().sum(dim=-1)
    torch.testing.assert_close(product, expected)


def test_fused_vectors_have_length_one_and_hold_the_embedding():
    images, prototypes = unit(5, 16), unit(7, 16)
    fused = fuse(images, prototypes, 0.4, 0.05)
    torch.testing.assert_close(fused.norm(dim=-1), torch.ones(5))
    torch.testing.assert_close(unfuse(fused, 16), images)


def test_without_weight_nothing_changes():
    images = unit(5, 16)
    assert fuse(images, unit(7, 16), 0.0, 0.1) is images
