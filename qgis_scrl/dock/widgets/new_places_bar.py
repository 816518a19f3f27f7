"""The line that says what saved searches have found in imagery that is new."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QWidget

from ...translation import tr
from . import theme


class NewPlacesBar(QWidget):
    """Says how many new places there are, and shows them; hidden while there is none.

    Signals:
        show_wanted(): Show them on the map.
    """

    show_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel()
        self.label.setWordWrap(True)
        theme.bold(self.label)
        theme.selectable(self.label)
        self.show_button = theme.tool_button(
            tr("Show"),
            "zoom",
            tr("Add the new places to the map as a layer; after that they are no longer new"),
            tr("Show new places"),
            action=self.show_wanted.emit,
        )
        theme.pack(QHBoxLayout(self), self.label, self.show_button, wide=self.label)
        self.say("")

    def say(self, text: str) -> None:
        """Say what is new; nothing hides the line."""
        self.label.setText(text)
        self.setVisible(bool(text))
