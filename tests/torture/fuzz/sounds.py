"""Sound files: containers of all kinds, with broken heads, chunks and frames."""

from __future__ import annotations

import random
import re
import struct
from pathlib import Path

import numpy as np

from engine.audio.recording import MAX_SECONDS, read_recording
from engine.audio.speech import check_speech
from tests.support.drawn_recordings import CODECS
from tests.support.recorders import LENGTH_UNSAID, encoded, of_unsaid_length
from tests.support.sounds import QUESTION_MP3, QUESTION_OGG, RATE, question

from .mutators import break_bytes
from .target import Target

_SUFFIX = {
    "WAV": "wav",
    "FLAC": "flac",
    "OGG": "ogg",
    "MP3": "mp3",
    "AIFF": "aif",
    "AU": "au",
    "CAF": "caf",
    "W64": "w64",
    "RF64": "wav",
}
_CHUNK = re.compile(
    rb"RIFF|RF64|RIFX|FORM|fmt |data|fact|LIST|ds64|COMM|SSND|desc|pakt|kuki|OggS|OpusHead|\x01vorbis|fLaC|ID3|Xing|Info|riff|\.snd|caff"
)


class Sounds(Target):
    """Sound files of all containers and codecs."""

    def __init__(self, samples: Path) -> None:
        spoken = question()[: RATE // 2]
        stereo = np.stack([spoken, 0.5 * spoken], axis=1)
        self._files: list[tuple[str, bytes]] = []
        for (kind, subtype), (rates, most) in CODECS.items():
            rate = RATE if RATE in rates else rates[0]
            sound = stereo if most > 1 else spoken
            self._files.append((_SUFFIX[kind], bytes(encoded(sound, rate, kind, subtype=subtype))))
        for name in LENGTH_UNSAID:
            self._files.append(("wav", of_unsaid_length(name, spoken, RATE)))
        ogg = QUESTION_OGG.read_bytes()
        self._files += [("mp3", QUESTION_MP3.read_bytes()), ("ogg", ogg + ogg)]

    def write(self, rng: random.Random, folder: Path) -> str:
        """Break numbers behind the names of chunks, or anything."""
        suffix, content = rng.choice(self._files)
        data = bytearray(content)
        if rng.random() < 0.6:
            marks = [match.end() for match in _CHUNK.finditer(content)]
            for _ in range(rng.choice((1, 1, 2, 4))):
                at = rng.choice(marks or [0]) + rng.choice((0, 0, 0, 2, 4, 8, 10, 12, 14, 16, 20))
                form = rng.choice(("<I", ">I", "<H", ">H", "<Q", ">Q", "<d", ">d"))
                size = struct.calcsize(form)
                if at + size <= len(data):
                    value = rng.choice(
                        (
                            0,
                            1,
                            2,
                            3,
                            17,
                            255,
                            2**15,
                            2**16 - 1,
                            2**31 - 1,
                            2**31,
                            2**32 - 1,
                            2**63,
                            2**64 - 1,
                        )
                    )
                    packed = float(value) if form[1] == "d" else value % 256**size
                    struct.pack_into(form, data, at, packed)
            told = "numbers of chunks"
        else:
            data = bytearray(break_bytes(rng, content))
            told = "bytes"
        if rng.random() < 0.15:
            del data[rng.randrange(len(data) + 1) :]
        (
            folder / f"sound.{rng.choice((suffix, suffix, suffix, 'wav', 'mp3', 'raw', 'ogg'))}"
        ).write_bytes(data)
        return f"{suffix}: {told}"

    def use(self, folder: Path) -> None:
        """Read it, and look for speech in it."""
        recording = read_recording(next(folder.iterdir()))
        if recording.seconds > MAX_SECONDS + 1:
            raise ArithmeticError("it is longer than a recording may be")
        if recording.seconds < 5:
            check_speech(recording)
