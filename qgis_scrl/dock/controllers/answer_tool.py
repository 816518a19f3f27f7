"""The map tool with which hits are answered where they lie: a click is a yes, Shift or the right button a no."""

from __future__ import annotations

from qgis.core import QgsPointXY
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence

from .keyboard_tool import KeyboardTool


class AnswerTool(KeyboardTool):
    """Answers the place that is clicked, until it is left.

    Signals:
        answered(object, bool): A :class:`QgsPointXY` in the CRS of the map, and whether it is a yes.
        undo_wanted(): Take the last answer back.
    """

    answered = pyqtSignal(object, bool)
    undo_wanted = pyqtSignal()

    def take(self, point: QgsPointXY, modifiers: Qt.KeyboardModifiers) -> None:
        """Answer the place there."""
        self.answered.emit(point, not modifiers & Qt.KeyboardModifier.ShiftModifier)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        """Answer the place that was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.take(event.mapPoint(), event.modifiers())
        elif event.button() == Qt.MouseButton.RightButton:
            self.answered.emit(event.mapPoint(), False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take back with the keys of the list."""
        plain = event.key() in (Qt.Key.Key_U, Qt.Key.Key_Backspace) and not event.modifiers()
        if plain or event.matches(QKeySequence.StandardKey.Undo):
            event.accept()
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)
