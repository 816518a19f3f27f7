"""What of the microphone needs no microphone; the rest is in tests/end_to_end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.audio.microphone import StreamResampler, _Capture, _fitting
from engine.audio.recording import resample
from engine.contract.audio import Microphone
from engine.errors import NoMicrophone
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


def run_python(script: str, environment: dict[str, str] | None = None) -> str:
    return subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
        env={**os.environ, **(environment or {})},
    ).stdout  # fmt: skip


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

    sounddevice = SimpleNamespace(
        InputStream=Stream, PortAudioError=PortAudioError, query_devices=None
    )
    with _Capture(sounddevice, Microphone(0, "exclusive", True, 48_000, 1, "ALSA")):
        assert Stream.held == 1
    assert Stream.held == 0


class PortAudioError(Exception):
    """As sounddevice's."""


class FakeStream:
    """A stream of a device that opens at one rate only."""

    rates: tuple[int, ...] = ()
    refusal = "Invalid sample rate"
    tried: list[int] = []  # noqa: RUF012 (the fault is injected by a class)

    def __init__(self, samplerate: int, **_others: object) -> None:
        self.tried.append(samplerate)
        if samplerate not in self.rates:
            raise PortAudioError(self.refusal)

    def start(self) -> None:
        """Nothing."""

    def close(self, ignore_errors: bool = False) -> None:
        """Nothing."""

    abort = close


@pytest.mark.parametrize("rate", [96_000, 48_000, 192_000, 8_000])
@pytest.mark.parametrize("claimed", [44_100, 96_000])
def test_a_device_that_opens_at_one_rate_only_is_opened_at_that(rate: int, claimed: int) -> None:
    class Stream(FakeStream):
        rates = (rate,)
        tried: list[int] = []  # noqa: RUF012

    sounddevice = SimpleNamespace(
        InputStream=Stream, PortAudioError=PortAudioError, query_devices=None
    )
    with _Capture(sounddevice, Microphone(0, "studio", True, claimed, 1, "ALSA")) as capture:
        assert capture._resampler.down / capture._resampler.up == rate / 16_000
        assert Stream.tried[-1] == rate


def test_a_device_that_another_program_has_is_not_tried_at_every_rate() -> None:
    class Stream(FakeStream):
        refusal = "Device unavailable"
        tried: list[int] = []  # noqa: RUF012

    sounddevice = SimpleNamespace(
        InputStream=Stream, PortAudioError=PortAudioError, query_devices=None
    )
    with pytest.raises(NoMicrophone, match="busy"):
        _Capture(sounddevice, Microphone(0, "taken", True, 44_100, 1, "ALSA"))
    assert Stream.tried == [16_000, 44_100]


@pytest.fixture
def latin_1_home(tmp_path: Path) -> Path:
    """A home with an ALSA device of a proper name and one whose name is Latin-1."""
    (tmp_path / ".asoundrc").write_bytes(
        'pcm.mikro { type null hint { show on description "x" } }\n'
        'pcm."Büro Mikrofon" { type null hint { show on description "Büro" } }\n'.encode("latin-1")
    )
    return tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="ALSA")
@pytest.mark.parametrize("device", ["mikro", "Büro", "büro mikrofon"])
def test_a_name_that_is_not_utf_8_takes_no_microphone_away(latin_1_home: Path, device: str) -> None:
    pytest.importorskip("sounddevice")
    printed = run_python(
        f"""
import warnings
warnings.simplefilter("ignore")  # a null device gives whatever lies in memory
from engine.audio.microphone import list_microphones, listen
names = [microphone.name for microphone in list_microphones()]
print(len({{"mikro", "Büro Mikrofon"}} & set(names)), listen(0.2, {device!r}).origin)
""",
        {"HOME": str(latin_1_home), "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
    )
    assert printed.split(" ", 1)[0] == "2"
    assert device.lower() in printed.lower()


def test_devices_are_chosen_by_number_name_or_part_of_it() -> None:
    names = ["Built-in", "USB Mic", "USB Mic 2", "Line"]
    microphones = [Microphone(i, name, i == 0, 48_000, 1, "ALSA") for i, name in enumerate(names)]

    def chosen(device: str | int) -> list[str]:
        return [microphone.name for microphone in _fitting(microphones, device)]

    assert chosen(3) == ["Line"]
    assert chosen(4) == []
    assert chosen("usb mic") == ["USB Mic"]
    assert chosen("usb mic 2, alsa") == ["USB Mic 2"]
    assert chosen("usb") == ["USB Mic", "USB Mic 2"]
    assert chosen("line alsa") == ["Line"]
    assert chosen("[x") == []
