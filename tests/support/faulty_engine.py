"""An engine with faults, for :mod:`tests.plugin.test_engine_client`; the standard library only.

``python faulty_engine.py FAULT [MEMORY [RESULTS]]``: answers the handshake and ``echo`` as the engine would, and
everything else as ``FAULT`` says. ``MEMORY`` is a file that counts its starts, for faults that pass. ``RESULTS`` is a JSON
file with a result for every method: then the fault is one of :data:`FAULTS_OF_METHODS`, and each method has it once.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

HANDSHAKE = {
    "protocol": 2,
    "engine": "0.0.0",
    "python": "3.11",
    "process": os.getpid(),
    "model": None,
    "capabilities": {"annoy": None, "microphone": False, "vocabulary": False},
}


#: What may happen to the answer of any method.
FAULTS_OF_METHODS = (
    "killed",
    "hung",
    "late",
    "twice",
    "malformed",
    "of another type",
    "truncated",
    "huge",
)
#: Longer than a line may be in the tests of these faults.
HUGE = 2_000_000


def send(message: dict[str, Any]) -> None:
    """Send a message."""
    sys.stdout.buffer.write(json.dumps({"jsonrpc": "2.0", **message}).encode() + b"\n")
    sys.stdout.buffer.flush()


def rubbish(data: bytes) -> None:
    """Send bytes as they are."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def progress(number: int, done: int = 1) -> None:
    """Send progress."""
    report = {"stage": "embedding-tiles", "unit": "tile", "done": done, "total": 10, "rate": 1.0}
    send({"method": "$/progress", "params": {"id": number, "report": report}})


def start(fault: str, starts: int) -> None:
    """Misbehave before the first word."""
    if fault == "dies-at-start" or (fault == "dies-at-first-starts" and starts <= 2):
        sys.stderr.write("ImportError: no module named torch\n")
        sys.exit(1)
    if fault == "greets-with-rubbish":
        rubbish(b"Welcome to Python!\n")
    if fault == "mute":
        time.sleep(600)


def handshake(fault: str, number: int) -> None:
    """Answer the handshake, or not quite."""
    if fault == "refuses":
        data = {"code": "protocol-mismatch", "values": {"known": 1, "asked": 2}}
        send({"id": number, "error": {"code": -32000, "message": "No.", "data": data}})
    elif fault == "speaks-another-protocol":
        send({"id": number, "result": {**HANDSHAKE, "protocol": 1}})
    elif fault == "introduces-itself-badly":
        send({"id": number, "result": {"protocol": 2}})
    else:
        send({"id": number, "result": HANDSHAKE})


def answer(fault: str, number: int, starts: int) -> None:
    """Answer a request, or do what the fault says."""
    if fault == "crashes" or (fault == "crashes-once" and starts == 1):
        progress(number)
        os._exit(139)
    elif fault == "babbles":
        rubbish(b"Segmentation fault (core dumped)\n")
    elif fault == "babbles-without-end":
        rubbish(b"x" * 1000 + b"\n{}\n" + b'{"jsonrpc": "2.0"}\n')
    elif fault == "half-a-line":
        rubbish(b'{"jsonrpc": "2.0", "id": ')
        time.sleep(0.3)
        rubbish(b'%d, "result": {"in": "two' % number)
        time.sleep(0.3)
        rubbish(b' halves"}}\n')
    elif fault == "answers-twice":
        send({"id": number, "result": {"answer": 1}})
        send({"id": number, "result": {"answer": 2}})
    elif fault == "answers-others":
        send({"id": 4711, "result": {}})
    elif fault == "answers-late":
        following = hear()
        send({"id": number, "result": {"late": True}})
        take(fault, following, starts)
    elif fault == "never-answers":
        pass
    elif fault == "works-for-long":
        for done in range(8):
            progress(number, done)
            time.sleep(0.2)
        send({"id": number, "result": {"done": True}})
    elif fault == "works-in-steps":
        for done in range(8):
            progress(number, done)
            take("none", hear(), starts)
        send({"id": number, "result": {"done": True}})
    elif fault == "fails-in-the-future":
        data = {"code": "of-the-future", "values": {"x": 1}}
        send({"id": number, "error": {"code": -32000, "message": "It is new.", "data": data}})
    elif fault == "floods":
        for done in range(20_000):
            progress(number, done)
        send({"id": number, "result": {"done": True}})
    elif fault == "wrong-types":
        report = {"stage": "embedding-tiles", "unit": "tile", "done": "many", "total": 0}
        send({"method": "$/progress", "params": {"id": number, "report": report}})
    elif fault == "a-list-as-result":
        send({"id": number, "result": [1, 2]})
    elif fault == "logs-a-lot":
        for i in range(20_000):
            sys.stderr.write(f"line {i}\n")
        sys.stderr.flush()
        send({"id": number, "result": {"done": True}})
    else:
        send({"id": number, "result": {"starts": starts}})


def answer_badly(
    fault: str, message: dict[str, Any], memory: Path, results: dict[str, Any]
) -> None:
    """Answer a request of a method, badly the first time, as ``MEMORY`` knows."""
    known = memory.read_text().split() if memory.exists() else []
    number, good = message["id"], {"id": message["id"], "result": results[message["method"]]}
    if message["method"] in known:
        send(good)
        return
    memory.write_text(" ".join([*known, message["method"]]))
    if fault == "killed":
        progress(number)
        os._exit(139)
    elif fault == "hung":
        progress(number)
    elif fault == "late":
        following = hear()
        send({"id": following["id"], "result": following["params"]})
        send(good)
    elif fault == "twice":
        send(good)
        send(good)
    elif fault == "malformed":
        rubbish(b'{"jsonrpc": "2.0", "id": %d, "result": {]}\n' % number)
    elif fault == "of another type":
        send({"id": number, "result": [1, 2]})
    elif fault == "truncated":
        rubbish(b'{"jsonrpc": "2.0", "id": %d, "result": {"a"' % number)
        os._exit(1)
    elif fault == "huge":
        rubbish(b"x" * HUGE)


def hear() -> dict[str, Any]:
    """Return the next request; empty when there is none any more."""
    for line in sys.stdin.buffer:
        message: dict[str, Any] = json.loads(line)
        if "id" in message:
            return message
    return {}


def take(fault: str, message: dict[str, Any], starts: int) -> None:
    """Answer a request, or do what the fault says."""
    if message["method"] == "initialize":
        handshake(fault, message["id"])
    elif message["method"] == "echo":
        send({"id": message["id"], "result": message["params"]})
    else:
        answer(fault, message["id"], starts)


def main() -> None:
    """Talk until the input closes, unless the fault is not to."""
    fault = sys.argv[1]
    starts = 1
    if len(sys.argv) == 3:
        memory = Path(sys.argv[2])
        starts = 1 + (len(memory.read_text()) if memory.exists() else 0)
        memory.write_text("x" * starts)
    start(fault, starts)
    if len(sys.argv) > 3:
        results = json.loads(Path(sys.argv[3]).read_text())
        while message := hear():
            if message["method"] in results:
                answer_badly(fault, message, Path(sys.argv[2]), results)
            else:
                take("none", message, 1)
        return
    while message := hear():
        take(fault, message, starts)
    if fault == "does-not-end":
        time.sleep(600)


if __name__ == "__main__":
    main()
