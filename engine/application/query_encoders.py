"""From the parts of a question to vectors: one encoder for each kind of part.

A new kind is a part in :mod:`engine.contract.queries` and an encoder in :data:`ENCODERS`; nobody else
asks which kind a part is.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..contract.queries import (
    AudioPart,
    ImagePart,
    PlacePart,
    ProfilePart,
    QueryPart,
    TextPart,
    TilePart,
)
from ..errors import UsageError
from ..paths import place_of
from ..progress import Task
from .recording import hear
from .session import Session
from .timing import Timer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..index.store import VectorStore
    from ..model.calibration import Calibration
    from ..model.checkpoint import Modality
    from ..model.profile import SearchProfile

    Vector = NDArray[np.float32]


@dataclass(frozen=True)
class Asked:
    """What an encoder may use: the session, the index that is searched, the task, the timer.

    Attributes:
        opened: The index; None where there is none: voice notes can be searched without.
        spoken: The vector (D) of a recording that is still being made, under the path that it will have.
    """

    session: Session
    opened: VectorStore | None
    task: Task
    timer: Timer
    spoken: tuple[str, Vector] | None = None

    @property
    def index(self) -> VectorStore:
        """The index that tiles and places of the question belong to.

        Raises:
            UsageError: There is none.
        """
        if self.opened is None:
            raise UsageError(
                problem="Tiles and places belong to a voice index, and none is given.",
                advice="Give the index: --index NAME.scrl.",
            )
        return self.opened


@dataclass(frozen=True)
class QueryEncoder:
    """How a kind of part becomes a vector.

    Attributes:
        modality: What the vector is made of.
        encode: Returns the unit vector (D) of a part.
        calibration: Returns what similarities to such a part mean, where that is its own; None: what they mean for its
            modality.
    """

    modality: Modality
    encode: Callable[[Any, Asked], Vector]
    calibration: Callable[[Any, Asked], Calibration] | None = None


@dataclass(frozen=True)
class EncodedQuery:
    """A question as vectors.

    Attributes:
        vector: The unit vector (D) of all parts together.
        modality: "voice" if something that was spoken is looked for, else "text" if something that was typed is,
            else "image".
        words: The unit vector (D) of what was spoken or typed and is looked for, alone; None if nothing was.
        has_example: Whether something is looked for by its looks.
        calibration: What similarities to the vector mean; None: the model does not say.
        is_learned: Whether a part of it has been made of labels.
    """

    vector: Vector
    modality: Modality
    words: Vector | None
    has_example: bool
    calibration: Calibration | None
    is_learned: bool


def encode_query(
    parts: tuple[QueryPart, ...], asked: Asked, of_notes: bool = False
) -> EncodedQuery:
    """Return the vectors of a question.

    Args:
        parts: What is looked for.
        asked: What encoders may use.
        of_notes: Whether voice notes are searched, and not tiles: then only what similarities of a picture to them mean
            is known, which is what those of speech to a picture do.

    Raises:
        PartsCancelOut: The parts cancel each other out.
        UserError: As the encoders of its parts.
    """
    from ..index.search import blend_queries

    every: list[tuple[Vector, float]] = []
    said: list[tuple[Vector, float]] = []
    modality: Modality = "image"
    has_example = False
    for part in parts:
        asked.task.check_cancelled()
        encoder = ENCODERS[type(part)]
        if (
            isinstance(part, AudioPart)
            and asked.spoken is not None
            and asked.spoken[0] == part.path
        ):
            vector = asked.spoken[1]
        else:
            vector = asked.session.encoded(part, functools.partial(encoder.encode, part, asked))
        weighted = vector, part.weight
        every.append(weighted)
        # Only what is looked for can be said in words: "not this" has no phrase of its own.
        if part.weight <= 0:
            continue
        if encoder.modality == "image":
            has_example = True
        else:
            said.append(weighted)
            modality = "voice" if "voice" in (modality, encoder.modality) else "text"
    words = blend_queries(said) if said else None
    blend = blend_queries(every)
    is_learned = any(ENCODERS[type(part)].calibration is not None for part in parts)
    if of_notes:
        known = modality == "image" and not is_learned
        calibration = asked.session.model().calibration("voice") if known else None
    else:
        calibration = asked.session.model().calibration(modality)
    wanted = [vector for vector, weight in every if weight > 0]
    if len(parts) > 1 and wanted and calibration is not None:
        calibration = calibration.of_blend(blend, wanted)
    if len(parts) == 1 and parts[0].weight > 0 and not of_notes:
        own = ENCODERS[type(parts[0])].calibration
        calibration = calibration if own is None else own(parts[0], asked)
    return EncodedQuery(blend, modality, words, has_example, calibration, is_learned)


def _encode_audio(part: AudioPart, asked: Asked) -> Vector:
    heard = hear(asked.session, Path(part.path), asked.timer)
    model = asked.session.model()
    with asked.timer.step("features"):
        features = model.voice_features(heard.speech.samples)
    with asked.timer.step("encoder"):
        return model.encode_features(features)


def _encode_text(part: TextPart, asked: Asked) -> Vector:
    model = asked.session.model()
    with asked.timer.step("encoder"):
        return model.encode_text(part.text)


def _encode_tile(part: TilePart, asked: Asked) -> Vector:
    index = asked.index if part.index is None else asked.session.open_index(place_of(part.index))
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


def _profile(part: ProfilePart, asked: Asked) -> SearchProfile:
    from ..model.profile import read_profile

    model = asked.session.identity()
    return read_profile(Path(part.path), model.checksum, model.embedding_size)


def _encode_profile(part: ProfilePart, asked: Asked) -> Vector:
    return _profile(part, asked).vector


def _profile_calibration(part: ProfilePart, asked: Asked) -> Calibration:
    return _profile(part, asked).calibration


ENCODERS: dict[type[Any], QueryEncoder] = {
    AudioPart: QueryEncoder("voice", _encode_audio),
    TextPart: QueryEncoder("text", _encode_text),
    TilePart: QueryEncoder("image", _encode_tile),
    PlacePart: QueryEncoder("image", _encode_place),
    ImagePart: QueryEncoder("image", _encode_image),
    ProfilePart: QueryEncoder("image", _encode_profile, _profile_calibration),
}
