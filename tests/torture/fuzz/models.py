"""Checkpoints and search profiles, as a stranger may have made them."""

from __future__ import annotations

import json
import random
import struct
from pathlib import Path

import numpy as np
import torch

from engine.model.calibration import Calibration
from engine.model.checkpoint import ModelConfig, ScrlNetwork, load_model, save_model
from engine.model.files import CONFIG, TOKENS, WEIGHTS
from engine.model.profile import profile_bytes, read_profile

from .mutators import break_bytes, break_json, break_json_text
from .target import Target

_MODEL, _SIZE = "a" * 64, 16


class Profiles(Target):
    """Search profiles."""

    def __init__(self, samples: Path) -> None:
        vector = np.full(_SIZE, _SIZE**-0.5, dtype=np.float32)
        whole = profile_bytes(
            "quarries", _MODEL, vector, Calibration(12.5, -3.25), "a quarry", 4, 2
        )
        self._document = json.loads(whole)

    def write(self, rng: random.Random, folder: Path) -> str:
        """Break values, or the text."""
        (folder / "a.scrlprofile").write_bytes(break_json(rng, self._document))
        return "a value or the text"

    def use(self, folder: Path) -> None:
        """Read it, and compute with it."""
        profile = read_profile(folder / "a.scrlprofile", _MODEL, _SIZE)
        if not np.isfinite(profile.vector).all() or not 0 <= profile.calibration.score(0.3) <= 1:
            raise ArithmeticError("a profile that was accepted gives no scores")


class Checkpoints(Target):
    """Weights, configuration and subwords of a small model."""

    def __init__(self, samples: Path) -> None:
        torch.manual_seed(0)
        config = ModelConfig(
            "small", voice_encoder="paper", embedding_size=16, image_pixels=32, scenes=("a", "b"), scene_weight=0.2,
            voice_calibration=Calibration(12.0, -3.0), vocabulary=("beach", "port", "mine"), taught=2, tokens=3,
        )  # fmt: skip
        save_model(ScrlNetwork(config), config, samples, ["a", "b", "c"])
        self._weights = (samples / WEIGHTS).read_bytes()
        self._config = json.loads((samples / CONFIG).read_bytes())
        length = struct.unpack("<Q", self._weights[:8])[0]
        self._header = json.loads(self._weights[8 : 8 + length])
        self._data = self._weights[8 + length :]

    def write(self, rng: random.Random, folder: Path) -> str:
        """Break one of the files."""
        weights, config, tokens = self._weights, json.dumps(self._config).encode(), b"a\nb\nc\n"
        kind = rng.choice(("config", "header", "a few tensors", "bytes", "tokens"))
        if kind == "config":
            config = break_json(rng, self._config)
        elif kind == "header":
            weights = self._with_header(break_json(rng, self._header), rng)
        elif kind == "a few tensors":
            header = json.loads(json.dumps(self._header))
            for name in rng.sample([n for n in header if n != "__metadata__"], 3):
                tensor = header[name]
                change = rng.randrange(5)
                if change == 0:
                    tensor["dtype"] = rng.choice(
                        ("F64", "I8", "BOOL", "F8_E4M3", "U64", "X", "BF16")
                    )
                elif change == 1:
                    tensor["shape"] = rng.choice(
                        ([], [0], [-1], [2**40, 2**40], [1] * 70, tensor["shape"][::-1])
                    )
                elif change == 2:
                    tensor["data_offsets"] = rng.choice(
                        ([0, 2**63], [5, 1], [0, 0], [2**64 - 1, 0])
                    )
                elif change == 3:
                    del header[name]
                else:
                    header[name + ".scale"] = tensor
            weights = self._with_header(json.dumps(header).encode(), rng)
        elif kind == "bytes":
            weights = break_bytes(rng, self._weights)
        else:
            tokens = break_json_text(rng, "a\nb\nc\n")
        for name, content in ((WEIGHTS, weights), (CONFIG, config), (TOKENS, tokens)):
            (folder / name).write_bytes(content)
        return kind

    def _with_header(self, header: bytes, rng: random.Random) -> bytes:
        said = rng.choice(
            (len(header), len(header), len(header), len(header) + 8, 2**40, 2**64 - 1, 0)
        )
        return struct.pack("<Q", said) + header + self._data

    def use(self, folder: Path) -> None:
        """Load the model, and embed a question and a picture with it."""
        model = load_model(folder)
        model.encode_images(np.zeros((1, model.tile_pixels, model.tile_pixels, 3), dtype=np.uint8))
        model.understood(model.encode_text("a"))
