"""``python -m tests.conversations.record``: record the conversations anew, with the real engine.

Do it when the protocol has changed, and look at the difference before it is committed.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.contract.methods import PROTOCOL
from engine.contract.notices import Stage
from tools.virtual_microphone import VirtualMicrophone

from . import REPOSITORY, Line, is_answer, kind_of, save

DEMO = REPOSITORY / "resources" / "demo"
SCENE = str(DEMO / "scene.tif")
QUESTION = str(DEMO / "questions" / "11-storagetanks.ogg")
# Inside the demo scene.
PLACE = [9.2902, 48.3073]
SQUARE = [[9.28, 48.30], [9.30, 48.30], [9.30, 48.315], [9.28, 48.315], [9.28, 48.30]]


class Engine:
    """A worker whose lines are noted.

    Attributes:
        lines: The conversation so far.
    """

    def __init__(self, environment: dict[str, str]) -> None:
        self.lines: list[Line] = []
        self._said: queue.Queue[Any] = queue.Queue()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "engine", "worker"],
            cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, **environment},
        )  # fmt: skip
        threading.Thread(target=self._listen, daemon=True).start()
        self._number = 0

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._said.put(json.loads(line))

    def say(self, message: Any) -> None:
        """Say a line."""
        line = Line("plugin", message)
        self.lines.append(line)
        assert self._process.stdin is not None
        self._process.stdin.write(line.data)
        self._process.stdin.flush()

    def ask(self, method: str, **params: Any) -> int:
        """Make a request; returns its id."""
        self._number += 1
        self.say(
            {"jsonrpc": "2.0", "id": self._number, "method": method, "params": params},
        )
        return self._number

    def tell(self, method: str, **params: Any) -> None:
        """Send a notification."""
        self.say({"jsonrpc": "2.0", "method": method, "params": params})

    def hear(self) -> Any:
        """Note the next message; repeated progress only once."""
        message = self._said.get(timeout=120)
        known = [kind_of(line.message) for line in self.lines if line.speaker == "engine"]
        if is_answer(message) or kind_of(message) not in known:
            self.lines.append(Line("engine", message))
        return message

    def answer(self, number: int | None) -> Any:
        """Note messages up to the answer to a request."""
        while True:
            message = self.hear()
            if is_answer(message) and message["id"] == number:
                return message

    def call(self, method: str, **params: Any) -> Any:
        """Ask and wait for the answer."""
        return self.answer(self.ask(method, **params))

    def end(self) -> None:
        """End it."""
        self.call("shutdown")
        self._process.wait(10)


TILE = {"kind": "tile", "tile_id": 0}
SPOKEN = {"kind": "audio", "path": QUESTION}


def asked(*parts: Any, **query: Any) -> dict[str, Any]:
    """Return a question."""
    return {"parts": parts, **query}


def handshake(engine: Engine, work: Path) -> None:
    """Whoever they are, and what is no request."""
    engine.call("initialize", protocol=PROTOCOL, client="QGIS")
    engine.call("initialize", protocol=99, client="QGIS of tomorrow")
    engine.say("this is not JSON")
    engine.answer(None)
    engine.say("[1, 2]")
    engine.answer(None)
    engine.call("make_coffee")
    engine.call("search", index="relative.scrl", query=asked())
    index = str(work / "x.scrl")
    engine.call("use_credentials", authcfg="abc1234", parameters={"user": "anna", "host": "x"})
    engine.call("use_credentials", authcfg="abc1234", parameters={"user": "anna", "password": "x"})
    engine.call("build_index", index=index, inputs="not a list", ground_sizes_m=[200])
    engine.call("search", index=index, query=asked({"kind": "smell"}))
    engine.tell("$/cancelRequest", id=4711)


def index_and_search(engine: Engine, work: Path) -> None:
    """The whole life of a small voice index."""
    index = str(work / "demo.scrl")
    engine.call("initialize", protocol=PROTOCOL, client="QGIS")
    engine.call("describe_sources", inputs=[SCENE, str(work / "missing.tif")])
    engine.call("estimate_build", inputs=[SCENE], ground_sizes_m=[500, 1000])
    engine.call("build_index", index=index, inputs=[SCENE], ground_sizes_m=[500])
    engine.call("build_index", index=index, inputs=[SCENE], ground_sizes_m=[500])
    engine.call("resume_build", index=index)
    engine.call("index_info", index=index)
    engine.call("read_recording", path=QUESTION)
    engine.call("search", index=index, query=asked(SPOKEN, k=3))
    found = engine.call(
        "search",
        index=index,
        query=asked(
            {"kind": "place", "geometry": {"type": "Point", "coordinates": PLACE}},
            {"kind": "tile", "tile_id": 3, "weight": -0.2},
            filters={"area": {"type": "Polygon", "coordinates": [SQUARE]}, "since": "2020"},
            k=2,
        ),
        out=str(work / "hits.gpkg"),
    )
    engine.call("search", index=index, query=asked({"kind": "image", "path": SCENE}, k=2))
    ids = [hit["tile_id"] for hit in found["result"]["hits"]]
    engine.call("thumbnails", index=index, tile_ids=[*ids[:1], 99_999], folder=str(work), pixels=48)
    engine.call("write_footprints", index=index, out=str(work / "tiles.gpkg"))
    engine.call("verify_index", index=index)
    engine.call("compact_index", index=index)
    engine.call("remove_source", index=index, source="scene.tif")
    engine.call("search", index=index, query=asked({"kind": "tile", "tile_id": 3}))


def mistakes(engine: Engine, work: Path) -> None:
    """What users do wrong; none of it ends the engine."""
    index, nowhere = str(work / "demo.scrl"), str(work / "nothing.scrl")
    engine.call("initialize", protocol=PROTOCOL, client="QGIS")
    engine.call("index_info", index=nowhere)
    engine.call("search", index=nowhere, query=asked(SPOKEN))
    engine.call("describe_sources", inputs=[str(work / "*.tif")])
    engine.call("build_index", index=index, inputs=[SCENE], ground_sizes_m=[1000])
    engine.call("build_index", index=index, inputs=[SCENE], ground_sizes_m=[500])
    engine.call("build_index", index=str(work / "a" / "b.scrl"), inputs=[SCENE], ground_sizes_m=[9])
    engine.call("search", index=index, query=asked())
    engine.call("search", index=index, query=asked({"kind": "audio", "path": SCENE}))
    engine.call("search", index=index, query=asked({"kind": "image", "path": QUESTION}))
    engine.call("search", index=index, query=asked({"kind": "tile", "tile_id": 99_999}))
    engine.call("search", index=index, query=asked(TILE, {**TILE, "weight": -1}))
    far = {"type": "Point", "coordinates": [100.0, 0.0]}
    engine.call("search", index=index, query=asked({"kind": "place", "geometry": far}))
    engine.call("search", index=index, query=asked(TILE, filters={"area": far}))
    elsewhere = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
    engine.call("search", index=index, query=asked(TILE, filters={"area": elsewhere}))
    engine.call("search", index=index, query=asked(TILE, filters={"until": "1999"}))
    engine.call("search", index=index, query=asked(TILE, filters={"since": "soon"}))
    out = str(work / "hits.doc")
    engine.call("search", index=index, query=asked(TILE), out=out)
    engine.call("remove_source", index=index, source="other.tif")
    engine.call("record", save=str(work / "no" / "folder.wav"))
    engine.call("write_footprints", index=index, out=str(work / "tiles.shp"))


def cancelling(engine: Engine, work: Path) -> None:
    """A build is cancelled, a question is answered meanwhile, and the build goes on where it was."""
    small, large = str(work / "small.scrl"), str(work / "large.scrl")
    engine.call("initialize", protocol=PROTOCOL, client="QGIS")
    engine.call("build_index", index=small, inputs=[SCENE], ground_sizes_m=[1000])
    number = engine.ask("build_index", index=large, inputs=[SCENE], ground_sizes_m=[100])
    while engine.hear().get("params", {}).get("report", {}).get("stage") != Stage.EMBEDDING_TILES:
        continue
    engine.call("build_index", index=large, inputs=[SCENE], ground_sizes_m=[100])
    engine.call("search", index=small, query=asked(TILE, k=1))
    engine.tell("$/cancelRequest", id=number)
    engine.answer(number)
    engine.call("index_info", index=large)


def recording(engine: Engine, work: Path, microphone: VirtualMicrophone) -> None:
    """Questions are spoken: one to its end, one held and cancelled, one to nobody."""
    engine.call("initialize", protocol=PROTOCOL, client="QGIS")
    engine.call("list_microphones")
    number = engine.ask("record", save=str(work / "question.wav"))
    _wait_for_level(engine, number)
    engine.lines.append(Line("sound", QUESTION))
    microphone.play_file(Path(QUESTION))
    engine.answer(number)
    number = engine.ask("record", save=str(work / "held.wav"), hold=True)
    _wait_for_level(engine, number)
    engine.tell("$/cancelRequest", id=number)
    engine.answer(number)
    engine.call("test_microphone", device="muted_microphone", seconds=0.5)
    muted = str(work / "silence.wav")
    number = engine.ask("record", save=muted, device="muted_microphone")
    _wait_for_level(engine, number)
    engine.tell("$/stopRecording", id=number)
    engine.answer(number)
    engine.call("record", save=muted, device="gramophone")


def _wait_for_level(engine: Engine, number: int) -> None:
    while engine.hear().get("params", {}).get("id") != number:
        continue


CONVERSATIONS = (handshake, index_and_search, mistakes, cancelling)


def record(name: str, environment: dict[str, str], talk: Callable[[Engine, Path], None]) -> None:
    """Hold a conversation and write it down."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        engine = Engine(environment)
        talk(engine, work)
        engine.end()
        save(name, engine.lines, work)
        print(f"{name}: {len(engine.lines)} lines")


def main() -> None:
    """Record all of them, or those that are named."""
    wanted = sys.argv[1:]
    for script in CONVERSATIONS:
        if not wanted or script.__name__ in wanted:
            record(script.__name__, {}, script)
    if not wanted or recording.__name__ in wanted:
        with tempfile.TemporaryDirectory() as pulse:
            microphone = VirtualMicrophone(Path(pulse))
            try:
                record(
                    recording.__name__,
                    microphone.environment,
                    lambda engine, work: recording(engine, work, microphone),
                )
            finally:
                microphone.close()


if __name__ == "__main__":
    main()
