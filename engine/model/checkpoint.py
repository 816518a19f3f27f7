"""The checkpoint: weights as safetensors, a JSON configuration, and the model that comes out.

Weights of matrices and convolutions are stored as int8 with a scale for each output channel, the
rest as float16 or float32. Both encoders compute in whole numbers where the processor is made for it, else in
float32. Nothing is ever unpickled.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional

from ..audio.features import log_mel, mfcc
from ..contract.codec import from_json
from ..contract.methods import Phrase
from ..errors import ModelCannotRead, ModelDamaged, ModelMissing, TextEmpty, UserError
from ..paths import exists
from .calibration import Calibration
from .familiarity import Familiarity
from .files import CONFIG, MODELS, TOKENS, WEIGHTS, bundled_folder, checksum
from .fused_convolutions import can_fuse_convolutions, fuse_convolutions
from .fusion import fuse, unfuse
from .image_encoder import ImageEncoder, fold_batch_norm
from .integer_convolutions import (
    IntegerImageEncoder,
    can_use_integer_convolutions,
    output_ranges,
)
from .malloc import keep_freed_memory
from .one_thread_each import in_slices
from .quantisation import (
    SevenBitLinear,
    multiplies_integers,
    multiplies_seven_bits,
    quantise,
    use_integers,
)
from .text_encoder import TextEncoder, Tokenizer, pad_numbers
from .voice_encoder import PaperVoiceEncoder, VoiceEncoder

FORMAT = 2
# A configuration from a stranger must not ask for more memory than there is.
_MOST_SIZE, _MOST_PIXELS = 4_096, 1_024
SCALE_SUFFIX = ".scale"
# Smaller tensors are kept in floating point: they cost nothing and some are sensitive.
QUANTISE_FROM = 4096
#: What a question was made of; similarities to them are distributed differently, so that each has its own
#: calibration.
Modality = Literal["voice", "text", "image"]
#: A typed question with a lower cosine to its nearest phrase names something else. Chosen on validation questions
#: (docs/method.md): those whose nearest phrase is another thing lie below it, eight of ten; of the others 2 %.
LIKELY_PHRASE = 0.70
#: Tiles that a thread embeds at a time: their activations fit the processor's caches and little memory.
SLICE_TILES = 8
# Questions are brought to one loudness; training hears 0.05 to 0.95.
PEAK = 0.5


@dataclass(frozen=True)
class ModelConfig:
    """What one must know of the weights to use them.

    Attributes:
        name: For people.
        voice_encoder: "pretrained" (:class:`VoiceEncoder`) or "paper" (:class:`PaperVoiceEncoder`).
        embedding_size: Length of the vectors.
        image_pixels: Side of the image encoder's input.
        image_encoder: Variant of the image trunk.
        scenes: Kinds of scenes that the stored prototypes stand for; none in models without fusion.
        scene_weight: What the kind of scene counts in a vector (:func:`engine.model.fusion.fuse`).
        scene_temperature: Of the scene probabilities in it.
        voice_calibration: From similarity to score for questions with a voice; None: not calibrated.
        tile_calibration: The same for questions made of tiles only.
        text_calibration: The same for typed questions.
        vocabulary: Phrases whose embeddings are stored, to say what was understood.
        taught: How many of them, the first ones, name kinds of places that pictures were labelled with.
        voice_familiarity: Whether a spoken question names such a kind; None: the model cannot tell.
        text_familiarity: The same for typed questions.
        tokens: How many subwords the text encoder knows; 0: there is none.
        format: Version of this layout.
    """

    name: str
    voice_encoder: str = "pretrained"
    embedding_size: int = 256
    image_pixels: int = 160
    image_encoder: str = "lite0"
    scenes: tuple[str, ...] = ()
    scene_weight: float = 0.0
    scene_temperature: float = 0.1
    voice_calibration: Calibration | None = None
    tile_calibration: Calibration | None = None
    text_calibration: Calibration | None = None
    vocabulary: tuple[str, ...] = ()
    taught: int = 0
    voice_familiarity: Familiarity | None = None
    text_familiarity: Familiarity | None = None
    tokens: int = 0
    format: int = FORMAT

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> ModelConfig:
        """Return the configuration that a JSON object holds.

        Raises:
            ValueError: This is no object, a key is unknown or missing, a value has another type or is out of
                range, or a later version has written it.
        """
        later = values.get("format") if isinstance(values, dict) else None
        if isinstance(later, int) and later > FORMAT:
            raise ValueError("it was made by a later version")
        config = from_json(cls, values, CONFIG, strict=True)
        if (
            not 0 < config.embedding_size <= _MOST_SIZE
            or not 16 <= config.image_pixels <= _MOST_PIXELS
        ):
            raise ValueError("embedding_size or image_pixels is out of range")
        if not 0 <= config.taught <= len(config.vocabulary):
            raise ValueError("taught is out of range")
        if not 0 <= config.scene_weight <= 1 or not config.scene_temperature > 0:
            raise ValueError("scene_weight or scene_temperature is out of range")
        return config


class ScrlNetwork(nn.Module):
    """Both encoders, the scene prototypes that they share, and the vocabulary's embeddings."""

    vocabulary: Tensor

    def __init__(self, config: ModelConfig, scenes: int = 0) -> None:
        super().__init__()
        self.config = config
        self.image = ImageEncoder(config.embedding_size, config.image_encoder)
        kinds = {"pretrained": VoiceEncoder, "paper": PaperVoiceEncoder}
        self.voice = kinds[config.voice_encoder](config.embedding_size)
        self.text = TextEncoder(config.embedding_size, config.tokens) if config.tokens else None
        scenes = scenes or len(config.scenes)
        self.prototypes = nn.Parameter(torch.randn(scenes, config.embedding_size))
        self.register_buffer(
            "vocabulary", torch.zeros(len(config.vocabulary), config.embedding_size)
        )


