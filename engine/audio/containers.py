"""Sound files whose header does not say how much sound follows, and files that end too early.

Who writes into a pipe cannot go back to fill in the length, and a recorder that was killed did not get round to it.
libsndfile then finds no sound, an absurd amount of it, or a part. Such files are given to it with a header that says
what is there. Formats: RIFF and RF64 (EBU Tech 3306), AIFF, AU, CAF, W64, Ogg (RFC 3533), MPEG audio (ISO 11172-3).
"""

from __future__ import annotations

import contextlib
import io
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias

from ..errors import NotAudio

#: Bytes that replace the beginning of a file, and where the rest of it begins.
_Head: TypeAlias = tuple[bytes, int]
#: What lies behind the sound and is no chunk counts as more sound from this many bytes on.
_LEAST_SOUND_BYTES = 4096
#: Junk between two frames of an MP3 file that is skipped.
_MOST_JUNK_BYTES = 65_536


@dataclass(frozen=True)
class _Layout:
    """How a format made of chunks lays them out.

    Attributes:
        first: Where the first chunk begins.
        name_bytes: Length of a chunk's name.
        size: :mod:`struct` format of its size.
        counted: Bytes of the chunk's own head that the size counts.
        alignment: Chunks begin at multiples of it.
        data: Name of the chunk with the sound.
        lead: Bytes in it before the first sample.
        total_at: Where the size of the whole file is said; None if it is not.
    """

    first: int
    name_bytes: int
    size: str
    counted: int
    alignment: int
    data: bytes
    lead: int
    total_at: int | None

    @property
    def head(self) -> int:
        """Length of a chunk's name and size."""
        return self.name_bytes + struct.calcsize(self.size)


_W64_TAIL = bytes.fromhex("f3acd3118cd100c04f8edb8a")
_RIFF = _Layout(12, 4, "<I", 0, 2, b"data", 0, 4)
_LAYOUTS = {
    b"RIFF": _RIFF,
    b"RF64": _RIFF,
    b"BW64": _RIFF,
    b"RIFX": _Layout(12, 4, ">I", 0, 2, b"data", 0, 4),
    b"FORM": _Layout(12, 4, ">I", 0, 2, b"SSND", 8, 4),
    b"caff": _Layout(8, 4, ">q", 0, 1, b"data", 4, None),
    b"riff": _Layout(40, 16, "<Q", 24, 8, b"data" + _W64_TAIL, 0, 16),
}
_UNMISTAKABLE = (b"data", b"fmt ", b"fact", b"LIST", b"SSND", b"COMM")
# The real size of an RF64's sound stands in the chunk before all others.
_DS64_DATA_SIZE_AT = 28


@dataclass(frozen=True)
class Container:
    """What a sound file says of its length.

    Attributes:
        stream: The file under a header that says how much there is, to be read in its place and closed; None if the
            file itself will do.
        announced: How many times as much sound the header announces as there is: 1 unless the file was cut off.
        following: Where more recordings begin that are played after the first: Ogg files can be chained.
    """

    stream: io.RawIOBase | None = None
    announced: float = 1.0
    following: tuple[int, ...] = ()


def examine(path: Path) -> Container:
    """Look at how a sound file says its length.

    Args:
        path: A file that exists.

    Raises:
        NotAudio: The file ends inside a page or frame.
        OSError: It cannot be read.
    """
    with contextlib.ExitStack() as stack:
        file = stack.enter_context(path.open("rb"))
        head, announced, following = _other_head(file, path)
        if head is None:
            return Container(None, announced, following)
        stack.pop_all()
        return Container(_UnderHead(file, *head), announced)


def opened_at(path: Path, place: int) -> io.RawIOBase:
    """Open a file as if it began at a place in it; to be closed.

    Raises:
        OSError: It cannot be read.
    """
    return _UnderHead(path.open("rb"), b"", place)


