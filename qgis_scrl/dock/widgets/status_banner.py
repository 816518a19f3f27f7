"""What the dock is doing, in one plain sentence with a next step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...engine_client import LOG_TAB
from . import theme


class DockState(Enum):
    """What the dock is doing."""

    EMPTY = "empty"
    STARTING = "starting"
    READY = "ready"
    LISTENING = "listening"
    SEARCHING = "searching"
    RESULTS = "results"
    ERROR = "error"


@dataclass(frozen=True)
class StatusMessage:
    """What the user is told.

    Attributes:
        sentence: What is going on, or went wrong.
        next_step: What to do now.
        action: Text of the button that does it; empty for none.
    """

    sentence: str
    next_step: str = ""
    action: str = ""


STATUS_MESSAGES = {
    DockState.EMPTY: StatusMessage(
        "There is no voice index yet.",
        "Build one from your imagery once, then ask it as often as you like.",
        "New index...",
    ),
    DockState.STARTING: StatusMessage(
        "The engine is starting.", "This takes some seconds; choose a voice index meanwhile."
    ),
    DockState.READY: StatusMessage("Ready.", "Press Speak and say what you look for, in English."),
    DockState.LISTENING: StatusMessage("Opening the microphone...", "Esc cancels."),
    DockState.SEARCHING: StatusMessage("Searching...", "Esc cancels."),
    DockState.RESULTS: StatusMessage("Found.", "Choose a place in the list to see it on the map."),
    DockState.ERROR: StatusMessage("Something went wrong.", "Try again.", "Try again"),
}

_COLOURS: dict[DockState, QColor] = {
    DockState.EMPTY: theme.SCORE,
    DockState.STARTING: theme.SCORE,
    DockState.READY: theme.GOOD,
    DockState.LISTENING: theme.SPEECH,
    DockState.SEARCHING: theme.SCORE,
    DockState.RESULTS: theme.GOOD,
    DockState.ERROR: theme.WARNING,
}
_STRIP = 4
_BUSY = (DockState.STARTING, DockState.SEARCHING)


def log(text: str) -> None:
    """Write to QGIS's log, under the plugin's tab, without calling for attention."""
    QgsMessageLog.logMessage(text, LOG_TAB, Qgis.MessageLevel.Info, notifyUser=False)


class StatusBanner(QFrame):
    """The sentence of the state, its next step, and a button that does it.

    Signals:
        acted(): The button was pressed.
    """

    acted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = DockState.STARTING
        self.saying = STATUS_MESSAGES[DockState.STARTING]
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        font = self._sentence.font()
        font.setBold(True)
        self._sentence.setFont(font)
        self._next_step = theme.MutedLabel()
        self._next_step.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._sentence, self._next_step):
            # A theme's style sheet would paint its own ground over the tint.
            label.setStyleSheet("background: transparent")
            # Errors are copied into mails.
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(4)
        self._busy.setAccessibleName("Working")
        self.button = QPushButton()
        self.button.clicked.connect(self.acted)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

        text = QVBoxLayout()
        text.setContentsMargins(_STRIP + 8, 6, 8, 6)
        text.setSpacing(2)
        text.addWidget(self._sentence)
        text.addWidget(self._next_step)
        text.addWidget(self._busy)
        text.addSpacing(2)
        # Aligned: a button as wide as it must be would else narrow its whole column.
        text.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(text, 1)
        self.say(self.state)

    def say(self, state: DockState, saying: StatusMessage | None = None) -> None:
        """Show a state, in its own words unless others fit better."""
        self.state = state
        self.saying = saying or STATUS_MESSAGES[state]
        self._sentence.setText(self.saying.sentence)
        self._next_step.setText(self.saying.next_step)
        self._next_step.setVisible(bool(self.saying.next_step))
        self._busy.setVisible(state in _BUSY)
        self.button.setText(self.saying.action)
        self.button.setVisible(bool(self.saying.action))
        self.button.setToolTip(self.saying.next_step)
        self.button.setAccessibleName(self.saying.action)
        self.setAccessibleName(self.saying.sentence)
        self.setAccessibleDescription(self.saying.next_step)
        self.setToolTip("")
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Let the dock be narrow: the sentences wrap."""
        return QSize(120, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Tint the ground with the colour of the state, whatever the theme's ground is."""
        super().paintEvent(event)
        painter = QPainter(self)
        colour = _COLOURS[self.state]
        painter.fillRect(self.rect(), theme.faint(colour, 0.14))
        painter.fillRect(0, 0, _STRIP, self.height(), colour)
