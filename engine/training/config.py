"""Everything that decides the outcome of a training, besides the data."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import UsageError
from .synthesis import Cast


@dataclass(frozen=True)
class LossWeights:
    """What each term counts; 0 leaves it out. The terms are those of ``docs/method.md``."""

    contrastive: float = 1.0
    pairwise: float = 0.15
    intra: float = 0.03
    intra_agreement: float = 1.0
    inter: float = 0.07
    inter_agreement: float = 1.0
    scene: float = 0.3
    distillation: float = 1.0
    language: float = 1.0
    spelling: float = 0.0


@dataclass(frozen=True)
class TrainingConfig:
    """How a model is trained.

    Attributes:
        seed: Decides all that is random.
        image_encoder: Variant of the image trunk.
        image_pixels: Side of its input.
        embedding_size: Length of the vectors.
        voice_encoder: "pretrained" or "paper".
        caption_cast: Who speaks the captions.
        reworded_cast: Who speaks captions in other words.
        phrase_cast: Who speaks the short phrases.
        word_cast: Who speaks the words.
        phrases: How many short phrases.
        words: How many more things are named once each.
        labelled_share: Share of the images of a batch that are asked for by a labelled phrase
            instead of a caption.
        open_share: Phrases that name no scene, for each image of a batch.
        set_weights: What the images of a source count when a batch is drawn
            (:func:`~engine.training.sampling.balanced_weights`); 0 leaves the source out of the training.
        start_weights: File with which the image side and the text head begin instead of ImageNet's weights: trunk
            with batch norms, projection and text head, fine-tuned elsewhere (``aerial-lite0.safetensors``; its keys:
            :func:`~engine.training.pretrained.load_start_weights`). Empty: ImageNet.
        end_to_end: Train from pixels and samples in memory, changed anew each time they are drawn: nothing stays as
            pretrained but the first two layers of the speech encoder. For a graphics card.
        averaging: Decay of the moving average of the weights, which is what is validated and kept; 0: none.
        image_views: Ways in which each image is seen (at most 8).
        image_part: Parts of the trunk that stay as pretrained; 0 with ``end_to_end``.
        head_steps: Steps of the image side with the whole trunk frozen.
        image_epochs: Epochs of its fine-tuning after that.
        image_steps: Batches in each; 0: as many as there are images.
        image_learning_rate: Of the trunk's last parts and, beside them, of the heads.
        trunk_losses: What each term counts until the trunk is done: labels count more, which teaches it
            the kinds of scenes.
        text_steps: Steps of the text encoder; 0: the model has none.
        polish_steps: Steps of the heads alone after that, with ``losses``: what the labels drew
            together is told apart again, and fusion brings the order of the kinds back.
        speech_part: Blocks of the speech encoder that stay as pretrained while the voice head learns;
            4 is all of them; 0 with ``end_to_end``.
        speech_factor: Learning rate of its other blocks, relative to the voice head.
        tuning_part: Blocks that stay as pretrained in the fine-tuning after that.
        tuning_epochs: Epochs of the fine-tuning; 0 leaves it out.
        tuning_rate: Its learning rate, relative.
        epochs: Of the voice side.
        steps_per_epoch: Batches in each.
        batch_size: Images in a batch.
        learning_rate: Of the voice head.
        image_head_factor: Learning rate of the image projection beside it, relative.
        weight_decay: Of AdamW.
        temperature: Of the contrastive terms.
        scene_temperature: Of the terms with labels.
        losses: What each term counts.
    """

    seed: int = 1
    image_encoder: str = "lite0"
    image_pixels: int = 160
    embedding_size: int = 256
    voice_encoder: str = "pretrained"
    caption_cast: Cast = field(
        default_factory=lambda: Cast(espeak=0.8, flite=0.7, hibari=1.2, kokoro=0.03)
    )
    reworded_cast: Cast = field(default_factory=lambda: Cast(espeak=0.3, flite=0.2, hibari=0.8))
    phrase_cast: Cast = field(
        default_factory=lambda: Cast(espeak=0.5, flite=0.3, hibari=1.1, kokoro=0.03)
    )
    word_cast: Cast = field(default_factory=lambda: Cast(espeak=0.25, flite=0.25, hibari=0.8))
    phrases: int = 36_000
    words: int = 15_500
    labelled_share: float = 0.2
    open_share: float = 0.7
    set_weights: dict[str, float] = field(
        default_factory=lambda: {
            "rsicd": 1.6, "ucm": 1.0, "nwpu": 1.3, "eurosat": 0.4, "harvey": 0.5, "treecover": 0.5,
            "pools": 0.5, "solar": 0.8, "turbine": 0.8, "vhr": 0.8, "vhrchip": 0.8,
        }
    )  # fmt: skip
    start_weights: str = ""
    end_to_end: bool = False
    averaging: float = 0.0
    image_views: int = 8
    image_part: int = 9
    head_steps: int = 600
    image_epochs: int = 4
    image_steps: int = 0
    image_learning_rate: float = 3e-4
    trunk_losses: LossWeights = field(
        default_factory=lambda: LossWeights(intra=0.25, inter=0.5, scene=0.5, pairwise=0.25)
    )
    polish_steps: int = 1600
    text_steps: int = 2500
    speech_part: int = 4
    speech_factor: float = 0.3
    tuning_part: int = 3
    tuning_epochs: int = 0
    tuning_rate: float = 0.15
    epochs: int = 20
    steps_per_epoch: int = 60
    batch_size: int = 256
    learning_rate: float = 2e-3
    image_head_factor: float = 0.1
    weight_decay: float = 0.02
    temperature: float = 0.06
    scene_temperature: float = 0.1
    losses: LossWeights = field(default_factory=LossWeights)

    def __post_init__(self) -> None:
        if self.end_to_end:
            object.__setattr__(self, "image_part", 0)
            object.__setattr__(self, "speech_part", 0)


def read_config(path: Path | None) -> TrainingConfig:
    """Return the default configuration with what a JSON file changes.

    Raises:
        UsageError: The file is not there, is no JSON object, or names an unknown setting.
    """
    if path is None:
        return TrainingConfig()
    try:
        changes = json.loads(path.read_text(encoding="utf-8"))
        nested = {"losses": LossWeights, "trunk_losses": LossWeights, **dict.fromkeys(CASTS, Cast)}
        for name, kind in nested.items():
            if name in changes:
                changes[name] = kind(**changes[name])
        return dataclasses.replace(TrainingConfig(), **changes)
    except (OSError, ValueError, TypeError, AttributeError) as error:
        names = ", ".join(field.name for field in dataclasses.fields(TrainingConfig))
        raise UsageError(
            problem=f"{path} is no training configuration: {error}.", advice=f"Settings: {names}."
        ) from error


CASTS = ("caption_cast", "reworded_cast", "phrase_cast", "word_cast")
