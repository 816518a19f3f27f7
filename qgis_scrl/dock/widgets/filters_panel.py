"""Where and when to search, and how many places to find."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgsDateEdit, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from ...compat import POLYGON_LAYERS
from ...settings import MOST_HITS, Settings
from . import theme
from .collapsible_section import CollapsibleSection
from .status_banner import StatusMessage

_PLACES = (
    ("index", "Whole index", "Search everything that the voice index holds"),
    ("view", "Map view", "Search only what the map shows now"),
    ("selection", "Selected features", "Search only inside the polygons selected on the map"),
    ("layer", "Polygon layer", "Search only inside the polygons of a layer"),
)


@dataclass(frozen=True)
class ChosenFilters:
    """What is asked beside the question itself.

    Attributes:
        area: "index", "view", "selection" or "layer".
        layer: The polygon layer, if that is meant.
        since: First day, ISO 8601; None: any.
        until: Last day, ISO 8601; None: any.
        hits: Most hits wanted.
    """

    area: str
    layer: QgsVectorLayer | None
    since: str | None
    until: str | None
    hits: int


class FiltersPanel(CollapsibleSection):
    """Area, dates and number of hits.

    Signals:
        changed(): Something was chosen.
    """

    changed = pyqtSignal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("Where and when", parent)
        self._settings = settings
        # Folded, its title tells what is chosen: the list needs the room.
        self.setAccessibleName("Where and when")

        self.area = QComboBox()
        self.area.setAccessibleName("Where to search")
        for value, text, tip in _PLACES:
            self.area.addItem(text, value)
            self.area.setItemData(self.area.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.area.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.layer = QgsMapLayerComboBox()
        self.layer.setFilters(POLYGON_LAYERS)
        self.layer.setAccessibleName("Polygon layer to search inside")
        self.layer.setToolTip("Hits lie in the polygons of this layer")
        self.layer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.since = self._date("Images taken on that day or later", "First day")
        self.until = self._date("Images taken on that day or earlier", "Last day")
        self.hits = QSpinBox()
        self.hits.setRange(1, MOST_HITS)
        self.hits.setAccessibleName("Number of places to find")
        self.hits.setToolTip("How many places are found at most, the best first")
        self.hits.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

        dates = QHBoxLayout()
        dates.setSpacing(4)
        dates.addWidget(self.since, 1)
        dates.addWidget(QLabel("to"))
        dates.addWidget(self.until, 1)
        layout = QGridLayout(self)
        layout.setColumnStretch(1, 1)
        layout.setVerticalSpacing(theme.gap(self))
        for row, (text, field) in enumerate(
            (("&Where", self.area), ("", self.layer), ("&Dates", dates), ("&Places", self.hits))
        ):
            if text:
                label = QLabel(text)
                label.setBuddy(self.since if field is dates else field)
                layout.addWidget(label, row, 0)
            if isinstance(field, QWidget):
                layout.addWidget(field, row, 1)
            else:
                layout.addLayout(field, row, 1)
        theme.calm_wheel(self.area, self.layer, self.since, self.until, self.hits)
        self._restore()
        # QGIS shows all that is in the box when it is unfolded.
        self.collapsedStateChanged.connect(lambda _folded: self._say())
        self.area.currentIndexChanged.connect(self._on_area)
        self.layer.layerChanged.connect(self._on_changed)
        self.since.dateChanged.connect(self._on_changed)
        self.until.dateChanged.connect(self._on_changed)
        self.hits.valueChanged.connect(self._on_hits)
        QgsProject.instance().layersAdded.connect(self._except_ours)
        self._except_ours()
        self._say()

    @property
    def chosen(self) -> ChosenFilters:
        """What is chosen now."""
        layer = self.layer.currentLayer()
        return ChosenFilters(
            area=str(self.area.currentData()),
            layer=layer if isinstance(layer, QgsVectorLayer) else None,
            since=_day(self.since),
            until=_day(self.until),
            hits=self.hits.value(),
        )

    @property
    def problem(self) -> StatusMessage | None:
        """Why nothing can be found so; None if all is well."""
        chosen = self.chosen
        if chosen.since and chosen.until and chosen.since > chosen.until:
            return StatusMessage(
                "The first day is after the last day.", "Change the dates under Where and when."
            )
        return None

    def end(self) -> None:
        """Let go of the project's signals."""
        QgsProject.instance().layersAdded.disconnect(self._except_ours)

    def _restore(self) -> None:
        self.area.setCurrentIndex(max(0, self.area.findData(self._settings.area)))
        self.hits.setValue(self._settings.hits)

    def _date(self, tip: str, name: str) -> QgsDateEdit:
        edit = QgsDateEdit()
        edit.setAllowNull(True)
        edit.setNullRepresentation("any")
        edit.setDisplayFormat("yyyy-MM-dd")
        edit.setCalendarPopup(True)
        edit.setDate(QDate())
        edit.clear()
        edit.setToolTip(tip)
        edit.setAccessibleName(name)
        edit.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return edit

    def _on_area(self) -> None:
        self._settings.area = str(self.area.currentData())
        self._on_changed()

    def _on_hits(self, value: int) -> None:
        self._settings.hits = value
        self._on_changed()

    def _on_changed(self, *_what: object) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        """Show what belongs to the choice; the title tells it while the box is folded."""
        chosen = self.chosen
        self.layer.setVisible(chosen.area == "layer")
        self.area.setToolTip(
            str(self.area.itemData(self.area.currentIndex(), Qt.ItemDataRole.ToolTipRole))
        )
        where = self.area.currentText().lower()
        if chosen.area == "layer" and chosen.layer is not None:
            where = chosen.layer.name()
        when = ""
        if chosen.since and chosen.until:
            when = f", {chosen.since} to {chosen.until}"
        elif chosen.since:
            when = f", since {chosen.since}"
        elif chosen.until:
            when = f", until {chosen.until}"
        self.set_title(f"Where and when: {where}{when}")
        self.setAccessibleDescription(f"{where}{when}")
        self.setToolTip(
            f"{where}{when}\nWhere to search, images of which dates, and how many places to find"
        )

    def _except_ours(self, _layers: list[QgsMapLayer] | None = None) -> None:
        """Leave our own layers out of the choice: to search inside hits is seldom meant."""
        from ...layers.group import our_layers

        self.layer.setExceptedLayerList(our_layers(QgsProject.instance()))


def _day(edit: QgsDateEdit) -> str | None:
    date = edit.date()
    if edit.isNull() or not date.isValid():
        return None
    return str(date.toString(Qt.DateFormat.ISODate))
