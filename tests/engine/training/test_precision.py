"""Training computes in bfloat16 only where the processor does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import torch

from engine.training import precision


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    """The answer is kept for the process: it must not outlive what a test pretends."""
    precision.processor_has_bfloat16.cache_clear()
    yield
    precision.processor_has_bfloat16.cache_clear()


@pytest.mark.parametrize(
    ("capabilities", "expected"),
    [
        ({"avx2": True, "avx512_bf16": False}, torch.float32),
        ({"avx512_f": True}, torch.float32),
        ({"avx512_bf16": True}, torch.bfloat16),
        ({"neon": True, "bf16": True}, torch.bfloat16),
    ],
)
def test_the_processor_decides(monkeypatch, capabilities, expected):
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: capabilities)
    with precision.autocast("cpu"):
        assert torch.nn.functional.linear(torch.ones(2, 2), torch.ones(2, 2)).dtype == expected


def test_a_torch_that_does_not_tell_computes_in_float32(monkeypatch):
    monkeypatch.delattr(torch.cpu, "get_capabilities")
    assert not precision.processor_has_bfloat16()
