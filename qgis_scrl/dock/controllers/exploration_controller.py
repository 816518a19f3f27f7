"""What happens when somebody wants to see what is in a voice index without asking a question."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QImage

from ...contract import Filters, Notice, OddTile, Query, TileGroup, TilePart, methods
from ...errors import EngineError
from ...history import AskedQuery
from ...layers import group, hits, search_areas
from ...layers.groups import make_groups_layer, make_oddities_layer
from ...settings import Settings
from ...translation import tr
from ..dialogs.explore_dialog import ExploreDialog
from ..engine_requests import EngineRequests
from ..widgets.index_bar import IndexBar
from .map_view import MapView
from .tile_pictures import TilePictures

_REQUESTS = ("explore", "explore-layers")


class ExplorationController(QObject):
    """Opens the dialog *What is in here?* and does what it asks for.

    Attributes:
        dialog: The dialog, while it is open.

    Signals:
        asked(object): Ask this :class:`AskedQuery`, with the filters that are chosen now.
        changed(): There are other layers.
        told(str, int): A sentence for QGIS's message bar and its ``Qgis.MessageLevel``.
    """

    asked = pyqtSignal(object)
    changed = pyqtSignal()
    told = pyqtSignal(str, int)

    def __init__(
        self,
        bar: IndexBar,
        engine_requests: EngineRequests,
        settings: Settings,
        map_view: MapView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._engine_requests = engine_requests
        self._settings = settings
        self._map = map_view
        self._project = QgsProject.instance()
        self.dialog: ExploreDialog | None = None
        self._params: methods.ExploreIndexParams | None = None
        self._pictures = TilePictures("explore-pictures", engine_requests, self)
        self._pictures.arrived.connect(self._on_picture)
        bar.explore_button.clicked.connect(self.open)
        bar.index_chosen.connect(self._on_index)

    def open(self, _checked: bool = False) -> None:
        """Open the dialog for the chosen index, or bring it to the front."""
        index = self._bar.index
        if not index:
            return
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
            return
        dialog = self.dialog = ExploreDialog(index, self._bar)
        dialog.explore_wanted.connect(self._explore)
        dialog.cancel_wanted.connect(self._cancel)
        dialog.group_asked.connect(self._ask_group)
        dialog.alike_wanted.connect(self._ask_alike)
        dialog.place_shown.connect(self._show_place)
        dialog.layers_wanted.connect(self._add_layers)
        dialog.finished.connect(self._on_closed)
        dialog.show()
        self._explore()

    def _explore(self) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        filters = Filters()
        if dialog.in_view.isChecked():
            try:
                filters = Filters(area=search_areas.view_area(self._map.settings(), self._project))
            except search_areas.NoArea as error:
                dialog.end(f"{error.sentence} {error.next_step}")
                return
        self._params = methods.ExploreIndexParams(
            dialog.index, groups=dialog.groups.value(), filters=filters
        )
        dialog.begin(tr("Comparing tiles…"))
        request = self._engine_requests.ask(
            "explore", methods.EXPLORE_INDEX, self._params, self._on_explored, self._on_failed
        )
        request.progressed.connect(dialog.show_progress)

    def _on_explored(self, result: methods.ExploreIndexResult) -> None:
        if self.dialog is not None:
            self.dialog.show_result(result)
            self.dialog.group_list.setFocus()
            self._ask_pictures()

    def _on_failed(self, error: EngineError) -> None:
        if self.dialog is not None:
            self.dialog.end(tr("Stopped.") if error.is_cancelled else error.text)

    def _cancel(self) -> None:
        self._engine_requests.give_up("explore", "explore-layers")
        if self.dialog is not None:
            self.dialog.end(tr("Stopped."))

    def _ask_pictures(self) -> None:
        """Ask for the pictures of tiles that are listed."""
        if self.dialog is not None:
            wanted = self.dialog.wanted_pictures()
            self._pictures.fetch(self.dialog.index, wanted, self.dialog.devicePixelRatioF())

    def _on_picture(self, tile_id: int, image: QImage) -> None:
        if self.dialog is not None:
            self.dialog.set_picture(tile_id, image)

    def _ask_group(self, tiles: TileGroup) -> None:
        if self.dialog is None:
            return
        index = self.dialog.index
        query = Query(tuple(TilePart(tile.tile_id, index) for tile in tiles.examples))
        name = tr("group {number} ({phrase})").format(
            number=tiles.number, phrase=tiles.phrases[0].text if tiles.phrases else ""
        )
        self.asked.emit(AskedQuery(query, index, name=name, finds_examples=True))

    def _ask_alike(self, oddity: OddTile) -> None:
        if self.dialog is not None:
            query = Query((TilePart(oddity.tile_id),))
            name = tr("odd place {rank}").format(rank=oddity.rank)
            self.asked.emit(AskedQuery(query, self.dialog.index, name=name))

    def _show_place(self, oddity: OddTile, close: bool) -> None:
        self._map.show([hits.footprint_of(oddity)], move=True, close=close)

    def _add_layers(self) -> None:
        """Let the engine write groups and oddities, and show them on the map."""
        dialog, params = self.dialog, self._params
        if dialog is None or params is None:
            return
        index = Path(dialog.index)
        # Indexes of the same name lie in different folders.
        mark = f"{zlib.crc32(str(index).encode()):08x}"
        file = self._settings.data_folder / f"{index.stem} groups {mark}.gpkg"
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            values = {"path": str(file), "reason": error.strerror}
            dialog.end(EngineError(Notice("folder-not-writable", values)).text)
            return
        # Windows replaces no file that is open.
        for kind in ("groups", "oddities"):
            group.remove_layers(self._project, kind, index)
        dialog.begin(tr("Writing the groups…"))
        request = self._engine_requests.ask(
            "explore-layers",
            methods.EXPLORE_INDEX,
            replace(params, out=str(file)),
            lambda result: self._on_written(file, index, result),
            self._on_failed,
        )
        request.progressed.connect(dialog.show_progress)

    def _on_written(self, file: Path, index: Path, result: methods.ExploreIndexResult) -> None:
        if self.dialog is not None:
            # The index may have grown: list what the map shows.
            if result != self.dialog.result:
                self.dialog.show_result(result)
                self._ask_pictures()
            else:
                self.dialog.end(tr("The groups are on the map."))
        groups, oddities = (
            make_groups_layer(file, index, result.groups),
            make_oddities_layer(file, index),
        )
        if groups is None or oddities is None:
            failure = EngineError(Notice("footprints-unreadable", {"path": str(file)}))
            self.told.emit(failure.text, int(Qgis.MessageLevel.Critical))
            return
        group.add_layer(self._project, groups, below=True)
        if result.oddities:
            group.add_layer(self._project, oddities)
        self._map.show_all(groups)
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
