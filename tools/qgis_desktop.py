"""The real QGIS, run by a script: on a screen that nobody sees, with a profile and a microphone of its own.

For the demo, the screenshots and the benchmarks. Only the standard library, and outside of QGIS; what
runs inside is in :mod:`tools.in_qgis`.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .qgis_profile import ROOT, make_profile
from .virtual_microphone import VirtualMicrophone, missing_programs

TASK = "QGIS_SCRL_TASK"
"""Environment variable that names the file with what the script inside QGIS is to do."""

DONE = "done.json"
PROBLEM = "problem.txt"


class CannotRun(Exception):
    """QGIS cannot be run here, or the script in it failed; the message says what to do."""


class VirtualScreen:
    """An X server that draws into memory.

    Args:
        width: Of the screen, in pixels.
        height: Of the screen.

    Attributes:
        display: Its name, for ``DISPLAY``.

    Raises:
        CannotRun: There is no Xvfb, or it does not start.
    """

    def __init__(self, width: int, height: int) -> None:
        if shutil.which("Xvfb") is None:
            raise CannotRun("Xvfb is not installed (Debian: apt-get install xvfb).")
        number, told = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(told), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
            pass_fds=[told], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(told)
        with os.fdopen(number) as answer:
            name = answer.readline().strip()  # Empty if the server has ended.
        if not name:
            raise CannotRun("Xvfb does not start.")
        self.display = f":{name}"

    def close(self) -> None:
        """End the server."""
        self._server.terminate()
        self._server.wait(timeout=10)


@contextlib.contextmanager
def virtual_microphone() -> Iterator[VirtualMicrophone]:
    """Lend a microphone into which files can be played.

    Raises:
        CannotRun: PulseAudio is not installed.
    """
    missing = missing_programs()
    if missing:
        raise CannotRun(f"Not installed: {', '.join(missing)}. `make setup-qgis` installs it.")
    # Short: the path of a socket has 108 letters at most.
    with tempfile.TemporaryDirectory(prefix="mic-") as folder:
        microphone = VirtualMicrophone(Path(folder))
        try:
            yield microphone
        finally:
            microphone.close()


def run_in_qgis(
    script: str,
    task: Mapping[str, Any],
    home: Path,
    *,
    seconds: float,
    size: tuple[int, int] = (1440, 960),
    settings: str = "",
    zip_file: Path | None = None,
) -> dict[str, Any]:
    """Run a function of ours inside a desktop QGIS with the plugin, and return what it returned.

    Args:
        script: Module with a function ``run(desktop, task)``, such as ``tools.qgis_demo_script``, or
            module and function: ``tests.support.qgis_scenarios:reload``.
        task: What the function is told, plain JSON types.
        home: A folder for the profile and what is passed between the two; its profile is made anew.
        seconds: The longest that it may take, on a quiet machine; a busy one has ten times as long.
        size: Of the window, in pixels.
        settings: More lines for the profile's ``QGIS3.ini``.
        zip_file: Is installed by QGIS's own installer before the function begins; None: the plugin of
            this checkout is there.

    Raises:
        CannotRun: QGIS is not installed, crashed, took too long, or the function failed.
    """
    if shutil.which("qgis") is None:
        raise CannotRun("QGIS is not installed. `make setup-qgis` installs it.")
    home.mkdir(parents=True, exist_ok=True)
    make_profile(home, settings=settings, linked=zip_file is None)
    for name in (DONE, PROBLEM):
        (home / name).unlink(missing_ok=True)
    (home / "task.json").write_text(
        json.dumps(
            {
                "script": script,
                "task": dict(task),
                "home": str(home),
                "size": list(size),
                "zip": str(zip_file or ""),
            }
        )
    )
    starter = home / "start.py"
    starter.write_text(f"{make_importable(home)}from tools.in_qgis import begin\nbegin()\n")
    with contextlib.ExitStack() as stack:
        screen = VirtualScreen(size[0] + 160, size[1] + 100)
        stack.callback(screen.close)
        microphone = stack.enter_context(virtual_microphone())
        environment = {
            **os.environ,
            **microphone.environment,
            "DISPLAY": screen.display,
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
            "PATH": system_first(os.environ.get("PATH", "")),
            TASK: str(home / "task.json"),
        }
        for name in ("QGIS_PLUGINPATH", "PYTHONPATH", "WAYLAND_DISPLAY", "QGIS_CUSTOM_CONFIG_PATH"):
            environment.pop(name, None)
        log = stack.enter_context((home / "qgis.log").open("wb"))
        command = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", str(home), "--code", str(starter)]  # fmt: skip
        qgis = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=log, text=True
        )
        stack.callback(_end, qgis)
        _follow(qgis, seconds)
    return _outcome(home, qgis.returncode)


def make_importable(home: Path) -> str:
    """Let a QGIS import our tools, tests and benchmarks, and no plugin but the one in its own profile.

    Args:
        home: Where a folder for it is made.

    Returns:
        The lines with which its script has to begin.
    """
    folder = home / "importable"
    folder.mkdir(exist_ok=True)
    for name in ("tools", "tests", "benchmarks"):
        link = folder / name
        if not link.is_symlink():
            link.symlink_to(ROOT / name)
    return f"import sys\nsys.path.append({str(folder)!r})\n"


def system_first(path: str) -> str:
    """Return a ``PATH`` in which QGIS finds the system's Python: it takes the first, whatever it is."""
    return f"/usr/bin{os.pathsep}{path}"


def _follow(qgis: subprocess.Popen[str], seconds: float) -> None:
    """Print what the script says until QGIS has ended."""
    os.set_blocking(qgis.stdout.fileno(), False)  # type: ignore[union-attr]
    for _ in range(round(10 * seconds / 0.1)):
        if qgis.poll() is not None:
            break
        _print_lines(qgis)
        time.sleep(0.1)
    _print_lines(qgis)


def _print_lines(qgis: subprocess.Popen[str]) -> None:
    for line in qgis.stdout or ():
        if line.startswith("| "):  # QGIS and its libraries talk, too.
            print(line[2:], end="", flush=True)


def _end(qgis: subprocess.Popen[str]) -> None:
    if qgis.poll() is None:
        qgis.kill()
    qgis.wait()


def _outcome(home: Path, code: int | None) -> dict[str, Any]:
    problem, done = home / PROBLEM, home / DONE
    if problem.is_file():
        raise CannotRun(problem.read_text(encoding="utf-8"))
    if not done.is_file() or code != 0:
        log = (home / "qgis.log").read_text(encoding="utf-8", errors="replace")[-2000:]
        ended = "did not end in time" if code is None or code == -9 else f"ended with code {code}"
        raise CannotRun(f"QGIS {ended}.\n{log}")
    result: dict[str, Any] = json.loads(done.read_text(encoding="utf-8"))
    return result


def fail(error: CannotRun) -> None:
    """Print what is wrong and leave."""
    print(error, file=sys.stderr)
    sys.exit(1)
