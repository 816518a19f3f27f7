"""The benchmark of where a question ends hears what the microphone's listener hears."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.end_of_speech import BLOCK, _probabilities, _wait, measure_end_of_speech
from engine.audio.completeness import sounds_complete
from engine.audio.speech import EndOfSpeech, _in_detector_thread
from tests.support.shared_data import DATA, needs_shared
from tests.support.sounds import RATE, question, silence, white_noise


@pytest.mark.parametrize("judge", [None, sounds_complete], ids=["0.8 s", "adaptive"])
def test_hearing_all_windows_at_once_ends_a_question_where_hearing_them_in_turn_does(judge):
    room = white_noise(10.0, 0.0003)
    sound = np.concatenate([silence(0.5), question(), silence(0.1), question(), silence(1.5)])
    sound = (sound + room[: len(sound)]).astype(np.float32)
    listener = EndOfSpeech(sounds_complete=judge)
    at = next(
        at
        for at in range(0, len(sound), BLOCK)
        if listener.feed(sound[at : at + BLOCK]) == "finished"
    )
    last = listener.end
    assert last is not None
    probabilities = _in_detector_thread(_probabilities, sound)
    waited = _in_detector_thread(_wait, sound, last, judge, probabilities)
    assert waited == pytest.approx((min(at + BLOCK, len(sound)) - last) / RATE)
    # Before a word that is still to come is too early.
    assert _in_detector_thread(_wait, sound, last + RATE, judge, probabilities) is None


@pytest.mark.shared
@needs_shared
def test_every_rule_is_measured_under_every_condition():
    result = measure_end_of_speech(DATA, recordings=3)
    assert len(result.rows) == 6
    assert {row.recordings for row in result.rows} == {3}
    assert "adaptive" in result.tables()[0].text()
