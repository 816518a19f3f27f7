"""What SECURITY.md promises of the engine: no connection, private recordings, harmless tables."""

from __future__ import annotations

import csv
import os
import shutil
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.audio.recording import Recording, write_recording
from engine.index.hit_files import write_hits
from tests.engine.test_cli import write_raster
from tests.support.paths import QUESTIONS, ROOT


def _tool(*command: str) -> str:
    """Return the path of a program that runs here with these arguments, or skip the test."""
    program = shutil.which(command[0])
    if program is None:
        pytest.skip(f"needs {command[0]}")
    done = subprocess.run([program, *command[1:]], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"{command[0]} is not allowed here: {done.stderr.strip()}")
    return program


def _engine(prefix: list[str], *arguments: str | Path) -> str:
    done = subprocess.run(
        [*prefix, sys.executable, "-m", "engine", *map(str, arguments)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_build_and_a_spoken_search_need_no_network_and_open_no_internet_socket(tmp_path):
    alone = [_tool("unshare", "--map-root-user", "--net", "true"), "--map-root-user", "--net"]
    trace = _tool("strace", "-o", "/dev/null", "true")
    write_raster(tmp_path / "scene.tif")
    index = tmp_path / "x.scrl"
    for number, arguments in enumerate(
        [
            ("index", "build", index, tmp_path / "scene.tif", "--ground-size", "100"),
            ("search", index, "--voice", next(QUESTIONS.glob("*.ogg")), "--json"),
        ]
    ):
        log = tmp_path / f"{number}.strace"
        traced = [*alone, trace, "-f", "-qq", "-e", "trace=socket", "-o", str(log)]
        _engine(traced, *arguments)
        opened = log.read_text(encoding="utf-8")
        assert "AF_INET" not in opened, opened


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
def test_a_recording_can_be_read_by_its_user_only(tmp_path):
    file = tmp_path / "said.wav"
    file.write_bytes(b"")
    file.chmod(0o644)
    previous = os.umask(0)
    try:
        for path in (file, tmp_path / "new.wav"):
            write_recording(path, Recording(np.zeros(16_000, np.float32), "a test"))
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
    finally:
        os.umask(previous)


def test_a_spreadsheet_takes_nothing_in_a_table_of_hits_for_a_formula(tmp_path):
    from tests.engine.index.test_hit_files import make_hits

    hits = [replace(make_hits()[0], source=f"{start}cmd|' /C calc'!A0") for start in "=+-@\t\r"]
    write_hits(tmp_path / "hits.csv", hits)
    with (tmp_path / "hits.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert [row["source"] for row in rows] == [f"'{hit.source}" for hit in hits]
    # Numbers stay numbers: west of Greenwich is no formula.
    assert all(float(row["lon"]) == 8.005 for row in rows)
