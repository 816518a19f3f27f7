"""A waveform that moves along while recording, or shows a whole recording."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ...translation import tr
from . import formatting, theme

_BAR = 2.0
_GAP = 1.0
_KEPT = 1024
#: Speech peaks at about a third of full scale; drawn as the square root, so that soft speech shows.
_LOWEST = 0.03


class Waveform(QWidget):
    """Bars for successive peaks of a sound.

    Args:
        parent: Of the widget.
        lines: Height in lines of text.
    """

    def __init__(self, parent: QWidget | None = None, lines: float = 2.2) -> None:
        super().__init__(parent)
        self._lines = lines
        self._peaks: deque[float] = deque(maxlen=_KEPT)
        self._live = False
        self._speaking = False
        self._level = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Waveform"))
        self.setToolTip(tr("Waveform of the recording"))

    @property
    def peaks(self) -> tuple[float, ...]:
        """The peaks that are shown."""
        return tuple(self._peaks)

    def listen(self) -> None:
        """Start anew: peaks are shown as they arrive."""
        self._peaks.clear()
        self._live, self._speaking = True, False
        self._level = 0.0
        self.update()

    def hear(self, peaks: Sequence[float], speaking: bool) -> None:
        """Show the next peaks (0 to 1)."""
        self._peaks.extend(min(1.0, max(0.0, peak)) for peak in peaks)
        self._level = max(peaks, default=0.0)
        self._speaking = speaking
        text = (
            tr("Level {level}, speech detected")
            if speaking
            else tr("Level {level}, waiting for speech")
        )
        self.setAccessibleDescription(text.format(level=formatting.percent(self._level)))
        self.update()

    def show_recording(self, peaks: Sequence[float]) -> None:
        """Show a whole recording."""
        self._peaks.clear()
        self._peaks.extend(peaks)
        self._live = self._speaking = False
        self.setAccessibleDescription("")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the preferred size: wide, some lines high."""
        return QSize(120, round(self.fontMetrics().height() * self._lines))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the minimum size."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the bars, mirrored at the middle line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        room = int(self.width() // (_BAR + _GAP))
        if room <= 0:
            return
        bars = self._bars(room)
        quiet, ground = theme.muted(self, 0.3), theme.ground_of(self)
        if not self._live:
            colour = theme.seen(theme.SCORE, ground)
        elif self._speaking:
            colour = theme.seen(theme.SPEECH, ground)
        else:
            colour = theme.seen(theme.over(theme.muted(self, 0.6), ground), ground)
        middle = self.height() / 2
        for number in range(room):
            peak = bars[number] if number < len(bars) else 0.0
            height = max(_LOWEST, min(1.0, peak**0.5)) * (self.height() - 2)
            painter.setBrush(colour if peak > 0 else quiet)
            left = number * (_BAR + _GAP)
            painter.drawRoundedRect(QRectF(left, middle - height / 2, _BAR, height), 1, 1)

    def _bars(self, room: int) -> list[float]:
        peaks = list(self._peaks)
        if self._live:
            # The newest at the right end; silence before it.
            newest = peaks[-room:]
            return [0.0] * (room - len(newest)) + newest
        if not peaks:
            return []
        bars = []
        for number in range(room):
            first = number * len(peaks) // room
            last = max(first + 1, (number + 1) * len(peaks) // room)
            bars.append(max(peaks[first:last]))
        return bars
