"""The way of a question: from the microphone, or a file, to the answer of the index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ... import texts
from ...answers import sounded_like, without_tiles
from ...contract import (
    AudioPart,
    Filters,
    GeoJson,
    ImagePart,
    LevelReport,
    Method,
    PlacePart,
    ProfilePart,
    Query,
    QueryPart,
    RecordingInfo,
    SearchParams,
    SearchResult,
    TextPart,
    TilePart,
    audio,
    methods,
)
from ...errors import EngineError, not_written
from ...history import AskedQuery, QuestionHistory, now, shortened
from ...layers import hits, search_areas
from ...settings import Settings
from ...translation import tr
from ..engine_requests import EngineRequests
from ..widgets.filters_panel import FiltersPanel
from ..widgets.speak_panel import SpeakPanel
from ..widgets.status_banner import DockState, StatusMessage, log, status_message
from .map_view import MapView
from .question_composer import QuestionComposer
from .steps import Steps

#: Polygons of a layer read at a time.
_AREA_SLICE = 50
_TEST_SECONDS = 3.0


class QuestionController(QObject):
    """Does what the speak panel asks for.

    Args:
        index: Says which index is searched; an empty text for none.
        composer: Knows the question that is shown, to which others may be added.

    Signals:
        state_wanted(object, object, object): A :class:`DockState`, a :class:`StatusMessage`, and what tries
            it again (or None).
        rested(): Nothing is going on any more.
        failed(object, object): An :class:`EngineError`, and what tries it again (or None).
        place_missing(object, object): The index does not cover the place that this :class:`AskedQuery` is asked
            with, as this :class:`EngineError` says.
        found(object, object): An :class:`AskedQuery` and its :class:`SearchResult`.
    """

    state_wanted = pyqtSignal(object, object, object)
    rested = pyqtSignal()
    failed = pyqtSignal(object, object)
    place_missing = pyqtSignal(object, object)
    found = pyqtSignal(object, object)

    def __init__(
        self,
        speak: SpeakPanel,
        filters: FiltersPanel,
        engine_requests: EngineRequests,
        settings: Settings,
        map_view: MapView,
        index: Callable[[], str],
        composer: QuestionComposer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._speak = speak
        self._filters = filters
        self._engine_requests = engine_requests
        self._settings = settings
        self._map = map_view
        self._index = index
        self._composer = composer
        self._project = QgsProject.instance()
        self._store = QuestionHistory(settings)
        self._saying: StatusMessage | None = None
        self._area = Steps(self)
        speak.speak_wanted.connect(self.listen)
        speak.stop_wanted.connect(self.stop_listening)
        speak.text_entered.connect(self.ask_text)
        speak.recording_chosen.connect(self.ask_recording)
        speak.image_chosen.connect(self.ask_image)
        speak.profile_chosen.connect(self.ask_profile)
        speak.recent.chosen.connect(self.ask_again)
        composer.changed.connect(self.ask_changed)
        speak.microphone_chosen.connect(self._on_microphone)
        speak.microphones_wanted.connect(self.find_microphones)
        speak.questions_wanted.connect(self.show_questions)
        speak.test_wanted.connect(self.test_microphone)
        self.show_questions()
        speak.set_microphones(None, settings.microphone)

    def listen(self, hold: bool = False) -> None:
        """Record a question and ask it.

        Args:
            hold: Whether to listen until :meth:`stop_listening`, not until silence.
        """
        if not self.can_ask():
            return
        try:
            path = self._store.new_file(".wav")
        except OSError as error:
            failure = not_written(self._settings.questions_folder, error, "recording-not-kept")
            self.failed.emit(failure, self.listen)
            return
        self._record(
            "record",
            methods.RECORD,
            methods.RecordParams(
                str(path),
                self._settings.microphone or None,
                hold,
                self._asked_meanwhile(str(path)),
                self._settings.adaptive_end,
            ),
            self._on_recorded,
            self.listen,
            lambda report: self._on_level(report, hold),
        )

    def _asked_meanwhile(self, recording: str) -> SearchParams | None:
        """Return the question to ask with what has been said so far; None if nothing is to be asked until the end.

        Polygons of a layer are not read for it: that may take longer than the question.
        """
        filters = self._filters
        if not self._settings.search_while_speaking or self._composer.is_adding:
            return None
        query = Query((AudioPart(recording),), filters=filters.days, k=filters.hits.value())
        if filters.where == "view":
            try:
                area = search_areas.view_area(self._map.settings(), self._project)
            except search_areas.NoArea:
                return None  # It is said when the whole question is asked.
            query = replace(query, filters=replace(query.filters, area=area))
        elif filters.where != "index":
            return None
        return SearchParams(self._index(), query)

    def _on_found_meanwhile(self, result: SearchResult) -> None:
        """Outline what is found with what has been said so far.

        No sentence changes: a screen reader would speak it, into the microphone.
        """
        if not self._speak.is_listening:
            return
        least = result.default_min_score or 0.0
        likely = [hit for hit in result.hits if hit.score >= least] or list(result.hits)
        self._map.outline([hits.footprint_of(hit) for hit in likely])

    def _record(
        self,
        kind: str,
        method: Method[methods.Params, methods.Result],
        params: methods.Params,
        then: Callable[[methods.Result], None],
        again: Callable[[], None],
        on_level: Callable[[LevelReport], None],
    ) -> None:
        def on_failed(error: EngineError) -> None:
            self._speak.end_listening()
            self.failed.emit(error, again)

        request = self._engine_requests.ask(kind, method, params, then, on_failed)
        request.levelled.connect(on_level)
        request.found.connect(self._on_found_meanwhile)
        self._map.outline(())
        self._saying = None
        self._speak.begin_listening(testing=kind == "test")
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
        if report.state == "waiting":
            sentence = tr("Speak now: say what you are looking for.")
            step = tr("Press Esc to cancel.")
        elif hold:
            sentence = tr("Listening…")
            step = tr("Release the button when you have finished; press Esc to cancel.")
        else:
            sentence = tr("Listening…")
            step = tr("Recording stops when you stop speaking; press Esc to cancel.")
        self._say_once(StatusMessage(sentence, step))

    def _on_recorded(self, heard: RecordingInfo) -> None:
        asked = _spoken(heard)
        self._speak.end_listening(asked)
        self._ask_spoken(asked, False)

    def _ask_spoken(self, asked: AskedQuery, add: bool) -> None:
        """Ask with a recording; one of several parts is first asked alone, to know what is heard in it."""
        composed = self._composer.composed(asked, add)
        if composed is asked:
            self.ask_changed(asked)
            return

        def on_heard(result: SearchResult) -> None:
            *before, (part, details) = composed.parts
            details = replace(details, name=sounded_like(result) or details.name)
            self.ask_changed(composed.of_parts([*before, (part, details)]))

        alone = replace(asked.query, k=1)
        self._engine_requests.ask(
            "search",
            methods.SEARCH,
            SearchParams(composed.index or self._index(), alone),
            on_heard,
            lambda error: self.failed.emit(error, lambda: self.ask_changed(composed)),
        )
        self._show_searching(asked)

    def ask_recording(self, path: str, add: bool = False) -> None:
        """Ask with a sound file of the user's; ``add`` as for :meth:`ask`."""
        if not self.can_ask():
            return
        self.cancel()
        name = Path(path).name
        self._engine_requests.ask(
            "read",
            methods.READ_RECORDING,
            methods.ReadRecordingParams(str(Path(path))),
            lambda heard: self._ask_spoken(_spoken(heard, name), add),
            lambda error: self.failed.emit(error, lambda: self.ask_recording(path, add)),
        )
        reading = StatusMessage(tr("Reading {name}…").format(name=name), tr("Press Esc to cancel."))
        self.state_wanted.emit(DockState.SEARCHING, reading, None)

    def ask_image(self, path: str, add: bool = False) -> None:
        """Ask for places that look like a picture; ``add`` as for :meth:`ask`."""
        self.ask(AskedQuery(Query((ImagePart(str(Path(path))),)), name=Path(path).name), add)

    def ask_text(self, text: str, add: bool = False) -> None:
        """Ask with a typed sentence; ``add`` as for :meth:`ask`."""
        self.ask(AskedQuery(Query((TextPart(text),))), add)

    def ask_profile(self, path: str, add: bool = False) -> None:
        """Ask with a search profile; ``add`` as for :meth:`ask`."""
        self.ask(AskedQuery(Query((ProfilePart(str(Path(path))),)), name=Path(path).stem), add)

    def ask_again(self, asked: AskedQuery) -> None:
        """Ask an earlier question once more, of the index and with the filters that are chosen now."""
        self.ask(replace(asked, index=""))

    def correct(self, sentence: str) -> None:
        """Ask with a sentence in place of what was heard."""
        self.ask_changed(self._composer.corrected(sentence))

    def ask(self, asked: AskedQuery, add: bool = False) -> None:
        """Ask a question with the filters that are chosen now.

        Args:
            asked: The question.
            add: Whether it is to be added to the question that is shown, as it is while Add is pressed.
        """
        self.ask_changed(self._composer.composed(asked, add))

    def ask_changed(self, asked: AskedQuery) -> None:
        """Ask a question in place of the one that is shown."""
        if not self.can_ask():
            return
        self.cancel()
        self._speak.show_question(asked)
        self._search(asked)

    def repeat(self, asked: AskedQuery) -> None:
        """Ask the very same question once more: of the same index, with the same filters."""
        if self._speak.is_listening or not self._engine_requests.ready:
            return
        gone = asked.missing_files
        if gone:
            saying = StatusMessage(
                tr("{name} has been deleted or moved.").format(name=Path(gone[0]).name),
                tr("These hits were found with it, so the search cannot be repeated."),
                code="question-gone",
            )
            self.state_wanted.emit(DockState.ERROR, saying, None)
            return
        self.cancel()
        self._speak.show_question(asked)
        self._composer.show(asked)
        self._send(replace(asked, asked_at=now()), lambda: self.repeat(asked))

    def _search(self, asked: AskedQuery) -> None:
        """Ask the index, with the filters that are chosen now."""

        def again() -> None:
            self._search(asked)

        filters = self._filters
        query = replace(asked.query, filters=filters.days, k=filters.hits.value())
        complete = replace(asked, query=query, index=asked.index or self._index(), asked_at=now())
        self._composer.show(complete)
        try:
            if filters.where == "index":
                self._send(complete, again)
            elif filters.where == "view":
                area = search_areas.view_area(self._map.settings(), self._project)
                self._send(_inside(complete, area), again)
            else:
                selected = filters.where == "selection"
                layer = self._selected_layer() if selected else self._polygon_layer()
                reader = search_areas.AreaReader(layer, self._project, selected)
                self._area.begin(self._read_area(reader, complete, again))
                self._show_searching(complete)
        except search_areas.NoArea as error:
            self._fail_area(error, again)

    def _selected_layer(self) -> QgsVectorLayer:
        return search_areas.selected_features(self._project, self._map.active_layer())

    def _polygon_layer(self) -> QgsVectorLayer:
        if self._filters.polygons is None:
            raise search_areas.NoArea(
                "no-polygon-layer",
                tr("There is no polygon layer in this project."),
                tr("Add one, or search the whole index."),
            )
        return self._filters.polygons

    def _read_area(
        self, reader: search_areas.AreaReader, asked: AskedQuery, again: Callable[[], None]
    ) -> Iterator[None]:
        """Read the polygons in which a question is asked, then ask it."""
        try:
            while not reader.read(_AREA_SLICE):
                yield
            area = reader.area()
        except search_areas.NoArea as error:
            self._fail_area(error, again)
        else:
            self._send(_inside(asked, area), again)

    def _fail_area(self, error: search_areas.NoArea, again: Callable[[], None]) -> None:
        saying = StatusMessage(error.sentence, error.next_step, tr("Try again"), error.code)
        self.state_wanted.emit(DockState.ERROR, saying, again)

    def _send(self, asked: AskedQuery, again: Callable[[], None]) -> None:
        # Tiles that it is asked with are found, too.
        query = replace(asked.query, k=asked.query.k + len(asked.tiles))

        def on_failed(error: EngineError) -> None:
            if error.code == "no-tile-there":
                self.place_missing.emit(asked, error)
            else:
                self.failed.emit(error, again)

        self._engine_requests.ask(
            "search",
            methods.SEARCH,
            SearchParams(asked.index, query),
            lambda result: self._on_found(asked, result),
            on_failed,
        )
        self._show_searching(asked)

    def _show_searching(self, asked: AskedQuery) -> None:
        saying = status_message(DockState.SEARCHING)
        parts = asked.query.parts
        shown = isinstance(parts[0], (TilePart, PlacePart, ImagePart))
        if len(parts) == 1 and shown and asked.name:
            looking = tr("Searching for places like {name}…").format(name=asked.name)
            saying = replace(saying, sentence=looking)
        elif not _is_one_recording(parts):
            looking = tr("Searching for {question}…").format(question=shortened(asked.title))
            saying = replace(saying, sentence=looking)
        self.state_wanted.emit(DockState.SEARCHING, saying, None)

    def _on_found(self, asked: AskedQuery, result: SearchResult) -> None:
        if asked.tiles:
            result = without_tiles(result, asked.tiles, asked.query.k)
        if _is_one_recording(asked.query.parts):
            asked = replace(asked, name=sounded_like(result) or asked.name)
        # More like a place that was found is asked again from its list.
        if asked.query.files or asked.sentences or asked.finds_examples:
            self._remember(asked)
        for note in result.notes:
            log(texts.note(note))
        self.found.emit(asked, result)

    def _remember(self, asked: AskedQuery) -> None:
        # Asked again, it takes the filters of that day; and an area may have thousands of corners. Its labels are
        # those of the index that it was asked of, and are kept with that.
        asked = asked.of_any_index
        query = replace(asked.query, filters=Filters(), labels=(), doubtful=False)
        try:
            self._store.add(replace(asked, query=query))
        except OSError as error:
            log(f"The question could not be kept for asking again: {error.strerror}.")
        self.show_questions()

    def show_questions(self) -> None:
        """List the recent questions, whose files may have been deleted."""
        self._speak.set_questions(self._store.questions)

    def find_microphones(self) -> None:
        """Ask which microphones there are."""
        if not self._engine_requests.ready:
            return
        self._engine_requests.ask(
            "microphones",
            methods.LIST_MICROPHONES,
            methods.Nothing(),
            lambda found: self._show_microphones(found.microphones),
            lambda _error: self._show_microphones(()),
        )

    def _show_microphones(self, found: tuple[audio.Microphone, ...]) -> None:
        self._speak.set_microphones(found, self._settings.microphone)

    def _on_microphone(self, name: str) -> None:
        self._settings.microphone = name

    def test_microphone(self) -> None:
        """Listen for three seconds and say whether somebody was heard."""
        if self._speak.is_listening or not self._engine_requests.ready:
            return
        self._record(
            "test",
            methods.TEST_MICROPHONE,
            methods.TestMicrophoneParams(self._settings.microphone or None, _TEST_SECONDS),
            self._on_tested,
            self.test_microphone,
            self._on_test_level,
        )

    def _on_test_level(self, report: LevelReport) -> None:
        if self._speak.is_listening:
            self._speak.hear(report)
            sentence = tr("Say something to test the microphone.")
            self._say_once(StatusMessage(sentence, tr("Press Esc to cancel.")))

    def _on_tested(self, test: audio.MicrophoneTest) -> None:
        self._speak.end_listening()
        verdict = texts.verdict(test.verdict)
        if test.speech:
            step = tr("Press Speak and say what you are looking for.")
            self.state_wanted.emit(DockState.READY, StatusMessage(verdict, step), None)
        else:
            saying = StatusMessage(verdict, action=tr("Test again"), code=test.verdict.code)
            self.state_wanted.emit(DockState.ERROR, saying, self.test_microphone)

    def can_ask(self) -> bool:
        """Whether a question can be asked now; says why not."""
        if self._speak.is_listening:
            return False
        if not self._engine_requests.ready or not self._index():
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
        self._area.give_up()
        self._engine_requests.give_up("record", "test", "read", "search")
        if self._speak.is_listening:
            self._speak.end_listening()

    def end(self) -> None:
        """Stop everything."""
        self.cancel()
        self._speak.player.stop()


def _spoken(heard: RecordingInfo, name: str = "") -> AskedQuery:
    query = Query((AudioPart(heard.path),))
    return AskedQuery(query, name=name, seconds=heard.seconds, peaks=heard.peaks)


def _is_one_recording(parts: tuple[QueryPart, ...]) -> bool:
    return len(parts) == 1 and isinstance(parts[0], AudioPart)


def _inside(asked: AskedQuery, area: GeoJson) -> AskedQuery:
    filters = replace(asked.query.filters, area=area)
    return replace(asked, query=replace(asked.query, filters=filters))
