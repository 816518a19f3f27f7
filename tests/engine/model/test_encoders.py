"""The encoders: unit vectors, padding that changes nothing, folded norms that change nothing."""

from __future__ import annotations

import pytest
import torch
from torch import nn
from torch.nn import functional

from engine.model.image_encoder import EfficientNetLite, ImageEncoder, SameConv, fold_batch_norm
from engine.model.voice_encoder import (
    AttentionPooling,
    DilatedBlock,
    PaperVoiceEncoder,
    SpeechEncoder,
    VoiceEncoder,
    sinusoids,
)


@pytest.fixture(scope="module", autouse=True)
def seeded():
    torch.manual_seed(0)


@pytest.mark.parametrize(
    ("size", "kernel", "stride"), [(160, 3, 2), (81, 3, 2), (40, 5, 2), (7, 5, 1)]
)
def test_same_convolution_pads_as_tensorflow_does(size, kernel, stride):
    layer = SameConv(2, 3, kernel, stride, bias=False)
    image = torch.randn(1, 2, size, size)
    out = layer(image)
    side = -(-size // stride)
    assert out.shape[-2:] == (side, side)
    total = max((side - 1) * stride + kernel - size, 0)
    padded = functional.pad(image, (total // 2, total - total // 2) * 2)
    assert torch.allclose(out, functional.conv2d(padded, layer.weight, stride=stride), atol=1e-6)


def test_trunk_has_the_published_size():
    """EfficientNet-lite0 has 4.65 million parameters, 1.281 of them in its classifier."""
    count = sum(p.numel() for p in EfficientNetLite().parameters())
    assert count == pytest.approx(4.652e6 - 1.281e6, rel=2e-3)


def test_trunk_can_be_cut_anywhere():
    trunk = EfficientNetLite().eval()
    image = torch.randn(1, 3, 64, 64)
    with torch.inference_mode():
        whole = trunk(image)
        assert torch.equal(trunk(trunk(image, 0, 12), 12), whole)


def test_folding_batch_norms_changes_nothing():
    encoder = ImageEncoder(32)
    for module in encoder.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.normal_(module.bias)
            module.running_mean.normal_()  # type: ignore[union-attr]
            module.running_var.uniform_(0.5, 2)  # type: ignore[union-attr]
    encoder.eval()
    images = torch.randint(0, 256, (2, 3, 64, 64), dtype=torch.uint8)
    with torch.inference_mode():
        before = encoder(images)
        fold_batch_norm(encoder)
        after = encoder(images)
    assert not any(isinstance(m, nn.BatchNorm2d) for m in encoder.modules())
    assert torch.allclose(before, after, atol=1e-4)
    assert torch.allclose(after.norm(dim=1), torch.ones(2), atol=1e-5)


@pytest.mark.parametrize("kind", [VoiceEncoder, PaperVoiceEncoder])
def test_padding_does_not_change_the_vector_of_an_utterance(kind):
    encoder = kind(32).eval()
    channels = 80 if kind is VoiceEncoder else 40
    short, long = torch.randn(1, channels, 240), torch.randn(1, channels, 400)
    batch = torch.zeros(2, channels, 400)
    batch[0, :, :240], batch[1] = short[0], long[0]
    with torch.inference_mode():
        together = encoder(batch, torch.tensor([240, 400]))
        alone = encoder(short)[0]
    # The convolutions of the front end see silence instead of nothing at the very end.
    assert float(together[0] @ alone) > 0.999
    assert torch.allclose(together[1], encoder(long)[0], atol=1e-5)
    assert torch.allclose(together.norm(dim=1), torch.ones(2), atol=1e-5)


def test_dilation_widens_the_view():
    x = torch.randn(1, 41, 8)
    mask = torch.ones(1, 41, dtype=torch.bool)
    changed = x.clone()
    changed[0, 20] += torch.randn(8)
    for dilation in (1, 4):
        block = DilatedBlock(8, dilation, 0.0).eval()
        with torch.inference_mode():
            moved = (block(x, mask) - block(changed, mask)).abs().amax(dim=-1)[0] > 1e-7
        assert moved.nonzero().flatten().tolist() == [20 + dilation * tap for tap in range(-2, 3)]


def test_attention_pooling_ignores_masked_frames_and_weighs_the_rest():
    pool = AttentionPooling(8, 2).eval()
    x = torch.randn(1, 10, 8)
    mask = torch.zeros(1, 10, dtype=torch.bool)
    mask[0, :4] = True
    garbage = x.clone()
    garbage[0, 4:] = 1e4
    with torch.inference_mode():
        assert torch.equal(pool(x, mask), pool(garbage, mask))
        constant = torch.ones(1, 10, 8) * 3
        assert torch.allclose(pool(constant, mask), torch.full((1, 8), 3.0), atol=1e-5)


def test_speech_encoder_halves_the_frame_rate_and_knows_its_positions():
    encoder = SpeechEncoder().eval()
    with torch.inference_mode():
        assert encoder(torch.randn(1, 80, 301)).shape == (1, 151, 384)
    table = sinusoids(1500, 384)
    assert float(table[0, :192].abs().max()) == 0
    assert float(table[0, 192:].min()) == 1
    assert float(table[7, 0]) == pytest.approx(0.6569866, abs=1e-5)  # sin 7
