"""The stand-in is there before any module of the plugin is imported."""

import importlib.util

if importlib.util.find_spec("PyQt6") is None:
    collect_ignore_glob = ["test_*.py"]
else:
    from tests.qt6.standin import install

    install()
