"""Questions, and texts to pass on, that do not block the rest of QGIS."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ...translation import tr
from . import theme


def ask_first(parent: QWidget, title: str, text: str, more: str, then: Callable[[], None]) -> None:
    """Ask whether to do something; Cancel is the default.

    Args:
        parent: Qt's owner.
        title: Of the window, translated.
        text: The question.
        more: What to know before answering it.
        then: Called after Yes.
    """
    box = QMessageBox(QMessageBox.Icon.Question, title, text, parent=parent)
    box.setInformativeText(more)
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(
        lambda answer: then() if answer == QMessageBox.StandardButton.Yes else None
    )
    box.open()


def show_text(parent: QWidget, title: str, text: str, more: str) -> None:
    """Show something to be copied and passed on, of any length.

    Args:
        parent: Qt's owner.
        title: Of the window, translated.
        text: What it is.
        more: The thing itself.
    """
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    label = QLabel(text)
    label.setWordWrap(True)
    shown = QPlainTextEdit(more)
    shown.setReadOnly(True)
    # A line is a statement, or a part of one, and is to be seen as such.
    shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    # Tab goes on to the buttons.
    shown.setTabChangesFocus(True)
    shown.setAccessibleName(text)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    copy = buttons.addButton(tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda _on=False: QGuiApplication.clipboard().setText(more))
    buttons.rejected.connect(dialog.reject)
    theme.pack(QVBoxLayout(dialog), label, shown, buttons, wide=shown, margin=None)
    dialog.resize(dialog.fontMetrics().size(0, "x" * 80 + "\n" * 20))
    dialog.open()
