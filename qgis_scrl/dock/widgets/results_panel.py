"""The results of a search: the list, its order, the score slider, keeping and clearing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from qgis.PyQt.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QSignalBlocker,
    Qt,
    QTimer,
    pyqtSignal,
)
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ...answers import scale, score_range
from ...contract import Hit, SearchResult
from ...settings import Settings
from ...translation import tr
from . import formatting, theme
from .flow_layout import FlowLayout
from .hit_list import SORTS, HitList
from .label_bar import LabelBar

_STEPS = 200


class ResultsPanel(QWidget):
    """The hits of one search.

    Signals:
        selected(list): The user has selected hits, by rank; may be none.
        least_changed(object): Minimum score of the hits to show; None: all.
        scrolled(): Other rows are visible: their thumbnails may be needed.
        map_least_changed(float): Score from which on the map of scores is coloured.
        page_wanted(): Make an HTML page of the hits that are shown.
        layout_wanted(): Make a print layout of them.
    """

    selected = pyqtSignal(list)
    least_changed = pyqtSignal(object)
    scrolled = pyqtSignal()
    map_least_changed = pyqtSignal(float)
    page_wanted = pyqtSignal()
    layout_wanted = pyqtSignal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._result: SearchResult | None = None
        # The slider's position for the score that was set, and that score itself: list and layer must
        # agree on a hit whose score lies between two steps of the slider.
        self._preset: tuple[int, float] | None = None
        self._following = False
        self._repeatable = False

        self.count = QLabel()
        self.count.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        theme.bold(self.count)
        self.sort = QComboBox()
        for value, text in SORTS:
            self.sort.addItem(tr(text), value)
        self.sort.setCurrentIndex(max(0, self.sort.findData(settings.sort)))
        # In a narrow dock the number of places matters more than the whole text of the order.
        self.sort.setMinimumWidth(self.sort.fontMetrics().averageCharWidth() * 7)
        self.sort.setToolTip(
            tr("Order of the list; distances are measured from the centre of the map")
        )
        self.sort.setAccessibleName(tr("Order of the list"))
        self.least = QSlider(Qt.Orientation.Horizontal)
        self.least.setRange(0, _STEPS)
        self.least.setPageStep(_STEPS // 10)
        self.least.setToolTip(
            tr("Hide results with a lower score in the list and on the map, without a new search")
        )
        self.least.setAccessibleName(tr("Minimum score"))
        theme.calm_wheel(self.sort, self.least)
        self.least_label = QLabel()
        self.least_label.setToolTip(self.least.toolTip())
        self.hidden_button = theme.tool_button(
            "",
            "",
            tr("Also show results with a lower score: moves the score slider to its minimum"),
            action=lambda: self.least.setValue(0),
        )
        self.map_least = QSlider(Qt.Orientation.Horizontal)
        self.map_least.setRange(0, _STEPS)
        self.map_least.setPageStep(_STEPS // 10)
        self.map_least.setToolTip(
            tr("Colour only places with at least this score on the map, without a new search")
        )
        self.map_least.setAccessibleName(tr("Minimum score of the coloured map"))
        theme.calm_wheel(self.map_least)
        self.map_least_label = QLabel()
        self.map_least_label.setToolTip(self.map_least.toolTip())
        self._map_top: float | None = None
        self.list = HitList()
        self.labels = LabelBar()
        self.alike_button = theme.tool_button(
            tr("More like this"),
            "like-this",
            tr("Search for places that look like the selected one (M)"),
            tr("Find more places like the selected one"),
            self.list.want_alike,
        )
        self.repeat_button = theme.tool_button(
            tr("Search again"),
            "retry",
            tr("Repeat this search with the same question, voice index and filters"),
            tr("Repeat this search"),
        )
        self.map_button = theme.tool_button(
            tr("Colour map"),
            "heatmap",
            tr(
                "Colour the whole map: every place of the voice index by its score for this question"
            ),
            tr("Colour the whole map by score"),
        )
        self.keep_asking_button = theme.tool_button(
            tr("Keep asking"),
            "keep-asking",
            tr("Ask this question of all imagery that is added to the voice index from now on"),
            tr("Keep asking this question"),
        )
        self.keep_button = theme.tool_button(
            tr("Keep"),
            "keep",
            tr("Save these results to a GeoPackage next to the voice index"),
            tr("Keep these results"),
        )
        self.report_button = theme.tool_button(
            tr("Report…"),
            "report",
            tr("Make a report of these results: an HTML page with pictures, or a print layout"),
            tr("Make a report of these results"),
            self._show_report_menu,
        )
        self.report_menu = QMenu(self)
        self.report_menu.setToolTipsVisible(True)
        page = self.report_menu.addAction(tr("HTML page…"))
        page.setToolTip(tr("One file with pictures and a map, which opens without a network"))
        page.triggered.connect(lambda _on=False: self.page_wanted.emit())
        layout = self.report_menu.addAction(tr("Print layout"))
        layout.setToolTip(tr("An atlas with a page for each place, for printing and for PDF"))
        layout.triggered.connect(lambda _on=False: self.layout_wanted.emit())
        self.clear_button = theme.tool_button(
            tr("Clear all"),
            "clear",
            tr("Remove all temporary layers of the voice search from the project"),
            tr("Remove all temporary result layers"),
        )
        self.kept = theme.MutedLabel()
        self.kept.setWordWrap(False)

        self.hint = theme.MutedLabel(tr("Places found will be listed here and shown on the map."))
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.hint.setContentsMargins(0, self.fontMetrics().height(), 0, 0)

        foot = theme.pack(
            FlowLayout(),
            self.alike_button,
            self.repeat_button,
            self.map_button,
            self.keep_asking_button,
            self.keep_button,
            self.report_button,
            self.clear_button,
            self.kept,
        )
        layout = theme.pack(
            QVBoxLayout(self),
            theme.pack(QHBoxLayout(), self.count, self.sort, wide=self.count),
            theme.pack(
                QHBoxLayout(), self.least_label, self.least, self.hidden_button, wide=self.least
            ),
            theme.pack(QHBoxLayout(), self.map_least_label, self.map_least, wide=self.map_least),
            self.list,
            self.hint,
            self.labels,
            foot,
            wide=self.list,
            spacing=theme.gap(self),
        )
        layout.setStretchFactor(self.hint, 1)

        self._scroll_timer = QTimer(self, singleShot=True, interval=80, timeout=self.scrolled)
        self.list.verticalScrollBar().valueChanged.connect(lambda _v: self._scroll_timer.start())
        self.list.hits.rearranged.connect(self._scroll_timer.start)
        self.list.selectionModel().selectionChanged.connect(self._on_selection)
        self.sort.currentIndexChanged.connect(self._on_sort)
        self.least.valueChanged.connect(self._on_slider)
        self.map_least.valueChanged.connect(self._on_map_slider)
        self.list.hits.set_sort(str(self.sort.currentData()))
        self.clear()

    @property
    def result(self) -> SearchResult | None:
        """The result that is shown."""
        return self._result

    @property
    def least_score(self) -> float | None:
        """Minimum score of the hits that are shown; None: all are shown."""
        if self._preset is not None and self._preset[0] == self.least.value():
            return self._preset[1]
        if self._result is None or self.least.value() == 0:
            return None
        lowest, highest = score_range(self._result)
        return lowest + (highest - lowest) * self.least.value() / _STEPS

    def show_result(self, result: SearchResult, least: float | None = None) -> None:
        """Show the result of a search.

        Args:
            result: The result.
            least: Minimum score at first; None shows all hits.
        """
        self._result = result
        lowest, highest = score_range(result)
        self.list.painter.score_range = scale(result)
        position = 0
        self._preset = None
        if least is not None and least > lowest and highest > lowest:
            share = (least - lowest) / (highest - lowest)
            position = max(1, min(_STEPS, int(share * _STEPS)))
            self._preset = (position, least)
        with QSignalBlocker(self.least):
            self.least.setValue(position)
        self.list.hits.set_hits(result.hits, self.least_score)
        self.list.scrollToTop()
        has = bool(result.hits)
        for widget in (self.count, self.sort, self.least, self.least_label, self.list):
            widget.setVisible(has)
        self.hint.setVisible(not has)
        self._show_counts()

    def clear(self) -> None:
        """Show nothing."""
        self.show_result(SearchResult((), 0, ""))
        self._result = None
        self._preset = None
        self.show_map(None)
        self.show_kept(None)
        self.set_repeatable(False)
        self._show_counts()

    def show_kept(self, temporary: bool | None) -> None:
        """Show whether the layer of these hits is temporary, kept, or (None) there is none."""
        self.keep_button.setEnabled(temporary is True)
        self.kept.setVisible(temporary is not None)
        if temporary:
            self.kept.setText(tr("Temporary layer"))
            self.kept.setToolTip(tr("This layer is lost when QGIS is closed unless you keep it"))
        else:
            self.kept.setText(tr("Saved layer"))
            self.kept.setToolTip(tr("This layer is stored in a file"))

    def show_map(self, top: float | None, least: float = 0.0) -> None:
        """Show the slider of the map of scores, or (None) that there is no such map.

        Args:
            top: Its highest value; the lowest is 0.
            least: Score from which on the map is coloured.
        """
        self._map_top = top
        self.map_least.setVisible(top is not None)
        self.map_least_label.setVisible(top is not None)
        if top is not None:
            with QSignalBlocker(self.map_least):
                self.map_least.setValue(round(_STEPS * least / top))
            self._show_map_least(least)

    def _on_map_slider(self) -> None:
        if self._map_top is not None:
            least = self._map_top * self.map_least.value() / _STEPS
            self._show_map_least(least)
            self.map_least_changed.emit(least)

    def _show_map_least(self, least: float) -> None:
        self.map_least_label.setText(_map_text(least))
        metrics = self.map_least_label.fontMetrics()
        self.map_least_label.setMinimumWidth(metrics.horizontalAdvance(_map_text(0.88)))

    def set_askable(self, askable: bool) -> None:
        """Set whether a search can be started now."""
        self.list.can_ask = askable
        self.labels.set_askable(askable)
        self._enable()

    def set_repeatable(self, repeatable: bool) -> None:
        """Set whether the question of these hits is known."""
        self._repeatable = repeatable
        self.list.can_answer = repeatable
        self.labels.setVisible(repeatable and bool(self._result and self._result.hits))
        self._enable()

    def _enable(self) -> None:
        self.alike_button.setEnabled(self.list.can_ask and self.list.current_hit() is not None)
        self.repeat_button.setEnabled(self.list.can_ask and self._repeatable)
        self.map_button.setEnabled(self.list.can_ask and self._repeatable)
        self.report_button.setEnabled(
            self.list.can_ask and self._repeatable and bool(self.list.hits.rows)
        )
        self.keep_asking_button.setEnabled(self.list.can_ask and self._repeatable)

    def _show_report_menu(self) -> None:
        self.report_menu.popup(
            self.report_button.mapToGlobal(self.report_button.rect().bottomLeft())
        )

    def select(self, ranks: Sequence[int]) -> None:
        """Select hits without a signal: they have been selected elsewhere already."""
        if sorted(ranks) == self.list.ranks_selected():
            return
        model = self.list.hits
        selection = QItemSelection()
        first = -1
        for rank in ranks:
            row = model.row_of(rank)
            if row >= 0:
                selection.select(model.index(row), model.index(row))
                first = row if first < 0 else first
        self._following = True
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().select(selection, flag)
        if first >= 0:
            current = model.index(first)
            no_update = QItemSelectionModel.SelectionFlag.NoUpdate
            self.list.selectionModel().setCurrentIndex(current, no_update)
            self.list.scrollTo(current)
        self._following = False

    def shown_hits(self) -> tuple[Hit, ...]:
        """Return the hits that are shown, in the order of the list."""
        return self.list.hits.rows

    def set_distances(self, metres: Mapping[int, float]) -> None:
        """Set the distance of each hit, by rank, from the centre of the map."""
        # Sorted by distance, the rows may change their order.
        self._rearrange(lambda: self.list.hits.set_distances(metres))

    def _on_selection(self, *_change: object) -> None:
        self._enable()
        if not self._following:
            self.selected.emit(self.list.ranks_selected())

    def _on_sort(self) -> None:
        sort = str(self.sort.currentData())
        self._settings.sort = sort
        self._rearrange(lambda: self.list.hits.set_sort(sort))

    def _on_slider(self) -> None:
        self._rearrange(lambda: self.list.hits.set_least(self.least_score))
        self._show_counts()
        self.least_changed.emit(self.least_score)

    def _rearrange(self, change: Callable[[], None]) -> None:
        """Change the rows; selected hits that are still there stay selected."""
        ranks = self.list.ranks_selected()
        self._following = True
        change()
        self._following = False
        self.select(ranks)

    def _show_counts(self) -> None:
        """Show how many hits there are, how many of them are hidden, and the minimum score."""
        result = self._result
        total = len(result.hits) if result else 0
        shown = len(self.list.hits.rows)
        self.count.setText(
            tr("%n place(s)", n=total)
            if shown == total
            else tr("{shown} of %n place(s)", n=total).format(shown=formatting.number(shown))
        )
        hidden = total - shown
        self.hidden_button.setText(f"+{hidden}")
        self.hidden_button.setAccessibleName(
            tr("Show %n hidden place(s) with a lower score", n=hidden)
        )
        self.hidden_button.setVisible(hidden > 0)
        self._enable()
        least = self.least_score
        lowest = score_range(result)[0] if result and result.hits else 0.0
        self.least_label.setText(_score_text(lowest if least is None else least))
        # As wide for any number, so that the slider does not jump while it is moved.
        metrics = self.least_label.fontMetrics()
        self.least_label.setMinimumWidth(metrics.horizontalAdvance(_score_text(-0.88)))


def _map_text(minimum: float) -> str:
    return tr("Map ≥ {minimum}").format(minimum=formatting.number(minimum, 2))


def _score_text(minimum: float) -> str:
    return tr("Score ≥ {minimum}").format(minimum=formatting.number(minimum, 2))
