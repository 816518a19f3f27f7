"""Weights in eight bits: how they are stored and, where the processor can, how they are multiplied."""

from __future__ import annotations

import functools
import time
import warnings
from collections.abc import Callable

import torch
from torch import Tensor, nn

STEPS = 127
SMALLEST = 1e-12
# Half a step of seven bits.
_SEVEN_BIT_ERROR = 0.5 / 127


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


class SevenBitLinear(nn.Module):
    """A trained linear layer whose input is rounded to seven bits; for inference only, one question at a time.

    So two products fit 16 bits, in which processors without VNNI add them. Weights have a scale for each output
    channel, as they are stored; the input as a whole has one.

    Args:
        linear: With a bias.
    """

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        steps, scale = quantise(linear.weight.detach())
        zeros = torch.zeros(len(scale), dtype=torch.int64)
        with warnings.catch_warnings():
            # Torch wants to move its quantised types to a package of its own some day.
            warnings.simplefilter("ignore")
            weight = torch._make_per_channel_quantized_tensor(steps, scale.double(), zeros, 0)
            self._packed = torch.ops.quantized.linear_prepack(weight, linear.bias.detach())

    def forward(self, x: Tensor) -> Tensor:
        """Map [..., in] to [..., out]."""
        out: Tensor = torch.ops.quantized.linear_dynamic(x, self._packed, True)
        return out


def use_integers(
    module: nn.Module, kind: type[IntegerLinear] | type[SevenBitLinear] = IntegerLinear
) -> None:
    """Replace the linear layers of a trained module, in place."""
    for name, child in module.named_children():
        if isinstance(child, nn.Linear):
            setattr(module, name, kind(child))
        else:
            use_integers(child, kind)


@functools.cache
def multiplies_integers() -> bool:
    """Say whether this computer multiplies int8 matrices exactly, and not slowly.

    Processors with instructions made for it (VNNI) take a quarter of the time of floating point, if torch was
    built to use them. Without them oneDNN adds pairs of products in 16 bits, which overflow; where torch does
    without oneDNN, it is exact and many times slower. So it is tried, with the largest products that there are.
    """
    left = torch.full((32, 1536), STEPS, dtype=torch.int8)
    right = torch.full((1536, 384), STEPS, dtype=torch.int8)
    product = STEPS * STEPS * left.shape[1]
    try:
        exact = all(
            bool((torch._int_mm(left, sign * right) == sign * product).all()) for sign in (1, -1)
        )
    except (AttributeError, RuntimeError):  # An older torch, or one without this product.
        return False
    if not exact:
        return False
    left_float, right_float = left.float(), right.float()
    # Integers take a quarter of the time, or many times it.
    return _takes_less(
        lambda: torch._int_mm(left, right), lambda: torch.mm(left_float, right_float), 2.0
    )


@functools.cache
def multiplies_seven_bits() -> bool:
    """Say whether this computer multiplies as :class:`SevenBitLinear` does, rightly and faster than floating point.

    For processors that :func:`multiplies_integers` says no to: two thirds of the time of floating point (AVX2).
    """
    linear = nn.Linear(384, 1536)
    x = torch.ones(64, 384)
    with torch.inference_mode():
        linear.bias.zero_()
        # The largest products that there are: where 16 bits overflow, half of the sum is lost.
        for sign in (1.0, -1.0):
            linear.weight.fill_(sign)
            try:
                seven_bits = SevenBitLinear(linear)
                error = (seven_bits(x) - linear(x)).abs().max()
            except (AttributeError, RuntimeError, TypeError):  # A torch without these operations.
                return False
            if error > _SEVEN_BIT_ERROR * x.shape[1]:
                return False
        return _takes_less(lambda: seven_bits(x), lambda: linear(x), 0.9)


def _takes_less(first: Callable[[], object], second: Callable[[], object], factor: float) -> bool:
    """Say whether one takes less than ``factor`` of the other's CPU time, on one thread."""
    firsts, seconds = [], []
    threads = torch.get_num_threads()
    # Threads that wait for each other spin, which counts as CPU time: forty times the work on a busy computer.
    torch.set_num_threads(1)
    try:
        for _attempt in range(5):
            firsts.append(_cpu_seconds(first))
            seconds.append(_cpu_seconds(second))
    finally:
        torch.set_num_threads(threads)
    # The minimum, since what else runs only adds to it.
    return min(firsts) < factor * min(seconds)


def _cpu_seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
