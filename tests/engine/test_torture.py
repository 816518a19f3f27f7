"""The short form of `make torture`: some broken inputs of each kind, and that the campaign sees what it is there for."""

from __future__ import annotations

import random

import pytest

from engine.errors import UserError
from tests.torture import kill
from tests.torture.fuzz import campaign
from tests.torture.fuzz.targets import TARGETS

pytestmark = pytest.mark.filterwarnings("ignore")  # GDAL says much of broken files

#: Inputs of each target: what all of them take together is some seconds.
COUNTS = {
    "to-engine": 30, "to-plugin": 200, "profiles": 200, "searches": 200, "index": 10, "trees": 200, "sounds": 100, "notes": 30,
    "positions": 100, "areas": 40, "rasters": 20, "checkpoints": 3,
}  # fmt: skip


@pytest.mark.parametrize("name", TARGETS)
def test_broken_inputs_end_in_a_result_or_a_sentence(name, tmp_path, monkeypatch):
    samples, wrong = tmp_path / "samples", []
    samples.mkdir()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    target = TARGETS[name].made(samples)
    for number in range(COUNTS[name]):
        folder = tmp_path / f"{number}" / "input"
        folder.mkdir(parents=True)
        told = target.write(random.Random(f"1 {name} {number}"), folder)
        try:
            target.use(folder)
        except UserError as error:
            wrong += [(number, told, str(error))] if error.code == "bug" else []
        except Exception as error:
            wrong.append((number, told, repr(error)))
    assert not wrong


@pytest.mark.parametrize(
    "name",
    [
        "serial",
        pytest.param("dask", marks=pytest.mark.slow),
        pytest.param("publish", marks=pytest.mark.postgis),
    ],
)
def test_a_run_that_was_killed_is_completed_by_the_same_command(name):
    try:
        kills = kill.kill_and_resume(name, seed=5, count=1, minutes=30)
    except kill.CannotRun as reason:
        pytest.skip(str(reason))
    assert kills.failures == ()
    assert sum(kills.killed.values()) == kills.equal == 1


@pytest.mark.slow
def test_what_a_kill_must_not_leave_is_seen(monkeypatch):
    class Broken(kill.SerialBuild):
        def mend(self) -> None:
            (part,) = sorted((self.folder / f"killed{self.number}.scrl/parts").iterdir())[:1]
            (part / "vectors.npy").write_bytes(b"")

        def begin(self, number: int, address: str) -> None:
            self.number = number

    monkeypatch.setitem(kill.RUNS, "broken", Broken)
    monkeypatch.setattr(kill.random.Random, "uniform", lambda *_: 0.6)
    kills = kill.kill_and_resume("broken", seed=1, count=1, minutes=30)
    assert kills.equal == 0
    assert kills.failures


def test_a_crash_a_bug_and_a_hang_belong_to_their_inputs(monkeypatch, tmp_path):
    monkeypatch.setattr(campaign, "KEPT", tmp_path)
    monkeypatch.setattr(campaign, "ROOT", tmp_path.parent)
    monkeypatch.setattr(campaign, "CASE", "tests.support.bad_target")
    outcome = campaign.run(["bad"], seed=1, count=8, minutes=5)["bad"]
    assert outcome.inputs == 8
    assert dict(outcome.verdicts) == {
        "result": 2,
        "refused": 1,
        "bug": 1,
        "crash": 1,
        "timeout": 1,
        "memory": 1,
        "outside": 1,
    }
    assert len(outcome.findings) == 5
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"bad-1-{number}" for number in (2, 3, 4, 5, 6)
    ]
