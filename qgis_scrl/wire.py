"""The wire as text: messages to lines, and lines to messages (``docs/protocol.md``).

No Qt and no QGIS in here: what arrives over a pipe is checked once, and becomes frozen dataclasses.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any, Union

from .errors import EngineError

PROTOCOL = 1
#: A longer line is no message of ours: ten thousand sources in ``index_info`` take 3 MB.
LONGEST_LINE = 64 * 1024 * 1024
#: How much of a line that is no message is shown.
_EXCERPT = 80


class NotAMessage(Exception):
    """What came over the wire is no message of the protocol; the text is an excerpt of it."""


@dataclass(frozen=True)
class ProgressReport:
    """How far a request is.

    Attributes:
        title: What is being done, such as "Embedding tiles".
        unit: What is counted: "tile", "source", "part".
        done: How many are done.
        total: Of how many; 0 if unknown.
        rate: How many a second; None if unknown.
        seconds_left: Time left; None if unknown.
    """

    title: str
    unit: str
    done: int
    total: int
    rate: float | None
    seconds_left: float | None

    @property
    def percent(self) -> float:
        """Share that is done, 0 to 100; 0 if the total is unknown."""
        return min(100.0, 100.0 * self.done / self.total) if self.total > 0 else 0.0


@dataclass(frozen=True)
class LevelReport:
    """What the microphone hears.

    Attributes:
        level_dbfs: RMS level in dB relative to full scale.
        peaks: Absolute peaks, 0 to 1, of successive 20 ms since the last report.
        state: "waiting" or "speaking".
        seconds_left: To begin, or to speak.
    """

    level_dbfs: float
    peaks: tuple[float, ...]
    state: str
    seconds_left: float


@dataclass(frozen=True)
class ModelInfo:
    """The model that the engine answers with."""

    name: str
    checksum: str
    embedding_size: int
    tile_pixels: int


@dataclass(frozen=True)
class Handshake:
    """What the engine says of itself.

    Attributes:
        protocol: Version of the protocol.
        engine: Version of the engine.
        python: Version of its Python.
        process: Its process number.
        model: The bundled model; None if there is none.
        annoy: Version of Annoy; None if searches are exact and slower.
        microphone: Whether the engine can record.
        vocabulary: Whether it can say what it understood.
    """

    protocol: int
    engine: str
    python: str
    process: int
    model: ModelInfo | None
    annoy: str | None
    microphone: bool
    vocabulary: bool

    @classmethod
    def from_message(cls, raw: dict[str, Any]) -> Handshake:
        """Read the result of ``initialize``.

        Raises:
            NotAMessage: It is not one.
        """
        try:
            model, capabilities = raw["model"], raw["capabilities"]
            return cls(
                protocol=int(raw["protocol"]),
                engine=str(raw["engine"]),
                python=str(raw["python"]),
                process=int(raw["process"]),
                model=None
                if model is None
                else ModelInfo(
                    name=str(model["name"]),
                    checksum=str(model["checksum"]),
                    embedding_size=int(model["embedding_size"]),
                    tile_pixels=int(model["tile_pixels"]),
                ),
                annoy=None if capabilities["annoy"] is None else str(capabilities["annoy"]),
                microphone=bool(capabilities["microphone"]),
                vocabulary=bool(capabilities["vocabulary"]),
            )
        except (ArithmeticError, KeyError, TypeError, ValueError) as error:
            raise NotAMessage("an incomplete answer to the handshake") from error


@dataclass(frozen=True)
class Answer:
    """The result of a request."""

    id: int
    result: dict[str, Any]


@dataclass(frozen=True)
class Failure:
    """The error of a request; ``id`` is None if the engine could not read which."""

    id: int | None
    error: EngineError


@dataclass(frozen=True)
class Progress:
    """A ``$/progress`` with numbers."""

    id: int
    report: ProgressReport


@dataclass(frozen=True)
class Note:
    """A ``$/progress`` with words."""

    id: int
    text: str


@dataclass(frozen=True)
class Level:
    """A ``$/level``."""

    id: int
    report: LevelReport


Message = Union[Answer, Failure, Progress, Note, Level]


def encode_request(number: int, method: str, params: dict[str, Any]) -> bytes:
    """Return the line of a request."""
    return _line({"jsonrpc": "2.0", "id": number, "method": method, "params": params})


def encode_notification(method: str, params: dict[str, Any]) -> bytes:
    """Return the line of a notification."""
    return _line({"jsonrpc": "2.0", "method": method, "params": params})


def _line(message: dict[str, Any]) -> bytes:
    text = json.dumps(message, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # A path may hold half of a surrogate pair; it must not break the line.
    return text.encode("utf-8", "surrogatepass") + b"\n"


class Decoder:
    """Turns bytes as they arrive into messages, one at a time."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._searched = 0

    def feed(self, data: bytes) -> None:
        """Take what has arrived."""
        self._buffer += data

    def next(self) -> Message | None:
        """Return the next message, None if no line is complete.

        Raises:
            NotAMessage: The next line is none; it is dropped.
        """
        while True:
            end = self._buffer.find(b"\n", self._searched)
            if end < 0:
                self._searched = len(self._buffer)
                if len(self._buffer) > LONGEST_LINE:
                    excerpt = bytes(self._buffer[:_EXCERPT])
                    self._buffer.clear()
                    self._searched = 0
                    raise NotAMessage(_readable(excerpt))
                return None
            line = bytes(self._buffer[:end])
            del self._buffer[: end + 1]
            self._searched = 0
            if line.strip():
                return decode(line)


