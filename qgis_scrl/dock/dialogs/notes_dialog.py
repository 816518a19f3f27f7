"""Voice notes: record them at places, listen to them, find those that fit, and go from them to places."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QShortcut,
    QVBoxLayout,
    QWidget,
)

from ...contract import NoteHit, VoiceNote
from ...help import Topic
from ...translation import tr
from ..widgets import formatting, theme
from ..widgets.announcing import LiveLabel
from ..widgets.focus import focus_kept
from ..widgets.help_button import add_help

#: Icons.
_MICROPHONE, _PLACE, _PLAY, _STOP = "microphone", "place", "play", "stop"


class NotesDialog(QDialog):
    """Shows voice notes; the map and the dock stay usable.

    Signals:
        new_wanted(): Begin a new file of notes.
        open_wanted(): Open another one.
        import_wanted(): Import a folder of recordings.
        reembed_wanted(): Embed notes of another model anew.
        record_wanted(bool): Let the user click the place of a new note on the map; False: not any more.
        gps_wanted(): Record a note where the GPS receiver is.
        stop_wanted(): The note that is being recorded is complete.
        fitting_wanted(bool): Let the user click the place that notes are to fit; False: not any more.
        search_wanted(): Ask the notes the dock's question.
        list_wanted(): List all notes.
        note_shown(object): Show this :class:`VoiceNote` on the map.
        play_wanted(object): Play it, or stop.
        places_wanted(object): Find places like the one that it describes.
        removal_wanted(object): Delete it.
    """

    new_wanted = pyqtSignal()
    open_wanted = pyqtSignal()
    import_wanted = pyqtSignal()
    reembed_wanted = pyqtSignal()
    record_wanted = pyqtSignal(bool)
    gps_wanted = pyqtSignal()
    stop_wanted = pyqtSignal()
    fitting_wanted = pyqtSignal(bool)
    search_wanted = pyqtSignal()
    list_wanted = pyqtSignal()
    note_shown = pyqtSignal(object)
    play_wanted = pyqtSignal(object)
    places_wanted = pyqtSignal(object)
    removal_wanted = pyqtSignal(object)

    def __init__(self, author: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Voice notes"))
        self._file = ""
        self._is_busy = False
        self._is_recording = False
        self._has_gps = False
        self._notes: tuple[VoiceNote, ...] = ()

        self.file = theme.ElidedLabel("")
        self.file.setAccessibleName(tr("File of voice notes"))
        self.new_button = theme.button(
            tr("New…"), tr("Begin a new GeoPackage of voice notes"), self.new_wanted.emit
        )
        self.open_button = theme.button(
            tr("Open…"), tr("Open a GeoPackage of voice notes"), self.open_wanted.emit
        )
        self.import_button = theme.button(
            tr("Import…"),
            tr(
                "Add a folder of recordings whose positions are in a CSV file, a GPX track or their names"
            ),
            self.import_wanted.emit,
        )
        self.reembed_button = theme.button(
            tr("Embed again"),
            tr(
                "Embed the notes of another model anew, from their sound, so that they can be searched"
            ),
            self.reembed_wanted.emit,
        )
        self.author = QLineEdit(author)
        self.author.setToolTip(tr("Who records the notes; kept for the next one"))
        self.comment = QLineEdit()
        self.comment.setToolTip(tr("A title, or what else is to be kept with the next note"))
        self.record_button = theme.button(
            tr("Record a note here…"),
            tr("Click a place on the map, then speak; recording stops when you stop speaking"),
            icon=_MICROPHONE,
        )
        self.record_button.setCheckable(True)
        self.record_button.clicked.connect(self.record_wanted)
        self.gps_button = theme.button(
            tr("At the GPS position"),
            tr("Record a note where the GPS receiver is; needs a connection in the GPS panel"),
            self.gps_wanted.emit,
            icon=_PLACE,
        )
        self.stop_button = theme.button(
            tr("Stop"), tr("Stop recording, and keep the note"), self.stop_wanted.emit, icon=_STOP
        )
        self.fitting_button = theme.button(
            tr("Which notes fit here?"),
            tr(
                "Click a place on the map: notes are ranked by how well they describe what it looks like"
            ),
            icon="show-one",
        )
        self.fitting_button.setCheckable(True)
        self.fitting_button.clicked.connect(self.fitting_wanted)
        self.search_button = theme.button(
            tr("Search with the question"),
            tr("Rank the notes by the question that the dock shows"),
            self.search_wanted.emit,
        )
        self.all_button = theme.button(tr("All notes"), tr("List all notes"), self.list_wanted.emit)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Voice notes"))
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        self.play_button = theme.button(
            tr("Play"),
            tr("Play the selected note, or stop it (Enter)"),
            lambda: self._emit(self.play_wanted),
            icon=_PLAY,
        )
        self.places_button = theme.button(
            tr("Find places like this"),
            tr("Search the voice index for places that look like what the selected note describes"),
            lambda: self._emit(self.places_wanted),
            icon="like-this",
        )
        self.remove_button = theme.button(
            tr("Delete…"),
            tr("Delete the selected note and its sound (Del)"),
            lambda: self._emit(self.removal_wanted),
        )
        self.status = LiveLabel()
        theme.selectable(self.status)
        self.status.setAccessibleName(tr("Status"))
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove_button.click)
        self._assemble()
        self.list.itemSelectionChanged.connect(self._on_selected)
        self.list.itemActivated.connect(lambda _item: self._emit(self.play_wanted))
        self._enable()

    def _assemble(self) -> None:
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        add_help(self, close, Topic.NOTES)
        # Enter belongs to the list.
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        files = theme.pack(
            QHBoxLayout(), self.file, self.new_button, self.open_button, self.import_button,
            self.reembed_button, wide=self.file,
        )  # fmt: skip
        form = QFormLayout()
        form.addRow(tr("&Author:"), self.author)
        form.addRow(tr("Co&mment:"), self.comment)
        record = theme.pack(QHBoxLayout(), self.record_button, self.gps_button, self.stop_button)
        record.addStretch(1)
        search = theme.pack(QHBoxLayout(), self.fitting_button, self.search_button, self.all_button)
        search.addStretch(1)
        of_note = theme.pack(
            QHBoxLayout(), self.play_button, self.places_button, self.remove_button
        )
        of_note.addStretch(1)
        theme.pack(
            QVBoxLayout(self), files, form, record, search, self.status, self.list, of_note, close,
            wide=self.list, margin=None,
        )  # fmt: skip
        self.resize(self.fontMetrics().size(0, "x" * 72 + "\n" * 28))

    def show_file(self, file: str) -> None:
        """Show which file is open; empty: none."""
        self._file = file
        self.file.setText(Path(file).name or tr("No file of voice notes is open."))
        self.file.setToolTip(file)
        if not file:
            self.show_notes((), tr("Press New to begin a file of voice notes, or Open."))
        self._enable()

    def show_notes(self, notes: Sequence[VoiceNote], status: str, others: int = 0) -> None:
        """List notes, best first if they answer a question.

        Args:
            notes: The notes.
            status: What is to be said of them.
            others: How many of another model the file has.
        """
        before, place = self.note, max(0, self.list.currentRow())
        # What is selected meanwhile is no choice of the user: the map stays where it is.
        with QSignalBlocker(self.list):
            self._list(notes)
            ids = [note.note_id for note in notes]
            row = min(place, len(ids) - 1)
            if before is not None and before.note_id in ids:
                row = ids.index(before.note_id)
            self.list.setCurrentRow(row)
        self.reembed_button.setVisible(others > 0)
        self.say(status)
        self._enable()

    def _list(self, notes: Sequence[VoiceNote]) -> None:
        self._notes = tuple(notes)
        self.list.clear()
        for note in notes:
            item = QListWidgetItem(_text(note))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _text(note).replace("\n", ", "))
            self.list.addItem(item)

    def select(self, note_id: int) -> None:
        """Select a note, if it is listed."""
        ids = [note.note_id for note in self._notes]
        if note_id in ids:
            self.list.setCurrentRow(ids.index(note_id))

    def select_best(self) -> None:
        """Select the note that fits best, and show it."""
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(0)
        self._on_selected()

    def say(self, text: str) -> None:
        """Say what is going on."""
        self.status.setText(text)

    def show_busy(self, is_busy: bool, is_recording: bool = False) -> None:
        """Show whether the engine is at work, or somebody speaks."""
        self._is_busy, self._is_recording = is_busy, is_recording
        self._enable()

    def show_gps(self, has_gps: bool) -> None:
        """Show whether there is a GPS position."""
        if has_gps is not self._has_gps:
            self._has_gps = has_gps
            self._enable()

    @property
    def note(self) -> VoiceNote | None:
        """The note that is selected."""
        row = self.list.currentRow()
        return self._notes[row] if self.list.selectedItems() and row < len(self._notes) else None

    def _emit(self, signal: pyqtSignal) -> None:
        note = self.note
        if note is not None:
            signal.emit(note)

    def _on_selected(self) -> None:
        self._enable()
        self._emit(self.note_shown)

    def _enable(self) -> None:
        with focus_kept(self, self.list):
            free = bool(self._file) and not self._is_busy
            for button in (
                self.record_button, self.fitting_button, self.search_button, self.all_button, self.reembed_button,
            ):  # fmt: skip
                button.setEnabled(free)
            self.new_button.setEnabled(not self._is_busy)
            self.open_button.setEnabled(not self._is_busy)
            self.gps_button.setEnabled(free and self._has_gps)
            self.stop_button.setVisible(self._is_recording)
            for button in (self.play_button, self.places_button, self.remove_button):
                button.setEnabled(free and self.note is not None)


def _text(note: VoiceNote) -> str:
    """Return the lines of a note in the list."""
    title = note.comment or note.recording
    if isinstance(note, NoteHit):
        title = tr("{rank}. {title} ({score})").format(
            rank=note.rank, title=title, score=formatting.number(note.score, 2)
        )
    details = (note.author, _local_time(note.time), formatting.seconds(note.seconds, 1))
    return f"{title}\n{' · '.join(filter(None, details))}"


def _local_time(time: str) -> str:
    """Return a time in UTC, ISO 8601, as a clock here shows it; one that was edited into something else as it is."""
    try:
        moment = datetime.fromisoformat(time.replace("Z", "+00:00")).astimezone()
    except ValueError:
        return time
    return formatting.moment(moment.replace(tzinfo=None).isoformat(timespec="seconds"))
