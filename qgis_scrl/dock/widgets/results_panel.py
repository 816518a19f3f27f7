"""What was found: the list, its order, the score slider, keeping and clearing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ...answers import scale, score_range
from ...contract import Hit, SearchResult
from ...settings import Settings
from ...translation import tr
from . import theme
from .flow_layout import FlowLayout
from .hit_list import SORTS, HitList

_STEPS = 200


class ResultsPanel(theme.ThemedWidget):
    """The hits of one question.

    Signals:
        selected(list): The user has selected hits, by rank; may be none.
        opened(object): Zoom close to this :class:`Hit`.
        alike_wanted(object): Find more places like this :class:`Hit`.
        repeat_wanted(): Ask the question of these hits once more.
        least_changed(object): Show only hits with at least that score; None: all.
        keep_wanted(): Keep the layer of these hits.
        clear_wanted(): Take all layers of hits away.
        scrolled(): Other rows are in sight: their pictures may be wanted.
    """

    selected = pyqtSignal(list)
    opened = pyqtSignal(object)
    alike_wanted = pyqtSignal(object)
    repeat_wanted = pyqtSignal()
    least_changed = pyqtSignal(object)
    keep_wanted = pyqtSignal()
    clear_wanted = pyqtSignal()
    scrolled = pyqtSignal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._result: SearchResult | None = None
        # Where the slider stands for the score that was asked for, and that score itself: list and layer
        # must agree on a hit that lies between two of the slider's steps.
        self._preset: tuple[int, float] | None = None
        self._following = False
        self._askable = True
        self._repeatable = False

        self.count = QLabel()
        self.count.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        font = self.count.font()
        font.setBold(True)
        self.count.setFont(font)
        self.sort = QComboBox()
        for value, text in SORTS:
            self.sort.addItem(text, value)
        self.sort.setCurrentIndex(max(0, self.sort.findData(settings.sort)))
        # In a narrow dock the number of places is more than all of its words.
        self.sort.setMinimumWidth(self.sort.fontMetrics().averageCharWidth() * 7)
        self.sort.setToolTip("Order of the list; distances are from the centre of the map")
        self.sort.setAccessibleName("Order of the list")
        self.least = QSlider(Qt.Orientation.Horizontal)
        self.least.setRange(0, _STEPS)
        self.least.setPageStep(_STEPS // 10)
        self.least.setToolTip(
            "Hide weaker hits, in the list and on the map; nothing is searched anew"
        )
        self.least.setAccessibleName("Least score shown")
        theme.calm_wheel(self.sort, self.least)
        self.least_label = QLabel()
        self.least_label.setToolTip(self.least.toolTip())
        self.hidden_button = theme.tool_button(
            "", "", "Show the weaker ones, too: moves the slider to its left end"
        )
        self.list = HitList()
        self.alike_button = theme.tool_button(
            "More like this",
            "ask-again",
            "Search for places that look like the chosen one (M)",
            "Find more places like the chosen one",
        )
        self.repeat_button = theme.tool_button(
            tr("Search again"),
            "retry",
            tr("Repeat this search: the same question to the same index, with the same filters"),
            tr("Repeat the search that found these places"),
        )
        self.keep_button = theme.tool_button(
            "Keep", "keep", name="Keep these hits with the project"
        )
        self.clear_button = theme.tool_button(
            "Clear all",
            "clear",
            "Take all temporary layers of the voice search off the map",
            "Clear all layers of hits",
        )
        self.kept = theme.MutedLabel()
        self.kept.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

        self.hint = theme.MutedLabel("The places found appear here and on the map.")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.hint.setContentsMargins(0, self.fontMetrics().height(), 0, 0)

        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(self.sort)
        score = QHBoxLayout()
        score.addWidget(self.least_label)
        score.addWidget(self.least, 1)
        foot = FlowLayout()
        for button in (
            self.alike_button, self.repeat_button, self.keep_button, self.clear_button,
        ):  # fmt: skip
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.gap(self))
        layout.addLayout(head)
        layout.addLayout(score)
        layout.addWidget(self.hidden_button)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hint, 1)
        layout.addWidget(self.kept)
        layout.addLayout(foot)

        self._pictures = QTimer(self)
        self._pictures.setSingleShot(True)
        self._pictures.setInterval(80)
        self._pictures.timeout.connect(self.scrolled)
        self.list.verticalScrollBar().valueChanged.connect(lambda _value: self._pictures.start())
        self.list.hits.rearranged.connect(self._pictures.start)
        self.list.selectionModel().selectionChanged.connect(self._on_selection)
        self.list.opened.connect(self.opened)
        self.list.alike_wanted.connect(self.alike_wanted)
        self.alike_button.clicked.connect(self.list.want_alike)
        self.hidden_button.clicked.connect(lambda: self.least.setValue(0))
        self.sort.currentIndexChanged.connect(self._on_sort)
        self.least.valueChanged.connect(self._on_slider)
        self.repeat_button.clicked.connect(self.repeat_wanted)
        self.keep_button.clicked.connect(self.keep_wanted)
        self.clear_button.clicked.connect(self.clear_wanted)
        self.list.hits.set_sort(str(self.sort.currentData()))
        self.clear()

    @property
    def result(self) -> SearchResult | None:
        """What is shown."""
        return self._result

    @property
    def least_score(self) -> float | None:
        """Lowest score shown; None: all are."""
        if self._preset is not None and self._preset[0] == self.least.value():
            return self._preset[1]
        if self._result is None or self.least.value() == 0:
            return None
        lowest, highest = score_range(self._result)
        return lowest + (highest - lowest) * self.least.value() / _STEPS

    def show_result(self, result: SearchResult, least: float | None = None) -> None:
        """Show an answer.

        Args:
            result: The answer.
            least: Lowest score to show at first; None shows all.
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
        self.least.blockSignals(True)
        self.least.setValue(position)
        self.least.blockSignals(False)
        self.list.hits.set_hits(result.hits, self.least_score)
        self.list.scrollToTop()
        has = bool(result.hits)
        # What has nothing to show or to do is not shown.
        for widget in (self.count, self.sort, self.least, self.least_label, self.list):
            widget.setVisible(has)
        self.hint.setVisible(not has)
        self._say()

    def clear(self) -> None:
        """Show nothing."""
        self.show_result(SearchResult((), 0, ""))
        self._result = None
        self._preset = None
        self.show_kept(None)
        self.set_repeatable(False)
        self._say()

    def show_kept(self, temporary: bool | None) -> None:
        """Say whether the layer of these hits is temporary, kept, or (None) there is none."""
        self.keep_button.setEnabled(temporary is True)
        self.keep_button.setToolTip(
            "Keep these hits: a GeoPackage beside the voice index, saved with the project"
        )
        self.kept.setVisible(temporary is not None)
        self.kept.setText("" if temporary is None else "Temporary layer" if temporary else "Kept")
        self.kept.setToolTip(
            "This layer is lost when QGIS closes, unless you keep it"
            if temporary
            else "This layer is in a GeoPackage beside the voice index"
            if temporary is False
            else ""
        )

    def set_askable(self, askable: bool) -> None:
        """Say whether a question can be asked now."""
        self._askable = askable
        self.list.set_askable(askable)
        self._enable()

    def set_repeatable(self, repeatable: bool) -> None:
        """Say whether the question of these hits is known."""
        self._repeatable = repeatable
        self._enable()

    def _enable(self) -> None:
        self.alike_button.setEnabled(self._askable and self.list.current_hit() is not None)
        self.repeat_button.setEnabled(self._askable and self._repeatable)

    def set_clearable(self, clearable: bool) -> None:
        """Say whether there is something to clear."""
        self.clear_button.setEnabled(clearable)

    def select(self, ranks: Sequence[int]) -> None:
        """Select hits without telling so: somebody else has selected them already."""
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
        """Tell how far each hit, by rank, is from the centre of the map."""
        # Sorted by distance, the rows may change their places.
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
        self._say()
        self.least_changed.emit(self.least_score)

    def _rearrange(self, change: object) -> None:
        """Change the rows; what is selected and still there stays selected."""
        ranks = self.list.ranks_selected()
        self._following = True
        if callable(change):
            change()
        self._following = False
        self.select(ranks)

    def _say(self) -> None:
        result = self._result
        total = len(result.hits) if result else 0
        shown = len(self.list.hits.rows)
        places = "place" if total == 1 else "places"
        text = f"{total:,} {places}" if shown == total else f"{shown:,} of {total:,} places"
        self.count.setText(text)
        hidden = total - shown
        weaker = "weaker place" if hidden == 1 else "weaker places"
        self.hidden_button.setText(f"Show {hidden:,} {weaker}")
        self.hidden_button.setAccessibleName(f"Show {hidden:,} {weaker} that are hidden")
        self.hidden_button.setVisible(hidden > 0)
        self._enable()
        least = self.least_score
        lowest = score_range(result)[0] if result and result.hits else 0.0
        self.least_label.setText(f"Score from {lowest if least is None else least:.2f}")
        # As wide for any number, so that the slider does not twitch while it is moved.
        metrics = self.least_label.fontMetrics()
        self.least_label.setMinimumWidth(metrics.horizontalAdvance("Score from -0.00"))

    def _dress(self) -> None:
        theme.dress(self.alike_button, self.repeat_button, self.keep_button, self.clear_button)
