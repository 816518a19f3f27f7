"""Make an environment of its own for one tool or check: ``.venv-NAME`` from ``requirements/NAME.txt``.

Only the standard library; running it again does nothing while the requirements are the same.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def make_environment(name: str) -> Path:
    """Make or complete the environment and return its Python.

    Raises:
        SystemExit: Its packages cannot be installed; pip's last words say why.
    """
    requirements = ROOT / "requirements" / f"{name}.txt"
    folder = ROOT / f".venv-{name}"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    stamp = folder / ".requirements"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    if python.exists() and stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    print(f"Installing requirements/{name}.txt into {folder.name}", flush=True)
    venv.create(folder, with_pip=True, clear=True)
    done = subprocess.run(
        [str(python), "-m", "pip", "--disable-pip-version-check", "install", "-q", "-r", str(requirements)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"requirements/{name}.txt cannot be installed:\n{done.stderr[-3000:]}")
    stamp.write_text(wanted, encoding="utf-8")
    return python


if __name__ == "__main__":
    make_environment(sys.argv[1])
