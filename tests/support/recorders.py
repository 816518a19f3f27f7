"""Sound files as pipes, killed recorders and full disks leave them, made of whole ones byte by byte."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from typing import Any

import numpy as np
import soundfile

from .sounds import Samples

Damage = Callable[[bytearray], None]


def encoded(samples: Samples, rate: int, kind: str, **how: Any) -> bytearray:
    """Return a sound file of libsndfile's own."""
    stream = io.BytesIO()
    soundfile.write(stream, samples, rate, format=kind, **how)
    return bytearray(stream.getvalue())


def _put(form: str, value: int, behind: bytes, offset: int = 0) -> Damage:
    """Overwrite a number ``offset`` bytes behind the first occurrence of a name."""

    def damage(content: bytearray) -> None:
        at = content.index(behind) + len(behind) + offset
        struct.pack_into(form, content, at, value)

    return damage


def _flac_of_unknown_length(content: bytearray) -> None:
    # STREAMINFO begins at 8; the last 36 bits before the checksum count the samples.
    content[21] &= 0xF0
    content[22:26] = bytes(4)


def _without_frame_count(content: bytearray) -> None:
    """Take the first frame of an MP3 file away, which says how many others follow."""
    assert b"Xing" in content[:200] or b"Info" in content[:200]
    second = next(
        at
        for at in range(100, 3000)
        if content[at] == 0xFF and content[at + 1] == content[1] and content[at + 2] & 0xC == content[2] & 0xC
        and content[at + 3] & 0xC0 == content[3] & 0xC0  # the mode, not which bands are joint
    )  # fmt: skip
    del content[:second]


def _both(*damages: Damage) -> Damage:
    def damage(content: bytearray) -> None:
        for one in damages:
            one(content)

    return damage


#: Format, how it is written, and what keeps its header from saying how long it is.
LENGTH_UNSAID: dict[str, tuple[str, dict[str, Any], Damage]] = {
    "wav-killed": ("WAV", {}, _put("<I", 0, b"data")),
    "wav-killed-early": ("WAV", {}, _both(_put("<I", 0, b"data"), _put("<I", 0, b"RIFF"))),
    "wav-first-block-only": ("WAV", {}, _put("<I", 8000, b"data")),
    "wav-piped": ("WAV", {}, _both(_put("<I", 2**32 - 1, b"data"), _put("<I", 2**32 - 1, b"RIFF"))),
    "wav-24-bit": ("WAV", {"subtype": "PCM_24"}, _put("<I", 0, b"data")),
    "wav-float": ("WAV", {"subtype": "FLOAT"}, _put("<I", 0, b"data")),
    "wav-adpcm": ("WAV", {"subtype": "IMA_ADPCM"}, _put("<I", 0, b"data")),
    "wav-big-endian": ("WAV", {"endian": "BIG"}, _put(">I", 0, b"data")),
    "wavex": ("WAVEX", {}, _put("<I", 0, b"data")),
    "rf64-piped": ("RF64", {}, _both(_put("<Q", 0, b"ds64", 4), _put("<Q", 0, b"ds64", 12))),
    "w64-killed": ("W64", {}, _put("<Q", 24, b"data", 12)),
    "aiff-piped": ("AIFF", {}, _both(_put(">I", 0, b"SSND"), _put(">I", 0, b"FORM"))),
    "aiff-killed": ("AIFF", {}, _both(_put(">I", 8, b"SSND"), _put(">I", 0, b"COMM", 6))),
    "au-piped": ("AU", {}, _put(">I", 2**32 - 1, b".snd", 4)),
    "au-killed": ("AU", {}, _put(">I", 0, b".snd", 4)),
    "caf-piped": ("CAF", {}, _put(">q", -1, b"data")),
    "caf-killed": ("CAF", {}, _put(">q", 0, b"data")),
    "flac-piped": ("FLAC", {}, _flac_of_unknown_length),
    "mp3-of-varying-rate": ("MP3", {"bitrate_mode": "VARIABLE"}, _without_frame_count),
    "mp3-of-constant-rate": ("MP3", {"bitrate_mode": "CONSTANT"}, _without_frame_count),
}  # fmt: skip


def of_unsaid_length(name: str, samples: Samples, rate: int) -> bytes:
    """Return a recording whose header does not say its length, as :data:`LENGTH_UNSAID` names it."""
    kind, how, damage = LENGTH_UNSAID[name]
    content = encoded(np.asarray(samples), rate, kind, **how)
    damage(content)
    return bytes(content)
