"""Where the engine lies, which Python runs it, and in what environment it starts."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QProcessEnvironment

from .contract import Notice, user_data_folder
from .errors import EngineError
from .paths import is_file, is_folder
from .settings import Settings

PLUGIN = Path(__file__).resolve().parent
#: Lies in the managed environment when it is whole; see ``installation/environment_stamp.py``.
STAMP = "installed.json"

# What QGIS, its launcher or the user's shell sets for one Python or one GDAL breaks another one.
FOREIGN = (
    "PYTHON", "PIP_", "LD_", "DYLD_", "GDAL_", "OGR_", "PROJ_", "VIRTUAL_ENV", "CONDA_", "QT_PLUGIN_PATH",
    "OSGEO4W", "GRASS", "GISBASE", "__PYVENV_LAUNCHER__",
)  # fmt: skip


@dataclass(frozen=True)
class EngineCommand:
    """How the engine is started.

    Attributes:
        program: The Python of the engine's environment.
        arguments: ``-m engine worker``.
        working_folder: Where ``engine`` can be imported from.
        environment: Cleaned of what belongs to QGIS's own Python and GDAL.
    """

    program: str
    arguments: tuple[str, ...]
    working_folder: str
    environment: QProcessEnvironment


def engine_root() -> Path:
    """Return the folder that holds ``engine/``: the repository's root, or the installed plugin."""
    installed = (PLUGIN / "engine").is_dir()
    return PLUGIN if installed else PLUGIN.parent


def plugin_version() -> str:
    """Return the plugin's version, as its metadata say; empty if they cannot be read."""
    try:
        text = (engine_root() / "metadata.txt").read_text(encoding="utf-8")
    except OSError:
        return ""
    lines = [line for line in text.splitlines() if line.startswith("version=")]
    return lines[0].partition("=")[2].strip() if lines else ""


def resource_path(*parts: str) -> Path:
    """Return the path of a file below ``resources/``, in the repository or the installed plugin."""
    return engine_root().joinpath("resources", *parts)


def managed_environment() -> Path:
    """Return the folder of the environment that the plugin makes for the engine (may not exist).

    It belongs to the user, not to a QGIS profile: it is large, and all profiles can use it.
    """
    return user_data_folder() / "engine"


def python_of(environment: Path) -> Path:
    """Return where the Python of a virtual environment is."""
    if sys.platform == "win32":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def find_python(settings: Settings) -> Path:
    """Return the Python that runs the engine.

    The user's own choice comes first, then the environment that the plugin manages, then that of a
    checkout of the repository (``make setup``).

    Raises:
        EngineError: ``engine-missing``, ``engine-python-unusable``.
    """
    chosen = settings.python_path.strip()
    if chosen:
        path = Path(chosen).expanduser()
        # A folder is taken as that of an environment: people choose either.
        path = python_of(path) if is_folder(path) else path
        if not can_run(path):
            raise EngineError(Notice("engine-python-unusable", {"path": str(path)}))
        return path
    managed = managed_environment()
    for environment in (managed, engine_root() / ".venv"):
        path = python_of(environment)
        # Half an environment runs, too, and then fails in the middle of a question.
        if can_run(path) and (environment != managed or (managed / STAMP).is_file()):
            return path
    raise EngineError("engine-missing")


def engine_command() -> EngineCommand:
    """Return how to start the engine, as the settings say now.

    Raises:
        EngineError: ``engine-missing``, ``engine-python-unusable``, ``plugin-incomplete``.
    """
    settings = Settings()
    root = engine_root()
    if not (root / "engine" / "worker.py").is_file():
        raise EngineError(Notice("plugin-incomplete", {"path": str(root)}))
    return command_with(str(find_python(settings)), settings.log_level)


def command_with(python: str, log_level: str = "info") -> EngineCommand:
    """Return how to start the engine with a Python that has its packages."""
    return EngineCommand(
        program=python,
        # -s: packages in the user's home belong to other programs.
        arguments=("-s", "-m", "engine", "worker"),
        working_folder=str(engine_root()),
        environment=clean_environment(log_level),
    )


def clean_environment(log_level: str = "info") -> QProcessEnvironment:
    """Return this process's environment without what would lead the engine astray.

    Args:
        log_level: How much the engine writes to its log.
    """
    environment = QProcessEnvironment.systemEnvironment()
    for name in environment.keys():  # noqa: SIM118 - no mapping of Python's
        if name.upper().startswith(FOREIGN):
            environment.remove(name)
    if sys.platform == "win32":
        environment.insert("PATH", _path_without_qgis(environment.value("PATH")))
    environment.insert("PYTHONUTF8", "1")
    environment.insert("PYTHONUNBUFFERED", "1")
    environment.insert("QGIS_SCRL_LOG_LEVEL", log_level)
    return environment


def _path_without_qgis(path: str) -> str:
    """Leave QGIS's own folders out of Windows' PATH: their GDAL and zlib DLLs would be loaded."""
    prefix = os.path.normcase(str(Path(sys.exec_prefix).parents[1]))
    kept = [part for part in path.split(";") if not os.path.normcase(part).startswith(prefix)]
    return ";".join(kept)


def can_run(path: Path) -> bool:
    """Say whether a file is a program that this user may start."""
    return is_file(path) and os.access(path, os.X_OK)
