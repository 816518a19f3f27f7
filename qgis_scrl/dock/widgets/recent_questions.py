"""The recent questions: listen to them, ask them again."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...compat import SoundPlayer
from ...history import AskedQuery
from ...translation import tr
from . import formatting, theme
from .waveform import Waveform

SHOWN = 10


class _Row(QWidget):
    """A question: play button, recognised phrase, waveform, ask button."""

    def __init__(self, question: AskedQuery, player: SoundPlayer, parent: QWidget) -> None:
        super().__init__(parent)
        self.question = question
        self._player = player
        self.play = QToolButton()
        self.play.setAutoRaise(True)
        self.play.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.play.clicked.connect(self._toggle)
        name = theme.ElidedLabel(question.title)
        when = [formatting.clock_time(question.asked_at)]
        if question.recording:
            when.append(formatting.seconds(question.seconds, 1))
        details = theme.MutedLabel(" · ".join(when))
        details.setWordWrap(False)
        waveform = Waveform(lines=1.4)
        waveform.show_recording(question.peaks)
        moment = formatting.moment(question.asked_at)
        waveform.setToolTip(tr("Asked: {moment}").format(moment=moment))
        self.ask = QPushButton(tr("Ask"))
        self.ask.setToolTip(tr("Search again with this question"))
        self.ask.setAccessibleName(
            tr("Ask again: {question} ({moment})").format(question=question.title, moment=moment)
        )
        self.ask.setAutoDefault(False)
        title = QHBoxLayout()
        title.setSpacing(10)
        title.addWidget(name, 1)
        title.addWidget(details)
        layout = QGridLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(2)
        layout.addWidget(self.play, 0, 0, 2, 1)
        layout.addLayout(title, 0, 1)
        layout.addWidget(waveform, 1, 1)
        layout.addWidget(self.ask, 0, 2, 2, 1)
        layout.setColumnStretch(1, 1)
        # Without sound only its place stays, so that all titles stand below each other.
        policy = self.play.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.play.setSizePolicy(policy)
        if not question.recording:
            self.play.hide()
            waveform.hide()
        self.follow_player()

    def follow_player(self) -> None:
        """Show whether this question is being played."""
        playing = self._player.playing == self.question.recording
        self.play.setIcon(theme.themed_icon("stop" if playing else "play", self.play))
        text = tr("Stop playback") if playing else tr("Play the question")
        self.play.setToolTip(text)
        self.play.setAccessibleName(text)

    def _toggle(self) -> None:
        if self._player.playing == self.question.recording:
            self._player.stop()
        else:
            self._player.play(self.question.recording)


class RecentQuestions(QFrame):
    """A drop-down list; Tab moves through it, Esc closes it.

    Signals:
        chosen(object): Ask this :class:`AskedQuery` again.
    """

    chosen = pyqtSignal(object)

    def __init__(self, player: SoundPlayer, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(tr("Recent questions"))
        self._player = player
        self._rows: list[_Row] = []
        self._questions: tuple[AskedQuery, ...] = ()
        self._list = QWidget()
        self._layout = QVBoxLayout(self._list)
        self._layout.setContentsMargins(4, 4, 4, 4)
        self._layout.setSpacing(0)
        self.hint = theme.MutedLabel(tr("There are no recent questions."))
        self._layout.addWidget(self.hint)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        player.started.connect(self._follow_player)
        player.stopped.connect(self._follow_player)

    @property
    def count(self) -> int:
        """Number of questions."""
        return len(self._questions)

    def set_questions(self, questions: Sequence[AskedQuery]) -> None:
        """Show these, at most ten."""
        self._questions = tuple(questions[:SHOWN])

    def fill(self) -> None:
        """Create the rows; they are created anew each time, in the colours of the theme."""
        for row in self._rows:
            self._layout.removeWidget(row)
            row.deleteLater()
        self._rows = []
        self.hint.setVisible(not self._questions)
        for question in self._questions:
            row = _Row(question, self._player, self._list)
            row.ask.clicked.connect(lambda _on=False, asked=question: self._choose(asked))
            self._layout.addWidget(row)
            self._rows.append(row)

    def show_below(self, button: QWidget) -> None:
        """Drop down below a button, within the screen."""
        self.fill()
        width = max(self.parentWidget().width(), self.fontMetrics().averageCharWidth() * 48)
        wanted = self._list.sizeHint().height() + 4
        screen = button.screen().availableGeometry()
        height = min(wanted, round(screen.height() * 0.6))
        self.resize(width, height)
        corner = self.parentWidget().mapToGlobal(QPoint(0, 0))
        below = button.mapToGlobal(QPoint(0, button.height() + 2)).y()
        if below + height > screen.bottom():
            below = button.mapToGlobal(QPoint(0, -height - 2)).y()
        left = max(screen.left(), min(corner.x(), screen.right() - width))
        self.move(left, max(screen.top(), below))
        self.show()
        if self._rows:
            self._rows[0].ask.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, question: AskedQuery) -> None:
        self.close()
        self.chosen.emit(question)

    def _follow_player(self, _path: str = "") -> None:
        for row in self._rows:
            row.follow_player()
