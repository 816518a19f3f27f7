"""QGIS's Python here, and those that the engine's packages are pinned for."""

from __future__ import annotations

import sys

from qgis_scrl.installation import lock_file

THIS_PYTHON = f"3.{sys.version_info.minor}"
PINNED_FOR = lock_file.supported_versions("linux")
