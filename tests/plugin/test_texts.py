"""What failures, notes, stages and units read like: every code of the contract has its words."""

from __future__ import annotations

import errno
from collections.abc import Iterable

import pytest

from qgis_scrl import texts
from qgis_scrl.contract import Notice, Stage, Unit, methods, notices
from qgis_scrl.errors import EngineError, not_written
from tools.protocol_tables import named, value_names

#: Codes of failures with the names of their values.
FAILURES = {**{code: value_names(code) for code in methods.FAILURES}, **texts.PLUGIN_FAILURES}
#: Values that are numbers wherever they are named; all others are text.
NUMBERS = {
    "peak_dbfs", "seconds", "limit", "lon", "lat", "count", "width_m", "height_m", "ground_size_m", "pixel_m",
    "pixels", "advised_m", "pid", "tile_id", "found", "known", "asked", "tiles", "days", "size_gb", "free_gb",
    "value", "percent", "rms_m", "error_m",
}  # fmt: skip


def values_of(names: Iterable[str]) -> dict[str, object]:
    return {name: 7.0 if name in NUMBERS else f"<{name}>" for name in names}


def test_every_code_has_a_text_and_every_text_a_code():
    assert texts.FAILURES.keys() == FAILURES.keys()
    assert not methods.FAILURES & texts.PLUGIN_FAILURES.keys()
    assert texts.NOTES.keys() == notices.NOTES.keys()
    assert texts.DECISIONS.keys() == notices.DECISIONS.keys()
    assert texts.VERDICTS.keys() == notices.VERDICTS.keys()
    assert texts.STAGES.keys() == set(Stage)
    assert texts.UNITS.keys() == set(Unit)


def test_every_text_names_values_of_its_code_only():
    for code, failure in texts.FAILURES.items():
        for template in (failure.message, failure.dock, failure.processing or ""):
            assert set(named(template)) <= set(FAILURES[code]), code
    for code, template in texts.NOTES.items():
        assert set(named(template)) <= set(notices.NOTES[code]), code
    for code, template in texts.DECISIONS.items():
        # How a raster was warped is an English phrase of the engine's.
        assert set(named(template)) == set(notices.DECISIONS[code]) - {"method"}, code
        assert "--" not in template, code
    for code, template in texts.VERDICTS.items():
        assert set(named(template)) <= set(notices.VERDICTS[code]), code


@pytest.mark.parametrize("code", sorted(FAILURES))
def test_every_failure_can_be_told(code):
    failure = Notice(code, values_of(FAILURES[code]))
    message = texts.message(failure)
    assert message not in ("", code)
    assert "{" not in message
    if code != "usage":
        assert message.endswith(".")
    if code != "cancelled":
        assert texts.next_step(failure, "dock")
        assert texts.next_step(failure, "processing")
    assert texts.sentence(failure).startswith(message)


@pytest.mark.parametrize("code", sorted(FAILURES))
def test_advice_is_for_people_at_a_window(code):
    """The engine's own advice names options of the command line."""
    failure = texts.FAILURES[code]
    for step in (failure.dock, failure.processing or ""):
        assert "--" not in step
        assert "python -m" not in step
    for button in ("Press Speak", "under Filters", "Add layers", "New index...", "Continue:"):
        if failure.processing is not None:
            assert button not in failure.processing


def test_notes_decisions_verdicts_stages_and_units_can_be_told():
    for code, names in (*notices.NOTES.items(), *notices.DECISIONS.items()):
        text = texts.note(Notice(code, values_of(names)))
        assert text != code
        assert "{" not in text
    for code in notices.VERDICTS:
        assert texts.verdict(Notice(code)) != code
    assert all(texts.stage(stage) for stage in Stage)
    assert all("7" in texts.count(unit, 7) for unit in Unit)


def test_a_failure_may_be_noted():
    failure = Notice("no-crs", {"path": "/a.tif"})
    assert texts.note(failure) == texts.message(failure)


def test_lists_are_shown_as_lists_and_not_as_pythons():
    text = texts.message(Notice("bad-bands", {"path": "a.tif", "count": 1, "bands": [3, 2, 1]}))
    assert "3, 2, 1" in text
    assert "[" not in text


def test_what_the_table_does_not_know_falls_back_to_the_engines_own_words():
    unknown = EngineError(Notice("of-the-future", {"x": 1}), "It is new.", "Update.")
    assert unknown.text == "It is new. Update."
    assert unknown.in_processing == "It is new. Update."
    assert texts.message(Notice("of-the-future")) == "of-the-future"
    # A value is missing, or is of another type than its text expects.
    for values in ({}, {"peak_dbfs": "quiet"}):
        assert EngineError(Notice("silent-recording", values), "Silent.").message == "Silent."
    assert texts.note(Notice("of-the-future")) == "of-the-future"
    assert texts.verdict(Notice("of-the-future")) == "of-the-future"


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "folder-not-writable", ": permission denied."),
        (OSError(errno.EIO, "I/O error"), "folder-not-writable", ": I/O error."),
        (OSError(errno.EACCES, "Keine Berechtigung"), "folder-not-writable", ": keine Berechtigung."),
        (OSError(errno.ENOSPC, "No space left on device"), "disk-full", " is full."),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_told_in_one_way(error: OSError, code: str, said: str) -> None:
    failure = not_written("/data/maps", error)
    assert failure.code == code
    assert "/data/maps" in failure.message
    assert failure.message.endswith(said)
    kept = not_written("/data/maps", error, "recording-not-kept")
    assert kept.code == "recording-not-kept"


def test_a_lost_cluster_is_told_for_searches_too() -> None:
    lost = EngineError(Notice("cluster-lost", {"address": "tcp://host:8786"}))
    for step in (lost.next_step, lost.in_processing):
        assert "again once the scheduler is running" in step
    # What is said of builds names them.
    assert "A build keeps" in lost.next_step
