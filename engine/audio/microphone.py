"""Recording a question from a microphone through PortAudio."""

from __future__ import annotations

import contextlib
import ctypes
import logging
import queue
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from ..contract.audio import Microphone
from ..errors import NoMicrophone, NoSpeech
from .completeness import sounds_complete
from .recording import (
    FILTER_PERIODS,
    MAX_SECONDS,
    SAMPLE_RATE,
    Recording,
    ratio,
    resampling_filter,
    to_mono,
)
from .speech import LOWEST_DBFS, EndOfSpeech, check_audible, without_offset

if TYPE_CHECKING:
    from .recording import Samples

#: Called about ten times a second with the level (RMS, dB relative to full scale), the state
#: ("waiting", "speaking", "finished") and the seconds left: to begin, or to speak.
LevelCallback = Callable[[float, str, float], None]
#: Called before it with the sound that has come in (float32 [n], 16 kHz).
SoundCallback = Callable[["Samples"], None]
#: Called with what has been said so far, cut as the recording would be if nothing followed (float32 [n], 16 kHz);
#: returns at once, and whether it has taken it: if not, it is called with the next sound again.
SoFarCallback = Callable[["Samples"], bool]

#: Sound comes from PortAudio in pieces of this length; levels are told as often.
BLOCK_SECONDS = 0.1
#: The most of them that are taken at once, after which the caller can stop.
MAX_BLOCKS = 10
#: What is kept from before the speech: the detector notices a soft first consonant late.
LEAD_SECONDS = 0.5
#: So much more has to be said before what has been said so far is told again.
MORE_SECONDS = 0.4
#: A silence of this length may be the end: it leaves what check_speech leaves behind the last word.
MAYBE_END_SECONDS = 0.25
#: What devices open at that open neither at 16 kHz nor at the rate that they call their own.
OTHER_RATES = (48_000, 44_100, 96_000, 192_000, 88_200, 32_000, 22_050, 8_000)
#: A device that delivers nothing for so long is gone; Bluetooth headsets take 3 s to wake up.
STALLED_SECONDS = 5.0

_log = logging.getLogger(__name__)
# PortAudio is started and ended for the whole process, so one thread at a time may look or record.
_portaudio_lock = threading.RLock()


def list_microphones() -> list[Microphone]:
    """Return the input devices, the default one first; none plugged in gives an empty list.

    Raises:
        NoMicrophone: PortAudio is not installed or does not start.
    """
    with _portaudio_lock:
        sounddevice = _start_portaudio()
        with _any_device_name(sounddevice):
            microphones = _microphones(sounddevice)
    return sorted(microphones, key=lambda microphone: not microphone.is_default)


def _microphones(sounddevice: Any) -> list[Microphone]:
    """Return the input devices in PortAudio's order; one that cannot be asked is left out."""
    default = sounddevice.default.device[0]
    found = []
    for api in sounddevice.query_hostapis():
        for index in api["devices"]:
            try:
                device = sounddevice.query_devices(index)
            except (sounddevice.PortAudioError, UnicodeDecodeError) as error:
                _log.warning("device %d of %s: %s", index, api["name"], error)
                continue
            if device["max_input_channels"] > 0:
                microphone = Microphone(
                    index=index,
                    name=device["name"],
                    channels=device["max_input_channels"],
                    default_rate=round(device["default_samplerate"]),
                    is_default=index == default,
                    host_api=api["name"],
                )
                found.append(microphone)
    return sorted(found, key=lambda microphone: microphone.index)


@contextlib.contextmanager
def _any_device_name(sounddevice: Any) -> Iterator[None]:
    """Make sounddevice take device names that are not UTF-8, for the time of the block.

    It decodes the names of all devices when it looks for one, and a device's own when it opens it: one
    odd name, and no microphone can be used. The names of ALSA's devices are whatever somebody wrote into
    a configuration file.
    """
    ask = sounddevice.query_devices

    def query_devices(device: Any = None, kind: str | None = None) -> Any:
        try:
            return ask(device, kind)
        except UnicodeDecodeError as error:
            if not isinstance(device, int):
                raise
            return _device_info(sounddevice, device, bytes(error.object).decode("latin-1"))

    sounddevice.query_devices = query_devices
    try:
        yield
    finally:
        sounddevice.query_devices = ask


