"""Fitting: first the image encoder's last blocks, then both encoders together.

1. *Images.* The last blocks of the trunk learn the scenes (intra-modality relationship and shared
   prototypes) from cached features of the blocks before them.
2. *SCRL.* Image projection and voice encoder learn all relationships at once, on cached features of
   the speech encoder and of the fine-tuned trunk.

Both stages are seeded, save their state after every epoch and go on from it.
"""

from __future__ import annotations

import dataclasses
import json
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from ..errors import UsageError
from ..model import losses
from ..model.checkpoint import ScrlNetwork
from ..model.losses import Relations
from .datasets import CaptionedImage, related
from .features import FeatureStore, image_key, pad_batch, voice_key
from .metrics import mean_average_precision, recall_at
from .synthesis import Clip

# Utterances of similar length that are padded to the longest of them.
SIMILAR_LENGTH_BATCH = 32


@dataclass(frozen=True)
class LossWeights:
    """What each term counts; 0 leaves it out."""

    contrastive: float = 1.0
    pairwise: float = 0.25
    intra: float = 0.25
    intra_agreement: float = 1.0
    inter: float = 0.5
    inter_agreement: float = 1.0
    scene: float = 0.5


@dataclass(frozen=True)
class TrainingConfig:
    """Everything that decides the outcome of a training, besides the data.

    ``image_part`` is how many parts of the trunk stay frozen (18: all of it).
    """

    seed: int = 1
    image_pixels: int = 160
    embedding_size: int = 256
    voice_encoder: str = "pretrained"
    espeak_per_sentence: int = 2
    flite_per_sentence: int = 1
    kokoro_share: float = 0.05
    augmented_variants: int = 1
    image_views: int = 4
    image_part: int = 12
    image_epochs: int = 4
    image_learning_rate: float = 1e-3
    epochs: int = 6
    steps_per_epoch: int = 80
    batch_size: int = 256
    learning_rate: float = 2e-3
    image_head_factor: float = 0.3
    weight_decay: float = 0.02
    temperature: float = 0.07
    scene_temperature: float = 0.1
    losses: LossWeights = field(default_factory=LossWeights)


def read_config(path: Path | None) -> TrainingConfig:
    """Return the default configuration with what a JSON file changes.

    Raises:
        UsageError: The file is not there, is no JSON object, or names an unknown setting.
    """
    if path is None:
        return TrainingConfig()
    try:
        changes = json.loads(path.read_text(encoding="utf-8"))
        weights = LossWeights(**changes.pop("losses", {}))
        return TrainingConfig(**changes, losses=weights)
    except (OSError, ValueError, TypeError, AttributeError) as error:
        names = ", ".join(field.name for field in dataclasses.fields(TrainingConfig))
        raise UsageError(
            problem=f"{path} is no training configuration: {error}.", advice=f"Settings: {names}."
        ) from error


class Scenes:
    """Numbers for kinds of scenes, and which of them each data set tells apart."""

    def __init__(self, images: Sequence[CaptionedImage]) -> None:
        self.names = sorted({image.kind for image in images})
        number = {name: i for i, name in enumerate(self.names)}
        self.of_image = torch.tensor([number[image.kind] for image in images])
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
        number = {name: i for i, name in enumerate(self.names)}
        width = max(len(image.sentences) for image in images)
        rows = [
            [number[text] for text in image.sentences]
            + [number[image.sentences[0]]] * (width - len(image.sentences))
            for image in images
        ]
        self.of_image = torch.tensor(rows)

    def positive(self, sentences: Tensor, rows: Tensor) -> Tensor:
        """Return bool [n, n]: whether sentence i is a caption of image j."""
        return (sentences[:, None, None] == self.of_image[rows][None]).any(dim=-1)


@dataclass(frozen=True)
class ValidationSet:
    """Spoken questions that choose the model: features by sentence, and the images to find."""

    voices: tuple[str, ...]
    sentences: tuple[str, ...]
    images: tuple[CaptionedImage, ...]


