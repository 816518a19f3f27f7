"""The recent questions: listen to them, ask them again."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
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


class PlayButton(theme.FollowsTheme, QToolButton):
    """Plays a recording, or stops it."""

    def __init__(self, player: SoundPlayer, recording: str = "") -> None:
        super().__init__()
        self._player = player
        self._recording = recording
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._toggle)
        player.started.connect(self._apply_theme)
        player.stopped.connect(self._apply_theme)
        self._apply_theme()

    def show_recording(self, recording: str) -> None:
        """Play this one from now on."""
        self._recording = recording
        self.setVisible(True)
        self.setEnabled(True)
        self._apply_theme()

    @property
    def _is_playing(self) -> bool:
        return bool(self._recording) and self._player.playing == self._recording

    def _toggle(self) -> None:
        if self._is_playing:
            self._player.stop()
        elif not self._player.play(self._recording):
            self.setEnabled(False)
            self.setToolTip(
                tr("The recording has been deleted, or cannot be played on this computer")
            )

    def _apply_theme(self) -> None:
        self.setIcon(theme.themed_icon("stop" if self._is_playing else "play", self))
        text = tr("Stop playback") if self._is_playing else tr("Play the question")
        self.setToolTip(text)
        self.setAccessibleName(text)


class _Row(QWidget):
    """A question: play button, recognised phrase, waveform, ask button."""

    def __init__(self, question: AskedQuery, player: SoundPlayer, parent: QWidget) -> None:
        super().__init__(parent)
        self.play = PlayButton(player, question.recording)
        name = theme.ElidedLabel(question.title)
        when = [formatting.clock_time(question.asked_at)]
        if question.recording:
            when.append(formatting.seconds(question.spoken.seconds, 1))
        details = theme.MutedLabel(" · ".join(when))
        details.setWordWrap(False)
        waveform = Waveform(lines=1.4)
        waveform.show_recording(question.spoken.peaks)
        moment = formatting.moment(question.asked_at)
        waveform.setToolTip(tr("Asked: {moment}").format(moment=moment))
        self.ask = theme.button(
            tr("Ask"),
            tr("Search again with this question"),
            name=tr("Ask again: {question} ({moment})").format(
                question=question.title, moment=moment
            ),
        )
        title = theme.pack(QHBoxLayout(), name, details, wide=name, spacing=10)
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
        self.hint = theme.MutedLabel(tr("There are no recent questions."))
        self._layout = theme.pack(QVBoxLayout(self._list), self.hint, spacing=0, margin=4)
        scroll = theme.scroll_area(self._list)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.pack(QVBoxLayout(self), scroll)

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
