"""``python -m benchmarks.worker INDEX``: a worker of the engine, asked without QGIS.

Reads the path of a recording from every line of its input, and writes the seconds that the search took; the
first one includes the start of the engine.
"""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Any

from engine.contract import messages, methods
from engine.contract.queries import AudioPart, Query
from tools.qgis_profile import ROOT


class Worker:
    """A worker, from its start to its end."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-s", "-m", "engine", "worker"], cwd=ROOT, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._asked = 0
        params = methods.InitializeParams(methods.PROTOCOL, "benchmark")
        self._ask(methods.INITIALIZE.name, params)

    def search(self, index: str, recording: str) -> None:
        """Ask, and wait for the answer."""
        params = methods.SearchParams(index, Query((AudioPart(recording),)))
        self._ask(methods.SEARCH.name, params)

    def end(self) -> None:
        """End it."""
        self._process.communicate(timeout=60)

    def _ask(self, method: str, params: Any) -> None:
        self._asked += 1
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise RuntimeError("the worker has no pipes")
        stdin.write(messages.encode_request(self._asked, method, params))
        stdin.flush()
        while True:
            message = messages.decode_engine_message(stdout.readline())
            if isinstance(message, messages.ErrorResponse):
                raise RuntimeError(message.text)
            if isinstance(message, messages.Response):
                return


def main() -> None:
    """Search for every line."""
    began = time.perf_counter()
    worker = Worker()
    start = time.perf_counter() - began
    for line in sys.stdin:
        began = time.perf_counter()
        worker.search(sys.argv[1], line.rstrip("\n"))
        print(time.perf_counter() - began + start, flush=True)
        start = 0.0
    worker.end()


if __name__ == "__main__":
    main()
