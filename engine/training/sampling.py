"""What a batch of training says and sees, and who is like whom in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import torch
from torch import Tensor

from ..model.losses import Relations
from .clip_assignment import Utterance
from .datasets import CaptionedImage, part_of, related


class Scenes:
    """Numbers for kinds of scenes, and which of them are told apart."""

    def __init__(self, images: Sequence[CaptionedImage]) -> None:
        self.names = sorted({image.kind for image in images if image.kind is not None})
        self.number = {name: i for i, name in enumerate(self.names)}
        # -1: without a label.
        self.of_image = torch.tensor(
            [-1 if image.kind is None else self.number[image.kind] for image in images]
        )
        sources = sorted({image.source for image in images})
        self._source = torch.tensor([sources.index(image.source) for image in images])
        self._shown = torch.zeros(len(images), len(self.names), dtype=torch.bool)
        for row, image in enumerate(images):
            for kind in image.shown & self.number.keys():
                self._shown[row, self.number[kind]] = True
        labelled = self.of_image >= 0
        self._own = torch.zeros(len(sources), len(self.names), dtype=torch.bool)
        self._own[self._source[labelled], self.of_image[labelled]] = True
        self._related, self._part_of = (
            torch.tensor([[overlap(a, b) for b in self.names] for a in self.names])
            for overlap in (related, part_of)
        )

    def allowed(self, rows: Tensor) -> Tensor:
        """Return bool [n, scenes]: those that are known not to be the scene of the image, and its own.

        The images have labels. A set knows its scenes apart, unless one is part of the other; of those of other
        sets, the ones that overlap with the image's scene are left out.
        """
        scene = self.of_image[rows]
        return (self._own[self._source[rows]] & ~self._part_of[scene]) | ~self._related[scene]

    def relations(self, rows: Tensor, positive: Tensor) -> Relations:
        """Return who is like whom among images ``rows`` int [n], ``positive`` bool [n, n].

        Images without a label are of no scene; what they show overlaps with the same kinds and those related to
        them.
        """
        scene, source = self.of_image[rows], self._source[rows]
        across = source[:, None] != source[None, :]
        labelled = scene >= 0
        same = (scene[:, None] == scene[None, :]) & labelled
        shown = self._shown[rows].float()
        alike = self._related | torch.eye(len(self.names), dtype=torch.bool)
        overlap = (shown @ alike.float() @ shown.T > 0) & ~same
        part = (shown @ self._part_of.float() @ shown.T) > 0
        return Relations(positive, same, part | (across & overlap))


class Sentences:
    """Numbers for sentences, and which images carry them."""

    def __init__(self, images: Sequence[CaptionedImage]) -> None:
        self.names = sorted({text for image in images for text in image.sentences})
        self.number = {name: i for i, name in enumerate(self.names)}
        width = max(len(image.sentences) for image in images)
        # Filled up with -2: no sentence, and not the -1 of what is said and is no sentence either.
        self.of_image = torch.full((len(images), width), -2)
        for row, image in enumerate(images):
            for column, text in enumerate(image.sentences):
                self.of_image[row, column] = self.number[text]

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
        set_weights: See :func:`balanced_weights`.
    """

    def __init__(
        self,
        utterances: Sequence[Utterance],
        images: Sequence[CaptionedImage],
        scenes: Scenes,
        usable: np.ndarray | None = None,
        set_weights: Mapping[str, float] | None = None,
    ) -> None:
        self._scenes = scenes
        self._sentences = Sentences(images)
        self._by_sentence: list[list[int]] = [[] for _ in self._sentences.names]
        self._by_kind: list[list[int]] = [[] for _ in scenes.names]
        self._sentence = np.full(len(utterances), -1)
        self._names = torch.zeros(len(utterances), len(scenes.names), dtype=torch.bool)
        free = []
        for row, utterance in enumerate(utterances):
            if usable is not None and not usable[row]:
                continue
            if utterance.sentence is not None:
                if utterance.sentence in self._sentences.number:
                    self._sentence[row] = self._sentences.number[utterance.sentence]
                    self._by_sentence[self._sentence[row]].append(row)
            elif utterance.kinds:
                for kind in scenes.number.keys() & set(utterance.kinds):
                    self._names[row, scenes.number[kind]] = True
                    self._by_kind[scenes.number[kind]].append(row)
            else:
                free.append(row)
        self._open = np.array(free, dtype=np.int64)
        self._of_image = [
            [s for s in row if s >= 0 and self._by_sentence[s]]
            for row in self._sentences.of_image.tolist()
        ]
        # Images of which something can be said, and how often each is drawn.
        self.images = np.array(
            [row for row in range(len(images)) if self._of_image[row] or self._phrases(row)],
            np.int64,
        )
        self.weights = balanced_weights([images[row] for row in self.images], set_weights or {})

    def _phrases(self, row: int) -> list[int]:
        """Return the labelled phrases of an image's kind."""
        scene = int(self._scenes.of_image[row])
        return self._by_kind[scene] if scene >= 0 else []

    def draw(
        self, rows: np.ndarray, labelled_share: float, rng: np.random.Generator
    ) -> tuple[np.ndarray, Relations]:
        """Choose what is said of images ``rows`` int [n].

        Returns:
            Utterances int [n], and who is like whom: a caption is right for the images that carry it, a
            labelled phrase for all images of its kinds. Images without captions are always asked for by
            labelled phrases.
        """
        said = np.empty(len(rows), dtype=np.int64)
        for position, row in enumerate(rows):
            phrases, sentences = self._phrases(int(row)), self._of_image[row]
            if phrases and (not sentences or rng.random() < labelled_share):
                said[position] = phrases[rng.integers(len(phrases))]
            else:
                utterances = self._by_sentence[sentences[rng.integers(len(sentences))]]
                said[position] = utterances[rng.integers(len(utterances))]
        chosen = torch.from_numpy(rows)
        positive = self._sentences.positive(torch.from_numpy(self._sentence[said]), chosen)
        scene = self._scenes.of_image[chosen]
        named = self._names[torch.from_numpy(said)][:, scene.clamp(min=0)] & (scene >= 0)
        positive = positive | named | torch.eye(len(rows), dtype=torch.bool)
        return said, self._scenes.relations(chosen, positive)

    def draw_open(self, count: int, rng: np.random.Generator) -> np.ndarray:
        """Choose phrases that go with no image, int [at most count]."""
        if not len(self._open):
            return self._open
        return self._open[rng.integers(len(self._open), size=count)]


def balanced_weights(
    images: Sequence[CaptionedImage], set_weights: Mapping[str, float]
) -> np.ndarray:
    """Return how likely each image is drawn, float64 [n], sum 1.

    Every kind of every source counts by the square root of its images, so that 30 roundabouts are seen
    beside 700 forests.

    Args:
        images: Which ones.
        set_weights: What a source counts besides; default 1.
    """
    groups = [(image.source, image.kind) for image in images]
    sizes = Counter(groups)
    weights = np.array(
        [set_weights.get(source, 1.0) * sizes[source, kind] ** -0.5 for source, kind in groups]
    )
    return weights / weights.sum()


def batches(weights: np.ndarray, size: int, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """Yield batches of rows without end, drawn by their weights; a row comes once in a batch if enough have a weight."""
    repeat = bool(np.count_nonzero(weights) < size)
    while True:
        yield rng.choice(len(weights), size, replace=repeat, p=weights)
