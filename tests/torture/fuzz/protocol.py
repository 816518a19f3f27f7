"""Lines of the protocol, both ways: to the engine, which runs them, and to the plugin's half of the contract."""

from __future__ import annotations

import io
import json
import os
import random
import string
import threading
import time
import typing
from pathlib import Path
from typing import Any

from engine.contract import messages, methods
from engine.contract.codec import ContractError, from_json, to_json
from engine.contract.messages import LineDecoder, NotAMessage, Response
from engine.contract.methods import METHODS
from engine.contract.notices import Notice
from engine.errors import UserError
from engine.imagery.tiling import TileSpec
from engine.index.builder import build_index
from engine.worker import Worker
from tests.support.contract_values import Maker
from tests.support.paths import TANKS
from tests.support.scenes import PIXELS, PixelStatistics, write_scene

from .mutators import HOSTILE, break_bytes, break_document, break_json
from .target import Target, Wrong

#: What belongs to this computer and not to the input, or takes long: its parameters are read, it is not run.
_NOT_RUN = {
    methods.RECORD.name, methods.TEST_MICROPHONE.name, methods.LIST_MICROPHONES.name, methods.DIAGNOSTICS.name,
    methods.WARM_UP.name, methods.SHUTDOWN.name, methods.SEARCH_CATALOGUE.name,
}  # fmt: skip
_ANSWER_SECONDS = 120.0


class ToEngine(Target):
    """What a client may write into the engine's standard input."""

    cpu_seconds = 60

    def __init__(self, samples: Path) -> None:
        self._out = io.BytesIO()
        self._worker = Worker(io.BytesIO(), typing.cast(Any, self._out))
        write_scene(samples / "a.tif", seed=1)
        index = samples / "x.scrl"
        if not index.exists():
            build_index(
                index,
                [str(samples / "a.tif")],
                PixelStatistics(),
                TileSpec((40.0,), pixels=PIXELS),
                part_tiles=60,
                batch_size=16,
            )
        self._samples = samples

    def write(self, rng: random.Random, folder: Path) -> str:
        """Write a line."""
        # It is written to as well: a copy for every input.
        os.system(f"cp -r '{self._samples}/.' '{folder}'")  # noqa: S605
        paths = (
            f"{folder}/x.scrl", f"{folder}/x.scrl", f"{folder}/a.tif", str(folder), f"{folder}/new.scrl", f"{folder}/new.gpkg",
            f"{folder}/new.tif", f"{folder}/none/new.csv", str(TANKS), f"{folder}/x.scrlprofile", f"{folder}/{'y' * 300}", f"{folder}/\ud800.gpkg",
        )  # fmt: skip
        method = METHODS[rng.choice(sorted(METHODS))]
        params = Maker(rng, paths).of(method.params)
        request = {
            "jsonrpc": "2.0",
            "id": rng.choice((1, 2**40, "a", "")),
            "method": method.name,
            "params": params,
        }
        broken = rng.random()
        if broken < 0.35 and method.name not in _NOT_RUN:
            line = json.dumps(request).encode()
        elif broken < 0.7:
            line = break_json(rng, {**request, "params": break_document(rng, params)})
        elif broken < 0.8:
            line = break_json(rng, {"jsonrpc": "2.0", "method": rng.choice((messages.CANCEL, messages.STOP_RECORDING, "$/x")), "params": {"id": 1}})  # fmt: skip
        elif broken < 0.9:
            line = break_bytes(rng, json.dumps(request).encode())
        else:
            line = rng.choice(
                (
                    b"",
                    b"\0",
                    b"x" * 100_000,
                    b"[" * 100_000,
                    b'"\\ud800"',
                    b"\xff" * 50,
                    b"{}",
                    b"[]",
                    b"0",
                    b"{" * 9_999,
                )
            )
        (folder / "line").write_bytes(line.replace(b"\n", b" "))
        return method.name

    def use(self, folder: Path) -> None:
        """Let the engine take it: a request is answered once, with a result or a sentence."""
        line = (folder / "line").read_bytes()
        try:
            request = messages.decode_request(line)
        except NotAMessage:
            request = None
        if request is not None and request.method in _NOT_RUN | {methods.SHUTDOWN.name}:
            method = METHODS[request.method]
            try:
                from_json(method.params, request.params, "params", strict=True)
            except ContractError as error:
                raise _BadParams(problem=str(error)) from error
            return
        self._out.seek(0)
        self._out.truncate()
        if line.strip():
            self._worker._take(line)
        deadline = time.monotonic() + _ANSWER_SECONDS
        while self._worker._running and time.monotonic() < deadline:
            time.sleep(0.0005)
        for thread in list(threading.enumerate()):
            if thread.name in METHODS:
                thread.join(_ANSWER_SECONDS)
        decoder = LineDecoder()
        decoder.feed(self._out.getvalue())
        answers = []
        while (message := decoder.next()) is not None:
            if not isinstance(message, messages.Progress | messages.Note | messages.Level):
                answers.append(message)
        wanted = 0 if request is not None and request.id is None else 1
        if line.strip() and len(answers) != wanted:
            raise Wrong(f"{len(answers)} answers to {line[:200]!r}")
        for answer in answers:
            if isinstance(answer, messages.ErrorResponse) and answer.failure.code == "bug":
                log = Path(str(answer.failure.values["log"]))
                raise _AnsweredBug(log.read_text() if log.is_file() else answer.text)
            if isinstance(answer, messages.ErrorResponse):
                raise _Refused(answer.failure.code)
            if isinstance(answer, Response) and request is not None:
                from_json(METHODS[request.method].result, answer.result)


