"""What happens when somebody wants to know what has changed between two dates."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...contract import NO_QUESTION, Change, Filters, IndexInfo, Notice, methods
from ...errors import EngineError
from ...history import AskedQuery
from ...layers import group, hits, search_areas
from ...layers.changes import open_changes
from ...settings import Settings
from ...translation import tr
from ..dialogs.changes_dialog import ChangesDialog
from ..engine_requests import EngineRequests
from ..widgets.index_bar import IndexBar
from .map_view import MapView
from .results_controller import ResultsController
from .tile_pictures import TilePictures

_REQUESTS = ("changes", "changes-layer")


class ChangesController(QObject):
    """Opens the dialog *What has changed?* and does what it asks for.

    Args:
        info: Returns what the chosen index holds.

    Attributes:
        dialog: The dialog, while it is open.

    Signals:
        changed(): There are other layers.
        told(str, int): A sentence for QGIS's message bar and its ``Qgis.MessageLevel``.
        time_wanted(object): Show this :class:`Tile` through time.
    """

    changed = pyqtSignal()
    told = pyqtSignal(str, int)
    time_wanted = pyqtSignal(object)

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
        super().__init__(parent)
        self._bar = bar
        self._answers = answers
        self._engine_requests = engine_requests
        self._settings = settings
        self._map = map_view
        self._info = info
        self._project = QgsProject.instance()
        self.dialog: ChangesDialog | None = None
        self._params: methods.FindChangesParams | None = None
        self._pictures = TilePictures("changes-pictures", engine_requests, self)
        self._pictures.arrived.connect(
            lambda tile_id, image: self.dialog and self.dialog.list.set_picture(tile_id, image)
        )
        bar.changes_action.triggered.connect(lambda _checked=False: self.open())
        bar.index_chosen.connect(self._on_index)
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
            dialog.place_shown.connect(self._show_place)
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
        filters = Filters()
        if dialog.in_view.isChecked():
            try:
                filters = Filters(area=search_areas.view_area(self._map.settings(), self._project))
            except search_areas.NoArea as error:
                dialog.end(f"{error.sentence} {error.next_step}")
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
        dialog.begin(tr("Comparing tiles…"))
        request = self._engine_requests.ask(
            "changes", methods.FIND_CHANGES, params, self._on_found, self._on_failed
        )
        request.progressed.connect(dialog.show_progress)

    def _on_found(self, result: methods.FindChangesResult) -> None:
        dialog = self.dialog
        if dialog is not None:
            dialog.show_result(result)
            dialog.list.setFocus()
            self._pictures.fetch(dialog.index, dialog.list.missing, dialog.devicePixelRatioF())

    def _on_failed(self, error: EngineError) -> None:
        if self.dialog is not None:
            self.dialog.end(tr("Stopped.") if error.is_cancelled else error.text)

    def _cancel(self) -> None:
        self._engine_requests.give_up(*_REQUESTS)
        if self.dialog is not None:
            self.dialog.end(tr("Stopped."))

    def _show_place(self, change: Change, close: bool) -> None:
        self._map.show([hits.footprint_of(change.after)], move=True, close=close)

    def _add_layer(self) -> None:
        """Let the engine write the places, and show them on the map."""
        dialog, params = self.dialog, self._params
        if dialog is None or params is None:
            return
        index = Path(dialog.index)
        # Indexes of the same name lie in different folders.
        mark = f"{zlib.crc32(str(index).encode()):08x}"
        file = self._settings.data_folder / f"{index.stem} changes {mark}.gpkg"
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            values = {"path": str(file), "reason": error.strerror}
            dialog.end(EngineError(Notice("folder-not-writable", values)).text)
            return
        # Windows replaces no file that is open.
        group.remove_layers(self._project, "changes", index)
        dialog.begin(tr("Writing the places…"))
        self._engine_requests.ask(
            "changes-layer",
            methods.FIND_CHANGES,
            replace(params, out=str(file)),
            lambda result: self._on_written(file, index, result),
            self._on_failed,
        )

    def _on_written(self, file: Path, index: Path, result: methods.FindChangesResult) -> None:
        if self.dialog is not None:
            # The index may have grown: list what the map shows.
            if result != self.dialog.result:
                self._on_found(result)
            self.dialog.end(tr("The places are on the map."))
        layer = open_changes(file, index)
        if layer is None:
            failure = EngineError(Notice("footprints-unreadable", {"path": str(file)}))
            self.told.emit(failure.text, int(Qgis.MessageLevel.Critical))
            return
        group.add_layer(self._project, layer)
        self._map.show_all(layer)
        self.changed.emit()

    def _on_index(self, folder: str) -> None:
        if self.dialog is not None and self.dialog.index != folder:
            self.dialog.close()

    def _on_closed(self, _result: int) -> None:
        self._engine_requests.give_up(*_REQUESTS)
        self.dialog = None
        self._pictures.end()

    def end(self) -> None:
        """Close the dialog and stop what it waits for."""
        if self.dialog is not None:
            self.dialog.close()
