"""What changes by itself is told to screen readers.

PyQt has no ``QAccessible``, so that no alert can be sent. A label that changes does send that its name has changed, but
screen readers speak only what happens to the widget with the focus. So the sentence becomes the description of that
widget for as long as it has the focus: Qt tells of it (on Linux ``object:property-change:accessible-description``), and
it is spoken.
"""

from __future__ import annotations

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QApplication, QLabel, QWidget


class Announcer(QObject):
    """Speaks for a part of the window.

    Args:
        part: Is spoken of while the focus is in its window, or in a dock on its own.
    """

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        self._told: QWidget | None = None
        self._before = ""
        QApplication.instance().focusChanged.connect(self._on_focus)

    def say(self, text: str) -> None:
        """Say a sentence, if the focus is where it matters; an empty one says nothing."""
        focus = QApplication.focusWidget()
        if not text or focus is None or focus.window() is not self._part.window():
            return
        if focus is not self._told:
            self._restore()
            self._told, self._before = focus, focus.accessibleDescription()
        focus.setAccessibleDescription(text)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not self._told:
            self._restore()

    def _restore(self) -> None:
        told, self._told = self._told, None
        if told is not None and not sip.isdeleted(told):
            told.setAccessibleDescription(self._before)


class LiveLabel(QLabel):
    """A label whose changes are spoken while the focus is in its window."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._announcer = Announcer(self)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show a text, and say it if it is new."""
        new = text != self.text()
        super().setText(text)
        if new and self.isVisible():
            self._announcer.say(text)