class _BadParams(UserError):
    code = "bad-request"
    message = "{problem}"


class _Refused(UserError):
    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code  # type: ignore[misc]


class _AnsweredBug(Exception):
    """The engine answered with a bug report."""


class ToPlugin(Target):
    """What the engine, or somebody in its place, may write to QGIS."""

    def __init__(self, samples: Path) -> None:
        self._letters = string.ascii_letters

    def write(self, rng: random.Random, folder: Path) -> str:
        """Write some lines, as they arrive in pieces."""
        maker = Maker(rng, ("/data/a.tif", "/data/x.scrl"))
        lines = []
        for _ in range(rng.choice((1, 2, 4))):
            method = METHODS[rng.choice(sorted(METHODS))]
            kind = rng.randrange(5)
            message: dict[str, Any] = {"jsonrpc": "2.0", "id": rng.choice((1, 2, "a", None, 2**70))}
            if kind <= 1:
                message["result"] = maker.of(method.result)
            elif kind == 2:
                values = {"path": rng.choice(HOSTILE), "reason": rng.choice(HOSTILE)}
                message["error"] = {
                    "code": -32000,
                    "message": "No.",
                    "data": {"code": rng.choice(method.failures or ("bug",)), "values": values},
                }
            else:
                event = (
                    messages.Level if kind == 3 else rng.choice((messages.Progress, messages.Note))
                )
                message = {
                    "jsonrpc": "2.0",
                    "method": messages.LEVEL if kind == 3 else messages.PROGRESS,
                    "params": maker.of(event),
                }
            line = break_json(rng, message) if rng.random() < 0.8 else json.dumps(message).encode()
            lines.append(break_bytes(rng, line) if rng.random() < 0.1 else line)
        (folder / "lines").write_bytes(b"\n".join(lines) + b"\n")
        (folder / "method").write_text(method.name)
        return method.name

    def use(self, folder: Path) -> None:
        """Read them as the client does: a message, or not one; a result, or not one."""
        data = (folder / "lines").read_bytes()
        method = METHODS[(folder / "method").read_text()]
        decoder = LineDecoder()
        step = max(1, len(data) // 7)
        refused: Exception | None = None
        for start in range(0, len(data), step):
            decoder.feed(data[slice(start, start + step)])
            while True:
                try:
                    message = decoder.next()
                    if message is None:
                        break
                    if isinstance(message, Response):
                        from_json(method.result, message.result)
                    elif isinstance(message, messages.ErrorResponse):
                        to_json(Notice(message.failure.code))
                except (NotAMessage, ContractError) as error:
                    refused = error
        if refused is not None:
            raise _BadParams(problem=str(refused))
