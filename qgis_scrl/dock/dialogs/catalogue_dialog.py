"""Searching a STAC catalogue for images to index where they lie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsMapSettings, QgsProject
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ...contract import GeoJson, ProgressReport, methods
from ...engine_client import EngineClient
from ...errors import EngineError
from ...help import Topic
from ...layers.catalogue_images import found_in_words
from ...layers.search_areas import NoArea, view_area
from ...settings import Settings
from ...translation import tr, tr_later
from ..engine_requests import EngineRequests
from ..widgets import formatting, theme
from ..widgets.announcing import LiveLabel
from ..widgets.filters_panel import DateField
from ..widgets.flow_layout import FlowLayout
from ..widgets.help_button import add_help

#: More would hardly be looked through, and make a build of weeks.
MOST_IMAGES = 1000
_COLUMNS = (
    tr_later("Date"),
    tr_later("Clouds"),
    tr_later("Collection"),
    tr_later("File size"),
    tr_later("Pixel size"),
    tr_later("Item"),
)
_NOWHERE = QModelIndex()


class _ImageModel(QAbstractTableModel):
    """Images with check boxes; texts are made when they are seen, so that many images take no time.

    Signals:
        ticked(): Other images are ticked than before.
    """

    ticked = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._images: list[methods.CatalogueImage] = []
        self._left_out: set[methods.CatalogueImage] = set()
        self._texts: dict[methods.CatalogueImage, tuple[str, ...]] = {}
        self._sorted = 0, Qt.SortOrder.DescendingOrder

    @property
    def checked(self) -> list[methods.CatalogueImage]:
        """The ticked images, as they are sorted."""
        return [image for image in self._images if image not in self._left_out]

    def show(self, images: Sequence[methods.CatalogueImage]) -> None:
        """Show these images and no others, ticked."""
        self.beginResetModel()
        self._images, self._left_out, self._texts = list(images), set(), {}
        self.endResetModel()
        self.sort(*self._sorted)

    def check_all(self, on: bool) -> None:
        """Tick all images, or none."""
        self._left_out = set() if on else set(self._images)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._images) - 1, 0))
        self.ticked.emit()

    def rowCount(self, parent: QModelIndex = _NOWHERE) -> int:  # noqa: N802
        """Return the number of images."""
        return 0 if parent.isValid() else len(self._images)

    def columnCount(self, parent: QModelIndex = _NOWHERE) -> int:  # noqa: N802
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return the titles of the columns."""
        shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return tr(_COLUMNS[section]) if shown else None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Return that the first column has check boxes."""
        plain = super().flags(index)
        return plain if index.column() else plain | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is to be seen of an image."""
        image = self._images[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            if image not in self._texts:
                self._texts[image] = _texts(image)
            return self._texts[image][index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return image.uri
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            out = image in self._left_out
            return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked
        return None

    def setData(  # noqa: N802
        self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tick or untick an image."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        image = self._images[index.row()]
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._left_out.discard(image)
        else:
            self._left_out.add(image)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by what a column means, and not by how that is written; what is unknown comes first."""
        self._sorted = column, order
        self.layoutAboutToBeChanged.emit()
        self._images.sort(
            key=lambda image: _order(image)[column], reverse=order == Qt.SortOrder.DescendingOrder
        )
        self.layoutChanged.emit()


def _texts(image: methods.CatalogueImage) -> tuple[str, ...]:
    cloud, size, pixel = image.cloud_percent, image.size_bytes, image.pixel_size_m
    unknown = tr("unknown")
    return (
        formatting.day(image.date) or unknown,
        unknown if cloud is None else formatting.percent(cloud / 100),
        image.collection or "",
        unknown if size is None else formatting.size(size),
        unknown if pixel is None else formatting.metres(pixel),
        image.item,
    )


def _order(image: methods.CatalogueImage) -> tuple[Any, ...]:
    cloud, size, pixel = image.cloud_percent, image.size_bytes, image.pixel_size_m
    return (
        str(image.date or ""),
        -1.0 if cloud is None else cloud,
        image.collection or "",
        -1 if size is None else size,
        -1.0 if pixel is None else pixel,
        image.item,
    )


class CatalogueDialog(QDialog):
    """Searches a catalogue; what is chosen of it is added to the imagery of an index.

    Args:
        client: The engine: it searches.
        settings: The catalogues searched last.
        view: What the map shows.
        project: Its transforms.

    Signals:
        chosen(object): Add these :class:`CatalogueImage`, a list.
    """

    chosen = pyqtSignal(object)

    def __init__(
        self,
        client: EngineClient,
        settings: Settings,
        view: QgsMapSettings,
        project: QgsProject,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Images of a catalogue (STAC)"))
        self._requests = EngineRequests(client, self)
        self._settings = settings
        self._view = view
        self._project = project

        form = self._conditions()
        self.search_button = theme.button(
            tr("Search"), tr("Search the catalogue for images (Enter)"), self._search
        )
        self.cancel_button = theme.button(
            tr("Cancel"), tr("Stop searching"), self._cancel, name=tr("Stop searching")
        )
        self.busy = theme.busy_bar(6)
        self.busy.setAccessibleName(tr("Progress"))
        self.status = LiveLabel(tr("Enter the address of a catalogue and press Search."))
        theme.selectable(self.status)
        self.status.setAccessibleName(tr("Status"))
        self.found = _ImageModel(self)
        self.images = self._image_list()
        self.all_button = theme.button(
            tr("Select all"), tr("Select all images"), lambda: self.found.check_all(True)
        )
        self.none_button = theme.button(
            tr("Select none"), tr("Select no image"), lambda: self.found.check_all(False)
        )
        self.selected = QLabel()
        self.selected.setAccessibleName(tr("Selected images"))
        # In the middle of the buttons' line.
        self.selected.setMinimumHeight(self.all_button.sizeHint().height())
        self.notes = theme.MutedLabel()
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notes.setAccessibleName(tr("Licences and notes"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.add_button = buttons.addButton(tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.add_button.setToolTip(
            tr("Add the selected images to the imagery of the index; they stay where they are")
        )
        buttons.accepted.connect(self._add)
        buttons.rejected.connect(self.reject)
        add_help(self, buttons, Topic.CATALOGUE)

        search = theme.pack(
            QHBoxLayout(), self.status, self.search_button, self.cancel_button, wide=self.status
        )
        choose = theme.pack(
            FlowLayout(), self.all_button, self.none_button, self.selected, spacing=theme.gap(self)
        )
        parts = (form, search, self.busy, self.images, choose, self.notes, buttons)
        theme.pack(QVBoxLayout(self), *parts, wide=self.images, margin=None)
        for changed in (
            self.address.editTextChanged, self.area.currentIndexChanged, self.since.dateChanged,
            self.until.dateChanged, self.limit_cloud.toggled, self.cloud.valueChanged,
            self.collections.textChanged, self.limit.valueChanged,
        ):  # fmt: skip
            changed.connect(lambda _value: self._on_conditions())
        self.found.ticked.connect(self._enable)
        self.search_button.setDefault(True)
        self._enable()
        self.resize(self.fontMetrics().size(0, "x" * 84 + "\n" * 30))

    # --- parts of the dialog ---------------------------------------------------------------------

    def _conditions(self) -> QFormLayout:
        self.address = QComboBox()
        self.address.setEditable(True)
        self.address.addItems(self._settings.recent_catalogues)
        self.address.setMinimumContentsLength(20)
        self.address.setAccessibleName(tr("Address of the catalogue"))
        self.address.setToolTip(
            tr("Address of a STAC API or of a static catalogue, or the path of a file catalog.json")
        )
        self.area = QComboBox()
        for where, text in (("view", tr("Current map extent")), ("all", tr("Whole catalogue"))):
            self.area.addItem(text, where)
        self.area.setAccessibleName(tr("Search area"))
        self.area.setToolTip(tr("Where the images lie, at least in part"))
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
        dates = theme.pack(QHBoxLayout(), self.since, QLabel(tr("to")), self.until)
        dates.addStretch(1)
        self.limit_cloud = QCheckBox(tr("At most"))
        self.limit_cloud.setAccessibleName(tr("Limit the cloud cover"))
        self.limit_cloud.setToolTip(
            tr(
                "Leave cloudier images out; those that do not say how many clouds they have are kept"
            )
        )
        self.cloud = QSpinBox()
        self.cloud.setRange(0, 100)
        self.cloud.setValue(20)
        self.cloud.setSuffix(tr("{number}%").format(number=""))
        self.cloud.setAccessibleName(tr("Maximum cloud cover"))
        self.cloud.setToolTip(tr("Maximum share of an image that clouds cover"))
        self.cloud.setEnabled(False)
        self.limit_cloud.toggled.connect(self.cloud.setEnabled)
        clouds = theme.pack(QHBoxLayout(), self.limit_cloud, self.cloud)
        clouds.addStretch(1)
        self.collections = QLineEdit()
        theme.readable_placeholder(self.collections, tr("all"))
        self.collections.setAccessibleName(tr("Collections"))
        self.collections.setToolTip(
            tr("IDs of the collections to look in, separated by commas; empty: all")
        )
        self.limit = QSpinBox()
        self.limit.setRange(1, MOST_IMAGES)
        self.limit.setValue(methods.SearchCatalogueParams.limit)
        self.limit.setAccessibleName(tr("Maximum number of images"))
        self.limit.setToolTip(tr("Maximum number of images to list"))
        theme.calm_wheel(self.area, self.cloud, self.limit)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for text, field, buddy in (
            (tr("&Catalogue"), self.address, self.address),
            (tr("A&rea"), self.area, self.area),
            (tr("&Dates"), dates, self.since),
            (tr("C&louds"), clouds, self.limit_cloud),
            (tr("C&ollections"), self.collections, self.collections),
            (tr("&Images"), self.limit, self.limit),
        ):
            label = QLabel(text)
            label.setBuddy(buddy)
            form.addRow(label, field)
        return form

    def _image_list(self) -> QTreeView:
        made = QTreeView()
        made.setModel(self.found)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setAlternatingRowColors(True)
        made.setSortingEnabled(True)
        made.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        # Columns are as wide as what is seen of them needs.
        made.header().setResizeContentsPrecision(0)
        made.setAccessibleName(tr("Images found"))
        made.setToolTip(tr("Ticked images will be added; Space ticks or unticks one"))
        # The check box is in the first column, and Space is for the current one.
        made.selectionModel().currentChanged.connect(
            lambda index, _before: made.setCurrentIndex(index.siblingAtColumn(0))
        )
        return made

    # --- what is chosen --------------------------------------------------------------------------

    @property
    def params(self) -> methods.SearchCatalogueParams:
        """What is wanted of the catalogue.

        Raises:
            NoArea: The map shows nothing that lies on the globe.
        """
        area: GeoJson | None = None
        if self.area.currentData() == "view":
            area = view_area(self._view, self._project)
        since, until = self.since.day, self.until.day
        return methods.SearchCatalogueParams(
            self.address.currentText().strip(),
            area,
            since.isoformat() if since else None,
            until.isoformat() if until else None,
            float(self.cloud.value()) if self.limit_cloud.isChecked() else None,
            tuple(name.strip() for name in self.collections.text().split(",") if name.strip()),
            self.limit.value(),
        )

    @property
    def checked(self) -> list[methods.CatalogueImage]:
        """The chosen images, as they are sorted."""
        return self.found.checked

    def _on_conditions(self) -> None:
        # Enter searches, until the images that were found are looked at.
        self.search_button.setDefault(True)
        self._enable()

    # --- the search ------------------------------------------------------------------------------

    def _search(self) -> None:
        since, until = self.since.day, self.until.day
        if since and until and since > until:
            self.status.setText(tr("The first date is after the last date."))
            self.since.setFocus()
            return
        try:
            asked = self.params
        except NoArea as error:
            advice = tr(
                "Choose “Whole catalogue”, or close this window and show a place on the map."
            )
            self.status.setText(f"{error.sentence} {advice}")
            return
        if not asked.catalogue:
            return
        request = self._requests.ask(
            "search", methods.SEARCH_CATALOGUE, asked, self._on_found, self._on_failed
        )
        request.progressed.connect(self._on_progress)
        self.busy.setRange(0, 0)
        self.status.setText(tr("Searching the catalogue"))
        self._enable()

    def _cancel(self) -> None:
        self._requests.give_up("search")
        self.status.setText(tr("The search was stopped."))
        self._enable()
        self.search_button.setFocus()

    def _on_progress(self, report: ProgressReport) -> None:
        if self._requests.running("search"):
            self.status.setText(formatting.progress(report))

    def _on_failed(self, error: EngineError) -> None:
        self.status.setText(error.text)
        self._enable()

    def _on_found(self, found: methods.SearchCatalogueResult) -> None:
        self._remember(self.address.currentText().strip())
        self.found.show(found.images)
        for column in range(len(_COLUMNS)):
            self.images.resizeColumnToContents(column)
        text = tr("%n image(s) found.", n=len(found.images))
        if not found.images:
            advice = tr("Choose a larger area, other dates or more clouds, and search again.")
            text = f"{text} {advice}"
        self.status.setText(text)
        self.notes.setText("\n".join(found_in_words(found)))
        self._enable()
        if found.images:
            self.images.setCurrentIndex(self.found.index(0, 0))
            self.images.setFocus()
            self.add_button.setDefault(True)

    def _remember(self, address: str) -> None:
        self._settings.remember_catalogue(address)
        self.address.clear()
        self.address.addItems(self._settings.recent_catalogues)

    def _enable(self) -> None:
        searching = self._requests.running("search") is not None
        self.busy.setVisible(searching)
        self.cancel_button.setVisible(searching)
        self.search_button.setVisible(not searching)
        self.search_button.setEnabled(bool(self.address.currentText().strip()))
        has_images = self.found.rowCount() > 0
        self.all_button.setEnabled(has_images)
        self.none_button.setEnabled(has_images)
        self.notes.setVisible(bool(self.notes.text()))
        checked = self.checked
        sizes = [image.size_bytes for image in checked if image.size_bytes is not None]
        text = tr("%n image(s) selected", n=len(checked)) if has_images else ""
        if sizes and len(sizes) == len(checked):
            text = tr("{images}, {size}").format(images=text, size=formatting.size(sum(sizes)))
        self.selected.setText(text)
        self.add_button.setEnabled(bool(checked) and not searching)

    def _add(self) -> None:
        self.chosen.emit(self.checked)
        self.accept()

    def done(self, result: int) -> None:
        """Close; a running search is cancelled."""
        self._requests.end()
        super().done(result)