def term_values(
    voices: Tensor,
    images: Tensor,
    relations: Relations,
    scene: Tensor,
    allowed: Tensor,
    prototypes: Tensor,
    config: TrainingConfig,
) -> dict[str, Tensor]:
    """Return every loss term that counts, unweighted, for a batch of n pairs."""
    weights, t, ts = config.losses, config.temperature, config.scene_temperature
    unit = nn.functional.normalize(prototypes, dim=-1)
    terms: dict[str, Callable[[], Tensor]] = {
        "contrastive": lambda: losses.contrastive_loss(voices, images, relations, t),
        "pairwise": lambda: losses.pairwise_loss(voices, images),
        "intra": lambda: (
            losses.intra_modality_loss(voices, relations, ts)
            + losses.intra_modality_loss(images, relations, ts)
        ),
        "intra_agreement": lambda: losses.intra_agreement_loss(voices, images),
        "inter": lambda: losses.inter_modality_loss(voices, images, relations, ts),
        "inter_agreement": lambda: losses.inter_agreement_loss(voices, images),
        "scene": lambda: (
            losses.scene_loss(voices, unit, scene, allowed, ts)
            + losses.scene_loss(images, unit, scene, allowed, ts)
        ),
    }
    return {name: term() for name, term in terms.items() if getattr(weights, name) > 0}


class Log:
    """Lines for people on standard output and, as JSON, in ``log.jsonl`` of the run."""

    def __init__(self, run: Path, say: Callable[[str], None]) -> None:
        self._path = run / "log.jsonl"
        self._say = say

    def write(self, **row: Any) -> None:
        """Write one row."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
        self._say("  ".join(f"{key} {value}" for key, value in row.items()))


def _batches(count: int, size: int, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """Yield batches without end; every row once before any comes again."""
    order = np.empty(0, dtype=np.int64)
    while True:
        while len(order) < size:
            order = np.concatenate([order, rng.permutation(count)])
        yield order[:size]
        order = order[size:]


def _begin_epoch(seed: int, stage: int, epoch: int) -> np.random.Generator:
    """Seed what draws batches and what drops activations: an epoch is the same after a break."""
    torch.manual_seed((seed * 10 + stage) * 1000 + epoch)
    return np.random.default_rng([seed, stage, epoch])


class Resumable:
    """Network, optimiser and schedule of one stage, saved after every epoch."""

    def __init__(
        self,
        path: Path,
        module: nn.Module,
        groups: list[dict[str, Any]],
        rates: list[float],
        steps: int,
        config: TrainingConfig,
    ) -> None:
        self.path, self.module = path, module
        self.optimiser = torch.optim.AdamW(groups, weight_decay=config.weight_decay)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimiser, rates, total_steps=max(steps, 2), pct_start=0.15
        )
        self.epoch = 0
        if path.is_file():
            state = torch.load(path, map_location="cpu", weights_only=True)
            self.module.load_state_dict(state["module"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.schedule.load_state_dict(state["schedule"])
            self.epoch = state["epoch"]

    def step(self, loss: Tensor) -> None:
        """Take one step down."""
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        for group in self.optimiser.param_groups:
            nn.utils.clip_grad_norm_(group["params"], 1.0)
        self.optimiser.step()
        self.schedule.step()

    def save(self) -> None:
        """Write the state after an epoch; the file is replaced in one rename."""
        self.epoch += 1
        state = {
            "module": self.module.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "epoch": self.epoch,
        }
        temporary = self.path.with_suffix(".part")
        torch.save(state, temporary)
        temporary.replace(self.path)


class ImageFeatures:
    """Cached image features by row of a list of images, in one of their views."""

    def __init__(
        self, images: Sequence[CaptionedImage], store: FeatureStore, config: TrainingConfig
    ) -> None:
        self._images, self._store, self._config = images, store, config

    def batch(self, rows: np.ndarray, views: np.ndarray) -> Tensor:
        """Return features of images ``rows`` seen as ``views``, float32 [n, c, h, w]."""
        pixels, part = self._config.image_pixels, self._config.image_part
        keys = [
            image_key(self._images[row], int(view), pixels, part)
            for row, view in zip(rows, views, strict=True)
        ]
        # Channels last: depthwise convolutions are half again as fast on a CPU.
        batch = torch.from_numpy(np.stack([self._store[key] for key in keys])).float()
        return batch.to(memory_format=torch.channels_last)


def pooled_trunk(
    network: ScrlNetwork,
    features: ImageFeatures,
    count: int,
    views: int,
    config: TrainingConfig,
    device: str,
) -> Tensor:
    """Return the fine-tuned trunk's pooled features, float32 [count, views, 1280]."""
    network.image.eval()
    out = []
    with torch.inference_mode():
        for start in range(0, count, 64):
            rows = np.arange(start, min(start + 64, count))
            seen = [
                network.image.trunk(
                    features.batch(rows, np.full(len(rows), view)).to(device), config.image_part
                ).mean(dim=(2, 3))
                for view in range(views)
            ]
            out.append(torch.stack(seen, dim=1).cpu())
    return torch.cat(out).clone()


