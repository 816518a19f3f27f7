"""The engine itself: who it is, what it can do, how it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional


@dataclass(frozen=True)
class ModelInfo:
    """The model that answers, as far as one must know it to compare or to show it.

    Attributes:
        name: For people.
        checksum: Names its weights: vectors of different weights cannot be compared.
        embedding_size: Length of the vectors.
        tile_pixels: Side of the images, in pixels.
    """

    name: str
    checksum: str
    embedding_size: int
    tile_pixels: int


@dataclass(frozen=True)
class Capabilities:
    """What works on this computer.

    Attributes:
        annoy: Version of Annoy; None: searches are exact and slower.
        microphone: Whether the package that records is there (not whether a microphone is).
        vocabulary: Whether the model can say what it understood.
    """

    annoy: Optional[str]
    microphone: bool
    vocabulary: bool


@dataclass(frozen=True)
class Handshake:
    """What the engine says of itself.

    Attributes:
        protocol: Version of the protocol.
        engine: Version of the engine.
        python: Version of its Python.
        process: Its process number.
        model: The bundled model; None if there is none.
    """

    protocol: int
    engine: str
    python: str
    process: int
    model: Optional[ModelInfo]
    capabilities: Capabilities


@dataclass(frozen=True)
class Check:
    """A line of the diagnostics.

    Attributes:
        topic: What was looked at.
        ok: Whether it is as it should be.
        value: What was found.
        next_step: What to do about it; empty if nothing.
    """

    topic: str
    ok: bool
    value: str
    next_step: str = ""


@dataclass(frozen=True)
class Diagnostics:
    """The page for a bug report, line by line and as text."""

    checks: tuple[Check, ...]
    text: str
