"""The text encoder: typed questions to the space that images and voices share, in about a millisecond.

Learned subword vectors, one transformer block, attention pooling: distilled from the text teacher of the training
(``engine/training/text_fitting.py``), which is twenty times its size and not in the product.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from .voice_encoder import AttentionPooling, SpeechBlock, frame_mask, sinusoids

# Marks a subword that goes on a word, as in BERT's vocabulary.
INSIDE = "##"
_WORDS = re.compile(r"[a-z0-9]+")


class Tokenizer:
    """Words to numbers of subwords: the longest that fits first (WordPiece, Wu et al. 2016).

    Args:
        tokens: The subwords; those that go on a word begin with :data:`INSIDE`. Whoever makes them includes
            every letter and digit in both forms, so that each word can be written.
    """

    LONGEST = 64

    def __init__(self, tokens: Sequence[str]) -> None:
        self.tokens = tuple(tokens)
        self._number = {token: number for number, token in enumerate(self.tokens)}

    def __call__(self, text: str) -> list[int]:
        """Return the numbers of the subwords of a text, of which the first 64 count; accents and case do not."""
        plain = unicodedata.normalize("NFKD", text.lower())
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
        numbers: list[int] = []
        for word in _WORDS.findall(plain):
            numbers += self._pieces(word)
            if len(numbers) >= self.LONGEST:
                break
        return numbers[: self.LONGEST]

    def _pieces(self, word: str) -> list[int]:
        numbers, start = [], 0
        while start < len(word):
            prefix = INSIDE if start else ""
            for end in range(len(word), start, -1):
                number = self._number.get(prefix + word[start:end])
                if number is not None:
                    numbers.append(number)
                    start = end
                    break
            else:
                start += 1
        return numbers


class TextEncoder(nn.Module):
    """Subwords to unit vectors.

    Args:
        embedding_size: Length of the vectors.
        tokens: How many subwords there are.
        dropout: In training.
    """

    WIDTH, HEADS, HIDDEN = 128, 4, 512
    positions: Tensor

    def __init__(self, embedding_size: int, tokens: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.embedding = nn.Embedding(tokens, self.WIDTH)
        self.block = SpeechBlock(self.WIDTH, self.HEADS)
        self.pool = AttentionPooling(self.WIDTH, self.HEADS)
        self.norm = nn.LayerNorm(2 * self.WIDTH)
        self.projection = nn.Sequential(
            nn.Linear(2 * self.WIDTH, self.HIDDEN),
            nn.GELU(),
            nn.Dropout(dropout),
            nn.Linear(self.HIDDEN, embedding_size),
        )
        self.linear = nn.Linear(2 * self.WIDTH, embedding_size)
        positions = 0.1 * sinusoids(Tokenizer.LONGEST, self.WIDTH)
        self.register_buffer("positions", positions, persistent=False)

    def forward(self, numbers: Tensor, lengths: Tensor) -> Tensor:
        """Embed texts.

        Args:
            numbers: Of subwords, int [b, t], filled up with anything.
            lengths: How many of the t count, int [b], at least 1.

        Returns:
            float32 [b, embedding_size], unit length.
        """
        return self.project(self.pooled(numbers, lengths))

    def project(self, pooled: Tensor) -> Tensor:
        """Map what :meth:`pooled` returns to unit vectors [b, embedding_size]."""
        return functional.normalize(self.linear(pooled) + self.projection(pooled), dim=-1)

    def pooled(self, numbers: Tensor, lengths: Tensor) -> Tensor:
        """Return what the projection takes, [b, 256]: mean and attention pooling of the subwords."""
        words = self.embedding(numbers)
        mask = frame_mask(lengths, numbers.shape[1])
        mean = (words * mask[..., None]).sum(dim=1) / lengths[:, None]
        x = self.block(words + self.positions[: numbers.shape[1]], mask[:, None, None, :])
        return self.norm(torch.cat([mean, self.pool(x, mask)], dim=-1))


def pad_numbers(texts: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Stack numbers of subwords to int [b, t], filled up with 0; lengths int [b]."""
    lengths = torch.tensor([len(numbers) for numbers in texts])
    out = torch.zeros(len(texts), int(lengths.max()), dtype=torch.long)
    for row, numbers in enumerate(texts):
        out[row, : len(numbers)] = torch.tensor(numbers)
    return out, lengths
