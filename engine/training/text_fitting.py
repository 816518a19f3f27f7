"""Fitting the text encoder: typed questions go where the text teacher and its head put them.

Its subwords are those of the teacher's vocabulary that are English, and begin with what the teacher makes of each alone
(as Model2Vec, Tulkens and van Dongen 2024), in the directions in which these differ most. Then everything that training says
is learned, and phrases made like it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ..model import losses
from ..model.text_encoder import INSIDE, TextEncoder, Tokenizer, pad_numbers
from ..progress import Progress
from .fitting import Log
from .teacher import TEXT_SIZE, TextTeacher

# Whole words and parts of them; numbers digit by digit.
_TOKEN = re.compile(rf"(?:{INSIDE})?(?:[a-z]+|[0-9])")
# As many as fit into 4 MB beside the layers above them.
MOST_TOKENS = 25_000
BATCH = 512
GROUPS = 8
RATE = 2e-3
TEMPERATURE = 0.06


def english_tokens(vocabulary: Sequence[str]) -> list[str]:
    """Return the most frequent subwords of a WordPiece vocabulary that English is written with, in its order."""
    return [token for token in vocabulary if _TOKEN.fullmatch(token)][:MOST_TOKENS]


def start_vectors(teacher: TextTeacher, tokens: Sequence[str], progress: Progress) -> Tensor:
    """Return float32 [tokens, TextEncoder.WIDTH]: the main components of what the teacher makes of each subword."""
    alone = teacher.embed([token.removeprefix(INSIDE) for token in tokens], progress)
    centred = alone - alone.mean(dim=0)
    directions = torch.linalg.eigh(centred.T @ centred).eigenvectors.flip(1)
    vectors = centred @ directions[:, : TextEncoder.WIDTH]
    # Frequent subwords, which come first in the vocabulary, say least (Zipf).
    rank = torch.arange(1, len(tokens) + 1)[:, None]
    return vectors / vectors.std() * 0.3 * torch.log1p(rank) / np.log1p(len(tokens))


def fit_text(
    encoder: TextEncoder,
    tokens: Sequence[str],
    texts: Sequence[str],
    taught: tuple[Tensor, Tensor],
    validation: tuple[Sequence[str], Tensor],
    steps: int,
    seed: int,
    log: Log,
) -> None:
    """Learn what texts mean.

    Args:
        encoder: Trained in place, where it is; its subwords have their start vectors.
        tokens: The subwords.
        texts: What to learn.
        taught: Where the text head puts each of them, [n, embedding_size], and the teacher's vectors, [n, 384].
        validation: Texts that are not learned, and where the text head puts them.
        steps: How many batches.
        seed: Decides the batches.
        log: Told of every tenth part.
    """
    tokenizer = Tokenizer(tokens)
    numbers = [tokenizer(text) for text in texts]
    usable = np.array([row for row, each in enumerate(numbers) if each])
    device = encoder.embedding.weight.device
    # What the hidden layers know of the teacher's own space, also of words that nobody looks for from above.
    language = nn.Linear(2 * encoder.WIDTH, TEXT_SIZE).to(device)
    rest = [x for name, x in encoder.named_parameters() if name != "embedding.weight"] + list(
        language.parameters()
    )
    groups: list[dict[str, Any]] = [
        {"params": [encoder.embedding.weight], "weight_decay": 0.0},
        {"params": rest},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    rates = [0.5 * RATE, RATE]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, total_steps=steps + 1)
    sizes = np.array([len(numbers[row]) for row in usable])
    drawn = _batches(usable, sizes, np.random.default_rng([seed, 3]))
    torch.manual_seed(seed)
    for step in range(1, steps + 1):
        encoder.train()
        rows = next(drawn)
        padded, lengths = (x.to(device) for x in pad_numbers([numbers[row] for row in rows]))
        pooled = encoder.pooled(padded, lengths)
        learned = encoder.project(pooled)
        read = functional.normalize(language(pooled), dim=-1)
        same = torch.from_numpy(rows[:, None] == rows[None, :]).to(device)
        wanted = (each[rows].to(device) for each in taught)
        loss = torch.stack(
            [
                losses.distillation_loss(mine, theirs, same, TEMPERATURE)
                for mine, theirs in zip((learned, read), wanted, strict=True)
            ]
        ).sum()
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step % max(1, steps // 10) == 0:
            embedded = embed_texts(encoder, tokenizer, validation[0])
            near = round(float((embedded * validation[1].cpu()).sum(dim=-1).mean()), 4)
            log.write(stage="text", step=step, loss=round(float(loss.detach()), 4), val_cosine=near)
    encoder.eval()


def _batches(rows: np.ndarray, sizes: np.ndarray, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """Yield batches of rows without end, each of texts of similar length: little is padding."""
    while True:
        drawn = rng.integers(len(rows), size=BATCH * GROUPS)
        drawn = rows[drawn[np.argsort(sizes[drawn], kind="stable")]]
        yield from rng.permutation(drawn.reshape(GROUPS, BATCH))


def embed_texts(encoder: TextEncoder, tokenizer: Tokenizer, texts: Sequence[str]) -> Tensor:
    """Return unit vectors of texts that have a word each, float32 [n, embedding_size] on the CPU."""
    encoder.eval()
    device = encoder.embedding.weight.device
    numbers, lengths = pad_numbers([tokenizer(text) for text in texts])
    with torch.inference_mode():
        return encoder(numbers.to(device), lengths.to(device)).cpu()
