"""Slow disks, shares that vanish in the middle, and clocks that jump: a result or a sentence, and the index is whole."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.index.maintenance import index_info, verify_index
from tests.support.index_contents import files_of
from tests.support.killed_process import run_operation
from tests.support.network_share import Share
from tests.support.paths import ROOT

#: Builds, or asks, in a process of its own: it tells each step, and goes on when it is told to.
STEPPING = """
import json, sys
from engine.errors import UserError
from engine.index.builder import build_index
from engine.index.search import SearchOptions, search
from engine.index.store import open_store
from engine.progress import Progress
from tests.support.killed_process import BATCH_SIZE, PART_TILES, SPEC
from tests.support.scenes import PixelStatistics

def step():
    print("step", flush=True)
    sys.stdin.readline()

class Stepping(Progress):
    def advance(self, steps=1):
        step()

what, index, scenes = sys.argv[1:]
try:
    if what == "build":
        report = build_index(index, [scenes], PixelStatistics(), SPEC, part_tiles=PART_TILES, batch_size=BATCH_SIZE, progress=Stepping())
        told = {"failed": sorted({failed.failure.code for failed in report.failed})}
    else:
        store = open_store(index)
        step()
        vector = store.vectors([0])[0]
        step()
        found = search(store, vector, SearchOptions(k=5, suppress_overlap=False))
        told = {"best": [hit.tile_id for hit in found.hits]}
except UserError as error:
    told = {"code": error.code, "next_step": error.next_step}
print(json.dumps(told), flush=True)
"""


def run(
    what: str, index: Path, scenes: Path, at_step: Callable[[int], object], **environment: str
) -> dict[str, Any]:
    """Build or ask; something happens at each step. Returns what it told in the end, or its exit code."""
    with subprocess.Popen(
        [sys.executable, "-c", STEPPING, what, str(index), str(scenes)], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, **environment},
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        for number, line in enumerate(process.stdout):
            if line != "step\n":
                told: dict[str, Any] = json.loads(line)
                return told
            at_step(number)
            process.stdin.write("\n")
            process.stdin.flush()
        return {"exit": process.wait()}


@pytest.fixture
def whole(tmp_path: Path, scenes: Path) -> Path:
    """The index that nothing has disturbed."""
    index = tmp_path / "whole.scrl"
    run_operation("build", index, scenes)
    return index


@pytest.fixture
def share(tmp_path: Path) -> Iterator[Share]:
    share = Share(tmp_path)
    yield share
    share.close()


def test_a_disk_of_100_kilobytes_a_second(tmp_path, scenes, whole):
    slow = Share(tmp_path, rate=100_000)
    try:
        index = slow.path / "x.scrl"
        assert run("build", index, scenes, lambda _: None) == {"failed": []}
        assert files_of(slow.behind / "x.scrl") == files_of(whole)
        expected = run("ask", whole, scenes, lambda _: None)
        assert run("ask", index, scenes, lambda _: None) == expected
    finally:
        slow.close()


@pytest.mark.parametrize("way", ["cut", "unmount"])
@pytest.mark.parametrize("at", [3, 14])
def test_the_share_of_the_index_vanishes_in_a_build(scenes, whole, share, way, at):
    index = share.path / "x.scrl"
    told = run("build", index, scenes, lambda n: getattr(share, way)() if n == at else None)
    assert told["code"] in ("folder-not-writable", "index-unreadable", "index-missing"), told
    assert told["next_step"]
    share.unmount()
    # Nothing was written where the share is not.
    assert list(share.path.iterdir()) == []
    share.come_back()
    if (index / "index.json").exists():
        assert verify_index(index).problems == ()
    run_operation("build", index, scenes)
    assert files_of(index) == files_of(whole)
    assert index_info(index).complete


@pytest.mark.parametrize("way", ["cut", "unmount"])
def test_the_share_of_the_imagery_vanishes_in_a_build(tmp_path, scenes, share, way):
    there = share.path / "scenes"
    (share.behind / "scenes").mkdir()
    for scene in scenes.iterdir():
        (share.behind / "scenes" / scene.name).write_bytes(scene.read_bytes())
    expected, index = tmp_path / "expected.scrl", tmp_path / "x.scrl"
    run_operation("build", expected, there)
    told = run("build", index, there, lambda n: getattr(share, way)() if n == 3 else None)
    # What was open stays readable when a share is unmounted.
    assert told.get("failed") or told.get("next_step") or way == "unmount", told
    assert verify_index(index).problems == ()
    share.come_back()
    run_operation("build", index, there)
    assert verify_index(index).problems == ()
    assert index_info(index).complete
    assert index_info(index).tiles == index_info(expected).tiles


@pytest.mark.parametrize("way", ["cut", "unmount"])
@pytest.mark.parametrize("at", [0, 1])
def test_the_share_of_the_index_vanishes_in_a_question(scenes, whole, share, way, at):
    index = share.path / "x.scrl"
    shutil.copytree(whole, share.behind / "x.scrl")
    expected = run("ask", whole, scenes, lambda _: None)
    told = run("ask", index, scenes, lambda n: getattr(share, way)() if n == at else None)
    # Vectors are read where they lie, and what cannot be read there ends the process: see tests/plugin/test_vanished_share.py.
    died = way == "cut" and told == {"exit": -signal.SIGBUS}
    assert died or told == expected or told.get("next_step"), told
    share.come_back()
    assert run("ask", index, scenes, lambda _: None) == expected
    assert files_of(index) == files_of(whole)


CLOCK = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)


@pytest.mark.skipif(CLOCK is None, reason="needs libfaketime")
@pytest.mark.parametrize("jumps", [("+1d", "-1d"), ("+20y", "-400d", "+0")])
def test_the_clock_jumps_in_a_build_and_a_question(tmp_path, scenes, whole, jumps):
    said = tmp_path / "clock"
    said.write_text("+0")
    clock = {
        "LD_PRELOAD": str(CLOCK), "FAKETIME_TIMESTAMP_FILE": str(said), "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }  # fmt: skip
    steps = []

    def jump(number: int) -> None:
        steps.append(number)
        said.write_text(jumps[number % len(jumps)])

    index = tmp_path / "x.scrl"
    assert run("build", index, scenes, jump, **clock) == {"failed": []}
    assert len(steps) > 10
    assert files_of(index) == files_of(whole)
    expected = run("ask", whole, scenes, lambda _: None)
    assert run("ask", index, scenes, jump, **clock) == expected
