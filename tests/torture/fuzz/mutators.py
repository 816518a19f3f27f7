"""Breaking valid inputs: bytes, numbers in them, JSON documents, XML."""

from __future__ import annotations

import copy
import json
import math
import random
import struct
from collections.abc import Callable
from typing import Any

_EDGES = (
    0,
    1,
    2,
    7,
    127,
    128,
    255,
    256,
    32767,
    32768,
    65535,
    65536,
    2**24,
    2**31 - 1,
    2**31,
    2**32 - 1,
)
_EDGES_64 = (*_EDGES, 2**32, 2**40, 2**53, 2**63 - 1, 2**63, 2**64 - 1)
#: What stands in a document where something else is expected.
HOSTILE: tuple[Any, ...] = (
    None, True, False, -1, 0, 1, 2, 255, 65536, 2**31, -(2**31), 2**53 + 1, 2**63, 2**64, -(2**63) - 1, 10**300,
    0.5, -0.0, 1e-320, 1e308, -1e308, math.nan, math.inf, -math.inf, "", " ", "0", "1", "null", "../../../../outside",
    "/dev/zero", "/proc/self/mem", "/", ".", "a\0b", "x" * 5000, "{0.__class__}", "{path}", "%s%n", "\ud800", "é\u202e\u0007",
    "EPSG:4326", "2015-06-30", "9999-12-31", "0001-01-01", "<a href='x'>", [], {}, [[]], [None], [1, 2, 3, 4], {"kind": "audio"},
    {"type": "Point", "coordinates": [1e308, -1e308]}, {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]},
)  # fmt: skip


def hostile(rng: random.Random) -> Any:
    """Return one of them, which nobody else has."""
    return copy.deepcopy(rng.choice(HOSTILE))


def break_bytes(rng: random.Random, content: bytes, times: int | None = None) -> bytes:
    """Change bytes, numbers and lengths of a file, a few times over."""
    data = bytearray(content)
    for _ in range(times or rng.choice((1, 1, 2, 3, 8, 40))):
        if not data:
            break
        at = rng.randrange(len(data))
        # Heads say what the rest means.
        if rng.random() < 0.5:
            at = min(at, rng.randrange(min(len(data), 512)))
        length = rng.choice((1, 2, 4, 8, 16, 64, 512, 4096))
        kind = rng.randrange(9)
        if kind == 0:
            data[at] = rng.randrange(256)
        elif kind == 1:
            data[at] ^= 1 << rng.randrange(8)
        elif kind == 2:
            form = rng.choice(("<I", ">I", "<H", ">H", "<Q", ">Q"))
            size = struct.calcsize(form)
            if at + size <= len(data):
                edges = _EDGES_64 if size == 8 else _EDGES
                struct.pack_into(form, data, at, rng.choice(edges) % 256**size)
        elif kind == 3:
            struct_at = min(at, max(0, len(data) - 8))
            if len(data) >= 8:
                value = rng.choice(
                    (math.nan, math.inf, -math.inf, 1e308, -1e308, 1e-320, 0.0, -1.0)
                )
                struct.pack_into(rng.choice(("<d", ">d")), data, struct_at, value)
        elif kind == 4:
            del data[at : at + length]
        elif kind == 5:
            data[at:at] = rng.randbytes(length)
        elif kind == 6:
            data[at : at + length] = bytes(min(length, len(data) - at))
        elif kind == 7:
            start = rng.randrange(len(data))
            data[at:at] = data[start : start + length]
        elif rng.random() < 0.3:
            del data[at:]
    return bytes(data)


def break_json(rng: random.Random, document: Any, times: int | None = None) -> bytes:
    """Change a document in places that its own structure gives, and write it; now and then its text, too."""
    text = json.dumps(break_document(rng, document, times))
    return break_json_text(rng, text) if rng.random() < 0.15 else text.encode()


def break_document(rng: random.Random, document: Any, times: int | None = None) -> Any:
    """Return a copy of a document, changed in places that its own structure gives."""
    broken = json.loads(json.dumps(document))
    for _ in range(times or rng.choice((1, 1, 1, 2, 4))):
        broken = _changed(rng, broken)
    return broken


def _changed(rng: random.Random, document: Any) -> Any:
    places = list(_places(document))
    if not places or rng.random() < 0.02:
        return hostile(rng)
    holder, key = rng.choice(places)
    kind = rng.randrange(8)
    if kind <= 2:
        holder[key] = hostile(rng)
    elif kind == 3:
        del holder[key]
    elif kind == 4:
        other, other_key = rng.choice(places)
        holder[key] = json.loads(json.dumps(other[other_key]))
    elif kind == 5:
        holder[key] = _near(rng, holder[key])
    elif kind == 6 and isinstance(holder, list):
        holder.extend([copy.deepcopy(holder[key])] * rng.choice((1, 2, 300)))
    elif kind == 6:
        holder[rng.choice(("extra", "", "__class__", "id", "kind", "format"))] = copy.deepcopy(
            holder[key]
        )
    else:
        holder[key] = rng.choice(([holder[key]], {"value": holder[key]}, str(holder[key])[:1000]))
    return document


