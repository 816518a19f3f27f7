"""What happens with an answer: list, layer and map show it, and follow each other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsDistanceArea,
    QgsFeature,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QTemporaryDir, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QImage

from ... import texts
from ...contract import Hit, Notice, Query, SearchResult, TilePart, methods
from ...errors import EngineError, not_written, reason_of
from ...history import AskedQuery, now
from ...layers import group, hits, score_map, search_areas
from ...score_map_files import ScoreMapFiles
from ...settings import Settings
from ...translation import LocaleFloat, tr
from ..engine_requests import EngineRequests
from ..widgets import formatting
from ..widgets.recognised_phrases import RecognisedPhrases
from ..widgets.results_panel import ResultsPanel
from ..widgets.status_banner import DockState, StatusMessage, log
from .map_view import MapView
from .steps import Steps

_PICTURE_PIXELS = 96
_PICTURES_AT_A_TIME = 24
_HITS_AT_A_TIME = 150


@dataclass
class _Answer:
    """What was found, the question, the lowest score that is shown (None: all), and what its layer hides for it."""

    result: SearchResult
    asked: AskedQuery
    least: float | None
    hidden: list[QgsFeature] = field(default_factory=list)


class ResultsController(QObject):
    """Shows answers and does what the results panel asks for.

    Attributes:
        is_locked: Whether a click in the layer panel must not change what is shown.

    Signals:
        shown(object, object): An :class:`AskedQuery` and its :class:`SearchResult` are shown.
        asked(object): Ask this :class:`AskedQuery`, with the filters that are chosen now.
        repeated(object): Ask this :class:`AskedQuery` as it is.
        gone(): Layers have been taken away.
        told(str, int): A sentence for QGIS's message bar and its ``Qgis.MessageLevel``.
        state_wanted(object, object, object): A :class:`DockState`, a :class:`StatusMessage`, and what tries
            it again (or None).
        failed(object, object): An :class:`EngineError`, and what tries it again.
        rested(): Nothing is going on any more.
    """

    shown = pyqtSignal(object, object)
    asked = pyqtSignal(object)
    repeated = pyqtSignal(object)
    gone = pyqtSignal()
    told = pyqtSignal(str, int)
    state_wanted = pyqtSignal(object, object, object)
    failed = pyqtSignal(object, object)
    rested = pyqtSignal()

    def __init__(
        self,
        panel: ResultsPanel,
        recognised_phrases: RecognisedPhrases,
        engine_requests: EngineRequests,
        settings: Settings,
        map_view: MapView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._recognised_phrases = recognised_phrases
        self._engine_requests = engine_requests
        self._settings = settings
        self._map = map_view
        self._project = QgsProject.instance()
        self.is_locked = False
        self._answers: dict[str, _Answer] = {}
        self._layer: QgsVectorLayer | None = None
        self._keeping: dict[str, Any] = {}
        self._map_files = ScoreMapFiles(settings)
        self._map_least = 0.0
        self._following_layer = False
        self._selected_ranks: list[int] = []
        self._asked_pictures: set[int] = set()
        # Each window of QGIS has its own: pictures have the numbers of tiles, which indexes share.
        self._pictures = QTemporaryDir()
        self._select_timer = QTimer(self, singleShot=True, interval=60, timeout=self._show_selected)
        self._distance_timer = QTimer(
            self, singleShot=True, interval=150, timeout=self._measure_distances
        )
        self._filter_timer = QTimer(self, singleShot=True, interval=30, timeout=self._filter_layer)
        self._colour_timer = QTimer(self, singleShot=True, interval=60, timeout=self._colour_map)
        self._gone_timer = QTimer(self, singleShot=True, interval=0, timeout=self._on_gone)
        self._drawing = Steps(self)
        panel.selected.connect(self._on_list_selection)
        panel.list.opened.connect(self._on_opened)
        panel.list.alike_wanted.connect(self._on_alike_wanted)
        panel.least_changed.connect(self._on_least)
        panel.repeat_button.clicked.connect(self._on_repeat_wanted)
        panel.map_button.clicked.connect(self.map_scores)
        panel.map_least_changed.connect(self._on_map_least)
        panel.keep_button.clicked.connect(self.keep)
        panel.clear_button.clicked.connect(self.clear_all)
        panel.scrolled.connect(self._ask_pictures)
        self._project.layersWillBeRemoved.connect(self._on_layers_removed)
        self._project.projectSaved.connect(self._on_project_saved)
        map_view.moved.connect(self._distance_timer.start)
        map_view.layer_activated.connect(self._on_layer_activated)

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The layer of the hits that are listed; None if there are none."""
        return self._layer

    @property
    def result(self) -> SearchResult | None:
        """The answer that is shown."""
        return self._panel.result

    @property
    def _answer(self) -> _Answer | None:
        """The answer of the layer that is shown; None if there is none."""
        return self._answers.get(self._layer.id()) if self._layer is not None else None

    @property
    def asked_query(self) -> AskedQuery | None:
        """The question whose hits are listed; None if it is not known."""
        answer = self._answer
        return answer.asked if answer is not None and answer.asked.query.parts else None

    def show(self, asked: AskedQuery, result: SearchResult) -> None:
        """Show a new answer: make its layer, list its hits."""
        least = None if asked.query.doubtful else self._first_least(result)
        answer = _Answer(result, asked, least)
        self._unfollow_layer()
        self._layer = None
        self.give_up()
        if result.hits:
            # Not yet: to read a thousand hits off the wire has taken its time already.
            self._drawing.begin(self._draw(answer))
        else:
            self._show_answer(answer)

    def give_up(self) -> None:
        """Forget a layer, or a map of scores, that is still being made."""
        self._drawing.give_up()
        if self._engine_requests.running("score_map") is not None:
            self._engine_requests.give_up("score_map")
            self.rested.emit()

    def _draw(self, answer: _Answer) -> Iterator[None]:
        """Make the layer of an answer; the window stays free in between."""
        found, asked = answer.result.hits, answer.asked
        layer = hits.empty_layer(hits.default_name(asked))
        for begin in range(0, len(found), _HITS_AT_A_TIME):
            end = begin + _HITS_AT_A_TIME
            hits.add_hits(layer, found[begin:end], asked)
            yield
        hits.finish_layer(layer, answer.result, asked)
        hits.filter_by_score(layer, answer.least, answer.hidden)
        yield
        self._answers[layer.id()] = answer
        group.add_layer(self._project, layer)
        group.hide_others(self._project, layer, asked)
        self._follow_layer(layer)
        self._map.activate(layer)
        self._show_answer(answer)

    def saying_for(self, result: SearchResult) -> StatusMessage:
        """Return what to say of an answer."""
        notes = [texts.note(note) for note in result.notes[:1]]

        def say(sentence: str, *steps: str, doubtful: bool = False) -> StatusMessage:
            return StatusMessage(sentence, " ".join((*steps, *notes)), doubtful=doubtful)

        if not result.hits and self._layer is not None:
            return say(
                tr("This layer has no places any more."),
                tr(
                    "Those of a temporary layer are lost when its project is closed. Press Search again to find them "
                    "once more."
                ),
            )
        if not result.hits:
            return say(tr("No places found."), tr("Search another area, or rephrase the question."))
        asked = self.asked_query
        if asked is not None and asked.query.doubtful:
            return say(
                tr("%n doubtful place(s).", n=len(result.hits)),
                tr(
                    "They are not the best matches: answer some with Y or N, then press Refine below the list."
                ),
            )
        best = max(hit.score for hit in result.hits)
        if result.default_min_score is not None and best < result.default_min_score:
            return say(
                tr("No place matches well; the closest ones are shown."),
                tr("Rephrase the question, or search another area."),
                doubtful=True,
            )
        least = self._first_least(result)
        likely = sum(least is None or hit.score >= least for hit in result.hits)
        weaker = len(result.hits) - likely
        steps = [tr("Select one in the list to see it on the map.")]
        if weaker:
            # Otherwise who asked for twenty wonders where they are.
            steps.insert(
                0, tr("%n weaker one(s) hidden: move the score slider to see more.", n=weaker)
            )
        elif asked is not None and likely >= asked.query.k:
            # As many as were asked for, all of them good: nobody has counted the rest.
            steps.insert(0, tr("There may be more: raise the number of places under Filters."))
            return say(tr("The %n best place(s) found.", n=likely), *steps)
        return say(tr("%n place(s) found.", n=likely), *steps)

    def _first_least(self, result: SearchResult) -> float | None:
        """Return the score below which hits are hidden at first; None if none should be."""
        wanted = self._settings.min_score
        least = result.default_min_score if wanted is None else wanted
        if least is None or not any(hit.score >= least for hit in result.hits):
            return None  # A weak hit says more than an empty list.
        return least

    def _show_answer(self, answer: _Answer) -> None:
        self._asked_pictures = set()
        self._panel.show_result(answer.result, answer.least)
        self._panel.set_repeatable(bool(answer.asked.query.parts))
        self._show_kept()
        spoken = bool(answer.asked.recording)
        self._recognised_phrases.show_phrases(answer.result.understood, spoken)
        self._show_map()
        self._measure_distances()
        self._ask_pictures()
        if self._layer is not None:
            self._follow_selection()
        self.shown.emit(answer.asked, answer.result)

    def forget(self) -> None:
        """List nothing; layers stay on the map."""
        self.give_up()
        self._unfollow_layer()
        self._layer = None
        self._panel.clear()
        self._recognised_phrases.show_phrases(())

    def _follow_layer(self, layer: QgsVectorLayer) -> None:
        self._layer = layer
        layer.selectionChanged.connect(self._follow_selection)
        # A layer that is being edited takes no filter.
        layer.editingStopped.connect(self._filter_layer)
        layer.dataSourceChanged.connect(self._on_source_changed)

    def _unfollow_layer(self) -> None:
        if self._layer is not None:
            self._layer.selectionChanged.disconnect(self._follow_selection)
            self._layer.editingStopped.disconnect(self._filter_layer)
            self._layer.dataSourceChanged.disconnect(self._on_source_changed)

    def _on_source_changed(self) -> None:
        """List what QGIS has written if the user has made the layer permanent: what was hidden is not in its file."""
        layer, answer = self._layer, self._answer
        is_written = layer is not None and not group.is_temporary(layer)
        if is_written and not self._following_layer and answer is not None and answer.hidden:
            answer.hidden.clear()
            answer.result = hits.result_of(layer)
            self._show_answer(answer)
        self._show_kept()

    def _show_kept(self) -> None:
        """Say whether the layer is lost with QGIS; the user may have made it permanent."""
        self._panel.show_kept(None if self._layer is None else group.is_temporary(self._layer))

    def _on_layer_activated(self, layer: object) -> None:
        """Show the hits of the layer that the user has clicked in the layer panel."""
        if layer is self._layer or self.is_locked or not isinstance(layer, QgsVectorLayer):
            return
        if not hits.is_hits_layer(layer):
            return
        answer = self._answers.get(layer.id())
        if answer is None:
            answer = _Answer(hits.result_of(layer), hits.asked_of(layer), None)
            self._answers[layer.id()] = answer
        self._unfollow_layer()
        self._follow_layer(layer)
        group.hide_others(self._project, layer, answer.asked)
        self._show_answer(answer)
        self._filter_layer()  # It may have been edited when it should have hidden something.

    def _on_list_selection(self, ranks: list[int]) -> None:
        """Select on the map what is selected in the list."""
        self._selected_ranks = ranks
        if self._layer is None:
            return
        with self._own_change():
            self._layer.selectByIds(hits.features_by_rank(self._layer, ranks))
        # Whoever holds an arrow key down must not make the map jump along.
        self._select_timer.start()

    def _follow_selection(self, *_change: object) -> None:
        """Select in the list what is selected on the map."""
        if self._layer is not None and not self._following_layer:
            self._panel.select(hits.ranks_of_selection(self._layer))

    def _show_selected(self) -> None:
        wanted = set(self._selected_ranks)
        chosen = [hit for hit in self._panel.shown_hits() if hit.rank in wanted]
        if chosen:
            self._map.show(
                [hits.footprint_of(hit) for hit in chosen], move=self._settings.zoom_to_hit
            )

    def _on_opened(self, hit: Hit) -> None:
        self._map.show([hits.footprint_of(hit)], move=True, close=True)

    def _on_alike_wanted(self, hit: Hit) -> None:
        asked = self._alike(hit)
        if asked is not None:
            self.asked.emit(asked)

    def _alike(self, hit: Hit) -> AskedQuery | None:
        answer = self._answer
        if answer is None or not answer.asked.index:
            return None
        name = tr("no. {rank}").format(rank=hit.rank)
        return AskedQuery(Query((TilePart(hit.tile_id),)), answer.asked.index, name=name)

    def alike_at(self, point: QgsPointXY) -> AskedQuery | None:
        """Return the question for more places like the best hit at a point (EPSG:4326); None if there is no hit."""
        best = self.hit_at(point)
        return None if best is None else self._alike(best)

    def hit_at(self, point: QgsPointXY) -> Hit | None:
        """Return the best hit that is shown at a point (EPSG:4326); None if there is none."""
        there = (hit for hit in self._panel.shown_hits() if hits.footprint_of(hit).contains(point))
        return min(there, key=lambda hit: hit.rank, default=None)

    def _on_repeat_wanted(self) -> None:
        answer = self._answer
        if answer is not None:
            self.repeated.emit(answer.asked)

    def map_scores(self) -> None:
        """Ask the question of the hits that are listed once more, for the score of every tile."""
        answer = self._answer
        if answer is None or not self._engine_requests.ready:
            return
        layer = self._score_map()
        if layer is not None:
            group.show_layer(self._project, layer)
            self._map.show_all(layer)
            return
        try:
            file = self._map_files.new_file()
        except OSError as error:
            failure = not_written(self._settings.score_maps_folder, error)
            self.failed.emit(failure, self.map_scores)
            return
        request = self._engine_requests.ask(
            "score_map",
            methods.SCORE_MAP,
            methods.ScoreMapParams(answer.asked.index, answer.asked.query, str(file)),
            lambda result: self._on_mapped(answer, result),
            lambda error: self.failed.emit(error, self.map_scores),
        )
        request.progressed.connect(lambda report: self._say_mapping(report.percent))
        self._say_mapping(0.0)

    def _say_mapping(self, percent: float) -> None:
        if self._engine_requests.running("score_map") is None:
            return
        sentence = tr("Scoring every place…")
        if percent:
            sentence = tr("Scoring every place… {percent}%").format(percent=round(percent))
        saying = StatusMessage(sentence, tr("Press Esc to cancel."))
        self.state_wanted.emit(DockState.SEARCHING, saying, None)

    def _on_mapped(self, answer: _Answer, result: methods.ScoreMapResult) -> None:
        layer = score_map.make_score_layer(result.raster or "", answer.asked)
        if layer is None:
            failure = Notice("score-map-unreadable", {"path": result.raster})
            self.failed.emit(EngineError(failure), self.map_scores)
            return
        group.add_layer(self._project, layer, below=True, expanded=True)
        self._show_map()
        steps = [tr("Move the map slider to colour more or less of it.")]
        if result.likely_share is not None and result.default_min_score is not None:
            share = tr(
                "{percent}% of %n place(s) have a score of {limit:.2f} or more.", n=result.searched
            )
            steps.insert(
                0,
                share.format(
                    percent=formatting.number(100 * result.likely_share, 1),
                    limit=LocaleFloat(result.default_min_score),
                ),
            )
        steps += [texts.note(note) for note in result.notes[:1]]
        saying = StatusMessage(tr("The whole map is coloured by score."), " ".join(steps))
        self.state_wanted.emit(DockState.RESULTS, saying, None)

    def _score_map(self) -> QgsRasterLayer | None:
        """Return the map of scores of the answer that is shown; None if there is none."""
        answer = self._answer
        return None if answer is None else score_map.map_of(self._project, answer.asked)

    def _show_map(self) -> None:
        """Offer the threshold of the map, if there is a map."""
        layer = self._score_map()
        if layer is None:
            self._panel.show_map(None)
        else:
            self._panel.show_map(score_map.scale_of(layer).top, score_map.least_of(layer))

    def _on_map_least(self, least: float) -> None:
        self._map_least = least
        self._colour_timer.start()

    def _colour_map(self) -> None:
        layer = self._score_map()
        if layer is not None:
            score_map.set_least(layer, self._map_least)

    def _on_project_saved(self) -> None:
        try:
            self._map_files.mark_saved(
                map_.source() for map_ in score_map.score_maps(self._project)
            )
        except OSError as error:
            log(f"A map of scores may be deleted in a week: {error.strerror}.")

    def _on_least(self, least: float | None) -> None:
        if self._answer is not None:
            self._answer.least = least
        self._filter_timer.start()

    def _filter_layer(self) -> None:
        if self._layer is not None and self._answer is not None:
            with self._own_change():
                hits.filter_by_score(self._layer, self._answer.least, self._answer.hidden)

    @contextmanager
    def _own_change(self) -> Iterator[None]:
        """Change a layer without the list's following it."""
        self._following_layer = True
        try:
            yield
        finally:
            self._following_layer = False

    def _measure_distances(self) -> None:
        """Tell how far each hit is from the centre of the map."""
        result = self._panel.result
        centre = self._map.centre_wgs84(self._project)
        if result is None or centre is None or not result.hits:
            return
        measure = QgsDistanceArea()
        measure.setSourceCrs(search_areas.wgs84(), self._project.transformContext())
        measure.setEllipsoid("EPSG:7030")
        self._panel.set_distances(
            {
                hit.rank: measure.measureLine(centre, QgsPointXY(hit.lon, hit.lat))
                for hit in result.hits
            }
        )

    def _ask_pictures(self) -> None:
        """Ask for the pictures of the hits in sight."""
        answer = self._answer
        if answer is None or not answer.asked.index or not self._engine_requests.ready:
            return
        if self._engine_requests.running("pictures"):
            return
        wanted = [
            hit.tile_id
            for hit in self._panel.list.visible_hits()
            if hit.tile_id not in self._asked_pictures
        ][:_PICTURES_AT_A_TIME]
        if not wanted:
            return
        self._asked_pictures.update(wanted)
        if not self._pictures.isValid():
            log(f"There are no pictures: {self._pictures.errorString()}")
            return
        pixels = round(_PICTURE_PIXELS * max(1.0, self._panel.devicePixelRatioF()))
        params = methods.ThumbnailsParams(
            answer.asked.index, tuple(wanted), self._pictures.path(), pixels
        )
        self._engine_requests.ask(
            "pictures",
            methods.THUMBNAILS,
            params,
            lambda result: self._on_pictures(answer, result),
            # No picture is no failure: the list says all the rest.
            lambda error: log(error.text) if not error.is_cancelled else None,
        )

    def _on_pictures(self, answer: _Answer, result: methods.ThumbnailsResult) -> None:
        if answer is self._answer:
            for thumbnail in result.thumbnails:
                image = QImage(thumbnail.path)
                if not image.isNull():
                    self._panel.list.hits.set_thumbnail(thumbnail.tile_id, image)
        self._ask_pictures()

    def keep(self) -> None:
        """Write the hits into a GeoPackage beside the index; the layer shows that from now on."""
        layer = self._layer
        if layer is None or not group.is_temporary(layer) or layer.id() in self._keeping:
            return
        problem = ""
        if layer.isEditable():
            # Its edits would be made once more, in other rows of the file.
            problem = tr(
                "{layer} is being edited. Save or discard the edits, then press Keep again."
            ).format(layer=layer.name())
        elif self._keeping:
            # Two that make one file would each begin it anew.
            problem = tr("Other hits are still being saved. Press Keep again in a moment.")
        if problem:
            self.told.emit(problem, int(Qgis.MessageLevel.Warning))
            return
        answer = self._answer
        index = Path(answer.asked.index) if answer and answer.asked.index else None
        folder = Path(self._settings.index_folder)
        file = hits.kept_file(index) if index is not None else folder / "Voice search hits.gpkg"
        day = (answer.asked.asked_at if answer else now())[:10]
        table = group.free_table(file, f"{layer.name()} {day}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._tell_not_kept(reason_of(error))
            return
        if answer is not None:
            with self._own_change():  # All hits are kept, also those that the slider hides.
                hits.filter_by_score(layer, None, answer.hidden)
        task = group.write_task(layer, file, table)
        self._filter_layer()
        layer_id = layer.id()
        task.writeComplete.connect(lambda _file: self._on_kept(layer_id, file, table))
        task.errorOccurred.connect(lambda _code, text: self._on_not_kept(layer_id, text))
        self._keeping[layer_id] = task
        self._panel.keep_button.setEnabled(False)
        QgsApplication.taskManager().addTask(task)

    def _on_kept(self, layer_id: str, file: Path, table: str) -> None:
        self._keeping.pop(layer_id, None)
        layer = self._project.mapLayer(layer_id)
        if not isinstance(layer, QgsVectorLayer):
            return
        if layer.isEditable():
            self._tell_not_kept(tr("the layer is being edited; save the edits, then press Keep"))
            return
        answer = self._answers.get(layer_id)
        with self._own_change():
            kept = group.turn_into_kept(layer, file, table)
            if kept and answer is not None:
                answer.hidden.clear()  # They are in the file.
                hits.filter_by_score(layer, answer.least, answer.hidden)
        if not kept:
            self._tell_not_kept(tr("QGIS cannot open the file that was written"))
            return
        if layer is self._layer:
            self._show_kept()
            self._on_list_selection(self._panel.list.ranks_selected())
        self.told.emit(
            tr("{layer} was saved to {file}. Save the project to see it again next time.").format(
                layer=layer.name(), file=file
            ),
            int(Qgis.MessageLevel.Success),
        )

    def _on_not_kept(self, layer_id: str, reason: str) -> None:
        self._keeping.pop(layer_id, None)
        self._tell_not_kept(reason)

    def _tell_not_kept(self, reason: str) -> None:
        self._show_kept()
        self.told.emit(
            tr(
                "The hits could not be saved ({reason}). They are still on the map: right-click the "
                "layer and use Export > Save Features As... to save them elsewhere."
            ).format(reason=reason),
            int(Qgis.MessageLevel.Critical),
        )

    def clear_all(self) -> None:
        """Take our temporary layers, and the footprints, off the map; kept layers stay."""
        group.clear(self._project)
        self._map.redraw()
        self.forget()
        self.gone.emit()

    def _on_layers_removed(self, layer_ids: list[str]) -> None:
        for layer_id in layer_ids:
            self._answers.pop(layer_id, None)
        if self._layer is not None and self._layer.id() in layer_ids:
            self.forget()
        # Later: the layers are still there.
        self._gone_timer.start()

    def _on_gone(self) -> None:
        self._show_map()
        self.gone.emit()

    def end(self) -> None:
        """Let go of the project's signals and of the layer."""
        self._engine_requests.give_up("score_map")
        self.give_up()
        for timer in self.findChildren(QTimer):
            timer.stop()
        # What is being written is written to its end, and nobody is told.
        for task in self._keeping.values():
            task.writeComplete.disconnect()
            task.errorOccurred.disconnect()
        self._keeping = {}
        self._pictures.remove()
        self._unfollow_layer()
        self._layer = None
        for layer in group.hits_layers(self._project):
            answer = self._answers.get(layer.id())
            if answer is not None and answer.hidden and group.is_temporary(layer):
                # Without the dock nobody could get at what it hides.
                hits.filter_by_score(layer, None, answer.hidden)
        self._project.layersWillBeRemoved.disconnect(self._on_layers_removed)
        self._project.projectSaved.disconnect(self._on_project_saved)
