"""Recording through PortAudio from a PulseAudio virtual microphone."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
import pytest

from engine.audio.microphone import list_microphones, listen, record
from engine.audio.speech import check_speech
from engine.errors import Cancelled, NoMicrophone, NoSpeech, SilentRecording
from tests.support.microphone import VirtualMicrophone
from tests.support.sounds import Samples, likeness, pink_noise, question, silence, tone

pytestmark = pytest.mark.microphone


class Speaker:
    """Begins to play a sound when the recording has begun, and notes what it is told of it."""

    def __init__(self, microphone: VirtualMicrophone, samples: Samples) -> None:
        self.microphone = microphone
        self.samples = samples
        self.told: list[tuple[float, str, float]] = []

    def __call__(self, level_dbfs: float, state: str, seconds_left: float) -> None:
        if not self.told:
            self.microphone.play(self.samples)
        self.told.append((level_dbfs, state, seconds_left))

    @property
    def states(self) -> list[str]:
        states = [state for _, state, _ in self.told]
        return [state for at, state in enumerate(states) if at == 0 or state != states[at - 1]]


def test_the_microphones_are_listed_with_the_default_first(
    virtual_microphone: VirtualMicrophone,
) -> None:
    microphones = list_microphones()
    assert {"desk_microphone", "muted_microphone"} < {mic.name for mic in microphones}
    assert [mic.is_default for mic in microphones] == [True] + [False] * (len(microphones) - 1)
    assert all(mic.channels > 0 and mic.default_rate > 0 for mic in microphones)


def test_a_spoken_question_is_recorded_and_stops_by_itself(
    virtual_microphone: VirtualMicrophone,
) -> None:
    spoken = question()
    room = pink_noise(25.0, 0.0005)
    room[: len(spoken)] += spoken
    speaker = Speaker(virtual_microphone, room)

    recording = record(on_level=speaker, wait_seconds=10)

    assert speaker.states == ["waiting", "speaking", "finished"]
    # It did not wait for the end of what is played, nor of the 30 s.
    assert recording.seconds < 20.0
    assert likeness(recording.samples, spoken) > 0.95
    levels = [level for level, _, _ in speaker.told]
    assert -30 < max(levels) < 0
    left = [seconds for _, state, seconds in speaker.told if state == "speaking"]
    assert 0 < left[-1] < left[0] <= 30
    checked = check_speech(recording)
    assert 2.0 < checked.seconds < 3.0


def test_nobody_is_asked_to_speak_before_the_microphone_delivers(
    virtual_microphone: VirtualMicrophone, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sounddevice

    asked: list[int] = []
    real = sounddevice.InputStream

    def slow_to_wake(callback: Any, **settings: Any) -> Any:  # the fault, as of a headset
        def later(*sound: Any) -> None:
            if len(asked) > 5:
                callback(*sound)

        return real(callback=later, **settings)

    monkeypatch.setattr(sounddevice, "InputStream", slow_to_wake)
    spoken = question()
    speaker = Speaker(virtual_microphone, spoken)

    def stop_wanted() -> bool:
        asked.append(len(speaker.told))
        return False

    recording = record(on_level=speaker, should_stop=stop_wanted)
    assert asked[:5] == [0] * 5  # It could have been stopped while it woke.
    assert likeness(recording.samples, spoken) > 0.95


def test_a_microphone_is_chosen_by_part_of_its_name_or_its_number(
    virtual_microphone: VirtualMicrophone,
) -> None:
    muted = next(mic for mic in list_microphones() if mic.name == "muted_microphone")
    for device in ("muted", muted.index, str(muted.index)):
        speaker = Speaker(virtual_microphone, question())
        with pytest.raises(SilentRecording, match="--device"):
            record(device, wait_seconds=0.5, on_level=speaker)
    # Nothing is heard although the desk microphone is spoken into.
    assert max(level for level, _, _ in speaker.told) == -120


@pytest.mark.parametrize("sound", [pink_noise(60.0, 0.02), tone(440, 60.0)], ids=["noise", "tone"])
def test_when_nobody_speaks_it_gives_up(
    virtual_microphone: VirtualMicrophone, sound: Samples
) -> None:
    virtual_microphone.play(sound)
    while not listen(0.2).samples.any():
        pass  # It is not heard yet.
    states: set[str] = set()
    with pytest.raises(NoSpeech) as caught:
        record(on_level=lambda _level, state, _left: states.add(state), wait_seconds=1.5)
    assert states == {"waiting"}
    assert 1.5 <= caught.value.values["seconds"] < 8.0  # not the eight that are usual


def test_who_speaks_too_long_is_cut_off(virtual_microphone: VirtualMicrophone) -> None:
    recording = record(max_seconds=1.5, on_level=Speaker(virtual_microphone, question()))
    assert recording.seconds == pytest.approx(1.5, abs=0.15)
    assert check_speech(recording).seconds > 0.5


def test_stopping_keeps_what_was_said(virtual_microphone: VirtualMicrophone) -> None:
    speaker = Speaker(virtual_microphone, np.concatenate([question()] * 4))

    def has_spoken_for_a_second() -> bool:
        return [state for _, state, _ in speaker.told].count("speaking") > 10

    recording = record(on_level=speaker, should_stop=has_spoken_for_a_second)
    assert speaker.states == ["waiting", "speaking"]
    assert 0.9 < recording.seconds < 10.0


def test_stopping_before_a_word_was_said_is_no_question(
    virtual_microphone: VirtualMicrophone,
) -> None:
    asked: list[bool] = []

    def stop_wanted() -> bool:
        asked.append(True)
        return True

    with pytest.raises(SilentRecording):
        record("muted_microphone", wait_seconds=30, should_stop=stop_wanted)
    assert len(asked) == 1


def test_cancelling_closes_the_microphone(virtual_microphone: VirtualMicrophone) -> None:
    def cancel() -> bool:
        raise Cancelled

    with pytest.raises(Cancelled):
        record(should_stop=cancel)
    # It can be opened again, and no thread is left behind.
    with pytest.raises(Cancelled):
        record(should_stop=cancel)


def test_a_device_that_refuses_16_khz_and_mono_is_recorded_in_its_own_way(
    virtual_microphone: VirtualMicrophone, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sounddevice

    opened: list[tuple[int, int]] = []
    real = sounddevice.InputStream

    def picky(**settings: Any) -> Any:  # the fault; all else is the real device
        if settings["samplerate"] == 16_000 or settings["channels"] == 1:
            raise sounddevice.PortAudioError("Invalid sample rate")
        opened.append((settings["samplerate"], settings["channels"]))
        return real(**settings)

    monkeypatch.setattr(sounddevice, "InputStream", picky)
    recording = record(on_level=Speaker(virtual_microphone, question()))
    assert opened == [(44_100, 2)]
    assert likeness(recording.samples, question()) > 0.95


@pytest.mark.parametrize("device", ["gramophone", "99", 99, -5])
def test_a_device_that_does_not_exist_is_named(
    virtual_microphone: VirtualMicrophone, device: str | int
) -> None:
    with pytest.raises(NoMicrophone) as caught:
        record(device)
    assert "desk_microphone" in caught.value.message  # what there is instead


def test_a_name_that_fits_several_devices_is_refused(
    virtual_microphone: VirtualMicrophone,
) -> None:
    with pytest.raises(NoMicrophone, match="several"):
        record("microphone")


def test_a_busy_device_is_reported(
    virtual_microphone: VirtualMicrophone, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sounddevice

    def busy(**_settings: Any) -> Any:  # the fault
        raise sounddevice.PortAudioError("Error opening InputStream: Device unavailable", -9985)

    monkeypatch.setattr(sounddevice, "InputStream", busy)
    with pytest.raises(NoMicrophone, match="busy"):
        record()


def test_a_microphone_unplugged_while_recording_is_reported(
    unpluggable_microphone: VirtualMicrophone,
) -> None:
    def unplug(*_told: object) -> None:
        unpluggable_microphone.unplug()

    outcome: list[BaseException] = []

    def run() -> None:
        try:
            record(on_level=unplug, wait_seconds=60)
        except BaseException as error:
            outcome.append(error)

    thread = threading.Thread(target=run, daemon=True)  # a hang must fail, not hang the suite
    thread.start()
    thread.join(timeout=120)
    assert not thread.is_alive()
    assert isinstance(outcome[0], NoMicrophone)
    with pytest.raises(NoMicrophone, match="no input device"):
        record()


def test_a_microphone_plugged_in_later_is_found(
    monkeypatch: pytest.MonkeyPatch, virtual_microphone: VirtualMicrophone
) -> None:
    server = virtual_microphone.environment["PULSE_SERVER"]
    monkeypatch.setenv("PULSE_SERVER", server + ".not_there")
    assert list_microphones() == []
    monkeypatch.setenv("PULSE_SERVER", server)
    assert "desk_microphone" in [mic.name for mic in list_microphones()]


def test_the_virtual_microphone_plays_what_it_is_given(
    virtual_microphone: VirtualMicrophone,
) -> None:
    # A guard for the tests above: silence is played as silence, so the speech was the question's.
    speaker = Speaker(virtual_microphone, silence(2.0))
    with pytest.raises(SilentRecording):
        record(on_level=speaker, wait_seconds=1.0)
    assert np.isclose(max(level for level, _, _ in speaker.told), -120)