def _device_info(sounddevice: Any, index: int, name: str) -> dict[str, Any]:
    """Return what sounddevice would say of a device, under the given name."""
    info = sounddevice._lib.Pa_GetDeviceInfo(index)
    return {
        "name": name,
        "index": index,
        "hostapi": info.hostApi,
        "max_input_channels": info.maxInputChannels,
        "max_output_channels": info.maxOutputChannels,
        "default_low_input_latency": info.defaultLowInputLatency,
        "default_low_output_latency": info.defaultLowOutputLatency,
        "default_high_input_latency": info.defaultHighInputLatency,
        "default_high_output_latency": info.defaultHighOutputLatency,
        "default_samplerate": info.defaultSampleRate,
    }


def record(
    device: str | int | None = None,
    max_seconds: float = MAX_SECONDS,
    wait_seconds: float = 8.0,
    on_level: LevelCallback | None = None,
    should_stop: Callable[[], bool] | None = None,
    *,
    hold: bool = False,
    on_sound: SoundCallback | None = None,
    on_so_far: SoFarCallback | None = None,
    adaptive: bool = True,
) -> Recording:
    """Record one spoken question; stops by itself when the speaker stops.

    The callbacks are called on the calling thread about ten times a second; what they raise (such
    as :class:`engine.errors.Cancelled`) ends the recording, closes the device and passes through.
    ``on_level`` and ``on_sound`` are silent until the first sound comes in: a device takes up to
    seconds to wake, and who is told to speak before that loses the first words.

    Args:
        device: Number or (part of the) name of a microphone; None for the default one.
        max_seconds: The longest question. Who speaks longer is cut off, not refused.
        wait_seconds: How long to wait for the speech to begin.
        on_level: Told the level, the state and the seconds left.
        should_stop: Asked whether to stop now and take what has been said so far.
        hold: Do not stop at the end of the speech, nor because nobody speaks yet, but by
            ``should_stop`` or after ``max_seconds``: the speaker holds a button.
        on_sound: Told the sound itself.
        on_so_far: Told what has been said so far: after more of it, and when the speaker pauses.
        adaptive: Whether a shorter silence is enough where the question sounds complete.

    Returns:
        From half a second before the speech to its end, 16 kHz mono; with ``hold`` all of it. If nobody spoke any more
        after ``on_so_far`` has taken a pause, it is what was taken, without the silence that came later.

    Raises:
        NoMicrophone: No PortAudio, no such device, or it is busy, forbidden or unplugged.
        SilentRecording: Nothing but silence came until ``wait_seconds`` or ``should_stop``.
        NoSpeech: There was sound until then, but nobody spoke.
    """
    with _portaudio_lock:
        sounddevice = _start_portaudio()
        microphone = _choose(device)
        # Loaded before the device opens, so that the first words meet a detector that is ready.
        listener = _Listener(max_seconds, wait_seconds, hold, on_so_far, adaptive)
        _capture(sounddevice, microphone, listener, on_level, should_stop, on_sound)
    return Recording(listener.question(), microphone.name)


def listen(
    seconds: float,
    device: str | int | None = None,
    on_level: LevelCallback | None = None,
    should_stop: Callable[[], bool] | None = None,
    on_sound: SoundCallback | None = None,
) -> Recording:
    """Record whatever comes for some seconds, speech or not: a test of the microphone.

    Args:
        seconds: How long.
        device: As for :func:`record`, and so the callbacks.
        on_level: Told the level, the state and the seconds left.
        should_stop: Asked whether to stop now.
        on_sound: Told the sound itself.

    Raises:
        NoMicrophone: No PortAudio, no such device, or it is busy, forbidden or unplugged.
    """
    with _portaudio_lock:
        sounddevice = _start_portaudio()
        microphone = _choose(device)
        listener = _Listener(seconds, seconds, hold=True)
        _capture(sounddevice, microphone, listener, on_level, should_stop, on_sound)
    return Recording(listener.everything(), microphone.name)


def _capture(
    sounddevice: Any,
    microphone: Microphone,
    listener: _Listener,
    on_level: LevelCallback | None,
    should_stop: Callable[[], bool] | None,
    on_sound: SoundCallback | None,
) -> None:
    with _Capture(sounddevice, microphone) as capture:
        while not listener.done:
            block = capture.read()
            listener.take(block)
            if listener.length:  # Nothing yet: the device is not listening, so nor are we.
                if on_sound is not None:
                    on_sound(block)
                if on_level is not None:
                    on_level(listener.level_dbfs, listener.state, listener.seconds_left)
            if should_stop is not None and should_stop():
                break


