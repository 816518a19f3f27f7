"""The line below the hits: how many are a yes and a no, and what can be done with that."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolButton, QVBoxLayout, QWidget

from ...translation import tr
from . import theme
from .flow_layout import FlowLayout


class LabelBar(QWidget):
    """Counts labels, and refines the question with them.

    Signals:
        ask_wanted(): Ask the question again, with the labels.
        map_wanted(bool): Let the user answer places on the map; False: not any more.
        doubtful_wanted(): Show the places whose labels would teach most.
        undo_wanted(): Take the last label back.
        clear_wanted(): Take all labels away.
        profile_wanted(): Save what the question has become.
        export_wanted(): Write the labels as training data.
    """

    ask_wanted = pyqtSignal()
    map_wanted = pyqtSignal(bool)
    doubtful_wanted = pyqtSignal()
    undo_wanted = pyqtSignal()
    clear_wanted = pyqtSignal()
    profile_wanted = pyqtSignal()
    export_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._askable = False
        self._labelled = False
        self.counts = theme.MutedLabel()
        self.ask_button = theme.tool_button(
            tr("Refine"),
            "refine",
            tr("Search again with your answers: more like what got a yes, nothing that got a no"),
            tr("Refine the question with your answers"),
            self.ask_wanted.emit,
        )
        self.more_button = theme.tool_button(
            tr("Answers"), "more", tr("Answer on the map; undo, clear, save or export your answers")
        )
        self.doubtful_button = theme.tool_button(
            tr("Show doubtful ones"),
            "doubtful",
            tr("Show the places about which the question is least sure: answers teach most there"),
            action=self.doubtful_wanted.emit,
        )
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self.more_button.setMenu(self._menu)
        self.map_action = self._action(
            tr("Yes / No on the map"),
            tr(
                "Click places on the map: a click is a yes, Shift+click or a right click a no; Esc leaves"
            ),
        )
        self.map_action.setCheckable(True)
        self.map_action.triggered.connect(self.map_wanted)
        self._menu.addSeparator()
        self.undo_action = self._action(
            tr("Undo the last answer"),
            tr("In the list: U, Backspace or Ctrl+Z"),
            self.undo_wanted.emit,
        )
        self.clear_action = self._action(
            tr("Clear answers"),
            tr("Take back all answers to this question; this can be undone"),
            self.clear_wanted.emit,
        )
        self._menu.addSeparator()
        self.profile_action = self._action(
            tr("Save as search profile…"),
            tr(
                "Save the question with what it has learned as a small file, for other indexes and colleagues"
            ),
            self.profile_wanted.emit,
        )
        self.export_action = self._action(
            tr("Export answers…"),
            tr("Write the answers as training data: footprints (GeoPackage) or pictures (COCO)"),
            self.export_wanted.emit,
        )
        buttons = theme.pack(FlowLayout(), self.ask_button, self.more_button, self.doubtful_button)
        theme.pack(QVBoxLayout(self), self.counts, buttons, spacing=0)
        self.show_counts(0, 0, False)

    def show_counts(self, yes: int, no: int, can_undo: bool) -> None:
        """Show how many hits are a yes and how many a no."""
        self._labelled = bool(yes or no)
        if self._labelled:
            self.counts.setText(tr("{yes} yes, {no} no").format(yes=yes, no=no))
        else:
            self.counts.setText(tr("Answer places with Y (yes) or N (no), then press Refine."))
        self.undo_action.setEnabled(can_undo)
        self.clear_action.setEnabled(self._labelled)
        self._enable()

    def set_askable(self, askable: bool) -> None:
        """Set whether something can be asked of the engine now."""
        self._askable = askable
        self._enable()

    def _enable(self) -> None:
        self.ask_button.setEnabled(self._askable and self._labelled)
        self.doubtful_button.setEnabled(self._askable)
        self.profile_action.setEnabled(self._askable)
        self.export_action.setEnabled(self._askable and self._labelled)

    def _action(self, text: str, tip: str, action: Callable[[], None] | None = None) -> QAction:
        made = self._menu.addAction(text)
        made.setToolTip(tip)
        if action is not None:
            made.triggered.connect(lambda _checked=False: action())
        return made
