"""Search profiles: read as what a stranger has written."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.errors import ProfileOfAnotherModel, ProfileUnreadable
from engine.model.calibration import Calibration
from engine.model.profile import profile_bytes, read_profile

MODEL, SIZE = "a" * 64, 8
VECTOR = np.full(SIZE, SIZE**-0.5, dtype=np.float32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "quarries.scrlprofile"
    file.write_bytes(
        profile_bytes("quarries", MODEL, VECTOR, Calibration(12.5, -3.25), "a quarry", 4, 2)
    )
    return file


def test_what_is_written_is_read(path):
    profile = read_profile(path, MODEL, SIZE)
    assert profile.vector == pytest.approx(VECTOR, abs=1e-6)
    assert profile.calibration == Calibration(12.5, -3.25)
    assert (profile.name, profile.question, profile.yes, profile.no) == (
        "quarries", "a quarry", 4, 2,
    )  # fmt: skip
    assert profile.made[:2] == "20"
    assert len(path.read_bytes()) < 1000


def test_a_profile_of_another_model_is_refused(path):
    with pytest.raises(ProfileOfAnotherModel) as caught:
        read_profile(path, "b" * 64, SIZE)
    assert caught.value.values["profile_model"] == MODEL[:12]


@pytest.mark.parametrize(
    "change",
    [
        {"direction": [1.0] * SIZE},
        {"direction": [1.0]},
        {"direction": [0.0] * SIZE},
        {"direction": ["1"] * SIZE},
        {"direction": [1e300] * SIZE},
        {"direction": [float("nan")] * SIZE},
        {"slope": 0.0},
        {"slope": -5.0},
        {"slope": 1e30},
        {"offset": 1e30},
        {"slope": None},
        {"kind": "something-else"},
        {"format": 2},
        {"name": 5},
        {"yes": "four"},
    ],
    ids=str,
)
def test_what_is_not_as_it_should_be_is_refused(path, change):
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    with pytest.raises(ProfileUnreadable) as caught:
        read_profile(path, MODEL, SIZE)
    assert caught.value.values["reason"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"null", b"\xff\xfe", b"\x80\x04N.", b"[" * 100_000, b" " * 1_000_001],
    ids=["empty", "object", "list", "null", "bytes", "pickle", "deep", "large"],
)
def test_what_is_no_profile_is_refused(path, content):
    path.write_bytes(content)
    with pytest.raises(ProfileUnreadable):
        read_profile(path, MODEL, SIZE)


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(ProfileUnreadable) as caught:
        read_profile(tmp_path / "gone.scrlprofile", MODEL, SIZE)
    assert "no such file" in caught.value.values["reason"]
    with pytest.raises(ProfileUnreadable):
        read_profile(tmp_path, MODEL, SIZE)
