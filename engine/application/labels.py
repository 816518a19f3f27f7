"""What labels make of a question, the search profiles that it can be saved as, and labels as training data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..contract.indexes import WrittenFile
from ..contract.methods import ExportLabelsParams, SavedProfile, SaveProfileParams
from ..contract.queries import Label, Query
from ..errors import NoLabels, NoQuery, UsageError
from ..paths import check_folder, place_of
from ..progress import Task
from .query_encoders import Asked, EncodedQuery, encode_query
from .session import Session
from .timing import Timer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..model.calibration import Calibration


@dataclass(frozen=True)
class Labels:
    """The labels of a question, the last one of each tile.

    Attributes:
        every: All of them.
        of_index: Ids of labelled tiles of the index that is searched.
        no_of_index: Those of them that are a no.
    """

    every: tuple[Label, ...]
    of_index: frozenset[int]
    no_of_index: frozenset[int]

    @property
    def yes(self) -> int:
        """How many are a yes."""
        return sum(label.yes for label in self.every)

    @property
    def no(self) -> int:
        """How many are a no."""
        return len(self.every) - self.yes


@dataclass(frozen=True)
class LabelledQuery:
    """A question after its labels.

    Attributes:
        vector: Unit vector (D) that is searched with.
        calibration: What similarities to it mean; None: the model does not say, and nothing is labelled.
        encoded: The question before its labels.
        labels: The labels.
    """

    vector: NDArray[np.float32]
    calibration: Calibration | None
    encoded: EncodedQuery
    labels: Labels

    @property
    def is_learned(self) -> bool:
        """Whether labels have made it, now or when a profile of it was saved."""
        return bool(self.labels.every) or self.encoded.is_learned


def labelled_query(query: Query, asked: Asked) -> LabelledQuery:
    """Encode a question and let its labels change it.

    Raises:
        NoQuery: It has no part.
        UnknownTile: A labelled tile is not in its index.
        UserError: As the encoders of its parts.
    """
    if not query.parts:
        raise NoQuery
    encoded = encode_query(query.parts, asked)
    labels = _labels(query.labels, asked)
    if not labels.every:
        return LabelledQuery(encoded.vector, encoded.calibration, encoded, labels)
    import numpy as np

    from ..model.feedback import UNCALIBRATED, learn

    with asked.timer.step("search"):
        learned = learn(
            encoded.vector,
            encoded.calibration or UNCALIBRATED,
            _vectors(labels.every, asked),
            np.array([label.yes for label in labels.every]),
            asked.session.background(asked.index),
        )
    return LabelledQuery(learned.vector, learned.calibration, encoded, labels)


def save_profile(session: Session, params: SaveProfileParams, task: Task) -> SavedProfile:
    """Save what a question and its labels have become as a search profile.

    Raises:
        UsageError: The name of the file ends otherwise, or the profile has no name.
        UserError: As a search.
    """
    from ..index.files import replace_file
    from ..model.feedback import UNCALIBRATED
    from ..model.profile import SUFFIX, profile_bytes

    path, name = Path(params.out), params.name.strip()
    if path.suffix.lower() != SUFFIX:
        raise UsageError(
            problem=f"{path.name} is not the name of a search profile.",
            advice=f"Use the ending {SUFFIX}.",
        )
    if not name:
        raise UsageError(problem="The search profile has no name.", advice="Give it one.")
    check_folder(path.parent, path)
    index = session.open_index(place_of(params.index))
    learned = labelled_query(params.query, Asked(session, index, task, Timer()))
    task.check_cancelled()
    content = profile_bytes(
        name,
        session.identity().checksum,
        learned.vector,
        learned.calibration or UNCALIBRATED,
        params.question,
        learned.labels.yes,
        learned.labels.no,
    )
    replace_file(path, content)
    return SavedProfile(params.out, name, learned.labels.yes, learned.labels.no)


def export_labels(session: Session, params: ExportLabelsParams, task: Task) -> WrittenFile:
    """Write labels as footprints (GeoPackage) or as pictures (COCO).

    Raises:
        NoLabels: There are none.
        UsageError: The name of the file ends otherwise.
        UnknownTile: A labelled tile is not in its index.
    """
    from ..index.label_files import LabelledTile, write_labels

    index = session.open_index(place_of(params.index))
    labels = _last(params.labels, params.index)
    if not labels:
        raise NoLabels
    tiles: list[LabelledTile] = []
    for path, of_path in _by_index(labels).items():
        store = index if path is None else session.open_index(place_of(path))
        yes = {label.tile_id: label.yes for label in of_path}
        store.vectors(list(yes))  # Says which one is not there.
        sources = {record.source.uri: record.source for record in store.info.sources}
        for table in store.items(list(yes)):
            for tile in table:
                source = sources[tile.source_path]
                tiles.append(LabelledTile(tile, yes[tile.tile_id], source))
    written = write_labels(Path(params.out), tiles, params.question, task)
    return WrittenFile(params.out, written)


def _labels(labels: Sequence[Label], asked: Asked) -> Labels:
    every = _last(labels, asked.index.info.uri)
    of_index = [label for label in every if label.index is None]
    return Labels(
        every,
        frozenset(label.tile_id for label in of_index),
        frozenset(label.tile_id for label in of_index if not label.yes),
    )


def _last(labels: Sequence[Label], index: str) -> tuple[Label, ...]:
    """Return the last label of each tile; those of the index that is searched without its path."""
    searched = place_of(index)
    last: dict[tuple[str | None, int], Label] = {}
    for label in labels:
        own = label.index is None or place_of(label.index) == searched
        path = None if own else label.index
        last.pop((path, label.tile_id), None)
        last[path, label.tile_id] = Label(label.tile_id, label.yes, path)
    return tuple(last.values())


def _by_index(labels: Sequence[Label]) -> dict[str | None, list[Label]]:
    found: dict[str | None, list[Label]] = {}
    for label in labels:
        found.setdefault(label.index, []).append(label)
    return found


def _vectors(labels: Sequence[Label], asked: Asked) -> NDArray[np.float32]:
    """Return the vectors of labelled tiles, float32 [n, D], in their order."""
    import numpy as np

    vectors = np.empty((len(labels), asked.index.info.settings.embedding_size), dtype=np.float32)
    for path, of_path in _by_index(labels).items():
        store = asked.index if path is None else asked.session.open_index(place_of(path))
        places = [i for i, label in enumerate(labels) if label.index == path]
        vectors[places] = store.vectors([label.tile_id for label in of_path])
    return vectors
