"""What the plugin remembers: settings and questions."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsSettings

from qgis_scrl.contract import AudioPart, Filters, ImagePart, Query, TilePart
from qgis_scrl.history import AskedQuery, QuestionHistory
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


def recorded(store: QuestionHistory, number: int) -> AskedQuery:
    path = store.new_file(".wav")
    path.write_bytes(b"RIFF")
    asked_at = f"2026-11-25T14:03:{number:02d}"
    query = Query((AudioPart(str(path)),), Filters(since="2015"), k=number + 1)
    question = AskedQuery(query, "/a.scrl", asked_at, "a bridge", 3.0, (0.1, 0.2))
    store.add(question)
    return question


def test_the_last_questions_are_kept_and_older_recordings_deleted(settings: Settings) -> None:
    settings.recording_keep = 3
    store = QuestionHistory(settings)
    questions = [recorded(store, number) for number in range(5)]
    assert store.questions == tuple(reversed(questions[2:]))
    assert [Path(q.recording).exists() for q in questions] == [False, False, True, True, True]
    assert QuestionHistory(settings).questions == store.questions, "they survive QGIS"


def test_a_sound_file_of_the_users_is_never_deleted(settings: Settings, tmp_path: Path) -> None:
    settings.recording_keep = 1
    store = QuestionHistory(settings)
    own = tmp_path / "interview.wav"
    own.write_bytes(b"RIFF")
    picture = tmp_path / "20261125-140000-abcdef.wav"  # Not even one that is called as ours are.
    picture.write_bytes(b"PNG")
    store.add(AskedQuery(Query((AudioPart(str(own)),)), name="interview.wav"))
    store.add(AskedQuery(Query((ImagePart(str(picture)),)), name=picture.name))
    recorded(store, 1)
    recorded(store, 2)
    store.clear()
    assert own.exists()
    assert picture.exists()
    assert store.questions == ()


def test_forgetting_leaves_no_recording_and_no_word(settings: Settings) -> None:
    """Also of questions that were never answered, and in another window of QGIS or the dock itself."""
    other = QuestionHistory(settings)
    store = QuestionHistory(settings)
    recorded(store, 1)
    never_answered = store.new_file(".wav")
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
    assert not Path(one.recording).exists()
    assert not Path(two.recording).exists()


def test_recordings_of_questions_that_were_never_answered_are_not_kept_for_ever(
    settings: Settings,
) -> None:
    store = QuestionHistory(settings)
    old, new = store.new_file(".wav"), store.new_file(".wav")
    own = settings.questions_folder / "interview.wav"
    for path in (old, new, own):
        path.write_bytes(b"RIFF")
    for path in (old, own):
        os.utime(path, (0, 0))
    kept = recorded(store, 1)
    assert not old.exists()
    assert new.exists(), "it may still be asked, here or in another window"
    assert own.exists(), "not ours"
    assert Path(kept.recording).exists()


def test_questions_whose_sound_is_gone_are_not_offered(settings: Settings) -> None:
    store = QuestionHistory(settings)
    first, second = recorded(store, 1), recorded(store, 2)
    Path(first.recording).unlink()
    assert store.questions == (second,)


@pytest.mark.parametrize("content", ["", "{", "[1]", '[{"path": 1}]', '{"a": 1}'])
def test_a_broken_list_of_questions_begins_anew(settings: Settings, content: str) -> None:
    settings.questions_folder.mkdir(parents=True)
    (settings.questions_folder / "questions.json").write_text(content)
    store = QuestionHistory(settings)
    assert store.questions == ()
    recorded(store, 1)
    assert len(QuestionHistory(settings).questions) == 1


def test_what_an_earlier_version_has_kept_is_read(settings: Settings) -> None:
    store = QuestionHistory(settings)
    ours, own = store.new_file(".wav"), settings.questions_folder / "interview.wav"
    entries = []
    for path, is_ours, heard in ((ours, True, "a bridge"), (own, False, "")):
        path.write_bytes(b"RIFF")
        os.utime(path, (0, 0))
        entries.append(
            {
                "path": str(path),
                "asked": "2026-11-25T14:03:22",
                "seconds": 3,
                "peaks": [0.1, 0.2],
                "sounded_like": heard,
                "is_ours": is_ours,
            }
        )
    (settings.questions_folder / "questions.json").write_text(json.dumps(entries))
    first, second = store.questions
    assert (first.recording, first.title, first.time) == (str(ours), "a bridge", "14:03:22")
    assert (first.seconds, first.peaks) == (3.0, (0.1, 0.2))
    assert second.title == "interview.wav"
    recorded(store, 1)
    assert ours.exists()
    assert store.questions[1:] == (first, second)


def test_a_question_that_is_asked_again_is_listed_once(settings: Settings, tmp_path: Path) -> None:
    store = QuestionHistory(settings)
    picture = tmp_path / "chip.png"
    picture.write_bytes(b"PNG")
    for k in (10, 20):
        store.add(AskedQuery(Query((ImagePart(str(picture)),), k=k), "/a.scrl", name="chip.png"))
    (question,) = QuestionHistory(settings).questions
    assert question.query.k == 20
    assert not question.recording
    assert "chip.png" in question.title
    picture.unlink()
    assert store.questions == ()


def test_of_the_tiles_asked_with_those_are_known_that_the_index_holds() -> None:
    parts = (TilePart(1), TilePart(2, "/a.scrl"), TilePart(3, "/b.scrl"))
    assert AskedQuery(Query(parts), "/a.scrl").tiles == (1, 2)
