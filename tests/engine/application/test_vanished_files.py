"""A command in a terminal whose index goes while it asks: a sentence and an exit code, not a signal."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.errors import ExitCode
from tests.support.network_share import Share
from tests.support.paths import ROOT

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGBUS"), reason="this system has no SIGBUS")

#: A command that waits between opening the index and reading its vectors.
ASKING = """
import sys
from engine import cli
from engine.application import search

find = search.find

def find_later(*arguments):
    print("opened", file=sys.stderr, flush=True)
    sys.stdin.readline()
    return find(*arguments)

search.find = find_later
cli.main()
"""


def ask(index: Path, meanwhile: Callable[[], object], *options: str) -> tuple[int, str, str]:
    """Ask in a process of its own; returns its exit code and what it said to standard output and error."""
    with subprocess.Popen(
        [sys.executable, "-c", ASKING, "search", str(index), "--text", "storage tanks", *options],
        cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "COLUMNS": "200"},
    ) as process:  # fmt: skip
        assert process.stderr is not None
        assert any(line == "opened\n" for line in process.stderr)
        meanwhile()
        out, err = process.communicate("\n", timeout=300)
        return process.returncode, out, err


@pytest.fixture
def copy(index: str, tmp_path: Path) -> Path:
    copied = tmp_path / "x.scrl"
    shutil.copytree(index, copied)
    return copied


def cut_off(index: Path) -> None:
    """Take the vectors away from under whoever has them open: what the kernel then does is the same as for a share."""
    for vectors in index.glob("parts/*/vectors.npy"):
        os.truncate(vectors, 0)


def test_vectors_that_vanish_are_told(copy: Path) -> None:
    code, out, err = ask(copy, lambda: cut_off(copy))
    assert code == ExitCode.MACHINE
    assert out == ""
    assert "Error: A file that was open can no longer be read" in err
    assert "What to do: Connect it again" in err


def test_vectors_that_vanish_are_told_in_json(copy: Path) -> None:
    code, out, _ = ask(copy, lambda: cut_off(copy), "--json")
    assert code == ExitCode.MACHINE
    assert json.loads(out)["error"]["code"] == "file-vanished"


def test_a_share_whose_server_is_killed_is_told(index: str, tmp_path: Path) -> None:
    share = Share(tmp_path)
    try:
        shutil.copytree(index, share.behind / "x.scrl")
        code, out, err = ask(share.path / "x.scrl", share.cut)
        # What the kernel still has of the vectors in memory it goes on to show.
        assert (code == 0 and out) or (code in (ExitCode.MACHINE, ExitCode.INDEX) and "What to do" in err), (code, err)  # fmt: skip
        share.come_back()
        assert ask(share.path / "x.scrl", lambda: None)[0] == 0
    finally:
        share.close()
