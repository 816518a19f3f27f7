"""What each term of the loss is worth: small trainings on spoken captions, with and without it.

Every row learns from the same clips with the frozen, pretrained trunk and speech encoder (or the paper-like
voice encoder, from scratch), without a teacher, and is asked by the test speakers. Small on purpose, so that
rows can be compared; the shipped model is trained longer and on more.

    python -m benchmarks.ablation --data ../shared/data --cache .cache --encoder pretrained --seeds 1 2 3
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile
import torch

from engine.console import TerminalProgress
from engine.model.checkpoint import ModelConfig, ScrlNetwork
from engine.model.malloc import keep_freed_memory
from engine.training.clip_assignment import Utterance, plan_voices
from engine.training.config import LossWeights, TrainingConfig
from engine.training.datasets import (
    DATASETS,
    CaptionedImage,
    SpokenSentence,
    load_captions,
    load_voices,
    select,
    unique_sentences,
)
from engine.training.evaluation import TESTS, measure
from engine.training.features import (
    FeatureStore,
    compute_image_features,
    compute_voice_features,
    voice_key,
)
from engine.training.fitting import (
    ImageFeatures,
    Log,
    SpokenValidation,
    VoiceFeatures,
    embed_images,
    embed_voices,
    fit_voice,
    pooled_trunk,
)
from engine.training.pretrained import load_image_trunk, load_speech_encoder
from engine.training.sampling import Scenes
from engine.training.synthesis import Cast, Clip

from .tables import Table, number

NOTHING = LossWeights(**dict.fromkeys((f.name for f in dataclasses.fields(LossWeights)), 0.0))
# Labels count as in the training of the trunk, which learns scenes as these small trainings do.
FULL = dataclasses.replace(TrainingConfig().trunk_losses, distillation=0.0, language=0.0)
ROWS: dict[str, LossWeights] = {
    "pairwise": dataclasses.replace(NOTHING, pairwise=1.0),
    "pairwise + intra": dataclasses.replace(NOTHING, pairwise=1.0, intra=0.25, intra_agreement=1.0),
    "pairwise + inter": dataclasses.replace(NOTHING, pairwise=1.0, inter=0.5, inter_agreement=1.0),
    "pairwise + intra + inter": dataclasses.replace(FULL, contrastive=0.0, scene=0.0),
    "without contrastive": dataclasses.replace(FULL, contrastive=0.0),
    "without labels": dataclasses.replace(FULL, intra=0.0, inter=0.0, scene=0.0),
    "contrastive alone": dataclasses.replace(NOTHING, contrastive=1.0),
    "all": FULL,
}
# Rows that are repeated with every seed; the others with the first.
REPEATED = ("without contrastive", "without labels", "all")


class Material:
    """What all rows share: images seen by the pretrained trunk, clips heard by the frozen encoder."""

    def __init__(self, data: Path, cache: Path, encoder: str, clips: int, epochs: int) -> None:
        every = [image for name in DATASETS for image in load_captions(data, name)]
        self.config = TrainingConfig(
            voice_encoder=encoder, speech_part=4, image_part=18, image_views=1, phrases=0,
            caption_cast=Cast(espeak=1, flite=1), reworded_cast=Cast(), epochs=epochs, steps_per_epoch=50,
            batch_size=128, image_head_factor=1.0, labelled_share=0.0,
        )  # fmt: skip
        self.training, self.validating = select(every, "train"), select(every, "val")
        voices = plan_voices(every, self.config)
        self.utterances: Sequence[Utterance] = voices.utterances
        tested = {
            (image.dataset, image.image): image
            for dataset, part, _ in TESTS[:2]
            for image in select(every, part)
        }
        self.tested = list(tested.values())
        network = ScrlNetwork(ModelConfig("ablation", voice_encoder=encoder))
        load_image_trunk(network.image.trunk, self.config.image_encoder)
        if encoder == "pretrained":
            load_speech_encoder(network.voice.speech)
        network.eval()
        images = FeatureStore(cache / "features" / "image")
        speech = network.voice.speech if encoder == "pretrained" else None
        depth = 4 if speech is not None else 0
        name = f"voice_{depth}" if depth else "voice_mfcc"
        self.voices = FeatureStore(cache / "features" / name)
        stores = {depth: self.voices}
        shuffled = [
            voices.training[i] for i in np.random.default_rng(1).permutation(len(voices.training))
        ]
        # Clips that a training has heard already come first: their features are there.
        shuffled.sort(key=lambda clip: voice_key(clip, 1) not in self.voices)
        self.clips = shuffled[:clips]
        self.questions = load_voices(data)
        with TerminalProgress() as progress:
            for part in (self.training, self.validating, self.tested):
                compute_image_features(data, part, 1, self.config, network.image, images, progress)
            for some, variant in ((voices.validation, 0), (self.clips, 1)):
                compute_voice_features(some, variant, cache / "speech", stores, speech, progress)
            compute_voice_features(
                [_as_clip(q, cache) for q in self.questions], 0, cache / "speech", stores,
                speech, progress,
            )  # fmt: skip
        self.pooled = [
            pooled_trunk(network, ImageFeatures(part, images, self.config), 1, self.config)
            for part in (self.training, self.validating, self.tested)
        ]
        self.validation = SpokenValidation(
            tuple(voice_key(clip, 0) for clip in voices.validation),
            tuple(clip.text for clip in voices.validation),
            (),
            (),
            tuple(self.validating),
        )

    def fit(
        self, losses: LossWeights, seed: int, cache: Path
    ) -> list[tuple[str, str, float, float]]:
        """Train one row; return test, direction, mAP and the mean of R@1, R@5 and R@10."""
        config = dataclasses.replace(self.config, losses=losses, seed=seed)
        torch.manual_seed(seed)
        scenes = Scenes([*self.training, *self.validating]).names
        network = ScrlNetwork(ModelConfig("ablation", config.voice_encoder), len(scenes))
        if config.voice_encoder == "pretrained":
            load_speech_encoder(network.voice.speech)
        with tempfile.TemporaryDirectory() as folder:
            fit_voice(
                network, self.training, self.pooled[0], self.utterances,
                VoiceFeatures(self.utterances, self.clips, self.voices, config), None,
                self.validation, self.pooled[1], self.voices, config, Log(Path(folder), print),
            )  # fmt: skip
        network.eval()
        keys = [voice_key(_as_clip(question, cache), 0) for question in self.questions]
        heard = embed_voices(network, [self.voices[key] for key in keys], config).numpy()
        seen = embed_images(network, self.pooled[2]).numpy()
        results = []
        for dataset, name in ((TESTS[0][0], TESTS[0][2]), (TESTS[1][0], TESTS[1][2])):
            columns = [i for i, image in enumerate(self.tested) if image.dataset == dataset]
            images: list[CaptionedImage] = [self.tested[i] for i in columns]
            there = set(unique_sentences(images))
            rows = [
                i
                for i, question in enumerate(self.questions)
                if question.dataset == dataset and question.sentence in there
            ]
            for r in measure(
                name, "all", "clean", images, seen[columns],
                [self.questions[i].sentence for i in rows], heard[rows], with_map_150=False,
            ):  # fmt: skip
                recalls = [x for x in (r.r1, r.r5, r.r10) if x is not None]
                results.append((name, r.direction, r.map, float(np.mean(recalls))))
        return results


def _as_clip(question: SpokenSentence, cache: Path) -> Clip:
    """Return a recorded question as a clip of the cache, where features are computed from."""
    clip = Clip(question.sentence, "recorded", question.path.stem)
    path = clip.path(cache / "speech")
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        samples, rate = soundfile.read(question.path, dtype="float32")
        soundfile.write(path, samples, rate, format="FLAC")
    return clip


def main() -> None:
    """Train all rows and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path(".cache"))
    parser.add_argument("--encoder", choices=("pretrained", "paper"), default="pretrained")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--clips", type=int, default=12_000)
    parser.add_argument("--epochs", type=int, default=3, help="of 50 steps each")
    parser.add_argument("--rows", nargs="+", choices=ROWS, default=list(ROWS))
    parser.add_argument(
        "--json", type=Path, help="keeps finished rows; a run that was cut off goes on"
    )
    chosen = parser.parse_args()
    keep_freed_memory()
    material = Material(chosen.data, chosen.cache, chosen.encoder, chosen.clips, chosen.epochs)
    done: dict[str, list[tuple[str, str, float, float]]] = {}
    if chosen.json is not None and chosen.json.is_file():
        done = json.loads(chosen.json.read_text(encoding="utf-8"))
    for number_of_seed, seed in enumerate(chosen.seeds):
        for name in chosen.rows:
            key = f"{name}/{seed}"
            if key in done or (number_of_seed and name not in REPEATED):
                continue
            done[key] = material.fit(ROWS[name], seed, chosen.cache)
            print(key, done[key], flush=True)
            if chosen.json is not None:
                chosen.json.write_text(json.dumps(done, indent=1), encoding="utf-8")
    print(table(done, chosen.encoder).text())


def table(done: dict[str, list[tuple[str, str, float, float]]], encoder: str) -> Table:
    """Return means over the seeds, with half the range."""
    columns = [(test, direction) for test, direction, _, _ in next(iter(done.values()))]
    rows = []
    for name in ROWS:
        runs = [result for key, result in done.items() if key.split("/")[0] == name]
        if not runs:
            continue
        cells = [name, str(len(runs))]
        for column in range(len(columns)):
            for figure in (2, 3):
                values = [float(run[column][figure]) for run in runs]
                spread = (max(values) - min(values)) / 2
                cells.append(
                    number(float(np.mean(values)), 1) + (f" ±{spread:.1f}" if len(runs) > 1 else "")
                )
        rows.append(tuple(cells))
    titles = [f"{test} {direction} {what}" for test, direction in columns for what in ("mAP", "R")]
    return Table(
        f"Loss terms, voice encoder: {encoder}",
        ("terms", "seeds", *titles),
        tuple(rows),
        ("mAP at class level; R is the mean of R@1, R@5 and R@10; percent; ± half the range.",),
    )


if __name__ == "__main__":
    main()