class _UnderHead(io.RawIOBase):
    """A file of which the first bytes are replaced."""

    def __init__(self, file: BinaryIO, head: bytes, rest_at: int) -> None:
        super().__init__()
        self._file = file
        self._head = head
        self._shift = rest_at - len(head)
        self._length = file.seek(0, os.SEEK_END) - self._shift
        self._place = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        begin = {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._length}[whence]
        self._place = max(0, begin + offset)
        return self._place

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        wanted = len(buffer)
        piece = self._head[slice(self._place, self._place + wanted)]
        if len(piece) < wanted:
            self._file.seek(self._place + len(piece) + self._shift)
            piece += self._file.read(wanted - len(piece))
        buffer[: len(piece)] = piece
        self._place += len(piece)
        return len(piece)

    def close(self) -> None:
        self._file.close()
        super().close()


def _other_head(file: BinaryIO, path: Path) -> tuple[_Head | None, float, tuple[int, ...]]:
    """Return what must replace the beginning, how much too much is announced, and where more recordings begin."""
    length = file.seek(0, os.SEEK_END)
    start = _read_at(file, 0, 12)
    layout = _LAYOUTS.get(start[:4])
    if layout is not None:
        return *_chunked_head(file, layout, start[:4] in (b"RF64", b"BW64"), length), ()
    if start[:4] == b".snd":
        return *_au_head(file, length), ()
    if start[:4] == b"OggS":
        return None, 1.0, tuple(_links(file, length, path)[1:])
    return _mpeg_head(file, length, path), 1.0, ()


# --- chunks ---------------------------------------------------------------------------------------


def _chunked_head(
    file: BinaryIO, layout: _Layout, is_rf64: bool, length: int
) -> tuple[_Head | None, float]:
    before: list[tuple[bytes, int, int]] = []
    for chunk in _chunks(file, layout, layout.first, length):
        before.append(chunk)
        if chunk[0] == layout.data:
            break
    else:
        return None, 1.0
    _, size_at, size = before.pop()
    size_format, start = layout.size, size_at + struct.calcsize(layout.size)
    if is_rf64 and size == 0xFFFFFFFF:
        size_at, size_format = _DS64_DATA_SIZE_AT, "<Q"
        (size,) = struct.unpack(size_format, _read_at(file, size_at, 8))
    available = length - start
    said = size - layout.counted
    if not _says_too_little(file, layout, start, said, length):
        plain = b"" if is_rf64 else _head_without_notes(file, layout, before, size, length)
        return (plain, start) if plain else None, _announced(
            said - layout.lead, available - layout.lead
        )
    head = bytearray(_read_at(file, 0, start))
    struct.pack_into(size_format, head, size_at, available + layout.counted)
    if layout.total_at is not None and not is_rf64:
        total = length if layout.counted else length - 8
        struct.pack_into(layout.size, head, layout.total_at, total)
    return (bytes(head), start), 1.0


def _head_without_notes(
    file: BinaryIO, layout: _Layout, before: list[tuple[bytes, int, int]], size: int, length: int
) -> bytes:
    """Return the beginning of a WAV file without what is noted before the sound; nothing if it may stay as it is.

    libsndfile gives up on notes that end in the middle of an entry, which other programs skip.
    """
    if layout.total_at != 4 or layout.data != b"data" or len(before) == 1:
        return b""
    if not before:  # The format may as well stand behind the sound.
        before = list(_chunks(file, layout, layout.first, length))
    kept = [chunk for chunk in before if chunk[0] in (b"fmt ", b"fact")]
    if not kept or len(kept) == len(before):
        return b""
    chunks = [_read_at(file, size_at - 4, 8 + inside + inside % 2) for _, size_at, inside in kept]
    head = (_read_at(file, 0, layout.first), *chunks, b"data", struct.pack(layout.size, size))
    return b"".join(head)


def _announced(said: int, found: int) -> float:
    # Who writes into a pipe may announce (almost) the largest size that there is.
    is_unknown = 0x7FFF0000 <= said <= 0xFFFFFFFF or said >= 2**62
    return 1.0 if is_unknown or found <= 0 else max(1.0, said / found)


def _chunks(
    file: BinaryIO, layout: _Layout, place: int, length: int
) -> Iterator[tuple[bytes, int, int]]:
    """Yield name, place of the size, and size of the chunks from ``place`` on."""
    while place + layout.head <= length:
        head = _read_at(file, place, layout.head)
        name = head[: layout.name_bytes]
        (size,) = struct.unpack(layout.size, head[slice(layout.name_bytes, None)])
        yield name, place + layout.name_bytes, size
        inside = size - layout.counted
        if inside < 0:
            return
        place += layout.head + inside
        if _read_at(file, place, 4) not in _UNMISTAKABLE:  # Some writers forget to fill up.
            place += -place % layout.alignment


