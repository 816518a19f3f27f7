"""The dock: puts the visible parts together, and leads a question from the voice to the map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsDistanceArea, QgsMessageLog, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QFileInfo, QMimeData, Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeySequence,
    QShowEvent,
)
from qgis.PyQt.QtWidgets import (
    QFrame,
    QScrollArea,
    QShortcut,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .. import advice
from ..engine_client import LOG_TAB, EngineClient, Request
from ..errors import EngineError
from ..layers import areas, group, hits
from ..layers.footprints import make_footprints_layer
from ..questions import Question, QuestionStore, now
from ..results import (
    BuildReport,
    Hit,
    IndexInfo,
    MalformedAnswer,
    RecordedQuestion,
    SearchResult,
    microphones_from_message,
)
from ..settings import Settings
from ..wire import LevelReport, ProgressReport
from . import look, words
from .builds import IndexBuild
from .index_bar import IndexBar
from .index_details_dialog import IndexDetailsDialog
from .map_view import MapView
from .new_index_dialog import NewIndexDialog
from .results_panel import ResultsPanel
from .speak import SOUND_ENDINGS, SpeakPanel
from .states import SAYINGS, DockState, Saying, StateBanner
from .understood import UnderstoodPanel
from .where_when import WhereWhenPanel

#: Milliseconds of a polygon layer read at a time.
_AREA_SLICE = 50
_REFRESH_WHILE_BUILDING = 4000
_PICTURE_PIXELS = 96
_PICTURES_AT_A_TIME = 24
_TEST_SECONDS = 3


@dataclass
class _Answer:
    """What was found, and the layer that shows it.

    Attributes:
        result: The answer.
        asked: What the layer remembers of the question.
        least: Lowest score shown; None: all.
    """

    result: SearchResult
    asked: hits.Asked
    least: float | None


class VoiceSearchDock(QgsDockWidget):
    """The dock widget.

    Args:
        client: The engine; started when the dock is first shown.
        settings: The plugin's settings.
        map_view: The map that hits are shown on.
        parent: QGIS's main window.

    Attributes:
        state: What the dock is doing.

    Signals:
        state_changed(object): The new :class:`DockState`.
        answered(object): A :class:`SearchResult` is shown, in the list and on the map.
        options_wanted(): Open the plugin's page of QGIS's options.
        told(str, int): A sentence for QGIS's message bar and its ``Qgis.MessageLevel``.
    """

    state_changed = pyqtSignal(object)
    answered = pyqtSignal(object)
    options_wanted = pyqtSignal()
    told = pyqtSignal(str, int)

    def __init__(
        self,
        client: EngineClient,
        settings: Settings,
        map_view: MapView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Voice Search", parent)
        self.setObjectName("ScrlVoiceSearchDock")
        self.setAcceptDrops(True)
        self.state = DockState.STARTING
        self._client = client
        self._settings = settings
        self._map = map_view
        self._project = QgsProject.instance()
        self._store = QuestionStore(settings)
        self._info: IndexInfo | None = None
        self._requests: dict[str, Request] = {}
        self._build: IndexBuild | None = None
        self._answers: dict[str, _Answer] = {}
        self._layer: QgsVectorLayer | None = None
        self._keeping: dict[str, Any] = {}
        self._retry: Callable[[], None] | None = None
        self._area_reader: areas.AreaReader | None = None
        self._area_over: Callable[[dict[str, Any]], None] | None = None
        self._warm = False
        self._following_layer = False
        self._recording = ""
        self._selected_ranks: list[int] = []
        self._asked_pictures: set[int] = set()

        self.index_bar = IndexBar(settings)
        self.speak = SpeakPanel()
        self.banner = StateBanner()
        self.where_when = WhereWhenPanel(settings)
        self.understood = UnderstoodPanel()
        self.results = ResultsPanel(settings)
        self._assemble()
        self._make_timers()
        self._connect()
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setContext(Qt.ShortcutContext.ApplicationShortcut)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.cancel)
        self.speak.set_questions(self._store.questions)
        self.speak.set_microphones(None, settings.microphone)
        self._rest()

    # --- put together ----------------------------------------------------------------------------

    def _assemble(self) -> None:
        page = QWidget()
        layout = QVBoxLayout(page)
        margin = look.gap(self) + 2
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(look.gap(self) + 2)
        layout.addWidget(self.index_bar)
        layout.addWidget(_line())
        layout.addWidget(self.speak)
        layout.addWidget(self.banner)
        layout.addWidget(self.understood)
        layout.addWidget(self.where_when)
        layout.addWidget(self.results, 1)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        scroll.setMinimumWidth(self.fontMetrics().averageCharWidth() * 34)
        self.setWidget(scroll)

    def _make_timers(self) -> None:
        self._area_timer = QTimer(self)
        self._area_timer.setInterval(0)
        self._area_timer.timeout.connect(self._read_area)
        self._select_timer = _single_shot(self, 60, self._show_selected)
        self._distance_timer = _single_shot(self, 150, self._measure_distances)
        self._filter_timer = _single_shot(self, 30, self._filter_layer)
        self._refresh_timer = QTimer(self)
        self._refresh_timer.setInterval(_REFRESH_WHILE_BUILDING)
        self._refresh_timer.timeout.connect(self._ask_info)

    def _connect(self) -> None:
        bar, speak, results = self.index_bar, self.speak, self.results
        bar.index_chosen.connect(self._on_index)
        bar.new_wanted.connect(self.new_index)
        bar.add_wanted.connect(self._add_layers)
        bar.footprints_wanted.connect(self._show_footprints)
        bar.details_wanted.connect(self._show_details)
        bar.continue_wanted.connect(self._continue_build)
        bar.cancel_wanted.connect(self._cancel_build)
        speak.speak_wanted.connect(self.listen)
        speak.stop_wanted.connect(self.stop_listening)
        speak.recording_chosen.connect(self.ask_recording)
        speak.question_chosen.connect(self.ask_again)
        speak.microphone_chosen.connect(self._on_microphone)
        speak.microphones_wanted.connect(self._ask_microphones)
        speak.test_wanted.connect(self.test_microphone)
        results.selected.connect(self._on_list_selection)
        results.opened.connect(self._on_opened)
        results.least_changed.connect(self._on_least)
        results.keep_wanted.connect(self.keep)
        results.clear_wanted.connect(self.clear_all)
        results.scrolled.connect(self._ask_pictures)
        self.banner.acted.connect(self._on_acted)
        self._client.state_changed.connect(self._on_client_state)
        self._client.message.connect(self.told)
        self._project.layersWillBeRemoved.connect(self._on_layers_removed)
        self._map.moved.connect(self._distance_timer.start)
        self._map.layer_activated.connect(self._on_layer_activated)

    # --- what it is doing ------------------------------------------------------------------------

    def _show_state(
        self,
        state: DockState,
        saying: Saying | None = None,
        retry: Callable[[], None] | None = None,
    ) -> None:
        self.state = state
        self._retry = retry
        self.banner.say(state, saying)
        self._escape.setEnabled(state in (DockState.LISTENING, DockState.SEARCHING))
        self._enable()
        self.state_changed.emit(state)

    def _rest(self) -> None:
        """Show the state in which nothing is going on."""
        if self._client.state in ("starting", "restarting"):
            saying = SAYINGS[DockState.STARTING]
            if self._client.state == "restarting":
                saying = Saying("The engine stopped and is starting again.", "One moment, please.")
            self._show_state(DockState.STARTING, saying)
        elif not self.index_bar.index:
            saying = SAYINGS[DockState.EMPTY]
            if self._settings.recent_indexes:
                saying = Saying(
                    "No voice index is chosen.", "Choose one above, or build one.", saying.action
                )
            self._show_state(DockState.EMPTY, saying, self.new_index)
        elif self._layer is not None and self.results.result is not None:
            self._show_state(DockState.RESULTS, self._results_saying(self.results.result))
        elif self._build is not None and not self._holds_something:
            self._show_state(
                DockState.READY,
                Saying("The voice index is being built.", "It can be asked in a moment."),
            )
        elif self._info is not None and not self._info.tiles:
            step = "Press Add layers." if self._info.complete else "Press Continue to build it."
            self._show_state(DockState.READY, Saying("The voice index holds nothing yet.", step))
        else:
            self._show_state(DockState.READY)

    @property
    def _holds_something(self) -> bool:
        return self._info is not None and self._info.tiles > 0

    def _enable(self) -> None:
        busy = self.state is DockState.SEARCHING
        if self._client.state not in ("ready",):
            reason = "The engine is not ready yet"
        elif not self.index_bar.index:
            reason = "Choose or build a voice index first"
        elif self._build is not None and not self._holds_something:
            reason = "The voice index is being built; it can be asked in a moment"
        else:
            reason = ""
        self.speak.set_usable(not reason and not busy, reason or "A search is running; Esc cancels")
        self.results.set_clearable(bool(group.our_layers(self._project)))

    def _fail(self, error: EngineError, retry: Callable[[], None] | None) -> None:
        """Tell of a failure, with a button to try again; cancelling is none."""
        if error.is_cancelled:
            self._rest()
            return
        if error.log:
            QgsMessageLog.logMessage(
                f"{error.message} See {error.log}.", LOG_TAB, Qgis.MessageLevel.Warning
            )
        step = advice.next_step(error.code, error.next_step)
        action = "Try again" if retry is not None else ""
        self._show_state(DockState.ERROR, Saying(error.message, step, action), retry)

    def _fail_garbage(self, error: Exception, retry: Callable[[], None] | None) -> None:
        self._fail(
            EngineError(
                "engine-garbage",
                f"The engine's answer makes no sense: {error}.",
                "Try again; if it stays so, copy diagnostics in Settings > Options > Voice search.",
            ),
            retry,
        )

    def _on_acted(self) -> None:
        if self._retry is not None:
            self._retry()

    def cancel(self) -> None:
        """Stop listening or searching; nothing is asked."""
        self._area_timer.stop()
        self._area_reader = None
        for kind in ("record", "test", "read", "search"):
            request = self._requests.pop(kind, None)
            if request is not None:
                request.cancel()
        if self.speak.is_listening:
            self.speak.end_listening()
        if self.state in (DockState.LISTENING, DockState.SEARCHING):
            self._rest()

    def _ask(
        self,
        kind: str,
        method: str,
        params: dict[str, Any],
        then: Callable[[dict[str, Any]], None],
        otherwise: Callable[[EngineError], None],
    ) -> Request:
        """Ask the engine; an earlier question of the same kind is given up."""
        earlier = self._requests.pop(kind, None)
        if earlier is not None:
            earlier.cancel()
        request = self._client.request(method, params)
        self._requests[kind] = request

        def is_current() -> bool:
            if self._requests.get(kind) is not request:
                return False
            del self._requests[kind]
            return True

        request.finished.connect(lambda message: then(message) if is_current() else None)
        request.failed.connect(lambda error: otherwise(error) if is_current() else None)
        return request

    # --- the engine ------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Start the engine when the dock is first seen."""
        super().showEvent(event)
        if self._client.state == "stopped":
            self._client.start()
            self._rest()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Nobody listens to a dock that is closed."""
        self.cancel()
        super().closeEvent(event)

    def _on_client_state(self, state: str) -> None:
        if state == "ready":
            if not self._warm:
                self._ask("warm_up", "warm_up", {}, self._on_warm, self._on_cold)
            self._ask_microphones()
            self._ask_info()
            if self.state in (DockState.STARTING, DockState.READY, DockState.EMPTY):
                self._rest()
        elif state == "failed":
            self._warm = False
            if self.state is not DockState.ERROR:
                error = EngineError(
                    "engine-missing",
                    "The engine of the voice search does not run.",
                    "Look at the message above the map, or at Settings > Options > Voice search.",
                )
                self._fail(error, self._client.restart)
        else:
            self._warm = False
            # A failure stays to be read, unless it was that the engine did not run.
            mended = self.state is DockState.ERROR and self._retry == self._client.restart
            if mended or self.state in (DockState.READY, DockState.EMPTY, DockState.RESULTS):
                self._rest()
        self._enable()

    def _on_warm(self, _message: dict[str, Any]) -> None:
        self._warm = True

    def _on_cold(self, error: EngineError) -> None:
        # The search will say the same, with a button; but better now than after speaking.
        if not error.is_cancelled and self.state in (DockState.READY, DockState.STARTING):
            self._fail(error, self._client.restart)

    # --- the voice index -------------------------------------------------------------------------

    def new_index(self) -> None:
        """Ask what a new voice index is to be built of."""
        self._open_builder(None)

    def _add_layers(self) -> None:
        if self._info is not None:
            self._open_builder(self._info)

    def _open_builder(self, add_to: IndexInfo | None) -> None:
        if self._build is not None:
            self.told.emit(
                "A build is going on. Wait until it has finished, or stop it.",
                int(Qgis.MessageLevel.Info),
            )
            return
        dialog = NewIndexDialog(self._client, self._settings, self._project, self, add_to)
        dialog.build_wanted.connect(self.build)
        dialog.open()

    def build(self, method: str, params: dict[str, Any], name: str) -> None:
        """Build or extend a voice index.

        Args:
            method: "build_index", "add_to_index" or "resume_build".
            params: Of the method.
            name: Of the index, for people.
        """
        if self._build is not None:
            return
        build = IndexBuild(self._client, method, params, name, self)
        self._build = build
        build.progressed.connect(self._on_build_progress)
        build.noted.connect(lambda text: _log(text))
        build.finished.connect(self._on_built)
        build.failed.connect(self._on_build_failed)
        if build.index != self.index_bar.index:
            self._settings.remember_index(build.index)
            self._info = None
            self.index_bar.fill()
            self._forget_results()
        self.index_bar.begin_build(name)
        self._refresh_timer.start()
        build.start()
        self._rest()

    def _on_build_progress(self, report: ProgressReport) -> None:
        if self._build is not None:
            # Its name only if another index is chosen.
            other = self._build.index != self.index_bar.index
            self.index_bar.show_progress(self._build.name if other else "", report)

    def _on_built(self, report: BuildReport) -> None:
        build = self._end_build()
        if build is None:
            return
        left_out = ""
        level = Qgis.MessageLevel.Success
        if report.failed:
            first = report.failed[0]
            left_out = f" {words.count(len(report.failed), 'image')} left out: " + advice.sentence(
                first.code, first.message, first.next_step
            )
            if len(report.failed) > 1:
                left_out += " The log names the others."
            level = Qgis.MessageLevel.Warning
            for failure in report.failed:
                _log(f"Left out {failure.source}: {failure.message} {failure.next_step}")
        self.told.emit(
            f"Voice index {build.name} is ready: {words.count(report.tiles_in_index, 'tile')}, "
            f"{report.tiles:,} of them new, in {words.duration(report.seconds)}.{left_out}",
            int(level),
        )
        self._ask_info()

    def _on_build_failed(self, error: EngineError) -> None:
        build = self._end_build()
        if build is None:
            return
        if error.is_cancelled:
            self.told.emit(
                f"The build of {build.name} was stopped. What is done can be searched; Continue "
                "goes on with it.",
                int(Qgis.MessageLevel.Info),
            )
        else:
            sentence = advice.sentence(error.code, error.message, error.next_step)
            self.told.emit(sentence, int(Qgis.MessageLevel.Critical))
            if self.state not in (DockState.LISTENING, DockState.SEARCHING):
                self._fail(error, None)
        self._ask_info()

    def _end_build(self) -> IndexBuild | None:
        build, self._build = self._build, None
        self._refresh_timer.stop()
        self.index_bar.end_build()
        if build is not None:
            build.deleteLater()
        return build

    def _cancel_build(self) -> None:
        if self._build is not None:
            self.index_bar.stopping_build()
            self._build.cancel()

    def _continue_build(self) -> None:
        index = self.index_bar.index
        if index:
            self.build("resume_build", {"index": index}, Path(index).stem)

    def _on_index(self, _folder: str) -> None:
        self._info = None
        self._forget_results()
        self._ask_info()
        self._rest()

    def _ask_info(self) -> None:
        index = self.index_bar.index
        if index and self._client.state == "ready":
            self._ask("info", "index_info", {"index": index}, self._on_info, self._on_no_info)

    def _on_info(self, message: dict[str, Any]) -> None:
        try:
            info = IndexInfo.from_message(message)
        except MalformedAnswer as error:
            self._fail_garbage(error, self._ask_info)
            return
        if Path(info.path) != Path(self.index_bar.index):
            return
        self._info = info
        self.index_bar.show_info(info)
        if self.state in (DockState.READY, DockState.STARTING):
            self._rest()

    def _on_no_info(self, error: EngineError) -> None:
        if error.is_cancelled or (self._build is not None and error.code == "index-missing"):
            return  # A build that has just begun has not written anything yet.
        self._info = None
        step = advice.next_step(error.code, error.next_step)
        self.index_bar.show_info(None, error.message)
        if self.state not in (DockState.LISTENING, DockState.SEARCHING):
            self._show_state(DockState.ERROR, Saying(error.message, step, "Try again"), self._again)

    def _again(self) -> None:
        self._rest()
        self._ask_info()

    def _show_details(self) -> None:
        if self._info is None:
            return
        dialog = IndexDetailsDialog(self._client, self._info, self)
        dialog.changed.connect(self._ask_info)
        dialog.forget_wanted.connect(self._on_forget)
        dialog.open()

    def _on_forget(self, folder: str) -> None:
        self._settings.forget_index(folder)
        self.index_bar.choose("")

    def _show_footprints(self) -> None:
        index = Path(self.index_bar.index)
        for layer in group.our_layers(self._project):
            same = str(layer.customProperty(hits.PROPERTY + "index", "")) == str(index)
            if same and not hits.is_hits_layer(layer):
                self._project.removeMapLayer(layer.id())  # Read anew: the index may have grown.
        layer = make_footprints_layer(index)
        if layer is None:
            out = self._settings.data_folder / f"{index.stem} footprints.gpkg"
            out.parent.mkdir(parents=True, exist_ok=True)
            self._ask(
                "footprints",
                "write_footprints",
                {"index": str(index), "out": str(out)},
                lambda message: self._add_footprints(
                    make_footprints_layer(index, Path(str(message.get("path", out))))
                ),
                lambda error: self._fail(error, self._show_footprints),
            )
            return
        self._add_footprints(layer)

    def _add_footprints(self, layer: QgsVectorLayer | None) -> None:
        if layer is None:
            self._fail(
                EngineError(
                    "index-damaged", "The footprints of this index cannot be opened by QGIS."
                ),
                self._show_footprints,
            )
            return
        group.add_layer(self._project, layer, below=True)
        self._map.show_all(layer)
        self._enable()

    # --- asking ----------------------------------------------------------------------------------

    def _can_ask(self) -> bool:
        """Whether a question can be asked now; says why not."""
        if self._client.state != "ready":
            self._rest()
            return False
        if not self.index_bar.index:
            self._rest()
            return False
        problem = self.where_when.problem
        if problem:
            sentence, _, step = problem.partition(". ")
            self._show_state(DockState.ERROR, Saying(f"{sentence}.", step))
            return False
        return True

    def toggle(self) -> None:
        """Speak, or stop: what the keyboard shortcut does."""
        if self.speak.is_listening:
            self.stop_listening()
        elif self.state is not DockState.SEARCHING:
            self.listen(False)

    def listen(self, hold: bool = False) -> None:
        """Record a question and ask it.

        Args:
            hold: Whether to listen until :meth:`stop_listening`, not until silence.
        """
        if self.speak.is_listening or not self._can_ask():
            return
        try:
            path = self._store.new_recording()
        except OSError as error:
            self._fail(
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
        request = self._ask("record", "record", params, self._on_recorded, self._on_not_recorded)
        request.levelled.connect(lambda report: self._on_level(report, hold))
        self.speak.begin_listening()
        self._show_state(DockState.LISTENING)

    def stop_listening(self) -> None:
        """Take what has been said so far as the question."""
        request = self._requests.get("record")
        if request is not None:
            request.stop_recording()
        elif "test" in self._requests:
            self.cancel()

    def _on_level(self, report: LevelReport, hold: bool) -> None:
        if not self.speak.is_listening:
            return
        self.speak.hear(report)
        if report.state == "speaking":
            end = "Let go when you have finished" if hold else "It stops when you stop speaking"
            saying = Saying("Listening...", f"{end}; Esc cancels.")
        else:
            saying = Saying("Speak now: say what you look for.", "Esc cancels.")
        if self.banner.saying != saying:
            self.banner.say(DockState.LISTENING, saying)

    def _on_recorded(self, message: dict[str, Any]) -> None:
        try:
            heard = RecordedQuestion.from_message(message)
        except MalformedAnswer as error:
            self.speak.end_listening()
            self._fail_garbage(error, self.listen)
            return
        path = str(message.get("path") or self._recording)
        question = Question(path, now(), heard.seconds, heard.peaks)
        self.speak.end_listening(question)
        self._search(question)

    def _on_not_recorded(self, error: EngineError) -> None:
        self.speak.end_listening()
        self._fail(error, self.listen)

    def ask_recording(self, path: str) -> None:
        """Ask with a sound file of the user's."""
        if self.speak.is_listening or not self._can_ask():
            return
        question = Question(str(Path(path)), now(), is_ours=False)
        self._ask(
            "read",
            "read_recording",
            {"path": question.path},
            lambda message: self._on_read(question, message),
            lambda error: self._fail(error, lambda: self.ask_recording(path)),
        )
        self._show_state(
            DockState.SEARCHING, Saying(f"Reading {Path(path).name}...", "Esc cancels.")
        )

    def _on_read(self, question: Question, message: dict[str, Any]) -> None:
        try:
            heard = RecordedQuestion.from_message(message)
        except MalformedAnswer as error:
            self._fail_garbage(error, lambda: self.ask_recording(question.path))
            return
        question = replace(question, seconds=heard.seconds, peaks=heard.peaks)
        self.speak.show_question(question)
        self._search(question)

    def ask_again(self, question: Question) -> None:
        """Ask an earlier question once more, with what is chosen now."""
        if self.speak.is_listening or not self._can_ask():
            return
        question = replace(question, asked=now())
        self.speak.show_question(question)
        self._search(question)

    def _search(self, question: Question) -> None:
        """Ask the index."""
        self._show_state(DockState.SEARCHING)
        chosen = self.where_when.chosen
        try:
            if chosen.area == "view":
                self._send_search(question, areas.view_area(self._map.settings(), self._project))
            elif chosen.area == "selection":
                layer = areas.selected_features(self._project, self._map.active_layer())
                self._begin_area(question, layer, selected_only=True)
            elif chosen.area == "layer":
                if chosen.layer is None:
                    raise areas.NoArea(
                        "There is no polygon layer in this project. Add one, or search the whole "
                        "index."
                    )
                self._begin_area(question, chosen.layer, selected_only=False)
            else:
                self._send_search(question, None)
        except areas.NoArea as error:
            self._fail_area(error, question)

    def _begin_area(self, question: Question, layer: QgsVectorLayer, selected_only: bool) -> None:
        self._area_reader = areas.AreaReader(layer, self._project, selected_only)
        self._area_over = lambda area: self._send_search(question, area)
        self._area_question = question
        self._area_timer.start()

    def _read_area(self) -> None:
        """Read some polygons; the window stays free in between."""
        reader, over = self._area_reader, self._area_over
        if reader is None or over is None:
            self._area_timer.stop()
            return
        try:
            if not reader.read(_AREA_SLICE):
                return
            self._area_timer.stop()
            self._area_reader = None
            over(reader.area())
        except areas.NoArea as error:
            self._area_timer.stop()
            self._area_reader = None
            self._fail_area(error, self._area_question)

    def _fail_area(self, error: areas.NoArea, question: Question) -> None:
        sentence, _, step = str(error).partition(". ")
        self._show_state(
            DockState.ERROR,
            Saying(f"{sentence.rstrip('.')}.", step, "Try again"),
            lambda: self._search(question),
        )

    def _send_search(self, question: Question, area: dict[str, Any] | None) -> None:
        chosen = self.where_when.chosen
        index = self.index_bar.index
        params: dict[str, Any] = {
            "index": index,
            "parts": [{"kind": "recording", "path": question.path}],
            "k": chosen.hits,
        }
        filters = {"area": area, "since": chosen.since, "until": chosen.until}
        params.update({name: value for name, value in filters.items() if value is not None})
        self._ask(
            "search",
            "search",
            params,
            lambda message: self._on_found(question, index, message),
            lambda error: self._fail(error, lambda: self._search(question)),
        )

    def _on_found(self, question: Question, index: str, message: dict[str, Any]) -> None:
        try:
            result = SearchResult.from_message(message)
        except MalformedAnswer as error:
            self._fail_garbage(error, lambda: self._search(question))
            return
        question = replace(question, sounded_like=result.sounded_like)
        self._remember(question)
        asked = hits.Asked(index=index, recording=question.path, time=question.asked)
        self._unfollow_layer()
        self._layer = None
        answer = _Answer(result, asked, self._first_least(result))
        if result.hits:
            layer = hits.make_hits_layer(result, hits.default_name(question.asked), asked)
            self._answers[layer.id()] = answer
            hits.filter_by_score(layer, answer.least)
            group.add_layer(self._project, layer)
            group.hide_others(self._project, layer)
            self._follow_layer(layer)
            self._map.activate(layer)
        self._show_answer(answer)
        for note in result.notes:
            _log(note)
        self.answered.emit(result)

    def _remember(self, question: Question) -> None:
        try:
            self._store.add(question)
        except OSError as error:
            _log(f"The question could not be kept for asking again: {error.strerror}.")
        self.speak.set_questions(self._store.questions)

    def _first_least(self, result: SearchResult) -> float | None:
        """Return the score below which hits are hidden at first; None if none should be."""
        wanted = self._settings.min_score
        least = result.default_min_score if wanted is None else wanted
        if least is None or not any(hit.score >= least for hit in result.hits):
            return None  # A weak hit says more than an empty list.
        return least

    # --- results ---------------------------------------------------------------------------------

    def _show_answer(self, answer: _Answer) -> None:
        self._asked_pictures = set()
        self.results.show_result(answer.result, answer.least)
        self.results.show_kept(None if self._layer is None else group.is_temporary(self._layer))
        self.understood.show_phrases(answer.result.understood)
        self._measure_distances()
        self._ask_pictures()
        self._show_state(DockState.RESULTS, self._results_saying(answer.result))
        if self._layer is not None:
            self._follow_selection()

    def _results_saying(self, result: SearchResult) -> Saying:
        note = f" {result.notes[0]}" if result.notes else ""
        if not result.hits:
            return Saying(
                "Nothing was found.", f"Search elsewhere, or say it in other words.{note}"
            )
        best = max(hit.score for hit in result.hits)
        if result.default_min_score is not None and best < result.default_min_score:
            return Saying(
                "No place matches well; the nearest ones are shown.",
                f"Say it in other words, or search elsewhere.{note}",
            )
        found = words.count(len(result.hits), "place")
        return Saying(f"{found} found.", f"Choose one in the list to see it on the map.{note}")

    def _forget_results(self) -> None:
        self._unfollow_layer()
        self._layer = None
        self.results.clear()
        self.understood.show_phrases(())

    def _follow_layer(self, layer: QgsVectorLayer) -> None:
        self._layer = layer
        layer.selectionChanged.connect(self._follow_selection)

    def _unfollow_layer(self) -> None:
        if self._layer is not None:
            self._layer.selectionChanged.disconnect(self._follow_selection)

    def _on_layer_activated(self, layer: object) -> None:
        """Show the hits of the layer that the user has clicked in the layer panel."""
        if layer is self._layer or not isinstance(layer, QgsVectorLayer):
            return
        if self.state not in (DockState.READY, DockState.RESULTS, DockState.EMPTY):
            return
        if not hits.is_hits_layer(layer):
            return
        answer = self._answers.get(layer.id())
        if answer is None:
            answer = _Answer(hits.result_of(layer), hits.asked_of(layer), None)
            self._answers[layer.id()] = answer
        self._unfollow_layer()
        self._follow_layer(layer)
        group.hide_others(self._project, layer)
        self._show_answer(answer)

    def _on_list_selection(self, ranks: list[int]) -> None:
        """Select on the map what is selected in the list."""
        self._selected_ranks = ranks
        if self._layer is None:
            return
        self._following_layer = True
        self._layer.selectByIds(hits.features_by_rank(self._layer, ranks))
        self._following_layer = False
        # Whoever holds an arrow key down must not make the map jump along.
        self._select_timer.start()

    def _follow_selection(self, *_change: object) -> None:
        """Select in the list what is selected on the map."""
        if self._layer is not None and not self._following_layer:
            self.results.select(hits.ranks_of_selection(self._layer))

    def _show_selected(self) -> None:
        wanted = set(self._selected_ranks)
        chosen = [hit for hit in self.results.shown_hits() if hit.rank in wanted]
        if chosen:
            self._map.show(
                [hits.footprint_of(hit) for hit in chosen], move=self._settings.zoom_to_hit
            )

    def _on_opened(self, hit: Hit) -> None:
        self._map.show([hits.footprint_of(hit)], move=True, close=True)

    def _on_least(self, least: float | None) -> None:
        if self._layer is not None:
            answer = self._answers.get(self._layer.id())
            if answer is not None:
                answer.least = least
        self._filter_timer.start()

    def _filter_layer(self) -> None:
        if self._layer is None:
            return
        self._following_layer = True
        hits.filter_by_score(self._layer, self.results.least_score)
        self._following_layer = False

    def _measure_distances(self) -> None:
        """Tell how far each hit is from the centre of the map."""
        result = self.results.result
        centre = self._map.centre_wgs84(self._project)
        if result is None or centre is None or not result.hits:
            return
        measure = QgsDistanceArea()
        measure.setSourceCrs(areas.wgs84(), self._project.transformContext())
        measure.setEllipsoid("EPSG:7030")
        self.results.list.hits.set_distances(
            {
                hit.rank: measure.measureLine(centre, QgsPointXY(hit.lon, hit.lat))
                for hit in result.hits
            }
        )

    def _ask_pictures(self) -> None:
        """Ask for the pictures of the hits in sight."""
        if self._layer is None or self._client.state != "ready" or "pictures" in self._requests:
            return
        answer = self._answers.get(self._layer.id())
        if answer is None or not answer.asked.index:
            return
        wanted = [
            hit.tile_id
            for hit in self.results.list.visible_hits()
            if hit.tile_id not in self._asked_pictures
        ][:_PICTURES_AT_A_TIME]
        if not wanted:
            return
        self._asked_pictures.update(wanted)
        folder = self._settings.data_folder / "thumbnails"
        folder.mkdir(parents=True, exist_ok=True)
        pixels = round(_PICTURE_PIXELS * max(1.0, self.devicePixelRatioF()))
        layer_id = self._layer.id()
        self._ask(
            "pictures",
            "thumbnails",
            {
                "index": answer.asked.index,
                "tile_ids": wanted,
                "folder": str(folder),
                "pixels": pixels,
            },
            lambda message: self._on_pictures(layer_id, message),
            # No picture is no failure: the list says all the rest.
            lambda error: _log(error.text) if not error.is_cancelled else None,
        )

    def _on_pictures(self, layer_id: str, message: dict[str, Any]) -> None:
        if self._layer is not None and self._layer.id() == layer_id:
            files = message.get("files")
            for tile, path in (files if isinstance(files, dict) else {}).items():
                image = QImage(str(path))
                if not image.isNull() and str(tile).lstrip("-").isdigit():
                    self.results.list.hits.set_thumbnail(int(tile), image)
        self._ask_pictures()

    def keep(self) -> None:
        """Write the hits into a GeoPackage beside the index; the layer shows that from now on."""
        layer = self._layer
        if layer is None or not group.is_temporary(layer) or layer.id() in self._keeping:
            return
        answer = self._answers.get(layer.id())
        index = Path(answer.asked.index) if answer and answer.asked.index else None
        folder = Path(self._settings.index_folder)
        file = hits.kept_file(index) if index is not None else folder / "Voice search hits.gpkg"
        time = answer.asked.time if answer else now()
        table = f"{layer.name()} {time[:10]}"
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._tell_not_kept(error.strerror or "unknown reason")
            return
        shown = layer.subsetString()
        hits.filter_by_score(layer, None)  # All hits are kept, also those that the slider hides.
        task = group.write_task(layer, file, table)
        hits.filter_by_score(layer, self.results.least_score if shown else None)
        layer_id = layer.id()
        task.writeComplete.connect(lambda _file: self._on_kept(layer_id, file, table))
        task.errorOccurred.connect(lambda _code, text: self._on_not_kept(layer_id, text))
        self._keeping[layer_id] = task
        self.results.keep_button.setEnabled(False)
        self._map.run(task)

    def _on_kept(self, layer_id: str, file: Path, table: str) -> None:
        self._keeping.pop(layer_id, None)
        layer = self._project.mapLayer(layer_id)
        if not isinstance(layer, QgsVectorLayer):
            return
        self._following_layer = True
        kept = group.turn_into_kept(layer, file, table)
        self._following_layer = False
        if not kept:
            self._tell_not_kept("QGIS cannot open what it has written")
            return
        if layer is self._layer:
            self.results.show_kept(False)
            layer.selectByIds(hits.features_by_rank(layer, self.results.list.ranks_selected()))
        self.told.emit(
            f"{layer.name()} is kept in {file}. Save the project to see it again next time.",
            int(Qgis.MessageLevel.Success),
        )

    def _on_not_kept(self, layer_id: str, reason: str) -> None:
        self._keeping.pop(layer_id, None)
        self._tell_not_kept(reason)

    def _tell_not_kept(self, reason: str) -> None:
        if self._layer is not None:
            self.results.show_kept(group.is_temporary(self._layer))
        self.told.emit(
            f"The hits could not be kept ({reason}). They are still on the map; right-click the "
            "layer, Export > Save Features As..., to put them elsewhere.",
            int(Qgis.MessageLevel.Critical),
        )

    def clear_all(self) -> None:
        """Take our temporary layers, and the footprints, off the map; kept layers stay."""
        group.clear(self._project)
        self._forget_results()
        self._rest()

    def _on_layers_removed(self, layer_ids: list[str]) -> None:
        for layer_id in layer_ids:
            self._answers.pop(layer_id, None)
        if self._layer is not None and self._layer.id() in layer_ids:
            self._forget_results()
            if self.state is DockState.RESULTS:
                self._rest()
        QTimer.singleShot(0, self._enable)

    # --- microphones -----------------------------------------------------------------------------

    def _ask_microphones(self) -> None:
        if self._client.state != "ready":
            return
        self._ask(
            "microphones",
            "list_microphones",
            {},
            self._on_microphones,
            lambda _error: self.speak.set_microphones((), self._settings.microphone),
        )

    def _on_microphones(self, message: dict[str, Any]) -> None:
        try:
            found = microphones_from_message(message)
        except MalformedAnswer as error:
            _log(str(error))
            return
        self.speak.set_microphones(found, self._settings.microphone)

    def _on_microphone(self, name: str) -> None:
        self._settings.microphone = name

    def test_microphone(self) -> None:
        """Listen for three seconds and say whether somebody was heard."""
        if self.speak.is_listening or self._client.state != "ready":
            return
        params: dict[str, Any] = {"seconds": _TEST_SECONDS}
        if self._settings.microphone:
            params["device"] = self._settings.microphone
        request = self._ask("test", "test_microphone", params, self._on_tested, self._on_untested)
        request.levelled.connect(self._on_test_level)
        self.speak.begin_listening(testing=True)
        self._show_state(DockState.LISTENING)

    def _on_test_level(self, report: LevelReport) -> None:
        if self.speak.is_listening:
            self.speak.hear(report)
            saying = Saying("Say something: the microphone is tested.", "Esc cancels.")
            if self.banner.saying != saying:
                self.banner.say(DockState.LISTENING, saying)

    def _on_tested(self, message: dict[str, Any]) -> None:
        self.speak.end_listening()
        verdict = str(message.get("verdict") or "The microphone was tested.")
        heard = bool(message.get("speech"))
        step = (
            "Press Speak and say what you look for."
            if heard
            else ("Choose another microphone, or raise its level in the system's settings.")
        )
        if heard:
            self._show_state(DockState.READY, Saying(verdict, step))
        else:
            self._show_state(
                DockState.ERROR, Saying(verdict, step, "Test again"), self.test_microphone
            )

    def _on_untested(self, error: EngineError) -> None:
        self.speak.end_listening()
        self._fail(error, self.test_microphone)

    # --- dropped files ---------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take sound files."""
        if _dropped_sound(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Ask with the sound file that was dropped."""
        path = _dropped_sound(event.mimeData())
        if path:
            event.acceptProposedAction()
            # Later: whoever drags must not wait until the question is sent.
            QTimer.singleShot(0, lambda: self.ask_recording(path))

    # --- the end ---------------------------------------------------------------------------------

    def end(self) -> None:
        """Let go of everything that outlives a widget: requests, tasks, signals of the project."""
        for timer in (
            self._area_timer,
            self._select_timer,
            self._distance_timer,
            self._filter_timer,
            self._refresh_timer,
        ):
            timer.stop()
        self._escape.setEnabled(False)
        self.speak.player.stop()
        self._unfollow_layer()
        self._layer = None
        self._project.layersWillBeRemoved.disconnect(self._on_layers_removed)
        self.where_when.end()
        self._client.state_changed.disconnect(self._on_client_state)
        self._client.message.disconnect(self.told)
        if self._build is not None:
            self._build.cancel()
            self._build.task.end(False)
        for request in list(self._requests.values()):
            request.cancel()
        self._requests.clear()
        self._map.end()


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Sunken)
    return line


def _single_shot(parent: VoiceSearchDock, interval: int, action: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    timer.timeout.connect(action)
    return timer


def _log(text: str) -> None:
    QgsMessageLog.logMessage(text, LOG_TAB, Qgis.MessageLevel.Info, notifyUser=False)


def _dropped_sound(data: QMimeData) -> str:
    """Return the path of a dropped sound file; empty if there is none."""
    urls: list[QUrl] = data.urls() if data.hasUrls() else []
    for url in urls:
        path = url.toLocalFile()
        if path and f".{QFileInfo(path).suffix().lower()}" in SOUND_ENDINGS:
            return str(path)
    return ""
