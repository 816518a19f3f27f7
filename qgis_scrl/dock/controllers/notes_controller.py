"""What happens with voice notes: recorded at places, played, searched, and asked with."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTemporaryDir, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton

from ... import texts
from ...compat import SoundPlayer
from ...contract import (
    Hit,
    LevelReport,
    PlacePart,
    Query,
    RecordingInfo,
    TilePart,
    VoiceNote,
    methods,
    voice_notes,
)
from ...errors import EngineError, not_written
from ...history import AskedQuery, QuestionHistory
from ...layers import notes as note_layers
from ...layers import search_areas
from ...settings import Settings
from ...translation import tr
from ..dialogs.notes_dialog import NotesDialog
from ..engine_requests import EngineRequests
from ..widgets.file_dialogs import choose_file, choose_new_file
from ..widgets.index_bar import IndexBar
from ..widgets.question_box import ask_first
from .example_tool import ExampleTool
from .keyboard_tool import with_keys
from .map_view import MapView

_MOST_NOTES = 50
_GPS_MS = 1000
_REQUESTS = ("note-record", "note-add", "notes", "note-sound", "note-remove")


class NotesController(QObject):
    """Opens the dialog *Voice notes* and does what it asks for.

    Args:
        question: Returns the question that the dock shows; None: there is none.

    Attributes:
        dialog: The dialog, while it is open.
        player: Plays notes.

    Signals:
        places_wanted(str): Ask the voice index with this recording.
        changed(): There are other layers.
        told(str, int): A sentence for QGIS's message bar and its ``Qgis.MessageLevel``.
    """

    places_wanted = pyqtSignal(str)
    changed = pyqtSignal()
    told = pyqtSignal(str, int)

    def __init__(
        self,
        bar: IndexBar,
        engine_requests: EngineRequests,
        settings: Settings,
        map_view: MapView,
        question: Callable[[], AskedQuery | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._engine_requests = engine_requests
        self._settings = settings
        self._map = map_view
        self._question = question
        self._project = QgsProject.instance()
        self._store = QuestionHistory(settings)
        self.dialog: NotesDialog | None = None
        self.player = SoundPlayer(self)
        #: Recordings and sounds for a moment; the folder is the user's alone.
        self._sounds: QTemporaryDir | None = None
        self._tool = ExampleTool(map_view.canvas)
        self._tool.picked.connect(self._on_picked)
        self._tool.deactivated.connect(self._on_left)
        self._tool.escaped.connect(lambda: self._map.give_back_tool(self._tool))
        self._on_place: Callable[[QgsGeometry], None] | None = None
        self._layer: QgsVectorLayer | None = None
        self._gps_timer = QTimer(self, interval=_GPS_MS, timeout=self._look_for_gps)
        bar.notes_button.clicked.connect(lambda _on=False: self.open())

    @property
    def file(self) -> str:
        """The GeoPackage of notes that is open; empty: none."""
        return self._settings.notes_file

    def open(self) -> NotesDialog:
        """Open the dialog, or bring it to the front."""
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
            return self.dialog
        dialog = self.dialog = NotesDialog(self._settings.notes_author, self._bar)
        self._sounds = QTemporaryDir()
        dialog.new_wanted.connect(self._choose_new)
        dialog.open_wanted.connect(self._choose)
        dialog.import_wanted.connect(self._import)
        dialog.reembed_wanted.connect(self._reembed)
        dialog.record_wanted.connect(
            lambda wanted: self._pick(wanted, self._record_there, dialog.record_button)
        )
        dialog.gps_wanted.connect(self._record_at_gps)
        dialog.stop_wanted.connect(self._stop)
        dialog.fitting_wanted.connect(
            lambda wanted: self._pick(wanted, self._fit_there, dialog.fitting_button)
        )
        dialog.search_wanted.connect(self._search)
        dialog.list_wanted.connect(self.list)
        dialog.note_shown.connect(
            lambda note: self._map.show([note_layers.place_of(note)], move=True)
        )
        dialog.play_wanted.connect(self._play)
        dialog.places_wanted.connect(self._find_places)
        dialog.removal_wanted.connect(self._ask_removal)
        dialog.finished.connect(self._on_closed)
        dialog.show()
        dialog.list.setFocus()
        self._gps_timer.start()
        self._look_for_gps()
        self.use(self.file if Path(self.file).is_file() else "")
        return dialog

    def use(self, file: str) -> None:
        """Make a GeoPackage of notes the one that is open; it may not be there yet. An empty text: none."""
        self._settings.notes_file = file
        if self.dialog is None:
            return
        self.dialog.show_file(file)
        if Path(file).is_file():
            self.list()
        elif file:
            self.dialog.show_notes((), tr("The file is made with the first note."))

    def _choose_new(self) -> None:
        start = str(Path(self.file or self._settings.index_folder).parent / tr("voice notes.gpkg"))
        if self.dialog is not None:
            choose_new_file(self.dialog, tr("New voice notes"), start, self.use, _kinds())

    def _choose(self) -> None:
        if self.dialog is not None:
            start = str(Path(self.file).parent) if self.file else ""
            choose_file(self.dialog, tr("Open voice notes"), start, self.use, _kinds())

    def _import(self) -> None:
        from qgis import processing

        given = {"NOTES": self.file} if self.file else {}
        written = processing.execAlgorithmDialog("scrl:importnotes", given).get("NOTES")
        if written:
            self.use(str(written))

    # --- the list and the layer --------------------------------------------------------------------

    def list(self) -> None:
        """List all notes, and show them on the map."""

        def on_listed(found: voice_notes.ListNotesResult) -> None:
            if self.dialog is None:
                return
            status = tr("%n note(s)", n=len(found.notes))
            if found.of_another_model:
                status += " " + tr(
                    "%n of them must be embedded again before they can be searched.",
                    n=found.of_another_model,
                )
            self.dialog.show_notes(found.notes, status, found.of_another_model)
            self._show_layer()

        self._ask("notes", methods.LIST_NOTES, voice_notes.NotesParams(self.file), on_listed)

    def _show_layer(self) -> None:
        layer = note_layers.show_notes(self._project, Path(self.file))
        if layer is None or layer is self._layer:
            return
        self._layer = layer
        layer.selectionChanged.connect(self._on_selected_on_map)
        self.changed.emit()

    def _on_selected_on_map(self, selected: object, _removed: object, _all: bool) -> None:
        if self.dialog is not None and isinstance(selected, list) and len(selected) == 1:
            self.dialog.select(int(selected[0]))

    def _ask(
        self,
        kind: str,
        method: methods.Method[methods.Params, methods.Result],
        params: methods.Params,
        then: Callable[[methods.Result], object],
        is_recording: bool = False,
    ) -> None:
        """Ask the engine, and show that it is at work."""
        dialog = self.dialog
        if dialog is None:
            return
        if not self._engine_requests.ready:
            dialog.say(tr("The engine is not ready yet"))
            return

        def on_done(result: methods.Result) -> None:
            self._rest()
            then(result)

        request = self._engine_requests.ask(kind, method, params, on_done, self._on_failed)
        if is_recording:
            request.levelled.connect(self._on_level)
        dialog.show_busy(True, is_recording)

    def _rest(self) -> None:
        if self.dialog is not None:
            self.dialog.show_busy(False)

    def _on_failed(self, error: EngineError) -> None:
        self._rest()
        if self.dialog is not None:
            self.dialog.say(tr("Stopped.") if error.is_cancelled else error.text)

    # --- record ------------------------------------------------------------------------------------

    def _look_for_gps(self) -> None:
        if self.dialog is not None:
            self.dialog.show_gps(_gps_place() is not None)

    def _record_at_gps(self) -> None:
        place = _gps_place()
        if place is not None:
            self._record_there(place)

    def _record_there(self, place: QgsGeometry) -> None:
        """Record a note at a place (EPSG:4326)."""
        if self.dialog is None or self._sounds is None:
            return
        self._settings.notes_author = self.dialog.author.text().strip()
        point = place.centroid().asPoint()
        params = methods.RecordParams(
            self._sounds.filePath("note.wav"),
            self._settings.microphone or None,
            adaptive=self._settings.adaptive_end,
        )
        self.dialog.say(tr("Please wait a moment."))
        self._ask(
            "note-record",
            methods.RECORD,
            params,
            lambda heard: self.add(heard, point.x(), point.y()),
            is_recording=True,
        )

    def _on_level(self, report: LevelReport) -> None:
        if self.dialog is not None:
            self.dialog.say(
                tr("Speak now: describe the place.")
                if report.state == "waiting"
                else tr("Listening… Recording stops when you stop speaking.")
            )

    def _stop(self) -> None:
        request = self._engine_requests.running("note-record")
        if request is not None:
            request.stop_recording()

    def add(self, heard: RecordingInfo, lon: float, lat: float) -> None:
        """Make a recording a note at a place."""
        if self.dialog is None:
            return
        params = voice_notes.AddNoteParams(
            self.file,
            heard.path,
            lon,
            lat,
            self.dialog.author.text(),
            self.dialog.comment.text(),
        )
        self._ask("note-add", methods.ADD_NOTE, params, self._on_added)

    def _on_added(self, _note: VoiceNote) -> None:
        if self.dialog is not None:
            self.dialog.comment.clear()
        self.list()

    # --- search ------------------------------------------------------------------------------------

    def fit_hit(self, hit: Hit, index: str) -> None:
        """Rank the notes by how well they describe a hit."""
        self.open()
        self._rank(Query((TilePart(hit.tile_id),)), index)

    def _fit_there(self, place: QgsGeometry) -> None:
        self._rank(Query((PlacePart(json.loads(place.asJson(8))),)), self._bar.index)

    def _search(self) -> None:
        asked = self._question()
        if asked is None:
            if self.dialog is not None:
                self.dialog.say(
                    tr("Ask a question in the dock first, then search the notes with it.")
                )
            return
        # Where and when it was asked of tiles says nothing of where notes were recorded.
        self._rank(Query(asked.query.parts), asked.index or self._bar.index)

    def _rank(self, query: Query, index: str) -> None:
        if self.dialog is None:
            return
        if not self.file:
            self.dialog.say(tr("Press New to begin a file of voice notes, or Open."))
            return
        params = voice_notes.SearchNotesParams(
            self.file, replace(query, k=_MOST_NOTES), index or None
        )
        self._engine_requests.give_up("notes")
        self._ask("notes", methods.SEARCH_NOTES, params, self._on_ranked)

    def _on_ranked(self, found: methods.SearchNotesResult) -> None:
        if self.dialog is None:
            return
        lines = [tr("%n note(s), those that fit best first.", n=len(found.hits))]
        limit = found.default_min_score
        if limit and found.hits and found.hits[0].score < limit:
            lines.append(tr("None fits well."))
        lines += [texts.note(note) for note in found.notes]
        self.dialog.show_notes(found.hits, " ".join(lines))
        self.dialog.select_best()
        self._show_layer()

    # --- a note ------------------------------------------------------------------------------------

    def _play(self, note: VoiceNote) -> None:
        if self._sounds is None:
            return
        out = self._sounds.filePath(f"note {note.note_id}.wav")
        if self.player.playing == out:
            self.player.stop()
            return
        self._save_sound(note, out, self._on_sound)

    def _on_sound(self, heard: RecordingInfo) -> None:
        if not self.player.play(heard.path) and self.dialog is not None:
            self.dialog.say(tr("The note cannot be played on this computer."))

    def _find_places(self, note: VoiceNote) -> None:
        """Ask the voice index with a note; its sound becomes a question of the history."""
        try:
            out = str(self._store.new_file(".wav"))
        except OSError as error:
            folder = self._settings.questions_folder
            self._on_failed(not_written(folder, error, "recording-not-kept"))
            return
        self._save_sound(note, out, lambda heard: self.places_wanted.emit(heard.path))

    def _save_sound(
        self, note: VoiceNote, out: str, then: Callable[[RecordingInfo], object]
    ) -> None:
        params = voice_notes.SaveNoteSoundParams(self.file, note.note_id, out)
        self._ask("note-sound", methods.SAVE_NOTE_SOUND, params, then)

    def _ask_removal(self, note: VoiceNote) -> None:
        if self.dialog is not None:
            ask_first(
                self.dialog,
                tr("Delete a voice note"),
                tr("Delete the note “{note}”?").format(note=note.comment or note.recording),
                tr("The note and its sound are deleted from the file. This cannot be undone."),
                lambda: self.remove(note),
            )

    def remove(self, note: VoiceNote) -> None:
        """Delete a note."""
        self.player.stop()
        params = voice_notes.NoteParams(self.file, note.note_id)

        def on_removed(removed: VoiceNote) -> None:
            name = removed.comment or removed.recording
            self.told.emit(
                tr("The note “{note}” and its sound have been deleted.").format(note=name),
                int(Qgis.MessageLevel.Info),
            )
            self.list()

        self._ask("note-remove", methods.REMOVE_NOTE, params, on_removed)

    def _reembed(self) -> None:
        params = voice_notes.NotesParams(self.file)
        self._ask("notes", methods.REEMBED_NOTES, params, lambda _done: self.list())

    # --- places on the map -------------------------------------------------------------------------

    def _pick(self, wanted: bool, then: Callable[[QgsGeometry], None], button: QPushButton) -> None:
        """Let the user click a place, or not any more."""
        if not wanted:
            self._map.give_back_tool(self._tool)
            return
        self._map.give_back_tool(self._tool)
        self._on_place = then
        button.setChecked(True)
        hint = with_keys(tr("Click a place on the map."))
        self._map.take_tool(self._tool, hint)
        if self.dialog is not None:
            self.dialog.say(hint)

    def _on_left(self) -> None:
        self._on_place = None
        self._map.clear_hint()
        if self.dialog is not None:
            self.dialog.record_button.setChecked(False)
            self.dialog.fitting_button.setChecked(False)

    def _on_picked(self, shape: QgsGeometry, _add: bool) -> None:
        then = self._on_place
        self._map.give_back_tool(self._tool)
        try:
            place = search_areas.place(shape, self._map.settings(), self._project)
        except search_areas.NoArea as error:
            if self.dialog is not None:
                self.dialog.say(f"{error.sentence} {error.next_step}")
            return
        if then is not None:
            then(place)

    # --- the end -----------------------------------------------------------------------------------

    def _on_closed(self, _result: int) -> None:
        self._gps_timer.stop()
        self._engine_requests.give_up(*_REQUESTS)
        self._map.give_back_tool(self._tool)
        self.player.stop()
        if self._layer is not None and not sip.isdeleted(self._layer):
            self._layer.selectionChanged.disconnect(self._on_selected_on_map)
        self._layer = None
        self.dialog = None
        if self._sounds is not None:
            self._sounds.remove()
            self._sounds = None

    def end(self) -> None:
        """Close the dialog and stop what it waits for."""
        if self.dialog is not None:
            self.dialog.close()
        self._tool.deactivated.disconnect(self._on_left)
        self._map.give_back_tool(self._tool)
        self._tool.end()


def _kinds() -> str:
    return tr("GeoPackage (*.gpkg)")


def _gps_place() -> QgsGeometry | None:
    """Return where a connected GPS receiver is (EPSG:4326); None if that is not known."""
    for connection in QgsApplication.gpsConnectionRegistry().connectionList():
        found = connection.currentGPSInformation()
        if found.isValid():
            return QgsGeometry.fromWkt(f"Point({found.longitude} {found.latitude})")
    return None
