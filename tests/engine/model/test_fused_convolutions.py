"""Convolutions with what follows them, as oneDNN computes them."""

from __future__ import annotations

import copy

import numpy as np
import pytest
import torch

from engine.model import checkpoint
from engine.model.fused_convolutions import (
    FusedConv,
    can_fuse_convolutions,
    fuse_convolutions,
)
from engine.model.image_encoder import RELU6_LIMITS, ImageEncoder, SameConv, fold_batch_norm

fusing = pytest.mark.skipif(not can_fuse_convolutions(), reason="this torch has no such operations")


@pytest.fixture(scope="module")
def trained() -> ImageEncoder:
    """An encoder whose batch norms have seen something, so that folding and limits matter."""
    torch.manual_seed(0)
    encoder = ImageEncoder(32).train()
    with torch.no_grad():
        encoder(torch.randint(0, 256, (8, 3, 64, 64), dtype=torch.uint8))
    encoder.eval()
    fold_batch_norm(encoder)
    return encoder


@fusing
@pytest.mark.parametrize("side", [64, 63, 160])
def test_fused_convolutions_give_the_same_vectors(trained, side):
    fused = copy.deepcopy(trained)
    fuse_convolutions(fused)
    kinds = [type(layer) for layer in fused.modules()]
    assert SameConv not in kinds
    assert torch.nn.ReLU6 not in kinds
    random = torch.Generator().manual_seed(1)
    with torch.inference_mode():
        # Other numbers and sizes of images than the weights were ordered for.
        for count, size in ((4, side), (1, side), (5, 96)):
            images = torch.randint(0, 256, (count, 3, size, size), generator=random).byte()
            torch.testing.assert_close(fused(images), trained(images), atol=1e-5, rtol=0)


@fusing
@pytest.mark.parametrize("limited", [True, False])
@pytest.mark.parametrize(("kernel", "stride", "groups"), [(3, 2, 1), (5, 1, 8), (5, 2, 8)])
def test_a_fused_convolution_is_the_convolution(limited, kernel, stride, groups):
    torch.manual_seed(0)
    plain = SameConv(8, 16, kernel, stride, groups=groups)
    x = 20 * torch.randn(2, 8, 13, 10)
    with torch.inference_mode():
        wanted = plain(x)
        assert wanted.max() > 6
        assert wanted.min() < 0
        wanted = wanted.clamp(0, 6) if limited else wanted
        torch.testing.assert_close(
            FusedConv(plain, RELU6_LIMITS if limited else None)(x), wanted, atol=1e-4, rtol=1e-5
        )


def test_a_convolution_whose_batch_norm_is_not_folded_is_refused():
    with pytest.raises(ValueError, match="folded"):
        FusedConv(SameConv(3, 8, 3, bias=False), RELU6_LIMITS)


@fusing
def test_the_model_gives_the_same_vectors_on_a_torch_without_them(monkeypatch):
    # In floating point, as where convolutions in whole numbers cannot be had.
    fused = checkpoint.load_model(floating_point=True)
    fused.encode_images(np.zeros((1, fused.tile_pixels, fused.tile_pixels, 3), dtype=np.uint8))
    assert FusedConv in {type(layer) for layer in fused.network.image.modules()}
    monkeypatch.setattr(checkpoint, "can_fuse_convolutions", lambda: False)
    plain = checkpoint.load_model(floating_point=True)
    pixels = plain.tile_pixels
    images = np.random.default_rng(0).integers(0, 256, (5, pixels, pixels, 3), dtype=np.uint8)
    np.testing.assert_allclose(
        fused.encode_images(images), plain.encode_images(images), atol=1e-5, rtol=0
    )
