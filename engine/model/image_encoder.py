"""The image encoder: an EfficientNet-lite trunk and a projection to the shared space.

EfficientNet-lite (Tan and Le 2019, "EfficientNet"; the lite variants drop squeeze-and-excitation and
use ReLU6, which keeps them fast and exact in low precision on any processor).
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

# (blocks, kernel, stride of the first, expansion, channels out); EfficientNet-B0's table.
STAGES = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)
# Width and depth multipliers; the lite variants keep stem, head, first and last stage as they are.
VARIANTS = {"lite0": (1.0, 1.0), "lite2": (1.1, 1.2)}
STEM_CHANNELS = 32
FEATURE_CHANNELS = 1280
BATCH_NORM_EPSILON = 1e-3
# The pretrained weights expect (value - 127) / 128.
PIXEL_MEAN = 127.0
PIXEL_SCALE = 128.0
RELU6_LIMITS = (0.0, 6.0)


class SameConv(nn.Conv2d):
    """Convolution padded as TensorFlow's "same": uneven padding goes to the right and bottom."""

    def forward(self, x: Tensor) -> Tensor:
        """Convolve [b, c, h, w]."""
        x, padding = same_padding(x, self.kernel_size, self.stride)
        return functional.conv2d(
            x, self.weight, self.bias, self.stride, padding, self.dilation, self.groups
        )


