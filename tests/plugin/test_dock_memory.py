"""What the plugin remembers and reads: settings, questions, the engine's answers."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsSettings

from qgis_scrl.history import Question, QuestionHistory
from qgis_scrl.results import (
    BuildReport,
    IndexInfo,
    MalformedAnswer,
    RecordedQuestion,
    SearchResult,
    microphones_from_message,
)
from qgis_scrl.settings import Settings


class SettingsHere(Settings):
    """Settings whose questions lie in a folder of the test's."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def data_folder(self) -> Path:
        return self._folder


@pytest.fixture
def settings(qgis_app: object, tmp_path: Path) -> Settings:
    return SettingsHere(tmp_path / "data")


# --- settings --------------------------------------------------------------------------------------


def test_settings_are_kept_typed(settings: Settings) -> None:
    settings.hits = 50
    settings.ground_sizes_m = (100.0, 250.5)
    settings.min_score = 0.25
    settings.zoom_to_hit = False
    settings.microphone = "Kopfhörer, links"
    again = Settings()
    assert again.hits == 50
    assert again.ground_sizes_m == (100.0, 250.5)
    assert again.min_score == 0.25
    assert again.zoom_to_hit is False
    assert again.microphone == "Kopfhörer, links"
    again.min_score = None
    assert settings.min_score is None


@pytest.mark.parametrize(
    ("key", "value", "name", "read"),
    [
        ("hits", "many", "hits", 20),
        ("hits", "100000", "hits", 1000),
        ("ground_sizes_m", "[100, -5]", "ground_sizes_m", ()),
        ("ground_sizes_m", "{", "ground_sizes_m", ()),
        ("log_level", "shout", "log_level", "info"),
        ("min_score", "nan", "min_score", None),
        ("recent_indexes", "7", "recent_indexes", ()),
        ("area", "moon", "area", "index"),
    ],
)
def test_broken_settings_read_as_their_defaults(
    settings: Settings, key: str, value: str, name: str, read: Any
) -> None:
    QgsSettings().setValue(f"qgis_scrl/{key}", value)
    assert getattr(settings, name) == read


def test_indexes_are_remembered_the_last_one_first(settings: Settings) -> None:
    for name in ("/a.scrl", "/b.scrl", "/a.scrl"):
        settings.remember_index(name)
    assert settings.recent_indexes == ("/a.scrl", "/b.scrl")
    assert settings.last_index == "/a.scrl"
    settings.forget_index("/a.scrl")
    assert settings.recent_indexes == ("/b.scrl",)
    assert settings.last_index == ""


# --- questions -------------------------------------------------------------------------------------


def recorded(store: QuestionHistory, number: int) -> Question:
    path = store.new_recording()
    path.write_bytes(b"RIFF")
    question = Question(str(path), f"2026-11-25T14:03:{number:02d}", 3.0, (0.1, 0.2), "a bridge")
    store.add(question)
    return question


def test_the_last_questions_are_kept_and_older_recordings_deleted(settings: Settings) -> None:
    settings.recording_keep = 3
    store = QuestionHistory(settings)
    questions = [recorded(store, number) for number in range(5)]
    assert store.questions == tuple(reversed(questions[2:]))
    assert [Path(q.path).exists() for q in questions] == [False, False, True, True, True]
    assert QuestionHistory(settings).questions == store.questions, "they survive QGIS"


def test_a_sound_file_of_the_users_is_never_deleted(settings: Settings, tmp_path: Path) -> None:
    settings.recording_keep = 1
    store = QuestionHistory(settings)
    own = tmp_path / "interview.wav"
    own.write_bytes(b"RIFF")
    store.add(Question(str(own), "2026-11-25T14:00:00", is_ours=False))
    # Not even if the list on disk says that it is ours.
    store.add(Question(str(own), "2026-11-25T14:00:00", is_ours=True))
    recorded(store, 1)
    recorded(store, 2)
    store.clear()
    assert own.exists()
    assert store.questions == ()


def test_forgetting_leaves_no_recording_and_no_word(settings: Settings) -> None:
    """Also of questions that were never answered, and in another window of QGIS or the dock itself."""
    other = QuestionHistory(settings)
    store = QuestionHistory(settings)
    recorded(store, 1)
    never_answered = store.new_recording()
    never_answered.write_bytes(b"RIFF")
    assert QuestionHistory(settings).clear() == 0
    assert not list(settings.questions_folder.glob("*.wav"))
    assert store.questions == other.questions == ()
    recorded(store, 2)
    assert len(QuestionHistory(settings).questions) == 1
    assert "14:03:01" not in (settings.questions_folder / "questions.json").read_text()


