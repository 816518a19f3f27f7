"""The files of a checkpoint, and what names them; for those, too, who do not load torch."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..paths import RESOURCES

MODELS = RESOURCES / "models"
#: The model that is used where there are several: a checkout also has the one made of free data alone.
DEFAULT = "scrl-3"
WEIGHTS = "model.safetensors"
CONFIG = "config.json"
TOKENS = "tokens.txt"
CARD = "README.md"


def bundled_folder() -> Path | None:
    """Return the folder of the bundled model; None if there is none."""
    folders = {path.parent.name: path.parent for path in MODELS.glob(f"*/{WEIGHTS}")}
    return folders.get(DEFAULT) or next(iter(folders.values()), None)


def checksum(folder: Path) -> str:
    """Return the name of what a model computes: of its weights, configuration and subwords, in hex.

    Raises:
        OSError: A file cannot be read.
    """
    content = (folder / WEIGHTS).read_bytes() + (folder / CONFIG).read_bytes()
    if (folder / TOKENS).is_file():
        content += (folder / TOKENS).read_bytes()
    return hashlib.sha256(content).hexdigest()[:16]
