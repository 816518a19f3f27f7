"""Gives folders back to the disk without holding the window up."""

from __future__ import annotations

import shutil
import threading
import uuid
from pathlib import Path

_MARK = ".removing-"
_threads: set[threading.Thread] = set()


def discard(folder: Path) -> None:
    """Take a folder out of the way at once, and remove what is in it little by little.

    What is left when QGIS ends meanwhile is removed by :func:`sweep` the next time.

    Raises:
        OSError: It cannot be moved: on Windows, a program in it is running.
    """
    if not folder.exists():
        return
    aside = folder.with_name(f"{folder.name}{_MARK}{uuid.uuid4().hex[:8]}")
    folder.replace(aside)
    _remove(aside)


def sweep(parent: Path) -> None:
    """Remove what earlier removals have left below a folder."""
    running = {thread.name for thread in _threads}
    for left in parent.glob(f"*{_MARK}*"):
        if str(left) not in running:
            _remove(left)


def is_removing() -> bool:
    """Say whether something is still being removed."""
    return bool(_threads)


def _remove(folder: Path) -> None:
    def work() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        _threads.discard(thread)

    # A daemon: QGIS does not wait for it.
    thread = threading.Thread(target=work, name=str(folder), daemon=True)
    _threads.add(thread)
    thread.start()
