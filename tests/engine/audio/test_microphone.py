"""What of the microphone needs no microphone; the rest is in tests/end_to_end."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.audio.microphone import StreamResampler, _Capture
from engine.audio.recording import resample
from engine.contract.audio import Microphone
from tests.support.paths import ROOT
from tests.support.sounds import tone


@settings(max_examples=20)
@given(
    rate=st.sampled_from([8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000]),
    sizes=st.lists(st.integers(1, 6_000), min_size=1, max_size=8),
    seed=st.integers(0, 2**32 - 1),
)
def test_resampling_in_pieces_equals_resampling_at_once(
    rate: int, sizes: list[int], seed: int
) -> None:
    samples = np.random.default_rng(seed).uniform(-0.3, 0.3, sum(sizes)).astype(np.float32)
    resampler = StreamResampler(rate)
    pieces = [resampler.feed(piece) for piece in np.split(samples, np.cumsum(sizes)[:-1])]
    streamed, at_once = np.concatenate(pieces), resample(samples, rate)
    assert len(at_once) - 2_000 < len(streamed) <= len(at_once)
    assert np.allclose(streamed, at_once[: len(streamed)], atol=1e-5)


def test_the_resampler_lags_by_milliseconds_only() -> None:
    resampler = StreamResampler(44_100)
    resampled = resampler.feed(tone(440, 1.0, rate=44_100))
    assert 16_000 - 800 < len(resampled) <= 16_000


def run_python(script: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize("call", ["record()", "list_microphones()"])
def test_without_the_portaudio_library_the_package_to_install_is_named(call: str) -> None:
    # The fault: the dynamic linker finds no PortAudio.
    printed = run_python(f"""
import ctypes.util, sys
ctypes.util.find_library = lambda name: None
from engine.audio.microphone import list_microphones, record
from engine.errors import NoMicrophone
try:
    {call}
except NoMicrophone as error:
    print(error.code, error.message)
""")
    assert printed.startswith("no-microphone No microphone can be used: the PortAudio library")
    if sys.platform == "linux":
        assert "libportaudio2" in printed


def test_importing_the_microphone_starts_neither_torch_nor_portaudio() -> None:
    printed = run_python("""
import sys
import engine.audio.microphone
print([name for name in ("torch", "scipy", "sounddevice", "silero_vad") if name in sys.modules])
""")
    assert printed.strip() == "[]"


def test_a_device_that_opens_and_does_not_start_is_closed_before_the_next_try() -> None:
    """The fault: a device that only one program may hold does not start at 16 kHz."""

    class PortAudioError(Exception):
        pass

    class Stream:
        held = 0

        def __init__(self, samplerate: int, **_others: object) -> None:
            if Stream.held:
                raise PortAudioError("Device unavailable")
            Stream.held += 1
            self.rate = samplerate

        def start(self) -> None:
            if self.rate == 16_000:
                raise PortAudioError("Invalid sample rate")

        def close(self, ignore_errors: bool = False) -> None:
            assert ignore_errors
            Stream.held -= 1

        def abort(self, ignore_errors: bool = False) -> None:
            assert ignore_errors

    sounddevice = SimpleNamespace(InputStream=Stream, PortAudioError=PortAudioError)
    with _Capture(sounddevice, Microphone(0, "exclusive", True, 48_000)):
        assert Stream.held == 1
    assert Stream.held == 0