def same_padding(
    x: Tensor, kernel: tuple[int, ...], stride: tuple[int, ...], zero: int = 0
) -> tuple[Tensor, tuple[int, int]]:
    """Return the input of a "same" convolution, and the padding that is left to the convolution itself.

    That is all of it, unless it is uneven: a padded copy of the input takes as long as a small convolution.

    Args:
        x: The input, [b, c, h, w].
        kernel: Height and width.
        stride: Down and across.
        zero: What stands for 0 in the input.
    """
    before, after = [], []
    for size, width, step in zip(x.shape[-2:], kernel, stride, strict=True):
        total = max((-(-size // step) - 1) * step + width - size, 0)
        before.append(total // 2)
        after.append(total - total // 2)
    if before == after:
        return x, (before[0], before[1])
    padding = (before[1], after[1], before[0], after[0])
    return functional.pad(x, padding, value=zero), (0, 0)


def _norm(channels: int) -> nn.BatchNorm2d:
    return nn.BatchNorm2d(channels, eps=BATCH_NORM_EPSILON, momentum=0.01)


class InvertedResidual(nn.Module):
    """Mobile inverted bottleneck: expand, depthwise convolution, project; residual where it fits."""

    def __init__(
        self, channels_in: int, channels_out: int, kernel: int, stride: int, expansion: int
    ) -> None:
        super().__init__()
        hidden = channels_in * expansion
        layers: list[nn.Module] = []
        if expansion != 1:
            layers += [
                SameConv(channels_in, hidden, 1, bias=False),
                _norm(hidden),
                nn.ReLU6(inplace=True),
            ]
        layers += [
            SameConv(hidden, hidden, kernel, stride, groups=hidden, bias=False),
            _norm(hidden),
            nn.ReLU6(inplace=True),
            SameConv(hidden, channels_out, 1, bias=False),
            _norm(channels_out),
        ]
        self.layers = nn.Sequential(*layers)
        self.residual = stride == 1 and channels_in == channels_out

    def forward(self, x: Tensor) -> Tensor:
        """Map [b, channels_in, h, w] to [b, channels_out, h / stride, w / stride]."""
        y = self.layers(x)
        return y.add_(x) if self.residual else y


def stages_of(variant: str) -> list[tuple[int, int, int, int, int]]:
    """Return the stage table of a variant, as :data:`STAGES`."""
    width, depth = VARIANTS[variant]
    last = len(STAGES) - 1
    return [
        (
            blocks if number in (0, last) else math.ceil(blocks * depth),
            kernel, stride, expansion, _round_channels(channels * width),
        )
        for number, (blocks, kernel, stride, expansion, channels) in enumerate(STAGES)
    ]  # fmt: skip


def _round_channels(channels: float) -> int:
    """Round to a multiple of 8 that is at least nine tenths of ``channels``."""
    rounded = max(8, int(channels + 4) // 8 * 8)
    return rounded if rounded >= 0.9 * channels else rounded + 8


class EfficientNetLite(nn.Module):
    """The convolutional trunk, as a list so that training can cut it: stem, blocks, head.

    Args:
        variant: One of :data:`VARIANTS`.
    """

    def __init__(self, variant: str = "lite0") -> None:
        super().__init__()
        parts: list[nn.Module] = [
            nn.Sequential(
                SameConv(3, STEM_CHANNELS, 3, 2, bias=False),
                _norm(STEM_CHANNELS),
                nn.ReLU6(inplace=True),
            )
        ]
        channels = STEM_CHANNELS
        for blocks, kernel, stride, expansion, channels_out in stages_of(variant):
            for block in range(blocks):
                parts.append(
                    InvertedResidual(
                        channels, channels_out, kernel, 1 if block else stride, expansion
                    )
                )
                channels = channels_out
        parts.append(
            nn.Sequential(
                SameConv(channels, FEATURE_CHANNELS, 1, bias=False),
                _norm(FEATURE_CHANNELS),
                nn.ReLU6(inplace=True),
            )
        )
        self.parts = nn.ModuleList(parts)

    def forward(self, x: Tensor, first: int = 0, last: int | None = None) -> Tensor:
        """Run parts ``first`` to ``last`` (excluded) on [b, c, h, w]."""
        for part in self.parts[first:last]:
            x = part(x)
        return x


class ImageEncoder(nn.Module):
    """Pixels to unit vectors.

    Args:
        embedding_size: Length of the vectors.
        variant: Of the trunk, one of :data:`VARIANTS`.
        hidden: Width of the projection's hidden layer.
        dropout: Dropout before the projection, in training.
    """

    def __init__(
        self,
        embedding_size: int,
        variant: str = "lite0",
        hidden: int = 512,
        dropout: float = 0.2,
    ) -> None:
        super().__init__()
        self.trunk = EfficientNetLite(variant)
        self.projection = nn.Sequential(
            nn.LayerNorm(FEATURE_CHANNELS),
            nn.Dropout(dropout),
            nn.Linear(FEATURE_CHANNELS, hidden),
            nn.GELU(),
            nn.Linear(hidden, embedding_size),
        )

    def forward(self, images: Tensor) -> Tensor:
        """Embed images.

        Args:
            images: uint8 or float [b, 3, h, w], values 0 to 255.

        Returns:
            float32 [b, embedding_size], unit length.
        """
        return self.from_part(self.normalise(images), 0)

    @staticmethod
    def normalise(images: Tensor) -> Tensor:
        """Scale pixel values 0 to 255 to what the pretrained weights expect."""
        return (images.to(torch.float32) - PIXEL_MEAN) / PIXEL_SCALE

    def from_part(self, features: Tensor, first: int) -> Tensor:
        """Embed from the input of trunk part ``first`` on: training keeps what lies before it."""
        pooled = self.trunk(features, first).mean(dim=(2, 3))
        return functional.normalize(self.projection(pooled), dim=-1)


def fold_batch_norm(module: nn.Module) -> None:
    """Fold every batch norm into the convolution before it; for inference only, in place."""
    for child in module.modules():
        if not isinstance(child, nn.Sequential):
            continue
        for position in range(len(child) - 1):
            convolution, norm = child[position], child[position + 1]
            if isinstance(convolution, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d):
                if norm.running_var is None or norm.running_mean is None:
                    continue
                scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
                convolution.weight = nn.Parameter(convolution.weight * scale[:, None, None, None])
                convolution.bias = nn.Parameter(norm.bias - norm.running_mean * scale)
                child[position + 1] = nn.Identity()
