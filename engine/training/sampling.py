"""What a batch of training says and sees, and who is like whom in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from ..model.losses import Relations
from .clip_assignment import Utterance
from .datasets import CaptionedImage, related


class Scenes:
    """Numbers for kinds of scenes, and which of them each data set tells apart."""

    def __init__(self, images: Sequence[CaptionedImage]) -> None:
        self.names = sorted({image.kind for image in images})
        self.number = {name: i for i, name in enumerate(self.names)}
        self.of_image = torch.tensor([self.number[image.kind] for image in images])
        datasets = sorted({image.dataset for image in images})
        self._dataset = torch.tensor([datasets.index(image.dataset) for image in images])
        self._allowed = torch.zeros(len(datasets), len(self.names), dtype=torch.bool)
        self._allowed[self._dataset, self.of_image] = True
        self._related = torch.tensor([[related(a, b) for b in self.names] for a in self.names])

    def allowed(self, rows: Tensor) -> Tensor:
        """Return bool [n, scenes]: the scenes of each image's own data set."""
        return self._allowed[self._dataset[rows]]

    def relations(self, rows: Tensor, positive: Tensor) -> Relations:
        """Return who is like whom among images ``rows`` int [n], ``positive`` bool [n, n]."""
        scene, dataset = self.of_image[rows], self._dataset[rows]
        across = dataset[:, None] != dataset[None, :]
        same = scene[:, None] == scene[None, :]
        unknown = across & self._related[scene][:, scene]
        return Relations(positive, same, unknown)


class Sentences:
    """Numbers for sentences, and which images carry them."""

    def __init__(self, images: Sequence[CaptionedImage]) -> None:
        self.names = sorted({text for image in images for text in image.sentences})
        self.number = {name: i for i, name in enumerate(self.names)}
        width = max(len(image.sentences) for image in images)
        rows = [
            [self.number[text] for text in image.sentences]
            + [self.number[image.sentences[0]]] * (width - len(image.sentences))
            for image in images
        ]
        self.of_image = torch.tensor(rows)

    def positive(self, sentences: Tensor, rows: Tensor) -> Tensor:
        """Return bool [n, n]: whether sentence i is a caption of image j."""
        return (sentences[:, None, None] == self.of_image[rows][None]).any(dim=-1)


class UtteranceSampler:
    """Everything that can be said in training, by what it goes with.

    Args:
        utterances: What is said.
        images: Training images.
        scenes: Of these images.
        usable: bool [utterances]; whether it can be said (its clip was made). Default: all.
    """

    def __init__(
        self,
        utterances: Sequence[Utterance],
        images: Sequence[CaptionedImage],
        scenes: Scenes,
        usable: np.ndarray | None = None,
    ) -> None:
        self._scenes = scenes
        self._sentences = Sentences(images)
        self._by_sentence: list[list[int]] = [[] for _ in self._sentences.names]
        self._by_kind: list[list[int]] = [[] for _ in scenes.names]
        self._sentence = np.full(len(utterances), -1)
        self._labelled = np.zeros(len(utterances), dtype=bool)
        free = []
        for row, utterance in enumerate(utterances):
            if usable is not None and not usable[row]:
                continue
            if utterance.sentence is not None:
                if utterance.sentence in self._sentences.number:
                    self._sentence[row] = self._sentences.number[utterance.sentence]
                    self._by_sentence[self._sentence[row]].append(row)
            elif utterance.kind is not None:
                if utterance.kind in scenes.number:
                    self._labelled[row] = True
                    self._by_kind[scenes.number[utterance.kind]].append(row)
            else:
                free.append(row)
        self._open = np.array(free, dtype=np.int64)
        self._of_image = [
            [s for s in row if self._by_sentence[s]] for row in self._sentences.of_image.tolist()
        ]
        # Images of which something can be said.
        self.images = np.array([i for i, said in enumerate(self._of_image) if said], np.int64)

    def draw(
        self, rows: np.ndarray, labelled_share: float, rng: np.random.Generator
    ) -> tuple[np.ndarray, Relations]:
        """Choose what is said of images ``rows`` int [n].

        Returns:
            Utterances int [n], and who is like whom: a caption is right for the images that carry it, a
            labelled phrase for all images of its kind.
        """
        said = np.empty(len(rows), dtype=np.int64)
        for position, row in enumerate(rows):
            phrases = self._by_kind[int(self._scenes.of_image[row])]
            if phrases and rng.random() < labelled_share:
                said[position] = phrases[rng.integers(len(phrases))]
            else:
                sentences = self._of_image[row]
                utterances = self._by_sentence[sentences[rng.integers(len(sentences))]]
                said[position] = utterances[rng.integers(len(utterances))]
        chosen = torch.from_numpy(rows)
        positive = self._sentences.positive(torch.from_numpy(self._sentence[said]), chosen)
        scene = self._scenes.of_image[chosen]
        by_kind = torch.from_numpy(self._labelled[said])[:, None] & (scene[:, None] == scene)
        positive = positive | by_kind | torch.eye(len(rows), dtype=torch.bool)
        return said, self._scenes.relations(chosen, positive)

    def draw_open(self, count: int, rng: np.random.Generator) -> np.ndarray:
        """Choose phrases that go with no image, int [at most count]."""
        if not len(self._open):
            return self._open
        return self._open[rng.integers(len(self._open), size=count)]


def batches(count: int, size: int, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """Yield batches without end; every row once before any comes again."""
    order = np.empty(0, dtype=np.int64)
    while True:
        while len(order) < size:
            order = np.concatenate([order, rng.permutation(count)])
        yield order[:size]
        order = order[size:]
