"""A real worker in a process of its own, as QGIS would start it."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from tests.support.paths import ROOT

#: What is silent for so long hangs, on the busiest machine.
HANGS_SECONDS = 300.0


class WorkerProcess:
    """Talks to ``python -m engine worker``.

    Attributes:
        heard: All messages of the worker.
        rubbish: Lines on its standard output that are no JSON.
    """

    def __init__(self, log: Path, command: list[str] | None = None, **environment: str) -> None:
        self.log = log
        self.heard: list[Any] = []
        self.rubbish: list[bytes] = []
        self._new: queue.Queue[Any] = queue.Queue()
        self._number = 0
        self._early: dict[int | None, Any] = {}
        with log.open("wb") as errors:
            self.process = subprocess.Popen(
                command or [sys.executable, "-m", "engine", "worker"],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env={**os.environ, **environment},
            )
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            try:
                message = json.loads(line)
            except ValueError:
                self.rubbish.append(line)
                continue
            self.heard.append(message)
            self._new.put(message)

    def write(self, data: bytes) -> None:
        """Write bytes."""
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def say(self, message: Any) -> None:
        """Send a message."""
        self.write(json.dumps(message).encode() + b"\n")

    def ask(self, method: str, /, **params: Any) -> int:
        """Make a request; returns its id."""
        self._number += 1
        self.say({"jsonrpc": "2.0", "id": self._number, "method": method, "params": params})
        return self._number

    def tell(self, method: str, /, **params: Any) -> None:
        """Send a notification."""
        self.say({"jsonrpc": "2.0", "method": method, "params": params})

    def next(self) -> Any:
        """Return the next message."""
        return self._new.get(timeout=HANGS_SECONDS)

    def answer(self, number: int | None) -> Any:
        """Return the answer to a request; answers to others may come before it."""
        while number not in self._early:
            message = self.next()
            if "method" not in message:
                self._early[message.get("id")] = message
        return self._early.pop(number)

    def call(self, method: str, /, **params: Any) -> Any:
        """Ask, wait, and return the result.

        Raises:
            Refused: The answer is an error.
        """
        answer = self.answer(self.ask(method, **params))
        if "error" in answer:
            raise Refused(answer["error"])
        return answer["result"]

    def progress(self, number: int, method: str = "$/progress") -> list[Any]:
        """Return what has been told of a request."""
        return [
            message["params"]
            for message in list(self.heard)
            if message.get("method") == method and message["params"]["id"] == number
        ]

    def is_answered(self, number: int | None) -> bool:
        """Tell whether the answer to a request has come."""
        return any(m.get("id") == number for m in list(self.heard) if "method" not in m)

    def wait_for_progress(self, number: int, stage: str, done: int = 0) -> None:
        """Wait until a stage has come so far."""
        while True:
            params = self.next().get("params", {})
            report = params.get("report", {}) if params.get("id") == number else {}
            if report.get("stage") == stage and report["done"] >= done:
                return

    def close(self) -> int:
        """Close its input, as QGIS's end does; returns its exit code."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        code = self.process.wait(timeout=HANGS_SECONDS)
        self._thread.join(timeout=HANGS_SECONDS)
        return code

    def kill(self) -> None:
        """End it however it is."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(timeout=HANGS_SECONDS)


class Refused(Exception):
    """A request was answered with an error.

    Attributes:
        error: The error.
        code: The failure's code.
        values: And its values.
    """

    def __init__(self, error: Any) -> None:
        super().__init__(error["message"])
        self.error = error
        self.code = error["data"]["code"]
        self.values = error["data"]["values"]
