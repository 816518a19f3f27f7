"""The way of a question: from the microphone, or a sound file, to the answer of the index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Union

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...errors import EngineError
from ...history import Question, QuestionHistory, TileQuestion, now
from ...layers import search_areas
from ...results import MalformedAnswer, RecordedQuestion, SearchResult, microphones_from_message
from ...settings import Settings
from ...wire import LevelReport
from ..widgets.filters_panel import FiltersPanel
from ..widgets.speak_panel import SpeakPanel
from ..widgets.status_banner import (
    DockState,
    StatusMessage,
    log,
    status_message,
    unexpected_response,
)
from .engine_requests import EngineRequests
from .map_view import MapView

#: Polygons of a layer read at a time.
_AREA_SLICE = 50
_TEST_SECONDS = 3
_Asked = Union[Question, TileQuestion]


@dataclass(frozen=True)
class _AreaRequest:
    """A question that waits until the polygons are read in which it is asked."""

    reader: search_areas.AreaReader
    question: _Asked


class QuestionController(QObject):
    """Does what the speak panel asks for.

    Args:
        speak: The speak panel.
        filters: What is asked beside the question itself.
        engine_requests: Ask the engine.
        settings: The plugin's settings.
        map_view: What it shows may be where to search.
        index: Says which index is searched; an empty text for none.

    Signals:
        state_wanted(object, object, object): A :class:`DockState`, a :class:`StatusMessage`, and what tries
            it again (or None).
        rested(): Nothing is going on any more.
        failed(object, object): An :class:`EngineError`, and what tries it again (or None).
        found(object, str, object): A :class:`Question` or a :class:`TileQuestion`, the index, the
            :class:`SearchResult`.
    """

    state_wanted = pyqtSignal(object, object, object)
    rested = pyqtSignal()
    failed = pyqtSignal(object, object)
    found = pyqtSignal(object, str, object)

    def __init__(
        self,
        speak: SpeakPanel,
        filters: FiltersPanel,
        engine_requests: EngineRequests,
        settings: Settings,
        map_view: MapView,
        index: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._speak = speak
        self._filters = filters
        self._engine_requests = engine_requests
        self._settings = settings
        self._map = map_view
        self._index = index
        self._project = QgsProject.instance()
        self._store = QuestionHistory(settings)
        self._recording = ""
        self._saying: StatusMessage | None = None
        self._area: _AreaRequest | None = None
        self._area_timer = QTimer(self)
        self._area_timer.setInterval(0)
        self._area_timer.timeout.connect(self._read_area)
        speak.speak_wanted.connect(self.listen)
        speak.stop_wanted.connect(self.stop_listening)
        speak.recording_chosen.connect(self.ask_recording)
        speak.question_chosen.connect(self.ask_again)
        speak.microphone_chosen.connect(self._on_microphone)
        speak.microphones_wanted.connect(self.find_microphones)
        speak.questions_wanted.connect(self._show_questions)
        speak.test_wanted.connect(self.test_microphone)
        self._show_questions()
        speak.set_microphones(None, settings.microphone)

    def listen(self, hold: bool = False) -> None:
        """Record a question and ask it.

        Args:
            hold: Whether to listen until :meth:`stop_listening`, not until silence.
        """
        if self._speak.is_listening or not self._can_ask():
            return
        try:
            path = self._store.new_recording()
        except OSError as error:
            self.failed.emit(
                EngineError(
                    "folder-not-writable",
                    f"The recording cannot be kept ({error.strerror}).",
                    f"Free some space, or make {self._settings.questions_folder} writable.",
                ),
                self.listen,
            )
            return
        self._recording = str(path)
        params: dict[str, Any] = {"save": self._recording, "hold": hold}
        if self._settings.microphone:
            params["device"] = self._settings.microphone
        request = self._engine_requests.ask(
            "record", "record", params, self._on_recorded, self._on_not_recorded
        )
        request.levelled.connect(lambda report: self._on_level(report, hold))
        self._saying = None
        self._speak.begin_listening()
        self.state_wanted.emit(DockState.LISTENING, status_message(DockState.LISTENING), None)

    def stop_listening(self) -> None:
        """Take what has been said so far as the question."""
        request = self._engine_requests.running("record")
        if request is not None:
            request.stop_recording()
        elif self._engine_requests.running("test") is not None:
            self.cancel()
            self.rested.emit()

    def _on_level(self, report: LevelReport, hold: bool) -> None:
        if not self._speak.is_listening:
            return
        self._speak.hear(report)
        if report.state == "speaking":
            end = "Let go when you have finished" if hold else "It stops when you stop speaking"
            saying = StatusMessage("Listening...", f"{end}; Esc cancels.")
        else:
            saying = StatusMessage("Speak now: say what you look for.", "Esc cancels.")
        self._say_once(saying)

    def _on_recorded(self, message: dict[str, Any]) -> None:
        try:
            heard = RecordedQuestion.from_message(message)
        except MalformedAnswer as error:
            self._speak.end_listening()
            self.failed.emit(unexpected_response(error), self.listen)
            return
        path = str(message.get("path") or self._recording)
        question = Question(path, now(), heard.seconds, heard.peaks)
        self._speak.end_listening(question)
        self._search(question)

    def _on_not_recorded(self, error: EngineError) -> None:
        self._speak.end_listening()
        self.failed.emit(error, self.listen)

    def ask_recording(self, path: str) -> None:
        """Ask with a sound file of the user's."""
        if self._speak.is_listening or not self._can_ask():
            return
        question = Question(str(Path(path)), now(), is_ours=False)
        self._engine_requests.ask(
            "read",
            "read_recording",
            {"path": question.path},
            lambda message: self._on_read(question, message),
            lambda error: self.failed.emit(error, lambda: self.ask_recording(path)),
        )
        self.state_wanted.emit(
            DockState.SEARCHING,
            StatusMessage(f"Reading {Path(path).name}...", "Esc cancels."),
            None,
        )

    def _on_read(self, question: Question, message: dict[str, Any]) -> None:
        try:
            heard = RecordedQuestion.from_message(message)
        except MalformedAnswer as error:
            self.failed.emit(unexpected_response(error), lambda: self.ask_recording(question.path))
            return
        question = replace(question, seconds=heard.seconds, peaks=heard.peaks)
        self._speak.show_question(question)
        self._search(question)

    def ask_again(self, question: Question) -> None:
        """Ask an earlier question once more, with what is chosen now."""
        if self._speak.is_listening or not self._can_ask():
            return
        question = replace(question, asked=now())
        self._speak.show_question(question)
        self._search(question)

    def ask_alike(self, question: TileQuestion) -> None:
        """Ask for more places like one that was found, with what is chosen now."""
        if self._speak.is_listening or not self._can_ask():
            return
        self._speak.show_nothing()
        self._search(question)

    def _search(self, question: _Asked) -> None:
        """Ask the index."""
        saying = status_message(DockState.SEARCHING)
        if isinstance(question, TileQuestion):
            saying = StatusMessage(
                f"Searching for places {question.name.lower()}...", saying.next_step
            )
        self.state_wanted.emit(DockState.SEARCHING, saying, None)
        chosen = self._filters.chosen
        try:
            if chosen.area == "view":
                self._send_search(
                    question, search_areas.view_area(self._map.settings(), self._project)
                )
            elif chosen.area == "selection":
                layer = search_areas.selected_features(self._project, self._map.active_layer())
                self._begin_area(question, layer, selected_only=True)
            elif chosen.area == "layer":
                if chosen.layer is None:
                    raise search_areas.NoArea(
                        "no-polygon-layer",
                        "There is no polygon layer in this project.",
                        "Add one, or search the whole index.",
                    )
                self._begin_area(question, chosen.layer, selected_only=False)
            else:
                self._send_search(question, None)
        except search_areas.NoArea as error:
            self._fail_area(error, question)

    def _begin_area(self, question: _Asked, layer: QgsVectorLayer, selected_only: bool) -> None:
        reader = search_areas.AreaReader(layer, self._project, selected_only)
        self._area = _AreaRequest(reader, question)
        self._area_timer.start()

    def _read_area(self) -> None:
        """Read some polygons; the window stays free in between."""
        area_request = self._area
        if area_request is None:
            self._area_timer.stop()
            return
        try:
            if not area_request.reader.read(_AREA_SLICE):
                return
            area = area_request.reader.area()
        except search_areas.NoArea as error:
            self._end_area()
            self._fail_area(error, area_request.question)
        else:
            self._end_area()
            self._send_search(area_request.question, area)

    def _end_area(self) -> None:
        self._area_timer.stop()
        self._area = None

    def _fail_area(self, error: search_areas.NoArea, question: _Asked) -> None:
        self.state_wanted.emit(
            DockState.ERROR,
            StatusMessage(error.sentence, error.next_step, "Try again"),
            lambda: self._search(question),
        )

    def _send_search(self, question: _Asked, area: dict[str, Any] | None) -> None:
        chosen = self._filters.chosen
        if isinstance(question, TileQuestion):
            index, wanted = question.index, chosen.hits + 1  # The place itself is found, too.
            part: dict[str, Any] = {"kind": "tile", "tile_id": question.tile_id}
        else:
            index, wanted = self._index(), chosen.hits
            part = {"kind": "recording", "path": question.path}
        params: dict[str, Any] = {"index": index, "parts": [part], "k": wanted}
        filters = {"area": area, "since": chosen.since, "until": chosen.until}
        params.update({name: value for name, value in filters.items() if value is not None})
        self._engine_requests.ask(
            "search",
            "search",
            params,
            lambda message: self._on_found(question, index, message),
            lambda error: self.failed.emit(error, lambda: self._search(question)),
        )

    def _on_found(self, question: _Asked, index: str, message: dict[str, Any]) -> None:
        try:
            result = SearchResult.from_message(message)
        except MalformedAnswer as error:
            self.failed.emit(unexpected_response(error), lambda: self._search(question))
            return
        if isinstance(question, TileQuestion):
            result = result.without(question.tile_id, self._filters.chosen.hits)
        else:
            question = replace(question, sounded_like=result.sounded_like)
            self._remember(question)
        for note in result.notes:
            log(note)
        self.found.emit(question, index, result)

    def _remember(self, question: Question) -> None:
        try:
            self._store.add(question)
        except OSError as error:
            log(f"The question could not be kept for asking again: {error.strerror}.")
        self._show_questions()

    def _show_questions(self) -> None:
        self._speak.set_questions(self._store.questions)

    def find_microphones(self) -> None:
        """Ask which microphones there are."""
        if not self._engine_requests.ready:
            return
        self._engine_requests.ask(
            "microphones",
            "list_microphones",
            {},
            self._on_microphones,
            lambda _error: self._speak.set_microphones((), self._settings.microphone),
        )

    def _on_microphones(self, message: dict[str, Any]) -> None:
        try:
            found = microphones_from_message(message)
        except MalformedAnswer as error:
            log(str(error))
            return
        self._speak.set_microphones(found, self._settings.microphone)

    def _on_microphone(self, name: str) -> None:
        self._settings.microphone = name

    def test_microphone(self) -> None:
        """Listen for three seconds and say whether somebody was heard."""
        if self._speak.is_listening or not self._engine_requests.ready:
            return
        params: dict[str, Any] = {"seconds": _TEST_SECONDS}
        if self._settings.microphone:
            params["device"] = self._settings.microphone
        request = self._engine_requests.ask(
            "test", "test_microphone", params, self._on_tested, self._on_untested
        )
        request.levelled.connect(self._on_test_level)
        self._saying = None
        self._speak.begin_listening(testing=True)
        self.state_wanted.emit(DockState.LISTENING, status_message(DockState.LISTENING), None)

    def _on_test_level(self, report: LevelReport) -> None:
        if self._speak.is_listening:
            self._speak.hear(report)
            saying = StatusMessage("Say something: the microphone is tested.", "Esc cancels.")
            self._say_once(saying)

    def _on_tested(self, message: dict[str, Any]) -> None:
        self._speak.end_listening()
        verdict = str(message.get("verdict") or "The microphone was tested.")
        heard = bool(message.get("speech"))
        step = (
            "Press Speak and say what you look for."
            if heard
            else ("Choose another microphone, or raise its level in the system's settings.")
        )
        if heard:
            self.state_wanted.emit(DockState.READY, StatusMessage(verdict, step), None)
        else:
            self.state_wanted.emit(
                DockState.ERROR, StatusMessage(verdict, step, "Test again"), self.test_microphone
            )

    def _on_untested(self, error: EngineError) -> None:
        self._speak.end_listening()
        self.failed.emit(error, self.test_microphone)

    def _can_ask(self) -> bool:
        """Whether a question can be asked now; says why not."""
        if not self._engine_requests.ready:
            self.rested.emit()
            return False
        if not self._index():
            self.rested.emit()
            return False
        problem = self._filters.problem
        if problem is not None:
            self.state_wanted.emit(DockState.ERROR, problem, None)
            return False
        return True

    def _say_once(self, saying: StatusMessage) -> None:
        """Say it, unless it was said last: levels come ten times a second."""
        if saying != self._saying:
            self._saying = saying
            self.state_wanted.emit(DockState.LISTENING, saying, None)

    def cancel(self) -> None:
        """Stop listening or searching; nothing is asked."""
        self._end_area()
        self._engine_requests.give_up("record", "test", "read", "search")
        if self._speak.is_listening:
            self._speak.end_listening()

    def end(self) -> None:
        """Stop everything."""
        self.cancel()
        self._speak.player.stop()
