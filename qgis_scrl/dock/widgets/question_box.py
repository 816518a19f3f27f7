"""A question that does not block the rest of QGIS."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMessageBox, QWidget


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
