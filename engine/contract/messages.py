"""JSON-RPC 2.0, one message a line: between the contract's types and bytes, for both ends of the pipe."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Optional, Union

from .audio import LevelReport
from .codec import ContractError, from_json, to_json
from .methods import SearchResult
from .notices import Notice, ProgressReport

RequestId = Union[int, str]

#: A longer line is not a message: ten thousand sources in ``index_info`` take 3 MB.
LONGEST_LINE = 64 * 1024 * 1024
#: How much of a line that is not a message is shown.
_EXCERPT = 80

CANCEL = "$/cancelRequest"
STOP_RECORDING = "$/stopRecording"
PROGRESS = "$/progress"
LEVEL = "$/level"
FOUND = "$/found"


class RpcCode(IntEnum):
    """Codes of JSON-RPC 2.0, and ours for what the user can fix."""

    PARSE = -32700
    INVALID_REQUEST = -32600
    UNKNOWN_METHOD = -32601
    INVALID_PARAMS = -32602
    BUG = -32603
    USER = -32000


class NotAMessage(Exception):
    """A line is not a message of the protocol.

    Args:
        problem: What is wrong with it, or an excerpt of it.
        code: The code with which a request is answered.
        id: The id of the request, as far as it could be read.
    """

    def __init__(
        self, problem: str, code: RpcCode = RpcCode.INVALID_REQUEST, id: Optional[RequestId] = None
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.code = code
        self.id = id


# --- from QGIS to the engine ------------------------------------------------------------------------


@dataclass(frozen=True)
class Request:
    """A request whose parameters have not been read yet; a notification if ``id`` is None."""

    id: Optional[RequestId]
    method: str
    params: dict[str, Any]


@dataclass(frozen=True)
class Target:
    """The request that a notification is about."""

    id: RequestId


def encode_request(id: RequestId, method: str, params: Any) -> bytes:
    """Return the line of a request; ``params`` is the method's dataclass."""
    return _line({"id": id, "method": method, "params": to_json(params)})


def encode_notification(method: str, params: Any) -> bytes:
    """Return the line of a notification; ``params`` is a dataclass of the contract."""
    return _line({"method": method, "params": to_json(params)})


def decode_request(line: bytes) -> Request:
    """Read a line of QGIS's.

    Raises:
        NotAMessage: It is not a request or a notification.
    """
    try:
        raw = json.loads(line.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise NotAMessage(f"This is not JSON: {error}.", RpcCode.PARSE) from error
    if not isinstance(raw, dict):
        raise NotAMessage("A message is one JSON object.")
    number = raw.get("id")
    if number is not None and (isinstance(number, bool) or not isinstance(number, (int, str))):
        raise NotAMessage("An id is a whole number or a text.")
    method, params = raw.get("method"), raw.get("params", {})
    if raw.get("jsonrpc") != "2.0" or not isinstance(method, str):
        raise NotAMessage('A message has "jsonrpc": "2.0" and a method.', id=number)
    if not isinstance(params, dict):
        raise NotAMessage("Params are a JSON object.", id=number)
    return Request(number, method, params)


# --- from the engine to QGIS ------------------------------------------------------------------------


@dataclass(frozen=True)
class Response:
    """The result of a request, as plain JSON: its type is the method's."""

    id: RequestId
    result: Any


@dataclass(frozen=True)
class ErrorResponse:
    """The failure of a request.

    Attributes:
        id: The request; None if the engine could not read which.
        failure: What went wrong, for the plugin's own texts.
        text: The engine's English sentence, for logs.
    """

    id: Optional[RequestId]
    failure: Notice
    text: str


@dataclass(frozen=True)
class Progress:
    """How far a request is."""

    id: RequestId
    report: ProgressReport


@dataclass(frozen=True)
class Note:
    """Something said in passing about a request."""

    id: RequestId
    notice: Notice


@dataclass(frozen=True)
class Level:
    """What the microphone hears while a request records."""

    id: RequestId
    report: LevelReport


@dataclass(frozen=True)
class Found:
    """What a question finds as far as it has been spoken, while a request records."""

    id: RequestId
    result: SearchResult


Notification = Union[Progress, Note, Level, Found]
EngineMessage = Union[Response, ErrorResponse, Notification]


def encode_response(id: RequestId, result: Any) -> bytes:
    """Return the line that answers a request with its result, a dataclass of the contract."""
    return _line({"id": id, "result": to_json(result)})


def encode_error(id: Optional[RequestId], code: RpcCode, failure: Notice, text: str) -> bytes:
    """Return the line that answers a request with a failure."""
    error = {"code": int(code), "message": text, "data": to_json(failure)}
    return _line({"id": id, "error": error})


def encode_event(event: Notification) -> bytes:
    """Return the line of a notification about a running request."""
    name = {Level: LEVEL, Found: FOUND}.get(type(event), PROGRESS)
    return encode_notification(name, event)


def decode_engine_message(line: bytes) -> EngineMessage:
    """Read a line of the engine's.

    Raises:
        NotAMessage: It is not one; the text is an excerpt of it.
    """
    try:
        raw = json.loads(line.decode("utf-8", "surrogatepass"))
        if raw["jsonrpc"] != "2.0":
            raise ContractError("it is not JSON-RPC 2.0")
        if "method" in raw:
            return _decode_event(raw["method"], raw["params"])
        if "error" in raw:
            error = raw["error"]
            return ErrorResponse(
                from_json(Optional[RequestId], raw.get("id"), "id"),  # type: ignore[arg-type]
                from_json(Notice, error["data"], "data"),
                str(error["message"]),
            )
        return Response(from_json(RequestId, raw["id"], "id"), raw["result"])  # type: ignore[arg-type]
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise NotAMessage(_readable(line)) from error


def _decode_event(method: str, params: Any) -> Notification:
    kinds: dict[str, type[Notification]] = {
        LEVEL: Level,
        FOUND: Found,
        PROGRESS: Note if "notice" in params else Progress,
    }
    if method not in kinds:
        raise ContractError(f"{method} is not a notification of the engine")
    return from_json(kinds[method], params, method)


class LineDecoder:
    """Turns the engine's bytes, as they arrive, into messages, one at a time."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._searched = 0

    def feed(self, data: bytes) -> None:
        """Take what has arrived."""
        self._buffer += data

    def next(self) -> Optional[EngineMessage]:
        """Return the next message, None if no line is complete.

        Raises:
            NotAMessage: The next line is not one; it is dropped.
        """
        while True:
            end = self._buffer.find(b"\n", self._searched)
            if end < 0:
                self._searched = len(self._buffer)
                if len(self._buffer) <= LONGEST_LINE:
                    return None
                excerpt = bytes(self._buffer[:_EXCERPT])
                self._buffer.clear()
                self._searched = 0
                raise NotAMessage(_readable(excerpt))
            line = bytes(self._buffer[:end])
            del self._buffer[: end + 1]
            self._searched = 0
            if line.strip():
                return decode_engine_message(line)


def _line(message: dict[str, Any]) -> bytes:
    whole = {"jsonrpc": "2.0", **message}
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # A path may hold bytes that are not UTF-8, as half of a surrogate pair.
    return text.encode("utf-8", "surrogatepass") + b"\n"


def _readable(line: bytes) -> str:
    text = line[:_EXCERPT].decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else " " for letter in text).strip()
