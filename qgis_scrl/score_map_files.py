"""The files of maps of scores: in the user's profile, so that a saved project finds them again.

A map that no project was saved with is garbage once its layer is gone; one that a project was saved with has an empty
file ``NAME.saved`` beside it, and stays.
"""

from __future__ import annotations

import contextlib
import time
import uuid
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from .paths import make_private
from .settings import Settings

_ENDING = ".tif"
_MARK = ".saved"
#: Another window of QGIS may show it, unsaved, for days.
_ABANDONED_SECONDS = 7 * 86_400


class ScoreMapFiles:
    """Gives maps of scores their files.

    Args:
        settings: Say where.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def new_file(self) -> Path:
        """Return a path for a new map; its folder exists, and what was abandoned there is gone.

        Raises:
            OSError: The folder cannot be made.
        """
        folder = self._settings.score_maps_folder
        make_private(folder)
        self._sweep(folder)
        stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
        return folder / f"{stamp}-{uuid.uuid4().hex[:6]}{_ENDING}"

    def mark_saved(self, files: Iterable[str]) -> None:
        """Keep these files, as far as they are ours: a project was saved with them.

        Raises:
            OSError: A mark cannot be written.
        """
        folder = self._settings.score_maps_folder
        for file in map(Path, files):
            if file.parent == folder and file.exists():
                file.with_suffix(_MARK).touch()

    def _sweep(self, folder: Path) -> None:
        for file in folder.glob(f"*{_ENDING}"):
            # Another time if not now: Windows keeps a file that is shown.
            with contextlib.suppress(OSError):
                old = time.time() - file.stat().st_mtime > _ABANDONED_SECONDS
                if old and not file.with_suffix(_MARK).exists():
                    # QGIS writes statistics beside rasters.
                    file.with_name(f"{file.name}.aux.xml").unlink(missing_ok=True)
                    file.unlink()
