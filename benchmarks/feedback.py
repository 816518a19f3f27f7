"""What yes and no are worth: a simulated user answers five hits a round, for kinds that the model knows and kinds that it does not.

The pictures of a part of the data are the tiles of an index. *Taught*: each kind is asked for in a command with its own word.
*Untaught*: the model knows all kinds of the data, so that one is taken from it: the kind's prototype is taken out of every
vector, of pictures and of questions, and the question is asked with an untaught thing (``untaught.toml``), the one nearest
in words to the kind with which fewer than 15 % of the first ten hits are right. What stays is what the trunk sees.
"""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from engine.application.labels import labelled_query
from engine.application.query_encoders import Asked
from engine.application.search import search as ask
from engine.application.session import Session
from engine.application.timing import Timer
from engine.contract.methods import SearchParams, SearchResult
from engine.contract.queries import Label, Query, TextPart
from engine.index.background import sampled_background
from engine.index.doubtful import doubtful_tiles
from engine.index.search import SearchOptions, search
from engine.index.store import VectorStore, open_store
from engine.model.calibration import Calibration
from engine.model.checkpoint import ScrlModel
from engine.model.feedback import UNCALIBRATED, Background, Learned, learn
from engine.model.fusion import fuse, unfuse
from engine.progress import Task
from engine.training.datasets import (
    DATASETS,
    MORE,
    CaptionedImage,
    load_captions,
    part_of,
    read_images,
    select,
)
from engine.training.phrases import SCENE_WORDS, plural, untaught_things

from .annoy_recall import PART_TILES
from .large_index import write_large_index
from .measuring import CACHE
from .tables import Table, number
from .tile_vectors import cached, embedded, enlarged, real_vectors

ROUNDS, ANSWERS, SHOWN = 3, 5, 20
FEWEST_PICTURES, NOT_FOUND = 20, 0.15
TILES, TIMED_LABELS, TIMED_THINGS = 100_000, (5, 10, 15), 10
Answers = Callable[["_Asked", Learned, dict[int, bool]], list[int]]
Part = Literal["validation", "test"]


@dataclass(frozen=True)
class FeedbackResult:
    """Percent, after 0, 1, 2 and 3 rounds.

    Attributes:
        part: Which pictures.
        pictures: How many.
        kinds: How many kinds were asked for.
        precision: P@10 by group of kinds and user.
        recall: Recall at 100, of at most 100.
        tiles: Of the large index.
        plain_ms: A typed question without labels, asked of it; median.
        labelled_ms: With labels, by their number.
        doubtful_ms: Its doubtful tiles, with the largest number of labels.
        annoy_recall: Share of the best 20 that Annoy finds for questions with labels.
    """

    part: str
    pictures: int
    kinds: int
    precision: dict[str, list[float]]
    recall: dict[str, list[float]]
    tiles: int
    plain_ms: float
    labelled_ms: dict[int, float]
    doubtful_ms: float
    annoy_recall: float

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""
        rounds = [f"{measure}, {n}" for measure in ("P@10", "R@100") for n in range(ROUNDS + 1)]
        rows = tuple(
            (name, *(number(value, 0) for value in (*self.precision[name], *self.recall[name])))
            for name in self.precision
        )
        timed = [("without labels", self.plain_ms)]
        timed += [(f"{count} labels", ms) for count, ms in self.labelled_ms.items()]
        timed.append((f"{max(self.labelled_ms)} labels, doubtful ones", self.doubtful_ms))
        return (
            Table(
                "Yes and no",
                ("kinds, and which hits are answered", *rounds),
                rows,
                (
                    f"Percent after 0 to {ROUNDS} rounds of {ANSWERS} answers; {self.kinds} kinds with at least "
                    f"{FEWEST_PICTURES} of {self.pictures:,} {self.part} pictures. Hits as the user sees them: without those "
                    "that got a no.",
                ),
            ),
            Table(
                f"A typed question to {self.tiles:,} tiles",
                ("", "ms"),
                tuple((name, number(ms, 0)) for name, ms in timed),
                (
                    "Medians, classifier included, index open and its spread measured. Annoy alone would find "
                    f"{self.annoy_recall:.1%} of the best 20 of these questions with labels.",
                ),
            ),
        )


