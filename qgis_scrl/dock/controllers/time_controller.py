"""What happens when somebody wants to see one place through time: strip, pictures and the time of the map."""

from __future__ import annotations

import json

from qgis.core import QgsGeometry, QgsProject
from qgis.gui import QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QApplication, QWidget

from ...compat import POLYGON_GEOMETRY
from ...contract import DatedTile, PlacePart, Query, Tile, methods
from ...layers import hits, search_areas
from ...layers.map_time import MapTime
from ...settings import Settings
from ...translation import tr
from ..engine_requests import EngineRequests
from ..widgets import theme
from ..widgets.index_bar import IndexBar
from ..widgets.time_panel import TimePanel
from .example_tool import ExampleTool
from .keyboard_tool import with_keys
from .map_view import MapView
from .results_controller import ResultsController
from .tile_pictures import TilePictures

_DECIMALS = 8
_LINE = 3


class TimeController(QObject):
    """Shows the tiles of a hit, or of a place that is clicked, at all dates, and lets the map's time follow.

    Attributes:
        panel: The strip; None until it is first needed.

    Signals:
        changed(): The user is to click a place, or is not any more.
    """

    changed = pyqtSignal()

    def __init__(
        self,
        bar: IndexBar,
        answers: ResultsController,
        engine_requests: EngineRequests,
        settings: Settings,
        map_view: MapView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._answers = answers
        self._engine_requests = engine_requests
        self._settings = settings
        self._map = map_view
        self._project = QgsProject.instance()
        self._time = MapTime(map_view.canvas, self._project)
        self.panel: TimePanel | None = None
        self._place: PlacePart | None = None
        self._index = ""
        self._chosen: int | None = None
        self._opened_from: QWidget | None = None
        #: Whether the strip is to have the keys when its tiles are there.
        self._is_opening = False
        self._pictures = TilePictures("through-time-pictures", engine_requests, self)
        self._pictures.arrived.connect(self._on_picture)
        # Hits of other dates are not drawn: the place itself stays to be seen.
        self._band = QgsRubberBand(map_view.canvas, POLYGON_GEOMETRY)
        self._band.setColor(theme.ACCENT)
        self._band.setFillColor(theme.faint(theme.ACCENT, 0.0))
        self._band.setWidth(_LINE)
        self._tool = ExampleTool(map_view.canvas)
        self._tool.picked.connect(self._on_picked)
        self._tool.deactivated.connect(self._on_left)
        self._tool.escaped.connect(self.cancel)
        bar.time_action.triggered.connect(lambda _checked=False: self.pick())
        bar.index_chosen.connect(self._on_index)
        answers.shown.connect(lambda *_answer: self._ask_again())

    # --- which place -------------------------------------------------------------------------------

    @property
    def is_picking(self) -> bool:
        """Whether the user is to click a place."""
        return self._map.canvas.mapTool() is self._tool

    def pick(self) -> None:
        """Let the user click a place."""
        if self._bar.index:
            sentence = tr("Click a place on the map to see it at all dates.")
            self._map.take_tool(self._tool, with_keys(sentence))
            self.changed.emit()

    def cancel(self) -> None:
        """Leave the tool."""
        self._map.give_back_tool(self._tool)

    def _on_left(self) -> None:
        self._map.clear_hint()
        self.changed.emit()

    def _on_picked(self, shape: QgsGeometry, _adding: bool) -> None:
        self._map.give_back_tool(self._tool)
        self._open(self._bar.index)
        try:
            place = search_areas.place(shape, self._map.settings(), self._project)
        except search_areas.NoArea as error:
            self._fail(f"{error.sentence} {error.next_step}")
            return
        self._show(place)

    def show_tile(self, tile: Tile) -> None:
        """Show the place of a hit, or of another tile of the index."""
        asked = self._answers.asked_query
        index = asked.index if asked is not None else self._bar.index
        if index:
            self._open(index)
            footprint = hits.footprint_of(tile)
            self._map.show([footprint], move=self._settings.zoom_to_hit)
            self._show(footprint, tile.tile_id)

    def _open(self, index: str) -> None:
        self._index = index
        self._is_opening = True
        focus = QApplication.focusWidget()
        if self.panel is None or not self.panel.isAncestorOf(focus):
            self._opened_from = focus
        if self.panel is None:
            self.panel = TimePanel(self._map.window)
            self.panel.tile_chosen.connect(self._on_chosen)
            self.panel.tile_opened.connect(self._on_opened)
            self.panel.closed.connect(self._on_closed)
            window = self._map.window
            if not window.restoreDockWidget(self.panel):
                window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.panel)
                # As low as can be: what is beside it needs the room.
                window.resizeDocks([self.panel], [1], Qt.Orientation.Vertical)
        self.panel.setUserVisible(True)

    def _show(self, shape: QgsGeometry, tile_id: int | None = None) -> None:
        self._place = PlacePart(json.loads(shape.asJson(_DECIMALS)))
        self._chosen = tile_id
        self._ask()

    # --- its tiles ---------------------------------------------------------------------------------

    def _ask_again(self) -> None:
        """Another question is shown: tell its scores of the same place."""
        asked = self._answers.asked_query
        if self._place is not None and asked is not None and asked.index == self._index:
            self._ask()

    def _ask(self) -> None:
        panel, place, asked = self.panel, self._place, self._answers.asked_query
        if panel is None or place is None:
            return
        query = Query(())
        if asked is not None and asked.index == self._index:
            query = asked.query
        panel.say(tr("Looking for the tiles of this place…"))
        self._engine_requests.ask(
            "through-time",
            methods.THROUGH_TIME,
            methods.ThroughTimeParams(self._index, place, query),
            self._on_found,
            lambda error: self._fail("" if error.is_cancelled else error.text),
        )

    def _on_found(self, found: methods.ThroughTimeResult) -> None:
        panel = self.panel
        if panel is None or self._place is None:
            return
        self._time.date_rasters(
            {tile.source_path: tile.date for tile in found.tiles if tile.date is not None}
        )
        ids = [tile.tile_id for tile in found.tiles]
        chosen = ids.index(self._chosen) if self._chosen in ids else len(ids) - 1
        panel.show_tiles(found.tiles, chosen, bool(found.default_min_score))
        if len(ids) == 1:
            text = tr(
                "The voice index shows this place on one date only. Add imagery of other dates to compare it."
            )
        else:
            text = tr(
                "%n date(s) of this place. Left and right go through time, and the map follows; Enter zooms in.",
                n=len(ids),
            )
        panel.say(text)
        # Whoever asks another question meanwhile goes on where they are.
        if self._is_opening:
            self._is_opening = False
            panel.strip.setFocus()
        self._pictures.fetch(self._index, ids, panel.devicePixelRatioF())

    def _fail(self, text: str) -> None:
        if self.panel is not None:
            self.panel.show_tiles((), -1, False)
            self.panel.say(text)

    def _on_picture(self, tile_id: int, image: QImage) -> None:
        if self.panel is not None and not image.isNull():
            self.panel.set_picture(tile_id, image)

    # --- along the strip ---------------------------------------------------------------------------

    def _on_chosen(self, tile: DatedTile) -> None:
        self._chosen = tile.tile_id
        self._band.setToGeometry(hits.footprint_of(tile), search_areas.wgs84())
        if tile.date is not None:
            self._time.show(tile.date)

    def _on_opened(self, tile: DatedTile) -> None:
        self._map.show([hits.footprint_of(tile)], move=True, close=True)

    def _on_index(self, index: str) -> None:
        if self.panel is not None and index != self._index:
            self.panel.close()

    def _on_closed(self) -> None:
        self._engine_requests.give_up("through-time")
        self._pictures.end()
        self._place = None
        self._band.reset(POLYGON_GEOMETRY)
        self._time.put_back()
        opened_from, self._opened_from = self._opened_from, None
        panel, focus = self.panel, QApplication.focusWidget()
        if opened_from is None or sip.isdeleted(opened_from) or panel is None:
            return
        if focus is None or focus is panel or panel.isAncestorOf(focus):
            opened_from.window().activateWindow()
            opened_from.setFocus()

    def end(self) -> None:
        """Put the map's time back, and leave nothing in the window."""
        self._tool.deactivated.disconnect(self._on_left)
        self.cancel()
        self._tool.end()
        self._on_closed()
        self._map.canvas.scene().removeItem(self._band)
        if self.panel is not None:
            self._map.window.removeDockWidget(self.panel)
            self.panel.setParent(None)
            self.panel.deleteLater()
            self.panel = None
