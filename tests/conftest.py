"""Fixtures for all tests, and which Python runs which.

The engine's tests run in ``.venv``, the plugin's in ``.venv-qgis``, where QGIS is and torch is not;
``pytest`` in either collects what belongs there.
"""

from __future__ import annotations

import importlib.util
import os
import tempfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from engine.model.checkpoint import ScrlModel

# Qt 5 on GLib's event loop now and then died inside it, on a loaded machine, where a program could not be started.
os.environ.setdefault("QT_NO_GLIB", "1")

# As the engine's programs do, before torch is loaded: on loaded cores threads that spin at every barrier make minutes
# of seconds.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

pytest_plugins = ["tests.support.microphone"]

# They need a screen and a session bus of their own: `make test-accessibility`.
collect_ignore = [] if "QGIS_SCRL_SCREEN_READER" in os.environ else ["accessibility"]

if importlib.util.find_spec("qgis") is None:
    collect_ignore += ["plugin"]
    collect_ignore_glob = ["end_to_end/test_qgis_*.py"]
else:
    # QGIS's profile stays from run to run, and with it the master password that somebody set first. Each process its own.
    _passwords = tempfile.TemporaryDirectory(prefix="qgis-scrl-auth-", ignore_cleanup_errors=True)
    os.environ["QGIS_AUTH_DB_DIR_PATH"] = _passwords.name
    collect_ignore_glob = [
        "engine",
        "test_compatibility.py",
        "test_layout.py",
        "test_package.py",
        "end_to_end/test_demo.py",
        "end_to_end/test_microphone.py",
        "end_to_end/test_monkey.py",
        "end_to_end/test_soak.py",
        "end_to_end/test_void.py",
    ]


@pytest.fixture(scope="session")
def model() -> ScrlModel:
    """The model that ships; tests leave it as it is."""
    from engine.model.checkpoint import load_model  # QGIS's Python has no torch

    return load_model()
