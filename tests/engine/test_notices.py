"""Failures, notes, verdicts and stages: what the contract names has a text, and is raised as it says."""

from __future__ import annotations

import ast
import math
from pathlib import Path

import numpy as np
import pytest

from engine import errors, texts
from engine.contract.codec import to_json
from engine.contract.methods import FAILURES
from engine.contract.notices import DECISIONS, NOTES, VERDICTS, Notice, Stage, Unit
from engine.errors import ERRORS, Cancelled, ExitCode, UserError, error_of
from engine.texts import text_of
from tools.protocol_tables import named, value_names

ENGINE = Path(errors.__file__).parent
#: What no request to the worker can meet.
COMMAND_LINE_ONLY = {"data-missing", "file-vanished", "training-not-included"}


def test_every_failure_has_one_class_and_every_class_a_failure():
    # Cancelling is not an error of the user's, and has a class of its own.
    assert set(FAILURES) == (set(ERRORS) | {Cancelled.code}) - COMMAND_LINE_ONLY
    leaves = {
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, UserError) and "code" in vars(kind)
    }
    assert leaves == set(ERRORS.values())
    assert len(leaves) == len(ERRORS)


@pytest.mark.parametrize("code", ERRORS)
def test_a_failure_has_a_sentence_and_a_next_step(code):
    kind = ERRORS[code]
    assert kind.message.strip().endswith((".", "}")), kind
    assert kind.next_step.strip().endswith((".", "}", "..", "FOLDER")), kind
    assert kind.exit_code in set(ExitCode) - {ExitCode.OK, ExitCode.BUG} or code == "bug"


def raised() -> list[tuple[str, int, str, set[str]]]:
    """Return where the engine makes errors: file, line, class, names of the values."""
    classes = {kind.__name__ for kind in ERRORS.values()}
    found = []
    for path in ENGINE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            made: ast.expr | None = node if isinstance(node, ast.Call) else None
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Name):
                made = node.exc
            name = made.func if isinstance(made, ast.Call) else made
            if made is not None and isinstance(name, ast.Name) and name.id in classes:
                keywords = made.keywords if isinstance(made, ast.Call) else []
                values = {keyword.arg or "**" for keyword in keywords}
                found.append((path.name, made.lineno, name.id, values))
    return found


def test_failures_are_raised_with_the_values_that_they_name():
    by_name = {kind.__name__: kind for kind in ERRORS.values()}
    made = raised()
    assert len(made) > 60
    for file, line, name, values in made:
        assert values == set(value_names(by_name[name].code)), f"{file}:{line} {name}"


@pytest.mark.parametrize(
    ("table", "codes"),
    [(texts.NOTES, NOTES), (texts.DECISIONS, DECISIONS), (texts.VERDICTS, VERDICTS)],
)
def test_every_note_and_verdict_has_a_text_that_names_its_values(table, codes):
    assert set(table) == set(codes)
    for code, text in table.items():
        assert set(named(text)) == set(codes[code]), code


def test_every_stage_and_unit_has_a_text():
    assert set(texts.STAGES) == set(Stage)
    assert set(texts.UNITS) == set(Unit)


@pytest.mark.parametrize(
    ("tiles", "said"),
    [(1, "1 tile without a date was left out."), (2, "2 tiles without a date were left out.")],
)
def test_one_thing_is_told_in_the_singular(tiles, said):
    assert text_of(Notice("undated-left-out", {"tiles": tiles})) == said


def test_failures_count_what_they_name():
    for count, total, said in ((1, 1, "1 of the 1 raster of"), (2, 3, "2 of the 3 rasters of")):
        error = errors.ReembeddingIncomplete(
            count=count, total=total, index="/i.scrl", source="/s.tif"
        )
        assert said in error.message


def test_no_code_stands_for_two_things():
    assert not set(FAILURES) & set(NOTES)
    assert not (set(FAILURES) | set(NOTES)) & set(VERDICTS)


def test_a_notice_is_plain_and_says_the_same():
    error = errors.IndexDamaged(path=Path("/a/b"), reason="gone", index=Path("/a"))
    notice = error.notice()
    assert notice == Notice("index-damaged", {"path": "/a/b", "reason": "gone", "index": "/a"})
    assert error_of(notice).as_dict() == error.as_dict()
    assert text_of(notice) == error.message


@pytest.mark.parametrize(
    "value", [math.inf, -math.inf, math.nan, np.float32(-90.5), np.float64("nan"), np.int64(3)]
)
def test_numbers_of_every_kind_go_over_the_wire(value):
    notice = errors.SilentRecording(peak_dbfs=value).notice()
    assert to_json(notice)["values"]["peak_dbfs"] == notice.values["peak_dbfs"]
    assert math.isfinite(notice.values["peak_dbfs"])
    assert error_of(notice).message
