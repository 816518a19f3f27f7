"""Work on Qt's own thread, in steps between which the window stays free."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.PyQt.QtCore import QObject, QTimer


class Steps(QObject):
    """Does one piece of work at a time: a generator that yields where others may have their turn."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=0, timeout=self._step)

    def begin(self, work: Iterator[None]) -> None:
        """Begin some work, soon; give up what is going on."""
        self._work = work
        self._timer.start()

    def give_up(self) -> None:
        """Stop before the next step."""
        self._work = None
        self._timer.stop()

    def _step(self) -> None:
        work = self._work
        if work is None:
            return
        try:
            next(work)
        except StopIteration:
            return
        # It may have been given up meanwhile.
        if self._work is work:
            self._timer.start()
