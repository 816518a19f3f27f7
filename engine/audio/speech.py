"""Where in a sound somebody speaks, by silero-vad."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import numpy as np

from ..errors import NoSpeech, SilentRecording
from .recording import SAMPLE_RATE, Recording, check_length

if TYPE_CHECKING:
    from .recording import Samples

#: Quieter than this (peak, without a constant offset) is silence.
SILENCE_DBFS = -60.0
#: The lowest level that is told; digital silence has no finite one.
LOWEST_DBFS = -120.0
#: Samples that the detector takes at a time (32 ms).
WINDOW = 512
#: Samples before a window that it sees as well.
CONTEXT = 64
#: Probability from which a window counts as speech; silero's own recommendation.
THRESHOLD = 0.5
#: The shortest speech: single words have 0.32 s and more; what the detector mistakes in music, 0.25 s.
MIN_SPEECH_SECONDS = 0.28
#: A longer silence ends a sentence; pauses between words are shorter.
PAUSE_SECONDS = 0.8
#: Silence that ends a question which sounds complete (:mod:`.completeness`).
SHORT_PAUSE_SECONDS = 0.5
#: What is left of the recording before and after the speech.
MARGIN_SECONDS = 0.2
#: The detector hears best at the level it was trained on: loud samples at about this.
DETECTOR_LEVEL = 0.3

Result = TypeVar("Result")

#: What :class:`EndOfSpeech` has heard so far.
SpeechState = Literal["waiting", "speaking", "finished"]


_detector_lock = threading.Lock()
_this_thread = threading.local()


@lru_cache(maxsize=1)
def _detector_thread() -> ThreadPoolExecutor:
    """Return the thread in which the detector works, and in which torch has one thread.

    The detector is too small to be shared out: on a busy machine the threads wait for each other
    longer than they compute. The encoders do want all threads, also those that begin to work while
    the detector listens to a microphone: a new thread takes the number that was set last, whoever
    set it, and keeps it. So it is set for one thread once, and put back for all others at once.
    """
    import torch

    threads = torch.get_num_threads()
    import silero_vad  # noqa: F401 (whose import leaves torch with one thread)

    executor = ThreadPoolExecutor(1, "speech-detector", _begin_detector_thread)
    executor.submit(threading.get_ident).result()
    torch.set_num_threads(threads)
    return executor


def _begin_detector_thread() -> None:
    import torch

    _this_thread.is_detector = True
    torch.get_num_threads()  # Only a thread that has asked keeps what is set for it.
    torch.set_num_threads(1)


def _in_detector_thread(function: Callable[..., Result], *arguments: Any) -> Result:
    """Call a function in the detector's thread and return what it returns."""
    if getattr(_this_thread, "is_detector", False):
        return function(*arguments)
    with _detector_lock:
        thread = _detector_thread()
    return thread.submit(function, *arguments).result()


def load_detector() -> Any:
    """Return a new silero-vad model on the CPU; each holds the state of one stream."""
    return _in_detector_thread(_load_detector)


def _load_detector() -> Any:
    import silero_vad

    return silero_vad.load_silero_vad()


@lru_cache(maxsize=1)
def _shared_detector() -> Any:
    return load_detector()


