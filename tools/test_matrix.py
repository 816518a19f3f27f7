"""`make test-matrix`: the plugin's tests in other Debian releases, with their QGIS, from the built zip.

Debian trixie brings QGIS 3.40, sid 3.44. Each lives in a folder made by debootstrap, ``build/matrix/``,
and is kept for the next time. The engine runs there on Debian's own torch and torchaudio: that is also
the proof of "use a Python of my own". Results go to ``docs/compatibility.md``. Needs root and the
package mirror that apt uses here.
"""

from __future__ import annotations

import argparse
import datetime
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .debian_folder import CannotMakeFolder, inside, make_folder, prepare, run
from .make_zip import PLUGIN, CannotMake, git, make_zip
from .plugin_metadata import ROOT

FOLDER = ROOT / "build" / "matrix"
PAGE = ROOT / "docs" / "compatibility.md"
# Data for tests that are not part of the repository.
SHARED = ROOT.parent / "shared"
SUITES = ("trixie", "sid")
PACKAGES = (
    "qgis", "qgis-providers", "python3-qgis", "python3-venv", "python3-pip", "python3-pytest",
    "python3-torch", "python3-torchaudio", "python3-numpy", "python3-scipy", "python3-rasterio",
    "python3-shapely", "python3-pyogrio", "python3-pyproj", "python3-safetensors", "python3-filelock",
    "python3-typer", "python3-rich", "python3-soundfile", "python3-cffi", "python3-packaging", "python3-psycopg",
    "python3-requests", "python3-dateutil",
    "libportaudio2", "proj-data", "gdal-data", "pulseaudio", "pulseaudio-utils", "libasound2-plugins", "xvfb", "git",
    "ca-certificates",
)  # fmt: skip
# What Debian has not: taken from the package index, without what they ask for.
FROM_INDEX = ("sounddevice", "silero-vad", "pystac-client", "pystac")
TESTS = ("tests/plugin", "tests/end_to_end")


@dataclass(frozen=True)
class Outcome:
    """What the tests of one release said.

    Attributes:
        suite: Name of the Debian release.
        versions: QGIS, Qt, Python, torch, as they name themselves.
        summary: pytest's last line.
        passed: Whether all passed.
        skipped: pytest's reasons for tests that did not run, ``[1] file:line: reason``.
    """

    suite: str
    versions: str
    summary: str
    passed: bool
    skipped: tuple[str, ...] = ()


def mounts_below(root: Path) -> list[str]:
    """Return what is mounted in a folder, the last first."""
    below = f"{root.resolve()}/"
    lines = Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()
    return [place for line in reversed(lines) if (place := line.split()[1]).startswith(below)]


def unmount(root: Path, log: Path) -> None:
    """Take away what is mounted in a release; a run that was killed has left it there.

    Raises:
        CannotMakeFolder: It cannot be taken away, and the folder must not be touched.
    """
    for place in mounts_below(root):
        # The outer ones take the inner ones along.
        if place in mounts_below(root):
            run(["umount", "--recursive", "--lazy", place], log)
    if left := mounts_below(root):
        raise CannotMakeFolder(f"{left[0]} is mounted and cannot be unmounted; see {log}.")


def lay_out(root: Path, file: Path) -> None:
    """Put the built zip, and the tests beside it, into a release."""
    work = root / "work"
    if work.exists():
        shutil.rmtree(work)
    work.mkdir()
    with zipfile.ZipFile(file) as archive:
        archive.extractall(work)
    tracked = git(
        "ls-files",
        "-z",
        "--",
        "tests",
        "tools",
        "docs",
        "requirements",
        "pyproject.toml",
        "Makefile",
    )
    for name in filter(None, tracked.split("\0")):
        target = work / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)
    # Where tests look for them; the plugin itself uses what lies inside it.
    for name in ("engine", "resources", "metadata.txt", "LICENSE"):
        (work / name).symlink_to(Path(PLUGIN) / name)


