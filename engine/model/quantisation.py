"""Weights in eight bits: how they are stored and, where the processor can, how they are multiplied."""

from __future__ import annotations

import functools
import platform

import torch
from torch import Tensor, nn

STEPS = 127
SMALLEST = 1e-12


def quantise(weight: Tensor) -> tuple[Tensor, Tensor]:
    """Return int8 values and the scale [rows] of each output channel (symmetric, 127 steps)."""
    flat = weight.reshape(weight.shape[0], -1)
    scale = flat.abs().amax(dim=1).clamp(min=SMALLEST) / STEPS
    steps = torch.round(flat / scale[:, None]).clamp(-STEPS, STEPS).to(torch.int8)
    return steps.reshape(weight.shape), scale


class IntegerLinear(nn.Module):
    """A trained linear layer, multiplied in int8 and added up in int32; for inference only.

    Weights have a scale for each output channel, as they are stored. Each row of the input gets a scale of
    its own, so that what comes out does not depend on what else is in the batch.

    Args:
        linear: With a bias.
    """

    steps: Tensor
    scale: Tensor
    bias: Tensor

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        steps, scale = quantise(linear.weight.detach())
        self.register_buffer("steps", steps.T.contiguous())
        self.register_buffer("scale", scale)
        self.register_buffer("bias", linear.bias.detach())

    def forward(self, x: Tensor) -> Tensor:
        """Map [..., in] to [..., out]."""
        rows = x.reshape(-1, x.shape[-1])
        steps, scale = quantise(rows)
        whole = torch._int_mm(steps, self.steps).float()
        out = torch.addcmul(self.bias, whole * scale[:, None], self.scale)
        return out.view(*x.shape[:-1], -1)


def use_integers(module: nn.Module) -> None:
    """Replace the linear layers of a trained module, in place, by :class:`IntegerLinear`."""
    for name, child in module.named_children():
        if isinstance(child, nn.Linear):
            setattr(module, name, IntegerLinear(child))
        else:
            use_integers(child)


@functools.cache
def multiplies_integers() -> bool:
    """Say whether this computer multiplies int8 matrices exactly, and faster than floating point.

    Processors with instructions made for it (VNNI) do. On others oneDNN adds pairs of products in
    16 bits, which overflow; elsewhere torch has nothing fast. So the largest products there are get tried.
    """
    if platform.machine().lower() not in ("x86_64", "amd64"):
        return False
    if not torch.backends.mkldnn.is_available():
        return False
    try:
        left = torch.full((64, 1536), STEPS, dtype=torch.int8)
        products = [
            torch._int_mm(left, sign * torch.full((1536, 384), STEPS, dtype=torch.int8))
            for sign in (1, -1)
        ]
    except (AttributeError, RuntimeError):
        return False
    return all(
        bool((product == sign * STEPS * STEPS * 1536).all())
        for sign, product in zip((1, -1), products, strict=True)
    )
