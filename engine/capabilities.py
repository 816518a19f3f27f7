"""What this installation can do, found out without loading torch: the handshake must be quick."""

from __future__ import annotations

import functools
import importlib.metadata
import importlib.util
import json
from pathlib import Path

from .contract.engine import Capabilities, ModelInfo
from .model.files import CONFIG, MODELS, bundled_folder, checksum

ANNOY_PACKAGES = ("annoy", "annoy-mm")


@functools.lru_cache(maxsize=1)
def model_identity() -> ModelInfo | None:
    """Return the bundled model; None if there is none that can be read."""
    try:
        folder, text = _bundled()
        config = json.loads(text)
        # A fused vector holds the probabilities of the scenes behind the embedding.
        fused = len(config.get("scenes", ())) if config.get("scene_weight") else 0
        return ModelInfo(
            name=str(config["name"]),
            checksum=checksum(folder),
            embedding_size=int(config["embedding_size"]) + fused,
            tile_pixels=int(config["image_pixels"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def capabilities() -> Capabilities:
    """Look at what is installed."""
    return Capabilities(
        annoy=next(filter(None, map(installed_version, ANNOY_PACKAGES)), None),
        microphone=importlib.util.find_spec("sounddevice") is not None,
        vocabulary=_has_vocabulary(),
    )


def _has_vocabulary() -> bool:
    try:
        return bool(json.loads(_bundled()[1]).get("vocabulary"))
    except (OSError, ValueError, AttributeError):
        return False


def _bundled() -> tuple[Path, bytes]:
    """Return the folder and the configuration of the bundled model; ValueError if there is none."""
    folder = bundled_folder()
    if folder is None:
        raise ValueError(f"there is no model in {MODELS}")
    return folder, (folder / CONFIG).read_bytes()


def installed_version(package: str) -> str | None:
    """Return the version of an installed package, None if there is none."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None
