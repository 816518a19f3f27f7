"""The image encoder in whole numbers beside floating point."""

from __future__ import annotations

import copy
import json

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from engine.imagery.reader import read_tiles
from engine.imagery.source import describe_source
from engine.imagery.tiling import TileGrid, TileSpec
from engine.model.checkpoint import (
    ModelConfig,
    ScrlNetwork,
    default_model_folder,
    load_model,
    unpack_weights,
)
from engine.model.files import CONFIG, WEIGHTS
from engine.model.image_encoder import (
    RELU6_LIMITS,
    EfficientNetLite,
    ImageEncoder,
    SameConv,
    fold_batch_norm,
)
from engine.model.integer_convolutions import (
    IntegerConv,
    IntegerImageEncoder,
    Levels,
    can_use_integer_convolutions,
    output_ranges,
)
from tests.support.instructions import printed_with
from tools.demo import DEMO

whole = pytest.mark.skipif(
    not torch.backends.cpu.get_cpu_capability().startswith("AVX"), reason="floating point here"
)
LIMITED = Levels.of_range(*RELU6_LIMITS)


def numbers(*shape: int, seed: int = 0) -> torch.Tensor:
    """Return levels of random values, as they lie between convolutions."""
    random = torch.Generator().manual_seed(seed)
    drawn = torch.randint(0, 128, shape, generator=random, dtype=torch.uint8)
    return drawn.contiguous(memory_format=torch.channels_last)


@pytest.fixture(scope="module")
def demo_images(model) -> np.ndarray:
    """Return tiles of the demo scene, uint8 [n, 160, 160, 3]."""
    spec = TileSpec((200.0,), 0.0, model.tile_pixels)
    source = describe_source(str(DEMO / "scene.tif"))
    return next(iter(read_tiles(source, spec, 0, len(TileGrid(source, spec))))).images


def trained_encoder() -> ImageEncoder:
    """Return the bundled model's, with its batch norms."""
    folder = default_model_folder()
    config = ModelConfig.from_dict(json.loads((folder / CONFIG).read_bytes()))
    network = ScrlNetwork(config)
    network.load_state_dict(unpack_weights(load_file(folder / WEIGHTS)), strict=False)
    return network.image.eval()


@pytest.mark.parametrize(("low", "high"), [(0.0, 6.0), (-31.0, 12.0), (2.0, 5.0), (-5.0, -1.0)])
def test_levels_hold_zero_and_both_ends(low, high):
    levels = Levels.of_range(low, high)
    assert 0 <= levels.zero_point <= 127
    ends = levels.scale * -levels.zero_point, levels.scale * (127 - levels.zero_point)
    assert ends[0] == pytest.approx(min(low, 0), abs=0.51 * levels.scale)
    assert ends[1] == pytest.approx(max(high, 0), abs=0.51 * levels.scale)


@whole
@pytest.mark.parametrize("limited", [True, False])
@pytest.mark.parametrize("zero", [0, 40])
@pytest.mark.parametrize(("kernel", "stride", "groups"), [(1, 1, 1), (3, 2, 16), (5, 1, 16)])
def test_a_convolution_of_whole_numbers_is_the_convolution(limited, zero, kernel, stride, groups):
    torch.manual_seed(0)
    plain = SameConv(16, 16, kernel, stride, groups=groups)
    before = Levels(0.05, zero)
    x = numbers(2, 16, 13, 10)
    with torch.inference_mode():
        wanted = plain(before.scale * (x.float() - zero))
        wanted = wanted.clamp(*RELU6_LIMITS) if limited else wanted
        got = IntegerConv(plain, limited, before, None)(x)
        # The rounding of the weights is all that differs.
        torch.testing.assert_close(got, wanted, atol=0.02, rtol=0.01)
        after = Levels.of_range(float(wanted.min()), float(wanted.max()))
        levels = IntegerConv(plain, limited, before, after)(x)
        values = after.scale * (levels.float() - after.zero_point)
        torch.testing.assert_close(values, wanted, atol=0.02 + after.scale / 2, rtol=0.01)


