"""Recordings: reading any sound file as 16 kHz mono, and writing one."""

from __future__ import annotations

import contextlib
import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import gcd
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..errors import NotAudio, RecordingTooLong
from ..paths import NOT_TEXT, reason_of, why_missing, writing
from .containers import Container, examine, opened_at

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from soundfile import SoundFile

    Samples = NDArray[np.float32]

SAMPLE_RATE = 16_000
MAX_SECONDS = 30.0

#: The highest sample rate of sound cards; a damaged header may say billions, whose filter fills the memory.
MAX_RATE = 768_000
#: A damaged header may say a thousand, whose samples fill the memory.
MAX_CHANNELS = 64
#: An MP3 of exactly 30 s comes out a little longer.
CODEC_PADDING_SECONDS = 0.1
#: Less than announced by more than this is a file that was cut off.
CUT_OFF_SECONDS = 0.1
#: Frames of a file whose header says nothing, as libsndfile counts them (SF_COUNT_MAX).
UNKNOWN_FRAMES = 2**63 - 1
#: libsndfile's names of what is read. Of the formats of samplers, computers of the 1980s and laboratories (VOC, SVX,
#: NIST, MAT5 ...) it does not tell when their end is missing.
_FORMATS = ("WAV", "WAVEX", "RF64", "W64", "AIFF", "AU", "CAF", "FLAC", "OGG", "MP3")
#: A channel 20 dB below the loudest one counts as silent.
SILENT_CHANNEL_RATIO = 0.1
#: What was said is nobody's business but the user's.
_PRIVATE = 0o600
#: Half the length of the resampling filter, in periods of the lower rate.
FILTER_PERIODS = 32


@dataclass(frozen=True)
class Recording:
    """A sound, ready for the voice encoder.

    Attributes:
        samples: float32 [n], mono, 16 kHz, in [-1, 1].
        origin: Where it comes from, for messages and results: a path, or the name of a microphone.
    """

    samples: Samples
    origin: str

    @property
    def seconds(self) -> float:
        """Duration in seconds."""
        return len(self.samples) / SAMPLE_RATE


def read_recording(path: str | Path) -> Recording:
    """Read a sound file (WAV, FLAC, OGG, MP3, ...) of any rate and number of channels.

    Args:
        path: The file.

    Returns:
        The whole sound, resampled to 16 kHz mono.

    Raises:
        NotAudio: The file is missing, a folder, empty, cut off, not a sound, or of a rate that no sound
            card has.
        RecordingTooLong: It lasts more than :data:`MAX_SECONDS`.
    """
    import soundfile

    path = Path(path)
    _check_file(path)
    try:
        with _opened(path) as (file, container):
            rate = file.samplerate
            if rate > MAX_RATE:
                raise NotAudio(path=path, reason=f"its sampling rate, {rate} Hz, is not possible")
            if file.channels > MAX_CHANNELS:
                problem = f"its number of channels, {file.channels}, is not possible"
                raise NotAudio(path=path, reason=problem)
            if file.format not in _FORMATS:
                raise NotAudio(path=path, reason=f"{file.format_info} files are not supported")
            announced = None
            if file.frames != UNKNOWN_FRAMES:
                announced = file.frames * container.announced
                check_length(announced / rate)
            # A header may announce less than there is: one second more shows it.
            samples = file.read(int((MAX_SECONDS + 1) * rate), dtype="float32", always_2d=True)
            frames = len(samples)
            if announced is None and frames > MAX_SECONDS * rate:
                frames += _count_rest(file)
        later = [_read_link(path, place) for place in container.following]
    except (soundfile.SoundFileError, TypeError, ValueError) as error:
        # TypeError: a headerless file, whose rate nobody knows.
        raise NotAudio(path=path, reason=_why_undecodable(error)) from error
    check_length(frames / rate + sum(len(link) for link in later) / SAMPLE_RATE)
    if frames == 0 and not later:
        raise NotAudio(path=path, reason="it contains no audio")
    if announced is not None and (announced - frames) / rate > CUT_OFF_SECONDS:
        raise NotAudio(
            path=path,
            reason=f"it is cut off after {frames / rate:.1f} of {announced / rate:.1f} s",
        )
    first = resample(to_mono(samples), rate)
    return Recording(np.concatenate([first, *later]) if later else first, str(path))


def _read_link(path: Path, place: int) -> Samples:
    """Read one of the later recordings of a chained Ogg file; its own rate and channels may be others."""
    with contextlib.closing(opened_at(path, place)) as stream, _forwards(stream) as file:
        samples = file.read(
            int((MAX_SECONDS + 1) * file.samplerate), dtype="float32", always_2d=True
        )
        return resample(to_mono(samples), file.samplerate)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[tuple[SoundFile, Container]]:
    """Open a sound file to be read forwards once.

    Yields:
        The file, and what it says of its length.

    Raises:
        NotAudio: It cannot be read, or ends inside a frame.
        soundfile.SoundFileError, TypeError: libsndfile does not take it.
    """
    import soundfile

    try:
        container = examine(path)
    except OSError as error:
        raise NotAudio(path=path, reason=reason_of(error)) from error
    with contextlib.ExitStack() as stack:
        source: Path | io.RawIOBase = path
        if container.stream is not None:
            source = stack.enter_context(contextlib.closing(container.stream))
        try:
            file = stack.enter_context(_forwards(source))
        except soundfile.SoundFileError as error:
            if container.announced > 1.0:  # which libsndfile calls malformed, in CAF
                raise NotAudio(path=path, reason="it is cut off") from error
            raise
        yield file, container