def measure_feedback(model: ScrlModel, data: Path, part: Part = "test") -> FeedbackResult:
    """Measure it.

    Args:
        model: One that takes typed questions.
        data: Holds ``rsicd/`` and ``ucm/``, for validation ``more/`` as well.
        part: "validation", on which all constants were chosen, or "test".

    Raises:
        DataMissing: A part of the data is not there.
        ModelCannotRead: The model only listens.
    """
    images = [image for image in _images(data, part) if image.kind is not None]
    vectors = cached(
        CACHE / f"feedback-{part}-{model.checksum}.npy",
        lambda: embedded(
            model, (pixels for _, pixels in read_images(data, images, model.tile_pixels))
        ),
    )
    counts = Counter(str(image.kind) for image in images)
    kinds = [
        kind
        for kind, count in sorted(counts.items())
        if count >= FEWEST_PICTURES and kind in model.config.scenes
    ]
    users: dict[str, Answers] = {
        "the five best": _best, "what was found, then the best": _found, "doubtful ones": _doubtful,
    }  # fmt: skip
    measured: dict[str, list[NDArray[np.float64]]] = {}
    for kind in kinds:
        for group, pool in (
            ("taught", _taught(model, images, vectors, kind)),
            ("untaught", _untaught(model, images, vectors, kind)),
        ):
            with tempfile.TemporaryDirectory() as folder:
                store = pool.index(Path(folder) / "pool.scrl", model.checksum)
                asked = _Asked(store, pool, sampled_background(store))
                for user, answers in users.items():
                    rounds = _rounds(asked, answers)
                    measured.setdefault(f"{group}: {user}", []).append(rounds)
    means = {name: 100 * np.mean(rounds, axis=0) for name, rounds in sorted(measured.items())}
    timed = _timed(model)
    return FeedbackResult(
        part, len(images), len(kinds),
        {name: mean[:, 0].tolist() for name, mean in means.items()},
        {name: mean[:, 1].tolist() for name, mean in means.items()},
        TILES, *timed,
    )  # fmt: skip


# --- the pictures as indexes ------------------------------------------------------------------------


@dataclass(frozen=True)
class _Pool:
    """Pictures, one of whose kinds is asked for.

    Attributes:
        vectors: float32 [n, D].
        right: Which pictures are of the kind, bool [n].
        question: Unit vector [D].
        calibration: What similarities to it mean.
    """

    vectors: NDArray[np.float32]
    right: NDArray[np.bool_]
    question: NDArray[np.float32]
    calibration: Calibration

    def index(self, path: Path, checksum: str) -> VectorStore:
        """Write an index with a tile for each picture, whose id is its row."""
        count, size = self.vectors.shape
        write_large_index(
            path, [self.vectors.astype(np.float16)], count, PART_TILES, checksum, size
        )
        return open_store(path)


def _images(data: Path, part: Part) -> Iterator[CaptionedImage]:
    if part == "validation":
        for name in (*DATASETS, MORE):
            yield from select(load_captions(data, name), "val")
        return
    yield from select(load_captions(data, "rsicd"), "test_standard")
    yield from select(load_captions(data, "ucm"), "test_80_20")


def _taught(
    model: ScrlModel, images: Sequence[CaptionedImage], vectors: NDArray[np.float32], kind: str
) -> _Pool:
    kept, right = _relevant(images, kind)
    question = model.encode_text(f"find all the {plural(SCENE_WORDS[kind][0])}")
    return _Pool(vectors[kept], right[kept], question, _calibration(model))


def _untaught(
    model: ScrlModel, images: Sequence[CaptionedImage], vectors: NDArray[np.float32], kind: str
) -> _Pool:
    kept, right = _relevant(images, kind)
    right = right[kept]
    things = [*untaught_things("validation"), *untaught_things("test")]
    asked = np.stack([model.encode_text(f"find a {thing}") for thing in things])
    named = model.encode_text(f"find all the {plural(SCENE_WORDS[kind][0])}")
    alike = _embeddings(model, asked) @ _embeddings(model, named[None])[0]
    pictures, questions = (_without(model, each, kind) for each in (vectors[kept], asked))
    for thing in torch.argsort(alike, descending=True).tolist():
        best = np.argsort(-(pictures @ questions[thing]))[:10]
        if right[best].mean() < NOT_FOUND:
            return _Pool(pictures, right, questions[thing], _calibration(model))
    raise RuntimeError(f"every question finds {kind}")


