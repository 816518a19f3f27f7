"""Building a voice index, or adding to one: which imagery, which ground sizes, what it will take."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from qgis.gui import (
    QgsDateEdit,
    QgsFileWidget,
    QgsProjectionSelectionWidget,
)
from qgis.PyQt.QtCore import QDate, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ... import texts
from ...compat import crs_text
from ...contract import BuildEstimate, IndexInfo, SourceFailure, SourceOptions, methods
from ...engine_client import EngineClient, Request
from ...errors import EngineError
from ...layers.raster_layers import RasterChoice, raster_choices
from ...paths import exists
from ...settings import Settings
from ..widgets import formatting, theme
from ..widgets.collapsible_section import CollapsibleSection
from ..widgets.file_dialogs import choose_files, choose_folder
from ..widgets.ground_sizes import GroundSizes

RASTER_FILTER = (
    "Images (*.tif *.tiff *.vrt *.jp2 *.img *.gpkg *.png *.jpg *.jpeg *.ecw *.asc *.nc);;"
    "All files (*)"
)
_ENDING = ".scrl"
_PATH_ROLE = Qt.ItemDataRole.UserRole
_CRS_ROLE = Qt.ItemDataRole.UserRole + 1
_FAILURES_SHOWN = 4
#: Of a folder, in bytes, whatever the file system.
_LONGEST_NAME = 255


class NewIndexDialog(QDialog):
    """Asks what a voice index is to be built of.

    Args:
        client: The engine: describes rasters and estimates.
        settings: Where indexes are put, which sizes are wanted otherwise.
        project: Its raster layers are offered.
        add_to: The index to add to; None builds a new one.

    Signals:
        build_wanted(object, object, str): The method that builds, its parameters, name of the index.
    """

    build_wanted = pyqtSignal(object, object, str)

    def __init__(
        self,
        client: EngineClient,
        settings: Settings,
        project: QgsProject,
        parent: QWidget | None = None,
        add_to: IndexInfo | None = None,
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._settings = settings
        self._add_to = add_to
        self._describing: Request | None = None
        self._estimating: Request | None = None
        self._has_failed = False
        self._taken_crs = ""
        self._name_touched = False
        self._sized = False
        name = Path(add_to.path).stem if add_to else ""
        self.setWindowTitle(f"Add imagery to {name}" if add_to else "New voice index")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        page = QWidget()
        parts = QVBoxLayout(page)
        parts.setContentsMargins(2, 2, 8, 2)
        parts.addWidget(self._imagery(project))
        self.sizes = GroundSizes()
        if add_to is None:
            parts.addWidget(self._looking_for())
        parts.addWidget(self._untold())
        if add_to is None:
            parts.addWidget(self._place())
        parts.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)

        self.estimate = QLabel()
        self.estimate.setWordWrap(True)
        self.estimate.setAccessibleName("What the build will take")
        bold = self.estimate.font()
        bold.setBold(True)
        self.estimate.setFont(bold)
        self.problems = theme.MutedLabel()
        self.problems.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problems.setAccessibleName("What is left out, and why")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.build_button = self.buttons.addButton(
            "Add" if add_to else "Build", QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.build_button.setDefault(True)
        self.build_button.setToolTip(
            "Begin; QGIS stays usable, and you can search what is done so far"
        )
        self.buttons.accepted.connect(self._on_build)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.estimate)
        layout.addWidget(self.problems)
        layout.addWidget(self.buttons)

        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(250)
        self._soon.timeout.connect(self._ask)
        self.list.itemChanged.connect(self._on_list)
        self.sizes.changed.connect(self._on_changed)
        client.state_changed.connect(self._on_engine)
        if settings.ground_sizes_m:
            self.sizes.set_sizes(settings.ground_sizes_m)
        self._page = page
        self._on_imagery()

    # --- what is chosen --------------------------------------------------------------------------

    @property
    def inputs(self) -> list[str]:
        """Paths of the ticked imagery."""
        return [
            str(item.data(_PATH_ROLE))
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked and item.data(_PATH_ROLE)
        ]

    @property
    def folder(self) -> Path:
        """Folder of the index to be built."""
        name = self.name.text().strip()
        name = name[: -len(_ENDING)] if name.lower().endswith(_ENDING) else name
        return Path(self.place.filePath()).expanduser() / f"{name}{_ENDING}"

    @property
    def options(self) -> SourceOptions:
        """What is said of rasters that do not tell."""
        day = None if self.date.isNull() else self.date.date()
        bands = tuple(int(number) for number in re.findall(r"\d+", self.bands.text()))
        return SourceOptions(
            crs=crs_text(self.crs.crs()) or None,
            bands=bands or None,
            date=day.toPyDate() if day is not None and day.isValid() else None,
        )

    @property
    def params(self) -> methods.BuildIndexParams | methods.AddToIndexParams:
        """Parameters of the method that builds."""
        inputs = tuple(self.inputs)
        if self._add_to is not None:
            return methods.AddToIndexParams(self._add_to.path, inputs, self.options)
        sizes = tuple(self.sizes.sizes)
        return methods.BuildIndexParams(str(self.folder), inputs, sizes, options=self.options)

    @property
    def problem(self) -> str:
        """Why it cannot be built so; empty if it can."""
        if not self.inputs:
            return "Tick at least one image, or add files or a folder."
        bands = re.findall(r"\d+", self.bands.text())
        if self.bands.text().strip() and len(bands) not in (1, 3):
            return "Give one or three band numbers, such as 4 3 2."
        if self._add_to is not None:
            return ""
        if not self.sizes.sizes:
            return "Tick at least one ground size."
        name = self.name.text().strip()
        if not name:
            return "Give the index a name."
        if re.search(r'[<>:"/\\|?*\x00-\x1f]', name) or name.strip(".") == "":
            return 'The name may not hold any of < > : " / \\ | ? *'
        if not self.place.filePath().strip():
            return "Choose the folder that the index is put into."
        if len(self.folder.name.encode()) > _LONGEST_NAME:
            return "The name is too long. Shorten it."
        if exists(self.folder):
            return f"{self.folder.name} exists there already. Choose another name."
        return ""

    def add_paths(self, paths: Sequence[str]) -> None:
        """Add files or folders to the list, ticked."""
        known = {str(item.data(_PATH_ROLE)) for item in self._items()}
        for path in paths:
            if path and path not in known:
                name = Path(path).name or path
                item = self._item(f"{name}/ (folder)" if Path(path).is_dir() else name, path)
                item.setToolTip(path)
                self.list.addItem(item)
        self._on_list()

    # --- parts of the dialog ---------------------------------------------------------------------

    def _imagery(self, project: QgsProject) -> QWidget:
        box = QGroupBox("Imagery")
        self.list = QListWidget()
        self.list.setAccessibleName("Imagery")
        self.list.setToolTip("Ticked layers, files and folders become searchable")
        self.list.setFixedHeight(self.fontMetrics().height() * 7)
        for choice in raster_choices(project):
            self.list.addItem(self._layer_item(choice))
        files = self._button("Add files...", "Add image files that are not in the project")
        files.clicked.connect(self._add_files)
        folder = self._button("Add a folder...", "Add all images of a folder and its subfolders")
        folder.clicked.connect(self._add_folder)
        row = QHBoxLayout()
        row.addWidget(files)
        row.addWidget(folder)
        row.addStretch(1)
        layout = QVBoxLayout(box)
        layout.addWidget(self.list)
        layout.addLayout(row)
        return box

    def _looking_for(self) -> QWidget:
        box = QGroupBox("Size of what you look for")
        layout = QVBoxLayout(box)
        layout.addWidget(self.sizes)
        return box

    def _untold(self) -> QWidget:
        box = CollapsibleSection("Rasters that do not tell")
        box.setToolTip("What is true of images that do not say it themselves")
        self.crs = QgsProjectionSelectionWidget()
        self.crs.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
        self.crs.setCrs(QgsCoordinateReferenceSystem())
        self.crs.setAccessibleName("Coordinate system of rasters without one")
        self.crs.setToolTip("Coordinate system of rasters that have none of their own")
        self.crs.crsChanged.connect(lambda _crs: self._on_imagery())
        self.date = QgsDateEdit()
        self.date.setAllowNull(True)
        self.date.setNullRepresentation("unknown")
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setCalendarPopup(True)
        self.date.setDate(QDate())
        self.date.clear()
        self.date.setAccessibleName("Acquisition date of rasters without one")
        self.date.setToolTip("When rasters that do not say it were taken")
        self.date.dateChanged.connect(lambda _date: self._on_imagery())
        self.bands = QLineEdit()
        self.bands.setPlaceholderText("as the image says")
        self.bands.setAccessibleName("Bands to show")
        self.bands.setToolTip("One band for grey, or three for red, green, blue: 4 3 2")
        self.bands.textChanged.connect(lambda _text: self._on_imagery())
        theme.calm_wheel(self.date)
        form = QFormLayout(box)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow("&Coordinate system", self.crs)
        form.addRow("&Taken on", self.date)
        form.addRow("&Bands", self.bands)
        return box

    def _place(self) -> QWidget:
        box = QGroupBox("Voice index")
        self.name = QLineEdit()
        self.name.setAccessibleName("Name of the voice index")
        self.name.setToolTip("Under this name you choose it in the dock")
        self.name.textEdited.connect(self._on_name_edited)
        self.name.textChanged.connect(lambda _text: self._on_changed())
        self.place = QgsFileWidget()
        self.place.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.place.setFilePath(self._settings.index_folder)
        self.place.setAccessibleName("Folder for the voice index")
        self.place.setToolTip("The index holds no imagery; it needs far less room")
        self.place.fileChanged.connect(lambda _path: self._on_changed())
        form = QFormLayout(box)
        form.addRow("&Name", self.name)
        form.addRow("&Folder", self.place)
        return box

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return button

    def _layer_item(self, choice: RasterChoice) -> QListWidgetItem:
        item = self._item(choice.name, choice.path)
        item.setData(_CRS_ROLE, choice.crs)
        item.setToolTip(choice.problem or choice.path)
        if not choice.usable:
            # Said in the line itself: a tooltip of a disabled line is seldom found.
            item.setText(f"{choice.name} {choice.reason}")
            item.setFlags(Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, choice.problem)
        return item

    def _item(self, text: str, path: str) -> QListWidgetItem:
        item = QListWidgetItem(text)
        item.setData(_PATH_ROLE, path)
        item.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
        )
        item.setCheckState(Qt.CheckState.Checked)
        return item

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _add_files(self) -> None:
        choose_files(self, "Add images", self._start_folder(), self.add_paths, RASTER_FILTER)

    def _add_folder(self) -> None:
        choose_folder(
            self,
            "Add a folder of images",
            self._start_folder(),
            lambda path: self.add_paths([path]),
        )

    def _start_folder(self) -> str:
        paths = self.inputs
        return str(Path(paths[-1]).parent) if paths else QgsProject.instance().homePath()

    # --- what happens ----------------------------------------------------------------------------

    def _on_name_edited(self, _text: str) -> None:
        self._name_touched = True

    def _on_list(self, _item: object = None) -> None:
        """Other imagery: what was taken from a layer may not be true of it."""
        taken, self._taken_crs = self._taken_crs, ""
        if taken and taken == crs_text(self.crs.crs()):
            self.crs.blockSignals(True)
            self.crs.setCrs(QgsCoordinateReferenceSystem())
            self.crs.blockSignals(False)
        self._on_imagery()

    def _on_imagery(self, _item: object = None) -> None:
        """Other imagery: suggest a name, look at it, estimate anew."""
        if self._add_to is None and not self._name_touched:
            inputs = self.inputs
            self.name.setText(Path(inputs[0]).stem if inputs else "")
        self._forget(describing=True)
        self._on_changed()

    def _on_changed(self) -> None:
        self._forget(describing=False)
        self._has_failed = False
        problem = self.problem
        self.build_button.setEnabled(not problem)
        self.estimate.setText(problem or "Estimating...")
        if self.inputs:
            self._soon.start()

    def _forget(self, describing: bool) -> None:
        """Give up what was asked about another choice."""
        if describing and self._describing is not None:
            request, self._describing = self._describing, None
            request.cancel()
            self.problems.clear()
        if describing:
            self._described_for: methods.DescribeSourcesParams | None = None
        if self._estimating is not None:
            request, self._estimating = self._estimating, None
            request.cancel()

    def _ask(self) -> None:
        """Look at the imagery, if that was not done, and estimate."""
        asked = methods.DescribeSourcesParams(tuple(self.inputs), self.options)
        if not asked.inputs:
            return
        if self._described_for != asked and self._describing is None:
            self._described_for = asked
            request = self._client.request(methods.DESCRIBE_SOURCES, asked)
            self._describing = request
            request.finished.connect(lambda result: self._on_described(request, result))
            request.failed.connect(lambda error: self._on_described_failed(request, error))
            return
        if self._describing is None and not self.problem:
            self._ask_estimate()

    def _on_described(self, request: Request, result: methods.DescribeSourcesResult) -> None:
        if request is not self._describing:
            return
        self._describing = None
        if self._take_project_crs(result.failed):
            return
        self._say_failed(result.failed)
        if result.sources:
            sizes = Counter(source.suggested_ground_size_m for source in result.sources)
            self.sizes.suggest(sizes.most_common(1)[0][0])
            self._on_changed()
        elif result.failed:
            self.estimate.setText("None of this imagery can be used.")
            self.build_button.setEnabled(False)

    def _take_project_crs(self, failed: Sequence[SourceFailure]) -> bool:
        """Take the coordinate system that the user has given layers whose files have none.

        It is told for all that have none: if they have several, or one is not known, none is taken.
        """
        if self.crs.crs().isValid():
            return False
        nameless = {entry.source for entry in failed if entry.failure.code == "no-crs"}
        told = {
            str(item.data(_PATH_ROLE)): str(item.data(_CRS_ROLE) or "")
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked
        }
        known = {told.get(path, "") for path in nameless}
        if len(known) != 1 or not all(known):
            return False
        self._taken_crs = known.pop()
        self.crs.setCrs(QgsCoordinateReferenceSystem(self._taken_crs))
        return True

    def _on_described_failed(self, request: Request, error: EngineError) -> None:
        if request is self._describing:
            self._describing = None
            self._say_failure(error)

    def _ask_estimate(self) -> None:
        params = methods.EstimateBuildParams(
            tuple(self.inputs),
            tuple(self._add_to.ground_sizes_m if self._add_to else self.sizes.sizes),
            self._add_to.overlap if self._add_to else 0.0,
            self.options,
        )
        request = self._client.request(methods.ESTIMATE_BUILD, params)
        self._estimating = request
        request.finished.connect(lambda estimate: self._on_estimated(request, estimate))
        request.failed.connect(lambda error: self._on_estimate_failed(request, error))

    def _on_estimated(self, request: Request, estimate: BuildEstimate) -> None:
        if request is not self._estimating:
            return
        self._estimating = None
        self._say_failed(estimate.failed)
        if not self.problem:
            self.estimate.setText(
                f"About {formatting.count(estimate.tiles, 'tile')}, "
                f"{formatting.duration(estimate.seconds)}, {formatting.size(estimate.bytes)} on the disk."
            )
            self.build_button.setEnabled(estimate.tiles > 0)
            if not estimate.tiles:
                self.estimate.setText("This makes no tile. Choose other imagery or ground sizes.")

    def _on_estimate_failed(self, request: Request, error: EngineError) -> None:
        if request is self._estimating:
            self._estimating = None
            self._say_failure(error)

    def _on_engine(self, state: str) -> None:
        """Ask once more what an engine that has come back was asked before."""
        if state == "ready" and self._has_failed:
            self._on_imagery()

    def _say_failure(self, error: EngineError) -> None:
        if not error.is_cancelled:
            self._has_failed = True
            self.estimate.setText(error.text)

    def _say_failed(self, failed: Sequence[SourceFailure]) -> None:
        lines = [f"Left out: {texts.sentence(f.failure)}" for f in failed[:_FAILURES_SHOWN]]
        if len(failed) > _FAILURES_SHOWN:
            lines.append(f"and {len(failed) - _FAILURES_SHOWN} more.")
        self.problems.setText("\n".join(lines))
        self.problems.setVisible(bool(lines))

    def _on_build(self) -> None:
        if self.problem:
            self._on_changed()
            return
        method = methods.ADD_TO_INDEX if self._add_to else methods.BUILD_INDEX
        params = self.params
        name = Path(params.index).stem
        if self._add_to is None:
            try:
                self.folder.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                reason = error.strerror or "unknown reason"
                self.estimate.setText(
                    f"The folder {self.folder.parent} cannot be made ({reason}). Choose another one."
                )
                return
        self._forget(describing=True)
        self.build_wanted.emit(method, params, name)
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Be as large as the content wants, if the screen has room for it."""
        super().showEvent(event)
        if not self._sized:
            self._sized = True
            self.resize(self.fontMetrics().averageCharWidth() * 82, self.height())
            # Folded boxes know how high they are only once they have been shown.
            QTimer.singleShot(0, self._fit)

    def _fit(self) -> None:
        self.layout().activate()
        line = self.fontMetrics().height()
        missing = self._page.sizeHint().height() - self._page.parentWidget().height() + 2 * line
        room = self.screen().availableGeometry().size() * 0.9
        self.resize(QSize(self.width(), self.height() + missing).boundedTo(room))

    def done(self, result: int) -> None:
        """Close; what was asked for is not needed any more."""
        self._soon.stop()
        self._forget(describing=True)
        super().done(result)
