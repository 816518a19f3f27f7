"""What the engine answers to a question, typed: the only place that reads its dictionaries."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any


class MalformedAnswer(ValueError):
    """The engine's answer does not hold what ``docs/protocol.md`` says."""


@contextmanager
def _reading(what: str) -> Iterator[None]:
    """Turn whatever goes wrong while a part of an answer is read into a :class:`MalformedAnswer`."""
    try:
        yield
    except MalformedAnswer:
        raise
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise MalformedAnswer(f"{what} cannot be read: {error!r}") from error


@dataclass(frozen=True)
class Hit:
    """A tile found.

    Attributes:
        rank: 1 for the best.
        score: How likely it shows the right kind of place, 0 to 1; of a model whose scores are not
            calibrated, the cosine similarity to the question.
        tile_id: Its number in the index.
        source: Name of its raster.
        source_path: Path or address of its raster.
        date: Acquisition date, ISO 8601, if known.
        ground_size_m: Its side in metres on the ground.
        lon: Longitude of its centre, degrees.
        lat: Latitude of its centre, degrees.
        footprint: Closed ring of longitude and latitude.
        window: Column, row, width, height in pixels of its raster.
    """

    rank: int
    score: float
    tile_id: int
    source: str
    source_path: str
    date: str | None
    ground_size_m: float
    lon: float
    lat: float
    footprint: tuple[tuple[float, float], ...]
    window: tuple[float, float, float, float]

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> Hit:
        """Read a hit of the wire.

        Raises:
            MalformedAnswer: A part is missing or is no such thing.
        """
        with _reading("a hit"):
            ring = tuple((float(point[0]), float(point[1])) for point in message["footprint"])
            column, row, width, height = (float(value) for value in message["window"])
            hit = cls(
                rank=int(message["rank"]),
                score=float(message["score"]),
                tile_id=int(message["tile_id"]),
                source=str(message["source"]),
                source_path=str(message["source_path"]),
                date=None if message.get("date") is None else str(message["date"]),
                ground_size_m=float(message["ground_size_m"]),
                lon=float(message["lon"]),
                lat=float(message["lat"]),
                footprint=ring,
                window=(column, row, width, height),
            )
        numbers = (hit.score, hit.lon, hit.lat, *(value for point in ring for value in point))
        if len(ring) < 4 or not all(math.isfinite(value) for value in numbers):
            raise MalformedAnswer("a hit has no footprint")
        return hit


@dataclass(frozen=True)
class Phrase:
    """A phrase of the bundled vocabulary, near to what was heard.

    Attributes:
        text: The phrase.
        score: Cosine similarity to the question.
    """

    text: str
    score: float

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> Phrase:
        """Read a phrase of the wire.

        Raises:
            MalformedAnswer: It is no phrase.
        """
        with _reading("a phrase"):
            return cls(str(message["text"]), float(message["score"]))


@dataclass(frozen=True)
class Timing:
    """How long a step of the search took.

    Attributes:
        step: "read", "speech_check", "features", "encoder" or "search".
        milliseconds: Its duration.
    """

    step: str
    milliseconds: float


