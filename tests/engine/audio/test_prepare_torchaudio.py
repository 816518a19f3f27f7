"""The step that makes torchaudio importable beside a CPU torch."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.support.paths import ROOT

TOOL = ROOT / "tools" / "prepare_torchaudio.py"


def prepare(site: Path) -> tuple[int, str, str]:
    """Run the tool on the packages in ``site``; returns exit code, output and log."""
    log = site / "setup.log"
    child = subprocess.run(
        [sys.executable, str(TOOL), "--log", str(log)],
        env={**os.environ, "PYTHONPATH": str(site)},
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
    )
    return child.returncode, child.stdout, log.read_text()


def installed_torchaudio() -> Path:
    spec = find_spec("torchaudio")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def test_the_wheel_as_published_is_made_to_work(tmp_path: Path) -> None:
    installed = installed_torchaudio()
    compiled = installed.parent / "torchaudio_compiled_unused"
    if not compiled.is_dir():
        pytest.skip("torchaudio works here as published; nothing had to be moved")
    shutil.copytree(installed, tmp_path / "torchaudio")
    shutil.copytree(compiled, tmp_path / "torchaudio", dirs_exist_ok=True)

    code, printed, log = prepare(tmp_path)

    assert code == 0
    assert "does not work as installed" in printed
    assert "torchaudio: works: " in printed.splitlines()[-1]
    assert list((tmp_path / "torchaudio" / "lib").glob("*.so")) == []
    moved = {path.name for path in (tmp_path / "torchaudio_compiled_unused" / "lib").glob("*.so")}
    assert moved == {path.name for path in (compiled / "lib").glob("*.so")}
    assert all(line in log for line in printed.splitlines())

    code, printed, _ = prepare(tmp_path)
    assert code == 0
    assert len(printed.splitlines()) == 1  # nothing left to do


def test_what_is_broken_otherwise_is_reported_and_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "torchaudio" / "lib").mkdir(parents=True)
    (tmp_path / "torchaudio" / "__init__.py").write_text("raise RuntimeError('broken on purpose')")
    (tmp_path / "torchaudio" / "lib" / "extension.so").write_bytes(b"compiled")

    code, printed, log = prepare(tmp_path)

    assert code == 1
    assert "broken on purpose" in printed.splitlines()[-1]
    assert "failed" in log
    assert (tmp_path / "torchaudio" / "lib" / "extension.so").read_bytes() == b"compiled"
