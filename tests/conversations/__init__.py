"""Recorded conversations between plugin and engine, and how they are compared.

Both sides are tested against the same files: ``tests/engine/test_conversations.py`` says the plugin's
lines to a real worker and compares what it answers; ``tests/plugin/test_conversations.py`` lets a
player say the engine's lines to a real client. Only the standard library: both Pythons read this.

A file holds one JSON object a line: ``{"plugin": message}``, ``{"engine": message}``, or
``{"plugin_raw": text}`` for what is no message, ``{"sound": path}`` for what is then said into the microphone.
The plugin says its next line when everything recorded
before it has arrived. ``{repo}`` and ``{work}`` in texts stand for the repository and a temporary folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
REPOSITORY = FOLDER.parents[1]

#: Texts and numbers under these names are part of the protocol and must be equal; of all else, only
#: the kind of value is compared: scores change with the model, times with the machine.
EXACT = frozenset(
    {
        "id", "jsonrpc", "protocol", "code", "unit", "stage", "rank", "method", "tile_id", "tiles",
        "format_version", "is_default", "crs", "name", "date", "ground_size_m", "ground_sizes_m", "complete",
        "pending_tiles", "width", "height", "parts_before", "parts_after", "model_matches", "ok", "topic", "state", "speech",
    }
)  # fmt: skip
#: Below these names, anything may come.
FREE = frozenset({"understood", "annoy", "model_checksum", "checks", "microphones"})


@dataclass(frozen=True)
class Line:
    """A line of a conversation.

    Attributes:
        speaker: "plugin", "engine" or "sound".
        message: What is said; a text if it is no message; the path of a sound.
    """

    speaker: str
    message: Any

    @property
    def data(self) -> bytes:
        """What goes over the wire."""
        said = self.message if isinstance(self.message, str) else json.dumps(self.message)
        return said.encode() + b"\n"


def names() -> list[str]:
    """Return the names of all conversations."""
    return sorted(path.stem for path in FOLDER.glob("*.jsonl"))


def load(name: str, work: Path) -> list[Line]:
    """Return a conversation, with ``work`` as its temporary folder."""
    lines = []
    for text in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        raw = json.loads(text.replace("{repo}", str(REPOSITORY)).replace("{work}", str(work)))
        ((speaker, message),) = raw.items()
        lines.append(Line(speaker.removesuffix("_raw"), message))
    return lines


def save(name: str, lines: list[Line], work: Path) -> None:
    """Write a conversation."""
    texts = []
    for line in lines:
        raw = "_raw" if isinstance(line.message, str) and line.speaker == "plugin" else ""
        text = json.dumps({line.speaker + raw: line.message}, ensure_ascii=False)
        texts.append(text.replace(str(work), "{work}").replace(str(REPOSITORY), "{repo}"))
    (FOLDER / f"{name}.jsonl").write_text("\n".join(texts) + "\n", encoding="utf-8")


def is_answer(message: Any) -> bool:
    """Whether a message of the engine's answers a request."""
    return "method" not in message


def kind_of(message: Any) -> tuple[Any, ...]:
    """Return what a message is, without its contents: repeated progress is one and the same."""
    if is_answer(message) and message.get("id") is None:
        return "error", message["error"]["code"]
    if is_answer(message):
        return ("error" if "error" in message else "result", message.get("id"))
    params = message["params"]
    if "notice" in params:
        return message["method"], params["id"], params["notice"]["code"]
    report = params["report"]
    return message["method"], params["id"], report.get("stage") or report["state"]


def differences(recorded: Any, said: Any, path: str = "message") -> Iterator[str]:
    """Yield in words how ``said`` differs from what was recorded."""
    key = path.rsplit(".", 1)[-1].split("[")[0]
    if key in FREE or recorded is None or said is None:
        # Null stands for "unknown" in either; which it is depends on time or model.
        return
    if isinstance(recorded, bool) or isinstance(said, bool):
        if type(recorded) is not type(said):
            yield f"{path}: {said!r} instead of {recorded!r}"
        return
    if isinstance(recorded, dict) and isinstance(said, dict):
        for name in sorted(recorded.keys() | said.keys()):
            if name not in said:
                yield f"{path}.{name} is missing"
            elif name not in recorded:
                yield f"{path}.{name} was not there"
            else:
                yield from differences(recorded[name], said[name], f"{path}.{name}")
    elif isinstance(recorded, list) and isinstance(said, list):
        for i, item in enumerate(said):
            if recorded:
                yield from differences(recorded[min(i, len(recorded) - 1)], item, f"{path}[{i}]")
    elif isinstance(recorded, (int, float)) and isinstance(said, (int, float)):
        if key in EXACT and recorded != said and not path.endswith("].tile_id"):
            yield f"{path}: {said!r} instead of {recorded!r}"
    elif type(recorded) is not type(said):
        yield f"{path}: {type(said).__name__} instead of {type(recorded).__name__}"
    elif key in EXACT and recorded != said and ".model." not in path:
        yield f"{path}: {said!r} instead of {recorded!r}"
