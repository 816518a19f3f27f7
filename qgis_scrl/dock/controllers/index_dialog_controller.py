"""What controllers have in common whose dialog is about the chosen voice index."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...contract import Filters, Notice, Tile, methods
from ...engine_client import Request
from ...errors import EngineError, not_written
from ...layers import group, hits, search_areas
from ...settings import Settings
from ...translation import tr
from ..engine_requests import EngineRequests
from ..widgets.index_bar import IndexBar
from .map_view import MapView
from .tile_pictures import TilePictures


class IndexDialogController(QObject):
    """Closes its dialog when another index is chosen, and gives up what it waits for.

    Args:
        requests: Names of its requests among those of the dock.

    Attributes:
        dialog: The dialog, while it is open.
    """

    dialog: Any

    def __init__(
        self,
        bar: IndexBar,
        engine_requests: EngineRequests,
        requests: tuple[str, ...],
        parent: QObject | None,
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._engine_requests = engine_requests
        self._requests = requests
        self.dialog = None
        bar.index_chosen.connect(self._on_index)

    def _on_index(self, folder: str) -> None:
        if self.dialog is not None and self.dialog.index != folder:
            self.dialog.close()

    def _on_closed(self, _result: int) -> None:
        self._engine_requests.give_up(*self._requests)
        self.dialog = None

    def end(self) -> None:
        """Close the dialog and stop what it waits for."""
        if self.dialog is not None:
            self.dialog.close()


class TilesDialogController(IndexDialogController):
    """Also compares tiles, fetches their pictures, and shows them on the map.

    Args:
        kind: Names its requests.

    Signals:
        changed(): There are other layers.
        told(str, int): A sentence for QGIS's message bar and its ``Qgis.MessageLevel``.
    """

    changed = pyqtSignal()
    told = pyqtSignal(str, int)

    def __init__(
        self,
        kind: str,
        bar: IndexBar,
        engine_requests: EngineRequests,
        settings: Settings,
        map_view: MapView,
        parent: QObject | None,
    ) -> None:
        self._finding, self._writing = kind, f"{kind}-layers"
        super().__init__(bar, engine_requests, (self._finding, self._writing), parent)
        self._settings = settings
        self._map = map_view
        self._project = QgsProject.instance()
        self._pictures = TilePictures(f"{kind}-pictures", engine_requests, self)

    def _filters(self) -> Filters | None:
        """Return where to look, as the dialog says; None, and the dialog says why, if that is nowhere."""
        if not self.dialog.in_view.isChecked():
            return Filters()
        try:
            return Filters(area=search_areas.view_area(self._map.settings(), self._project))
        except search_areas.NoArea as error:
            self.dialog.end(f"{error.sentence} {error.next_step}")
            return None

    def _compare(
        self,
        method: methods.Method[methods.Params, methods.Result],
        params: methods.Params,
        done: Callable[[methods.Result], None],
    ) -> None:
        self.dialog.begin(tr("Comparing tiles…"))
        request = self._engine_requests.ask(self._finding, method, params, done, self._on_failed)
        request.progressed.connect(self.dialog.show_progress)

    def _on_failed(self, error: EngineError) -> None:
        if self.dialog is not None:
            self.dialog.end(tr("Stopped.") if error.is_cancelled else error.text)

    def _cancel(self) -> None:
        self._engine_requests.give_up(*self._requests)
        if self.dialog is not None:
            self.dialog.end(tr("Stopped."))

    def _show_place(self, tile: Tile, close: bool) -> None:
        self._map.show([hits.footprint_of(tile)], move=True, close=close)

    def _write(
        self,
        word: str,
        kinds: tuple[str, ...],
        text: str,
        method: methods.Method[Any, methods.Result],
        params: Any,
        done: Callable[[Path, Path, methods.Result], None],
    ) -> Request | None:
        """Let the engine answer once more, into a file of its own for each index.

        Args:
            word: Names the file.
            kinds: Of the layers that it replaces.
            text: What the dialog says meanwhile.
            method: What the engine is asked.
            params: With what.
            done: Takes the file, the folder of the index, and the answer.

        Returns:
            The request; None if there is no folder for the file, which the dialog says.
        """
        index = Path(self.dialog.index)
        # Indexes of the same name lie in different folders.
        mark = f"{zlib.crc32(str(index).encode()):08x}"
        file = self._settings.data_folder / f"{index.stem} {word} {mark}.gpkg"
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.dialog.end(not_written(file.parent, error).text)
            return None
        # Windows replaces no file that is open.
        for kind in kinds:
            group.remove_layers(self._project, kind, index)
        self.dialog.begin(text)
        return self._engine_requests.ask(
            self._writing,
            method,
            replace(params, out=str(file)),
            lambda result: done(file, index, result),
            self._on_failed,
        )

    def _tell_unreadable(self, file: Path) -> None:
        failure = EngineError(Notice("footprints-unreadable", {"path": str(file)}))
        self.told.emit(failure.text, int(Qgis.MessageLevel.Critical))

    def _on_closed(self, result: int) -> None:
        super()._on_closed(result)
        self._pictures.end()
