"""A question that does not block the rest of QGIS."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...translation import tr


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
    """Show something to be copied and passed on.

    Args:
        parent: Qt's owner.
        title: Of the window, translated.
        text: What it is.
        more: The thing itself.
    """
    box = QMessageBox(QMessageBox.Icon.Information, title, text, parent=parent)
    box.setInformativeText(more)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    copy = box.addButton(tr("Copy"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.buttonClicked.connect(
        lambda button: QGuiApplication.clipboard().setText(more) if button is copy else None
    )
    box.open()
