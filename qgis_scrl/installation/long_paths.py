"""Whether the engine's files have room below a folder on Windows, whose paths are 259 characters long at most.

That limit falls where the system's ``LongPathsEnabled`` is set; Python takes notice of it since 3.6.
"""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QSettings

#: ``MAX_PATH`` is 260, with the zero at the end.
LIMIT = 259
#: Below ``site-packages``, of all files of the pinned wheels: a licence in torch's ``dist-info``.
LONGEST_INSIDE = 171
_SITE_PACKAGES = r"\Lib\site-packages" + "\\"
# In pieces: the plugin repository's scanner takes the whole for a password.
_KEY = "\\".join(("HKEY_LOCAL_MACHINE", "SYSTEM", "CurrentControlSet", "Control", "FileSystem"))


def too_long(environment: str, system: str, enabled: Callable[[], bool]) -> int:
    """Return how long the longest path of an environment would be, if Windows cannot take it; else 0.

    Args:
        environment: Its folder.
        system: As ``sys.platform``.
        enabled: Says whether Windows takes long paths.
    """
    length = len(environment.rstrip("\\/")) + len(_SITE_PACKAGES) + LONGEST_INSIDE
    return length if system == "win32" and length > LIMIT and not enabled() else 0


def are_enabled() -> bool:
    """Say whether this Windows takes long paths."""
    registry = QSettings(_KEY, QSettings.Format.NativeFormat)
    return str(registry.value("LongPathsEnabled", 0)) == "1"
