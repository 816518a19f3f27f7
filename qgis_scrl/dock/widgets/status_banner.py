"""The state of the dock in one sentence, with the next step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...engine_client import LOG_TAB
from ...translation import tr
from . import theme
from .announcing import Announcer


class DockState(Enum):
    """The state of the dock."""

    EMPTY = "empty"
    STARTING = "starting"
    READY = "ready"
    LISTENING = "listening"
    SEARCHING = "searching"
    RESULTS = "results"
    ERROR = "error"


@dataclass(frozen=True)
class StatusMessage:
    """What the banner says, translated.

    Attributes:
        sentence: What is happening, or went wrong.
        next_step: What to do now.
        action: Text of the button that does it; empty for none.
        code: Names the failure that is told of, in any language; empty if there is none.
        doubtful: An answer that probably is none: without the colour of success.
    """

    sentence: str
    next_step: str = ""
    action: str = ""
    code: str = ""
    doubtful: bool = False


def status_message(state: DockState) -> StatusMessage:
    """Return what the banner says of a state unless there is more to say."""
    return {
        DockState.EMPTY: StatusMessage(
            tr("There is no voice index yet."),
            tr("Build one from your imagery, then search it by voice as often as you like."),
            tr("New index…"),
        ),
        DockState.STARTING: StatusMessage(
            tr("Starting the engine…"),
            tr("This takes a few seconds. Meanwhile you can choose a voice index."),
        ),
        DockState.READY: StatusMessage(
            tr("Ready."), tr("Press Speak and say in English what you are looking for, or type it.")
        ),
        DockState.LISTENING: StatusMessage(
            tr("Opening the microphone…"), tr("Press Esc to cancel.")
        ),
        DockState.SEARCHING: StatusMessage(tr("Searching…"), tr("Press Esc to cancel.")),
        DockState.RESULTS: StatusMessage(
            tr("Search finished."), tr("Select a place in the list to show it on the map.")
        ),
        DockState.ERROR: StatusMessage(
            tr("Something went wrong."), tr("Try again."), tr("Try again")
        ),
    }[state]


#: States that are not listed: :data:`.theme.SCORE`.
_COLOURS = {
    DockState.READY: theme.GOOD,
    DockState.LISTENING: theme.SPEECH,
    DockState.RESULTS: theme.GOOD,
    DockState.ERROR: theme.WARNING,
}
_STRIP = 4
_BUSY = (DockState.STARTING, DockState.SEARCHING)


def log(text: str) -> None:
    """Write to the plugin's tab of QGIS's message log, without notifying the user."""
    QgsMessageLog.logMessage(text, LOG_TAB, Qgis.MessageLevel.Info, notifyUser=False)


class StatusBanner(QFrame):
    """The sentence of the state, its next step, and a button that does it.

    Signals:
        acted(): The button was pressed.

    Attributes:
        state: The state that is shown.
        message: What is said of it.
    """

    acted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = DockState.STARTING
        self.message = status_message(self.state)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._announcer = Announcer(self)
        self._sentence = QLabel()
        theme.bold(self._sentence)
        self._next_step = theme.MutedLabel()
        for label in (self._sentence, self._next_step):
            # A theme's style sheet would paint its own background over the tint.
            label.setStyleSheet("background:transparent")
            theme.selectable(label)
        self._busy = theme.busy_bar(4)
        self._busy.setAccessibleName(tr("Working"))
        self.button = QPushButton()
        self.button.clicked.connect(self.acted)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

        text = theme.pack(QVBoxLayout(), self._sentence, self._next_step, self._busy, spacing=2)
        text.setContentsMargins(_STRIP + 8, 6, 8, 6)
        text.addSpacing(2)
        # Aligned: otherwise the button's maximum width would limit the whole column.
        text.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        theme.pack(QHBoxLayout(self), text, spacing=0)
        self.show_state(self.state)

    def show_state(self, state: DockState, message: StatusMessage | None = None) -> None:
        """Show a state, with its usual message unless another one is given."""
        before, self.message = self.message, message or status_message(state)
        self.state = state
        self._sentence.setText(self.message.sentence)
        self._next_step.setText(self.message.next_step)
        self._next_step.setVisible(bool(self.message.next_step))
        self._busy.setVisible(state in _BUSY)
        self.button.setText(self.message.action)
        self.button.setVisible(bool(self.message.action))
        self.button.setToolTip(self.message.next_step)
        self.button.setAccessibleName(self.message.action)
        self.setAccessibleName(self.message.sentence)
        self.setAccessibleDescription(self.message.next_step)
        if self.message != before:
            self._announcer.say(f"{self.message.sentence} {self.message.next_step}".strip())
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Let the dock be narrow: the sentences wrap."""
        return QSize(120, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Tint the background with the colour of the state, whatever the theme's background is."""
        super().paintEvent(event)
        painter = QPainter(self)
        colour = theme.SCORE if self.message.doubtful else _COLOURS.get(self.state, theme.SCORE)
        tint, edge = theme.tint_and_edge(self, colour)
        painter.fillRect(self.rect(), tint)
        painter.fillRect(0, 0, _STRIP, self.height(), edge)
