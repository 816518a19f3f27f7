"""Long work on Qt's main thread, in steps, so that the window stays responsive."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.PyQt.QtCore import QObject, QTimer


class Steps(QObject):
    """Runs a generator, one step per turn of Qt's event loop; only one generator at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=0, timeout=self._step)

    def begin(self, work: Iterator[None]) -> None:
        """Schedule new work; work in progress is abandoned."""
        self._work = work
        self._timer.start()

    def give_up(self) -> None:
        """Abandon the work before its next step."""
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
        # The step itself may have abandoned or replaced the work.
        if self._work is work:
            self._timer.start()
