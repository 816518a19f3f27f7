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
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

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
from .datasets import FEWEST_OF_A_KIND, CaptionedImage, rows_by_dataset, shows
from .features import FeatureStore, image_key, pad_batch, voice_key
from .metrics import mean_average_precision, precision_by_kind, recall_at
from .precision import autocast
from .sampling import Scenes, UtteranceSampler, batches
from .spelling import Spelling
from .synthesis import Clip
from .teacher import TEXT_SIZE

# Utterances of similar length that are padded to the longest of them.
SIMILAR_LENGTH_BATCH = 32
POOLED_BATCH = 64
HEAD_EPOCHS = 4
HEAD_RATE = 1e-3


class TextHead(nn.Module):
    """From MiniLM's sentence vectors to the shared space; used in training only.

    A linear map carries the teacher's geometry over, also for words that no caption uses; the
    hidden layer adds what captions teach.
    """

    def __init__(self, embedding_size: int) -> None:
        super().__init__()
        self.linear = nn.Linear(TEXT_SIZE, embedding_size)
        self.hidden = nn.Sequential(
            nn.Linear(TEXT_SIZE, 512), nn.GELU(), nn.Dropout(0.2), nn.Linear(512, embedding_size)
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
        kinds: The kinds of scenes that each of these names.
        images: The images to find.
    """

    voices: tuple[str, ...]
    sentences: tuple[str, ...]
    commands: tuple[str, ...]
    kinds: tuple[tuple[str, ...], ...]
    images: tuple[CaptionedImage, ...]


class Embedded(NamedTuple):
    """Unit vectors of a :class:`SpokenValidation` on the CPU, each float32 [n, d]."""

    captions: Tensor
    commands: Tensor
    images: Tensor


def term_values(
    questions: Tensor,
    images: Tensor,
    relations: Relations,
    scenes: Scenes,
    rows: np.ndarray,
    prototypes: Tensor,
    config: TrainingConfig,
) -> dict[str, Tensor]:
    """Return every SCRL term that counts, unweighted, for questions about the images ``rows`` int [n].

    Images without a label take no part in the terms with labels.
    """
    weights, t, ts = config.losses, config.temperature, config.scene_temperature
    unit = functional.normalize(prototypes, dim=-1)
    chosen, device = torch.from_numpy(rows), prototypes.device
    relations = relations.to(device)
    labelled = scenes.of_image[chosen] >= 0
    scene = scenes.of_image[chosen[labelled]].to(device)
    allowed = scenes.allowed(chosen[labelled]).to(device)
    labelled = labelled.to(device)
    named, shown = questions[labelled], images[labelled]
    among = Relations(
        *(
            each[labelled][:, labelled]
            for each in (relations.positive, relations.same_scene, relations.unknown)
        )
    )
    terms: dict[str, Callable[[], Tensor]] = {
        "contrastive": lambda: losses.contrastive_loss(questions, images, relations, t),
        "pairwise": lambda: losses.pairwise_loss(questions, images),
        "intra": lambda: (
            losses.intra_modality_loss(named, among, ts)
            + losses.intra_modality_loss(shown, among, ts)
        ),
        "intra_agreement": lambda: losses.intra_agreement_loss(questions, images),
        "inter": lambda: losses.inter_modality_loss(named, shown, among, ts),
        "inter_agreement": lambda: losses.inter_agreement_loss(questions, images),
        "scene": lambda: (
            losses.scene_loss(named, unit, scene, allowed, ts)
            + losses.scene_loss(shown, unit, scene, allowed, ts)
        ),
    }
    return {name: term() for name, term in terms.items() if getattr(weights, name) > 0}


class Log:
    """Lines for people on standard output and, as JSON, in ``log.jsonl`` of the folder ``run``."""

    def __init__(self, run: Path, say: Callable[[str], None]) -> None:
        self.run = run
        self._say = say

    def write(self, **row: Any) -> None:
        """Write one row."""
        with (self.run / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
        self._say("  ".join(f"{key} {value}" for key, value in row.items()))


STAGES = ("image heads", "images", "polish", "voice", "tuning")


class Stage:
    """One stage of a training, which saves its state after every epoch and goes on from it.

    Args:
        name: One of :data:`STAGES`.
        log: Told of every epoch; the state lies in its folder.
        module: What is saved.
        groups: The parameters that learn, with their learning rates.
        epochs: How many.
        steps: In all of them together.
        config: How.
    """

    def __init__(
        self,
        name: str,
        log: Log,
        module: nn.Module,
        groups: Sequence[tuple[Sequence[nn.Parameter], float]],
        epochs: int,
        steps: int,
        config: TrainingConfig,
    ) -> None:
        self.name, self.config, self._log, self._module = name, config, log, module
        self._epochs, self._steps = epochs, steps // max(epochs, 1)
        self._path = log.run / f"{name.replace(' ', '_')}.pt"
        self._optimiser = torch.optim.AdamW(
            [{"params": list(parameters)} for parameters, _ in groups],
            weight_decay=config.weight_decay,
        )
        self._schedule = torch.optim.lr_scheduler.OneCycleLR(
            self._optimiser, [rate for _, rate in groups], total_steps=max(steps, 2), pct_start=0.15
        )
        self._epoch = 0
        self._best = -1.0
        self._average = _Average(module, config.averaging) if config.averaging else None
        if self._path.is_file():
            state = torch.load(self._path, map_location="cpu", weights_only=True)
            module.load_state_dict(state["module"])
            if self._average is not None:
                self._average.load(state["average"])
            self._optimiser.load_state_dict(state["optimiser"])
            self._schedule.load_state_dict(state["schedule"])
            self._epoch, self._best = state["epoch"], state["best"]

    @property
    def finished(self) -> bool:
        """Whether all epochs are done."""
        return self._epoch >= self._epochs

    def fit(
        self,
        sampler: UtteranceSampler,
        learning: Sequence[nn.Module],
        terms: Callable[
            [np.ndarray, np.ndarray, Relations, np.random.Generator], dict[str, Tensor]
        ],
        validate: Callable[[], dict[str, float]],
    ) -> None:
        """Go through the epochs that are left; ends with the weights of the best one.

        Args:
            sampler: Draws what a batch says.
            learning: Modules in training mode; all others are as in use.
            terms: Returns the terms of the loss of images int [n], what is said of them int [n], who is
                like whom, and the generator to draw more with.
            validate: Measures an epoch; its ``score`` chooses the best.
        """
        config, number = self.config, STAGES.index(self.name)
        while not self.finished:
            # What draws batches and what drops activations: an epoch is the same after a break.
            torch.manual_seed((config.seed * 10 + number) * 1000 + self._epoch)
            rng = np.random.default_rng([config.seed, number, self._epoch])
            drawn = batches(sampler.weights, config.batch_size, rng)
            self._module.eval()
            for module in learning:
                module.train()
            begun = time.monotonic()
            sums: dict[str, Tensor | float] = defaultdict(float)
            for _ in range(self._steps):
                rows = sampler.images[next(drawn)]
                values = terms(rows, *sampler.draw(rows, config.labelled_share, rng), rng)
                # Not read here: a graphics card goes on while the next batch is drawn.
                for name, value in values.items():
                    sums[name] = sums[name] + value.detach()
                weighted = [getattr(config.losses, name) * x for name, x in values.items()]
                self._step(torch.stack(weighted).sum())
            with self._averaged():
                measured = validate()
                self._keep_best(measured["score"])
            self._save()
            means = {name: round(float(value) / self._steps, 4) for name, value in sums.items()}
            self._log.write(
                stage=self.name, epoch=self._epoch, **means, **measured,
                seconds=round(time.monotonic() - begun, 1),
            )  # fmt: skip
        best = torch.load(self._best_path, map_location="cpu", weights_only=True)
        self._module.load_state_dict(best)

    def _step(self, loss: Tensor) -> None:
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()
        for group in self._optimiser.param_groups:
            nn.utils.clip_grad_norm_(group["params"], 1.0)
        self._optimiser.step()
        self._schedule.step()
        if self._average is not None:
            self._average.update()

    @contextmanager
    def _averaged(self) -> Iterator[None]:
        """Give the module its averaged weights meanwhile, if they are averaged."""
        if self._average is None:
            yield
            return
        own = {key: value.clone() for key, value in self._module.state_dict().items()}
        self._module.load_state_dict(self._average.state)
        yield
        self._module.load_state_dict(own)

    @property
    def _best_path(self) -> Path:
        return self._path.with_suffix(".best.pt")

    def _keep_best(self, score: float) -> None:
        """Write the weights if none before scored higher."""
        if score > self._best:
            self._best = score
            torch.save(self._module.state_dict(), self._best_path)

    def _save(self) -> None:
        """Write the state after an epoch."""
        self._epoch += 1
        state = {
            "module": self._module.state_dict(),
            "average": None if self._average is None else self._average.state,
            "optimiser": self._optimiser.state_dict(),
            "schedule": self._schedule.state_dict(),
            "epoch": self._epoch,
            "best": self._best,
        }
        temporary = self._path.with_suffix(".part")
        torch.save(state, temporary)
        temporary.replace(self._path)


class _Average:
    """The exponential moving average of a module's weights and statistics (Polyak and Juditsky 1992).

    Args:
        module: Whose.
        decay: What of the average stays at each step; less in the first steps.
    """

    def __init__(self, module: nn.Module, decay: float) -> None:
        self._module, self._decay, self._steps = module, decay, 0
        self.state = {key: value.detach().clone() for key, value in module.state_dict().items()}

    def load(self, state: dict[str, Tensor]) -> None:
        """Go on from what :attr:`state` was."""
        for key, value in self.state.items():
            value.copy_(state[key])
        # Long past the first steps.
        self._steps = round(10 / (1 - self._decay))

    @torch.no_grad()
    def update(self) -> None:
        """Take in the weights after one more step."""
        self._steps += 1
        decay = min(self._decay, (1 + self._steps) / (10 + self._steps))
        for key, value in self._module.state_dict().items():
            if value.is_floating_point():
                self.state[key].lerp_(value, 1 - decay)
            else:
                self.state[key].copy_(value)


class Images(Protocol):
    """Pictures as the trunk's part ``config.image_part`` takes them, in several views."""

    images: Sequence[CaptionedImage]

    def batch(self, rows: np.ndarray, views: np.ndarray) -> Tensor:
        """Return the input of images ``rows`` int [n] seen as ``views`` int [n], float32 [n, c, h, w]."""


class ImageFeatures:
    """Cached image features by row of a list of images, in one of their views."""

    def __init__(
        self, images: Sequence[CaptionedImage], store: FeatureStore, config: TrainingConfig
    ) -> None:
        self.images, self._store, self._config = images, store, config

    def batch(self, rows: np.ndarray, views: np.ndarray) -> Tensor:
        """Return features of images ``rows`` seen as ``views``, float32 [n, c, h, w]."""
        keys = [
            image_key(self.images[row], int(view), self._config)
            for row, view in zip(rows, views, strict=True)
        ]
        # Channels last: depthwise convolutions are half again as fast on a CPU.
        batch = torch.from_numpy(np.stack([self._store[key] for key in keys])).float()
        return batch.to(memory_format=torch.channels_last)


def pooled_trunk(
    network: ScrlNetwork, features: Images, views: int, config: TrainingConfig
) -> Tensor:
    """Return the trunk's pooled features of all images, float32 [n, views, 1280]."""
    network.image.eval()
    count, device = len(features.images), network.prototypes.device
    out = torch.empty(count, views, FEATURE_CHANNELS)
    with torch.inference_mode(), autocast(device):
        for start in range(0, count, POOLED_BATCH):
            rows = np.arange(start, min(start + POOLED_BATCH, count))
            for view in range(views):
                batch = features.batch(rows, np.full(len(rows), view)).to(device)
                trunk = network.image.trunk(batch, config.image_part)
                out[start : start + len(rows), view] = trunk.mean(dim=(2, 3)).float().cpu()
    return out


def project(network: ScrlNetwork, pooled: Tensor) -> Tensor:
    """Return unit vectors of the trunk's pooled features [n, 1280]."""
    pooled = pooled.to(network.prototypes.device)
    return functional.normalize(network.image.projection(pooled), dim=-1)


def embed_images(network: ScrlNetwork, pooled: Tensor) -> Tensor:
    """Return unit vectors of the first view of images [n, views, 1280] on the CPU."""
    network.eval()
    with torch.inference_mode():
        return project(network, pooled[:, 0]).cpu()


def fit_images(
    network: ScrlNetwork,
    text_head: TextHead,
    features: Images,
    utterances: Sequence[Utterance],
    texts: Tensor,
    validation: Images,
    asked: SpokenValidation,
    asked_texts: tuple[Tensor, Tensor],
    config: TrainingConfig,
    log: Log,
) -> None:
    """Learn the image side and the text head.

    Batch norms keep the statistics that they start with, unless the whole trunk learns (``config.image_part`` 0).

    Args:
        network: Its image encoder and prototypes are trained in place, where they are.
        text_head: Trained in place.
        features: Of the training images, from ``config.image_part`` on.
        utterances: What training says.
        texts: MiniLM vectors of it, [utterances, 384].
        validation: Features of the validation images.
        asked: What is asked for these; its voices are not heard.
        asked_texts: MiniLM vectors of its captions and of its commands, each [n, 384].
        config: How.
        log: Of this training.
    """
    scenes = Scenes([*features.images, *validation.images])
    sampler = UtteranceSampler(utterances, features.images, scenes, set_weights=config.set_weights)
    device = network.prototypes.device
    both = nn.ModuleDict({"network": network, "text": text_head})
    heads = [*network.image.projection.parameters(), *text_head.parameters(), network.prototypes]

    whole = config.image_part == 0

    def fit(
        stage: Stage,
        embed: Callable[[np.ndarray, np.ndarray], Tensor],
        learning: nn.Module = network.image.projection,
    ) -> None:
        def terms(
            rows: np.ndarray, said: np.ndarray, relations: Relations, rng: np.random.Generator
        ) -> dict[str, Tensor]:
            seen = embed(rows, rng.integers(0, config.image_views, len(rows)))
            told = text_head(texts[said].to(device))
            values = term_values(
                told, seen, relations, scenes, rows, network.prototypes, stage.config
            )
            if stage.config.losses.language > 0:
                more = texts[sampler.draw_open(len(rows), rng)].to(device)
                values["language"] = losses.intra_agreement_loss(text_head(more), more)
            return values

        def validate() -> dict[str, float]:
            seen = embed_images(network, pooled_trunk(network, validation, 1, config))
            text_head.eval()
            with torch.inference_mode():
                captions, commands = (text_head(each.to(device)).cpu() for each in asked_texts)
            return measure(Embedded(captions, commands, seen), asked)

        stage.fit(sampler, [learning, text_head], terms, validate)

    def fit_heads(name: str, steps: int, chosen: TrainingConfig) -> None:
        """Train on what the trunk, as it is, makes of the images."""
        stage = Stage(name, log, both, [(heads, HEAD_RATE)], HEAD_EPOCHS, steps, chosen)
        pooled = torch.empty(0)
        if not stage.finished:
            pooled = pooled_trunk(network, features, config.image_views, config)
        fit(stage, lambda rows, views: project(network, pooled[rows, views]))

    first = dataclasses.replace(config, losses=config.trunk_losses)
    fit_heads("image heads", config.head_steps, first)
    if config.image_epochs:
        part, epochs = config.image_part, config.image_epochs
        trunk = list(network.image.trunk.parts[part:].parameters())
        groups = [(trunk, config.image_learning_rate), (heads, config.image_learning_rate)]
        steps = config.image_steps or math.ceil(len(sampler.images) / config.batch_size)

        def embed(rows: np.ndarray, views: np.ndarray) -> Tensor:
            batch = features.batch(rows, views).to(device)
            with autocast(device) if whole else nullcontext():
                pooled = network.image.trunk(batch, part).mean(dim=(2, 3))
            return project(network, pooled.float())

        fit(
            Stage("images", log, both, groups, epochs, epochs * steps, first),
            embed,
            network.image if whole else network.image.projection,
        )
    if config.polish_steps:
        fit_heads("polish", config.polish_steps, config)


class Voices(Protocol):
    """Who says what, as the speech encoder hears it."""

    usable: np.ndarray

    def frames(
        self, network: ScrlNetwork, said: np.ndarray, rng: np.random.Generator
    ) -> Iterator[Frames]:
        """Hear one clip of each of the utterances ``said`` int [n], in groups of similar length."""


class Frames(NamedTuple):
    """What the speech encoder makes of a group of utterances.

    Attributes:
        rows: Which of the utterances asked for, int [b].
        encoded: [b, t, width], 50 frames a second.
        lengths: How many of the t frames count, int [b].
    """

    rows: np.ndarray
    encoded: Tensor
    lengths: Tensor


class VoiceFeatures:
    """What the frozen part of the voice encoder makes of clips, by utterance.

    Args:
        utterances: What is said.
        clips: Who says it; those in ``store`` are used.
        store: Features under :func:`~engine.training.features.voice_key`.
        config: Says which blocks of the speech encoder these are the output of.
    """

    def __init__(
        self,
        utterances: Sequence[Utterance],
        clips: Sequence[Clip],
        store: FeatureStore,
        config: TrainingConfig,
    ) -> None:
        number = {utterance.text: i for i, utterance in enumerate(utterances)}
        self._store, self._config = store, config
        self._keys: list[list[str]] = [[] for _ in utterances]
        for clip in clips:
            for variant in (0, 1):
                key = voice_key(clip, variant)
                if key in store and clip.text in number:
                    self._keys[number[clip.text]].append(key)
        self.usable = np.array([bool(keys) for keys in self._keys])

    def frames(
        self, network: ScrlNetwork, said: np.ndarray, rng: np.random.Generator
    ) -> Iterator[Frames]:
        """Hear one clip of each of the utterances ``said`` int [n], in groups of similar length."""
        chosen = [self._keys[utterance] for utterance in said]
        features = [self._store[keys[rng.integers(len(keys))]] for keys in chosen]
        return encode_frames(network, features, self._config)


def fit_voice(
    network: ScrlNetwork,
    images: Sequence[CaptionedImage],
    pooled: Tensor,
    utterances: Sequence[Utterance],
    voices: Voices,
    taught: tuple[Tensor, Tensor] | None,
    validation: SpokenValidation,
    validation_pooled: Tensor,
    validation_voices: FeatureStore,
    config: TrainingConfig,
    log: Log,
    stage: str = "voice",
) -> None:
    """Learn the voice side; ends with the weights of the best epoch on validation data.

    Args:
        network: Trained in place, where it is: voice encoder above the frozen blocks, image projection,
            prototypes.
        images: Training images.
        pooled: The trunk's features of them, [n, views, 1280].
        utterances: What training says.
        voices: Who says it.
        taught: Where the text teacher puts each utterance, [utterances, embedding_size], and its MiniLM
            vector, [utterances, 384]; None: no teacher.
        validation: Chooses the best epoch.
        validation_pooled: The trunk's features of its images, [m, 1, 1280].
        validation_voices: Features of its clips.
        config: How.
        log: Of this training.
        stage: "voice", or "tuning": what it is called in the log and on disk.
    """
    scenes = Scenes([*images, *validation.images])
    sampler = UtteranceSampler(utterances, images, scenes, voices.usable, config.set_weights)
    device = network.prototypes.device
    # Reads the whole sentence out of the pooled frames: what the voice hears beyond scenes.
    language = nn.Linear(network.voice.head.channels, TEXT_SIZE).to(device)
    spelling = Spelling(network.voice.head.channels_in).to(device)
    speech = list(upper_speech(network, config).parameters())
    rate = config.learning_rate
    groups = [
        (
            [*network.voice.head.parameters(), *language.parameters(), *spelling.parameters()],
            rate,
        ),
        (list(network.image.projection.parameters()), rate * config.image_head_factor),
        ([network.prototypes], rate * max(config.image_head_factor, 0.1)),
    ]
    if speech:
        factor = config.speech_factor if config.voice_encoder == "pretrained" else 1.0
        groups.append((speech, rate * factor))

    def terms(
        rows: np.ndarray, said: np.ndarray, relations: Relations, rng: np.random.Generator
    ) -> dict[str, Tensor]:
        if taught is not None:
            extra = sampler.draw_open(round(config.open_share * len(rows)), rng)
            said = np.concatenate([said, extra])
        groups = list(voices.frames(network, said, rng))
        heard = pool(network, groups, len(said))
        embedded = functional.normalize(network.voice.head.projection(heard), dim=-1)
        seen = project(network, pooled[rows, rng.integers(0, pooled.shape[1], len(rows))])
        values = term_values(
            embedded[: len(rows)], seen, relations, scenes, rows, network.prototypes, config
        )
        if taught is not None:
            same = torch.from_numpy(said[:, None] == said[None, :]).to(device)
            read = functional.normalize(language(heard), dim=-1)
            for name, learned, wanted in zip(
                ("distillation", "language"), (embedded, read), taught, strict=True
            ):
                if getattr(config.losses, name) > 0:
                    values[name] = losses.distillation_loss(
                        learned, wanted[said].to(device), same, config.temperature
                    )
        if config.losses.spelling > 0:
            values["spelling"] = torch.stack(
                [
                    spelling.loss(
                        group.encoded, group.lengths, [utterances[said[i]].text for i in group.rows]
                    )
                    * (len(group.rows) / len(said))
                    for group in groups
                ]
            ).sum()
        return values

    def validate() -> dict[str, float]:
        embedded = embed_validation(
            network, validation, validation_pooled, validation_voices, config
        )
        return measure(embedded, validation)

    both = nn.ModuleDict({"network": network, "language": language, "spelling": spelling})
    steps = config.epochs * config.steps_per_epoch
    Stage(stage, log, both, groups, config.epochs, steps, config).fit(
        sampler, [network.voice, network.image.projection], terms, validate
    )


def upper_speech(network: ScrlNetwork, config: TrainingConfig) -> nn.ModuleList:
    """Return the parts of the voice encoder below its head that are trained."""
    if config.voice_encoder == "pretrained":
        speech = network.voice.speech
        trained: list[nn.Module] = list(speech.blocks[config.speech_part :])
        return nn.ModuleList([*trained, speech.norm] if trained else [])
    return nn.ModuleList([network.voice.norm, network.voice.stem])


def encode_frames(
    network: ScrlNetwork, features: Sequence[np.ndarray], config: TrainingConfig
) -> Iterator[Frames]:
    """Encode utterances [t_i, c] from block ``config.speech_part`` on, those of similar length together.

    So little is padding.
    """
    order = np.argsort([len(each) for each in features], kind="stable")
    voice, device = network.voice, network.prototypes.device
    for start in range(0, len(order), SIMILAR_LENGTH_BATCH):
        rows = order[start : start + SIMILAR_LENGTH_BATCH]
        batch, lengths = pad_batch([features[row] for row in rows])
        if config.voice_encoder != "pretrained":
            lengths = (lengths + 1) // 2
        lengths = lengths.to(device)
        with autocast(device):
            yield Frames(rows, voice.upper(batch.to(device), lengths, config.speech_part), lengths)


def pool(network: ScrlNetwork, groups: Iterable[Frames], count: int) -> Tensor:
    """Pool utterances over time: float32 [count, channels], in the order in which they were asked for."""
    rows, parts = [], []
    for group in groups:
        rows.append(group.rows)
        with autocast(group.encoded.device):
            parts.append(network.voice.head.pooled(group.encoded, group.lengths).float())
    back = torch.empty(count, dtype=torch.long)
    back[torch.from_numpy(np.concatenate(rows))] = torch.arange(count)
    return torch.cat(parts)[back.to(parts[0].device)]


def embed_voices(
    network: ScrlNetwork, features: Sequence[np.ndarray], config: TrainingConfig
) -> Tensor:
    """Return unit vectors of utterances [t_i, c] on the CPU, float32 [n, embedding_size]."""
    if not features:
        return torch.empty(0, config.embedding_size)
    network.eval()
    with torch.inference_mode():
        pooled = pool(network, encode_frames(network, features, config), len(features))
        return functional.normalize(network.voice.head.projection(pooled), dim=-1).cpu()


def embed_validation(
    network: ScrlNetwork,
    validation: SpokenValidation,
    pooled: Tensor,
    voices: FeatureStore,
    config: TrainingConfig,
) -> Embedded:
    """Embed validation questions and images, from features as :func:`fit_voice` takes them."""
    captions, commands = (
        embed_voices(network, [voices[key] for key in keys], config)
        for keys in (validation.voices, validation.commands)
    )
    return Embedded(captions, commands, embed_images(network, pooled))


def measure(embedded: Embedded, validation: SpokenValidation) -> dict[str, float]:
    """Measure how well validation questions find the labelled images of each data set.

    P@10 of commands is the mean over the kinds of a set, of those with :data:`FEWEST_OF_A_KIND` images or
    more; where a kind has fewer than ten, precision at their number counts.

    Returns:
        Percent, means over the data sets that have it: ``val_map`` (class-level mAP of captions),
        ``val_r10`` (their paired R@10), ``val_p10`` (class-level P@10 of commands), each also by set with
        its name appended, and ``score``, the mean of the sets' scores: of captions 3/4 mAP and 1/4 R@10,
        of commands P@10; where a set has both, half of each.
    """
    carried = np.array(
        [[s in i.sentences for i in validation.images] for s in validation.sentences], dtype=bool
    ).reshape(-1, len(validation.images))
    kinds = np.array([image.kind or "" for image in validation.images])
    named = shows(validation.images, validation.kinds)
    captions, commands = (
        (questions @ embedded.images.T).numpy()
        for questions in (embedded.captions, embedded.commands)
    )
    figures: dict[str, dict[str, float]] = {"val_map": {}, "val_r10": {}, "val_p10": {}}
    scores = []
    for name, columns in rows_by_dataset(validation.images).items():
        parts = []
        rows = np.flatnonzero(carried[:, columns].any(axis=1))
        if len(rows):
            ranked, paired = captions[np.ix_(rows, columns)], carried[np.ix_(rows, columns)]
            there = kinds[columns]
            right = there[paired.argmax(axis=1)][:, None] == there[None, :]
            figures["val_map"][name] = 100 * mean_average_precision(ranked, right)
            figures["val_r10"][name] = 100 * recall_at(ranked, paired, 10)
            parts.append(0.75 * figures["val_map"][name] + 0.25 * figures["val_r10"][name])
        found = precision_by_kind(
            commands[:, columns], named[:, columns], validation.kinds, kinds[columns],
            FEWEST_OF_A_KIND,
        )  # fmt: skip
        if found:
            figures["val_p10"][name] = 100 * float(np.mean(list(found.values())))
            parts.append(figures["val_p10"][name])
        if parts:
            scores.append(float(np.mean(parts)))
    measured = {"score": float(np.mean(scores))}
    for figure, by_set in figures.items():
        if by_set:
            measured[figure] = float(np.mean(list(by_set.values())))
            measured |= {f"{figure}_{name}": value for name, value in by_set.items()}
    return {key: round(value, 2) for key, value in measured.items()}