def fit_images(
    network: ScrlNetwork,
    images: Sequence[CaptionedImage],
    features: ImageFeatures,
    validation: Sequence[CaptionedImage],
    validation_features: ImageFeatures,
    config: TrainingConfig,
    run: Path,
    log: Log,
    device: str,
) -> None:
    """Fine-tune the last blocks of the image trunk on scenes; batch norms keep their statistics."""
    scenes = Scenes([*images, *validation])
    trained = [*network.image.trunk.parts[config.image_part :], network.image.projection]
    steps_per_epoch = math.ceil(len(images) / config.batch_size)
    rate = config.image_learning_rate
    state = Resumable(
        run / "images.pt",
        network,
        [
            {"params": [p for part in trained for p in part.parameters()]},
            {"params": [network.prototypes]},
        ],
        [rate, 10 * rate],
        config.image_epochs * steps_per_epoch,
        config,
    )
    while state.epoch < config.image_epochs:
        rng = _begin_epoch(config.seed, 1, state.epoch)
        batches = _batches(len(images), config.batch_size, rng)
        network.image.eval()
        network.image.projection.train()
        begun, total = time.monotonic(), 0.0
        for _ in range(steps_per_epoch):
            rows = next(batches)
            views = rng.integers(0, config.image_views, len(rows))
            embedded = network.image.from_part(
                features.batch(rows, views).to(device), config.image_part
            )
            chosen = torch.from_numpy(rows)
            eye = torch.eye(len(rows), dtype=torch.bool)
            relations = _to(scenes.relations(chosen, eye), device)
            loss = losses.scene_loss(
                embedded,
                nn.functional.normalize(network.prototypes, dim=-1),
                scenes.of_image[chosen].to(device),
                scenes.allowed(chosen).to(device),
                config.scene_temperature,
            ) + 0.5 * losses.intra_modality_loss(embedded, relations, config.scene_temperature)
            state.step(loss)
            total += float(loss.detach())
        state.save()
        accuracy = _scene_accuracy(
            network, scenes, len(images), validation, validation_features, config, device
        )
        log.write(
            stage="images", epoch=state.epoch, loss=round(total / steps_per_epoch, 4),
            val_accuracy=round(accuracy, 4), seconds=round(time.monotonic() - begun, 1),
        )  # fmt: skip


