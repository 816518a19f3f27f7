"""What happens when somebody wants to know what has changed between two dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QImage

from ...contract import NO_QUESTION, IndexInfo, methods
from ...history import AskedQuery
from ...layers import group
from ...layers.changes import open_changes
from ...settings import Settings
from ...translation import tr
from ..dialogs.changes_dialog import ChangesDialog
from ..engine_requests import EngineRequests
from ..widgets.index_bar import IndexBar
from .index_dialog_controller import TilesDialogController
from .map_view import MapView
from .results_controller import ResultsController


class ChangesController(TilesDialogController):
    """Opens the dialog *What has changed?* and does what it asks for.

    Args:
        info: Returns what the chosen index holds.

    Signals:
        time_wanted(object): Show this :class:`Tile` through time.
    """

    time_wanted = pyqtSignal(object)

    dialog: ChangesDialog | None

    def __init__(
        self,
        bar: IndexBar,
        answers: ResultsController,
        engine_requests: EngineRequests,
        settings: Settings,
        map_view: MapView,
        info: Callable[[], IndexInfo | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__("changes", bar, engine_requests, settings, map_view, parent)
        self._answers = answers
        self._info = info
        self._params: methods.FindChangesParams | None = None
        self._pictures.arrived.connect(self._on_picture)
        bar.changes_action.triggered.connect(lambda _checked=False: self.open())
        answers.shown.connect(lambda *_answer: self._show_question())

    def open(self) -> None:
        """Open the dialog for the chosen index, or bring it to the front."""
        info = self._info()
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
        elif info is not None:
            dialog = self.dialog = ChangesDialog(self._bar.index, info.sources, self._bar)
            dialog.find_wanted.connect(self._find)
            dialog.cancel_wanted.connect(self._cancel)
            dialog.place_shown.connect(lambda change, close: self._show_place(change.after, close))
            dialog.time_wanted.connect(lambda change: self.time_wanted.emit(change.after))
            dialog.layer_wanted.connect(self._add_layer)
            dialog.finished.connect(self._on_closed)
            self._show_question()
            dialog.show()

    def _show_question(self) -> None:
        if self.dialog is not None:
            asked: AskedQuery | None = self._answers.asked_query
            same = asked is not None and asked.index == self.dialog.index
            self.dialog.show_question(asked if same else None)

    def _find(self) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        query = NO_QUESTION
        if dialog.direction and dialog.asked is not None:
            query = dialog.asked.query
        filters = self._filters()
        if filters is None:
            return
        before, after = dialog.periods
        params = self._params = methods.FindChangesParams(
            dialog.index,
            before,
            after,
            replace(query, filters=filters, k=dialog.most.value()),
            dialog.direction or "any",
            dialog.at_least.value() if dialog.direction else 0.0,
        )
        self._compare(methods.FIND_CHANGES, params, self._on_found)

    def _on_found(self, result: methods.FindChangesResult) -> None:
        dialog = self.dialog
        if dialog is not None:
            dialog.show_result(result)
            dialog.list.setFocus()
            self._pictures.fetch(dialog.index, dialog.list.missing, dialog.devicePixelRatioF())

    def _on_picture(self, tile_id: int, image: QImage) -> None:
        if self.dialog is not None:
            self.dialog.list.set_picture(tile_id, image)

    def _add_layer(self) -> None:
        """Let the engine write the places, and show them on the map."""
        params = self._params
        if self.dialog is None or params is None:
            return
        self._write(
            "changes", ("changes",), tr("Writing the places…"), methods.FIND_CHANGES, params, self._on_written
        )  # fmt: skip

    def _on_written(self, file: Path, index: Path, result: methods.FindChangesResult) -> None:
        if self.dialog is not None:
            # The index may have grown: list what the map shows.
            if result != self.dialog.result:
                self._on_found(result)
            self.dialog.end(tr("The places are on the map."))
        layer = open_changes(file, index)
        if layer is None:
            self._tell_unreadable(file)
            return
        group.add_layer(self._project, layer)
        self._map.show_all(layer)
        self.changed.emit()
