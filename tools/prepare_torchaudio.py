"""Make ``import torchaudio`` work beside a CPU build of torch.

The wheel of torchaudio is linked to CUDA: its compiled extension does not load where torch is a CPU
build, and the import of the whole package fails with it. Everything that we need of torchaudio (mel
spectrograms, resampling, Kaldi features) is plain torch code, and torchaudio runs without its
extension when the compiled files are not there. So this moves them out of the package, into
``site-packages/torchaudio_compiled_unused/``, and only if the import fails with them in place.

Run it with the Python of the environment to be prepared::

    .venv/bin/python tools/prepare_torchaudio.py

It may run any number of times. Each step is one line on stdout and in ``setup.log`` at the root of
the environment. Exit code 0: torchaudio works; 1: it does not, and the last line says why.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.util
import subprocess
import sys
from pathlib import Path

BACKUP_NAME = "torchaudio_compiled_unused"
COMPILED_SUFFIXES = frozenset({".so", ".pyd", ".dll", ".dylib"})
CHECK_TIMEOUT_SECONDS = 300

# Runs in a child process: a failed import cannot be undone in the process that tried it.
CHECK = """
import torch
import torchaudio
from torchaudio.compliance import kaldi
wave = torch.sin(torch.arange(16000) * 0.2)
mel = torchaudio.transforms.MelSpectrogram(
    16000, n_fft=400, hop_length=160, n_mels=80, norm="slaney", mel_scale="slaney")(wave)
half = torchaudio.functional.resample(wave, 16000, 8000)
bank = kaldi.fbank(wave[None], num_mel_bins=80)
for name, found, wanted in (
    ("MelSpectrogram", tuple(mel.shape), (80, 101)),
    ("resample", tuple(half.shape), (8000,)),
    ("kaldi.fbank", tuple(bank.shape), (98, 80)),
):
    if found != wanted:
        raise SystemExit(f"{name} gives {found} instead of {wanted}")
print(torchaudio.__version__, "beside torch", torch.__version__)
"""


class Log:
    """Writes each step to stdout and appends it to a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, text: str) -> None:
        """Say ``text``, one line."""
        line = f"torchaudio: {text}"
        print(line, flush=True)
        now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
        try:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"{now} {line}\n")
        except OSError as error:
            # The step counts, not its record: a read-only environment may still be usable.
            print(f"torchaudio: {self.path} cannot be written ({error.strerror})", flush=True)


def check() -> tuple[bool, str]:
    """Import torchaudio in a child process and use the parts that the engine needs.

    Returns:
        Whether all of it works, and one line: the versions, or the reason why not.
    """
    try:
        child = subprocess.run(
            [sys.executable, "-c", CHECK],
            capture_output=True,
            text=True,
            timeout=CHECK_TIMEOUT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False, f"the check did not end within {CHECK_TIMEOUT_SECONDS} s"
    if child.returncode == 0:
        return True, child.stdout.strip().splitlines()[-1]
    lines = [line.strip() for line in child.stderr.splitlines() if line.strip()]
    return False, lines[-1] if lines else f"the check ended with code {child.returncode}"


def find_package() -> Path | None:
    """Return the folder of the installed torchaudio without importing it, or None."""
    spec = importlib.util.find_spec("torchaudio")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent


def compiled_files(package: Path) -> list[Path]:
    """Return the compiled files inside ``package``, sorted."""
    return sorted(
        path
        for path in package.rglob("*")
        if path.is_file() and path.suffix.lower() in COMPILED_SUFFIXES
    )


def move_compiled_files(package: Path, backup: Path) -> list[tuple[Path, Path]]:
    """Move the compiled files of ``package`` to the same relative places in ``backup``.

    Returns:
        Pairs of (where a file lay, where it lies now).

    Raises:
        OSError: A file cannot be moved; those moved before are back in their place.
    """
    moved: list[tuple[Path, Path]] = []
    try:
        for source in compiled_files(package):
            target = backup / source.relative_to(package)
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)
            moved.append((source, target))
    except OSError:
        move_back(moved)
        raise
    return moved


def move_back(moved: list[tuple[Path, Path]]) -> None:
    """Undo :func:`move_compiled_files`."""
    for source, target in moved:
        target.replace(source)


def prepare(log: Log) -> bool:
    """Make torchaudio importable.

    Returns:
        True if ``import torchaudio`` and the parts we need work now.
    """
    package = find_package()
    if package is None:
        log(f"failed: torchaudio is not installed in {sys.prefix}; install the requirements first.")
        return False
    works, detail = check()
    if works:
        log(f"works: {detail}")
        return True
    log(f"does not work as installed: {detail}")
    backup = package.parent / BACKUP_NAME
    try:
        moved = move_compiled_files(package, backup)
    except OSError as error:
        log(f"failed: the compiled files in {package} cannot be moved to {backup}: {error}")
        return False
    if not moved:
        log(f"failed: {package} has no compiled files to blame; the reason is: {detail}")
        return False
    for source, target in moved:
        log(f"moved {source.relative_to(package.parent)} to {target.relative_to(package.parent)}")
    works, detail_after = check()
    if works:
        log(f"works: {detail_after}, without its compiled extension, which is not needed")
        return True
    move_back(moved)
    log("moved the compiled files back, they were not the reason")
    log(f"failed: torchaudio does not work even without its compiled extension: {detail_after}")
    return False


def main() -> int:
    """Prepare torchaudio; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--log",
        type=Path,
        default=Path(sys.prefix) / "setup.log",
        help="file to append each step to (default: setup.log of this environment)",
    )
    return 0 if prepare(Log(parser.parse_args().log)) else 1


if __name__ == "__main__":
    raise SystemExit(main())
