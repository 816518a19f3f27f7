"""Yes and no: what is said of hits is shown, kept in a file, and asked with again."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorFileWriterTask,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...contract import Hit, Label, methods
from ...errors import reason_of
from ...history import AskedQuery
from ...labelling import Labelling
from ...layers import group, labels, search_areas
from ...paths import exists
from ...settings import Settings
from ...translation import tr
from ..engine_requests import EngineRequests
from ..widgets.file_dialogs import choose_new_file
from ..widgets.results_panel import ResultsPanel
from ..widgets.speak_panel import PROFILE_SUFFIX
from .answer_tool import AnswerTool
from .map_view import MapView
from .results_controller import ResultsController
from .steps import Steps

#: How long the end waits for a file that is being made.
_LAST_SECONDS = 5
#: What no system takes in the name of a file.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class LabelController(QObject):
    """Does what the label bar and the answers Y and N of the list ask for.

    Signals:
        asked(object): Ask this :class:`AskedQuery` as it is.
        failed(object, object): An :class:`EngineError`, and what tries it again.
        told(str, int): A sentence for QGIS's message bar and its ``Qgis.MessageLevel``.
        changed(): The user answers on the map, or does not any more.
        labelled(object): The :class:`AskedQuery` of the hits that are listed, with all that has been said.
    """

    asked = pyqtSignal(object)
    failed = pyqtSignal(object, object)
    told = pyqtSignal(str, int)
    changed = pyqtSignal()
    labelled = pyqtSignal(object)

    def __init__(
        self,
        panel: ResultsPanel,
        answers: ResultsController,
        engine_requests: EngineRequests,
        settings: Settings,
        map_view: MapView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._answers = answers
        self._engine_requests = engine_requests
        self._settings = settings
        self._map = map_view
        self._project = QgsProject.instance()
        #: What has been said, by index and question: asked again, or shown again, it is still there.
        self._known: dict[tuple[str, str], Labelling] = {}
        #: Hits of each index under their tile ids: a file needs the footprints of labels, also of earlier answers.
        self._hits: dict[str, dict[int, Hit]] = {}
        #: Where the labels of an index are kept, once that has been found out.
        self._files: dict[str, Path] = {}
        self._layers: dict[str, str] = {}
        #: Files that are being written: the task, its draft, and what that is to become.
        self._making: dict[str, tuple[QgsVectorFileWriterTask, Path, Path]] = {}
        self._removed: dict[tuple[str, str], dict[int, QgsFeature]] = {}
        self._unsaved: dict[tuple[str, str], AskedQuery] = {}
        #: Indexes whose labels can be kept nowhere, which is told once.
        self._unsavable: set[str] = set()
        self._save_timer = QTimer(self, singleShot=True, interval=30, timeout=self._save)
        self._writing = Steps(self)
        self._tool = AnswerTool(map_view.canvas)
        self._tool.answered.connect(self._on_answered_on_map)
        self._tool.undo_wanted.connect(self.undo)
        self._tool.escaped.connect(self.leave_map)
        self._tool.deactivated.connect(self._on_map_left)
        bar = panel.labels
        bar.map_wanted.connect(self._on_map_wanted)
        panel.list.answered.connect(self._on_answered)
        panel.list.undo_wanted.connect(self.undo)
        bar.undo_wanted.connect(self.undo)
        bar.clear_wanted.connect(self.clear)
        bar.ask_wanted.connect(self.ask_again)
        bar.doubtful_wanted.connect(self.show_doubtful)
        bar.profile_wanted.connect(self._choose_profile)
        bar.export_wanted.connect(self._choose_export)
        answers.shown.connect(self._on_shown)

    @property
    def labelling(self) -> Labelling | None:
        """What has been said of the hits that are listed; None if their question is not known."""
        asked = self._answers.asked_query
        return self._labelling_of(asked) if asked is not None and asked.index else None

    def _labelling_of(self, asked: AskedQuery) -> Labelling:
        key = _key(asked)
        if key not in self._known:
            # Of a question of which nothing has been said there is nothing to remember.
            self._known = {
                known: said
                for known, said in self._known.items()
                if said.touched or known in self._unsaved
            }
            self._known[key] = Labelling(asked.query.labels)
            self._remember_kept(asked, self._known[key])
        return self._known[key]

    def _remember_kept(self, asked: AskedQuery, labelling: Labelling) -> None:
        """Take over what was said in an earlier session and is kept in the file."""
        layer = self._open(asked.index, make=False)
        if layer is None or labelling.by_tile:
            return
        kept = labels.labels_in(layer, asked)
        self._known[_key(asked)] = Labelling(Label(tile_id, yes) for tile_id, yes in kept.items())

    # --- what is said ------------------------------------------------------------------------------

    def take_over(self, asked: AskedQuery, _result: object = None) -> None:
        """Know the labels that a question is asked with: one that was changed has those of the one before."""
        if asked.query.labels:
            self._labelling_of(asked).add(asked.query.labels)
            self._unsaved[_key(asked)] = asked
            self._save_timer.start()

    def _on_shown(self, _result: object) -> None:
        asked = self._answers.asked_query
        if asked is not None and self._answers.result is not None:
            # Of earlier answers, those that a label may still be written for.
            touched = {
                tile_id
                for (index, _), said in self._known.items()
                if index == asked.index
                for tile_id in said.touched
            }
            earlier = self._hits.get(asked.index, {})
            self._hits[asked.index] = {
                **{tile_id: hit for tile_id, hit in earlier.items() if tile_id in touched},
                **{hit.tile_id: hit for hit in self._answers.result.hits},
            }
        self._show()
        self._show_on_map()

    def _show_on_map(self) -> None:
        """Draw the labels of the question whose hits are listed, and no others."""
        asked = self._answers.asked_query
        for index, layer_id in self._layers.items():
            layer = self._project.mapLayer(layer_id)
            if isinstance(layer, QgsVectorLayer):
                is_asked = asked is not None and asked.index == index
                labels.show_labels_of(layer, asked if is_asked else None)

    def _on_answered(self, hits: tuple[Hit, ...], yes: bool | None) -> None:
        labelling = self.labelling
        if labelling is not None and labelling.label(hits, yes):
            self._changed()

    # --- on the map ---------------------------------------------------------------------------------

    @property
    def is_on_map(self) -> bool:
        """Whether the user answers on the map."""
        return self._map.canvas.mapTool() is self._tool

    def _on_map_wanted(self, wanted: bool) -> None:
        if not wanted:
            self.leave_map()
            return
        self._map.take_tool(self._tool, self._map_hint())
        self.changed.emit()

    def _map_hint(self) -> str:
        return tr(
            "Click places on the map: a click or Enter is a yes, with Shift or the right button a no; U takes back, "
            "Esc leaves."
        )

    def _on_answered_on_map(self, point: QgsPointXY, yes: bool) -> None:
        if not self._panel.list.can_answer:
            self.leave_map()  # Its question is gone.
            return
        shape = QgsGeometry.fromPointXY(point)
        try:
            place = search_areas.place(shape, self._map.settings(), self._project)
        except search_areas.NoArea as error:
            self._map.hint(f"{error.sentence} {error.next_step}")
            return
        hit = self._answers.hit_at(place.asPoint())
        if hit is None:
            self._map.hint(
                tr("No place was found here. Click inside one of the squares on the map.")
            )
            return
        self._map.hint(self._map_hint())
        self._panel.select([hit.rank])
        self._on_answered((hit,), yes)

    def leave_map(self) -> None:
        """Answer no more on the map."""
        self._map.give_back_tool(self._tool)

    def _on_map_left(self) -> None:
        self._map.clear_hint()
        self._panel.labels.map_action.setChecked(False)
        self.changed.emit()

    # --- taken back ---------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last answer back."""
        labelling = self.labelling
        if labelling is not None and labelling.undo():
            self._changed()

    def clear(self) -> None:
        """Take all answers to this question back; undo brings them back."""
        labelling = self.labelling
        if labelling is not None and labelling.clear():
            self._changed()

    def _changed(self) -> None:
        asked = self._answers.asked_query
        if asked is not None:
            self._unsaved[_key(asked)] = asked
            self._save_timer.start()
            self.labelled.emit(self.with_labels())
        self._show()

    def _show(self) -> None:
        labelling = self.labelling
        if labelling is None:
            self._panel.labels.show_counts(0, 0, False)
            return
        self._panel.list.hits.set_labels(labelling.by_tile)
        self._panel.labels.show_counts(labelling.yes, labelling.no, labelling.can_undo)

    # --- asking with it ----------------------------------------------------------------------------

    def ask_again(self) -> None:
        """Ask the same question with what has been said."""
        self._ask(doubtful=False)

    def show_doubtful(self) -> None:
        """Show the places whose labels would teach most."""
        self._ask(doubtful=True)

    def _ask(self, doubtful: bool) -> None:
        asked = self.with_labels()
        if asked is not None:
            query = replace(asked.query, doubtful=doubtful)
            self.asked.emit(replace(asked, query=query))

    def with_labels(self) -> AskedQuery | None:
        """Return the question of the hits that are listed, with all that has been said."""
        asked, labelling = self._answers.asked_query, self.labelling
        if asked is None or labelling is None:
            return None
        return replace(asked, query=replace(asked.query, labels=labelling.labels))

    # --- the file ----------------------------------------------------------------------------------

    def _save(self) -> None:
        """Make the files say what has been said; what cannot be written yet is tried when its file is there."""
        self._writing.begin(self._write_all())

    def _write_all(self) -> Iterator[None]:
        """Write a few rows at a time; begun anew when more is said, it goes on with what is missing."""
        for key, asked in list(self._unsaved.items()):
            labelling = self._known[key]
            layer = self._open(asked.index, make=bool(labelling.by_tile))
            if asked.index in self._making:
                continue
            said = dict(labelling.by_tile)
            if layer is not None:
                yield from self._write(layer, key, asked)
            # What has been said meanwhile, and what was in a layer that is gone, is still to be written.
            is_gone = layer is not None and sip.isdeleted(layer)
            if said == labelling.by_tile and not is_gone:
                self._unsaved.pop(key, None)

    def _write(
        self, layer: QgsVectorLayer, key: tuple[str, str], asked: AskedQuery
    ) -> Iterator[None]:
        hits = self._hits.get(asked.index, {})
        removed = self._removed.setdefault(key, {})
        said = dict(self._known[key].by_tile)
        for written in labels.write_labels(layer, asked, said, hits, removed):
            if not written:
                self._tell_not_saved(layer.dataProvider().lastError() or tr("unknown reason"))
                return
            yield
            if sip.isdeleted(layer):
                return

    def _open(self, index: str, make: bool) -> QgsVectorLayer | None:
        """Return the layer of an index's labels, in the project; a file that is missing is begun if wanted."""
        layer = self._project.mapLayer(self._layers.get(index, ""))
        if isinstance(layer, QgsVectorLayer):
            return layer
        for file in self._places(index):
            if not exists(file):
                continue
            layer = labels.open_labels(file, Path(index))
            if layer is not None:
                self._files[index] = file
                group.add_layer(self._project, layer)
                self._layers[index] = layer.id()
                self._show_on_map()
                return layer
        if make and index not in self._making and index not in self._unsavable:
            self._make(index, self._places(index))
        return None

    def _places(self, index: str) -> tuple[Path, ...]:
        """Return where the labels of an index may be, the best place first."""
        known = self._files.get(index)
        if known is not None:
            return (known,)
        path = Path(index)
        return labels.labels_file(path), labels.fallback_file(path, self._settings)

    def _make(self, index: str, places: tuple[Path, ...]) -> None:
        """Write a file without labels, beside the index or, failing that, in the profile; QGIS goes on meanwhile."""
        # One that is there and could not be opened stays as it is.
        free = [file for file in places if not exists(file)]
        if not free:
            self._give_up(index, tr("{path} is not a file of answers").format(path=places[0]))
            return
        file, others = free[0], tuple(free[1:])
        draft = file.with_name(f".{file.stem}.{os.getpid()}.gpkg")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            self._on_not_made(index, others, tr("unknown reason"))
            return
        task = group.write_task(labels.empty_layer(), draft, labels.TABLE)
        task.writeComplete.connect(lambda _file: self._on_made(index, draft, file, others))
        task.errorOccurred.connect(lambda _code, text: self._on_not_made(index, others, text))
        self._making[index] = (task, draft, file)
        QgsApplication.taskManager().addTask(task)

    def _on_made(self, index: str, draft: Path, file: Path, others: tuple[Path, ...]) -> None:
        try:
            # Whole or not at all.
            draft.replace(file)
        except OSError as error:
            self._on_not_made(index, others, reason_of(error))
            return
        self._making.pop(index, None)
        self._files[index] = file
        if file == labels.fallback_file(Path(index), self._settings):
            self.told.emit(
                tr(
                    "The folder of the voice index cannot be written to; your answers are kept in {file}."
                ).format(file=file),
                int(Qgis.MessageLevel.Info),
            )
        self._save()

    def _on_not_made(self, index: str, others: tuple[Path, ...], reason: str) -> None:
        self._making.pop(index, None)
        if others:
            self._make(index, others)
            return
        self._give_up(index, reason)

    def _give_up(self, index: str, reason: str) -> None:
        self._unsavable.add(index)
        self._unsaved = {key: a for key, a in self._unsaved.items() if a.index != index}
        self._tell_not_saved(reason)

    def _tell_not_saved(self, reason: str) -> None:
        self.told.emit(
            tr(
                "Your answers could not be saved ({reason}). They can be asked with until QGIS is closed; "
                "use Export answers to save them elsewhere."
            ).format(reason=reason.rstrip(".")),
            int(Qgis.MessageLevel.Warning),
        )

    # --- profiles and training data -----------------------------------------------------------------

    def _choose_profile(self) -> None:
        title = tr("Save as search profile")
        kinds = tr("Search profiles ({patterns})").format(patterns=f"*{PROFILE_SUFFIX}")
        self._choose(title, PROFILE_SUFFIX, kinds, self.save_profile)

    def _choose_export(self) -> None:
        kinds = f"{tr('Footprints (*.gpkg)')};;{tr('Pictures with COCO annotations (*.json)')}"
        self._choose(tr("Export answers"), ".gpkg", kinds, self.export)

    def _choose(self, title: str, suffix: str, kinds: str, then: Callable[[str], None]) -> None:
        asked = self._answers.asked_query
        if asked is None:
            return
        name = _NOT_IN_NAMES.sub(" ", asked.title or tr("Question")).strip()[:60]
        start = Path(asked.index).parent / f"{name}{suffix}"
        choose_new_file(self._panel, title, str(start), then, kinds)

    def save_profile(self, path: str) -> None:
        """Save the question, with what it has learned, as a search profile."""
        asked = self.with_labels()
        if asked is None:
            return
        params = methods.SaveProfileParams(
            asked.index, asked.query, str(Path(path)), Path(path).stem, asked.title
        )
        self._engine_requests.ask(
            "profile",
            methods.SAVE_PROFILE,
            params,
            self._on_profile_saved,
            lambda error: self.failed.emit(error, lambda: self.save_profile(path)),
        )

    def _on_profile_saved(self, saved: methods.SavedProfile) -> None:
        self.told.emit(
            tr(
                "Saved the search profile {file}. Ask with it under Open…, in any index of this model."
            ).format(file=saved.path),
            int(Qgis.MessageLevel.Success),
        )

    def export(self, path: str) -> None:
        """Write what has been said as training data."""
        asked = self.with_labels()
        if asked is None:
            return
        params = methods.ExportLabelsParams(
            asked.index, asked.query.labels, asked.title, str(Path(path))
        )
        self._engine_requests.ask(
            "export",
            methods.EXPORT_LABELS,
            params,
            lambda written: self.told.emit(
                tr("%n answer(s) written to {file}.", n=written.tiles).format(file=written.path),
                int(Qgis.MessageLevel.Success),
            ),
            lambda error: self.failed.emit(error, lambda: self.export(path)),
        )

    def end(self) -> None:
        """Save what is not saved yet, let go of the tasks, and leave nothing on the map."""
        if not sip.isdeleted(self._tool):
            self._tool.blockSignals(True)
            self.leave_map()
            self._tool.end()
        self._save_timer.stop()
        self._writing.give_up()
        _do_all(self._write_all())
        made = {}
        for index, (task, draft, file) in self._making.items():
            task.writeComplete.disconnect()
            task.errorOccurred.disconnect()
            task.waitForFinished(_LAST_SECONDS * 1000)
            if exists(draft) and not exists(file):
                draft.replace(file)
                made[index] = labels.open_labels(file, Path(index))
        self._making = {}
        for key, asked in self._unsaved.items():
            layer = made.get(asked.index) or self._open(asked.index, make=False)
            if layer is not None:
                _do_all(self._write(layer, key, asked))
        self._unsaved = {}


def _do_all(work: Iterator[None]) -> None:
    for _ in work:
        continue


def _key(asked: AskedQuery) -> tuple[str, str]:
    return asked.index, labels.question_key(asked)