def _forwards(source: Path | io.RawIOBase) -> SoundFile:
    """Open what is read from its beginning to its end."""
    import soundfile

    class Forwards(soundfile.SoundFile):
        # soundfile seeks after each read of what can be sought, which fails where the length is unknown.
        def seekable(self) -> bool:
            return False

    return Forwards(source)


def _count_rest(file: SoundFile) -> int:
    """Return how many frames follow, of at most an hour: only reading tells where nothing is announced."""
    piece, total = 10 * file.samplerate, 0
    while total < 360 * piece:
        found = len(file.read(piece, dtype="float32", always_2d=True))
        total += found
        if found < piece:
            break
    return total


def check_length(seconds: float) -> None:
    """Refuse what lasts longer than a question may.

    Raises:
        RecordingTooLong: ``seconds`` is over :data:`MAX_SECONDS`, beyond what codecs pad.
    """
    if seconds > MAX_SECONDS + CODEC_PADDING_SECONDS:
        raise RecordingTooLong(seconds=seconds, limit=MAX_SECONDS)


def to_mono(samples: Samples) -> Samples:
    """Mix channels to one, in [-1, 1].

    The mean of the channels, without those that are silent beside the loudest (a microphone in one
    channel of a stereo plug would lose half its level), and the loudest alone where the mean
    cancels out (a balanced line read as stereo). Samples that are not numbers count as silence.

    Args:
        samples: float32 [n, channels].

    Returns:
        float32 [n], scaled down if the mean or a float file is over full scale.
    """
    clean = np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0).clip(-(2.0**31), 2.0**31)
    level = clean.std(axis=0, dtype=np.float64)  # without a constant offset, which is no sound
    loudest = int(level.argmax())
    mono = clean[:, level >= SILENT_CHANNEL_RATIO * level[loudest]].mean(axis=1)
    if mono.std() < SILENT_CHANNEL_RATIO * level[loudest]:
        mono = clean[:, loudest]
    peak = float(np.abs(mono).max(initial=0.0))
    return np.ascontiguousarray(mono / max(peak, 1.0), dtype=np.float32)


@lru_cache(maxsize=4)
def resampling_filter(up: int, down: int) -> NDArray[np.float64]:
    """Return the low-pass for :func:`scipy.signal.resample_poly`.

    Longer than scipy's own, whose aliases at 8.5 kHz are 14 dB down only and land in the band of
    the consonants; this one: 100 dB, and flat to 7 kHz.
    """
    from scipy.signal import firwin

    widest = max(up, down)
    return firwin(2 * FILTER_PERIODS * widest + 1, 0.95 / widest, window=("kaiser", 8.0))


def resample(samples: Samples, rate: int) -> Samples:
    """Resample to 16 kHz.

    Args:
        samples: float32 [n] at ``rate`` samples a second.
        rate: Any positive whole number.

    Returns:
        float32 [about n * 16000 / rate], in [-1, 1].
    """
    if rate == SAMPLE_RATE:
        return samples
    from scipy.signal import resample_poly

    up, down = ratio(rate)
    resampled = resample_poly(samples, up, down, window=resampling_filter(up, down))
    return np.clip(resampled, -1.0, 1.0).astype(np.float32)


def ratio(rate: int) -> tuple[int, int]:
    """Return the smallest whole numbers (up, down) with ``rate * up / down`` = 16 kHz."""
    divisor = gcd(rate, SAMPLE_RATE)
    return SAMPLE_RATE // divisor, rate // divisor


def write_recording(path: str | Path, recording: Recording) -> None:
    """Write ``recording`` as a WAV file (16 bit, 16 kHz, mono) that only its owner can read.

    Args:
        path: The file; an older one is replaced.
        recording: What to write.

    Raises:
        FolderNotWritable: The file cannot be written there.
        DiskFull: There is no space left.
    """
    import soundfile

    # Encoded in memory first: Python's own errors of writing tell a full disk from a closed door.
    encoded = io.BytesIO()
    soundfile.write(encoded, recording.samples, SAMPLE_RATE, format="WAV", subtype="PCM_16")
    # Private before there is anything in it, also if the file was there. Windows knows no such modes.
    with writing(Path(path)), open(path, "wb", opener=_private) as file:
        if hasattr(os, "fchmod"):
            os.fchmod(file.fileno(), _PRIVATE)
        file.write(encoded.getvalue())


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, _PRIVATE)


def _check_file(path: Path) -> None:
    """Refuse what is no file with something in it, more clearly than the decoder would.

    Raises:
        NotAudio: Missing, a folder, no plain file, empty, or not allowed to be read.
    """
    try:
        missing = why_missing(path)
        if missing:
            raise NotAudio(path=path, reason=missing)
        if path.is_dir():
            raise NotAudio(path=path, reason="it is a folder")
        if not path.is_file():
            raise NotAudio(path=path, reason="it is not a file")
        with path.open("rb") as file:
            if not file.read(1):
                raise NotAudio(path=path, reason="the file is empty")
    except OSError as error:
        raise NotAudio(path=path, reason=reason_of(error)) from error


def _why_undecodable(error: Exception) -> str:
    """Put the decoder's complaint into words that fit into a sentence."""
    if isinstance(error, UnicodeEncodeError):
        return f"{NOT_TEXT}; rename it"
    text = str(getattr(error, "error_string", error)).strip().rstrip(".")
    text = re.sub(r"^Error ?: ", "", text)
    if "lost sync" in text.lower():
        return "it is cut off or damaged"
    unknown = ("not recognised", "regular file", "unknown format", "samplerate must be")
    if any(part in text.lower() for part in unknown):
        return "it is not in a known audio format"
    return _lower_first(text.replace(". ", ": ")) or "it cannot be decoded"


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
