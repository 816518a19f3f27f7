"""The way into the demo scene: the offer in an empty dock, then questions that are asked with one press."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...demo import DemoQuestion
from ...translation import tr
from . import theme
from .flow_layout import FlowLayout


class DemoBar(QWidget):
    """Offers the demo, or its questions; hidden otherwise.

    Attributes:
        questions: The buttons of the questions.

    Signals:
        wanted(): Open the demo.
        question_wanted(int): Ask this one of the questions.
        closed(): The questions are not needed any more.
        remove_wanted(): Delete the demo.
    """

    wanted = pyqtSignal()
    question_wanted = pyqtSignal(int)
    closed = pyqtSignal()
    remove_wanted = pyqtSignal()

    def __init__(self, questions: Sequence[DemoQuestion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = theme.MutedLabel()
        theme.selectable(self.text)
        self.try_button = theme.button(
            tr("Try the demo scene"),
            tr(
                "Copy a small rendered scene into your profile, add it to the project, build its voice index and "
                "suggest three questions; takes less than a minute"
            ),
            self.wanted.emit,
            icon="explore",
            name=tr("Try it with the demo scene"),
        )
        self.close_button = theme.tool_button(
            "", "cancel", tr("Close these suggestions"), action=self.closed.emit,
            name=tr("Close these suggestions"),
        )  # fmt: skip
        self.remove_button = theme.tool_button(
            tr("Remove the demo"),
            "",
            tr("Delete the demo scene and its voice index; your own layers and indexes stay"),
            action=self.remove_wanted.emit,
        )
        self.questions = [self._question(number, one) for number, one in enumerate(questions)]
        head = theme.pack(QHBoxLayout(), self.text, self.close_button, wide=self.text, spacing=2)
        theme.pack(
            QVBoxLayout(self),
            head,
            theme.pack(FlowLayout(), self.try_button, *self.questions, self.remove_button),
            spacing=theme.gap(self),
        )
        self.show_nothing()

    def _question(self, number: int, question: DemoQuestion) -> QWidget:
        if question.recording:
            tip = tr("Ask with this recording, as if you had spoken: “{text}”")
            name = tr("Spoken question: {text}")
        else:
            tip, name = tr("Ask “{text}”"), tr("Typed question: {text}")
        return theme.button(
            question.text,
            tip.format(text=question.text),
            lambda: self.question_wanted.emit(number),
            icon="microphone" if question.recording else "type",
            name=name.format(text=question.text),
            elided_text=True,
        )

    def show_nothing(self) -> None:
        """Hide the bar."""
        self.setVisible(False)

    def show_offer(self, text: str, usable: bool, removable: bool) -> None:
        """Offer the demo.

        Args:
            text: What it is, or what has become of it.
            usable: Whether it can be opened now.
            removable: Whether there is something to delete.
        """
        self._show(text, False)
        self.try_button.setEnabled(usable)
        self.remove_button.setVisible(removable)

    def show_questions(self, text: str) -> None:
        """Offer the questions."""
        self._show(text, True)
        self.remove_button.setVisible(True)

    def set_askable(self, askable: bool) -> None:
        """Allow questions."""
        for button in self.questions:
            button.setEnabled(askable)

    def _show(self, text: str, asking: bool) -> None:
        self.text.setText(text)
        self.try_button.setVisible(not asking)
        for button in (*self.questions, self.close_button):
            button.setVisible(asking)
        self.setVisible(True)