def decode(line: bytes) -> Message:
    """Read one line of the engine's.

    Raises:
        NotAMessage: It is not one.
    """
    try:
        raw = json.loads(line.decode("utf-8", "surrogatepass"))
        if not isinstance(raw, dict) or raw.get("jsonrpc") != "2.0":
            raise NotAMessage(_readable(line))
        if "method" in raw:
            return _notification(raw["method"], raw["params"])
        if "error" in raw:
            number = raw.get("id")
            return Failure(None if number is None else _id(number), _error(raw["error"]))
        result = raw["result"]
        if result is not None and not isinstance(result, dict):
            raise NotAMessage(_readable(line))
        return Answer(_id(raw["id"]), result or {})
    except (
        ArithmeticError,
        AttributeError,
        KeyError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise NotAMessage(_readable(line)) from error


def _notification(method: str, params: dict[str, Any]) -> Message:
    number = _id(params["id"])
    if method == "$/level":
        return Level(
            number,
            LevelReport(
                level_dbfs=float(params["level_dbfs"]),
                peaks=tuple(float(peak) for peak in params.get("peaks", ())),
                state=str(params["state"]),
                seconds_left=float(params["seconds_left"]),
            ),
        )
    if method != "$/progress":
        raise ValueError(method)
    if "note" in params:
        return Note(number, str(params["note"]))
    return Progress(
        number,
        ProgressReport(
            title=str(params["title"]),
            unit=str(params["unit"]),
            done=int(params["done"]),
            total=int(params["total"]),
            rate=_number_or_none(params.get("rate")),
            seconds_left=_number_or_none(params.get("seconds_left")),
        ),
    )


def _error(raw: dict[str, Any]) -> EngineError:
    data = raw.get("data") or {}
    return EngineError(
        str(data.get("code", "bug")),
        message=str(data.get("message") or raw["message"]),
        next_step=str(data.get("next_step", "")),
        log=None if data.get("log") is None else str(data["log"]),
    )


def _id(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(value)
    return value


def _number_or_none(value: Any) -> float | None:
    if value is None:
        return None
    number = float(value)
    return number if math.isfinite(number) else None


def _readable(line: bytes) -> str:
    text = line[:_EXCERPT].decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else " " for letter in text).strip()
