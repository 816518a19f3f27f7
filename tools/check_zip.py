"""`make check-zip`: everything that could keep the plugin repository, or QGIS, from taking our zip.

Applies the repository's rules, runs its scanners on the unpacked zip, asks the unpacked engine, and
installs the zip into a fresh profile of a real QGIS through QGIS's own installer. Fails on any finding.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from .make_zip import CannotMake, make_zip
from .plugin_metadata import ROOT, read_metadata
from .qgis_desktop import CannotRun, VirtualScreen, make_importable, system_first
from .qgis_profile import make_profile
from .zip_rules import PLUGIN, problems

RELEASE_PYTHON = ROOT / ".venv-release" / "bin" / "python"
ENGINE_PYTHON = ROOT / ".venv" / "bin" / "python"
INSTALLER_SECONDS = 180
# flake8's own defaults leave these out, too; a plugin of flake8's must not switch them on.
FLAKE8 = (
    "--max-line-length=120", "--isolated", "--select=E,W,F,C90",
    "--extend-ignore=E121,E123,E126,E226,E24,E704,W503,W504",
)  # fmt: skip


def run(
    command: Sequence[str | Path], folder: Path, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder and return what it said."""
    return subprocess.run(
        [str(word) for word in command],
        cwd=folder, env={**os.environ, **more}, capture_output=True, text=True, check=False,
        timeout=600,
    )  # fmt: skip


def bandit(folder: Path) -> list[str]:
    """Return Bandit's findings, of every severity."""
    done = run([RELEASE_PYTHON, "-m", "bandit", "-q", "-r", ".", "-f", "json"], folder)
    report = json.loads(done.stdout)
    return [f"{f['filename']}:{f['line_number']} {f['test_id']} {f['issue_text']}" for f in report["results"]] + [
        f"{error['filename']}: {error['reason']}" for error in report["errors"]
    ]  # fmt: skip


def detect_secrets(folder: Path) -> list[str]:
    """Return what looks like a password or a key."""
    done = run(
        [RELEASE_PYTHON, "-m", "detect_secrets", "scan", "--all-files",
         "--exclude-files", r"metadata\.txt", "."],
        folder,
    )  # fmt: skip
    results = json.loads(done.stdout)["results"]
    return [
        f"{name}:{finding['line_number']} {finding['type']}"
        for name, findings in results.items()
        for finding in findings
    ]


def flake8(folder: Path) -> list[str]:
    """Return flake8's findings at the repository's 120 columns."""
    return run([RELEASE_PYTHON, "-m", "flake8", *FLAKE8, "."], folder).stdout.splitlines()


def qt6(folder: Path) -> list[str]:
    """Return what flake8-qgis knows to be gone in Qt 6."""
    done = run([RELEASE_PYTHON, "-m", "flake8", "--isolated", "--select=QGS4", PLUGIN], folder)
    return done.stdout.splitlines()


def engine_answers(folder: Path) -> list[str]:
    """Ask the unpacked engine for its version, and for what it does not hold."""
    if not ENGINE_PYTHON.is_file():
        return ["The engine's environment is missing: `make setup`."]
    found = []
    where = folder / PLUGIN
    done = run([ENGINE_PYTHON, "-B", "-m", "engine", "--version"], where)
    wanted = f"qgis_scrl {read_metadata()['version']}"
    if done.stdout.strip() != wanted:
        found.append(
            f"The engine says {done.stdout.strip() or done.stderr[-300:]!r}, not {wanted!r}."
        )
    done = run([ENGINE_PYTHON, "-B", "-m", "engine", "train", "--data", "."], where)
    if done.returncode != 6 or "cannot train" not in done.stderr:
        found.append(f"Asked to train, the engine says {done.stderr[-300:]!r}.")
    return found


def installs(file: Path) -> list[str]:
    """Install the zip in a fresh profile of a real QGIS, load, unload and uninstall it."""
    # Short: paths of sockets have 108 letters at most.
    with tempfile.TemporaryDirectory(prefix="zip-") as name:
        home = Path(name)
        result = home / "result.json"
        # No questions of a first start; the plugin itself is unknown to this profile.
        make_profile(home, linked=False)
        starter = home / "start.py"
        starter.write_text(
            f"{make_importable(home)}"
            "from tools.install_zip_script import begin\n"
            f"begin({str(file)!r}, {str(result)!r})\n",
            encoding="utf-8",
        )
        try:
            screen = VirtualScreen(1600, 1000)
        except CannotRun as error:
            return [str(error)]
        environment = {
            **os.environ,
            "HOME": name, "XDG_DATA_HOME": f"{name}/data", "XDG_CONFIG_HOME": f"{name}/config",
            "XDG_RUNTIME_DIR": name, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
            "PATH": system_first(os.environ.get("PATH", "")),
        }  # fmt: skip
        for variable in ("QGIS_PLUGINPATH", "PYTHONPATH", "WAYLAND_DISPLAY"):
            environment.pop(variable, None)
        try:
            done = subprocess.run(
                ["qgis", "--nologo", "--noversioncheck", "--profiles-path", name, "--code", str(starter)],
                env=environment, capture_output=True, text=True, check=False,
                timeout=INSTALLER_SECONDS,
            )  # fmt: skip
        except FileNotFoundError:
            return ["QGIS is not installed: `make setup-qgis`."]
        except subprocess.TimeoutExpired:
            return [f"QGIS did not end within {INSTALLER_SECONDS} s."]
        finally:
            screen.close()
        if not result.is_file():
            return [f"QGIS ended with {done.returncode} and said nothing: {done.stderr[-2000:]}"]
        return [str(problem) for problem in json.loads(result.read_text(encoding="utf-8"))]


def main() -> None:
    """Check the zip; exit code 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("zip", type=Path, nargs="?", help="default: a new one in dist")
    chosen: Path | None = parser.parse_args().zip
    try:
        file = chosen.absolute() if chosen else make_zip()
        with tempfile.TemporaryDirectory() as again:
            same = bool(chosen) or make_zip(Path(again)).read_bytes() == file.read_bytes()
    except CannotMake as failure:
        sys.exit(f"No zip. {failure}")
    failed = 0

    def check(title: str, look: Callable[[], list[str]]) -> None:
        nonlocal failed
        found = look()
        failed += len(found)
        print(f"{'!!' if found else 'ok'}  {title}", flush=True)
        for problem in found[:40]:
            print(f"      {problem}", flush=True)

    print(f"{file.name}: {file.stat().st_size:,} bytes")
    check("the same bytes twice", lambda: [] if same else ["Two zips of the same sources differ."])
    check("rules of the plugin repository", lambda: problems(file))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with zipfile.ZipFile(file) as archive:
            archive.extractall(folder)
        check("Bandit", lambda: bandit(folder))
        check("detect-secrets", lambda: detect_secrets(folder))
        check("flake8 at 120 columns", lambda: flake8(folder))
        check("flake8-qgis, Qt 6", lambda: qt6(folder))
        check("the engine answers", lambda: engine_answers(folder))
    check("installs, loads, unloads and goes in QGIS", lambda: installs(file))
    if failed:
        sys.exit(f"The zip is not fit for the plugin repository: {failed} findings.")
    print("The zip is fit for the plugin repository.")


if __name__ == "__main__":
    main()
