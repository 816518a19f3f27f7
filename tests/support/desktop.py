"""A desktop QGIS on a screen in memory: where it cannot be had."""

from __future__ import annotations

import shutil

import pytest

needs_desktop = pytest.mark.skipif(
    shutil.which("qgis") is None or shutil.which("Xvfb") is None,
    reason="needs QGIS and Xvfb (make setup-qgis)",
)