@whole
def test_what_is_added_has_levels_of_its_own():
    torch.manual_seed(0)
    plain = SameConv(16, 16, 1)
    x, beside = numbers(2, 16, 8, 8), numbers(2, 16, 8, 8, seed=1)
    levels, after = Levels(0.1, 64), Levels.of_range(-15, 15)
    with torch.inference_mode():
        wanted = plain(LIMITED.scale * x.float()) + 0.1 * (beside.float() - 64)
        got = IntegerConv(plain, False, LIMITED, after)(x, beside.clone(), levels)
    values = after.scale * (got.float() - after.zero_point)
    torch.testing.assert_close(values, wanted, atol=0.05 + after.scale / 2, rtol=0.01)


@whole
def test_pictures_of_any_size_are_seen_the_same(demo_images):
    encoder = trained_encoder()
    ranges = output_ranges(encoder.trunk)
    fold_batch_norm(encoder)
    integers = IntegerImageEncoder(encoder, ranges)
    before = copy.deepcopy(encoder.state_dict())
    images = torch.from_numpy(demo_images).permute(0, 3, 1, 2)
    with torch.inference_mode():
        # Padding is even at some and uneven at others.
        for count, size in ((4, 160), (1, 127), (5, 96)):
            part = images[:count, :, :size, :size].clone()
            kept = part.clone()
            got, wanted = integers(part), encoder(part)
            assert float((got * wanted).sum(dim=1).min()) > 0.95, size
            assert torch.equal(part, kept)
    for name, weight in encoder.state_dict().items():
        assert torch.equal(weight, before[name]), name


@whole
def test_this_torch_has_the_operations():
    """Else all goes on in floating point, in silence and twice as slowly."""
    assert can_use_integer_convolutions()


@whole
def test_values_between_convolutions_have_seven_bits():
    encoder = trained_encoder()
    ranges = output_ranges(encoder.trunk)
    fold_batch_norm(encoder)
    integers = IntegerImageEncoder(encoder, ranges)
    random = torch.Generator().manual_seed(0)
    # Such pictures reach further than any that the batch norms have seen.
    extreme = 255 * torch.randint(0, 2, (8, 3, 160, 160), generator=random, dtype=torch.uint8)
    largest = []
    with torch.inference_mode():
        x = extreme.contiguous(memory_format=torch.channels_last)
        for part in list(integers.parts)[:-1]:
            x = part(x)
            largest.append(int(x.max()))
    assert max(largest) == 127


ASKED = """
import numpy as np
from engine.model.checkpoint import load_model
images = np.random.default_rng(0).integers(0, 256, (4, 5, 5, 3), dtype=np.uint8)
images = images.repeat(32, axis=1).repeat(32, axis=2)
for vector in load_model().encode_images(images):
    print(*vector)
"""


@whole
def test_processors_without_vnni_compute_the_same():
    answers = [
        np.array([row.split() for row in printed_with(instructions, ASKED)], dtype=float)
        for instructions in ("DEFAULT", "AVX2")
    ]
    assert (answers[0] * answers[1]).sum(axis=1).min() > 0.98


def test_ranges_follow_from_the_batch_norms():
    trunk = EfficientNetLite()
    ranges = output_ranges(trunk)
    # Stem and head end with a limit. New batch norms have mean 0 and deviation 1; three blocks in a row add up.
    assert ranges[0] is None
    assert ranges[-1] is None
    assert ranges[1] == (-4.0, 4.0)
    low, high = ranges[8]  # type: ignore[misc]
    assert high == pytest.approx(4 * 3**0.5)
    assert low == -high


def test_a_convolution_whose_batch_norm_is_not_folded_is_refused():
    with pytest.raises(ValueError, match="folded"):
        IntegerConv(SameConv(16, 16, 1, bias=False), True, LIMITED, LIMITED)


@whole
def test_the_model_sees_the_same_on_a_computer_that_cannot(model, demo_images):
    floating = load_model(floating_point=True)
    got, wanted = model.encode_images(demo_images), floating.encode_images(demo_images)
    products = (got * wanted).sum(axis=1)
    assert products.mean() > 0.99
    assert (
        products.min() > 0.8
    )  # JPEG of quality 95 moves the vectors of some of these tiles further.
    assert not np.allclose(got, wanted, atol=1e-4)


@whole
def test_a_tile_has_one_vector_whatever_is_beside_it(model):
    pixels = model.tile_pixels
    images = np.random.default_rng(0).integers(0, 256, (19, pixels, pixels, 3), dtype=np.uint8)
    together = model.encode_images(images)
    alone = np.concatenate([model.encode_images(image[None]) for image in images])
    np.testing.assert_allclose(alone, together, atol=1e-5)
