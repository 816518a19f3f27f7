"""The field to type a question in, which completes what was asked before."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QStringListModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QCompleter, QLineEdit, QToolButton, QWidget

from ...translation import tr
from . import theme

_LONGEST = 500


class QuestionField(QLineEdit):
    """A line of text; Enter asks it, Esc clears it.

    Signals:
        entered(str, bool): Ask this sentence; True: in addition to the question that is shown.
    """

    entered = pyqtSignal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            # Qt makes it without.
            button.setToolTip(tr("Clear (Esc)"))
            button.setAccessibleName(tr("Clear what is typed"))
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(tr("Type a question"))
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        theme.readable_placeholder(self, "")
        self.show_adding(False)
        self.set_usable("")

    def show_sentence(self, sentence: str) -> None:
        """Show the sentence that is asked, unless the user is typing another one."""
        if not (self.isModified() and self.text()):
            self.setText(sentence)

    def show_adding(self, adding: bool) -> None:
        """Say whether what is typed is added to the question, and make room for it."""
        if adding:
            self.show_sentence("")
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setPlaceholderText(tr("Type what to add") if adding else tr("Or type: storage tanks"))

    def set_usable(self, reason: str) -> None:
        """Let the user type, unless there is a reason against it."""
        self.setEnabled(not reason)
        self.setToolTip(
            reason
            or tr(
                "Type in English what you are looking for, and press Enter.\n"
                "Ctrl+Enter adds it to the question that is shown."
            )
        )

    def set_known(self, sentences: Sequence[str]) -> None:
        """Complete these."""
        self._known.setStringList(list(dict.fromkeys(filter(None, sentences))))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ask with Enter, clear with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.completer().popup().hide()
            self.selectAll()
            text = self.text().strip()
            if text:
                self.setModified(False)
                adding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self.entered.emit(text, adding)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            if self.completer().popup().isVisible():
                self.completer().popup().hide()
            else:
                self.clear()
        else:
            super().keyPressEvent(event)
