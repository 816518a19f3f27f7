"""Recordings of one spoken question, drawn at random over containers, codecs, rates, channels and damage."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st
from scipy.signal import resample_poly

from .recorders import LENGTH_UNSAID, encoded, of_unsaid_length
from .sounds import RATE, question

_ALL_RATES = (8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000)
#: Container and codec, the rates it knows, its most channels. Of 8 bit are only such as are not linear.
CODECS: dict[tuple[str, str], tuple[tuple[int, ...], int]] = {
    **{("WAV", codec): (_ALL_RATES, 2) for codec in ("PCM_16", "PCM_24", "FLOAT", "ULAW", "IMA_ADPCM", "MS_ADPCM")},
    **{(kind, "PCM_16"): (_ALL_RATES, 2) for kind in ("FLAC", "AIFF", "W64", "RF64", "AU", "CAF")},
    ("AIFF", "FLOAT"): (_ALL_RATES, 2), ("CAF", "ALAC_16"): (_ALL_RATES, 2),
    ("OGG", "VORBIS"): (_ALL_RATES, 2), ("OGG", "OPUS"): ((8_000, 16_000, 48_000), 2),
    ("MP3", "MPEG_LAYER_III"): (_ALL_RATES[:-1], 2), ("WAV", "GSM610"): (_ALL_RATES, 1),
    ("AU", "G723_40"): (_ALL_RATES, 1),
}  # fmt: skip
#: How the voice lies in the channels: in all, in one alone, in two against each other.
CHANNELS = {
    "mono": (1.0,), "both": (1.0, 1.0), "left": (1.0, 0.0), "right": (0.001, 1.0), "balanced": (1.0, -1.0),
}  # fmt: skip


@dataclass(frozen=True)
class DrawnRecording:
    """A sound file to be made.

    Attributes:
        codec: Container and codec; None for one whose header does not say its length.
        unsaid: One of :data:`LENGTH_UNSAID`, else.
        rate: Samples a second.
        channels: One of :data:`CHANNELS`.
        level: Factor of the loudness.
        part: How much of the file is left; 1 if it was not cut off.
    """

    codec: tuple[str, str] | None
    unsaid: str | None
    rate: int
    channels: str
    level: float
    part: float

    def content(self) -> bytes:
        """Return the file."""
        played = self.level * resample_poly(question(), self.rate, RATE)
        samples = np.stack([gain * played for gain in CHANNELS[self.channels]], axis=1)
        if self.codec is None:
            whole = of_unsaid_length(self.unsaid or "", samples.astype(np.float32), self.rate)
        else:
            kind, subtype = self.codec
            whole = bytes(encoded(samples.astype(np.float32), self.rate, kind, subtype=subtype))
        return whole[: int(self.part * len(whole))]


@st.composite
def recordings(draw: st.DrawFn) -> DrawnRecording:
    """Draw recordings that can exist."""
    codec = draw(st.none() | st.sampled_from(sorted(CODECS)))
    unsaid = draw(st.sampled_from(sorted(LENGTH_UNSAID))) if codec is None else None
    rates, most = ((16_000, 44_100), 2) if codec is None else CODECS[codec]
    fitting = [name for name, gains in CHANNELS.items() if len(gains) <= most]
    # Of what does not say its length nobody can tell that its end is missing.
    return DrawnRecording(
        codec,
        unsaid,
        rate=draw(st.sampled_from(rates)),
        channels=draw(st.sampled_from(fitting)),
        level=draw(st.sampled_from([0.5, 1.0, 1.8])),
        part=draw(st.sampled_from([1.0, 1.0, 0.9, 0.5, 0.01])) if codec else 1.0,
    )