class _Listener:
    """Gathers sound until a question is complete."""

    def __init__(
        self,
        max_seconds: float,
        wait_seconds: float,
        hold: bool = False,
        on_so_far: SoFarCallback | None = None,
        adaptive: bool = True,
    ) -> None:
        self._on_so_far = on_so_far
        # How long the sound was when what was said so far was taken, and the pause that this was in, if it was in one.
        self._taken_at = 0
        self._taken_pause: int | None = None
        self.max_seconds = max_seconds
        self.wait_seconds = wait_seconds
        self.hold = hold
        self.level_dbfs = LOWEST_DBFS
        # Who holds a button says when it is the end.
        self.end_of_speech = EndOfSpeech(
            sounds_complete=sounds_complete if adaptive and not hold else None, goes_on=hold
        )
        self.blocks: list[Samples] = []
        self.length = 0

    @property
    def state(self) -> str:
        """What has been heard: "waiting", "speaking" or "finished"."""
        return self.end_of_speech.state

    @property
    def first(self) -> int:
        """The sample with which the question begins."""
        start = self.end_of_speech.start
        return 0 if start is None else max(0, start - int(LEAD_SECONDS * SAMPLE_RATE))

    @property
    def seconds_left(self) -> float:
        """Time left to begin, or to speak."""
        if self.hold:
            return max(0.0, self.max_seconds - self.length / SAMPLE_RATE)
        if self.state == "waiting":
            return max(0.0, self.wait_seconds - self.length / SAMPLE_RATE)
        return max(0.0, self.max_seconds - (self.length - self.first) / SAMPLE_RATE)

    @property
    def done(self) -> bool:
        """Whether the speaker has finished or the time is over."""
        return (self.state == "finished" and not self.hold) or self.seconds_left <= 0.0

    def take(self, block: Samples) -> None:
        """Add a ``block`` (float32 [n], 16 kHz)."""
        if len(block) == 0:
            return
        self.blocks.append(block)
        self.length += len(block)
        rms = float(np.sqrt(np.mean(np.square(without_offset(block), dtype=np.float64))))
        self.level_dbfs = max(LOWEST_DBFS, 20.0 * float(np.log10(max(rms, 1e-12))))
        self.end_of_speech.feed(block)
        self._tell_so_far()

    def _tell_so_far(self) -> None:
        """Offer what has been said so far, if there is more of it, or if it may be all."""
        pause = self.end_of_speech.pause_from
        if self._on_so_far is None or self.end_of_speech.start is None:
            return
        if pause is None:
            wanted = (
                self.length - max(self._taken_at, self.end_of_speech.start)
                >= MORE_SECONDS * SAMPLE_RATE
            )
        else:
            silence = self.length - pause
            wanted = pause != self._taken_pause and silence >= MAYBE_END_SECONDS * SAMPLE_RATE
        if wanted and self._on_so_far(self._cut(self.length)):
            self._taken_at, self._taken_pause = self.length, pause

    def _cut(self, length: int) -> Samples:
        """Return the question in the first ``length`` samples."""
        begin = 0 if self.hold else self.first
        whole = np.concatenate(self.blocks)[:length]
        end = begin + int(self.max_seconds * SAMPLE_RATE)
        return whole[begin:end]

    def everything(self) -> Samples:
        """Return all that was heard, up to ``max_seconds``."""
        samples = np.concatenate([np.zeros(0, dtype=np.float32), *self.blocks])
        return samples if not self.hold else samples[: int(self.max_seconds * SAMPLE_RATE)]

    def question(self) -> Samples:
        """Return what was said.

        Raises:
            SilentRecording: Nothing was heard.
            NoSpeech: Nobody spoke.
        """
        pause = self.end_of_speech.pause_from
        if pause is not None and pause == self._taken_pause:
            return self._cut(self._taken_at)
        samples = self.everything()
        if self.hold:
            # Where the speech is in it, and whether, is found out from the whole.
            check_audible(without_offset(samples))
            return samples
        if self.end_of_speech.start is None:
            check_audible(without_offset(samples))
            raise NoSpeech(seconds=self.length / SAMPLE_RATE)
        return self._cut(self.length)