@dataclass(frozen=True)
class SearchResult:
    """The answer to a question.

    Attributes:
        hits: Best first.
        searched: Number of tiles that passed the filters.
        method: "annoy" or "exact".
        notes: Sentences for the user.
        understood: Phrases nearest to what was heard; empty if nothing was spoken.
        default_min_score: Below it a hit is more likely wrong than right; None if unknown, 0 if
            the scores of the model are not calibrated.
        timings: The steps of the search.
    """

    hits: tuple[Hit, ...]
    searched: int
    method: str
    notes: tuple[str, ...]
    understood: tuple[Phrase, ...]
    default_min_score: float | None
    timings: tuple[Timing, ...] = ()

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> SearchResult:
        """Read the result of the method ``search``.

        Raises:
            MalformedAnswer: A part is missing or is no such thing.
        """
        with _reading("the answer"):
            threshold = message.get("default_min_score")
            return cls(
                hits=tuple(Hit.from_message(hit) for hit in _list(message["hits"])),
                searched=int(message["searched"]),
                method=str(message["method"]),
                notes=tuple(str(note) for note in _list(message.get("notes", []))),
                understood=tuple(
                    Phrase.from_message(phrase) for phrase in _list(message.get("understood", []))
                ),
                default_min_score=None if threshold is None else float(threshold),
                timings=tuple(
                    Timing(str(step), float(value))
                    for step, value in message.get("timings_ms", {}).items()
                ),
            )

    @property
    def score_range(self) -> tuple[float, float]:
        """Lowest and highest score of the hits; (0, 0) without hits."""
        scores = [hit.score for hit in self.hits]
        return (min(scores), max(scores)) if scores else (0.0, 0.0)

    def without(self, tile_id: int, most: int) -> SearchResult:
        """Return the answer without a tile, and with at most so many hits; ranks go on from 1."""
        others = [hit for hit in self.hits if hit.tile_id != tile_id][:most]
        ranked = tuple(replace(hit, rank=number) for number, hit in enumerate(others, 1))
        return replace(self, hits=ranked)

    @property
    def is_calibrated(self) -> bool:
        """Whether a score is a probability, not a cosine."""
        return bool(self.default_min_score)

    @property
    def scale(self) -> tuple[float, float]:
        """Scores of an empty and of a full bar.

        A probability means the same in every answer. A cosine does not: there the weakest and the
        best hit are the ends.
        """
        return (0.0, 1.0) if self.is_calibrated else self.score_range

    @property
    def sounded_like(self) -> str:
        """The phrase nearest to what was heard; empty if there is none."""
        return self.understood[0].text if self.understood else ""


@dataclass(frozen=True)
class IndexSource:
    """A raster of a voice index.

    Attributes:
        name: Its file name.
        uri: Its path or address.
        tiles: Number of its tiles in the index.
        complete: Whether all of it is indexed.
        date: Acquisition date, ISO 8601, if known.
        pixel_size_m: Side of a pixel in metres.
        crs: Its coordinate system.
    """

    name: str
    uri: str
    tiles: int
    complete: bool
    date: str | None
    pixel_size_m: float
    crs: str


@dataclass(frozen=True)
class IndexInfo:
    """What a voice index holds: the result of ``index_info``."""

    path: str
    tiles: int
    parts: int
    bytes_on_disk: int
    ground_sizes_m: tuple[float, ...]
    overlap: float
    bounds: tuple[float, float, float, float] | None
    since: str | None
    until: str | None
    complete: bool
    pending_tiles: int
    model_matches: bool
    model_checksum: str
    sources: tuple[IndexSource, ...]

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> IndexInfo:
        """Read the result of the method ``index_info``.

        Raises:
            MalformedAnswer: A part is missing or is no such thing.
        """
        with _reading("what the index holds"):
            bounds = message["bounds"]
            return cls(
                path=str(message["path"]),
                tiles=int(message["tiles"]),
                parts=int(message["parts"]),
                bytes_on_disk=int(message["bytes_on_disk"]),
                ground_sizes_m=tuple(float(size) for size in message["ground_sizes_m"]),
                overlap=float(message["overlap"]),
                bounds=None
                if bounds is None
                else (float(bounds[0]), float(bounds[1]), float(bounds[2]), float(bounds[3])),
                since=_optional_text(message.get("since")),
                until=_optional_text(message.get("until")),
                complete=bool(message["complete"]),
                pending_tiles=int(message["pending_tiles"]),
                model_matches=bool(message.get("model_matches", True)),
                model_checksum=str(message.get("model_checksum", "")),
                sources=tuple(
                    IndexSource(
                        name=str(source["name"]),
                        uri=str(source["uri"]),
                        tiles=int(source["tiles"]),
                        complete=bool(source["complete"]),
                        date=_optional_text(source.get("date")),
                        pixel_size_m=float(source["pixel_size_m"]),
                        crs=str(source["crs"]),
                    )
                    for source in _list(message["sources"])
                ),
            )


