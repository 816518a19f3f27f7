"""What happens when an index with saved searches has grown: they are asked, and new places are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ... import texts
from ...contract import IndexInfo, Query, SearchResult, TextPart, methods, searches_file
from ...errors import EngineError
from ...history import AskedQuery, now
from ...layers import group
from ...layers.hits import add_hits, empty_layer, finish_layer
from ...paths import exists
from ...settings import MOST_HITS
from ...translation import tr
from ..engine_requests import EngineRequests
from ..widgets.new_places_bar import NewPlacesBar
from ..widgets.status_banner import log
from .map_view import MapView
from .steps import Steps

_HITS_AT_A_TIME = 100


class WatchController(QObject):
    """Asks the saved searches of the chosen index whenever it holds something else than before.

    Signals:
        changed(): There are other layers.
        told(str, int): A sentence for QGIS's message bar and its ``Qgis.MessageLevel``.
    """

    changed = pyqtSignal()
    told = pyqtSignal(str, int)

    def __init__(
        self,
        bar: NewPlacesBar,
        engine_requests: EngineRequests,
        map_view: MapView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._engine_requests = engine_requests
        self._map = map_view
        self._project = QgsProject.instance()
        self._drawing = Steps(self)
        self._asked: tuple[str, int, int] | None = None
        self._found: methods.WatchIndexResult | None = None
        bar.show_wanted.connect(self.show_new)

    def look(self, info: IndexInfo | None, is_building: bool) -> None:
        """Ask the saved searches, if there are any and the index is not the same as the last time."""
        state = None if info is None else (info.path, info.tiles, info.parts)
        if is_building or state == self._asked:
            return
        self._asked = state
        self._found = None
        self._bar.say("")
        self._drawing.give_up()
        self._engine_requests.give_up("watch")
        if info is not None and exists(searches_file(info.path)):
            params = methods.WatchIndexParams(info.path, MOST_HITS)
            self._engine_requests.ask(
                "watch", methods.WATCH_INDEX, params, self._on_found, self._on_failed
            )

    def _on_found(self, found: methods.WatchIndexResult) -> None:
        self._found = found
        for each in found.searches:
            if each.failure is not None:
                self.told.emit(texts.sentence(each.failure), int(Qgis.MessageLevel.Warning))
            for note in each.notes:
                log(f"{each.name}: {texts.note(note)}")
        fresh = [each for each in found.searches if each.hits]
        count = sum(len(each.hits) for each in fresh)
        if not fresh:
            self._mark_seen()
        elif len(fresh) == 1:
            self._bar.say(tr("%n new place(s) for “{name}”", n=count).format(name=fresh[0].name))
        else:
            names = ", ".join(each.name for each in fresh)
            self._bar.say(tr("%n new place(s) for {names}", n=count).format(names=names))

    def show_new(self) -> None:
        """Add the new places to the map, list them, and let them count as seen."""
        if self._found is None or self._asked is None:
            return
        self._bar.say("")
        found, index = self._found, self._asked[0]

        def draw(queries: dict[str, Query]) -> None:
            self._drawing.begin(self._draw(found, index, queries))

        self._engine_requests.ask(
            "watch",
            methods.SAVED_SEARCHES,
            methods.IndexParams(index),
            lambda saved: draw({each.name: each.query for each in saved.searches}),
            # Without their questions they can be seen all the same.
            lambda _error: draw({}),
        )

    def _draw(
        self, found: methods.WatchIndexResult, index: str, queries: dict[str, Query]
    ) -> Iterator[None]:
        """Make a layer for each search that has found something; the window stays free in between."""
        made = []
        for each in found.searches:
            if not each.hits:
                continue
            # In the rows the name of the search stands for its question.
            asked = AskedQuery(Query((TextPart(each.name),)), index, now(), each.name)
            layer = empty_layer(tr("New: {name}").format(name=each.name))
            for begin in range(0, len(each.hits), _HITS_AT_A_TIME):
                add_hits(layer, each.hits[slice(begin, begin + _HITS_AT_A_TIME)], asked)
                yield
            query = queries.get(each.name, asked.query)
            result = SearchResult(each.hits, each.searched, "", each.notes)
            finish_layer(layer, result, replace(asked, query=query))
            yield
            group.add_layer(self._project, layer)
            self._map.show_all(layer)
            made.append(layer)
        self._mark_seen()
        if len(made) == 1:
            # The dock lists what is active. Of several, all are to be seen: the others would be hidden.
            self._map.activate(made[0])
        self.changed.emit()

    def end(self) -> None:
        """Forget layers that are still being made: what they show stays new."""
        self._drawing.give_up()

    def _mark_seen(self) -> None:
        found, self._found = self._found, None
        self._bar.say("")
        if found is None or self._asked is None or not found.searches:
            return
        told = tuple(each.name for each in found.searches if each.failure is None)
        params = methods.MarkSeenParams(self._asked[0], told, found.seen)
        self._engine_requests.ask(
            "mark-seen", methods.MARK_SEEN, params, lambda _nothing: None, self._on_failed
        )

    def _on_failed(self, error: EngineError) -> None:
        if error.is_cancelled:
            return
        # Whatever it is, the index itself can be searched; what is new stays new.
        self.told.emit(error.text, int(Qgis.MessageLevel.Warning))
