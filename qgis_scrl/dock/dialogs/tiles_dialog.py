"""What dialogs have in common that list tiles of a voice index, and for which the engine works a while."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QWidget

from ...contract import ProgressReport
from ...help import Topic
from ...translation import tr
from ..widgets import formatting, theme
from ..widgets.announcing import LiveLabel
from ..widgets.help_button import add_help

#: Whoever holds an arrow key down must not make the map jump along.
_SHOW_AFTER_MS = 120


class TilesDialog(QDialog):
    """Says what the engine is doing; the map and the dock stay usable.

    Args:
        index: Folder of the voice index.

    Attributes:
        topic: What its Help button tells of.
        result: What is listed; None if nothing is.
    """

    topic: ClassVar[Topic]
    result: Any = None

    def __init__(self, index: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.index = index
        self._is_busy = False
        self.busy = theme.busy_bar(6)
        self.busy.setAccessibleName(tr("Progress"))
        self.status = LiveLabel()
        theme.selectable(self.status)
        self.status.setAccessibleName(tr("Status"))
        self.close_box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.close_box.rejected.connect(self.reject)
        add_help(self, self.close_box, self.topic)
        # Enter belongs to the lists.
        self.close_box.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self._show_timer = QTimer(
            self, singleShot=True, interval=_SHOW_AFTER_MS, timeout=self._show_place
        )

    @property
    def is_busy(self) -> bool:
        """Whether tiles are being compared."""
        return self._is_busy

    def begin(self, text: str) -> None:
        """Show that something is going on."""
        self._is_busy = True
        self.busy.setRange(0, 0)
        self.status.setText(text)
        self._enable()

    def show_progress(self, report: ProgressReport) -> None:
        """Show how far it is."""
        self.busy.setRange(0, max(0, report.total))
        self.busy.setValue(report.done)
        self.status.setText(formatting.progress(report))

    def end(self, text: str) -> None:
        """Show that nothing is going on any more, and why."""
        self._is_busy = False
        self.status.setText(text)
        self._enable()

    def _enable(self) -> None:
        """Enable what can be done now."""
        raise NotImplementedError

    def _show_place(self) -> None:
        """Show the place that is selected on the map."""
        raise NotImplementedError
