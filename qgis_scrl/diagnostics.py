"""One page of text for a bug report: QGIS, the plugin, the engine. Nothing personal but paths.

It is not translated: whoever reads bug reports reads English.
"""

from __future__ import annotations

import platform

from qgis.core import Qgis
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR

from .contract import Diagnostics
from .engine_client import EngineClient
from .environment import find_python, plugin_version
from .errors import EngineError
from .settings import Settings

_LOG_LINES = 60


def plugin_part(client: EngineClient, settings: Settings) -> str:
    """Return what is known without asking the engine."""
    try:
        python = str(find_python(settings))
    except EngineError as error:
        python = f"not found: {error.message}"
    lines = [
        "SCRL Voice Search, diagnostics",
        f"Plugin: {plugin_version() or 'of an unknown version'}",
        f"QGIS: {Qgis.QGIS_VERSION}, Qt {QT_VERSION_STR}, PyQt {PYQT_VERSION_STR}",
        f"System: {platform.platform()}, Python {platform.python_version()}",
        f"Engine: {client.state}, Python at {python}",
    ]
    known = client.handshake
    if known is not None:
        model = known.model.name if known.model is not None else "none"
        lines.append(
            f"Engine {known.engine}, Python {known.python}, model {model}, "
            f"Annoy {known.capabilities.annoy or 'no'}, "
            f"microphone {'yes' if known.capabilities.microphone else 'no'}"
        )
    lines += [
        f"Microphone chosen: {settings.microphone or 'default'}",
        f"Voice index: {settings.last_index or 'none'}",
        f"Ground sizes: {', '.join(f'{s:g} m' for s in settings.ground_sizes_m) or 'suggested'}",
        f"Log level: {settings.log_level}",
    ]
    return "\n".join(lines)


def whole(plugin: str, engine: Diagnostics | None, log: str) -> str:
    """Put the page together.

    Args:
        plugin: What :func:`plugin_part` returned.
        engine: The result of the method ``diagnostics``; None if the engine did not answer.
        log: The last lines of the engine's log.
    """
    said = "The engine did not answer." if engine is None else engine.text
    tail = "\n".join(log.splitlines()[-_LOG_LINES:]) or "empty"
    return f"{plugin}\n\n{said}\n\nEngine's log:\n{tail}\n"
