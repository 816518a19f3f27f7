"""A whole training: from captions to a checkpoint with its card."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from ..model.checkpoint import ModelConfig, ScrlNetwork, load_model, save_model
from ..progress import Progress
from .card import TrainingFacts, write_card
from .datasets import DATASETS, CaptionedImage, load_captions, select, unique_sentences
from .evaluation import evaluate
from .features import (
    FeatureStore,
    compute_image_features,
    compute_voice_features,
    voice_key,
)
from .fitting import (
    ImageFeatures,
    Log,
    Scenes,
    TrainingConfig,
    ValidationSet,
    fit_images,
    fit_scrl,
    pooled_trunk,
)
from .pretrained import load_image_trunk, load_speech_encoder
from .synthesis import KOKORO_VALIDATION, Clip, plan_clips, synthesise

# How many validation sentences each data set contributes; natural voices are slow to make.
VALIDATION_SENTENCES = {"rsicd": 80, "ucm": 40}


@dataclass(frozen=True)
class Voices:
    """The clips of a training: what is learned from, and what chooses."""

    training: tuple[Clip, ...]
    validation: tuple[Clip, ...]


def plan_voices(images: list[CaptionedImage], config: TrainingConfig) -> Voices:
    """Choose who says what; depends on nothing but the captions and the configuration."""
    training = plan_clips(
        unique_sentences(select(images, "train")),
        config.seed,
        config.espeak_per_sentence,
        config.flite_per_sentence,
        config.kokoro_share,
    )
    rng = np.random.default_rng(config.seed)
    chosen: list[str] = []
    for dataset, count in VALIDATION_SENTENCES.items():
        texts = unique_sentences([i for i in select(images, "val") if i.dataset == dataset])
        picks = rng.choice(len(texts), min(count, len(texts)), replace=False)
        chosen += [texts[k] for k in sorted(picks)]
    validation = plan_clips(chosen, config.seed, 0, 0, 1, KOKORO_VALIDATION)
    return Voices(tuple(training), tuple(validation))


def train(
    data: Path,
    run: Path,
    cache: Path,
    output: Path,
    config: TrainingConfig,
    progress: Progress,
    say: Callable[[str], None],
    device: str = "cpu",
    limit: int | None = None,
) -> None:
    """Train a model and write its checkpoint.

    Args:
        data: Holds ``rsicd/`` and ``ucm/``.
        run: Folder of this training: configuration, log, state. A run that was cut off goes on.
        cache: Speech and features that trainings share.
        output: Receives the checkpoint.
        config: Everything that decides the outcome.
        progress: Told of all long work.
        say: Receives a line for each epoch.
        device: "cpu" or "cuda".
        limit: Use only this many training and validation images, to try things out.

    Raises:
        DataMissing: Images or captions are not there.
        MissingDependency: A speech engine or pretrained weights are not installed.
    """
    run.mkdir(parents=True, exist_ok=True)
    (run / "config.json").write_text(
        json.dumps(dataclasses.asdict(config), indent=2) + "\n", encoding="utf-8"
    )
    images = [image for name in DATASETS for image in load_captions(data, name)]
    if limit is not None:
        step = max(1, len(images) // limit)
        images = images[::step]
    training, validating = select(images, "train"), select(images, "val")
    voices = plan_voices(images, config)
    speech_cache = cache / "speech"
    clips = [*voices.validation, *voices.training]
    synthesise(clips, speech_cache, progress, kokoro=cache / "kokoro")

    model_config = ModelConfig(
        name=output.name,
        voice_encoder=config.voice_encoder,
        embedding_size=config.embedding_size,
        image_pixels=config.image_pixels,
    )
    torch.manual_seed(config.seed)
    scenes = len(Scenes([*training, *validating]).names)
    network = ScrlNetwork(model_config, scenes)
    load_image_trunk(network.image.trunk)
    if config.voice_encoder == "pretrained":
        load_speech_encoder(network.voice.speech)
    network.to(device)
    network.image.to(memory_format=torch.channels_last)  # type: ignore[call-overload]

    image_store = FeatureStore(cache / "features" / "image")
    voice_store = FeatureStore(cache / "features" / f"voice_{config.voice_encoder}")
    for part, views in ((training, config.image_views), (validating, 1)):
        compute_image_features(
            data, part, views, config.image_pixels, config.image_part, network.image, image_store,
            progress,
        )  # fmt: skip
    speech = network.voice.speech.eval() if config.voice_encoder == "pretrained" else None
    compute_voice_features(
        list(voices.validation), [0], speech_cache, voice_store, speech, progress
    )
    compute_voice_features(
        list(voices.training), range(1, config.augmented_variants + 1), speech_cache, voice_store,
        speech, progress,
    )  # fmt: skip

    log = Log(run, say)
    train_features = ImageFeatures(training, image_store, config)
    val_features = ImageFeatures(validating, image_store, config)
    fit_images(
        network, training, train_features, validating, val_features, config, run, log, device
    )
    pooled = pooled_trunk(
        network, train_features, len(training), config.image_views, config, device
    )
    val_pooled = pooled_trunk(network, val_features, len(validating), 1, config, device)
    validation = ValidationSet(
        voices=tuple(voice_key(clip, 0) for clip in voices.validation),
        sentences=tuple(clip.text for clip in voices.validation),
        images=tuple(validating),
    )
    fit_scrl(
        network, training, pooled, voices.training, voice_store, validation, val_pooled, config,
        run, log, device,
    )  # fmt: skip
    save_model(network, model_config, output)
    # Nothing is chosen by these figures: they go into the card as they are.
    recorded = (data / "voices" / "manifest.jsonl").is_file()
    results = evaluate(load_model(output, device), data, progress) if recorded else []
    write_card(
        output,
        output.name,
        config,
        training_facts(training, voices, voice_store, config, run),
        results=results,
        command=f"python -m engine evaluate --data {data}",
    )


def training_facts(
    training: Sequence[CaptionedImage],
    voices: Voices,
    store: FeatureStore,
    config: TrainingConfig,
    run: Path,
) -> TrainingFacts:
    """Return what the training in ``run`` used, for the model card."""
    variants = range(config.augmented_variants + 1)
    used = [clip for clip in voices.training if any(voice_key(clip, v) in store for v in variants)]
    rows = [json.loads(line) for line in (run / "log.jsonl").read_text("utf-8").splitlines()]
    best = max((row for row in rows if row["stage"] == "scrl"), key=lambda row: row["score"])
    names = ("epoch", "val_map", "val_r10")
    return TrainingFacts(
        images=dict(Counter(image.dataset for image in training)),
        sentences=len({clip.text for clip in used}),
        clips=used,
        validation={name: best[name] for name in names},
    )