def _scene_accuracy(
    network: ScrlNetwork,
    scenes: Scenes,
    first: int,
    validation: Sequence[CaptionedImage],
    features: ImageFeatures,
    config: TrainingConfig,
    device: str,
) -> float:
    """Share of validation images whose nearest prototype (of their data set) is right."""
    network.image.eval()
    right = 0
    with torch.inference_mode():
        prototypes = nn.functional.normalize(network.prototypes, dim=-1)
        for start in range(0, len(validation), 128):
            rows = np.arange(start, min(start + 128, len(validation)))
            embedded = network.image.from_part(
                features.batch(rows, np.zeros(len(rows))).to(device), config.image_part
            )
            chosen = torch.from_numpy(rows) + first
            scores = (embedded @ prototypes.T).cpu().masked_fill(~scenes.allowed(chosen), -9)
            right += int((scores.argmax(dim=1) == scenes.of_image[chosen]).sum())
    return right / len(validation)


def _to(relations: Relations, device: str) -> Relations:
    return Relations(
        relations.positive.to(device), relations.same_scene.to(device), relations.unknown.to(device)
    )


def fit_scrl(
    network: ScrlNetwork,
    images: Sequence[CaptionedImage],
    pooled: Tensor,
    clips: Sequence[Clip],
    voices: FeatureStore,
    validation: ValidationSet,
    validation_pooled: Tensor,
    config: TrainingConfig,
    run: Path,
    log: Log,
    device: str,
) -> None:
    """Learn image projection, voice encoder and prototypes with all terms at once.

    Args:
        network: Trained in place; ends with the weights of the best epoch on validation data.
        images: Training images.
        pooled: The trunk's features of them, [n, views, 1280].
        clips: Spoken sentences; those in ``voices`` are used.
        voices: Features of the frozen part of the voice encoder.
        validation: Chooses the best epoch.
        validation_pooled: The trunk's features of its images, [m, 1, 1280].
        config: How.
        run: Folder of this training.
        log: Told of every epoch.
        device: Where to compute.
    """
    scenes, sentences = Scenes([*images, *validation.images]), Sentences(images)
    available: list[list[str]] = [[] for _ in sentences.names]
    number = {name: i for i, name in enumerate(sentences.names)}
    for clip in clips:
        for variant in range(config.augmented_variants + 1):
            key = voice_key(clip, variant)
            if key in voices and clip.text in number:
                available[number[clip.text]].append(key)
    spoken = np.array([bool(keys) for keys in available])
    usable = np.flatnonzero(spoken[sentences.of_image.numpy()].any(axis=1))
    head = network.voice.head if config.voice_encoder == "pretrained" else network.voice
    state = Resumable(
        run / "scrl.pt",
        network,
        [
            {"params": list(head.parameters())},
            {"params": list(network.image.projection.parameters())},
            {"params": [network.prototypes]},
        ],
        [
            config.learning_rate,
            config.learning_rate * config.image_head_factor,
            config.learning_rate,
        ],
        config.epochs * config.steps_per_epoch,
        config,
    )
    best = run / "best.pt"
    best_score = -1.0
    if best.is_file():
        best_score = float(torch.load(best, map_location="cpu", weights_only=True)["score"])
    while state.epoch < config.epochs:
        rng = _begin_epoch(config.seed, 2, state.epoch)
        batches = _batches(len(usable), config.batch_size, rng)
        network.eval()
        head.train()
        network.image.projection.train()
        begun, sums = time.monotonic(), dict.fromkeys(dataclasses.asdict(config.losses), 0.0)
        for _ in range(config.steps_per_epoch):
            rows = usable[next(batches)]
            said = np.array([_choose_sentence(sentences, spoken, row, rng) for row in rows])
            keys = [available[s][rng.integers(len(available[s]))] for s in said]
            embedded = embed_features(head, [voices[key] for key in keys], config, device)
            views = rng.integers(0, pooled.shape[1], len(rows))
            seen = nn.functional.normalize(
                network.image.projection(pooled[rows, views].to(device)), dim=-1
            )
            chosen = torch.from_numpy(rows)
            positive = sentences.positive(torch.from_numpy(said), chosen)
            terms = term_values(
                embedded,
                seen,
                _to(scenes.relations(chosen, positive), device),
                scenes.of_image[chosen].to(device),
                scenes.allowed(chosen).to(device),
                network.prototypes,
                config,
            )
            state.step(torch.stack([getattr(config.losses, n) * v for n, v in terms.items()]).sum())
            for name, value in terms.items():
                sums[name] += float(value.detach())
        measured = validate(network, validation, validation_pooled, voices, config, device)
        # The best weights first: a run cut off between the two repeats this epoch.
        if measured["score"] > best_score:
            best_score = measured["score"]
            torch.save({"module": network.state_dict(), "score": best_score}, best)
        state.save()
        log.write(
            stage="scrl", epoch=state.epoch,
            **{n: round(s / config.steps_per_epoch, 4) for n, s in sums.items() if s},
            **{n: round(v, 2) for n, v in measured.items()},
            seconds=round(time.monotonic() - begun, 1),
        )  # fmt: skip
    network.load_state_dict(torch.load(best, map_location="cpu", weights_only=True)["module"])


