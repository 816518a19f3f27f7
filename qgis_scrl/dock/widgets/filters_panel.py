"""The filters of a search: area and dates, and how many places are wanted."""

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
from ...translation import tr
from . import formatting, theme
from .collapsible_section import CollapsibleSection
from .status_banner import StatusMessage


@dataclass(frozen=True)
class ChosenFilters:
    """The filters of a search as they are set.

    Attributes:
        area: "index", "view", "selection" or "layer".
        layer: The polygon layer that is chosen, whatever the area is.
        since: First day, ISO 8601; None: any.
        until: Last day, ISO 8601; None: any.
        hits: Maximum number of hits.
    """

    area: str
    layer: QgsVectorLayer | None
    since: str | None
    until: str | None
    hits: int


class FiltersPanel(CollapsibleSection):
    """Area, dates and number of hits.

    Signals:
        changed(): A filter has changed.
    """

    changed = pyqtSignal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(tr("Filters"), parent)
        self._settings = settings
        # Collapsed, its title shows the filters: the list of results needs the room.
        self.setAccessibleName(tr("Filters"))

        self.area = QComboBox()
        self.area.setAccessibleName(tr("Search area"))
        for value, text, tip in (
            ("index", tr("Whole index"), tr("Search everything in the voice index")),
            ("view", tr("Current map extent"), tr("Search only within the extent of the map")),
            (
                "selection",
                tr("Selected features"),
                tr("Search only within the polygons that are selected on the map"),
            ),
            ("layer", tr("Polygon layer"), tr("Search only within the polygons of a layer")),
        ):
            self.area.addItem(text, value)
            self.area.setItemData(self.area.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.area.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.layer = QgsMapLayerComboBox()
        self.layer.setFilters(POLYGON_LAYERS)
        self.layer.setAccessibleName(tr("Polygon layer to search within"))
        self.layer.setToolTip(tr("Search only within the polygons of this layer"))
        self.layer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.since = self._date(
            tr("Only imagery acquired on this day or later"), tr("Earliest acquisition date")
        )
        self.until = self._date(
            tr("Only imagery acquired on this day or earlier"), tr("Latest acquisition date")
        )
        self.hits = QSpinBox()
        self.hits.setRange(1, MOST_HITS)
        self.hits.setAccessibleName(tr("Maximum number of places"))
        self.hits.setToolTip(tr("Maximum number of places to find, best matches first"))
        self.hits.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

        dates = QHBoxLayout()
        dates.setSpacing(4)
        dates.addWidget(self.since, 1)
        dates.addWidget(QLabel(tr("to")))
        dates.addWidget(self.until, 1)
        layout = QGridLayout(self)
        layout.setColumnStretch(1, 1)
        layout.setVerticalSpacing(theme.gap(self))
        for row, (text, field) in enumerate(
            (
                (tr("&Where"), self.area),
                ("", self.layer),
                (tr("&Dates"), dates),
                (tr("&Places"), self.hits),
            )
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
        # QGIS shows everything in the box when it is expanded.
        self.collapsedStateChanged.connect(lambda _collapsed: self._show_filters())
        self.area.currentIndexChanged.connect(self._on_area)
        self.layer.layerChanged.connect(self._on_changed)
        self.since.dateChanged.connect(self._on_changed)
        self.until.dateChanged.connect(self._on_changed)
        self.hits.valueChanged.connect(self._on_hits)
        QgsProject.instance().layersAdded.connect(self._except_ours)
        self._except_ours()
        self._show_filters()

    @property
    def chosen(self) -> ChosenFilters:
        """The filters as they are set now."""
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
        """Why nothing can be found with these filters; None if something can."""
        chosen = self.chosen
        if chosen.since and chosen.until and chosen.since > chosen.until:
            return StatusMessage(
                tr("The first date is after the last date."), tr("Change the dates under Filters.")
            )
        return None

    def end(self) -> None:
        """Disconnect from the project."""
        QgsProject.instance().layersAdded.disconnect(self._except_ours)

    def _restore(self) -> None:
        self.area.setCurrentIndex(max(0, self.area.findData(self._settings.area)))
        self.hits.setValue(self._settings.hits)

    def _date(self, tip: str, name: str) -> QgsDateEdit:
        edit = QgsDateEdit()
        edit.setAllowNull(True)
        edit.setNullRepresentation(tr("any"))
        edit.setDisplayFormat(formatting.date_format())
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
        self._show_filters()
        self.changed.emit()

    def _show_filters(self) -> None:
        """Show what belongs to the filters; the title summarises them while the box is collapsed."""
        chosen = self.chosen
        self.layer.setVisible(chosen.area == "layer")
        self.area.setToolTip(
            str(self.area.itemData(self.area.currentIndex(), Qt.ItemDataRole.ToolTipRole))
        )
        summary = self._summary(chosen)
        self.set_title(tr("Filters: {summary}").format(summary=summary))
        self.setAccessibleDescription(summary)
        tip = tr("Search area, acquisition dates and number of places")
        self.setToolTip(f"{summary}\n{tip}")

    def _summary(self, chosen: ChosenFilters) -> str:
        area = self.area.currentText()
        if chosen.area == "layer" and chosen.layer is not None:
            area = chosen.layer.name()
        first, last = formatting.day(chosen.since), formatting.day(chosen.until)
        if first and last:
            return tr("{area}, {first} to {last}").format(area=area, first=first, last=last)
        if first:
            return tr("{area}, from {first}").format(area=area, first=first)
        if last:
            return tr("{area}, until {last}").format(area=area, last=last)
        return area

    def _except_ours(self, _layers: list[QgsMapLayer] | None = None) -> None:
        """Leave our own layers out of the choice: searching within results is seldom meant."""
        from ...layers.group import our_layers

        self.layer.setExceptedLayerList(our_layers(QgsProject.instance()))


def _day(edit: QgsDateEdit) -> str | None:
    date = edit.date()
    if edit.isNull() or not date.isValid():
        return None
    return str(date.toString(Qt.DateFormat.ISODate))
