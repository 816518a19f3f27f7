"""Is there speech, where is it, and when does it end."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.audio import speech
from engine.audio.completeness import likelihood, sounds_complete
from engine.audio.recording import Recording, read_recording
from engine.audio.speech import EndOfSpeech, check_speech
from engine.errors import NoSpeech, RecordingTooLong, SilentRecording
from tests.support.paths import ROOT
from tests.support.shared_data import DATA, needs_shared
from tests.support.sounds import (
    QUESTION_FLAC,
    QUESTION_MP3,
    QUESTION_OGG,
    RATE,
    Samples,
    chords,
    pink_noise,
    question,
    silence,
    tone,
    white_noise,
)


def rms(samples: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(samples))))


def with_noise(samples: Samples, noise: Samples, decibels: float) -> Samples:
    mixed = samples + noise * (rms(samples) / rms(noise) * 10 ** (-decibels / 20))
    return (mixed * (0.7 / np.abs(mixed).max())).astype(np.float32)


def click_before(samples: Samples) -> Samples:
    click = silence(0.5)
    click[4_000:4_020] = 0.95
    return np.concatenate([click, samples])


@pytest.mark.parametrize("path", [QUESTION_FLAC, QUESTION_OGG, QUESTION_MP3], ids=lambda p: p.name)
def test_recorded_questions_have_speech(path: Path) -> None:
    assert 2.2 < check_speech(read_recording(path)).seconds < 2.75


@pytest.mark.parametrize(
    "samples",
    [
        0.01 * question(),
        question() + 0.3,
        with_noise(question(), white_noise(2.65, 0.1)[: len(question())], 10),
        with_noise(question(), pink_noise(2.65, 0.1)[: len(question())], 10),
        click_before(0.02 * question()),
        question()[: int(0.55 * RATE)],
        np.clip(6 * question(), -0.5, 0.5),
    ],
    ids=["46 dB below", "offset", "white 10 dB", "pink 10 dB", "click", "one word", "clipped"],
)
def test_hard_but_clear_speech_is_accepted(samples: Samples) -> None:
    checked = check_speech(Recording(samples.astype(np.float32), "test"))
    assert checked.seconds > 0.3
    assert abs(float(checked.samples.mean())) < 0.02
    assert checked.origin == "test"


def test_the_recording_is_cut_to_the_speech_and_keeps_its_level() -> None:
    spoken = question()
    checked = check_speech(
        Recording(np.concatenate([silence(1.5), spoken, silence(2.0)]), "microphone")
    )
    assert 2.4 < checked.seconds < len(spoken) / RATE + 0.3
    # Nothing that can be heard is lost.
    assert np.square(checked.samples).sum() == pytest.approx(np.square(spoken).sum(), rel=1e-3)


def test_a_pause_inside_the_sentence_is_kept() -> None:
    spoken = question()
    paused = np.concatenate([spoken, silence(1.5), spoken])
    assert check_speech(Recording(paused, "test")).seconds > 2 * len(spoken) / RATE + 1.1


@pytest.mark.parametrize(
    "samples",
    [
        *[tone(frequency) for frequency in (50, 120, 220, 440, 1_000, 3_000)],
        tone(440, level=0.005),
        white_noise(4.0, 0.003),
        white_noise(4.0, 0.2),
        pink_noise(4.0, 0.05),
        chords(0.5),
        chords(0.25),
        chords(1.0, decay=0.0),
        np.sign(tone(150, 3.0)) * np.float32(0.1),
        click_before(silence(2.0)),
    ],
    ids=lambda samples: f"{rms(samples):.4f}",
)
def test_tones_noise_and_music_are_no_speech(samples: Samples) -> None:
    with pytest.raises(NoSpeech) as caught:
        check_speech(Recording(samples, "test"))
    assert caught.value.values["seconds"] == pytest.approx(len(samples) / RATE)


@pytest.mark.parametrize(
    "samples",
    [
        silence(3.0),
        silence(0.0),
        np.full(48_000, 0.25, dtype=np.float32),
        white_noise(3.0, 1e-4),
        0.001 * question(),
    ],
    ids=["zeros", "nothing", "offset only", "hiss", "inaudible speech"],
)
def test_silence_points_to_the_microphone(samples: Samples) -> None:
    with pytest.raises(SilentRecording) as caught:
        check_speech(Recording(samples.astype(np.float32), "test"))
    assert caught.value.code == "silent-recording"
    assert np.isfinite(caught.value.values["peak_dbfs"])


def test_31_seconds_of_speech_are_too_long() -> None:
    with pytest.raises(RecordingTooLong):
        check_speech(Recording(np.resize(question(), 31 * RATE), "test"))


@pytest.mark.shared
@needs_shared
def test_a_sample_of_the_test_speakers_is_accepted() -> None:
    files = sorted((DATA / "voices").glob("*.ogg"))[::85]
    assert len(files) >= 20
    for file in files:
        recording = read_recording(file)
        assert check_speech(recording).seconds > 0.5 * recording.seconds, file.name


def feed(listener: EndOfSpeech, samples: Samples, chunk: int = 1_600) -> list[str]:
    return [listener.feed(samples[at : at + chunk]) for at in range(0, len(samples), chunk)]


@pytest.mark.parametrize("chunk", [160, 512, 1_600, 4_410])
def test_the_end_of_speech_is_noticed_in_any_size_of_chunks(chunk: int) -> None:
    listener = EndOfSpeech()
    room = white_noise(6.0, 0.001)
    spoken = (
        np.concatenate([silence(1.0), question(), silence(2.0)])
        + room[: round(3.0 * RATE) + len(question())]
    )
    states = feed(listener, spoken.astype(np.float32), chunk)
    changes = [state for at, state in enumerate(states) if at == 0 or state != states[at - 1]]
    assert changes == ["waiting", "speaking", "finished"]
    assert listener.start is not None
    assert listener.end is not None
    assert 0.9 < listener.start / RATE < 1.4
    assert 3.2 < listener.end / RATE < 3.75
    noticed = states.index("finished") * chunk / RATE
    assert 0.6 < noticed - listener.end / RATE < 1.1


def test_a_pause_shorter_than_the_limit_is_no_end() -> None:
    spoken = np.concatenate([question(), silence(0.3), question(), silence(1.5)])
    assert feed(EndOfSpeech(silence_seconds=0.8), spoken).index("finished") * 0.1 > 5.5
    assert feed(EndOfSpeech(silence_seconds=0.3), spoken).index("finished") * 0.1 < 4.0


def test_quiet_speech_is_followed_too() -> None:
    spoken = np.concatenate([white_noise(1.0, 2e-4), 0.01 * question(), white_noise(1.5, 2e-4)])
    assert feed(EndOfSpeech(), spoken.astype(np.float32))[-1] == "finished"


@pytest.mark.parametrize(
    "samples", [white_noise(3.0, 0.05), tone(440), chords(), silence(3.0), click_before(silence(2))]
)
def test_what_is_no_speech_never_finishes(samples: Samples) -> None:
    assert "finished" not in feed(EndOfSpeech(), np.concatenate([samples, silence(1.5)]))


def test_sounds_shorter_than_speech_do_not_count() -> None:
    listener = EndOfSpeech(min_speech_seconds=4.0)
    states = feed(listener, np.concatenate([question(), silence(1.5)]))
    assert "speaking" in states
    assert states[-1] == "waiting"
    assert listener.start is None


def test_two_listeners_do_not_disturb_each_other() -> None:
    spoken = np.concatenate([silence(0.5), question(), silence(1.5)])
    alone, beside, other = EndOfSpeech(), EndOfSpeech(), EndOfSpeech()
    for at in range(0, len(spoken), 1_600):
        alone.feed(spoken[at : at + 1_600])
    for at in range(0, len(spoken), 1_600):
        beside.feed(spoken[at : at + 1_600])
        other.feed(white_noise(0.1, 0.1, seed=at))
    assert (alone.start, alone.end) == (beside.start, beside.end)
    assert other.state == "waiting"


def _in_a_process_of_its_own(script: str) -> Any:
    """Return what a script has printed as JSON."""
    child = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(child.stdout)


def test_torch_keeps_its_threads_and_torchaudio_is_not_needed() -> None:
    script = f"""
