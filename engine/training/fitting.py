"""Fitting: first images and text, then the voice, with the same relationships in both.

1. *Images and text.* The text head (on MiniLM's sentence vectors) and the image projection learn all
   relationships on the frozen trunk, then the trunk's last parts join them, then the heads are polished
   alone. The text head stays in training: it is the teacher of the voice.
2. *Voice.* The voice head and the upper blocks of the speech encoder learn the relationships with the
   images, and to put a sentence where the teacher puts its text: also sentences that no image goes with.

Both stages are seeded, save their state after every epoch and go on from it.
"""

from __future__ import annotations

import dataclasses
import json
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ..model import losses
from ..model.checkpoint import ScrlNetwork
from ..model.image_encoder import FEATURE_CHANNELS
from ..model.losses import Relations
from .clip_assignment import Utterance
from .config import TrainingConfig
from .datasets import CaptionedImage
from .features import FeatureStore, image_key, pad_batch, voice_key
from .metrics import mean_average_precision, precision_at, recall_at
from .precision import autocast
from .sampling import Scenes, UtteranceSampler, batches
from .synthesis import Clip
from .teacher import TEXT_SIZE

# Utterances of similar length that are padded to the longest of them.
SIMILAR_LENGTH_BATCH = 32
HEAD_EPOCHS = 4
HEAD_RATE = 1e-3


class TextHead(nn.Module):
    """From MiniLM's sentence vectors to the shared space; used in training only.

    A linear map carries the teacher's geometry over, also for words that no caption uses; the
    hidden layer adds what captions teach.
    """

    def __init__(self, embedding_size: int, hidden: int = 512, dropout: float = 0.2) -> None:
        super().__init__()
        self.linear = nn.Linear(TEXT_SIZE, embedding_size)
        self.hidden = nn.Sequential(
            nn.Linear(TEXT_SIZE, hidden),
            nn.GELU(),
            nn.Dropout(dropout),
            nn.Linear(hidden, embedding_size),
        )

    def forward(self, sentences: Tensor) -> Tensor:
        """Map unit vectors [n, 384] to unit vectors [n, embedding_size]."""
        scaled = sentences * math.sqrt(TEXT_SIZE)
        return functional.normalize(self.linear(scaled) + self.hidden(scaled), dim=-1)


@dataclass(frozen=True)
class SpokenValidation:
    """Questions that choose the model.

    Attributes:
        voices: Feature keys of spoken captions of validation images.
        sentences: What they say.
        commands: Feature keys of spoken commands.
        kinds: The kinds of scene that these name.
        images: The images to find.
    """

    voices: tuple[str, ...]
    sentences: tuple[str, ...]
    commands: tuple[str, ...]
    kinds: tuple[str, ...]
    images: tuple[CaptionedImage, ...]