class _Capture:
    """An open microphone that gives 16 kHz mono, whatever the device gives."""

    def __init__(self, sounddevice: Any, microphone: Microphone) -> None:
        self._sounddevice = sounddevice
        self._microphone = microphone
        self._queue: queue.SimpleQueue[Samples] = queue.SimpleQueue()
        self._last_sound = time.monotonic()
        self._stream, rate = self._open()
        self._resampler = StreamResampler(rate)

    def _open(self) -> tuple[Any, int]:
        """Open the device at 16 kHz if it can, else at its own rate or another; mono if it can.

        Raises:
            NoMicrophone: It cannot be opened in any way.
        """
        own_rate, channels = self._microphone.default_rate, self._microphone.channels
        error: Exception | None = None
        for rate in dict.fromkeys((SAMPLE_RATE, own_rate, *OTHER_RATES)):
            for count in dict.fromkeys((1, min(2, channels), channels)):
                try:
                    stream = self._started(rate, count)
                except self._sounddevice.PortAudioError as failure:
                    error = failure
                else:
                    _log.debug("%s: %d Hz, %d channel(s)", self._microphone.name, rate, count)
                    return stream, rate
            if rate == own_rate and _is_taken(error):
                break  # Another rate would not make it free.
        raise NoMicrophone(reason=_why_refused(self._microphone.name, error)) from error

    def _started(self, rate: int, channels: int) -> Any:
        """Return a stream that runs.

        Raises:
            PortAudioError: The device does not open, or opens and does not start.
        """
        with _any_device_name(self._sounddevice):
            stream = self._sounddevice.InputStream(
                samplerate=rate,
                blocksize=round(rate * BLOCK_SECONDS),
                device=self._microphone.index,
                channels=channels,
                dtype="float32",
                callback=self._on_sound,
            )
        try:
            stream.start()
        except BaseException:
            # The device would be busy at the next try; and Ctrl-C may come here.
            stream.close(ignore_errors=True)
            raise
        return stream

    def _on_sound(self, block: Samples, _frames: int, _time: Any, status: Any) -> None:
        """Take sound from PortAudio's own thread, which must never wait."""
        if status:
            _log.debug("%s: %s", self._microphone.name, status)
        self._queue.put(block.copy())

    def read(self) -> Samples:
        """Return what has come in since the last call, after at most 0.1 s.

        Returns:
            float32 [n], 16 kHz; n is 0 if nothing came.

        Raises:
            NoMicrophone: The device has stopped to deliver.
        """
        blocks: list[Samples] = []
        try:
            blocks.append(self._queue.get(timeout=BLOCK_SECONDS))
            # A device without a clock (ALSA's null) delivers faster than anybody can listen.
            while len(blocks) < MAX_BLOCKS:
                blocks.append(self._queue.get_nowait())
        except queue.Empty:
            silent_for = time.monotonic() - self._last_sound
            if not blocks and (silent_for > STALLED_SECONDS or not self._stream.active):
                raise NoMicrophone(
                    reason=f"{self._microphone.name} stopped delivering sound (unplugged?)"
                ) from None
        if not blocks:
            return np.zeros(0, dtype=np.float32)
        self._last_sound = time.monotonic()
        return self._resampler.feed(to_mono(np.concatenate(blocks)))

    def __enter__(self) -> _Capture:
        return self

    def __exit__(self, *_exception: object) -> None:
        # Not stop(): that waits until the buffers are played out, and hangs on an unplugged device.
        self._stream.abort(ignore_errors=True)
        self._stream.close(ignore_errors=True)


class StreamResampler:
    """Resamples a sound that arrives in pieces as :func:`.recording.resample` does the whole.

    Args:
        rate: Sample rate of what comes in, in Hz.
    """

    def __init__(self, rate: int) -> None:
        self.up, self.down = ratio(rate)
        reach = FILTER_PERIODS * max(self.up, self.down) / self.up
        # In units of `down` samples in, `up` samples out: whole numbers of both.
        self._margin = int(np.ceil(reach / self.down))
        self._buffer = np.zeros(self._margin * self.down, dtype=np.float32)

    def feed(self, samples: Samples) -> Samples:
        """Take the next ``samples`` and return what is settled of the output.

        Args:
            samples: float32 [n] at the rate of the device.

        Returns:
            float32 at 16 kHz; lags behind by the reach of the filter, a few milliseconds.
        """
        if self.up == self.down:
            return samples
        from scipy.signal import resample_poly

        self._buffer = np.concatenate([self._buffer, samples])
        units = len(self._buffer) // self.down
        settled = units - 2 * self._margin
        if settled <= 0:
            return np.zeros(0, dtype=np.float32)
        whole = resample_poly(
            self._buffer[: units * self.down],
            self.up,
            self.down,
            window=resampling_filter(self.up, self.down),
        )
        consumed = settled * self.down
        self._buffer = self._buffer[consumed:]
        begin, end = self._margin * self.up, (self._margin + settled) * self.up
        out = whole[begin:end]
        return np.clip(out, -1.0, 1.0).astype(np.float32)


