"""A whole training: from captions to a checkpoint with its card."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from torch import Tensor

from ..model.checkpoint import ModelConfig, ScrlNetwork, load_model, save_model
from ..model.text_encoder import Tokenizer
from ..progress import Progress
from .card import write_card
from .clip_assignment import plan_voices
from .config import TrainingConfig
from .datasets import DATASETS, MORE, CaptionedImage, load_captions, select, unique_sentences
from .end_to_end import ImagePixels, VoiceSamples
from .evaluation import evaluate, evaluate_honesty
from .features import (
    FeatureStore,
    compute_image_features,
    compute_voice_features,
    voice_key,
)
from .finalisation import Questions, finalise
from .fitting import (
    ImageFeatures,
    Images,
    Log,
    SpokenValidation,
    TextHead,
    VoiceFeatures,
    Voices,
    embed_validation,
    embed_voices,
    fit_images,
    fit_voice,
    pooled_trunk,
)
from .phrases import vocabulary_phrases
from .pretrained import load_image_trunk, load_speech_encoder, load_start_weights
from .sampling import Scenes
from .synthesis import synthesise
from .teacher import TextTeacher
from .text_fitting import embed_texts, english_tokens, fit_text, start_vectors


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
        data: Holds ``rsicd/``, ``ucm/`` and ``more/``.
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
        UsageError: ``config.start_weights`` does not fit.
    """
    run.mkdir(parents=True, exist_ok=True)
    (run / "config.json").write_text(
        json.dumps(dataclasses.asdict(config), indent=2) + "\n", encoding="utf-8"
    )
    images = [
        image
        for name in (*DATASETS, MORE)
        for image in load_captions(data, name)
        if config.set_weights.get(image.source, 1.0) > 0
    ]
    if limit is not None:
        step = max(1, len(images) // limit)
        images = images[::step]
    training, validating = select(images, "train"), select(images, "val")
    voices = plan_voices(images, config)
    log = Log(run, say)
    teacher = TextTeacher()
    tokens = english_tokens(teacher.subwords) if config.text_steps else []
    network, text_head = _new_network(
        output.name, config, [*training, *validating], device, len(tokens)
    )

    # Images and text.
    train_features, val_features = _images(
        data, (training, validating), cache, config, network, progress
    )
    texts = teacher.embed([utterance.text for utterance in voices.utterances], progress)
    # Of the third set's captions, which count objects, no question is made.
    captions = unique_sentences(image for image in validating if image.dataset in DATASETS)
    commands = tuple(spoken.phrase for spoken in voices.commands)
    kinds = tuple(phrase.kinds for phrase in commands)
    asked_texts = teacher.embed(captions), teacher.embed([phrase.text for phrase in commands])
    fit_images(
        network, text_head, train_features, voices.utterances, texts, val_features,
        SpokenValidation((), tuple(captions), (), kinds, tuple(validating)), asked_texts, config,
        log,
    )  # fmt: skip
    pooled = pooled_trunk(network, train_features, config.image_views, config)
    val_pooled = pooled_trunk(network, val_features, 1, config)
    text_head.eval()

    def taught(sentences: Sequence[str]) -> Tensor:
        """Return where the text teacher and its head put sentences, on the CPU."""
        with torch.inference_mode():
            return text_head(teacher.embed(sentences).to(device)).cpu().clone()

    with torch.inference_mode():
        targets = text_head(texts.to(device)).cpu().clone()
    if network.text is not None:
        typed = [*captions, *(phrase.text for phrase in commands)]
        network.text.embedding.weight.data.copy_(start_vectors(teacher, tokens, progress))
        fit_text(
            network.text, tokens, [utterance.text for utterance in voices.utterances],
            (targets, texts), (typed, taught(typed)), config.text_steps, config.seed, log,
        )  # fmt: skip

    # Voice.
    speech_cache = cache / "speech"
    asked, untaught = ([x.clip for x in each] for each in (voices.commands, voices.untaught))
    synthesise(
        [*voices.validation, *asked, *untaught, *voices.training], speech_cache, progress,
        kokoro=cache / "kokoro",
    )  # fmt: skip
    stores = _voice_stores(cache, config)
    speech = network.voice.speech.eval() if config.voice_encoder == "pretrained" else None
    for clips, variant in (([*voices.validation, *asked, *untaught], 0), (voices.training, 1)):
        if variant == 0 or not config.end_to_end:
            compute_voice_features(clips, variant, speech_cache, stores, speech, progress)
    validation = SpokenValidation(
        voices=tuple(voice_key(clip, 0) for clip in voices.validation),
        sentences=tuple(clip.text for clip in voices.validation),
        commands=tuple(voice_key(clip, 0) for clip in asked),
        kinds=kinds,
        images=tuple(validating),
    )
    for stage, tuned in _voice_stages(config):
        store = stores[tuned.speech_part if speech is not None else 0]
        heard: Voices
        if config.end_to_end:
            heard = VoiceSamples.read(
                voices.utterances, voices.training, speech_cache, device, progress
            )
        else:
            heard = VoiceFeatures(voices.utterances, voices.training, store, tuned)
        fit_voice(
            network, training, pooled, voices.utterances, heard, (targets, texts), validation,
            val_pooled, store, tuned, log, stage,
        )  # fmt: skip
        embedded = embed_validation(network, validation, val_pooled, store, tuned)
    unknown = embed_voices(network, [store[voice_key(clip, 0)] for clip in untaught], tuned)
    questions = {"voice": Questions(embedded.captions, embedded.commands, unknown)}
    if network.text is not None:
        encoder, tokenizer = network.text, Tokenizer(tokens)
        questions["text"] = Questions(
            *(
                embed_texts(encoder, tokenizer, sentences)
                for sentences in (
                    validation.sentences,
                    [phrase.text for phrase in commands],
                    [spoken.phrase.text for spoken in voices.untaught],
                )
            )
        )
    scenes = Scenes([*training, *validating]).names
    vocabulary = taught(vocabulary_phrases()[0])
    model_config, measured = finalise(
        network, scenes, questions, embedded.images, vocabulary, validation
    )
    log.write(stage="fusion", **measured)
    save_model(network, model_config, output, tokens)
    # Nothing is chosen by these figures: they go into the card as they are.
    recorded = (data / "voices" / "manifest.jsonl").is_file()
    results, honesty = [], []
    if recorded:
        model = load_model(output, device)
        results = evaluate(model, data, progress, speech=speech_cache)
        honesty = evaluate_honesty(model, data, speech_cache, progress)
    used = [
        clip
        for clip in voices.training
        if (clip.path(speech_cache).is_file() if config.end_to_end else voice_key(clip, 1) in store)
    ]
    command = f"python -m engine evaluate --data {data}"
    write_card(output, config, training, used, run, results, honesty, command)


def _images(
    data: Path,
    parts: tuple[Sequence[CaptionedImage], Sequence[CaptionedImage]],
    cache: Path,
    config: TrainingConfig,
    network: ScrlNetwork,
    progress: Progress,
) -> tuple[Images, Images]:
    """Return the images to train on and to validate on, as ``config`` has them seen."""
    if config.end_to_end:
        device = str(network.prototypes.device)
        training, validating = (
            ImagePixels.read(data, part, config.image_pixels, device, progress) for part in parts
        )
        return training, validating
    store = FeatureStore(cache / "features" / "image")
    for part, views in zip(parts, (config.image_views, 1), strict=True):
        compute_image_features(data, part, views, config, network.image, store, progress)
    return ImageFeatures(parts[0], store, config), ImageFeatures(parts[1], store, config)


def _voice_stores(cache: Path, config: TrainingConfig) -> dict[int, FeatureStore]:
    """Return where voice features are kept, by the number of frozen blocks."""
    folder = cache / "features"
    if config.voice_encoder != "pretrained":
        return {0: FeatureStore(folder / "voice_mfcc")}
    parts = {tuned.speech_part for _, tuned in _voice_stages(config)}
    return {part: FeatureStore(folder / f"voice_{part}") for part in parts}


def _voice_stages(config: TrainingConfig) -> list[tuple[str, TrainingConfig]]:
    """Return the stages of the voice side: the head alone, then with the upper blocks."""
    stages = [("voice", config)]
    if config.tuning_epochs and config.voice_encoder == "pretrained":
        tuning = dataclasses.replace(
            config,
            speech_part=config.tuning_part,
            epochs=config.tuning_epochs,
            learning_rate=config.learning_rate * config.tuning_rate,
        )
        stages.append(("tuning", tuning))
    return stages


def _new_network(
    name: str, config: TrainingConfig, images: Sequence[CaptionedImage], device: str, tokens: int
) -> tuple[ScrlNetwork, TextHead]:
    """Return a network with pretrained parts and the text head, the rest seeded."""
    torch.manual_seed(config.seed)
    model_config = ModelConfig(
        name=name,
        voice_encoder=config.voice_encoder,
        embedding_size=config.embedding_size,
        image_pixels=config.image_pixels,
        image_encoder=config.image_encoder,
        tokens=tokens,
    )
    network = ScrlNetwork(model_config, len(Scenes(images).names))
    text_head = TextHead(config.embedding_size)
    if config.start_weights:
        load_start_weights(Path(config.start_weights), network.image, text_head)
    else:
        load_image_trunk(network.image.trunk, config.image_encoder)
    if config.voice_encoder == "pretrained":
        load_speech_encoder(network.voice.speech)
    network.to(device)
    network.image.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return network, text_head.to(device)