def _says_too_little(file: BinaryIO, layout: _Layout, start: int, said: int, length: int) -> bool:
    """Tell whether a chunk of sound goes on behind the end that its size gives."""
    if length - start <= layout.lead:
        return False  # There is nothing.
    if layout.data == b"data" and layout.size == ">q" and said == -1:
        return True  # What CAF writes for "to the end of the file", which libsndfile refuses.
    if said > length - start:
        return False
    end = start + max(said, 0)
    end += -end % layout.alignment
    if _is_chain(file, layout, end, length):
        return False
    return said <= layout.lead or length - end >= _LEAST_SOUND_BYTES


def _is_chain(file: BinaryIO, layout: _Layout, place: int, length: int) -> bool:
    """Tell whether nothing but chunks lies between a place and the end."""
    if place >= length - 1:
        return True
    for name, size_at, size in _chunks(file, layout, place, length):
        if not all(0x20 <= letter < 0x7F for letter in name[:4]):
            return False
        end = size_at + layout.head - layout.name_bytes + size - layout.counted
        if end >= length - 1:
            return end <= length + layout.alignment
    return False


def _au_head(file: BinaryIO, length: int) -> tuple[_Head | None, float]:
    head = bytearray(_read_at(file, 0, 24))
    if len(head) < 24:
        return None, 1.0
    start, said = struct.unpack_from(">II", head, 4)
    if said or length <= start:
        # All ones mean "unknown", which libsndfile understands.
        return None, _announced(said, length - start)
    struct.pack_into(">I", head, 8, min(length - start, 0xFFFFFFFF))
    return (bytes(head), 24), 1.0


# --- Ogg ------------------------------------------------------------------------------------------


_BEGINS_STREAM = 2


def _links(file: BinaryIO, length: int, path: Path) -> list[int]:
    """Return where the recordings of an Ogg file begin, of which libsndfile reads the first.

    Raises:
        NotAudio: The file ends inside a page, which libsndfile leaves out in silence.
    """
    place, links, is_inside = 0, [0], False
    while place < length:
        head = _read_at(file, place, 27)
        if head[:4] != b"OggS"[: len(head)]:
            break  # Something else behind the last page.
        begins = len(head) == 27 and bool(head[5] & _BEGINS_STREAM)
        if begins and is_inside:
            links.append(place)
        is_inside = not begins
        segments = _read_at(file, place + 27, head[26]) if len(head) == 27 else b""
        place += 27 + (head[26] + sum(segments) if len(head) == 27 else 0)
        if place > length or len(head) < 27:
            raise NotAudio(path=path, reason="it is cut off: its last page is incomplete")
    return links


# --- MPEG audio -----------------------------------------------------------------------------------

_BITRATES = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
_HAS_FRAME_COUNT = 1
# How many frames more than it says a file may have that is whole: encoders do not agree on what they count.
_FRAMES_OF_TAGS = 2
# Nothing of these belongs to the sound.
_TAGS = (b"TAG", b"ID3", b"APE", b"LYR")


@dataclass(frozen=True)
class _Frame:
    """The head of a frame of layer III.

    Attributes:
        bits: Its four bytes.
        size: Length of the frame in bytes.
        rate: Samples a second.
        samples: Samples in the frame.
        side_bytes: Length of the side information that follows the head.
    """

    bits: bytes
    size: int
    rate: int
    samples: int
    side_bytes: int

    def fits(self, other: _Frame) -> bool:
        """Tell whether two frames can belong to one stream."""
        return self.bits[1] & 0xFE == other.bits[1] & 0xFE and self.rate == other.rate


