"""The filters of a search: area and dates, and how many places are wanted."""

from __future__ import annotations

from datetime import date

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgsDateEdit, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QDate, Qt
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
from ...contract import Filters
from ...layers.group import our_layers
from ...settings import MOST_HITS, Settings
from ...translation import tr
from . import formatting, theme
from .collapsible_section import CollapsibleSection
from .status_banner import StatusMessage


class DateField(QgsDateEdit):
    """A date field that may be empty.

    Args:
        none: Shown while it is empty.
        name: For screen readers.
        tip: Tooltip.
    """

    def __init__(self, none: str, name: str, tip: str) -> None:
        super().__init__()
        self.setAllowNull(True)
        self.setNullRepresentation(none)
        self.setDisplayFormat(formatting.date_format())
        self.setCalendarPopup(True)
        self.setDate(QDate())
        self.clear()
        self.setToolTip(tip)
        self.setAccessibleName(name)
        theme.calm_wheel(self)

    @property
    def day(self) -> date | None:
        """The chosen date; None if the field is empty."""
        chosen = self.date()
        return None if self.isNull() or not chosen.isValid() else chosen.toPyDate()


class FiltersPanel(CollapsibleSection):
    """Area, dates and number of hits."""

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
        self.since = DateField(
            tr("any"),
            tr("Earliest acquisition date"),
            tr("Only imagery acquired on this day or later"),
        )
        self.until = DateField(
            tr("any"),
            tr("Latest acquisition date"),
            tr("Only imagery acquired on this day or earlier"),
        )
        for field in (self.since, self.until):
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
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
            if field is dates:
                layout.addLayout(field, row, 1)
            else:
                layout.addWidget(field, row, 1)
        theme.calm_wheel(self.area, self.layer, self.hits)
        self.area.setCurrentIndex(max(0, self.area.findData(settings.area)))
        self.hits.setValue(settings.hits)
        # QGIS shows everything in the box when it is expanded.
        self.collapsedStateChanged.connect(lambda _collapsed: self._show_filters())
        self.area.currentIndexChanged.connect(self._on_area)
        self.layer.layerChanged.connect(lambda _layer: self._show_filters())
        self.since.dateChanged.connect(lambda _date: self._show_filters())
        self.until.dateChanged.connect(lambda _date: self._show_filters())
        self.hits.valueChanged.connect(self._on_hits)
        QgsProject.instance().layersAdded.connect(self._except_ours)
        self._except_ours()
        self._show_filters()

    @property
    def where(self) -> str:
        """Where to search: "index", "view", "selection" or "layer"."""
        return str(self.area.currentData())

    @property
    def polygons(self) -> QgsVectorLayer | None:
        """The chosen polygon layer, even if another area is searched; None if there is none."""
        layer = self.layer.currentLayer()
        return layer if isinstance(layer, QgsVectorLayer) else None

    @property
    def days(self) -> Filters:
        """The first and the last day of acquisition, without the area."""
        since, until = self.since.day, self.until.day
        return Filters(
            since=since.isoformat() if since else None, until=until.isoformat() if until else None
        )

    @property
    def problem(self) -> StatusMessage | None:
        """Why nothing can be found with these filters; None if something can."""
        since, until = self.since.day, self.until.day
        if since and until and since > until:
            return StatusMessage(
                tr("The first date is after the last date."), tr("Change the dates under Filters.")
            )
        return None

    def end(self) -> None:
        """Disconnect from the project."""
        QgsProject.instance().layersAdded.disconnect(self._except_ours)

    def _on_area(self) -> None:
        self._settings.area = self.where
        self._show_filters()

    def _on_hits(self, value: int) -> None:
        self._settings.hits = value

    def _show_filters(self) -> None:
        """Show what belongs to the filters; the title summarises them while the box is collapsed."""
        self.layer.setVisible(self.where == "layer")
        self.area.setToolTip(
            str(self.area.itemData(self.area.currentIndex(), Qt.ItemDataRole.ToolTipRole))
        )
        summary = self._summary()
        self.set_title(tr("Filters: {summary}").format(summary=summary))
        self.setAccessibleDescription(summary)
        tip = tr("Search area, acquisition dates and number of places")
        self.setToolTip(f"{summary}\n{tip}")

    def _summary(self) -> str:
        area = self.area.currentText()
        if self.where == "layer" and self.polygons is not None:
            area = self.polygons.name()
        first, last = formatting.day(self.since.day), formatting.day(self.until.day)
        if first and last:
            return tr("{area}, {first} to {last}").format(area=area, first=first, last=last)
        if first:
            return tr("{area}, from {first}").format(area=area, first=first)
        if last:
            return tr("{area}, until {last}").format(area=area, last=last)
        return area

    def _except_ours(self, _layers: list[QgsMapLayer] | None = None) -> None:
        """Leave our own layers out of the choice: searching within results is seldom meant."""
        self.layer.setExceptedLayerList(our_layers(QgsProject.instance()))