class _WholeRecording:
    """The detector for a recording that is there as a whole, in the form that silero's functions call.

    Window by window, most of the time goes into calling small layers. Only the recurrent layer needs
    the order: all else sees every window at once, which takes an eighth of the time and says the same.
    """

    def __init__(self, samples: Samples) -> None:
        import torch

        network = _shared_detector()._model
        cell = network.decoder.rnn
        count = -(-len(samples) // WINDOW)
        padded = torch.zeros(CONTEXT + count * WINDOW)
        end = CONTEXT + len(samples)
        padded[CONTEXT:end] = torch.from_numpy(samples)
        windows = padded.unfold(0, CONTEXT + WINDOW, WINDOW)
        recurrent = torch.nn.LSTM(cell.weight_ih.shape[1], cell.weight_hh.shape[1])
        recurrent.load_state_dict(
            {f"{name}_l0": value for name, value in cell.state_dict().items()}
        )
        with torch.inference_mode():
            features = network.encoder(network.run_extractors(windows))[:, :, 0]
            hidden, _ = recurrent(features)
            self._probabilities = network.decoder.decoder(hidden[:, :, None])[:, 0]
        self._next = 0

    def reset_states(self) -> None:
        """Begin anew."""
        self._next = 0

    def __call__(self, _window: object, _rate: int) -> Any:
        """Return the probability of speech, [1], in the next window."""
        self._next += 1
        return self._probabilities[self._next - 1]


def peak_dbfs(samples: Samples) -> float:
    """Return the loudest sample in dB relative to full scale, at least -120."""
    peak = float(np.abs(samples).max(initial=0.0))
    return max(LOWEST_DBFS, 20.0 * float(np.log10(max(peak, 1e-12))))


def without_offset(samples: Samples) -> Samples:
    """Return ``samples`` without their mean: cheap sound cards add a constant voltage."""
    if len(samples) == 0:
        return samples
    return (samples - samples.mean(dtype=np.float64)).astype(np.float32)


def check_audible(samples: Samples) -> None:
    """Refuse silence.

    Args:
        samples: float32 [n], without offset.

    Raises:
        SilentRecording: No sample is louder than :data:`SILENCE_DBFS`.
    """
    peak = peak_dbfs(samples)
    if peak < SILENCE_DBFS:
        raise SilentRecording(peak_dbfs=peak)


def find_speech(samples: Samples) -> tuple[int, int] | None:
    """Find from where to where somebody speaks.

    Args:
        samples: float32 [n], 16 kHz, without offset.

    Returns:
        (first sample, sample after the last), with :data:`MARGIN_SECONDS` before and after as far
        as the recording reaches; None if nobody speaks.
    """
    # By a high quantile rather than the peak: a click at the start must not hide quiet speech.
    loud = float(np.quantile(np.abs(samples), 0.995)) or float(np.abs(samples).max())
    levelled = np.clip(samples * (DETECTOR_LEVEL / max(loud, 1e-6)), -1.0, 1.0)
    stretches = _in_detector_thread(_stretches, levelled)
    sure = [
        at
        for at, (start, end) in enumerate(stretches)
        if end - start >= MIN_SPEECH_SECONDS * SAMPLE_RATE
    ]
    if not sure:
        return None
    # A stop consonant splits words: short stretches beside a sure one belong to the sentence.
    first, last = sure[0], sure[-1]
    near = PAUSE_SECONDS * SAMPLE_RATE
    while first > 0 and stretches[first][0] - stretches[first - 1][1] <= near:
        first -= 1
    while last + 1 < len(stretches) and stretches[last + 1][0] - stretches[last][1] <= near:
        last += 1
    margin = int(MARGIN_SECONDS * SAMPLE_RATE)
    return max(0, stretches[first][0] - margin), min(len(samples), stretches[last][1] + margin)


def _stretches(samples: Samples) -> list[tuple[int, int]]:
    """Return where the detector hears speech: first sample, sample after the last."""
    import silero_vad
    import torch

    found = silero_vad.get_speech_timestamps(
        torch.from_numpy(samples),
        _WholeRecording(samples),
        threshold=THRESHOLD,
        sampling_rate=SAMPLE_RATE,
        min_speech_duration_ms=0,
        speech_pad_ms=0,
    )
    return [(stretch["start"], stretch["end"]) for stretch in found]


def check_speech(recording: Recording) -> Recording:
    """Return ``recording`` cut to the speech in it.

    A constant offset is removed; the level stays as it is.

    Args:
        recording: At most 30 s.

    Returns:
        From 0.2 s before the first word to 0.2 s after the last, as far as the recording reaches.

    Raises:
        SilentRecording: All samples are zero, or nothing can be heard.
        NoSpeech: Nobody speaks.
        RecordingTooLong: It lasts more than 30 s.
    """
    check_length(recording.seconds)
    samples = without_offset(recording.samples)
    check_audible(samples)
    spoken = find_speech(samples)
    if spoken is None:
        raise NoSpeech(seconds=recording.seconds)
    return Recording(samples[slice(*spoken)], recording.origin)


class EndOfSpeech:
    """Follows a sound while it is recorded and tells when the speaker has finished.

    Args:
        silence_seconds: Silence after speech that means the end.
        min_speech_seconds: Shorter sounds (a cough, a key) do not count as speech.
        sounds_complete: Asked of the speech so far (float32 [n], 16 kHz, at the detector's level), once in each
            pause: is a silence of :data:`SHORT_PAUSE_SECONDS` enough? None: never.
        goes_on: Whether more may come after the end, as from somebody who holds a button.
        detector: Hears speech in windows, as silero-vad's model is called; None: a new one of its own.

    Attributes:
        state: The state after the last chunk.
        start: Sample at which the speech began (counted from the first chunk), or None.
        end: Sample at which it ended, or None.
        pause_from: Sample at which the silence began that follows the speech so far, whether it is the end or
            not; None while somebody speaks, or nobody has.
    """

    #: At most 30 dB of amplification while nobody has spoken yet.
    MAX_GAIN = 31.6
    #: The level of a loud sound is forgotten with this time constant.
    FORGET_SECONDS = 5.0

    def __init__(
        self,
        silence_seconds: float = PAUSE_SECONDS,
        min_speech_seconds: float = MIN_SPEECH_SECONDS,
        sounds_complete: Callable[[Samples], bool] | None = None,
        goes_on: bool = False,
        detector: Any = None,
    ) -> None:
        self.min_speech_seconds = min_speech_seconds
        self.state: SpeechState = "waiting"
        self.start: int | None = None
        self.end: int | None = None
        self.pause_from: int | None = None
        self._sounds_complete = sounds_complete
        self._goes_on = goes_on
        self._iterator = _in_detector_thread(_new_iterator, silence_seconds, detector)
        self._rest = np.zeros(0, dtype=np.float32)
        self._peak = 0.0
        self._offset: float | None = None
        # What has been said, at the detector's level, and the pause of which the question has been asked.
        self._said: list[Samples] = []
        self._judged: int | None = None

    def feed(self, chunk: Samples) -> SpeechState:
        """Take the next piece of sound.

        Args:
            chunk: float32 [n], 16 kHz, mono; any n. After the end it is ignored, unless more may come.

        Returns:
            The state after it.
        """
        self._rest = np.concatenate([self._rest, chunk.astype(np.float32)])
        while len(self._rest) >= WINDOW and (self._goes_on or self.state != "finished"):
            window, self._rest = self._rest[:WINDOW], self._rest[WINDOW:]
            self._take(self.level(window))
        return self.state

    def level(self, window: Samples) -> Samples:
        """Return ``window`` without offset and at the level that the detector hears best."""
        forget = WINDOW / SAMPLE_RATE / self.FORGET_SECONDS
        mean = float(window.mean())
        self._offset = (
            mean if self._offset is None else self._offset + forget * (mean - self._offset)
        )
        centred = window - self._offset
        self._peak = max(self._peak * (1.0 - forget), float(np.abs(centred).max()))
        gain = float(np.clip(2 * DETECTOR_LEVEL / max(self._peak, 1e-6), 1.0, self.MAX_GAIN))
        return np.clip(centred * gain, -1.0, 1.0).astype(np.float32)

    def _take(self, window: Samples) -> None:
        """Run the detector over one ``window`` and follow its events."""
        import torch

        event = _in_detector_thread(self._iterator, torch.from_numpy(window)) or {}
        if "start" in event:
            if self.start is None:
                self.start = max(0, int(event["start"]))
            self.state = "speaking"
        if self.start is not None and self._sounds_complete is not None:
            self._said.append(window)
        if "end" in event:
            self._end(int(event["end"]))
        elif self.state == "speaking":
            # As the detector's own event will say it: the window before the first silent one.
            silent = int(self._iterator.temp_end)
            self.pause_from = silent - WINDOW if silent else None
            self._judge_pause()

    def _end(self, end: int) -> None:
        """Take a silence as the end of the speech, if there was any."""
        if self.start is not None and end - self.start >= self.min_speech_seconds * SAMPLE_RATE:
            self.end = self.pause_from = end
            self.state = "finished"
        else:
            self.start = self.pause_from = None
            self._said = []
            self.state = "waiting"

    def _judge_pause(self) -> None:
        """End early where the question sounds complete."""
        pause, start = self.pause_from, self.start
        if self._sounds_complete is None or pause is None or start is None or pause == self._judged:
            return
        silence = int(self._iterator.current_sample) - pause
        if silence < SHORT_PAUSE_SECONDS * SAMPLE_RATE:
            return
        self._judged = pause
        if self._sounds_complete(np.concatenate(self._said)[: pause - start]):
            self._end(pause)


def _new_iterator(silence_seconds: float, detector: Any) -> Any:
    """Return silero's follower of a stream."""
    import silero_vad

    return silero_vad.VADIterator(
        load_detector() if detector is None else detector,
        threshold=THRESHOLD,
        sampling_rate=SAMPLE_RATE,
        min_silence_duration_ms=int(silence_seconds * 1000),
        speech_pad_ms=0,
    )
