"""Convolutions that limit their own output and keep their weights as the processor wants them; for inference only.

Two thirds of a trunk's time go into convolutions and the rest into memory: ReLU6 reads and writes once more all that
a convolution has just written, and oneDNN orders the weights anew for every call. It can do both at once, by the
operations that torch's own compiler uses.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from .image_encoder import RELU6_LIMITS, SameConv, same_padding

_TOLERANCE = 1e-4


class FusedConv(nn.Module):
    """A trained "same" convolution, and the limits after it if there are any.

    Args:
        convolution: With a bias: its batch norm has been folded into it.
        limits: Of its output.
    """

    def __init__(self, convolution: SameConv, limits: tuple[float, float] | None) -> None:
        super().__init__()
        if convolution.bias is None:
            raise ValueError("the batch norm has not been folded into the convolution")
        # No buffers: what oneDNN has ordered is no tensor that could be saved.
        self._weight = convolution.weight.detach()
        self._bias = convolution.bias.detach()
        self._kernel, self._stride = convolution.kernel_size, convolution.stride
        self._groups = convolution.groups
        self._after = ("none", []) if limits is None else ("hardtanh", list(limits))

    def forward(self, x: Tensor) -> Tensor:
        """Convolve [b, c, h, w]."""
        x, padding = same_padding(x, self._kernel, self._stride)
        weight = self._weight
        if not weight.is_mkldnn:
            # For the first size that comes; another one is computed as well, and as exactly. Threads that both come
            # first both make the same.
            weight = torch.ops.mkldnn._reorder_convolution_weight(
                weight, padding, self._stride, (1, 1), self._groups, x.shape
            )
            self._weight = weight
        out: Tensor = torch.ops.mkldnn._convolution_pointwise(
            x, weight, self._bias, padding, self._stride, (1, 1), self._groups, *self._after, ""
        )
        return out


@dataclass(frozen=True)
class ConvolutionPlace:
    """A convolution among layers whose batch norms are folded.

    Attributes:
        position: Its own.
        layer: The convolution.
        limit: The position of the ReLU6 after it; None: there is none.
    """

    position: int
    layer: SameConv
    limit: int | None

    @property
    def limited(self) -> bool:
        """Whether a ReLU6 follows."""
        return self.limit is not None


def convolutions(layers: nn.Sequential) -> Iterator[ConvolutionPlace]:
    """Yield the convolutions among layers whose batch norms are folded."""
    for position, layer in enumerate(layers):
        if not isinstance(layer, SameConv):
            continue
        following = position + 1
        while following < len(layers) and isinstance(layers[following], nn.Identity):
            following += 1
        limited = following < len(layers) and isinstance(layers[following], nn.ReLU6)
        yield ConvolutionPlace(position, layer, following if limited else None)


def fuse_convolutions(module: nn.Module) -> None:
    """Replace the convolutions of a module whose batch norms are folded, in place, by :class:`FusedConv`."""
    for child in module.modules():
        if not isinstance(child, nn.Sequential):
            continue
        for place in convolutions(child):
            child[place.position] = FusedConv(place.layer, RELU6_LIMITS if place.limited else None)
            if place.limit is not None:
                child[place.limit] = nn.Identity()


@functools.cache
def can_fuse_convolutions() -> bool:
    """Say whether this torch has the operations, and they compute what the layers do: they are not documented."""
    random = torch.Generator().manual_seed(0)
    plain = SameConv(16, 16, 3, groups=16)
    x = 8 * torch.randn(2, 16, 9, 9, generator=random)
    with torch.inference_mode():
        wanted = functional.hardtanh(plain(x), *RELU6_LIMITS)
        try:
            got = FusedConv(plain, RELU6_LIMITS)(x)
        except (AttributeError, RuntimeError, TypeError):
            return False
        return bool((got - wanted).abs().max() < _TOLERANCE)
