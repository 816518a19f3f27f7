"""Search your own imagery by speaking: the engine, without QGIS.

In a checkout and in the installed plugin this package is ``engine``; ``pip install`` makes it ``scrl``, whose
public interface is that of :mod:`engine.api`.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

# The public interface: loaded when it is first used, for QGIS's Python has none of what it needs. Its types
# are in __init__.pyi.
__all__ = [
    "AudioPart",
    "BuildReport",
    "Filters",
    "Hit",
    "Hits",
    "ImagePart",
    "Index",
    "IndexInfo",
    "Label",
    "PlacePart",
    "ProfilePart",
    "Query",
    "SourceOptions",
    "TextPart",
    "TilePart",
    "UserError",
    "__version__",
    "build_index",
    "open_index",
]

# Beside the engine, both in the repository and in the installed plugin.
_METADATA = Path(__file__).resolve().parents[1] / "metadata.txt"
#: How a user starts the command line.
PROGRAM = "scrl" if __name__ == "scrl" else "python -m engine"


def _version() -> str:
    """Return the plugin's version; metadata.txt is the one place where it stands."""
    if __name__ == "scrl" and not _METADATA.is_file():
        # Imported here: QGIS imports this package when it starts, and never gets here.
        from importlib import metadata

        try:
            return metadata.version("qgis_scrl")
        except metadata.PackageNotFoundError:
            return "unknown"
    try:
        lines = _METADATA.read_text(encoding="utf-8").splitlines()
    except OSError:
        return "unknown"
    versions = (line.partition("=")[2].strip() for line in lines if line.startswith("version="))
    return next(versions, "unknown")


__version__ = _version()


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(importlib.import_module(".api", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
