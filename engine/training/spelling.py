"""An auxiliary that spells: what is said, letter by letter, from the frames of the speech encoder; in training only.

An encoder that can spell a word has heard it, whether or not anybody taught what it means.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

# 0 is CTC's blank.
LETTERS = " abcdefghijklmnopqrstuvwxyz'"
_NUMBER = {letter: i + 1 for i, letter in enumerate(LETTERS)}


class Spelling(nn.Module):
    """Connectionist temporal classification (Graves et al. 2006) over letters.

    Args:
        channels: Of the frames.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.letters = nn.Linear(channels, len(LETTERS) + 1)

    def loss(self, frames: Tensor, lengths: Tensor, texts: Sequence[str]) -> Tensor:
        """Return the mean loss per letter.

        Args:
            frames: [b, t, channels].
            lengths: How many of the t frames count, int [b].
            texts: What is said in each.
        """
        spelled = [[_NUMBER[letter] for letter in text if letter in _NUMBER] for text in texts]
        sizes = torch.tensor([len(row) for row in spelled])
        targets = torch.tensor([number for row in spelled for number in row])
        with torch.autocast(frames.device.type, enabled=False):
            logits = self.letters(frames.float()).log_softmax(dim=-1).transpose(0, 1)
            return functional.ctc_loss(
                logits, targets.to(frames.device), lengths.to(frames.device), sizes.to(frames.device),
                zero_infinity=True,
            )  # fmt: skip
