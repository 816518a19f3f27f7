"""Whether a question sounds complete: by how long somebody has spoken, and how the voice fades.

Who has finished lets the voice sink with the last words; who looks for the next word keeps it up. A logistic curve
over two numbers says how likely the end is (``docs/method.md`` says on what it was fitted, and what was tried and left
out: the pitch adds nothing to the fading, and what the model understands says nothing of whether more will come).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .recording import SAMPLE_RATE

if TYPE_CHECKING:
    from .recording import Samples

#: Loudness is taken of stretches of 40 ms, every 10 ms.
_STRETCH, _STEP = SAMPLE_RATE // 25, SAMPLE_RATE // 100
#: What is further below the loudest stretch than this is no part of a word.
_WORDS_DB = 25.0
#: The last word is heard out down to so much: what follows is the room.
_LAST_DB = 24.0
#: The end is so many of the last stretches: 0.3 s.
_END = 30

#: Bias, and weights of the logarithm of the seconds and of the fading in dB.
WEIGHTS = (-3.92, 3.13, -0.265)
#: Likelier than this is complete. Of two validation speakers, half of the ends are taken for one, and one in ten of the
#: pauses inside a sentence that were made as long as that takes.
LEAST = 0.75


def shape(spoken: Samples) -> tuple[float, float]:
    """Return what the rule looks at.

    Args:
        spoken: float32 [n], 16 kHz, from the first word to where silence begins; at any level.

    Returns:
        How long it is, in seconds; how much louder the end is than the words are, in dB (negative: it fades).
    """
    if len(spoken) < _STRETCH:
        return len(spoken) / SAMPLE_RATE, 0.0
    stretches = np.lib.stride_tricks.sliding_window_view(spoken, _STRETCH)[::_STEP]
    power = stretches.var(axis=1, dtype=np.float64)
    level = 10.0 * np.log10(np.maximum(power, 1e-12))
    loudest = level.max()
    level = level[: np.flatnonzero(level > loudest - _LAST_DB)[-1] + 1]
    words = float(np.median(level[level > loudest - _WORDS_DB]))
    return len(spoken) / SAMPLE_RATE, float(level[-_END:].mean()) - words


def likelihood(spoken: Samples) -> float:
    """Return how likely nothing follows after what has been said, 0 to 1.

    Args:
        spoken: As for :func:`shape`.
    """
    seconds, fading = shape(spoken)
    bias, of_seconds, of_fading = WEIGHTS
    sure = bias + of_seconds * float(np.log(max(seconds, 0.1))) + of_fading * fading
    return float(1.0 / (1.0 + np.exp(-np.clip(sure, -50.0, 50.0))))


def sounds_complete(spoken: Samples) -> bool:
    """Return whether a question is likely over; ``spoken`` as for :func:`shape`."""
    return likelihood(spoken) >= LEAST
