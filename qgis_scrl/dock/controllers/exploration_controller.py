"""What happens when somebody wants to see what is in a voice index without asking a question."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QImage

from ...contract import OddTile, Query, TileGroup, TilePart, methods
from ...history import AskedQuery
from ...layers import group
from ...layers.groups import make_groups_layer, make_oddities_layer
from ...settings import Settings
from ...translation import tr
from ..dialogs.explore_dialog import ExploreDialog
from ..engine_requests import EngineRequests
from ..widgets.index_bar import IndexBar
from .index_dialog_controller import TilesDialogController
from .map_view import MapView


class ExplorationController(TilesDialogController):
    """Opens the dialog *What is in here?* and does what it asks for.

    Signals:
        asked(object): Ask this :class:`AskedQuery`, with the filters that are chosen now.
    """

    asked = pyqtSignal(object)

    dialog: ExploreDialog | None

    def __init__(
        self,
        bar: IndexBar,
        engine_requests: EngineRequests,
        settings: Settings,
        map_view: MapView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__("explore", bar, engine_requests, settings, map_view, parent)
        self._params: methods.ExploreIndexParams | None = None
        self._pictures.arrived.connect(self._on_picture)
        bar.explore_button.clicked.connect(self.open)

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
        filters = self._filters()
        if filters is None:
            return
        self._params = methods.ExploreIndexParams(
            dialog.index, groups=dialog.groups.value(), filters=filters
        )
        self._compare(methods.EXPLORE_INDEX, self._params, self._on_explored)

    def _on_explored(self, result: methods.ExploreIndexResult) -> None:
        if self.dialog is not None:
            self.dialog.show_result(result)
            self.dialog.group_list.setFocus()
            self._ask_pictures()

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

    def _add_layers(self) -> None:
        """Let the engine write groups and oddities, and show them on the map."""
        dialog, params = self.dialog, self._params
        if dialog is None or params is None:
            return
        request = self._write(
            "groups", ("groups", "oddities"), tr("Writing the groups…"), methods.EXPLORE_INDEX, params,
            self._on_written,
        )  # fmt: skip
        if request is not None:
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
            self._tell_unreadable(file)
            return
        group.add_layer(self._project, groups, below=True)
        if result.oddities:
            group.add_layer(self._project, oddities)
        self._map.show_all(groups)
        self.changed.emit()
