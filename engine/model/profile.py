"""The search profile: what a question has learned from labels, as one small file that can be sent to others.

JSON, read as what a stranger has written: every value is checked, nothing is executed.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..contract.codec import ContractError, from_json, to_json
from ..errors import ProfileOfAnotherModel, ProfileUnreadable
from ..paths import reason_of
from .calibration import Calibration

SUFFIX = ".scrlprofile"
FORMAT = 1
# A profile of a vector of 10,000 numbers is smaller.
_MOST_BYTES = 1_000_000
_MOST_SLOPE, _MOST_OFFSET = 1e4, 1e4


@dataclass(frozen=True)
class SearchProfile:
    """What a question has become.

    Attributes:
        name: What it is called.
        model: Checksum of the model whose vectors it is compared with.
        direction: Unit vector, D numbers.
        slope: Of the log-odds of a tile over its similarity to the direction; positive.
        offset: Log-odds at similarity 0.
        question: What the question was called.
        yes: Tiles that the user had said yes to.
        no: And no.
        made: When, ISO 8601.
        kind: Tells the file from others.
        format: Version of this layout.
    """

    name: str
    model: str
    direction: tuple[float, ...]
    slope: float
    offset: float
    question: str = ""
    yes: int = 0
    no: int = 0
    made: str = ""
    kind: Literal["scrl-search-profile"] = "scrl-search-profile"
    format: int = FORMAT

    @property
    def vector(self) -> NDArray[np.float32]:
        """The direction, float32 [D], unit length."""
        wide = np.array(self.direction, dtype=np.float64)
        return (wide / np.linalg.norm(wide)).astype(np.float32)

    @property
    def calibration(self) -> Calibration:
        """What similarities to it mean."""
        return Calibration(self.slope, self.offset)


def profile_bytes(
    name: str,
    model: str,
    vector: NDArray[np.float32],
    calibration: Calibration,
    question: str,
    yes: int,
    no: int,
) -> bytes:
    """Return the content of a new profile's file."""
    # Seven digits tell every float32 near 1 from its neighbours.
    direction = tuple(round(value, 8) for value in vector.tolist())
    profile = SearchProfile(
        name, model, direction, calibration.slope, calibration.offset, question, yes, no,
        datetime.now().astimezone().isoformat(timespec="seconds"),
    )  # fmt: skip
    return (json.dumps(to_json(profile), ensure_ascii=False) + "\n").encode()


def read_profile(path: Path, model: str, embedding_size: int) -> SearchProfile:
    """Read a profile for a model.

    Args:
        path: The file, whoever has written it.
        model: Checksum of the model in use.
        embedding_size: D, of that model.

    Raises:
        ProfileUnreadable: There is no such file, or it is no profile.
        ProfileOfAnotherModel: Its direction means something else, or nothing, to this model.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise ProfileUnreadable(path=path, reason="it is too large")
        profile = from_json(SearchProfile, json.loads(content), "it:")
    except OSError as error:
        raise ProfileUnreadable(path=path, reason=reason_of(error)) from error
    except ContractError as error:
        raise ProfileUnreadable(path=path, reason=str(error)) from error
    except (ValueError, RecursionError) as error:
        raise ProfileUnreadable(path=path, reason="it is not JSON") from error
    if profile.format > FORMAT:
        raise ProfileUnreadable(path=path, reason="a later version of qgis_scrl has written it")
    if profile.model != model:
        raise ProfileOfAnotherModel(
            path=path, profile_model=profile.model[:12], loaded_model=model[:12]
        )
    length = math.sqrt(sum(min(abs(value), 1e6) ** 2 for value in profile.direction))
    if len(profile.direction) != embedding_size or not 0.99 <= length <= 1.01:
        raise ProfileUnreadable(path=path, reason="its direction is not a unit vector of the model")
    if not (0 < profile.slope <= _MOST_SLOPE and abs(profile.offset) <= _MOST_OFFSET):
        raise ProfileUnreadable(path=path, reason="its scores are out of range")
    return profile