def term_values(
    questions: Tensor,
    images: Tensor,
    relations: Relations,
    scene: Tensor,
    allowed: Tensor,
    prototypes: Tensor,
    config: TrainingConfig,
) -> dict[str, Tensor]:
    """Return every SCRL term that counts, unweighted, for a batch of n pairs."""
    weights, t, ts = config.losses, config.temperature, config.scene_temperature
    unit = functional.normalize(prototypes, dim=-1)
    terms: dict[str, Callable[[], Tensor]] = {
        "contrastive": lambda: losses.contrastive_loss(questions, images, relations, t),
        "pairwise": lambda: losses.pairwise_loss(questions, images),
        "intra": lambda: (
            losses.intra_modality_loss(questions, relations, ts)
            + losses.intra_modality_loss(images, relations, ts)
        ),
        "intra_agreement": lambda: losses.intra_agreement_loss(questions, images),
        "inter": lambda: losses.inter_modality_loss(questions, images, relations, ts),
        "inter_agreement": lambda: losses.inter_agreement_loss(questions, images),
        "scene": lambda: (
            losses.scene_loss(questions, unit, scene, allowed, ts)
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


class Resumable:
    """Modules, optimiser and schedule of one stage, saved after every epoch."""

    def __init__(
        self,
        path: Path,
        module: nn.Module,
        groups: Sequence[tuple[Sequence[nn.Parameter], float]],
        steps: int,
        config: TrainingConfig,
    ) -> None:
        self.path, self.module = path, module
        self.optimiser = torch.optim.AdamW(
            [{"params": list(parameters)} for parameters, _ in groups],
            weight_decay=config.weight_decay,
        )
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimiser, [rate for _, rate in groups], total_steps=max(steps, 2), pct_start=0.15
        )
        self.epoch = 0
        self.best = -1.0
        if path.is_file():
            state = torch.load(path, map_location="cpu", weights_only=True)
            self.module.load_state_dict(state["module"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.schedule.load_state_dict(state["schedule"])
            self.epoch, self.best = state["epoch"], state["best"]

    def step(self, loss: Tensor) -> None:
        """Take one step down."""
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        for group in self.optimiser.param_groups:
            nn.utils.clip_grad_norm_(group["params"], 1.0)
        self.optimiser.step()
        self.schedule.step()

    @property
    def best_path(self) -> Path:
        """Where the weights of the best epoch lie."""
        return self.path.with_suffix(".best.pt")

    def save(self, score: float) -> None:
        """Write the state after an epoch, and its weights if none scored higher."""
        self.epoch += 1
        if score > self.best:
            self.best = score
            torch.save(self.module.state_dict(), self.best_path)
        state = {
            "module": self.module.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "epoch": self.epoch,
            "best": self.best,
        }
        temporary = self.path.with_suffix(".part")
        torch.save(state, temporary)
        temporary.replace(self.path)

    def take_best(self) -> None:
        """Put the weights of the best epoch into the module."""
        self.module.load_state_dict(
            torch.load(self.best_path, map_location="cpu", weights_only=True)
        )


class ImageFeatures:
    """Cached image features by row of a list of images, in one of their views."""

    def __init__(
        self, images: Sequence[CaptionedImage], store: FeatureStore, config: TrainingConfig
    ) -> None:
        self.images, self._store, self._config = images, store, config

    def batch(self, rows: np.ndarray, views: np.ndarray) -> Tensor:
        """Return features of images ``rows`` seen as ``views``, float32 [n, c, h, w]."""
        c = self._config
        keys = [
            image_key(self.images[row], int(view), c.image_encoder, c.image_pixels, c.image_part)
            for row, view in zip(rows, views, strict=True)
        ]
        # Channels last: depthwise convolutions are half again as fast on a CPU.
        batch = torch.from_numpy(np.stack([self._store[key] for key in keys])).float()
        return batch.to(memory_format=torch.channels_last)


def pooled_trunk(
    network: ScrlNetwork, features: ImageFeatures, views: int, config: TrainingConfig, device: str
) -> Tensor:
    """Return the trunk's pooled features of all images, float32 [n, views, 1280]."""
    network.image.eval()
    count = len(features.images)
    out = torch.empty(count, views, FEATURE_CHANNELS)
    with torch.inference_mode(), autocast(device):
        for start in range(0, count, 64):
            rows = np.arange(start, min(start + 64, count))
            for view in range(views):
                batch = features.batch(rows, np.full(len(rows), view)).to(device)
                trunk = network.image.trunk(batch, config.image_part)
                out[start : start + len(rows), view] = trunk.mean(dim=(2, 3)).float().cpu()
    return out


def fit_images(
    network: ScrlNetwork,
    text_head: TextHead,
    features: ImageFeatures,
    utterances: Sequence[Utterance],
    texts: Tensor,
    validation: ImageFeatures,
    validation_texts: tuple[Sequence[str], Tensor],
    config: TrainingConfig,
    run: Path,
    log: Log,
    device: str,
) -> None:
    """Learn the image side and the text head; batch norms keep their ImageNet statistics.

    Args:
        network: Its image encoder and prototypes are trained in place.
        text_head: Trained in place.
        features: Of the training images, from ``config.image_part`` on.
        utterances: What training says.
        texts: MiniLM vectors of it, [utterances, 384].
        validation: Features of the validation images.
        validation_texts: Captions of these and their MiniLM vectors.
        config: How.
        run: Folder of this training.
        log: Told of every epoch.
        device: Where to compute.
    """
    images = features.images
    scenes = Scenes([*images, *validation.images])
    table = UtteranceSampler(utterances, images, scenes)
    both = nn.ModuleDict({"network": network, "text": text_head})
    heads = [*network.image.projection.parameters(), *text_head.parameters(), network.prototypes]

    def run_epochs(
        state: Resumable,
        stage: str,
        epochs: int,
        steps: int,
        chosen: TrainingConfig,
        embed: Callable[[np.ndarray, np.ndarray], Tensor],
    ) -> None:
        while state.epoch < epochs:
            rng = _begin_epoch(config.seed, stage, state.epoch)
            drawn = batches(len(table.images), config.batch_size, rng)
            network.eval()
            network.image.projection.train()
            text_head.train()
            begun, sums = time.monotonic(), _Sums()
            for _ in range(steps):
                rows = table.images[next(drawn)]
                said, relations = table.draw(rows, config.labelled_share, rng)
                seen = embed(rows, rng.integers(0, config.image_views, len(rows)))
                told = text_head(texts[said].to(device))
                numbers = torch.from_numpy(rows)
                terms = term_values(
                    told,
                    seen,
                    relations.to(device),
                    scenes.of_image[numbers].to(device),
                    scenes.allowed(numbers).to(device),
                    network.prototypes,
                    chosen,
                )
                if chosen.losses.language > 0:
                    more = texts[table.draw_open(len(rows), rng)].to(device)
                    terms["language"] = losses.intra_agreement_loss(text_head(more), more)
                state.step(sums.add(terms, chosen))
            pooled = pooled_trunk(network, validation, 1, config, device)
            measured = validate_texts(
                network, text_head, validation.images, pooled, *validation_texts, device
            )
            state.save(measured["score"])
            log.write(
                stage=stage, epoch=state.epoch, **sums.means(), **measured,
                seconds=round(time.monotonic() - begun, 1),
            )  # fmt: skip
        state.take_best()

    def fit_heads(stage: str, steps: int, chosen: TrainingConfig) -> None:
        """Train on what the trunk, as it is, makes of the images."""
        path = run / f"{stage.replace(' ', '_')}.pt"
        state = Resumable(path, both, [(heads, HEAD_RATE)], steps, config)
        pooled = torch.empty(0)
        if state.epoch < HEAD_EPOCHS:
            pooled = pooled_trunk(network, features, config.image_views, config, device)

        def embed_pooled(rows: np.ndarray, views: np.ndarray) -> Tensor:
            return project(network, pooled[rows, views].to(device))

        run_epochs(state, stage, HEAD_EPOCHS, steps // HEAD_EPOCHS, chosen, embed_pooled)

    def embed_images(rows: np.ndarray, views: np.ndarray) -> Tensor:
        return network.image.from_part(features.batch(rows, views).to(device), config.image_part)

    first = dataclasses.replace(config, losses=config.trunk_losses)
    fit_heads("image heads", config.head_steps, first)
    if config.image_epochs:
        steps = math.ceil(len(table.images) / config.batch_size)
        trunk = network.image.trunk.parts[config.image_part :]
        trained = [p for part in trunk for p in part.parameters()]
        rate = config.image_learning_rate
        state = Resumable(
            run / "images.pt",
            both,
            [(trained, rate), (heads, rate)],
            config.image_epochs * steps,
            config,
        )
        run_epochs(state, "images", config.image_epochs, steps, first, embed_images)
    if config.polish_steps:
        fit_heads("polish", config.polish_steps, config)


def project(network: ScrlNetwork, pooled: Tensor) -> Tensor:
    """Return unit vectors of the trunk's pooled features [n, 1280]."""
    return functional.normalize(network.image.projection(pooled), dim=-1)


class _Sums:
    """Mean values of the terms over an epoch."""

    def __init__(self) -> None:
        self._sums: dict[str, float] = {}
        self._steps = 0

    def add(self, terms: dict[str, Tensor], config: TrainingConfig) -> Tensor:
        """Return the weighted sum, and remember the terms."""
        self._steps += 1
        for name, value in terms.items():
            self._sums[name] = self._sums.get(name, 0.0) + float(value.detach())
        return torch.stack([getattr(config.losses, n) * v for n, v in terms.items()]).sum()

    def means(self) -> dict[str, float]:
        return {name: round(value / self._steps, 4) for name, value in self._sums.items()}


STAGES = ("image heads", "images", "polish", "voice", "tuning")


def _begin_epoch(seed: int, stage: str, epoch: int) -> np.random.Generator:
    """Seed what draws batches and what drops activations: an epoch is the same after a break."""
    torch.manual_seed((seed * 10 + STAGES.index(stage)) * 1000 + epoch)
    return np.random.default_rng([seed, STAGES.index(stage), epoch])


class VoiceFeatures:
    """What the frozen part of the voice encoder makes of clips, by utterance.

    Args:
        utterances: What is said.
        clips: Who says it; those in ``store`` are used.
        store: Features under :func:`~engine.training.features.voice_key`.
    """

    def __init__(
        self, utterances: Sequence[Utterance], clips: Sequence[Clip], store: FeatureStore
    ) -> None:
        number = {utterance.text: i for i, utterance in enumerate(utterances)}
        self._store = store
        self._keys: list[list[str]] = [[] for _ in utterances]
        for clip in clips:
            for variant in (0, 1):
                key = voice_key(clip, variant)
                if key in store and clip.text in number:
                    self._keys[number[clip.text]].append(key)
        self.usable = np.array([bool(keys) for keys in self._keys])

    def draw(self, said: np.ndarray, rng: np.random.Generator) -> list[np.ndarray]:
        """Return features [t_i, c] of one clip of each utterance."""
        chosen = [self._keys[utterance] for utterance in said]
        return [self._store[keys[rng.integers(len(keys))]] for keys in chosen]


def fit_voice(
    network: ScrlNetwork,
    images: Sequence[CaptionedImage],
    pooled: Tensor,
    utterances: Sequence[Utterance],
    voices: VoiceFeatures,
    targets: Tensor | None,
    texts: Tensor | None,
    validation: SpokenValidation,
    validation_pooled: Tensor,
    validation_voices: FeatureStore,
    config: TrainingConfig,
    run: Path,
    log: Log,
    device: str,
    stage: str = "voice",
) -> None:
    """Learn the voice side; ends with the weights of the best epoch on validation data.

    Args:
        network: Trained in place: voice encoder above the frozen blocks, image projection, prototypes.
        images: Training images.
        pooled: The trunk's features of them, [n, views, 1280].
        utterances: What training says.
        voices: Who says it.
        targets: Where the text teacher puts each utterance, [utterances, embedding_size]; None: no teacher.
        texts: MiniLM vectors of the utterances, [utterances, 384]; None: no teacher.
        validation: Chooses the best epoch.
        validation_pooled: The trunk's features of its images, [m, 1, 1280].
        validation_voices: Features of its clips.
        config: How.
        run: Folder of this training.
        log: Told of every epoch.
        device: Where to compute.
        stage: "voice", or "tuning": what it is called in the log and on disk.
    """
    scenes = Scenes([*images, *validation.images])
    table = UtteranceSampler(utterances, images, scenes, voices.usable)
    # Reads the whole sentence out of the pooled frames: what the voice hears beyond scenes.
    language = nn.Linear(network.voice.head.channels, TEXT_SIZE).to(device)
    speech = list(upper_speech(network, config).parameters())
    rate = config.learning_rate
    groups = [
        ([*network.voice.head.parameters(), *language.parameters()], rate),
        (list(network.image.projection.parameters()), rate * config.image_head_factor),
        ([network.prototypes], rate * max(config.image_head_factor, 0.1)),
    ]
    if speech:
        factor = config.speech_factor if config.voice_encoder == "pretrained" else 1.0
        groups.append((speech, rate * factor))
    state = Resumable(
        run / f"{stage}.pt",
        nn.ModuleDict({"network": network, "language": language}),
        groups,
        config.epochs * config.steps_per_epoch,
        config,
    )
    weights = config.losses
    while state.epoch < config.epochs:
        rng = _begin_epoch(config.seed, stage, state.epoch)
        drawn = batches(len(table.images), config.batch_size, rng)
        network.eval()
        network.voice.train()
        network.image.projection.train()
        begun, sums = time.monotonic(), _Sums()
        for _ in range(config.steps_per_epoch):
            rows = table.images[next(drawn)]
            said, relations = table.draw(rows, config.labelled_share, rng)
            if targets is not None:
                extra = table.draw_open(round(config.open_share * len(rows)), rng)
                said = np.concatenate([said, extra])
            heard = pool_features(network, voices.draw(said, rng), config, device)
            embedded = functional.normalize(network.voice.head.projection(heard), dim=-1)
            views = rng.integers(0, pooled.shape[1], len(rows))
            seen = project(network, pooled[rows, views].to(device))
            chosen = torch.from_numpy(rows)
            terms = term_values(
                embedded[: len(rows)],
                seen,
                relations.to(device),
                scenes.of_image[chosen].to(device),
                scenes.allowed(chosen).to(device),
                network.prototypes,
                config,
            )
            if targets is not None and texts is not None:
                same = torch.from_numpy(said[:, None] == said[None, :]).to(device)
                if weights.distillation > 0:
                    taught = targets[said].to(device)
                    terms["distillation"] = losses.distillation_loss(
                        embedded, taught, same, config.temperature
                    )
                if weights.language > 0:
                    taught = texts[said].to(device)
                    read = functional.normalize(language(heard), dim=-1)
                    terms["language"] = losses.distillation_loss(
                        read, taught, same, config.temperature
                    )
            state.step(sums.add(terms, config))
        measured = validate_voices(
            network, validation, validation_pooled, validation_voices, config, device
        )
        state.save(measured["score"])
        log.write(
            stage=stage, epoch=state.epoch, **sums.means(), **measured,
            seconds=round(time.monotonic() - begun, 1),
        )  # fmt: skip
    state.take_best()


def upper_speech(network: ScrlNetwork, config: TrainingConfig) -> nn.ModuleList:
    """Return the parts of the voice encoder below its head that are trained."""
    if config.voice_encoder == "pretrained":
        speech = network.voice.speech
        trained: list[nn.Module] = list(speech.blocks[config.speech_part :])
        return nn.ModuleList([*trained, speech.norm] if trained else [])
    return nn.ModuleList([network.voice.norm, network.voice.stem])


def pool_features(
    network: ScrlNetwork, features: Sequence[np.ndarray], config: TrainingConfig, device: str
) -> Tensor:
    """Pool utterances [t_i, c] over time, those of similar length together: little is padding.

    Returns:
        float32 [n, channels], in the order given.
    """
    order = sorted(range(len(features)), key=lambda row: len(features[row]))
    voice, parts = network.voice, []
    for start in range(0, len(order), SIMILAR_LENGTH_BATCH):
        rows = order[start : start + SIMILAR_LENGTH_BATCH]
        batch, lengths = pad_batch([features[row] for row in rows])
        if config.voice_encoder != "pretrained":
            lengths = (lengths + 1) // 2
        with autocast(device):
            x = voice.upper(batch.to(device), lengths.to(device), config.speech_part)
            parts.append(voice.head.pooled(x, lengths.to(device)).float())
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return torch.cat(parts)[back.to(device)]


def embed_voices(
    network: ScrlNetwork, features: Sequence[np.ndarray], config: TrainingConfig, device: str
) -> Tensor:
    """Return unit vectors of utterances [t_i, c] on the CPU, float32 [n, embedding_size]."""
    network.eval()
    with torch.inference_mode():
        pooled = pool_features(network, features, config, device)
        return functional.normalize(network.voice.head.projection(pooled), dim=-1).cpu()


def validate_texts(
    network: ScrlNetwork,
    text_head: TextHead,
    images: Sequence[CaptionedImage],
    pooled: Tensor,
    sentences: Sequence[str],
    texts: Tensor,
    device: str,
) -> dict[str, float]:
    """Measure image side and text head on captions of validation images; as :func:`rank_captions`."""
    network.eval()
    text_head.eval()
    with torch.inference_mode():
        seen = project(network, pooled[:, 0].to(device)).cpu()
        told = text_head(texts.to(device)).cpu()
    return rank_captions((told @ seen.T).numpy(), sentences, images)


def validate_voices(
    network: ScrlNetwork,
    validation: SpokenValidation,
    pooled: Tensor,
    voices: FeatureStore,
    config: TrainingConfig,
    device: str,
) -> dict[str, float]:
    """Measure the network on spoken validation questions.

    Returns:
        What :func:`rank_captions` returns, ``val_p10`` (class-level precision at 10 of commands, mean over
        the data sets) and the ``score`` that chooses: the mean of rank_captions' score and it.
    """
    captions = embed_voices(network, [voices[key] for key in validation.voices], config, device)
    with torch.inference_mode():
        seen = project(network, pooled[:, 0].to(device)).cpu()
    measured = rank_captions((captions @ seen.T).numpy(), validation.sentences, validation.images)
    if validation.commands:
        asked = embed_voices(network, [voices[key] for key in validation.commands], config, device)
        precision = command_precision((asked @ seen.T).numpy(), validation.kinds, validation.images)
        measured |= {
            "val_p10": round(precision, 2),
            "score": round((measured["score"] + precision) / 2, 2),
        }
    return measured


def rank_captions(
    scores: np.ndarray, sentences: Sequence[str], images: Sequence[CaptionedImage]
) -> dict[str, float]:
    """Return class-level mAP and paired R@10 in percent, means over the data sets.

    Args:
        scores: [sentences, images].
        sentences: Captions of some of the images.
        images: What is ranked; each data set on its own.

    Returns:
        ``val_map``, ``val_r10`` and their weighted mean ``score``.
    """
    results = []
    for dataset in sorted({image.dataset for image in images}):
        columns = [i for i, image in enumerate(images) if image.dataset == dataset]
        part = [images[i] for i in columns]
        paired = np.array([[s in i.sentences for i in part] for s in sentences])
        rows = np.flatnonzero(paired.any(axis=1))
        kinds = np.array([image.kind for image in part])
        wanted = np.array([kinds[paired[row]][0] for row in rows])
        ranked = scores[np.ix_(np.asarray(rows), np.asarray(columns))]
        results.append(
            (
                100 * mean_average_precision(ranked, wanted[:, None] == kinds[None, :]),
                100 * recall_at(ranked, paired[rows], 10),
            )
        )
    precision, recall = (float(value) for value in np.mean(results, axis=0))
    return {
        "val_map": round(precision, 2),
        "val_r10": round(recall, 2),
        "score": round(0.75 * precision + 0.25 * recall, 2),
    }


def command_precision(
    scores: np.ndarray, kinds: Sequence[str], images: Sequence[CaptionedImage]
) -> float:
    """Return class-level P@10 in percent of commands, mean over the data sets that have the kind."""
    results = []
    for dataset in sorted({image.dataset for image in images}):
        columns = [i for i, image in enumerate(images) if image.dataset == dataset]
        there = np.array([images[i].kind for i in columns])
        rows = [row for row, kind in enumerate(kinds) if (there == kind).any()]
        relevant = np.array([kinds[row] for row in rows])[:, None] == there[None, :]
        results.append(
            100 * precision_at(scores[np.ix_(np.asarray(rows), np.asarray(columns))], relevant, 10)
        )
    return float(np.mean(results))
