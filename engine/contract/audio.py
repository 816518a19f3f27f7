"""Microphones and recordings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .codec import AbsolutePath
from .notices import Notice


@dataclass(frozen=True)
class Microphone:
    """An input device.

    Attributes:
        index: Its number, as PortAudio counts; changes when devices are plugged in or out.
        name: Its name; any part of it that fits no other device names it, too.
        default_rate: Its usual sampling rate in Hz.
        channels: The most channels it records.
        host_api: The sound system that it belongs to, such as ALSA; tells devices of one name apart.
    """

    index: int
    name: str
    is_default: bool
    default_rate: int
    channels: int = 1
    host_api: str = ""


@dataclass(frozen=True)
class RecordingInfo:
    """A recording as it was heard.

    Attributes:
        seconds: How long it lasts.
        speech_seconds: How much of it is speech, from the first word to the last.
        peaks: Absolute peaks, 0 to 1, of at most 200 successive stretches, for a waveform.
    """

    path: AbsolutePath
    seconds: float
    speech_seconds: float
    peaks: tuple[float, ...]


@dataclass(frozen=True)
class LevelReport:
    """What the microphone hears.

    Attributes:
        level_dbfs: RMS level in dB relative to full scale.
        peaks: Absolute peaks, 0 to 1, of successive 20 ms since the last report.
        state: Whether somebody speaks yet.
        seconds_left: To begin, or to speak.
    """

    level_dbfs: float
    peaks: tuple[float, ...]
    state: Literal["waiting", "speaking"]
    seconds_left: float


@dataclass(frozen=True)
class MicrophoneTest:
    """How a microphone is heard.

    Attributes:
        peak_dbfs: Its loudest sample in dB relative to full scale.
        verdict: One of :data:`~.notices.VERDICTS`.
    """

    peak_dbfs: float
    speech: bool
    verdict: Notice