@dataclass(frozen=True)
class FailedSource:
    """A raster that was left out.

    Attributes:
        source: Its path or address.
        message: What is wrong with it.
        next_step: What to do about it.
        code: The code of the failure.
    """

    source: str
    message: str
    next_step: str
    code: str

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> FailedSource:
        """Read an entry of ``failed``."""
        return cls(
            source=str(message.get("source", "")),
            message=str(message.get("message", "")),
            next_step=str(message.get("next_step", "")),
            code=str(message.get("code", "")),
        )


@dataclass(frozen=True)
class BuildReport:
    """What a build did: the result of ``build_index``, ``add_to_index`` and ``resume_build``."""

    tiles: int
    skipped_empty: int
    seconds: float
    tiles_in_index: int
    skipped_sources: tuple[str, ...]
    failed: tuple[FailedSource, ...]

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> BuildReport:
        """Read a build report of the wire.

        Raises:
            MalformedAnswer: A part is missing or is no such thing.
        """
        with _reading("the build report"):
            return cls(
                tiles=int(message["tiles"]),
                skipped_empty=int(message.get("skipped_empty", 0)),
                seconds=float(message.get("seconds", 0.0)),
                tiles_in_index=int(message["tiles_in_index"]),
                skipped_sources=tuple(str(uri) for uri in message.get("skipped_sources", [])),
                failed=tuple(FailedSource.from_message(f) for f in _list(message["failed"])),
            )


@dataclass(frozen=True)
class BuildEstimate:
    """What a build would take: the result of ``estimate_build``."""

    tiles: int
    seconds: float
    bytes: int
    failed: tuple[FailedSource, ...]

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> BuildEstimate:
        """Read an estimate of the wire.

        Raises:
            MalformedAnswer: A part is missing or is no such thing.
        """
        with _reading("the estimate"):
            return cls(
                tiles=int(message["tiles"]),
                seconds=float(message["seconds"]),
                bytes=int(message["bytes"]),
                failed=tuple(FailedSource.from_message(f) for f in _list(message["failed"])),
            )


@dataclass(frozen=True)
class DescribedSource:
    """A raster as the engine sees it: an entry of ``describe_sources``."""

    uri: str
    name: str
    pixel_size_m: float
    date: str | None
    suggested_ground_size_m: float

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> DescribedSource:
        """Read a described source of the wire.

        Raises:
            MalformedAnswer: A part is missing or is no such thing.
        """
        with _reading("a raster"):
            return cls(
                uri=str(message["uri"]),
                name=str(message["name"]),
                pixel_size_m=float(message["pixel_size_m"]),
                date=_optional_text(message.get("date")),
                suggested_ground_size_m=float(message["suggested_ground_size_m"]),
            )


@dataclass(frozen=True)
class Microphone:
    """An input device: an entry of ``list_microphones``."""

    index: int
    name: str
    is_default: bool


def microphones_from_message(message: Mapping[str, Any]) -> tuple[Microphone, ...]:
    """Read the result of the method ``list_microphones``.

    Raises:
        MalformedAnswer: It is no list of microphones.
    """
    with _reading("the microphones"):
        return tuple(
            Microphone(int(entry["index"]), str(entry["name"]), bool(entry["is_default"]))
            for entry in _list(message["microphones"])
        )


@dataclass(frozen=True)
class RecordedQuestion:
    """A recording as the engine heard it: the result of ``record`` and ``read_recording``."""

    seconds: float
    speech_seconds: float
    peaks: tuple[float, ...]

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> RecordedQuestion:
        """Read it from the wire.

        Raises:
            MalformedAnswer: A part is missing or is no such thing.
        """
        with _reading("the recording"):
            return cls(
                seconds=float(message["seconds"]),
                speech_seconds=float(message.get("speech_seconds", message["seconds"])),
                peaks=tuple(float(peak) for peak in message.get("peaks", [])),
            )


def _list(value: Any) -> Sequence[Any]:
    if not isinstance(value, (list, tuple)):
        raise MalformedAnswer(f"a list was expected, not {type(value).__name__}")
    return value


def _optional_text(value: Any) -> str | None:
    return None if value is None else str(value)
