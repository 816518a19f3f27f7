"""The dock: puts the visible parts together, and says what it is doing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import Qgis, QgsMessageLog, QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from qgis.PyQt.QtWidgets import (
    QFrame,
    QShortcut,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ..compat import drop_modifiers
from ..contract import SearchResult, methods
from ..demo import Demo
from ..engine_client import LOG_TAB, EngineClient
from ..errors import EngineError
from ..help import Topic, open_help
from ..history import AskedQuery
from ..layers import group
from ..settings import Settings
from ..translation import tr
from .controllers.changes_controller import ChangesController
from .controllers.demo_controller import DemoController
from .controllers.example_controller import ExampleController
from .controllers.exploration_controller import ExplorationController
from .controllers.history_controller import HistoryController
from .controllers.image_controller import ImageController
from .controllers.index_controller import IndexController
from .controllers.label_controller import LabelController
from .controllers.map_view import MapView
from .controllers.notes_controller import NotesController
from .controllers.question_composer import QuestionComposer
from .controllers.question_controller import QuestionController
from .controllers.report_controller import ReportController
from .controllers.results_controller import ResultsController
from .controllers.saved_searches_controller import SavedSearchesController
from .controllers.time_controller import TimeController
from .controllers.tour_controller import TourController
from .controllers.watch_controller import WatchController
from .engine_requests import EngineRequests
from .widgets import theme
from .widgets.demo_bar import DemoBar
from .widgets.filters_panel import FiltersPanel
from .widgets.index_bar import IndexBar
from .widgets.new_places_bar import NewPlacesBar
from .widgets.question_chips import QuestionChips
from .widgets.recognised_phrases import RecognisedPhrases
from .widgets.results_panel import ResultsPanel
from .widgets.setup_panel import SetupPanel
from .widgets.speak_panel import (
    PICTURE_SUFFIXES,
    PROFILE_SUFFIX,
    SOUND_SUFFIXES,
    SpeakPanel,
)
from .widgets.status_banner import DockState, StatusBanner, StatusMessage, status_message

#: In average letters.
_NARROWEST = 34
#: Side of a place that was shown with a click, while the tiles of the index are not known.
_TILE_M = 200.0
_BUSY = (DockState.LISTENING, DockState.SEARCHING)


def _is_help(event: QKeyEvent) -> bool:
    return bool(event.matches(QKeySequence.StandardKey.HelpContents))


class _Pages(QStackedWidget):
    """Pages of which only the one that is shown says how high all must be."""

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of the page that is shown."""
        page = self.currentWidget()
        return int(page.heightForWidth(width)) if page is not None else -1

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return how narrow they may be; how high they must be depends on the width.

        Qt's own hint is for the narrowest width, at which labels wrap most: the scroll area would leave room for that.
        """
        return QSize(super().minimumSizeHint().width(), 0)


class VoiceSearchDock(QgsDockWidget):
    """The dock widget.

    Args:
        client: The engine; started when the dock is first shown.
        settings: The plugin's settings.
        map_view: The map that hits are shown on.
        parent: QGIS's main window.

    Attributes:
        state: What the dock is doing.
        setup: Shown instead of all else while the engine is not installed.

    Signals:
        state_changed(object): The new :class:`DockState`.
        answered(object): A :class:`SearchResult` is shown, in the list and on the map.
        told(str, int): A sentence for QGIS's message bar and its ``Qgis.MessageLevel``.
    """

    state_changed = pyqtSignal(object)
    answered = pyqtSignal(object)
    told = pyqtSignal(str, int)

    def __init__(
        self,
        client: EngineClient,
        settings: Settings,
        map_view: MapView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Voice Search"), parent)
        self.setObjectName("ScrlVoiceSearchDock")
        self.setAcceptDrops(True)
        self.state = DockState.STARTING
        self._client = client
        self._settings = settings
        self._map = map_view
        self._retry: Callable[[], None] | None = None
        self._warm = False
        self._unfocused: QWidget | None = None

        self.index_bar = IndexBar(settings)
        self.new_places = NewPlacesBar()
        self.speak = SpeakPanel()
        self.chips = QuestionChips()
        self.banner = StatusBanner()
        self.demo_bar = DemoBar(Demo(settings).questions)
        self.filters = FiltersPanel(settings)
        self.recognised_phrases = RecognisedPhrases()
        self.results = ResultsPanel(settings)
        self.setup = SetupPanel(settings)
        self._assemble()

        self._engine_requests = EngineRequests(client, self)
        self.indexes = IndexController(
            self.index_bar, self._engine_requests, settings, map_view, self
        )
        self.composer = QuestionComposer(self.chips, self)
        self.asking = QuestionController(
            self.speak,
            self.filters,
            self._engine_requests,
            settings,
            map_view,
            lambda: self.index_bar.index,
            self.composer,
            self,
        )
        self.answers = ResultsController(
            self.results, self.recognised_phrases, self._engine_requests, settings, map_view, self
        )
        self.examples = ExampleController(
            self.speak,
            self.asking,
            self.answers,
            self.composer,
            settings,
            map_view,
            self._smallest_tile_m,
            self,
        )
        self.exploring = ExplorationController(
            self.index_bar, self._engine_requests, settings, map_view, self
        )
        self.labelling = LabelController(
            self.results, self.answers, self._engine_requests, settings, map_view, self
        )
        self.reporting = ReportController(
            self.results, self.answers, self.labelling, self._engine_requests, settings, map_view, self
        )  # fmt: skip
        self.history = HistoryController(self.speak, self.asking, settings, map_view, self)
        self.time = TimeController(
            self.index_bar, self.answers, self._engine_requests, settings, map_view, self
        )
        self.watching = WatchController(self.new_places, self._engine_requests, map_view, self)
        self.comparing = ChangesController(
            self.index_bar,
            self.answers,
            self._engine_requests,
            settings,
            map_view,
            lambda: self.indexes.info,
            self,
        )
        self.searches = SavedSearchesController(
            self.index_bar, self.results, self.answers, self._engine_requests, settings, self
        )
        self.images = ImageController(self)
        self.notes = NotesController(
            self.index_bar,
            self._engine_requests,
            settings,
            map_view,
            lambda: self.composer.question,
            self,
        )
        self.demo = DemoController(
            self.demo_bar,
            self.index_bar,
            self.indexes,
            self.asking,
            self._engine_requests,
            settings,
            map_view,
            self,
        )
        self.tour = TourController(
            self._page, self._scroll, self.speak, self.filters, self.results, settings, self
        )
        self._connect()
        # Wherever the focus is: while it listens, Esc means this and nothing else.
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setContext(Qt.ShortcutContext.ApplicationShortcut)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.cancel)
        self.rest()

    # --- help ------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take F1, which in QGIS's window is a shortcut for QGIS's own help."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_help(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Show help with F1: about setting up, or about asking."""
        if not _is_help(event):
            super().keyPressEvent(event)
            return
        setting_up = self._pages.currentWidget() is self.setup
        open_help(Topic.INSTALLING if setting_up else Topic.ASKING)

    # --- put together ----------------------------------------------------------------------------

    def _assemble(self) -> None:
        page = self._page = QWidget()
        gap = theme.gap(self) + 2
        theme.pack(
            QVBoxLayout(page),
            self.index_bar,
            self.new_places,
            QFrame(frameShape=QFrame.Shape.HLine, frameShadow=QFrame.Shadow.Sunken),
            self.speak,
            self.chips,
            self.banner,
            self.demo_bar,
            self.recognised_phrases,
            self.filters,
            self.results,
            wide=self.results,
            spacing=gap,
            margin=gap,
        )
        self._pages = _Pages()
        self._pages.addWidget(page)
        self._pages.addWidget(self.setup)
        self._scroll = theme.scroll_area(self._pages)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # The scroll area itself has nothing that a key could do.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._scroll)
        self._pages.currentChanged.connect(self._fit_page)
        self._fit_page()

    def _fit_page(self, _number: int = 0) -> None:
        """Let only the page that is shown say how wide the dock must be."""
        for number in range(self._pages.count()):
            shown = number == self._pages.currentIndex()
            policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            self._pages.widget(number).setSizePolicy(policy, policy)
        width = self.fontMetrics().averageCharWidth() * _NARROWEST
        if self._pages.currentWidget() is self.setup:
            # Its buttons do not wrap.
            width = max(width, self.setup.minimumSizeHint().width())
        self._scroll.setMinimumWidth(width)

    def _connect(self) -> None:
        self.indexes.chosen.connect(self._on_index_chosen)
        self.indexes.changed.connect(self._on_index_changed)
        self.indexes.failed.connect(self._on_index_failed)
        self.indexes.told.connect(self.told)
        self.asking.state_wanted.connect(self._show_state)
        self.asking.rested.connect(self.rest)
        self.asking.failed.connect(self._fail)
        self.state_changed.connect(self._on_state)
        self.asking.found.connect(self.labelling.take_over)
        self.asking.found.connect(self.answers.show)
        self.examples.state_wanted.connect(self._show_state)
        self.examples.rested.connect(self._on_example_left)
        self.examples.failed.connect(self._fail)
        self.composer.cleared.connect(self._on_cleared)
        self.chips.adding_changed.connect(self.speak.field.show_adding)
        self.recognised_phrases.chosen.connect(self.asking.correct)
        self.answers.asked.connect(self.asking.ask)
        self.answers.repeated.connect(self.asking.repeat)
        self.answers.shown.connect(self._on_shown)
        self.answers.gone.connect(self._on_gone)
        self.answers.told.connect(self.told)
        self.answers.state_wanted.connect(self._show_state)
        self.answers.failed.connect(self._fail)
        self.answers.rested.connect(self.rest)
        self.exploring.asked.connect(self.asking.ask)
        self.exploring.changed.connect(self._enable)
        self.exploring.told.connect(self.told)
        self.indexes.changed.connect(
            lambda: self.watching.look(self.indexes.info, self.indexes.is_building)
        )
        self.comparing.changed.connect(self._enable)
        self.comparing.told.connect(self.told)
        self.comparing.time_wanted.connect(self.time.show_tile)
        self.searches.asked.connect(self.asking.repeat)
        self.watching.changed.connect(self._enable)
        self.watching.told.connect(self.told)
        self.time.changed.connect(self._enable)
        self.results.list.time_wanted.connect(self.time.show_tile)
        self.results.list.image_wanted.connect(self.images.open)
        self.images.told.connect(self.told)
        self.notes.places_wanted.connect(self.asking.ask_recording)
        self.notes.changed.connect(self._enable)
        self.notes.told.connect(self.told)
        self.results.list.notes_wanted.connect(
            lambda hit: (
                self.notes.fit_hit(hit, self.answers.asked_query.index)
                if self.answers.asked_query is not None
                else None
            )
        )
        self.labelling.asked.connect(self.asking.repeat)
        self.labelling.failed.connect(self._fail)
        self.labelling.told.connect(self.told)
        self.labelling.changed.connect(self._enable)
        self.labelling.labelled.connect(self.composer.label)
        self.labelling.labelled.connect(self.history.questions.label)
        self.reporting.state_wanted.connect(self._show_state)
        self.reporting.failed.connect(self._fail)
        self.reporting.told.connect(self.told)
        self.reporting.rested.connect(self.rest)
        self.demo.failed.connect(self._fail)
        self.demo.told.connect(self.told)
        self.setup.demo_wanted.connect(self.demo.begin)
        self.index_bar.tour_action.triggered.connect(lambda _on=False: self.tour.begin())
        self.banner.acted.connect(self._on_acted)
        self._client.state_changed.connect(self._on_client_state)
        self._client.message.connect(self.told)
        self.setup.ready.connect(self._on_set_up)
        self.setup.noted.connect(lambda text: self.told.emit(text, int(Qgis.MessageLevel.Info)))

    # --- what it is doing ------------------------------------------------------------------------

    def _show_state(
        self,
        state: DockState,
        saying: StatusMessage | None = None,
        retry: Callable[[], None] | None = None,
    ) -> None:
        changed, self.state = state is not self.state, state
        self._retry = retry
        self.banner.show_state(state, saying)
        self.answers.is_locked = state in _BUSY
        self._enable()
        if changed:
            self.state_changed.emit(state)

    def rest(self) -> None:
        """Show the state in which nothing is going on."""
        info, result = self.indexes.info, self.answers.result
        if self._client.state in ("starting", "restarting"):
            saying = StatusMessage(
                tr("The engine stopped and is starting again."), tr("Please wait a moment.")
            )
            restarting = self._client.state == "restarting"
            self._show_state(DockState.STARTING, saying if restarting else None)
        elif self._client.state == "failed":
            self._fail(EngineError("engine-not-running"), self._client.restart)
        elif not self.index_bar.index:
            saying = status_message(DockState.EMPTY)
            if self._settings.recent_indexes:
                saying = StatusMessage(
                    tr("No voice index is selected."),
                    tr("Select one above, or build a new one."),
                    saying.action,
                )
            self._show_state(DockState.EMPTY, saying, self.indexes.new_index)
        elif self.answers.layer is not None and result is not None:
            self._show_state(DockState.RESULTS, self.answers.saying_for(result))
        elif self.indexes.is_unborn:
            saying = StatusMessage(
                tr("The voice index is being built."), tr("It can be searched in a moment.")
            )
            self._show_state(DockState.READY, saying)
        elif info is not None and not info.tiles:
            step = (
                tr("Press Add layers to add imagery.")
                if info.complete
                else tr("Press Continue to build it.")
            )
            self._show_state(DockState.READY, StatusMessage(tr("The voice index is empty."), step))
        else:
            self._show_state(DockState.READY)

    def _enable(self) -> None:
        focus = self.window().focusWidget()
        self._enable_parts()
        self._keep_focus(focus)

    def _keep_focus(self, before: QWidget | None) -> None:
        """Give the focus back to a button that could not be pressed for a while, unless it is elsewhere by now.

        Qt would move it to whatever comes next: who presses Refine would go on in the list, or in the field.
        """
        now = self.window().focusWidget()
        if now is not before and before is not None and not before.isEnabled():
            # Chips are made anew, and look after their focus themselves.
            if self.isAncestorOf(before) and not self.chips.isAncestorOf(before):
                self._unfocused = before
                if now is not None:
                    now.clearFocus()
        elif self._unfocused is not None and (now is not None or self._unfocused.isEnabled()):
            button, self._unfocused = self._unfocused, None
            if now is None:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enable_parts(self) -> None:
        reason = ""
        if self._client.state != "ready":
            reason = tr("The engine is not ready yet")
        elif not self.index_bar.index:
            reason = tr("Choose or build a voice index first")
        elif self.indexes.is_unborn:
            reason = tr("The voice index is being built; it can be searched in a moment")
        # What is typed meanwhile takes the place of the search that runs.
        self.speak.set_typable(reason)
        self.chips.set_usable(not reason and self.state is not DockState.LISTENING)
        if not reason and self.state is DockState.SEARCHING:
            reason = tr("A search is running; press Esc to cancel it")
        self.speak.set_usable(not reason, reason)
        busy = self.state in _BUSY
        on_map = self.examples.is_picking or self.time.is_picking or self.labelling.is_on_map
        self._escape.setEnabled(busy or on_map)
        self.speak.is_testable = self._client.state == "ready" and not busy
        self.demo_bar.set_askable(not reason and not busy)
        self.results.set_askable(not reason and not busy)
        self.history.set_askable(not reason and not busy)
        self.results.clear_button.setEnabled(bool(group.our_layers(QgsProject.instance())))

    def _fail(self, error: EngineError, retry: Callable[[], None] | None, action: str = "") -> None:
        """Tell of a failure, with a button to try again; cancelling is none."""
        if error.is_cancelled:
            self.rest()
            return
        if error.log:
            QgsMessageLog.logMessage(
                f"{error.message} See {error.log}.", LOG_TAB, Qgis.MessageLevel.Warning
            )
        label = (action or tr("Try again")) if retry is not None else ""
        saying = StatusMessage(error.message, error.next_step, label, error.code)
        self._show_state(DockState.ERROR, saying, retry)

    def _on_acted(self) -> None:
        retry = self._retry
        if retry is None:
            return
        if self.state is DockState.ERROR:
            self.rest()  # What is tried again tells if it fails again.
        retry()

    def cancel(self) -> None:
        """Stop listening or searching; nothing is asked."""
        self.examples.cancel()
        self.time.cancel()
        if self.state not in _BUSY:
            self.labelling.leave_map()
        self.asking.cancel()
        self.answers.give_up()
        self.reporting.give_up()
        if self.state in _BUSY:
            self.rest()

    def toggle(self) -> None:
        """Speak, or stop: what the keyboard shortcut does."""
        if self.speak.is_listening:
            self.asking.stop_listening()
        elif self.state is not DockState.SEARCHING:
            self.asking.listen(False)

    def type(self) -> None:
        """Put the cursor where a question is typed: what the keyboard shortcut does."""
        self.activateWindow()
        self.speak.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.speak.field.selectAll()

    # --- what happens in its parts ---------------------------------------------------------------

    def _on_index_chosen(self) -> None:
        self.answers.forget()
        self.composer.forget()
        if self.state is DockState.SEARCHING:
            self.cancel()  # It was asked of another one.

    def _on_index_changed(self) -> None:
        info = self.indexes.info
        if info is not None and info.tiles and not self.indexes.is_building:
            self.tour.offer()
        if self.state not in (*_BUSY, DockState.ERROR):
            self.rest()
        elif self._retry in (self.indexes.refresh, self.indexes.forget, self.indexes.unlock):
            self.rest()  # It can be read now.
        else:
            self._enable()

    def _on_index_failed(self, error: EngineError, retry: Callable[[], None] | None) -> None:
        if self.state in _BUSY:
            return
        self._fail(error, retry, tr("Remove from list") if retry == self.indexes.forget else "")

    def _smallest_tile_m(self) -> float:
        info = self.indexes.info
        return min(info.ground_sizes_m, default=_TILE_M) if info is not None else _TILE_M

    def _on_example_left(self) -> None:
        if self.state in (*_BUSY, DockState.ERROR):
            self._enable()
        else:
            self.rest()

    def _on_cleared(self) -> None:
        self.asking.cancel()
        self.answers.forget()
        self.speak.show_question(None)
        self.rest()

    def _on_shown(self, asked: AskedQuery, result: SearchResult) -> None:
        self.composer.show(asked)
        self._show_state(DockState.RESULTS, self.answers.saying_for(result))
        self.answered.emit(result)

    def _on_state(self, state: DockState) -> None:
        # The answer has replaced what was found meanwhile, or there is none.
        if state not in _BUSY:
            self._map.outline(())

    def _on_gone(self) -> None:
        if self.answers.result is None and self.state not in _BUSY:
            self.composer.forget()
        if self.state is DockState.RESULTS:
            self.rest()
        else:
            self._enable()

    # --- the engine ------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Start the engine when the dock is first seen."""
        super().showEvent(event)
        self.look_again()

    def look_again(self) -> None:
        """Start the engine, or offer to set it up: what it takes may be there now, or gone."""
        if not self.isVisible():
            return  # When it is shown.
        if self._client.state in ("stopped", "failed") and self.setup.is_needed():
            self.show_setup()
        elif self._client.state == "stopped":
            self._leave_setup()
            self._client.start()
            self.rest()

    def _leave_setup(self) -> None:
        """The engine can run: show what it is for, unless it is being repaired."""
        if not self.setup.installer.is_running:
            self._pages.setCurrentIndex(0)

    def show_setup(self) -> None:
        """Offer to set the engine up, instead of everything that needs it."""
        self._pages.setCurrentWidget(self.setup)
        self.setup.begin()

    def repair(self) -> None:
        """Check the engine's environment and mend it, where the user sees how far it is."""
        self._client.stop()
        self._pages.setCurrentWidget(self.setup)
        self.setup.set_up()
        self.setUserVisible(True)

    def _on_set_up(self) -> None:
        self._pages.setCurrentIndex(0)
        self._client.restart()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Nobody listens to a dock that is closed."""
        self.cancel()
        super().closeEvent(event)

    def _on_client_state(self, state: str) -> None:
        if state == "ready":
            self._leave_setup()
            if not self._warm:
                self._engine_requests.ask(
                    "warm_up", methods.WARM_UP, methods.Nothing(), self._on_warm, self._on_cold
                )
            self.asking.find_microphones()
            self.indexes.refresh()
            if self.state in (DockState.STARTING, DockState.READY, DockState.EMPTY):
                self.rest()
        elif state == "failed":
            self._warm = False
            if self.setup.is_needed():
                self.show_setup()
            if self.state is not DockState.ERROR:
                self.rest()
        else:
            self._warm = False
            # A failure stays to be read, unless it was that the engine did not run.
            mended = self.state is DockState.ERROR and self._retry == self._client.restart
            if mended or self.state not in (*_BUSY, DockState.ERROR):
                self.rest()
        self._enable()

    def _on_warm(self, result: methods.WarmUpResult) -> None:
        self._warm = True
        self.indexes.raster_suffixes = result.raster_suffixes

    def _on_cold(self, error: EngineError) -> None:
        # The search would say the same; but better now than after speaking.
        if not error.is_cancelled and self.state not in (*_BUSY, DockState.ERROR):
            self._fail(error, self._client.restart)

    # --- dropped files ---------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files."""
        if _dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Ask with the sound file or the picture that was dropped; with Ctrl it is added to the question."""
        paths = _dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            add = bool(drop_modifiers(event) & Qt.KeyboardModifier.ControlModifier)
            # Later: whoever drags must not wait until the question is sent.
            QTimer.singleShot(0, lambda: self._ask_files(paths, add))

    def _ask_files(self, paths: list[str], add: bool) -> None:
        suffix = Path(paths[0]).suffix.lower()
        problem = ""
        if len(paths) > 1:
            problem = tr("Only one file can be asked with. Drop a single sound file or picture.")
        elif suffix in SOUND_SUFFIXES:
            self.asking.ask_recording(paths[0], add)
        elif suffix in PICTURE_SUFFIXES:
            self.asking.ask_image(paths[0], add)
        elif suffix == PROFILE_SUFFIX:
            self.asking.ask_profile(paths[0], add)
        else:
            problem = tr(
                "{name} is neither a sound file nor a picture. Drop a WAV, FLAC, OGG or MP3 file, or "
                "a picture such as PNG, JPEG or TIFF."
            ).format(name=Path(paths[0]).name)
        if problem:
            self.told.emit(problem, int(Qgis.MessageLevel.Warning))

    # --- the end ---------------------------------------------------------------------------------

    def end(self) -> None:
        """Let go of everything that outlives a widget: requests, tasks, signals of the project."""
        self._escape.setEnabled(False)
        self._client.state_changed.disconnect(self._on_client_state)
        self._client.message.disconnect(self.told)
        self.examples.end()
        self.asking.end()
        self.indexes.end()
        self.demo.end()
        self.exploring.end()
        self.watching.end()
        self.history.end()
        self.time.end()
        self.searches.end()
        self.comparing.end()
        self.notes.end()
        self.images.end()
        self.labelling.end()
        self.answers.end()
        self.filters.end()
        self._engine_requests.end()
        self.setup.end()
        self._map.end()


def _dropped_files(data: QMimeData) -> list[str]:
    """Return the paths of dropped files."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
