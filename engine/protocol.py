"""The wire as text, engine side: lines to checked requests, and results to lines.

``docs/protocol.md`` is the contract. Nothing past this module handles bare JSON: what comes in
becomes a frozen dataclass or is refused, and what goes out is made of dataclasses.
"""

from __future__ import annotations

import dataclasses
import json
import math
import types
import typing
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import Any, ClassVar, Literal, TypeVar, Union

import numpy as np

from .errors import UserError

PROTOCOL = 1


class ErrorCode(IntEnum):
    """Codes of JSON-RPC 2.0, and ours for what the user can mend."""

    PARSE = -32700
    INVALID_REQUEST = -32600
    UNKNOWN_METHOD = -32601
    INVALID_PARAMS = -32602
    BUG = -32603
    USER = -32000


class WireError(Exception):
    """A message that is answered with an error of JSON-RPC itself.

    Args:
        number: The code.
        problem: What is wrong with the message, as a sentence.
        id: The id of the message, as far as it could be read.
    """

    def __init__(self, number: ErrorCode, problem: str, id: Any = None) -> None:
        super().__init__(problem)
        self.number = number
        self.problem = problem
        self.id = id


class ProtocolMismatch(UserError):
    """Plugin and engine are of different versions."""

    code = "protocol-mismatch"
    message_template = "The engine speaks protocol {known}, the plugin protocol {asked}."
    next_step_template = "Install qgis_scrl again, so that plugin and engine are of one version."


# --- what comes in --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Request:
    """A request, or a notification if ``id`` is None."""

    id: int | str | None
    method: str
    params: dict[str, Any]


