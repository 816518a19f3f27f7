"""The power fails at any moment: what was not synchronised is lost, and the same command gives the same index."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from engine.errors import IndexMissing
from engine.index.maintenance import index_info, verify_index
from tests.support.index_contents import tiles_of
from tests.support.killed_process import left_behind, run_operation


def cut_at_every(
    step: int, operation: str, folder: Path, scenes: Path, template: Path | None = None
) -> list[Path]:
    """Return the indexes that are left of operations whose power was cut at different moments; the last was not."""
    program = "tests.support.power_cut"
    return left_behind(program, "cut", step, operation, folder, scenes, template)


def test_a_build_goes_on_after_a_power_cut(tmp_path, scenes):
    unbroken = tmp_path / "unbroken.scrl"
    run_operation("build", unbroken, scenes)
    expected = tiles_of(unbroken)
    left = cut_at_every(61, "build", tmp_path, scenes)
    assert len(left) > 4
    # What has ended is on the disk.
    assert all(tiles_of(index) == expected for index in left[-2:])
    for index in left:
        try:
            assert verify_index(index).problems == (), index.name
        except IndexMissing:
            assert not (index / "index.json").exists(), index.name
        run_operation("build", index, scenes)
        assert tiles_of(index) == expected, index.name
        assert index_info(index).complete


@pytest.mark.parametrize("operation", ["compact", "remove"])
def test_maintenance_and_a_power_cut_leave_a_valid_index(tmp_path, scenes, index, operation):
    before = tiles_of(index)
    finished = tmp_path / "finished.scrl"
    subprocess.run(["cp", "-r", str(index), str(finished)], check=True)
    run_operation(operation, finished, scenes)
    after = tiles_of(finished)
    left = cut_at_every(23, operation, tmp_path, scenes, index)
    assert len(left) > 4
    for each in left:
        assert verify_index(each).problems == (), each.name
        assert tiles_of(each) in (before, after), each.name
    # What has ended is on the disk.
    assert all(tiles_of(each) == after for each in left[-2:])
