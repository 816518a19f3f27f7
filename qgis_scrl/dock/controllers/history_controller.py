"""What happens with the questions of the project: they are collected, listed, asked again, kept, forgotten."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QObject, QTimer

from ...compat import SoundPlayer
from ...errors import reason_of
from ...history import AskedQuery, QuestionHistory
from ...layers import group, hits
from ...paths import is_folder
from ...project_history import HistoryEntry, ProjectHistory
from ...settings import Settings
from ...translation import tr
from ..dialogs.history_dialog import HistoryDialog
from ..widgets.speak_panel import SpeakPanel
from ..widgets.status_banner import log
from .map_view import MapView
from .question_controller import QuestionController


class HistoryController(QObject):
    """Collects the questions of the project, and opens the dialog that lists them.

    Attributes:
        dialog: The dialog, while it is open.
        questions: The questions.
    """

    def __init__(
        self,
        speak: SpeakPanel,
        asking: QuestionController,
        settings: Settings,
        map_view: MapView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._speak = speak
        self._asking = asking
        self._map = map_view
        self._project = QgsProject.instance()
        self._files = QuestionHistory(settings)
        self.questions = ProjectHistory(self._project, self)
        self.dialog: HistoryDialog | None = None
        self._askable = False
        #: What was forgotten since the dialog was opened, and where it was.
        self._forgotten: list[tuple[HistoryEntry, int]] = []
        # Layers come and go many at a time.
        self._refresh_timer = QTimer(self, singleShot=True, interval=0, timeout=self._refresh)
        asking.found.connect(self.questions.add)
        self.questions.changed.connect(self._refresh_timer.start)
        self._project.layersAdded.connect(self._refresh_timer.start)
        self._project.layersRemoved.connect(self._refresh_timer.start)
        self._project.cleared.connect(self._end_forgetting)
        speak.history_button.clicked.connect(self.open)

    @property
    def _player(self) -> SoundPlayer:
        return self._speak.player

    def open(self, _checked: bool = False) -> None:
        """Open the dialog, or bring it to the front."""
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
            return
        dialog = self.dialog = HistoryDialog(self._player, self._speak.window())
        dialog.ask_wanted.connect(self._ask)
        dialog.typed_wanted.connect(self._ask_typed)
        dialog.layer_wanted.connect(self._show_layer)
        dialog.keep_wanted.connect(self._keep)
        dialog.forget_wanted.connect(self._forget)
        dialog.undo_wanted.connect(self._undo)
        dialog.delete_wanted.connect(self._want_to_delete)
        dialog.finished.connect(self._on_closed)
        dialog.set_askable(self._askable)
        self._refresh()
        dialog.show()
        dialog.list.setFocus()

    def show_question_of(self, layer: QgsMapLayer) -> None:
        """Open the dialog with the question of a layer selected."""
        asked = hits.asked_of(layer)
        self.open()
        if self.dialog is not None:
            self.dialog.select(asked)

    def ask_question_of(self, layer: QgsMapLayer) -> None:
        """Ask the question of a layer again, as it was asked."""
        self._asking.repeat(hits.asked_of(layer))

    def set_askable(self, askable: bool) -> None:
        """Set whether a search can be started now."""
        self._askable = askable
        if self.dialog is not None:
            self.dialog.set_askable(askable)

    def _refresh(self) -> None:
        if self.dialog is not None:
            shown = [hits.asked_of(layer) for layer in group.hits_layers(self._project)]
            entries = self.questions.entries
            with_layer = [entry for entry in entries if any(map(entry.is_of, shown))]
            self.dialog.show_entries(entries, with_layer)

    def _ask(self, entry: HistoryEntry) -> None:
        # Without its index, or its area, it is asked of what is chosen in the dock.
        if entry.whole and is_folder(entry.asked.index):
            self._asking.repeat(entry.asked)
        else:
            self._asking.ask_again(entry.asked)

    def _ask_typed(self, entry: HistoryEntry) -> None:
        typed = entry.asked.typed
        if typed is not None:
            self._asking.ask_again(typed)

    def _show_layer(self, entry: HistoryEntry) -> None:
        for layer in group.hits_layers(self._project):
            if entry.is_of(hits.asked_of(layer)):
                group.show_layer(self._project, layer)
                self._map.activate(layer)
                self._map.show_all(layer)
                return

    def _keep(self, entry: HistoryEntry, kept: bool) -> None:
        try:
            self._files.keep(entry.asked, kept)
        except OSError as error:
            self._say(tr("It cannot be kept: {reason}.").format(reason=reason_of(error)))
            self._refresh()
            return
        self.questions.keep(entry, kept)

    def _forget(self, entry: HistoryEntry) -> None:
        self._forgotten.append((entry, self.questions.remove(entry)))
        self._show_undoable()

    def _undo(self) -> None:
        if self._forgotten:
            self.questions.restore(*self._forgotten.pop())
            self._show_undoable()

    def _show_undoable(self) -> None:
        if self.dialog is not None:
            self.dialog.set_undoable(bool(self._forgotten))

    def _want_to_delete(self) -> None:
        recordings = self._files.recordings()
        if self.dialog is None:
            return
        if recordings:
            size = sum(_size(path) for path in recordings)
            self.dialog.ask_to_delete(len(recordings), size, self._delete)
        else:
            self._say(tr("There are no recordings on this computer."))

    def _delete(self) -> None:
        self._player.stop()
        left = self._files.delete_recordings()
        self._asking.show_questions()
        self._refresh()
        if left:
            self._say(
                tr(
                    "%n recording(s) still in use. Close other windows of QGIS, then try again.",
                    n=left,
                )
            )
        else:
            self._say(tr("All recordings have been deleted."))

    def _say(self, text: str) -> None:
        if self.dialog is not None:
            self.dialog.say(text)

    def _on_closed(self, _result: int) -> None:
        self.dialog = None
        self._player.stop()
        self._end_forgetting()

    def _end_forgetting(self) -> None:
        """Delete the files of what was forgotten: nobody can bring it back any more."""
        doomed: list[AskedQuery] = [entry.asked for entry, _ in self._forgotten]
        self._forgotten = []
        self._show_undoable()
        if not doomed:
            return
        needed = [entry.asked for entry in self.questions.entries]
        try:
            self._files.forget(doomed, needed)
        except OSError as error:
            log(f"The list of recent questions cannot be written: {error.strerror}.")
        self._asking.show_questions()

    def end(self) -> None:
        """Close the dialog and let go of the project."""
        if self.dialog is not None:
            self.dialog.close()
        self._refresh_timer.stop()
        self.questions.end()
        self._project.layersAdded.disconnect(self._refresh_timer.start)
        self._project.layersRemoved.disconnect(self._refresh_timer.start)
        self._project.cleared.disconnect(self._end_forgetting)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
