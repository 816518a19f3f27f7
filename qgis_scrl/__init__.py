"""Voice search in QGIS: say what you look for, and see the places in your own imagery."""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:  # noqa: N802  (QGIS calls it by this name)
    """Return the plugin; QGIS calls this once when it loads it.

    Args:
        iface: The ``QgisInterface``; None inside ``qgis_process``.
    """
    from .plugin import VoiceSearchPlugin

    return VoiceSearchPlugin(iface)
