"""``make qgis``: a desktop QGIS with the plugin linked into a fresh profile, and the demo project."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from .qgis_desktop import CannotRun, fail, system_first
from .qgis_profile import ROOT, make_profile

HOME = ROOT / "build" / "qgis"
INDEXES = HOME / "indexes"
DEMO_INDEX = ROOT / "build" / "demo" / "demo.scrl"
QGIS_PYTHON = ROOT / ".venv-qgis" / "bin" / "python"

SHOW_DOCK = """
import qgis.utils
from qgis.PyQt.QtCore import QTimer


def show_dock():
    if "qgis_scrl" in qgis.utils.plugins:
        qgis.utils.plugins["qgis_scrl"].dock.setUserVisible(True)


QTimer.singleShot(500, show_dock)
"""


def prepare() -> list[str]:
    """Make the profile and the project; returns the command that opens QGIS.

    Raises:
        CannotRun: QGIS is not installed, or the project cannot be written.
    """
    if shutil.which("qgis") is None or not QGIS_PYTHON.is_file():
        raise CannotRun("QGIS is not installed. `make setup-qgis` installs it.")
    settings = f"\n[qgis_scrl]\nindex_folder={INDEXES}\n"
    if (DEMO_INDEX / "index.json").is_file():
        settings += f'last_index={DEMO_INDEX}\nrecent_indexes="[\\"{DEMO_INDEX}\\"]"\n'
    make_profile(HOME, settings=settings)
    INDEXES.mkdir(parents=True, exist_ok=True)
    project, starter = HOME / "demo.qgz", HOME / "show_dock.py"
    starter.write_text(SHOW_DOCK, encoding="utf-8")
    written = subprocess.run(
        [str(QGIS_PYTHON), "-m", "tools.demo_project", str(project)],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True,
    )  # fmt: skip
    if written.returncode:
        raise CannotRun(f"The demo project cannot be written.\n{written.stderr[-2000:]}")
    return [
        "qgis", "--nologo", "--profiles-path", str(HOME), "--project", str(project),
        "--code", str(starter),
    ]  # fmt: skip


def main() -> None:
    """Open QGIS and wait until the user has closed it."""
    try:
        command = prepare()
        if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            raise CannotRun(
                "There is no screen to open QGIS on. `make demo` shows it without one, in pictures."
            )
        print(f"QGIS opens with a profile of its own in {HOME.relative_to(ROOT)}.", flush=True)
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        environment["PATH"] = system_first(environment.get("PATH", ""))
        code = subprocess.run(command, env=environment, cwd=Path.home()).returncode
    except CannotRun as error:
        fail(error)
    else:
        raise SystemExit(code)


if __name__ == "__main__":
    main()
