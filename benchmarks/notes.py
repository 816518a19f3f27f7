"""Which notes fit here? Test recordings as voice notes, ranked by the pictures of tests.

The notes are imported as users import theirs, from a folder with a CSV file of positions; the vectors that are compared are
those that lie in the GeoPackage then.
"""

from __future__ import annotations

import csv
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.application.session import Session
from engine.application.voice_notes import import_notes
from engine.contract.voice_notes import ImportNotesParams
from engine.index.voice_notes import read_notes
from engine.progress import Task
from engine.training.datasets import load_captions, load_voices, select
from engine.training.evaluation import embed_images
from engine.training.metrics import precision_at, recall_at

from .tables import Table, number

#: Of all recordings of the test and of its pictures, evenly spaced.
NOTES, PICTURES = 300, 300
#: Hits of about these scores should be right in that share of cases.
BINS = ((0.3, 0.5), (0.5, 0.7), (0.7, 1.0))


@dataclass(frozen=True)
class NotesResult:
    """Percent over pictures, each of a kind of scene that some note describes.

    Attributes:
        notes: How many there are.
        pictures: How many are asked with.
        kinds: Kinds of scenes of the notes.
        p1: Notes of the picture's kind of scene among the best; p5 likewise, of five.
        r5: Pictures, of those that a note describes, one of whose own notes is among the first five.
        described: How many pictures these are.
        by_score: From and to a score, how many pairs have one there, and the share that is right, in percent.
        kilobytes: Of a note in the file, its sound and all.
    """

    notes: int
    pictures: int
    kinds: int
    p1: float
    p5: float
    r5: float
    described: int
    by_score: tuple[tuple[float, float, int, float], ...]
    kilobytes: float

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""
        found = (
            str(self.notes), str(self.pictures), str(self.kinds), number(self.p1, 1), number(self.p5, 1),
            f"{number(self.r5, 1)} (of {self.described})", number(self.kilobytes, 0),
        )  # fmt: skip
        scores = tuple(
            (f"{low:g} to {high:g}", str(count), number(right, 1))
            for low, high, count, right in self.by_score
        )
        return (
            Table(
                "Which notes fit here? (percent)",
                ("notes", "pictures", "kinds", "P@1", "P@5", "R@5 of own notes", "KB a note"),
                (found,),
            ),
            Table("What scores of notes mean", ("score", "pairs", "right, percent"), scores),
        )


def measure_notes(session: Session, data: Path) -> NotesResult:
    """Import test recordings as notes, and rank them by pictures of the test.

    Args:
        session: With the model to measure.
        data: Holds ``rsicd/`` and ``voices/``.

    Raises:
        DataMissing: A part of the data is not there.
    """
    images = [i for i in select(load_captions(data, "rsicd"), "test_standard") if i.scene]
    kinds_of: dict[str, set[str]] = {}
    for image in images:
        for sentence in image.sentences:
            kinds_of.setdefault(sentence, set()).add(image.scene or "")
    voices = [v for v in load_voices(data) if v.dataset == "rsicd" and v.sentence in kinds_of]
    voices = voices[:: max(1, len(voices) // NOTES)][:NOTES]
    kinds = set().union(*(kinds_of[voice.sentence] for voice in voices))
    images = [image for image in images if image.scene in kinds]
    images = images[:: max(1, len(images) // PICTURES)][:PICTURES]
    with tempfile.TemporaryDirectory() as folder:
        field = Path(folder) / "field"
        field.mkdir()
        with (Path(folder) / "positions.csv").open("w", newline="") as stream:
            table = csv.writer(stream)
            table.writerow(("file", "lon", "lat", "comment"))
            for number_, voice in enumerate(voices):
                name = f"{number_}{voice.path.suffix}"
                (field / name).symlink_to(voice.path.resolve())
                table.writerow((name, number_ / 1000, 0, voice.sentence))
        file = Path(folder) / "notes.gpkg"
        import_notes(
            session,
            ImportNotesParams(str(file), str(field), str(Path(folder) / "positions.csv")),
            Task(),
        )
        stored = read_notes(file)
        kilobytes = file.stat().st_size / 1000 / max(1, len(stored.notes))
    model = session.model()
    vectors = embed_images(model, data, images, Task())
    similarities = vectors @ np.stack(stored.vectors).T
    said = [note.comment for note in stored.notes]
    right = np.array([[image.scene in kinds_of[text] for text in said] for image in images])
    own = np.array([[text in image.sentences for text in said] for image in images])
    described = own.any(axis=1)
    calibration = model.calibration("voice")
    by_score = []
    if calibration is not None:
        scores = calibration.scores(similarities)
        for low, high in BINS:
            inside = (scores >= low) & (scores < high)
            share = 100 * float(right[inside].mean()) if inside.any() else float("nan")
            by_score.append((low, high, int(inside.sum()), share))
    return NotesResult(
        len(said),
        len(images),
        len(kinds),
        100 * precision_at(similarities, right, 1),
        100 * precision_at(similarities, right, 5),
        100 * recall_at(similarities[described], own[described], 5),
        int(described.sum()),
        tuple(by_score),
        kilobytes,
    )
