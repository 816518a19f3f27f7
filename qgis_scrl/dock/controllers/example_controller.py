"""Show me one: a place on the map becomes an example to search with."""

from __future__ import annotations

import json
from collections.abc import Callable

from qgis.core import QgsGeometry, QgsMapRendererParallelJob, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...compat import POLYGON_GEOMETRY
from ...contract import ImagePart, Notice, PlacePart, Query
from ...errors import EngineError, reason_of
from ...history import AskedQuery, QuestionHistory
from ...layers import search_areas
from ...layers.map_picture import is_blank, picture_settings
from ...settings import Settings
from ...translation import tr
from ..widgets.speak_panel import SpeakPanel
from ..widgets.status_banner import DockState, StatusMessage
from .example_tool import ExampleTool
from .keyboard_tool import keys, with_keys
from .map_view import MapView
from .question_composer import QuestionComposer
from .question_controller import QuestionController
from .results_controller import ResultsController

_DECIMALS = 8


class ExampleController(QObject):
    """Lets the user show a place, and asks with the tile, the tiles or the picture of it.

    Args:
        ground_size_m: Returns how large a place is that was shown with a click, in metres.

    Attributes:
        is_picking: Whether the user is to show a place.

    Signals:
        state_wanted(object, object, object): As :class:`QuestionController` has it.
        rested(): Nothing is going on any more.
        failed(object, object): An :class:`EngineError`, and what tries it again (or None).
    """

    state_wanted = pyqtSignal(object, object, object)
    rested = pyqtSignal()
    failed = pyqtSignal(object, object)

    def __init__(
        self,
        speak: SpeakPanel,
        asking: QuestionController,
        answers: ResultsController,
        composer: QuestionComposer,
        settings: Settings,
        map_view: MapView,
        ground_size_m: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._speak = speak
        self._asking = asking
        self._answers = answers
        self._composer = composer
        self._map = map_view
        self._ground_size_m = ground_size_m
        self._project = QgsProject.instance()
        self._settings = settings
        self._store = QuestionHistory(settings)
        self.is_picking = False
        self._job: QgsMapRendererParallelJob | None = None
        self._tool = ExampleTool(map_view.canvas)
        self._tool.picked.connect(self._on_picked)
        self._tool.deactivated.connect(self._on_left)
        self._tool.escaped.connect(self.cancel)
        speak.example_wanted.connect(self._on_wanted)
        asking.place_missing.connect(self._ask_with_picture)

    def _on_wanted(self, wanted: bool) -> None:
        if not wanted:
            self._map.give_back_tool(self._tool)
        elif self._asking.can_ask():
            sentence = tr("Click a place on the map, or drag a box around it.")
            self.is_picking = True
            self._map.take_tool(self._tool, with_keys(sentence))
            self.state_wanted.emit(DockState.READY, StatusMessage(sentence, keys()), None)
        else:
            self._speak.example_button.setChecked(False)

    def _on_left(self) -> None:
        self.is_picking = False
        self._map.clear_hint()
        self._speak.example_button.setChecked(False)
        self.rested.emit()

    def _on_picked(self, shape: QgsGeometry, add: bool) -> None:
        self._map.give_back_tool(self._tool)
        try:
            place = search_areas.place(shape, self._map.settings(), self._project)
        except search_areas.NoArea as error:
            saying = StatusMessage(error.sentence, error.next_step, code=error.code)
            self.state_wanted.emit(DockState.ERROR, saying, None)
            return
        if place.type() != POLYGON_GEOMETRY:
            alike = self._answers.alike_at(place.asPoint())
            if alike is not None:
                self._asking.ask(alike, add)
                return
        part = PlacePart(json.loads(place.asJson(_DECIMALS)))
        self._asking.ask(AskedQuery(Query((part,)), name=tr("this place")), add)

    def _ask_with_picture(self, asked: AskedQuery, error: EngineError) -> None:
        """Ask with what the map shows at a place that the searched index does not cover.

        Args:
            asked: The question.
            error: Says which place it is.
        """
        values = error.notice.values
        where = QgsGeometry.fromPointXY(QgsPointXY(values["lon"], values["lat"]))
        places = [
            (search_areas.from_geojson(part.geometry), number)
            for number, part in enumerate(asked.query.parts)
            if isinstance(part, PlacePart)
        ]
        layers = self._map.raster_layers()
        if not places or not layers:
            self.failed.emit(error, None)
            return
        shape, number = min(places, key=lambda place: place[0].distance(where))
        settings = picture_settings(layers, shape, self._ground_size_m(), self._project)
        job = QgsMapRendererParallelJob(settings)
        job.finished.connect(lambda: self._on_drawn(job, asked, number, error))
        self._job = job
        reading = StatusMessage(tr("Reading the map at this place…"), tr("Press Esc to cancel."))
        self.state_wanted.emit(DockState.SEARCHING, reading, None)
        job.start()

    def _on_drawn(
        self, job: QgsMapRendererParallelJob, asked: AskedQuery, number: int, error: EngineError
    ) -> None:
        # Cancelled, or something else has been asked meanwhile.
        outdated = job is not self._job or not self._composer.shows(asked)
        if outdated:
            return
        self._job = None
        picture = job.renderedImage()
        if is_blank(picture):
            self.failed.emit(error, None)
            return
        try:
            path = self._store.new_file(".png")
        except OSError as problem:
            self._fail_to_keep(reason_of(problem))
            return
        if not picture.save(str(path)):
            self._fail_to_keep(tr("unknown reason"))
            return
        parts = list(asked.parts)
        place, details = parts[number]
        parts[number] = ImagePart(str(path), place.weight), details
        with_picture = asked.of_parts(parts)
        self._composer.amend(with_picture)
        self._asking.ask_changed(with_picture)

    def _fail_to_keep(self, reason: str | None) -> None:
        values = {
            "path": str(self._settings.questions_folder),
            "reason": reason or tr("unknown reason"),
        }
        self.failed.emit(EngineError(Notice("picture-not-kept", values)), None)

    def cancel(self) -> None:
        """Leave the tool, and read nothing from the map."""
        self._map.give_back_tool(self._tool)
        job, self._job = self._job, None
        if job is not None:
            job.cancelWithoutBlocking()

    def end(self) -> None:
        """Leave nothing on the map."""
        self._tool.deactivated.disconnect(self._on_left)
        self.cancel()
        self._tool.end()
