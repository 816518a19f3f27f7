"""One page for a bug report: versions, microphone, model, disk."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from . import __version__
from .contract.engine import Check
from .errors import UserError

PACKAGES = (
    "torch", "torchaudio", "numpy", "rasterio", "shapely", "pyogrio", "pyproj", "sounddevice",
    "soundfile", "silero-vad", "scipy", "safetensors", "typer", "rich",
)  # fmt: skip
ANNOY_PACKAGES = ("annoy", "annoy-mm")
# An installed plugin mends its environment by itself; a checkout of the repository has its Makefile.
_CHECKOUT = (Path(__file__).resolve().parents[1] / "Makefile").is_file()
MEND = (
    "Run `make setup` again."
    if _CHECKOUT
    else "Press Repair in QGIS: Settings > Options > Voice search."
)


def _guarded(topic: str, check: Callable[[], str]) -> Check:
    """Run a check; whatever it raises becomes the line that says so."""
    try:
        return Check(topic, True, check())
    except UserError as error:
        return Check(topic, False, error.message, error.next_step)
    except Exception as error:
        return Check(topic, False, f"{type(error).__name__}: {error}", MEND)


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def run_checks(model: Path | None = None, voice: Path | None = None) -> list[Check]:
    """Look at everything the engine needs.

    Args:
        model: Folder of the model; None for the bundled one.
        voice: A recording for the test question; None for one of the demo.
    """
    checks = [
        Check("qgis_scrl", True, __version__),
        Check("Python", True, f"{platform.python_version()}  {sys.executable}"),
        Check("System", True, f"{platform.platform()}, {os.cpu_count()} processors"),
    ]
    for package in PACKAGES:
        version = _version(package)
        checks.append(
            Check(
                package,
                bool(version),
                version or "not installed",
                "" if version else MEND,
            )
        )
    annoy = next((f"{name} {_version(name)}" for name in ANNOY_PACKAGES if _version(name)), "")
    checks.append(Check("annoy", True, annoy or "not installed: searches are exact and slower"))
    checks.append(_guarded("torchaudio works", _torchaudio))
    checks.append(_guarded("GDAL, PROJ, GEOS", _geo_versions))
    checks.append(_guarded("Microphones", _microphones))
    checks.append(_guarded("Model", lambda: _model(model)))
    checks.append(_guarded("Test question", lambda: _question(model, voice)))
    for topic, folder in (
        ("Disk here", Path.cwd()),
        ("Disk for temporary files", Path(tempfile.gettempdir())),
    ):
        checks.append(_guarded(topic, lambda folder=folder: _disk(folder)))  # type: ignore[misc]
    return checks


def _torchaudio() -> str:
    import torch

    from .audio.features import log_mel

    frames = log_mel(torch.zeros(16_000)).shape[-1]
    return f"yes ({frames} frames of a second), {torch.get_num_threads()} threads"


def _geo_versions() -> str:
    import pyproj
    import rasterio
    import shapely

    from .imagery.georeferencing import Georeferencing

    # Versions are there even when PROJ has lost its list of coordinate systems.
    Georeferencing(rasterio.CRS.from_epsg(32633).to_wkt(), (1, 0, 5e5, 0, -1, 5e6), 2, 2)
    return (
        f"GDAL {rasterio.__gdal_version__}, PROJ {pyproj.proj_version_str}, "
        f"GEOS {shapely.geos_version_string}"
    )


def _microphones() -> str:
    from .audio.microphone import list_microphones
    from .errors import NoMicrophone

    found = list_microphones()
    if not found:
        raise NoMicrophone(reason="the system lists no input device")
    return "; ".join(
        f"{m.index}: {m.name}{' (default)' if m.is_default else ''}, {m.default_rate} Hz"
        for m in found
    )


def _model(folder: Path | None) -> str:
    from .model.checkpoint import WEIGHTS, default_model_folder, load_model

    folder = folder or default_model_folder()
    model = load_model(folder)
    size = (folder / WEIGHTS).stat().st_size / 1e6
    return f"{model.config.name} ({model.checksum}), {size:.1f} MB, {folder}"


def _question(folder: Path | None, voice: Path | None) -> str:
    from .audio.recording import read_recording
    from .audio.speech import check_speech
    from .model.checkpoint import load_model

    demo = Path(__file__).resolve().parents[1] / "resources" / "demo" / "questions"
    voice = voice or next(iter(sorted(demo.glob("*.ogg"))))
    model = load_model(folder)
    speech = check_speech(read_recording(voice))
    model.encode_voice(speech.samples)
    begun = time.perf_counter()
    model.encode_voice(speech.samples)
    spent = 1000 * (time.perf_counter() - begun)
    return f"{voice.name}: {speech.seconds:.1f} s of speech, embedded in {spent:.0f} ms"


def _disk(folder: Path) -> str:
    usage = shutil.disk_usage(folder)
    return f"{usage.free / 1e9:.1f} GB free of {usage.total / 1e9:.0f} GB, {folder}"
