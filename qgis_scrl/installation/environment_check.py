"""Runs in the engine's Python, not in QGIS's: checks that environment and repairs torchaudio.

``python environment_check.py COMMAND [ARGUMENT]``, on the standard library alone. Each command is one child
process of the installer, for an import that has failed cannot be undone in the process that tried it.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import importlib
import importlib.metadata
import importlib.util
import json
import platform
import re
import struct
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

# torchaudio's wheel is linked to CUDA, and its import fails beside a CPU torch; without its compiled
# files it runs on plain torch, which is all that the engine needs.
UNUSED = "torchaudio_compiled_unused"
COMPILED = (".so", ".pyd", ".dll", ".dylib")


def probe() -> None:
    """Say what this Python is."""
    libc = " ".join(platform.libc_ver()).strip() if sys.platform.startswith("linux") else ""
    print(
        json.dumps(
            {
                "version": platform.python_version(),
                "implementation": sys.implementation.name,
                "bits": 8 * struct.calcsize("P"),
                "machine": platform.machine(),
                "libc": libc,
                "macos": platform.mac_ver()[0],
                "has_venv": importlib.util.find_spec("venv") is not None,
                "has_ensurepip": importlib.util.find_spec("ensurepip") is not None,
                "pip": _version("pip"),
                "managed": sys.prefix == sys.base_prefix
                and Path(sysconfig.get_path("stdlib"), "EXTERNALLY-MANAGED").is_file(),
            }
        )
    )


def look() -> None:
    """Say which packages are installed, and which have lost files or have others than they came with."""
    installed: dict[str, str] = {}
    damaged: list[str] = []
    for distribution in importlib.metadata.distributions():
        name = distribution.metadata["Name"]
        if not name:
            continue
        name = re.sub(r"[-_.]+", "-", name).lower()
        installed[name] = distribution.version
        if _is_damaged(distribution):
            damaged.append(name)
    print(json.dumps({"installed": installed, "damaged": damaged}))


def have(*names: str) -> None:
    """Import modules; say why the first that cannot be imported cannot."""
    try:
        for name in names:
            importlib.import_module(name)
    except Exception as error:  # whatever a package throws: it is told, not handled
        print(f"{type(error).__name__}: {error}")
        sys.exit(1)
    print("ok")


def torchaudio() -> None:
    """Use the parts of torchaudio that the engine needs."""
    # By name: no file of the plugin imports what QGIS's own Python must never load.
    torch = importlib.import_module("torch")
    audio = importlib.import_module("torchaudio")
    kaldi = importlib.import_module("torchaudio.compliance.kaldi")
    wave = torch.sin(torch.arange(16000) * 0.2)
    mel = audio.transforms.MelSpectrogram(
        16000, n_fft=400, hop_length=160, n_mels=80, norm="slaney", mel_scale="slaney"
    )(wave)
    found = {
        "MelSpectrogram": (tuple(mel.shape), (80, 101)),
        "resample": (tuple(audio.functional.resample(wave, 16000, 8000).shape), (8000,)),
        "kaldi.fbank": (tuple(kaldi.fbank(wave[None], num_mel_bins=80).shape), (98, 80)),
    }
    for name, (got, wanted) in found.items():
        if got != wanted:
            sys.exit(f"{name} gives {got} instead of {wanted}")
    print(audio.__version__, "beside torch", torch.__version__)


def move_compiled(back: str) -> None:
    """Move torchaudio's compiled files out of the package, or back into it.

    Args:
        back: "back" or "out".
    """
    spec = importlib.util.find_spec("torchaudio")
    if spec is None or spec.origin is None:
        sys.exit("torchaudio is not installed")
    package = Path(spec.origin).parent
    aside = package.parent / UNUSED
    source, target = (aside, package) if back == "back" else (package, aside)
    for file in sorted(path for path in source.rglob("*") if path.suffix.lower() in COMPILED):
        place = target / file.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        file.replace(place)
        print(f"moved {file} to {place}")


def annoy() -> None:
    """Query Annoy: built for another processor, it can be imported and then returns wrong results."""
    index = importlib.import_module("annoy").AnnoyIndex(2, "angular")
    index.add_item(0, [1, 0])
    index.add_item(1, [0, 1])
    index.build(2)
    if index.get_nns_by_vector([0, 1], 1) != [1]:
        sys.exit("Annoy returns wrong results")
    print("ok")


def _is_damaged(distribution: importlib.metadata.Distribution) -> bool:
    record = distribution.read_text("RECORD")
    if record is None:
        # Written last: the installation was cut off. Debian's packages have none, and no installer.
        return distribution.read_text("INSTALLER") is not None
    for row in csv.reader(record.splitlines()):
        if len(row) < 3 or not row[1] or row[0].endswith(".pyc"):
            continue
        path = Path(str(distribution.locate_file(row[0])))
        if not path.is_file():
            parts = Path(row[0])
            if parts.parts[0] != "torchaudio" or parts.suffix.lower() not in COMPILED:
                return True
            path = Path(str(distribution.locate_file(Path(UNUSED, *parts.parts[1:]))))
            if not path.is_file():
                return True
        kind, _, wanted = row[1].partition("=")
        digest = hashlib.new(kind)
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
        if base64.urlsafe_b64encode(digest.digest()).rstrip(b"=").decode() != wanted:
            return True
    return False


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


COMMANDS: dict[str, Callable[..., None]] = {
    "probe": probe,
    "look": look,
    "import": have,
    "torchaudio": torchaudio,
    "move-compiled": move_compiled,
    "annoy": annoy,
}

if __name__ == "__main__":
    COMMANDS[sys.argv[1]](*sys.argv[2:])
