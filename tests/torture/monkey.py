"""The monkey: a desktop QGIS with the plugin, used at random; nothing may crash, hang, or end in a traceback.

Everything is real but the user: the dock, its dialogs, the worker with the bundled model. A seed says what is done, not when
the engine answers: the same seed need not take the same way twice. What was done is in ``turns.txt``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tools.qgis_desktop import CannotRun, run_in_qgis


def run(home: Path, seed: int, count: int, minutes: float) -> dict[str, Any]:
    """Let it play, and return its turns, what it found, and the longest turn in seconds.

    Args:
        home: A folder for everything.
        seed: Of the random numbers.
        count: Turns.
        minutes: No turn is taken later.

    Raises:
        tools.qgis_desktop.CannotRun: QGIS crashed or hung, or did not answer a question afterwards.
    """
    folder = home / "indexes"
    folder.mkdir(parents=True)
    hangs = home / "hangs.txt"
    task = {"folder": str(folder), "hangs": str(hangs), "seed": seed, "count": count, "minutes": minutes}  # fmt: skip
    try:
        return run_in_qgis("tests.torture.monkey_in_qgis:play", task, home, seconds=60 * minutes + 1_200)  # fmt: skip
    except CannotRun as reason:
        turns = folder / "turns.txt"
        last = turns.read_text(encoding="utf-8").splitlines()[-20:] if turns.exists() else []
        hung = hangs.read_text(encoding="utf-8") if hangs.exists() else ""
        raise CannotRun("\n".join((str(reason), hung, "The last turns:", *last))) from None