def read_message(line: bytes) -> Request:
    """Read one line.

    Raises:
        WireError: It is not a request or notification of JSON-RPC 2.0.
    """
    try:
        raw = json.loads(line.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise WireError(ErrorCode.PARSE, f"This is not JSON: {error}.") from error
    if not isinstance(raw, dict):
        raise WireError(ErrorCode.INVALID_REQUEST, "A message is one JSON object.")
    number = raw.get("id")
    if number is not None and (isinstance(number, bool) or not isinstance(number, int | str)):
        raise WireError(ErrorCode.INVALID_REQUEST, "An id is a whole number or a text.")
    method, params = raw.get("method"), raw.get("params", {})
    if raw.get("jsonrpc") != "2.0" or not isinstance(method, str):
        raise WireError(
            ErrorCode.INVALID_REQUEST, 'A message has "jsonrpc": "2.0" and a method.', number
        )
    if not isinstance(params, dict):
        raise WireError(ErrorCode.INVALID_REQUEST, "Params are a JSON object.", number)
    return Request(number, method, params)


@dataclass(frozen=True)
class SourceOptionsParams:
    """What the user says of sources that do not tell."""

    crs: str | None = None
    bands: tuple[int, ...] | None = None
    date: date | None = None


@dataclass(frozen=True)
class InitializeParams:
    """Of ``initialize``."""

    protocol: int
    client: str = ""


@dataclass(frozen=True)
class NoParams:
    """Of methods that need to be told nothing."""


@dataclass(frozen=True)
class DescribeSourcesParams:
    """Of ``describe_sources``."""

    inputs: tuple[str, ...]
    options: SourceOptionsParams = SourceOptionsParams()


@dataclass(frozen=True)
class EstimateBuildParams:
    """Of ``estimate_build``."""

    inputs: tuple[str, ...]
    ground_sizes_m: tuple[float, ...]
    overlap: float = 0.0
    options: SourceOptionsParams = SourceOptionsParams()


@dataclass(frozen=True)
class BuildIndexParams:
    """Of ``build_index``."""

    index: Path
    inputs: tuple[str, ...]
    ground_sizes_m: tuple[float, ...]
    overlap: float = 0.0
    options: SourceOptionsParams = SourceOptionsParams()


@dataclass(frozen=True)
class AddToIndexParams:
    """Of ``add_to_index``."""

    index: Path
    inputs: tuple[str, ...]
    options: SourceOptionsParams = SourceOptionsParams()


@dataclass(frozen=True)
class IndexParams:
    """Of methods that need to know the voice index only."""

    index: Path


@dataclass(frozen=True)
class VerifyIndexParams:
    """Of ``verify_index``."""

    index: Path
    repair: bool = False


@dataclass(frozen=True)
class RemoveSourceParams:
    """Of ``remove_source``."""

    index: Path
    source: str


@dataclass(frozen=True)
class RecordParams:
    """Of ``record``."""

    save: Path
    device: int | str | None = None
    hold: bool = False


@dataclass(frozen=True)
class TestMicrophoneParams:
    """Of ``test_microphone``."""

    __test__: ClassVar[bool] = False  # pytest takes it for a test

    device: int | str | None = None
    seconds: float = 3.0


@dataclass(frozen=True)
class ReadRecordingParams:
    """Of ``read_recording``."""

    path: Path


@dataclass(frozen=True)
class RecordingPart:
    """A recording as part of a question."""

    kind: Literal["recording"]
    path: Path
    weight: float = 1.0


@dataclass(frozen=True)
class TilePart:
    """A tile as part of a question."""

    kind: Literal["tile"]
    tile_id: int
    weight: float = 1.0


@dataclass(frozen=True)
class PlacePart:
    """A place as part of a question: a GeoJSON point or polygon in EPSG:4326."""

    kind: Literal["place"]
    geometry: dict[str, Any]
    weight: float = 1.0


QuestionPart = Union[RecordingPart, TilePart, PlacePart]  # noqa: UP007 - read at run time


@dataclass(frozen=True)
class SearchParams:
    """Of ``search``."""

    index: Path
    parts: tuple[QuestionPart, ...]
    k: int = 20
    area: dict[str, Any] | str | None = None
    since: str | None = None
    until: str | None = None
    sources: tuple[str, ...] = ()
    ground_sizes_m: tuple[float, ...] | None = None
    suppress_overlap: bool = True
    exact: bool = False
    min_score: float | None = None
    out: Path | None = None


@dataclass(frozen=True)
class ThumbnailsParams:
    """Of ``thumbnails``."""

    index: Path
    tile_ids: tuple[int, ...]
    folder: Path
    pixels: int = 96


@dataclass(frozen=True)
class WriteFootprintsParams:
    """Of ``write_footprints``."""

    index: Path
    out: Path


@dataclass(frozen=True)
class TargetParams:
    """Of ``$/cancelRequest`` and ``$/stopRecording``."""

    id: int | str


Params = TypeVar("Params")


def read_params(kind: type[Params], raw: dict[str, Any]) -> Params:
    """Return ``raw`` as the dataclass ``kind``.

    Raises:
        WireError: A parameter is missing, unknown, or of the wrong type.
    """
    try:
        return _read(kind, raw, "params")
    except _Misfit as misfit:
        raise WireError(ErrorCode.INVALID_PARAMS, f"{misfit}.") from misfit


class _Misfit(Exception):
    """A value has not the type that it should have."""


def _read(kind: Any, value: Any, name: str) -> Any:
    """Return a JSON value as the type ``kind``."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (Union, types.UnionType):
        return _read_union(inner, value, name)
    if origin is tuple:
        if not isinstance(value, list):
            raise _Misfit(f"{name} must be a list")
        return tuple(_read(inner[0], item, f"{name}[{i}]") for i, item in enumerate(value))
    if origin is Literal:
        if value not in inner:
            raise _Misfit(f"{name} must be one of {', '.join(inner)}")
        return value
    if origin is dict:
        if not isinstance(value, dict):
            raise _Misfit(f"{name} must be an object")
        return value
    if dataclasses.is_dataclass(kind):
        return _read_dataclass(kind, value, name)
    if kind is float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not _finite(value):
            raise _Misfit(f"{name} must be a number")
        return float(value)
    if kind is int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise _Misfit(f"{name} must be a whole number")
        return value
    if kind is Path:
        if not isinstance(value, str) or "\0" in value or not Path(value).is_absolute():
            raise _Misfit(f"{name} must be an absolute path")
        return Path(value)
    if kind is date:
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise _Misfit(f"{name} must be a date such as 2015-06-30") from error
    if not isinstance(value, kind):
        raise _Misfit(f"{name} must be a {'text' if kind is str else kind.__name__}")
    return value


def _read_union(kinds: tuple[Any, ...], value: Any, name: str) -> Any:
    if value is None and type(None) in kinds:
        return None
    kinds = tuple(kind for kind in kinds if kind is not type(None))
    if all(dataclasses.is_dataclass(kind) for kind in kinds):
        # The parts of a question tell by their kind what they are.
        by_kind = {typing.get_args(_hints(kind)["kind"])[0]: kind for kind in kinds}
        told = value.get("kind") if isinstance(value, dict) else None
        if not isinstance(told, str) or told not in by_kind:
            raise _Misfit(f"{name} must be an object whose kind is {' or '.join(by_kind)}")
        return _read(by_kind[told], value, name)
    reasons = []
    for kind in kinds:
        try:
            return _read(kind, value, name)
        except _Misfit as misfit:
            reasons.append(str(misfit))
    raise _Misfit(" or ".join(reasons))


def _read_dataclass(kind: Any, value: Any, name: str) -> Any:
    if not isinstance(value, dict):
        raise _Misfit(f"{name} must be an object")
    hints = _hints(kind)
    fields = {field.name: field for field in dataclasses.fields(kind)}
    unknown = sorted(value.keys() - fields.keys())
    if unknown:
        raise _Misfit(f"{name} has no {unknown[0]}")
    arguments = {}
    for key, field in fields.items():
        if key in value:
            arguments[key] = _read(hints[key], value[key], f"{name}.{key}")
        elif field.default is dataclasses.MISSING:
            raise _Misfit(f"{name} needs {key}")
    return kind(**arguments)


def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _finite(value: int | float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


# --- what goes out --------------------------------------------------------------------------------


def result_line(id: int | str, result: Any) -> bytes:
    """Return the line that answers a request with a result (a dataclass, a mapping, or None)."""
    return _line({"jsonrpc": "2.0", "id": id, "result": plain(result)})


def user_error_line(id: int | str, error: UserError) -> bytes:
    """Return the line that answers a request with a failure that the user can mend."""
    return _error_line(id, ErrorCode.USER, error.message, error.as_dict())


def cancelled_line(id: int | str) -> bytes:
    """Return the line that answers a request that was cancelled."""
    data = {"code": "cancelled", "message": "Cancelled; what was finished stays.", "next_step": ""}
    return _error_line(id, ErrorCode.USER, data["message"], data)


def bug_line(id: int | str, error: UserError) -> bytes:
    """Return the line that answers a request that met a bug; ``error`` names the log."""
    log = error.values.get("log")
    data = {**error.as_dict(), "log": None if log is None else str(log)}
    return _error_line(id, ErrorCode.BUG, error.message, data)


def wire_error_line(error: WireError) -> bytes:
    """Return the line that answers what was no proper request."""
    data = {
        "code": "bad-request",
        "message": error.problem,
        "next_step": "Install qgis_scrl again, so that plugin and engine are of one version.",
    }
    return _error_line(error.id, error.number, error.problem, data)


def notification_line(method: str, params: dict[str, Any]) -> bytes:
    """Return the line of a notification."""
    return _line({"jsonrpc": "2.0", "method": method, "params": plain(params)})


def _error_line(id: Any, code: ErrorCode, message: str, data: dict[str, Any]) -> bytes:
    error = {"code": int(code), "message": message, "data": data}
    return _line({"jsonrpc": "2.0", "id": id, "error": error})


def _line(message: dict[str, Any]) -> bytes:
    text = json.dumps(message, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # A path may hold bytes that are no UTF-8, as half of a surrogate pair.
    return text.encode("utf-8", "surrogatepass") + b"\n"


def plain(value: Any) -> Any:
    """Return a value as plain JSON types: dataclasses as objects, numbers that are none as null."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | frozenset | set):
        return [plain(item) for item in value]
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, bool | str) or value is None:
        return value
    if isinstance(value, int | np.integer):
        return int(value)
    if isinstance(value, float | np.floating):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} does not go over the wire")
