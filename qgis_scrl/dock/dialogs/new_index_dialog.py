"""Building a voice index, or adding to one: imagery, ground sizes, and an estimate of the build."""

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
from ...translation import tr
from ..widgets import formatting, theme
from ..widgets.collapsible_section import CollapsibleSection
from ..widgets.file_dialogs import choose_files, choose_folder
from ..widgets.flow_layout import FlowLayout
from ..widgets.ground_sizes import GroundSizes

_RASTERS = "*.tif *.tiff *.vrt *.jp2 *.img *.gpkg *.png *.jpg *.jpeg *.ecw *.asc *.nc"
_ENDING = ".scrl"
_PATH_ROLE = Qt.ItemDataRole.UserRole
_CRS_ROLE = Qt.ItemDataRole.UserRole + 1
_FAILURES_SHOWN = 4
#: Of a folder, in bytes, whatever the file system.
_LONGEST_NAME = 255


class NewIndexDialog(QDialog):
    """Asks which imagery a voice index is built from, and how.

    Args:
        client: The engine: describes rasters and estimates builds.
        settings: The default folder and the default ground sizes.
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
        self.setWindowTitle(
            tr("Add imagery to {index}").format(index=name) if add_to else tr("New voice index")
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        page = QWidget()
        parts = QVBoxLayout(page)
        parts.setContentsMargins(2, 2, 8, 2)
        parts.addWidget(self._imagery_box(project))
        self.sizes = GroundSizes()
        if add_to is None:
            parts.addWidget(self._ground_sizes_box())
        parts.addWidget(self._missing_metadata_box())
        if add_to is None:
            parts.addWidget(self._destination_box())
        parts.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        bar = scroll.verticalScrollBar().sizeHint().width()
        scroll.setMinimumWidth(page.minimumSizeHint().width() + bar)
        self.estimate = QLabel()
        self.estimate.setWordWrap(True)
        self.estimate.setAccessibleName(tr("Build estimate"))
        bold = self.estimate.font()
        bold.setBold(True)
        self.estimate.setFont(bold)
        self.problems = theme.MutedLabel()
        self.problems.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problems.setAccessibleName(tr("Skipped images"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.build_button = self.buttons.addButton(
            tr("Add") if add_to else tr("Build"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.build_button.setDefault(True)
        self.build_button.setToolTip(
            tr("Start the build in the background; you can already search the finished tiles")
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
        """Paths of the checked imagery."""
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
        """The metadata to assume for rasters that have none."""
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
        """Why it cannot be built with these settings; empty if it can."""
        if not self.inputs:
            return tr("Select at least one image, or add files or a folder.")
        bands = re.findall(r"\d+", self.bands.text())
        if self.bands.text().strip() and len(bands) not in (1, 3):
            return tr("Enter one or three band numbers, such as 4 3 2.")
        if self._add_to is not None:
            return ""
        if not self.sizes.sizes:
            return tr("Select at least one ground size.")
        name = self.name.text().strip()
        if not name:
            return tr("Enter a name for the index.")
        if re.search(r'[<>:"/\\|?*\x00-\x1f]', name) or name.strip(".") == "":
            return tr("The name must not contain any of these characters: {characters}").format(
                characters='< > : " / \\ | ? *'
            )
        if not self.place.filePath().strip():
            return tr("Choose a folder for the index.")
        if len(self.folder.name.encode()) > _LONGEST_NAME:
            return tr("The name is too long.")
        if exists(self.folder):
            return tr("{name} already exists in this folder. Choose another name.").format(
                name=self.folder.name
            )
        return ""

    def add_paths(self, paths: Sequence[str]) -> None:
        """Add files or folders to the list, checked."""
        known = {str(item.data(_PATH_ROLE)) for item in self._items()}
        for path in paths:
            if path and path not in known:
                name = Path(path).name or path
                if Path(path).is_dir():
                    name = tr("{folder} (folder)").format(folder=name)
                item = self._item(name, path)
                item.setToolTip(path)
                self.list.addItem(item)
        self._on_list()

    # --- parts of the dialog ---------------------------------------------------------------------

    def _imagery_box(self, project: QgsProject) -> QWidget:
        box = QGroupBox(tr("Imagery"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Imagery"))
        self.list.setToolTip(tr("The selected layers, files and folders will be indexed"))
        self.list.setFixedHeight(self.fontMetrics().height() * 7)
        for choice in raster_choices(project):
            self.list.addItem(self._layer_item(choice))
        files = self._button(tr("Add files…"), tr("Add image files that are not in the project"))
        files.clicked.connect(self._add_files)
        folder = self._button(
            tr("Add folder…"), tr("Add all images in a folder and its subfolders")
        )
        folder.clicked.connect(self._add_folder)
        row = FlowLayout(theme.gap(self))
        row.addWidget(files)
        row.addWidget(folder)
        layout = QVBoxLayout(box)
        layout.addWidget(self.list)
        layout.addLayout(row)
        return box

    def _ground_sizes_box(self) -> QWidget:
        box = QGroupBox(tr("Object size"))
        layout = QVBoxLayout(box)
        layout.addWidget(self.sizes)
        return box

    def _missing_metadata_box(self) -> QWidget:
        box = CollapsibleSection(tr("Rasters with missing metadata"))
        box.setToolTip(tr("Values to use for images whose files do not contain them"))
        self.crs = QgsProjectionSelectionWidget()
        self.crs.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
        self.crs.setCrs(QgsCoordinateReferenceSystem())
        self.crs.setAccessibleName(tr("CRS of rasters without one"))
        self.crs.setToolTip(tr("CRS to assign to rasters without one"))
        self.crs.crsChanged.connect(lambda _crs: self._on_imagery())
        self.date = QgsDateEdit()
        self.date.setAllowNull(True)
        self.date.setNullRepresentation(tr("unknown"))
        self.date.setDisplayFormat(formatting.date_format())
        self.date.setCalendarPopup(True)
        self.date.setDate(QDate())
        self.date.clear()
        self.date.setAccessibleName(tr("Acquisition date of rasters without one"))
        self.date.setToolTip(tr("Acquisition date of rasters whose files do not contain one"))
        self.date.dateChanged.connect(lambda _date: self._on_imagery())
        self.bands = QLineEdit()
        self.bands.setPlaceholderText(tr("automatic"))
        self.bands.setAccessibleName(tr("Bands to use"))
        self.bands.setToolTip(
            tr("One band for grayscale, or three for red, green and blue, such as 4 3 2")
        )
        self.bands.textChanged.connect(lambda _text: self._on_imagery())
        theme.calm_wheel(self.date)
        form = QFormLayout(box)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("&CRS"), self.crs)
        form.addRow(tr("Acquisi&tion date"), self.date)
        form.addRow(tr("&Bands"), self.bands)
        return box

    def _destination_box(self) -> QWidget:
        box = QGroupBox(tr("Voice index"))
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the voice index"))
        self.name.setToolTip(tr("Name of the index in the Voice Search panel"))
        self.name.textEdited.connect(self._on_name_edited)
        self.name.textChanged.connect(lambda _text: self._on_changed())
        self.place = QgsFileWidget()
        self.place.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.place.setFilePath(self._settings.index_folder)
        self.place.setAccessibleName(tr("Folder for the voice index"))
        self.place.setToolTip(
            tr("The index does not contain the imagery itself, so it needs much less space")
        )
        self.place.fileChanged.connect(lambda _path: self._on_changed())
        form = QFormLayout(box)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("&Name"), self.name)
        form.addRow(tr("&Folder"), self.place)
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
            # In the row itself: a tooltip of a disabled row is seldom found.
            item.setText(choice.reason)
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
        kinds = tr("Images ({patterns});;All files (*)").format(patterns=_RASTERS)
        choose_files(self, tr("Add images"), self._start_folder(), self.add_paths, kinds)

    def _add_folder(self) -> None:
        choose_folder(
            self,
            tr("Add folder of images"),
            self._start_folder(),
            lambda path: self.add_paths([path]),
        )

    def _start_folder(self) -> str:
        paths = self.inputs
        return str(Path(paths[-1]).parent) if paths else QgsProject.instance().homePath()

    # --- requests and responses ------------------------------------------------------------------

    def _on_name_edited(self, _text: str) -> None:
        self._name_touched = True

    def _on_list(self, _item: object = None) -> None:
        """The imagery has changed: the CRS taken from a layer may not apply to it."""
        taken, self._taken_crs = self._taken_crs, ""
        if taken and taken == crs_text(self.crs.crs()):
            self.crs.blockSignals(True)
            self.crs.setCrs(QgsCoordinateReferenceSystem())
            self.crs.blockSignals(False)
        self._on_imagery()

    def _on_imagery(self, _item: object = None) -> None:
        """The imagery has changed: suggest a name, describe it, estimate anew."""
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
        self.estimate.setText(problem or tr("Estimating…"))
        if self.inputs:
            self._soon.start()

    def _forget(self, describing: bool) -> None:
        """Cancel requests about settings that have changed."""
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
        """Describe the imagery, unless that was done, and estimate the build."""
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
        self._show_skipped(result.failed)
        if result.sources:
            sizes = Counter(source.suggested_ground_size_m for source in result.sources)
            self.sizes.suggest(sizes.most_common(1)[0][0])
            self._on_changed()
        elif result.failed:
            self.estimate.setText(tr("None of these images can be used."))
            self.build_button.setEnabled(False)

    def _take_project_crs(self, failed: Sequence[SourceFailure]) -> bool:
        """Take the CRS that the user has assigned to layers whose files have none.

        It applies to all of them: if they have several, or one is not known, none is taken.
        """
        if self.crs.crs().isValid():
            return False
        without_crs = {entry.source for entry in failed if entry.failure.code == "no-crs"}
        assigned = {
            str(item.data(_PATH_ROLE)): str(item.data(_CRS_ROLE) or "")
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked
        }
        known = {assigned.get(path, "") for path in without_crs}
        if len(known) != 1 or not all(known):
            return False
        self._taken_crs = known.pop()
        self.crs.setCrs(QgsCoordinateReferenceSystem(self._taken_crs))
        return True

    def _on_described_failed(self, request: Request, error: EngineError) -> None:
        if request is self._describing:
            self._describing = None
            self._show_failure(error)

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
        self._show_skipped(estimate.failed)
        if self.problem:
            return
        self.build_button.setEnabled(estimate.tiles > 0)
        if estimate.tiles:
            text = tr("About %n tile(s), {duration}, {size} of disk space.", n=estimate.tiles)
            duration, size = formatting.duration(estimate.seconds), formatting.size(estimate.bytes)
            self.estimate.setText(text.format(duration=duration, size=size))
        else:
            self.estimate.setText(tr("There are no tiles. Choose other imagery or ground sizes."))

    def _on_estimate_failed(self, request: Request, error: EngineError) -> None:
        if request is self._estimating:
            self._estimating = None
            self._show_failure(error)

    def _on_engine(self, state: str) -> None:
        """Repeat the requests when an engine that stopped is ready again."""
        if state == "ready" and self._has_failed:
            self._on_imagery()

    def _show_failure(self, error: EngineError) -> None:
        if not error.is_cancelled:
            self._has_failed = True
            self.estimate.setText(error.text)

    def _show_skipped(self, failed: Sequence[SourceFailure]) -> None:
        skipped = tr("Skipped: {reason}")
        lines = [
            skipped.format(reason=texts.sentence(entry.failure))
            for entry in failed[:_FAILURES_SHOWN]
        ]
        if len(failed) > _FAILURES_SHOWN:
            lines.append(tr("%n more image(s) skipped", n=len(failed) - _FAILURES_SHOWN))
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
                text = tr("The folder {folder} cannot be created ({reason}). Choose another one.")
                reason = error.strerror or tr("unknown reason")
                self.estimate.setText(text.format(folder=self.folder.parent, reason=reason))
                return
        self._forget(describing=True)
        self.build_wanted.emit(method, params, name)
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take the preferred size of the content, within the screen."""
        super().showEvent(event)
        if not self._sized:
            self._sized = True
            self.resize(self.fontMetrics().averageCharWidth() * 82, self.height())
            # Collapsed boxes know their height only once they have been shown.
            QTimer.singleShot(0, self._fit)

    def _fit(self) -> None:
        self.layout().activate()
        line = self.fontMetrics().height()
        missing = self._page.sizeHint().height() - self._page.parentWidget().height() + 2 * line
        room = self.screen().availableGeometry().size() * 0.9
        self.resize(QSize(self.width(), self.height() + missing).boundedTo(room))

    def done(self, result: int) -> None:
        """Close; running requests are cancelled."""
        self._soon.stop()
        self._forget(describing=True)
        super().done(result)