import json, sys
sys.modules["torchaudio"] = None
import torch
torch.set_num_threads(2)
from engine.audio.recording import read_recording
from engine.audio.speech import EndOfSpeech, check_speech
seconds = check_speech(read_recording({str(QUESTION_FLAC)!r})).seconds
EndOfSpeech()
print(json.dumps([torch.get_num_threads(), seconds]))
"""
    threads, seconds = _in_a_process_of_its_own(script)
    assert threads == 2
    assert seconds > 2


def test_who_begins_to_work_while_others_listen_has_all_threads_too() -> None:
    script = f"""
import json, threading
import torch
torch.set_num_threads(2)
from engine.audio.recording import read_recording
from engine.audio.speech import EndOfSpeech, find_speech
samples = read_recording({str(QUESTION_FLAC)!r}).samples
find_speech(samples)
seen = []

def listen():
    for _ in range(10):
        find_speech(samples)
    EndOfSpeech().feed(samples)

def begin():
    beginner = threading.Thread(target=lambda: seen.append(torch.get_num_threads()))
    beginner.start()
    beginner.join()

listeners = [threading.Thread(target=listen) for _ in range(3)]
for listener in listeners:
    listener.start()
while any(listener.is_alive() for listener in listeners):
    begin()
begin()
print(json.dumps([seen, torch.get_num_threads()]))
"""
    seen, afterwards = _in_a_process_of_its_own(script)
    assert len(seen) > 5
    assert set(seen) == {2}
    assert afterwards == 2


def test_whole_recording_hears_what_the_detector_hears_window_by_window():
    samples = read_recording(QUESTION_FLAC).samples
    whole, detector = speech._WholeRecording(samples), speech.load_detector()
    count = -(-len(samples) // speech.WINDOW)
    padded = np.zeros(count * speech.WINDOW, dtype=np.float32)
    padded[: len(samples)] = samples
    with torch.inference_mode():
        for window in padded.reshape(count, speech.WINDOW):
            one = torch.from_numpy(window)
            assert float(whole(one, 16_000)) == pytest.approx(
                float(detector(one, 16_000)), abs=1e-3
            )


def adaptive() -> EndOfSpeech:
    return EndOfSpeech(sounds_complete=sounds_complete)


def in_a_room(*pieces: Samples) -> Samples:
    spoken = np.concatenate([silence(0.5), *pieces, silence(1.5)])
    return (spoken + white_noise(len(spoken) / RATE, 0.0003)[: len(spoken)]).astype(np.float32)


def test_a_question_that_sounds_complete_ends_earlier_and_at_the_same_word() -> None:
    spoken = in_a_room(question(), silence(0.1), question())
    early, late = adaptive(), EndOfSpeech()
    at_early = feed(early, spoken).index("finished")
    at_late = feed(late, spoken).index("finished")
    assert at_early < at_late
    assert early.end == late.end
    assert early.start == late.start


@pytest.mark.parametrize("seconds", [0.55, 0.65, 0.75])
def test_who_looks_for_a_word_is_not_interrupted(seconds: float) -> None:
    begun = question()[: int(0.95 * RATE)]
    spoken = in_a_room(begun, silence(seconds), question())
    listener = adaptive()
    feed(listener, spoken)
    assert listener.end is not None
    assert listener.end > 0.5 * RATE + len(begun) + seconds * RATE + 2.0 * RATE


@pytest.mark.parametrize("level", [0.02, 1.0])
def test_how_loud_a_question_is_does_not_matter_for_whether_it_sounds_complete(
    level: float,
) -> None:
    spoken = question()
    assert likelihood(level * spoken) == pytest.approx(likelihood(spoken), abs=0.02)


def test_nothing_and_a_click_do_not_sound_complete() -> None:
    assert not sounds_complete(silence(0.0))
    assert not sounds_complete(silence(0.01))
    assert not sounds_complete(question()[:4_000])


def test_somebody_who_holds_a_button_is_followed_beyond_a_pause() -> None:
    listener = EndOfSpeech(goes_on=True)
    half = np.concatenate([silence(0.5), question(), silence(1.5)])
    feed(listener, half)
    first_end = listener.pause_from
    assert listener.state == "finished"
    assert first_end is not None
    feed(listener, question())
    feed(listener, silence(0.3))
    assert listener.start is not None
    assert listener.start < RATE
    assert listener.pause_from is not None
    assert listener.pause_from > first_end + 3 * RATE
