"""Properties of all recordings: the question that was spoken, or a sentence that says why not."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from engine.audio.recording import Recording, read_recording
from engine.audio.speech import check_speech
from engine.errors import NotAudio
from engine.model.checkpoint import ScrlModel
from tests.support.drawn_recordings import DrawnRecording, recordings
from tests.support.sounds import question


@pytest.fixture(scope="module")
def clean(model: ScrlModel) -> np.ndarray:
    return model.encode_voice(check_speech(Recording(question(), "clean")).samples)


@settings(max_examples=30)
@given(drawn=recordings())
def test_the_same_question_or_a_sentence(
    model: ScrlModel, clean: np.ndarray, drawn: DrawnRecording
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "recording"
        path.write_bytes(drawn.content())
        refused, away = None, 0.0
        try:
            recording = read_recording(path)
            vector = model.encode_voice(check_speech(recording).samples)
            away = 1 - float(vector @ clean)
        except NotAudio as error:
            refused = error.values["reason"]
    assert away < 0.02, away
    # What is whole is heard.
    assert refused is None or (drawn.part < 1.0 and refused)