def _relevant(
    images: Sequence[CaptionedImage], kind: str
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which pictures to ask among, and which are of a kind.

    Pictures of a part of the kind, or of what it is part of, are neither right nor wrong; those of kinds that overlap
    with it in meaning are wrong.
    """
    right = np.array([image.kind == kind for image in images])
    unclear = np.array([part_of(kind, str(image.kind)) for image in images])
    return ~unclear, right


def _calibration(model: ScrlModel) -> Calibration:
    return model.calibration("text") or UNCALIBRATED


def _embeddings(model: ScrlModel, vectors: NDArray[np.float32]) -> torch.Tensor:
    return unfuse(torch.from_numpy(vectors), model.config.embedding_size)


def _without(model: ScrlModel, vectors: NDArray[np.float32], kind: str) -> NDArray[np.float32]:
    """Return vectors as a model without the prototype of a kind makes them."""
    config = model.config
    others = [number for number, scene in enumerate(config.scenes) if scene != kind]
    prototypes = functional.normalize(model.network.prototypes.detach(), dim=-1)[others]
    fused: NDArray[np.float32] = fuse(
        _embeddings(model, vectors), prototypes, config.scene_weight, config.scene_temperature
    ).numpy()
    return fused


# --- the user ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Asked:
    """An index of pictures, the pictures, and their spread."""

    store: VectorStore
    pool: _Pool
    background: Background


def _rounds(asked: _Asked, answers: Answers) -> NDArray[np.float64]:
    """Return P@10 and recall at 100 after each round, [rounds + 1, 2]."""
    store, pool = asked.store, asked.pool
    labels: dict[int, bool] = {}
    learned = Learned(pool.question, pool.calibration)
    measured = []
    for turn in range(ROUNDS + 1):
        hits = _hits(store, learned, labels, 100)
        found = pool.right[hits]
        measured.append((found[:10].mean(), found.sum() / min(100, pool.right.sum())))
        if turn == ROUNDS:
            break
        for tile in answers(asked, learned, labels)[:ANSWERS]:
            labels[tile] = bool(pool.right[tile])
        learned = learn(
            pool.question, pool.calibration, store.vectors(list(labels)),
            np.array(list(labels.values())), asked.background,
        )  # fmt: skip
    return np.array(measured)


def _hits(store: VectorStore, learned: Learned, labels: dict[int, bool], count: int) -> list[int]:
    no = frozenset(tile for tile, yes in labels.items() if not yes)
    options = SearchOptions(k=count, suppress_overlap=False, exact=True, excluded=no)
    found = search(store, learned.vector, options, learned.calibration)
    return [hit.tile_id for hit in found.hits]


def _best(asked: _Asked, learned: Learned, labels: dict[int, bool]) -> list[int]:
    """Answer the best hits that have no label yet."""
    hits = _hits(asked.store, learned, labels, SHOWN + len(labels))
    return [tile for tile in hits if tile not in labels]


def _found(asked: _Asked, learned: Learned, labels: dict[int, bool]) -> list[int]:
    """Say yes to up to three of the twenty hits that are shown, then no from the top."""
    shown = [tile for tile in _hits(asked.store, learned, labels, SHOWN) if tile not in labels]
    right = [tile for tile in shown if asked.pool.right[tile]][:3]
    wrong = [tile for tile in shown if not asked.pool.right[tile]]
    return list(dict.fromkeys([*right, *wrong, *shown]))


def _doubtful(asked: _Asked, learned: Learned, labels: dict[int, bool]) -> list[int]:
    """Answer the first round as it comes, then what *Show doubtful ones* shows."""
    if not labels:
        return _best(asked, learned, labels)
    options = SearchOptions(k=ANSWERS, suppress_overlap=False)
    found = doubtful_tiles(asked.store, learned.vector, learned.calibration, list(labels), options)
    return [hit.tile_id for hit in found.hits]


# --- how long it takes ------------------------------------------------------------------------------


def _timed(model: ScrlModel) -> tuple[float, dict[int, float], float, float]:
    """Return milliseconds without labels, with some, of doubtful tiles; and what Annoy finds."""
    base = real_vectors(model).images
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.scrl"
        chunks = enlarged(base, TILES, PART_TILES)
        write_large_index(path, chunks, TILES, PART_TILES, model.checksum, model.embedding_size)
        session = Session(lasting=True)
        index = session.open_index(path)
        index.prepare()
        session.background(index)

        def timed(query: Query) -> tuple[float, SearchResult]:
            began = time.perf_counter()
            result = ask(session, SearchParams(str(path), query), Task())
            return 1e3 * (time.perf_counter() - began), result

        plain: list[float] = []
        doubtful: list[float] = []
        labelled: dict[int, list[float]] = {count: [] for count in TIMED_LABELS}
        found: list[float] = []
        for thing in untaught_things("test")[: TIMED_THINGS + 1]:
            parts = (TextPart(f"find a {thing}"),)
            ms, result = timed(Query(parts))
            plain.append(ms)
            tiles = [hit.tile_id for hit in result.hits]
            for count in TIMED_LABELS:
                labels = tuple(
                    Label(tile, place % 3 == 0) for place, tile in enumerate(tiles[:count])
                )
                ms, result = timed(Query(parts, labels=labels))
                labelled[count].append(ms)
                asked = Asked(session, index, Task(), Timer())
                vector = labelled_query(Query(parts, labels=labels), asked).vector
                no = frozenset(label.tile_id for label in labels if not label.yes)
                proposed = search(index, vector, SearchOptions(excluded=no)).hits
                best = {hit.tile_id for hit in result.hits}
                found.append(len(best & {hit.tile_id for hit in proposed}) / len(best))
            doubtful.append(timed(Query(parts, labels=labels, doubtful=True))[0])
    # The first of each warms up.
    return (
        median(plain[1:]),
        {count: median(times[1:]) for count, times in labelled.items()},
        median(doubtful[1:]),
        float(np.mean(found)),
    )