def test_two_windows_keep_each_others_questions(settings: Settings) -> None:
    first, second = QuestionHistory(settings), QuestionHistory(settings)
    one, two = recorded(first, 1), recorded(second, 2)
    assert first.questions == second.questions == (two, one)
    settings.recording_keep = 1
    recorded(first, 3)
    assert not Path(one.path).exists()
    assert not Path(two.path).exists()


def test_recordings_of_questions_that_were_never_answered_are_not_kept_for_ever(
    settings: Settings,
) -> None:
    store = QuestionHistory(settings)
    old, new = store.new_recording(), store.new_recording()
    own = settings.questions_folder / "interview.wav"
    for path in (old, new, own):
        path.write_bytes(b"RIFF")
    for path in (old, own):
        os.utime(path, (0, 0))
    kept = recorded(store, 1)
    assert not old.exists()
    assert new.exists(), "it may still be asked, here or in another window"
    assert own.exists(), "not ours"
    assert Path(kept.path).exists()


def test_questions_whose_sound_is_gone_are_not_offered(settings: Settings) -> None:
    store = QuestionHistory(settings)
    first, second = recorded(store, 1), recorded(store, 2)
    Path(first.path).unlink()
    assert store.questions == (second,)


@pytest.mark.parametrize("content", ["", "{", "[1]", '[{"path": 1}]', '{"a": 1}'])
def test_a_broken_list_of_questions_begins_anew(settings: Settings, content: str) -> None:
    settings.questions_folder.mkdir(parents=True)
    (settings.questions_folder / "questions.json").write_text(content)
    store = QuestionHistory(settings)
    assert store.questions == ()
    recorded(store, 1)
    assert len(QuestionHistory(settings).questions) == 1


# --- answers ---------------------------------------------------------------------------------------

RING = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
HIT: dict[str, Any] = {
    "rank": 1, "score": 0.5, "tile_id": 7, "source": "a.tif", "source_path": "/a.tif", "date": None,
    "ground_size_m": 100, "lon": 0.5, "lat": 0.5, "footprint": RING, "window": [0, 0, 10, 10],
}  # fmt: skip
ANSWER: dict[str, Any] = {
    "hits": [HIT], "searched": 5, "method": "exact", "notes": [], "understood": [],
    "default_min_score": 0.3, "timings_ms": {"search": 1.5},
}  # fmt: skip


def test_an_answer_becomes_a_result() -> None:
    result = SearchResult.from_message(ANSWER)
    assert result.hits[0].footprint[2] == (1.0, 1.0)
    assert result.score_range == (0.5, 0.5)
    assert result.timings[0].milliseconds == 1.5


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {**ANSWER, "hits": None},
        {**ANSWER, "hits": {"a": 1}},
        {**ANSWER, "hits": ["hit"]},
        {**ANSWER, "hits": [{**HIT, "footprint": [[0, 0]]}]},
        {**ANSWER, "hits": [{**HIT, "footprint": [[0]] * 5}]},
        {**ANSWER, "hits": [{**HIT, "score": "high"}]},
        {**ANSWER, "hits": [{**HIT, "score": float("nan")}]},
        {**ANSWER, "hits": [{**HIT, "window": [1, 2]}]},
        {**ANSWER, "understood": [{"text": "a"}]},
        {**ANSWER, "searched": "all"},
        {**ANSWER, "timings_ms": [1]},
        {**ANSWER, "default_min_score": "x"},
    ],
)
def test_nonsense_is_refused_whole(broken: dict[str, Any]) -> None:
    with pytest.raises(MalformedAnswer):
        SearchResult.from_message(broken)


@pytest.mark.parametrize("read", [IndexInfo, BuildReport, RecordedQuestion])
@pytest.mark.parametrize("broken", [{}, {"tiles": "x"}, {"seconds": None}])
def test_other_nonsense_is_refused(read: Any, broken: dict[str, Any]) -> None:
    with pytest.raises(MalformedAnswer):
        read.from_message(broken)
    with pytest.raises(MalformedAnswer):
        microphones_from_message(broken)