class ScrlModel:
    """The loaded model: pictures and questions to unit vectors.

    Args:
        network: Trained; batch norms get folded and weights rounded, so it cannot be trained further.
        config: Its configuration.
        checksum: Names these weights: vectors of two models cannot be compared.
        device: Where to compute.
        tokens: The subwords of the text encoder, if it has one.
        floating_point: Do without whole numbers, for comparison.
    """

    def __init__(
        self,
        network: ScrlNetwork,
        config: ModelConfig,
        checksum: str,
        device: str = "cpu",
        tokens: Sequence[str] = (),
        floating_point: bool = False,
    ) -> None:
        self._ranges = output_ranges(network.image.trunk)
        fold_batch_norm(network.image)
        self._whole_numbers = device == "cpu" and not floating_point
        if self._whole_numbers and isinstance(network.voice, VoiceEncoder):
            if multiplies_integers():
                use_integers(network.voice.speech)
            elif multiplies_seven_bits():
                use_integers(network.voice.speech, SevenBitLinear)
        self._network = network.eval().to(device)
        self._network.image.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._pixel_encoder: Callable[[Tensor], Tensor] | None = None
        self._making = threading.Lock()
        self._device = device
        self._prototypes = functional.normalize(network.prototypes.detach(), dim=-1).to(device)
        self._tokenizer = Tokenizer(tokens)
        self.config = config
        self.checksum = checksum

    @property
    def embedding_size(self) -> int:
        """Length of the vectors."""
        fused = len(self.config.scenes) if self.config.scene_weight else 0
        return self.config.embedding_size + fused

    @property
    def tile_pixels(self) -> int:
        """Side in pixels of the images that :meth:`encode_images` takes."""
        return self.config.image_pixels

    @property
    def reads(self) -> bool:
        """Whether it takes typed questions."""
        return self._network.text is not None

    @property
    def network(self) -> ScrlNetwork:
        """The network itself, for benchmarks."""
        return self._network

    def encode_images(self, images: np.ndarray) -> np.ndarray:
        """Embed images.

        Args:
            images: uint8 [n, pixels, pixels, 3].

        Returns:
            float32 [n, embedding_size], unit length.
        """
        images = np.ascontiguousarray(images)
        encode = functools.partial(self._encode_slice, self._encoder_of_pixels())
        if self._device == "cpu":
            return in_slices(encode, images, SLICE_TILES)
        return encode(images)

    def _encode_slice(self, encoder: Callable[[Tensor], Tensor], images: np.ndarray) -> np.ndarray:
        batch = torch.from_numpy(images).to(self._device)
        with torch.inference_mode():
            return self._fused(encoder(batch.permute(0, 3, 1, 2)))

    def _encoder_of_pixels(self) -> Callable[[Tensor], Tensor]:
        """Return the image encoder, made ready when the first pictures come: questions do without it."""
        with self._making:
            if self._pixel_encoder is None:
                image = self._network.image
                self._pixel_encoder = image
                if self._whole_numbers and can_use_integer_convolutions():
                    self._pixel_encoder = IntegerImageEncoder(image, self._ranges)
                elif self._device == "cpu" and can_fuse_convolutions():
                    fuse_convolutions(image)
            return self._pixel_encoder

    def voice_features(self, samples: np.ndarray) -> Tensor:
        """Return what the voice encoder takes, [1, channels, frames], of float32 [n] at 16 kHz."""
        peak = float(np.abs(samples).max(initial=1e-6))
        sound = torch.from_numpy(np.ascontiguousarray(samples, dtype=np.float32) * (PEAK / peak))
        features = log_mel if self.config.voice_encoder == "pretrained" else mfcc
        return features(sound).to(self._device)

    def encode_voice(self, samples: np.ndarray) -> np.ndarray:
        """Embed a question.

        Args:
            samples: float32 [n], 16 kHz mono, trimmed to the speech.

        Returns:
            float32 [embedding_size], unit length.
        """
        return self.encode_features(self.voice_features(samples))

    def encode_features(self, features: Tensor) -> np.ndarray:
        """Embed what :meth:`voice_features` returns; the second half of :meth:`encode_voice`."""
        with torch.inference_mode():
            return self._fused(self._network.voice(features))[0]

    def encode_text(self, text: str) -> np.ndarray:
        """Embed a typed question.

        Args:
            text: English; what is no letter and no digit only parts words.

        Returns:
            float32 [embedding_size], unit length.

        Raises:
            ModelCannotRead: The model has no text encoder.
            TextEmpty: There is no letter and no digit in it.
        """
        if self._network.text is None:
            raise ModelCannotRead(model=self.config.name)
        numbers = self._tokenizer(text)
        if not numbers:
            raise TextEmpty(question=text)
        padded, lengths = (each.to(self._device) for each in pad_numbers([numbers]))
        with torch.inference_mode():
            return self._fused(self._network.text(padded, lengths))[0]

    def _fused(self, embeddings: Tensor) -> np.ndarray:
        config = self.config
        vectors = fuse(embeddings, self._prototypes, config.scene_weight, config.scene_temperature)
        return vectors.cpu().numpy()

    @property
    def default_min_score(self) -> float:
        """The score below which a hit is more likely wrong than right; 0 if not calibrated."""
        return 0.5 if self.config.voice_calibration else 0.0

    def calibration(self, modality: Modality) -> Calibration | None:
        """Return what turns similarities into scores, for questions of that modality."""
        config = self.config
        calibrations = {
            "voice": config.voice_calibration,
            "text": config.text_calibration,
            "image": config.tile_calibration,
        }
        return calibrations[modality]

    def understood(
        self, vector: np.ndarray, count: int = 3, modality: Modality = "voice"
    ) -> list[Phrase]:
        """Say what a question was understood as.

        Args:
            vector: As :meth:`encode_voice` returns it.
            count: How many phrases.
            modality: Whether the question was spoken or typed.

        Returns:
            The nearest phrases of the bundled vocabulary, the nearest first; none if there is none.
        """
        vocabulary = self._network.vocabulary
        if not len(vocabulary):
            return []
        with torch.inference_mode():
            question = torch.from_numpy(vector[None]).to(self._device)
            scores = (unfuse(question, self.config.embedding_size) @ vocabulary.T)[0]
            best = scores.topk(min(count, len(scores)))
        # What is typed lies where its phrase does; speech scatters, and is judged as a whole.
        known = modality == "text" or self.knows(vector, modality)
        return [
            Phrase(
                self.config.vocabulary[int(i)],
                float(score),
                likely=known and (modality != "text" or float(score) >= LIKELY_PHRASE),
            )
            for i, score in zip(best.indices, best.values, strict=True)
        ]

    def described(self, vectors: np.ndarray, count: int = 3) -> list[Phrase]:
        """Say what a set of pictures shows.

        The phrases are chosen one after the other, each to bring the pictures nearer to their nearest phrase, on
        average (greedy facility location: Nemhauser, Wolsey and Fisher 1978). So pictures of two kinds get a phrase
        for each; the nearest phrases to their mean are often synonyms. Only phrases that pictures were labelled with
        are compared: the others name what the model has never seen.

        Args:
            vectors: [n, embedding_size], as :meth:`encode_images` returns them; at least one.
            count: How many phrases.

        Returns:
            The phrases with their mean cosine similarity to the pictures; none if the model has none.
        """
        vocabulary = self._network.vocabulary[: self.config.taught or None]
        found: list[Phrase] = []
        with torch.inference_mode():
            pictures = torch.from_numpy(np.ascontiguousarray(vectors)).to(self._device)
            scores = unfuse(pictures, self.config.embedding_size) @ vocabulary.T
            nearest = torch.full_like(scores[:, :1], -1.0)
            free = torch.ones(len(vocabulary), dtype=torch.bool, device=self._device)
            for _ in range(min(count, len(vocabulary))):
                means = torch.maximum(scores, nearest).mean(dim=0)
                best = int(torch.where(free, means, -torch.inf).argmax())
                free[best] = False
                nearest = torch.maximum(nearest, scores[:, [best]])
                found.append(Phrase(self.config.vocabulary[best], float(scores[:, best].mean())))
        return found

    def knows(self, vector: np.ndarray, modality: Modality) -> bool:
        """Say whether a question names something that the model was taught to see.

        Args:
            vector: Of the words of a question alone.
            modality: Whether these were spoken or typed.

        Returns:
            False only if the model can tell: "I do not know this well".
        """
        config = self.config
        familiarity = {"voice": config.voice_familiarity, "text": config.text_familiarity}.get(
            modality
        )
        if familiarity is None:
            return True
        with torch.inference_mode():
            question = unfuse(torch.from_numpy(vector[None]), config.embedding_size).to(
                self._device
            )
            nearest = nearest_cosines(
                question, self._network.vocabulary, config.taught, self._prototypes
            )
        return familiarity.probability(*nearest[0].tolist()) >= 0.5


