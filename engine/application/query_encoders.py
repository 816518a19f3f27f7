"""From the parts of a question to vectors: one encoder for each kind of part.

A new kind is a part in :mod:`engine.contract.queries` and an encoder in :data:`ENCODERS`; nobody else
asks which kind a part is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from ..contract.queries import AudioPart, ImagePart, PlacePart, QueryPart, TilePart
from ..progress import Task
from .recording import hear
from .session import Session
from .timing import Timer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..index.store import VectorStore

    Vector = NDArray[np.float32]

#: What a vector was made of; similarities of the two are distributed differently, so that each has its
#: own calibration.
Modality = Literal["voice", "image"]


@dataclass(frozen=True)
class Asked:
    """What an encoder may use: the session, the index that is searched, the task, the timer."""

    session: Session
    index: VectorStore
    task: Task
    timer: Timer


@dataclass(frozen=True)
class QueryEncoder:
    """How a kind of part becomes a vector.

    Attributes:
        modality: What the vector is made of.
        encode: Returns the unit vector (D) of a part.
    """

    modality: Modality
    encode: Callable[[Any, Asked], Vector]


@dataclass(frozen=True)
class EncodedQuery:
    """A question as vectors.

    Attributes:
        vector: The unit vector (D) of all parts together.
        modality: "voice" if something that was spoken is looked for, else "image".
        speech: The unit vector (D) of what was spoken and is looked for, alone; None if nothing was.
    """

    vector: Vector
    modality: Modality
    speech: Vector | None


def encode_query(parts: tuple[QueryPart, ...], asked: Asked) -> EncodedQuery:
    """Return the vectors of a question.

    Raises:
        PartsCancelOut: The parts cancel each other out.
        UserError: As the encoders of its parts.
    """
    from ..index.search import blend_queries

    every: list[tuple[Vector, float]] = []
    spoken: list[tuple[Vector, float]] = []
    for part in parts:
        asked.task.check_cancelled()
        encoder = ENCODERS[type(part)]
        weighted = encoder.encode(part, asked), part.weight
        every.append(weighted)
        # Only what is looked for can be said in words: "not this" has no phrase of its own.
        if encoder.modality == "voice" and part.weight > 0:
            spoken.append(weighted)
    blend = blend_queries(every)
    if not spoken:
        return EncodedQuery(blend, "image", None)
    return EncodedQuery(blend, "voice", blend_queries(spoken))


def _encode_audio(part: AudioPart, asked: Asked) -> Vector:
    heard = hear(asked.session, Path(part.path), asked.timer)
    model = asked.session.model()
    with asked.timer.step("features"):
        features = model.voice_features(heard.speech.samples)
    with asked.timer.step("encoder"):
        return model.encode_features(features)


def _encode_tile(part: TilePart, asked: Asked) -> Vector:
    index = asked.index if part.index is None else asked.session.open_index(Path(part.index))
    return index.vectors([part.tile_id])[0]


def _encode_place(part: PlacePart, asked: Asked) -> Vector:
    from ..index.geometry import tiles_at

    return tiles_at(asked.index, part.geometry).vector


def _encode_image(part: ImagePart, asked: Asked) -> Vector:
    from ..imagery.picture import read_picture

    model = asked.session.model()
    with asked.timer.step("read"):
        picture = read_picture(part.path, model.tile_pixels)
    with asked.timer.step("encoder"):
        return model.encode_images(picture[None])[0]


ENCODERS: dict[type[Any], QueryEncoder] = {
    AudioPart: QueryEncoder("voice", _encode_audio),
    TilePart: QueryEncoder("image", _encode_tile),
    PlacePart: QueryEncoder("image", _encode_place),
    ImagePart: QueryEncoder("image", _encode_image),
}
