"""Files as a failing disk leaves them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def damaged(content: bytes, rng: np.random.Generator, changes: Sequence[int]) -> bytearray:
    """Return a copy of a file's content in which so many bytes, one of ``changes``, are others."""
    copy = bytearray(content)
    for place in rng.integers(0, len(content), rng.choice(changes)):
        copy[place] = rng.integers(0, 256)
    return copy