def test(suite: str, file: Path) -> Outcome:
    """Test the zip in a release.

    Raises:
        CannotMakeFolder: The release cannot be made.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    log = FOLDER / f"{suite}.log"
    log.unlink(missing_ok=True)
    unmount(FOLDER / suite, log)  # Before anything is removed there.
    root = make_folder(FOLDER / suite, suite, PACKAGES, log)
    lay_out(root, file)
    try:
        for kind in ("proc", "dev", "sys"):
            if run(["mount", "--rbind", f"/{kind}", root / kind], log):
                raise CannotMakeFolder(f"/{kind} cannot be mounted in {root}; see {log}.")
            run(["mount", "--make-rslave", root / kind], log)
        if SHARED.is_dir():
            # Beside the folder of the tests, as outside.
            (root / SHARED.name).mkdir(exist_ok=True)
            if run(["mount", "--bind", "-o", "ro", SHARED, root / SHARED.name], log):
                raise CannotMakeFolder(f"{SHARED} cannot be mounted in {root}; see {log}.")
        names = " ".join(FROM_INDEX)
        # Two environments as outside: one for the tests on QGIS's Python, one for the engine.
        prepared = inside(
            root,
            "cd /work && python3 -m venv --system-site-packages .venv-qgis"
            " && .venv-qgis/bin/pip install -q -r requirements/qgis-tests.txt"
            " && python3 -m venv --system-site-packages qgis_scrl/.venv"
            " && qgis_scrl/.venv/bin/pip install -q --no-deps"
            f" -c requirements/constraints.txt {names}"
            " && ln -sfn qgis_scrl/.venv .venv"
            " && .venv/bin/python tools/prepare_torchaudio.py",
            log,
        )
        if prepared:
            raise CannotMakeFolder(f"The environments in {suite} cannot be made; see {log}.")
        versions = root / "work" / "versions.txt"
        inside(
            root,
            "cd /work && QT_QPA_PLATFORM=offscreen .venv-qgis/bin/python -c 'from qgis.core import Qgis;"
            " from qgis.PyQt.QtCore import QT_VERSION_STR as q; import platform;"
            ' print(f"QGIS {Qgis.QGIS_VERSION}, Qt {q}, Python {platform.python_version()}", end=", ")\''
            " > versions.txt"
            " && .venv/bin/python -c 'import torch, torchaudio;"
            ' print(f"torch {torch.__version__}, torchaudio {torchaudio.__version__}")\' >> versions.txt',
            log,
        )
        code = inside(
            root,
            "cd /work && QGIS_SCRL_REQUIRE_MICROPHONE=1 QT_QPA_PLATFORM=offscreen OMP_NUM_THREADS=1"
            " .venv-qgis/bin/python -m pytest -p no:cacheprovider -v"
            " --numprocesses auto --dist loadfile --no-loadscope-reorder --max-worker-restart 0 "
            f"{' '.join(TESTS)} > pytest.txt 2>&1",
            log,
        )
    finally:
        unmount(root, log)
    said = (root / "work" / "pytest.txt").read_text(encoding="utf-8", errors="replace")
    lines = [
        line.strip("= ")
        for line in said.splitlines()
        if re.search(r"\d+ (passed|failed|error)", line)
    ]
    return Outcome(
        suite,
        versions.read_text(encoding="utf-8").strip() if versions.is_file() else "unknown",
        lines[-1] if lines else "no test ran",
        code == 0,
        tuple(skips(said)),
    )


def skips(said: str) -> list[str]:
    """Return the reasons that pytest gives for tests that did not run."""
    return [
        line.removeprefix("SKIPPED ") for line in said.splitlines() if line.startswith("SKIPPED ")
    ]


HEAD = """# Compatibility

Written by `make test-matrix`; not by hand.

| | QGIS | Qt | Python | tests |
|---|---|---|---|---|
| Debian 12, bookworm | 3.22.16 | 5.15 | 3.11, 3.11 for the engine | all of them: `make test`, before every change |
| none | none | PyQt6 | 3.11 | `make test-qt6`: every module is imported, every widget built |
| newer Debians | below | below | below | `make test-matrix`: `tests/plugin`, `tests/end_to_end` |

`make test-matrix` unpacks the built zip in other releases of Debian and tests it with their QGIS. The engine runs on
Debian's own torch, torchaudio, GDAL and PROJ, in a virtual environment on top of the system's Python: that is also the test of
"a Python of my own" in Settings > Options > Voice search. Only sounddevice, silero-vad, pystac-client and pystac come from the
package index, and annoy is missing, so that searches are exact. The microphone is PulseAudio's, the screen is Xvfb; QGIS, sound and engine are real.

Tests that pytest calls *deselected* set the engine up with downloads of hundreds of megabytes; they run with `-m slow` only.
"""


def write_page(file: Path, outcomes: Sequence[Outcome], page: Path = PAGE) -> None:
    """Write ``docs/compatibility.md``; releases that were not tested now keep their section.

    Args:
        file: The zip that was tested.
        outcomes: What came of it.
        page: What to write.
    """
    known = page.read_text(encoding="utf-8") if page.is_file() else ""
    sections = {
        match[1]: match[0].strip()
        for match in re.finditer(
            r"^## Debian (\w+)\n.*?(?=^## |\Z)", known, re.MULTILINE | re.DOTALL
        )
    }
    today = datetime.date.today().isoformat()
    for outcome in outcomes:
        said = "All pass" if outcome.passed else "**Not all pass**"
        lines = [
            f"## Debian {outcome.suite}",
            "",
            f"{outcome.versions}; `{file.name}`, {today}.",
            "",
            f"{said}: {outcome.summary}.",
        ]
        if outcome.skipped:
            lines += ["", "Not run:", "", *(f"- {reason}" for reason in outcome.skipped)]
        sections[outcome.suite] = "\n".join(lines)
    order = [*(name for name in SUITES if name in sections), *sorted(set(sections) - set(SUITES))]
    text = "\n\n".join([HEAD.rstrip(), *(sections[name] for name in order)])
    page.write_text(f"{text}\n", encoding="utf-8")


def main() -> None:
    """Test in every release that is asked for; exit code 1 if any test fails or cannot be run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("suites", nargs="*", default=SUITES, help=f"default: {' '.join(SUITES)}")
    suites = parser.parse_args().suites
    outcomes, problems = [], []
    try:
        prepare()
    except CannotMakeFolder as failure:
        sys.exit(str(failure))
    try:
        file = make_zip()
    except CannotMake as failure:
        sys.exit(f"No zip. {failure}")
    for suite in suites:
        print(f"Testing in Debian {suite}; log: build/matrix/{suite}.log", flush=True)
        try:
            outcomes.append(test(suite, file))
            print(f"{suite}: {outcomes[-1].versions}: {outcomes[-1].summary}", flush=True)
        except (CannotMakeFolder, subprocess.TimeoutExpired) as failure:
            problems.append(f"{suite}: {failure}")
    if outcomes:
        write_page(file, outcomes)
    if problems or not all(outcome.passed for outcome in outcomes):
        sys.exit("\n".join([*problems, "Not everything passed."]))


if __name__ == "__main__":
    main()