def _frame(bits: bytes) -> _Frame | None:
    """Return what four bytes say if they begin a frame of layer III."""
    if len(bits) < 4 or bits[0] != 0xFF or bits[1] & 0xE6 != 0xE2:
        return None
    version, bitrate, rate = bits[1] >> 3 & 3, bits[2] >> 4, bits[2] >> 2 & 3
    if version == 1 or rate == 3 or bitrate in (0, 15):
        return None
    is_first = version == 3
    samples = 1152 if is_first else 576
    hertz = _RATES[version][rate]
    size = samples // 8 * _BITRATES[is_first][bitrate] * 1000 // hertz + (bits[2] >> 1 & 1)
    mono = bits[3] >> 6 == 3
    side = (17 if mono else 32) if is_first else (9 if mono else 17)
    return _Frame(bits, size, hertz, samples, side)


def _mpeg_head(file: BinaryIO, length: int, path: Path) -> _Head | None:
    """Return a frame that says how many others follow, for MP3 files that have none.

    Without it libsndfile multiplies the size of the first frame, which is wrong by any factor where
    the bit rate varies.
    """
    begin = 0
    while size := _tag_size(_read_at(file, begin, 10)):
        begin += size
    first = _frame(_read_at(file, begin, 4))
    if first is None or _frame(_read_at(file, begin + first.size, 4)) is None:
        return None
    lead = _read_at(file, begin, 4 + max(first.side_bytes, 32) + 12)
    if lead[36:40] == b"VBRI":
        return None
    count, end = _count_frames(file, begin, first, length)
    says = lead[slice(4 + first.side_bytes, None)]
    if says[:4] in (b"Xing", b"Info"):
        flags, said = struct.unpack_from(">II", says, 4)
        # Of files that were joined, the first says its own length alone.
        if not flags & _HAS_FRAME_COUNT or count - 1 <= said + _FRAMES_OF_TAGS or end > length:
            return None
        return _xing_frame(first, count - 1), begin + first.size
    if end > length:
        seconds = (count - 1) * first.samples / first.rate
        raise NotAudio(path=path, reason=f"it is cut off after {seconds:.1f} s")
    return _xing_frame(first, count), begin


def _tag_size(head: bytes) -> int:
    """Return the length of the ID3 tag that ten bytes begin; 0 if they begin none."""
    if head[:3] != b"ID3" or len(head) < 10:
        return 0
    sevens = zip(head[6:], (21, 14, 7, 0), strict=True)
    return 10 + sum((byte & 0x7F) << shift for byte, shift in sevens)


def _count_frames(file: BinaryIO, place: int, first: _Frame, length: int) -> tuple[int, int]:
    """Return the number of frames and where the last one ends, perhaps beyond the file."""
    count, end = 0, place
    while place < length:
        bits = _read_at(file, place, 4)
        frame = _frame(bits)
        if frame is None or not frame.fits(first):
            size = _tag_size(_read_at(file, place, 10))
            if size and _frame(_read_at(file, place + size, 4)) is not None:
                place += size  # of the next one of files that were joined
                continue
            if bits[:3] in _TAGS:
                break
            found = _next_frame(file, place, first)
            if found is None:
                break
            place = found
            continue
        count += 1
        place += frame.size
        end = place
    return count, end


def _next_frame(file: BinaryIO, place: int, first: _Frame) -> int | None:
    """Return where the stream goes on behind junk; None if it does not."""
    junk = _read_at(file, place, _MOST_JUNK_BYTES)
    at = junk.find(0xFF, 1)
    while at >= 0:
        frame = _frame(junk[slice(at, at + 4)])
        if frame is not None and frame.fits(first):
            behind = _frame(_read_at(file, place + at + frame.size, 4))
            if behind is not None and behind.fits(first):
                return place + at
        at = junk.find(0xFF, at + 1)
    return None


def _xing_frame(first: _Frame, count: int) -> bytes:
    # Without a checksum, and of a bit rate at which the frame is large enough for what it says.
    bits = bytes((0xFF, first.bits[1] | 1, 0x80 | first.bits[2] & 0x0C, first.bits[3]))
    frame = _frame(bits) or first
    says = b"Xing" + struct.pack(">II", _HAS_FRAME_COUNT, count)
    return (bits + bytes(first.side_bytes) + says).ljust(frame.size, b"\0")


def _read_at(file: BinaryIO, place: int, count: int) -> bytes:
    file.seek(place)
    return file.read(count)
