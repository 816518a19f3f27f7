"""The engine itself: who it is, making it ready, and the page for a bug report."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from .. import __version__
from ..capabilities import ANNOY_PACKAGES, capabilities, installed_version, model_identity
from ..contract.engine import Check, Diagnostics, Handshake
from ..contract.methods import (
    PROTOCOL,
    InitializeParams,
    Nothing,
    UseCredentialsParams,
    WarmUpResult,
)
from ..contract.notices import Stage, Unit
from ..errors import NoMicrophone, ProtocolMismatch, UsageError, UserError
from ..index.credentials import CREDENTIALS, PARAMETERS
from ..paths import IS_INSTALLED_ALONE, RESOURCES
from ..progress import Task
from .session import Session

PACKAGES = (
    "torch", "torchaudio", "numpy", "rasterio", "shapely", "pyogrio", "pyproj", "sounddevice",
    "soundfile", "silero-vad", "scipy", "safetensors", "typer", "rich", "pystac-client",
)  # fmt: skip
# An installed plugin repairs its environment by itself; a checkout of the repository has its Makefile.
_CHECKOUT = (Path(__file__).resolve().parents[2] / "Makefile").is_file()
if IS_INSTALLED_ALONE:
    REPAIR = "Run `pip install --force-reinstall qgis_scrl`, with the path of its checkout or wheel for the name."
elif _CHECKOUT:
    REPAIR = "Run `make setup` again."
else:
    REPAIR = "Press Repair in QGIS: Settings > Options > Voice search."


def initialize(_session: Session, params: InitializeParams, _task: Task) -> Handshake:
    """Say who the engine is.

    Raises:
        ProtocolMismatch: The plugin speaks another protocol.
    """
    if params.protocol != PROTOCOL:
        raise ProtocolMismatch(known=PROTOCOL, asked=params.protocol)
    return Handshake(
        protocol=PROTOCOL,
        engine=__version__,
        python=platform.python_version(),
        process=os.getpid(),
        model=model_identity(),
        capabilities=capabilities(),
    )


def use_credentials(_session: Session, params: UseCredentialsParams, _task: Task) -> Nothing:
    """Keep in memory what an authentication configuration of QGIS stands for.

    Raises:
        UsageError: It says something that is not for it to say; what that is, is not repeated.
    """
    values = params.parameters.values()
    if not params.parameters.keys() <= set(PARAMETERS) or any("\0" in value for value in values):
        raise UsageError(
            problem="This is not what a database is connected to with.",
            advice=f"Give {', '.join(PARAMETERS)}, as text.",
        )
    CREDENTIALS.keep(params.authcfg, params.parameters)
    return Nothing()


def warm_up(session: Session, _params: Nothing, task: Task) -> WarmUpResult:
    """Load everything that the first question needs, and ask a test question."""
    began = time.monotonic()
    model = session.model()
    task.check_cancelled()
    from ..audio.speech import EndOfSpeech, find_speech
    from ..imagery.formats import readable_suffixes
    from ..imagery.proj_data import check_proj_data
    from ..index import geometry, hit_files, search  # noqa: F401 (so that the first search need not)

    # An environment that cannot place anything on the map is not ready, whatever else it can.
    check_proj_data()
    sound = (0.1 * np.sin(np.arange(16_000) / 5)).astype(np.float32)
    find_speech(sound)
    EndOfSpeech().feed(sound[:1600])
    task.check_cancelled()
    model.encode_voice(sound)
    model.encode_images(np.zeros((1, model.tile_pixels, model.tile_pixels, 3), dtype=np.uint8))
    return WarmUpResult(time.monotonic() - began, readable_suffixes())


def diagnostics(session: Session, _params: Nothing, task: Task) -> Diagnostics:
    """Return the page for a bug report."""
    task.start(Stage.CHECKING_INSTALLATION, 0, Unit.CHECK)
    checks = tuple(_checks(session))
    width = max(len(check.topic) for check in checks)
    lines = [
        f"{'ok' if c.ok else '!!'} {c.topic:<{width}}  {c.value}  {c.next_step}".rstrip()
        for c in checks
    ]
    return Diagnostics(checks, "\n".join(lines))


def _guarded(topic: str, check: Callable[[], str]) -> Check:
    """Run a check; whatever it raises becomes the line that says so."""
    try:
        return Check(topic, True, check())
    except UserError as error:
        return Check(topic, False, error.message, error.next_step)
    except Exception as error:
        return Check(topic, False, f"{type(error).__name__}: {error}", REPAIR)


def _checks(session: Session) -> list[Check]:
    checks = [
        Check("qgis_scrl", True, __version__),
        Check("Python", True, f"{platform.python_version()}  {sys.executable}"),
        Check("System", True, f"{platform.platform()}, {os.cpu_count()} processors"),
    ]
    for package in PACKAGES:
        version = installed_version(package)
        step = "" if version else REPAIR
        checks.append(Check(package, bool(version), version or "not installed", step))
    annoy = [f"{name} {v}" for name in ANNOY_PACKAGES if (v := installed_version(name))]
    annoy += ["not installed (searches are exact, and slower)"]
    checks.append(Check("annoy", True, annoy[0]))
    checks.append(_guarded("torchaudio works", _torchaudio))
    checks.append(_guarded("GDAL, PROJ, GEOS", _geo_versions))
    checks.append(_guarded("Microphones", _microphones))
    checks.append(_guarded("Model", lambda: _model(session.model_folder)))
    checks.append(_guarded("Test question", lambda: _question(session)))
    checks.append(_guarded("Disk, current folder", lambda: _disk(Path.cwd())))
    checks.append(_guarded("Disk, temporary files", lambda: _disk(Path(tempfile.gettempdir()))))
    return checks


def _torchaudio() -> str:
    import torch

    from ..audio.features import log_mel

    frames = log_mel(torch.zeros(16_000)).shape[-1]
    return f"yes ({frames} frames per second), {torch.get_num_threads()} threads"


def _geo_versions() -> str:
    import pyproj
    import rasterio
    import shapely

    from ..imagery.georeferencing import Georeferencing

    # Versions are there even when PROJ has lost its list of coordinate systems.
    Georeferencing(rasterio.CRS.from_epsg(32633).to_wkt(), (1, 0, 5e5, 0, -1, 5e6), 2, 2)
    return (
        f"GDAL {rasterio.__gdal_version__}, PROJ {pyproj.proj_version_str}, "
        f"GEOS {shapely.geos_version_string}"
    )


def _microphones() -> str:
    from ..audio.microphone import list_microphones

    found = list_microphones()
    if not found:
        raise NoMicrophone(reason="no input device found")
    return "; ".join(
        f"{m.index}: {m.name}{' (default)' if m.is_default else ''}, {m.default_rate} Hz"
        for m in found
    )


def _model(folder: Path | None) -> str:
    from ..model.checkpoint import default_model_folder, load_model
    from ..model.files import WEIGHTS

    folder = folder or default_model_folder()
    model = load_model(folder)
    size = (folder / WEIGHTS).stat().st_size / 1e6
    return f"{model.config.name} ({model.checksum}), {size:.1f} MB, {folder}"


def _question(session: Session) -> str:
    from ..audio.recording import read_recording
    from ..audio.speech import check_speech

    voice = min((RESOURCES / "demo" / "questions").glob("*.ogg"))
    model = session.model()
    speech = check_speech(read_recording(voice))
    model.encode_voice(speech.samples)
    begun = time.perf_counter()
    model.encode_voice(speech.samples)
    spent = 1000 * (time.perf_counter() - begun)
    return f"{voice.name}: {speech.seconds:.1f} s of speech, embedded in {spent:.0f} ms"


def _disk(folder: Path) -> str:
    usage = shutil.disk_usage(folder)
    return f"{usage.free / 1e9:.1f} GB free of {usage.total / 1e9:.0f} GB, {folder}"
