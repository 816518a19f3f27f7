"""Spoken questions: microphones, recordings, and whether somebody speaks in them."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from ..contract.audio import LevelReport, MicrophoneTest, RecordingInfo
from ..contract.methods import (
    ListMicrophonesResult,
    Nothing,
    ReadRecordingParams,
    RecordParams,
    TestMicrophoneParams,
)
from ..contract.notices import Notice
from ..contract.queries import AudioPart
from ..paths import check_folder
from ..progress import Task
from .listening import Listening
from .session import Heard, Session
from .timing import Timer

if TYPE_CHECKING:
    from ..audio.recording import Recording, Samples

#: Peaks of 20 ms of sound go into a level report.
PEAK_SAMPLES = 320
MOST_PEAKS = 200


def list_microphones(session: Session, _params: Nothing, _task: Task) -> ListMicrophonesResult:
    """List the microphones; while one is recording, those of the last time."""
    from ..audio import microphone

    with session.idle_microphone(wait=session.microphones is None) as idle:
        if idle:
            session.microphones = tuple(microphone.list_microphones())
    return ListMicrophonesResult(session.microphones or ())


def record(session: Session, params: RecordParams, task: Task) -> RecordingInfo:
    """Record one spoken question into a file, and tell meanwhile what it finds if that is wanted.

    Raises:
        NoMicrophone, MicrophoneBusy: Nothing can be recorded.
        SilentRecording, NoSpeech: Nobody spoke.
        FolderNotWritable, DiskFull: It cannot be kept.
    """
    from ..audio import microphone
    from ..audio.recording import write_recording

    path = Path(params.save)
    check_folder(path.parent, path)  # before somebody speaks for nothing
    meter = _Meter(task)
    with contextlib.ExitStack() as stack:
        listening = None
        if params.search is not None:
            listening = Listening(session, params.search, params.save, task)
            stack.enter_context(listening)
        with session.microphone(task):
            spoken = microphone.record(
                params.device,
                on_level=meter.on_level,
                should_stop=lambda: task.stop_wanted,
                hold=params.hold,
                on_sound=meter.on_sound,
                on_so_far=None if listening is None else listening.take,
                adaptive=params.adaptive,
            )
        encoded = None if listening is None else listening.encoded(spoken)
    heard = _check(spoken) if encoded is None else replace(encoded.heard, whole=spoken)
    write_recording(path, spoken)
    session.remember(path, heard)
    if encoded is not None:
        session.remember_vector(AudioPart(params.save), encoded.vector)
    return _info(path, heard)


def test_microphone(session: Session, params: TestMicrophoneParams, task: Task) -> MicrophoneTest:
    """Listen for some seconds and say how the microphone is heard."""
    from ..audio.microphone import listen
    from ..audio.speech import SILENCE_DBFS, find_speech, peak_dbfs, without_offset

    meter = _Meter(task)
    with session.microphone(task):
        heard = listen(
            max(0.5, min(30.0, params.seconds)),
            params.device,
            on_level=meter.on_level,
            should_stop=lambda: task.stop_wanted,
            on_sound=meter.on_sound,
        )
    samples = without_offset(heard.samples)
    peak = peak_dbfs(samples)
    speech = len(samples) > 0 and peak > SILENCE_DBFS and find_speech(samples) is not None
    return MicrophoneTest(peak, speech, Notice(_verdict(peak, speech)))


def read_recording(session: Session, params: ReadRecordingParams, _task: Task) -> RecordingInfo:
    """Check that a file is a question.

    Raises:
        NotAudio, RecordingTooLong, SilentRecording, NoSpeech: It is none.
    """
    path = Path(params.path)
    return _info(path, hear(session, path, Timer()))


def hear(session: Session, path: Path, timer: Timer) -> Heard:
    """Read and check a recording, unless that has been done already.

    Raises:
        NotAudio, RecordingTooLong, SilentRecording, NoSpeech: It is no question.
    """
    from ..audio import recording

    known = session.heard(path)
    if known is not None:
        return known
    with timer.step("read"):
        whole = recording.read_recording(path)
    with timer.step("speech_check"):
        heard = _check(whole)
    session.remember(path, heard)
    return heard


class _Meter:
    """Turns what the microphone module tells into level reports."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._rest = np.zeros(0, dtype=np.float32)
        self._peaks: list[float] = []

    def on_sound(self, block: Samples) -> None:
        """Take sound."""
        self._rest = np.concatenate([self._rest, block])
        whole, self._rest = np.split(self._rest, [len(self._rest) // PEAK_SAMPLES * PEAK_SAMPLES])
        pieces = np.abs(whole).reshape(-1, PEAK_SAMPLES)
        self._peaks += [round(float(peak), 4) for peak in pieces.max(axis=1, initial=0.0)]

    def on_level(self, level_dbfs: float, state: str, seconds_left: float) -> None:
        """Tell the level; what the task raises ends the recording."""
        self._task.check_cancelled()
        # Who holds the button may make a pause; for them nothing is finished.
        told: Literal["waiting", "speaking"] = "waiting" if state == "waiting" else "speaking"
        peaks, self._peaks = tuple(self._peaks), []
        self._task.level(LevelReport(round(level_dbfs, 1), peaks, told, round(seconds_left, 2)))


def _check(recording: Recording) -> Heard:
    from ..audio.speech import check_speech

    return Heard(recording, check_speech(recording))


def _info(path: Path, heard: Heard) -> RecordingInfo:
    samples = np.abs(heard.whole.samples)
    pieces = np.array_split(samples, min(MOST_PEAKS, max(1, len(samples) // PEAK_SAMPLES)))
    return RecordingInfo(
        path=str(path),
        seconds=heard.whole.seconds,
        speech_seconds=heard.speech.seconds,
        peaks=tuple(round(float(piece.max(initial=0.0)), 4) for piece in pieces),
    )


def _verdict(peak: float, speech: bool) -> str:
    if peak < -60.0:
        return "microphone-silent"
    if peak > -0.5:
        return "microphone-distorts"
    if peak < -35.0:
        return "microphone-quiet"
    return "microphone-good" if speech else "microphone-no-speech"
