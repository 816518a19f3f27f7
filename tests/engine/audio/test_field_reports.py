"""Recordings of public bug reports of other programs: docs/field-reports.md says what came of each."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.audio.recording import SAMPLE_RATE, read_recording
from engine.errors import NotAudio, RecordingTooLong
from tests.support.recorders import encoded
from tests.support.sounds import likeness, question

#: Where the files that consist of two are put together.
SPLIT = 20_000
GUID_TAIL = bytes.fromhex("000000001000800000aa00389b71")
PCM, FLOAT, EXTENSIBLE = 1, 3, 0xFFFE


def chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)


def described(tag: int, bits: int, rest: bytes = b"") -> bytes:
    """A chunk that describes one channel at 16 kHz."""
    size = bits // 8
    numbers = (tag, 1, SAMPLE_RATE, SAMPLE_RATE * size, size, bits)
    return chunk(b"fmt ", struct.pack("<HHIIHH", *numbers) + rest)


def extensible(subformat: int, bits: int, valid_bits: int) -> bytes:
    rest = struct.pack("<HHIH", 22, valid_bits, 0, subformat) + GUID_TAIL
    return described(EXTENSIBLE, bits, rest)


def riff(*chunks: bytes) -> bytes:
    body = b"WAVE" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def pcm(bits: int, samples: np.ndarray | None = None) -> bytes:
    played = question() if samples is None else samples
    whole = (played * (2 ** (bits - 1) - 1)).astype("<i4")
    return whole.view(np.uint8).reshape(-1, 4)[:, : bits // 8].tobytes()


def joined(kind: str, **how: str) -> bytes:
    halves = question()[:SPLIT], question()[SPLIT:]
    return b"".join(bytes(encoded(half, SAMPLE_RATE, kind, **how)) for half in halves)


def tagged(content: bytes) -> bytes:
    """With a picture of 32 KiB before it, as players' libraries write them."""
    return b"ID3\x03\x00\x00" + bytes((0, 2, 0, 0)) + bytes(32_768) + content


