"""The image encoder quantised to whole numbers, half to two thirds of the time of floating point; for inference only.

Weights have the eight bits in which they are stored. Between the convolutions values have seven: so two products fit
16 bits, in which processors without VNNI add them, and every x86 processor computes the same, up to the rounding to the
next level. How large the values get follows from the batch norms, which hold the mean and the spread of each channel
(Nagel et al. 2019, "Data-Free Quantization Through Weight Equalization and Bias Correction"): no pictures are needed,
and any trained trunk will do.

The operations are those of torch's own compiler (oneDNN); they are not documented, so they are tried before use.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from .fused_convolutions import FusedConv, can_fuse_convolutions, convolutions
from .image_encoder import (
    RELU6_LIMITS,
    EfficientNetLite,
    ImageEncoder,
    InvertedResidual,
    SameConv,
    same_padding,
)
from .quantisation import quantise

# Values between convolutions: 0 to 127.
_LEVELS = 127
# What lies beyond so many standard deviations is cut off. Chosen among 4, 5 and 6 on validation images.
_DEVIATIONS = 4.0
# Of the convolutions that are tried: as in the middle of a trunk.
_CHANNELS = 240


@dataclass(frozen=True)
class Levels:
    """How whole numbers stand for values: ``value = scale * (number - zero_point)``."""

    scale: float
    zero_point: int

    @classmethod
    def of_range(cls, low: float, high: float) -> Levels:
        """Return levels for values from ``low`` to ``high``, with one for 0 among them."""
        low, high = min(low, 0.0), max(high, 0.0)
        scale = max(high - low, 1e-6) / _LEVELS
        return cls(scale, round(-low / scale))

    @property
    def limits(self) -> tuple[float, float]:
        """The least and the largest value."""
        return -self.scale * self.zero_point, self.scale * (_LEVELS - self.zero_point)


_LIMITED = Levels.of_range(*RELU6_LIMITS)


class IntegerConv(nn.Module):
    """A trained "same" convolution of whole numbers, and the ReLU6 after it if there is one.

    Args:
        convolution: With a bias: its batch norm has been folded into it.
        limited: Whether a ReLU6 follows.
        before: The levels of its input.
        after: The levels of its output; None: floating point.
    """

    def __init__(
        self,
        convolution: SameConv,
        limited: bool,
        before: Levels,
        after: Levels | None,
    ) -> None:
        super().__init__()
        if convolution.bias is None:
            raise ValueError("the batch norm has not been folded into the convolution")
        self._kernel, self._stride = convolution.kernel_size, convolution.stride
        self._groups = convolution.groups
        # No buffers: what oneDNN has ordered is no tensor that could be saved.
        self._bias = convolution.bias.detach()
        weight, self._scale = quantise(convolution.weight.detach())
        self._zeros = torch.zeros(len(self._scale), dtype=torch.int64)
        self._weight = torch.ops.onednn.qconv_prepack(
            weight, self._scale, before.scale, before.zero_point,
            self._stride, (0, 0), (1, 1), self._groups, None,
        )  # fmt: skip
        self._before = before
        self._after = (
            (1.0, 0, torch.float32)
            if after is None
            else (after.scale, after.zero_point, torch.uint8)
        )
        if limited:
            limits = RELU6_LIMITS
        elif after is not None:
            limits = after.limits
        else:
            limits = None
        self._limits = ("none", [], "") if limits is None else ("hardtanh", list(limits), "")

    def forward(
        self, x: Tensor, added: Tensor | None = None, levels: Levels | None = None
    ) -> Tensor:
        """Convolve uint8 [b, c, h, w].

        Args:
            x: The input.
            added: uint8 [b, c, h, w], added to the output; it is overwritten.
            levels: Its levels.
        """
        x, padding = same_padding(x, self._kernel, self._stride, self._before.zero_point)
        common = (
            self._bias, self._stride, padding, (1, 1), self._groups, *self._after,
        )  # fmt: skip
        weights = (self._weight, self._scale, self._zeros)
        source = (x, self._before.scale, self._before.zero_point)
        if added is None or levels is None:
            out: Tensor = torch.ops.onednn.qconv2d_pointwise(
                *source, *weights, *common, *self._limits
            )
            return out
        out = torch.ops.onednn.qconv2d_pointwise.binary(
            *source,
            *weights,
            added,
            *common,
            levels.scale,
            levels.zero_point,
            "sum",
            1.0,
            None,
            [],
            None,
        )
        return out.clamp_(max=_LEVELS)


class _Stem(nn.Module):
    """The first convolution, from pixels, in floating point: they have eight bits, and its few weights have more."""

    def __init__(self, convolution: SameConv, after: Levels) -> None:
        super().__init__()
        scaled = copy.deepcopy(convolution)
        with torch.no_grad():
            scaled.weight.div_(after.scale)
            if scaled.bias is not None:
                # Half a level more, since the conversion cuts off.
                scaled.bias.div_(after.scale).add_(0.5)
        self._convolution = FusedConv(scaled, (0.0, _LEVELS + 0.5))

    def forward(self, images: Tensor) -> Tensor:
        out: Tensor = self._convolution(ImageEncoder.normalise(images))
        return out.to(torch.uint8)


class _IntegerPart(nn.Module):
    """A part of the trunk."""

    def __init__(self, layers: Sequence[IntegerConv], residual: Levels | None) -> None:
        super().__init__()
        self.layers = nn.ModuleList(layers)
        self._residual = residual

    def forward(self, x: Tensor) -> Tensor:
        y = x
        for layer in self.layers[:-1]:
            y = layer(y)
        last = self.layers[-1]
        return last(y) if self._residual is None else last(y, x, self._residual)


class IntegerImageEncoder(nn.Module):
    """Pixels to unit vectors, as :class:`ImageEncoder` does it.

    Args:
        encoder: Trained, its batch norms folded.
        ranges: Of :func:`output_ranges`, before they were.
    """

    def __init__(self, encoder: ImageEncoder, ranges: Sequence[tuple[float, float] | None]) -> None:
        super().__init__()
        trunk = encoder.trunk.parts
        (stem,) = convolutions(_layers(trunk[0]))
        parts: list[nn.Module] = [_Stem(stem.layer, _LIMITED)]
        levels = _LIMITED
        for part, output in zip(trunk[1:], ranges[1:], strict=True):
            residual = levels if isinstance(part, InvertedResidual) and part.residual else None
            layers = []
            for place in convolutions(_layers(part)):
                after: Levels | None = _LIMITED
                if not place.limited:
                    if output is None:
                        raise ValueError("a part that ends without a limit has no range")
                    after = Levels.of_range(*output)
                elif part is trunk[-1]:
                    after = None
                layers.append(IntegerConv(place.layer, place.limited, levels, after))
                levels = after or levels
            parts.append(_IntegerPart(layers, residual))
        self.parts = nn.Sequential(*parts)
        self.projection = encoder.projection

    def forward(self, images: Tensor) -> Tensor:
        """Embed images.

        Args:
            images: uint8 [b, 3, h, w].

        Returns:
            float32 [b, embedding_size], unit length.
        """
        features = self.parts(images.contiguous(memory_format=torch.channels_last))
        return functional.normalize(self.projection(features.mean(dim=(2, 3))), dim=-1)


def output_ranges(trunk: EfficientNetLite) -> list[tuple[float, float] | None]:
    """Return from where to where the output of each part goes that has no ReLU6 at its end; None: it has one.

    Args:
        trunk: Trained, its batch norms not folded.
    """
    ranges: list[tuple[float, float] | None] = []
    mean = variance = torch.zeros(())
    for part in trunk.parts:
        norm = _layers(part)[-1]
        if not isinstance(norm, nn.BatchNorm2d):
            ranges.append(None)
            continue
        own_mean, own_variance = norm.bias.detach(), norm.weight.detach().square()
        if isinstance(part, InvertedResidual) and part.residual:
            mean, variance = mean + own_mean, variance + own_variance
        else:
            mean, variance = own_mean, own_variance
        reach = _DEVIATIONS * variance.sqrt()
        ranges.append((float((mean - reach).min()), float((mean + reach).max())))
    return ranges


def _layers(part: nn.Module) -> nn.Sequential:
    layers = part.layers if isinstance(part, InvertedResidual) else part
    if not isinstance(layers, nn.Sequential):
        raise TypeError(type(part).__name__)
    return layers


@functools.cache
def can_use_integer_convolutions() -> bool:
    """Say whether this computer has instructions for it, and adds the largest products rightly.

    Not asked is how fast it is: computers of one kind are to compute the same.
    """
    if not torch.backends.cpu.get_cpu_capability().startswith("AVX") or not can_fuse_convolutions():
        return False
    dense, depthwise = (
        SameConv(_CHANNELS, 80, 1),
        SameConv(_CHANNELS, _CHANNELS, 5, groups=_CHANNELS),
    )
    numbers = torch.full((2, _CHANNELS, 10, 10), _LEVELS, dtype=torch.uint8)
    numbers = numbers.contiguous(memory_format=torch.channels_last)
    values = numbers * _LIMITED.scale
    with torch.inference_mode():
        try:
            return all(_adds_exactly(plain, numbers, values) for plain in (dense, depthwise))
        except (AttributeError, RuntimeError, TypeError):  # A torch without these operations.
            return False


def _adds_exactly(plain: SameConv, numbers: Tensor, values: Tensor) -> bool:
    """Say so of a convolution with the largest weights, and of a sum after it; ``numbers`` stand for ``values``."""
    for sign in (1.0, -1.0):
        plain.weight.fill_(sign)
        wanted = plain(values)
        got = IntegerConv(plain, False, _LIMITED, None)(numbers)
        if not torch.allclose(got, wanted, rtol=1e-4):
            return False
        if plain.in_channels != plain.out_channels:
            continue
        reach = 2 * float(wanted.abs().max())
        after = Levels.of_range(-reach, reach)
        summed = IntegerConv(plain, False, _LIMITED, after)(numbers, numbers.clone(), _LIMITED)
        error = after.scale * (summed.float() - after.zero_point) - (wanted + values)
        if float(error.abs().max()) > 0.6 * after.scale:
            return False
    return True
