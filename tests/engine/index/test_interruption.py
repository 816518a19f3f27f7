"""kill -9 at any moment: the index stays valid, and the same command gives the same index."""

from __future__ import annotations

import itertools
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from engine.errors import IndexLocked
from engine.index.builder import build_index
from engine.index.folder.reader import FolderStore
from engine.index.maintenance import index_info, verify_index
from engine.index.search import search
from engine.index.store import open_store
from tests.support.index_contents import files_of, tiles_of
from tests.support.killed_process import BATCH_SIZE, PART_TILES, SPEC, left_behind, run_operation
from tests.support.paths import ROOT
from tests.support.scenes import write_scene


def killed_at_every(
    step: int, operation: str, folder: Path, scenes: Path, template: Path | None = None
) -> list[Path]:
    """Return the indexes that were left behind by processes killed at different moments."""
    program = "tests.support.killed_process"
    left = left_behind(program, "killed", step, operation, folder, scenes, template)
    assert len(left) > 3
    # The last one was not killed.
    return left[:-1]


def test_killed_build_resumes_to_the_same_bytes(tmp_path, scenes):
    unbroken = tmp_path / "unbroken.scrl"
    run_operation("build", unbroken, scenes)
    expected = files_of(unbroken)
    assert sum(name.endswith("vectors.npy") for name in expected) >= 4
    for left in killed_at_every(14, "build", tmp_path, scenes):
        if (left / "index.json").exists():
            assert verify_index(left).problems == ()
        run_operation("build", left, scenes)
        assert files_of(left) == expected, left.name
        assert index_info(left).complete


def test_killed_right_after_the_last_change(tmp_path, scenes):
    """Nothing is left to do but to bring tiles.vrt in line, and that is done."""
    path = tmp_path / "x.scrl"
    run_operation("build", path, scenes)
    expected = files_of(path)
    for old in (b"<OGRVRTDataSource>\n</OGRVRTDataSource>\n", None):
        if old is None:
            (path / "tiles.vrt").unlink()
        else:
            (path / "tiles.vrt").write_bytes(old)
        run_operation("build", path, scenes)
        assert files_of(path) == expected


def test_killed_again_and_again(tmp_path, scenes):
    unbroken, broken = tmp_path / "unbroken.scrl", tmp_path / "broken.scrl"
    run_operation("build", unbroken, scenes)
    killer = (
        "import sys; from pathlib import Path;"
        "from tests.support.killed_process import run_killed;"
        "p = [Path(a) for a in sys.argv[1:]]; n = 1\n"
        "while run_killed('build', *p, 25 + 5 * n): n += 1\n"
        "print(n)"
    )
    done = subprocess.run(
        [sys.executable, "-c", killer, str(broken), str(scenes)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) >= 4
    assert files_of(broken) == files_of(unbroken)


def test_killed_from_outside(tmp_path, scenes):
    """The kill comes when it comes, also in the middle of a write."""
    write_scene(scenes / "c.tif", width=320, height=320, seed=3, west=501_000.0)
    unbroken = tmp_path / "unbroken.scrl"
    run_operation("build", unbroken, scenes)
    script = (
        "import sys; from pathlib import Path;"
        "from tests.support.killed_process import run_operation;"
        "print('ready', flush=True);"
        "run_operation('build', Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    killed = 0
    # Right at its beginning, and when the first part is there; again, if it was quicker than the kill.
    for number, sign in enumerate(itertools.cycle(("*", "parts/*"))):
        if killed == 2:
            break
        broken = tmp_path / f"broken{number}.scrl"
        process = subprocess.Popen(
            [sys.executable, "-c", script, str(broken), str(scenes)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        process.stdout.readline()
        while not any(broken.glob(sign)) and process.poll() is None:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        process.stdout.close()
        run_operation("build", broken, scenes)
        assert files_of(broken) == files_of(unbroken)


def test_killed_add_resumes(tmp_path, scenes, index):
    before = tiles_of(index)
    write_scene(scenes / "c.tif", seed=3, west=500_400.0)
    write_scene(scenes / "b.tif", seed=4, west=500_200.0)  # changed: its old rows must go
    finished = tmp_path / "finished.scrl"
    subprocess.run(["cp", "-r", str(index), str(finished)], check=True)
    run_operation("add", finished, scenes)
    expected = tiles_of(finished)
    assert set(before) & set(expected)
    assert set(before) - set(expected)
    for left in killed_at_every(26, "add", tmp_path, scenes, template=index):
        assert verify_index(left).problems == ()
        run_operation("add", left, scenes)
        assert tiles_of(left) == expected, left.name
        assert index_info(left).complete


@pytest.mark.parametrize("operation", ["compact", "remove", "relocate"])
def test_killed_maintenance_leaves_a_valid_index(tmp_path, scenes, index, operation):
    subprocess.run(["cp", "-r", str(scenes), f"{scenes}-moved"], check=True)
    before = tiles_of(index)
    finished = tmp_path / "finished.scrl"
    subprocess.run(["cp", "-r", str(index), str(finished)], check=True)
    run_operation(operation, finished, scenes)
    after = tiles_of(finished)
    assert (after == before) == (operation == "compact")
    seen = set()
    for left in killed_at_every(5, operation, tmp_path, scenes, template=index):
        assert verify_index(left).problems == ()
        found = tiles_of(left)
        assert found in (before, after), left.name
        seen.add(len(index_info(left).sources))
        compact = left  # the next writer sweeps what was left behind
        run_operation("compact", compact, scenes)
        named = {part.entry.name for part in FolderStore(compact).parts}
        assert {folder.name for folder in (compact / "parts").iterdir()} == named
        assert not list(compact.glob("*.tmp"))
        layer = (compact / "tiles.vrt").read_text()
        assert set(re.findall(r"parts/(\d+)/tiles.fgb", layer)) == named
    if operation == "remove":
        assert seen == {1, 2}


def test_lock_names_the_writer_and_dies_with_it(tmp_path, scenes, index, encoder):
    script = (
        "import sys, time; from pathlib import Path; from engine.index.folder.transaction import locked\n"
        "with locked(Path(sys.argv[1])):\n print('held', flush=True); time.sleep(6000)"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", script, str(index)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    try:
        with pytest.raises(IndexLocked) as caught:
            run_operation("build", index, scenes)
        assert str(holder.pid) in caught.value.message
        # Reading goes on beside a writer.
        store = open_store(index, encoder.checksum)
        assert search(store, np.ones(encoder.embedding_size, dtype=np.float32)).hits
    finally:
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
        holder.stdout.close()
    report = build_index(
        index, [str(scenes)], encoder, SPEC, part_tiles=PART_TILES, batch_size=BATCH_SIZE
    )
    assert report.tiles == 0
    assert not (index / "lock.pid").exists()