def _choose_sentence(
    sentences: Sentences, spoken: np.ndarray, row: int, rng: np.random.Generator
) -> int:
    mine = sentences.of_image[row].numpy()
    mine = mine[spoken[mine]]
    return int(mine[rng.integers(len(mine))])


def embed_features(
    head: nn.Module, features: Sequence[np.ndarray], config: TrainingConfig, device: str
) -> Tensor:
    """Embed utterances [t_i, c], those of similar length together: little of a batch is padding.

    Returns:
        float32 [n, embedding_size], in the order given.
    """
    order = sorted(range(len(features)), key=lambda row: len(features[row]))
    parts = []
    for start in range(0, len(order), SIMILAR_LENGTH_BATCH):
        rows = order[start : start + SIMILAR_LENGTH_BATCH]
        batch, lengths = pad_batch([features[row] for row in rows])
        parts.append(head(*_voice_input(batch.to(device), lengths.to(device), config)))
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return torch.cat(parts)[back.to(device)]


def _voice_input(batch: Tensor, lengths: Tensor, config: TrainingConfig) -> tuple[Tensor, Tensor]:
    """Return the head's input: the paper's encoder takes channels first."""
    return (batch if config.voice_encoder == "pretrained" else batch.transpose(1, 2)), lengths


def validate(
    network: ScrlNetwork,
    validation: ValidationSet,
    pooled: Tensor,
    voices: FeatureStore,
    config: TrainingConfig,
    device: str,
) -> dict[str, float]:
    """Measure the network on validation questions, each data set on its own.

    Returns:
        In percent, means over the data sets: class-level mAP (voice to image), paired recall at 10,
        and their weighted mean ``score``, which chooses the best epoch.
    """
    network.eval()
    head = network.voice.head if config.voice_encoder == "pretrained" else network.voice
    with torch.inference_mode():
        embedded = embed_features(head, [voices[key] for key in validation.voices], config, device)
        seen = nn.functional.normalize(network.image.projection(pooled[:, 0].to(device)), dim=-1)
    scores = (embedded.cpu() @ seen.cpu().T).numpy()
    results = []
    for dataset in sorted({image.dataset for image in validation.images}):
        columns = np.flatnonzero([image.dataset == dataset for image in validation.images])
        images = [validation.images[i] for i in columns]
        paired = np.array([[s in i.sentences for i in images] for s in validation.sentences])
        rows = np.flatnonzero(paired.any(axis=1))
        kinds = np.array([image.kind for image in images])
        wanted = np.array([kinds[paired[row]][0] for row in rows])
        part = scores[np.ix_(rows, columns)]
        results.append(
            (
                100 * mean_average_precision(part, wanted[:, None] == kinds[None, :]),
                100 * recall_at(part, paired[rows], 10),
            )
        )
    precision, recall = np.mean(results, axis=0)
    score = 0.75 * precision + 0.25 * recall
    return {"val_map": float(precision), "val_r10": float(recall), "score": float(score)}
