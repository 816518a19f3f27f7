"""The page that `make test-matrix` writes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tools.test_matrix import HEAD, Outcome, mounts_below, skips, unmount, write_page

ZIP = Path("qgis_scrl.9.9.9.zip")
SAID = """tests/plugin/test_a.py::test_one SKIPPED (no) [ 50%]
=========================== short test summary info ============================
SKIPPED [1] tests/plugin/test_a.py:7: needs the right to mount a small disk
================== 9 passed, 1 skipped, 4 deselected in 3.00s ==================
"""


def test_a_release_that_is_not_tested_now_keeps_its_section(tmp_path):
    page = tmp_path / "compatibility.md"
    first = Outcome("trixie", "QGIS 3.40", "9 passed, 1 skipped", True, tuple(skips(SAID)))
    write_page(ZIP, [first], page)
    assert "All pass: 9 passed" in page.read_text()
    write_page(ZIP, [Outcome("sid", "QGIS 3.44", "1 failed, 9 passed", False)], page)
    text = page.read_text()
    assert text.startswith(HEAD)
    assert text.index("## Debian trixie") < text.index("## Debian sid")
    assert "- [1] tests/plugin/test_a.py:7: needs the right to mount a small disk" in text
    assert "**Not all pass**: 1 failed, 9 passed." in text
    # The newer outcome takes the place of the older one.
    write_page(ZIP, [Outcome("trixie", "QGIS 3.40", "10 passed", True)], page)
    text = page.read_text()
    assert text.count("## Debian trixie") == text.count("## Debian sid") == 1
    assert "small disk" not in text


def test_what_a_killed_run_has_left_mounted_is_taken_away(tmp_path):
    root, beside = tmp_path / "sid", tmp_path / "sid2"
    outer, inner = root / "dev", root / "dev" / "shm"
    for folder in (outer, beside):
        folder.mkdir(parents=True)
    try:
        for folder in (outer, inner, beside):
            folder.mkdir(exist_ok=True)
            command = ["mount", "-t", "tmpfs", "tmpfs", str(folder)]
            if subprocess.run(command, capture_output=True, check=False).returncode:
                pytest.skip("needs the right to mount")
        assert mounts_below(root) == [str(inner), str(outer)]
        unmount(root, tmp_path / "log")
        assert mounts_below(root) == []
        assert mounts_below(tmp_path) == [str(beside)]
    finally:
        unmount(tmp_path, tmp_path / "log")