def _near(rng: random.Random, value: Any) -> Any:
    """Return what has the right type and is wrong all the same."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + rng.choice((-1, 1, -value, -2 * value, 2**31, 2**62, -(2**62)))
    if isinstance(value, float):
        return value * rng.choice((0.0, -1.0, 1e-30, 1e30, 1e300, 1.0000001))
    if isinstance(value, str) and value:
        at = rng.randrange(len(value))
        return rng.choice(
            (
                value[:at],
                value[at:],
                value * 3,
                value[::-1],
                value.upper(),
                value[:at] + "\0" + value[at:],
            )
        )
    if isinstance(value, list):
        return rng.choice((value[:-1], value[1:], value * 2, value[::-1], []))
    return hostile(rng)


def _places(document: Any) -> Any:
    """Yield every place in a document: what holds it, and its key there."""
    # Not by recursion: documents are nested deeper than Python is.
    waiting = [document]
    while waiting:
        held = waiting.pop()
        # Of a long list of numbers a few stand for all.
        keys: list[Any] = []
        if isinstance(held, dict):
            keys = list(held)
        elif isinstance(held, list):
            keys = list(range(len(held)))[:40]
        for key in keys:
            yield held, key
        waiting += [held[key] for key in reversed(keys)]


def break_json_text(rng: random.Random, text: str) -> bytes:
    """Write a document as no writer would."""
    at = rng.randrange(len(text) + 1)
    depth = rng.choice((500, 3_000, 200_000))
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: text[:at].encode(),
        lambda: text.encode()[:at] + b"\xff\xfe\xc3" + text.encode()[at:],
        lambda: b"\xef\xbb\xbf" + text.encode(),
        lambda: text.encode("utf-16"),
        lambda: b"[" * depth + text.encode() + b"]" * depth,
        lambda: b'{"a":' * depth,
        lambda: text.replace(":", ":[" + "[" * 3_000 + "]" * 3_000 + "],", 1).encode(),
        lambda: (text[:-1] + "," + text[1:]).encode() if text[:1] == "{" else text.encode() * 2,
        lambda: text.replace("1", "1" * 6_000, 1).encode(),
        lambda: text.replace("true", "NaN").replace("null", "Infinity").encode(),
        lambda: b"",
        lambda: b"null",
        lambda: b"\0" * 1_000,
        lambda: break_bytes(rng, text.encode()),
    )
    return rng.choice(ways)()


def break_xml(rng: random.Random, text: str, secret: str) -> bytes:
    """Break an XML document: values, elements, entities.

    Args:
        rng: Decides.
        text: The document.
        secret: Path of a file that must not get in.
    """
    kind = rng.randrange(8)
    if kind == 0:
        laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
        head = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>'
        return (head + _into(rng, text, "&l9;")).encode()
    if kind == 1:
        return (
            f'<!DOCTYPE x [<!ENTITY s SYSTEM "file://{secret}">]>' + _into(rng, text, "&s;")
        ).encode()
    if kind == 2:
        name = rng.choice(("a", "VRTRasterBand", "Source"))
        depth = rng.choice((100, 5_000, 100_000))
        return (f"<{name}>" * depth + text + f"</{name}>" * depth).encode()
    if kind == 3:
        return break_bytes(rng, text.encode())
    pieces = (
        text.split('"')
        if rng.random() < 0.5
        else text.replace("<", "\0<").replace(">", ">\0").split("\0")
    )
    inner = [n for n, piece in enumerate(pieces) if piece.strip() and not piece.startswith("<")]
    for _ in range(rng.choice((1, 2, 5))):
        value = rng.choice(HOSTILE)
        if inner:
            pieces[rng.choice(inner)] = (
                str(value)[:6_000].replace("\0", "").replace("<", "").replace('"', "")
            )
    return (
        ('"' if '="' in text and not text.startswith(pieces[0] + "<") else "")
        .join(pieces)
        .encode("utf-8", "replace")
    )


def _into(rng: random.Random, text: str, piece: str) -> str:
    ends = [
        n for n, letter in enumerate(text[:-1]) if letter == ">" and text[n + 1] not in "<\n"
    ] or [len(text) - 1]
    at = rng.choice(ends) + 1
    return text[:at] + piece + text[at:]