def nearest_cosines(
    questions: Tensor, vocabulary: Tensor, taught: int, prototypes: Tensor
) -> Tensor:
    """Return the highest cosines of questions [n, d] with taught phrases, other phrases and prototypes, [n, 3].

    Args:
        questions: Unit vectors.
        vocabulary: Unit vectors of phrases, the ``taught`` first of which name kinds of places.
        taught: How many these are.
        prototypes: Unit vectors of the scenes.
    """
    parts = (vocabulary[:taught], vocabulary[taught:], prototypes)
    return torch.stack([(questions @ part.T).amax(dim=-1) for part in parts], dim=-1)


def pack_weights(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return a state as it is stored: int8 with scales, the rest in floating point."""
    packed: dict[str, Tensor] = {}
    for name, value in state.items():
        if not value.is_floating_point() or not value.numel():
            continue
        value = value.detach().cpu().float().contiguous()
        if value.ndim >= 2 and value.numel() >= QUANTISE_FROM and name != "prototypes":
            packed[name], packed[name + SCALE_SUFFIX] = quantise(value)
        else:
            packed[name] = value
    return packed


def unpack_weights(packed: dict[str, Tensor]) -> dict[str, Tensor]:
    """Undo :func:`pack_weights`, up to rounding."""
    state = {}
    for name, value in packed.items():
        if name.endswith(SCALE_SUFFIX) and name.removesuffix(SCALE_SUFFIX) in packed:
            continue
        if value.dtype == torch.int8:
            scale = packed[name + SCALE_SUFFIX]
            value = value.float() * scale.view(-1, *[1] * (value.ndim - 1))
        state[name] = value
    return state


def save_model(
    network: ScrlNetwork, config: ModelConfig, folder: Path, tokens: Sequence[str] = ()
) -> None:
    """Write weights, configuration and the text encoder's subwords into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    state = network.state_dict()
    if not config.scenes:
        del state["prototypes"]
    save_file(pack_weights(state), folder / WEIGHTS)
    text = json.dumps(dataclasses.asdict(config), indent=2)
    (folder / CONFIG).write_text(text + "\n", encoding="utf-8")
    if tokens:
        (folder / TOKENS).write_text("\n".join(tokens) + "\n", encoding="utf-8")


def default_model_folder() -> Path:
    """Return the folder of the bundled model.

    Raises:
        ModelMissing: There is none.
    """
    folder = bundled_folder()
    if folder is None:
        raise ModelMissing(path=MODELS)
    return folder


def load_model(
    folder: Path | None = None, device: str = "cpu", floating_point: bool = False
) -> ScrlModel:
    """Load a checkpoint.

    Args:
        folder: Holds ``model.safetensors`` and ``config.json``; None takes the bundled model.
        device: Where to compute.
        floating_point: Do without whole numbers, for comparison.

    Raises:
        ModelMissing: The folder or a file is not there.
        ModelDamaged: The files do not make a model.
    """
    keep_freed_memory()
    folder = default_model_folder() if folder is None else Path(folder)
    if not exists(folder / WEIGHTS) or not exists(folder / CONFIG):
        raise ModelMissing(path=folder)
    try:
        config = ModelConfig.from_dict(json.loads((folder / CONFIG).read_bytes()))
        tokens = (folder / TOKENS).read_text(encoding="utf-8").split() if config.tokens else []
        if len(tokens) != config.tokens:
            raise ModelDamaged(path=folder, reason=f"{TOKENS} does not belong to {CONFIG}")
        name = checksum(folder)
        network = ScrlNetwork(config)
        state = unpack_weights(load_file(folder / WEIGHTS))
        lacking, _ = network.load_state_dict(state, strict=False)
        optional = {"prototypes"} if not config.scenes else set()
        optional |= {"vocabulary"} if not config.vocabulary else set()
        missing = [n for n in lacking if n not in optional and "num_batches" not in n]
        if missing:
            raise ModelDamaged(path=folder, reason=f"{len(missing)} weights are missing")
        return ScrlModel(network, config, name, device, tokens, floating_point)
    except UserError:
        raise
    except Exception as error:
        # Files from a stranger: safetensors, torch and Python's parser each raise what they like.
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise ModelDamaged(path=folder, reason=reason) from error
