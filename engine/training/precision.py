"""Half precision where it saves time: on graphics cards, and on processors that compute in bfloat16."""

from __future__ import annotations

import functools

import torch

#: Instructions that multiply bfloat16, as torch names them: of AVX-512, AVX10, AMX and ARM.
_BFLOAT16_CAPABILITIES = ("avx512_bf16", "avx10_2", "amx_bf16", "bf16")


def autocast(device: torch.device | str) -> torch.autocast:
    """Return the context for forward passes of training on ``device``: bfloat16, or no change."""
    kind = torch.device(device).type
    return torch.autocast(kind, torch.bfloat16, enabled=kind != "cpu" or processor_has_bfloat16())


@functools.cache
def processor_has_bfloat16() -> bool:
    """Tell whether this processor has instructions for bfloat16.

    Without them torch emulates it, many times slower than float32. A torch that does not tell counts as
    a processor without: float32 is right everywhere, and never slow.
    """
    try:
        capabilities = torch.cpu.get_capabilities()
    except (AttributeError, RuntimeError):
        return False
    return any(capabilities.get(name, False) for name in _BFLOAT16_CAPABILITIES)