def _start_portaudio() -> Any:
    """Import sounddevice and look for devices anew; returns the module.

    PortAudio lists the devices once, when it starts. In a worker that runs for hours a headset
    plugged in later would never appear, so it is started again; no stream is open at this moment.

    Raises:
        NoMicrophone: The library is missing or fails.
    """
    already_started = "sounddevice" in sys.modules
    _quiet_alsa()
    try:
        import sounddevice
    except OSError as error:
        advice = "install the package libportaudio2" if sys.platform == "linux" else str(error)
        raise NoMicrophone(reason=f"the PortAudio library is not installed ({advice})") from error
    except ImportError as error:
        raise NoMicrophone(reason="the package sounddevice is not installed") from error
    except Exception as error:
        # PortAudio starts while sounddevice is imported; its error class is then out of reach.
        raise NoMicrophone(reason=f"PortAudio does not start ({error})") from error
    if already_started:
        try:
            # sounddevice offers no public way; its author names this one.
            sounddevice._terminate()
            sounddevice._initialize()
        except sounddevice.PortAudioError as error:
            raise NoMicrophone(reason=f"PortAudio does not start ({error.args[0]})") from error
    return sounddevice


def _choose(device: str | int | None) -> Microphone:
    """Return the microphone that ``device`` names.

    Raises:
        NoMicrophone: There is none, it records nothing, or several fit.
    """
    if isinstance(device, str) and device.strip().isdigit():
        device = int(device)
    microphones = list_microphones()
    if not microphones:
        raise NoMicrophone(reason="no input device found")
    if device is None:
        return microphones[0]
    fitting = _fitting(microphones, device)
    if len(fitting) != 1:
        known = ", ".join(f"{microphone.index}: {microphone.name}" for microphone in microphones)
        count = "several input devices match" if fitting else "none matches"
        raise NoMicrophone(reason=f"{count} {device!r} (available: {known})")
    return fitting[0]


def _fitting(microphones: list[Microphone], device: str | int) -> list[Microphone]:
    """Return the microphones of a number or name; an exact name wins over parts of names."""
    if isinstance(device, int):
        return [microphone for microphone in microphones if microphone.index == device]
    names = [
        (microphone, microphone.name.lower(), f"{microphone.name}, {microphone.host_api}".lower())
        for microphone in microphones
    ]
    wanted = device.lower()
    exact = [microphone for microphone, *both in names if wanted in both]
    words = re.compile(".*".join(map(re.escape, wanted.split())), re.DOTALL)
    return exact if len(exact) == 1 else [m for m, _, full in names if words.search(full)]


def _why_refused(name: str, error: Exception | None) -> str:
    """Put PortAudio's complaint about the device ``name`` into words."""
    text = _complaint(error)
    if _is_taken(error):
        return f"{name} is busy or unplugged ({text})"
    return f"{name} cannot be opened ({text})"


def _is_taken(error: Exception | None) -> bool:
    """Tell whether PortAudio says that another program has the device, or that it is gone."""
    text = _complaint(error).lower()
    return "unavailable" in text or "busy" in text


def _complaint(error: Exception | None) -> str:
    return str(error.args[0] if error is not None and error.args else "").strip()


# --- ALSA -----------------------------------------------------------------------------------------

_ALSA_ERROR_HANDLER = ctypes.CFUNCTYPE(
    None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
)


@_ALSA_ERROR_HANDLER
def _log_alsa_error(
    _file: bytes, _line: int, function: bytes, _error: int, template: bytes
) -> None:
    """Take a complaint of ALSA's; kept at module level because C holds a pointer to it."""
    _log.debug("ALSA: %r %r", function, template)


def _quiet_alsa() -> None:
    """Send ALSA's complaints to the log.

    While it looks for devices ALSA prints a dozen lines about ones that nobody has, over the level
    bar and into the standard error stream that a worker's owner shows as an error.
    """
    if sys.platform != "linux":
        return
    try:
        alsa = ctypes.CDLL("libasound.so.2")
    except OSError:
        return  # No ALSA, no complaints.
    alsa.snd_lib_error_set_handler(_log_alsa_error)
