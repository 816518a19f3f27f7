"""Speech for training: chosen by the sentence alone, made once, resumed."""

from __future__ import annotations

import importlib.util
import shutil

import numpy as np
import pytest
import soundfile

from engine.errors import Cancelled, MissingDependency
from engine.progress import Task
from engine.training.synthesis import (
    KOKORO_TEST,
    KOKORO_TRAINING,
    KOKORO_VALIDATION,
    Cast,
    Clip,
    plan_clips,
    synthesise,
)

# ../shared/DATA.md: never to be trained on.
FORBIDDEN = {
    "af_bella", "af_kore", "af_sky", "am_adam", "am_fenrir", "am_michael", "bf_isabella",
    "bm_daniel", "af_nova", "af_river", "am_onyx", "am_puck", "bf_emma", "bf_lily", "bm_fable",
    "bm_george",
}  # fmt: skip
CAST = Cast(espeak=2, flite=1, hibari=0.5, kokoro=0.5)
SENTENCES = ["many planes are parked", "a river with green trees", "two tennis courts"]

needs_espeak = pytest.mark.skipif(
    shutil.which("espeak-ng") is None, reason="espeak-ng is for training only (make setup-training)"
)


def pitch_hz(samples: np.ndarray) -> float:
    """Return the median pitch of the voiced frames, by autocorrelation."""
    found = []
    for frame in samples[: len(samples) // 640 * 640].reshape(-1, 640):
        echo = np.correlate(frame, frame, "full")[639:]
        lags = echo[32:230]
        if echo[0] > 1 and lags.max() > 0.5 * echo[0]:
            found.append(16_000 / (32 + int(lags.argmax())))
    return float(np.median(found))


class Counter(Task):
    def __init__(self, cancel_after: int | None = None) -> None:
        self.done = 0
        self.cancel_after = cancel_after

    def advance(self, steps: int = 1) -> None:
        self.done += steps

    def check_cancelled(self) -> None:
        if self.cancel_after is not None and self.done >= self.cancel_after:
            raise Cancelled


def test_no_test_speaker_is_ever_trained_on():
    spoken = plan_clips([f"sentence {i}" for i in range(400)], 1, Cast(kokoro=1))
    used = {name for clip in spoken for name in clip.voice.split("+")}
    assert used == set(KOKORO_TRAINING)
    assert not used & FORBIDDEN
    assert not used & set(KOKORO_VALIDATION)
    assert not set(KOKORO_VALIDATION) & FORBIDDEN
    assert set(KOKORO_TEST) < FORBIDDEN


def test_the_choice_depends_on_sentence_and_seed_alone():
    together = plan_clips(SENTENCES, 1, CAST)
    alone = plan_clips(SENTENCES[1:2], 1, CAST)
    assert [clip for clip in together if clip.text == SENTENCES[1]] == alone
    assert plan_clips(SENTENCES, 2, CAST) != together
    assert len({clip.key for clip in together}) == len(together)


def test_a_share_of_the_sentences_is_spoken_by_the_slow_engine():
    texts = [f"sentence {i}" for i in range(2000)]
    count = sum(clip.engine == "kokoro" for clip in plan_clips(texts, 1, Cast(1, 1, kokoro=0.2)))
    assert 330 < count < 470


@needs_espeak
def test_clips_are_made_once_and_a_cancelled_run_goes_on(tmp_path):
    clips = plan_clips(SENTENCES, 1, Cast(espeak=2))
    with pytest.raises(Cancelled):
        synthesise(clips, tmp_path, Counter(cancel_after=2), jobs=1)
    made = {clip: clip.path(tmp_path).is_file() for clip in clips}
    assert sum(made.values()) >= 2
    stamps = {c: c.path(tmp_path).stat().st_mtime_ns for c in clips if made[c]}
    rest = Counter()
    synthesise(clips, tmp_path, rest)
    assert rest.done == len(clips) - len(stamps)
    assert all(c.path(tmp_path).stat().st_mtime_ns == stamp for c, stamp in stamps.items())
    for clip in clips:
        samples, rate = soundfile.read(clip.path(tmp_path))
        assert rate == 16_000
        assert 0.6 < np.abs(samples).max() <= 0.71
        assert 0.5 < len(samples) / rate < 6


@needs_espeak
def test_speed_and_voice_change_the_sound(tmp_path):
    clips = [
        Clip(SENTENCES[0], "espeak", "en-us", 0.8),
        Clip(SENTENCES[0], "espeak", "en-us", 1.2),
        Clip(SENTENCES[0], "espeak", "en-us+f3", 1.2),
    ]
    synthesise(clips, tmp_path, Task())
    slow, fast, other = (soundfile.read(clip.path(tmp_path))[0] for clip in clips)
    assert len(slow) > 1.2 * len(fast)
    assert not np.array_equal(fast[:10_000], other[:10_000])


def test_a_missing_engine_is_named_with_the_way_to_it(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingDependency, match="apt-get install espeak-ng"):
        synthesise([Clip("hello", "espeak", "en-us")], tmp_path, Task())
    with pytest.raises(MissingDependency, match="setup-training"):
        synthesise([Clip("hello", "kokoro", "af_heart")], tmp_path, Task())


@pytest.mark.skipif(
    importlib.util.find_spec("hibari") is None,
    reason="hibari is for training (make setup-training)",
)
def test_one_voice_becomes_many_by_pitch_at_the_same_pace(tmp_path):
    clips = [Clip(SENTENCES[0], "hibari", "heart", 1.0, pitch) for pitch in (0.75, 1.0, 1.15)]
    synthesise(clips, tmp_path, Task())
    low, plain, high = (soundfile.read(clip.path(tmp_path))[0] for clip in clips)
    assert 0.8 < len(low) / len(plain) < 1.25
    assert 0.8 < len(high) / len(plain) < 1.25
    assert pitch_hz(low) < 0.9 * pitch_hz(plain)
    assert pitch_hz(high) > 1.02 * pitch_hz(plain)
