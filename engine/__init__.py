"""The engine of qgis_scrl: spoken search over georeferenced imagery, without QGIS."""

from __future__ import annotations

from pathlib import Path

# Beside the engine, both in the repository and in the installed plugin.
_METADATA = Path(__file__).resolve().parents[1] / "metadata.txt"


def _version() -> str:
    """Return the plugin's version; metadata.txt is the one place where it stands."""
    try:
        lines = _METADATA.read_text(encoding="utf-8").splitlines()
    except OSError:
        return "unknown"
    versions = (line.partition("=")[2].strip() for line in lines if line.startswith("version="))
    return next(versions, "unknown")


__version__ = _version()