ODD = question()[: len(question()) // 2 * 2 - 1]
PLAIN = described(PCM, 16)
REPORTS: dict[str, Callable[[], bytes]] = {
    # 24 bit, an odd number of samples: an odd number of bytes.
    "libsndfile-887": lambda: riff(described(PCM, 24), chunk(b"data", pcm(24, ODD))),
    # A digital recorder's notes: zeros, and many.
    "libsndfile-542": lambda: riff(PLAIN, chunk(b"LIST", bytes(393_164)), chunk(b"data", pcm(16))),
    # Notes that end inside an entry.
    "libsndfile-873": lambda: riff(
        PLAIN,
        chunk(b"LIST", b"INFOICMT" + struct.pack("<I", 5) + b"hell\0" + bytes(3)),
        chunk(b"data", pcm(16)),
    ),
    # An odd chunk before the sound.
    "media-1117": lambda: riff(PLAIN, chunk(b"note", b"abc"), chunk(b"data", pcm(16))),
    # The same without the byte that makes it even.
    "naudio-386": lambda: riff(PLAIN, chunk(b"note", b"abc")[:-1], chunk(b"data", pcm(16))),
    # The sound before its description.
    "decibri-138": lambda: riff(chunk(b"data", pcm(16)), PLAIN),
    "wavefile-11-pcm": lambda: riff(extensible(PCM, 16, 16), chunk(b"data", pcm(16))),
    "wavefile-11-float": lambda: riff(
        extensible(FLOAT, 32, 32), chunk(b"data", question().astype("<f4").tobytes())
    ),
    "wavefile-11-24-of-32": lambda: riff(extensible(PCM, 32, 24), chunk(b"data", pcm(32))),
    "supercollider-5877-rf64": lambda: bytes(encoded(question(), SAMPLE_RATE, "RF64")),
    "supercollider-5877-w64": lambda: bytes(encoded(question(), SAMPLE_RATE, "W64")),
    "libsndfile-277-vorbis": lambda: joined("OGG", subtype="VORBIS"),
    "libsndfile-277-opus": lambda: joined("OGG", subtype="OPUS"),
    "python-soundfile-443": lambda: tagged(
        bytes(encoded(question(), SAMPLE_RATE, "MP3", bitrate_mode="VARIABLE"))
    ),
}


@pytest.mark.parametrize("report", REPORTS)
def test_all_that_was_spoken_is_heard(report: str, tmp_path: Path) -> None:
    path = tmp_path / "recording"
    path.write_bytes(REPORTS[report]())
    recording = read_recording(path)
    assert recording.seconds == pytest.approx(len(question()) / SAMPLE_RATE, abs=0.01)
    assert likeness(recording.samples, question()) > 0.99


@pytest.mark.parametrize("tag", [b"", b"ID3\x03\x00\x00\x00\x00\x02\x00" + bytes(256)])
@pytest.mark.parametrize("mode", ["VARIABLE", "CONSTANT"])
def test_mp3_files_that_were_joined_are_heard_to_their_end(
    mode: str, tag: bytes, tmp_path: Path
) -> None:
    """getID3 issue 120: the first frame says how long the first file is."""
    halves = question()[:SPLIT], question()[SPLIT:]
    path = tmp_path / "joined.mp3"
    path.write_bytes(
        b"".join(tag + encoded(half, SAMPLE_RATE, "MP3", bitrate_mode=mode) for half in halves)
    )
    found = read_recording(path).samples
    # Encoders put some silence before and behind a sound.
    assert len(found) / SAMPLE_RATE == pytest.approx(len(question()) / SAMPLE_RATE, abs=0.3)
    for half in halves:
        share = np.linalg.norm(half) / np.linalg.norm(found)
        assert likeness(found, half) > 0.97 * share


def test_links_of_a_chain_may_have_other_rates_and_channels(tmp_path: Path) -> None:
    from scipy.signal import resample_poly

    second = resample_poly(question()[SPLIT:], 3, 1)
    path = tmp_path / "chained.ogg"
    path.write_bytes(
        bytes(encoded(question()[:SPLIT], SAMPLE_RATE, "OGG", subtype="VORBIS"))
        + bytes(encoded(np.stack([second, second], axis=1), 48_000, "OGG", subtype="VORBIS"))
    )
    assert likeness(read_recording(path).samples, question()) > 0.99


def test_a_chain_that_is_too_long_is_told_so(tmp_path: Path) -> None:
    part = bytes(
        encoded(np.resize(question(), 20 * SAMPLE_RATE), SAMPLE_RATE, "OGG", subtype="OPUS")
    )
    path = tmp_path / "chained.ogg"
    path.write_bytes(part + part)
    with pytest.raises(RecordingTooLong) as caught:
        read_recording(path)
    assert caught.value.values["seconds"] == pytest.approx(40, abs=0.1)


@pytest.mark.parametrize("codec", ["VORBIS", "OPUS"])
def test_ogg_files_that_lack_their_last_page_are_heard(codec: str, tmp_path: Path) -> None:
    """libsndfile issue 888: Opus of unknown length, because no page is marked as the last."""
    content = bytes(encoded(question(), SAMPLE_RATE, "OGG", subtype=codec))
    path = tmp_path / "unfinished.ogg"
    path.write_bytes(content[: content.rindex(b"OggS")])
    found = read_recording(path).samples
    assert 0.9 < len(found) / SAMPLE_RATE < len(question()) / SAMPLE_RATE
    heard = question()[: len(found)]
    assert likeness(found, heard) > 0.98


@pytest.mark.parametrize(
    "content",
    [
        struct.pack(">I", 28) + b"ftypM4A \0\0\0\0M4A mp42isom\0\0\0\0" + bytes(9_000),
        b"#!AMR\n" + bytes(3_000),
        bytes.fromhex("1a45dfa3") + bytes(3_000),
    ],
    ids=["m4a", "amr", "webm"],
)
def test_formats_of_telephones_say_which_to_use_instead(content: bytes, tmp_path: Path) -> None:
    """python-soundfile issue 431: M4A."""
    path = tmp_path / "memo"
    path.write_bytes(content)
    with pytest.raises(NotAudio, match="known audio format") as caught:
        read_recording(path)
    assert "WAV" in str(caught.value)
